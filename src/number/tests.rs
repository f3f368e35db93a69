//! Examples for numbers, with results worked out by hand. In: the public functions. Out: assertions.

mod properties;
mod reading;

use super::Number;
use crate::text::Language::{English, Vietnamese};
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

fn exact(text: &str) -> Number {
    Number::parse_exact(text).unwrap_or_else(|| panic!("no exact number: {text}"))
}

fn hash(number: &Number) -> u64 {
    let mut hasher = DefaultHasher::new();
    number.hash(&mut hasher);
    hasher.finish()
}

fn from_float(float: f64) -> (String, bool) {
    let (number, cut) = Number::from_float(float).unwrap();
    (number.to_exact(), cut)
}

fn kept(text: &str) -> (String, bool) {
    (text.to_owned(), false)
}

fn cut(text: &str) -> (String, bool) {
    (text.to_owned(), true)
}

#[test]
fn a_third_three_times_is_one() {
    let third = Number::ONE.divided_by(&Number::from(3)).unwrap();
    assert_eq!(&third * &Number::from(3), Number::ONE);
}

#[test]
fn a_difference_of_rates_reaches_its_limit_exactly() {
    assert!(&exact("2.30") - &exact("1.34") >= exact("0.96"));
}

#[test]
fn a_quotient_of_rates_reaches_its_limit_exactly() {
    assert!(exact("0.29").divided_by(&exact("0.01")).unwrap() >= Number::from(29));
}

#[test]
fn nothing_divides_by_nought() {
    assert_eq!(Number::ONE.divided_by(&Number::ZERO), None);
    assert_eq!(Number::ratio(1, 0), None);
    assert_eq!(
        exact("1/3").divided_by(&(&exact("0.5") - &exact("0.5"))),
        None
    );
}

#[test]
fn the_least_64_bit_number_is_one_like_any_other() {
    let least = Number::from(i64::MIN);
    let ways = [
        exact("-9223372036854775808"),
        -&exact("9223372036854775808"),
        &Number::from(-i64::MAX) - &Number::ONE,
        &Number::from(i64::MIN / 2) * &Number::from(2),
        Number::ratio(i64::MIN, 1).unwrap(),
        Number::from_scaled(i64::MIN, 0),
        &exact("-9223372036854775808.5") + &exact("0.5"),
        exact("-9223372036854775807.5").floor(),
        Number::parse_plain("-9_223_372_036_854_775_808").unwrap(),
    ];
    for way in &ways {
        assert_eq!(way, &least);
        assert_eq!(hash(way), hash(&least));
        assert_eq!(way.cmp(&least), std::cmp::Ordering::Equal);
    }
    assert_eq!(least.to_i64(), Some(i64::MIN));
    assert_eq!(least.to_scaled(), Some((i64::MIN, 0)));
    assert_eq!(least.abs(), exact("9223372036854775808"));
    assert_eq!(Number::ratio(i64::MIN, i64::MIN), Some(Number::ONE));
    assert_eq!(
        Number::ratio(1, i64::MIN),
        Some(exact("-1/9223372036854775808"))
    );
    assert_eq!(
        Number::from_scaled(i64::MIN, 1).to_scaled(),
        Some((i64::MIN, 1))
    );
    assert_eq!(
        Number::from_scaled(i64::MIN, 18).to_exact(),
        "-9.223372036854775808"
    );
}

#[test]
fn an_overflow_comes_back_to_the_short_form() {
    let most = Number::from(i64::MAX);
    let back = (&most * &most).divided_by(&most).unwrap();
    assert_eq!(back, most);
    assert_eq!(hash(&back), hash(&most));
    assert_eq!(
        (&most * &most).to_exact(),
        "85070591730234615847396907784232501249"
    );
}

#[test]
fn a_stored_float_is_what_was_typed() {
    assert_eq!(from_float(49.199999999999996), cut("49.2"));
    assert_eq!(from_float(0.1 + 0.2), cut("0.3"));
    assert_eq!(from_float(1.0 / 3.0), cut("0.333333333333333"));
    assert_eq!(from_float(-2.0 / 3.0), cut("-0.666666666666667"));
    assert_eq!(from_float(0.1), kept("0.1"));
    assert_eq!(from_float(-1234.5), kept("-1234.5"));
    assert_eq!(from_float(0.000_000_000_012_5), kept("0.0000000000125"));
    assert_eq!(from_float(12_345_678.901_234_5), kept("12345678.9012345"));
    assert_eq!(from_float(999_999_999_999_999.0), kept("999999999999999"));
    assert_eq!(from_float(1_234_567_890_123_456.0), cut("1234567890123460"));
    assert_eq!(from_float(0.999_999_999_999_999_9), cut("1"));
}

