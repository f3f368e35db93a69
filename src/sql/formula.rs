//! A checked formula as SQL over the row at hand, step by step as `verdict::evaluate` goes.
//!
//! In: a formula and where it is evaluated. Out: a condition, a figure or another value as SQL. Must not know: verdicts, the query
//! around it.

mod call;
mod fact;
mod range;

use super::figure::Figure;
use super::number::{Fraction, Sign, Whole};
use super::problem::Refusal;
use super::query::Query;
use super::truth::Truth;
use crate::fact::schema::{TableId, VocabularyId};
use crate::number::Number;
use crate::rule::expression::syntax::{Comparison, Operator};
use crate::rule::formula::{Formula, Step, Type};

/// A formula's value as SQL.
#[derive(Clone, Debug)]
pub(super) enum Value {
    /// True, false or NULL.
    Truth(Truth),
    /// A number.
    Figure(Figure),
    /// A text, a day, a year, a term: compared as it is.
    Plain(String),
}

/// Where a formula is evaluated.
#[derive(Clone, Debug)]
pub(super) struct Scene {
    /// The row at hand: its name in the query, and its table.
    pub(super) row: Row,
    /// The outer row, inside a condition over rows.
    pub(super) own: Option<Row>,
    /// Bound years, outermost first.
    pub(super) years: Vec<i32>,
    /// The year at which a series is read.
    pub(super) year: Option<i32>,
}

/// A row of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) alias: String,
    pub(super) table: TableId,
}

impl Scene {
    /// At a row, outside of everything.
    pub(super) fn at(alias: &str, table: TableId) -> Self {
        Scene {
            row: Row {
                alias: alias.to_owned(),
                table,
            },
            own: None,
            years: Vec::new(),
            year: None,
        }
    }
}

/// A piece that cannot be written, and why.
#[derive(Clone, Debug)]
pub(super) struct Refused {
    pub(super) text: String,
    pub(super) reason: Refusal,
}

type Written<T> = Result<T, Refused>;

/// Writes the formulas of one condition.
pub(super) struct Writer<'q, 'a> {
    pub(super) query: &'q mut Query<'a>,
    /// The text that spans count in.
    pub(super) text: &'a str,
}

