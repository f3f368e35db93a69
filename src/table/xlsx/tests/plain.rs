//! What is read without the library is what the library reads.

use super::super::super::memory::whole;
use super::super::super::tests::rows_of;
use super::super::super::{Hidden, Merge, Problem, Source as _};
use super::super::{MOST_KEPT, workbook};
use super::{handmade, of_sheet, problem_of};
use std::io::Cursor;

/// What became of a sheet: its rows, what ended them, what there is to say, what is hidden and merged.
type Read = (
    Vec<(u32, Vec<String>)>,
    Option<Problem>,
    Vec<Problem>,
    Result<Hidden, Problem>,
    Result<Vec<Merge>, Problem>,
);

/// The first sheet read plainly at once, plainly piece by piece, and by the library alone.
fn three_ways(bytes: &[u8]) -> Result<[Read; 3], Problem> {
    let read = |most_kept: usize, plain: bool| -> Result<Read, Problem> {
        let mut book = workbook(whole(&mut Cursor::new(bytes.to_vec()))?, most_kept)?;
        for census in &mut book.census {
            census.data = census.data.filter(|_| plain);
        }
        let hidden = book.hidden(0);
        let merges = book.merges(0);
        let (rows, problem) = rows_of(&mut book, 0);
        Ok((rows, problem, book.notes(0), hidden, merges))
    };
    Ok([read(MOST_KEPT, true)?, read(0, true)?, read(0, false)?])
}

fn assert_same(rows: &str, more: &[(&str, &str)]) {
    assert_read_alike(&handmade(rows, more), &format!("{rows} {more:?}"));
}

fn assert_read_alike(bytes: &[u8], told: &str) {
    match three_ways(bytes) {
        Ok([at_once, by_pieces, by_library]) => {
            assert_eq!(at_once, by_library, "{told}");
            assert_eq!(by_pieces, by_library, "{told}");
        }
        Err(_) => assert!(problem_of(bytes).is_some()),
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
fn rows_that_say_more_than_their_number_are_counted_alike() {
    let cell = |row: u32| format!("<c r='A{row}'><f>1</f><v>{row}</v></c>");
    for rows in [
        format!(
            "<row r='1' hidden='1'>{}</row><row r='2' hidden='0'>{}</row>",
            cell(1),
            cell(2)
        ),
        format!(
            "<row r='1' ht='1' hidden='true' spans='1:1'/><row r='3'>{}</row>",
            cell(3)
        ),
        format!("<row r='2'>{}</row><row r='2'>{}</row>", cell(2), cell(2)),
        format!("<row r='2'>{}</row><row r='1'>{}</row>", cell(2), cell(1)),
        format!("<row r='2'>{}{}</row>", cell(2), cell(3)),
        format!("<row r='0'>{}</row>", cell(1)),
        format!("<row r='1048577'>{}</row>", cell(1_048_577)),
        format!("<row r='1'{}>{}</row>", " a='b'".repeat(999), cell(1)),
        format!("<row r='1'>{}</row><row>{}</row>", cell(1), cell(2)),
    ] {
        assert_same(&rows, &MORE);
    }
}

#[test]
fn what_only_looks_like_the_data_is_none() {
    let data = format!("<sheetData>{ROWS}</sheetData>");
    let others = data.replace("Hộ nghèo", "Hộ khác");
    for sheet in [
        format!("<worksheet><cols><col min='1' max='2' hidden='1'/></cols>{data}</worksheet>"),
        format!("<worksheet><!-- {others} -->{data}</worksheet>"),
        format!("<worksheet><![CDATA[{others}]]>{data}</worksheet>"),
        format!("<worksheet><?x {others}?>{data}</worksheet>"),
        format!("<worksheet>{data}<!-- {others} --></worksheet>"),
        format!("<worksheet>{data}{others}</worksheet>"),
        format!("<worksheet>{data}<sheetData><c r='A9'><v>1</v></c></sheetData></worksheet>"),
        format!("<worksheet><sheetData/>{data}</worksheet>"),
        format!("<worksheet><sheetData></sheetData>{data}</worksheet>"),
        format!("<worksheet>{data}<mergeCells><mergeCell ref='A1:B2'/></mergeCells></worksheet>"),
        format!("<worksheet>{data}<mergeCells><mergeCell ref='?'/></mergeCells></worksheet>"),
        format!("<worksheet>{data}"),
        format!("<worksheet>{data}</worksheet"),
        data.clone(),
    ] {
        assert_read_alike(&of_sheet(sheet.clone().into_bytes(), &MORE), &sheet);
        let mut odd = sheet.clone().into_bytes();
        let at = sheet.find("nghèo").unwrap() + "ngh".len();
        odd.remove(at);
        assert_read_alike(&of_sheet(odd, &MORE), &sheet);
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
