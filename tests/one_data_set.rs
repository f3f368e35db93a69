//! One data set in every shape that offices give it: the verdicts are the same to the byte, and every row is accounted for.
//!
//! A further shape is one more line of [`shapes::all`].

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test stops at what it did not expect"
)]

#[path = "one_data_set/data.rs"]
mod data;
#[path = "office/encoded.rs"]
mod encoded;
mod judged;
#[path = "one_data_set/libreoffice.rs"]
mod libreoffice;
#[path = "one_data_set/paper.rs"]
mod paper;
#[path = "one_data_set/shapes.rs"]
mod shapes;

use assert_cmd::Command;
use judged::strip;
use serde_json::Value;
use std::path::Path;

/// What was judged: every subject with its verdicts and what is missing, without where it stood and how it was worked out.
fn verdicts(report: &Value) -> String {
    let mut subjects = report["subjects"].as_array().unwrap().clone();
    subjects.sort_by_key(|subject| subject["code"].as_str().unwrap().to_owned());
    let mut subjects = Value::Array(subjects);
    strip(&mut subjects);
    serde_json::to_string_pretty(&subjects).unwrap()
}

fn report(folder: &Path) -> (Value, i32) {
    let output = Command::cargo_bin("thidua")
        .unwrap()
        .args(["check", "--format", "json", "--as-of", "2025-11-01"])
        .arg(folder)
        .output()
        .unwrap();
    let report = serde_json::from_slice(&output.stdout).expect("one JSON document");
    (report, output.status.code().unwrap())
}

/// Rows read and rows used; what was skipped must be the rest, sheet by sheet.
fn account(report: &Value) -> (u64, u64) {
    let (mut read, mut used) = (0, 0);
    for input in report["inputs"].as_array().unwrap() {
        assert_eq!(input["refused"], Value::Null);
        for sheet in input["sheets"].as_array().unwrap() {
            assert_eq!(sheet["refused"], Value::Null, "{sheet}");
            let rows = &sheet["rows"];
            let skipped: u64 = rows["skipped"]
                .as_array()
                .unwrap()
                .iter()
                .map(|skipped| skipped["count"].as_u64().unwrap())
                .sum();
            let own = [&rows["read"], &rows["used"]].map(|count| count.as_u64().unwrap());
            assert_eq!(own[0], own[1] + skipped, "{sheet}");
            read += own[0];
            used += own[1];
        }
    }
    (read, used)
}

#[test]
fn one_data_set_has_one_set_of_verdicts_whatever_its_shape() {
    let units = data::units();
    let mut first: Option<(&str, String, i32)> = None;
    for shape in shapes::all(&units) {
        let folder = tempfile::tempdir().unwrap();
        for (name, bytes) in &shape.files {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, bytes).unwrap();
        }
        let (report, code) = report(folder.path());
        assert_eq!(
            account(&report),
            (shape.rows, shape.used),
            "{}: {:#}",
            shape.name,
            report["inputs"]
        );
        let own = verdicts(&report);
        match &first {
            None => first = Some((shape.name, own, code)),
            Some((name, verdicts, first_code)) => {
                assert!(
                    own == *verdicts,
                    "{} and {name} differ:\n{}\n{:#}",
                    shape.name,
                    difference(verdicts, &own),
                    report["diagnostics"]
                );
                assert_eq!(code, *first_code, "{} and {name}", shape.name);
            }
        }
    }
    let (_, verdicts, _) = first.unwrap();
    for verdict in [
        "eligible",
        "ineligible",
        "undetermined",
        "empty",
        "unreadable",
    ] {
        assert!(
            verdicts.contains(&format!("\"{verdict}\"")),
            "the data set has no {verdict}: {verdicts}"
        );
    }
}

/// The first lines that differ.
fn difference(one: &str, other: &str) -> String {
    let lines = one.lines().zip(other.lines()).enumerate();
    let different = lines.filter(|(_, (one, other))| one != other).take(5);
    different
        .map(|(at, (one, other))| format!("{at}: {one} | {other}\n"))
        .collect()
}
