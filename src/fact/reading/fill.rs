//! Names and codes that stand in one cell merged over several rows: each of these rows is the unit's.
//!
//! In: a sheet's merges and rows. Out: the rows, filled where a merge says so and nowhere else. Must not know: what is in the cells.

use super::stream::ALL;
use crate::table::{Cell, Merge, OwnedRow, Row};

/// Fills cells down, in columns that name what a row is about.
#[derive(Debug, Default)]
pub(super) struct FillDown {
    /// Merges over several rows, by their first row.
    waiting: std::vec::IntoIter<Merge>,
    next: Option<Merge>,
    /// Merges whose first row has passed, with that row's cells.
    active: Vec<(Merge, OwnedRow)>,
    filled: OwnedRow,
    /// Columns that were filled, each once, and how many cells of them.
    pub(super) columns: Vec<u32>,
    pub(super) count: u64,
}

impl FillDown {
    pub(super) fn new(merges: &[Merge], columns: &[u32], below: u32) -> Self {
        let mut wanted: Vec<Merge> = merges
            .iter()
            .copied()
            .filter(|merge| merge.rows.0 > below && merge.rows.0 < merge.rows.1)
            .filter(|merge| columns.contains(&merge.columns.0))
            .collect();
        wanted.sort_unstable_by_key(|merge| (merge.rows, merge.columns));
        let mut waiting = wanted.into_iter();
        FillDown {
            next: waiting.next(),
            waiting,
            ..FillDown::default()
        }
    }

    /// Whether rows stay as they are.
    pub(super) fn is_idle(&self) -> bool {
        self.next.is_none() && self.active.is_empty()
    }

    /// The row with its share of merged cells.
    pub(super) fn apply<'r>(&'r mut self, row: Row<'r>) -> Row<'r> {
        if self.is_idle() {
            return row;
        }
        self.active.retain(|(merge, _)| row.number <= merge.rows.1);
        let own: Vec<(u32, &OwnedRow)> = self
            .active
            .iter()
            .map(|(merge, first)| (merge.columns.0, first))
            .filter(|(column, _)| row.cell(*column) == Cell::Empty)
            .collect();
        if !own.is_empty() {
            self.filled.refill(row, &ALL);
            for (column, first) in own {
                self.filled.set(column, first.row().cell(column));
                self.count += 1;
                if !self.columns.contains(&column) {
                    self.columns.push(column);
                }
            }
        }
        let is_filled = self.filled.row().number == row.number;
        self.activate(row);
        if is_filled { self.filled.row() } else { row }
    }

    /// Keeps the first cells of the merges that begin in this row; those of rows that hold nothing fill nothing.
    fn activate(&mut self, row: Row<'_>) {
        while let Some(merge) = self.next.filter(|merge| merge.rows.0 <= row.number) {
            let column = merge.columns.0;
            if merge.rows.0 == row.number && row.cell(column) != Cell::Empty {
                self.active
                    .push((merge, OwnedRow::of(row, &(column..column + 1))));
            }
            self.next = self.waiting.next();
        }
    }
}
