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

use super::telling::Teller;
use super::wrap::write_wrapped;
use super::{Paper, Report};
use crate::locale::Locale;
use crate::verdict::SubjectVerdict;
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
    let mut page = Page::new(report, locale, paper, out);
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
    let mut page = Page::new(report, locale, paper, out);
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
    teller: Teller<'a>,
    out: &'w mut dyn Write,
}

impl<'a, 'w> Page<'a, 'w> {
    fn new(
        report: &'a Report<'a>,
        locale: &'a Locale,
        paper: &'a Paper,
        out: &'w mut dyn Write,
    ) -> Self {
        let most = if report.selection.all {
            usize::MAX
        } else {
            MOST
        };
        let teller = Teller {
            report,
            locale,
            most,
        };
        Page {
            report,
            locale,
            paper,
            teller,
            out,
        }
    }

    /// A paragraph with a hanging indent.
    fn line(&mut self, first: &str, rest: usize, text: &str) -> io::Result<()> {
        write_wrapped(self.out, self.paper.width, first, rest, text)
    }

    fn lines(&mut self, first: &str, rest: usize, texts: &[String]) -> io::Result<()> {
        texts
            .iter()
            .try_for_each(|text| self.line(first, rest, text))
    }

    fn label(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        self.teller.label(key, arguments)
    }

    fn head(&mut self) -> io::Result<()> {
        let head = self.teller.head();
        self.line("", 0, &head.line)?;
        self.lines("", 2, &head.notes)
    }

    /// A heading after a blank line.
    fn heading_line(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out)?;
        self.line("", 2, text)
    }

    /// How many more there are of a list, if there are.
    fn more(&mut self, more: usize) -> io::Result<()> {
        match self.teller.and_more(more) {
            Some(more) => self.line("  ", 2, &more),
            None => Ok(()),
        }
    }
}
