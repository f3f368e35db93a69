//! A rule set that extends another: the two files become one, as if it had been written so.
//!
//! In: the bytes of a rule file and a function that fetches its base. Out: one file as written, in which every piece knows which
//! of the two it stands in. Must not know: what names mean, conditions, data.

mod entries;
mod merge;

use crate::diagnostic::{Diagnostic, Severity};
use crate::rule::fetch::{Fetch, Fetched, Wanted, sha256};
use crate::rule::file::RuleFile;
use crate::rule::source::{Origin, SourceText};
use crate::rule::yaml::{self, Findings, Node, Written};
use crate::rule::{Base, Problem, shipped};
use crate::text::meant;

/// The key that names the base.
const EXTENDS: &str = "extends";

/// A rule file, and its base if it has one.
pub(super) struct Whole {
    /// The text of both.
    pub(super) source: SourceText,
    /// What they say together.
    pub(super) file: RuleFile,
    /// The base.
    pub(super) base: Option<Base>,
}

/// Reads a rule file and what it extends. There is a whole only if the file is YAML and its base could be read.
pub(super) fn read(
    name: &str,
    bytes: &[u8],
    fetch: &mut Fetch<'_>,
) -> (Option<Whole>, Vec<Diagnostic>) {
    let source = match SourceText::from_bytes(name, bytes) {
        Ok(source) => source,
        Err(diagnostic) => return (None, vec![diagnostic]),
    };
    let mut findings = Findings::new(&source);
    let Some(mut tree) = yaml::parse(&mut findings) else {
        return (None, findings.into_diagnostics());
    };
    match merge::value(&tree, EXTENDS) {
        Some(reference) => {
            let reference = yaml::text(reference, &mut findings);
            let mut diagnostics = findings.into_diagnostics();
            let whole = reference.and_then(|reference| {
                extended(&source, bytes, &tree, &reference, fetch, &mut diagnostics)
            });
            (whole, diagnostics)
        }
        None => {
            entries::refuse_drops(&mut tree, &mut findings);
            let file = RuleFile::of_tree(&tree, &mut findings);
            let diagnostics = findings.into_diagnostics();
            let base = None;
            let whole = file.map(|file| Whole { source, file, base });
            (whole, diagnostics)
        }
    }
}

fn extended(
    own: &SourceText,
    bytes: &[u8],
    tree: &Node,
    reference: &Written<String>,
    fetch: &mut Fetch<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Whole> {
    let mut findings = Findings::new(own);
    let fetched = fetched(bytes, reference, fetch, &mut findings);
    diagnostics.extend(findings.into_diagnostics());
    let fetched = fetched?;
    let source = match SourceText::from_bytes(&fetched.name, &fetched.bytes) {
        Ok(base) => own.extending(&base),
        Err(diagnostic) => {
            diagnostics.push(diagnostic);
            return None;
        }
    };
    let (mut base_tree, base_file) = base(&source, reference, diagnostics)?;
    let base = Base {
        id: base_file.id.value.clone(),
        version: base_file.version.value.clone(),
        sha256: sha256(&fetched.bytes),
    };
    entries::keep_rounds(&mut base_tree, &base_file);
    let mut findings = Findings::new(&source);
    let mut together = merge::merge(&base_tree, tree, &mut findings);
    entries::refuse_drops(&mut together, &mut findings);
    let file = RuleFile::of_tree(&together, &mut findings);
    if let Some(file) = &file
        && file.id.value == base.id
    {
        let id = base.id.clone();
        findings.add_both(Problem::BaseSameId { id }, file.id.span, base_file.id.span);
    }
    diagnostics.extend(findings.into_diagnostics());
    let base = Some(base);
    file.map(|file| Whole { source, file, base })
}

/// The bytes of the base; none (and a problem) if they cannot be had, or are those of the file itself.
fn fetched(
    bytes: &[u8],
    reference: &Written<String>,
    fetch: &mut Fetch<'_>,
    findings: &mut Findings<'_>,
) -> Option<Fetched> {
    let base = reference.value.clone();
    match fetch(Wanted::Base(&base)) {
        Ok(fetched) if fetched.bytes == bytes => {
            findings.add(Problem::ExtendsItself { base }, reference.span);
            None
        }
        Ok(fetched) => Some(fetched),
        Err(reason) => {
            let known = meant(&base, shipped::ids());
            let problem = Problem::BaseMissing {
                base,
                reason,
                known,
            };
            findings.add(problem, reference.span);
            None
        }
    }
}

/// The base, which must be a rule set in itself and extend no other.
fn base(
    source: &SourceText,
    reference: &Written<String>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<(Node, RuleFile)> {
    let mut findings = Findings::of(source, Origin::Base);
    let tree = yaml::parse(&mut findings);
    if let Some(further) = tree.as_ref().and_then(|tree| merge::value(tree, EXTENDS)) {
        let problem = Problem::BaseExtends {
            base: reference.value.clone(),
            other: merge::key_text(further),
        };
        findings.add_both(problem, reference.span, further.span());
        diagnostics.extend(findings.into_diagnostics());
        return None;
    }
    let read = tree.and_then(|mut tree| {
        entries::refuse_drops(&mut tree, &mut findings);
        let file = RuleFile::of_tree(&tree, &mut findings)?;
        Some((tree, file))
    });
    let found = findings.into_diagnostics();
    let broken = found
        .iter()
        .any(|diagnostic| diagnostic.severity == Severity::Error);
    diagnostics.extend(found);
    read.filter(|_| !broken)
}

#[cfg(test)]
mod tests;
