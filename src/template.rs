//! Between rules and verdicts: rules → a blank input workbook that reading takes without a finding about its shape.
//!
//! In: a checked rule set, and which of its tables and units are wanted. Out: the bytes of an `.xlsx` file, the same ones for the
//! same rules. Must not know: files, data.

mod entry;
mod form;
mod guide;
mod header;
mod list;
mod measure;
mod name;
mod note;
mod sheet;
mod style;
mod units;

pub use units::{Known, known_units};

use crate::fact::schema::TableId;
use crate::locale::Locale;
use crate::rule::RuleSet;
use crate::text::Language;
use form::Form;
use list::Lists;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use std::io::{self, Write};
use style::Styles;

/// Which sheets and rows are wanted.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Tables; all that the rules of the round read, if none is named.
    pub tables: Vec<TableId>,
    /// Codes of units: only they and the units below them; all units, if none is named.
    pub units: Vec<String>,
}

/// A workbook to be filled in.
pub struct Template<'a> {
    rules: &'a RuleSet,
    forms: Vec<Form<'a>>,
}

/// A sheet of it, for those who are told of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sheet<'a> {
    /// The table.
    pub table: TableId,
    /// The sheet's name.
    pub name: &'a str,
    /// How many units stand in it, for tables that have an official list.
    pub units: Option<usize>,
}

impl<'a> Template<'a> {
    /// A sheet for each table that is wanted and takes data: some rule of the round reads it, and units of it are wanted.
    pub fn new(rules: &'a RuleSet, wanted: &Wanted) -> Self {
        let forms = form::forms(rules, wanted);
        Template { rules, forms }
    }

    /// Its sheets of data, in order.
    pub fn sheets(&self) -> impl Iterator<Item = Sheet<'_>> {
        self.forms.iter().map(|form| Sheet {
            table: form.table,
            name: &form.sheet,
            units: form.units.as_ref().map(Vec::len),
        })
    }

    /// Writes the workbook; its guide and its notes are in that language.
    ///
    /// # Errors
    /// If it cannot be written, or holds more than a workbook can.
    pub fn write(&self, locale: &Locale, out: &mut dyn Write) -> io::Result<()> {
        let bytes = self.workbook(locale).map_err(io::Error::other)?;
        out.write_all(&bytes)
    }

    fn workbook(&self, locale: &Locale) -> Result<Vec<u8>, XlsxError> {
        // Those who fill it in read Vietnamese, whoever looks at the guide.
        let words = Locale::new(Language::Vietnamese);
        let styles = Styles::new(&words);
        let mut lists = Lists::new(name::of_no_table(
            words.label("template-lists-sheet"),
            &self.rules.schema,
        ));
        let mut workbook = Workbook::new();
        workbook.set_properties(&self.properties()?);
        guide::draw(
            workbook.add_worksheet(),
            self.rules,
            &self.forms,
            &styles,
            locale,
        )?;
        for form in &self.forms {
            let drawing = sheet::Drawing {
                rules: self.rules,
                form,
                forms: &self.forms,
                styles: &styles,
                locale,
                words: &words,
            };
            drawing.draw(workbook.add_worksheet(), &mut lists)?;
        }
        if !lists.is_empty() {
            lists.draw(workbook.add_worksheet())?;
        }
        workbook.save_to_buffer()
    }

    /// Dated by the day of judgement, so that the same rules give the same bytes.
    fn properties(&self) -> Result<DocProperties, XlsxError> {
        let day = excel_day(self.rules.as_of)?;
        let title = self.rules.title.get(Language::Vietnamese);
        Ok(DocProperties::new()
            .set_title(title)
            .set_creation_datetime(&day))
    }
}

/// A day as workbooks store it.
fn excel_day(day: chrono::NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    use chrono::Datelike;
    let part = |part: u32| u8::try_from(part).unwrap_or(1);
    let year = u16::try_from(day.year()).unwrap_or(1900);
    ExcelDateTime::from_ymd(year, part(day.month()), part(day.day()))
}
