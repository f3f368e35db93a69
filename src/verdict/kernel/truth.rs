//! Strong Kleene logic and comparisons, lane by lane.
//!
//! In: registers of truths and fractions. Out: a register of truths. Must not know: rows.

use super::lanes::{ASK, FALSE, HARD, KNOWN, Lanes, OPEN, TRUE, UNTOLD, with_denominators};
use crate::rule::expression::syntax::Comparison;
use crate::verdict::answer::holds;
use std::cmp::Ordering;

/// The truth of what rests on a number that is not known.
fn unknown(state: u8) -> u8 {
    OPEN | (UNTOLD * u8::from(state & HARD != 0))
}

/// [`UNTOLD`] is dropped where the truth is settled without it.
fn told(truth: u8) -> u8 {
    if truth & OPEN == OPEN {
        truth
    } else {
        truth & OPEN
    }
}

/// `not x`.
pub(super) fn not(of: &Lanes, out: &mut Lanes, length: usize) {
    let turned = |a: u8| (a & UNTOLD) | ((a & TRUE) << 1) | ((a & FALSE) >> 1);
    for (out, of) in out.truths().iter_mut().zip(&of.bytes[..length]) {
        *out = turned(*of);
    }
}

/// True if both can be, false if one can be.
pub(super) fn and(left: &Lanes, right: &Lanes, out: &mut Lanes, length: usize) {
    each(left, right, out, length, |a, b| {
        told((a & b & TRUE) | ((a | b) & (FALSE | UNTOLD)))
    });
}

/// True if one can be, false if both can be.
pub(super) fn or(left: &Lanes, right: &Lanes, out: &mut Lanes, length: usize) {
    each(left, right, out, length, |a, b| {
        told((a & b & FALSE) | ((a | b) & (TRUE | UNTOLD)))
    });
}

fn each(left: &Lanes, right: &Lanes, out: &mut Lanes, length: usize, both: impl Fn(u8, u8) -> u8) {
    let sides = left.bytes[..length].iter().zip(&right.bytes[..length]);
    for (out, (a, b)) in out.truths().iter_mut().zip(sides) {
        *out = both(*a, *b);
    }
}

/// One truth or the other; where the condition is open, the truth that both are.
pub(super) fn chosen(
    condition: &Lanes,
    (yes, no): (&Lanes, &Lanes),
    out: &mut Lanes,
    length: usize,
) {
    let branches = yes.bytes[..length].iter().zip(&no.bytes[..length]);
    let lanes = condition.bytes[..length].iter().zip(branches);
    for (out, (condition, (yes, no))) in out.truths().iter_mut().zip(lanes) {
        *out = match *condition {
            TRUE => *yes,
            FALSE => *no,
            condition if (condition | yes | no) & UNTOLD != 0 => ASK,
            _ => yes | no,
        };
    }
}

/// `left >= right` and the like. Not inlined: within one long function these loops come out slower.
#[inline(never)]
pub(super) fn compare(
    comparison: Comparison,
    left: &Lanes,
    right: &Lanes,
    out: &mut Lanes,
    length: usize,
) {
    let truth_of = |order| {
        if holds(comparison, order) {
            TRUE
        } else {
            FALSE
        }
    };
    let less = truth_of(Ordering::Less);
    let equal = truth_of(Ordering::Equal);
    let greater = truth_of(Ordering::Greater);
    let (a, b) = (&left.numerators[..length], &right.numerators[..length]);
    let (a_states, b_states) = (&left.bytes[..length], &right.bytes[..length]);
    let out = &mut out.truths()[..length];
    if left.shared.is_some() && left.shared == right.shared {
        for lane in 0..length {
            let (a, b, state) = (a[lane], b[lane], a_states[lane] | b_states[lane]);
            let unequal = if a < b { less } else { greater };
            let truth = if a == b { equal } else { unequal };
            out[lane] = if state == KNOWN {
                truth
            } else {
                unknown(state)
            };
        }
        return;
    }
    with_denominators!(length, left, right, |of_left, of_right| {
        for lane in 0..length {
            let a = i128::from(a[lane]) * i128::from(of_right(lane));
            let b = i128::from(b[lane]) * i128::from(of_left(lane));
            let state = a_states[lane] | b_states[lane];
            let unequal = if a < b { less } else { greater };
            let truth = if a == b { equal } else { unequal };
            out[lane] = if state == KNOWN {
                truth
            } else {
                unknown(state)
            };
        }
    });
}
