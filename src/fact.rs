//! Stage 2: sheets → typed columns. Finds tables, headers, years and totals, converts cells, joins sheets of one table by key.
//!
//! In: opened sources and a schema. Out: facts with the way back to their cells, an account of every row, and every finding.
//! Must not know: rules.

pub mod data;
pub mod roster;
pub mod schema;

mod body;
mod convert;
mod header;
mod join;
mod layout;
mod overrides;
mod passing;
mod problem;
pub use overrides::{Assignment, HeaderRow, Overrides};
pub use passing::Passing;
pub use problem::Problem;
mod reading;
mod recognise;
mod transposed;
mod units;
mod whole;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::fact::data::TableFacts;
use crate::fact::reading::Reading;
use crate::fact::schema::{ColumnId, Schema, Slot, TableId};
use crate::place::Place;
use crate::table;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What a reading is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// The tables to look for.
    pub schema: &'a Schema,
    /// What the rules read, for the round's years.
    pub needed: &'a Needed,
    /// What the user says about the tables of sheets.
    pub assignments: &'a [Assignment],
    /// What else the user says about sheets.
    pub overrides: &'a Overrides,
    /// Whether to take the digests of files, which a report shows or by which files are compared.
    pub digests: bool,
}

/// What the rules read, by table.
pub type Needed = BTreeMap<TableId, TableNeeds>;

/// What the rules read of one table.
#[derive(Clone, Debug, Default)]
pub struct TableNeeds {
    /// Facts that ought to be there.
    pub slots: BTreeSet<Slot>,
    /// Columns that are read where they are, in whatever year.
    pub columns: BTreeSet<ColumnId>,
}

impl TableNeeds {
    /// Whether some rule reads that fact.
    pub fn contains(&self, slot: &Slot) -> bool {
        self.slots.contains(slot) || self.columns.contains(&slot.column)
    }
}

/// A file that was opened, or why it could not be.
pub struct OpenedFile {
    /// Its name as the user knows it.
    pub name: Arc<str>,
    /// What it holds.
    pub source: Result<Box<dyn table::Source>, table::Problem>,
}

/// Opens files and turns them into facts, several at once; the outcome is that of their order. What cannot be used is left out and
/// said; the rest is there. `done` is told of each file.
pub fn read<F: Send>(
    request: &Request<'_>,
    files: Vec<F>,
    open: impl Fn(F) -> OpenedFile + Sync,
    done: &mut (dyn FnMut() + Send),
) -> (Facts, Diagnostics) {
    let mut reading = Reading::new(request);
    reading.files(files, open, done);
    reading.finish()
}

/// What came of a file whose rows were judged as they passed by.
pub struct Passed {
    /// The accounts; without the rows that passed.
    pub facts: Facts,
    /// Every finding.
    pub findings: Diagnostics,
    /// Whether rows passed. Else all of them are in the facts.
    pub has_passed: bool,
}

/// Opens one file and turns its rows into facts batch by batch, each given away as soon as it is read, if it is a long text whose rows
/// stand for themselves. None if that proves wrong on the way: then nothing given counts, and the file is to be read by [`read`].
pub fn read_passing(
    request: &Request<'_>,
    file: OpenedFile,
    passing: &dyn Passing,
) -> Option<Passed> {
    if !passing::stand_alone(request.schema, passing.table()) {
        return None;
    }
    let mut reading = Reading::new(request);
    let has_passed = reading.passing(file, passing)?;
    let (facts, findings) = reading.finish();
    Some(Passed {
        facts,
        findings,
        has_passed,
    })
}

/// Everything that was read.
#[derive(Debug, Default)]
pub struct Facts {
    /// By table id; none for a table that is not in the data at all.
    pub tables: Vec<Option<TableFacts>>,
    /// One per file, in input order.
    pub inputs: Vec<InputAccount>,
    /// Roster units without a row, for tables that are in the data.
    pub absent: Vec<AbsentUnit>,
    /// Failed built-in checks, in the order found.
    pub faults: Vec<DataFault>,
    /// How many of the user's words about files and sheets met nothing.
    pub unmet: u64,
}

