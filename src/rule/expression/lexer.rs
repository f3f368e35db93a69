//! Reads the text of an expression into words, signs, numbers and texts.
//!
//! In: the text. Out: its tokens, and every character that does not belong with what to write instead; where the meaning is plain the
//! token is made all the same, so that the parser can go on. Must not know: grammar.

use super::problem::{Found, Problem};
use super::syntax::TextSpan;
use super::token::{Mark, Token, TokenKind, is_word};
use crate::number::Number;
use crate::text;
use unicode_normalization::char::is_combining_mark;

/// How many digits a number may have; more than any figure of a plan needs, and arithmetic on them stays cheap.
pub(super) const MOST_DIGITS: usize = 60;

/// The tokens of a text, the last of them [`TokenKind::End`], and what is wrong with its characters.
pub(super) struct Lexed {
    pub(super) tokens: Vec<Token>,
    pub(super) found: Vec<Found>,
}

/// Reads a whole text.
pub(super) fn lex(text: &str) -> Lexed {
    let mut lexer = Lexer {
        text,
        at: 0,
        lexed: Lexed {
            tokens: Vec::new(),
            found: Vec::new(),
        },
    };
    while let Some(c) = lexer.rest().chars().next() {
        lexer.token(c);
    }
    let end = lexer.lexed.tokens.last().map_or(text.len(), |t| t.span.end);
    lexer.push(TokenKind::End, TextSpan { start: end, end });
    lexer.lexed
}

/// Whether this can name a column, constant or year: letters, digits and `_`, no digit first, no word of the language.
pub fn is_name(text: &str) -> bool {
    let text = text::nfc(text);
    text.starts_with(begins_name) && text.chars().all(belongs_in_name) && !is_word(&text)
}

fn is_plain_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r')
}

fn begins_name(c: char) -> bool {
    c.is_alphabetic() || c == '_'
}

fn belongs_in_name(c: char) -> bool {
    begins_name(c) || c.is_ascii_digit()
}

/// What signs look like, longer ones before their beginnings. A spelling that is neither the sign's own nor in [`ALSO_READ`] is
/// reported with the sign's own.
const SPELLINGS: &[(&str, Mark)] = &[
    ("===", Mark::Equal),
    ("...", Mark::Range),
    ("==", Mark::Equal),
    ("=<", Mark::AtMost),
    ("=>", Mark::AtLeast),
    ("=\u{338}", Mark::NotEqual),
    ("=", Mark::Equal),
    ("!=", Mark::NotEqual),
    ("!", Mark::Not),
    ("<>", Mark::NotEqual),
    ("<=", Mark::AtMost),
    ("<", Mark::Less),
    (">=", Mark::AtLeast),
    (">", Mark::Greater),
    ("≤", Mark::AtMost),
    ("≥", Mark::AtLeast),
    ("≠", Mark::NotEqual),
    ("&&", Mark::And),
    ("&", Mark::And),
    ("||", Mark::Or),
    ("|", Mark::Or),
    ("..", Mark::Range),
    ("…", Mark::Range),
    (".", Mark::Point),
    ("+", Mark::Plus),
    ("-", Mark::Minus),
    ("\u{2212}", Mark::Minus),
    ("–", Mark::Minus),
    ("—", Mark::Minus),
    ("*", Mark::Times),
    ("×", Mark::Times),
    ("/", Mark::Over),
    ("÷", Mark::Over),
    ("%", Mark::Percent),
    ("(", Mark::OpenParenthesis),
    (")", Mark::CloseParenthesis),
    ("[", Mark::OpenBracket),
    ("]", Mark::CloseBracket),
    (",", Mark::Comma),
];

/// Read like the sign itself; the last is `≠` in decomposed form.
const ALSO_READ: [&str; 4] = ["≤", "≥", "≠", "=\u{338}"];

struct Lexer<'a> {
    text: &'a str,
    at: usize,
    lexed: Lexed,
}

