//! One cell of a header, taken apart: its text, the years in it, the units in parentheses.
//!
//! In: the text of a cell. Out: its forms for matching. Must not know: columns, rows.

use crate::fact::header::unit::{UnitWord, UnitWords};
use crate::text::{fold, nfc};

pub(in crate::fact) use crate::fact::schema::YEARS;

/// A header cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::fact) struct Caption {
    /// As found.
    pub(in crate::fact) shown: String,
    /// All of it, folded.
    pub(in crate::fact) whole: String,
    /// What is left of it, where that differs.
    forms: Option<Box<Forms>>,
    /// The years in it, each once.
    pub(in crate::fact) years: Vec<i32>,
    pub(in crate::fact) units: Vec<UnitWord>,
}

/// A caption without what need not be said, folded.
#[derive(Clone, Debug, Default, PartialEq)]
struct Forms {
    /// Without unit words in parentheses.
    unitless: String,
    /// Without unit words and years.
    bare: String,
    /// The same, without the word `năm` before a year either.
    shorter: String,
}

/// What a year was replaced by, until the words about it are looked at.
const YEAR_MARK: char = '\u{1}';

const YEAR_MARK_BYTE: u8 = 1;

/// The byte that `（` begins with.
const WIDE_FORM: u8 = 0xef;

/// What stands between a name and its year.
const SEPARATORS: [char; 10] = ['_', '-', '–', '—', '/', '.', ',', ':', ';', ' '];

/// What stands before units.
const OPENING: [char; 3] = ['(', '（', '['];

impl Caption {
    pub(in crate::fact) fn new(text: &str, words: &UnitWords) -> Self {
        let shown = with_single_spaces(&nfc(text));
        let whole = fold(&shown);
        let (forms, years, units) = forms(&shown, words);
        Caption {
            forms: forms.map(Box::new),
            whole,
            shown,
            years,
            units,
        }
    }

    /// Whether there is nothing to leave out of a text.
    pub(in crate::fact) fn is_plain(text: &str) -> bool {
        !may_leave_out(text)
    }

    /// Of a text for which [`Caption::is_plain`] holds.
    pub(in crate::fact) fn of_plain(text: &str) -> Self {
        let shown = with_single_spaces(&nfc(text));
        Caption {
            whole: fold(&shown),
            shown,
            ..Caption::default()
        }
    }

    /// Folded, without unit words in parentheses.
    pub(in crate::fact) fn unitless(&self) -> &str {
        let forms = self.forms.as_deref();
        forms.map_or(&self.whole, |forms| &forms.unitless)
    }

    /// Folded, without unit words and years.
    pub(in crate::fact) fn bare(&self) -> &str {
        let forms = self.forms.as_deref();
        forms.map_or(&self.whole, |forms| &forms.bare)
    }

    /// The same, without the word `năm` before a year either.
    pub(in crate::fact) fn shorter(&self) -> &str {
        let forms = self.forms.as_deref();
        forms.map_or(&self.whole, |forms| &forms.shorter)
    }

    /// Whether this is a year and no more.
    pub(in crate::fact) fn is_year_alone(&self) -> bool {
        !self.years.is_empty() && self.shorter().is_empty()
    }

    /// Whether this is a unit in parentheses and no more.
    pub(in crate::fact) fn is_unit_alone(&self) -> bool {
        !self.units.is_empty() && self.unitless().is_empty()
    }
}

fn with_single_spaces(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !spaced.is_empty() {
            spaced.push(' ');
        }
        spaced.push_str(word);
    }
    spaced
}

/// The shorter forms of a caption, none where all are the same as the whole, with the years and units left out. Most cells of a
/// sheet's first rows are figures and names, in which there is nothing to leave out.
fn forms(shown: &str, words: &UnitWords) -> (Option<Forms>, Vec<i32>, Vec<UnitWord>) {
    if !may_leave_out(shown) {
        return (None, Vec::new(), Vec::new());
    }
    let (unitless, units) = without_units(shown, words);
    let (marked, years) = with_years_marked(&unitless);
    let forms = Forms {
        unitless: fold(&unitless),
        bare: fold(&without_marks(&marked, false)),
        shorter: fold(&without_marks(&marked, true)),
    };
    (Some(forms), years, units)
}

