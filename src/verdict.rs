//! Stage 4: rules × facts → verdicts. Who is eligible, who is not, who cannot be judged yet, and why.
//!
//! In: a checked rule set and typed facts. Out: a verdict per rule and subject, and on request its explanation.
//! Must not know: files' formats, languages.

mod answer;
mod check;
mod complete;
mod coverage;
mod deadline;
mod evaluate;
mod example;
mod explain;
mod group;
mod index;
mod kernel;
mod nomination;
mod problem;
mod quota;
mod shortfall;
mod tally;
mod target;
#[cfg(test)]
mod tests;
mod trace;
mod waiver;

pub use answer::{Answer, Reason, Value};
pub use check::{CheckCounts, Checks, FailedCheck};
pub use coverage::{Side, Unseen, unseen};
pub use deadline::{DeadlineStatus, DeadlineVerdict, Deadlines};
pub use example::{ExampleOutcome, try_examples};
pub use explain::Explanation;
pub use nomination::{Nomination, Nominations};
pub use problem::Problem;
pub use quota::{Bounds, QuotaVerdict};
pub use shortfall::Shortfall;
pub use tally::Tally;
pub use target::{Likeness, TargetStatus, TargetVerdict, TargetYear, YearState};
pub use trace::{MissingFact, ReadFact, Trace};
pub use waiver::{WaiverState, Waivers};

use crate::diagnostic::Diagnostics;
use crate::fact::Facts;
use crate::fact::data::TableFacts;
use crate::fact::schema::TableId;
use crate::rule::{Condition, Rule, RuleIndex, RuleSet, RuleVerdict, Target, Waiver};
use complete::Completeness;
use evaluate::{Evaluator, Scene};
use index::Indexes;
use kernel::Kernel;
use rayon::prelude::*;

/// The verdict on a subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SubjectVerdict {
    /// Every criterion that applies is met.
    Eligible,
    /// A criterion is not met.
    Ineligible,
    /// It cannot be judged yet.
    Undetermined,
}

impl SubjectVerdict {
    /// All verdicts, in the order of reports.
    pub const ALL: [SubjectVerdict; 3] = [
        SubjectVerdict::Eligible,
        SubjectVerdict::Ineligible,
        SubjectVerdict::Undetermined,
    ];

    /// The word of the JSON report.
    pub fn word(self) -> &'static str {
        match self {
            SubjectVerdict::Eligible => "eligible",
            SubjectVerdict::Ineligible => "ineligible",
            SubjectVerdict::Undetermined => "undetermined",
        }
    }
}

/// The verdicts of one table's rows.
#[derive(Debug)]
pub struct TableVerdicts {
    /// The table.
    pub table: TableId,
    /// Its rules, in the rule set's order.
    pub rules: Vec<RuleIndex>,
    /// One column for each of the rules: its verdict on every row.
    verdicts: Vec<Vec<RuleVerdict>>,
    /// One verdict per row.
    subjects: Vec<SubjectVerdict>,
    tally: Tally,
}

impl TableVerdicts {
    /// The verdicts of a row, in the order of `rules`.
    pub fn of(&self, row: u32) -> impl Iterator<Item = RuleVerdict> {
        let of_rules = self.verdicts.iter();
        of_rules.filter_map(move |of_rule| of_rule.get(row as usize).copied())
    }

    /// How many rows got that verdict of the rule at that position in `rules`.
    pub fn count(&self, at: usize, verdict: RuleVerdict) -> usize {
        self.tally.of_rule(at, verdict)
    }

    /// How many rows came to that verdict.
    pub fn count_of(&self, verdict: SubjectVerdict) -> usize {
        self.tally.of_subjects(verdict)
    }

    /// How many rows were judged.
    pub fn len(&self) -> usize {
        SubjectVerdict::ALL
            .into_iter()
            .map(|verdict| self.count_of(verdict))
            .sum()
    }

    /// Whether no row was judged.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many rows came to what.
    pub fn tally(&self) -> &Tally {
        &self.tally
    }

    /// The verdict on each row; none where rows were judged as they passed by.
    pub fn subjects(&self) -> &[SubjectVerdict] {
        &self.subjects
    }
}

