//! Comparisons of formulas, with what a column of years settles that says there is no year.
//!
//! In: two formulas and their answers. Out: one answer. Must not know: facts, how the answers were found.

use crate::fact::data::Absence;
use crate::rule::expression::syntax::Comparison;
use crate::rule::formula::Formula;
use crate::verdict::answer::{Answer, Reason, Value, compare};

/// A comparison of two formulas by their answers.
pub(super) fn compared<'a>(
    comparison: Comparison,
    (left, of_left): (&Formula, &Answer<'a>),
    (right, of_right): (&Formula, &Answer<'a>),
) -> Answer<'a> {
    let [on_left, on_right] = comparison.settles_no_year();
    let left = no_year(left, of_left).filter(|_| on_left);
    let right = no_year(right, of_right).filter(|_| on_right);
    compare(
        comparison,
        left.as_ref().unwrap_or(of_left),
        right.as_ref().unwrap_or(of_right),
    )
}

/// The nought of a column of years.
fn no_year<'a>(formula: &Formula, answer: &Answer<'a>) -> Option<Answer<'a>> {
    let is_none = *answer == Answer::Missing(Reason::Fact(Absence::NoYear));
    (is_none && formula.is_column_of_years()).then_some(Answer::Known(Value::Year(0)))
}
