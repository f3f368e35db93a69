//! Which unit of the official list a row is about, by its code, its name, and the unit it is said to belong to.
//!
//! In: those texts. Out: the unit, or why it is none. Must not know: cells, sheets.

use crate::fact::problem::Problem;
use crate::fact::roster::{Agreement, Lookup, Roster, Successor, Unit};
use crate::fact::schema::RosterLevel;
use rustc_hash::FxHashSet;

/// The units of one level.
#[derive(Debug)]
pub(super) struct Units<'s> {
    pub(super) roster: &'s Roster,
    pub(super) level: &'s str,
    /// Codes of the units that units of this level belong to, directly or not: headings, not rows.
    above: FxHashSet<&'s str>,
}

/// What a row's code and name say.
#[derive(Debug)]
pub(super) enum Identity<'s> {
    /// A unit of this level.
    Own(Own<'s>),
    /// A unit above this level.
    Above(&'s Unit),
    /// Code and name are not of one unit of this level.
    Disagrees(Problem),
    /// The name of a unit that took the place of others.
    New(Problem),
    /// No unit, or several.
    Unknown(Problem),
}

/// A unit that was found.
#[derive(Debug)]
pub(super) struct Own<'s> {
    pub(super) unit: &'s Unit,
    /// The name differs from the official one by its accents.
    pub(super) spelling: Option<Problem>,
    /// A new unit of other territory has the same code and name: the row is of that one, if others of its sheet are.
    pub(super) may_be_new: Option<Problem>,
}

impl<'s> Units<'s> {
    pub(super) fn new(level: &'s RosterLevel) -> Self {
        let roster: &'s Roster = &level.roster;
        let mut above = FxHashSet::default();
        for unit in roster.level(&level.level) {
            let mut parent = roster.unit(&unit.parent);
            while let Some(unit) = parent.filter(|unit| above.insert(unit.code.as_str())) {
                parent = roster.unit(&unit.parent);
            }
        }
        Units {
            roster,
            level: &level.level,
            above,
        }
    }

