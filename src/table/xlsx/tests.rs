//! Workbooks as offices make them, and as they arrive broken.

use super::super::digest::of_bytes;
use super::super::tests::{open_bytes, rows_of};
use super::super::{Merge, Problem};
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

/// The smallest workbook around a worksheet's rows, written by hand so that they can be wrong.
fn handmade(rows: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let parts = [
        ("_rels/.rels", format!("<Relationships xmlns='{package}'><Relationship Id='a' Type='{relations}/officeDocument' Target='xl/workbook.xml'/></Relationships>")),
        ("xl/workbook.xml", "<workbook><sheets><sheet name='Cấp xã' sheetId='1' r:id='a'/></sheets></workbook>".to_owned()),
        ("xl/_rels/workbook.xml.rels", format!("<Relationships xmlns='{package}'><Relationship Id='a' Type='{relations}/worksheet' Target='worksheets/sheet1.xml'/></Relationships>").replace('\'', "\"")),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    let more = more.iter().map(|(name, text)| (*name, (*text).to_owned()));
    for (name, text) in parts.into_iter().chain(more) {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.replace('\'', "\"").as_bytes()).unwrap();
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
            .write_with_format(2, 0, &ExcelDateTime::from_ymd(2022, 12, 31).unwrap(), &date)
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
    assert_eq!(
        first_column(&rewritten(&bytes, "xl/workbook.xml", since_1904)),
        ["2022-12-31"]
    );
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
fn cells_at_one_address_or_out_of_order_refuse_the_sheet() {
    let twice = "<row r='1'><c r='A1'><v>1</v></c><c r='A1'><v>2</v></c></row>";
    assert_eq!(
        problem_of(&handmade(twice, &[])),
        Some(Problem::DuplicateCell { cell: "A1".into() })
    );
    let leftwards = "<row r='1'><c r='B1'><v>1</v></c><c r='A1'><v>2</v></c></row>";
    assert_eq!(
        problem_of(&handmade(leftwards, &[])),
        Some(Problem::CellsOutOfOrder { cell: "A1".into() })
    );
    let upwards = "<row r='2'><c r='A2'><v>1</v></c></row><row r='1'><c r='A1'><v>2</v></c></row>";
    assert_eq!(
        problem_of(&handmade(upwards, &[])),
        Some(Problem::CellsOutOfOrder { cell: "A1".into() })
    );
    let row_twice =
        "<row r='2'><c r='A2'><v>1</v></c></row><row r='2'><c r='A2'><v>2</v></c></row>";
    assert_eq!(
        problem_of(&handmade(row_twice, &[])),
        Some(Problem::DuplicateCell { cell: "A2".into() })
    );
}

#[test]
fn cells_beyond_the_last_one_refuse_the_sheet() {
    let last = "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>";
    let (rows, problem) = rows_of(&mut *open_bytes(&handmade(last, &[])).unwrap(), 0);
    assert_eq!(
        (rows[0].0, rows[0].1.len(), problem),
        (1_048_576, 16_384, None)
    );
    let wide = "<row r='1'><c r='XFE1'><v>1</v></c></row>";
    assert_eq!(
        problem_of(&handmade(wide, &[])),
        Some(Problem::CellOutside {
            row: 1,
            column: 16_385
        })
    );
    let deep = "<row r='1048577'><c r='A1048577'><v>1</v></c></row>";
    assert_eq!(
        problem_of(&handmade(deep, &[])),
        Some(Problem::CellOutside {
            row: 1_048_577,
            column: 1
        })
    );
    let overflow = "<row r='1'><c r='A99999999999'><v>1</v></c></row>";
    assert!(matches!(
        problem_of(&handmade(overflow, &[])),
        Some(Problem::ReaderFailed { .. })
    ));
}

#[test]
fn a_panic_of_the_library_is_a_problem_and_ends_the_rows() {
    let rows =
        "<row r='1'><c r='A1'><v>1</v></c></row><row r='2'><c r='ZZZZZZZZZZ2'><v>1</v></c></row>";
    let mut source = open_bytes(&handmade(rows, &[])).unwrap();
    let mut rows = source.rows(0).unwrap();
    let failures = std::iter::from_fn(|| Some(rows.next_row().err()))
        .take(3)
        .flatten()
        .count();
    assert!(failures >= 2);
}

#[test]
fn an_unknown_error_literal_names_the_cell_before_it() {
    let rows = "<row r='1'><c r='A1'><v>1</v></c><c r='B1' t='e'><v>Err:502</v></c></row>";
    assert_eq!(
        problem_of(&handmade(rows, &[])),
        Some(Problem::UnknownErrorCell {
            literal: "Err:502".into(),
            after: "A1".into()
        })
    );
}

#[test]
fn a_text_shared_by_a_whole_row_does_not_fill_the_memory() {
    let strings = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(1 << 20));
    let cells: String = (0..200).map(|_| "<c t='s'><v>0</v></c>").collect();
    let bytes = handmade(
        &format!("<row r='1'>{cells}</row>"),
        &[("xl/sharedStrings.xml", &strings)],
    );
    assert_eq!(
        problem_of(&bytes),
        Some(Problem::HeavyRow { row: 1, limit: 16 })
    );
}

#[test]
fn two_sheets_of_one_name_are_refused() {
    let bytes = handmade("", &[]);
    let twice = |text: &str| {
        text.replace(
            "</sheets>",
            "<sheet name=\"CẤP XÃ\" sheetId=\"2\" r:id=\"a\"/></sheets>",
        )
    };
    assert_eq!(
        problem_of(&rewritten(&bytes, "xl/workbook.xml", twice)),
        Some(Problem::SameSheet {
            sheet: "CẤP XÃ".into()
        })
    );
    let none = |_: &str| "<workbook><sheets></sheets></workbook>".to_owned();
    assert_eq!(
        problem_of(&rewritten(&bytes, "xl/workbook.xml", none)),
        Some(Problem::NoSheet {})
    );
}

#[test]
fn a_workbook_cut_off_anywhere_is_refused_or_read_but_never_silently_short() {
    let bytes = workbook(|sheet| {
        for row in 0..200 {
            sheet.write(row, 0, row).unwrap();
        }
    });
    for length in (4..bytes.len()).step_by(97) {
        assert!(
            matches!(problem_of(&bytes[..length]), Some(Problem::Corrupt { .. })),
            "{length}"
        );
    }
}

#[test]
fn a_damaged_part_is_found() {
    let whole = handmade("<row r='1'><c r='A1'><v>1</v></c></row>", &[]);
    let cut = |text: &str| text[..text.len() - 30].to_owned();
    assert!(matches!(
        problem_of(&rewritten(&whole, "xl/worksheets/sheet1.xml", cut)),
        Some(Problem::Corrupt { .. })
    ));
}

mod containers {
    use super::*;

    fn archive(parts: &[&str]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for part in parts {
            zip.start_file(*part, SimpleFileOptions::default()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    #[test]
    fn zips_that_are_no_workbook_are_named() {
        let kind = |kind: &str| Some(Problem::NotAWorkbook { kind: kind.into() });
        assert_eq!(
            problem_of(&archive(&[
                "[Content_Types].xml",
                "_rels/.rels",
                "word/document.xml"
            ])),
            kind("Word")
        );
        assert_eq!(
            problem_of(&archive(&["_rels/.rels", "ppt/presentation.xml"])),
            kind("PowerPoint")
        );
        assert_eq!(
            problem_of(&archive(&["_rels/.rels", "xl/workbook.bin"])),
            Some(Problem::BinaryWorkbook {})
        );
        assert_eq!(
            problem_of(&archive(&["mimetype", "content.xml"])),
            Some(Problem::OpenDocument {})
        );
        assert_eq!(
            problem_of(&archive(&["Index/Document.iwa"])),
            Some(Problem::AppleNumbers {})
        );
        assert_eq!(
            problem_of(&archive(&["xa.xlsx", "huyen.xlsx"])),
            Some(Problem::Archive { kind: "ZIP".into() })
        );
        assert_eq!(
            problem_of(&archive(&[])),
            Some(Problem::Archive { kind: "ZIP".into() })
        );
    }

    #[test]
    fn parts_that_differ_only_in_case_are_refused() {
        let bytes = handmade("", &[("xl/Worksheets/Sheet1.xml", "")]);
        assert_eq!(
            problem_of(&bytes),
            Some(Problem::SamePart {
                part: "xl/worksheets/sheet1.xml".into()
            })
        );
    }

    #[test]
    fn a_part_that_unpacks_beyond_reason_is_refused() {
        let zeros = " ".repeat(70 << 20);
        let bytes = handmade("", &[("xl/media/a.xml", &zeros)]);
        assert_eq!(
            problem_of(&bytes),
            Some(Problem::ZipBomb {
                part: "xl/media/a.xml".into()
            })
        );
    }

    #[test]
    fn more_parts_than_any_workbook_has_are_refused() {
        let names: Vec<String> = (0..10_001).map(|n| format!("xl/{n}.xml")).collect();
        let bytes = archive(&names.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(
            problem_of(&bytes),
            Some(Problem::TooManyParts {
                parts: 10_001,
                limit: 10_000
            })
        );
    }

    #[test]
    fn a_false_count_of_texts_is_refused_before_memory_is_asked_for() {
        let strings = "<sst uniqueCount='4000000000'><si><t>a</t></si></sst>";
        let bytes = handmade("", &[("xl/sharedStrings.xml", strings)]);
        assert_eq!(
            problem_of(&bytes),
            Some(Problem::Corrupt {
                detail: "xl/sharedstrings.xml".into()
            })
        );
    }
}