#[test]
fn floats_at_the_ends_of_their_range_are_exact() {
    assert_eq!(from_float(-0.0), kept("0"));
    assert_eq!(from_float(1e300), kept(&format!("1{}", "0".repeat(300))));
    assert_eq!(
        from_float(f64::MAX),
        cut(&format!("179769313486232{}", "0".repeat(294)))
    );
    assert_eq!(
        from_float(5e-324),
        kept(&format!("0.{}494065645841247", "0".repeat(323)))
    );
    assert_eq!(
        from_float(f64::MIN_POSITIVE),
        cut(&format!("0.{}22250738585072", "0".repeat(307)))
    );
    for none in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert_eq!(Number::from_float(none), None);
    }
}

#[test]
fn a_float_just_between_two_decimals_takes_the_even_one() {
    assert_eq!(from_float(100_000_000_000_000.5), cut("100000000000000"));
    assert_eq!(from_float(-100_000_000_000_001.5), cut("-100000000000002"));
    assert_eq!(from_float(1_234_567_890_123_465.0), cut("1234567890123460"));
}

#[test]
fn rounding_goes_half_away_from_zero() {
    let rounded = |text: &str, digits| exact(text).round(digits).to_exact();
    assert_eq!(rounded("2.5", 0), "3");
    assert_eq!(rounded("-2.5", 0), "-3");
    assert_eq!(rounded("2.4999999999999999999999999999", 0), "2");
    assert_eq!(rounded("1.005", 2), "1.01");
    assert_eq!(rounded("-1.005", 2), "-1.01");
    assert_eq!(rounded("2/3", 4), "0.6667");
    assert_eq!(rounded("-1/3", 2), "-0.33");
    assert_eq!(rounded("-1/3", 0), "0");
    assert_eq!(rounded("9.9999", 3), "10");
    assert_eq!(rounded("9223372036854775806.5", 0), "9223372036854775807");
    assert_eq!(rounded("-9223372036854775807.5", 0), "-9223372036854775808");
    assert_eq!(rounded("2/3", 18), "0.666666666666666667");
    assert_eq!(rounded("2/3", 25), "0.6666666666666666666666667");
    assert_eq!(rounded("2/3", 255), format!("0.{}7", "6".repeat(254)));
}

#[test]
fn cutting_goes_towards_zero() {
    let cut_off = |text: &str, digits| exact(text).truncate(digits).to_exact();
    assert_eq!(cut_off("2.99", 0), "2");
    assert_eq!(cut_off("-2.99", 1), "-2.9");
    assert_eq!(cut_off("-0.99", 0), "0");
    assert_eq!(cut_off("2/3", 18), "0.666666666666666666");
    assert_eq!(cut_off("7", 2), "7");
}

#[test]
fn floor_and_ceiling_of_negatives_go_down_and_up() {
    assert_eq!(exact("-2.5").floor(), Number::from(-3));
    assert_eq!(exact("-2.5").ceiling(), Number::from(-2));
    assert_eq!(exact("-0.5").ceiling(), Number::ZERO);
    assert_eq!(exact("2.5").floor(), Number::from(2));
    assert_eq!(exact("2.5").ceiling(), Number::from(3));
    assert_eq!(exact("-7").floor(), Number::from(-7));
    assert_eq!(exact("-7").ceiling(), Number::from(-7));
    assert_eq!(
        exact("-9223372036854775807.5").floor(),
        Number::from(i64::MIN)
    );
}