impl<'a> Lexer<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn token(&mut self, c: char) {
        if is_plain_space(c) {
            self.at += 1;
        } else if c.is_ascii_digit() || is_fraction_alone(self.rest()) {
            self.number();
        } else if begins_name(c) {
            self.name();
        } else if let Some(quote) = straight_quote(c) {
            self.quoted(c, quote);
        } else if let Some(&(spelling, mark)) = SPELLINGS
            .iter()
            .find(|(spelling, _)| self.rest().starts_with(spelling))
        {
            self.mark(spelling, mark);
        } else if c.is_whitespace() {
            let span = self.eat(|c| c.is_whitespace() && !is_plain_space(c));
            self.report(Problem::NoBreakSpace {}, span);
        } else {
            self.bad_character(c);
        }
    }

    fn number(&mut self) {
        let span = self.span_of(number_length(self.rest()));
        let value = exact_value(&self.text[span.start..span.end])
            .map_err(|problem| self.report(problem, span))
            .ok();
        self.push(TokenKind::Number(value), span);
    }

    fn name(&mut self) {
        let span = self.eat(|c| belongs_in_name(c) || is_combining_mark(c));
        let name = text::nfc(&self.text[span.start..span.end]);
        if let Some(mark) = name.chars().find(|c| !belongs_in_name(*c)) {
            self.report(Problem::BadCharacter { found: shown(mark) }, span);
        }
        match Mark::of_word(&name) {
            Some(word) => self.push(TokenKind::Mark(word), span),
            None => self.push(TokenKind::Name(name), span),
        }
    }

    fn quoted(&mut self, open: char, quote: char) {
        let opening = self.span_of(open.len_utf8());
        self.check_quote(open, quote, opening);
        let closing = closing_quote(self.rest(), quote, open == quote);
        let inside = self.span_of(closing.at);
        let content = &self.text[inside.start..inside.end];
        match closing.quote {
            Some(close) => {
                let end = self.span_of(close.len_utf8());
                self.check_quote(close, quote, end);
                self.check_content(content, inside.start);
                self.push(TokenKind::Text(text::nfc(content)), opening.to(end));
            }
            None => {
                let end = inside.start + content.trim_end().len();
                let span = TextSpan {
                    start: opening.start,
                    end,
                };
                self.report(Problem::UnclosedText {}, span);
                self.push(TokenKind::Text(text::nfc(content)), span);
            }
        }
    }

    fn check_quote(&mut self, found: char, instead: char, span: TextSpan) {
        if found != instead {
            let (found, instead) = (found.to_string(), instead.to_string());
            self.report(Problem::SmartQuote { found, instead }, span);
        }
    }

    /// What cannot be seen in a text makes it differ from what it looks like, and a comparison fail silently.
    fn check_content(&mut self, content: &str, start: usize) {
        for (at, c) in content.char_indices() {
            let span = TextSpan {
                start: start + at,
                end: start + at + c.len_utf8(),
            };
            if c.is_whitespace() && !c.is_ascii() {
                self.report(Problem::NoBreakSpace {}, span);
            } else if is_hidden(c) {
                self.report(Problem::BadCharacter { found: shown(c) }, span);
            }
        }
    }

    fn mark(&mut self, spelling: &str, mark: Mark) {
        let span = self.span_of(spelling.len());
        if spelling != mark.text() && !ALSO_READ.contains(&spelling) {
            let (found, instead) = (spelling.to_owned(), mark.text().to_owned());
            self.report(Problem::OtherSign { found, instead }, span);
        }
        self.push(TokenKind::Mark(mark), span);
    }

    fn bad_character(&mut self, c: char) {
        let span = self.span_of(c.len_utf8());
        self.report(Problem::BadCharacter { found: shown(c) }, span);
        self.push(TokenKind::Unreadable, span);
    }

    /// Steps over all characters of a kind.
    fn eat(&mut self, wanted: impl Fn(char) -> bool) -> TextSpan {
        let rest = self.rest();
        self.span_of(rest.find(|c| !wanted(c)).unwrap_or(rest.len()))
    }

    /// Steps over that many bytes.
    fn span_of(&mut self, length: usize) -> TextSpan {
        let start = self.at;
        self.at += length;
        TextSpan {
            start,
            end: self.at,
        }
    }

    fn push(&mut self, kind: TokenKind, span: TextSpan) {
        self.lexed.tokens.push(Token { kind, span });
    }

    fn report(&mut self, problem: Problem, span: TextSpan) {
        self.lexed.found.push(Found { problem, span });
    }
}

