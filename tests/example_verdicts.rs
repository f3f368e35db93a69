//! The verdicts of the example, held against those calculated from the same rows by other means (`tests/example/expected.rs`).

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at what it did not expect"
)]

use assert_cmd::Command;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

fn report(arguments: &[&str]) -> (Value, i32) {
    let output = Command::cargo_bin("thidua")
        .expect("the program is built")
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(arguments)
        .output()
        .expect("the program runs");
    let json = serde_json::from_slice(&output.stdout).expect("one JSON document");
    (json, output.status.code().unwrap_or(-1))
}

const EXAMPLE: [&str; 6] = [
    "check",
    "examples/binh-phuoc-2025",
    "--format",
    "json",
    "--as-of",
    "2025-11-01",
];

#[test]
fn every_verdict_of_the_example_is_the_expected_one() {
    let (report, code) = report(&EXAMPLE);
    assert_eq!(code, 1);
    let mut got = BTreeSet::new();
    for subject in report["subjects"].as_array().expect("a list") {
        let (table, code) = (
            subject["table"].as_str().unwrap(),
            subject["code"].as_str().unwrap(),
        );
        got.insert(format!(
            "{table},{code},,{}",
            subject["verdict"].as_str().unwrap()
        ));
        for rule in subject["rules"].as_array().expect("a list") {
            got.insert(format!(
                "{table},{code},{},{}",
                rule["id"].as_str().unwrap(),
                rule["verdict"].as_str().unwrap()
            ));
        }
    }
    let expected = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/expected/binh-phuoc-2025.csv");
    let expected = std::fs::read_to_string(expected).expect("the expectation is there");
    let expected: BTreeSet<String> = expected.lines().skip(1).map(str::to_owned).collect();
    let missing: Vec<&String> = expected.difference(&got).collect();
    let unexpected: Vec<&String> = got.difference(&expected).collect();
    assert!(
        missing.is_empty() && unexpected.is_empty(),
        "missing {missing:#?}\nunexpected {unexpected:#?}"
    );
    assert!(expected.len() > 1_000);
}

/// The lines of an expectation, without its head.
fn expected(name: &str) -> BTreeSet<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/expected/{name}.csv"));
    let text = std::fs::read_to_string(path).expect("the expectation is there");
    text.lines().skip(1).map(str::to_owned).collect()
}

/// The fields of each item of a list of the report, as a line of a CSV file.
fn lines(report: &Value, list: &str, fields: &[&str]) -> BTreeSet<String> {
    let field = |item: &Value, name: &str| {
        let value = name.split('.').fold(item, |value, part| &value[part]);
        match value {
            Value::Null => String::new(),
            Value::String(text) => text.clone(),
            Value::Bool(flag) => flag.to_string(),
            number @ (Value::Number(_) | Value::Array(_) | Value::Object(_)) => number.to_string(),
        }
    };
    let items = report[list].as_array().expect("a list").iter();
    let line = |item: &Value| {
        fields
            .iter()
            .map(|name| field(item, name))
            .collect::<Vec<_>>()
    };
    items.map(|item| line(item).join(",")).collect()
}

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
fn every_nomination_quota_target_deadline_and_check_of_the_example_is_the_expected_one() {
    let (report, _) = report(&EXAMPLE);
    let fields = [
        "no",
        "subject",
        "code",
        "class",
        "submitted_by",
        "verdict",
        "priority",
    ];
    let mut nominations = BTreeSet::new();
    for line in lines(&report, "nominations", &fields) {
        let (rest, priority) = line.rsplit_once(',').unwrap();
        let words = [("true", "yes"), ("false", "no"), ("", "unknown")];
        let (_, word) = words
            .into_iter()
            .find(|(json, _)| *json == priority)
            .unwrap();
        nominations.insert(format!("{rest},{word}"));
    }
    assert_same(&nominations, &expected("binh-phuoc-2025-nominations"));
    let quotas = lines(
        &report,
        "quotas",
        &[
            "id",
            "group",
            "verdict",
            "measured.low",
            "measured.high",
            "limit.low",
            "eligible",
        ],
    );
    assert_same(&quotas, &expected("binh-phuoc-2025-quotas"));
    let targets = lines(
        &report,
        "targets",
        &["id", "judge", "goal", "status", "exceeded"],
    );
    let figures = lines(&report, "targets", &["id", "measured", "needed"]);
    for line in expected("binh-phuoc-2025-targets") {
        let fields: Vec<&str> = line.split(',').collect();
        let [id, judge, goal, status, exceeded, measured, needed] = fields.as_slice() else {
            panic!("{line}");
        };
        assert!(
            targets.contains(&[*id, *judge, *goal, *status, *exceeded].join(",")),
            "{line} is not in {targets:#?}"
        );
        // The expectation says nothing of figures that the plan's words leave open.
        let is_same = |figures: &&String| {
            let got: Vec<&str> = figures.split(',').collect();
            got[0] == *id
                && (measured.is_empty() || got[1] == *measured)
                && (needed.is_empty() || got[2] == *needed)
        };
        assert!(
            figures.iter().any(|one| is_same(&one)),
            "{line} is not in {figures:#?}"
        );
    }
    assert_eq!(targets.len(), expected("binh-phuoc-2025-targets").len());
    let deadlines = lines(
        &report,
        "deadlines",
        &[
            "id", "table", "code", "year", "due", "done", "status", "days",
        ],
    );
    let deadlines = deadlines
        .into_iter()
        .map(|line| {
            line.strip_suffix(",0")
                .map_or(line.clone(), |line| format!("{line},"))
        })
        .collect();
    assert_same(&deadlines, &expected("binh-phuoc-2025-deadlines"));
    let checks = lines(
        &report,
        "checks",
        &["id", "severity", "table", "code", "year"],
    );
    assert_same(&checks, &expected("binh-phuoc-2025-checks"));
}

