//! Sheets as they are held in memory: cells that hold something, repeated rows and cells once.
//!
//! In: values row by row. Out: rows of typed cells, repeated as often as the file says. Must not know: XML.

use super::super::assembly::Assembly;
use super::super::encoding::Font;
use super::super::manner::Manner;
use super::super::number_format::Shown;
use super::super::sampled::AssembledRows;
use super::super::{Hidden, Merge, Problem, Row, Rows, TypedCell};
use std::ops::Range;

/// What all sheets may take up, in MiB.
const MOST_MEMORY: u64 = 256;
/// Cells of all sheets, repeated ones as often as they are.
pub(super) const MOST_CELLS: u64 = 50_000_000;

/// A sheet.
#[derive(Clone, Debug, Default)]
pub(super) struct StoredSheet {
    pub(super) name: String,
    pub(super) visible: bool,
    pub(super) merges: Vec<Merge>,
    pub(super) hidden: Hidden,
    /// How many cells are formulas with a saved result.
    pub(super) formulas: u64,
    cells: Vec<Stored>,
    rows: Vec<StoredRow>,
    text: String,
}

/// A value and the columns that hold it.
#[derive(Clone, Debug)]
pub(super) struct Stored {
    pub(super) column: u32,
    /// The column behind the last.
    pub(super) end: u32,
    pub(super) value: Value,
}

/// What a cell holds; texts lie in the sheet's.
#[derive(Clone, Debug)]
pub(super) enum Value {
    Number {
        value: f64,
        percent: bool,
    },
    YesNo(bool),
    Text(Kept, Font),
    /// As it is written in the file.
    Day(Kept),
    Error(Kept),
}

impl Value {
    /// Whether it is a formula whose result was not saved.
    pub(super) fn is_unsaved(&self) -> bool {
        matches!(self, Value::Error(kept) if kept.start == kept.end)
    }
}

/// Where a text lies.
#[derive(Clone, Copy, Debug)]
pub(super) struct Kept {
    start: u32,
    end: u32,
}

#[derive(Clone, Debug)]
struct StoredRow {
    /// Its number, from 0, and how often it stands there.
    first: u32,
    times: u32,
    cells: Range<usize>,
}

/// How much there was before a row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Before {
    cells: usize,
    text: usize,
    merges: usize,
}

/// Whether so many bytes may be held.
pub(super) fn check(memory: u64) -> Result<(), Problem> {
    if memory > MOST_MEMORY << 20 {
        return Err(Problem::TooMuchText { limit: MOST_MEMORY });
    }
    Ok(())
}

impl StoredSheet {
    pub(super) fn new(name: &str, visible: bool) -> Self {
        StoredSheet {
            name: name.to_owned(),
            visible,
            ..StoredSheet::default()
        }
    }

    pub(super) fn begin_row(&self) -> Before {
        Before {
            cells: self.cells.len(),
            text: self.text.len(),
            merges: self.merges.len(),
        }
    }

    pub(super) fn push(&mut self, cell: Stored) {
        self.cells.push(cell);
    }

    /// Keeps a text; there are never 4 GiB of it, see [`check`].
    pub(super) fn keep(&mut self, text: &str) -> Kept {
        let place = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        let start = place(self.text.len());
        self.text.push_str(text);
        Kept {
            start,
            end: place(self.text.len()),
        }
    }

    pub(super) fn finish_row(&mut self, first: u32, times: u32, before: Before) {
        let cells = before.cells..self.cells.len();
        if !cells.is_empty() {
            self.rows.push(StoredRow {
                first,
                times,
                cells,
            });
        }
    }

    /// What has been added.
    pub(super) fn memory_since(&self, before: Before) -> u64 {
        let cells = (self.cells.len() - before.cells) * size_of::<Stored>();
        let merges = (self.merges.len() - before.merges) * size_of::<Merge>();
        (cells + merges + self.text.len() - before.text + size_of::<StoredRow>()) as u64
    }

    /// How many cells hold something, repeated ones as often as they are.
    pub(super) fn values(&self) -> u64 {
        let of_row = |row: &StoredRow| {
            let cells = self.cells.get(row.cells.clone()).unwrap_or_default();
            let cells = cells.iter().map(|cell| u64::from(cell.end - cell.column));
            cells.sum::<u64>().saturating_mul(row.times.into())
        };
        self.rows.iter().map(of_row).fold(0, u64::saturating_add)
    }

    /// The number of its last row that holds something.
    pub(super) fn last_row(&self) -> u32 {
        let last = self.rows.last();
        last.map_or(0, |row| row.first.saturating_add(row.times))
    }

    pub(super) fn rows<'a>(&'a self, manner: &'a mut Manner) -> StoredRows<'a> {
        StoredRows {
            sheet: self,
            row: 0,
            time: 0,
            assembly: Assembly::new(false, manner),
        }
    }

    fn text(&self, kept: Kept) -> &str {
        let range = kept.start as usize..kept.end as usize;
        self.text.get(range).unwrap_or_default()
    }
}

/// Rows being handed on.
pub(super) struct StoredRows<'a> {
    sheet: &'a StoredSheet,
    row: usize,
    time: u32,
    assembly: Assembly<'a>,
}

impl StoredRows<'_> {
    fn assemble(&mut self, row: &StoredRow) -> Result<u32, Problem> {
        let (sheet, assembly) = (self.sheet, &mut self.assembly);
        let number = row.first + self.time + 1;
        assembly.begin();
        for cell in sheet.cells.get(row.cells.clone()).unwrap_or_default() {
            for column in cell.column..cell.end {
                let typed = match cell.value {
                    Value::Number {
                        value,
                        percent: true,
                    } => assembly.number(value, Shown::Percent, false),
                    Value::Number {
                        value,
                        percent: false,
                    } => assembly.number(value, Shown::Number, false),
                    Value::YesNo(flag) => TypedCell::YesNo(flag),
                    Value::Text(kept, font) => assembly.text(sheet.text(kept), font),
                    Value::Day(kept) => assembly.iso_day(sheet.text(kept)),
                    Value::Error(kept) => assembly.error(sheet.text(kept)),
                };
                assembly.place(number, column, typed)?;
            }
        }
        assembly.finish()?;
        Ok(number)
    }
}

impl<'a> AssembledRows<'a> for StoredRows<'a> {
    fn assembly(&mut self) -> &mut Assembly<'a> {
        &mut self.assembly
    }
}

impl Rows for StoredRows<'_> {
    fn next_row(&mut self) -> Result<Option<Row<'_>>, Problem> {
        let sheet = self.sheet;
        while let Some(row) = sheet.rows.get(self.row) {
            if self.time == row.times {
                (self.row, self.time) = (self.row + 1, 0);
                continue;
            }
            let number = self.assemble(row)?;
            if self.assembly.is_empty() {
                // Texts of spaces, however often.
                self.time = row.times;
                continue;
            }
            self.time += 1;
            return Ok(Some(self.assembly.row(number)));
        }
        Ok(None)
    }
}
