//! Sheets that this program has put into a workbook for people to read, which are no data when the workbook comes back.
//!
//! In: an opened file. Out: which of its sheets these are. Must not know: what they say.

use super::{Cell, Source};

/// What stands in the first cell of such a sheet.
pub const OWN_SHEET: &str = "thidua/findings/1";
/// The same, in a workbook that was made of delimited text: its other sheet has no merged cells to tell what a heading is over.
pub const OWN_SHEET_OF_TEXT: &str = "thidua/findings/1/text";

/// The sheets of a file that are this program's own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnSheets {
    /// Their numbers.
    pub sheets: Vec<usize>,
    /// Whether the file was made of delimited text.
    pub of_text: bool,
}

impl OwnSheets {
    /// Looks at the first cell of each sheet; a file of one sheet has none beside its data.
    pub fn of(source: &mut dyn Source) -> Self {
        let mut own = OwnSheets::default();
        let count = source.sheets().len();
        for sheet in (0..count).filter(|_| count > 1) {
            let Some(is_of_text) = own_sheet(source, sheet) else {
                continue;
            };
            own.sheets.push(sheet);
            own.of_text |= is_of_text;
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

/// Whether a sheet is this program's own; if so, whether it stands in a workbook made of text. What cannot be read is not.
fn own_sheet(source: &mut dyn Source, sheet: usize) -> Option<bool> {
    let mut rows = source.rows(sheet).ok()?;
    let row = rows.next_row().ok()??;
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
