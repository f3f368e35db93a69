//! What can only be said when every file has been read: columns and units that are absent, codes that point nowhere.
//!
//! In: the tables with all their facts. Out: parents filled from the roster, absent units, findings. Must not know: cells, files.

use crate::diagnostic::Diagnostics;
use crate::fact::data::{Absence, Fact, TableFacts};
use crate::fact::join::label;
use crate::fact::problem::Problem;
use crate::fact::schema::{
    ColumnId, ColumnSchema, ColumnType, Reference, RosterLevel, Slot, TableId, TableSchema,
};
use crate::fact::{AbsentUnit, BuiltInCheck, DataFault, Facts, Request};
use crate::place::Place;
use std::collections::BTreeMap;

/// At most this many headers are named where a column is missing.
const MOST_HEADERS: usize = 40;

/// Completes the facts. `headers` are those found in each table's sheets.
pub(super) fn complete(
    facts: &mut Facts,
    request: &Request<'_>,
    headers: &BTreeMap<TableId, Vec<String>>,
) -> Diagnostics {
    let mut findings = Diagnostics::default();
    for id in request.schema.table_ids() {
        let table = request.schema.table_at(id);
        let Some(held) = facts
            .tables
            .get_mut(usize::from(id.0))
            .and_then(Option::as_mut)
        else {
            continue;
        };
        fill_parents(held, table, request);
        facts.absent.extend(absent_units(held, id, table));
        let found = headers.get(&id).map(Vec::as_slice).unwrap_or_default();
        missing_columns(held, id, table, request, found, &mut findings);
    }
    for id in request.schema.table_ids() {
        listed_twice(facts, id, request, &mut findings);
        dangling(facts, id, request, &mut findings);
    }
    findings
}

/// The unit that each row's unit belongs to, where no sheet says it.
fn fill_parents(held: &mut TableFacts, table: &TableSchema, request: &Request<'_>) {
    let Some(RosterLevel { roster, .. }) = table.roster.as_ref().filter(|_| table.key.len() == 1)
    else {
        return;
    };
    for (slot, reference) in references(table) {
        let Reference::Table(target) = reference else {
            continue;
        };
        let Some(parents) = &request.schema.table_at(target).roster else {
            continue;
        };
        for row in 0..held.len() {
            let Fact::Missing(Absence::Empty | Absence::NoColumn | Absence::NoRow) =
                held.get(row, slot)
            else {
                continue;
            };
            let parent = roster
                .unit(&held.code(row))
                .and_then(|unit| roster.unit(&unit.parent));
            if let Some(parent) = parent.filter(|parent| parent.level == parents.level) {
                held.set(row, slot, &Fact::Text(&parent.code));
                held.set_origins(row, slot, Vec::new());
            }
        }
    }
}

/// The code columns that point to other rows.
fn references(table: &TableSchema) -> impl Iterator<Item = (Slot, Reference)> {
    (0_u16..)
        .zip(table.columns.values())
        .filter_map(|(at, column)| match column.kind {
            ColumnType::Code {
                of: Some(reference),
                ..
            } => Some((
                Slot {
                    column: ColumnId(at),
                    year: None,
                },
                reference,
            )),
            ColumnType::Code { of: None, .. }
            | ColumnType::Text
            | ColumnType::Number { .. }
            | ColumnType::Percent
            | ColumnType::Money { .. }
            | ColumnType::YesNo
            | ColumnType::Date
            | ColumnType::Year
            | ColumnType::Level(_)
            | ColumnType::Choice(_) => None,
        })
}

/// Sheets of one table complete one another, but each row of a list is an entry of its own: the same subject in two of them is listed
/// twice. Twice in one sheet was found while that was read.
fn listed_twice(facts: &mut Facts, id: TableId, request: &Request<'_>, findings: &mut Diagnostics) {
    let table = request.schema.table_at(id);
    let Some(held) = table_facts(&facts.tables, id).filter(|_| table.subject_key().is_some())
    else {
        return;
    };
    let mut twice = Vec::new();
    for row in 0..held.len() {
        let (places, code) = (held.row_places(row), held.code(row));
        let is_known = facts.faults.iter().any(|fault| {
            fault.check == BuiltInCheck::Duplicate
                && fault.table == id
                && fault.code.as_deref() == Some(&code)
        });
        if places.len() > 1 && !is_known {
            twice.push((code, places));
        }
    }
    for (code, places) in twice {
        let mut finding = Problem::DuplicateKey { code: code.clone() }.diagnostic();
        finding.places = places.clone();
        findings.push(finding);
        facts.faults.push(DataFault {
            check: BuiltInCheck::Duplicate,
            table: id,
            code: Some(code),
            slot: None,
            places,
        });
    }
}

/// Whether a column holds what is asked of a unit, and not who it is.
fn is_asked(column: &ColumnSchema) -> bool {
    !matches!(column.kind, ColumnType::Code { .. } | ColumnType::Text)
}

