//! The ways in which a text of Latin letters may be meant.
//!
//! In: text. Out: the text that it stands for in one of these ways. Must not know: which way is right.

use super::{syllable, tcvn3, vni};
use crate::text::nfc;
use encoding_rs::{WINDOWS_1252, WINDOWS_1258};
use unicode_normalization::char::is_combining_mark;
use wide::u8x16;

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
    let bytes = text.as_bytes();
    let (blocks, rest) = bytes.as_chunks::<16>();
    let is_begun = |block: &[u8; 16]| {
        let block = u8x16::new(*block);
        let begins = block.simd_eq(u8x16::splat(0xc2)) | block.simd_eq(u8x16::splat(0xc3));
        begins.to_bitmask()
    };
    let is_odd = |at: usize| match bytes.get(at..at + 2) {
        Some([0xc2, second]) => *second > 0xa0,
        Some([0xc3, second]) => !IS_VIETNAMESE[usize::from(*second)],
        Some(_) | None => false,
    };
    for (at, block) in blocks.iter().enumerate() {
        let mut begun = is_begun(block);
        while begun != 0 {
            if is_odd(16 * at + begun.trailing_zeros() as usize) {
                return true;
            }
            begun &= begun - 1;
        }
    }
    (bytes.len() - rest.len()..bytes.len()).any(is_odd)
}

/// By the second byte of the letters that UTF-8 begins with `C3`.
const IS_VIETNAMESE: [bool; 256] = {
    let mut is_vietnamese = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        is_vietnamese[byte] = matches!(byte, 0x80..=0x83 | 0x88..=0x8a | 0x8c | 0x8d | 0x92..=0x95 | 0x99 | 0x9a | 0x9d | 0xa0..=0xa3 | 0xa8..=0xaa | 0xac | 0xad | 0xb2..=0xb5 | 0xb9 | 0xba | 0xbd);
        byte += 1;
    }
    is_vietnamese
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_apart_from_signs_and_figures() {
        let words: Vec<&str> = telling_words("Hé nghÌo, 20×30 m² – «Ấp» §¶ng: ë; 5 °C").collect();
        assert_eq!(words, ["Hé", "nghÌo", "m²", "«Ấp»", "§¶ng", "°C"]);
    }

    #[test]
    fn an_odd_letter_is_found_at_any_place() {
        for before in 0..40 {
            for behind in [0, 1, 15, 16, 17, 40] {
                let text = |letter: &str| {
                    format!(
                        "{}{letter}{}",
                        "à".repeat(before / 2) + &"a".repeat(before % 2),
                        "x".repeat(behind)
                    )
                };
                assert!(
                    is_suspicious(&text("ä")) && is_suspicious(&text("§")),
                    "{before} {behind}"
                );
                assert!(
                    !is_suspicious(&text("ã")) && !is_suspicious(&text("ộ")),
                    "{before} {behind}"
                );
            }
        }
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
