//! The JSON report: one document, always valid, ending in `"complete": true`.
//!
//! In: the report. Out: JSON as `docs/report.schema.json` describes it; exact numbers are strings. Must not know: display styles.

mod plan;

use super::arithmetic::Words;
use super::format::Listing;
use super::{Paper, Report, Subject};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::fact::schema::{Schema, TableId};
use crate::fact::{InputAccount, SheetAccount, Skipped};
use crate::locale::Locale;
use crate::place::{Place, Spot};
use crate::rule::formula::{Measure, Type};
use crate::rule::{RuleIndex, RuleSet, RuleVerdict};
use crate::text::printable;
use crate::verdict::{Answer, MissingFact, SubjectVerdict, TableVerdicts, Trace, Value};
use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};
use serde_json::{Map, Value as Json, json};
use std::io::{self, Write};

/// What the document calls itself.
pub(super) const FORMAT: &str = "thidua/report/1";
/// What the last of the lines calls them.
const LINES: &str = "thidua/report-lines/1";

/// Writes the report; subjects are streamed, so that a large one is never held as a tree.
pub(super) fn write(
    report: &Report<'_>,
    locale: &Locale,
    _: &Paper,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut serializer = serde_json::Serializer::pretty(&mut *out);
    let mut document = serializer.serialize_map(None)?;
    head(&mut document, FORMAT, report, locale)?;
    document.serialize_entry(
        "inputs",
        &inputs(&report.facts().inputs, &report.rules.schema, locale),
    )?;
    document.serialize_entry("absent", &absent(report))?;
    document.serialize_entry("not_checked", &not_checked(report))?;
    document.serialize_entry("diagnostics", &diagnostics(report.diagnostics, locale))?;
    document.serialize_entry("subjects", &Subjects { report, locale })?;
    document.serialize_entry("nominations", &plan::nominations(report, locale))?;
    document.serialize_entry("quotas", &plan::quotas(report))?;
    document.serialize_entry("targets", &plan::targets(report, locale))?;
    document.serialize_entry("deadlines", &plan::deadlines(report))?;
    document.serialize_entry("checks", &plan::checks(report))?;
    document.serialize_entry("waivers", &plan::waivers(report))?;
    document.serialize_entry("summary", &summary(report))?;
    document.serialize_entry("exit_code", &report.exit_code)?;
    document.serialize_entry("complete", &true)?;
    SerializeMap::end(document)?;
    writeln!(out)
}

/// The lines piece by piece.
pub(super) const LISTING: Listing = Listing {
    is_long: true,
    begin: |_, _, _, _| Ok(()),
    subjects: subject_lines,
    end: last_line,
};

/// Writes one subject a line and, as the last line, what the run comes to.
pub(super) fn write_lines(
    report: &Report<'_>,
    locale: &Locale,
    paper: &Paper,
    out: &mut dyn Write,
) -> io::Result<()> {
    subject_lines(report, locale, paper, out)?;
    last_line(report, locale, paper, out)
}

fn subject_lines(
    report: &Report<'_>,
    locale: &Locale,
    _: &Paper,
    out: &mut dyn Write,
) -> io::Result<()> {
    let subjects = Subjects { report, locale };
    for table in report.tables() {
        for subject in report.subjects(table) {
            serde_json::to_writer(&mut *out, &subjects.subject(&subject))?;
            writeln!(out)?;
        }
    }
    Ok(())
}

fn last_line(
    report: &Report<'_>,
    locale: &Locale,
    _: &Paper,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut serializer = serde_json::Serializer::new(&mut *out);
    let mut last = serializer.serialize_map(None)?;
    head(&mut last, LINES, report, locale)?;
    last.serialize_entry("diagnostics", &diagnostics(report.diagnostics, locale))?;
    last.serialize_entry("summary", &summary(report))?;
    last.serialize_entry("exit_code", &report.exit_code)?;
    last.serialize_entry("complete", &true)?;
    SerializeMap::end(last)?;
    writeln!(out)
}

