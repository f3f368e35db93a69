//! Which table a sheet holds.
//!
//! In: the request's assignments, the names of file and sheet, the headers found. Out: the table, or why there is none.
//! Must not know: rows, values.

use crate::fact::Assignment;
use crate::fact::header::block::Block;
use crate::fact::header::caption::Caption;
use crate::fact::header::index::HeaderIndex;
use crate::fact::schema::{Schema, TableId, TableSchema};
use crate::text::fold;
use rustc_hash::FxHashSet;
use std::collections::BTreeMap;

/// What is known of a sheet before its rows are read.
#[derive(Clone, Copy, Debug)]
pub(super) struct SheetName<'a> {
    pub(super) file: &'a str,
    pub(super) sheet: Option<&'a str>,
    /// Whether the file has no other visible sheet, so that its own name may mean this one.
    pub(super) is_only_visible: bool,
}

/// What a sheet was found to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Recognised {
    /// The table that an assignment (by its index), the sheet's name or the file's name says.
    Named(TableId, Option<usize>),
    /// The table whose key and columns stand in the header.
    ByHeader(TableId),
    /// Several tables would fit.
    Several(Vec<TableId>),
    /// None.
    Unknown,
}

/// Decides by assignment, sheet name, file name and header, in this order.
pub(super) fn table_of(
    name: SheetName<'_>,
    assignments: &[Assignment],
    blocks: &BTreeMap<TableId, Block>,
    index: &HeaderIndex,
    schema: &Schema,
) -> Recognised {
    if let Some((at, assignment)) = assignments
        .iter()
        .enumerate()
        .find(|(_, assignment)| assignment.meets(name))
    {
        return Recognised::Named(assignment.table, Some(at));
    }
    let by_sheet = name
        .sheet
        .map(|sheet| named(sheet, index, schema))
        .unwrap_or_default();
    let by_file = || {
        if name.is_only_visible {
            named(stem(name.file), index, schema)
        } else {
            Vec::new()
        }
    };
    let candidates = if by_sheet.is_empty() {
        by_file()
    } else {
        by_sheet
    };
    match candidates.as_slice() {
        [table] => return Recognised::Named(*table, None),
        [] => {}
        [..] => return Recognised::Several(candidates),
    }
    by_header(blocks, schema)
}

/// The tables that a sheet's or file's name means: as it stands, or without years, digits and separators behind it.
fn named(name: &str, index: &HeaderIndex, schema: &Schema) -> Vec<TableId> {
    let shorter = name.trim_end_matches(|c: char| c.is_ascii_digit() || is_separator(c));
    let without_year = Caption::new(name, &index.words).shorter().to_owned();
    let forms = [plain(name), plain(shorter), plain(&without_year)];
    let tables_with = |form: &String| -> Vec<TableId> {
        schema
            .table_ids()
            .filter(|id| names(schema.table_at(*id)).any(|name| plain(name) == *form))
            .collect()
    };
    forms
        .iter()
        .filter(|form| !form.is_empty())
        .map(tables_with)
        .find(|tables| !tables.is_empty())
        .unwrap_or_default()
}

fn names(table: &TableSchema) -> impl Iterator<Item = &str> {
    std::iter::once(table.name.as_str()).chain(table.sheets.iter().map(String::as_str))
}

/// Folded, with every separator as a space: `Cap_Xa` is as good as `cap xa`.
fn plain(name: &str) -> String {
    fold(&name.replace(is_separator, " "))
}

fn is_separator(c: char) -> bool {
    c.is_whitespace() || matches!(c, '_' | '-' | '–' | '.' | '(' | ')')
}

/// The last part of a path.
pub(super) fn base_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// The folder that a file is in.
pub(super) fn folder(path: &str) -> Option<&str> {
    let folders = path[..path.len() - base_name(path).len()].trim_end_matches(['/', '\\']);
    (!folders.is_empty()).then(|| base_name(folders))
}

/// A file's name without folders and extension.
pub(super) fn stem(path: &str) -> &str {
    let name = base_name(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// The table whose key and at least one other column stand in the header. One that explains all the columns that another one
/// explains, and more, beats it: a list of communes with their districts' codes is no list of districts.
pub(super) fn by_header(blocks: &BTreeMap<TableId, Block>, schema: &Schema) -> Recognised {
    let candidates: Vec<(TableId, FxHashSet<u32>)> = blocks
        .values()
        .filter(|block| block.is_clear(schema))
        .map(|block| {
            (
                block.table,
                block.matched.iter().map(|matched| matched.at).collect(),
            )
        })
        .collect();
    let is_beaten = |columns: &FxHashSet<u32>| {
        candidates
            .iter()
            .any(|(_, others)| others.len() > columns.len() && columns.is_subset(others))
    };
    let tables: Vec<TableId> = candidates
        .iter()
        .filter(|(_, columns)| !is_beaten(columns))
        .map(|(table, _)| *table)
        .collect();
    match tables.as_slice() {
        [] => Recognised::Unknown,
        [table] => Recognised::ByHeader(*table),
        [..] => Recognised::Several(tables),
    }
}
