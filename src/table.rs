//! Stage 1: bytes → sheets. What a file holds, as rows of cells with their addresses.
//!
//! In: a reader. Out: sheets that are read row by row, with number formats and merged cells; or the one reason why the
//! file is refused. Must not know: columns, headers, rules.

mod assembly;
mod compound;
mod container;
mod delimited;
mod digest;
mod encoding;
mod foreign;
mod manner;
mod memory;
mod number_format;
mod ods;
#[cfg(test)]
#[path = "../tests/office/mod.rs"]
mod office;
mod own;
mod owned;
mod problem;
mod sampled;
mod separator;
mod sheets;
mod xls;
mod xlsx;
mod xml;

pub use delimited::lines::{Cutter, LineCells, LineRow, LineRows, Lines, NeedsCloserLook};
pub use encoding::Encoding;
pub use own::{
    OWN_COLUMNS, OWN_HEAD, OWN_KEPT_COLUMN, OWN_SEVERITIES, OWN_SHEET, OWN_SHEET_OF_TEXT,
    OWN_TRUNCATED, OwnSheets,
};
pub use owned::OwnedRow;
pub use problem::Problem;

use chrono::NaiveDate;
use std::io::{Read, Seek, SeekFrom};
use std::sync::Arc;

/// What a file is read from.
pub trait Input: Read + Seek + Send {}
impl<T: Read + Seek + Send> Input for T {}

/// One cell, borrowed from the row being read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell<'a> {
    /// Nothing stands there (a text of spaces alone counts as nothing).
    Empty,
    /// Text, trimmed.
    Text(&'a str),
    /// A number as a workbook stores it; `percent` if its format shows it as a percentage.
    Number {
        /// The stored binary float.
        value: f64,
        /// Whether the cell's number format is a percentage, so that 0.5 is shown as 50%.
        percent: bool,
    },
    /// A logical cell.
    YesNo(bool),
    /// A cell with a date format.
    Date(NaiveDate),
    /// A cell without a value, by what it shows: `#REF!`; nothing for a formula whose result was never saved; `NaN`, `inf`; the
    /// stored number where its format can show no day or time of it.
    Error(&'a str),
}

/// One row, valid until the next is read.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// Its number in the file, from 1, as a spreadsheet program would show it.
    pub number: u32,
    cells: Cells<'a>,
}

/// Workbooks give typed cells; delimited text gives one text and where each cell of it ends, so that nothing is copied per cell.
#[derive(Clone, Copy, Debug)]
enum Cells<'a> {
    Typed(&'a [TypedCell], &'a str),
    Delimited {
        /// Where each cell ends and the next one begins.
        ends: &'a [usize],
        text: &'a str,
    },
    /// A row of a run of lines.
    Line {
        /// Where each cell begins, and one byte behind the last one.
        bounds: &'a [u32],
        /// The text of all lines.
        text: &'a str,
    },
}

/// A workbook's cell, its text being a range of the row's text.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) enum TypedCell {
    #[default]
    Empty,
    Text {
        start: u32,
        end: u32,
    },
    Number {
        value: f64,
        percent: bool,
    },
    YesNo(bool),
    Date(NaiveDate),
    Error {
        start: u32,
        end: u32,
    },
}

impl<'a> Row<'a> {
    /// The same row with that number.
    pub fn numbered(self, number: u32) -> Self {
        Row { number, ..self }
    }

    /// How many cells the row has; those behind are empty.
    pub fn len(&self) -> u32 {
        let cells = match self.cells {
            Cells::Typed(cells, _) => cells.len(),
            Cells::Delimited { ends, .. } => ends.len(),
            Cells::Line { bounds, .. } => bounds.len().saturating_sub(1),
        };
        u32::try_from(cells).unwrap_or(u32::MAX)
    }

    /// Whether no cell holds anything.
    pub fn is_empty(&self) -> bool {
        (0..self.len()).all(|column| self.cell(column) == Cell::Empty)
    }

