//! The text report: counts first, then what needs action, then the rest, then what was found in the data.
//!
//! In: the report. Out: lines no wider than the paper. Must not know: JSON, terminals.

use super::arithmetic::{Words, table_title};
use super::table::counts_table;
use super::wrap::write_wrapped;
use super::{Paper, Report, Subject};
use crate::diagnostic::{Diagnostic, Severity};
use crate::fact::{InputAccount, SheetAccount, SkipReason};
use crate::locale::Locale;
use crate::rule::{RuleIndex, RuleVerdict};
use crate::text::printable;
use crate::verdict::{Explanation, SubjectVerdict, TableVerdicts};
use std::collections::{BTreeMap, BTreeSet};
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
    page.counts()?;
    if !report.selection.quiet {
        page.listed(SubjectVerdict::Ineligible)?;
        page.listed(SubjectVerdict::Undetermined)?;
        page.passed()?;
        page.findings()?;
        page.readings()?;
    }
    page.result()
}

struct Page<'a, 'w> {
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

    // ---- what was read ----

    fn inputs(&mut self) -> io::Result<()> {
        let facts = self.report.facts();
        let read: Vec<&InputAccount> = facts
            .inputs
            .iter()
            .filter(|input| input.refused.is_none())
            .collect();
        let sheets: Vec<&SheetAccount> = read.iter().flat_map(|input| &input.sheets).collect();
        // A sheet has an account for each table on it.
        let distinct = |input: &&InputAccount| -> u64 {
            let names = input.sheets.iter().map(|sheet| &sheet.sheet);
            names.collect::<BTreeSet<_>>().len() as u64
        };
        let sheet_count: u64 = read.iter().map(distinct).sum();
        let used: u64 = sheets.iter().map(|sheet| sheet.used).sum();
        let all: u64 = sheets.iter().map(|sheet| sheet.read).sum();
        let mut skipped: BTreeMap<SkipReason, u64> = BTreeMap::new();
        for one in sheets.iter().flat_map(|sheet| sheet.skipped.iter()) {
            *skipped.entry(one.reason).or_default() += one.count;
        }
        let reasons: Vec<String> = skipped
            .iter()
            .map(|(reason, n)| self.label(skip_key(*reason), &[("count", &self.count(*n))]))
            .collect();
        let figures = [
            read.len() as u64,
            sheet_count,
            all,
            used,
            all.saturating_sub(used),
        ]
        .map(|n| self.count(n));
        let [files, sheet_count, rows, used, left_out] = figures.each_ref().map(String::as_str);
        let arguments = [
            ("files", files),
            ("sheets", sheet_count),
            ("rows", rows),
            ("used", used),
            ("skipped", left_out),
        ];
        let mut text = self.label("report-read", &arguments);
        if !reasons.is_empty() {
            text.push_str(&format!(" ({})", reasons.join(", ")));
        }
        self.line("", 2, &text)?;
        self.refused()?;
        self.absent()?;
        self.not_checked()
    }

    fn refused(&mut self) -> io::Result<()> {
        let inputs = &self.report.facts().inputs;
        let whole = inputs.iter().filter_map(|input| input.refused.as_ref());
        let sheets = inputs
            .iter()
            .flat_map(|input| &input.sheets)
            .filter_map(|sheet| sheet.refused.as_ref());
        let refused: Vec<Diagnostic> = whole.chain(sheets).cloned().collect();
        for found in refused {
            let text = self.label("report-refused", &[("what", &self.finding(&found))]);
            self.line("", 2, &text)?;
        }
        Ok(())
    }

    fn absent(&mut self) -> io::Result<()> {
        let absent = &self.report.facts().absent;
        if absent.is_empty() {
            return Ok(());
        }
        let most = self.most(absent.len());
        let mut names: Vec<String> = absent
            .iter()
            .take(most)
            .map(|unit| match unit.parent.is_empty() {
                true => unit.name.clone(),
                false => format!("{} ({})", unit.name, unit.parent),
            })
            .collect();
        names.extend(self.and_more(absent.len() - most));
        let text = self.label("report-absent", &[("list", &names.join(", "))]);
        self.line("", 2, &text)
    }

    fn not_checked(&mut self) -> io::Result<()> {
        let rules = self.report.rules;
        let tables = rules
            .criteria
            .iter()
            .map(|criteria| criteria.table)
            .filter(|table| self.report.table_facts(*table).is_none());
        let names: Vec<&str> = tables
            .map(|table| table_title(&rules.schema, table, self.locale))
            .collect();
        if names.is_empty() {
            return Ok(());
        }
        let text = self.label("report-not-checked", &[("list", &names.join(", "))]);
        self.line("", 2, &text)
    }

    // ---- verdicts ----

