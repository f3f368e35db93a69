//! The records of an `.xls` (MS-XLS): a kind, a length, so many bytes; and a count of its cells that knows nothing more of them.
//!
//! In: the workbook's stream. Out: records; how many cells stand between each sheet's beginning and end. Must not know: values.

use super::super::Problem;
use super::super::compound::u16_at;
use super::super::sheets::check_number;
use super::text::broken;

/// Begins a part of the workbook; parts may stand within others, as charts do in sheets.
pub(super) const BEGINNING: u16 = 0x0809;
/// Ends it.
pub(super) const END: u16 = 0x000a;
/// More of the record before.
pub(super) const CONTINUED: u16 = 0x003c;
/// What a beginning says of a worksheet.
const WORKSHEET: u16 = 0x0010;

pub(super) const NUMBER: u16 = 0x0203;
pub(super) const SHORT_NUMBER: u16 = 0x027e;
pub(super) const SHORT_NUMBERS: u16 = 0x00bd;
pub(super) const SHARED_TEXT: u16 = 0x00fd;
pub(super) const TEXT: u16 = 0x0204;
pub(super) const RICH_TEXT: u16 = 0x00d6;
/// Three kinds in the course of time; some programs write the older.
pub(super) const FORMULAS: [u16; 3] = [0x0006, 0x0206, 0x0406];
pub(super) const YES_NO_OR_ERROR: u16 = 0x0205;
/// Cells of Excel 2, which no reader of later files knows.
const ANCIENT: [u16; 4] = [0x0002, 0x0003, 0x0004, 0x0005];

/// One record.
#[derive(Clone, Copy, Debug)]
pub(super) struct Record<'a> {
    pub(super) kind: u16,
    pub(super) data: &'a [u8],
    /// Where the next begins.
    pub(super) next: usize,
}

/// The record that begins there, none if it is cut off.
pub(super) fn record(stream: &[u8], at: usize) -> Option<Record<'_>> {
    let (kind, length) = (u16_at(stream, at)?, u16_at(stream, at + 2)?);
    let next = at + 4 + usize::from(length);
    Some(Record {
        kind,
        data: stream.get(at + 4..next)?,
        next,
    })
}

/// The records of a sheet itself, not of what stands within it: charts do.
#[derive(Clone, Debug)]
pub(super) struct SheetRecords<'a> {
    pub(super) stream: &'a [u8],
    at: usize,
    depth: usize,
}

impl<'a> SheetRecords<'a> {
    /// From the record that begins the sheet.
    pub(super) fn new(stream: &'a [u8], start: usize) -> Self {
        SheetRecords {
            stream,
            at: start,
            depth: 0,
        }
    }

    /// The next record and where it begins, none at the end of the sheet.
    pub(super) fn next(&mut self) -> Result<Option<(Record<'a>, usize)>, Problem> {
        loop {
            let at = self.at;
            let record = record(self.stream, at).ok_or_else(|| broken(at))?;
            match record.kind {
                BEGINNING => self.depth += 1,
                END => self.depth = self.depth.saturating_sub(1),
                _ => {}
            }
            if self.depth == 0 {
                return Ok(None);
            }
            self.at = record.next;
            if self.depth == 1 {
                return Ok(Some((record, at)));
            }
        }
    }
}

/// How many cells a record holds.
fn cells(record: &Record<'_>) -> u64 {
    match record.kind {
        SHORT_NUMBERS => (record.data.len().saturating_sub(6) / 6) as u64,
        NUMBER | SHORT_NUMBER | SHARED_TEXT | TEXT | RICH_TEXT | YES_NO_OR_ERROR => 1,
        kind => u64::from(FORMULAS.contains(&kind) || ANCIENT.contains(&kind)),
    }
}

/// What stands between the beginning and the end of a worksheet.
#[derive(Clone, Debug, Default)]
pub(super) struct SheetCensus {
    /// Where it begins.
    pub(super) start: usize,
    pub(super) cells: u64,
    /// How many of them are formulas.
    pub(super) formulas: u64,
    /// The number of the last row that has any.
    pub(super) last_row: u32,
    /// Whether its end was found.
    pub(super) ended: bool,
}

impl SheetCensus {
    fn add(&mut self, record: &Record<'_>) {
        let cells = cells(record);
        if cells > 0 {
            let row = u16_at(record.data, 0).unwrap_or(0);
            self.last_row = self.last_row.max(u32::from(row) + 1);
        }
        self.cells += cells;
        self.formulas += u64::from(FORMULAS.contains(&record.kind));
    }
}

/// Goes through the whole stream, record by record, whatever the list of sheets says.
pub(super) fn census(stream: &[u8]) -> Result<Vec<SheetCensus>, Problem> {
    let mut sheets: Vec<SheetCensus> = Vec::new();
    let (mut at, mut depth, mut in_sheet) = (0, 0_usize, false);
    while let Some(record) = record(stream, at) {
        match record.kind {
            BEGINNING => {
                if depth == 0 {
                    in_sheet = u16_at(record.data, 2) == Some(WORKSHEET);
                    if in_sheet {
                        sheets.push(SheetCensus {
                            start: at,
                            ..SheetCensus::default()
                        });
                        check_number(sheets.len())?;
                    }
                }
                depth += 1;
            }
            END => {
                depth = depth.saturating_sub(1);
                if let Some(sheet) = sheets.last_mut().filter(|_| depth == 0 && in_sheet) {
                    sheet.ended = true;
                }
                in_sheet &= depth > 0;
            }
            _ => {
                if let Some(sheet) = sheets.last_mut().filter(|_| depth == 1 && in_sheet) {
                    sheet.add(&record);
                }
            }
        }
        at = record.next;
    }
    Ok(sheets)
}
