//! The verdicts of nominations and of the quotas on the whole list, worked out from the typed lists.
//!
//! In: the lists, and what is expected of each subject. Out: lines of CSV. Must not know: the files, the rule language, any code of the
//! program.

use crate::data::{Household, Province, Status};
use crate::expected::Expected;
use crate::logic::{Answer, Fraction, all};
use crate::nominations::{Class, List, Nomination};

/// The outcome of a nomination: that of its subject, `undetermined` if there is none.
pub(crate) fn outcome(nomination: &Nomination, subjects: &[Expected]) -> &'static str {
    subjects
        .iter()
        .find(|subject| (subject.table, subject.code) == (nomination.table, nomination.code))
        .map_or("undetermined", Expected::outcome)
}

/// `no,subject,code,class,submitted_by,verdict,first`: `first` tells whether the plan puts it before others.
pub(crate) fn nominations_as_csv(
    lists: &[List],
    province: &Province,
    subjects: &[Expected],
) -> String {
    let mut lines = vec!["no,subject,code,class,submitted_by,verdict,first".to_owned()];
    for list in lists {
        for (number, nomination) in (1..).zip(&list.rows) {
            let class = match nomination.class {
                Class::Collective => "collective",
                Class::Individual => "individual",
                Class::Household => "household",
            };
            let first = match goes_first(nomination, province) {
                Some(true) => "yes",
                Some(false) => "no",
                None => "unknown",
            };
            lines.push(format!(
                "{number},{},{},{class},{},{},{first}",
                nomination.table,
                nomination.code,
                nomination.submitted_by,
                outcome(nomination, subjects)
            ));
        }
    }
    lines.join("\n") + "\n"
}

/// Hamlets, and households that left poverty.
fn goes_first(nomination: &Nomination, province: &Province) -> Answer {
    let escaped = |household: &Household| {
        all([
            household
                .status_start
                .known()
                .map(|status| status != Status::None),
            household
                .status_now
                .known()
                .map(|status| status == Status::None),
        ])
    };
    match nomination.table {
        "hamlets" => Some(true),
        "households" => province
            .households
            .iter()
            .find(|household| household.code == nomination.code)
            .and_then(escaped),
        _ => Some(false),
    }
}

/// A quota on some of the nominations.
pub(crate) struct Quota<'a> {
    pub(crate) id: &'static str,
    /// The submitting unit, for a quota on each.
    pub(crate) group: &'a str,
    /// The nominations that it looks at, each with whether it counts.
    pub(crate) counted: Vec<(&'a Nomination, Answer)>,
    pub(crate) limit: Limit,
}

pub(crate) enum Limit {
    /// At most so many.
    Most(i128),
    /// At least so many.
    Least(i128),
    /// At most two fifths of so many.
    TwoFifthsOf(i128),
}

/// `id,group,verdict,measured_low,measured_high,limit,eligible`: `eligible` of those that surely count.
pub(crate) fn as_csv(quotas: &[Quota], subjects: &[Expected]) -> String {
    let mut lines = vec!["id,group,verdict,measured_low,measured_high,limit,eligible".to_owned()];
    lines.extend(quotas.iter().map(|quota| quota.line(subjects)));
    lines.join("\n") + "\n"
}

/// The quotas of the province's round of 2025.
pub(crate) fn of_the_province(province: &Province) -> Vec<Quota<'_>> {
    let rows: Vec<&Nomination> = province.lists.iter().flat_map(|list| &list.rows).collect();
    let number = |id, most, counts: fn(&Nomination) -> bool| Quota {
        id,
        group: "",
        counted: rows.iter().map(|row| (*row, Some(counts(row)))).collect(),
        limit: Limit::Most(most),
    };
    let mut quotas = vec![
        number("VI.2.collectives", 10, |row| row.class == Class::Collective),
        number("VI.2.individuals", 20, |row| row.class != Class::Collective),
        leaders("VI.2.leaders", "", &rows),
    ];
    quotas.extend(leaders_by_unit(&rows));
    quotas
}

/// The same share in each submitting unit's own list.
pub(crate) fn leaders_by_unit<'a>(rows: &[&'a Nomination]) -> Vec<Quota<'a>> {
    let mut units: Vec<&str> = Vec::new();
    for row in rows {
        if !units.iter().any(|unit| same(unit, row.submitted_by)) {
            units.push(row.submitted_by);
        }
    }
    let of_unit = |unit: &'a str| {
        let own: Vec<&Nomination> = rows
            .iter()
            .copied()
            .filter(|row| same(unit, row.submitted_by))
            .collect();
        leaders("VI.2.leaders-by-unit", unit, &own)
    };
    units.into_iter().map(of_unit).collect()
}

/// Capitals make no other unit.
fn same(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

/// The leaders among the individuals.
pub(crate) fn leaders<'a>(id: &'static str, group: &'a str, rows: &[&'a Nomination]) -> Quota<'a> {
    let is_individual = |row: &&Nomination| row.class == Class::Individual;
    let individuals = rows.iter().copied().filter(is_individual).count();
    Quota {
        id,
        group,
        counted: rows
            .iter()
            .map(|row| (*row, all([Some(is_individual(row)), row.leader.known()])))
            .collect(),
        limit: Limit::TwoFifthsOf(individuals as i128),
    }
}

impl Quota<'_> {
    fn line(&self, subjects: &[Expected]) -> String {
        let count = |wanted: Answer| {
            let is_wanted = |(_, answer): &&(&Nomination, Answer)| *answer == wanted;
            self.counted.iter().filter(is_wanted).count() as i128
        };
        let (low, high) = (count(Some(true)), count(Some(true)) + count(None));
        let (least, most) = (Fraction::whole(low), Fraction::whole(high));
        let limit = match self.limit {
            Limit::Most(number) | Limit::Least(number) => Fraction::whole(number),
            Limit::TwoFifthsOf(of) => Fraction::whole(2 * of).over(5),
        };
        let (surely_kept, surely_broken) = match self.limit {
            Limit::Most(_) | Limit::TwoFifthsOf(_) => (most <= limit, least > limit),
            Limit::Least(_) => (least >= limit, most < limit),
        };
        let verdict = match (&self.limit, surely_kept, surely_broken) {
            (Limit::TwoFifthsOf(0), _, _) => "not_applicable",
            (_, true, _) => "met",
            (_, _, true) => "not_met",
            (_, false, false) => "insufficient",
        };
        let passes = |(row, answer): &&(&Nomination, Answer)| {
            *answer == Some(true) && outcome(row, subjects) == "eligible"
        };
        format!(
            "{},{},{verdict},{low},{high},{},{}",
            self.id,
            self.group,
            limit.exact(),
            self.counted.iter().filter(passes).count()
        )
    }
}
