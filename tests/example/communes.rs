//! The communes' figures: a small generator, rows set by hand, and the holes and faults planted in what was sent.
//!
//! In: the list of units. Out: [`truth`], whole figures of all 111 communes, from which the districts' sums are made, and [`sent`],
//! what arrived of them. Must not know: cells, sheets, verdicts.

use crate::data::{Commune, Given, Rating, Stock, plain};
use crate::units::DISTRICTS;

/// The figures as they are, without a hole, of every commune in the order of the official list.
pub(crate) fn truth() -> Vec<Commune> {
    let units = DISTRICTS.iter().flat_map(|district| {
        district
            .communes
            .iter()
            .map(move |unit| (district.code, unit))
    });
    let mut communes: Vec<Commune> = units
        .map(|(district, (code, kind, name))| generated(district, code, kind, name))
        .collect();
    for figures in &BY_HAND {
        let commune = find(&mut communes, figures.code);
        commune.households = plain(figures.households);
        commune.poor = plain(figures.poor);
        commune.near_poor = plain(figures.near_poor);
        commune.council_reduction = plain(figures.council);
    }
    communes
}

/// What arrived: two communes sent nothing, some others sent holes and faults.
pub(crate) fn sent(mut communes: Vec<Commune>) -> Vec<Commune> {
    communes.retain(|commune| !ABSENT.contains(&commune.code));
    for commune in &mut communes {
        plant_in_figures(commune);
        plant_in_attestations(commune);
        plant_in_ratings(commune);
    }
    communes
}

/// Xã Lộc Thịnh and xã Tân Lợi (Đồng Phú) stand in no file.
const ABSENT: [&str; 2] = ["25305", "25378"];

/// Units whose generated figures and attestations are all good, so that what is planted in them alone decides.
const STEADY: [&str; 42] = [
    "25195", "25198", "25201", "25204", "25205", "25207", "25210", "25213", "25225", "25228",
    "25231", "25234", "25276", "25280", "25285", "25288", "25291", "25294", "25297", "25308",
    "25310", "25312", "25315", "25318", "25321", "25354", "25381", "25384", "25399", "25402",
    "25404", "25405", "25408", "25411", "25414", "25417", "25420", "25423", "25424", "25426",
    "25429", "25441",
];

fn find<'a>(communes: &'a mut [Commune], code: &str) -> &'a mut Commune {
    communes
        .iter_mut()
        .find(|commune| commune.code == code)
        .expect("a code of the official list")
}

/// Figures like those of a commune: the poverty rate falls by what the council asked for to the household, or by a household or two
/// more; one commune in six falls short in some year, one in eight keeps too many near-poor households.
fn generated(
    district: &'static str,
    code: &'static str,
    kind: &'static str,
    name: &'static str,
) -> Commune {
    let mut dice = Dice::new(code);
    let steady = STEADY.contains(&code);
    let chance = |dice: &mut Dice, one_in: i128| dice.below(one_in) == 0 && !steady;

    let council = 40 + 10 * dice.below(6);
    let mut households = [800 + dice.below(2400); 5];
    for year in 1..5 {
        households[year] = households[year - 1] + dice.below(25);
    }
    let slip = chance(&mut dice, 6).then(|| 1 + dice.below(4) as usize);
    let first = (households[0] * (4 * council + 20 + dice.below(100))) / 10_000 + 1;
    let mut poor = [first; 5];
    for year in 1..5 {
        let most = highest_allowed(
            households[year - 1],
            poor[year - 1],
            households[year],
            council,
        );
        let over = if slip == Some(year) {
            1 + dice.below(4)
        } else {
            -dice.below(3)
        };
        poor[year] = (most + over).max(0);
    }
    let drop = if chance(&mut dice, 8) {
        5 + dice.below(15)
    } else {
        55 + dice.below(30)
    };
    let start = first * (90 + dice.below(60)) / 100;
    let near_poor = [0, 1, 2, 3, 4].map(|year| start - start * drop * year / 400);

    let rating = if dice.below(3) == 0 {
        Rating::Excellent
    } else {
        Rating::Good
    };
    let mut party_rating = [rating; 4];
    if chance(&mut dice, 14) {
        party_rating[dice.below(4) as usize] = Rating::Done;
    }
    Commune {
        code,
        kind,
        name,
        district,
        programme_effective: Given::Value(!chance(&mut dice, 25)),
        funds_settled: Given::Value(!chance(&mut dice, 25)),
        reports_on_time: Given::Value(!chance(&mut dice, 25)),
        people_mobilised: Given::Value(!chance(&mut dice, 25)),
        models_built: Given::Value(if chance(&mut dice, 20) {
            0
        } else {
            1 + dice.below(3)
        }),
        households: plain(households),
        poor: plain(poor),
        near_poor: plain(near_poor),
        council_reduction: plain([council; 4]),
        party_rating: plain(party_rating),
    }
}

