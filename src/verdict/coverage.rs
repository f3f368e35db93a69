//! What the examples of a rule set leave open: verdicts that none of them shows, and sides of a threshold on which none of them lies.
//!
//! In: a rule set for each of its rounds, and the outcomes of their examples. Out: what no example shows. Must not know: files,
//! sentences.

mod reach;

use crate::rule::expression::syntax::{Comparison, TextSpan};
use crate::rule::formula::{Formula, Owner, Range, Step, Type};
use crate::rule::{Condition, Rule, RuleSet, RuleVerdict};
use crate::verdict::answer::order;
use crate::verdict::{ExampleOutcome, Trace, Verdicts};
use std::cmp::Ordering;
use std::collections::BTreeSet;

/// Where the left side of a comparison lies, seen from its right side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Side {
    /// Less, lower, earlier.
    Below,
    /// Exactly there.
    At,
    /// More, higher, later.
    Above,
}

impl Side {
    /// All of them, from below.
    pub const ALL: [Side; 3] = [Side::Below, Side::At, Side::Above];
}

/// On which sides of which thresholds an example lies; a threshold is known by the text of its comparison.
pub(super) type Sides = BTreeSet<(String, Side)>;

/// Something about a rule that no example shows.
#[derive(Debug, PartialEq)]
pub enum Unseen {
    /// None gives these verdicts.
    Verdicts(Vec<RuleVerdict>),
    /// None lies on that side of the comparison.
    Side(String, Side),
    /// An example is one row, but the rule looks at others, so that examples say little about it.
    OtherRows,
}

/// What no example of any round shows, rule by rule. A rule that looks at other rows is named as such and no more is asked of it.
pub fn unseen<'r>(
    rounds: &'r [RuleSet],
    outcomes: &[ExampleOutcome<'_>],
) -> Vec<(&'r Rule, Unseen)> {
    let Some(rules) = rounds.first() else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for rule in &rules.rules {
        if conditions(rule).any(|condition| looks_elsewhere(&condition.formula, rules)) {
            found.push((rule, Unseen::OtherRows));
            continue;
        }
        let of_rule = outcomes
            .iter()
            .filter(|outcome| outcome.rule.clause.id == rule.clause.id);
        let of_rule: Vec<&ExampleOutcome<'_>> = of_rule.collect();
        let verdicts = unseen_verdicts(rule, rules, &of_rule);
        if !verdicts.is_empty() {
            found.push((rule, Unseen::Verdicts(verdicts)));
        }
        if !of_rule.is_empty() {
            let sides = unseen_sides(rule, rules, &of_rule).into_iter();
            found.extend(sides.map(|(comparison, side)| (rule, Unseen::Side(comparison, side))));
        }
    }
    found
}

