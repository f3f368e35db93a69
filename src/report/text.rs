//! The text report: nominations first, then counts, quotas, targets and deadlines, then what was found in the data.
//!
//! In: the report. Out: lines no wider than the paper. Must not know: JSON, terminals.

mod brief;
mod files;
mod findings;
mod inputs;
mod nominations;
mod plan;
mod progress;
mod subjects;

pub use progress::progress;

use super::arithmetic::Words;
use super::wrap::write_wrapped;
use super::{Paper, Report, Subject};
use crate::fact::schema::TableId;
use crate::locale::Locale;
use crate::rule::RuleVerdict;
use crate::text::printable;
use crate::verdict::{DeadlineStatus, Explanation, SubjectVerdict, TargetStatus, WaiverState};
use std::io::{self, Write};

/// Entries of a kind that are shown unless all are asked for.
const MOST: usize = 20;

/// Writes the report.
pub(super) fn write(
    report: &Report<'_>,
    locale: &Locale,
    paper: &Paper,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut page = Page {
        report,
        locale,
        paper,
        out,
    };
    page.head()?;
    page.inputs()?;
    page.files()?;
    if report.selection.quiet {
        return page.brief();
    }
    page.nominations()?;
    page.counts()?;
    if report.lists_subjects() {
        page.listed(SubjectVerdict::Ineligible)?;
        page.listed(SubjectVerdict::Undetermined)?;
        page.passed()?;
    }
    page.quotas()?;
    page.targets()?;
    page.deadlines()?;
    page.checks()?;
    page.findings()?;
    page.readings()?;
    page.result()
}

/// Writes what the selected rules come to, and nothing else.
pub fn explain_on_data(
    report: &Report<'_>,
    locale: &Locale,
    paper: &Paper,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut page = Page {
        report,
        locale,
        paper,
        out,
    };
    page.head()?;
    page.inputs()?;
    if report.selection.quiet {
        return page.brief_of_rules();
    }
    page.listed(SubjectVerdict::Ineligible)?;
    page.listed(SubjectVerdict::Undetermined)?;
    page.quotas()?;
    page.targets()?;
    page.deadlines()?;
    page.checks()
}

pub(super) struct Page<'a, 'w> {
    report: &'a Report<'a>,
    locale: &'a Locale,
    paper: &'a Paper,
    out: &'w mut dyn Write,
}

impl Page<'_, '_> {
    fn words(&self) -> Words<'_> {
        Words {
            rules: self.report.rules,
            facts: self.report.facts(),
            locale: self.locale,
        }
    }

    /// A paragraph with a hanging indent.
    fn line(&mut self, first: &str, rest: usize, text: &str) -> io::Result<()> {
        write_wrapped(self.out, self.paper.width, first, rest, text)
    }

    fn label(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        self.locale.label_with(key, arguments)
    }

    fn count(&self, count: u64) -> String {
        self.locale.number(
            &crate::number::Number::from(i64::try_from(count).unwrap_or(i64::MAX)),
            0,
        )
    }

    fn head(&mut self) -> io::Result<()> {
        let (rules, locale) = (self.report.rules, self.locale);
        let title = rules.title.get(locale.language()).to_owned();
        let (round, day) = (
            rules.round_title.get(locale.language()),
            locale.date(rules.as_of),
        );
        let text = self.label(
            "report-head",
            &[
                ("title", &title),
                ("round", round),
                ("date", &day),
                ("version", &rules.version),
            ],
        );
        self.line("", 0, &text)?;
        let waivers = &self.report.verdicts.waivers.all;
        if let Some((first, _)) = waivers.first() {
            let applied = waivers
                .iter()
                .filter(|(_, state)| *state == WaiverState::Applied)
                .count();
            let arguments = [
                ("file", printable(&first.file().to_string())),
                ("count", self.count(waivers.len() as u64)),
                ("applied", self.count(applied as u64)),
            ];
            let arguments = arguments
                .each_ref()
                .map(|(name, text)| (*name, text.as_str()));
            let text = self.label("report-waivers-file", &arguments);
            self.line("", 2, &text)?;
        }
        if let Some(base) = &rules.extends {
            let text = self.label(
                "report-extends",
                &[
                    ("id", &rules.id),
                    ("base", &base.id),
                    ("version", &base.version),
                ],
            );
            self.line("", 2, &text)?;
        }
        if !rules.overrides.is_empty() {
            let list: Vec<String> = rules
                .overrides
                .iter()
                .map(|(name, value)| format!("{name} = {value}"))
                .collect();
            let text = self.label("report-overrides", &[("list", &list.join(", "))]);
            self.line("", 2, &text)?;
        }
        Ok(())
    }

    fn most(&self, of: usize) -> usize {
        if self.report.selection.all {
            of
        } else {
            of.min(MOST)
        }
    }

    fn and_more(&self, more: usize) -> Option<String> {
        (more > 0).then(|| self.label("report-and-more", &[("count", &self.count(more as u64))]))
    }

    /// A heading after a blank line.
    fn heading_line(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out)?;
        self.line("", 2, text)
    }

    /// `Xã Lộc Thành (25294)`; only the code where names are personal.
    fn row_name(&self, table: TableId, row: u32) -> String {
        self.report.row_name(table, row)
    }
}

