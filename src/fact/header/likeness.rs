//! Whether a row within a table looks as if another table began there.
//!
//! In: a row. Out: how many accepted headers stand in it. Must not know: the rows around it.

use crate::fact::convert::{text_of, year_of};
use crate::fact::header::caption::Caption;
use crate::fact::header::index::HeaderIndex;
use crate::table::{Cell, Row};

/// How many cells of a row are accepted headers or years; none for a row that has a figure in it, or nothing at all.
pub(in crate::fact) fn headers_in(row: Row<'_>, index: &HeaderIndex) -> Option<usize> {
    let (mut found, mut is_empty) = (0, true);
    for cell in row.cells() {
        match cell {
            Cell::Empty => continue,
            Cell::Number { .. } if year_of(cell).is_none() => return None,
            Cell::Text(text) if is_figure(text) && year_of(cell).is_none() => return None,
            Cell::YesNo(_) | Cell::Date(_) | Cell::Error(_) => return None,
            Cell::Number { .. } | Cell::Text(_) => {}
        }
        is_empty = false;
        found += usize::from(index.knows(&Caption::new(&text_of(cell), &index.words)));
    }
    (!is_empty).then_some(found)
}

fn is_figure(text: &str) -> bool {
    text.chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '+' | ' ' | '%' | '/'))
}
