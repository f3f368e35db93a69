//! Cells of number, money and percent columns.
//!
//! In: a cell. Out: an exact number in the column's own unit. Must not know: other cells of the column.

use super::{Converter, Value};
use crate::fact::problem::Problem;
use crate::fact::schema::{ColumnSchema, ColumnType, Schema};
use crate::number::{Number, Reading, Separators};
use crate::table::Cell;

/// What a column of figures allows.
struct Limits<'a> {
    whole: bool,
    minimum: &'a Number,
    /// No unit: a pure number, which may be shown as a percentage.
    pure: bool,
}

impl<'a> Limits<'a> {
    /// None for columns that hold no numbers.
    fn of(column: &'a ColumnSchema) -> Option<Self> {
        const ZERO: &Number = &Number::ZERO;
        match &column.kind {
            ColumnType::Money { .. } => Some(Limits {
                whole: true,
                minimum: ZERO,
                pure: false,
            }),
            ColumnType::Number { unit, whole, min } => Some(Limits {
                whole: *whole,
                minimum: min,
                pure: unit.is_none(),
            }),
            ColumnType::Percent
            | ColumnType::Code { .. }
            | ColumnType::Text
            | ColumnType::YesNo
            | ColumnType::Date
            | ColumnType::Year
            | ColumnType::Level(_)
            | ColumnType::Choice(_) => None,
        }
    }
}

/// Whether figures are sums of money, with or without a column type of its own.
fn is_money(column: &ColumnSchema, schema: &Schema) -> bool {
    match &column.kind {
        ColumnType::Money { .. } => true,
        ColumnType::Number { unit, .. } => unit
            .and_then(|unit| schema.units.get_index(usize::from(unit.0)))
            .is_some_and(|(name, _)| name == "VND"),
        ColumnType::Percent
        | ColumnType::Code { .. }
        | ColumnType::Text
        | ColumnType::YesNo
        | ColumnType::Date
        | ColumnType::Year
        | ColumnType::Level(_)
        | ColumnType::Choice(_) => false,
    }
}

