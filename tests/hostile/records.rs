//! Workbooks of Excel 97–2003 whose records are not what they say (items 1, 12, 28, 45).

use super::case::{
    Case,
    Expected::{Cells, Refused},
    case, rows,
};
use super::kinds::{ROWS, sheets};
use crate::office::xls::{self, Book, Record, kind, long_text};
use crate::office::{Cell, Sheet};

const SHORT_NUMBERS: u16 = 0xbd;
const FORMULA: u16 = 0x06;

fn broken() -> super::case::Expected {
    Refused("table/broken-record")
}

/// The workbook with its records changed.
fn changed(change: impl Fn(&mut Book)) -> Vec<u8> {
    let mut book = Book::of(&sheets());
    change(&mut book);
    xls::in_container(&book.stream())
}

/// The workbook of those records of cells.
fn cells(records: &[Record]) -> Vec<u8> {
    changed(|book| {
        let sheet = &mut book.sheets[0];
        sheet.retain(|record| ![kind::TEXT_CELL, kind::SHORT_NUMBER_CELL].contains(&record.kind));
        sheet.splice(2..2, records.iter().cloned());
    })
}

/// Numbers of two bytes, one after the other.
pub(crate) fn words(words: &[u16]) -> Vec<u8> {
    words.iter().copied().flat_map(u16::to_le_bytes).collect()
}

fn number(row: u16, column: u16, value: f64) -> Record {
    let data = [words(&[row, column, 15]), value.to_le_bytes().into()].concat();
    Record::new(kind::NUMBER_CELL, data)
}

pub(crate) fn cases() -> Vec<Case> {
    let mut cases = lists();
    cases.extend(texts());
    cases.extend(values());
    cases
}

/// Where sheets begin and end.
fn lists() -> Vec<Case> {
    let two = || {
        let other = Sheet::new("huyen", vec![vec![Cell::Number(7.0)]]);
        Book::of(&[sheets(), vec![other]].concat())
    };
    let begins = |book: &Book, sheet: usize| {
        let after: usize = book.sheets[sheet..]
            .iter()
            .flatten()
            .map(|record| record.bytes().len())
            .sum();
        u32::try_from(book.stream().len() - after).expect("small")
    };
    let places = move |change: fn(u32, u32) -> (u32, u32)| {
        let mut book = two();
        let (first, second) = change(begins(&book, 0), begins(&book, 1));
        (book.list[0].begins_at, book.list[1].begins_at) = (Some(first), Some(second));
        xls::in_container(&book.stream())
    };
    vec![
        case(
            44,
            "many sheets",
            "xa.xls",
            Refused("table/too-many-sheets"),
            || changed(|book| book.list = vec![book.list[0].clone(); 150_000]),
        ),
        case(
            44,
            "many sheets that are not listed",
            "xa.xls",
            Refused("table/too-many-sheets"),
            || {
                changed(|book| {
                    let begin = Record::new(kind::BOF, words(&[0x600, 0x10, 0, 0, 0, 0, 0, 0]));
                    let both = vec![begin, Record::new(kind::EOF, [])];
                    book.sheets.extend(std::iter::repeat_n(both, 200_000));
                })
            },
        ),
        case(
            1,
            "two sheets",
            "xa.xls",
            rows("1: Mã xã|=5\n1: =7"),
            move || places(|a, b| (a, b)),
        ),
        case(
            1,
            "two sheets in exchanged places",
            "xa.xls",
            rows("1: =7\n1: Mã xã|=5"),
            move || places(|a, b| (b, a)),
        ),
        case(
            1,
            "a sheet that begins outside",
            "xa.xls",
            broken(),
            move || places(|a, _| (a, 0x7fff_ffff)),
        ),
        case(
            1,
            "a sheet that begins within another",
            "xa.xls",
            broken(),
            move || places(|a, _| (a, a + 20)),
        ),
        case(
            1,
            "a sheet that begins within a record",
            "xa.xls",
            broken(),
            move || places(|a, b| (a, b + 1)),
        ),
        case(
            1,
            "a sheet that begins in the middle of what holds for all",
            "xa.xls",
            broken(),
            move || places(|a, _| (a, 0)),
        ),
        case(
            1,
            "two sheets on one place",
            "xa.xls",
            broken(),
            move || places(|a, _| (a, a)),
        ),
        case(
            1,
            "a sheet that is not listed",
            "xa.xls",
            Refused("table/sheets-lost"),
            move || {
                let mut book = two();
                book.list.pop();
                xls::in_container(&book.stream())
            },
        ),
        case(1, "a sheet without its end", "xa.xls", broken(), || {
            changed(|book| drop(book.sheets[0].pop()))
        }),
        case(
            1,
            "a sheet without its end before another",
            "xa.xls",
            broken(),
            move || {
                let mut book = two();
                book.sheets[0].pop();
                xls::in_container(&book.stream())
            },
        ),
        case(1, "a chart within a sheet", "xa.xls", rows(ROWS), || {
            changed(|book| {
                let chart = [
                    Record::new(kind::BOF, words(&[0x600, 0x20, 0, 0, 0, 0, 0, 0])),
                    number(0, 5, 99.0),
                    Record::new(kind::EOF, []),
                ];
                book.sheets[0].splice(2..2, chart);
            })
        }),
        case(
            1,
            "a beginning within a sheet that never ends",
            "xa.xls",
            broken(),
            || {
                changed(|book| {
                    let begin = Record::new(kind::BOF, words(&[0x600, 0x20, 0, 0, 0, 0, 0, 0]));
                    book.sheets[0].insert(2, begin);
                })
            },
        ),
        case(
            1,
            "what holds for all without its end",
            "xa.xls",
            broken(),
            || changed(|book| drop(book.after_list.pop())),
        ),
        case(35, "a record that is cut off", "xa.xls", broken(), || {
            let stream = xls::stream(&sheets());
            let mut cut = stream[..stream.len() - 10].to_vec();
            // So that what is filled up behind is no record either.
            let end = cut.len();
            cut[end - 30..].copy_from_slice(&[0xff; 30]);
            xls::in_container(&cut)
        }),
        case(
            36,
            "a workbook of no byte",
            "xa.xls",
            Refused("table/old-excel"),
            || crate::office::compound::file(&[(xls::STREAM, &[])]),
        ),
        case(
            43,
            "a size of the sheet that is not its own",
            "xa.xls",
            rows(ROWS),
            || changed(|book| book.sheets[0][1].data.fill(0xff)),
        ),
    ]
}

