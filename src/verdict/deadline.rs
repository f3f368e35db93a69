//! Deadlines: whether a unit's record is there, and in time.
//!
//! In: a deadline, the units and the records. Out: a status for every unit (and year), with the day that decided. Must not know:
//! languages.

use crate::diagnostic::Diagnostic;
use crate::fact::data::{Fact, TableFacts};
use crate::fact::schema::{ColumnId, RosterLevel, Slot, TableId};
use crate::place::Place;
use crate::rule::formula::Range;
use crate::rule::{Condition, Deadline, LastDay, Who};
use crate::text::{fold, listed, nearest};
use crate::verdict::Problem;
use crate::verdict::answer::Value;
use crate::verdict::evaluate::{Evaluator, Scene};
use chrono::NaiveDate;
use indexmap::IndexMap;
use rustc_hash::FxHashSet;
use std::collections::BTreeSet;

/// Where one unit stands with one deadline (of one year).
#[derive(Clone, Debug)]
pub struct DeadlineVerdict {
    /// Index of the deadline.
    pub deadline: usize,
    /// The unit's table.
    pub table: TableId,
    /// The unit's row.
    pub row: u32,
    /// The year, for a yearly deadline.
    pub year: Option<i32>,
    /// The last good day.
    pub due: NaiveDate,
    /// The day of the earliest record that counts.
    pub done: Option<NaiveDate>,
    /// The row of that record.
    pub record: Option<u32>,
    /// Records of which it cannot be said whether they count.
    pub undecided: Vec<u32>,
    /// Where it stands.
    pub status: DeadlineStatus,
    /// Days late or overdue, or days left; 0 where neither is meant.
    pub days: i64,
}

/// Where a unit stands with a deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DeadlineStatus {
    /// The record is there, in time.
    Met,
    /// The record is there, too late.
    Late,
    /// There is no record, and the last good day is past.
    Overdue,
    /// There is no record, and it is not yet due.
    Pending,
    /// A record that cannot be read could decide it.
    Insufficient,
}

impl DeadlineStatus {
    /// All of them, in the order of reports.
    pub const ALL: [DeadlineStatus; 5] = [
        DeadlineStatus::Met,
        DeadlineStatus::Late,
        DeadlineStatus::Overdue,
        DeadlineStatus::Pending,
        DeadlineStatus::Insufficient,
    ];

    /// The word of the JSON report.
    pub fn word(self) -> &'static str {
        match self {
            DeadlineStatus::Met => "met",
            DeadlineStatus::Late => "late",
            DeadlineStatus::Overdue => "overdue",
            DeadlineStatus::Pending => "pending",
            DeadlineStatus::Insufficient => "insufficient",
        }
    }
}

/// All deadlines as they stand.
#[derive(Debug, Default)]
pub struct Deadlines {
    /// By deadline, table, unit and year.
    pub verdicts: Vec<DeadlineVerdict>,
    /// Units that have filed nothing that any deadline asks for, though something was due.
    pub silent: Vec<(TableId, u32)>,
}

impl Deadlines {
    /// Finds out who has filed nothing at all.
    pub(super) fn new(verdicts: Vec<DeadlineVerdict>) -> Self {
        let filed: FxHashSet<(TableId, u32)> = verdicts
            .iter()
            .filter(|one| one.record.is_some() || !one.undecided.is_empty())
            .map(|one| (one.table, one.row))
            .collect();
        let mut seen = FxHashSet::default();
        let overdue = verdicts
            .iter()
            .filter(|one| one.status == DeadlineStatus::Overdue)
            .map(|one| (one.table, one.row));
        let silent = overdue
            .filter(|unit| !filed.contains(unit) && seen.insert(*unit))
            .collect();
        Deadlines { verdicts, silent }
    }
}

/// A record that may be a unit's.
struct Record {
    row: u32,
    /// Its day, if it can be read.
    day: Option<NaiveDate>,
    /// Whether it surely is the unit's.
    sure: bool,
}

