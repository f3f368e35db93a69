//! Quotas, targets, deadlines and data checks of the text report.
//!
//! In: what is told of them. Out: lines. Must not know: how they came about.

use super::Page;
use crate::report::telling::{ToldCheck, ToldDeadline, ToldQuota};
use std::io;

impl Page<'_, '_> {
    pub(super) fn quotas(&mut self) -> io::Result<()> {
        let teller = self.teller;
        let shown: Vec<ToldQuota<'_>> = self
            .report
            .quotas()
            .filter_map(|one| teller.quota(one))
            .collect();
        if shown.is_empty() {
            return Ok(());
        }
        let head = self.locale.label("quotas-head");
        self.heading_line(&head)?;
        shown.iter().try_for_each(|quota| self.quota(quota))
    }

    fn quota(&mut self, quota: &ToldQuota<'_>) -> io::Result<()> {
        let mark = quota.light.drawn(self.paper.colour);
        let text = format!("{}: {}", quota.says, quota.figures);
        self.line(&format!("  {mark} {}  ", quota.id), 6, &text)?;
        match self.report.selection.quiet {
            true => Ok(()),
            false => self.lines("      ", 8, &quota.notes),
        }
    }

    /// One line a target; the years stand on the page of progress.
    pub(super) fn targets(&mut self) -> io::Result<()> {
        let shown: Vec<usize> = self.report.targets().map(|(index, _)| index).collect();
        if shown.is_empty() {
            return Ok(());
        }
        let head = self.locale.label("targets-head");
        self.heading_line(&head)?;
        let teller = self.teller;
        let told = shown.into_iter().filter_map(|index| teller.target(index));
        told.into_iter()
            .try_for_each(|target| self.target_line(&target))
    }

    pub(super) fn deadlines(&mut self) -> io::Result<()> {
        let shown = self.teller.deadlines();
        if shown.is_empty() {
            return Ok(());
        }
        let head = self.locale.label("deadlines-head");
        self.heading_line(&head)?;
        shown
            .iter()
            .try_for_each(|deadline| self.deadline(deadline))?;
        match self.teller.silent() {
            Some(silent) => self.line("  ", 4, &silent),
            None => Ok(()),
        }
    }

    fn deadline(&mut self, deadline: &ToldDeadline) -> io::Result<()> {
        let mark = deadline.light.drawn(self.paper.colour);
        let text = format!("{}: {}", deadline.says, deadline.counts);
        self.line(&format!("  {mark} {}  ", deadline.id), 6, &text)?;
        match self.report.selection.quiet {
            true => Ok(()),
            false => self.lines("      ", 8, &deadline.groups),
        }
    }

    /// What failed, with its arithmetic; errors before warnings.
    pub(super) fn checks(&mut self) -> io::Result<()> {
        let Some(head) = self.teller.checks_head() else {
            return Ok(());
        };
        self.heading_line(&head)?;
        if self.report.selection.quiet {
            return Ok(());
        }
        let failed = self.report.failed_checks();
        let most = self.teller.most(failed.len());
        for at in failed.iter().take(most) {
            if let Some(told) = self.teller.check(*at) {
                self.failed_check(&told)?;
            }
        }
        self.more(failed.len() - most)
    }

    fn failed_check(&mut self, told: &ToldCheck) -> io::Result<()> {
        let mark = told.light.drawn(self.paper.colour);
        self.line(&format!("  {mark} {}  ", told.id), 6, &told.text)?;
        for line in &told.lines {
            self.line("      ", 8, &line.text)?;
            self.lines("      ", 8, &line.sources)?;
        }
        Ok(())
    }
}
