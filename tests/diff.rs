//! `diff`: what changed between two reports, on reports of the examples and on reports of data that a test changes.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at what it did not expect"
)]

#[path = "diff/coverage.rs"]
mod coverage;
#[path = "diff/hostile.rs"]
mod hostile;
#[path = "diff/particulars.rs"]
mod particulars;
#[path = "diff/redacted.rs"]
mod redacted;
#[path = "diff/refused.rs"]
mod refused;
#[path = "diff/world.rs"]
mod world;

use serde_json::Value;
use world::{Compared, Folder, changes, example, json_of, reports_of, run};

const RULES: &str = r#"
format: 1
id: thu
version: "1"
title: Thử
units: { household: { vi: hộ, en: households } }
rounds: { r: { title: R, years: { start: 2021, review: 2025 } } }
default_round: r
constants: { most: { value: 2 } }
tables:
  communes:
    title: Xã
    sheets: [communes]
    key: code
    columns:
      code: { type: code, headers: [Mã] }
      name: { type: text, headers: [Tên] }
      poor: { type: number, unit: household, whole: true, by: year, headers: [Hộ nghèo] }
      rated: { type: yes_no, headers: [Xếp loại] }
criteria:
  communes:
    all:
      - { id: A, cite: x, says: Giảm, require: "poor[start] - poor[review] > 10" }
      - { id: B, cite: x, says: Tốt, require: rated }
targets:
  - { id: T, cite: x, says: Tổng, years: "2025..2025", measure: "sum(poor[y] for communes)", judge: latest, at_most: 300 }
"#;

const COMMUNES: &str = "Mã;Tên;Hộ nghèo 2021;Hộ nghèo 2025;Xếp loại\n\
    25195;Xã Lộc An;110;90;có\n25198;Xã Lộc Hòa;100;60;có\n25201;Xã Lộc Tấn;80;20;không\n";

fn compared(old: &str, new: &str, more: &[&str]) -> Compared {
    world::compared(RULES, old, new, more)
}

/// `direction kind code: before → after` of each change other than of files.
fn lines(document: &Value) -> Vec<String> {
    let text = |value: &Value| {
        let text = value.as_str().map(str::to_owned);
        text.unwrap_or_else(|| value.to_string())
    };
    let all = changes(document).iter();
    all.filter(|change| change["kind"] != "input")
        .map(|one| {
            let named = if one["code"].is_null() { "id" } else { "code" };
            let [direction, kind, name, before, after] =
                ["direction", "kind", named, "before", "after"].map(|key| text(&one[key]));
            format!("{direction} {kind} {name}: {before} → {after}")
        })
        .collect()
}

#[test]
fn a_report_held_against_itself_shows_nothing_over_all_examples() {
    for (rules, source) in example::ALL {
        let folder = Folder::new();
        folder.write("a.json", example::report(rules, source));
        for more in [&[][..], &["--show", "all"]] {
            let ran = run(&folder, "diff", &[&["a.json", "a.json"], more].concat());
            assert_eq!(ran.code, 0, "{source}: {}", ran.out);
            let document = json_of(&folder, &[&["a.json", "a.json"], more].concat());
            assert_eq!(changes(&document).len(), 0, "{source}");
            assert_eq!(document["summary"]["facts_alone"], 0, "{source}");
            assert_eq!(document["in_doubt"], serde_json::json!([]), "{source}");
        }
    }
}

#[test]
fn rows_in_another_order_are_no_change() {
    let mut rows: Vec<&str> = COMMUNES.lines().collect();
    rows[1..].reverse();
    let ran = compared(
        COMMUNES,
        &format!("{}\n", rows.join("\n")),
        &["--show", "all"],
    );
    assert_eq!(lines(&ran.document), [""; 0], "{:#}", ran.document);
    assert_eq!(ran.document["summary"]["facts_alone"], 0);
    assert_eq!(ran.code, 0);
    let kinds: Vec<&Value> = changes(&ran.document).iter().map(|c| &c["after"]).collect();
    assert_eq!(kinds, ["changed"], "the file itself is another");
}

#[test]
fn one_changed_cell_is_one_change_with_its_fact() {
    let ran = compared(COMMUNES, &COMMUNES.replace("110;90", "110;105"), &[]);
    assert_eq!(
        lines(&ran.document),
        ["worse subject 25195: eligible → ineligible"],
        "{:#}",
        ran.document
    );
    let change = &changes(&ran.document)[0];
    let rules = change["rules"].as_array().unwrap();
    assert_eq!((rules.len(), &rules[0]["id"]), (1, &Value::from("A")));
    let facts = rules[0]["facts"].as_array().unwrap();
    assert_eq!(facts.len(), 1, "{facts:#?}");
    assert_eq!(facts[0]["fact"], "poor[2025]");
    assert_eq!(
        (&facts[0]["before"]["value"], &facts[0]["after"]["value"]),
        (&Value::from("90"), &Value::from("105"))
    );
    assert_eq!(facts[0]["place"], "data/communes.csv!D2");
    assert_eq!(ran.code, 1);
    let text = compared(COMMUNES, &COMMUNES.replace("110;90", "110;105"), &["text"]).out;
    assert!(
        text.contains("Hộ nghèo năm 2025: 90 → 105 hộ (data/communes.csv!D2)"),
        "{text}"
    );
}

