//! The arithmetic of a verdict, written out with the numbers put in: `(214 − 107) / 214 = 50 %, cần trên 50 %`.
//!
//! In: the trace of a condition. Out: lines for people, each with the cells its figures came from. Must not know: where lines are
//! drawn.

mod written;

use crate::diagnostic::REDACTED;
use crate::fact::Facts;
use crate::fact::data::Absence;
use crate::fact::schema::{ColumnSchema, ColumnType, Schema, Vocabulary};
use crate::locale::Locale;
use crate::number::Number;
use crate::place::Spot;
use crate::rule::RuleSet;
use crate::rule::expression::syntax::{Comparison, Quantifier};
use crate::rule::formula::{Measure, Show, Step, Type};
use crate::text::{Language, printable, shortened};
use crate::verdict::{Answer, MissingFact, ReadFact, Reason, Shortfall, Trace, Value};
use indexmap::IndexMap;

/// One line of an explanation.
pub(super) struct Line {
    /// The arithmetic.
    pub(super) text: String,
    /// Where its figures stand, by sheet: `xa.xlsx!Sheet1: F12 = 214 hộ, G12 = 3 hộ`.
    pub(super) sources: Vec<String>,
}

/// What the words of an explanation are taken from.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    pub(super) rules: &'a RuleSet,
    pub(super) facts: &'a Facts,
    pub(super) locale: &'a Locale,
    /// Whether texts from cells are not told, as names may stand in them; codes are.
    pub(super) redacted: bool,
}

