//! Runs of whole lines of delimited text, which several processors can take apart at once.
//!
//! In: a run of lines as they stand in the file. Out: its rows, the very ones that reading row by row gives; or no rows at all, where
//! something about them needs the closer look of that way. Must not know: which run it is, how its bytes came here.

use super::super::encoding::is_suspicious;
use super::super::{Cells, MOST_COLUMNS, Row};
use super::quotes::swallowing_quote;
use super::records::LONGEST_ROW;
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use std::ops::Range;

/// Whole lines: the first byte begins a row, unless a quoted line break of the run before says otherwise.
#[derive(Debug, Default)]
pub struct Lines {
    pub(in crate::table) text: Vec<u8>,
    pub(in crate::table) separator: u8,
    /// Whether the file ends here, where the last line may have no line break.
    pub(in crate::table) is_last: bool,
    /// Whether words are looked for that fit another reading of the letters.
    pub(in crate::table) watches: bool,
}

/// Why rows are to be read one by one instead: with that, everything is found and said as it must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NeedsCloserLook;

/// A row of a run.
#[derive(Clone, Debug)]
pub struct LineRow<'a> {
    /// The row, numbered from 1 within the run.
    pub row: Row<'a>,
    /// Where it stands in the run, line break included.
    pub bytes: Range<usize>,
    /// Whether its letters need a look by [`Rows::with_letters`](crate::table::Rows::with_letters).
    pub needs_letters: bool,
}

/// The rows of a run, one after the other.
#[derive(Debug)]
pub struct LineRows<'a> {
    text: &'a str,
    marks: Marks<'a>,
    separator: u8,
    is_last: bool,
    /// Whether some letters may stand for others.
    has_odd_letters: bool,
    /// Where the next row begins.
    next: usize,
    /// Where the last row began.
    begun: usize,
    /// Rows passed, blank ones included.
    passed: u32,
    ends: Vec<usize>,
    /// For rows with quotes.
    parser: Option<Reader>,
    /// Such a row, without them.
    unquoted: Vec<u8>,
    unquoted_ends: Vec<usize>,
}

impl Lines {
    /// Its rows, if all of it is text.
    pub fn rows(&self) -> Result<LineRows<'_>, NeedsCloserLook> {
        let text = simdutf8::basic::from_utf8(&self.text).map_err(|_| NeedsCloserLook)?;
        Ok(LineRows {
            text,
            marks: Marks::new(text.as_bytes(), self.separator),
            separator: self.separator,
            is_last: self.is_last,
            has_odd_letters: self.watches && is_suspicious(text),
            next: 0,
            begun: 0,
            passed: 0,
            ends: Vec::with_capacity(64),
            parser: None,
            unquoted: Vec::new(),
            unquoted_ends: Vec::new(),
        })
    }

    /// A row of a run by itself.
    pub fn single(&self, bytes: Range<usize>) -> Self {
        Lines {
            text: self.text.get(bytes).unwrap_or_default().to_vec(),
            is_last: true,
            ..*self
        }
    }

    /// Whether the file ends with this run.
    pub fn is_last(&self) -> bool {
        self.is_last
    }

    /// Puts before the run what the one before it left over, false if that is more than a row can be.
    pub fn put_before(&mut self, rest: &[u8]) -> bool {
        self.text.splice(..0, rest.iter().copied());
        rest.len() <= LONGEST_ROW
    }

    /// What is behind its first `used` bytes.
    pub fn rest(&self, used: usize) -> &[u8] {
        self.text.get(used..).unwrap_or_default()
    }

    /// What it is made of, to be filled anew.
    pub fn into_buffer(self) -> Vec<u8> {
        self.text
    }
}

