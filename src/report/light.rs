//! How something stands, as a sign that is readable without colour, and the words of verdicts.
//!
//! In: verdicts. Out: signs and keys of the `.ftl` files. Must not know: where they are drawn.

use crate::diagnostic::Severity;
use crate::rule::RuleVerdict;
use crate::verdict::{DeadlineStatus, SubjectVerdict, TargetStatus};

/// How something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Light {
    Good,
    Bad,
    Open,
    /// Not yet decided by time, and as it should be.
    Coming,
    /// Somebody should look.
    Attention,
    /// Nothing to say.
    Quiet,
}

impl Light {
    pub(super) fn of_subject(verdict: SubjectVerdict) -> Light {
        match verdict {
            SubjectVerdict::Eligible => Light::Good,
            SubjectVerdict::Ineligible => Light::Bad,
            SubjectVerdict::Undetermined => Light::Open,
        }
    }

    pub(super) fn of_rule(verdict: RuleVerdict) -> Light {
        match verdict {
            RuleVerdict::Met | RuleVerdict::Waived => Light::Good,
            RuleVerdict::NotMet => Light::Bad,
            RuleVerdict::Insufficient => Light::Open,
            RuleVerdict::NotApplicable => Light::Quiet,
        }
    }

    pub(super) fn of_target(status: TargetStatus) -> Light {
        match status {
            TargetStatus::Met => Light::Good,
            TargetStatus::NotMet => Light::Bad,
            TargetStatus::OnTrack => Light::Coming,
            TargetStatus::Behind => Light::Attention,
            TargetStatus::Insufficient => Light::Open,
            TargetStatus::NotApplicable | TargetStatus::Information => Light::Quiet,
        }
    }

    pub(super) fn of_deadline(status: DeadlineStatus) -> Light {
        match status {
            DeadlineStatus::Met => Light::Good,
            DeadlineStatus::Late | DeadlineStatus::Overdue => Light::Bad,
            DeadlineStatus::Pending => Light::Coming,
            DeadlineStatus::Insufficient => Light::Open,
        }
    }

    pub(super) fn of_severity(severity: Severity) -> Light {
        match severity {
            Severity::Error => Light::Bad,
            Severity::Warning => Light::Attention,
            Severity::Note => Light::Quiet,
        }
    }

    /// The light of a run by its exit code.
    pub(super) fn of_exit(code: u8) -> Light {
        match code {
            0 => Light::Good,
            2 => Light::Open,
            _ => Light::Bad,
        }
    }

    pub(super) fn sign(self) -> &'static str {
        match self {
            Light::Good => "✓",
            Light::Bad => "✗",
            Light::Open => "?",
            Light::Coming => "…",
            Light::Attention => "!",
            Light::Quiet => "·",
        }
    }

    /// A word for style sheets and scripts.
    pub(super) fn word(self) -> &'static str {
        match self {
            Light::Good => "good",
            Light::Bad => "bad",
            Light::Open => "open",
            Light::Coming => "coming",
            Light::Attention => "attention",
            Light::Quiet => "quiet",
        }
    }

    /// The sign, coloured for a terminal if colours may be used.
    pub(super) fn drawn(self, colour: bool) -> String {
        let sign = self.sign();
        let code = match self {
            Light::Good => 32,
            Light::Bad => 31,
            Light::Open | Light::Attention => 33,
            Light::Coming => 36,
            Light::Quiet => 0,
        };
        match colour {
            true => format!("\u{1b}[{code}m{sign}\u{1b}[0m"),
            false => sign.to_owned(),
        }
    }
}

/// Key of the word for a verdict on a subject.
pub(super) fn subject_key(verdict: SubjectVerdict) -> &'static str {
    match verdict {
        SubjectVerdict::Eligible => "verdict-eligible",
        SubjectVerdict::Ineligible => "verdict-ineligible",
        SubjectVerdict::Undetermined => "verdict-undetermined",
    }
}

/// Key of the word for a verdict of a rule.
pub(super) fn rule_key(verdict: RuleVerdict) -> &'static str {
    match verdict {
        RuleVerdict::Met => "verdict-met",
        RuleVerdict::NotMet => "verdict-not-met",
        RuleVerdict::Insufficient => "verdict-insufficient",
        RuleVerdict::NotApplicable => "verdict-not-applicable",
        RuleVerdict::Waived => "verdict-waived",
    }
}

/// Key of the word for a target's status.
pub(super) fn target_key(status: TargetStatus) -> &'static str {
    match status {
        TargetStatus::Met => "target-met",
        TargetStatus::NotMet => "target-not-met",
        TargetStatus::OnTrack => "target-on-track",
        TargetStatus::Behind => "target-behind",
        TargetStatus::Insufficient => "target-insufficient",
        TargetStatus::NotApplicable => "target-not-applicable",
        TargetStatus::Information => "target-information",
    }
}

/// Key of the words for how many stand so before a deadline.
pub(super) fn deadline_key(status: DeadlineStatus) -> &'static str {
    match status {
        DeadlineStatus::Met => "deadline-met",
        DeadlineStatus::Late => "deadline-late",
        DeadlineStatus::Overdue => "deadline-overdue",
        DeadlineStatus::Pending => "deadline-pending",
        DeadlineStatus::Insufficient => "deadline-open",
    }
}

/// Key of the word for where one unit stands before a deadline.
pub(super) fn filing_key(status: DeadlineStatus) -> &'static str {
    match status {
        DeadlineStatus::Met => "filing-met",
        DeadlineStatus::Late => "filing-late",
        DeadlineStatus::Overdue => "filing-overdue",
        DeadlineStatus::Pending => "filing-pending",
        DeadlineStatus::Insufficient => "filing-insufficient",
    }
}

/// Key of the word for a severity.
pub(super) fn severity_key(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "severity-error",
        Severity::Warning => "severity-warning",
        Severity::Note => "severity-note",
    }
}
