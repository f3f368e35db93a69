//! Excel workbooks: `.xlsx` and `.xlsm`.
//!
//! In: an input. Out: its worksheets, hidden ones too, whose rows are streamed. Must not know: other formats.

mod census;
mod plain;
mod relations;
mod rows;
mod survey;
#[cfg(test)]
mod tests;
mod texts;

use super::container::{self, Container};
use super::manner::{InManners, Manner};
use super::memory::{Bytes, whole};
use super::{
    Format, Hidden, Input, MOST_ROWS, Merge, Options, Problem, Rows, SheetInfo, Source, digest,
    sheets,
};
use calamine::{Reader as _, SheetType, SheetVisible, Xlsx, XlsxError};
use census::SheetCensus;
use plain::PlainCells;
use rows::{Library, SheetRows, SheetStyle};
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use texts::PlainTexts;

/// A sheet's part of at most so many bytes is kept for those who read it next.
const MOST_KEPT: usize = 1 << 20;

/// Workbooks of Excel 2007 and later.
pub(super) const FORMAT: Format = Format {
    name: "Excel",
    extensions: &["xlsx", "xlsm"],
    recognises: container::is_zip,
    open,
};

fn open(mut input: Box<dyn Input>, _: &Options) -> Result<Box<dyn Source>, Problem> {
    let book = workbook(whole(&mut *input)?, MOST_KEPT)?;
    Ok(Box::new(book))
}

/// A workbook of which parts up to so many bytes are kept.
fn workbook(bytes: Bytes, most_kept: usize) -> Result<Workbook, Problem> {
    let mut container = Container::open(&bytes)?;
    check_kind(&container)?;
    let (census, texts) = survey::survey(&mut container, bytes.as_ref().len() as u64, most_kept)?;
    let book = guarded(|| Xlsx::new(Cursor::new(bytes.clone())).map_err(refusal))?;
    // The library lists what the census found, sheet by sheet, or one of the two has missed some.
    let listed = book.sheets_metadata();
    if listed.len() != census.len() {
        return Err(Problem::SheetsLost {
            read: listed.len() as u64,
            found: census.len() as u64,
        });
    }
    let worksheets = listed
        .iter()
        .zip(census)
        .filter(|(sheet, _)| sheet.typ == SheetType::WorkSheet);
    let (sheets, census): (Vec<SheetInfo>, Vec<SheetCensus>) = worksheets
        .map(|(sheet, census)| {
            let info = SheetInfo {
                name: Some(sheet.name.as_str().into()),
                visible: sheet.visible == SheetVisible::Visible,
            };
            (info, census)
        })
        .unzip();
    sheets::check(&sheets)?;
    Ok(Workbook {
        bytes,
        container,
        book,
        manners: census
            .iter()
            .map(|sheet| Manner::new(sheet.formulas))
            .collect(),
        is_opened: vec![false; sheets.len()],
        sheets,
        census,
        styles: Vec::new(),
        texts,
    })
}

/// Refuses other zips by the parts that only they have. A workbook may lie elsewhere than usual: its relations say where.
fn check_kind(container: &Container) -> Result<(), Problem> {
    if container.find("xl/workbook.xml").is_some() {
        return Ok(());
    }
    if let Some(problem) = container.other_kind() {
        return Err(problem);
    }
    match container.find("_rels/.rels") {
        Some(_) => Ok(()),
        None => Err(Problem::Archive {
            kind: "ZIP".to_owned(),
        }),
    }
}

struct Workbook {
    bytes: Bytes,
    container: Container,
    book: Xlsx<Cursor<Bytes>>,
    sheets: Vec<SheetInfo>,
    /// By sheet.
    manners: Vec<Manner>,
    census: Vec<SheetCensus>,
    /// Whether the library has come as far as the cells of a sheet.
    is_opened: Vec<bool>,
    /// Known once a sheet is opened.
    styles: Vec<SheetStyle>,
    texts: PlainTexts,
}

impl Source for Workbook {
    fn sheets(&self) -> &[SheetInfo] {
        &self.sheets
    }

    fn rows(&mut self, sheet: usize) -> Result<Box<dyn Rows + '_>, Problem> {
        self.decided_rows(sheet)
    }

    fn merges(&mut self, sheet: usize) -> Result<Vec<Merge>, Problem> {
        let census = self.census.get(sheet).ok_or(Problem::AbsentSheet {})?;
        if let Some(refusal) = &census.refusal {
            return Err(refusal.clone());
        }
        let blocks = census.merges.iter();
        blocks
            .map(|(rows, columns)| sheets::merge(*rows, *columns))
            .collect()
    }

    fn notes(&self, sheet: usize) -> Vec<Problem> {
        let last = self.census.get(sheet).map_or(0, |census| census.last_row);
        sheets::notes(last, MOST_ROWS, self.manners.get(sheet))
    }

    fn hidden(&mut self, sheet: usize) -> Result<Hidden, Problem> {
        let census = self.census.get(sheet).ok_or(Problem::AbsentSheet {})?;
        Ok(census.hidden.clone())
    }

    fn sha256(&mut self) -> Result<String, Problem> {
        Ok(digest::of_bytes(self.bytes.as_ref()))
    }
}

impl InManners for Workbook {
    type SheetRows<'a> = SheetRows<'a>;

    fn sheet_rows(&mut self, sheet: usize) -> Result<SheetRows<'_>, Problem> {
        let name = self.name_of(sheet)?;
        let census = self.census.get(sheet).ok_or(Problem::AbsentSheet {})?;
        if let Some(refusal) = &census.refusal {
            return Err(refusal.clone());
        }
        let mut library = Library {
            book: &mut self.book,
            sheet: name,
        };
        if let Some(is_opened @ false) = self.is_opened.get_mut(sheet) {
            self.styles = library.styles()?;
            *is_opened = true;
        }
        let plain = match (&census.kept, census.data) {
            (Some(kept), _) => Some(kept.cells()),
            (None, Some(data)) => self
                .container
                .part_from(census.part, data)
                .and_then(PlainCells::of_part),
            (_, None) => None,
        };
        let manner = self.manners.get_mut(sheet).ok_or(Problem::AbsentSheet {})?;
        SheetRows::new(plain, library, &self.styles, &self.texts, census, manner)
    }

    fn manner(&mut self, sheet: usize) -> Result<&mut Manner, Problem> {
        self.manners.get_mut(sheet).ok_or(Problem::AbsentSheet {})
    }
}

impl Workbook {
    fn name_of(&self, sheet: usize) -> Result<Arc<str>, Problem> {
        self.sheets
            .get(sheet)
            .and_then(|sheet| sheet.name.clone())
            .ok_or(Problem::AbsentSheet {})
    }
}

fn refusal(error: XlsxError) -> Problem {
    Problem::Corrupt {
        detail: error.to_string(),
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
