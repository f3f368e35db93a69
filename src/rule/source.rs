//! The text of a rule file and of its base, and where in them a thing stands.
//!
//! In: a file's name and bytes. Out: its text, and the place of any piece of it with the line it stands in. Must not know: YAML.

use crate::diagnostic::Diagnostic;
use crate::place::{Excerpt, Place, Spot};
use crate::rule::Problem;
use std::ops::Range;
use std::sync::Arc;

/// How many characters of a line are shown.
const SHOWN: usize = 200;
/// How many of them stand before the column, where the beginning of the line is left out.
const SHOWN_BEFORE: usize = 80;

/// The text of a rule file, and of the one that it extends. The base's text follows in one count of bytes, so that a position alone
/// tells which of the two it is in.
#[derive(Clone, Debug)]
pub struct SourceText {
    /// What stands in it, without a byte order mark. Not normalised: positions count its bytes.
    pub text: Arc<str>,
    /// The first byte of each line.
    line_starts: Vec<usize>,
    own: Part,
    base: Option<Part>,
}

/// Which of the two files a thing was written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Origin {
    /// The rule file itself.
    Own,
    /// The one that it extends.
    Base,
}

/// Where a file's text stands among the texts.
#[derive(Clone, Debug)]
struct Part {
    /// The file's name as the user knows it.
    name: Arc<str>,
    /// Its bytes.
    bytes: Range<usize>,
    /// The index of its first line.
    first_line: usize,
}

impl SourceText {
    /// A file's text that is already known to be Unicode.
    pub fn new(name: &str, text: &str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        SourceText {
            text: text.into(),
            line_starts: line_starts(text),
            own: Part {
                name: name.into(),
                bytes: 0..text.len(),
                first_line: 0,
            },
            base: None,
        }
    }

    /// The same text with that of the file that it extends; positions in the first stay what they are.
    pub fn extending(&self, base: &SourceText) -> Self {
        // The base begins a line of its own, whatever the other one ends with.
        let text = format!("{}\n{}", self.text, base.text);
        let start = text.len() - base.text.len();
        let line_starts = line_starts(&text);
        let first_line = line_starts.partition_point(|first| *first < start);
        let part = Part {
            name: base.own.name.clone(),
            bytes: start..text.len(),
            first_line,
        };
        SourceText {
            text: text.into(),
            line_starts,
            own: self.own.clone(),
            base: Some(part),
        }
    }

    /// The name of a file as the user knows it.
    pub fn name(&self, origin: Origin) -> Arc<str> {
        self.part(origin).name.clone()
    }

    /// The bytes of a file.
    pub fn bytes(&self, origin: Origin) -> Range<usize> {
        self.part(origin).bytes.clone()
    }

    /// The file of a position.
    pub fn origin(&self, position: usize) -> Origin {
        match &self.base {
            Some(base) if base.bytes.start <= position => Origin::Base,
            Some(_) | None => Origin::Own,
        }
    }

    fn part(&self, origin: Origin) -> &Part {
        match (origin, &self.base) {
            (Origin::Base, Some(base)) => base,
            (Origin::Own | Origin::Base, _) => &self.own,
        }
    }

    /// A file's text from its bytes.
    ///
    /// # Errors
    /// If the bytes are not UTF-8: with the line of the first that is not.
    pub fn from_bytes(name: &str, bytes: &[u8]) -> Result<Self, Diagnostic> {
        match std::str::from_utf8(bytes) {
            Ok(text) => Ok(SourceText::new(name, text)),
            Err(error) => {
                let offset = error.valid_up_to();
                let readable = String::from_utf8_lossy(bytes.get(..offset).unwrap_or_default());
                let line = line_starts(&readable).len() as u64;
                Err(Problem::NotUtf8 {
                    line,
                    offset: offset as u64,
                }
                .at(Place::file(name)))
            }
        }
    }

    /// The place of the bytes from `start` up to `end`; only what stands on the first line of them is marked.
    pub fn place(&self, start: usize, end: usize) -> Place {
        Place {
            file: self.name(self.origin(start)),
            sheet: None,
            spot: Spot::Excerpt(self.excerpt(start, end)),
        }
    }

    /// Looks at no more of the line than is shown, apart from counting its columns: a hostile file may be one line.
    fn excerpt(&self, start: usize, end: usize) -> Excerpt {
        let start = self.boundary(start);
        let index = self
            .line_starts
            .partition_point(|first| *first <= start)
            .saturating_sub(1);
        let line_start = self.line_starts.get(index).copied().unwrap_or(0);
        let before = self.text.get(line_start..start).unwrap_or_default();
        let column = before.chars().count();
        let marked = self.text.get(start..self.boundary(end)).unwrap_or_default();
        let width = on_this_line(marked).count().max(1);
        let first = if column + width <= SHOWN {
            0
        } else {
            column.saturating_sub(SHOWN_BEFORE)
        };
        let shown_from = before
            .char_indices()
            .rev()
            .take(column - first)
            .last()
            .map_or(start, |(at, _)| line_start + at);
        let text: String = on_this_line(self.text.get(shown_from..).unwrap_or_default()).collect();
        Excerpt {
            line: number(index + 1 - self.part(self.origin(start)).first_line),
            column: number(column + 1),
            width: number(width.min(SHOWN - (column - first)).max(1)),
            text: text.into(),
            first: number(first + 1),
        }
    }

