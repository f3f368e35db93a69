//! Excel workbooks: `.xlsx` and `.xlsm`.
//!
//! In: an input. Out: its worksheets, hidden ones too, whose rows are streamed. Must not know: other formats.

mod formulas;
mod hidden;
mod rows;
#[cfg(test)]
mod tests;

use super::encoding::Letters;
use super::{
    Format, Hidden, Input, MOST_COLUMNS, MOST_ROWS, Merge, Options, Problem, Rows, SheetInfo,
    Source, container, digest,
};
use calamine::{Dimensions, Reader as _, SheetType, SheetVisible, Xlsx, XlsxError};
use formulas::Formulas;
use rows::SheetRows;
use std::collections::HashSet;
use std::io::{Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// Workbooks of Excel 2007 and later.
pub(super) const FORMAT: Format = Format {
    name: "Excel",
    extensions: &["xlsx", "xlsm"],
    recognises: |head| head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06"),
    open,
};

/// A workbook is held in memory as it is packed, up to this many MiB.
const LARGEST: u64 = 512;

fn open(mut input: Box<dyn Input>, _: &Options) -> Result<Box<dyn Source>, Problem> {
    let bytes = whole(&mut *input)?;
    container::check_workbook(&bytes.0)?;
    let book = guarded(|| Xlsx::new(Cursor::new(bytes.clone())).map_err(refusal))?;
    let worksheets = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let sheets: Vec<SheetInfo> = worksheets
        .map(|sheet| SheetInfo {
            name: Some(sheet.name.as_str().into()),
            visible: sheet.visible == SheetVisible::Visible,
        })
        .collect();
    check_sheets(&sheets)?;
    Ok(Box::new(Workbook {
        bytes,
        book,
        manners: vec![Manner::default(); sheets.len()],
        may_have_formulas: None,
        sheets,
    }))
}

/// How many rows of a sheet are looked at to decide what their letters stand for.
const SAMPLE_ROWS: usize = 200;

struct Workbook {
    bytes: Bytes,
    book: Xlsx<Cursor<Bytes>>,
    sheets: Vec<SheetInfo>,
    /// By sheet.
    manners: Vec<Manner>,
    /// Known once it has been asked.
    may_have_formulas: Option<bool>,
}

/// How a sheet's cells are read, and what there is to say about it.
#[derive(Clone, Debug, Default)]
struct Manner {
    letters: Letters,
    /// Known once they have been looked for.
    formulas: Option<Formulas>,
    /// How many days were counted from 1904.
    days_from_1904: u64,
}

/// A file's bytes, shared with the reading library.
#[derive(Clone)]
struct Bytes(Arc<Vec<u8>>);

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl Source for Workbook {
    fn sheets(&self) -> &[SheetInfo] {
        &self.sheets
    }

    fn rows(&mut self, sheet: usize) -> Result<Box<dyn Rows + '_>, Problem> {
        if !self.manner(sheet)?.letters.are_decided() {
            self.decide_letters(sheet)?;
        }
        if self.manner(sheet)?.formulas.is_none() {
            let formulas = self.find_formulas(sheet)?;
            self.manner(sheet)?.formulas = Some(formulas);
        }
        self.manner(sheet)?.begin();
        Ok(Box::new(self.sheet_rows(sheet)?))
    }

    fn merges(&mut self, sheet: usize) -> Result<Vec<Merge>, Problem> {
        let name = self.name_of(sheet)?;
        let blocks = guarded(|| self.book.merge_cells_by_sheet_name(&name).map_err(refusal))?;
        blocks.into_iter().map(merge).collect()
    }

    fn notes(&self, sheet: usize) -> Vec<Problem> {
        self.manners
            .get(sheet)
            .map(Manner::notes)
            .unwrap_or_default()
    }

    fn hidden(&mut self, sheet: usize) -> Result<Hidden, Problem> {
        let name = self.name_of(sheet)?;
        Ok(hidden::hidden(&self.bytes.0, &name))
    }

    fn sha256(&mut self) -> Result<String, Problem> {
        Ok(digest::of_bytes(&self.bytes.0))
    }
}

