//! What can be wrong with the text of an expression.
//!
//! In: nothing. Out: the problems of the rule language and where in the text they are found. Must not know: any language of people.

use super::syntax::TextSpan;
use crate::diagnostic::Argument;
use crate::problems;

problems! {
    /// Why a text is no expression.
    pub enum Problem {
        /// Nothing but spaces.
        "rule/empty-expression" Error EmptyExpression {},
        /// More bytes than are read.
        "rule/too-long" Error TooLong { most: u64 },
        /// More words and signs than are read.
        "rule/too-many-words" Error TooManyWords { most: u64 },
        /// More brackets, or operations in a row, inside one another than are read.
        "rule/too-deep" Error TooDeep { most: u64 },
        /// A character that the language does not know.
        "rule/bad-character" Error BadCharacter { found: String },
        /// A typographic quotation mark, as word processors put them.
        "rule/smart-quote" Error SmartQuote { found: String, instead: String },
        /// A space that looks like a plain one and is not.
        "rule/no-break-space" Error NoBreakSpace {},
        /// A sign of another language, as `==`.
        "rule/other-sign" Error OtherSign { found: String, instead: String },
        /// A quotation mark without its twin on the same line.
        "rule/unclosed-text" Error UnclosedText {},
        /// Something that begins as a number and is none.
        "rule/bad-number" Error BadNumber { found: String },
        /// More digits than a number may have.
        "rule/long-number" Error LongNumber { most: u64 },
        /// `0,5`: a comma where a point or `_` is meant.
        "rule/comma-in-number" Error CommaInNumber { found: String },
        /// A word or sign that cannot stand here.
        "rule/unexpected" Error Unexpected { found: Seen, expected: Expected },
        /// A word of the language where a name is expected.
        "rule/word-of-the-language" Error WordOfTheLanguage { word: String },
        /// `AND` for `and`.
        "rule/word-case" Error WordCase { found: String, instead: String },
        /// A bracket that is never closed.
        "rule/unclosed-bracket" Error UnclosedBracket { bracket: String },
        /// A closing bracket that was never opened.
        "rule/unopened-bracket" Error UnopenedBracket { bracket: String },
        /// `and` beside `or` without parentheses; both ways to read it.
        "rule/and-or" Error AndOr { first: String, second: String },
        /// `a < b < c`.
        "rule/comparison-chain" Error ComparisonChain {},
        /// `every`, `some`, `if` or `not` inside another expression.
        "rule/needs-parentheses" Error NeedsParentheses { word: String },
        /// Something else than a number, a text, `true` or `false` in a list.
        "rule/list-literal" Error ListLiteral { found: String },
        /// `in` without a list in square brackets behind it.
        "rule/in-needs-list" Error InNeedsList { found: Seen },
        /// `poor[a][b]`.
        "rule/second-index" Error SecondIndex {},
        /// `a.b.c`.
        "rule/second-step" Error SecondStep {},
    }
}

/// A problem and the piece of the expression's text that it is about (empty where something is missing).
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// What is wrong.
    pub problem: Problem,
    /// Where.
    pub span: TextSpan,
}

/// What stands where something else was expected.
#[derive(Clone, Debug, PartialEq)]
pub enum Seen {
    /// A piece of the text.
    Text(String),
    /// The text ends here.
    End,
}

impl From<Seen> for Argument {
    fn from(seen: Seen) -> Self {
        match seen {
            Seen::Text(text) => Argument::Text(quoted(&text)),
            Seen::End => Argument::Label("rule-seen-end"),
        }
    }
}

/// What could stand in the place of something unexpected.
#[derive(Clone, Debug, PartialEq)]
pub enum Expected {
    /// One of these words or signs.
    OneOf(Vec<&'static str>),
    /// Anything that has a value.
    Value,
    /// A name.
    Name,
    /// A number, a text, `true` or `false`.
    Literal,
    /// Something that joins two values; or the end.
    Operator,
}

impl From<Expected> for Argument {
    fn from(expected: Expected) -> Self {
        match expected {
            Expected::OneOf(words) => Argument::List(words.into_iter().map(quoted).collect()),
            Expected::Value => Argument::Label("rule-expected-value"),
            Expected::Name => Argument::Label("rule-expected-name"),
            Expected::Literal => Argument::Label("rule-expected-literal"),
            Expected::Operator => Argument::Label("rule-expected-operator"),
        }
    }
}

fn quoted(text: &str) -> String {
    format!("“{text}”")
}
