//! Cells of code, text, yes/no, level and choice columns.
//!
//! In: a cell. Out: a text, a yes or no, a term's rank. Must not know: other cells of the column.

use super::{Converter, MOST_SPELLINGS};
use crate::fact::problem::Problem;
use crate::fact::schema::{Vocabulary, VocabularyId};
use crate::number::Number;
use crate::table::Cell;
use crate::text::{fold, nearest, nfc};
use std::borrow::Cow;
use unicode_normalization::{IsNormalized, is_nfc_quick};

/// Accepted for yes and for no, compared folded.
const YES: [&str; 6] = ["có", "đạt", "x", "yes", "true", "đúng"];
const NO: [&str; 5] = ["không", "không đạt", "no", "false", "sai"];

/// A stored number longer than this has lost digits.
const MOST_CODE_DIGITS: usize = 15;

impl Converter<'_> {
    /// A code of the column's width, if it declares one: a shorter one has lost its leading zeros.
    pub(super) fn code<'c>(
        &self,
        cell: Cell<'c>,
        width: Option<usize>,
    ) -> Result<Cow<'c, str>, Problem> {
        let code = code_text(cell).ok_or_else(|| Problem::NotACode {
            column: self.name(),
            value: self.shown(cell),
        })?;
        match width {
            Some(width) if code.chars().count() != width => Err(Problem::Width {
                column: self.name(),
                value: self.shown(cell),
                width: width as u64,
            }),
            Some(_) | None => Ok(code),
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
        let is_one_of = |words: &[&str]| words.iter().any(|known| fold(known) == word);
        let flag = if is_one_of(&YES) {
            true
        } else if is_one_of(&NO) {
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
        let nearest = if self.personal {
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
                known: vocabulary.terms.keys().cloned().collect(),
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
        let found = nearest(text, spellings).map(str::to_owned);
        if self.unknown_terms.len() < MOST_SPELLINGS {
            self.unknown_terms.insert(text.to_owned(), found.clone());
        }
        found
    }
}

/// The text of a code: composed, without marks that nobody sees; a stored number as its digits. None if it cannot be a code.
pub(in crate::fact) fn code_text(cell: Cell<'_>) -> Option<Cow<'_, str>> {
    match cell {
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
