//! What a sheet gave, before it is joined to its table. If the sheet cannot be read to its end, nothing of it is.
//!
//! In: values, row by row. Out: columns with their keys and row numbers. Must not know: other sheets.

use super::plain::PlainRows;
use super::slot;
use crate::fact::data::{Absence, Column, Fact, Kind};
use crate::fact::layout::{Binding, Measure};
use crate::fact::schema::{ColumnType, Slot};
use crate::place::CellAddress;
use rustc_hash::FxHashMap;
use std::ops::Range;

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
    /// What each row counts, where a unit has a row for each measure; else empty.
    measures: Vec<Measure>,
    /// Per binding, the rows that give it, in such a sheet; none for those that all of them give.
    of_bindings: Option<Vec<Option<Measure>>>,
    /// Where each row's facts stand, where they are not all in its row and its bindings' columns; else empty.
    pub(in crate::fact) cells: Vec<FxHashMap<Slot, CellAddress>>,
    keys: String,
    key_ends: Vec<usize>,
    key_parts: usize,
}

/// Which of a unit's cells a row holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(in crate::fact) struct Share {
    pub(in crate::fact) year: Option<i32>,
    pub(in crate::fact) measure: Option<Measure>,
}

/// Most sheets that an office sends have fewer rows.
const USUAL_ROWS: usize = 128;

impl Staged {
    pub(super) fn new(
        bindings: Vec<Binding>,
        kinds: &[&ColumnType],
        key_parts: usize,
        of_bindings: Option<Vec<Option<Measure>>>,
    ) -> Self {
        Staged {
            columns: kinds
                .iter()
                .map(|kind| Column::with_capacity(kind_of(kind), USUAL_ROWS))
                .collect(),
            bindings,
            rows: Vec::with_capacity(USUAL_ROWS),
            years: Vec::new(),
            measures: Vec::new(),
            of_bindings,
            cells: Vec::new(),
            keys: String::new(),
            key_ends: Vec::new(),
            key_parts,
        }
    }

    /// A sheet whose rows have one code and cells anywhere.
    pub(in crate::fact) fn scattered(bindings: Vec<Binding>) -> Self {
        let kinds = vec![&ColumnType::Text; bindings.len()];
        Staged::new(bindings, &kinds, 1, None)
    }

