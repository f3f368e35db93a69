//! Which row has which key: hashes, with every hit confirmed against the key's own text.
//!
//! In: keys as texts. Out: row numbers. Must not know: what a key's parts mean.

use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::collections::hash_map::Entry;
use std::hash::{BuildHasher, Hasher, RandomState};

/// Between the parts of a key of several columns, in its kept text; no office text holds it.
const BETWEEN_PARTS: char = '\u{1f}';

/// Rows by key. Rows are added in order, each with its key.
#[derive(Clone, Debug, Default)]
pub(super) struct Keys {
    /// Random, so that no file can be made whose keys all collide.
    hash: RandomState,
    first: FxHashMap<u64, u32>,
    /// Further rows of the same hash.
    more: FxHashMap<u64, Vec<u32>>,
    text: String,
    ends: Vec<usize>,
}

impl Keys {
    /// Keys of one part each, one after the other, and where each ends. Nobody will look for them.
    pub(super) fn of_texts(text: String, ends: Vec<usize>) -> Self {
        Keys {
            text,
            ends,
            ..Keys::default()
        }
    }

    pub(super) fn find(&self, key: &[&str]) -> Option<u32> {
        self.find_hashed(self.hash_of(key), key)
    }

    /// The row with that key, or else `None` after adding it as the next row.
    pub(super) fn find_or_add(&mut self, key: &[&str]) -> Option<u32> {
        let hash = self.hash_of(key);
        let found = self.find_hashed(hash, key);
        if found.is_none() {
            self.add_hashed(hash, key);
        }
        found
    }

    /// Gives the next row that key, which nobody will look for.
    pub(super) fn add<'k>(&mut self, key: impl Iterator<Item = &'k str>) {
        for (at, part) in key.enumerate() {
            if at > 0 {
                self.text.push(BETWEEN_PARTS);
            }
            self.text.push_str(part);
        }
        self.ends.push(self.text.len());
    }

    /// Leaves the next row without a key.
    pub(super) fn skip_row(&mut self) {
        self.ends.push(self.text.len());
    }

    fn add_hashed(&mut self, hash: u64, key: &[&str]) {
        let row = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
        self.add(key.iter().copied());
        match self.first.entry(hash) {
            Entry::Vacant(vacant) => {
                vacant.insert(row);
            }
            Entry::Occupied(_) => self.more.entry(hash).or_default().push(row),
        }
    }

    fn find_hashed(&self, hash: u64, key: &[&str]) -> Option<u32> {
        let first = *self.first.get(&hash)?;
        let more = self.more.get(&hash).map(Vec::as_slice).unwrap_or_default();
        std::iter::once(first)
            .chain(more.iter().copied())
            .find(|row| {
                self.text_of(*row)
                    .split(BETWEEN_PARTS)
                    .eq(key.iter().copied())
            })
    }

    fn hash_of(&self, key: &[&str]) -> u64 {
        let mut hasher = self.hash.build_hasher();
        for part in key {
            hasher.write(part.as_bytes());
            hasher.write_u8(0xff);
        }
        hasher.finish()
    }

    fn text_of(&self, row: u32) -> &str {
        let row = row as usize;
        let start = row
            .checked_sub(1)
            .and_then(|before| self.ends.get(before))
            .copied()
            .unwrap_or(0);
        self.ends
            .get(row)
            .and_then(|end| self.text.get(start..*end))
            .unwrap_or("")
    }

    /// The key for people: its parts joined by `/`.
    pub(super) fn code(&self, row: u32) -> Cow<'_, str> {
        let text = self.text_of(row);
        match text.contains(BETWEEN_PARTS) {
            true => Cow::Owned(text.replace(BETWEEN_PARTS, "/")),
            false => Cow::Borrowed(text),
        }
    }
}
