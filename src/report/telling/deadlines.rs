//! One deadline, told: how many stand where; then, year by year, who is late or has not filed.
//!
//! In: what came of a deadline. Out: sentences. Must not know: how records were found.

use super::Teller;
use crate::report::light::{Light, deadline_key, filing_key};
use crate::text::printable;
use crate::verdict::{DeadlineStatus, DeadlineVerdict};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A deadline in words.
pub(in crate::report) struct ToldDeadline {
    /// Of the status that asks for action first.
    pub(in crate::report) light: Light,
    pub(in crate::report) id: String,
    pub(in crate::report) says: String,
    pub(in crate::report) cite: String,
    /// How many stand where.
    pub(in crate::report) counts: String,
    /// `Năm 2024, quá hạn từ 14/11/2024: Sở Y tế (CQ03), …`
    pub(in crate::report) groups: Vec<String>,
}

/// One unit before one deadline, of one year.
pub(in crate::report) struct ToldFiling {
    pub(in crate::report) light: Light,
    pub(in crate::report) id: String,
    pub(in crate::report) says: String,
    pub(in crate::report) unit: String,
    pub(in crate::report) year: Option<i32>,
    /// The last good day.
    pub(in crate::report) due: NaiveDate,
    /// The day of the record that counts.
    pub(in crate::report) done: Option<NaiveDate>,
    pub(in crate::report) status: String,
    /// Days late or overdue.
    pub(in crate::report) days_late: Option<i64>,
    /// Where the records stand that decide it, or might.
    pub(in crate::report) places: String,
}

impl Teller<'_> {
    /// Every listed deadline, unit by unit and year by year.
    pub(in crate::report) fn filings(&self) -> impl Iterator<Item = ToldFiling> + '_ {
        let indexes = 0..self.report.rules.deadlines.len();
        let all = indexes.flat_map(|index| self.report.deadlines(index));
        all.filter_map(|one| self.filing(one))
    }

    fn filing(&self, one: &DeadlineVerdict) -> Option<ToldFiling> {
        let clause = &self.report.rules.deadlines.get(one.deadline)?.clause;
        let places = self.report.record_places(one);
        let places = places.iter().map(|place| printable(&place.to_string()));
        let days_late = match one.status {
            DeadlineStatus::Late | DeadlineStatus::Overdue => Some(one.days),
            DeadlineStatus::Met | DeadlineStatus::Pending | DeadlineStatus::Insufficient => None,
        };
        Some(ToldFiling {
            light: Light::of_deadline(one.status),
            id: clause.id.clone(),
            says: clause.says.get(self.locale.language()).to_owned(),
            unit: self.report.row_name(one.table, one.row),
            year: one.year,
            due: one.due,
            done: one.done,
            status: self.locale.label(filing_key(one.status)),
            days_late,
            places: places.collect::<Vec<_>>().join(", "),
        })
    }

    /// Every deadline that something came of.
    pub(in crate::report) fn deadlines(&self) -> Vec<ToldDeadline> {
        let indexes = 0..self.report.rules.deadlines.len();
        indexes
            .filter_map(|index| {
                self.deadline(index, &self.report.deadlines(index).collect::<Vec<_>>())
            })
            .collect()
    }

    /// Who has filed nothing at all.
    pub(in crate::report) fn silent(&self) -> Option<String> {
        let silent = self.report.silent();
        let list = self.listed(silent.into_iter()).join(", ");
        (!list.is_empty()).then(|| self.label("deadlines-silent", &[("list", &list)]))
    }

    fn deadline(&self, index: usize, all: &[&DeadlineVerdict]) -> Option<ToldDeadline> {
        let clause = &self.report.rules.deadlines.get(index)?.clause;
        let of = |status| all.iter().filter(|one| one.status == status).count();
        let there = DeadlineStatus::ALL
            .into_iter()
            .filter(|status| of(*status) > 0);
        let worst = there.clone().max_by_key(|status| urgency(*status))?;
        let counts: Vec<String> = there
            .map(|status| self.label(deadline_key(status), &[("count", &self.count(of(status)))]))
            .collect();
        let mut groups: BTreeMap<(DeadlineStatus, Option<i32>), Vec<&DeadlineVerdict>> =
            BTreeMap::new();
        for one in all.iter().filter(|one| one.status != DeadlineStatus::Met) {
            groups.entry((one.status, one.year)).or_default().push(one);
        }
        let groups = groups
            .iter()
            .filter_map(|((status, year), ones)| self.deadline_group(*status, *year, ones));
        Some(ToldDeadline {
            light: Light::of_deadline(worst),
            id: clause.id.clone(),
            says: clause.says.get(self.locale.language()).to_owned(),
            cite: clause.cite.clone(),
            counts: counts.join(", "),
            groups: groups.collect(),
        })
    }

    fn deadline_group(
        &self,
        status: DeadlineStatus,
        year: Option<i32>,
        ones: &[&DeadlineVerdict],
    ) -> Option<String> {
        let first = ones.first()?;
        let names = self.listed(ones.iter().map(|one| self.deadline_name(status, one)));
        let key = match status {
            DeadlineStatus::Met | DeadlineStatus::Late => "deadline-late-list",
            DeadlineStatus::Overdue => "deadline-overdue-list",
            DeadlineStatus::Pending => "deadline-pending-list",
            DeadlineStatus::Insufficient => "deadline-open-list",
        };
        let arguments = [
            ("due", self.locale.date(first.due)),
            ("days", first.days.to_string()),
            ("list", names.join(", ")),
        ];
        let arguments = arguments
            .each_ref()
            .map(|(name, text)| (*name, text.as_str()));
        let text = self.label(key, &arguments);
        Some(match year {
            Some(year) => {
                let prefix = self.label("arithmetic-year", &[("year", &year.to_string())]);
                format!("{prefix}{text}")
            }
            None => text,
        })
    }

    fn deadline_name(&self, status: DeadlineStatus, one: &DeadlineVerdict) -> String {
        let name = self.report.row_name(one.table, one.row);
        match (status, one.done) {
            (DeadlineStatus::Late, Some(day)) => {
                let (date, days) = (self.locale.date(day), one.days.to_string());
                let arguments = [("name", name.as_str()), ("date", &date), ("days", &days)];
                self.label("deadline-late-by", &arguments)
            }
            (DeadlineStatus::Insufficient, _) => {
                let places = self.report.record_places(one);
                let places: Vec<String> = places
                    .iter()
                    .map(|place| printable(&place.to_string()))
                    .collect();
                format!("{name} ({})", places.join(", "))
            }
            (
                DeadlineStatus::Late
                | DeadlineStatus::Met
                | DeadlineStatus::Overdue
                | DeadlineStatus::Pending,
                _,
            ) => name,
        }
    }
}

/// Which status of several asks for action first.
fn urgency(status: DeadlineStatus) -> u8 {
    match status {
        DeadlineStatus::Met => 0,
        DeadlineStatus::Pending => 1,
        DeadlineStatus::Insufficient => 2,
        DeadlineStatus::Late => 3,
        DeadlineStatus::Overdue => 4,
    }
}
