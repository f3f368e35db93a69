//! OpenDocument spreadsheets that would do harm or do not add up (items 1, 43, 44, 47).

use super::case::{
    Case,
    Expected::{Cells, Refused},
    case, rows,
};
use super::handmade;
use crate::office::zipped::{Entry, zipped};
use crate::office::{Sheet, ods};

/// The spreadsheet whose one sheet holds that XML.
pub(crate) fn of_table(xml: &str) -> Vec<u8> {
    of_content(
        &ods::content(&[Sheet::new("xa", vec![])])
            .replace("</table:table>", &format!("{xml}</table:table>")),
    )
}

fn of_content(xml: &str) -> Vec<u8> {
    zipped(&handmade::with(ods::entries(&[]), "content.xml", xml))
}

/// A row of that XML.
pub(crate) fn row(cells: &str) -> String {
    format!("<table:table-row>{cells}</table:table-row>")
}

const FIVE: &str = "<table:table-cell office:value-type=\"float\" office:value=\"5\"><text:p>5</text:p></table:table-cell>";

fn repeated(attribute: &str, times: &str, xml: &str) -> String {
    xml.replacen(
        '>',
        &format!(" table:number-{attribute}-repeated=\"{times}\">"),
        1,
    )
}

pub(crate) fn cases() -> Vec<Case> {
    let mut cases = far();
    cases.extend(broken());
    cases.extend(values());
    cases
}

fn table(item: u32, name: &'static str, expected: super::case::Expected, xml: String) -> Case {
    case(item, name, "xa.ods", expected, move || of_table(&xml))
}

/// Cells and rows that stand there often.
fn far() -> Vec<Case> {
    let outside = || Refused("table/cell-outside");
    let five = |times: &str| repeated("columns", times, FIVE);
    let empty = |times: &str| repeated("columns", times, "<table:table-cell></table:table-cell>");
    let rows_of = |times: &str, cells: &str| repeated("rows", times, &row(cells));
    vec![
        case(
            44,
            "four million sheets",
            "xa.ods",
            Refused("table/too-many-sheets"),
            || {
                of_table(&format!(
                    "</table:table>{}<table:table>",
                    "<table:table/>".repeat(4_000_000)
                ))
            },
        ),
        table(
            44,
            "two million columns, told one by one",
            rows("1: =5"),
            "<table:table-column/>".repeat(2_000_000) + &row(FIVE),
        ),
        table(
            44,
            "two billion empty cells",
            rows("1: =5"),
            row(&[FIVE, &empty("2147483647")].concat()),
        ),
        table(
            44,
            "two billion empty rows",
            rows("1: =5"),
            row(FIVE) + &rows_of("2147483648", "<table:table-cell/>"),
        ),
        table(
            44,
            "two billion cells",
            Refused("table/too-many-cells"),
            row(&five("2147483647")),
        ),
        table(
            44,
            "two billion rows",
            Refused("table/too-many-cells"),
            rows_of("2147483648", FIVE),
        ),
        table(
            44,
            "more rows than any number counts",
            Refused("table/too-many-cells"),
            rows_of("99999999999999999999", FIVE),
        ),
        table(
            43,
            "a cell behind two billion empty ones",
            outside(),
            row(&[&empty("2147483647"), FIVE].concat()),
        ),
        table(
            43,
            "a cell behind more empty ones than are counted",
            outside(),
            row(&[&empty("4294967297"), FIVE].concat()),
        ),
        table(
            43,
            "a row behind more empty ones than are counted",
            outside(),
            rows_of("4294967297", "") + &row(FIVE),
        ),
        table(
            43,
            "a cell one behind the last",
            outside(),
            row(&[&empty("16384"), FIVE].concat()),
        ),
        table(
            44,
            "the last cell of all",
            Cells(1),
            rows_of("1048575", "") + &row(&[&empty("16383"), FIVE].concat()),
        ),
        table(
            44,
            "a sheet full of one number",
            Refused("table/too-many-cells"),
            rows_of("1048576", &five("16384")),
        ),
        table(
            28,
            "a column full to its last row",
            Cells(1_048_576),
            rows_of("1048576", FIVE),
        ),
        table(
            44,
            "16,384 columns in 100 rows",
            Cells(1_638_400),
            rows_of("100", &five("16384")),
        ),
        table(
            1,
            "a number of times below one",
            rows("1: =5"),
            row(&five("-3")),
        ),
    ]
}

