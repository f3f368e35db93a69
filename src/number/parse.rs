//! Numbers from text: the strict form of rule files and reports, and office text with its two styles of separators.
//!
//! In: text as it stands in a file. Out: the number, or all the numbers that the text may mean. Must not know: why a caller can
//! rule out one of two meanings; scale and currency words.

use super::Number;
use num_bigint::BigInt;
use num_rational::BigRational;
use std::borrow::Cow;

/// What one separator before exactly three digits means, as in `1.234`, where the text itself does not decide it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separators {
    /// Not known: such a text has two readings.
    Any,
    /// Thousands: the place holds no fractions.
    Thousands,
    /// Decimals: the place holds no thousands.
    Decimals,
}

/// What an office text may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// No number.
    Unreadable,
    /// This number and no other.
    One(Number),
    /// Either of two: the one with thousands, then the one with decimals.
    Two(Number, Number),
}

impl Reading {
    /// The same reading of another number: scaled, negated, …
    pub fn map(self, change: impl Fn(&Number) -> Number) -> Reading {
        match self {
            Reading::Unreadable => Reading::Unreadable,
            Reading::One(number) => Reading::One(change(&number)),
            Reading::Two(thousands, decimal) => Reading::Two(change(&thousands), change(&decimal)),
        }
    }
}

/// What is longer was not meant as a number. Excel's longest decimals have 340 digits.
const MOST_CHARACTERS: usize = 400;

/// Exact results grow longer than what anybody types; this much is read back in a fraction of a second.
const MOST_EXACT_CHARACTERS: usize = 100_000;

impl Number {
    /// A number as rule files write it: `-1_234.5`. `_` stands between digits, a point has digits on both sides, nothing else is
    /// allowed. At most 400 characters.
    pub fn parse_plain(text: &str) -> Option<Number> {
        if text.len() > MOST_CHARACTERS {
            return None;
        }
        let (negative, unsigned) = split_minus(text);
        let (whole, fraction) = split_point(unsigned)?;
        let grouped = |part: &str| part.split('_').all(is_digits);
        if !grouped(whole) || !(fraction.is_empty() || grouped(fraction)) {
            return None;
        }
        decimal(whole, fraction).map(|number| signed(negative, number))
    }

    /// Reads back what [`Number::to_exact`] writes: `-1234.5` or `-617/3`. At most 100,000 characters.
    pub fn parse_exact(text: &str) -> Option<Number> {
        if text.len() > MOST_EXACT_CHARACTERS {
            return None;
        }
        let (negative, unsigned) = split_minus(text);
        let magnitude = match unsigned.split_once('/') {
            Some((n, d)) if is_digits(n) && is_digits(d) => {
                decimal(n, "")?.divided_by(&decimal(d, "")?)?
            }
            Some(_) => return None,
            None => {
                let (whole, fraction) = split_point(unsigned)?;
                if !is_digits(whole) || !(fraction.is_empty() || is_digits(fraction)) {
                    return None;
                }
                decimal(whole, fraction)?
            }
        };
        Some(signed(negative, magnitude))
    }

    /// Reads what Rust prints of a float with `{:e}`: `-1.25e-7`. The exponent is trusted to be that of a float.
    pub(super) fn parse_scientific(text: &str) -> Option<Number> {
        let (negative, unsigned) = split_minus(text);
        let (mantissa, exponent) = unsigned.split_once('e')?;
        let exponent: i32 = exponent.parse().ok()?;
        let (_, fraction) = split_point(mantissa)?;
        let digits = decimal(mantissa, "")?;
        let places = i32::try_from(fraction.len()).ok()?.checked_sub(exponent)?;
        if let (Some(short), Ok(scale)) = (digits.to_i64(), u8::try_from(places)) {
            return Some(signed(negative, Number::from_scaled(short, scale)));
        }
        let power = Number::big(BigInt::from(10).pow(places.unsigned_abs()).into());
        let magnitude = if places > 0 {
            digits.divided_by(&power)?
        } else {
            &digits * &power
        };
        Some(signed(negative, magnitude))
    }

    /// A number as office files write it: `1234`, `1.234,5`, `1,234.5`, `1 234,5`, `+5`, `１２`.
    ///
    /// Groups must be of three digits, and what could mean two numbers is settled by `separators` or given back as both.
    pub fn read(text: &str, separators: Separators) -> Reading {
        let text = trimmed(text);
        if let Some(number) = read_short(text.as_bytes()) {
            return Reading::One(number);
        }
        let Some(text) = in_ascii(text) else {
            return Reading::Unreadable;
        };
        let (negative, unsigned) = match text.strip_prefix('+') {
            Some(unsigned) => (false, unsigned),
            None => split_minus(&text),
        };
        read_unsigned(unsigned, separators)
            .unwrap_or(Reading::Unreadable)
            .map(|number| signed(negative, number.clone()))
    }
}

/// Without what surrounds a value in a cell unseen.
fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'))
}

