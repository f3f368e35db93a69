//! What the user says about sheets goes before what would be found in them.

use super::*;

fn asked(files: Vec<OpenedFile>, sheets: &[&str], rows: &[(Option<&str>, u32)]) -> Outcome {
    let header_row = |(place, row): &(Option<&str>, u32)| {
        let (path, sheet) = match place.map(|place| place.split_once('!').unwrap_or((place, ""))) {
            Some((path, sheet)) => (Some(path.to_owned()), Some(sheet.to_owned())),
            None => (None, None),
        };
        HeaderRow {
            path,
            sheet: sheet.filter(|sheet| !sheet.is_empty()),
            row: *row,
        }
    };
    let overrides = Overrides {
        sheets: sheets.iter().map(|sheet| (*sheet).to_owned()).collect(),
        header_rows: rows.iter().map(header_row).collect(),
    };
    run_asked(schema(), files, &[], &overrides)
}

fn two_sheets() -> OpenedFile {
    workbook("communes.xlsx", |book| {
        fill(book, "Nháp", "code|district|poor_2021\n25294|692|1");
        fill(
            book,
            "Chính thức",
            "code|district|poor_2021\n25294|692|2\n25276|692|3",
        );
    })
}

#[test]
fn only_sheets_of_that_name_are_read_and_the_others_counted() {
    let outcome = asked(vec![two_sheets()], &["chính  THỨC"], &[]);
    assert_eq!(outcome.get("communes", "25294", "poor_2021"), "2");
    assert_eq!(outcome.account(0, 0), "0 used, not_used [1, 2]");
    assert_eq!(outcome.account(0, 1), "2 used, header [1]");
    assert_eq!(outcome.errors(), Vec::<String>::new());
    assert_eq!(outcome.facts.unmet, 0);
    // Read both, the two disagree.
    let both = asked(vec![two_sheets()], &[], &[]);
    assert_eq!(both.get("communes", "25294", "poor_2021"), "!Conflict");
}

#[test]
fn a_sheet_that_no_file_has_is_an_error_that_names_the_nearest() {
    let delimited = csv("communes.csv", "code,poor_2021\n25276,9\n");
    let outcome = asked(vec![two_sheets(), delimited], &["Chinh thuc"], &[]);
    assert_eq!(outcome.errors(), ["fact/unmet-sheet"]);
    let finding = outcome
        .findings
        .iter()
        .find(|d| d.code == "fact/unmet-sheet");
    let known = finding.and_then(|finding| finding.argument("known"));
    assert_eq!(known, Some(&vec!["Chính thức".to_owned()].into()));
    assert_eq!(outcome.facts.unmet, 1);
    // Delimited text has no sheets to choose from.
    assert_eq!(outcome.get("communes", "25276", "poor_2021"), "9");
    assert_eq!(
        outcome.get("communes", "25294", "poor_2021"),
        "!no such row"
    );
}

#[test]
fn a_header_begins_where_the_user_says() {
    // A list of last year, with its own header, stands above.
    let text = "code,poor_2021\n25294,1\n\ncode,poor_2021\n25294,2\n25276,3\n";
    let outcome = asked(vec![csv("communes.csv", text)], &[], &[(None, 4)]);
    assert_eq!(outcome.get("communes", "25294", "poor_2021"), "2");
    assert_eq!(outcome.account(0, 0), "2 used, title [1, 2], header [4]");
    // What is said of one file goes before what is said of all.
    let first = asked(
        vec![csv("a/communes.csv", text)],
        &[],
        &[(None, 4), (Some("communes.csv"), 1)],
    );
    assert_eq!(first.sheet(0, 0).header_rows, [1]);
}

#[test]
fn a_heading_above_the_row_that_the_user_names_is_a_title() {
    let text = "code;;Đầu kỳ\ncode;name;Hộ nghèo 2021\n25294;Lộc Thành;5\n";
    let found = run(vec![csv("communes.csv", text)]);
    assert_eq!(found.errors(), ["fact/group-header communes.csv!C1"]);
    let said = asked(
        vec![csv("communes.csv", text)],
        &[],
        &[(Some("communes.csv"), 2)],
    );
    assert_eq!(said.get("communes", "25294", "poor_2021"), "5");
    assert_eq!(said.errors(), Vec::<String>::new());
}

#[test]
fn a_header_far_down_is_reached() {
    let mut text = "một dòng chữ\n".repeat(400);
    text.push_str("code,poor_2021\n25294,1\n");
    let outcome = asked(vec![csv("communes.csv", &text)], &[], &[(None, 401)]);
    assert_eq!(outcome.get("communes", "25294", "poor_2021"), "1");
    assert_eq!(outcome.sheet(0, 0).skipped_for(SkipReason::Title), 400);
}

#[test]
fn a_row_that_is_no_header_is_refused_with_what_stands_there() {
    let text = "Báo cáo\ncode,poor_2021\n25294,1\n";
    let outcome = asked(vec![csv("communes.csv", text)], &[], &[(None, 1)]);
    assert_eq!(outcome.errors(), ["fact/no-header-at-row communes.csv"]);
    let finding = outcome
        .findings
        .iter()
        .find(|d| d.code == "fact/no-header-at-row");
    let found = finding.and_then(|finding| finding.argument("found"));
    assert_eq!(found, Some(&vec!["Báo cáo".to_owned()].into()));
    assert!(outcome.sheet(0, 0).refused.is_some());
    // Of several sheets, those that have no header there are left aside.
    let book = workbook("x.xlsx", |book| {
        fill(book, "Hướng dẫn", "Xem trang sau\nvà điền số");
        fill(book, "Cấp xã", "Tiêu đề\ncode|poor_2021\n25294|1");
    });
    let outcome = asked(vec![book], &[], &[(None, 2)]);
    assert_eq!(outcome.get("communes", "25294", "poor_2021"), "1");
    assert_eq!(outcome.errors(), Vec::<String>::new());
}

#[test]
fn a_header_row_of_a_file_that_is_not_there_is_an_error() {
    let file = || csv("communes.csv", "code,poor_2021\n25294,1\n");
    for place in ["comunes.csv", "communes.csv!Sheet1"] {
        let outcome = asked(vec![file()], &[], &[(Some(place), 1)]);
        assert_eq!(outcome.errors(), ["fact/unmet-header-row"], "{place}");
        assert_eq!(outcome.facts.unmet, 1);
    }
}
