//! The cells of a sheet of an `.xls`: where each stands and what it holds.
//!
//! In: the workbook's stream and the sheet's beginning. Out: places in the order of rows, values. Must not know: rows, texts shared
//! by cells, number formats.

use super::super::Problem;
use super::super::compound::{u16_at, u32_at};
use super::records::{
    FORMULAS, NUMBER, RICH_TEXT, Record, SHARED_TEXT, SHORT_NUMBER, SHORT_NUMBERS, SheetRecords,
    TEXT, YES_NO_OR_ERROR, record,
};
use super::text::{Letters, broken};

const FORMULA_TEXT: [u16; 2] = [0x0207, 0x0007];
/// What may stand between a formula and its text: shared, array and table formulas, and what continues them.
const BESIDE_FORMULA: [u16; 4] = [0x04bc, 0x0221, 0x0236, 0x003c];

/// Where a cell stands, in the sheet (from 0) and in the stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct CellPlace {
    pub(super) row: u16,
    pub(super) column: u16,
    record: u32,
}

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    Number(f64),
    /// A place in the table of texts.
    Shared(u32),
    Text(String),
    YesNo(bool),
    Error(String),
}

/// The cells of a sheet as they come.
#[derive(Clone, Debug)]
pub(super) struct CellPlaces<'a> {
    records: SheetRecords<'a>,
    /// The place and the column behind the last of a record with several cells.
    several: Option<(CellPlace, u16)>,
}

impl<'a> CellPlaces<'a> {
    /// From the record that begins the sheet.
    pub(super) fn new(stream: &'a [u8], start: usize) -> Self {
        CellPlaces {
            records: SheetRecords::new(stream, start),
            several: None,
        }
    }

    /// The next cell, none at the end of the sheet.
    pub(super) fn next(&mut self) -> Result<Option<CellPlace>, Problem> {
        if let Some((place, end)) = self.several.take() {
            return Ok(Some(self.first_of(place, end)));
        }
        while let Some((record, at)) = self.records.next()? {
            if let Some((place, end)) =
                places(&record, at)?.filter(|(place, end)| place.column < *end)
            {
                return Ok(Some(self.first_of(place, end)));
            }
        }
        Ok(None)
    }

    fn first_of(&mut self, place: CellPlace, end: u16) -> CellPlace {
        let column = place.column.saturating_add(1);
        self.several = (column < end).then_some((CellPlace { column, ..place }, end));
        place
    }
}

/// The first cell of a record and the column behind its last, if it holds cells.
fn places(record: &Record<'_>, at: usize) -> Result<Option<(CellPlace, u16)>, Problem> {
    let several = record.kind == SHORT_NUMBERS;
    let single = [
        NUMBER,
        SHORT_NUMBER,
        SHARED_TEXT,
        TEXT,
        RICH_TEXT,
        YES_NO_OR_ERROR,
    ];
    if !several && !single.contains(&record.kind) && !FORMULAS.contains(&record.kind) {
        return Ok(None);
    }
    let (row, column) = u16_at(record.data, 0)
        .zip(u16_at(record.data, 2))
        .ok_or_else(|| broken(at))?;
    let cells = match several {
        true => record.data.len().saturating_sub(6) / 6,
        false => 1,
    };
    let end = u16::try_from(cells)
        .ok()
        .and_then(|cells| column.checked_add(cells));
    let place = CellPlace {
        row,
        column,
        record: u32::try_from(at).map_err(|_| broken(at))?,
    };
    Ok(Some((place, end.ok_or_else(|| broken(at))?)))
}

/// A cell's number format and its value.
pub(super) fn value(
    stream: &[u8],
    place: CellPlace,
    letters: Letters,
) -> Result<(u16, Value), Problem> {
    let at = place.record as usize;
    let record = record(stream, at).ok_or_else(|| broken(at))?;
    let data = record.data;
    if record.kind == SHORT_NUMBERS {
        let first = u16_at(data, 2).unwrap_or(0);
        let before = 4 + 6 * usize::from(place.column.saturating_sub(first));
        let number = u32_at(data, before + 2).map(|short| Value::Number(short_number(short)));
        return u16_at(data, before).zip(number).ok_or_else(|| broken(at));
    }
    let format = u16_at(data, 4).ok_or_else(|| broken(at))?;
    let value = match record.kind {
        NUMBER => float_at(data, 6).map(Value::Number),
        SHORT_NUMBER => u32_at(data, 6).map(|short| Value::Number(short_number(short))),
        SHARED_TEXT => u32_at(data, 6).map(Value::Shared),
        TEXT | RICH_TEXT => Some(Value::Text(letters.read(
            stream,
            at + 10,
            record.next,
            false,
        )?)),
        YES_NO_OR_ERROR => match data.get(6..8) {
            Some([code, 1]) => Some(Value::Error(error(*code))),
            Some([flag, _]) => Some(Value::YesNo(*flag != 0)),
            Some(_) | None => None,
        },
        _ => Some(result(stream, &record, at, letters)?),
    };
    Ok((format, value.ok_or_else(|| broken(at))?))
}

/// The result of a formula as it was last saved.
fn result(
    stream: &[u8],
    formula: &Record<'_>,
    at: usize,
    letters: Letters,
) -> Result<Value, Problem> {
    let bytes = formula.data.get(6..14).ok_or_else(|| broken(at))?;
    if bytes.get(6..) != Some(&[0xff, 0xff]) {
        let number = float_at(bytes, 0).map(Value::Number);
        return number.ok_or_else(|| broken(at));
    }
    let code = bytes.get(2).copied().unwrap_or(0);
    match bytes.first() {
        Some(0) => text_behind(stream, formula.next, letters),
        Some(1) => Ok(Value::YesNo(code != 0)),
        Some(2) => Ok(Value::Error(error(code))),
        Some(3) => Ok(Value::Text(String::new())),
        Some(_) | None => Err(broken(at)),
    }
}

/// The text that a formula gave, which stands in a record of its own; where there is none it was not saved.
fn text_behind(stream: &[u8], mut at: usize, letters: Letters) -> Result<Value, Problem> {
    while let Some(record) = record(stream, at) {
        if FORMULA_TEXT.contains(&record.kind) {
            let text = letters.read(stream, at + 4, record.next, false)?;
            return Ok(Value::Text(text));
        }
        if !BESIDE_FORMULA.contains(&record.kind) {
            break;
        }
        at = record.next;
    }
    Ok(Value::Error(String::new()))
}

fn float_at(bytes: &[u8], at: usize) -> Option<f64> {
    let eight = bytes.get(at..at + 8)?;
    Some(f64::from_le_bytes(eight.try_into().ok()?))
}

/// Thirty bits of a whole number or of a float, and whether it was multiplied by a hundred to fit.
fn short_number(short: u32) -> f64 {
    let value = match short & 2 {
        0 => f64::from_bits(u64::from(short & !3) << 32),
        _ => f64::from(short.cast_signed() >> 2),
    };
    if short & 1 == 1 { value / 100.0 } else { value }
}

fn error(code: u8) -> String {
    let literal = match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0f => "#VALUE!",
        0x17 => "#REF!",
        0x1d => "#NAME?",
        0x24 => "#NUM!",
        0x2a => "#N/A",
        0x2b => "#GETTING_DATA",
        other => return format!("#{other}"),
    };
    literal.to_owned()
}
