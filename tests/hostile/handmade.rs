//! The smallest `.xlsx` written by hand, so that each of its parts can be wrong.
//!
//! In: XML. Out: entries of a zip, or the zipped whole.

use crate::office::zipped::{Entry, zipped};

pub(crate) const SHEET: &str = "xl/worksheets/sheet1.xml";
pub(crate) const TEXTS: &str = "xl/sharedStrings.xml";
pub(crate) const BOOK: &str = "xl/workbook.xml";
pub(crate) const RELATIONS: &str = "xl/_rels/workbook.xml.rels";
/// A worksheet's one cell.
pub(crate) const CELL: &str = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";

/// What is zipped, in order, around the rows of one worksheet.
pub(crate) fn parts(rows: &str) -> Vec<Entry> {
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let related = |kind: &str, target: &str| {
        format!(
            "<Relationships xmlns=\"{package}\"><Relationship Id=\"a\" Type=\"{relations}/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    vec![
        Entry::packed("_rels/.rels", related("officeDocument", BOOK)),
        Entry::packed(
            BOOK,
            "<workbook><sheets><sheet name=\"xa\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>",
        ),
        Entry::packed(RELATIONS, related("worksheet", "worksheets/sheet1.xml")),
        Entry::packed(
            SHEET,
            format!("<worksheet><sheetData>{rows}</sheetData></worksheet>"),
        ),
    ]
}

/// The workbook of those rows.
pub(crate) fn rows(rows: &str) -> Vec<u8> {
    zipped(&parts(rows))
}

/// The entries with one of that name put in, instead of its namesake if there is one.
pub(crate) fn with(mut entries: Vec<Entry>, name: &str, bytes: impl Into<Vec<u8>>) -> Vec<Entry> {
    let new = Entry::packed(name, bytes);
    match entries.iter_mut().find(|entry| entry.name == name) {
        Some(old) => *old = new,
        None => entries.push(new),
    }
    entries
}

/// The workbook of one cell with one part changed.
pub(crate) fn part(name: &str, bytes: impl Into<Vec<u8>>) -> Vec<u8> {
    zipped(&with(parts(CELL), name, bytes))
}

/// The workbook whose worksheet is that XML.
pub(crate) fn sheet(xml: impl Into<Vec<u8>>) -> Vec<u8> {
    part(SHEET, xml)
}

/// The workbook of those rows and that table of texts.
pub(crate) fn texts(rows: &str, xml: &str) -> Vec<u8> {
    zipped(&with(parts(rows), TEXTS, xml))
}

/// The workbook of those rows, which need be no text.
pub(crate) fn rows_of_bytes(rows: &[u8]) -> Vec<u8> {
    let (before, after) = (b"<worksheet><sheetData>", b"</sheetData></worksheet>");
    sheet([&before[..], rows, after].concat())
}
