//! Every kind of cell in a column of every type: its value, or the problem.

use super::*;
use crate::fact::layout::BoundYear;
use crate::fact::schema::{ColumnId, UnitId, Vocabulary, VocabularyId};
use crate::text::Wording;
use indexmap::IndexMap;

fn schema() -> Schema {
    let mut schema = Schema::default();
    for name in ["household", "VND"] {
        schema.units.insert(name.to_owned(), Wording::default());
    }
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    let terms: IndexMap<String, Vec<String>> = [
        ("HTNV".to_owned(), names(&["Hoàn thành nhiệm vụ"])),
        ("1".to_owned(), names(&["Loại 1"])),
    ]
    .into_iter()
    .collect();
    schema
        .vocabularies
        .insert("rating".to_owned(), Vocabulary::new(true, terms));
    schema
}

const HOUSEHOLDS: ColumnType = ColumnType::Number {
    unit: Some(UnitId(0)),
    whole: true,
    min: Number::ZERO,
};
const PURE: ColumnType = ColumnType::Number {
    unit: None,
    whole: false,
    min: Number::ZERO,
};
const MONEY: ColumnType = ColumnType::Money { unit: UnitId(1) };
const CODE: ColumnType = ColumnType::Code {
    of: None,
    width: None,
};
const FIVE: ColumnType = ColumnType::Code {
    of: None,
    width: Some(5),
};

/// What a cell gives: the value, or the problem's code.
fn given(kind: &ColumnType, cell: Cell<'_>) -> String {
    let column = ColumnSchema {
        name: "c".to_owned(),
        kind: kind.clone(),
        series: false,
        headers: Vec::new(),
        empty: vec!["n/a".to_owned(), "#N/A".to_owned()],
        optional: false,
        digits: None,
    };
    let binding = Binding {
        at: 0,
        column: ColumnId(0),
        year: BoundYear::None,
        scale: None,
        unit_text: String::new(),
        percent: false,
        header: "c".to_owned(),
    };
    let schema = schema();
    let mut converter = Converter::new(&schema, &column, &binding, false);
    match converter.convert(cell) {
        Ok(Value::Empty) => "empty".to_owned(),
        Ok(Value::Number(number)) => number.to_exact(),
        Ok(Value::Bare(number)) => format!("bare {}", number.to_exact()),
        Ok(Value::Text(text)) => format!("{text:?}"),
        Ok(Value::YesNo(flag)) => flag.to_string(),
        Ok(Value::Date(day)) => day.to_string(),
        Ok(Value::Year(year)) => format!("year {year}"),
        Ok(Value::NoYear) => "no year".to_owned(),
        Ok(Value::Term(rank)) => format!("term {rank}"),
        Err(problem) => problem.diagnostic().code.replace("fact/", "! "),
    }
}

#[track_caller]
fn check(kind: &ColumnType, cases: &[(Cell<'_>, &str)]) {
    for (cell, expected) in cases {
        assert_eq!(given(kind, *cell), *expected, "{cell:?} in {kind:?}");
    }
}

const fn text(text: &str) -> Cell<'_> {
    Cell::Text(text)
}

const fn number(value: f64) -> Cell<'static> {
    Cell::Number {
        value,
        percent: false,
    }
}

const fn percent(value: f64) -> Cell<'static> {
    Cell::Number {
        value,
        percent: true,
    }
}

fn day(year: i32, month: u32, day: u32) -> Cell<'static> {
    Cell::Date(NaiveDate::from_ymd_opt(year, month, day).unwrap())
}

#[test]
fn cells_without_a_value_are_told_apart_whatever_the_column() {
    let year_of_rating = ColumnType::Level(VocabularyId(0));
    for kind in [
        HOUSEHOLDS,
        PURE,
        MONEY,
        CODE,
        FIVE,
        ColumnType::Percent,
        ColumnType::Text,
        ColumnType::YesNo,
        ColumnType::Date,
        ColumnType::Year,
        year_of_rating,
    ] {
        check(
            &kind,
            &[
                (Cell::Empty, "empty"),
                (text("n/a"), "empty"),
                (text("N/A"), "empty"),
                (text("#N/A"), "empty"),
                (Cell::Error("#REF!"), "! error-cell"),
                (Cell::Error("Err:502"), "! error-cell"),
                (text("#DIV/0!"), "! error-cell"),
                (text("#####"), "! error-cell"),
                (Cell::Error(""), "! formula-without-value"),
                (Cell::Error("NaN"), "! not-finite"),
                (Cell::Error("inf"), "! not-finite"),
                (Cell::Error("-inf"), "! not-finite"),
                (Cell::Error("2958466"), "! no-day-number"),
                (Cell::Error("-1.5"), "! no-day-number"),
            ],
        );
    }
}

