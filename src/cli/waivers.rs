//! Finds the waivers of a run and reads them, from YAML or from a table.
//!
//! In: the options, and what stood at the top of the named folders. Out: checked waivers, or their problems. Must not know: verdicts.

use crate::cli::arguments::Options;
use crate::cli::problem::Problem;
use crate::cli::walk::{NamedFile, Walk};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::fact::schema::TableId;
use crate::fact::{self, Needed, OpenedFile, Overrides, Request};
use crate::place::Place;
use crate::rule::{RuleSet, Waiver, waiver};
use crate::table;
use std::fs;
use std::io::Cursor;
use std::path::Path;

/// Endings of YAML files; whatever else is named is opened as a table.
const YAML: [&str; 2] = [".yaml", ".yml"];

/// The waivers of a run. One file is read: the named one, or else the one at the top of a named folder.
pub(crate) fn load(
    options: &Options,
    found: &Walk,
    rules: &RuleSet,
    diagnostics: &mut Diagnostics,
) -> Vec<Waiver> {
    if options.no_waivers {
        return Vec::new();
    }
    let named = options.waivers.as_deref().map(|path| NamedFile {
        path: path.to_owned(),
        shown: path.to_string_lossy().into_owned().into(),
    });
    let mut files = named.as_ref().into_iter().chain(&found.waivers);
    let Some(file) = files.next() else {
        return Vec::new();
    };
    for other in files {
        let problem = Problem::WaiversNotUsed {
            used: file.shown.to_string(),
        };
        diagnostics.push(problem.at(Place::file(other.shown.clone())));
    }
    let (waivers, problems) = read(file, rules);
    let is_wrong = problems
        .iter()
        .any(|problem| problem.severity == Severity::Error);
    diagnostics.extend(problems);
    if is_wrong { Vec::new() } else { waivers }
}

fn read(file: &NamedFile, rules: &RuleSet) -> (Vec<Waiver>, Vec<Diagnostic>) {
    let bytes = match fs::read(&file.path) {
        Ok(bytes) => bytes,
        Err(error) => {
            let problem = Problem::Unreadable {
                reason: (&error).into(),
            };
            return (
                Vec::new(),
                vec![problem.at(Place::file(file.shown.clone()))],
            );
        }
    };
    let name = file.shown.to_lowercase();
    if YAML.iter().any(|ending| name.ends_with(ending)) {
        waiver::from_yaml(&file.shown, &bytes, rules)
    } else {
        read_table(file, bytes, rules)
    }
}

/// A table is read as any other; what the stage below finds wrong in it is wrong with the request.
fn read_table(file: &NamedFile, bytes: Vec<u8>, rules: &RuleSet) -> (Vec<Waiver>, Vec<Diagnostic>) {
    let schema = waiver::schema();
    let opened = OpenedFile {
        name: file.shown.clone(),
        source: table::open(Box::new(Cursor::new(bytes))),
    };
    let request = Request {
        schema: &schema,
        needed: &Needed::from([(TableId(0), waiver::needs())]),
        assignments: &[],
        overrides: &Overrides::default(),
        digests: false,
    };
    let (facts, findings) = fact::read(&request, vec![opened], |file| file, &mut || {});
    let mut diagnostics: Vec<Diagnostic> = findings.iter().cloned().collect();
    let Some(Some(rows)) = facts.tables.first() else {
        let problem = Problem::NoWaivers {};
        diagnostics.push(problem.at(Place::file(file.shown.clone())));
        return (Vec::new(), diagnostics);
    };
    let (waivers, problems) = waiver::from_table(rows, rules);
    diagnostics.extend(problems);
    (waivers, diagnostics)
}

/// Whether a file of that name at the top of a named folder holds the folder's waivers.
pub(crate) fn is_waiver_file(name: &Path) -> bool {
    const NAMES: [&str; 2] = ["mien-xet.yaml", "waivers.yaml"];
    name.file_name()
        .is_some_and(|name| NAMES.iter().any(|known| name == *known))
}
