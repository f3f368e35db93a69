//! Runs the examples of a rule set: a row given by the rule's author must get the verdict that its author expects.
//!
//! In: a checked rule set. Out: every example with the verdict it got. Must not know: files.

use crate::fact::Facts;
use crate::fact::data::{Absence, Fact, Origin, Part, TableFacts};
use crate::fact::schema::{Slot, TableId};
use crate::rule::{Example, Rule, RuleIndex, RuleSet, RuleVerdict};
use crate::verdict::judge;
use rustc_hash::FxHashMap;

/// An example and the verdict it got.
#[derive(Debug)]
pub struct ExampleOutcome<'a> {
    /// Whose example.
    pub rule: &'a Rule,
    /// As written.
    pub example: &'a Example,
    /// What the rule gave.
    pub got: RuleVerdict,
}

impl ExampleOutcome<'_> {
    /// Whether the rule gave what its author expects.
    pub fn passed(&self) -> bool {
        self.got == self.example.gives
    }
}

/// Runs every example of the rule set's round.
pub fn try_examples(rules: &RuleSet) -> Vec<ExampleOutcome<'_>> {
    let mut outcomes = Vec::new();
    for (index, rule) in rules.rules.iter().enumerate() {
        for example in &rule.examples {
            let facts = facts_of(rules, rule.table, example);
            let got = judge(rules, &facts, &[])
                .0
                .explain(RuleIndex(index), 0)
                .verdict;
            outcomes.push(ExampleOutcome { rule, example, got });
        }
    }
    outcomes
}

/// A table of one row, in which every cell that the example does not name is empty.
fn facts_of(rules: &RuleSet, table: TableId, example: &Example) -> Facts {
    let mut facts = Facts {
        tables: vec![None; rules.schema.tables.len()],
        ..Facts::default()
    };
    let mut rows = TableFacts::new(table, Vec::new());
    let slots: Vec<Slot> = rules
        .needed
        .get(&table)
        .into_iter()
        .flat_map(|needs| &needs.slots)
        .copied()
        .collect();
    let part = rows.add_part(Part {
        file: "".into(),
        sheet: None,
        columns: FxHashMap::default(),
    });
    let row = rows.row_for(&[], Origin { part, row: 1 });
    for slot in slots {
        rows.set(row, slot, &Fact::Missing(Absence::Empty));
    }
    for (slot, cell) in &example.cells {
        rows.set(row, *slot, &cell.as_fact());
    }
    if let Some(place) = facts.tables.get_mut(usize::from(table.0)) {
        *place = Some(rows);
    }
    facts
}
