//! Amounts: numbers followed by a scale word (`triệu`), a currency word (`đồng`) or both.
//!
//! In: office text and unit remarks. Out: the amount in single units. Must not know: which columns hold money.

use super::{Number, Reading, Separators};
use crate::text::fold;
use std::sync::LazyLock;

/// Scale words as people write them, and what they multiply by.
const SCALE_WORDS: [(&str, i64); 13] = [
    ("nghìn", 1_000),
    ("ngàn", 1_000),
    ("thousand", 1_000),
    ("triệu", 1_000_000),
    ("tr", 1_000_000),
    ("million", 1_000_000),
    ("tỷ", 1_000_000_000),
    ("tỉ", 1_000_000_000),
    ("billion", 1_000_000_000),
    ("nghìn tỷ", 1_000_000_000_000),
    ("nghìn tỉ", 1_000_000_000_000),
    ("ngàn tỷ", 1_000_000_000_000),
    ("ngàn tỉ", 1_000_000_000_000),
];

/// Words for Vietnamese money. What ends in another one stands before it.
const CURRENCY_WORDS: [&str; 5] = ["đồng", "vnđ", "vnd", "đ", "₫"];

/// No spelling of a scale and a currency is longer, in bytes.
const LONGEST_WORDS: usize = 60;

impl Number {
    /// An amount as office files write it: like [`Number::read`], with an optional scale word and an optional currency word
    /// behind: `1,2 tỷ`, `100 triệu đồng`, `500trđ`, `1.000.000 ₫`.
    ///
    /// Before a scale word fractions are usual also where the amount itself has none, so there [`Separators::Thousands`] settles
    /// nothing: `1.234 triệu` has two readings.
    pub fn read_amount(text: &str, separators: Separators) -> Reading {
        let Some(end) = text.find(|c: char| c.is_alphabetic() || c == '₫') else {
            return Number::read(text, separators);
        };
        let (figure, words) = text.split_at(end);
        match Words::of(words) {
            Words::Unknown => Reading::Unreadable,
            Words::Currency => Number::read(figure, separators),
            Words::Scale(scale) => {
                Number::read(figure, before_scale(separators)).map(|number| number * &scale)
            }
        }
    }
}

/// What a unit remark multiplies by, as a word or as a figure, with or without the currency: `nghìn`, `triệu đồng`, `1.000đ`.
/// None for anything else, also for the currency alone and for figures such as `2021` that are no scale.
pub fn scale_word(text: &str) -> Option<Number> {
    if let Words::Scale(scale) = Words::of(text) {
        return Some(scale);
    }
    if text.len() > LONGEST_WORDS {
        return None;
    }
    let folded = fold(text);
    match Number::read(
        without_currency(&folded).unwrap_or(&folded),
        Separators::Thousands,
    ) {
        Reading::One(number) => SCALE_WORDS
            .iter()
            .any(|(_, scale)| number == Number::from(*scale))
            .then_some(number),
        Reading::Unreadable | Reading::Two(..) => None,
    }
}

fn before_scale(separators: Separators) -> Separators {
    match separators {
        Separators::Any | Separators::Thousands => Separators::Any,
        Separators::Decimals => Separators::Decimals,
    }
}

/// What stands behind a figure.
enum Words {
    Unknown,
    Currency,
    Scale(Number),
}

impl Words {
    fn of(text: &str) -> Words {
        static FOLDED: LazyLock<Vec<(String, i64)>> = LazyLock::new(|| {
            SCALE_WORDS
                .iter()
                .map(|(word, scale)| (fold(word), *scale))
                .collect()
        });
        if text.len() > LONGEST_WORDS {
            return Words::Unknown;
        }
        let folded = fold(text);
        let folded = without_full_stop(&folded);
        let scale_words = match without_currency(folded) {
            Some("") => return Words::Currency,
            Some(scale_words) => scale_words,
            None => folded,
        };
        let known = FOLDED.iter().find(|(word, _)| word == scale_words);
        known.map_or(Words::Unknown, |(_, scale)| {
            Words::Scale(Number::from(*scale))
        })
    }
}

/// What stands before the currency word of a folded text, if it ends in one. `tr.đ` is as good as `tr đ`.
fn without_currency(folded: &str) -> Option<&str> {
    static FOLDED: LazyLock<Vec<String>> =
        LazyLock::new(|| CURRENCY_WORDS.iter().map(|word| fold(word)).collect());
    let before = FOLDED
        .iter()
        .find_map(|word| folded.strip_suffix(word.as_str()))?;
    Some(without_full_stop(before))
}

/// Without the stop of an abbreviation (`tr.`) and the spaces about it.
fn without_full_stop(folded: &str) -> &str {
    let text = folded.trim();
    text.strip_suffix('.').unwrap_or(text).trim_end()
}
