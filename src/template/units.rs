//! Units of the official lists: those that are wanted, and those that a mistyped code may mean.
//!
//! In: rosters, codes. Out: units. Must not know: sheets.

use crate::fact::roster::{Roster, Unit};
use crate::fact::schema::{RosterLevel, Schema};
use crate::text::nearest;
use std::sync::Arc;

/// What is known of a code that somebody typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Known {
    /// A unit has it.
    Unit,
    /// None has it; these may be meant, each by its code and its name.
    Not(Vec<String>),
}

/// How many units are named where none is near.
const SHOWN: usize = 12;

/// Whether a unit of the rule set's official lists has that code.
pub fn known_units(schema: &Schema, code: &str) -> Known {
    let rosters = rosters(schema);
    if rosters.iter().any(|roster| roster.unit(code).is_some()) {
        return Known::Unit;
    }
    let units: Vec<&Unit> = rosters.iter().flat_map(|roster| roster.units()).collect();
    let texts: Vec<[String; 3]> = units
        .iter()
        .map(|unit| [unit.code.clone(), unit.name.clone(), unit.full_name()])
        .collect();
    let near = nearest(code, texts.iter().flatten().map(String::as_str));
    let is_near = |texts: &[String; 3]| texts.iter().any(|text| Some(text.as_str()) == near);
    let shown = units
        .iter()
        .zip(&texts)
        .filter(|(_, texts)| near.is_none() || is_near(texts))
        .map(|(unit, _)| format!("{} ({})", unit.code, unit.full_name()));
    Known::Not(shown.take(SHOWN).collect())
}

fn rosters(schema: &Schema) -> Vec<&Arc<Roster>> {
    let mut rosters: Vec<&Arc<Roster>> = Vec::new();
    let levels = schema
        .tables
        .values()
        .filter_map(|table| table.roster.as_ref());
    for RosterLevel { roster, .. } in levels {
        if !rosters.iter().any(|held| held.sha256 == roster.sha256) {
            rosters.push(roster);
        }
    }
    rosters
}

/// The units of a level that are named themselves or belong to a named one, in the list's order; all, if none is named.
pub(super) fn wanted_units<'a>(level: &'a RosterLevel, codes: &[String]) -> Vec<&'a Unit> {
    let units = level.roster.level(&level.level);
    units
        .filter(|unit| codes.is_empty() || belongs(unit, codes, &level.roster))
        .collect()
}

fn belongs(unit: &Unit, codes: &[String], roster: &Roster) -> bool {
    let above = std::iter::successors(Some(unit), |unit| roster.unit(&unit.parent));
    // A list that went round in a circle would have no end.
    above
        .take(MOST_LEVELS)
        .any(|unit| codes.contains(&unit.code))
}

const MOST_LEVELS: usize = 16;
