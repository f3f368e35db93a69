//! The query of one table's subjects while it grows: which columns are read, what is joined, which queries stand before it.
//!
//! In: requests of the formulas. Out: names to read by, and the pieces that `statement` puts together. Must not know: formulas.

use super::dialect::Dialect;
use super::formula::Row;
use crate::fact::schema::{ColumnId, Slot, TableId};
use crate::rule::RuleSet;
use std::collections::{BTreeMap, BTreeSet};

/// The query of one table's subjects.
pub(super) struct Query<'a> {
    pub(super) rules: &'a RuleSet,
    pub(super) dialect: &'static Dialect,
    /// The columns that are read of each table.
    pub(super) read: BTreeMap<TableId, BTreeSet<Slot>>,
    /// What is joined to the rows at hand.
    pub(super) joins: Vec<Join>,
    /// Queries over rows, in order: kind, number among its kind, text.
    pub(super) before: Vec<(&'static str, usize, String)>,
    /// Whether the row at hand is not the subject.
    pub(super) nested: bool,
}

/// A query joined to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Join {
    /// What is joined, with its name.
    pub(super) of: String,
    /// On which condition; none for the one row that all share.
    pub(super) on: Option<String>,
}

impl Join {
    pub(super) fn sql(&self) -> String {
        match &self.on {
            Some(on) => format!("\n  LEFT JOIN {} ON {on}", self.of),
            None => format!("\n  CROSS JOIN {}", self.of),
        }
    }
}

impl<'a> Query<'a> {
    pub(super) fn new(rules: &'a RuleSet, dialect: &'static Dialect) -> Self {
        Query {
            rules,
            dialect,
            read: BTreeMap::new(),
            joins: Vec::new(),
            before: Vec::new(),
            nested: false,
        }
    }

    /// A fact of a row.
    pub(super) fn column(&mut self, row: &Row, slot: Slot) -> String {
        self.read.entry(row.table).or_default().insert(slot);
        let name = self.column_name(row.table, slot);
        format!(
            "{}.{}",
            self.dialect.name(&row.alias),
            self.dialect.name(&name)
        )
    }

    /// The name of a column in the data: that of the rule set, with its year for a series.
    pub(super) fn column_name(&self, table: TableId, slot: Slot) -> String {
        let schema = self.rules.schema.table_at(table);
        let name = schema.column_at(slot.column);
        let name = name.map_or("", |column| column.name.as_str());
        match slot.year {
            Some(year) => format!("{name}_{year}"),
            None => name.to_owned(),
        }
    }

    /// The key of a row, column by column.
    pub(super) fn key_columns(&mut self, row: &Row) -> Vec<String> {
        let key = self.rules.schema.table_at(row.table).key.clone();
        key.into_iter()
            .map(|column| self.column(row, Slot { column, year: None }))
            .collect()
    }

    /// The row that a code column of a row points to.
    pub(super) fn pointed_to(&mut self, row: &Row, column: ColumnId, target: TableId) -> Row {
        let slot = Slot { column, year: None };
        let code = self.column(row, slot);
        let found = Row {
            alias: format!("{} {}", row.alias, self.column_name(row.table, slot)),
            table: target,
        };
        let equal: Vec<String> = self
            .key_columns(&found)
            .into_iter()
            .map(|key| format!("{key} = {code}"))
            .collect();
        let join = Join {
            of: self.from(&found),
            on: Some(equal.join(" AND ")),
        };
        self.add_join(join);
        found
    }

    pub(super) fn add_join(&mut self, join: Join) {
        if !self.joins.contains(&join) {
            self.joins.push(join);
        }
    }

    /// A table's facts under the name of a row.
    pub(super) fn from(&mut self, row: &Row) -> String {
        self.read.entry(row.table).or_default();
        format!(
            "{} AS {}",
            self.facts_of(row.table),
            self.dialect.name(&row.alias)
        )
    }

    /// The name of the query that reads a table's facts; a blank in it keeps it apart from every table.
    pub(super) fn facts_of(&self, table: TableId) -> String {
        let name = &self.rules.schema.table_at(table).name;
        self.dialect.name(&format!("{name} facts"))
    }

    /// The number of a query over rows among its kind, added if it is not there.
    pub(super) fn place_of(&mut self, kind: &'static str, text: String) -> usize {
        let of_kind = |entry: &&(&'static str, usize, String)| entry.0 == kind;
        let mut there = self.before.iter().filter(of_kind);
        if let Some((_, number, _)) = there.find(|(_, _, sql)| *sql == text) {
            return *number;
        }
        let number = self.before.iter().filter(of_kind).count() + 1;
        self.before.push((kind, number, text));
        number
    }
}
