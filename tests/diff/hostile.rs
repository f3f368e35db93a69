//! Names that are markup, that hide what follows, or that several rows share.

use crate::example;
use crate::world::{Folder, changes, json_of, run};
use serde_json::Value;

const HOSTILE: &str = "|a|`b`<script>x</script>\n# c\u{202e}d\u{1b}[31m[e](http://f)";

fn document() -> Value {
    let text = example::report("bac-ninh-2022-2025", "examples/bac-ninh-2022-2025");
    serde_json::from_str(&text).expect("a report")
}

fn compared(before: &Value, after: &Value) -> Folder {
    let folder = Folder::new();
    folder.write("a.json", before.to_string());
    folder.write("b.json", after.to_string());
    folder
}

#[test]
fn names_cannot_be_markup_nor_move_the_terminal() {
    let mut before = document();
    before["subjects"][0]["name"] = HOSTILE.into();
    let mut after = before.clone();
    before["subjects"][0]["verdict"] = "eligible".into();
    after["subjects"][0]["verdict"] = "ineligible".into();
    let folder = compared(&before, &after);
    for form in ["text", "md"] {
        let out = run(&folder, "diff", &["a.json", "b.json", "--format", form]).out;
        assert!(out.contains("script"), "the name is shown: {out}");
        let odd = |c: char| c != '\n' && (c.is_control() || c == '\u{202e}');
        assert!(!out.contains(odd), "{out:?}");
        assert!(!out.lines().any(|line| line.starts_with("# c")), "{out}");
        if form == "md" {
            assert!(!out.contains("<script"), "{out}");
            assert!(!out.contains("](http://"), "{out}");
            assert!(out.contains("\\|a\\|\\`b\\`"), "{out}");
        }
    }
}

#[test]
fn rows_that_share_a_code_are_not_mixed_up_silently() {
    let mut before = document();
    let subjects = before["subjects"].as_array_mut().unwrap();
    let (mut second, mut third) = (subjects[0].clone(), subjects[0].clone());
    second["name"] = "Xã khác".into();
    third["name"] = "Xã khác".into();
    third["verdict"] = "eligible".into();
    second["verdict"] = "undetermined".into();
    subjects.extend([second, third]);
    let mut after = before.clone();
    let subjects = after["subjects"].as_array_mut().unwrap();
    let last = subjects.len() - 1;
    subjects.swap(last, last - 1);
    let folder = compared(&before, &after);
    let document = json_of(&folder, &["a.json", "b.json"]);
    assert_eq!(changes(&document).len(), 0, "only their order changed");
    assert_eq!(document["in_doubt"].as_array().unwrap().len(), 0);
    after["subjects"][last]["verdict"] = "ineligible".into();
    after["subjects"][last - 1]["verdict"] = "ineligible".into();
    let folder = compared(&before, &after);
    let document = json_of(&folder, &["a.json", "b.json"]);
    assert_eq!(document["in_doubt"][0]["before"], 2, "{document:#}");
    let ran = run(&folder, "diff", &["a.json", "b.json"]);
    assert!(ran.out.contains("ghép theo thứ tự"), "{}", ran.out);
}

#[test]
fn subjects_without_a_code_are_known_by_their_names() {
    let mut before = document();
    for subject in before["subjects"].as_array_mut().unwrap() {
        subject["code"] = "".into();
    }
    let mut after = before.clone();
    after["subjects"].as_array_mut().unwrap().reverse();
    let folder = compared(&before, &after);
    let document = json_of(&folder, &["a.json", "b.json"]);
    assert_eq!(changes(&document).len(), 0, "{document:#}");
}

#[test]
fn every_other_kind_of_change_has_its_direction() {
    let before = document();
    let mut after = before.clone();
    after["quotas"][0]["verdict"] = "not_met".into();
    after["targets"][0]["status"] = "behind".into();
    after["deadlines"][0]["status"] = "overdue".into();
    after["absent"] = serde_json::json!([{ "table": "communes", "code": "1", "name": "Xã A" }]);
    after["not_checked"] = serde_json::json!([{ "section": "quotas", "table": "communes" }]);
    after["checks"] = serde_json::json!([{ "id": "data/total", "verdict": "not_met", "severity": "error", "table": "communes", "code": null, "year": null, "places": [] }]);
    let finding = serde_json::json!({ "code": "fact/not-a-number", "severity": "error", "message": "m", "help": null, "places": [], "value": null });
    after["inputs"][0]["refused"] = finding.clone();
    after["diagnostics"].as_array_mut().unwrap().push(finding);
    let kinds = |document: &Value, direction: &str| -> Vec<String> {
        let all = changes(document).iter();
        all.filter(|change| change["direction"] == direction)
            .map(|change| change["kind"].as_str().unwrap().to_owned())
            .collect()
    };
    let all = [
        "quota", "target", "deadline", "check", "unit", "section", "input", "finding",
    ];
    let folder = compared(&before, &after);
    assert_eq!(
        kinds(&json_of(&folder, &["a.json", "b.json"]), "worse"),
        all
    );
    assert_eq!(run(&folder, "diff", &["a.json", "b.json"]).code, 1);
    assert_eq!(
        kinds(&json_of(&folder, &["b.json", "a.json"]), "better"),
        all
    );
    assert_eq!(run(&folder, "diff", &["b.json", "a.json"]).code, 0);
}

#[test]
fn days_are_shown_whole_in_both_languages() {
    let mut before = document();
    let mut after = before.clone();
    for (report, done, status) in [
        (&mut before, "2024-10-20", "late"),
        (&mut after, "2024-10-03", "met"),
    ] {
        report["deadlines"][0]["done"] = done.into();
        report["deadlines"][0]["status"] = status.into();
    }
    let folder = compared(&before, &after);
    for (language, expected) in [
        ("vi", "ngày gửi: 20/10/2024 → 03/10/2024"),
        ("en", "sent: 20 October 2024 → 3 October 2024"),
    ] {
        let ran = run(&folder, "diff", &["a.json", "b.json", "--lang", language]);
        assert!(ran.out.contains(expected), "{}", ran.out);
    }
}

#[test]
fn a_nomination_that_appears_against_the_rules_is_worse_and_one_withdrawn_is_neither() {
    let before = document();
    let mut after = before.clone();
    let list = after["nominations"].as_array_mut().unwrap();
    let at = list.iter().position(|one| one["verdict"] == "ineligible");
    let gone = list.remove(at.expect("one is against the rules"));
    let folder = compared(&before, &after);
    let withdrawn = json_of(&folder, &["a.json", "b.json"]);
    assert_eq!(changes(&withdrawn).len(), 1);
    assert_eq!(changes(&withdrawn)[0]["direction"], "other");
    assert_eq!(changes(&withdrawn)[0]["code"], gone["code"]);
    let appeared = json_of(&folder, &["b.json", "a.json"]);
    assert_eq!(changes(&appeared)[0]["direction"], "worse");
}
