//! The verdict of a rule: the five words that rule files, reports and scripts share.
//!
//! In: nothing. Out: the words. Must not know: how a verdict comes about.

/// The verdict of a rule for one subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RuleVerdict {
    /// It holds.
    Met,
    /// It does not hold.
    NotMet,
    /// Facts are missing that would decide it.
    Insufficient,
    /// It does not concern the subject.
    NotApplicable,
    /// A recorded decision lifts it.
    Waived,
}

impl RuleVerdict {
    /// All verdicts, in the order of reports.
    pub const ALL: [RuleVerdict; 5] = [
        RuleVerdict::Met,
        RuleVerdict::NotMet,
        RuleVerdict::Insufficient,
        RuleVerdict::NotApplicable,
        RuleVerdict::Waived,
    ];

    /// The word of rule files and of the JSON report.
    pub fn word(self) -> &'static str {
        match self {
            RuleVerdict::Met => "met",
            RuleVerdict::NotMet => "not_met",
            RuleVerdict::Insufficient => "insufficient",
            RuleVerdict::NotApplicable => "not_applicable",
            RuleVerdict::Waived => "waived",
        }
    }

    /// The verdict of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verdict| verdict.word() == word)
    }
}
