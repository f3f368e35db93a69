//! Whether a word is one that Vietnamese can have: the test that tells encodings apart.
//!
//! In: a word. Out: yes or no. Must not know: encodings. A Vietnamese word is one syllable of a small, closed set, with at most
//! one tone at a fixed place, so a text read in a wrong encoding falls apart at once, and another language hardly ever passes.

use crate::text::letter;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// What a syllable begins with; the clusters are those of place names (`Krông`).
const ONSETS: [&str; 38] = [
    "", "b", "br", "c", "ch", "cr", "d", "dr", "g", "gh", "gi", "gr", "h", "k", "kh", "kl", "kr",
    "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "pl", "pr", "qu", "r", "s", "t", "th", "tr", "v",
    "x", "đ", "đr", "bl",
];

/// What it ends with, without its tone. Final `k` stands in names (`Đắk`).
const RHYMES: [&str; 186] = [
    "a", "ac", "ach", "ai", "ak", "am", "an", "ang", "anh", "ao", "ap", "at", "au", "ay", "ăc",
    "ăk", "ăm", "ăn", "ăng", "ăp", "ăt", "âc", "âm", "ân", "âng", "âp", "ât", "âu", "ây", "e",
    "ec", "ek", "em", "en", "eng", "eo", "ep", "et", "ê", "êch", "êk", "êm", "ên", "êng", "ênh",
    "êp", "êt", "êu", "i", "ia", "ich", "iêc", "iêk", "iêm", "iên", "iêng", "iêp", "iêt", "iêu",
    "ik", "im", "in", "inh", "ip", "it", "iu", "o", "oa", "oac", "oach", "oai", "oam", "oan",
    "oang", "oanh", "oao", "oap", "oat", "oay", "oăc", "oăm", "oăn", "oăng", "oăt", "oc", "oe",
    "oen", "oeo", "oet", "oi", "ok", "om", "on", "ong", "ooc", "oong", "op", "ot", "ô", "ôc", "ôi",
    "ôk", "ôm", "ôn", "ông", "ôông", "ôp", "ôt", "ơ", "ơi", "ơk", "ơm", "ơn", "ơng", "ơp", "ơt",
    "u", "ua", "uân", "uâng", "uât", "uây", "uc", "uê", "uêch", "uên", "uênh", "uêt", "uêu", "ui",
    "uk", "um", "un", "ung", "uôc", "uôi", "uôm", "uôn", "uông", "uôt", "uơ", "up", "ut", "uy",
    "uya", "uych", "uyên", "uyêt", "uyn", "uynh", "uyp", "uyt", "uyu", "ư", "ưa", "ưc", "ưi", "ưk",
    "ưm", "ưn", "ưng", "ươc", "ươi", "ươk", "ươm", "ươn", "ương", "ươp", "ươt", "ươu", "ưt", "ưu",
    "y", "ych", "yêm", "yên", "yêng", "yêt", "yêu", "ym", "yn", "ynh", "yp", "yt", "yu", "êc",
];

const TONES: [char; 5] = [GRAVE, ACUTE, TILDE, HOOK, DOT];
const GRAVE: char = '\u{300}';
const ACUTE: char = '\u{301}';
const TILDE: char = '\u{303}';
const HOOK: char = '\u{309}';
const DOT: char = '\u{323}';

/// Whether the word is a Vietnamese syllable, or an abbreviation of capital consonants (`HĐND`).
pub(super) fn is_vietnamese(word: &str) -> bool {
    is_abbreviation(word) || is_syllable(word)
}

fn is_abbreviation(word: &str) -> bool {
    word.chars()
        .all(|c| matches!(c, 'B'..='D' | 'Đ' | 'G' | 'H' | 'K'..='N' | 'P'..='T' | 'V' | 'X'))
}

fn is_syllable(word: &str) -> bool {
    let taken_apart = letters_alone(word).or_else(|| without_tone(word));
    taken_apart.is_some_and(|syllable| syllable.is_known())
}

/// A word's letters in lower case without their tones, and which of them has which tone.
struct Syllable {
    letters: String,
    tone: Option<(usize, char)>,
}

impl Syllable {
    fn is_known(&self) -> bool {
        static KNOWN: LazyLock<FxHashSet<&str>> = LazyLock::new(|| RHYMES.into_iter().collect());
        ONSETS.iter().any(|onset| {
            self.letters.strip_prefix(onset).is_some_and(|rhyme| {
                let place = |at: usize| at.checked_sub(onset.chars().count());
                KNOWN.contains(rhyme)
                    && match self.tone {
                        None => !is_stopped(rhyme),
                        Some((at, tone)) => {
                            place(at).is_some_and(|at| carries_tone(rhyme, at))
                                && (!is_stopped(rhyme) || matches!(tone, ACUTE | DOT))
                        }
                    }
            })
        })
    }
}

