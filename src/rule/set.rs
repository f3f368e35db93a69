//! A checked rule set, for one round: what holds it cannot hold an unchecked rule.
//!
//! In: built by `rule::load` alone. Out: criteria as formulas, with the words that explain them. Must not know: data.

mod sections;

pub use sections::{
    Check, CheckedTable, Deadline, First, Goal, NominationList, Priority, Published, Quota, Target,
    Who,
};

use crate::fact::Needed;
use crate::fact::schema::{ColumnId, Schema, Slot, TableId};
use crate::place::Place;
use crate::rule::RuleVerdict;
use crate::rule::example::ExampleCell;
use crate::rule::file::{CitedSource, Connective, Reading};
use crate::rule::formula::{Derived, Formula};
use crate::text::Wording;
use chrono::NaiveDate;
use indexmap::IndexMap;
use std::collections::{BTreeMap, HashMap};

/// A rule set, checked for the chosen round.
#[derive(Debug)]
pub struct RuleSet {
    /// Stable id.
    pub id: String,
    /// Version, as its author counts.
    pub version: String,
    /// What people call it.
    pub title: Wording,
    /// SHA-256 of the rule file's bytes in lower-case hexadecimal.
    pub sha256: String,
    /// The rule set that it extends.
    pub extends: Option<Base>,
    /// The documents that its rules cite.
    pub sources: IndexMap<String, CitedSource>,
    /// The chosen round.
    pub round: String,
    /// What people call the round.
    pub round_title: Wording,
    /// The day as of which everything is judged.
    pub as_of: NaiveDate,
    /// Names set for this run only, with the values as typed.
    pub overrides: IndexMap<String, String>,
    /// Tables, units, vocabularies.
    pub schema: Schema,
    /// Derived columns, each after those it uses.
    pub derived: Vec<Derived>,
    /// All criteria, in the file's order; a [`RuleIndex`] is an index here.
    pub rules: Vec<Rule>,
    /// The tree of criteria of each table that has some, in the file's order.
    pub criteria: Vec<TableCriteria>,
    /// The list of nominations, if there is one.
    pub nominations: Option<NominationList>,
    /// Conditions on whole lists, in the file's order.
    pub quotas: Vec<Quota>,
    /// Figures against goals, in the file's order.
    pub targets: Vec<Target>,
    /// Days by which records must exist, in the file's order.
    pub deadlines: Vec<Deadline>,
    /// Conditions on the data themselves, in the file's order.
    pub checks: Vec<Check>,
    /// The last year that the chosen round looks at.
    pub review: Option<i32>,
    /// Clauses that are not checked, with the reason.
    pub notes: Vec<Note>,
    /// What the rules read, for the years of the round.
    pub needed: Needed,
    /// The rules that read a column, in the order of reports.
    pub uses: ColumnUses,
    /// What people call a column, where the file says it.
    pub column_titles: HashMap<(TableId, ColumnId), Wording>,
}

/// Ids of rules by the column that they read.
pub type ColumnUses = BTreeMap<(TableId, ColumnId), Vec<String>>;

/// The rule set that another one extends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base {
    /// Stable id.
    pub id: String,
    /// Version, as its author counts.
    pub version: String,
    /// SHA-256 of its file's bytes in lower-case hexadecimal.
    pub sha256: String,
}

/// Index of a rule in its rule set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RuleIndex(pub usize);

/// What every rule of whatever section begins with.
#[derive(Clone, Debug)]
pub struct Clause {
    /// Stable id, such as `V.2.3.e`.
    pub id: String,
    /// The clause.
    pub cite: String,
    /// What it says, in short.
    pub says: Wording,
    /// How the plan's text was understood where it leaves a choice.
    pub reading: Option<Reading>,
    /// Where it stands in the rule file.
    pub place: Place,
}

/// One criterion.
#[derive(Debug)]
pub struct Rule {
    /// Id, clause, wording.
    pub clause: Clause,
    /// The table whose rows it judges.
    pub table: TableId,
    /// When it applies; always, if none.
    pub when: Option<Condition>,
    /// What must hold.
    pub require: Condition,
    /// Rows with the verdict they must give.
    pub examples: Vec<Example>,
}

