//! What a report does not look at, so that what is gone from it is not thereby mended.
//!
//! In: two reports and what differs between them. Out: the same, where what was not looked at is neither better nor worse. Must not
//! know: how it is drawn.

use super::change::{Change, Difference, Direction, Kind, State};
use super::inputs::same_files;
use super::past::PastReport;
use super::symbols::Symbols;
use super::written::{self, CheckCounts};
use std::collections::{HashMap, HashSet};

/// Takes back what is called better or worse and was not looked at in one of the reports.
pub(super) fn temper(
    old: &PastReport,
    new: &PastReport,
    symbols: &Symbols,
    difference: &mut Difference,
) {
    let coverage = Coverage::new(old, new, symbols);
    for change in &mut difference.changes {
        match change.direction {
            Direction::Better if coverage.is_unseen_now(change) => {
                change.direction = Direction::Other;
                if matches!(change.after, Some(State::Count(0) | State::Present)) {
                    change.after = None;
                }
            }
            Direction::Worse if coverage.was_unlisted(change) => {
                change.direction = Direction::Other;
                change.before = None;
            }
            Direction::Better | Direction::Worse | Direction::Other | Direction::Same => {}
        }
    }
}

/// What both reports looked at.
struct Coverage<'a> {
    old: &'a PastReport,
    new: &'a PastReport,
    /// Whether each lists a part alone that the other does not.
    is_part: [bool; 2],
    /// Tables that the later report could not check and the earlier could.
    unchecked: Vec<&'a written::NotChecked>,
    /// Whether anything that was read is not read any more.
    has_lost_rows: bool,
    /// Whether a file is gone, read or not.
    has_lost_file: bool,
    /// Subjects, as table and code, that are gone.
    gone: HashSet<(&'a str, &'a str)>,
}

impl<'a> Coverage<'a> {
    fn new(old: &'a PastReport, new: &'a PastReport, symbols: &'a Symbols) -> Self {
        let differs = old.head.only != new.head.only;
        let unchecked = new.not_checked.iter();
        let pairs = same_files(&old.inputs, &new.inputs);
        let before = pairs
            .iter()
            .filter_map(|(before, after)| before.map(|one| (one, *after)));
        Coverage {
            old,
            new,
            is_part: [old, new].map(|one| differs && !one.head.only.is_empty()),
            unchecked: unchecked
                .filter(|one| !old.not_checked.contains(one))
                .collect(),
            has_lost_rows: before
                .clone()
                .any(|(before, after)| has_lost_rows(before, after)),
            has_lost_file: before.clone().any(|(before, after)| {
                after.is_none_or(|after| after.refused.is_some() && before.refused.is_none())
            }),
            gone: gone(old, new, symbols),
        }
    }

    /// Whether the later report did not look, at least not as far as it tells.
    fn is_unseen_now(&self, change: &Change) -> bool {
        let [_, is_part] = self.is_part;
        match change.kind {
            Kind::Check => is_part || self.is_unmade(change),
            Kind::Finding => {
                is_part || self.has_lost_rows || self.has_lost_file || !self.unchecked.is_empty()
            }
            Kind::Unit => {
                self.is_unchecked(change) || self.old.head.rosters != self.new.head.rosters
            }
            // What is gone of these is neither better nor worse by itself.
            Kind::Nomination
            | Kind::Subject
            | Kind::Quota
            | Kind::Target
            | Kind::Deadline
            | Kind::Waiver
            | Kind::Section
            | Kind::Input
            | Kind::Sheet => false,
        }
    }

    /// Whether the earlier report was not asked for it.
    fn was_unlisted(&self, change: &Change) -> bool {
        let [was_part, _] = self.is_part;
        let is_new = matches!(change.before, None | Some(State::Count(0)));
        let is_listed = match change.kind {
            Kind::Nomination
            | Kind::Subject
            | Kind::Quota
            | Kind::Target
            | Kind::Deadline
            | Kind::Check => true,
            Kind::Waiver
            | Kind::Unit
            | Kind::Section
            | Kind::Input
            | Kind::Sheet
            | Kind::Finding => false,
        };
        was_part && is_new && is_listed
    }

    /// Whether the table could be checked before and cannot be now.
    fn is_unchecked(&self, change: &Change) -> bool {
        let table = change.key.table.as_deref();
        let mut all = self.unchecked.iter();
        all.any(|one| Some(one.table.as_str()) == table)
    }

    /// Whether a check was not made again: a row that is gone or a figure that is emptied fails nothing.
    fn is_unmade(&self, change: &Change) -> bool {
        let key = &change.key;
        let unit = key.table.as_deref().zip(key.code.as_deref());
        if self.is_unchecked(change) || unit.is_some_and(|unit| self.gone.contains(&unit)) {
            return true;
        }
        let made = |report: &PastReport| {
            let counts = report.summary.checks.get(key.id.as_ref()?);
            counts.and_then(CheckCounts::made)
        };
        match (made(self.old), made(self.new)) {
            (Some(before), Some(after)) => after < before,
            (Some(_), None) => true,
            // Of a built-in check failures alone are counted.
            (None, Some(_) | None) => self.has_lost_rows,
        }
    }
}

/// Whether a table is read from fewer sheets of a file than before; sheets may have other names.
fn has_lost_rows(before: &written::Input, after: Option<&written::Input>) -> bool {
    let read = |input: &'_ written::Input| {
        let mut counts: HashMap<String, usize> = HashMap::new();
        if input.refused.is_none() {
            let sheets = input.sheets.iter().filter(|one| one.refused.is_none());
            for table in sheets.filter_map(|sheet| sheet.table.clone()) {
                *counts.entry(table).or_default() += 1;
            }
        }
        counts
    };
    let now = after.map(read).unwrap_or_default();
    let mut then = read(before).into_iter();
    then.any(|(table, count)| now.get(&table).is_none_or(|now| *now < count))
}

fn gone<'a>(
    old: &PastReport,
    new: &PastReport,
    symbols: &'a Symbols,
) -> HashSet<(&'a str, &'a str)> {
    let units = |report: &PastReport| -> HashSet<(&'a str, &'a str)> {
        let coded = report
            .subjects
            .iter()
            .filter_map(|subject| Some((subject.table, subject.code?)));
        coded
            .map(|(table, code)| (symbols.text(table), symbols.text(code)))
            .collect()
    };
    let now = units(new);
    units(old).difference(&now).copied().collect()
}
