//! One typed column: nine bytes a cell or fewer, whatever it means.
//!
//! In: facts, cell by cell. Out: the same facts. Must not know: which row is whose, where a cell stood.

use crate::fact::data::{Absence, ColumnView, Fact, ViewedWords};
use crate::number::Number;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;
use std::ops::Range;

/// How the words of a column are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Number,
    Text,
    YesNo,
    Date,
    Year,
    Term,
}

/// A cell is a word and a state. A state up to 18 is a value (for numbers, the decimal places of the word); [`BIG`] keeps the
/// number aside; the states of [`Absence`] say why there is none.
#[derive(Clone, Debug)]
pub(in crate::fact) struct Column {
    kind: Kind,
    words: Words,
    states: Vec<u8>,
    text: String,
    big: BTreeMap<u32, Number>,
}

const BIG: u8 = 200;

/// Most figures fit four bytes; a column turns wide with its first one that does not.
#[derive(Clone, Debug)]
enum Words {
    Narrow(Vec<i32>),
    Wide(Vec<i64>),
}

/// A text is its start and length in the column's one long text; the length takes these bits of the word.
const LENGTH_BITS: u32 = 20;
const LONGEST_TEXT: usize = (1 << LENGTH_BITS) - 1;

impl Column {
    pub(in crate::fact) fn new(kind: Kind) -> Self {
        Column {
            kind,
            words: Words::Narrow(Vec::new()),
            states: Vec::new(),
            text: String::new(),
            big: BTreeMap::new(),
        }
    }

    /// A column with room for so many cells.
    pub(in crate::fact) fn with_capacity(kind: Kind, cells: usize) -> Self {
        Column {
            words: Words::Narrow(Vec::with_capacity(cells)),
            states: Vec::with_capacity(cells),
            ..Column::new(kind)
        }
    }

    /// A column of the same kind without cells.
    pub(in crate::fact) fn emptied(&self) -> Self {
        Column::new(self.kind)
    }

    pub(in crate::fact) fn len(&self) -> usize {
        self.states.len()
    }

    pub(in crate::fact) fn push(&mut self, fact: &Fact<'_>) {
        let row = u32::try_from(self.states.len()).unwrap_or(u32::MAX);
        let (word, state) = self.kept(row, fact);
        self.push_word(word, state);
    }

    /// Adds a cell as it is kept: a word that means what the column's kind says, for numbers with so many decimal places.
    #[inline]
    pub(in crate::fact) fn push_word(&mut self, word: i64, places: u8) {
        self.words.push(word);
        self.states.push(places);
    }

    /// Adds a cell without a value.
    #[inline]
    pub(in crate::fact) fn push_missing(&mut self, absence: Absence) {
        self.words.push(0);
        self.states.push(absence.state());
    }

    /// Adds a text to a column of texts.
    #[inline]
    pub(in crate::fact) fn push_text(&mut self, text: &str) {
        let word = self.keep_text(text);
        self.push_word(word, 0);
    }

    /// Adds those rows of a column of the same kind.
    pub(in crate::fact) fn append(&mut self, other: &Column, rows: Range<usize>) {
        let is_alike = other.big.is_empty() && self.kind == other.kind;
        if is_alike && self.kind != Kind::Text {
            self.words.append(&other.words, rows.clone());
            let states = other.states.get(rows).unwrap_or_default();
            self.states.extend_from_slice(states);
            return;
        }
        for row in rows {
            self.push(&other.get(u32::try_from(row).unwrap_or(u32::MAX)));
        }
    }

    pub(in crate::fact) fn set(&mut self, row: u32, fact: &Fact<'_>) {
        let at = row as usize;
        self.leave_out_to(at + 1);
        let (word, state) = self.kept(row, fact);
        self.words.set(at, word);
        self.states[at] = state;
    }

    /// Leaves the cells before that row without a fact that have none.
    pub(in crate::fact) fn leave_out_to(&mut self, length: usize) {
        if self.states.len() < length {
            self.words.resize(length);
            self.states.resize(length, Absence::NoRow.state());
        }
    }

    /// How a fact of that row is kept.
    fn kept(&mut self, row: u32, fact: &Fact<'_>) -> (i64, u8) {
        if let Some(kind) = Kind::of(fact) {
            self.kind = kind;
        }
        match fact {
            Fact::Missing(absence) => (0, absence.state()),
            Fact::Number(number) => match number.to_scaled() {
                Some(scaled) => scaled,
                None => {
                    self.big.insert(row, number.clone());
                    (0, BIG)
                }
            },
            Fact::Text(text) => (self.keep_text(text), 0),
            Fact::YesNo(flag) => (i64::from(*flag), 0),
            Fact::Date(day) => (i64::from(day.num_days_from_ce()), 0),
            Fact::Year(year) => (i64::from(*year), 0),
            Fact::Term(rank) => (i64::from(*rank), 0),
        }
    }

