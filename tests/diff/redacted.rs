//! Reports that leave names out: with each other, and with reports that tell them.

use crate::example::{self, report, report_with};
use crate::world::{Folder, changes, json_of, reports_of, run};
use serde_json::{Value, json};

#[test]
fn a_report_without_names_held_against_itself_shows_nothing_over_all_examples() {
    for (rules, source) in example::ALL {
        let folder = Folder::new();
        folder.write("a.json", report_with(rules, source, &["--redact"]));
        let asked = ["a.json", "a.json", "--show", "all"];
        let ran = run(&folder, "diff", &asked);
        assert_eq!(ran.code, 0, "{source}: {}{}", ran.out, ran.err);
        let document = json_of(&folder, &asked);
        assert_eq!(changes(&document).len(), 0, "{source}");
        assert_eq!(document["head"], json!({}), "{source}");
    }
}

#[test]
fn a_unit_without_a_name_is_told_by_its_code() {
    let text = report_with(
        "binh-phuoc-2021-2025",
        "examples/binh-phuoc-2025",
        &["--redact"],
    );
    let mut fewer: Value = serde_json::from_str(&text).unwrap();
    let absent = fewer["absent"].as_array_mut().unwrap();
    assert!(absent.remove(0)["name"].is_null());
    let folder = Folder::new();
    folder.write("a.json", fewer.to_string());
    folder.write("b.json", &text);
    let ran = run(&folder, "diff", &["a.json", "b.json"]);
    let line = "Đơn vị: communes/25305: có số liệu → không có số liệu";
    assert!(ran.out.contains(line), "{}{}", ran.out, ran.err);
    assert_eq!(ran.code, 1);
}

#[test]
fn that_one_report_leaves_names_out_is_no_change_but_of_the_head_over_all_examples() {
    for (rules, source) in example::ALL {
        let folder = Folder::new();
        folder.write("named.json", report(rules, source));
        folder.write("bare.json", report_with(rules, source, &["--redact"]));
        for order in [["named.json", "bare.json"], ["bare.json", "named.json"]] {
            let asked = [&order[..], &["--show", "all"]].concat();
            let document = json_of(&folder, &asked);
            assert_eq!(changes(&document).len(), 0, "{source}: {document:#}");
            assert_eq!(document["summary"]["facts_alone"], 0, "{source}");
            let told = [order[0] == "bare.json", order[1] == "bare.json"];
            let [before, after] = told.map(|is_bare| is_bare.to_string());
            let head = json!({ "redacted": { "before": before, "after": after } });
            assert_eq!(document["head"], head, "{source}");
            let ran = run(&folder, "diff", &asked);
            assert_eq!(ran.code, 0, "{}", ran.err);
            let line = "Một báo cáo không nêu tên (--redact)";
            assert_eq!(ran.out.matches(line).count(), 1, "{}", ran.out);
        }
    }
}

#[test]
fn what_got_worse_is_told_though_one_report_leaves_names_out() {
    let folder = Folder::new();
    folder.write("rules.yaml", crate::RULES);
    folder.write("data/communes.csv", crate::COMMUNES);
    reports_of(&folder, "old.json", &[]);
    let new = crate::COMMUNES.replace("110;90", "110;105");
    folder.write("data/communes.csv", new);
    reports_of(&folder, "new.json", &["--redact"]);
    let document = json_of(&folder, &["old.json", "new.json"]);
    assert_eq!(
        crate::lines(&document),
        ["worse subject 25195: eligible → ineligible"]
    );
    assert_eq!(run(&folder, "diff", &["old.json", "new.json"]).code, 1);
}
