//! Figures by unit, column and year, each with its cell, before they become facts.
//!
//! In: cells of indicators. Out: a staged row for each unit. Must not know: labels, headings.

use crate::fact::body::{Staged, code_of_name, settle};
use crate::fact::convert::{Converter, Value};
use crate::fact::data::{Absence, Column, Fact, Kind};
use crate::fact::layout::{Binding, BoundYear};
use crate::fact::problem::Problem;
use crate::fact::schema::{
    ColumnId, ColumnSchema, ColumnType, Reference, Schema, Slot, TableId, TableSchema,
};
use crate::number::Number;
use crate::place::CellAddress;
use crate::table::Cell;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;

/// A unit, with where it is named.
#[derive(Clone, Debug)]
pub(super) struct Subject {
    pub(super) code: String,
    pub(super) name: Option<String>,
    pub(super) code_cell: Option<CellAddress>,
    pub(super) name_cell: Option<CellAddress>,
    /// The first row that is about it.
    pub(super) row: u32,
}

/// Cells that are read alike, because their rows have one label.
struct Indicator<'s> {
    binding: Binding,
    converter: Converter<'s>,
    values: Column,
    cells: Vec<Entry>,
    /// Values that are bare numbers in a percent column.
    bare: Vec<u32>,
    /// Cells that say that there is no year.
    no_years: Vec<CellAddress>,
}

#[derive(Clone, Copy)]
struct Entry {
    subject: usize,
    slot: Slot,
    cell: CellAddress,
}

/// Everything that a sheet gives.
pub(super) struct Entries<'s> {
    schema: &'s Schema,
    table: &'s TableSchema,
    indicators: Vec<Indicator<'s>>,
    subjects: Vec<Subject>,
    by_code: FxHashMap<String, usize>,
    /// Units of which nothing is used.
    dropped: FxHashSet<usize>,
}

/// A figure that a unit has twice: its code, what it is, and both cells.
pub(super) type Twice = (String, Slot, [CellAddress; 2]);

