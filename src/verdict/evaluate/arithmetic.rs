//! Arithmetic over answers: numbers, bounds of numbers, years.
//!
//! In: two answers. Out: one. Must not know: formulas, facts.

use crate::number::Number;
use crate::rule::expression::syntax::Operator;
use crate::verdict::answer::{Answer, Reason, Value};

/// The result of an operator.
pub(super) fn arithmetic<'a>(
    operator: Operator,
    left: &Answer<'a>,
    right: &Answer<'a>,
) -> Answer<'a> {
    if let (Answer::Known(Value::Year(year)), Some(right)) = (left, right.value()) {
        return years(operator, *year, right);
    }
    match operator {
        Operator::Add => subtract(left, &subtract(&Answer::number(Number::ZERO), right)),
        Operator::Subtract => subtract(left, right),
        Operator::Multiply => multiply(left, right),
        Operator::Divide => match right.as_number() {
            Some(divisor) => match Number::ONE.divided_by(divisor) {
                Some(_) if left.as_number().is_some() => quotient(left, divisor),
                Some(inverse) => multiply(left, &Answer::number(inverse)),
                None => Answer::Missing(if left.is_open() {
                    left.reason()
                } else {
                    Reason::ZeroBaseline
                }),
            },
            None => Answer::Missing(if left.is_open() {
                left.reason()
            } else {
                right.reason()
            }),
        },
    }
}

fn quotient<'a>(left: &Answer<'a>, divisor: &Number) -> Answer<'a> {
    let number = left.as_number().and_then(|n| n.divided_by(divisor));
    number.map_or(Answer::Missing(Reason::ZeroBaseline), Answer::number)
}

fn years<'a>(operator: Operator, year: i32, right: &Value<'a>) -> Answer<'a> {
    let shifted = match (operator, right) {
        (Operator::Subtract, Value::Year(other)) => {
            return Answer::number(Number::from(year - other));
        }
        (Operator::Add, Value::Number(n)) => n
            .to_i64()
            .and_then(|n| i32::try_from(n).ok())
            .and_then(|n| year.checked_add(n)),
        (Operator::Subtract, Value::Number(n)) => n
            .to_i64()
            .and_then(|n| i32::try_from(n).ok())
            .and_then(|n| year.checked_sub(n)),
        (Operator::Add | Operator::Subtract | Operator::Multiply | Operator::Divide, _) => None,
    };
    shifted.map_or(Answer::Missing(Reason::NoRows), |year| {
        Answer::Known(Value::Year(year))
    })
}

pub(super) fn subtract<'a>(left: &Answer<'a>, right: &Answer<'a>) -> Answer<'a> {
    let (Some((left_low, left_high)), Some((right_low, right_high))) =
        (left.bounds(), right.bounds())
    else {
        return Answer::Missing(if left.is_open() {
            left.reason()
        } else {
            right.reason()
        });
    };
    let less = |a: Option<&Number>, b: Option<&Number>| a.zip(b).map(|(a, b)| a - b);
    if let (Some(a), Some(b)) = (left.as_number(), right.as_number()) {
        return Answer::number(a - b);
    }
    Answer::between(
        less(left_low, right_high),
        less(left_high, right_low),
        Reason::NoRows,
    )
}

/// Bounds are kept when the other side is settled; two unsettled sides are missing.
fn multiply<'a>(left: &Answer<'a>, right: &Answer<'a>) -> Answer<'a> {
    if let (Some(a), Some(b)) = (left.as_number(), right.as_number()) {
        return Answer::number(a * b);
    }
    let (open, factor) = match (left.as_number(), right.as_number()) {
        (None, Some(factor)) => (left, factor),
        (Some(factor), None) => (right, factor),
        (None, _) => return Answer::Missing(left.reason()),
        (Some(_), Some(_)) => return Answer::Missing(Reason::NoRows),
    };
    let Some((low, high)) = open.bounds() else {
        return Answer::Missing(open.reason());
    };
    let (low, high) = if factor.is_negative() {
        (high, low)
    } else {
        (low, high)
    };
    Answer::between(
        low.map(|n| n * factor),
        high.map(|n| n * factor),
        Reason::NoRows,
    )
}
