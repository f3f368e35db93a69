//! The subjects of the JSON report, each with its rules and every step of their arithmetic.
//!
//! In: the report. Out: JSON, written as it is told and never held as a tree. Must not know: the rest of the document.

use super::At;
use crate::locale::Locale;
use crate::report::arithmetic::Words;
use crate::report::{Report, Subject};
use crate::rule::formula::{Measure, Type};
use crate::rule::{RuleIndex, RuleSet, RuleVerdict, Waiver};
use crate::text::printable;
use crate::verdict::{Answer, MissingFact, Trace, Value};
use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};
use serde_json::{Value as Json, json};

/// Missing facts listed of one rule; the rest are counted.
const MOST_MISSING: usize = 20;

/// All listed subjects, one at a time.
pub(super) struct Subjects<'a> {
    report: &'a Report<'a>,
    words: Words<'a>,
}

impl<'a> Subjects<'a> {
    pub(super) fn of(report: &'a Report<'a>, locale: &'a Locale) -> Self {
        let words = Words {
            rules: report.rules,
            facts: report.facts(),
            locale,
            redacted: report.selection.redacted,
        };
        Subjects { report, words }
    }

    /// Each subject in input order, table by table.
    pub(super) fn entries(&self) -> impl Iterator<Item = impl Serialize> {
        let tables = self.report.tables().iter();
        let subjects = tables.flat_map(|table| self.report.subjects(table));
        subjects.map(|subject| Entry { of: self, subject })
    }

    /// A text of people, unless names are left out.
    fn told<'t>(&self, text: &'t str) -> Option<&'t str> {
        (!self.report.selection.redacted).then_some(text)
    }
}

impl Serialize for Subjects<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.entries())
    }
}

/// A subject.
struct Entry<'a> {
    of: &'a Subjects<'a>,
    subject: Subject<'a>,
}

impl Serialize for Entry<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (report, subject) = (self.of.report, &self.subject);
        let is_waived = |verdict: &RuleVerdict| *verdict == RuleVerdict::Waived;
        let waived = subject.verdicts().filter(is_waived).count();
        let places = subject.facts.row_places(subject.row);
        let mut json = serializer.serialize_map(None)?;
        let table = report.rules.schema.table_at(subject.table.table);
        json.serialize_entry("table", &table.name)?;
        json.serialize_entry("code", &subject.code())?;
        json.serialize_entry("name", &report.subject_name(subject))?;
        json.serialize_entry("verdict", subject.verdict.word())?;
        json.serialize_entry("waived", &waived)?;
        json.serialize_entry("place", &places.first().map(At))?;
        json.serialize_entry("rules", &Rules(self))?;
        json.end()
    }
}

/// The listed rules of a subject.
struct Rules<'a>(&'a Entry<'a>);

impl Serialize for Rules<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Entry { of, subject } = self.0;
        let rules = of.report.rules;
        let mut list = serializer.serialize_seq(None)?;
        for index in &subject.table.rules {
            let id = &rules.rule(*index).clause.id;
            if of.report.selection.includes_rule(rules, id) {
                let (index, row) = (*index, subject.row);
                list.serialize_element(&Rule { of, index, row })?;
            }
        }
        list.end()
    }
}

/// What a rule says of a subject.
struct Rule<'a> {
    of: &'a Subjects<'a>,
    index: RuleIndex,
    row: u32,
}

impl Serialize for Rule<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (of, report) = (self.of, self.of.report);
        let explanation = report.verdicts.explain(self.index, self.row);
        let missing = explanation.missing.iter().take(MOST_MISSING);
        let missing: Vec<Missing<'_>> = missing.map(|missing| Missing { of, missing }).collect();
        let mut json = serializer.serialize_map(None)?;
        json.serialize_entry("id", &report.rules.rule(self.index).clause.id)?;
        json.serialize_entry("verdict", explanation.verdict.word())?;
        json.serialize_entry("own_verdict", explanation.own_verdict.word())?;
        let waiver = explanation.waiver.map(|waiver| waived(of, waiver));
        json.serialize_entry("waiver", &waiver)?;
        json.serialize_entry("missing", &missing)?;
        json.serialize_entry("missing_count", &explanation.missing.len())?;
        let trace = &explanation.trace;
        json.serialize_entry("trace", &Step { of, trace })?;
        json.end()
    }
}

fn waived(of: &Subjects<'_>, waiver: &Waiver) -> Json {
    json!({
        "reason": of.told(&waiver.reason),
        "decision": waiver.decision,
        "approved_by": of.told(&waiver.approved_by),
        "from": waiver.from.to_string(),
        "until": waiver.until.to_string(),
        "place": At(&of.report.told_place(&waiver.place)),
    })
}

/// A fact that keeps a rule open.
struct Missing<'a> {
    of: &'a Subjects<'a>,
    missing: &'a MissingFact,
}

impl Serialize for Missing<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Missing { of, missing } = self;
        let fact = missing.fact;
        let table = fact.map(|fact| of.report.rules.schema.table_at(fact.table));
        let slot = fact.map(|fact| fact.slot);
        let column = table
            .zip(slot)
            .and_then(|(table, slot)| table.column_at(slot.column));
        let places: Vec<At<'_>> = missing.places.iter().map(At).collect();
        let mut json = serializer.serialize_map(None)?;
        json.serialize_entry("table", &table.map(|table| &table.name))?;
        json.serialize_entry("code", &missing.code)?;
        json.serialize_entry("column", &column.map(|column| &column.name))?;
        json.serialize_entry("year", &slot.and_then(|slot| slot.year))?;
        json.serialize_entry("title", &fact.map(|fact| of.words.fact_title(fact)))?;
        json.serialize_entry("place", &places.first())?;
        json.serialize_entry("places", &places)?;
        json.serialize_entry("reason", missing.reason.word())?;
        json.end()
    }
}

/// A step of the arithmetic, with those inside.
struct Step<'a> {
    of: &'a Subjects<'a>,
    trace: &'a Trace<'a>,
}

impl Serialize for Step<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Step { of, trace } = self;
        let (rules, words) = (of.report.rules, &of.words);
        let mut json = serializer.serialize_map(None)?;
        json.serialize_entry("text", &words.source(trace))?;
        let is_text = matches!(trace.answer, Answer::Known(Value::Text(_)));
        let value = match is_text && words.hides(trace) {
            true => Json::Null,
            false => exact(&trace.answer, rules, trace),
        };
        json.serialize_entry("value", &value)?;
        json.serialize_entry("shown", &words.value(trace))?;
        if let Some(year) = trace.years.last() {
            json.serialize_entry("year", year)?;
        }
        if let Some(fact) = trace.fact {
            json.serialize_entry("title", &words.fact_title(fact))?;
            if let Type::Number(Measure::Unit(unit), _) = trace.formula.kind {
                let unit = rules.schema.units.get_index(usize::from(unit.0));
                json.serialize_entry("unit", &unit.map(|(name, _)| name))?;
            }
            let places = fact.places(of.report.facts());
            json.serialize_entry("place", &places.first().map(At))?;
        }
        if !trace.parts.is_empty() {
            json.serialize_entry(
                "parts",
                &Steps {
                    of,
                    parts: &trace.parts,
                },
            )?;
        }
        json.end()
    }
}

/// The steps inside of another.
struct Steps<'a> {
    of: &'a Subjects<'a>,
    parts: &'a [Trace<'a>],
}

impl Serialize for Steps<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let parts = self.parts.iter();
        serializer.collect_seq(parts.map(|trace| Step { of: self.of, trace }))
    }
}

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
