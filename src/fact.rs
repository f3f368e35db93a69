//! Stage 2: sheets → typed columns. Finds tables, headers, years and totals, converts cells, joins sheets of one table by key.
//!
//! In: opened sources and a schema. Out: facts with the way back to their cells, an account of every row, and every finding.
//! Must not know: rules.

pub mod data;
pub mod roster;
pub mod schema;

use crate::diagnostic::Diagnostic;
use crate::fact::data::TableFacts;
use crate::fact::schema::{Slot, TableId};
use crate::place::Place;
use std::sync::Arc;

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
}

/// What became of a file.
#[derive(Clone, Debug)]
pub struct InputAccount {
    /// Its name as the user knows it.
    pub path: Arc<str>,
    /// SHA-256 of its bytes, empty if it could not be read.
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
    pub skipped: Vec<(SkipReason, Vec<u32>)>,
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
    /// Data without a key, and none found by the roster.
    NoKey,
    /// Code and name disagree with the roster.
    CodeName,
    /// The sheet holds no table that is known, or could not be used.
    NotUsed,
}

impl SkipReason {
    /// The word of the JSON report.
    pub fn word(self) -> &'static str {
        match self {
            SkipReason::Title => "title",
            SkipReason::Header => "header",
            SkipReason::ColumnNumbers => "column_numbers",
            SkipReason::Group => "group",
            SkipReason::Total => "total",
            SkipReason::NoKey => "no_key",
            SkipReason::CodeName => "code_name",
            SkipReason::NotUsed => "not_used",
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
