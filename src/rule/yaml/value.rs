//! The values of a rule file, one function a sort.
//!
//! In: a node. Out: the value with its place, or none and a problem. Must not know: which key it stands under.

use crate::diagnostic::Argument;
use crate::rule::Problem;
use crate::rule::yaml::{Amount, Fields, Findings, Node, NodeKind, Scalar, Written};
use crate::text::{Wording, nfc};
use chrono::NaiveDate;

/// The first and the last year that a rule file may name.
const YEARS: std::ops::RangeInclusive<i64> = 1900..=2200;

/// A text, in the composed normal form and without blanks around it.
pub fn text(node: &Node, findings: &mut Findings) -> Option<Written<String>> {
    let scalar = scalar_of(node, "rule-shape-text", findings)?;
    let value = nfc(scalar.text.trim());
    if value.is_empty() {
        findings.add(Problem::EmptyValue {}, node.span());
        return None;
    }
    Some(Written {
        value,
        span: node.span(),
    })
}

/// A text for people: plain (then it is Vietnamese), or `{ vi: …, en: … }`.
pub fn wording(node: &Node, findings: &mut Findings) -> Option<Wording> {
    match &node.kind {
        NodeKind::Scalar(_) => Some(Wording {
            vi: text(node, findings)?.value,
            en: None,
        }),
        NodeKind::Mapping(_) => {
            let mut fields = Fields::of(node, findings)?;
            let vi = fields.required("vi", findings, text);
            let en = fields.optional("en", findings, text);
            fields.finish(findings);
            Some(Wording {
                vi: vi?.value,
                en: en.map(|text| text.value),
            })
        }
        NodeKind::Sequence(_) => {
            wrong_shape(node, "rule-shape-wording", findings);
            None
        }
    }
}

/// A condition or another expression, as written.
pub fn expression(node: &Node, findings: &mut Findings) -> Option<Written<Scalar>> {
    let scalar = scalar_of(node, "rule-shape-expression", findings)?;
    Some(Written {
        value: scalar.clone(),
        span: node.span(),
    })
}

/// `true` or `false`; nothing else that YAML programs take for them.
pub fn boolean(node: &Node, findings: &mut Findings) -> Option<Written<bool>> {
    let scalar = scalar_of(node, "rule-shape-boolean", findings)?;
    let value = match scalar.text.as_str() {
        "true" if scalar.plain => true,
        "false" if scalar.plain => false,
        other => {
            findings.add(
                Problem::NotABoolean {
                    value: other.to_owned(),
                },
                node.span(),
            );
            return None;
        }
    };
    Some(Written {
        value,
        span: node.span(),
    })
}

/// A number.
pub fn number(node: &Node, findings: &mut Findings) -> Option<Written<Amount>> {
    let scalar = scalar_of(node, "rule-shape-number", findings)?;
    let Some(value) = Amount::read(&scalar.text) else {
        findings.add(
            Problem::NotANumber {
                value: scalar.text.clone(),
            },
            node.span(),
        );
        return None;
    };
    Some(Written {
        value,
        span: node.span(),
    })
}

/// A whole number within bounds, both included.
pub fn whole(low: i64, high: i64) -> impl Fn(&Node, &mut Findings) -> Option<Written<i64>> {
    move |node, findings| {
        let scalar = scalar_of(node, "rule-shape-number", findings)?;
        let amount = Amount::read(&scalar.text).filter(|amount| !amount.percent);
        let Some(value) = amount
            .and_then(|amount| amount.value.to_i64())
            .filter(|value| (low..=high).contains(value))
        else {
            let problem = Problem::NotInRange {
                value: scalar.text.clone(),
                low: low.to_string(),
                high: high.to_string(),
            };
            findings.add(problem, node.span());
            return None;
        };
        Some(Written {
            value,
            span: node.span(),
        })
    }
}

/// A year.
pub fn year(node: &Node, findings: &mut Findings) -> Option<Written<i32>> {
    let year = whole(*YEARS.start(), *YEARS.end())(node, findings)?;
    Some(Written {
        value: i32::try_from(year.value).ok()?,
        span: year.span,
    })
}

/// A day, as `2022-09-16`.
pub fn date(node: &Node, findings: &mut Findings) -> Option<Written<NaiveDate>> {
    let scalar = scalar_of(node, "rule-shape-date", findings)?;
    let well_formed = scalar.text.len() == "2022-09-16".len()
        && scalar.text.bytes().all(|b| b == b'-' || b.is_ascii_digit());
    let day = NaiveDate::parse_from_str(&scalar.text, "%Y-%m-%d")
        .ok()
        .filter(|_| well_formed);
    let Some(value) = day else {
        findings.add(
            Problem::NotADate {
                value: scalar.text.clone(),
            },
            node.span(),
        );
        return None;
    };
    Some(Written {
        value,
        span: node.span(),
    })
}

/// The content of an example's cell: none for an empty one.
pub fn cell(node: &Node, findings: &mut Findings) -> Option<Written<Option<String>>> {
    let nothing = node.is_nothing();
    let value = if nothing {
        None
    } else {
        Some(nfc(scalar_of(node, "rule-shape-text", findings)?
            .text
            .trim()))
    };
    Some(Written {
        value,
        span: node.span(),
    })
}

/// The text of a node that must be neither a list nor a mapping nor nothing.
pub fn scalar_of<'n>(
    node: &'n Node,
    expected: &'static str,
    findings: &mut Findings,
) -> Option<&'n Scalar> {
    match &node.kind {
        NodeKind::Scalar(scalar) if !scalar.is_nothing() => Some(scalar),
        NodeKind::Scalar(_) | NodeKind::Sequence(_) | NodeKind::Mapping(_) => {
            wrong_shape(node, expected, findings);
            None
        }
    }
}

/// Reports that the node has another shape than the one whose label is given.
pub fn wrong_shape(node: &Node, expected: &'static str, findings: &mut Findings) {
    let found = match &node.kind {
        NodeKind::Scalar(scalar) if scalar.is_nothing() => "rule-shape-nothing",
        NodeKind::Scalar(_) => "rule-shape-text",
        NodeKind::Sequence(_) => "rule-shape-list",
        NodeKind::Mapping(_) => "rule-shape-mapping",
    };
    findings.add(
        Problem::WrongShape {
            expected: Argument::Label(expected),
            found: Argument::Label(found),
        },
        node.head(),
    );
}
