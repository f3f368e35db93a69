//! What evaluating a formula gives: a value, bounds, or why there is neither; and strong Kleene logic over it.
//!
//! In: values and reasons. Out: the same, combined. Must not know: formulas, facts.

use crate::fact::data::Absence;
use crate::number::Number;
use crate::rule::expression::syntax::Comparison;
use chrono::NaiveDate;
use std::borrow::Cow;
use std::cmp::Ordering;

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// A number.
    Number(Number),
    /// A text or a code.
    Text(Cow<'a, str>),
    /// True or false.
    Boolean(bool),
    /// A day.
    Date(NaiveDate),
    /// A year.
    Year(i32),
    /// A term, by its rank.
    Term(u16),
}

/// Why there is no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// A fact has none.
    Fact(Absence),
    /// A code points to no row, or is itself missing.
    Dangling,
    /// There is no row to look at, or the table is not in the data.
    NoRows,
    /// A divisor is 0.
    ZeroBaseline,
}

impl Reason {
    /// The word of the JSON report.
    pub fn word(self) -> &'static str {
        match self {
            Reason::Fact(Absence::Empty) => "empty",
            Reason::Fact(Absence::Unreadable) => "unreadable",
            Reason::Fact(Absence::Conflict) => "conflict",
            Reason::Fact(Absence::NoColumn) => "no_column",
            Reason::Fact(Absence::NoRow) => "no_row",
            Reason::Fact(Absence::NoYear) => "no_year",
            Reason::Dangling => "dangling",
            Reason::NoRows => "no_rows",
            Reason::ZeroBaseline => "zero_baseline",
        }
    }
}

/// What evaluating a formula gives.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer<'a> {
    /// A value.
    Known(Value<'a>),
    /// A number that is not settled, but lies between these; none is without bound.
    Bounded(Option<Number>, Option<Number>),
    /// No value.
    Missing(Reason),
}

impl<'a> Answer<'a> {
    /// True or false.
    pub fn boolean(flag: bool) -> Self {
        Answer::Known(Value::Boolean(flag))
    }

    /// A number.
    pub fn number(number: Number) -> Self {
        Answer::Known(Value::Number(number))
    }

    /// True, false or undecided.
    pub fn truth(&self) -> Option<bool> {
        match self {
            Answer::Known(Value::Boolean(flag)) => Some(*flag),
            Answer::Known(
                Value::Number(_)
                | Value::Text(_)
                | Value::Date(_)
                | Value::Year(_)
                | Value::Term(_),
            ) => None,
            Answer::Bounded(..) | Answer::Missing(_) => None,
        }
    }

    /// The value, if there is one.
    pub fn value(&self) -> Option<&Value<'a>> {
        match self {
            Answer::Known(value) => Some(value),
            Answer::Bounded(..) | Answer::Missing(_) => None,
        }
    }

    /// The number, if it is a settled one.
    pub fn as_number(&self) -> Option<&Number> {
        match self.value()? {
            Value::Number(number) => Some(number),
            Value::Text(_)
            | Value::Boolean(_)
            | Value::Date(_)
            | Value::Year(_)
            | Value::Term(_) => None,
        }
    }

    /// Whether this is neither a value nor decided otherwise.
    pub fn is_open(&self) -> bool {
        self.value().is_none()
    }

    /// The same answer, borrowing nothing.
    pub fn into_owned(self) -> Answer<'static> {
        match self {
            Answer::Known(Value::Number(n)) => Answer::Known(Value::Number(n)),
            Answer::Known(Value::Text(t)) => Answer::Known(Value::Text(Cow::Owned(t.into_owned()))),
            Answer::Known(Value::Boolean(b)) => Answer::Known(Value::Boolean(b)),
            Answer::Known(Value::Date(d)) => Answer::Known(Value::Date(d)),
            Answer::Known(Value::Year(y)) => Answer::Known(Value::Year(y)),
            Answer::Known(Value::Term(r)) => Answer::Known(Value::Term(r)),
            Answer::Bounded(low, high) => Answer::Bounded(low, high),
            Answer::Missing(reason) => Answer::Missing(reason),
        }
    }

    /// The least and the greatest number this can be; none for what is no number.
    pub fn bounds(&self) -> Option<(Option<&Number>, Option<&Number>)> {
        match self {
            Answer::Known(Value::Number(number)) => Some((Some(number), Some(number))),
            Answer::Bounded(low, high) => Some((low.as_ref(), high.as_ref())),
            Answer::Known(
                Value::Text(_)
                | Value::Boolean(_)
                | Value::Date(_)
                | Value::Year(_)
                | Value::Term(_),
            ) => None,
            Answer::Missing(_) => None,
        }
    }

    /// A number between two bounds: settled if they meet, missing if there is none on either side.
    pub fn between(low: Option<Number>, high: Option<Number>, otherwise: Reason) -> Self {
        match (low, high) {
            (Some(low), Some(high)) if low == high => Answer::number(low),
            (None, None) => Answer::Missing(otherwise),
            (low, high) => Answer::Bounded(low, high),
        }
    }

    /// The reason to hand on when this is not settled.
    pub fn reason(&self) -> Reason {
        match self {
            Answer::Missing(reason) => *reason,
            Answer::Known(_) | Answer::Bounded(..) => Reason::NoRows,
        }
    }
}

