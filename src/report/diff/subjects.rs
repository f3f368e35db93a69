//! Subjects and nominations: whose verdicts changed, by which rules, by which facts.
//!
//! In: two reports. Out: changes. Must not know: how they are drawn.

use super::change::{
    Change, Difference, Direction, Doubt, FactChange, Key, Kind, Measured, RuleAnswer, RuleChange,
    State,
};
use super::facts::Reader;
use super::order::of_rules;
use super::pairs::{Group, paired};
use super::past::{PastReport, PastRule, PastSubject, shown_place};
use super::symbols::{Symbol, Symbols};
use super::written;
use crate::verdict::SubjectVerdict;
use indexmap::{IndexMap, IndexSet};
use rustc_hash::FxHasher;
use std::collections::HashMap;
use std::hash::{Hash, Hasher};

/// Compares the subjects, then the nominations, which rest on them.
pub(super) fn compare(
    old: &PastReport,
    new: &PastReport,
    symbols: &Symbols,
    difference: &mut Difference,
) {
    let reader = Reader {
        symbols,
        languages: [&old.head.language, &new.head.language],
        same_rules: old.head.judges_like(&new.head),
        names_in_one: difference.names_in_one,
    };
    note_rules(old, new, symbols, difference);
    let nominations_count = !new.nominations.is_empty();
    let has_names = !difference.names_in_one;
    let groups = paired(
        &old.subjects,
        &new.subjects,
        |subject| {
            (
                subject.table,
                if has_names { subject.key } else { subject.code },
            )
        },
        |subject| likeness(subject, has_names),
        |subject| subject.name.filter(|_| has_names),
    );
    let mut reasons: Reasons = HashMap::new();
    for group in groups {
        note_doubt(&group, difference, |subject| Doubt {
            kind: Kind::Subject,
            table: symbols.text(subject.table).to_owned(),
            key: subject.key.map(|key| symbols.text(key).to_owned()),
            before: 0,
            after: 0,
        });
        for (before, after) in group.pairs {
            let change = change(before, after, nominations_count, &reader);
            if let (Some(code), Some(table)) = (&change.key.code, &change.key.table)
                && !change.rules.is_empty()
            {
                let brief = change.rules.iter().map(without_facts).collect();
                reasons.insert((table.clone(), code.clone()), brief);
            }
            difference.add_with_rest(change, before, after, &reader);
        }
    }
    nominations(old, new, &reasons, difference);
}

/// What changed the verdict on a subject, by table and code.
type Reasons = HashMap<(String, String), Vec<RuleChange>>;

fn without_facts(rule: &RuleChange) -> RuleChange {
    RuleChange {
        facts: Vec::new(),
        ..rule.clone()
    }
}

/// Notes that rows may have been taken for one another.
fn note_doubt<T>(group: &Group<'_, T>, difference: &mut Difference, of: impl Fn(&T) -> Doubt) {
    let first = group.pairs.iter().find_map(|(old, new)| new.or(*old));
    if let (Some((before, after)), Some(first)) = (group.in_doubt, first) {
        difference.doubts.push(Doubt {
            before,
            after,
            ..of(first)
        });
    }
}

/// Rules that only one of the reports has: said once, not of each subject.
fn note_rules(old: &PastReport, new: &PastReport, symbols: &Symbols, difference: &mut Difference) {
    let ids = |report: &PastReport| -> IndexSet<Symbol> {
        let rules = report.subjects.iter().flat_map(|subject| &subject.rules);
        rules.map(|rule| rule.id).collect()
    };
    let (old, new) = (ids(old), ids(new));
    if old.is_empty() || new.is_empty() {
        return;
    }
    let named = |symbol: &Symbol| symbols.text(*symbol).to_owned();
    difference.rules_gone = old.difference(&new).map(named).collect();
    difference.rules_added = new.difference(&old).map(named).collect();
}