impl Words<'_> {
    /// The lines that explain a condition's answer: what failed if it failed, what is open if it is open, else everything.
    pub(super) fn lines(&self, trace: &Trace<'_>) -> Vec<Line> {
        let mut decisive = Vec::new();
        collect_decisive(trace, &mut decisive);
        let alternatives = alternatives(trace);
        let line = |part: &Trace<'_>| {
            let line = self.line(part);
            match alternatives.iter().any(|other| std::ptr::eq(*other, part)) {
                true => Line {
                    text: self
                        .locale
                        .label_with("arithmetic-or", &[("text", &line.text)]),
                    ..line
                },
                false => line,
            }
        };
        decisive.into_iter().map(line).collect()
    }

    fn line(&self, trace: &Trace<'_>) -> Line {
        let mut facts = Vec::new();
        collect_facts(trace, &mut facts);
        let text = format!("{}{}", self.year_prefix(trace), self.statement(trace));
        Line {
            text,
            sources: self.sources(&facts),
        }
    }

    /// A figure that nothing is held against: its arithmetic, its value, its cells.
    pub(super) fn measure(&self, trace: &Trace<'_>) -> Line {
        let mut facts = Vec::new();
        collect_facts(trace, &mut facts);
        Line {
            text: self.measured(trace, None),
            sources: self.sources(&facts),
        }
    }

    /// The cells of the facts, each once, gathered by sheet.
    fn sources(&self, facts: &[(ReadFact, &Trace<'_>)]) -> Vec<String> {
        let mut by_sheet: IndexMap<String, Vec<String>> = IndexMap::new();
        for (read, leaf) in facts {
            for place in read.places(self.facts) {
                let Spot::Cell(cell) = place.spot else {
                    continue;
                };
                let cells = by_sheet
                    .entry(printable(&place.at(Spot::Whole).to_string()))
                    .or_default();
                let cell = format!("{cell} = {}", self.value(leaf));
                if !cells.contains(&cell) {
                    cells.push(cell);
                }
            }
        }
        by_sheet
            .into_iter()
            .map(|(sheet, cells)| format!("{sheet}: {}", cells.join(", ")))
            .collect()
    }

    /// The year of a step within `every y in …`, unless the step names it itself.
    fn year_prefix(&self, trace: &Trace<'_>) -> String {
        let names_its_year = trace
            .parts
            .first()
            .and_then(single_fact)
            .is_some_and(|read| read.slot.year.is_some());
        match trace.years.last() {
            Some(year) if !names_its_year => self
                .locale
                .label_with("arithmetic-year", &[("year", &year.to_string())]),
            Some(_) | None => String::new(),
        }
    }

    /// A condition with its figures and what was needed.
    fn statement(&self, trace: &Trace<'_>) -> String {
        match (&trace.formula.step, trace.parts.as_slice()) {
            (Step::Compare(comparison, _, _), [left, right]) => {
                self.comparison(*comparison, left, right)
            }
            (Step::Between(..), [item, low, high]) => {
                let (low, high) = (self.limit(low, item), self.limit(high, item));
                self.needs(item, "needs-between", &[("low", &low), ("high", &high)])
            }
            (Step::In { negated, list, .. }, [item]) => {
                let list: Vec<String> = list.iter().map(|literal| self.literal(literal)).collect();
                let key = if *negated {
                    "needs-none-of"
                } else {
                    "needs-one-of"
                };
                self.needs(item, key, &[("list", &list.join(", "))])
            }
            _ => self.measured(trace, None),
        }
    }

    fn comparison(&self, comparison: Comparison, left: &Trace<'_>, right: &Trace<'_>) -> String {
        let key = match comparison {
            Comparison::Equal => "needs-equal",
            Comparison::NotEqual => "needs-other-than",
            Comparison::Less => "needs-less-than",
            Comparison::AtMost => "needs-at-most",
            Comparison::Greater => "needs-more-than",
            Comparison::AtLeast => "needs-at-least",
        };
        let limit = self.limit(right, left);
        self.needs_with(
            left,
            digits_to_tell_apart(left, right),
            key,
            &[("limit", &limit)],
        )
    }

    fn needs(&self, item: &Trace<'_>, key: &str, arguments: &[(&str, &str)]) -> String {
        self.needs_with(item, None, key, arguments)
    }

    fn needs_with(
        &self,
        item: &Trace<'_>,
        digits: Option<u8>,
        key: &str,
        arguments: &[(&str, &str)],
    ) -> String {
        let needed = self.locale.label_with(key, arguments);
        self.locale.label_with(
            "arithmetic-needs",
            &[
                ("measured", &self.measured(item, digits)),
                ("needed", &needed),
            ],
        )
    }

    /// The other side of a comparison: its value, with its arithmetic if it has one.
    fn limit(&self, limit: &Trace<'_>, item: &Trace<'_>) -> String {
        let digits = digits_to_tell_apart(item, limit);
        let value = self.value_as(
            limit,
            shown_kind(limit.formula.kind, item.formula.kind),
            digits,
        );
        if is_plain(limit) {
            value
        } else {
            format!("{} = {value}", self.figures(limit))
        }
    }

    /// A side with its name or its arithmetic, and its value.
    fn measured(&self, trace: &Trace<'_>, digits: Option<u8>) -> String {
        let value = self.value_as(trace, trace.formula.kind, digits);
        match single_fact(trace) {
            Some(read) => self.locale.label_with(
                "arithmetic-fact",
                &[("name", &self.fact_title(read)), ("value", &value)],
            ),
            None if is_plain(trace) => value,
            None => format!("{} = {value}", self.figures(trace)),
        }
    }

    /// The answer of a step, with its unit.
    pub(super) fn value(&self, trace: &Trace<'_>) -> String {
        self.value_as(trace, trace.formula.kind, None)
    }

    fn value_as(&self, trace: &Trace<'_>, kind: Type, digits: Option<u8>) -> String {
        match &trace.answer {
            Answer::Known(Value::Text(_)) if self.hides(trace) => self.locale.label(REDACTED),
            Answer::Known(value) => self.value_text(value, kind, digits),
            Answer::Bounded(low, high) => {
                let side = |number: &Option<Number>| {
                    number
                        .as_ref()
                        .map_or_else(|| "…".to_owned(), |n| self.number(n, kind, digits))
                };
                self.locale.label_with(
                    "arithmetic-bounds",
                    &[("low", &side(low)), ("high", &side(high))],
                )
            }
            Answer::Missing(reason) => self.reason(*reason),
        }
    }

    /// Whether a text is not to be told: it comes from a cell and is no code.
    pub(super) fn hides(&self, trace: &Trace<'_>) -> bool {
        let is_code = trace.fact.is_some_and(|read| {
            let table = self.rules.schema.table_at(read.table);
            let column = table.column_at(read.slot.column);
            column.is_some_and(|column| matches!(column.kind, ColumnType::Code { .. }))
        });
        self.redacted && !is_code && !matches!(trace.formula.step, Step::Text(_))
    }

    fn value_text(&self, value: &Value<'_>, kind: Type, digits: Option<u8>) -> String {
        match value {
            Value::Number(number) => self.number(number, kind, digits),
            Value::Text(text) => shortened(&printable(text), 60),
            Value::Boolean(true) => self.locale.label("yes"),
            Value::Boolean(false) => self.locale.label("no"),
            Value::Date(day) => self.locale.date(*day),
            Value::Year(year) => year.to_string(),
            Value::Term(rank) => self.term(kind, *rank),
        }
    }

    fn term(&self, kind: Type, rank: u16) -> String {
        let Type::Term(vocabulary) = kind else {
            return rank.to_string();
        };
        term_words(
            self.rules.schema.vocabulary_at(vocabulary),
            rank,
            self.locale.language(),
        )
    }

    /// A number with its unit, percent sign or points.
    pub(super) fn number(&self, number: &Number, kind: Type, digits: Option<u8>) -> String {
        let (unit, show) = match kind {
            Type::Number(Measure::Unit(unit), _) => (
                self.rules
                    .schema
                    .units
                    .get_index(usize::from(unit.0))
                    .map(|(_, w)| w),
                Show::Plain,
            ),
            Type::Number(Measure::Pure | Measure::Literal, show) => (None, show),
            Type::Boolean | Type::Text | Type::Date | Type::Year | Type::Term(_) => {
                (None, Show::Plain)
            }
        };
        let text = self.bare_number(number, show, digits);
        match (unit, show) {
            (Some(unit), _) => format!("{text} {}", unit.get(self.locale.language())),
            (None, Show::Percent) => self.locale.label_with("percent", &[("number", &text)]),
            (None, Show::Points) => self
                .locale
                .label_with("percentage-points", &[("number", &text)]),
            (None, Show::Plain) => text,
        }
    }

    fn bare_number(&self, number: &Number, show: Show, digits: Option<u8>) -> String {
        let scaled = match show {
            Show::Plain => number.clone(),
            Show::Percent | Show::Points => number * &Number::from(100),
        };
        match digits {
            Some(digits) if digits > MOST_DIGITS => scaled.shown_fraction(self.locale.language()),
            Some(digits) => self.locale.number(&scaled, digits),
            None => self.locale.number(&scaled, USUAL_DIGITS),
        }
    }

    pub(super) fn reason(&self, reason: Reason) -> String {
        self.locale.label(match reason {
            Reason::Fact(Absence::Empty) => "missing-empty",
            Reason::Fact(Absence::Unreadable) => "missing-unreadable",
            Reason::Fact(Absence::Conflict) => "missing-conflict",
            Reason::Fact(Absence::NoColumn) => "missing-no-column",
            Reason::Fact(Absence::NoRow) => "missing-no-row",
            Reason::Fact(Absence::NoYear) => "missing-no-year",
            Reason::Dangling => "missing-dangling",
            Reason::NoRows => "missing-no-rows",
            Reason::ZeroBaseline => "missing-zero-baseline",
        })
    }

    /// What is missing, and where it should stand.
    pub(super) fn missing(&self, missing: &MissingFact) -> String {
        let reason = self.reason(missing.reason);
        let Some(fact) = missing.fact else {
            return reason;
        };
        let name = self.fact_title(fact);
        let places: Vec<String> = missing.places.iter().map(ToString::to_string).collect();
        if places.is_empty() {
            return self
                .locale
                .label_with("missing-fact", &[("name", &name), ("reason", &reason)]);
        }
        self.locale.label_with(
            "missing-fact-at",
            &[
                ("name", &name),
                ("reason", &reason),
                ("places", &places.join(", ")),
            ],
        )
    }

    /// By how much a comparison failed.
    pub(super) fn shortfall(&self, shortfall: &Shortfall) -> String {
        match shortfall {
            Shortfall::AtTheLimit => self.locale.label("shortfall-at-limit"),
            Shortfall::Amount { amount, kind } => {
                let of_rates = *kind == Type::Number(Measure::Pure, Show::Percent);
                let kind = if of_rates {
                    Type::Number(Measure::Pure, Show::Points)
                } else {
                    *kind
                };
                let digits = digits_until(|digits| !scaled_to(amount, kind, digits).is_zero());
                self.locale.label_with(
                    "shortfall-amount",
                    &[("amount", &self.number(amount, kind, Some(digits)))],
                )
            }
        }
    }

    /// A fact's column as people know it, with its year.
    pub(super) fn fact_title(&self, read: ReadFact) -> String {
        let table = self.rules.schema.table_at(read.table);
        let name = table
            .column_at(read.slot.column)
            .map_or_else(String::new, |column| {
                column_title(column, self.locale.language())
            });
        match read.slot.year {
            Some(year) => self.locale.label_with(
                "column-of-year",
                &[("name", &name), ("year", &year.to_string())],
            ),
            None => name,
        }
    }
}

/// Decimals shown where nothing asks for more, and the most that are shown before a fraction is clearer.
const USUAL_DIGITS: u8 = 2;
const MOST_DIGITS: u8 = 8;

/// The steps that made the answer what it is: failed ones of a failed `and`, open ones of an open one, met ones of a met `or`.
pub(super) fn collect_decisive<'t, 'a>(trace: &'t Trace<'a>, decisive: &mut Vec<&'t Trace<'a>>) {
    let own = trace.answer.truth();
    let alike = |part: &&Trace<'_>| part.answer.truth() == own;
    let parts: Vec<&Trace<'_>> = match &trace.formula.step {
        Step::And(_)
        | Step::Quantified {
            quantifier: Quantifier::Every,
            ..
        } if own == Some(true) => trace.parts.iter().collect(),
        Step::Or(_)
        | Step::Quantified {
            quantifier: Quantifier::Some,
            ..
        } if own == Some(false) => trace.parts.iter().collect(),
        Step::And(_) | Step::Or(_) | Step::Quantified { .. } => {
            trace.parts.iter().filter(alike).collect()
        }
        Step::Not(_) => trace.parts.iter().collect(),
        Step::If(..) if trace.formula.kind == Type::Boolean => trace.parts.iter().collect(),
        Step::If(..) | Step::Compare(..) | Step::Between(..) | Step::In { .. } | Step::Known(_) => {
            Vec::new()
        }
        Step::BoundYear(_) | Step::Fact { .. } | Step::Derived { .. } | Step::At { .. } => {
            Vec::new()
        }
        Step::Negate(_) | Step::Arithmetic(..) | Step::Call(..) | Step::Aggregate { .. } => {
            Vec::new()
        }
        Step::Number(_)
        | Step::Text(_)
        | Step::Boolean(_)
        | Step::Year(_)
        | Step::Date(_)
        | Step::Rank(_) => Vec::new(),
    };
    if parts.is_empty() {
        decisive.push(trace);
        return;
    }
    for part in parts {
        collect_decisive(part, decisive);
    }
}

