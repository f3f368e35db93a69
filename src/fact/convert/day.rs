//! Cells of date and year columns.
//!
//! In: a cell. Out: a day or a year. Must not know: other cells of the column.

use super::{Converter, Value};
use crate::fact::header::caption::YEARS;
use crate::fact::problem::Problem;
use crate::number::Number;
use crate::table::Cell;
use crate::text::fold;
use chrono::{Datelike, Days, NaiveDate};

/// Why a text is no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum DayFault {
    /// It is not written like one.
    NoDay,
    /// It is, but no calendar has it.
    NoSuchDay,
    /// Its year has two digits.
    ShortYear,
    /// Its year lies far off.
    YearOutside,
}

impl Converter<'_> {
    /// A day: a cell with a date format, `31/12/2022` with day before month, or `2022-12-31`. Plain numbers are no dates.
    pub(super) fn date(&self, cell: Cell<'_>) -> Result<NaiveDate, Problem> {
        let found = match cell {
            Cell::Date(day) if YEARS.contains(&day.year()) => Ok(day),
            Cell::Date(_) => Err(DayFault::YearOutside),
            Cell::Text(text) => day_of(text),
            Cell::Number { .. } => match day_of_number(cell) {
                Some(day) => {
                    return Err(Problem::NumberInDate {
                        column: self.name(),
                        value: self.shown(cell),
                        day: self.shown(Cell::Date(day)),
                    });
                }
                None => Err(DayFault::NoDay),
            },
            Cell::Empty | Cell::YesNo(_) | Cell::Error(_) => Err(DayFault::NoDay),
        };
        found.map_err(|fault| {
            let (column, value) = (self.name(), self.shown(cell));
            match fault {
                DayFault::NoDay => Problem::NotADate { column, value },
                DayFault::NoSuchDay => Problem::NoSuchDay { column, value },
                DayFault::ShortYear => Problem::ShortYear { column, value },
                DayFault::YearOutside => Problem::YearOutside {
                    column,
                    value,
                    first: YEARS.start().to_string(),
                    last: YEARS.end().to_string(),
                },
            }
        })
    }

    /// A year: `2022`, or `Năm 2022`. A nought says that there is none.
    pub(super) fn year(&self, cell: Cell<'_>) -> Result<Value<'static>, Problem> {
        if is_nought(cell) {
            return Ok(Value::NoYear);
        }
        year_of(cell)
            .map(Value::Year)
            .ok_or_else(|| self.not_a_year(cell))
    }

    /// What is wrong with a cell that should hold a year.
    pub(in crate::fact) fn not_a_year(&self, cell: Cell<'_>) -> Problem {
        let (column, value) = (self.name(), self.shown(cell));
        match cell {
            // 2022 under a date format is shown as 14/07/1905.
            Cell::Date(_) => Problem::DayInNumber { column, value },
            Cell::Text(_) | Cell::Number { .. } | Cell::Empty | Cell::YesNo(_) | Cell::Error(_) => {
                Problem::NotAYear { column, value }
            }
        }
    }
}

fn is_nought(cell: Cell<'_>) -> bool {
    match cell {
        Cell::Number {
            value,
            percent: false,
        } => value == 0.0,
        Cell::Text(text) => text == "0",
        Cell::Number { percent: true, .. }
        | Cell::Empty
        | Cell::YesNo(_)
        | Cell::Date(_)
        | Cell::Error(_) => false,
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
            digits(text, 4..=4).or_else(|| digits(fold(text).strip_prefix("năm ")?, 4..=4))
        }
        Cell::Number { percent: true, .. }
        | Cell::Empty
        | Cell::YesNo(_)
        | Cell::Date(_)
        | Cell::Error(_) => None,
    };
    year.filter(|year| YEARS.contains(year))
}

/// The day that a whole number would be under a date format, to be shown only.
fn day_of_number(cell: Cell<'_>) -> Option<NaiveDate> {
    let Cell::Number {
        value,
        percent: false,
    } = cell
    else {
        return None;
    };
    let (number, _) = Number::from_float(value)?;
    let days = number.to_i64().and_then(|days| u64::try_from(days).ok())?;
    let day = NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(days))?;
    YEARS.contains(&day.year()).then_some(day)
}

/// A number of that many digits.
fn digits(text: &str, length: std::ops::RangeInclusive<usize>) -> Option<i32> {
    (length.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

/// The day of a text with day before month, or with the year first and dashes. A time of day behind it is left out.
fn day_of(text: &str) -> Result<NaiveDate, DayFault> {
    let text = without_time(text);
    let separator = text
        .chars()
        .find(|c| matches!(c, '/' | '-' | '.'))
        .ok_or(DayFault::NoDay)?;
    let parts: Vec<&str> = text.split(separator).map(str::trim).collect();
    let [first, month, last] = parts.as_slice() else {
        return Err(DayFault::NoDay);
    };
    let short = |part: &str| digits(part, 1..=2).ok_or(DayFault::NoDay);
    let (year, day) = match (digits(first, 4..=4), digits(last, 4..=4)) {
        (Some(year), None) if separator == '-' => (year, short(last)?),
        (None, Some(year)) => (year, short(first)?),
        (Some(_), _) => return Err(DayFault::NoDay),
        (None, None) => {
            // `26/02/03` may be of 1926, 2003 or 2026.
            let all_short = [first, month, last].iter().all(|part| short(part).is_ok());
            return Err(if all_short {
                DayFault::ShortYear
            } else {
                DayFault::NoDay
            });
        }
    };
    if !YEARS.contains(&year) {
        return Err(DayFault::YearOutside);
    }
    let month = short(month)?;
    let (month, day) = (u32::try_from(month), u32::try_from(day));
    month
        .ok()
        .zip(day.ok())
        .and_then(|(month, day)| NaiveDate::from_ymd_opt(year, month, day))
        .ok_or(DayFault::NoSuchDay)
}

/// Whether a text that is a day has its day first.
pub(in crate::fact) fn is_day_first(text: &str) -> bool {
    text.get(..4)
        .is_none_or(|start| digits(start, 4..=4).is_none())
}

/// `31/12/2022 00:00:00` and `2022-12-31T10:30` without their times.
fn without_time(text: &str) -> &str {
    let Some((day, time)) = text.split_once([' ', 'T']) else {
        return text;
    };
    let parts: Vec<&str> = time.split(':').collect();
    let is_time = matches!(parts.len(), 2 | 3)
        && parts
            .iter()
            .all(|part| digits(part.split('.').next().unwrap_or_default(), 1..=2).is_some());
    if is_time { day } else { text }
}