    fn counts(&mut self) -> io::Result<()> {
        let drawn = counts_table(self.report, self.locale, self.paper);
        writeln!(self.out, "\n{drawn}")
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

    /// The subjects with that verdict, each with the rules that stand in its way.
    fn listed(&mut self, verdict: SubjectVerdict) -> io::Result<()> {
        for table in self.report.tables() {
            let subjects: Vec<Subject<'_>> = self
                .report
                .subjects(table)
                .filter(|subject| subject.verdict == verdict)
                .collect();
            if subjects.is_empty() {
                continue;
            }
            self.heading(verdict, table, subjects.len())?;
            let most = self.most(subjects.len());
            for subject in subjects.iter().take(most) {
                self.subject(subject)?;
            }
            if let Some(more) = self.and_more(subjects.len() - most) {
                self.line("  ", 2, &more)?;
            }
        }
        Ok(())
    }

    fn heading(
        &mut self,
        verdict: SubjectVerdict,
        table: &TableVerdicts,
        count: usize,
    ) -> io::Result<()> {
        let title = table_title(&self.report.rules.schema, table.table, self.locale).to_owned();
        let verdict = self.locale.label(subject_key(verdict));
        let text = self.label(
            "report-heading",
            &[
                ("table", &title),
                ("verdict", &verdict),
                ("count", &self.count(count as u64)),
            ],
        );
        writeln!(self.out)?;
        self.line("", 0, &text)
    }

    fn subject(&mut self, subject: &Subject<'_>) -> io::Result<()> {
        let mark = marked(subject.verdict, self.paper.colour);
        self.line(
            &format!("  {mark} "),
            4,
            &subject_name(subject, self.report),
        )?;
        for (index, verdict) in subject.table.rules.iter().zip(subject.verdicts()) {
            let in_the_way = matches!(verdict, RuleVerdict::NotMet | RuleVerdict::Insufficient);
            if in_the_way
                && self
                    .report
                    .selection
                    .includes_rule(self.report.rules, &self.report.rules.rule(*index).id)
            {
                self.rule(*index, subject.row)?;
            }
        }
        for fault in self.report.facts().faults.iter().filter(|f| {
            f.table == subject.table.table && f.code.as_deref() == Some(&subject.code())
        }) {
            let text = self.label("report-fault", &[("check", fault.check.id())]);
            self.line("      ", 6, &text)?;
        }
        Ok(())
    }

    fn rule(&mut self, index: RuleIndex, row: u32) -> io::Result<()> {
        let rule = self.report.rules.rule(index);
        let explanation = self.report.verdicts.explain(index, row);
        let text = format!(
            "{} — {}",
            rule.says.get(self.locale.language()),
            self.words().outcome(&explanation)
        );
        self.line(&format!("      {}  ", rule.id), 15, &text)?;
        self.reasons(&explanation)
    }

    /// The arithmetic of a verdict and the cells behind it, or what is missing.
    fn reasons(&mut self, explanation: &Explanation<'_>) -> io::Result<()> {
        const INDENT: usize = 15;
        let indent = " ".repeat(INDENT);
        if explanation.verdict == RuleVerdict::Insufficient {
            let most = self.most(explanation.missing.len());
            for missing in explanation.missing.iter().take(most) {
                let text = self.words().missing(missing);
                self.line(&indent, INDENT + 2, &text)?;
            }
            if let Some(more) = self.and_more(explanation.missing.len() - most) {
                self.line(&indent, INDENT, &more)?;
            }
            return Ok(());
        }
        for line in self.words().lines(&explanation.trace) {
            self.line(&indent, INDENT + 2, &line.text)?;
            for source in &line.sources {
                self.line(&indent, INDENT + 2, source)?;
            }
        }
        Ok(())
    }

    /// Those who passed: names only, many to a line.
    fn passed(&mut self) -> io::Result<()> {
        for table in self.report.tables() {
            let subjects: Vec<Subject<'_>> = self
                .report
                .subjects(table)
                .filter(|subject| subject.verdict == SubjectVerdict::Eligible)
                .collect();
            if subjects.is_empty() {
                continue;
            }
            self.heading(SubjectVerdict::Eligible, table, subjects.len())?;
            let most = self.most(subjects.len());
            let mut names: Vec<String> = subjects
                .iter()
                .take(most)
                .map(|subject| subject_name(subject, self.report))
                .collect();
            names.extend(self.and_more(subjects.len() - most));
            let mark = marked(SubjectVerdict::Eligible, self.paper.colour);
            self.line(&format!("  {mark} "), 4, &names.join(", "))?;
        }
        Ok(())
    }

    // ---- the data, the readings, the result ----

    fn finding(&self, found: &Diagnostic) -> String {
        let places: Vec<String> = found
            .places
            .iter()
            .take(3)
            .map(|place| printable(&place.to_string()))
            .collect();
        let sentence = self.locale.sentence(found);
        let help = self
            .locale
            .help(found)
            .map(|help| format!(" {help}"))
            .unwrap_or_default();
        match places.is_empty() {
            true => format!("{sentence}{help}"),
            false => format!("{}: {sentence}{help}", places.join(", ")),
        }
    }

    /// What was found in the data: errors first, then warnings; notes are counted.
    fn findings(&mut self) -> io::Result<()> {
        for (severity, key) in [
            (Severity::Error, "report-errors"),
            (Severity::Warning, "report-warnings"),
        ] {
            let found: Vec<Diagnostic> = self
                .report
                .diagnostics
                .iter()
                .filter(|d| d.severity == severity)
                .cloned()
                .collect();
            if found.is_empty() {
                continue;
            }
            writeln!(self.out)?;
            let text = self.label(key, &[("count", &self.count(found.len() as u64))]);
            self.line("", 0, &text)?;
            let most = self.most(found.len());
            for finding in found.iter().take(most) {
                let text = self.finding(finding);
                self.line("  - ", 4, &text)?;
            }
            if let Some(more) = self.and_more(found.len() - most) {
                self.line("  ", 2, &more)?;
            }
        }
        self.notes()
    }

    fn notes(&mut self) -> io::Result<()> {
        let notes: Vec<Diagnostic> = self
            .report
            .diagnostics
            .iter()
            .filter(|d| d.severity == Severity::Note)
            .cloned()
            .collect();
        if notes.is_empty() {
            return Ok(());
        }
        if !self.report.selection.all {
            let text = self.label(
                "report-notes-count",
                &[("count", &self.count(notes.len() as u64))],
            );
            writeln!(self.out)?;
            return self.line("", 2, &text);
        }
        writeln!(self.out)?;
        let text = self.label(
            "report-notes",
            &[("count", &self.count(notes.len() as u64))],
        );
        self.line("", 0, &text)?;
        for note in &notes {
            let text = self.finding(note);
            self.line("  - ", 4, &text)?;
        }
        Ok(())
    }

    /// The readings that the Board must confirm, for the tables that were judged.
    fn readings(&mut self) -> io::Result<()> {
        let rules = self.report.rules;
        let judged = self
            .report
            .tables()
            .iter()
            .flat_map(|table| &table.rules)
            .map(|index| rules.rule(*index));
        let open: Vec<_> = judged
            .filter_map(|rule| {
                rule.reading
                    .as_ref()
                    .filter(|r| r.confirm)
                    .map(|reading| (rule, reading))
            })
            .collect();
        if open.is_empty() {
            return Ok(());
        }
        writeln!(self.out)?;
        let text = self.locale.label("report-readings");
        self.line("", 0, &text)?;
        for (rule, reading) in open {
            self.line(
                &format!("  {}  ", rule.id),
                11,
                reading.text.get(self.locale.language()),
            )?;
        }
        Ok(())
    }

    fn result(&mut self) -> io::Result<()> {
        let all = self
            .report
            .tables()
            .iter()
            .flat_map(|table| table.subjects());
        let (mut ineligible, mut open) = (0_u64, 0_u64);
        for verdict in all {
            match verdict {
                SubjectVerdict::Ineligible => ineligible += 1,
                SubjectVerdict::Undetermined => open += 1,
                SubjectVerdict::Eligible => {}
            }
        }
        let key = match self.report.exit_code {
            0 => "result-clean",
            1 => "result-against",
            2 => "result-open",
            _ => "result-refused",
        };
        let code = self.report.exit_code.to_string();
        let text = self.label(
            key,
            &[
                ("ineligible", &self.count(ineligible)),
                ("undetermined", &self.count(open)),
                ("code", &code),
            ],
        );
        writeln!(self.out)?;
        self.line("", 2, &text)
    }
}

impl Words<'_> {
    /// The verdict in words, with the shortfall if there is one.
    pub(super) fn outcome(&self, explanation: &Explanation<'_>) -> String {
        let verdict = self.locale.label(rule_key(explanation.verdict));
        match &explanation.shortfall {
            Some(shortfall) => format!("{verdict}, {}", self.shortfall(shortfall)),
            None => verdict,
        }
    }
}

