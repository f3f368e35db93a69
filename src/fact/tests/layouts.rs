//! Headers in all the ways offices make them.

use super::*;

#[track_caller]
fn check_poor(outcome: &Outcome, expected: [&str; 2]) {
    let found = ["poor_2021", "poor_2022"].map(|column| outcome.get("communes", "25294", column));
    assert_eq!(found, expected, "{:#?}", outcome.findings);
    assert!(outcome.errors().is_empty(), "{:?}", outcome.errors());
}

#[test]
fn years_stand_in_the_header_in_many_ways() {
    for (first, second) in [
        ("poor_2021", "poor_2022"),
        ("Hộ nghèo 2021", "Hộ nghèo 2022"),
        ("HỘ NGHÈO NĂM 2021", "Số hộ nghèo năm 2022"),
        ("2021 - Hộ nghèo", "Hộ nghèo (2022)"),
        ("Hộ nghèo (năm 2021)", "Hộ nghèo 2022 (hộ)"),
        ("Số hộ nghèo đầu năm 2022", "Số hộ nghèo đầu năm 2023"),
        ("Ho\u{302}\u{323} nghe\u{300}o 2021", "Hộ  nghèo_2022"),
    ] {
        let outcome = run(vec![csv(
            "x.csv",
            &format!("Mã;Tên;{first};{second};Mã huyện\n25294;Lộc Thành;100;49;692\n"),
        )]);
        check_poor(&outcome, ["100", "49"]);
    }
}

#[test]
fn a_header_may_stand_there_in_two_languages() {
    for first in [
        "Hộ nghèo / poor",
        "poor / Số hộ nghèo",
        "Hộ nghèo (hộ) / poor",
    ] {
        let text = format!(
            "Mã / code;Tên / name;{first} 2021;{first} (2022);Mã huyện / district\n25294;Lộc Thành;100;49;692\n"
        );
        let outcome = run(vec![csv("x.csv", &text)]);
        check_poor(&outcome, ["100", "49"]);
        assert!(outcome.found(Severity::Note).is_empty(), "{first}");
    }
    let other = "Mã;Tên;Hộ nghèo / near_poor 2021;Mã huyện\n25294;Lộc Thành;100;692\n";
    let outcome = run(vec![csv("x.csv", other)]);
    assert_eq!(
        outcome.found(Severity::Warning)[0],
        "fact/extra-columns x.csv",
        "the two halves are not one column's"
    );
}

#[test]
fn a_title_block_stands_above_the_header() {
    let text = "ỦY BAN NHÂN DÂN TỈNH,,CỘNG HÒA XÃ HỘI\n,,Độc lập\n\nKẾT QUẢ RÀ SOÁT\n(Kèm theo Báo cáo ngày 05/01/2023)\nSTT,Mã,Tên,Hộ nghèo 2021,Hộ nghèo 2022\n1,25294,Lộc Thành,100,49\n";
    let outcome = run(vec![csv("Cấp xã.csv", text)]);
    check_poor(&outcome, ["100", "49"]);
    assert_eq!(
        outcome.account(0, 0),
        "1 used, title [1, 2, 4, 5], header [6]"
    );
    assert_eq!(outcome.sheet(0, 0).header_rows, [6]);
}

#[test]
fn merged_cells_spread_their_header() {
    let format = rust_xlsxwriter::Format::new();
    let outcome = run(vec![workbook("x.xlsx", |book| {
        let sheet = fill(
            book,
            "Cấp xã",
            "BÁO CÁO\n||||\n|||2021|2022\n1|25294|Lộc Thành|100|49",
        );
        sheet.merge_range(1, 0, 2, 0, "STT", &format).unwrap();
        sheet.merge_range(1, 1, 2, 1, "Mã", &format).unwrap();
        sheet.merge_range(1, 2, 2, 2, "Tên", &format).unwrap();
        sheet.merge_range(1, 3, 1, 4, "Hộ nghèo", &format).unwrap();
    })]);
    check_poor(&outcome, ["100", "49"]);
    assert_eq!(outcome.sheet(0, 0).header_rows, [2, 3]);
    assert_eq!(outcome.account(0, 0), "1 used, title [1], header [2, 3]");
}

