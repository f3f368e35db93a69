//! What the example's offices have on file, as plain typed values, before any of it becomes a cell.
//!
//! In: the lists of units. Out: one [`Province`] of rows per table, always the same. Every hole and every fault that is planted in the
//! files is a variant of [`Given`] here, so that the expected verdicts can be calculated without opening a file.
//! Must not know: cells, sheets, the program under test.

use crate::filings::{self, Filing};
use crate::movement::{self, Movement};
use crate::nominations::{self, List};
use crate::provincial::{self, Year};
use crate::{communes, districts, people, places};

/// The years of year-end figures: the start and the four years of the plan.
pub(crate) const YEARS: [u16; 5] = [2021, 2022, 2023, 2024, 2025];
/// The years of the plan, in which figures change against the year before.
pub(crate) const PLAN_YEARS: [u16; 4] = [2022, 2023, 2024, 2025];
/// The years with a rating before the final review.
pub(crate) const RATED_YEARS: [u16; 4] = [2021, 2022, 2023, 2024];

/// What an office gave for one fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Given<T> {
    /// A value in the usual spelling of its sheet.
    Value(T),
    /// A value in a spelling of its own, such as `100 triệu`.
    Written(T, &'static str),
    /// An empty cell.
    Empty,
    /// A cell that says in words that there is no value.
    Nothing(&'static str),
    /// A cell that cannot be read.
    Bad(&'static str),
    /// One sheet gives the first value, another one the second.
    Conflict(T, T),
    /// The sheet that has the column has no row for this unit.
    NoRow,
}

impl<T: Copy> Given<T> {
    /// The value that a careful reader may rely on.
    pub(crate) fn known(&self) -> Option<T> {
        match self {
            Given::Value(value) | Given::Written(value, _) => Some(*value),
            Given::Empty
            | Given::Nothing(_)
            | Given::Bad(_)
            | Given::Conflict(..)
            | Given::NoRow => None,
        }
    }

    /// Whether something was given at all: undecided where that cannot be told.
    pub(crate) fn is_given(&self) -> Option<bool> {
        match self {
            Given::Value(_) | Given::Written(..) => Some(true),
            Given::Empty | Given::Nothing(_) => Some(false),
            Given::Bad(_) | Given::Conflict(..) | Given::NoRow => None,
        }
    }
}

/// A list of plain values, each in the usual spelling.
pub(crate) fn plain<T: Copy, const N: usize>(values: [T; N]) -> [Given<T>; N] {
    values.map(Given::Value)
}

/// The year's rating of an office or a Party organisation, low to high.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Rating {
    /// Không hoàn thành nhiệm vụ.
    Failed,
    /// Hoàn thành nhiệm vụ.
    Done,
    /// Hoàn thành tốt nhiệm vụ.
    Good,
    /// Hoàn thành xuất sắc nhiệm vụ.
    Excellent,
}

/// Whether a household counts as poor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    /// Neither poor nor near-poor.
    None,
    /// Hộ nghèo.
    Poor,
    /// Hộ cận nghèo.
    NearPoor,
}

/// Kinds of business.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Business {
    /// Doanh nghiệp.
    Enterprise,
    /// Hợp tác xã.
    Cooperative,
    /// Ngân hàng, tổ chức tín dụng.
    Bank,
}

/// A count of households at the end of each year.
pub(crate) type Stock = [Given<i128>; 5];
/// A percentage per year of the plan, in hundredths: 150 is 1,5 %.
pub(crate) type Reduction = [Given<i128>; 4];
/// A rating per rated year.
pub(crate) type Ratings = [Given<Rating>; 4];

/// A provincial agency.
#[derive(Clone, Debug)]
pub(crate) struct Agency {
    pub(crate) code: &'static str,
    pub(crate) name: &'static str,
    pub(crate) tasks_on_time: Given<bool>,
    pub(crate) resources_mobilised: Given<bool>,
    pub(crate) outreach: Given<bool>,
    pub(crate) rating: Ratings,
}

/// A district.
#[derive(Clone, Debug)]
pub(crate) struct District {
    pub(crate) code: &'static str,
    pub(crate) kind: &'static str,
    pub(crate) name: &'static str,
    pub(crate) programme_effective: Given<bool>,
    pub(crate) resources_mobilised: Given<bool>,
    pub(crate) funds_settled: Given<bool>,
    pub(crate) reports_on_time: Given<bool>,
    pub(crate) households: Stock,
    pub(crate) poor: Stock,
    pub(crate) near_poor: Stock,
    pub(crate) poor_minority: Stock,
    /// From the start to the review, in hundredths of a percentage point.
    pub(crate) plan_reduction: Given<i128>,
    pub(crate) council_reduction: Reduction,
    pub(crate) party_rating: Ratings,
    pub(crate) models: [Given<i128>; 4],
}

