//! The keys of the words for kinds, parts and states.
//!
//! In: members of closed sets. Out: keys of the `.ftl` files. Must not know: languages.

use super::change::Kind;
use super::head::HeadPart;
use crate::rule::Judge;
use crate::verdict::{DeadlineStatus, WaiverState};

pub(super) fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Nomination => "diff-kind-nomination",
        Kind::Subject => "diff-kind-subject",
        Kind::Quota => "diff-kind-quota",
        Kind::Target => "diff-kind-target",
        Kind::Deadline => "diff-kind-deadline",
        Kind::Check => "diff-kind-check",
        Kind::Waiver => "diff-kind-waiver",
        Kind::Unit => "diff-kind-unit",
        Kind::Section => "diff-kind-section",
        Kind::Input => "diff-kind-input",
        Kind::Sheet => "diff-kind-sheet",
        Kind::Finding => "diff-kind-finding",
    }
}

pub(super) fn head_key(part: HeadPart) -> &'static str {
    match part {
        HeadPart::Tool => "diff-head-tool",
        HeadPart::Language => "diff-head-language",
        HeadPart::RuleSet => "diff-head-ruleset",
        HeadPart::Version => "diff-head-version",
        HeadPart::Content => "diff-head-content",
        HeadPart::Base => "diff-head-base",
        HeadPart::Rosters => "diff-head-rosters",
        HeadPart::Round => "diff-head-round",
        HeadPart::Day => "diff-head-day",
        HeadPart::Overrides => "diff-head-overrides",
        HeadPart::Only => "diff-head-only",
        HeadPart::Redacted => "diff-head-redacted",
    }
}

pub(in crate::report) fn deadline_key(status: DeadlineStatus) -> &'static str {
    match status {
        DeadlineStatus::Met => "diff-deadline-met",
        DeadlineStatus::Late => "diff-deadline-late",
        DeadlineStatus::Overdue => "diff-deadline-overdue",
        DeadlineStatus::Pending => "diff-deadline-pending",
        DeadlineStatus::Insufficient => "diff-deadline-insufficient",
    }
}

pub(super) fn judge_key(judge: Judge) -> &'static str {
    match judge {
        Judge::Each => "diff-judge-each",
        Judge::Latest => "diff-judge-latest",
        Judge::Mean => "diff-judge-mean",
        Judge::Total => "diff-judge-total",
    }
}

pub(super) fn waiver_key(state: WaiverState) -> &'static str {
    match state {
        WaiverState::Applied => "diff-waiver-applied",
        WaiverState::NotNeeded => "diff-waiver-not-needed",
        WaiverState::Expired => "diff-waiver-expired",
        WaiverState::NotYet => "diff-waiver-not-yet",
        WaiverState::NoSubject => "diff-waiver-no-subject",
        WaiverState::NotInData => "diff-waiver-not-in-data",
    }
}
