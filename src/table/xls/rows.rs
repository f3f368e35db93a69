//! The rows of a sheet of an `.xls`.
//!
//! In: its cells, what holds for all sheets, how many cells were counted. Out: rows of typed cells; the first problem ends them, and so
//! does a difference between what was counted and what came. Must not know: the file around the stream.

use super::super::assembly::{Assembly, CellStyle};
use super::super::manner::Manner;
use super::super::sampled::AssembledRows;
use super::super::{MOST_COLUMNS, Problem, Row, Rows, TypedCell};
use super::cells::{CellPlace, CellPlaces, Value, value};
use super::globals::Globals;
use crate::place::CellAddress;
use std::vec::IntoIter;

/// Rows being read.
pub(super) struct SheetRows<'a> {
    stream: &'a [u8],
    globals: &'a Globals,
    places: Places<'a>,
    counted: u64,
    came: u64,
    ahead: Option<CellPlace>,
    last: Option<CellPlace>,
    row: Assembly<'a>,
    failed: Option<Problem>,
}

/// Cells in the order of rows.
enum Places<'a> {
    /// As they stand in the file.
    Streamed(CellPlaces<'a>),
    /// Some programs write them in another order.
    Sorted(IntoIter<CellPlace>),
}

impl<'a> SheetRows<'a> {
    pub(super) fn new(
        stream: &'a [u8],
        globals: &'a Globals,
        start: usize,
        counted: u64,
        manner: &'a mut Manner,
    ) -> Result<Self, Problem> {
        Ok(SheetRows {
            stream,
            globals,
            places: in_order(CellPlaces::new(stream, start))?,
            counted,
            came: 0,
            ahead: None,
            last: None,
            row: Assembly::new(globals.epoch_1904, manner),
            failed: None,
        })
    }

    fn assemble(&mut self) -> Result<Option<u32>, Problem> {
        self.row.begin();
        let mut row = None;
        while let Some(place) = self
            .ahead
            .take()
            .map_or_else(|| self.pull(), |place| Ok(Some(place)))?
        {
            if row.is_some_and(|row| row != place.row) && !self.row.is_empty() {
                self.ahead = Some(place);
                break;
            }
            row = Some(place.row);
            self.place(place)?;
        }
        self.row.finish()?;
        Ok(row
            .filter(|_| !self.row.is_empty())
            .map(|row| u32::from(row) + 1))
    }

    fn pull(&mut self) -> Result<Option<CellPlace>, Problem> {
        let place = match &mut self.places {
            Places::Streamed(places) => places.next()?,
            Places::Sorted(places) => places.next(),
        };
        let Some(place) = place else {
            return self.compare().map(|()| None);
        };
        self.came += 1;
        if u32::from(place.column) >= MOST_COLUMNS {
            return Err(Problem::CellOutside {
                row: u64::from(place.row) + 1,
                column: u64::from(place.column) + 1,
            });
        }
        let same = |last: CellPlace| (last.row, last.column) == (place.row, place.column);
        if self.last.is_some_and(same) {
            return Err(Problem::DuplicateCell {
                cell: address(place).to_string(),
            });
        }
        self.last = Some(place);
        Ok(Some(place))
    }

    /// What came must be what was counted.
    fn compare(&self) -> Result<(), Problem> {
        if self.came == self.counted {
            return Ok(());
        }
        Err(Problem::CellsLost {
            read: self.came,
            found: self.counted,
        })
    }

    fn place(&mut self, place: CellPlace) -> Result<(), Problem> {
        let (format, value) = value(self.stream, place, self.globals.letters)?;
        let style = self.globals.styles.get(usize::from(format)).copied();
        let CellStyle { shown, font } = style.unwrap_or_default();
        let row = &mut self.row;
        let typed = match value {
            Value::Number(number) => row.number(number, shown, false),
            Value::Text(text) => row.text(&text, font),
            Value::YesNo(flag) => TypedCell::YesNo(flag),
            Value::Error(literal) => row.error(literal),
            Value::Shared(index) => match self.globals.texts.get(self.stream, index) {
                Some(text) => row.text(&text, font),
                None => {
                    return Err(Problem::AbsentText {
                        cell: address(place).to_string(),
                    });
                }
            },
        };
        self.row
            .place(u32::from(place.row) + 1, place.column.into(), typed)
    }
}

fn address(place: CellPlace) -> CellAddress {
    CellAddress {
        row: u32::from(place.row) + 1,
        column: place.column.into(),
    }
}

fn in_order(places: CellPlaces<'_>) -> Result<Places<'_>, Problem> {
    let (mut look, mut last, mut sorted) = (places.clone(), None, true);
    while let Some(place) = look.next()? {
        let key = (place.row, place.column);
        sorted &= last.is_none_or(|last| last <= key);
        last = Some(key);
    }
    if sorted {
        return Ok(Places::Streamed(places));
    }
    let (mut all, mut places) = (Vec::new(), places);
    while let Some(place) = places.next()? {
        all.push(place);
    }
    all.sort_unstable();
    Ok(Places::Sorted(all.into_iter()))
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
        match self.assemble() {
            Ok(Some(number)) => Ok(Some(self.row.row(number))),
            Ok(None) => Ok(None),
            Err(problem) => {
                self.failed = Some(problem.clone());
                Err(problem)
            }
        }
    }
}
