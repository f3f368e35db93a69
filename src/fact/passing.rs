//! Rows that are judged as they pass by: of a long text whose rows stand for themselves nothing is kept but a number for each key.
//!
//! In: batches of staged rows in file order. Out: facts of each batch for whoever judges them, and whether all keys differ.
//! Must not know: rules, what is made of a batch.

use crate::fact::body::{Keep, Staged, slot};
use crate::fact::data::{Part, TableFacts};
use crate::fact::schema::{ColumnType, Schema, TableId};
use crate::fact::{Facts, Request};
use crate::place::Place;
use rayon::prelude::*;
use rustc_hash::{FxBuildHasher, FxHashSet, FxHasher};
use std::hash::Hasher;

/// Whoever takes the rows of a table batch by batch. What it is given counts only if the whole file could be read so.
pub trait Passing: Sync {
    /// The table whose rows it takes.
    fn table(&self) -> TableId;
    /// Whether it wants to know what rows are called.
    fn asks_names(&self) -> bool;
    /// How many rows it takes at once, at most.
    fn rows_at_once(&self) -> usize;
    /// Takes the facts of a batch; a few batches may come at once, each with its number in file order.
    fn take(&self, number: usize, batch: &Facts);
}

/// What has passed by of a file.
pub(super) struct Passage<'a> {
    to: &'a dyn Passing,
    keys: KeyHashes,
    /// Batches given.
    pub(super) given: usize,
    /// Whether something was met that only the whole table can tell, so that nothing given counts.
    pub(super) is_void: bool,
}

impl<'a> Passage<'a> {
    pub(super) fn new(to: &'a dyn Passing) -> Self {
        Passage {
            to,
            keys: KeyHashes::default(),
            given: 0,
            is_void: false,
        }
    }

    pub(super) fn table(&self) -> TableId {
        self.to.table()
    }

    /// What of the rows is asked for.
    pub(super) fn keep(&self) -> Keep {
        Keep::Asked {
            names: self.to.asks_names(),
        }
    }

    /// Gives batches, several at once. Nobody else needs to be waited for.
    pub(super) fn give(&mut self, request: &Request<'_>, batches: Vec<Staged>, place: &Place) {
        let (first, to) = (self.given, self.to);
        let batches = batches
            .into_iter()
            .flat_map(|batch| batch.split(to.rows_at_once()));
        let batches: Vec<(usize, Staged)> = (first..).zip(batches).collect();
        self.given += batches.len();
        let give = |(number, staged): (usize, Staged)| {
            let hashes = (0..staged.len()).map(|row| hash(staged.key(row)));
            let hashes: Vec<u64> = hashes.collect();
            to.take(number, &facts(request.schema, to.table(), staged, place));
            hashes
        };
        let hashes: Vec<Vec<u64>> = match batches.len() {
            0 | 1 => batches.into_iter().map(give).collect(),
            // Taken by turns and not in halves, so that little of what comes of them waits for its turn.
            _ => batches
                .into_par_iter()
                .by_uniform_blocks(rayon::current_num_threads())
                .map(give)
                .collect(),
        };
        hashes
            .into_iter()
            .flatten()
            .for_each(|hash| self.keys.add(hash));
    }

    /// Whether all that was given counts: no key came twice.
    pub(super) fn finish(self) -> bool {
        !self.is_void && self.keys.all_differ()
    }
}

/// Whether each row of a table stands for itself: no list of units, no codes that point to other rows.
pub(super) fn stand_alone(schema: &Schema, table: TableId) -> bool {
    let table = schema.table_at(table);
    let points = |kind: &ColumnType| matches!(kind, ColumnType::Code { of: Some(_), .. });
    table.roster.is_none() && !table.columns.values().any(|column| points(&column.kind))
}

/// The facts of a batch, as if its rows were all there are.
fn facts(schema: &Schema, table: TableId, staged: Staged, place: &Place) -> Facts {
    let columns = staged
        .bindings
        .iter()
        .map(|binding| (slot(binding, None), binding.at));
    let part = Part {
        file: place.file.clone(),
        sheet: place.sheet.clone(),
        columns: columns.collect(),
    };
    let key = schema.table_at(table).key.clone();
    let mut facts = Facts::default();
    facts.tables.resize_with(schema.tables.len(), || None);
    facts.tables[usize::from(table.0)] = Some(TableFacts::of_batch(table, key, part, staged));
    facts
}

fn hash<'k>(key: impl Iterator<Item = &'k str>) -> u64 {
    let mut hasher = FxHasher::default();
    for part in key {
        hasher.write(part.as_bytes());
        hasher.write_u8(0xff);
    }
    hasher.finish()
}

/// So many heaps of hashes, each small enough to be looked through near the processor.
const HEAPS: usize = 256;
/// Hashes are kept in pieces of so many: to make room in one place, those already there would be moved again and again.
const PIECE: usize = 256;
/// The first piece of a heap is small, since most files are.
const FIRST_PIECE: usize = 8;

/// More hashes are looked through on all processors.
const WORTH_SHARING: usize = 1 << 18;

/// A hash of every key. Two of the same mean that a key may have come twice: then the whole table must tell.
struct KeyHashes {
    heaps: Vec<Vec<Vec<u64>>>,
    count: usize,
}

impl Default for KeyHashes {
    fn default() -> Self {
        KeyHashes {
            heaps: vec![Vec::new(); HEAPS],
            count: 0,
        }
    }
}

impl KeyHashes {
    fn add(&mut self, hash: u64) {
        let heap = &mut self.heaps[(hash >> 56) as usize % HEAPS];
        match heap
            .last_mut()
            .filter(|piece| piece.len() < piece.capacity())
        {
            Some(piece) => piece.push(hash),
            None => {
                let room = if heap.is_empty() { FIRST_PIECE } else { PIECE };
                let mut piece = Vec::with_capacity(room);
                piece.push(hash);
                heap.push(piece);
            }
        }
        self.count += 1;
    }

    fn all_differ(self) -> bool {
        let differ = |heap: Vec<Vec<u64>>| {
            let count = heap.iter().map(Vec::len).sum();
            let mut seen = FxHashSet::with_capacity_and_hasher(count, FxBuildHasher);
            heap.into_iter().flatten().all(|hash| seen.insert(hash))
        };
        match self.count > WORTH_SHARING {
            true => self.heaps.into_par_iter().all(differ),
            false => self.heaps.into_iter().all(differ),
        }
    }
}
