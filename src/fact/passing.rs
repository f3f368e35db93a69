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
use rustc_hash::FxHasher;
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

/// So many heaps of hashes, each small enough to be sorted near the processor.
const HEAPS: usize = 256;

/// Heaps with more hashes are sorted on all processors.
const WORTH_SHARING: usize = 1_000;

/// A hash of every key. Two of the same mean that a key may have come twice: then the whole table must tell.
struct KeyHashes(Vec<Vec<u64>>);

impl Default for KeyHashes {
    fn default() -> Self {
        KeyHashes(vec![Vec::new(); HEAPS])
    }
}

impl KeyHashes {
    fn add(&mut self, hash: u64) {
        let heap = &mut self.0[(hash >> 56) as usize % HEAPS];
        if heap.len() == heap.capacity() {
            // Doubling would take twice the memory.
            heap.reserve_exact(heap.len() / 4 + 64);
        }
        heap.push(hash);
    }

    fn all_differ(self) -> bool {
        let differ = |mut heap: Vec<u64>| {
            heap.sort_unstable();
            heap.windows(2).all(|pair| pair.first() != pair.last())
        };
        match self.0.iter().any(|heap| heap.len() > WORTH_SHARING) {
            true => self.0.into_par_iter().all(differ),
            false => self.0.into_iter().all(differ),
        }
    }
}
