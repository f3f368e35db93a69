//! Rows of a long text by several processors at once: runs of lines are read side by side and joined in their order.
//!
//! In: runs of lines. Out: the same as if their rows had been taken one by one. Must not know: how a row is read.

use super::lane::Lane;
use super::sheet::SheetReading;
use crate::fact::body::{Full, PlainReader, PlainRows};
use crate::fact::passing::Passage;
use crate::table::{self, Cutter, Lines, NeedsCloserLook, Rows};
use rayon::prelude::*;

/// So many runs for each processor are read before they are joined.
const RUNS_AHEAD: usize = 4;

/// Why the reading of a sheet ended before its end.
pub(super) enum Stop {
    /// The sheet cannot be read.
    Problem(table::Problem),
    /// The rows must be read one by one, from the first on.
    CloserLook,
}

impl From<table::Problem> for Stop {
    fn from(problem: table::Problem) -> Self {
        Stop::Problem(problem)
    }
}

impl From<NeedsCloserLook> for Stop {
    fn from(_: NeedsCloserLook) -> Self {
        Stop::CloserLook
    }
}

impl<'a> SheetReading<'_, 'a> {
    /// Reads all that follows as runs of lines, if its format gives them. `above` is the number of the last row.
    pub(super) fn read_runs(
        &mut self,
        rows: &mut dyn Rows,
        reader: PlainReader<'a>,
        above: u32,
    ) -> Result<bool, Stop> {
        let Some(first) = rows.next_lines(Vec::new())? else {
            return Ok(false);
        };
        let mut passage = self.reading.passage.take();
        let read = self.read_all_runs(rows, reader, (first, above), passage.as_mut());
        self.reading.passage = passage;
        read.map(|()| true)
    }

    fn read_all_runs(
        &mut self,
        rows: &mut dyn Rows,
        reader: PlainReader<'a>,
        (first, mut above): (Lines, u32),
        mut passage: Option<&mut Passage<'a>>,
    ) -> Result<(), Stop> {
        let table = self.only_lane().and_then(Lane::table_id);
        passage = passage.filter(|passage| Some(passage.table()) == table);
        let (request, place) = (self.reading.request, self.place);
        // A short text is read before others have woken up.
        let at_once = match first.is_last() {
            true => 1,
            false => RUNS_AHEAD * rayon::current_num_threads(),
        };
        let mut readers = vec![reader; at_once];
        let (mut runs, mut rest) = (vec![first], Vec::new());
        let (mut buffers, mut batches) = (Vec::new(), Vec::new());
        while !runs.is_empty() || !batches.is_empty() {
            let lane = self.only_lane();
            let full = lane.map(|lane| lane.full_codes()).unwrap_or_default();
            let batches_now = std::mem::take(&mut batches);
            let mut read_these = || read_at_once(&mut runs, &mut readers, &full);
            let mut fetch_next = || next_runs(rows, at_once, std::mem::take(&mut buffers));
            let judge_last = || {
                if let Some(passage) = &mut passage {
                    passage.give(request, batches_now, place);
                }
            };
            let (read, (next, ())) = match at_once {
                1 => (read_these(), (fetch_next(), judge_last())),
                _ => rayon::join(read_these, || rayon::join(fetch_next, judge_last)),
            };
            for (mut lines, mut read) in runs.into_iter().zip(read) {
                if !rest.is_empty() {
                    // The run before ended within a row: what was made of this one is of no use.
                    let is_row = lines.put_before(&rest);
                    let reader = readers.first_mut().filter(|_| is_row);
                    read = reader.ok_or(NeedsCloserLook)?.read(&mut lines, &full);
                }
                let mut read = read?;
                self.take_run(rows, &lines, &mut read, above)?;
                above = above.saturating_add(read.passed);
                rest = lines.rest(read.used).to_vec();
                buffers.push(lines.into_buffer());
                if passage.is_some() {
                    let drained = self.only_lane().and_then(Lane::drain);
                    batches.push(drained.ok_or(NeedsCloserLook)?);
                }
            }
            runs = next?;
        }
        match rest.is_empty() {
            true => Ok(()),
            false => Err(Stop::CloserLook),
        }
    }

    /// Takes the rows of a run in their order: plain ones together, each other one by itself.
    fn take_run(
        &mut self,
        rows: &mut dyn Rows,
        lines: &Lines,
        read: &mut PlainRows,
        above: u32,
    ) -> Result<(), Stop> {
        let (mut taken, mut cutter) = (0, Cutter::default());
        for odd in std::mem::take(&mut read.odd) {
            self.take_plain(read, taken..odd.before, above);
            taken = odd.before;
            let mut single = lines.single(odd.bytes);
            let of_single = single.rows(&mut cutter)?;
            let line = of_single.rows.first().ok_or(NeedsCloserLook)?;
            let number = above.saturating_add(odd.number);
            let row = rows.with_letters(of_single.cells.row(line).numbered(number));
            // Where another table may begin, the rows to come are no longer this one's.
            if !row.is_empty() && self.take_single(row) {
                return Err(Stop::CloserLook);
            }
        }
        self.take_plain(read, taken..read.len(), above);
        if let Some(lane) = self.only_lane() {
            lane.take_counts(read, above);
        }
        Ok(())
    }
}

fn read_at_once(
    runs: &mut [Lines],
    readers: &mut [PlainReader<'_>],
    full: &Full,
) -> Vec<Result<PlainRows, NeedsCloserLook>> {
    let read = |(lines, reader): (&mut Lines, &mut PlainReader<'_>)| reader.read(lines, full);
    match runs {
        // Nobody is woken up for so little.
        [] | [_] => runs.iter_mut().zip(readers).map(read).collect(),
        _ => runs.par_iter_mut().zip(readers).map(read).collect(),
    }
}

fn next_runs(
    rows: &mut dyn Rows,
    at_most: usize,
    mut buffers: Vec<Vec<u8>>,
) -> Result<Vec<Lines>, Stop> {
    let mut runs = Vec::with_capacity(at_most);
    while runs.len() < at_most
        && let Some(lines) = rows.next_lines(buffers.pop().unwrap_or_default())?
    {
        runs.push(lines);
    }
    Ok(runs)
}
