//! Stage 4: rules × facts → verdicts. Who is eligible, who is not, who cannot be judged yet, and why.
//!
//! In: a checked rule set and typed facts. Out: a verdict per rule and subject, and on request its explanation.
//! Must not know: files' formats, languages.

mod answer;
mod coverage;
mod evaluate;
mod example;
mod group;
mod index;
mod shortfall;
#[cfg(test)]
mod tests;
mod trace;

pub use answer::{Answer, Reason, Value};
pub use coverage::{Side, Unseen, unseen};
pub use example::{ExampleOutcome, try_examples};
pub use shortfall::Shortfall;
pub use trace::{MissingFact, ReadFact, Trace};

use crate::fact::Facts;
use crate::fact::schema::TableId;
use crate::rule::{Condition, Rule, RuleIndex, RuleSet, RuleVerdict};
use evaluate::{Evaluator, Scene};
use index::Indexes;
use trace::Recording;

/// The verdict on a subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SubjectVerdict {
    /// Every criterion that applies is met.
    Eligible,
    /// A criterion is not met.
    Ineligible,
    /// It cannot be judged yet.
    Undetermined,
}

impl SubjectVerdict {
    /// All verdicts, in the order of reports.
    pub const ALL: [SubjectVerdict; 3] = [
        SubjectVerdict::Eligible,
        SubjectVerdict::Ineligible,
        SubjectVerdict::Undetermined,
    ];

    /// The word of the JSON report.
    pub fn word(self) -> &'static str {
        match self {
            SubjectVerdict::Eligible => "eligible",
            SubjectVerdict::Ineligible => "ineligible",
            SubjectVerdict::Undetermined => "undetermined",
        }
    }
}

/// The verdicts of one table's rows.
#[derive(Debug)]
pub struct TableVerdicts {
    /// The table.
    pub table: TableId,
    /// Its rules, in the rule set's order.
    pub rules: Vec<RuleIndex>,
    /// One verdict per row and rule, row by row.
    verdicts: Vec<RuleVerdict>,
    /// One verdict per row.
    subjects: Vec<SubjectVerdict>,
}

impl TableVerdicts {
    /// The verdicts of a row, in the order of `rules`.
    pub fn of(&self, row: u32) -> &[RuleVerdict] {
        let width = self.rules.len();
        self.verdicts
            .get(row as usize * width..(row as usize + 1) * width)
            .unwrap_or_default()
    }

    /// How many rows got that verdict of the rule at that position in `rules`.
    pub fn count(&self, at: usize, verdict: RuleVerdict) -> usize {
        self.verdicts
            .iter()
            .skip(at)
            .step_by(self.rules.len().max(1))
            .filter(|v| **v == verdict)
            .count()
    }

    /// The verdict on each row.
    pub fn subjects(&self) -> &[SubjectVerdict] {
        &self.subjects
    }
}

/// All verdicts, with what is needed to explain them.
pub struct Verdicts<'a> {
    rules: &'a RuleSet,
    facts: &'a Facts,
    indexes: Indexes,
    /// Tables with criteria that are in the data, in the rule set's order.
    pub tables: Vec<TableVerdicts>,
}

/// Why a rule gave its verdict for a subject.
#[derive(Debug)]
pub struct Explanation<'a> {
    /// The verdict.
    pub verdict: RuleVerdict,
    /// The condition that decided: `when` if it is false or undecided, else `require`.
    pub condition: &'a Condition,
    /// How it was computed.
    pub trace: Trace<'a>,
    /// What would decide an undecided one.
    pub missing: Vec<MissingFact>,
    /// By how much a comparison that decided failed.
    pub shortfall: Option<Shortfall>,
}

