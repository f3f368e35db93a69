//! How cells look, and which of them can be typed into.
//!
//! In: the language of the cells. Out: formats. Must not know: what stands in the cells.

use crate::fact::schema::ColumnType;
use crate::locale::Locale;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

const SIZE: u8 = 11;
const TITLE_SIZE: u8 = 15;
const LINES: Color = Color::RGB(0x00A6_A6A6);
const GREY_TEXT: Color = Color::RGB(0x0059_5959);
const FIXED: Color = Color::RGB(0x00F2_F2F2);
const LABELS: Color = Color::RGB(0x00D9_E2F3);
const ASKED: Color = Color::RGB(0x00E2_EFDA);
const OPTIONAL: Color = Color::RGB(0x00FF_F2CC);

/// The formats of a workbook.
pub(super) struct Styles {
    /// Headers over what a row is about, what must be filled in, what may be.
    pub(super) label: Format,
    pub(super) asked: Format,
    pub(super) optional: Format,
    /// The two parts of a header.
    pub(super) usual: Format,
    pub(super) other: Format,
    /// What stands there already.
    pub(super) fixed: Format,
    /// Cells to type into, by what they hold.
    any: Format,
    code: Format,
    whole: Format,
    number: Format,
    percent: Format,
    date: Format,
    year: Format,
    word: Format,
    /// The guide's own.
    pub(super) title: Format,
    pub(super) heading: Format,
    pub(super) name: Format,
    pub(super) text: Format,
}

impl Styles {
    pub(super) fn new(words: &Locale) -> Self {
        let name = words.label("template-font");
        let font = || {
            Format::new()
                .set_font_name(&name)
                .set_font_size(SIZE)
                .set_align(FormatAlign::VerticalCenter)
        };
        let boxed = || {
            font()
                .set_border(FormatBorder::Thin)
                .set_border_color(LINES)
        };
        let header = |color| {
            boxed()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Center)
                .set_background_color(color)
        };
        let entry = |pattern: &str| boxed().set_num_format(pattern).set_unlocked();
        let centred = |pattern: &str| entry(pattern).set_align(FormatAlign::Center);
        Styles {
            label: header(LABELS),
            asked: header(ASKED),
            optional: header(OPTIONAL),
            usual: font().set_bold(),
            other: font().set_italic().set_font_color(GREY_TEXT),
            fixed: boxed().set_num_format("@").set_background_color(FIXED),
            any: entry("General").set_text_wrap(),
            code: entry("@"),
            whole: entry("#,##0"),
            number: entry("General"),
            percent: entry("General"),
            date: centred("dd/mm/yyyy"),
            year: centred("0"),
            word: centred("General").set_text_wrap(),
            title: font().set_bold().set_font_size(TITLE_SIZE),
            heading: font().set_bold().set_background_color(LABELS),
            name: font().set_bold().set_align(FormatAlign::Top),
            text: font()
                .set_text_wrap()
                .set_align(FormatAlign::Top)
                .set_align(FormatAlign::Left)
                .set_indent(1),
        }
    }

    /// Cells to type into.
    pub(super) fn entry(&self, kind: &ColumnType) -> &Format {
        match kind {
            ColumnType::Code { .. } => &self.code,
            ColumnType::Text => &self.any,
            ColumnType::Number { whole: true, .. } | ColumnType::Money { .. } => &self.whole,
            ColumnType::Number { whole: false, .. } => &self.number,
            ColumnType::Percent => &self.percent,
            ColumnType::YesNo | ColumnType::Level(_) | ColumnType::Choice(_) => &self.word,
            ColumnType::Date => &self.date,
            ColumnType::Year => &self.year,
        }
    }
}

/// How many characters wide a column is at least.
pub(super) fn least_width(kind: &ColumnType) -> usize {
    match kind {
        ColumnType::Code { .. } => 12,
        ColumnType::Text => 26,
        ColumnType::Number { .. } | ColumnType::Percent | ColumnType::Year => 10,
        ColumnType::Money { .. } => 18,
        ColumnType::YesNo => 14,
        ColumnType::Date => 13,
        ColumnType::Level(_) | ColumnType::Choice(_) => 16,
    }
}
