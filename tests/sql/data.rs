//! Random tables for a rule set's schema, with what goes wrong at edges: nothing, nought, equal figures, figures below nought.
//!
//! In: a schema and a source of chance. Out: the same facts as CSV for the program and as texts for an engine.

use crate::chance::Chance;
use serde_json::{Value, json};
use std::path::Path;
use thidua::fact::schema::{ColumnType, Reference, Schema, TableSchema};
use thidua::rule::RuleSet;

/// A column of the data.
struct Column {
    name: String,
    /// What the engine is told of its type.
    kind: &'static str,
}

/// A fact as both sides read it.
struct Cell {
    csv: String,
    sql: String,
}

/// A table's facts.
pub(crate) struct Table {
    pub(crate) name: String,
    columns: Vec<Column>,
    rows: Vec<Vec<Option<Cell>>>,
}

/// How the data are made.
pub(crate) struct Manner<'a> {
    /// How many rows a table has.
    pub(crate) rows: &'a dyn Fn(&str) -> usize,
    /// Official codes of a table's units, where it has a list of them.
    pub(crate) codes: &'a dyn Fn(&str) -> Vec<String>,
    /// Years of a series.
    pub(crate) years: std::ops::RangeInclusive<i32>,
    /// In how many of a hundred cells nothing stands.
    pub(crate) empty: u64,
    /// The greatest figure.
    pub(crate) greatest: u64,
}

pub(crate) fn tables(rules: &RuleSet, manner: &Manner<'_>, chance: &mut Chance) -> Vec<Table> {
    let schema = &rules.schema;
    schema
        .tables
        .values()
        .map(|table| random_table(table, schema, manner, chance))
        .collect()
}

fn random_table(
    table: &TableSchema,
    schema: &Schema,
    manner: &Manner<'_>,
    chance: &mut Chance,
) -> Table {
    let codes = codes(&table.name, manner);
    let mut columns = Vec::new();
    let mut rows: Vec<Vec<Option<Cell>>> = codes.iter().map(|_| Vec::new()).collect();
    for (at, declared) in table.columns.values().enumerate() {
        let is_key = table.key.iter().any(|key| usize::from(key.0) == at);
        let years: Vec<Option<i32>> = if declared.series {
            manner.years.clone().map(Some).collect()
        } else {
            vec![None]
        };
        for year in years {
            columns.push(Column {
                name: year.map_or(declared.name.clone(), |year| {
                    format!("{}_{year}", declared.name)
                }),
                kind: sql_type(&declared.kind),
            });
            for (row, code) in rows.iter_mut().zip(&codes) {
                // A name that is not that of the official code would set the row aside.
                let is_name = table.roster.is_some() && matches!(declared.kind, ColumnType::Text);
                let there = is_key || (!is_name && chance.below(100) >= manner.empty);
                row.push(there.then(|| {
                    if is_key {
                        plain(code)
                    } else {
                        cell(&declared.kind, &declared.name, schema, manner, chance)
                    }
                }));
            }
        }
    }
    Table {
        name: table.name.clone(),
        columns,
        rows,
    }
}

fn codes(table: &str, manner: &Manner<'_>) -> Vec<String> {
    let mut codes = (manner.codes)(table);
    codes.truncate((manner.rows)(table));
    if codes.is_empty() {
        let initial = table.chars().next().unwrap_or('x');
        codes = (0..(manner.rows)(table))
            .map(|row| format!("{initial}{row}"))
            .collect();
    }
    codes
}

fn sql_type(kind: &ColumnType) -> &'static str {
    match kind {
        ColumnType::Number { whole: true, .. } | ColumnType::Money { .. } => "whole",
        ColumnType::Number { whole: false, .. } | ColumnType::Percent => "decimal",
        ColumnType::YesNo => "truth",
        ColumnType::Date => "day",
        ColumnType::Year => "year",
        ColumnType::Code { .. }
        | ColumnType::Text
        | ColumnType::Level(_)
        | ColumnType::Choice(_) => "text",
    }
}

fn plain(text: &str) -> Cell {
    Cell {
        csv: text.to_owned(),
        sql: text.to_owned(),
    }
}

