//! What the program says of anything can be said: in both languages, with nothing in it that a terminal would obey.
//!
//! In: findings and texts. Out: nothing, or a failed assertion.

use std::sync::LazyLock;
use thidua::diagnostic::{Diagnostic, Severity};
use thidua::locale::Locale;
use thidua::place::{Place, Spot};
use thidua::table;
use thidua::text::Language;

/// Both languages.
pub(super) static LOCALES: LazyLock<[Locale; 2]> =
    LazyLock::new(|| [Language::Vietnamese, Language::English].map(Locale::new));

/// A problem of a file, whose severity must be one of these.
pub(super) fn problem(problem: &table::Problem, severities: &[Severity]) {
    let finding = problem.clone().at(Place::file("xa.xlsx"));
    assert!(severities.contains(&finding.severity), "{finding:?}");
    holds(&finding);
}

pub(super) fn holds(finding: &Diagnostic) {
    for locale in &*LOCALES {
        for text in [locale.try_sentence(finding), locale.try_help(finding)] {
            let text = text.unwrap_or_else(|gap| panic!("{finding:?}: {gap:?}"));
            assert!(!text.trim().is_empty(), "{finding:?}");
            assert!(is_harmless(&text), "{finding:?}: {text:?}");
        }
    }
    for place in &finding.places {
        place_holds(place);
    }
}

/// Whether a terminal shows it as it is: lines, and nothing else that moves or hides anything.
pub(super) fn is_harmless(text: &str) -> bool {
    let obeyed = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    !text.contains(obeyed)
}

/// Rows, lines and columns count from 1; an excerpt is one line, and what it points at stands in it.
fn place_holds(place: &Place) {
    match &place.spot {
        Spot::Whole => {}
        Spot::Row(row) => assert!(*row > 0, "{place:?}"),
        Spot::Cell(cell) => assert!(cell.row > 0, "{place:?}"),
        Spot::Excerpt(at) => {
            assert!(at.line > 0 && at.width > 0, "{place:?}");
            assert!(at.first > 0 && at.first <= at.column, "{place:?}");
            assert!(!at.text.contains('\n'), "{place:?}");
            let shown = u32::try_from(at.text.chars().count()).expect("a line");
            // One past the end is where something is missing.
            assert!(at.column - at.first <= shown, "{place:?}");
        }
    }
}
