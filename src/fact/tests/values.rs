//! Cells of every type: what they mean, and what is refused with which problem.

use super::*;

/// The fact that a text gives in that column of `things`, and the code of the error if there is one.
fn value(column: &str, text: &str) -> String {
    value_under(column, column, text)
}

fn value_under(column: &str, header: &str, text: &str) -> String {
    // With one more column, so that a separator in the cell does not decide how the file is cut.
    let outcome = run(vec![csv(
        "things.csv",
        &format!("code\t{header}\n001\t{text}\n"),
    )]);
    let fact = outcome.get("things", "001", column);
    match outcome.errors().first() {
        Some(error) => format!("{fact} {}", error.split(' ').next().unwrap()),
        None => fact,
    }
}

#[track_caller]
fn check(column: &str, cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(value(column, text), *expected, "{column}: {text:?}");
    }
}

#[test]
fn whole_numbers_have_thousands_only() {
    check(
        "count",
        &[
            ("1234", "1234"),
            ("1.234", "1234"),
            ("1,234", "1234"),
            ("1 234", "1234"),
            ("1.234.567", "1234567"),
            ("0", "0"),
            ("", "!Empty"),
            ("1,5", "!Unreadable fact/fraction"),
            ("-3", "!Unreadable fact/negative"),
            ("12a", "!Unreadable fact/not-a-number"),
            ("-", "!Unreadable fact/not-a-number"),
            ("x", "!Unreadable fact/not-a-number"),
            ("50%", "!Unreadable fact/percent-in-number"),
            ("31/12/2022", "!Unreadable fact/not-a-number"),
        ],
    );
}

#[test]
fn a_text_with_two_readings_is_refused_where_fractions_are_possible() {
    check(
        "pure",
        &[
            ("1.234", "!Unreadable fact/two-readings"),
            ("1,234", "!Unreadable fact/two-readings"),
            ("1.234,5", "1234.5"),
            ("1,234.5", "1234.5"),
            ("0,125", "0.125"),
            ("-10", "-10"),
            ("-10,5", "!Unreadable fact/below-minimum"),
        ],
    );
}

#[test]
fn money_takes_scale_words_and_is_whole() {
    check(
        "money",
        &[
            ("100 triệu", "100000000"),
            ("1,2 tỷ", "1200000000"),
            ("100.000.000", "100000000"),
            ("500.000 đồng", "500000"),
            ("1,5", "!Unreadable fact/fraction"),
            ("-1", "!Unreadable fact/negative"),
            ("nhiều", "!Unreadable fact/not-a-number"),
        ],
    );
}

#[test]
fn a_header_unit_scales_and_says_so() {
    assert_eq!(
        value_under("money", "Kinh phí (triệu đồng)", "100"),
        "100000000"
    );
    assert_eq!(
        value_under("money", "Kinh phí (1.000 đồng)", "1.234"),
        "!Unreadable fact/two-readings"
    );
    assert_eq!(
        value_under("money", "Kinh phí (triệu đồng)", "12,5"),
        "12500000"
    );
    assert_eq!(
        value_under("money", "Kinh phí (triệu đồng)", "100 triệu"),
        "!Unreadable fact/scaled-twice"
    );
    assert_eq!(value_under("money", "Kinh phí (đồng)", "100"), "100");
    assert_eq!(value_under("count", "Số hộ (hộ)", "100"), "100");
    assert_eq!(value_under("count", "Số hộ (nghìn hộ)", "1,5"), "1500");
    let outcome = run(vec![csv(
        "things.csv",
        "ĐVT: triệu đồng\ncode,money,count\n001,3,5\n",
    )]);
    assert_eq!(outcome.get("things", "001", "money"), "3000000");
    assert_eq!(outcome.get("things", "001", "count"), "5");
    assert_eq!(outcome.found(Severity::Note), ["fact/scaled things.csv"]);
    assert_eq!(outcome.account(0, 0), "1 used, title [1], header [2]");
}