/// Reads most of what stands in most files, without allocating: up to 18 characters, digits alone or with one sign that can
/// only be decimal. None means that the text needs a closer look.
fn read_short(text: &[u8]) -> Option<Number> {
    let (negative, unsigned) = match text {
        [b'-', unsigned @ ..] => (true, unsigned),
        unsigned => (false, unsigned),
    };
    if unsigned.is_empty() || unsigned.len() > 18 {
        return None;
    }
    let (mut digits, mut sign_at) = (0_i64, None);
    for (at, &byte) in unsigned.iter().enumerate() {
        match byte {
            b'0'..=b'9' => digits = digits * 10 + i64::from(byte - b'0'),
            b'.' | b',' if at > 0 && sign_at.is_none() => sign_at = Some(at),
            _ => return None,
        }
    }
    let digits = if negative { -digits } else { digits };
    match sign_at.map(|at| unsigned.len() - at - 1) {
        None => Some(Number::from(digits)),
        Some(0 | 3) => None,
        Some(places) => Some(Number::from_scaled(digits, u8::try_from(places).ok()?)),
    }
}

/// The text in ASCII: every kind of space that groups digits as a space, full-width digits and signs as plain ones. None if it
/// has anything that no number has, or too much.
fn in_ascii(text: &str) -> Option<Cow<'_, str>> {
    if text.is_ascii() {
        return (text.len() <= MOST_CHARACTERS).then_some(Cow::Borrowed(text));
    }
    let mut ascii = String::new();
    for c in text.chars() {
        ascii.push(match c {
            '0'..='9' | '.' | ',' | '+' | '-' | ' ' => c,
            // No-break, figure, thin, narrow no-break and full-width spaces.
            '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}' | '\u{3000}' => ' ',
            '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10)?,
            '．' => '.',
            '，' => ',',
            '＋' => '+',
            '\u{2212}' | '－' => '-',
            _ => return None,
        });
        if ascii.len() > MOST_CHARACTERS {
            return None;
        }
    }
    Some(Cow::Owned(ascii))
}

fn read_unsigned(text: &str, separators: Separators) -> Option<Reading> {
    let whole = || is_whole(text).then(|| decimal(text, "")).flatten();
    let Some(last) = text.rfind(['.', ',']) else {
        return whole().map(Reading::One);
    };
    let (before, sign, behind) = (&text[..last], &text[last..=last], &text[last + 1..]);
    if before.contains(sign) {
        return whole().map(Reading::One);
    }
    if !is_whole(before) || !is_digits(behind) {
        return None;
    }
    let with_decimals = decimal(before, behind)?;
    let doubtful = behind.len() == 3 && before.len() <= 3 && !before.starts_with('0');
    Some(match separators {
        Separators::Any if doubtful => Reading::Two(decimal(text, "")?, with_decimals),
        Separators::Thousands if doubtful => Reading::One(decimal(text, "")?),
        Separators::Any | Separators::Thousands | Separators::Decimals => {
            Reading::One(with_decimals)
        }
    })
}

/// Whether this is digits alone, or in groups of three with the same separator throughout.
fn is_whole(text: &str) -> bool {
    let Some(separator) = text.chars().find(|c| !c.is_ascii_digit()) else {
        return is_digits(text);
    };
    let mut groups = text.split(separator);
    let first = groups.next().unwrap_or_default();
    matches!(separator, ' ' | '.' | ',')
        && is_digits(first)
        && first.len() <= 3
        && !first.starts_with('0')
        && groups.all(|group| group.len() == 3 && is_digits(group))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The digits before and behind the point; none if there is a point with nothing behind it.
fn split_point(text: &str) -> Option<(&str, &str)> {
    match text.split_once('.') {
        Some((_, "")) => None,
        Some(parts) => Some(parts),
        None => Some((text, "")),
    }
}

fn split_minus(text: &str) -> (bool, &str) {
    text.strip_prefix('-')
        .map_or((false, text), |unsigned| (true, unsigned))
}

fn signed(negative: bool, magnitude: Number) -> Number {
    if negative { -&magnitude } else { magnitude }
}

/// The number of those digits before the point and those behind it. Passes over whatever groups the digits.
fn decimal(whole: &str, fraction: &str) -> Option<Number> {
    let digits = || {
        whole
            .bytes()
            .chain(fraction.bytes())
            .filter(u8::is_ascii_digit)
    };
    let places = fraction.bytes().filter(u8::is_ascii_digit).count();
    let short = digits().try_fold(0_i64, |number, digit| {
        number.checked_mul(10)?.checked_add(i64::from(digit - b'0'))
    });
    if let (Some(short), Ok(scale @ 0..=18)) = (short, u8::try_from(places)) {
        return Some(Number::from_scaled(short, scale));
    }
    let long = BigInt::parse_bytes(&digits().collect::<Vec<u8>>(), 10)?;
    let power = BigInt::from(10).pow(u32::try_from(places).ok()?);
    Some(Number::big(BigRational::new(long, power)))
}