#[test]
fn every_year_of_every_target_is_the_expected_one() {
    let (report, _) = report(&EXAMPLE);
    let mut got = BTreeSet::new();
    for target in report["targets"].as_array().unwrap() {
        for year in target["years"].as_array().unwrap() {
            let Some(value) = year["value"].as_str() else {
                continue;
            };
            got.insert(format!(
                "{},{},{value}",
                target["id"].as_str().unwrap(),
                year["year"]
            ));
        }
    }
    assert_same(&got, &expected("binh-phuoc-2025-target-years"));
}

/// Every id of the plan that other people's files and scripts may name.
const IDS: [&str; 70] = [
    "V.2.1.a",
    "V.2.1.b",
    "V.2.1.c",
    "V.2.1.d",
    "V.2.2.a",
    "V.2.2.b",
    "V.2.2.c",
    "V.2.2.d",
    "V.2.2.e",
    "V.2.2.f",
    "V.2.3.a",
    "V.2.3.b",
    "V.2.3.c",
    "V.2.3.d",
    "V.2.3.e",
    "V.2.3.f",
    "V.2.4.a",
    "V.2.4.b",
    "V.2.4.c",
    "V.2.4.d",
    "V.2.4.e",
    "V.2.4.f",
    "V.2.5.a",
    "V.2.5.b1",
    "V.2.5.b2",
    "V.2.5.b3",
    "V.2.5.b4",
    "V.2.6.a",
    "V.2.6.b",
    "V.2.7.a",
    "V.2.7.b",
    "V.2.7.c",
    "VI.2.collectives",
    "VI.2.individuals",
    "VI.2.leaders",
    "VI.2.leaders-by-unit",
    "II.1.0a",
    "II.1.0b",
    "II.1.1.poor",
    "II.1.1.near_poor",
    "II.1.1.hardship",
    "II.1.1.minority",
    "II.1.2",
    "II.1.3a",
    "II.1.3b",
    "II.1.4",
    "II.1.5",
    "II.1.6a",
    "II.1.6b",
    "I.1.a",
    "I.1.b",
    "I.1.c",
    "VIII.2",
    "VIII.5a",
    "VIII.5b",
    "VII.3",
    "VII.4",
    "SL.1",
    "SL.2",
    "SL.3",
    "SL.4",
    "SL.5",
    "SL.6",
    "SL.7",
    "SL.8",
    "SL.9",
    "SL.10",
    "SL.11",
    "SL.12",
    "SL.13",
];

