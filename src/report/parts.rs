//! What of the verdicts a report shows, in which order: nominations, quotas, targets, deadlines, failed checks.
//!
//! In: the report's verdicts and selection. Out: the parts to draw. Must not know: formats.

use super::arithmetic::term_words;
use super::{Report, Subject};
use crate::diagnostic::Severity;
use crate::fact::data::{Fact, TableFacts};
use crate::fact::schema::{ColumnId, ColumnType, Slot, TableId};
use crate::locale::Locale;
use crate::place::Place;
use crate::rule::{Clause, RuleSet};
use crate::text::printable;
use crate::verdict::{DeadlineVerdict, FailedCheck, Nomination, QuotaVerdict, TargetVerdict};

/// A nomination with what it names.
pub(super) struct Entry<'a> {
    pub(super) nomination: &'a Nomination,
    /// The list.
    pub(super) list: &'a TableFacts,
    /// The subject, if the data has it and criteria judge it.
    pub(super) subject: Option<Subject<'a>>,
}

impl<'a> Entry<'a> {
    /// The nomination in that row of the list.
    pub(super) fn at(report: &Report<'a>, row: u32) -> Option<Self> {
        let list = report.verdicts.nominations.as_ref()?;
        let nomination = list.entries.get(row as usize)?;
        let subject = nomination
            .subject_table
            .zip(nomination.subject_row)
            .and_then(|(table, row)| report.subject_at(table, row));
        Some(Entry {
            nomination,
            list: report.table_facts(list.table)?,
            subject,
        })
    }
}

