//! Rows that may be the header of another table, seen from the table they stand in.
//!
//! In: a row. Out: whether it is plainly data, and whether it gives a figure's column another meaning. Must not know: what follows.

use super::{Body, words};
use crate::fact::convert::text_of;
use crate::fact::header::caption::Caption;
use crate::fact::header::index::HeaderIndex;
use crate::fact::layout::{BoundYear, Layout};
use crate::fact::problem::Problem;
use crate::fact::schema::ColumnType;
use crate::place::CellAddress;
use crate::table::{Cell, Row};
use std::sync::Arc;

impl Body<'_> {
    pub(in crate::fact) fn layout(&self) -> Arc<Layout> {
        Arc::clone(&self.setting.layout)
    }

    pub(in crate::fact) fn header_texts(&self) -> &[Vec<(u32, String)>] {
        &self.setting.layout.header_texts
    }

    /// Whether a row belongs to the table's own head, or its key is a code.
    pub(in crate::fact) fn is_plainly_data(&self, row: Row<'_>) -> bool {
        row.number <= self.setting.layout.last_header_row()
            || match self.key.cell(0, row, &self.staged.bindings) {
                Cell::Text(text) => words::is_code(text),
                Cell::Empty => false,
                Cell::Number { .. } | Cell::YesNo(_) | Cell::Date(_) | Cell::Error(_) => true,
            }
    }

    /// A header in a column of figures that means another column or year than the one above.
    pub(in crate::fact) fn contradiction(
        &self,
        row: Row<'_>,
        index: &HeaderIndex,
    ) -> Option<(Problem, u32)> {
        let layout = &self.setting.layout;
        layout.bindings.iter().find_map(|binding| {
            let kind = &self.setting.table.column_at(binding.column)?.kind;
            let is_figure = matches!(
                kind,
                ColumnType::Number { .. } | ColumnType::Percent | ColumnType::Money { .. }
            );
            let cell = row.cell(binding.at);
            if !is_figure || cell == Cell::Empty {
                return None;
            }
            let caption = Caption::new(&text_of(cell), &index.words);
            let is_same = |meaning: &crate::fact::header::index::Meaning| {
                let year = caption.years.first().map(|year| year + meaning.year_shift);
                meaning.table == layout.table
                    && meaning.column == binding.column
                    && (year.is_none()
                        || binding.year == year.map_or(BoundYear::None, BoundYear::Fixed))
            };
            let meanings = index.meanings_of(&caption);
            let is_header = meanings.iter().any(|meaning| meaning.table == layout.table);
            if !is_header || meanings.iter().any(is_same) {
                return None;
            }
            let at = |row: u32, text: &str| {
                let column = binding.at;
                format!("{text} ({})", CellAddress { row, column })
            };
            let problem = Problem::SecondHeader {
                first: at(layout.last_header_row(), &binding.header),
                second: at(row.number, &caption.shown),
            };
            Some((problem, binding.at))
        })
    }
}