#[test]
fn every_fixed_id_is_checked_on_the_example() {
    let (report, _) = report(&EXAMPLE);
    for id in IDS {
        let sections = ["rules", "quotas", "targets", "deadlines", "checks"];
        let counts = sections
            .iter()
            .filter_map(|section| report["summary"][section].get(id))
            .collect::<Vec<_>>();
        let [counts] = counts.as_slice() else {
            panic!("{id} stands in {} sections", counts.len());
        };
        let made: u64 = counts
            .as_object()
            .unwrap()
            .values()
            .filter_map(Value::as_u64)
            .sum();
        assert!(made > 0, "{id} was never checked");
    }
    for id in [
        "data/total",
        "data/duplicate",
        "data/code-name",
        "data/reference",
    ] {
        assert!(report["summary"]["checks"].get(id).is_some(), "{id}");
    }
}

#[test]
fn the_row_accounts_of_the_example_add_up_and_absent_units_are_named() {
    let (report, _) = report(&EXAMPLE);
    for input in report["inputs"].as_array().unwrap() {
        assert_eq!(
            input["sha256"].as_str().unwrap().len(),
            64,
            "{}",
            input["path"]
        );
        for sheet in input["sheets"].as_array().unwrap() {
            let rows = &sheet["rows"];
            let skipped: u64 = rows["skipped"]
                .as_array()
                .unwrap()
                .iter()
                .map(|s| s["count"].as_u64().unwrap())
                .sum();
            assert_eq!(
                rows["read"].as_u64().unwrap(),
                rows["used"].as_u64().unwrap() + skipped,
                "{sheet}"
            );
        }
    }
    let absent: Vec<&str> = report["absent"]
        .as_array()
        .unwrap()
        .iter()
        .map(|unit| unit["code"].as_str().unwrap())
        .collect();
    assert_eq!(absent, ["25305", "25378"]);
    assert_eq!(report["complete"], Value::Bool(true));
}

#[test]
fn every_report_fits_the_published_schema() {
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/report.schema.json");
    let schema: Value =
        serde_json::from_str(&std::fs::read_to_string(schema).expect("the schema is there"))
            .expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let runs: [&[&str]; 4] = [
        &EXAMPLE,
        &[
            "check",
            "examples/binh-phuoc-2025",
            "--format",
            "json",
            "--lang",
            "en",
            "--round",
            "so-ket-2023",
            "--as-of",
            "2023-06-01",
        ],
        &[
            "check",
            "examples/binh-phuoc-2025/so-nganh",
            "--format",
            "json",
            "--set",
            "review=2024",
            "--as-of",
            "2025-11-01",
        ],
        &[
            "check",
            "examples",
            "--format",
            "json",
            "--round",
            "no-such-round",
        ],
    ];
    for arguments in runs {
        let (report, _) = report(arguments);
        let errors: Vec<String> = validator
            .iter_errors(&report)
            .take(5)
            .map(|e| format!("{} at {}", e, e.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{arguments:?}: {errors:#?}");
    }
}

#[test]
fn two_runs_give_the_same_bytes() {
    let run = || {
        let mut command = Command::cargo_bin("thidua").expect("the program is built");
        command
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .args(EXAMPLE)
            .output()
            .expect("the program runs")
            .stdout
    };
    assert_eq!(run(), run());
}

#[test]
fn nothing_green_by_accident() {
    let folder = tempfile::tempdir().expect("a folder");
    let code = |arguments: &[&str]| {
        let output = Command::cargo_bin("thidua")
            .expect("the program is built")
            .args(arguments)
            .output()
            .expect("the program runs");
        output.status.code().unwrap_or(-1)
    };
    let path = folder.path().to_str().expect("unicode");
    assert_eq!(code(&["check", path]), 3, "an empty folder");
    std::fs::write(folder.path().join("x.csv"), "a,b\n1,2\n").expect("written");
    assert_eq!(code(&["check", path]), 3, "a folder without a known table");
    let rules = folder.path().join("rules.yaml");
    std::fs::write(&rules, "format: 1\nid: x\nversion: '1'\ntitle: X\ntables: { t: { key: code, columns: { code: { type: code } } } }\n").expect("written");
    assert_eq!(
        code(&["check", path, "--rules", rules.to_str().expect("unicode")]),
        4,
        "a rule set without rules"
    );
    assert_eq!(
        code(&["check", path, "--only", "no_such_table"]),
        4,
        "a selector that matches nothing"
    );
}
