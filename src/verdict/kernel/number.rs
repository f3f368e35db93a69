//! What else is done with numbers, lane by lane: signs, extremes, choices, cutting to places, days and years.
//!
//! In: registers of fractions and truths. Out: a register of fractions. Must not know: rows.

use super::lanes::{FALSE, HARD, KNOWN, Lanes, MISSING, TRUE, UNTOLD, settled, with_denominators};
use super::program::{Cut, OneMissing};
use chrono::{Datelike, NaiveDate};

/// `-x`, or `|x|` if only what is below 0 is turned.
pub(super) fn turned(of: &Lanes, only_negative: bool, out: &mut Lanes, length: usize) {
    copy(of, out, length);
    let states = &mut out.bytes[..length];
    for (number, state) in out.numerators[..length].iter_mut().zip(states) {
        if !only_negative || *number < 0 {
            let (turned, over) = number.overflowing_neg();
            *number = turned;
            *state |= HARD * u8::from(over);
        }
    }
}

fn copy(of: &Lanes, out: &mut Lanes, length: usize) {
    match of.shared {
        Some(denominator) => {
            let (numerators, states) = out.sharing(denominator);
            numerators[..length].copy_from_slice(&of.numerators[..length]);
            states[..length].copy_from_slice(&of.bytes[..length]);
        }
        None => {
            let (numerators, denominators, states) = out.fractions();
            numerators[..length].copy_from_slice(&of.numerators[..length]);
            denominators[..length].copy_from_slice(&of.denominators[..length]);
            states[..length].copy_from_slice(&of.bytes[..length]);
        }
    }
}

/// 1 for true, 0 for false.
pub(super) fn of_truths(of: &Lanes, out: &mut Lanes, length: usize) {
    let (numerators, states) = out.sharing(1);
    for lane in 0..length {
        let truth = of.bytes[lane];
        numerators[lane] = i64::from(truth == TRUE);
        states[lane] = match truth {
            TRUE | FALSE => KNOWN,
            _ if truth & UNTOLD == 0 => MISSING,
            _ => HARD,
        };
    }
}

/// For each lane, the left number or the right one, with the state that the choice gives: from both numerators over a common
/// denominator and both states.
fn picked(
    left: &Lanes,
    right: &Lanes,
    pick: impl Fn(usize, i128, i128, u8, u8) -> (bool, u8),
    out: &mut Lanes,
    length: usize,
) {
    let (a, b) = (&left.numerators[..length], &right.numerators[..length]);
    let (a_states, b_states) = (&left.bytes[..length], &right.bytes[..length]);
    if left.shared == right.shared
        && let Some(denominator) = left.shared
    {
        let (numerators, states) = out.sharing(denominator);
        for lane in 0..length {
            let (a, b) = (a[lane], b[lane]);
            let (is_left, state) = pick(lane, a.into(), b.into(), a_states[lane], b_states[lane]);
            numerators[lane] = if is_left { a } else { b };
            states[lane] = state;
        }
        return;
    }
    let (numerators, denominators, states) = out.fractions();
    with_denominators!(length, left, right, |of_left, of_right| {
        for lane in 0..length {
            let (a, b, a_part, b_part) = (a[lane], b[lane], of_left(lane), of_right(lane));
            let wide = |n: i64, d: i64| i128::from(n) * i128::from(d);
            let (a_state, b_state) = (a_states[lane], b_states[lane]);
            let (is_left, state) = pick(lane, wide(a, b_part), wide(b, a_part), a_state, b_state);
            (numerators[lane], denominators[lane]) =
                if is_left { (a, a_part) } else { (b, b_part) };
            states[lane] = state;
        }
    });
}

/// The greater or the less of two.
pub(super) fn extreme(
    greatest: bool,
    one_missing: OneMissing,
    (left, right): (&Lanes, &Lanes),
    out: &mut Lanes,
    length: usize,
) {
    let pick = |_: usize, a: i128, b: i128, a_state: u8, b_state: u8| {
        let state = match one_missing {
            OneMissing::Bound if a_state != b_state => HARD,
            OneMissing::Bound | OneMissing::Missing => a_state | b_state,
        };
        (if greatest { a >= b } else { a <= b }, state)
    };
    picked(left, right, pick, out, length);
}

