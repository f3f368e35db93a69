//! From the verdicts of rules to the verdict on a subject.
//!
//! In: a tree of groups, and each rule's verdict. Out: the tree's verdict, and the subject's. Must not know: facts, formulas.

use crate::rule::{Connective, Group, Member, RuleIndex, RuleVerdict};
use crate::verdict::SubjectVerdict;

/// The verdict of a group.
pub(super) fn verdict(group: &Group, of_rule: &impl Fn(RuleIndex) -> RuleVerdict) -> RuleVerdict {
    // Bits, because which verdict comes next is nothing that a processor could guess.
    let mut seen = 0_u8;
    for member in &group.members {
        seen |= bit(match member {
            Member::Rule(index) => of_rule(*index),
            Member::Group(inner) => verdict(inner, of_rule),
        });
    }
    let has = |verdict: RuleVerdict| seen & bit(verdict) != 0;
    let met = has(RuleVerdict::Met) || has(RuleVerdict::Waived);
    let (not_met, open) = (has(RuleVerdict::NotMet), has(RuleVerdict::Insufficient));
    match group.combines {
        Connective::All if not_met => RuleVerdict::NotMet,
        Connective::All if open => RuleVerdict::Insufficient,
        Connective::All if met => RuleVerdict::Met,
        Connective::Any if met => RuleVerdict::Met,
        Connective::Any if open => RuleVerdict::Insufficient,
        Connective::Any if not_met => RuleVerdict::NotMet,
        Connective::All | Connective::Any => RuleVerdict::NotApplicable,
    }
}

fn bit(verdict: RuleVerdict) -> u8 {
    1 << verdict as u8
}

/// The verdict on a subject. One to which nothing applied has not passed anything; one whose data fail a check is not eligible yet.
pub(super) fn subject(root: RuleVerdict, faulty: bool) -> SubjectVerdict {
    match root {
        RuleVerdict::Met | RuleVerdict::Waived if faulty => SubjectVerdict::Undetermined,
        RuleVerdict::Met | RuleVerdict::Waived => SubjectVerdict::Eligible,
        RuleVerdict::NotMet => SubjectVerdict::Ineligible,
        RuleVerdict::Insufficient | RuleVerdict::NotApplicable => SubjectVerdict::Undetermined,
    }
}