#[test]
fn a_header_whose_unit_cannot_be_the_columns_is_another_header() {
    for header in [
        "Số hộ (%)",
        "Số hộ (người)",
        "Số hộ (triệu đồng)",
        "Số hộ (dân tộc)",
    ] {
        let outcome = run(vec![csv(
            "things.csv",
            &format!("code,{header},flag\n001,5,x\n"),
        )]);
        assert_eq!(
            outcome.get("things", "001", "count"),
            "!NoColumn",
            "{header}"
        );
        assert_eq!(
            outcome.found(Severity::Warning),
            ["fact/extra-columns things.csv"],
            "{header}"
        );
    }
}

#[test]
fn percents_end_in_a_sign_or_stand_under_one() {
    check(
        "percent",
        &[
            ("50%", "0.5"),
            ("1,34 %", "0.0134"),
            ("0%", "0"),
            ("101%", "!Unreadable fact/above-100-percent"),
            ("-1%", "!Unreadable fact/negative"),
        ],
    );
    assert_eq!(value_under("percent", "Tỷ lệ (%)", "0,5"), "0.005");
    assert_eq!(value_under("percent", "Tỷ lệ %", "0,5"), "0.005");
    assert_eq!(value_under("percent", "Tỷ lệ (điểm %)", "0,5"), "0.005");
    assert_eq!(value_under("percent", "Tỷ lệ (%)", "1.234"), "0.01234");
    assert_eq!(
        value_under("percent", "Tỷ lệ (%)", "120"),
        "!Unreadable fact/above-100-percent"
    );
}

#[test]
fn bare_percents_are_settled_by_their_column() {
    let some = run(vec![csv(
        "things.csv",
        "code;percent\n001;0,5\n002;1,5\n003;0\n004;50%\n",
    )]);
    let facts = ["001", "002", "003", "004"].map(|code| some.get("things", code, "percent"));
    assert_eq!(facts, ["0.005", "0.015", "0", "0.5"]);
    let none = run(vec![csv(
        "things.csv",
        "code;percent\n001;0,5\n002;0,25\n003;0\n004;50%\n",
    )]);
    let facts = ["001", "002", "003", "004"].map(|code| none.get("things", code, "percent"));
    assert_eq!(facts, ["!Unreadable", "!Unreadable", "0", "0.5"]);
    assert_eq!(none.errors(), ["fact/percent-scale things.csv!B2"]);
    let finding = none
        .findings
        .iter()
        .find(|d| d.code == "fact/percent-scale")
        .unwrap();
    assert_eq!(
        finding.argument("other_percent"),
        Some(&Number::from(50).into())
    );
    assert_eq!(finding.argument("cells"), Some(&2_u64.into()));
}

#[test]
fn a_workbooks_percent_format_is_taken_as_it_is() {
    let outcome = run(vec![workbook("things.xlsx", |book| {
        let percent = rust_xlsxwriter::Format::new().set_num_format("0.00%");
        let sheet = fill(book, "Mọi thứ", "code|percent|count\n001|0|7");
        sheet.write_string(1, 0, "001").unwrap();
        sheet
            .write_number_with_format(1, 1, 0.0134, &percent)
            .unwrap();
        sheet.write_string(2, 0, "002").unwrap();
        sheet.write_number_with_format(2, 1, 1.5, &percent).unwrap();
        sheet.write_number_with_format(2, 2, 0.5, &percent).unwrap();
    })]);
    assert_eq!(outcome.get("things", "001", "percent"), "0.0134");
    assert_eq!(outcome.get("things", "002", "percent"), "!Unreadable");
    assert_eq!(
        outcome.errors(),
        [
            "fact/percent-in-number things.xlsx!Mọi thứ!C3",
            "fact/above-100-percent things.xlsx!Mọi thứ!B3"
        ][..]
            .iter()
            .rev()
            .cloned()
            .collect::<Vec<_>>()
    );
}

