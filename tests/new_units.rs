//! A file of the units formed on 01/07/2025, which use old codes and names again for other territories.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test stops at what it did not expect"
)]

use assert_cmd::Command;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

/// Code and name of each new unit, with the old ones that it was formed of.
fn new_units() -> BTreeMap<(String, String), Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules/binh-phuoc-2025-merge.csv");
    let mut reader = csv::Reader::from_path(path).unwrap();
    let mut units: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    for record in reader.records() {
        let record = record.unwrap();
        let unit = (record[3].to_owned(), record[4].to_owned());
        units.entry(unit).or_default().push(record[0].to_owned());
    }
    units
}

fn report(folder: &Path) -> (Value, i32) {
    let output = Command::cargo_bin("thidua")
        .unwrap()
        .args(["check", "--format", "json", "--as-of", "2025-11-01"])
        .arg(folder)
        .output()
        .unwrap();
    let json = serde_json::from_slice(&output.stdout).expect("one JSON document");
    (json, output.status.code().unwrap())
}

#[test]
fn only_units_that_kept_their_territory_are_used_of_such_a_file() {
    let units = new_units();
    assert_eq!(units.len(), 40);
    assert_eq!(units.values().map(Vec::len).sum::<usize>(), 111);
    for with_codes in [true, false] {
        let folder = tempfile::tempdir().unwrap();
        let mut text = "Mã xã;Tên xã;Số hộ nghèo 2025\n".to_owned();
        for (code, name) in units.keys() {
            let code = if with_codes { code } else { "" };
            text.push_str(&format!("{code};{name};10\n"));
        }
        std::fs::write(folder.path().join("cap-xa.csv"), text).unwrap();
        let (report, code) = report(folder.path());
        let rows = &report["inputs"][0]["sheets"][0]["rows"];
        assert_eq!(rows["read"], 41, "{rows}");
        let skipped = |reason: &str| {
            let all = rows["skipped"].as_array().unwrap();
            let found = all.iter().find(|skipped| skipped["reason"] == reason);
            found.map_or(0, |skipped| skipped["count"].as_u64().unwrap())
        };
        let sentences = report["diagnostics"].as_array().unwrap();
        let said = sentences
            .iter()
            .filter(|finding| finding["code"] == "fact/new-unit")
            .count();
        if with_codes {
            // Bù Gia Mập and Đak Ơ are what they were.
            assert_eq!((rows["used"].as_u64(), skipped("code_name")), (Some(2), 38));
            assert_eq!((code, said), (1, 38));
        } else {
            // Without a code, Xã Đăk Ơ is spelt otherwise than the official Đak Ơ, and two old units are called Tân Hưng and Tân Lợi.
            assert_eq!((rows["used"].as_u64(), skipped("code_name")), (Some(1), 36));
            assert_eq!((code, said, skipped("no_key")), (3, 36, 3));
        }
        let sentence = sentences
            .iter()
            .find(|finding| {
                finding["message"]
                    .as_str()
                    .unwrap()
                    .contains("Phường Bình Phước")
            })
            .unwrap();
        let message = sentence["message"].as_str().unwrap();
        assert!(message.contains("01/07/2025"), "{message}");
        for old in [
            "Tân Phú",
            "Tân Đồng",
            "Tân Bình",
            "Tân Xuân",
            "Tân Thiện",
            "Tiến Hưng",
        ] {
            assert!(message.contains(old), "{message}");
        }
    }
}
