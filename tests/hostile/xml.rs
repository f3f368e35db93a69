//! XML that would do harm, and worksheets that do not add up (items 43–45, 47; 1, 8–10, 12, 28).

use super::case::{
    Case,
    Expected::{Cells, Refused},
    case, rows,
};
use super::handmade::{self, BOOK, CELL, RELATIONS, SHEET, TEXTS};
use crate::office::zipped::zipped;

const READ: &str = "1: =1";

pub(crate) fn cases() -> Vec<Case> {
    let mut cases = harmful();
    cases.extend(broken());
    cases.extend(places());
    cases.extend(wide());
    cases.extend(values());
    cases.extend(shared());
    cases.extend(lists());
    cases
}

fn harmful() -> Vec<Case> {
    let entities = || Refused("table/xml-entities");
    let bounds = || Refused("table/xml-bounds");
    let laughs = |root: &str| {
        let more: String = (1..10)
            .map(|n| format!("<!ENTITY a{n} \"{}\">", format!("&a{};", n - 1).repeat(10)))
            .collect();
        format!(
            "<?xml version=\"1.0\"?><!DOCTYPE {root} [<!ENTITY a0 \"ha\">{more}]><{root}>&a9;</{root}>"
        )
    };
    let tag = "x".repeat(100 << 20);
    let attributes: String = (0..300_000).map(|n| format!(" a{n}=\"\"")).collect();
    vec![
        case(
            47,
            "entities in a worksheet",
            "xa.xlsx",
            entities(),
            move || handmade::sheet(laughs("worksheet")),
        ),
        case(
            47,
            "entities in the texts",
            "xa.xlsx",
            entities(),
            move || handmade::part(TEXTS, laughs("sst")),
        ),
        case(
            47,
            "entities in the list of sheets",
            "xa.xlsx",
            entities(),
            move || handmade::part(BOOK, laughs("workbook")),
        ),
        case(
            47,
            "entities in the relations",
            "xa.xlsx",
            entities(),
            move || handmade::part("_rels/.rels", laughs("Relationships")),
        ),
        // Old programs name one. It is not followed.
        case(47, "a DTD somewhere else", "xa.xlsx", rows("1: =5"), || {
            let sheet = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>5</v></c></row></sheetData></worksheet>";
            handmade::sheet(["<!DOCTYPE worksheet SYSTEM \"file:///etc/passwd\">", sheet].concat())
        }),
        case(47, "100,000 deep", "xa.xlsx", bounds(), || {
            handmade::sheet("<a>".repeat(100_000))
        }),
        case(
            47,
            "100,000 deep within a cell",
            "xa.xlsx",
            bounds(),
            || {
                let (open, close) = ("<a>".repeat(100_000), "</a>".repeat(100_000));
                handmade::rows(&format!("<row r=\"1\"><c r=\"A1\">{open}{close}</c></row>"))
            },
        ),
        case(47, "300,000 attributes", "xa.xlsx", bounds(), move || {
            handmade::sheet(format!("<worksheet{attributes}/>"))
        }),
        case(47, "a tag of 100 MiB", "xa.xlsx", bounds(), move || {
            handmade::sheet(format!("<worksheet a=\"{tag}\"/>"))
        }),
        case(47, "a text of 20 MiB", "xa.xlsx", bounds(), || {
            handmade::texts(
                "",
                &format!("<sst><si><t>{}</t></si></sst>", "x".repeat(20 << 20)),
            )
        }),
        case(
            47,
            "a cell of 17 MiB in pieces",
            "xa.xlsx",
            Refused("table/heavy-row"),
            || {
                let pieces = format!("<r><t>{}</t></r>", "x".repeat(1 << 20)).repeat(17);
                handmade::rows(&format!(
                    "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is>{pieces}</is></c></row>"
                ))
            },
        ),
        case(
            47,
            "styles that refer to one long format",
            "xa.xlsx",
            bounds(),
            || {
                let format = format!(
                    "<numFmt numFmtId=\"164\" formatCode=\"{}\"/>",
                    "0".repeat(30_000)
                );
                let each = "<xf numFmtId=\"164\"/>".repeat(60_000);
                let xml = format!(
                    "<styleSheet><numFmts>{format}</numFmts><cellXfs>{each}</cellXfs></styleSheet>"
                );
                handmade::part("xl/styles.xml", xml)
            },
        ),
    ]
}

