//! The movement form: how the poor households of a few communes changed within a year.
//!
//! In: the communes' figures without a hole. Out: a row a commune and year. Must not know: cells, sheets, checks.

use crate::data::Commune;

/// The years for which the form is there.
pub(crate) const YEARS: [u16; 2] = [2024, 2025];

/// The district whose communes sent the form.
const DISTRICT: &str = "689";

/// A commune's row of one year's form, in households.
#[derive(Clone, Debug)]
pub(crate) struct Movement {
    pub(crate) year: u16,
    pub(crate) code: &'static str,
    pub(crate) name: &'static str,
    pub(crate) opening: i128,
    pub(crate) to_near_poor: i128,
    pub(crate) escaped: i128,
    pub(crate) other_out: i128,
    pub(crate) from_near_poor: i128,
    pub(crate) relapsed: i128,
    pub(crate) new_poor: i128,
    pub(crate) other_in: i128,
    pub(crate) closing: i128,
}

/// Both years' forms.
pub(crate) fn movements(communes: &[Commune]) -> Vec<Movement> {
    let of_year = |(index, year): (usize, u16)| {
        communes
            .iter()
            .filter(|commune| commune.district == DISTRICT)
            .map(move |commune| movement(commune, year, index + 3))
    };
    let mut movements: Vec<Movement> = YEARS.into_iter().enumerate().flat_map(of_year).collect();
    for movement in &mut movements {
        plant(movement);
    }
    movements
}

/// `at` is the year's place among the commune's figures.
fn movement(commune: &Commune, year: u16, at: usize) -> Movement {
    let poor = |at: usize| commune.poor[at].known().expect("a figure without a hole");
    let (opening, closing) = (poor(at - 1), poor(at));
    // Where nobody is poor nothing moves.
    let came = |count: i128| if opening == 0 { 0 } else { count };
    let (from_near_poor, new_poor) = (came(1), came(opening % 3));
    let left = opening - closing + from_near_poor + new_poor;
    let (to_near_poor, other_out) = (left / 3, left.min(1));
    Movement {
        year,
        code: commune.code,
        name: commune.name,
        opening,
        to_near_poor,
        escaped: left - to_near_poor - other_out,
        other_out,
        from_near_poor,
        relapsed: 0,
        new_poor,
        other_in: 0,
        closing,
    }
}

fn plant(movement: &mut Movement) {
    match (movement.code, movement.year) {
        // The row does not add up, by 11.
        ("25207", 2024) => movement.escaped += 11,
        // The row adds up, but it does not start where the year before ended.
        ("25213", 2025) => {
            movement.opening += 2;
            movement.escaped += 2;
        }
        _ => {}
    }
}
