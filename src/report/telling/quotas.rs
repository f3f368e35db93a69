//! One quota, told: its figures against its limit, by how much it is broken, who is undecided.
//!
//! In: a quota's verdict. Out: sentences, and the figures of its bar. Must not know: how it was counted.

use super::Teller;
use crate::diagnostic::Severity;
use crate::number::Number;
use crate::report::Entry;
use crate::report::light::Light;
use crate::rule::expression::syntax::Comparison;
use crate::rule::formula::{Measure, Show, Type};
use crate::rule::{Quota, RuleVerdict};
use crate::text::printable;
use crate::verdict::{Bounds, QuotaVerdict, SubjectVerdict};

/// A quota in words.
pub(in crate::report) struct ToldQuota<'a> {
    pub(in crate::report) light: Light,
    pub(in crate::report) verdict: RuleVerdict,
    pub(in crate::report) id: String,
    /// What it limits, with the group it was counted for.
    pub(in crate::report) says: String,
    pub(in crate::report) cite: String,
    /// `7 trong mức 10, 5 đủ điều kiện`; of a share: `2 trên 5 = 40 %, mức 40 %`.
    pub(in crate::report) figures: String,
    /// By how much it is broken, and whom that concerns.
    pub(in crate::report) notes: Vec<String>,
    /// What was counted, and its limit, both as counts.
    pub(in crate::report) measured: &'a Bounds,
    pub(in crate::report) limit: &'a Bounds,
    pub(in crate::report) comparison: Comparison,
}

impl Teller<'_> {
    pub(in crate::report) fn quota<'a>(&self, one: &'a QuotaVerdict) -> Option<ToldQuota<'a>> {
        let quota = self.report.rules.quotas.get(one.quota)?;
        let mut says = quota.clause.says.get(self.locale.language()).to_owned();
        if let Some(group) = self.report.group_name(one) {
            says = format!("{says} [{}]", printable(&group));
        }
        let mut figures = self.quota_figures(quota, one);
        if one.verdict == RuleVerdict::NotMet && quota.severity == Severity::Warning {
            figures = format!("{figures} {}", self.locale.label("quota-warning-only"));
        }
        let notes = match one.verdict {
            RuleVerdict::NotMet => self.over_quota(quota, one),
            RuleVerdict::Insufficient => self.undecided_of(quota, one),
            RuleVerdict::Met | RuleVerdict::NotApplicable | RuleVerdict::Waived => Vec::new(),
        };
        Some(ToldQuota {
            light: match (one.verdict, quota.severity) {
                (RuleVerdict::NotMet, Severity::Warning | Severity::Note) => Light::Attention,
                (verdict, _) => Light::of_rule(verdict),
            },
            verdict: one.verdict,
            id: quota.clause.id.clone(),
            says,
            cite: quota.clause.cite.clone(),
            figures,
            notes,
            measured: &one.measured,
            limit: &one.limit,
            comparison: quota.comparison,
        })
    }

    fn quota_figures(&self, quota: &Quota, one: &QuotaVerdict) -> String {
        let measured = self.bounds(&one.measured);
        let figures = match &one.of {
            None => {
                let limit = self.bounds(&one.limit);
                self.label(
                    "quota-number",
                    &[("measured", &measured), ("limit", &limit)],
                )
            }
            Some(of) => self.share_figures(quota, one, of, &measured),
        };
        match self.report.verdicts.eligible(one) {
            Some(eligible) => {
                let tail = self.label("quota-eligible", &[("count", &self.count(eligible))]);
                format!("{figures}; {tail}")
            }
            None => figures,
        }
    }

    fn share_figures(
        &self,
        quota: &Quota,
        one: &QuotaVerdict,
        of: &Bounds,
        measured: &str,
    ) -> String {
        let share = one
            .measured
            .settled()
            .zip(of.settled())
            .and_then(|(measured, of)| measured.divided_by(of))
            .map(|share| self.words().number(&share, SHARE, None));
        let limit = self.words().literal(&quota.limit.formula);
        let of = self.bounds(of);
        let mut arguments = vec![("measured", measured), ("of", &of), ("limit", &limit)];
        match &share {
            Some(share) => {
                arguments.push(("share", share));
                self.label("quota-share", &arguments)
            }
            None => self.label("quota-share-open", &arguments),
        }
    }

    fn bounds(&self, bounds: &Bounds) -> String {
        let plain = Type::Number(Measure::Pure, Show::Plain);
        let number = |number: &Number| self.words().number(number, plain, None);
        match bounds.settled() {
            Some(settled) => number(settled),
            None => {
                let (low, high) = (number(&bounds.low), number(&bounds.high));
                self.label("arithmetic-bounds", &[("low", &low), ("high", &high)])
            }
        }
    }

    fn undecided_of(&self, quota: &Quota, one: &QuotaVerdict) -> Vec<String> {
        let mut notes = Vec::new();
        let names = self.names_of(quota, &one.undecided);
        if !names.is_empty() {
            notes.push(self.label("quota-undecided", &[("list", &names.join("; "))]));
        }
        if one.set_aside > 0 {
            let count = self.count(one.set_aside);
            notes.push(self.label("quota-set-aside", &[("count", &count)]));
        }
        notes
    }

    /// By how many, and which of the counted are out anyway.
    fn over_quota(&self, quota: &Quota, one: &QuotaVerdict) -> Vec<String> {
        let excess = one.excess(quota.comparison).map(|excess| {
            let key = match quota.comparison {
                Comparison::AtLeast | Comparison::Greater => "quota-lacking",
                Comparison::AtMost
                | Comparison::Less
                | Comparison::Equal
                | Comparison::NotEqual => "quota-excess",
            };
            self.label(key, &[("count", &self.locale.number(&excess, 0))])
        });
        let mut notes: Vec<String> = excess.into_iter().collect();
        for (verdict, key) in [
            (SubjectVerdict::Ineligible, "quota-ineligible"),
            (SubjectVerdict::Undetermined, "quota-undetermined"),
        ] {
            let rows = self.counted_with(quota, one, verdict);
            if !rows.is_empty() {
                let names = self.names_of(quota, &rows);
                notes.push(self.label(key, &[("list", &names.join("; "))]));
            }
        }
        notes
    }

    /// The counted nominations with that verdict.
    fn counted_with(&self, quota: &Quota, one: &QuotaVerdict, verdict: SubjectVerdict) -> Vec<u32> {
        let list = self.report.verdicts.nominations.as_ref();
        let list = list.filter(|list| list.table == quota.table);
        let counted = one.counted.iter().copied().filter(|row| {
            let entry = list.and_then(|list| list.entries.get(*row as usize));
            entry.is_some_and(|entry| entry.verdict == verdict)
        });
        counted.collect()
    }

    fn names_of(&self, quota: &Quota, rows: &[u32]) -> Vec<String> {
        let list = self.report.rules.nominations.as_ref();
        let is_list = list.is_some_and(|list| list.table == quota.table);
        self.listed(rows.iter().map(
            |row| match Entry::at(self.report, *row).filter(|_| is_list) {
                Some(entry) => self.nomination_line(&entry),
                None => self.report.row_name(quota.table, *row),
            },
        ))
    }
}

/// How a share is shown.
const SHARE: Type = Type::Number(Measure::Pure, Show::Percent);
