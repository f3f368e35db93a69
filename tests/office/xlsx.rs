//! Workbooks of Excel 2007 and later (`.xlsx`).
//!
//! In: sheets. Out: the whole file; its entries come of [`super::zipped::entries`].

use super::{Cell, Sheet, serial};
use rust_xlsxwriter::{Format, Formula, Workbook};

/// The whole file.
pub(crate) fn workbook(sheets: &[Sheet]) -> Vec<u8> {
    let (plain, percent, day) = (
        Format::new(),
        Format::new().set_num_format("0.00%"),
        Format::new().set_num_format("dd/mm/yyyy"),
    );
    let mut book = Workbook::new();
    for sheet in sheets {
        let page = book.add_worksheet().set_name(&sheet.name).expect("a name");
        page.set_hidden(sheet.is_hidden);
        for &(first_row, first_column, last_row, last_column) in &sheet.merges {
            page.merge_range(first_row, first_column, last_row, last_column, "", &plain)
                .expect("a block");
        }
        for (row, cells) in (0_u32..).zip(&sheet.rows) {
            for (column, cell) in (0_u16..).zip(cells) {
                let written = match cell {
                    Cell::Empty => Ok(&mut *page),
                    Cell::Text(text) => page.write_string(row, column, text),
                    Cell::Number(value) => page.write_number(row, column, *value),
                    Cell::Percent(value) => {
                        page.write_number_with_format(row, column, *value, &percent)
                    }
                    Cell::YesNo(flag) => page.write_boolean(row, column, *flag),
                    Cell::Day(date) => {
                        page.write_number_with_format(row, column, serial(*date), &day)
                    }
                    Cell::Error(literal) => {
                        page.write_formula(row, column, Formula::new("=NA()").set_result(*literal))
                    }
                };
                written.expect("a cell");
            }
        }
    }
    book.save_to_buffer().expect("a workbook")
}
