//! Targets: every state, what remains, figures that are not there, an exact history.

use crate::{checked, ran};
use serde_json::{Value, json};

/// The province's poor households at the end of 2021 and of the following years; `-` for an empty cell.
fn poor(figures: &[&str]) -> String {
    let years: Vec<String> = (2021..)
        .take(figures.len())
        .map(|year| format!("poor_{year}"))
        .collect();
    let figures: Vec<&str> = figures
        .iter()
        .map(|f| if *f == "-" { "" } else { f })
        .collect();
    format!(
        "code,name,{}\n70,Tỉnh Bình Phước,{}\n",
        years.join(","),
        figures.join(",")
    )
}

fn target(figures: &[&str]) -> Value {
    let ran = checked("2025-11-01", &[("province.csv", poor(figures))], &[]);
    ran.only("targets", "II.1.0a").clone()
}

#[test]
fn a_mean_is_judged_by_the_measured_years_and_says_what_the_others_must_bring() {
    let cases: [(&[&str], &str, Value, Value, bool); 10] = [
        (
            &["10000", "8000", "6000", "4000", "2000"],
            "met",
            json!("2000"),
            Value::Null,
            false,
        ),
        (
            &["10000", "8000", "6000", "4000", "2001"],
            "not_met",
            json!("1999.75"),
            Value::Null,
            false,
        ),
        (
            &["12000", "9500", "7000", "4500", "2000"],
            "met",
            json!("2500"),
            Value::Null,
            true,
        ),
        (
            &["12000", "9500", "7000", "4500", "2001"],
            "met",
            json!("2499.75"),
            Value::Null,
            false,
        ),
        (
            &["10000", "7700", "5789", "-", "-"],
            "on_track",
            json!("2105.5"),
            json!("1894.5"),
            false,
        ),
        (
            &["10000", "8100", "6200"],
            "behind",
            json!("1900"),
            json!("2100"),
            false,
        ),
        (
            &["10000", "8000"],
            "on_track",
            json!("2000"),
            json!("2000"),
            false,
        ),
        (
            &["10000", "8000", "-", "4000", "2000"],
            "insufficient",
            json!("2000"),
            Value::Null,
            false,
        ),
        (
            &["10000"],
            "insufficient",
            Value::Null,
            json!("2000"),
            false,
        ),
        (
            // A figure that cannot be read is no figure that is still to come.
            &["10000", "8000", "6000", "4000", "12a"],
            "insufficient",
            json!("2000"),
            Value::Null,
            false,
        ),
    ];
    for (figures, status, measured, needed, exceeded) in cases {
        let target = target(figures);
        let got = (
            &target["status"],
            &target["measured"],
            &target["needed"],
            &target["exceeded"],
        );
        assert_eq!(
            got,
            (&json!(status), &measured, &needed, &json!(exceeded)),
            "{figures:?}"
        );
    }
}

#[test]
fn a_missing_year_is_shown_as_missing_never_as_zero() {
    let target = target(&["10000", "8000", "-", "4000", "2000"]);
    let states: Vec<&str> = target["years"]
        .as_array()
        .unwrap()
        .iter()
        .map(|year| year["state"].as_str().unwrap())
        .collect();
    assert_eq!(states, ["measured", "missing", "missing", "measured"]);
    let ran = ran(
        "progress",
        &[(
            "province.csv",
            poor(&["10000", "8000", "-", "4000", "2000"]),
        )],
        &[],
    );
    assert!(ran.text.contains("để trống"), "{}", ran.text);
}

#[test]
fn figures_beyond_the_rounds_review_are_not_measured() {
    let files = [(
        "province.csv",
        poor(&["10000", "8000", "6000", "4000", "2000"]),
    )];
    let ran = checked("2025-11-01", &files, &["--set", "review=2023"]);
    let target = ran.only("targets", "II.1.0a");
    assert_eq!(
        (&target["status"], &target["years_left"]),
        (&json!("on_track"), &json!(2))
    );
}

#[test]
fn totals_are_met_once_reached_and_each_year_counts_where_it_must() {
    let province = |exited: &str, models: &str| {
        let head = "code,communes_exited_2022,communes_exited_2023,models_2022,models_2023";
        format!("{head}\n70,{exited},{models}\n")
    };
    let cases = [
        ("3,2", "22,22", "met", "on_track"),
        ("2,1", "22,21", "on_track", "not_met"),
        ("1,1", "21,", "behind", "not_met"),
    ];
    for (exited, models, of_total, of_each) in cases {
        let ran = checked(
            "2023-12-31",
            &[("province.csv", province(exited, models))],
            &[],
        );
        assert_eq!(ran.only("targets", "I.1.a")["status"], of_total, "{exited}");
        assert_eq!(
            ran.only("targets", "II.1.3a")["status"],
            of_each,
            "{models}"
        );
    }
}

