//! Sheets of cells, and the files that office programs would make of them: one writer a format, of parts that a test may change.
//!
//! In: sheets. Out: bytes of a workbook (`xlsx`, `ods`, `xls`), or the parts that it is put together from: entries of a zip
//! ([`zipped`]), records of a stream ([`xls::Book`]), sectors around streams ([`compound`]).
#![allow(
    dead_code,
    clippy::expect_used,
    clippy::panic,
    reason = "each test uses its part, and stops at what it did not expect"
)]

pub(crate) mod compound;
pub(crate) mod encoded;
pub(crate) mod ods;
pub(crate) mod xls;
pub(crate) mod xls_95;
pub(crate) mod xlsx;
pub(crate) mod zipped;

use chrono::{Datelike, NaiveDate};

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Cell {
    Empty,
    Text(String),
    Number(f64),
    /// A number that its format shows as a percentage: 0.5 is `50%`.
    Percent(f64),
    YesNo(bool),
    Day(NaiveDate),
    /// `#N/A`, `#REF!`, `#DIV/0!` and the like, as Excel writes them.
    Error(&'static str),
}

impl Cell {
    pub(crate) fn text(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }
}

/// A sheet: rows of cells, and blocks of merged cells (first row, first column, last row, last column, all from 0).
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Sheet {
    pub(crate) name: String,
    pub(crate) rows: Vec<Vec<Cell>>,
    pub(crate) merges: Vec<(u32, u16, u32, u16)>,
    pub(crate) is_hidden: bool,
}

impl Sheet {
    pub(crate) fn new(name: &str, rows: Vec<Vec<Cell>>) -> Sheet {
        Sheet {
            name: name.to_owned(),
            rows,
            ..Sheet::default()
        }
    }

    /// Cells of the longest row.
    pub(crate) fn width(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or(0)
    }
}

/// The number that stands for a day in Excel's files, from 1 March 1900 on: Excel counts a 29 February 1900 that never was.
pub(crate) fn serial(day: NaiveDate) -> i32 {
    const BEFORE_THE_FIRST: i32 = 693_594;
    day.num_days_from_ce() - BEFORE_THE_FIRST
}