impl Facts {
    /// How many rows of a table's sheets became no facts because it cannot be said of whom they are.
    pub fn set_aside(&self, table: TableId) -> usize {
        let sheets = self.inputs.iter().flat_map(|input| &input.sheets);
        let of_table = sheets.filter(|sheet| sheet.table == Some(table));
        let rows: u64 = of_table
            .map(|sheet| {
                SkipReason::OF_NOBODY
                    .iter()
                    .map(|reason| sheet.skipped_for(*reason))
                    .sum::<u64>()
            })
            .sum();
        usize::try_from(rows).unwrap_or(usize::MAX)
    }
}

/// What became of a file.
#[derive(Clone, Debug)]
pub struct InputAccount {
    /// Its name as the user knows it.
    pub path: Arc<str>,
    /// SHA-256 of its bytes, empty if it could not be read or was not asked for.
    pub sha256: String,
    /// Why the whole file was refused.
    pub refused: Option<Diagnostic>,
    /// Its sheets in order.
    pub sheets: Vec<SheetAccount>,
}

/// What became of a sheet's rows: `read` = `used` + all skipped.
#[derive(Clone, Debug, Default)]
pub struct SheetAccount {
    /// Its name, for workbooks.
    pub sheet: Option<Arc<str>>,
    /// The table it holds, none if it was not used.
    pub table: Option<TableId>,
    /// Rows of the header.
    pub header_rows: Vec<u32>,
    /// Rows that hold anything.
    pub read: u64,
    /// Rows whose values became facts.
    pub used: u64,
    /// Rows that did not, by reason.
    pub skipped: Vec<Skipped>,
    /// Why a sheet that a table was meant by could not be used.
    pub refused: Option<Diagnostic>,
    /// Whether the user asked for other sheets only, or it lists earlier findings, so that its rows are counted and not looked at.
    pub is_left_out: bool,
}

impl InputAccount {
    /// Whether sheets were looked at, and none is of a known table or was meant for one.
    pub fn is_unrecognised(&self) -> bool {
        let mut looked_at = self
            .sheets
            .iter()
            .filter(|sheet| !sheet.is_left_out)
            .peekable();
        looked_at.peek().is_some()
            && looked_at.all(|sheet| sheet.table.is_none() && sheet.refused.is_none())
    }

    /// Whether it has tables, all of which could be used, and no row of data in them: what was skipped for a fault is one.
    pub fn is_blank(&self) -> bool {
        let has_data = |sheet: &SheetAccount| {
            let mut skipped = sheet.skipped.iter();
            sheet.used > 0 || skipped.any(|skipped| !skipped.reason.is_beside_data())
        };
        let is_table = |sheet: &&SheetAccount| sheet.table.is_some();
        let mut tables = self.sheets.iter().filter(is_table).peekable();
        tables.peek().is_some()
            && self.sheets.iter().all(|sheet| sheet.refused.is_none())
            && !tables.any(has_data)
    }
}

/// Rows that were skipped for one reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// Why.
    pub reason: SkipReason,
    /// How many.
    pub count: u64,
    /// Which, in order: at most [`Skipped::MOST_ROWS`].
    pub rows: Vec<u32>,
}

impl Skipped {
    /// How many row numbers are kept of one reason in one sheet.
    pub const MOST_ROWS: usize = 1_000;
}

impl SheetAccount {
    /// Counts a row as skipped.
    pub fn skip(&mut self, reason: SkipReason, row: u32) {
        let at = self
            .skipped
            .iter()
            .position(|skipped| skipped.reason == reason)
            .unwrap_or_else(|| {
                self.skipped.push(Skipped {
                    reason,
                    count: 0,
                    rows: Vec::new(),
                });
                self.skipped.len() - 1
            });
        let skipped = &mut self.skipped[at];
        skipped.count += 1;
        if skipped.rows.len() < Skipped::MOST_ROWS {
            skipped.rows.push(row);
        }
    }

    /// Puts the rows of a reason in order, where some were only known to be skipped at the end.
    fn sort_rows(&mut self, reason: SkipReason) {
        for skipped in &mut self.skipped {
            if skipped.reason == reason {
                skipped.rows.sort_unstable();
            }
        }
    }

