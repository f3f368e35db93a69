//! The rows of a delimited text, one at a time.
//!
//! In: bytes and their layout. Out: rows with the numbers that a spreadsheet program would show; the first problem ends them.
//! Must not know: how the layout was found.

use super::super::digest::Digest;
use super::super::encoding::{Font, Letters};
use super::super::separator::Layout;
use super::super::{Cells, Input, MOST_COLUMNS, Problem, Row, Rows};
use super::lines::Lines;
use super::quotes::swallowing_quote;
use crate::diagnostic::Argument;
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use std::io::{ErrorKind, SeekFrom};

/// Bytes asked for at a time.
const CHUNK: usize = if cfg!(test) { 1 << 12 } else { 1 << 17 };
/// Bytes of a run of lines, at least: so few that what becomes of them stays near the processor.
const RUN: usize = 2 * CHUNK;
/// A row of text beyond this is taken for a file that is no table.
pub(super) const LONGEST_ROW: usize = 1 << 20;

/// Rows being read. `csv-core` does the parsing; the buffer is ours, because three things must be known of the bytes of each record
/// that no ready reader tells: how many blank lines stood before it, where in the file it begins, whether its quotes are sound.
pub(super) struct Records<'a> {
    input: &'a mut dyn Input,
    /// The digest of the file where its own bytes pass by: goes here at their end, or is what it must be if it is known already.
    digest: Option<&'a mut Option<String>>,
    hashing: Option<Digest>,
    /// What the file began with when it was read before.
    beginning: Option<&'a mut Vec<u8>>,
    letters: &'a mut Letters,
    /// The row at hand, where its letters stand for others.
    converted: String,
    converted_ends: Vec<usize>,
    parser: Reader,
    separator: u8,
    /// Raw bytes; those of the record being read stay until it is complete.
    raw: Vec<u8>,
    /// The unread bytes are `raw[next..filled]`.
    next: usize,
    filled: usize,
    /// Offset in the file of `raw[0]`.
    offset: u64,
    at_end: bool,
    /// The last record ended with a carriage return, so that a line feed here belongs to it.
    after_return: bool,
    text: Vec<u8>,
    ends: Vec<usize>,
    /// Rows passed, blank ones included.
    row: u32,
    failed: Option<Problem>,
}

/// Where a complete record lies: `raw[start..next]`, `text[..length]`, `ends[..cells]`.
struct Record {
    start: usize,
    length: usize,
    cells: usize,
}

/// What is known of a file whose own bytes pass by.
pub(super) struct Seen<'a> {
    /// Where its digest goes, if anybody wants it.
    pub(super) digest: Option<&'a mut Option<String>>,
    /// What it began with.
    pub(super) beginning: &'a mut Vec<u8>,
}

impl<'a> Records<'a> {
    /// Starts from the first row, whatever was read before.
    pub(super) fn new(
        input: &'a mut dyn Input,
        layout: Layout,
        seen: Option<Seen<'a>>,
        letters: &'a mut Letters,
    ) -> Result<Self, Problem> {
        input.seek(SeekFrom::Start(0))?;
        letters.begin();
        let (digest, beginning) = match seen {
            Some(Seen { digest, beginning }) => (digest, Some(beginning)),
            None => (None, None),
        };
        let hashing = digest.is_some().then(Digest::default);
        let mut records = Records {
            input,
            digest,
            beginning,
            hashing,
            letters,
            converted: String::new(),
            converted_ends: Vec::new(),
            parser: ReaderBuilder::new().delimiter(layout.separator).build(),
            separator: layout.separator,
            raw: vec![0; CHUNK],
            next: 0,
            filled: 0,
            offset: 0,
            at_end: false,
            after_return: false,
            text: vec![0; CHUNK],
            ends: vec![0; 64],
            row: 0,
            failed: None,
        };
        while records.filled < layout.start && !records.at_end {
            records.fill(0)?;
        }
        records.next = layout.start.min(records.filled);
        Ok(records)
    }

    fn read(&mut self) -> Result<Option<Record>, Problem> {
        if !self.skip_blank_lines()? {
            return Ok(None);
        }
        let record = self.parse()?;
        self.row = self.row.saturating_add(1);
        self.after_return = self.next > 0 && self.raw.get(self.next - 1) == Some(&b'\r');
        self.check(&record)?;
        Ok(Some(record))
    }

