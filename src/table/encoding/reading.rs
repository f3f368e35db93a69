//! The ways in which a text of Latin letters may be meant.
//!
//! In: text. Out: the text that it stands for in one of these ways. Must not know: which way is right.

use super::{syllable, tcvn3, vni};
use crate::text::nfc;
use encoding_rs::{WINDOWS_1252, WINDOWS_1258};
use unicode_normalization::char::is_combining_mark;

/// A way to read letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(in crate::table) enum Reading {
    /// They are what they seem.
    #[default]
    AsIs,
    /// They are bytes of Windows-1258, shown as those of Windows-1252.
    Windows1258,
    /// They stand for others in a font of TCVN3.
    Tcvn3,
    /// They stand for others in a font of VNI.
    Vni,
}

impl Reading {
    /// What people call it.
    pub(in crate::table) fn name(self) -> &'static str {
        match self {
            Reading::AsIs => "Unicode",
            Reading::Windows1258 => "Windows-1258",
            Reading::Tcvn3 => "TCVN3 (ABC)",
            Reading::Vni => "VNI",
        }
    }

    /// The text that the letters stand for; none if they cannot be meant so.
    pub(super) fn read(self, text: &str) -> Option<String> {
        match self {
            Reading::AsIs => Some(nfc(text)),
            Reading::Windows1258 => {
                let (bytes, _, unknown) = WINDOWS_1252.encode(text);
                let decoded = WINDOWS_1258.decode_without_bom_handling(&bytes).0;
                (!unknown).then(|| nfc(&decoded))
            }
            Reading::Tcvn3 => tcvn3::read(text),
            Reading::Vni => vni::read(text),
        }
    }

    /// Whether the word is Vietnamese if it is read so.
    pub(super) fn suits(self, word: &str) -> bool {
        self.read(word)
            .is_some_and(|word| syllable::is_vietnamese(&word))
    }

    /// How many telling words of a text are Vietnamese if it is read so.
    pub(super) fn suited(self, text: &str) -> usize {
        telling_words(text).filter(|word| self.suits(word)).count()
    }
}

/// The words that tell readings apart: of Latin letters and at least one that is not ASCII. Between letters the signs that TCVN3
/// uses for letters (`§`, `¨`, the soft hyphen) count as letters.
pub(super) fn telling_words(text: &str) -> impl Iterator<Item = &str> {
    let is_letter = |c: char| {
        c.is_ascii_alphabetic()
            || matches!(c, '\u{a1}'..='\u{17f}' | '\u{1ea0}'..='\u{1ef9}')
            || !c.is_ascii() && (c.is_alphabetic() || is_combining_mark(c))
    };
    text.split(move |c| !is_letter(c))
        .filter(|word| !word.is_ascii() && word.bytes().any(|byte| byte.is_ascii_alphabetic()))
}

/// Whether a text has letters or signs that Vietnamese in Unicode hardly has, and the other readings always. Looks at bytes, since
/// it is asked of every row.
pub(in crate::table) fn is_suspicious(text: &str) -> bool {
    let vietnamese = |second: u8| matches!(second, 0x80..=0x83 | 0x88..=0x8a | 0x8c | 0x8d | 0x92..=0x95 | 0x99 | 0x9a | 0x9d | 0xa0..=0xa3 | 0xa8..=0xaa | 0xac | 0xad | 0xb2..=0xb5 | 0xb9 | 0xba | 0xbd);
    let bytes = text.as_bytes();
    memchr::memchr2_iter(0xc2, 0xc3, bytes).any(|at| match (bytes.get(at), bytes.get(at + 1)) {
        (Some(0xc2), Some(second)) => *second > 0xa0,
        (Some(0xc3), Some(second)) => !vietnamese(*second),
        (Some(_) | None, _) => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_apart_from_signs_and_figures() {
        let words: Vec<&str> = telling_words("Hé nghÌo, 20×30 m² – «Ấp» §¶ng: ë; 5 °C").collect();
        assert_eq!(words, ["Hé", "nghÌo", "m²", "«Ấp»", "§¶ng", "°C"]);
    }

    #[test]
    fn vietnamese_letters_are_not_suspicious() {
        assert!(!is_suspicious(
            "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯưẠạỹ –…“”\u{a0}12.500"
        ));
        for text in ["§¶ng", "Hoä", "Ñoàng", "tr\u{ad}êng", "für", "m²"] {
            assert!(is_suspicious(text), "{text}");
        }
    }
}
