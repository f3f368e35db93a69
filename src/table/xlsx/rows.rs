//! The rows of a worksheet, put together from its stream of cells.
//!
//! In: cells with addresses and styles. Out: rows of typed cells; the first problem ends them. Must not know: the workbook around it.

use super::super::encoding::Font;
use super::super::number_format::{Shown, day_of_serial, shown_by};
use super::super::{Cells, MOST_COLUMNS, MOST_ROWS, Problem, Row, Rows, TypedCell};
use super::{Bytes, Manner, guarded, refusal};
use crate::place::CellAddress;
use calamine::{Cell, DataRef, Style, XlsxCellReader, XlsxError};
use chrono::NaiveDate;
use std::fmt::{Display, Write as _};
use std::io::Cursor;

/// Text of one row, in MiB: one long text may be named by each of a row's cells.
const HEAVIEST_ROW: u64 = 16;
/// Cells of all rows together, empty ones to the left of others included.
const MOST_CELLS: u64 = 500_000_000;

/// Rows being read.
pub(super) struct SheetRows<'a> {
    reader: XlsxCellReader<'a, Cursor<Bytes>>,
    epoch_1904: bool,
    /// By style number.
    styles: Vec<CellStyle>,
    manner: &'a mut Manner,
    /// The first cell of the next row, met when this row was complete.
    ahead: Option<StyledCell<'a>>,
    last: Option<CellAddress>,
    ended: bool,
    cells: Vec<TypedCell>,
    text: String,
    cells_before: u64,
    failed: Option<Problem>,
}

/// What a style makes of a cell.
#[derive(Clone, Copy, Default)]
struct CellStyle {
    shown: Shown,
    font: Font,
}

struct StyledCell<'a> {
    address: CellAddress,
    cell: Cell<DataRef<'a>>,
    style: usize,
}

impl CellStyle {
    fn of(style: &Style) -> Self {
        let format = style.number_format.as_ref();
        let font = style.font.as_ref().and_then(|font| font.name.as_deref());
        CellStyle {
            shown: format.map_or(Shown::Unsaid, |format| shown_by(&format.format_code)),
            font: font.map(Font::named).unwrap_or_default(),
        }
    }
}

impl<'a> SheetRows<'a> {
    pub(super) fn new(
        reader: XlsxCellReader<'a, Cursor<Bytes>>,
        epoch_1904: bool,
        manner: &'a mut Manner,
    ) -> Self {
        let styles = reader.styles().iter().map(CellStyle::of).collect();
        let (cells, text) = (Vec::new(), String::new());
        SheetRows {
            reader,
            epoch_1904,
            styles,
            manner,
            ahead: None,
            last: None,
            ended: false,
            cells,
            text,
            cells_before: 0,
            failed: None,
        }
    }

    /// Fills `cells` and `text` with the next row that holds anything and gives its number.
    fn assemble(&mut self) -> Result<Option<u32>, Problem> {
        self.cells.clear();
        self.text.clear();
        let mut row = None;
        while let Some(cell) = self
            .ahead
            .take()
            .map_or_else(|| self.pull(), |cell| Ok(Some(cell)))?
        {
            if row.is_some_and(|row| row != cell.address.row) && !self.cells.is_empty() {
                self.ahead = Some(cell);
                break;
            }
            row = Some(cell.address.row);
            self.place(cell)?;
        }
        self.cells_before += self.cells.len() as u64;
        if self.cells_before > MOST_CELLS {
            return Err(Problem::TooManyCells { limit: MOST_CELLS });
        }
        Ok(row.filter(|_| !self.cells.is_empty()))
    }

