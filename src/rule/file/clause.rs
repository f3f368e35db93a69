//! What every rule of whatever section begins with: its id, its clause, what it says, how it is read.
//!
//! In: nodes. Out: plain structs. Must not know: what the rule demands.

use crate::rule::Problem;
use crate::rule::yaml::{self, Fields, Findings, Node, NodeKind, Scalar, Written};
use crate::text::Wording;

/// The head of a rule, as written.
#[derive(Clone, Debug)]
pub struct WrittenClause {
    /// Its id; empty if it is missing.
    pub id: Written<String>,
    /// The clause that it comes from.
    pub cite: String,
    /// What it demands.
    pub says: Wording,
    /// How an ambiguous clause is read.
    pub reading: Option<Reading>,
}

/// How an ambiguous clause is read.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The reading.
    pub text: Wording,
    /// Whether the Board has yet to confirm it.
    pub confirm: bool,
}

/// Reads the head of a rule.
pub(super) fn clause(fields: &mut Fields<'_>, findings: &mut Findings) -> WrittenClause {
    let head = fields.head;
    WrittenClause {
        id: fields
            .required("id", findings, yaml::text)
            .unwrap_or(Written {
                value: String::new(),
                span: head,
            }),
        cite: fields
            .required("cite", findings, yaml::text)
            .map(|cite| cite.value)
            .unwrap_or_default(),
        says: fields
            .required("says", findings, yaml::wording)
            .unwrap_or_default(),
        reading: fields.optional("reading", findings, reading),
    }
}

fn reading(node: &Node, findings: &mut Findings) -> Option<Reading> {
    match &node.kind {
        NodeKind::Mapping(_) => {
            let mut fields = Fields::of(node, findings)?;
            let vi = fields.required("vi", findings, yaml::text);
            let en = fields.optional("en", findings, yaml::text);
            let confirm = fields
                .optional("confirm", findings, yaml::boolean)
                .is_some_and(|confirm| confirm.value);
            fields.finish(findings);
            let text = Wording {
                vi: vi?.value,
                en: en.map(|text| text.value),
            };
            Some(Reading { text, confirm })
        }
        NodeKind::Scalar(_) | NodeKind::Sequence(_) => Some(Reading {
            text: yaml::wording(node, findings)?,
            confirm: false,
        }),
    }
}

/// Which of several keys that exclude one another is there, with its value. None, or more than one, is reported.
pub(super) fn one_of<T: Copy>(
    keys: &[(&'static str, T)],
    needed: bool,
    fields: &mut Fields<'_>,
    findings: &mut Findings,
) -> Option<(T, Written<Scalar>)> {
    let mut found: Vec<(&'static str, T, Written<Scalar>)> = Vec::new();
    for (key, meaning) in keys {
        if let Some(value) = fields.optional(key, findings, yaml::expression) {
            found.push((key, *meaning, value));
        }
    }
    let names = |all: &mut dyn Iterator<Item = &'static str>| all.map(str::to_owned).collect();
    match found.as_slice() {
        [] if needed => findings.add(
            Problem::MissingOneOf {
                keys: names(&mut keys.iter().map(|(key, _)| *key)),
            },
            fields.head,
        ),
        [] | [_] => {}
        [_, (_, _, second), ..] => findings.add(
            Problem::OnlyOneOf {
                keys: names(&mut found.iter().map(|(key, ..)| *key)),
            },
            second.span,
        ),
    }
    found
        .into_iter()
        .next()
        .map(|(_, meaning, value)| (meaning, value))
}

/// One of a closed set of words.
pub(super) fn word<T: Copy>(
    words: &'static [(&'static str, T)],
) -> impl Fn(&Node, &mut Findings) -> Option<Written<T>> {
    move |node, findings| {
        let written = yaml::text(node, findings)?;
        let known = |(word, _): &&(&'static str, T)| *word == written.value;
        let Some((_, value)) = words.iter().find(known) else {
            let known = findings.meant(&written.value, words.iter().map(|(word, _)| *word));
            let problem = Problem::UnknownWord {
                value: written.value,
                known,
            };
            findings.add(problem, written.span);
            return None;
        };
        Some(Written {
            value: *value,
            span: written.span,
        })
    }
}
