//! One sheet that is being filled: text stays text, numbers are numbers, days are days.
//!
//! In: what cells hold. Out: a sheet, laid out for A4. Must not know: what a report is.

use super::List;
use super::styles::Styles;
use crate::number::Number;
use crate::text::{printable, width};
use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{ExcelDateTime, Format, Note, Worksheet, XlsxError};

/// What stands at the foot of each printed page.
pub(super) struct Foot {
    pub(super) text: String,
    /// How pages are counted.
    pub(super) pages: String,
    pub(super) font: String,
}

/// What drawing comes to.
pub(super) type Drawn = Result<(), XlsxError>;

/// UTF-16 units of a cell.
const MOST_UNITS: usize = 32_767;
/// UTF-16 units of a note: more than anybody reads there.
const MOST_NOTE_UNITS: usize = 4_000;
/// Points of a line of text.
const LINE: u32 = 14;
/// Points of the highest row.
const HIGHEST: u32 = 409;
/// Points of a title.
const TITLE: u32 = 22;
/// The paper that offices print on.
const A4: u8 = 9;

/// A sheet, and the row that is filled next.
pub(super) struct Page {
    pub(super) sheet: Worksheet,
    pub(super) row: u32,
    /// Of the columns, in characters.
    widths: Vec<u32>,
    /// Lines of the row that is being filled. Not every office program finds out by itself.
    lines: u32,
}

impl Page {
    /// An empty sheet; the foot stands at the foot of each printed page.
    pub(super) fn new(name: &str, foot: &Foot) -> Result<Page, XlsxError> {
        /// More is cut by Excel, which counts commands and doubled signs.
        const MOST_FOOT: usize = 150;
        const MOST_OF_SIGNS: usize = 80;
        let mut sheet = Worksheet::new();
        // In headers and footers this sign begins a command.
        let most = match foot.text.contains('&') {
            true => MOST_OF_SIGNS,
            false => MOST_FOOT,
        };
        let text = shortened_units(&inert(&foot.text), most).replace('&', "&&");
        let (font, pages) = (&foot.font, &foot.pages);
        let style = format!("&\"{font},Regular\"&8");
        sheet
            .set_name(name)?
            .set_paper_size(A4)
            .set_footer(format!("&L{style}{text}&R{style}{pages}"))
            .set_header_footer_scale_with_doc(false);
        Ok(Page {
            sheet,
            row: 0,
            widths: Vec::new(),
            lines: 0,
        })
    }

    /// Goes on to the next row; gives the points that this one takes.
    pub(super) fn end_row(&mut self) -> Result<u32, XlsxError> {
        let height = height_of(self.lines);
        if self.lines > 0 {
            self.sheet.set_row_height(self.row, height)?;
        }
        self.row += 1;
        self.lines = 0;
        Ok(height)
    }

    /// The row has room for at least so many lines.
    pub(super) fn at_least(&mut self, lines: u32) {
        self.lines = self.lines.max(lines);
    }

    /// Text, whatever it begins with.
    pub(super) fn text(&mut self, column: u16, text: &str, format: &Format) -> Drawn {
        let text = inert(text);
        let width = self.widths.get(usize::from(column));
        self.at_least(width.map_or(1, |width| lines_of(&text, *width)));
        self.sheet
            .write_string_with_format(self.row, column, text, format)?;
        Ok(())
    }

    /// A framed cell for somebody to write in, or for what is not there.
    pub(super) fn blank(&mut self, column: u16, format: &Format) -> Drawn {
        self.sheet.write_blank(self.row, column, format)?;
        Ok(())
    }

    pub(super) fn number(&mut self, column: u16, number: &Number, format: &Format) -> Drawn {
        self.noted_number(column, number, format, "")
    }

