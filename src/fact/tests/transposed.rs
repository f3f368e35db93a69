//! Indicators down, years across.

use super::*;
use rust_xlsxwriter::Format;

/// The facts of Lộc Thành that each sheet gives.
#[track_caller]
fn check(outcome: &Outcome, code: &str) {
    let facts = ["households_2021", "poor_2021", "poor_2022", "rate_2022"]
        .map(|column| outcome.get("communes", code, column));
    assert_eq!(
        facts,
        ["900", "100", "49", "0.054"],
        "{:#?}",
        outcome.findings
    );
    assert!(outcome.errors().is_empty(), "{:?}", outcome.errors());
}

const ROWS: &str = "Chỉ tiêu|ĐVT|2021|2022\n\
    Tổng số hộ|hộ|900|905\n\
    Hộ nghèo|hộ|100|49\n\
    Tỷ lệ|%|11.1|5.4";

fn sheet(name: &str, above: &str) -> Outcome {
    run(vec![workbook("x.xlsx", |book| {
        fill(book, name, &format!("{above}{ROWS}"));
    })])
}

#[test]
fn the_title_the_sheets_name_or_a_cell_says_whose_the_sheet_is() {
    for (name, above, first_row) in [
        (
            "Sheet1",
            "KẾT QUẢ CỦA XÃ LỘC THÀNH, HUYỆN LỘC NINH, TỈNH BÌNH PHƯỚC\n",
            2,
        ),
        ("Lộc Thành", "", 1),
        ("3. Xã Lộc Thành", "UBND HUYỆN LỘC NINH\n\n", 3),
        ("Sheet1", "Đơn vị: Xã Lộc Thành\n", 2),
        ("Sheet1", "Mã đơn vị:|25294\n", 2),
        ("Sheet1", "Tên đơn vị|Lộc Thành\nMã|25294\n", 3),
    ] {
        let outcome = sheet(name, above);
        check(&outcome, "25294");
        assert_eq!(
            outcome.places("communes", "25294", "poor_2022"),
            [format!("x.xlsx!{name}!D{}", first_row + 2)]
        );
        assert_eq!(outcome.sheet(0, 0).used, 3, "{name} {above}");
        assert_eq!(outcome.sheet(0, 0).header_rows, [first_row]);
        assert_eq!(outcome.get("communes", "25294", "district"), "692");
    }
    let by_title = sheet("Sheet1", "\nUBND XÃ LỘC THÀNH\n");
    assert_eq!(
        by_title.places("communes", "25294", "code"),
        ["x.xlsx!Sheet1!A2"]
    );
    assert_eq!(by_title.get("communes", "25294", "name"), "Xã Lộc Thành");
    let by_name = sheet("Lộc Thành", "");
    assert!(by_name.places("communes", "25294", "code").is_empty());
}

#[test]
fn the_code_may_be_a_row_among_the_indicators() {
    let outcome = run(vec![csv(
        "x.csv",
        "STT;Chỉ tiêu;Năm 2021;Năm 2022\nI;Mã đơn vị;25294;\n1;Tổng số hộ;900;\n2;Số hộ nghèo (hộ);100;49\n3;Tỷ lệ (%);;5,4\n4;Ghi chú;;x\n",
    )]);
    check(&outcome, "25294");
    assert_eq!(outcome.account(0, 0), "4 used, header [1], not_used [6]");
    assert_eq!(outcome.found(Severity::Warning), ["fact/extra-rows x.csv"]);
    assert_eq!(outcome.places("communes", "25294", "code"), ["x.csv!C2"]);
}

#[test]
fn headings_say_whose_the_rows_below_them_are() {
    let outcome = run(vec![workbook("x.xlsx", |book| {
        fill(
            book,
            "Lộc Ninh",
            "HUYỆN LỘC NINH\n\
             TT|Chỉ tiêu|2021|2022\n\
             (1)|(2)|(3)|(4)\n\
             I|Xã Lộc Thành\n\
             1|Tổng số hộ|900|905\n\
             2|Hộ nghèo|100|49\n\
             3|Tỷ lệ (%)|11.1|5.4\n\
             II|Xã Lộc Thạnh\n\
             1|Hộ nghèo|5|4\n\
             III|Xã Lộc Thanh\n\
             1|Hộ nghèo|7|8\n\
             2|Tổng số hộ|70|80\n\
             IV|TP Đồng Xoài\n\
             1|Hộ nghèo|1|2\n\
             Tân Phú\n\
             |Hộ nghèo|3|4",
        );
    })]);
    let facts = ["25276", "25195"].map(|code| outcome.get("communes", code, "poor_2022"));
    assert_eq!(facts, ["4", "4"]);
    assert_eq!(outcome.get("communes", "25294", "rate_2022"), "0.054");
    assert_eq!(
        outcome.errors(),
        [
            "fact/misspelt-name x.xlsx!Lộc Ninh!B10",
            "fact/no-key x.xlsx!Lộc Ninh!B14"
        ]
    );
    assert_eq!(
        outcome.account(0, 0),
        "5 used, title [1], header [2], column_numbers [3], group [4, 8, 10, 13, 15], no_key [11, 12, 14]"
    );
    assert_eq!(
        outcome.places("communes", "25276", "poor_2021"),
        ["x.xlsx!Lộc Ninh!C9"]
    );
    assert_eq!(
        outcome.places("communes", "25276", "name"),
        ["x.xlsx!Lộc Ninh!B8"]
    );
}

