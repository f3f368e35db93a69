//! Sheets of cells, and how they become files.

use crate::data::Said;
use rust_xlsxwriter::{Format, Workbook};

/// A sheet: rows of cells, and blocks of cells that are merged (first row, first column, last row, last column).
#[derive(Clone, Debug, Default)]
pub(crate) struct Sheet {
    pub(crate) name: String,
    pub(crate) rows: Vec<Vec<Said>>,
    pub(crate) merges: Vec<(u32, u16, u32, u16)>,
}

impl Sheet {
    /// Rows that hold anything.
    pub(crate) fn filled(&self) -> u64 {
        let is_filled = |row: &&Vec<Said>| row.iter().any(|cell| *cell != Said::Nothing);
        self.rows.iter().filter(is_filled).count() as u64
    }
}

pub(crate) fn text(text: &str) -> Said {
    if text.is_empty() {
        Said::Nothing
    } else {
        Said::Text(text.to_owned())
    }
}

/// How delimited text is written.
#[derive(Clone, Copy)]
pub(crate) struct Style {
    pub(crate) separator: char,
    pub(crate) decimal: char,
    /// Between thousands, if anything.
    pub(crate) thousands: &'static str,
}

pub(crate) const ENGLISH: Style = Style {
    separator: ',',
    decimal: '.',
    thousands: "",
};
pub(crate) const TABS: Style = Style {
    separator: '\t',
    ..VIETNAMESE
};
pub(crate) const VIETNAMESE: Style = Style {
    separator: ';',
    decimal: ',',
    thousands: ".",
};

pub(crate) fn csv(sheet: &Sheet, style: Style) -> Vec<u8> {
    let cell = |said: &Said| match said {
        Said::Nothing => String::new(),
        Said::Count(count) if *count >= 1_000 => {
            format!("{}{}{:03}", count / 1_000, style.thousands, count % 1_000)
        }
        Said::Count(count) => count.to_string(),
        Said::Percent(tenths) => format!("{}{}{}%", tenths / 10, style.decimal, tenths % 10),
        Said::Text(text) => text.clone(),
    };
    let line = |row: &Vec<Said>| {
        let cells: Vec<String> = row.iter().map(cell).collect();
        cells.join(&style.separator.to_string())
    };
    let lines: Vec<String> = sheet.rows.iter().map(line).collect();
    lines.join("\n").into_bytes()
}

/// A workbook; percents are numbers that their format shows as such.
pub(crate) fn workbook(sheets: &[Sheet]) -> Vec<u8> {
    let percent = Format::new().set_num_format("0.0%");
    let plain = Format::new();
    let mut book = Workbook::new();
    for sheet in sheets {
        let page = book.add_worksheet().set_name(&sheet.name).unwrap();
        for &(first_row, first_column, last_row, last_column) in &sheet.merges {
            page.merge_range(first_row, first_column, last_row, last_column, "", &plain)
                .unwrap();
        }
        for (row, cells) in (0_u32..).zip(&sheet.rows) {
            for (column, said) in (0_u16..).zip(cells) {
                match said {
                    Said::Nothing => {}
                    Said::Count(count) => drop(page.write(row, column, *count).unwrap()),
                    Said::Percent(tenths) => {
                        let ratio = f64::from(*tenths) / 1_000.0;
                        page.write_with_format(row, column, ratio, &percent)
                            .unwrap();
                    }
                    Said::Text(text) => drop(page.write(row, column, text).unwrap()),
                }
            }
        }
    }
    book.save_to_buffer().unwrap()
}
