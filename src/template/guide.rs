//! The first sheet: for which rules and round the workbook is, what stands on which sheet, how cells are filled in.
//!
//! In: a rule set and its forms. Out: a drawn sheet that holds no table. Must not know: how the other sheets are drawn.

use super::form::Form;
use super::measure::lines;
use super::name::of_no_table;
use super::sheet::BLANK_ROWS;
use super::style::Styles;
use crate::locale::Locale;
use crate::rule::RuleSet;
use rust_xlsxwriter::{Format, Url, Worksheet, XlsxError};

/// In characters.
const NAMES_WIDTH: u32 = 30;
const TEXTS_WIDTH: u32 = 92;
/// In points.
const LINE_HEIGHT: u32 = 16;

/// What is said of filling in, in order.
const ADVICE: [&str; 9] = [
    "template-guide-empty",
    "template-guide-cells",
    "template-guide-lists",
    "template-guide-numbers",
    "template-guide-percents",
    "template-guide-dates",
    "template-guide-codes",
    "template-guide-notes",
    "template-guide-shape",
];

pub(super) fn draw(
    worksheet: &mut Worksheet,
    rules: &RuleSet,
    forms: &[Form<'_>],
    styles: &Styles,
    locale: &Locale,
) -> Result<(), XlsxError> {
    worksheet
        .set_name(of_no_table(
            locale.label("template-guide-sheet"),
            &rules.schema,
        ))?
        .set_column_width(0, NAMES_WIDTH)?
        .set_column_width(1, TEXTS_WIDTH)?
        .set_landscape()
        .set_paper_size(9)
        .set_print_fit_to_pages(1, 1)
        .protect();
    let mut guide = Guide {
        worksheet,
        styles,
        locale,
        row: 0,
    };
    guide.what_it_is_for(rules)?;
    guide.sheets(forms)?;
    guide.colours()?;
    guide.advice()
}

/// The sheet as far as it is drawn.
struct Guide<'a> {
    worksheet: &'a mut Worksheet,
    styles: &'a Styles,
    locale: &'a Locale,
    row: u32,
}

impl Guide<'_> {
    fn what_it_is_for(&mut self, rules: &RuleSet) -> Result<(), XlsxError> {
        let language = self.locale.language();
        let title = rules.title.get(language);
        let title = self
            .locale
            .label_with("template-guide-title", &[("title", title)]);
        self.worksheet
            .write_string_with_format(0, 0, title, &self.styles.title)?
            .set_row_height(0, 2 * LINE_HEIGHT)?;
        self.row = 1;
        self.pair(
            "template-guide-rules",
            &format!("{} {}", rules.id, rules.version),
        )?;
        let round = format!("{} ({})", rules.round_title.get(language), rules.round);
        self.pair("template-guide-round", &round)?;
        let slots = rules.needed.values().flat_map(|needs| &needs.slots);
        let mut years: Vec<i32> = slots.filter_map(|slot| slot.year).collect();
        years.sort_unstable();
        if let [first, .., last] = years.as_slice() {
            self.pair("template-guide-years", &format!("{first}–{last}"))?;
        }
        self.pair("template-guide-as-of", &self.locale.date(rules.as_of))?;
        for (name, value) in &rules.overrides {
            self.pair("template-guide-set", &format!("{name} = {value}"))?;
        }
        Ok(())
    }

    fn sheets(&mut self, forms: &[Form<'_>]) -> Result<(), XlsxError> {
        self.heading("template-guide-sheets")?;
        for form in forms {
            let count = form.units.as_ref().map(|units| units.len().to_string());
            let (key, count) = match count {
                Some(count) => ("template-guide-of-units", count),
                None => ("template-guide-of-rows", BLANK_ROWS.to_string()),
            };
            let title = form.schema.title.get(self.locale.language());
            let text = self
                .locale
                .label_with(key, &[("title", title), ("count", &count)]);
            let target = format!("internal:'{}'!A1", form.sheet.replace('\'', "''"));
            self.worksheet.write_url_with_format(
                self.row,
                0,
                Url::new(target).set_text(&form.sheet),
                &self.styles.name.clone().set_hyperlink(),
            )?;
            self.text(&text)?;
        }
        Ok(())
    }

    fn colours(&mut self) -> Result<(), XlsxError> {
        self.heading("template-guide-colours")?;
        let styles = self.styles;
        let colours: [(&Format, &str); 4] = [
            (&styles.label, "template-guide-label"),
            (&styles.asked, "template-guide-asked"),
            (&styles.optional, "template-guide-optional"),
            (&styles.fixed, "template-guide-fixed"),
        ];
        for (style, key) in colours {
            self.worksheet.write_blank(self.row, 0, style)?;
            let text = self.locale.label(key);
            self.text(&text)?;
        }
        Ok(())
    }

    fn advice(&mut self) -> Result<(), XlsxError> {
        self.heading("template-guide-how")?;
        for key in ADVICE {
            let text = self.locale.label(key);
            // What it is about stands before the first colon.
            let (name, text) = text.split_once(": ").unwrap_or(("", &text));
            self.worksheet
                .write_string_with_format(self.row, 0, name, &self.styles.name)?;
            let text = text.to_owned();
            self.text(&text)?;
        }
        Ok(())
    }

    fn heading(&mut self, key: &str) -> Result<(), XlsxError> {
        self.row += 1;
        let heading = self.locale.label(key);
        self.worksheet
            .write_string_with_format(self.row, 0, heading, &self.styles.heading)?
            .write_blank(self.row, 1, &self.styles.heading)?
            .set_row_height(self.row, LINE_HEIGHT + 4)?;
        self.row += 1;
        Ok(())
    }

    fn pair(&mut self, key: &str, text: &str) -> Result<(), XlsxError> {
        let name = self.locale.label(key);
        self.worksheet
            .write_string_with_format(self.row, 0, name, &self.styles.name)?;
        self.text(text)
    }

    /// The text beside what stands in the first column, and the end of the row.
    fn text(&mut self, text: &str) -> Result<(), XlsxError> {
        let room = usize::try_from(TEXTS_WIDTH + TEXTS_WIDTH / 6).unwrap_or(usize::MAX);
        let lines = u32::try_from(lines(text, room)).unwrap_or(1);
        self.worksheet
            .write_string_with_format(self.row, 1, text, &self.styles.text)?
            .set_row_height(self.row, lines * LINE_HEIGHT + 2)?;
        self.row += 1;
        Ok(())
    }
}
