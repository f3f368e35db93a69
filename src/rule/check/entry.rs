//! What the loading of a rule set asks of an expression, each in its scope: a condition, a number, a day, a range of years.
//!
//! In: an expression and where it stands. Out: a formula, or every problem found. Must not know: how anything is checked.

use super::{Checker, Found, Names};
use crate::fact::schema::TableId;
use crate::rule::Problem;
use crate::rule::expression::syntax::Expression;
use crate::rule::formula::{Formula, Type};

/// Where an expression stands: which rows its names are of, and which year is bound around it.
#[derive(Clone, Copy, Debug)]
pub struct Scope<'s> {
    /// The table whose columns bare names are; none where there is no row.
    pub table: Option<TableId>,
    /// The table of the outer row, which `own` means.
    pub own: Option<TableId>,
    /// The name of the bound year, and the values it takes.
    pub year: Option<(&'s str, &'s [i32])>,
}

impl Scope<'_> {
    /// The rows of a table.
    pub fn rows(table: TableId) -> Self {
        Scope {
            table: Some(table),
            own: None,
            year: None,
        }
    }
}

/// Checks a condition over a table's rows: it must come out true or false.
pub fn condition(
    names: &Names<'_>,
    table: TableId,
    expression: &Expression,
) -> Result<Formula, Vec<Found>> {
    expression_of(names, Scope::rows(table), Type::Boolean, expression)
}

/// Checks an expression that must be a single value of that type; any number will do for a number.
pub fn expression_of(
    names: &Names<'_>,
    scope: Scope<'_>,
    wanted: Type,
    expression: &Expression,
) -> Result<Formula, Vec<Found>> {
    let mut checker = Checker::new(names, scope);
    let formula = checker.check_as(expression, wanted);
    checker.finish(formula)
}

/// Checks that two numbers which no expression compares have one unit; problems point at the second.
pub fn compared(names: &Names<'_>, measure: &Formula, goal: &Formula) -> Result<(), Vec<Found>> {
    let scope = Scope {
        table: None,
        own: None,
        year: None,
    };
    let mut checker = Checker::new(names, scope);
    match checker.comparable(measure.clone(), goal.clone(), goal.span) {
        Some(_) => Ok(()),
        None => Err(checker.found),
    }
}

/// The years of a range that stands alone, in order; at least one.
pub fn years(
    names: &Names<'_>,
    from: &Expression,
    to: &Expression,
) -> Result<Vec<i32>, Vec<Found>> {
    let scope = Scope {
        table: None,
        own: None,
        year: None,
    };
    let mut checker = Checker::new(names, scope);
    match checker.fixed_years(from, to) {
        Some(years) if checker.found.is_empty() => Ok(years),
        Some(_) | None => Err(checker.found),
    }
}

/// Checks the formula of a derived column.
pub fn derived(
    names: &Names<'_>,
    table: TableId,
    series: bool,
    expression: &Expression,
) -> Result<Formula, Vec<Found>> {
    let mut checker = Checker::new(names, Scope::rows(table));
    let formula = checker.check(expression);
    if let Some(typed) = &formula {
        match (series, typed.series) {
            (true, false) => checker.report(Problem::DerivedNotSeries {}, expression.span),
            (false, true) => checker.report(
                Problem::SeriesNeedsYear {
                    text: expression.to_string(),
                },
                expression.span,
            ),
            (true, true) | (false, false) => {}
        }
    }
    checker.finish(formula.map(|t| t.formula))
}
