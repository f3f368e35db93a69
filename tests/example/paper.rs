//! Sheets as offices lay them out, as plain descriptions, and the bytes they become.
//!
//! In: a [`Sheet`]: title lines, columns (some with a year each under one heading), rows of cells. Out: an `.xlsx` workbook or a CSV
//! file, the same bytes each time. Must not know: which tables there are, what any figure means.

use chrono::NaiveDate;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, Workbook, Worksheet,
    XlsxError,
};

/// One sheet.
pub(crate) struct Sheet {
    pub(crate) name: &'static str,
    /// The office that sends it, in capitals.
    pub(crate) office: &'static str,
    /// Lines under the office's: title, unit line. They stand above the table.
    pub(crate) titles: &'static [&'static str],
    pub(crate) columns: Vec<Column>,
    pub(crate) rows: Vec<Row>,
    pub(crate) extras: Extras,
}

/// What a sheet has around its rows.
#[derive(Clone, Copy, Default)]
pub(crate) struct Extras {
    /// A row `A B C 1 2 3` under the header.
    pub(crate) column_numbers: bool,
    pub(crate) total: Total,
}

/// The last row.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Total {
    /// There is none.
    #[default]
    None,
    /// `Tổng cộng` with the sums typed in.
    Typed,
    /// `Tổng cộng` with `=SUM(…)`.
    Formulas,
}

/// A column, or several under one heading.
pub(crate) struct Column {
    pub(crate) heading: &'static str,
    /// What stands under the heading; nothing for a single column.
    pub(crate) under: Vec<Under>,
}

/// A heading under another one.
#[derive(Clone, Copy)]
pub(crate) enum Under {
    Year(u16),
    Text(&'static str),
}

/// A column of its own.
pub(crate) fn single(heading: &'static str) -> Column {
    Column {
        heading,
        under: Vec::new(),
    }
}

/// A column per year under one heading.
pub(crate) fn by_year(heading: &'static str, years: &[u16]) -> Column {
    Column {
        heading,
        under: years.iter().copied().map(Under::Year).collect(),
    }
}

/// Columns of their own names under one heading.
pub(crate) fn under(heading: &'static str, names: &[&'static str]) -> Column {
    Column {
        heading,
        under: names.iter().copied().map(Under::Text).collect(),
    }
}

/// A row under the header.
pub(crate) enum Row {
    /// A heading inside the table: its number and text.
    Group(&'static str, String),
    /// A unit; the running number is put in front.
    Unit(Vec<Cell>),
}

/// A unit with its labels and its values.
pub(crate) fn unit(
    labels: impl IntoIterator<Item = Cell>,
    values: impl IntoIterator<Item = Cell>,
) -> Row {
    Row::Unit(labels.into_iter().chain(values).collect())
}

/// A cell.
#[derive(Clone)]
pub(crate) enum Cell {
    Empty,
    Text(String),
    /// A year, or a code that its office keeps as a number.
    NumericCode(u32),
    /// A whole number, or (second) the way it is written as text.
    Count(i128, Option<&'static str>),
    /// Hundredths of a percent, as a bare number: 150 is `1,5`.
    Points(i128),
    /// Hundredths of a percent, as a number with a percent format: 150 is 0.015, shown `1,50%`.
    Percent(i128),
    /// An amount of đồng, in millions.
    Millions(i128),
    /// A day, as a cell with a date format.
    Day(NaiveDate),
}

impl Cell {
    /// A text.
    pub(crate) fn text(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }

    fn count(&self) -> Option<i128> {
        match self {
            Cell::Count(count, _) => Some(*count),
            Cell::Empty
            | Cell::Text(_)
            | Cell::NumericCode(_)
            | Cell::Points(_)
            | Cell::Percent(_)
            | Cell::Millions(_)
            | Cell::Day(_) => None,
        }
    }

