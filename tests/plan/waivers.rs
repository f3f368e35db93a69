//! Waivers: applied, refused, not needed, left aside; from YAML and from a table.

use crate::{Ran, checked};

const OFFICIALS: &str =
    "code,provincial,initiative,assisted_disadvantaged\nCB1,không,không,\nCB2,không,có,\n";

fn waiver(rule: &str, subject: &str, until: &str) -> String {
    format!(
        "waivers:\n  - {{ rule: {rule}, subject: {subject}, reason: Lý do, decision: 01/QĐ, approved_by: Hội đồng, from: 2025-01-01, until: {until} }}\n"
    )
}

fn with(waivers: &str, more: &[&str]) -> Ran {
    let files = [
        ("officials.csv", OFFICIALS.to_owned()),
        ("mien-xet.yaml", waivers.to_owned()),
    ];
    checked("2025-11-01", &files, more)
}

fn verdicts(ran: &Ran, code: &str) -> (String, String, String) {
    let subjects = ran.report["subjects"].as_array().unwrap();
    let subject = subjects.iter().find(|one| one["code"] == code).unwrap();
    let rules = subject["rules"].as_array().unwrap();
    let rule = rules.iter().find(|one| one["id"] == "V.2.6.a").unwrap();
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    (
        text(&subject["verdict"]),
        text(&rule["verdict"]),
        text(&rule["own_verdict"]),
    )
}

fn three(subject: &str, verdict: &str, own: &str) -> (String, String, String) {
    (subject.to_owned(), verdict.to_owned(), own.to_owned())
}

#[test]
fn a_waiver_lifts_one_criterion_for_one_subject_and_the_own_verdict_stays_visible() {
    let ran = with(&waiver("V.2.6.a", "officials/CB1", "2025-11-01"), &[]);
    assert_eq!(
        verdicts(&ran, "CB1"),
        three("eligible", "waived", "not_met")
    );
    assert_eq!(verdicts(&ran, "CB2"), three("eligible", "met", "met"));
    let rule = &ran.report["subjects"][0]["rules"][0];
    assert_eq!(rule["waiver"]["decision"], "01/QĐ");
    assert_eq!(ran.report["subjects"][0]["waived"], 1);
    assert_eq!(
        (ran.code, ran.report["waivers"][0]["state"].as_str()),
        (0, Some("applied"))
    );
}

#[test]
fn the_audit_view_shows_the_bare_result() {
    let ran = with(
        &waiver("V.2.6.a", "officials/CB1", "2026-01-01"),
        &["--no-waivers"],
    );
    assert_eq!(
        verdicts(&ran, "CB1"),
        three("ineligible", "not_met", "not_met")
    );
    assert_eq!(
        (ran.code, ran.report["waivers"].as_array().unwrap().len()),
        (1, 0)
    );
}

#[test]
fn a_waiver_that_does_not_hold_or_has_no_subject_is_not_applied_and_said_so() {
    let cases = [
        (
            waiver("V.2.6.a", "officials/CB1", "2025-10-31"),
            "verdict/waiver-expired",
            1,
        ),
        (
            waiver("V.2.6.a", "officials/CB1", "2026-01-01").replace("2025-01-01", "2025-11-02"),
            "verdict/waiver-not-yet",
            1,
        ),
        (
            waiver("V.2.6.a", "officials/CB9", "2026-01-01"),
            "verdict/waiver-no-subject",
            3,
        ),
        (
            waiver("V.2.6.a", "officials/CB2", "2026-01-01"),
            "verdict/waiver-not-needed",
            1,
        ),
    ];
    for (waivers, code, exit) in cases {
        let ran = with(&waivers, &[]);
        assert!(ran.codes().contains(&code), "{code}: {:?}", ran.codes());
        assert_eq!(ran.code, exit, "{code}");
        assert_eq!(
            verdicts(&ran, "CB1"),
            three("ineligible", "not_met", "not_met"),
            "{code}"
        );
    }
    // The subject's table is not in the data at all: nothing is said.
    let ran = with(&waiver("V.2.3.e", "communes/25195", "2026-01-01"), &[]);
    assert_eq!(
        (ran.code, ran.report["waivers"][0]["state"].as_str()),
        (1, Some("not_in_data"))
    );
}

