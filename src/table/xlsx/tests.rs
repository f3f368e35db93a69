//! Workbooks as offices make them.

mod broken;
mod container;
mod letters;
mod plain;

use super::super::digest::of_bytes;
use super::super::tests::{open_bytes, rows_of};
use super::super::{Hidden, Merge, Problem};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};
use std::io::{Cursor, Write as _};
use zip::write::{SimpleFileOptions, ZipWriter};

fn workbook(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(book.add_worksheet());
    book.save_to_buffer().unwrap()
}

fn first_column(bytes: &[u8]) -> Vec<String> {
    let (rows, problem) = rows_of(&mut *open_bytes(bytes).unwrap(), 0);
    assert_eq!(problem, None);
    rows.into_iter().map(|(_, cells)| cells.join("|")).collect()
}

/// The smallest workbook around a worksheet's rows, written by hand so that they can be wrong; `'` stands for `"`.
fn handmade(rows: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    of_sheet(sheet.into_bytes(), more)
}

/// The same around a worksheet's part.
fn of_sheet(sheet: Vec<u8>, more: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let parts = [
        ("_rels/.rels", format!("<Relationships xmlns='{package}'><Relationship Id='a' Type='{relations}/officeDocument' Target='xl/workbook.xml'/></Relationships>")),
        ("xl/workbook.xml", "<workbook><sheets><sheet name='Cấp xã' sheetId='1' r:id='a'/></sheets></workbook>".to_owned()),
        ("xl/_rels/workbook.xml.rels", format!("<Relationships xmlns='{package}'><Relationship Id='a' Type='{relations}/worksheet' Target='worksheets/sheet1.xml'/></Relationships>").replace('\'', "\"")),
    ];
    let more = more.iter().map(|(name, text)| (*name, (*text).to_owned()));
    let parts = parts
        .into_iter()
        .chain(more)
        .map(|(name, text)| (name, text.into_bytes()));
    for (name, mut bytes) in parts.chain([("xl/worksheets/sheet1.xml", sheet)]) {
        for quote in bytes.iter_mut().filter(|byte| **byte == b'\'') {
            *quote = b'"';
        }
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(&bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn problem_of(bytes: &[u8]) -> Option<Problem> {
    match open_bytes(bytes) {
        Ok(mut source) => rows_of(&mut *source, 0).1,
        Err(problem) => Some(problem),
    }
}

#[test]
fn cells_keep_their_kind() {
    let bytes = workbook(|sheet| {
        sheet.write(0, 0, "  Lộc Thạnh ").unwrap();
        sheet.write(0, 2, true).unwrap();
        sheet.write(1, 0, 49.5).unwrap();
        sheet.write(1, 1, "   ").unwrap();
        sheet.write(2, 0, "  ").unwrap();
        sheet
            .write_with_format(5, 1, 0.85, &Format::new().set_num_format("0.0%"))
            .unwrap();
        sheet
            .write_blank(5, 16_383, &Format::new().set_bold())
            .unwrap();
    });
    let (rows, problem) = rows_of(&mut *open_bytes(&bytes).unwrap(), 0);
    assert_eq!(problem, None);
    let rows: Vec<(u32, String)> = rows
        .into_iter()
        .map(|(number, cells)| (number, cells.join("|")))
        .collect();
    assert_eq!(
        rows,
        [
            (1, "Lộc Thạnh||true".into()),
            (2, "=49.5".into()),
            (6, "|=0.85 as %".into())
        ]
    );
}

#[test]
fn formats_decide_between_numbers_percentages_and_days() {
    let formats = [
        "0%",
        "0.00%",
        "#,##0 VND",
        "#,##0 \"%\"",
        "dd/mm/yyyy",
        "[$-42A]dd mmmm yyyy",
        "[h]:mm",
        "General",
        "dd/mm/yyyy hh:mm",
    ];
    let bytes = workbook(|sheet| {
        for (row, format) in (0..).zip(formats) {
            sheet
                .write_with_format(row, 0, 44926.5, &Format::new().set_num_format(format))
                .unwrap();
        }
    });
    let expected = [
        "=44926.5 as %",
        "=44926.5 as %",
        "=44926.5",
        "=44926.5",
        "2022-12-31",
        "2022-12-31",
        "!44926.5",
        "=44926.5",
        "2022-12-31",
    ];
    assert_eq!(first_column(&bytes), expected);
}

#[test]
fn builtin_formats_are_known_by_their_number() {
    let numbers = [9_u8, 10, 14, 22, 3, 27];
    let bytes = workbook(|sheet| {
        for (row, number) in (0..).zip(numbers) {
            sheet
                .write_with_format(row, 0, 44926, &Format::new().set_num_format_index(number))
                .unwrap();
        }
    });
    assert_eq!(
        first_column(&bytes),
        [
            "=44926 as %",
            "=44926 as %",
            "2022-12-31",
            "2022-12-31",
            "=44926",
            "2022-12-31"
        ]
    );
}

#[test]
fn a_day_that_never_was_is_an_error() {
    let date = Format::new().set_num_format("dd/mm/yyyy");
    let bytes = workbook(|sheet| {
        sheet.write_with_format(0, 0, 60, &date).unwrap();
        sheet.write_with_format(1, 0, 0.25, &date).unwrap();
        sheet
            .write_with_format(2, 0, ExcelDateTime::from_ymd(2022, 12, 31).unwrap(), &date)
            .unwrap();
    });
    assert_eq!(first_column(&bytes), ["!60", "!0.25", "2022-12-31"]);
}

#[test]
fn workbooks_that_count_from_1904_give_the_same_days() {
    let xf = "<styleSheet><cellXfs count='2'><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>";
    let bytes = handmade(
        "<row r='1'><c r='A1' s='1'><v>43464</v></c></row>",
        &[("xl/styles.xml", xf)],
    );
    // 43464 days after 01/01/1904 is 31/12/2022; after the end of 1899, 30/12/2018.
    assert_eq!(first_column(&bytes), ["2018-12-30"]);
    let since_1904 = |text: &str| text.replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>");
    let since_1904 = rewritten(&bytes, "xl/workbook.xml", since_1904);
    assert_eq!(first_column(&since_1904), ["2022-12-31"]);
    let said = |bytes: &[u8]| {
        let mut source = open_bytes(bytes).unwrap();
        rows_of(&mut *source, 0);
        source.notes(0)
    };
    assert_eq!(said(&since_1904), [Problem::DaysFrom1904 { cells: 1 }]);
    assert_eq!(said(&bytes), []);
}

/// The same workbook with one part changed.
fn rewritten(bytes: &[u8], part: &str, change: impl Fn(&str) -> String) -> Vec<u8> {
    let mut old = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut new = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..old.len() {
        let mut entry = old.by_index(index).unwrap();
        let name = entry.name().unwrap().into_owned();
        let text = std::io::read_to_string(&mut entry).unwrap();
        new.start_file(&name, SimpleFileOptions::default()).unwrap();
        new.write_all(if name == part { change(&text) } else { text }.as_bytes())
            .unwrap();
    }
    new.finish().unwrap().into_inner()
}

#[test]
fn formulas_give_their_saved_result_and_errors_their_literal() {
    let bytes = workbook(|sheet| {
        sheet
            .write_formula(0, 0, Formula::new("=1+2").set_result("3"))
            .unwrap();
        sheet
            .write_formula(1, 0, Formula::new("=A9").set_result("#REF!"))
            .unwrap();
        sheet
            .write_formula(2, 0, Formula::new("=1/0").set_result("#DIV/0!"))
            .unwrap();
        sheet
            .write_formula(3, 0, Formula::new("=\"a\"&\"b\"").set_result("ab"))
            .unwrap();
        sheet
            .write_formula(4, 0, Formula::new("=A1>2").set_result("TRUE"))
            .unwrap();
    });
    assert_eq!(
        first_column(&bytes)[..4],
        ["=3", "!#REF!", "!#DIV/0!", "ab"]
    );
}

#[test]
fn numbers_that_are_none_are_errors() {
    let rows =
        "<row r='1'><c r='A1'><v>NaN</v></c></row><row r='2'><c r='A2'><v>1e400</v></c></row>";
    assert_eq!(first_column(&handmade(rows, &[])), ["!NaN", "!inf"]);
}

#[test]
fn rich_and_inline_texts_are_whole() {
    let strings = "<sst><si><r><t>Lộc </t></r><r><t>Thạnh</t></r></si></sst>";
    let rows = "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='inlineStr'><is><t>Bù Đốp</t></is></c></row>";
    assert_eq!(
        first_column(&handmade(rows, &[("xl/sharedStrings.xml", strings)])),
        ["LộcThạnh|Bù Đốp"]
    );
    let kept = strings.replace("<t>Lộc", "<t xml:space='preserve'>Lộc");
    assert_eq!(
        first_column(&handmade(rows, &[("xl/sharedStrings.xml", &kept)])),
        ["Lộc Thạnh|Bù Đốp"]
    );
}

#[test]
fn hidden_sheets_are_listed_and_read() {
    let mut book = Workbook::new();
    book.add_worksheet()
        .set_name("Cấp xã")
        .unwrap()
        .write(0, 0, 1)
        .unwrap();
    book.add_worksheet()
        .set_name("Cũ")
        .unwrap()
        .set_hidden(true)
        .write(0, 0, 2)
        .unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let mut source = open_bytes(&bytes).unwrap();
    let listed: Vec<(Option<String>, bool)> = source
        .sheets()
        .iter()
        .map(|sheet| (sheet.name.as_deref().map(str::to_owned), sheet.visible))
        .collect();
    assert_eq!(
        listed,
        [
            (Some("Cấp xã".to_owned()), true),
            (Some("Cũ".to_owned()), false)
        ]
    );
    assert_eq!(rows_of(&mut *source, 1).0, [(1, vec!["=2".to_owned()])]);
    assert_eq!(rows_of(&mut *source, 0).0, [(1, vec!["=1".to_owned()])]);
    assert_eq!(source.rows(2).err(), Some(Problem::AbsentSheet {}));
    assert_eq!(source.sha256().unwrap(), of_bytes(&bytes));
}

#[test]
fn merged_headers_are_told() {
    let bytes = workbook(|sheet| {
        sheet
            .merge_range(2, 1, 3, 4, "Hộ nghèo", &Format::new())
            .unwrap();
        sheet.write(9, 0, 1).unwrap();
    });
    let mut source = open_bytes(&bytes).unwrap();
    assert_eq!(
        source.merges(0),
        Ok(vec![Merge {
            rows: (3, 4),
            columns: (1, 4)
        }])
    );
}

#[test]
fn hidden_rows_and_columns_are_told() {
    let mut book = Workbook::new();
    book.add_worksheet().write(0, 0, "hidden").unwrap();
    let sheet = book.add_worksheet().set_name("Xã & phường").unwrap();
    for row in 0..6 {
        sheet.write(row, 0, row).unwrap();
    }
    for row in [1, 2, 4] {
        sheet.set_row_hidden(row).unwrap();
    }
    sheet.set_column_range_hidden(2, 3).unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let mut source = open_bytes(&bytes).unwrap();
    assert_eq!(source.hidden(0).unwrap(), Hidden::default());
    let expected = Hidden {
        rows: vec![(2, 3), (5, 5)],
        columns: vec![(2, 3)],
    };
    assert_eq!(source.hidden(1).unwrap(), expected);
    let by_hand = handmade("<row hidden='true'/><row><c r='A2'><v>1</v></c></row>", &[]);
    assert_eq!(
        open_bytes(&by_hand).unwrap().hidden(0).unwrap().rows,
        [(1, 1)]
    );
}