    /// A number with a note. Of one that has more than the 15 digits of a workbook, the note begins with the exact figure.
    pub(super) fn noted_number(
        &mut self,
        column: u16,
        number: &Number,
        format: &Format,
        note: &str,
    ) -> Drawn {
        let mut note = note.to_owned();
        match number.to_float() {
            Some((float, is_cut)) => {
                self.sheet
                    .write_number_with_format(self.row, column, float, format)?;
                if is_cut {
                    note = format!("= {}\n{note}", number.to_exact());
                }
            }
            None => self.text(column, &number.to_exact(), format)?,
        }
        match note.trim() {
            "" => Ok(()),
            note => self.note(column, note),
        }
    }

    pub(super) fn count(&mut self, column: u16, count: usize, format: &Format) -> Drawn {
        let count = Number::from(i64::try_from(count).unwrap_or(i64::MAX));
        self.number(column, &count, format)
    }

    /// A day; as text where it is before the days of workbooks.
    pub(super) fn day(&mut self, column: u16, date: NaiveDate, format: &Format) -> Drawn {
        match day(date) {
            Some(day) => {
                self.sheet
                    .write_datetime_with_format(self.row, column, &day, format)?;
                Ok(())
            }
            None => self.text(column, &date.to_string(), format),
        }
    }

    /// A note on the cell, as large as its text.
    pub(super) fn note(&mut self, column: u16, text: &str) -> Drawn {
        self.note_at(self.row, column, text)
    }

    pub(super) fn note_at(&mut self, row: u32, column: u16, text: &str) -> Drawn {
        const DIGITS: u32 = 56;
        let text = shortened_units(&safe(text), MOST_NOTE_UNITS);
        let lines = lines_of(&text, DIGITS);
        let note = Note::new(text)
            .set_author(env!("CARGO_PKG_NAME"))
            .add_author_prefix(false)
            .set_width(380)
            .set_height((lines * 14 + 16).min(600));
        self.sheet.insert_note(row, column, &note)?;
        Ok(())
    }

    /// Text across columns, from the first to the last of them.
    pub(super) fn across(
        &mut self,
        (first, last): (u16, u16),
        text: &str,
        format: &Format,
    ) -> Drawn {
        let text = inert(text);
        let columns = self.widths.iter().take(usize::from(last) + 1);
        let room = columns.skip(usize::from(first)).sum();
        self.at_least(lines_of(&text, room));
        self.sheet
            .merge_range(self.row, first, self.row, last, &text, format)?;
        Ok(())
    }

    /// Text that goes on over the cells beside it.
    pub(super) fn line(&mut self, text: &str, format: &Format) -> Drawn {
        self.sheet
            .write_string_with_format(self.row, 0, inert(text), format)?;
        self.at_least(1);
        self.end_row()?;
        Ok(())
    }

    /// One cell over several rows.
    pub(super) fn down(
        &mut self,
        column: u16,
        rows: (u32, u32),
        text: &str,
        format: &Format,
    ) -> Drawn {
        let text = inert(text);
        match rows.0 == rows.1 {
            true => {
                self.sheet
                    .write_string_with_format(rows.0, column, text, format)?;
            }
            false => {
                self.sheet
                    .merge_range(rows.0, column, rows.1, column, &text, format)?;
            }
        }
        Ok(())
    }

    /// Columns as wide as that many characters.
    pub(super) fn widths(&mut self, widths: impl IntoIterator<Item = u16>) -> Drawn {
        for (column, width) in (0_u16..).zip(widths) {
            self.sheet.set_column_width(column, width)?;
            self.widths.push(u32::from(width));
        }
        Ok(())
    }

    /// Title, remarks and headings of a list.
    pub(super) fn heading(&mut self, list: &List<'_>, styles: &Styles) -> Drawn {
        self.widths(list.columns.iter().map(|column| column.width))?;
        self.sheet
            .write_string_with_format(self.row, 0, inert(&list.title), &styles.title)?;
        self.sheet.set_row_height(self.row, TITLE)?;
        self.row += 1;
        for remark in &list.remarks {
            self.line(remark, &styles.part)?;
        }
        for (at, column) in (0_u16..).zip(&list.columns) {
            self.text(at, &column.heading, &styles.heading)?;
            if let Some(note) = column.note {
                self.note(at, note)?;
            }
        }
        self.end_row()?;
        Ok(())
    }