    /// A cell of delimited text as it is written, with the spaces around it; nothing for those of workbooks.
    #[inline]
    pub(crate) fn written(&self, column: u32) -> &'a str {
        let column = column as usize;
        let (text, place) = match self.cells {
            Cells::Typed(..) => return "",
            Cells::Delimited { ends, text } => {
                let start = column
                    .checked_sub(1)
                    .map_or(Some(&0), |before| ends.get(before));
                (
                    text,
                    start.zip(ends.get(column)).map(|(start, end)| *start..*end),
                )
            }
            Cells::Line { bounds, text } => {
                let bounds = bounds.get(column).zip(bounds.get(column + 1));
                (
                    text,
                    bounds.map(|(start, next)| *start as usize..*next as usize - 1),
                )
            }
        };
        place.and_then(|place| text.get(place)).unwrap_or_default()
    }

    /// The cell in that column (from 0).
    pub fn cell(&self, column: u32) -> Cell<'a> {
        match self.cells {
            Cells::Delimited { .. } | Cells::Line { .. } => match self.written(column).trim() {
                "" => Cell::Empty,
                text => Cell::Text(text),
            },
            Cells::Typed(cells, text) => {
                match cells.get(column as usize).copied().unwrap_or_default() {
                    TypedCell::Empty => Cell::Empty,
                    TypedCell::Text { start, end } => {
                        match text.get(start as usize..end as usize).map(str::trim) {
                            None | Some("") => Cell::Empty,
                            Some(text) => Cell::Text(text),
                        }
                    }
                    TypedCell::Number { value, percent } => Cell::Number { value, percent },
                    TypedCell::YesNo(flag) => Cell::YesNo(flag),
                    TypedCell::Date(day) => Cell::Date(day),
                    TypedCell::Error { start, end } => {
                        Cell::Error(text.get(start as usize..end as usize).unwrap_or("#?"))
                    }
                }
            }
        }
    }

    /// All cells in order.
    pub fn cells(&self) -> impl Iterator<Item = Cell<'a>> + use<'a> {
        let row = *self;
        (0..row.len()).map(move |column| row.cell(column))
    }
}

/// Rows in file order. Blank rows may be left out; every row that is given carries its number.
pub trait Rows: Send {
    /// The next row, none after the last.
    fn next_row(&mut self) -> Result<Option<Row<'_>>, Problem>;

    /// The rows that follow as they stand in the file: a run of whole lines, none at the end. Once a run was given no row is given
    /// singly any more. Formats that cannot do so, or whose letters stand for others, never give one.
    fn next_lines(&mut self, _buffer: Vec<u8>) -> Result<Option<Lines>, Problem> {
        Ok(None)
    }

    /// A row of such a run with its letters as they are meant.
    fn with_letters<'r>(&'r mut self, row: Row<'r>) -> Row<'r> {
        row
    }
}

/// A block of merged cells: first and last row (from 1) and column (from 0), all inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merge {
    /// First and last row, from 1.
    pub rows: (u32, u32),
    /// First and last column, from 0.
    pub columns: (u32, u32),
}

/// Rows and columns that the program which wrote a sheet does not show, in runs: first and last row (from 1) or column (from 0),
/// both inclusive.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hidden {
    /// Runs of rows, in order.
    pub rows: Vec<(u32, u32)>,
    /// Runs of columns, in order.
    pub columns: Vec<(u32, u32)>,
}

/// Adds to runs, joined to the last one where it goes on. Beyond more runs than anybody hides, all that comes counts as hidden.
fn hide(runs: &mut Vec<(u32, u32)>, first: u32, last: u32) {
    const MOST_RUNS: usize = 100_000;
    let is_full = runs.len() >= MOST_RUNS;
    match runs.last_mut() {
        Some((_, end)) if is_full || end.saturating_add(1) == first => *end = last,
        Some(_) | None => runs.push((first, last)),
    }
}

/// A sheet of a file; delimited text is one sheet without a name.
#[derive(Clone, Debug)]
pub struct SheetInfo {
    /// Its name, for workbooks.
    pub name: Option<Arc<str>>,
    /// Whether the program that wrote it shows it.
    pub visible: bool,
}

/// An opened file.
pub trait Source: Send {
    /// Its sheets in order.
    fn sheets(&self) -> &[SheetInfo];
    /// Reads a sheet from its first row; may be called again to start anew.
    fn rows(&mut self, sheet: usize) -> Result<Box<dyn Rows + '_>, Problem>;
    /// The merged blocks of a sheet. Reads the whole sheet, so ask only where a header needs it.
    fn merges(&mut self, sheet: usize) -> Result<Vec<Merge>, Problem>;
    /// What there is to say about how a sheet was read: letters that stood for others. Complete once its rows have been read.
    fn notes(&self, _sheet: usize) -> Vec<Problem> {
        Vec::new()
    }
    /// What a sheet hides, as far as its format can and the program tells. All of it is read like the rest.
    fn hidden(&mut self, _sheet: usize) -> Result<Hidden, Problem> {
        Ok(Hidden::default())
    }
    /// Says that the digest will be asked for, so that it can be taken while the bytes pass by.
    fn will_be_digested(&mut self) {}
    /// The SHA-256 of the file's bytes, in lower-case hexadecimal.
    fn sha256(&mut self) -> Result<String, Problem>;
}

