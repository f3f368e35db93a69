//! What is not looked at any more is not mended: data and sections that are gone, reports of a part, names left out.

use crate::COMMUNES;
use crate::world::{Folder, changes, json_of, reports_of, run};
use serde_json::Value;

const HAMLETS: &str = "Mã;Số hộ\nT1;5\nT2;-3\n";

/// The rules of the other tests with a second table and a check on either.
fn rules() -> String {
    let tables = "  hamlets:
    title: Thôn
    sheets: [hamlets]
    key: code
    columns:
      code: { type: code, headers: [Mã] }
      homes: { type: number, unit: household, whole: true, headers: [Số hộ] }
criteria:";
    let checks = r#"
checks:
  - { id: K1, cite: x, says: Giảm, table: communes, require: "poor[2025] < 100" }
  - { id: K2, cite: x, says: Đủ, table: hamlets, require: "homes > 4" }
"#;
    crate::RULES.replacen("criteria:", tables, 1) + checks
}

fn folder() -> Folder {
    let folder = Folder::new();
    folder.write("rules.yaml", rules());
    folder.write("data/communes.csv", COMMUNES.replace("110;90", "110;105"));
    folder.write("data/hamlets.csv", HAMLETS.replace("-3", "3"));
    reports_of(&folder, "old.json", &[]);
    folder
}

/// `direction kind id` of what is said of checks.
fn checks(document: &Value) -> Vec<String> {
    let all = changes(document).iter();
    all.filter(|one| one["kind"] == "check")
        .map(|one| {
            let word = |key: &str| one[key].as_str().unwrap_or("").to_owned();
            format!("{} {} {}", word("direction"), word("id"), one["after"])
        })
        .collect()
}

#[test]
fn a_check_that_is_made_again_and_fails_no_more_is_better() {
    let folder = folder();
    folder.write("data/communes.csv", COMMUNES);
    folder.write("data/hamlets.csv", HAMLETS.replace("-3", "30"));
    reports_of(&folder, "new.json", &[]);
    let document = json_of(&folder, &["old.json", "new.json"]);
    assert_eq!(checks(&document), ["better K1 0", "better K2 0"]);
}

#[test]
fn a_check_whose_file_is_gone_is_not_better_and_one_that_was_made_is() {
    let folder = folder();
    std::fs::remove_file(folder.path("data/hamlets.csv")).unwrap();
    folder.write("data/communes.csv", COMMUNES);
    reports_of(&folder, "new.json", &[]);
    let document = json_of(&folder, &["old.json", "new.json"]);
    assert_eq!(checks(&document), ["better K1 0", "other K2 null"]);
    let text = run(&folder, "diff", &["old.json", "new.json"]).out;
    assert!(text.contains("chưa chắc đã sửa"), "{text}");
}

#[test]
fn a_row_that_is_gone_and_a_figure_that_is_emptied_mend_no_check() {
    for (from, to) in [("25195;Xã Lộc An;110;105;có\n", ""), ("110;105", "110;")] {
        let folder = folder();
        let whole = COMMUNES.replace("110;90", "110;105");
        folder.write("data/communes.csv", whole.replace(from, to));
        reports_of(&folder, "new.json", &[]);
        let document = json_of(&folder, &["old.json", "new.json"]);
        assert_eq!(checks(&document), ["other K1 null"], "{to}");
    }
}

#[test]
fn a_report_of_a_part_says_so_and_shows_nothing_as_better_or_worse() {
    let folder = folder();
    reports_of(&folder, "part.json", &["--only", "communes/25198"]);
    let document = json_of(&folder, &["old.json", "part.json"]);
    assert_eq!(
        document["head"]["only"],
        serde_json::json!({ "before": "", "after": "communes/25198" })
    );
    for order in [["old.json", "part.json"], ["part.json", "old.json"]] {
        let document = json_of(&folder, &order);
        assert!(changes(&document).len() > 2, "{document:#}");
        for change in changes(&document) {
            assert_eq!(change["direction"], "other", "{change:#}");
        }
        assert_eq!(run(&folder, "diff", &order).code, 0);
    }
    let text = run(&folder, "diff", &["old.json", "part.json"]).out;
    let line = "Chỉ liệt kê: (tất cả) → communes/25198";
    assert!(text.contains(line), "{text}");
}

#[test]
fn findings_are_not_mended_by_taking_their_file_away() {
    let folder = Folder::new();
    folder.write("rules.yaml", rules());
    folder.write("data/communes.csv", COMMUNES);
    folder.write("data/hamlets.csv", HAMLETS.replace("-3", "ba"));
    reports_of(&folder, "old.json", &[]);
    let of_findings = |document: &Value| -> Vec<Value> {
        let all = changes(document).iter();
        all.filter(|one| one["kind"] == "finding")
            .map(|one| one["direction"].clone())
            .collect()
    };
    folder.write("data/hamlets.csv", HAMLETS.replace("-3", "30"));
    reports_of(&folder, "mended.json", &[]);
    let document = json_of(&folder, &["old.json", "mended.json"]);
    assert_eq!(of_findings(&document), ["better"]);
    std::fs::remove_file(folder.path("data/hamlets.csv")).unwrap();
    reports_of(&folder, "gone.json", &[]);
    let document = json_of(&folder, &["old.json", "gone.json"]);
    assert_eq!(of_findings(&document), ["other"]);
}

#[test]
fn a_report_of_an_earlier_version_listed_everything_with_names() {
    let folder = folder();
    let mut old: Value = serde_json::from_str(&folder.read("old.json")).unwrap();
    for key in ["only", "redacted"] {
        old.as_object_mut().unwrap().remove(key).expect(key);
    }
    folder.write("earlier.json", old.to_string());
    let document = json_of(&folder, &["earlier.json", "old.json", "--show", "all"]);
    assert_eq!(changes(&document).len(), 0);
    assert_eq!(document["head"], serde_json::json!({}));
}

#[test]
fn a_unit_that_sent_nothing_is_not_there_because_its_table_is_gone() {
    let [rules, source] = ["binh-phuoc-2021-2025", "examples/binh-phuoc-2025"];
    let old = crate::example::report(rules, source);
    let mut new: Value = serde_json::from_str(&old).unwrap();
    assert!(!new["absent"].as_array().unwrap().is_empty());
    new["absent"] = serde_json::json!([]);
    new["subjects"] = serde_json::json!([]);
    let folder = Folder::new();
    folder.write("old.json", old);
    for (section, direction) in [(None, "better"), (Some("communes"), "other")] {
        let left_out =
            section.map(|table| serde_json::json!({"section": "criteria", "table": table}));
        new["not_checked"] = left_out.into_iter().collect();
        folder.write("new.json", new.to_string());
        let document = json_of(&folder, &["old.json", "new.json"]);
        let mut units = changes(&document)
            .iter()
            .filter(|one| one["kind"] == "unit");
        assert!(units.clone().count() > 0);
        assert!(
            units.all(|one| one["direction"] == direction),
            "{document:#}"
        );
    }
}
