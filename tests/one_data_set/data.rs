//! The data: the communes of Bình Phước over five years, with a hole, a fault and figures that just touch a threshold. The figures are
//! made up; names and codes are the real ones.

/// The years of the plan.
pub(crate) const YEARS: [i32; 5] = [2021, 2022, 2023, 2024, 2025];

/// What a cell says, however it is written.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Said {
    Nothing,
    Count(u32),
    /// In tenths of a percent.
    Percent(u32),
    Text(String),
}

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Column {
    /// Its name in the rule set.
    pub(crate) canonical: &'static str,
    /// A header that offices write.
    pub(crate) header: &'static str,
    pub(crate) is_series: bool,
}

const fn single(canonical: &'static str, header: &'static str) -> Column {
    Column {
        canonical,
        header,
        is_series: false,
    }
}

const fn by_year(canonical: &'static str, header: &'static str) -> Column {
    Column {
        canonical,
        header,
        is_series: true,
    }
}

pub(crate) const CODE: Column = single("code", "Mã xã");
pub(crate) const NAME: Column = single("name", "Tên xã");

/// Everything but code and name.
pub(crate) const FIGURES: [Column; 10] = [
    single(
        "programme_effective",
        "Triển khai hiệu quả chương trình giảm nghèo",
    ),
    single("funds_settled", "Quyết toán kịp thời"),
    single("reports_on_time", "Báo cáo đúng hạn"),
    single("people_mobilised", "Vận động Nhân dân"),
    single("models_built", "Số mô hình giảm nghèo"),
    by_year("households", "Tổng số hộ"),
    by_year("poor", "Số hộ nghèo"),
    by_year("near_poor", "Số hộ cận nghèo"),
    by_year("council_reduction", "Chỉ tiêu Nghị quyết HĐND"),
    by_year("party_rating", "Xếp loại tổ chức Đảng"),
];

/// A commune with what it sent.
#[derive(Clone, Debug)]
pub(crate) struct Unit {
    pub(crate) code: String,
    /// With its type: `Xã Long Giang`.
    pub(crate) name: String,
    /// The name of its district, with its type.
    pub(crate) district: String,
    /// Whether another commune of the province is called the same.
    pub(crate) has_namesake: bool,
    seed: u32,
}

impl Unit {
    /// What it sent of a column, in that year if the column has years.
    pub(crate) fn said(&self, column: Column, year: i32) -> Said {
        let n = u32::try_from(year - 2021).unwrap();
        let poor = |n: u32| (60 + 10 * self.seed) * (5 - n) / 5;
        let text = |text: &str| Said::Text(text.to_owned());
        match (column.canonical, self.code.as_str()) {
            ("code", _) => text(&self.code),
            ("name", _) => text(&self.name),
            ("households", _) => Said::Count(1_234 + 100 * self.seed),
            // Exactly half is not more than half.
            ("poor", "25217") => Said::Count([100, 90, 80, 70, 50][n as usize]),
            ("near_poor", "25217") => Said::Count([20, 18, 16, 14, 10][n as usize]),
            ("poor", "25219") if year == 2023 => Said::Nothing,
            ("poor", "25220") if year == 2024 => text("12a"),
            ("poor", _) => Said::Count(poor(n)),
            ("near_poor", _) => Said::Count(poor(n) / 2),
            ("council_reduction", _) if year == 2021 => Said::Nothing,
            ("council_reduction", _) => Said::Percent(3 + self.seed % 3),
            ("party_rating", _) if year == 2025 => Said::Nothing,
            ("party_rating", "25237") if year == 2022 => text("Hoàn thành nhiệm vụ"),
            ("party_rating", _) => text(if n.is_multiple_of(2) {
                "HTTNV"
            } else {
                "Xuất sắc"
            }),
            ("models_built", _) => Said::Count(1 + self.seed % 2),
            ("reports_on_time", "25245") => Said::Nothing,
            ("funds_settled", "25249") => text("Không"),
            _ => text("Có"),
        }
    }
}

/// The communes of the official list.
pub(crate) fn units() -> Vec<Unit> {
    const LIST: &str = include_str!("../../rules/binh-phuoc-units.csv");
    /// Figures repeat after so many communes.
    const KINDS: u32 = 30;
    let rows: Vec<Vec<&str>> = LIST.lines().map(|row| row.split(',').collect()).collect();
    let named = |row: &Vec<&str>| format!("{} {}", row[2], row[1]);
    let communes = rows.iter().filter(|row| row[3] == "commune");
    let name_of = |code: &str| rows.iter().find(|row| row[0] == code).map(named);
    communes
        .clone()
        .zip(0..)
        .map(|(row, number)| Unit {
            code: row[0].to_owned(),
            name: named(row),
            district: name_of(row[4]).expect("its district is listed"),
            has_namesake: communes.clone().filter(|other| other[1] == row[1]).count() > 1,
            seed: number % KINDS,
        })
        .collect()
}
