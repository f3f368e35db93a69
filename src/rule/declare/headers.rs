//! Headers: each must mean one column of its table.
//!
//! In: columns as written. Out: problems. Must not know: what columns hold.

use crate::rule::Problem;
use crate::rule::declare::columns::is_series;
use crate::rule::file::WrittenColumn;
use crate::rule::yaml::{Findings, Named, Span};
use crate::text::fold;
use std::collections::HashMap;

/// A header must lead to one column. A column's own name is a header; a series has one with each year, too (`poor_2021`).
pub(super) fn check(columns: &Named<WrittenColumn>, findings: &mut Findings) {
    let mut bearers: HashMap<String, (&str, Span)> = columns
        .iter()
        .map(|(name, _)| (fold(&name.value), (name.value.as_str(), name.span)))
        .collect();
    let series: HashMap<String, (&str, Span)> = columns
        .iter()
        .filter(|(_, column)| is_series(column.by.as_ref()))
        .map(|(name, _)| (fold(&name.value), (name.value.as_str(), name.span)))
        .collect();
    for (name, column) in columns {
        for header in std::iter::once(name).chain(column.headers.iter().map(|header| &header.text))
        {
            let folded = fold(&header.value);
            let of_a_year = without_year(&folded).and_then(|name| series.get(name));
            let other = bearers
                .get(&folded)
                .into_iter()
                .chain(of_a_year)
                .find(|(other, _)| *other != name.value);
            if let Some((other, span)) = other {
                let (column, other) = (name.value.clone(), (*other).to_owned());
                findings.add_both(
                    Problem::HeaderTwice {
                        header: header.value.clone(),
                        column,
                        other,
                    },
                    header.span,
                    *span,
                );
            }
            bearers.entry(folded).or_insert((&name.value, header.span));
        }
    }
}

/// `poor` of `poor_2021`.
fn without_year(header: &str) -> Option<&str> {
    let (name, year) = header.rsplit_once('_')?;
    (year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit())).then_some(name)
}