fn absent_units(held: &TableFacts, id: TableId, table: &TableSchema) -> Vec<AbsentUnit> {
    let Some(RosterLevel { roster, level }) =
        table.roster.as_ref().filter(|_| table.key.len() == 1)
    else {
        return Vec::new();
    };
    // A row with codes and names alone is that of a form: whose it is has sent nothing.
    let asked: Vec<Slot> = held
        .slots()
        .into_iter()
        .filter(|slot| table.column_at(slot.column).is_some_and(is_asked))
        .collect();
    let is_blank = |row: u32| {
        let mut facts = asked.iter().map(|slot| held.get(row, *slot));
        !asked.is_empty()
            && facts.all(|fact| {
                matches!(
                    fact,
                    Fact::Missing(Absence::Empty | Absence::NoColumn | Absence::NoRow)
                )
            })
    };
    let absent = roster
        .level(level)
        .filter(|unit| held.find(&[&unit.code]).is_none_or(is_blank));
    absent
        .map(|unit| AbsentUnit {
            table: id,
            code: unit.code.clone(),
            name: unit.full_name(),
            parent: roster
                .unit(&unit.parent)
                .map(|parent| parent.full_name())
                .unwrap_or_default(),
        })
        .collect()
}

/// One finding per column that rules read and that no sheet has, with all its years.
fn missing_columns(
    held: &TableFacts,
    id: TableId,
    table: &TableSchema,
    request: &Request<'_>,
    found: &[String],
    findings: &mut Diagnostics,
) {
    let mut missing: BTreeMap<ColumnId, Vec<Option<i32>>> = BTreeMap::new();
    for slot in request
        .needed
        .get(&id)
        .into_iter()
        .flat_map(|needs| &needs.slots)
        .filter(|slot| !held.has(**slot))
    {
        missing.entry(slot.column).or_default().push(slot.year);
    }
    for (column, years) in missing {
        let Some(declared) = table.column_at(column).filter(|column| !column.optional) else {
            continue;
        };
        let headers = declared.headers.iter().map(|header| header.text.clone());
        let headers = headers.chain([declared.name.clone()]);
        let usual = declared.usual_header();
        let columns = years.into_iter().map(|year| match year {
            Some(year) => format!("{usual} {year}"),
            None => usual.clone(),
        });
        let problem = Problem::MissingColumn {
            table: Box::new(table.title.clone()),
            columns: columns.collect(),
            headers: headers.collect(),
            found: found.iter().take(MOST_HEADERS).cloned().collect(),
        };
        let mut finding = problem.diagnostic();
        finding.places = sheets(held);
        findings.push(finding);
    }
}

/// The sheets that gave rows to a table, each once.
fn sheets(held: &TableFacts) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    for part in held.parts() {
        let place = Place {
            sheet: part.sheet.clone(),
            ..Place::file(part.file.clone())
        };
        if !places.contains(&place) {
            places.push(place);
        }
    }
    places
}

/// Codes that point to no row of a table that is in the data.
fn dangling(facts: &mut Facts, id: TableId, request: &Request<'_>, findings: &mut Diagnostics) {
    let table = request.schema.table_at(id);
    let tables = &facts.tables;
    let Some(held) = table_facts(tables, id) else {
        return;
    };
    for (slot, reference) in references(table) {
        for row in 0..held.len() {
            let Fact::Text(code) = held.get(row, slot) else {
                continue;
            };
            let Some(target) = target(held, row, reference, table, request) else {
                continue;
            };
            let Some(pointed_to) = table_facts(tables, target) else {
                continue;
            };
            if request.schema.table_at(target).key.len() != 1 || pointed_to.find(&[code]).is_some()
            {
                continue;
            }
            let mut finding = Problem::Dangling {
                column: label(table, slot),
                code: code.to_owned(),
                table: Box::new(request.schema.table_at(target).title.clone()),
            }
            .diagnostic();
            finding.places = held.places(row, slot);
            let code = Some(held.code(row)).filter(|code| !code.is_empty());
            let places = finding.places.clone();
            facts.faults.push(DataFault {
                check: BuiltInCheck::Reference,
                table: id,
                code,
                slot: Some(slot),
                places,
            });
            findings.push(finding);
        }
    }
}

fn table_facts(tables: &[Option<TableFacts>], id: TableId) -> Option<&TableFacts> {
    tables.get(usize::from(id.0)).and_then(Option::as_ref)
}

/// The table that a code points to: the declared one, or the one that the row names.
fn target(
    held: &TableFacts,
    row: u32,
    reference: Reference,
    table: &TableSchema,
    request: &Request<'_>,
) -> Option<TableId> {
    let chooser = match reference {
        Reference::Table(target) => return Some(target),
        Reference::NamedBy(chooser) => chooser,
    };
    let Fact::Term(rank) = held.get(
        row,
        Slot {
            column: chooser,
            year: None,
        },
    ) else {
        return None;
    };
    let Some(ColumnSchema {
        kind: ColumnType::Level(vocabulary) | ColumnType::Choice(vocabulary),
        ..
    }) = table.column_at(chooser)
    else {
        return None;
    };
    request
        .schema
        .table(request.schema.vocabulary_at(*vocabulary).code(rank))
        .map(|(target, _)| target)
}
