//! How many rows came to what, so that rows can be counted and forgotten.
//!
//! In: the verdicts on a row. Out: counts. Must not know: which row.

use crate::rule::RuleVerdict;
use crate::verdict::SubjectVerdict;

/// Counts of one table's verdicts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// By rule, in the table's order, and by verdict.
    rules: Vec<[usize; RuleVerdict::ALL.len()]>,
    subjects: [usize; SubjectVerdict::ALL.len()],
}

impl Tally {
    /// Nothing counted yet, for so many rules.
    pub(super) fn new(rules: usize) -> Self {
        Tally {
            rules: vec![[0; RuleVerdict::ALL.len()]; rules],
            ..Tally::default()
        }
    }

    /// Counts a row.
    pub(super) fn add(&mut self, rules: &[RuleVerdict], subject: SubjectVerdict) {
        for (counts, verdict) in self.rules.iter_mut().zip(rules) {
            counts[*verdict as usize] += 1;
        }
        self.subjects[subject as usize] += 1;
    }

    /// Adds what was counted of other rows by the same rules.
    pub fn add_all(&mut self, other: &Tally) {
        if self.rules.is_empty() {
            self.rules = Tally::new(other.rules.len()).rules;
        }
        for (counts, more) in self.rules.iter_mut().zip(&other.rules) {
            add(counts, more);
        }
        add(&mut self.subjects, &other.subjects);
    }

    pub(super) fn of_rule(&self, at: usize, verdict: RuleVerdict) -> usize {
        self.rules
            .get(at)
            .map_or(0, |counts| counts[verdict as usize])
    }

    pub(super) fn of_subjects(&self, verdict: SubjectVerdict) -> usize {
        self.subjects[verdict as usize]
    }
}

fn add(counts: &mut [usize], more: &[usize]) {
    counts
        .iter_mut()
        .zip(more)
        .for_each(|(count, more)| *count += more);
}
