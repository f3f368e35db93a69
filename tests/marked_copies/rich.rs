//! A commune workbook with everything that offices put in, and hostile texts; the figures are made up.
//!
//! In: nothing. Out: its bytes, and the smallest of pictures.

use rust_xlsxwriter::{
    Chart, ChartType, Color, ConditionalFormatCell, ConditionalFormatCellRule, DataValidation,
    DataValidationRule, DocProperties, ExcelDateTime, Format, FormatBorder, Formula, Image, Note,
    Table, Url, Workbook, Worksheet,
};

/// A picture of one point.
const PICTURE: &[u8] = &[
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 0,
    1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1f, 0x15, 0xc4, 0x89, 0, 0, 0, 0x0d, 0x49, 0x44, 0x41, 0x54,
    0x78, 0x9c, 0x63, 0xf8, 0xcf, 0xc0, 0xf0, 0x1f, 0, 5, 0, 1, 0xff, 0x89, 0x99, 0x3d, 0x1d, 0, 0,
    0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
];

/// The sheet with the data; its name has to be quoted in links.
pub(crate) const DATA: &str = "Cấp xã";
pub(crate) const OTHER: &str = "Sheet 'ẩn' của kế toán, tên dài";

/// Letters that XML cannot hold, ends of what XML brackets, formulas, what Excel takes for codes of letters, and very much text.
pub(crate) fn hostile() -> Vec<String> {
    vec![
        "]]><x/>&amp;\u{1}\u{b}_x0041_".to_owned(),
        "=HYPERLINK(\"http://x\")".to_owned(),
        "@SUM(1)".to_owned(),
        "12a ".repeat(8_000),
    ]
}

pub(crate) fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let day = ExcelDateTime::from_ymd(2025, 11, 1).expect("a day");
    book.set_properties(&DocProperties::new().set_creation_datetime(&day));
    communes(book.add_worksheet());
    let hidden = book.add_worksheet();
    hidden.set_name(OTHER).expect("a name").set_hidden(true);
    hidden
        .write_string(0, 0, "Ghi chú nội bộ")
        .expect("written");
    hidden
        .insert_note(0, 0, &Note::new("của kế toán"))
        .expect("a note");
    drawings(book.add_worksheet());
    book.define_name("Nam_xet", "='Cấp xã'!$D$3")
        .expect("a name");
    book.define_name("'Cấp xã'!Vung", "='Cấp xã'!$A$4:$N$8")
        .expect("a name");
    book.save_to_buffer().expect("a workbook")
}

fn communes(page: &mut Worksheet) {
    page.set_name(DATA).expect("a name");
    let title = Format::new().set_bold();
    let number = Format::new()
        .set_num_format("#,##0")
        .set_border(FormatBorder::Thin);
    let filled = Format::new().set_background_color(Color::RGB(0x00DD_EEFF));
    page.merge_range(0, 0, 0, 9, "BIỂU TỔNG HỢP HỘ NGHÈO", &title)
        .expect("a title");
    let series = ["households", "poor", "near_poor"];
    let years = series
        .iter()
        .flat_map(|name| (2021..=2025).map(move |year| format!("{name}_{year}")));
    let heads = ["code", "name"].map(str::to_owned).into_iter().chain(years);
    for (column, head) in (0..).zip(heads) {
        page.write_string(2, column, head).expect("written");
    }
    let units = [
        ("25294", "Lộc Thành"),
        ("25297", "Lộc Thái"),
        ("25270", "Lộc Ninh"),
        ("25273", "Lộc Hòa"),
    ];
    for (row, (code, name)) in (3_u32..).zip(units) {
        page.write_string(row, 0, code).expect("written");
        page.write_string(row, 1, name).expect("written");
        for column in 2..17_u16 {
            let of_series = (column - 2) / 5;
            let value = [2_000, 100, 60][usize::from(of_series)] - 10 * i32::from((column - 2) % 5);
            page.write_number_with_format(row, column, value, &number)
                .expect("written");
        }
    }
    page.write_formula(4, 7, Formula::new("=50+50").set_result("100"))
        .expect("written");
    for (at, text) in (0_u32..).zip(hostile()) {
        page.write_string_with_format(3 + at, 8, text, &filled)
            .expect("written");
    }
    // One fact that is missing has a formatted cell, one has none at all.
    page.clear_cell(3, 2);
    page.write_blank(5, 2, &number).expect("written");
    page.insert_note(
        3,
        8,
        &Note::new("Nhờ phòng Lao động xem giúp.").set_author("Văn thư"),
    )
    .expect("a note");
    page.insert_note(
        4,
        1,
        &Note::new("Tên cũ: xem quyết định.").set_author("Văn thư"),
    )
    .expect("a note");
    let rule = ConditionalFormatCell::new()
        .set_rule(ConditionalFormatCellRule::GreaterThan(90))
        .set_format(Format::new().set_font_color(Color::Red));
    page.add_conditional_format(3, 7, 6, 11, &rule)
        .expect("a format");
    let whole = DataValidation::new().allow_whole_number(DataValidationRule::GreaterThan(-1));
    page.add_data_validation(3, 2, 6, 16, &whole)
        .expect("a validation");
    page.write_url(9, 0, Url::new("https://example.org/").set_text("Hướng dẫn"))
        .expect("a link");
    page.set_freeze_panes(3, 2).expect("frozen");
    page.protect_with_password("x");
    page.insert_image(11, 1, &Image::new_from_buffer(PICTURE).expect("a picture"))
        .expect("a picture");
}

fn drawings(page: &mut Worksheet) {
    page.set_name("Biểu đồ").expect("a name");
    let mut chart = Chart::new(ChartType::Column);
    chart.add_series().set_values("='Cấp xã'!$H$4:$L$4");
    page.insert_chart(0, 3, &chart).expect("a chart");
    page.write_string(0, 0, "Năm").expect("written");
    page.write_string(1, 0, "x").expect("written");
    page.add_table(0, 0, 1, 1, &Table::new()).expect("a table");
}
