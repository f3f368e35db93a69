//! The sheets about communes: five offices and one district send different columns and years of them.
//!
//! In: the communes that sent something. Out: one [`Sheet`] each. Must not know: verdicts.

use crate::data::{Commune, Given, PLAN_YEARS, RATED_YEARS, YEARS};
use crate::paper::{Cell, Extras, Row, Sheet, Total, by_year, single, unit};
use crate::units::DISTRICTS;
use crate::words;

/// Households, poor and near-poor of all years, districts as headings inside the table.
pub(crate) fn commune_counts(communes: &[Commune]) -> Sheet {
    let mut rows = Vec::new();
    for (number, district) in NUMERALS.iter().zip(&DISTRICTS) {
        rows.push(Row::Group(
            number,
            format!("{} {}", district.kind, district.name),
        ));
        for commune in communes
            .iter()
            .filter(|commune| commune.district == district.code)
        {
            let stocks = [&commune.households, &commune.poor, &commune.near_poor];
            rows.push(unit(
                [Cell::text(commune.code), Cell::text(commune.name)],
                stocks.into_iter().flatten().map(words::count),
            ));
        }
    }
    Sheet {
        name: "Cấp xã",
        office: "SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI TỈNH BÌNH PHƯỚC",
        titles: &[
            "BIỂU TỔNG HỢP HỘ NGHÈO, HỘ CẬN NGHÈO CÁC XÃ, PHƯỜNG, THỊ TRẤN GIAI ĐOẠN 2021 - 2025",
            "Đơn vị tính: hộ",
        ],
        columns: vec![
            single("Mã xã"),
            single("Tên đơn vị"),
            by_year("Tổng số hộ", &YEARS),
            by_year("Số hộ nghèo", &YEARS),
            by_year("Số hộ cận nghèo", &YEARS),
        ],
        rows,
        extras: Extras {
            column_numbers: true,
            total: Total::Typed,
        },
    }
}

const NUMERALS: [&str; 11] = [
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI",
];

/// Another office's, with codes as numbers and names with their type words.
pub(crate) fn commune_ratings(communes: &[Commune]) -> Sheet {
    let rows = communes
        .iter()
        .filter(|commune| !matches!(commune.party_rating[0], Given::NoRow))
        .map(|commune| {
            let code = commune.code.parse().map_or(Cell::Empty, Cell::NumericCode);
            unit(
                [code, Cell::Text(full_name(commune))],
                commune.party_rating.iter().map(words::rating_in_short),
            )
        });
    Sheet {
        name: "Xã, phường, thị trấn",
        office: "BAN TỔ CHỨC TỈNH ỦY BÌNH PHƯỚC",
        titles: &["KẾT QUẢ XẾP LOẠI TỔ CHỨC ĐẢNG CÁC XÃ, PHƯỜNG, THỊ TRẤN"],
        columns: vec![
            single("Mã xã"),
            single("Tên đơn vị"),
            by_year("Xếp loại tổ chức Đảng", &RATED_YEARS),
        ],
        rows: rows.collect(),
        extras: Extras::default(),
    }
}

/// What each commune's council asked for.
pub(crate) fn commune_councils(communes: &[Commune]) -> Sheet {
    let rows = communes
        .iter()
        .filter(|commune| !matches!(commune.council_reduction[0], Given::NoRow))
        .map(|commune| {
            unit(
                [Cell::text(commune.code), Cell::text(commune.name)],
                commune.council_reduction.iter().map(words::points),
            )
        });
    Sheet {
        name: "Cấp xã",
        office: "",
        titles: &[],
        columns: vec![
            single("Mã xã"),
            single("Tên đơn vị"),
            by_year("Số điểm % phải giảm theo Nghị quyết HĐND", &PLAN_YEARS),
        ],
        rows: rows.collect(),
        extras: Extras::default(),
    }
}

/// What the districts say of their communes.
pub(crate) fn commune_attestations(communes: &[Commune]) -> Sheet {
    let rows = communes.iter().map(|commune| {
        let values = [
            words::yes_no(&commune.programme_effective),
            words::crossed(&commune.funds_settled),
            words::yes_no(&commune.people_mobilised),
            words::count(&commune.models_built),
        ];
        unit(
            [Cell::text(commune.code), Cell::Text(full_name(commune))],
            values,
        )
    });
    Sheet {
        name: "Cấp xã",
        office: "ỦY BAN NHÂN DÂN TỈNH BÌNH PHƯỚC",
        titles: &[
            "BIỂU TỔNG HỢP KẾT QUẢ THỰC HIỆN PHONG TRÀO THI ĐUA “VÌ NGƯỜI NGHÈO - KHÔNG ĐỂ AI BỊ BỎ LẠI PHÍA SAU”",
        ],
        columns: [
            "Mã đơn vị",
            "Xã, phường, thị trấn",
            "Triển khai có hiệu quả chương trình, kế hoạch giảm nghèo",
            "Thanh quyết toán kịp thời, đúng quy định",
            "Tích cực vận động Nhân dân",
            "Số mô hình giảm nghèo đã xây dựng",
        ]
        .map(single)
        .into(),
        rows: rows.collect(),
        extras: Extras {
            column_numbers: false,
            total: Total::Typed,
        },
    }
}

/// A sheet without codes: the unit is found by its name and its district.
pub(crate) fn commune_reports(communes: &[Commune]) -> Sheet {
    let rows = communes
        .iter()
        .filter(|commune| !matches!(commune.reports_on_time, Given::NoRow))
        .map(|commune| {
            unit(
                [Cell::Text(full_name(commune)), Cell::text(commune.district)],
                [words::passed(&commune.reports_on_time)],
            )
        });
    Sheet {
        name: "Cấp xã",
        office: "VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH BÌNH PHƯỚC",
        titles: &["THEO DÕI CHẾ ĐỘ THÔNG TIN, BÁO CÁO CỦA CÁC XÃ, PHƯỜNG, THỊ TRẤN"],
        columns: [
            "Tên xã, phường, thị trấn",
            "Thuộc huyện",
            "Chế độ thông tin, báo cáo",
        ]
        .map(single)
        .into(),
        rows: rows.collect(),
        extras: Extras::default(),
    }
}

/// Three communes once more for one year: one of them with another number.
pub(crate) fn commune_supplement(communes: &[Commune]) -> Sheet {
    let rows = communes
        .iter()
        .filter(|commune| ["25285", "25288", "25291"].contains(&commune.code))
        .map(|commune| {
            let values = [
                words::second_count(&commune.poor[2]),
                words::second_count(&commune.near_poor[2]),
            ];
            unit(
                [Cell::text(commune.code), Cell::Text(full_name(commune))],
                values,
            )
        });
    Sheet {
        name: "Cấp xã",
        office: "ỦY BAN NHÂN DÂN HUYỆN LỘC NINH",
        titles: &[
            "BIỂU BỔ SUNG SỐ HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2023",
            "Đơn vị tính: hộ",
        ],
        columns: ["Mã xã", "Tên đơn vị", "Số hộ nghèo", "Số hộ cận nghèo"]
            .map(single)
            .into(),
        rows: rows.collect(),
        extras: Extras {
            column_numbers: false,
            total: Total::Typed,
        },
    }
}

/// The name as another office writes it, with its type word.
fn full_name(commune: &Commune) -> String {
    let kind = if commune.kind == "Thị trấn" {
        "TT."
    } else {
        commune.kind
    };
    format!("{kind} {}", commune.name)
}
