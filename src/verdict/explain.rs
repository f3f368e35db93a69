//! Why something came out as it did: evaluated again, this time keeping every step.
//!
//! In: a rule and a row, a target and a year, a failed check. Out: the steps, what is missing, by how much it failed. Must not know:
//! languages.

use crate::fact::schema::TableId;
use crate::rule::{Condition, RuleIndex, RuleVerdict, Waiver};
use crate::verdict::evaluate::Scene;
use crate::verdict::trace::Recording;
use crate::verdict::{FailedCheck, MissingFact, Shortfall, Trace, Verdicts, required, shortfall};

/// Why a rule gave its verdict for a subject.
#[derive(Debug)]
pub struct Explanation<'a> {
    /// The verdict, lifted where a waiver says so.
    pub verdict: RuleVerdict,
    /// The verdict without any waiver.
    pub own_verdict: RuleVerdict,
    /// The waiver that lifted it.
    pub waiver: Option<&'a Waiver>,
    /// The condition that decided: `when` if it is false or undecided, else `require`.
    pub condition: &'a Condition,
    /// How it was computed.
    pub trace: Trace<'a>,
    /// What would decide an undecided one.
    pub missing: Vec<MissingFact>,
    /// By how much a comparison that decided failed.
    pub shortfall: Option<Shortfall>,
}

impl<'a> Verdicts<'a> {
    /// Why a rule gave its verdict for a row.
    pub fn explain(&self, index: RuleIndex, row: u32) -> Explanation<'a> {
        let rule = self.rules.rule(index);
        let at = Some((rule.table, row));
        if let Some(when) = &rule.when {
            let trace = self.trace(when, at, None);
            match trace.answer.truth() {
                Some(false) => {
                    return self.explanation(RuleVerdict::NotApplicable, when, trace, None);
                }
                None => {
                    let waiver = self.waivers.applied(index, row);
                    return self.explanation(RuleVerdict::Insufficient, when, trace, waiver);
                }
                Some(true) => {}
            }
        }
        let trace = self.trace(&rule.require, at, None);
        let own = required(trace.answer.truth());
        let waiver = self.waivers.applied(index, row);
        self.explanation(own, &rule.require, trace, waiver)
    }

    /// How the measure of a target came out for a row (or none) in a year.
    pub fn explain_target(&self, target: usize, row: Option<u32>, year: i32) -> Option<Trace<'a>> {
        let target = self.rules.targets.get(target)?;
        let at = target.table.zip(row);
        Some(self.trace(&target.measure, at, Some(year)))
    }

    /// How a check failed.
    pub fn explain_check(&self, failed: &FailedCheck) -> Option<Trace<'a>> {
        let check = self.rules.checks.get(failed.check)?;
        let at = Some((failed.table, failed.row));
        Some(self.trace(&check.of(failed.table)?.require, at, failed.year))
    }

    fn trace(
        &self,
        condition: &'a Condition,
        at: Option<(TableId, u32)>,
        year: Option<i32>,
    ) -> Trace<'a> {
        let mut scene = Scene::at(at).in_year(year);
        let mut recording = Recording::default();
        self.evaluator()
            .answer(&condition.formula, &mut scene, &mut recording);
        recording.finish(&condition.formula)
    }

    fn explanation(
        &self,
        own_verdict: RuleVerdict,
        condition: &'a Condition,
        trace: Trace<'a>,
        waiver: Option<&'a Waiver>,
    ) -> Explanation<'a> {
        let missing = if own_verdict == RuleVerdict::Insufficient {
            trace.missing(self.facts)
        } else {
            Vec::new()
        };
        let shortfall = if own_verdict == RuleVerdict::NotMet {
            shortfall::of(&trace)
        } else {
            None
        };
        Explanation {
            verdict: waiver.map_or(own_verdict, |_| RuleVerdict::Waived),
            own_verdict,
            waiver,
            condition,
            trace,
            missing,
            shortfall,
        }
    }
}
