//! A text of a rule file, and the way from a position in it back to the file.
//!
//! In: the text as YAML means it and the piece of the file that it was written as. Out: places of any part of it. Must not know:
//! what the text says.

use crate::rule::yaml::Span;
use granit_parser::ScalarStyle;

/// A text as YAML means it.
#[derive(Clone, Debug, PartialEq)]
pub struct Scalar {
    /// The text, not normalised, so that its positions lead back to the file.
    pub text: String,
    /// Whether it was written without quotes on the spot (not as a block either).
    pub plain: bool,
    offsets: Offsets,
}

/// How a position in the text leads to one in the file.
#[derive(Clone, Debug, PartialEq)]
enum Offsets {
    /// The text was written with escapes: only the whole of it can be shown.
    Whole(Span),
    /// From each of these on, text and file go on side by side until the next.
    Runs(Vec<Run>),
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Run {
    text: usize,
    file: usize,
}

impl Scalar {
    /// The text of a scalar that stands at `start` and was written as `raw`.
    pub(super) fn new(text: &str, style: ScalarStyle, start: usize, raw: &str) -> Self {
        let plain = style == ScalarStyle::Plain;
        let whole = Offsets::Whole(Span {
            start,
            end: start + raw.trim_end().len(),
        });
        let offsets = match style {
            // An omitted value has the text `~` and no place of its own.
            ScalarStyle::Plain if raw.is_empty() => whole,
            ScalarStyle::DoubleQuoted if raw.contains('\\') => whole,
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => {
                align(text, raw, start, 1, style).unwrap_or(whole)
            }
            ScalarStyle::Plain | ScalarStyle::Literal | ScalarStyle::Folded => {
                align(text, raw, start, 0, style).unwrap_or(whole)
            }
        };
        Scalar {
            text: text.to_owned(),
            plain,
            offsets,
        }
    }

    /// Whether nothing stands there, or a null is written.
    pub fn is_nothing(&self) -> bool {
        self.plain && matches!(self.text.as_str(), "" | "~" | "null" | "Null" | "NULL")
    }

    /// The position in the file of a position in the text (of the whole text, where escapes hide the way).
    pub fn position(&self, offset: usize) -> usize {
        match &self.offsets {
            Offsets::Whole(span) => span.start,
            Offsets::Runs(runs) => {
                let index = runs
                    .partition_point(|run| run.text <= offset)
                    .saturating_sub(1);
                runs.get(index)
                    .map_or(0, |run| run.file + offset.saturating_sub(run.text))
            }
        }
    }

    /// The piece of the file of a piece of the text.
    pub fn span(&self, start: usize, end: usize) -> Span {
        match &self.offsets {
            Offsets::Whole(span) => *span,
            Offsets::Runs(_) => {
                // The end is found from the last character inside, since the next one may stand on another line.
                let last = self
                    .text
                    .get(start..end)
                    .and_then(|piece| piece.char_indices().next_back());
                let first = self.position(start);
                let end = last.map_or(first, |(at, c)| self.position(start + at) + c.len_utf8());
                Span { start: first, end }
            }
        }
    }
}

/// Walks the text and what was written for it side by side. Apart from blanks, line breaks and doubled quotes they are the same;
/// where they are not, there is no way back.
fn align(
    text: &str,
    raw: &str,
    start: usize,
    opening: usize,
    style: ScalarStyle,
) -> Option<Offsets> {
    let mut runs: Vec<Run> = vec![Run {
        text: 0,
        file: start + opening,
    }];
    let mut at = opening;
    for (offset, c) in text.char_indices() {
        if is_blank(c) {
            advance_to(&mut runs, offset, start + at);
            at += raw
                .get(at..)?
                .chars()
                .next()
                .filter(|c| is_blank(*c))
                .map_or(0, char::len_utf8);
            continue;
        }
        let rest = raw.get(at..)?;
        at += rest.len() - rest.trim_start_matches(is_blank).len();
        if !raw.get(at..)?.starts_with(c) {
            return None;
        }
        advance_to(&mut runs, offset, start + at);
        at += c.len_utf8();
        if c == '\'' && style == ScalarStyle::SingleQuoted {
            at += 1;
        }
    }
    Some(Offsets::Runs(runs))
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r')
}

/// Notes where the character at `text` stands, unless that follows from the last run.
fn advance_to(runs: &mut Vec<Run>, text: usize, file: usize) {
    match runs.last_mut() {
        Some(last) if last.file + (text - last.text) == file => {}
        Some(last) if last.text == text => last.file = file,
        Some(_) | None => runs.push(Run { text, file }),
    }
}

#[cfg(test)]
mod tests {
    use crate::rule::source::SourceText;
    use crate::rule::yaml::{Findings, NodeKind, Scalar, parse};

