//! The files that were read, sheet by sheet: rows read, used and skipped, and the hash that shows which file it was.
//!
//! In: what is told of files. Out: a sheet to filter. Must not know: verdicts.

use super::page::Drawn;
use super::{Book, Column, List};
use crate::number::Number;
use crate::report::light::Light;

impl Book<'_> {
    pub(super) fn inputs(&mut self) -> Drawn {
        let rows = self.teller.sheets();
        if rows.is_empty() {
            return Ok(());
        }
        let column = |key: &str, width| Column::new(self.label(key), width);
        let list = List {
            name: self.label("workbook-sheet-inputs"),
            title: self.teller.read(),
            remarks: Vec::new(),
            columns: vec![
                column("workbook-column-file", 46),
                column("workbook-column-sheet", 20),
                column("workbook-column-table", 30),
                column("files-column-read", 10),
                column("files-column-used", 10),
                column("files-column-skipped", 10),
                column("workbook-column-why-skipped", 40),
                column("workbook-column-hash", 60),
            ],
            frozen: 0,
        };
        self.list(&list, &rows, |styles, page, row| {
            let table = match row.is_refused {
                true => styles.light(Light::Bad),
                false => &styles.cell,
            };
            page.text(0, &row.file, &styles.cell)?;
            page.text(1, &row.sheet, &styles.cell)?;
            page.text(2, &row.table, table)?;
            for (column, rows) in (3_u16..).zip([row.read, row.used, row.skipped]) {
                let rows = Number::from(i64::try_from(rows).unwrap_or(i64::MAX));
                page.number(column, &rows, &styles.count)?;
            }
            page.text(6, &row.reasons, &styles.cell)?;
            page.text(7, &row.sha256, &styles.hash)
        })
    }
}