impl<'a> Writer<'_, 'a> {
    fn refuse<T>(&self, formula: &Formula, reason: Refusal) -> Written<T> {
        let piece = self.text.get(formula.span.start..formula.span.end);
        Err(Refused {
            text: piece.unwrap_or(self.text).trim().to_owned(),
            reason,
        })
    }

    pub(super) fn truth(&mut self, formula: &'a Formula, scene: &Scene) -> Written<Truth> {
        Ok(match self.value(formula, scene)? {
            Value::Truth(truth) => truth,
            Value::Plain(sql) => Truth::closed(sql),
            // No formula that checks as a condition gives a figure.
            Value::Figure(_) => Truth::closed("NULL".to_owned()),
        })
    }

    fn figure(&mut self, formula: &'a Formula, scene: &Scene) -> Written<Figure> {
        Ok(match self.value(formula, scene)? {
            Value::Figure(figure) => figure,
            Value::Plain(sql) => {
                let sql = format!("CAST({sql} AS {})", self.query.dialect.whole);
                Figure::whole(Whole::closed(sql, Sign::Any))
            }
            Value::Truth(_) => {
                let sql = format!("CAST(NULL AS {})", self.query.dialect.whole);
                Figure::whole(Whole::closed(sql, Sign::Any))
            }
        })
    }

    fn value(&mut self, formula: &'a Formula, scene: &Scene) -> Written<Value> {
        Ok(match &formula.step {
            Step::Number(number) => Value::Figure(Figure::Settled(literal(number))),
            Step::Text(text) => Value::Plain(self.query.dialect.text(text)),
            Step::Boolean(flag) => Value::Truth(Truth::literal(*flag)),
            Step::Year(year) => Value::Plain(year.to_string()),
            Step::Date(day) => Value::Plain(format!("DATE '{day}'")),
            Step::Rank(rank) => Value::Plain(self.term(formula.kind, *rank)),
            Step::BoundYear(depth) => {
                let year = scene.years.get(*depth).map(i32::to_string);
                Value::Plain(year.unwrap_or_else(|| "NULL".to_owned()))
            }
            Step::Fact {
                owner,
                column,
                series,
                ..
            } => self.fact(*owner, *column, *series, scene),
            Step::Derived { owner, index } => return self.derived(*owner, *index, scene),
            Step::At { .. } => {
                let (series, inner) = self.in_its_year(formula, scene)?;
                return self.value(series, &inner);
            }
            Step::Negate(inner) => Value::Figure(self.figure(inner, scene)?.negated()),
            Step::Not(inner) => Value::Truth(self.truth(inner, scene)?.negated()),
            Step::Arithmetic(operator, left, right) => {
                return self.arithmetic(formula, *operator, (left, right), scene);
            }
            Step::And(parts) => Value::Truth(Truth::all(self.truths(parts, scene)?)),
            Step::Or(parts) => Value::Truth(Truth::any(self.truths(parts, scene)?)),
            Step::Compare(comparison, left, right) => {
                Value::Truth(self.comparison(left, *comparison, right, scene)?)
            }
            Step::Between(item, low, high) => Value::Truth(Truth::all(vec![
                self.comparison(item, Comparison::AtLeast, low, scene)?,
                self.comparison(item, Comparison::AtMost, high, scene)?,
            ])),
            Step::In {
                item,
                negated,
                list,
            } => {
                let one_of = self.one_of(item, list, scene)?;
                Value::Truth(if *negated { one_of.negated() } else { one_of })
            }
            Step::If(condition, yes, no) => return self.choose(condition, (yes, no), scene),
            Step::Quantified {
                quantifier,
                over,
                body,
            } => Value::Truth(self.quantified(formula, *quantifier, over, body, scene)?),
            Step::Call(function, arguments) => {
                return self.call(formula, function, arguments, scene);
            }
            Step::Known(inner) => Value::Truth(self.known(inner, scene)?),
            Step::Aggregate {
                aggregate,
                over,
                body,
            } => {
                Value::Figure(self.aggregate(formula, *aggregate, over, body.as_deref(), scene)?)
            }
        })
    }

    fn truths(&mut self, parts: &'a [Formula], scene: &Scene) -> Written<Vec<Truth>> {
        parts.iter().map(|part| self.truth(part, scene)).collect()
    }

    /// A scale compares by rank, choices by their codes.
    fn term(&self, kind: Type, rank: u16) -> String {
        match kind {
            Type::Term(id) if !self.is_ordered(id) => {
                let vocabulary = self.query.rules.schema.vocabulary_at(id);
                self.query.dialect.text(vocabulary.code(rank))
            }
            Type::Term(_)
            | Type::Boolean
            | Type::Number(..)
            | Type::Text
            | Type::Date
            | Type::Year => rank.to_string(),
        }
    }

    fn is_ordered(&self, id: VocabularyId) -> bool {
        self.query.rules.schema.vocabulary_at(id).ordered
    }

    fn compared(&self, left: &Value, comparison: Comparison, right: &Value) -> Truth {
        match (left, right) {
            (Value::Figure(left), Value::Figure(right)) => left.compared(comparison, right),
            (Value::Truth(left), Value::Truth(right)) => left.same(comparison, right),
            (Value::Truth(left), Value::Plain(right)) => {
                left.same(comparison, &Truth::closed(right.clone()))
            }
            (Value::Plain(left), Value::Truth(right)) => {
                Truth::closed(left.clone()).same(comparison, right)
            }
            (Value::Plain(left), Value::Plain(right)) => Truth::compared(left, comparison, right),
            // Both sides of a checked comparison are of one type.
            (Value::Figure(_), Value::Truth(_) | Value::Plain(_))
            | (Value::Truth(_) | Value::Plain(_), Value::Figure(_)) => {
                Truth::closed("NULL".to_owned())
            }
        }
    }

    fn comparison(
        &mut self,
        left: &'a Formula,
        comparison: Comparison,
        right: &'a Formula,
        scene: &Scene,
    ) -> Written<Truth> {
        let [on_left, on_right] = comparison.settles_no_year();
        let left = self.side(left, on_left, scene)?;
        let right = self.side(right, on_right, scene)?;
        Ok(self.compared(&left, comparison, &right))
    }

    /// A side of a comparison, which may be settled where that side has no year.
    fn side(
        &mut self,
        formula: &'a Formula,
        settles_no_year: bool,
        scene: &Scene,
    ) -> Written<Value> {
        if !settles_no_year || !formula.is_column_of_years() {
            return self.value(formula, scene);
        }
        let (fact, scene) = self.in_its_year(formula, scene)?;
        let Step::Fact {
            owner,
            column,
            series,
            ..
        } = &fact.step
        else {
            return self.value(formula, &scene);
        };
        let written = self.written(*owner, *column, *series, &scene);
        Ok(Value::Plain(written.unwrap_or_else(|| "NULL".to_owned())))
    }

    fn one_of(&mut self, item: &'a Formula, list: &'a [Formula], scene: &Scene) -> Written<Truth> {
        let item = self.side(item, true, scene)?;
        let literals: Vec<Value> = list
            .iter()
            .map(|literal| self.value(literal, scene))
            .collect::<Written<_>>()?;
        let plain: Option<Vec<&str>> = literals
            .iter()
            .map(|literal| match literal {
                Value::Plain(sql) => Some(sql.as_str()),
                Value::Truth(_) | Value::Figure(_) => None,
            })
            .collect();
        if let (Value::Plain(item), Some(plain)) = (&item, plain) {
            return Ok(Truth::comparison(format!(
                "{item} IN ({})",
                plain.join(", ")
            )));
        }
        let equal = literals
            .iter()
            .map(|literal| self.compared(&item, Comparison::Equal, literal));
        Ok(Truth::any(equal.collect()))
    }

    fn choose(
        &mut self,
        condition: &'a Formula,
        (yes, no): (&'a Formula, &'a Formula),
        scene: &Scene,
    ) -> Written<Value> {
        let condition = self.truth(condition, scene)?;
        let (yes, no) = (self.value(yes, scene)?, self.value(no, scene)?);
        let equal = self.compared(&yes, Comparison::Equal, &no);
        Ok(match (&yes, &no) {
            (Value::Figure(yes), Value::Figure(no)) => {
                let kind = self.query.dialect.whole;
                Value::Figure(Figure::chosen(&condition, yes, no, kind))
            }
            (Value::Plain(yes), Value::Plain(no)) => Value::Plain(condition.case(yes, no, &equal)),
            (Value::Truth(_) | Value::Plain(_) | Value::Figure(_), _) => {
                let sql = |value: &Value| match value {
                    Value::Truth(truth) => truth.sql.clone(),
                    Value::Plain(sql) => sql.clone(),
                    Value::Figure(_) => "NULL".to_owned(),
                };
                Value::Truth(Truth::closed(condition.case(&sql(&yes), &sql(&no), &equal)))
            }
        })
    }

    fn arithmetic(
        &mut self,
        formula: &'a Formula,
        operator: Operator,
        (left, right): (&'a Formula, &'a Formula),
        scene: &Scene,
    ) -> Written<Value> {
        if left.kind == Type::Year {
            return self.years(formula, (operator, left, right), scene);
        }
        let (left, right) = (self.figure(left, scene)?, self.figure(right, scene)?);
        let product = match operator {
            Operator::Add => Some(left.plus(&right)),
            Operator::Subtract => Some(left.minus(&right)),
            Operator::Multiply => left.times(&right),
            Operator::Divide => {
                let inverse = right.settled().inverse(self.query.dialect.whole);
                left.times(&Figure::Settled(inverse))
            }
        };
        match product {
            Some(figure) => Ok(Value::Figure(figure)),
            None => self.refuse(formula, Refusal::OpenProduct),
        }
    }

    fn years(
        &mut self,
        formula: &'a Formula,
        (operator, left, right): (Operator, &'a Formula, &'a Formula),
        scene: &Scene,
    ) -> Written<Value> {
        if let Some(year) = formula.year(&scene.years) {
            return Ok(Value::Plain(year.to_string()));
        }
        let year = self.plain(left, scene)?;
        let other = match self.value(right, scene)? {
            Value::Plain(other) => {
                let kind = self.query.dialect.whole;
                let difference = format!("(CAST({year} AS {kind}) - {other})");
                return Ok(Value::Figure(Figure::whole(Whole::closed(
                    difference,
                    Sign::Any,
                ))));
            }
            Value::Figure(Figure::Settled(shift)) => shift.top.tight(),
            Value::Figure(Figure::Bounded { .. }) | Value::Truth(_) => {
                return self.refuse(formula, Refusal::YearFromData);
            }
        };
        Ok(Value::Plain(format!(
            "({year} {} {other})",
            operator.sign()
        )))
    }

    fn plain(&mut self, formula: &'a Formula, scene: &Scene) -> Written<String> {
        Ok(match self.value(formula, scene)? {
            Value::Plain(sql) => sql,
            Value::Truth(_) | Value::Figure(_) => "NULL".to_owned(),
        })
    }
}

fn literal(number: &Number) -> Fraction {
    let (top, bottom) = number.numerator_and_denominator();
    Fraction {
        top: Whole::literal(top),
        bottom: Whole::literal(bottom),
    }
}