/// What the user says about files, over what would be found in them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The encoding of delimited text.
    pub encoding: Option<Encoding>,
}

type Opened = Result<Box<dyn Source>, Problem>;

/// A kind of file that can be read.
struct Format {
    /// What people call it.
    name: &'static str,
    /// How names of such files end, in lower case. Only a hint for walking folders: the content decides.
    extensions: &'static [&'static str],
    /// Whether a file that begins so is one.
    recognises: fn(&[u8]) -> bool,
    open: fn(Box<dyn Input>, &Options) -> Opened,
}

/// Every format, the first that recognises a file takes it. Delimited text stands last: it takes what nobody else knows.
const FORMATS: &[Format] = &[ods::FORMAT, xlsx::FORMAT, xls::FORMAT, delimited::FORMAT];

/// The names of the formats that can be read.
pub fn format_names() -> impl Iterator<Item = &'static str> {
    FORMATS.iter().map(|format| format.name)
}

/// How names of readable files usually end, in lower case and without the dot.
pub fn extensions() -> impl Iterator<Item = &'static str> {
    FORMATS.iter().flat_map(|format| format.extensions).copied()
}

/// The SHA-256 of a file's bytes, in lower-case hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    digest::of_bytes(bytes)
}

/// Opens a file by its content, whatever its name says.
pub fn open(input: Box<dyn Input>) -> Result<Box<dyn Source>, Problem> {
    open_with(input, &Options::default())
}

/// Opens a file by its content and by what the user says about it.
pub fn open_with(mut input: Box<dyn Input>, options: &Options) -> Result<Box<dyn Source>, Problem> {
    let head = beginning(&mut *input)?;
    if head.is_empty() {
        return Err(Problem::EmptyFile {});
    }
    match FORMATS.iter().find(|format| (format.recognises)(&head)) {
        Some(format) => (format.open)(input, options),
        None => Err(foreign::refusal(&head)),
    }
}

/// How many bytes are looked at to recognise a file.
const BEGINNING: usize = 1 << 16;
/// UTF-8's, which some programs put before text.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";
/// Columns and rows that a spreadsheet can have: XFD1048576 is the last cell.
const MOST_COLUMNS: u32 = 16_384;
/// The last row that a spreadsheet can have.
pub const MOST_ROWS: u32 = 1_048_576;

/// The first [`BEGINNING`] bytes, fewer if the file is shorter.
fn beginning(input: &mut dyn Input) -> Result<Vec<u8>, Problem> {
    input.seek(SeekFrom::Start(0))?;
    let mut head = Vec::with_capacity(BEGINNING);
    input.take(BEGINNING as u64).read_to_end(&mut head)?;
    Ok(head)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    pub(super) fn open_bytes(bytes: &[u8]) -> Result<Box<dyn Source>, Problem> {
        open(Box::new(Cursor::new(bytes.to_vec())))
    }

    /// All rows of a sheet with their numbers, cells written as people would, and the problem that ended them.
    pub(super) fn rows_of(
        source: &mut dyn Source,
        sheet: usize,
    ) -> (Vec<(u32, Vec<String>)>, Option<Problem>) {
        let mut all = Vec::new();
        let mut rows = match source.rows(sheet) {
            Ok(rows) => rows,
            Err(problem) => return (all, Some(problem)),
        };
        loop {
            match rows.next_row() {
                Ok(Some(row)) => all.push((row.number, row.cells().map(written).collect())),
                Ok(None) => return (all, None),
                Err(problem) => return (all, Some(problem)),
            }
        }
    }

    fn written(cell: Cell<'_>) -> String {
        match cell {
            Cell::Empty => String::new(),
            Cell::Text(text) => text.to_owned(),
            Cell::Number {
                value,
                percent: false,
            } => format!("={value}"),
            Cell::Number {
                value,
                percent: true,
            } => format!("={value} as %"),
            Cell::YesNo(flag) => flag.to_string(),
            Cell::Date(day) => day.to_string(),
            Cell::Error(literal) => format!("!{literal}"),
        }
    }
}
