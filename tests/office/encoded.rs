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

/// TCVN 5712:1993, VN3, in which a capital with a tone is a small letter in a font of capitals.
pub(crate) fn tcvn3(text: &str) -> Vec<u8> {
    const LETTERS: [(&str, &[u8]); 13] = [
        (
            "ĂÂÊÔƠƯĐăâêôơưđ",
            b"\xa1\xa2\xa3\xa4\xa5\xa6\xa7\xa8\xa9\xaa\xab\xac\xad\xae",
        ),
        ("àảãáạ", b"\xb5\xb6\xb7\xb8\xb9"),
        ("ằẳẵắặ", b"\xbb\xbc\xbd\xbe\xc6"),
        ("ầẩẫấậ", b"\xc7\xc8\xc9\xca\xcb"),
        ("èẻẽéẹ", b"\xcc\xce\xcf\xd0\xd1"),
        ("ềểễếệ", b"\xd2\xd3\xd4\xd5\xd6"),
        ("ìỉĩíị", b"\xd7\xd8\xdc\xdd\xde"),
        ("òỏõóọ", b"\xdf\xe1\xe2\xe3\xe4"),
        ("ồổỗốộ", b"\xe5\xe6\xe7\xe8\xe9"),
        ("ờởỡớợ", b"\xea\xeb\xec\xed\xee"),
        ("ùủũúụ", b"\xef\xf1\xf2\xf3\xf4"),
        ("ừửữứự", b"\xf5\xf6\xf7\xf8\xf9"),
        ("ỳỷỹýỵ", b"\xfa\xfb\xfc\xfd\xfe"),
    ];
    let place = |c: char| {
        LETTERS.iter().find_map(|(letters, bytes)| {
            let at = letters.chars().position(|letter| letter == c)?;
            bytes.get(at).copied()
        })
    };
    let byte = |c: char| {
        let small = c.to_lowercase().next();
        let found = place(c).or_else(|| place(small?));
        found.unwrap_or_else(|| u8::try_from(c).expect("a letter of TCVN3"))
    };
    text.nfc().map(byte).collect()
}
