//! How reports were made, and what of that differs.
//!
//! In: the heads of two JSON reports. Out: the parts that differ. Must not know: what was judged, languages.

/// What a report says of how it was made.
#[derive(Clone, Default)]
pub(super) struct Head {
    pub(super) tool: String,
    pub(super) language: String,
    pub(super) rule_set: String,
    pub(super) version: String,
    pub(super) content: String,
    pub(super) base: String,
    pub(super) rosters: Vec<String>,
    pub(super) round: String,
    pub(super) as_of: String,
    pub(super) overrides: Vec<String>,
    /// What alone was listed; everything, if none.
    pub(super) only: Vec<String>,
    /// Whether names were left out.
    pub(super) redacted: bool,
}

/// A part of the head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HeadPart {
    Tool,
    Language,
    RuleSet,
    Version,
    Content,
    Base,
    Rosters,
    Round,
    Day,
    Overrides,
    Only,
    Redacted,
}

/// A part of the head that differs.
#[derive(Clone, Debug)]
pub(super) struct HeadChange {
    pub(super) part: HeadPart,
    pub(super) before: String,
    pub(super) after: String,
}

impl HeadPart {
    const ALL: [HeadPart; 12] = [
        HeadPart::RuleSet,
        HeadPart::Version,
        HeadPart::Content,
        HeadPart::Base,
        HeadPart::Rosters,
        HeadPart::Round,
        HeadPart::Day,
        HeadPart::Overrides,
        HeadPart::Only,
        HeadPart::Redacted,
        HeadPart::Language,
        HeadPart::Tool,
    ];

    /// The word of the JSON document.
    pub(super) fn word(self) -> &'static str {
        match self {
            HeadPart::Tool => "tool",
            HeadPart::Language => "lang",
            HeadPart::RuleSet => "ruleset",
            HeadPart::Version => "version",
            HeadPart::Content => "sha256",
            HeadPart::Base => "extends",
            HeadPart::Rosters => "rosters",
            HeadPart::Round => "round",
            HeadPart::Day => "as_of",
            HeadPart::Overrides => "overrides",
            HeadPart::Only => "only",
            HeadPart::Redacted => "redacted",
        }
    }
}

impl Head {
    fn part(&self, part: HeadPart) -> String {
        match part {
            HeadPart::Tool => self.tool.clone(),
            HeadPart::Language => self.language.clone(),
            HeadPart::RuleSet => self.rule_set.clone(),
            HeadPart::Version => self.version.clone(),
            HeadPart::Content => self.content.clone(),
            HeadPart::Base => self.base.clone(),
            HeadPart::Rosters => self.rosters.join(", "),
            HeadPart::Round => self.round.clone(),
            HeadPart::Day => self.as_of.clone(),
            HeadPart::Overrides => self.overrides.join(", "),
            HeadPart::Only => self.only.join(", "),
            HeadPart::Redacted => self.redacted.to_string(),
        }
    }

    /// What differs from a later head.
    pub(super) fn differences(&self, later: &Head) -> Vec<HeadChange> {
        let both = HeadPart::ALL.map(|part| HeadChange {
            part,
            before: self.part(part),
            after: later.part(part),
        });
        both.into_iter()
            .filter(|change| change.before != change.after)
            .collect()
    }

    /// Whether a later report judged by the same rules: only the program, the language, the day and what is
    /// told may differ.
    pub(super) fn judges_like(&self, later: &Head) -> bool {
        let differ = self.differences(later);
        let is_apart = |change: &HeadChange| {
            matches!(
                change.part,
                HeadPart::Tool
                    | HeadPart::Language
                    | HeadPart::Day
                    | HeadPart::Only
                    | HeadPart::Redacted
            )
        };
        differ.iter().all(is_apart)
    }

    /// The rule set with its version, the round, the day.
    pub(super) fn shown(&self) -> [String; 4] {
        [
            self.rule_set.clone(),
            self.version.clone(),
            self.round.clone(),
            self.as_of.clone(),
        ]
    }
}
