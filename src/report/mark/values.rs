//! A workbook of values alone, for files that are no workbook that can be marked in kind.
//!
//! In: an opened file. Out: a workbook with the same cells at the same addresses, texts as texts and numbers as numbers, and what its
//! sheets are called there. Must not know: findings.

use super::notes::cut;
use super::{Unfit, book};
use crate::table::{Cell, Row, SheetInfo, Source};
use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, Formula, Workbook, Worksheet, XlsxError,
};

/// The longest text of a cell, in Excel's units of UTF-16.
const LONGEST_TEXT: usize = 32_767;
/// Letters that no sheet's name holds.
const NOT_IN_NAMES: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];

/// How cells are shown.
struct Shown {
    plain: Format,
    percent: Format,
    day: Format,
}

/// The workbook, and its sheets' names in the order of the file's. `stem` names the sheet of a file whose sheet has no name.
pub(super) fn workbook(
    source: &mut dyn Source,
    stem: &str,
    day: NaiveDate,
) -> Result<(Vec<u8>, Vec<String>), Unfit> {
    let sheets: Vec<SheetInfo> = source.sheets().to_vec();
    let shown = Shown {
        plain: Format::new(),
        percent: Format::new().set_num_format("0.00%"),
        day: Format::new().set_num_format("dd/mm/yyyy"),
    };
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_creation_datetime(&written_day(day)?));
    let mut names: Vec<String> = Vec::new();
    for (at, info) in sheets.iter().enumerate() {
        let wished = sheet_name(info.name.as_deref().unwrap_or(stem));
        let name = book::free_name(&wished, names.iter().map(String::as_str));
        let page = book.add_worksheet();
        page.set_name(&name)?;
        page.set_hidden(!info.visible);
        fill(page, source, at, &shown)?;
        names.push(name);
    }
    Ok((book.save_to_buffer()?, names))
}

/// A name that Excel allows. A year in it is left out: the file's name has it still, and is asked after the sheet's titles.
fn sheet_name(wished: &str) -> String {
    let plain: String = wished
        .chars()
        .map(|c| {
            if NOT_IN_NAMES.contains(&c) || c.is_control() {
                '_'
            } else {
                c
            }
        })
        .collect();
    let plain = plain.trim().trim_matches('\'').to_owned();
    match plain.is_empty() || plain.eq_ignore_ascii_case("history") {
        true => "Sheet1".to_owned(),
        false => plain,
    }
}

/// A name of a file without the years in it, to name a sheet by.
pub(super) fn without_years(stem: &str) -> String {
    let mut kept = String::new();
    let mut digits = String::new();
    let end = |digits: &mut String, kept: &mut String| {
        let is_year = digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
        if !is_year {
            kept.push_str(digits);
        }
        digits.clear();
    };
    for c in stem.chars() {
        if c.is_ascii_digit() {
            digits.push(c);
        } else {
            end(&mut digits, &mut kept);
            kept.push(c);
        }
    }
    end(&mut digits, &mut kept);
    let is_separator = |c: char| c.is_whitespace() || matches!(c, '_' | '-' | '–' | '.');
    kept.trim_matches(is_separator).to_owned()
}

fn fill(
    page: &mut Worksheet,
    source: &mut dyn Source,
    sheet: usize,
    shown: &Shown,
) -> Result<(), Unfit> {
    let hidden = source.hidden(sheet).unwrap_or_default();
    for merge in source.merges(sheet).unwrap_or_default() {
        let (first, last) = merge.columns;
        let columns = u16::try_from(first).ok().zip(u16::try_from(last).ok());
        if let Some((first, last)) = columns {
            let (top, bottom) = (merge.rows.0 - 1, merge.rows.1 - 1);
            // A block of one cell, or over another, is none.
            let _ = page.merge_range(top, first, bottom, last, "", &shown.plain);
        }
    }
    let Ok(mut rows) = source.rows(sheet) else {
        return Ok(());
    };
    // What is wrong with a sheet is among the findings; its rows are given as far as they can be read.
    while let Ok(Some(row)) = rows.next_row() {
        write_row(page, row, shown)?;
    }
    const MOST_RUNS: usize = 1_000;
    for (first, last) in hidden.rows.into_iter().take(MOST_RUNS) {
        for row in (first..=last).take(MOST_RUNS) {
            page.set_row_hidden(row - 1)?;
        }
    }
    for (first, last) in hidden.columns.into_iter().take(MOST_RUNS) {
        for column in (first..=last).take(MOST_RUNS) {
            page.set_column_hidden(u16::try_from(column).map_err(|_| Unfit::TooLarge)?)?;
        }
    }
    Ok(())
}

fn write_row(page: &mut Worksheet, row: Row<'_>, shown: &Shown) -> Result<(), Unfit> {
    for (column, cell) in (0_u32..).zip(row.cells()) {
        let at = row.number.checked_sub(1).ok_or(Unfit::TooLarge)?;
        let column = u16::try_from(column).map_err(|_| Unfit::TooLarge)?;
        let written = match cell {
            Cell::Empty => continue,
            Cell::Text(text) => page.write_string(at, column, cut(text, LONGEST_TEXT)),
            Cell::Number {
                value,
                percent: false,
            } => page.write_number(at, column, value),
            Cell::Number {
                value,
                percent: true,
            } => page.write_number_with_format(at, column, value, &shown.percent),
            Cell::YesNo(flag) => page.write_boolean(at, column, flag),
            Cell::Date(day) => match written_day(day) {
                Ok(written) => page.write_datetime_with_format(at, column, written, &shown.day),
                // Before 1900 Excel has no days.
                Err(_) => page.write_string(at, column, day.format("%d/%m/%Y").to_string()),
            },
            Cell::Error(literal) if ERRORS.contains(&literal) => {
                let formula = Formula::new(format!("={literal}")).set_result(literal);
                page.write_formula(at, column, formula)
            }
            Cell::Error(literal) => page.write_string(at, column, literal),
        };
        written?;
    }
    Ok(())
}

/// What Excel writes where a cell has no value.
const ERRORS: [&str; 7] = [
    "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A",
];

fn written_day(day: NaiveDate) -> Result<ExcelDateTime, Unfit> {
    let part = |number: u32| u8::try_from(number).unwrap_or(1);
    let year = u16::try_from(day.year()).map_err(|_| Unfit::TooLarge)?;
    Ok(ExcelDateTime::from_ymd(
        year,
        part(day.month()),
        part(day.day()),
    )?)
}

impl From<XlsxError> for Unfit {
    fn from(_: XlsxError) -> Self {
        Unfit::TooLarge
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_become_names_of_sheets() {
        assert_eq!(without_years("communes_2022"), "communes");
        assert_eq!(without_years("2022 xã 123"), "xã 123");
        assert_eq!(without_years("2022"), "");
        assert_eq!(sheet_name("a/b:c"), "a_b_c");
        assert_eq!(sheet_name("'x'"), "x");
        assert_eq!(sheet_name(""), "Sheet1");
    }
}