/// The word taken apart, if each of its letters is one character, as in nearly all texts; none also if there are two tones.
fn letters_alone(word: &str) -> Option<Syllable> {
    let (mut letters, mut tone) = (String::with_capacity(word.len()), None);
    for (at, c) in word.chars().enumerate() {
        // Folding takes the Icelandic letter for a Vietnamese one.
        let (letter, toned) = letter(c).filter(|_| !matches!(c, 'Ð' | 'ð'))?;
        letters.push(letter);
        if let Some(toned) = toned
            && tone.replace((at, toned)).is_some()
        {
            return None;
        }
    }
    Some(Syllable { letters, tone })
}

/// Any word taken apart. None if there are two tones, or a mark that is neither tone nor part of a letter.
fn without_tone(word: &str) -> Option<Syllable> {
    let (mut letters, mut tone): (Vec<char>, Option<(usize, char)>) = (Vec::new(), None);
    for c in word.chars().flat_map(char::to_lowercase).nfd() {
        if TONES.contains(&c) {
            let carrier = letters.iter().rposition(|letter| !is_vowel_mark(*letter))?;
            let at = letters[..carrier]
                .iter()
                .filter(|letter| !is_vowel_mark(**letter))
                .count();
            if tone.replace((at, c)).is_some() {
                return None;
            }
        } else {
            letters.push(c);
        }
    }
    Some(Syllable {
        letters: letters.into_iter().nfc().collect(),
        tone,
    })
}

/// Circumflex, breve, horn: what makes another letter.
fn is_vowel_mark(c: char) -> bool {
    matches!(c, '\u{302}' | '\u{306}' | '\u{31b}')
}

/// Whether a final stop cuts the syllable short, which leaves room for two tones only.
fn is_stopped(rhyme: &str) -> bool {
    rhyme.ends_with(['c', 'p', 't']) || rhyme.ends_with("ch")
}

/// Whether the tone may stand on that letter of the rhyme.
fn carries_tone(rhyme: &str, at: usize) -> bool {
    let letters: Vec<char> = rhyme.chars().collect();
    let is_vowel = |c: &char| "aăâeêioôơuưy".contains(*c);
    let vowels = letters.iter().take_while(|c| is_vowel(c)).count();
    if let Some(marked) = letters.iter().rposition(|c| "ăâêôơư".contains(*c)) {
        return at == marked;
    }
    match (vowels, letters.len() > vowels) {
        (2, false) if matches!(rhyme, "oa" | "oe" | "uy") => at < 2,
        (1, _) | (2, false) => at == 0,
        _ => at == 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_offices_are_vietnamese() {
        let words = "Mã đơn vị Tên Tổng số hộ nghèo cận Xã phường thị trấn khuyến quyết giếng gì huỷ hủy Quỳnh Lộc Thạnh Thành \
            Đắk Lắk Đak Ơ Krông Búk khuỷu ngoèo thuở nghĩa HĐND ĐVT QĐ ưu yếu uyển xoong TĐKT Đồng Phú Hớn Quản THỊ XÃ BÌNH LONG \
            ho\u{323}\u{302} nghe\u{300}o";
        for word in words.split_whitespace() {
            assert!(is_vietnamese(word), "{word}");
        }
    }

    #[test]
    fn letters_taken_alone_make_the_same_syllables() {
        let every = (0..=0x1fff_u32).filter_map(char::from_u32);
        for c in every.filter(|c| c.is_alphabetic()) {
            for word in [
                format!("{c}"),
                format!("h{c}"),
                format!("Ng{c}u"),
                format!("{c}ế"),
                format!("th{c}nh"),
            ] {
                if let Some(syllable) = letters_alone(&word) {
                    let other = without_tone(&word).is_some_and(|syllable| syllable.is_known());
                    assert_eq!(syllable.is_known(), other, "{word}");
                }
            }
        }
        assert!(letters_alone("Nguyễn").is_some());
    }

    #[test]
    fn other_words_are_not() {
        let words = "für Straße schön Müller été très forêt garçon São£ señor naïve tôt xaị hoấ nghìo Hoä ngheøo §¶ng Nguyªn \
            bốk₫ lộcc tờt mạ\u{301} Ðồng";
        for word in words.split_whitespace() {
            assert!(!is_vietnamese(word), "{word}");
        }
    }
}