fn texts() -> Vec<Case> {
    let with_texts = |data: Vec<u8>, more: Vec<Record>| {
        changed(|book| {
            let texts = [vec![Record::new(kind::TEXTS, data.clone())], more.clone()].concat();
            book.after_list.splice(0..1, texts);
        })
    };
    let one = |length: u16, flags: u8| [words(&[1, 0, 1, 0, length]), vec![flags]].concat();
    vec![
        case(
            45,
            "a promise of four billion texts",
            "xa.xls",
            rows(ROWS),
            move || {
                let data = [&[0xff; 8][..], &long_text("Mã xã")].concat();
                with_texts(data, vec![])
            },
        ),
        case(
            45,
            "a text longer than all records",
            "xa.xls",
            broken(),
            move || with_texts([one(0xffff, 0), b"abc".to_vec()].concat(), vec![]),
        ),
        case(
            45,
            "four gigabytes of phonetic signs",
            "xa.xls",
            broken(),
            move || {
                let data = [one(2, 4), vec![0xff; 4], b"ab".to_vec()].concat();
                with_texts(data, vec![])
            },
        ),
        case(
            45,
            "65,535 runs of fonts that are not there",
            "xa.xls",
            broken(),
            move || {
                let data = [one(2, 8), vec![0xff; 2], b"ab".to_vec()].concat();
                with_texts(data, vec![])
            },
        ),
        case(
            45,
            "a text that goes on in what is not its continuation",
            "xa.xls",
            broken(),
            move || {
                let data = [one(20, 0), b"abc".to_vec()].concat();
                with_texts(data, vec![Record::new(kind::WINDOW, [0; 30])])
            },
        ),
        case(
            45,
            "a text cut within a letter",
            "xa.xls",
            broken(),
            move || {
                let data = [one(3, 1), b"a\0b".to_vec()].concat();
                with_texts(data, vec![Record::new(kind::CONTINUE, [1, 0, 98, 0])])
            },
        ),
        case(
            45,
            "a text that is not in the table",
            "xa.xls",
            Refused("table/absent-text"),
            || {
                cells(&[Record::new(
                    kind::TEXT_CELL,
                    words(&[0, 0, 15, 0xffff, 0xffff]),
                )])
            },
        ),
        case(
            45,
            "a table of texts that is not there",
            "xa.xls",
            Refused("table/absent-text"),
            || changed(|book| drop(book.after_list.remove(0))),
        ),
    ]
}

