//! Properties of numbers against big rationals as the reference, with values about the edges of every fast path.

use super::hash;
use crate::number::{Number, Reading, Separators};
use crate::text::Language;
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, Zero};
use proptest::prelude::*;

fn settings() -> ProptestConfig {
    ProptestConfig {
        cases: 256,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// The reference of a number, by way of its text.
fn reference(number: &Number) -> BigRational {
    reference_of_text(&number.to_exact())
}

fn reference_of_text(text: &str) -> BigRational {
    match text.split_once('.') {
        None => text.parse().unwrap(),
        Some((whole, fraction)) => BigRational::new(
            format!("{whole}{fraction}").parse().unwrap(),
            ten_to(fraction.len()),
        ),
    }
}

fn ten_to(exponent: usize) -> BigInt {
    BigInt::from(10).pow(u32::try_from(exponent).unwrap())
}

/// Whole numbers near everything that could overflow.
fn edges() -> impl Strategy<Value = i64> {
    let near = |middle: i64| (-2_i64..=2).prop_map(move |step| middle.saturating_add(step));
    prop_oneof![
        3 => -1_000_i64..1_000,
        2 => any::<i64>(),
        2 => near(i64::MAX),
        2 => near(i64::MIN),
        1 => near(1 << 31),
        1 => near(1 << 32),
        1 => near(-3_037_000_500), // minus the root of 2^63
        1 => near(1_000_000_000_000_000_000),
    ]
}

/// Fractions of small, edge and 40-digit parts: text, so that nothing of the code under test makes the reference.
fn fractions() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => (edges(), edges().prop_filter("not nought", |d| *d != 0))
            .prop_map(|(n, d)| if d < 0 { format!("{}/{}", -i128::from(n), d.unsigned_abs()) } else { format!("{n}/{d}") }),
        2 => edges().prop_map(|n| n.to_string()),
        2 => "-?[1-9][0-9]{0,5}\\.[0-9]{1,4}",
        1 => "-?[1-9][0-9]{0,39}\\.[0-9]{1,40}",
        1 => "-?[1-9][0-9]{38,39}/[1-9][0-9]{0,39}",
    ]
}

/// A number and the reference made from the same text.
fn numbers() -> impl Strategy<Value = (Number, BigRational)> {
    fractions().prop_map(|text| {
        (
            Number::parse_exact(&text).unwrap(),
            reference_of_text(&text),
        )
    })
}

fn rounded(value: &BigRational, digits: u8) -> BigRational {
    let power = BigRational::from(ten_to(digits.into()));
    let twice = (value.abs() * &power * BigInt::from(2))
        .floor()
        .to_integer();
    let magnitude = BigRational::from((twice + 1) / BigInt::from(2)) / power;
    if value.is_negative() {
        -magnitude
    } else {
        magnitude
    }
}

fn truncated(value: &BigRational, digits: u8) -> BigRational {
    let power = ten_to(digits.into());
    BigRational::new(value.numer() * &power / value.denom(), power)
}

