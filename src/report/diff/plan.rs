//! Quotas, targets, deadlines, data checks and waivers.
//!
//! In: two reports. Out: changes. Must not know: how they are drawn.

use super::change::{Change, Difference, FactChange, FactValue, Key, Kind, Measured, State};
use super::past::{PastReport, shown_place};
use super::written::{self, Bounds};
use indexmap::IndexMap;
use std::hash::Hash;

/// Compares what is judged besides subjects.
pub(super) fn compare(old: &PastReport, new: &PastReport, difference: &mut Difference) {
    quotas(old, new, difference);
    targets(old, new, difference);
    deadlines(old, new, difference);
    checks(old, new, difference);
    waivers(old, new, difference);
}

/// Both sides of each key; of several with one key, in order.
pub(super) fn by_key<'a, T, K: Eq + Hash>(
    old: &'a [T],
    new: &'a [T],
    key: impl Fn(&T) -> K,
) -> Vec<(Option<&'a T>, Option<&'a T>)> {
    let mut sides: IndexMap<(K, usize), [Option<&T>; 2]> = IndexMap::new();
    for (side, list) in [(1, new), (0, old)] {
        let mut seen: IndexMap<K, usize> = IndexMap::new();
        for one in list {
            let count = seen.entry(key(one)).or_default();
            sides.entry((key(one), *count)).or_default()[side] = Some(one);
            *count += 1;
        }
    }
    let all = sides.into_values();
    all.map(|[old, new]| (old, new)).collect()
}

fn fact(text: Measured, before: Option<&str>, after: Option<&str>) -> Option<FactChange> {
    let value = |exact: &str| FactValue {
        exact: Some(exact.to_owned()),
        shown: String::new(),
        language: String::new(),
        reason: None,
    };
    (before != after).then(|| FactChange {
        text,
        title: None,
        before: before.map(value),
        after: after.map(value),
        place: None,
    })
}

fn quotas(old: &PastReport, new: &PastReport, difference: &mut Difference) {
    let key = |one: &written::Quota| (one.id.clone(), one.group.clone());
    for (before, after) in by_key(&old.quotas, &new.quotas, key) {
        let Some(named) = after.or(before) else {
            continue;
        };
        // A group is told by its name in one report and by a number in the other.
        if difference.names_in_one && named.group.is_some() {
            continue;
        }
        let state = |one: &written::Quota| State::Rule(one.verdict);
        let key = Key {
            id: Some(named.id.clone()),
            part: named.group.clone(),
            ..Key::default()
        };
        let mut change = Change::new(Kind::Quota, key, before.map(state), after.map(state));
        if let (Some(before), Some(after)) = (before, after) {
            let sides = |measured: Measured, of: fn(&written::Quota) -> &Bounds| {
                let texts = [before, after].map(|one| shown_bounds(of(one)));
                fact(measured, Some(&texts[0]), Some(&texts[1]))
            };
            let measured = sides(Measured::Measure(None), |one| &one.measured);
            let limit = sides(Measured::Limit, |one| &one.limit);
            let of = |one: &written::Quota| one.of.as_ref().map(shown_bounds);
            let eligible = |one: &written::Quota| one.eligible.map(|count| count.to_string());
            let told = [
                FactChange::told(Measured::Whole, of(before), of(after)),
                FactChange::told(Measured::Eligible, eligible(before), eligible(after)),
            ];
            let all = measured.into_iter().chain(limit);
            change.facts = all.chain(told.into_iter().flatten()).collect();
        }
        difference.add(change);
    }
}

fn shown_bounds(bounds: &Bounds) -> String {
    if bounds.low == bounds.high {
        bounds.low.clone()
    } else {
        format!("{}..{}", bounds.low, bounds.high)
    }
}

fn targets(old: &PastReport, new: &PastReport, difference: &mut Difference) {
    let key = |one: &written::Target| (one.id.clone(), one.table.clone(), one.code.clone());
    for (before, after) in by_key(&old.targets, &new.targets, key) {
        let Some(named) = after.or(before) else {
            continue;
        };
        let state = |one: &written::Target| State::Target(one.status, one.exceeded);
        let key = Key {
            id: Some(named.id.clone()),
            table: named.table.clone(),
            code: named.code.clone(),
            ..Key::default()
        };
        let mut change = Change::new(Kind::Target, key, before.map(state), after.map(state));
        if let (Some(before), Some(after)) = (before, after) {
            let languages = [&*old.head.language, &*new.head.language];
            change.facts = target_facts(before, after, languages);
        }
        difference.add(change);
    }
}

