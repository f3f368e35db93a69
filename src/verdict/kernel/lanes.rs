//! The registers that kernels compute in: a lane per row of a batch.
//!
//! In: nothing; operations fill them. Out: fractions with a state, or truths, lane by lane. Must not know: formulas, facts.

use num_integer::Integer;
use std::cell::RefCell;

/// Rows that a kernel takes at once: so few that its registers stay in the nearest memory.
pub(super) const BATCH: usize = 1024;

/// The number is there.
pub(super) const KNOWN: u8 = 0;
/// There is none.
pub(super) const MISSING: u8 = 1;
/// Only the interpreter can tell. A bit of its own, so that states are united by `|` and it outlasts whatever it meets.
pub(super) const HARD: u8 = 2;

/// A truth is the set of what it can turn out to be, which makes strong Kleene logic bitwise.
pub(super) const TRUE: u8 = 0b001;
/// Surely not true.
pub(super) const FALSE: u8 = 0b010;
/// True or false, for want of data.
pub(super) const OPEN: u8 = TRUE | FALSE;
/// Only the interpreter can tell.
pub(super) const ASK: u8 = OPEN | UNTOLD;
/// The bit that tells [`ASK`] from [`OPEN`].
pub(super) const UNTOLD: u8 = 0b100;

/// A register: numbers, or truths.
///
/// Numbers are fractions that need not be in lowest terms; the denominator of a known one is above 0. Words of other columns
/// (days, years, ranks) are whole numbers here: the checker lets nobody add a day to a year.
#[derive(Debug, Default)]
pub(super) struct Lanes {
    /// Of numbers.
    pub(super) numerators: Vec<i64>,
    /// The denominator that all lanes share; none if each has its own.
    pub(super) shared: Option<i64>,
    /// Each lane's denominator, where they do not share one.
    pub(super) denominators: Vec<i64>,
    /// The state of each number; or each truth.
    pub(super) bytes: Vec<u8>,
}

impl Lanes {
    /// Room for numbers that share a denominator.
    pub(super) fn sharing(&mut self, denominator: i64) -> (&mut [i64], &mut [u8]) {
        self.shared = Some(denominator);
        self.numerators.resize(BATCH, 0);
        self.bytes.resize(BATCH, 0);
        (&mut self.numerators, &mut self.bytes)
    }

    /// Room for numbers with a denominator each.
    pub(super) fn fractions(&mut self) -> (&mut [i64], &mut [i64], &mut [u8]) {
        self.shared = None;
        self.numerators.resize(BATCH, 0);
        self.denominators.resize(BATCH, 1);
        self.bytes.resize(BATCH, 0);
        (
            &mut self.numerators,
            &mut self.denominators,
            &mut self.bytes,
        )
    }

    /// Room for truths.
    pub(super) fn truths(&mut self) -> &mut [u8] {
        self.bytes.resize(BATCH, 0);
        &mut self.bytes
    }
}

thread_local! {
    /// What kernels compute in; kept by each thread from batch to batch, so that none of them asks for memory. Nobody reads what
    /// another has left. They are borrowed while the interpreter is asked, so it must neither use a kernel nor share work out.
    pub(super) static REGISTERS: RefCell<Vec<Lanes>> = const { RefCell::new(Vec::new()) };
}

/// Evaluates the body with the denominators of both sides by lane, whether they share one or not; made anew for each case, so that
/// a common denominator costs no look-up.
macro_rules! with_denominators {
    ($length:expr, $left:expr, $right:expr, |$of_left:ident, $of_right:ident| $body:expr) => {
        match ($left.shared, $right.shared) {
            (Some(left), Some(right)) => {
                let ($of_left, $of_right) = (|_: usize| left, |_: usize| right);
                $body
            }
            (Some(left), None) => {
                let right = &$right.denominators[..$length];
                let ($of_left, $of_right) = (|_: usize| left, |lane: usize| right[lane]);
                $body
            }
            (None, Some(right)) => {
                let left = &$left.denominators[..$length];
                let ($of_left, $of_right) = (|lane: usize| left[lane], |_: usize| right);
                $body
            }
            (None, None) => {
                let left = &$left.denominators[..$length];
                let right = &$right.denominators[..$length];
                let ($of_left, $of_right) = (|lane: usize| left[lane], |lane: usize| right[lane]);
                $body
            }
        }
    };
}
pub(super) use with_denominators;

/// A fraction in 64 bits, brought to lowest terms first if it must be; none if it still does not fit. The denominator is not 0.
#[cold]
pub(super) fn settled(numerator: i128, denominator: i128) -> Option<(i64, i64)> {
    let negative = (numerator < 0) != (denominator < 0);
    let (numerator, denominator) = (numerator.unsigned_abs(), denominator.unsigned_abs());
    let short = (u64::try_from(numerator), u64::try_from(denominator));
    let divisor = match short {
        (Ok(numerator), Ok(denominator)) => numerator.gcd(&denominator).into(),
        (Err(_), _) | (_, Err(_)) => numerator.gcd(&denominator),
    };
    let numerator = i64::try_from(numerator / divisor).ok()?;
    let denominator = i64::try_from(denominator / divisor).ok()?;
    Some((if negative { -numerator } else { numerator }, denominator))
}
