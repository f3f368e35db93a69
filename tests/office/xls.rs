//! Workbooks of Excel 97–2003 (`.xls`): a stream of BIFF8 records in a compound file (\[MS-XLS\]).
//!
//! In: sheets. Out: a [`Book`] of records that a test may change, its `Workbook` stream, or the whole file.

use super::{Cell, Sheet, compound, serial};
use std::collections::HashMap;

/// The stream's name in the compound file.
pub(crate) const STREAM: &str = "Workbook";

/// A record: its number and what it holds.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Record {
    pub(crate) kind: u16,
    pub(crate) data: Vec<u8>,
}

/// The records of a workbook: those of the whole, then sheet by sheet.
#[derive(Clone, Debug)]
pub(crate) struct Book {
    /// Up to where the list of sheets stands.
    pub(crate) before_list: Vec<Record>,
    /// One a sheet. `None` for where it begins: the stream knows.
    pub(crate) list: Vec<Listed>,
    /// From the list of sheets on: texts.
    pub(crate) after_list: Vec<Record>,
    pub(crate) sheets: Vec<Vec<Record>>,
}

/// A sheet as the list of sheets has it.
#[derive(Clone, Debug)]
pub(crate) struct Listed {
    pub(crate) name: String,
    /// 0 visible, 1 hidden, 2 very hidden.
    pub(crate) state: u8,
    /// Where it begins in the stream, if not where it does.
    pub(crate) begins_at: Option<u32>,
}

/// Numbers of records.
pub(crate) mod kind {
    pub(crate) const BOF: u16 = 0x809;
    pub(crate) const EOF: u16 = 0x0a;
    pub(crate) const CODE_PAGE: u16 = 0x42;
    pub(crate) const WINDOW: u16 = 0x3d;
    pub(crate) const DATE_MODE: u16 = 0x22;
    pub(crate) const FONT: u16 = 0x31;
    pub(crate) const FORMAT: u16 = 0x41e;
    pub(crate) const CELL_FORMAT: u16 = 0xe0;
    pub(crate) const STYLE: u16 = 0x293;
    pub(crate) const SHEET: u16 = 0x85;
    pub(crate) const TEXTS: u16 = 0xfc;
    pub(crate) const CONTINUE: u16 = 0x3c;
    pub(crate) const DIMENSIONS: u16 = 0x200;
    pub(crate) const SHEET_WINDOW: u16 = 0x23e;
    pub(crate) const MERGED: u16 = 0xe5;
    pub(crate) const TEXT_CELL: u16 = 0xfd;
    pub(crate) const LABEL_CELL: u16 = 0x204;
    pub(crate) const NUMBER_CELL: u16 = 0x203;
    pub(crate) const SHORT_NUMBER_CELL: u16 = 0x27e;
    pub(crate) const FLAG_CELL: u16 = 0x205;
}

/// What a record holds at most.
const LARGEST: usize = 8_224;
/// Cell formats: 15 of styles, then those of cells.
const PLAIN: u16 = 15;
const PERCENT: u16 = 16;
const DAY: u16 = 17;
/// Number formats: built in, and the first of one's own.
const GENERAL: u16 = 0;
const PERCENT_FORMAT: u16 = 10;
const DAY_FORMAT: u16 = 164;

/// The whole file.
pub(crate) fn workbook(sheets: &[Sheet]) -> Vec<u8> {
    in_container(&stream(sheets))
}

/// A compound file around a `Workbook` stream.
pub(crate) fn in_container(stream: &[u8]) -> Vec<u8> {
    compound::file(&[(STREAM, stream)])
}

/// The `Workbook` stream.
pub(crate) fn stream(sheets: &[Sheet]) -> Vec<u8> {
    Book::of(sheets).stream()
}

impl Record {
    pub(crate) fn new(kind: u16, data: impl Into<Vec<u8>>) -> Record {
        Record {
            kind,
            data: data.into(),
        }
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        let length = u16::try_from(self.data.len()).expect("a record's length");
        let mut bytes = self.kind.to_le_bytes().to_vec();
        bytes.extend(length.to_le_bytes());
        bytes.extend_from_slice(&self.data);
        bytes
    }
}

impl Book {
    pub(crate) fn of(sheets: &[Sheet]) -> Book {
        let mut texts = Texts::default();
        let records = sheets.iter().map(|sheet| sheet_records(sheet, &mut texts));
        let sheets_records = records.collect();
        let listed = sheets.iter().map(|sheet| Listed {
            name: sheet.name.clone(),
            state: sheet.is_hidden.into(),
            begins_at: None,
        });
        let mut after_list = texts.records();
        after_list.push(Record::new(kind::EOF, []));
        Book {
            before_list: opening(),
            list: listed.collect(),
            after_list,
            sheets: sheets_records,
        }
    }

