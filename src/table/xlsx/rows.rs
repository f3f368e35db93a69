//! The rows of a worksheet, put together from its stream of cells.
//!
//! In: cells with addresses and styles, and what the census counted. Out: rows of typed cells; the first problem ends them, and so does
//! a difference between what was counted and what came. Must not know: the workbook around it.

use super::super::assembly::{Assembly, CellStyle};
use super::super::encoding::Font;
use super::super::manner::Manner;
use super::super::memory::Bytes;
use super::super::number_format::{Shown, shown_by};
use super::super::{MOST_COLUMNS, MOST_ROWS, Problem, Row, Rows, TypedCell};
use super::census::SheetCensus;
use super::{guarded, refusal};
use crate::place::CellAddress;
use calamine::{Cell, DataRef, Style, XlsxCellReader, XlsxError};
use std::io::Cursor;

/// Rows being read.
pub(super) struct SheetRows<'a> {
    reader: XlsxCellReader<'a, Cursor<Bytes>>,
    census: &'a SheetCensus,
    /// How many cells, and how many with a value, have come.
    came: (u64, u64),
    /// How many of them were errors that the reading library does not know.
    unknown_errors: usize,
    /// By style number.
    styles: Vec<CellStyle>,
    /// The first cell of the next row, met when this row was complete.
    ahead: Option<StyledCell<'a>>,
    last: Option<CellAddress>,
    ended: bool,
    row: Assembly<'a>,
    failed: Option<Problem>,
}

struct StyledCell<'a> {
    address: CellAddress,
    value: Value<'a>,
    style: usize,
}

enum Value<'a> {
    Known(Cell<DataRef<'a>>),
    UnknownError(String),
}

impl<'a> SheetRows<'a> {
    pub(super) fn new(
        reader: XlsxCellReader<'a, Cursor<Bytes>>,
        epoch_1904: bool,
        census: &'a SheetCensus,
        manner: &'a mut Manner,
    ) -> Self {
        let styles = reader.styles().iter().map(cell_style).collect();
        SheetRows {
            reader,
            census,
            came: (0, 0),
            unknown_errors: 0,
            styles,
            ahead: None,
            last: None,
            ended: false,
            row: Assembly::new(epoch_1904, manner),
            failed: None,
        }
    }

    /// Puts the next row together that holds anything and gives its number.
    fn assemble(&mut self) -> Result<Option<u32>, Problem> {
        self.row.begin();
        let mut row = None;
        while let Some(cell) = self
            .ahead
            .take()
            .map_or_else(|| self.pull(), |cell| Ok(Some(cell)))?
        {
            if row.is_some_and(|row| row != cell.address.row) && !self.row.is_empty() {
                self.ahead = Some(cell);
                break;
            }
            row = Some(cell.address.row);
            self.place(cell)?;
        }
        self.row.finish()?;
        Ok(row.filter(|_| !self.row.is_empty()))
    }

    /// The next cell of the stream, none at its end; asked again there, the library would report a cut-off file.
    fn pull(&mut self) -> Result<Option<StyledCell<'a>>, Problem> {
        if self.ended {
            return Ok(None);
        }
        match self.reader.next_cell_with_style_id() {
            Ok(Some((cell, style))) => {
                let address = self.checked_address(cell.get_position())?;
                self.count(has_value(cell.get_value()));
                let value = Value::Known(cell);
                Ok(Some(StyledCell {
                    address,
                    value,
                    style,
                }))
            }
            Ok(None) => {
                self.ended = true;
                self.compare().map(|()| None)
            }
            Err(XlsxError::CellError(literal)) => self.unknown_error(literal).map(Some),
            Err(error) => Err(refusal(error)),
        }
    }

    fn count(&mut self, has_value: bool) {
        self.came.0 += 1;
        self.came.1 += u64::from(has_value);
    }

    /// What came must be what was counted.
    fn compare(&self) -> Result<(), Problem> {
        let (cells, values) = self.came;
        if (cells, values) == (self.census.cells, self.census.values) {
            return Ok(());
        }
        Err(Problem::CellsLost {
            read: values,
            found: self.census.values,
        })
    }

    /// The library does not say where such a cell stands; the census does.
    fn unknown_error(&mut self, literal: String) -> Result<StyledCell<'a>, Problem> {
        let Some(place) = self.census.unknown_errors.get(self.unknown_errors) else {
            let from = self.last.map_or((1, 0), |last| (last.row, last.column + 1));
            let from = CellAddress {
                row: from.0,
                column: from.1,
            }
            .to_string();
            return Err(Problem::UnknownErrorCell { literal, from });
        };
        self.unknown_errors += 1;
        let address = self.checked_address((place.row.saturating_sub(1), place.column))?;
        self.count(true);
        Ok(StyledCell {
            address,
            value: Value::UnknownError(literal),
            style: 0,
        })
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

    fn place(&mut self, cell: StyledCell<'_>) -> Result<(), Problem> {
        let address = cell.address;
        let CellStyle { shown, font } = self.styles.get(cell.style).copied().unwrap_or_default();
        let row = &mut self.row;
        let typed = match &cell.value {
            Value::UnknownError(literal) => row.error(literal),
            Value::Known(cell) => match cell.get_value() {
                DataRef::Empty if self.census.has_unsaved_formula(address) => row.error(""),
                DataRef::Empty => TypedCell::Empty,
                DataRef::String(text) => row.text(text, font),
                DataRef::SharedString(text) => row.text(text, font),
                DataRef::Bool(flag) => TypedCell::YesNo(*flag),
                #[expect(
                    clippy::cast_precision_loss,
                    reason = "this format stores floats only; the variant is for others"
                )]
                DataRef::Int(whole) => row.number(*whole as f64, shown, false),
                DataRef::Float(value) => row.number(*value, shown, false),
                // The library knows the date formats that have a number but no code.
                DataRef::DateTime(time) => row.number(time.as_f64(), shown, true),
                DataRef::DateTimeIso(text) => row.iso_day(text),
                DataRef::DurationIso(text) => row.error(text),
                DataRef::Error(error) => row.error(error),
            },
        };
        self.row.place(address.row, address.column, typed)
    }
}

fn cell_style(style: &Style) -> CellStyle {
    let format = style.number_format.as_ref();
    let font = style.font.as_ref().and_then(|font| font.name.as_deref());
    CellStyle {
        shown: format.map_or(Shown::Unsaid, |format| shown_by(&format.format_code)),
        font: font.map(Font::named).unwrap_or_default(),
    }
}

/// Whether the census counts such a cell as one with a value.
fn has_value(value: &DataRef<'_>) -> bool {
    match value {
        DataRef::Empty => false,
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            !text.trim_ascii().is_empty()
        }
        DataRef::SharedString(_)
        | DataRef::Bool(_)
        | DataRef::Int(_)
        | DataRef::Float(_)
        | DataRef::DateTime(_)
        | DataRef::Error(_) => true,
    }
}

impl Rows for SheetRows<'_> {
    fn next_row(&mut self) -> Result<Option<Row<'_>>, Problem> {
        if let Some(problem) = &self.failed {
            return Err(problem.clone());
        }
        match guarded(|| self.assemble()) {
            Ok(Some(number)) => Ok(Some(self.row.row(number))),
            Ok(None) => Ok(None),
            Err(problem) => {
                self.failed = Some(problem.clone());
                Err(problem)
            }
        }
    }
}
