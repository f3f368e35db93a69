//! Comparisons of formulas, with what a column of years settles that says there is no year.
//!
//! In: two formulas and their answers. Out: one answer. Must not know: facts, how the answers were found.

use super::Evaluator;
use crate::fact::data::Absence;
use crate::rule::expression::syntax::Comparison;
use crate::rule::formula::Formula;
use crate::verdict::answer::{Answer, Reason, Value, compare};

impl<'a> Evaluator<'a, '_> {
    /// The same, for data checks and deadlines.
    pub(in crate::verdict) fn leaving_noughts_open(self) -> Self {
        Evaluator {
            leaves_noughts_open: true,
            ..self
        }
    }

    /// A comparison of two formulas by their answers.
    pub(super) fn compared(
        self,
        comparison: Comparison,
        (left, of_left): (&Formula, &Answer<'a>),
        (right, of_right): (&Formula, &Answer<'a>),
    ) -> Answer<'a> {
        let [on_left, on_right] = comparison.settles_no_year();
        let left = self.no_year(left, of_left).filter(|_| on_left);
        let right = self.no_year(right, of_right).filter(|_| on_right);
        compare(
            comparison,
            left.as_ref().unwrap_or(of_left),
            right.as_ref().unwrap_or(of_right),
        )
    }

    /// The nought of a column of years.
    fn no_year(self, formula: &Formula, answer: &Answer<'a>) -> Option<Answer<'a>> {
        let is_none = *answer == Answer::Missing(Reason::Fact(Absence::NoYear));
        let settles = !self.leaves_noughts_open && formula.is_column_of_years();
        (is_none && settles).then_some(Answer::Known(Value::Year(0)))
    }
}
