//! A report that was made earlier, in the form in which reports are compared.
//!
//! In: the parts of a JSON report, as they are read. Out: subjects with their rules and facts, small enough that two large reports
//! fit into memory. Must not know: how reports are compared or drawn.

use super::head::Head;
use super::symbols::{Symbol, Symbols};
use super::written;
use crate::rule::RuleVerdict;
use crate::verdict::SubjectVerdict;
use indexmap::IndexSet;
use serde_json::Value;

/// A report that was made earlier.
#[derive(Default)]
pub struct PastReport {
    pub(super) head: Head,
    pub(super) inputs: Vec<written::Input>,
    pub(super) absent: Vec<written::Absent>,
    pub(super) not_checked: Vec<written::NotChecked>,
    pub(super) findings: Vec<written::Finding>,
    pub(super) subjects: Vec<PastSubject>,
    pub(super) nominations: Vec<written::Nomination>,
    pub(super) quotas: Vec<written::Quota>,
    pub(super) targets: Vec<written::Target>,
    pub(super) deadlines: Vec<written::Deadline>,
    pub(super) checks: Vec<written::Check>,
    pub(super) waivers: Vec<written::Waiver>,
    pub(super) summary: written::Summary,
}

impl PastReport {
    /// The id of the rule set that judged.
    pub fn rule_set(&self) -> &str {
        &self.head.rule_set
    }
}

/// A subject, its rules and what these read.
pub(super) struct PastSubject {
    pub(super) table: Symbol,
    /// The code; without one, the name.
    pub(super) key: Option<Symbol>,
    pub(super) code: Option<Symbol>,
    pub(super) name: Option<Symbol>,
    pub(super) verdict: SubjectVerdict,
    pub(super) at: Option<At>,
    pub(super) rules: Vec<PastRule>,
}

/// A rule's verdict on a subject.
pub(super) struct PastRule {
    pub(super) id: Symbol,
    pub(super) verdict: RuleVerdict,
    pub(super) own_verdict: RuleVerdict,
    /// The condition as it was read.
    pub(super) text: Symbol,
    pub(super) facts: Vec<PastFact>,
}

/// A fact that a rule read.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct PastFact {
    /// As the rule names it, the year put in: `poor[2025]`.
    pub(super) text: Symbol,
    /// What people call it, where the report says so.
    pub(super) title: Option<Symbol>,
    /// The exact value; none where it is missing.
    pub(super) value: Option<Symbol>,
    /// As the report shows it.
    pub(super) shown: Symbol,
    /// The word for why it is missing.
    pub(super) reason: Option<Symbol>,
    pub(super) at: Option<At>,
}

/// A place: a file, a sheet, a cell or row.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct At {
    file: Symbol,
    sheet: Option<Symbol>,
    spot: Option<Symbol>,
}

impl At {
    fn of(place: &written::Place, symbols: &mut Symbols) -> At {
        At {
            file: symbols.symbol(&place.file),
            sheet: place.sheet.as_deref().map(|sheet| symbols.symbol(sheet)),
            spot: spot(place).map(|spot| symbols.symbol(&spot)),
        }
    }

    /// As people write it.
    pub(super) fn shown(self, symbols: &Symbols) -> String {
        let parts = [Some(self.file), self.sheet, self.spot].into_iter();
        let parts: Vec<&str> = parts.flatten().map(|part| symbols.text(part)).collect();
        parts.join("!")
    }
}

fn spot(place: &written::Place) -> Option<String> {
    let row = place.row.map(|row| format!("{row}:{row}"));
    let line = place.line.map(|line| line.to_string());
    place.cell.clone().or(row).or(line)
}

/// A place as people write it.
pub(super) fn shown_place(place: &written::Place) -> String {
    let parts = [Some(place.file.clone()), place.sheet.clone(), spot(place)];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join("!")
}

