//! Several tables on one sheet, what a sheet hides, and what it merges.

use super::*;
use rust_xlsxwriter::Format;

fn sheet(text: &str) -> Outcome {
    run(vec![workbook("x.xlsx", |book| {
        fill(book, "Số liệu", text);
    })])
}

/// The account of each table on the first sheet.
fn accounts(outcome: &Outcome) -> Vec<String> {
    (0..outcome.facts.inputs[0].sheets.len())
        .map(|table| outcome.account(0, table))
        .collect()
}

const COMMUNES: &str = "Mã|Tên|Mã huyện|Hộ nghèo 2021";

#[test]
fn tables_one_below_the_other_are_each_read() {
    let outcome = sheet(
        "BIỂU TỔNG HỢP NĂM 2021\n\
         I. Cấp xã\n\
         Mã|Tên|Mã huyện|Hộ nghèo\n\
         25294|Lộc Thành|692|100\n\
         25276|Lộc Thạnh|692|5\n\
         |Tổng cộng||105\n\
         \n\
         II. Thôn, ấp\n\
         STT|Mã|Mã xã|Hộ nghèo 2022\n\
         1|A1|25294|7\n\
         Người lập biểu",
    );
    assert_eq!(outcome.get("communes", "25276", "poor_2021"), "5");
    assert_eq!(outcome.get("hamlets", "A1", "poor_2022"), "7");
    assert_eq!(
        outcome.places("hamlets", "A1", "poor_2022"),
        ["x.xlsx!Số liệu!D10"]
    );
    assert_eq!(
        accounts(&outcome),
        [
            "2 used, title [1, 2], header [3], total [6]",
            "1 used, title [8], header [9], group [11]"
        ]
    );
    assert!(outcome.errors().is_empty() && outcome.faults().is_empty());
}

#[test]
fn a_table_below_takes_its_year_from_its_own_title_or_else_from_the_first_ones() {
    let outcome = sheet(
        "SỐ LIỆU NĂM 2021\n\
         Mã|Tên|Mã huyện|Hộ nghèo\n\
         25294|Lộc Thành|692|100\n\
         \n\
         Năm 2022\n\
         Mã|Tên|Mã huyện|Hộ nghèo\n\
         25294|Lộc Thành|692|49\n\
         \n\
         Bổ sung\n\
         Mã|Tên|Mã huyện|Hộ cận nghèo\n\
         25294|Lộc Thành|692|8",
    );
    let facts = ["poor_2021", "poor_2022", "near_poor_2021"]
        .map(|column| outcome.get("communes", "25294", column));
    assert_eq!(facts, ["100", "49", "8"]);
    assert!(outcome.errors().is_empty(), "{:?}", outcome.errors());
    assert_eq!(
        accounts(&outcome),
        [
            "1 used, title [1], header [2]",
            "1 used, title [5], header [6]",
            "1 used, title [9], header [10]"
        ]
    );
}

#[test]
fn a_header_repeated_on_the_next_page_begins_no_table() {
    let outcome = sheet(&format!(
        "{COMMUNES}\n25294|Lộc Thành|692|100\nTrang 2\n{COMMUNES}\n25276|Lộc Thạnh|692|5"
    ));
    assert_eq!(accounts(&outcome), ["2 used, header [1, 4], group [3]"]);
}

#[test]
fn tables_side_by_side_are_each_read() {
    let outcome = sheet(
        "BIỂU NĂM 2021\n\
         Mã|Tên|Mã huyện|Hộ nghèo||Mã|Mã xã|Hộ nghèo||Ghi chú\n\
         25294|Lộc Thành|692|100||A1|25294|7||x\n\
         25276|Lộc Thạnh|692|5||A2|25294|8\n\
         |Tổng cộng||105||A3|25294|9\n\
         |||||A4|25294|10",
    );
    assert_eq!(outcome.get("communes", "25276", "poor_2021"), "5");
    assert_eq!(outcome.get("hamlets", "A4", "poor_2021"), "10");
    assert_eq!(
        outcome.places("hamlets", "A4", "poor_2021"),
        ["x.xlsx!Số liệu!H6"]
    );
    assert_eq!(
        accounts(&outcome),
        [
            "2 used, title [1], header [2], total [5]",
            "4 used, header [2]"
        ]
    );
    assert!(outcome.errors().is_empty(), "{:?}", outcome.errors());
}

