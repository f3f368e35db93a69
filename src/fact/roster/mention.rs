//! Units that a running text names: `DANH SÁCH CÁC XÃ HUYỆN LỘC NINH NĂM 2022`.
//!
//! In: a title, a sheet's or a file's name. Out: the units of a level in it. Must not know: where the text stands.

use super::{Roster, Unit, type_word};
use crate::text::{fold, nfc};

/// Names of units have no more words than this.
const MOST_WORDS: usize = 6;

impl Roster {
    /// The units of a level that a text names, behind type words anywhere in it or as all that it says. Each mention gives the units
    /// that may be meant: more than one where several have the name.
    pub(in crate::fact) fn mentions(&self, level: &str, text: &str) -> Vec<Vec<&Unit>> {
        let folded = fold(&words_of(text));
        let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        let mut found: Vec<Vec<&Unit>> = Vec::new();
        let mut at = 0;
        while at < words.len() {
            match type_word::at_start(&words[at..]) {
                Some((length, word)) => {
                    at += length;
                    found.push(self.named_at(level, word, &words[at..]));
                }
                None => at += 1,
            }
        }
        found.retain(|units| !units.is_empty());
        if found.is_empty() {
            let is_number = |word: &&str| word.chars().all(|c| c.is_ascii_digit());
            let bare: Vec<&str> = words.into_iter().filter(|word| !is_number(word)).collect();
            let bare = bare.join(" ");
            // Without a type word `Lộc Ninh` may be the township or its district.
            let is_of_other_level = self
                .named(&self.by_name, &bare)
                .any(|unit| unit.level != level);
            let units = self.candidates(level, None, &bare, None);
            found.extend((!is_of_other_level && !units.is_empty()).then_some(units));
        }
        found
    }

    /// The units whose name those words begin with; the longest name is meant.
    fn named_at(&self, level: &str, type_word: &str, words: &[&str]) -> Vec<&Unit> {
        (1..=MOST_WORDS.min(words.len()))
            .rev()
            .map(|length| self.candidates(level, Some(type_word), &words[..length].join(" "), None))
            .find(|units| !units.is_empty())
            .unwrap_or_default()
    }

    /// How many units stand above those of a level, one above the other.
    pub(in crate::fact) fn depth(&self, level: &str) -> usize {
        let mut above = self
            .level(level)
            .next()
            .and_then(|unit| self.unit(&unit.parent));
        let mut depth = 0;
        // A unit that were its own parent would have no end.
        while let Some(unit) = above.filter(|_| depth < 10) {
            depth += 1;
            above = self.unit(&unit.parent);
        }
        depth
    }

    /// The level of the units that units of that level belong to.
    pub(in crate::fact) fn level_above(&self, level: &str) -> Option<&str> {
        self.level(level)
            .find_map(|unit| self.unit(&unit.parent))
            .map(|parent| parent.level.as_str())
    }
}

/// The text with nothing but letters, digits and single spaces. Marks of punctuation would hide where a word ends.
fn words_of(text: &str) -> String {
    nfc(text)
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect()
}
