//! Sheets that are no table of the rule set, and what there is to say of them: nothing of a guide, nothing much of a page of remarks,
//! but a list of figures that goes unused must not go unseen. Nor must a file whose tables nobody has filled in.
//!
//! In: such a sheet's headers and how many of its rows hold figures; the account of the file. Out: findings. Must not know: rows.

use crate::diagnostic::Diagnostic;
use crate::fact::InputAccount;
use crate::fact::problem::Problem;
use crate::place::Place;
use crate::table::{Cell, Row};
use crate::text::fold;

/// So many numbers in a row are figures, and so many such rows a list of them.
const LEAST_FIGURES: usize = 2;
const LEAST_ROWS: u64 = 2;

/// So many headers with lost letters are enough to tell.
const MOST_EXAMPLES: usize = 3;

/// Names of the sheets of an input form that explain it or hold what its lists offer.
const GUIDES: [&str; 3] = ["Hướng dẫn", "Guide", "Lựa chọn"];

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

/// What there is to say of a file's unknown sheets, and of a file that gives nothing.
pub(super) fn findings(sheets: Vec<UnknownSheet>, file: &InputAccount) -> Vec<Diagnostic> {
    let is_lost = file.is_unrecognised();
    if is_lost && sheets.is_empty() {
        return vec![Problem::NoRows {}.at(Place::file(file.path.clone()))];
    }
    // Of several lists the longest stands for the file.
    let most = sheets.iter().map(|sheet| sheet.figures).max();
    let longest = sheets.iter().position(|sheet| Some(sheet.figures) == most);
    let said = sheets.into_iter().enumerate().filter_map(|(at, sheet)| {
        let is_guide = is_guide(&sheet.place);
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
        } else if is_guide {
            return None;
        } else {
            Problem::UnknownSheet { headers }
        };
        Some(problem.at(sheet.place))
    });
    let blank = file
        .is_blank()
        .then(|| Problem::NothingFilledIn {}.at(Place::file(file.path.clone())));
    said.chain(blank).collect()
}

/// Whether a file is an input form of this program: one of its sheets says how to fill it in.
pub(super) fn is_form(file: &InputAccount) -> bool {
    let names = file
        .sheets
        .iter()
        .filter_map(|sheet| sheet.sheet.as_deref());
    names.into_iter().any(is_name_of_guide)
}

fn is_name_of_guide(name: &str) -> bool {
    let name = fold(name);
    GUIDES.iter().any(|guide| fold(guide) == name)
}

fn is_guide(place: &Place) -> bool {
    place.sheet.as_deref().is_some_and(is_name_of_guide)
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
    use crate::fact::schema::TableId;
    use crate::fact::{SheetAccount, SkipReason, Skipped};

    #[test]
    fn a_file_without_a_row_does_not_go_unsaid() {
        let codes = |sheets: Vec<SheetAccount>| -> Vec<&str> {
            let file = InputAccount {
                path: "xa.xlsx".into(),
                sha256: String::new(),
                refused: None,
                sheets,
            };
            findings(Vec::new(), &file)
                .iter()
                .map(|found| found.code)
                .collect()
        };
        assert_eq!(codes(vec![SheetAccount::default()]), ["fact/no-rows"]);
        let left_out = SheetAccount {
            is_left_out: true,
            ..SheetAccount::default()
        };
        assert!(codes(vec![left_out]).is_empty());
        let blank = SheetAccount {
            table: Some(TableId(0)),
            ..SheetAccount::default()
        };
        let both = vec![SheetAccount::default(), blank.clone()];
        assert_eq!(codes(both), ["fact/nothing-filled-in"]);
        let used = SheetAccount {
            used: 1,
            ..blank.clone()
        };
        assert!(codes(vec![blank.clone(), used]).is_empty());
        let faulty = SheetAccount {
            skipped: vec![Skipped {
                reason: SkipReason::NoKey,
                count: 2,
                rows: vec![2, 3],
            }],
            ..blank.clone()
        };
        assert!(codes(vec![faulty]).is_empty());
        let refused = SheetAccount {
            refused: Some(Problem::NoRows {}.at(Place::file("xa.xlsx"))),
            ..blank.clone()
        };
        assert!(codes(vec![blank, refused]).is_empty());
    }

    #[test]
    fn a_question_mark_before_a_letter_was_one() {
        assert!(has_lost_letters("Th?i gian") && has_lost_letters("S? h? ngh?o"));
        assert!(has_lost_letters("T\u{fffd}n x\u{fffd}") && !has_lost_letters("Đạt hay không?"));
    }
}