    /// What makes a list of the rows under the headings: filters, headings that stay, on paper too.
    pub(super) fn finish_list(&mut self, list: &List<'_>) -> Drawn {
        let heading = list.heading_row();
        let last = self.row.saturating_sub(1).max(heading);
        self.sheet
            .autofilter(heading, 0, last, list.last_column())?
            .set_freeze_panes(heading + 1, list.frozen)?
            .set_repeat_rows(heading, heading)?
            .set_landscape()
            .set_print_fit_to_pages(1, 0)
            .set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3);
        Ok(())
    }
}

/// The day as workbooks count; none before they begin.
pub(super) fn day(date: NaiveDate) -> Option<ExcelDateTime> {
    let year = u16::try_from(date.year())
        .ok()
        .filter(|year| *year >= 1900)?;
    let (month, day) = (
        u8::try_from(date.month()).ok()?,
        u8::try_from(date.day()).ok()?,
    );
    ExcelDateTime::from_ymd(year, month, day).ok()
}

/// Text that can stand in a cell: nothing that XML forbids or that changes how its surroundings are shown, and not too long.
pub(super) fn inert(text: &str) -> String {
    shortened_units(&safe(text), MOST_UNITS)
}

/// Line breaks stay, everything else that is not seen is written out.
fn safe(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(printable).collect();
    // XML has no way to say these two.
    lines
        .join("\n")
        .replace('\u{fffe}', "\\u{fffe}")
        .replace('\u{ffff}', "\\u{ffff}")
}

fn shortened_units(text: &str, most: usize) -> String {
    // No character has more UTF-16 units than bytes.
    if text.len() <= most || text.encode_utf16().count() <= most {
        return text.to_owned();
    }
    let mut units = 1;
    let fits = |c: &char| {
        units += c.len_utf16();
        units <= most
    };
    text.chars().take_while(fits).chain(['…']).collect()
}

/// How many lines the text takes in a column of so many digits, which are wider than most letters.
pub(super) fn lines_of(text: &str, digits: u32) -> u32 {
    let room = usize::try_from(digits + digits / 10)
        .unwrap_or(usize::MAX)
        .max(1);
    let lines = text.split('\n').map(|line| wrapped_lines(line, room));
    u32::try_from(lines.fold(0, usize::saturating_add)).unwrap_or(u32::MAX)
}

fn wrapped_lines(line: &str, room: usize) -> usize {
    let (mut lines, mut filled) = (1_usize, 0_usize);
    for word in line.split(' ') {
        let capitals = word.chars().filter(|c| c.is_uppercase()).count();
        let word = width(word) + capitals / 3;
        let with_word = filled + usize::from(filled > 0) + word;
        if with_word <= room {
            filled = with_word;
            continue;
        }
        // A word that no line has room for is broken.
        lines += usize::from(filled > 0) + word.saturating_sub(1) / room;
        filled = word.saturating_sub(1) % room + 1;
    }
    lines
}

/// Points of a row of so many lines.
fn height_of(lines: u32) -> u32 {
    (lines.max(1).saturating_mul(LINE) + 4).min(HIGHEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_inert_and_short_enough() {
        let nasty = "=1+1\0\u{1b}[31m\u{202e}\u{fffe}<b>";
        assert_eq!(inert(nasty), "=1+1\\u{0}\\u{1b}[31m\\u{202e}\\u{fffe}<b>");
        assert_eq!(inert("a\nb\r"), "a\nb\\u{d}");
        let long = inert(&"😀".repeat(40_000));
        assert_eq!(long.encode_utf16().count(), MOST_UNITS);
        assert!(long.ends_with('…'));
    }

    #[test]
    fn lines_are_counted_as_they_break() {
        assert_eq!(lines_of("", 10), 1);
        assert_eq!(lines_of("không đủ điều kiện", 10), 2);
        assert_eq!(lines_of("a\nb\n", 10), 3);
        assert_eq!(lines_of(&"x".repeat(23), 10), 3);
        assert_eq!(lines_of(&format!("a {} b", "x".repeat(11)), 10), 3);
    }
}