#[test]
fn a_year_in_which_nobody_asked_is_left_out_and_all_of_them_are_not_applicable() {
    let head = "code,credit_eligible_2022,credit_lent_2022,credit_eligible_2023,credit_lent_2023";
    let cases = [
        ("10,10,0,0", "on_track"),
        ("10,9,0,0", "not_met"),
        ("0,0,0,0", "insufficient"),
    ];
    for (figures, status) in cases {
        let ran = checked(
            "2023-12-31",
            &[("province.csv", format!("{head}\n70,{figures}\n"))],
            &[],
        );
        assert_eq!(ran.only("targets", "II.1.2")["status"], status, "{figures}");
    }
    let years = "code,credit_eligible_2022,credit_eligible_2023,credit_eligible_2024,credit_eligible_2025\n70,0,0,0,0\n";
    let ran = checked("2025-12-31", &[("province.csv", years.to_owned())], &[]);
    assert_eq!(ran.only("targets", "II.1.2")["status"], "not_applicable");
}

#[test]
fn a_least_of_all_districts_is_open_while_one_is_absent() {
    let districts: Vec<&str> = "688 689 690 691 692 693 694 695 696 697 698"
        .split(' ')
        .collect();
    let table = |codes: &[&str]| {
        let rows: String = codes
            .iter()
            .map(|code| format!("{code},2,2,2,2\n"))
            .collect();
        format!("code,models_2022,models_2023,models_2024,models_2025\n{rows}")
    };
    let ran = checked("2025-12-31", &[("districts.csv", table(&districts))], &[]);
    assert_eq!(ran.only("targets", "II.1.3b")["status"], "met");
    let ran = checked(
        "2025-12-31",
        &[("districts.csv", table(&districts[1..]))],
        &[],
    );
    assert_eq!(ran.only("targets", "II.1.3b")["status"], "insufficient");
}

#[test]
fn targets_without_a_single_figure_are_not_a_clean_result() {
    let cases = [
        ("code,name,poor_2021,poor_2022\n", 3),
        ("code,name,poor_2021,poor_2022\n70,Bình Phước,,\n", 3),
        ("code,name,poor_2021,poor_2022\n70,Bình Phước,xx,100\n", 3),
        ("code,name,poor_2021,poor_2022\n70,Bình Phước,200,100\n", 0),
    ];
    for (province, code) in cases {
        let ran = checked("2025-11-01", &[("province.csv", province.to_owned())], &[]);
        assert_eq!(ran.code, code, "{province}");
        assert_eq!(
            ran.codes().contains(&"cli/nothing-judged"),
            code == 3,
            "{province}"
        );
    }
}

#[test]
fn a_missed_target_is_no_offence() {
    let files = [(
        "province.csv",
        poor(&["10000", "9000", "8000", "7000", "6000"]),
    )];
    assert_eq!(checked("2025-12-31", &files, &[]).code, 0);
}

#[test]
fn a_published_figure_is_compared_only_once_all_years_are_known() {
    let rules = "format: 1\nid: thu\nversion: \"1\"\ntitle: Thử\nextends: binh-phuoc-2021-2025\n\
        targets:\n  - id: T.1\n    cite: KH\n    says: Thử\n    table: province\n    years: 2022..2025\n\
        \x20   measure: poor[y-1] - poor[y]\n    judge: mean\n    published: 2_000\n";
    let cases: [(&[&str], Value); 3] = [
        (&["10000", "8000", "6000", "4000", "2000"], json!("exact")),
        (&["10000", "8100", "6200", "-", "-"], Value::Null),
        (&["10000", "8100", "-", "4000", "2000"], Value::Null),
    ];
    for (figures, likeness) in cases {
        let files = [
            ("province.csv", poor(figures)),
            ("thu.yaml", rules.to_owned()),
        ];
        let ran = checked("2025-11-01", &files, &["--rules", "FOLDER/thu.yaml"]);
        let target = ran.only("targets", "T.1");
        assert_eq!(target["published"]["is"], likeness, "{target:#}");
    }
}
