//! What was found in the data, the readings that the Board must confirm, and what the run comes to, told.
//!
//! In: findings, readings, the exit code. Out: sentences. Must not know: subjects.

use super::Teller;
use crate::diagnostic::{Diagnostic, Severity};
use crate::rule::RuleVerdict;
use crate::text::printable;
use crate::verdict::{DeadlineStatus, SubjectVerdict};

/// Places named of one finding.
const MOST_PLACES: usize = 3;

impl Teller<'_> {
    /// Where it is, what was found, what to do.
    pub(in crate::report) fn finding(&self, found: &Diagnostic) -> String {
        let places = found.places.iter().take(MOST_PLACES);
        let places: Vec<String> = places.map(|place| printable(&place.to_string())).collect();
        let sentence = self.sentence(found);
        match places.is_empty() {
            true => sentence,
            false => format!("{}: {sentence}", places.join(", ")),
        }
    }

    /// What was found and what to do, without the place.
    pub(in crate::report) fn sentence(&self, found: &Diagnostic) -> String {
        let sentence = self.locale.sentence(found);
        match self.locale.help(found) {
            Some(help) => format!("{sentence} {help}"),
            None => sentence,
        }
    }

    /// The readings that the Board must confirm, of the rules that were applied: ids and texts.
    pub(in crate::report) fn readings(&self) -> Vec<(String, String)> {
        let clauses = self.report.rules.clauses();
        let made = clauses.filter(|clause| self.report.is_made(&clause.id));
        let open = made.filter_map(|clause| {
            let reading = clause.reading.as_ref().filter(|reading| reading.confirm)?;
            let text = reading.text.get(self.locale.language()).to_owned();
            Some((clause.id.clone(), text))
        });
        open.collect()
    }

    /// What the run comes to, in one sentence that names everything that counts.
    pub(in crate::report) fn result(&self) -> String {
        let code = self.report.exit_code.to_string();
        let found: Vec<String> = self
            .offences()
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .map(|(key, count)| self.label(key, &[("count", &self.count(count))]))
            .collect();
        if self.report.verdicts.is_empty() {
            return self.label("result-nothing-judged", &[("code", &code)]);
        }
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
        self.label(key, &[("found", &found), ("code", &code)])
    }

    /// What is against the rules or undecided, each with its key: nominations (or all subjects, where nobody is nominated), quotas,
    /// failed checks, deadlines.
    fn offences(&self) -> [(&'static str, usize); 8] {
        let verdicts = self.report.verdicts;
        let of_subjects = |wanted| verdicts.counting(wanted);
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
