//! A row in which other tables may begin: they do where a clear header stands, alone or with the rows about it.
//!
//! In: the lanes so far, that row and those about it. Out: the lanes from there on. Must not know: the rows of tables.

use super::super::lane::{Beginning, Lane, Unused};
use super::super::stream::ALL;
use super::SheetReading;
use crate::fact::SheetAccount;
use crate::fact::header::head::{Head, MOST_ROWS};
use crate::fact::header::index::HeaderIndex;
use crate::place::{CellAddress, Spot};
use crate::table::OwnedRow;
use std::collections::{BTreeMap, VecDeque};
use std::ops::Range;

impl<'a> SheetReading<'_, 'a> {
    /// Lets other tables begin at that row, where its cells are their headers.
    pub(super) fn begin(
        &mut self,
        row: &OwnedRow,
        ahead: &VecDeque<OwnedRow>,
        index: &HeaderIndex,
    ) {
        let beginnings: Vec<Beginning> = self
            .lanes
            .iter_mut()
            .map(|(_, lane)| lane.beginning(row.row(), index))
            .collect();
        // From right to left, so that the places of lanes to the left stay the same.
        for lanes in runs(&beginnings).into_iter().rev() {
            self.begin_in(lanes.clone(), row, ahead, &beginnings[lanes]);
        }
    }

    /// The same for lanes side by side whose cells in that row are words.
    fn begin_in(
        &mut self,
        lanes: Range<usize>,
        row: &OwnedRow,
        ahead: &VecDeque<OwnedRow>,
        beginnings: &[Beginning],
    ) {
        if beginnings
            .iter()
            .all(|beginning| *beginning == Beginning::Words)
        {
            return;
        }
        let columns =
            self.lanes[lanes.start].1.columns.start..self.lanes[lanes.end - 1].1.columns.end;
        let (head, at) = self.head(lanes.clone(), &columns, row, ahead);
        let new = match self.lanes_of(&head, &columns, Some(at)) {
            Some(new) => new,
            None => {
                for (lane, beginning) in lanes.zip(beginnings).rev() {
                    self.lanes[lane].1.false_alarms += 1;
                    self.refuse_contradiction(lane, row.row().number, beginning);
                }
                return;
            }
        };
        self.replace(lanes, new);
    }

    /// The head of what may be the next table: the rows without data above that row, it, and those that follow; and where it is.
    fn head(
        &self,
        lanes: Range<usize>,
        columns: &Range<u32>,
        row: &OwnedRow,
        ahead: &VecDeque<OwnedRow>,
    ) -> (Head, usize) {
        let mut above: BTreeMap<u32, OwnedRow> = BTreeMap::new();
        for idle in self.lanes[lanes].iter().flat_map(|(_, lane)| lane.idle()) {
            above.entry(idle.number).or_default().add(idle, columns);
        }
        let mut head = Head {
            is_later: true,
            titles: self.titles.clone(),
            ..Head::default()
        };
        let at = above.len();
        for row in above.values().chain([row]).chain(ahead) {
            let own = OwnedRow::of(row.row(), columns);
            if head.rows.len() < at + MOST_ROWS && !own.row().is_empty() {
                head.add(own.row(), self.reading.index);
            }
        }
        head.spread(&self.merges);
        (head, at)
    }

    fn refuse_contradiction(&mut self, lane: usize, row: u32, beginning: &Beginning) {
        let Beginning::Contradiction(problem, column) = beginning else {
            return;
        };
        let spot = Spot::Cell(CellAddress {
            row,
            column: *column,
        });
        let refused = problem.as_ref().clone().at(self.place.at(spot));
        self.reading.found(refused.clone());
        let unused = Unused {
            account: SheetAccount {
                refused: Some(refused),
                ..self.account()
            },
            ..Unused::default()
        };
        let columns = self.lanes[lane].1.columns.clone();
        let new = (self.next_order(), Lane::unused(columns, unused));
        self.replace(lane..lane + 1, vec![new]);
    }

    /// Ends lanes and lets others go on in their columns, from the rows without data above the one at hand.
    fn replace(&mut self, lanes: Range<usize>, new: Vec<(usize, Lane<'a>)>) {
        let first = lanes.start;
        let last = first + new.len();
        let mut idle: BTreeMap<u32, OwnedRow> = BTreeMap::new();
        let old: Vec<(usize, Lane<'a>)> = self.lanes.splice(lanes, new).collect();
        for (order, lane) in old {
            let (given, rows) = lane.cut();
            self.given.push((order, given));
            for row in rows {
                let row = row.row();
                idle.entry(row.number).or_default().add(row, &ALL);
            }
        }
        for row in idle.values() {
            for (_, lane) in &mut self.lanes[first..last] {
                lane.row(row.row());
            }
        }
    }
}

/// Lanes side by side in which another table may begin, or whose cells are at least words.
fn runs(beginnings: &[Beginning]) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for at in (0..beginnings.len()).filter(|at| beginnings[*at] != Beginning::No) {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end = at + 1,
            Some(_) | None => runs.push(at..at + 1),
        }
    }
    runs
}
