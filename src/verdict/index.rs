//! Ways from a code to rows, so that no rule walks a table for each row of another.
//!
//! In: a rule set and the facts. Out: the row a code points to; the rows whose column has a value. Must not know: formulas' values.

use crate::fact::Facts;
use crate::fact::data::{Fact, TableFacts};
use crate::fact::schema::{ColumnId, ColumnType, Reference, Slot, TableId};
use crate::rule::RuleSet;
use crate::rule::formula::{Formula, Range, Step};
use crate::verdict::answer::{Answer, Value};
use rustc_hash::FxHashMap;

/// The rows of a column by its text, and those where it is missing (they may belong to any).
#[derive(Debug, Default)]
struct ColumnIndex {
    by_text: FxHashMap<String, Vec<u32>>,
    missing: Vec<u32>,
}

/// All indexes that the rules of a set can use.
#[derive(Debug, Default)]
pub(super) struct Indexes {
    columns: FxHashMap<(TableId, ColumnId), ColumnIndex>,
}

impl Indexes {
    /// Builds an index for every column that a rule joins by.
    pub(super) fn build(rules: &RuleSet, facts: &Facts) -> Self {
        let mut indexes = Indexes::default();
        for formula in rules.formulas() {
            indexes.add_joins(formula, facts);
        }
        for deadline in &rules.deadlines {
            for who in &deadline.who {
                indexes.add_range(&who.find, facts);
            }
        }
        indexes
    }

    fn add_joins(&mut self, formula: &Formula, facts: &Facts) {
        if let Step::Quantified { over, .. } | Step::Aggregate { over, .. } = &formula.step {
            self.add_range(over, facts);
        }
        for part in formula.parts() {
            self.add_joins(part, facts);
        }
    }

    fn add_range(&mut self, range: &Range, facts: &Facts) {
        if let Range::Rows {
            table,
            joined_by: Some((column, _)),
            ..
        } = range
            && let Some(Some(rows)) = facts.tables.get(usize::from(table.0))
        {
            self.columns
                .entry((*table, *column))
                .or_insert_with(|| ColumnIndex::build(rows, *column));
        }
    }

    /// The rows that can satisfy the range's condition, in order.
    pub(super) fn candidates(
        &self,
        rows: &TableFacts,
        table: TableId,
        key: Option<&(ColumnId, Answer<'_>)>,
    ) -> Vec<u32> {
        if let Some((column, Answer::Known(Value::Text(text)))) = key
            && let Some(index) = self.columns.get(&(table, *column))
        {
            let mut found = index
                .by_text
                .get(text.as_ref())
                .cloned()
                .unwrap_or_default();
            found.extend(&index.missing);
            found.sort_unstable();
            return found;
        }
        (0..rows.len()).collect()
    }

    /// The row that a code column of a row points to.
    pub(super) fn target(
        &self,
        rules: &RuleSet,
        facts: &Facts,
        from: TableId,
        row: u32,
        column: ColumnId,
    ) -> Option<(TableId, u32)> {
        let ColumnType::Code {
            of: Some(Reference::Table(target)),
            ..
        } = &rules.schema.table_at(from).column_at(column)?.kind
        else {
            return None;
        };
        let pointing = facts.tables.get(usize::from(from.0))?.as_ref()?;
        let Fact::Text(code) = pointing.get(row, Slot { column, year: None }) else {
            return None;
        };
        let found = facts
            .tables
            .get(usize::from(target.0))?
            .as_ref()?
            .find(&[code])?;
        Some((*target, found))
    }
}

impl ColumnIndex {
    fn build(rows: &TableFacts, column: ColumnId) -> Self {
        let mut index = ColumnIndex::default();
        for row in 0..rows.len() {
            match rows.get(row, Slot { column, year: None }) {
                Fact::Text(text) => index.by_text.entry(text.to_owned()).or_default().push(row),
                Fact::Missing(_)
                | Fact::Number(_)
                | Fact::YesNo(_)
                | Fact::Date(_)
                | Fact::Year(_)
                | Fact::Term(_) => index.missing.push(row),
            }
        }
        index
    }
}
