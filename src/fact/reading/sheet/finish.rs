//! What a sheet gave, once its last row is read: nothing of it counts before.
//!
//! In: what each lane gave. Out: events and accounts in the order of the tables. Must not know: how rows were read.

use super::super::file::Event;
use super::super::lane::Given;
use super::super::plan::layout_notes;
use super::super::unknown::UnknownSheet;
use super::{SheetReading, is_in};
use crate::fact::body::Finished;
use crate::fact::problem::Problem;
use crate::fact::schema::TableId;
use crate::fact::{SheetAccount, SkipReason, Skipped};
use crate::place::ColumnLetters;
use crate::table;

impl SheetReading<'_, '_> {
    /// Only now does anything of the sheet count.
    pub(super) fn finish(mut self, of_cells: Vec<table::Problem>) -> Vec<SheetAccount> {
        for (order, lane) in std::mem::take(&mut self.lanes) {
            self.given.push((order, lane.finish()));
        }
        self.given.sort_unstable_by_key(|(order, _)| *order);
        let given = std::mem::take(&mut self.given);
        let is_used = given
            .iter()
            .any(|(_, given)| !matches!(given, Given::Unused(_)));
        if is_used {
            for note in of_cells {
                self.reading.found(note.at(self.place.clone()));
            }
            self.note_hidden(&given);
        }
        let mut accounts = Vec::new();
        for (_, given) in given {
            match given {
                Given::Table(layout, finished, fill) => {
                    self.note_filled(layout.shown_columns(&fill.columns), fill.count);
                    let needed = self.reading.request.needed.get(&layout.table);
                    for note in layout_notes(&layout, needed, self.place) {
                        self.reading.found(note);
                    }
                    accounts.push(self.hand_on(layout.table, finished));
                }
                Given::Transposed(layout, finished, fill) => {
                    self.note_filled(columns(&fill.columns), fill.count);
                    if !layout.extra.is_empty() {
                        self.note(Problem::ExtraColumns {
                            columns: layout.extra.clone(),
                        });
                    }
                    accounts.push(self.hand_on(layout.table, finished));
                }
                Given::Unused(unused) => {
                    if let Some(headers) = unused.headers.filter(|_| !is_used) {
                        self.reading.unknown.push(UnknownSheet {
                            place: self.place.clone(),
                            headers,
                            figures: unused.figures,
                        });
                    }
                    if !is_used || unused.account.read > 0 {
                        accounts.push(unused.account);
                    }
                }
            }
        }
        accounts
    }

    fn hand_on(&mut self, table: TableId, finished: Box<Finished>) -> SheetAccount {
        let account = finished.account.clone();
        self.reading.events.push(Event::Table {
            table,
            finished,
            place: self.place.clone(),
        });
        account
    }

    fn note_hidden(&mut self, given: &[(usize, Given)]) {
        if !self.info.visible {
            self.note(Problem::HiddenSheet {});
        }
        if self.hidden_rows > 0 {
            self.note(Problem::HiddenRows {
                count: self.hidden_rows,
            });
        }
        let is_hidden = |at: &u32| is_in(&self.hidden.columns, *at);
        let of_table = |given: &Given| match given {
            Given::Table(layout, ..) => {
                let bound = layout.bindings.iter().map(|binding| binding.at);
                layout.shown_columns(&bound.filter(is_hidden).collect::<Vec<u32>>())
            }
            Given::Transposed(layout, ..) => {
                let years = layout.years.iter().filter(|(at, _)| is_hidden(at));
                years
                    .map(|(at, year)| format!("{year} ({})", ColumnLetters(*at)))
                    .collect()
            }
            Given::Unused(_) => Vec::new(),
        };
        let columns: Vec<String> = given
            .iter()
            .flat_map(|(_, given)| of_table(given))
            .collect();
        if !columns.is_empty() {
            self.note(Problem::HiddenColumns { columns });
        }
    }

    fn note_filled(&mut self, columns: Vec<String>, count: u64) {
        if count > 0 {
            self.note(Problem::FilledDown { columns, count });
        }
    }

    /// A sheet that cannot be read to its end gives nothing. How far the reading came is known.
    pub(super) fn failed(self, problem: table::Problem) -> SheetAccount {
        let refused = problem.at(self.place.clone());
        self.reading.found(refused.clone());
        let not_used = Skipped {
            reason: SkipReason::NotUsed,
            count: self.rows,
            rows: Vec::new(),
        };
        SheetAccount {
            refused: Some(refused),
            read: self.rows,
            skipped: [not_used]
                .into_iter()
                .filter(|skipped| skipped.count > 0)
                .collect(),
            ..self.account()
        }
    }
}

/// Columns by their letters alone.
fn columns(columns: &[u32]) -> Vec<String> {
    columns
        .iter()
        .map(|column| ColumnLetters(*column).to_string())
        .collect()
}
