//! Provincial agencies and hamlets, written row by row.
//!
//! In: nothing. Out: the rows of two tables. Must not know: cells, sheets, verdicts.

use crate::data::{Agency, Given, Hamlet, Rating, Ratings, Stock, plain};

const YES: Given<bool> = Given::Value(true);
const NO: Given<bool> = Given::Value(false);
const GOOD: Given<Rating> = Given::Value(Rating::Good);
const BEST: Given<Rating> = Given::Value(Rating::Excellent);
const DONE: Given<Rating> = Given::Value(Rating::Done);
const FAILED: Given<Rating> = Given::Value(Rating::Failed);

/// Nine provincial agencies; their codes are made up.
pub(crate) fn agencies() -> Vec<Agency> {
    let agency = |code,
                  name,
                  [tasks_on_time, resources_mobilised, outreach]: [Given<bool>; 3],
                  rating: Ratings| Agency {
        code,
        name,
        tasks_on_time,
        resources_mobilised,
        outreach,
        rating,
    };
    vec![
        agency(
            "CQ01",
            "Sở Lao động - Thương binh và Xã hội",
            [YES, YES, YES],
            [GOOD; 4],
        ),
        agency(
            "CQ02",
            "Sở Nông nghiệp và Phát triển nông thôn",
            [YES, YES, YES],
            [BEST, GOOD, BEST, GOOD],
        ),
        agency("CQ03", "Sở Y tế", [NO, Given::Empty, YES], [GOOD; 4]),
        agency(
            "CQ04",
            "Sở Giáo dục và Đào tạo",
            [Given::Empty, YES, NO],
            [GOOD, GOOD, BEST, GOOD],
        ),
        agency(
            "CQ05",
            "Ban Dân tộc",
            [YES, NO, YES],
            [BEST, BEST, GOOD, GOOD],
        ),
        agency(
            "CQ06",
            "Chi nhánh Ngân hàng Chính sách xã hội",
            [YES, YES, YES],
            [GOOD, GOOD, DONE, BEST],
        ),
        agency(
            "CQ07",
            "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh",
            [YES, YES, Given::Bad("đang xét")],
            [GOOD; 4],
        ),
        agency(
            "CQ08",
            "Hội Liên hiệp Phụ nữ tỉnh",
            [YES, YES, YES],
            [GOOD, BEST, GOOD, Given::Empty],
        ),
        agency(
            "CQ09",
            "Tỉnh đoàn",
            [YES, YES, YES],
            [GOOD, FAILED, Given::Empty, GOOD],
        ),
    ]
}

/// Twelve hamlets; their codes are made up.
pub(crate) fn hamlets() -> Vec<Hamlet> {
    let mut hamlets = vec![
        steady("TA01", "Khu phố 1", "25195"),
        // Poor and near-poor 2 to 1: just half.
        Hamlet {
            poor: plain([1, 0, 0, 0, 0]),
            near_poor: plain([1, 1, 1, 1, 1]),
            ..steady("TA02", "Ấp 2", "25213")
        },
        // Nobody poor any more from 2024 on.
        Hamlet {
            poor: plain([3, 2, 1, 0, 0]),
            near_poor: plain([4, 3, 2, 2, 1]),
            ..steady("TA03", "Ấp 3", "25294")
        },
        // The same rate in 2023 as in 2022.
        Hamlet {
            poor: plain([8, 5, 5, 3, 1]),
            ..steady("TA04", "Ấp 4", "25297")
        },
        // The same number in 2023 of more households: the rate falls.
        Hamlet {
            households: plain([150, 150, 151, 151, 151]),
            poor: plain([8, 5, 5, 3, 1]),
            ..steady("TA05", "Thôn 5", "25222")
        },
        steady("TA06", "Thôn 6", "25225"),
        steady("TA07", "Thôn 7", "25399"),
        // Nobody poor or near-poor from the start.
        Hamlet {
            poor: plain([0; 5]),
            near_poor: plain([0; 5]),
            ..steady("TA08", "Khu phố 8", "25198")
        },
        steady("TA09", "Ấp 9", "25408"),
        steady("TA10", "Ấp 10", "25411"),
        steady("TA11", "Ấp 11", "25321"),
        steady("TA12", "Thôn 12", "25240"),
    ];
    for hamlet in &mut hamlets {
        plant(hamlet);
    }
    hamlets
}

/// A hamlet with everything in order.
fn steady(code: &'static str, name: &'static str, commune: &'static str) -> Hamlet {
    let households: Stock = plain([150; 5]);
    Hamlet {
        code,
        name,
        commune,
        programme_effective: YES,
        living_conditions_improved: YES,
        models_built: Given::Value(1),
        households,
        poor: plain([8, 6, 4, 2, 1]),
        near_poor: plain([9, 7, 5, 3, 2]),
        relapsed: plain([0; 4]),
        party_rating: [GOOD; 4],
    }
}

fn plant(hamlet: &mut Hamlet) {
    match hamlet.code {
        "TA01" => hamlet.party_rating = [GOOD, BEST, BEST, GOOD],
        "TA06" => hamlet.relapsed[1] = Given::Value(1),
        "TA07" => {
            hamlet.relapsed[2] = Given::Empty;
            hamlet.models_built = Given::Value(0);
            hamlet.living_conditions_improved = Given::Empty;
        }
        "TA09" => {
            // A stray digit: ten times and more of the year before.
            hamlet.households[4] = Given::Value(1505);
            hamlet.programme_effective = NO;
            hamlet.party_rating[3] = DONE;
        }
        "TA10" => {
            hamlet.programme_effective = Given::Empty;
            hamlet.living_conditions_improved = Given::Empty;
        }
        "TA11" => hamlet.party_rating[0] = Given::Empty,
        "TA12" => hamlet.poor[4] = Given::Bad("12a"),
        _ => {}
    }
}
