//! What a worksheet holds, counted by other means than the reader's.
//!
//! In: their tags and texts. Out: counts to compare with what the reader gives; what the reader does not tell: where unknown errors and
//! formulas without a result stand, what is hidden or merged; or the problem. Must not know: the values of cells.

mod tables;

use super::super::xml::{Tag, Token, is_blank};
use super::super::{Hidden, MOST_ROWS, Problem, hide};
use super::plain::{KeptCells, PlainData, PlainValue};
use crate::place::CellAddress;

pub(super) use tables::{StyleCensus, TextCensus};

/// Error cells that the reading library knows; others it reports without their address.
const KNOWN_ERRORS: [&[u8]; 7] = [
    b"#DIV/0!", b"#N/A", b"#NAME?", b"#NULL!", b"#NUM!", b"#REF!", b"#VALUE!",
];
/// The reader holds a cell in memory until it ends: beyond so many bytes it is none.
const LONGEST: u64 = 16 << 20;
/// Cells of all sheets together, empty ones too: the reader takes a microsecond for each. In a large file so many bytes for each are
/// enough to take it for an honest table.
const MOST_CELLS: u64 = 16_000_000;
const PACKED_CELL: u64 = 4;
/// Merged blocks of a sheet, each of two cells or more; they are held in memory.
const MOST_MERGES: u64 = 1_000_000;
/// How many unknown errors of a sheet are placed.
const PLACED_ERRORS: usize = 10_000;

/// What a worksheet holds.
#[derive(Clone, Debug, Default)]
pub(super) struct SheetCensus {
    /// Its cells, empty ones too.
    pub(super) cells: u64,
    /// Those with a value. A value written in a way that the reader does not get whole counts more than once.
    pub(super) values: u64,
    /// The number of its last row that has a value.
    pub(super) last_row: u32,
    /// Where error cells with unknown literals stand, in the order of the part.
    pub(super) unknown_errors: Vec<CellAddress>,
    /// How many formulas have a saved result.
    pub(super) formulas: u64,
    /// Those without one, in order: such a cell would pass for an empty one.
    unsaved: Vec<CellAddress>,
    pub(super) hidden: Hidden,
    /// The blocks of merged cells, first and last row and column, from 0.
    pub(super) merges: Vec<((u32, u32), (u32, u32))>,
    /// The highest number of a text that some cell refers to, and the first such cell. A number too large to count is the largest.
    last_text: Option<(u64, CellAddress)>,
    /// Why the sheet is not read, whatever its reader would make of it.
    pub(super) refusal: Option<Problem>,
    /// Which part of the zip it is.
    pub(super) part: usize,
    /// The byte of the part at which its rows begin.
    pub(super) data: Option<u64>,
    /// The cells of a short part, up to the first that is not written plainly.
    pub(super) kept: Option<KeptCells>,
    /// How many it may have.
    most_cells: u64,
    row: u32,
    /// The column (from 0) of the next cell that does not say where it stands.
    column: u32,
    /// The byte at which the open cell begins.
    since: u64,
    inside_data: bool,
    cell: Option<OpenCell>,
    /// Whether some cell says where it stands by its order only.
    unplaced: bool,
}

/// A cell that is being gone through.
#[derive(Clone, Debug)]
struct OpenCell {
    kind: CellKind,
    address: CellAddress,
    formula: bool,
    inside: Inside,
    /// Pieces of its value.
    pieces: u64,
    /// Whether it had a `v` before.
    had_value: bool,
    inline: bool,
}

/// What a cell's `t` makes of its `v`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum CellKind {
    /// A number, an error, a logical value: only plain text is read.
    Plain,
    Error,
    /// A place in the table of texts.
    Index,
    Text,
    /// Its text stands in `is` instead.
    Inline,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Inside {
    Cell,
    Value,
    /// `is`, `rPh` within it, and a text within the first.
    InlineText,
    Phonetic,
    InlinePiece,
}

/// How many cells a file of that length may have.
pub(super) fn most_cells(length: u64) -> u64 {
    MOST_CELLS.max(length / PACKED_CELL)
}

