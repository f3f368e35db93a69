//! Spreadsheets of LibreOffice and others: what their XML comes to.

use super::super::encoding::{in_tcvn3, in_vni};
use super::super::office::zipped::{Entry, zipped};
use super::super::office::{Cell, Sheet, ods};
use super::super::tests::{open_bytes, rows_of};
use super::super::{Hidden, Merge, Problem, Source};
use chrono::NaiveDate;

fn opened(bytes: &[u8]) -> Box<dyn Source> {
    open_bytes(bytes).unwrap()
}

/// All rows of the first sheet, each as its number and its cells.
fn read(source: &mut dyn Source) -> Vec<String> {
    let (rows, problem) = rows_of(source, 0);
    assert_eq!(problem, None);
    rows.into_iter()
        .map(|(number, cells)| format!("{number}: {}", cells.join("|")))
        .collect()
}

/// Prefixes by hand would hide what a test is about.
fn prefixed(xml: &str) -> String {
    let names = [
        "table",
        "table-row",
        "table-column",
        "table-cell",
        "table-row-group",
        "table-header-rows",
    ];
    names.iter().fold(xml.to_owned(), |xml, name| {
        let with = |end| (format!("<{name}{end}"), format!("<table:{name}{end}"));
        [">", " ", "/>"].into_iter().fold(
            xml.replace(&format!("</{name}>"), &format!("</table:{name}>")),
            |xml, end| {
                let (from, to) = with(end);
                xml.replace(&from, &to)
            },
        )
    })
}

/// A spreadsheet of one sheet with that XML, and with those styles of its own.
fn spreadsheet(styles: &str, table: &str, more: &[Entry]) -> Vec<u8> {
    let content = ods::content(&[Sheet::new("Cấp xã", vec![])])
        .replace(
            "<table:table-column table:number-columns-repeated=\"1\"/>",
            "",
        )
        .replace(
            "</office:automatic-styles>",
            &format!("{styles}</office:automatic-styles>"),
        )
        .replace(
            "</table:table>",
            &format!("{}</table:table>", prefixed(table)),
        );
    let mut entries = ods::entries(&[]);
    entries.retain(|entry| entry.name != "content.xml");
    entries.push(Entry::packed("content.xml", content));
    entries.extend_from_slice(more);
    zipped(&entries)
}

fn rows(table: &str) -> Vec<String> {
    read(&mut *opened(&spreadsheet("", table, &[])))
}

fn text(text: &str) -> String {
    format!("<table-cell office:value-type=\"string\"><text:p>{text}</text:p></table-cell>")
}

fn typed(kind: &str, value: &str, shown: &str) -> String {
    format!(
        "<table-cell office:value-type=\"{kind}\" office:{value}><text:p>{shown}</text:p></table-cell>"
    )
}

fn row(cells: &[String]) -> String {
    format!("<table-row>{}</table-row>", cells.concat())
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
    let expected = [
        "1: Lộc Thạnh||true",
        "3: =49.5||=0.125 as %",
        "4: 2022-12-31|!#N/A|false",
    ];
    let bytes = ods::workbook(&[Sheet::new("xa", cells)]);
    assert_eq!(read(&mut *opened(&bytes)), expected);
}

#[test]
fn values_are_taken_not_what_is_shown_of_them() {
    let cells = [
        typed("currency", "value=\"1234500\"", "1.234.500 ₫"),
        typed("percentage", "value=\"0.4567\"", "46%"),
        typed("date", "date-value=\"2022-12-31T08:30:00\"", "31/12"),
        typed("time", "time-value=\"PT08H30M00S\"", "8:30"),
        typed("string", "string-value=\"Lộc Thạnh\"", "x"),
        typed("boolean", "boolean-value=\"false\"", "SAI"),
        typed("date", "date-value=\"x\"", "31/12/2022"),
        typed("float", "value=\"123\"", "00123"),
        typed("float", "value=\"122.6\"", "00123"),
        typed("float", "value=\"1.16666666666667\"", "116,67 %"),
        typed("float", "value=\"0.85\"", "85%"),
        typed("float", "value=\"85\"", "85%"),
    ];
    let expected = "1: =1234500|=0.4567 as %|2022-12-31|!PT08H30M00S|Lộc Thạnh|false|!x|00123|=122.6\
        |=1.16666666666667 as %|=0.85 as %|=85";
    assert_eq!(rows(&row(&cells)), [expected]);
}