    /// The next cell of the stream, none at its end; asked again there, the library would report a cut-off file.
    fn pull(&mut self) -> Result<Option<StyledCell<'a>>, Problem> {
        if self.ended {
            return Ok(None);
        }
        match self.reader.next_cell_with_style_id() {
            Ok(Some((cell, style))) => {
                let address = self.checked_address(cell.get_position())?;
                Ok(Some(StyledCell {
                    address,
                    cell,
                    style,
                }))
            }
            Ok(None) => {
                self.ended = true;
                Ok(None)
            }
            // The address of such a cell is not told, and the library loses count of cells without one.
            Err(XlsxError::CellError(literal)) => {
                let from = self.last.map_or((1, 0), |last| (last.row, last.column + 1));
                let from = CellAddress {
                    row: from.0,
                    column: from.1,
                }
                .to_string();
                Err(Problem::UnknownErrorCell { literal, from })
            }
            Err(error) => Err(refusal(error)),
        }
    }

    /// Where a cell stands, if it may: to the right of the last or in a later row. Where addresses repeat, programs differ in which
    /// cell they show.
    fn checked_address(&mut self, (row, column): (u32, u32)) -> Result<CellAddress, Problem> {
        if row >= MOST_ROWS || column >= MOST_COLUMNS {
            return Err(Problem::CellOutside {
                row: u64::from(row) + 1,
                column: u64::from(column) + 1,
            });
        }
        let address = CellAddress {
            row: row + 1,
            column,
        };
        match self.last {
            Some(last) if last == address => Err(Problem::DuplicateCell {
                cell: address.to_string(),
            }),
            Some(last) if last > address => Err(Problem::CellsOutOfOrder {
                cell: address.to_string(),
            }),
            Some(_) | None => {
                self.last = Some(address);
                Ok(address)
            }
        }
    }

    fn place(
        &mut self,
        StyledCell {
            address,
            cell,
            style,
        }: StyledCell<'_>,
    ) -> Result<(), Problem> {
        let CellStyle { shown, font } = self.styles.get(style).copied().unwrap_or_default();
        let typed = match cell.get_value() {
            DataRef::Empty if self.is_unsaved_formula(address) => self.error_cell(""),
            DataRef::Empty => TypedCell::Empty,
            DataRef::String(text) => self.text_cell(text, font),
            DataRef::SharedString(text) => self.text_cell(text, font),
            DataRef::Bool(flag) => TypedCell::YesNo(*flag),
            #[expect(
                clippy::cast_precision_loss,
                reason = "this format stores floats only; the variant is for others"
            )]
            DataRef::Int(whole) => self.number_cell(*whole as f64, shown, false),
            DataRef::Float(value) => self.number_cell(*value, shown, false),
            DataRef::DateTime(time) => self.number_cell(time.as_f64(), shown, true),
            DataRef::DateTimeIso(text) => self.iso_day_cell(text),
            DataRef::DurationIso(text) => self.error_cell(text),
            DataRef::Error(error) => self.error_cell(error),
        };
        if self.text.len() as u64 > HEAVIEST_ROW << 20 {
            return Err(Problem::HeavyRow {
                row: address.row.into(),
                limit: HEAVIEST_ROW,
            });
        }
        // Formatted cells without content often reach to the last column; they make no row wider.
        if typed != TypedCell::Empty {
            self.cells.resize(address.column as usize, TypedCell::Empty);
            self.cells.push(typed);
        }
        Ok(())
    }

    /// A stored number by what its format shows. Where the format says nothing, `told_date` is the library's finding: it knows the
    /// date formats that have a number but no code.
    fn number_cell(&mut self, value: f64, shown: Shown, told_date: bool) -> TypedCell {
        if !value.is_finite() {
            return self.error_cell(value);
        }
        match shown {
            Shown::Percent => TypedCell::Number {
                value,
                percent: true,
            },
            Shown::Padded(digits) => self.padded_cell(value, digits),
            Shown::Number => TypedCell::Number {
                value,
                percent: false,
            },
            Shown::Unsaid if !told_date => TypedCell::Number {
                value,
                percent: false,
            },
            Shown::Duration => self.error_cell(value),
            Shown::Date | Shown::Unsaid => match day_of_serial(value, self.epoch_1904) {
                Some(day) => {
                    self.manner.days_from_1904 += u64::from(self.epoch_1904);
                    TypedCell::Date(day)
                }
                None => self.error_cell(value),
            },
        }
    }

    /// The digits that a code's format shows: 123 as `00123`. What has no such digits stays a number.
    fn padded_cell(&mut self, value: f64, digits: u8) -> TypedCell {
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
    fn iso_day_cell(&mut self, text: &str) -> TypedCell {
        let day = text
            .trim()
            .get(..10)
            .and_then(|day| day.parse::<NaiveDate>().ok());
        day.map_or_else(|| self.error_cell(text), TypedCell::Date)
    }

    fn is_unsaved_formula(&self, address: CellAddress) -> bool {
        let formulas = self.manner.formulas.as_ref();
        formulas.is_some_and(|formulas| formulas.has_unsaved(address))
    }

    fn text_cell(&mut self, text: &str, font: Font) -> TypedCell {
        let text = text.trim();
        if text.is_empty() {
            return TypedCell::Empty;
        }
        if !self.manner.letters.are_decided() {
            self.manner.letters.sample(font, text);
        }
        let text = self.manner.letters.read(font, text);
        let (start, end) = self.append(text);
        TypedCell::Text { start, end }
    }

    fn error_cell(&mut self, literal: impl Display) -> TypedCell {
        let (start, end) = self.append(literal);
        TypedCell::Error { start, end }
    }

    /// Adds to the row's text, which stays far below 4 GiB: a row over [`HEAVIEST_ROW`] is refused before its next cell.
    fn append(&mut self, text: impl Display) -> (u32, u32) {
        let start = self.text.len();
        // Writing to a string cannot fail.
        let _ = write!(self.text, "{text}");
        let place = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        (place(start), place(self.text.len()))
    }
}

impl Rows for SheetRows<'_> {
    fn next_row(&mut self) -> Result<Option<Row<'_>>, Problem> {
        if let Some(problem) = &self.failed {
            return Err(problem.clone());
        }
        match guarded(|| self.assemble()) {
            Ok(Some(number)) => Ok(Some(Row {
                number,
                cells: Cells::Typed(&self.cells, &self.text),
            })),
            Ok(None) => Ok(None),
            Err(problem) => {
                self.failed = Some(problem.clone());
                Err(problem)
            }
        }
    }
}
