//! The table of counts at the head of the text report.
//!
//! In: the report. Out: a drawn table. Must not know: single subjects.

use super::arithmetic::table_title;
use super::light::subject_key;
use super::{Paper, Report};
use crate::locale::Locale;
use crate::number::Number;
use crate::verdict::SubjectVerdict;
use comfy_table::{CellAlignment, ContentArrangement, Table, presets};

/// Counts of subjects by table and verdict.
pub(super) fn counts_table(report: &Report<'_>, locale: &Locale, paper: &Paper) -> String {
    let mut table = Table::new();
    table.load_style(presets::UTF8_HORIZONTAL_ONLY);
    table
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(u16::try_from(paper.width).unwrap_or(u16::MAX));
    let mut header = vec![locale.label("report-column-table")];
    header.extend(SubjectVerdict::ALL.map(|verdict| locale.label(subject_key(verdict))));
    header.push(locale.label("report-column-all"));
    let columns = header.len();
    table.set_header(header);
    for judged in report.tables() {
        let mut row = vec![table_title(&report.rules.schema, judged.table, locale).to_owned()];
        let count =
            |n: usize| locale.number(&Number::from(i64::try_from(n).unwrap_or(i64::MAX)), 0);
        row.extend(SubjectVerdict::ALL.map(|verdict| count(judged.count_of(verdict))));
        row.push(count(judged.len()));
        table.add_row(row);
    }
    for index in 1..columns {
        if let Some(column) = table.column_mut(index) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    table.trim_fmt()
}