/// The first step of every other way in which a failed `or` would have been met: none of them is needed beside the others.
fn alternatives<'t, 'a>(trace: &'t Trace<'a>) -> Vec<&'t Trace<'a>> {
    let mut found = Vec::new();
    let is_failed = trace.answer.truth() == Some(false);
    if let (Step::Or(_), true) = (&trace.formula.step, is_failed) {
        for part in trace.parts.iter().skip(1) {
            let mut decisive = Vec::new();
            collect_decisive(part, &mut decisive);
            found.extend(decisive.first());
        }
    }
    found.extend(trace.parts.iter().flat_map(alternatives));
    found
}

/// Every fact that a step read, with the step that shows its value.
fn collect_facts<'t, 'a>(trace: &'t Trace<'a>, facts: &mut Vec<(ReadFact, &'t Trace<'a>)>) {
    if let Some(read) = trace.fact {
        facts.push((read, trace));
    }
    for part in &trace.parts {
        collect_facts(part, facts);
    }
}

/// The fact of a step that is nothing but one fact.
fn single_fact(trace: &Trace<'_>) -> Option<ReadFact> {
    if let Step::At { .. } = &trace.formula.step {
        return trace.parts.last().and_then(single_fact);
    }
    trace
        .fact
        .filter(|_| matches!(trace.formula.step, Step::Fact { .. }))
}