impl SheetCensus {
    /// Of a sheet that may have so many cells.
    pub(super) fn new(most_cells: u64, part: usize) -> Self {
        SheetCensus {
            most_cells,
            part,
            ..SheetCensus::default()
        }
    }

    /// Of a sheet that is not read.
    pub(super) fn refused(problem: Problem) -> Self {
        SheetCensus {
            refusal: Some(problem),
            ..SheetCensus::default()
        }
    }

    /// Counts what comes next, which stands at that byte of the part; nothing more behind what refuses the sheet.
    pub(super) fn take(&mut self, token: Token<'_>, at: u64) {
        if self.refusal.is_none() {
            self.refusal = self.count(token, at).err();
        }
    }

    fn count(&mut self, token: Token<'_>, at: u64) -> Result<(), Problem> {
        match (&self.cell, token) {
            (None, _) => self.since = at,
            (Some(_), _) if at - self.since > LONGEST => return Err(self.endless()),
            (Some(_), _) => {}
        }
        match token {
            Token::Open(tag) => self.open(tag, at)?,
            Token::Close(name) => self.close(name),
            Token::Text(text) => self.text(text, false),
            Token::Raw(text) => self.text(text, true),
        }
        Ok(())
    }

    fn open(&mut self, tag: Tag<'_>, at: u64) -> Result<(), Problem> {
        match (tag.name, &mut self.cell) {
            (b"sheetData", _) => {
                self.inside_data = !tag.closed;
                self.data.get_or_insert(at);
            }
            (b"row", None) if self.inside_data => self.open_row(tag)?,
            (b"c", None) if self.inside_data => {
                self.open_cell(tag);
                check_number(self.cells, self.most_cells)?;
            }
            (b"mergeCell", None) => self.merge(tag)?,
            (b"col", None) if !self.inside_data && is_hidden(tag) => self.hide_columns(tag),
            (name, Some(cell)) => cell.open(name, tag.closed),
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &[u8]) {
        match (name, &mut self.cell) {
            (b"sheetData", _) => self.inside_data = false,
            (b"c", Some(_)) => self.close_cell(),
            (name, Some(cell)) => cell.close(name),
            (_, None) => {}
        }
    }

    fn text(&mut self, text: &[u8], raw: bool) {
        let Some(cell) = &mut self.cell else { return };
        if is_blank(text) {
            return;
        }
        let mut referred = None;
        if cell.kind == CellKind::Error && cell.inside == Inside::Value {
            let known = KNOWN_ERRORS.contains(&text);
            if !known && self.unknown_errors.len() < PLACED_ERRORS {
                self.unknown_errors.push(cell.address);
            }
        }
        if cell.kind == CellKind::Index && cell.inside == Inside::Value && !raw {
            referred = text.iter().all(u8::is_ascii_digit).then(|| {
                let index = std::str::from_utf8(text).ok();
                let index = index.and_then(|index| index.parse().ok());
                (index.unwrap_or(u64::MAX), cell.address)
            });
        }
        cell.text(text, raw);
        if let Some((index, address)) = referred {
            self.refer(index, address);
        }
    }

    /// Whether the data begin there, and no rows were seen behind data that were passed over.
    pub(super) fn agrees_with(&self, data: &PlainData) -> bool {
        self.data == Some(data.start as u64) && (data.end.is_none() || self.row == 0)
    }

    /// Counts cells whose tags were passed over, and keeps them.
    pub(super) fn keep(&mut self, kept: KeptCells) {
        let data = &kept.data;
        let cells = data.end.map_or(&[][..], |_| &data.cells);
        for cell in cells {
            let address = CellAddress {
                row: cell.place.0 + 1,
                column: cell.place.1,
            };
            let has_value = match cell.value {
                PlainValue::Empty => false,
                PlainValue::Number(_) | PlainValue::YesNo(_) => true,
                PlainValue::Text(start, end) => !is_blank(kept.text(start, end).as_bytes()),
                PlainValue::Shared(index) => {
                    self.refer(index.into(), address);
                    true
                }
            };
            if has_value {
                self.values += 1;
                self.last_row = address.row;
            }
            self.formulas += u64::from(cell.is_formula);
        }
        self.cells += cells.len() as u64;
        for row in data.end.map_or(&[][..], |_| &data.hidden_rows) {
            hide(&mut self.hidden.rows, *row, *row);
        }
        self.kept = Some(kept);
    }

    /// A cell refers to the text of that number.
    fn refer(&mut self, index: u64, cell: CellAddress) {
        if self.last_text.is_none_or(|(last, _)| last < index) {
            self.last_text = Some((index, cell));
        }
    }

    /// Refuses the sheet if the table of texts is too short for it.
    pub(super) fn check_texts(&mut self, texts: u64) {
        if let Some((_, cell)) = self.last_text.filter(|(last, _)| *last >= texts) {
            self.refusal.get_or_insert(Problem::AbsentText {
                cell: cell.to_string(),
            });
        }
    }

    fn endless(&self) -> Problem {
        Problem::HeavyRow {
            row: self.row.into(),
            limit: LONGEST >> 20,
        }
    }

    /// Rows must come one after the other: of two with one number a program shows the first, the last or both.
    fn open_row(&mut self, tag: Tag<'_>) -> Result<(), Problem> {
        let next = self.row.saturating_add(1);
        let number = tag.attribute(b"r").map_or(Some(next), number);
        match number {
            Some(0) => Err(Problem::CellOutside { row: 0, column: 1 }),
            Some(number) if number == self.row => Err(Problem::DuplicateRow { row: number.into() }),
            Some(number) if number < self.row => {
                Err(Problem::RowsOutOfOrder { row: number.into() })
            }
            Some(number) if number <= MOST_ROWS => {
                (self.row, self.column) = (number, 0);
                if is_hidden(tag) {
                    hide(&mut self.hidden.rows, number, number);
                }
                Ok(())
            }
            Some(_) | None => Err(Problem::CellOutside {
                row: number.unwrap_or(u32::MAX).into(),
                column: 1,
            }),
        }
    }

    fn open_cell(&mut self, tag: Tag<'_>) {
        self.cells += 1;
        let (mut kind, mut place) = (None, None);
        for (name, value) in tag.attributes() {
            match name {
                b"t" => kind = kind.or(Some(value)),
                b"r" => place = place.or(Some(value)),
                _ => {}
            }
        }
        let kind = match kind {
            None | Some(b"n" | b"b") => CellKind::Plain,
            Some(b"e") => CellKind::Error,
            Some(b"s") => CellKind::Index,
            Some(b"inlineStr" | b"is") => CellKind::Inline,
            Some(_) => CellKind::Text,
        };
        self.unplaced |= place.is_none();
        let address = place.and_then(address).unwrap_or(CellAddress {
            row: self.row,
            column: self.column,
        });
        self.column = address.column.saturating_add(1);
        if tag.closed {
            return;
        }
        self.cell = Some(OpenCell {
            kind,
            address,
            formula: false,
            inside: Inside::Cell,
            pieces: 0,
            had_value: false,
            inline: false,
        });
    }

    fn close_cell(&mut self) {
        let Some(cell) = self.cell.take() else { return };
        let values = cell.values();
        self.values += values;
        if values > 0 {
            self.last_row = self.row;
        }
        if cell.formula && values == 0 && !cell.gave_empty_text() {
            self.unsaved.push(cell.address);
        } else {
            self.formulas += u64::from(cell.formula);
        }
    }

    fn merge(&mut self, tag: Tag<'_>) -> Result<(), Problem> {
        let block = tag.attribute(b"ref").unwrap_or_default();
        let (first, last) = match block.iter().position(|byte| *byte == b':') {
            Some(colon) => (block.get(..colon), block.get(colon + 1..)),
            None => (Some(block), Some(block)),
        };
        let corners = first.and_then(address).zip(last.and_then(address));
        let (first, last) = corners.ok_or_else(|| Problem::Corrupt {
            detail: String::from_utf8_lossy(block).into_owned(),
        })?;
        let row = |address: CellAddress| address.row.saturating_sub(1);
        let rows = (row(first), row(last));
        self.merges.push((rows, (first.column, last.column)));
        check_number(self.merges.len() as u64, MOST_MERGES)
    }

    fn hide_columns(&mut self, tag: Tag<'_>) {
        let column = |name: &[u8]| tag.attribute(name).and_then(number);
        if let (Some(first @ 1..), Some(last @ 1..)) = (column(b"min"), column(b"max")) {
            hide(&mut self.hidden.columns, first - 1, last - 1);
        }
    }

    /// Whether that empty cell is a formula.
    pub(super) fn has_unsaved_formula(&self, address: CellAddress) -> bool {
        self.unsaved.binary_search(&address).is_ok()
    }

    /// What is known at the end of the part.
    pub(super) fn finish(mut self) -> Self {
        self.unsaved.sort_unstable();
        // After an error of an unknown kind the reader loses count of cells that only their order places.
        if self.unplaced || self.unknown_errors.len() == PLACED_ERRORS {
            self.unknown_errors.clear();
        }
        self
    }
}

impl OpenCell {
    fn open(&mut self, name: &[u8], closed: bool) {
        let before = self.inside;
        self.inside = match (name, self.inside) {
            (b"f", Inside::Cell) => {
                self.formula = true;
                Inside::Cell
            }
            (b"v", Inside::Cell) => {
                // Of two values only one is read.
                self.pieces += u64::from(self.had_value);
                self.had_value = true;
                Inside::Value
            }
            (b"is", Inside::Cell) => Inside::InlineText,
            (b"rPh", Inside::InlineText) => Inside::Phonetic,
            (b"t", Inside::InlineText) => Inside::InlinePiece,
            (_, inside) => inside,
        };
        if closed {
            self.inside = before;
        }
    }

