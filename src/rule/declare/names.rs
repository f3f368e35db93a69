//! Names that conditions use: whether the language can write them, and whether it can tell them apart.
//!
//! In: a rule file as written. Out: problems. Must not know: what the names stand for.

use crate::diagnostic::Argument;
use crate::rule::Problem;
use crate::rule::expression::{is_name, is_word};
use crate::rule::file::RuleFile;
use crate::rule::yaml::{Findings, Span, Written};
use std::collections::HashMap;

/// The name that conditions have without any declaration.
const PREDEFINED: &str = "as_of";

/// Keys of an example, in which the other keys are columns.
const EXAMPLE_KEYS: [&str; 2] = ["gives", "round"];

/// Where a name that can stand alone in a condition comes from, as the key of its label.
#[derive(Clone, Copy)]
struct Bearer {
    label: &'static str,
    span: Span,
}

type Names<'f> = HashMap<&'f str, Bearer>;

/// Reports names that the language cannot write, and names that hide one another.
pub(super) fn check(file: &RuleFile, findings: &mut Findings) {
    let global = global_names(file, findings);
    for (name, table) in &file.tables {
        check_writable(name, findings);
        let mut names = Names::new();
        for (column, _) in table.columns.iter().flatten() {
            check_writable(column, findings);
            if EXAMPLE_KEYS.contains(&column.value.as_str()) {
                findings.add(
                    Problem::ReservedName {
                        name: column.value.clone(),
                    },
                    column.span,
                );
            }
            claim(
                &mut names,
                Some(&global),
                column,
                "rule-name-column",
                findings,
            );
        }
        for (derived, _) in &table.derived {
            check_writable(derived, findings);
            claim(
                &mut names,
                Some(&global),
                derived,
                "rule-name-derived",
                findings,
            );
        }
    }
}

/// Names that mean the same in the conditions of every table.
fn global_names<'f>(file: &'f RuleFile, findings: &mut Findings) -> Names<'f> {
    let mut names = Names::new();
    for (constant, _) in &file.constants {
        check_writable(constant, findings);
        claim(&mut names, None, constant, "rule-name-constant", findings);
    }
    for (_, round) in &file.rounds {
        let years = round.years.iter().map(|(name, _)| (name, "rule-name-year"));
        let numbers = round.set.iter().map(|(name, _)| (name, "rule-name-set"));
        for (name, label) in years.chain(numbers) {
            // Every round sets the same names: the first one speaks for all.
            if names
                .get(name.value.as_str())
                .is_none_or(|first: &Bearer| first.label != label)
            {
                check_writable(name, findings);
                claim(&mut names, None, name, label, findings);
            }
        }
    }
    names
}

/// Notes who bears a name; reports it if another one does already, among these or among the outer names.
fn claim<'f>(
    names: &mut Names<'f>,
    outer: Option<&Names<'f>>,
    name: &'f Written<String>,
    label: &'static str,
    findings: &mut Findings,
) {
    match names
        .get(name.value.as_str())
        .or_else(|| outer?.get(name.value.as_str()))
    {
        Some(other) => {
            let (here, there) = (Argument::Label(label), Argument::Label(other.label));
            findings.add_both(
                Problem::NameHides {
                    name: name.value.clone(),
                    here,
                    there,
                },
                name.span,
                other.span,
            );
        }
        None => {
            names.insert(
                &name.value,
                Bearer {
                    label,
                    span: name.span,
                },
            );
        }
    }
}

fn check_writable(name: &Written<String>, findings: &mut Findings) {
    if is_word(&name.value) || name.value == PREDEFINED {
        findings.add(
            Problem::ReservedName {
                name: name.value.clone(),
            },
            name.span,
        );
    } else if !is_name(&name.value) {
        findings.add(
            Problem::BadName {
                name: name.value.clone(),
            },
            name.span,
        );
    }
}
