//! The sheet that lists the findings, as a part of a workbook.
//!
//! In: what it says, and the numbers of its styles. Out: XML. Must not know: where findings come from.

use super::listing::Listing;
use super::notes::cut;
use super::styles::ListStyles;
use super::xml::{escaped, escaped_cell};
use crate::diagnostic::Severity;
use crate::place::ColumnLetters;
use crate::table::OWN_KEPT_COLUMN;
use std::fmt::Write as _;

/// More links on one sheet than Excel keeps.
const MOST_LINKS: usize = 65_530;
/// Widths of the columns, in letters.
const WIDTHS: [u32; Listing::COLUMNS] = [6, 24, 12, 20, 60, 60, 22];
const LINK_COLUMN: usize = 1;
const SEVERITY_COLUMN: usize = 2;
/// The longest text of a cell, less what escapes may add.
const LONGEST: usize = 32_000;

/// The part. `kept` are texts for the unseen column.
pub(super) fn sheet(
    listing: &Listing,
    styles: &ListStyles,
    namespace: &str,
    kept: &[String],
) -> String {
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"{namespace}\">\
         <sheetPr><tabColor rgb=\"FFC00000\"/><pageSetUpPr fitToPage=\"1\"/></sheetPr>"
    );
    let head = listing.head.len() + 2;
    let _ = write!(
        out,
        "<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"{head}\" topLeftCell=\"A{}\" activePane=\"bottomLeft\" \
         state=\"frozen\"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>",
        head + 1
    );
    for (number, width) in (1..).zip(WIDTHS) {
        let _ = write!(
            out,
            "<col min=\"{number}\" max=\"{number}\" width=\"{width}\" customWidth=\"1\"/>"
        );
    }
    let hidden = OWN_KEPT_COLUMN + 1;
    let _ = write!(
        out,
        "<col min=\"{hidden}\" max=\"{hidden}\" width=\"9\" hidden=\"1\" customWidth=\"1\"/></cols><sheetData>"
    );
    let links = rows(&mut out, listing, styles, kept);
    out.push_str("</sheetData>");
    if !links.is_empty() {
        let _ = write!(out, "<hyperlinks>{links}</hyperlinks>");
    }
    out.push_str(
        "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.5\" header=\"0.3\" footer=\"0.3\"/>\
         <pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>",
    );
    out
}

/// Rows being written.
struct Writer<'a> {
    out: &'a mut String,
    styles: &'a ListStyles,
    number: usize,
    kept: std::slice::Iter<'a, String>,
}

impl Writer<'_> {
    fn row(&mut self, cells: &[(u32, &str)]) {
        self.number += 1;
        let _ = write!(self.out, "<row r=\"{}\"{}>", self.number, height(cells));
        for (column, (style, text)) in (0..).zip(cells) {
            self.cell(column, *style, text);
        }
        if let Some(text) = self.kept.next() {
            self.cell(OWN_KEPT_COLUMN, self.styles.small, text);
        }
        self.out.push_str("</row>");
    }

    fn cell(&mut self, column: u32, style: u32, text: &str) {
        let (place, text) = (ColumnLetters(column), escaped_cell(&cut(text, LONGEST)));
        let _ = write!(
            self.out,
            "<c r=\"{place}{}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>",
            self.number
        );
    }
}

/// How high a row is, where its texts take several lines: not every program finds that by itself.
fn height(cells: &[(u32, &str)]) -> String {
    const LINE: usize = 15;
    const HIGHEST: usize = 405;
    let wraps = cells.len() == Listing::COLUMNS;
    let lines = |((_, text), width): (&(u32, &str), u32)| {
        let width = usize::try_from(width).unwrap_or(1);
        let of_line = |line: &str| line.chars().count().div_ceil(width).max(1);
        text.lines().map(of_line).sum::<usize>()
    };
    let most = cells.iter().zip(WIDTHS).map(lines).max().unwrap_or(1);
    match wraps && most > 1 {
        true => format!(" ht=\"{}\" customHeight=\"1\"", (most * LINE).min(HIGHEST)),
        false => String::new(),
    }
}

/// Writes the rows; gives the links.
fn rows(out: &mut String, listing: &Listing, styles: &ListStyles, kept: &[String]) -> String {
    let mut writer = Writer {
        out,
        styles,
        number: 0,
        kept: kept.iter(),
    };
    writer.row(&[(styles.small, listing.marker)]);
    for (at, line) in listing.head.iter().enumerate() {
        let style = if at == 0 { styles.title } else { styles.plain };
        writer.row(&[(style, line)]);
    }
    writer.row(
        &listing
            .columns
            .each_ref()
            .map(|text| (styles.head, text.as_str())),
    );
    let (mut links, mut linked) = (String::new(), 0);
    for one in &listing.rows {
        let link = one.link.as_ref().filter(|_| linked < MOST_LINKS);
        let mut cells = one
            .cells
            .each_ref()
            .map(|text| (styles.wrapped, text.as_str()));
        if let Some((style, _)) = cells.get_mut(SEVERITY_COLUMN) {
            *style = match one.severity {
                Severity::Error => styles.error,
                Severity::Warning | Severity::Note => styles.warning,
            };
        }
        if let Some((style, _)) = cells.get_mut(LINK_COLUMN).filter(|_| link.is_some()) {
            *style = styles.link;
        }
        writer.row(&cells);
        if let Some(link) = link {
            linked += 1;
            let place = ColumnLetters(u32::try_from(LINK_COLUMN).unwrap_or(0));
            let _ = write!(
                links,
                "<hyperlink ref=\"{place}{}\" location=\"{}\"/>",
                writer.number,
                escaped(link),
            );
        }
    }
    for line in &listing.foot {
        writer.row(&[(styles.plain, line)]);
    }
    while writer.kept.len() > 0 {
        writer.row(&[]);
    }
    links
}
