//! Type words before the names of units: `Xã Lộc Thành`, `TT.Tân Phú`, `H. Lộc Ninh`.
//!
//! In: a folded name. Out: the type word and the bare name. Must not know: which units there are.

use crate::text::fold;
use std::sync::LazyLock;

/// Type words with the abbreviation that offices use. `TT` stands before `T`, so that the longer one is tried first.
const TYPE_WORDS: [(&str, &str); 10] = [
    ("Thị trấn", "tt"),
    ("Thị xã", "tx"),
    ("Thành phố", "tp"),
    ("Đặc khu", "đk"),
    ("Phường", "p"),
    ("Phường", "f"),
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

/// What a unit's office is called before the unit itself: `UBND xã Lộc Thành`.
static OFFICES: LazyLock<Vec<String>> =
    LazyLock::new(|| ["UBND", "Ủy ban nhân dân"].map(fold).to_vec());

/// The folded type word, if the folded name begins with one, and the rest. The longer word is tried first, so that
/// `thành phố` does not leave a name behind `thành`.
pub(super) fn split(folded_name: &str) -> (Option<&'static str>, &str) {
    let office = OFFICES.iter().find_map(|office| {
        let unit = folded_name.strip_prefix(office.as_str())?;
        unit.strip_prefix(' ')
    });
    let name = office.unwrap_or(folded_name);
    for word in FOLDED.iter() {
        let behind_word = name
            .strip_prefix(word.folded.as_str())
            .and_then(|rest| rest.strip_prefix([' ', '.', ':']));
        let rest = behind_word.or_else(|| behind_abbreviation(name, word.abbreviation));
        if let Some(rest) = rest.map(str::trim).filter(|rest| !rest.is_empty()) {
            return (Some(&word.folded), rest);
        }
    }
    (None, folded_name)
}

/// What stands behind `tt.`, `tt `, `tt.. ` or `t.t.`.
fn behind_abbreviation<'a>(folded_name: &'a str, abbreviation: &str) -> Option<&'a str> {
    let mut rest = folded_name;
    for letter in abbreviation.chars() {
        rest = rest.strip_prefix(letter)?;
        if !rest.starts_with('.') {
            continue;
        }
        rest = rest.trim_start_matches('.');
    }
    let length = folded_name.len() - rest.len();
    let is_abbreviated = folded_name[..length].ends_with('.') || rest.starts_with(' ');
    is_abbreviated.then_some(rest)
}

/// How many words of a text make a type word, if it begins with one, and that type word folded. A text is given as its folded words.
pub(super) fn at_start(words: &[&str]) -> Option<(usize, &'static str)> {
    FOLDED.iter().find_map(|word| {
        let whole: Vec<&str> = word.folded.split(' ').collect();
        if words.starts_with(&whole) {
            return Some((whole.len(), word.folded.as_str()));
        }
        let is_abbreviated = words.first() == Some(&word.abbreviation);
        is_abbreviated.then_some((1, word.folded.as_str()))
    })
}
