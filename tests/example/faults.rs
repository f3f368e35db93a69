//! The data checks that must fail, found in the typed rows alone.
//!
//! In: a [`Province`]. Out: what fails, by check, subject and year, as of the example's day. Must not know: the files, the rule
//! language, any code of the program.

use crate::data::{Given, Province, Stock, YEARS};
use crate::dates::as_of;
use crate::logic::{Answer, all};
use crate::movement::Movement;
use crate::nominations::{Class, Nomination};
use crate::provincial::Year;
use crate::units::DISTRICTS;

/// A check that fails.
#[derive(Clone, Debug)]
pub(crate) struct Fault {
    pub(crate) id: &'static str,
    pub(crate) severity: Severity,
    pub(crate) table: &'static str,
    /// Empty for a table without a key.
    pub(crate) code: String,
    pub(crate) year: Option<u16>,
}

/// What a fault does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Severity {
    /// Its subject is not eligible before it is put right.
    Error,
    /// It is only shown.
    Warning,
}

/// Every fault, check by check.
pub(crate) fn faults(province: &Province) -> Vec<Fault> {
    let mut faults = counts_fit(province);
    faults.extend(districts_are_sums(province));
    faults.extend(province_is_the_sum(province));
    faults.extend(movements_add_up(province));
    faults.extend(people(province));
    faults.extend(lists(province));
    faults
}

/// `id,severity,table,code,year`.
pub(crate) fn as_csv(faults: &[Fault]) -> String {
    let line = |fault: &Fault| {
        let severity = match fault.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let year = fault.year.map(|year| year.to_string()).unwrap_or_default();
        format!(
            "{},{severity},{},{},{year}\n",
            fault.id, fault.table, fault.code
        )
    };
    let lines: String = faults.iter().map(line).collect();
    format!("id,severity,table,code,year\n{lines}")
}

use Severity::{Error, Warning};

fn fault(
    id: &'static str,
    severity: Severity,
    table: &'static str,
    code: &str,
    year: Option<u16>,
) -> Fault {
    Fault {
        id,
        severity,
        table,
        code: code.to_owned(),
        year,
    }
}

/// A unit with its households by year.
struct Counted {
    table: &'static str,
    code: &'static str,
    households: Stock,
    poor: Stock,
    near_poor: Stock,
    minority: Option<Stock>,
    relapsed: Option<[Given<i128>; 4]>,
}

fn counted(province: &Province) -> Vec<Counted> {
    let of_years = |stock: fn(&Year) -> Given<i128>| -> Stock {
        [0, 1, 2, 3, 4].map(|at| stock(&province.figures[at]))
    };
    let whole = Counted {
        table: "province",
        code: "70",
        households: of_years(|year| year.households),
        poor: of_years(|year| year.poor),
        near_poor: of_years(|year| year.near_poor),
        minority: Some(of_years(|year| year.poor_minority)),
        relapsed: None,
    };
    let districts = province.districts.iter().map(|district| Counted {
        table: "districts",
        code: district.code,
        households: district.households,
        poor: district.poor,
        near_poor: district.near_poor,
        minority: Some(district.poor_minority),
        relapsed: None,
    });
    let communes = province.communes.iter().map(|commune| Counted {
        table: "communes",
        code: commune.code,
        households: commune.households,
        poor: commune.poor,
        near_poor: commune.near_poor,
        minority: None,
        relapsed: None,
    });
    let hamlets = province.hamlets.iter().map(|hamlet| Counted {
        table: "hamlets",
        code: hamlet.code,
        households: hamlet.households,
        poor: hamlet.poor,
        near_poor: hamlet.near_poor,
        minority: None,
        relapsed: Some(hamlet.relapsed),
    });
    std::iter::once(whole)
        .chain(districts)
        .chain(communes)
        .chain(hamlets)
        .collect()
}

/// SL.1, SL.2, SL.6, SL.7.
fn counts_fit(province: &Province) -> Vec<Fault> {
    let mut faults = Vec::new();
    for unit in counted(province) {
        for (at, year) in YEARS.into_iter().enumerate() {
            let mut hold = |id, severity, answer: Answer| {
                if answer == Some(false) {
                    faults.push(fault(id, severity, unit.table, unit.code, Some(year)));
                }
            };
            let (all_of_them, poor) = (unit.households[at].known(), unit.poor[at].known());
            let needy = poor.zip(unit.near_poor[at].known()).map(|(a, b)| a + b);
            hold("SL.1", Error, at_most(needy, all_of_them));
            if let Some(minority) = unit.minority {
                hold("SL.2", Error, at_most(minority[at].known(), poor));
            }
            let Some(before) = at.checked_sub(1) else {
                continue;
            };
            if let Some(relapsed) = unit.relapsed {
                hold("SL.6", Warning, at_most(relapsed[before].known(), poor));
            }
            let tenfold = |count: Option<i128>| count.map(|count| 10 * count);
            let earlier = unit.households[before].known();
            let near = [
                at_most(all_of_them, tenfold(earlier)),
                at_most(earlier, tenfold(all_of_them)),
            ];
            hold("SL.7", Warning, all(near));
        }
    }
    faults
}