/// Judges a deadline for all units of one table; none if the units or the records are not in the data.
pub(super) fn judge(
    evaluator: Evaluator<'_, '_>,
    index: usize,
    deadline: &Deadline,
    who: &Who,
) -> Option<Vec<DeadlineVerdict>> {
    let evaluator = evaluator.leaving_noughts_open();
    evaluator.table(deadline.records)?;
    let units = evaluator.table(who.table)?.len();
    let years: Vec<Option<i32>> = match &deadline.years {
        None => vec![None],
        Some(years) => years.iter().copied().map(Some).collect(),
    };
    let mut verdicts = Vec::new();
    for row in 0..units {
        for year in &years {
            let judging = Judging {
                evaluator,
                deadline,
                year: *year,
            };
            verdicts.extend(judging.verdict(index, who, row));
        }
    }
    Some(verdicts)
}

/// Records whose unit is none that any deadline over them asks for. They are in the data, and would be missed without a word.
pub(super) fn of_nobody(evaluator: Evaluator<'_, '_>) -> Vec<Diagnostic> {
    let mut known: IndexMap<(TableId, ColumnId), Known<'_>> = IndexMap::new();
    for deadline in &evaluator.rules.deadlines {
        for who in &deadline.who {
            let Range::Rows {
                joined_by: Some((column, _)),
                ..
            } = &who.find
            else {
                continue;
            };
            let known = known.entry((deadline.records, *column)).or_default();
            let declared = evaluator.rules.schema.table_at(who.table);
            match (evaluator.table(who.table), &declared.roster) {
                (None, None) => known.is_whole = false,
                (_, roster) => known.levels.extend(roster),
            }
            let units = evaluator.table(who.table).map_or(0, TableFacts::len);
            for row in 0..units {
                if let Some((_, answer)) = evaluator.joined(&who.find, (who.table, row))
                    && let Some(Value::Text(code)) = answer.value()
                {
                    known.codes.insert(code.to_string());
                }
            }
        }
    }
    let findings = known.into_iter().filter_map(|((table, column), known)| {
        let records = evaluator.table(table)?;
        Some(known.strangers(records, column))
    });
    findings.flatten().collect()
}

/// The units that deadlines over one table of records ask for.
struct Known<'a> {
    /// Of those in the data.
    codes: BTreeSet<String>,
    /// Official lists, whose other units are only absent.
    levels: Vec<&'a RosterLevel>,
    /// Whether no other unit can be meant; not so where a table without an official list is not in the data.
    is_whole: bool,
}

impl Default for Known<'_> {
    fn default() -> Self {
        Known {
            codes: BTreeSet::new(),
            levels: Vec::new(),
            is_whole: true,
        }
    }
}

impl Known<'_> {
    /// A finding for each code of a record that no unit has, with all its cells. Where other units may be meant, only one that differs
    /// from a known code by its writing.
    fn strangers(&self, records: &TableFacts, column: ColumnId) -> Vec<Diagnostic> {
        let slot = Slot { column, year: None };
        let mut strangers: IndexMap<String, Vec<Place>> = IndexMap::new();
        for row in 0..records.len() {
            let Fact::Text(code) = records.get(row, slot) else {
                continue;
            };
            let is_official = |level: &&RosterLevel| level.roster.unit(code).is_some();
            let is_alike = |known: &String| fold(known) == fold(code);
            if self.codes.contains(code)
                || self.levels.iter().any(is_official)
                || !self.is_whole && !self.codes.iter().any(is_alike)
            {
                continue;
            }
            let places = strangers.entry(code.to_owned()).or_default();
            places.extend(records.places(row, slot));
        }
        let finding = |(unit, places): (String, Vec<Place>)| {
            let known = self.codes.iter().map(String::as_str);
            let meant = listed(nearest(&unit, known));
            let mut finding = Problem::RecordOfNobody { unit, meant }.diagnostic();
            finding.places = places;
            finding
        };
        strangers.into_iter().map(finding).collect()
    }
}

