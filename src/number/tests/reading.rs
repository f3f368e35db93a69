//! Examples for reading numbers from text. In: texts as they stand in files. Out: assertions.

use super::exact;
use crate::number::{Number, Reading, Separators, scale_word};
use Separators::{Any, Decimals, Thousands};

fn one(text: &str) -> Reading {
    Reading::One(exact(text))
}

fn two(thousands: &str, decimal: &str) -> Reading {
    Reading::Two(exact(thousands), exact(decimal))
}

/// Asserts that a text is read as that number wherever it stands.
fn always(text: &str, number: &str) {
    for separators in [Any, Thousands, Decimals] {
        assert_eq!(
            Number::read(text, separators),
            one(number),
            "{text:?} with {separators:?}"
        );
        assert_eq!(
            Number::read_amount(text, separators),
            one(number),
            "{text:?} with {separators:?}"
        );
    }
}

#[test]
fn plain_digits_have_one_reading() {
    always("0", "0");
    always("12345", "12345");
    always("007", "7");
    always("12.5", "12.5");
    always("12,5", "12.5");
    always("0.25", "0.25");
    always("-7", "-7");
    always("-0,5", "-0.5");
    always("1,2345", "1.2345");
    always("999999999999999999", "999999999999999999");
    always("-9223372036854775808", "-9223372036854775808");
    always("9223372036854775808", "9223372036854775808");
    always("0,1234567890123456789012345", "0.1234567890123456789012345");
}

#[test]
fn both_styles_of_groups_are_read() {
    always("1.234,5", "1234.5");
    always("1,234.5", "1234.5");
    always("1.234,567", "1234.567");
    always("1,234,567.89", "1234567.89");
    always("1.234.567", "1234567");
    always("1,234,567", "1234567");
    always("-12.345.678,9", "-12345678.9");
    always("123.456.789.012.345.678.901", "123456789012345678901");
}

#[test]
fn spaces_of_any_kind_group_by_three() {
    always("1 234", "1234");
    always("1\u{a0}234\u{a0}567", "1234567");
    always("12\u{202f}345", "12345");
    always("12\u{2009}345", "12345");
    always("1 234,5", "1234.5");
    always("1 234.567", "1234.567");
    always(" \u{a0}42\n", "42");
    always("\u{feff}1.234,5\u{a0}", "1234.5");
}

#[test]
fn signs_and_full_width_digits_are_read() {
    always("+5", "5");
    always("\u{2212}1.234,5", "-1234.5");
    always("－１２", "-12");
    always("＋１，５", "1.5");
    always("１．２３４，５", "1234.5");
}

#[test]
fn one_sign_before_three_digits_has_two_readings() {
    for (text, thousands, decimal) in [
        ("1.234", "1234", "1.234"),
        ("1,234", "1234", "1.234"),
        ("-123.456", "-123456", "-123.456"),
        ("+12,000", "12000", "12"),
        ("１.234", "1234", "1.234"),
    ] {
        assert_eq!(Number::read(text, Any), two(thousands, decimal), "{text}");
        assert_eq!(Number::read(text, Thousands), one(thousands), "{text}");
        assert_eq!(Number::read(text, Decimals), one(decimal), "{text}");
    }
}

#[test]
fn what_no_group_can_be_is_a_decimal() {
    always("0,125", "0.125");
    always("0.125", "0.125");
    always("-0.125", "-0.125");
    always("1234.567", "1234.567");
    always("01.234", "1.234");
}

#[test]
fn anything_else_is_unreadable() {
    let texts = [
        "",
        " ",
        "-",
        "+",
        ".",
        ",",
        "--5",
        "+-5",
        "-+5",
        "5-",
        "- 5",
        "12a",
        "a12",
        "x",
        "1e5",
        "1.23E+11",
        "1.",
        "1,",
        ".5",
        ",5",
        "1.23.456",
        "1.2345.678",
        "12.34,5",
        "1.234,5.6",
        "1,234.567,8",
        "1.234,567.890",
        "1..234",
        "1,.5",
        "1.,5",
        "1.234.",
        "1.234,",
        "0.123.456",
        "0 123",
        "1 23",
        "1  234",
        "1 2345",
        "1234 567",
        "1 234 5",
        "1 234.567.890",
        "1 234.567,8",
        "1.234 567",
        "1\t234",
        "1\n234",
        "1_000",
        "1'234",
        "(5)",
        "50%",
        "½",
        "²",
        "٣",
        "1/2",
        "∞",
        "NaN",
        "inf",
        "0x10",
        "1\u{200b}2",
        "–5",
    ];
    for text in texts {
        for separators in [Any, Thousands, Decimals] {
            assert_eq!(
                Number::read(text, separators),
                Reading::Unreadable,
                "{text:?}"
            );
            assert_eq!(
                Number::read_amount(text, separators),
                Reading::Unreadable,
                "{text:?}"
            );
        }
    }
}

#[test]
fn endless_text_is_no_number() {
    assert_eq!(Number::read(&"1".repeat(400), Any), one(&"1".repeat(400)));
    assert_eq!(Number::read(&"1".repeat(401), Any), Reading::Unreadable);
    assert_eq!(Number::read(&"１".repeat(401), Any), Reading::Unreadable);
    assert_eq!(
        Number::read_amount(&format!("1 {}", "đ".repeat(100_000)), Any),
        Reading::Unreadable
    );
    assert_eq!(Number::parse_plain(&"1".repeat(401)), None);
    assert_eq!(
        Number::parse_plain(&"1".repeat(400)),
        Some(exact(&"1".repeat(400)))
    );
    assert_eq!(Number::parse_exact(&"1".repeat(100_001)), None);
}

