//! Workbooks of Excel 5 to 2003: what their records come to.

use super::super::encoding::{in_tcvn3, in_vni};
use super::super::office::xls::{self, Book, Record, kind, long_text};
use super::super::office::{Cell, Sheet, xls_95};
use super::super::tests::{open_bytes, rows_of};
use super::super::{Hidden, Merge, Problem, Source};
use chrono::NaiveDate;

const FORMULA: u16 = 0x0006;
const FORMULA_TEXT: u16 = 0x0207;
const SHARED_FORMULA: u16 = 0x04bc;
const SHORT_NUMBERS: u16 = 0x00bd;
const RICH_TEXT: u16 = 0x00d6;
const ROW: u16 = 0x0208;
const COLUMNS: u16 = 0x007d;
/// The cell format of plain cells, and the first that a test adds.
const PLAIN: u16 = 15;
const ADDED: u16 = 18;

fn words(words: &[u16]) -> Vec<u8> {
    words.iter().copied().flat_map(u16::to_le_bytes).collect()
}

/// A record of a cell.
fn cell(kind: u16, row: u16, column: u16, format: u16, data: &[u8]) -> Record {
    Record::new(kind, [&words(&[row, column, format]), data].concat())
}

fn number(row: u16, column: u16, format: u16, value: f64) -> Record {
    cell(kind::NUMBER_CELL, row, column, format, &value.to_le_bytes())
}

/// A book of one sheet with those records and nothing else.
fn book(cells: &[Record]) -> Book {
    let mut book = Book::of(&[Sheet::new("Cấp xã", vec![])]);
    book.sheets[0].splice(2..2, cells.iter().cloned());
    book
}

/// A cell format of that font and that number format.
fn add_format(book: &mut Book, font: u16, number_format: u16) {
    let data = words(&[font, number_format, 1, 0x20, 0, 0, 0, 0, 0, 0x20c0]);
    book.before_list.push(Record::new(kind::CELL_FORMAT, data));
}

fn opened(book: &Book) -> Box<dyn Source> {
    open_bytes(&xls::in_container(&book.stream())).unwrap()
}

/// All rows of the first sheet, each as its number and its cells.
fn read(source: &mut dyn Source) -> Vec<String> {
    let (rows, problem) = rows_of(source, 0);
    assert_eq!(problem, None);
    rows.into_iter()
        .map(|(number, cells)| format!("{number}: {}", cells.join("|")))
        .collect()
}

fn rows(cells: &[Record]) -> Vec<String> {
    read(&mut *opened(&book(cells)))
}

#[test]
fn cells_keep_their_kind() {
    let day = NaiveDate::from_ymd_opt(2022, 12, 31).unwrap();
    let cells = vec![
        vec![Cell::text("  Lộc Thạnh "), Cell::Empty, Cell::YesNo(true)],
        vec![],
        vec![Cell::Number(49.5), Cell::text("   "), Cell::Percent(0.125)],
        vec![Cell::Day(day), Cell::Error("#N/A"), Cell::YesNo(false)],
        vec![Cell::Empty, Cell::text(" ")],
    ];
    let bytes = xls::workbook(&[Sheet::new("xa", cells)]);
    let expected = [
        "1: Lộc Thạnh||true",
        "3: =49.5||=0.125 as %",
        "4: 2022-12-31|!#N/A|false",
    ];
    assert_eq!(read(&mut *open_bytes(&bytes).unwrap()), expected);
}

#[test]
fn short_numbers_are_whole_ones_floats_or_hundredths() {
    let short = |column, bits: u32| {
        cell(
            kind::SHORT_NUMBER_CELL,
            0,
            column,
            PLAIN,
            &bits.to_le_bytes(),
        )
    };
    let high = |value: f64| u32::try_from(value.to_bits() >> 32).unwrap();
    let whole = |value: i32| (value << 2).cast_unsigned() | 2;
    let cells = [
        short(0, whole(1_234)),
        short(1, whole(-7)),
        short(2, whole(1_234) | 1),
        short(3, high(1.5)),
        short(4, high(-0.25)),
        short(5, high(150.0) | 1),
        short(6, whole(-536_870_912)),
    ];
    let expected = "1: =1234|=-7|=12.34|=1.5|=-0.25|=1.5|=-536870912";
    assert_eq!(rows(&cells), [expected]);
}

