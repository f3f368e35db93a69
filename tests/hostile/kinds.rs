//! Files that are not what they are called, that are locked, or that are no tables (items 36–40).

use super::case::{Case, Expected::Refused, case, rows};
use super::handmade;
use super::raw_zip::{self, Raw};
use crate::office::xls::{self, Book, Record, kind};
use crate::office::zipped::{Entry, zipped};
use crate::office::{Cell, Sheet, compound, ods, xls_95};

pub(crate) fn cases() -> Vec<Case> {
    let mut cases = locked();
    cases.extend(misnamed());
    cases.extend(others());
    cases
}

pub(crate) fn sheets() -> Vec<Sheet> {
    let cells = vec![vec![Cell::text("Mã xã"), Cell::Number(5.0)]];
    vec![Sheet::new("xa", cells)]
}

/// What every writer makes of [`sheets`].
pub(crate) const ROWS: &str = "1: Mã xã|=5";

/// A record that says how the rest is locked stands right behind the first.
fn locked_xls(data: &[u8]) -> Vec<u8> {
    let mut book = Book::of(&sheets());
    book.before_list.insert(1, Record::new(0x2f, data));
    xls::in_container(&book.stream())
}

fn locked() -> Vec<Case> {
    let password = || Refused("table/password");
    let mut flagged: Vec<Raw> = handmade::parts("").iter().map(Raw::of).collect();
    flagged[3].flags = 1;
    let manifest = "<manifest:manifest><manifest:file-entry manifest:full-path=\"content.xml\">\
        <manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    let ods = handmade::with(ods::entries(&sheets()), "META-INF/manifest.xml", manifest);
    let wrapped = [
        Entry::stored("mimetype", ods::KIND),
        Entry::packed("encrypted-package", [7_u8; 100]),
    ];
    vec![
        case(37, "xlsx with a password", "xa.xlsx", password(), || {
            compound::file(&[
                ("EncryptionInfo", &[4, 0]),
                ("EncryptedPackage", &[7; 9_000]),
            ])
        }),
        case(
            37,
            "a locked package beside a workbook",
            "xa.xls",
            password(),
            || {
                let stream = xls::stream(&sheets());
                compound::file(&[(xls::STREAM, &stream), ("EncryptedPackage", &[7; 9_000])])
            },
        ),
        case(37, "xls locked with RC4", "xa.xls", password(), || {
            locked_xls(&[&[1, 0, 1, 0, 1, 0][..], &[9; 48]].concat())
        }),
        case(37, "xls locked with XOR", "xa.xls", password(), || {
            locked_xls(&[0, 0, 0x34, 0x12, 0x78, 0x56])
        }),
        case(37, "Excel 95 locked with XOR", "xa.xls", password(), || {
            let stream = xls_95::stream(1_252, "Arial", &[xls_95::label(0, 0, b"xa")]);
            let locked = Record::new(0x2f, [0x34, 0x12, 0x78, 0x56]).bytes();
            xls_95::in_container(&[&stream[..12], &locked, &stream[12..]].concat())
        }),
        case(37, "ods with a password", "xa.ods", password(), move || {
            zipped(&ods)
        }),
        case(37, "ods wholly locked", "xa.ods", password(), move || {
            zipped(&wrapped)
        }),
        case(
            37,
            "zip with a locked part",
            "xa.xlsx",
            password(),
            move || raw_zip::written(&flagged),
        ),
    ]
}

const PAGE: &str = "<html><body><table><tr><td>Mã xã</td></tr></table></body></html>";
const XML_2003: &str =
    "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook></Workbook>\n";

fn misnamed() -> Vec<Case> {
    vec![
        case(38, "xls named .xlsx", "xa.xlsx", rows(ROWS), || {
            xls::workbook(&sheets())
        }),
        case(38, "xlsx named .xls", "xa.xls", rows(ROWS), || {
            crate::office::xlsx::workbook(&sheets())
        }),
        case(38, "ods named .xls", "xa.xls", rows(ROWS), || {
            ods::workbook(&sheets())
        }),
        case(39, "csv named .xls", "xa.xls", rows("1: Mã xã|5"), || {
            "Mã xã,5\n".into()
        }),
        case(
            39,
            "html named .xls",
            "xa.xls",
            Refused("table/html"),
            || PAGE.into(),
        ),
        case(
            39,
            "html in UTF-16",
            "xa.xls",
            Refused("table/html"),
            || utf16(PAGE),
        ),
        case(
            39,
            "XML of Excel 2003",
            "xa.xls",
            Refused("table/spreadsheet-xml"),
            || XML_2003.into(),
        ),
        case(
            39,
            "XML of Excel 2003 in UTF-16",
            "xa.xls",
            Refused("table/spreadsheet-xml"),
            || utf16(XML_2003),
        ),
        case(39, "MHTML", "xa.xls", Refused("table/mhtml"), || {
            "MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related\r\n"
                .into()
        }),
    ]
}