impl LineRows<'_> {
    /// The next row that is not blank; none after the last, or before one that ends in the next run.
    pub fn next_row(&mut self) -> Result<Option<LineRow<'_>>, NeedsCloserLook> {
        let bytes = self.text.as_bytes();
        while let Some(b'\n' | b'\r') = bytes.get(self.next) {
            self.next = behind_break(bytes, self.next);
            self.passed += 1;
            self.marks.skip_to(self.next);
        }
        self.begun = self.next;
        if self.next == bytes.len() {
            return Ok(None);
        }
        self.ends.clear();
        loop {
            let at = self.marks.next();
            match at.and_then(|at| bytes.get(at)) {
                Some(b'"') => return self.quoted(),
                Some(b'\n' | b'\r') | None => {
                    if at.is_none() && !self.is_last {
                        return Ok(None);
                    }
                    let end = at.unwrap_or(bytes.len());
                    self.ends.push(end - self.begun);
                    self.next = behind_break(bytes, end).min(bytes.len());
                    self.marks.skip_to(self.next);
                    break;
                }
                Some(byte) if *byte == self.separator => {
                    self.ends.push(at.unwrap_or_default() - self.begun);
                }
                Some(_) => {}
            }
        }
        self.passed += 1;
        if self.ends.len() > MOST_COLUMNS as usize {
            return Err(NeedsCloserLook);
        }
        Ok(Some(self.given(&self.ends, 1, self.last_line())))
    }

    /// A row with a quote in it, by the same parser that reads row by row.
    fn quoted(&mut self) -> Result<Option<LineRow<'_>>, NeedsCloserLook> {
        let rest = self.text.as_bytes().get(self.begun..).unwrap_or_default();
        // At a beginning the parser leaves it out, and then the quote behind it opens a cell.
        if rest.starts_with(BYTE_ORDER_MARK) {
            return Err(NeedsCloserLook);
        }
        self.unquoted.resize(MOST_OF_A_ROW, 0);
        self.unquoted_ends.resize(MOST_CELLS, 0);
        let separator = self.separator;
        let parser = self
            .parser
            .get_or_insert_with(|| ReaderBuilder::new().delimiter(separator).build());
        parser.reset();
        let (text, ends) = (&mut self.unquoted, &mut self.unquoted_ends);
        let (mut result, mut read, mut written, mut cells) = parser.read_record(rest, text, ends);
        let is_cut = matches!(result, ReadRecordResult::InputEmpty | ReadRecordResult::End);
        if is_cut && !self.is_last {
            return Ok(None);
        }
        if is_cut {
            let text = text.get_mut(written..).unwrap_or_default();
            let ends = ends.get_mut(cells..).unwrap_or_default();
            let (ended, _, more, further) = parser.read_record(b"\n", text, ends);
            (result, read) = (ended, rest.len());
            (written, cells) = (written + more, cells + further);
        }
        let (text, raw) = (
            self.unquoted.get(..written).unwrap_or_default(),
            rest.get(..read).unwrap_or_default(),
        );
        let has_breaks = text.iter().any(|byte| matches!(byte, b'\n' | b'\r'));
        if result != ReadRecordResult::Record
            || has_breaks && swallowing_quote(raw, self.separator).is_some()
        {
            return Err(NeedsCloserLook);
        }
        self.next = self.begun + read;
        if raw.last() == Some(&b'\r') {
            self.next = behind_break(self.text.as_bytes(), self.next - 1);
        }
        self.marks.skip_to(self.next);
        self.passed += 1;
        let text = std::str::from_utf8(text).map_err(|_| NeedsCloserLook)?;
        let ends = self.unquoted_ends.get(..cells).unwrap_or_default();
        if !ends.iter().all(|end| text.is_char_boundary(*end)) {
            return Err(NeedsCloserLook);
        }
        Ok(Some(self.given(ends, 0, text)))
    }

    fn given<'r>(&'r self, ends: &'r [usize], gap: usize, text: &'r str) -> LineRow<'r> {
        LineRow {
            row: Row {
                number: self.passed,
                cells: Cells::Delimited { ends, gap, text },
            },
            bytes: self.begun..self.next,
            needs_letters: self.has_odd_letters && is_suspicious(self.last_line()),
        }
    }

    /// How many bytes the rows so far take; what is behind them, once there is no further row, belongs before the next run.
    pub fn used(&self) -> usize {
        self.next
    }

    /// Rows passed so far, blank ones included.
    pub fn passed(&self) -> u32 {
        self.passed
    }

    /// The last row as it stands in the file, line break included.
    fn last_line(&self) -> &str {
        self.text.get(self.begun..self.next).unwrap_or_default()
    }
}

/// A row with more text than this behind quotes is read the other way, and so is one with more cells.
const MOST_OF_A_ROW: usize = 1 << 16;
const MOST_CELLS: usize = 1 << 10;

/// Where files were put one behind the other, it may stand before any row.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Behind the line break at `at`, which may be of two characters.
fn behind_break(bytes: &[u8], at: usize) -> usize {
    let is_pair = bytes.get(at) == Some(&b'\r') && bytes.get(at + 1) == Some(&b'\n');
    at + 1 + usize::from(is_pair)
}

/// Where separators, quotes and line breaks stand, found eight bytes at a time.
#[derive(Debug)]
struct Marks<'a> {
    bytes: &'a [u8],
    separators: u64,
    /// The word at hand begins here; its marks not yet given are the high bits of their bytes.
    word_at: usize,
    left: u64,
}

const LOW_BITS: u64 = 0x7f7f_7f7f_7f7f_7f7f;

/// That byte eight times.
const fn eight(byte: u8) -> u64 {
    0x0101_0101_0101_0101 * byte as u64
}

/// The high bit of each byte that is equal.
const fn equal(word: u64, pattern: u64) -> u64 {
    let differs = word ^ pattern;
    !(((differs & LOW_BITS) + LOW_BITS) | differs | LOW_BITS)
}

impl<'a> Marks<'a> {
    fn new(bytes: &'a [u8], separator: u8) -> Self {
        let mut marks = Marks {
            bytes,
            separators: eight(separator),
            word_at: 0,
            left: 0,
        };
        marks.left = marks.word();
        marks
    }

    /// The marks of the word at hand; a last one that is cut short has noughts behind it, which are no marks.
    fn word(&self) -> u64 {
        let rest = self.bytes.get(self.word_at..).unwrap_or_default();
        let word = match rest.first_chunk::<8>() {
            Some(chunk) => u64::from_le_bytes(*chunk),
            None => rest
                .iter()
                .rev()
                .fold(0, |word, byte| word << 8 | u64::from(*byte)),
        };
        // Both characters of line breaks are among the eight that differ in their last three bits; the others are hardly met.
        equal(word, self.separators)
            | equal(word, eight(b'"'))
            | equal(word | eight(0x07), eight(0x0f))
    }

    #[inline]
    fn next(&mut self) -> Option<usize> {
        while self.left == 0 {
            self.word_at += 8;
            if self.word_at >= self.bytes.len() {
                self.word_at = self.bytes.len();
                return None;
            }
            self.left = self.word();
        }
        let at = self.word_at + (self.left.trailing_zeros() / 8) as usize;
        self.left &= self.left - 1;
        Some(at)
    }

    /// Forgets the marks before that place.
    #[inline]
    fn skip_to(&mut self, at: usize) {
        if at >= self.word_at + 8 {
            self.word_at = at;
            self.left = self.word();
        } else {
            let behind = at.saturating_sub(self.word_at);
            self.left &= u64::MAX << (behind * 8);
        }
    }
}
