//! Workbooks of Excel 5 and 95 (`.xls`): a `Book` stream of BIFF5 records, whose texts are bytes of a code page.
//!
//! In: a code page, and texts by row and column as bytes of it. Out: records, the stream, or the whole file.

use super::compound;
use super::xls::{Record, kind};

/// The stream's name in the compound file.
pub(crate) const STREAM: &str = "Book";
const BIFF_5: u16 = 0x500;
const WHOLE: u16 = 5;
const WORKSHEET: u16 = 0x10;
/// What the one sheet is called.
pub(crate) const SHEET: &str = "xa";

/// The whole file: one sheet.
pub(crate) fn workbook(code_page: u16, texts: &[(u16, u16, &[u8])]) -> Vec<u8> {
    let cells: Vec<Record> = texts
        .iter()
        .map(|(row, column, text)| label(*row, *column, text))
        .collect();
    in_container(&stream(code_page, &cells))
}

/// A compound file around a `Book` stream.
pub(crate) fn in_container(stream: &[u8]) -> Vec<u8> {
    compound::file(&[(STREAM, stream)])
}

/// The stream: what holds for all sheets, then the one sheet with those records.
pub(crate) fn stream(code_page: u16, cells: &[Record]) -> Vec<u8> {
    let before = [
        begin(WHOLE),
        Record::new(kind::CODE_PAGE, code_page.to_le_bytes()),
        font("Arial"),
    ];
    let mut stream: Vec<u8> = before.iter().flat_map(Record::bytes).collect();
    let end = Record::new(kind::EOF, []).bytes();
    let listed = |start: u32| {
        let mut data = start.to_le_bytes().to_vec();
        data.extend([0, 0, u8::try_from(SHEET.len()).expect("a short name")]);
        data.extend(SHEET.bytes());
        Record::new(kind::SHEET, data).bytes()
    };
    let start = stream.len() + listed(0).len() + end.len();
    stream.extend(listed(u32::try_from(start).expect("a small file")));
    stream.extend(&end);
    stream.extend(begin(WORKSHEET).bytes());
    stream.extend(cells.iter().flat_map(Record::bytes));
    stream.extend(&end);
    stream
}

/// A cell of text.
pub(crate) fn label(row: u16, column: u16, text: &[u8]) -> Record {
    let length = u16::try_from(text.len()).expect("a short text");
    let mut data: Vec<u8> = [row, column, 0, length]
        .into_iter()
        .flat_map(u16::to_le_bytes)
        .collect();
    data.extend(text);
    Record::new(kind::LABEL_CELL, data)
}

fn font(name: &str) -> Record {
    let mut data: Vec<u8> = [200_u16, 0, 0x7fff, 400, 0, 0, 0]
        .into_iter()
        .flat_map(u16::to_le_bytes)
        .collect();
    data.push(u8::try_from(name.len()).expect("a short name"));
    data.extend(name.bytes());
    Record::new(kind::FONT, data)
}

fn begin(what: u16) -> Record {
    let words = [BIFF_5, what, 0x0dbb, 0x07cc];
    let data: Vec<u8> = words.into_iter().flat_map(u16::to_le_bytes).collect();
    Record::new(kind::BOF, data)
}