/// All verdicts, with what is needed to explain them.
pub struct Verdicts<'a> {
    rules: &'a RuleSet,
    facts: &'a Facts,
    indexes: Indexes,
    /// Tables with criteria that are in the data, in the rule set's order.
    pub tables: Vec<TableVerdicts>,
    /// The list of nominations, if the rule set and the data have one.
    pub nominations: Option<Nominations>,
    /// Quotas whose list is in the data, in the rule set's order.
    pub quotas: Vec<QuotaVerdict>,
    /// Targets whose figures are in the data, in the rule set's order.
    pub targets: Vec<TargetVerdict>,
    /// Deadlines whose units and records are in the data.
    pub deadlines: Deadlines,
    /// Checks of the rule set; the built-in ones stand with the facts.
    pub checks: Checks,
    /// Waivers and what became of them.
    pub waivers: Waivers<'a>,
    /// What was left out, because its table is not in the data.
    pub not_checked: Vec<NotChecked>,
}

/// A section of the plan that was left out for one table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotChecked {
    /// The key of the rule file.
    pub section: &'static str,
    /// The table that is not in the data.
    pub table: TableId,
}

/// Judges everything that the rule set speaks of: first the data, then the subjects, then the list, then the province.
pub fn judge<'a>(
    rules: &'a RuleSet,
    facts: &'a Facts,
    waivers: &'a [Waiver],
) -> (Verdicts<'a>, Diagnostics) {
    let mut verdicts = Verdicts {
        rules,
        facts,
        indexes: Indexes::build(rules, facts),
        tables: Vec::new(),
        nominations: None,
        quotas: Vec::new(),
        targets: Vec::new(),
        deadlines: Deadlines::default(),
        checks: Checks::default(),
        waivers: Waivers::new(waivers, rules, facts),
        not_checked: Vec::new(),
    };
    let completeness = Completeness::new(rules, facts);
    verdicts.checks = Checks::make(verdicts.evaluator(), &completeness);
    verdicts.judge_subjects();
    let mut findings: Diagnostics = verdicts.waivers.findings(rules).into_iter().collect();
    findings.extend(verdicts.judge_nominations());
    verdicts.judge_quotas();
    verdicts.judge_targets(&completeness);
    findings.extend(verdicts.judge_deadlines());
    verdicts.note_unmade_checks();
    (verdicts, findings)
}

/// The table whose rows can be judged as they pass by: the only one that the rules speak of, each row for itself.
pub fn passing_table(rules: &RuleSet) -> Option<TableId> {
    let [criteria] = rules.criteria.as_slice() else {
        return None;
    };
    let is_alone = rules.nominations.is_none()
        && rules.quotas.is_empty()
        && rules.targets.is_empty()
        && rules.deadlines.is_empty()
        && rules.checks.is_empty()
        && !rules
            .formulas()
            .any(|formula| coverage::looks_elsewhere(formula, rules));
    is_alone.then_some(criteria.table)
}

/// Rows that are judged together, on one processor.
const ROWS_AT_ONCE: usize = 4096;

impl<'a> Verdicts<'a> {
    fn evaluator(&self) -> Evaluator<'a, '_> {
        Evaluator {
            rules: self.rules,
            facts: self.facts,
            indexes: &self.indexes,
            leaves_noughts_open: false,
        }
    }

    fn has(&self, table: TableId) -> bool {
        let rows = self.facts.tables.get(usize::from(table.0));
        rows.is_some_and(Option::is_some)
    }

    fn leave_out(&mut self, section: &'static str, table: TableId) {
        let left_out = NotChecked { section, table };
        if !self.not_checked.contains(&left_out) {
            self.not_checked.push(left_out);
        }
    }

