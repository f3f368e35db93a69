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
    /// Counts rows by their verdicts: a column for each rule, and that of the subjects.
    pub(super) fn of(rules: &[Vec<RuleVerdict>], subjects: &[SubjectVerdict]) -> Self {
        let mut tally = Tally::default();
        for column in rules {
            let mut counts = [0; RuleVerdict::ALL.len()];
            for verdict in RuleVerdict::ALL {
                counts[verdict as usize] = count(column, verdict);
            }
            tally.rules.push(counts);
        }
        for verdict in SubjectVerdict::ALL {
            tally.subjects[verdict as usize] = count(subjects, verdict);
        }
        tally
    }

    /// Adds what was counted of other rows by the same rules.
    pub fn add_all(&mut self, other: &Tally) {
        if self.rules.is_empty() {
            self.rules = vec![Default::default(); other.rules.len()];
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

/// How often a column has that verdict. Counted in bytes as long as they suffice, many at once.
fn count<V: Copy + PartialEq>(column: &[V], wanted: V) -> usize {
    let of_few = |few: &[V]| {
        let is_it = few.iter().map(|verdict| u8::from(*verdict == wanted));
        usize::from(is_it.fold(0, u8::wrapping_add))
    };
    column.chunks(usize::from(u8::MAX)).map(of_few).sum()
}

fn add(counts: &mut [usize], more: &[usize]) {
    counts
        .iter_mut()
        .zip(more)
        .for_each(|(count, more)| *count += more);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_columns_are_counted_whole() {
        for length in [0, 1, 254, 255, 256, 510, 511, 3000] {
            let column: Vec<RuleVerdict> =
                RuleVerdict::ALL.into_iter().cycle().take(length).collect();
            let subjects = vec![SubjectVerdict::Eligible; length];
            let tally = Tally::of(&[vec![RuleVerdict::Met; length], column.clone()], &subjects);
            for verdict in RuleVerdict::ALL {
                let one_by_one = column.iter().filter(|held| **held == verdict).count();
                assert_eq!(
                    tally.of_rule(1, verdict),
                    one_by_one,
                    "{verdict:?} of {length}"
                );
            }
            assert_eq!(tally.of_rule(0, RuleVerdict::Met), length);
            assert_eq!(tally.of_subjects(SubjectVerdict::Eligible), length);
            assert_eq!(tally.of_subjects(SubjectVerdict::Ineligible), 0);
        }
    }
}
