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
fn a_row_of_a_unit_that_the_roster_does_not_know_is_skipped() {
    for row in [
        "99999,Xã Mới,1",
        "Xã Lộc Thành,,1",
        "25294; 25276,\"Lộc Thành, Lộc Thạnh\",1",
        "99999,Xã Mới,",
        "99999,,1",
    ] {
        let outcome = communes(&format!("code,name,poor_2021\n{row}\n25294,,2\n"));
        assert_eq!(
            outcome.errors(),
            ["fact/unknown-unit communes.csv!A2"],
            "{row}"
        );
        assert_eq!(
            outcome.account(0, 0),
            "1 used, header [1], unknown_unit [2]",
            "{row}"
        );
        assert_eq!(outcome.table("communes").len(), 1, "{row}");
    }
    // Words below the table are of no unit.
    let signed = communes("code,name,poor_2021\n25294,,2\nNGƯỜI LẬP BIỂU,CHỦ TỊCH,\n");
    assert_eq!(signed.account(0, 0), "1 used, header [1], group [3]");
    assert!(signed.errors().is_empty(), "{:?}", signed.errors());
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

#[test]
fn names_are_known_in_every_spelling_of_offices() {
    for (spelling, code) in [
        ("Thị trấn Tân Phú", "25363"),
        ("THỊ TRẤN  TÂN PHÚ", "25363"),
        ("TT. Tân Phú", "25363"),
        ("T.T Tân Phú", "25363"),
        ("Tt.Tân Phú", "25363"),
        ("TT.tân phú ", "25363"),
        ("P.Tân Phú", "25195"),
        ("Phường Tân Phú", "25195"),
        ("UBND phường Tân Phú", "25195"),
        ("Tân Phú (Đồng Phú)", "25363"),
        ("Tân Phú, TP. Đồng Xoài", "25195"),
        ("Tân Phú - huyện Đồng Phú", "25363"),
        ("X. Lộc Thạnh", "25276"),
        ("X.LỘC THẠNH", "25276"),
        ("Lo\u{323}\u{302}c Tha\u{323}nh", "25276"),
        ("Ủy ban nhân dân xã Lộc Thạnh", "25276"),
        ("Xã Lộc Thạnh.", "25276"),
        ("Xã \u{110}ak Ơ", "25222"),
        ("Xã \u{d0}ak Ơ", "25222"),
    ] {
        let outcome = communes(&format!("Tên đơn vị;poor_2021\n{spelling};1\n"));
        assert_eq!(
            outcome.get("communes", code, "poor_2021"),
            "1",
            "{spelling}: {:?}",
            outcome.errors()
        );
        let beside = communes(&format!("Mã;Tên đơn vị;poor_2021\n{code};{spelling};1\n"));
        assert_eq!(
            (beside.sheet(0, 0).used, beside.errors()),
            (1, vec![]),
            "{spelling}"
        );
    }
    for (spelling, code) in [
        ("TX.Lộc Ninh", "none"),
        ("TP.Đồng Xoài", "689"),
        ("Tp Đồng Xoài", "689"),
        ("T.P. Đồng Xoài", "689"),
        ("H. Đồng Phú", "695"),
        ("H.ĐỒNG PHÚ", "695"),
        ("UBND huyện Đồng Phú", "695"),
    ] {
        let text = format!("Tên đơn vị;poor_2021\n{spelling};1\n");
        let outcome = run(vec![csv("districts.csv", &text)]);
        let used = outcome.facts.tables[1]
            .as_ref()
            .and_then(|facts| facts.find(&[code]));
        assert_eq!(used.is_some(), code != "none", "{spelling}");
    }
}

#[test]
fn a_name_beside_a_code_must_not_give_another_parent() {
    let outcome =
        communes("Mã;Tên đơn vị;poor_2021\n25363;Tân Phú (Đồng Xoài);1\n25294;Lộc Thành (mới);2\n");
    assert_eq!(
        outcome.errors(),
        [
            "fact/code-name communes.csv!A2",
            "fact/code-name communes.csv!A3"
        ]
    );
}

#[test]
fn units_of_one_name_are_told_apart_by_the_one_district_that_stands_about_the_table() {
    let rows = "Tên đơn vị|poor_2021\nTân Phú|1";
    let poor = |outcome: &Outcome| {
        let facts = outcome.facts.tables[0].as_ref();
        ["25363", "25195"].map(|code| facts.is_some_and(|facts| facts.find(&[code]).is_some()))
    };
    let book = |file: &str, sheet: &str, title: &str| {
        run(vec![workbook(file, |book| {
            fill(book, sheet, &format!("{title}{rows}"));
        })])
    };
    let by_title = book(
        "xa.xlsx",
        "Cấp xã",
        "UBND HUYỆN ĐỒNG PHÚ - TỈNH BÌNH PHƯỚC\nNăm 2021\n",
    );
    let by_file = book("Các xã H.Đồng Phú 2021.xlsx", "Cấp xã", "");
    let by_folder = book("Đồng Phú/xa.xlsx", "Cấp xã", "");
    let by_sheet = run_with(
        vec![workbook("xa.xlsx", |book| {
            fill(book, "01. Đồng Phú", rows);
        })],
        &[Assignment {
            path: "xa.xlsx".into(),
            sheet: None,
            table: TableId(0),
        }],
    );
    for outcome in [by_title, by_file, by_folder, by_sheet] {
        assert_eq!(poor(&outcome), [true, false], "{:?}", outcome.errors());
    }
    for outcome in [
        book("xa.xlsx", "Cấp xã", "HUYỆN ĐỒNG PHÚ, TP ĐỒNG XOÀI\n"),
        book("Huyện Đồng Phú.xlsx", "Cấp xã", "THÀNH PHỐ ĐỒNG XOÀI\n"),
        book("Dong Phu.xlsx", "Cấp xã", "Đồng Xoài, ngày 5/1/2022\n"),
        book("xa.xlsx", "Cấp xã", "HUYỆN LỘC NINH\n"),
    ] {
        assert_eq!(poor(&outcome), [false, false]);
        assert_eq!(outcome.sheet(0, 0).skipped_for(SkipReason::NoKey), 1);
        assert!(outcome.errors()[0].starts_with("fact/several-units"));
    }
}

#[test]
fn the_district_in_the_title_rejects_no_unit_of_another_one() {
    let outcome = communes("DANH SÁCH HUYỆN ĐỒNG PHÚ;\nTên đơn vị;poor_2021\nLộc Thành;1\n");
    assert_eq!(outcome.get("communes", "25294", "poor_2021"), "1");
}

/// The tests' roster with units that were formed of its own.
pub(super) fn with_successors() -> Schema {
    let mut schema = schema();
    let list = "old_code,old_name,new_code,new_name,formed\n\
        25195,Phường Tân Phú,25195,Phường Bình Phước,2025-07-01\n\
        25363,Thị trấn Tân Phú,25195,Phường Bình Phước,2025-07-01\n\
        25270,Thị trấn Lộc Ninh,25270,Xã Lộc Ninh,2025-07-01\n\
        25294,Xã Lộc Thành,25294,Xã Lộc Thành,2025-07-01\n\
        25276,Xã Lộc Thạnh,25294,Xã Lộc Thành,2025-07-01\n\
        25222,Xã Đak Ơ,25222,Xã Đak Ơ,2025-07-01\n";
    let communes = schema.tables.get_index_mut(0).unwrap().1;
    let roster = roster().as_ref().clone().with_successors(list).unwrap();
    communes.roster.as_mut().unwrap().roster = Arc::new(roster);
    schema
}

#[test]
fn rows_of_units_formed_later_are_set_aside_and_said_so() {
    let text = "code,name,poor_2021\n\
        25294,Xã Lộc Thành,9\n\
        25195,Phường Bình Phước,2\n\
        25270,Xã Lộc Ninh,3\n\
        25276,Xã Lộc Thạnh,4\n\
        25222,Xã Đak Ơ,5\n";
    let outcome = run_in(with_successors(), vec![csv("communes.csv", text)], &[]);
    // Lộc Thành is an old unit and a new one of two old ones: among new units its figures are the new one's.
    assert_eq!(
        outcome.account(0, 0),
        "2 used, header [1], code_name [2, 3, 4]"
    );
    assert_eq!(
        outcome.errors(),
        [
            "fact/new-unit communes.csv!A3",
            "fact/new-unit communes.csv!A4",
            "fact/new-unit communes.csv!A2"
        ]
    );
    assert_eq!(
        outcome.faults(),
        [
            "data/code-name 25195 communes.csv!A3",
            "data/code-name 25270 communes.csv!A4",
            "data/code-name 25294 communes.csv!A2"
        ]
    );
    let facts = ["25276", "25222", "25294"].map(|code| outcome.get("communes", code, "poor_2021"));
    assert_eq!(facts, ["4", "5", "!no such row"]);
    assert_eq!(
        outcome.places("communes", "25222", "poor_2021"),
        ["communes.csv!C6"]
    );
    let finding = outcome
        .findings
        .iter()
        .find(|d| d.code == "fact/new-unit")
        .unwrap();
    let from = [
        "Phường Tân Phú – Thành phố Đồng Xoài (25195)",
        "Thị trấn Tân Phú – Huyện Đồng Phú (25363)",
    ];
    assert_eq!(
        finding.argument("from"),
        Some(&from.map(str::to_owned).to_vec().into())
    );
}

#[test]
fn without_a_new_unit_among_them_units_are_the_old_ones() {
    let text = "code,name,poor_2021\n25294,Xã Lộc Thành,9\n25270,TT Lộc Ninh,3\n";
    let outcome = run_in(with_successors(), vec![csv("communes.csv", text)], &[]);
    assert_eq!(outcome.account(0, 0), "2 used, header [1]");
    assert!(outcome.errors().is_empty() && outcome.faults().is_empty());
}

#[test]
fn new_units_are_known_by_their_names_alone() {
    let text = "Tên đơn vị,poor_2021\nLộc Thành,9\nPhường Bình Phước,2\nXã Lộc Ninh,3\nĐak Ơ,5\n";
    let outcome = run_in(with_successors(), vec![csv("communes.csv", text)], &[]);
    assert_eq!(
        outcome.account(0, 0),
        "1 used, header [1], code_name [2, 3, 4]"
    );
    assert_eq!(
        outcome.faults(),
        [
            "data/code-name - communes.csv!A3",
            "data/code-name - communes.csv!A4",
            "data/code-name 25294 communes.csv!A2"
        ]
    );
}

#[test]
fn units_under_an_old_district_are_the_old_ones() {
    let read = |rows: &str| {
        let text = format!("TT,Tên đơn vị,poor_2021\n{rows}");
        run_in(with_successors(), vec![csv("communes.csv", &text)], &[])
    };
    // Beside a new unit elsewhere, and beside a name of another district.
    let under = read("1,Phường Bình Phước,2\nI,HUYỆN LỘC NINH,\n1,X. Lộc Thành,9\n");
    assert_eq!(under.get("communes", "25294", "poor_2021"), "9");
    assert_eq!(under.errors(), ["fact/new-unit communes.csv!B2"]);
    let misplaced = read("I,HUYỆN ĐỒNG PHÚ,\n1,Lộc Thành,9\n2,TT. Tân Phú,5\n");
    assert_eq!(misplaced.get("communes", "25363", "poor_2021"), "5");
    assert_eq!(misplaced.errors(), ["fact/misspelt-name communes.csv!B3"]);
    // A list of new units by the districts of before says nothing of its other rows either.
    let mixed = read("I,HUYỆN LỘC NINH,\n1,Lộc Thành,9\n2,Phường Bình Phước,2\n");
    assert_eq!(
        mixed.account(0, 0),
        "0 used, header [1], group [2], code_name [3, 4]"
    );
    // The province's name is no district's.
    let province = read("I,TỈNH BÌNH PHƯỚC,\n1,Lộc Thành,9\n2,Phường Bình Phước,2\n");
    assert_eq!(province.sheet(0, 0).used, 0);
}

#[test]
fn a_list_of_successors_is_checked() {
    use crate::fact::roster::SuccessorFault;
    let roster = || roster().as_ref().clone();
    let header = "old_code,new_code,new_name,formed\n";
    for (text, fault) in [
        (
            "old_code,new_code\n".to_owned(),
            SuccessorFault::NoColumn("new_name"),
        ),
        (
            format!("{header}1,2,Xã A,2025-07-01\n1,2,Xã A,1/7/2025\n"),
            SuccessorFault::Line(3),
        ),
        (
            format!("{header}1,,Xã A,2025-07-01\n"),
            SuccessorFault::Line(2),
        ),
        (format!("{header}1,2\n"), SuccessorFault::Line(2)),
    ] {
        assert_eq!(
            roster().with_successors(&text).unwrap_err(),
            fault,
            "{text}"
        );
    }
}
