//! From the text of a condition to a checked formula, with every problem at its place in the file.
//!
//! In: a scalar of the rule file. Out: a formula. Must not know: what the condition is for.

use crate::rule::Condition;
use crate::rule::check;
use crate::rule::expression::parse;
use crate::rule::expression::syntax::{Expression, TextSpan};
use crate::rule::formula::Formula;
use crate::rule::yaml::{Findings, Scalar, Span, Written};

pub(super) fn parsed(written: &Written<Scalar>, findings: &mut Findings<'_>) -> Option<Expression> {
    match parse(&written.value.text) {
        Ok(expression) => Some(expression),
        Err(found) => {
            for one in found {
                findings.add_diagnostic(one.problem.diagnostic(), span_of(written, one.span));
            }
            None
        }
    }
}

pub(super) fn reported(
    checked: Result<Formula, Vec<check::Found>>,
    written: &Written<Scalar>,
    findings: &mut Findings<'_>,
) -> Option<Formula> {
    match checked {
        Ok(formula) => Some(formula),
        Err(found) => {
            for one in found {
                findings.add(one.problem, span_of(written, one.span));
            }
            None
        }
    }
}

/// The piece of the file that a piece of the condition's text was written as.
pub(super) fn span_of(written: &Written<Scalar>, span: TextSpan) -> Span {
    written.value.span(span.start, span.end)
}

/// The checked condition over a table's rows.
pub(super) fn condition(
    written: &Written<Scalar>,
    check: impl FnOnce(&Expression) -> Result<Formula, Vec<check::Found>>,
    findings: &mut Findings<'_>,
) -> Option<Condition> {
    let expression = parsed(written, findings)?;
    let formula = reported(check(&expression), written, findings)?;
    Some(Condition {
        text: written.value.text.trim().to_owned(),
        formula,
    })
}
