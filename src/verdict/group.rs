//! From the verdicts of rules to the verdict on a subject, column by column: no row's is anything that a processor could guess.
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
            Member::Rule(index) => see(&mut seen, of_rule(*index).unwrap_or_default()),
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
