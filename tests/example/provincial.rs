//! The province's own figures, a row a year: some years are not in yet, one cell cannot be read.
//!
//! In: the districts, whose sums the province takes over as they were sent. Out: five rows. Must not know: cells, sheets, targets.

use crate::data::{District, Given, Stock, YEARS};

/// What the province has on file for one year.
#[derive(Clone, Debug)]
pub(crate) struct Year {
    pub(crate) year: u16,
    pub(crate) households: Given<i128>,
    pub(crate) poor: Given<i128>,
    pub(crate) near_poor: Given<i128>,
    pub(crate) poor_minority: Given<i128>,
    pub(crate) models: Given<i128>,
    /// Of the poor, the near-poor, the hardship areas and the minorities: all people, and those with a health insurance card.
    pub(crate) insurance: [[Given<i128>; 2]; 4],
    /// Households that qualify and ask for a loan, and those that got one.
    pub(crate) credit: [Given<i128>; 2],
    /// Households with a member of working age, and those with one in lasting, insured work.
    pub(crate) work: [Given<i128>; 2],
    /// Workers, and those who signed up for training in the year.
    pub(crate) training: [Given<i128>; 2],
    /// Workers who ask for help, and those who got it.
    pub(crate) need: [Given<i128>; 2],
    /// In hundredths of a percent.
    pub(crate) stunting: Given<i128>,
    /// Communes, hamlets and communes of the disadvantaged zone that left their status in the year.
    pub(crate) exited: [Given<i128>; 3],
}

/// The years of year-end figures.
pub(crate) fn figures(districts: &[District]) -> Vec<Year> {
    let mut years: Vec<Year> = YEARS.into_iter().map(empty).collect();
    for (at, year) in years.iter_mut().enumerate() {
        year.households = sum(districts, at, |district| &district.households);
        year.poor = sum(districts, at, |district| &district.poor);
        year.near_poor = sum(districts, at, |district| &district.near_poor);
        year.poor_minority = sum(districts, at, |district| &district.poor_minority);
        if let Some(model) = at.checked_sub(1) {
            let models = districts.iter().map(|district| district.models[model]);
            year.models = total(models);
        }
    }
    for (year, typed) in years[1..].iter_mut().zip(TYPED) {
        year.insurance = typed.insurance.map(given);
        year.credit = given(typed.credit);
        year.work = given(typed.work);
        year.training = given(typed.training);
        year.need = given(typed.need);
        year.stunting = typed.stunting.map_or(Given::Empty, Given::Value);
        year.exited = typed
            .exited
            .map_or([Given::Empty; 3], |counts| counts.map(Given::Value));
    }
    // The minority's figure of the last year is not in yet; one of the insured cannot be read.
    years[4].poor_minority = Given::Empty;
    years[2].insurance[3][1] = Given::Bad("đang rà soát");
    years
}

/// Figures of a year that no district has; what is absent is not in yet.
struct Typed {
    insurance: [Option<[i128; 2]>; 4],
    credit: Option<[i128; 2]>,
    work: Option<[i128; 2]>,
    training: Option<[i128; 2]>,
    need: Option<[i128; 2]>,
    stunting: Option<i128>,
    exited: Option<[i128; 3]>,
}

#[rustfmt::skip]
const TYPED: [Typed; 4] = [
    Typed {
        insurance: [Some([24_172, 23_930]), Some([30_864, 30_555]), Some([41_250, 41_002]), Some([52_400, 51_352])],
        credit: Some([3_200, 3_200]), work: Some([9_600, 2_880]), training: Some([9_100, 310]), need: Some([1_500, 1_500]),
        stunting: Some(1740), exited: Some([1, 5, 1]),
    },
    // Nobody asked for a loan; one worker who asked was not helped.
    Typed {
        insurance: [Some([17_920, 17_920]), Some([24_764, 24_700]), Some([41_310, 41_310]), Some([52_700, 52_000])],
        credit: Some([0, 0]), work: Some([7_800, 2_925]), training: Some([8_400, 405]), need: Some([1_620, 1_619]),
        stunting: Some(1690), exited: Some([1, 6, 1]),
    },
    // Two people of 18 572 have no card: 99,99 %.
    Typed {
        insurance: [Some([11_612, 11_612]), Some([18_572, 18_570]), Some([41_380, 41_380]), Some([53_010, 53_010])],
        credit: Some([2_950, 2_950]), work: Some([5_400, 2_430]), training: Some([7_700, 385]), need: Some([1_480, 1_480]),
        stunting: Some(1625), exited: Some([2, 6, 1]),
    },
    // 310 + 405 + 385 + 300 of 7 000 is just 20 %.
    Typed {
        insurance: [None, None, Some([41_420, 41_420]), None],
        credit: None, work: Some([3_200, 2_400]), training: Some([7_000, 300]), need: None,
        stunting: None, exited: None,
    },
];

fn given(figures: Option<[i128; 2]>) -> [Given<i128>; 2] {
    figures.map_or([Given::Empty; 2], |figures| figures.map(Given::Value))
}

fn empty(year: u16) -> Year {
    let pair = [Given::Empty; 2];
    Year {
        year,
        households: Given::Empty,
        poor: Given::Empty,
        near_poor: Given::Empty,
        poor_minority: Given::Empty,
        models: Given::Empty,
        insurance: [pair; 4],
        credit: pair,
        work: pair,
        training: pair,
        need: pair,
        stunting: Given::Empty,
        exited: [Given::Empty; 3],
    }
}

fn sum(districts: &[District], year: usize, stock: fn(&District) -> &Stock) -> Given<i128> {
    total(districts.iter().map(|district| stock(district)[year]))
}

fn total(counts: impl Iterator<Item = Given<i128>>) -> Given<i128> {
    Given::Value(
        counts
            .map(|count| count.known().expect("a figure without a hole"))
            .sum(),
    )
}
