//! From the verdicts of rules to the verdicts on subjects, a column at a time and without a jump for any row: which verdict comes next
//! is nothing that a processor could guess.
//!
//! In: a tree of groups, and each rule's verdicts. Out: the tree's verdicts, and the subjects'. Must not know: facts, formulas.

use crate::rule::{Connective, Group, Member, RuleIndex, RuleVerdict};
use crate::verdict::SubjectVerdict;
use rustc_hash::FxHashSet;

/// What the members of a group came to, as bits.
const MET: u8 = 0b001;
const NOT_MET: u8 = 0b010;
const OPEN: u8 = 0b100;

/// The verdicts of a group on so many rows.
pub(super) fn verdicts<'v>(
    group: &Group,
    rows: usize,
    of_rule: &impl Fn(RuleIndex) -> Option<&'v [RuleVerdict]>,
) -> Vec<RuleVerdict> {
    let mut seen = vec![0; rows];
    for member in &group.members {
        match member {
            Member::Rule(index) => match of_rule(*index) {
                Some(of_rule) => see(&mut seen, of_rule),
                // Nobody has judged it, so it may hold or not.
                None => seen.iter_mut().for_each(|seen| *seen |= OPEN),
            },
            Member::Group(inner) => see(&mut seen, &verdicts(inner, rows, of_rule)),
        }
    }
    let first_of = |seen: u8, order: [(u8, RuleVerdict); 3]| {
        let [first, second, third] = order;
        let last = if seen & third.0 != 0 {
            third.1
        } else {
            RuleVerdict::NotApplicable
        };
        let later = if seen & second.0 != 0 { second.1 } else { last };
        if seen & first.0 != 0 { first.1 } else { later }
    };
    let (met, not_met) = ((MET, RuleVerdict::Met), (NOT_MET, RuleVerdict::NotMet));
    let open = (OPEN, RuleVerdict::Insufficient);
    let order = match group.combines {
        Connective::All => [not_met, open, met],
        Connective::Any => [met, open, not_met],
    };
    seen.into_iter().map(|seen| first_of(seen, order)).collect()
}

fn see(seen: &mut [u8], verdicts: &[RuleVerdict]) {
    for (seen, verdict) in seen.iter_mut().zip(verdicts) {
        let is = |wanted: RuleVerdict| u8::from(*verdict == wanted);
        *seen |= MET * (is(RuleVerdict::Met) | is(RuleVerdict::Waived));
        *seen |= NOT_MET * is(RuleVerdict::NotMet);
        *seen |= OPEN * is(RuleVerdict::Insufficient);
    }
}

/// The verdicts on subjects. One to which nothing applied has not passed anything; one whose data fail a check is not eligible yet.
pub(super) fn subjects(root: &[RuleVerdict], faulty: &FxHashSet<u32>) -> Vec<SubjectVerdict> {
    let subject = |root: &RuleVerdict| match root {
        RuleVerdict::Met | RuleVerdict::Waived => SubjectVerdict::Eligible,
        RuleVerdict::NotMet => SubjectVerdict::Ineligible,
        RuleVerdict::Insufficient | RuleVerdict::NotApplicable => SubjectVerdict::Undetermined,
    };
    let mut subjects: Vec<SubjectVerdict> = root.iter().map(subject).collect();
    for row in faulty {
        if let Some(subject) = subjects.get_mut(*row as usize)
            && *subject == SubjectVerdict::Eligible
        {
            *subject = SubjectVerdict::Undetermined;
        }
    }
    subjects
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of one row, as a person would say it.
    fn combined(combines: Connective, members: [RuleVerdict; 2]) -> RuleVerdict {
        let has = |verdict| members.contains(&verdict);
        let is_met = has(RuleVerdict::Met) || has(RuleVerdict::Waived);
        match combines {
            Connective::All if has(RuleVerdict::NotMet) => RuleVerdict::NotMet,
            Connective::Any if is_met => RuleVerdict::Met,
            _ if has(RuleVerdict::Insufficient) => RuleVerdict::Insufficient,
            Connective::All if is_met => RuleVerdict::Met,
            Connective::Any if has(RuleVerdict::NotMet) => RuleVerdict::NotMet,
            Connective::All | Connective::Any => RuleVerdict::NotApplicable,
        }
    }

    fn group(combines: Connective, members: Vec<Member>) -> Group {
        Group { combines, members }
    }

    /// Every verdict of three rules with every other, in one group and the group within.
    #[test]
    fn groups_of_every_verdict_come_out_row_by_row() {
        let all = RuleVerdict::ALL;
        let rows = || {
            all.into_iter()
                .flat_map(|a| all.map(|b| all.map(|c| [a, b, c])).concat())
        };
        let columns = [0, 1, 2].map(|at| rows().map(|row| row[at]).collect::<Vec<_>>());
        let of_rule = |index: RuleIndex| columns.get(index.0).map(Vec::as_slice);
        let rule = |at: usize| Member::Rule(RuleIndex(at));
        let ways = [Connective::All, Connective::Any];
        for (outer, inner) in ways
            .into_iter()
            .flat_map(|outer| ways.map(|inner| (outer, inner)))
        {
            let within = Member::Group(group(inner, vec![rule(1), rule(2)]));
            let tree = group(outer, vec![rule(0), within]);
            let verdicts = verdicts(&tree, columns[0].len(), &of_rule);
            for ([a, b, c], verdict) in rows().zip(verdicts) {
                let expected = combined(outer, [a, combined(inner, [b, c])]);
                assert_eq!(verdict, expected, "{outer:?} {a:?}, {inner:?} {b:?} {c:?}");
            }
        }
    }

    #[test]
    fn a_rule_that_nobody_has_judged_leaves_its_group_open() {
        let column = [RuleVerdict::Met, RuleVerdict::NotMet];
        let of_rule = |index: RuleIndex| (index.0 == 0).then_some(column.as_slice());
        let verdicts_by = |combines| {
            let members = [0, 1].map(|at| Member::Rule(RuleIndex(at)));
            verdicts(&group(combines, members.into()), 2, &of_rule)
        };
        let (met, not_met, open) = (column[0], column[1], RuleVerdict::Insufficient);
        assert_eq!(verdicts_by(Connective::All), [open, not_met]);
        assert_eq!(verdicts_by(Connective::Any), [met, open]);
    }

    #[test]
    fn a_subject_is_eligible_only_if_its_data_are_sound() {
        let faulty = FxHashSet::from_iter([0, 1, 9]);
        let root = [
            RuleVerdict::Met,
            RuleVerdict::NotMet,
            RuleVerdict::Met,
            RuleVerdict::NotApplicable,
        ];
        let expected = [
            SubjectVerdict::Undetermined,
            SubjectVerdict::Ineligible,
            SubjectVerdict::Eligible,
            SubjectVerdict::Undetermined,
        ];
        assert_eq!(subjects(&root, &faulty), expected);
    }
}
