//! Tables with an official list of units.

use super::*;

fn communes(text: &str) -> Outcome {
    run(vec![csv("communes.csv", text)])
}

#[test]
fn names_without_codes_lead_to_codes() {
    let outcome = communes(
        "Tên đơn vị,poor_2021\nXã Lộc Thành,1\nLO\u{323}\u{302}C THA\u{323}NH,2\nTT.Tân Phú,3\nP. Tân Phú,4\nTT Lộc Ninh,5\n",
    );
    let facts = ["25294", "25276", "25363", "25195", "25270"]
        .map(|code| outcome.get("communes", code, "poor_2021"));
    assert_eq!(facts, ["1", "2", "3", "4", "5"]);
    assert!(outcome.errors().is_empty(), "{:?}", outcome.errors());
    assert_eq!(
        outcome.places("communes", "25294", "code"),
        ["communes.csv!A2"]
    );
    assert_eq!(outcome.get("communes", "25294", "code"), "25294");
}

#[test]
fn a_name_that_occurs_twice_needs_its_parent() {
    let outcome = communes(
        "Tên đơn vị,Huyện,poor_2021\nTân Phú,Huyện Đồng Phú,1\nTân Phú,689,2\nTân Phú,,3\n",
    );
    assert_eq!(
        ["25363", "25195"].map(|code| outcome.get("communes", code, "poor_2021")),
        ["1", "2"]
    );
    assert_eq!(outcome.get("communes", "25363", "district"), "695");
    assert_eq!(outcome.errors(), ["fact/several-units communes.csv!A4"]);
    assert_eq!(outcome.account(0, 0), "2 used, header [1], no_key [4]");
}

#[test]
fn a_district_heads_its_communes() {
    let outcome = communes(concat!(
        "STT,Tên đơn vị,poor_2021\n",
        "I,Huyện Đồng Phú,1\n",
        "1,Tân Phú,1\n",
        "II,Lộc Ninh,9\n",
        "1,Lộc Thành,3\n",
        "2,Lộc Ninh,4\n",
        ",Tổng cộng,8\n",
    ));
    assert_eq!(
        ["25363", "25294", "25270"].map(|code| outcome.get("communes", code, "poor_2021")),
        ["1", "3", "4"]
    );
    assert_eq!(outcome.account(0, 0), "3 used, header [1], total [2, 4, 7]");
    assert_eq!(outcome.faults(), ["data/total - communes.csv!C4"]);
}

#[test]
fn a_bare_name_that_is_also_its_districts_is_not_guessed() {
    let outcome = communes("Tên đơn vị,poor_2021\nLộc Ninh,9\n");
    assert_eq!(outcome.errors(), ["fact/several-units communes.csv!A2"]);
}

#[test]
fn codes_of_districts_among_communes_are_headings() {
    let outcome = communes(
        "code,name,poor_2021\n70,Tỉnh Bình Phước,3\n692,Huyện Lộc Ninh,3\n25294,Lộc Thành,1\n25276,Lộc Thạnh,2\n",
    );
    assert_eq!(outcome.account(0, 0), "2 used, header [1], total [2, 3]");
    assert!(outcome.faults().is_empty() && outcome.errors().is_empty());
    let lower = run(vec![csv(
        "districts.csv",
        "code,name,poor_2021\n25294,Lộc Thành,1\n692,Lộc Ninh,2\n",
    )]);
    assert_eq!(lower.errors(), ["fact/wrong-level districts.csv!A2"]);
    assert_eq!(lower.account(0, 0), "1 used, header [1], code_name [2]");
}

#[test]
fn accents_count_and_are_only_suggested() {
    let outcome = communes("Tên đơn vị,poor_2021\nLoc Thanh,1\nLộc Thánh,2\nĐắk Ơ,3\nPhú Quốc,4\n");
    assert_eq!(outcome.sheet(0, 0).used, 0);
    assert_eq!(
        outcome.errors(),
        [
            "fact/misspelt-name communes.csv!A2",
            "fact/misspelt-name communes.csv!A3",
            "fact/misspelt-name communes.csv!A4",
            "fact/unknown-name communes.csv!A5"
        ]
    );
}

#[test]
fn a_code_and_a_name_of_different_units_are_set_aside() {
    let outcome = communes(
        "code,name,poor_2021\n25294,Lộc Thạnh,1\n25195,Phường Bình Phước,2\n25276,Lộc Thạnh,3\n99999,Lộc Thành,4\n",
    );
    assert_eq!(
        outcome.account(0, 0),
        "1 used, header [1], code_name [2, 3, 5]"
    );
    assert_eq!(
        outcome.errors(),
        [
            "fact/code-name communes.csv!A2",
            "fact/code-name communes.csv!A3",
            "fact/code-unknown communes.csv!A5"
        ]
    );
    assert_eq!(
        outcome.faults(),
        [
            "data/code-name 25294 communes.csv!A2",
            "data/code-name 25195 communes.csv!A3",
            "data/code-name 99999 communes.csv!A5"
        ]
    );
    assert_eq!(
        outcome.get("communes", "25294", "poor_2021"),
        "!no such row"
    );
}

#[test]
fn a_spelling_with_other_accents_beside_its_code_is_used_with_a_warning() {
    let outcome = communes("code,name,poor_2021\n25222,Xã Đắk Ơ,1\n25294,Loc Thanh,1\n");
    assert_eq!(
        outcome.found(Severity::Warning),
        [
            "fact/code-name communes.csv!A3",
            "fact/name-spelling communes.csv!B2"
        ]
        .iter()
        .rev()
        .map(|s| s.to_string())
        .collect::<Vec<_>>()
    );
    assert_eq!(outcome.get("communes", "25222", "poor_2021"), "1");
}

#[test]
fn a_unit_that_the_roster_does_not_know_is_kept_with_a_warning() {
    let outcome = communes("code,name,poor_2021\n99999,Xã Mới,1\n");
    assert_eq!(
        outcome.found(Severity::Warning),
        ["fact/unknown-unit communes.csv!A2"]
    );
    assert_eq!(outcome.get("communes", "99999", "poor_2021"), "1");
}

#[test]
fn parents_come_from_the_roster_where_no_sheet_gives_them() {
    let outcome = communes("code,poor_2021\n25294,1\n");
    assert_eq!(outcome.get("communes", "25294", "district"), "692");
    assert!(outcome.places("communes", "25294", "district").is_empty());
    let given = communes("code,poor_2021,district\n25294,1,695\n25276,1,\n");
    assert_eq!(
        ["25294", "25276"].map(|code| given.get("communes", code, "district")),
        ["695", "692"]
    );
    assert_eq!(
        given.found(Severity::Warning),
        ["fact/parent-differs communes.csv!C2"]
    );
}

#[test]
fn units_that_sent_nothing_are_named() {
    let outcome = communes("code,poor_2021\n25294,1\n25195,1\n25270,1\n25363,1\n25222,1\n");
    let absent: Vec<String> = outcome
        .facts
        .absent
        .iter()
        .map(|unit| format!("{} {} ({})", unit.code, unit.name, unit.parent))
        .collect();
    assert_eq!(absent, ["25276 Xã Lộc Thạnh (Huyện Lộc Ninh)"]);
}

#[test]
fn a_row_whose_name_is_missing_is_known_by_its_code() {
    let outcome = communes("code,name,poor_2021\n25294,,1\n,Xã Lộc Thạnh,2\n");
    assert_eq!(
        ["25294", "25276"].map(|code| outcome.get("communes", code, "poor_2021")),
        ["1", "2"]
    );
    assert_eq!(outcome.get("communes", "25276", "code"), "25276");
}
