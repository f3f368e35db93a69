//! Beside the way of the data: rules → SQL that gives the same verdicts where an engine holds the same columns.
//!
//! In: a checked rule set, and which of its tables and which engine are wanted. Out: one query a table with a verdict per rule and
//! subject, or every criterion that SQL could not judge alike. Must not know: files, data.
//!
//! Figures are whole numbers over whole denominators ([`number`]), so a comparison is one of products; what is missing is NULL, and
//! SQL's own logic is that of the rules ([`truth`]).

mod dialect;
mod facts;
mod figure;
mod formula;
mod number;
mod problem;
mod query;
mod rows;
mod statement;
mod truth;

pub use dialect::{DIALECTS, Dialect};
pub use problem::Problem;

use crate::diagnostic::Diagnostic;
use crate::fact::schema::TableId;
use crate::locale::Locale;
use crate::rule::RuleSet;

/// The queries of those tables, or of all that have row criteria if none is named; comments are in that language.
///
/// # Errors
/// Every criterion that has no SQL, each at its place; or that there is no criterion. A query that leaves some out is never given.
pub fn queries(
    rules: &RuleSet,
    tables: &[TableId],
    dialect: &'static Dialect,
    locale: &Locale,
) -> Result<String, Vec<Diagnostic>> {
    let wanted: Vec<_> = rules
        .criteria
        .iter()
        .filter(|criteria| tables.is_empty() || tables.contains(&criteria.table))
        .collect();
    let has_criteria = |table: &TableId| wanted.iter().any(|criteria| criteria.table == *table);
    let without: Vec<&TableId> = tables.iter().filter(|table| !has_criteria(table)).collect();
    if wanted.is_empty() || !without.is_empty() {
        return Err(vec![no_criteria(rules, &without).diagnostic()]);
    }
    let (mut texts, mut refused) = (Vec::new(), Vec::new());
    for criteria in wanted {
        match statement::statement(rules, criteria, dialect, locale) {
            Ok(text) => texts.push(text),
            Err(findings) => refused.extend(findings),
        }
    }
    if refused.is_empty() {
        Ok(statement::script(rules, dialect, locale, &texts))
    } else {
        Err(refused)
    }
}

fn no_criteria(rules: &RuleSet, without: &[&TableId]) -> Problem {
    let name = |table: &TableId| rules.schema.table_at(*table).name.clone();
    let names: Vec<String> = without.iter().map(|table| name(table)).collect();
    Problem::NoCriteria {
        tables: if names.is_empty() {
            rules.id.clone()
        } else {
            names.join(", ")
        },
        known: rules
            .criteria
            .iter()
            .map(|criteria| name(&criteria.table))
            .collect(),
    }
}
