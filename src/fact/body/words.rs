//! Rows that are no data, known by their words: totals, column numbers, repeated headers.
//!
//! In: a row. Out: what it is. Must not know: columns' types, keys.

use crate::fact::convert::text_of;
use crate::table::{Cell, Row};
use crate::text::fold;
use std::sync::LazyLock;

/// Words that begin a row of totals, compared folded.
const TOTALS: [&str; 10] = [
    "Tổng cộng",
    "Tổng số",
    "Tổng",
    "Cộng",
    "Total",
    "Toàn tỉnh",
    "Toàn huyện",
    "Toàn xã",
    "Cả tỉnh",
    "Grand total",
];

/// Beginnings of totals of a part: `Cộng huyện Lộc Ninh`. Not `Tổng`, with which companies' names begin.
const PART_TOTALS: [&str; 3] = ["Tổng cộng ", "Tổng số ", "Cộng "];

static FOLDED_TOTALS: LazyLock<Vec<String>> =
    LazyLock::new(|| TOTALS.iter().map(|word| fold(word)).collect());
static FOLDED_PART_TOTALS: LazyLock<Vec<String>> = LazyLock::new(|| {
    PART_TOTALS
        .iter()
        .map(|word| format!("{} ", fold(word)))
        .collect()
});

/// Whether a text is the label of a total.
pub(super) fn is_total(text: &str) -> bool {
    let label = text
        .split('(')
        .next()
        .unwrap_or_default()
        .trim()
        .trim_end_matches([':', '.']);
    let folded = fold(label);
    let begins_part = || {
        FOLDED_PART_TOTALS
            .iter()
            .any(|word| folded.starts_with(word.as_str()))
    };
    FOLDED_TOTALS.contains(&folded) || begins_part() && !folded.starts_with(&fold("Cộng hòa"))
}

/// Whether a text in the column of codes is one, and no word of an office: it has a digit, and no space.
pub(super) fn is_code(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit()) && !text.contains(char::is_whitespace)
}

/// The first text of a row that is more than a numbering (`II`, `A`, `3.`).
pub(super) fn label<'a>(row: Row<'a>) -> Option<&'a str> {
    row.cells().find_map(|cell| match cell {
        Cell::Text(text) if !is_numbering(text) => Some(text),
        Cell::Text(_)
        | Cell::Empty
        | Cell::Number { .. }
        | Cell::YesNo(_)
        | Cell::Date(_)
        | Cell::Error(_) => None,
    })
}

/// Whether a row is numbered like a heading, `II` or `B`: in a column that holds nothing the table knows.
pub(super) fn is_numbered_as_heading(row: Row<'_>) -> bool {
    row.cells()
        .any(|cell| matches!(cell, Cell::Text(text) if is_heading_number(text)))
}

fn is_heading_number(text: &str) -> bool {
    let text = text.trim_end_matches('.');
    let is_roman = text.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L'));
    let is_letter = text.len() == 1 && text.bytes().all(|byte| byte.is_ascii_uppercase());
    !text.is_empty() && (is_roman || is_letter)
}

fn is_numbering(text: &str) -> bool {
    is_heading_number(text)
        || text
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | '-'))
}

/// Whether every cell is a column's number or the formula that makes it: `A`, `(1)`, `2`, `4=3/1*100`. The numbers count up, and
/// there are enough of them that no row of a code and small figures is taken for one.
pub(super) fn are_column_numbers(row: Row<'_>) -> bool {
    let (mut last, mut numbers, mut letters, mut has_marks) = (None, 0, 0, false);
    for cell in row.cells().filter(|cell| *cell != Cell::Empty) {
        match column_number(cell) {
            Some(ColumnNumber::Letter) => letters += 1,
            Some(ColumnNumber::Number { number, is_marked })
                if last.is_none_or(|last: u32| number == last + 1) =>
            {
                last = Some(number);
                numbers += 1;
                has_marks |= is_marked;
            }
            Some(ColumnNumber::Number { .. }) | None => return false,
        }
    }
    numbers >= 2 && (has_marks || numbers + letters >= 3)
}

enum ColumnNumber {
    /// `A` or `b`; no column is numbered `x`, which means yes.
    Letter,
    /// Marked if it is written as no figure is.
    Number { number: u32, is_marked: bool },
}

fn column_number(cell: Cell<'_>) -> Option<ColumnNumber> {
    match cell {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a small whole number, checked"
        )]
        Cell::Number {
            value,
            percent: false,
        } => (value.fract() == 0.0 && (1.0..1000.0).contains(&value)).then_some(
            ColumnNumber::Number {
                number: value as u32,
                is_marked: false,
            },
        ),
        Cell::Text(text) => {
            let inside = text
                .trim_start_matches(['(', '['])
                .trim_end_matches([')', ']'])
                .trim();
            if inside.len() == 1
                && inside
                    .bytes()
                    .all(|byte| matches!(byte.to_ascii_lowercase(), b'a'..=b'h'))
            {
                return Some(ColumnNumber::Letter);
            }
            let figure = inside
                .split('=')
                .next()?
                .trim_matches(['(', ')', '[', ']', ' ']);
            let number: u32 = figure
                .parse()
                .ok()
                .filter(|number| *number > 0 && !figure.starts_with('0'))?;
            let is_known = is_formula(inside);
            is_known.then_some(ColumnNumber::Number {
                number,
                is_marked: inside.len() != text.len() || inside.contains('='),
            })
        }
        Cell::Number { .. } | Cell::Empty | Cell::YesNo(_) | Cell::Date(_) | Cell::Error(_) => None,
    }
}

fn is_formula(text: &str) -> bool {
    text.chars().all(|c| {
        c.is_ascii_digit()
            || matches!(
                c,
                '=' | '+' | '-' | '–' | '*' | '/' | ':' | '(' | ')' | '%' | ' ' | 'x' | 'X' | '×'
            )
    })
}

/// Whether the row says again what a header row says.
pub(in crate::fact) fn repeats(row: Row<'_>, header: &[(u32, String)]) -> bool {
    let is_held = |column: u32, text: &str| {
        header
            .iter()
            .any(|(at, held)| *at == column && held == text)
    };
    let mut has_text = false;
    for column in 0..row.len() {
        let cell = row.cell(column);
        has_text |= matches!(cell, Cell::Text(_));
        if cell != Cell::Empty && !is_held(column, &fold(&text_of(cell))) {
            return false;
        }
    }
    has_text
}
