//! What a sheet gave, before it is joined to its table. If the sheet cannot be read to its end, nothing of it is.
//!
//! In: values, row by row. Out: columns with their keys and row numbers. Must not know: other sheets.

use crate::fact::data::{Column, Fact, Kind};
use crate::fact::layout::Binding;
use crate::fact::schema::ColumnType;

/// The used rows of a sheet in columns.
#[derive(Debug)]
pub(in crate::fact) struct Staged {
    /// What each column holds.
    pub(in crate::fact) bindings: Vec<Binding>,
    pub(in crate::fact) columns: Vec<Column>,
    /// Each row's number in the file.
    pub(in crate::fact) rows: Vec<u32>,
    /// Each row's year, where a row holds one year of a unit; else empty.
    pub(in crate::fact) years: Vec<i32>,
    keys: String,
    key_ends: Vec<usize>,
    key_parts: usize,
}

impl Staged {
    pub(super) fn new(bindings: Vec<Binding>, kinds: &[&ColumnType], key_parts: usize) -> Self {
        Staged {
            columns: kinds
                .iter()
                .map(|kind| Column::new(kind_of(kind)))
                .collect(),
            bindings,
            rows: Vec::new(),
            years: Vec::new(),
            keys: String::new(),
            key_ends: Vec::new(),
            key_parts,
        }
    }

    pub(super) fn begin_row(&mut self, row: u32, key: &[String], year: Option<i32>) {
        self.rows.push(row);
        self.years.extend(year);
        for part in key {
            self.keys.push_str(part);
            self.key_ends.push(self.keys.len());
        }
    }

    pub(super) fn push(&mut self, binding: usize, fact: &Fact<'_>) {
        self.columns[binding].push(fact);
    }

    /// How many rows there are.
    pub(in crate::fact) fn len(&self) -> usize {
        self.rows.len()
    }

    /// The parts of a row's key.
    pub(in crate::fact) fn key(&self, row: usize) -> impl Iterator<Item = &str> {
        (row * self.key_parts..(row + 1) * self.key_parts).map(|part| {
            let start = part
                .checked_sub(1)
                .and_then(|before| self.key_ends.get(before))
                .copied()
                .unwrap_or(0);
            self.key_ends
                .get(part)
                .and_then(|end| self.keys.get(start..*end))
                .unwrap_or_default()
        })
    }
}

fn kind_of(kind: &ColumnType) -> Kind {
    match kind {
        ColumnType::Code { .. } | ColumnType::Text => Kind::Text,
        ColumnType::Number { .. } | ColumnType::Percent | ColumnType::Money { .. } => Kind::Number,
        ColumnType::YesNo => Kind::YesNo,
        ColumnType::Date => Kind::Date,
        ColumnType::Year => Kind::Year,
        ColumnType::Level(_) | ColumnType::Choice(_) => Kind::Term,
    }
}
