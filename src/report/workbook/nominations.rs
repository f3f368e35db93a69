//! The list of nominations as a Board signs it: by class, numbered, with reasons, room for remarks and signatures.
//!
//! In: what is told of nominations. Out: one sheet for A4 across. Must not know: subjects that nobody nominates.

use super::Book;
use super::page::{Drawn, Page, lines_of};
use crate::report::light::{Light, subject_key};
use crate::report::telling::{ToldNomination, ToldRule};
use crate::verdict::SubjectVerdict;
use rust_xlsxwriter::{FormatAlign, XlsxError};

/// Headings with widths in digits; together as wide as A4 across at [`SCALE`].
const COLUMNS: [(&str, u16); 8] = [
    ("workbook-column-number", 6),
    ("workbook-column-name", 25),
    ("workbook-column-code", 17),
    ("workbook-column-class", 12),
    ("workbook-column-submitted-by", 20),
    ("workbook-column-verdict", 15),
    ("workbook-column-reasons", 44),
    ("workbook-column-remark", 13),
];
const LAST: u16 = 7;
const REASONS: u16 = 6;
/// Percent at which the sheet is printed. Were it fitted to the page, Excel would not begin a page before the signatures.
const SCALE: u16 = 86;
/// Points of a printed page, at that scale and without margins.
const PAGE: u32 = 590;
/// Points of the room to sign in, and of all that is signed together.
const ROOM: u32 = 60;
const SIGNED: u32 = 11 * 18 + ROOM;
/// Lines of a row: higher ones no office program shows.
const MOST_LINES: u32 = 26;

/// How far the printed page is filled.
struct Paper {
    used: u32,
    heading: u32,
}

impl Paper {
    /// Takes a row onto the page, or onto the next.
    fn take(&mut self, height: u32) {
        self.used = match self.has_room(height) {
            true => self.used + height,
            false => self.heading + height,
        };
    }

    fn has_room(&self, height: u32) -> bool {
        self.used + height <= PAGE
    }
}

