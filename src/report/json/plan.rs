//! Nominations, quotas, targets, deadlines, checks and waivers of the JSON report.
//!
//! In: their verdicts. Out: JSON. Must not know: display styles.

use super::At;
use crate::diagnostic::Severity;
use crate::fact::BuiltInCheck;
use crate::fact::data::{Fact, TableFacts};
use crate::fact::schema::{ColumnId, ColumnType, Slot, TableId};
use crate::locale::Locale;
use crate::number::Number;
use crate::place::Place;
use crate::report::arithmetic::Words;
use crate::report::{Entry, Report, cell_words};
use crate::rule::RuleVerdict;
use crate::verdict::{
    Bounds, DeadlineStatus, FailedCheck, ReadFact, SubjectVerdict, TargetStatus, TargetVerdict,
    Trace, YearState,
};
use serde_json::{Map, Value as Json, json};

/// Cells listed of one failed check.
const MOST_PLACES: usize = 50;

fn table_name<'a>(report: &'a Report<'_>, table: TableId) -> &'a str {
    &report.rules.schema.table_at(table).name
}

fn exact(number: Option<&Number>) -> Option<String> {
    number.map(Number::to_exact)
}

fn code_of(report: &Report<'_>, table: TableId, row: u32) -> Option<String> {
    let rows = report.table_facts(table)?;
    Some(rows.code(row)).filter(|code| !code.is_empty())
}

fn row_place(report: &Report<'_>, table: TableId, row: u32) -> Option<Json> {
    let rows = report.table_facts(table)?;
    rows.row_places(row).first().map(|place| json!(At(place)))
}

// ---- nominations ----

pub(super) fn nominations(report: &Report<'_>, locale: &Locale) -> Vec<Json> {
    let entries = report.nominations();
    entries
        .iter()
        .map(|entry| nomination(report, entry, locale))
        .collect()
}

fn nomination(report: &Report<'_>, entry: &Entry<'_>, locale: &Locale) -> Json {
    let list = report.rules.nominations.as_ref();
    let row = entry.nomination.row;
    let cell = |column: Option<ColumnId>| column.and_then(|c| word(report, entry.list, row, c));
    let named = |name: Option<String>| name.filter(|_| !report.selection.redacted);
    json!({
        "no": cell(list.and_then(|list| list.number)),
        "subject": entry.nomination.subject_table.map(|table| table_name(report, table)),
        "code": entry.nomination.code,
        "name": named(cell(list.and_then(|list| list.name))),
        "class": cell(list.and_then(|list| list.class)),
        "class_title": list.and_then(|list| cell_words(report.rules, entry.list, row, list.class?, locale)),
        "submitted_by": named(cell(list.and_then(|list| list.submitted_by))),
        "priority": entry.nomination.first,
        "verdict": entry.nomination.verdict.word(),
        "in_data": entry.nomination.subject_row.is_some(),
        "misnamed": entry.nomination.misnamed,
        "failed_checks": report.faults_of(entry.list, row),
        "place": row_place(report, entry.list.table, row),
    })
}

/// A cell in the words of rule files: a term by its code.
fn word(report: &Report<'_>, rows: &TableFacts, row: u32, column: ColumnId) -> Option<String> {
    Some(match rows.get(row, Slot { column, year: None }) {
        Fact::Text(text) => text.to_owned(),
        Fact::Number(number) => number.to_exact(),
        Fact::YesNo(flag) => flag.to_string(),
        Fact::Date(day) => day.to_string(),
        Fact::Year(year) => year.to_string(),
        Fact::Term(rank) => {
            let schema = &report.rules.schema;
            let declared = schema.table_at(rows.table).column_at(column)?;
            let (ColumnType::Level(words) | ColumnType::Choice(words)) = declared.kind else {
                return None;
            };
            schema.vocabulary_at(words).code(rank).to_owned()
        }
        Fact::Missing(_) => return None,
    })
}

pub(super) fn nomination_counts(report: &Report<'_>) -> Json {
    let entries = report
        .verdicts
        .nominations
        .as_ref()
        .map(|list| &list.entries);
    let count = |verdict: SubjectVerdict| {
        let of = entries.into_iter().flatten();
        of.filter(|entry| entry.verdict == verdict).count()
    };
    counted(SubjectVerdict::ALL.map(|verdict| (verdict.word(), count(verdict))))
}

