//! The list of nominations in its own order: verdict, reasons, and who nominates.
//!
//! In: verdicts on nominations. Out: lines. Must not know: subjects that nobody nominates.

use super::Page;
use crate::report::Entry;
use crate::verdict::SubjectVerdict;
use std::io;

impl Page<'_, '_> {
    /// Every nomination, at most so many of a verdict unless all are asked for.
    pub(super) fn nominations(&mut self) -> io::Result<()> {
        let Some(head) = self.teller.nominations_head() else {
            return Ok(());
        };
        self.heading_line(&head)?;
        if self.report.selection.quiet {
            return Ok(());
        }
        let mut shown = [0_usize; SubjectVerdict::ALL.len()];
        let mut left_out = 0;
        for entry in self.report.nominations() {
            let at = SubjectVerdict::ALL
                .iter()
                .position(|verdict| *verdict == entry.nomination.verdict)
                .unwrap_or(0);
            shown[at] += 1;
            if shown[at] > self.teller.most {
                left_out += 1;
            } else {
                self.nomination(&entry)?;
            }
        }
        self.more(left_out)
    }

    fn nomination(&mut self, entry: &Entry<'_>) -> io::Result<()> {
        let told = self.teller.nomination(entry);
        let mark = told.light.drawn(self.paper.colour);
        let text = format!("{} — {}", told.line, told.outcome);
        self.line(&format!("  {mark} "), 4, &text)?;
        if let Some(remark) = told.remark {
            self.line("      ", 6, &remark)?;
        }
        self.rules(&told.rules)?;
        self.lines("      ", 6, &told.faults)
    }
}
