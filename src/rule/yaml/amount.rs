//! Numbers as rule files write them.
//!
//! In: `2_000`, `0.96`, `40%`, `100 triệu`. Out: exact numbers. Must not know: what they count.

use crate::number::Number;
use crate::text::nfc;

/// More digits than any figure has: longer ones are refused instead of being worked on.
const MOST_DIGITS: usize = 60;

/// A number of a rule file.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    /// Its exact value: 2/5 for `40%`.
    pub value: Number,
    /// Whether it was written with `%`.
    pub percent: bool,
}

impl Amount {
    /// Reads a number: point for decimals, `_` between digits, then `%`, `triệu` or `tỷ` if it has one. None for anything else,
    /// also for what another program might take for a number: `1,5`, `012`, `1e3`, `.5`.
    pub fn read(text: &str) -> Option<Self> {
        let text = nfc(text.trim());
        let (digits, factor, divisor) = match SUFFIXES
            .iter()
            .find_map(|(word, by, per)| Some((text.strip_suffix(word)?, *by, *per)))
        {
            Some((digits, by, per)) => (digits.trim_end(), by, per),
            None => (text.as_str(), 1, 1),
        };
        let value = &decimal(digits)? * &Number::ratio(factor, divisor)?;
        Some(Amount {
            value,
            percent: divisor != 1,
        })
    }
}

/// Suffix, what it multiplies by and what it divides by.
const SUFFIXES: [(&str, i64, i64); 4] = [
    ("%", 1, 100),
    ("triệu", 1_000_000, 1),
    ("tỷ", 1_000_000_000, 1),
    ("tỉ", 1_000_000_000, 1),
];

/// `012` is 10 to some programs and 12 to others.
fn decimal(text: &str) -> Option<Number> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let leading_zero = digits.len() > 1 && digits.starts_with('0') && !digits.starts_with("0.");
    if leading_zero || digits.len() > MOST_DIGITS {
        None
    } else {
        Number::parse_plain(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(Number, bool)> {
        Amount::read(text).map(|amount| (amount.value, amount.percent))
    }

    #[test]
    fn numbers_are_exact_whatever_their_suffix() {
        let whole = |n: i64| Some((Number::from(n), false));
        assert_eq!(read("2_000"), whole(2_000));
        assert_eq!(read("100 triệu"), whole(100_000_000));
        assert_eq!(read("100 tri\u{1ec7}u"), read("100 trie\u{302}\u{323}u"));
        assert_eq!(read("1.5 tỷ"), whole(1_500_000_000));
        assert_eq!(read("-3"), whole(-3));
        assert_eq!(read("0"), whole(0));
        assert_eq!(read("0.96"), Number::ratio(24, 25).map(|n| (n, false)));
        assert_eq!(read("40%"), Number::ratio(2, 5).map(|n| (n, true)));
        assert_eq!(read("0.1 %"), Number::ratio(1, 1000).map(|n| (n, true)));
    }

    #[test]
    fn a_number_of_any_length_stays_exact() {
        let amount = Amount::read("12345678901234567890123.5").unwrap();
        let twice = &amount.value + &amount.value;
        assert!(twice.is_whole() && !amount.value.is_whole());
    }

    #[test]
    fn what_only_looks_like_a_number_is_refused() {
        for text in [
            "",
            "1,5",
            "012",
            "1e3",
            ".5",
            "5.",
            "1__0",
            "_1",
            "1_",
            "+1",
            "0x1f",
            "1.2.3",
            "--1",
            "5 5",
            "00.5",
            "40 % triệu",
            "١",
            "∞",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(read(&"9".repeat(MOST_DIGITS + 1)), None);
    }
}
