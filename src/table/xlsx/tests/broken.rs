//! Workbooks that are broken or made to do harm.

use super::*;

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
        Some(Problem::RowsOutOfOrder { row: 1 })
    );
    let row_twice =
        "<row r='2'><c r='A2'><v>1</v></c></row><row r='2'><c r='A2'><v>2</v></c></row>";
    assert_eq!(
        problem_of(&handmade(row_twice, &[])),
        Some(Problem::DuplicateRow { row: 2 })
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
fn an_unknown_error_literal_stands_in_its_cell_or_names_the_first_where_it_may_stand() {
    let rows = "<row r='1'><c r='A1'><v>1</v></c><c r='B1' t='e'><v>Err:502</v></c><c r='C1'><v>3</v></c></row>";
    assert_eq!(first_column(&handmade(rows, &[])), ["=1|!Err:502|=3"]);
    let unplaced = "<row><c><v>1</v></c><c t='e'><v>Err:502</v></c></row>";
    assert_eq!(
        problem_of(&handmade(unplaced, &[])),
        Some(Problem::UnknownErrorCell {
            literal: "Err:502".into(),
            from: "B1".into()
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
            matches!(problem_of(&bytes[..length]), Some(Problem::CutOff { .. })),
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