#[test]
fn a_year_may_stand_above_its_columns() {
    let format = rust_xlsxwriter::Format::new();
    let outcome = run(vec![workbook("x.xlsx", |book| {
        let sheet = fill(
            book,
            "Cấp xã",
            "|||||\n||Hộ nghèo|Hộ cận nghèo|Hộ nghèo|Hộ cận nghèo\n25294|Lộc Thành|100|7|49|8",
        );
        sheet.merge_range(0, 0, 1, 0, "Mã", &format).unwrap();
        sheet.merge_range(0, 1, 1, 1, "Tên", &format).unwrap();
        sheet.merge_range(0, 2, 0, 3, "Năm 2021", &format).unwrap();
        sheet.merge_range(0, 4, 0, 5, "Năm 2022", &format).unwrap();
    })]);
    check_poor(&outcome, ["100", "49"]);
    assert_eq!(outcome.get("communes", "25294", "near_poor_2022"), "8");
}

#[test]
fn three_header_rows_with_unit_rows_are_read() {
    let format = rust_xlsxwriter::Format::new();
    let outcome = run(vec![workbook("x.xlsx", |book| {
        let sheet = fill(
            book,
            "Cấp xã",
            "|||\n||2021|2022\n||(hộ)|(hộ)\n(1)|(2)|(3)|(4)=3*1\n25294|Lộc Thành|100|49",
        );
        sheet.merge_range(0, 0, 2, 0, "Mã", &format).unwrap();
        sheet.merge_range(0, 1, 2, 1, "Tên", &format).unwrap();
        sheet.merge_range(0, 2, 0, 3, "Hộ nghèo", &format).unwrap();
    })]);
    check_poor(&outcome, ["100", "49"]);
    assert_eq!(
        outcome.account(0, 0),
        "1 used, header [1, 2, 3], column_numbers [4]"
    );
}

#[test]
fn a_merged_header_saved_as_text_is_carried_to_the_right() {
    let outcome = run(vec![csv(
        "Cấp xã.csv",
        "Mã,Tên,Hộ nghèo,,Tổng số hộ\n,,2021,2022,2022\n25294,Lộc Thành,100,49,900\n",
    )]);
    check_poor(&outcome, ["100", "49"]);
    assert_eq!(outcome.get("communes", "25294", "households_2022"), "900");
}

#[test]
fn the_year_of_a_sheet_is_in_its_name_its_title_or_the_files_name() {
    let rows = "code|name|poor\n25294|Lộc Thành|100";
    let by_sheet = run(vec![workbook("Số liệu 2020.xlsx", |book| {
        fill(book, "Cấp xã 2021", rows);
    })]);
    assert_eq!(by_sheet.get("communes", "25294", "poor_2021"), "100");
    let by_title = run(vec![workbook("2020.xlsx", |book| {
        fill(book, "Cấp xã", &format!("KẾT QUẢ NĂM 2021\n\n{rows}"));
    })]);
    assert_eq!(by_title.get("communes", "25294", "poor_2021"), "100");
    let by_file = run(vec![csv(
        "communes_2021.csv",
        "code,name,poor\n25294,Lộc Thành,100\n",
    )]);
    assert_eq!(by_file.get("communes", "25294", "poor_2021"), "100");
    let shifted = run(vec![csv(
        "communes_2022.csv",
        "code,Số hộ nghèo đầu năm,poor\n25294,100,49\n",
    )]);
    check_poor(&shifted, ["100", "49"]);
}

#[test]
fn a_letters_date_is_no_year_of_the_figures() {
    let text = "KẾT QUẢ NĂM 2022 (Kèm theo Báo cáo ngày 05 tháng 01 năm 2023; Nghị định 07/2021/NĐ-CP)\ncode,poor\n25294,49\n";
    let outcome = run(vec![csv("communes.csv", text)]);
    assert_eq!(outcome.get("communes", "25294", "poor_2022"), "49");
    let only_a_date = run(vec![csv(
        "communes.csv",
        "Ngày 05/01/2023\ncode,poor\n25294,49\n",
    )]);
    assert_eq!(only_a_date.errors(), ["fact/year-missing communes.csv"]);
    assert!(only_a_date.sheet(0, 0).refused.is_some());
    assert_eq!(only_a_date.account(0, 0), "0 used, not_used [1, 2, 3]");
}

#[test]
fn a_sheet_with_two_years_about_it_is_refused() {
    let outcome = run(vec![csv("communes-2021-2022.csv", "code,poor\n25294,49\n")]);
    assert_eq!(
        outcome.errors(),
        ["fact/several-years communes-2021-2022.csv"]
    );
}

