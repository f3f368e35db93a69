//! The rows of a sheet, with a look at those that come next.
//!
//! In: rows as they are read. Out: the same rows in the same order, each once. Must not know: tables, headers.

use crate::table::{OwnedRow, Problem, Row, Rows};
use std::collections::VecDeque;
use std::ops::Range;

/// Every column.
pub(super) const ALL: Range<u32> = 0..u32::MAX;

/// Rows being read, some of them ahead of their turn.
pub(super) struct Stream<'a> {
    rows: Box<dyn Rows + 'a>,
    ahead: VecDeque<OwnedRow>,
    /// The last row that came from `ahead`.
    current: OwnedRow,
}

impl<'a> Stream<'a> {
    pub(super) fn new(rows: Box<dyn Rows + 'a>) -> Self {
        Stream {
            rows,
            ahead: VecDeque::new(),
            current: OwnedRow::default(),
        }
    }

    /// The next row; it may hold nothing.
    pub(super) fn next_row(&mut self) -> Result<Option<Row<'_>>, Problem> {
        match self.ahead.pop_front() {
            Some(row) => {
                self.current = row;
                Ok(Some(self.current.row()))
            }
            None => self.rows.next_row(),
        }
    }

    /// The rows as they are read, unless some of them are ahead of their turn.
    pub(super) fn rest(&mut self) -> Option<&mut dyn Rows> {
        match self.ahead.is_empty() {
            true => Some(&mut *self.rows),
            false => None,
        }
    }

    /// Up to that many rows that hold something, behind the one at hand. They are still to come.
    pub(super) fn ahead(&mut self, most: usize) -> Result<&VecDeque<OwnedRow>, Problem> {
        while self.ahead.len() < most {
            match self.rows.next_row()? {
                Some(row) if row.is_empty() => {}
                Some(row) => self.ahead.push_back(OwnedRow::of(row, &ALL)),
                None => break,
            }
        }
        Ok(&self.ahead)
    }
}