fn target_facts(
    before: &written::Target,
    after: &written::Target,
    languages: [&str; 2],
) -> Vec<FactChange> {
    let unit = [after, before].iter().find_map(|one| one.unit());
    let whole = |measured: Measured, of: fn(&written::Target) -> &Option<String>| {
        let [then, now] = [before, after].map(|one| of(one).as_deref());
        let mut change = fact(measured, then, now)?;
        for value in [&mut change.before, &mut change.after] {
            if let (Some(value), Some(unit)) = (value, &unit) {
                value.shown = format!("0 {unit}");
            }
        }
        Some(change)
    };
    let measured = whole(Measured::Measure(None), |one| &one.measured);
    let goal = whole(Measured::Limit, |one| &one.goal);
    let word = |one: &written::Target| one.judge.map(|judge| judge.word().to_owned());
    let judge = FactChange::told(Measured::Judge, word(before), word(after));
    let mut facts: Vec<FactChange> = measured.into_iter().chain(goal).chain(judge).collect();
    for (old, new) in by_key(&before.years, &after.years, |year| year.year) {
        let value = |year: Option<&written::TargetYear>| year.and_then(|year| year.value.clone());
        let Some(named) = new.or(old).filter(|_| value(old) != value(new)) else {
            continue;
        };
        let [before, after] = [(old, languages[0]), (new, languages[1])]
            .map(|(year, language)| year.map(|year| year.fact(language)));
        facts.push(FactChange {
            text: Measured::Measure(Some(named.year)),
            title: None,
            before,
            after,
            place: named.places.first().map(shown_place),
        });
    }
    facts
}

impl written::Target {
    /// The word behind its values.
    fn unit(&self) -> Option<String> {
        let years = self.years.iter().filter(|year| year.value.is_some());
        let mut units = years.filter_map(|year| Some(year.result().split_once(' ')?.1.to_owned()));
        units.next()
    }
}

impl written::TargetYear {
    /// What its arithmetic comes to: `1.586 hộ` of `7.629 − 6.043 = 1.586 hộ`.
    fn result(&self) -> &str {
        let shown = self.shown.as_deref().unwrap_or("");
        let last = shown.rsplit(['=', '≈', ':']).next();
        last.unwrap_or("").trim()
    }

    fn fact(&self, language: &str) -> FactValue {
        FactValue {
            exact: self.value.clone(),
            shown: self.result().to_owned(),
            language: language.to_owned(),
            reason: self.reason.clone(),
        }
    }
}

fn deadlines(old: &PastReport, new: &PastReport, difference: &mut Difference) {
    let key = |one: &written::Deadline| {
        let unit = (one.table.clone(), one.code.clone());
        (one.id.clone(), unit, one.year)
    };
    for (before, after) in by_key(&old.deadlines, &new.deadlines, key) {
        let Some(named) = after.or(before) else {
            continue;
        };
        let state = |one: &written::Deadline| State::Deadline(one.status);
        let key = Key {
            id: Some(named.id.clone()),
            table: Some(named.table.clone()),
            code: named.code.clone(),
            year: named.year,
            ..Key::default()
        };
        let mut change = Change::new(Kind::Deadline, key, before.map(state), after.map(state));
        change.places = named.places.iter().map(shown_place).collect();
        if let (Some(before), Some(after)) = (before, after) {
            let due = fact(Measured::Due, Some(&before.due), Some(&after.due));
            let (then, now) = (before.done.as_deref(), after.done.as_deref());
            let done = fact(Measured::Done, then, now);
            change.facts = due.into_iter().chain(done).collect();
        }
        difference.add(change);
    }
}

/// Reports list failed checks alone: how many fail of one id, subject and year.
fn checks(old: &PastReport, new: &PastReport, difference: &mut Difference) {
    type Unit<'a> = (&'a str, &'a str, Option<&'a str>, Option<i32>);
    let mut failed: IndexMap<Unit<'_>, [Vec<&written::Check>; 2]> = IndexMap::new();
    for (side, list) in [(1, &new.checks), (0, &old.checks)] {
        for one in list {
            let unit = (&*one.id, &*one.table, one.code.as_deref(), one.year);
            failed.entry(unit).or_default()[side].push(one);
        }
    }
    for ((id, table, code, year), sides) in failed {
        let key = Key {
            id: Some(id.to_owned()),
            table: Some(table.to_owned()).filter(|table| !table.is_empty()),
            code: code.filter(|code| !code.is_empty()).map(str::to_owned),
            year,
            ..Key::default()
        };
        let [before, after] = [0, 1].map(|side| State::Count(sides[side].len() as u64));
        let mut change = Change::new(Kind::Check, key, Some(before), Some(after));
        let named = sides[1].first().or(sides[0].first());
        let places = named.into_iter().flat_map(|one| &one.places);
        change.places = places.map(shown_place).collect();
        difference.add(change);
    }
}

fn waivers(old: &PastReport, new: &PastReport, difference: &mut Difference) {
    let key = |one: &written::Waiver| (one.rule.clone(), one.subject.clone());
    for (before, after) in by_key(&old.waivers, &new.waivers, key) {
        let Some(named) = after.or(before) else {
            continue;
        };
        let state = |one: &written::Waiver| State::Waiver(one.state);
        let key = Key {
            id: Some(named.rule.clone()),
            part: Some(named.subject.clone()),
            ..Key::default()
        };
        let mut change = Change::new(Kind::Waiver, key, before.map(state), after.map(state));
        if let (Some(before), Some(after)) = (before, after) {
            let [decision, until] = [
                (Measured::Decision, &before.decision, &after.decision),
                (Measured::Until, &before.until, &after.until),
            ]
            .map(|(what, then, now)| FactChange::told(what, then.clone(), now.clone()));
            change.facts = decision.into_iter().chain(until).collect();
        }
        difference.add(change);
    }
}
