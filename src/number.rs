//! Exact numbers: every figure is a fraction from the cell to the verdict, never a float.
//!
//! In: digits as written, or the binary float that a workbook stores. Out: exact arithmetic, comparison and printing.
//! Must not know: units, columns or languages other than their number style.

mod amount;
mod display;
mod parse;

pub use amount::scale_word;
pub use parse::{Reading, Separators};

use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive};
use std::cmp::Ordering;
use std::fmt;

/// An exact fraction.
///
/// Fractions whose reduced numerator and denominator fit 64 bits take the fast path: products of two of them fit 128 bits, so
/// nothing overflows there. Everything else is a big rational. Nothing wraps and nothing is rounded.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Number(Form);

/// A number has exactly one form: `Small` whenever it fits. Derived equality relies on that.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Form {
    /// Numerator and positive denominator, reduced.
    Small(i64, i64),
    Big(Box<BigRational>),
}

impl Number {
    /// Nought.
    pub const ZERO: Number = Number(Form::Small(0, 1));
    /// One.
    pub const ONE: Number = Number(Form::Small(1, 1));

    /// `numerator / denominator`; none if the denominator is 0.
    pub fn ratio(numerator: i64, denominator: i64) -> Option<Self> {
        (denominator != 0).then(|| Self::reduced(i128::from(numerator), i128::from(denominator)))
    }

    /// `digits × 10^-scale`: how decimals are stored in columns.
    pub fn from_scaled(digits: i64, scale: u8) -> Self {
        match 10_i64.checked_pow(u32::from(scale)) {
            Some(1) => Number::from(digits),
            Some(power) => Self::reduced(i128::from(digits), i128::from(power)),
            None => Self::big(BigRational::new(
                digits.into(),
                BigInt::from(10).pow(u32::from(scale)),
            )),
        }
    }

    /// Digits and scale, if this is a decimal with at most 18 places whose digits fit 64 bits.
    pub fn to_scaled(&self) -> Option<(i64, u8)> {
        let Form::Small(numerator, denominator) = self.0 else {
            // Of all decimals that short, only i64::MIN itself is kept big.
            return self.to_i64().map(|whole| (whole, 0));
        };
        if denominator == 1 {
            return Some((numerator, 0));
        }
        let mut power = 1_i64;
        for scale in 1..=18_u8 {
            power *= 10;
            if power % denominator == 0 {
                return numerator
                    .checked_mul(power / denominator)
                    .map(|digits| (digits, scale));
            }
        }
        None
    }

    /// The decimal that Excel keeps and shows of a stored float: its 15 significant digits. The flag says that the float had more.
    /// A float just between two such decimals takes the even one. None for NaN and infinities.
    pub fn from_float(float: f64) -> Option<(Self, bool)> {
        if !float.is_finite() {
            return None;
        }
        if let Some(number) = Self::from_short_float(float) {
            return Some((number, false));
        }
        let shown = format!("{float:.14e}");
        let number = Self::parse_scientific(&shown)?;
        let cut = shown.parse::<f64>() != Ok(float);
        Some((number, cut))
    }

