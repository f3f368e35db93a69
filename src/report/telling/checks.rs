//! The data checks, told: how many were made, what failed and by which figures.
//!
//! In: failed checks. Out: sentences with arithmetic and cells. Must not know: how checks are made.

use super::Teller;
use crate::diagnostic::Severity;
use crate::report::arithmetic::Line;
use crate::report::light::Light;

/// A failed check in words.
pub(in crate::report) struct ToldCheck {
    pub(in crate::report) light: Light,
    pub(in crate::report) severity: Severity,
    pub(in crate::report) id: String,
    /// Which row, in which year, and what ought to hold.
    pub(in crate::report) text: String,
    pub(in crate::report) cite: String,
    /// The arithmetic with its cells.
    pub(in crate::report) lines: Vec<Line>,
}

impl Teller<'_> {
    /// How many checks were made and how many failed; none where none was made.
    pub(in crate::report) fn checks_head(&self) -> Option<String> {
        let checks = &self.report.verdicts.checks;
        let made: u64 = checks
            .counts
            .iter()
            .map(|counts| counts.met + counts.not_met)
            .sum();
        if made == 0 {
            return None;
        }
        let made = self.count(usize::try_from(made).unwrap_or(usize::MAX));
        let failed = self.count(checks.failed.len());
        Some(self.label("checks-head", &[("made", &made), ("failed", &failed)]))
    }

    /// The failed check of that index.
    pub(in crate::report) fn check(&self, at: usize) -> Option<ToldCheck> {
        let verdicts = self.report.verdicts;
        let failed = verdicts.checks.failed.get(at)?;
        let check = self.report.rules.checks.get(failed.check)?;
        let name = self.report.row_name(failed.table, failed.row);
        let year = failed.year.map_or_else(String::new, |year| {
            self.label("check-year", &[("year", &year.to_string())])
        });
        let says = check.clause.says.get(self.locale.language());
        let trace = verdicts.explain_check(failed);
        Some(ToldCheck {
            light: Light::of_severity(check.severity),
            severity: check.severity,
            id: check.clause.id.clone(),
            text: format!("{name}{year}: {says}"),
            cite: check.clause.cite.clone(),
            lines: trace.map_or_else(Vec::new, |trace| self.words().lines(&trace)),
        })
    }
}
