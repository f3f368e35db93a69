//! Text in the encodings of other programs.
//!
//! In: text. Out: bytes.

use encoding_rs::WINDOWS_1258;
use unicode_normalization::UnicodeNormalization;

/// UTF-16 with its mark; `u16::to_le_bytes` puts the low byte first.
pub(crate) fn utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    let marked = std::iter::once(0xfeff).chain(text.encode_utf16());
    marked.flat_map(bytes).collect()
}

/// Windows-1258, which has tones apart from their letters.
pub(crate) fn windows_1258(text: &str) -> Vec<u8> {
    let is_tone = |c: &char| "\u{300}\u{301}\u{303}\u{309}\u{323}".contains(*c);
    let mut apart = String::new();
    for c in text.chars() {
        let (tones, letter): (Vec<char>, Vec<char>) = c.nfd().partition(is_tone);
        apart.extend(letter.into_iter().nfc().chain(tones));
    }
    let (bytes, _, is_unknown) = WINDOWS_1258.encode(&apart);
    assert!(!is_unknown, "{text}");
    bytes.into_owned()
}