/// The document of a run in which nothing was checked: the diagnostics alone.
pub fn refusal(
    found: &Diagnostics,
    locale: &Locale,
    exit_code: u8,
    out: &mut dyn Write,
) -> io::Result<()> {
    let document = json!({
        "format": FORMAT,
        "tool": tool(),
        "lang": locale.language().code(),
        "diagnostics": diagnostics(found, locale),
        "exit_code": exit_code,
        "complete": true,
    });
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

fn tool() -> Json {
    json!({ "name": env!("CARGO_PKG_NAME"), "version": env!("CARGO_PKG_VERSION") })
}

fn head<M: SerializeMap>(
    document: &mut M,
    format: &str,
    report: &Report<'_>,
    locale: &Locale,
) -> Result<(), M::Error> {
    let rules = report.rules;
    document.serialize_entry("format", format)?;
    document.serialize_entry("tool", &tool())?;
    document.serialize_entry("lang", locale.language().code())?;
    let extends = rules
        .extends
        .as_ref()
        .map(|base| json!({ "id": base.id, "version": base.version, "sha256": base.sha256 }));
    let rosters: Vec<Json> = rosters(rules);
    document.serialize_entry(
        "ruleset",
        &json!({ "id": rules.id, "version": rules.version, "sha256": rules.sha256, "extends": extends, "rosters": rosters }),
    )?;
    document.serialize_entry("round", &rules.round)?;
    document.serialize_entry("as_of", &rules.as_of.to_string())?;
    let overrides: Map<String, Json> = rules
        .overrides
        .iter()
        .map(|(name, value)| (name.clone(), Json::from(value.as_str())))
        .collect();
    document.serialize_entry("overrides", &overrides)?;
    document.serialize_entry("only", &report.selection.only)?;
    document.serialize_entry("redacted", &report.selection.redacted)
}

fn rosters(rules: &RuleSet) -> Vec<Json> {
    let mut seen = Vec::new();
    for level in rules
        .schema
        .tables
        .values()
        .filter_map(|table| table.roster.as_ref())
    {
        let roster = json!({ "file": level.roster.file, "sha256": level.roster.sha256 });
        if !seen.contains(&roster) {
            seen.push(roster);
        }
    }
    seen
}

fn inputs(accounts: &[InputAccount], schema: &Schema, locale: &Locale) -> Vec<Json> {
    accounts
        .iter()
        .map(|input| {
            json!({
                "path": &*input.path,
                "sha256": input.sha256,
                "refused": input.refused.as_ref().map(|found| diagnostic(found, locale)),
                "sheets": input.sheets.iter().map(|account| sheet(account, schema, locale)).collect::<Vec<_>>(),
            })
        })
        .collect()
}

fn sheet(account: &SheetAccount, schema: &Schema, locale: &Locale) -> Json {
    let skipped = |skipped: &Skipped| json!({ "reason": skipped.reason.word(), "count": skipped.count, "rows": skipped.rows });
    json!({
        "sheet": account.sheet.as_deref(),
        "table": account.table.map(|table| &schema.table_at(table).name),
        "header_rows": account.header_rows,
        "refused": account.refused.as_ref().map(|found| diagnostic(found, locale)),
        "rows": {
            "read": account.read,
            "used": account.used,
            "skipped": account.skipped.iter().map(skipped).collect::<Vec<_>>(),
        },
    })
}

fn absent(report: &Report<'_>) -> Vec<Json> {
    let table = |id: TableId| &report.rules.schema.table_at(id).name;
    let units = report.facts().absent.iter();
    let told = |name: &str| (!report.selection.redacted).then(|| name.to_owned());
    units
        .map(|unit| json!({ "table": table(unit.table), "code": unit.code, "name": told(&unit.name), "parent": told(&unit.parent) }))
        .collect()
}

fn not_checked(report: &Report<'_>) -> Vec<Json> {
    let left_out = report.verdicts.not_checked.iter();
    let table = |id: TableId| &report.rules.schema.table_at(id).name;
    left_out
        .map(|one| json!({ "section": one.section, "table": table(one.table) }))
        .collect()
}

fn diagnostics(found: &Diagnostics, locale: &Locale) -> Vec<Json> {
    let mut all: Vec<Json> = found.iter().map(|d| diagnostic(d, locale)).collect();
    all.extend(
        found
            .left_out()
            .map(|(code, more)| json!({ "code": code, "more": more })),
    );
    all
}

fn diagnostic(found: &Diagnostic, locale: &Locale) -> Json {
    json!({
        "code": found.code,
        "severity": found.severity.word(),
        "message": locale.sentence(found),
        "help": locale.help(found),
        "places": found.places.iter().map(place).collect::<Vec<_>>(),
        "value": found.value,
    })
}

fn place(place: &Place) -> Json {
    let mut json = Map::new();
    json.insert("file".to_owned(), Json::from(&*place.file));
    if let Some(sheet) = &place.sheet {
        json.insert("sheet".to_owned(), Json::from(&**sheet));
    }
    match &place.spot {
        Spot::Whole => {}
        Spot::Row(row) => {
            json.insert("row".to_owned(), Json::from(*row));
        }
        Spot::Cell(cell) => {
            json.insert("cell".to_owned(), Json::from(cell.to_string()));
            json.insert("row".to_owned(), Json::from(cell.row));
        }
        Spot::Excerpt(excerpt) => {
            json.insert("line".to_owned(), Json::from(excerpt.line));
            json.insert("column".to_owned(), Json::from(excerpt.column));
            json.insert("text".to_owned(), Json::from(&*excerpt.text));
        }
    }
    Json::Object(json)
}

/// All listed subjects, one at a time.
struct Subjects<'a> {
    report: &'a Report<'a>,
    locale: &'a Locale,
}