    /// The decimal of at most 15 digits, few of them behind the point, that is stored as this very float.
    ///
    /// Digits and power are whole floats, so their quotient is the float nearest to that decimal; and no two decimals of
    /// 15 digits share a float, so this one is what rounding to 15 digits would give.
    fn from_short_float(float: f64) -> Option<Self> {
        const MOST_DIGITS: f64 = 999_999_999_999_999.0;
        const POWERS: [f64; 10] = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];
        for (scale, power) in (0_u8..).zip(POWERS) {
            let digits = (float * power).round();
            if digits.abs() > MOST_DIGITS {
                return None;
            }
            if digits / power == float {
                #[expect(clippy::cast_possible_truncation, reason = "whole and below 10^15")]
                return Some(Self::from_scaled(digits as i64, scale));
            }
        }
        None
    }

    fn reduced(numerator: i128, denominator: i128) -> Self {
        debug_assert!(denominator != 0);
        if denominator == 1
            && let Ok(whole) = i64::try_from(numerator)
        {
            return Number::from(whole);
        }
        let negative = (numerator < 0) != (denominator < 0);
        // Magnitudes, because that of i128::MIN does not fit i128.
        let (n, d) = lowest_terms(numerator.unsigned_abs(), denominator.unsigned_abs());
        match (i64::try_from(n), i64::try_from(d)) {
            (Ok(n), Ok(d)) => Number(Form::Small(if negative { -n } else { n }, d)),
            _ => {
                let n = BigInt::from(n);
                Self::big(BigRational::new_raw(
                    if negative { -n } else { n },
                    d.into(),
                ))
            }
        }
    }

    /// Brings a big rational to its one form.
    fn big(rational: BigRational) -> Self {
        // i64::MIN stays big: its magnitude has no positive twin, and `reduced` never makes it from a fraction either.
        match (rational.numer().to_i64(), rational.denom().to_i64()) {
            (Some(n), Some(d)) if n != i64::MIN => Number(Form::Small(n, d)),
            _ => Number(Form::Big(Box::new(rational))),
        }
    }

    fn to_big(&self) -> BigRational {
        match &self.0 {
            Form::Small(n, d) => BigRational::new_raw((*n).into(), (*d).into()),
            Form::Big(rational) => (**rational).clone(),
        }
    }

    /// In lowest terms, the denominator above 0.
    pub fn numerator_and_denominator(&self) -> (BigInt, BigInt) {
        let exact = self.to_big();
        (exact.numer().clone(), exact.denom().clone())
    }

    /// `self / other`; none if `other` is 0.
    pub fn divided_by(&self, other: &Number) -> Option<Number> {
        if other.is_zero() {
            return None;
        }
        Some(match (&self.0, &other.0) {
            (Form::Small(a, b), Form::Small(c, d)) => Self::reduced(
                i128::from(*a) * i128::from(*d),
                i128::from(*b) * i128::from(*c),
            ),
            (Form::Small(..) | Form::Big(_), Form::Small(..) | Form::Big(_)) => {
                Self::big(self.to_big() / other.to_big())
            }
        })
    }

    /// The nearest float, for workbooks, which know nothing else; none beyond the greatest. The flag says that the workbook's
    /// 15 digits are less than the number.
    pub fn to_float(&self) -> Option<(f64, bool)> {
        let float = self.to_big().to_f64().filter(|float| float.is_finite())?;
        let kept = Self::from_float(float).is_some_and(|(kept, _)| kept == *self);
        Some((float, !kept))
    }

    /// Whether this is 0.
    pub fn is_zero(&self) -> bool {
        matches!(self.0, Form::Small(0, _))
    }

    /// Whether this is below 0.
    pub fn is_negative(&self) -> bool {
        match &self.0 {
            Form::Small(n, _) => *n < 0,
            Form::Big(rational) => rational.is_negative(),
        }
    }

    /// Whether this is a whole number.
    pub fn is_whole(&self) -> bool {
        match &self.0 {
            Form::Small(_, d) => *d == 1,
            Form::Big(rational) => rational.is_integer(),
        }
    }

    /// The whole number, if it is one and fits 64 bits.
    pub fn to_i64(&self) -> Option<i64> {
        match &self.0 {
            Form::Small(n, 1) => Some(*n),
            Form::Small(..) => None,
            Form::Big(rational) if rational.is_integer() => rational.numer().to_i64(),
            Form::Big(_) => None,
        }
    }

    /// The magnitude.
    pub fn abs(&self) -> Number {
        if self.is_negative() {
            -self
        } else {
            self.clone()
        }
    }

    /// The greatest whole number that is not above this.
    pub fn floor(&self) -> Number {
        match &self.0 {
            Form::Small(n, d) => Number::from(n.div_floor(d)),
            Form::Big(rational) => Self::big(rational.floor()),
        }
    }

    /// The least whole number that is not below this.
    pub fn ceiling(&self) -> Number {
        -&(-self).floor()
    }

    /// Rounded to `digits` decimal places, half away from zero.
    pub fn round(&self, digits: u8) -> Number {
        if self.is_whole() {
            return self.clone();
        }
        let half = &Number::from_scaled(1, digits) * &Number(Form::Small(1, 2));
        let outwards = if self.is_negative() {
            self - &half
        } else {
            self + &half
        };
        outwards.truncate(digits)
    }

    /// Cut off after `digits` decimal places, towards zero.
    pub fn truncate(&self, digits: u8) -> Number {
        if self.is_whole() {
            return self.clone();
        }
        if let (Form::Small(n, d), Some(power)) = (&self.0, 10_i64.checked_pow(digits.into())) {
            let power = i128::from(power);
            return Self::reduced(i128::from(*n) * power / i128::from(*d), power);
        }
        let power = BigRational::from(BigInt::from(10).pow(digits.into()));
        Self::big((self.to_big() * &power).trunc() / power)
    }
}

