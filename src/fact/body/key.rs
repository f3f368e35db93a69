//! The columns that tell a sheet's rows apart, and the key of the row at hand.
//!
//! In: the sheet's bindings. Out: the key's parts, with what a roster adds to them. Must not know: values of other columns.

use super::Setting;
use crate::fact::convert::text_of;
use crate::fact::layout::{Binding, BoundYear};
use crate::fact::problem::Problem;
use crate::fact::schema::{ColumnType, Reference, RosterLevel, Schema};
use crate::fact::units::Units;
use crate::table::{Cell, Row};

/// Where the key stands in a sheet, and the key of the row at hand.
#[derive(Debug)]
pub(super) struct KeyColumns<'s> {
    /// The binding of each key column.
    pub(super) bindings: Vec<usize>,
    /// The sheet's column of names.
    pub(super) name: Option<u32>,
    /// The official list, for a table with one.
    pub(super) roster: Option<KeyRoster<'s>>,
    /// Whether the sheet has every key column itself.
    pub(super) is_complete: bool,
    /// Per binding: what its codes point to.
    pub(super) references: Vec<Option<Reference>>,
    /// The key's parts in the row at hand.
    pub(super) parts: Vec<String>,
    /// Binding and part of a code that was found by name.
    pub(super) found: Option<(usize, usize)>,
    /// What there is to say about a row that is used all the same.
    pub(super) remarks: Vec<(Problem, u32)>,
}

/// A roster as a key needs it.
#[derive(Debug)]
pub(super) struct KeyRoster<'s> {
    pub(super) units: Units<'s>,
    /// The sheet's column of the units that the rows' units belong to.
    pub(super) parent: Option<u32>,
}

/// The sheet's bindings, and one more for codes that are found by name, where the sheet has no column of codes.
pub(super) fn bindings(setting: &Setting<'_>) -> Vec<Binding> {
    let Setting { table, layout, .. } = setting;
    let mut bindings = layout.bindings.clone();
    let name = table
        .column("name")
        .and_then(|(name, _)| layout.binding(name));
    if let (Some(key), Some(name)) = (
        table.key.iter().find(|key| layout.binding(**key).is_none()),
        name,
    ) {
        bindings.push(Binding {
            column: *key,
            year: BoundYear::None,
            ..name.clone()
        });
    }
    bindings
}

impl<'s> KeyColumns<'s> {
    pub(super) fn new(setting: &Setting<'s>, bindings: &[Binding]) -> Self {
        let Setting {
            table,
            layout,
            schema,
            ..
        } = setting;
        let name = table
            .column("name")
            .filter(|(_, column)| column.kind == ColumnType::Text);
        let reference = |binding: &Binding| match table.column_at(binding.column)?.kind {
            ColumnType::Code { of, .. } => of,
            ColumnType::Text
            | ColumnType::Number { .. }
            | ColumnType::Percent
            | ColumnType::Money { .. }
            | ColumnType::YesNo
            | ColumnType::Date
            | ColumnType::Year
            | ColumnType::Level(_)
            | ColumnType::Choice(_) => None,
        };
        let references: Vec<Option<Reference>> = bindings.iter().map(reference).collect();
        let roster = table.roster.as_ref().filter(|_| table.key.len() == 1);
        KeyColumns {
            bindings: table
                .key
                .iter()
                .filter_map(|key| bindings.iter().position(|binding| binding.column == *key))
                .collect(),
            name: name
                .and_then(|(name, _)| layout.binding(name))
                .map(|binding| binding.at),
            roster: roster.map(|roster| KeyRoster::new(roster, &references, bindings, schema)),
            is_complete: table.key.iter().all(|key| layout.binding(*key).is_some()),
            references,
            parts: vec![String::new(); table.key.len()],
            found: None,
            remarks: Vec::new(),
        }
    }

    pub(super) fn begin_row(&mut self) {
        self.found = None;
        self.remarks.clear();
        self.parts.iter_mut().for_each(String::clear);
    }

    /// The key for people.
    pub(super) fn shown(&self) -> String {
        self.parts.join("/")
    }

    /// The code of that binding in the row at hand, if it was found by name.
    pub(super) fn found_code(&self, binding: usize) -> Option<&str> {
        let (_, part) = self.found.filter(|(found, _)| *found == binding)?;
        self.parts.get(part).map(String::as_str)
    }

    /// The cell of that key part, empty if the sheet has no such column.
    pub(super) fn cell<'c>(&self, part: usize, row: Row<'c>, bindings: &[Binding]) -> Cell<'c> {
        match self.bindings.get(part) {
            Some(binding) if self.is_complete => row.cell(bindings[*binding].at),
            Some(_) | None => Cell::Empty,
        }
    }

    /// The name in the row at hand, with its column.
    pub(super) fn name_cell<'c>(&self, row: Row<'c>) -> Option<(u32, Cell<'c>)> {
        self.name
            .map(|column| (column, row.cell(column)))
            .filter(|(_, cell)| *cell != Cell::Empty)
    }

    /// The code of the unit whose name stands where a code should be.
    pub(super) fn referenced(
        &self,
        binding: usize,
        text: &str,
        schema: &'s Schema,
    ) -> Option<&'s str> {
        match self.references.get(binding)? {
            Some(Reference::Table(table)) => {
                code_of_name(schema.table_at(*table).roster.as_ref()?, text)
            }
            Some(Reference::NamedBy(_)) | None => None,
        }
    }
}

/// The code of a unit by its name; none for what is a code of that level already, or no name of it.
pub(in crate::fact) fn code_of_name<'s>(level: &'s RosterLevel, text: &str) -> Option<&'s str> {
    let is_name = text.chars().any(char::is_alphabetic);
    if !is_name
        || level
            .roster
            .unit(text)
            .is_some_and(|unit| unit.level == level.level)
    {
        return None;
    }
    level
        .roster
        .only(&level.level, text)
        .map(|unit| unit.code.as_str())
}

impl<'s> KeyRoster<'s> {
    fn new(
        level: &'s RosterLevel,
        references: &[Option<Reference>],
        bindings: &[Binding],
        schema: &Schema,
    ) -> Self {
        let parents_level = level.roster.level_above(&level.level);
        let is_parent = |reference: Option<Reference>| match reference {
            Some(Reference::Table(table)) => {
                let other = schema.table_at(table).roster.as_ref();
                other.is_some_and(|other| parents_level == Some(other.level.as_str()))
            }
            Some(Reference::NamedBy(_)) | None => false,
        };
        let parent = references
            .iter()
            .zip(bindings)
            .find(|(reference, _)| is_parent(**reference));
        KeyRoster {
            units: Units::new(level),
            parent: parent.map(|(_, binding)| binding.at),
        }
    }

    /// The unit that the row's own column says its unit belongs to, as code or name.
    pub(super) fn parent_text(&self, row: Row<'_>) -> Option<String> {
        let cell = row.cell(self.parent?);
        (cell != Cell::Empty).then(|| text_of(cell).into_owned())
    }
}
