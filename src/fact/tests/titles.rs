//! What titles and names say of the year of a sheet, and of what its figures are.

use super::*;

/// A sheet with that name under that title, in a file of that name: its poor households by year, or the findings.
fn read_as(file: &str, sheet: &str, titles: &str, header: &str) -> Outcome {
    run(vec![workbook(file, |book| {
        let text = format!("{titles}\n\nMã|Tên|Mã huyện|{header}\n25294|Lộc Thành|692|100");
        fill(book, sheet, &text);
    })])
}

/// The year that poor households are taken to be of, or what is said instead.
fn year_in(file: &str, sheet: &str, titles: &str) -> String {
    let outcome = read_as(file, sheet, titles, "Hộ nghèo");
    let errors = outcome.errors();
    if !errors.is_empty() {
        return errors[0].split(' ').next().unwrap_or_default().to_owned();
    }
    let years: Vec<String> = (2015..2030)
        .filter(|year| outcome.get("communes", "25294", &format!("poor_{year}")) == "100")
        .map(|year| year.to_string())
        .collect();
    years.join(" ")
}

#[test]
fn the_beginning_of_a_year_is_the_end_of_the_one_before_in_titles_and_names_too() {
    for (file, sheet, title, expected) in [
        ("x.xlsx", "Sheet1", "HỘ NGHÈO ĐẦU NĂM 2022", "2021"),
        ("x.xlsx", "Sheet1", "HỘ NGHÈO ĐẦU NĂM|Năm 2022", "2021"),
        ("x.xlsx", "Sheet1", "HỘ NGHÈO CUỐI NĂM 2022", "2022"),
        ("x.xlsx", "Đầu 2022", "HỘ NGHÈO", "2021"),
        ("ho ngheo dau nam 2022.xlsx", "Sheet1", "HỘ NGHÈO", "2021"),
        ("ho_ngheo_dau_nam_2022.xlsx", "Sheet1", "HỘ NGHÈO", "2021"),
        // The sheet's name says only the year, or the one that the beginning of the next one is the end of.
        ("x.xlsx", "2022", "HỘ NGHÈO ĐẦU NĂM 2022", "2021"),
        ("x.xlsx", "2021", "HỘ NGHÈO ĐẦU NĂM 2022", "2021"),
        (
            "x.xlsx",
            "Đầu năm",
            "HỘ NGHÈO CUỐI NĂM 2022",
            "fact/year-doubt",
        ),
    ] {
        assert_eq!(
            year_in(file, sheet, title),
            expected,
            "{file} {sheet} {title}"
        );
    }
    let own = read_as(
        "x.xlsx",
        "Sheet1",
        "HỘ NGHÈO ĐẦU NĂM 2022",
        "Số hộ nghèo đầu năm",
    );
    assert_eq!(own.get("communes", "25294", "poor_2021"), "100");
}

#[test]
fn a_year_of_plans_estimates_and_parts_of_it_is_not_taken() {
    for title in [
        "KẾT QUẢ 6 THÁNG ĐẦU NĂM 2022",
        "BÁO CÁO KẾT QUẢ SÁU THÁNG|NĂM 2022",
        "DỰ KIẾN HỘ NGHÈO NĂM 2022",
        "HỘ NGHÈO NĂM 2022 (SƠ BỘ)",
        "ƯỚC THỰC HIỆN NĂM 2022",
        "HỘ NGHÈO NĂM 2022 (ước)",
        "KẾ HOẠCH GIẢM NGHÈO NĂM 2022",
        "KẾ HOẠCH THỰC HIỆN GIẢM NGHÈO NĂM 2022",
        "HỘ NGHÈO PHỤC VỤ KẾ HOẠCH GIẢM NGHÈO NĂM 2022",
        "CHỈ TIÊU GIẢM NGHÈO NĂM 2022",
        "CHỈ TIÊU GIẢM NGHÈO|Năm 2022",
        "KH 2022",
        "TỔNG HỢP HỘ NGHÈO QUÝ I NĂM 2022",
        "TỔNG HỢP HỘ NGHÈO TRƯỚC NĂM 2022",
        "HỘ NGHÈO TÍNH ĐẾN 30/6/2022",
        "HỘ NGHÈO ĐẾN THÁNG 6/2022",
        "HỘ NGHÈO TỪ ĐẦU NĂM 2022",
    ] {
        // Each title line in a row of its own, and a file that would give the year.
        let lines = title.replace('|', "\n");
        assert_eq!(
            year_in("x.xlsx", "Sheet1", &lines),
            "fact/year-doubt",
            "{title}"
        );
        assert_eq!(
            year_in("ngheo 2022.xlsx", "Sheet1", &lines),
            "fact/year-doubt",
            "{title}"
        );
        assert_eq!(
            year_in("x.xlsx", "2022", &lines),
            "fact/year-doubt",
            "{title}"
        );
        let own = read_as("x.xlsx", "Sheet1", &lines, "Hộ nghèo 2022");
        assert_eq!(own.get("communes", "25294", "poor_2022"), "100", "{title}");
    }
    for (file, sheet) in [
        ("x.xlsx", "KH 2022"),
        ("x.xlsx", "6T 2022"),
        ("du-kien 2022.xlsx", "Sheet1"),
        ("ke_hoach_2022.xlsx", "Sheet1"),
        ("6 thang 2022.xlsx", "Sheet1"),
        ("ho ngheo quy 2 nam 2022.xlsx", "Sheet1"),
    ] {
        assert_eq!(
            year_in(file, sheet, "HỘ NGHÈO"),
            "fact/year-doubt",
            "{file} {sheet}"
        );
    }
    assert_eq!(
        year_in("x.xlsx", "Dự kiến", "HỘ NGHÈO NĂM 2022"),
        "fact/year-doubt"
    );
    assert_eq!(
        year_in("ke hoach 2022.xlsx", "Sheet1", "HỘ NGHÈO NĂM 2022"),
        "fact/year-doubt"
    );
}