impl Converter<'_> {
    /// The number of a number or money column, scaled as its header says.
    pub(in crate::fact) fn number(&mut self, cell: Cell<'_>) -> Result<Number, Problem> {
        let Some(limits) = Limits::of(self.column) else {
            return Err(self.not_a_number(cell));
        };
        let number = match cell {
            Cell::Number { percent: true, .. } if !limits.pure => {
                return Err(self.percent_in_number(cell));
            }
            Cell::Number { value, .. } => self.stored(value, cell)?,
            Cell::Text(text) => match text.strip_suffix(['%', '％']) {
                Some(figure) => self.written_percent(figure, cell, &limits)?,
                None => self.written(text, cell, &limits)?,
            },
            Cell::Empty | Cell::YesNo(_) | Cell::Date(_) | Cell::Error(_) => {
                return Err(self.not_a_number(cell));
            }
        };
        let number = match &self.scale {
            Some(scale) => &number * scale,
            None => number,
        };
        if number < *limits.minimum {
            let (column, value) = (self.name(), self.shown(cell));
            return Err(if limits.minimum.is_zero() {
                Problem::Negative { column, value }
            } else {
                Problem::BelowMinimum {
                    column,
                    value,
                    minimum: limits.minimum.clone(),
                }
            });
        }
        if limits.whole && !number.is_whole() {
            return Err(Problem::Fraction {
                column: self.name(),
                value: self.shown(cell),
            });
        }
        Ok(number)
    }

    /// The ratio of a percent column, or a bare number that only its neighbours can tell the scale of.
    pub(super) fn percent<'c>(&mut self, cell: Cell<'c>) -> Result<Value<'c>, Problem> {
        let (number, is_bare) = match cell {
            Cell::Number { value, percent } => (self.stored(value, cell)?, !percent),
            Cell::Text(text) => {
                let figure = text.strip_suffix(['%', '％']);
                let number =
                    match Number::read(figure.unwrap_or(text).trim_end(), Separators::Decimals) {
                        Reading::One(number) => number,
                        // A percent column has no thousands; `Separators::Decimals` leaves one reading.
                        Reading::Unreadable | Reading::Two(..) => {
                            return Err(self.not_a_number(cell));
                        }
                    };
                match figure {
                    Some(_) => (hundredth(&number), false),
                    None => (number, true),
                }
            }
            Cell::Empty | Cell::YesNo(_) | Cell::Date(_) | Cell::Error(_) => {
                return Err(self.not_a_number(cell));
            }
        };
        if number.is_negative() {
            return Err(Problem::Negative {
                column: self.name(),
                value: self.shown(cell),
            });
        }
        if is_bare {
            return Ok(Value::Bare(number));
        }
        if number > Number::ONE {
            return Err(Problem::AbovePercent {
                column: self.name(),
                value: self.shown(cell),
            });
        }
        Ok(Value::Number(number))
    }

    /// A number as a workbook stores it.
    fn stored(&mut self, value: f64, cell: Cell<'_>) -> Result<Number, Problem> {
        let Some((number, cut)) = Number::from_float(value) else {
            return Err(self.not_a_number(cell));
        };
        self.cut += u64::from(cut);
        Ok(number)
    }

    /// A number as text.
    fn written(&self, text: &str, cell: Cell<'_>, limits: &Limits<'_>) -> Result<Number, Problem> {
        // Before a scale, in the header or in the cell, fractions are usual also in columns of whole numbers.
        let separators = if limits.whole && self.scale.is_none() {
            Separators::Thousands
        } else {
            Separators::Any
        };
        let plain = Number::read(text, separators);
        let reading = match &plain {
            Reading::Unreadable if is_money(self.column, self.schema) => {
                let amount = Number::read_amount(text, separators);
                if self.scale.is_some() && amount != Reading::Unreadable {
                    let (column, value, unit) =
                        (self.name(), self.shown(cell), self.unit_text.clone());
                    return Err(Problem::ScaledTwice {
                        column,
                        value,
                        unit,
                    });
                }
                amount
            }
            Reading::Unreadable | Reading::One(_) | Reading::Two(..) => plain,
        };
        match reading {
            Reading::One(number) => Ok(number),
            Reading::Two(thousands, decimal) => Err(Problem::TwoReadings {
                column: self.name(),
                value: self.shown(cell),
                thousands,
                decimal,
            }),
            Reading::Unreadable => Err(self.not_a_number(cell)),
        }
    }

    /// A percentage as text, which only a pure number can be.
    fn written_percent(
        &self,
        figure: &str,
        cell: Cell<'_>,
        limits: &Limits<'_>,
    ) -> Result<Number, Problem> {
        match Number::read(figure.trim_end(), Separators::Decimals) {
            Reading::One(number) if limits.pure => Ok(hundredth(&number)),
            Reading::One(_) => Err(self.percent_in_number(cell)),
            Reading::Unreadable | Reading::Two(..) => Err(self.not_a_number(cell)),
        }
    }

    fn percent_in_number(&self, cell: Cell<'_>) -> Problem {
        Problem::PercentInNumber {
            column: self.name(),
            value: self.shown(cell),
        }
    }

    fn not_a_number(&self, cell: Cell<'_>) -> Problem {
        let (column, value) = (self.name(), self.shown(cell));
        match cell {
            Cell::Date(_) => Problem::DayInNumber { column, value },
            Cell::Text(_) | Cell::Empty | Cell::Number { .. } | Cell::YesNo(_) | Cell::Error(_) => {
                Problem::NotANumber { column, value }
            }
        }
    }
}

/// `number` percent as a ratio.
pub(in crate::fact) fn hundredth(number: &Number) -> Number {
    &Number::from_scaled(1, 2) * number
}

/// A number with a percent format, as the spreadsheet shows it.
pub(super) fn percentage(cell: Cell<'_>) -> Option<String> {
    match cell {
        Cell::Number {
            value,
            percent: true,
        } => {
            let (ratio, _) = Number::from_float(value)?;
            let hundredfold = &ratio * &Number::from(100);
            Some(format!("{}%", hundredfold.to_exact()))
        }
        Cell::Number { percent: false, .. }
        | Cell::Text(_)
        | Cell::Empty
        | Cell::YesNo(_)
        | Cell::Date(_)
        | Cell::Error(_) => None,
    }
}