#[test]
fn columns_say_whose_a_row_is_also_where_they_are_merged() {
    let format = Format::new();
    let outcome = run(vec![workbook("x.xlsx", |book| {
        let sheet = fill(
            book,
            "Số liệu",
            "Mã đơn vị|Tên đơn vị|Chỉ tiêu||Năm 2021|Năm 2022\n\
             |||Số hộ|100|49\n\
             |||Tỷ lệ (%)|11.1|5.4\n\
             ||Tổng số hộ||900|905\n\
             25276|Lộc Thạnh|Hộ nghèo|Số hộ|5|4\n\
             25276|Lộc Thành|Tổng số hộ||5|4\n\
             ||Hộ cận nghèo||5|4",
        );
        sheet.merge_range(1, 0, 3, 0, "25294", &format).unwrap();
        sheet
            .merge_range(1, 1, 3, 1, "Xã Lộc Thành", &format)
            .unwrap();
        sheet.merge_range(1, 2, 2, 2, "Hộ nghèo", &format).unwrap();
        sheet.merge_range(0, 2, 0, 3, "Chỉ tiêu", &format).unwrap();
    })]);
    // `Hộ nghèo / Số hộ` is no header of the tests' tables, `Hộ nghèo` and `Tỷ lệ` by themselves are two.
    assert_eq!(outcome.get("communes", "25294", "households_2021"), "900");
    assert_eq!(
        outcome.account(0, 0),
        "1 used, header [1], not_used [2, 3, 5], code_name [6], no_key [7]"
    );
    assert_eq!(
        outcome.errors(),
        [
            "fact/code-name x.xlsx!Số liệu!A6",
            "fact/no-key x.xlsx!Số liệu!A7"
        ]
    );
    assert_eq!(outcome.faults(), ["data/code-name 25276 x.xlsx!Số liệu!A6"]);
    assert_eq!(
        outcome.places("communes", "25294", "households_2022"),
        ["x.xlsx!Số liệu!F4"]
    );
}

#[test]
fn a_sheet_that_names_no_unit_or_several_is_refused() {
    for (name, above, error) in [
        ("Sheet1", "", "fact/no-unit"),
        ("Lộc Ninh", "", "fact/no-unit"),
        ("Lộc Thành", "XÃ LỘC THẠNH\n", "fact/sheet-of-several"),
        (
            "Sheet1",
            "PHƯỜNG TÂN PHÚ, XÃ LỘC THÀNH\n",
            "fact/sheet-of-several",
        ),
        (
            "Sheet1",
            "Mã: 25294\nTên đơn vị: Lộc Thạnh\n",
            "fact/code-name",
        ),
        ("Sheet1", "Mã: 25294\nXÃ LỘC THẠNH\n", "fact/code-name"),
        ("Sheet1", "Tên đơn vị: Lộc Thanh\n", "fact/misspelt-name"),
    ] {
        let outcome = sheet(name, above);
        assert_eq!(outcome.sheet(0, 0).used, 0, "{name} {above}");
        assert_eq!(outcome.errors().len(), 1, "{:?}", outcome.errors());
        assert!(
            outcome.errors()[0].starts_with(error),
            "{name} {above}: {:?}",
            outcome.errors()
        );
    }
    let twins = sheet("Sheet1", "Tân Phú\n");
    assert_eq!(twins.errors().len(), 1);
    check(&sheet("Sheet1", "THỊ TRẤN TÂN PHÚ\n"), "25363");
    check(&sheet("Sheet1", "XÃ TÂN PHÚ HUYỆN ĐỒNG PHÚ\n"), "25363");
}

