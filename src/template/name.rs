//! Names of sheets by which reading knows their tables, and that a workbook can have.
//!
//! In: tables of a schema. Out: a name for each. Must not know: what stands in the sheets.

use crate::fact::schema::{Schema, TableSchema};
use crate::text::{fold, shortened};
use std::cmp::Reverse;

/// A workbook allows no more characters, nor any of these.
const MOST_CHARACTERS: usize = 31;
const FORBIDDEN: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];

/// A name for each of the tables.
pub(super) fn sheet_names(tables: &[&TableSchema], schema: &Schema) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for table in tables {
        let name = candidates(table)
            .find(|name| is_usable(name) && leads_to_one(name, schema) && !holds(&names, name))
            .map_or_else(|| makeshift(table, &names), str::to_owned);
        names.push(name);
    }
    names
}

/// The table's title, if sheets may be named by it; its other names from the one that says most, its own name last.
fn candidates(table: &TableSchema) -> impl Iterator<Item = &str> {
    let is_title = |name: &&str| fold(name) == fold(&table.title.vi);
    let is_own = |name: &&str| fold(name) == fold(&table.name);
    let mut names: Vec<&str> = table.sheets.iter().map(String::as_str).collect();
    names.retain(|name| !is_own(name));
    names.sort_by_key(|name| (!is_title(name), Reverse(name.chars().count())));
    names.into_iter().chain([table.name.as_str()])
}

fn is_usable(name: &str) -> bool {
    let length = name.encode_utf16().count();
    (1..=MOST_CHARACTERS).contains(&length)
        && !name.contains(FORBIDDEN)
        && !name.starts_with('\'')
        && !name.ends_with('\'')
}

fn leads_to_one(name: &str, schema: &Schema) -> bool {
    let has_it = |table: &&TableSchema| {
        let names = table.sheets.iter().chain([&table.name]);
        names.into_iter().any(|own| fold(own) == fold(name))
    };
    schema.tables.values().filter(has_it).count() == 1
}

fn holds(names: &[String], name: &str) -> bool {
    names.iter().any(|held| fold(held) == fold(name))
}

/// For a table none of whose names a sheet can have; its header will tell.
fn makeshift(table: &TableSchema, names: &[String]) -> String {
    const ROOM: usize = 25;
    let plain: String = table
        .name
        .chars()
        .filter(|c| !FORBIDDEN.contains(c))
        .collect();
    format!("{} {}", shortened(&plain, ROOM), names.len() + 1)
}
