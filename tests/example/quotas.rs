//! The verdicts of nominations and of the quotas on the whole list, worked out from the typed lists.
//!
//! In: the lists, and what is expected of each subject. Out: lines of CSV. Must not know: the files, the rule language, any code of the
//! program.

use crate::data::{Household, Province, Status};
use crate::expected::Expected;
use crate::logic::{Answer, Fraction, all};
use crate::nominations::{Class, Nomination};

/// The outcome of a nomination: that of its subject, `undetermined` if there is none.
pub(crate) fn outcome(nomination: &Nomination, subjects: &[Expected]) -> &'static str {
    subjects
        .iter()
        .find(|subject| (subject.table, subject.code) == (nomination.table, nomination.code))
        .map_or("undetermined", Expected::outcome)
}

/// `no,subject,code,class,submitted_by,verdict,first`: `first` tells whether the plan puts it before others.
pub(crate) fn nominations_as_csv(province: &Province, subjects: &[Expected]) -> String {
    let mut lines = vec!["no,subject,code,class,submitted_by,verdict,first".to_owned()];
    for list in &province.lists {
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
struct Quota<'a> {
    id: &'static str,
    /// The submitting unit, for a quota on each.
    group: &'a str,
    /// The nominations that it looks at, each with whether it counts.
    counted: Vec<(&'a Nomination, Answer)>,
    /// As it stands, or (with how many it is of) as a share of them.
    limit: Limit,
}

enum Limit {
    Number(i128),
    /// Two fifths of so many.
    Share(i128),
}

/// `id,group,verdict,measured_low,measured_high,limit,eligible`: `eligible` of those that surely count.
pub(crate) fn quotas_as_csv(province: &Province, subjects: &[Expected]) -> String {
    let mut lines = vec!["id,group,verdict,measured_low,measured_high,limit,eligible".to_owned()];
    for quota in quotas(province) {
        lines.push(quota.line(subjects));
    }
    lines.join("\n") + "\n"
}

fn quotas(province: &Province) -> Vec<Quota<'_>> {
    let nominations: Vec<&Nomination> = province.lists.iter().flat_map(|list| &list.rows).collect();
    let is_person = |row: &Nomination| row.class != Class::Collective;
    let number = |id, most, counts: fn(&Nomination) -> bool| Quota {
        id,
        group: "",
        counted: nominations
            .iter()
            .map(|row| (*row, Some(counts(row))))
            .collect(),
        limit: Limit::Number(most),
    };
    let mut quotas = vec![
        number("VI.2.collectives", 10, |row| row.class == Class::Collective),
        number("VI.2.individuals", 20, is_person),
        leaders("VI.2.leaders", "", &nominations),
    ];
    let mut units: Vec<&str> = Vec::new();
    for row in &nominations {
        if !units.iter().any(|unit| same(unit, row.submitted_by)) {
            units.push(row.submitted_by);
        }
    }
    for unit in units {
        let rows: Vec<&Nomination> = nominations
            .iter()
            .copied()
            .filter(|row| same(unit, row.submitted_by))
            .collect();
        quotas.push(leaders("VI.2.leaders-by-unit", unit, &rows));
    }
    quotas
}

/// Capitals make no other unit.
fn same(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

fn leaders<'a>(id: &'static str, group: &'a str, rows: &[&'a Nomination]) -> Quota<'a> {
    let is_individual = |row: &&Nomination| row.class == Class::Individual;
    let individuals = rows.iter().copied().filter(is_individual).count();
    Quota {
        id,
        group,
        counted: rows
            .iter()
            .map(|row| (*row, all([Some(is_individual(row)), row.leader.known()])))
            .collect(),
        limit: Limit::Share(individuals as i128),
    }
}

impl Quota<'_> {
    fn line(&self, subjects: &[Expected]) -> String {
        let count = |wanted: Answer| {
            self.counted
                .iter()
                .filter(|(_, answer)| *answer == wanted)
                .count() as i128
        };
        let (low, high) = (count(Some(true)), count(Some(true)) + count(None));
        let limit = match self.limit {
            Limit::Number(number) => Fraction::whole(number),
            Limit::Share(of) => Fraction::whole(2 * of).over(5),
        };
        let verdict = if matches!(self.limit, Limit::Share(0)) {
            "not_applicable"
        } else if Fraction::whole(high) <= limit {
            "met"
        } else if Fraction::whole(low) > limit {
            "not_met"
        } else {
            "insufficient"
        };
        let eligible = self
            .counted
            .iter()
            .filter(|(row, answer)| *answer == Some(true) && outcome(row, subjects) == "eligible")
            .count();
        format!(
            "{},{},{verdict},{low},{high},{},{eligible}",
            self.id,
            self.group,
            limit.exact()
        )
    }
}