fn unseen_verdicts(
    rule: &Rule,
    rules: &RuleSet,
    outcomes: &[&ExampleOutcome<'_>],
) -> Vec<RuleVerdict> {
    let mut wanted = vec![RuleVerdict::Met, RuleVerdict::NotMet];
    if conditions(rule).any(|condition| reach::may_be_open(&condition.formula, rules)) {
        wanted.push(RuleVerdict::Insufficient);
    }
    wanted.retain(|verdict| outcomes.iter().all(|outcome| outcome.got != *verdict));
    wanted
}

fn unseen_sides(
    rule: &Rule,
    rules: &RuleSet,
    outcomes: &[&ExampleOutcome<'_>],
) -> Vec<(String, Side)> {
    let mut wanted: Vec<(String, Side)> = Vec::new();
    for condition in conditions(rule) {
        each_threshold(
            &condition.formula,
            &condition.text,
            rules,
            &mut |threshold| {
                for side in Side::ALL {
                    let one = (threshold.text.clone(), side);
                    if reach::can_lie(threshold, side, rules) && !wanted.contains(&one) {
                        wanted.push(one);
                    }
                }
            },
        );
    }
    wanted.retain(|one| !outcomes.iter().any(|outcome| outcome.sides.contains(one)));
    wanted
}

fn conditions(rule: &Rule) -> impl Iterator<Item = &Condition> {
    rule.when.iter().chain([&rule.require])
}

/// Whether other rows than the one at hand are read.
pub(super) fn looks_elsewhere(formula: &Formula, rules: &RuleSet) -> bool {
    let here = match &formula.step {
        Step::Fact { owner, .. } | Step::Derived { owner, .. } => leads_away(*owner),
        Step::Quantified { over, .. } | Step::Aggregate { over, .. } => match over {
            Range::Rows { .. } => true,
            Range::Years { .. } => false,
        },
        Step::Number(_) | Step::Text(_) | Step::Boolean(_) | Step::Year(_) | Step::Date(_) => false,
        Step::Rank(_) | Step::BoundYear(_) | Step::At { .. } | Step::Negate(_) => false,
        Step::Not(_) | Step::Arithmetic(..) | Step::And(_) | Step::Or(_) => false,
        Step::Compare(..) | Step::Between(..) | Step::In { .. } | Step::If(..) => false,
        Step::Call(..) | Step::Known(_) => false,
    };
    here || inside(formula, rules).any(|part| looks_elsewhere(part, rules))
}

fn leads_away(owner: Owner) -> bool {
    match owner {
        Owner::Row => false,
        Owner::Own | Owner::Through { .. } => true,
    }
}

/// The formulas directly inside, that of a derived column among them.
fn inside<'r>(formula: &'r Formula, rules: &'r RuleSet) -> impl Iterator<Item = &'r Formula> {
    let derived = derived_index(formula).and_then(|index| rules.derived.get(index));
    let derived = derived.map(|derived| &derived.formula);
    formula.parts().into_iter().chain(derived)
}

fn derived_index(formula: &Formula) -> Option<usize> {
    match &formula.step {
        Step::Derived { index, .. } => Some(*index),
        Step::Number(_) | Step::Text(_) | Step::Boolean(_) | Step::Year(_) | Step::Date(_) => None,
        Step::Rank(_) | Step::BoundYear(_) | Step::Fact { .. } | Step::At { .. } => None,
        Step::Negate(_) | Step::Not(_) | Step::Arithmetic(..) | Step::And(_) => None,
        Step::Or(_) | Step::Compare(..) | Step::Between(..) | Step::In { .. } => None,
        Step::If(..) | Step::Quantified { .. } | Step::Call(..) | Step::Known(_) => None,
        Step::Aggregate { .. } => None,
    }
}

// ---- thresholds ----

/// A comparison by order.
struct Threshold<'f> {
    /// As written; one end of a `between` as the comparison that it stands for.
    text: String,
    left: &'f Formula,
    right: &'f Formula,
}

fn each_threshold<'r>(
    formula: &'r Formula,
    text: &'r str,
    rules: &'r RuleSet,
    found: &mut dyn FnMut(&Threshold<'r>),
) {
    for threshold in thresholds(formula, text) {
        found(&threshold);
    }
    let text = text_inside(formula, text, rules);
    for part in inside(formula, rules) {
        each_threshold(part, text, rules, found);
    }
}

/// The thresholds that a formula is, not those inside it.
fn thresholds<'r>(formula: &'r Formula, text: &str) -> Vec<Threshold<'r>> {
    let threshold = |text, left, right| Threshold { text, left, right };
    match &formula.step {
        Step::Compare(comparison, left, right) if is_by_order(*comparison) && is_asked(left) => {
            vec![threshold(piece(text, formula.span), left, right)]
        }
        Step::Between(item, low, high) if is_asked(item) => {
            let words = |sign, limit: &Formula| {
                let item = piece(text, item.span);
                format!("{item} {sign} {}", piece(text, limit.span))
            };
            vec![
                threshold(words(">=", low), item, low),
                threshold(words("<=", high), item, high),
            ]
        }
        Step::Compare(..) | Step::Between(..) | Step::Number(_) | Step::Text(_) => Vec::new(),
        Step::Boolean(_) | Step::Year(_) | Step::Date(_) | Step::Rank(_) => Vec::new(),
        Step::BoundYear(_) | Step::Fact { .. } | Step::Derived { .. } => Vec::new(),
        Step::At { .. } | Step::Negate(_) | Step::Not(_) | Step::Arithmetic(..) => Vec::new(),
        Step::And(_) | Step::Or(_) | Step::In { .. } | Step::If(..) => Vec::new(),
        Step::Quantified { .. } | Step::Call(..) | Step::Known(_) => Vec::new(),
        Step::Aggregate { .. } => Vec::new(),
    }
}

fn is_by_order(comparison: Comparison) -> bool {
    match comparison {
        Comparison::Less | Comparison::AtMost | Comparison::Greater | Comparison::AtLeast => true,
        Comparison::Equal | Comparison::NotEqual => false,
    }
}

/// Years are the round's own and no threshold of the data.
fn is_asked(left: &Formula) -> bool {
    match left.kind {
        Type::Number(..) | Type::Date | Type::Term(_) => true,
        Type::Boolean | Type::Text | Type::Year => false,
    }
}

/// The text in which the parts of a formula stand: a derived column has its own.
fn text_inside<'r>(formula: &Formula, text: &'r str, rules: &'r RuleSet) -> &'r str {
    let derived = derived_index(formula).and_then(|index| rules.derived.get(index));
    derived.map_or(text, |derived| &derived.text)
}

/// A piece of a condition on one line.
fn piece(text: &str, span: TextSpan) -> String {
    let piece = text.get(span.start..span.end).unwrap_or_default();
    piece.split_whitespace().collect::<Vec<_>>().join(" ")
}

// ---- examples ----

/// On which sides the first row of the rule's table lies, as far as its conditions are evaluated.
pub(super) fn sides(verdicts: &Verdicts<'_>, rule: &Rule) -> Sides {
    let mut found = Sides::new();
    for condition in conditions(rule) {
        let trace = verdicts.trace(condition, Some((rule.table, 0)), None);
        collect(&trace, &condition.text, verdicts.rules(), &mut found);
        if trace.answer.truth() != Some(true) {
            break;
        }
    }
    found
}

fn collect(trace: &Trace<'_>, text: &str, rules: &RuleSet, found: &mut Sides) {
    // Both ends of a `between` are compared with its first part.
    let limits = trace.parts.iter().skip(1);
    for (threshold, limit) in thresholds(trace.formula, text).into_iter().zip(limits) {
        let item = trace.parts.first().and_then(|item| item.answer.value());
        let side = item
            .zip(limit.answer.value())
            .and_then(|(a, b)| order(a, b));
        found.extend(side.map(|side| (threshold.text, Side::from(side))));
    }
    let text = text_inside(trace.formula, text, rules);
    for part in &trace.parts {
        collect(part, text, rules, found);
    }
}

impl From<Ordering> for Side {
    fn from(order: Ordering) -> Self {
        match order {
            Ordering::Less => Side::Below,
            Ordering::Equal => Side::At,
            Ordering::Greater => Side::Above,
        }
    }
}

#[cfg(test)]
mod tests;