fn counted<const N: usize>(counts: [(&'static str, usize); N]) -> Json {
    let entries = counts.map(|(word, count)| (word.to_owned(), Json::from(count)));
    Json::Object(Map::from_iter(entries))
}

// ---- quotas ----

fn bounds(bounds: &Bounds) -> Json {
    json!({ "low": bounds.low.to_exact(), "high": bounds.high.to_exact() })
}

pub(super) fn quotas(report: &Report<'_>) -> Vec<Json> {
    let all = report.quotas().filter_map(|one| {
        let quota = report.rules.quotas.get(one.quota)?;
        Some(json!({
            "id": quota.clause.id,
            "verdict": one.verdict.word(),
            "severity": quota.severity.word(),
            "group": report.group_name(one),
            "measured": bounds(&one.measured),
            "limit": bounds(&one.limit),
            "of": one.of.as_ref().map(bounds),
            "excess": exact(one.excess(quota.comparison).as_ref()),
            "eligible": report.verdicts.eligible(one),
            "set_aside": one.set_aside,
            "undecided": one.undecided.iter().filter_map(|row| row_place(report, quota.table, *row)).collect::<Vec<_>>(),
        }))
    });
    all.collect()
}

pub(super) fn quota_counts(report: &Report<'_>) -> Json {
    let mut all = Map::new();
    for (index, quota) in report.rules.quotas.iter().enumerate() {
        let of = |verdict: RuleVerdict| {
            let ones = report.verdicts.quotas.iter();
            ones.filter(|one| one.quota == index && one.verdict == verdict)
                .count()
        };
        let verdicts = [
            RuleVerdict::Met,
            RuleVerdict::NotMet,
            RuleVerdict::Insufficient,
            RuleVerdict::NotApplicable,
        ];
        let counts = counted(verdicts.map(|verdict| (verdict.word(), of(verdict))));
        all.insert(quota.clause.id.clone(), counts);
    }
    Json::Object(all)
}

// ---- targets ----

pub(super) fn targets(report: &Report<'_>, locale: &Locale) -> Vec<Json> {
    report
        .targets()
        .filter_map(|(_, one)| target(report, one, locale))
        .collect()
}

fn target(report: &Report<'_>, one: &TargetVerdict, locale: &Locale) -> Option<Json> {
    let target = report.rules.targets.get(one.target)?;
    let code = target
        .table
        .zip(one.row)
        .and_then(|(table, row)| code_of(report, table, row));
    let years: Vec<Json> = one
        .years
        .iter()
        .map(|year| target_year(report, one, year.year, &year.state, locale))
        .collect();
    Some(json!({
        "id": target.clause.id,
        "table": target.table.map(|table| table_name(report, table)),
        "code": code,
        "status": one.status.word(),
        "judge": target.judge.word(),
        "comparison": target.goal.as_ref().map(|goal| goal.comparison.sign()),
        "goal": exact(one.goal.as_ref()),
        "exceeded": one.exceeded,
        "measured": exact(one.measured.as_ref()),
        "progress": exact(one.progress.as_ref()),
        "needed": exact(one.needed.as_ref()),
        "years_left": one.years_left,
        "published": target.published.as_ref().map(|published| json!({
            "value": published.value.to_exact(),
            "is": one.published.map(|likeness| likeness.word()),
        })),
        "years": years,
    }))
}

fn target_year(
    report: &Report<'_>,
    one: &TargetVerdict,
    year: i32,
    state: &YearState,
    locale: &Locale,
) -> Json {
    let (word, value, reason) = match state {
        YearState::Measured(number) => ("measured", Some(number.to_exact()), None),
        YearState::LeftOut => ("left_out", None, None),
        YearState::Missing(reason) => ("missing", None, Some(reason.word())),
        YearState::ToCome => ("to_come", None, None),
    };
    let trace = match state {
        YearState::Measured(_) | YearState::Missing(_) => {
            report.verdicts.explain_target(one.target, one.row, year)
        }
        YearState::LeftOut | YearState::ToCome => None,
    };
    let words = Words {
        rules: report.rules,
        facts: report.facts(),
        locale,
        redacted: report.selection.redacted,
    };
    let text = trace.as_ref().map(|trace| words.measure(trace).text);
    let places = trace.map(|trace| places_of(report, &trace));
    json!({
        "year": year,
        "value": value,
        "state": word,
        "reason": reason,
        "shown": text,
        "places": places.unwrap_or_default().iter().map(At).collect::<Vec<_>>(),
    })
}

/// The cells that a trace read, each once, up to [`MOST_PLACES`].
fn places_of(report: &Report<'_>, trace: &Trace<'_>) -> Vec<Place> {
    fn collect(trace: &Trace<'_>, facts: &mut Vec<ReadFact>) {
        facts.extend(trace.fact);
        for part in &trace.parts {
            collect(part, facts);
        }
    }
    let mut facts = Vec::new();
    collect(trace, &mut facts);
    let mut places: Vec<Place> = Vec::new();
    for one in facts.iter().flat_map(|fact| fact.places(report.facts())) {
        if places.len() < MOST_PLACES && !places.contains(&one) {
            places.push(one);
        }
    }
    places
}

pub(super) fn target_counts(report: &Report<'_>) -> Json {
    let mut all = Map::new();
    for (index, target) in report.rules.targets.iter().enumerate() {
        let ones = report
            .verdicts
            .targets
            .iter()
            .filter(|one| one.target == index);
        let statuses: Vec<TargetStatus> = ones.map(|one| one.status).collect();
        let of = |status| statuses.iter().filter(|one| **one == status).count();
        let counts = counted(TargetStatus::ALL.map(|status| (status.word(), of(status))));
        all.insert(target.clause.id.clone(), counts);
    }
    Json::Object(all)
}

// ---- deadlines ----

pub(super) fn deadlines(report: &Report<'_>) -> Vec<Json> {
    let mut all = Vec::new();
    for (index, deadline) in report.rules.deadlines.iter().enumerate() {
        for one in report.deadlines(index) {
            let places = report.record_places(one);
            all.push(json!({
                "id": deadline.clause.id,
                "table": table_name(report, one.table),
                "code": code_of(report, one.table, one.row),
                "year": one.year,
                "due": one.due.to_string(),
                "done": one.done.map(|day| day.to_string()),
                "status": one.status.word(),
                "days": one.days,
                "places": places.iter().map(At).collect::<Vec<_>>(),
            }));
        }
    }
    all
}

pub(super) fn deadline_counts(report: &Report<'_>) -> Json {
    let mut all = Map::new();
    for (index, deadline) in report.rules.deadlines.iter().enumerate() {
        let of = |status: DeadlineStatus| {
            let ones = report.verdicts.deadlines.verdicts.iter();
            ones.filter(|one| one.deadline == index && one.status == status)
                .count()
        };
        let counts = counted(DeadlineStatus::ALL.map(|status| (status.word(), of(status))));
        all.insert(deadline.clause.id.clone(), counts);
    }
    Json::Object(all)
}

// ---- checks ----

/// Everything that failed: the built-in checks, then those of the rule set.
pub(super) fn checks(report: &Report<'_>) -> Vec<Json> {
    let built_in = report.facts().faults.iter().map(|fault| {
        json!({
            "id": fault.check.id(),
            "verdict": RuleVerdict::NotMet.word(),
            "severity": Severity::Error.word(),
            "table": table_name(report, fault.table),
            "code": fault.code,
            "year": fault.slot.and_then(|slot| slot.year),
            "places": fault.places.iter().map(At).collect::<Vec<_>>(),
        })
    });
    let listed = report.failed_checks();
    let failed = listed
        .iter()
        .filter_map(|at| report.verdicts.checks.failed.get(*at));
    built_in
        .chain(failed.filter_map(|failed| check(report, failed)))
        .collect()
}

fn check(report: &Report<'_>, failed: &FailedCheck) -> Option<Json> {
    let check = report.rules.checks.get(failed.check)?;
    let trace = report.verdicts.explain_check(failed);
    let places = trace
        .map(|trace| places_of(report, &trace))
        .unwrap_or_default();
    Some(json!({
        "id": check.clause.id,
        "verdict": RuleVerdict::NotMet.word(),
        "severity": check.severity.word(),
        "table": table_name(report, failed.table),
        "code": code_of(report, failed.table, failed.row),
        "year": failed.year,
        "places": places.iter().map(At).collect::<Vec<_>>(),
    }))
}

pub(super) fn check_counts(report: &Report<'_>) -> Json {
    let mut all = Map::new();
    for id in BuiltInCheck::ALL {
        let faults = report.facts().faults.iter();
        let failed = faults.filter(|fault| fault.check == id).count();
        all.insert(id.id().to_owned(), json!({ "not_met": failed }));
    }
    for (check, counts) in report
        .rules
        .checks
        .iter()
        .zip(&report.verdicts.checks.counts)
    {
        let counts = json!({
            "met": counts.met,
            "not_met": counts.not_met,
            "not_applicable": counts.not_applicable,
        });
        all.insert(check.clause.id.clone(), counts);
    }
    Json::Object(all)
}

// ---- waivers ----

pub(super) fn waivers(report: &Report<'_>) -> Vec<Json> {
    let all = report.verdicts.waivers.all.iter();
    let told = |text: &str| (!report.selection.redacted).then(|| text.to_owned());
    all.map(|(waiver, state)| {
        json!({
            "rule": report.rules.rule(waiver.rule).clause.id,
            "subject": format!("{}/{}", table_name(report, waiver.table), waiver.code),
            "reason": told(&waiver.reason),
            "decision": waiver.decision,
            "approved_by": told(&waiver.approved_by),
            "from": waiver.from.to_string(),
            "until": waiver.until.to_string(),
            "state": state.word(),
            "place": At(&report.told_place(&waiver.place)),
        })
    })
    .collect()
}