/// A commune, ward or township.
#[derive(Clone, Debug)]
pub(crate) struct Commune {
    pub(crate) code: &'static str,
    pub(crate) kind: &'static str,
    pub(crate) name: &'static str,
    pub(crate) district: &'static str,
    pub(crate) programme_effective: Given<bool>,
    pub(crate) funds_settled: Given<bool>,
    pub(crate) reports_on_time: Given<bool>,
    pub(crate) people_mobilised: Given<bool>,
    pub(crate) models_built: Given<i128>,
    pub(crate) households: Stock,
    pub(crate) poor: Stock,
    pub(crate) near_poor: Stock,
    pub(crate) council_reduction: Reduction,
    pub(crate) party_rating: Ratings,
}

/// A hamlet or a quarter of a town.
#[derive(Clone, Debug)]
pub(crate) struct Hamlet {
    pub(crate) code: &'static str,
    pub(crate) name: &'static str,
    pub(crate) commune: &'static str,
    pub(crate) programme_effective: Given<bool>,
    pub(crate) living_conditions_improved: Given<bool>,
    pub(crate) models_built: Given<i128>,
    pub(crate) households: Stock,
    pub(crate) poor: Stock,
    pub(crate) near_poor: Stock,
    pub(crate) relapsed: [Given<i128>; 4],
    pub(crate) party_rating: Ratings,
}

/// A household.
#[derive(Clone, Debug)]
pub(crate) struct Household {
    pub(crate) code: &'static str,
    pub(crate) name: &'static str,
    pub(crate) commune: &'static str,
    pub(crate) status_start: Given<Status>,
    pub(crate) status_now: Given<Status>,
    pub(crate) relapsed: Given<bool>,
    /// In đồng.
    pub(crate) help_value: Given<i128>,
    pub(crate) registered: Given<bool>,
    pub(crate) borrowed: Given<bool>,
    pub(crate) loan_in_order: Given<bool>,
    pub(crate) helped_others: Given<bool>,
}

/// An official or a poverty worker.
#[derive(Clone, Debug)]
pub(crate) struct Official {
    pub(crate) code: &'static str,
    pub(crate) name: &'static str,
    pub(crate) agency: &'static str,
    pub(crate) provincial: Given<bool>,
    pub(crate) initiative: Given<bool>,
    pub(crate) assisted_disadvantaged: Given<bool>,
}

/// An enterprise, a cooperative or a bank.
#[derive(Clone, Debug)]
pub(crate) struct Enterprise {
    pub(crate) code: &'static str,
    pub(crate) name: &'static str,
    pub(crate) kind: Given<Business>,
    /// In đồng.
    pub(crate) contribution: Given<i128>,
    pub(crate) linkage: Given<bool>,
    pub(crate) credit_policy: Given<bool>,
    pub(crate) state_bank_confirmation: Given<&'static str>,
}

/// Everything the province's offices have on file.
#[derive(Clone, Debug)]
pub(crate) struct Province {
    pub(crate) agencies: Vec<Agency>,
    pub(crate) districts: Vec<District>,
    /// The communes that sent something, in the order of the official list.
    pub(crate) communes: Vec<Commune>,
    pub(crate) hamlets: Vec<Hamlet>,
    pub(crate) households: Vec<Household>,
    pub(crate) officials: Vec<Official>,
    pub(crate) enterprises: Vec<Enterprise>,
    /// The province's own figures, a row a year.
    pub(crate) figures: Vec<Year>,
    pub(crate) filings: Vec<Filing>,
    pub(crate) movements: Vec<Movement>,
    pub(crate) lists: Vec<List>,
}

/// The example's province.
pub(crate) fn province() -> Province {
    let truth = communes::truth();
    let districts = districts::summed(&truth);
    Province {
        figures: provincial::figures(&districts),
        filings: filings::filings(&districts),
        movements: movement::movements(&truth),
        lists: nominations::lists(),
        agencies: places::agencies(),
        districts,
        communes: communes::sent(truth),
        hamlets: places::hamlets(),
        households: people::households(),
        officials: people::officials(),
        enterprises: people::enterprises(),
    }
}
