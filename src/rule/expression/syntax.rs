//! The syntax tree of an expression, as written: names are not resolved, types not known.
//!
//! In: nothing; these are the shapes that the parser fills. Out: a tree that prints as the text it came from
//! ([`std::fmt::Display`], see `print.rs`). Must not know: tables, columns, data.

use crate::number::Number;

/// A piece of an expression's text: byte offsets, end exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct TextSpan {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// An expression with the piece of text it was read from.
#[derive(Clone, Debug)]
pub struct Expression {
    /// What it says.
    pub kind: Kind,
    /// Where it stands in the text. Not part of equality.
    pub span: TextSpan,
}

impl PartialEq for Expression {
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind
    }
}

/// A name with its place.
#[derive(Clone, Debug)]
pub struct Name {
    /// The name, in NFC.
    pub text: String,
    /// Where it stands.
    pub span: TextSpan,
}

impl PartialEq for Name {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

/// What an expression says.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// `100_000`, `0.96`, `50%` (its value is then 1/2).
    Number {
        /// The exact value.
        value: Number,
        /// Whether it was written with `%`.
        percent: bool,
    },
    /// `"HTTNV"`.
    Text(String),
    /// `true` or `false`.
    Boolean(bool),
    /// A column, derived column, constant, round year or bound year.
    Name(Name),
    /// `district.plan_reduction`: a column of the row that a code column points to.
    Path(Name, Name),
    /// `own.code`: a column of the outer row.
    Own(Name),
    /// `poor[start]`: one year of a series.
    Index(Box<Expression>, Box<Expression>),
    /// `-x`.
    Negate(Box<Expression>),
    /// `not x`.
    Not(Box<Expression>),
    /// `x + y` and the like.
    Arithmetic(Operator, Box<Expression>, Box<Expression>),
    /// `x and y and z`: two or more.
    And(Vec<Expression>),
    /// `x or y or z`: two or more.
    Or(Vec<Expression>),
    /// `x >= y` and the like.
    Compare(Comparison, Box<Expression>, Box<Expression>),
    /// `x between low and high`, both ends included.
    Between(Box<Expression>, Box<Expression>, Box<Expression>),
    /// `x in [a, b]`, or `x not in [a, b]`; the list holds literals only.
    In {
        /// What is looked for.
        item: Box<Expression>,
        /// Whether it must not be there.
        negated: bool,
        /// Number, text or boolean literals.
        list: Vec<Expression>,
    },
    /// `if c then a else b`.
    If(Box<Expression>, Box<Expression>, Box<Expression>),
    /// `every y in a..b satisfies body`, `some row of communes where c satisfies body`.
    Quantified {
        /// `every` or `some`.
        quantifier: Quantifier,
        /// Over what.
        over: Over,
        /// The condition.
        body: Box<Expression>,
    },
    /// `reduction(a, b)`, also `min(a, b)` and `max(a, b)` with two or more arguments.
    Call(Name, Vec<Expression>),
    /// `count(communes where …)`: its `body` is none. `sum(poor[y] for communes where …)`, `mean(x for y in a..b)`.
    Aggregate {
        /// Which.
        aggregate: Aggregate,
        /// What is summed; none for `count`.
        body: Option<Box<Expression>>,
        /// Over what.
        over: Over,
    },
}

/// What a quantifier or an aggregate runs over.
#[derive(Clone, Debug, PartialEq)]
pub enum Over {
    /// `y in from..to`, both included.
    Years {
        /// The bound name.
        name: Name,
        /// First year.
        from: Box<Expression>,
        /// Last year.
        to: Box<Expression>,
    },
    /// Another table's rows.
    Rows {
        /// The table.
        table: Name,
        /// Which of its rows.
        condition: Option<Box<Expression>>,
    },
}

/// `+`, `-`, `*`, `/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
}

