//! Which of the facts that a rule read differ.
//!
//! In: the facts of one rule and subject, before and after. Out: those that differ in value. Must not know: verdicts.

use super::change::{FactChange, FactValue, Measured};
use super::past::PastFact;
use super::symbols::{Symbol, Symbols};
use indexmap::IndexMap;

/// The words behind facts, and the languages in which the reports show them.
pub(super) struct Reader<'a> {
    pub(super) symbols: &'a Symbols,
    pub(super) languages: [&'a str; 2],
    /// Whether both reports judged by the same rules, so that no condition can have changed.
    pub(super) same_rules: bool,
    /// Whether one report alone tells names and texts.
    pub(super) names_in_one: bool,
}

impl Reader<'_> {
    /// The facts that differ. Where a rule reads one name several times (a sum over rows), equal values belong together wherever
    /// they stand, and the others are paired in order.
    pub(super) fn changes(&self, old: &[PastFact], new: &[PastFact]) -> Vec<FactChange> {
        let value = |fact: &PastFact| (fact.text, fact.value, missing_for(fact));
        if old.iter().map(value).eq(new.iter().map(value)) {
            return Vec::new();
        }
        let mut named: IndexMap<Symbol, [Vec<PastFact>; 2]> = IndexMap::new();
        for (side, facts) in [old, new].into_iter().enumerate() {
            for fact in facts {
                let sides = named.entry(fact.text).or_default();
                sides[side].push(*fact);
            }
        }
        let all = named.into_values();
        all.flat_map(|[old, new]| self.of_one_name(old, new))
            .collect()
    }

    fn of_one_name(&self, mut old: Vec<PastFact>, mut new: Vec<PastFact>) -> Vec<FactChange> {
        let mut counts: IndexMap<_, usize> = IndexMap::new();
        let value = |fact: &PastFact| (fact.value, missing_for(fact));
        for fact in &old {
            *counts.entry(value(fact)).or_default() += 1;
        }
        let mut both = counts.clone();
        both.values_mut().for_each(|count| *count = 0);
        new.retain(|fact| match counts.get_mut(&value(fact)) {
            Some(count) if *count > 0 => {
                *count -= 1;
                *both.entry(value(fact)).or_default() += 1;
                false
            }
            Some(_) | None => true,
        });
        old.retain(|fact| match both.get_mut(&value(fact)) {
            Some(count) if *count > 0 => {
                *count -= 1;
                false
            }
            Some(_) | None => true,
        });
        let pairs = 0..old.len().max(new.len());
        pairs
            .filter_map(|at| self.change(old.get(at), new.get(at)))
            .collect()
    }

    fn change(&self, old: Option<&PastFact>, new: Option<&PastFact>) -> Option<FactChange> {
        let is_hidden = |fact: &PastFact| fact.value.is_none() && fact.reason.is_none();
        if self.names_in_one && [old, new].into_iter().flatten().any(is_hidden) {
            return None;
        }
        let named = new.or(old)?;
        let at = new.and_then(|fact| fact.at);
        let at = at.or_else(|| old.and_then(|fact| fact.at));
        Some(FactChange {
            text: Measured::Fact(self.symbols.text(named.text).to_owned()),
            title: named.title.map(|title| self.symbols.text(title).to_owned()),
            before: old.map(|fact| self.value(fact, self.languages[0])),
            after: new.map(|fact| self.value(fact, self.languages[1])),
            place: at.map(|at| at.shown(self.symbols)),
        })
    }

    fn value(&self, fact: &PastFact, language: &str) -> FactValue {
        let text = |symbol| self.symbols.text(symbol).to_owned();
        FactValue {
            exact: fact.value.map(text),
            shown: text(fact.shown),
            language: language.to_owned(),
            reason: fact.reason.map(text),
        }
    }
}

/// Why a fact is missing tells two missing facts apart; in which words does not.
fn missing_for(fact: &PastFact) -> Option<Symbol> {
    fact.reason.filter(|_| fact.value.is_none())
}
