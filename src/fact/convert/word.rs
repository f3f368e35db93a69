//! Cells of code, text, yes/no, level and choice columns.
//!
//! In: a cell. Out: a text, a yes or no, a term's rank. Must not know: other cells of the column.

use super::{Converter, MOST_SPELLINGS};
use crate::fact::problem::Problem;
use crate::fact::schema::{ColumnType, Vocabulary, VocabularyId};
use crate::number::Number;
use crate::table::Cell;
use crate::text::{fold, folded, likely, nfc};
use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;
use unicode_normalization::{IsNormalized, is_nfc_quick};

/// Accepted for yes and for no, compared folded.
const YES: [&str; 6] = ["có", "đạt", "x", "yes", "true", "đúng"];
const NO: [&str; 5] = ["không", "không đạt", "no", "false", "sai"];

static FOLDED_YES: LazyLock<HashSet<String>> = LazyLock::new(|| folded(&YES));
static FOLDED_NO: LazyLock<HashSet<String>> = LazyLock::new(|| folded(&NO));

/// A stored number longer than this has lost digits.
const MOST_CODE_DIGITS: usize = 15;

impl Converter<'_> {
    /// A code of the column's width, if it declares one. A shorter number has lost the zeros it began with, and gets them back; a
    /// shorter text may have lost anything.
    pub(super) fn code<'c>(
        &self,
        cell: Cell<'c>,
        width: Option<usize>,
    ) -> Result<Cow<'c, str>, Problem> {
        let code = code_text(cell).ok_or_else(|| self.no_code(cell))?;
        let length = code.chars().count();
        match width {
            Some(width) if length < width && matches!(cell, Cell::Number { .. }) => {
                Ok(Cow::Owned(format!("{code:0>width$}")))
            }
            Some(width) if length != width => Err(Problem::Width {
                column: self.name(),
                value: self.shown(cell),
                width: width as u64,
            }),
            Some(_) | None => Ok(code),
        }
    }

    /// The code that a cell of a code column holds, none if it cannot be one. Whether it fits the column is not asked.
    pub(in crate::fact) fn code_in<'c>(&self, cell: Cell<'c>) -> Option<Cow<'c, str>> {
        let code = code_text(cell)?;
        if let ColumnType::Code {
            width: Some(width), ..
        } = self.column.kind
            && matches!(cell, Cell::Number { .. })
        {
            return Some(Cow::Owned(format!("{code:0>width$}")));
        }
        Some(code)
    }

    fn no_code(&self, cell: Cell<'_>) -> Problem {
        let (column, value) = (self.name(), self.shown(cell));
        let is_whole =
            |value| Number::from_float(value).is_some_and(|(number, _)| number.is_whole());
        match cell {
            Cell::Text(text) if is_scientific(text) => Problem::ScientificCode { column, value },
            Cell::Number {
                value: number,
                percent: false,
            } if is_whole(number) && number >= 1.0 => Problem::LongCode { column, value },
            Cell::Text(_)
            | Cell::Number { .. }
            | Cell::Empty
            | Cell::YesNo(_)
            | Cell::Date(_)
            | Cell::Error(_) => Problem::NotACode { column, value },
        }
    }

    pub(super) fn yes_no(&mut self, cell: Cell<'_>) -> Result<bool, Problem> {
        let text = match cell {
            Cell::YesNo(flag) => return Ok(flag),
            Cell::Text(text) => text,
            Cell::Empty | Cell::Number { .. } | Cell::Date(_) | Cell::Error(_) => "",
        };
        if let Some(flag) = self.terms.get(text) {
            return Ok(*flag != 0);
        }
        let word = fold(text);
        let flag = if FOLDED_YES.contains(&word) {
            true
        } else if FOLDED_NO.contains(&word) {
            false
        } else {
            return Err(Problem::NotYesNo {
                column: self.name(),
                value: self.shown(cell),
            });
        };
        self.remember(text, u16::from(flag));
        Ok(flag)
    }

    fn remember(&mut self, spelling: &str, rank: u16) {
        if self.terms.len() < MOST_SPELLINGS {
            self.terms.insert(spelling.to_owned(), rank);
        }
    }

    /// A term's rank in its scale or choices.
    pub(super) fn term(
        &mut self,
        cell: Cell<'_>,
        vocabulary: VocabularyId,
    ) -> Result<u16, Problem> {
        let text = match cell {
            Cell::Text(_) | Cell::Number { .. } => text_of(cell),
            Cell::Empty | Cell::YesNo(_) | Cell::Date(_) | Cell::Error(_) => Cow::Borrowed(""),
        };
        if let Some(rank) = self.terms.get(text.as_ref()) {
            return Ok(*rank);
        }
        let vocabulary = self.schema.vocabulary_at(vocabulary);
        if let Some(rank) = vocabulary.rank(&text) {
            self.remember(&text, rank);
            return Ok(rank);
        }
        let (column, value) = (self.name(), self.shown(cell));
        let nearest = if self.personal || text.is_empty() {
            None
        } else {
            self.nearest_term(&text, vocabulary)
        };
        Err(match nearest {
            Some(nearest) => Problem::MisspeltTerm {
                column,
                value,
                nearest,
            },
            None => Problem::UnknownTerm {
                column,
                value,
                known: vocabulary.terms.iter().map(shown_term).collect(),
            },
        })
    }

    /// The spelling that was probably meant, looked for once per text of the sheet.
    fn nearest_term(&mut self, text: &str, vocabulary: &Vocabulary) -> Option<String> {
        if let Some(nearest) = self.unknown_terms.get(text) {
            return nearest.clone();
        }
        let spellings = vocabulary
            .terms
            .iter()
            .flat_map(|(code, names)| std::iter::once(code).chain(names).map(String::as_str));
        let found = likely(text, spellings).map(str::to_owned);
        if self.unknown_terms.len() < MOST_SPELLINGS {
            self.unknown_terms.insert(text.to_owned(), found.clone());
        }
        found
    }
}

