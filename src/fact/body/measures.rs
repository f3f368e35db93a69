//! Two rows a unit: which of them gives which column.
//!
//! In: the word in a row and the columns of its sheet. Out: whether the row is used, and for what. Must not know: figures.

use super::Setting;
use super::words::is_total;
use crate::fact::convert::text_of;
use crate::fact::layout::{Binding, Measure};
use crate::fact::problem::Problem;
use crate::fact::schema::ColumnType;
use crate::table::{Cell, Row};
use std::collections::BTreeSet;

/// The rows of a sheet by what they count.
#[derive(Debug)]
pub(super) struct Measures {
    column: u32,
    header: String,
    /// Per binding: the rows that give it; none for names and codes, which stand in all of them.
    pub(super) of_bindings: Vec<Option<Measure>>,
    /// Words of rows that give nothing, and of those that do.
    left_out: BTreeSet<String>,
    used: BTreeSet<String>,
}

/// What a row's word says.
pub(super) enum Counted {
    /// The row gives the columns of that measure.
    Used(Measure),
    /// It gives none.
    Other,
    /// There is no word.
    Unsaid,
}

impl Measures {
    /// None for a sheet with one row a unit.
    pub(super) fn new(setting: &Setting<'_>, bindings: &[Binding]) -> Option<Self> {
        let column = setting.layout.measures.as_ref()?;
        let own = |binding: &Binding| {
            let declared = setting.table.column_at(binding.column)?;
            Measure::of_column(declared, setting.schema)
        };
        let all: BTreeSet<Measure> = bindings.iter().filter_map(own).collect();
        // A rate or an answer stands in the row of what the sheet is about: households, unless it counts people only.
        let main = all.first().copied().unwrap_or(Measure::Household);
        let of_binding = |binding: &Binding| {
            let declared = setting.table.column_at(binding.column)?;
            let is_label = setting.table.key.contains(&binding.column)
                || matches!(declared.kind, ColumnType::Code { .. } | ColumnType::Text);
            (!is_label).then(|| own(binding).unwrap_or(main))
        };
        Some(Measures {
            column: column.at,
            header: column.header.clone(),
            of_bindings: bindings.iter().map(of_binding).collect(),
            left_out: BTreeSet::new(),
            used: BTreeSet::new(),
        })
    }

    pub(super) fn counted(&mut self, row: Row<'_>) -> Counted {
        let cell = row.cell(self.column);
        if cell == Cell::Empty {
            return Counted::Unsaid;
        }
        let word = text_of(cell);
        match Measure::of_text(&word) {
            Some(measure) if self.of_bindings.contains(&Some(measure)) => {
                remember(&mut self.used, &word);
                Counted::Used(measure)
            }
            None if is_total(&word) => Counted::Unsaid,
            Some(_) | None => {
                remember(&mut self.left_out, &word);
                Counted::Other
            }
        }
    }

    /// Whether a row of that measure gives that binding.
    pub(super) fn gives(&self, binding: usize, measure: Measure) -> bool {
        match self.of_bindings.get(binding) {
            Some(Some(wanted)) => *wanted == measure,
            Some(None) | None => true,
        }
    }

    /// Data in a row without a word.
    pub(super) fn unsaid(&self) -> (Problem, u32) {
        let problem = Problem::NoMeasure {
            column: self.header.clone(),
        };
        (problem, self.column)
    }

    pub(super) fn note(&self) -> Option<Problem> {
        (!self.left_out.is_empty()).then(|| Problem::OtherMeasure {
            used: self.used.iter().cloned().collect(),
            left_out: self.left_out.iter().cloned().collect(),
        })
    }
}

/// Words are few; a column of anything else must not fill the memory.
fn remember(words: &mut BTreeSet<String>, word: &str) {
    const MOST_WORDS: usize = 20;
    if words.len() < MOST_WORDS && !words.contains(word) {
        words.insert(word.to_owned());
    }
}