#[test]
fn counts() {
    check(
        &HOUSEHOLDS,
        &[
            (number(12.0), "12"),
            (number(0.0), "0"),
            (number(-0.0), "0"),
            (number(1e30), "1000000000000000000000000000000"),
            (number(-1.0), "! negative"),
            (number(0.5), "! fraction"),
            (number(1.000_000_000_000_000_2), "1"),
            (number(f64::NAN), "! not-a-number"),
            (percent(0.5), "! percent-in-number"),
            (day(1900, 1, 15), "! day-in-number"),
            (Cell::YesNo(true), "! not-a-number"),
            (text("1.234"), "1234"),
            (text("1 234 567"), "1234567"),
            (text("1\u{a0}234"), "1234"),
            (text("1\u{202f}234\u{2009}567"), "1234567"),
            (text("１２３４"), "1234"),
            (text("１．２３４"), "1234"),
            (text("00012"), "12"),
            (text("1.234,0"), "1234"),
            (text("12,5"), "! fraction"),
            (text("-3"), "! negative"),
            (text("\u{2212}3"), "! negative"),
            (text("1.23E+11"), "! not-a-number"),
            (text("5 hộ"), "! not-a-number"),
            (text("1,2 nghìn"), "! not-a-number"),
            (text("x"), "! not-a-number"),
            (text("-"), "! not-a-number"),
            (text("…"), "! not-a-number"),
            (text("NaN"), "! not-a-number"),
            (text("50 %"), "! percent-in-number"),
            (text("%"), "! not-a-number"),
        ],
    );
}

#[test]
fn pure_numbers() {
    check(
        &PURE,
        &[
            (number(49.199_999_999_999_996), "49.2"),
            (number(0.1 + 0.2), "0.3"),
            (percent(0.5), "0.5"),
            (text("50%"), "0.5"),
            (text("1,5 ％"), "0.015"),
            (text("1.234"), "! two-readings"),
            (text("1,234"), "! two-readings"),
            (text("１,２３４"), "! two-readings"),
            (text("0.125"), "0.125"),
            (text("1.234,5"), "1234.5"),
            (text("1,234.5"), "1234.5"),
            (text("100 triệu"), "! not-a-number"),
        ],
    );
}

#[test]
fn money() {
    check(
        &MONEY,
        &[
            (number(1e15), "1000000000000000"),
            (number(1e30), "1000000000000000000000000000000"),
            (number(0.5), "! fraction"),
            (number(-1.0), "! negative"),
            (text("100 triệu"), "100000000"),
            (text("100tr"), "100000000"),
            (text("1,2 tỷ"), "1200000000"),
            (text("1,2 tỉ đồng"), "1200000000"),
            (text("500 nghìn"), "500000"),
            (text("500.000đ"), "500000"),
            (text("1.234 triệu"), "! two-readings"),
            (text("1,5 đồng"), "! fraction"),
            (text("nhiều"), "! not-a-number"),
        ],
    );
}

#[test]
fn percents() {
    check(
        &ColumnType::Percent,
        &[
            (percent(0.0134), "0.0134"),
            (percent(1.0), "1"),
            (percent(1.0001), "! above-100-percent"),
            (percent(-0.1), "! negative"),
            (number(1.5), "bare 1.5"),
            (number(85.0), "bare 85"),
            (number(-1.0), "! negative"),
            (text("1,34%"), "0.0134"),
            (text("1.34 %"), "0.0134"),
            (text("1.234%"), "0.01234"),
            (text("100%"), "1"),
            (text("100,1%"), "! above-100-percent"),
            (text("0,5"), "bare 0.5"),
            (text("half"), "! not-a-number"),
            (day(1900, 1, 1), "! day-in-number"),
        ],
    );
}