impl Words<'_> {
    /// The verdict in words, with the shortfall if there is one.
    pub(super) fn outcome(&self, explanation: &Explanation<'_>) -> String {
        let own = self.locale.label(rule_key(explanation.own_verdict));
        let own = match &explanation.shortfall {
            Some(shortfall) => format!("{own}, {}", self.shortfall(shortfall)),
            None => own,
        };
        match explanation.waiver {
            None => own,
            Some(waiver) => self.locale.label_with(
                "verdict-waived-by",
                &[
                    ("own", &own),
                    ("decision", &printable(&waiver.decision)),
                    ("reason", &printable(&waiver.reason)),
                ],
            ),
        }
    }
}

/// The subject's name and code; only the code where names are personal.
pub(super) fn subject_name(subject: &Subject<'_>, report: &Report<'_>) -> String {
    let code = printable(&subject.code());
    match subject.name(report.rules) {
        Some(name) => format!("{} ({code})", printable(&name)),
        None => code,
    }
}

/// How something stands, as a sign that is readable without colour.
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

    fn of_rule(verdict: RuleVerdict) -> Light {
        match verdict {
            RuleVerdict::Met | RuleVerdict::Waived => Light::Good,
            RuleVerdict::NotMet => Light::Bad,
            RuleVerdict::Insufficient => Light::Open,
            RuleVerdict::NotApplicable => Light::Quiet,
        }
    }

    fn of_target(status: TargetStatus) -> Light {
        match status {
            TargetStatus::Met => Light::Good,
            TargetStatus::NotMet => Light::Bad,
            TargetStatus::OnTrack => Light::Coming,
            TargetStatus::Behind => Light::Attention,
            TargetStatus::Insufficient => Light::Open,
            TargetStatus::NotApplicable | TargetStatus::Information => Light::Quiet,
        }
    }

    fn of_deadline(status: DeadlineStatus) -> Light {
        match status {
            DeadlineStatus::Met => Light::Good,
            DeadlineStatus::Late | DeadlineStatus::Overdue => Light::Bad,
            DeadlineStatus::Pending => Light::Coming,
            DeadlineStatus::Insufficient => Light::Open,
        }
    }

    /// The sign, coloured if colours may be used.
    pub(super) fn drawn(self, colour: bool) -> String {
        let (sign, code) = match self {
            Light::Good => ("✓", 32),
            Light::Bad => ("✗", 31),
            Light::Open => ("?", 33),
            Light::Coming => ("…", 36),
            Light::Attention => ("!", 33),
            Light::Quiet => ("·", 0),
        };
        if colour {
            format!("\u{1b}[{code}m{sign}\u{1b}[0m")
        } else {
            sign.to_owned()
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

pub(super) fn rule_key(verdict: RuleVerdict) -> &'static str {
    match verdict {
        RuleVerdict::Met => "verdict-met",
        RuleVerdict::NotMet => "verdict-not-met",
        RuleVerdict::Insufficient => "verdict-insufficient",
        RuleVerdict::NotApplicable => "verdict-not-applicable",
        RuleVerdict::Waived => "verdict-waived",
    }
}
