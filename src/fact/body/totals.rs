//! Total rows against the sums of the rows they stand for.
//!
//! In: total rows and the staged rows of a sheet. Out: a finding for every total that is not the sum. Must not know: cells.

use super::Staged;
use crate::fact::data::{Absence, Fact};
use crate::number::Number;
use std::ops::Range;

/// A row of totals.
#[derive(Clone, Debug)]
pub(super) struct TotalRow {
    /// Its number in the file.
    pub(super) row: u32,
    /// How many rows were staged before it.
    pub(super) at: usize,
    /// The year it is of, in a sheet with a year column.
    pub(super) year: Option<i32>,
    /// It is taken for a total by its number alone.
    pub(super) is_group: bool,
    /// Binding and figure.
    pub(super) figures: Vec<(usize, Number)>,
}

/// The total rows of a sheet, and where its parts begin and end: at headings and at totals.
#[derive(Clone, Debug, Default)]
pub(super) struct Totals {
    pub(super) rows: Vec<TotalRow>,
    /// Staged positions of totals and headings, in order.
    pub(super) boundaries: Vec<usize>,
    /// Rows with data that were set aside, in order: no sum over them is known.
    pub(super) holes: Vec<Hole>,
}

/// A row with data that was set aside.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hole {
    /// Its number in the file.
    pub(super) row: u32,
    /// How many rows were staged before it.
    pub(super) at: usize,
}

/// A total that is not the sum.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Mismatch {
    pub(super) row: u32,
    pub(super) binding: usize,
    pub(super) found: Number,
    pub(super) expected: Number,
}

/// A sheet with more totals than this is not compared further.
const MOST_TOTALS: usize = 2_000;

/// A sum over rows, if it can be known.
#[derive(Clone, Debug, PartialEq)]
enum Sum {
    Known(Number),
    /// Some cell is empty or unreadable, or some row was set aside.
    Unknown,
}

impl Totals {
    /// Rows that were taken for totals by their numbers alone and that stand beside no rows they could be the sum of.
    pub(super) fn of_nothing(&self, staged: &Staged) -> Vec<u32> {
        let is_of_nothing =
            |total: &&TotalRow| total.is_group && self.spans(total, staged.len()).is_empty();
        self.rows
            .iter()
            .filter(is_of_nothing)
            .map(|total| total.row)
            .collect()
    }

    /// Every figure that differs. A total may be of all rows, of those since the heading or total before it, or of those up to the
    /// next one; a figure is wrong if it is none of these sums and all of them are known.
    pub(super) fn mismatches(&self, staged: &Staged) -> Vec<Mismatch> {
        let mut mismatches = Vec::new();
        for total in self.rows.iter().take(MOST_TOTALS) {
            let sums: Vec<Vec<Sum>> = self
                .spans(total, staged.len())
                .into_iter()
                .map(|span| self.sums(total, &span, staged))
                .collect();
            let equal = |sums: &Vec<Sum>| {
                sums.iter()
                    .zip(&total.figures)
                    .filter(|(sum, (_, found))| sum.is(found))
                    .count()
            };
            // The last of equals is the sum over all rows.
            let Some(nearest) = sums.iter().max_by_key(|sums| equal(sums)) else {
                continue;
            };
            for (at, (binding, found)) in total.figures.iter().enumerate() {
                let is_wrong = sums
                    .iter()
                    .all(|sums| sums.get(at).is_some_and(|sum| sum.is_not(found)))
                    && !self.is_sum_of_groups(total, *binding, found, staged);
                if let (true, Some(Sum::Known(expected))) = (is_wrong, nearest.get(at)) {
                    mismatches.push(Mismatch {
                        row: total.row,
                        binding: *binding,
                        found: found.clone(),
                        expected: expected.clone(),
                    });
                }
            }
        }
        mismatches
    }

    /// Whether a figure is the sum of several groups before or after it: a total of groups that have totals of their own.
    fn is_sum_of_groups(
        &self,
        total: &TotalRow,
        binding: usize,
        found: &Number,
        staged: &Staged,
    ) -> bool {
        let sums_up = |rows: &mut dyn Iterator<Item = usize>,
                       is_above: bool,
                       toward: fn(usize) -> (usize, usize)| {
            let mut sum = Number::ZERO;
            for row in rows {
                let (near, far) = toward(row);
                let counts = |hole: &Hole| near != total.at || (hole.row < total.row) == is_above;
                if self.holes_in(near, near).any(counts) {
                    return false;
                }
                match self::sum(staged, binding, row..row + 1, total.year) {
                    Sum::Known(figure) => sum = &sum + &figure,
                    Sum::Unknown => return false,
                }
                if sum == *found && self.boundaries.binary_search(&far).is_ok() {
                    return true;
                }
            }
            false
        };
        sums_up(&mut (0..total.at).rev(), true, |row| (row + 1, row))
            || sums_up(&mut (total.at..staged.len()), false, |row| (row, row + 1))
    }

    /// The holes between those staged positions, both included.
    fn holes_in(&self, first: usize, last: usize) -> impl Iterator<Item = &Hole> {
        let start = self.holes.partition_point(|hole| hole.at < first);
        self.holes[start..]
            .iter()
            .take_while(move |hole| hole.at <= last)
    }

    fn spans(&self, total: &TotalRow, end: usize) -> Vec<Range<usize>> {
        let before = self
            .boundaries
            .iter()
            .copied()
            .filter(|at| *at < total.at)
            .max()
            .unwrap_or(0);
        let after = self
            .boundaries
            .iter()
            .copied()
            .filter(|at| *at > total.at)
            .min()
            .unwrap_or(end);
        let mut spans = vec![before..total.at, total.at..after, 0..end];
        spans.retain(|span| !span.is_empty());
        spans
    }

    fn sums(&self, total: &TotalRow, span: &Range<usize>, staged: &Staged) -> Vec<Sum> {
        // A row below a total is none of those above it: `So với năm trước` under `Tổng cộng`.
        let is_beyond = |hole: &Hole| {
            hole.at == total.at
                && (span.end == total.at && hole.row > total.row
                    || span.start == total.at && hole.row < total.row)
        };
        let has_hole = self
            .holes_in(span.start, span.end)
            .any(|hole| !is_beyond(hole));
        let sum_of = |(binding, _): &(usize, Number)| {
            if has_hole {
                Sum::Unknown
            } else {
                sum(staged, *binding, span.clone(), total.year)
            }
        };
        total.figures.iter().map(sum_of).collect()
    }
}

impl Sum {
    fn is(&self, found: &Number) -> bool {
        *self == Sum::Known(found.clone())
    }

    fn is_not(&self, found: &Number) -> bool {
        matches!(self, Sum::Known(sum) if sum != found)
    }
}

fn sum(staged: &Staged, binding: usize, span: Range<usize>, year: Option<i32>) -> Sum {
    let mut sum = Number::ZERO;
    for row in span.filter(|row| year.is_none() || staged.years.get(*row).copied() == year) {
        match staged.columns[binding].get(u32::try_from(row).unwrap_or(u32::MAX)) {
            Fact::Number(number) => sum = &sum + &number,
            // The row is of another measure.
            Fact::Missing(Absence::NoRow) => {}
            Fact::Missing(_)
            | Fact::Text(_)
            | Fact::YesNo(_)
            | Fact::Date(_)
            | Fact::Year(_)
            | Fact::Term(_) => return Sum::Unknown,
        }
    }
    Sum::Known(sum)
}
