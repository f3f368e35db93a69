//! The report in the reader's language, before anybody draws it: every format for people draws what is told here.
//!
//! In: the report and a language. Out: sentences, figures and signs, one thing at a time. Must not know: paper, pages, workbooks.

mod checks;
mod deadlines;
mod findings;
mod inputs;
mod nominations;
mod quotas;
mod subjects;
mod targets;

pub(super) use checks::ToldCheck;
pub(super) use deadlines::{ToldDeadline, ToldFiling};
pub(super) use nominations::ToldNomination;
pub(super) use quotas::ToldQuota;
pub(super) use subjects::ToldRule;
pub(super) use targets::{ToldTarget, ToldYear};

use super::Report;
use super::arithmetic::{Line, Words};
use crate::locale::Locale;
use crate::number::Number;
use crate::text::printable;
use crate::verdict::WaiverState;

/// Tells a report piece by piece.
#[derive(Clone, Copy)]
pub(super) struct Teller<'a> {
    pub(super) report: &'a Report<'a>,
    pub(super) locale: &'a Locale,
    /// Names told of one list; the rest are counted.
    pub(super) most: usize,
}

/// What was judged by which rules, and when.
pub(super) struct Head {
    /// The plan's title.
    pub(super) title: String,
    /// The round's title.
    pub(super) round: String,
    /// The day on which the report looks back.
    pub(super) date: String,
    /// The rule set's version.
    pub(super) version: String,
    /// All of this on one line.
    pub(super) line: String,
    /// What was changed of the rules: waivers, an extended rule set, replaced constants.
    pub(super) notes: Vec<String>,
}

impl<'a> Teller<'a> {
    /// Tells lists whole.
    pub(super) fn whole(report: &'a Report<'a>, locale: &'a Locale) -> Self {
        Teller {
            report,
            locale,
            most: usize::MAX,
        }
    }

    pub(super) fn words(&self) -> Words<'a> {
        Words {
            rules: self.report.rules,
            facts: self.report.facts(),
            locale: self.locale,
            redacted: self.report.selection.redacted,
        }
    }

    pub(super) fn label(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        self.locale.label_with(key, arguments)
    }

    pub(super) fn count(&self, count: usize) -> String {
        let count = Number::from(i64::try_from(count).unwrap_or(i64::MAX));
        self.locale.number(&count, 0)
    }

    pub(super) fn most(&self, of: usize) -> usize {
        of.min(self.most)
    }

    pub(super) fn and_more(&self, more: usize) -> Option<String> {
        (more > 0).then(|| self.label("report-and-more", &[("count", &self.count(more))]))
    }

    /// Names of a list, then how many more there are.
    fn listed(&self, names: impl ExactSizeIterator<Item = String>) -> Vec<String> {
        let all = names.len();
        let most = self.most(all);
        names.take(most).chain(self.and_more(all - most)).collect()
    }

    pub(super) fn head(&self) -> Head {
        let rules = self.report.rules;
        let language = self.locale.language();
        let title = rules.title.get(language).to_owned();
        let round = rules.round_title.get(language).to_owned();
        let date = self.locale.date(rules.as_of);
        let arguments = [
            ("title", title.as_str()),
            ("round", &round),
            ("date", &date),
            ("version", &rules.version),
        ];
        let line = self.label("report-head", &arguments);
        let base = rules.extends.as_ref().map(|base| {
            let arguments = [
                ("id", rules.id.as_str()),
                ("base", &base.id),
                ("version", &base.version),
            ];
            self.label("report-extends", &arguments)
        });
        let overrides = (!rules.overrides.is_empty()).then(|| {
            let settings = rules.overrides.iter();
            let list: Vec<String> = settings
                .map(|(name, value)| format!("{name} = {value}"))
                .collect();
            self.label("report-overrides", &[("list", &list.join(", "))])
        });
        Head {
            title,
            round,
            date,
            version: rules.version.clone(),
            line,
            notes: [self.waivers(), base, overrides]
                .into_iter()
                .flatten()
                .collect(),
        }
    }

    fn waivers(&self) -> Option<String> {
        let waivers = &self.report.verdicts.waivers.all;
        let (first, _) = waivers.first()?;
        let applied = waivers
            .iter()
            .filter(|(_, state)| *state == WaiverState::Applied);
        let arguments = [
            ("file", printable(&first.file().to_string())),
            ("count", self.count(waivers.len())),
            ("applied", self.count(applied.count())),
        ];
        let arguments = arguments
            .each_ref()
            .map(|(name, text)| (*name, text.as_str()));
        Some(self.label("report-waivers-file", &arguments))
    }
}

/// Sentences without sources.
fn plain_lines(texts: impl IntoIterator<Item = String>) -> Vec<Line> {
    let line = |text| Line {
        text,
        sources: Vec::new(),
    };
    texts.into_iter().map(line).collect()
}
