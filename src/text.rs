//! Unicode for Vietnamese office text: normal form, folding for matching, display width; and which language people read.
//!
//! In: text as it was found. Out: text that compares, aligns and prints safely. Must not know: what the text means.

use std::collections::HashSet;
use std::sync::OnceLock;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_width::UnicodeWidthStr;

/// The language of sentences, numbers and dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Language {
    /// Tiếng Việt, the default.
    #[default]
    Vietnamese,
    /// English.
    English,
}

impl Language {
    /// The code that users type: `vi` or `en`.
    pub fn code(self) -> &'static str {
        match self {
            Language::Vietnamese => "vi",
            Language::English => "en",
        }
    }

    /// The language of a code, if there is one.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "vi" => Some(Language::Vietnamese),
            "en" => Some(Language::English),
            _ => None,
        }
    }
}

/// Text for people in both languages; English falls back to Vietnamese.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Wording {
    /// Vietnamese.
    pub vi: String,
    /// English, if the author gave it.
    pub en: Option<String>,
}

impl Wording {
    /// The text in that language.
    pub fn get(&self, language: Language) -> &str {
        match (language, &self.en) {
            (Language::English, Some(en)) => en,
            (Language::English, None) | (Language::Vietnamese, _) => &self.vi,
        }
    }
}

/// The composed normal form (NFC).
pub fn nfc(text: &str) -> String {
    if text.is_ascii() || text.chars().all(is_composed) {
        text.to_owned()
    } else {
        text.nfc().collect()
    }
}

/// Whether nothing that may stand beside this letter or sign changes it: it is no mark, no part of a letter, and has no other form.
/// Vietnamese needs no others.
fn is_composed(c: char) -> bool {
    matches!(c, '\0'..='\u{2ff}' | '\u{1ea0}'..='\u{1ef9}' | '\u{2010}'..='\u{2027}')
}

/// The same looked for in bytes of UTF-8, without control characters; it may be composed where this is not sure.
pub fn is_plainly_composed(text: &[u8]) -> bool {
    let mut bytes = text.iter();
    let mut is_composed = true;
    while let Some(byte) = bytes.next() {
        is_composed &= match byte {
            0x20..0x7f => true,
            // U+00C0 to U+02FF, and the Latin letters from U+1E00 on: none of them is ever composed further.
            0xc3..=0xcb => bytes.next().is_some(),
            0xe1 => matches!(bytes.next(), Some(0xb8..=0xbb)) && bytes.next().is_some(),
            _ => false,
        };
    }
    is_composed
}

/// The form in which names and headers are compared: composed, lower case, single spaces, and each word's tone mark moved to its
/// end, so that `hoà` equals `hòa` and `HOÀ`; `Ð` is taken for `Đ`. Accents count: `Lộc Thạnh` is not `Lộc Thành`.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in words(text) {
        if !folded.is_empty() {
            folded.push(' ');
        }
        fold_word(word, &mut folded);
    }
    folded
}

/// Whether every word of a text, folded, is such a word; asks for no further one once it is not.
pub fn all_folded_words(text: &str, is_such: impl Fn(&str) -> bool) -> bool {
    let mut folded = String::new();
    words(text).all(|word| {
        if word
            .bytes()
            .all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase())
        {
            return is_such(word);
        }
        folded.clear();
        fold_word(word, &mut folded);
        is_such(&folded)
    })
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}');
    words.filter(|word| !word.is_empty())
}

fn fold_word(word: &str, folded: &mut String) {
    if word.is_ascii() {
        let start = folded.len();
        folded.push_str(word);
        folded[start..].make_ascii_lowercase();
        return;
    }
    let start = folded.len();
    if !fold_letters(word, folded) {
        folded.truncate(start);
        fold_anything(word, folded);
    }
}

/// Words to look folded texts up in.
pub fn folded(words: &[&str]) -> HashSet<String> {
    words.iter().map(|word| fold(word)).collect()
}

/// Folds a word of letters of which each is one character; false where it meets anything else.
fn fold_letters(word: &str, folded: &mut String) -> bool {
    /// More tones than a word has.
    const MOST_TONES: usize = 4;
    let (mut tones, mut count) = (['\0'; MOST_TONES], 0);
    for c in word.chars() {
        match (letter(c), tones.get_mut(count)) {
            (Some((letter, None)), _) => folded.push(letter),
            (Some((letter, Some(tone))), Some(place)) => {
                folded.push(letter);
                *place = tone;
                count += 1;
            }
            (Some(_), None) | (None, _) => return false,
        }
    }
    folded.extend(tones.iter().take(count));
    true
}