fn at_most(count: Option<i128>, limit: Option<i128>) -> Answer {
    Some(count? <= limit?)
}

fn equal(left: Option<i128>, right: Option<i128>) -> Answer {
    Some(left? == right?)
}

/// None if a figure is missing.
fn sum(counts: impl Iterator<Item = Given<i128>>) -> Option<i128> {
    counts.map(|count| count.known()).sum()
}

/// SL.3, for districts of which every commune sent something.
fn districts_are_sums(province: &Province) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (district, official) in province.districts.iter().zip(&DISTRICTS) {
        let has_sent = |code: &str| province.communes.iter().any(|commune| commune.code == code);
        if !official.communes.iter().all(|(code, _, _)| has_sent(code)) {
            continue;
        }
        let communes = || {
            province
                .communes
                .iter()
                .filter(|commune| commune.district == district.code)
        };
        for (at, year) in YEARS.into_iter().enumerate() {
            let same = [
                equal(
                    district.poor[at].known(),
                    sum(communes().map(|c| c.poor[at])),
                ),
                equal(
                    district.near_poor[at].known(),
                    sum(communes().map(|c| c.near_poor[at])),
                ),
                equal(
                    district.households[at].known(),
                    sum(communes().map(|c| c.households[at])),
                ),
            ];
            if all(same) == Some(false) {
                faults.push(fault("SL.3", Error, "districts", district.code, Some(year)));
            }
        }
    }
    faults
}

/// SL.4 and SL.5.
fn province_is_the_sum(province: &Province) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (at, year) in province.figures.iter().enumerate() {
        let of_districts = |stock: fn(&crate::data::District) -> &Stock| {
            sum(province
                .districts
                .iter()
                .map(move |district| stock(district)[at]))
        };
        let same = [
            equal(year.poor.known(), of_districts(|district| &district.poor)),
            equal(
                year.near_poor.known(),
                of_districts(|district| &district.near_poor),
            ),
        ];
        let insured = year
            .insurance
            .map(|[people, insured]| at_most(insured.known(), people.known()));
        for (id, answer) in [("SL.4", all(same)), ("SL.5", all(insured))] {
            if answer == Some(false) {
                faults.push(fault(id, Error, "province", "70", Some(year.year)));
            }
        }
    }
    faults
}

/// SL.8 and SL.9.
fn movements_add_up(province: &Province) -> Vec<Fault> {
    let movements = &province.movements;
    let of = |row: &Movement, id| fault(id, Error, "changes", row.code, Some(row.year));
    let adds_up = |row: &Movement| {
        let left = row.to_near_poor + row.escaped + row.other_out;
        let came = row.from_near_poor + row.relapsed + row.new_poor + row.other_in;
        row.opening - left + came == row.closing
    };
    let goes_on = |row: &Movement| {
        let before = movements
            .iter()
            .find(|before| before.code == row.code && before.year + 1 == row.year);
        before.is_none_or(|before| before.closing == row.opening)
    };
    let wrong = movements
        .iter()
        .filter(|row| !adds_up(row))
        .map(|row| of(row, "SL.8"));
    let broken = movements
        .iter()
        .filter(|row| !goes_on(row))
        .map(|row| of(row, "SL.9"));
    wrong.chain(broken).collect()
}

/// SL.12.
fn people(province: &Province) -> Vec<Fault> {
    let never_poor_yet_back = province.households.iter().filter(|household| {
        household.relapsed.known() == Some(true)
            && household.status_start.known() == Some(crate::data::Status::None)
    });
    never_poor_yet_back
        .map(|household| fault("SL.12", Warning, "households", household.code, None))
        .collect()
}

/// SL.10, SL.11, SL.13 and references that lead nowhere.
fn lists(province: &Province) -> Vec<Fault> {
    let nominations = || province.lists.iter().flat_map(|list| &list.rows);
    let of = |row: &Nomination, id, severity| {
        let key = format!("{}/{}", row.table, row.code);
        fault(id, severity, "nominations", &key, None)
    };
    let disagree = nominations()
        .filter(|row| row.class != class_of(row.table))
        .map(|row| of(row, "SL.10", Error));
    let early = province
        .filings
        .iter()
        .filter(|filing| filing.submitted.known().is_some_and(|day| day > as_of()))
        .map(|_| fault("SL.11", Warning, "reports", "", None));
    let hidden = nominations()
        .filter(|row| {
            row.class == Class::Individual && row.leader.known() == Some(false) && leads(row)
        })
        .map(|row| of(row, "SL.13", Warning));
    let nowhere = nominations()
        .filter(|row| row.table == "officials" && !province.has_official(row.code))
        .map(|row| of(row, "data/reference", Error));
    disagree.chain(early).chain(hidden).chain(nowhere).collect()
}

fn class_of(table: &str) -> Class {
    match table {
        "officials" => Class::Individual,
        "households" => Class::Household,
        _ => Class::Collective,
    }
}

fn leads(row: &Nomination) -> bool {
    let position = row.position.to_lowercase();
    ["chủ tịch", "giám đốc", "trưởng phòng"]
        .iter()
        .any(|title| position.contains(title))
}

impl Province {
    fn has_official(&self, code: &str) -> bool {
        self.officials.iter().any(|official| official.code == code)
    }
}
