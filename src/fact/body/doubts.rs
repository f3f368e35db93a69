//! Cells that only their neighbours throw doubt on: numbers among codes that begin with 0, days that may be the wrong way round,
//! noughts for years.
//!
//! In: the cells of one column, as its rows are staged. Out: what is doubtful once all are known. Must not know: other columns.

use crate::fact::convert::{Value, is_day_first};
use crate::table::Cell;
use chrono::{Datelike, NaiveDate};

/// So many doubtful days are shown.
pub(in crate::fact) const MOST_SHOWN: usize = 20;

/// What was seen in a column.
#[derive(Clone, Debug, Default)]
pub(super) struct Doubts {
    /// Rows whose code is stored as a number.
    numbers: Vec<u32>,
    /// Digits of the longest code that begins with 0.
    pub(super) longest_after_zero: usize,
    /// How many codes got back the zeros they begin with.
    pub(super) padded: u64,
    /// How many cells say that there is no year, and the first of them.
    pub(super) no_years: u64,
    pub(super) rows_without_year: Vec<u32>,
    has_days: bool,
    has_texts: bool,
    /// How many days would also be days if day and month changed places, and the first of them.
    either_way: u64,
    shown: Vec<(u32, NaiveDate)>,
}

impl Doubts {
    /// Takes a cell and what it was read as.
    pub(super) fn see(&mut self, row: u32, cell: Cell<'_>, value: &Value<'_>) {
        match value {
            Value::Text(code) => self.see_code(row, cell, code),
            Value::Date(day) => self.see_day(row, cell, *day),
            Value::NoYear => self.see_no_year(row),
            Value::Empty
            | Value::Number(_)
            | Value::Bare(_)
            | Value::YesNo(_)
            | Value::Year(_)
            | Value::Term(_) => {}
        }
    }

    fn see_code(&mut self, row: u32, cell: Cell<'_>, code: &str) {
        let begins_with_zero = code.len() > 1 && code.starts_with('0');
        let is_number = matches!(cell, Cell::Number { .. });
        if is_number && begins_with_zero {
            self.padded += 1;
        } else if is_number {
            self.numbers.push(row);
        } else if begins_with_zero && code.bytes().all(|byte| byte.is_ascii_digit()) {
            self.longest_after_zero = self.longest_after_zero.max(code.len());
        }
    }

    /// Whether no row is changed by what is seen further down.
    pub(super) fn leave_rows_alone(&self) -> bool {
        self.numbers.is_empty()
    }

    /// Takes a code written as text.
    pub(super) fn see_plain_code(&mut self, code: &[u8]) {
        if code.len() > 1 && code.starts_with(b"0") && code.iter().all(u8::is_ascii_digit) {
            self.longest_after_zero = self.longest_after_zero.max(code.len());
        }
    }

    /// Takes a nought for a year.
    pub(super) fn see_no_year(&mut self, row: u32) {
        self.no_years += 1;
        if self.rows_without_year.len() < MOST_SHOWN {
            self.rows_without_year.push(row);
        }
    }

    /// Takes what was seen in rows whose numbers are counted from `above`.
    pub(super) fn append(&mut self, other: &Doubts, above: u32) {
        self.numbers
            .extend(other.numbers.iter().map(|row| above.saturating_add(*row)));
        self.longest_after_zero = self.longest_after_zero.max(other.longest_after_zero);
        self.padded += other.padded;
        self.no_years += other.no_years;
        let rows = other.rows_without_year.iter();
        self.rows_without_year
            .extend(rows.map(|row| above.saturating_add(*row)));
        self.rows_without_year.sort_unstable();
        self.rows_without_year.truncate(MOST_SHOWN);
        self.has_days |= other.has_days;
        self.has_texts |= other.has_texts;
        self.either_way += other.either_way;
        self.shown.extend(
            other
                .shown
                .iter()
                .map(|(row, day)| (above.saturating_add(*row), *day)),
        );
        self.shown.sort_unstable();
        self.shown.truncate(MOST_SHOWN);
    }

    fn see_day(&mut self, row: u32, cell: Cell<'_>, day: NaiveDate) {
        match cell {
            Cell::Date(_) => self.has_days = true,
            // With the year first there is nothing to mistake.
            Cell::Text(text) if is_day_first(text) => self.has_texts = true,
            Cell::Text(_) | Cell::Empty | Cell::Number { .. } | Cell::YesNo(_) | Cell::Error(_) => {
                return;
            }
        }
        if day.day() <= 12 && day.day() != day.month() {
            self.either_way += 1;
            if self.shown.len() < MOST_SHOWN {
                self.shown.push((row, day));
            }
        }
    }

    /// Rows of codes stored as numbers, if some code of the column begins with 0: those that are shorter may have lost theirs.
    pub(super) fn doubtful_numbers(&self) -> &[u32] {
        if self.longest_after_zero > 0 {
            &self.numbers
        } else {
            &[]
        }
    }

    /// Days that an English Excel may have turned: it makes a day of `1/2/2023` at once, with the month first, and leaves
    /// `31/12/2022` a text. So where both stand in one column, those that can be read both ways are doubtful.
    pub(super) fn turned_days(&self) -> (u64, &[(u32, NaiveDate)]) {
        if self.has_days && self.has_texts {
            (self.either_way, &self.shown)
        } else {
            (0, &[])
        }
    }
}