/// `=`, `!=`, `<`, `<=`, `>`, `>=`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `=`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    Greater,
    /// `>=`
    AtLeast,
}

/// `every` or `some`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantifier {
    /// All of them.
    Every,
    /// At least one of them.
    Some,
}

/// `count`, `sum`, `min`, `max`, `mean` over rows or years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aggregate {
    /// How many rows.
    Count,
    /// Their total.
    Sum,
    /// The least.
    Min,
    /// The greatest.
    Max,
    /// The average.
    Mean,
}

impl TextSpan {
    /// From the beginning of this piece to the end of a later one.
    pub fn to(self, end: TextSpan) -> TextSpan {
        TextSpan {
            start: self.start,
            end: end.end,
        }
    }
}

impl Expression {
    /// The piece of its source that this expression was read from, parentheses around it included.
    pub fn text<'a>(&self, source: &'a str) -> &'a str {
        source
            .get(self.span.start..self.span.end)
            .unwrap_or_default()
    }

    /// The expressions directly inside this one, in the order written.
    pub fn parts(&self) -> Vec<&Expression> {
        match &self.kind {
            Kind::Number { .. }
            | Kind::Text(_)
            | Kind::Boolean(_)
            | Kind::Name(_)
            | Kind::Path(..)
            | Kind::Own(_) => Vec::new(),
            Kind::Negate(only) | Kind::Not(only) => vec![only],
            Kind::Index(first, second)
            | Kind::Arithmetic(_, first, second)
            | Kind::Compare(_, first, second) => vec![first, second],
            Kind::Between(first, second, third) | Kind::If(first, second, third) => {
                vec![first, second, third]
            }
            Kind::And(all) | Kind::Or(all) | Kind::Call(_, all) => all.iter().collect(),
            Kind::In { item, list, .. } => std::iter::once(&**item).chain(list).collect(),
            Kind::Quantified { over, body, .. } => {
                over.parts().into_iter().chain([&**body]).collect()
            }
            Kind::Aggregate { body, over, .. } => {
                body.as_deref().into_iter().chain(over.parts()).collect()
            }
        }
    }
}

impl Over {
    fn parts(&self) -> Vec<&Expression> {
        match self {
            Over::Years { from, to, .. } => vec![from, to],
            Over::Rows { condition, .. } => condition.as_deref().into_iter().collect(),
        }
    }
}

impl Operator {
    /// As it is written.
    pub fn sign(self) -> &'static str {
        match self {
            Operator::Add => "+",
            Operator::Subtract => "-",
            Operator::Multiply => "*",
            Operator::Divide => "/",
        }
    }
}

impl Comparison {
    /// Whether it is settled where the column of years on its left, or on its right, holds a nought for "no year": that is none of
    /// the years that are sought, nor one from some year on. Whether it is one up to some year, nobody can say.
    pub fn settles_no_year(self) -> [bool; 2] {
        match self {
            Comparison::Equal | Comparison::NotEqual => [true, true],
            Comparison::Greater | Comparison::AtLeast => [true, false],
            Comparison::Less | Comparison::AtMost => [false, true],
        }
    }

    /// As it is written.
    pub fn sign(self) -> &'static str {
        match self {
            Comparison::Equal => "=",
            Comparison::NotEqual => "!=",
            Comparison::Less => "<",
            Comparison::AtMost => "<=",
            Comparison::Greater => ">",
            Comparison::AtLeast => ">=",
        }
    }
}

impl Quantifier {
    /// As it is written.
    pub fn word(self) -> &'static str {
        match self {
            Quantifier::Every => "every",
            Quantifier::Some => "some",
        }
    }
}

impl Aggregate {
    /// As it is written.
    pub fn word(self) -> &'static str {
        match self {
            Aggregate::Count => "count",
            Aggregate::Sum => "sum",
            Aggregate::Min => "min",
            Aggregate::Max => "max",
            Aggregate::Mean => "mean",
        }
    }
}
