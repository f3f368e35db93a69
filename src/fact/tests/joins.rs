//! Sheets of one table, joined by key.

use super::*;

#[test]
fn sheets_of_one_table_each_give_some_columns_and_some_years() {
    let outcome = run(vec![
        csv(
            "communes_2021.csv",
            "code,name,poor\n25294,Lộc Thành,100\n25276,Lộc Thạnh,5\n",
        ),
        csv(
            "communes_2022.csv",
            "code,name,poor\n25276,Lộc Thạnh,4\n25294,Xã Lộc Thành,49\n25195,Tân Phú,1\n",
        ),
    ]);
    assert_eq!(
        ["poor_2021", "poor_2022"].map(|c| outcome.get("communes", "25294", c)),
        ["100", "49"]
    );
    assert_eq!(
        ["poor_2021", "poor_2022"].map(|c| outcome.get("communes", "25195", c)),
        ["!NoRow", "1"]
    );
    assert_eq!(
        outcome.places("communes", "25294", "poor_2022"),
        ["communes_2022.csv!C3"]
    );
    assert_eq!(
        outcome.places("communes", "25195", "name"),
        ["communes_2022.csv!B4"]
    );
    assert!(
        outcome.found(Severity::Note).is_empty(),
        "{:?}",
        outcome.found(Severity::Note)
    );
}

#[test]
fn equal_facts_are_one_note_and_different_ones_a_conflict() {
    let outcome = run(vec![
        csv(
            "a/communes.csv",
            "code,poor_2021,poor_2022\n25294,100,49\n25276,5,4\n",
        ),
        csv(
            "b/communes.csv",
            "code,poor_2021,poor_2022\n25294,100,50\n25276,,4\n",
        ),
        csv("c/communes.csv", "code,poor_2022\n25294,49\n"),
    ]);
    assert_eq!(
        ["poor_2021", "poor_2022"].map(|c| outcome.get("communes", "25294", c)),
        ["100", "!Conflict"]
    );
    assert_eq!(
        ["poor_2021", "poor_2022"].map(|c| outcome.get("communes", "25276", c)),
        ["5", "4"]
    );
    assert_eq!(
        outcome.places("communes", "25294", "poor_2022"),
        [
            "a/communes.csv!C2",
            "b/communes.csv!C2",
            "c/communes.csv!B2"
        ]
    );
    assert_eq!(
        outcome.found(Severity::Note),
        [
            "fact/conflict a/communes.csv!C2",
            "fact/same-facts b/communes.csv"
        ]
    );
    let note = outcome
        .findings
        .iter()
        .find(|d| d.code == "fact/same-facts")
        .unwrap();
    assert_eq!(note.argument("count"), Some(&2_u64.into()));
    assert_eq!(note.argument("other"), Some(&"a/communes.csv".into()));
}

#[test]
fn an_empty_cell_does_not_hide_a_value_and_an_unreadable_one_does() {
    let outcome = run(vec![
        csv("a/communes.csv", "code,poor_2021,poor_2022\n25294,,x1\n"),
        csv("b/communes.csv", "code,poor_2021,poor_2022\n25294,100,49\n"),
    ]);
    assert_eq!(
        ["poor_2021", "poor_2022"].map(|c| outcome.get("communes", "25294", c)),
        ["100", "!Unreadable"]
    );
    assert_eq!(
        outcome.places("communes", "25294", "poor_2021"),
        ["b/communes.csv!B2"]
    );
    assert_eq!(
        outcome.places("communes", "25294", "poor_2022"),
        ["a/communes.csv!C2"]
    );
}

#[test]
fn the_same_key_twice_in_one_sheet_is_joined_and_fails_the_check() {
    let outcome = run(vec![csv(
        "communes.csv",
        "code,poor_2021,near_poor_2021\n25294,1,\n25294,2,7\n",
    )]);
    assert_eq!(outcome.get("communes", "25294", "poor_2021"), "!Conflict");
    assert_eq!(outcome.get("communes", "25294", "near_poor_2021"), "7");
    assert_eq!(
        outcome.faults(),
        ["data/duplicate 25294 communes.csv!2:2 communes.csv!3:3"]
    );
    assert_eq!(
        outcome.errors(),
        [
            "fact/duplicate-key communes.csv!2:2",
            "fact/conflict communes.csv!B2"
        ]
    );
    assert_eq!(
        outcome.places("communes", "25294", "near_poor_2021"),
        ["communes.csv!C3"]
    );
    assert_eq!(outcome.sheet(0, 0).used, 2);
}

#[test]
fn the_same_key_in_two_sheets_is_no_duplicate() {
    let outcome = run(vec![
        csv("a/hamlets.csv", "code,poor_2021\nA1,1\n"),
        csv("b/hamlets.csv", "code,poor_2022\nA1,2\n"),
    ]);
    assert!(outcome.faults().is_empty());
    assert_eq!(outcome.table("hamlets").row_places(0).len(), 2);
}

#[test]
fn rows_of_a_table_without_a_key_are_not_joined() {
    let outcome = run(vec![csv(
        "reports.csv",
        "unit,year,submitted\n692,2022,1/2/2023\n692,2022,1/2/2023\n\"\",,\nNGƯỜI LẬP BIỂU,,\n",
    )]);
    assert_eq!(outcome.table("reports").len(), 2);
    assert!(outcome.faults().is_empty());
    assert_eq!(outcome.sheet(0, 0).skipped_for(SkipReason::Group), 1);
}