#[test]
fn words_of_plans_are_innocent_where_they_speak_of_results_papers_or_offices() {
    for title in [
        "HỘ NGHÈO NĂM 2022\n(Kèm theo Kế hoạch số 123/KH-UBND ngày 05/01/2023 của UBND huyện)",
        "HỘ NGHÈO NĂM 2022\n(Kèm theo Kế hoạch giảm nghèo năm 2023)",
        "HỘ NGHÈO NĂM 2022\n(Kèm theo Báo cáo số 125/BC-UBND ngày 05 tháng 01 năm 2023)",
        "KẾT QUẢ THỰC HIỆN CHỈ TIÊU GIẢM NGHÈO NĂM 2022",
        "KẾT QUẢ THỰC HIỆN CÁC MỤC TIÊU, CHỈ TIÊU GIẢM NGHÈO NĂM 2022",
        "BÁO CÁO TÌNH HÌNH THỰC HIỆN\nKẾ HOẠCH GIẢM NGHÈO NĂM 2022",
        "THỰC HIỆN KẾ HOẠCH GIẢM NGHÈO NĂM 2022",
        "PHÒNG TÀI CHÍNH - KẾ HOẠCH\nHỘ NGHÈO NĂM 2022",
        "CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA GIẢM NGHÈO BỀN VỮNG\nHỘ NGHÈO NĂM 2022",
        "HỘ NGHÈO NĂM 2022\n(theo quy ước của thôn)",
        "Báo cáo cuối năm 2022",
        "HỘ NGHÈO TÍNH ĐẾN 31/12/2022",
        "HỘ NGHÈO TÍNH ĐẾN NGÀY 31 THÁNG 12 NĂM 2022",
    ] {
        assert_eq!(year_in("x.xlsx", "Sheet1", title), "2022", "{title}");
    }
    let named = year_in(
        "Kem ke hoach 2022.xlsx",
        "Sheet1",
        "KẾT QUẢ HỘ NGHÈO NĂM 2022",
    );
    assert_eq!(named, "2022");
    let span = "HỘ NGHÈO THEO CHUẨN NGHÈO GIAI ĐOẠN 2021-2025";
    assert_eq!(year_in("x.xlsx", "2022", span), "2022");
    assert_eq!(
        year_in("BC 125-2022.xlsx", "Sheet1", "HỘ NGHÈO"),
        "fact/year-missing"
    );
}

#[test]
fn two_years_are_refused_or_said() {
    let title = "HỘ NGHÈO NĂM 2021";
    assert_eq!(year_in("x.xlsx", "2022", title), "fact/years-differ");
    assert_eq!(year_in("2022.xlsx", "Sheet1", title), "2021");
    let outcome = read_as("ngheo-2022.xlsx", "Sheet1", title, "Hộ nghèo");
    let warnings = outcome.found(Severity::Warning);
    assert_eq!(warnings, ["fact/file-year-differs ngheo-2022.xlsx!Sheet1"]);
    let agreeing = read_as("ngheo-2021.xlsx", "2021", title, "Hộ nghèo");
    assert!(agreeing.found(Severity::Warning).is_empty());
    let dated = read_as("gui 2022-01-05.xlsx", "Sheet1", title, "Hộ nghèo");
    assert!(dated.found(Severity::Warning).is_empty());
    let several = "HỘ NGHÈO CUỐI NĂM 2022 THEO CHUẨN NGHÈO 2021-2025";
    assert_eq!(year_in("x.xlsx", "Sheet1", several), "fact/several-years");
}