    /// By a code, with the name that stands beside it. None if the roster does not know the code.
    pub(super) fn by_code(&self, code: &str, name: Option<&str>) -> Option<Identity<'s>> {
        let unit = self.roster.unit(code)?;
        if self.above.contains(unit.code.as_str()) {
            return Some(Identity::Above(unit));
        }
        if unit.level != self.level {
            return Some(Identity::Disagrees(Problem::WrongLevel {
                code: unit.code.clone(),
                unit: unit.full_name(),
            }));
        }
        let Some(name) = name else {
            return Some(Identity::Own(Own {
                unit,
                spelling: None,
                may_be_new: None,
            }));
        };
        let successor = self.roster.successor(Some(code), name);
        let agreement = self.roster.agreement(unit, name);
        let is_new = |successor: &&Successor| {
            agreement == Agreement::Different || successor.has_other_type(name, &unit.kind)
        };
        if let Some(successor) = successor.filter(is_new) {
            return Some(Identity::New(self.new_unit(successor, name)));
        }
        let spelling = match agreement {
            Agreement::Same => None,
            Agreement::Accents => Some(Problem::NameSpelling {
                name: name.to_owned(),
                official: unit.full_name(),
            }),
            Agreement::Different => {
                return Some(Identity::Disagrees(Problem::CodeName {
                    code: unit.code.clone(),
                    name: name.to_owned(),
                    official: unit.full_name(),
                }));
            }
        };
        Some(Identity::Own(Own {
            unit,
            spelling,
            may_be_new: self.may_be_new(unit, successor, name),
        }))
    }

    /// By a code that the roster does not know, with the name beside it. None if the name says nothing either.
    pub(super) fn by_unknown_code(
        &self,
        code: &str,
        name: &str,
        parent: Option<&str>,
    ) -> Option<Identity<'s>> {
        if let Some(successor) = self.roster.successor(Some(code), name) {
            return Some(Identity::New(self.new_unit(successor, name)));
        }
        match self.roster.find(self.level, name, parent) {
            Lookup::One(unit) => Some(Identity::Disagrees(Problem::CodeUnknown {
                code: code.to_owned(),
                name: name.to_owned(),
                official_code: unit.code.clone(),
            })),
            Lookup::Many(_) | Lookup::None { .. } => None,
        }
    }

    /// By a name. `parent` is the unit that the row or the heading above it says its unit belongs to; `about` is the one that the
    /// table's title names, which only tells units of one name apart.
    pub(super) fn by_name(
        &self,
        name: &str,
        parent: Option<&str>,
        about: Option<&str>,
    ) -> Identity<'s> {
        // A unit of another district's name under an old district is misplaced, not new.
        let is_misplaced = |parent| {
            let anywhere = self.roster.find(self.level, name, None);
            self.is_old_parent(parent) && !matches!(anywhere, Lookup::None { .. })
        };
        let successor = self.roster.successor(None, name);
        let mut found = self.roster.find(self.level, name, parent);
        if let (Lookup::Many(_), Some(about)) = (&found, about)
            && let Lookup::One(unit) = self.roster.find(self.level, name, Some(about))
        {
            found = Lookup::One(unit);
        }
        match found {
            Lookup::One(unit) => match successor {
                Some(successor) if successor.has_other_type(name, &unit.kind) => {
                    Identity::New(self.new_unit(successor, name))
                }
                _ if parent.is_none() && self.shares_its_parents_name(unit, name) => {
                    let parent = self.roster.unit(&unit.parent);
                    let units = [Some(unit), parent].into_iter().flatten();
                    Identity::Unknown(Problem::SeveralUnits {
                        name: name.to_owned(),
                        units: units.map(Unit::full_name).collect(),
                    })
                }
                successor => Identity::Own(Own {
                    unit,
                    spelling: None,
                    may_be_new: self.may_be_new(unit, successor, name),
                }),
            },
            Lookup::Many(units) => Identity::Unknown(Problem::SeveralUnits {
                name: name.to_owned(),
                units: units.into_iter().map(|unit| self.shown(unit)).collect(),
            }),
            Lookup::None { suggestions } => {
                let successor = successor.filter(|_| !parent.is_some_and(is_misplaced));
                match (self.heading(name), successor, suggestions.as_slice()) {
                    (Some(unit), _, _) => Identity::Above(unit),
                    (None, Some(successor), _) => Identity::New(self.new_unit(successor, name)),
                    (None, None, [_, ..]) => Identity::Unknown(Problem::MisspeltName {
                        name: name.to_owned(),
                        nearest: suggestions
                            .into_iter()
                            .map(|unit| self.shown(unit))
                            .collect(),
                    }),
                    (None, None, []) => Identity::Unknown(Problem::UnknownName {
                        name: name.to_owned(),
                        roster: self.roster.file.clone(),
                    }),
                }
            }
        }
    }

    /// Whether a unit is said to belong to one of those that the roster's own units belong to, which later ones do not.
    pub(super) fn is_old_parent(&self, parent: &str) -> bool {
        let level = self.roster.level_above(self.level);
        level.is_some_and(|level| self.roster.is_of_level(parent, level))
    }

    /// The unit above this level that a name means.
    pub(super) fn heading(&self, name: &str) -> Option<&'s Unit> {
        self.roster
            .find_at_other_level(self.level, name)
            .filter(|unit| self.above.contains(unit.code.as_str()))
    }

    /// What there is to say if the unit belongs to another one than is given.
    pub(super) fn other_parent(&self, unit: &Unit, given: &str) -> Option<Problem> {
        let parent = self.roster.unit(&unit.parent)?;
        let is_other =
            given != parent.code && self.roster.agreement(parent, given) == Agreement::Different;
        is_other.then(|| Problem::ParentDiffers {
            value: given.to_owned(),
            official: format!("{} ({})", parent.full_name(), parent.code),
        })
    }

    /// Whether a bare name may as well mean the unit that this one belongs to: `Lộc Ninh` is a township and its district.
    fn shares_its_parents_name(&self, unit: &Unit, name: &str) -> bool {
        let parent = self.roster.unit(&unit.parent);
        parent.is_some_and(|parent| parent.name == unit.name) && !self.roster.has_type_word(name)
    }

    fn may_be_new(
        &self,
        unit: &Unit,
        successor: Option<&Successor>,
        name: &str,
    ) -> Option<Problem> {
        let changed = successor.filter(|successor| !successor.is_unchanged(&unit.code))?;
        Some(self.new_unit(changed, name))
    }

    fn new_unit(&self, successor: &Successor, name: &str) -> Problem {
        let from = successor.from.iter().map(|code| {
            let unit = self.roster.unit(code);
            unit.map_or_else(|| code.clone(), |unit| self.shown(unit))
        });
        Problem::NewUnit {
            code: successor.code.clone(),
            name: name.to_owned(),
            formed: successor.formed,
            from: from.collect(),
        }
    }

    /// A unit with what tells it from others of its name.
    pub(super) fn shown(&self, unit: &Unit) -> String {
        match self.roster.unit(&unit.parent) {
            Some(parent) => format!(
                "{} – {} ({})",
                unit.full_name(),
                parent.full_name(),
                unit.code
            ),
            None => format!("{} ({})", unit.full_name(), unit.code),
        }
    }
}