fn is_plain(trace: &Trace<'_>) -> bool {
    if let Step::At { .. } = &trace.formula.step {
        return trace.parts.last().is_some_and(is_plain);
    }
    let literal = matches!(
        &trace.formula.step,
        Step::Number(_)
            | Step::Text(_)
            | Step::Boolean(_)
            | Step::Year(_)
            | Step::Date(_)
            | Step::Rank(_)
    );
    literal || matches!(&trace.formula.step, Step::Fact { .. } | Step::BoundYear(_))
}

/// A limit is shown as the compared side is: a target in percent beside a difference of rates is in points.
fn shown_kind(own: Type, other: Type) -> Type {
    match (own, other) {
        (Type::Number(Measure::Literal, _), Type::Number(..)) => other,
        (
            Type::Number(Measure::Pure, Show::Percent | Show::Points),
            Type::Number(Measure::Pure, Show::Points),
        ) => other,
        _ => own,
    }
}

/// The fewest decimals at which two numbers print in the order that they really have; more than [`MOST_DIGITS`] asks for a fraction.
fn digits_to_tell_apart(left: &Trace<'_>, right: &Trace<'_>) -> Option<u8> {
    let (a, b) = (left.answer.as_number()?, right.answer.as_number()?);
    let kind = left.formula.kind;
    Some(digits_until(|digits| {
        scaled_to(a, kind, digits).cmp(&scaled_to(b, kind, digits)) == a.cmp(b)
    }))
}

