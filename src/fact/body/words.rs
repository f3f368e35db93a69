//! Rows that are no data, known by their words: totals, column numbers, repeated headers.
//!
//! In: a row. Out: what it is. Must not know: columns' types, keys.

use crate::fact::convert::text_of;
use crate::table::{Cell, Row};
use crate::text::fold;
use std::sync::LazyLock;

/// Words that are the label of a row of totals, compared folded.
const TOTALS: [&str; 19] = [
    "Tổng cộng",
    "Tổng số",
    "Tổng",
    "Tổng chung",
    "Cộng",
    "Cộng chung",
    "Total",
    "Grand total",
    "Toàn tỉnh",
    "Toàn huyện",
    "Toàn thị xã",
    "Toàn thành phố",
    "Toàn xã",
    "Toàn phường",
    "Toàn thị trấn",
    "Cả tỉnh",
    "Cả huyện",
    "Cả nước",
    "Toàn quốc",
];

/// Beginnings of totals of a part: `Cộng huyện Lộc Ninh`. Not `Tổng` alone, with which companies' names begin.
const PART_TOTALS: [&str; 12] = [
    "Tổng cộng",
    "Tổng số",
    "Tổng toàn",
    "Tổng tỉnh",
    "Tổng huyện",
    "Tổng thị xã",
    "Tổng thành phố",
    "Tổng xã",
    "Cộng",
    "Toàn tỉnh",
    "Toàn huyện",
    "Toàn thị xã",
];

static FOLDED_TOTALS: LazyLock<Vec<String>> =
    LazyLock::new(|| TOTALS.iter().map(|word| fold(word)).collect());
static FOLDED_PART_TOTALS: LazyLock<Vec<String>> = LazyLock::new(|| {
    PART_TOTALS
        .iter()
        .map(|word| format!("{} ", fold(word)))
        .collect()
});

/// Whether a text is the label of a total.
pub(in crate::fact) fn is_total(text: &str) -> bool {
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

/// Whether a text is the label of an average: `Bình quân`, `Trung bình / xã`.
pub(super) fn is_average(text: &str) -> bool {
    const AVERAGES: [&str; 3] = ["Bình quân", "Trung bình", "Average"];
    let folded = fold(text.split(['/', '(', ':']).next().unwrap_or_default());
    AVERAGES.iter().any(|average| {
        let rest = folded.strip_prefix(fold(average).as_str());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    })
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

/// Whether a text is part of a total, of which nothing says which rows it is the sum of: `Trong đó: thành thị`.
pub(super) fn is_part_of_total(text: &str) -> bool {
    const PARTS: [&str; 3] = ["Trong đó", "Chia ra", "Of which"];
    let folded = fold(text.split([':', ',']).next().unwrap_or_default());
    PARTS
        .iter()
        .any(|part| folded.starts_with(fold(part).as_str()))
}

/// Whether a text is an item of the list under a total: `- Nông thôn`.
pub(super) fn is_item(text: &str) -> bool {
    text.starts_with(['-', '+', '–', '•', '*'])
}

/// Whether a text begins with the number of a heading: `I. Khu vực thành thị`.
pub(super) fn begins_as_heading(text: &str) -> bool {
    text.split_once(['.', ')', '/', '-'])
        .is_some_and(|(number, rest)| {
            is_heading_number(number.trim()) && rest.starts_with(' ') && !rest.trim().is_empty()
        })
}

/// Whether a text numbers a heading: `II` or `B`.
pub(in crate::fact) fn is_heading_number(text: &str) -> bool {
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
/// there are enough of them that no row of a code and small figures under a header is taken for one.
pub(in crate::fact) fn are_column_numbers(row: Row<'_>) -> bool {
    column_numbers(row).is_some_and(|found| {
        found.numbers >= 2 && (found.has_marks || found.numbers + found.letters >= 3)
    })
}

/// Whether a row among data is one of column numbers: from 1 on, and so many of them that no row of data is like that.
pub(super) fn are_column_numbers_anywhere(row: Row<'_>) -> bool {
    column_numbers(row).is_some_and(|found| {
        found.numbers >= 2 && found.first == Some(1) && found.numbers + found.letters >= 4
    })
}

/// Whether a row of column numbers is written as no figures are: `(1)`, `4=3/1`.
pub(super) fn has_marked_numbers(row: Row<'_>) -> bool {
    column_numbers(row).is_some_and(|found| found.has_marks)
}

/// What a row consists of if every cell is a column's number.
#[derive(Debug, Default)]
struct ColumnNumbers {
    first: Option<u32>,
    numbers: usize,
    letters: usize,
    has_marks: bool,
}

fn column_numbers(row: Row<'_>) -> Option<ColumnNumbers> {
    let mut found = ColumnNumbers::default();
    let mut last = None;
    for cell in row.cells().filter(|cell| *cell != Cell::Empty) {
        match column_number(cell)? {
            ColumnNumber::Letter => found.letters += 1,
            ColumnNumber::Number { number, is_marked }
                if last.is_none_or(|last: u32| number == last + 1) =>
            {
                last = Some(number);
                found.first.get_or_insert(number);
                found.numbers += 1;
                found.has_marks |= is_marked;
            }
            ColumnNumber::Number { .. } => return None,
        }
    }
    Some(found)
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
    const SIGNS: &str = "=+-–*/:()[]% xX×";
    text.chars()
        .all(|c| c.is_ascii_digit() || SIGNS.contains(c))
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