    /// Counts a row as never read, that was skipped for that reason.
    fn take_back(&mut self, reason: SkipReason, row: u32) {
        if let Some(at) = self
            .skipped
            .iter()
            .position(|skipped| skipped.reason == reason)
        {
            let skipped = &mut self.skipped[at];
            self.read -= 1;
            skipped.count -= 1;
            skipped.rows.retain(|held| *held != row);
            if skipped.count == 0 {
                self.skipped.remove(at);
            }
        }
    }

    /// How many rows were skipped for that reason.
    pub fn skipped_for(&self, reason: SkipReason) -> u64 {
        self.skipped
            .iter()
            .find(|skipped| skipped.reason == reason)
            .map_or(0, |skipped| skipped.count)
    }
}

/// Why a row's values did not become facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SkipReason {
    /// Above the header.
    Title,
    /// The header itself.
    Header,
    /// A row of column numbers under the header.
    ColumnNumbers,
    /// A heading within the table.
    Group,
    /// A row of totals.
    Total,
    /// In a sheet with several rows a unit, one that counts what no column of the table holds.
    OtherMeasure,
    /// Data without a key, and none found by the roster.
    NoKey,
    /// Neither code nor name are in the roster.
    UnknownUnit,
    /// Code and name disagree with the roster.
    CodeName,
    /// The sheet holds no table that is known, or could not be used.
    NotUsed,
    /// The sheet lists what this program found before.
    Findings,
}

impl SkipReason {
    /// Those of rows with data of which it cannot be said whose they are.
    const OF_NOBODY: [SkipReason; 3] = [
        SkipReason::NoKey,
        SkipReason::UnknownUnit,
        SkipReason::CodeName,
    ];

    /// Whether such a row holds no data of a unit.
    fn is_beside_data(self) -> bool {
        [
            SkipReason::Title,
            SkipReason::Header,
            SkipReason::ColumnNumbers,
            SkipReason::Group,
            SkipReason::Total,
        ]
        .contains(&self)
    }

    /// The word of the JSON report.
    pub fn word(self) -> &'static str {
        match self {
            SkipReason::Title => "title",
            SkipReason::Header => "header",
            SkipReason::ColumnNumbers => "column_numbers",
            SkipReason::Group => "group",
            SkipReason::Total => "total",
            SkipReason::OtherMeasure => "other_measure",
            SkipReason::NoKey => "no_key",
            SkipReason::UnknownUnit => "unknown_unit",
            SkipReason::CodeName => "code_name",
            SkipReason::NotUsed => "not_used",
            SkipReason::Findings => "findings",
        }
    }
}

/// A unit of the roster that no sheet has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AbsentUnit {
    /// Its table.
    pub table: TableId,
    /// Its official code.
    pub code: String,
    /// Its official name, with its type word.
    pub name: String,
    /// The official name of the unit it belongs to.
    pub parent: String,
}

/// A built-in data check that failed.
#[derive(Clone, Debug)]
pub struct DataFault {
    /// Which check.
    pub check: BuiltInCheck,
    /// The table.
    pub table: TableId,
    /// The row's code, where the fault is one subject's.
    pub code: Option<String>,
    /// The column and year, where the fault is one figure's.
    pub slot: Option<Slot>,
    /// The cells or rows.
    pub places: Vec<Place>,
}

/// The checks that need no rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum BuiltInCheck {
    /// A total row that is not the sum of its rows.
    Total,
    /// The same key twice in one sheet.
    Duplicate,
    /// Code and name disagree with the roster.
    CodeName,
    /// A code that points to no row.
    Reference,
}

impl BuiltInCheck {
    /// All of them, in the order of reports.
    pub const ALL: [BuiltInCheck; 4] = [
        BuiltInCheck::Total,
        BuiltInCheck::Duplicate,
        BuiltInCheck::CodeName,
        BuiltInCheck::Reference,
    ];

    /// The stable id.
    pub fn id(self) -> &'static str {
        match self {
            BuiltInCheck::Total => "data/total",
            BuiltInCheck::Duplicate => "data/duplicate",
            BuiltInCheck::CodeName => "data/code-name",
            BuiltInCheck::Reference => "data/reference",
        }
    }
}

#[cfg(test)]
mod tests;
