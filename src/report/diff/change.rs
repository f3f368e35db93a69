//! Changes: what was, what is, and whether that is better or worse.
//!
//! In: nothing. Out: the types that reports are compared into and drawn from. Must not know: how they are found or drawn.

use super::Wanted;
use super::head::HeadChange;
use crate::rule::RuleVerdict;
use crate::verdict::{DeadlineStatus, SubjectVerdict, TargetStatus, WaiverState};

/// Everything that differs between two reports.
#[derive(Debug, Default)]
pub struct Difference {
    /// The names of the older and the newer report.
    pub names: [String; 2],
    /// The changes: what got worse first, then what got better, then the rest.
    pub changes: Vec<Change>,
    /// How many facts differ without a change of any verdict that rests on them.
    pub facts_alone: usize,
    /// Of the newer report: rule set, its version, round, day.
    pub(super) head: [String; 4],
    pub(super) heads: Vec<HeadChange>,
    pub(super) rules_gone: Vec<String>,
    pub(super) rules_added: Vec<String>,
    /// Whether one of the reports leaves names out and the other does not.
    pub(super) names_in_one: bool,
    pub(super) doubts: Vec<Doubt>,
    pub(super) wanted: Wanted,
}

/// Which way a change goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    /// Something is against the rules or undecided that was not.
    Worse,
    /// The other way.
    Better,
    /// Neither.
    Other,
    /// Facts changed, and the verdict did not.
    Same,
}

/// What changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A nomination.
    Nomination,
    /// A subject.
    Subject,
    /// A quota.
    Quota,
    /// A target.
    Target,
    /// A deadline.
    Deadline,
    /// A data check.
    Check,
    /// A waiver.
    Waiver,
    /// A unit of the official list.
    Unit,
    /// A part of the rules that needs a table.
    Section,
    /// A file.
    Input,
    /// A sheet.
    Sheet,
    /// Error findings of one code.
    Finding,
}

/// One change.
#[derive(Clone, Debug)]
pub struct Change {
    /// Which way it goes.
    pub direction: Direction,
    /// What changed.
    pub kind: Kind,
    /// Which one.
    pub key: Key,
    /// What was; none if it was not there.
    pub before: Option<State>,
    /// What is; none if it is gone.
    pub after: Option<State>,
    /// The rules whose verdicts changed.
    pub rules: Vec<RuleChange>,
    /// The facts that changed, other than those of [`Change::rules`].
    pub facts: Vec<FactChange>,
    /// Where to look.
    pub places: Vec<String>,
}

/// What tells one thing of a kind from the others.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Key {
    /// The id of a rule, the code of a finding, the name of a file.
    pub id: Option<String>,
    /// The table.
    pub table: Option<String>,
    /// The code.
    pub code: Option<String>,
    /// The name, for people.
    pub name: Option<String>,
    /// The year.
    pub year: Option<i32>,
    /// The group of a quota, the class of a nomination, a sheet.
    pub part: Option<String>,
    /// The part as people call it, where that is another word.
    pub part_title: Option<String>,
}

/// How something stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// A subject or nomination.
    Subject(SubjectVerdict),
    /// A quota.
    Rule(RuleVerdict),
    /// A target, and whether its higher goal is reached.
    Target(TargetStatus, bool),
    /// A deadline.
    Deadline(DeadlineStatus),
    /// A waiver.
    Waiver(WaiverState),
    /// A unit that sent something.
    Present,
    /// A unit that sent nothing.
    Absent,
    /// A file or sheet that was read, or a section that was checked.
    Used,
    /// A file that was read and holds something else now.
    Changed,
    /// A file or sheet that was refused, or a section that could not be checked.
    NotUsed,
    /// So many failures or findings.
    Count(u64),
}

/// A rule whose verdict on a subject changed.
#[derive(Clone, Debug)]
pub struct RuleChange {
    /// The rule.
    pub id: String,
    /// What it said; none if the older report does not have it.
    pub before: Option<RuleAnswer>,
    /// What it says; none if the newer report does not have it.
    pub after: Option<RuleAnswer>,
    /// The facts that changed it.
    pub facts: Vec<FactChange>,
    /// The condition before and after, if it reads otherwise now.
    pub texts: Option<[String; 2]>,
}

/// A verdict, and what it were without a waiver.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RuleAnswer {
    /// The verdict.
    pub verdict: RuleVerdict,
    /// Without a waiver.
    pub own: RuleVerdict,
}

/// A fact that changed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FactChange {
    /// As the rule names it; none for what the change itself is measured by.
    pub text: Measured,
    /// What people call it, where the reports say so.
    pub title: Option<String>,
    /// What it was; none if it was not read.
    pub before: Option<FactValue>,
    /// What it is; none if it is not read.
    pub after: Option<FactValue>,
    /// Where it stands, else where it stood.
    pub place: Option<String>,
}

