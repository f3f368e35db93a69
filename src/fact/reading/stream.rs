//! The rows of a sheet, with a look at those that come next.
//!
//! In: rows as they are read. Out: the same rows in the same order, each once. Must not know: tables, headers.

use crate::table::{OwnedRow, Problem, Row, Rows};
use std::collections::VecDeque;
use std::ops::Range;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::thread;

/// Every column.
pub(super) const ALL: Range<u32> = 0..u32::MAX;

/// So many rows are handed over at once where they are read beside.
const BATCH: usize = 256;
/// So many batches may wait: enough that neither side waits for the other at every turn.
const BATCHES_AHEAD: usize = 4;

/// Rows being read, some of them ahead of their turn.
pub(super) struct Stream<'a> {
    source: Source<'a>,
    ahead: VecDeque<OwnedRow>,
    /// The last row that came from `ahead`.
    current: OwnedRow,
}

/// Where rows come from.
enum Source<'a> {
    Here(Box<dyn Rows + 'a>),
    Beside(Handed),
}

/// Rows that another thread reads; blank ones are left out.
struct Handed {
    full: Receiver<Result<Vec<OwnedRow>, Problem>>,
    /// Goes back, to be filled anew.
    spent: Sender<Vec<OwnedRow>>,
    batch: Vec<OwnedRow>,
    next: usize,
}

impl<'a> Stream<'a> {
    /// Rows that begin with those which were looked at already.
    pub(super) fn new(looked_at: VecDeque<OwnedRow>, rows: Box<dyn Rows + 'a>) -> Self {
        Stream {
            source: Source::Here(rows),
            ahead: looked_at,
            current: OwnedRow::default(),
        }
    }

    /// The next row; it may hold nothing.
    pub(super) fn next_row(&mut self) -> Result<Option<Row<'_>>, Problem> {
        match self.ahead.pop_front() {
            Some(row) => {
                self.current = row;
                Ok(Some(self.current.row()))
            }
            None => self.source.next_row(),
        }
    }

    /// The rows as they are read, unless some of them are ahead of their turn.
    pub(super) fn rest(&mut self) -> Option<&mut dyn Rows> {
        match &mut self.source {
            Source::Here(rows) if self.ahead.is_empty() => Some(&mut **rows),
            Source::Here(_) | Source::Beside(_) => None,
        }
    }

    /// Up to that many rows that hold something, behind the one at hand. They are still to come.
    pub(super) fn ahead(&mut self, most: usize) -> Result<&VecDeque<OwnedRow>, Problem> {
        while self.ahead.len() < most {
            match self.source.next_row()? {
                Some(row) if row.is_empty() => {}
                Some(row) => self.ahead.push_back(OwnedRow::of(row, &ALL)),
                None => break,
            }
        }
        Ok(&self.ahead)
    }

    /// Reads the rows to come on a thread of their own, while the one at hand makes something of them.
    pub(super) fn beside<T>(self, work: impl FnOnce(&mut Stream<'_>) -> T) -> T {
        let Source::Here(mut rows) = self.source else {
            let mut stream = self;
            return work(&mut stream);
        };
        thread::scope(|scope| {
            let (fill, full) = sync_channel(BATCHES_AHEAD);
            let (spent, empty) = channel();
            scope.spawn(move || hand_over(&mut *rows, &fill, &empty));
            let mut stream = Stream {
                source: Source::Beside(Handed {
                    full,
                    spent,
                    batch: Vec::new(),
                    next: 0,
                }),
                ahead: self.ahead,
                current: self.current,
            };
            // Where the work ends early, the other thread finds nobody to hand over to, and ends as well.
            work(&mut stream)
        })
    }
}

impl Source<'_> {
    fn next_row(&mut self) -> Result<Option<Row<'_>>, Problem> {
        match self {
            Source::Here(rows) => rows.next_row(),
            Source::Beside(handed) => handed.next_row(),
        }
    }
}

impl Handed {
    fn next_row(&mut self) -> Result<Option<Row<'_>>, Problem> {
        if self.next == self.batch.len() {
            // Without a batch the other thread has come to the end.
            let Ok(batch) = self.full.recv() else {
                return Ok(None);
            };
            let spent = std::mem::replace(&mut self.batch, batch?);
            // It may have ended by now; then nobody needs it.
            let _ = self.spent.send(spent);
            self.next = 0;
        }
        self.next += 1;
        Ok(self.batch.get(self.next - 1).map(OwnedRow::row))
    }
}

/// Reads to the end, or to the first problem, or until nobody listens.
fn hand_over(
    rows: &mut dyn Rows,
    fill: &SyncSender<Result<Vec<OwnedRow>, Problem>>,
    empty: &Receiver<Vec<OwnedRow>>,
) {
    loop {
        let mut batch = empty.try_recv().unwrap_or_default();
        let (filled, end) = filled(rows, &mut batch);
        batch.truncate(filled);
        let is_given = batch.is_empty() || fill.send(Ok(batch)).is_ok();
        match end {
            None if is_given => {}
            Some(Err(problem)) => {
                // Nobody listens to a problem any more either, if not.
                let _ = fill.send(Err(problem));
                return;
            }
            None | Some(Ok(())) => return,
        }
    }
}

/// How many rows of the batch are filled, and whether the rows ended with it.
fn filled(rows: &mut dyn Rows, batch: &mut Vec<OwnedRow>) -> (usize, Option<Result<(), Problem>>) {
    let mut filled = 0;
    while filled < BATCH {
        match rows.next_row() {
            Ok(Some(row)) if row.is_empty() => {}
            Ok(Some(row)) => {
                match batch.get_mut(filled) {
                    Some(held) => held.refill(row, &ALL),
                    None => batch.push(OwnedRow::of(row, &ALL)),
                }
                filled += 1;
            }
            Ok(None) => return (filled, Some(Ok(()))),
            Err(problem) => return (filled, Some(Err(problem))),
        }
    }
    (filled, None)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

    use super::*;
    use crate::table;
    use std::fmt::Write as _;
    use std::io::Cursor;

    fn numbers(text: &str, beside: bool, most: usize) -> (Vec<u32>, bool) {
        let mut source = table::open(Box::new(Cursor::new(text.as_bytes().to_vec()))).unwrap();
        let stream = Stream::new(VecDeque::new(), source.rows(0).unwrap());
        let mut found = Vec::new();
        let mut collect = |stream: &mut Stream<'_>| {
            while found.len() < most {
                match stream.next_row() {
                    Ok(Some(row)) if row.is_empty() => {}
                    Ok(Some(row)) => found.push(row.number),
                    Ok(None) => return false,
                    Err(_) => return true,
                }
            }
            false
        };
        let mut stream = stream;
        let failed = match beside {
            true => stream.beside(collect),
            false => collect(&mut stream),
        };
        (found, failed)
    }

    #[test]
    fn rows_read_beside_are_the_same_to_the_end_to_a_problem_or_to_an_early_stop() {
        let mut text = String::from("a,b\n");
        for row in 0..3_000 {
            let _ = writeln!(text, "{}", if row % 7 == 3 { "," } else { "1,x" });
        }
        let broken = format!("{text}1,\"x\n2,\"y\"\n");
        for text in [&text, &broken] {
            for most in [1, 300, usize::MAX] {
                assert_eq!(numbers(text, true, most), numbers(text, false, most));
            }
        }
        assert!(numbers(&broken, true, usize::MAX).1);
        assert!(numbers(&text, true, usize::MAX).0.len() > 2_500);
    }
}