#[test]
fn exact_text_is_a_decimal_if_one_ends() {
    let reprinted = |text: &str| exact(text).to_exact();
    assert_eq!(reprinted("2.50"), "2.5");
    assert_eq!(reprinted("-0.05"), "-0.05");
    assert_eq!(reprinted("-0"), "0");
    assert_eq!(reprinted("3/8"), "0.375");
    assert_eq!(reprinted("6/4"), "1.5");
    assert_eq!(reprinted("-2/6"), "-1/3");
    assert_eq!(reprinted("1/1024"), "0.0009765625");
    assert_eq!(reprinted("1/6103515625"), "0.00000000016384");
    assert_eq!(
        reprinted("1/9223372036854775808"),
        "0.000000000000000000108420217248550443400745280086994171142578125"
    );
    assert_eq!(reprinted("1/30"), "1/30");
    assert_eq!(
        reprinted("100000000000000000000000/3"),
        "100000000000000000000000/3"
    );
    assert_eq!(
        reprinted("123456789012345678901234567890.5"),
        "123456789012345678901234567890.5"
    );
}

#[test]
fn long_decimals_and_fractions_print_at_once() {
    let tiny = exact(&format!("0.{}1", "0".repeat(20_000)));
    assert_eq!(tiny.to_exact(), format!("0.{}1", "0".repeat(20_000)));
    let (fifth, power) = (exact("0.2"), 4_000);
    let tiny = (0..power).fold(Number::ONE, |product, _| &product * &fifth);
    let digits = (0..power)
        .fold(Number::ONE, |product, _| &product * &Number::from(2))
        .to_exact();
    assert_eq!(tiny.to_exact(), format!("0.{digits:0>power$}"));
    let endless = &tiny * &exact("1/3");
    assert!(endless.to_exact().starts_with("1/"));
}

#[test]
fn people_read_their_own_separators() {
    assert_eq!(exact("1234.5").shown(Vietnamese, 2), "1.234,5");
    assert_eq!(exact("1234.5").shown(English, 2), "1,234.5");
    assert_eq!(exact("-1234567.891").shown(Vietnamese, 2), "-1.234.567,89");
    assert_eq!(exact("-123").shown(English, 2), "-123");
    assert_eq!(exact("-123456").shown(English, 0), "-123,456");
    assert_eq!(exact("2105.50").shown(Vietnamese, 4), "2.105,5");
    assert_eq!(exact("1/3").shown(Vietnamese, 4), "0,3333");
    assert_eq!(exact("0.00432").shown(Vietnamese, 2), "0,0043");
    assert_eq!(exact("-0.000019").shown(English, 2), "-0.000019");
    assert_eq!(exact("0.006").shown(Vietnamese, 2), "0,01");
    assert_eq!(exact("50.0003").shown(Vietnamese, 4), "50,0003");
    assert_eq!(exact("999.996").shown(English, 2), "1,000");
    assert_eq!(
        exact("1234567890123456789012.5").shown(English, 0),
        "1,234,567,890,123,456,789,013"
    );
}

#[test]
fn what_rounds_to_nought_has_no_minus() {
    assert_eq!(exact("-1/10000000000000000000").shown(Vietnamese, 2), "0");
    assert_eq!(exact("-0.005").shown(Vietnamese, 2), "-0,01");
}

#[test]
fn fractions_are_shown_with_groups() {
    assert_eq!(exact("1234/7").shown_fraction(Vietnamese), "1.234/7");
    assert_eq!(exact("-1234/5677").shown_fraction(English), "-1,234/5,677");
    assert_eq!(exact("1234").shown_fraction(Vietnamese), "1.234");
    assert_eq!(exact("0.5").shown_fraction(Vietnamese), "1/2");
}

#[test]
fn a_decimal_that_does_not_fit_a_column_is_not_stored_there() {
    assert_eq!(exact("12.50").to_scaled(), Some((125, 1)));
    assert_eq!(exact("1/3").to_scaled(), None);
    assert_eq!(exact("0.0000000000000000001").to_scaled(), None);
    assert_eq!(exact("9223372036854775808").to_scaled(), None);
    assert_eq!(exact("922337203685477580.8").to_scaled(), None);
    assert_eq!(exact("0.000000000000000001").to_scaled(), Some((1, 18)));
}

#[test]
fn a_workbook_gets_the_nearest_float_and_is_told_what_it_loses() {
    assert_eq!(exact("0.1").to_float(), Some((0.1, false)));
    assert_eq!(exact("-1570.25").to_float(), Some((-1570.25, false)));
    assert_eq!(exact("1/3").to_float(), Some((1.0 / 3.0, true)));
    let long = exact("9007199254740993");
    assert_eq!(long.to_float(), Some((9_007_199_254_740_992.0, true)));
    let beyond = exact(&format!("1{}", "0".repeat(400)));
    assert_eq!(beyond.to_float(), None);
}
