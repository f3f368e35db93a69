//! Sums, products and quotients, lane by lane: exact in 64 bits or left to the interpreter.
//!
//! In: registers of fractions. Out: a register of fractions, unreduced unless they would not fit otherwise. Must not know: rows.

use super::lanes::{HARD, KNOWN, Lanes, MISSING, settled, with_denominators};
use crate::rule::expression::syntax::Operator;
use num_integer::Integer;

/// `left operator right`. Not inlined: within one long function these loops come out slower.
#[inline(never)]
pub(super) fn arithmetic(
    operator: Operator,
    left: &Lanes,
    right: &Lanes,
    out: &mut Lanes,
    length: usize,
) {
    match operator {
        Operator::Add => sum(left, right, i64::overflowing_add, |a, b| a + b, out, length),
        Operator::Subtract => sum(left, right, i64::overflowing_sub, |a, b| a - b, out, length),
        Operator::Multiply => product(left, right, out, length),
        Operator::Divide => quotient(left, right, out, length),
    }
}

/// The least denominator common to two, and what each side's numerators are then to be multiplied by; none beyond 64 bits.
pub(super) fn common(left: i64, right: i64) -> Option<(i64, i64, i64)> {
    let divisor = left.gcd(&right);
    let (of_left, of_right) = (right / divisor, left / divisor);
    Some((of_left, of_right, left.checked_mul(of_left)?))
}

/// A fraction too long for 64 bits as it came: in lowest terms, or hard.
#[cold]
fn repaired(state: u8, long: impl FnOnce() -> (i128, i128)) -> (i64, i64, u8) {
    if state != KNOWN {
        return (0, 1, state);
    }
    let (numerator, denominator) = long();
    match settled(numerator, denominator) {
        Some((numerator, denominator)) => (numerator, denominator, state),
        None => (0, 1, HARD),
    }
}

/// Whether something went beyond 64 bits, as a state.
fn beyond(overflows: bool) -> u8 {
    HARD * u8::from(overflows)
}

fn sum(
    left: &Lanes,
    right: &Lanes,
    short: impl Fn(i64, i64) -> (i64, bool),
    long: impl Fn(i128, i128) -> i128,
    out: &mut Lanes,
    length: usize,
) {
    let (a, b) = (&left.numerators[..length], &right.numerators[..length]);
    let (a_states, b_states) = (&left.bytes[..length], &right.bytes[..length]);
    let together = match (left.shared, right.shared) {
        (Some(left), Some(right)) => common(left, right),
        (Some(_) | None, _) => None,
    };
    if let Some((of_left, of_right, denominator)) = together {
        let (numerators, states) = out.sharing(denominator);
        let (numerators, states) = (&mut numerators[..length], &mut states[..length]);
        if of_left == 1 && of_right == 1 {
            for lane in 0..length {
                let (sum, over) = short(a[lane], b[lane]);
                numerators[lane] = sum;
                states[lane] = a_states[lane] | b_states[lane] | beyond(over);
            }
        } else {
            for lane in 0..length {
                let (a, a_over) = a[lane].overflowing_mul(of_left);
                let (b, b_over) = b[lane].overflowing_mul(of_right);
                let (sum, over) = short(a, b);
                numerators[lane] = sum;
                states[lane] = a_states[lane] | b_states[lane] | beyond(a_over | b_over | over);
            }
        }
        return;
    }
    let (numerators, denominators, states) = out.fractions();
    let numerators = &mut numerators[..length];
    let (denominators, states) = (&mut denominators[..length], &mut states[..length]);
    with_denominators!(length, left, right, |of_left, of_right| {
        for lane in 0..length {
            let (a, b, a_part, b_part) = (a[lane], b[lane], of_left(lane), of_right(lane));
            let state = a_states[lane] | b_states[lane];
            let (a_whole, a_over) = a.overflowing_mul(b_part);
            let (b_whole, b_over) = b.overflowing_mul(a_part);
            let (sum, sum_over) = short(a_whole, b_whole);
            let (part, part_over) = a_part.overflowing_mul(b_part);
            let mut result = (sum, part, state);
            if a_over | b_over | sum_over | part_over {
                result = repaired(state, || {
                    let (a_part, b_part) = (i128::from(a_part), i128::from(b_part));
                    // Known denominators are above 0, so each product is below 2^126, and their sum fits.
                    let sum = long(i128::from(a) * b_part, i128::from(b) * a_part);
                    (sum, a_part * b_part)
                });
            }
            (numerators[lane], denominators[lane], states[lane]) = result;
        }
    });
}

