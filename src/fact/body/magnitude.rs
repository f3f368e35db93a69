//! Bare numbers in percent columns: 1,5 is 1,5 %, but is 0,5 a half percent or fifty?
//!
//! In: the bare numbers of one column of one sheet, and whether its header says percent. Out: ratios, or why there are none.
//! Must not know: other columns.

use crate::fact::convert::hundredth;
use crate::fact::data::{Absence, Column, Fact};
use crate::fact::layout::Binding;
use crate::fact::problem::Problem;
use crate::fact::schema::ColumnSchema;
use crate::number::Number;

/// What was found wrong, at a staged row.
pub(in crate::fact) struct Finding {
    pub(in crate::fact) row: u32,
    pub(in crate::fact) problem: Problem,
}

/// Settles the bare numbers at those staged rows, in place. They are percents if the header says so or one of them is 1 or more;
/// a nought is nought either way; the others stay unknown.
pub(in crate::fact) fn settle(
    column: &mut Column,
    rows: &[u32],
    binding: &Binding,
    declared: &ColumnSchema,
    personal: bool,
) -> Vec<Finding> {
    let number_at = |column: &Column, row: u32| match column.get(row) {
        Fact::Number(number) => Some(number),
        Fact::Text(_)
        | Fact::YesNo(_)
        | Fact::Date(_)
        | Fact::Year(_)
        | Fact::Term(_)
        | Fact::Missing(_) => None,
    };
    let are_percents = binding.percent
        || rows
            .iter()
            .any(|row| number_at(column, *row).is_some_and(|number| number >= Number::ONE));
    let mut findings = Vec::new();
    let mut doubtful: Vec<(u32, Number)> = Vec::new();
    for &row in rows {
        let Some(number) = number_at(column, row).filter(|number| !number.is_zero()) else {
            continue;
        };
        let ratio = hundredth(&number);
        if !are_percents {
            doubtful.push((row, number));
            column.set(row, &Fact::Missing(Absence::Unreadable));
        } else if ratio > Number::ONE {
            let value = if personal {
                "…".to_owned()
            } else {
                number.to_exact()
            };
            findings.push(Finding {
                row,
                problem: Problem::AbovePercent {
                    column: declared.usual_header(),
                    value,
                },
            });
            column.set(row, &Fact::Missing(Absence::Unreadable));
        } else {
            column.set(row, &Fact::Number(ratio));
        }
    }
    if let Some((row, value)) = doubtful.first().cloned() {
        let problem = Problem::PercentScale {
            column: declared.usual_header(),
            percent: value.clone(),
            other_percent: &value * &Number::from(100),
            value,
            cells: doubtful.len() as u64,
        };
        findings.push(Finding { row, problem });
    }
    findings
}