#[test]
fn a_year_column_makes_a_long_sheet() {
    let outcome = run(vec![csv(
        "communes.csv",
        "code,name,Năm,poor,Số hộ nghèo đầu năm\n25294,Lộc Thành,2021,100,\n25294,Lộc Thành,2022,49,100\n25276,Lộc Thạnh,2022,5,6\n25276,Lộc Thạnh,,5,6\n",
    )]);
    assert_eq!(
        ["poor_2021", "poor_2022"].map(|c| outcome.get("communes", "25294", c)),
        ["100", "49"]
    );
    assert_eq!(
        ["poor_2021", "poor_2022"].map(|c| outcome.get("communes", "25276", c)),
        ["6", "5"]
    );
    assert_eq!(
        outcome.places("communes", "25294", "poor_2022"),
        ["communes.csv!D3"]
    );
    assert_eq!(outcome.table("communes").len(), 2);
    assert_eq!(outcome.errors(), ["fact/no-year communes.csv!C5"]);
    assert!(outcome.faults().is_empty(), "{:?}", outcome.faults());
}

#[test]
fn two_columns_for_one_fact_refuse_the_sheet() {
    let outcome = run(vec![csv(
        "communes.csv",
        "code,poor_2021,Hộ nghèo 2021\n25294,1,2\n",
    )]);
    assert_eq!(outcome.errors(), ["fact/two-columns communes.csv"]);
    let finding = outcome
        .findings
        .iter()
        .find(|d| d.code == "fact/two-columns")
        .unwrap();
    assert_eq!(finding.argument("first"), Some(&"poor_2021 (B)".into()));
    assert_eq!(
        finding.argument("second"),
        Some(&"Hộ nghèo 2021 (C)".into())
    );
    assert_eq!(outcome.account(0, 0), "0 used, not_used [1, 2]");
}

#[test]
fn two_years_in_one_header_refuse_the_sheet() {
    let outcome = run(vec![csv(
        "communes.csv",
        "code,Hộ nghèo 2021-2022\n25294,1\n",
    )]);
    assert_eq!(outcome.errors(), ["fact/two-years communes.csv!B1"]);
}

#[test]
fn a_heading_that_would_be_lost_refuses_the_sheet() {
    let format = rust_xlsxwriter::Format::new();
    let outcome = run(vec![workbook("x.xlsx", |book| {
        let sheet = fill(
            book,
            "Cấp xã 2021",
            "|||\nMã|Tên|Hộ nghèo|Hộ cận nghèo\n25294|Lộc Thành|100|7",
        );
        sheet.merge_range(0, 2, 0, 3, "Đầu kỳ", &format).unwrap();
    })]);
    assert_eq!(
        outcome.errors(),
        ["fact/group-header x.xlsx!Cấp xã 2021!C1"]
    );
    let below = run(vec![csv(
        "communes_2021.csv",
        "Mã,Tên,Hộ nghèo,Hộ cận nghèo\n,,Nhân khẩu,Nhân khẩu\n25294,Lộc Thành,100,7\n",
    )]);
    assert_eq!(below.errors(), ["fact/sub-header communes_2021.csv!C2"]);
}

/// A sheet with the header `Mã, Tên, Hộ nghèo, Hộ cận nghèo`, whose first two cells are merged over two rows, and what stands in the
/// second of these.
fn two_header_rows(second: &str) -> Outcome {
    let format = rust_xlsxwriter::Format::new();
    run(vec![workbook("x.xlsx", |book| {
        let text = format!("||Hộ nghèo|Hộ cận nghèo\n{second}\n25294|Lộc Thành|100|7");
        let sheet = fill(book, "Cấp xã 2021", &text);
        sheet.merge_range(0, 0, 1, 0, "Mã", &format).unwrap();
        sheet.merge_range(0, 1, 1, 1, "Tên", &format).unwrap();
    })])
}

