//! A workbook's row being put together, cell by cell.
//!
//! In: values as a workbook stores them, with what their number format shows. Out: typed cells and their text, within what a row may
//! hold. Must not know: files, formats.

use super::number_format::{Shown, day_of_serial};
use super::{Cells, Problem, Row, TypedCell};
use chrono::NaiveDate;
use std::fmt::{Display, Write as _};

/// Text of one row, in MiB: one long text may be named by each of a row's cells.
const HEAVIEST_ROW: u64 = 16;
/// Cells of all rows together, empty ones to the left of others included.
const MOST_CELLS: u64 = 500_000_000;

/// The row being put together.
#[derive(Debug, Default)]
pub(super) struct Assembly {
    epoch_1904: bool,
    cells: Vec<TypedCell>,
    text: String,
    cells_before: u64,
}

impl Assembly {
    pub(super) fn new(epoch_1904: bool) -> Self {
        Assembly {
            epoch_1904,
            ..Assembly::default()
        }
    }

    /// Begins the next row.
    pub(super) fn begin(&mut self) {
        self.cells.clear();
        self.text.clear();
    }

    /// Whether the row holds nothing yet.
    pub(super) fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// The row as it stands.
    pub(super) fn row(&self, number: u32) -> Row<'_> {
        Row {
            number,
            cells: Cells::Typed(&self.cells, &self.text),
        }
    }

    /// Counts the row's cells when it is complete.
    pub(super) fn finish(&mut self) -> Result<(), Problem> {
        self.cells_before += self.cells.len() as u64;
        if self.cells_before > MOST_CELLS {
            return Err(Problem::TooManyCells { limit: MOST_CELLS });
        }
        Ok(())
    }

    /// Puts a cell to the right of all others. Formatted cells without content often reach to the last column; they make no row wider.
    pub(super) fn place(&mut self, row: u32, column: u32, cell: TypedCell) -> Result<(), Problem> {
        if self.text.len() as u64 > HEAVIEST_ROW << 20 {
            return Err(Problem::HeavyRow {
                row: row.into(),
                limit: HEAVIEST_ROW,
            });
        }
        if cell != TypedCell::Empty {
            self.cells.resize(column as usize, TypedCell::Empty);
            self.cells.push(cell);
        }
        Ok(())
    }

    /// A stored number by what its format shows. Where the format says nothing, `told_date` is what else is known of it.
    pub(super) fn number(&mut self, value: f64, shown: Shown, told_date: bool) -> TypedCell {
        if !value.is_finite() {
            return self.error(value);
        }
        let number = |percent| TypedCell::Number { value, percent };
        match shown {
            Shown::Percent => number(true),
            Shown::Number => number(false),
            Shown::Unsaid if !told_date => number(false),
            Shown::Duration => self.error(value),
            Shown::Date | Shown::Unsaid => match day_of_serial(value, self.epoch_1904) {
                Some(day) => TypedCell::Date(day),
                None => self.error(value),
            },
        }
    }

    /// A date written as text (`2022-12-31T00:00:00`), its time left out.
    pub(super) fn iso_day(&mut self, text: &str) -> TypedCell {
        let day = text
            .trim()
            .get(..10)
            .and_then(|day| day.parse::<NaiveDate>().ok());
        day.map_or_else(|| self.error(text), TypedCell::Date)
    }

    pub(super) fn text(&mut self, text: &str) -> TypedCell {
        let text = text.trim();
        if text.is_empty() {
            return TypedCell::Empty;
        }
        let (start, end) = self.append(text);
        TypedCell::Text { start, end }
    }

    pub(super) fn error(&mut self, literal: impl Display) -> TypedCell {
        let (start, end) = self.append(literal);
        TypedCell::Error { start, end }
    }

    /// Adds to the row's text, which stays far below 4 GiB: a row over [`HEAVIEST_ROW`] is refused before its next cell.
    fn append(&mut self, text: impl Display) -> (u32, u32) {
        let start = self.text.len();
        // Writing to a string cannot fail.
        let _ = write!(self.text, "{text}");
        let place = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        (place(start), place(self.text.len()))
    }
}