    /// Whether something follows. Blank lines count as rows, as they do in a spreadsheet.
    fn skip_blank_lines(&mut self) -> Result<bool, Problem> {
        loop {
            if self.next == self.filled && !self.fill(self.next)? {
                return Ok(false);
            }
            match self.raw.get(self.next) {
                Some(b'\n') if self.after_return => self.after_return = false,
                Some(byte @ (b'\n' | b'\r')) => {
                    self.row = self.row.saturating_add(1);
                    self.after_return = *byte == b'\r';
                }
                Some(_) | None => return Ok(true),
            }
            self.next += 1;
        }
    }

    fn parse(&mut self) -> Result<Record, Problem> {
        let mut record = Record {
            start: self.next,
            length: 0,
            cells: 0,
        };
        loop {
            if self.next == self.filled && !self.at_end {
                let kept = self.filled - record.start;
                if kept > LONGEST_ROW {
                    return Err(self.too_long(record.start));
                }
                self.fill(record.start)?;
                record.start = 0;
            }
            // At the end of the file a line break of our own completes the record, unless it falls inside an open quote.
            let ended = self.next == self.filled;
            let input: &[u8] = if ended {
                b"\n"
            } else {
                self.raw.get(self.next..self.filled).unwrap_or_default()
            };
            let text = self.text.get_mut(record.length..).unwrap_or_default();
            let ends = self.ends.get_mut(record.cells..).unwrap_or_default();
            let (result, read, written, cells) = self.parser.read_record(input, text, ends);
            self.next += if ended { 0 } else { read };
            record.length += written;
            record.cells += cells;
            match result {
                ReadRecordResult::Record => return Ok(record),
                ReadRecordResult::InputEmpty | ReadRecordResult::End if ended => {
                    return Err(self.unclosed(record.start));
                }
                ReadRecordResult::InputEmpty | ReadRecordResult::End => {}
                ReadRecordResult::OutputFull => self.text.resize(self.text.len() + CHUNK, 0),
                ReadRecordResult::OutputEndsFull => self.more_cells(record.start)?,
            }
        }
    }

    fn more_cells(&mut self, start: usize) -> Result<(), Problem> {
        if self.ends.len() > MOST_COLUMNS as usize {
            return Err(Problem::WideRow {
                line: self.line_of(start)?,
                limit: MOST_COLUMNS.into(),
            });
        }
        self.ends.resize(self.ends.len() * 2, 0);
        Ok(())
    }

    /// Reads on, keeping the bytes from `keep`, which move to the front; false at the end of the file.
    fn fill(&mut self, keep: usize) -> Result<bool, Problem> {
        self.raw.copy_within(keep..self.filled, 0);
        self.offset += keep as u64;
        self.next -= keep;
        self.filled -= keep;
        if self.raw.len() < self.filled + CHUNK {
            self.raw.resize(self.filled + CHUNK, 0);
        }
        let mut raw = std::mem::take(&mut self.raw);
        let read = self.read_chunk(&mut raw, self.filled, self.offset);
        self.raw = raw;
        self.filled += read?;
        Ok(!self.at_end)
    }

    /// Reads on into the buffer from that byte on, and looks at what has come; `offset` is that of the buffer in the file.
    fn read_chunk(
        &mut self,
        buffer: &mut [u8],
        from: usize,
        offset: u64,
    ) -> Result<usize, Problem> {
        let fresh = buffer.get_mut(from..).unwrap_or_default();
        let read = loop {
            match self.input.read(fresh) {
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                result => break result?,
            }
        };
        let fresh = fresh.get(..read).unwrap_or_default();
        if let Some(hashing) = &mut self.hashing {
            hashing.update(fresh);
        }
        // `contains` is many times faster than counting, and hardly any file has one.
        if fresh.contains(&0) {
            let before = fresh.iter().take_while(|byte| **byte != 0).count();
            let at = offset + (from + before) as u64;
            return Err(Problem::NulByte {
                line: line_at(self.input, at)?,
            });
        }
        self.is_same_file(fresh)?;
        if read == 0 {
            self.at_end = true;
            self.settle_digest()?;
        }
        Ok(read)
    }

