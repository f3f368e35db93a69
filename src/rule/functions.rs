//! The functions of the rule language, in one table: name, parameters, result, what it is for, body. Everything else reads it,
//! the table in `docs/rule-language.md` and `docs/ngon-ngu-quy-tac.md` too.
//!
//! In: values of the right types and units. Out: a value, or why there is none. Must not know: columns, data.

use crate::number::Number;
use crate::text::fold;
use chrono::{Datelike, NaiveDate};

/// What a parameter takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parameter {
    /// A number of any unit; all such parameters of one call share it.
    Number,
    /// A literal whole number between those bounds, both included.
    Literal(i64, i64),
    /// A text.
    Text,
    /// A day.
    Date,
    /// A year.
    Year,
}

/// What a function gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Returns {
    /// A number of the arguments' unit.
    SameUnit,
    /// A ratio, shown as a percentage.
    Ratio,
    /// A number without a unit.
    Pure,
    /// True or false.
    Boolean,
    /// A day.
    Date,
    /// A year.
    Year,
}

/// A value handed to or from a function.
#[derive(Clone, Debug, PartialEq)]
pub enum Operand {
    /// A number.
    Number(Number),
    /// A text.
    Text(String),
    /// True or false.
    Boolean(bool),
    /// A day.
    Date(NaiveDate),
    /// A year.
    Year(i32),
}

/// One row of the table.
#[derive(Debug)]
pub struct Function {
    /// Its name.
    pub name: &'static str,
    /// What it takes.
    pub parameters: &'static [Parameter],
    /// Whether the last parameter may be repeated.
    pub variadic: bool,
    /// What it gives.
    pub returns: Returns,
    /// What it is for, as the key of its label.
    pub says: &'static str,
    /// Its arithmetic as people write it, `{0}` being the first argument; empty where the call itself says it best.
    pub written: &'static str,
    /// Computes it; none for a zero divisor (the only thing that can fail once types are checked).
    pub apply: fn(&[Operand]) -> Option<Operand>,
}

/// All functions but `known`, which looks at a fact instead of its value.
pub const FUNCTIONS: &[Function] = &[
    Function {
        name: "reduction",
        parameters: &[Parameter::Number, Parameter::Number],
        variadic: false,
        returns: Returns::Ratio,
        says: "function-reduction",
        written: "({0} − {1}) / {0}",
        apply: reduction,
    },
    Function {
        name: "abs",
        parameters: &[Parameter::Number],
        variadic: false,
        returns: Returns::SameUnit,
        says: "function-abs",
        written: "|{0}|",
        apply: |a| one(a, Number::abs),
    },
    Function {
        name: "min",
        parameters: &[Parameter::Number, Parameter::Number],
        variadic: true,
        returns: Returns::SameUnit,
        says: "function-min",
        written: "",
        apply: |a| extreme(a, Number::lt),
    },
    Function {
        name: "max",
        parameters: &[Parameter::Number, Parameter::Number],
        variadic: true,
        returns: Returns::SameUnit,
        says: "function-max",
        written: "",
        apply: |a| extreme(a, Number::gt),
    },
    Function {
        name: "round",
        parameters: &[Parameter::Number, Parameter::Literal(0, 18)],
        variadic: false,
        returns: Returns::SameUnit,
        says: "function-round",
        written: "",
        apply: |a| to_places(a, Number::round),
    },
    Function {
        name: "truncate",
        parameters: &[Parameter::Number, Parameter::Literal(0, 18)],
        variadic: false,
        returns: Returns::SameUnit,
        says: "function-truncate",
        written: "",
        apply: |a| to_places(a, Number::truncate),
    },
    Function {
        name: "floor",
        parameters: &[Parameter::Number],
        variadic: false,
        returns: Returns::SameUnit,
        says: "function-floor",
        written: "",
        apply: |a| one(a, Number::floor),
    },
    Function {
        name: "ceiling",
        parameters: &[Parameter::Number],
        variadic: false,
        returns: Returns::SameUnit,
        says: "function-ceiling",
        written: "",
        apply: |a| one(a, Number::ceiling),
    },
    Function {
        name: "date",
        parameters: &[
            Parameter::Year,
            Parameter::Literal(1, 12),
            Parameter::Literal(1, 31),
        ],
        variadic: false,
        returns: Returns::Date,
        says: "function-date",
        written: "",
        apply: day,
    },
    Function {
        name: "year",
        parameters: &[Parameter::Date],
        variadic: false,
        returns: Returns::Year,
        says: "function-year",
        written: "",
        apply: year_of,
    },
    Function {
        name: "days",
        parameters: &[Parameter::Date, Parameter::Date],
        variadic: false,
        returns: Returns::Pure,
        says: "function-days",
        written: "",
        apply: days_between,
    },
    Function {
        name: "starts_with",
        parameters: &[Parameter::Text, Parameter::Text],
        variadic: false,
        returns: Returns::Boolean,
        says: "function-starts-with",
        written: "",
        apply: |a| compared(a, |text, part| text.starts_with(part)),
    },
    Function {
        name: "contains",
        parameters: &[Parameter::Text, Parameter::Text],
        variadic: false,
        returns: Returns::Boolean,
        says: "function-contains",
        written: "",
        apply: |a| compared(a, |text, part| text.contains(part)),
    },
];