impl Book<'_> {
    pub(super) fn nominations(&mut self) -> Drawn {
        let Some(counts) = self.teller.nominations_head() else {
            return Ok(());
        };
        let name = self.label("workbook-sheet-nominations");
        let mut page = self.page(&name)?;
        page.widths(COLUMNS.map(|(_, width)| width))?;
        let mut paper = self.nominations_head(&mut page)?;
        let classes = self.teller.nominations_by_class();
        for (number, (class, nominations)) in (1_usize..).zip(&classes) {
            if let Some(class) = class {
                paper.take(self.class(&mut page, number, class, nominations.len())?);
            }
            for (number, nomination) in (1_usize..).zip(nominations) {
                self.nomination(&mut page, &mut paper, number, nomination)?;
            }
        }
        let all: Vec<&ToldNomination> = classes.iter().flat_map(|(_, ones)| ones).collect();
        self.nominations_foot(&mut page, &all, &counts, &paper)?;
        page.sheet
            .set_landscape()
            .set_print_scale(SCALE)
            .set_margins(0.5, 0.5, 0.5, 0.6, 0.3, 0.3)
            .set_screen_gridlines(false);
        self.add(page);
        Ok(())
    }

    fn nominations_head(&self, page: &mut Page) -> Result<Paper, XlsxError> {
        let (head, styles) = (self.teller.head(), &self.styles);
        let title = styles.title.clone().set_align(FormatAlign::Center);
        let plan = styles.signed.clone().set_font_size(12);
        let arguments = [("round", head.round.as_str()), ("date", &head.date)];
        let lines = [
            (self.label("workbook-nominations-title"), &title),
            (head.title, &plan),
            (self.label_with("workbook-as-of", &arguments), &styles.small),
        ];
        let notes = head.notes.into_iter().map(|note| (note, &styles.small));
        let mut used = 0;
        for (text, format) in lines.into_iter().chain(notes) {
            page.across((0, LAST), &text, format)?;
            used += page.end_row()?;
        }
        used += page.end_row()?;
        let row = page.row;
        for (column, (key, _)) in (0_u16..).zip(COLUMNS) {
            page.text(column, &self.label(key), &styles.heading)?;
        }
        page.at_least(2);
        let heading = page.end_row()?;
        page.sheet
            .set_freeze_panes(row + 1, 2)?
            .set_repeat_rows(row, row)?;
        Ok(Paper {
            used: used + heading,
            heading,
        })
    }

    /// `I  Tập thể: 14`
    fn class(
        &self,
        page: &mut Page,
        number: usize,
        class: &str,
        count: usize,
    ) -> Result<u32, XlsxError> {
        let group = &self.styles.group;
        let centred = group.clone().set_align(FormatAlign::Center);
        page.text(0, &roman(number), &centred)?;
        let arguments = [("class", class), ("count", &self.teller.count(count))];
        let text = capitalised(&self.label_with("workbook-class", &arguments));
        page.across((1, LAST), &text, group)?;
        page.end_row()
    }

    /// One row; more where the reasons are longer than a row is high.
    fn nomination(
        &self,
        page: &mut Page,
        paper: &mut Paper,
        number: usize,
        told: &ToldNomination,
    ) -> Drawn {
        let styles = &self.styles;
        let by_number = |number| self.label_with("nomination-number", &[("number", number)]);
        let number_there = told.number.as_deref().map(by_number);
        page.count(0, number, &styles.year)?;
        page.text(1, told.name.as_deref().unwrap_or_default(), &styles.cell)?;
        if let Some(place) = &told.place {
            page.note(1, place)?;
        }
        page.text(2, &told.code, &styles.middle)?;
        page.text(3, &both(&told.class, &told.first), &styles.middle)?;
        page.text(4, &both(&told.submitted_by, &number_there), &styles.cell)?;
        self.verdict(page, 5, told.light, subject_key(told.verdict))?;
        for (at, reasons) in (0_u16..).zip(rows_of(reasons(told))) {
            if at > 0 {
                paper.take(page.end_row()?);
                for column in 0..REASONS {
                    page.blank(column, &styles.cell)?;
                }
            }
            page.text(REASONS, &reasons, &styles.cell)?;
            page.blank(LAST, &styles.cell)?;
        }
        paper.take(page.end_row()?);
        Ok(())
    }

    /// Counts, who decides, and where to sign, all on one page.
    fn nominations_foot(
        &self,
        page: &mut Page,
        all: &[&ToldNomination],
        counts: &str,
        paper: &Paper,
    ) -> Drawn {
        if !paper.has_room(SIGNED) {
            page.sheet.set_page_breaks(&[page.row])?;
        }
        page.row += 1;
        let styles = &self.styles;
        for verdict in SubjectVerdict::ALL {
            let light = Light::of_subject(verdict);
            let text = format!("{} {}", light.sign(), self.label(subject_key(verdict)));
            page.across((1, 2), &text, &styles.light_text(light))?;
            let count = all.iter().filter(|told| told.verdict == verdict).count();
            page.count(3, count, &styles.count)?;
            page.end_row()?;
        }
        page.across((1, 2), &self.label("workbook-total"), &styles.group)?;
        page.count(3, all.len(), &styles.sum)?;
        page.end_row()?;
        page.row += 1;
        let proposes = self.label("workbook-proposes");
        let text = match self.report().selection.only.is_empty() {
            true => proposes,
            // Only some are listed; a Board must see that there are more.
            false => format!("{counts}. {proposes}"),
        };
        page.across((0, LAST), &text, &styles.text)?;
        page.end_row()?;
        page.row += 1;
        self.signatures(page)
    }

    fn signatures(&self, page: &mut Page) -> Drawn {
        let (bold, small) = (&self.styles.signed, &self.styles.small);
        let rows = [
            (None, ("workbook-sign-day", small)),
            (
                Some(("workbook-sign-clerk", bold)),
                ("workbook-sign-board", bold),
            ),
            (
                Some(("workbook-sign-by-name", small)),
                ("workbook-sign-chair", bold),
            ),
            (None, ("workbook-sign-by-seal", small)),
        ];
        for (left, (right, format)) in rows {
            if let Some((left, format)) = left {
                page.across((0, 2), &self.label(left), format)?;
            }
            page.across((4, LAST), &self.label(right), format)?;
            page.end_row()?;
        }
        page.sheet.set_row_height(page.row, ROOM)?;
        Ok(())
    }
}

fn both(first: &Option<String>, second: &Option<String>) -> String {
    let both = [first, second].into_iter().flatten();
    both.map(String::as_str).collect::<Vec<_>>().join("\n")
}

/// What stands in its way, with the clause and the arithmetic.
fn reasons(told: &ToldNomination) -> Vec<String> {
    let rules = told.rules.iter().map(|rule: &ToldRule| {
        let (id, cite, says, outcome) = (&rule.id, &rule.cite, &rule.says, &rule.outcome);
        let mut text = format!("{id} ({cite}): {says} — {outcome}");
        for line in &rule.lines {
            text.push_str("\n– ");
            text.push_str(&line.text);
        }
        text
    });
    let all = told.remark.iter().cloned().chain(rules);
    all.chain(told.faults.iter().cloned()).collect()
}

/// The reasons, as many to a row as it is high; one row even where there is none.
fn rows_of(reasons: Vec<String>) -> Vec<String> {
    let width = u32::from(COLUMNS[usize::from(REASONS)].1);
    let mut rows = vec![String::new()];
    for reason in reasons {
        match rows.last_mut() {
            Some(row) if row.is_empty() => *row = reason,
            Some(row) if lines_of(row, width) + lines_of(&reason, width) <= MOST_LINES => {
                row.push('\n');
                row.push_str(&reason);
            }
            Some(_) | None => rows.push(reason),
        }
    }
    rows
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters
        .next()
        .map(|first| first.to_uppercase().collect::<String>());
    format!("{}{}", first.unwrap_or_default(), letters.as_str())
}

/// Classes are few.
fn roman(mut number: usize) -> String {
    const SIGNS: [(usize, &str); 9] = [
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut written = String::new();
    for (value, sign) in SIGNS {
        while number >= value {
            written.push_str(sign);
            number -= value;
        }
    }
    written
}
