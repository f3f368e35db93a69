//! The names that conditions may use in the chosen round, and what this run sets otherwise.
//!
//! In: declarations, the choice of round and overrides. Out: names with their values. Must not know: conditions.

use super::Choice;
use crate::rule::Problem;
use crate::rule::check::{Constant, Names};
use crate::rule::declare::{Declarations, Round};
use crate::rule::file::RuleFile;
use crate::rule::formula::{Measure, Show};
use crate::rule::yaml::{Amount, Findings};
use crate::text::{Wording, meant};
use chrono::NaiveDate;
use indexmap::IndexMap;
use std::cell::RefCell;

/// A rule set without rounds has one without a name, years or numbers.
pub(super) fn chosen_round(
    declared: &Declarations,
    choice: &Choice<'_>,
    findings: &mut Findings<'_>,
) -> Option<(String, Round)> {
    let Some(wanted) = choice
        .round
        .map(str::to_owned)
        .or_else(|| declared.default_round.clone())
    else {
        let nameless = Round {
            title: Wording::default(),
            years: IndexMap::new(),
            set: IndexMap::new(),
        };
        if declared.rounds.is_empty() {
            return Some((String::new(), nameless));
        }
        let rounds = declared.rounds.keys().cloned().collect();
        findings.add_to_file(Problem::RoundNotChosen { rounds });
        return None;
    };
    if let Some(round) = declared.rounds.get(&wanted) {
        return Some((wanted, round.clone()));
    }
    let known = meant(&wanted, declared.rounds.keys().map(String::as_str));
    findings.add_to_file(Problem::UnknownRound {
        value: wanted,
        known,
    });
    None
}

pub(super) fn names<'d>(declared: &'d Declarations, round: &Round, as_of: NaiveDate) -> Names<'d> {
    let mut constants = IndexMap::new();
    for (name, constant) in &declared.constants {
        let measure = constant.unit.map_or(Measure::Pure, Measure::Unit);
        let show = if constant.percent {
            Show::Percent
        } else {
            Show::Plain
        };
        constants.insert(
            name.clone(),
            Constant {
                value: constant.value.clone(),
                measure,
                show,
            },
        );
    }
    for (name, amount) in &round.set {
        let show = if amount.percent {
            Show::Percent
        } else {
            Show::Plain
        };
        constants.insert(
            name.clone(),
            Constant {
                value: amount.value.clone(),
                measure: Measure::Pure,
                show,
            },
        );
    }
    let years = round.years.clone();
    Names {
        schema: &declared.schema,
        constants,
        years,
        as_of,
        derived: Vec::new(),
        used: RefCell::default(),
    }
}

/// Sets names for this run only. A name that nobody declared is an error, as is a value that does not fit.
pub(super) fn apply_overrides(
    names: &mut Names<'_>,
    set: &[(String, String)],
    findings: &mut Findings<'_>,
) -> IndexMap<String, String> {
    let mut applied = IndexMap::new();
    for (name, value) in set {
        let fits = if let Some(year) = names.years.get_mut(name) {
            value
                .parse()
                .ok()
                .filter(|y| (1900..=2200).contains(y))
                .map(|y| *year = y)
                .is_some()
        } else if let Some(constant) = names.constants.get_mut(name) {
            Amount::read(value)
                .map(|amount| constant.value = amount.value)
                .is_some()
        } else {
            let known = meant(
                name,
                names
                    .constants
                    .keys()
                    .chain(names.years.keys())
                    .map(String::as_str)
                    .collect::<Vec<_>>(),
            );
            findings.add_to_file(Problem::UnknownOverride {
                name: name.clone(),
                known,
            });
            continue;
        };
        if !fits {
            findings.add_to_file(Problem::BadOverride {
                name: name.clone(),
                value: value.clone(),
            });
        }
        applied.insert(name.clone(), value.clone());
    }
    applied
}

/// A constant that nothing uses is probably misspelt somewhere.
pub(super) fn report_unused(file: &RuleFile, names: &Names<'_>, findings: &mut Findings<'_>) {
    let used = names.used.borrow();
    for (name, _) in &file.constants {
        if !used.contains(&name.value) {
            findings.add(
                Problem::UnusedConstant {
                    name: name.value.clone(),
                },
                name.span,
            );
        }
    }
}

pub(super) fn report_not_in_force(file: &RuleFile, day: NaiveDate, findings: &mut Findings<'_>) {
    for (name, source) in &file.sources {
        let early = source.valid.from.is_some_and(|from| day < from);
        let late = source.valid.to.is_some_and(|to| day > to);
        if early || late {
            findings.add(
                Problem::NotInForce {
                    source: name.value.clone(),
                    day,
                },
                name.span,
            );
        }
    }
}
