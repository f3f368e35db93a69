//! Workbooks of Excel 5 to 2003: `.xls`.
//!
//! In: an input. Out: its worksheets, hidden ones too, whose rows are read from the records as they stand. Must not know: other formats.
//!
//! Read here and not by the library that reads `.xlsx`: that one loads all sheets as blocks at once, so that a file of some kilobytes
//! can ask for gigabytes and end the program, does not tell percentages, and takes an embedded workbook for the file's own.

mod cells;
mod globals;
mod layout;
mod records;
mod rows;
#[cfg(test)]
mod tests;
mod text;

use super::compound::{Compound, SIGNATURE};
use super::manner::{InManners, Manner};
use super::memory::whole;
use super::{
    Format, Hidden, Input, Merge, Options, Problem, Rows, SheetInfo, Source, digest, foreign,
    sheets,
};
use globals::Globals;
use records::{SheetCensus, census};
use rows::SheetRows;
use std::collections::HashMap;

/// Workbooks of Excel 5 to 2003.
pub(super) const FORMAT: Format = Format {
    name: "Excel 97–2003",
    extensions: &["xls"],
    recognises: |head| head.starts_with(SIGNATURE),
    open,
};

/// Rows that such a sheet can have.
const MOST_ROWS: u32 = 65_536;

fn open(mut input: Box<dyn Input>, _: &Options) -> Result<Box<dyn Source>, Problem> {
    let bytes = whole(&mut *input)?;
    let stream = workbook(bytes.as_ref())?;
    let sha256 = digest::of_bytes(bytes.as_ref());
    drop(bytes);
    let globals = Globals::of(&stream)?;
    let census = matched(&globals, census(&stream)?)?;
    let sheets: Vec<SheetInfo> = globals
        .sheets
        .iter()
        .map(|(info, _)| info.clone())
        .collect();
    sheets::check(&sheets)?;
    Ok(Box::new(Workbook {
        stream,
        sha256,
        globals,
        manners: census
            .iter()
            .map(|sheet| Manner::new(sheet.formulas))
            .collect(),
        census,
        sheets,
    }))
}

/// The census of each listed sheet; each must be found, and none with cells be left over.
fn matched(globals: &Globals, counted: Vec<SheetCensus>) -> Result<Vec<SheetCensus>, Problem> {
    let mut counted: HashMap<usize, SheetCensus> = counted
        .into_iter()
        .map(|sheet| (sheet.start, sheet))
        .collect();
    let listed: Result<Vec<SheetCensus>, Problem> = globals
        .sheets
        .iter()
        .map(|(_, start)| {
            let found = counted.remove(start).filter(|sheet| sheet.ended);
            found.ok_or_else(|| text::broken(*start))
        })
        .collect();
    let listed = listed?;
    match counted.values().filter(|sheet| sheet.cells > 0).count() {
        0 => Ok(listed),
        more => Err(Problem::SheetsLost {
            read: listed.len() as u64,
            found: (listed.len() + more) as u64,
        }),
    }
}

/// The one stream that holds the workbook.
fn workbook(bytes: &[u8]) -> Result<Vec<u8>, Problem> {
    let compound = Compound::open(bytes)
        .map_err(|problem| foreign::broken_compound(bytes).unwrap_or(problem))?;
    let mut streams = compound.streams("Workbook")?;
    streams.extend(compound.streams("Book")?);
    match (streams.pop(), streams.is_empty()) {
        (Some(stream), true) if !compound.has("EncryptedPackage") => Ok(stream),
        (Some(_), false) => Err(Problem::TwoWorkbooks {}),
        (Some(_) | None, _) => Err(foreign::other_compound(&compound)),
    }
}

struct Workbook {
    stream: Vec<u8>,
    sha256: String,
    globals: Globals,
    /// By sheet.
    manners: Vec<Manner>,
    census: Vec<SheetCensus>,
    sheets: Vec<SheetInfo>,
}

impl Source for Workbook {
    fn sheets(&self) -> &[SheetInfo] {
        &self.sheets
    }

    fn rows(&mut self, sheet: usize) -> Result<Box<dyn Rows + '_>, Problem> {
        self.decided_rows(sheet)
    }

    fn merges(&mut self, sheet: usize) -> Result<Vec<Merge>, Problem> {
        layout::merges(&self.stream, self.start_of(sheet)?)
    }

    fn notes(&self, sheet: usize) -> Vec<Problem> {
        let last = self.census.get(sheet).map_or(0, |census| census.last_row);
        sheets::notes(last, MOST_ROWS, self.manners.get(sheet))
    }

    fn hidden(&mut self, sheet: usize) -> Result<Hidden, Problem> {
        layout::hidden(&self.stream, self.start_of(sheet)?)
    }

    fn sha256(&mut self) -> Result<String, Problem> {
        Ok(self.sha256.clone())
    }
}

impl InManners for Workbook {
    type SheetRows<'a> = SheetRows<'a>;

    fn sheet_rows(&mut self, sheet: usize) -> Result<SheetRows<'_>, Problem> {
        let census = self.census.get(sheet).ok_or(Problem::AbsentSheet {})?;
        let manner = self.manners.get_mut(sheet).ok_or(Problem::AbsentSheet {})?;
        SheetRows::new(
            &self.stream,
            &self.globals,
            census.start,
            census.cells,
            manner,
        )
    }

    fn manner(&mut self, sheet: usize) -> Result<&mut Manner, Problem> {
        self.manners.get_mut(sheet).ok_or(Problem::AbsentSheet {})
    }
}

impl Workbook {
    fn start_of(&self, sheet: usize) -> Result<usize, Problem> {
        let census = self.census.get(sheet).ok_or(Problem::AbsentSheet {})?;
        Ok(census.start)
    }
}
