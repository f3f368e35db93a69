//! Nominations: the subject's verdict, a subject that is not there, the same one twice, who goes first.

use crate::{checked, ran};
use serde_json::json;

const OFFICIALS: &str = "code,name,provincial,initiative,assisted_disadvantaged\n\
    CB1,Cán bộ 1,không,có,\nCB2,Cán bộ 2,không,không,\nCB3,Cán bộ 3,không,,\n";
const HEAD: &str = "no,subject,code,name,class,leader,submitted_by\n";

fn files(rows: &str) -> Vec<(&'static str, String)> {
    vec![
        ("officials.csv", OFFICIALS.to_owned()),
        ("nominations.csv", format!("{HEAD}{rows}")),
    ]
}

#[test]
fn each_entry_takes_its_subjects_verdict_in_the_lists_own_order() {
    let rows = "1,officials,CB3,,individual,không,Sở A\n2,officials,CB1,,individual,không,Sở A\n3,officials,CB2,,individual,không,Sở A\n\
        4,officials,CB9,,individual,không,Sở A\n5,agencies,CQ1,,collective,,Sở A\n";
    let ran = checked("2025-11-01", &files(rows), &[]);
    let got: Vec<(String, String)> = ran.report["nominations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            let text = |key: &str| one[key].as_str().unwrap().to_owned();
            (text("code"), text("verdict"))
        })
        .collect();
    let expected = [
        ("CB3", "undetermined"),
        ("CB1", "eligible"),
        ("CB2", "ineligible"),
        ("CB9", "undetermined"),
        ("CQ1", "undetermined"),
    ];
    assert_eq!(
        got,
        expected.map(|(code, verdict)| (code.to_owned(), verdict.to_owned()))
    );
    // A code that points nowhere, and a table that nobody sent.
    assert!(ran.codes().contains(&"fact/dangling"), "{:?}", ran.codes());
    assert!(
        ran.codes().contains(&"verdict/nominee-without-data"),
        "{:?}",
        ran.codes()
    );
}

#[test]
fn with_nominations_only_they_count_for_the_exit_code() {
    let eligible = "1,officials,CB1,,individual,không,Sở A\n";
    assert_eq!(checked("2025-11-01", &files(eligible), &[]).code, 0);
    let undetermined = "1,officials,CB3,,individual,không,Sở A\n";
    assert_eq!(checked("2025-11-01", &files(undetermined), &[]).code, 2);
    let ineligible = "1,officials,CB2,,individual,không,Sở A\n";
    assert_eq!(checked("2025-11-01", &files(ineligible), &[]).code, 1);
    let nobody = [("officials.csv", OFFICIALS.to_owned())];
    assert_eq!(checked("2025-11-01", &nobody, &[]).code, 1);
    // A list that has a header and no entry nominates nobody either.
    assert_eq!(checked("2025-11-01", &files(""), &[]).code, 1);
    let text = ran("check", &files(""), &[]).text;
    assert!(text.contains("1 đối tượng không đủ điều kiện"), "{text}");
}

#[test]
fn the_same_subject_in_two_lists_is_reported_with_both_places_and_counted_once() {
    let mut files = files("1,officials,CB1,Cán bộ 1,individual,không,Sở A\n");
    files.push((
        "b/nominations.csv",
        format!("{HEAD}1,officials,CB1,Cán bộ 1,individual,không,Sở B\n"),
    ));
    let ran = checked("2025-11-01", &files, &[]);
    let fault = ran.only("checks", "data/duplicate");
    assert_eq!(fault["places"].as_array().unwrap().len(), 2, "{fault:#}");
    assert_eq!(ran.report["nominations"][0]["verdict"], "undetermined");
    assert_eq!(
        ran.only("quotas", "VI.2.individuals")["measured"]["high"],
        "1"
    );
    assert_eq!(ran.code, 1);
}

#[test]
fn one_person_under_two_codes_is_found_however_the_name_is_spelt() {
    let cases = [
        ("Cán bộ Hoà", "Cán bộ Hòa", true),
        ("Cán bộ Hòa", "CÁN  BỘ HO\u{300}A", true),
        ("Cán bộ Hòa", "Cán bộ Hóa", false),
    ];
    for (first, second, is_found) in cases {
        let rows = format!(
            "1,officials,CB1,{first},individual,không,Sở A\n2,officials,CB3,{second},individual,không,Sở A\n"
        );
        let ran = checked("2025-11-01", &files(&rows), &[]);
        assert_eq!(
            ran.codes().contains(&"verdict/nominated-alike"),
            is_found,
            "{second}"
        );
    }
    // Communes of one name are two communes.
    let communes =
        "1,communes,25342,Xã Tân Lợi,collective,,H\n2,communes,25378,Xã Tân Lợi,collective,,H\n";
    let ran = checked("2025-11-01", &files(communes), &[]);
    assert!(!ran.codes().contains(&"verdict/nominated-alike"));
}

