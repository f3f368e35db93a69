//! Why a file is not YAML, in terms that its author can act on.
//!
//! In: the YAML parser's error and what stood before it. Out: our problem and the piece of the file to look at. Must not know: keys.

use crate::rule::Problem;
use crate::rule::source::SourceText;
use crate::rule::yaml::{MOST_DEPTH, Span};
use granit_parser::{ErrorKind, ScanError};

/// The node that was finished last before the error.
pub(super) struct LastNode {
    pub(super) kind: LastNodeKind,
    pub(super) span: Span,
}

/// What sort of node it was, as far as it helps to tell what went wrong after it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum LastNodeKind {
    /// A text without quotes.
    Plain,
    /// `[…]` or `{…}`.
    ClosedFlow,
    /// `*name`.
    Alias,
    /// A quoted text or a block.
    Other,
}

/// The problem of an error at that position, and its place.
pub(super) fn problem_of(
    source: &SourceText,
    error: &ScanError,
    at: usize,
    last: Option<&LastNode>,
) -> (Problem, Span) {
    let line = Line::around(&source.text, at);
    if let Some(tab) = line
        .indenting_tab()
        .or_else(|| is_about_tabs(error.kind()).then_some(at))
    {
        return (
            Problem::Tab {},
            Span {
                start: tab,
                end: tab + 1,
            },
        );
    }
    if *error.kind() == ErrorKind::RecursionLimitExceeded {
        return (
            Problem::TooNested {
                limit: MOST_DEPTH as u64,
            },
            Span { start: at, end: at },
        );
    }
    let last = last.filter(|last| line.start <= last.span.start && last.span.end <= at);
    if let Some(start) = start_of_unquoted(error.kind(), at, &line, last) {
        let end = line.end_of_value(start);
        let value = source.text.get(start..end).unwrap_or_default();
        return (
            Problem::NeedsQuotes {
                quoted: quoted(value),
            },
            Span { start, end },
        );
    }
    (
        Problem::YamlSyntax {
            detail: error.kind().to_string(),
        },
        Span { start: at, end: at },
    )
}

fn is_about_tabs(kind: &ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::TabNotAllowed
            | ErrorKind::TabInBlockIndentation
            | ErrorKind::TabAtBlockScalarStart
            | ErrorKind::TabInIndentation
            | ErrorKind::TabInPlainScalar
    )
}

/// Where the text begins whose want of quotes explains the error; none if something else is wrong.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the parser has some hundred kinds of errors and may add to them"
)]
fn start_of_unquoted(
    kind: &ErrorKind,
    at: usize,
    line: &Line,
    last: Option<&LastNode>,
) -> Option<usize> {
    let after = |wanted: &[LastNodeKind]| {
        last.filter(|last| wanted.contains(&last.kind))
            .map(|last| last.span.start)
    };
    match kind {
        // `says: one: two`
        ErrorKind::MappingValueNotAllowed => after(&[LastNodeKind::Plain]),
        // `{ is: poor[y] / households }`
        ErrorKind::ExpectedFlowMappingSeparator | ErrorKind::ExpectedFlowSequenceSeparator => {
            after(&[
                LastNodeKind::Plain,
                LastNodeKind::Alias,
                LastNodeKind::ClosedFlow,
            ])
        }
        // `says: "Hộ" nghèo`, but not `{ a: "x" b: c }`, where a comma is missing.
        ErrorKind::InvalidTrailingSingleQuotedScalar
        | ErrorKind::InvalidTrailingDoubleQuotedScalar => {
            (!line.from(at).contains(": ")).then(|| line.start_of_value(at))
        }
        // `cite: KH #5` that goes on in the next line
        ErrorKind::CommentInterceptedScalar => after(&[LastNodeKind::Plain]),
        // `%…`, `@…`, `` `… ``, `& …`, `* …`, `!…`, `> 5`, `- …`
        ErrorKind::UnexpectedCharacter { .. }
        | ErrorKind::MissingAnchorOrAliasName
        | ErrorKind::BlockEntryInFlowCollection
        | ErrorKind::BlockSequenceEntryNotAllowed
        | ErrorKind::PlainScalarStartsWithDashFlowIndicator
        | ErrorKind::UndeclaredTagHandle
        | ErrorKind::InvalidTagTerminator
        | ErrorKind::MissingTagUri
        | ErrorKind::InvalidTagEscape
        | ErrorKind::InvalidGlobalTagCharacter => Some(line.start_of_value(at)),
        ErrorKind::InvalidBlockScalarHeader => {
            after(&[LastNodeKind::ClosedFlow]).or_else(|| Some(line.start_of_value(at)))
        }
        // `[start] + 1`, `*one two`
        _ => after(&[LastNodeKind::ClosedFlow, LastNodeKind::Alias])
            .filter(|_| !line.rest_is_blank(at)),
    }
}

