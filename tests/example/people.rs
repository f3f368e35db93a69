//! Households, officials and enterprises, written row by row. Nobody in them has a name.
//!
//! In: nothing. Out: the rows of three tables. Must not know: cells, sheets, verdicts.

use crate::data::{Business, Enterprise, Given, Household, Official, Status};

const YES: Given<bool> = Given::Value(true);
const NO: Given<bool> = Given::Value(false);
const EMPTY: Given<bool> = Given::Empty;

/// Fourteen households: six that helped others, eight that were poor or near-poor themselves or do not say.
pub(crate) fn households() -> Vec<Household> {
    vec![
        helper(
            "HO01",
            "Hộ số 01",
            "25195",
            Given::Written(100_000_000, "100 triệu"),
        ),
        helper(
            "HO02",
            "Hộ số 02",
            "25195",
            Given::Written(99_999_999, "99.999.999"),
        ),
        helper(
            "HO03",
            "Hộ số 03",
            "25294",
            Given::Written(1_200_000_000, "1,2 tỷ"),
        ),
        helper("HO04", "Hộ số 04", "25294", Given::Empty),
        helper("HO05", "Hộ số 05", "25213", Given::Bad("nhiều")),
        // Fell back, it says, though it never was poor.
        Household {
            relapsed: YES,
            ..helper("HO06", "Hộ số 06", "25213", Given::Value(100_000_000))
        },
        // Never borrowed, so nothing is asked about a loan.
        Household {
            status_start: Given::Value(Status::NearPoor),
            ..escaped("HO07", "Hộ số 07", "25222", NO, EMPTY)
        },
        escaped("HO08", "Hộ số 08", "25225", YES, YES),
        // Still near-poor: that decides, whether it relapsed or not.
        Household {
            status_now: Given::Value(Status::NearPoor),
            relapsed: EMPTY,
            ..escaped("HO09", "Hộ số 09", "25228", YES, NO)
        },
        Household {
            relapsed: YES,
            registered: NO,
            ..escaped("HO10", "Hộ số 10", "25231", NO, EMPTY)
        },
        Household {
            relapsed: EMPTY,
            helped_others: NO,
            ..escaped("HO11", "Hộ số 11", "25399", YES, YES)
        },
        // Whether it was poor is not said; that it did not borrow settles the loan all the same.
        Household {
            status_start: Given::Empty,
            ..escaped("HO12", "Hộ số 12", "25408", NO, EMPTY)
        },
        Household {
            registered: EMPTY,
            helped_others: EMPTY,
            ..escaped("HO13", "Hộ số 13", "25411", EMPTY, EMPTY)
        },
        escaped("HO14", "Hộ số 14", "25433", YES, EMPTY),
    ]
}

fn helper(
    code: &'static str,
    name: &'static str,
    commune: &'static str,
    help_value: Given<i128>,
) -> Household {
    Household {
        code,
        name,
        commune,
        status_start: Given::Value(Status::None),
        status_now: Given::Value(Status::None),
        relapsed: EMPTY,
        help_value,
        registered: EMPTY,
        borrowed: EMPTY,
        loan_in_order: EMPTY,
        helped_others: EMPTY,
    }
}

fn escaped(
    code: &'static str,
    name: &'static str,
    commune: &'static str,
    borrowed: Given<bool>,
    loan_in_order: Given<bool>,
) -> Household {
    Household {
        code,
        name,
        commune,
        status_start: Given::Value(Status::Poor),
        status_now: Given::Value(Status::None),
        relapsed: NO,
        help_value: Given::Empty,
        registered: YES,
        borrowed,
        loan_in_order,
        helped_others: YES,
    }
}

/// Nine officials.
pub(crate) fn officials() -> Vec<Official> {
    let official = |code, name, agency, initiative, provincial, assisted_disadvantaged| Official {
        code,
        name,
        agency,
        provincial,
        initiative,
        assisted_disadvantaged,
    };
    let (department, commune) = ("Sở Lao động - Thương binh và Xã hội", "UBND xã Lộc Thành");
    vec![
        official("CB01", "Cán bộ số 01", commune, YES, NO, EMPTY),
        official("CB02", "Cán bộ số 02", department, NO, YES, YES),
        official("CB03", "Cán bộ số 03", commune, NO, NO, EMPTY),
        official("CB04", "Cán bộ số 04", department, NO, YES, NO),
        official("CB05", "Cán bộ số 05", department, EMPTY, YES, YES),
        official("CB06", "Cán bộ số 06", department, NO, YES, EMPTY),
        official("CB07", "Cán bộ số 07", commune, EMPTY, NO, EMPTY),
        official("CB08", "Cán bộ số 08", "", NO, EMPTY, YES),
        official(
            "CB09",
            "Cán bộ số 09",
            department,
            YES,
            YES,
            Given::Bad("đang xác minh"),
        ),
    ]
}

/// Eleven enterprises, cooperatives and banks.
pub(crate) fn enterprises() -> Vec<Enterprise> {
    let (enterprise, cooperative) = (
        Given::Value(Business::Enterprise),
        Given::Value(Business::Cooperative),
    );
    let business = |code, name, kind, contribution, linkage| Enterprise {
        code,
        name,
        kind,
        contribution,
        linkage,
        credit_policy: EMPTY,
        state_bank_confirmation: Given::Empty,
    };
    let bank = |code, name, credit_policy, state_bank_confirmation| Enterprise {
        code,
        name,
        kind: Given::Value(Business::Bank),
        contribution: Given::Empty,
        linkage: EMPTY,
        credit_policy,
        state_bank_confirmation,
    };
    vec![
        business(
            "DN01",
            "Doanh nghiệp số 01",
            enterprise,
            Given::Value(100_000_000),
            YES,
        ),
        business(
            "DN02",
            "Hợp tác xã số 02",
            cooperative,
            Given::Value(99_999_999),
            YES,
        ),
        business(
            "DN03",
            "Hợp tác xã số 03",
            cooperative,
            Given::Value(1_250_500_000),
            NO,
        ),
        business("DN04", "Doanh nghiệp số 04", enterprise, Given::Empty, YES),
        business(
            "DN05",
            "Doanh nghiệp số 05",
            enterprise,
            Given::Value(320_000_000),
            EMPTY,
        ),
        business(
            "DN06",
            "Đơn vị số 06",
            Given::Empty,
            Given::Value(150_000_000),
            YES,
        ),
        bank("DN07", "Ngân hàng số 07", YES, Given::Value("12/XN-BPH")),
        bank("DN08", "Ngân hàng số 08", YES, Given::Nothing("-")),
        bank("DN09", "Ngân hàng số 09", EMPTY, Given::Value("15/XN-BPH")),
        bank("DN10", "Ngân hàng số 10", EMPTY, Given::Empty),
        business(
            "DN11",
            "Doanh nghiệp số 11",
            enterprise,
            Given::Value(2_000_000_000),
            YES,
        ),
    ]
}
