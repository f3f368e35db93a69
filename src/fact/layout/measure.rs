//! Sheets with two rows a unit, one of households and one of people, told apart by a word in a column of its own.
//!
//! In: the rows under a header. Out: that column, and what a word in it counts. Must not know: figures.

use crate::fact::header::block::Block;
use crate::fact::header::head::Head;
use crate::fact::schema::{ColumnSchema, ColumnType, Schema, UnitId};
use crate::text::{fold, folded};
use std::collections::HashSet;
use std::sync::LazyLock;

/// What the figures of a row count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(in crate::fact) enum Measure {
    Household,
    Person,
}

/// A column of such words.
#[derive(Clone, Debug)]
pub(in crate::fact) struct MeasureColumn {
    /// The sheet's column, from 0.
    pub(in crate::fact) at: u32,
    /// Its header as found.
    pub(in crate::fact) header: String,
}

const HOUSEHOLDS: [&str; 5] = ["Hộ", "Số hộ", "Hộ gia đình", "Household", "Households"];
const PEOPLE: [&str; 9] = [
    "Khẩu",
    "Nhân khẩu",
    "Số khẩu",
    "Số nhân khẩu",
    "Người",
    "Số người",
    "Person",
    "Persons",
    "People",
];

static FOLDED_HOUSEHOLDS: LazyLock<HashSet<String>> = LazyLock::new(|| folded(&HOUSEHOLDS));
static FOLDED_PEOPLE: LazyLock<HashSet<String>> = LazyLock::new(|| folded(&PEOPLE));

impl Measure {
    /// What a cell says is counted in its row.
    pub(in crate::fact) fn of_text(text: &str) -> Option<Measure> {
        let word = fold(text.trim_matches(['(', ')', '-', '+', ':', '.', ' ']));
        if FOLDED_HOUSEHOLDS.contains(&word) {
            Some(Measure::Household)
        } else if FOLDED_PEOPLE.contains(&word) {
            Some(Measure::Person)
        } else {
            None
        }
    }

    fn of_unit(unit: UnitId, schema: &Schema) -> Option<Measure> {
        let (name, wording) = schema.units.get_index(usize::from(unit.0))?;
        Measure::of_text(name).or_else(|| Measure::of_text(&wording.vi))
    }

    /// What a column's figures count, if its unit says so.
    pub(in crate::fact) fn of_column(column: &ColumnSchema, schema: &Schema) -> Option<Measure> {
        match column.kind {
            ColumnType::Number {
                unit: Some(unit), ..
            } => Measure::of_unit(unit, schema),
            ColumnType::Number { unit: None, .. }
            | ColumnType::Code { .. }
            | ColumnType::Text
            | ColumnType::Percent
            | ColumnType::Money { .. }
            | ColumnType::YesNo
            | ColumnType::Date
            | ColumnType::Year
            | ColumnType::Level(_)
            | ColumnType::Choice(_) => None,
        }
    }
}

/// The column under the header that holds words of both kinds and that the table does not know.
pub(super) fn find(block: &Block, head: &Head) -> Option<MeasureColumn> {
    let below = &head.rows[block.rows.end..];
    let is_matched = |column: u32| block.matched.iter().any(|matched| matched.at == column);
    let last = block.columns.end.min(head.width());
    let at = (block.columns.start..last).find(|column| {
        if is_matched(*column) {
            return false;
        }
        let found: Vec<Measure> = below
            .iter()
            .filter_map(|row| Measure::of_text(&row.cell(*column)?.caption().shown))
            .collect();
        [Measure::Household, Measure::Person]
            .iter()
            .all(|measure| found.contains(measure))
    })?;
    let header = block.unmatched.iter().find(|(column, _)| *column == at);
    Some(MeasureColumn {
        at,
        header: header.map_or_else(String::new, |(_, text)| text.clone()),
    })
}
