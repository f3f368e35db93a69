//! Whether a sum over units can be relied on: not while a unit of the official list is absent.
//!
//! In: the units that are absent. Out: whether any of them belongs to the unit at hand. Must not know: what is summed.

use crate::fact::Facts;
use crate::fact::schema::TableId;
use crate::rule::RuleSet;
use rustc_hash::{FxHashMap, FxHashSet};

/// Which tables lack units, and above which units these stand.
pub(super) struct Completeness<'a> {
    rules: &'a RuleSet,
    facts: &'a Facts,
    /// The codes of all units that an absent unit belongs to, by the absent unit's table.
    above_absent: FxHashMap<TableId, FxHashSet<&'a str>>,
}

impl<'a> Completeness<'a> {
    pub(super) fn new(rules: &'a RuleSet, facts: &'a Facts) -> Self {
        let mut above_absent: FxHashMap<TableId, FxHashSet<&str>> = FxHashMap::default();
        for unit in &facts.absent {
            let above = above_absent.entry(unit.table).or_default();
            let Some(level) = &rules.schema.table_at(unit.table).roster else {
                continue;
            };
            let mut next = level.roster.unit(&unit.code);
            // A list whose units stand above one another in a circle ends here too.
            while let Some(parent) = next.and_then(|unit| level.roster.unit(&unit.parent))
                && above.insert(&parent.code)
            {
                next = Some(parent);
            }
        }
        Completeness {
            rules,
            facts,
            above_absent,
        }
    }

    /// Whether no unit of that table is absent, as far as it belongs to the row at hand. A row that is no unit of the same list
    /// needs all of them.
    pub(super) fn holds(&self, of: TableId, row: Option<(TableId, u32)>) -> bool {
        let Some(above) = self.above_absent.get(&of) else {
            return true;
        };
        let Some((table, row)) = row else {
            return false;
        };
        let roster = |table: TableId| self.rules.schema.table_at(table).roster.as_ref();
        let code = self
            .facts
            .tables
            .get(usize::from(table.0))
            .and_then(Option::as_ref)
            .map(|rows| rows.code(row))
            .unwrap_or_default();
        let is_listed = roster(of).is_some_and(|level| level.roster.unit(&code).is_some());
        is_listed && !above.contains(code.as_str())
    }
}
