//! A check whose rows are judged as they pass by, so that a list of any length takes no memory: counts, and lists in files.
//!
//! In: a request that asks for no more than that. Out: the counts, and the lists begun; or nothing, and every row must be kept. Must
//! not know: how rows are read, judged or drawn.

use crate::cli::ExitCode;
use crate::cli::arguments::{Options, OutputFile};
use crate::cli::outputs::PAPER;
use crate::cli::session::Session;
use crate::cli::writing::{Unfinished, not_written};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::fact::schema::TableId;
use crate::fact::{Facts, Passing};
use crate::locale::Locale;
use crate::report::{Listing, Report, Selection};
use crate::rule::{RuleSet, Waiver};
use crate::verdict::{Tally, judge, passing_table};
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// So many rows at once where a list says a hundred times as much of each: little of it is held until its turn.
const FEW_ROWS: usize = 64;

/// Rows passing by.
pub(crate) struct PassingRows<'a> {
    table: TableId,
    rules: &'a RuleSet,
    locale: &'a Locale,
    /// What lists show; they are whole whatever is shown on the terminal.
    selection: Selection,
    listings: Vec<&'static Listing>,
    done: Mutex<Done>,
}

/// What came of the rows so far.
#[derive(Default)]
struct Done {
    /// Batches judged ahead of their turn.
    waiting: BTreeMap<usize, Batch>,
    /// The batch whose turn it is.
    next: usize,
    tally: Tally,
    lists: Vec<Result<Unfinished, Diagnostic>>,
}

/// What came of a batch.
struct Batch {
    tally: Tally,
    /// Its part of each list, or why it could not be drawn.
    pieces: Vec<io::Result<Vec<u8>>>,
}

/// Rows that have passed by.
pub(crate) struct PassedRows {
    pub(crate) table: TableId,
    pub(crate) tally: Tally,
    lists: Vec<Result<Unfinished, Diagnostic>>,
}

impl<'a> PassingRows<'a> {
    /// None if the request, or the rule set, needs rows more than once.
    pub(crate) fn wanted(
        options: &Options,
        rules: &'a RuleSet,
        waivers: &[Waiver],
        selection: &Selection,
        locale: &'a Locale,
    ) -> Option<Self> {
        let table = passing_table(rules)?;
        let is_brief = options.format.name == "text" && options.quiet;
        if !is_brief || !waivers.is_empty() || !options.only.is_empty() {
            return None;
        }
        let listing = |output: &OutputFile| output.format.listing();
        let listings = options.outputs.iter().map(listing);
        Some(PassingRows {
            table,
            rules,
            locale,
            selection: Selection {
                all: true,
                quiet: false,
                ..selection.clone()
            },
            listings: listings.collect::<Option<_>>()?,
            done: Mutex::new(Done {
                lists: options
                    .outputs
                    .iter()
                    .map(|output| Unfinished::begin(&output.path))
                    .collect(),
                ..Done::default()
            }),
        })
    }

    /// What came of all rows.
    pub(crate) fn finish(self) -> PassedRows {
        let done = self.done.into_inner();
        let done = done.unwrap_or_else(PoisonError::into_inner);
        PassedRows {
            table: self.table,
            tally: done.tally,
            lists: done.lists,
        }
    }

    /// Draws a batch's part of a list.
    fn draw(&self, listing: &Listing, number: usize, report: &Report<'_>) -> io::Result<Vec<u8>> {
        let mut piece = Vec::new();
        if number == 0 {
            (listing.begin)(report, self.locale, &PAPER, &mut piece)?;
        }
        (listing.subjects)(report, self.locale, &PAPER, &mut piece)?;
        Ok(piece)
    }

    fn has_long_list(&self) -> bool {
        self.listings.iter().any(|listing| listing.is_long)
    }

    fn done(&self) -> MutexGuard<'_, Done> {
        self.done.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Done {
    /// Takes the batches that waited for their turn and have it now.
    fn take_waiting(&mut self) {
        while let Some(batch) = self.waiting.remove(&self.next) {
            for (list, piece) in self.lists.iter_mut().zip(batch.pieces) {
                write(list, piece);
            }
            self.tally.add_all(&batch.tally);
            self.next += 1;
        }
    }
}

impl Passing for PassingRows<'_> {
    fn table(&self) -> TableId {
        self.table
    }

    fn asks_names(&self) -> bool {
        !self.listings.is_empty()
    }

    fn rows_at_once(&self) -> usize {
        match self.has_long_list() {
            true => FEW_ROWS,
            false => usize::MAX,
        }
    }

    fn take(&self, number: usize, batch: &Facts) {
        let (verdicts, _) = judge(self.rules, batch, &[]);
        let report = Report {
            rules: self.rules,
            verdicts: &verdicts,
            diagnostics: &Diagnostics::default(),
            selection: self.selection.clone(),
            exit_code: 0,
        };
        let mut tally = Tally::default();
        let tables = verdicts.tables.iter();
        tables.for_each(|judged| tally.add_all(judged.tally()));
        let listings = self.listings.iter();
        let pieces = listings.map(|listing| self.draw(listing, number, &report));
        let pieces = pieces.collect();
        let mut done = self.done();
        done.waiting.insert(number, Batch { tally, pieces });
        done.take_waiting();
    }
}

/// Writes a piece to a list; the first failure stays.
fn write(list: &mut Result<Unfinished, Diagnostic>, piece: io::Result<Vec<u8>>) {
    if let Ok(open) = list
        && let Err(error) = piece.and_then(|piece| open.write_all(&piece))
    {
        *list = Err(not_written(open.path(), &error));
    }
}

impl PassedRows {
    /// Ends every list and puts it in its place. One that fails keeps no other from being written.
    pub(crate) fn write(
        self,
        report: &Report<'_>,
        options: &Options,
        session: &mut Session<'_>,
    ) -> ExitCode {
        let mut code = ExitCode::Clean;
        let whole = report.whole();
        for (mut list, output) in self.lists.into_iter().zip(&options.outputs) {
            if let Some(listing) = output.format.listing() {
                let mut end = Vec::new();
                let drawn = (listing.end)(&whole, &session.locale, &PAPER, &mut end);
                write(&mut list, drawn.map(|()| end));
            }
            if let Err(failure) = list.and_then(Unfinished::finish) {
                session.show(&failure);
                code = ExitCode::Unwritten;
            }
        }
        code
    }
}