    /// Adds a row to such a sheet: its facts with their cells, if they stand in any.
    pub(in crate::fact) fn push_scattered(
        &mut self,
        row: u32,
        code: &str,
        facts: &[(Slot, Option<CellAddress>, Fact<'_>)],
    ) {
        self.begin_row(row, &[code.to_owned()], None, None);
        let by_slot: FxHashMap<Slot, &Fact<'_>> =
            facts.iter().map(|(slot, _, fact)| (*slot, fact)).collect();
        for (column, binding) in self.columns.iter_mut().zip(&self.bindings) {
            let fact = by_slot.get(&slot(binding, None)).copied();
            column.push(fact.unwrap_or(&Fact::Missing(Absence::NoRow)));
        }
        let cells = facts.iter();
        self.cells.push(
            cells
                .filter_map(|(slot, cell, _)| Some((*slot, (*cell)?)))
                .collect(),
        );
    }

    pub(super) fn begin_row(
        &mut self,
        row: u32,
        key: &[String],
        year: Option<i32>,
        measure: Option<Measure>,
    ) {
        self.rows.push(row);
        self.years.extend(year);
        self.measures.extend(measure);
        for part in key {
            self.keys.push_str(part);
            self.key_ends.push(self.keys.len());
        }
    }

    /// Takes all rows away.
    pub(super) fn drain(&mut self) -> Self {
        let empty = self.emptied();
        std::mem::replace(self, empty)
    }

    /// The same in parts of so many rows at most, in order.
    pub(in crate::fact) fn split(self, at_most: usize) -> Vec<Self> {
        if self.len() <= at_most {
            return vec![self];
        }
        let starts = (0..self.len()).step_by(at_most);
        let ends = starts.clone().map(|start| self.len().min(start + at_most));
        let parts = starts.zip(ends);
        parts.map(|(start, end)| self.only(start..end)).collect()
    }

    /// The same without rows.
    fn emptied(&self) -> Self {
        let columns = self.columns.iter();
        Staged {
            bindings: self.bindings.clone(),
            columns: columns.map(Column::emptied).collect(),
            rows: Vec::new(),
            years: Vec::new(),
            measures: Vec::new(),
            of_bindings: self.of_bindings.clone(),
            cells: Vec::new(),
            keys: String::new(),
            key_ends: Vec::new(),
            key_parts: self.key_parts,
        }
    }

    /// The same without those rows, which are given in order.
    pub(super) fn without(&self, rows: &[usize]) -> Self {
        self.only((0..self.len()).filter(|row| rows.binary_search(row).is_err()))
    }

    /// The same with those rows alone.
    fn only(&self, rows: impl Iterator<Item = usize> + Clone) -> Self {
        let mut columns = Vec::with_capacity(self.columns.len());
        for column in &self.columns {
            let mut rest = column.emptied();
            for row in rows.clone() {
                rest.push(&column.get(u32::try_from(row).unwrap_or(u32::MAX)));
            }
            columns.push(rest);
        }
        let mut rest = Staged {
            columns,
            ..self.emptied()
        };
        for row in rows {
            let key: Vec<String> = self.key(row).map(str::to_owned).collect();
            let share = self.share(row);
            rest.begin_row(self.rows[row], &key, share.year, share.measure);
        }
        rest
    }

    pub(super) fn push(&mut self, binding: usize, fact: &Fact<'_>) {
        self.columns[binding].push(fact);
    }

    /// Adds plain rows, whose numbers are counted from `above`. What is added at once need not be copied.
    pub(super) fn append(&mut self, plain: &mut PlainRows, rows: Range<usize>, above: u32) {
        if self.rows.is_empty() && rows == (0..plain.len()) {
            std::mem::swap(&mut self.columns, &mut plain.columns);
            std::mem::swap(&mut self.keys, &mut plain.keys);
            std::mem::swap(&mut self.key_ends, &mut plain.key_ends);
        } else {
            for (column, more) in self.columns.iter_mut().zip(&plain.columns) {
                column.append(more, rows.clone());
            }
            let end_of = |part: usize| {
                let before = part
                    .checked_sub(1)
                    .and_then(|last| plain.key_ends.get(last));
                before.copied().unwrap_or(0)
            };
            let parts = rows.start * self.key_parts..rows.end * self.key_parts;
            let (start, end, held) = (end_of(parts.start), end_of(parts.end), self.keys.len());
            let ends = plain.key_ends.get(parts).unwrap_or_default();
            self.key_ends
                .extend(ends.iter().map(|end| end - start + held));
            self.keys
                .push_str(plain.keys.get(start..end).unwrap_or_default());
        }
        let numbers = plain.numbers.get(rows).unwrap_or_default();
        self.rows
            .extend(numbers.iter().map(|number| above.saturating_add(*number)));
    }

    /// Whether all rows stand for the same cells of their units, each in its own row.
    pub(in crate::fact) fn is_one_part(&self) -> bool {
        self.years.is_empty() && self.measures.is_empty() && self.cells.is_empty()
    }

    /// The year and the measure of a row: rows that differ in them stand for different cells of one unit.
    pub(in crate::fact) fn share(&self, row: usize) -> Share {
        Share {
            year: self.years.get(row).copied(),
            measure: self.measures.get(row).copied(),
        }
    }

    /// Whether rows of that measure give that binding.
    pub(in crate::fact) fn gives(&self, binding: usize, share: Share) -> bool {
        let wanted = self
            .of_bindings
            .as_ref()
            .and_then(|of_bindings| of_bindings.get(binding).copied().flatten());
        wanted.is_none() || share.measure.is_none() || wanted == share.measure
    }

    /// How many rows there are.
    pub(in crate::fact) fn len(&self) -> usize {
        self.rows.len()
    }

    /// All keys and where each ends, if they are of one part; then they are here no longer.
    pub(in crate::fact) fn take_simple_keys(&mut self) -> Option<(String, Vec<usize>)> {
        (self.key_parts == 1).then(|| {
            let keys = std::mem::take(&mut self.keys);
            (keys, std::mem::take(&mut self.key_ends))
        })
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

pub(super) fn kind_of(kind: &ColumnType) -> Kind {
    match kind {
        ColumnType::Code { .. } | ColumnType::Text => Kind::Text,
        ColumnType::Number { .. } | ColumnType::Percent | ColumnType::Money { .. } => Kind::Number,
        ColumnType::YesNo => Kind::YesNo,
        ColumnType::Date => Kind::Date,
        ColumnType::Year => Kind::Year,
        ColumnType::Level(_) | ColumnType::Choice(_) => Kind::Term,
    }
}
