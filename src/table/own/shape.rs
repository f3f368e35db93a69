//! The shape of a list of findings, so that a list to which somebody has added rows of data is not taken for nothing but a list.
//!
//! In: the rows of a sheet, in order. Out: whether all of them are as this program writes them, in whichever language. Must not know:
//! which sheets may be such lists.

use super::{OWN_COLUMNS, OWN_HEAD, OWN_KEPT_COLUMN, OWN_SEVERITIES, OWN_TRUNCATED};
use crate::locale::Locale;
use crate::table::{Cell, Row};
use crate::text::Language;
use std::sync::LazyLock;

/// Stands in a text for what it names.
const NAMED: &str = "\0";
const SEVERITY_COLUMN: u32 = 2;
const SENTENCE_COLUMN: u32 = 4;

static WORDS: LazyLock<[Words; 2]> =
    LazyLock::new(|| [Language::Vietnamese, Language::English].map(Words::of));

/// What the list says in one language.
struct Words {
    head: Vec<Pattern>,
    columns: Vec<String>,
    severities: Vec<String>,
    truncated: Pattern,
}

/// The parts of a text that stand between what it names.
struct Pattern(Vec<String>);

/// A list of which some rows have been looked at.
pub(super) struct Shape {
    words: Option<&'static Words>,
    /// How many lines of the head are behind.
    head: usize,
    is_in_list: bool,
    is_truncated: bool,
}

impl Shape {
    /// Before the row under the marker.
    pub(super) fn new() -> Self {
        Shape {
            words: None,
            head: 0,
            is_in_list: false,
            is_truncated: false,
        }
    }

    /// Whether nothing stands in the marker's row beside it.
    pub(super) fn begins(row: Row<'_>) -> bool {
        is_alone(row)
    }

    /// Whether the next row is as this program writes it.
    pub(super) fn takes(&mut self, row: Row<'_>) -> bool {
        if row.is_empty() {
            return true;
        }
        if !is_kept(row) {
            return false;
        }
        let Some(words) = self.words_of(row) else {
            return false;
        };
        if self.head < words.head.len() {
            self.head += 1;
            let pattern = words.head.get(self.head - 1);
            return is_alone(row) && pattern.is_some_and(|pattern| pattern.fits(row.cell(0)));
        }
        if !self.is_in_list {
            self.is_in_list = true;
            let titles = words.columns.iter().map(|title| Cell::Text(title));
            return (0..OWN_KEPT_COLUMN).map(|at| row.cell(at)).eq(titles);
        }
        self.is_finding(row, words) || self.is_foot(row, words)
    }

    /// Whether its head and the titles of its columns have been met.
    pub(super) fn is_whole(&self) -> bool {
        self.is_in_list
    }

    /// The language is that of the first line.
    fn words_of(&mut self, row: Row<'_>) -> Option<&'static Words> {
        if self.words.is_none() {
            let speaks = |words: &&Words| {
                let title = words.head.first();
                title.is_some_and(|title| title.fits(row.cell(0)))
            };
            self.words = WORDS.iter().find(speaks);
        }
        self.words
    }

    fn is_finding(&self, row: Row<'_>, words: &Words) -> bool {
        let is_text = |at: u32| matches!(row.cell(at), Cell::Text(_));
        let severity = match row.cell(SEVERITY_COLUMN) {
            Cell::Text(text) => words.severities.iter().any(|word| word == text),
            Cell::Empty | Cell::Number { .. } | Cell::YesNo(_) | Cell::Date(_) | Cell::Error(_) => {
                false
            }
        };
        let mut others = (1..OWN_KEPT_COLUMN).map(|at| row.cell(at));
        !self.is_truncated
            && is_number(row.cell(0))
            && severity
            && is_text(1)
            && is_text(SENTENCE_COLUMN)
            && others.all(|cell| matches!(cell, Cell::Text(_) | Cell::Empty))
    }

    /// A row for the unseen column alone, or the line that says that there is more.
    fn is_foot(&mut self, row: Row<'_>, words: &Words) -> bool {
        let says_more = !self.is_truncated && words.truncated.fits(row.cell(0));
        self.is_truncated |= says_more;
        is_alone(row) && (says_more || row.cell(0) == Cell::Empty)
    }
}

impl Words {
    fn of(language: Language) -> Self {
        let locale = Locale::new(language);
        let pattern = |(key, names): &(&str, &[&str])| Pattern::of(&locale, key, names);
        Words {
            head: OWN_HEAD.iter().map(pattern).collect(),
            columns: OWN_COLUMNS.map(|key| locale.label(key)).to_vec(),
            severities: OWN_SEVERITIES.map(|key| locale.label(key)).to_vec(),
            truncated: pattern(&OWN_TRUNCATED),
        }
    }
}

impl Pattern {
    fn of(locale: &Locale, key: &str, names: &[&str]) -> Self {
        let arguments: Vec<(&str, &str)> = names.iter().map(|name| (*name, NAMED)).collect();
        let text = locale.label_with(key, &arguments);
        Pattern(text.split(NAMED).map(str::to_owned).collect())
    }

    fn fits(&self, cell: Cell<'_>) -> bool {
        let (Cell::Text(text), [first, between @ ..]) = (cell, self.0.as_slice()) else {
            return false;
        };
        let Some((last, between)) = between.split_last() else {
            return text == first;
        };
        let mut rest = text.strip_prefix(first.as_str());
        for part in between {
            rest = rest.and_then(|rest| rest.split_once(part.as_str()).map(|(_, rest)| rest));
        }
        rest.is_some_and(|rest| rest.ends_with(last.as_str()))
    }
}

/// Whether nothing stands behind the first cell but in the unseen column.
fn is_alone(row: Row<'_>) -> bool {
    is_kept(row) && (1..OWN_KEPT_COLUMN).all(|at| row.cell(at) == Cell::Empty)
}

/// Whether the unseen column holds nothing but a cell's fill, and nothing stands behind it.
fn is_kept(row: Row<'_>) -> bool {
    let is_fill = match row.cell(OWN_KEPT_COLUMN) {
        Cell::Empty => true,
        Cell::Text(text) => text.starts_with("<fill>") && text.contains("</fill>|"),
        Cell::Number { .. } | Cell::YesNo(_) | Cell::Date(_) | Cell::Error(_) => false,
    };
    is_fill && (OWN_KEPT_COLUMN + 1..row.len()).all(|at| row.cell(at) == Cell::Empty)
}

/// A number that counts, which spreadsheet programs offer to keep as one.
fn is_number(cell: Cell<'_>) -> bool {
    match cell {
        Cell::Text(text) => text.parse::<u32>().is_ok(),
        Cell::Number { value, percent } => !percent && value >= 1.0 && value.fract() == 0.0,
        Cell::Empty | Cell::YesNo(_) | Cell::Date(_) | Cell::Error(_) => false,
    }
}
