//! The tokens of an expression, read one after the other, and what was found wrong on the way.
//!
//! In: the lexer's tokens. Out: single tokens, reports, and the way on behind a faulty bracket. Must not know: which productions there are.
//!
//! A reader that fails has reported why, and returns [`Reported`]. Nothing is reported a second time: the nearest bracket around the fault is
//! skipped to its end and reading goes on behind it; a fault outside all brackets ends the reading.

use super::lexer::Lexed;
use super::problem::{Expected, Found, Problem, Seen};
use super::syntax::TextSpan;
use super::token::{Mark, Token, TokenKind};
use crate::text::shortened;

/// How many brackets, signs before a value and bodies of `every`, `some`, `if` may stand inside one another.
pub(super) const MOST_NESTED: usize = 64;

/// Why nothing could be read here is written down already.
#[derive(Debug)]
pub(super) struct Reported;

/// What a reader of a production returns.
pub(super) type Read<T> = Result<T, Reported>;

/// The place in the tokens that is being read.
pub(super) struct Parser<'a> {
    text: &'a str,
    /// Never empty: the last is [`TokenKind::End`].
    tokens: Vec<Token>,
    at: usize,
    nested: usize,
    pub(super) found: Vec<Found>,
    #[cfg(test)]
    pub(super) looks: std::cell::Cell<usize>,
}

impl<'a> Parser<'a> {
    pub(super) fn new(text: &'a str, lexed: Lexed) -> Self {
        Parser {
            text,
            tokens: lexed.tokens,
            at: 0,
            nested: 0,
            found: lexed.found,
            #[cfg(test)]
            looks: std::cell::Cell::new(0),
        }
    }

    /// The token to read next.
    pub(super) fn peek(&self) -> &Token {
        #[cfg(test)]
        self.looks.set(self.looks.get() + 1);
        &self.tokens[self.at]
    }

    /// The word or sign to read next, if it is one.
    pub(super) fn mark(&self) -> Option<Mark> {
        self.mark_at(0)
    }

    /// The word or sign that many tokens ahead.
    pub(super) fn mark_at(&self, ahead: usize) -> Option<Mark> {
        #[cfg(test)]
        self.looks.set(self.looks.get() + 1);
        match self.tokens.get(self.at + ahead).map(|t| &t.kind) {
            Some(TokenKind::Mark(mark)) => Some(*mark),
            _ => None,
        }
    }

    /// Reads the next token, whatever it is; stays at the end.
    pub(super) fn advance(&mut self) -> Token {
        let token = self.peek().clone();
        self.at = (self.at + 1).min(self.tokens.len() - 1);
        token
    }

    /// Reads this word or sign, if it is next.
    pub(super) fn take(&mut self, mark: Mark) -> Option<TextSpan> {
        (self.mark() == Some(mark)).then(|| self.advance().span)
    }

    /// Reads this word or sign, or reports that it is missing.
    pub(super) fn expect(&mut self, mark: Mark) -> Read<TextSpan> {
        self.take(mark)
            .ok_or_else(|| self.fail(Expected::OneOf(vec![mark.text()])))
    }

    /// Where the token stands that comes after so many others; none if there are not as many.
    pub(super) fn token_at(&self, position: usize) -> Option<TextSpan> {
        let token = self.tokens.get(position)?;
        (token.kind != TokenKind::End).then_some(token.span)
    }