#[test]
fn nobody_takes_the_verdict_of_another_name() {
    let judged = |row: &str| {
        let ran = checked("2025-11-01", &files(row), &[]);
        let verdict = ran.report["nominations"][0]["verdict"].as_str().unwrap();
        (
            verdict.to_owned(),
            ran.codes().contains(&"verdict/nominee-misnamed"),
            ran.code,
        )
    };
    let officials = [
        ("Cán bộ 1", "eligible"),
        ("Ông CÁN  BỘ 1, Sở A", "eligible"),
        ("", "eligible"),
        ("Cán bộ 2", "undetermined"),
        // The digit is a word of its own.
        ("Cán bộ 12", "undetermined"),
    ];
    for (name, verdict) in officials {
        let is_other = verdict != "eligible";
        let code = if is_other { 2 } else { 0 };
        assert_eq!(
            judged(&format!(
                "1,officials,CB1,\"{name}\",individual,không,Sở A\n"
            )),
            (verdict.to_owned(), is_other, code),
            "{name}"
        );
    }
    // A commune's name is that of the official list, whether or not anybody sent its figures.
    for (code, name, is_other) in [
        ("25378", "UBND xã Tân Lợi", false),
        ("25378", "Phường Tân Đồng", true),
        ("25285", "Loc Thien", false),
        // Without accents it may be either of two communes.
        ("25378", "Tan Loi", true),
    ] {
        let row = format!("1,communes,{code},{name},collective,,H\n");
        assert_eq!(judged(&row).1, is_other, "{name}");
    }
}

#[test]
fn those_who_go_first_are_marked_and_can_be_listed_first_but_judged_alike() {
    let mut files = files(
        "1,officials,CB1,,individual,không,Sở A\n2,households,HO1,,household,,Xã\n3,hamlets,TA1,,collective,,Xã\n",
    );
    let households = "code,status_start,status_now\nHO1,Hộ nghèo,Không nghèo\n";
    files.push(("households.csv", households.to_owned()));
    let ran = checked("2025-11-01", &files, &["--order", "priority"]);
    let order: Vec<_> = ran.report["nominations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["code"].clone(), one["priority"].clone()))
        .collect();
    let expected = [
        (json!("HO1"), json!(true)),
        (json!("TA1"), json!(true)),
        (json!("CB1"), json!(false)),
    ];
    assert_eq!(order, expected);
    let listed = checked("2025-11-01", &files, &[]);
    assert_eq!(listed.report["nominations"][0]["code"], "CB1");
}

#[test]
fn a_list_over_its_quota_says_by_how_many_and_who_is_out_anyway() {
    let rows = "1,officials,CB1,,individual,không,Sở A\n2,officials,CB2,,individual,không,Sở A\n3,officials,CB3,,individual,không,Sở A\n";
    let ran = ran("check", &files(rows), &["--set", "max_individuals=1"]);
    assert!(ran.text.contains("Vượt mức 2."), "{}", ran.text);
    assert!(
        ran.text
            .contains("Dù sao cũng không đủ điều kiện: officials/CB2"),
        "{}",
        ran.text
    );
    assert!(
        ran.text.contains("Chưa đủ căn cứ: officials/CB3"),
        "{}",
        ran.text
    );
}

#[test]
fn a_subject_that_is_asked_for_but_not_there_is_no_clean_result() {
    let rows = "1,officials,CB1,,individual,không,Sở A\n2,officials,CB9,,individual,không,Sở A\n";
    let only = |subject: &str| {
        let ran = checked("2025-11-01", &files(rows), &["--only", subject]);
        let listed = ran.report["nominations"].as_array().unwrap().len();
        (listed, ran.codes().contains(&"cli/unknown-subject"))
    };
    assert_eq!(only("officials/CB1"), (1, false));
    // Nominated, though the data has no such official.
    assert_eq!(only("officials/CB9"), (1, false));
    assert_eq!(only("officials/CB7"), (0, true));
    let ran = checked(
        "2025-11-01",
        &files("1,officials,CB1,,individual,không,Sở A\n"),
        &["--only", "officials/CB7"],
    );
    assert_eq!(ran.code, 3);
}
