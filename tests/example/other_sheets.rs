//! The sheets of all tables but the communes.
//!
//! In: the rows of a table. Out: a [`Sheet`]. Must not know: verdicts.

use crate::data::{District, PLAN_YEARS, Province, RATED_YEARS, YEARS};
use crate::paper::{Cell, Column, Extras, Sheet, Total, by_year, single, unit};
use crate::words;

const PROVINCE: &str = "ỦY BAN NHÂN DÂN TỈNH BÌNH PHƯỚC";
const LABOUR: &str = "SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI TỈNH BÌNH PHƯỚC";

/// Figures of the districts, with sums as formulas.
pub(crate) fn district_counts(districts: &[District]) -> Sheet {
    let rows = districts.iter().map(|district| {
        let stocks = [
            &district.households,
            &district.poor,
            &district.near_poor,
            &district.poor_minority,
        ];
        let name = format!("{} {}", district.kind, district.name);
        unit(
            [Cell::text(district.code), Cell::Text(name)],
            stocks.into_iter().flatten().map(words::count),
        )
    });
    Sheet {
        name: "Cấp huyện",
        office: LABOUR,
        titles: &[
            "BIỂU TỔNG HỢP HỘ NGHÈO, HỘ CẬN NGHÈO CÁC HUYỆN, THỊ XÃ, THÀNH PHỐ GIAI ĐOẠN 2021 - 2025",
            "Đơn vị tính: hộ",
        ],
        columns: vec![
            single("Mã huyện"),
            single("Tên đơn vị"),
            by_year("Tổng số hộ", &YEARS),
            by_year("Số hộ nghèo", &YEARS),
            by_year("Số hộ cận nghèo", &YEARS),
            by_year("Số hộ nghèo DTTS", &YEARS),
        ],
        rows: rows.collect(),
        extras: Extras {
            column_numbers: false,
            total: Total::Formulas,
        },
    }
}

/// What districts attest, their targets, ratings and models.
pub(crate) fn district_targets(districts: &[District]) -> Sheet {
    let rows = districts.iter().map(|district| {
        let mut values = vec![
            words::yes_no(&district.programme_effective),
            words::yes_no(&district.resources_mobilised),
            words::yes_no(&district.funds_settled),
            words::passed(&district.reports_on_time),
            words::percent(&district.plan_reduction),
        ];
        values.extend(district.council_reduction.iter().map(words::points));
        values.extend(district.party_rating.iter().map(words::rating_in_full));
        values.extend(district.models.iter().map(words::count));
        unit(
            [Cell::text(district.code), Cell::text(district.name)],
            values,
        )
    });
    let attested = [
        "Mã huyện",
        "Tên đơn vị",
        "Triển khai hiệu quả chương trình giảm nghèo",
        "Huy động nguồn lực xã hội",
        "Sử dụng đúng, quyết toán kịp thời kinh phí",
        "Thực hiện nghiêm chế độ thông tin, báo cáo",
    ];
    let mut columns: Vec<Column> = attested.map(single).into();
    columns.push(single("Mục tiêu giảm tỷ lệ hộ nghèo theo Kế hoạch"));
    columns.push(by_year("Chỉ tiêu Nghị quyết HĐND (%)", &PLAN_YEARS));
    columns.push(by_year("Xếp loại tổ chức Đảng", &RATED_YEARS));
    columns.push(by_year("Số mô hình giảm nghèo", &PLAN_YEARS));
    Sheet {
        name: "Huyện, thị xã, thành phố",
        office: PROVINCE,
        titles: &["CHỈ TIÊU GIẢM NGHÈO VÀ KẾT QUẢ THỰC HIỆN CỦA CÁC HUYỆN, THỊ XÃ, THÀNH PHỐ"],
        columns,
        rows: rows.collect(),
        extras: Extras::default(),
    }
}

/// Provincial agencies.
pub(crate) fn agencies(province: &Province) -> Sheet {
    let rows = province.agencies.iter().map(|agency| {
        let attested = [
            &agency.tasks_on_time,
            &agency.resources_mobilised,
            &agency.outreach,
        ]
        .map(words::yes_no);
        unit(
            [Cell::text(agency.code), Cell::text(agency.name)],
            attested
                .into_iter()
                .chain(agency.rating.iter().map(words::rating_in_full)),
        )
    });
    let mut columns: Vec<Column> = [
        "Mã cơ quan",
        "Tên cơ quan",
        "Hoàn thành nhiệm vụ đúng thời hạn",
        "Huy động nguồn lực",
        "Tuyên truyền, vận động",
    ]
    .map(single)
    .into();
    columns.push(by_year("Xếp loại cơ quan, đơn vị", &RATED_YEARS));
    Sheet {
        name: "Sở, ban, ngành",
        office: PROVINCE,
        titles: &["KẾT QUẢ THỰC HIỆN NHIỆM VỤ CỦA CÁC SỞ, BAN, NGÀNH, ĐOÀN THỂ CẤP TỈNH"],
        columns,
        rows: rows.collect(),
        extras: Extras::default(),
    }
}