impl<'a> Report<'a> {
    fn subject_at(&self, table: TableId, row: u32) -> Option<Subject<'a>> {
        let judged = self.tables().iter().find(|judged| judged.table == table)?;
        Some(Subject {
            table: judged,
            facts: self.table_facts(table)?,
            row,
            verdict: *judged.subjects().get(row as usize)?,
        })
    }

    /// The listed nominations, in the list's order or those that go first before the others.
    pub(super) fn nominations(&self) -> Vec<Entry<'a>> {
        let Some(list) = &self.verdicts.nominations else {
            return Vec::new();
        };
        let rows = (0_u32..).zip(&list.entries).map(|(row, _)| row);
        let entries = rows.filter_map(|row| Entry::at(self, row));
        let mut entries: Vec<Entry<'a>> = entries.filter(|entry| self.lists(entry)).collect();
        if self.selection.priority_first {
            entries.sort_by_key(|entry| entry.nomination.first != Some(true));
        }
        entries
    }

    fn lists(&self, entry: &Entry<'_>) -> bool {
        let by_subject = entry
            .subject
            .as_ref()
            .is_some_and(|subject| self.selection.includes(self.rules, subject));
        let list = &self.rules.schema.table_at(entry.list.table).name;
        let only = &self.selection.only;
        // A nominee that the data does not have is asked for by the same words as one that it has.
        let nominee = || entry.list.code(entry.nomination.row);
        only.is_empty() || by_subject || only.contains(list) || only.contains(&nominee())
    }

    /// Whether a rule was applied to anything: its table is in the data.
    pub(super) fn is_made(&self, id: &str) -> bool {
        let (rules, verdicts) = (self.rules, self.verdicts);
        if let Some((index, _)) = rules.find(id) {
            return self
                .tables()
                .iter()
                .any(|table| table.rules.contains(&index));
        }
        let is_it = |clause: &Clause| clause.id == id;
        let quota = rules.quotas.iter().position(|one| is_it(&one.clause));
        let target = rules.targets.iter().position(|one| is_it(&one.clause));
        let deadline = rules.deadlines.iter().position(|one| is_it(&one.clause));
        let check = rules.checks.iter().position(|one| is_it(&one.clause));
        let counts = check.and_then(|index| verdicts.checks.counts.get(index));
        quota.is_some_and(|index| verdicts.quotas.iter().any(|one| one.quota == index))
            || target.is_some_and(|index| verdicts.targets.iter().any(|one| one.target == index))
            || deadline.is_some_and(|index| {
                let mut all = verdicts.deadlines.verdicts.iter();
                all.any(|one| one.deadline == index)
            })
            || counts.is_some_and(|counts| counts.met + counts.not_met > 0)
    }

    /// Whether subjects are listed one by one: where there are nominations, those that nobody nominates are only counted.
    pub(super) fn lists_subjects(&self) -> bool {
        self.verdicts.nominated().is_none() || self.selection.all || !self.selection.only.is_empty()
    }

    /// The listed quotas.
    pub(super) fn quotas(&self) -> impl Iterator<Item = &'a QuotaVerdict> + '_ {
        let verdicts: &'a _ = self.verdicts;
        verdicts.quotas.iter().filter(|one| {
            let quota = self.rules.quotas.get(one.quota);
            quota.is_some_and(|quota| {
                self.selection
                    .includes_part(self.rules, &quota.clause.id, &[quota.table])
            })
        })
    }

    /// A place in a file of texts; without its text where names are left out.
    pub(super) fn told_place(&self, place: &Place) -> Place {
        match self.selection.redacted {
            true => place.without_text(),
            false => place.clone(),
        }
    }

    /// What a quota was counted for; only its number among the groups where names are left out.
    pub(super) fn group_name(&self, one: &QuotaVerdict) -> Option<String> {
        let group = one.group.as_ref()?;
        if !self.selection.redacted {
            return Some(group.clone());
        }
        let mut groups = self
            .verdicts
            .quotas
            .iter()
            .filter(|other| other.quota == one.quota);
        let at = groups.position(|other| other.group == one.group)?;
        Some(format!("#{}", at + 1))
    }

    /// The listed targets with their indexes.
    pub(super) fn targets(&self) -> impl Iterator<Item = (usize, &'a TargetVerdict)> + '_ {
        let verdicts: &'a _ = self.verdicts;
        verdicts.targets.iter().enumerate().filter(|(_, one)| {
            let target = self.rules.targets.get(one.target);
            target.is_some_and(|target| {
                let tables: Vec<TableId> = target.table.into_iter().collect();
                self.selection
                    .includes_part(self.rules, &target.clause.id, &tables)
            })
        })
    }

    /// What came of a deadline, if it is listed.
    pub(super) fn deadlines(&self, index: usize) -> impl Iterator<Item = &'a DeadlineVerdict> + '_ {
        let verdicts: &'a _ = self.verdicts;
        let all = verdicts.deadlines.verdicts.iter();
        all.filter(move |one| {
            let deadline = self.rules.deadlines.get(index);
            let is_listed = deadline.is_some_and(|deadline| {
                let tables = [one.table, deadline.records];
                self.selection
                    .includes_part(self.rules, &deadline.clause.id, &tables)
            });
            one.deadline == index && is_listed
        })
    }

    /// The names of units that have filed nothing at all.
    pub(super) fn silent(&self) -> Vec<String> {
        let silent = self.verdicts.deadlines.silent.iter();
        silent
            .map(|(table, row)| self.row_name(*table, *row))
            .collect()
    }

    /// Where the records stand that decide a deadline, or might.
    pub(super) fn record_places(&self, one: &DeadlineVerdict) -> Vec<Place> {
        let records = self
            .rules
            .deadlines
            .get(one.deadline)
            .and_then(|deadline| self.table_facts(deadline.records));
        let rows = one.record.into_iter().chain(one.undecided.iter().copied());
        let places = rows.filter_map(|row| records.map(|records| records.row_places(row)));
        places.flatten().collect()
    }

    /// The listed checks that failed, errors first, by their indexes.
    pub(super) fn failed_checks(&self) -> Vec<usize> {
        let severity = |failed: &FailedCheck| {
            let check = self.rules.checks.get(failed.check);
            check.map_or(Severity::Error, |check| check.severity)
        };
        let is_listed = |failed: &FailedCheck| {
            self.rules.checks.get(failed.check).is_some_and(|check| {
                self.selection
                    .includes_part(self.rules, &check.clause.id, &[failed.table])
            })
        };
        let all = self.verdicts.checks.failed.iter().enumerate();
        let mut listed: Vec<(usize, Severity)> = all
            .filter(|(_, failed)| is_listed(failed))
            .map(|(index, failed)| (index, severity(failed)))
            .collect();
        listed.sort_by_key(|(_, severity)| *severity);
        listed.into_iter().map(|(index, _)| index).collect()
    }

    /// The ids of the checks of severity error that a row fails, each once.
    pub(super) fn faults_of(&self, rows: &TableFacts, row: u32) -> Vec<String> {
        let mut ids: Vec<String> = Vec::new();
        let code = rows.code(row);
        let built_in = self
            .facts()
            .faults
            .iter()
            .filter(|fault| fault.table == rows.table && fault.code.as_deref() == Some(&code))
            .map(|fault| fault.check.id().to_owned());
        let of_rules = self
            .verdicts
            .checks
            .failed
            .iter()
            .filter(|failed| (failed.table, failed.row) == (rows.table, row))
            .filter_map(|failed| self.rules.checks.get(failed.check))
            .filter(|check| check.severity == Severity::Error)
            .map(|check| check.clause.id.clone());
        for id in built_in.chain(of_rules) {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids
    }

    /// The row's name and code; only the code where names are personal, only the place where there is no code.
    pub(super) fn row_name(&self, table: TableId, row: u32) -> String {
        let Some(rows) = self.table_facts(table) else {
            return String::new();
        };
        let code = printable(&rows.code(row));
        if code.is_empty() {
            let places = rows.row_places(row);
            return places
                .first()
                .map(|place| printable(&place.to_string()))
                .unwrap_or_default();
        }
        match self.name_of(rows, row) {
            Some(name) => format!("{} ({code})", printable(&name)),
            None => code,
        }
    }
}

/// What a cell says, in words that people know; none where there is nothing.
pub(super) fn cell_words(
    rules: &RuleSet,
    rows: &TableFacts,
    row: u32,
    column: ColumnId,
    locale: &Locale,
) -> Option<String> {
    Some(match rows.get(row, Slot { column, year: None }) {
        Fact::Text(text) => text.to_owned(),
        Fact::Number(number) => locale.number(&number, 2),
        Fact::YesNo(true) => locale.label("yes"),
        Fact::YesNo(false) => locale.label("no"),
        Fact::Date(day) => locale.date(day),
        Fact::Year(year) => year.to_string(),
        Fact::Term(rank) => {
            let declared = rules.schema.table_at(rows.table).column_at(column)?;
            let (ColumnType::Level(words) | ColumnType::Choice(words)) = declared.kind else {
                return None;
            };
            term_words(rules.schema.vocabulary_at(words), rank, locale.language())
        }
        Fact::Missing(_) => return None,
    })
}
