//! What was found in the data, the readings that the Board must confirm, and the result.
//!
//! In: findings, readings, the exit code. Out: lines. Must not know: subjects.

use super::Page;
use crate::diagnostic::{Diagnostic, Severity};
use std::io;

impl Page<'_, '_> {
    /// What was found in the data: errors first, then warnings; notes are counted unless all is asked for.
    pub(super) fn findings(&mut self) -> io::Result<()> {
        for (severity, key) in [
            (Severity::Error, "report-errors"),
            (Severity::Warning, "report-warnings"),
        ] {
            let found = self.of_severity(severity);
            if !found.is_empty() {
                self.list(key, &found)?;
            }
        }
        let notes = self.of_severity(Severity::Note);
        match (notes.is_empty(), self.report.selection.all) {
            (true, _) => Ok(()),
            (false, true) => self.list("report-notes", &notes),
            (false, false) => {
                let count = self.teller.count(notes.len());
                let text = self.label("report-notes-count", &[("count", &count)]);
                self.heading_line(&text)
            }
        }
    }

    fn of_severity(&self, severity: Severity) -> Vec<Diagnostic> {
        let all = self.report.diagnostics.iter();
        all.filter(|found| found.severity == severity)
            .cloned()
            .collect()
    }

    fn list(&mut self, key: &str, found: &[Diagnostic]) -> io::Result<()> {
        let text = self.label(key, &[("count", &self.teller.count(found.len()))]);
        self.heading_line(&text)?;
        let most = self.teller.most(found.len());
        for finding in found.iter().take(most) {
            let text = self.teller.finding(finding);
            self.line("  - ", 4, &text)?;
        }
        self.more(found.len() - most)
    }

    /// The readings that the Board must confirm, of the rules that were applied.
    pub(super) fn readings(&mut self) -> io::Result<()> {
        let readings = self.teller.readings();
        if readings.is_empty() {
            return Ok(());
        }
        writeln!(self.out)?;
        let text = self.locale.label("report-readings");
        self.line("", 0, &text)?;
        for (id, reading) in readings {
            self.line(&format!("  {id}  "), 11, &reading)?;
        }
        Ok(())
    }

    /// What the run comes to.
    pub(super) fn result(&mut self) -> io::Result<()> {
        let text = self.teller.result();
        self.heading_line(&text)
    }
}