/// One number or the other; where the condition is open, the number that both are.
pub(super) fn chosen(
    condition: &Lanes,
    (yes, no): (&Lanes, &Lanes),
    out: &mut Lanes,
    length: usize,
) {
    let condition = &condition.bytes[..length];
    let pick = |lane: usize, yes: i128, no: i128, yes_state: u8, no_state: u8| {
        let condition: u8 = condition[lane];
        match condition {
            TRUE => (true, yes_state),
            FALSE => (false, no_state),
            _ if condition & UNTOLD != 0 => (true, HARD),
            _ => match yes_state | no_state {
                KNOWN if yes == no => (true, KNOWN),
                KNOWN => (true, MISSING),
                state => (true, state),
            },
        }
    };
    picked(yes, no, pick, out, length);
}

/// Cut to decimal places.
pub(super) fn cut(cut: Cut, places: u8, of: &Lanes, out: &mut Lanes, length: usize) {
    let power = 10_i128.pow(u32::from(places.min(18)));
    let (numerators, denominators, states) = out.fractions();
    for lane in 0..length {
        let state = of.bytes[lane];
        let denominator = of.shared.unwrap_or_else(|| of.denominators[lane]);
        let result = if state == KNOWN {
            cut_one(cut, power, of.numerators[lane].into(), denominator.into())
        } else {
            Some((0, 1))
        };
        (numerators[lane], denominators[lane], states[lane]) = match result {
            Some((numerator, denominator)) => (numerator, denominator, state),
            None => (0, 1, HARD),
        };
    }
}

/// All in 128 bits: 64 of the numerator, 60 of the power, one for the halves.
fn cut_one(cut: Cut, power: i128, numerator: i128, denominator: i128) -> Option<(i64, i64)> {
    let whole = match cut {
        Cut::Floor => numerator.div_euclid(denominator),
        Cut::Ceiling => -(-numerator).div_euclid(denominator),
        Cut::Truncate => numerator * power / denominator,
        Cut::Round => {
            let halves = 2 * numerator * power;
            let outwards = if numerator < 0 {
                halves - denominator
            } else {
                halves + denominator
            };
            outwards / (2 * denominator)
        }
    };
    match cut {
        Cut::Floor | Cut::Ceiling => Some((i64::try_from(whole).ok()?, 1)),
        Cut::Truncate | Cut::Round => settled(whole, power),
    }
}

/// What a whole number gives, or that it is missing or hard.
fn mapped(of: &Lanes, one: impl Fn(i32) -> Result<i32, u8>, out: &mut Lanes, length: usize) {
    let (numerators, states) = out.sharing(1);
    for lane in 0..length {
        let given = match (of.bytes[lane], i32::try_from(of.numerators[lane])) {
            (KNOWN, Ok(whole)) if of.shared == Some(1) => one(whole),
            (KNOWN, _) => Err(HARD),
            (state, _) => Err(state),
        };
        (numerators[lane], states[lane]) = match given {
            Ok(whole) => (whole.into(), KNOWN),
            Err(state) => (0, state),
        };
    }
}

/// The day of that month and number in each year; a year without it has none.
pub(super) fn days(month: u32, day: u32, years: &Lanes, out: &mut Lanes, length: usize) {
    let of_year = |year| {
        let day = NaiveDate::from_ymd_opt(year, month, day).ok_or(MISSING)?;
        Ok(day.num_days_from_ce())
    };
    mapped(years, of_year, out, length);
}

/// The year of each day.
pub(super) fn years_of(days: &Lanes, out: &mut Lanes, length: usize) {
    let of_day = |day| {
        let day = NaiveDate::from_num_days_from_ce_opt(day).ok_or(HARD)?;
        Ok(day.year())
    };
    mapped(days, of_day, out, length);
}

/// What can still be counted as a year.
pub(super) fn as_years(numbers: &Lanes, out: &mut Lanes, length: usize) {
    mapped(numbers, Ok, out, length);
}