#[test]
fn a_heading_that_may_change_what_a_row_means_sets_it_aside() {
    let text = |heading: &str, after: &str| {
        run(vec![csv(
            "x.csv",
            &format!(
                "XÃ LỘC THÀNH;;\nTT;Chỉ tiêu;2021;2022\n{heading};;\n1;Hộ nghèo;100;49\n2;Hộ cận nghèo;7;8\n{after}"
            ),
        )])
    };
    let outcome = text("I;Kế hoạch", "II;Tổng số hộ;900;905\n");
    assert_eq!(
        outcome.errors(),
        ["fact/group-header x.csv!B4", "fact/group-header x.csv!B5"]
    );
    assert_eq!(outcome.get("communes", "25294", "households_2022"), "905");
    assert_eq!(
        outcome.account(0, 0),
        "1 used, title [1], header [2], group [3], not_used [4, 5]"
    );
    let harmless = text("I;Kết quả giảm nghèo", "");
    assert_eq!(harmless.get("communes", "25294", "poor_2022"), "49");
    // An indicator that nobody filled in is numbered as those below it; one that heads them is not.
    let unfilled = text("1;Tổng số hộ", "");
    assert_eq!(unfilled.get("communes", "25294", "poor_2022"), "49");
    assert!(unfilled.errors().is_empty(), "{:?}", unfilled.errors());
    assert_eq!(text("I;Hộ cận nghèo", "").errors().len(), 2);
}

#[test]
fn years_twice_or_under_a_heading_refuse_the_sheet() {
    let twice = run(vec![csv(
        "x.csv",
        "XÃ LỘC THÀNH;;\nChỉ tiêu;2021;2021\nHộ nghèo;1;2\nTổng số hộ;3;4\n",
    )]);
    assert_eq!(twice.errors(), ["fact/two-columns x.csv!C2"]);
    let finding = twice
        .findings
        .iter()
        .find(|d| d.code == "fact/two-columns")
        .unwrap();
    assert_eq!(finding.argument("first"), Some(&"2021 (B)".into()));
    assert_eq!(finding.argument("second"), Some(&"2021 (C)".into()));
    let planned = run(vec![csv(
        "x.csv",
        "XÃ LỘC THÀNH;;\nChỉ tiêu;Kế hoạch;Thực hiện\n;2021;2022\nHộ nghèo;1;2\nTổng số hộ;3;4\n",
    )]);
    assert_eq!(planned.errors(), ["fact/group-header x.csv!B2"]);
    let harmless = run(vec![csv(
        "x.csv",
        "XÃ LỘC THÀNH;;\nChỉ tiêu;Năm;\n;2021;2022\nHộ nghèo;1;2\nTổng số hộ;3;4\n",
    )]);
    assert_eq!(harmless.get("communes", "25294", "poor_2022"), "2");
}

#[test]
fn a_figure_that_stands_twice_fails_the_check() {
    let outcome = run(vec![csv(
        "x.csv",
        "XÃ LỘC THÀNH;;\nChỉ tiêu;2021;2022\nHộ nghèo;1;2\nTổng số hộ;9;9\nSố hộ nghèo;1;3\n",
    )]);
    assert_eq!(
        ["poor_2021", "poor_2022"].map(|c| outcome.get("communes", "25294", c)),
        ["1", "!Conflict"]
    );
    assert_eq!(
        outcome.faults(),
        [
            "data/duplicate 25294 x.csv!B3 x.csv!B5",
            "data/duplicate 25294 x.csv!C3 x.csv!C5"
        ]
    );
    assert_eq!(
        outcome.places("communes", "25294", "poor_2022"),
        ["x.csv!C3", "x.csv!C5"]
    );
}

#[test]
fn bad_cells_and_shifted_years_are_those_of_other_sheets() {
    let outcome = run(vec![csv(
        "x.csv",
        "Mã đơn vị;25294;;\nChỉ tiêu;2021;2022;2023\nHộ nghèo;12a;49;\nSố hộ nghèo đầu năm;;;48\nTỷ lệ;0,5;0,4;\n",
    )]);
    assert_eq!(
        ["poor_2021", "poor_2022", "rate_2021"].map(|c| outcome.get("communes", "25294", c)),
        ["!Unreadable", "!Conflict", "!Unreadable"]
    );
    assert!(
        outcome
            .errors()
            .contains(&"fact/not-a-number x.csv!B3".to_owned())
    );
    assert!(
        outcome
            .errors()
            .contains(&"fact/percent-scale x.csv!B5".to_owned())
    );
    assert_eq!(
        outcome.places("communes", "25294", "poor_2022"),
        ["x.csv!C3", "x.csv!D4"]
    );
}