impl Serialize for Subjects<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(None)?;
        for table in self.report.tables() {
            for subject in self.report.subjects(table) {
                list.serialize_element(&self.subject(&subject))?;
            }
        }
        SerializeSeq::end(list)
    }
}

impl Subjects<'_> {
    fn subject(&self, subject: &Subject<'_>) -> Json {
        let rules = self.report.rules;
        let of_table = subject.table.rules.iter();
        let listed = of_table.filter(|index| {
            self.report
                .selection
                .includes_rule(rules, &rules.rule(**index).clause.id)
        });
        let waived = subject
            .verdicts()
            .iter()
            .filter(|verdict| **verdict == RuleVerdict::Waived)
            .count();
        json!({
            "table": rules.schema.table_at(subject.table.table).name,
            "code": subject.code(),
            "name": self.report.subject_name(subject),
            "verdict": subject.verdict.word(),
            "waived": waived,
            "place": subject.facts.row_places(subject.row).first().map(place),
            "rules": listed.map(|index| self.rule(*index, subject.row)).collect::<Vec<_>>(),
        })
    }

    fn rule(&self, index: RuleIndex, row: u32) -> Json {
        let explanation = self.report.verdicts.explain(index, row);
        let told = |text: &str| (!self.report.selection.redacted).then(|| text.to_owned());
        json!({
            "id": self.report.rules.rule(index).clause.id,
            "verdict": explanation.verdict.word(),
            "own_verdict": explanation.own_verdict.word(),
            "waiver": explanation.waiver.map(|waiver| json!({
                "reason": told(&waiver.reason),
                "decision": waiver.decision,
                "approved_by": told(&waiver.approved_by),
                "from": waiver.from.to_string(),
                "until": waiver.until.to_string(),
                "place": place(&self.report.told_place(&waiver.place)),
            })),
            "missing": explanation.missing.iter().take(MOST_MISSING).map(|missing| self.missing(missing)).collect::<Vec<_>>(),
            "missing_count": explanation.missing.len(),
            "trace": self.trace(&explanation.trace),
        })
    }

    fn missing(&self, missing: &MissingFact) -> Json {
        let schema = &self.report.rules.schema;
        let fact = missing.fact;
        let column = fact
            .and_then(|f| schema.table_at(f.table).column_at(f.slot.column))
            .map(|c| &c.name);
        json!({
            "table": fact.map(|f| &schema.table_at(f.table).name),
            "code": missing.code,
            "column": column,
            "year": fact.and_then(|f| f.slot.year),
            "title": fact.map(|f| self.words().fact_title(f)),
            "place": missing.places.first().map(place),
            "places": missing.places.iter().map(place).collect::<Vec<_>>(),
            "reason": missing.reason.word(),
        })
    }

    fn words(&self) -> Words<'_> {
        Words {
            rules: self.report.rules,
            facts: self.report.facts(),
            locale: self.locale,
            redacted: self.report.selection.redacted,
        }
    }

    fn trace(&self, trace: &Trace<'_>) -> Json {
        let rules = self.report.rules;
        let mut json = Map::new();
        let words = self.words();
        json.insert("text".to_owned(), Json::from(words.source(trace)));
        let value =
            match matches!(trace.answer, Answer::Known(Value::Text(_))) && words.hides(trace) {
                true => Json::Null,
                false => exact(&trace.answer, rules, trace),
            };
        json.insert("value".to_owned(), value);
        json.insert("shown".to_owned(), Json::from(words.value(trace)));
        if let Some(year) = trace.years.last() {
            json.insert("year".to_owned(), Json::from(*year));
        }
        if let Some(fact) = trace.fact {
            json.insert("title".to_owned(), Json::from(words.fact_title(fact)));
            if let Type::Number(Measure::Unit(unit), _) = trace.formula.kind {
                json.insert(
                    "unit".to_owned(),
                    Json::from(
                        rules
                            .schema
                            .units
                            .get_index(usize::from(unit.0))
                            .map(|(name, _)| name.as_str()),
                    ),
                );
            }
            json.insert(
                "place".to_owned(),
                fact.places(self.report.facts())
                    .first()
                    .map(place)
                    .unwrap_or(Json::Null),
            );
        }
        if !trace.parts.is_empty() {
            json.insert(
                "parts".to_owned(),
                trace.parts.iter().map(|part| self.trace(part)).collect(),
            );
        }
        Json::Object(json)
    }
}

