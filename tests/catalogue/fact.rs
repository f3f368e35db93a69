//! Cells, columns, sheets and rows that could not be used, or of which somebody should know something.

use crate::data::{cell, cells, checked, folder, rows, sheet, xml_cells};
use crate::way::{Shows, Way};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};

pub(crate) fn ways() -> Vec<Way> {
    let mut ways = numbers();
    ways.extend(days());
    ways.extend(words());
    ways.extend(columns());
    ways.extend(headers());
    ways.extend(sheets());
    ways.extend(remarks());
    ways.extend(asked());
    ways.extend(names());
    ways.extend(units());
    ways.extend(joins());
    ways
}

fn numbers() -> Vec<Way> {
    let formula = |sheet: &mut Worksheet| {
        let result = Formula::new("=1/0").set_result("#DIV/0!");
        sheet.write_formula(1, 1, result).expect("written");
    };
    let percent = |sheet: &mut Worksheet| {
        let format = Format::new().set_num_format("0%");
        sheet
            .write_with_format(1, 1, 0.5, &format)
            .expect("written");
    };
    vec![
        cell("fact/not-a-number", "ho_ngheo", "12a"),
        cell("fact/two-readings", "diem", "1.234"),
        cell("fact/fraction", "ho_ngheo", "12,5"),
        cell("fact/negative", "ho_ngheo", "-3"),
        cell("fact/below-minimum", "diem", "-12,5"),
        cell("fact/scaled-twice", "Kinh phí (triệu đồng)", "100 triệu"),
        cells("fact/percent-in-number", "ma|ho_ngheo\n25294|50%", percent),
        cell("fact/above-100-percent", "ty_le", "150%"),
        cells("fact/error-cell", "ma|ho_ngheo\n25294|#DIV/0!", formula),
        xml_cells(
            "fact/formula-without-value",
            "ma|ho_ngheo\n25294|=SUM(C2:D2)",
            &xml("ho_ngheo", "<f>SUM(C2:D2)</f>"),
        ),
        xml_cells(
            "fact/not-finite",
            "ma|ho_ngheo\n25294|NaN",
            &xml("ho_ngheo", "<v>NaN</v>"),
        ),
    ]
}

