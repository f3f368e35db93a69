//! What the units filed: plans, yearly reports, reviews. Most are in time, some on the last good day or a day late, some are missing.
//!
//! In: the list of districts. Out: the filings in the order in which they were entered. Must not know: cells, sheets, deadlines.

use crate::data::{District, Given, PLAN_YEARS};
use chrono::NaiveDate;

/// Kinds of plans and reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Kế hoạch.
    Plan,
    /// Báo cáo hàng năm.
    Annual,
    /// Sơ kết.
    Midterm,
    /// Tổng kết.
    Final,
    /// Báo cáo Bộ Nội vụ.
    Ministry,
}

/// One filing.
#[derive(Clone, Debug)]
pub(crate) struct Filing {
    pub(crate) unit: &'static str,
    pub(crate) kind: Kind,
    pub(crate) year: Given<u16>,
    pub(crate) submitted: Given<NaiveDate>,
}

/// The agencies that must file.
pub(crate) const AGENCIES: [&str; 9] = [
    "CQ01", "CQ02", "CQ03", "CQ04", "CQ05", "CQ06", "CQ07", "CQ08", "CQ09",
];

/// The province, which reports to the ministry.
pub(crate) const PROVINCE: &str = "70";

/// Everything filed.
pub(crate) fn filings(districts: &[District]) -> Vec<Filing> {
    let districts: Vec<&'static str> = districts.iter().map(|district| district.code).collect();
    let units: Vec<&'static str> = AGENCIES.into_iter().chain(districts.clone()).collect();
    let plans = units.iter().flat_map(|unit| plan(unit));
    let annual = PLAN_YEARS
        .into_iter()
        .flat_map(|year| units.iter().flat_map(move |unit| yearly(unit, year)));
    let midterm = districts.iter().flat_map(|unit| midterm(unit));
    let last = districts.iter().flat_map(|unit| closing(unit));
    let ministry = [(2022, 9), (2023, 10), (2024, 5)]
        .map(|(year, day)| filing(PROVINCE, Kind::Ministry, year, (i32::from(year), 12, day)));
    plans
        .chain(annual)
        .chain(midterm)
        .chain(last)
        .chain(ministry)
        .collect()
}

/// Good until 14/10/2022.
fn plan(unit: &'static str) -> Vec<Filing> {
    let on = |month, day| vec![filing(unit, Kind::Plan, 2022, (2022, month, day))];
    match unit {
        "CQ04" => on(10, 14),
        "693" => on(10, 15),
        "CQ09" => Vec::new(),
        "CQ07" => vec![Filing {
            submitted: Given::Bad("10/2022"),
            ..filing(unit, Kind::Plan, 2022, (2022, 10, 3))
        }],
        _ => on(10, 1 + spread(unit, 0, 12)),
    }
}

/// Good until 14/11 of each year. Half of the units have not sent this year's report yet.
fn yearly(unit: &'static str, year: u16) -> Vec<Filing> {
    let at = |month, day| filing(unit, Kind::Annual, year, (i32::from(year), month, day));
    match (unit, year) {
        ("CQ03", 2022) => vec![at(11, 15)],
        // Sent again after the last good day; the first one counts.
        ("691", 2022) => vec![at(11, 18), at(11, 10)],
        ("693", 2023) => Vec::new(),
        ("694", 2023) => vec![Filing {
            submitted: Given::Bad("giữa tháng 11"),
            ..at(11, 14)
        }],
        ("697", 2024) => vec![at(11, 14)],
        ("CQ05", 2024) => vec![Filing {
            year: Given::Empty,
            ..at(11, 10)
        }],
        ("CQ08", 2024) => vec![at(12, 2)],
        // Dated after the day of reckoning.
        ("688", 2025) => vec![at(11, 5)],
        ("CQ05", 2025) => vec![at(10, 20)],
        (_, 2025) if spread(unit, 0, 2) == 0 => Vec::new(),
        (_, 2025) => vec![at(10, 10 + spread(unit, 3, 20))],
        _ => vec![at(11, 1 + spread(unit, u32::from(year), 12))],
    }
}

/// Good from 01/01/2023 to 31/12/2023.
fn midterm(unit: &'static str) -> Vec<Filing> {
    let on = |day| vec![filing(unit, Kind::Midterm, 2023, day)];
    match unit {
        "690" => on((2023, 12, 31)),
        "695" => on((2024, 1, 5)),
        // Before the year in which the review is due.
        "698" => on((2022, 12, 28)),
        _ => on((2023, 6 + spread(unit, 0, 6), 1 + spread(unit, 1, 28))),
    }
}

/// Good from 01/01/2025 to 31/12/2025.
fn closing(unit: &'static str) -> Vec<Filing> {
    let on = |day| vec![filing(unit, Kind::Final, 2025, day)];
    match unit {
        "688" => on((2025, 9, 26)),
        "689" => on((2025, 10, 31)),
        "695" => on((2025, 10, 8)),
        "696" => on((2024, 12, 20)),
        _ => Vec::new(),
    }
}

fn filing(unit: &'static str, kind: Kind, year: u16, (y, month, day): (i32, u32, u32)) -> Filing {
    Filing {
        unit,
        kind,
        year: Given::Value(year),
        submitted: Given::Value(NaiveDate::from_ymd_opt(y, month, day).expect("a day")),
    }
}

/// A number below `limit` that differs from unit to unit.
fn spread(unit: &str, salt: u32, limit: u32) -> u32 {
    let mixed = unit
        .bytes()
        .fold(salt, |mixed, byte| mixed * 31 % 10_007 + u32::from(byte));
    mixed * 7 % limit
}
