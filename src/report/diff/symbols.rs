//! Texts that a report repeats a thousand times, kept once.
//!
//! In: texts. Out: small numbers that stand for them. Must not know: what they say.

use std::collections::HashMap;
use std::sync::Arc;

/// Stands for a text; equal texts have equal symbols.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Symbol(u32);

/// The texts behind symbols.
#[derive(Clone, Debug, Default)]
pub struct Symbols {
    known: HashMap<Arc<str>, Symbol>,
    texts: Vec<Arc<str>>,
}

impl Symbols {
    /// The symbol of a text.
    pub(super) fn symbol(&mut self, text: &str) -> Symbol {
        if let Some(known) = self.known.get(text) {
            return *known;
        }
        let symbol = Symbol(u32::try_from(self.texts.len()).unwrap_or(u32::MAX));
        let text: Arc<str> = text.into();
        self.texts.push(text.clone());
        self.known.insert(text, symbol);
        symbol
    }

    /// The text of a symbol.
    pub(super) fn text(&self, symbol: Symbol) -> &str {
        let text = usize::try_from(symbol.0)
            .ok()
            .and_then(|at| self.texts.get(at));
        text.map_or("", |text| text)
    }
}
