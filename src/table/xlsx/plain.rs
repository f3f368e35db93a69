//! The cells of a worksheet written as office programs write nearly all of them, read straight from the text of its part.
//!
//! In: the part's text from `<sheetData>` on. Out: cells with addresses, styles and values as the reading library would give them; what
//! is written in any other way ends them, and the library goes on from there. Must not know: what a value means, what is wrong with a
//! file.
//!
//! A short part is taken apart once, when the workbook is looked through, and its cells are kept. A long one is streamed.

mod scan;
mod streamed;

pub(super) use scan::Scan;
use std::io::Read;
use std::ops::Range;
use streamed::Streamed;

/// What the cells stand in.
const DATA: &[u8] = b"<sheetData>";
const END_OF_DATA: &[u8] = b"</sheetData>";

/// How many bytes a cell takes up with its tags.
const USUAL_CELL: usize = 32;

/// A cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct PlainCell {
    /// Its row and column, both from 0.
    pub(super) place: (u32, u32),
    /// The number of its style, if it names one.
    pub(super) style: Option<u32>,
    pub(super) value: PlainValue,
    /// Whether a formula gave the value.
    pub(super) is_formula: bool,
}

/// What a cell holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum PlainValue {
    Empty,
    Number(f64),
    YesNo(bool),
    /// A range of what is in sight, for [`PlainCells::text`].
    Text(u32, u32),
    /// A place in the table of texts.
    Shared(u32),
}

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Next {
    /// A row that is hidden, by its number from 1.
    HiddenRow(u32),
    Cell(PlainCell),
    /// Nothing: all cells have come.
    End,
    /// Something that is not written plainly.
    Other,
}

/// A part's cells, taken apart at once.
#[derive(Clone, Debug)]
pub(super) struct PlainData {
    /// The byte of the part at which its data begin.
    pub(super) start: usize,
    /// Where what stands in them ends, if all of it is written plainly.
    pub(super) end: Option<usize>,
    pub(super) cells: Vec<PlainCell>,
    /// By their numbers from 1.
    pub(super) hidden_rows: Vec<u32>,
}

/// A part's cells with the text in which they stand.
#[derive(Clone, Debug)]
pub(super) struct KeptCells {
    pub(super) text: String,
    pub(super) data: PlainData,
}

/// Cells being read.
pub(super) enum PlainCells<'a> {
    Kept(&'a KeptCells, std::slice::Iter<'a, PlainCell>),
    Streamed(Streamed<'a>),
}

impl PlainData {
    /// Of a part that has any, up to the first that is not written plainly.
    pub(super) fn of(part: &[u8]) -> Option<Self> {
        let start = memchr::memmem::find(part, DATA)?;
        let mut scan = Scan::new(part, start + DATA.len());
        let mut cells = Vec::with_capacity(part.len() / USUAL_CELL);
        let (mut hidden_rows, mut row) = (Vec::new(), RowTag::default());
        let end = loop {
            match scan.next(&mut row) {
                Some(Next::Cell(cell)) => cells.push(cell),
                Some(Next::HiddenRow(number)) => hidden_rows.push(number),
                Some(Next::End) => break Some(scan.at() - END_OF_DATA.len()),
                Some(Next::Other) => break None,
                None => {}
            }
        };
        Some(PlainData {
            start,
            end,
            cells,
            hidden_rows,
        })
    }

    /// Which bytes of the part need no other look.
    pub(super) fn known(&self) -> Range<usize> {
        let start = self.start + DATA.len();
        start..self.end.unwrap_or(start)
    }
}

/// How far rows have been read.
#[derive(Clone, Copy, Debug, Default)]
struct RowTag {
    /// The number of the last one, from 1; 0 before the first.
    number: u32,
    is_open: bool,
}

impl KeptCells {
    pub(super) fn cells(&self) -> PlainCells<'_> {
        PlainCells::Kept(self, self.data.cells.iter())
    }

    /// The text of a cell.
    pub(super) fn text(&self, start: u32, end: u32) -> &str {
        slice(&self.text, start, end)
    }
}

impl<'a> PlainCells<'a> {
    /// Of a part that is read from where its data begin; none if they are not written plainly.
    pub(super) fn of_part(part: Box<dyn Read + Send + 'a>) -> Option<Self> {
        Streamed::new(part).map(PlainCells::Streamed)
    }

    /// The text of the cell that came last.
    pub(super) fn text(&self, start: u32, end: u32) -> &str {
        match self {
            PlainCells::Kept(kept, _) => kept.text(start, end),
            PlainCells::Streamed(streamed) => slice(streamed.in_sight(), start, end),
        }
    }

    /// The next cell, none at the end.
    ///
    /// # Errors
    /// If what comes next is not written plainly.
    pub(super) fn next(&mut self) -> Result<Option<PlainCell>, NotPlain> {
        match self {
            PlainCells::Kept(kept, cells) => match (cells.next(), kept.data.end) {
                (Some(cell), _) => Ok(Some(*cell)),
                (None, Some(_)) => Ok(None),
                (None, None) => Err(NotPlain),
            },
            PlainCells::Streamed(streamed) => streamed.next(),
        }
    }
}

/// Something that is for the library to read.
#[derive(Clone, Copy, Debug)]
pub(super) struct NotPlain;

fn slice(text: &str, start: u32, end: u32) -> &str {
    text.get(start as usize..end as usize).unwrap_or_default()
}