fn broken() -> Vec<Case> {
    let broken = || Refused("table/broken-part");
    let sheet = |xml: &'static [u8]| move || handmade::sheet(xml);
    let utf_16 = |text: &str| -> Vec<u8> {
        let units = text.encode_utf16().flat_map(u16::to_le_bytes);
        [0xff, 0xfe].into_iter().chain(units).collect()
    };
    vec![
        case(35, "a comment without end", "xa.xlsx", broken(), sheet(b"<worksheet><!-- <sheetData/></worksheet>")),
        case(35, "a tag without end", "xa.xlsx", broken(), sheet(b"<worksheet><sheetData><row r=\"1")),
        case(35, "rows without end", "xa.xlsx", Refused("table/corrupt"), sheet(b"<worksheet><sheetData><row r=\"1\">")),
        case(35, "bytes that are no UTF-8", "xa.xlsx", Refused("table/corrupt"), || {
            handmade::rows_of_bytes(b"<row r=\"1\"><c r=\"A1\" t=\"str\"><v>X\xe3</v></c></row>")
        }),
        case(35, "texts that are no UTF-8", "xa.xlsx", Refused("table/corrupt"), || {
            handmade::part(TEXTS, b"<sst><si><t>X\xe3</t></si></sst>")
        }),
        case(35, "a worksheet in UTF-16", "xa.xlsx", Refused("table/corrupt"), move || {
            handmade::sheet(utf_16(&format!("<worksheet><sheetData>{CELL}</sheetData></worksheet>")))
        }),
        case(35, "texts in UTF-16", "xa.xlsx", Refused("table/corrupt"), move || {
            let xml = utf_16("<sst><si><t>Mã xã</t></si></sst>");
            let entries = handmade::parts("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>");
            zipped(&handmade::with(entries, TEXTS, xml))
        }),
        case(35, "a worksheet that is not there", "xa.xlsx", broken(), || {
            let mut entries = handmade::parts(CELL);
            entries.pop();
            zipped(&entries)
        }),
        case(35, "a worksheet that is no XML", "xa.xlsx", Refused("table/corrupt"), sheet(b"Not XML at all")),
        case(35, "no relations", "xa.xlsx", broken(), || {
            let mut entries = handmade::parts(CELL);
            entries.remove(2);
            zipped(&entries)
        }),
        case(47, "a NUL in a text stands where it stood", "xa.xlsx", rows("1: a\0b"), sheet(
            b"<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>a\0b</v></c></row></sheetData></worksheet>",
        )),
    ]
}

/// Where rows and cells say that they stand.
fn places() -> Vec<Case> {
    let cells = |expected, name, rows: &'static str| {
        case(12, name, "xa.xlsx", expected, move || handmade::rows(rows))
    };
    vec![
        cells(
            Refused("table/duplicate-row"),
            "a row twice",
            "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1\"><c r=\"B1\"><v>2</v></c></row>",
        ),
        cells(
            Refused("table/rows-out-of-order"),
            "rows upwards",
            "<row r=\"3\"><c r=\"A3\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>2</v></c></row>",
        ),
        cells(
            Refused("table/duplicate-cell"),
            "a cell twice",
            "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>",
        ),
        cells(
            Refused("table/cells-out-of-order"),
            "cells leftwards",
            "<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>",
        ),
        cells(
            Refused("table/cells-out-of-order"),
            "a cell of an earlier row",
            "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"C1\"><v>2</v></c></row>",
        ),
        cells(
            Refused("table/cell-outside"),
            "a row 0",
            "<row r=\"0\"><c r=\"A1\"><v>1</v></c></row>",
        ),
        cells(
            Refused("table/cell-outside"),
            "a row that is no number",
            "<row r=\"x\"><c r=\"A1\"><v>1</v></c></row>",
        ),
        cells(
            rows("1: =1\n2: =2|=3"),
            "rows and cells that do not say where they stand",
            "<row><c><v>1</v></c></row><row><c><v>2</v></c><c><v>3</v></c></row>",
        ),
        case(
            43,
            "a size of the sheet that is not its own",
            "xa.xlsx",
            rows(READ),
            || {
                handmade::sheet(format!(
                    "<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData>{CELL}</sheetData></worksheet>"
                ))
            },
        ),
        case(
            43,
            "a size of the sheet that is smaller than it",
            "xa.xlsx",
            rows("1: =1\n9: |=2"),
            || {
                handmade::sheet(format!(
                    "<worksheet><dimension ref=\"A1\"/><sheetData>{CELL}<row r=\"9\"><c r=\"B9\"><v>2</v></c></row></sheetData></worksheet>"
                ))
            },
        ),
        case(44, "the last cell of all", "xa.xlsx", Cells(1), || {
            handmade::rows("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>")
        }),
        case(
            43,
            "a column behind the last",
            "xa.xlsx",
            Refused("table/cell-outside"),
            || handmade::rows("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>"),
        ),
        case(
            43,
            "a row behind the last",
            "xa.xlsx",
            Refused("table/cell-outside"),
            || handmade::rows("<row r=\"1048577\"><c r=\"A1048577\"><v>1</v></c></row>"),
        ),
        case(
            49,
            "a row so large that its number wraps around",
            "xa.xlsx",
            Refused("table/reader-failed"),
            || handmade::rows("<row r=\"1\"><c r=\"A99999999999\"><v>1</v></c></row>"),
        ),
        case(
            49,
            "a column so large that its number wraps around",
            "xa.xlsx",
            Refused("table/reader-failed"),
            || handmade::rows("<row r=\"1\"><c r=\"ZZZZZZZZZZZZ1\"><v>1</v></c></row>"),
        ),
        case(
            43,
            "merged cells beyond the last",
            "xa.xlsx",
            Refused("table/cell-outside"),
            || {
                handmade::sheet(format!(
                    "<worksheet><sheetData>{CELL}</sheetData><mergeCells><mergeCell ref=\"A1:XFE9\"/></mergeCells></worksheet>"
                ))
            },
        ),
    ]
}