#[test]
fn one_list_in_two_columns_is_two_tables_side_by_side() {
    let outcome = run(vec![csv(
        "communes_2021.csv",
        "Mã;Tên;Hộ nghèo;;Mã;Tên;Hộ nghèo\n25294;Lộc Thành;100;;25276;Lộc Thạnh;5\n25195;P. Tân Phú;1;;;;\n",
    )]);
    let facts = ["25294", "25195", "25276"].map(|code| outcome.get("communes", code, "poor_2021"));
    assert_eq!(facts, ["100", "1", "5"]);
    assert_eq!(
        accounts(&outcome),
        ["2 used, header [1]", "1 used, header [1]"]
    );
}

#[test]
fn a_wide_table_may_follow_two_narrow_ones() {
    let outcome = sheet(
        "Mã|Tên|Mã huyện|Hộ nghèo 2021||Mã|Mã xã|Hộ nghèo 2021\n\
         25294|Lộc Thành|692|100||A1|25294|7\n\
         \n\
         NĂM 2022\n\
         Mã|Tên|Mã huyện|Tổng số hộ|Hộ nghèo|Hộ cận nghèo\n\
         25276|Lộc Thạnh|692|900|5|6",
    );
    assert_eq!(outcome.get("communes", "25276", "near_poor_2022"), "6");
    assert_eq!(outcome.get("hamlets", "A1", "poor_2021"), "7");
    assert_eq!(
        accounts(&outcome),
        [
            "1 used, header [1]",
            "1 used, header [1]",
            "1 used, title [4], header [5]"
        ]
    );
}

#[test]
fn a_table_may_end_beside_one_that_goes_on() {
    let outcome = sheet(
        "Mã|Tên|Mã huyện|Hộ nghèo 2021||Mã|Mã xã|Hộ nghèo 2021\n\
         25294|Lộc Thành|692|100||A1|25294|7\n\
         Mã|Tên|Mã huyện|Hộ cận nghèo 2021||A2|25294|8\n\
         25294|Lộc Thành|692|9||A3|25294|9",
    );
    assert_eq!(outcome.get("communes", "25294", "near_poor_2021"), "9");
    assert_eq!(outcome.get("hamlets", "A3", "poor_2021"), "9");
    assert_eq!(outcome.facts.inputs[0].sheets.len(), 3);
    assert!(outcome.errors().is_empty(), "{:?}", outcome.errors());
}

#[test]
fn a_header_over_other_figures_that_is_no_table_of_its_own_ends_the_table() {
    let outcome = run(vec![csv(
        "communes.csv",
        "Mã,Tên,Hộ nghèo 2021\n25294,Lộc Thành,100\n,,Hộ cận nghèo 2021\n25276,Lộc Thạnh,5\n",
    )]);
    assert_eq!(outcome.errors(), ["fact/second-header communes.csv!C3"]);
    let finding = outcome
        .findings
        .iter()
        .find(|d| d.code == "fact/second-header")
        .unwrap();
    assert_eq!(
        finding.argument("first"),
        Some(&"Hộ nghèo 2021 (C1)".into())
    );
    assert_eq!(
        finding.argument("second"),
        Some(&"Hộ cận nghèo 2021 (C3)".into())
    );
    assert_eq!(
        outcome.get("communes", "25276", "poor_2021"),
        "!no such row"
    );
    assert_eq!(
        accounts(&outcome),
        ["1 used, header [1]", "0 used, not_used [3, 4]"]
    );
}

#[test]
fn a_table_of_another_kind_below_a_named_one_is_known_by_its_header() {
    let outcome = run(vec![workbook("x.xlsx", |book| {
        fill(
            book,
            "Cấp xã",
            "Mã|Tên|Hộ nghèo 2021\n25294|Lộc Thành|100\n\nMã|Mã xã|Hộ nghèo 2021\nA1|25294|7",
        );
    })]);
    assert_eq!(outcome.get("communes", "25294", "poor_2021"), "100");
    assert_eq!(outcome.get("hamlets", "A1", "poor_2021"), "7");
}

#[test]
fn a_table_may_begin_far_below_and_after_long_gaps() {
    let notes = (1..=70)
        .map(|n| format!("Ghi chú {n}\n"))
        .collect::<String>();
    let gap = "\n".repeat(1_500);
    let outcome = sheet(&format!(
        "{notes}{COMMUNES}\n25294|Lộc Thành|692|100\n{gap}25276|Lộc Thạnh|692|5"
    ));
    assert_eq!(outcome.get("communes", "25276", "poor_2021"), "5");
    assert_eq!(
        outcome.places("communes", "25276", "poor_2021"),
        ["x.xlsx!Số liệu!D1573"]
    );
    assert_eq!(outcome.sheet(0, 0).skipped_for(SkipReason::NotUsed), 70);
    assert_eq!(outcome.account(0, 1), "2 used, header [71]");
    assert_eq!(
        outcome.found(Severity::Note),
        Vec::<String>::new(),
        "a sheet that is used is not unknown"
    );
    let text = run(vec![csv(
        "communes.csv",
        &format!("code,poor_2021\n25294,1\n{}25276,2\n", ",\n".repeat(1_500)),
    )]);
    assert_eq!(text.get("communes", "25276", "poor_2021"), "2");
    assert_eq!(text.account(0, 0), "2 used, header [1]");
}