#[test]
fn a_record_of_several_numbers_is_as_many_cells() {
    let two = [
        words(&[4, 2, PLAIN, 0b110, 0, PLAIN, 0b1010, 0, 3]),
        words(&[5, 0, PLAIN, 0b1110, 0, 0]),
    ];
    let cells = two.map(|data| Record::new(SHORT_NUMBERS, data));
    assert_eq!(rows(&cells), ["5: ||=1|=2", "6: =3"]);
}

#[test]
fn errors_have_their_names() {
    let codes = [0x00, 0x07, 0x0f, 0x17, 0x1d, 0x24, 0x2a, 0x2b, 0x55];
    let cells: Vec<Record> = (0_u16..)
        .zip(codes)
        .map(|(column, code)| cell(kind::FLAG_CELL, 0, column, PLAIN, &[code, 1]))
        .collect();
    assert_eq!(
        rows(&cells),
        ["1: !#NULL!|!#DIV/0!|!#VALUE!|!#REF!|!#NAME?|!#NUM!|!#N/A|!#GETTING_DATA|!#85"]
    );
}

#[test]
fn texts_may_stand_in_their_cells() {
    let runs = [long_text("Bù Đốp"), words(&[1, 0, 1])].concat();
    let cells = [
        cell(kind::LABEL_CELL, 0, 0, PLAIN, &long_text("Lộc Thạnh")),
        cell(RICH_TEXT, 0, 1, PLAIN, &runs),
    ];
    assert_eq!(rows(&cells), ["1: Lộc Thạnh|Bù Đốp"]);
}

#[test]
fn number_formats_decide_between_numbers_percentages_days_and_codes() {
    let codes = ["00000", "0.0%", "#,##0 \"VND\"", "dd/mm/yyyy", "[h]:mm"];
    let mut book = book(&[]);
    for (format, code) in (200_u16..).zip(codes) {
        let data = [words(&[format]), long_text(code)].concat();
        book.before_list.push(Record::new(kind::FORMAT, data));
        add_format(&mut book, 0, format);
    }
    // Built in: whole percentages, days.
    add_format(&mut book, 0, 9);
    add_format(&mut book, 0, 14);
    let cells: Vec<Record> = (0_u16..7)
        .map(|column| number(0, column, ADDED + column, 44_926.0))
        .collect();
    book.sheets[0].splice(2..2, cells);
    let expected = "1: 44926|=44926 as %|=44926|2022-12-31|!44926|=44926 as %|2022-12-31";
    assert_eq!(read(&mut *opened(&book)), [expected]);
    book.sheets[0][2] = number(0, 0, ADDED, 123.0);
    assert!(read(&mut *opened(&book))[0].starts_with("1: 00123|"));
}

#[test]
fn days_may_be_counted_from_1904() {
    let mut book = book(&[number(0, 0, ADDED - 1, 43_464.0)]);
    for record in &mut book.before_list {
        if record.kind == kind::DATE_MODE {
            record.data = words(&[1]);
        }
    }
    let mut source = opened(&book);
    assert_eq!(read(&mut *source), ["1: 2022-12-31"]);
    assert_eq!(source.notes(0), [Problem::DaysFrom1904 { cells: 1 }]);
}

#[test]
fn merged_cells_are_told() {
    let mut sheet = Sheet::new("xa", vec![vec![Cell::text("Hộ nghèo")]]);
    sheet.merges = vec![(0, 0, 1, 2), (4, 3, 4, 255)];
    let bytes = xls::workbook(&[sheet]);
    let block = |rows, columns| Merge { rows, columns };
    assert_eq!(
        open_bytes(&bytes).unwrap().merges(0),
        Ok(vec![block((1, 2), (0, 2)), block((5, 5), (3, 255))])
    );
}

