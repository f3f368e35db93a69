//! What a clerk says about files on the command line goes before what the program would find, from the options to the report.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop where it finds something missing"
)]

use assert_cmd::Command;
use rust_xlsxwriter::Workbook;
use serde_json::Value;
use std::path::Path;

/// The JSON report on a file, and the exit code.
fn report(folder: &Path, arguments: &[&str]) -> (Value, i32) {
    let output = Command::new(env!("CARGO_BIN_EXE_thidua"))
        .current_dir(folder)
        .args(["check", "--format", "json", "--as-of", "2025-11-01"])
        .args(arguments)
        .output()
        .unwrap();
    let report = serde_json::from_slice(&output.stdout).unwrap();
    (report, output.status.code().unwrap())
}

fn codes(report: &Value) -> Vec<&str> {
    let findings = report["diagnostics"].as_array().unwrap();
    findings
        .iter()
        .map(|finding| finding["code"].as_str().unwrap())
        .collect()
}

fn name_of(report: &Value, code: &str) -> Option<String> {
    let subjects = report["subjects"].as_array()?;
    let subject = subjects.iter().find(|subject| subject["code"] == code)?;
    Some(subject["name"].as_str()?.to_owned())
}

#[test]
fn an_encoding_that_is_not_sure_is_refused_until_it_is_named() {
    let folder = tempfile::tempdir().unwrap();
    // `Mã xã;Số hộ nghèo 2021` in TCVN3: three words are too few to be sure.
    let bytes = b"code;poor_2021;name\n25294;100;X\xb7 L\xe9c Th\xb5nh\n";
    std::fs::write(folder.path().join("communes.csv"), bytes).unwrap();
    let (refused, code) = report(folder.path(), &["communes.csv"]);
    assert_eq!(code, 3);
    assert!(
        codes(&refused).contains(&"table/uncertain-letters"),
        "{:?}",
        codes(&refused)
    );
    let (read, _) = report(folder.path(), &["communes.csv", "--encoding", "tcvn3"]);
    assert_eq!(name_of(&read, "25294").unwrap(), "Xã Lộc Thành");
    assert!(codes(&read).contains(&"table/converted"));
    let (wrong, code) = report(folder.path(), &["communes.csv", "--encoding", "utf-8"]);
    assert_eq!(code, 3);
    assert!(codes(&wrong).contains(&"table/not-utf-8"));
}

#[test]
fn a_sheet_and_the_row_of_its_header_may_be_named() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = Workbook::new();
    for (name, figures) in [("Nháp", [1, 2]), ("Chính thức", [3, 4])] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        for (top, poor) in [(0, figures[0]), (4, figures[1])] {
            for (column, header) in (0_u16..).zip(["code", "name", "poor_2021"]) {
                sheet.write(top, column, header).unwrap();
            }
            sheet.write(top + 1, 0, "25294").unwrap();
            sheet.write(top + 1, 2, poor).unwrap();
        }
    }
    book.save(folder.path().join("communes.xlsx")).unwrap();
    let asked = [
        "communes.xlsx",
        "--sheet",
        "Chính thức",
        "--header-row",
        "communes.xlsx!Chính thức=5",
    ];
    let (read, _) = report(folder.path(), &asked);
    let sheets = read["inputs"][0]["sheets"].as_array().unwrap();
    let headers: Vec<String> = sheets
        .iter()
        .map(|sheet| sheet["header_rows"].to_string())
        .collect();
    assert_eq!(headers, ["[]", "[5]"]);
    assert_eq!(sheets[1]["rows"]["used"], 1);
    let (unmet, code) = report(folder.path(), &["communes.xlsx", "--sheet", "Chính"]);
    assert_eq!(code, 3);
    assert!(codes(&unmet).contains(&"fact/unmet-sheet"));
}