#[test]
fn amounts_take_scale_and_currency_words() {
    for (text, amount) in [
        ("1,2 tỷ", "1200000000"),
        ("1.2 tỉ đồng", "1200000000"),
        ("100 triệu", "100000000"),
        ("100 TRIỆU ĐỒNG", "100000000"),
        ("100tr", "100000000"),
        ("100 tr.", "100000000"),
        ("1,5trđ", "1500000"),
        ("1,5 tr.đ", "1500000"),
        ("20 nghìn", "20000"),
        ("20 ngàn đồng", "20000"),
        ("1,2 nghìn tỷ đồng", "1200000000000"),
        ("1.234.567 đ", "1234567"),
        ("1.234.567đồng", "1234567"),
        ("1.234.567,5 VNĐ", "1234567.5"),
        ("500 VND", "500"),
        ("500\u{a0}₫", "500"),
        ("-5 triệu", "-5000000"),
        ("1 234,5 tỷ", "1234500000000"),
        ("0,125 triệu", "125000"),
        ("5 ty\u{309}", "5000000000"),
    ] {
        for separators in [Any, Thousands, Decimals] {
            assert_eq!(
                Number::read_amount(text, separators),
                one(amount),
                "{text} with {separators:?}"
            );
        }
    }
}

#[test]
fn thousands_of_a_scale_are_in_doubt_even_in_whole_amounts() {
    let both = two("1234000000", "1234000");
    assert_eq!(Number::read_amount("1.234 triệu", Any), both);
    assert_eq!(Number::read_amount("1.234 triệu", Thousands), both);
    assert_eq!(Number::read_amount("1.234 triệu", Decimals), one("1234000"));
}

#[test]
fn a_currency_alone_leaves_the_separators_as_they_are() {
    assert_eq!(Number::read_amount("1.234 đồng", Any), two("1234", "1.234"));
    assert_eq!(Number::read_amount("1.234 đồng", Thousands), one("1234"));
}

#[test]
fn amounts_with_other_words_are_unreadable() {
    for text in [
        "triệu",
        "đồng",
        "5 hộ",
        "5 triệu hộ",
        "5 đồng triệu",
        "5 triệu triệu",
        "1 tỷ 200 triệu",
        "tỷ 5",
        "5 trđđ",
        "5 usd",
        "1..5 tỷ",
        "1 23 triệu",
    ] {
        assert_eq!(
            Number::read_amount(text, Any),
            Reading::Unreadable,
            "{text}"
        );
    }
}

#[test]
fn unit_remarks_scale() {
    for (text, scale) in [
        ("nghìn", "1000"),
        ("Nghìn đồng", "1000"),
        ("ngàn", "1000"),
        ("1.000", "1000"),
        ("1,000", "1000"),
        ("1000đ", "1000"),
        ("1.000 đồng", "1000"),
        ("triệu", "1000000"),
        ("Triệu đồng", "1000000"),
        ("tr.đ", "1000000"),
        ("trđ", "1000000"),
        ("1.000.000", "1000000"),
        ("1.000.000 VNĐ", "1000000"),
        (" TỶ ĐỒNG ", "1000000000"),
        ("tỉ", "1000000000"),
        ("nghìn tỷ đồng", "1000000000000"),
    ] {
        assert_eq!(scale_word(text), Some(exact(scale)), "{text}");
    }
    for text in [
        "",
        "đồng",
        "hộ",
        "%",
        "2021",
        "1",
        "100",
        "1.0000",
        "người",
        "nghìn hộ",
        "1.000 triệu",
        "-1.000",
        "1,000.5",
    ] {
        assert_eq!(scale_word(text), None, "{text}");
    }
}

#[test]
fn rule_files_write_plain_numbers() {
    for (text, number) in [
        ("0", "0"),
        ("100_000_000", "100000000"),
        ("-12.50", "-12.5"),
        ("1_2.3_4", "12.34"),
        (
            "12345678901234567890.123456789012345678901",
            "12345678901234567890.123456789012345678901",
        ),
    ] {
        assert_eq!(Number::parse_plain(text), Some(exact(number)), "{text}");
    }
    for text in [
        "", "-", "1__0", "_1", "1_", "1_.5", "1._5", "1.5_", ".5", "5.", "1.2.3", "1,5", "1e5",
        "+5", "--5", " 5", "5 ", "１", "-_1",
    ] {
        assert_eq!(Number::parse_plain(text), None, "{text:?}");
    }
}

#[test]
fn reports_read_back_exact_numbers_and_nothing_else() {
    for text in [
        "0",
        "-12.5",
        "1/3",
        "-617/3",
        "123456789012345678901234567891/7",
    ] {
        assert_eq!(
            Number::parse_exact(text)
                .map(|number| number.to_exact())
                .as_deref(),
            Some(text)
        );
    }
    for text in [
        "", "-", "1/0", "1/-3", "1/", "/3", "1/2/3", "1.5/2", "1.", ".5", "1_000", "1,5", "+1",
        " 1", "NaN", "1e3", "--1",
    ] {
        assert_eq!(Number::parse_exact(text), None, "{text:?}");
    }
}
