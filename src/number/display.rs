//! Numbers as text: the exact form of the JSON report, and the style that people of a language read.
//!
//! In: a number. Out: its digits. Must not know: units, columns, sentences.

use super::Number;
use crate::text::Language;
use num_bigint::BigInt;
use num_traits::One;

impl Number {
    /// A decimal with a point if it terminates, however many places that takes, else `n/d`: the form of the JSON report.
    pub fn to_exact(&self) -> String {
        if let Some(whole) = self.to_i64() {
            return whole.to_string();
        }
        if let Some((digits, scale)) = self.to_scaled() {
            return with_point(&digits.to_string(), scale.into());
        }
        let exact = self.to_big();
        match powers_of_two_and_five(exact.denom()) {
            Some((twos, fives)) => {
                let missing = BigInt::from(if twos > fives { 5 } else { 2 });
                let digits = exact.numer() * missing.pow(twos.abs_diff(fives));
                with_point(&digits.to_string(), twos.max(fives) as usize)
            }
            None => exact.to_string(),
        }
    }

    /// In the language's style, rounded half away from zero to at most that many decimal places: `1.234,5` or `1,234.5`. What would
    /// be rounded to nought and is not has its first two digits.
    pub fn shown(&self, language: Language, most_digits: u8) -> String {
        const MOST_PLACES: u8 = 18;
        let signs = Signs::of(language);
        let is_lost = |digits: u8| !self.is_zero() && self.round(digits).is_zero();
        let places = match is_lost(most_digits) {
            false => most_digits,
            true => (most_digits..MOST_PLACES)
                .find(|digits| !is_lost(*digits))
                .map_or(MOST_PLACES, |digits| digits + 1),
        };
        let exact = self.round(places).to_exact();
        match exact.split_once('.') {
            Some((whole, fraction)) => format!(
                "{}{}{fraction}",
                grouped(whole, signs.thousands),
                signs.decimal
            ),
            None => grouped(&exact, signs.thousands),
        }
    }

    /// The exact fraction in the language's style, for what decimals cannot show: `1.234/7` or `1,234/7`. A whole number has no
    /// `/1`.
    pub fn shown_fraction(&self, language: Language) -> String {
        let thousands = Signs::of(language).thousands;
        let exact = self.to_big();
        let numerator = grouped(&exact.numer().to_string(), thousands);
        if exact.is_integer() {
            return numerator;
        }
        format!(
            "{numerator}/{}",
            grouped(&exact.denom().to_string(), thousands)
        )
    }
}

/// What a language puts between digits.
struct Signs {
    thousands: char,
    decimal: char,
}

impl Signs {
    fn of(language: Language) -> Self {
        match language {
            Language::Vietnamese => Signs {
                thousands: '.',
                decimal: ',',
            },
            Language::English => Signs {
                thousands: ',',
                decimal: '.',
            },
        }
    }
}

/// How often 2 and 5 divide the denominator, if nothing else does: then and only then the decimal terminates.
///
/// The power of 5 is computed from the length and confirmed, since dividing it out step by step takes too long for
/// denominators of many thousand digits.
fn powers_of_two_and_five(denominator: &BigInt) -> Option<(u32, u32)> {
    const LOG2_OF_5_IN_TRILLIONTHS: u128 = 2_321_928_094_887;
    let twos = denominator.trailing_zeros()?;
    let odd = denominator >> twos;
    // 5^n has ⌊n × log2 5⌋ + 1 bits, so the quotient lies at most 0.44 below n.
    let doubled = u128::from(odd.bits() - 1) * 2_000_000_000_000;
    let fives =
        u32::try_from((doubled + LOG2_OF_5_IN_TRILLIONTHS) / (2 * LOG2_OF_5_IN_TRILLIONTHS))
            .ok()?;
    let only_these = odd.is_one() || odd == BigInt::from(5).pow(fives);
    only_these.then_some((u32::try_from(twos).ok()?, fives))
}

/// Puts a point before the last `places` digits.
fn with_point(digits: &str, places: usize) -> String {
    if places == 0 {
        return digits.to_owned();
    }
    let (minus, digits) = split_minus(digits);
    // At least one digit stands before the point.
    let padded = format!("{digits:0>width$}", width = places + 1);
    let (whole, fraction) = padded.split_at(padded.len() - places);
    format!("{minus}{whole}.{fraction}")
}

/// Puts the sign between groups of three digits, counted from the end.
fn grouped(whole: &str, sign: char) -> String {
    let (minus, digits) = split_minus(whole);
    let mut text = String::with_capacity(whole.len() + whole.len() / 3);
    text.push_str(minus);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(sign);
        }
        text.push(digit);
    }
    text
}

fn split_minus(text: &str) -> (&str, &str) {
    text.split_at(usize::from(text.starts_with('-')))
}
