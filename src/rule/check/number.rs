//! Arithmetic: units and how results are shown.
//!
//! In: the two sides of an operator. Out: a formula with its unit, or a problem. Must not know: comparisons, ranges.

use super::{Checker, Typed, divides_by_zero, wider};
use crate::diagnostic::Argument;
use crate::rule::Problem;
use crate::rule::expression::syntax::{Expression, Operator, TextSpan};
use crate::rule::formula::{Formula, Measure, Show, Step, Type};

impl Checker<'_> {
    pub(super) fn negate(&mut self, inner: &Expression, span: TextSpan) -> Option<Typed> {
        let inner = self.check(inner)?;
        let Type::Number(..) = inner.formula.kind else {
            let problem = Problem::WrongType {
                expected: Argument::Label("type-number"),
                found: self.type_word(inner.formula.kind),
            };
            return self.fail(problem, span);
        };
        let kind = inner.formula.kind;
        Some(Typed {
            formula: Formula {
                step: Step::Negate(Box::new(inner.formula)),
                kind,
                span,
            },
            series: inner.series,
        })
    }

    /// Series are added and divided year by year; the result is a series again.
    pub(super) fn arithmetic(
        &mut self,
        operator: Operator,
        left: &Expression,
        right: &Expression,
        span: TextSpan,
    ) -> Option<Typed> {
        let (left, right) = (self.check(left), self.check(right));
        let (left, right) = (left?, right?);
        let series = left.series || right.series;
        let kind = match (left.formula.kind, right.formula.kind) {
            (Type::Year, Type::Number(Measure::Literal, _)) => {
                self.year_shift(operator, &right.formula, span)?
            }
            (Type::Year, Type::Year) if operator == Operator::Subtract => {
                Type::Number(Measure::Pure, Show::Plain)
            }
            (Type::Number(a, a_show), Type::Number(b, b_show)) => {
                let measure = self.measure(operator, a, b, span)?;
                Type::Number(measure, shown(operator, (a, a_show), (b, b_show)))
            }
            (a, b) => {
                let problem = Problem::NoArithmetic {
                    left: self.type_word(a),
                    right: self.type_word(b),
                };
                return self.fail(problem, span);
            }
        };
        if divides_by_zero(operator, &right.formula) {
            return self.fail(Problem::DivisionByZero {}, right.formula.span);
        }
        let step = Step::Arithmetic(operator, Box::new(left.formula), Box::new(right.formula));
        Some(Typed {
            formula: Formula { step, kind, span },
            series,
        })
    }

    /// A year moves by a whole literal.
    fn year_shift(&mut self, operator: Operator, shift: &Formula, span: TextSpan) -> Option<Type> {
        let whole = matches!(&shift.step, Step::Number(n) if n.to_i64().is_some_and(|n| (-1000..=1000).contains(&n)));
        match operator {
            Operator::Add | Operator::Subtract if whole => Some(Type::Year),
            Operator::Add | Operator::Subtract | Operator::Multiply | Operator::Divide => {
                self.fail(Problem::YearShift {}, span)
            }
        }
    }

    fn measure(
        &mut self,
        operator: Operator,
        a: Measure,
        b: Measure,
        span: TextSpan,
    ) -> Option<Measure> {
        match operator {
            Operator::Add | Operator::Subtract => self.same_unit(a, b, span),
            Operator::Multiply => match (a, b) {
                (Measure::Unit(_), Measure::Unit(_)) => self.no_product(a, b, span),
                (Measure::Unit(unit), Measure::Pure | Measure::Literal)
                | (Measure::Pure | Measure::Literal, Measure::Unit(unit)) => {
                    Some(Measure::Unit(unit))
                }
                (Measure::Literal, Measure::Literal) => Some(Measure::Literal),
                (Measure::Pure, _) | (_, Measure::Pure) => Some(Measure::Pure),
            },
            Operator::Divide => match (a, b) {
                (Measure::Unit(x), Measure::Unit(y)) if x == y => Some(Measure::Pure),
                (_, Measure::Unit(_)) => self.no_product(a, b, span),
                (Measure::Unit(unit), Measure::Pure | Measure::Literal) => {
                    Some(Measure::Unit(unit))
                }
                (Measure::Literal, Measure::Literal) => Some(Measure::Literal),
                (Measure::Pure, _) | (_, Measure::Pure) => Some(Measure::Pure),
            },
        }
    }

    fn no_product<T>(&mut self, a: Measure, b: Measure, span: TextSpan) -> Option<T> {
        let word = |checker: &Self, measure| checker.type_word(Type::Number(measure, Show::Plain));
        let problem = Problem::NoArithmetic {
            left: word(self, a),
            right: word(self, b),
        };
        self.fail(problem, span)
    }

    /// The common unit; a literal takes the other side's.
    pub(super) fn same_unit(&mut self, a: Measure, b: Measure, span: TextSpan) -> Option<Measure> {
        match (a, b) {
            (Measure::Literal, other) | (other, Measure::Literal) => Some(other),
            (Measure::Pure, Measure::Pure) => Some(Measure::Pure),
            (Measure::Unit(x), Measure::Unit(y)) if x == y => Some(a),
            (Measure::Pure | Measure::Unit(_), Measure::Pure | Measure::Unit(_)) => {
                let left = self.type_word(Type::Number(a, Show::Plain));
                let right = self.type_word(Type::Number(b, Show::Plain));
                self.fail(Problem::UnitsDiffer { left, right }, span)
            }
        }
    }
}

/// A share of a whole is a percentage, a difference of percentages is in points.
fn shown(operator: Operator, (a, a_show): (Measure, Show), (b, b_show): (Measure, Show)) -> Show {
    match operator {
        Operator::Subtract if a_show != Show::Plain && b_show != Show::Plain => Show::Points,
        Operator::Add | Operator::Subtract => wider(a_show, b_show),
        Operator::Divide => match (a, b) {
            (Measure::Unit(_), Measure::Unit(_)) => Show::Percent,
            (_, Measure::Literal) => a_show,
            // A rate a year is a rate still; a rate per rate is none.
            (Measure::Pure, Measure::Pure) if b_show == Show::Plain => a_show,
            (
                Measure::Literal | Measure::Pure | Measure::Unit(_),
                Measure::Pure | Measure::Unit(_),
            ) => Show::Plain,
        },
        Operator::Multiply => match (a, b) {
            (_, Measure::Literal) => a_show,
            (Measure::Literal, _) => b_show,
            (Measure::Pure | Measure::Unit(_), Measure::Pure | Measure::Unit(_)) => Show::Plain,
        },
    }
}
