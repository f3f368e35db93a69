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
use wide::u8x16;

/// Whole lines: the first byte begins a row, unless a quoted line break of the run before says otherwise.
#[derive(Debug, Default)]
pub struct Lines {
    /// The run, and behind it the rows of [`Lines::rows`] that have quotes, without these.
    text: Vec<u8>,
    /// How many bytes are the run's own.
    own: usize,
    separator: u8,
    /// Whether the file ends here, where the last line may have no line break.
    is_last: bool,
    /// Whether words are looked for that fit another reading of the letters.
    watches: bool,
}

/// Why rows are to be read one by one instead: with that, everything is found and said as it must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NeedsCloserLook;

/// The rows of a run.
#[derive(Debug)]
pub struct LineRows<'a> {
    /// Those that are not blank, in order.
    pub rows: &'a mut Vec<LineRow>,
    /// What stands in their cells.
    pub cells: LineCells<'a>,
    /// Rows passed, blank ones included.
    pub passed: u32,
    /// How many bytes they take; what is behind them belongs before the next run.
    pub used: usize,
}

/// A row of a run.
#[derive(Clone, Copy, Debug)]
pub struct LineRow {
    /// Its number within the run, from 1.
    pub number: u32,
    /// Whether its letters need a look by [`Rows::with_letters`](crate::table::Rows::with_letters).
    pub needs_letters: bool,
    /// Where it stands in the run, line break included.
    begun: u32,
    ended: u32,
    /// Its first bound, and how many cells it has.
    first: u32,
    cells: u32,
}

/// The cells of a run's rows.
#[derive(Debug)]
pub struct LineCells<'a> {
    text: &'a str,
    /// For each row where its cells begin, and one byte behind its last one.
    bounds: &'a [u32],
}

impl Lines {
    /// A run; whether it is the last, and whether words are looked for that fit another reading of the letters.
    pub(super) fn new(text: Vec<u8>, separator: u8, is_last: bool, watches: bool) -> Self {
        Lines {
            own: text.len(),
            text,
            separator,
            is_last,
            watches,
        }
    }

    /// Its rows, if all of it is text.
    pub fn rows<'a>(&'a mut self, cutter: &'a mut Cutter) -> Result<LineRows<'a>, NeedsCloserLook> {
        self.text.truncate(self.own);
        cutter.cut(&self.text, self.separator, self.is_last)?;
        self.text.extend_from_slice(&cutter.unquoted);
        let text = simdutf8::basic::from_utf8(&self.text).map_err(|_| NeedsCloserLook)?;
        if self.watches && is_suspicious(text) {
            for row in &mut cutter.rows {
                row.needs_letters = is_suspicious(text.get(row.bytes()).unwrap_or_default());
            }
        }
        Ok(LineRows {
            rows: &mut cutter.rows,
            cells: LineCells {
                text,
                bounds: &cutter.bounds,
            },
            passed: cutter.passed,
            used: cutter.used,
        })
    }

    /// A row of a run by itself.
    pub fn single(&self, bytes: Range<usize>) -> Self {
        let text = self.own().get(bytes).unwrap_or_default().to_vec();
        Lines::new(text, self.separator, true, self.watches)
    }

    /// Whether the file ends with this run.
    pub fn is_last(&self) -> bool {
        self.is_last
    }

    /// Puts before the run what the one before it left over, false if that is more than a row can be.
    pub fn put_before(&mut self, rest: &[u8]) -> bool {
        self.text.splice(..0, rest.iter().copied());
        self.own += rest.len();
        rest.len() <= LONGEST_ROW
    }

    /// What is behind its first `used` bytes.
    pub fn rest(&self, used: usize) -> &[u8] {
        self.own().get(used..).unwrap_or_default()
    }

    /// What it is made of, to be filled anew.
    pub fn into_buffer(self) -> Vec<u8> {
        self.text
    }

    fn own(&self) -> &[u8] {
        self.text.get(..self.own).unwrap_or_default()
    }
}

impl LineRow {
    /// Where it stands in the run, line break included.
    pub fn bytes(&self) -> Range<usize> {
        self.begun as usize..self.ended as usize
    }
}