    /// One record after the other; the list of sheets says where each begins.
    pub(crate) fn stream(&self) -> Vec<u8> {
        let written =
            |records: &[Record]| -> Vec<u8> { records.iter().flat_map(Record::bytes).collect() };
        let mut stream = written(&self.before_list);
        let after = written(&self.after_list);
        let sheets: Vec<Vec<u8>> = self.sheets.iter().map(|sheet| written(sheet)).collect();
        let list_length: usize = self.list.iter().map(|listed| listed.bytes(0).len()).sum();
        let mut begins_at = stream.len() + list_length + after.len();
        for (at, listed) in self.list.iter().enumerate() {
            stream.extend(listed.bytes(u32::try_from(begins_at).expect("a small file")));
            begins_at += sheets.get(at).map_or(0, Vec::len);
        }
        stream.extend(after);
        stream.extend(sheets.concat());
        stream
    }
}

impl Listed {
    fn bytes(&self, begins_at: u32) -> Vec<u8> {
        const WORKSHEET: u8 = 0;
        let mut data = self.begins_at.unwrap_or(begins_at).to_le_bytes().to_vec();
        data.extend([self.state, WORKSHEET]);
        data.push(u8::try_from(self.name.encode_utf16().count()).expect("a short name"));
        data.extend(characters(&self.name));
        Record::new(kind::SHEET, data).bytes()
    }
}

fn opening() -> Vec<Record> {
    const WHOLE: u16 = 5;
    const UTF_16: u16 = 1_200;
    let mut records = vec![
        begin(WHOLE),
        Record::new(kind::CODE_PAGE, UTF_16.to_le_bytes()),
        // Place and size of the window, what it shows, the active sheet, how many are chosen, how wide their tabs are.
        words(kind::WINDOW, &[0, 0, 0x4000, 0x2000, 0x38, 0, 0, 1, 600]),
        words(kind::DATE_MODE, &[0]),
    ];
    // Fonts are counted without a number 4.
    records.extend((0..4).map(|_| font()));
    let mut day = DAY_FORMAT.to_le_bytes().to_vec();
    day.extend(long_text("dd/mm/yyyy"));
    records.push(Record::new(kind::FORMAT, day));
    const OF_A_STYLE: u16 = 0xfff5;
    const OF_A_CELL: u16 = 0x0001;
    records.extend((0..PLAIN).map(|_| cell_format(GENERAL, OF_A_STYLE)));
    records.extend([GENERAL, PERCENT_FORMAT, DAY_FORMAT].map(|own| cell_format(own, OF_A_CELL)));
    // The style `Normal` is the first cell format's.
    records.push(Record::new(kind::STYLE, [0, 0x80, 0, 0xff]));
    records
}

fn font() -> Record {
    // 10 points, nothing special, automatic colour, 400 of 1,000 bold.
    let mut data: Vec<u8> = [200_u16, 0, 0x7fff, 400, 0, 0, 0]
        .into_iter()
        .flat_map(u16::to_le_bytes)
        .collect();
    let name = "Arial";
    data.push(u8::try_from(name.len()).expect("a short name"));
    data.extend(characters(name));
    Record::new(kind::FONT, data)
}

fn cell_format(number_format: u16, parent: u16) -> Record {
    // Left at the bottom, no lines, no fill.
    words(
        kind::CELL_FORMAT,
        &[0, number_format, parent, 0x20, 0, 0, 0, 0, 0, 0x20c0],
    )
}

fn sheet_records(sheet: &Sheet, texts: &mut Texts) -> Vec<Record> {
    const WORKSHEET: u16 = 0x10;
    let (rows, columns) = (sheet.rows.len(), sheet.width());
    let mut dimensions = 0_u32.to_le_bytes().to_vec();
    dimensions.extend(u32::try_from(rows).expect("few rows").to_le_bytes());
    dimensions.extend(0_u16.to_le_bytes());
    dimensions.extend(u16::try_from(columns).expect("few columns").to_le_bytes());
    dimensions.extend(0_u16.to_le_bytes());
    let mut records = vec![begin(WORKSHEET), Record::new(kind::DIMENSIONS, dimensions)];
    for (row, cells) in (0_u16..).zip(&sheet.rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            records.extend(cell_record(row, column, cell, texts));
        }
    }
    // What it shows, the first row and column, the colour of lines, magnifications.
    records.push(words(kind::SHEET_WINDOW, &[0x6b6, 0, 0, 64, 0, 0, 0, 0, 0]));
    if !sheet.merges.is_empty() {
        let mut data = vec![u16::try_from(sheet.merges.len()).expect("few blocks")];
        for &(first_row, first_column, last_row, last_column) in &sheet.merges {
            let [first_row, last_row] =
                [first_row, last_row].map(|row| u16::try_from(row).expect("a row"));
            data.extend([first_row, last_row, first_column, last_column]);
        }
        records.push(words(kind::MERGED, &data));
    }
    records.push(Record::new(kind::EOF, []));
    records
}

