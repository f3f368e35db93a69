//! What the verdicts and the state of the data mean for a script.
//!
//! In: everything that was judged. Out: the exit code of the run. Must not know: how anything is judged or drawn.

use crate::cli::ExitCode;
use crate::diagnostic::{Diagnostic, Severity};
use crate::fact::{Facts, SkipReason};
use crate::rule::RuleVerdict;
use crate::verdict::{DeadlineStatus, SubjectVerdict, Verdicts, WaiverState};

/// The exit code that the data and the verdicts come to. A missed target is reported, not an offence.
pub(crate) fn exit_code(verdicts: &Verdicts<'_>, not_found: &[Diagnostic]) -> ExitCode {
    let facts = verdicts.facts();
    let mut code = ExitCode::Clean;
    if is_against(verdicts, facts) {
        code = code.or(ExitCode::Against);
    }
    if is_undecided(verdicts) {
        code = code.or(ExitCode::Undecided);
    }
    if is_refused(verdicts, facts) || !not_found.is_empty() {
        code = code.or(ExitCode::Refused);
    }
    code
}

/// The verdicts of quotas whose breach counts.
fn quotas<'v>(verdicts: &'v Verdicts<'_>) -> impl Iterator<Item = RuleVerdict> + 'v {
    let counts = |index: usize| {
        let quota = verdicts.rules().quotas.get(index);
        quota.is_some_and(|quota| quota.severity == Severity::Error)
    };
    let of_weight = verdicts.quotas.iter().filter(move |one| counts(one.quota));
    of_weight.map(|quota| quota.verdict)
}

fn is_against(verdicts: &Verdicts<'_>, facts: &Facts) -> bool {
    let failed = verdicts.checks.failed.iter().any(|failed| {
        let check = verdicts.rules().checks.get(failed.check);
        check.is_some_and(|check| check.severity == Severity::Error)
    });
    let deadlines = &verdicts.deadlines.verdicts;
    verdicts.counting(SubjectVerdict::Ineligible) > 0
        || quotas(verdicts).any(|verdict| verdict == RuleVerdict::NotMet)
        || failed
        || !facts.faults.is_empty()
        || deadlines
            .iter()
            .any(|one| matches!(one.status, DeadlineStatus::Late | DeadlineStatus::Overdue))
}

fn is_undecided(verdicts: &Verdicts<'_>) -> bool {
    let deadlines = &verdicts.deadlines.verdicts;
    verdicts.counting(SubjectVerdict::Undetermined) > 0
        || quotas(verdicts).any(|verdict| verdict == RuleVerdict::Insufficient)
        || deadlines
            .iter()
            .any(|one| one.status == DeadlineStatus::Insufficient)
}

fn is_refused(verdicts: &Verdicts<'_>, facts: &Facts) -> bool {
    let sheets = || facts.inputs.iter().flat_map(|input| &input.sheets);
    let lost = |(_, state): &(_, WaiverState)| *state == WaiverState::NoSubject;
    facts
        .inputs
        .iter()
        .any(|input| input.refused.is_some() || input.is_unrecognised())
        || sheets().any(|sheet| sheet.refused.is_some())
        || sheets().any(|sheet| sheet.skipped_for(SkipReason::NoKey) > 0)
        || sheets().any(|sheet| sheet.skipped_for(SkipReason::UnknownUnit) > 0)
        || verdicts.waivers.all.iter().any(lost)
        || verdicts.is_empty()
        || facts.unmet > 0
}
