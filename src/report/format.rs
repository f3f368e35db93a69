//! The forms of a report: one line each, which the command line, its help and the files it writes read.
//!
//! In: a word or a file's name. Out: the form. Must not know: what is drawn.

use super::{Paper, Report, csv, html, json, junit, markdown, text, workbook};
use crate::locale::Locale;
use std::fmt::{self, Debug, Formatter};
use std::io::{self, Write};

/// A form of a report: one file in this folder, one line of [`FORMATS`].
pub struct Format {
    /// The word that users type.
    pub name: &'static str,
    /// How the names of its files end, without the dot before.
    pub ending: &'static str,
    /// Whether it is text, which may go to a terminal.
    pub is_text: bool,
    /// Whether it says which content each file had that was read.
    pub shows_digests: bool,
    write: Draw,
    /// How it is written subject by subject, if it needs none of them twice.
    listing: Option<&'static Listing>,
}

/// The pieces of a form that lists subjects one after the other, so that those already written can be forgotten.
pub struct Listing {
    /// Whether a subject takes kilobytes, so that few of them should wait to be written.
    pub is_long: bool,
    /// What stands before the first subject. The report holds some of the subjects.
    pub begin: fn(&Report<'_>, &Locale, &Paper, &mut dyn Write) -> io::Result<()>,
    /// The report's subjects.
    pub subjects: fn(&Report<'_>, &Locale, &Paper, &mut dyn Write) -> io::Result<()>,
    /// What stands behind the last. The report holds none.
    pub end: fn(&Report<'_>, &Locale, &Paper, &mut dyn Write) -> io::Result<()>,
}

type Draw = fn(&Report<'_>, &Locale, &Paper, &mut dyn Write) -> io::Result<()>;

/// Every form; the first is that of standard output unless another is asked for.
pub const FORMATS: &[Format] = &[
    Format::text("text", "txt", text::write),
    Format::text("json", "json", json::write).with_digests(),
    Format::list("jsonl", "jsonl", json::write_lines, &json::LISTING),
    Format::list("csv", "csv", csv::write, &csv::LISTING),
    Format::text("md", "md", markdown::write),
    Format::text("html", "html", html::write).with_digests(),
    Format::text("junit", "junit.xml", junit::write),
    Format {
        name: "xlsx",
        ending: "xlsx",
        is_text: false,
        shows_digests: true,
        write: workbook::write,
        listing: None,
    },
];

impl Format {
    const fn text(name: &'static str, ending: &'static str, write: Draw) -> Self {
        Format {
            name,
            ending,
            is_text: true,
            shows_digests: false,
            write,
            listing: None,
        }
    }

    const fn with_digests(self) -> Self {
        Format {
            shows_digests: true,
            ..self
        }
    }

    const fn list(
        name: &'static str,
        ending: &'static str,
        write: Draw,
        listing: &'static Listing,
    ) -> Self {
        Format {
            listing: Some(listing),
            ..Format::text(name, ending, write)
        }
    }

    /// How it is written subject by subject, if it can be.
    pub fn listing(&self) -> Option<&'static Listing> {
        self.listing
    }

    /// The format of that name.
    pub fn named(name: &str) -> Option<&'static Format> {
        FORMATS.iter().find(|format| format.name == name)
    }

    /// The format that a file's name ends in.
    pub fn of_file(name: &str) -> Option<&'static Format> {
        let name = name.to_lowercase();
        FORMATS.iter().find(|format| {
            let before = name.strip_suffix(format.ending);
            before.is_some_and(|before| before.ends_with('.'))
        })
    }

    /// Draws the report.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn write(
        &self,
        report: &Report<'_>,
        locale: &Locale,
        paper: &Paper,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        (self.write)(report, locale, paper, out)
    }
}

impl Default for &Format {
    fn default() -> Self {
        &FORMATS[0]
    }
}

impl PartialEq for Format {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Debug for Format {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_file(name: &str) -> Option<&'static str> {
        Format::of_file(name).map(|format| format.name)
    }

    #[test]
    fn a_file_is_told_by_the_end_of_its_name() {
        assert_eq!(of_file("ket-qua.HTML"), Some("html"));
        assert_eq!(of_file("a.b.json"), Some("json"));
        assert_eq!(of_file("ci/ket-qua.junit.xml"), Some("junit"));
        assert_eq!(of_file("ket-qua.xml"), None);
        assert_eq!(of_file("html"), None);
        assert_eq!(of_file("ket-qua.docx"), None);
    }
}
