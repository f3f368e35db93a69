//! One file by itself, so that several can be read at once: what it holds, not yet joined with what others hold.
//!
//! In: an opened file. Out: its account, and its tables and findings in the order in which they stand in it. Must not know: other files.

use super::unknown::{UnknownSheet, findings};
use crate::diagnostic::Diagnostic;
use crate::fact::body::Finished;
use crate::fact::header::index::HeaderIndex;
use crate::fact::overrides::Met;
use crate::fact::passing::Passage;
use crate::fact::schema::TableId;
use crate::fact::{InputAccount, OpenedFile, Request};
use crate::place::Place;
use crate::table::OwnSheets;
use std::collections::BTreeMap;

/// A file being read.
pub(super) struct FileReading<'a> {
    pub(super) request: &'a Request<'a>,
    pub(super) index: &'a HeaderIndex,
    pub(super) events: Vec<Event>,
    /// Headers found in each table's sheets.
    pub(super) headers: BTreeMap<TableId, Vec<String>>,
    /// Which of the user's words met a sheet.
    pub(super) met: Met,
    /// Sheets of which nothing is used.
    pub(super) unknown: Vec<UnknownSheet>,
    /// Where rows go that are judged as they pass by.
    pub(super) passage: Option<Passage<'a>>,
}

/// What was met on the way through a file.
pub(super) enum Event {
    /// Something to say.
    Found(Diagnostic),
    /// A table, to be joined with the facts of other sheets.
    Table {
        table: TableId,
        finished: Box<Finished>,
        /// Its sheet.
        place: Place,
    },
}

/// A point to go back to, where a sheet must be read another way.
pub(super) struct Mark {
    events: usize,
    unknown: usize,
    headers: BTreeMap<TableId, Vec<String>>,
}

/// A file that was read.
pub(super) struct ReadFile {
    pub(super) account: InputAccount,
    pub(super) events: Vec<Event>,
    pub(super) headers: BTreeMap<TableId, Vec<String>>,
    pub(super) met: Met,
    /// Whether rows were given away as they passed by, and if so, whether that was right.
    pub(super) passed: Option<bool>,
}

impl ReadFile {
    /// How many rows it has.
    pub(super) fn rows(&self) -> u64 {
        self.account.sheets.iter().map(|sheet| sheet.read).sum()
    }
}

impl<'a> FileReading<'a> {
    /// Reads a file to its end.
    pub(super) fn read(
        request: &'a Request<'a>,
        index: &'a HeaderIndex,
        file: OpenedFile,
        passage: Option<Passage<'a>>,
    ) -> ReadFile {
        let mut reading = FileReading {
            request,
            index,
            events: Vec::new(),
            headers: BTreeMap::new(),
            met: Met::default(),
            unknown: Vec::new(),
            passage,
        };
        let account = reading.account(file);
        ReadFile {
            account,
            events: reading.events,
            headers: reading.headers,
            met: reading.met,
            passed: match reading.passage {
                Some(passage) if passage.given > 0 => Some(passage.finish()),
                Some(_) | None => None,
            },
        }
    }

    fn account(&mut self, file: OpenedFile) -> InputAccount {
        let place = Place::file(file.name.clone());
        let mut account = InputAccount {
            path: file.name,
            sha256: String::new(),
            refused: None,
            sheets: Vec::new(),
        };
        let is_asked = self.request.digests;
        let read = file.source.and_then(|mut source| {
            if is_asked {
                source.will_be_digested();
            }
            let own = OwnSheets::of(source.as_mut());
            for sheet in 0..source.sheets().len() {
                let tables = self.sheet(source.as_mut(), sheet, &place, &own);
                account.sheets.extend(tables);
            }
            // Now all bytes have passed by, so that their digest is known in most formats.
            match is_asked {
                true => source.sha256(),
                false => Ok(String::new()),
            }
        });
        match read {
            Ok(sha256) => {
                account.sha256 = sha256;
                for finding in findings(std::mem::take(&mut self.unknown), &account) {
                    self.found(finding);
                }
            }
            Err(problem) => {
                self.void_passage();
                self.events.clear();
                self.headers.clear();
                account.sheets.clear();
                let refused = problem.at(place);
                self.found(refused.clone());
                account.refused = Some(refused);
            }
        }
        account
    }

    /// What has passed by does not count.
    pub(super) fn void_passage(&mut self) {
        if let Some(passage) = &mut self.passage {
            passage.is_void = true;
        }
    }

    /// How far the reading has come.
    pub(super) fn mark(&self) -> Mark {
        Mark {
            events: self.events.len(),
            unknown: self.unknown.len(),
            headers: self.headers.clone(),
        }
    }

    /// Forgets what was met since.
    pub(super) fn back_to(&mut self, mark: &Mark) {
        self.events.truncate(mark.events);
        self.unknown.truncate(mark.unknown);
        self.headers.clone_from(&mark.headers);
    }

    pub(super) fn found(&mut self, finding: Diagnostic) {
        self.events.push(Event::Found(finding));
    }
}
