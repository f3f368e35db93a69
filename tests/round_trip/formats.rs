//! A table as every format holds it. A further format is one line of [`FORMATS`].
//!
//! In: rows of what is said. Out: the bytes of a file.

use crate::communes::{HEADERS, Row, Said};
use crate::office::{self, Cell, Sheet, encoded};

/// A format by name, and how a table is written in it.
pub(crate) type Format = (&'static str, fn(&[Row]) -> Vec<u8>);

pub(crate) const FORMATS: &[Format] = &[
    ("CSV", |rows| delimited(rows, ',', '.').into_bytes()),
    ("CSV with decimal commas", |rows| {
        delimited(rows, ';', ',').into_bytes()
    }),
    ("separated by tabs", |rows| {
        delimited(rows, '\t', ',').into_bytes()
    }),
    ("UTF-8 with a mark", |rows| {
        format!("\u{feff}{}", delimited(rows, ',', '.')).into_bytes()
    }),
    ("UTF-16, low byte first", |rows| {
        encoded::utf_16(&delimited(rows, '\t', ','), u16::to_le_bytes)
    }),
    ("UTF-16, high byte first", |rows| {
        encoded::utf_16(&delimited(rows, ';', ','), u16::to_be_bytes)
    }),
    ("xlsx", |rows| office::xlsx::workbook(&[sheet(rows)])),
    ("ods", |rows| office::ods::workbook(&[sheet(rows)])),
    ("xls", |rows| office::xls::workbook(&[sheet(rows)])),
];

fn delimited(rows: &[Row], separator: char, point: char) -> String {
    let separator = u8::try_from(separator).expect("one byte");
    let mut writer = csv::WriterBuilder::new()
        .delimiter(separator)
        .from_writer(Vec::new());
    writer.write_record(HEADERS).expect("written to memory");
    for row in rows {
        let cells = row.iter().map(|said| shown(said, point));
        writer.write_record(cells).expect("written to memory");
    }
    let bytes = writer.into_inner().expect("written to memory");
    String::from_utf8(bytes).expect("text")
}

fn shown(said: &Said, point: char) -> String {
    match said {
        Said::Nothing => String::new(),
        Said::Text(text) => text.clone(),
        Said::Number(digits, scale) => figure(*digits, *scale, point),
        Said::Percent(hundredths) => figure(*hundredths, 2, point) + "%",
        Said::YesNo(flag) => if *flag { "có" } else { "không" }.to_owned(),
        Said::Day(day) => day.format("%d/%m/%Y").to_string(),
        Said::Rating(_, spelling) => (*spelling).to_owned(),
        Said::Error => "#N/A".to_owned(),
    }
}

/// A number as people write it, without zeros at its end.
fn figure(digits: i64, scale: u8, point: char) -> String {
    let sign = if digits < 0 { "-" } else { "" };
    let (digits, scale) = (digits.unsigned_abs(), usize::from(scale));
    let padded = format!("{digits:0>width$}", width = scale + 1);
    let (whole, fraction) = padded.split_at(padded.len() - scale);
    match fraction.trim_end_matches('0') {
        "" => format!("{sign}{whole}"),
        fraction => format!("{sign}{whole}{point}{fraction}"),
    }
}

fn sheet(rows: &[Row]) -> Sheet {
    let header = HEADERS.map(Cell::text).to_vec();
    let cells = |row: &Row| row.iter().map(cell).collect();
    let rows = std::iter::once(header).chain(rows.iter().map(cells));
    Sheet::new("communes", rows.collect())
}

fn cell(said: &Said) -> Cell {
    let float =
        |digits: i64, scale: u8| -> f64 { figure(digits, scale, '.').parse().expect("a number") };
    match said {
        Said::Nothing => Cell::Empty,
        Said::Text(text) => Cell::text(text),
        Said::Number(digits, scale) => Cell::Number(float(*digits, *scale)),
        Said::Percent(hundredths) => Cell::Percent(float(*hundredths, 4)),
        Said::YesNo(flag) => Cell::YesNo(*flag),
        Said::Day(day) => Cell::Day(*day),
        Said::Rating(_, spelling) => Cell::text(spelling),
        Said::Error => Cell::Error("#N/A"),
    }
}