#[test]
fn yes_and_no_in_the_words_of_offices() {
    let yes = [
        "có",
        "Có",
        "CÓ",
        "đạt",
        "x",
        "X",
        "yes",
        "true",
        "đúng",
        "co\u{301}",
    ];
    check("flag", &yes.map(|text| (text, "yes")));
    check(
        "flag",
        &["không", "Không đạt", "no", "false", "sai"].map(|text| (text, "no")),
    );
    check(
        "flag",
        &[
            ("1", "!Unreadable fact/not-yes-no"),
            ("0", "!Unreadable fact/not-yes-no"),
            ("co", "!Unreadable fact/not-yes-no"),
            ("", "!Empty"),
        ],
    );
}

#[test]
fn text_days_are_day_month_year() {
    check(
        "day",
        &[
            ("31/12/2022", "2022-12-31"),
            ("1/2/2023", "2023-02-01"),
            ("31-12-2022", "2022-12-31"),
            ("31.12.2022", "2022-12-31"),
            ("2022-12-31", "2022-12-31"),
            ("12/31/2022", "!Unreadable fact/no-such-day"),
            ("29/02/2023", "!Unreadable fact/no-such-day"),
            ("1/2/23", "!Unreadable fact/short-year"),
            ("2022/12/31", "!Unreadable fact/not-a-date"),
            ("45306", "!Unreadable fact/not-a-date"),
            ("01/01/0026", "!Unreadable fact/year-outside"),
            ("31/12", "!Unreadable fact/not-a-date"),
        ],
    );
}

#[test]
fn years_lie_between_1900_and_2200() {
    check(
        "year",
        &[
            ("2022", "2022"),
            ("Năm 2022", "2022"),
            ("1899", "!Unreadable fact/not-a-year"),
            ("22", "!Unreadable fact/not-a-year"),
            ("2022,5", "!Unreadable fact/not-a-year"),
        ],
    );
}

#[test]
fn terms_are_known_by_code_or_name() {
    check(
        "level",
        &[
            ("HTNV", "#0"),
            ("httnv", "#1"),
            ("Hoàn thành  tốt nhiệm vụ", "#1"),
            ("tốt", "#1"),
            ("HTTNNV", "!Unreadable fact/misspelt-term"),
            (
                "Trong sạch vững mạnh tiêu biểu",
                "!Unreadable fact/unknown-term",
            ),
            ("chưa đánh giá", "!Unreadable fact/unknown-term"),
        ],
    );
}

#[test]
fn declared_spellings_of_nothing_are_empty() {
    check(
        "dashed",
        &[
            ("-", "!Empty"),
            ("chưa", "!Empty"),
            ("--", "!Unreadable fact/not-a-number"),
            ("3", "3"),
        ],
    );
}

#[test]
fn codes_keep_their_zeros_and_their_width() {
    let outcome = run(vec![csv("things.csv", "code,count\n001,1\n02,2\n0003,3\n")]);
    assert_eq!(outcome.get("things", "001", "count"), "1");
    assert_eq!(
        outcome.errors(),
        ["fact/width things.csv!A3", "fact/width things.csv!A4"]
    );
    assert_eq!(outcome.account(0, 0), "1 used, header [1], no_key [3, 4]");
}

#[test]
fn stored_numbers_become_codes_by_their_digits() {
    let outcome = run(vec![workbook("x.xlsx", |book| {
        fill(
            book,
            "Thôn, ấp",
            "code|name|poor_2021\n2519501|Ấp 1|3\n1.5|Ấp 2|4\n1e17|Ấp 3|5",
        );
    })]);
    assert_eq!(outcome.get("hamlets", "2519501", "poor_2021"), "3");
    assert_eq!(
        outcome.errors(),
        [
            "fact/not-a-code x.xlsx!Thôn, ấp!A3",
            "fact/long-code x.xlsx!Thôn, ấp!A4"
        ]
    );
}

#[test]
fn decomposed_codes_and_names_are_composed() {
    let outcome = run(vec![csv(
        "hamlets.csv",
        "code,name,poor_2021\nA\u{302}1,A\u{302}\u{301}p Mo\u{302}\u{323}t,1\n",
    )]);
    assert_eq!(outcome.get("hamlets", "Â1", "name"), "Ấp Một");
}

