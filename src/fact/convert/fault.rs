//! Cells that hold no value whatever their column is: errors, formulas that were never calculated, figures out of all bounds.
//!
//! In: a cell. Out: what is wrong with it. Must not know: columns.

use crate::fact::problem::Problem;
use crate::table::Cell;

/// What spreadsheets show of errors; delimited text has them as text.
const ERRORS: [&str; 9] = [
    "#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!",
];

/// What is wrong with a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CellFault {
    /// A formula error, or a figure that found no room and was saved as `####`.
    Error,
    /// A formula without a saved result.
    NoValue,
    /// Infinite, or not a number.
    NotFinite,
    /// A number that the cell's date format cannot show.
    NoDay,
}

impl CellFault {
    /// None for a cell that may hold a value.
    pub(super) fn of(cell: Cell<'_>) -> Option<Self> {
        match cell {
            Cell::Error("") => Some(CellFault::NoValue),
            Cell::Error("NaN" | "inf" | "-inf") => Some(CellFault::NotFinite),
            Cell::Error(text) => {
                let is_number = text
                    .trim_start_matches('-')
                    .starts_with(|c: char| c.is_ascii_digit());
                Some(if is_number {
                    CellFault::NoDay
                } else {
                    CellFault::Error
                })
            }
            Cell::Text(text) if text.starts_with('#') => {
                let has_no_room = text.len() >= 3 && text.bytes().all(|byte| byte == b'#');
                (has_no_room || ERRORS.contains(&text)).then_some(CellFault::Error)
            }
            Cell::Text(_) | Cell::Empty | Cell::Number { .. } | Cell::YesNo(_) | Cell::Date(_) => {
                None
            }
        }
    }

    pub(super) fn problem(self, column: String, value: String) -> Problem {
        match self {
            CellFault::Error => Problem::ErrorCell { column, value },
            CellFault::NoValue => Problem::FormulaWithoutValue { column },
            CellFault::NotFinite => Problem::NotFinite { column, value },
            CellFault::NoDay => Problem::NoDayNumber { column, value },
        }
    }
}
