//! A workbook's row being put together, cell by cell.
//!
//! In: values as a workbook stores them, with what their number format shows and their font draws. Out: typed cells and their text,
//! within what a row may hold. Must not know: files, formats.

use super::encoding::{Font, Letters};
use super::manner::Manner;
use super::number_format::{Shown, day_of_serial};
use super::{Cells, Problem, Row, TypedCell};
use chrono::NaiveDate;
use std::fmt::{Display, Write as _};

/// Text of one row, in MiB: one long text may be named by each of a row's cells.
const HEAVIEST_ROW: u64 = 16;
/// Cells of all rows together, empty ones to the left of others included.
const MOST_CELLS: u64 = 500_000_000;

/// What a cell's style makes of what it holds.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct CellStyle {
    pub(super) shown: Shown,
    pub(super) font: Font,
}

/// The row being put together.
#[derive(Debug)]
pub(super) struct Assembly<'a> {
    epoch_1904: bool,
    manner: &'a mut Manner,
    cells: Vec<TypedCell>,
    text: String,
    /// While it is not decided what letters stand for: fonts in which they may stand for others, by where their texts begin.
    fonts: Vec<(u32, Font)>,
    cells_before: u64,
}

impl<'a> Assembly<'a> {
    pub(super) fn new(epoch_1904: bool, manner: &'a mut Manner) -> Self {
        Assembly {
            epoch_1904,
            manner,
            cells: Vec::new(),
            text: String::new(),
            fonts: Vec::new(),
            cells_before: 0,
        }
    }

    /// Begins the next row.
    pub(super) fn begin(&mut self) {
        self.cells.clear();
        self.text.clear();
        self.fonts.clear();
    }

    /// The row's cells and their text.
    pub(super) fn held(&self) -> (&[TypedCell], &str) {
        (&self.cells, &self.text)
    }

    /// What the sheet's letters stand for.
    pub(super) fn letters(&mut self) -> &mut Letters {
        &mut self.manner.letters
    }

    /// Fonts of the row's texts in which letters may stand for others, by where the texts begin; known while that is not decided.
    pub(super) fn fonts(&self) -> &[(u32, Font)] {
        &self.fonts
    }

    /// Whether the row holds nothing yet.
    pub(super) fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// The row as it stands.
    pub(super) fn row(&self, number: u32) -> Row<'_> {
        Row {
            number,
            cells: Cells::Typed(&self.cells, &self.text),
        }
    }

    /// Counts the row's cells when it is complete.
    pub(super) fn finish(&mut self) -> Result<(), Problem> {
        self.cells_before += self.cells.len() as u64;
        if self.cells_before > MOST_CELLS {
            return Err(Problem::TooManyCells { limit: MOST_CELLS });
        }
        Ok(())
    }

    /// Puts a cell to the right of all others. Formatted cells without content often reach to the last column; they make no row wider.
    pub(super) fn place(&mut self, row: u32, column: u32, cell: TypedCell) -> Result<(), Problem> {
        if self.text.len() as u64 > HEAVIEST_ROW << 20 {
            return Err(Problem::HeavyRow {
                row: row.into(),
                limit: HEAVIEST_ROW,
            });
        }
        if cell != TypedCell::Empty {
            self.cells.resize(column as usize, TypedCell::Empty);
            self.cells.push(cell);
        }
        Ok(())
    }

    /// A stored number by what its format shows. Where the format says nothing, `told_date` is what else is known of it.
    pub(super) fn number(&mut self, value: f64, shown: Shown, told_date: bool) -> TypedCell {
        if !value.is_finite() {
            return self.error(value);
        }
        let number = |percent| TypedCell::Number { value, percent };
        match shown {
            Shown::Percent => number(true),
            Shown::Padded(digits) => self.padded(value, digits),
            Shown::Number => number(false),
            Shown::Unsaid if !told_date => number(false),
            Shown::Duration => self.error(value),
            Shown::Date | Shown::Unsaid => match day_of_serial(value, self.epoch_1904) {
                Some(day) => {
                    self.manner.days_from_1904 += u64::from(self.epoch_1904);
                    TypedCell::Date(day)
                }
                None => self.error(value),
            },
        }
    }

    /// The digits that a code's format shows: 123 as `00123`. What has no such digits stays a number.
    fn padded(&mut self, value: f64, digits: u8) -> TypedCell {
        const MOST: f64 = 1e15;
        if value.fract() != 0.0 || !(0.0..MOST).contains(&value) {
            return TypedCell::Number {
                value,
                percent: false,
            };
        }
        let (start, end) = self.append(format_args!("{value:0>width$}", width = digits.into()));
        TypedCell::Text { start, end }
    }

    /// A date written as text (`2022-12-31T00:00:00`), its time left out.
    pub(super) fn iso_day(&mut self, text: &str) -> TypedCell {
        let day = text
            .trim()
            .get(..10)
            .and_then(|day| day.parse::<NaiveDate>().ok());
        day.map_or_else(|| self.error(text), TypedCell::Date)
    }

    /// A text as it is meant: in some fonts letters stand for others.
    pub(super) fn text(&mut self, text: &str, font: Font) -> TypedCell {
        let text = text.trim();
        if text.is_empty() {
            return TypedCell::Empty;
        }
        let letters = &mut self.manner.letters;
        if !letters.are_decided() {
            letters.sample(font, text);
            if font != Font::Other {
                self.fonts.push((self.text.len() as u32, font));
            }
        }
        let text = letters.read(font, text);
        let start = self.text.len();
        self.text.push_str(&text);
        let (start, end) = self.since(start);
        TypedCell::Text { start, end }
    }

    pub(super) fn error(&mut self, literal: impl Display) -> TypedCell {
        let (start, end) = self.append(literal);
        TypedCell::Error { start, end }
    }

    fn append(&mut self, text: impl Display) -> (u32, u32) {
        let start = self.text.len();
        // Writing to a string cannot fail.
        let _ = write!(self.text, "{text}");
        self.since(start)
    }

    /// What was added to the row's text, which stays far below 4 GiB: a row over [`HEAVIEST_ROW`] is refused before its next cell.
    fn since(&self, start: usize) -> (u32, u32) {
        let place = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        (place(start), place(self.text.len()))
    }
}
