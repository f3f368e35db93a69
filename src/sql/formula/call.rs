//! Functions of the rule language as SQL.
//!
//! In: a function and its arguments. Out: its value. Must not know: rows.

use super::{Scene, Value, Writer, Written};
use crate::rule::formula::{Formula, Step};
use crate::rule::functions::Function;
use crate::sql::figure::{Figure, extreme};
use crate::sql::number::{Fraction, Sign, Whole};
use crate::sql::problem::Refusal;

impl<'a> Writer<'_, 'a> {
    pub(super) fn call(
        &mut self,
        formula: &'a Formula,
        function: &Function,
        arguments: &'a [Formula],
        scene: &Scene,
    ) -> Written<Value> {
        match function.name {
            "date" => return self.day(arguments, scene),
            "year" | "days" => return self.of_days(function, arguments, scene),
            "starts_with" | "contains" => return self.refuse(formula, Refusal::FoldedText),
            _ => {}
        }
        let places = arguments.get(1).and_then(whole_literal).unwrap_or(0);
        let numbers: Vec<Fraction> = arguments
            .iter()
            .map(|argument| Ok(self.figure(argument, scene)?.settled()))
            .collect::<Written<_>>()?;
        let Some(first) = numbers.first() else {
            return self.refuse(formula, Refusal::TooLong);
        };
        let kind = self.query.dialect.whole;
        Ok(Value::Figure(Figure::Settled(match function.name {
            "reduction" => {
                let to = numbers.get(1).unwrap_or(first);
                first.minus(to).times(&first.inverse(kind))
            }
            "abs" => first.magnitude(),
            "min" => self.of_all("LEAST", &numbers),
            "max" => self.of_all("GREATEST", &numbers),
            "round" => first.rounded(places, kind),
            "truncate" => first.truncated(places),
            "floor" => first.floor(),
            "ceiling" => first.negated().floor().negated(),
            _ => return self.refuse(formula, Refusal::FoldedText),
        })))
    }

    /// The least or greatest, missing if any is.
    fn of_all(&self, function: &str, numbers: &[Fraction]) -> Fraction {
        let found = extreme(function, numbers, self.query.dialect.whole);
        let sql = format!(
            "CASE WHEN {} THEN NULL ELSE {} END",
            found.missing, found.value.sql
        );
        Fraction {
            top: Whole::closed(sql, found.value.sign),
            bottom: found.bottom,
        }
    }

    fn day(&mut self, arguments: &'a [Formula], scene: &Scene) -> Written<Value> {
        let [year, month, day] = arguments else {
            return Ok(Value::Plain("NULL".to_owned()));
        };
        let (month, day) = (whole_literal(month), whole_literal(day));
        let (month, day) = (month.unwrap_or(1), day.unwrap_or(1));
        Ok(Value::Plain(match year.year(&scene.years) {
            Some(year) => format!("DATE '{year:04}-{month:02}-{day:02}'"),
            None => {
                let year = self.plain(year, scene)?;
                let [taken, _] = self.query.dialect.years;
                let year = taken(&year);
                format!("make_date({year}, {month}, {day})")
            }
        }))
    }

    fn of_days(
        &mut self,
        function: &Function,
        arguments: &'a [Formula],
        scene: &Scene,
    ) -> Written<Value> {
        let days: Vec<String> = arguments
            .iter()
            .map(|argument| self.plain(argument, scene))
            .collect::<Written<_>>()?;
        Ok(match (function.name, days.as_slice()) {
            ("days", [from, to]) => {
                let days = (self.query.dialect.days)(from, to);
                let sql = format!("CAST({days} AS {})", self.query.dialect.whole);
                Value::Figure(Figure::whole(Whole::closed(sql, Sign::Any)))
            }
            (_, days) => {
                let day = days.first().map_or("NULL", String::as_str);
                let [_, given] = self.query.dialect.years;
                let year = given(&format!("EXTRACT(YEAR FROM {day})"));
                Value::Plain(format!("CAST({year} AS INTEGER)"))
            }
        })
    }
}

fn whole_literal(formula: &Formula) -> Option<u32> {
    let Step::Number(number) = &formula.step else {
        return None;
    };
    number
        .to_i64()
        .and_then(|number| u32::try_from(number).ok())
}