/// What is written like a function, but looks at facts or runs over rows and years instead of taking values.
#[derive(Debug)]
pub struct Form {
    /// How it is written, part by part, with single letters for what stands in it.
    pub written: &'static [&'static str],
    /// What it gives, as the key of its label.
    pub gives: &'static str,
    /// What it is for, as the key of its label.
    pub says: &'static str,
}

/// All forms: `x` is an expression, `t` a table, `c` a condition over its rows, `y` a year from `a` to `b`.
pub const FORMS: &[Form] = &[
    Form {
        written: &["known(x)"],
        gives: "type-boolean",
        says: "function-known",
    },
    Form {
        written: &["count(t", "where c)"],
        gives: "type-number",
        says: "function-count",
    },
    Form {
        written: &["sum(x", "for t", "where c)"],
        gives: "function-same-unit",
        says: "function-sum",
    },
    Form {
        written: &["mean(x", "for t", "where c)"],
        gives: "function-same-unit",
        says: "function-mean",
    },
    Form {
        written: &["min(x", "for t", "where c),", "max(x", "for t", "where c)"],
        gives: "function-same-unit",
        says: "function-extreme",
    },
    Form {
        written: &[
            "sum(x",
            "for y",
            "in a..b),",
            "mean(…),",
            "min(…),",
            "max(…)",
        ],
        gives: "function-same-unit",
        says: "function-over-years",
    },
];

impl Parameter {
    /// What it takes, as the key of a label; none for a literal, whose bounds say it.
    pub fn label(self) -> Option<&'static str> {
        match self {
            Parameter::Number => Some("function-any-number"),
            Parameter::Literal(..) => None,
            Parameter::Text => Some("type-text"),
            Parameter::Date => Some("function-any-date"),
            Parameter::Year => Some("function-any-year"),
        }
    }
}

impl Returns {
    /// What comes out, as the key of a label.
    pub fn label(self) -> &'static str {
        match self {
            Returns::SameUnit => "function-same-unit",
            Returns::Ratio => "type-percent",
            Returns::Pure => "type-number",
            Returns::Boolean => "type-boolean",
            Returns::Date => "type-date",
            Returns::Year => "type-year",
        }
    }
}

/// The function of that name.
pub fn function(name: &str) -> Option<&'static Function> {
    FUNCTIONS.iter().find(|f| f.name == name)
}

fn numbers(arguments: &[Operand]) -> impl Iterator<Item = &Number> {
    arguments.iter().filter_map(|a| match a {
        Operand::Number(number) => Some(number),
        Operand::Text(_) | Operand::Boolean(_) | Operand::Date(_) | Operand::Year(_) => None,
    })
}

fn reduction(arguments: &[Operand]) -> Option<Operand> {
    let mut numbers = numbers(arguments);
    let (from, to) = (numbers.next()?, numbers.next()?);
    (from - to).divided_by(from).map(Operand::Number)
}

fn one(arguments: &[Operand], body: fn(&Number) -> Number) -> Option<Operand> {
    numbers(arguments).next().map(|n| Operand::Number(body(n)))
}

fn extreme(arguments: &[Operand], better: fn(&Number, &Number) -> bool) -> Option<Operand> {
    let best = numbers(arguments).reduce(|best, n| if better(n, best) { n } else { best })?;
    Some(Operand::Number(best.clone()))
}

fn to_places(arguments: &[Operand], body: fn(&Number, u8) -> Number) -> Option<Operand> {
    let mut numbers = numbers(arguments);
    let (number, places) = (numbers.next()?, numbers.next()?.to_i64()?);
    Some(Operand::Number(body(number, u8::try_from(places).ok()?)))
}

fn day(arguments: &[Operand]) -> Option<Operand> {
    let [Operand::Year(year), rest @ ..] = arguments else {
        return None;
    };
    let mut parts = numbers(rest).filter_map(|n| n.to_i64().and_then(|n| u32::try_from(n).ok()));
    NaiveDate::from_ymd_opt(*year, parts.next()?, parts.next()?).map(Operand::Date)
}

fn year_of(arguments: &[Operand]) -> Option<Operand> {
    let [Operand::Date(day)] = arguments else {
        return None;
    };
    Some(Operand::Year(day.year()))
}

fn days_between(arguments: &[Operand]) -> Option<Operand> {
    let [Operand::Date(from), Operand::Date(to)] = arguments else {
        return None;
    };
    Some(Operand::Number(Number::from((*to - *from).num_days())))
}

fn compared(arguments: &[Operand], body: fn(&str, &str) -> bool) -> Option<Operand> {
    let [Operand::Text(text), Operand::Text(part)] = arguments else {
        return None;
    };
    Some(Operand::Boolean(body(&fold(text), &fold(part))))
}