fn wide() -> Vec<Case> {
    vec![
        case(
            44,
            "every other row of a million hidden",
            "xa.xlsx",
            rows(""),
            || handmade::rows(&"<row hidden=\"1\"/><row/>".repeat(524_288)),
        ),
        case(
            44,
            "two million merged blocks",
            "xa.xlsx",
            Refused("table/too-many-cells"),
            || {
                let blocks = "<mergeCell ref=\"A1:B2\"/>".repeat(2_000_000);
                handmade::sheet(format!(
                    "<worksheet><sheetData>{CELL}</sheetData><mergeCells>{blocks}</mergeCells></worksheet>"
                ))
            },
        ),
        case(
            44,
            "a million names of one sheet",
            "xa.xlsx",
            Refused("table/too-many-sheets"),
            || {
                let sheets = "<sheet name=\"a\" r:id=\"a\"/>".repeat(900_000);
                handmade::part(
                    BOOK,
                    format!("<workbook><sheets>{sheets}</sheets></workbook>"),
                )
            },
        ),
        case(
            44,
            "rows that each hold the last column only",
            "xa.xlsx",
            Cells(300),
            || {
                let row =
                    |row: u32| format!("<row r=\"{row}\"><c r=\"XFD{row}\"><v>1</v></c></row>");
                handmade::rows(&(1..301).map(row).collect::<String>())
            },
        ),
        case(
            44,
            "16,384 columns in 20 rows",
            "xa.xlsx",
            Cells(20 * 16_384),
            || {
                let row = format!("<row>{}</row>", "<c><v>1</v></c>".repeat(16_384));
                handmade::rows(&row.repeat(20))
            },
        ),
        case(
            44,
            "more columns than there are",
            "xa.xlsx",
            Refused("table/cell-outside"),
            || handmade::rows(&format!("<row>{}</row>", "<c><v>1</v></c>".repeat(16_385))),
        ),
    ]
}