#[test]
fn the_way_back_is_better_and_ends_with_0() {
    let ran = compared(&COMMUNES.replace("110;90", "110;105"), COMMUNES, &[]);
    assert_eq!(
        lines(&ran.document),
        ["better subject 25195: ineligible → eligible"]
    );
    assert_eq!(ran.code, 0);
}

#[test]
fn a_fact_that_changes_no_verdict_is_counted_and_listed_on_request() {
    let new = COMMUNES.replace("110;90", "110;91");
    let ran = compared(COMMUNES, &new, &[]);
    assert_eq!(lines(&ran.document), [""; 0]);
    assert_eq!(ran.code, 0);
    let counted = ran.document["summary"]["facts_alone"].as_u64().unwrap();
    assert!(counted >= 1, "{:#}", ran.document);
    let listed = compared(COMMUNES, &new, &["--show", "all"]);
    assert!(
        lines(&listed.document).contains(&"same subject 25195: eligible → eligible".to_owned()),
        "{:#}",
        listed.document
    );
    let english = compared(COMMUNES, &new, &["text", "--show", "all", "--lang", "en"]).out;
    assert!(
        english.contains("Hộ nghèo năm 2025: 90 → 91 hộ"),
        "{english}"
    );
}

#[test]
fn a_cell_that_is_emptied_makes_a_subject_undecided_and_says_why() {
    let new = COMMUNES.replace("110;90;có", "110;;có");
    let ran = compared(COMMUNES, &new, &["text"]);
    assert!(
        ran.out.contains("đủ điều kiện → chưa đủ căn cứ"),
        "{}",
        ran.out
    );
    assert!(
        ran.out.contains("Hộ nghèo năm 2025: 90 hộ → để trống"),
        "{}",
        ran.out
    );
    assert_eq!(ran.code, 1);
    let english = compared(COMMUNES, &new, &["text", "--lang", "en"]).out;
    assert!(
        english.contains("→ empty") || english.contains("→ left empty"),
        "{english}"
    );
}

#[test]
fn a_verdict_that_stays_while_a_rule_falls_is_worse_all_the_same() {
    let ran = compared(COMMUNES, &COMMUNES.replace("80;20", "80;75"), &[]);
    assert_eq!(
        lines(&ran.document),
        ["worse subject 25201: ineligible → ineligible"]
    );
    assert_eq!(ran.code, 1);
}

#[test]
fn worse_comes_first_in_every_form() {
    let new = COMMUNES
        .replace("110;90", "110;105")
        .replace("20;không", "20;có");
    let ran = compared(COMMUNES, &new, &[]);
    let directions: Vec<&Value> = changes(&ran.document)
        .iter()
        .map(|change| &change["direction"])
        .collect();
    assert_eq!(directions, ["worse", "better", "other"]);
    for form in ["text", "md"] {
        let out = compared(COMMUNES, &new, &[form]).out;
        let at = |word: &str| out.find(word).unwrap_or_else(|| panic!("{word}: {out}"));
        assert!(at("XẤU ĐI") < at("TỐT LÊN") && at("TỐT LÊN") < at("THAY ĐỔI KHÁC"));
        let last = out.lines().last().unwrap();
        assert!(last.contains("1 xấu đi, 1 tốt lên, 1"), "{last}");
    }
}

#[test]
fn subjects_that_come_and_go_are_named() {
    let new = COMMUNES.replace("25198;Xã Lộc Hòa", "25999;Xã Mới");
    let ran = compared(COMMUNES, &new, &[]);
    assert_eq!(
        lines(&ran.document),
        [
            "other subject 25999: null → eligible",
            "other subject 25198: eligible → null"
        ]
    );
}

#[test]
fn what_was_judged_otherwise_stands_at_the_head() {
    let folder = Folder::new();
    folder.write("rules.yaml", RULES);
    folder.write("data/communes.csv", COMMUNES);
    let old = reports_of(&folder, "old.json", &[]);
    let set = reports_of(&folder, "set.json", &["--as-of", "2025-12-01"]);
    assert_eq!((old, set), (1, 1));
    folder.write("rules.yaml", RULES.replace("id: thu", "id: khac"));
    reports_of(&folder, "other.json", &[]);
    let ran = run(&folder, "diff", &["old.json", "set.json"]);
    assert!(ran.out.contains("01/11/2025 → 01/12/2025"), "{}", ran.out);
    let ran = run(&folder, "diff", &["old.json", "other.json"]);
    assert!(ran.err.contains("cli/other-rule-set"), "{}", ran.err);
    assert!(ran.out.contains("Bộ tiêu chuẩn: thu → khac"), "{}", ran.out);
    assert_eq!(ran.code, 0, "compared all the same");
}

