//! Cells of date and year columns.
//!
//! In: a cell. Out: a day or a year. Must not know: other cells of the column.

use super::Converter;
use crate::fact::header::caption::YEARS;
use crate::fact::problem::Problem;
use crate::number::Number;
use crate::table::Cell;
use crate::text::fold;
use chrono::{Datelike, NaiveDate};

impl Converter<'_> {
    /// A day: a cell with a date format, `31/12/2022` with day before month, or `2022-12-31`. Plain numbers are no dates.
    pub(super) fn date(&self, cell: Cell<'_>) -> Result<NaiveDate, Problem> {
        let day = match cell {
            Cell::Date(day) => Some(day),
            Cell::Text(text) => day_of(text),
            Cell::Empty | Cell::Number { .. } | Cell::YesNo(_) | Cell::Error(_) => None,
        };
        day.filter(|day| YEARS.contains(&day.year()))
            .ok_or_else(|| Problem::NotADate {
                column: self.name(),
                value: self.shown(cell),
            })
    }

    /// A year: `2022`, or `Năm 2022`.
    pub(super) fn year(&self, cell: Cell<'_>) -> Result<i32, Problem> {
        year_of(cell).ok_or_else(|| Problem::NotAYear {
            column: self.name(),
            value: self.shown(cell),
        })
    }
}

/// The year that a cell holds.
pub(in crate::fact) fn year_of(cell: Cell<'_>) -> Option<i32> {
    let year = match cell {
        Cell::Number {
            value,
            percent: false,
        } => Number::from_float(value)
            .and_then(|(number, _)| number.to_i64())
            .and_then(|year| i32::try_from(year).ok()),
        Cell::Text(text) => {
            four_digits(text).or_else(|| four_digits(fold(text).strip_prefix("năm ")?))
        }
        Cell::Number { percent: true, .. }
        | Cell::Empty
        | Cell::YesNo(_)
        | Cell::Date(_)
        | Cell::Error(_) => None,
    };
    year.filter(|year| YEARS.contains(year))
}

fn four_digits(text: &str) -> Option<i32> {
    (text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

fn day_of(text: &str) -> Option<NaiveDate> {
    let separator = text.chars().find(|c| matches!(c, '/' | '-' | '.'))?;
    let mut parts = text.split(separator).map(str::trim);
    let (first, month, last) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let short = |part: &str| {
        (matches!(part.len(), 1 | 2) && part.bytes().all(|b| b.is_ascii_digit()))
            .then(|| part.parse().ok())
            .flatten()
    };
    let (year, day) = match (four_digits(first), four_digits(last)) {
        (Some(year), None) if separator == '-' => (year, short(last)?),
        (None, Some(year)) => (year, short(first)?),
        (Some(_), _) | (None, None) => return None,
    };
    NaiveDate::from_ymd_opt(year, short(month)?, day)
}