#[test]
fn error_cells_make_their_fact_missing() {
    let outcome = run(vec![workbook("x.xlsx", |book| {
        let sheet = fill(book, "Thôn, ấp", "code|poor_2021|poor_2022\nA1|3|4");
        sheet
            .write_formula(
                1,
                1,
                rust_xlsxwriter::Formula::new("=1/0").set_result("#DIV/0!"),
            )
            .unwrap();
    })]);
    assert_eq!(outcome.get("hamlets", "A1", "poor_2021"), "!Unreadable");
    assert_eq!(outcome.get("hamlets", "A1", "poor_2022"), "4");
}

#[test]
fn a_stored_float_is_what_the_spreadsheet_shows() {
    let outcome = run(vec![workbook("x.xlsx", |book| {
        let sheet = fill(book, "Mọi thứ", "code|pure\n");
        sheet.write_string(1, 0, "001").unwrap();
        sheet.write_number(1, 1, 49.199999999999996).unwrap();
    })]);
    assert_eq!(outcome.get("things", "001", "pure"), "49.2");
    assert_eq!(
        outcome.found(Severity::Note),
        ["fact/more-digits x.xlsx!Mọi thứ"]
    );
}

/// A workbook of things; each row has a code and a cell in that column.
fn things(column: &str, fill: impl Fn(&mut Worksheet)) -> Outcome {
    run(vec![workbook("x.xlsx", |book| {
        let sheet = book.add_worksheet().set_name("Mọi thứ").unwrap();
        sheet.write_string(0, 0, "code").unwrap();
        sheet.write_string(0, 1, column).unwrap();
        fill(sheet);
    })])
}

#[test]
fn days_that_an_english_excel_may_have_turned_are_doubted() {
    let day = rust_xlsxwriter::Format::new().set_num_format("dd/mm/yyyy");
    let write = |sheet: &mut Worksheet, cells: &[&str]| {
        for (row, cell) in (1_u32..).zip(cells) {
            sheet.write_string(row, 0, format!("{row:03}")).unwrap();
            match cell.strip_prefix('=') {
                Some(real) => {
                    let real = rust_xlsxwriter::ExcelDateTime::parse_from_str(real).unwrap();
                    sheet.write_with_format(row, 1, real, &day).unwrap();
                }
                None => drop(sheet.write_string(row, 1, *cell).unwrap()),
            }
        }
    };
    let doubt = |cells: &[&str]| {
        let outcome = things("day", |sheet| write(sheet, cells));
        let found = outcome.findings.iter();
        let doubts = found.filter(|finding| finding.code == "fact/day-month-doubt");
        let places = doubts.flat_map(|finding| finding.places.iter().map(ToString::to_string));
        (places.collect::<Vec<String>>().join(" "), outcome)
    };
    // Typed as 31/12, 1/2 and 25/11: only the second was a day to a program that reads the month first.
    let (places, outcome) = doubt(&["31/12/2022", "=2023-01-02", "25/11/2022", "=2023-05-05"]);
    assert_eq!(places, "x.xlsx!Mọi thứ!B3");
    assert_eq!(outcome.get("things", "002", "day"), "2023-01-02");
    let warned = outcome.found(Severity::Warning);
    assert_eq!(warned, ["fact/day-month-doubt x.xlsx!Mọi thứ!B3"]);
    let finding = outcome
        .findings
        .iter()
        .find(|d| d.code == "fact/day-month-doubt");
    let said = finding.and_then(|finding| finding.argument("other"));
    assert_eq!(said, Some(&"01/02/2023".into()));
    // A text with a small day beside real days.
    let (places, _) = doubt(&["3/4/2022", "=2023-01-20"]);
    assert_eq!(places, "x.xlsx!Mọi thứ!B2");
    for sure in [
        &["31/12/2022", "1/2/2023"][..],
        &["=2022-12-31", "=2023-01-02"],
        &["2022-03-04", "=2023-01-02"],
        &["31/12/2022", "=2023-01-20"],
    ] {
        assert_eq!(doubt(sure).0, "", "{sure:?}");
    }
}

