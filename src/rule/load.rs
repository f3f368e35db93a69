//! From the bytes of a rule file to a checked rule set, for one round: every problem of the file in one run.
//!
//! In: bytes, the choice of round, day and overrides, and a function that fetches what the file names. Out: a rule set, or every
//! problem with its line. Must not know: data.

mod condition;
mod criteria;
mod names;
mod needed;
mod sections;

use crate::diagnostic::{Diagnostic, Severity};
use crate::fact::Needed;
use crate::rule::check::Names;
use crate::rule::declare::{Declarations, declare};
use crate::rule::extend::{self, Whole};
use crate::rule::fetch::{Fetch, sha256};
use crate::rule::file::RuleFile;
use crate::rule::set::ColumnUses;
use crate::rule::source::SourceText;
use crate::rule::yaml::Findings;
use crate::rule::{Note, Rule, RuleSet, TableCriteria};
use chrono::NaiveDate;
use criteria::{Checking, check_derived, group};
use names::{apply_overrides, chosen_round, names, report_not_in_force, report_unused};
use sections::Sections;

/// What a run chooses.
#[derive(Clone, Copy, Debug)]
pub struct Choice<'a> {
    /// The round; the file's default, if none.
    pub round: Option<&'a str>,
    /// The day as of which everything is judged.
    pub as_of: NaiveDate,
    /// Names set for this run only.
    pub set: &'a [(String, String)],
}

/// Loads a rule set. There is one only if no diagnostic is an error.
pub fn load(
    name: &str,
    bytes: &[u8],
    choice: &Choice<'_>,
    fetch: &mut Fetch<'_>,
) -> (Option<RuleSet>, Vec<Diagnostic>) {
    let (whole, mut diagnostics) = extend::read(name, bytes, fetch);
    let Some(Whole { source, file, base }) = whole else {
        return (None, diagnostics);
    };
    let (declarations, of_declarations) = declare(&file, &source, fetch);
    diagnostics.extend(of_declarations);
    let mut findings = Findings::new(&source);
    let set = assemble(&file, &declarations, choice, &source, &mut findings);
    diagnostics.extend(findings.into_diagnostics());
    let whole = diagnostics
        .iter()
        .all(|diagnostic| diagnostic.severity != Severity::Error);
    let set = set.filter(|_| whole).map(|set| RuleSet {
        sha256: sha256(bytes),
        extends: base,
        ..set
    });
    (set, diagnostics)
}

/// The rounds of a rule file and its base, the default first; empty if one of them cannot be read.
pub fn rounds(name: &str, bytes: &[u8], fetch: &mut Fetch<'_>) -> Vec<String> {
    let (Some(Whole { file, .. }), _) = extend::read(name, bytes, fetch) else {
        return Vec::new();
    };
    let default = file.default_round.map(|round| round.value);
    let mut all: Vec<String> = file
        .rounds
        .into_iter()
        .map(|(round, _)| round.value)
        .collect();
    all.sort_by_key(|round| Some(round) != default.as_ref());
    all
}

fn assemble(
    file: &RuleFile,
    declared: &Declarations,
    choice: &Choice<'_>,
    source: &SourceText,
    findings: &mut Findings<'_>,
) -> Option<RuleSet> {
    let (round_id, round) = chosen_round(declared, choice, findings)?;
    let mut names = names(declared, &round, choice.as_of);
    let overrides = apply_overrides(&mut names, choice.set, findings);
    check_derived(file, &mut names, findings);
    let rules = file.rules().filter_map(|(table, written)| {
        let (table, _) = declared.schema.table(&table.value)?;
        Some(
            Checking {
                declared,
                names: &names,
                table,
                round: (&round_id, &round),
                source,
            }
            .rule(written, findings),
        )
    });
    let rules: Vec<Option<Rule>> = rules.collect();
    let rules: Option<Vec<Rule>> = rules.into_iter().collect();
    let years = years_of(&names);
    let mut sections = Sections {
        names: &names,
        source,
        findings,
        years: &years,
    };
    let nominations = sections.nominations(file);
    let quotas = each(&file.quotas, |quota| sections.quota(quota));
    let targets = each(&file.targets, |target| sections.target(target));
    let deadlines = each(&file.deadlines, |deadline| sections.deadline(deadline));
    let checks = each(&file.checks, |check| sections.check(check));
    report_unused(file, &names, findings);
    report_not_in_force(file, choice.as_of, findings);
    let mut index = 0;
    let criteria = file.criteria.iter().filter_map(|(table, root)| {
        let (table, _) = declared.schema.table(&table.value)?;
        Some(TableCriteria {
            table,
            root: group(root, &mut index),
        })
    });
    let set = RuleSet {
        id: file.id.value.clone(),
        version: file.version.value.clone(),
        title: file.title.clone(),
        sha256: String::new(),
        extends: None,
        sources: declared.sources.clone(),
        round: round_id.clone(),
        round_title: round.title.clone(),
        as_of: choice.as_of,
        overrides,
        needed: Needed::new(),
        uses: ColumnUses::new(),
        column_titles: declared.column_titles.clone(),
        criteria: criteria.collect(),
        rules: rules?,
        nominations,
        quotas: quotas?,
        targets: targets?,
        deadlines: deadlines?,
        checks: checks?,
        review: names.years.get(REVIEW).copied(),
        notes: notes(file),
        derived: names.derived,
        schema: declared.schema.clone(),
    };
    let (needed, uses) = needed::needed(&set);
    Some(RuleSet {
        needed,
        uses,
        ..set
    })
}

/// The round's name for the last year that it looks at.
const REVIEW: &str = "review";

/// Every item is checked even if one is wrong, so that one run names every problem.
fn each<W, T>(written: &[W], check: impl FnMut(&W) -> Option<T>) -> Option<Vec<T>> {
    let checked: Vec<Option<T>> = written.iter().map(check).collect();
    checked.into_iter().collect()
}

/// The years of the round, from its first to its last; of a set without rounds, those that a plan may be of.
fn years_of(names: &Names<'_>) -> Vec<i32> {
    const PLANS: std::ops::RangeInclusive<i32> = 1990..=2100;
    let (first, last) = (names.years.values().min(), names.years.values().max());
    match (first, last) {
        (Some(first), Some(last)) => (*first..=*last).collect(),
        (None, _) | (_, None) => PLANS.collect(),
    }
}

fn notes(file: &RuleFile) -> Vec<Note> {
    let note = |written: &crate::rule::file::WrittenNote| Note {
        id: written
            .id
            .as_ref()
            .map(|id| id.value.clone())
            .unwrap_or_default(),
        cite: written.cite.clone(),
        says: written.says.clone(),
        reason: written.reason.clone(),
    };
    file.notes.iter().map(note).collect()
}

#[cfg(test)]
mod tests;