impl<'a> LineCells<'a> {
    /// The text that cells are places of.
    #[inline]
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// Where a cell stands in the text, with the spaces around it; nowhere behind the row's last one.
    #[inline]
    pub fn place(&self, row: &LineRow, column: u32) -> Range<usize> {
        if column >= row.cells {
            return 0..0;
        }
        // What a row has of cells has bounds: nothing here can overflow.
        let at = row.first.wrapping_add(column) as usize;
        match self.bounds.get(at..at.wrapping_add(2)) {
            Some([start, next]) => *start as usize..next.wrapping_sub(1) as usize,
            _ => 0..0,
        }
    }

    /// Whether a row has nothing but spaces from that column on.
    #[inline]
    pub fn is_blank_from(&self, row: &LineRow, column: u32) -> bool {
        (column..row.cells).all(|column| {
            let cell = self.text.get(self.place(row, column));
            cell.is_none_or(|cell| cell.trim().is_empty())
        })
    }

    /// The row.
    pub fn row(&self, row: &LineRow) -> Row<'_> {
        let bounds = row.first as usize..=(row.first + row.cells) as usize;
        Row {
            number: row.number,
            cells: Cells::Line {
                bounds: self.bounds.get(bounds).unwrap_or_default(),
                text: self.text,
            },
        }
    }
}

/// Takes runs apart, one after the other; what it needs for that it keeps.
#[derive(Clone, Debug, Default)]
pub struct Cutter {
    rows: Vec<LineRow>,
    bounds: Vec<u32>,
    /// The rows with quotes, without these: they come to stand behind the run.
    unquoted: Vec<u8>,
    passed: u32,
    used: usize,
    /// For rows with quotes, and the separator that it knows.
    parser: Option<(u8, Reader)>,
    /// For the parser: a row's cells, and where each ends.
    parsed: Vec<u8>,
    parsed_ends: Vec<usize>,
}

impl Cutter {
    fn cut(&mut self, run: &[u8], separator: u8, is_last: bool) -> Result<(), NeedsCloserLook> {
        (self.passed, self.used) = (0, 0);
        self.rows.clear();
        self.bounds.clear();
        self.unquoted.clear();
        let mut marks = Marks::new(run, separator);
        loop {
            while let Some(b'\n' | b'\r') = run.get(self.used) {
                self.used = behind_break(run, self.used);
                self.passed += 1;
            }
            marks.skip_to(self.used);
            if self.used == run.len() {
                return Ok(());
            }
            let first = self.bounds.len();
            self.bounds.push(self.used as u32);
            let at = marks.next_beside_separators(&mut self.bounds);
            let next = match at {
                None if !is_last => None,
                Some(at) if run.get(at) == Some(&b'"') => {
                    self.bounds.truncate(first);
                    self.quoted(run, separator, is_last)?
                }
                Some(_) | None => {
                    let end = at.unwrap_or(run.len());
                    self.bounds.push(end as u32 + 1);
                    Some(behind_break(run, end).min(run.len()))
                }
            };
            // A row without an end goes on in the next run.
            let Some(next) = next else {
                self.bounds.truncate(first);
                return Ok(());
            };
            self.passed += 1;
            let cells = self.bounds.len() - first - 1;
            if cells > MOST_COLUMNS as usize {
                return Err(NeedsCloserLook);
            }
            self.rows.push(LineRow {
                number: self.passed,
                needs_letters: false,
                begun: self.used as u32,
                ended: next as u32,
                first: first as u32,
                cells: cells as u32,
            });
            self.used = next;
        }
    }

