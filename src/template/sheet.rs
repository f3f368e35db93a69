//! One table as a sheet: its header over the years, the units that are known, and cells to type into.
//!
//! In: a form. Out: a drawn sheet. Must not know: other sheets than by name.

use super::entry::validation;
use super::form::{Form, FormColumn};
use super::header::HeaderText;
use super::list::Lists;
use super::measure::{lines, longest_word};
use super::note::Notes;
use super::style::{Styles, least_width};
use crate::fact::roster::Unit;
use crate::fact::schema::{ColumnType, Reference};
use crate::locale::Locale;
use crate::rule::RuleSet;
use crate::text::{Language, shortened, width};
use rust_xlsxwriter::{Format, Note, ObjectMovement, ProtectionOptions, Worksheet, XlsxError};

/// Rows drawn for a table without an official list.
pub(super) const BLANK_ROWS: u32 = 200;
/// Rows below them whose cells are still looked after as they are typed into.
const CHECKED_ROWS: u32 = 10_000;

/// In points.
const LINE_HEIGHT: u32 = 15;
const ROW_HEIGHT: u32 = 20;
/// In characters.
const WIDEST: usize = 34;
/// The paper that offices print on.
const A4: u8 = 9;
const NOTE_WIDTH: u32 = 380;

/// What a sheet is drawn from.
pub(super) struct Drawing<'a> {
    pub(super) rules: &'a RuleSet,
    pub(super) form: &'a Form<'a>,
    pub(super) forms: &'a [Form<'a>],
    pub(super) styles: &'a Styles,
    /// The language of notes.
    pub(super) locale: &'a Locale,
    /// The language of everything else.
    pub(super) words: &'a Locale,
}

/// A column of the form with its place on the sheet.
struct Placed<'a> {
    column: &'a FormColumn<'a>,
    header: HeaderText,
    first: u16,
    last: u16,
    /// Of each of its columns, in characters.
    width: usize,
}

impl Placed<'_> {
    /// How many lines its header takes.
    fn lines(&self) -> usize {
        lines(&self.header.whole(), self.width * self.column.span())
    }
}