    /// As text with a decimal comma.
    fn to_csv(&self) -> String {
        match self {
            Cell::Empty => String::new(),
            Cell::Text(text) => text.clone(),
            Cell::NumericCode(code) => code.to_string(),
            Cell::Count(_, Some(text)) => (*text).to_owned(),
            Cell::Count(count, None) => count.to_string(),
            Cell::Points(hundredths) => with_comma(*hundredths, 2),
            Cell::Percent(hundredths) => with_comma(*hundredths, 2) + "%",
            Cell::Millions(amount) => with_comma(*amount, 6),
            Cell::Day(day) => day.format("%d/%m/%Y").to_string(),
        }
    }
}

fn with_comma(scaled: i128, places: u32) -> String {
    let power = 10_i128.pow(places);
    let fraction = format!("{:0width$}", scaled % power, width = places as usize);
    match fraction.trim_end_matches('0') {
        "" => (scaled / power).to_string(),
        fraction => format!("{},{fraction}", scaled / power),
    }
}

/// A CSV file as Excel in Vietnamese writes it: byte-order mark, semicolons, decimal commas; the title lines as rows of their own.
pub(crate) fn csv_file(sheet: &Sheet) -> Vec<u8> {
    let headings: Vec<String> = sheet.columns.iter().flat_map(flat_headings).collect();
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    let mut write = |mut fields: Vec<String>| {
        fields.resize(headings.len() + 1, String::new());
        writer.write_record(&fields).expect("writing to memory");
    };
    for line in std::iter::once(&sheet.office)
        .filter(|office| !office.is_empty())
        .chain(sheet.titles)
    {
        write(vec![(*line).to_owned()]);
    }
    write(
        std::iter::once("STT".to_owned())
            .chain(headings.iter().cloned())
            .collect(),
    );
    let mut number = 0;
    for row in &sheet.rows {
        match row {
            Row::Group(group, text) => write(vec![(*group).to_owned(), text.clone()]),
            Row::Unit(cells) => {
                number += 1;
                write(
                    std::iter::once(number.to_string())
                        .chain(cells.iter().map(Cell::to_csv))
                        .collect(),
                );
            }
        }
    }
    writer.into_inner().expect("writing to memory")
}

/// `Số hộ nghèo 2021`: one header row, so the year stands in each heading.
fn flat_headings(column: &Column) -> Vec<String> {
    if column.under.is_empty() {
        return vec![column.heading.to_owned()];
    }
    let with = |under: &Under| match under {
        Under::Year(year) => format!("{} {year}", column.heading),
        Under::Text(text) => format!("{} {text}", column.heading),
    };
    column.under.iter().map(with).collect()
}

/// A workbook of those sheets.
pub(crate) fn workbook(sheets: &[Sheet]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let written = ExcelDateTime::from_ymd(2025, 10, 15)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&written));
    for sheet in sheets {
        write_sheet(workbook.add_worksheet(), sheet)?;
    }
    workbook.save_to_buffer()
}

fn write_sheet(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    page.set_name(sheet.name)?;
    let width = 1 + sheet
        .columns
        .iter()
        .map(|column| column.under.len().max(1) as u16)
        .sum::<u16>();
    let mut next = write_titles(page, sheet, width)?;
    next = write_header(page, sheet, next)?;
    if sheet.extras.column_numbers {
        write_column_numbers(page, next, width)?;
        next += 1;
    }
    let first = next;
    let mut number = 0;
    for row in &sheet.rows {
        match row {
            Row::Group(group, text) => {
                page.write_with_format(next, 0, *group, &strong())?;
                page.write_with_format(next, 2, text.as_str(), &strong())?;
            }
            Row::Unit(cells) => {
                number += 1;
                page.write_with_format(next, 0, number, &boxed())?;
                for (column, cell) in (1..).zip(cells) {
                    write_cell(page, next, column, cell)?;
                }
            }
        }
        next += 1;
    }
    write_total(page, sheet, first, next, width)
}

fn write_titles(page: &mut Worksheet, sheet: &Sheet, width: u16) -> Result<u32, XlsxError> {
    let centred = Format::new().set_bold().set_align(FormatAlign::Center);
    page.write_with_format(0, 0, sheet.office, &Format::new().set_bold())?;
    let mut next = 2;
    for title in sheet.titles {
        page.merge_range(next, 0, next, width - 1, title, &centred)?;
        next += 1;
    }
    Ok(next + 1)
}

