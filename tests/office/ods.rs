//! OpenDocument spreadsheets (`.ods`): a zip around `content.xml`.
//!
//! In: sheets. Out: the entries of the zip, or the zipped whole. Written as LibreOffice writes them: typed values beside the text
//! that is shown, runs of empty cells as one, merged cells with their covered ones, errors as formulas.

use super::zipped::{Entry, zipped};
use super::{Cell, Sheet};
use std::fmt::Write as _;

/// The kind that `mimetype` names.
pub(crate) const KIND: &str = "application/vnd.oasis.opendocument.spreadsheet";

const OPENING: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
    <office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
    xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" \
    xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" \
    xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
    xmlns:of=\"urn:oasis:names:tc:opendocument:xmlns:of:1.2\" \
    xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\" \
    xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\" office:version=\"1.3\">\
    <office:automatic-styles>\
    <number:percentage-style style:name=\"N1\"><number:number number:decimal-places=\"2\" number:min-integer-digits=\"1\"/>\
    <number:text>%</number:text></number:percentage-style>\
    <number:date-style style:name=\"N2\"><number:day number:style=\"long\"/><number:text>/</number:text>\
    <number:month number:style=\"long\"/><number:text>/</number:text><number:year number:style=\"long\"/></number:date-style>\
    <style:style style:name=\"percent\" style:family=\"table-cell\" style:data-style-name=\"N1\"/>\
    <style:style style:name=\"day\" style:family=\"table-cell\" style:data-style-name=\"N2\"/>\
    <style:style style:name=\"hidden\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style>\
    </office:automatic-styles><office:body><office:spreadsheet>";
const CLOSING: &str = "</office:spreadsheet></office:body></office:document-content>";
const MANIFEST: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
    <manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.3\">\
    <manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"application/vnd.oasis.opendocument.spreadsheet\"/>\
    <manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>";

/// The whole file.
pub(crate) fn workbook(sheets: &[Sheet]) -> Vec<u8> {
    zipped(&entries(sheets))
}

/// What is zipped, in order.
pub(crate) fn entries(sheets: &[Sheet]) -> Vec<Entry> {
    vec![
        Entry::stored("mimetype", KIND),
        Entry::packed("META-INF/manifest.xml", MANIFEST),
        Entry::packed("content.xml", content(sheets)),
    ]
}

/// The part that holds the cells.
pub(crate) fn content(sheets: &[Sheet]) -> String {
    let tables: String = sheets.iter().map(table).collect();
    format!("{OPENING}{tables}{CLOSING}")
}

fn table(sheet: &Sheet) -> String {
    let style = match sheet.is_hidden {
        true => " table:style-name=\"hidden\"",
        false => "",
    };
    let mut xml = format!(
        "<table:table table:name=\"{}\"{style}><table:table-column table:number-columns-repeated=\"{}\"/>",
        escaped(&sheet.name),
        sheet.width().max(1)
    );
    let lines = sheet.merges.iter().map(|merge| merge.2 as usize + 1).max();
    for row in 0..lines.unwrap_or(0).max(sheet.rows.len()) {
        xml += "<table:table-row>";
        xml += &cells(sheet, row);
        xml += "</table:table-row>";
    }
    xml + "</table:table>"
}

fn cells(sheet: &Sheet, row: usize) -> String {
    let cells = sheet.rows.get(row).map(Vec::as_slice).unwrap_or_default();
    let reach = sheet.merges.iter().map(|merge| usize::from(merge.3) + 1);
    let (mut xml, mut blanks) = (String::new(), 0);
    for column in 0..reach.max().unwrap_or(0).max(cells.len()) {
        let cell = cells.get(column).unwrap_or(&Cell::Empty);
        let place = Place::of(sheet, row, column);
        if *cell == Cell::Empty && place == Place::Single {
            blanks += 1;
            continue;
        }
        xml += &blank(blanks);
        blanks = 0;
        let (element, spans) = place.written();
        let (attributes, shown) = content_of(cell);
        let _ = write!(xml, "<{element}{spans}{attributes}>{shown}</{element}>");
    }
    xml + &blank(blanks)
}

fn blank(count: usize) -> String {
    match count {
        0 => String::new(),
        1 => "<table:table-cell/>".to_owned(),
        count => format!("<table:table-cell table:number-columns-repeated=\"{count}\"/>"),
    }
}

/// Where a cell stands among merged ones.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Single,
    /// The first of a block of so many rows and columns.
    First(u32, u16),
    Covered,
}

impl Place {
    fn of(sheet: &Sheet, row: usize, column: usize) -> Place {
        for &(first_row, first_column, last_row, last_column) in &sheet.merges {
            let (rows, columns) = (first_row..=last_row, first_column..=last_column);
            let (row, column) = (row as u64, column as u64);
            if (row, column) == (first_row.into(), first_column.into()) {
                return Place::First(last_row - first_row + 1, last_column - first_column + 1);
            }
            let is_in_rows = rows.into_iter().any(|own| u64::from(own) == row);
            if is_in_rows && columns.into_iter().any(|own| u64::from(own) == column) {
                return Place::Covered;
            }
        }
        Place::Single
    }

    /// The element's name and the attributes that say how far it reaches.
    fn written(self) -> (&'static str, String) {
        match self {
            Place::Single => ("table:table-cell", String::new()),
            Place::First(rows, columns) => (
                "table:table-cell",
                format!(
                    " table:number-columns-spanned=\"{columns}\" table:number-rows-spanned=\"{rows}\""
                ),
            ),
            Place::Covered => ("table:covered-table-cell", String::new()),
        }
    }
}

/// A cell's attributes, and the paragraph that shows it.
fn content_of(cell: &Cell) -> (String, String) {
    let of_type = |kind: &str, value: &str, shown: &str| {
        (
            format!(" office:value-type=\"{kind}\"{value}"),
            paragraph(shown),
        )
    };
    match cell {
        Cell::Empty => (String::new(), String::new()),
        Cell::Text(text) => of_type("string", "", text),
        Cell::Number(value) => {
            let stored = format!(" office:value=\"{value}\"");
            of_type("float", &stored, &value.to_string())
        }
        Cell::Percent(value) => {
            let stored = format!(" table:style-name=\"percent\" office:value=\"{value}\"");
            of_type("percentage", &stored, &format!("{:.2}%", value * 100.0))
        }
        Cell::YesNo(flag) => {
            let stored = format!(" office:boolean-value=\"{flag}\"");
            of_type("boolean", &stored, &flag.to_string().to_uppercase())
        }
        Cell::Day(day) => {
            let stored = format!(" table:style-name=\"day\" office:date-value=\"{day}\"");
            of_type("date", &stored, &day.format("%d/%m/%Y").to_string())
        }
        Cell::Error(literal) => {
            let formula =
                " table:formula=\"of:=NA()\" office:string-value=\"\" calcext:value-type=\"error\"";
            of_type("string", formula, literal)
        }
    }
}

/// Runs of spaces are one space in XML, so all but the first of a run are elements; a line is a paragraph.
fn paragraph(text: &str) -> String {
    let lines = text.split('\n');
    lines
        .map(|line| format!("<text:p>{}</text:p>", spaced(&escaped(line))))
        .collect()
}

fn spaced(line: &str) -> String {
    let mut written = String::new();
    let mut after_space = true;
    for character in line.chars() {
        match character {
            ' ' if after_space => written += "<text:s/>",
            '\t' => written += "<text:tab/>",
            other => written.push(other),
        }
        after_space = character == ' ';
    }
    written
}

/// Text as XML holds it.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