#[test]
fn hidden_rows_columns_and_sheets_are_told_and_read() {
    let row = |number, flags| Record::new(ROW, words(&[number, 0, 1, 0, 0, 0, flags, 0]));
    let columns = |first, last, flags| Record::new(COLUMNS, words(&[first, last, 0, 0, flags]));
    let cells = [
        columns(1, 2, 1),
        columns(5, 5, 0),
        row(0, 0),
        row(1, 0x20),
        row(2, 0x20),
        row(4, 0x20),
        number(1, 1, PLAIN, 7.0),
    ];
    let mut book = book(&cells);
    book.list[0].state = 2;
    let mut source = opened(&book);
    assert_eq!(read(&mut *source), ["2: |=7"]);
    assert!(!source.sheets()[0].visible);
    assert_eq!(source.sheets()[0].name.as_deref(), Some("Cấp xã"));
    let hidden = Hidden {
        rows: vec![(2, 3), (5, 5)],
        columns: vec![(1, 2)],
    };
    assert_eq!(source.hidden(0), Ok(hidden));
}

/// A text in a cell whose format is the first that a test adds, and that format's font.
fn in_font(name: &str, text: &str) -> (Vec<String>, Vec<Problem>) {
    let mut book = book(&[cell(kind::LABEL_CELL, 0, 0, ADDED, &long_text(text))]);
    // Number 5 is the fifth, since there is none of number 4.
    let mut font = words(&[200, 0, 0x7fff, 400, 0, 0, 0]);
    font.extend([u8::try_from(name.len()).unwrap(), 0]);
    font.extend(name.bytes());
    book.before_list.push(Record::new(kind::FONT, font));
    add_format(&mut book, 5, 0);
    let mut source = opened(&book);
    (read(&mut *source), source.notes(0))
}

#[test]
fn a_font_tells_what_its_letters_stand_for() {
    let converted = |encoding: &str| {
        vec![Problem::Converted {
            encoding: encoding.into(),
            cells: 1,
        }]
    };
    let row = || vec!["1: Số hộ nghèo".to_owned()];
    let text = "Số hộ nghèo";
    assert_eq!(
        in_font(".VnTime", &in_tcvn3(text)),
        (row(), converted("TCVN3 (ABC)"))
    );
    assert_eq!(
        in_font("VNI-Times", &in_vni(text)),
        (row(), converted("VNI"))
    );
    assert_eq!(in_font("Arial", text), (row(), vec![]));
}

/// A formula with that result.
fn formula(column: u16, result: [u8; 8]) -> Record {
    cell(FORMULA, 0, column, PLAIN, &[&result[..], &[0; 8]].concat())
}

#[test]
fn formulas_give_their_saved_result() {
    let special = |kind, code| [kind, 0, code, 0, 0, 0, 0xff, 0xff];
    let text = |text: &str| Record::new(FORMULA_TEXT, long_text(text));
    let shared = Record::new(SHARED_FORMULA, [0; 10]);
    let cells = [
        formula(0, 2.5_f64.to_le_bytes()),
        formula(1, special(0, 0)),
        text("Lộc Thạnh"),
        formula(2, special(0, 0)),
        shared.clone(),
        text("Bù Đốp"),
        formula(3, special(1, 1)),
        formula(4, special(2, 0x07)),
        // A formula that gave an empty text; one whose text was not saved.
        formula(5, special(3, 0)),
        formula(6, special(0, 0)),
        formula(7, 1.0_f64.to_le_bytes()),
        shared,
    ];
    let mut source = opened(&book(&cells));
    let expected = "1: =2.5|Lộc Thạnh|Bù Đốp|true|!#DIV/0!||!|=1";
    assert_eq!(read(&mut *source), [expected]);
    assert_eq!(source.notes(0), [Problem::Formulas { cells: 8 }]);
}

