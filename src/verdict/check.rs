//! Data checks: whether the figures can be right, before anything is concluded from them.
//!
//! In: the checks of a rule set and the facts. Out: what failed, and how often each check was made. Must not know: languages.

use crate::diagnostic::Severity;
use crate::fact::Facts;
use crate::fact::data::TableFacts;
use crate::fact::schema::TableId;
use crate::rule::{Check, CheckedTable, RuleVerdict};
use crate::verdict::complete::Completeness;
use crate::verdict::evaluate::{Evaluator, Scene};
use rustc_hash::{FxHashMap, FxHashSet};

/// All checks of the rule set as they came out.
#[derive(Debug, Default)]
pub struct Checks {
    /// What failed, by check, table, row and year.
    pub failed: Vec<FailedCheck>,
    /// How often each check came out how, by its index.
    pub counts: Vec<CheckCounts>,
    /// Rows that fail a check of severity error, built-in checks included.
    faulty: FxHashMap<TableId, FxHashSet<u32>>,
}

/// A check that a row fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FailedCheck {
    /// Index of the check.
    pub check: usize,
    /// The row's table.
    pub table: TableId,
    /// The row.
    pub row: u32,
    /// The year, for a yearly check.
    pub year: Option<i32>,
}

/// How often a check came out how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CheckCounts {
    /// It holds.
    pub met: u64,
    /// It does not.
    pub not_met: u64,
    /// It does not concern the row, or a figure that it needs is missing.
    pub not_applicable: u64,
}

impl Checks {
    /// Makes every check, and takes the built-in ones into account.
    pub(super) fn make(evaluator: Evaluator<'_, '_>, completeness: &Completeness<'_>) -> Self {
        let (rules, evaluator) = (evaluator.rules, evaluator.leaving_noughts_open());
        let mut checks = Checks {
            faulty: built_in_faults(evaluator.facts),
            ..Checks::default()
        };
        for (index, check) in rules.checks.iter().enumerate() {
            let mut counts = CheckCounts::default();
            for checked in &check.tables {
                let Some(rows) = evaluator.table(checked.table) else {
                    continue;
                };
                let years = years_of(check, rows, rules.review);
                for row in 0..rows.len() {
                    for year in &years {
                        let at = (checked.table, row);
                        let verdict = verdict(evaluator, check, checked, at, *year, completeness);
                        checks.note(index, check, at, *year, verdict, &mut counts);
                    }
                }
            }
            checks.counts.push(counts);
        }
        checks
    }

    fn note(
        &mut self,
        index: usize,
        check: &Check,
        (table, row): (TableId, u32),
        year: Option<i32>,
        verdict: RuleVerdict,
        counts: &mut CheckCounts,
    ) {
        match verdict {
            RuleVerdict::Met | RuleVerdict::Waived => counts.met += 1,
            RuleVerdict::NotApplicable | RuleVerdict::Insufficient => counts.not_applicable += 1,
            RuleVerdict::NotMet => {
                counts.not_met += 1;
                self.failed.push(FailedCheck {
                    check: index,
                    table,
                    row,
                    year,
                });
                if check.severity == Severity::Error {
                    self.faulty.entry(table).or_default().insert(row);
                }
            }
        }
    }

    /// The rows of a table that fail a check of severity error.
    pub(super) fn faulty(&self, table: TableId) -> FxHashSet<u32> {
        self.faulty.get(&table).cloned().unwrap_or_default()
    }
}

/// A missing figure makes a check not applicable: missing data is the criteria's business.
fn verdict(
    evaluator: Evaluator<'_, '_>,
    check: &Check,
    checked: &CheckedTable,
    at: (TableId, u32),
    year: Option<i32>,
    completeness: &Completeness<'_>,
) -> RuleVerdict {
    let is_complete = check
        .complete
        .is_none_or(|table| completeness.holds(table, Some(at)));
    let truth = |condition: &crate::rule::Condition| {
        let mut scene = Scene::at(Some(at)).in_year(year);
        evaluator
            .answer(&condition.formula, &mut scene, &mut ())
            .truth()
    };
    let applies = checked
        .when
        .as_ref()
        .is_none_or(|when| truth(when) == Some(true));
    if !is_complete || !applies {
        return RuleVerdict::NotApplicable;
    }
    match truth(&checked.require) {
        Some(true) => RuleVerdict::Met,
        Some(false) => RuleVerdict::NotMet,
        None => RuleVerdict::NotApplicable,
    }
}

/// Every year that the table has, not beyond the round; once without a year for a check that is not yearly.
fn years_of(check: &Check, rows: &TableFacts, review: Option<i32>) -> Vec<Option<i32>> {
    if !check.each_year {
        return vec![None];
    }
    let mut years: Vec<i32> = rows.slots().iter().filter_map(|slot| slot.year).collect();
    years.sort_unstable();
    years.dedup();
    years.retain(|year| review.is_none_or(|review| *year <= review));
    years.into_iter().map(Some).collect()
}

/// The rows of each table that fail a built-in check. A fault names its row by code, since it was found before rows were joined.
fn built_in_faults(facts: &Facts) -> FxHashMap<TableId, FxHashSet<u32>> {
    let mut codes: FxHashMap<TableId, FxHashSet<&str>> = FxHashMap::default();
    for fault in &facts.faults {
        if let Some(code) = &fault.code {
            codes.entry(fault.table).or_default().insert(code);
        }
    }
    let rows_of = |(table, codes): (TableId, FxHashSet<&str>)| {
        let rows = facts.tables.get(usize::from(table.0))?.as_ref()?;
        let faulty = (0..rows.len()).filter(|row| codes.contains(rows.code(*row).as_str()));
        Some((table, faulty.collect()))
    };
    codes.into_iter().filter_map(rows_of).collect()
}
