//! Communes with whatever their offices may say of them, and the rules that look at all of it.
//!
//! In: chance. Out: tables, whose every cell has one meaning in every format.

use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::sample::select;
use thidua::fact::data::{Absence, Fact};
use thidua::number::Number;

/// Columns of every type, and rules that compare, count over years, over rows and over dates.
pub(crate) const RULES: &str = "\
format: 1
id: x
version: '1'
title: X
units: { household: hộ }
rounds: { r: { title: R, years: { start: 2024, review: 2025 } } }
default_round: r
scales: { rating: { LOW: [Thấp], MID: [Vừa], HIGH: [Cao] } }
tables:
  communes:
    key: code
    columns:
      code: { type: code }
      name: { type: text }
      note: { type: text }
      score: { type: number, min: -1_000_000_000_000 }
      households: { type: number, unit: household, whole: true, by: year }
      rate: { type: percent, by: year }
      on_time: { type: yes_no }
      decided: { type: date }
      rating: { type: level, of: rating }
criteria:
  communes:
    all:
      - { id: a, cite: K, says: S, require: score / 3 >= 0.5 }
      - { id: b, cite: K, says: S, require: 'reduction(households[start], households[review]) > 10%' }
      - { id: c, cite: K, says: S, require: 'every y in start..review satisfies rate[y] <= 5%' }
      - { id: d, cite: K, says: S, require: on_time }
      - { id: e, cite: K, says: S, require: 'decided <= date(2025, 6, 30)' }
      - { id: f, cite: K, says: S, require: 'rating >= \"MID\"' }
      - { id: g, cite: K, says: S, require: 'known(note) and contains(name, \"Lộc\")' }
      - { id: h, cite: K, says: S, require: 'households[review] * 2 >= mean(households[review] for communes)' }
";

/// The headers of the table, as the rules name them.
pub(crate) const HEADERS: [&str; 11] = [
    "code",
    "name",
    "note",
    "score",
    "households_2024",
    "households_2025",
    "rate_2024",
    "rate_2025",
    "on_time",
    "decided",
    "rating",
];

/// A commune: what it says in each column.
pub(crate) type Row = Vec<Said>;

/// What a cell says, however it is written.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Said {
    Nothing,
    Text(String),
    /// A number: digits, and how many of them stand behind the point.
    Number(i64, u8),
    /// In hundredths of a percent.
    Percent(i64),
    YesNo(bool),
    Day(NaiveDate),
    /// A term of the scale, by its rank and one of its spellings.
    Rating(u16, &'static str),
    /// What a spreadsheet shows where it could compute nothing.
    Error,
}

impl Said {
    /// What must be understood.
    pub(crate) fn meant(&self) -> Fact<'_> {
        match self {
            Said::Nothing => Fact::Missing(Absence::Empty),
            Said::Text(text) => Fact::Text(text),
            Said::Number(digits, scale) => Fact::Number(Number::from_scaled(*digits, *scale)),
            Said::Percent(hundredths) => Fact::Number(Number::from_scaled(*hundredths, 4)),
            Said::YesNo(flag) => Fact::YesNo(*flag),
            Said::Day(day) => Fact::Date(*day),
            Said::Rating(rank, _) => Fact::Term(*rank),
            Said::Error => Fact::Missing(Absence::Unreadable),
        }
    }
}

/// One to six communes with different codes.
pub(crate) fn tables() -> impl Strategy<Value = Vec<Row>> {
    let codes = prop::collection::btree_set("[0-9]{5}", 1..6);
    codes.prop_flat_map(|codes| {
        let rows: Vec<_> = codes.into_iter().map(row).collect();
        rows
    })
}

fn row(code: String) -> impl Strategy<Value = Row> {
    let households = || or_not((0..100_000_i64).prop_map(|digits| Said::Number(digits, 0)));
    let rate = || or_not((0..=10_000_i64).prop_map(Said::Percent));
    let score = or_not(
        (-999_999_999_999..999_999_999_999_i64, 0..=4_u8)
            .prop_filter("a number with two readings", |(digits, scale)| {
                // `1.234` may be a thousand and more, or one and a bit.
                !is_of_three_places(*digits, *scale)
            })
            .prop_map(|(digits, scale)| Said::Number(digits, scale)),
    );
    let on_time = or_not(any::<bool>().prop_map(Said::YesNo));
    let rating = select(vec![
        (0, "LOW"),
        (0, "Thấp"),
        (1, "MID"),
        (2, "Cao"),
        (2, "cao "),
    ]);
    let rating = or_not(rating.prop_map(|(rank, spelling)| Said::Rating(rank, spelling)));
    let note = prop_oneof![Just(Said::Nothing), words().prop_map(Said::Text)];
    let name = words().prop_map(|words| Said::Text(format!("Xã {words}")));
    let figures = (score, households(), households(), rate(), rate());
    (name, note, figures, on_time, or_not(day()), rating).prop_map(
        move |(name, note, (score, before, after, first, last), on_time, day, rating)| {
            vec![
                Said::Text(code.clone()),
                name,
                note,
                score,
                before,
                after,
                first,
                last,
                on_time,
                day,
                rating,
            ]
        },
    )
}

fn is_of_three_places(digits: i64, scale: u8) -> bool {
    let (mut digits, mut scale) = (digits, scale);
    while scale > 0 && digits % 10 == 0 {
        digits /= 10;
        scale -= 1;
    }
    scale == 3
}

fn or_not(said: impl Strategy<Value = Said> + 'static) -> impl Strategy<Value = Said> {
    prop_oneof![8 => said, 1 => Just(Said::Nothing), 1 => Just(Said::Error)]
}

fn day() -> impl Strategy<Value = Said> {
    let first = NaiveDate::from_ymd_opt(2021, 1, 1).expect("a day");
    (0..1_826_u64).prop_map(move |days| Said::Day(first + chrono::Days::new(days)))
}

/// Words that separators, quotes and other writers' signs hide among.
fn words() -> impl Strategy<Value = String> {
    let words = vec![
        "Lộc",
        "Thành",
        "Đắk",
        "Ơ",
        "ấp",
        "khu phố",
        "\"cũ\"",
        "(sáp nhập);",
        "1,5",
        "25%",
        "a/b",
        "=1+1",
        "<b>",
        "&amp;",
        "'",
        "nghèo\u{a0}đa chiều",
    ];
    prop::collection::vec(select(words), 1..5).prop_map(|words| words.join(" "))
}