fn broken() -> Vec<Case> {
    let content = ods::content(&super::kinds::sheets());
    let instead = |old: &str, new: &str| content.replace(old, new);
    let part = |item, name, expected, xml: String| {
        case(item, name, "xa.ods", expected, move || of_content(&xml))
    };
    let unusual = || Refused("table/unusual-part");
    let cut = content[..content.len() - 60].to_owned();
    vec![
        part(
            35,
            "content that is cut off",
            Refused("table/broken-part"),
            cut,
        ),
        part(
            35,
            "no spreadsheet in it",
            Refused("table/no-sheet"),
            instead("office:spreadsheet", "office:text"),
        ),
        case(
            35,
            "no content",
            "xa.ods",
            Refused("table/broken-part"),
            || {
                zipped(&[
                    Entry::stored("mimetype", ods::KIND),
                    Entry::packed("meta.xml", "<a/>"),
                ])
            },
        ),
        part(
            47,
            "entities",
            Refused("table/xml-entities"),
            instead(
                "<office:document-content",
                "<!DOCTYPE a [<!ENTITY b \"c\">]><office:document-content",
            ),
        ),
        part(
            47,
            "an entity that nobody declared",
            Refused("table/broken-part"),
            instead("Mã xã", "&b;"),
        ),
        part(
            1,
            "names that mean something else",
            unusual(),
            instead("opendocument:xmlns:table:1.0", "x"),
        ),
        part(
            1,
            "other prefixes",
            unusual(),
            instead("table:", "t:").replace("t:1.0", "table:1.0"),
        ),
        table(
            47,
            "100,000 deep",
            Refused("table/xml-bounds"),
            "<table:table-row>".repeat(100_000),
        ),
        table(
            47,
            "100,000 groups of rows",
            Refused("table/xml-bounds"),
            "<table:table-row-group>".repeat(100_000) + &"</table:table-row-group>".repeat(100_000),
        ),
        case(
            38,
            "a zip packed anew, its kind packed too",
            "xa.ods",
            rows(super::kinds::ROWS),
            || {
                let mut entries = ods::entries(&super::kinds::sheets());
                entries.iter_mut().for_each(|entry| entry.is_packed = true);
                entries.reverse();
                zipped(&entries)
            },
        ),
    ]
}

fn values() -> Vec<Case> {
    let cell = |attributes: &str, shown: &str| {
        row(&format!(
            "<table:table-cell{attributes}>{shown}</table:table-cell>"
        ))
    };
    let typed = |kind: &str, value: &str| {
        cell(
            &format!(" office:value-type=\"{kind}\" {value}"),
            "<text:p>x</text:p>",
        )
    };
    let nested = format!("<table:table table:name=\"b\">{}</table:table>", row(FIVE));
    vec![
        table(
            1,
            "a table within a cell",
            Refused("table/cells-lost"),
            cell("", &nested),
        ),
        table(
            1,
            "a cell within a cell",
            Refused("table/cells-lost"),
            cell("", FIVE),
        ),
        table(
            1,
            "a cell within a paragraph",
            rows("1: 5"),
            cell("", &format!("<text:p>{FIVE}</text:p>")),
        ),
        table(
            1,
            "a row within a row",
            Refused("table/cells-lost"),
            row(&row(FIVE)),
        ),
        table(
            1,
            "a cell without its row",
            Refused("table/cells-lost"),
            FIVE.to_owned(),
        ),
        table(
            1,
            "rows in a kind of group that there is not",
            Refused("table/cells-lost"),
            format!(
                "<table:rows-of-a-later-version>{}</table:rows-of-a-later-version>",
                row(FIVE)
            ),
        ),
        table(
            10,
            "numbers that are none",
            rows("1: !NaN\n2: !inf\n3: !x"),
            typed("float", "office:value=\"NaN\"")
                + &typed("float", "office:value=\"1e999\"")
                + &typed("float", "office:value=\"abc\""),
        ),
        table(
            10,
            "a number without its value",
            rows("1: !x"),
            typed("float", ""),
        ),
        table(
            10,
            "a kind of value that there is not",
            rows("1: !x"),
            typed("xyz", ""),
        ),
        table(
            8,
            "a formula that was never calculated",
            rows("1: !"),
            cell(" table:formula=\"of:=1\"", ""),
        ),
        table(
            9,
            "an error that is not known",
            rows("1: !Err:502"),
            cell(
                " table:formula=\"of:=1\" office:value-type=\"float\" office:value=\"0\"",
                "<text:p>Err:502</text:p>",
            ),
        ),
        table(
            47,
            "a text in CDATA",
            rows("1: a<b"),
            cell(
                " office:value-type=\"string\"",
                "<text:p><![CDATA[a<b]]></text:p>",
            ),
        ),
        table(
            47,
            "a billion spaces",
            rows("1: a b"),
            cell(
                " office:value-type=\"string\"",
                "<text:p>a<text:s text:c=\"1\"/>b<text:s text:c=\"1000000000\"/></text:p>",
            ),
        ),
        table(
            43,
            "merged cells that reach beyond the last",
            Refused("table/cell-outside"),
            cell(
                " table:number-columns-spanned=\"2147483648\" table:number-rows-spanned=\"2147483648\"",
                "",
            ),
        ),
    ]
}
