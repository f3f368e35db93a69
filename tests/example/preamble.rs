//! The example `binh-phuoc-2016-2020`: the figures of the plan's preamble, and what they must lead to.
//!
//! In: the printed figures. Out: the folder's files, and the targets' figures beside the printed ones. Must not know: the rule
//! language, any code of the program.

use crate::logic::Fraction;

/// Poor households, hundredths of a percent, poor ethnic-minority households.
struct Figures {
    poor: i128,
    rate: i128,
    minority: i128,
}

/// At the start of 2016, which is the review of the end of 2015.
const START: Figures = Figures {
    poor: 14_627,
    rate: 615,
    minority: 6_490,
};
/// At the end of 2020.
const END: Figures = Figures {
    poor: 3_568,
    rate: 134,
    minority: 1_297,
};
/// From the review of 2015 to that of 2020.
const YEARS: i128 = 2020 - 2015;

/// The folder's files.
pub(crate) fn files() -> Vec<(&'static str, Vec<u8>)> {
    let grouped = |number: i128| format!("{}.{:03}", number / 1_000, number % 1_000);
    let percent = |hundredths: i128| format!("{},{:02}%", hundredths / 100, hundredths % 100);
    let table = format!(
        "\u{feff}Mã tỉnh;Tên tỉnh;Số hộ nghèo đầu năm 2016;Số hộ nghèo cuối năm 2020;Tỷ lệ hộ nghèo đầu năm 2016;\
         Tỷ lệ hộ nghèo cuối năm 2020;Số hộ nghèo DTTS đầu năm 2016;Số hộ nghèo DTTS cuối năm 2020\r\n\
         70;Bình Phước;{};{};{};{};{};{}\r\n",
        grouped(START.poor),
        grouped(END.poor),
        percent(START.rate),
        percent(END.rate),
        grouped(START.minority),
        grouped(END.minority),
    );
    vec![
        ("toan-tinh.csv", table.into_bytes()),
        ("README.md", README.as_bytes().to_vec()),
    ]
}

const README: &str = include_str!("preamble.md");

/// `id,year,measured,published,published_as`.
pub(crate) fn targets_as_csv() -> String {
    let rate = |figures: &Figures| Fraction::whole(figures.rate).over(10_000);
    let all_households = |figures: &Figures| {
        Fraction::of(figures.poor * 10_000, figures.rate).expect("a rate above zero")
    };
    let a_year = |start: Fraction, end: Fraction| start.minus(end).over(YEARS);
    let households = |start, end| a_year(Fraction::whole(start), Fraction::whole(end));
    let points = Fraction::whole(96).over(10_000);
    let rows = [
        ("P.1", 2015, all_households(&START), None),
        ("P.2", 2020, all_households(&END), None),
        (
            "P.3",
            2020,
            households(START.poor, END.poor),
            Some((Fraction::whole(2_211), 1)),
        ),
        (
            "P.4",
            2020,
            a_year(rate(&START), rate(&END)),
            Some((points, 10_000)),
        ),
        (
            "P.6",
            2020,
            households(START.minority, END.minority),
            Some((Fraction::whole(1_038), 1)),
        ),
    ];
    let mut lines = vec!["id,year,measured,published,published_as".to_owned()];
    for (id, year, measured, published) in rows {
        let (shown, how) = published.map_or((String::new(), ""), |(published, scale)| {
            (published.exact(), agreement(measured, published, scale))
        });
        lines.push(format!("{id},{year},{},{shown},{how}", measured.exact()));
    }
    lines.join("\n") + "\n"
}

/// How a printed figure came from the exact one; `scale` makes its last digit the ones.
fn agreement(measured: Fraction, published: Fraction, scale: i128) -> &'static str {
    let (measured, published) = (measured.times(scale), published.times(scale));
    let half = Fraction::whole(1).over(2);
    if measured == published {
        "exact"
    } else if measured.floor() == published {
        "truncated"
    } else if measured.plus(half).floor() == published {
        "rounded"
    } else {
        "differs"
    }
}