fn cell_record(row: u16, column: u16, cell: &Cell, texts: &mut Texts) -> Option<Record> {
    let record = |kind: u16, format: u16, data: &[u8]| {
        let mut all: Vec<u8> = [row, column, format]
            .into_iter()
            .flat_map(u16::to_le_bytes)
            .collect();
        all.extend_from_slice(data);
        Some(Record::new(kind, all))
    };
    let number = |value: f64, format: u16| match short(value) {
        Some(packed) => record(kind::SHORT_NUMBER_CELL, format, &packed.to_le_bytes()),
        None => record(kind::NUMBER_CELL, format, &value.to_le_bytes()),
    };
    match cell {
        Cell::Empty => None,
        Cell::Text(text) => record(kind::TEXT_CELL, PLAIN, &texts.place(text).to_le_bytes()),
        Cell::Number(value) => number(*value, PLAIN),
        Cell::Percent(value) => number(*value, PERCENT),
        Cell::YesNo(flag) => record(kind::FLAG_CELL, PLAIN, &[u8::from(*flag), 0]),
        Cell::Day(day) => number(f64::from(serial(*day)), DAY),
        Cell::Error(literal) => record(kind::FLAG_CELL, PLAIN, &[error_code(literal), 1]),
    }
}

/// A number in 30 bits, where it has room there: a whole one, or hundredths.
fn short(value: f64) -> Option<u32> {
    const MOST: f64 = 536_870_912.0;
    const HUNDREDTHS: u32 = 1;
    const WHOLE: u32 = 2;
    #[expect(
        clippy::cast_possible_truncation,
        reason = "tried only where it is a whole number in range"
    )]
    let packed = |whole: f64| {
        let is_in_range = whole.fract() == 0.0 && whole.abs() < MOST;
        is_in_range.then(|| ((whole as i32) << 2).cast_unsigned())
    };
    if value.is_sign_negative() && value == 0.0 {
        return None;
    }
    let is_exact = |packed: &f64| packed / 100.0 == value;
    let hundredfold = Some((value * 100.0).round()).filter(is_exact);
    packed(value).map(|bits| bits | WHOLE).or_else(|| {
        hundredfold
            .and_then(packed)
            .map(|bits| bits | WHOLE | HUNDREDTHS)
    })
}

fn error_code(literal: &str) -> u8 {
    match literal {
        "#NULL!" => 0x00,
        "#DIV/0!" => 0x07,
        "#VALUE!" => 0x0f,
        "#REF!" => 0x17,
        "#NAME?" => 0x1d,
        "#NUM!" => 0x24,
        "#N/A" => 0x2a,
        _ => panic!("not an error of Excel 97: {literal}"),
    }
}

/// The texts of all sheets, each once.
#[derive(Default)]
struct Texts {
    places: HashMap<String, u32>,
    all: Vec<String>,
    used: u32,
}

impl Texts {
    fn place(&mut self, text: &str) -> u32 {
        self.used += 1;
        if let Some(place) = self.places.get(text) {
            return *place;
        }
        let place = u32::try_from(self.all.len()).expect("few texts");
        self.places.insert(text.to_owned(), place);
        self.all.push(text.to_owned());
        place
    }

    /// A record that has no room for the next text is followed by another.
    fn records(&self) -> Vec<Record> {
        let different = u32::try_from(self.all.len()).expect("few texts");
        let mut data = self.used.to_le_bytes().to_vec();
        data.extend(different.to_le_bytes());
        let mut records = vec![Record::new(kind::TEXTS, data)];
        for text in &self.all {
            let text = long_text(text);
            assert!(text.len() <= LARGEST, "a text longer than a record");
            match records.last_mut() {
                Some(last) if last.data.len() + text.len() <= LARGEST => last.data.extend(text),
                Some(_) | None => records.push(Record::new(kind::CONTINUE, text)),
            }
        }
        records
    }
}

/// A text that begins with its length in two bytes.
pub(crate) fn long_text(text: &str) -> Vec<u8> {
    let length = u16::try_from(text.encode_utf16().count()).expect("a short text");
    let mut bytes = length.to_le_bytes().to_vec();
    bytes.extend(characters(text));
    bytes
}

/// The characters of a text after its length: one byte each where that is enough, said by the first byte.
fn characters(text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let bytes: Option<Vec<u8>> = units.iter().map(|unit| u8::try_from(*unit).ok()).collect();
    match bytes {
        Some(bytes) => [vec![0], bytes].concat(),
        None => std::iter::once(1)
            .chain(units.into_iter().flat_map(u16::to_le_bytes))
            .collect(),
    }
}

fn begin(what: u16) -> Record {
    const BIFF_8: u16 = 0x600;
    words(kind::BOF, &[BIFF_8, what, 0x0dbb, 0x07cc, 0, 0, 6, 0])
}

fn words(kind: u16, words: &[u16]) -> Record {
    let data: Vec<u8> = words.iter().copied().flat_map(u16::to_le_bytes).collect();
    Record::new(kind, data)
}
