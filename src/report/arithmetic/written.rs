//! One step of an evaluation as one line, with the names of its columns or with their figures.
//!
//! In: the trace of a step. Out: text in the words of the rule language or of arithmetic, parenthesised by how tightly it binds.
//! Must not know: what was needed, where lines are drawn.

use super::{MOST_DIGITS, Words};
use crate::rule::RuleSet;
use crate::rule::expression::syntax::{Aggregate, Comparison, Operator, Quantifier};
use crate::rule::formula::{Formula, Measure, Owner, Range, Show, Step, Type};
use crate::text::printable;
use crate::verdict::{Answer, Trace, Value};

/// Whether names or the figures themselves are written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    Names,
    Figures,
}

/// How tightly the outermost operator of a written piece binds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Binding {
    Loose,
    Or,
    And,
    Not,
    Compare,
    Sum,
    Product,
    Tight,
}

impl Words<'_> {
    /// The step with the figures put in.
    pub(super) fn figures(&self, trace: &Trace<'_>) -> String {
        self.written(trace, Mode::Figures).0
    }

    /// The piece of the condition that a step computes, in the words of the rule language.
    pub(in crate::report) fn source(&self, trace: &Trace<'_>) -> String {
        self.written(trace, Mode::Names).0
    }

    pub(in crate::report) fn literal(&self, formula: &Formula) -> String {
        match &formula.step {
            Step::Number(number) => self.number(number, formula.kind, Some(MOST_DIGITS)),
            Step::Text(text) => format!("“{}”", printable(text)),
            Step::Boolean(flag) => flag.to_string(),
            Step::Year(year) => year.to_string(),
            Step::Date(day) => self.locale.date(*day),
            Step::Rank(rank) => self.term(formula.kind, *rank),
            Step::BoundYear(_) | Step::Fact { .. } | Step::Derived { .. } | Step::At { .. } => {
                String::new()
            }
            Step::Negate(_) | Step::Not(_) | Step::Arithmetic(..) | Step::And(_) | Step::Or(_) => {
                String::new()
            }
            Step::Compare(..) | Step::Between(..) | Step::In { .. } | Step::If(..) => String::new(),
            Step::Quantified { .. } | Step::Call(..) | Step::Known(_) | Step::Aggregate { .. } => {
                String::new()
            }
        }
    }

    fn written(&self, trace: &Trace<'_>, mode: Mode) -> (String, Binding) {
        let part = |index: usize| {
            trace.parts.get(index).map_or_else(
                || (String::new(), Binding::Tight),
                |p| self.written(p, mode),
            )
        };
        let within = |index: usize, least: Binding| parenthesised(part(index), least);
        match &trace.formula.step {
            Step::Number(_)
            | Step::Text(_)
            | Step::Boolean(_)
            | Step::Year(_)
            | Step::Date(_)
            | Step::Rank(_) => (self.literal(trace.formula), Binding::Tight),
            Step::BoundYear(_) => (
                trace
                    .answer
                    .value()
                    .map_or_else(String::new, |v| self.value_text(v, Type::Year, None)),
                Binding::Tight,
            ),
            Step::Fact { .. } => (self.fact(trace, mode), Binding::Tight),
            Step::Derived { index, owner } if mode == Mode::Names => {
                let name = self
                    .rules
                    .derived
                    .get(*index)
                    .map_or("", |d| d.name.as_str());
                (named(*owner, name, trace.year, self.rules), Binding::Tight)
            }
            Step::Derived { .. } => part(0),
            Step::At { .. } => trace.parts.last().map_or_else(
                || (String::new(), Binding::Tight),
                |p| self.written(p, mode),
            ),
            Step::Negate(_) => (format!("−{}", within(0, Binding::Tight)), Binding::Product),
            Step::Not(_) => (format!("not {}", within(0, Binding::Compare)), Binding::Not),
            Step::Arithmetic(operator, _, _) => self.operation(*operator, &within),
            Step::And(_) => (
                self.joined(trace, mode, " and ", Binding::Not),
                Binding::And,
            ),
            Step::Or(_) => (self.joined(trace, mode, " or ", Binding::Not), Binding::Or),
            Step::Compare(comparison, _, _) => (
                format!(
                    "{} {} {}",
                    within(0, Binding::Sum),
                    sign(*comparison),
                    within(1, Binding::Sum)
                ),
                Binding::Compare,
            ),
            Step::Between(..) => {
                let text = format!(
                    "{} between {} and {}",
                    within(0, Binding::Sum),
                    within(1, Binding::Sum),
                    within(2, Binding::Sum)
                );
                (text, Binding::Compare)
            }
            Step::In { negated, list, .. } => {
                let list: Vec<String> = list.iter().map(|literal| self.literal(literal)).collect();
                let word = if *negated { "not in" } else { "in" };
                (
                    format!("{} {word} [{}]", within(0, Binding::Sum), list.join(", ")),
                    Binding::Compare,
                )
            }
            Step::If(..) => (
                self.joined(trace, mode, " → ", Binding::Sum),
                Binding::Loose,
            ),
            Step::Quantified {
                quantifier, over, ..
            } => (quantified(*quantifier, over, self.rules), Binding::Loose),
            Step::Call(function, _) if mode == Mode::Figures && !function.written.is_empty() => {
                let mut text = function.written.to_owned();
                for index in 0..trace.parts.len() {
                    text = text.replace(&format!("{{{index}}}"), &within(index, Binding::Product));
                }
                (
                    text,
                    if function.written.starts_with('|') {
                        Binding::Tight
                    } else {
                        Binding::Product
                    },
                )
            }
            Step::Call(function, _) => (
                format!(
                    "{}({})",
                    function.name,
                    self.joined(trace, mode, ", ", Binding::Loose)
                ),
                Binding::Tight,
            ),
            Step::Known(_) => (
                format!("known({})", self.source_of_first(trace)),
                Binding::Tight,
            ),
            Step::Aggregate {
                aggregate, over, ..
            } => (
                self.aggregated(*aggregate, over, trace, mode),
                Binding::Tight,
            ),
        }
    }

    fn source_of_first(&self, trace: &Trace<'_>) -> String {
        trace
            .parts
            .first()
            .map_or_else(String::new, |part| self.source(part))
    }

    fn operation(
        &self,
        operator: Operator,
        within: &dyn Fn(usize, Binding) -> String,
    ) -> (String, Binding) {
        match operator {
            Operator::Add => (
                format!("{} + {}", within(0, Binding::Sum), within(1, Binding::Sum)),
                Binding::Sum,
            ),
            Operator::Subtract => (
                format!(
                    "{} − {}",
                    within(0, Binding::Sum),
                    within(1, Binding::Product)
                ),
                Binding::Sum,
            ),
            Operator::Multiply => (
                format!(
                    "{} × {}",
                    within(0, Binding::Product),
                    within(1, Binding::Product)
                ),
                Binding::Product,
            ),
            Operator::Divide => (
                format!(
                    "{} / {}",
                    within(0, Binding::Product),
                    within(1, Binding::Tight)
                ),
                Binding::Product,
            ),
        }
    }

    fn joined(&self, trace: &Trace<'_>, mode: Mode, by: &str, least: Binding) -> String {
        let parts: Vec<String> = trace
            .parts
            .iter()
            .map(|part| parenthesised(self.written(part, mode), least))
            .collect();
        parts.join(by)
    }

    fn fact(&self, trace: &Trace<'_>, mode: Mode) -> String {
        if let (
            Mode::Names,
            Step::Fact {
                owner,
                table,
                column,
                ..
            },
        ) = (mode, &trace.formula.step)
        {
            let name = self
                .rules
                .schema
                .table_at(*table)
                .column_at(*column)
                .map_or("", |c| c.name.as_str());
            return named(
                *owner,
                name,
                trace.fact.and_then(|f| f.slot.year),
                self.rules,
            );
        }
        match &trace.answer {
            // Within arithmetic the unit would only be in the way.
            Answer::Known(Value::Number(number)) => {
                let has_unit = matches!(trace.formula.kind, Type::Number(Measure::Unit(_), _));
                let kind = if has_unit {
                    Type::Number(Measure::Pure, Show::Plain)
                } else {
                    trace.formula.kind
                };
                self.number(number, kind, Some(MOST_DIGITS))
            }
            Answer::Known(_) => self.value(trace),
            Answer::Bounded(..) | Answer::Missing(_) => "?".to_owned(),
        }
    }

    /// Figures of many rows are summed up: the first few, then how many more.
    fn aggregated(
        &self,
        aggregate: Aggregate,
        over: &Range,
        trace: &Trace<'_>,
        mode: Mode,
    ) -> String {
        const SHOWN: usize = 5;
        let word = match mode {
            Mode::Names => aggregate.word().to_owned(),
            Mode::Figures => self.locale.label(aggregate_key(aggregate)),
        };
        if mode == Mode::Names || aggregate == Aggregate::Count {
            return format!("{word}({})", range_text(over, self.rules));
        }
        let mut parts: Vec<String> = trace
            .parts
            .iter()
            .take(SHOWN)
            .map(|part| self.written(part, mode).0)
            .collect();
        if trace.parts.len() > SHOWN {
            parts.push(format!("… +{}", trace.parts.len() - SHOWN));
        }
        format!("{word}({})", parts.join("; "))
    }
}

