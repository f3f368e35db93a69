//! What the reports rest on: files, sheets, units that sent nothing, sections left out, error findings.
//!
//! In: two reports. Out: changes. Must not know: how they are drawn.

use super::change::{Change, Difference, Key, Kind, State};
use super::past::PastReport;
use super::plan::by_key;
use super::written;
use crate::diagnostic::Severity;
use indexmap::IndexMap;
use std::collections::HashMap;

/// Compares what the reports rest on.
pub(super) fn compare(old: &PastReport, new: &PastReport, difference: &mut Difference) {
    units(old, new, difference);
    sections(old, new, difference);
    files(old, new, difference);
    findings(old, new, difference);
}

fn units(old: &PastReport, new: &PastReport, difference: &mut Difference) {
    let key = |one: &written::Absent| (one.table.clone(), one.code.clone());
    let state = |one: Option<&written::Absent>| match one {
        Some(_) => State::Absent,
        None => State::Present,
    };
    for (before, after) in by_key(&old.absent, &new.absent, key) {
        let Some(named) = after.or(before) else {
            continue;
        };
        let key = Key {
            table: Some(named.table.clone()),
            code: Some(named.code.clone()),
            name: named.name.clone(),
            ..Key::default()
        };
        let states = [state(before), state(after)].map(Some);
        let [before, after] = states;
        difference.add(Change::new(Kind::Unit, key, before, after));
    }
}

fn sections(old: &PastReport, new: &PastReport, difference: &mut Difference) {
    let key = |one: &written::NotChecked| (one.section.clone(), one.table.clone());
    let state = |one: Option<&written::NotChecked>| match one {
        Some(_) => State::NotUsed,
        None => State::Used,
    };
    for (before, after) in by_key(&old.not_checked, &new.not_checked, key) {
        let Some(named) = after.or(before) else {
            continue;
        };
        let key = Key {
            id: Some(named.section.clone()),
            table: Some(named.table.clone()),
            ..Key::default()
        };
        let (before, after) = (Some(state(before)), Some(state(after)));
        difference.add(Change::new(Kind::Section, key, before, after));
    }
}

// ---- files ----

fn files(old: &PastReport, new: &PastReport, difference: &mut Difference) {
    for (before, after) in same_files(&old.inputs, &new.inputs) {
        let Some(named) = after.or(before) else {
            continue;
        };
        let key = Key {
            id: Some(named.path.clone()),
            name: before
                .map(|before| before.path.clone())
                .filter(|path| *path != named.path),
            ..Key::default()
        };
        let state = |one: &written::Input| match one.refused {
            Some(_) => State::NotUsed,
            None => State::Used,
        };
        let (mut then, mut now) = (before.map(state), after.map(state));
        let is_read = then == Some(State::Used) && now == Some(State::Used);
        if is_read && before.map(|one| &one.sha256) != after.map(|one| &one.sha256) {
            now = Some(State::Changed);
        }
        if then == Some(State::NotUsed) && now == Some(State::NotUsed) {
            (then, now) = (None, None);
        }
        difference.add(Change::new(Kind::Input, key, then, now));
        if let (Some(before), Some(after)) = (before, after) {
            sheets(before, after, difference);
        }
    }
}

fn sheets(before: &written::Input, after: &written::Input, difference: &mut Difference) {
    let pairs = by_key(&before.sheets, &after.sheets, |sheet| sheet.sheet.clone());
    for (old, new) in pairs {
        let state = |one: &written::Sheet| match one.refused {
            Some(_) => State::NotUsed,
            None => State::Used,
        };
        let key = Key {
            id: Some(after.path.clone()),
            part: new.or(old).and_then(|sheet| sheet.sheet.clone()),
            ..Key::default()
        };
        difference.add(Change::new(
            Kind::Sheet,
            key,
            old.map(state),
            new.map(state),
        ));
    }
}

pub(super) type Files<'a> = (Option<&'a written::Input>, Option<&'a written::Input>);

/// Files of the same name belong together; then those that hold the same, then those whose name without folders is the same and
/// stands once on each side: yesterday's folder may have another name.
pub(super) fn same_files<'a>(
    old: &'a [written::Input],
    new: &'a [written::Input],
) -> Vec<Files<'a>> {
    let marks: [fn(&written::Input) -> String; 3] = [
        |one| one.path.clone(),
        |one| one.sha256.clone(),
        |one| last_part(&one.path).to_owned(),
    ];
    let mut partner: HashMap<usize, usize> = HashMap::new();
    let mut taken = vec![false; old.len()];
    for mark in marks {
        let mut known: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, one) in old.iter().enumerate().filter(|(at, _)| !taken[*at]) {
            known.entry(mark(one)).or_default().push(at);
        }
        let mut wanted: HashMap<String, usize> = HashMap::new();
        let waiting = |partner: &HashMap<usize, usize>| {
            (0..new.len())
                .filter(|at| !partner.contains_key(at))
                .collect::<Vec<_>>()
        };
        for at in waiting(&partner) {
            *wanted.entry(mark(&new[at])).or_default() += 1;
        }
        for at in waiting(&partner) {
            let mark = mark(&new[at]);
            if let (Some([only]), Some(1)) =
                (known.get(&mark).map(Vec::as_slice), wanted.get(&mark))
                && !mark.is_empty()
            {
                partner.insert(at, *only);
                taken[*only] = true;
            }
        }
    }
    let kept = new.iter().enumerate().map(|(at, one)| {
        let before = partner.get(&at).and_then(|before| old.get(*before));
        (before, Some(one))
    });
    let gone = old.iter().zip(&taken).filter(|(_, taken)| !**taken);
    kept.chain(gone.map(|(one, _)| (Some(one), None))).collect()
}

fn last_part(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

// ---- findings ----

/// Error findings, by code: how many.
fn findings(old: &PastReport, new: &PastReport, difference: &mut Difference) {
    let mut counts: IndexMap<String, [u64; 2]> = IndexMap::new();
    for (side, report) in [(1, new), (0, old)] {
        for (code, count) in errors(report) {
            counts.entry(code).or_default()[side] += count;
        }
    }
    for (code, [before, after]) in counts {
        let key = Key {
            id: Some(code),
            ..Key::default()
        };
        let (before, after) = (State::Count(before), State::Count(after));
        difference.add(Change::new(Kind::Finding, key, Some(before), Some(after)));
    }
}

fn errors(report: &PastReport) -> IndexMap<String, u64> {
    let mut counts: IndexMap<String, u64> = IndexMap::new();
    for finding in &report.findings {
        if finding.severity == Some(Severity::Error) {
            *counts.entry(finding.code.clone()).or_default() += 1;
        }
    }
    for finding in &report.findings {
        if let (Some(count), Some(more)) = (counts.get_mut(&finding.code), finding.more) {
            *count += more;
        }
    }
    counts
}