/// The most poor households with which the rate still falls by `council` hundredths of a point.
fn highest_allowed(
    households_before: i128,
    poor_before: i128,
    households: i128,
    council: i128,
) -> i128 {
    households * (10_000 * poor_before - council * households_before) / (10_000 * households_before)
}

/// A linear-congruential generator, seeded with a unit's code so that each unit's figures are its own.
struct Dice(u64);

impl Dice {
    fn new(code: &str) -> Self {
        let seed = code
            .bytes()
            .fold(2025, |seed: u64, byte| seed * 131 + u64::from(byte));
        let mut dice = Dice(seed);
        dice.below(1);
        dice
    }

    fn below(&mut self, limit: i128) -> i128 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        i128::from(self.0 >> 33) % limit
    }
}

/// Figures of one commune set by hand; `council` in hundredths of a point.
struct ByHand {
    code: &'static str,
    households: [i128; 5],
    poor: [i128; 5],
    near_poor: [i128; 5],
    council: [i128; 4],
}

#[rustfmt::skip]
const BY_HAND: [ByHand; 23] = [
    // Thị xã Phước Long: 20 000 households, 700 − 200 poor = 2,5 points, which is just what its plan says.
    ByHand { code: "25216", households: [3000; 5], poor: [90, 70, 50, 35, 22],    near_poor: [108, 84, 60, 42, 26],   council: [40; 4] },
    ByHand { code: "25217", households: [3000; 5], poor: [80, 64, 48, 33, 20],    near_poor: [96, 76, 57, 39, 24],    council: [40; 4] },
    ByHand { code: "25219", households: [3000; 5], poor: [110, 88, 66, 48, 32],   near_poor: [132, 105, 79, 57, 38],  council: [40; 4] },
    ByHand { code: "25220", households: [3000; 5], poor: [120, 96, 72, 52, 36],   near_poor: [144, 115, 86, 62, 43],  council: [80, 40, 40, 40] },
    ByHand { code: "25237", households: [3000; 5], poor: [100, 80, 60, 42, 28],   near_poor: [120, 96, 72, 50, 33],   council: [40; 4] },
    ByHand { code: "25245", households: [3000; 5], poor: [130, 104, 80, 58, 40],  near_poor: [156, 124, 96, 69, 48],  council: [40; 4] },
    ByHand { code: "25249", households: [2000; 5], poor: [70, 58, 44, 32, 22],    near_poor: [84, 69, 52, 38, 26],    council: [40; 4] },
    // Thị xã Bình Long: 20 000 households, 480 − 380 poor in 2023 = 0,5 points, which is just what its council asked for.
    ByHand { code: "25320", households: [4000; 5], poor: [120, 96, 76, 52, 28],   near_poor: [144, 115, 91, 62, 33],  council: [50; 4] },
    ByHand { code: "25324", households: [4000; 5], poor: [100, 80, 64, 44, 24],   near_poor: [120, 96, 76, 52, 28],   council: [40; 4] },
    ByHand { code: "25325", households: [3000; 5], poor: [80, 64, 50, 34, 18],    near_poor: [96, 76, 60, 40, 21],    council: [40; 4] },
    ByHand { code: "25326", households: [3000; 5], poor: [90, 72, 58, 40, 22],    near_poor: [108, 86, 69, 48, 26],   council: [40; 4] },
    ByHand { code: "25333", households: [3000; 5], poor: [110, 88, 70, 48, 26],   near_poor: [132, 105, 84, 57, 31],  council: [70; 4] },
    ByHand { code: "25336", households: [3000; 5], poor: [100, 80, 62, 42, 22],   near_poor: [120, 96, 74, 50, 26],   council: [40; 4] },
    // 1,5 points each year to the household; the next one is one household short in 2023.
    ByHand { code: "25213", households: [2000; 5], poor: [130, 100, 70, 40, 10],  near_poor: [170, 140, 110, 90, 60], council: [150; 4] },
    ByHand { code: "25207", households: [2000; 5], poor: [130, 100, 71, 40, 10],  near_poor: [170, 140, 110, 90, 60], council: [150; 4] },
    // 214 to 107 is just half; 214 to 106 is more than half.
    ByHand { code: "25294", households: [2140; 5], poor: [100, 88, 76, 63, 50],   near_poor: [114, 100, 86, 72, 57],  council: [50; 4] },
    ByHand { code: "25297", households: [2140; 5], poor: [100, 88, 76, 63, 50],   near_poor: [114, 100, 86, 72, 56],  council: [50; 4] },
    // Nobody poor or near-poor from the start; poor households gone on the way.
    ByHand { code: "25198", households: [3120, 3135, 3150, 3160, 3170], poor: [0; 5], near_poor: [0; 5],                council: [20; 4] },
    ByHand { code: "25201", households: [2860; 5], poor: [18, 9, 0, 0, 0],        near_poor: [25, 18, 12, 8, 5],      council: [30; 4] },
    ByHand { code: "25204", households: [2950; 5], poor: [12, 0, 0, 0, 0],        near_poor: [20, 15, 10, 8, 6],      council: [40, 30, 30, 30] },
    ByHand { code: "25205", households: [2700; 5], poor: [10, 0, 0, 0, 0],        near_poor: [16, 12, 9, 6, 4],       council: [30; 4] },
    // The council asked for nothing in two years, and nothing happened in them.
    ByHand { code: "25210", households: [1800; 5], poor: [6, 6, 4, 2, 2],         near_poor: [30, 24, 18, 12, 6],     council: [0, 10, 10, 0] },
    // Written as text with thousands separators.
    ByHand { code: "25424", households: [1845, 1860, 1871, 1880, 1894], poor: [80, 71, 62, 52, 42], near_poor: [90, 75, 60, 45, 30], council: [50; 4] },
];

