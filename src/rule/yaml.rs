//! A rule file as a tree of mappings, lists and texts, each with its place.
//!
//! In: the text of a rule file. Out: its tree, and everything that is wrong with it as YAML. Must not know: which keys there are.
//!
//! The tree is our own because all problems of a file are to be found in one run and told in our own words, numbers are to stay
//! the texts they are, and a place within a folded condition must lead back to its line.

mod alias;
mod amount;
mod build;
mod fields;
mod findings;
mod scalar;
mod syntax;
mod value;

pub use amount::Amount;
pub use fields::{Fields, Named, list, named, texts};
pub use findings::Findings;
pub use scalar::Scalar;
pub use value::{
    boolean, cell, date, expression, number, scalar_of, text, whole, wording, wrong_shape, year,
};

use crate::rule::Problem;

/// How many bytes a rule file may have.
pub const MOST_BYTES: usize = 1 << 20;
/// How many nodes all aliases of a file may add up to.
pub const MOST_ALIASED: usize = 20_000;
/// How deeply a rule file may be nested.
pub const MOST_DEPTH: usize = 32;
/// How many entries one list or mapping may have.
pub const MOST_ENTRIES: usize = 10_000;

/// A piece of a rule file: byte offsets, end exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// A value with the piece of the file that it was read from.
#[derive(Clone, Debug, PartialEq)]
pub struct Written<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

/// A node of the tree. One that came by an alias keeps the place of what the alias stands for.
#[derive(Clone, Debug)]
pub struct Node {
    /// What it is.
    pub kind: NodeKind,
    /// First byte.
    pub start: usize,
    /// One past the last byte that is not blank.
    pub end: usize,
}

/// What a node is.
#[derive(Clone, Debug)]
pub enum NodeKind {
    /// A text, a number, a date, `true`, or nothing.
    Scalar(Scalar),
    /// A list.
    Sequence(Vec<Node>),
    /// Keys with values; every key is a text and stands once.
    Mapping(Vec<(Node, Node)>),
}

impl Node {
    /// A word that stands nowhere, at the place of what it follows from.
    pub(super) fn word(text: &str, at: Span) -> Self {
        let scalar = Scalar::new(text, granit_parser::ScalarStyle::Plain, at.start, text);
        Node {
            kind: NodeKind::Scalar(scalar),
            start: at.start,
            end: at.end,
        }
    }

    /// Where it stands.
    pub fn span(&self) -> Span {
        Span {
            start: self.start,
            end: self.end,
        }
    }

    /// The piece to point at when something about the whole node is wrong: a mapping's first key, else all of it.
    pub fn head(&self) -> Span {
        match &self.kind {
            NodeKind::Mapping(entries) => match entries.first() {
                Some((key, _)) if key.start == self.start => key.span(),
                Some(_) | None => self.span(),
            },
            NodeKind::Scalar(_) | NodeKind::Sequence(_) => self.span(),
        }
    }

    /// Whether nothing stands there, or a null is written.
    pub fn is_nothing(&self) -> bool {
        match &self.kind {
            NodeKind::Scalar(scalar) => scalar.is_nothing(),
            NodeKind::Sequence(_) | NodeKind::Mapping(_) => false,
        }
    }
}

/// Reads the tree of a rule file. There is none if the file is not YAML at all; otherwise there is one even if something is
/// wrong with it, so that the rest of the file can be checked in the same run.
pub fn parse(findings: &mut Findings<'_>) -> Option<Node> {
    let size = findings.source().bytes(findings.origin()).len();
    if size > MOST_BYTES {
        findings.add_to_file(Problem::TooLarge {
            size: size as u64,
            limit: MOST_BYTES as u64,
        });
        return None;
    }
    build::tree(findings)
}

#[cfg(test)]
mod tests;
