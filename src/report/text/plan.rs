//! Quotas, targets, deadlines and data checks of the text report.
//!
//! In: their verdicts. Out: lines. Must not know: how they came about.

use super::{Light, Page};
use crate::diagnostic::Severity;
use crate::report::Entry;
use crate::rule::expression::syntax::Comparison;
use crate::rule::formula::{Measure, Show, Type};
use crate::rule::{Quota, RuleVerdict};
use crate::text::printable;
use crate::verdict::{
    Bounds, DeadlineStatus, DeadlineVerdict, QuotaVerdict, SubjectVerdict, TargetStatus,
};
use std::collections::BTreeMap;
use std::io;

impl Page<'_, '_> {
    // ---- quotas ----

    pub(super) fn quotas(&mut self) -> io::Result<()> {
        let shown: Vec<&QuotaVerdict> = self.report.quotas().collect();
        if shown.is_empty() {
            return Ok(());
        }
        let head = self.locale.label("quotas-head");
        self.heading_line(&head)?;
        for one in shown {
            if let Some(quota) = self.report.rules.quotas.get(one.quota) {
                self.quota(quota, one)?;
            }
        }
        Ok(())
    }

    fn quota(&mut self, quota: &Quota, one: &QuotaVerdict) -> io::Result<()> {
        let light = Light::of_rule(one.verdict);
        let mark = light.drawn(self.paper.colour);
        let mut text = quota.clause.says.get(self.locale.language()).to_owned();
        if let Some(group) = &one.group {
            text = format!("{text} [{}]", printable(group));
        }
        text = format!("{text}: {}", self.quota_figures(quota, one));
        if one.verdict == RuleVerdict::NotMet && quota.severity == Severity::Warning {
            text = format!("{text} {}", self.locale.label("quota-warning-only"));
        }
        self.line(&format!("  {mark} {}  ", quota.clause.id), 6, &text)?;
        if self.report.selection.quiet {
            return Ok(());
        }
        match one.verdict {
            RuleVerdict::NotMet => self.over_quota(quota, one),
            RuleVerdict::Insufficient => {
                let names = self.names_of(quota, &one.undecided);
                if !names.is_empty() {
                    let text = self.label("quota-undecided", &[("list", &names.join("; "))]);
                    self.line("      ", 8, &text)?;
                }
                if one.set_aside == 0 {
                    return Ok(());
                }
                let count = self.count(one.set_aside as u64);
                let text = self.label("quota-set-aside", &[("count", &count)]);
                self.line("      ", 8, &text)
            }
            RuleVerdict::Met | RuleVerdict::NotApplicable | RuleVerdict::Waived => Ok(()),
        }
    }

    /// `7 trong mức 10, 5 đủ điều kiện`; of a share: `2 trên 5 = 40 %, mức 40 %`.
    fn quota_figures(&self, quota: &Quota, one: &QuotaVerdict) -> String {
        let plain = Type::Number(Measure::Pure, Show::Plain);
        let number = |bounds: &Bounds| match bounds.settled() {
            Some(number) => self.words().number(number, plain, None),
            None => self.label(
                "arithmetic-bounds",
                &[
                    ("low", &self.words().number(&bounds.low, plain, None)),
                    ("high", &self.words().number(&bounds.high, plain, None)),
                ],
            ),
        };
        let measured = number(&one.measured);
        let figures = match &one.of {
            None => self.label(
                "quota-number",
                &[("measured", &measured), ("limit", &number(&one.limit))],
            ),
            Some(of) => {
                let share = one
                    .measured
                    .settled()
                    .zip(of.settled())
                    .and_then(|(measured, of)| measured.divided_by(of))
                    .map(|share| self.words().number(&share, SHARE, None));
                let limit = self.words().literal(&quota.limit.formula);
                let of = number(of);
                let mut arguments = vec![
                    ("measured", measured.as_str()),
                    ("of", &of),
                    ("limit", &limit),
                ];
                match &share {
                    Some(share) => {
                        arguments.push(("share", share));
                        self.label("quota-share", &arguments)
                    }
                    None => self.label("quota-share-open", &arguments),
                }
            }
        };
        match self.report.verdicts.eligible(one) {
            Some(eligible) => {
                let eligible = self.count(eligible as u64);
                let tail = self.label("quota-eligible", &[("count", &eligible)]);
                format!("{figures}; {tail}")
            }
            None => figures,
        }
    }

