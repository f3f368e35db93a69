//! What holds for the sheets of every workbook, whatever its format.
//!
//! In: names, blocks, row numbers. Out: the problem with them, if there is one. Must not know: how they are stored.

use super::manner::Manner;
use super::{MOST_COLUMNS, MOST_ROWS, Merge, Problem, SheetInfo};
use std::collections::HashSet;

/// Sheets that no workbook comes near; each takes memory of its own, however empty.
const MOST_SHEETS: usize = 10_000;

/// Whether there may be so many sheets; to be asked while they are listed.
pub(super) fn check_number(sheets: usize) -> Result<(), Problem> {
    if sheets > MOST_SHEETS {
        return Err(Problem::TooManySheets {
            limit: MOST_SHEETS as u64,
        });
    }
    Ok(())
}

/// A name must mean one sheet; Excel does not let two differ by case only.
pub(super) fn check(sheets: &[SheetInfo]) -> Result<(), Problem> {
    let mut seen = HashSet::new();
    for name in sheets.iter().filter_map(|sheet| sheet.name.as_deref()) {
        if !seen.insert(name.to_lowercase()) {
            return Err(Problem::SameSheet {
                sheet: name.to_owned(),
            });
        }
    }
    if sheets.is_empty() {
        Err(Problem::NoSheet {})
    } else {
        Ok(())
    }
}

/// A block of merged cells by its first and last row and column, from 0, if it lies within a sheet.
pub(super) fn merge(rows: (u32, u32), columns: (u32, u32)) -> Result<Merge, Problem> {
    if rows.1 >= MOST_ROWS || columns.1 >= MOST_COLUMNS || rows.0 > rows.1 || columns.0 > columns.1
    {
        return Err(Problem::CellOutside {
            row: u64::from(rows.1) + 1,
            column: u64::from(columns.1) + 1,
        });
    }
    Ok(Merge {
        rows: (rows.0 + 1, rows.1 + 1),
        columns,
    })
}

/// What there is to say of a sheet once it has been read. One filled to the last row that its format has may have been cut there.
pub(super) fn notes(last_row: u32, most_rows: u32, manner: Option<&Manner>) -> Vec<Problem> {
    let full = (last_row >= most_rows).then(|| Problem::PerhapsCut {
        rows: last_row.into(),
    });
    let of_cells = manner.map(Manner::notes).unwrap_or_default();
    full.into_iter().chain(of_cells).collect()
}
