//! The facts of a table as a query: whole numbers for every figure, ranks for scales; whatever the program would not read as such
//! a value ends the query by its name.
//!
//! In: a table and the columns that are read. Out: a query. Must not know: rules.

use super::dialect::{Dialect, Stopped};
use super::number::Sign;
use super::query::Query;
use crate::fact::schema::{ColumnType, Slot, TableId, Vocabulary, VocabularyId, YEARS};
use crate::number::Number;
use num_bigint::BigInt;

/// How many places behind the point are read of what may have fractions; a ratio of 0.123456 is 12.3456 %.
pub(super) const PLACES: u8 = 6;

/// What a figure of that type is multiplied by to be whole.
pub(super) fn scale(kind: &ColumnType) -> BigInt {
    BigInt::from(10).pow(u32::from(places(kind)))
}

fn places(kind: &ColumnType) -> u8 {
    match kind {
        ColumnType::Percent | ColumnType::Number { whole: false, .. } => PLACES,
        ColumnType::Number { whole: true, .. } | ColumnType::Money { .. } => 0,
        ColumnType::Code { .. }
        | ColumnType::Text
        | ColumnType::YesNo
        | ColumnType::Date
        | ColumnType::Year
        | ColumnType::Level(_)
        | ColumnType::Choice(_) => 0,
    }
}

/// What is known of a figure of that type.
pub(super) fn sign(kind: &ColumnType) -> Sign {
    let least = least(kind);
    if least.is_negative() {
        Sign::Any
    } else if least.is_zero() {
        Sign::NotNegative
    } else {
        Sign::Positive
    }
}

fn least(kind: &ColumnType) -> Number {
    match kind {
        ColumnType::Number { min, .. } => min.clone(),
        ColumnType::Percent
        | ColumnType::Money { .. }
        | ColumnType::Code { .. }
        | ColumnType::Text
        | ColumnType::YesNo
        | ColumnType::Date
        | ColumnType::Year
        | ColumnType::Level(_)
        | ColumnType::Choice(_) => Number::ZERO,
    }
}

impl Query<'_> {
    /// The query of a table's facts. A row without its key, or one key twice, ends it: such rows would count wrongly.
    pub(super) fn facts(&self, table: TableId) -> String {
        let schema = self.rules.schema.table_at(table);
        let slots = self.read.get(&table).into_iter().flatten();
        let mut columns: Vec<String> = slots.map(|slot| self.fact_column(table, *slot)).collect();
        if columns.is_empty() {
            columns.push("1 AS one".to_owned());
        }
        let name = self.dialect.name(&schema.name);
        let key: Vec<String> = schema
            .key
            .iter()
            .map(|column| {
                let slot = Slot {
                    column: *column,
                    year: None,
                };
                self.dialect.name(&self.column_name(table, slot))
            })
            .collect();
        let columns = columns.join(",\n    ");
        if key.is_empty() {
            return format!("  SELECT {columns}\n  FROM {name}");
        }
        let copies = self.dialect.name("same key");
        let kinds = schema.key.iter().map(|key| schema.column_at(*key));
        let there: Vec<String> = key
            .iter()
            .zip(kinds)
            .map(|(name, column)| match column.map(|column| &column.kind) {
                Some(ColumnType::Code { .. } | ColumnType::Text) => format!("{name} <> ''"),
                Some(
                    ColumnType::Number { .. }
                    | ColumnType::Percent
                    | ColumnType::Money { .. }
                    | ColumnType::YesNo
                    | ColumnType::Date
                    | ColumnType::Year
                    | ColumnType::Level(_)
                    | ColumnType::Choice(_),
                )
                | None => format!("{name} IS NOT NULL"),
            })
            .collect();
        let label = format!("{} ({})", schema.name, self.key_names(table));
        let found = key.first().map_or("NULL", String::as_str);
        let stop = self.dialect.stop(&label, found, Stopped::Truth);
        format!(
            "  SELECT {columns}\n  FROM (SELECT *, COUNT(*) OVER (PARTITION BY {}) AS {copies} FROM {name}) AS given\n  WHERE CASE {}WHEN {copies} = 1 AND {} THEN TRUE\n    ELSE {stop} END",
            key.join(", "),
            self.unset(),
            there.join(" AND "),
        )
    }

    /// Ends the query where the engine is not set as the script sets it.
    fn unset(&self) -> String {
        let Some((probe, expected)) = self.dialect.probe else {
            return String::new();
        };
        let expected = self.dialect.text(expected);
        let label = self.dialect.settings.join("; ");
        let stop = self.dialect.stop(&label, probe, Stopped::Truth);
        format!("WHEN {probe} <> {expected} THEN {stop}\n    ")
    }

    fn key_names(&self, table: TableId) -> String {
        let key = &self.rules.schema.table_at(table).key;
        let names: Vec<String> = key
            .iter()
            .map(|column| {
                let slot = Slot {
                    column: *column,
                    year: None,
                };
                self.column_name(table, slot)
            })
            .collect();
        names.join(", ")
    }

    fn fact_column(&self, table: TableId, slot: Slot) -> String {
        let schema = self.rules.schema.table_at(table);
        let written = self.column_name(table, slot);
        let label = format!("{}.{written}", schema.name);
        let name = self.dialect.name(&written);
        let kind = schema.column_at(slot.column).map(|column| &column.kind);
        let Some(kind) = kind else {
            return format!("NULL AS {name}");
        };
        let value = match kind {
            ColumnType::Code { .. } | ColumnType::Text => format!("NULLIF({name}, '')"),
            ColumnType::YesNo => return name,
            ColumnType::Date => day(self.dialect, &name, &label),
            ColumnType::Year => {
                let may_be_none = !schema.key.contains(&slot.column);
                year(self.dialect, &name, &label, may_be_none)
            }
            ColumnType::Level(id) | ColumnType::Choice(id) => self.term(&name, &label, *id),
            ColumnType::Number { .. } | ColumnType::Percent | ColumnType::Money { .. } => {
                figure(self.dialect, &name, &label, kind)
            }
        };
        format!("{value} AS {name}")
    }

    fn term(&self, name: &str, label: &str, id: VocabularyId) -> String {
        let Vocabulary { ordered, terms, .. } = self.rules.schema.vocabulary_at(id);
        let codes = terms.keys().map(|code| self.dialect.text(code));
        if *ordered {
            let ranks: Vec<String> = codes
                .enumerate()
                .map(|(rank, code)| format!("WHEN {name} = {code} THEN {rank}"))
                .collect();
            let stop = self.dialect.stop(label, name, Stopped::Rank);
            return format!(
                "CASE WHEN {name} IS NULL THEN NULL\n      {}\n      ELSE {stop} END",
                ranks.join(" ")
            );
        }
        let codes: Vec<String> = codes.collect();
        let stop = self.dialect.stop(label, name, Stopped::Text);
        format!(
            "CASE WHEN {name} IS NULL OR {name} IN ({}) THEN {name}\n      ELSE {stop} END",
            codes.join(", ")
        )
    }
}