impl<'s> Entries<'s> {
    pub(super) fn new(schema: &'s Schema, table: TableId) -> Self {
        Entries {
            schema,
            table: schema.table_at(table),
            indicators: Vec::new(),
            subjects: Vec::new(),
            by_code: FxHashMap::default(),
            dropped: FxHashSet::default(),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.indicators.is_empty()
    }

    /// The unit of that code, if it has been met.
    pub(super) fn known(&self, code: &str) -> Option<usize> {
        self.by_code.get(code).copied()
    }

    /// The unit, added if its code is new.
    pub(super) fn subject(&mut self, subject: Subject) -> usize {
        if let Some(known) = self.known(&subject.code) {
            return known;
        }
        self.by_code
            .insert(subject.code.clone(), self.subjects.len());
        self.subjects.push(subject);
        self.subjects.len() - 1
    }

    /// Takes nothing of a unit; its code.
    pub(super) fn drop(&mut self, subject: usize) -> String {
        self.dropped.insert(subject);
        self.subjects[subject].code.clone()
    }

    /// The indicator that is read so, added if it is new.
    pub(super) fn indicator(&mut self, binding: Binding) -> usize {
        let known = self
            .indicators
            .iter()
            .position(|indicator| indicator.binding == binding);
        known.unwrap_or_else(|| {
            if let Some(column) = self.table.column_at(binding.column) {
                let personal = self.table.personal;
                self.indicators.push(Indicator {
                    converter: Converter::new(self.schema, column, &binding, personal),
                    binding,
                    values: Column::new(Kind::Text),
                    cells: Vec::new(),
                    bare: Vec::new(),
                    no_years: Vec::new(),
                });
            }
            self.indicators.len() - 1
        })
    }

    /// Adds a cell; one that cannot be read is a missing fact, and said.
    pub(super) fn add(
        &mut self,
        indicator: usize,
        subject: usize,
        slot: Slot,
        cell: CellAddress,
        content: Cell<'_>,
    ) -> Result<(), Problem> {
        let indicator = &mut self.indicators[indicator];
        indicator.cells.push(Entry {
            subject,
            slot,
            cell,
        });
        let at = u32::try_from(indicator.values.len()).unwrap_or(u32::MAX);
        match indicator.converter.convert(content) {
            Ok(value) => {
                if matches!(value, Value::Bare(_)) {
                    indicator.bare.push(at);
                }
                if matches!(value, Value::NoYear) {
                    indicator.no_years.push(cell);
                }
                let code = match &value {
                    Value::Text(text) => code_meant(self.schema, indicator.converter.column, text),
                    Value::Empty
                    | Value::Number(_)
                    | Value::Bare(_)
                    | Value::YesNo(_)
                    | Value::Date(_)
                    | Value::Year(_)
                    | Value::NoYear
                    | Value::Term(_) => None,
                };
                match code {
                    Some(code) => indicator.values.push(&Fact::Text(code)),
                    None => indicator.values.push(&value.fact()),
                }
                Ok(())
            }
            Err(problem) => {
                indicator.values.push(&Fact::Missing(Absence::Unreadable));
                Err(problem)
            }
        }
    }

    /// The columns of years with the cells that hold a nought.
    pub(super) fn no_years(&self) -> impl Iterator<Item = (String, &[CellAddress])> {
        let those = |indicator: &Indicator<'_>| !indicator.no_years.is_empty();
        let indicators = self
            .indicators
            .iter()
            .filter(move |indicator| those(indicator));
        indicators.map(|indicator| {
            let column = indicator.converter.column.usual_header();
            (column, indicator.no_years.as_slice())
        })
    }

    /// Settles bare numbers in percent columns; what is wrong with them.
    pub(super) fn settle_percents(&mut self) -> Vec<(Problem, Slot, CellAddress)> {
        let mut findings = Vec::new();
        for indicator in &mut self.indicators {
            let column = indicator.converter.column;
            let (values, personal) = (&mut indicator.values, self.table.personal);
            for found in settle(
                values,
                &indicator.bare,
                &indicator.binding,
                column,
                personal,
            ) {
                if let Some(entry) = indicator.cells.get(found.row as usize) {
                    findings.push((found.problem, entry.slot, entry.cell));
                }
            }
        }
        findings
    }

    /// Factors that numbers were multiplied by, with the labels of their rows.
    pub(super) fn scaled(&self) -> BTreeMap<Number, Vec<String>> {
        let mut scaled: BTreeMap<Number, Vec<String>> = BTreeMap::new();
        for binding in self.indicators.iter().map(|indicator| &indicator.binding) {
            if let Some(scale) = &binding.scale {
                scaled
                    .entry(scale.clone())
                    .or_default()
                    .push(binding.header.clone());
            }
        }
        scaled
    }

    /// How many numbers had more digits than a spreadsheet shows.
    pub(super) fn digits_cut(&self) -> u64 {
        self.indicators
            .iter()
            .map(|indicator| indicator.converter.cut)
            .sum()
    }

    /// A row for each unit, and a further one for figures that it has twice, which are told.
    pub(super) fn staged(&self) -> (Staged, Vec<Twice>) {
        let mut rows: Vec<StagedRow<'_>> = self.subjects.iter().map(StagedRow::of).collect();
        let mut twice = Vec::new();
        for indicator in &self.indicators {
            for (entry, at) in indicator.cells.iter().zip(0_u32..) {
                if self.dropped.contains(&entry.subject) {
                    continue;
                }
                let fact = indicator.values.get(at);
                let row = &mut rows[entry.subject];
                match row.cells.get(&entry.slot) {
                    None | Some((_, Fact::Missing(Absence::Empty))) => {
                        row.cells.insert(entry.slot, (entry.cell, fact));
                    }
                    Some(_) if fact == Fact::Missing(Absence::Empty) => {}
                    Some((first, _)) => {
                        let subject = row.subject;
                        twice.push((subject.code.clone(), entry.slot, [*first, entry.cell]));
                        let mut more = StagedRow::bare(subject, entry.cell.row);
                        more.cells.insert(entry.slot, (entry.cell, fact));
                        rows.push(more);
                    }
                }
            }
        }
        let is_kept = |at: &usize| !self.dropped.contains(at);
        let rows: Vec<StagedRow<'_>> = rows
            .into_iter()
            .enumerate()
            .filter(|(at, _)| is_kept(at))
            .map(|(_, row)| row)
            .collect();
        let mut staged = Staged::scattered(self.bindings(&rows));
        for row in &rows {
            staged.push_scattered(row.row, &row.subject.code, &row.keyed(self.table));
        }
        (staged, twice)
    }

    /// A binding for each column and year that any unit has; where it stands differs from row to row.
    fn bindings(&self, rows: &[StagedRow<'_>]) -> Vec<Binding> {
        let mut slots: Vec<Slot> = rows
            .iter()
            .flat_map(|row| row.keyed(self.table))
            .map(|(slot, _, _)| slot)
            .collect();
        slots.sort_unstable();
        slots.dedup();
        let binding = |slot: Slot| Binding {
            at: 0,
            column: slot.column,
            year: slot.year.map_or(BoundYear::None, BoundYear::Fixed),
            scale: None,
            unit_text: String::new(),
            percent: false,
            header: String::new(),
        };
        slots.into_iter().map(binding).collect()
    }
}

/// The code of the unit whose name stands where a code should be.
fn code_meant<'s>(schema: &'s Schema, column: &ColumnSchema, text: &str) -> Option<&'s str> {
    match column.kind {
        ColumnType::Code {
            of: Some(Reference::Table(table)),
            ..
        } => code_of_name(schema.table_at(table).roster.as_ref()?, text),
        ColumnType::Code { .. }
        | ColumnType::Text
        | ColumnType::Number { .. }
        | ColumnType::Percent
        | ColumnType::Money { .. }
        | ColumnType::YesNo
        | ColumnType::Date
        | ColumnType::Year
        | ColumnType::Level(_)
        | ColumnType::Choice(_) => None,
    }
}

/// The cells of one unit.
struct StagedRow<'e> {
    subject: &'e Subject,
    row: u32,
    cells: FxHashMap<Slot, (CellAddress, Fact<'e>)>,
    has_names: bool,
}

impl<'e> StagedRow<'e> {
    fn of(subject: &'e Subject) -> Self {
        StagedRow {
            has_names: true,
            ..StagedRow::bare(subject, subject.row)
        }
    }

    fn bare(subject: &'e Subject, row: u32) -> Self {
        StagedRow {
            subject,
            row,
            cells: FxHashMap::default(),
            has_names: false,
        }
    }

    /// The row's facts, its code and name among them.
    fn keyed(&self, table: &TableSchema) -> Vec<(Slot, Option<CellAddress>, Fact<'e>)> {
        let slot = |column: ColumnId| Slot { column, year: None };
        let mut facts: Vec<(Slot, Option<CellAddress>, Fact<'e>)> = self
            .cells
            .iter()
            .map(|(slot, (cell, fact))| (*slot, Some(*cell), fact.clone()))
            .collect();
        if self.has_names {
            let subject = self.subject;
            if let Some(key) = table.key.first() {
                facts.push((slot(*key), subject.code_cell, Fact::Text(&subject.code)));
            }
            if let (Some((name, _)), Some(text)) = (table.column("name"), &subject.name) {
                facts.push((slot(name), subject.name_cell, Fact::Text(text)));
            }
        }
        facts
    }
}