    /// The nearest position at or before that one where a character begins.
    fn boundary(&self, position: usize) -> usize {
        let mut position = position.min(self.text.len());
        while !self.text.is_char_boundary(position) {
            position -= 1;
        }
        position
    }
}

/// Where each line begins: after `\n`, `\r\n` or `\r`, which YAML takes for line breaks alike.
fn line_starts(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let breaks = bytes.iter().enumerate().filter(|(at, byte)| match byte {
        b'\n' => true,
        b'\r' => bytes.get(at + 1) != Some(&b'\n'),
        _ => false,
    });
    std::iter::once(0)
        .chain(breaks.map(|(at, _)| at + 1))
        .collect()
}

/// The characters up to the line break, as many as are shown.
fn on_this_line(text: &str) -> impl Iterator<Item = char> {
    text.chars()
        .take_while(|c| !matches!(c, '\n' | '\r'))
        .take(SHOWN)
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn excerpt(text: &str, start: usize, end: usize) -> Excerpt {
        SourceText::new("t.yaml", text).excerpt(start, end)
    }

    fn marked(text: &str, start: usize, end: usize) -> (u32, u32, u32, String) {
        let at = excerpt(text, start, end);
        (at.line, at.column, at.width, at.text.to_string())
    }

    #[test]
    fn columns_count_characters_not_bytes() {
        let text = "a: 1\ntên: Hộ nghèo\n";
        let start = text.find("nghèo").unwrap();
        assert_eq!(
            marked(text, start, start + "nghèo".len()),
            (2, 9, 5, "tên: Hộ nghèo".into())
        );
        assert_eq!(
            SourceText::new("t.yaml", text)
                .place(start, start)
                .to_string(),
            "t.yaml:2:9"
        );
    }

    #[test]
    fn a_piece_of_several_lines_is_marked_on_its_first() {
        assert_eq!(marked("ab\r\ncd\r\n", 1, 7), (1, 2, 1, "ab".into()));
        assert_eq!(marked("ab\rcd", 3, 5), (2, 1, 2, "cd".into()));
    }

    #[test]
    fn every_position_has_a_place_even_past_the_end() {
        let text = "đ\r\n\nà";
        for start in 0..text.len() + 3 {
            for end in 0..text.len() + 3 {
                assert!(excerpt(text, start, end).width >= 1);
            }
        }
        assert_eq!(marked("a\n", 9, 9), (2, 1, 1, String::new()));
    }

    #[test]
    fn a_very_long_line_is_shown_around_the_column() {
        let text = format!("{}đích{}", "x".repeat(1000), "y".repeat(1000));
        let at = excerpt(&text, 1000, 1000 + "đích".len());
        assert_eq!((at.column, at.width, at.first), (1001, 4, 921));
        let shown: String = at
            .text
            .chars()
            .skip((at.column - at.first) as usize)
            .take(4)
            .collect();
        assert_eq!((shown.as_str(), at.text.chars().count()), ("đích", SHOWN));
        assert_eq!(excerpt(&text, 3, 5).first, 1);
    }

    #[test]
    fn a_base_has_lines_and_a_name_of_its_own() {
        for own in ["a: 1\nb: 2", "a: 1\n", "a: 1\r", "a: 1\r\n"] {
            let base = SourceText::new("base.yaml", "tên: x\nđơn vị: y\n");
            let both = SourceText::new("t.yaml", own).extending(&base);
            let start = both.text.find("vị").unwrap();
            assert_eq!(both.place(start, start).to_string(), "base.yaml:2:5");
            let first = both.bytes(Origin::Base).start;
            assert_eq!(both.place(first, first).to_string(), "base.yaml:1:1");
            assert_eq!(both.place(3, 4).to_string(), "t.yaml:1:4");
            assert_eq!(&both.text[both.bytes(Origin::Base)], &*base.text);
            assert_eq!(&both.text[both.bytes(Origin::Own)], own);
        }
    }

    #[test]
    fn a_byte_order_mark_is_no_part_of_the_text() {
        let source = SourceText::from_bytes("t.yaml", b"\xef\xbb\xbfa: 1").unwrap();
        assert_eq!(&*source.text, "a: 1");
    }

    #[test]
    fn bytes_that_are_not_utf8_are_refused_with_their_line() {
        let error = SourceText::from_bytes("t.yaml", b"a: 1\nb: \xd0\n").unwrap_err();
        assert_eq!(error.code, "rule/not-utf8");
        assert_eq!(error.argument("line"), Some(&2_u64.into()));
        assert_eq!(error.argument("offset"), Some(&8_u64.into()));
    }
}