/// `Xã Lộc Thành (25294)`; only the code where names are personal.
pub(super) fn subject_name(subject: &Subject<'_>, report: &Report<'_>) -> String {
    let code = printable(&subject.code());
    match subject.name(report.rules) {
        Some(name) => format!("{} ({code})", printable(&name)),
        None => code,
    }
}

/// The sign of a verdict, readable without colour.
pub(super) fn marked(verdict: SubjectVerdict, colour: bool) -> String {
    let (mark, code) = match verdict {
        SubjectVerdict::Eligible => ("✓", 32),
        SubjectVerdict::Ineligible => ("✗", 31),
        SubjectVerdict::Undetermined => ("?", 33),
    };
    if colour {
        format!("\u{1b}[{code}m{mark}\u{1b}[0m")
    } else {
        mark.to_owned()
    }
}

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

fn skip_key(reason: SkipReason) -> &'static str {
    match reason {
        SkipReason::Title => "skipped-title",
        SkipReason::Header => "skipped-header",
        SkipReason::ColumnNumbers => "skipped-column-numbers",
        SkipReason::Group => "skipped-group",
        SkipReason::Total => "skipped-total",
        SkipReason::OtherMeasure => "skipped-other-measure",
        SkipReason::NoKey => "skipped-no-key",
        SkipReason::CodeName => "skipped-code-name",
        SkipReason::NotUsed => "skipped-not-used",
    }
}