#[test]
fn a_text_is_its_paragraphs_without_what_stands_beside_them() {
    let cells = [
        text("Lộc<text:s/><text:span>Thạnh</text:span>"),
        text("a<text:tab/>b<text:line-break/>c</text:p><text:p>d"),
        text("Ô<office:annotation><text:p>Ghi chú</text:p></office:annotation>"),
        "<table-cell office:value-type=\"string\"><office:annotation><text:p>Ghi chú</text:p></office:annotation>\
         <text:p>Xã</text:p></table-cell>".to_owned(),
        text("a &amp; b&#x1EA1;"),
        "<table-cell><text:p>không có kiểu</text:p></table-cell>".to_owned(),
        "<table-cell><office:annotation><text:p>Ghi chú</text:p></office:annotation></table-cell>".to_owned(),
    ];
    let expected = "1: Lộc Thạnh|a\tb\nc\nd|Ô|Xã|a & bạ|không có kiểu";
    assert_eq!(rows(&row(&cells)), [expected]);
}

#[test]
fn repeated_rows_and_cells_stand_as_often_as_they_say() {
    let five = "<table-cell office:value-type=\"float\" office:value=\"5\" table:number-columns-repeated=\"2\"/>";
    let empty = "<table-cell table:number-columns-repeated=\"3\"/>";
    let table = format!(
        "<table-row table:number-rows-repeated=\"2\"/><table-row table:number-rows-repeated=\"2\">{empty}{five}</table-row>{}",
        row(&[text("a")])
    );
    assert_eq!(rows(&table), ["3: |||=5|=5", "4: |||=5|=5", "5: a"]);
}

#[test]
fn rows_in_groups_are_rows() {
    let one = |name: &str| row(&[text(name)]);
    let table = format!(
        "<table-header-rows>{}</table-header-rows><table-row-group>{}<table-row-group>{}</table-row-group></table-row-group>",
        one("a"),
        one("b"),
        one("c")
    );
    assert_eq!(rows(&table), ["1: a", "2: b", "3: c"]);
}

#[test]
fn formulas_give_their_saved_result() {
    let formula = |rest: &str, shown: &str| {
        format!("<table-cell table:formula=\"of:=A1\"{rest}>{shown}</table-cell>")
    };
    let cells = [
        formula(
            " office:value-type=\"float\" office:value=\"3\"",
            "<text:p>3</text:p>",
        ),
        formula(
            " office:value-type=\"string\"",
            "<text:p>Lộc Thạnh</text:p>",
        ),
        // A formula that gave an empty text; one that was never calculated.
        formula(
            " office:value-type=\"string\" office:string-value=\"\"",
            "<text:p/>",
        ),
        formula("", ""),
        formula(
            " office:value-type=\"string\" calcext:value-type=\"error\"",
            "<text:p>#DIV/0!</text:p>",
        ),
    ];
    let unsaved = formula(" calcext:value-type=\"float\"", "<text:p/>");
    let error = formula(
        " office:value-type=\"string\" office:string-value=\"\"",
        "<text:p>#N/A</text:p>",
    );
    let cells = [&cells[..], &[unsaved, error]].concat();
    let mut source = opened(&spreadsheet("", &row(&cells), &[]));
    assert_eq!(read(&mut *source), ["1: =3|Lộc Thạnh||!|!#DIV/0!|!|!#N/A"]);
    assert_eq!(source.notes(0), [Problem::Formulas { cells: 5 }]);
}

#[test]
fn merged_cells_are_told() {
    let mut sheet = Sheet::new("xa", vec![vec![Cell::text("Hộ nghèo")]]);
    sheet.merges = vec![(0, 0, 1, 2)];
    let block = Merge {
        rows: (1, 2),
        columns: (0, 2),
    };
    let bytes = ods::workbook(&[sheet]);
    assert_eq!(opened(&bytes).merges(0), Ok(vec![block]));
}

#[test]
fn hidden_rows_columns_and_sheets_are_told_and_read() {
    let five = typed("float", "value=\"5\"", "5");
    let table = format!(
        "<table-column table:number-columns-repeated=\"2\"/><table-column table:visibility=\"collapse\"/>\
         <table-row/><table-row table:visibility=\"filter\" table:number-rows-repeated=\"2\">{five}</table-row>\
         <table-row table:visibility=\"collapse\">{five}</table-row>"
    );
    let mut source = opened(&spreadsheet("", &table, &[]));
    assert_eq!(read(&mut *source), ["2: =5", "3: =5", "4: =5"]);
    let hidden = Hidden {
        rows: vec![(2, 4)],
        columns: vec![(2, 2)],
    };
    assert_eq!(source.hidden(0), Ok(hidden));

    let mut sheets = ["a", "b"].map(|name| Sheet::new(name, vec![vec![Cell::Number(1.0)]]));
    sheets[1].is_hidden = true;
    let source = opened(&ods::workbook(&sheets));
    let visible: Vec<bool> = source.sheets().iter().map(|sheet| sheet.visible).collect();
    assert_eq!(visible, [true, false]);
}