/// `.5`: read as one thing, so that the message can name it.
fn is_fraction_alone(rest: &str) -> bool {
    rest.strip_prefix('.')
        .is_some_and(|behind| behind.starts_with(|c: char| c.is_ascii_digit()))
}

/// How far something goes that begins as a number: `100triệu` and `1.234.567` are one bad number each, `2022..2025` is two.
fn number_length(rest: &str) -> usize {
    let mut characters = rest.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let ends = if c == '.' {
            characters.peek().is_some_and(|(_, next)| *next == '.')
        } else {
            !belongs_in_name(c) && !is_combining_mark(c)
        };
        if ends {
            return at;
        }
    }
    rest.len()
}

fn exact_value(written: &str) -> Result<Number, Problem> {
    let digits = written.chars().filter(char::is_ascii_digit).count();
    if digits > MOST_DIGITS {
        let most = MOST_DIGITS as u64;
        return Err(Problem::LongNumber { most });
    }
    Number::parse_plain(written).ok_or_else(|| Problem::BadNumber {
        found: text::shortened(written, 40),
    })
}

/// The quotation mark that should stand in place of this one.
fn straight_quote(c: char) -> Option<char> {
    match c {
        '"' | '“' | '”' | '„' | '‟' | '«' | '»' => Some('"'),
        '\'' | '‘' | '’' | '‚' | '‛' => Some('\''),
        _ => None,
    }
}

/// Where a text ends, and with which quotation mark; none if the line ends before.
#[derive(Clone, Copy, PartialEq)]
struct Closing {
    at: usize,
    quote: Option<char>,
}

/// Finds the end of a text. One opened with a smart quote ends at the next quote of its family. One opened with a straight quote may
/// hold smart ones, in pairs or as apostrophes; a closing one without its opening one ends it, or the rest of the line would be read
/// inside out.
fn closing_quote(rest: &str, quote: char, opened_straight: bool) -> Closing {
    let (opening, closing) = if quote == '"' {
        ('“', '”')
    } else {
        ('‘', '’')
    };
    let mut open = 0_usize;
    let mut first_smart = None;
    let mut characters = rest.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let here = Closing { at, quote: Some(c) };
        if matches!(c, '\n' | '\r') {
            return first_smart.unwrap_or(Closing { at, quote: None });
        }
        if straight_quote(c) != Some(quote) {
            continue;
        }
        let before_a_letter = characters.peek().is_some_and(|(_, c)| c.is_alphanumeric());
        if c == quote || !opened_straight || (c == closing && open == 0 && !before_a_letter) {
            return here;
        }
        first_smart = first_smart.or(Some(here));
        open = if c == opening {
            open + 1
        } else {
            open.saturating_sub(1)
        };
    }
    first_smart.unwrap_or(Closing {
        at: rest.len(),
        quote: None,
    })
}

/// Whether a text can be written between two of these quotation marks.
pub(super) fn can_stand_between(quote: char, content: &str) -> bool {
    let closing = Closing {
        at: content.len(),
        quote: Some(quote),
    };
    closing_quote(&format!("{content}{quote}"), quote, true) == closing
}

/// Characters that are not seen, or change how those around them are shown.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// A character as a message can show it.
fn shown(c: char) -> String {
    if is_hidden(c) || is_combining_mark(c) {
        format!("U+{:04X}", u32::from(c))
    } else {
        c.to_string()
    }
}
