//! A batch of a column's rows as lanes.
//!
//! In: a column as it lies in memory. Out: a register. Must not know: what is computed from it.

use super::lanes::{ASK, FALSE, HARD, KNOWN, Lanes, MISSING, OPEN, TRUE};
use crate::fact::data::{Absence, ColumnView, Kind, Stored, ViewedWords};

/// Rows of a table, from the first on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Batch {
    pub(super) first: usize,
    pub(super) length: usize,
}

/// The part of a column that lies in a batch: what comes behind its end has no row.
fn part<'a>(view: &ColumnView<'a>, batch: Batch) -> (ViewedWords<'a>, &'a [u8]) {
    let end = view.states.len().min(batch.first + batch.length);
    let range = batch.first.min(end)..end;
    let words = match view.words {
        ViewedWords::Narrow(words) => ViewedWords::Narrow(&words[range.clone()]),
        ViewedWords::Wide(words) => ViewedWords::Wide(&words[range.clone()]),
    };
    (words, &view.states[range])
}

/// Numbers, or the words of days, years and terms. A column of another kind than its rule was checked for is left to the interpreter.
/// Not inlined: within one long function these loops come out slower.
#[inline(never)]
pub(super) fn numbers(view: Option<&ColumnView<'_>>, kind: Kind, batch: Batch, out: &mut Lanes) {
    let (numerators, states) = out.sharing(1);
    states[..batch.length].fill(MISSING);
    let Some(view) = view else {
        numerators[..batch.length].fill(0);
        return;
    };
    let (words, stored) = part(view, batch);
    numerators[stored.len()..batch.length].fill(0);
    widen(words, numerators);
    let known = if view.kind == kind { KNOWN } else { HARD };
    let mut places = 0;
    for (state, stored) in states.iter_mut().zip(stored) {
        // As `Stored::of`, in steps that a processor takes for many at once.
        let is_word = *stored <= ColumnView::MOST_PLACES;
        let is_absent = *stored >= ColumnView::LEAST_ABSENT;
        let otherwise = if is_absent { MISSING } else { HARD };
        *state = if is_word { known } else { otherwise };
        places = places.max(if is_word { *stored } else { 0 });
    }
    match kind {
        Kind::Number if places > 0 => scale(words, stored, places, out),
        Kind::Number | Kind::Text | Kind::YesNo | Kind::Date | Kind::Year | Kind::Term => {}
    }
}

/// Years as comparisons see them that "no year" settles.
pub(super) fn years(view: Option<&ColumnView<'_>>, batch: Batch, out: &mut Lanes) {
    numbers(view, Kind::Year, batch, out);
    let Some(view) = view else {
        return;
    };
    let (_, states) = out.sharing(1);
    for (state, stored) in states.iter_mut().zip(part(view, batch).1) {
        if Stored::of(*stored) == Stored::Absent(Absence::NoYear) {
            *state = KNOWN;
        }
    }
}

fn widen(words: ViewedWords<'_>, numerators: &mut [i64]) {
    match words {
        ViewedWords::Narrow(words) => {
            for (number, word) in numerators.iter_mut().zip(words) {
                *number = i64::from(*word);
            }
        }
        ViewedWords::Wide(words) => numerators[..words.len()].copy_from_slice(words),
    }
}

const POWERS: [i64; ColumnView::MOST_PLACES as usize + 1] = {
    let mut powers = [1; ColumnView::MOST_PLACES as usize + 1];
    let mut at = 1;
    while at < powers.len() {
        powers[at] = powers[at - 1] * 10;
        at += 1;
    }
    powers
};

/// The power of ten with that many noughts; 1 for more of them than a word can have.
fn power(places: u8) -> i64 {
    POWERS.get(usize::from(places)).copied().unwrap_or(1)
}

/// Decimals over the power of ten that the longest of them needs; if some then do not fit, each over its own.
fn scale(words: ViewedWords<'_>, stored: &[u8], places: u8, out: &mut Lanes) {
    let denominator = power(places);
    let (numerators, _) = out.sharing(denominator);
    let mut over = false;
    for (number, stored) in numerators.iter_mut().zip(stored) {
        // Where there is no word, what comes out is never looked at.
        let (scaled, beyond) = number.overflowing_mul(power(places.wrapping_sub(*stored)));
        *number = scaled;
        over |= beyond;
    }
    if over {
        let (numerators, denominators, _) = out.fractions();
        widen(words, numerators);
        denominators.fill(1);
        for (denominator, stored) in denominators.iter_mut().zip(stored) {
            *denominator = power(*stored);
        }
    }
}

/// Yes and no.
pub(super) fn truths(view: Option<&ColumnView<'_>>, batch: Batch, out: &mut Lanes) {
    let out = &mut out.truths()[..batch.length];
    out.fill(OPEN);
    let Some(view) = view else { return };
    let (words, stored) = part(view, batch);
    let (yes, no) = match view.kind {
        Kind::YesNo => (TRUE, FALSE),
        Kind::Number | Kind::Text | Kind::Date | Kind::Year | Kind::Term => (ASK, ASK),
    };
    // As `Stored::of`, see above.
    let truth = |is_yes: bool, stored: u8| {
        let is_word = stored <= ColumnView::MOST_PLACES;
        let is_absent = stored >= ColumnView::LEAST_ABSENT;
        let otherwise = if is_absent { OPEN } else { ASK };
        let known = if is_yes { yes } else { no };
        if is_word { known } else { otherwise }
    };
    match words {
        ViewedWords::Narrow(words) => {
            for ((out, word), stored) in out.iter_mut().zip(words).zip(stored) {
                *out = truth(*word != 0, *stored);
            }
        }
        ViewedWords::Wide(words) => {
            for ((out, word), stored) in out.iter_mut().zip(words).zip(stored) {
                *out = truth(*word != 0, *stored);
            }
        }
    }
}

/// True for a value, false for an empty cell; an unreadable or absent one might have held something.
pub(super) fn known(view: Option<&ColumnView<'_>>, batch: Batch, out: &mut Lanes) {
    let out = &mut out.truths()[..batch.length];
    out.fill(OPEN);
    let Some(view) = view else { return };
    for (out, stored) in out.iter_mut().zip(part(view, batch).1) {
        *out = match Stored::of(*stored) {
            Stored::Word(_) | Stored::Aside => TRUE,
            Stored::Absent(Absence::Empty | Absence::NoYear) => FALSE,
            Stored::Absent(
                Absence::Unreadable | Absence::Conflict | Absence::NoColumn | Absence::NoRow,
            ) => OPEN,
        };
    }
}
