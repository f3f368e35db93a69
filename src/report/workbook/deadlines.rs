//! The deadlines: a row a unit, deadline and year, with the days as days.
//!
//! In: what is told of deadlines. Out: a sheet to filter. Must not know: how records were found.

use super::page::Drawn;
use super::{Book, Column, List};
use crate::number::Number;
use crate::report::telling::ToldFiling;

impl Book<'_> {
    pub(super) fn deadlines(&mut self) -> Drawn {
        let teller = self.teller;
        let rows: Vec<ToldFiling> = teller.filings().collect();
        if rows.is_empty() {
            return Ok(());
        }
        let column = |key: &str, width| Column::new(self.label(key), width);
        let list = List {
            name: self.label("workbook-sheet-deadlines"),
            title: self.label_with("workbook-deadlines-title", &[("date", &teller.head().date)]),
            remarks: teller.silent().into_iter().collect(),
            columns: vec![
                column("workbook-column-unit", 34),
                column("workbook-column-year", 8),
                column("workbook-column-id", 12),
                column("workbook-column-deadline", 46),
                column("workbook-column-due", 13),
                column("workbook-column-done", 13),
                column("workbook-column-status", 20),
                column("workbook-column-days-late", 10),
                column("workbook-column-records", 60),
            ],
            frozen: 1,
        };
        self.list(&list, &rows, |styles, page, row| {
            page.text(0, &row.unit, &styles.cell)?;
            match row.year {
                Some(year) => page.number(1, &Number::from(year), &styles.year)?,
                None => page.blank(1, &styles.cell)?,
            }
            page.text(2, &row.id, &styles.middle)?;
            page.text(3, &row.says, &styles.cell)?;
            page.day(4, row.due, &styles.day)?;
            match row.done {
                Some(done) => page.day(5, done, &styles.day)?,
                None => page.blank(5, &styles.cell)?,
            }
            let status = format!("{} {}", row.light.sign(), row.status);
            page.text(6, &status, styles.light(row.light))?;
            match row.days_late {
                Some(days) => page.number(7, &Number::from(days), &styles.count)?,
                None => page.blank(7, &styles.cell)?,
            }
            page.text(8, &row.places, &styles.cell)
        })
    }
}
