//! Prints a syntax tree as text that reads back as the same tree, with no more parentheses than that takes.
//!
//! In: a tree as the parser makes it: no negative number outside a list, no text with both kinds of quotation marks. Out: its text.
//! Must not know: what the names mean.

use super::lexer::can_stand_between;
use super::syntax::{Aggregate, Expression, Kind, Name, Operator, Over, Quantifier};
use crate::number::Number;
use std::fmt::{Display, Formatter, Result};

impl Display for Expression {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "{}", self.at(Level::Whole))
    }
}

/// How tightly a place binds: an expression that binds more loosely than its place stands in parentheses.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    Whole,
    Connected,
    Negated,
    Compared,
    Sum,
    Product,
    Unary,
    Item,
}

impl Expression {
    fn at(&self, place: Level) -> Placed<'_> {
        Placed {
            expression: self,
            place,
        }
    }
}

/// An expression in a place that asks for a level.
struct Placed<'a> {
    expression: &'a Expression,
    place: Level,
}

impl Display for Placed<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let kind = &self.expression.kind;
        if level(kind) < self.place {
            write!(f, "({})", Bare(kind))
        } else {
            write!(f, "{}", Bare(kind))
        }
    }
}

fn level(kind: &Kind) -> Level {
    match kind {
        Kind::Quantified { .. } | Kind::If(..) => Level::Whole,
        Kind::And(_) | Kind::Or(_) => Level::Connected,
        Kind::Not(_) => Level::Negated,
        Kind::Compare(..) | Kind::Between(..) | Kind::In { .. } => Level::Compared,
        Kind::Arithmetic(operator, ..) => operator_level(*operator),
        Kind::Negate(_) | Kind::Index(..) => Level::Unary,
        Kind::Number { .. }
        | Kind::Text(_)
        | Kind::Boolean(_)
        | Kind::Name(_)
        | Kind::Path(..)
        | Kind::Own(_)
        | Kind::Call(..)
        | Kind::Aggregate { .. } => Level::Item,
    }
}

fn operator_level(operator: Operator) -> Level {
    match operator {
        Operator::Add | Operator::Subtract => Level::Sum,
        Operator::Multiply | Operator::Divide => Level::Product,
    }
}

/// An expression without parentheses around it.
struct Bare<'a>(&'a Kind);

impl Display for Bare<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self.0 {
            Kind::Number { value, percent } => number(f, value, *percent),
            Kind::Text(text) => quoted(f, text),
            Kind::Boolean(value) => write!(f, "{value}"),
            Kind::Name(name) => write!(f, "{name}"),
            Kind::Path(reference, column) => write!(f, "{reference}.{column}"),
            Kind::Own(column) => write!(f, "own.{column}"),
            Kind::Index(item, year) => {
                write!(f, "{}[{}]", item.at(Level::Item), year.at(Level::Sum))
            }
            Kind::Negate(inner) => write!(f, "-{}", inner.at(Level::Unary)),
            Kind::Not(inner) => write!(f, "not {}", inner.at(Level::Negated)),
            Kind::Arithmetic(operator, left, right) => arithmetic(f, *operator, left, right),
            Kind::And(all) => joined(f, all, " and ", Level::Negated),
            Kind::Or(all) => joined(f, all, " or ", Level::Negated),
            Kind::Compare(sign, left, right) => {
                let (left, right) = (left.at(Level::Sum), right.at(Level::Sum));
                write!(f, "{left} {} {right}", sign.sign())
            }
            Kind::Between(item, low, high) => between(f, item, low, high),
            Kind::In {
                item,
                negated,
                list,
            } => membership(f, item, *negated, list),
            Kind::If(condition, then, other) => {
                write!(f, "if {condition} then {then} else {other}")
            }
            Kind::Quantified {
                quantifier,
                over,
                body,
            } => quantified(f, *quantifier, over, body),
            Kind::Call(name, arguments) => call(f, name, arguments),
            Kind::Aggregate {
                aggregate,
                body,
                over,
            } => aggregated(f, *aggregate, body.as_deref(), over),
        }
    }
}

impl Display for Name {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(&self.text)
    }
}

impl Display for Over {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Over::Years { name, from, to } => {
                let (from, to) = (from.at(Level::Sum), to.at(Level::Sum));
                write!(f, "{name} in {from}..{to}")
            }
            Over::Rows { table, condition } => {
                write!(f, "{table}")?;
                match condition {
                    Some(condition) => write!(f, " where {}", condition.at(Level::Connected)),
                    None => Ok(()),
                }
            }
        }
    }
}

fn between(
    f: &mut Formatter<'_>,
    item: &Expression,
    low: &Expression,
    high: &Expression,
) -> Result {
    let [item, low, high] = [item, low, high].map(|e| e.at(Level::Sum));
    write!(f, "{item} between {low} and {high}")
}

fn membership(
    f: &mut Formatter<'_>,
    item: &Expression,
    negated: bool,
    list: &[Expression],
) -> Result {
    let word = if negated { "not in" } else { "in" };
    write!(f, "{} {word} [", item.at(Level::Sum))?;
    joined(f, list, ", ", Level::Sum)?;
    f.write_str("]")
}

fn quantified(
    f: &mut Formatter<'_>,
    quantifier: Quantifier,
    over: &Over,
    body: &Expression,
) -> Result {
    let rows = match over {
        Over::Years { .. } => "",
        Over::Rows { .. } => "row of ",
    };
    write!(f, "{} {rows}{over} satisfies {body}", quantifier.word())
}

fn call(f: &mut Formatter<'_>, name: &Name, arguments: &[Expression]) -> Result {
    write!(f, "{name}(")?;
    joined(f, arguments, ", ", Level::Connected)?;
    f.write_str(")")
}

fn aggregated(
    f: &mut Formatter<'_>,
    aggregate: Aggregate,
    body: Option<&Expression>,
    over: &Over,
) -> Result {
    write!(f, "{}(", aggregate.word())?;
    if let Some(body) = body {
        write!(f, "{} for ", body.at(Level::Connected))?;
    }
    write!(f, "{over})")
}

/// A chain reads from the left: only what stands right of a sign needs parentheses around a sign of the same level.
fn arithmetic(
    f: &mut Formatter<'_>,
    operator: Operator,
    left: &Expression,
    right: &Expression,
) -> Result {
    let level = operator_level(operator);
    let tighter = if level == Level::Sum {
        Level::Product
    } else {
        Level::Unary
    };
    let (left, right) = (left.at(level), right.at(tighter));
    write!(f, "{left} {} {right}", operator.sign())
}

fn joined(f: &mut Formatter<'_>, all: &[Expression], between: &str, place: Level) -> Result {
    for (at, expression) in all.iter().enumerate() {
        if at > 0 {
            f.write_str(between)?;
        }
        write!(f, "{}", expression.at(place))?;
    }
    Ok(())
}

fn quoted(f: &mut Formatter<'_>, text: &str) -> Result {
    let quote = if can_stand_between('"', text) {
        '"'
    } else {
        '\''
    };
    write!(f, "{quote}{text}{quote}")
}

fn number(f: &mut Formatter<'_>, value: &Number, percent: bool) -> Result {
    if percent {
        write!(f, "{}%", (value * &Number::from(100)).to_exact())
    } else {
        f.write_str(&value.to_exact())
    }
}
