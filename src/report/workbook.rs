//! The Excel report: what the Board signs, what a clerk filters, what a desk checks. One file in this folder a sheet.
//!
//! In: what is told of the report. Out: the bytes of an `.xlsx` that are the same for the same report. Must not know: how anything was
//! read or judged.

mod charts;
mod checks;
mod deadlines;
mod findings;
mod inputs;
mod names;
mod nominations;
mod page;
mod styles;
mod subjects;
mod summary;
mod targets;

use super::arithmetic::Line;
use super::own::CATEGORY;
use super::telling::Teller;
use super::{Paper, Report};
use crate::locale::Locale;
use crate::text::shortened;
use names::Names;
use page::{Drawn, Foot, Page, inert};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use std::io::{self, Write};
use styles::Styles;

/// Writes the workbook.
pub(super) fn write(
    report: &Report<'_>,
    locale: &Locale,
    _: &Paper,
    out: &mut dyn Write,
) -> io::Result<()> {
    let bytes = drawn(report, locale).map_err(io::Error::other)?;
    out.write_all(&bytes)
}

fn drawn(report: &Report<'_>, locale: &Locale) -> Result<Vec<u8>, XlsxError> {
    let mut book = Book {
        teller: Teller::whole(report, locale),
        styles: Styles::new(locale),
        names: Names::default(),
        workbook: Workbook::new(),
    };
    book.workbook.set_properties(&book.properties()?);
    let normal = &book.styles.normal;
    book.workbook
        .set_default_format(normal, ROW_PIXELS, COLUMN_PIXELS)?;
    book.summary()?;
    book.nominations()?;
    book.subjects()?;
    let charts = book.targets()?;
    book.charts(charts)?;
    book.deadlines()?;
    book.checks()?;
    book.findings()?;
    book.inputs()?;
    book.workbook.save_to_buffer()
}

/// The workbook that is being made.
struct Book<'a> {
    teller: Teller<'a>,
    styles: Styles,
    names: Names,
    workbook: Workbook,
}

impl<'a> Book<'a> {
    fn report(&self) -> &'a Report<'a> {
        self.teller.report
    }

    fn label(&self, key: &str) -> String {
        self.teller.locale.label(key)
    }

    fn label_with(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        self.teller.label(key, arguments)
    }

    /// A new sheet with that name, or one like it.
    fn page(&mut self, name: &str) -> Result<Page, XlsxError> {
        let name = self.names.unique(name);
        let foot = Foot {
            text: self.teller.head().line,
            pages: self.label("workbook-page"),
            font: self.label("workbook-font"),
        };
        Page::new(&name, &foot)
    }

    /// Puts the finished sheet into the workbook.
    fn add(&mut self, page: Page) {
        self.workbook.push_worksheet(page.sheet);
    }

    /// Lays rows out under a heading that stays in sight and can be filtered; on further sheets where one has not the room.
    fn list<Row>(
        &mut self,
        list: &List<'_>,
        rows: &[Row],
        draw: impl Fn(&Styles, &mut Page, &Row) -> Drawn,
    ) -> Drawn {
        let most = MOST_ROWS - usize::try_from(list.heading_row()).unwrap_or(0) - 1;
        for part in parts(rows, most) {
            let mut page = self.page(&list.name)?;
            page.heading(list, &self.styles)?;
            for row in part {
                draw(&self.styles, &mut page, row)?;
                page.end_row()?;
            }
            page.finish_list(list)?;
            self.add(page);
        }
        Ok(())
    }

    fn properties(&self) -> Result<DocProperties, XlsxError> {
        let rules = self.report().rules;
        let head = self.teller.head();
        let made = page::day(rules.as_of).unwrap_or(ExcelDateTime::from_ymd(2000, 1, 1)?);
        Ok(DocProperties::new()
            .set_title(shortened(&inert(&head.title), MOST_OF_A_PROPERTY))
            .set_subject(shortened(&inert(&head.round), MOST_OF_A_PROPERTY))
            .set_author(env!("CARGO_PKG_NAME"))
            .set_category(CATEGORY)
            .set_creation_datetime(&made))
    }
}

/// The arithmetic, each line with the cells behind it.
fn written(lines: &[Line]) -> String {
    let texts = lines
        .iter()
        .flat_map(|line| [&line.text].into_iter().chain(&line.sources));
    texts.map(String::as_str).collect::<Vec<_>>().join("\n")
}

/// Pixels of an empty row, and of a column that nobody made wider.
const ROW_PIXELS: u32 = 20;
const COLUMN_PIXELS: u32 = 64;

/// Characters of a property: so many Excel shows.
const MOST_OF_A_PROPERTY: usize = 255;

/// Rows of a sheet.
const MOST_ROWS: usize = 1_048_576;

/// At most so many at a time; one part even where there is nothing.
fn parts<T>(rows: &[T], most: usize) -> impl Iterator<Item = &[T]> {
    let empty = rows.is_empty().then_some(rows);
    empty.into_iter().chain(rows.chunks(most.max(1)))
}

/// A sheet that is one long list.
struct List<'a> {
    name: String,
    /// The first row.
    title: String,
    /// What is said under it.
    remarks: Vec<String>,
    columns: Vec<Column<'a>>,
    /// How many columns stay in sight.
    frozen: u16,
}

/// A column of a list.
struct Column<'a> {
    heading: String,
    /// What stands in a note on the heading.
    note: Option<&'a str>,
    /// In characters.
    width: u16,
}

impl<'a> Column<'a> {
    fn new(heading: String, width: u16) -> Column<'a> {
        Column {
            heading,
            note: None,
            width,
        }
    }
}

impl List<'_> {
    fn heading_row(&self) -> u32 {
        1 + u32::try_from(self.remarks.len()).unwrap_or(0)
    }

    fn last_column(&self) -> u16 {
        u16::try_from(self.columns.len().saturating_sub(1)).unwrap_or(u16::MAX)
    }
}