#[test]
fn a_second_row_beside_merged_headers_is_header_too() {
    // Of a subset, a target, another day, another year: none is the figure that the first row and the sheet's name say.
    for (second, cell, heading) in [
        ("||Hộ DTTS|", "C2", "Hộ DTTS"),
        ("|||Chỉ tiêu", "D2", "Chỉ tiêu"),
        ("||TH 2020|TH 2020", "C2", "TH 2020"),
        ("||31/12/2020|", "C2", "31/12/2020"),
        ("||%|", "C2", "%"),
        ("||12|", "C2", "12"),
    ] {
        let outcome = two_header_rows(second);
        assert_eq!(
            outcome.errors(),
            [format!("fact/sub-header x.xlsx!Cấp xã 2021!{cell}")],
            "{second}"
        );
        let refused = outcome.sheet(0, 0).refused.as_ref().unwrap();
        assert_eq!(
            refused.argument("headings"),
            Some(&vec![heading.to_owned()].into())
        );
    }
    for second in ["|||", "||(hộ)|(hộ)", "||2021|2021"] {
        let outcome = two_header_rows(second);
        assert_eq!(outcome.get("communes", "25294", "poor_2021"), "100");
        let header = if second == "|||" { "[1]" } else { "[1, 2]" };
        assert_eq!(outcome.account(0, 0), format!("1 used, header {header}"));
    }
}

#[test]
fn a_percent_sign_below_its_header_is_part_of_it() {
    let outcome = run(vec![csv(
        "communes_2021.csv",
        "Mã,Tên,Hộ nghèo,Tỷ lệ\n,,,%\n25294,Lộc Thành,100,\"0,5\"\n",
    )]);
    // Without the sign 0,5 could be a half.
    assert_eq!(outcome.get("communes", "25294", "rate_2021"), "0.005");
    assert_eq!(outcome.account(0, 0), "1 used, header [1, 2]");
    assert!(outcome.errors().is_empty(), "{:?}", outcome.errors());
}

#[test]
fn a_real_date_below_a_header_refuses_it_whether_cells_are_merged_or_not() {
    for is_merged in [true, false] {
        let outcome = run(vec![workbook("x.xlsx", |book| {
            let day = rust_xlsxwriter::Format::new().set_num_format("dd/mm/yyyy");
            let sheet = fill(
                book,
                "Cấp xã 2021",
                "Mã|Tên|Hộ nghèo\n||\n25294|Lộc Thành|100",
            );
            let date = rust_xlsxwriter::ExcelDateTime::from_ymd(2020, 12, 31).unwrap();
            sheet.write_datetime_with_format(1, 2, &date, &day).unwrap();
            if is_merged {
                sheet.merge_range(0, 0, 1, 0, "Mã", &day).unwrap();
            }
        })]);
        let expected = ["fact/sub-header x.xlsx!Cấp xã 2021!C2"];
        assert_eq!(outcome.errors(), expected, "{is_merged}");
    }
}

#[test]
fn what_stands_under_one_merged_header_is_quoted_together() {
    let format = rust_xlsxwriter::Format::new();
    let outcome = run(vec![workbook("x.xlsx", |book| {
        let text = "||\n||Tổng số|DTTS|Tổng số\n25294|Lộc Thành|100|7|8";
        let sheet = fill(book, "Cấp xã 2021", text);
        sheet.merge_range(0, 0, 1, 0, "Mã", &format).unwrap();
        sheet.merge_range(0, 1, 1, 1, "Tên", &format).unwrap();
        sheet.merge_range(0, 2, 0, 3, "Hộ nghèo", &format).unwrap();
        sheet.write_string(0, 4, "Hộ cận nghèo").unwrap();
    })]);
    let refused = outcome.sheet(0, 0).refused.as_ref().unwrap();
    assert_eq!(refused.code, "fact/sub-header");
    assert_eq!(
        refused.argument("headings"),
        Some(&vec!["Tổng số".to_owned(), "DTTS".into()].into())
    );
}

#[test]
fn remarks_merged_down_from_a_header_do_not_make_data_a_header() {
    let format = rust_xlsxwriter::Format::new();
    let outcome = run(vec![workbook("x.xlsx", |book| {
        let text = "Mã|Tên|Hộ nghèo|\n25294|Lộc Thành|100|\n25276|Lộc Thạnh|7|";
        let sheet = fill(book, "Cấp xã 2021", text);
        sheet.merge_range(0, 3, 2, 3, "Ghi chú", &format).unwrap();
    })]);
    assert_eq!(outcome.account(0, 0), "2 used, header [1]");
}