/// A row with a code, and a cell of that content.
fn xml(column: &str, content: &str) -> String {
    let text = |cell: &str, text: &str| {
        format!("<c r=\"{cell}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
    };
    format!(
        "<row r=\"1\">{}{}</row><row r=\"2\">{}<c r=\"B2\">{content}</c></row>",
        text("A1", "ma"),
        text("B1", column),
        text("A2", "25294")
    )
}

fn days() -> Vec<Way> {
    let as_day = |value: f64| {
        move |sheet: &mut Worksheet| {
            let format = Format::new().set_num_format("dd/mm/yyyy");
            sheet
                .write_with_format(1, 1, value, &format)
                .expect("written");
        }
    };
    vec![
        cells("fact/no-day-number", "ma|ngay\n25294|-5", as_day(-5.0)),
        cells(
            "fact/day-in-number",
            "ma|ho_ngheo\n25294|14/07/1905",
            as_day(2022.0),
        ),
        cells("fact/number-in-date", "ma|ngay\n25294|44926", |_| {}),
        cell("fact/no-such-day", "ngay", "29/2/2023"),
        cell("fact/short-year", "ngay", "1/2/23"),
        cell("fact/year-outside", "ngay", "1/1/0026"),
        cell("fact/not-a-date", "ngay", "tháng 5"),
        cell("fact/not-a-year", "nam", "22"),
    ]
}

fn words() -> Vec<Way> {
    let as_text = |sheet: &mut Worksheet| {
        sheet.write_string(1, 1, "0695").expect("written");
    };
    vec![
        cell("fact/not-yes-no", "dat", "1"),
        cell("fact/unknown-term", "xep_loai", "Trung bình"),
        cell("fact/misspelt-term", "xep_loai", "Hoàn thành tôt"),
        cells("fact/not-a-code", "ma|huyen\n25294|695.5", |_| {}),
        rows("fact/width", "ma;ho_ngheo\n123;5\n"),
        cell("fact/scientific-code", "huyen", "3,8E+11"),
        cells(
            "fact/long-code",
            "ma|huyen\n25294|12345678901234567",
            |_| {},
        ),
        cells(
            "fact/leading-zero",
            "ma|huyen\n25294|0695\n25297|695",
            as_text,
        ),
    ]
}

fn columns() -> Vec<Way> {
    let turned = |sheet: &mut Worksheet| {
        let format = Format::new().set_num_format("dd/mm/yyyy");
        let day = ExcelDateTime::parse_from_str("2023-01-02").expect("a day");
        sheet
            .write_with_format(2, 1, day, &format)
            .expect("written");
    };
    vec![
        rows("fact/percent-scale", "ma;ty_le\n25294;0,5\n25297;0,25\n"),
        checked(
            "fact/missing-column",
            "xa.csv",
            "Mã xã,Số hộ nghèo 2021\n25294,100\n",
        ),
        cells("fact/padded", "ma|ho_ngheo\n123|5", |_| {}),
        cells("fact/nought-for-year", "ma|nam\n25294|0", |_| {}),
        rows("fact/beyond-headers", "ma;ho_ngheo\n25294;1;090\n"),
        cells(
            "fact/day-month-doubt",
            "ma|ngay\n25294|31/12/2022\n25297|02/01/2023",
            turned,
        ),
        checked(
            "fact/extra-columns",
            "xa.csv",
            "Mã xã,Số hộ nghèo 2021,Số hộ ngheo 2022\n25294,100,49\n",
        ),
        cell("fact/scaled", "Kinh phí (triệu đồng)", "100"),
        checked(
            "fact/other-unit",
            "xa.csv",
            "Đơn vị tính: %\nMã xã,Số hộ nghèo 2025\n25294,100\n",
        ),
        cell("fact/two-units", "Kinh phí (triệu đồng) (tỷ đồng)", "100"),
        checked(
            "fact/two-columns",
            "xa.csv",
            "Mã xã,Số hộ nghèo 2021,Hộ nghèo 2021\n25294,100,49\n",
        ),
    ]
}

fn headers() -> Vec<Way> {
    let many: String = (0..70).map(|row| format!("A{row}|5|\n")).collect();
    vec![
        sheet(
            "fact/under-neighbour",
            "ap.xlsx!Thôn, ấp",
            &format!("Mã ấp|Số hộ nghèo 2021|\n{many}B1|2|3"),
            |sheet| {
                sheet
                    .merge_range(0, 1, 0, 2, "Số hộ nghèo 2021", &Format::new())
                    .expect("merged");
            },
        ),
        checked(
            "fact/two-years",
            "xa.csv",
            "Mã xã,Số hộ nghèo 2021-2022\n25294,100\n",
        ),
        checked(
            "fact/year-missing",
            "xa.csv",
            "Mã xã,Số hộ nghèo\n25294,100\n",
        ),
        checked(
            "fact/several-years",
            "xa.csv",
            "Hộ nghèo cuối năm 2025 theo chuẩn 2021-2025\nMã xã,Số hộ nghèo\n25294,100\n",
        ),
        checked(
            "fact/year-doubt",
            "xa.csv",
            "Dự kiến hộ nghèo năm 2025\nMã xã,Số hộ nghèo\n25294,100\n",
        ),
        sheet(
            "fact/years-differ",
            "xa.xlsx!2025",
            "Hộ nghèo năm 2024\nMã xã|Số hộ nghèo\n25294|100",
            |_| {},
        ),
        checked(
            "fact/file-year-differs",
            "xa_2025.csv",
            "Hộ nghèo năm 2024\nMã xã,Số hộ nghèo\n25294,100\n",
        ),
        checked(
            "fact/title-of-some",
            "xa.csv",
            "Hộ nghèo dân tộc thiểu số\nMã xã,Số hộ nghèo 2025\n25294,100\n",
        ),
        checked(
            "fact/years-unused",
            "xa.csv",
            "Mã xã,Số hộ nghèo 2019\n25294,100\n",
        ),
        sheet(
            "fact/group-header",
            "xa.xlsx!Cấp xã 2021",
            "||Đầu kỳ|\nMã xã|Tên xã|Số hộ nghèo|Số hộ cận nghèo\n25294|Lộc Thành|100|7",
            |sheet| {
                sheet
                    .merge_range(0, 2, 0, 3, "Đầu kỳ", &Format::new())
                    .expect("merged");
            },
        ),
        checked(
            "fact/second-header",
            "xa.csv",
            "Mã xã,Tên xã,Số hộ nghèo 2021\n25294,Lộc Thành,100\n,,Số hộ cận nghèo 2021\n25297,Lộc Thái,5\n",
        ),
        checked(
            "fact/sub-header",
            "xa_2021.csv",
            "Mã xã,Tên xã,Số hộ nghèo,Số hộ cận nghèo\n,,Nhân khẩu,Nhân khẩu\n25294,Lộc Thành,100,7\n",
        ),
    ]
}

/// A workbook with a sheet of communes, and another of those rows.
fn beside_communes(code: &'static str, rows: &[&str]) -> Way {
    let communes = ["Mã xã|Số hộ nghèo 2021", "25294|100"];
    let mut book = Workbook::new();
    for (name, rows) in [("Cấp xã", &communes[..]), ("Khác", rows)] {
        let sheet = book.add_worksheet().set_name(name).expect("a name");
        for (row, line) in (0_u32..).zip(rows) {
            for (column, cell) in (0_u16..).zip(line.split('|')) {
                sheet.write(row, column, cell).expect("written");
            }
        }
    }
    let bytes = book.save_to_buffer().expect("a workbook");
    checked(code, "xa.xlsx", bytes).shows(Shows::Nothing)
}

/// An indicator in each row, a year in each column.
const TRANSPOSED: &str = "Chỉ tiêu,2021,2022\nTổng số hộ,900,905\nSố hộ nghèo,100,49\n";

fn sheets() -> Vec<Way> {
    vec![
        checked(
            "fact/two-tables",
            "so-lieu.csv",
            "Mã đơn vị,Tên đơn vị,Số hộ nghèo 2021\n25294,Lộc Thành,100\n",
        ),
        beside_communes("fact/unknown-sheet", &["Người lập", "Ngày lập"]),
        beside_communes(
            "fact/unused-figures",
            &["Mã số xã|Nghèo năm 2025", "25294|100", "25297|5"],
        ),
        checked(
            "fact/nothing-used",
            "so-lieu.csv",
            "Mã số xã,Nghèo năm 2025\n25294,100\n25297,5\n",
        ),
        checked("fact/no-rows", "xa.csv", "\n\n"),
        rows("fact/nothing-filled-in", "ma;ho_ngheo\n"),
        checked(
            "fact/lost-letters",
            "so-lieu.csv",
            "M? x?,T?n x?,S? h? ngh?o 2025\n25294,L?c Th?nh,100\n",
        ),
        checked("fact/no-header", "xa.csv", "một,hai\n1,2\n"),
        checked("fact/no-unit", "so-lieu.csv", TRANSPOSED),
        checked(
            "fact/sheet-of-several",
            "so-lieu.csv",
            format!("XÃ LỘC THÀNH VÀ XÃ LỘC THẠNH\n{TRANSPOSED}"),
        ),
        checked(
            "fact/extra-rows",
            "so-lieu.csv",
            format!("XÃ LỘC THÀNH\n{TRANSPOSED}Số hộ khá,1,2\n"),
        ),
        checked(
            "fact/one-value",
            "so-lieu.csv",
            format!("XÃ LỘC THÀNH\n{TRANSPOSED}Số mô hình đã xây dựng,1,2\n"),
        ),
        checked(
            "fact/no-key-column",
            "thon-ap.csv",
            "Tên thôn,Số hộ nghèo 2021\nẤp 1,5\n",
        ),
    ]
}

const COMMUNE: &str = "Mã xã|Tên xã|Số hộ nghèo 2021\n25294|Lộc Thành|100";

fn remarks() -> Vec<Way> {
    let merged = |sheet: &mut Worksheet| {
        sheet
            .merge_range(1, 2, 2, 2, "692", &Format::new())
            .expect("merged");
    };
    vec![
        hidden_sheet(),
        findings_sheet(),
        sheet("fact/hidden-rows", "xa.xlsx!Cấp xã", COMMUNE, |sheet| {
            sheet.set_row_hidden(1).expect("hidden");
        }),
        sheet(
            "fact/hidden-columns",
            "xa.xlsx!Cấp xã",
            COMMUNE,
            |sheet| {
                sheet.set_column_hidden(2).expect("hidden");
            },
        ),
        sheet(
            "fact/filled-down",
            "xa.xlsx!Cấp xã",
            "Mã xã|Số hộ nghèo 2021|Mã huyện\n25294|100|692\n25276|5|",
            merged,
        ),
        cells(
            "fact/more-digits",
            "ma|diem\n25294|49.199999999999996",
            |_| {},
        ),
    ]
}

fn hidden_sheet() -> Way {
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().set_name("Bìa").expect("a name");
    let sheet = book
        .add_worksheet()
        .set_name("Cấp xã")
        .expect("a name")
        .set_hidden(true);
    for (row, line) in (0_u32..).zip(COMMUNE.lines()) {
        for (column, cell) in (0_u16..).zip(line.split('|')) {
            sheet.write(row, column, cell).expect("written");
        }
    }
    checked(
        "fact/hidden-sheet",
        "xa.xlsx",
        book.save_to_buffer().expect("a workbook"),
    )
}

/// A workbook that comes back with the sheet that was put into it.
fn findings_sheet() -> Way {
    let list = "\
thidua/findings/1
KẾT QUẢ KIỂM TRA SỐ LIỆU
Tệp: xa.xlsx
Bộ tiêu chuẩn: Ví dụ (vi-du, phiên bản 1)
Đợt xét: Năm 2025 (2025), tính đến 01/11/2025
Công cụ: thidua
Số lỗi: 0 (ô màu đỏ, phải sửa hoặc bổ sung); cảnh báo: 0 (ô màu vàng, cần xem lại)
Sửa ngay trong các trang số liệu rồi gửi lại tệp này. Không cần xóa trang này và các ghi chú: khi kiểm tra lại, chúng được bỏ qua.
STT|Vị trí|Mức độ|Đang ghi|Nội dung|Cần làm|Mã
";
    let mut book = Workbook::new();
    for (name, lines) in [("Kết quả kiểm tra", list), ("Cấp xã", COMMUNE)] {
        let sheet = book.add_worksheet().set_name(name).expect("a name");
        for (row, line) in (0_u32..).zip(lines.lines()) {
            for (column, cell) in (0_u16..).zip(line.split('|')) {
                sheet.write(row, column, cell).expect("written");
            }
        }
    }
    checked(
        "fact/findings-sheet",
        "xa.xlsx",
        book.save_to_buffer().expect("a workbook"),
    )
}

/// What the user says about sheets and does not meet.
fn asked() -> Vec<Way> {
    let text = "Mã xã,Số hộ nghèo 2021\n25294,100\n";
    let with = |way: Way, option: &str, value: &str| {
        way.argument(option).argument(value).shows(Shows::Both)
    };
    let plain = |code| checked(code, "xa.csv", text);
    let titled = checked(
        "fact/no-header-at-row",
        "xa.csv",
        format!("Báo cáo\n{text}"),
    );
    let book = sheet("fact/unmet-sheet", "xa.xlsx!Cấp xã", COMMUNE, |_| {});
    vec![
        with(titled, "--header-row", "1"),
        with(book, "--sheet", "Cấp huyện"),
        with(
            plain("fact/unmet-header-row"),
            "--header-row",
            "xa-2021.csv=1",
        ),
        with(
            plain("fact/unmet-assignment"),
            "--table",
            "xa-2021.csv=communes",
        ),
    ]
}

fn names() -> Vec<Way> {
    let named = |code, name: &str| {
        checked(
            code,
            "xa.csv",
            format!("Tên xã,Số hộ nghèo 2021\n{name},100\n"),
        )
    };
    vec![
        checked(
            "fact/no-key",
            "thon-ap.csv",
            "Mã thôn,Tên thôn,Số hộ nghèo 2021\nT1,Ấp 1,5\n,,7\n",
        ),
        named("fact/unknown-name", "Xã Cù Lao Dung"),
        named("fact/misspelt-name", "Loc Thanh"),
        named("fact/several-units", "Tân Phú"),
        checked(
            "fact/no-year",
            "xa.csv",
            "Mã xã,Năm,Số hộ nghèo\n25294,2021,100\n25294,,49\n",
        ),
        checked(
            "fact/no-measure",
            "xa_2021.csv",
            "Tên xã,Phân tổ,Số hộ nghèo\nLộc Thành,Hộ,100\n,Nhân khẩu,410\nLộc Thái,,7\n",
        ),
        checked(
            "fact/other-measure",
            "xa_2021.csv",
            "Tên xã,Phân tổ,Số hộ nghèo\nLộc Thành,Hộ,100\n,Nhân khẩu,410\n",
        ),
    ]
}

fn units() -> Vec<Way> {
    let unit = |code, row: &str| {
        checked(
            code,
            "xa.csv",
            format!("Mã xã,Tên xã,Mã huyện,Số hộ nghèo 2021\n{row}\n"),
        )
    };
    vec![
        unit("fact/code-name", "25294,Xã Lộc Thạnh,692,100"),
        unit("fact/new-unit", "25195,Phường Bình Phước,,100"),
        unit("fact/code-unknown", "99999,Xã Lộc Thành,692,100"),
        checked(
            "fact/wrong-level",
            "huyen.csv",
            "Mã huyện,Tên huyện,Số hộ nghèo 2021\n25294,Lộc Thành,100\n",
        ),
        unit("fact/unknown-unit", "99999,Xã Mới,692,100"),
        unit("fact/name-spelling", "25225,Xã Đắk Ơ,691,100"),
        unit("fact/parent-differs", "25294,Xã Lộc Thành,695,100"),
        checked(
            "fact/duplicate-key",
            "xa.csv",
            "Mã xã,Số hộ nghèo 2021\n25294,100\n25294,100\n",
        ),
        checked(
            "fact/total-differs",
            "xa.csv",
            "Mã xã,Tên xã,Số hộ nghèo 2021\n25294,Lộc Thành,100\n25297,Lộc Thái,5\n,Tổng cộng,106\n",
        ),
    ]
}

fn joins() -> Vec<Way> {
    let poor = |figure: u32| format!("Mã xã,Số hộ nghèo 2021\n25294,{figure}\n");
    vec![
        folder(
            "fact/same-content",
            &[("a/xa.csv", &poor(100)), ("b/xa.csv", &poor(100))],
        ),
        folder(
            "fact/conflict",
            &[("a/xa.csv", &poor(100)), ("b/xa.csv", &poor(99))],
        ),
        folder(
            "fact/same-facts",
            &[
                ("a/xa.csv", &poor(100)),
                ("b/xa.csv", &format!("{}25276,5\n", poor(100))),
            ],
        ),
        folder(
            "fact/dangling",
            &[
                ("huyen.csv", "Mã huyện,Số hộ nghèo 2021\n692,500\n"),
                ("xa.csv", "Mã xã,Mã huyện,Số hộ nghèo 2021\n25294,695,100\n"),
            ],
        ),
    ]
}
