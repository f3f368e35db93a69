//! VNI: letters of `VNI-Times` and its kin, a Latin vowel and a second Latin letter for its marks.
//!
//! In: text whose Latin letters stand for Vietnamese ones (`Hoä ngheøo`). Out: the Vietnamese text (`Hộ nghèo`). Must not know:
//! where the text stands.

/// A vowel, the letters that may follow it, and what each pair stands for.
const PAIRS: [(char, &str, &str); 7] = [
    ('a', "ùøûõïâáàåãäêéèúüë", "áàảãạâấầẩẫậăắằẳẵặ"),
    ('e', "ùøûõïâáàåãä", "éèẻẽẹêếềểễệ"),
    ('o', "ùøûõïâáàåãä", "óòỏõọôốồổỗộ"),
    ('u', "ùøûõï", "úùủũụ"),
    ('y', "ùøûõ", "ýỳỷỹ"),
    ('ô', "ùøûõï", "ớờởỡợ"),
    ('ö', "ùøûõï", "ứừửữự"),
];
/// Letters that stand for others by themselves.
const SINGLES: (&str, &str) = ("íìæóòôöñî", "íìỉĩịơưđỵ");

/// The text; none if it has a letter that VNI does not use, or a mark without its vowel. Signs that are no letters stay.
pub(super) fn read(text: &str) -> Option<String> {
    let mut read = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        let marked = characters.peek().and_then(|mark| pair(c, *mark));
        if marked.is_some() {
            characters.next();
        }
        read.push(marked.or_else(|| single(c))?);
    }
    Some(read)
}

fn pair(vowel: char, mark: char) -> Option<char> {
    let (_, marks, letters) = PAIRS.iter().find(|(base, ..)| *base == small(vowel))?;
    let at = marks.chars().position(|known| known == small(mark))?;
    in_case_of(vowel, letters.chars().nth(at)?)
}

fn single(c: char) -> Option<char> {
    if super::stays(c) {
        return Some(c);
    }
    let at = SINGLES.0.chars().position(|known| known == small(c))?;
    in_case_of(c, SINGLES.1.chars().nth(at)?)
}

fn small(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

/// Capital if the vowel is; the case of its mark varies.
fn in_case_of(model: char, letter: char) -> Option<char> {
    if model.is_uppercase() {
        letter.to_uppercase().next()
    } else {
        Some(letter)
    }
}

/// The inverse, for tests.
#[cfg(test)]
pub(in crate::table) fn written(text: &str) -> String {
    let mut written = String::new();
    for c in crate::text::nfc(text).chars() {
        let place = |letters: &str| letters.chars().position(|letter| letter == small(c));
        let pair = PAIRS.iter().find_map(|(base, marks, letters)| {
            Some(format!("{base}{}", marks.chars().nth(place(letters)?)?))
        });
        let single = || place(SINGLES.1).and_then(|at| SINGLES.0.chars().nth(at));
        match (pair, single()) {
            _ if c.is_ascii() => written.push(c),
            (Some(pair), _) if c.is_uppercase() => written.push_str(&pair.to_uppercase()),
            (Some(pair), _) => written.push_str(&pair),
            (None, Some(single)) if c.is_uppercase() => written.extend(single.to_uppercase()),
            (None, Some(single)) => written.push(single),
            (None, None) => written.push(c),
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_and_single_letters_are_read() {
        assert_eq!(
            read("Hoä ngheøo, hoä caän ngheøo").unwrap(),
            "Hộ nghèo, hộ cận nghèo"
        );
        assert_eq!(
            read("Ñaûng boä xaõ Nguyeãn Vaên Tröôøng").unwrap(),
            "Đảng bộ xã Nguyễn Văn Trường"
        );
        assert_eq!(
            read("TÆNH BÌNH PHÖÔÙC, HUYEÄN LOÄC NINH").unwrap(),
            "TỈNH BÌNH PHƯỚC, HUYỆN LỘC NINH"
        );
        assert_eq!(read("kyõ thuaät – 12 m²").unwrap(), "kỹ thuật – 12 m²");
        assert_eq!(read("Hộ nghèo"), None);
        assert_eq!(read("là"), None);
    }

    #[test]
    fn every_letter_has_one_way_to_be_written() {
        let alphabet = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ";
        for text in [alphabet.to_owned(), alphabet.to_uppercase()] {
            let there = written(&text);
            assert_eq!(read(&there).unwrap(), text);
            assert!(there.chars().all(|c| (c as u32) < 256));
        }
    }
}