    /// The first value of the file's mapping.
    fn first_value(file: &str) -> Scalar {
        let source = SourceText::new("t.yaml", file);
        let mut findings = Findings::new(&source);
        let tree = parse(&mut findings);
        assert_eq!(findings.into_diagnostics(), []);
        let NodeKind::Mapping(mut entries) = tree.unwrap().kind else {
            panic!("not a mapping")
        };
        let NodeKind::Scalar(scalar) = entries.remove(0).1.kind else {
            panic!("not a text")
        };
        scalar
    }

    /// Every word of the text is found again at the place that the scalar gives for it.
    fn assert_words_are_found(file: &str, text: &str) {
        let scalar = first_value(file);
        assert_eq!(scalar.text, text);
        for word in text.split_whitespace() {
            let offset = word.as_ptr() as usize - text.as_ptr() as usize;
            let span = scalar.span(offset, offset + word.len());
            assert_eq!(&file[span.start..span.end], word);
            assert_eq!(scalar.position(offset), span.start);
        }
    }

    #[test]
    fn words_of_a_folded_block_are_found_on_their_lines() {
        assert_words_are_found(
            "# c\na: >-  # folded\n    mọi năm\n    đều đạt\n\n    và\n      thụt vào\n    hết\nb: 1\n",
            "mọi năm đều đạt\nvà\n  thụt vào\nhết",
        );
        assert_words_are_found("a: >-\r\n  một\r\n  hai ba\r\n", "một hai ba");
    }

    #[test]
    fn words_of_a_literal_block_are_found_on_their_lines() {
        assert_words_are_found(
            "a: |\n  một\n\n   hai  ba\n  bốn\n",
            "một\n\n hai  ba\nbốn\n",
        );
    }

    #[test]
    fn words_of_plain_and_quoted_texts_are_found() {
        assert_words_are_found("a: một  hai # ba\n", "một  hai");
        assert_words_are_found("a: một\n   hai\n\n   ba\n", "một hai\nba");
        assert_words_are_found("a: \"một hai\n   ba\"\n", "một hai ba");
    }

    #[test]
    fn doubled_quotes_count_once_in_the_text_and_twice_in_the_file() {
        let file = "a: 'kind = ''poor'' and\n  b'\n";
        let scalar = first_value(file);
        assert_eq!(scalar.text, "kind = 'poor' and b");
        for word in ["kind", "poor", "and", "b"] {
            let offset = scalar.text.find(word).unwrap();
            assert_eq!(scalar.position(offset), file.rfind(word).unwrap(), "{word}");
        }
    }

    #[test]
    fn a_piece_over_a_line_break_ends_where_its_last_character_does() {
        let file = "a: >-\n  một\n  hai\n";
        let scalar = first_value(file);
        let (start, end) = (0, "một ".len());
        let span = scalar.span(start, end);
        assert_eq!(&file[span.start..span.end], "một\n");
    }

    #[test]
    fn escapes_lead_to_the_whole_text() {
        let scalar = first_value("a: \"x\\ty\"\n");
        assert_eq!(scalar.text, "x\ty");
        assert_eq!((scalar.position(2), scalar.span(2, 3).end), (3, 9));
    }
}