#[test]
fn codes() {
    check(
        &CODE,
        &[
            (text("00123"), "\"00123\""),
            (text("KV\u{200b}1"), "\"KV1\""),
            (text("A\u{302}1"), "\"Â1\""),
            (number(25_294.0), "\"25294\""),
            (number(123_456_789_012.0), "\"123456789012\""),
            (number(1e15), "! long-code"),
            (number(1.5), "! not-a-code"),
            (number(-1.0), "! not-a-code"),
            (percent(1.0), "! not-a-code"),
            (text("1.23457E+11"), "! scientific-code"),
            (text("1,23E+11"), "! scientific-code"),
            (text("1E+11"), "! scientific-code"),
            (text("KE+1"), "\"KE+1\""),
            (text("\u{200b}"), "! not-a-code"),
            (day(2022, 1, 1), "! not-a-code"),
            (Cell::YesNo(true), "! not-a-code"),
        ],
    );
    check(
        &FIVE,
        &[
            (text("00123"), "\"00123\""),
            (text("123"), "! width"),
            (text("000123"), "! width"),
            (number(123.0), "\"00123\""),
            (number(0.0), "\"00000\""),
            (number(12_345.0), "\"12345\""),
            (number(123_456.0), "! width"),
        ],
    );
}

#[test]
fn days() {
    check(
        &ColumnType::Date,
        &[
            (day(2022, 12, 31), "2022-12-31"),
            (day(1899, 12, 31), "! year-outside"),
            (day(9999, 1, 1), "! year-outside"),
            (number(45_306.0), "! number-in-date"),
            (number(20_221_231.0), "! not-a-date"),
            (number(0.5), "! not-a-date"),
            (text("31/12/2022"), "2022-12-31"),
            (text("1.2.2023"), "2023-02-01"),
            (text("31/12/2022 00:00:00"), "2022-12-31"),
            (text("2022-12-31T10:30:00.000"), "2022-12-31"),
            (text("29/02/2024"), "2024-02-29"),
            (text("29/02/2023"), "! no-such-day"),
            (text("31/04/2022"), "! no-such-day"),
            (text("00/01/2022"), "! no-such-day"),
            (text("12/31/2022"), "! no-such-day"),
            (text("01/01/0026"), "! year-outside"),
            (text("0026-01-01"), "! year-outside"),
            (text("1/2/23"), "! short-year"),
            (text("26-02-03"), "! short-year"),
            (text("31/12"), "! not-a-date"),
            (text("2022/12/31"), "! not-a-date"),
            (text("31/12/2022 sáng"), "! not-a-date"),
            (text("quý IV"), "! not-a-date"),
        ],
    );
}

#[test]
fn years() {
    check(
        &ColumnType::Year,
        &[
            (number(2022.0), "year 2022"),
            (text("2022"), "year 2022"),
            (text("Năm 2022"), "year 2022"),
            (text("0"), "no year"),
            (number(0.0), "no year"),
            (text("00"), "! not-a-year"),
            (number(1.0), "! not-a-year"),
            (number(22.0), "! not-a-year"),
            (number(2022.5), "! not-a-year"),
            (text("22"), "! not-a-year"),
            (percent(2022.0), "! not-a-year"),
            (day(1905, 7, 14), "! day-in-number"),
        ],
    );
}

#[test]
fn words() {
    check(
        &ColumnType::YesNo,
        &[
            (Cell::YesNo(false), "false"),
            (text("Có"), "true"),
            (text("ĐẠT"), "true"),
            (text("không đạt"), "false"),
            (text("X"), "true"),
            (number(1.0), "! not-yes-no"),
            (text("-"), "! not-yes-no"),
        ],
    );
    check(
        &ColumnType::Level(VocabularyId(0)),
        &[
            (text("htnv"), "term 0"),
            (text("HOÀN THÀNH NHIỆM VỤ"), "term 0"),
            (number(1.0), "term 1"),
            (text("HTNX"), "! misspelt-term"),
            (text("Trong sạch vững mạnh"), "! unknown-term"),
            (Cell::YesNo(true), "! unknown-term"),
        ],
    );
    check(
        &ColumnType::Text,
        &[
            (text("Â\u{301}p"), "\"Ấp\""),
            (number(12.5), "\"12.5\""),
            (day(2022, 12, 31), "\"31/12/2022\""),
        ],
    );
}
