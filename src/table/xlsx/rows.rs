//! The rows of a worksheet, put together from its stream of cells.
//!
//! In: cells with addresses and styles, and what the census counted. Out: rows of typed cells; the first problem ends them, and so does
//! a difference between what was counted and what came. Must not know: the workbook around it.
//!
//! As long as cells are written plainly they are read without the library; from the first other one on it reads them.

use super::super::assembly::{Assembly, CellStyle};
use super::super::encoding::Font;
use super::super::manner::Manner;
use super::super::memory::Bytes;
use super::super::number_format::{Shown, shown_by};
use super::super::sampled::AssembledRows;
use super::super::{MOST_COLUMNS, MOST_ROWS, Problem, Row, Rows, TypedCell};
use super::census::SheetCensus;
use super::plain::{NotPlain, PlainCell, PlainCells, PlainValue};
use super::texts::PlainTexts;
use super::{guarded, refusal};
use crate::place::CellAddress;
use calamine::{Cell, DataRef, Style, Xlsx, XlsxCellReader, XlsxError};
use std::io::Cursor;
use std::sync::Arc;

/// Rows being read.
pub(super) struct SheetRows<'a> {
    cells: Cells<'a>,
    census: &'a SheetCensus,
    texts: &'a PlainTexts,
    /// How many cells, and how many with a value, have come.
    came: (u64, u64),
    /// How many of them were errors that the reading library does not know.
    unknown_errors: usize,
    /// By style number.
    styles: &'a [SheetStyle],
    /// The first cell of the next row, met when this row was complete.
    ahead: Option<StyledCell<'a>>,
    last: Option<CellAddress>,
    ended: bool,
    row: Assembly<'a>,
    failed: Option<Problem>,
}

/// Where cells come from.
enum Cells<'a> {
    Plain(PlainCells<'a>, Option<Library<'a>>),
    Read(Box<XlsxCellReader<'a, Cursor<Bytes>>>),
    None,
}

/// The library, before it is asked for a sheet's cells.
pub(super) struct Library<'a> {
    pub(super) book: &'a mut Xlsx<Cursor<Bytes>>,
    pub(super) sheet: Arc<str>,
}

/// A style, and whether it tells days from numbers: the library also knows formats of days that have a number and no code.
#[derive(Clone, Copy, Debug)]
pub(super) struct SheetStyle {
    style: CellStyle,
    tells: bool,
}

struct StyledCell<'a> {
    address: CellAddress,
    value: Value<'a>,
    style: usize,
}

enum Value<'a> {
    Plain(PlainValue),
    Known(Cell<DataRef<'a>>),
    UnknownError(String),
}

impl<'a> Library<'a> {
    /// The workbook's styles, if the library comes as far as the cells of the sheet.
    pub(super) fn styles(&mut self) -> Result<Vec<SheetStyle>, Problem> {
        guarded(|| {
            let cells = self.book.worksheet_cells_reader(&self.sheet);
            cells
                .map_err(refusal)
                .map(|cells| sheet_styles(cells.styles()))
        })
    }

    /// The cells of the sheet.
    fn cells(self) -> Result<XlsxCellReader<'a, Cursor<Bytes>>, Problem> {
        self.book
            .worksheet_cells_reader(&self.sheet)
            .map_err(refusal)
    }
}