/// Hamlets, all in one sheet.
pub(crate) fn hamlets(province: &Province) -> Sheet {
    let rows = province.hamlets.iter().map(|hamlet| {
        let mut values = vec![
            Cell::text(hamlet.commune),
            words::yes_no(&hamlet.programme_effective),
            words::yes_no(&hamlet.living_conditions_improved),
            words::count(&hamlet.models_built),
        ];
        values.extend(
            [&hamlet.households, &hamlet.poor, &hamlet.near_poor]
                .into_iter()
                .flatten()
                .map(words::count),
        );
        values.extend(hamlet.relapsed.iter().map(words::count));
        values.extend(hamlet.party_rating.iter().map(words::rating_in_short));
        unit([Cell::text(hamlet.code), Cell::text(hamlet.name)], values)
    });
    let attested = [
        "Mã thôn, ấp, khu phố",
        "Tên thôn, ấp, khu phố",
        "Thuộc xã",
        "Triển khai hiệu quả chương trình giảm nghèo",
        "Điều kiện sống được cải thiện rõ rệt",
        "Số mô hình",
    ];
    let mut columns: Vec<Column> = attested.map(single).into();
    columns.push(by_year("Tổng số hộ", &YEARS));
    columns.push(by_year("Số hộ nghèo", &YEARS));
    columns.push(by_year("Số hộ cận nghèo", &YEARS));
    columns.push(by_year("Số hộ tái nghèo", &PLAN_YEARS));
    columns.push(by_year("Xếp loại Chi bộ", &RATED_YEARS));
    Sheet {
        name: "Thôn, ấp, khu phố",
        office: PROVINCE,
        titles: &[
            "BIỂU TỔNG HỢP THÔN, ẤP, KHU PHỐ ĐỀ NGHỊ KHEN THƯỞNG",
            "Đơn vị tính: hộ",
        ],
        columns,
        rows: rows.collect(),
        extras: Extras::default(),
    }
}

/// Households, without title lines.
pub(crate) fn households(province: &Province) -> Sheet {
    let rows = province.households.iter().map(|household| {
        let values = [
            Cell::text(household.commune),
            words::status(&household.status_start),
            words::status(&household.status_now),
            words::yes_no(&household.relapsed),
            words::count(&household.help_value),
            words::yes_no(&household.registered),
            words::yes_no(&household.borrowed),
            words::yes_no(&household.loan_in_order),
            words::yes_no(&household.helped_others),
        ];
        unit(
            [Cell::text(household.code), Cell::text(household.name)],
            values,
        )
    });
    let columns = [
        "Mã hộ",
        "Chủ hộ",
        "Mã xã",
        "Tình trạng đầu kỳ",
        "Tình trạng hiện nay",
        "Có tái nghèo",
        "Giá trị giúp đỡ hộ nghèo",
        "Đăng ký thoát nghèo",
        "Vay vốn NHCSXH",
        "Sử dụng vốn vay đúng mục đích, trả lãi, trả gốc đúng hạn",
        "Giúp đỡ hộ nghèo khác",
    ];
    Sheet {
        name: "Hộ gia đình",
        office: "",
        titles: &[],
        columns: columns.map(single).into(),
        rows: rows.collect(),
        extras: Extras::default(),
    }
}

/// Officials.
pub(crate) fn officials(province: &Province) -> Sheet {
    let rows = province.officials.iter().map(|official| {
        let values = [
            Cell::text(official.agency),
            words::crossed(&official.provincial),
            words::yes_no(&official.initiative),
            words::yes_no(&official.assisted_disadvantaged),
        ];
        unit(
            [Cell::text(official.code), Cell::text(official.name)],
            values,
        )
    });
    Sheet {
        name: "Cán bộ",
        office: PROVINCE,
        titles: &["DANH SÁCH CÁN BỘ, CÔNG CHỨC, NGƯỜI LÀM CÔNG TÁC GIẢM NGHÈO"],
        columns: [
            "Mã cán bộ",
            "Họ và tên",
            "Đơn vị công tác",
            "Công tác tại cơ quan cấp tỉnh",
            "Có sáng kiến",
            "Giúp đỡ xã, thôn ĐBKK",
        ]
        .map(single)
        .into(),
        rows: rows.collect(),
        extras: Extras::default(),
    }
}

/// Enterprises, with contributions in millions.
pub(crate) fn enterprises(province: &Province) -> Sheet {
    let rows = province.enterprises.iter().map(|enterprise| {
        let values = [
            words::business(&enterprise.kind),
            words::millions(&enterprise.contribution),
            words::yes_no(&enterprise.linkage),
            words::yes_no(&enterprise.credit_policy),
            words::text(&enterprise.state_bank_confirmation),
        ];
        unit(
            [Cell::text(enterprise.code), Cell::text(enterprise.name)],
            values,
        )
    });
    let columns = [
        "Mã doanh nghiệp",
        "Tên doanh nghiệp",
        "Loại hình",
        "Giá trị đóng góp (triệu đồng)",
        "Liên kết sản xuất với hộ nghèo",
        "Chính sách tín dụng",
        "Xác nhận của NHNN",
    ];
    Sheet {
        name: "Doanh nghiệp",
        office: PROVINCE,
        titles: &["DANH SÁCH DOANH NGHIỆP, HỢP TÁC XÃ, NGÂN HÀNG ĐỀ NGHỊ KHEN THƯỞNG"],
        columns: columns.map(single).into(),
        rows: rows.collect(),
        extras: Extras::default(),
    }
}