/// A style of cells with that font, and that parent.
fn style(name: &str, parent: &str, font: &str) -> String {
    let font = match font {
        "" => String::new(),
        font => format!("<style:text-properties style:font-name=\"{font}\"/>"),
    };
    format!(
        "<style:style style:name=\"{name}\" style:family=\"table-cell\"{parent}>{font}</style:style>"
    )
}

/// What a sheet's one text becomes, which is in TCVN3, and whether something is said of it.
fn in_tcvn3_with(
    styles: &str,
    cell: &str,
    around: (&str, &str),
    more: &[Entry],
) -> (Vec<String>, usize) {
    let text = in_tcvn3("Số hộ nghèo");
    let (columns, row) = around;
    let table = format!(
        "{columns}<table-row{row}><table-cell office:value-type=\"string\"{cell}><text:p>{text}</text:p></table-cell></table-row>"
    );
    let mut source = opened(&spreadsheet(styles, &table, more));
    (read(&mut *source), source.notes(0).len())
}

#[test]
fn a_font_tells_what_its_letters_stand_for_wherever_it_is_named() {
    let meant = || (vec!["1: Số hộ nghèo".to_owned()], 1);
    let own = style("a", "", ".VnTime");
    let named = " table:style-name=\"a\"";
    assert_eq!(in_tcvn3_with(&own, named, ("", ""), &[]), meant());
    let child = style("b", " style:parent-style-name=\"a\"", "");
    let both = [&own[..], &child].concat();
    assert_eq!(
        in_tcvn3_with(&both, " table:style-name=\"b\"", ("", ""), &[]),
        meant()
    );
    // A row's or a column's cells that name no style have theirs.
    let default = " table:default-cell-style-name=\"a\"";
    assert_eq!(in_tcvn3_with(&own, "", ("", default), &[]), meant());
    let column = format!("<table-column{default}/>");
    assert_eq!(in_tcvn3_with(&own, "", (&column, ""), &[]), meant());
    // The style of all cells, and the styles that stand in a part of their own.
    assert_eq!(
        in_tcvn3_with(&own.replace("\"a\"", "\"Default\""), "", ("", ""), &[]),
        meant()
    );
    let part = |styles: &str| {
        [Entry::packed(
            "styles.xml",
            format!("<office:document-styles>{styles}</office:document-styles>"),
        )]
    };
    assert_eq!(in_tcvn3_with("", named, ("", ""), &part(&own)), meant());
    let of_all = "<style:default-style style:family=\"table-cell\"><style:text-properties fo:font-family=\"'.VnTime'\"/></style:default-style>";
    assert_eq!(in_tcvn3_with("", "", ("", ""), &part(of_all)), meant());
    // A style that goes back to itself ends nowhere.
    let circle = style("a", " style:parent-style-name=\"a\"", "");
    let other = style("c", "", ".VnTime");
    let plain = typed("float", "value=\"5\"", "5")
        .replace("<table-cell", "<table-cell table:style-name=\"a\"");
    let bytes = spreadsheet(&[circle, other].concat(), &row(&[plain]), &[]);
    assert_eq!(read(&mut *opened(&bytes)), ["1: =5"]);
}

#[test]
fn fonts_of_vni_are_known_too() {
    let cell =
        text(&in_vni("Số hộ nghèo")).replace("<table-cell", "<table-cell table:style-name=\"a\"");
    let bytes = spreadsheet(&style("a", "", "VNI-Times"), &row(&[cell]), &[]);
    let mut source = opened(&bytes);
    assert_eq!(read(&mut *source), ["1: Số hộ nghèo"]);
    let converted = Problem::Converted {
        encoding: "VNI".into(),
        cells: 1,
    };
    assert_eq!(source.notes(0), [converted]);
}

#[test]
fn copies_of_other_files_are_no_sheets() {
    let sheet = |name: &str| Sheet::new(name, vec![vec![Cell::Number(1.0)]]);
    let names = [
        "Cấp xã",
        "'file:///C:/a.ods'#Sheet1",
        "'https://example.org/a.xls'#Sheet1",
        "'Xã' #1",
    ];
    let source = opened(&ods::workbook(&names.map(sheet)));
    let read: Vec<_> = source
        .sheets()
        .iter()
        .map(|sheet| sheet.name.as_deref())
        .collect();
    assert_eq!(read, [Some("Cấp xã"), Some("'Xã' #1")]);
}
