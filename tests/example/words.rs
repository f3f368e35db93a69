//! How the offices spell values: ratings, yes and no, statuses, kinds of business.
//!
//! In: a [`Given`] of each type. Out: its cell. Must not know: sheets.

use crate::data::{Business, Given, Rating, Status};
use crate::paper::Cell;

/// A cell of a value given, or of what stands there instead. Where two sheets disagree this is the first one's.
pub(crate) fn cell<T: Copy>(given: &Given<T>, show: impl Fn(T) -> Cell) -> Cell {
    match given {
        Given::Value(value) | Given::Conflict(value, _) => show(*value),
        Given::Written(_, text) | Given::Nothing(text) | Given::Bad(text) => Cell::text(text),
        Given::Empty | Given::NoRow => Cell::Empty,
    }
}

/// A whole number; one written as text still counts in the total.
pub(crate) fn count(given: &Given<i128>) -> Cell {
    match given {
        Given::Written(value, text) => Cell::Count(*value, Some(text)),
        Given::Value(_)
        | Given::Conflict(..)
        | Given::Nothing(_)
        | Given::Bad(_)
        | Given::Empty
        | Given::NoRow => cell(given, |value| Cell::Count(value, None)),
    }
}

/// The whole number that the second of two sheets gives.
pub(crate) fn second_count(given: &Given<i128>) -> Cell {
    if let Given::Conflict(_, second) = given {
        Cell::Count(*second, None)
    } else {
        count(given)
    }
}

/// A bare number of percent.
pub(crate) fn points(given: &Given<i128>) -> Cell {
    cell(given, Cell::Points)
}

/// A number with a percent format.
pub(crate) fn percent(given: &Given<i128>) -> Cell {
    cell(given, Cell::Percent)
}

/// An amount under a heading that says `triệu đồng`.
pub(crate) fn millions(given: &Given<i128>) -> Cell {
    cell(given, Cell::Millions)
}

/// `Có` or `Không`.
pub(crate) fn yes_no(given: &Given<bool>) -> Cell {
    cell(given, |yes| Cell::text(if yes { "Có" } else { "Không" }))
}

/// `x` or `Không`.
pub(crate) fn crossed(given: &Given<bool>) -> Cell {
    cell(given, |yes| Cell::text(if yes { "x" } else { "Không" }))
}

/// `Đạt` or `Không đạt`.
pub(crate) fn passed(given: &Given<bool>) -> Cell {
    cell(given, |yes| {
        Cell::text(if yes { "Đạt" } else { "Không đạt" })
    })
}

/// `HTTNV`.
pub(crate) fn rating_in_short(given: &Given<Rating>) -> Cell {
    cell(given, |rating| {
        Cell::text(match rating {
            Rating::Failed => "KHTNV",
            Rating::Done => "HTNV",
            Rating::Good => "HTTNV",
            Rating::Excellent => "HTXSNV",
        })
    })
}

/// `Hoàn thành tốt nhiệm vụ`.
pub(crate) fn rating_in_full(given: &Given<Rating>) -> Cell {
    cell(given, |rating| {
        Cell::text(match rating {
            Rating::Failed => "Không hoàn thành nhiệm vụ",
            Rating::Done => "Hoàn thành nhiệm vụ",
            Rating::Good => "Hoàn thành tốt nhiệm vụ",
            Rating::Excellent => "Hoàn thành xuất sắc nhiệm vụ",
        })
    })
}

/// `Hộ nghèo`.
pub(crate) fn status(given: &Given<Status>) -> Cell {
    cell(given, |status| {
        Cell::text(match status {
            Status::None => "Không nghèo",
            Status::Poor => "Hộ nghèo",
            Status::NearPoor => "Hộ cận nghèo",
        })
    })
}

/// `Hợp tác xã`.
pub(crate) fn business(given: &Given<Business>) -> Cell {
    cell(given, |business| {
        Cell::text(match business {
            Business::Enterprise => "Doanh nghiệp",
            Business::Cooperative => "Hợp tác xã",
            Business::Bank => "Ngân hàng",
        })
    })
}

/// A text.
pub(crate) fn text(given: &Given<&'static str>) -> Cell {
    cell(given, Cell::text)
}