    /// The text of a span.
    pub(super) fn slice(&self, span: TextSpan) -> &'a str {
        self.text.get(span.start..span.end).unwrap_or_default()
    }

    /// The next token as a message shows it.
    pub(super) fn seen(&self) -> Seen {
        let token = self.peek();
        match token.kind {
            TokenKind::End => Seen::End,
            TokenKind::Number(_)
            | TokenKind::Text(_)
            | TokenKind::Name(_)
            | TokenKind::Mark(_)
            | TokenKind::Unreadable => Seen::Text(shortened(self.slice(token.span), 40)),
        }
    }

    pub(super) fn report(&mut self, problem: Problem, span: TextSpan) {
        self.found.push(Found { problem, span });
    }

    /// Reports that the next token cannot stand here; what the lexer could not read is reported by then.
    pub(super) fn fail(&mut self, expected: Expected) -> Reported {
        let token = self.peek().clone();
        let (problem, span) = match &token.kind {
            TokenKind::Unreadable | TokenKind::Number(None) => return Reported,
            TokenKind::Name(name) => self.unexpected_name(name, token.span, expected),
            TokenKind::Mark(mark) => self.unexpected_mark(*mark, token.span, expected),
            TokenKind::Number(Some(_)) | TokenKind::Text(_) | TokenKind::End => {
                (self.unexpected(expected), token.span)
            }
        };
        self.report(problem, span);
        Reported
    }

    fn unexpected(&self, expected: Expected) -> Problem {
        Problem::Unexpected {
            found: self.seen(),
            expected,
        }
    }

    fn unexpected_name(
        &self,
        name: &str,
        span: TextSpan,
        expected: Expected,
    ) -> (Problem, TextSpan) {
        let problem = match Mark::of_word(&name.to_lowercase()) {
            Some(word) => Problem::WordCase {
                found: name.to_owned(),
                instead: word.text().to_owned(),
            },
            None => self.unexpected(expected),
        };
        (problem, span)
    }

    fn unexpected_mark(
        &self,
        mark: Mark,
        span: TextSpan,
        expected: Expected,
    ) -> (Problem, TextSpan) {
        if let Some(number) = self.number_with_comma(mark) {
            let found = shortened(self.slice(number), 40);
            return (Problem::CommaInNumber { found }, number);
        }
        let bracket = || mark.text().to_owned();
        let problem = if mark.closes() && expected == Expected::Operator {
            Problem::UnopenedBracket { bracket: bracket() }
        } else if expected == Expected::Name && mark.is_word() {
            Problem::WordOfTheLanguage { word: bracket() }
        } else {
            self.unexpected(expected)
        };
        (problem, span)
    }

    /// `0,5` as a whole, if the comma to read next stands between two numbers without a space.
    fn number_with_comma(&self, mark: Mark) -> Option<TextSpan> {
        let before = self.tokens.get(self.at.checked_sub(1)?)?;
        let comma = self.tokens.get(self.at)?;
        let behind = self.tokens.get(self.at + 1)?;
        let numbers = [before, behind]
            .iter()
            .all(|t| matches!(t.kind, TokenKind::Number(_)));
        let adjoin = before.span.end == comma.span.start && comma.span.end == behind.span.start;
        (mark == Mark::Comma && numbers && adjoin).then(|| before.span.to(behind.span))
    }

    /// Reads something that stands inside something else; too deep inside, that is reported and nothing more is read.
    pub(super) fn nested<T>(
        &mut self,
        at: TextSpan,
        read: impl FnOnce(&mut Self) -> Read<T>,
    ) -> Read<T> {
        if self.nested == MOST_NESTED {
            let most = MOST_NESTED as u64;
            self.report(Problem::TooDeep { most }, at);
            self.at = self.tokens.len() - 1;
            return Err(Reported);
        }
        self.nested += 1;
        let result = read(self);
        self.nested -= 1;
        result
    }

    /// Reads a bracket that is next, what stands in it, and its end, before which the words of `or` could go on. None for what stands in it if
    /// there is a fault; then the bracket has been skipped.
    pub(super) fn within<T>(
        &mut self,
        or: &[Mark],
        read: impl FnOnce(&mut Self) -> Read<T>,
    ) -> Read<(Option<T>, TextSpan)> {
        let bracket = self.mark().unwrap_or(Mark::OpenParenthesis);
        let closing = bracket.closing().unwrap_or(Mark::CloseParenthesis);
        let open = self.advance().span;
        let result = self.nested(open, |parser| {
            let inside = read(parser)?;
            let end = parser.close(bracket, open, closing, or)?;
            Ok((Some(inside), end))
        });
        match result {
            Ok((inside, end)) => Ok((inside, open.to(end))),
            Err(Reported) => Ok((None, open.to(self.skip_past(closing)?))),
        }
    }

    fn close(
        &mut self,
        bracket: Mark,
        open: TextSpan,
        closing: Mark,
        or: &[Mark],
    ) -> Read<TextSpan> {
        if let Some(end) = self.take(closing) {
            return Ok(end);
        }
        if self.peek().kind == TokenKind::End {
            let bracket = bracket.text().to_owned();
            self.report(Problem::UnclosedBracket { bracket }, open);
            return Err(Reported);
        }
        let expected = or.iter().chain([&closing]).map(|mark| mark.text());
        Err(self.fail(Expected::OneOf(expected.collect())))
    }

    /// Goes behind the end of the bracket being read.
    fn skip_past(&mut self, closing: Mark) -> Read<TextSpan> {
        let mut open = Vec::new();
        while self.peek().kind != TokenKind::End {
            let mark = self.mark();
            let span = self.advance().span;
            if open.is_empty() && mark == Some(closing) {
                return Ok(span);
            }
            if mark.is_some() && mark == open.last().copied() {
                open.pop();
            }
            open.extend(mark.and_then(Mark::closing));
        }
        Err(Reported)
    }
}
