//! Units, scales and choices.
//!
//! In: a rule file as written. Out: units and vocabularies of a schema. Must not know: columns.

use crate::diagnostic::Argument;
use crate::fact::schema::{UnitId, Vocabulary};
use crate::rule::Problem;
use crate::rule::file::{RuleFile, WrittenTerms};
use crate::rule::yaml::{Findings, Span, Written};
use crate::text::{Wording, fold};
use indexmap::IndexMap;
use std::collections::HashMap;

/// The unit of money, which every rule set has.
pub(super) const VND: &str = "VND";

/// The declared units, and the built-in one.
pub(super) fn units(file: &RuleFile) -> IndexMap<String, Wording> {
    let mut units: IndexMap<String, Wording> = file
        .units
        .iter()
        .map(|(name, wording)| (name.value.clone(), wording.clone()))
        .collect();
    units.entry(VND.to_owned()).or_insert_with(|| Wording {
        vi: "đồng".to_owned(),
        en: Some(VND.to_owned()),
    });
    units
}

/// The unit of that name.
pub(super) fn unit(units: &IndexMap<String, Wording>, name: &str) -> Option<UnitId> {
    Some(UnitId(u16::try_from(units.get_index_of(name)?).ok()?))
}

/// Scales first, then choices.
pub(super) fn vocabularies(
    file: &RuleFile,
    findings: &mut Findings,
) -> IndexMap<String, Vocabulary> {
    let mut vocabularies = IndexMap::new();
    let mut places: HashMap<&str, Span> = HashMap::new();
    let scales = file.scales.iter().map(|(name, terms)| (name, terms, true));
    let choices = file
        .choices
        .iter()
        .map(|(name, terms)| (name, terms, false));
    for (name, terms, ordered) in scales.chain(choices) {
        if let Some(first) = places.get(name.value.as_str()) {
            let (here, there) = (
                Argument::Label("rule-name-choices"),
                Argument::Label("rule-name-scale"),
            );
            findings.add_both(
                Problem::NameHides {
                    name: name.value.clone(),
                    here,
                    there,
                },
                name.span,
                *first,
            );
            continue;
        }
        places.insert(&name.value, name.span);
        vocabularies.insert(
            name.value.clone(),
            vocabulary(name, terms, ordered, findings),
        );
    }
    vocabularies
}

fn vocabulary(
    name: &Written<String>,
    terms: &WrittenTerms,
    ordered: bool,
    findings: &mut Findings,
) -> Vocabulary {
    if terms.is_empty() {
        findings.add(
            Problem::NoTerms {
                name: name.value.clone(),
            },
            name.span,
        );
    }
    let mut bearers: HashMap<String, (&str, Span)> = HashMap::new();
    for (code, names) in terms {
        for spelling in std::iter::once(code).chain(names) {
            match bearers.get(&fold(&spelling.value)) {
                Some((other, span)) if *other != code.value => {
                    let (term, other) = (code.value.clone(), (*other).to_owned());
                    findings.add_both(
                        Problem::TermTwice {
                            name: spelling.value.clone(),
                            term,
                            other,
                        },
                        spelling.span,
                        *span,
                    );
                }
                Some(_) => {}
                None => {
                    bearers.insert(fold(&spelling.value), (&code.value, spelling.span));
                }
            }
        }
    }
    let spellings =
        |names: &Vec<Written<String>>| names.iter().map(|name| name.value.clone()).collect();
    Vocabulary::new(
        ordered,
        terms
            .iter()
            .map(|(code, names)| (code.value.clone(), spellings(names)))
            .collect(),
    )
}
