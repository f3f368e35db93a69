//! Differences as Markdown, for mails and tickets.
//!
//! In: differences. Out: headings and lists in which nothing of a report can be markup. Must not know: how they were found.

use super::change::Difference;
use super::words::Words;
use crate::locale::Locale;
use crate::report::Paper;
use std::io::{self, Write};

/// Writes the differences.
pub(super) fn write(
    difference: &Difference,
    locale: &Locale,
    _: &Paper,
    out: &mut dyn Write,
) -> io::Result<()> {
    let words = Words { locale, difference };
    writeln!(out, "# {}\n", harmless(&words.title()))?;
    for line in words.head() {
        item(out, line.depth, &line.text)?;
    }
    if !difference.wanted.quiet {
        for section in words.sections() {
            writeln!(out, "\n## {}\n", harmless(&section.heading))?;
            for line in section.entries.iter().flatten() {
                item(out, line.depth, &line.text)?;
            }
            for more in section.more {
                item(out, 0, &more)?;
            }
        }
    }
    for line in words.result() {
        writeln!(out, "\n{}", harmless(&line))?;
    }
    Ok(())
}

fn item(out: &mut dyn Write, depth: usize, text: &str) -> io::Result<()> {
    writeln!(out, "{}- {}", "  ".repeat(depth), harmless(text))
}

/// Text in which no character is markup: what Markdown lets be escaped is, tags become entities.
fn harmless(text: &str) -> String {
    /// What is markup wherever it stands.
    const ANYWHERE: &str = "\\`*_[]{}|~$@^";
    /// What is markup where a line begins.
    const FIRST: &str = "#+-=>:";
    let mut safe = String::with_capacity(text.len());
    for (at, c) in text.chars().enumerate() {
        match c {
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '&' => safe.push_str("&amp;"),
            _ if ANYWHERE.contains(c) || (at == 0 && FIRST.contains(c)) => {
                safe.push('\\');
                safe.push(c);
            }
            _ => safe.push(c),
        }
    }
    // Addresses would become links by themselves, and `1.` at a beginning a list.
    let safe = safe.replace("://", "\\://").replace("www.", "www\\.");
    let digits = safe.chars().take_while(char::is_ascii_digit).count();
    match (digits, safe.get(digits..)) {
        (1.., Some(rest)) if rest.starts_with(['.', ')']) => {
            format!("{}\\{rest}", &safe[..digits])
        }
        _ => safe,
    }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn nothing_in_a_text_is_markup() {
        assert_eq!(
            harmless("<script>alert(1)</script>"),
            "&lt;script&gt;alert(1)&lt;/script&gt;"
        );
        assert_eq!(harmless("a|b `c` *d* _e_"), "a\\|b \\`c\\` \\*d\\* \\_e\\_");
        assert_eq!(harmless("# x"), "\\# x");
        assert_eq!(harmless("1. x"), "1\\. x");
        assert_eq!(harmless("[x](y)"), "\\[x\\](y)");
        assert_eq!(harmless("http://x"), "http\\://x");
        assert_eq!(
            harmless("V.2.3.e: đạt → không đạt"),
            "V.2.3.e: đạt → không đạt"
        );
    }
}
