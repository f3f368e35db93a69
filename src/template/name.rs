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

/// A name for a sheet that is no table: that one, unless reading would take it for a table's.
pub(super) fn of_no_table(name: String, schema: &Schema) -> String {
    let names = schema.tables.values();
    let mut names = names.flat_map(|table| table.sheets.iter().chain([&table.name]));
    if names.any(|taken| fold(taken) == fold(&name)) {
        format!("{} {name}", env!("CARGO_PKG_NAME"))
    } else {
        name
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Wording;

    fn table(name: &str, title: &str, sheets: &[&str]) -> TableSchema {
        TableSchema {
            name: name.to_owned(),
            title: Wording {
                vi: title.to_owned(),
                en: None,
            },
            sheets: sheets.iter().map(|sheet| (*sheet).to_owned()).collect(),
            ..TableSchema::default()
        }
    }

    fn schema(tables: Vec<TableSchema>) -> Schema {
        let tables = tables.into_iter().map(|table| (table.name.clone(), table));
        Schema {
            tables: tables.collect(),
            ..Schema::default()
        }
    }

    #[test]
    fn a_sheet_is_named_as_reading_knows_its_table() {
        let schema = schema(vec![
            table("communes", "Cấp xã", &["Xã, phường, thị trấn", "Cấp xã"]),
            table("hamlets", "Thôn", &["Thôn/ấp", "Ấp", "Danh sách thôn"]),
            table("a/b", "Tên dài hơn mức mà một trang tính mang được", &[]),
        ]);
        let tables: Vec<&TableSchema> = schema.tables.values().collect();
        assert_eq!(
            sheet_names(&tables, &schema),
            ["Cấp xã", "Danh sách thôn", "ab 3"]
        );
    }

    #[test]
    fn a_guide_is_not_named_like_a_table() {
        let schema = schema(vec![table("guides", "Hướng dẫn viên", &["Hướng dẫn"])]);
        let name = |name: &str| of_no_table(name.to_owned(), &schema);
        assert_eq!(name("Hướng dẫn"), "thidua Hướng dẫn");
        assert_eq!(name("Lựa chọn"), "Lựa chọn");
    }
}
