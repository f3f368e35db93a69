//! Tables: their sheets, keys and rosters.
//!
//! In: tables as written. Out: tables of a schema. Must not know: what columns hold.

use crate::fact::roster::Roster;
use crate::fact::schema::{ColumnId, ColumnType, RosterLevel, Schema, TableSchema};
use crate::rule::declare::columns::{columns, is_series};
use crate::rule::declare::{keys, roster};
use crate::rule::file::{RuleFile, WrittenTable};
use crate::rule::source::Origin;
use crate::rule::yaml::{Findings, Span, Written};
use crate::rule::{Fetch, Problem};
use crate::text::{Wording, fold};
use indexmap::IndexMap;
use std::collections::HashMap;
use std::sync::Arc;

/// Rosters by file, each fetched once; the base's files are not the rule file's.
type Rosters = HashMap<(Origin, String), Option<Arc<Roster>>>;

/// The tables of a rule file; the schema has its units and vocabularies already.
pub(super) fn tables(
    file: &RuleFile,
    schema: &Schema,
    fetch: &mut Fetch<'_>,
    findings: &mut Findings,
) -> IndexMap<String, TableSchema> {
    check_sheets(file, findings);
    let mut rosters = Rosters::new();
    let mut tables = IndexMap::new();
    for (name, written) in &file.tables {
        let columns = columns(file, name, written, schema, findings);
        let mut table = TableSchema {
            name: name.value.clone(),
            title: written.title.clone().unwrap_or_else(|| Wording {
                vi: name.value.clone(),
                en: None,
            }),
            sheets: written
                .sheets
                .iter()
                .map(|sheet| sheet.value.clone())
                .collect(),
            key: key(written, findings),
            roster: None,
            columns,
            personal: written.personal,
        };
        table.roster = roster_level(written, &table, &mut rosters, fetch, findings);
        tables.insert(name.value.clone(), table);
    }
    tables
}

/// A sheet's name must lead to one table. A table's own name counts, so that no other table can take it.
fn check_sheets(file: &RuleFile, findings: &mut Findings) {
    let mut bearers: HashMap<String, (&str, Span)> = file
        .tables
        .iter()
        .map(|(name, _)| (fold(&name.value), (name.value.as_str(), name.span)))
        .collect();
    for (table, written) in &file.tables {
        for sheet in &written.sheets {
            match bearers.get(&fold(&sheet.value)) {
                Some((other, span)) if *other != table.value => {
                    let (table, other) = (table.value.clone(), (*other).to_owned());
                    findings.add_both(
                        Problem::SheetTwice {
                            sheet: sheet.value.clone(),
                            table,
                            other,
                        },
                        sheet.span,
                        *span,
                    );
                }
                Some(_) => {}
                None => {
                    bearers.insert(fold(&sheet.value), (&table.value, sheet.span));
                }
            }
        }
    }
}

fn key(written: &WrittenTable, findings: &mut Findings) -> Vec<ColumnId> {
    let Some(columns) = &written.columns else {
        return Vec::new();
    };
    let mut key = Vec::new();
    for name in &written.key {
        let Some(index) = keys(columns).position(|column| column == name.value) else {
            let known = findings.meant(&name.value, keys(columns));
            findings.add(
                Problem::UnknownKeyColumn {
                    value: name.value.clone(),
                    known,
                },
                name.span,
            );
            continue;
        };
        if columns
            .get(index)
            .is_some_and(|(_, column)| is_series(column.by.as_ref()))
        {
            findings.add(
                Problem::KeyByYear {
                    column: name.value.clone(),
                },
                name.span,
            );
        }
        let column = ColumnId(u16::try_from(index).unwrap_or(u16::MAX));
        if key.contains(&column) {
            findings.add(
                Problem::KeyTwice {
                    column: name.value.clone(),
                },
                name.span,
            );
        } else {
            key.push(column);
        }
    }
    key
}

fn roster_level(
    written: &WrittenTable,
    table: &TableSchema,
    rosters: &mut Rosters,
    fetch: &mut Fetch<'_>,
    findings: &mut Findings,
) -> Option<RosterLevel> {
    let wanted = written.roster.as_ref()?;
    if written.columns.is_some() && !has_code_for_key(table) {
        findings.add(
            Problem::RosterKey {
                table: table.name.clone(),
            },
            wanted.file.span,
        );
    }
    let origin = findings.source().origin(wanted.file.span.start);
    let roster = rosters
        .entry((origin, wanted.file.value.clone()))
        .or_insert_with(|| roster::fetched(&wanted.file, origin, fetch, findings).map(Arc::new))
        .clone()?;
    let roster = match &wanted.successors {
        Some(file) => Arc::new(roster::with_successors(
            &roster, file, origin, fetch, findings,
        )?),
        None => roster,
    };
    let level = wanted.level.as_ref()?;
    check_level(level, &roster, findings);
    Some(RosterLevel {
        roster,
        level: level.value.clone(),
    })
}

/// Units are found by their code, so that the key must be one.
fn has_code_for_key(table: &TableSchema) -> bool {
    match table.key.as_slice() {
        [only] => table
            .column_at(*only)
            .is_some_and(|column| matches!(column.kind, ColumnType::Code { .. })),
        [] | [_, _, ..] => false,
    }
}

fn check_level(level: &Written<String>, roster: &Roster, findings: &mut Findings) {
    if roster.level(&level.value).next().is_none() {
        let known = findings.meant(&level.value, roster::levels(roster).iter().copied());
        findings.add(
            Problem::UnknownLevel {
                value: level.value.clone(),
                known,
            },
            level.span,
        );
    }
}
