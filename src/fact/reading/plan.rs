//! What is to become of a part of a sheet: read as a table, refused, or only counted.
//!
//! In: the headers found in it and the names about it. Out: how it will be read. Must not know: the rows below the header.

use super::file::FileReading;
use super::lane::Unused;
use crate::diagnostic::Diagnostic;
use crate::fact::header::area::Area;
use crate::fact::header::block::{Block, Search};
use crate::fact::header::head::{Head, texts};
use crate::fact::layout::{BoundYear, Layout, Refusal};
use crate::fact::problem::Problem;
use crate::fact::recognise::{Recognised, SheetName, by_header, table_of};
use crate::fact::schema::{ColumnSchema, Schema, Slot, TableId};
use crate::fact::transposed::{Candidate, Transposed, candidates};
use crate::fact::{SheetAccount, TableNeeds};
use crate::number::Number;
use crate::place::Place;
use std::collections::{BTreeMap, BTreeSet};

/// How a part of a sheet will be read.
pub(super) enum Plan {
    Table(Box<Layout>),
    Transposed(Box<Transposed>),
    /// It holds nothing that is known; only its rows are counted. With the headers that it has, if it has any.
    NotUsed(Option<Vec<String>>),
    Refused(Diagnostic),
}

impl FileReading<'_> {
    /// The plan for an area.
    pub(super) fn plan(
        &mut self,
        search: Search<'_>,
        area: &Area,
        name: SheetName<'_>,
        place: &Place,
    ) -> Plan {
        let (head, schema) = (search.head, search.schema);
        if let Some(problem) = self.no_header_at_row(search, area, name) {
            return Plan::Refused(problem.at(place.clone()));
        }
        if let Some(plan) = self.plan_transposed(search, area, name, place) {
            return plan;
        }
        let mut recognised = table_of(
            name,
            self.request.assignments,
            &area.blocks,
            self.index,
            schema,
        );
        if let Recognised::Named(table, assignment) = recognised {
            self.met.assignments.extend(assignment);
            let by_header = by_header(&area.blocks, schema);
            let is_one = matches!(by_header, Recognised::ByHeader(_));
            let is_named_outright = assignment.is_some() && has_key(table, search, area);
            if is_one && !is_named_outright && is_beside_its_name(table, search, area) {
                recognised = by_header;
            }
        }
        match recognised {
            Recognised::Named(table, _) => match area.blocks.get(&table) {
                Some(block) => self.plan_of_block(block, head, name, place),
                None if head.rows.is_empty() => Plan::NotUsed(None),
                None => Plan::Refused(self.no_header(table).at(place.clone())),
            },
            Recognised::ByHeader(table) => match area.blocks.get(&table) {
                Some(block) => self.plan_of_block(block, head, name, place),
                None => Plan::NotUsed(None),
            },
            Recognised::Several(tables) => {
                Plan::Refused(self.several(&tables, name).at(place.clone()))
            }
            Recognised::Unknown => self.plan_of_unknown(&area.blocks, head, place),
        }
    }

    /// The plan for a transposed sheet; none if it is no such sheet.
    fn plan_transposed(
        &mut self,
        search: Search<'_>,
        area: &Area,
        name: SheetName<'_>,
        place: &Place,
    ) -> Option<Plan> {
        let schema = search.schema;
        let is_plain = area
            .blocks
            .values()
            .any(|block| block.is_clear(schema) && block.has_values(schema));
        if is_plain {
            return None;
        }
        let assignments = self.request.assignments;
        let named = match table_of(name, assignments, &BTreeMap::new(), self.index, schema) {
            Recognised::Named(table, assignment) => Some((table, assignment)),
            Recognised::ByHeader(_) | Recognised::Several(_) | Recognised::Unknown => None,
        };
        let table = named.map(|(table, _)| table);
        let found = match candidates(search, &area.columns, name, table) {
            Ok(found) => found,
            Err(refusal) => {
                let Refusal { problem, spot } = *refusal;
                return Some(Plan::Refused(problem.at(place.at(spot))));
            }
        };
        let chosen = choose(found, table, schema)?;
        if let Some((table, Some(assignment))) = named {
            let is_its_own = matches!(&chosen, Ok(candidate) if candidate.layout.table == table);
            self.met
                .assignments
                .extend(is_its_own.then_some(assignment));
        }
        Some(match chosen {
            Ok(candidate) => Plan::Transposed(Box::new(candidate.layout)),
            Err(tables) if tables.len() == 1 => {
                let table = Box::new(schema.table_at(tables[0]).title.clone());
                Plan::Refused(Problem::NoUnit { table }.at(place.clone()))
            }
            Err(tables) => Plan::Refused(self.several(&tables, name).at(place.clone())),
        })
    }

    fn plan_of_block(
        &mut self,
        block: &Block,
        head: &Head,
        name: SheetName<'_>,
        place: &Place,
    ) -> Plan {
        if !block.has_key(self.request.schema) {
            let problem = if block.distinct_columns() >= 2 {
                self.no_key_column(block)
            } else {
                self.no_header(block.table)
            };
            return Plan::Refused(problem.at(place.clone()));
        }
        match Layout::new(block, head, name, self.index, self.request.schema) {
            Ok(layout) => {
                let texts = self.headers.entry(block.table).or_default();
                for text in block.texts() {
                    if !texts.contains(&text) {
                        texts.push(text);
                    }
                }
                Plan::Table(Box::new(layout))
            }
            Err(refusal) => {
                let Refusal { problem, spot } = *refusal;
                Plan::Refused(problem.at(place.at(spot)))
            }
        }
    }

    /// A sheet that is no table is listed; one with half of a table's columns and no key is refused.
    fn plan_of_unknown(
        &self,
        blocks: &BTreeMap<TableId, Block>,
        head: &Head,
        place: &Place,
    ) -> Plan {
        let schema = self.request.schema;
        let required = |table: TableId| {
            schema
                .table_at(table)
                .columns
                .values()
                .filter(|column| !column.optional)
                .count()
        };
        let half = blocks.values().find(|block| {
            block.distinct_columns() >= 2 && 2 * block.distinct_columns() >= required(block.table)
        });
        if let Some(block) = half {
            return Plan::Refused(self.no_key_column(block).at(place.clone()));
        }
        if head.rows.is_empty() {
            return Plan::NotUsed(None);
        }
        let fullest = head
            .rows
            .iter()
            .rev()
            .max_by_key(|row| row.filled().count());
        let headers = fullest
            .into_iter()
            .flat_map(|row| row.filled())
            .map(|(_, cell)| cell.caption().shown.clone())
            .take(20)
            .collect();
        Plan::NotUsed(Some(headers))
    }

    /// Where the user says that a header begins and none does. What is said of all sheets need not be true of each.
    fn no_header_at_row(
        &self,
        search: Search<'_>,
        area: &Area,
        name: SheetName<'_>,
    ) -> Option<Problem> {
        let row = search.head.header_row?;
        let said = self.request.overrides.header_row(name)?;
        let is_clear = |block: &Block| block.is_clear(search.schema);
        if area.blocks.values().any(is_clear) || said.path.is_none() && !name.is_only_visible {
            return None;
        }
        let found = search.head.rows.iter().filter(|found| found.number == row);
        Some(Problem::NoHeaderAtRow {
            row: row.to_string(),
            found: found
                .flat_map(|row| row.filled())
                .map(|(_, cell)| cell.caption().shown.clone())
                .take(20)
                .collect(),
        })
    }

    fn no_header(&self, table: TableId) -> Problem {
        let table = self.request.schema.table_at(table);
        Problem::NoHeader {
            table: Box::new(table.title.clone()),
            headers: table
                .columns
                .values()
                .map(ColumnSchema::usual_header)
                .collect(),
        }
    }

    fn no_key_column(&self, block: &Block) -> Problem {
        let table = self.request.schema.table_at(block.table);
        let missing = table
            .key
            .iter()
            .filter(|key| !block.has(**key))
            .filter_map(|key| table.column_at(*key));
        let key = missing.flat_map(|column| {
            let headers = column.headers.iter().map(|header| header.text.clone());
            headers.chain([column.name.clone()])
        });
        Problem::NoKeyColumn {
            table: Box::new(table.title.clone()),
            key: key.collect(),
            found: block.texts(),
        }
    }

    fn several(&self, tables: &[TableId], name: SheetName<'_>) -> Problem {
        let tables: Vec<String> = tables
            .iter()
            .map(|table| self.request.schema.table_at(*table).name.clone())
            .collect();
        let sheet = name
            .sheet
            .map(|sheet| format!("!{sheet}"))
            .unwrap_or_default();
        let first = tables.first().map(String::as_str).unwrap_or_default();
        let option = format!("--table \"{}{sheet}={first}\"", name.file);
        Problem::TwoTables { tables, option }
    }
}

