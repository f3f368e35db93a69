//! Differences as a JSON document, for programs.
//!
//! In: differences. Out: JSON as `docs/diff.schema.json` describes it. Must not know: how they were found, languages' styles.

use super::change::{
    Change, Difference, Direction, FactChange, FactValue, RuleAnswer, RuleChange, State,
};
use crate::locale::Locale;
use crate::report::Paper;
use serde_json::{Map, Value as Json, json};
use std::io::{self, Write};

const FORMAT: &str = "thidua/diff/1";

/// Writes the differences.
pub(super) fn write(
    difference: &Difference,
    locale: &Locale,
    _: &Paper,
    out: &mut dyn Write,
) -> io::Result<()> {
    let changes: Vec<Json> = difference.changes.iter().map(change).collect();
    let count = |direction| difference.count(direction);
    let document = json!({
        "format": FORMAT,
        "tool": { "name": env!("CARGO_PKG_NAME"), "version": env!("CARGO_PKG_VERSION") },
        "lang": locale.language().code(),
        "before": difference.names[0],
        "after": difference.names[1],
        "head": head(difference),
        "rules": { "gone": difference.rules_gone, "added": difference.rules_added },
        "in_doubt": doubts(difference),
        "changes": changes,
        "summary": {
            "worse": count(Direction::Worse),
            "better": count(Direction::Better),
            "other": count(Direction::Other),
            "facts_alone": difference.facts_alone,
        },
        "exit_code": u8::from(difference.got_worse()),
        "complete": true,
    });
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

/// What differs in how the reports were made.
fn head(difference: &Difference) -> Json {
    let all = difference.heads.iter();
    let parts = all.map(|change| {
        let sides = json!({ "before": change.before, "after": change.after });
        (change.part.word().to_owned(), sides)
    });
    Json::Object(parts.collect())
}

fn doubts(difference: &Difference) -> Vec<Json> {
    let all = difference.doubts.iter();
    all.map(|doubt| {
        json!({
            "kind": doubt.kind.word(),
            "table": doubt.table,
            "key": doubt.key,
            "before": doubt.before,
            "after": doubt.after,
        })
    })
    .collect()
}

fn change(change: &Change) -> Json {
    json!({
        "direction": change.direction.word(),
        "kind": change.kind.word(),
        "id": change.key.id,
        "table": change.key.table,
        "code": change.key.code,
        "name": change.key.name,
        "year": change.key.year,
        "part": change.key.part,
        "before": change.before.as_ref().map(state),
        "after": change.after.as_ref().map(state),
        "rules": change.rules.iter().map(rule).collect::<Vec<_>>(),
        "facts": change.facts.iter().map(fact).collect::<Vec<_>>(),
        "places": change.places,
    })
}

fn state(state: &State) -> Json {
    match state {
        State::Subject(verdict) => verdict.word().into(),
        State::Rule(verdict) => verdict.word().into(),
        State::Target(status, false) => status.word().into(),
        State::Target(status, true) => format!("{}_exceeded", status.word()).into(),
        State::Deadline(status) => status.word().into(),
        State::Waiver(state) => state.word().into(),
        State::Present => "present".into(),
        State::Absent => "absent".into(),
        State::Used => "used".into(),
        State::Changed => "changed".into(),
        State::NotUsed => "not_used".into(),
        State::Count(count) => (*count).into(),
    }
}

fn rule(rule: &RuleChange) -> Json {
    let answer = |answer: RuleAnswer| json!({ "verdict": answer.verdict.word(), "own_verdict": answer.own.word() });
    json!({
        "id": rule.id,
        "before": rule.before.map(answer),
        "after": rule.after.map(answer),
        "texts": rule.texts,
        "facts": rule.facts.iter().map(fact).collect::<Vec<_>>(),
    })
}

fn fact(fact: &FactChange) -> Json {
    let mut json = Map::new();
    json.insert("fact".to_owned(), fact.text.word().into());
    json.insert("before".to_owned(), side(fact.before.as_ref()));
    json.insert("after".to_owned(), side(fact.after.as_ref()));
    json.insert("place".to_owned(), fact.place.clone().into());
    Json::Object(json)
}

fn side(value: Option<&FactValue>) -> Json {
    let shown = |value: &FactValue| Some(value.shown.clone()).filter(|shown| !shown.is_empty());
    value.map_or(
        Json::Null,
        |value| json!({ "value": value.exact, "shown": shown(value), "reason": value.reason }),
    )
}
