//! What the sheets of an OpenDocument spreadsheet hold, counted by other means than the reader's.
//!
//! In: the tags and texts of `content.xml`. Out: how many cells of each sheet hold something. Must not know: their values.

use super::super::xml::{Tag, Token, is_blank};
use super::content::BESIDE_TEXT;

/// Counting as tags and texts come.
#[derive(Debug, Default)]
pub(super) struct Census {
    /// How many cells of each sheet hold something, repeated ones as often as they are.
    pub(super) sheets: Vec<u64>,
    depth: u32,
    /// How deep the list of sheets and the sheet begin.
    spreadsheet: Option<u32>,
    sheet: Option<u32>,
    rows: u64,
    cell: Option<OpenCell>,
}

#[derive(Debug)]
struct OpenCell {
    depth: u32,
    times: u64,
    has_value: bool,
    /// How deep its paragraph begins, and something within it that is none of its text.
    paragraph: Option<u32>,
    beside: Option<u32>,
}

impl Census {
    /// Counts what comes next.
    pub(super) fn take(&mut self, token: Token<'_>) {
        match token {
            Token::Open(tag) => {
                self.depth += 1;
                self.open(tag);
                if tag.closed {
                    self.close();
                }
            }
            Token::Close(_) => self.close(),
            Token::Text(text) | Token::Raw(text) => {
                if let Some(cell) = &mut self.cell {
                    cell.has_value |=
                        cell.paragraph.is_some() && cell.beside.is_none() && !is_blank(text);
                }
            }
        }
    }

    fn open(&mut self, tag: Tag<'_>) {
        let depth = self.depth;
        if let Some(cell) = &mut self.cell {
            cell.open(tag.name, depth);
        }
        match tag.name {
            b"spreadsheet" => self.spreadsheet = self.spreadsheet.or(Some(depth)),
            b"table" if self.spreadsheet == depth.checked_sub(1) => {
                self.sheet = Some(depth);
                self.sheets.push(0);
            }
            b"table-row" => self.rows = repeated(tag, b"table:number-rows-repeated"),
            b"table-cell" | b"covered-table-cell" if self.sheet.is_some() => {
                // A cell within a cell is no cell of the sheet: what it holds is missed by the reader, and counted here.
                let kind = tag.attribute(b"office:value-type");
                let has_value = kind.is_some() || tag.attribute(b"table:formula").is_some();
                self.finish_cell();
                self.cell = Some(OpenCell {
                    depth,
                    times: repeated(tag, b"table:number-columns-repeated"),
                    has_value,
                    paragraph: None,
                    beside: None,
                });
            }
            _ => {}
        }
    }

    fn close(&mut self) {
        let depth = self.depth;
        if let Some(cell) = &mut self.cell {
            cell.paragraph = cell.paragraph.filter(|at| *at != depth);
            cell.beside = cell.beside.filter(|at| *at != depth);
            if cell.depth == depth {
                self.finish_cell();
            }
        }
        self.sheet = self.sheet.filter(|at| *at != depth);
        self.spreadsheet = self.spreadsheet.filter(|at| *at != depth);
        self.depth = depth.saturating_sub(1);
    }

    fn finish_cell(&mut self) {
        let cell = self.cell.take().filter(|cell| cell.has_value);
        if let Some((cell, sheet)) = cell.zip(self.sheets.last_mut()) {
            *sheet = sheet.saturating_add(cell.times.saturating_mul(self.rows));
        }
    }
}

impl OpenCell {
    fn open(&mut self, name: &[u8], depth: u32) {
        if self.paragraph.is_none() && depth == self.depth + 1 && matches!(name, b"p" | b"h") {
            self.paragraph = Some(depth);
        }
        let beside = BESIDE_TEXT.iter().any(|other| other.as_bytes() == name);
        if self.beside.is_none() && beside {
            self.beside = Some(depth);
        }
    }
}

fn repeated(tag: Tag<'_>, name: &[u8]) -> u64 {
    let digits = tag
        .attribute(name)
        .and_then(|digits| std::str::from_utf8(digits).ok());
    let times: Option<u64> = digits.and_then(|digits| digits.parse().ok());
    times.unwrap_or(1).max(1)
}