/// Folds any word: apart, sorted, together again.
fn fold_anything(word: &str, folded: &mut String) {
    let (mut tones, mut letters) = (String::new(), String::new());
    for c in word.to_lowercase().nfd() {
        match c {
            _ if is_tone(c) => tones.push(c),
            // The Icelandic letter, whose capital Ð nobody can tell from Đ, comes from old fonts.
            'ð' => letters.push('đ'),
            _ => letters.push(c),
        }
    }
    folded.extend(letters.nfc());
    folded.push_str(&tones);
}

/// A letter in lower case without its tone, and the tone.
pub type Letter = (char, Option<char>);

/// What a character folds to, for those of Vietnamese words; headers and names are folded by the thousand.
pub fn letter(c: char) -> Option<Letter> {
    const LATIN: u32 = 0x250;
    const VIETNAMESE: std::ops::Range<u32> = 0x1ea0..0x1f00;
    const KNOWN: usize = (LATIN + VIETNAMESE.end - VIETNAMESE.start) as usize;
    /// Each is found out when it is first met.
    static LETTERS: [OnceLock<Option<Letter>>; KNOWN] = [const { OnceLock::new() }; KNOWN];
    let code = u32::from(c);
    let place = match code {
        0..LATIN => code,
        code if VIETNAMESE.contains(&code) => LATIN + code - VIETNAMESE.start,
        _ => return None,
    };
    *LETTERS.get(place as usize)?.get_or_init(|| alone(c))
}

/// What a character by itself folds to, if that is one letter with at most one tone.
fn alone(c: char) -> Option<Letter> {
    let mut folded = String::new();
    fold_anything(c.encode_utf8(&mut [0; 4]), &mut folded);
    let mut characters = folded.chars();
    let letter = characters.next().filter(|c| !is_tone(*c))?;
    let tone = characters.next();
    let is_whole = tone.is_none_or(is_tone) && characters.next().is_none();
    is_whole.then_some((letter, tone))
}

/// Grave, acute, tilde, hook above, dot below: the marks whose place in a word differs between spellings.
fn is_tone(c: char) -> bool {
    matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}')
}

/// Folded text without any accent, `đ` as `d`: only for suggestions, never for a match.
pub fn without_accents(text: &str) -> String {
    fold(text)
        .nfd()
        .filter(|c| !is_combining_mark(*c))
        .map(|c| if c == 'đ' { 'd' } else { c })
        .collect()
}

/// Columns that the text takes on a terminal.
pub fn width(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}

/// Text from a file made safe to print: control and bidirectional characters are shown as escapes.
pub fn printable(text: &str) -> String {
    if is_plainly_printable(text) {
        return text.to_owned();
    }
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_control() || is_invisible(c) {
            safe.extend(c.escape_unicode())
        } else {
            safe.push(c)
        }
    }
    safe
}

/// Whether no byte belongs to a character that [`printable`] may have to show otherwise; it may be safe where this is not sure.
pub fn is_plainly_printable(text: &str) -> bool {
    // All such characters are ASCII, or begin with one of three bytes in UTF-8.
    let is_odd = |byte: &u8| (*byte < 0x20) | matches!(byte, 0x7f | 0xc2 | 0xe2 | 0xef);
    // No early end: a processor looks at many bytes at once.
    let any = |odd: bool, byte: &u8| odd | is_odd(byte);
    !text.as_bytes().iter().fold(false, any)
}

/// Marks that change how the text around them is shown without being seen themselves.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// At most `most` characters, with `…` where something was cut.
pub fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    text.chars()
        .take(most.saturating_sub(1))
        .chain(['…'])
        .collect()
}

/// The known name nearest to one that is not known, if any is near enough to be a likely misspelling.
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    within(name, known, |length| length.div_ceil(3).max(1))
}

/// The same for words of the data, where a wrong suggestion is worse than none: at most one letter in five may differ. `HTXS` is not
/// `HTNV`.
pub fn likely<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    within(word, known, |length| (length / 5).max(1))
}

fn within<'a>(
    name: &str,
    known: impl IntoIterator<Item = &'a str>,
    limit: impl Fn(usize) -> usize,
) -> Option<&'a str> {
    let wanted: Vec<char> = without_accents(name).chars().take(64).collect();
    let limit = limit(wanted.len());
    known
        .into_iter()
        .map(|k| {
            (
                edit_distance(
                    &wanted,
                    &without_accents(k).chars().take(64).collect::<Vec<char>>(),
                ),
                k,
            )
        })
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, k)| k)
}

/// What the author of an unknown name may have meant: the nearest known one if one is near, else the known ones.
pub fn meant<'a>(name: &str, known: impl IntoIterator<Item = &'a str> + Clone) -> Vec<String> {
    const COMPARED: usize = 500;
    match nearest(name, known.clone().into_iter().take(COMPARED)) {
        Some(near) => vec![near.to_owned()],
        None => listed(known),
    }
}

