//! A typed column as it lies in memory, for what judges many rows at once.
//!
//! In: a column. Out: its words and states, to be read only. Must not know: what is computed from them.

use crate::fact::data::{Absence, Kind};

/// The words of a column, a row each.
#[derive(Clone, Copy, Debug)]
pub(crate) enum ViewedWords<'a> {
    /// Every figure fits four bytes.
    Narrow(&'a [i32]),
    /// Some figure does not.
    Wide(&'a [i64]),
}

/// A column to be read only. It may end before its table does: a row beyond its end has no fact there ([`Absence::NoRow`]).
#[derive(Clone, Copy, Debug)]
pub(crate) struct ColumnView<'a> {
    /// How the words are read.
    pub(crate) kind: Kind,
    /// A number's digits, a day's number from the common era on, a year, a term's rank, 1 for yes; 0 for what is no value.
    pub(crate) words: ViewedWords<'a>,
    /// As long as the words; see [`Stored::of`].
    pub(crate) states: &'a [u8],
}

/// What a state says of its word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stored {
    /// The word is the value; of a number it has that many decimal places.
    Word(u8),
    /// The value is kept aside.
    Aside,
    /// There is none.
    Absent(Absence),
}

impl Stored {
    /// What a state says of its word.
    pub(crate) fn of(state: u8) -> Self {
        match Absence::of_state(state) {
            Some(absence) => Stored::Absent(absence),
            None if state <= ColumnView::MOST_PLACES => Stored::Word(state),
            None => Stored::Aside,
        }
    }
}

impl ColumnView<'_> {
    /// The most decimal places that a word of digits has.
    pub(crate) const MOST_PLACES: u8 = 18;
    /// From this state on there is no value.
    pub(crate) const LEAST_ABSENT: u8 = Absence::FIRST_STATE;
}
