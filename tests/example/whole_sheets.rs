//! The sheets that only the plan as a whole needs: nominations, the province's figures, filings, the movement form.
//!
//! In: the rows of a table. Out: a [`Sheet`]. Must not know: verdicts.

use crate::data::{District, Given, Province};
use crate::filings::{AGENCIES, Filing, Kind, PROVINCE};
use crate::movement::Movement;
use crate::nominations::{Class, List, Nomination};
use crate::paper::{Cell, Column, Extras, Row, Sheet, Total, single, under, unit};
use crate::words;

const PROVINCE_OFFICE: &str = "ỦY BAN NHÂN DÂN TỈNH BÌNH PHƯỚC";
const BOARD: &str = "BAN THI ĐUA - KHEN THƯỞNG TỈNH BÌNH PHƯỚC";
const LABOUR: &str = "SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI TỈNH BÌNH PHƯỚC";
const AWARD: &str = "Bằng khen của Chủ tịch UBND tỉnh";

/// A list of nominations, collectives and people under headings of their own where there are both.
pub(crate) fn nominations(list: &List, name: &'static str, office: &'static str) -> Sheet {
    let is_collective = |nomination: &Nomination| nomination.class == Class::Collective;
    let both = list.rows.iter().any(is_collective) && !list.rows.iter().all(is_collective);
    let mut rows = Vec::new();
    for (at, nomination) in list.rows.iter().enumerate() {
        let before = at
            .checked_sub(1)
            .map(|before| is_collective(&list.rows[before]));
        if both && before != Some(is_collective(nomination)) {
            rows.push(if is_collective(nomination) {
                Row::Group("A", "TẬP THỂ".to_owned())
            } else {
                Row::Group("B", "CÁ NHÂN, HỘ GIA ĐÌNH".to_owned())
            });
        }
        rows.push(nominee(nomination));
    }
    Sheet {
        name,
        office,
        titles: &["DANH SÁCH ĐỀ NGHỊ TẶNG BẰNG KHEN CỦA CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH"],
        columns: nomination_columns(),
        rows,
        extras: Extras::default(),
    }
}

/// A list as a bare table, in the order in which it was typed.
pub(crate) fn bare_nominations(list: &List) -> Sheet {
    Sheet {
        name: "Đề nghị",
        office: "",
        titles: &[],
        columns: nomination_columns(),
        rows: list.rows.iter().map(nominee).collect(),
        extras: Extras::default(),
    }
}

fn nomination_columns() -> Vec<Column> {
    [
        "Loại đối tượng",
        "Mã đối tượng",
        "Tên tập thể, cá nhân, hộ gia đình",
        "Tập thể/cá nhân",
        "Chức vụ",
        "Lãnh đạo từ phó trưởng phòng trở lên",
        "Hình thức đề nghị khen thưởng",
        "Đơn vị trình",
    ]
    .map(single)
    .into()
}

fn nominee(nomination: &Nomination) -> Row {
    let class = match nomination.class {
        Class::Collective => "Tập thể",
        Class::Individual => "Cá nhân",
        Class::Household => "Hộ gia đình",
    };
    unit(
        [nomination.kind, nomination.code, nomination.name].map(Cell::text),
        [
            Cell::text(class),
            optional(nomination.position),
            words::yes_no(&nomination.leader),
            Cell::text(AWARD),
            Cell::text(nomination.submitted_by),
        ],
    )
}

/// An empty text is an empty cell.
fn optional(text: &str) -> Cell {
    if text.is_empty() {
        Cell::Empty
    } else {
        Cell::text(text)
    }
}

/// The province's figures, a row a year.
pub(crate) fn province(province: &Province) -> Sheet {
    let rows = province.figures.iter().map(|year| {
        let mut values = vec![Cell::NumericCode(year.year.into())];
        let counts = [
            year.households,
            year.poor,
            year.near_poor,
            year.poor_minority,
            year.models,
        ];
        values.extend(counts.iter().map(words::count));
        values.extend(year.insurance.iter().flatten().map(words::count));
        let pairs = [year.credit, year.work, year.training, year.need];
        values.extend(pairs.iter().flatten().map(words::count));
        values.push(words::points(&year.stunting));
        values.extend(year.exited.iter().map(words::count));
        unit(
            [Cell::text(PROVINCE), Cell::text("Tỉnh Bình Phước")],
            values,
        )
    });
    let columns = [
        "Mã đơn vị",
        "Tên đơn vị",
        "Năm",
        "Tổng số hộ",
        "Số hộ nghèo",
        "Số hộ cận nghèo",
        "Số hộ nghèo DTTS",
        "Số mô hình giảm nghèo",
        "Số người thuộc hộ nghèo",
        "Số người thuộc hộ nghèo có thẻ BHYT",
        "Số người thuộc hộ cận nghèo",
        "Số người thuộc hộ cận nghèo có thẻ BHYT",
        "Số người dân vùng ĐBKK",
        "Số người dân vùng ĐBKK có thẻ BHYT",
        "Số người DTTS vùng khó khăn",
        "Số người DTTS vùng khó khăn có thẻ BHYT",
        "Số hộ có nhu cầu và đủ điều kiện vay vốn",
        "Số hộ được vay vốn",
        "Số hộ có thành viên trong độ tuổi lao động",
        "Số hộ có thành viên có việc làm bền vững, tham gia BHXH",
        "Số lao động thuộc hộ nghèo, cận nghèo, mới thoát nghèo",
        "Số lao động đăng ký học nghề",
        "Số lao động có nhu cầu đào tạo nghề",
        "Số lao động được hỗ trợ đào tạo nghề",
        "Tỷ lệ suy dinh dưỡng thấp còi (%)",
        "Số xã thoát đặc biệt khó khăn",
        "Số thôn, ấp thoát đặc biệt khó khăn",
        "Số xã vùng khó khăn thoát nghèo",
    ];
    Sheet {
        name: "Toàn tỉnh",
        office: PROVINCE_OFFICE,
        titles: &["SỐ LIỆU TOÀN TỈNH THEO CÁC CHỈ TIÊU CỦA PHONG TRÀO THI ĐUA"],
        columns: columns.map(single).into(),
        rows: rows.collect(),
        extras: Extras::default(),
    }
}

