//! One subject and its rules, told.
//!
//! In: verdicts with their traces. Out: names, outcomes, arithmetic with its cells, or what is missing. Must not know: lists.

use super::{Teller, plain_lines};
use crate::diagnostic::REDACTED;
use crate::fact::BuiltInCheck;
use crate::fact::data::TableFacts;
use crate::report::Subject;
use crate::report::arithmetic::{Line, Words};
use crate::report::light::{Light, rule_key};
use crate::rule::{RuleIndex, RuleVerdict, Waiver};
use crate::text::printable;
use crate::verdict::Explanation;

/// A rule's verdict on one subject.
pub(in crate::report) struct ToldRule {
    pub(in crate::report) id: String,
    /// What the rule asks.
    pub(in crate::report) says: String,
    /// The clause it stands in.
    pub(in crate::report) cite: String,
    pub(in crate::report) verdict: RuleVerdict,
    /// Whether it is open for lack of facts, before any waiver: then each line names one.
    pub(in crate::report) is_open: bool,
    /// The verdict in words, with the shortfall or the waiver.
    pub(in crate::report) outcome: String,
    /// The arithmetic with its cells, or the missing facts.
    pub(in crate::report) lines: Vec<Line>,
}

impl ToldRule {
    /// How the rule stands.
    pub(in crate::report) fn light(&self) -> Light {
        Light::of_rule(self.verdict)
    }
}

impl Teller<'_> {
    /// The subject's name and code; only the code where names are not told.
    pub(in crate::report) fn subject_name(&self, subject: &Subject<'_>) -> String {
        let code = printable(&subject.code());
        match self.report.subject_name(subject) {
            Some(name) => format!("{} ({code})", printable(&name)),
            None => code,
        }
    }

    /// The unit that the subject belongs to by the official list, unless names are left out.
    pub(in crate::report) fn unit_above(&self, subject: &Subject<'_>) -> Option<String> {
        let schema = &self.report.rules.schema;
        let level = schema.table_at(subject.facts.table).roster.as_ref()?;
        let own = level.roster.unit(&subject.code())?;
        let above = level.roster.unit(&own.parent)?;
        let is_told = !self.report.selection.redacted;
        is_told.then(|| printable(&above.full_name()))
    }

    pub(in crate::report) fn rule(&self, index: RuleIndex, row: u32) -> ToldRule {
        let clause = &self.report.rules.rule(index).clause;
        let explanation = self.report.verdicts.explain(index, row);
        let words = self.words();
        let is_open = explanation.own_verdict == RuleVerdict::Insufficient;
        ToldRule {
            id: clause.id.clone(),
            says: clause.says.get(self.locale.language()).to_owned(),
            cite: clause.cite.clone(),
            verdict: explanation.verdict,
            is_open,
            outcome: words.outcome(&explanation),
            lines: match is_open {
                true => plain_lines(explanation.missing.iter().map(|one| words.missing(one))),
                false => words.lines(&explanation.trace),
            },
        }
    }

    /// What keeps a subject from being eligible, or would if it were not waived.
    pub(in crate::report) fn in_the_way(&self, subject: &Subject<'_>) -> Vec<ToldRule> {
        self.rules_that(subject, |verdict| match verdict {
            RuleVerdict::NotMet | RuleVerdict::Insufficient | RuleVerdict::Waived => true,
            RuleVerdict::Met | RuleVerdict::NotApplicable => false,
        })
    }

    /// The rules that a waiver lifted: a subject that is eligible by one says so.
    pub(in crate::report) fn waived(&self, subject: &Subject<'_>) -> Vec<ToldRule> {
        self.rules_that(subject, |verdict| verdict == RuleVerdict::Waived)
    }

    /// Every listed rule.
    pub(in crate::report) fn rules_of(&self, subject: &Subject<'_>) -> Vec<ToldRule> {
        self.rules_that(subject, |_| true)
    }

    fn rules_that(
        &self,
        subject: &Subject<'_>,
        fits: impl Fn(RuleVerdict) -> bool,
    ) -> Vec<ToldRule> {
        let rules = self.report.rules;
        let verdicts = subject.table.rules.iter().zip(subject.verdicts());
        let wanted = verdicts.filter(|(index, verdict)| {
            let id = &rules.rule(**index).clause.id;
            fits(*verdict) && self.report.selection.includes_rule(rules, id)
        });
        wanted
            .map(|(index, _)| self.rule(*index, subject.row))
            .collect()
    }

    /// The checks that a row fails.
    pub(in crate::report) fn faults_of(&self, rows: &TableFacts, row: u32) -> Vec<String> {
        let checks = self.report.faults_of(rows, row);
        let told = checks.iter().map(|id| self.fault(id));
        told.collect()
    }

    /// That the data fail a check, with what it asks.
    pub(in crate::report) fn fault(&self, id: &str) -> String {
        let checks = &self.report.rules.checks;
        let of_rules = checks.iter().find(|check| check.clause.id == id);
        let says = match of_rules {
            Some(check) => check.clause.says.get(self.locale.language()).to_owned(),
            None => self.built_in(id),
        };
        self.label("report-fault", &[("check", id), ("says", &says)])
    }

    fn built_in(&self, id: &str) -> String {
        let check = BuiltInCheck::ALL.into_iter().find(|check| check.id() == id);
        check.map_or_else(String::new, |check| {
            self.locale.label(match check {
                BuiltInCheck::Total => "check-says-total",
                BuiltInCheck::Duplicate => "check-says-duplicate",
                BuiltInCheck::CodeName => "check-says-code-name",
                BuiltInCheck::Reference => "check-says-reference",
            })
        })
    }
}

impl Words<'_> {
    /// The verdict in words, with the shortfall if there is one.
    pub(in crate::report) fn outcome(&self, explanation: &Explanation<'_>) -> String {
        let own = self.locale.label(rule_key(explanation.own_verdict));
        let own = match &explanation.shortfall {
            Some(shortfall) => format!("{own}, {}", self.shortfall(shortfall)),
            None => own,
        };
        match explanation.waiver {
            None => own,
            Some(waiver) => self.waived_by(&own, waiver),
        }
    }

    fn waived_by(&self, own: &str, waiver: &Waiver) -> String {
        let reason = match self.redacted {
            true => self.locale.label(REDACTED),
            false => printable(&waiver.reason),
        };
        let decision = printable(&waiver.decision);
        let arguments = [("own", own), ("decision", &decision), ("reason", &reason)];
        self.locale.label_with("verdict-waived-by", &arguments)
    }
}