    /// By how many, and which of the counted are out anyway.
    fn over_quota(&mut self, quota: &Quota, one: &QuotaVerdict) -> io::Result<()> {
        if let Some(excess) = one.excess(quota.comparison) {
            let count = self.locale.number(&excess, 0);
            let key = match quota.comparison {
                Comparison::AtLeast | Comparison::Greater => "quota-lacking",
                Comparison::AtMost
                | Comparison::Less
                | Comparison::Equal
                | Comparison::NotEqual => "quota-excess",
            };
            let text = self.label(key, &[("count", &count)]);
            self.line("      ", 8, &text)?;
        }
        for (verdict, key) in [
            (SubjectVerdict::Ineligible, "quota-ineligible"),
            (SubjectVerdict::Undetermined, "quota-undetermined"),
        ] {
            let list = self.report.verdicts.nominations.as_ref();
            let rows = one.counted.iter().copied().filter(|row| {
                let entry = list
                    .filter(|list| list.table == quota.table)
                    .and_then(|list| list.entries.get(*row as usize));
                entry.is_some_and(|entry| entry.verdict == verdict)
            });
            let rows: Vec<u32> = rows.collect();
            if !rows.is_empty() {
                let names = self.names_of(quota, &rows);
                let text = self.label(key, &[("list", &names.join("; "))]);
                self.line("      ", 8, &text)?;
            }
        }
        Ok(())
    }

    fn names_of(&self, quota: &Quota, rows: &[u32]) -> Vec<String> {
        let most = self.most(rows.len());
        let name = |row: &u32| {
            let entry = Entry::at(self.report, *row).filter(|_| {
                self.report
                    .rules
                    .nominations
                    .as_ref()
                    .is_some_and(|list| list.table == quota.table)
            });
            match entry {
                Some(entry) => self.nomination_name(&entry),
                None => self.row_name(quota.table, *row),
            }
        };
        let names = rows.iter().take(most).map(name);
        names.chain(self.and_more(rows.len() - most)).collect()
    }

    // ---- targets ----

    /// One line a target; the years stand on the page of progress.
    pub(super) fn targets(&mut self) -> io::Result<()> {
        let shown: Vec<usize> = self.report.targets().map(|(index, _)| index).collect();
        if shown.is_empty() {
            return Ok(());
        }
        let head = self.locale.label("targets-head");
        self.heading_line(&head)?;
        for index in shown {
            self.target_line(index)?;
        }
        Ok(())
    }

    // ---- deadlines ----

    pub(super) fn deadlines(&mut self) -> io::Result<()> {
        let rules = self.report.rules;
        let shown: Vec<(usize, Vec<&DeadlineVerdict>)> = (0..rules.deadlines.len())
            .map(|index| (index, self.report.deadlines(index).collect::<Vec<_>>()))
            .filter(|(_, all)| !all.is_empty())
            .collect();
        if shown.is_empty() {
            return Ok(());
        }
        let head = self.locale.label("deadlines-head");
        self.heading_line(&head)?;
        for (index, all) in shown {
            self.deadline(index, &all)?;
        }
        let silent: Vec<String> = self.report.silent();
        if !silent.is_empty() {
            let most = self.most(silent.len());
            let more = self.and_more(silent.len() - most);
            let names: Vec<String> = silent.into_iter().take(most).chain(more).collect();
            let text = self.label("deadlines-silent", &[("list", &names.join(", "))]);
            self.line("  ", 4, &text)?;
        }
        Ok(())
    }

    /// How many stand where; then, year by year, who is late or has not filed.
    fn deadline(&mut self, index: usize, all: &[&DeadlineVerdict]) -> io::Result<()> {
        let Some(deadline) = self.report.rules.deadlines.get(index) else {
            return Ok(());
        };
        let worst = DeadlineStatus::ALL
            .into_iter()
            .filter(|status| all.iter().any(|one| one.status == *status))
            .max_by_key(|status| urgency(*status))
            .unwrap_or(DeadlineStatus::Met);
        let mark = Light::of_deadline(worst).drawn(self.paper.colour);
        let counts: Vec<String> = DeadlineStatus::ALL
            .into_iter()
            .filter_map(|status| {
                let count = all.iter().filter(|one| one.status == status).count();
                let count_text = self.count(count as u64);
                (count > 0).then(|| self.label(deadline_key(status), &[("count", &count_text)]))
            })
            .collect();
        let says = deadline.clause.says.get(self.locale.language());
        let text = format!("{says}: {}", counts.join(", "));
        self.line(&format!("  {mark} {}  ", deadline.clause.id), 6, &text)?;
        if self.report.selection.quiet {
            return Ok(());
        }
        let mut groups: BTreeMap<(DeadlineStatus, Option<i32>), Vec<&DeadlineVerdict>> =
            BTreeMap::new();
        for one in all.iter().filter(|one| one.status != DeadlineStatus::Met) {
            groups.entry((one.status, one.year)).or_default().push(one);
        }
        for ((status, year), ones) in groups {
            self.deadline_group(status, year, &ones)?;
        }
        Ok(())
    }