fn values() -> Vec<Case> {
    let formula = |kind: u16| {
        let data = [words(&[0, 0, 15]), 6.5_f64.to_le_bytes().into(), vec![0; 8]].concat();
        Record::new(kind, data)
    };
    let several = |last: u16, more: &[u16]| {
        let numbers = words(&[15, 0b110, 0, 15, 0b1010, 0]);
        let data = [words(&[0, 0]), numbers, words(&[last]), words(more)].concat();
        Record::new(SHORT_NUMBERS, data)
    };
    let same = || Refused("table/duplicate-cell");
    vec![
        case(12, "a cell twice", "xa.xls", same(), || {
            cells(&[number(0, 0, 1.0), number(0, 0, 2.0)])
        }),
        case(
            12,
            "a cell twice, in rows out of order",
            "xa.xls",
            same(),
            || cells(&[number(0, 0, 1.0), number(1, 0, 2.0), number(0, 0, 3.0)]),
        ),
        case(
            12,
            "rows out of order",
            "xa.xls",
            rows("1: =1|=3\n2: =2"),
            || cells(&[number(1, 0, 2.0), number(0, 1, 3.0), number(0, 0, 1.0)]),
        ),
        case(
            1,
            "a formula of an older kind",
            "xa.xls",
            rows("1: =6.5"),
            move || cells(&[formula(0x406)]),
        ),
        case(
            1,
            "a formula of the oldest kind",
            "xa.xls",
            rows("1: =6.5"),
            move || cells(&[formula(0x206)]),
        ),
        case(
            1,
            "a cell of Excel 2 among others",
            "xa.xls",
            Refused("table/cells-lost"),
            || cells(&[number(0, 0, 1.0), Record::new(3, [0; 15])]),
        ),
        case(
            8,
            "a formula whose text was not saved",
            "xa.xls",
            rows("1: !|=2"),
            || {
                let data = [
                    words(&[0, 0, 15]),
                    vec![0, 0, 0, 0, 0, 0, 0xff, 0xff],
                    vec![0; 8],
                ]
                .concat();
                cells(&[Record::new(FORMULA, data), number(0, 1, 2.0)])
            },
        ),
        case(
            1,
            "several numbers",
            "xa.xls",
            rows("1: =1|=2"),
            move || cells(&[several(1, &[])]),
        ),
        case(
            1,
            "several numbers that end elsewhere",
            "xa.xls",
            broken(),
            move || cells(&[several(7, &[])]),
        ),
        case(
            1,
            "several numbers and half of one",
            "xa.xls",
            broken(),
            move || cells(&[several(1, &[9])]),
        ),
        case(
            1,
            "several numbers of which there is none",
            "xa.xls",
            broken(),
            || cells(&[Record::new(SHORT_NUMBERS, words(&[0, 0]))]),
        ),
        case(
            43,
            "a column that no sheet has",
            "xa.xls",
            Refused("table/cell-outside"),
            || cells(&[number(0, 0x4000, 1.0)]),
        ),
        case(35, "a cell that is cut off", "xa.xls", broken(), || {
            cells(&[Record::new(kind::NUMBER_CELL, words(&[0, 0, 15, 1]))])
        }),
        case(35, "a cell without a place", "xa.xls", broken(), || {
            cells(&[Record::new(kind::NUMBER_CELL, [0])])
        }),
        case(
            35,
            "a text longer than its cell",
            "xa.xls",
            broken(),
            || {
                cells(&[Record::new(
                    kind::LABEL_CELL,
                    words(&[0, 0, 15, 500, 0x6100]),
                )])
            },
        ),
        case(
            10,
            "numbers that are none",
            "xa.xls",
            rows("1: !NaN|!inf"),
            || cells(&[number(0, 0, f64::NAN), number(0, 1, f64::INFINITY)]),
        ),
        case(
            9,
            "an error of a later Excel",
            "xa.xls",
            rows("1: !#99"),
            || cells(&[Record::new(kind::FLAG_CELL, [0, 0, 0, 0, 15, 0, 99, 1])]),
        ),
        case(
            9,
            "a style that there is not",
            "xa.xls",
            rows("1: =1"),
            || {
                let mut record = number(0, 0, 1.0);
                record.data[4..6].fill(0xff);
                cells(&[record])
            },
        ),
        case(
            43,
            "merged cells that end before they begin",
            "xa.xls",
            Refused("table/cell-outside"),
            || {
                changed(|book| {
                    let end = book.sheets[0].len() - 1;
                    book.sheets[0].insert(end, Record::new(kind::MERGED, words(&[1, 5, 2, 0, 0])));
                })
            },
        ),
        case(
            28,
            "a sheet that is full to its last row",
            "xa.xls",
            Cells(65_536),
            || {
                let all: Vec<Record> = (0..=u16::MAX).map(|row| number(row, 0, 1.0)).collect();
                cells(&all)
            },
        ),
    ]
}
