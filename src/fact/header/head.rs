//! The first rows of a sheet, held so that headers can be looked for in them.
//!
//! In: rows and merged cells. Out: a grid of captions. Must not know: tables.

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

/// A caption, and whether it stands in the cell itself or is spread over it by a merge.
#[derive(Clone, Debug)]
pub(in crate::fact) struct HeadCell {
    content: OnceLock<Arc<Content>>,
    /// What the content is of, where it was not asked for yet: most cells of a head are figures, and nobody looks at these.
    figure: Option<Number>,
    /// The text is a number or a date as the workbook stores it.
    pub(in crate::fact) typed: bool,
    /// Whether it may be a header or a part of one.
    pub(in crate::fact) may_mean: bool,
}

/// A cell's text. It is taken apart where somebody asks for it: few cells of a head are more than figures.
#[derive(Debug)]
struct Content {
    text: String,
    caption: OnceLock<Caption>,
}

impl HeadCell {
    /// A figure that is no header.
    fn figure(figure: Number) -> Self {
        HeadCell {
            content: OnceLock::new(),
            figure: Some(figure),
            typed: true,
            may_mean: false,
        }
    }

    fn content(&self) -> &Arc<Content> {
        self.content.get_or_init(|| {
            Arc::new(Content {
                text: figure_text(self.figure.as_ref()),
                caption: OnceLock::new(),
            })
        })
    }

    pub(in crate::fact) fn caption(&self) -> &Caption {
        let content = self.content();
        content
            .caption
            .get_or_init(|| Caption::of_plain(&content.text))
    }

    /// Whether both are parts of one merged cell.
    pub(in crate::fact) fn is_one_with(&self, other: &HeadCell) -> bool {
        Arc::ptr_eq(self.content(), other.content())
    }

    /// The same cell, spread by a merge.
    fn part(&self) -> Self {
        self.content();
        self.clone()
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
            .map(|column| head_cell(row.cell(column), index))
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
            let Some(cell) = first.cell(merge.columns.0).map(HeadCell::part) else {
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

fn head_cell(cell: Cell<'_>, index: &HeaderIndex) -> Option<HeadCell> {
    let (text, typed) = match cell {
        Cell::Empty => return None,
        Cell::Text(text) => (text.to_owned(), false),
        Cell::Number { value, .. } => {
            let figure = Number::from_float(value).map(|(figure, _)| figure);
            match figure {
                Some(figure) if index.is_no_header(&figure) => {
                    return Some(HeadCell::figure(figure));
                }
                figure => (figure_text(figure.as_ref()), true),
            }
        }
        Cell::Date(day) => (day.format("%d/%m/%Y").to_string(), true),
        Cell::YesNo(flag) => (if flag { "TRUE" } else { "FALSE" }.to_owned(), true),
        Cell::Error(text) => (text.to_owned(), true),
    };
    let (mut may_mean, mut caption) = (false, OnceLock::new());
    if !(Caption::is_plain(&text) && index.lacks_a_word_of(&text)) {
        let taken_apart = Caption::new(&text, &index.words);
        may_mean = index.may_mean(&taken_apart);
        caption = OnceLock::from(taken_apart);
    }
    Some(HeadCell {
        content: OnceLock::from(Arc::new(Content { text, caption })),
        figure: None,
        typed,
        may_mean,
    })
}

fn figure_text(figure: Option<&Number>) -> String {
    figure.map(Number::to_exact).unwrap_or_default()
}
