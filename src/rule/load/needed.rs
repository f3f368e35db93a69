//! What the rules of a set read, so that reading can tell a hole from a column that nobody misses.
//!
//! In: checked rules. Out: the facts that must be there, the columns that are looked at where they are, and which rules read which
//! column. Must not know: data.

use crate::fact::schema::{ColumnId, Slot, TableId};
use crate::fact::{Needed, TableNeeds};
use crate::rule::RuleSet;
use crate::rule::formula::{Formula, Range};
use crate::rule::set::{Clause, ColumnUses};

/// What the rules of a set read, and which of them.
pub(super) fn needed(set: &RuleSet) -> (Needed, ColumnUses) {
    let mut reading = Reading {
        set,
        needed: Needed::new(),
        uses: ColumnUses::new(),
    };
    for rule in &set.rules {
        for condition in rule.when.iter().chain([&rule.require]) {
            reading.require(&rule.clause, &condition.formula, &[]);
        }
    }
    reading.nominations();
    reading.quotas();
    reading.targets();
    reading.deadlines();
    reading.checks();
    (reading.needed, reading.uses)
}

struct Reading<'s> {
    set: &'s RuleSet,
    needed: Needed,
    uses: ColumnUses,
}

impl Reading<'_> {
    fn table(&mut self, table: TableId) -> &mut TableNeeds {
        self.needed.entry(table).or_default()
    }

    fn require(&mut self, clause: &Clause, formula: &Formula, years: &[i32]) {
        let (needed, uses) = (&mut self.needed, &mut self.uses);
        let schema = &self.set.schema;
        formula.each_slot(&self.set.derived, years, &mut |table, slot| {
            let needs = needed.entry(table).or_default();
            let column = schema.table_at(table).column_at(slot.column);
            let is_any_year = slot.year.is_none() && column.is_some_and(|column| column.series);
            if is_any_year {
                needs.columns.insert(slot.column);
            } else {
                needs.slots.insert(slot);
            }
            note(uses, clause, table, slot.column);
        });
    }

    fn require_column(&mut self, table: TableId, column: ColumnId) {
        let slot = Slot { column, year: None };
        self.table(table).slots.insert(slot);
    }

    /// A column that is read where it is, in whatever year; it need not be there.
    fn look_at(&mut self, clause: &Clause, formula: &Formula, years: &[i32]) {
        let (needed, uses) = (&mut self.needed, &mut self.uses);
        formula.each_slot(&self.set.derived, years, &mut |table, slot| {
            needed.entry(table).or_default().columns.insert(slot.column);
            note(uses, clause, table, slot.column);
        });
    }

    fn nominations(&mut self) {
        let Some(list) = &self.set.nominations else {
            return;
        };
        self.require_column(list.table, list.subject);
        self.require_column(list.table, list.code);
        let Some(priority) = &list.priority else {
            return;
        };
        let conditions = priority
            .first
            .iter()
            .filter_map(|first| first.when.as_ref());
        for condition in conditions {
            self.look_at(&priority.clause, &condition.formula, &[]);
        }
    }

    fn quotas(&mut self) {
        for quota in &self.set.quotas {
            if let Some(per) = quota.per {
                self.require_column(quota.table, per);
                note(&mut self.uses, &quota.clause, quota.table, per);
            }
            for condition in quota.of.iter().chain([&quota.count]) {
                self.require(&quota.clause, &condition.formula, &[]);
            }
        }
    }

    /// Years after the one that the round looks at are not there yet.
    fn targets(&mut self) {
        for target in &self.set.targets {
            let review = self.set.review.unwrap_or(i32::MAX);
            for year in target.years.iter().filter(|year| **year <= review) {
                for formula in target.yearly() {
                    self.require(&target.clause, formula, &[*year]);
                }
            }
            let goal = target.goal.iter();
            for value in goal.flat_map(|goal| goal.exceeds.iter().chain([&goal.value])) {
                self.require(&target.clause, &value.formula, &[]);
            }
        }
    }

    fn deadlines(&mut self) {
        for deadline in &self.set.deadlines {
            let year = deadline.years.as_ref().and_then(|years| years.first());
            let years: Vec<i32> = year.copied().into_iter().collect();
            self.require(&deadline.clause, &deadline.date.formula, &[]);
            for who in &deadline.who {
                if let Range::Rows {
                    condition: Some(condition),
                    ..
                } = &who.find
                {
                    self.require(&deadline.clause, condition, &years);
                }
            }
        }
    }

    fn checks(&mut self) {
        for check in &self.set.checks {
            let year = check.each_year.then_some(self.set.review.unwrap_or(0));
            let years: Vec<i32> = year.into_iter().collect();
            for checked in &check.tables {
                for condition in checked.when.iter().chain([&checked.require]) {
                    self.look_at(&check.clause, &condition.formula, &years);
                }
            }
        }
    }
}

fn note(uses: &mut ColumnUses, clause: &Clause, table: TableId, column: ColumnId) {
    let ids = uses.entry((table, column)).or_default();
    if ids.last() != Some(&clause.id) {
        ids.push(clause.id.clone());
    }
}