/// Missing facts listed of one rule; the rest are counted.
const MOST_MISSING: usize = 20;

/// The exact value: numbers as strings, undecided ones as null.
fn exact(answer: &Answer<'_>, rules: &RuleSet, trace: &Trace<'_>) -> Json {
    match answer {
        Answer::Known(Value::Boolean(flag)) => Json::from(*flag),
        Answer::Known(Value::Number(number)) => Json::from(number.to_exact()),
        Answer::Known(Value::Text(text)) => Json::from(printable(text)),
        Answer::Known(Value::Date(day)) => Json::from(day.to_string()),
        Answer::Known(Value::Year(year)) => Json::from(*year),
        Answer::Known(Value::Term(rank)) => {
            let Type::Term(vocabulary) = trace.formula.kind else {
                return Json::from(*rank);
            };
            Json::from(rules.schema.vocabulary_at(vocabulary).code(*rank))
        }
        Answer::Bounded(low, high) => {
            json!({ "low": low.as_ref().map(|n| n.to_exact()), "high": high.as_ref().map(|n| n.to_exact()) })
        }
        Answer::Missing(_) => Json::Null,
    }
}

fn summary(report: &Report<'_>) -> Json {
    let (mut subjects, mut rules) = (Map::new(), Map::new());
    for table in report.tables() {
        subjects.insert(
            report.rules.schema.table_at(table.table).name.clone(),
            subject_counts(table),
        );
        for (at, index) in table.rules.iter().enumerate() {
            rules.insert(
                report.rules.rule(*index).clause.id.clone(),
                rule_counts(table, at),
            );
        }
    }
    json!({
        "subjects": subjects,
        "rules": rules,
        "nominations": plan::nomination_counts(report),
        "quotas": plan::quota_counts(report),
        "targets": plan::target_counts(report),
        "deadlines": plan::deadline_counts(report),
        "checks": plan::check_counts(report),
    })
}

fn subject_counts(table: &TableVerdicts) -> Json {
    let count = |verdict: SubjectVerdict| {
        (
            verdict.word().to_owned(),
            Json::from(table.count_of(verdict)),
        )
    };
    let counts = SubjectVerdict::ALL.map(count);
    Json::Object(counts.into_iter().collect())
}

fn rule_counts(table: &TableVerdicts, at: usize) -> Json {
    let counts = RuleVerdict::ALL.map(|verdict| {
        (
            verdict.word().to_owned(),
            Json::from(table.count(at, verdict)),
        )
    });
    Json::Object(counts.into_iter().collect())
}
