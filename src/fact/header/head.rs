//! The first rows of a sheet, held so that headers can be looked for in them.
//!
//! In: rows and merged cells. Out: a grid of captions. Must not know: tables.

use crate::fact::header::candidate::{Candidate, Says};
use crate::fact::header::caption::Caption;
use crate::fact::header::index::HeaderIndex;
use crate::number::Number;
use crate::table::{Cell, Merge, Row};
use std::sync::{Arc, OnceLock};

/// How many rows may hold the header.
pub(in crate::fact) const MOST_ROWS: usize = 60;

/// Rows below its first one that belong to a header or show whether it has another row.
const MOST_ROWS_OF_HEADER: u32 = 8;

/// A header is not looked for to the right of this column.
const MOST_COLUMNS: u32 = 2_000;

/// A cell of the head.
#[derive(Clone, Debug)]
pub(in crate::fact) struct HeadCell {
    content: Content,
    /// Where it stands, or where the merged cell begins that is spread over this place.
    origin: (u32, u32),
    /// The text is a number or a date as the workbook stores it.
    pub(in crate::fact) typed: bool,
}

/// What a cell holds. Most cells of a head are names and figures, and nobody looks at these: they are taken apart when somebody does.
#[derive(Clone, Debug)]
enum Content {
    /// What may be a header or a part of one.
    Header(Arc<Candidate>),
    Figure(Number, OnceLock<Box<Caption>>),
    Text(Arc<str>, OnceLock<Box<Caption>>),
}

impl HeadCell {
    pub(in crate::fact) fn caption(&self) -> &Caption {
        match &self.content {
            Content::Header(candidate) => &candidate.caption,
            Content::Figure(figure, caption) => {
                caption.get_or_init(|| Box::new(Caption::of_plain(&figure.to_exact())))
            }
            Content::Text(text, caption) => {
                caption.get_or_init(|| Box::new(Caption::of_plain(text)))
            }
        }
    }

    /// What it says, if it may be a header or a part of one.
    pub(in crate::fact) fn candidate(&self) -> Option<&Candidate> {
        match &self.content {
            Content::Header(candidate) => Some(candidate),
            Content::Figure(..) | Content::Text(..) => None,
        }
    }

    /// Whether both are parts of one merged cell.
    pub(in crate::fact) fn is_one_with(&self, other: &HeadCell) -> bool {
        self.origin == other.origin
    }
}

/// A row of the head.
#[derive(Clone, Debug)]
pub(in crate::fact) struct HeadRow {
    pub(in crate::fact) number: u32,
    pub(in crate::fact) cells: Vec<Option<HeadCell>>,
}

/// The first rows of a sheet.
#[derive(Clone, Debug, Default)]
pub(in crate::fact) struct Head {
    pub(in crate::fact) rows: Vec<HeadRow>,
    /// Whether a table of the sheet began above.
    pub(in crate::fact) is_later: bool,
    /// The titles over the sheet's first table, where this is the head of a later one.
    pub(in crate::fact) titles: Vec<String>,
    /// The row in which the header begins, if the user says so.
    pub(in crate::fact) header_row: Option<u32>,
}

impl HeadRow {
    pub(in crate::fact) fn cell(&self, column: u32) -> Option<&HeadCell> {
        self.cells.get(column as usize)?.as_ref()
    }

    /// The cells that hold something, with their columns.
    pub(in crate::fact) fn filled(&self) -> impl Iterator<Item = (u32, &HeadCell)> {
        (0_u32..)
            .zip(&self.cells)
            .filter_map(|(column, cell)| Some((column, cell.as_ref()?)))
    }
}

/// The texts of header rows with their columns, so that a repeated header is known again.
pub(in crate::fact) fn texts(rows: &[HeadRow]) -> Vec<Vec<(u32, String)>> {
    let texts_of = |row: &HeadRow| {
        row.filled()
            .map(|(column, cell)| (column, cell.caption().whole.clone()))
            .collect()
    };
    rows.iter().map(texts_of).collect()
}

impl Head {
    pub(in crate::fact) fn add(&mut self, row: Row<'_>, index: &HeaderIndex) {
        let is_far_above = |first: u32| u64::from(row.number) + (MOST_ROWS as u64) < first.into();
        if self.header_row.is_some_and(is_far_above) {
            return;
        }
        let columns = row.len().min(MOST_COLUMNS);
        let cells = (0..columns)
            .map(|column| {
                let (content, typed) = content(row.cell(column), index)?;
                Some(HeadCell {
                    content,
                    origin: (row.number, column),
                    typed,
                })
            })
            .collect();
        self.rows.push(HeadRow {
            number: row.number,
            cells,
        });
    }

    pub(in crate::fact) fn is_full(&self) -> bool {
        let last = self.rows.last().map_or(0, |row| row.number);
        let is_reached = |first: u32| last > first.saturating_add(MOST_ROWS_OF_HEADER);
        self.rows.len() >= MOST_ROWS && self.header_row.is_none_or(is_reached)
    }

    /// How many columns the widest row has.
    pub(in crate::fact) fn width(&self) -> u32 {
        self.rows
            .iter()
            .map(|row| u32::try_from(row.cells.len()).unwrap_or(u32::MAX))
            .max()
            .unwrap_or(0)
    }

    /// Spreads the text of merged cells over all the cells they cover.
    pub(in crate::fact) fn spread(&mut self, merges: &[Merge]) {
        for merge in merges {
            let Some(first) = self.rows.iter().find(|row| row.number == merge.rows.0) else {
                continue;
            };
            let Some(cell) = first.cell(merge.columns.0).cloned() else {
                continue;
            };
            let last_column = merge.columns.1.min(MOST_COLUMNS - 1);
            for row in self
                .rows
                .iter_mut()
                .filter(|row| (merge.rows.0..=merge.rows.1).contains(&row.number))
            {
                if row.cells.len() <= last_column as usize {
                    row.cells.resize(last_column as usize + 1, None);
                }
                for column in merge.columns.0..=last_column {
                    row.cells[column as usize].get_or_insert_with(|| cell.clone());
                }
            }
        }
    }
}

/// What a cell holds, and whether the workbook stores a number or a date.
fn content(cell: Cell<'_>, index: &HeaderIndex) -> Option<(Content, bool)> {
    Some(match cell {
        Cell::Empty => return None,
        Cell::Text(text) => (text_content(text, index), false),
        Cell::Number { value, .. } => {
            let content = match Number::from_float(value) {
                Some((figure, _)) if index.is_no_header(&figure) => {
                    Content::Figure(figure, OnceLock::new())
                }
                Some((figure, _)) => text_content(&figure.to_exact(), index),
                None => text_content("", index),
            };
            (content, true)
        }
        Cell::Date(day) => (
            text_content(&day.format("%d/%m/%Y").to_string(), index),
            true,
        ),
        Cell::YesNo(true) => (text_content("TRUE", index), true),
        Cell::YesNo(false) => (text_content("FALSE", index), true),
        Cell::Error(text) => (text_content(text, index), true),
    })
}

fn text_content(text: &str, index: &HeaderIndex) -> Content {
    match index.says(text) {
        Says::Header(candidate) => Content::Header(candidate),
        Says::Other(caption) => Content::Text(text.into(), caption),
    }
}