/// A checked condition, or another expression of a rule, with its text.
#[derive(Debug)]
pub struct Condition {
    /// As written, blanks around it included: places in the formula count from its beginning.
    pub text: String,
    /// As checked.
    pub formula: Formula,
}

/// A row given by the rule's author, with the verdict that it must give.
#[derive(Clone, Debug)]
pub struct Example {
    /// The cells by slot; cells that are not named are empty.
    pub cells: Vec<(Slot, ExampleCell)>,
    /// The verdict, as written.
    pub gives: RuleVerdict,
    /// Where it stands in the rule file.
    pub place: Place,
}

/// A clause that is not checked.
#[derive(Clone, Debug)]
pub struct Note {
    /// Stable id.
    pub id: String,
    /// The clause.
    pub cite: String,
    /// What it says.
    pub says: Wording,
    /// Why it is not checked.
    pub reason: Wording,
}

/// The criteria of one table.
#[derive(Debug)]
pub struct TableCriteria {
    /// The table.
    pub table: TableId,
    /// The tree.
    pub root: Group,
}

/// A group of criteria.
#[derive(Debug)]
pub struct Group {
    /// How the members combine.
    pub combines: Connective,
    /// Rules and groups, in the file's order.
    pub members: Vec<Member>,
}

/// A member of a group.
#[derive(Debug)]
pub enum Member {
    /// A criterion.
    Rule(RuleIndex),
    /// A group within the group.
    Group(Group),
}

impl RuleSet {
    /// The rule with that index.
    ///
    /// # Panics
    /// Never for an index of this rule set.
    pub fn rule(&self, index: RuleIndex) -> &Rule {
        &self.rules[index.0]
    }

    /// The rule with that id.
    pub fn find(&self, id: &str) -> Option<(RuleIndex, &Rule)> {
        self.rules
            .iter()
            .enumerate()
            .find(|(_, rule)| rule.clause.id == id)
            .map(|(index, rule)| (RuleIndex(index), rule))
    }

    /// The rules of a table, in the file's order.
    pub fn rules_of(&self, table: TableId) -> impl Iterator<Item = (RuleIndex, &Rule)> {
        self.rules
            .iter()
            .enumerate()
            .filter(move |(_, rule)| rule.table == table)
            .map(|(index, rule)| (RuleIndex(index), rule))
    }

    /// The head of every rule of every section, in the order of reports.
    pub fn clauses(&self) -> impl Iterator<Item = &Clause> {
        let criteria = self.rules.iter().map(|rule| &rule.clause);
        let priority = self
            .nominations
            .iter()
            .filter_map(|list| list.priority.as_ref());
        criteria
            .chain(priority.map(|priority| &priority.clause))
            .chain(self.quotas.iter().map(|quota| &quota.clause))
            .chain(self.targets.iter().map(|target| &target.clause))
            .chain(self.deadlines.iter().map(|deadline| &deadline.clause))
            .chain(self.checks.iter().map(|check| &check.clause))
    }

    /// Every formula that is evaluated for rows of its own; those that find a deadline's records are not among them.
    pub(crate) fn formulas(&self) -> impl Iterator<Item = &Formula> {
        let criteria = self
            .rules
            .iter()
            .flat_map(|rule| rule.when.iter().chain([&rule.require]));
        let first = self
            .nominations
            .iter()
            .filter_map(|list| list.priority.as_ref());
        let first =
            first.flat_map(|priority| priority.first.iter().filter_map(|f| f.when.as_ref()));
        let quotas = self
            .quotas
            .iter()
            .flat_map(|quota| quota.of.iter().chain([&quota.count]));
        let checked = self.checks.iter().flat_map(|check| &check.tables);
        let checks = checked.flat_map(|table| table.when.iter().chain([&table.require]));
        let conditions = criteria.chain(first).chain(quotas).chain(checks);
        conditions
            .map(|condition| &condition.formula)
            .chain(self.targets.iter().flat_map(Target::yearly))
            .chain(self.derived.iter().map(|derived| &derived.formula))
    }
}