/// The first of some known names; a dash if there is none.
pub fn listed<'a>(known: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    const LISTED: usize = 40;
    let list: Vec<String> = known.into_iter().take(LISTED).map(str::to_owned).collect();
    if list.is_empty() {
        vec!["—".to_owned()]
    } else {
        list
    }
}

fn edit_distance(a: &[char], b: &[char]) -> usize {
    let mut previous: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let replaced = previous[j] + usize::from(x != y);
            row.push(replaced.min(previous[j + 1] + 1).min(row[j] + 1));
        }
        previous = row;
    }
    previous[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_joins_spellings_and_keeps_accents() {
        assert_eq!(fold("Lộc  HOÀ"), fold("lộc hòa"));
        assert_eq!(fold("Thuý"), fold("Thúy"));
        assert_eq!(fold("quý"), fold("qu\u{301}y"));
        assert_eq!(
            fold("Tie\u{302}\u{301}ng\u{a0}Vie\u{323}\u{302}t"),
            fold("TIẾNG VIỆT")
        );
        assert_eq!(fold("\u{d0}ồng Phú"), fold("Đồng Phú"));
        assert_ne!(fold("Lộc Thạnh"), fold("Lộc Thành"));
        assert_eq!(without_accents("Lộc Thạnh"), without_accents("Lộc Thành"));
        assert_ne!(fold("Đak Ơ"), fold("Dak O"));
    }

    #[test]
    fn letters_fold_alone_as_they_fold_in_a_word() {
        let by_the_long_way = |text: &str| {
            let mut folded = String::new();
            fold_anything(text, &mut folded);
            folded
        };
        let one_by_one = |text: &str| {
            let mut folded = String::new();
            fold_letters(text, &mut folded).then_some(folded)
        };
        let every = (0..=0x2fff_u32).filter_map(char::from_u32);
        for c in every.filter(|c| !c.is_whitespace()) {
            for word in [format!("{c}"), format!("Hộ{c}ế"), format!("{c}\u{301}Đ")] {
                if let Some(folded) = one_by_one(&word) {
                    assert_eq!(folded, by_the_long_way(&word), "{word}");
                }
            }
        }
        assert_eq!(one_by_one("NGHÈO").as_deref(), Some("ngheo\u{300}"));
    }

    #[test]
    fn what_is_composed_is_its_own_normal_form() {
        let every = || (0..=0x2fff_u32).filter_map(char::from_u32);
        for c in every().filter(|c| is_composed(*c)) {
            for text in [format!("{c}"), format!("a{c}"), format!("{c}{c}e")] {
                assert!(text.nfc().eq(text.chars()), "{text}");
            }
            assert_eq!(unicode_normalization::char::canonical_combining_class(c), 0);
        }
        let plain = every().filter(|c| is_plainly_composed(c.to_string().as_bytes()));
        for c in plain {
            let text = format!("a{c}{c}e");
            assert!(text.nfc().eq(text.chars()), "{text}");
            assert!(!c.is_whitespace() || c == ' ', "{text}");
        }
        assert!(is_plainly_composed(
            "Xã Lộc Thành, huyện Lộc Ninh".as_bytes()
        ));
        assert!(!is_plainly_composed("e\u{301}".as_bytes()));
        assert_eq!(nfc("e\u{301}"), "é");
    }

    #[test]
    fn what_is_plainly_printable_is_printed_as_it_is() {
        for c in (0..=0x0010_ffff).filter_map(char::from_u32) {
            let text = c.to_string();
            let shown = c.is_control() || is_invisible(c);
            assert!(!(shown && is_plainly_printable(&text)), "{:?}", c);
        }
        assert!(is_plainly_printable("Xã Lộc Thành, huyện Lộc Ninh"));
    }

    #[test]
    fn control_characters_are_shown_not_sent() {
        assert_eq!(printable("a\u{1b}[31mb\u{202e}"), "a\\u{1b}[31mb\\u{202e}");
        assert_eq!(printable("Hộ nghèo"), "Hộ nghèo");
    }

    #[test]
    fn a_misspelt_name_finds_its_neighbour() {
        assert_eq!(
            nearest("near_por", ["poor", "near_poor", "households"]),
            Some("near_poor")
        );
        assert_eq!(nearest("xyz", ["poor", "near_poor"]), None);
        assert_eq!(likely("HTXS", ["HTNV", "HTTNV"]), None);
        assert_eq!(
            likely("Hoàn thnh tốt", ["Hoàn thành tốt"]),
            Some("Hoàn thành tốt")
        );
    }

    #[test]
    fn combining_marks_take_no_width() {
        assert_eq!(width("Tie\u{302}\u{301}ng"), 5);
        assert_eq!(shortened("Lộc Thạnh", 5), "Lộc …");
    }
}
