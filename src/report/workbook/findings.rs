//! What was found in the data: errors first, each with where it is and what to do.
//!
//! In: findings. Out: a sheet to filter and hand on. Must not know: verdicts.

use super::page::Drawn;
use super::{Book, Column, List};
use crate::diagnostic::{Diagnostic, Severity};
use crate::place::Spot;
use crate::report::light::{Light, severity_key};

impl Book<'_> {
    pub(super) fn findings(&mut self) -> Drawn {
        let found = self.report().diagnostics;
        if found.is_empty() {
            return Ok(());
        }
        let mut rows: Vec<&Diagnostic> = found.iter().collect();
        rows.sort_by_key(|finding| finding.severity);
        let column = |key: &str, width| Column::new(self.label(key), width);
        let list = List {
            name: self.label("workbook-sheet-findings"),
            title: self.label_with(
                "workbook-findings-title",
                &self
                    .severities()
                    .each_ref()
                    .map(|(key, text)| (*key, text.as_str())),
            ),
            remarks: self.left_out(),
            columns: vec![
                column("workbook-column-severity", 14),
                column("workbook-column-file", 38),
                column("workbook-column-sheet", 18),
                column("workbook-column-cell", 12),
                column("workbook-column-found", 60),
                column("workbook-column-remedy", 60),
                column("workbook-column-code-of-finding", 26),
            ],
            frozen: 0,
        };
        let locale = self.teller.locale;
        self.list(&list, &rows, |styles, page, finding| {
            let light = Light::of_severity(finding.severity);
            let word = locale.label(severity_key(finding.severity));
            page.text(0, &format!("{} {word}", light.sign()), styles.light(light))?;
            let place = finding.places.first();
            let (file, sheet, cell) = place.map_or(("", "", String::new()), |place| {
                let sheet = place.sheet.as_deref().unwrap_or("");
                (&*place.file, sheet, spot(&place.spot))
            });
            page.text(1, file, &styles.cell)?;
            page.text(2, sheet, &styles.cell)?;
            page.text(3, &cell, &styles.middle)?;
            page.text(4, &locale.sentence(finding), &styles.cell)?;
            page.text(5, &locale.help(finding).unwrap_or_default(), &styles.cell)?;
            page.text(6, finding.code, &styles.cell)
        })
    }

    /// How many findings of each severity there are.
    fn severities(&self) -> [(&'static str, String); 3] {
        let severities = [
            ("errors", Severity::Error),
            ("warnings", Severity::Warning),
            ("notes", Severity::Note),
        ];
        let found = self.report().diagnostics;
        severities.map(|(name, severity)| (name, self.teller.count(found.count(severity))))
    }

    /// Of which codes more was found than is kept.
    fn left_out(&self) -> Vec<String> {
        let left_out = self.report().diagnostics.left_out();
        let told = left_out.map(|(code, count)| {
            let count = self
                .teller
                .count(usize::try_from(count).unwrap_or(usize::MAX));
            self.label_with("workbook-left-out", &[("code", code), ("count", &count)])
        });
        told.collect()
    }
}

/// `F12`, a row or a line by its number, nothing of a whole file.
fn spot(spot: &Spot) -> String {
    match spot {
        Spot::Whole => String::new(),
        Spot::Row(row) => format!("{row}:{row}"),
        Spot::Cell(cell) => cell.to_string(),
        Spot::Excerpt(excerpt) => format!("{}:{}", excerpt.line, excerpt.column),
    }
}