/// What is the same in two subjects of which nothing changed, wherever they stand.
fn likeness(subject: &PastSubject, has_names: bool) -> u64 {
    let mut hasher = FxHasher::default();
    let name = subject.name.filter(|_| has_names);
    (name, subject.verdict.word()).hash(&mut hasher);
    for rule in &subject.rules {
        (rule.id, rule.verdict.word(), rule.own_verdict.word()).hash(&mut hasher);
        let mut facts: Vec<_> = rule
            .facts
            .iter()
            .map(|fact| (fact.text, fact.value))
            .collect();
        facts.sort_unstable();
        facts.hash(&mut hasher);
    }
    hasher.finish()
}

fn change(
    before: Option<&PastSubject>,
    after: Option<&PastSubject>,
    nominations_count: bool,
    reader: &Reader<'_>,
) -> Change {
    let state = |subject: &PastSubject| State::Subject(subject.verdict);
    let mut change = Change::new(
        Kind::Subject,
        key(after.or(before), reader.symbols),
        before.map(state),
        after.map(state),
    );
    let place = after.or(before).and_then(|subject| subject.at);
    change.places = place
        .map(|at| at.shown(reader.symbols))
        .into_iter()
        .collect();
    if let (Some(before), Some(after)) = (before, after) {
        change.rules = rules(&before.rules, &after.rules, reader);
        if change.direction == Direction::Same {
            change.direction = of_all(&change.rules);
        }
    } else if after
        .is_some_and(|after| nominations_count || after.verdict != SubjectVerdict::Ineligible)
    {
        // Where somebody is nominated, the others are judged for information.
        change.direction = Direction::Other;
    }
    change
}

fn key(subject: Option<&PastSubject>, symbols: &Symbols) -> Key {
    let text = |symbol: Option<Symbol>| symbol.map(|symbol| symbols.text(symbol).to_owned());
    Key {
        table: text(subject.map(|subject| subject.table)),
        code: text(subject.and_then(|subject| subject.code)),
        name: text(subject.and_then(|subject| subject.name)),
        ..Key::default()
    }
}

/// The worst way that a rule of a subject went whose own verdict stayed.
fn of_all(rules: &[RuleChange]) -> Direction {
    let directions = rules.iter().map(|rule| match (rule.before, rule.after) {
        (Some(before), Some(after)) => of_rules(before.verdict, after.verdict),
        (Some(_), None) | (None, Some(_)) | (None, None) => Direction::Other,
    });
    directions.min().unwrap_or(Direction::Same)
}

/// The rules that both have and whose verdicts differ.
fn rules(old: &[PastRule], new: &[PastRule], reader: &Reader<'_>) -> Vec<RuleChange> {
    let before: IndexMap<Symbol, &PastRule> = old.iter().map(|rule| (rule.id, rule)).collect();
    let pairs = new
        .iter()
        .filter_map(|after| Some((*before.get(&after.id)?, after)));
    pairs
        .filter(|(before, after)| answer(before) != answer(after))
        .map(|(before, after)| rule_change(before, after, reader))
        .collect()
}

fn answer(rule: &PastRule) -> RuleAnswer {
    RuleAnswer {
        verdict: rule.verdict,
        own: rule.own_verdict,
    }
}

fn rule_change(before: &PastRule, after: &PastRule, reader: &Reader<'_>) -> RuleChange {
    let text = |symbol: Symbol| reader.symbols.text(symbol).to_owned();
    // By the same rules a verdict may come from another part of the condition, which is no other condition. A unit or a number in one
    // is worded in the language of the report.
    let reads_otherwise = before.text != after.text
        && !reader.same_rules
        && !reader.names_in_one
        && reader.languages[0] == reader.languages[1];
    RuleChange {
        id: text(after.id),
        before: Some(answer(before)),
        after: Some(answer(after)),
        facts: reader.changes(&before.facts, &after.facts),
        texts: reads_otherwise.then(|| [text(before.text), text(after.text)]),
    }
}

