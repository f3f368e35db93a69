//! Texts that may be headers or parts of one, each taken apart once: the sheets of a folder carry the same ones.
//!
//! In: the texts of cells. Out: their captions, and what each means by itself. Must not know: sheets.

use crate::fact::header::block::{Matches, matches};
use crate::fact::header::caption::Caption;
use crate::fact::header::index::HeaderIndex;
use crate::fact::schema::Schema;
use rustc_hash::FxHashMap;
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

/// A text that may be a header.
#[derive(Debug)]
pub(in crate::fact) struct Candidate {
    pub(in crate::fact) caption: Caption,
    meanings: OnceLock<Matches>,
}

/// All that were met.
#[derive(Debug, Default)]
pub(in crate::fact) struct Candidates(RwLock<FxHashMap<Box<str>, Arc<Candidate>>>);

/// What a cell of a head says.
pub(in crate::fact) enum Says {
    /// What may be a header.
    Header(Arc<Candidate>),
    /// Something else, and its caption if it had to be taken apart to know that.
    Other(OnceLock<Box<Caption>>),
}

impl Candidate {
    fn new(caption: Caption) -> Self {
        Candidate {
            caption,
            meanings: OnceLock::new(),
        }
    }

    /// What it means where nothing else stands over the column. The column is yet to be told.
    pub(in crate::fact) fn meanings(&self, index: &HeaderIndex, schema: &Schema) -> &Matches {
        self.meanings
            .get_or_init(|| matches(&[&self.caption], 0, index, schema))
    }
}

impl Candidates {
    fn get(&self, text: &str) -> Option<Arc<Candidate>> {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
        known.get(text).cloned()
    }

    fn add(&self, text: &str, caption: Caption) -> Arc<Candidate> {
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let candidate = known
            .entry(text.into())
            .or_insert_with(|| Arc::new(Candidate::new(caption)));
        Arc::clone(candidate)
    }
}

impl HeaderIndex {
    /// What a cell with that text says.
    pub(in crate::fact) fn says(&self, text: &str) -> Says {
        if self.lacks_a_word_of(text) && Caption::is_plain(text) {
            return Says::Other(OnceLock::new());
        }
        if let Some(known) = self.candidates.get(text) {
            return Says::Header(known);
        }
        let caption = Caption::new(text, &self.words);
        match self.may_mean(&caption) {
            true => Says::Header(self.candidates.add(text, caption)),
            false => Says::Other(OnceLock::from(Box::new(caption))),
        }
    }
}
