//! Which character separates the cells of a delimited text.
//!
//! In: the first bytes of the text. Out: the separator, and where the text itself begins. Must not know: what the cells mean.

use csv_core::{ReadRecordResult, ReaderBuilder};

/// Candidates; where two fit equally well, the earlier is taken, since commas and semicolons also stand inside cells: a comma in
/// decimal numbers of most Vietnamese files, neither of them as often as a tab does.
const CANDIDATES: [u8; 3] = [b';', b'\t', b','];

/// How a text is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    /// Bytes before the first row: a byte order mark, a line `sep=;`.
    pub(super) start: usize,
    /// What separates cells.
    pub(super) separator: u8,
}

/// Finds the layout by content; `whole` says that `head` is all there is, so that its last line is not a cut one.
pub(super) fn layout(head: &[u8], whole: bool) -> Layout {
    let mut start = 0;
    while head
        .get(start..)
        .is_some_and(|rest| rest.starts_with(super::BYTE_ORDER_MARK))
    {
        start += super::BYTE_ORDER_MARK.len();
    }
    let text = head.get(start..).unwrap_or_default();
    if let Some((separator, length)) = declared(text) {
        return Layout {
            start: start + length,
            separator,
        };
    }
    let agreements = CANDIDATES.map(|separator| (agreement(text, separator, whole), separator));
    // `max_by_key` takes the last of equals. Without any separator there is one column, whatever separates.
    let best = agreements
        .iter()
        .rev()
        .filter(|(records, _)| *records > 0)
        .max_by_key(|(records, _)| *records);
    Layout {
        start,
        separator: best.map_or(b',', |(_, separator)| *separator),
    }
}

/// The separator named by a first line `sep=;` (Excel's own convention; Excel does not count that line) and that line's length.
fn declared(text: &[u8]) -> Option<(u8, usize)> {
    let end = text
        .iter()
        .position(|byte| matches!(byte, b'\r' | b'\n'))
        .unwrap_or(text.len());
    let line = text.get(..end)?;
    let line = line
        .strip_prefix(b"\"")
        .and_then(|line| line.strip_suffix(b"\""))
        .unwrap_or(line);
    let (word, separator) = line.split_at_checked(4)?;
    let [separator] = separator else { return None };
    let sensible = *separator == b'\t' || (separator.is_ascii_punctuation() && *separator != b'"');
    if !word.eq_ignore_ascii_case(b"sep=") || !sensible {
        return None;
    }
    let line_break = if text.get(end..)?.starts_with(b"\r\n") {
        2
    } else {
        usize::from(end < text.len())
    };
    Some((*separator, end + line_break))
}

/// In how many records the separator stands equally often: as often as it does in most of the records that have it at all.
/// Title lines above a table have none, text with a stray comma has another number.
fn agreement(text: &[u8], separator: u8, whole: bool) -> usize {
    if !text.contains(&separator) {
        return 0;
    }
    let mut counts: Vec<(usize, usize)> = Vec::new();
    for separators in separators_per_record(text, separator, whole)
        .into_iter()
        .filter(|n| *n > 0)
    {
        match counts.iter_mut().find(|(n, _)| *n == separators) {
            Some((_, records)) => *records += 1,
            None => counts.push((separators, 1)),
        }
    }
    counts
        .into_iter()
        .map(|(_, records)| records)
        .max()
        .unwrap_or(0)
}

fn separators_per_record(text: &[u8], separator: u8, whole: bool) -> Vec<usize> {
    let mut reader = ReaderBuilder::new().delimiter(separator).build();
    let (mut counts, mut cells, mut rest) = (Vec::new(), 0, text);
    // What stands in the cells is of no interest.
    let (mut output, mut ends) = ([0; 1 << 12], [0; 1 << 8]);
    loop {
        // An empty input tells the reader that the text ends here, which completes the last record.
        if rest.is_empty() && !whole {
            return counts;
        }
        let (result, read, _, ended) = reader.read_record(rest, &mut output, &mut ends);
        rest = rest.get(read..).unwrap_or_default();
        cells += ended;
        match result {
            ReadRecordResult::Record => counts.push(std::mem::take(&mut cells).saturating_sub(1)),
            ReadRecordResult::InputEmpty
            | ReadRecordResult::OutputFull
            | ReadRecordResult::OutputEndsFull => {}
            ReadRecordResult::End => return counts,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn separator(text: &str) -> char {
        char::from(layout(text.as_bytes(), true).separator)
    }

    #[test]
    fn decimal_commas_do_not_win_over_semicolons() {
        assert_eq!(separator("a;b;c\n1,5;2,5;3\n"), ';');
        assert_eq!(separator("1,5;2,5\n3,5;4,5\n"), ';');
        assert_eq!(
            separator("Mã;Tỷ lệ;Thu nhập\n25294;1,25;1,5\n25295;2,5;3,5\n25296;2,5;3,25"),
            ';'
        );
    }

    #[test]
    fn separators_inside_quotes_do_not_count() {
        assert_eq!(separator("code,name\n1,\"x; y\"\n"), ',');
        assert_eq!(separator("name,code\n\"x; y\",1\n\"z; t\",2\n"), ',');
    }

    #[test]
    fn tabs_are_found_beside_commas() {
        assert_eq!(
            separator("mã\ttên\n1\tLộc Ninh, Bình Phước\n2\tBù Đốp, Bình Phước\n"),
            '\t'
        );
    }

    #[test]
    fn title_lines_without_separators_do_not_mislead() {
        assert_eq!(
            separator("Biểu 1, năm 2022, tỉnh A\n\nmã;tên\n1;a\n2;b\n"),
            ';'
        );
        assert_eq!(
            separator("UỶ BAN NHÂN DÂN; SỞ LAO ĐỘNG\nmã,tên\n1,a\n2,b\n"),
            ','
        );
    }

    #[test]
    fn a_single_column_is_taken_as_comma_separated() {
        assert_eq!(separator("tên\nLộc Thạnh\nLộc Thành\n"), ',');
    }

    #[test]
    fn a_first_line_that_names_the_separator_is_honoured() {
        assert_eq!(
            layout(b"sep=;\r\na,b,c\r\n1,2,3\r\n", true),
            Layout {
                start: 7,
                separator: b';'
            }
        );
        assert_eq!(
            layout(b"\xef\xbb\xbfSEP=|\na|b", true),
            Layout {
                start: 9,
                separator: b'|'
            }
        );
        assert_eq!(
            layout(b"\"sep=\t\"\na\tb", true),
            Layout {
                start: 8,
                separator: b'\t'
            }
        );
        assert_eq!(
            layout(b"sep=ab\na,b\n", true),
            Layout {
                start: 0,
                separator: b','
            }
        );
    }

    #[test]
    fn a_byte_order_mark_is_no_text() {
        assert_eq!(
            layout(b"\xef\xbb\xbfa;b\n", true),
            Layout {
                start: 3,
                separator: b';'
            }
        );
    }

    #[test]
    fn a_line_cut_off_by_the_end_of_the_sample_is_not_counted() {
        assert_eq!(separators_per_record(b"a,b\n1,", b',', false), [1]);
        assert_eq!(separators_per_record(b"a,b\n1,", b',', true), [1, 1]);
    }
}
