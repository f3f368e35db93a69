//! One file after the other, one sheet after the other: found, read, joined, accounted for.
//!
//! In: opened files. Out: the facts of all of them. Must not know: how a header is matched, a cell converted, a row joined.

mod fill;
mod lane;
mod plan;
mod sheet;
mod stream;

use crate::diagnostic::Diagnostics;
use crate::fact::header::index::HeaderIndex;
use crate::fact::overrides::{self, Met};
use crate::fact::problem::Problem;
use crate::fact::schema::TableId;
use crate::fact::{Facts, InputAccount, OpenedFile, Request, whole};
use crate::place::Place;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Reads files into facts.
pub(super) struct Reading<'a> {
    request: &'a Request<'a>,
    index: Rc<HeaderIndex>,
    facts: Facts,
    findings: Diagnostics,
    /// Headers found in each table's sheets.
    headers: BTreeMap<TableId, Vec<String>>,
    met: Met,
}

impl<'a> Reading<'a> {
    pub(super) fn new(request: &'a Request<'a>) -> Self {
        let mut facts = Facts::default();
        facts
            .tables
            .resize_with(request.schema.tables.len(), || None);
        Reading {
            request,
            index: Rc::new(HeaderIndex::new(request.schema)),
            facts,
            findings: Diagnostics::default(),
            headers: BTreeMap::new(),
            met: Met::default(),
        }
    }

    pub(super) fn file(&mut self, file: OpenedFile) {
        let place = Place::file(file.name.clone());
        let mut account = InputAccount {
            path: file.name,
            sha256: String::new(),
            refused: None,
            sheets: Vec::new(),
        };
        let opened = file
            .source
            .and_then(|mut source| source.sha256().map(|sha256| (source, sha256)));
        match opened {
            Ok((mut source, sha256)) => {
                account.sha256 = sha256;
                for sheet in 0..source.sheets().len() {
                    let tables = self.sheet(source.as_mut(), sheet, &place);
                    account.sheets.extend(tables);
                }
            }
            Err(problem) => {
                let refused = problem.at(place);
                self.findings.push(refused.clone());
                account.refused = Some(refused);
            }
        }
        self.facts.inputs.push(account);
    }

    pub(super) fn finish(mut self) -> (Facts, Diagnostics) {
        let unmet = self.unmet();
        self.facts.unmet = unmet.len() as u64;
        self.findings
            .extend(unmet.into_iter().map(Problem::diagnostic));
        self.findings.append(whole::complete(
            &mut self.facts,
            self.request,
            &self.headers,
        ));
        (self.facts, self.findings)
    }

    /// What the user says that met no sheet.
    fn unmet(&self) -> Vec<Problem> {
        let assignments = self.request.assignments.iter().enumerate();
        let unmet = assignments.filter(|(at, _)| !self.met.assignments.contains(at));
        let mut problems: Vec<Problem> = unmet
            .map(|(_, assignment)| Problem::UnmetAssignment {
                path: overrides::shown(&assignment.path, assignment.sheet.as_deref()),
                table: self.request.schema.table_at(assignment.table).name.clone(),
            })
            .collect();
        problems.extend(self.met.problems(self.request.overrides));
        problems
    }
}
