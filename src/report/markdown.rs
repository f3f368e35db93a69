//! The report in Markdown, for a message, a ticket or a wiki.
//!
//! In: what is told of the report. Out: Markdown in which nothing from the data is markup. Must not know: how anything was judged.

use super::arithmetic::{Line, table_title};
use super::light::{Light, subject_key};
use super::telling::{Teller, ToldRule};
use super::{Paper, Report};
use crate::diagnostic::Severity;
use crate::locale::Locale;
use crate::text::printable;
use crate::verdict::SubjectVerdict;
use std::io::{self, Write};

/// Writes the report.
pub(super) fn write(
    report: &Report<'_>,
    locale: &Locale,
    _: &Paper,
    out: &mut dyn Write,
) -> io::Result<()> {
    let teller = Teller::whole(report, locale);
    let mut page = Page {
        report,
        teller,
        out,
    };
    page.head()?;
    page.nominations()?;
    page.counts()?;
    page.subjects(SubjectVerdict::Ineligible)?;
    page.subjects(SubjectVerdict::Undetermined)?;
    page.quotas()?;
    page.targets()?;
    page.deadlines()?;
    page.checks()?;
    page.findings()?;
    page.readings()
}

struct Page<'a, 'w> {
    report: &'a Report<'a>,
    teller: Teller<'a>,
    out: &'w mut dyn Write,
}

impl Page<'_, '_> {
    fn head(&mut self) -> io::Result<()> {
        let head = self.teller.head();
        writeln!(self.out, "# {}", escaped(&head.title))?;
        self.paragraph(&head.line)?;
        for note in &head.notes {
            self.paragraph(note)?;
        }
        let light = Light::of_exit(self.report.exit_code);
        let result = self.teller.result();
        writeln!(self.out, "\n**{} {}**", light.sign(), escaped(&result))?;
        self.paragraph(&self.teller.read())?;
        let rest = [self.teller.absent(), self.teller.not_checked()];
        let lines = self.teller.refused().into_iter();
        for line in lines.chain(rest.into_iter().flatten()) {
            self.paragraph(&line)?;
        }
        Ok(())
    }

    fn nominations(&mut self) -> io::Result<()> {
        let Some(head) = self.teller.nominations_head() else {
            return Ok(());
        };
        self.heading(&head)?;
        for entry in self.report.nominations() {
            let told = self.teller.nomination(&entry);
            let text = format!("{} — {}", told.line, told.outcome);
            self.item(0, told.light.sign(), &text)?;
            for line in told.remark.iter().chain(&told.faults) {
                self.item(1, "", line)?;
            }
            self.rules(&told.rules)?;
        }
        Ok(())
    }

    /// Counts of subjects by table and verdict.
    fn counts(&mut self) -> io::Result<()> {
        if self.report.tables().is_empty() {
            return Ok(());
        }
        let locale = self.teller.locale;
        let mut header = vec![locale.label("report-column-table")];
        header.extend(SubjectVerdict::ALL.map(|verdict| locale.label(subject_key(verdict))));
        header.push(locale.label("report-column-all"));
        writeln!(self.out)?;
        self.row(&header)?;
        let columns = header.len() - 1;
        writeln!(self.out, "|---|{}", "--:|".repeat(columns))?;
        for judged in self.report.tables() {
            let title = table_title(&self.report.rules.schema, judged.table, locale);
            let mut row = vec![title.to_owned()];
            row.extend(
                SubjectVerdict::ALL.map(|verdict| self.teller.count(judged.count_of(verdict))),
            );
            row.push(self.teller.count(judged.len()));
            self.row(&row)?;
        }
        Ok(())
    }

    fn row(&mut self, cells: &[String]) -> io::Result<()> {
        let cells: Vec<String> = cells.iter().map(|cell| escaped(cell)).collect();
        writeln!(self.out, "| {} |", cells.join(" | "))
    }

    fn subjects(&mut self, verdict: SubjectVerdict) -> io::Result<()> {
        for table in self.report.tables() {
            let of_verdict = self.report.subjects(table);
            let mut of_verdict = of_verdict
                .filter(|subject| subject.verdict == verdict)
                .peekable();
            if of_verdict.peek().is_none() {
                continue;
            }
            let locale = self.teller.locale;
            let title = table_title(&self.report.rules.schema, table.table, locale);
            let words = locale.label(subject_key(verdict));
            self.heading(&format!("{title}: {words}"))?;
            for subject in of_verdict {
                let name = self.teller.subject_name(&subject);
                self.item(0, Light::of_subject(verdict).sign(), &name)?;
                self.rules(&self.teller.in_the_way(&subject))?;
                for fault in self.teller.faults_of(subject.facts, subject.row) {
                    self.item(1, "", &fault)?;
                }
            }
        }
        Ok(())
    }

    fn rules(&mut self, rules: &[ToldRule]) -> io::Result<()> {
        for rule in rules {
            let sign = Light::of_rule(rule.verdict).sign();
            let text = format!("{} {} — {}", rule.id, rule.says, rule.outcome);
            self.item(1, sign, &text)?;
            self.lines(2, &rule.lines)?;
        }
        Ok(())
    }