/// A year that a column of years takes, or 0 for "no year".
fn year(dialect: &Dialect, name: &str, label: &str, may_be_none: bool) -> String {
    let (first, last) = (YEARS.start(), YEARS.end());
    let stop = dialect.stop(label, name, Stopped::Rank);
    let none = if may_be_none {
        format!(" OR {name} = 0")
    } else {
        String::new()
    };
    format!(
        "CASE WHEN {name} IS NULL OR {name} BETWEEN {first} AND {last}{none} THEN CAST({name} AS INTEGER)\n      ELSE {stop} END"
    )
}

/// A year of the facts where "no year" is as good as none.
pub(super) fn known_year(written: &str) -> String {
    format!("NULLIF({written}, 0)")
}

fn day(dialect: &Dialect, name: &str, label: &str) -> String {
    let (first, last) = (YEARS.start(), YEARS.end());
    let stop = dialect.stop(label, name, Stopped::Day);
    format!(
        "CASE WHEN {name} IS NULL OR {name} BETWEEN DATE '{first}-01-01' AND DATE '{last}-12-31' THEN CAST({name} AS DATE)\n      ELSE {stop} END"
    )
}

/// A figure as a whole number; one with more places, or below what its column allows, ends the query.
fn figure(dialect: &Dialect, name: &str, label: &str, kind: &ColumnType) -> String {
    let scale = scale(kind);
    let whole = dialect.whole;
    let scaled = if places(kind) == 0 {
        name.to_owned()
    } else {
        format!("{name} * {scale}")
    };
    let (top, bottom) = least(kind).numerator_and_denominator();
    let least = num_integer::Integer::div_ceil(&(top * &scale), &bottom);
    let most = if matches!(kind, ColumnType::Percent) {
        format!(" AND CAST({scaled} AS {whole}) <= {scale}")
    } else {
        String::new()
    };
    let stop = dialect.stop(label, name, Stopped::Whole);
    format!(
        "CASE WHEN {name} IS NULL THEN NULL\n      WHEN ({scaled}) % 1 = 0 AND CAST({scaled} AS {whole}) >= {least}{most} THEN CAST({scaled} AS {whole})\n      ELSE {stop} END"
    )
}
