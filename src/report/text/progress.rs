//! Targets: one line each in the report, and a page of their own with a bar and the years.
//!
//! In: what is told of targets. Out: lines. Must not know: subjects, quotas, deadlines.

use super::Page;
use crate::diagnostic::Severity;
use crate::locale::Locale;
use crate::number::Number;
use crate::report::telling::ToldTarget;
use crate::report::{Paper, Report};
use comfy_table::{CellAlignment, ContentArrangement, Table, presets};
use std::io::{self, Write};

/// Columns of a bar that is full.
const BAR: usize = 30;

/// Writes the page of progress: every target with its bar and its years.
pub fn progress(
    report: &Report<'_>,
    locale: &Locale,
    paper: &Paper,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut page = Page::new(report, locale, paper, out);
    page.head()?;
    page.inputs()?;
    if report.selection.quiet {
        return page.tally_targets();
    }
    let shown: Vec<usize> = report.targets().map(|(index, _)| index).collect();
    if shown.is_empty() {
        let text = locale.label("progress-none");
        return page.heading_line(&text);
    }
    let teller = page.teller;
    for target in shown.into_iter().filter_map(|index| teller.target(index)) {
        writeln!(page.out)?;
        page.target_line(&target)?;
        page.target_detail(&target)?;
    }
    let errors = report.diagnostics.count(Severity::Error);
    if errors > 0 {
        let text = page.label("progress-errors", &[("count", &teller.count(errors))]);
        page.heading_line(&text)?;
    }
    Ok(())
}

impl Page<'_, '_> {
    /// `✓ II.1.0a  Bình quân mỗi năm giảm 2.000 hộ nghèo: đạt, bình quân 2.105,5 hộ, cần từ 2.000 hộ trở lên`
    pub(super) fn target_line(&mut self, target: &ToldTarget<'_>) -> io::Result<()> {
        let mark = target.light.drawn(self.paper.colour);
        let text = format!("{}: {}", target.says, target.outcome);
        self.line(&format!("  {mark} {}  ", target.id), 6, &text)
    }

    /// The bar, what is still needed, the published figure, the years with their arithmetic.
    fn target_detail(&mut self, target: &ToldTarget<'_>) -> io::Result<()> {
        let cite = self.label("explain-cite", &[("cite", &target.cite)]);
        self.line("      ", 8, &cite)?;
        if let Some((progress, share)) = &target.progress {
            let bar = self.label("target-bar", &[("bar", &bar(progress)), ("share", share)]);
            self.line("      ", 8, &bar)?;
        }
        self.lines("      ", 8, &target.notes)?;
        if self.report.selection.quiet {
            return Ok(());
        }
        for line in self.years_table(target).lines() {
            writeln!(self.out, "      {line}")?;
        }
        for line in target.years.iter().flat_map(|year| &year.lines) {
            self.line("      ", 8, &line.text)?;
            self.lines("        ", 10, &line.sources)?;
        }
        Ok(())
    }

    fn years_table(&self, target: &ToldTarget<'_>) -> String {
        let mut table = Table::new();
        table.load_style(presets::NOTHING);
        table
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_width(u16::try_from(self.paper.width.saturating_sub(6)).unwrap_or(u16::MAX));
        table.add_row(target.years.iter().map(|year| year.year.to_string()));
        table.add_row(target.years.iter().map(|year| &year.shown));
        for column in table.column_iter_mut() {
            column.set_cell_alignment(CellAlignment::Right);
        }
        table.trim_fmt()
    }
}

fn bar(progress: &Number) -> String {
    let full = (progress * &Number::from(BAR as i64)).floor().to_i64();
    let full = full.map_or(BAR, |full| {
        usize::try_from(full.max(0)).unwrap_or(0).min(BAR)
    });
    format!("{}{}", "█".repeat(full), "░".repeat(BAR - full))
}