    /// Takes a row with a quote in it, by the same parser that reads row by row. Gives where the next one begins.
    fn quoted(
        &mut self,
        run: &[u8],
        separator: u8,
        is_last: bool,
    ) -> Result<Option<usize>, NeedsCloserLook> {
        let rest = run.get(self.used..).unwrap_or_default();
        // At a beginning the parser leaves it out, and then the quote behind it opens a cell.
        if rest.starts_with(BYTE_ORDER_MARK) {
            return Err(NeedsCloserLook);
        }
        self.parsed.resize(MOST_OF_A_ROW, 0);
        self.parsed_ends.resize(MOST_CELLS, 0);
        let build = || (separator, ReaderBuilder::new().delimiter(separator).build());
        let (_, parser) = match self.parser.take().filter(|(known, _)| *known == separator) {
            Some(parser) => self.parser.insert(parser),
            None => self.parser.insert(build()),
        };
        parser.reset();
        let (text, ends) = (&mut self.parsed, &mut self.parsed_ends);
        let (mut result, mut read, mut written, mut cells) = parser.read_record(rest, text, ends);
        let is_cut = matches!(result, ReadRecordResult::InputEmpty | ReadRecordResult::End);
        if is_cut && !is_last {
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
            self.parsed.get(..written).unwrap_or_default(),
            rest.get(..read).unwrap_or_default(),
        );
        let has_breaks = text.iter().any(|byte| matches!(byte, b'\n' | b'\r'));
        if result != ReadRecordResult::Record
            || has_breaks && swallowing_quote(raw, separator).is_some()
        {
            return Err(NeedsCloserLook);
        }
        let mut begun = 0;
        for end in self.parsed_ends.get(..cells).unwrap_or_default() {
            self.bounds.push((run.len() + self.unquoted.len()) as u32);
            self.unquoted
                .extend_from_slice(text.get(begun..*end).unwrap_or_default());
            self.unquoted.push(b'\n');
            begun = *end;
        }
        self.bounds.push((run.len() + self.unquoted.len()) as u32);
        let next = self.used + read;
        Ok(Some(match raw.last() {
            Some(b'\r') => behind_break(run, next - 1),
            Some(_) | None => next,
        }))
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

/// Where separators, quotes and line breaks stand, found for many bytes at a time.
struct Marks<'a> {
    bytes: &'a [u8],
    separator: u8x16,
    /// The block at hand begins here; a bit says that its byte is a mark not yet given.
    block: usize,
    separators: u64,
    others: u64,
}

/// Bytes of a block: a bit for each in a word.
const BLOCK: usize = 64;

impl<'a> Marks<'a> {
    fn new(bytes: &'a [u8], separator: u8) -> Self {
        let mut marks = Marks {
            bytes,
            separator: u8x16::splat(separator),
            block: 0,
            separators: 0,
            others: 0,
        };
        marks.look();
        marks
    }

    /// Finds the marks of the block at hand; a last one that is cut short has noughts behind it, which are no marks.
    #[inline]
    fn look(&mut self) {
        let rest = self.bytes.get(self.block..).unwrap_or_default();
        let mut cut_short = [0; BLOCK];
        let block = rest.first_chunk::<BLOCK>().unwrap_or_else(|| {
            cut_short[..rest.len()].copy_from_slice(rest);
            &cut_short
        });
        (self.separators, self.others) = (0, 0);
        let (parts, _) = block.as_chunks::<16>();
        for (at, part) in parts.iter().enumerate() {
            let part = u8x16::new(*part);
            let is = |byte: u8| part.simd_eq(u8x16::splat(byte));
            let others = is(b'"') | is(b'\n') | is(b'\r');
            let bits = |are: u8x16| u64::from(are.to_bitmask()) << (16 * at);
            self.separators |= bits(part.simd_eq(self.separator));
            self.others |= bits(others);
        }
    }

    /// The next quote or line break; on the way to it, the bounds of cells behind separators.
    #[inline]
    fn next_beside_separators(&mut self, bounds: &mut Vec<u32>) -> Option<usize> {
        loop {
            let other = self.others & self.others.wrapping_neg();
            // Without any, these are all bits.
            let before = other.wrapping_sub(1);
            let mut separators = self.separators & before;
            while separators != 0 {
                bounds.push((self.block as u32 + separators.trailing_zeros()).wrapping_add(1));
                separators &= separators.wrapping_sub(1);
            }
            if other != 0 {
                let behind = !(before | other);
                self.separators &= behind;
                self.others &= behind;
                return Some(self.block + other.trailing_zeros() as usize);
            }
            self.block += BLOCK;
            if self.block >= self.bytes.len() {
                self.block = self.bytes.len();
                (self.separators, self.others) = (0, 0);
                return None;
            }
            self.look();
        }
    }

    /// Forgets the marks before that place.
    #[inline]
    fn skip_to(&mut self, at: usize) {
        if at >= self.block + BLOCK {
            self.block = at;
            self.look();
        } else {
            let behind = u64::MAX << at.saturating_sub(self.block);
            self.separators &= behind;
            self.others &= behind;
        }
    }
}
