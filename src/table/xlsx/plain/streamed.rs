//! The cells of a long part, read piece by piece.
//!
//! In: the part as it is unpacked. Out: its cells. Must not know: how cells are written.

use super::scan::Scan;
use super::{DATA, Next, NotPlain, PlainCell, RowTag};
use std::io::Read;

/// So much of a part is read at a time.
const CHUNK: usize = 1 << 18;
/// At least so much of it is in sight where a cell or a row begins. Longer ones are left to the library.
const IN_SIGHT: usize = 1 << 16;

/// Cells being read.
pub(in super::super) struct Streamed<'a> {
    part: Box<dyn Read + Send + 'a>,
    /// What is in sight of it.
    text: String,
    /// The beginning of a character that is not in sight as a whole.
    beginning: Vec<u8>,
    ended: bool,
    next: usize,
    row: RowTag,
}

impl<'a> Streamed<'a> {
    /// Of a part that begins with its data; none if it does not.
    pub(super) fn new(part: Box<dyn Read + Send + 'a>) -> Option<Self> {
        let mut cells = Streamed {
            part,
            text: String::new(),
            beginning: Vec::new(),
            ended: false,
            next: 0,
            row: RowTag::default(),
        };
        cells.look_ahead();
        cells.next = DATA.len();
        cells.text.as_bytes().starts_with(DATA).then_some(cells)
    }

    pub(super) fn in_sight(&self) -> &str {
        &self.text
    }

    pub(super) fn next(&mut self) -> Result<Option<PlainCell>, NotPlain> {
        loop {
            self.look_ahead();
            let mut scan = Scan::new(self.text.as_bytes(), self.next);
            let found = scan.next(&mut self.row);
            self.next = scan.at();
            match found {
                Some(Next::Cell(cell)) => return Ok(Some(cell)),
                Some(Next::End) => return Ok(None),
                Some(Next::Other) => return Err(NotPlain),
                Some(Next::HiddenRow(_)) | None => {}
            }
        }
    }

    fn look_ahead(&mut self) {
        if !self.ended && self.text.len() - self.next < IN_SIGHT {
            self.go_on();
        }
    }

    /// Forgets what has passed and brings more in sight. What cannot be read or is no UTF-8 never comes in sight.
    fn go_on(&mut self) {
        self.text.drain(..self.next);
        self.next = 0;
        let mut bytes = std::mem::take(&mut self.text).into_bytes();
        bytes.append(&mut self.beginning);
        let before = bytes.len();
        let read = (&mut self.part).take(CHUNK as u64).read_to_end(&mut bytes);
        self.ended = read.is_err() || bytes.len() == before;
        self.text = String::from_utf8(bytes).unwrap_or_else(|error| {
            let problem = error.utf8_error();
            let mut bytes = error.into_bytes();
            self.beginning = bytes.split_off(problem.valid_up_to());
            self.ended |= problem.error_len().is_some();
            String::from_utf8(bytes).unwrap_or_default()
        });
    }
}