fn values() -> Vec<Case> {
    let cell = |item, name, expected, cell: &'static str| {
        case(item, name, "xa.xlsx", expected, move || {
            handmade::rows(&format!("<row r=\"1\">{cell}</row>"))
        })
    };
    let lost = || Refused("table/cells-lost");
    vec![
        cell(
            1,
            "a value twice",
            lost(),
            "<c r=\"A1\"><v>1</v><v>2</v></c>",
        ),
        cell(
            1,
            "a number in CDATA",
            lost(),
            "<c r=\"A1\"><v><![CDATA[1]]></v></c>",
        ),
        cell(
            1,
            "a number with a comment within",
            lost(),
            "<c r=\"A1\"><v>1<!-- -->2</v></c>",
        ),
        cell(
            1,
            "a text in CDATA",
            lost(),
            "<c r=\"A1\" t=\"str\"><v><![CDATA[a]]></v></c>",
        ),
        cell(
            1,
            "a cell within a cell",
            Refused("table/corrupt"),
            "<c r=\"A1\"><c r=\"B1\"><v>2</v></c></c>",
        ),
        cell(
            1,
            "a value of two kinds",
            lost(),
            "<c r=\"A1\"><v>1</v><is><t>a</t></is></c>",
        ),
        case(1, "rows in two lists", "xa.xlsx", lost(), || {
            handmade::sheet(format!(
                "<worksheet><sheetData>{CELL}</sheetData><sheetData><row r=\"2\"><c r=\"A2\"><v>2</v></c></row></sheetData></worksheet>"
            ))
        }),
        case(1, "names with a prefix", "xa.xlsx", rows("1: =1|a"), || {
            handmade::sheet(
                "<x:worksheet xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><x:sheetData><x:row r=\"1\">\
                 <x:c r=\"A1\"><x:v>1</x:v></x:c><x:c r=\"B1\" t=\"inlineStr\"><x:is><x:t>a</x:t></x:is></x:c>\
                 </x:row></x:sheetData></x:worksheet>",
            )
        }),
        cell(
            1,
            "a cell without its row",
            rows(READ),
            "</row><c r=\"A1\"><v>1</v></c><row r=\"2\">",
        ),
        cell(
            8,
            "a formula that was never calculated",
            rows("1: !|=2"),
            "<c r=\"A1\"><f>B1</f></c><c r=\"B1\"><v>2</v></c>",
        ),
        cell(
            9,
            "an error that is not known",
            rows("1: !#SPILL!|=2"),
            "<c r=\"A1\" t=\"e\"><v>#SPILL!</v></c><c r=\"B1\"><v>2</v></c>",
        ),
        cell(
            9,
            "an error that could stand anywhere",
            Refused("table/unknown-error-cell"),
            "<c><v>1</v></c><c t=\"e\"><v>Err:502</v></c>",
        ),
        cell(
            10,
            "numbers that are none",
            rows("1: !NaN|!inf|!-inf|!inf"),
            "<c><v>NaN</v></c><c><v>inf</v></c><c><v>-Infinity</v></c><c><v>1e400</v></c>",
        ),
        cell(
            10,
            "a number that is a text",
            rows("1: abc"),
            "<c r=\"A1\"><v>abc</v></c>",
        ),
        cell(
            10,
            "a number by its kind that is none",
            Refused("table/corrupt"),
            "<c r=\"A1\" t=\"n\"><v>abc</v></c>",
        ),
        cell(
            10,
            "a kind of cell that there is not",
            Refused("table/corrupt"),
            "<c r=\"A1\" t=\"xyz\"><v>1</v></c>",
        ),
    ]
}

fn shared() -> Vec<Case> {
    const ONE: &str = "<sst count=\"1\" uniqueCount=\"1\"><si><t>a</t></si></sst>";
    let index = |name, expected, index: &'static str| {
        case(45, name, "xa.xlsx", expected, move || {
            handmade::texts(
                &format!("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>{index}</v></c></row>"),
                ONE,
            )
        })
    };
    let absent = || Refused("table/absent-text");
    vec![
        case(
            45,
            "a promise of four billion texts",
            "xa.xlsx",
            Refused("table/false-count"),
            || {
                handmade::texts(
                    "",
                    "<sst uniqueCount=\"4294967295\"><si><t>a</t></si></sst>",
                )
            },
        ),
        case(
            45,
            "a promise too large for any number",
            "xa.xlsx",
            Refused("table/false-count"),
            || {
                handmade::texts(
                    "",
                    "<sst uniqueCount=\"99999999999999999999999\"><si><t>a</t></si></sst>",
                )
            },
        ),
        case(
            45,
            "a promise of fewer texts than there are",
            "xa.xlsx",
            rows("1: b"),
            || {
                handmade::texts(
                    "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c></row>",
                    "<sst uniqueCount=\"0\"><si><t>a</t></si><si><t>b</t></si></sst>",
                )
            },
        ),
        index("the first text", rows("1: a"), "0"),
        index("a text behind the last", absent(), "1"),
        index("a text far behind the last", absent(), "4294967296"),
        index(
            "a text whose number wraps around",
            absent(),
            "18446744073709551616",
        ),
        index("a text before the first", Refused("table/cells-lost"), "-1"),
        index(
            "a text that is named, not numbered",
            Refused("table/cells-lost"),
            "a",
        ),
        case(
            45,
            "a text without a table of texts",
            "xa.xlsx",
            absent(),
            || handmade::rows("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>"),
        ),
        case(
            45,
            "one long text in every cell of a row",
            "xa.xlsx",
            Refused("table/heavy-row"),
            || {
                let row = format!("<row>{}</row>", "<c t=\"s\"><v>0</v></c>".repeat(1_000));
                handmade::texts(
                    &row,
                    &format!("<sst><si><t>{}</t></si></sst>", "x".repeat(1 << 20)),
                )
            },
        ),
    ]
}