fn product(left: &Lanes, right: &Lanes, out: &mut Lanes, length: usize) {
    let (a, b) = (&left.numerators[..length], &right.numerators[..length]);
    let (a_states, b_states) = (&left.bytes[..length], &right.bytes[..length]);
    let together = left.shared.zip(right.shared);
    if let Some(denominator) = together.and_then(|(a, b)| a.checked_mul(b)) {
        let (numerators, states) = out.sharing(denominator);
        let (numerators, states) = (&mut numerators[..length], &mut states[..length]);
        for lane in 0..length {
            let (product, over) = a[lane].overflowing_mul(b[lane]);
            numerators[lane] = product;
            states[lane] = a_states[lane] | b_states[lane] | beyond(over);
        }
        return;
    }
    let (numerators, denominators, states) = out.fractions();
    let numerators = &mut numerators[..length];
    let (denominators, states) = (&mut denominators[..length], &mut states[..length]);
    with_denominators!(length, left, right, |of_left, of_right| {
        for lane in 0..length {
            let (a, b, a_part, b_part) = (a[lane], b[lane], of_left(lane), of_right(lane));
            let state = a_states[lane] | b_states[lane];
            let (whole, over) = a.overflowing_mul(b);
            let (part, part_over) = a_part.overflowing_mul(b_part);
            let mut result = (whole, part, state);
            if over | part_over {
                result = repaired(state, || {
                    let whole = i128::from(a) * i128::from(b);
                    (whole, i128::from(a_part) * i128::from(b_part))
                });
            }
            (numerators[lane], denominators[lane], states[lane]) = result;
        }
    });
}

/// A zero divisor gives nothing.
fn quotient(left: &Lanes, right: &Lanes, out: &mut Lanes, length: usize) {
    let (a, b) = (&left.numerators[..length], &right.numerators[..length]);
    let (a_states, b_states) = (&left.bytes[..length], &right.bytes[..length]);
    let (numerators, denominators, states) = out.fractions();
    let numerators = &mut numerators[..length];
    let (denominators, states) = (&mut denominators[..length], &mut states[..length]);
    with_denominators!(length, left, right, |of_left, of_right| {
        for lane in 0..length {
            let (a, b, a_part, b_part) = (a[lane], b[lane], of_left(lane), of_right(lane));
            let state = a_states[lane] | b_states[lane] | (MISSING * u8::from(b == 0));
            let (whole, over) = a.overflowing_mul(b_part);
            let (part, part_over) = b.overflowing_mul(a_part);
            let mut result = (whole, part, state);
            if over | part_over {
                result = repaired(state, || {
                    let whole = i128::from(a) * i128::from(b_part);
                    (whole, i128::from(b) * i128::from(a_part))
                });
            } else if part < 0 {
                result = repaired_sign(state, whole, part);
            }
            (numerators[lane], denominators[lane], states[lane]) = result;
        }
    });
}

/// The fraction with its sign above the line.
fn repaired_sign(state: u8, numerator: i64, denominator: i64) -> (i64, i64, u8) {
    match (numerator.checked_neg(), denominator.checked_neg()) {
        (Some(numerator), Some(denominator)) => (numerator, denominator, state),
        (None, _) | (_, None) => repaired(state, || (numerator.into(), denominator.into())),
    }
}