/// One header row, or two where a column has years: then the single ones are merged downward and the headings across their years.
fn write_header(page: &mut Worksheet, sheet: &Sheet, top: u32) -> Result<u32, XlsxError> {
    let bottom = top + u32::from(sheet.columns.iter().any(|column| !column.under.is_empty()));
    let mut at = 0;
    for column in std::iter::once(&single("STT")).chain(&sheet.columns) {
        let last = at + (column.under.len().max(1) as u16) - 1;
        let end = if column.under.is_empty() { bottom } else { top };
        if (end, last) == (top, at) {
            page.write_with_format(top, at, column.heading, &header())?;
        } else {
            page.merge_range(top, at, end, last, column.heading, &header())?;
        }
        for (place, under) in (at..).zip(&column.under) {
            match under {
                Under::Year(year) => page.write_with_format(bottom, place, *year, &header())?,
                Under::Text(text) => page.write_with_format(bottom, place, *text, &header())?,
            };
        }
        at = last + 1;
    }
    Ok(bottom + 1)
}

fn write_column_numbers(page: &mut Worksheet, row: u32, width: u16) -> Result<(), XlsxError> {
    for column in 0..width {
        match ["A", "B", "C"].get(usize::from(column)) {
            Some(letter) => page.write_with_format(row, column, *letter, &header())?,
            None => page.write_with_format(row, column, column - 2, &header())?,
        };
    }
    Ok(())
}

fn write_cell(page: &mut Worksheet, row: u32, column: u16, cell: &Cell) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => page.write_blank(row, column, &boxed())?,
        Cell::Text(text) => page.write_with_format(row, column, text.as_str(), &boxed())?,
        Cell::NumericCode(code) => page.write_with_format(row, column, *code, &boxed())?,
        Cell::Count(_, Some(text)) => page.write_with_format(row, column, *text, &boxed())?,
        Cell::Count(count, None) => {
            page.write_with_format(row, column, *count as f64, &boxed().set_num_format("#,##0"))?
        }
        Cell::Points(hundredths) => {
            page.write_with_format(row, column, *hundredths as f64 / 100.0, &boxed())?
        }
        Cell::Percent(hundredths) => page.write_with_format(
            row,
            column,
            *hundredths as f64 / 10_000.0,
            &boxed().set_num_format("0.00%"),
        )?,
        Cell::Millions(amount) => {
            page.write_with_format(row, column, *amount as f64 / 1_000_000.0, &boxed())?
        }
        Cell::Day(day) => page.write_with_format(
            row,
            column,
            &ExcelDateTime::parse_from_str(&day.to_string())?,
            &boxed().set_num_format("dd/mm/yyyy"),
        )?,
    };
    Ok(())
}

fn write_total(
    page: &mut Worksheet,
    sheet: &Sheet,
    first: u32,
    row: u32,
    width: u16,
) -> Result<(), XlsxError> {
    if sheet.extras.total == Total::None {
        return Ok(());
    }
    let units: Vec<&Vec<Cell>> = sheet
        .rows
        .iter()
        .filter_map(|row| {
            if let Row::Unit(cells) = row {
                Some(cells)
            } else {
                None
            }
        })
        .collect();
    let sums: Vec<Option<i128>> = (1..usize::from(width))
        .map(|column| sum(&units, column - 1))
        .collect();
    let labels = sums.iter().take_while(|sum| sum.is_none()).count() as u16;
    page.merge_range(row, 0, row, labels, "Tổng cộng", &strong())?;
    for (column, sum) in (1..).zip(sums) {
        let Some(sum) = sum else { continue };
        let format = strong().set_num_format("#,##0");
        if sheet.extras.total == Total::Formulas {
            let range = rust_xlsxwriter::utility::cell_range(first, column, row - 1, column);
            page.write_with_format(
                row,
                column,
                Formula::new(format!("=SUM({range})")).set_result(sum.to_string()),
                &format,
            )?;
        } else {
            page.write_with_format(row, column, sum as f64, &format)?;
        }
    }
    Ok(())
}

/// The sum of a column's counts, if it has any.
fn sum(units: &[&Vec<Cell>], column: usize) -> Option<i128> {
    units
        .iter()
        .filter_map(|cells| cells.get(column)?.count())
        .reduce(|total, count| total + count)
}

fn boxed() -> Format {
    Format::new().set_border(FormatBorder::Thin)
}

fn strong() -> Format {
    boxed().set_bold()
}

fn header() -> Format {
    strong().set_align(FormatAlign::Center).set_text_wrap()
}
