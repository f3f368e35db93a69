//! The words and signs of the rule language.
//!
//! In: nothing. Out: the tokens that the lexer makes and the parser reads. Must not know: how they are put together.

use super::syntax::TextSpan;
use crate::number::Number;

/// One word, sign, number or text with its place.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) kind: TokenKind,
    pub(super) span: TextSpan,
}

/// What a token is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum TokenKind {
    /// A number as written, before any `%`; none if the lexer has reported it.
    Number(Option<Number>),
    /// What stands between the quotation marks, in NFC.
    Text(String),
    /// A name in NFC that is no word of the language.
    Name(String),
    /// A word or sign of the language.
    Mark(Mark),
    /// Characters that the lexer has already reported.
    Unreadable,
    /// Behind the last token.
    End,
}

macro_rules! marks {
    ($($mark:ident $text:literal)*) => {
        /// A token that has one spelling.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Mark { $($mark),* }

        impl Mark {
            const ALL: &'static [Mark] = &[$(Mark::$mark),*];

            /// Its spelling.
            pub(super) fn text(self) -> &'static str {
                match self { $(Mark::$mark => $text),* }
            }
        }
    };
}

marks! {
    Every "every" Some "some" In "in" Satisfies "satisfies" Row "row" Of "of" Where "where"
    If "if" Then "then" Else "else" Or "or" And "and" Not "not" Between "between"
    True "true" False "false" Own "own"
    Count "count" Sum "sum" Min "min" Max "max" Mean "mean" For "for"
    Plus "+" Minus "-" Times "*" Over "/" Percent "%"
    Equal "=" NotEqual "!=" Less "<" AtMost "<=" Greater ">" AtLeast ">="
    OpenParenthesis "(" CloseParenthesis ")" OpenBracket "[" CloseBracket "]"
    Comma "," Point "." Range ".."
}

impl Mark {
    /// The word of that spelling.
    pub(super) fn of_word(text: &str) -> Option<Mark> {
        Self::ALL.iter().copied().find(|mark| mark.text() == text)
    }

    /// Whether this is a word and no sign.
    pub(super) fn is_word(self) -> bool {
        self.text().starts_with(char::is_alphabetic)
    }

    /// The closing twin of an opening bracket.
    pub(super) fn closing(self) -> Option<Mark> {
        if self == Mark::OpenParenthesis {
            Some(Mark::CloseParenthesis)
        } else {
            (self == Mark::OpenBracket).then_some(Mark::CloseBracket)
        }
    }

    /// Whether this closes a bracket.
    pub(super) fn closes(self) -> bool {
        matches!(self, Mark::CloseParenthesis | Mark::CloseBracket)
    }
}

/// Whether this is a word of the language, as `every`, and so cannot be a name.
pub fn is_word(text: &str) -> bool {
    Mark::of_word(text).is_some_and(Mark::is_word)
}