fn digits_until(enough: impl Fn(u8) -> bool) -> u8 {
    (USUAL_DIGITS..=MOST_DIGITS)
        .find(|digits| enough(*digits))
        .unwrap_or(MOST_DIGITS + 1)
}

/// The number as it is printed with so many decimals.
fn scaled_to(number: &Number, kind: Type, digits: u8) -> Number {
    let of_hundred = matches!(kind, Type::Number(_, Show::Percent | Show::Points));
    if of_hundred {
        (number * &Number::from(100)).round(digits)
    } else {
        number.round(digits)
    }
}

/// The column's name for people: in Vietnamese its first header, in English its canonical name in words.
pub(super) fn column_title(column: &ColumnSchema, language: Language) -> String {
    match language {
        Language::Vietnamese => column
            .headers
            .iter()
            .find(|h| h.year_shift == 0)
            .map_or_else(|| column.name.clone(), |h| h.text.clone()),
        Language::English => column.name.replace('_', " "),
    }
}

/// A term as people know it: a level by its code, which forms use too; a choice by its first name.
pub(super) fn term_words(vocabulary: &Vocabulary, rank: u16, language: Language) -> String {
    let Some((code, names)) = vocabulary.terms.get_index(usize::from(rank)) else {
        return String::new();
    };
    match language {
        _ if vocabulary.ordered => code.clone(),
        Language::Vietnamese => names.first().unwrap_or(code).to_lowercase(),
        Language::English => code.replace('_', " "),
    }
}

/// The title of a table.
pub(super) fn table_title<'a>(
    schema: &'a Schema,
    table: crate::fact::schema::TableId,
    locale: &Locale,
) -> &'a str {
    schema.table_at(table).title.get(locale.language())
}
