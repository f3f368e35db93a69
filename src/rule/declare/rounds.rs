//! Rounds and constants.
//!
//! In: a rule file as written. Out: the years and numbers that conditions may name. Must not know: conditions.

use crate::fact::schema::{Schema, UnitId};
use crate::number::Number;
use crate::rule::Problem;
use crate::rule::declare::vocabularies::unit;
use crate::rule::declare::{Constant, Round, has, keys};
use crate::rule::file::{RuleFile, WrittenConstant, WrittenRound};
use crate::rule::yaml::{Findings, Written};
use indexmap::IndexMap;

/// The rounds; each must set the names that the first one sets, as years and as numbers.
pub(super) fn rounds(file: &RuleFile, findings: &mut Findings) -> IndexMap<String, Round> {
    if let Some((first_name, first)) = file.rounds.first() {
        for (name, round) in file.rounds.iter().skip(1) {
            let names = different_names(first, round);
            if !names.is_empty() {
                let (round, other) = (name.value.clone(), first_name.value.clone());
                findings.add_both(
                    Problem::RoundsDiffer {
                        round,
                        other,
                        names,
                    },
                    name.span,
                    first_name.span,
                );
            }
        }
    }
    file.rounds
        .iter()
        .map(|(name, round)| (name.value.clone(), checked(round)))
        .collect()
}

/// Names that one round sets and the other does not.
fn different_names(first: &WrittenRound, second: &WrittenRound) -> Vec<String> {
    let years = |a: &WrittenRound, b: &WrittenRound| -> Vec<String> {
        keys(&a.years)
            .filter(|name| !has(&b.years, name))
            .map(str::to_owned)
            .collect()
    };
    let numbers = |a: &WrittenRound, b: &WrittenRound| -> Vec<String> {
        keys(&a.set)
            .filter(|name| !has(&b.set, name))
            .map(str::to_owned)
            .collect()
    };
    let all = [
        years(first, second),
        numbers(first, second),
        years(second, first),
        numbers(second, first),
    ]
    .concat();
    // A name that is a year here and a number there would be listed twice.
    let mut names: Vec<String> = Vec::new();
    for name in all {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

fn checked(round: &WrittenRound) -> Round {
    Round {
        title: round.title.clone(),
        years: round
            .years
            .iter()
            .map(|(name, year)| (name.value.clone(), year.value))
            .collect(),
        set: round
            .set
            .iter()
            .map(|(name, amount)| (name.value.clone(), amount.value.clone()))
            .collect(),
    }
}

/// The declared round, or the only one.
pub(super) fn default_round(file: &RuleFile, findings: &mut Findings) -> Option<String> {
    if let Some(round) = &file.default_round {
        return check_known(round, file, findings).then(|| round.value.clone());
    }
    match file.rounds.as_slice() {
        [(only, _)] => Some(only.value.clone()),
        [] | [_, _, ..] => None,
    }
}

/// Whether that round is declared; reports it otherwise.
pub(super) fn check_known(
    round: &Written<String>,
    file: &RuleFile,
    findings: &mut Findings,
) -> bool {
    let known = has(&file.rounds, &round.value);
    if !known {
        let known = findings.meant(&round.value, keys(&file.rounds));
        findings.add(
            Problem::UnknownRound {
                value: round.value.clone(),
                known,
            },
            round.span,
        );
    }
    known
}

/// The constants.
pub(super) fn constants(
    file: &RuleFile,
    schema: &Schema,
    findings: &mut Findings,
) -> IndexMap<String, Constant> {
    file.constants
        .iter()
        .map(|(name, constant)| {
            (
                name.value.clone(),
                checked_constant(name, constant, schema, findings),
            )
        })
        .collect()
}

fn checked_constant(
    name: &Written<String>,
    written: &WrittenConstant,
    schema: &Schema,
    findings: &mut Findings,
) -> Constant {
    let amount = written.value.as_ref().map(|amount| &amount.value);
    let percent = amount.is_some_and(|amount| amount.percent);
    let unit = written.unit.as_ref().and_then(|unit_name| {
        if percent {
            findings.add(
                Problem::PercentWithUnit {
                    name: name.value.clone(),
                },
                unit_name.span,
            );
        }
        known_unit(unit_name, schema, findings)
    });
    Constant {
        value: amount.map_or(Number::ZERO, |amount| amount.value.clone()),
        unit,
        percent,
        cite: written.cite.clone(),
        says: written.says.clone(),
        place: findings.source().place(name.span.start, name.span.end),
    }
}

/// The unit of that name; reports it if it is not declared.
pub(super) fn known_unit(
    name: &Written<String>,
    schema: &Schema,
    findings: &mut Findings,
) -> Option<UnitId> {
    let found = unit(&schema.units, &name.value);
    if found.is_none() {
        let known = findings.meant(&name.value, schema.units.keys().map(String::as_str));
        findings.add(
            Problem::UnknownUnit {
                value: name.value.clone(),
                known,
            },
            name.span,
        );
    }
    found
}
