//! What comes back: the list of findings is set aside, and said to be; a list to which somebody has added data is read.

use super::office::zipped::{Entry, entries, zipped};
use super::{marked, path, ran, written};
use serde_json::Value;

const COMMUNES: &str = "code,name,poor_2021,poor_2022\n25294,Lộc Thành,12a,5\n";
const COPY: &str = "communes.csv.xlsx";
const MARKER: &str = "thidua/findings/1";

/// The report on a marked copy whose list was changed.
fn reported(language: &str, change: impl Fn(String) -> String) -> Value {
    let copy = match language {
        "vi" => marked("communes.csv", COMMUNES.as_bytes(), COPY),
        _ => marked_in_english(),
    };
    let mut parts = entries(&copy, 1 << 30).unwrap();
    let is_list = |entry: &&mut Entry| {
        entry.name.starts_with("xl/worksheets/sheet")
            && String::from_utf8_lossy(&entry.bytes).contains(MARKER)
    };
    let list = parts.iter_mut().find(is_list).expect("the list");
    list.bytes = change(String::from_utf8(list.bytes.clone()).unwrap()).into_bytes();
    let folder = tempfile::tempdir().unwrap();
    written(folder.path(), &format!("data/{COPY}"), &zipped(&parts));
    let data = path(folder.path(), "data");
    serde_json::from_str(&ran(&["check", &data, "--format", "json"]).out).unwrap()
}

fn marked_in_english() -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    written(folder.path(), "data/communes.csv", COMMUNES.as_bytes());
    let (data, marks) = (path(folder.path(), "data"), path(folder.path(), "marks"));
    ran(&["check", &data, "--mark", &marks, "--lang", "en"]);
    std::fs::read(folder.path().join("marks").join(COPY)).unwrap()
}

fn cell(place: &str, text: &str) -> String {
    format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

/// Cells side by side from a column on.
fn cells(columns: [&str; 4], row: usize, texts: [&str; 4]) -> String {
    let cells = columns.iter().zip(texts);
    cells
        .map(|(column, text)| cell(&format!("{column}{row}"), text))
        .collect()
}

const HEADER: [&str; 4] = ["Mã xã", "Tên xã", "Số hộ nghèo 2021", "Số hộ nghèo 2022"];
const ADDED: [&str; 4] = ["25276", "Lộc An", "7", "3"];

fn pasted_under(sheet: String) -> String {
    let columns = ["A", "B", "C", "D"];
    let rows: String = [(40, HEADER), (41, ADDED)]
        .map(|(row, texts)| format!("<row r=\"{row}\">{}</row>", cells(columns, row, texts)))
        .concat();
    sheet.replace("</sheetData>", &format!("{rows}</sheetData>"))
}

fn pasted_beside(sheet: String) -> String {
    let columns = ["J", "K", "L", "M"];
    let (head, list) = sheet.split_once("<row r=\"2\"").unwrap();
    let mut rows: Vec<String> = list.split("</row>").map(str::to_owned).collect();
    rows[0] += &cells(columns, 2, HEADER);
    rows[1] += &cells(columns, 3, ADDED);
    format!("{head}<row r=\"2\"{}", rows.join("</row>"))
}

fn subjects(report: &Value) -> Vec<&str> {
    let subjects = report["subjects"].as_array().unwrap().iter();
    subjects
        .map(|subject| subject["code"].as_str().unwrap())
        .collect()
}

/// Which places it is said of that they list findings.
fn set_aside(report: &Value) -> usize {
    let found = report["diagnostics"].as_array().unwrap().iter();
    found
        .filter(|one| one["code"] == "fact/findings-sheet" && one["severity"] == "note")
        .count()
}

#[test]
fn a_list_of_findings_is_set_aside_and_said_to_be() {
    for language in ["vi", "en"] {
        let report = reported(language, |list| list);
        assert_eq!(set_aside(&report), 1, "{language}");
        let sheet = &report["inputs"][0]["sheets"][0]["rows"];
        assert_eq!(sheet["skipped"][0]["reason"], "findings", "{sheet:#}");
        assert_eq!(sheet["skipped"][0]["count"], sheet["read"], "{sheet:#}");
        assert_eq!(subjects(&report), ["25294"], "{language}");
    }
    let numbers = |list: String| {
        let (before, after) = list.split_once("<c r=\"A10\"").unwrap();
        let (_, after) = after.split_once("</c>").unwrap();
        format!("{before}<c r=\"A10\"><v>1</v></c>{after}")
    };
    assert_eq!(set_aside(&reported("vi", numbers)), 1);
}

#[test]
fn data_under_or_beside_a_list_of_findings_are_read() {
    for paste in [pasted_under, pasted_beside] {
        let report = reported("vi", paste);
        assert_eq!(set_aside(&report), 0);
        let mut read = subjects(&report);
        read.sort_unstable();
        assert_eq!(read, ["25276", "25294"], "{:#}", report["inputs"]);
    }
}

#[test]
fn a_list_with_anything_else_in_it_is_not_set_aside() {
    let changes: [fn(String) -> String; 4] = [
        |list| list.replace("KẾT QUẢ KIỂM TRA SỐ LIỆU", "Số liệu năm 2025"),
        |list| list.replace("Mức độ", "Số hộ nghèo"),
        |list| list.replace(">Lỗi<", ">25<").replace(">Cảnh báo<", ">25<"),
        |list| {
            let remark = format!("<row r=\"60\">{}</row>", cell("A60", "Lộc Hòa"));
            list.replace("</sheetData>", &format!("{remark}</sheetData>"))
        },
    ];
    for change in changes {
        assert_eq!(set_aside(&reported("vi", change)), 0);
    }
}