    fn keep_text(&mut self, text: &str) -> i64 {
        let mut length = text.len().min(LONGEST_TEXT);
        while !text.is_char_boundary(length) {
            length -= 1;
        }
        let start = self.text.len() as i64;
        self.text.push_str(&text[..length]);
        start << LENGTH_BITS | length as i64
    }

    pub(in crate::fact) fn get(&self, row: u32) -> Fact<'_> {
        let at = row as usize;
        let Some(&state) = self.states.get(at) else {
            return Fact::Missing(Absence::NoRow);
        };
        if let Some(absence) = Absence::of_state(state) {
            return Fact::Missing(absence);
        }
        let word = self.words.get(at);
        match self.kind {
            Kind::Number if state == BIG => {
                Fact::Number(self.big.get(&row).cloned().unwrap_or_default())
            }
            Kind::Number => Fact::Number(Number::from_scaled(word, state)),
            Kind::Text => {
                let (start, length) = (
                    (word >> LENGTH_BITS) as usize,
                    (word as usize) & LONGEST_TEXT,
                );
                Fact::Text(self.text.get(start..start + length).unwrap_or(""))
            }
            Kind::YesNo => Fact::YesNo(word != 0),
            Kind::Date => NaiveDate::from_num_days_from_ce_opt(word as i32)
                .map_or(Fact::Missing(Absence::Unreadable), Fact::Date),
            Kind::Year => Fact::Year(word as i32),
            Kind::Term => Fact::Term(word as u16),
        }
    }
}

impl Kind {
    /// How that fact is kept; none for a missing one.
    fn of(fact: &Fact<'_>) -> Option<Kind> {
        match fact {
            Fact::Number(_) => Some(Kind::Number),
            Fact::Text(_) => Some(Kind::Text),
            Fact::YesNo(_) => Some(Kind::YesNo),
            Fact::Date(_) => Some(Kind::Date),
            Fact::Year(_) => Some(Kind::Year),
            Fact::Term(_) => Some(Kind::Term),
            Fact::Missing(_) => None,
        }
    }
}

impl Words {
    #[inline]
    fn push(&mut self, word: i64) {
        match self {
            Words::Wide(words) => words.push(word),
            Words::Narrow(words) => match i32::try_from(word) {
                Ok(word) => words.push(word),
                Err(_) => self.push_wide(word),
            },
        }
    }

    #[cold]
    fn push_wide(&mut self, word: i64) {
        let at = self.len();
        self.resize(at + 1);
        self.set(at, word);
    }

    fn len(&self) -> usize {
        match self {
            Words::Narrow(words) => words.len(),
            Words::Wide(words) => words.len(),
        }
    }

    fn append(&mut self, other: &Words, rows: Range<usize>) {
        match (&mut *self, other) {
            (Words::Narrow(words), Words::Narrow(more)) => {
                words.extend_from_slice(more.get(rows).unwrap_or_default());
            }
            (Words::Wide(words), Words::Wide(more)) => {
                words.extend_from_slice(more.get(rows).unwrap_or_default());
            }
            (Words::Wide(_) | Words::Narrow(_), Words::Wide(_) | Words::Narrow(_)) => {
                rows.for_each(|row| self.push(other.get(row)));
            }
        }
    }

    fn resize(&mut self, length: usize) {
        match self {
            Words::Narrow(words) => words.resize(length, 0),
            Words::Wide(words) => words.resize(length, 0),
        }
    }

    fn set(&mut self, at: usize, word: i64) {
        match self {
            Words::Wide(words) => words[at] = word,
            Words::Narrow(words) => match i32::try_from(word) {
                Ok(word) => words[at] = word,
                Err(_) => {
                    let mut wide: Vec<i64> = words.iter().copied().map(i64::from).collect();
                    wide[at] = word;
                    *self = Words::Wide(wide);
                }
            },
        }
    }

    fn get(&self, at: usize) -> i64 {
        match self {
            Words::Narrow(words) => words.get(at).copied().map_or(0, i64::from),
            Words::Wide(words) => words.get(at).copied().unwrap_or(0),
        }
    }
}

impl Column {
    /// The column as it lies here.
    pub(in crate::fact) fn view(&self) -> ColumnView<'_> {
        ColumnView {
            kind: self.kind,
            words: match &self.words {
                Words::Narrow(words) => ViewedWords::Narrow(words),
                Words::Wide(words) => ViewedWords::Wide(words),
            },
            states: &self.states,
        }
    }
}