fn has_key(table: TableId, search: Search<'_>, area: &Area) -> bool {
    area.blocks
        .get(&table)
        .is_some_and(|block| block.has_key(search.schema))
}

/// A sheet's name says what its table is. If it holds several, it does not say so of a later one, nor of a first one that has not the
/// named table's key or hardly a column of it.
fn is_beside_its_name(table: TableId, search: Search<'_>, area: &Area) -> bool {
    let stands_below = || {
        let below = area.rows().map_or(0, |rows| rows.end)..search.head.rows.len();
        search
            .best_blocks(&area.columns, below)
            .get(&table)
            .is_some_and(|block| block.is_clear(search.schema))
    };
    let is_hardly_there = || {
        let own = area.blocks.get(&table);
        own.is_none_or(|block| block.distinct_columns() < 2)
    };
    search.head.is_later || !has_key(table, search, area) && (is_hardly_there() || stands_below())
}

impl Plan {
    /// What a part is that cannot be read as a table.
    pub(super) fn unused(self, area: &Area, head: &Head, account: SheetAccount) -> Unused {
        let (headers, refused) = match self {
            Plan::NotUsed(headers) => (headers, None),
            Plan::Refused(refused) => (None, Some(refused)),
            Plan::Table(_) | Plan::Transposed(_) => (None, None),
        };
        Unused {
            account: SheetAccount { refused, ..account },
            headers,
            figures: 0,
            last_header_row: area
                .rows()
                .and_then(|rows| head.rows[rows].last())
                .map_or(0, |row| row.number),
            header_texts: area
                .rows()
                .map(|rows| texts(&head.rows[rows]))
                .unwrap_or_default(),
        }
    }
}