/// The line of an error.
struct Line<'t> {
    start: usize,
    text: &'t str,
}

impl<'t> Line<'t> {
    fn around(text: &'t str, at: usize) -> Self {
        let before = text.get(..at).unwrap_or(text);
        let start = before.rfind(['\n', '\r']).map_or(0, |newline| newline + 1);
        let line = text.get(start..).unwrap_or_default();
        Line {
            start,
            text: line.split(['\n', '\r']).next().unwrap_or_default(),
        }
    }

    fn from(&self, at: usize) -> &'t str {
        self.text.get(at - self.start..).unwrap_or_default()
    }

    fn rest_is_blank(&self, at: usize) -> bool {
        self.from(at).trim().is_empty()
    }

    /// The first tab that indents the line.
    fn indenting_tab(&self) -> Option<usize> {
        let indent = self.text.len() - self.text.trim_start().len();
        self.text
            .get(..indent)?
            .find('\t')
            .map(|tab| self.start + tab)
    }

    /// Where the value begins in which `at` stands: after the last `: `, `- `, `, ` or opening bracket before it.
    fn start_of_value(&self, at: usize) -> usize {
        let before = self.text.get(..at - self.start).unwrap_or_default();
        // The error may be noticed only after the sign that is out of place.
        let signed = before.trim_end();
        let unsigned = signed.trim_end_matches(['>', '|', '!', '&', '*']);
        let before = if unsigned.len() < signed.len() {
            unsigned
        } else {
            before
        };
        let opened = [": ", "- ", ", ", "{", "["]
            .iter()
            .filter_map(|sign| Some(before.rfind(sign)? + sign.len()))
            .max();
        let start = opened.unwrap_or(0);
        let blank = self
            .text
            .get(start..)
            .map_or(0, |rest| rest.len() - rest.trim_start().len());
        self.start + start + blank
    }

    /// Where the value ends: within braces at the comma or brace that closes it, else with the line or before its comment.
    fn end_of_value(&self, start: usize) -> usize {
        let value = self.from(start);
        let before = self.text.get(..start - self.start).unwrap_or_default();
        let in_braces = before.matches(['{', '[']).count() > before.matches(['}', ']']).count();
        let end = if in_braces {
            end_in_braces(value)
        } else {
            value.find(" #").unwrap_or(value.len())
        };
        start + value.get(..end).unwrap_or(value).trim_end().len()
    }
}

fn end_in_braces(value: &str) -> usize {
    let mut depth = 0_usize;
    for (at, c) in value.char_indices() {
        match c {
            '(' | '[' | '{' => depth += 1,
            ',' | '}' | ']' if depth == 0 => return at,
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    value.len()
}

/// The text in quotes, ready to be copied.
fn quoted(value: &str) -> String {
    let value = crate::text::shortened(value, 120);
    if value.contains(['"', '\\']) {
        format!("'{}'", value.replace('\'', "''"))
    } else {
        format!("\"{value}\"")
    }
}