/// The filings of those kinds, with the names of their units for people to read.
pub(crate) fn filings(
    province: &Province,
    kinds: &[Kind],
    name: &'static str,
    office: &'static str,
) -> Sheet {
    let of_kinds = |filing: &&Filing| kinds.contains(&filing.kind);
    let rows = province.filings.iter().filter(of_kinds).map(|filing| {
        unit(
            [
                Cell::text(filing.unit),
                Cell::Text(unit_name(province, filing.unit)),
            ],
            [
                Cell::text(kind_word(filing.kind)),
                words::cell(&filing.year, |year| Cell::NumericCode(year.into())),
                words::cell(&filing.submitted, Cell::Day),
            ],
        )
    });
    let titles: &[&str] = if office.is_empty() {
        &[]
    } else {
        &["SỔ THEO DÕI BÁO CÁO TÌNH HÌNH THỰC HIỆN PHONG TRÀO THI ĐUA"]
    };
    Sheet {
        name,
        office,
        titles,
        columns: [
            "Mã đơn vị",
            "Tên đơn vị",
            "Loại văn bản",
            "Năm",
            "Ngày văn bản",
        ]
        .map(single)
        .into(),
        rows: rows.collect(),
        extras: Extras::default(),
    }
}

/// The office of the registers of reports.
pub(crate) const REGISTER: &str = BOARD;

fn kind_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Plan => "Kế hoạch",
        Kind::Annual => "Báo cáo năm",
        Kind::Midterm => "Báo cáo sơ kết",
        Kind::Final => "Báo cáo tổng kết",
        Kind::Ministry => "Báo cáo Bộ Nội vụ",
    }
}

fn unit_name(province: &Province, code: &str) -> String {
    let named = |district: &District| format!("UBND {} {}", district.kind, district.name);
    if AGENCIES.contains(&code) {
        let agency = province.agencies.iter().find(|agency| agency.code == code);
        return agency
            .map(|agency| agency.name.to_owned())
            .unwrap_or_default();
    }
    let district = province
        .districts
        .iter()
        .find(|district| district.code == code);
    district.map_or("UBND tỉnh Bình Phước".to_owned(), named)
}

/// One year's movement form.
pub(crate) fn movements(
    movements: &[Movement],
    year: u16,
    title: &'static [&'static str],
) -> Sheet {
    let rows = movements
        .iter()
        .filter(|movement| movement.year == year)
        .map(|movement| {
            let counts = [
                movement.opening,
                movement.to_near_poor,
                movement.escaped,
                movement.other_out,
                movement.from_near_poor,
                movement.relapsed,
                movement.new_poor,
                movement.other_in,
                movement.closing,
            ];
            unit(
                [Cell::text(movement.code), Cell::text(movement.name)],
                counts.map(|count| words::count(&Given::Value(count))),
            )
        });
    Sheet {
        name: "Diễn biến hộ nghèo",
        office: LABOUR,
        titles: title,
        columns: vec![
            single("Mã xã"),
            single("Phường/Xã"),
            single("Số hộ nghèo đầu kỳ"),
            under(
                "Hộ nghèo giảm trong năm",
                &["Thành hộ cận nghèo", "Vượt qua chuẩn cận nghèo", "Khác"],
            ),
            under(
                "Hộ nghèo tăng trong năm",
                &["Từ hộ cận nghèo", "Do tái nghèo", "Mới phát sinh", "Khác"],
            ),
            single("Số hộ nghèo cuối kỳ"),
        ],
        rows: rows.collect(),
        extras: Extras {
            column_numbers: true,
            total: Total::Typed,
        },
    }
}
