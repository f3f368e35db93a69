//! Type words before the names of units: `Xã Lộc Thành`, `TT.Tân Phú`, `H. Lộc Ninh`.
//!
//! In: a folded name. Out: the type word and the bare name. Must not know: which units there are.

use crate::text::fold;
use std::sync::LazyLock;

/// Type words with the abbreviation that offices use. `TT` stands before `T`, so that the longer one is tried first.
const TYPE_WORDS: [(&str, &str); 9] = [
    ("Thị trấn", "tt"),
    ("Thị xã", "tx"),
    ("Thành phố", "tp"),
    ("Đặc khu", "đk"),
    ("Phường", "p"),
    ("Xã", "x"),
    ("Huyện", "h"),
    ("Quận", "q"),
    ("Tỉnh", "t"),
];

struct TypeWord {
    folded: String,
    abbreviation: &'static str,
}

static FOLDED: LazyLock<Vec<TypeWord>> = LazyLock::new(|| {
    TYPE_WORDS
        .iter()
        .map(|(word, abbreviation)| TypeWord {
            folded: fold(word),
            abbreviation,
        })
        .collect()
});

/// The folded type word, if the folded name begins with one, and the rest. The longer word is tried first, so that
/// `thành phố` does not leave a name behind `thành`.
pub(super) fn split(folded_name: &str) -> (Option<&'static str>, &str) {
    for word in FOLDED.iter() {
        let behind_word = folded_name
            .strip_prefix(word.folded.as_str())
            .and_then(|rest| rest.strip_prefix(' '));
        let rest = behind_word.or_else(|| behind_abbreviation(folded_name, word.abbreviation));
        if let Some(rest) = rest.map(str::trim).filter(|rest| !rest.is_empty()) {
            return (Some(&word.folded), rest);
        }
    }
    (None, folded_name)
}

/// What stands behind `tt.`, `tt. ` or `tt `.
fn behind_abbreviation<'a>(folded_name: &'a str, abbreviation: &str) -> Option<&'a str> {
    folded_name
        .strip_prefix(abbreviation)?
        .strip_prefix(['.', ' '])
}
