//! The cells of an example: typed values as a rule's author writes them.
//!
//! In: a text of the rule file and the column's type. Out: a typed value, or none if the text does not fit.
//! Must not know: how office files write values.

use crate::fact::data::{Absence, Fact};
use crate::fact::schema::{ColumnSchema, ColumnType, Schema, YEARS};
use crate::number::Number;
use crate::rule::yaml::Amount;
use chrono::NaiveDate;

/// A cell of an example.
#[derive(Clone, Debug, PartialEq)]
pub enum ExampleCell {
    /// An empty cell.
    Empty,
    /// A number, a ratio, an amount.
    Number(Number),
    /// A text or code.
    Text(String),
    /// Yes or no.
    YesNo(bool),
    /// A day.
    Date(NaiveDate),
    /// A year.
    Year(i32),
    /// A term, by rank.
    Term(u16),
}

impl ExampleCell {
    /// Reads the text of a cell; none if it does not fit the column.
    pub fn read(schema: &Schema, column: &ColumnSchema, text: &str) -> Option<Self> {
        match &column.kind {
            ColumnType::Code { .. } | ColumnType::Text => Some(ExampleCell::Text(text.to_owned())),
            ColumnType::Number { .. } | ColumnType::Percent | ColumnType::Money { .. } => {
                Amount::read(text).map(|amount| ExampleCell::Number(amount.value))
            }
            ColumnType::YesNo => match text {
                "yes" | "true" => Some(ExampleCell::YesNo(true)),
                "no" | "false" => Some(ExampleCell::YesNo(false)),
                _ => None,
            },
            ColumnType::Date => NaiveDate::parse_from_str(text, "%Y-%m-%d")
                .ok()
                .map(ExampleCell::Date),
            ColumnType::Year => text
                .parse()
                .ok()
                .filter(|year| *year == 0 || YEARS.contains(year))
                .map(ExampleCell::Year),
            ColumnType::Level(vocabulary) | ColumnType::Choice(vocabulary) => schema
                .vocabulary_at(*vocabulary)
                .rank(text)
                .map(ExampleCell::Term),
        }
    }

    /// The cell as a fact.
    pub fn as_fact(&self) -> Fact<'_> {
        match self {
            ExampleCell::Empty => Fact::Missing(Absence::Empty),
            ExampleCell::Number(number) => Fact::Number(number.clone()),
            ExampleCell::Text(text) => Fact::Text(text),
            ExampleCell::YesNo(flag) => Fact::YesNo(*flag),
            ExampleCell::Date(day) => Fact::Date(*day),
            ExampleCell::Year(0) => Fact::Missing(Absence::NoYear),
            ExampleCell::Year(year) => Fact::Year(*year),
            ExampleCell::Term(rank) => Fact::Term(*rank),
        }
    }
}
