//! What a plan says beside criteria, checked: nominations, quotas, targets, deadlines, data checks.
//!
//! In: built by `rule::load` alone. Out: formulas with the words that explain them. Must not know: data.

use crate::diagnostic::Severity;
use crate::fact::schema::{ColumnId, TableId};
use crate::number::Number;
use crate::rule::expression::syntax::Comparison;
use crate::rule::file::{Judge, LastDay};
use crate::rule::formula::{Formula, Range};
use crate::rule::set::{Clause, Condition};

/// The list of nominations: every row names a subject, whose verdict it takes.
#[derive(Debug)]
pub struct NominationList {
    /// The table.
    pub table: TableId,
    /// The choice column that names the subject's table.
    pub subject: ColumnId,
    /// The column of the subject's code.
    pub code: ColumnId,
    /// The column of running numbers, which are labels: they start anew in every list.
    pub number: Option<ColumnId>,
    /// The column of names.
    pub name: Option<ColumnId>,
    /// The column that tells collectives from individuals.
    pub class: Option<ColumnId>,
    /// The column of the unit that nominates.
    pub submitted_by: Option<ColumnId>,
    /// Who goes first.
    pub priority: Option<Priority>,
}

/// Who goes first in the list; never who is eligible.
#[derive(Debug)]
pub struct Priority {
    /// Id, clause, wording.
    pub clause: Clause,
    /// A nominee whose subject fits any of these.
    pub first: Vec<First>,
}

/// Subjects that go first.
#[derive(Debug)]
pub struct First {
    /// Their table.
    pub table: TableId,
    /// Which of them; all, if none.
    pub when: Option<Condition>,
}

/// How many rows of a list may be of a kind: `count` compared with `limit`, or with `limit` × the rows where `of` holds.
#[derive(Debug)]
pub struct Quota {
    /// Id, clause, wording.
    pub clause: Clause,
    /// The list.
    pub table: TableId,
    /// Once per value of this column.
    pub per: Option<ColumnId>,
    /// Which rows are counted.
    pub count: Condition,
    /// The limit is a share of these rows.
    pub of: Option<Condition>,
    /// At most or at least.
    pub comparison: Comparison,
    /// The limit: a number without a unit.
    pub limit: Condition,
    /// Whether a breach counts.
    pub severity: Severity,
}

/// A measured figure against a goal, year by year.
#[derive(Debug)]
pub struct Target {
    /// Id, clause, wording.
    pub clause: Clause,
    /// The table whose rows are measured; none for a measure without a row of its own.
    pub table: Option<TableId>,
    /// The years of the target, in order; at least one.
    pub years: Vec<i32>,
    /// Which years count; all, if none.
    pub when: Option<Condition>,
    /// What is measured in a year; the year is the one bound.
    pub measure: Condition,
    /// How the years are put together.
    pub judge: Judge,
    /// The goal, if the plan has one.
    pub goal: Option<Goal>,
    /// Undecided while a unit of this table is absent.
    pub complete: Option<TableId>,
    /// The figure that an official document prints.
    pub published: Option<Published>,
}

/// What a target must reach.
#[derive(Debug)]
pub struct Goal {
    /// How the measure is compared with it.
    pub comparison: Comparison,
    /// The figure, in the measure's unit.
    pub value: Condition,
    /// From where on it is exceeded, in the measure's unit.
    pub exceeds: Option<Condition>,
}

/// A figure as an official document prints it.
#[derive(Clone, Debug, PartialEq)]
pub struct Published {
    /// Its value; 0.0096 for `0.96%`.
    pub value: Number,
    /// What it is multiplied by before it is printed: 100 for a percentage.
    pub factor: Number,
    /// The decimal places that it is printed with.
    pub digits: u8,
}

/// A day by which units must have a record.
#[derive(Debug)]
pub struct Deadline {
    /// Id, clause, wording.
    pub clause: Clause,
    /// Whose units, and which records are theirs.
    pub who: Vec<Who>,
    /// One record for each of these years; one in all, if none.
    pub years: Option<Vec<i32>>,
    /// The table of records.
    pub records: TableId,
    /// A record's day.
    pub date: Condition,
    /// Whether the day itself is still good.
    pub last_day: LastDay,
    /// The day; the year, if any, is the one bound.
    pub limit: Condition,
    /// An earlier record does not count.
    pub from: Option<Condition>,
}

/// Units that must have a record.
#[derive(Debug)]
pub struct Who {
    /// Their table.
    pub table: TableId,
    /// The records that are theirs: rows of the table of records, `own` being the unit.
    pub find: Range,
    /// The condition as written.
    pub text: String,
}

/// A condition on the data themselves.
#[derive(Debug)]
pub struct Check {
    /// Id, clause, wording.
    pub clause: Clause,
    /// The tables whose rows are checked.
    pub tables: Vec<CheckedTable>,
    /// Whether it is checked for every year that the table has; the year is then the one bound.
    pub each_year: bool,
    /// Not checked where a unit of this table is absent.
    pub complete: Option<TableId>,
    /// Whether a failure counts.
    pub severity: Severity,
}

/// What a check demands of the rows of one table.
#[derive(Debug)]
pub struct CheckedTable {
    /// The table.
    pub table: TableId,
    /// Which rows; all, if none.
    pub when: Option<Condition>,
    /// What must hold.
    pub require: Condition,
}

impl Check {
    /// What it demands of the rows of that table.
    pub fn of(&self, table: TableId) -> Option<&CheckedTable> {
        self.tables.iter().find(|checked| checked.table == table)
    }
}

impl Target {
    /// Every expression of it that is evaluated once a year.
    pub(crate) fn yearly(&self) -> impl Iterator<Item = &Formula> {
        self.when
            .iter()
            .chain([&self.measure])
            .map(|condition| &condition.formula)
    }
}