impl Drawing<'_> {
    pub(super) fn draw(
        &self,
        worksheet: &mut Worksheet,
        lists: &mut Lists,
    ) -> Result<(), XlsxError> {
        worksheet.set_name(&self.form.sheet)?;
        let placed = self.placed();
        self.header(worksheet, &placed)?;
        let first = self.header_rows();
        for place in &placed {
            let validation = validation(place.column.schema, self.rules, self.words, lists)?;
            if let Some(validation) = validation {
                let last = first + self.rows_to_check() - 1;
                worksheet.add_data_validation(first, place.first, last, place.last, &validation)?;
            }
        }
        self.rows(worksheet, &placed)?;
        self.set_up(worksheet, &placed)
    }

    /// One row, and a second one of years.
    fn header_rows(&self) -> u32 {
        1 + u32::from(self.form.has_series())
    }

    fn rows_to_check(&self) -> u32 {
        match &self.form.units {
            Some(units) => u32::try_from(units.len()).unwrap_or(u32::MAX),
            None => CHECKED_ROWS,
        }
    }

    fn placed(&self) -> Vec<Placed<'_>> {
        let mut at = 0_u16;
        let columns = self.form.columns.iter();
        columns
            .map(|column| {
                let header = HeaderText::of(column.schema, &self.rules.schema);
                let span = u16::try_from(column.span()).unwrap_or(u16::MAX);
                let first = at;
                at += span;
                Placed {
                    width: self.width(column, &header),
                    column,
                    header,
                    first,
                    last: at - 1,
                }
            })
            .collect()
    }

    /// Room for the longest word of the header and for what stands in the cells.
    fn width(&self, column: &FormColumn<'_>, header: &HeaderText) -> usize {
        const MARGIN: usize = 2;
        const RUNNING_NUMBER: usize = 7;
        let lists = self.rules.nominations.iter();
        let mut numbered = lists.filter(|list| list.table == self.form.table);
        if numbered.any(|list| list.number == Some(column.id)) {
            return RUNNING_NUMBER;
        }
        let word = (longest_word(&header.whole()) + MARGIN).div_ceil(column.span());
        let given = self.form.units.iter().flatten();
        let given = given.filter_map(|unit| self.given(column, unit));
        let given = given.map(|text| width(&text) + MARGIN).max().unwrap_or(0);
        least_width(&column.schema.kind)
            .max(word.min(WIDEST))
            .max(given.min(WIDEST))
    }

    fn header(&self, worksheet: &mut Worksheet, placed: &[Placed<'_>]) -> Result<(), XlsxError> {
        let notes = Notes {
            rules: self.rules,
            form: self.form,
            forms: self.forms,
            locale: self.locale,
            words: self.words,
        };
        let last_row = self.header_rows() - 1;
        for place in placed {
            let style = self.header_style(place.column);
            for at in place.first..=place.last {
                worksheet.set_column_width(at, u32::try_from(place.width).unwrap_or(u32::MAX))?;
            }
            let below = if place.column.years.is_empty() {
                last_row
            } else {
                0
            };
            if (below, place.first) != (0, place.last) {
                worksheet.merge_range(0, place.first, below, place.last, "", style)?;
            }
            self.write_header(worksheet, place, style)?;
            worksheet.insert_note(0, place.first, &note(notes.of(place.column)))?;
            for (at, year) in (place.first..).zip(&place.column.years) {
                worksheet.write_number_with_format(last_row, at, *year, style)?;
            }
        }
        self.set_header_heights(worksheet, placed)
    }

    fn write_header(
        &self,
        worksheet: &mut Worksheet,
        place: &Placed<'_>,
        style: &Format,
    ) -> Result<(), XlsxError> {
        match &place.header.other {
            Some(other) => {
                let parts = [
                    (&self.styles.usual, place.header.usual.as_str()),
                    (&self.styles.other, other.as_str()),
                ];
                worksheet.write_rich_string_with_format(0, place.first, &parts, style)?;
            }
            None => {
                worksheet.write_string_with_format(0, place.first, &place.header.usual, style)?;
            }
        }
        Ok(())
    }

    fn header_style(&self, column: &FormColumn<'_>) -> &Format {
        if self.form.tells_whom(column) {
            &self.styles.label
        } else if column.is_required() {
            &self.styles.asked
        } else {
            &self.styles.optional
        }
    }

    /// Headers over years have the first row to themselves, the others share both.
    fn set_header_heights(
        &self,
        worksheet: &mut Worksheet,
        placed: &[Placed<'_>],
    ) -> Result<(), XlsxError> {
        let height = |lines: usize| u32::try_from(lines).unwrap_or(u32::MAX) * LINE_HEIGHT + 6;
        let years = ROW_HEIGHT * (self.header_rows() - 1);
        let heights = placed.iter().map(|place| {
            let own = height(place.lines());
            if place.column.years.is_empty() {
                own.saturating_sub(years)
            } else {
                own
            }
        });
        worksheet.set_row_height(0, heights.max().unwrap_or(0).max(ROW_HEIGHT))?;
        if years > 0 {
            worksheet.set_row_height(1, years)?;
        }
        Ok(())
    }

    fn rows(&self, worksheet: &mut Worksheet, placed: &[Placed<'_>]) -> Result<(), XlsxError> {
        let first = self.header_rows();
        let Some(units) = &self.form.units else {
            for place in placed {
                let style = self.styles.entry(&place.column.schema.kind);
                for at in place.first..=place.last {
                    worksheet.set_column_format(at, style)?;
                    for row in first..first + BLANK_ROWS {
                        worksheet.write_blank(row, at, style)?;
                    }
                }
            }
            return Ok(());
        };
        for (row, unit) in (first..).zip(units) {
            for place in placed {
                if let Some(text) = self.given(place.column, unit) {
                    worksheet.write_string_with_format(
                        row,
                        place.first,
                        text,
                        &self.styles.fixed,
                    )?;
                    continue;
                }
                let style = self.styles.entry(&place.column.schema.kind);
                for at in place.first..=place.last {
                    worksheet.write_blank(row, at, style)?;
                }
            }
        }
        Ok(())
    }

    /// What the official list says of a unit: its code, its name, the code of the unit that it belongs to.
    fn given(&self, column: &FormColumn<'_>, unit: &Unit) -> Option<String> {
        let level = self.form.schema.roster.as_ref()?;
        if column.is_key {
            return Some(unit.code.clone());
        }
        if column.schema.name == "name" {
            return Some(unit.full_name());
        }
        let ColumnType::Code {
            of: Some(Reference::Table(table)),
            ..
        } = column.schema.kind
        else {
            return None;
        };
        let above = self.rules.schema.table_at(table).roster.as_ref()?;
        let parent = level.roster.unit(&unit.parent)?;
        (parent.level == above.level).then(|| parent.code.clone())
    }

    fn last_row(&self) -> u32 {
        let rows = match &self.form.units {
            Some(units) => u32::try_from(units.len()).unwrap_or(u32::MAX),
            None => BLANK_ROWS,
        };
        self.header_rows() + rows - 1
    }

    /// How many pages stand beside each other: on one, so many columns could not be read. The first columns are on each of them.
    fn pages_across(&self, placed: &[Placed<'_>]) -> u16 {
        const CHARACTERS_OF_A_PAGE: usize = 190;
        let width = |placed: &[Placed<'_>]| -> usize {
            placed
                .iter()
                .map(|place| place.width * place.column.span())
                .sum()
        };
        let labels = width(&placed[..self.form.labels()]);
        let room = CHARACTERS_OF_A_PAGE.saturating_sub(labels).max(1);
        u16::try_from((width(placed) - labels).div_ceil(room))
            .unwrap_or(1)
            .max(1)
    }

    fn set_up(&self, worksheet: &mut Worksheet, placed: &[Placed<'_>]) -> Result<(), XlsxError> {
        let last_column = placed.last().map_or(0, |place| place.last);
        let labels = &self.form.columns[..self.form.labels()];
        let frozen: usize = labels.iter().map(FormColumn::span).sum();
        let frozen = u16::try_from(frozen).unwrap_or(0);
        // What prints at the head of a page has room for little, and `&` begins an instruction there.
        const MOST_CHARACTERS: usize = 80;
        let title = |text: &str| shortened(text, MOST_CHARACTERS).replace('&', "&&");
        let table = title(&self.form.schema.title.vi);
        let round = title(self.rules.round_title.get(Language::Vietnamese));
        worksheet
            .set_freeze_panes(self.header_rows(), frozen)?
            .set_repeat_rows(0, self.header_rows() - 1)?
            .set_landscape()
            .set_paper_size(A4)
            .set_print_fit_to_pages(self.pages_across(placed), 0)
            .set_print_area(0, 0, self.last_row(), last_column)?
            .set_margins(0.4, 0.4, 0.7, 0.6, 0.3, 0.3)
            .set_header(format!("&L&B{table}&R{round}"))
            .set_footer("&C&P/&N")
            .protect_with_options(&ProtectionOptions {
                format_columns: true,
                format_rows: true,
                insert_rows: self.form.units.is_none(),
                delete_rows: self.form.units.is_none(),
                sort: true,
                use_autofilter: true,
                ..ProtectionOptions::default()
            });
        if frozen > 0 {
            worksheet.set_repeat_columns(0, frozen - 1)?;
        }
        Ok(())
    }
}

/// Large enough to be read whole.
fn note(text: String) -> Note {
    const CHARACTERS_OF_A_LINE: usize = 58;
    const PIXELS_OF_A_LINE: usize = 16;
    let height = lines(&text, CHARACTERS_OF_A_LINE) * PIXELS_OF_A_LINE + PIXELS_OF_A_LINE;
    Note::new(text)
        .add_author_prefix(false)
        .set_width(NOTE_WIDTH)
        .set_height(u32::try_from(height).unwrap_or(u32::MAX))
        .set_font_size(9_u8)
        .set_object_movement(ObjectMovement::DontMoveOrSizeWithCells)
}