fn cell(
    kind: &ColumnType,
    name: &str,
    schema: &Schema,
    manner: &Manner<'_>,
    chance: &mut Chance,
) -> Cell {
    match kind {
        ColumnType::Number { whole, min, .. } => {
            let figure = figure(manner, chance);
            let least = min.to_i64().unwrap_or(0);
            let figure = if least < 0 && chance.below(2) == 0 {
                (-figure).max(least + 1)
            } else {
                figure
            };
            if *whole {
                plain(&figure.to_string())
            } else {
                let cents = chance.pick(&[0, 0, 5, 25, 50]);
                plain(&format!("{figure}.{cents:02}"))
            }
        }
        ColumnType::Money { .. } => {
            let millions = chance.pick(&[
                0,
                50_000_000,
                99_999_999,
                100_000_000,
                100_000_001,
                250_000_000,
            ]);
            plain(&millions.to_string())
        }
        ColumnType::Percent => {
            let points = chance.pick(&[0, 1, 50, 100, 150, 1000, 2500, 3333, 5000, 10_000]);
            Cell {
                csv: format!("{}.{:02}%", points / 100, points % 100),
                sql: format!("{}.{:04}", points / 10_000, points % 10_000),
            }
        }
        ColumnType::YesNo => {
            let flag = chance.below(4) > 0;
            Cell {
                csv: if flag { "yes" } else { "no" }.to_owned(),
                sql: flag.to_string(),
            }
        }
        ColumnType::Date => {
            let (year, month, day) = (
                2020 + chance.below(5),
                1 + chance.below(12),
                1 + chance.below(28),
            );
            Cell {
                csv: format!("{day:02}/{month:02}/{year}"),
                sql: format!("{year}-{month:02}-{day:02}"),
            }
        }
        // A nought says that there is no year.
        ColumnType::Year => match chance.below(6) {
            0 => plain("0"),
            _ => plain(&(2019 + chance.below(9)).to_string()),
        },
        ColumnType::Level(id) | ColumnType::Choice(id) => {
            let terms: Vec<&String> = schema.vocabulary_at(*id).terms.keys().collect();
            plain(terms[chance.index(terms.len())])
        }
        ColumnType::Code {
            of: Some(Reference::Table(target)),
            ..
        } => {
            let mut targets = codes(&schema.table_at(*target).name, manner);
            targets.push("không-có".to_owned());
            plain(&targets[chance.index(targets.len())])
        }
        ColumnType::Code { .. } | ColumnType::Text => {
            let _ = name;
            plain(["A", "a", "Lộc Thành", "it's"][chance.index(4)])
        }
    }
}

/// Small figures meet each other and limits often.
fn figure(manner: &Manner<'_>, chance: &mut Chance) -> i64 {
    let small = [0, 0, 1, 1, 2, 3, 5, 10, 50, 100];
    let figure = match chance.below(4) {
        0 => chance.below(manner.greatest + 1),
        _ => small[chance.index(small.len())].min(manner.greatest),
    };
    i64::try_from(figure).unwrap()
}

impl Table {
    /// As a file for the program.
    pub(crate) fn write(&self, folder: &Path) {
        let mut out = Vec::new();
        let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
        let names: Vec<String> = self
            .columns
            .iter()
            .map(|column| quoted(&column.name))
            .collect();
        out.push(names.join(";"));
        for row in &self.rows {
            let cells: Vec<String> = row
                .iter()
                .map(|cell| {
                    cell.as_ref()
                        .map_or(String::new(), |cell| quoted(&cell.csv))
                })
                .collect();
            out.push(cells.join(";"));
        }
        std::fs::write(
            folder.join(format!("{}.csv", self.name)),
            out.join("\n") + "\n",
        )
        .unwrap();
    }

    /// As an engine is to have it.
    pub(crate) fn json(&self) -> (String, Value) {
        let columns: Vec<Value> = self
            .columns
            .iter()
            .map(|column| json!([column.name, column.kind]))
            .collect();
        let rows: Vec<Value> = self
            .rows
            .iter()
            .map(|row| {
                row.iter()
                    .map(|cell| json!(cell.as_ref().map(|cell| &cell.sql)))
                    .collect()
            })
            .collect();
        (
            self.name.clone(),
            json!({ "columns": columns, "rows": rows }),
        )
    }
}