#[test]
fn a_key_of_two_columns_has_the_codes_of_its_terms() {
    let text = "Đối tượng,Mã,Tên,Lãnh đạo\nXã,25294,Lộc Thành,\nẤp,25294,Ấp 1,x\nXã,,Xã Lộc Thạnh,\nXã,TT. Lộc Ninh,,x\nXã,,Ấp 9,x\n";
    let outcome = run(vec![csv("nominations.csv", text)]);
    assert_eq!(outcome.get("nominations", "hamlets/25294", "leader"), "yes");
    assert_eq!(
        outcome.get("nominations", "communes/25276", "code"),
        "25276"
    );
    assert_eq!(
        outcome.get("nominations", "communes/25270", "leader"),
        "yes"
    );
    assert_eq!(outcome.table("nominations").code(1), "hamlets/25294");
    assert_eq!(outcome.errors(), ["fact/no-key nominations.csv!A6"]);
}

#[test]
fn a_code_that_points_to_no_row_fails_the_check() {
    let outcome = run(vec![
        csv(
            "hamlets.csv",
            "code,commune,poor_2021\nA1,25294,1\nA2,25195,1\nA3,Xã Lộc Thành,1\n",
        ),
        csv("communes.csv", "code,poor_2021\n25294,1\n"),
        csv(
            "nominations.csv",
            "subject,code,leader\ncommunes,25294,x\ncommunes,25276,x\nhamlets,A9,x\n",
        ),
    ]);
    assert_eq!(outcome.get("hamlets", "A3", "commune"), "25294");
    assert_eq!(
        outcome.errors(),
        [
            "fact/dangling hamlets.csv!B3",
            "fact/dangling nominations.csv!B3",
            "fact/dangling nominations.csv!B4"
        ]
    );
    assert_eq!(
        outcome.faults(),
        [
            "data/reference A2 hamlets.csv!B3",
            "data/reference communes/25276 nominations.csv!B3",
            "data/reference hamlets/A9 nominations.csv!B4"
        ]
    );
}

#[test]
fn codes_into_a_table_that_is_not_in_the_data_are_left_alone() {
    let outcome = run(vec![csv(
        "hamlets.csv",
        "code,commune,poor_2021\nA1,25195,1\n",
    )]);
    assert!(outcome.faults().is_empty() && outcome.errors().is_empty());
}

#[test]
fn a_sheet_that_breaks_off_gives_nothing() {
    let outcome = run(vec![csv(
        "communes.csv",
        "code,poor_2021\n25294,1\n25276,\"2\n",
    )]);
    assert!(outcome.facts.tables[0].is_none());
    let account = outcome.facts.inputs[0].sheets.first();
    assert!(
        outcome.facts.inputs[0].refused.is_some()
            || account.is_some_and(|a| a.refused.is_some() && a.used == 0)
    );
}

#[test]
fn rows_of_several_sheets_are_those_of_one() {
    const HEAD: &str = "code,name,poor_2021,poor_2022\n";
    const ROWS: [&str; 6] = [
        "25294,Lộc Thành,100,49\n",
        "25276,Lộc Thạnh,,x\n",
        "25195,,12345678901,\n",
        "25270,Lộc Ninh,123456789012345678901234567890,1\n",
        "25363,Tân Phú,3,5000000000\n",
        "25222,Đak Ơ,7,8\n",
    ];
    let one = run(vec![csv(
        "communes.csv",
        &format!("{HEAD}{}", ROWS.concat()),
    )]);
    for (first, second) in [(1, 2), (2, 5), (3, 4)] {
        let parts = [&ROWS[..first], &ROWS[first..second], &ROWS[second..]];
        let named = ["a/communes.csv", "b/communes.csv", "c/communes.csv"].into_iter();
        let files = named.clone().zip(parts);
        let several = run(files
            .map(|(name, rows)| csv(name, &format!("{HEAD}{}", rows.concat())))
            .collect());
        for (name, rows) in named.zip(parts) {
            for (row, line) in (2..).zip(rows) {
                let code = &line[..5];
                for (letter, column) in [('B', "name"), ('C', "poor_2021"), ('D', "poor_2022")] {
                    assert_eq!(
                        several.get("communes", code, column),
                        one.get("communes", code, column)
                    );
                    assert_eq!(
                        several.places("communes", code, column),
                        [format!("{name}!{letter}{row}")]
                    );
                }
            }
        }
    }
}

#[test]
fn a_column_that_only_a_later_sheet_has_is_absent_in_the_first_rows() {
    let outcome = run(vec![
        csv(
            "a/communes.csv",
            "code,name\n25294,Lộc Thành\n25276,Lộc Thạnh\n",
        ),
        csv(
            "b/communes.csv",
            "code,name,poor_2022\n25195,Tân Phú,1\n25270,Lộc Ninh,2\n",
        ),
        csv("c/communes.csv", "code,poor_2022\n25294,5\n"),
    ]);
    let poor = |code| outcome.get("communes", code, "poor_2022");
    assert_eq!(
        ["25294", "25276", "25195", "25270"].map(poor),
        ["5", "!NoRow", "1", "2"]
    );
    assert_eq!(
        outcome.places("communes", "25294", "poor_2022"),
        ["c/communes.csv!B2"]
    );
    assert_eq!(
        outcome.places("communes", "25270", "poor_2022"),
        ["b/communes.csv!C3"]
    );
}