impl PastSubject {
    pub(super) fn of(subject: &written::Subject, symbols: &mut Symbols) -> Self {
        let mut filled = |text: &str| {
            Some(text.trim())
                .filter(|t| !t.is_empty())
                .map(|t| symbols.symbol(t))
        };
        let code = filled(&subject.code);
        let name = subject.name.as_deref().and_then(filled);
        PastSubject {
            table: symbols.symbol(&subject.table),
            key: code.or(name),
            code,
            name,
            verdict: subject.verdict,
            at: subject.place.as_ref().map(|place| At::of(place, symbols)),
            rules: subject
                .rules
                .iter()
                .map(|rule| PastRule::of(rule, symbols))
                .collect(),
        }
    }
}

impl PastRule {
    fn of(rule: &written::Rule, symbols: &mut Symbols) -> Self {
        let mut facts = IndexSet::new();
        gather(&rule.trace, &rule.missing, symbols, &mut facts);
        for missing in &rule.missing {
            add_missing(missing, symbols, &mut facts);
        }
        PastRule {
            id: symbols.symbol(&rule.id),
            verdict: rule.verdict,
            own_verdict: rule.own_verdict,
            text: symbols.symbol(&rule.trace.text),
            facts: facts.into_iter().collect(),
        }
    }
}

/// The facts of a trace in the order read, each cell once.
fn gather(
    trace: &written::Trace,
    missing: &[written::Missing],
    symbols: &mut Symbols,
    facts: &mut IndexSet<PastFact>,
) {
    if let Some(place) = &trace.place {
        let value = exact(&trace.value);
        let reason = missing
            .iter()
            .find(|one| value.is_none() && one.is_named(&trace.text));
        let fact = PastFact {
            text: symbols.symbol(&trace.text),
            title: trace.title.as_deref().map(|title| symbols.symbol(title)),
            value: value.map(|value| symbols.symbol(&value)),
            shown: symbols.symbol(&trace.shown),
            reason: reason.map(|one| symbols.symbol(&one.reason)),
            at: place.as_ref().map(|place| At::of(place, symbols)),
        };
        facts.insert(fact);
    }
    for part in &trace.parts {
        gather(part, missing, symbols, facts);
    }
}

/// A missing fact that the trace does not show.
fn add_missing(missing: &written::Missing, symbols: &mut Symbols, facts: &mut IndexSet<PastFact>) {
    let Some(name) = missing.name() else {
        return;
    };
    let is_there = facts
        .iter()
        .any(|fact| fact.value.is_none() && missing.is_named(symbols.text(fact.text)));
    if !is_there {
        let reason = symbols.symbol(&missing.reason);
        facts.insert(PastFact {
            text: symbols.symbol(&name),
            title: missing.title.as_deref().map(|title| symbols.symbol(title)),
            value: None,
            shown: reason,
            reason: Some(reason),
            at: missing.place.as_ref().map(|place| At::of(place, symbols)),
        });
    }
}

impl written::Missing {
    /// `poor[2025]`
    fn name(&self) -> Option<String> {
        let column = self.column.as_ref()?;
        Some(match self.year {
            Some(year) => format!("{column}[{year}]"),
            None => column.clone(),
        })
    }

    /// Whether a rule's text means it: also `own.poor[2025]`.
    fn is_named(&self, text: &str) -> bool {
        self.name().is_some_and(|name| {
            text.strip_suffix(&name)
                .is_some_and(|before| before.is_empty() || before.ends_with('.'))
        })
    }
}

/// The exact value as one text; none where it is missing.
fn exact(value: &Value) -> Option<String> {
    let end = |name: &str| {
        value
            .get(name)
            .and_then(Value::as_str)
            .unwrap_or("")
            .to_owned()
    };
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        Value::Bool(_) | Value::Number(_) | Value::Array(_) => Some(value.to_string()),
        Value::Object(_) => Some(format!("{}..{}", end("low"), end("high"))),
    }
}