#[test]
fn a_file_of_waivers_that_is_wrong_stops_the_run_with_4() {
    let good = waiver("V.2.6.a", "officials/CB1", "2026-01-01");
    let twice = format!("{good}{}", good.replace("waivers:\n", ""));
    let cases = [
        (twice, "rule/waiver-twice"),
        (
            good.replace("V.2.6.a", "V.2.6.z"),
            "rule/waiver-unknown-rule",
        ),
        (
            good.replace("officials/CB1", "official/CB1"),
            "rule/waiver-unknown-subject",
        ),
        (
            good.replace("officials/CB1", "communes/25195"),
            "rule/waiver-other-table",
        ),
        (good.replace("reason: Lý do, ", ""), "rule/missing-key"),
        (
            good.replace("2026-01-01", "2024-01-01"),
            "rule/waiver-without-day",
        ),
        (good.replace("2026-01-01", "01/01/2026"), "rule/not-a-date"),
        (good.replace("reason", "reasons"), "rule/unknown-key"),
        ("waivers: 5\n".to_owned(), "rule/wrong-shape"),
    ];
    for (waivers, code) in cases {
        let ran = with(&waivers, &[]);
        assert!(ran.codes().contains(&code), "{code}: {:?}", ran.codes());
        assert_eq!(ran.code, 4, "{code}");
        assert!(ran.report.get("subjects").is_none());
    }
}

#[test]
fn waivers_are_read_from_a_table_too() {
    let head = "Mã tiêu chuẩn;Đối tượng;Lý do;Số quyết định;Người quyết định;Từ ngày;Đến ngày\n";
    let named = ["--waivers", "FOLDER/qd/quyet-dinh.csv"];
    let run = |rows: &str| {
        let files = [
            ("officials.csv", OFFICIALS.to_owned()),
            ("qd/quyet-dinh.csv", format!("{head}{rows}")),
        ];
        checked("2025-11-01", &files, &named)
    };
    let ran = run("V.2.6.a;officials/CB1;Lý do;01/QĐ;Hội đồng;01/01/2025;31/12/2025\n");
    assert_eq!(
        verdicts(&ran, "CB1"),
        three("eligible", "waived", "not_met")
    );
    let ran = run("V.2.6.a;officials/CB1;Lý do;;Hội đồng;01/01/2025;31/12/2025\n");
    assert_eq!(
        (ran.code, ran.codes().contains(&"rule/waiver-incomplete")),
        (4, true)
    );
    let ran = run("V.2.6.a;officials/CB1;Lý do;01/QĐ;Hội đồng;01/01/2025;hết năm\n");
    assert_eq!(ran.code, 4);
    let row = "V.2.6.a;officials/CB1;Lý do;01/QĐ;Hội đồng;01/01/2025;31/12/2025\n";
    assert_eq!(run(&format!("{row}{row}")).code, 4);
}

#[test]
fn only_the_file_at_the_top_of_the_named_folder_is_taken_and_the_report_says_which() {
    let good = waiver("V.2.6.a", "officials/CB1", "2026-01-01");
    let below = [
        ("officials.csv", OFFICIALS.to_owned()),
        ("xa/mien-xet.yaml", good.clone()),
    ];
    let ran = checked("2025-11-01", &below, &[]);
    assert_eq!(
        verdicts(&ran, "CB1"),
        three("ineligible", "not_met", "not_met")
    );
    let files = [
        ("officials.csv", OFFICIALS.to_owned()),
        ("mien-xet.yaml", good),
    ];
    let ran = crate::ran("check", &files, &[]);
    assert!(
        ran.text
            .contains("mien-xet.yaml (1 quyết định, 1 được áp dụng)"),
        "{}",
        ran.text
    );
    assert!(ran.text.contains("miễn xét theo 01/QĐ"), "{}", ran.text);
}
