//! The data checks that failed, with the figures that show it.
//!
//! In: what is told of failed checks. Out: a sheet to filter. Must not know: how checks are made.

use super::page::Drawn;
use super::{Book, Column, List, written};
use crate::report::light::severity_key;
use crate::report::telling::ToldCheck;

impl Book<'_> {
    pub(super) fn checks(&mut self) -> Drawn {
        let teller = self.teller;
        let failed = self.report().failed_checks();
        let rows: Vec<ToldCheck> = failed
            .into_iter()
            .filter_map(|at| teller.check(at))
            .collect();
        if rows.is_empty() {
            return Ok(());
        }
        let column = |key: &str, width| Column::new(self.label(key), width);
        let list = List {
            name: self.label("workbook-sheet-checks"),
            title: teller.checks_head().unwrap_or_default(),
            remarks: Vec::new(),
            columns: vec![
                column("workbook-column-severity", 14),
                column("workbook-column-check", 12),
                column("workbook-column-found", 60),
                column("workbook-column-figures", 70),
                column("workbook-column-clause", 30),
            ],
            frozen: 0,
        };
        let locale = teller.locale;
        self.list(&list, &rows, |styles, page, row| {
            let word = locale.label(severity_key(row.severity));
            let severity = format!("{} {word}", row.light.sign());
            page.text(0, &severity, styles.light(row.light))?;
            page.text(1, &row.id, &styles.middle)?;
            page.text(2, &row.text, &styles.cell)?;
            page.text(3, &written(&row.lines), &styles.cell)?;
            page.text(4, &row.cite, &styles.cell)
        })
    }
}
