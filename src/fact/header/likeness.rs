//! Whether a row within a table looks as if another table began there.
//!
//! In: a row. Out: how many accepted headers stand in it. Must not know: the rows around it.

use crate::fact::convert::{text_of, year_of};
use crate::fact::header::caption::Caption;
use crate::fact::header::index::HeaderIndex;
use crate::table::{Cell, Row};
use crate::text::fold;
use std::sync::LazyLock;

/// How many cells of a row are accepted headers or years; none for a row that has a figure in it, or nothing at all. Years beside
/// nothing but words that are no headers (`Dự án A | 2021 | 2025`) do not count.
pub(in crate::fact) fn headers_in(row: Row<'_>, index: &HeaderIndex) -> Option<usize> {
    let (mut years, mut headers, mut words) = (0, 0, 0);
    for cell in row.cells() {
        match cell {
            Cell::Empty => continue,
            Cell::Number { .. } if year_of(cell).is_none() => return None,
            Cell::Text(text) if is_figure(text) && year_of(cell).is_none() => return None,
            Cell::YesNo(_) | Cell::Date(_) | Cell::Error(_) => return None,
            Cell::Number { .. } | Cell::Text(_) => {}
        }
        let caption = Caption::new(&text_of(cell), &index.words);
        if caption.is_year_alone() {
            years += 1;
        } else if !index.meanings_of(&caption).is_empty() || is_label_header(&caption) {
            headers += 1;
        } else {
            words += 1;
        }
    }
    let counted = match (headers, words) {
        (0, 1..) => 0,
        (_, _) => headers + years,
    };
    (years + headers + words > 0).then_some(counted)
}

/// Headers of columns of numbers, indicators and units, folded.
static LABEL_HEADERS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let headers = [
        "Chỉ tiêu",
        "Tên chỉ tiêu",
        "Nội dung",
        "Nội dung chỉ tiêu",
        "Tiêu chí",
        "ĐVT",
        "Đơn vị tính",
        "STT",
        "TT",
        "Indicator",
    ];
    headers.map(fold).to_vec()
});

/// Whether this stands over numbers of rows, indicators or units: headers of no table's columns.
pub(in crate::fact) fn is_label_header(caption: &Caption) -> bool {
    LABEL_HEADERS.contains(&caption.whole)
}

fn is_figure(text: &str) -> bool {
    text.chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '+' | ' ' | '%' | '/'))
}
