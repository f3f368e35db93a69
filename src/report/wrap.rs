//! Breaks paragraphs at spaces so that no line is wider than the paper.
//!
//! In: a prefix and a text. Out: lines. Must not know: what they say.

use crate::text::width;
use std::io::{self, Write};

/// Writes a text behind `first`, broken at spaces so that no line is wider than the paper; further lines are indented by `rest`.
pub(super) fn write_wrapped(
    out: &mut dyn Write,
    paper: usize,
    first: &str,
    rest: usize,
    text: &str,
) -> io::Result<()> {
    let mut used = visible_width(first);
    let mut line = first.to_owned();
    let mut empty = true;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let needed = width(word) + usize::from(!empty);
        if !empty && used + needed > paper {
            writeln!(out, "{}", line.trim_end())?;
            line = " ".repeat(rest);
            used = rest;
            empty = true;
        }
        if !empty {
            line.push(' ');
            used += 1;
        }
        line.push_str(word);
        used += width(word);
        empty = false;
    }
    writeln!(out, "{}", line.trim_end())
}

/// The width of a prefix, colour codes apart.
fn visible_width(text: &str) -> usize {
    let mut visible = String::new();
    let mut in_code = false;
    for c in text.chars() {
        match c {
            '\u{1b}' => in_code = true,
            'm' if in_code => in_code = false,
            _ if in_code => {}
            _ => visible.push(c),
        }
    }
    width(&visible)
}