impl Workbook {
    fn sheet_rows(&mut self, sheet: usize) -> Result<SheetRows<'_>, Problem> {
        let name = self.name_of(sheet)?;
        let epoch_1904 = self.book.has_1904_epoch();
        let manner = self.manners.get_mut(sheet).ok_or(Problem::AbsentSheet {})?;
        let cells = guarded(|| self.book.worksheet_cells_reader(&name).map_err(refusal))?;
        Ok(SheetRows::new(cells, epoch_1904, manner))
    }

    /// Decides by the sheet's first rows. What is wrong with them is said when they are read again.
    fn decide_letters(&mut self, sheet: usize) -> Result<(), Problem> {
        let mut rows = self.sheet_rows(sheet)?;
        let mut left = SAMPLE_ROWS;
        while left > 0 && matches!(rows.next_row(), Ok(Some(_))) {
            left -= 1;
        }
        drop(rows);
        self.manner(sheet)?.letters.decide()
    }

    fn find_formulas(&mut self, sheet: usize) -> Result<Formulas, Problem> {
        let bytes = &self.bytes.0;
        let may_have = self
            .may_have_formulas
            .get_or_insert_with(|| formulas::may_have_formulas(bytes));
        if !*may_have {
            return Ok(Formulas::default());
        }
        let name = self.name_of(sheet)?;
        guarded(|| Formulas::of(self.book.worksheet_cells_reader(&name).map_err(refusal)?))
    }

    fn manner(&mut self, sheet: usize) -> Result<&mut Manner, Problem> {
        self.manners.get_mut(sheet).ok_or(Problem::AbsentSheet {})
    }

    fn name_of(&self, sheet: usize) -> Result<Arc<str>, Problem> {
        self.sheets
            .get(sheet)
            .and_then(|sheet| sheet.name.clone())
            .ok_or(Problem::AbsentSheet {})
    }
}

impl Manner {
    /// Forgets what was counted.
    fn begin(&mut self) {
        self.letters.begin();
        self.days_from_1904 = 0;
    }

    fn notes(&self) -> Vec<Problem> {
        let mut notes = self.letters.notes();
        let formulas = self.formulas.as_ref().map_or(0, |formulas| formulas.saved);
        if formulas > 0 {
            notes.push(Problem::Formulas { cells: formulas });
        }
        if self.days_from_1904 > 0 {
            notes.push(Problem::DaysFrom1904 {
                cells: self.days_from_1904,
            });
        }
        notes
    }
}

fn whole(input: &mut dyn Input) -> Result<Bytes, Problem> {
    input.rewind()?;
    let mut bytes = Vec::new();
    input.take((LARGEST << 20) + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST << 20 {
        return Err(Problem::TooLarge { limit: LARGEST });
    }
    Ok(Bytes(Arc::new(bytes)))
}

/// Sheets are asked for by name, so a name must mean one sheet; Excel does not let two differ by case only.
fn check_sheets(sheets: &[SheetInfo]) -> Result<(), Problem> {
    let mut seen = HashSet::new();
    for name in sheets.iter().filter_map(|sheet| sheet.name.as_deref()) {
        if !seen.insert(name.to_lowercase()) {
            return Err(Problem::SameSheet {
                sheet: name.to_owned(),
            });
        }
    }
    if sheets.is_empty() {
        Err(Problem::NoSheet {})
    } else {
        Ok(())
    }
}

fn merge(block: Dimensions) -> Result<Merge, Problem> {
    let ((first_row, first_column), (last_row, last_column)) = (block.start, block.end);
    if last_row >= MOST_ROWS
        || last_column >= MOST_COLUMNS
        || first_row > last_row
        || first_column > last_column
    {
        return Err(Problem::CellOutside {
            row: u64::from(last_row) + 1,
            column: u64::from(last_column) + 1,
        });
    }
    Ok(Merge {
        rows: (first_row + 1, last_row + 1),
        columns: (first_column, last_column),
    })
}

fn refusal(error: XlsxError) -> Problem {
    if matches!(error, XlsxError::Password) {
        Problem::Password {}
    } else {
        Problem::Corrupt {
            detail: error.to_string(),
        }
    }
}

/// Calls the reading library, which panics on some broken files. What it left behind must not be used after that.
fn guarded<T>(call: impl FnOnce() -> Result<T, Problem>) -> Result<T, Problem> {
    catch_unwind(AssertUnwindSafe(call)).unwrap_or_else(|cause| {
        let text = cause
            .downcast_ref::<String>()
            .map(String::as_str)
            .or_else(|| cause.downcast_ref::<&str>().copied());
        Err(Problem::ReaderFailed {
            detail: text.unwrap_or("?").to_owned(),
        })
    })
}