#[test]
fn codes_stored_as_numbers_get_their_zeros_back_by_width_or_format() {
    let five = rust_xlsxwriter::Format::new().set_num_format("00000");
    let outcome = things("count", |sheet| {
        sheet.write_number(1, 0, 7).unwrap();
        sheet.write_number(1, 1, 1).unwrap();
        sheet.write_string(2, 0, "7").unwrap();
        sheet.write_number(2, 1, 1).unwrap();
        sheet.write_number(3, 0, 1234).unwrap();
        sheet.write_number(3, 1, 1).unwrap();
    });
    assert_eq!(outcome.get("things", "007", "count"), "1");
    assert_eq!(
        outcome.errors(),
        [
            "fact/width x.xlsx!Mọi thứ!A3",
            "fact/width x.xlsx!Mọi thứ!A4"
        ]
    );
    assert_eq!(
        outcome.found(Severity::Note).pop().unwrap(),
        "fact/padded x.xlsx!Mọi thứ"
    );
    let outcome = run(vec![workbook("x.xlsx", |book| {
        let sheet = fill(book, "Thôn, ấp", "code|poor_2021\n1|3\n12345|4");
        sheet.write_number_with_format(1, 0, 123, &five).unwrap();
        sheet.write_number_with_format(2, 1, 4, &five).unwrap();
    })]);
    assert_eq!(outcome.get("hamlets", "00123", "poor_2021"), "3");
    assert_eq!(outcome.get("hamlets", "12345", "poor_2021"), "4");
    assert_eq!(outcome.errors(), Vec::<String>::new());
}

#[test]
fn a_number_beside_codes_that_begin_with_0_may_have_lost_its_own() {
    let outcome = run(vec![workbook("x.xlsx", |book| {
        let sheet = fill(
            book,
            "Thôn, ấp",
            "code|commune|poor_2021\n301234567|25294|3\n3801234567|294|4\nx|00294|5",
        );
        sheet.write_string(3, 0, "0301234567").unwrap();
        sheet.write_string(3, 1, "00294").unwrap();
    })]);
    assert_eq!(
        outcome.get("hamlets", "301234567", "poor_2021"),
        "!no such row"
    );
    assert_eq!(
        outcome.get("hamlets", "3801234567", "commune"),
        "!Unreadable"
    );
    assert_eq!(outcome.get("hamlets", "0301234567", "poor_2021"), "5");
    assert_eq!(
        outcome.errors(),
        [
            "fact/leading-zero x.xlsx!Thôn, ấp!A2",
            "fact/leading-zero x.xlsx!Thôn, ấp!B3"
        ]
    );
    assert_eq!(outcome.account(0, 0), "2 used, header [1], no_key [2]");
}

#[test]
fn what_was_done_to_letters_and_formulas_is_said_of_the_sheet() {
    let named = |text: &str| table::open(Box::new(Cursor::new(text.as_bytes().to_vec())));
    let letters = "M· x·;Tªn ®¬n vÞ;Hé nghÌo 2021\n25294;Léc Thµnh;3\n25276;Léc Th¹nh;4\n";
    let outcome = run(vec![OpenedFile {
        name: "communes.csv".into(),
        source: named(&letters.replace("M· x·", "M· ®¬n vÞ")),
    }]);
    assert_eq!(outcome.get("communes", "25276", "name"), "Lộc Thạnh");
    assert_eq!(
        outcome.found(Severity::Note),
        ["table/converted communes.csv"]
    );
    let outcome = things("count", |sheet| {
        sheet.write_string(1, 0, "001").unwrap();
        let sum = rust_xlsxwriter::Formula::new("=1+1").set_result("2");
        sheet.write_formula(1, 1, sum).unwrap();
    });
    assert_eq!(outcome.get("things", "001", "count"), "2");
    assert_eq!(
        outcome.found(Severity::Note),
        ["table/formulas x.xlsx!Mọi thứ"]
    );
}