/// What a fact is called.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Measured {
    /// As the rule names it: `poor[2025]`.
    Fact(String),
    /// What a quota or target measures, of a year or of all.
    Measure(Option<i32>),
    /// What it may be.
    Limit,
    /// A deadline's last good day.
    Due,
    /// A deadline's day.
    Done,
    /// A subject's name.
    Name,
    /// Whether a nomination goes first.
    Priority,
    /// Who submitted a nomination.
    SubmittedBy,
    /// What a waiver rests on.
    Decision,
    /// A waiver's last day.
    Until,
    /// Which years of a target count.
    Judge,
    /// How many of those that a quota counts are eligible.
    Eligible,
    /// What a quota is a share of.
    Whole,
}

/// What a fact is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FactValue {
    /// Exactly; none where it is missing.
    pub exact: Option<String>,
    /// As its report shows it.
    pub shown: String,
    /// The language of that.
    pub language: String,
    /// The word for why it is missing.
    pub reason: Option<String>,
}

/// Rows that share a code or have none, so that they may have been taken for one another.
#[derive(Clone, Debug)]
pub(super) struct Doubt {
    pub(super) kind: Kind,
    pub(super) table: String,
    /// The code or name that they share.
    pub(super) key: Option<String>,
    pub(super) before: usize,
    pub(super) after: usize,
}

impl Difference {
    /// Whether anything got worse.
    pub fn got_worse(&self) -> bool {
        self.count(Direction::Worse) > 0
    }

    /// How many changes go that way.
    pub fn count(&self, direction: Direction) -> usize {
        let all = self.changes.iter();
        all.filter(|change| change.direction == direction).count()
    }

    /// Notes a change; one of facts alone is counted, and kept if it is wanted.
    pub(super) fn add(&mut self, change: Change) {
        if change.direction != Direction::Same {
            return self.changes.push(change);
        }
        self.facts_alone += change.facts.len();
        if self.wanted.all && !change.facts.is_empty() {
            self.changes.push(change);
        }
    }

    /// Puts the changes in order: by direction, then by kind, then as the reports have them.
    pub(super) fn settle(&mut self) {
        self.changes
            .sort_by_key(|change| (change.direction, change.kind));
    }
}

impl Direction {
    /// The word of the JSON document.
    pub fn word(self) -> &'static str {
        match self {
            Direction::Worse => "worse",
            Direction::Better => "better",
            Direction::Other => "other",
            Direction::Same => "same",
        }
    }
}

impl Kind {
    /// The word of the JSON document.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Nomination => "nomination",
            Kind::Subject => "subject",
            Kind::Quota => "quota",
            Kind::Target => "target",
            Kind::Deadline => "deadline",
            Kind::Check => "check",
            Kind::Waiver => "waiver",
            Kind::Unit => "unit",
            Kind::Section => "section",
            Kind::Input => "input",
            Kind::Sheet => "sheet",
            Kind::Finding => "finding",
        }
    }
}

impl Measured {
    /// The word of the JSON document.
    pub fn word(&self) -> String {
        match self {
            Measured::Fact(text) => text.clone(),
            Measured::Measure(None) => "measured".to_owned(),
            Measured::Measure(Some(year)) => format!("measured[{year}]"),
            Measured::Limit => "limit".to_owned(),
            Measured::Due => "due".to_owned(),
            Measured::Done => "done".to_owned(),
            Measured::Name => "name".to_owned(),
            Measured::Priority => "priority".to_owned(),
            Measured::SubmittedBy => "submitted_by".to_owned(),
            Measured::Decision => "decision".to_owned(),
            Measured::Until => "until".to_owned(),
            Measured::Judge => "judge".to_owned(),
            Measured::Eligible => "eligible".to_owned(),
            Measured::Whole => "of".to_owned(),
        }
    }
}

impl FactChange {
    /// Of what both reports tell; none where it did not change.
    pub(super) fn told(
        text: Measured,
        before: Option<String>,
        after: Option<String>,
    ) -> Option<FactChange> {
        let value = |exact| {
            Some(FactValue {
                exact,
                shown: String::new(),
                language: String::new(),
                reason: None,
            })
        };
        (before != after).then(|| FactChange {
            text,
            title: None,
            before: value(before),
            after: value(after),
            place: None,
        })
    }
}

impl Change {
    /// A change with nothing behind it yet.
    pub(super) fn new(kind: Kind, key: Key, before: Option<State>, after: Option<State>) -> Change {
        Change {
            direction: super::order::direction(before.as_ref(), after.as_ref()),
            kind,
            key,
            before,
            after,
            rules: Vec::new(),
            facts: Vec::new(),
            places: Vec::new(),
        }
    }
}