    /// Every row of every table that has criteria.
    fn judge_subjects(&mut self) {
        for criteria in &self.rules.criteria {
            let Some(table) = self.evaluator().table(criteria.table) else {
                self.leave_out("criteria", criteria.table);
                continue;
            };
            let rules: Vec<RuleIndex> = self
                .rules
                .rules_of(criteria.table)
                .map(|(index, _)| index)
                .collect();
            let mut verdicts = Vec::with_capacity(rules.len());
            for index in &rules {
                let mut of_rule = self.own_verdicts(self.rules.rule(*index), table);
                self.waivers.lift(*index, &mut of_rule);
                verdicts.push(of_rule);
            }
            let of_rule = |index: RuleIndex| {
                let at = rules.iter().position(|listed| *listed == index);
                at.and_then(|at| verdicts.get(at)).map(Vec::as_slice)
            };
            let root = group::verdicts(&criteria.root, table.len() as usize, &of_rule);
            let subjects = group::subjects(&root, &self.checks.faulty(criteria.table));
            self.tables.push(TableVerdicts {
                table: criteria.table,
                tally: Tally::of(&verdicts, &subjects),
                rules,
                verdicts,
                subjects,
            });
        }
    }

    /// What a rule says of every row, before any waiver. One row's verdict rests on no other's.
    fn own_verdicts(&self, rule: &Rule, facts: &TableFacts) -> Vec<RuleVerdict> {
        let kernel = Kernel::compile(self.rules, rule);
        let interpret = |row: u32| self.rule_verdict(rule, row);
        let judge = |(verdicts, first): (&mut [RuleVerdict], u32)| match &kernel {
            Some(kernel) => kernel.judge(facts, first, verdicts, interpret),
            None => {
                for (row, verdict) in (first..).zip(verdicts) {
                    *verdict = interpret(row);
                }
            }
        };
        let mut verdicts = vec![RuleVerdict::Insufficient; facts.len() as usize];
        if verdicts.len() <= ROWS_AT_ONCE {
            judge((&mut verdicts, 0));
            return verdicts;
        }
        let starts = (0..facts.len()).into_par_iter().step_by(ROWS_AT_ONCE);
        let chunks = verdicts.par_chunks_mut(ROWS_AT_ONCE).zip(starts);
        chunks.for_each(judge);
        verdicts
    }

    fn judge_nominations(&mut self) -> Vec<crate::diagnostic::Diagnostic> {
        let Some(list) = &self.rules.nominations else {
            return Vec::new();
        };
        let faulty = self.checks.faulty(list.table);
        match nomination::judge(self.evaluator(), list, &self.tables, &faulty) {
            Some((nominations, findings)) => {
                self.nominations = Some(nominations);
                findings
            }
            None => {
                self.leave_out("nominations", list.table);
                Vec::new()
            }
        }
    }

    fn judge_quotas(&mut self) {
        for (index, quota) in self.rules.quotas.iter().enumerate() {
            match quota::judge(self.evaluator(), index, quota) {
                Some(verdicts) => self.quotas.extend(verdicts),
                None => self.leave_out("quotas", quota.table),
            }
        }
    }

    fn judge_targets(&mut self, completeness: &Completeness<'_>) {
        for (index, target) in self.rules.targets.iter().enumerate() {
            let absent = self.absent_table_of(target);
            match target::judge(self.evaluator(), index, target, completeness) {
                Some(verdicts) if absent.is_none() => self.targets.extend(verdicts),
                Some(_) | None => {
                    if let Some(table) = absent {
                        self.leave_out("targets", table);
                    }
                }
            }
        }
    }

    /// The table that a target cannot do without, if it is not in the data: its own, or the first of those that it sums over.
    fn absent_table_of(&self, target: &Target) -> Option<TableId> {
        let mut read = Vec::from_iter(target.table);
        if read.is_empty() {
            let year = target
                .years
                .first()
                .copied()
                .into_iter()
                .collect::<Vec<_>>();
            target
                .measure
                .formula
                .each_slot(&self.rules.derived, &year, &mut |table, _| read.push(table));
        }
        let is_there = read.iter().any(|table| self.has(*table));
        read.first().copied().filter(|_| !is_there)
    }

    fn judge_deadlines(&mut self) -> Vec<crate::diagnostic::Diagnostic> {
        let mut all = Vec::new();
        for (index, deadline) in self.rules.deadlines.iter().enumerate() {
            for who in &deadline.who {
                match deadline::judge(self.evaluator(), index, deadline, who) {
                    Some(verdicts) => all.extend(verdicts),
                    None if self.has(who.table) => self.leave_out("deadlines", deadline.records),
                    None => self.leave_out("deadlines", who.table),
                }
            }
        }
        self.deadlines = Deadlines::new(all);
        deadline::of_nobody(self.evaluator())
    }