fn plant_in_figures(commune: &mut Commune) {
    match commune.code {
        "25204" => commune.council_reduction[2] = Given::Empty,
        "25205" => commune.households[2] = Given::Empty,
        "25225" => commune.poor[2] = Given::Bad("12a"),
        "25228" => commune.near_poor[4] = Given::Bad("4O"),
        "25231" => commune.households[1] = Given::Empty,
        "25234" => {
            commune.poor[1] = Given::Bad("không rõ");
            commune.council_reduction[3] = Given::Value(400);
        }
        "25285" => disagree(&mut commune.poor, 2, 3),
        "25408" => commune.near_poor[2] = Given::Bad("chưa rõ"),
        "25423" => commune.council_reduction = [Given::NoRow; 4],
        "25424" => {
            commune.households[0] = Given::Written(1845, "1.845");
            commune.households[1] = Given::Written(1860, "1 860");
        }
        "25426" => commune.council_reduction[1] = Given::Bad("chưa ban hành"),
        _ => {}
    }
}

/// The second sheet gives `more` households than the first.
fn disagree(stock: &mut Stock, year: usize, more: i128) {
    if let Given::Value(count) = stock[year] {
        stock[year] = Given::Conflict(count, count + more);
    }
}

fn plant_in_attestations(commune: &mut Commune) {
    match commune.code {
        "25276" | "25399" => commune.programme_effective = Given::Value(false),
        "25402" => commune.programme_effective = Given::Empty,
        "25429" => commune.programme_effective = Given::Bad("đang làm"),
        "25404" => {
            commune.funds_settled = Given::Value(false);
            commune.reports_on_time = Given::Empty;
        }
        "25405" => commune.reports_on_time = Given::Empty,
        "25384" => commune.reports_on_time = Given::NoRow,
        "25280" | "25354" | "25441" => commune.reports_on_time = Given::Value(false),
        "25195" | "25213" => commune.models_built = Given::Value(1),
        "25411" => commune.models_built = Given::Value(0),
        "25414" => commune.models_built = Given::Empty,
        "25417" => {
            commune.people_mobilised = Given::Value(false);
            commune.models_built = Given::Empty;
        }
        "25420" => commune.people_mobilised = Given::Empty,
        _ => {}
    }
}

fn plant_in_ratings(commune: &mut Commune) {
    match commune.code {
        "25195" => commune.party_rating = [Given::Value(Rating::Good); 4],
        "25276" | "25321" => commune.party_rating[3] = Given::Empty,
        "25312" => commune.party_rating[0] = Given::Bad("Khá"),
        "25315" => commune.party_rating[2] = Given::Nothing("chưa đánh giá"),
        "25318" => {
            commune.party_rating[1] = Given::Value(Rating::Done);
            commune.party_rating[2] = Given::Empty;
        }
        "25381" => commune.party_rating = [Given::NoRow; 4],
        _ => {}
    }
}