impl Difference {
    /// Notes a subject's change, and the facts of it that changed no verdict.
    fn add_with_rest(
        &mut self,
        change: Change,
        before: Option<&PastSubject>,
        after: Option<&PastSubject>,
        reader: &Reader<'_>,
    ) {
        let told: IndexSet<FactChange> = change
            .rules
            .iter()
            .flat_map(|rule| rule.facts.clone())
            .collect();
        let rest = Change {
            direction: Direction::Same,
            rules: Vec::new(),
            facts: rest(&told, before, after, reader),
            ..change.clone()
        };
        if change.direction != Direction::Same {
            self.add(change);
        }
        self.add(rest);
    }
}

/// The name, and facts of rules whose verdicts stayed, each once.
fn rest(
    told: &IndexSet<FactChange>,
    before: Option<&PastSubject>,
    after: Option<&PastSubject>,
    reader: &Reader<'_>,
) -> Vec<FactChange> {
    let mut rest = IndexSet::new();
    let (Some(before), Some(after)) = (before, after) else {
        return Vec::new();
    };
    let old: IndexMap<Symbol, &PastRule> = before.rules.iter().map(|one| (one.id, one)).collect();
    for rule in &after.rules {
        if let Some(earlier) = old.get(&rule.id)
            && answer(earlier) == answer(rule)
        {
            rest.extend(reader.changes(&earlier.facts, &rule.facts));
        }
    }
    rest.retain(|fact| !told.contains(fact));
    let name = |one: &PastSubject| {
        let name = one.name.filter(|_| !reader.names_in_one);
        name.map(|name| reader.symbols.text(name).to_owned())
    };
    let named = FactChange::told(Measured::Name, name(before), name(after));
    named.into_iter().chain(rest).collect()
}

/// Why the verdict on a nominee changed; nothing where it did not.
fn reasons_of(change: &Change, reasons: &Reasons) -> Vec<RuleChange> {
    let unit = change.key.table.clone().zip(change.key.code.clone());
    let known = unit.filter(|_| change.direction != Direction::Same);
    let of = known.and_then(|unit| reasons.get(&unit));
    of.cloned().unwrap_or_default()
}

fn nominations(old: &PastReport, new: &PastReport, reasons: &Reasons, difference: &mut Difference) {
    let filled = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
    let has_names = !difference.names_in_one;
    let who = |one: &written::Nomination| {
        let code = Some(one.code.clone()).filter(|code| !code.is_empty());
        let name = filled(&one.name).filter(|_| has_names);
        code.or(name).or_else(|| filled(&one.no))
    };
    let submitted = |one: &written::Nomination| one.submitted_by.clone().filter(|_| has_names);
    let groups = paired(
        &old.nominations,
        &new.nominations,
        |one| (one.subject.clone(), who(one), one.class.clone()),
        |one| (submitted(one), one.verdict.word()),
        submitted,
    );
    for group in groups {
        note_doubt(&group, difference, |one| Doubt {
            kind: Kind::Nomination,
            table: one.subject.clone().unwrap_or_default(),
            key: who(one),
            before: 0,
            after: 0,
        });
        for (before, after) in group.pairs {
            let Some(named) = after.or(before) else {
                continue;
            };
            let state = |one: &written::Nomination| State::Subject(one.verdict);
            let key = Key {
                table: named.subject.clone(),
                code: Some(named.code.clone()).filter(|code| !code.is_empty()),
                name: filled(&named.name).or_else(|| filled(&named.no)),
                part: named.class.clone(),
                part_title: named.class_title.clone(),
                ..Key::default()
            };
            let mut change =
                Change::new(Kind::Nomination, key, before.map(state), after.map(state));
            change.places = named.place.iter().map(shown_place).collect();
            if let (Some(before), Some(after)) = (before, after) {
                let first = |one: &written::Nomination| one.priority.map(|flag| flag.to_string());
                let told = [
                    FactChange::told(Measured::Priority, first(before), first(after)),
                    FactChange::told(Measured::SubmittedBy, submitted(before), submitted(after)),
                ];
                change.facts = told.into_iter().flatten().collect();
                change.rules = reasons_of(&change, reasons);
            }
            difference.add(change);
        }
    }
}