/// The one table that a transposed sheet is of: the named one, or the one whose units are named in it, of several the one whose unit
/// belongs to the others'. If no unit is named, the tables that it may be of; none at all if it is not transposed.
fn choose(
    found: Vec<Candidate>,
    named: Option<TableId>,
    schema: &Schema,
) -> Option<Result<Candidate, Vec<TableId>>> {
    let tables: Vec<TableId> = found.iter().map(|one| one.layout.table).collect();
    let fullest = found.iter().map(|one| one.indicators).max()?;
    let mut with_units: Vec<Candidate> = found.into_iter().filter(|one| one.units > 0).collect();
    if let Some(at) = with_units
        .iter()
        .position(|one| Some(one.layout.table) == named)
    {
        return Some(Ok(with_units.swap_remove(at)));
    }
    let most = with_units.iter().map(|one| one.units).max();
    with_units.retain(|one| Some(one.units) == most);
    let depth = |one: &Candidate| {
        let level = schema.table_at(one.layout.table).roster.as_ref();
        level.map_or(0, |level| level.roster.depth(&level.level))
    };
    let deepest = with_units.iter().map(depth).max();
    with_units.retain(|one| Some(depth(one)) == deepest);
    if with_units.len() > 1 {
        with_units.retain(|one| one.indicators == fullest);
    }
    match with_units.len() {
        1 => with_units.pop().map(Ok),
        0 => Some(Err(tables[..1].to_vec())),
        _ => Some(Err(with_units.iter().map(|one| one.layout.table).collect())),
    }
}

/// What there is to say about a sheet's header.
pub(super) fn layout_notes(
    layout: &Layout,
    needed: Option<&TableNeeds>,
    place: &Place,
) -> Vec<Diagnostic> {
    let said = layout.notes.iter().cloned();
    let mut notes: Vec<Diagnostic> = said.map(|problem| problem.at(place.clone())).collect();
    let unused = needed.and_then(|needed| years_unused(layout, needed));
    notes.extend(unused.map(|problem| problem.at(place.clone())));
    if !layout.extra.is_empty() {
        notes.push(
            Problem::ExtraColumns {
                columns: layout.extra.clone(),
            }
            .at(place.clone()),
        );
    }
    let mut scaled: BTreeMap<Number, Vec<String>> = BTreeMap::new();
    for binding in &layout.bindings {
        if let Some(scale) = &binding.scale {
            scaled
                .entry(scale.clone())
                .or_default()
                .push(binding.header.clone());
        }
    }
    notes.extend(
        scaled
            .into_iter()
            .map(|(factor, columns)| Problem::Scaled { columns, factor }.at(place.clone())),
    );
    notes
}

/// Rows count as used even if all their figures are of years that no rule reads; nothing else would show it.
fn years_unused(layout: &Layout, needed: &TableNeeds) -> Option<Problem> {
    let (mut headers, mut years, mut wanted) = (Vec::new(), BTreeSet::new(), BTreeSet::new());
    for binding in &layout.bindings {
        let year = match binding.year {
            BoundYear::None => continue,
            BoundYear::Fixed(year) => year,
            BoundYear::OfRow(_) => return None,
        };
        let slot = Slot {
            column: binding.column,
            year: Some(year),
        };
        if needed.slots.contains(&slot) {
            return None;
        }
        let slots = needed.slots.iter();
        let of_column: Vec<i32> = slots
            .filter(|slot| slot.column == binding.column)
            .filter_map(|slot| slot.year)
            .collect();
        // Data checks read columns in whatever year; that alone is no use of figures that others are needed of.
        if of_column.is_empty() && needed.columns.contains(&binding.column) {
            return None;
        }
        if !of_column.is_empty() {
            headers.push(binding.header.clone());
            years.insert(year);
            wanted.extend(of_column);
        }
    }
    let shown = |years: BTreeSet<i32>| years.iter().map(ToString::to_string).collect();
    (!headers.is_empty()).then(|| Problem::YearsUnused {
        headers,
        years: shown(years),
        needed: shown(wanted),
    })
}