impl<'a> SheetRows<'a> {
    /// The rows of a sheet of which the cells that are written plainly are known, if its first ones are.
    pub(super) fn new(
        plain: Option<PlainCells<'a>>,
        library: Library<'a>,
        styles: &'a [SheetStyle],
        texts: &'a PlainTexts,
        census: &'a SheetCensus,
        manner: &'a mut Manner,
    ) -> Result<Self, Problem> {
        let epoch_1904 = library.book.has_1904_epoch();
        let cells = match plain {
            Some(plain) => Cells::Plain(plain, Some(library)),
            None => Cells::Read(Box::new(guarded(|| library.cells())?)),
        };
        Ok(SheetRows {
            cells,
            texts,
            census,
            came: (0, 0),
            unknown_errors: 0,
            styles,
            ahead: None,
            last: None,
            ended: false,
            row: Assembly::new(epoch_1904, manner),
            failed: None,
        })
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
        if let Cells::Plain(plain, _) = &mut self.cells {
            match plain.next() {
                Ok(Some(cell)) if self.is_known(&cell) => return self.plain(&cell).map(Some),
                Ok(None) => {
                    self.ended = true;
                    return self.compare().map(|()| None);
                }
                Ok(Some(_)) | Err(NotPlain) => self.ask_library()?,
            }
        }
        let Cells::Read(reader) = &mut self.cells else {
            return Ok(None);
        };
        match reader.next_cell_with_style_id() {
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

    /// Whether the library would make the same of a cell.
    fn is_known(&self, cell: &PlainCell) -> bool {
        match cell.value {
            PlainValue::Empty | PlainValue::YesNo(_) | PlainValue::Text(..) => true,
            PlainValue::Number(_) => cell.style.is_none_or(|style| {
                let style = self.styles.get(style as usize);
                style.is_some_and(|style| style.tells)
            }),
            PlainValue::Shared(index) => self.texts.get(index).is_some(),
        }
    }

    fn plain(&mut self, cell: &PlainCell) -> Result<StyledCell<'a>, Problem> {
        let address = self.checked_address(cell.place)?;
        let has_value = match cell.value {
            PlainValue::Empty => false,
            PlainValue::Number(_) | PlainValue::YesNo(_) | PlainValue::Shared(_) => true,
            PlainValue::Text(start, end) => !self.plain_text(start, end).trim_ascii().is_empty(),
        };
        self.count(has_value);
        Ok(StyledCell {
            address,
            value: Value::Plain(cell.value),
            style: cell.style.unwrap_or(0) as usize,
        })
    }

    fn plain_text(&self, start: u32, end: u32) -> &str {
        match &self.cells {
            Cells::Plain(plain, _) => plain.text(start, end),
            Cells::Read(_) | Cells::None => "",
        }
    }

    /// Has the library read what comes next, after the cells that have come.
    fn ask_library(&mut self) -> Result<(), Problem> {
        if let Cells::Plain(_, Some(library)) = std::mem::replace(&mut self.cells, Cells::None) {
            let mut cells = library.cells()?;
            for _ in 0..self.came.0 {
                cells.next_cell_with_style_id().map_err(refusal)?;
            }
            self.cells = Cells::Read(Box::new(cells));
        }
        Ok(())
    }

    fn count(&mut self, has_value: bool) {
        self.came.0 += 1;
        self.came.1 += u64::from(has_value);
    }

    /// What came must be what was counted.
    fn compare(&self) -> Result<(), Problem> {
        let (cells, values) = self.came;
        let (read, found) = match values == self.census.values {
            true => (cells, self.census.cells),
            false => (values, self.census.values),
        };
        if read == found {
            return Ok(());
        }
        Err(Problem::CellsLost { read, found })
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
        let style = self.styles.get(cell.style).map(|style| style.style);
        let CellStyle { shown, font } = style.unwrap_or_default();
        let row = &mut self.row;
        let typed = match &cell.value {
            Value::Plain(PlainValue::Empty) if self.census.has_unsaved_formula(address) => {
                row.error("")
            }
            Value::Plain(PlainValue::Empty) => TypedCell::Empty,
            Value::Plain(PlainValue::Number(value)) => row.number(*value, shown, false),
            Value::Plain(PlainValue::YesNo(flag)) => TypedCell::YesNo(*flag),
            Value::Plain(PlainValue::Shared(index)) => {
                row.text(self.texts.get(*index).unwrap_or_default(), font)
            }
            Value::Plain(PlainValue::Text(start, end)) => match &self.cells {
                Cells::Plain(plain, _) => row.text(plain.text(*start, *end), font),
                Cells::Read(_) | Cells::None => TypedCell::Empty,
            },
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

/// The styles of a workbook, by number.
fn sheet_styles(styles: &[Style]) -> Vec<SheetStyle> {
    styles.iter().map(sheet_style).collect()
}

fn sheet_style(style: &Style) -> SheetStyle {
    /// Numbers of formats, some of days, whose code the file leaves to the program.
    const OF_THE_PROGRAM: std::ops::RangeInclusive<u32> = 23..=58;
    let format = style.number_format.as_ref();
    let font = style.font.as_ref().and_then(|font| font.name.as_deref());
    let shown = format.map_or(Shown::Unsaid, |format| shown_by(&format.format_code));
    let number = format.and_then(|format| format.format_id);
    SheetStyle {
        tells: shown != Shown::Unsaid || number.is_some_and(|id| !OF_THE_PROGRAM.contains(&id)),
        style: CellStyle {
            shown,
            font: font.map(Font::named).unwrap_or_default(),
        },
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

impl<'a> AssembledRows<'a> for SheetRows<'a> {
    fn assembly(&mut self) -> &mut Assembly<'a> {
        &mut self.row
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