    fn lines(&mut self, depth: usize, lines: &[Line]) -> io::Result<()> {
        for line in lines {
            self.item(depth, "", &line.text)?;
            for source in &line.sources {
                self.item(depth + 1, "", source)?;
            }
        }
        Ok(())
    }

    fn quotas(&mut self) -> io::Result<()> {
        let told: Vec<_> = self
            .report
            .quotas()
            .filter_map(|one| self.teller.quota(one))
            .collect();
        if told.is_empty() {
            return Ok(());
        }
        self.heading(&self.teller.locale.label("quotas-head"))?;
        for quota in told {
            let text = format!("{} {}: {}", quota.id, quota.says, quota.figures);
            self.item(0, quota.light.sign(), &text)?;
            for note in &quota.notes {
                self.item(1, "", note)?;
            }
        }
        Ok(())
    }

    fn targets(&mut self) -> io::Result<()> {
        let indexes: Vec<usize> = self.report.targets().map(|(index, _)| index).collect();
        if indexes.is_empty() {
            return Ok(());
        }
        self.heading(&self.teller.locale.label("targets-head"))?;
        let teller = self.teller;
        for target in indexes.into_iter().filter_map(|index| teller.target(index)) {
            let text = format!("{} {}: {}", target.id, target.says, target.outcome);
            self.item(0, target.light.sign(), &text)?;
            let years = target.years.iter();
            let years: Vec<String> = years
                .map(|year| format!("{}: {}", year.year, year.shown))
                .collect();
            self.item(1, "", &years.join("; "))?;
            for note in &target.notes {
                self.item(1, "", note)?;
            }
        }
        Ok(())
    }

    fn deadlines(&mut self) -> io::Result<()> {
        let told = self.teller.deadlines();
        if told.is_empty() {
            return Ok(());
        }
        self.heading(&self.teller.locale.label("deadlines-head"))?;
        for deadline in told {
            let text = format!("{} {}: {}", deadline.id, deadline.says, deadline.counts);
            self.item(0, deadline.light.sign(), &text)?;
            for group in &deadline.groups {
                self.item(1, "", group)?;
            }
        }
        match self.teller.silent() {
            Some(silent) => self.paragraph(&silent),
            None => Ok(()),
        }
    }

    fn checks(&mut self) -> io::Result<()> {
        let Some(head) = self.teller.checks_head() else {
            return Ok(());
        };
        self.heading(&head)?;
        for at in self.report.failed_checks() {
            if let Some(told) = self.teller.check(at) {
                self.item(0, told.light.sign(), &format!("{} {}", told.id, told.text))?;
                self.lines(1, &told.lines)?;
            }
        }
        Ok(())
    }

    fn findings(&mut self) -> io::Result<()> {
        for (severity, key) in [
            (Severity::Error, "report-errors"),
            (Severity::Warning, "report-warnings"),
        ] {
            let all = self.report.diagnostics.iter();
            let found: Vec<_> = all.filter(|one| one.severity == severity).collect();
            if found.is_empty() {
                continue;
            }
            let count = self.teller.count(found.len());
            self.heading(&self.teller.label(key, &[("count", &count)]))?;
            for one in found {
                let text = self.teller.finding(one);
                self.item(0, Light::of_severity(severity).sign(), &text)?;
            }
        }
        Ok(())
    }

    fn readings(&mut self) -> io::Result<()> {
        let readings = self.teller.readings();
        if readings.is_empty() {
            return Ok(());
        }
        self.heading(&self.teller.locale.label("report-readings"))?;
        for (id, text) in readings {
            self.item(0, "", &format!("{id}: {text}"))?;
        }
        Ok(())
    }

    fn heading(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "\n## {}\n", escaped(text.trim_end_matches(':')))
    }

    fn paragraph(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "\n{}", escaped(text))
    }

    fn item(&mut self, depth: usize, sign: &str, text: &str) -> io::Result<()> {
        let space = if sign.is_empty() { "" } else { " " };
        let indent = "  ".repeat(depth);
        writeln!(self.out, "{indent}- {sign}{space}{}", escaped(text))
    }
}

/// A text in which nothing is markup, on one line.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in printable(text).chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '~' | '$' => escaped.extend(['\\', c]),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            // A name of a page or a person is no link.
            '@' => escaped.push_str("&#64;"),
            ':' if escaped.ends_with("http") || escaped.ends_with("https") => {
                escaped.push_str("&#58;");
            }
            _ => escaped.push(c),
        }
    }
    match escaped.starts_with(['-', '+', '=']) {
        true => format!("\\{escaped}"),
        false => escaped,
    }
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn nothing_from_the_data_is_markup() {
        assert_eq!(escaped("<b>|x|</b>"), "&lt;b&gt;\\|x\\|&lt;/b&gt;");
        assert_eq!(escaped("[a](http://b)"), "\\[a\\](http&#58;//b)");
        assert_eq!(escaped("- a\n# b"), "\\- a\\\\u{a}\\# b");
        assert_eq!(escaped("Xã Lộc Thành (25294)"), "Xã Lộc Thành (25294)");
    }
}