    /// `Năm 2024, quá hạn từ 14/11/2024: Sở Y tế (CQ03), …`
    fn deadline_group(
        &mut self,
        status: DeadlineStatus,
        year: Option<i32>,
        ones: &[&DeadlineVerdict],
    ) -> io::Result<()> {
        let Some(first) = ones.first() else {
            return Ok(());
        };
        let most = self.most(ones.len());
        let name = |one: &&DeadlineVerdict| {
            let name = self.row_name(one.table, one.row);
            match (status, one.done) {
                (DeadlineStatus::Late, Some(day)) => self.label(
                    "deadline-late-by",
                    &[
                        ("name", &name),
                        ("date", &self.locale.date(day)),
                        ("days", &one.days.to_string()),
                    ],
                ),
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
        };
        let names: Vec<String> = ones
            .iter()
            .take(most)
            .map(name)
            .chain(self.and_more(ones.len() - most))
            .collect();
        let key = match status {
            DeadlineStatus::Met | DeadlineStatus::Late => "deadline-late-list",
            DeadlineStatus::Overdue => "deadline-overdue-list",
            DeadlineStatus::Pending => "deadline-pending-list",
            DeadlineStatus::Insufficient => "deadline-open-list",
        };
        let days = first.days.to_string();
        let due = self.locale.date(first.due);
        let arguments = [
            ("due", due.as_str()),
            ("days", &days),
            ("list", &names.join(", ")),
        ];
        let text = self.label(key, &arguments);
        let text = match year {
            Some(year) => {
                let prefix = self.label("arithmetic-year", &[("year", &year.to_string())]);
                format!("{prefix}{text}")
            }
            None => text,
        };
        self.line("      ", 8, &text)
    }

    // ---- checks ----

    /// What failed, with its arithmetic; errors before warnings.
    pub(super) fn checks(&mut self) -> io::Result<()> {
        let verdicts = self.report.verdicts;
        let failed: Vec<usize> = self.report.failed_checks();
        let made: u64 = verdicts
            .checks
            .counts
            .iter()
            .map(|counts| counts.met + counts.not_met)
            .sum();
        if made == 0 {
            return Ok(());
        }
        let arguments = [
            ("made", self.count(made)),
            ("failed", self.count(verdicts.checks.failed.len() as u64)),
        ];
        let arguments = arguments
            .each_ref()
            .map(|(name, text)| (*name, text.as_str()));
        let head = self.label("checks-head", &arguments);
        self.heading_line(&head)?;
        if self.report.selection.quiet {
            return Ok(());
        }
        let most = self.most(failed.len());
        for at in failed.iter().take(most) {
            self.failed_check(*at)?;
        }
        match self.and_more(failed.len() - most) {
            Some(more) => self.line("  ", 2, &more),
            None => Ok(()),
        }
    }

    fn failed_check(&mut self, at: usize) -> io::Result<()> {
        let verdicts = self.report.verdicts;
        let Some(failed) = verdicts.checks.failed.get(at) else {
            return Ok(());
        };
        let Some(check) = self.report.rules.checks.get(failed.check) else {
            return Ok(());
        };
        let light = match check.severity {
            Severity::Error => Light::Bad,
            Severity::Warning | Severity::Note => Light::Attention,
        };
        let mark = light.drawn(self.paper.colour);
        let name = self.row_name(failed.table, failed.row);
        let year = failed.year.map_or_else(String::new, |year| {
            self.label("check-year", &[("year", &year.to_string())])
        });
        let says = check.clause.says.get(self.locale.language());
        let text = format!("{name}{year}: {says}");
        self.line(&format!("  {mark} {}  ", check.clause.id), 6, &text)?;
        let Some(trace) = verdicts.explain_check(failed) else {
            return Ok(());
        };
        for line in self.words().lines(&trace) {
            self.line("      ", 8, &line.text)?;
            for source in &line.sources {
                self.line("      ", 8, source)?;
            }
        }
        Ok(())
    }
}

/// How a share is shown.
const SHARE: Type = Type::Number(Measure::Pure, Show::Percent);

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

fn deadline_key(status: DeadlineStatus) -> &'static str {
    match status {
        DeadlineStatus::Met => "deadline-met",
        DeadlineStatus::Late => "deadline-late",
        DeadlineStatus::Overdue => "deadline-overdue",
        DeadlineStatus::Pending => "deadline-pending",
        DeadlineStatus::Insufficient => "deadline-open",
    }
}

/// Key of the word for a target's status.
pub(super) fn target_key(status: TargetStatus) -> &'static str {
    match status {
        TargetStatus::Met => "target-met",
        TargetStatus::NotMet => "target-not-met",
        TargetStatus::OnTrack => "target-on-track",
        TargetStatus::Behind => "target-behind",
        TargetStatus::Insufficient => "target-insufficient",
        TargetStatus::NotApplicable => "target-not-applicable",
        TargetStatus::Information => "target-information",
    }
}
