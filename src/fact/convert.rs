//! One cell → one typed value, by the type of its column.
//!
//! In: a cell and a column's declaration. Out: the value, or what is wrong with the cell. Must not know: where the cell stands.

mod day;
mod fault;
mod number;
mod word;

use crate::fact::data::{Absence, Fact};
use crate::fact::layout::Binding;
use crate::fact::problem::Problem;
use crate::fact::schema::{ColumnSchema, ColumnType, Schema};
use crate::number::Number;
use crate::table::Cell;
use crate::text::{fold, printable, shortened};
use chrono::NaiveDate;
use rustc_hash::{FxHashMap, FxHashSet};
use std::borrow::Cow;

use fault::CellFault;

pub(super) use day::{is_day_first, year_of};
pub(super) use number::hundredth;
pub(super) use word::{code_text, text_of};

/// What a cell says.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value<'a> {
    Empty,
    Number(Number),
    /// A number in a percent column that does not say whether it is a percent or a ratio.
    Bare(Number),
    Text(Cow<'a, str>),
    YesNo(bool),
    Date(NaiveDate),
    Year(i32),
    /// A nought where a year should stand.
    NoYear,
    Term(u16),
}

impl Value<'_> {
    /// As a column keeps it. A bare number is kept as it stands until its column is settled.
    pub(super) fn fact(&self) -> Fact<'_> {
        match self {
            Value::Empty => Fact::Missing(Absence::Empty),
            Value::Number(number) | Value::Bare(number) => Fact::Number(number.clone()),
            Value::Text(text) => Fact::Text(text),
            Value::YesNo(flag) => Fact::YesNo(*flag),
            Value::Date(day) => Fact::Date(*day),
            Value::Year(year) => Fact::Year(*year),
            Value::NoYear => Fact::Missing(Absence::NoYear),
            Value::Term(rank) => Fact::Term(*rank),
        }
    }
}

/// Reads the cells of one column of a sheet.
#[derive(Clone, Debug)]
pub(super) struct Converter<'s> {
    schema: &'s Schema,
    pub(super) column: &'s ColumnSchema,
    scale: Option<Number>,
    unit_text: String,
    empty: FxHashSet<String>,
    /// Terms by their spelling in this sheet, so that each spelling is folded once.
    terms: FxHashMap<String, u16>,
    /// Texts that are no terms, with the nearest one.
    unknown_terms: FxHashMap<String, Option<String>>,
    /// How many numbers had more digits than a spreadsheet shows.
    pub(super) cut: u64,
    /// Whether values may be repeated in messages.
    personal: bool,
}

/// How many spellings are kept; files have a handful.
const MOST_SPELLINGS: usize = 1_000;

impl<'s> Converter<'s> {
    pub(super) fn new(
        schema: &'s Schema,
        column: &'s ColumnSchema,
        binding: &Binding,
        personal: bool,
    ) -> Self {
        Converter {
            schema,
            column,
            scale: binding.scale.clone(),
            unit_text: binding.unit_text.clone(),
            empty: column.empty.iter().map(|text| fold(text)).collect(),
            terms: FxHashMap::default(),
            unknown_terms: FxHashMap::default(),
            cut: 0,
            personal,
        }
    }

    /// What the cell says.
    pub(super) fn convert<'c>(&mut self, cell: Cell<'c>) -> Result<Value<'c>, Problem> {
        if self.is_empty(cell) {
            return Ok(Value::Empty);
        }
        if let Some(fault) = CellFault::of(cell) {
            return Err(fault.problem(self.name(), self.shown(cell)));
        }
        match &self.column.kind {
            ColumnType::Number { .. } | ColumnType::Money { .. } => {
                self.number(cell).map(Value::Number)
            }
            ColumnType::Percent => self.percent(cell),
            ColumnType::Code { width, .. } => self.code(cell, *width).map(Value::Text),
            ColumnType::Text => Ok(Value::Text(text_of(cell))),
            ColumnType::YesNo => self.yes_no(cell).map(Value::YesNo),
            ColumnType::Date => self.date(cell).map(Value::Date),
            ColumnType::Year => self.year(cell),
            ColumnType::Level(vocabulary) | ColumnType::Choice(vocabulary) => {
                self.term(cell, *vocabulary).map(Value::Term)
            }
        }
    }

    /// Whether nothing stands there, or what the column declares to be nothing.
    pub(super) fn is_empty(&self, cell: Cell<'_>) -> bool {
        match cell {
            Cell::Empty => true,
            Cell::Text(text) => !self.empty.is_empty() && self.empty.contains(&fold(text)),
            Cell::Number { .. } | Cell::YesNo(_) | Cell::Date(_) | Cell::Error(_) => false,
        }
    }

    /// Whether the column has words of its own for "no value", and whether one of them might be taken for a figure.
    pub(super) fn empty_words(&self) -> (bool, bool) {
        let is_figure = |word: &String| word.bytes().any(|byte| byte.is_ascii_digit());
        (!self.empty.is_empty(), self.empty.iter().any(is_figure))
    }

    /// Whether its figures are in another unit than the column's own.
    pub(super) fn is_scaled(&self) -> bool {
        self.scale.is_some()
    }

    fn name(&self) -> String {
        self.column.usual_header()
    }

    /// The cell for a message; not what is said of a person.
    pub(super) fn shown(&self, cell: Cell<'_>) -> String {
        if self.personal {
            "…".to_owned()
        } else {
            match number::percentage(cell) {
                Some(shown) => shown,
                None => shown_text(&text_of(cell)),
            }
        }
    }
}

fn shown_text(text: &str) -> String {
    printable(&shortened(text, 60))
}

#[cfg(test)]
mod tests;
