//! Counts alone, for scripts and for those who know their files (`--quiet`).
//!
//! In: the report. Out: a line for each part that was judged. Must not know: facts, arithmetic.

use super::Page;
use crate::report::diff::deadline_key;
use crate::report::light::{rule_key, target_key};
use crate::rule::RuleVerdict;
use crate::verdict::{DeadlineStatus, TargetStatus};
use std::io;

impl Page<'_, '_> {
    /// How many of each part came to what, and the result.
    pub(super) fn brief(&mut self) -> io::Result<()> {
        self.nominations()?;
        self.counts()?;
        writeln!(self.out)?;
        self.tally_quotas()?;
        self.tally_targets()?;
        self.tally_deadlines()?;
        self.checks()?;
        self.result()
    }

    /// What the selected rules came to.
    pub(super) fn brief_of_rules(&mut self) -> io::Result<()> {
        let rules = self.report.rules;
        for table in self.report.tables() {
            for (at, index) in table.rules.iter().enumerate() {
                let id = &rules.rule(*index).clause.id;
                if self.report.selection.includes_rule(rules, id) {
                    let counts = RuleVerdict::ALL
                        .map(|verdict| (rule_key(verdict), table.count(at, verdict) as u64));
                    let list = self.tallied(&counts);
                    let text = self.label("brief-rule", &[("id", id), ("list", &list)]);
                    self.line("", 2, &text)?;
                }
            }
        }
        self.tally_quotas()?;
        self.tally_deadlines()?;
        if self.report.failed_checks().is_empty() {
            return Ok(());
        }
        self.checks()
    }

    fn tally_quotas(&mut self) -> io::Result<()> {
        let verdicts: Vec<RuleVerdict> = self.report.quotas().map(|one| one.verdict).collect();
        let count = |verdict| verdicts.iter().filter(|one| **one == verdict).count();
        let counts = RuleVerdict::ALL.map(|verdict| (rule_key(verdict), count(verdict) as u64));
        let list = self.tallied(&counts);
        self.tally("brief-quotas", &list)
    }

    pub(super) fn tally_targets(&mut self) -> io::Result<()> {
        let all = self.report.targets();
        let statuses: Vec<TargetStatus> = all.map(|(_, one)| one.status).collect();
        let count = |status| statuses.iter().filter(|one| **one == status).count();
        let counts = TargetStatus::ALL.map(|status| (target_key(status), count(status) as u64));
        let list = self.tallied(&counts);
        self.tally("brief-targets", &list)
    }

    fn tally_deadlines(&mut self) -> io::Result<()> {
        let mut statuses: Vec<DeadlineStatus> = Vec::new();
        for index in 0..self.report.rules.deadlines.len() {
            statuses.extend(self.report.deadlines(index).map(|one| one.status));
        }
        let count = |status| statuses.iter().filter(|one| **one == status).count();
        let counts = DeadlineStatus::ALL.map(|status| (deadline_key(status), count(status) as u64));
        let list = self.tallied(&counts);
        self.tally("brief-deadlines", &list)
    }

    /// `3 met, 1 not met`; nothing where nothing was judged.
    fn tallied(&self, counts: &[(&'static str, u64)]) -> String {
        let some = counts.iter().filter(|(_, count)| *count > 0);
        let parts = some.map(|(key, count)| {
            let count = self
                .teller
                .count(usize::try_from(*count).unwrap_or(usize::MAX));
            format!("{count} {}", self.locale.label(key))
        });
        parts.collect::<Vec<_>>().join(", ")
    }

    fn tally(&mut self, key: &str, list: &str) -> io::Result<()> {
        if list.is_empty() {
            return Ok(());
        }
        let text = self.label(key, &[("list", list)]);
        self.line("", 2, &text)
    }
}
