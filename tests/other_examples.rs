//! The smaller examples under their own rule sets, held against what was worked out from the same figures by other means
//! (`tests/example/`).

#![allow(clippy::expect_used, reason = "a test stops at what it did not expect")]

use assert_cmd::Command;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

fn report(rules: &str, sources: &[&str]) -> Value {
    let output = Command::cargo_bin("thidua")
        .expect("the program is built")
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .arg("check")
        .args(sources)
        .args([
            "--rules",
            rules,
            "--as-of",
            "2025-11-01",
            "--format",
            "json",
        ])
        .output()
        .expect("the program runs");
    serde_json::from_slice(&output.stdout).expect("one JSON document")
}

/// The lines of an expectation, without its head.
fn expected(name: &str) -> BTreeSet<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/expected/{name}.csv"));
    let text = std::fs::read_to_string(path).expect("the expectation is there");
    text.lines().skip(1).map(str::to_owned).collect()
}

fn items<'a>(value: &'a Value, list: &str) -> &'a [Value] {
    value[list].as_array().map_or(&[], Vec::as_slice)
}

/// A field of an item, further down with dots; nothing is an empty text.
fn field(item: &Value, name: &str) -> String {
    match name.split('.').fold(item, |value, part| &value[part]) {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other @ (Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_)) => {
            other.to_string()
        }
    }
}

fn lines(report: &Value, list: &str, fields: &[&str]) -> BTreeSet<String> {
    let line = |item: &Value| {
        let fields: Vec<String> = fields.iter().map(|name| field(item, name)).collect();
        fields.join(",")
    };
    items(report, list).iter().map(line).collect()
}

/// `table,code,rule,verdict`, and a line without a rule for the subject.
fn verdicts(report: &Value) -> BTreeSet<String> {
    let mut lines = BTreeSet::new();
    for subject in items(report, "subjects") {
        let unit = format!("{},{}", field(subject, "table"), field(subject, "code"));
        lines.insert(format!("{unit},,{}", field(subject, "verdict")));
        for rule in items(subject, "rules") {
            let (id, verdict) = (field(rule, "id"), field(rule, "verdict"));
            lines.insert(format!("{unit},{id},{verdict}"));
        }
    }
    lines
}

const NOMINATION: [&str; 6] = ["no", "subject", "code", "class", "submitted_by", "verdict"];
const QUOTA: [&str; 7] = [
    "id",
    "group",
    "verdict",
    "measured.low",
    "measured.high",
    "limit.low",
    "eligible",
];

#[track_caller]
fn assert_same(got: &BTreeSet<String>, expected: &BTreeSet<String>) {
    let missing: Vec<&String> = expected.difference(got).collect();
    let unexpected: Vec<&String> = got.difference(expected).collect();
    assert!(
        missing.is_empty() && unexpected.is_empty() && !expected.is_empty(),
        "missing {missing:#?}\nunexpected {unexpected:#?}"
    );
}

#[test]
fn another_provinces_plan_is_data_alone() {
    let id = "bac-ninh-2022-2025";
    let report = report(id, &["examples/bac-ninh-2022-2025"]);
    let part = |part: &str| expected(&format!("{id}{part}"));
    assert_same(&verdicts(&report), &part(""));
    assert_same(
        &lines(&report, "nominations", &NOMINATION),
        &part("-nominations"),
    );
    assert_same(&lines(&report, "quotas", &QUOTA), &part("-quotas"));
    let target = [
        "id", "judge", "goal", "status", "exceeded", "measured", "needed",
    ];
    assert_same(&lines(&report, "targets", &target), &part("-targets"));
    let deadline = ["id", "table", "code", "year", "due", "done", "status"];
    let without_days = |line: &String| {
        let (rest, _) = line.rsplit_once(',').unwrap_or((line, ""));
        rest.to_owned()
    };
    let expected: BTreeSet<String> = part("-deadlines").iter().map(without_days).collect();
    assert_same(&lines(&report, "deadlines", &deadline), &expected);
    assert_eq!(field(&report, "exit_code"), "1");
}

#[test]
fn the_preambles_averages_are_found_again_and_told_from_rounded_ones() {
    let id = "binh-phuoc-2016-2020";
    let report = report(id, &["examples/binh-phuoc-2016-2020"]);
    let mut got = BTreeSet::new();
    for target in items(&report, "targets") {
        for year in items(target, "years") {
            let of_target = ["published.value", "published.is"].map(|name| field(target, name));
            got.insert(format!(
                "{},{},{},{}",
                field(target, "id"),
                field(year, "year"),
                field(year, "value"),
                of_target.join(",")
            ));
        }
    }
    assert_same(&got, &expected("binh-phuoc-2016-2020-targets"));
    assert_eq!(field(&report, "exit_code"), "0");
}

#[test]
fn a_district_judges_by_its_own_rules_on_top_of_the_provinces() {
    let id = "binh-phuoc-loc-ninh";
    let sources = [
        "examples/binh-phuoc-2025/xa",
        "examples/binh-phuoc-2025/thon-ap",
        "examples/binh-phuoc-2025/can-bo",
        "examples/binh-phuoc-loc-ninh",
    ];
    let report = report(id, &sources);
    assert_same(&verdicts(&report), &expected(id));
    let nominations = expected(&format!("{id}-nominations"));
    let without_priority = nominations.iter().filter_map(|line| line.rsplit_once(','));
    assert_same(
        &lines(&report, "nominations", &NOMINATION),
        &without_priority.map(|(rest, _)| rest.to_owned()).collect(),
    );
    assert_same(
        &lines(&report, "quotas", &QUOTA),
        &expected(&format!("{id}-quotas")),
    );
}