#[test]
fn words_over_figures_are_no_mere_heading_even_beside_a_name() {
    for row in [",(xã),Hộ DTTS,", ",,x,", ",Huyện Lộc Ninh,Hộ DTTS,"] {
        let outcome = run(vec![csv(
            "communes_2021.csv",
            &format!("Mã,Tên,Hộ nghèo,Hộ cận nghèo\n{row}\n25294,Lộc Thành,100,7\n"),
        )]);
        assert_eq!(
            outcome.errors(),
            ["fact/sub-header communes_2021.csv!C2"],
            "{row}"
        );
        assert_eq!(outcome.account(0, 0), "1 used, header [1], no_key [2]");
    }
}

#[test]
fn a_sheet_is_recognised_by_its_header_if_one_table_explains_it_best() {
    let communes = run(vec![csv(
        "data.csv",
        "code,name,district,poor_2021\n25294,Lộc Thành,692,1\n",
    )]);
    assert_eq!(communes.get("communes", "25294", "poor_2021"), "1");
    let several = run(vec![csv(
        "data.csv",
        "code,name,poor_2021\n25294,Lộc Thành,1\n",
    )]);
    assert_eq!(several.errors(), ["fact/two-tables data.csv"]);
    let finding = several
        .findings
        .iter()
        .find(|d| d.code == "fact/two-tables")
        .unwrap();
    assert_eq!(
        finding.argument("option"),
        Some(&"--table \"data.csv=communes\"".into())
    );
    assert!(several.sheet(0, 0).refused.is_some());
}

#[test]
fn an_assignment_decides_and_an_unmet_one_is_an_error() {
    let assignment = |path: &str, sheet: Option<&str>| Assignment {
        path: path.into(),
        sheet: sheet.map(Into::into),
        table: TableId(1),
    };
    let text = "code,name,poor_2021\n692,Lộc Ninh,1\n";
    let outcome = run_with(
        vec![csv("in/data.csv", text)],
        &[
            assignment("in/data.csv", None),
            assignment("other.csv", Some("A")),
        ],
    );
    assert_eq!(outcome.get("districts", "692", "poor_2021"), "1");
    assert_eq!(outcome.errors(), ["fact/unmet-assignment"]);
}

#[test]
fn a_guide_beside_a_table_is_not_spoken_of_unless_it_holds_figures() {
    let codes = |guide: &str| {
        let outcome = run(vec![workbook("x.xlsx", |book| {
            fill(book, "Hướng dẫn", guide);
            fill(book, "Cấp xã", "code|poor_2021\n25294|1");
        })]);
        outcome.found(Severity::Note)
    };
    assert!(codes("Bảng|Cách điền\nCấp xã|Một dòng một xã").is_empty());
    assert_eq!(
        codes("Đợt|Ghi chú\n1|2\n3|4"),
        ["fact/unused-figures x.xlsx!Hướng dẫn"]
    );
}

#[test]
fn an_unknown_sheet_is_listed_and_not_used() {
    let outcome = run(vec![workbook("x.xlsx", |book| {
        fill(book, "Ghi chú", "Người lập|Nguyễn Văn A\nNgày|1");
        fill(book, "Cấp xã", "code|poor_2021\n25294|1");
    })]);
    assert_eq!(outcome.account(0, 0), "0 used, not_used [1, 2]");
    assert!(outcome.sheet(0, 0).refused.is_none());
    assert_eq!(
        outcome.found(Severity::Note),
        ["fact/unknown-sheet x.xlsx!Ghi chú"]
    );
    assert_eq!(outcome.sheet(0, 1).table, Some(TableId(0)));
}

#[test]
fn a_sheet_named_like_a_table_without_its_key_is_refused() {
    let outcome = run(vec![
        csv("hamlets.csv", "Tên,poor_2021\nẤp 1,1\n"),
        csv("Cấp huyện.csv", "a,b\n1,2\n"),
    ]);
    assert_eq!(
        outcome.errors(),
        [
            "fact/no-key-column hamlets.csv",
            "fact/no-header Cấp huyện.csv"
        ]
    );
    assert!(outcome.sheet(0, 0).refused.is_some() && outcome.sheet(1, 0).refused.is_some());
}

#[test]
fn half_of_a_tables_columns_without_its_key_is_refused() {
    let outcome = run(vec![csv("x.csv", "Đối tượng,Tên,Lãnh đạo\nXã,A,x\n")]);
    assert_eq!(outcome.errors(), ["fact/no-key-column x.csv"]);
}

