//! Sheets that are no table of the rule set, and what there is to say of them: nothing much of a page of remarks, but a list of figures
//! that goes unused must not go unseen.
//!
//! In: such a sheet's headers and how many of its rows hold figures. Out: findings. Must not know: rows.

use crate::diagnostic::Diagnostic;
use crate::fact::InputAccount;
use crate::fact::problem::Problem;
use crate::place::Place;
use crate::table::{Cell, Row};

/// So many numbers in a row are figures, and so many such rows a list of them.
const LEAST_FIGURES: usize = 2;
const LEAST_ROWS: u64 = 2;

/// So many headers with lost letters are enough to tell.
const MOST_EXAMPLES: usize = 3;

/// A sheet of which nothing is used.
pub(super) struct UnknownSheet {
    pub(super) place: Place,
    pub(super) headers: Vec<String>,
    /// How many rows hold figures.
    pub(super) figures: u64,
}

/// Whether a row holds figures and not only words.
pub(super) fn holds_figures(row: Row<'_>) -> bool {
    let is_number = |cell: &Cell<'_>| match cell {
        Cell::Number { .. } => true,
        Cell::Text(text) => {
            text.bytes().any(|byte| byte.is_ascii_digit())
                && text
                    .chars()
                    .all(|c| c.is_ascii_digit() || ".,% ".contains(c))
        }
        Cell::Empty | Cell::YesNo(_) | Cell::Date(_) | Cell::Error(_) => false,
    };
    row.cells().filter(is_number).take(LEAST_FIGURES).count() == LEAST_FIGURES
}

/// What there is to say of a file's unknown sheets.
pub(super) fn findings(sheets: Vec<UnknownSheet>, file: &InputAccount) -> Vec<Diagnostic> {
    let is_used =
        |sheet: &crate::fact::SheetAccount| sheet.table.is_some() || sheet.refused.is_some();
    let is_lost = !file.sheets.iter().any(is_used);
    // Of several lists the longest stands for the file.
    let most = sheets.iter().map(|sheet| sheet.figures).max();
    let longest = sheets.iter().position(|sheet| Some(sheet.figures) == most);
    let said = sheets.into_iter().enumerate().map(|(at, sheet)| {
        let UnknownSheet {
            headers, figures, ..
        } = sheet;
        let lost = headers.iter().filter(|header| has_lost_letters(header));
        let lost: Vec<String> = lost.take(MOST_EXAMPLES).cloned().collect();
        let problem = if !lost.is_empty() {
            Problem::LostLetters { headers: lost }
        } else if is_lost && Some(at) == longest {
            Problem::NothingUsed { headers }
        } else if figures >= LEAST_ROWS {
            Problem::UnusedFigures {
                rows: figures,
                headers,
            }
        } else {
            Problem::UnknownSheet { headers }
        };
        problem.at(sheet.place)
    });
    said.collect()
}

/// Whether a question mark stands where a letter was: a program wrote the text in an encoding that has no such letter.
fn has_lost_letters(header: &str) -> bool {
    let letters: Vec<char> = header.chars().collect();
    let is_lost =
        |pair: &[char]| matches!(pair, ['?' | '\u{fffd}', letter] if letter.is_alphabetic());
    letters.windows(2).any(is_lost)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_mark_before_a_letter_was_one() {
        assert!(has_lost_letters("Th?i gian") && has_lost_letters("S? h? ngh?o"));
        assert!(has_lost_letters("T\u{fffd}n x\u{fffd}") && !has_lost_letters("Đạt hay không?"));
    }
}
