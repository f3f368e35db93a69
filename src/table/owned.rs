//! A row kept beyond the reading of the next one, so that cells can be looked at again, left out or filled.
//!
//! In: a row as it was read. Out: the same row, or its cells between two columns. Must not know: formats, headers.

use super::{Cell, Cells, Row, TypedCell};
use std::ops::Range;

/// A row of its own.
#[derive(Clone, Debug, Default)]
pub struct OwnedRow {
    number: u32,
    cells: Vec<TypedCell>,
    text: String,
}

impl OwnedRow {
    /// The row's cells in those columns; every other cell is empty.
    pub fn of(row: Row<'_>, columns: &Range<u32>) -> Self {
        if let Cells::Typed(cells, text) = row.cells
            && *columns == (0..u32::MAX)
        {
            return OwnedRow {
                number: row.number,
                cells: cells.to_vec(),
                text: text.to_owned(),
            };
        }
        let mut owned = OwnedRow::default();
        owned.refill(row, columns);
        owned
    }

    /// The same, in place of what was held.
    pub fn refill(&mut self, row: Row<'_>, columns: &Range<u32>) {
        self.cells.clear();
        self.text.clear();
        self.add(row, columns);
    }

    /// Adds the cells of those columns of the same row.
    pub fn add(&mut self, row: Row<'_>, columns: &Range<u32>) {
        self.number = row.number;
        for column in columns.start..row.len().min(columns.end) {
            let cell = row.cell(column);
            if cell != Cell::Empty {
                self.set(column, cell);
            }
        }
    }

    /// Puts a cell.
    pub fn set(&mut self, column: u32, cell: Cell<'_>) {
        let at = column as usize;
        if self.cells.len() <= at {
            self.cells.resize(at + 1, TypedCell::Empty);
        }
        self.cells[at] = match cell {
            Cell::Empty => TypedCell::Empty,
            Cell::Text(text) => {
                let (start, end) = self.keep(text);
                TypedCell::Text { start, end }
            }
            Cell::Number { value, percent } => TypedCell::Number { value, percent },
            Cell::YesNo(flag) => TypedCell::YesNo(flag),
            Cell::Date(day) => TypedCell::Date(day),
            Cell::Error(text) => {
                let (start, end) = self.keep(text);
                TypedCell::Error { start, end }
            }
        };
    }

    /// The row.
    pub fn row(&self) -> Row<'_> {
        Row {
            number: self.number,
            cells: Cells::Typed(&self.cells, &self.text),
        }
    }

    /// A row's texts stay far below 4 GiB by the limits of those who read it.
    fn keep(&mut self, text: &str) -> (u32, u32) {
        let start = self.text.len();
        self.text.push_str(text);
        let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        (place(start), place(self.text.len()))
    }
}