#[test]
fn extra_columns_are_named_once_and_numbering_is_known() {
    let outcome = run(vec![csv(
        "communes.csv",
        "STT,TT,code,poor_2021,Hộ ngheo,Ghi chú\n1,1,25294,1,,\n",
    )]);
    let finding = outcome
        .findings
        .iter()
        .find(|d| d.code == "fact/extra-columns")
        .unwrap();
    assert_eq!(
        finding.argument("columns"),
        Some(&vec!["Hộ ngheo (E)".to_owned(), "Ghi chú (F)".into()].into())
    );
}

#[test]
fn a_hidden_sheet_is_read_and_said_so() {
    let outcome = run(vec![workbook("x.xlsx", |book| {
        fill(book, "Bìa", "a");
        fill(book, "Cấp xã", "code|poor_2021\n25294|1").set_hidden(true);
    })]);
    assert_eq!(outcome.get("communes", "25294", "poor_2021"), "1");
    assert!(
        outcome
            .found(Severity::Note)
            .contains(&"fact/hidden-sheet x.xlsx!Cấp xã".to_owned())
    );
}

#[test]
fn a_header_merged_over_two_columns_of_which_one_is_empty_is_one_column() {
    let format = rust_xlsxwriter::Format::new();
    let book = |second: &str| {
        run(vec![workbook("x.xlsx", |book| {
            let text = format!(
                "Mã||Tên||Hộ nghèo 2021\n25294||Lộc Thành||100\n25276||Lộc Thạnh|{second}|5\n||Tổng cộng||105"
            );
            let sheet = fill(book, "Cấp xã", &text);
            sheet.merge_range(0, 0, 0, 1, "Mã", &format).unwrap();
            sheet.merge_range(0, 2, 0, 3, "Tên", &format).unwrap();
            sheet.merge_range(1, 2, 1, 3, "Lộc Thành", &format).unwrap();
        })])
    };
    let outcome = book("");
    assert_eq!(outcome.get("communes", "25276", "poor_2021"), "5");
    assert!(outcome.errors().is_empty(), "{:?}", outcome.errors());
    assert_eq!(book("(mới)").errors(), ["fact/two-columns x.xlsx!Cấp xã"]);
    let late = run(vec![workbook("x.xlsx", |book| {
        let rows: String = (0..70).map(|row| format!("A{row}|{row}|\n")).collect();
        let sheet = fill(
            book,
            "Thôn, ấp",
            &format!("Mã|Hộ nghèo 2021|\n{rows}B1|2|3"),
        );
        sheet
            .merge_range(0, 1, 0, 2, "Hộ nghèo 2021", &format)
            .unwrap();
    })]);
    assert_eq!(late.errors(), ["fact/under-neighbour x.xlsx!Thôn, ấp!C72"]);
    assert_eq!(late.get("hamlets", "B1", "poor_2021"), "2");
}

#[test]
fn a_table_without_a_key_is_known_by_most_of_its_columns() {
    let outcome = run(vec![csv(
        "data.csv",
        "Mã đơn vị,Tên,Năm,Huyện,poor\n25294,Lộc Thành,2021,692,100\n",
    )]);
    assert_eq!(outcome.get("communes", "25294", "poor_2021"), "100");
}

#[test]
fn the_row_that_tells_two_columns_apart_belongs_to_the_header() {
    let format = rust_xlsxwriter::Format::new();
    let outcome = run(vec![workbook("Năm 2022.xlsx", |book| {
        let sheet = fill(
            book,
            "Cấp xã",
            "||||\n\n||Hộ nghèo|Nhân khẩu|Hộ cận nghèo|Nhân khẩu\n1|Lộc Thành|49|180|7|30",
        );
        sheet.merge_range(0, 0, 2, 0, "TT", &format).unwrap();
        sheet.merge_range(0, 1, 2, 1, "Tên", &format).unwrap();
        sheet.merge_range(0, 2, 1, 3, "Hộ nghèo", &format).unwrap();
        sheet
            .merge_range(0, 4, 1, 5, "Hộ cận nghèo", &format)
            .unwrap();
    })]);
    assert_eq!(outcome.get("communes", "25294", "poor_2022"), "49");
    assert_eq!(outcome.get("communes", "25294", "near_poor_2022"), "7");
    assert!(outcome.errors().is_empty(), "{:?}", outcome.errors());
}