    fn note_unmade_checks(&mut self) {
        for check in &self.rules.checks {
            for checked in check
                .tables
                .iter()
                .filter(|checked| !self.has(checked.table))
                .collect::<Vec<_>>()
            {
                self.leave_out("checks", checked.table);
            }
        }
    }

    fn rule_verdict(&self, rule: &Rule, row: u32) -> RuleVerdict {
        let answer = |condition: &Condition| {
            let mut scene = Scene::new(rule.table, row);
            self.evaluator()
                .answer(&condition.formula, &mut scene, &mut ())
                .truth()
        };
        match rule.when.as_ref().map(answer) {
            Some(Some(false)) => RuleVerdict::NotApplicable,
            Some(None) => RuleVerdict::Insufficient,
            Some(Some(true)) | None => required(answer(&rule.require)),
        }
    }

    /// Takes what the rows of a table came to that passed by.
    pub fn count_passed(&mut self, table: TableId, tally: Tally) {
        let mut judged = self.tables.iter_mut();
        if let Some(judged) = judged.find(|judged| judged.table == table) {
            judged.tally = tally;
        }
    }

    /// The verdict on a row of a table with criteria.
    pub fn subject(&self, table: TableId, row: u32) -> Option<SubjectVerdict> {
        let judged = self.tables.iter().find(|judged| judged.table == table)?;
        judged.subjects().get(row as usize).copied()
    }

    /// The list of nominations, if it has entries. One that is as blank as the workbook came nominates nobody, and all subjects count.
    pub fn nominated(&self) -> Option<&Nominations> {
        let list = self.nominations.as_ref();
        list.filter(|list| !list.entries.is_empty())
    }

    /// How often that verdict counts: on nominations, or on all subjects where the data holds no nominations.
    pub fn counting(&self, verdict: SubjectVerdict) -> usize {
        match self.nominated() {
            Some(list) => {
                let entries = list.entries.iter();
                entries.filter(|entry| entry.verdict == verdict).count()
            }
            None => {
                let tables = self.tables.iter();
                tables.map(|table| table.count_of(verdict)).sum()
            }
        }
    }

    /// How many of the counted rows of a quota are eligible nominations; none for a list that is no list of nominations.
    pub fn eligible(&self, quota: &QuotaVerdict) -> Option<usize> {
        let table = self.rules.quotas.get(quota.quota)?.table;
        let list = self
            .nominations
            .as_ref()
            .filter(|list| list.table == table)?;
        let is_eligible = |row: &&u32| {
            list.entries
                .get(**row as usize)
                .is_some_and(|entry| entry.verdict == SubjectVerdict::Eligible)
        };
        Some(quota.counted.iter().filter(is_eligible).count())
    }

    /// Whether anything at all came out.
    pub fn is_empty(&self) -> bool {
        let checked = |counts: &CheckCounts| counts.met + counts.not_met > 0;
        // A target none of whose years has a figure has not been judged, although it has a status.
        let followed = |target: &TargetVerdict| {
            target.measured.is_some() || target.status == TargetStatus::NotApplicable
        };
        self.tables.iter().all(TableVerdicts::is_empty)
            && self
                .nominations
                .as_ref()
                .is_none_or(|list| list.entries.is_empty())
            && !self.targets.iter().any(followed)
            && self.deadlines.verdicts.is_empty()
            && !self.checks.counts.iter().any(checked)
    }

    /// The facts that were judged.
    pub fn facts(&self) -> &'a Facts {
        self.facts
    }

    /// The rules that judged.
    pub fn rules(&self) -> &'a RuleSet {
        self.rules
    }
}

fn required(answer: Option<bool>) -> RuleVerdict {
    match answer {
        Some(true) => RuleVerdict::Met,
        Some(false) => RuleVerdict::NotMet,
        None => RuleVerdict::Insufficient,
    }
}