#[test]
fn a_column_without_years_has_one_cell() {
    let text = |cells: &str| {
        run(vec![csv(
            "things.csv",
            &format!("Mã;A01;\nChỉ tiêu;2021;2022\nSố hộ;{cells}\nĐiểm;5;\n"),
        )])
    };
    let one = text(";7");
    assert_eq!(
        ["count", "pure"].map(|column| one.get("things", "A01", column)),
        ["7", "5"]
    );
    assert_eq!(one.places("things", "A01", "count"), ["things.csv!C3"]);
    let two = text("6;7");
    assert_eq!(two.errors(), ["fact/one-value things.csv!C3"]);
}

#[test]
fn several_units_may_stand_below_each_other_with_headers_of_their_own() {
    let outcome = run(vec![csv(
        "x.csv",
        "XÃ LỘC THÀNH;;\nChỉ tiêu;2021;2022\nHộ nghèo;100;49\nTổng số hộ;900;905\n;;\nXÃ LỘC THẠNH;;\nChỉ tiêu;2021;2022\nHộ nghèo;5;4\n;;\nXÃ ĐAK Ơ;;\nChỉ tiêu;2022;2023\nHộ nghèo;6;7\nTổng số hộ;60;70\n",
    )]);
    assert_eq!(
        ["25294", "25276", "25222"].map(|code| outcome.get("communes", code, "poor_2022")),
        ["49", "4", "6"]
    );
    assert_eq!(
        outcome.account(0, 0),
        "3 used, title [1], header [2, 7], group [6]"
    );
    assert_eq!(outcome.account(0, 1), "2 used, title [10], header [11]");
    assert!(outcome.errors().is_empty(), "{:?}", outcome.errors());
    let lost = run(vec![csv(
        "x.csv",
        "XÃ LỘC THÀNH;;\nChỉ tiêu;2021;2022\nHộ nghèo;100;49\nTổng số hộ;900;905\nKhác;2023;2024\nHộ nghèo;5;4\n",
    )]);
    assert_eq!(lost.errors(), ["fact/second-header x.csv!B5"]);
}

#[test]
fn a_district_sheet_is_of_the_district() {
    let outcome = run(vec![csv(
        "x.csv",
        "HUYỆN LỘC NINH - TỈNH BÌNH PHƯỚC;;\nChỉ tiêu;2021;2022\nHộ nghèo;100;49\nTổng số hộ;900;905\n",
    )]);
    assert_eq!(outcome.get("districts", "692", "poor_2022"), "49");
    assert!(outcome.facts.tables[0].is_none());
}

#[test]
fn units_formed_later_are_told_here_too() {
    let text = "Mã;Tên đơn vị;Chỉ tiêu;2021;2022\n\
        25294;Xã Lộc Thành;Hộ nghèo;1;2\n\
        25294;Xã Lộc Thành;Tổng số hộ;9;9\n\
        25195;Phường Bình Phước;Hộ nghèo;3;4\n\
        25195;Phường Bình Phước;Tổng số hộ;9;9\n\
        25222;Xã Đak Ơ;Hộ nghèo;5;6\n";
    let schema = super::rosters::with_successors();
    let outcome = run_in(schema, vec![csv("communes.csv", text)], &[]);
    assert_eq!(
        outcome.account(0, 0),
        "1 used, header [1], code_name [2, 3, 4, 5]"
    );
    assert_eq!(
        outcome.faults(),
        [
            "data/code-name 25195 communes.csv!A4",
            "data/code-name 25294 communes.csv!A2"
        ]
    );
    assert_eq!(outcome.get("communes", "25222", "poor_2022"), "6");
    assert_eq!(outcome.errors().len(), 2);
}

#[test]
fn a_unit_that_the_roster_does_not_know_is_skipped_here_too() {
    let columns = run(vec![csv(
        "communes.csv",
        "Mã;Tên đơn vị;Chỉ tiêu;2021;2022\n\
         25294;Xã Lộc Thành;Hộ nghèo;1;2\n\
         99999;Xã Mới;Hộ nghèo;3;4\n\
         99999;Xã Mới;Tổng số hộ;9;9\n",
    )]);
    assert_eq!(
        columns.account(0, 0),
        "1 used, header [1], unknown_unit [3, 4]"
    );
    assert_eq!(columns.errors(), ["fact/unknown-unit communes.csv!A3"]);
    let sheet = run(vec![csv(
        "communes.csv",
        "Mã đơn vị;99999;\nChỉ tiêu;2021;2022\nHộ nghèo;1;2\nTổng số hộ;9;9\n",
    )]);
    assert_eq!(
        sheet.account(0, 0),
        "0 used, title [1], header [2], unknown_unit [3, 4]"
    );
    assert_eq!(sheet.errors(), ["fact/unknown-unit communes.csv!B1"]);
}