fn aggregate_key(aggregate: Aggregate) -> &'static str {
    match aggregate {
        Aggregate::Count => "arithmetic-count",
        Aggregate::Sum => "arithmetic-sum",
        Aggregate::Min => "arithmetic-min",
        Aggregate::Max => "arithmetic-max",
        Aggregate::Mean => "arithmetic-mean",
    }
}

fn parenthesised((text, binding): (String, Binding), least: Binding) -> String {
    if binding < least {
        format!("({text})")
    } else {
        text
    }
}

fn sign(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::Equal => "=",
        Comparison::NotEqual => "≠",
        Comparison::Less => "<",
        Comparison::AtMost => "≤",
        Comparison::Greater => ">",
        Comparison::AtLeast => "≥",
    }
}

fn named(owner: Owner, name: &str, year: Option<i32>, rules: &RuleSet) -> String {
    let prefix = match owner {
        Owner::Row => String::new(),
        Owner::Own => "own.".to_owned(),
        Owner::Through { from, column } => rules
            .schema
            .table_at(from)
            .column_at(column)
            .map(|c| format!("{}.", c.name))
            .unwrap_or_default(),
    };
    match year {
        Some(year) => format!("{prefix}{name}[{year}]"),
        None => format!("{prefix}{name}"),
    }
}

fn quantified(quantifier: Quantifier, over: &Range, rules: &RuleSet) -> String {
    let word = match quantifier {
        Quantifier::Every => "every",
        Quantifier::Some => "some",
    };
    format!("{word} {}", range_text(over, rules))
}

fn range_text(over: &Range, rules: &RuleSet) -> String {
    match over {
        Range::Years { name, from, to } => match (from.year(&[]), to.year(&[])) {
            (Some(from), Some(to)) => format!("{name} in {from}..{to}"),
            (None, _) | (_, None) => name.clone(),
        },
        Range::Rows { table, .. } => rules.schema.table_at(*table).name.clone(),
    }
}
