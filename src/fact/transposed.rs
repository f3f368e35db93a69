//! Transposed sheets: indicators down, years across, each unit with rows of its own or a whole sheet.
//!
//! In: the head of a sheet and its rows. Out: the same staged facts that other sheets give, each with its own cell. Must not know:
//! other sheets, rules.

mod entries;
mod find;
mod finish;
mod label;
mod rows;
mod unit;
mod whose;

pub(super) use find::{Candidate, begins_with, candidates};
pub(super) use rows::Indicators;

use crate::fact::SkipReason;
use crate::fact::header::unit::UnitWord;
use crate::fact::problem::Problem;
use crate::fact::schema::TableId;
use crate::place::CellAddress;
use std::ops::Range;

/// How such a sheet is to be read.
#[derive(Clone, Debug)]
pub(super) struct Transposed {
    pub(super) table: TableId,
    /// The part of the sheet's columns that is the table's.
    pub(super) columns: Range<u32>,
    /// Row numbers in the file.
    pub(super) header_rows: Vec<u32>,
    /// The texts of each header row, so that a repeated header is known again.
    pub(super) header_texts: Vec<Vec<(u32, String)>>,
    /// Columns of figures with their years.
    pub(super) years: Vec<(u32, i32)>,
    /// Columns that together name an indicator.
    pub(super) labels: Vec<u32>,
    /// The column of units (`ĐVT`).
    pub(super) unit_words: Option<u32>,
    /// Units said above the table, for indicators that name none.
    pub(super) remarks: Vec<UnitWord>,
    pub(super) whose: Whose,
    /// The code of the unit whose units the sheet is about, as the titles or the names of sheet and file say.
    pub(super) unit_above: Option<String>,
    /// Headers that mean nothing here.
    pub(super) extra: Vec<String>,
}

impl Transposed {
    /// Columns whose cells may be merged over several rows and then name each of them.
    pub(super) fn label_columns(&self) -> Vec<u32> {
        let key = match &self.whose {
            Whose::Columns(key) => *key,
            Whose::Headings(_) | Whose::Sheet(_) => KeyCells::default(),
        };
        let keys = [key.code, key.name, key.parent].into_iter().flatten();
        self.labels
            .iter()
            .copied()
            .chain(self.unit_words)
            .chain(keys)
            .collect()
    }
}

/// Where it is said which unit a row is about.
#[derive(Clone, Debug)]
pub(super) enum Whose {
    /// In columns of the row itself.
    Columns(KeyCells),
    /// In headings above the rows; those above the first one are of the unit in the title, if there is one.
    Headings(Option<Box<SheetUnit>>),
    /// The whole table is one unit's.
    Sheet(Box<SheetUnit>),
}

/// Columns that say which unit a row is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct KeyCells {
    pub(super) code: Option<u32>,
    pub(super) name: Option<u32>,
    pub(super) parent: Option<u32>,
}

/// The unit of a whole table.
#[derive(Clone, Debug, Default)]
pub(super) struct SheetUnit {
    pub(super) code: String,
    pub(super) name: String,
    /// Where the code is written, and the name; neither if only the name of sheet or file says it.
    pub(super) code_cell: Option<CellAddress>,
    pub(super) name_cell: Option<CellAddress>,
    /// What there is to say about it though it is used, or why it is not.
    pub(super) remark: Option<Problem>,
    pub(super) refused: Option<(Problem, SkipReason)>,
}
