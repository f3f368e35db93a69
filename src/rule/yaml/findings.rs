//! The problems of one rule file, each with its place, as they are found.
//!
//! In: problems and pieces of the file. Out: diagnostics in the order of the file, bounded. Must not know: what is checked.

use crate::diagnostic::Diagnostic;
use crate::place::Place;
use crate::rule::Problem;
use crate::rule::source::{Origin, SourceText};
use crate::rule::yaml::Span;
use crate::text::{listed, meant};

/// How many findings of a file are kept; the rest are counted.
const KEPT: usize = 1_000;
/// Past this many findings no known names are compared: a hostile file would make it long work.
const SUGGESTED: usize = 200;

/// The problems found in one rule file so far.
#[derive(Debug)]
pub struct Findings<'s> {
    source: &'s SourceText,
    origin: Origin,
    kept: Vec<(Position, Diagnostic)>,
    left_out: u64,
}

/// Where a finding stands; what concerns a whole file comes before its pieces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Position {
    File(Origin),
    Piece(Origin, usize),
}

impl<'s> Findings<'s> {
    /// None yet, of the rule file itself.
    pub fn new(source: &'s SourceText) -> Self {
        Self::of(source, Origin::Own)
    }

    /// None yet, of that file.
    pub fn of(source: &'s SourceText, origin: Origin) -> Self {
        Findings {
            source,
            origin,
            kept: Vec::new(),
            left_out: 0,
        }
    }

    /// The text.
    pub fn source(&self) -> &'s SourceText {
        self.source
    }

    /// The file that is looked at.
    pub fn origin(&self) -> Origin {
        self.origin
    }

    /// Adds a problem.
    pub fn add(&mut self, problem: Problem, span: Span) {
        self.push(problem, &[span]);
    }

    /// Adds the problem of another part of the stage.
    pub fn add_diagnostic(&mut self, mut diagnostic: Diagnostic, span: Span) {
        if self.kept.len() >= KEPT {
            self.left_out += 1;
            return;
        }
        diagnostic.places = vec![self.source.place(span.start, span.end)];
        self.kept.push((self.position(Some(span)), diagnostic));
    }

    /// Adds a problem that two pieces of the file make together; the first is the one to look at.
    pub fn add_both(&mut self, problem: Problem, span: Span, other: Span) {
        self.push(problem, &[span, other]);
    }

    /// Adds a problem of the whole file.
    pub fn add_to_file(&mut self, problem: Problem) {
        self.push(problem, &[]);
    }

    /// How many there are so far.
    pub fn count(&self) -> u64 {
        self.kept.len() as u64 + self.left_out
    }

    /// What the author of an unknown name may have meant: the nearest known one if one is near, else all of them; a dash if there
    /// is none.
    pub fn meant<'a>(
        &self,
        name: &str,
        known: impl IntoIterator<Item = &'a str> + Clone,
    ) -> Vec<String> {
        if self.kept.len() < SUGGESTED {
            meant(name, known)
        } else {
            listed(known)
        }
    }

    fn push(&mut self, problem: Problem, spans: &[Span]) {
        if self.kept.len() >= KEPT {
            self.left_out += 1;
            return;
        }
        let mut diagnostic = problem.diagnostic();
        diagnostic.places = match spans {
            [] => vec![Place::file(self.source.name(self.origin))],
            spans => spans
                .iter()
                .map(|span| self.source.place(span.start, span.end))
                .collect(),
        };
        self.kept
            .push((self.position(spans.first().copied()), diagnostic));
    }

    fn position(&self, span: Option<Span>) -> Position {
        match span {
            Some(span) => Position::Piece(self.source.origin(span.start), span.start),
            None => Position::File(self.origin),
        }
    }

    /// The diagnostics in the order of their places.
    pub fn into_diagnostics(mut self) -> Vec<Diagnostic> {
        self.kept.sort_by_key(|(position, _)| *position);
        let mut all: Vec<Diagnostic> = self.kept.into_iter().map(|(_, found)| found).collect();
        if self.left_out > 0 {
            let problem = Problem::MoreProblems {
                count: self.left_out,
            };
            all.push(problem.at(Place::file(self.source.name(self.origin))));
        }
        all
    }
}
