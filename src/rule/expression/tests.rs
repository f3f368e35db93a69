//! Tests of the rule language: what it reads, what it refuses and where, and that it prints what it reads.

mod characters;
mod conditions;
mod limits;
mod problems;
mod productions;
mod properties;

use super::syntax::{Expression, Kind, Over};
use super::{Found, Problem, parse};

/// The tree of a text that must read, in prefix form: independent of the printer.
fn tree(text: &str) -> String {
    match parse(text) {
        Ok(expression) => shape(&expression),
        Err(found) => panic!("{text}: {found:?}"),
    }
}

fn shape(expression: &Expression) -> String {
    let words: Vec<String> = match &expression.kind {
        Kind::Number { value, percent } => {
            let (digits, scale) = value.to_scaled().unwrap();
            let percent = if *percent { "%" } else { "" };
            return format!("{digits}e-{scale}{percent}").replace("e-0", "");
        }
        Kind::Text(text) => return format!("<{text}>"),
        Kind::Boolean(value) => return value.to_string(),
        Kind::Name(name) => return name.text.clone(),
        Kind::Path(reference, column) => return format!("{}.{}", reference.text, column.text),
        Kind::Own(column) => return format!("own.{}", column.text),
        Kind::Index(item, year) => vec!["at".into(), shape(item), shape(year)],
        Kind::Negate(inner) => vec!["neg".into(), shape(inner)],
        Kind::Not(inner) => vec!["not".into(), shape(inner)],
        Kind::Arithmetic(sign, a, b) => vec![sign.sign().into(), shape(a), shape(b)],
        Kind::And(all) => with("and", all),
        Kind::Or(all) => with("or", all),
        Kind::Compare(sign, a, b) => vec![sign.sign().into(), shape(a), shape(b)],
        Kind::Between(a, b, c) => vec!["between".into(), shape(a), shape(b), shape(c)],
        Kind::In {
            item,
            negated,
            list,
        } => {
            let word = if *negated { "not-in" } else { "in" };
            let mut words = with(word, list);
            words.insert(1, shape(item));
            words
        }
        Kind::If(a, b, c) => vec!["if".into(), shape(a), shape(b), shape(c)],
        Kind::Quantified {
            quantifier,
            over,
            body,
        } => {
            vec![quantifier.word().into(), over_shape(over), shape(body)]
        }
        Kind::Call(name, arguments) => with(&format!("{}()", name.text), arguments),
        Kind::Aggregate {
            aggregate,
            body,
            over,
        } => {
            let body = body.iter().map(|body| shape(body));
            [aggregate.word().to_owned()]
                .into_iter()
                .chain(body)
                .chain([over_shape(over)])
                .collect()
        }
    };
    format!("({})", words.join(" "))
}

fn with(word: &str, all: &[Expression]) -> Vec<String> {
    [word.to_owned()]
        .into_iter()
        .chain(all.iter().map(shape))
        .collect()
}

fn over_shape(over: &Over) -> String {
    match over {
        Over::Years { name, from, to } => {
            format!("{{{} {} {}}}", name.text, shape(from), shape(to))
        }
        Over::Rows {
            table,
            condition: None,
        } => format!("{{{}}}", table.text),
        Over::Rows {
            table,
            condition: Some(c),
        } => format!("{{{} | {}}}", table.text, shape(c)),
    }
}

/// What is wrong with a text that must not read.
fn found(text: &str) -> Vec<Found> {
    match parse(text) {
        Ok(expression) => panic!("{text} was read as {expression}"),
        Err(found) => found,
    }
}

/// The problems of a text with the piece of text each is about.
fn problems(text: &str) -> Vec<(Problem, &str)> {
    found(text)
        .into_iter()
        .map(|f| (f.problem, &text[f.span.start..f.span.end]))
        .collect()
}

/// Asserts that a text has exactly this problem, about this piece of it.
fn only(text: &str, problem: Problem, piece: &str) {
    assert_eq!(problems(text), [(problem, piece)], "{text}");
}