/// Both divided by what they have in common.
fn lowest_terms(n: u128, d: u128) -> (u128, u128) {
    // Nearly all fit 64 bits, where this takes a fraction of the time.
    if let (Ok(n), Ok(d)) = (u64::try_from(n), u64::try_from(d)) {
        let divisor = n.gcd(&d);
        return ((n / divisor).into(), (d / divisor).into());
    }
    let divisor = n.gcd(&d);
    (n / divisor, d / divisor)
}

impl From<i64> for Number {
    fn from(whole: i64) -> Self {
        if whole == i64::MIN {
            Number(Form::Big(Box::new(BigRational::from(BigInt::from(whole)))))
        } else {
            Number(Form::Small(whole, 1))
        }
    }
}

impl From<i32> for Number {
    fn from(whole: i32) -> Self {
        Number::from(i64::from(whole))
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.0, &other.0) {
            (Form::Small(a, b), Form::Small(c, d)) if b == d => a.cmp(c),
            (Form::Small(a, b), Form::Small(c, d)) => {
                (i128::from(*a) * i128::from(*d)).cmp(&(i128::from(*c) * i128::from(*b)))
            }
            (Form::Small(..) | Form::Big(_), Form::Small(..) | Form::Big(_)) => {
                self.to_big().cmp(&other.to_big())
            }
        }
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Defines an operator on references: the fast path on 128-bit intermediates, big rationals otherwise.
macro_rules! operator {
    ($trait:ident $method:ident, |$a:ident, $b:ident, $c:ident, $d:ident| $numerator:expr, $denominator:expr, $op:tt) => {
        impl std::ops::$trait for &Number {
            type Output = Number;
            fn $method(self, other: &Number) -> Number {
                if let (Form::Small(a, b), Form::Small(c, d)) = (&self.0, &other.0) {
                    let ($a, $b, $c, $d) = (i128::from(*a), i128::from(*b), i128::from(*c), i128::from(*d));
                    return Number::reduced($numerator, $denominator);
                }
                Number::big(self.to_big() $op other.to_big())
            }
        }
    };
}
operator!(Add add, |a, b, c, d| a * d + c * b, b * d, +);
operator!(Sub sub, |a, b, c, d| a * d - c * b, b * d, -);
operator!(Mul mul, |a, b, c, d| a * c, b * d, *);

impl std::ops::Neg for &Number {
    type Output = Number;
    fn neg(self) -> Number {
        match &self.0 {
            Form::Small(n, d) => Number(Form::Small(-n, *d)),
            Form::Big(rational) => Number::big(-(**rational).clone()),
        }
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_exact())
    }
}

impl Default for Number {
    fn default() -> Self {
        Number::ZERO
    }
}

#[cfg(test)]
mod tests;
