//! Rows of a table with an official list of units: code and name must be of one unit, and a name alone leads to the code.
//!
//! In: a row. Out: its kind; the code is left in the sheet's key columns. Must not know: how names are compared.

use super::kind::{Part, RowKind};
use super::words::is_code;
use super::{Body, MayBeNew};
use crate::fact::SkipReason;
use crate::fact::convert::text_of;
use crate::fact::problem::Problem;
use crate::fact::roster::Unit;
use crate::fact::units::{Identity, Own};
use crate::table::{Cell, Row};

impl<'s> Body<'s> {
    pub(super) fn kind_by_roster(&mut self, row: Row<'_>) -> RowKind<'s> {
        let Some(roster) = self.key.roster.as_ref() else {
            return self.kind_by_key(row);
        };
        let cell = self.key.cell(0, row, &self.staged.bindings);
        if cell == Cell::Empty || self.converters[self.key.bindings[0]].is_empty(cell) {
            return self.kind_by_name(row);
        }
        let column = self.staged.bindings[self.key.bindings[0]].at;
        let name = self.key.name_cell(row).map(|(_, cell)| text_of(cell));
        let code = self.converters[self.key.bindings[0]].code_in(cell);
        let identity = code
            .as_deref()
            .and_then(|code| roster.units.by_code(code, name.as_deref()));
        match identity {
            Some(identity) => {
                self.key.parts[0].push_str(code.as_deref().unwrap_or_default());
                self.by_identity(row, identity, column)
            }
            None => self.kind_of_unknown_code(row, column),
        }
    }

    /// A row without a code.
    fn kind_by_name(&mut self, row: Row<'_>) -> RowKind<'s> {
        let (Some((column, cell)), Some(roster)) =
            (self.key.name_cell(row), self.key.roster.as_ref())
        else {
            return self.without_key(row);
        };
        let name = text_of(cell);
        let is_numbered_as_heading = self.is_numbered_as_heading(row);
        if let Some(unit) = roster
            .units
            .heading(&name)
            .filter(|_| is_numbered_as_heading)
        {
            return RowKind::Heading(unit);
        }
        let parent = self.parent(row);
        let about = self.setting.layout.unit_above.as_deref();
        let identity = roster.units.by_name(&name, parent.as_deref(), about);
        if let Identity::Own(own) = &identity {
            self.key.parts[0].push_str(&own.unit.code);
            self.key.found = self.key.bindings.first().map(|binding| (*binding, 0));
        }
        // `I. Khu vực thành thị` with figures is the total of a group that is no unit.
        let is_group = matches!(identity, Identity::Unknown(Problem::UnknownName { .. }));
        if is_group && is_numbered_as_heading && self.has_data(row) {
            return RowKind::GroupTotal;
        }
        self.by_identity(row, identity, column)
    }

    /// The unit that the row or the heading above it says its unit belongs to.
    fn parent(&self, row: Row<'_>) -> Option<String> {
        let own = self
            .key
            .roster
            .as_ref()
            .and_then(|roster| roster.parent_text(row));
        own.or_else(|| self.heading.map(|unit| unit.code.clone()))
    }

    /// Whether a row stands under a unit that new units do not belong to, which is that unit's own if there is one.
    fn is_under_old_parent(&self, row: Row<'_>, unit: Option<&Unit>) -> bool {
        let (Some(roster), Some(parent)) = (self.key.roster.as_ref(), self.parent(row)) else {
            return false;
        };
        let units = &roster.units;
        units.is_old_parent(&parent)
            && unit.is_none_or(|unit| units.other_parent(unit, &parent).is_none())
    }

    /// What a row is by its unit, known or not from that column.
    fn by_identity(&mut self, row: Row<'_>, identity: Identity<'s>, column: u32) -> RowKind<'s> {
        match identity {
            Identity::Own(own) => self.own_unit(row, own, column),
            Identity::Above(unit) => RowKind::Heading(unit),
            Identity::Disagrees(problem) => {
                RowKind::SetAside(SkipReason::CodeName, Box::new(problem), column)
            }
            Identity::New(problem) => {
                self.has_new_units = true;
                self.has_new_under_old |= self.is_under_old_parent(row, None);
                RowKind::SetAside(SkipReason::CodeName, Box::new(problem), column)
            }
            Identity::Unknown(problem) if self.has_data(row) => {
                RowKind::SetAside(SkipReason::NoKey, Box::new(problem), column)
            }
            Identity::Unknown(_) => RowKind::Skipped(SkipReason::Group),
        }
    }

    fn own_unit(&mut self, row: Row<'_>, own: Own<'s>, column: u32) -> RowKind<'s> {
        let name_column = self.key.name;
        let remarks = own.spelling.zip(name_column);
        let is_by_name = self.key.found.is_some();
        if let Some(roster) = self.key.roster.as_ref().filter(|_| !is_by_name)
            && let (Some(at), Some(given)) = (roster.parent, roster.parent_text(row))
            && let Some(problem) = roster.units.other_parent(own.unit, &given)
        {
            self.key.remarks.push((problem, at));
        }
        self.key.remarks.splice(0..0, remarks);
        self.may_be_new = own.may_be_new.map(|problem| MayBeNew {
            problem,
            column,
            is_under_old: self.is_under_old_parent(row, Some(own.unit)),
        });
        RowKind::Data
    }

    fn kind_of_unknown_code(&mut self, row: Row<'_>, column: u32) -> RowKind<'s> {
        if let Part::Bad(problem, column) = self.read_part(0, row) {
            return if self.has_data(row) {
                RowKind::SetAside(SkipReason::NoKey, Box::new(problem), column)
            } else {
                RowKind::Skipped(SkipReason::Group)
            };
        }
        let Some(roster) = self.key.roster.as_ref() else {
            return RowKind::Data;
        };
        let code = self.key.parts[0].clone();
        if let Some((_, name)) = self.key.name_cell(row) {
            let parent = roster.parent_text(row);
            let units = &roster.units;
            if let Some(identity) = units.by_unknown_code(&code, &text_of(name), parent.as_deref())
            {
                return self.by_identity(row, identity, column);
            }
        }
        let problem = Problem::UnknownUnit {
            code,
            roster: roster.units.roster.file.clone(),
        };
        // Words without figures in the column of codes are a note or a signature.
        if !is_code(&self.key.parts[0]) && !self.has_data(row) {
            return RowKind::Skipped(SkipReason::Group);
        }
        RowKind::SetAside(SkipReason::UnknownUnit, Box::new(problem), column)
    }
}