    /// A file that is read twice may have been saved in between: then its header would be of another table than its rows.
    fn is_same_file(&mut self, fresh: &[u8]) -> Result<(), Problem> {
        let Some(beginning) = self.beginning.take() else {
            return Ok(());
        };
        let common = fresh.len().min(beginning.len());
        if fresh.get(..common) != beginning.get(..common) {
            return Err(changed());
        }
        beginning.extend_from_slice(fresh.get(common..).unwrap_or_default());
        Ok(())
    }

    /// Reads a run of whole lines; what is behind its last line break comes before the next run.
    fn lines(&mut self, mut text: Vec<u8>) -> Result<Option<Lines>, Problem> {
        let Some(watches) = self.letters.watching() else {
            return Ok(None);
        };
        if self.after_return && self.next == self.filled {
            self.fill(self.next)?;
        }
        if std::mem::take(&mut self.after_return) && self.raw.get(self.next) == Some(&b'\n') {
            self.next += 1;
        }
        let unread = self.raw.get(self.next..self.filled).unwrap_or_default();
        let mut length = unread.len();
        // What the buffer held before need not be made nought.
        text.resize(length.max(text.len()), 0);
        text.get_mut(..length)
            .unwrap_or_default()
            .copy_from_slice(unread);
        self.offset += self.next as u64;
        (self.next, self.filled) = (0, 0);
        while length < RUN && !self.at_end {
            text.resize(length + CHUNK, 0);
            length += self.read_chunk(&mut text, length, self.offset)?;
        }
        text.truncate(length);
        if text.is_empty() {
            return Ok(None);
        }
        if !self.at_end {
            // Without a line break the run ends anywhere, but not within a break of two characters.
            let last = memchr::memrchr(b'\n', &text).map_or(0, |last| last + 1);
            let broken = usize::from(text.last() == Some(&b'\r'));
            let end = if last > 0 { last } else { length - broken };
            let rest = text.get(end..).unwrap_or_default();
            self.raw.clear();
            self.raw.extend_from_slice(rest);
            self.filled = rest.len();
            text.truncate(end);
        }
        self.offset += text.len() as u64;
        Ok(Some(Lines::new(text, self.separator, self.at_end, watches)))
    }

    /// A file that is read twice may have been saved in between: then the digest of the report would be of other rows.
    fn settle_digest(&mut self) -> Result<(), Problem> {
        let (Some(digest), Some(hashing)) = (self.digest.as_deref_mut(), self.hashing.take())
        else {
            return Ok(());
        };
        let found = hashing.finish();
        if digest.get_or_insert_with(|| found.clone()) == &found {
            Ok(())
        } else {
            Err(changed())
        }
    }

    /// What is wrong with a complete record, if anything is; its letters are looked at when it is handed out.
    fn check(&mut self, record: &Record) -> Result<(), Problem> {
        let raw = self.raw.get(record.start..self.next).unwrap_or_default();
        let text = self.text.get(..record.length).unwrap_or_default();
        // Without quotes the raw bytes are the text, the separators between cells and at most one line break.
        let quoted = raw.len() > record.length + record.cells;
        if quoted
            && (text.contains(&b'\n') || text.contains(&b'\r'))
            && let Some(at) = swallowing_quote(raw, self.separator)
        {
            return Err(Problem::UnclosedQuote {
                line: self.line_of(record.start + at)?,
            });
        }
        if record.cells > MOST_COLUMNS as usize {
            return Err(Problem::WideRow {
                line: self.line_of(record.start)?,
                limit: MOST_COLUMNS.into(),
            });
        }
        Ok(())
    }

    fn unclosed(&mut self, start: usize) -> Problem {
        let raw = self.raw.get(start..self.filled).unwrap_or_default();
        let at = swallowing_quote(raw, self.separator).unwrap_or(0);
        self.line_of(start + at)
            .map_or_else(|problem| problem, |line| Problem::UnclosedQuote { line })
    }

    /// A row over the limit: mostly a quote that was never closed.
    fn too_long(&mut self, start: usize) -> Problem {
        let raw = self.raw.get(start..self.filled).unwrap_or_default();
        if raw.iter().any(|byte| matches!(byte, b'\n' | b'\r')) {
            return self.unclosed(start);
        }
        self.line_of(start).map_or_else(
            |problem| problem,
            |line| Problem::LongRow {
                line,
                limit: (LONGEST_ROW / 1024) as u64,
            },
        )
    }

