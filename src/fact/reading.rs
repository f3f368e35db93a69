//! Files as they were read, joined one after the other in their own order, however many were read at once.
//!
//! In: files that were read. Out: the facts of all of them. Must not know: how a sheet is read.

mod file;
mod fill;
mod lane;
mod plan;
mod runs;
mod sheet;
mod stream;
mod unknown;

use crate::diagnostic::Diagnostics;
use crate::fact::body::Finished;
use crate::fact::data::TableFacts;
use crate::fact::header::index::HeaderIndex;
use crate::fact::join::Joining;
use crate::fact::overrides::{self, Met};
use crate::fact::passing::{Passage, Passing};
use crate::fact::problem::Problem;
use crate::fact::schema::TableId;
use crate::fact::{Facts, OpenedFile, Request, whole};
use crate::place::Place;
use file::{Event, FileReading, ReadFile};
use rayon::prelude::*;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// So many files for each processor are read while those before them are joined: few enough that they take little memory.
const FILES_AHEAD: usize = 4;
/// More of them where they are small, so that no processor waits for the last file too often.
const SMALL_FILES_AHEAD: usize = 16;
/// Files are small that have no more rows than these together.
const ROWS_AHEAD: u64 = 16_384;

/// Reads files into facts.
pub(super) struct Reading<'a> {
    request: &'a Request<'a>,
    facts: Facts,
    findings: Diagnostics,
    /// Headers found in each table's sheets.
    headers: BTreeMap<TableId, Vec<String>>,
    met: Met,
    /// The first file of each content.
    contents: HashMap<String, Arc<str>>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(request: &'a Request<'a>) -> Self {
        let mut facts = Facts::default();
        facts
            .tables
            .resize_with(request.schema.tables.len(), || None);
        Reading {
            request,
            facts,
            findings: Diagnostics::default(),
            headers: BTreeMap::new(),
            met: Met::default(),
            contents: HashMap::new(),
        }
    }

    /// Reads several files at once and joins them in their order.
    pub(super) fn files<F: Send>(
        &mut self,
        mut files: Vec<F>,
        open: impl Fn(F) -> OpenedFile + Sync,
        done: &mut (dyn FnMut() + Send),
    ) {
        let index = HeaderIndex::new(self.request.schema);
        let request = self.request;
        // Other processors are not called up for one file.
        if files.len() == 1 {
            for file in files {
                self.take(FileReading::read(request, &index, open(file), None));
                done();
            }
            return;
        }
        let threads = rayon::current_num_threads();
        let mut at_once = FILES_AHEAD * threads;
        let read = |file: F| FileReading::read(request, &index, open(file), None);
        let mut last: Vec<ReadFile> = Vec::new();
        while !files.is_empty() || !last.is_empty() {
            let next: Vec<F> = files.drain(..at_once.min(files.len())).collect();
            let read_next = || next.into_par_iter().map(read).collect();
            let join_last = || {
                for file in std::mem::take(&mut last) {
                    self.take(file);
                    done();
                }
            };
            let (read, ()) = rayon::join(read_next, join_last);
            last = read;
            let rows: u64 = last.iter().map(ReadFile::rows).sum();
            at_once = match rows <= ROWS_AHEAD {
                true => SMALL_FILES_AHEAD * threads,
                false => FILES_AHEAD * threads,
            };
        }
    }

    /// Reads one file whose rows are judged as they pass by: whether some were. None if they must all be kept.
    pub(super) fn passing(&mut self, file: OpenedFile, passing: &'a dyn Passing) -> Option<bool> {
        let index = HeaderIndex::new(self.request.schema);
        let passage = Passage::new(passing);
        let file = FileReading::read(self.request, &index, file, Some(passage));
        let passed = file.passed;
        self.take(file);
        match passed {
            Some(false) => None,
            Some(true) => Some(true),
            None => Some(false),
        }
    }

    fn take(&mut self, file: ReadFile) {
        let ReadFile {
            account,
            events,
            headers,
            met,
            passed: _,
        } = file;
        self.note_same_content(&account.path, &account.sha256);
        self.met.append(met);
        for (table, found) in headers {
            let texts = self.headers.entry(table).or_default();
            for text in found {
                if !texts.contains(&text) {
                    texts.push(text);
                }
            }
        }
        let is_form = unknown::is_form(&account);
        for event in events {
            match event {
                Event::Found(finding) => self.findings.push(finding),
                Event::Table {
                    table,
                    finished,
                    place,
                } => self.join(table, *finished, &place, is_form),
            }
        }
        self.facts.inputs.push(account);
    }

    /// The same bytes under two names are read twice all the same: the name may hold the year that tells them apart.
    fn note_same_content(&mut self, path: &Arc<str>, sha256: &str) {
        if sha256.is_empty() {
            return;
        }
        match self.contents.get(sha256) {
            Some(other) => {
                let problem = Problem::SameContent {
                    other: other.to_string(),
                };
                let (place, other) = (Place::file(path.clone()), Place::file(other.clone()));
                self.findings.push(problem.at(place).at(other));
            }
            None => {
                self.contents.insert(sha256.to_owned(), path.clone());
            }
        }
    }

    fn join(&mut self, table: TableId, finished: Finished, place: &Place, is_form: bool) {
        let schema = self.request.schema;
        self.findings.append(finished.findings);
        self.facts.faults.extend(finished.faults);
        // A register without an entry says that there is none. The blank sheet of a form says nothing: but where units are known it
        // leaves them absent, and a blank list of nominations nominates nobody.
        let declared = schema.table_at(table);
        let is_list = declared.roster.is_some() || declared.subject_key().is_some();
        if finished.staged.len() == 0 && is_form && !is_list {
            return;
        }
        let held = self.facts.tables[usize::from(table.0)]
            .get_or_insert_with(|| TableFacts::new(table, schema.table_at(table).key.clone()));
        Joining {
            schema,
            table: held,
            needed: self.request.needed.get(&table),
            place,
            findings: &mut self.findings,
            faults: &mut self.facts.faults,
        }
        .add(finished.staged);
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
                table: Box::new(self.request.schema.table_at(assignment.table).title.clone()),
            })
            .collect();
        problems.extend(self.met.problems(self.request.overrides));
        problems
    }
}
