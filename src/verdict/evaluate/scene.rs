//! Where a formula is evaluated: the row and the years that its names mean.
//!
//! In: a row, an outer row, a year. Out: the scene. Must not know: formulas.

use crate::fact::schema::TableId;

/// The row and the years that names mean at this point.
#[derive(Clone, Debug)]
pub(in crate::verdict) struct Scene {
    pub(in crate::verdict) table: TableId,
    pub(in crate::verdict) row: u32,
    /// The outer row, inside an aggregate.
    pub(super) own: Option<(TableId, u32)>,
    /// Bound years, outermost first.
    pub(in crate::verdict) years: Vec<i32>,
    /// The year at which a series is read.
    pub(in crate::verdict) year: Option<i32>,
}

/// Stands for no row at all: the rule stage lets no formula that is evaluated there name a column of its own.
const NOWHERE: (TableId, u32) = (TableId(u16::MAX), 0);

impl Scene {
    /// At a row of a table.
    pub(in crate::verdict) fn new(table: TableId, row: u32) -> Self {
        Scene {
            table,
            row,
            own: None,
            years: Vec::new(),
            year: None,
        }
    }

    /// At a row, or at none.
    pub(in crate::verdict) fn at(row: Option<(TableId, u32)>) -> Self {
        let (table, row) = row.unwrap_or(NOWHERE);
        Scene::new(table, row)
    }

    /// In the year that is bound around the formula, if one is.
    pub(in crate::verdict) fn in_year(mut self, year: Option<i32>) -> Self {
        self.years.extend(year);
        self
    }
}
