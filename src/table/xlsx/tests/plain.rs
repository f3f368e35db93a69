//! What is read without the library is what the library reads.

use super::super::super::memory::whole;
use super::super::super::tests::rows_of;
use super::super::super::{Problem, Source as _};
use super::super::workbook;
use super::{handmade, problem_of};
use std::io::Cursor;

/// What became of a sheet: its rows, what ended them, what there is to say.
type Read = (Vec<(u32, Vec<String>)>, Option<Problem>, Vec<Problem>);

/// The first sheet read plainly from its text at once, plainly piece by piece, and by the library alone.
fn three_ways(bytes: &[u8]) -> Result<[Read; 3], Problem> {
    let read = |keep: bool, plain: bool| -> Result<Read, Problem> {
        let mut book = workbook(whole(&mut Cursor::new(bytes.to_vec()))?)?;
        for census in &mut book.census {
            census.text = census.text.take().filter(|_| keep);
            census.data = census.data.filter(|_| plain);
        }
        let (rows, problem) = rows_of(&mut book, 0);
        Ok((rows, problem, book.notes(0)))
    };
    Ok([read(true, true)?, read(false, true)?, read(false, false)?])
}

fn assert_same(rows: &str, more: &[(&str, &str)]) {
    match three_ways(&handmade(rows, more)) {
        Ok([at_once, by_pieces, by_library]) => {
            assert_eq!(at_once, by_library, "{rows} {more:?}");
            assert_eq!(by_pieces, by_library, "{rows} {more:?}");
        }
        Err(_) => assert!(problem_of(&handmade(rows, more)).is_some()),
    }
}

const ROWS: &str = "<row r='1' spans='1:4'><c r='A1' s='1' t='inlineStr'><is><t>Hộ nghèo</t></is></c>\
    <c r='B1' t='s'><v>1</v></c><c r='C1' s='3'/><c r='D1' t='str'><f>A1&amp;B1</f><v>x y</v></c></row>\
    <row r='2'><c r='A2' s='2'><v>-12.50</v></c><c r='B2'><v>45292</v></c><c r='C2' t='b'><v>1</v></c>\
    <c r='AA2' s='1'><f t='shared' si='0'/><v>4.5E-2</v></c></row>\n<row r='4' ht='1'></row>";

const MORE: [(&str, &str); 2] = [
    (
        "xl/sharedStrings.xml",
        "<sst uniqueCount='4'><si><t>a&amp;b</t></si><si><t xml:space='preserve'> Xã </t></si>\
         <si><r><t>c</t></r><r><t>d</t></r></si><si><t>_x000D_</t></si></sst>",
    ),
    (
        "xl/styles.xml",
        "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='10'/><xf numFmtId='27'/><xf/></cellXfs></styleSheet>",
    ),
];

#[test]
fn cells_are_the_same_with_and_without_the_library() {
    assert_same(ROWS, &MORE);
    for cell in [
        "<c r='A1' t='s'><v>0</v></c>",
        "<c r='A1' t='s'><v>2</v></c><c r='B1' t='s'><v>3</v></c><c r='C1' t='s'><v>1</v></c>",
        "<c r='A1' t='s'><v>4</v></c>",
        "<c r='A1' t='s'><v>01</v></c>",
        "<c r='A1' s='3'><v>45292</v></c><c r='B1' s='4'><v>45292</v></c><c r='C1' s='9'><v>1</v></c>",
        "<c r='A1' s='1'><v>45292</v></c><c r='B1' s='2'><v>1</v></c>",
        "<c r='A1'><v>1.</v></c><c r='B1'><v>2</v></c>",
        "<c r='A1'><v>-</v></c>",
        "<c r='A1'><v>1e999</v></c>",
        "<c r='A1'><v>123456789012345678901234567890</v></c>",
        "<c r='A1'><v>0.1</v></c><c r='B1'><v>1234567890.12345678</v></c><c r='C1'><v>9007199254740993</v></c>",
        "<c r='A1'><f>1+1</f></c>",
        "<c r='A1' t='str'><f>1</f><v></v></c>",
        "<c r='A1' t='str'><f>1</f><v>  </v></c>",
        "<c r='A1' t='e'><v>#N/A</v></c><c r='B1'><v>1</v></c>",
        "<c r='A1' t='inlineStr'><is><t>a</t><t>b</t></is></c>",
        "<c r='A1' t='inlineStr'><is><t>a_x000D_b</t></is></c>",
        "<c r='A1' t='inlineStr'><is><t> a </t></is></c><c r='B1' t='inlineStr'><is><t></t></is></c>",
        "<c r='A1' t='inlineStr'><v>1</v></c>",
        "<c r='A1' t='d'><v>2024-01-01T00:00:00</v></c>",
        "<c r='A1' t='b'><v>true</v></c>",
        "<c r='A1'><v>1</v><v>2</v></c>",
        "<c r='B1'><v>1</v></c><c r='A1'><v>2</v></c>",
        "<c r='A1'><v>1</v></c><c r='A1'><v>2</v></c>",
        "<c r='XFE1'><v>1</v></c>",
        "<c r='a1'><v>1</v></c>",
        "<c><v>1</v></c>",
        "<c r='A1'><!-- --><v>1</v></c>",
    ] {
        assert_same(&format!("<row r='1'>{cell}</row>"), &MORE);
        let long = format!(
            "<row r='1'>{cell}</row>{}",
            "<row r='2' a='b'></row>".repeat(3)
        );
        assert_same(&long, &MORE);
    }
}

#[test]
fn what_is_wrong_is_found_in_the_same_way() {
    let texts = ["", "<", ">", "\"", "/", "&", "0", " ", "<v>", "</c>", "x"];
    // Other texts at each place in turn, the same in every run.
    for (count, (at, letter)) in ROWS.char_indices().enumerate() {
        for changed in (0..3).map(|more| texts[(count * 5 + more * 4) % texts.len()]) {
            let (before, rest) = ROWS.split_at(at);
            let behind = rest.get(letter.len_utf8()..).unwrap_or_default();
            assert_same(&format!("{before}{changed}{rest}"), &MORE);
            assert_same(&format!("{before}{changed}{behind}"), &MORE);
        }
    }
    let texts = MORE[0].1;
    for (at, _) in texts.char_indices() {
        for changed in ["<si>", "</t>", "x"] {
            let table = format!("{}{changed}{}", &texts[..at], &texts[at..]);
            assert_same(ROWS, &[("xl/sharedStrings.xml", &table), MORE[1]]);
        }
    }
}

#[test]
fn long_sheets_are_read_piece_by_piece() {
    let mut rows = String::new();
    for row in 1..=9_000 {
        let odd = if row == 8_500 { "&amp;" } else { "ế" };
        rows.push_str(&format!(
            "<row r='{row}'><c r='A{row}' t='inlineStr'><is><t>Xã số {row} {odd}</t></is></c><c r='B{row}'><v>{row}.5</v></c></row>"
        ));
    }
    assert_same(&rows, &MORE);
}
