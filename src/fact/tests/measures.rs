//! Two rows a unit: one of households, one of people.

use super::*;
use rust_xlsxwriter::Format;

/// As the form of changes in poor households has it: the unit's cells are merged over its two rows.
fn merged() -> OpenedFile {
    let format = Format::new();
    workbook("Diễn biến 2021.xlsx", |book| {
        let sheet = fill(
            book,
            "Cấp xã",
            "STT|Phường/Xã|Phân tổ|Tổng số hộ|Hộ nghèo|Tỷ lệ\n\
             ||Hộ|900|100|11.1\n\
             ||Nhân khẩu|3600|410|11.4\n\
             ||Hộ|800|5|0.6\n\
             ||Nhân khẩu|3100|19|0.6\n\
             ||Hộ|1700|105|\n\
             ||Nhân khẩu|6700|429|",
        );
        sheet.write(0, 1, "Tên đơn vị").unwrap();
        for (row, number, name) in [(1, "1", "Xã Lộc Thành"), (3, "2", "Xã Lộc Thạnh")] {
            sheet
                .merge_range(row, 0, row + 1, 0, number, &format)
                .unwrap();
            sheet
                .merge_range(row, 1, row + 1, 1, name, &format)
                .unwrap();
        }
        sheet.merge_range(5, 0, 6, 1, "Tổng cộng", &format).unwrap();
    })
}

#[test]
fn only_the_rows_that_count_what_the_columns_hold_are_used() {
    let outcome = run(vec![merged()]);
    let facts = ["25294", "25276"].map(|code| {
        ["households_2021", "poor_2021", "rate_2021"]
            .map(|column| outcome.get("communes", code, column))
    });
    assert_eq!(facts, [["900", "100", "0.111"], ["800", "5", "0.006"]]);
    assert_eq!(
        outcome.places("communes", "25276", "poor_2021"),
        ["Diễn biến 2021.xlsx!Cấp xã!E4"]
    );
    assert_eq!(
        outcome.account(0, 0),
        "2 used, header [1], other_measure [3, 5, 7], total [6]"
    );
    assert!(outcome.errors().is_empty() && outcome.faults().is_empty());
    let note = outcome
        .findings
        .iter()
        .find(|d| d.code == "fact/other-measure")
        .unwrap();
    assert_eq!(note.argument("used"), Some(&vec!["Hộ".to_owned()].into()));
    assert_eq!(
        note.argument("left_out"),
        Some(&vec!["Nhân khẩu".to_owned()].into())
    );
}

#[test]
fn without_merges_the_second_row_is_still_left_out_and_a_row_without_the_word_set_aside() {
    let outcome = run(vec![csv(
        "communes_2021.csv",
        "Tên đơn vị;Chỉ tiêu;Hộ nghèo\nLộc Thành;Hộ;100\n;Nhân khẩu;410\nLộc Thạnh;Số hộ;5\n;Số khẩu;19\nTT Lộc Ninh;;7\n;Tỷ lệ (%);1,1\n",
    )]);
    let facts = ["25294", "25276", "25270"].map(|code| outcome.get("communes", code, "poor_2021"));
    assert_eq!(facts, ["100", "5", "!no such row"]);
    assert_eq!(
        outcome.account(0, 0),
        "2 used, header [1], other_measure [3, 5, 7], no_key [6]"
    );
    assert_eq!(outcome.errors(), ["fact/no-measure communes_2021.csv!B6"]);
}

#[test]
fn a_table_of_people_takes_the_rows_of_people() {
    let mut schema = schema();
    let people = ColumnType::Number {
        unit: Some(UnitId(2)),
        whole: true,
        min: Number::ZERO,
    };
    let communes = schema.tables.get_index_mut(0).unwrap().1;
    let column = column("people", people, true, &["Nhân khẩu nghèo"]);
    communes.columns.insert("people".into(), column);
    let format = Format::new();
    let outcome = run_in(
        schema,
        vec![workbook("communes_2021.xlsx", |book| {
            let sheet = fill(
                book,
                "Cấp xã",
                "Mã|Phân tổ|Hộ nghèo|Nhân khẩu nghèo|Tỷ lệ (%)\n|Hộ|100||1\n|Nhân khẩu||410|2\n|Cộng|100|410",
            );
            sheet.merge_range(1, 0, 2, 0, "25294", &format).unwrap();
        })],
        &[],
    );
    let facts = ["poor_2021", "people_2021", "rate_2021"]
        .map(|column| outcome.get("communes", "25294", column));
    assert_eq!(facts, ["100", "410", "0.01"]);
    assert_eq!(
        outcome.places("communes", "25294", "people_2021"),
        ["communes_2021.xlsx!Cấp xã!D3"]
    );
    assert_eq!(
        outcome.places("communes", "25294", "poor_2021"),
        ["communes_2021.xlsx!Cấp xã!C2"]
    );
    assert!(outcome.errors().is_empty(), "{:?}", outcome.errors());
    assert!(outcome.faults().is_empty(), "{:?}", outcome.faults());
    assert_eq!(outcome.account(0, 0), "2 used, header [1], total [4]");
}