#[test]
fn what_stands_in_the_place_of_years_is_quoted() {
    let outcome = run(vec![workbook("x.xlsx", |book| {
        let text =
            "Mã|Tên|Hộ nghèo||Tổng số hộ\n||TH 2021|TH 2022|TH 2021\n25294|Lộc Thành|100|49|900";
        let sheet = fill(book, "Cấp xã", text);
        for (column, header) in [(0, "Mã"), (1, "Tên")] {
            let format = rust_xlsxwriter::Format::new();
            sheet
                .merge_range(0, column, 1, column, header, &format)
                .unwrap();
        }
        let format = rust_xlsxwriter::Format::new();
        sheet.merge_range(0, 2, 0, 3, "Hộ nghèo", &format).unwrap();
    })]);
    let found = outcome
        .findings
        .iter()
        .find(|d| d.code == "fact/sub-header");
    let found = found.unwrap_or_else(|| panic!("{:?}", outcome.errors()));
    let quoted = ["TH 2021", "TH 2022"].map(str::to_owned).to_vec();
    assert_eq!(found.argument("headings"), Some(&Argument::from(quoted)));
}

#[test]
fn a_title_of_some_households_is_refused_over_headers_that_say_nothing_of_it() {
    let refused = |title: &str, header: &str| {
        let outcome = read_as("x.xlsx", "Sheet1", title, header);
        outcome.errors() == ["fact/title-of-some x.xlsx!Sheet1"]
    };
    assert!(refused("HỘ NGHÈO DÂN TỘC THIỂU SỐ NĂM 2022", "Hộ nghèo"));
    assert!(refused("HỘ NGHÈO\nDÂN TỘC THIỂU SỐ NĂM 2022", "Hộ nghèo"));
    assert!(refused("HỘ NGHÈO THOÁT NGHÈO", "Số hộ nghèo 2022"));
    assert!(!refused(
        "HỘ NGHÈO DÂN TỘC THIỂU SỐ",
        "Hộ nghèo 2022|Hộ nghèo DTTS 2022"
    ));
    assert!(!refused("HỘ NGHÈO DÂN TỘC THIỂU SỐ", "Tổng số hộ 2022"));
    assert!(!refused(
        "HỘ NGHÈO, HỘ NGHÈO DTTS, HỘ CẬN NGHÈO",
        "Hộ nghèo 2022"
    ));
}

#[test]
fn a_unit_of_the_whole_table_that_no_column_has_is_refused() {
    let errors = |titles: &str, header: &str| read_as("x.xlsx", "Sheet1", titles, header).errors();
    let refused = ["fact/other-unit x.xlsx!Sheet1"];
    assert_eq!(errors("Đơn vị tính: %", "Hộ nghèo 2022"), refused);
    assert_eq!(errors("TỶ LỆ HỘ NGHÈO\n(ĐVT: %)", "Hộ nghèo 2022"), refused);
    assert_eq!(errors("ĐVT: người", "Hộ nghèo 2022"), refused);
    for (titles, header) in [
        ("ĐVT: hộ", "Hộ nghèo 2022"),
        ("ĐVT: hộ, %", "Hộ nghèo 2022"),
        ("ĐVT: nghìn", "Hộ nghèo 2022"),
        ("ĐVT: %", "Hộ nghèo (hộ) 2022"),
        ("ĐVT: %", "Hộ nghèo 2022|Tỷ lệ giảm (%)"),
        ("ĐVT: người", "Hộ nghèo 2022|Số khẩu nghèo"),
    ] {
        assert_eq!(errors(titles, header), [""; 0], "{titles} {header}");
    }
}

#[test]
fn a_sheet_of_years_that_no_rule_reads_is_said() {
    let warnings = |titles: &str, header: &str| {
        read_as("x.xlsx", "Sheet1", titles, header).found(Severity::Warning)
    };
    let said = ["fact/years-unused x.xlsx!Sheet1"];
    assert_eq!(warnings("HỘ NGHÈO NĂM 2019", "Hộ nghèo"), said);
    assert_eq!(warnings("HỘ NGHÈO", "Hộ nghèo 2019|Hộ nghèo 2018"), said);
    assert_eq!(warnings("HỘ NGHÈO", "Hộ nghèo 2019|Hộ nghèo 2021"), [""; 0]);
}
