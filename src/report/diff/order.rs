//! What is better than what.
//!
//! In: how something stood and stands. Out: which way that goes. Must not know: what it is.
//!
//! The order, best first:
//!
//! | of | order |
//! |---|---|
//! | subjects, nominations | eligible, undetermined, ineligible |
//! | rules, quotas | met = waived, insufficient, not met |
//! | targets | met with the higher goal, met, on track, behind, insufficient, not met |
//! | deadlines | met, pending, insufficient, late, overdue |
//!
//! What is gone because nobody looked (`coverage`) is neither better nor worse.
//! What does not apply (`not_applicable`, `information`) is neither better nor worse than anything, and what is gone is neither.
//! What appears is worse if it is against the rules, or a nomination or quota that cannot be decided; else it is neither.

use super::change::{Direction, State};
use crate::rule::RuleVerdict;
use crate::verdict::{DeadlineStatus, SubjectVerdict, TargetStatus};
use std::cmp::Ordering;

/// Which way the change from one state to another goes.
pub(super) fn direction(before: Option<&State>, after: Option<&State>) -> Direction {
    match (before, after) {
        (Some(before), Some(after)) if before == after => Direction::Same,
        (Some(before), Some(after)) => between(rank(before), rank(after)),
        (None, Some(after)) if is_bad(after) => Direction::Worse,
        (None, Some(_)) | (Some(_), None) => Direction::Other,
        (None, None) => Direction::Same,
    }
}

/// Which way the change of a rule's verdict goes.
pub(super) fn of_rules(before: RuleVerdict, after: RuleVerdict) -> Direction {
    between(rule(before), rule(after))
}

/// The higher the better; none is not to be compared.
fn rank(state: &State) -> Option<i64> {
    match state {
        State::Subject(verdict) => Some(subject(*verdict)),
        State::Rule(verdict) => rule(*verdict),
        State::Target(status, exceeded) => target(*status, *exceeded),
        State::Deadline(status) => Some(deadline(*status)),
        State::Present | State::Used | State::Changed => Some(1),
        State::Absent | State::NotUsed => Some(0),
        State::Count(count) => Some(-i64::try_from(*count).unwrap_or(i64::MAX)),
        State::Waiver(_) => None,
    }
}

fn between(before: Option<i64>, after: Option<i64>) -> Direction {
    match before.zip(after).map(|(before, after)| after.cmp(&before)) {
        Some(Ordering::Less) => Direction::Worse,
        Some(Ordering::Greater) => Direction::Better,
        Some(Ordering::Equal) | None => Direction::Other,
    }
}

/// Whether something that was not there is worse than nothing.
fn is_bad(state: &State) -> bool {
    match state {
        State::Subject(verdict) => *verdict != SubjectVerdict::Eligible,
        State::Rule(verdict) => {
            matches!(verdict, RuleVerdict::NotMet | RuleVerdict::Insufficient)
        }
        State::Target(status, _) => {
            matches!(status, TargetStatus::NotMet | TargetStatus::Behind)
        }
        State::Deadline(status) => {
            matches!(status, DeadlineStatus::Late | DeadlineStatus::Overdue)
        }
        State::Absent | State::NotUsed => true,
        State::Count(count) => *count > 0,
        State::Waiver(_) | State::Present | State::Used | State::Changed => false,
    }
}

fn subject(verdict: SubjectVerdict) -> i64 {
    match verdict {
        SubjectVerdict::Eligible => 2,
        SubjectVerdict::Undetermined => 1,
        SubjectVerdict::Ineligible => 0,
    }
}

fn rule(verdict: RuleVerdict) -> Option<i64> {
    match verdict {
        RuleVerdict::Met | RuleVerdict::Waived => Some(2),
        RuleVerdict::Insufficient => Some(1),
        RuleVerdict::NotMet => Some(0),
        RuleVerdict::NotApplicable => None,
    }
}

fn target(status: TargetStatus, exceeded: bool) -> Option<i64> {
    match status {
        TargetStatus::Met if exceeded => Some(5),
        TargetStatus::Met => Some(4),
        TargetStatus::OnTrack => Some(3),
        TargetStatus::Behind => Some(2),
        TargetStatus::Insufficient => Some(1),
        TargetStatus::NotMet => Some(0),
        TargetStatus::NotApplicable | TargetStatus::Information => None,
    }
}

fn deadline(status: DeadlineStatus) -> i64 {
    match status {
        DeadlineStatus::Met => 4,
        DeadlineStatus::Pending => 3,
        DeadlineStatus::Insufficient => 2,
        DeadlineStatus::Late => 1,
        DeadlineStatus::Overdue => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_falls_from_eligible_over_undetermined_to_ineligible() {
        let falling = [
            SubjectVerdict::Eligible,
            SubjectVerdict::Undetermined,
            SubjectVerdict::Ineligible,
        ];
        for pair in falling.windows(2) {
            let states = [State::Subject(pair[0]), State::Subject(pair[1])];
            assert_eq!(
                direction(Some(&states[0]), Some(&states[1])),
                Direction::Worse
            );
            assert_eq!(
                direction(Some(&states[1]), Some(&states[0])),
                Direction::Better
            );
        }
    }

    #[test]
    fn what_appears_against_the_rules_is_worse_and_what_goes_is_neither() {
        let bad = State::Subject(SubjectVerdict::Ineligible);
        let good = State::Subject(SubjectVerdict::Eligible);
        assert_eq!(direction(None, Some(&bad)), Direction::Worse);
        assert_eq!(direction(None, Some(&good)), Direction::Other);
        assert_eq!(direction(Some(&bad), None), Direction::Other);
    }

    #[test]
    fn what_does_not_apply_is_neither_better_nor_worse() {
        for verdict in RuleVerdict::ALL {
            assert_eq!(
                of_rules(verdict, RuleVerdict::NotApplicable),
                Direction::Other
            );
        }
        assert_eq!(
            of_rules(RuleVerdict::Met, RuleVerdict::Waived),
            Direction::Other
        );
    }
}