/// Judges every row of every table that has criteria.
pub fn judge<'a>(rules: &'a RuleSet, facts: &'a Facts) -> Verdicts<'a> {
    let indexes = Indexes::build(rules, facts);
    let mut verdicts = Verdicts {
        rules,
        facts,
        indexes,
        tables: Vec::new(),
    };
    for criteria in &rules.criteria {
        let Some(table) = facts
            .tables
            .get(usize::from(criteria.table.0))
            .and_then(Option::as_ref)
        else {
            continue;
        };
        let of_table: Vec<RuleIndex> = rules
            .rules_of(criteria.table)
            .map(|(index, _)| index)
            .collect();
        let faulty = group::faulty_rows(facts, table);
        let mut judged = TableVerdicts {
            table: criteria.table,
            rules: of_table,
            verdicts: Vec::new(),
            subjects: Vec::new(),
        };
        for row in 0..table.len() {
            let first = judged.verdicts.len();
            for index in &judged.rules {
                judged
                    .verdicts
                    .push(verdicts.rule_verdict(rules.rule(*index), row));
            }
            let root = group::verdict(&criteria.root, &|index| {
                let at = judged.rules.iter().position(|i| *i == index).unwrap_or(0);
                judged.verdicts[first + at]
            });
            judged
                .subjects
                .push(group::subject(root, faulty.contains(&row)));
        }
        verdicts.tables.push(judged);
    }
    verdicts
}

impl<'a> Verdicts<'a> {
    fn evaluator(&self) -> Evaluator<'a, '_> {
        Evaluator {
            rules: self.rules,
            facts: self.facts,
            indexes: &self.indexes,
        }
    }

    fn rule_verdict(&self, rule: &Rule, row: u32) -> RuleVerdict {
        let answer = |condition: &Condition| {
            let mut scene = Scene::new(rule.table, row);
            self.evaluator()
                .answer(&condition.formula, &mut scene, &mut ())
                .truth()
        };
        match rule.when.as_ref().map(answer) {
            Some(Some(false)) => RuleVerdict::NotApplicable,
            Some(None) => RuleVerdict::Insufficient,
            Some(Some(true)) | None => required(answer(&rule.require)),
        }
    }

    /// Why a rule gave its verdict for a row: evaluated again, this time keeping every step.
    pub fn explain(&self, rule: RuleIndex, row: u32) -> Explanation<'a> {
        let rule = self.rules.rule(rule);
        if let Some(when) = &rule.when {
            let trace = self.trace(rule, when, row);
            match trace.answer.truth() {
                Some(false) => return self.explanation(RuleVerdict::NotApplicable, when, trace),
                None => return self.explanation(RuleVerdict::Insufficient, when, trace),
                Some(true) => {}
            }
        }
        let trace = self.trace(rule, &rule.require, row);
        self.explanation(required(trace.answer.truth()), &rule.require, trace)
    }

    fn trace(&self, rule: &Rule, condition: &'a Condition, row: u32) -> Trace<'a> {
        let mut scene = Scene::new(rule.table, row);
        let mut recording = Recording::default();
        self.evaluator()
            .answer(&condition.formula, &mut scene, &mut recording);
        recording.finish(&condition.formula)
    }

    fn explanation(
        &self,
        verdict: RuleVerdict,
        condition: &'a Condition,
        trace: Trace<'a>,
    ) -> Explanation<'a> {
        let missing = if verdict == RuleVerdict::Insufficient {
            trace.missing(self.facts)
        } else {
            Vec::new()
        };
        let shortfall = if verdict == RuleVerdict::NotMet {
            shortfall::of(&trace)
        } else {
            None
        };
        Explanation {
            verdict,
            condition,
            trace,
            missing,
            shortfall,
        }
    }

    /// The facts that were judged.
    pub fn facts(&self) -> &'a Facts {
        self.facts
    }

    /// The rules that judged.
    pub fn rules(&self) -> &'a RuleSet {
        self.rules
    }
}

fn required(answer: Option<bool>) -> RuleVerdict {
    match answer {
        Some(true) => RuleVerdict::Met,
        Some(false) => RuleVerdict::NotMet,
        None => RuleVerdict::Insufficient,
    }
}