/// What the workbook says of its sheets.
fn lists() -> Vec<Case> {
    let book = |sheets: &str| format!("<workbook><sheets>{sheets}</sheets></workbook>");
    let sheet =
        |name: &str, id: &str| format!("<sheet name=\"{name}\" sheetId=\"1\" r:id=\"{id}\"/>");
    let twice = book(&[sheet("xa", "a"), sheet("huyen", "a")].concat());
    let nowhere = book(&sheet("xa", "b"));
    let names = book(&[sheet("xa", "a"), sheet("XA", "a")].concat());
    let prefixed = book(&sheet("xa", "a"))
        .replace("</", "</x:")
        .replace('<', "<x:")
        .replace("<x:/x:", "</x:");
    vec![
        case(
            1,
            "two sheets of one part",
            "xa.xlsx",
            Refused("table/broken-part"),
            move || handmade::part(BOOK, twice.clone()),
        ),
        case(
            1,
            "a sheet without a part",
            "xa.xlsx",
            Refused("table/corrupt"),
            move || handmade::part(BOOK, nowhere.clone()),
        ),
        case(
            1,
            "two sheets of one name",
            "xa.xlsx",
            Refused("table/same-sheet"),
            move || {
                let relations = handmade::parts("").swap_remove(2);
                let text = String::from_utf8(relations.bytes).expect("text");
                let more = "<Relationship Id=\"b\" Type=\"x/worksheet\" Target=\"worksheets/sheet2.xml\"/></Relationships>";
                let entries = handmade::with(
                    handmade::parts(CELL),
                    BOOK,
                    names.replacen("r:id=\"a\"/></sheets", "r:id=\"b\"/></sheets", 1),
                );
                let entries =
                    handmade::with(entries, RELATIONS, text.replace("</Relationships>", more));
                zipped(&handmade::with(
                    entries,
                    "xl/worksheets/sheet2.xml",
                    "<worksheet><sheetData/></worksheet>",
                ))
            },
        ),
        case(
            1,
            "a list of sheets with prefixes",
            "xa.xlsx",
            rows(READ),
            move || handmade::part(BOOK, prefixed.clone()),
        ),
        case(
            1,
            "no sheet at all",
            "xa.xlsx",
            Refused("table/no-sheet"),
            || handmade::part(BOOK, "<workbook><sheets/></workbook>"),
        ),
        case(
            1,
            "texts in a part with another name",
            "xa.xlsx",
            Refused("table/unusual-part"),
            || {
                let relations = handmade::parts("").swap_remove(2);
                let text = String::from_utf8(relations.bytes).expect("text");
                let more = "<Relationship Id=\"b\" Type=\"x/sharedStrings\" Target=\"texts.xml\"/></Relationships>";
                handmade::part(RELATIONS, text.replace("</Relationships>", more))
            },
        ),
        case(
            38,
            "a workbook in the strict form",
            "xa.xlsx",
            rows(READ),
            || {
                let mut entries = handmade::parts(CELL);
                for entry in &mut entries {
                    let text = String::from_utf8(entry.bytes.clone()).expect("text");
                    let strict = "http://purl.oclc.org/ooxml/officeDocument/relationships";
                    let text = text.replace(
                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                        strict,
                    );
                    entry.bytes = text.into();
                }
                zipped(&entries)
            },
        ),
        case(
            1,
            "a workbook that lies elsewhere",
            "xa.xlsx",
            rows(READ),
            || {
                let mut entries = handmade::parts(CELL);
                for entry in &mut entries {
                    entry.name = entry.name.replace("xl/", "khac/");
                    let text = String::from_utf8(entry.bytes.clone()).expect("text");
                    entry.bytes = text.replace("xl/workbook", "khac/workbook").into();
                }
                assert!(entries.iter().all(|entry| entry.name != SHEET));
                zipped(&entries)
            },
        ),
    ]
}
