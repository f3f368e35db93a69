//! The official list of units: which ought to be there, and how a name leads to a code.
//!
//! In: the roster's CSV text. Out: units by code and by folded name. Must not know: sheets, rules.

mod mention;
mod name;
mod parse;
mod successors;
mod type_word;

pub use parse::RosterFault;
pub use successors::{Successor, SuccessorFault};

use crate::text::{fold, likely, without_accents};
use name::Name;
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

impl Unit {
    /// The name with its type word, as people write it: `Xã Lộc Thành`.
    pub fn full_name(&self) -> String {
        format!("{} {}", self.kind, self.name).trim().to_owned()
    }
}

/// What a name leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lookup<'a> {
    /// This unit and no other.
    One(&'a Unit),
    /// Several units of that name; the parent or the type word would tell them apart.
    Many(Vec<&'a Unit>),
    /// No unit of that name.
    None {
        /// The units that may have been meant: a difference of accents, or a misspelling.
        suggestions: Vec<&'a Unit>,
    },
}

/// How a name that stands beside a code agrees with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::fact) enum Agreement {
    /// The official name or a former one.
    Same,
    /// The same but for accents, and no other unit's name.
    Accents,
    /// Another name.
    Different,
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
    /// Folded bare names, former ones too.
    by_name: HashMap<String, Vec<usize>>,
    by_plain_name: HashMap<String, Vec<usize>>,
    /// Units that took the place of these.
    successors: Vec<Successor>,
}

impl Roster {
    /// The roster in those bytes: CSV in UTF-8 with the columns `code,name,type,level,parent` and, if units were renamed, `valid_from`
    /// (`valid_to` is for people). Of several entries of one code the one valid from the latest day is the unit, the others are its
    /// former names.
    pub fn parse(file: &str, sha256: String, bytes: &[u8]) -> Result<Roster, RosterFault> {
        parse::parse(file, sha256, bytes)
    }

    /// A roster of those units.
    pub fn new(file: String, sha256: String, units: Vec<Unit>) -> Self {
        let mut roster = Roster {
            file,
            sha256,
            ..Roster::default()
        };
        for (index, unit) in units.iter().enumerate() {
            roster.by_code.insert(unit.code.clone(), index);
            roster.add_name(&unit.name, index);
        }
        roster.units = units;
        roster
    }

    fn with_former_names(mut self, former: Vec<Unit>) -> Self {
        for unit in former {
            if let Some(index) = self.by_code.get(&unit.code).copied() {
                self.add_name(&unit.name, index);
            }
        }
        self
    }

    fn add_name(&mut self, name: &str, index: usize) {
        for (names, name) in [
            (&mut self.by_name, fold(name)),
            (&mut self.by_plain_name, without_accents(name)),
        ] {
            let units = names.entry(name).or_default();
            if !units.contains(&index) {
                units.push(index);
            }
        }
    }

    /// All units, in the list's order.
    pub fn units(&self) -> &[Unit] {
        &self.units
    }

    /// The units of a level, in the list's order.
    pub fn level<'a>(&'a self, level: &'a str) -> impl Iterator<Item = &'a Unit> {
        self.units.iter().filter(move |unit| unit.level == level)
    }

    /// The unit of that code.
    pub fn unit(&self, code: &str) -> Option<&Unit> {
        self.by_code.get(code).map(|index| &self.units[*index])
    }

