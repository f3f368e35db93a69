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
fn what_stands_under_a_total_does_not_keep_it_from_being_compared() {
    let rows = "1,A1,Ấp 1,10,1\n2,A2,Ấp 2,20,2\n,,Tổng cộng,31,3\n";
    for (below, account) in [
        ("", "total [4]"),
        (",,Bình quân,15,1.5\n", "total [4, 5]"),
        (",,Trung bình/ấp,15,1.5\n", "total [4, 5]"),
        (",,So với năm 2020,15,2\n", "total [4], no_key [5]"),
    ] {
        let outcome = hamlets(&format!("{rows}{below}"));
        assert_eq!(outcome.faults(), ["data/total - hamlets.csv!D4"], "{below}");
        assert_eq!(
            outcome.account(0, 0),
            format!("2 used, header [1], {account}"),
            "{below}"
        );
    }
    // Above it a row that was set aside may be part of it.
    let above = "1,A1,Ấp 1,10,1\n,,Ấp 2,20,2\n,,Tổng cộng,31,3\n,,Bình quân,15,1\n";
    assert!(hamlets(above).faults().is_empty());
}

#[test]
fn a_name_or_a_rating_is_no_average() {
    let named = hamlets("1,A1,Trung Bình,10,1\n2,,Trung Bình,20,2\n");
    assert_eq!(named.account(0, 0), "1 used, header [1], no_key [3]");
    let rated = run(vec![csv(
        "things.csv",
        "Mã,Xếp loại,Số hộ\n,Trung bình,5\n",
    )]);
    assert_eq!(rated.account(0, 0), "0 used, header [1], no_key [2]");
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

#[test]
fn groups_of_groups_have_totals_too() {
    let rows = |urban: u32, last: u32| {
        format!(
            "A,,Khu vực thành thị,{urban},\n\
             I,,Thị xã Một,3,\n\
             1,A1,Ấp 1,1,1\n2,A2,Ấp 2,2,1\n\
             II,,Thị xã Hai,7,\n\
             3,B1,Ấp 3,3,1\n4,B2,Ấp 4,4,1\n\
             B,,Khu vực nông thôn,11,\n\
             5,C1,Ấp 5,5,1\n6,C2,Ấp 6,6,1\n\
             ,,TỔNG CỘNG TOÀN HUYỆN,{last},6\n\
             ,,Trong đó: hộ DTTS,4,\n\
             ,,- Nông thôn,2,\n"
        )
    };
    let outcome = hamlets(&rows(10, 21));
    assert_eq!(
        outcome.account(0, 0),
        "6 used, header [1], total [2, 3, 6, 9, 12, 13, 14]"
    );
    assert!(outcome.faults().is_empty(), "{:?}", outcome.faults());
    assert!(outcome.errors().is_empty(), "{:?}", outcome.errors());
    assert_eq!(
        hamlets(&rows(9, 22)).faults(),
        [
            "data/total - hamlets.csv!D2",
            "data/total - hamlets.csv!D12"
        ]
    );
}

#[test]
fn a_row_without_a_key_is_a_group_only_by_its_number() {
    for (row, account) in [
        ("I,,Nhóm một,5,", "1 used, header [1], total [2]"),
        (",,I. Nhóm một,5,", "1 used, header [1], total [2]"),
        (",,Nhóm một,5,", "1 used, header [1], no_key [2]"),
        ("1,,Ấp 1,5,", "1 used, header [1], no_key [2]"),
        (",,- Ấp 1,5,", "1 used, header [1], no_key [2]"),
    ] {
        let outcome = hamlets(&format!("{row}\n1,A1,Ấp 1,5,1\n"));
        assert_eq!(outcome.account(0, 0), account, "{row}");
    }
    let of_nothing = hamlets("I,,Ấp 1,5,\nII,,Ấp 2,6,\n");
    assert_eq!(
        of_nothing.account(0, 0),
        "0 used, header [1], no_key [2, 3]"
    );
    assert_eq!(of_nothing.errors().len(), 2);
    // A rating is no number of a heading.
    let things = run(vec![csv("things.csv", "Mã,Số hộ,note\n,5,A\n")]);
    assert_eq!(things.account(0, 0), "0 used, header [1], no_key [2]");
}

#[test]
fn a_misspelt_unit_is_no_group() {
    let outcome = run(vec![csv(
        "communes.csv",
        "TT,Tên đơn vị,poor_2021\nI,Khu vực nông thôn,1\n1,1. Lộc Thành,1\nII,Xã Lộc Thánh,2\n",
    )]);
    assert_eq!(
        outcome.account(0, 0),
        "1 used, header [1], total [2], no_key [4]"
    );
    assert_eq!(outcome.errors(), ["fact/misspelt-name communes.csv!B4"]);
}

#[test]
fn column_numbers_at_a_page_break_are_no_data() {
    for numbers in ["(1),(2),(3),(4),(5)", "1,2,3,4,5", "A,B,C,1,2"] {
        for header in ["", HEADER] {
            for own in ["", "A,B,C,1,2\n"] {
                let outcome = hamlets(&format!(
                    "{own}1,A1,Ấp 1,10,1\n2,A2,Ấp 2,20,2\n{header}{numbers}\n3,A3,Ấp 3,5,1\n,,Cộng,35,4\n"
                ));
                let account = outcome.sheet(0, 0);
                assert_eq!(account.used, 3, "{numbers} {header} {own}");
                let skipped = account.skipped.iter();
                let numbered =
                    skipped.filter(|skipped| skipped.reason == SkipReason::ColumnNumbers);
                assert_eq!(
                    numbered.map(|skipped| skipped.count).sum::<u64>(),
                    1 + u64::from(!own.is_empty()),
                    "{numbers} {header} {own}"
                );
                assert!(outcome.errors().is_empty(), "{:?}", outcome.errors());
                assert!(outcome.faults().is_empty(), "{:?}", outcome.faults());
            }
        }
    }
}

#[test]
fn column_numbers_at_a_page_break_are_none_of_a_rostered_table_either() {
    for header in ["STT,Mã,Tên,poor_2021", "STT,Tên,poor_2021,near_poor_2021"] {
        let name = if header.contains("Mã") {
            "25294,Lộc Thành,7"
        } else {
            "Lộc Thành,7,8"
        };
        let outcome = run(vec![csv(
            "communes.csv",
            &format!("{header}\n1,{name}\n1,2,3,4\n"),
        )]);
        assert_eq!(
            outcome.account(0, 0),
            "1 used, header [1], column_numbers [3]"
        );
        assert!(outcome.errors().is_empty(), "{:?}", outcome.errors());
    }
}

#[test]
fn data_that_counts_up_is_data() {
    // Codes that are small numbers, without names; a row that begins elsewhere; a row of three.
    for (header, row) in [
        ("STT,Mã,Hộ nghèo 2021,Hộ cận nghèo 2021", "1,2,3,4"),
        ("STT,Mã,Tên,Hộ nghèo 2021,Hộ cận nghèo 2021", "5,6,7,8,9"),
        ("Mã,Hộ nghèo 2021,Hộ cận nghèo 2021", "1,2,3"),
    ] {
        let first = header.split(',').map(|_| "9").collect::<Vec<&str>>();
        let first = first.join(",");
        let text = format!("{header}\n{first}\n{row}\n");
        let outcome = run(vec![csv("hamlets.csv", &text)]);
        assert_eq!(outcome.account(0, 0), "2 used, header [1]", "{row}");
    }
}

#[test]
fn rows_of_column_numbers_are_known_in_their_forms() {
    for numbers in [
        "(1),(2),(3),(4),(5)",
        "A,B,C,1,2",
        "1,2,3,4=5+6,5",
        "1,2,3,4,5=4/3*100",
        "[1],[2],[3],[4],[5]=[4]:[3]%",
        ",,,(1),(2)=(1)/(3)",
    ] {
        let outcome = hamlets(&format!("{numbers}\n1,A1,Ấp 1,10,1\n"));
        assert_eq!(
            outcome.account(0, 0),
            "1 used, header [1], column_numbers [2]",
            "{numbers}"
        );
    }
}

#[test]
fn cells_behind_the_last_header_are_told() {
    let mut text = String::from("code,name,poor_2021,ghi chú\n");
    let codes = ["25294", "25276", "25195", "25270"];
    let rows = [
        "Lộc Thành,1,090,x",
        "Lộc Thạnh,5,x,,",
        "Tân Phú,7,x,  ,\"\"",
        "Lộc Ninh,9,,,,0",
    ];
    for (code, row) in codes.iter().zip(rows) {
        text.push_str(&format!("{code},{row}\n"));
    }
    let outcome = run(vec![csv("communes.csv", &text)]);
    let all = outcome.findings.iter();
    let told: Vec<Vec<String>> = all
        .filter(|found| found.code == "fact/beyond-headers")
        .map(|found| found.places.iter().map(ToString::to_string).collect())
        .collect();
    assert_eq!(told, [["communes.csv!E2", "communes.csv!G5"]]);
    assert_eq!(outcome.get("communes", "25195", "poor_2021"), "7");
}