struct Judging<'a, 'i, 'd> {
    evaluator: Evaluator<'a, 'i>,
    deadline: &'d Deadline,
    year: Option<i32>,
}

impl<'a> Judging<'a, '_, 'a> {
    fn day(&self, condition: &'a Condition) -> Option<NaiveDate> {
        let mut scene = Scene::at(None).in_year(self.year);
        match self
            .evaluator
            .answer(&condition.formula, &mut scene, &mut ())
            .value()
        {
            Some(Value::Date(day)) => Some(*day),
            _ => None,
        }
    }

    /// The first and the last day on which a record counts, and the last on which it is in time.
    fn verdict(&self, index: usize, who: &'a Who, row: u32) -> Option<DeadlineVerdict> {
        let limit = self.day(&self.deadline.limit)?;
        let due = match self.deadline.last_day {
            LastDay::On => limit,
            LastDay::Before => limit.pred_opt()?,
        };
        let from = self.deadline.from.as_ref().and_then(|from| self.day(from));
        let as_of = self.evaluator.rules.as_of;
        let counts = |day: NaiveDate| day <= as_of && from.is_none_or(|from| day >= from);
        let records = self.records(who, row);
        let first = records
            .iter()
            .filter(|record| record.sure)
            .filter_map(|record| {
                record
                    .day
                    .filter(|day| counts(*day))
                    .map(|day| (day, record.row))
            })
            .min();
        let done = first.map(|(day, _)| day);
        let status = match done {
            Some(day) if day <= due => DeadlineStatus::Met,
            Some(_) => DeadlineStatus::Late,
            None if as_of > due => DeadlineStatus::Overdue,
            None => DeadlineStatus::Pending,
        };
        // A record that may count changes the status if it can lie in time, or if there is none that surely counts.
        let reopens = |record: &&Record| {
            let is_open = !record.sure || record.day.is_none();
            let may_count = record
                .day
                .map_or(from.is_none_or(|from| from <= as_of), counts);
            let may_be_in_time = record
                .day
                .map_or(from.is_none_or(|from| from <= due.min(as_of)), |day| {
                    day <= due
                });
            is_open && may_count && (may_be_in_time || done.is_none())
        };
        let undecided: Vec<u32> = match status {
            DeadlineStatus::Met => Vec::new(),
            DeadlineStatus::Late
            | DeadlineStatus::Overdue
            | DeadlineStatus::Pending
            | DeadlineStatus::Insufficient => {
                records.iter().filter(reopens).map(|r| r.row).collect()
            }
        };
        let status = if undecided.is_empty() {
            status
        } else {
            DeadlineStatus::Insufficient
        };
        Some(DeadlineVerdict {
            deadline: index,
            table: who.table,
            row,
            year: self.year,
            due,
            done,
            record: first.map(|(_, row)| row),
            undecided,
            status,
            days: match (status, done) {
                (DeadlineStatus::Late, Some(day)) => (day - due).num_days(),
                (DeadlineStatus::Overdue, _) => (as_of - due).num_days(),
                (DeadlineStatus::Pending, _) => (due - as_of).num_days(),
                (DeadlineStatus::Late | DeadlineStatus::Met | DeadlineStatus::Insufficient, _) => 0,
            },
        })
    }

    fn records(&self, who: &'a Who, row: u32) -> Vec<Record> {
        let mut scene = Scene::new(who.table, row).in_year(self.year);
        let mut records = Vec::new();
        // The table of records is in the data: that was asked before.
        let _ = self
            .evaluator
            .each_row(&who.find, &mut scene, &mut (), |scene, record, sure| {
                let date = &self.deadline.date.formula;
                let day = match self.evaluator.answer(date, scene, record).value() {
                    Some(Value::Date(day)) => Some(*day),
                    _ => None,
                };
                records.push(Record {
                    row: scene.row,
                    day,
                    sure,
                });
                false
            });
        records
    }
}