/// `and` over several: false if any is, else open if any is, else true.
#[derive(Debug, Default)]
pub(super) struct Conjunction {
    open: Option<Reason>,
    failed: bool,
}

impl Conjunction {
    /// Adds an operand; the result says whether the outcome is already settled.
    pub(super) fn add(&mut self, answer: &Answer<'_>) -> bool {
        match answer.truth() {
            Some(false) => self.failed = true,
            Some(true) => {}
            None => self.open = self.open.or(Some(answer.reason())),
        }
        self.failed
    }

    /// The outcome.
    pub(super) fn answer<'a>(self) -> Answer<'a> {
        match (self.failed, self.open) {
            (true, _) => Answer::boolean(false),
            (false, Some(reason)) => Answer::Missing(reason),
            (false, None) => Answer::boolean(true),
        }
    }
}

/// `not`: an open answer stays open.
pub(super) fn negation<'a>(answer: Answer<'a>) -> Answer<'a> {
    match answer.truth() {
        Some(flag) => Answer::boolean(!flag),
        None => answer,
    }
}

/// Whether a comparison holds for that order of its sides.
pub(super) fn holds(comparison: Comparison, order: Ordering) -> bool {
    match comparison {
        Comparison::Equal => order == Ordering::Equal,
        Comparison::NotEqual => order != Ordering::Equal,
        Comparison::Less => order == Ordering::Less,
        Comparison::AtMost => order != Ordering::Greater,
        Comparison::Greater => order == Ordering::Greater,
        Comparison::AtLeast => order != Ordering::Less,
    }
}

/// A comparison; over bounds it is decided only if it comes out the same all over them.
pub(super) fn compare<'a>(
    comparison: Comparison,
    left: &Answer<'a>,
    right: &Answer<'a>,
) -> Answer<'a> {
    if let (Some(left), Some(right)) = (left.value(), right.value()) {
        return match order(left, right) {
            Some(order) => Answer::boolean(holds(comparison, order)),
            None => Answer::Missing(Reason::NoRows),
        };
    }
    let (Some((left_low, left_high)), Some((right_low, right_high))) =
        (left.bounds(), right.bounds())
    else {
        return Answer::Missing(if left.is_open() {
            left.reason()
        } else {
            right.reason()
        });
    };
    // The greatest left against the least right, and the other way round.
    let always_less = matches!((left_high, right_low), (Some(l), Some(r)) if l < r);
    let never_greater = matches!((left_high, right_low), (Some(l), Some(r)) if l <= r);
    let always_greater = matches!((left_low, right_high), (Some(l), Some(r)) if l > r);
    let never_less = matches!((left_low, right_high), (Some(l), Some(r)) if l >= r);
    let decided = match comparison {
        Comparison::Less => decided(always_less, never_less),
        Comparison::AtMost => decided(never_greater, always_greater),
        Comparison::Greater => decided(always_greater, never_greater),
        Comparison::AtLeast => decided(never_less, always_less),
        Comparison::Equal => decided(false, always_less || always_greater),
        Comparison::NotEqual => decided(always_less || always_greater, false),
    };
    decided.map_or(
        Answer::Missing(if left.is_open() {
            left.reason()
        } else {
            right.reason()
        }),
        Answer::boolean,
    )
}

fn decided(surely: bool, surely_not: bool) -> Option<bool> {
    match (surely, surely_not) {
        (true, _) => Some(true),
        (false, true) => Some(false),
        (false, false) => None,
    }
}

/// How two values of one type are ordered.
pub(super) fn order(left: &Value<'_>, right: &Value<'_>) -> Option<Ordering> {
    match (left, right) {
        (Value::Number(a), Value::Number(b)) => Some(a.cmp(b)),
        (Value::Text(a), Value::Text(b)) => Some(a.cmp(b)),
        (Value::Boolean(a), Value::Boolean(b)) => Some(a.cmp(b)),
        (Value::Date(a), Value::Date(b)) => Some(a.cmp(b)),
        (Value::Year(a), Value::Year(b)) => Some(a.cmp(b)),
        (Value::Term(a), Value::Term(b)) => Some(a.cmp(b)),
        (
            Value::Number(_)
            | Value::Text(_)
            | Value::Boolean(_)
            | Value::Date(_)
            | Value::Year(_)
            | Value::Term(_),
            _,
        ) => None,
    }
}
