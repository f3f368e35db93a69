//! What a plan says beside criteria, as written: nominations, quotas, targets, deadlines, data checks.
//!
//! In: nodes. Out: plain structs; expressions stay texts. Must not know: tables, columns, the language of conditions.

use super::clause::{WrittenClause, clause, one_of, word};
use crate::diagnostic::Severity;
use crate::rule::expression::syntax::Comparison;
use crate::rule::yaml::{self, Fields, Findings, Node, Scalar, Written};

/// Which table is the list of nominations, and what its columns are.
#[derive(Clone, Debug, Default)]
pub struct WrittenNominations {
    /// The table; the one whose key names a subject, if absent.
    pub table: Option<Written<String>>,
    /// The column of running numbers, which are labels.
    pub number: Option<Written<String>>,
    /// The column of names.
    pub name: Option<Written<String>>,
    /// The column that tells collectives from individuals.
    pub class: Option<Written<String>>,
    /// The column of the unit that nominates.
    pub submitted_by: Option<Written<String>>,
    /// Who goes first.
    pub priority: Option<WrittenPriority>,
}

/// Who goes first in a list; never who is eligible.
#[derive(Clone, Debug)]
pub struct WrittenPriority {
    /// Id, clause, wording.
    pub clause: WrittenClause,
    /// A nominee whose subject fits any of these.
    pub first: Vec<WrittenFirst>,
}

/// Subjects that go first.
#[derive(Clone, Debug)]
pub struct WrittenFirst {
    /// Their table; none if it is missing.
    pub table: Option<Written<String>>,
    /// Which of them; all, if absent.
    pub when: Option<Written<Scalar>>,
}

/// A condition on a whole list, as written.
#[derive(Clone, Debug)]
pub struct WrittenQuota {
    /// Id, clause, wording.
    pub clause: WrittenClause,
    /// The list; none if it is missing.
    pub table: Option<Written<String>>,
    /// Once per value of this column.
    pub per: Option<Written<String>>,
    /// Which rows are counted; none if it is missing.
    pub count: Option<Written<Scalar>>,
    /// The limit is a share of these rows.
    pub of: Option<Written<Scalar>>,
    /// `at_most` or `at_least`.
    pub limit: Option<(Comparison, Written<Scalar>)>,
    /// Whether a breach counts.
    pub severity: Severity,
}

/// A measured figure against a goal, as written.
#[derive(Clone, Debug)]
pub struct WrittenTarget {
    /// Id, clause, wording.
    pub clause: WrittenClause,
    /// The table whose rows are measured; none for a measure without a row of its own.
    pub table: Option<Written<String>>,
    /// `2022..2025`; none if it is missing.
    pub years: Option<Written<Scalar>>,
    /// Which years count.
    pub when: Option<Written<Scalar>>,
    /// What is measured in a year `y`; none if it is missing.
    pub measure: Option<Written<Scalar>>,
    /// How the years are put together.
    pub judge: Option<Written<Judge>>,
    /// The goal, if the plan has one.
    pub goal: Option<(Comparison, Written<Scalar>)>,
    /// From where on the goal is exceeded.
    pub exceeds: Option<Written<Scalar>>,
    /// Undecided while a unit of this table is absent.
    pub complete: Option<Written<String>>,
    /// The figure that an official document prints.
    pub published: Option<Written<Scalar>>,
}

/// How the measured years of a target are put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judge {
    /// Every year must reach the goal.
    Each,
    /// The last measured year must.
    Latest,
    /// The average of the measured years must.
    Mean,
    /// Their sum must.
    Total,
}

impl Judge {
    /// Each with its word.
    pub const WORDS: &'static [(&'static str, Judge)] = &[
        ("each", Judge::Each),
        ("latest", Judge::Latest),
        ("mean", Judge::Mean),
        ("total", Judge::Total),
    ];

    /// The word of rule files and of the JSON report.
    pub fn word(self) -> &'static str {
        match self {
            Judge::Each => "each",
            Judge::Latest => "latest",
            Judge::Mean => "mean",
            Judge::Total => "total",
        }
    }
}

/// A date by which a record must exist, as written.
#[derive(Clone, Debug)]
pub struct WrittenDeadline {
    /// Id, clause, wording.
    pub clause: WrittenClause,
    /// The tables whose units must have the record.
    pub who: Vec<Written<String>>,
    /// One record for each of these years.
    pub years: Option<Written<Scalar>>,
    /// Where the record is looked for; none if it is missing.
    pub find: Option<WrittenFind>,
    /// `before` or `on_or_before`.
    pub limit: Option<(LastDay, Written<Scalar>)>,
    /// An earlier record does not count.
    pub from: Option<Written<Scalar>>,
}

/// Where a record is looked for, as written.
#[derive(Clone, Debug)]
pub struct WrittenFind {
    /// The table; none if it is missing.
    pub table: Option<Written<String>>,
    /// Which of its rows; none if it is missing.
    pub condition: Option<Written<Scalar>>,
    /// Its day; none if it is missing.
    pub date: Option<Written<Scalar>>,
}

/// Whether the day of a deadline is still good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LastDay {
    /// `before`: the day before it is the last good one.
    Before,
    /// `on_or_before`: the day itself is.
    On,
}

/// A condition on the data, as written.
#[derive(Clone, Debug)]
pub struct WrittenCheck {
    /// Id, clause, wording.
    pub clause: WrittenClause,
    /// The tables whose rows are checked.
    pub tables: Vec<Written<String>>,
    /// Whether it is checked for every year `y` that the table has.
    pub each_year: bool,
    /// Not checked where a unit of this table is absent.
    pub complete: Option<Written<String>>,
    /// Which rows are checked.
    pub when: Option<Written<Scalar>>,
    /// What must hold; none if it is missing.
    pub require: Option<Written<Scalar>>,
    /// Whether a failure counts.
    pub severity: Severity,
}

