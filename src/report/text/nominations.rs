//! The list of nominations in its own order: verdict, reasons, and who nominates.
//!
//! In: verdicts on nominations. Out: lines. Must not know: subjects that nobody nominates.

use super::{Light, Page, subject_key};
use crate::fact::data::TableFacts;
use crate::fact::schema::ColumnId;
use crate::report::Entry;
use crate::text::printable;
use crate::verdict::SubjectVerdict;
use std::io;

impl Page<'_, '_> {
    /// Every nomination, at most so many of a verdict unless all are asked for.
    pub(super) fn nominations(&mut self) -> io::Result<()> {
        let entries = self.report.nominations();
        let Some(list) = &self.report.verdicts.nominations else {
            return Ok(());
        };
        let of = |verdict| list.entries.iter().filter(|e| e.verdict == verdict).count();
        let counts = SubjectVerdict::ALL.map(|verdict| self.count(of(verdict) as u64));
        let [eligible, ineligible, undetermined] = counts.each_ref().map(String::as_str);
        let text = self.label(
            "nominations-head",
            &[
                ("count", &self.count(list.entries.len() as u64)),
                ("eligible", eligible),
                ("ineligible", ineligible),
                ("undetermined", undetermined),
            ],
        );
        self.heading_line(&text)?;
        if self.report.selection.quiet {
            return Ok(());
        }
        let mut shown = [0_usize; SubjectVerdict::ALL.len()];
        let mut left_out = 0;
        for entry in entries {
            let at = SubjectVerdict::ALL
                .iter()
                .position(|verdict| *verdict == entry.nomination.verdict)
                .unwrap_or(0);
            shown[at] += 1;
            if shown[at] > self.most(usize::MAX) {
                left_out += 1;
            } else {
                self.nomination(&entry)?;
            }
        }
        match self.and_more(left_out) {
            Some(more) => self.line("  ", 2, &more),
            None => Ok(()),
        }
    }

    fn nomination(&mut self, entry: &Entry<'_>) -> io::Result<()> {
        let verdict = entry.nomination.verdict;
        let mark = Light::of_subject(verdict).drawn(self.paper.colour);
        let verdict = self.locale.label(subject_key(verdict));
        let text = format!("{} — {verdict}", self.nomination_name(entry));
        self.line(&format!("  {mark} "), 4, &text)?;
        match entry.subject.as_ref() {
            None => {
                let text = self.locale.label("nomination-without-subject");
                self.line("      ", 6, &text)?;
            }
            Some(_) if entry.nomination.misnamed => {
                let text = self.locale.label("nomination-misnamed");
                self.line("      ", 6, &text)?;
            }
            Some(subject) if entry.nomination.verdict != SubjectVerdict::Eligible => {
                self.in_the_way(subject)?;
            }
            Some(subject) => self.waived(subject)?,
        }
        self.faults_of(entry.list, entry.nomination.row)
    }

    /// `Xã Lộc Thành (communes/25294), STT 4, tập thể, ưu tiên, Huyện Lộc Ninh trình`
    pub(super) fn nomination_name(&self, entry: &Entry<'_>) -> String {
        let Some(list) = &self.report.rules.nominations else {
            return String::new();
        };
        let cell =
            |column: Option<ColumnId>| self.cell_text(entry.list, entry.nomination.row, column);
        let code = printable(&entry.list.code(entry.nomination.row));
        let name = cell(list.name).or_else(|| entry.subject.as_ref()?.name(self.report.rules));
        let named = match name {
            Some(name) => format!("{} ({code})", printable(&name)),
            None => code,
        };
        let number = cell(list.number)
            .map(|number| self.label("nomination-number", &[("number", &printable(&number))]));
        let class = cell(list.class);
        let first = match entry.nomination.first {
            Some(true) => Some(self.locale.label("nomination-first")),
            Some(false) => None,
            None => Some(self.locale.label("nomination-first-unknown")),
        };
        let unit = cell(list.submitted_by)
            .map(|unit| self.label("nomination-by", &[("unit", &printable(&unit))]));
        let parts = [Some(named), number, class, first, unit];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// What a cell of the list says, in words that people know.
    fn cell_text(&self, rows: &TableFacts, row: u32, column: Option<ColumnId>) -> Option<String> {
        crate::report::cell_words(self.report.rules, rows, row, column?, self.locale)
    }
}