/// A book whose texts are written by hand, and a cell for each.
fn with_texts(count: u16, data: Vec<u8>, more: &[Record]) -> Vec<String> {
    let cells: Vec<Record> = (0..count)
        .map(|n| cell(kind::TEXT_CELL, 0, n, PLAIN, &words(&[n, 0])))
        .collect();
    let mut book = book(&cells);
    let data = [words(&[count, 0, count, 0]), data].concat();
    let texts = std::iter::once(Record::new(kind::TEXTS, data)).chain(more.iter().cloned());
    book.after_list.splice(0..1, texts);
    read(&mut *opened(&book))
}

#[test]
fn a_text_goes_on_in_the_next_record_with_letters_of_another_width() {
    let more = |data: &[u8]| Record::new(kind::CONTINUE, data);
    let narrow = [&[6, 0, 0][..], b"Lo"].concat();
    let wide = [&[1][..], &words(&[0x63, 0x20])].concat();
    let narrow_again = [&[0][..], b"Th", &[1, 0, 0], b"b"].concat();
    assert_eq!(
        with_texts(2, narrow, &[more(&wide), more(&narrow_again)]),
        ["1: Loc Th|b"]
    );
    // The record ends right behind the length, and right behind a whole text.
    let (length, flags) = (
        [&[1, 0, 0][..], b"a", &[2, 0]].concat(),
        [&[0][..], b"xy"].concat(),
    );
    assert_eq!(with_texts(2, length, &[more(&flags)]), ["1: a|xy"]);
}

#[test]
fn runs_of_fonts_and_phonetic_signs_are_no_text() {
    let rich = [&[2, 0, 8, 1, 0][..], b"ab", &[9; 4]].concat();
    let phonetic = [&[2, 0, 4, 6, 0, 0, 0][..], b"cd", &[9; 6]].concat();
    let both = [&[1, 0, 12, 2, 0, 3, 0, 0, 0][..], b"e", &[9; 8 + 3]].concat();
    let last = [&[1, 0, 0][..], b"f"].concat();
    let all = [rich, phonetic, both, last].concat();
    assert_eq!(with_texts(4, all.clone(), &[]), ["1: ab|cd|e|f"]);
    // Cut within the last runs.
    let (before, behind) = all.split_at(all.len() - 8);
    let more = Record::new(kind::CONTINUE, behind);
    assert_eq!(with_texts(4, before.to_vec(), &[more]), ["1: ab|cd|e|f"]);
}

#[test]
fn texts_of_older_files_are_bytes_of_their_code_page() {
    // The tilde of code page 1258 stands behind its letter; 0x8001 is Excel's own number for 1252.
    for (page, written) in [
        (1_252, &b"X\xe3"[..]),
        (0x8001, b"X\xe3"),
        (1_258, b"Xa\xde"),
    ] {
        let bytes = xls_95::workbook(page, &[(2, 1, written)]);
        assert_eq!(
            read(&mut *open_bytes(&bytes).unwrap()),
            ["3: |Xã"],
            "{page}"
        );
    }
    let unknown = xls_95::workbook(9_999, &[(0, 0, b"X\xe3")]);
    let problem = rows_of(&mut *open_bytes(&unknown).unwrap(), 0).1;
    assert_eq!(
        problem,
        Some(Problem::CodePage {
            page: "9999".into()
        })
    );
    let plain = xls_95::workbook(9_999, &[(0, 0, b"X")]);
    assert_eq!(read(&mut *open_bytes(&plain).unwrap()), ["1: X"]);
}

#[test]
fn older_files_have_fonts_too() {
    let written: Vec<u8> = in_tcvn3("Số hộ nghèo")
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect();
    let stream = xls_95::stream(1_252, ".VnTime", &[xls_95::label(0, 0, &written)]);
    let mut source = open_bytes(&xls_95::in_container(&stream)).unwrap();
    assert_eq!(read(&mut *source), ["1: Số hộ nghèo"]);
    assert_eq!(source.notes(0).len(), 1);
}
