//! Differences as text.
//!
//! In: differences. Out: lines no wider than the paper. Must not know: how they were found, terminals.

use super::change::Difference;
use super::words::Words;
use crate::locale::Locale;
use crate::report::Paper;
use crate::report::wrap::write_wrapped;
use std::io::{self, Write};

/// Writes the differences.
pub(super) fn write(
    difference: &Difference,
    locale: &Locale,
    paper: &Paper,
    out: &mut dyn Write,
) -> io::Result<()> {
    let words = Words { locale, difference };
    write_wrapped(out, paper.width, "", 2, &words.title())?;
    for line in words.head() {
        let indent = " ".repeat(2 + 2 * line.depth);
        write_wrapped(out, paper.width, &indent, indent.len() + 2, &line.text)?;
    }
    if !difference.wanted.quiet {
        for section in words.sections() {
            writeln!(out)?;
            write_wrapped(out, paper.width, "", 2, &section.heading)?;
            let sign = section.direction.light().drawn(paper.colour);
            for line in section.entries.iter().flatten() {
                let (first, rest) = match line.depth {
                    0 => (format!(" {sign} "), 5),
                    depth => (" ".repeat(3 + 2 * depth), 5 + 2 * depth),
                };
                write_wrapped(out, paper.width, &first, rest, &line.text)?;
            }
            for more in section.more {
                write_wrapped(out, paper.width, "   ", 5, &more)?;
            }
        }
        writeln!(out)?;
    }
    for line in words.result() {
        write_wrapped(out, paper.width, "", 2, &line)?;
    }
    Ok(())
}