#[test]
fn a_condition_as_deep_as_may_be_is_compared() {
    let deep = format!("{}rated", "not ".repeat(62));
    let rules = RULES.replace("require: rated", &format!("require: {deep}"));
    let new = COMMUNES.replace("20;không", "20;có");
    let ran = world::compared(&rules, COMMUNES, &new, &[]);
    assert_eq!(
        lines(&ran.document),
        ["better subject 25201: ineligible → eligible"]
    );
}

#[test]
fn a_folder_of_another_name_is_no_change() {
    let folder = Folder::new();
    folder.write("rules.yaml", RULES);
    folder.write("data/communes.csv", COMMUNES);
    folder.write("tomorrow/data/communes.csv", COMMUNES);
    reports_of(&folder, "old.json", &[]);
    let asked = ["tomorrow/data", "--rules", "rules.yaml", "--format", "json"];
    folder.write("new.json", run(&folder, "check", &asked).out);
    let document = json_of(&folder, &["old.json", "new.json", "--show", "all"]);
    assert_eq!(changes(&document).len(), 0, "{document:#}");
}

#[test]
fn a_target_that_falls_shows_its_figures_in_the_language_of_the_reader() {
    let new = COMMUNES.replace("100;60", "100;1060");
    let ran = compared(COMMUNES, &new, &["text"]);
    assert!(
        ran.out.contains("Chỉ tiêu: T: đạt → không đạt"),
        "{}",
        ran.out
    );
    assert!(ran.out.contains("giá trị: 170 → 1.170 hộ"), "{}", ran.out);
    assert!(
        ran.out.contains("giá trị năm 2025: 170 → 1.170 hộ"),
        "{}",
        ran.out
    );
    let english = compared(COMMUNES, &new, &["text", "--lang", "en"]).out;
    assert!(
        english.contains("measured in 2025: 170 → 1,170 hộ"),
        "{english}"
    );
}

#[test]
fn a_condition_that_reads_otherwise_is_shown() {
    let folder = Folder::new();
    folder.write("data/communes.csv", COMMUNES);
    folder.write("rules.yaml", RULES);
    reports_of(&folder, "old.json", &[]);
    folder.write("rules.yaml", RULES.replace("> 10", "> 30"));
    reports_of(&folder, "new.json", &[]);
    let ran = run(&folder, "diff", &["old.json", "new.json"]);
    assert!(
        ran.out
            .contains("điều kiện đã khác: poor[2021] − poor[2025] > 10 → "),
        "{}",
        ran.out
    );
}

#[test]
fn files_are_written_in_the_form_that_their_names_ask_for() {
    let folder = Folder::new();
    folder.write("rules.yaml", RULES);
    folder.write("data/communes.csv", COMMUNES);
    reports_of(&folder, "a.json", &[]);
    folder.write("data/communes.csv", COMMUNES.replace("110;90", "110;105"));
    reports_of(&folder, "b.json", &[]);
    let asked = [
        "a.json", "b.json", "-o", "c.md", "-o", "c.json", "-o", "c.txt",
    ];
    let ran = run(&folder, "diff", &asked);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert_eq!(folder.bare(folder.read("c.txt")), ran.out);
    assert!(
        folder
            .bare(folder.read("c.md"))
            .starts_with("# So sánh: a.json → b.json\n")
    );
    world::valid(&serde_json::from_str(&folder.read("c.json")).unwrap());
    let over = run(&folder, "diff", &["a.json", "b.json", "-o", "./b.json"]);
    assert_eq!(over.code, 4);
    assert!(over.err.contains("cli/output-is-input"), "{}", over.err);
    let lost = run(&folder, "diff", &["a.json", "b.json", "-o", "x/c.md"]);
    assert_eq!(lost.code, 5);
}

#[test]
fn quiet_leaves_the_counts_and_the_result() {
    let ran = compared(
        COMMUNES,
        &COMMUNES.replace("110;90", "110;105"),
        &["text", "--quiet"],
    );
    assert!(!ran.out.contains("25195"), "{}", ran.out);
    assert!(ran.out.contains("Kết quả: 1 xấu đi"), "{}", ran.out);
    assert_eq!(ran.code, 1);
}

#[test]
fn no_line_of_text_is_wider_than_the_paper() {
    let folder = Folder::new();
    let long = COMMUNES.replace("Xã Lộc An", &"Xã dài ".repeat(40));
    folder.write("rules.yaml", RULES);
    folder.write("data/communes.csv", &long);
    reports_of(&folder, "a.json", &[]);
    folder.write("data/communes.csv", long.replace("110;90", "110;105"));
    reports_of(&folder, "b.json", &[]);
    let ran = run(&folder, "diff", &["a.json", "b.json"]);
    for line in ran.out.lines() {
        assert!(thidua::text::width(line) <= 100, "{line}");
    }
}
