//! A name as offices write it, taken apart: `TT. Tân Phú (huyện Đồng Phú)`.
//!
//! In: a text. Out: its type word, the bare name, and the unit it is said to belong to. Must not know: levels, codes.

use super::{Roster, type_word};
use crate::text::fold;

/// The parts of a name, folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) type_word: Option<&'static str>,
    pub(super) bare: String,
    /// The unit it belongs to, by its name as found.
    pub(super) parent: Option<String>,
}

/// What stands between a name and that of the unit it belongs to.
const SEPARATORS: [char; 6] = [',', '(', '-', '–', '—', ';'];
/// What may stand behind a name and says nothing.
const TRAILING: [char; 7] = ['.', ',', ':', ';', '*', ')', ' '];

/// In a text of more bytes nobody looks for a name and its parent.
const LONGEST: usize = 300;

impl Roster {
    pub(super) fn name(&self, text: &str) -> Name {
        let text = text.trim_end_matches(TRAILING);
        let whole = self.without_parent(text);
        if self.knows(&whole.bare) || text.len() > LONGEST {
            return whole;
        }
        text.char_indices()
            .filter(|(_, c)| SEPARATORS.contains(c))
            .find_map(|(at, separator)| {
                let parent = text[at + separator.len_utf8()..].trim_matches([')', '(', ' ']);
                let name = self.without_parent(text[..at].trim_end_matches(TRAILING));
                let is_name = self.knows(&name.bare) && !self.units_meant(parent).is_empty();
                is_name.then(|| Name {
                    parent: Some(parent.to_owned()),
                    ..name
                })
            })
            .or_else(|| self.numbered(text))
            .unwrap_or(whole)
    }

    /// A name behind its number in a list: `1. Lộc Thành`, `- Lộc Thành`.
    fn numbered(&self, text: &str) -> Option<Name> {
        let begins = text.trim_start_matches(|c: char| {
            c.is_ascii_digit() || matches!(c, 'I' | 'V' | 'X' | 'L' | '(' | '-' | '+' | '–' | '•')
        });
        let rest = begins.trim_start_matches(['.', ')', '/', '-']);
        let is_number = rest.starts_with(' ') && rest.len() < text.len();
        let name = is_number.then(|| self.without_parent(rest))?;
        self.knows(&name.bare).then_some(name)
    }

    /// A whole name may begin like a type word, so it is looked up first.
    fn without_parent(&self, text: &str) -> Name {
        let folded = fold(text);
        let (type_word, bare) = if self.knows(&folded) {
            (None, folded.as_str())
        } else {
            type_word::split(&folded)
        };
        Name {
            type_word,
            bare: bare.to_owned(),
            parent: None,
        }
    }

    fn knows(&self, folded: &str) -> bool {
        self.by_name.contains_key(folded)
    }
}