fn utf16(text: &str) -> Vec<u8> {
    let units = text.encode_utf16().flat_map(u16::to_le_bytes);
    [0xff, 0xfe].into_iter().chain(units).collect()
}

fn named(names: &[&str]) -> Vec<u8> {
    let entries: Vec<Entry> = names.iter().map(|name| Entry::packed(name, "")).collect();
    zipped(&entries)
}

fn others() -> Vec<Case> {
    let document = |kind: &str| {
        let kind = format!("application/vnd.oasis.opendocument.{kind}");
        let entries = handmade::with(ods::entries(&sheets()), "mimetype", "");
        let mut entries: Vec<Entry> = entries.into_iter().skip(1).collect();
        entries.insert(0, Entry::stored("mimetype", kind));
        zipped(&entries)
    };
    vec![
        case(
            36,
            "no byte",
            "xa.xlsx",
            Refused("table/empty-file"),
            Vec::new,
        ),
        case(
            40,
            "xlsb",
            "xa.xlsb",
            Refused("table/binary-workbook"),
            || named(&["_rels/.rels", "xl/workbook.bin"]),
        ),
        case(
            40,
            "Numbers",
            "xa.numbers",
            Refused("table/numbers"),
            || named(&["Index/Document.iwa", "Metadata/Properties.plist"]),
        ),
        case(40, "Excel 2", "xa.xls", Refused("table/old-excel"), || {
            b"\x09\0\x04\0\x02\0\x10\0\x0a\0\0\0".into()
        }),
        case(40, "Excel 3", "xa.xls", Refused("table/old-excel"), || {
            b"\x09\x02\x06\0\0\0\x10\0\0\0\x0a\0\0\0".into()
        }),
        case(40, "Excel 4", "xa.xls", Refused("table/old-excel"), || {
            b"\x09\x04\x06\0\0\0\0\x01\0\0\x0a\0\0\0".into()
        }),
        case(
            40,
            "Excel 4 in a compound file",
            "xa.xls",
            Refused("table/old-excel"),
            || compound::file(&[("Book", b"\x09\x04\x06\0\0\0\0\x01\0\0\x0a\0\0\0")]),
        ),
        case(40, "Excel 95", "xa.xls", rows("1: Mx|xa"), || {
            xls_95::workbook(1_252, &[(0, 0, b"Mx"), (0, 1, b"xa")])
        }),
        case(
            40,
            "docx",
            "xa.xlsx",
            Refused("table/not-a-workbook"),
            || named(&["_rels/.rels", "word/document.xml"]),
        ),
        case(
            40,
            "pptx",
            "xa.xlsx",
            Refused("table/not-a-workbook"),
            || named(&["_rels/.rels", "ppt/presentation.xml"]),
        ),
        case(
            40,
            "odt",
            "xa.ods",
            Refused("table/not-a-workbook"),
            move || document("text"),
        ),
        case(40, "ots, a template", "xa.ots", rows(ROWS), move || {
            document("spreadsheet-template")
        }),
        case(40, "doc", "xa.xls", Refused("table/not-a-workbook"), || {
            compound::file(&[("WordDocument", &[0; 5_000]), ("1Table", &[0; 5_000])])
        }),
        case(
            40,
            "another compound file",
            "xa.xls",
            Refused("table/other-kind"),
            || compound::file(&[("__properties_version1.0", &[0; 5_000])]),
        ),
        case(
            40,
            "xlsm: macros are parts like others",
            "xa.xlsm",
            rows("1: =1"),
            || {
                handmade::part(
                    "xl/vbaProject.bin",
                    compound::file(&[("VBA", &[0xe1; 5_000])]),
                )
            },
        ),
        case(
            40,
            "links to other files are not followed",
            "xa.xlsx",
            rows("1: =1"),
            || {
                handmade::part(
                    "xl/externalLinks/externalLink1.xml",
                    "<externalLink><externalBook r:id=\"a\"><sheetDataSet><sheetData sheetId=\"0\"><row r=\"1\">\
                 <cell r=\"A1\"><v>7</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>",
                )
            },
        ),
        case(
            40,
            "cells of other files in an ods are no sheet of it",
            "xa.ods",
            rows(ROWS),
            || {
                let mut all = sheets();
                all.push(Sheet::new(
                    "'file:///C:/khac.ods'#xa",
                    vec![vec![Cell::Number(7.0)]],
                ));
                ods::workbook(&all)
            },
        ),
        case(
            40,
            "macros and old records beside the cells of an xls",
            "xa.xls",
            rows(ROWS),
            || {
                let mut book = Book::of(&sheets());
                book.before_list.push(Record::new(0xd3, []));
                book.sheets[0].insert(1, Record::new(kind::CONTINUE, [1; 20]));
                let stream = book.stream();
                compound::file(&[(xls::STREAM, &stream), ("_VBA_PROJECT", &[0; 5_000])])
            },
        ),
    ]
}
