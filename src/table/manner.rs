//! How the cells of a workbook's sheet are read, and what there is to say about it.
//!
//! In: what counting and reading come upon. Out: the reading of the sheet's letters, notes. Must not know: formats, files.

use super::encoding::Letters;
use super::sampled::{AssembledRows, SampledRows};
use super::{Problem, Rows};

/// How one sheet's cells are read. It is kept from one reading to the next.
#[derive(Clone, Debug, Default)]
pub(super) struct Manner {
    pub(super) letters: Letters,
    /// How many cells are formulas with a saved result.
    formulas: u64,
    /// How many days were counted from 1904.
    pub(super) days_from_1904: u64,
}

impl Manner {
    /// Of a sheet with so many formulas.
    pub(super) fn new(formulas: u64) -> Self {
        Manner {
            formulas,
            ..Manner::default()
        }
    }

    /// Forgets what was counted: the sheet is read from its beginning.
    fn begin(&mut self) {
        self.letters.begin();
        self.days_from_1904 = 0;
    }

    /// What there is to say once the sheet's rows have been read.
    pub(super) fn notes(&self) -> Vec<Problem> {
        let mut notes = self.letters.notes();
        if self.formulas > 0 {
            notes.push(Problem::Formulas {
                cells: self.formulas,
            });
        }
        if self.days_from_1904 > 0 {
            notes.push(Problem::DaysFrom1904 {
                cells: self.days_from_1904,
            });
        }
        notes
    }
}

/// A workbook whose sheets are read each in its manner.
pub(super) trait InManners {
    /// A sheet being read.
    type SheetRows<'a>: AssembledRows<'a> + 'a
    where
        Self: 'a;

    fn manner(&mut self, sheet: usize) -> Result<&mut Manner, Problem>;

    fn sheet_rows(&mut self, sheet: usize) -> Result<Self::SheetRows<'_>, Problem>;

    /// The rows of a sheet, its manner decided first.
    fn decided_rows(&mut self, sheet: usize) -> Result<Box<dyn Rows + '_>, Problem> {
        let manner = self.manner(sheet)?;
        manner.begin();
        let is_decided = manner.letters.are_decided();
        let rows = self.sheet_rows(sheet)?;
        Ok(match is_decided {
            true => Box::new(rows),
            false => Box::new(SampledRows::decide(rows)?),
        })
    }
}
