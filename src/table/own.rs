//! Sheets that this program has put into a workbook for people to read, which are no data when the workbook comes back.
//!
//! In: an opened file. Out: which of its sheets these are. Must not know: what was found.

mod shape;

use super::{Cell, Row, Source};
use shape::Shape;

/// What stands in the first cell of such a sheet. Where the words of its head or the titles of its columns change, the number must.
pub const OWN_SHEET: &str = "thidua/findings/1";
/// The same, in a workbook that was made of delimited text: its other sheet has no merged cells to tell what a heading is over.
pub const OWN_SHEET_OF_TEXT: &str = "thidua/findings/1/text";
/// Keys of the lines under it, each in the first column, and the names of what each names.
pub const OWN_HEAD: [(&str, &[&str]); 7] = [
    ("mark-title", &[]),
    ("mark-file", &["file"]),
    ("mark-rules", &["title", "id", "version"]),
    ("mark-round", &["round", "id", "date"]),
    ("mark-tool", &["tool"]),
    ("mark-counts", &["errors", "warnings"]),
    ("mark-guide", &[]),
];
/// Keys of the titles of its columns.
pub const OWN_COLUMNS: [&str; 7] = [
    "mark-column-number",
    "mark-column-place",
    "mark-column-severity",
    "mark-column-found",
    "mark-column-sentence",
    "mark-column-help",
    "mark-column-code",
];
/// The column, from 0, in which what is needed to take marks out again is kept, unseen.
pub const OWN_KEPT_COLUMN: u32 = 7;
/// Keys of the words for how grave a finding is.
pub const OWN_SEVERITIES: [&str; 2] = ["mark-error", "mark-warning"];
/// Key of the line under a list that does not hold everything.
pub const OWN_TRUNCATED: (&str, &[&str]) = ("mark-more", &["count"]);

/// The sheets of a file that are this program's own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnSheets {
    /// Their numbers.
    pub sheets: Vec<usize>,
    /// The numbers of those to which somebody has added something, so that they are read like any other.
    pub added_to: Vec<usize>,
    /// Whether the file was made of delimited text.
    pub of_text: bool,
}

/// What a sheet that begins with the marker is.
struct Marked {
    /// Whether it holds nothing but the list.
    is_list: bool,
    is_of_text: bool,
}

impl OwnSheets {
    /// Looks at the first cell of each sheet, and at all of a sheet that begins with the marker; a file of one sheet has none beside
    /// its data.
    pub fn of(source: &mut dyn Source) -> Self {
        let mut own = OwnSheets::default();
        let count = source.sheets().len();
        for sheet in (0..count).filter(|_| count > 1) {
            let Some(marked) = marked(source, sheet) else {
                continue;
            };
            match marked.is_list {
                true => own.sheets.push(sheet),
                false => own.added_to.push(sheet),
            }
            own.of_text |= marked.is_of_text;
        }
        if own.sheets.len() == count {
            own = OwnSheets::default();
        }
        own
    }

    /// Whether a sheet is one of them.
    pub fn contains(&self, sheet: usize) -> bool {
        self.sheets.contains(&sheet)
    }
}

/// What a sheet is, if it begins with the marker. What cannot be read does not.
fn marked(source: &mut dyn Source, sheet: usize) -> Option<Marked> {
    let mut rows = source.rows(sheet).ok()?;
    let row = rows.next_row().ok()??;
    let is_of_text = marker(row)?;
    let mut is_list = Shape::begins(row);
    let mut shape = Shape::new();
    while is_list {
        match rows.next_row() {
            Ok(Some(row)) => is_list = shape.takes(row),
            Ok(None) => break,
            Err(_) => is_list = false,
        }
    }
    Some(Marked {
        is_list: is_list && shape.is_whole(),
        is_of_text,
    })
}

/// Whether a row is the marker's; if so, whether it is that of a workbook made of text.
fn marker(row: Row<'_>) -> Option<bool> {
    match row.cell(0) {
        Cell::Text(OWN_SHEET) if row.number == 1 => Some(false),
        Cell::Text(OWN_SHEET_OF_TEXT) if row.number == 1 => Some(true),
        Cell::Text(_)
        | Cell::Empty
        | Cell::Number { .. }
        | Cell::YesNo(_)
        | Cell::Date(_)
        | Cell::Error(_) => None,
    }
}
