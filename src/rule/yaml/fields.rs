//! The keys of a mapping, each read once; what nobody reads is reported.
//!
//! In: a node. Out: values by key, and problems for keys that are missing, unknown or of the wrong shape. Must not know: which
//! keys there are (who reads them says so).

use crate::rule::Problem;
use crate::rule::yaml::value::{text, wrong_shape};
use crate::rule::yaml::{Findings, Node, NodeKind, Span, Written};
use crate::text::nfc;

/// Entries of a mapping whose keys are names of the author's own.
pub type Named<T> = Vec<(Written<String>, T)>;

/// The keys of a mapping that has fixed keys.
#[derive(Debug)]
pub struct Fields<'n> {
    /// The piece to point at for a missing key.
    pub head: Span,
    flow: bool,
    entries: Vec<Field<'n>>,
    known: Vec<&'static str>,
}

#[derive(Debug)]
struct Field<'n> {
    key: String,
    key_span: Span,
    value: &'n Node,
    taken: bool,
}

impl<'n> Fields<'n> {
    /// The keys of a node; none (and a problem) if it is no mapping.
    pub fn of(node: &'n Node, findings: &mut Findings) -> Option<Self> {
        let NodeKind::Mapping(entries) = &node.kind else {
            wrong_shape(node, "rule-shape-mapping", findings);
            return None;
        };
        let flow = findings
            .source()
            .text
            .get(node.start..)
            .is_some_and(|text| text.starts_with('{'));
        let entries = entries.iter().filter_map(|(key, value)| {
            let Written {
                value: key,
                span: key_span,
            } = key_text(key)?;
            Some(Field {
                key,
                key_span,
                value,
                taken: false,
            })
        });
        Some(Fields {
            head: node.head(),
            flow,
            entries: entries.collect(),
            known: Vec::new(),
        })
    }

    /// Whether the key is there (it is then still to be read).
    pub fn has(&self, key: &str) -> bool {
        self.entries.iter().any(|field| field.key == key)
    }

    /// Where the key stands.
    pub fn key_span(&self, key: &str) -> Option<Span> {
        self.entries
            .iter()
            .find(|field| field.key == key)
            .map(|field| field.key_span)
    }

    /// The value of a key that must be there.
    pub fn required<T>(
        &mut self,
        key: &'static str,
        findings: &mut Findings,
        read: impl FnOnce(&'n Node, &mut Findings) -> Option<T>,
    ) -> Option<T> {
        match self.take(key) {
            Some(node) => read(node, findings),
            None => {
                findings.add(
                    Problem::MissingKey {
                        key: key.to_owned(),
                    },
                    self.head,
                );
                None
            }
        }
    }

    /// The value of a key that may be there.
    pub fn optional<T>(
        &mut self,
        key: &'static str,
        findings: &mut Findings,
        read: impl FnOnce(&'n Node, &mut Findings) -> Option<T>,
    ) -> Option<T> {
        self.take(key).and_then(|node| read(node, findings))
    }

    /// The items of a list that may be there.
    pub fn list<T>(
        &mut self,
        key: &'static str,
        findings: &mut Findings,
        read: impl FnMut(&'n Node, &mut Findings) -> Option<T>,
    ) -> Vec<T> {
        self.optional(key, findings, |node, findings| list(node, findings, read))
            .unwrap_or_default()
    }

    /// The entries of a mapping with the author's own names that may be there.
    pub fn named<T>(
        &mut self,
        key: &'static str,
        findings: &mut Findings,
        read: impl FnMut(&'n Node, &mut Findings) -> Option<T>,
    ) -> Named<T> {
        self.optional(key, findings, |node, findings| named(node, findings, read))
            .unwrap_or_default()
    }

    /// Whether the key holds a list without items.
    pub fn is_empty_list(&self, key: &str) -> bool {
        self.entries.iter().any(|field| {
            field.key == key
                && matches!(&field.value.kind, NodeKind::Sequence(items) if items.is_empty())
        })
    }

    /// Further keys that an unknown one may have been meant for.
    pub fn know(&mut self, keys: &[&'static str]) {
        self.known.extend(keys);
    }

    fn take(&mut self, key: &'static str) -> Option<&'n Node> {
        if !self.known.contains(&key) {
            self.known.push(key);
        }
        let field = self.entries.iter_mut().find(|field| field.key == key)?;
        field.taken = true;
        Some(field.value)
    }

    /// All entries that have not been read, with their keys: for mappings that mix fixed keys with names.
    pub fn rest(&mut self) -> Vec<(Written<String>, &'n Node)> {
        let left = self.entries.iter_mut().filter(|field| !field.taken);
        left.map(|field| {
            field.taken = true;
            (
                Written {
                    value: field.key.clone(),
                    span: field.key_span,
                },
                field.value,
            )
        })
        .collect()
    }

    /// Reports every key that has not been read.
    pub fn finish(self, findings: &mut Findings) {
        for field in self.entries.iter().filter(|field| !field.taken) {
            let known = findings.meant(&field.key, self.known.iter().copied());
            let is_near = known.len() == 1;
            if self.flow
                && !is_near
                && field.value.is_nothing()
                && field.value.start == field.value.end
            {
                findings.add(
                    Problem::CommaNeedsQuotes {
                        text: field.key.clone(),
                    },
                    field.key_span,
                );
                continue;
            }
            findings.add(
                Problem::UnknownKey {
                    key: field.key.clone(),
                    known,
                },
                field.key_span,
            );
        }
    }
}

/// The items of a list; none (and a problem) if the node is no list. Items that cannot be read are left out.
pub fn list<'n, T>(
    node: &'n Node,
    findings: &mut Findings,
    mut read: impl FnMut(&'n Node, &mut Findings) -> Option<T>,
) -> Option<Vec<T>> {
    let NodeKind::Sequence(items) = &node.kind else {
        wrong_shape(node, "rule-shape-list", findings);
        return None;
    };
    Some(
        items
            .iter()
            .filter_map(|item| read(item, findings))
            .collect(),
    )
}

/// The entries of a mapping with the author's own names; none (and a problem) if the node is no mapping.
pub fn named<'n, T>(
    node: &'n Node,
    findings: &mut Findings,
    mut read: impl FnMut(&'n Node, &mut Findings) -> Option<T>,
) -> Option<Named<T>> {
    let NodeKind::Mapping(entries) = &node.kind else {
        wrong_shape(node, "rule-shape-mapping", findings);
        return None;
    };
    Some(
        entries
            .iter()
            .filter_map(|(key, value)| Some((key_text(key)?, read(value, findings)?)))
            .collect(),
    )
}

/// One text, or a list of texts.
pub fn texts(node: &Node, findings: &mut Findings) -> Option<Vec<Written<String>>> {
    match &node.kind {
        NodeKind::Scalar(_) => Some(vec![text(node, findings)?]),
        NodeKind::Sequence(_) | NodeKind::Mapping(_) => list(node, findings, text),
    }
}

/// A key, in the composed normal form. The tree has no keys that are no texts.
fn key_text(key: &Node) -> Option<Written<String>> {
    match &key.kind {
        NodeKind::Scalar(scalar) => Some(Written {
            value: nfc(scalar.text.trim()),
            span: key.span(),
        }),
        NodeKind::Sequence(_) | NodeKind::Mapping(_) => None,
    }
}