/// What a text may mean, as a list.
fn readings(reading: Reading) -> Vec<Number> {
    match reading {
        Reading::Unreadable => vec![],
        Reading::One(number) => vec![number],
        Reading::Two(thousands, decimal) => vec![thousands, decimal],
    }
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn the_four_operations_are_exact((a, x) in numbers(), (b, y) in numbers()) {
        prop_assert_eq!(reference(&(&a + &b)), &x + &y);
        prop_assert_eq!(reference(&(&a - &b)), &x - &y);
        prop_assert_eq!(reference(&(&a * &b)), &x * &y);
        match a.divided_by(&b) {
            Some(quotient) => prop_assert_eq!(reference(&quotient), &x / &y),
            None => prop_assert!(y.is_zero()),
        }
    }

    #[test]
    fn operations_undone_give_the_same_form((a, _) in numbers(), (b, _) in numbers()) {
        let there_and_back = &(&a + &b) - &b;
        prop_assert_eq!(&there_and_back, &a);
        prop_assert_eq!(hash(&there_and_back), hash(&a));
        if let Some(quotient) = a.divided_by(&b) {
            let there_and_back = &quotient * &b;
            prop_assert_eq!(&there_and_back, &a);
            prop_assert_eq!(hash(&there_and_back), hash(&a));
        }
    }

    #[test]
    fn the_order_is_that_of_fractions_and_agrees_with_equality((a, x) in numbers(), (b, y) in numbers()) {
        prop_assert_eq!(a.cmp(&b), x.cmp(&y));
        prop_assert_eq!(a == b, x == y);
        prop_assert_eq!(a.cmp(&a.clone()), std::cmp::Ordering::Equal);
        if a == b {
            prop_assert_eq!(hash(&a), hash(&b));
        }
    }

    #[test]
    fn one_sided_operations_are_exact((a, x) in numbers()) {
        prop_assert_eq!(reference(&-&a), -&x);
        prop_assert_eq!(-&-&a, a.clone());
        prop_assert_eq!(reference(&a.abs()), x.abs());
        prop_assert_eq!(reference(&a.floor()), x.floor());
        prop_assert_eq!(reference(&a.ceiling()), x.ceil());
        prop_assert_eq!(a.is_zero(), x.is_zero());
        prop_assert_eq!(a.is_negative(), x.is_negative());
        prop_assert_eq!(a.is_whole(), x.is_integer());
        prop_assert_eq!(a.to_i64(), x.is_integer().then(|| i64::try_from(x.to_integer()).ok()).flatten());
    }

    #[test]
    fn rounding_and_cutting_are_exact((a, x) in numbers(), digits in 0_u8..=18) {
        prop_assert_eq!(reference(&a.round(digits)), rounded(&x, digits));
        prop_assert_eq!(reference(&a.truncate(digits)), truncated(&x, digits));
    }

    #[test]
    fn halves_are_rounded_away_from_zero(whole in edges(), digits in 0_u8..=18) {
        let unit = BigRational::new(1.into(), ten_to(digits.into()));
        let half = (BigRational::from(BigInt::from(whole)) + BigRational::new(1.into(), 2.into())) * unit;
        let number = Number::parse_exact(&half.to_string()).unwrap();
        prop_assert_eq!(reference(&number.round(digits)), rounded(&half, digits));
    }

    #[test]
    fn ratios_are_reduced(n in edges(), d in edges()) {
        match Number::ratio(n, d) {
            Some(ratio) => prop_assert_eq!(reference(&ratio), BigRational::new(n.into(), d.into())),
            None => prop_assert_eq!(d, 0),
        }
    }

    #[test]
    fn digits_and_scale_come_back(digits in edges(), scale in 0_u8..=30) {
        let number = Number::from_scaled(digits, scale);
        prop_assert_eq!(reference(&number), BigRational::new(digits.into(), ten_to(scale.into())));
        match number.to_scaled() {
            Some((shortest, places)) => {
                prop_assert!(places <= scale && (places == 0 || shortest % 10 != 0));
                let again = Number::from_scaled(shortest, places);
                prop_assert_eq!(&again, &number);
                prop_assert_eq!(hash(&again), hash(&number));
            }
            None => prop_assert!(scale > 18),
        }
    }

    #[test]
    fn whole_and_scaled_numbers_have_one_form(whole in edges()) {
        let ways = [
            Number::from(whole),
            Number::from_scaled(whole, 0),
            Number::ratio(whole, 1).unwrap(),
            Number::parse_plain(&whole.to_string()).unwrap(),
            Number::parse_exact(&format!("{whole}.0")).unwrap(),
        ];
        for way in &ways {
            prop_assert_eq!(way, &ways[0]);
            prop_assert_eq!(hash(way), hash(&ways[0]));
            prop_assert_eq!(way.to_i64(), Some(whole));
            prop_assert_eq!(way.to_scaled(), Some((whole, 0)));
        }
    }

    #[test]
    fn exact_text_comes_back((a, x) in numbers()) {
        let text = a.to_exact();
        prop_assert_eq!(Number::parse_exact(&text), Some(a.clone()));
        prop_assert_eq!(reference_of_text(&text), x);
        prop_assert_eq!(format!("{a:?}"), text);
    }

    #[test]
    fn plain_text_is_read_like_the_reference(text in "-?[0-9]{1,25}(\\.[0-9]{1,25})?") {
        prop_assert_eq!(reference(&Number::parse_plain(&text).unwrap()), reference_of_text(&text));
    }

    #[test]
    fn what_people_read_means_the_same_number((a, _) in numbers(), vietnamese: bool, digits in 0_u8..=18) {
        let language = if vietnamese { Language::Vietnamese } else { Language::English };
        let shown = a.shown(language, digits);
        // What would be rounded to nought is shown with more places.
        let places = (digits..=18).find(|places| a.is_zero() || !a.round(*places).is_zero());
        let meant = match places {
            Some(places) if places == digits => a.round(digits),
            Some(places) => a.round((places + 1).min(18)),
            None => a.round(18),
        };
        let ways = readings(Number::read(&shown, Separators::Any));
        prop_assert!(ways.contains(&meant), "{} read as {:?}", shown, ways);
        let separators = if meant.is_whole() { Separators::Thousands } else { Separators::Decimals };
        prop_assert_eq!(Number::read(&shown, separators), Reading::One(meant.clone()));
        prop_assert_eq!(shown.starts_with('-'), meant.is_negative());
    }

    #[test]
    fn reading_digits_is_like_the_reference(text in "-?[0-9]{1,25}([.,][0-9]{1,25})?") {
        let meant = reference_of_text(&text.replace(',', "."));
        let read = Number::read(&text, Separators::Decimals);
        prop_assert_eq!(readings(read).iter().map(reference).collect::<Vec<_>>(), vec![meant]);
    }

    #[test]
    fn no_text_makes_reading_fail(text in "\\PC{0,30}", digits in "[-+0-9., \u{a0}_/e%đtr]{0,12}") {
        for text in [&text, &digits] {
            for separators in [Separators::Any, Separators::Thousands, Separators::Decimals] {
                let read = readings(Number::read(text, separators));
                let most = if separators == Separators::Any { 2 } else { 1 };
                prop_assert!(read.len() <= most, "{:?} read as {:?}", text, read);
                readings(Number::read_amount(text, separators));
            }
            Number::parse_plain(text);
            Number::parse_exact(text);
        }
    }

    #[test]
    fn a_float_is_its_fifteen_digits(bits: u64) {
        let float = f64::from_bits(bits);
        match Number::from_float(float) {
            Some((number, cut)) => {
                let text = format!("{float:.14e}");
                let (mantissa, exponent) = text.split_once('e').unwrap();
                let exponent: i32 = exponent.parse().unwrap();
                let power = BigRational::from(ten_to(exponent.unsigned_abs() as usize));
                let mantissa = reference_of_text(mantissa);
                let value = if exponent < 0 { mantissa / power } else { mantissa * power };
                prop_assert_eq!(reference(&number), value);
                prop_assert_eq!(cut, text.parse::<f64>().unwrap() != float);
            }
            None => prop_assert!(!float.is_finite()),
        }
    }

    #[test]
    fn a_typed_decimal_survives_its_float(digits in -999_999_999_999_999_i64..=999_999_999_999_999, scale in 0_u8..=15) {
        let typed = Number::from_scaled(digits, scale);
        let stored: f64 = typed.to_exact().parse().unwrap();
        prop_assert_eq!(Number::from_float(stored), Some((typed, false)));
    }
}