    fn line_of(&mut self, at: usize) -> Result<u64, Problem> {
        line_at(self.input, self.offset + at as u64)
    }
}

impl Rows for Records<'_> {
    fn next_row(&mut self) -> Result<Option<Row<'_>>, Problem> {
        if let Some(problem) = &self.failed {
            return Err(problem.clone());
        }
        let record = match self.read() {
            Ok(None) => return Ok(None),
            Ok(Some(record)) => record,
            Err(problem) => {
                self.failed = Some(problem.clone());
                return Err(problem);
            }
        };
        let ends = self.ends.get(..record.cells).unwrap_or_default();
        match std::str::from_utf8(self.text.get(..record.length).unwrap_or_default()) {
            // A letter cut in two by a separator is whole again in `text`, where the bytes of all cells stand together.
            Ok(text) if text.is_ascii() || ends.iter().all(|end| text.is_char_boundary(*end)) => {
                let row = Row {
                    number: self.row,
                    cells: Cells::Delimited { ends, text },
                };
                let converted = (&mut self.converted, &mut self.converted_ends);
                Ok(Some(as_meant(row, self.letters, converted)))
            }
            Ok(_) | Err(_) => {
                let raw = self.raw.get(record.start..self.next).unwrap_or_default();
                let problem = not_utf8(self.input, raw, self.offset + record.start as u64);
                self.failed = Some(problem.clone());
                Err(problem)
            }
        }
    }

    fn next_lines(&mut self, buffer: Vec<u8>) -> Result<Option<Lines>, Problem> {
        match self.failed {
            Some(ref problem) => Err(problem.clone()),
            None => self.lines(buffer),
        }
    }

    fn with_letters<'r>(&'r mut self, row: Row<'r>) -> Row<'r> {
        let converted = (&mut self.converted, &mut self.converted_ends);
        as_meant(row, self.letters, converted)
    }
}

fn changed() -> Problem {
    Problem::Unreadable {
        reason: Argument::Label("reason-changed"),
    }
}

/// The row with its letters as they are meant.
fn as_meant<'c>(
    row: Row<'c>,
    letters: &mut Letters,
    (converted, ends): (&'c mut String, &'c mut Vec<usize>),
) -> Row<'c> {
    let text = match row.cells {
        Cells::Delimited { text, .. } => text,
        Cells::Line { bounds, text } => {
            let (first, last) = (bounds.first(), bounds.last());
            let ends = first
                .zip(last)
                .map(|(first, end)| *first as usize..*end as usize - 1);
            ends.and_then(|ends| text.get(ends)).unwrap_or_default()
        }
        Cells::Typed(..) => return row,
    };
    if text.is_ascii() || letters.leave(text) {
        return row;
    }
    converted.clear();
    ends.clear();
    for column in 0..row.len() {
        converted.push_str(&letters.read(Font::Other, row.written(column)));
        ends.push(converted.len());
    }
    Row {
        number: row.number,
        cells: Cells::Delimited {
            ends,
            text: converted,
        },
    }
}

/// Names the first byte of a record that is not UTF-8; the record begins at `offset` in the file.
fn not_utf8(input: &mut dyn Input, record: &[u8], offset: u64) -> Problem {
    let at = std::str::from_utf8(record)
        .err()
        .map_or(0, |error| error.valid_up_to());
    let byte = offset + at as u64;
    line_at(input, byte).map_or_else(|problem| problem, |line| Problem::NotUtf8 { line, byte })
}

/// The line, from 1, in which the byte at that offset stands, as a text editor counts. Reads the file anew: only for a problem,
/// after which no row is given any more.
fn line_at(input: &mut dyn Input, offset: u64) -> Result<u64, Problem> {
    let (mut left, mut line, mut after_return, mut buffer) = (offset, 1, false, vec![0; CHUNK]);
    input.seek(SeekFrom::Start(0))?;
    while left > 0 {
        let most = usize::try_from(left).map_or(CHUNK, |left| left.min(CHUNK));
        let read = input.read(buffer.get_mut(..most).unwrap_or_default())?;
        if read == 0 {
            break;
        }
        for byte in buffer.get(..read).unwrap_or_default() {
            line += u64::from(*byte == b'\r' || (*byte == b'\n' && !after_return));
            after_return = *byte == b'\r';
        }
        left -= read as u64;
    }
    Ok(line)
}
