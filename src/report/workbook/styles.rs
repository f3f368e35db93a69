//! How cells look: fonts, borders, colours of verdicts, formats of numbers and days.
//!
//! In: what a cell holds. Out: its format. Must not know: sheets.

use crate::locale::Locale;
use crate::number::Number;
use crate::report::light::Light;
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

/// Decimals of a figure that few decimals do not show whole.
const USUAL_DECIMALS: u8 = 2;
/// The most decimals that are tried to show a figure whole.
const MOST_DECIMALS: u8 = 4;

/// The formats.
pub(super) struct Styles {
    /// Of cells that have no other.
    pub(super) normal: Format,
    /// Of a sheet's first row.
    pub(super) title: Format,
    /// Of a part of a sheet.
    pub(super) part: Format,
    /// Of running text.
    pub(super) text: Format,
    /// Of the sentence that sums up.
    pub(super) strong: Format,
    /// Of a table's heading.
    pub(super) heading: Format,
    /// Of a table's text.
    pub(super) cell: Format,
    /// Of a table's short text.
    pub(super) middle: Format,
    /// Of a row that heads others.
    pub(super) group: Format,
    pub(super) day: Format,
    /// Of a whole number.
    pub(super) count: Format,
    /// Of a total.
    pub(super) sum: Format,
    /// Of a year, which has no separator.
    pub(super) year: Format,
    /// Of a figure that is not there.
    pub(super) blank: Format,
    /// Of what is signed.
    pub(super) signed: Format,
    /// Of what stands under or over what is signed.
    pub(super) small: Format,
    /// Of a block in which nothing is wrapped but that is long, such as a hash.
    pub(super) hash: Format,
    lights: Vec<(Light, Format)>,
}

/// What stands behind a light: the cell's colour, then its letters'. The sign says the same without colour.
const COLOURS: [(Light, u32, u32); 6] = [
    (Light::Good, 0xE2_EFDA, 0x37_5623),
    (Light::Bad, 0xF8_CBCB, 0x9C_0006),
    (Light::Open, 0xFF_F2CC, 0x7F_6000),
    (Light::Coming, 0xDD_EBF7, 0x1F_4E78),
    (Light::Attention, 0xFC_E4D6, 0x83_3C0B),
    (Light::Quiet, 0xF2_F2F2, 0x59_5959),
];

impl Styles {
    pub(super) fn new(locale: &Locale) -> Styles {
        let normal = Format::new()
            .set_font_name(locale.label("workbook-font"))
            .set_font_size(11);
        let plain = normal.clone().set_align(FormatAlign::Top);
        let wrapped = plain.clone().set_text_wrap();
        let cell = wrapped
            .clone()
            .set_border(FormatBorder::Thin)
            .set_border_color(0x80_8080);
        let middle = cell.clone().set_align(FormatAlign::Center);
        let heading = middle
            .clone()
            .set_bold()
            .set_align(FormatAlign::VerticalCenter)
            .set_background_color(0xD9_E1F2);
        let group = cell.clone().set_bold().set_background_color(0xED_EDED);
        let light = |(light, ground, letters): (Light, u32, u32)| {
            let format = middle
                .clone()
                .set_background_color(ground)
                .set_font_color(letters);
            (light, format)
        };
        let count = cell.clone().set_num_format(WHOLE);
        Styles {
            normal,
            title: plain.clone().set_bold().set_font_size(14),
            part: plain
                .clone()
                .set_bold()
                .set_font_size(12)
                .set_font_color(0x1F_3864)
                .set_align(FormatAlign::Bottom),
            strong: wrapped.clone().set_bold(),
            text: wrapped.clone(),
            day: middle.clone().set_num_format("dd/mm/yyyy"),
            sum: count.clone().set_bold().set_background_color(0xED_EDED),
            year: middle.clone().set_num_format("0"),
            blank: cell.clone().set_background_color(0xF2_F2F2),
            signed: wrapped.clone().set_bold().set_align(FormatAlign::Center),
            small: wrapped.set_italic().set_align(FormatAlign::Center),
            hash: cell.clone().set_font_size(8),
            lights: COLOURS.map(light).to_vec(),
            count,
            group,
            heading,
            middle,
            cell,
        }
    }

    /// The format of a cell with that light.
    pub(super) fn light(&self, light: Light) -> &Format {
        let found = self.lights.iter().find(|(known, _)| *known == light);
        found.map_or(&self.middle, |(_, format)| format)
    }

    /// The same for a longer text.
    pub(super) fn light_text(&self, light: Light) -> Format {
        self.light(light)
            .clone()
            .set_align(FormatAlign::Left)
            .set_indent(1)
    }

    /// The format of a figure: as many decimals as show it whole, if few do.
    pub(super) fn figure(&self, number: &Number, is_share: bool) -> Format {
        self.cell
            .clone()
            .set_num_format(figure_format(number, is_share))
    }
}

const WHOLE: &str = "#,##0";

/// The number format of a figure.
pub(super) fn figure_format(number: &Number, is_share: bool) -> String {
    let factor = Number::from(if is_share { 100 } else { 1 });
    let printed = number * &factor;
    let most = if is_share {
        USUAL_DECIMALS
    } else {
        MOST_DECIMALS
    };
    let whole = (0..=most).find(|digits| printed.round(*digits) == printed);
    let decimals = usize::from(whole.unwrap_or(USUAL_DECIMALS));
    let point = if decimals > 0 { "." } else { "" };
    let sign = if is_share { "%" } else { "" };
    format!("{WHOLE}{point}{}{sign}", "0".repeat(decimals))
}
