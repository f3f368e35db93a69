//! What was found in the data, the readings that the Board must confirm, and the result.
//!
//! In: findings, readings, the exit code. Out: lines. Must not know: subjects.

use super::Page;
use crate::diagnostic::{Diagnostic, Severity};
use crate::rule::RuleVerdict;
use crate::text::printable;
use crate::verdict::{DeadlineStatus, SubjectVerdict};
use std::io;

impl Page<'_, '_> {
    // ---- the data, the readings, the result ----

    pub(super) fn finding(&self, found: &Diagnostic) -> String {
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
    pub(super) fn findings(&mut self) -> io::Result<()> {
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

    pub(super) fn notes(&mut self) -> io::Result<()> {
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

    /// The readings that the Board must confirm, of the rules that were applied.
    pub(super) fn readings(&mut self) -> io::Result<()> {
        let rules = self.report.rules;
        let is_made = |id: &str| self.report.is_made(id);
        let clauses = rules.clauses().filter(|clause| is_made(&clause.id));
        let open: Vec<_> = clauses
            .filter_map(|clause| {
                let reading = clause.reading.as_ref().filter(|reading| reading.confirm)?;
                Some((clause, reading))
            })
            .collect();
        if open.is_empty() {
            return Ok(());
        }
        writeln!(self.out)?;
        let text = self.locale.label("report-readings");
        self.line("", 0, &text)?;
        for (clause, reading) in open {
            self.line(
                &format!("  {}  ", clause.id),
                11,
                reading.text.get(self.locale.language()),
            )?;
        }
        Ok(())
    }

    /// What the run comes to, in one sentence that names everything that counts.
    pub(super) fn result(&mut self) -> io::Result<()> {
        let code = self.report.exit_code.to_string();
        let found: Vec<String> = self
            .offences()
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .map(|(key, count)| self.label(key, &[("count", &self.count(count as u64))]))
            .collect();
        let key = match self.report.exit_code {
            0 => "result-clean",
            1 => "result-against",
            2 => "result-open",
            _ => "result-refused",
        };
        let found = match found.is_empty() {
            true => self.locale.label("result-nothing"),
            false => found.join(", "),
        };
        let text = self.label(key, &[("found", &found), ("code", &code)]);
        writeln!(self.out)?;
        self.line("", 2, &text)
    }

    /// What is against the rules or undecided, each with its key: nominations (or all subjects, where nobody is nominated), quotas,
    /// failed checks, deadlines.
    fn offences(&self) -> [(&'static str, usize); 8] {
        let verdicts = self.report.verdicts;
        let subjects: Vec<SubjectVerdict> = match verdicts.nominated() {
            Some(list) => list.entries.iter().map(|entry| entry.verdict).collect(),
            None => {
                let tables = self.report.tables().iter();
                tables.flat_map(|table| table.subjects()).copied().collect()
            }
        };
        let of_subjects = |wanted| {
            subjects
                .iter()
                .filter(|verdict| **verdict == wanted)
                .count()
        };
        let (ineligible, undetermined) = match verdicts.nominated() {
            Some(_) => (
                "result-nominations-ineligible",
                "result-nominations-undetermined",
            ),
            None => ("result-subjects-ineligible", "result-subjects-undetermined"),
        };
        let weighs = |severity: Option<Severity>| severity == Some(Severity::Error);
        let of_quotas = |wanted| {
            let quotas = verdicts.quotas.iter().filter(|one| {
                let quota = self.report.rules.quotas.get(one.quota);
                one.verdict == wanted && weighs(quota.map(|quota| quota.severity))
            });
            quotas.count()
        };
        let failed = verdicts.checks.failed.iter().filter(|failed| {
            let check = self.report.rules.checks.get(failed.check);
            weighs(check.map(|check| check.severity))
        });
        let failed = failed.count() + self.report.facts().faults.len();
        let of_deadlines = |wanted: DeadlineStatus| {
            let all = verdicts.deadlines.verdicts.iter();
            all.filter(|one| one.status == wanted).count()
        };
        [
            (ineligible, of_subjects(SubjectVerdict::Ineligible)),
            (undetermined, of_subjects(SubjectVerdict::Undetermined)),
            ("result-quotas-broken", of_quotas(RuleVerdict::NotMet)),
            ("result-quotas-open", of_quotas(RuleVerdict::Insufficient)),
            ("result-checks-failed", failed),
            ("result-deadlines-late", of_deadlines(DeadlineStatus::Late)),
            (
                "result-deadlines-overdue",
                of_deadlines(DeadlineStatus::Overdue),
            ),
            (
                "result-deadlines-open",
                of_deadlines(DeadlineStatus::Insufficient),
            ),
        ]
    }
}
