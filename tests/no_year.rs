//! A `0` in a column of years says that there is no year: what that settles, what it leaves open, and where it is said.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test stops at what it did not expect"
)]

use assert_cmd::Command;
use serde_json::Value;
use std::fs;
use std::path::Path;

const RULES: &str = r#"
format: 1
id: thu
version: "1"
title: Thử
rounds: { r: { title: R, years: { start: 2021, review: 2023 } } }
default_round: r
choices: { kind: { annual: [Báo cáo năm] } }
tables:
  households:
    title: Hộ
    sheets: [households]
    key: code
    columns:
      code: { type: code }
      escaped: { type: year }
      relapsed: { type: year }
      seen: { type: year, by: year }
  reports:
    title: Báo cáo
    sheets: [reports]
    columns:
      unit: { type: code, of: households }
      kind: { type: choice, of: kind }
      year: { type: year }
      submitted: { type: date }
criteria:
  households:
    all:
      - id: A
        cite: x
        says: Đã thoát nghèo
        require: "escaped >= 2021"
        examples:
          - { escaped: 0, gives: not_met }
      - id: B
        cite: x
        says: Thoát nghèo sớm
        require: "escaped <= 2023"
        examples:
          - { escaped: 0, gives: insufficient }
      - { id: C, cite: x, says: Năm của chuỗi, require: "seen[start] >= 2021" }
      - { id: D, cite: x, says: Khoảng, require: "2021 between 2020 and escaped" }
checks:
  - { id: K, cite: x, says: Tái nghèo sau khi thoát nghèo, table: households, require: "relapsed > escaped", severity: error }
deadlines:
  - id: T
    cite: x
    says: Báo cáo năm
    who: households
    years: 2022..2022
    find: { in: reports, where: 'unit = own.code and kind = "annual" and year = y', date: submitted }
    before: "date(y, 12, 31)"
"#;

fn report(folder: &Path, rules: &str) -> Value {
    fs::write(folder.join("thu.yaml"), rules).unwrap();
    let ran = Command::new(env!("CARGO_BIN_EXE_thidua"))
        .current_dir(folder)
        .args(["check", "data", "--rules", "thu.yaml"])
        .args(["--as-of", "2023-12-31", "--format", "json", "--show", "all"])
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&ran.stderr);
    assert!(!ran.stdout.is_empty(), "{told}");
    serde_json::from_slice(&ran.stdout).unwrap()
}

fn verdicts(report: &Value) -> Vec<String> {
    let rules = report["subjects"][0]["rules"].as_array().unwrap().iter();
    rules
        .map(|rule| {
            let (id, verdict) = (rule["id"].as_str(), rule["verdict"].as_str());
            format!("{} {}", id.unwrap(), verdict.unwrap())
        })
        .collect()
}

fn noughts(report: &Value) -> Vec<&Value> {
    let all = report["diagnostics"].as_array().unwrap().iter();
    all.filter(|found| found["code"] == "fact/nought-for-year")
        .collect()
}

#[test]
fn a_nought_settles_criteria_and_no_check_and_no_deadline() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    fs::create_dir(&data).unwrap();
    fs::write(
        data.join("households.csv"),
        "code,escaped,relapsed,seen_2021,seen_2022,seen_2023\nH1,2022,0,0,2022,0\n",
    )
    .unwrap();
    fs::write(
        data.join("reports.csv"),
        "unit,kind,year,submitted\nH1,annual,0,2022-12-01\n",
    )
    .unwrap();
    let report = report(folder.path(), RULES);
    assert_eq!(
        verdicts(&report),
        ["A met", "B met", "C not_met", "D met"],
        "{report:#}"
    );
    assert_eq!(report["checks"].as_array().map(Vec::len), Some(0));
    assert_eq!(report["deadlines"][0]["status"], "insufficient");
    let found = noughts(&report);
    // Two columns of years, the series in two years, and the report's.
    assert_eq!(found.len(), 4, "{found:#?}");
    assert!(found.iter().all(|found| found["severity"] == "warning"));
    assert_eq!(found[0]["places"][0]["cell"], "C2");
}

#[test]
fn noughts_of_a_transposed_sheet_are_named_too() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    fs::create_dir(&data).unwrap();
    fs::write(
        data.join("households.csv"),
        "code,01\nChỉ tiêu,2021,2022,2023\nescaped,0,,\nseen,0,2022,0\n",
    )
    .unwrap();
    let report = report(folder.path(), RULES);
    let found = noughts(&report);
    let cells: Vec<&Value> = found
        .iter()
        .flat_map(|found| found["places"].as_array().unwrap())
        .map(|place| &place["cell"])
        .collect();
    assert_eq!(cells, ["B3", "B4", "D4"], "{report:#}");
}

#[test]
fn examples_of_rules_mean_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let tested = |rules: &str| {
        fs::write(folder.path().join("thu.yaml"), rules).unwrap();
        Command::new(env!("CARGO_BIN_EXE_thidua"))
            .current_dir(folder.path())
            .args(["rules", "test", "thu.yaml"])
            .output()
            .unwrap()
    };
    let ran = tested(RULES);
    assert!(
        ran.status.success(),
        "{}",
        String::from_utf8_lossy(&ran.stderr)
    );
    let ran = tested(&RULES.replace(
        "{ escaped: 0, gives: not_met }",
        "{ escaped: 5, gives: not_met }",
    ));
    assert!(!ran.status.success());
}