fn may_leave_out(text: &str) -> bool {
    let (mut run, mut is_wide) = (0, false);
    let mut holds_year = false;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'0'..=b'9' => run += 1,
            b'(' | b'[' | YEAR_MARK_BYTE => return true,
            _ => {
                holds_year |= run == 4 && year(&text[at - 4..at]).is_some();
                run = 0;
                is_wide |= byte == WIDE_FORM;
            }
        }
    }
    holds_year
        || run == 4 && year(&text[text.len() - 4..]).is_some()
        || is_wide && text.contains(OPENING)
}

/// Takes out every pair of parentheses that holds unit words; other words in parentheses are part of the header.
fn without_units(text: &str, words: &UnitWords) -> (String, Vec<UnitWord>) {
    let (mut rest, mut units, mut left) = (String::new(), Vec::new(), text);
    while let Some(open) = left.find(OPENING) {
        let opened = left[open..].chars().next().map_or(1, char::len_utf8);
        let Some(length) = left[open + opened..].find([')', '）', ']']) else {
            break;
        };
        let close = open + opened + length;
        let closed = left[close..].chars().next().map_or(1, char::len_utf8);
        rest.push_str(&left[..open]);
        let inside = &left[open + opened..close];
        match words.word(inside) {
            Some(unit) => {
                units.push(unit);
                rest.push(' ');
            }
            None if is_year_alone(inside) => rest.extend([" ", inside, " "]),
            None => rest.push_str(&left[open..close + closed]),
        }
        left = &left[close + closed..];
    }
    rest.push_str(left);
    (rest, units)
}

fn is_year_alone(text: &str) -> bool {
    let (marked, years) = with_years_marked(text);
    years.len() == 1 && without_marks(&marked, true).trim().is_empty()
}

/// Replaces years by marks: four digits that stand alone.
fn with_years_marked(text: &str) -> (String, Vec<i32>) {
    let (mut marked, mut years) = (String::new(), Vec::new());
    let mut left = text;
    while let Some(start) = left.find(|c: char| c.is_ascii_digit()) {
        let length = left[start..]
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(left.len() - start);
        let digits = &left[start..start + length];
        marked.push_str(&left[..start]);
        left = &left[start + length..];
        match year(digits) {
            Some(year) => {
                if !years.contains(&year) {
                    years.push(year);
                }
                marked.push(YEAR_MARK);
            }
            None => marked.push_str(digits),
        }
    }
    marked.push_str(left);
    (marked, years)
}

/// The year that those digits are.
pub(in crate::fact) fn year(digits: &str) -> Option<i32> {
    if digits.len() != 4 {
        return None;
    }
    let year: i32 = digits.parse().ok()?;
    YEARS.contains(&year).then_some(year)
}

/// Takes out the marks with the separators about them, and also the word `năm` before them if `shorter`.
fn without_marks(marked: &str, shorter: bool) -> String {
    let mut pieces = marked.split(YEAR_MARK);
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let mut before = text.trim_end_matches(SEPARATORS);
        if shorter {
            before = without_year_word(before);
        }
        text = format!("{before} {}", piece.trim_start_matches(SEPARATORS));
    }
    text
}

fn without_year_word(text: &str) -> &str {
    let start = text.rfind([' ', '_']).map_or(0, |at| at + 1);
    let (before, word) = text.split_at(start);
    if matches!(fold(word).as_str(), "năm" | "year") {
        before.trim_end_matches(SEPARATORS)
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_may_be_left_out_is_found_in_one_pass(text in "[a( （\u{1}Đ\\[1290-]{0,12}") {
            let is_sign = |c: char| OPENING.contains(&c) || c == YEAR_MARK;
            let mut runs = text.split(|c: char| !c.is_ascii_digit());
            let expected = text.chars().any(is_sign) || runs.any(|run| year(run).is_some());
            prop_assert_eq!(may_leave_out(&text), expected);
        }
    }
}
