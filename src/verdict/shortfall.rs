//! By how much a comparison failed: what a commune asks first.
//!
//! In: the trace of a condition that is not met. Out: the amount that was lacking, in the unit that people count.
//! Must not know: languages.

use crate::number::Number;
use crate::rule::expression::syntax::Comparison;
use crate::rule::formula::{Measure, Step, Type};
use crate::verdict::trace::Trace;

/// What was lacking (or too much) for a comparison to hold.
#[derive(Clone, Debug, PartialEq)]
pub enum Shortfall {
    /// That much more (or less) of the compared figure.
    Amount {
        /// How much; above 0.
        amount: Number,
        /// Its type, for the unit.
        kind: Type,
    },
    /// The figure stands exactly at a limit that must be passed.
    AtTheLimit,
}

/// The shortfall of a failed condition, if one comparison of numbers alone decided it.
pub(super) fn of(trace: &Trace<'_>) -> Option<Shortfall> {
    let failed = deciding(trace)?;
    let Step::Compare(comparison, left, _) = &failed.formula.step else {
        return None;
    };
    let [left_trace, right_trace] = failed.parts.as_slice() else {
        return None;
    };
    if let Some(lacking) = whole_reduction(*comparison, left_trace, right_trace) {
        return Some(lacking);
    }
    let (Type::Number(..), Some(a), Some(b)) = (
        left.kind,
        left_trace.answer.as_number(),
        right_trace.answer.as_number(),
    ) else {
        return None;
    };
    let amount = (a - b).abs();
    match comparison {
        Comparison::Equal | Comparison::NotEqual => None,
        Comparison::Less | Comparison::AtMost | Comparison::Greater | Comparison::AtLeast
            if amount.is_zero() =>
        {
            Some(Shortfall::AtTheLimit)
        }
        Comparison::Less | Comparison::AtMost | Comparison::Greater | Comparison::AtLeast => {
            let kind = if matches!(right_trace.formula.kind, Type::Number(Measure::Unit(_), _)) {
                right_trace.formula.kind
            } else {
                left.kind
            };
            Some(Shortfall::Amount { amount, kind })
        }
    }
}

/// The one comparison that failed: down through conjunctions with a single failed part.
fn deciding<'t, 'a>(trace: &'t Trace<'a>) -> Option<&'t Trace<'a>> {
    if let Step::Compare(..) = &trace.formula.step {
        return Some(trace);
    }
    if !matches!(&trace.formula.step, Step::And(_) | Step::Quantified { .. }) {
        return None;
    }
    let mut failed = trace
        .parts
        .iter()
        .filter(|part| part.answer.truth() == Some(false));
    let only = failed.next()?;
    if failed.next().is_some() {
        None
    } else {
        deciding(only)
    }
}

/// For `reduction(from, to) > share` of whole things: how many fewer would have done.
fn whole_reduction(
    comparison: Comparison,
    left: &Trace<'_>,
    right: &Trace<'_>,
) -> Option<Shortfall> {
    let Step::Call(function, arguments) = &left.formula.step else {
        return None;
    };
    let [from, to] = left.parts.as_slice() else {
        return None;
    };
    let (from, to, share) = (
        from.answer.as_number()?,
        to.answer.as_number()?,
        right.answer.as_number()?,
    );
    if function.name != "reduction" || !from.is_whole() || !to.is_whole() || from.is_negative() {
        return None;
    }
    let allowed = from * &(&Number::ONE - share);
    let most = match comparison {
        Comparison::Greater => &allowed.ceiling() - &Number::ONE,
        Comparison::AtLeast => allowed.floor(),
        Comparison::Equal | Comparison::NotEqual | Comparison::Less | Comparison::AtMost => {
            return None;
        }
    };
    if most.is_negative() {
        return None;
    }
    Some(Shortfall::Amount {
        amount: to - &most,
        kind: arguments.first()?.kind,
    })
}
