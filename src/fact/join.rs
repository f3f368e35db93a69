//! The rows of a sheet into the facts of its table: joined by key, each fact once.
//!
//! In: a staged sheet and the table so far. Out: the table with the sheet's facts; what was said twice, alike or not.
//! Must not know: cells, headers.

use crate::diagnostic::{Diagnostics, Severity};
use crate::fact::body::{Share, Staged, slot};
use crate::fact::data::{Absence, Fact, Origin, Part, TableFacts};
use crate::fact::problem::Problem;
use crate::fact::schema::{ColumnId, ColumnSchema, ColumnType, Schema, Slot, TableSchema};
use crate::fact::{BuiltInCheck, DataFault, TableNeeds};
use crate::number::Number;
use crate::place::{Place, Spot};
use crate::text::fold;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// A sheet on its way into its table.
pub(super) struct Joining<'a> {
    pub(super) schema: &'a Schema,
    pub(super) table: &'a mut TableFacts,
    pub(super) needed: Option<&'a TableNeeds>,
    pub(super) place: &'a Place,
    pub(super) findings: &'a mut Diagnostics,
    pub(super) faults: &'a mut Vec<DataFault>,
}

/// Where each staged row goes.
struct Destination {
    row: u32,
    origin: Origin,
}

impl Joining<'_> {
    /// Adds all rows and facts of the sheet.
    pub(super) fn add(&mut self, mut staged: Staged) {
        let rows_before = self.table.len();
        let destinations = self.add_rows(&staged);
        let are_new = (rows_before..)
            .zip(&destinations)
            .all(|(at, destination)| destination.row == at);
        let may_adopt = are_new && rows_before == 0 && staged.years.is_empty();
        let may_append = are_new && staged.is_one_part();
        let mut alike: BTreeMap<u32, u64> = BTreeMap::new();
        for index in 0..staged.bindings.len() {
            let binding = &staged.bindings[index];
            let fixed = slot(binding, None);
            let column = &mut staged.columns[index];
            if may_adopt && self.table.adopt(fixed, column)
                || may_append && self.table.append(fixed, column, rows_before)
            {
                continue;
            }
            let column = &staged.columns[index];
            for (at, destination) in destinations.iter().enumerate() {
                let slot = slot(binding, staged.years.get(at).copied());
                let fact = column.get(u32::try_from(at).unwrap_or(u32::MAX));
                if fact == Fact::Missing(Absence::NoRow) {
                    continue;
                }
                if let Some(part) = self.set(destination, slot, &fact) {
                    *alike.entry(part).or_default() += 1;
                }
            }
        }
        self.note_alike(alike);
    }

    fn add_rows(&mut self, staged: &Staged) -> Vec<Destination> {
        let parts = if staged.cells.is_empty() {
            self.add_parts(staged)
        } else {
            self.add_scattered_parts(staged)
        };
        let mut destinations = Vec::with_capacity(staged.len());
        let mut key: Vec<&str> = Vec::new();
        for (at, (&number, &part)) in staged.rows.iter().zip(&parts).enumerate() {
            let origin = Origin { part, row: number };
            key.clear();
            key.extend(staged.key(at));
            let before = self.table.len();
            let row = self.table.row_for(&key, origin);
            if row < before {
                self.refuse_duplicate(row, origin);
            }
            destinations.push(Destination { row, origin });
        }
        destinations
    }

    /// A part for each row whose facts stand anywhere in the sheet.
    fn add_scattered_parts(&mut self, staged: &Staged) -> Vec<u32> {
        let cells = staged.cells.iter();
        cells
            .map(|cells| {
                let part = Part {
                    file: self.place.file.clone(),
                    sheet: self.place.sheet.clone(),
                    columns: cells
                        .iter()
                        .map(|(slot, cell)| (*slot, cell.column))
                        .collect(),
                };
                let rows = cells.iter().map(|(slot, cell)| (*slot, cell.row)).collect();
                self.table.add_scattered_part(part, rows)
            })
            .collect()
    }

    /// One part for the sheet, or one for each of its years and measures; the part of each row.
    fn add_parts(&mut self, staged: &Staged) -> Vec<u32> {
        let mut shares: Vec<Share> = (0..staged.len()).map(|row| staged.share(row)).collect();
        shares.sort_unstable();
        shares.dedup();
        if shares.is_empty() {
            shares.push(Share::default());
        }
        let mut parts: FxHashMap<Share, u32> = FxHashMap::default();
        for share in shares {
            let columns = (0..)
                .zip(&staged.bindings)
                .filter(|(index, _)| staged.gives(*index, share))
                .map(|(_, binding)| (slot(binding, share.year), binding.at))
                .collect();
            let part = Part {
                file: self.place.file.clone(),
                sheet: self.place.sheet.clone(),
                columns,
            };
            parts.insert(share, self.table.add_part(part));
        }
        let part_of = |row| parts.get(&staged.share(row)).copied().unwrap_or_default();
        (0..staged.len()).map(part_of).collect()
    }

    /// The same key twice in one sheet (in one year and measure of it).
    fn refuse_duplicate(&mut self, row: u32, origin: Origin) {
        let Some(first) = self
            .table
            .origins(row)
            .find(|other| other.part == origin.part && other.row != origin.row)
        else {
            return;
        };
        let places: Vec<Place> = [first, origin]
            .into_iter()
            .filter_map(|origin| self.table.place(origin, None))
            .collect();
        let code = self.table.code(row);
        let mut diagnostic = Problem::DuplicateKey { code: code.clone() }.diagnostic();
        diagnostic.places.clone_from(&places);
        self.findings.push(diagnostic);
        let table = self.table.table;
        self.faults.push(DataFault {
            check: BuiltInCheck::Duplicate,
            table,
            code: Some(code),
            slot: None,
            places,
        });
    }

    /// Sets a fact; if another cell says the same, gives the part of that cell.
    fn set(&mut self, destination: &Destination, slot: Slot, fact: &Fact<'_>) -> Option<u32> {
        let &Destination { row, origin } = destination;
        let held = self.table.get(row, slot);
        match (&held, fact) {
            (Fact::Missing(Absence::NoRow | Absence::NoColumn), _) => {
                self.put(row, slot, fact, origin);
                None
            }
            // What cannot be read may disagree; what is empty says nothing.
            (_, Fact::Missing(Absence::Empty)) | (Fact::Missing(Absence::Unreadable), _) => None,
            (Fact::Missing(Absence::Empty), _)
            | (
                _,
                Fact::Missing(
                    Absence::Unreadable | Absence::Conflict | Absence::NoColumn | Absence::NoRow,
                ),
            ) => {
                self.put(row, slot, fact, origin);
                None
            }
            (Fact::Missing(Absence::Conflict), _) => {
                let mut origins = self.table.origins_of(row, slot);
                origins.push(origin);
                self.table.set_origins(row, slot, origins);
                None
            }
            // By a roster, names have been held against their codes already.
            (held, fact)
                if is_alike(held, fact) || self.is_name(slot.column) && self.has_roster() =>
            {
                self.alike(row, slot, origin)
            }
            (held, fact) => {
                let (first, second) = (self.shown(slot, held), self.shown(slot, fact));
                self.conflict(row, slot, origin, first, second);
                None
            }
        }
    }

    fn put(&mut self, row: u32, slot: Slot, fact: &Fact<'_>, origin: Origin) {
        self.table.set(row, slot, fact);
        if self.table.first_origin(row, slot) != Some(origin) {
            self.table.set_origins(row, slot, vec![origin]);
        }
    }

    /// Keys and names are alike by their nature; a sheet by year repeats its other columns in each year.
    fn alike(&self, row: u32, slot: Slot, origin: Origin) -> Option<u32> {
        let first = *self.table.origins_of(row, slot).first()?;
        let is_same_sheet = || {
            let parts = self.table.parts();
            let of = |origin: Origin| {
                parts
                    .get(origin.part as usize)
                    .map(|part| (&part.file, &part.sheet))
            };
            of(first) == of(origin)
        };
        (!self.is_label(slot.column) && !is_same_sheet()).then_some(first.part)
    }

    fn is_label(&self, column: ColumnId) -> bool {
        self.table.key().contains(&column) || self.is_name(column)
    }

    fn is_name(&self, column: ColumnId) -> bool {
        self.declared(column)
            .is_some_and(|column| column.name == "name" && column.kind == ColumnType::Text)
    }

    fn has_roster(&self) -> bool {
        self.schema.table_at(self.table.table).roster.is_some()
    }

    fn conflict(&mut self, row: u32, slot: Slot, origin: Origin, first: String, second: String) {
        let mut origins = self.table.origins_of(row, slot);
        origins.push(origin);
        let mut diagnostic = Problem::Conflict {
            table: Box::new(self.schema.table_at(self.table.table).title.clone()),
            code: self.table.code(row),
            column: self.label(slot),
            first,
            second,
        }
        .diagnostic();
        diagnostic.places = origins
            .iter()
            .filter_map(|origin| self.table.place(*origin, Some(slot)))
            .collect();
        let is_name = self.is_name(slot.column);
        if !self.needed.is_some_and(|needed| needed.contains(&slot)) {
            diagnostic.severity = if is_name {
                Severity::Warning
            } else {
                Severity::Note
            };
        }
        self.findings.push(diagnostic);
        if is_name {
            // A name tells people which row is meant, so that the first spelling stands; the key tells the program.
            return;
        }
        self.table.set(row, slot, &Fact::Missing(Absence::Conflict));
        self.table.set_origins(row, slot, origins);
    }

    fn note_alike(&mut self, alike: BTreeMap<u32, u64>) {
        for (part, count) in alike {
            let Some(other) = self.table.parts().get(part as usize) else {
                continue;
            };
            let other = Place {
                file: other.file.clone(),
                sheet: other.sheet.clone(),
                spot: Spot::Whole,
            };
            self.findings.push(
                Problem::SameFacts {
                    count,
                    other: other.to_string(),
                }
                .at(self.place.clone())
                .at(other),
            );
        }
    }

    fn declared(&self, column: ColumnId) -> Option<&ColumnSchema> {
        self.schema.table_at(self.table.table).column_at(column)
    }

    fn label(&self, slot: Slot) -> String {
        label(self.schema.table_at(self.table.table), slot)
    }

    /// A value for a message; not what is said of a person.
    fn shown(&self, slot: Slot, fact: &Fact<'_>) -> String {
        if self.schema.table_at(self.table.table).personal {
            return "…".to_owned();
        }
        match (fact, self.declared(slot.column).map(|column| &column.kind)) {
            (Fact::Number(ratio), Some(ColumnType::Percent)) => {
                format!("{}%", (ratio * &Number::from(100)).to_exact())
            }
            (Fact::Number(number), _) => number.to_exact(),
            (Fact::Text(text), _) => (*text).to_owned(),
            (Fact::YesNo(flag), _) => if *flag { "✓" } else { "✗" }.to_owned(),
            (Fact::Date(day), _) => day.format("%d/%m/%Y").to_string(),
            (Fact::Year(year), _) => year.to_string(),
            (Fact::Missing(Absence::NoYear), _) => "0".to_owned(),
            (
                Fact::Term(rank),
                Some(ColumnType::Level(vocabulary) | ColumnType::Choice(vocabulary)),
            ) => self
                .schema
                .vocabulary_at(*vocabulary)
                .code(*rank)
                .to_owned(),
            (Fact::Term(_) | Fact::Missing(_), _) => String::new(),
        }
    }
}

/// A column's name with its year, as canonical headers write it.
pub(super) fn label(table: &TableSchema, slot: Slot) -> String {
    let header = table.column_at(slot.column).map(ColumnSchema::usual_header);
    let header = header.unwrap_or_default();
    match slot.year {
        Some(year) => format!("{header} {year}"),
        None => header,
    }
}

fn is_alike(one: &Fact<'_>, other: &Fact<'_>) -> bool {
    match (one, other) {
        (Fact::Text(one), Fact::Text(other)) => one == other || fold(one) == fold(other),
        (one, other) => one == other,
    }
}