    /// The unit that a name means at a level. Case, spaces, tone placement and type words do not matter, accents do. `parent` is
    /// the code or the name of the unit it belongs to; if the roster does not know it, it tells nothing. The name may say that unit
    /// itself: `Tân Lợi (Đồng Phú)`.
    pub fn find(&self, level: &str, name: &str, parent: Option<&str>) -> Lookup<'_> {
        let name = self.name(name);
        let found = self.meant(level, &name, parent);
        match found.as_slice() {
            [unit] => Lookup::One(unit),
            [] => {
                let is_of_level = name.type_word.is_none_or(|word| self.has_type(level, word));
                let suggestions = if is_of_level {
                    self.suggestions(level, &name.bare)
                } else {
                    Vec::new()
                };
                Lookup::None { suggestions }
            }
            [..] => Lookup::Many(found),
        }
    }

    /// The unit that a name means at a level, if it is only one.
    pub(in crate::fact) fn only(&self, level: &str, name: &str) -> Option<&Unit> {
        match self.meant(level, &self.name(name), None).as_slice() {
            [unit] => Some(unit),
            [] | [_, ..] => None,
        }
    }

    fn meant(&self, level: &str, name: &Name, parent: Option<&str>) -> Vec<&Unit> {
        let mut found = self.candidates(level, name.type_word, &name.bare, parent);
        if let Some(parent) = &name.parent {
            let parents = self.units_meant(parent);
            found.retain(|unit| parents.contains(&unit.parent.as_str()));
        }
        found
    }

    fn candidates(
        &self,
        level: &str,
        type_word: Option<&str>,
        bare: &str,
        parent: Option<&str>,
    ) -> Vec<&Unit> {
        let mut found: Vec<&Unit> = self
            .named(&self.by_name, bare)
            .filter(|unit| unit.level == level)
            .collect();
        if let Some(word) = type_word.filter(|_| !found.is_empty()) {
            if found.iter().any(|unit| fold(&unit.kind) == word) {
                found.retain(|unit| fold(&unit.kind) == word);
            } else if !self.has_type(level, word) {
                // `Huyện Lộc Ninh` is no commune, though there is a township of that name. But `Xã Thành Tâm` is the ward of today.
                found.clear();
            }
        }
        let parents = parent
            .filter(|_| !found.is_empty())
            .map(|parent| self.units_meant(parent))
            .unwrap_or_default();
        if !parents.is_empty() {
            found.retain(|unit| parents.contains(&unit.parent.as_str()));
        }
        found
    }

    fn has_type(&self, level: &str, type_word: &str) -> bool {
        self.units
            .iter()
            .any(|unit| unit.level == level && fold(&unit.kind) == type_word)
    }

    /// The one unit of any other level that a name means, such as the district that heads a list of its communes.
    pub(in crate::fact) fn find_at_other_level(&self, level: &str, name: &str) -> Option<&Unit> {
        let mut levels: Vec<&str> = self
            .units
            .iter()
            .map(|unit| unit.level.as_str())
            .filter(|other| *other != level)
            .collect();
        levels.sort_unstable();
        levels.dedup();
        let mut found = levels
            .into_iter()
            .filter_map(|other| self.only(other, name));
        found.next().filter(|_| found.next().is_none())
    }

    /// Whether a name says of which type its unit is.
    pub(in crate::fact) fn has_type_word(&self, name: &str) -> bool {
        self.name(name).type_word.is_some()
    }

    /// Whether a name may be that of the unit with that code, accents aside; none if there is no such unit.
    pub fn may_be_named(&self, code: &str, name: &str) -> Option<bool> {
        let unit = self.unit(code)?;
        Some(self.agreement(unit, name) != Agreement::Different)
    }

    /// How a name that stands beside a unit's code agrees with it.
    pub(in crate::fact) fn agreement(&self, unit: &Unit, name: &str) -> Agreement {
        // Most files write names as the list does.
        if name
            .strip_suffix(unit.name.as_str())
            .is_some_and(|kind| kind.trim_end().is_empty() || kind.trim_end() == unit.kind)
        {
            return Agreement::Same;
        }
        let name = self.name(name);
        let bare = name.bare.as_str();
        let is_meant = |other: &Unit| other.code == unit.code;
        let same_level = |other: &&Unit| other.level == unit.level;
        let is_elsewhere = name
            .parent
            .as_ref()
            .is_some_and(|parent| !self.units_meant(parent).contains(&unit.parent.as_str()));
        if is_elsewhere {
            return Agreement::Different;
        }
        if self.named(&self.by_name, bare).any(is_meant) {
            return Agreement::Same;
        }
        let is_other_name = self
            .named(&self.by_name, bare)
            .any(|other| same_level(&other));
        let plain: Vec<&Unit> = self
            .named(&self.by_plain_name, &without_accents(bare))
            .filter(same_level)
            .collect();
        match plain.as_slice() {
            [only] if is_meant(only) && !is_other_name => Agreement::Accents,
            [..] => Agreement::Different,
        }
    }

    fn named<'a>(
        &'a self,
        names: &'a HashMap<String, Vec<usize>>,
        name: &str,
    ) -> impl Iterator<Item = &'a Unit> {
        names
            .get(name)
            .into_iter()
            .flatten()
            .map(|index| &self.units[*index])
    }

    /// The codes of the units that a code or a name may mean.
    fn units_meant(&self, code_or_name: &str) -> Vec<&str> {
        if let Some(unit) = self.unit(code_or_name) {
            return vec![&unit.code];
        }
        self.named(&self.by_name, &self.name(code_or_name).bare)
            .map(|unit| unit.code.as_str())
            .collect()
    }

    /// Whether a code or a name means a unit of that level.
    pub(in crate::fact) fn is_of_level(&self, code_or_name: &str, level: &str) -> bool {
        let mut meant = self.units_meant(code_or_name).into_iter();
        meant.any(|code| self.unit(code).is_some_and(|unit| unit.level == level))
    }

    fn suggestions(&self, level: &str, bare: &str) -> Vec<&Unit> {
        let plain = without_accents(bare);
        let of_level = || self.units.iter().filter(|unit| unit.level == level);
        let elsewhere: Vec<&Unit> = self
            .named(&self.by_name, bare)
            .filter(|unit| unit.level == level)
            .collect();
        if !elsewhere.is_empty() {
            return elsewhere;
        }
        let without_accents: Vec<&Unit> = self
            .named(&self.by_plain_name, &plain)
            .filter(|unit| unit.level == level)
            .collect();
        if !without_accents.is_empty() {
            return without_accents;
        }
        let name = likely(bare, of_level().map(|unit| unit.name.as_str()));
        of_level()
            .filter(|unit| name.is_some_and(|name| unit.name == name))
            .collect()
    }
}

#[cfg(test)]
mod tests;
