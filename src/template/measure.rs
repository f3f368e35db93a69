//! How much room texts take in cells: spreadsheets do not make a row high enough for wrapped text in merged cells by themselves.
//!
//! In: texts, widths in characters. Out: lines, widths. Must not know: what the texts say.

use crate::text::width;

/// Lines that a text takes in cells of that many characters: words go to the next line whole, what is longer than a line is cut.
pub(super) fn lines(text: &str, room: usize) -> usize {
    let room = room.max(1);
    text.split('\n').map(|line| lines_of(line, room)).sum()
}

fn lines_of(text: &str, room: usize) -> usize {
    let (mut lines, mut used) = (1, 0);
    for word in text.split_whitespace().map(width) {
        let with_blank = if used == 0 { word } else { used + 1 + word };
        if with_blank <= room {
            used = with_blank;
            continue;
        }
        lines += usize::from(used > 0) + word.saturating_sub(1) / room;
        used = word - word.saturating_sub(1) / room * room;
    }
    lines
}

/// The longest word of a text.
pub(super) fn longest_word(text: &str) -> usize {
    text.split_whitespace().map(width).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_go_to_the_next_line_whole() {
        for (text, room, expected) in [
            ("", 10, 1),
            ("Tổng số hộ", 10, 1),
            ("Tổng số hộ", 9, 2),
            ("Tổng số hộ\n/ households", 12, 2),
            ("households_of_a_province", 10, 3),
            ("a households_of_a_province b", 10, 4),
        ] {
            assert_eq!(lines(text, room), expected, "{text} in {room}");
        }
    }
}
