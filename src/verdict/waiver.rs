//! Waivers as they come out: which lift a verdict, which do not and why.
//!
//! In: waivers, the day, the facts. Out: the waivers in force by rule and row; later the state of each. Must not know: formulas.

use crate::diagnostic::Diagnostic;
use crate::fact::Facts;
use crate::fact::data::TableFacts;
use crate::rule::{RuleIndex, RuleSet, RuleVerdict, Waiver};
use crate::verdict::Problem;
use rustc_hash::FxHashMap;

/// What became of a waiver.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WaiverState {
    /// It lifted a verdict.
    Applied,
    /// The rule is met or does not apply anyway.
    NotNeeded,
    /// It no longer holds.
    Expired,
    /// It does not hold yet.
    NotYet,
    /// The data has the subject's table, but not the subject.
    NoSubject,
    /// The data does not have the subject's table.
    NotInData,
}

impl WaiverState {
    /// The word of the JSON report.
    pub fn word(self) -> &'static str {
        match self {
            WaiverState::Applied => "applied",
            WaiverState::NotNeeded => "not_needed",
            WaiverState::Expired => "expired",
            WaiverState::NotYet => "not_yet",
            WaiverState::NoSubject => "no_subject",
            WaiverState::NotInData => "not_in_data",
        }
    }
}

/// The waivers of a run, each with its state.
#[derive(Debug, Default)]
pub struct Waivers<'a> {
    /// In the order of their file.
    pub all: Vec<(&'a Waiver, WaiverState)>,
    in_force: FxHashMap<(RuleIndex, u32), usize>,
}

impl<'a> Waivers<'a> {
    /// Finds each waiver's subject. Those in force count as not needed until they have lifted a verdict.
    pub(super) fn new(waivers: &'a [Waiver], rules: &RuleSet, facts: &Facts) -> Self {
        let mut found = Waivers::default();
        for (index, waiver) in waivers.iter().enumerate() {
            let table = facts
                .tables
                .get(usize::from(waiver.table.0))
                .and_then(Option::as_ref);
            let row = table.and_then(|table| row_of(table, &waiver.code));
            let state = match (table, row) {
                (None, _) => WaiverState::NotInData,
                (Some(_), None) => WaiverState::NoSubject,
                (Some(_), Some(_)) if rules.as_of > waiver.until => WaiverState::Expired,
                (Some(_), Some(_)) if rules.as_of < waiver.from => WaiverState::NotYet,
                (Some(_), Some(row)) => {
                    found.in_force.insert((waiver.rule, row), index);
                    WaiverState::NotNeeded
                }
            };
            found.all.push((waiver, state));
        }
        found
    }

    /// Lifts those of a rule's verdicts that it does not let pass, where a waiver says so.
    pub(super) fn lift(&mut self, rule: RuleIndex, verdicts: &mut [RuleVerdict]) {
        for ((_, row), index) in self.in_force.iter().filter(|((of, _), _)| *of == rule) {
            let verdict = verdicts.get_mut(*row as usize);
            let is_liftable = |own: &&mut RuleVerdict| {
                matches!(**own, RuleVerdict::NotMet | RuleVerdict::Insufficient)
            };
            if let Some(verdict) = verdict.filter(is_liftable) {
                *verdict = RuleVerdict::Waived;
                self.all[*index].1 = WaiverState::Applied;
            }
        }
    }

    /// The waiver that lifts that rule's verdict for that row.
    pub fn applied(&self, rule: RuleIndex, row: u32) -> Option<&'a Waiver> {
        let (waiver, state) = self.all.get(*self.in_force.get(&(rule, row))?)?;
        (*state == WaiverState::Applied).then_some(*waiver)
    }

    /// What there is to say about them, when everything is judged.
    pub(super) fn findings(&self, rules: &RuleSet) -> Vec<Diagnostic> {
        let finding = |(waiver, state): &(&Waiver, WaiverState)| {
            let rule = rules.rule(waiver.rule).clause.id.clone();
            let table = &rules.schema.table_at(waiver.table).name;
            let subject = format!("{table}/{}", waiver.code);
            let problem = match state {
                WaiverState::Applied | WaiverState::NotInData => return None,
                WaiverState::NotNeeded => Problem::WaiverNotNeeded { rule, subject },
                WaiverState::NoSubject => Problem::WaiverWithoutSubject { rule, subject },
                WaiverState::Expired => Problem::WaiverExpired {
                    rule,
                    subject,
                    until: waiver.until,
                },
                WaiverState::NotYet => Problem::WaiverNotYet {
                    rule,
                    subject,
                    from: waiver.from,
                },
            };
            Some(problem.at(waiver.place.clone()))
        };
        self.all.iter().filter_map(finding).collect()
    }
}

/// The row of a code, whatever stands in it.
pub(super) fn row_of(table: &TableFacts, code: &str) -> Option<u32> {
    match table.key().len() {
        1 => table.find(&[code]),
        _ => (0..table.len()).find(|row| table.code(*row) == code),
    }
}