const SEVERITIES: &[(&str, Severity)] =
    &[("error", Severity::Error), ("warning", Severity::Warning)];
const LIMITS: &[(&str, Comparison)] = &[
    ("at_most", Comparison::AtMost),
    ("at_least", Comparison::AtLeast),
];
const GOALS: &[(&str, Comparison)] = &[
    ("at_least", Comparison::AtLeast),
    ("at_most", Comparison::AtMost),
    ("more_than", Comparison::Greater),
    ("less_than", Comparison::Less),
];
const LAST_DAYS: &[(&str, LastDay)] = &[("before", LastDay::Before), ("on_or_before", LastDay::On)];

pub(super) fn nominations(node: &Node, findings: &mut Findings) -> Option<WrittenNominations> {
    let mut fields = Fields::of(node, findings)?;
    let nominations = WrittenNominations {
        table: fields.optional("table", findings, yaml::text),
        number: fields.optional("number", findings, yaml::text),
        name: fields.optional("name", findings, yaml::text),
        class: fields.optional("class", findings, yaml::text),
        submitted_by: fields.optional("submitted_by", findings, yaml::text),
        priority: fields.optional("priority", findings, priority),
    };
    fields.finish(findings);
    Some(nominations)
}

fn priority(node: &Node, findings: &mut Findings) -> Option<WrittenPriority> {
    let mut fields = Fields::of(node, findings)?;
    let priority = WrittenPriority {
        clause: clause(&mut fields, findings),
        first: fields
            .required("first", findings, |node, findings| {
                yaml::list(node, findings, first)
            })
            .unwrap_or_default(),
    };
    fields.finish(findings);
    Some(priority)
}

fn first(node: &Node, findings: &mut Findings) -> Option<WrittenFirst> {
    let mut fields = Fields::of(node, findings)?;
    let first = WrittenFirst {
        table: fields.required("table", findings, yaml::text),
        when: fields.optional("when", findings, yaml::expression),
    };
    fields.finish(findings);
    Some(first)
}

pub(super) fn quota(node: &Node, findings: &mut Findings) -> Option<WrittenQuota> {
    let mut fields = Fields::of(node, findings)?;
    let quota = WrittenQuota {
        clause: clause(&mut fields, findings),
        table: fields.required("table", findings, yaml::text),
        per: fields.optional("per", findings, yaml::text),
        count: fields.required("count", findings, yaml::expression),
        of: fields.optional("of", findings, yaml::expression),
        limit: one_of(LIMITS, true, &mut fields, findings),
        severity: severity(&mut fields, findings),
    };
    fields.finish(findings);
    Some(quota)
}

pub(super) fn target(node: &Node, findings: &mut Findings) -> Option<WrittenTarget> {
    let mut fields = Fields::of(node, findings)?;
    let goal = one_of(GOALS, false, &mut fields, findings);
    let judge = word(Judge::WORDS);
    let target = WrittenTarget {
        clause: clause(&mut fields, findings),
        table: fields.optional("table", findings, yaml::text),
        years: fields.required("years", findings, yaml::expression),
        when: fields.optional("when", findings, yaml::expression),
        measure: fields.required("measure", findings, yaml::expression),
        // What is only shown need not be judged.
        judge: if goal.is_some() {
            fields.required("judge", findings, judge)
        } else {
            fields.optional("judge", findings, judge)
        },
        exceeds: fields.optional("exceeds", findings, yaml::expression),
        complete: fields.optional("complete", findings, yaml::text),
        published: fields.optional("published", findings, yaml::expression),
        goal,
    };
    fields.finish(findings);
    Some(target)
}

pub(super) fn deadline(node: &Node, findings: &mut Findings) -> Option<WrittenDeadline> {
    let mut fields = Fields::of(node, findings)?;
    let deadline = WrittenDeadline {
        clause: clause(&mut fields, findings),
        who: fields
            .required("who", findings, yaml::texts)
            .unwrap_or_default(),
        years: fields.optional("years", findings, yaml::expression),
        find: fields.required("find", findings, find),
        limit: one_of(LAST_DAYS, true, &mut fields, findings),
        from: fields.optional("from", findings, yaml::expression),
    };
    fields.finish(findings);
    Some(deadline)
}

fn find(node: &Node, findings: &mut Findings) -> Option<WrittenFind> {
    let mut fields = Fields::of(node, findings)?;
    let find = WrittenFind {
        table: fields.required("in", findings, yaml::text),
        condition: fields.required("where", findings, yaml::expression),
        date: fields.required("date", findings, yaml::expression),
    };
    fields.finish(findings);
    Some(find)
}

pub(super) fn check(node: &Node, findings: &mut Findings) -> Option<WrittenCheck> {
    let mut fields = Fields::of(node, findings)?;
    let check = WrittenCheck {
        clause: clause(&mut fields, findings),
        tables: fields
            .required("table", findings, yaml::texts)
            .unwrap_or_default(),
        each_year: fields
            .optional("each_year", findings, yaml::boolean)
            .is_some_and(|flag| flag.value),
        complete: fields.optional("complete", findings, yaml::text),
        when: fields.optional("when", findings, yaml::expression),
        require: fields.required("require", findings, yaml::expression),
        severity: severity(&mut fields, findings),
    };
    fields.finish(findings);
    Some(check)
}

fn severity(fields: &mut Fields<'_>, findings: &mut Findings) -> Severity {
    fields
        .optional("severity", findings, word(SEVERITIES))
        .map_or(Severity::Error, |word| word.value)
}