    fn close(&mut self, name: &[u8]) {
        self.inside = match (name, self.inside) {
            (b"v", Inside::Value) | (b"is", Inside::InlineText) => Inside::Cell,
            (b"rPh", Inside::Phonetic) | (b"t", Inside::InlinePiece) => Inside::InlineText,
            (_, inside) => inside,
        };
    }

    fn text(&mut self, text: &[u8], raw: bool) {
        match (self.inside, self.kind) {
            (Inside::InlinePiece, _) => self.inline = true,
            (Inside::Value, CellKind::Text | CellKind::Inline) => {
                self.pieces = self.pieces.max(1) + u64::from(raw);
            }
            (Inside::Value, CellKind::Plain | CellKind::Error) => {
                self.pieces += 1 + u64::from(raw || text.contains(&b'&'));
            }
            (Inside::Value, CellKind::Index) => {
                self.pieces += 1 + u64::from(raw || !text.iter().all(u8::is_ascii_digit));
            }
            (Inside::Cell | Inside::InlineText | Inside::Phonetic, _) => {}
        }
    }

    /// Whether it says to be a text and to have a value, which holds nothing: the formula gave "".
    fn gave_empty_text(&self) -> bool {
        self.kind == CellKind::Text && self.had_value
    }

    fn values(&self) -> u64 {
        match self.kind {
            // Its `v` is not read: a value only if there is nothing else.
            CellKind::Inline => u64::from(self.inline || self.pieces > 0),
            CellKind::Plain | CellKind::Error | CellKind::Index | CellKind::Text => {
                self.pieces + u64::from(self.inline)
            }
        }
    }
}

fn check_number(there: u64, limit: u64) -> Result<(), Problem> {
    match there > limit {
        true => Err(Problem::TooManyCells { limit }),
        false => Ok(()),
    }
}

/// Whether a row or a column is.
pub(super) fn is_hidden(tag: Tag<'_>) -> bool {
    matches!(tag.attribute(b"hidden"), Some(b"1" | b"true"))
}

fn number(digits: &[u8]) -> Option<u32> {
    std::str::from_utf8(digits).ok()?.parse().ok()
}

/// `B12` as a place.
fn address(text: &[u8]) -> Option<CellAddress> {
    let letters = text.iter().take_while(|byte| byte.is_ascii_alphabetic());
    let letters = letters.count();
    let column = text
        .get(..letters)?
        .iter()
        .try_fold(0_u32, |column, letter| {
            column
                .checked_mul(26)?
                .checked_add(u32::from(letter.to_ascii_uppercase() - b'A') + 1)
        })?;
    Some(CellAddress {
        row: number(text.get(letters..)?)?,
        column: column.checked_sub(1)?,
    })
}
