//! What changed between two JSON reports, by rule and subject, never by row.
//!
//! In: two reports as `check --format json` writes them. Out: their differences, each better, worse or neither, and these drawn as
//! text, Markdown or JSON. Must not know: how anything was read or judged, files, terminals.

mod change;
mod coverage;
mod documents;
mod facts;
mod head;
mod inputs;
mod keys;
mod markdown;
mod order;
mod pairs;
mod past;
mod plan;
mod read;
mod subjects;
mod symbols;
mod text;
mod values;
mod words;
mod written;

pub use change::{Change, Difference, Direction, FactChange, FactValue, Kind, RuleChange, State};
pub(super) use keys::deadline_key;
pub use past::PastReport;
pub use read::{Unusable, read};
pub use symbols::Symbols;

use super::Paper;
use crate::locale::Locale;
use std::io::{self, Write};

/// A format for differences: one file in this folder, one line of [`DIFFERENCE_FORMATS`].
pub struct DifferenceFormat {
    /// The word users type.
    pub name: &'static str,
    /// How names of files in it end.
    pub extension: &'static str,
    write: fn(&Difference, &Locale, &Paper, &mut dyn Write) -> io::Result<()>,
}

/// Every format.
pub const DIFFERENCE_FORMATS: &[DifferenceFormat] = &[
    DifferenceFormat {
        name: "text",
        extension: "txt",
        write: text::write,
    },
    DifferenceFormat {
        name: "md",
        extension: "md",
        write: markdown::write,
    },
    DifferenceFormat {
        name: "json",
        extension: "json",
        write: documents::write,
    },
];

impl DifferenceFormat {
    /// Draws the differences.
    pub fn write(
        &self,
        difference: &Difference,
        locale: &Locale,
        paper: &Paper,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        (self.write)(difference, locale, paper, out)
    }
}

/// How much of the differences is wanted.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted {
    /// Whether facts that changed no verdict are listed, and long lists whole.
    pub all: bool,
    /// Whether only counts and the result are drawn.
    pub quiet: bool,
}

/// A report that was read, and the name that the user gave it.
pub struct Named<'a> {
    /// The name.
    pub name: String,
    /// What it holds.
    pub report: &'a PastReport,
}

/// Compares two reports that were read with the same symbols.
pub fn compare(
    before: Named<'_>,
    after: Named<'_>,
    symbols: &Symbols,
    wanted: Wanted,
) -> Difference {
    let (old, new) = (before.report, after.report);
    let mut difference = Difference {
        names: [before.name, after.name],
        head: new.head.shown(),
        heads: old.head.differences(&new.head),
        names_in_one: old.head.redacted != new.head.redacted,
        wanted,
        ..Difference::default()
    };
    subjects::compare(old, new, symbols, &mut difference);
    plan::compare(old, new, &mut difference);
    inputs::compare(old, new, &mut difference);
    coverage::temper(old, new, symbols, &mut difference);
    difference.settle();
    difference
}
