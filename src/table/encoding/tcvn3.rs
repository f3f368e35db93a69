//! TCVN3, also called ABC: letters of `.VnTime` and its kin, one Latin letter for each Vietnamese one.
//!
//! In: text whose Latin letters stand for Vietnamese ones (`Hé nghÌo`). Out: the Vietnamese text (`Hộ nghèo`). Must not know:
//! where the text stands. The table is that of TCVN 5712:1993, VN3. It has no capitals with tones: those are small letters in a
//! font that draws capitals, so their case is lost where the font is not known.

use std::sync::LazyLock;

/// Runs of letters that follow one another in the table, by the first one's place. `ư` is the soft hyphen.
const RUNS: [(u8, &str); 8] = [
    (0xa1, "ĂÂÊÔƠƯĐăâêôơưđ"),
    (0xb5, "àảãáạ"),
    (0xbb, "ằẳẵắ"),
    (0xc6, "ặầẩẫấậè"),
    (0xce, "ẻẽéẹềểễếệìỉ"),
    (0xdc, "ĩíịò"),
    (0xe1, "ỏõóọồổỗốộờởỡớợù"),
    (0xf1, "ủũúụừửữứựỳỷỹýỵ"),
];

/// The text; none if it has a letter that TCVN3 does not use. Signs that are no letters stay.
pub(super) fn read(text: &str) -> Option<String> {
    text.chars().map(letter).collect()
}

fn letter(c: char) -> Option<char> {
    static TABLE: LazyLock<[Option<char>; 256]> = LazyLock::new(|| {
        let mut table = [None; 256];
        for (first, letters) in RUNS {
            for (place, letter) in (usize::from(first)..).zip(letters.chars()) {
                table[place] = Some(letter);
            }
        }
        table
    });
    let found = TABLE.get(c as usize).copied().flatten();
    found.or_else(|| super::stays(c).then_some(c))
}

/// The inverse, for tests. Capitals with tones become small letters, as a typist with a font of capitals leaves them.
#[cfg(test)]
pub(in crate::table) fn written(text: &str) -> String {
    let place = |c: char| {
        RUNS.iter().find_map(|(first, letters)| {
            let at = letters.chars().position(|letter| letter == c)?;
            u8::try_from(at).ok().map(|at| char::from(first + at))
        })
    };
    let small = |c: char| c.to_lowercase().next();
    crate::text::nfc(text)
        .chars()
        .map(|c| place(c).or_else(|| place(small(c)?)).unwrap_or(c))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_those_of_the_standard() {
        assert_eq!(
            read("Hé nghÌo, hé cËn nghÌo").unwrap(),
            "Hộ nghèo, hộ cận nghèo"
        );
        assert_eq!(
            read("§¶ng bé x· NguyÔn V¨n Tr\u{ad}êng").unwrap(),
            "Đảng bộ xã Nguyễn Văn Trường"
        );
        assert_eq!(
            read("TØnh B×nh Ph\u{ad}íc – 12,5 m²").unwrap(),
            "Tỉnh Bình Phước – 12,5 m²"
        );
        assert_eq!(read("thµ¶·¸¹").unwrap(), "thàảãáạ");
        assert_eq!(read("Hộ nghèo"), None);
        assert_eq!(read("là"), None);
    }

    #[test]
    fn every_small_letter_has_one_place() {
        let alphabet =
            "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđĂÂÊÔƠƯĐ";
        let there = written(alphabet);
        assert_eq!(read(&there).unwrap(), alphabet);
        assert!(there.chars().all(|c| (c as u32) < 256));
        assert_eq!(
            RUNS.iter()
                .map(|(_, letters)| letters.chars().count())
                .sum::<usize>(),
            74
        );
    }
}