/// A term by its code, and by the first of its names where it has one.
fn shown_term((code, names): (&String, &Vec<String>)) -> String {
    match names.first() {
        Some(name) => format!("{code} ({name})"),
        None => code.clone(),
    }
}

/// The text of a code: composed, without marks that nobody sees; a stored number as its digits. None if it cannot be a code.
pub(in crate::fact) fn code_text(cell: Cell<'_>) -> Option<Cow<'_, str>> {
    match cell {
        Cell::Text(text) if is_scientific(text) => None,
        Cell::Text(text) if text.is_ascii() => Some(Cow::Borrowed(text)),
        Cell::Text(text) => {
            let visible: String = text
                .chars()
                .filter(|c| !matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'))
                .collect();
            let code = nfc(visible.trim());
            (!code.is_empty()).then_some(Cow::Owned(code))
        }
        Cell::Number {
            value,
            percent: false,
        } => {
            let (number, cut) = Number::from_float(value)?;
            let digits = number
                .to_i64()
                .filter(|_| !cut && !number.is_negative())?
                .to_string();
            (digits.len() <= MOST_CODE_DIGITS).then_some(Cow::Owned(digits))
        }
        Cell::Empty
        | Cell::Number { percent: true, .. }
        | Cell::YesNo(_)
        | Cell::Date(_)
        | Cell::Error(_) => None,
    }
}

/// Whether a text is a number in powers of ten, which is how spreadsheets save long codes: `1.23457E+11`.
fn is_scientific(text: &str) -> bool {
    let Some((figure, power)) = text.split_once("E+").or_else(|| text.split_once("e+")) else {
        return false;
    };
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, fraction) = figure.split_once(['.', ',']).unwrap_or((figure, "0"));
    is_digits(whole) && is_digits(fraction) && is_digits(power)
}

/// A cell as text.
pub(in crate::fact) fn text_of(cell: Cell<'_>) -> Cow<'_, str> {
    match cell {
        Cell::Empty => Cow::Borrowed(""),
        Cell::Text(text) if is_nfc_quick(text.chars()) == IsNormalized::Yes => Cow::Borrowed(text),
        Cell::Text(text) => Cow::Owned(nfc(text)),
        Cell::Number { value, .. } => match Number::from_float(value) {
            Some((number, _)) => Cow::Owned(number.to_exact()),
            None => Cow::Owned(value.to_string()),
        },
        Cell::YesNo(flag) => Cow::Borrowed(if flag { "TRUE" } else { "FALSE" }),
        Cell::Date(day) => Cow::Owned(day.format("%d/%m/%Y").to_string()),
        Cell::Error(text) => Cow::Borrowed(text),
    }
}
