//! The official list of units: which ought to be there, and how a name leads to a code.
//!
//! In: the roster's CSV text. Out: units by code and by folded name. Must not know: sheets, rules.

use crate::text::{fold, without_accents};
use std::collections::HashMap;

/// One unit of the official list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Official code.
    pub code: String,
    /// Name without type words.
    pub name: String,
    /// Type word: `Xã`, `Phường`, `Huyện`, …
    pub kind: String,
    /// Level, as tables name it: `province`, `district`, `commune`.
    pub level: String,
    /// The code of the unit it belongs to, empty for the top.
    pub parent: String,
}

/// The official list of units.
#[derive(Clone, Debug, Default)]
pub struct Roster {
    /// File name, as the rule set writes it.
    pub file: String,
    /// SHA-256 of its bytes in lower-case hexadecimal.
    pub sha256: String,
    units: Vec<Unit>,
    by_code: HashMap<String, usize>,
    by_name: HashMap<String, Vec<usize>>,
    by_plain_name: HashMap<String, Vec<usize>>,
}

impl Roster {
    /// A roster of those units.
    pub fn new(file: String, sha256: String, units: Vec<Unit>) -> Self {
        let mut roster = Roster { file, sha256, ..Roster::default() };
        for (index, unit) in units.iter().enumerate() {
            roster.by_code.insert(unit.code.clone(), index);
            roster.by_name.entry(fold(&unit.name)).or_default().push(index);
            roster.by_plain_name.entry(without_accents(&unit.name)).or_default().push(index);
        }
        roster.units = units;
        roster
    }

    /// The units of a level, in the list's order.
    pub fn level<'a>(&'a self, level: &'a str) -> impl Iterator<Item = &'a Unit> {
        self.units.iter().filter(move |unit| unit.level == level)
    }

    /// The unit of that code.
    pub fn unit(&self, code: &str) -> Option<&Unit> {
        self.by_code.get(code).map(|index| &self.units[*index])
    }
}
