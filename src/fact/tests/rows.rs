//! Rows that are no data, and totals.

use super::*;

const HEADER: &str = "STT,Mã,Tên,Hộ nghèo 2021,Hộ cận nghèo 2021\n";

fn hamlets(rows: &str) -> Outcome {
    run(vec![csv("hamlets.csv", &format!("{HEADER}{rows}"))])
}

#[test]
fn every_kind_of_row_is_known_and_counted() {
    let outcome = hamlets(concat!(
        "A,B,C,1,2\n",
        "I,,Khu vực thành thị,,\n",
        "1,A1,Ấp 1,10,1\n",
        "STT,Mã,Tên,Hộ nghèo 2021,Hộ cận nghèo 2021\n",
        "2,A2,Ấp 2,20,2\n",
        ",,,,\n",
        ",,Tổng cộng,30,3\n",
        "3,,Ấp 3,5,\n",
        ",,NGƯỜI LẬP BIỂU,CHỦ TỊCH,\n",
        "Ghi chú: số liệu cuối năm,,,,\n",
    ));
    assert_eq!(
        outcome.account(0, 0),
        "2 used, header [1, 5], column_numbers [2], group [3, 10, 11], total [8], no_key [9]"
    );
    assert_eq!(outcome.errors(), ["fact/no-key hamlets.csv!B9"]);
    assert!(outcome.faults().is_empty(), "{:?}", outcome.faults());
}

#[test]
fn a_row_without_key_but_with_a_misspelt_figure_is_no_heading() {
    let outcome = hamlets("1,,Ấp 1,12a,\n");
    assert_eq!(outcome.account(0, 0), "0 used, header [1], no_key [2]");
}

#[test]
fn a_total_that_is_not_the_sum_fails_the_check() {
    for label in [
        "Tổng cộng",
        "TỔNG SỐ",
        "Tổng",
        "Cộng:",
        "Total",
        "Toàn tỉnh",
        "Tổng cộng (I+II)",
        "Cộng xã Lộc Thành",
    ] {
        let outcome = hamlets(&format!("1,A1,Ấp 1,10,1\n2,A2,Ấp 2,20,2\n,,{label},31,3\n"));
        assert_eq!(outcome.faults(), ["data/total - hamlets.csv!D4"], "{label}");
        assert_eq!(
            outcome.errors(),
            ["fact/total-differs hamlets.csv!D4"],
            "{label}"
        );
        assert_eq!(outcome.sheet(0, 0).used, 2, "{label}");
        let finding = outcome
            .findings
            .iter()
            .find(|d| d.code == "fact/total-differs")
            .unwrap();
        assert_eq!(
            finding.argument("expected"),
            Some(&Number::from(30).into()),
            "{label}"
        );
    }
}

#[test]
fn the_word_may_stand_in_the_key_column_and_the_row_first() {
    let outcome = hamlets(",Tổng cộng,,30,3\n1,A1,Ấp 1,10,1\n2,A2,Ấp 2,20,2\n");
    assert_eq!(outcome.account(0, 0), "2 used, header [1], total [2]");
    assert!(outcome.faults().is_empty(), "{:?}", outcome.faults());
}

#[test]
fn totals_of_parts_are_compared_with_their_parts() {
    let rows = "I,,Xã A,,\n1,A1,Ấp 1,10,1\n2,A2,Ấp 2,20,2\n,,Cộng,30,3\nII,,Xã B,,\n3,B1,Ấp 3,5,1\n,,Cộng,5,2\n,,Tổng cộng,35,4\n";
    let outcome = hamlets(rows);
    assert_eq!(outcome.faults(), ["data/total - hamlets.csv!E8"]);
}

#[test]
fn a_total_over_an_empty_cell_says_nothing() {
    let outcome = hamlets("1,A1,Ấp 1,10,1\n2,A2,Ấp 2,,2\n,,Tổng cộng,31,3\n");
    assert!(outcome.faults().is_empty(), "{:?}", outcome.faults());
}

#[test]
fn a_company_that_begins_like_a_total_is_none() {
    let outcome = hamlets("1,A1,Tổng công ty Cao su,10,1\n2,A2,Cộng Hòa,20,2\n");
    assert_eq!(outcome.account(0, 0), "2 used, header [1]");
}

#[test]
fn a_first_row_of_small_figures_is_no_row_of_column_numbers() {
    let outcome = run(vec![csv(
        "hamlets.csv",
        "Mã,Hộ nghèo 2021,Hộ cận nghèo 2021\nA1,2,3\n5,2,3\n",
    )]);
    assert_eq!(outcome.account(0, 0), "2 used, header [1]");
    let numbers = run(vec![csv(
        "hamlets.csv",
        "Mã,Hộ nghèo 2021,Hộ cận nghèo 2021\n1,2,3\nA1,2,3\n",
    )]);
    assert_eq!(
        numbers.account(0, 0),
        "1 used, header [1], column_numbers [2]"
    );
}