#[test]
fn rows_and_columns_that_are_hidden_are_read_and_said_so() {
    let outcome = run(vec![workbook("x.xlsx", |book| {
        let sheet = fill(
            book,
            "Cấp xã",
            "Mã|Tên|Hộ nghèo 2021\n25294|Lộc Thành|100\n25276|Lộc Thạnh|5\n||\n",
        );
        sheet.set_row_hidden(1).unwrap();
        sheet.set_row_hidden(7).unwrap();
        sheet.set_column_hidden(2).unwrap();
    })]);
    assert_eq!(outcome.get("communes", "25294", "poor_2021"), "100");
    assert_eq!(
        outcome.found(Severity::Note),
        [
            "fact/hidden-rows x.xlsx!Cấp xã",
            "fact/hidden-columns x.xlsx!Cấp xã"
        ]
    );
    let argument = |code: &str, name: &str| {
        let finding = outcome.findings.iter().find(|d| d.code == code).unwrap();
        finding.argument(name).cloned()
    };
    assert_eq!(argument("fact/hidden-rows", "count"), Some(1_u64.into()));
    assert_eq!(
        argument("fact/hidden-columns", "columns"),
        Some(vec!["Hộ nghèo 2021 (C)".to_owned()].into())
    );
}

#[test]
fn names_merged_over_rows_are_those_of_each_row() {
    let format = Format::new();
    let outcome = run(vec![workbook("x.xlsx", |book| {
        let sheet = fill(
            book,
            "Cấp xã",
            "Mã|Huyện|Năm|Hộ nghèo\n|||\n||2022|49\n||2021|5\n||2022|4\n25195|TP Đồng Xoài|2021|1\n||2022|2",
        );
        sheet.write(1, 2, 2021).unwrap();
        sheet.write(1, 3, 100).unwrap();
        sheet.merge_range(1, 0, 2, 0, "25294", &format).unwrap();
        sheet.merge_range(3, 0, 4, 0, "25276", &format).unwrap();
        sheet
            .merge_range(1, 1, 4, 1, "Huyện Lộc Ninh", &format)
            .unwrap();
    })]);
    let facts = ["25294", "25276", "25195"].map(|code| {
        ["poor_2021", "poor_2022", "district"].map(|column| outcome.get("communes", code, column))
    });
    assert_eq!(
        facts,
        [
            ["100", "49", "692"],
            ["5", "4", "692"],
            ["1", "!NoRow", "689"]
        ]
    );
    // The last row is of no unit: a blank cell is filled only where a merge says so.
    assert_eq!(outcome.errors(), ["fact/no-key x.xlsx!Cấp xã!A7"]);
    assert_eq!(outcome.account(0, 0), "5 used, header [1], no_key [7]");
    let note = outcome
        .findings
        .iter()
        .find(|d| d.code == "fact/filled-down")
        .unwrap();
    assert_eq!(note.argument("count"), Some(&5_u64.into()));
    assert_eq!(
        note.argument("columns"),
        Some(&vec!["Mã (A)".to_owned(), "Huyện (B)".to_owned()].into())
    );
}

#[test]
fn a_blank_sheet_of_a_form_is_no_list_of_nobody_but_leaves_known_units_absent() {
    let of_form = |is_form: bool| {
        run(vec![workbook("x.xlsx", |book| {
            if is_form {
                fill(book, "Hướng dẫn", "Cách điền");
            }
            fill(book, "hamlets", "code|name|commune|poor_2021");
            fill(book, "communes", "code|name|district|poor_2021");
        })])
    };
    for (is_form, hamlets) in [(true, false), (false, true)] {
        let outcome = of_form(is_form);
        let is_there = |name: &str| {
            let (table, _) = outcome.schema.table(name).unwrap();
            outcome.facts.tables[usize::from(table.0)].is_some()
        };
        assert_eq!((is_there("hamlets"), is_there("communes")), (hamlets, true));
        assert_eq!(outcome.facts.absent.len(), 6);
    }
}
