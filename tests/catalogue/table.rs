//! Files that cannot be read, and what is said of those that can.

use crate::data::{checked, handmade, sheet, workbook_parts, zipped};
use crate::office::{Cell, Sheet, compound, xls, xls_95};
use crate::way::{Shows, Way, piece};
use rust_xlsxwriter::{Format, Formula};
use std::io::{self, Cursor, ErrorKind, Read, Seek, SeekFrom};
use thidua::diagnostic::Diagnostic;
use thidua::place::Place;
use thidua::table;

pub(crate) fn ways() -> Vec<Way> {
    let mut ways = refused();
    ways.extend(other_kinds());
    ways.extend(letters());
    ways.extend(remarks());
    ways.extend(rows());
    ways.extend(broken());
    ways.extend(older());
    ways.extend(containers());
    ways.extend(contents());
    ways.extend(sheets());
    ways.extend(lost());
    ways.extend(cells());
    ways
}

/// An input that the system does not let us read, or that does not end.
struct Faulty {
    head: Cursor<&'static [u8]>,
    refuses: bool,
}

impl Read for Faulty {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.refuses {
            return Err(ErrorKind::PermissionDenied.into());
        }
        match self.head.read(buffer)? {
            0 => {
                buffer.fill(0);
                Ok(buffer.len())
            }
            read => Ok(read),
        }
    }
}

impl Seek for Faulty {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.head.seek(to)
    }
}

fn refusal_of(input: impl table::Input + 'static) -> Diagnostic {
    let problem = table::open(Box::new(input)).err().expect("refused");
    problem.at(Place::file("xa.xlsx"))
}

fn faulty(refuses: bool) -> Diagnostic {
    let head = Cursor::new(&b"PK\x03\x04"[..]);
    refusal_of(Faulty { head, refuses })
}

/// The first problem of the first sheet's rows.
fn problem_of(bytes: Vec<u8>) -> Diagnostic {
    let mut source = table::open(Box::new(Cursor::new(bytes))).expect("opened");
    let mut rows = source.rows(0).expect("rows");
    loop {
        match rows.next_row() {
            Ok(Some(_)) => {}
            Ok(None) => panic!("read to its end"),
            Err(problem) => return problem.at(Place::file("xa.xlsx")),
        }
    }
}

fn xlsx(code: &'static str, bytes: impl Into<Vec<u8>>) -> Way {
    checked(code, "xa.xlsx", bytes).shows(Shows::Nothing)
}

fn xls_of(code: &'static str, bytes: impl Into<Vec<u8>>) -> Way {
    checked(code, "xa.xls", bytes).shows(Shows::Nothing)
}

fn refused() -> Vec<Way> {
    vec![
        piece("table/unreadable", || faulty(true)),
        xlsx("table/empty-file", ""),
        piece("table/too-large", || faulty(false)),
        xlsx(
            "table/password",
            compound::file(&[("EncryptionInfo", b""), ("EncryptedPackage", b"")]),
        ),
        xls_of("table/old-excel", b"\x09\x04\x06\0\0\0\x10\0\0\0\x0a\0\0\0"),
    ]
}

fn zip_of(parts: &[&str]) -> Vec<u8> {
    let parts: Vec<(String, Vec<u8>)> = parts
        .iter()
        .map(|name| ((*name).to_owned(), Vec::new()))
        .collect();
    zipped(&parts)
}

fn other_kinds() -> Vec<Way> {
    let named = |code, name: &str, bytes: Vec<u8>| checked(code, name, bytes).shows(Shows::Nothing);
    let text = |code, text: &str| checked(code, "xa.xls", text);
    vec![
        named(
            "table/binary-workbook",
            "xa.xlsb",
            zip_of(&["_rels/.rels", "xl/workbook.bin"]),
        ),
        named(
            "table/numbers",
            "xa.numbers",
            zip_of(&["Index/Document.iwa"]),
        ),
        xlsx(
            "table/not-a-workbook",
            zip_of(&["_rels/.rels", "word/document.xml"]),
        ),
        xlsx("table/archive", zip_of(&["xa.xlsx", "huyen.xlsx"])),
        text(
            "table/html",
            "<html><body><table><tr><td>Mã xã</td></tr></table></body></html>\n",
        ),
        text(
            "table/mhtml",
            "MIME-Version: 1.0\nContent-Type: multipart/related\n",
        ),
        text(
            "table/spreadsheet-xml",
            "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook></Workbook>\n",
        ),
        text("table/pdf", "%PDF-1.7\n").shows(Shows::Nothing),
        text("table/other-kind", "{\\rtf1 Mã xã}\n").shows(Shows::Nothing),
    ]
}

const COMMUNES: &str = "Mã đơn vị;Tên đơn vị;Tổng số hộ;Số hộ nghèo\n25294;Xã Lộc Thành;1.234;12\n25276;Xã Lộc Thạnh;2.345;7\n\
    25270;Thị trấn Lộc Ninh;3.456;5\n25222;Xã Đắk Ơ;980;44\n";

fn letters() -> Vec<Way> {
    let bytes = |code, bytes: &[u8]| checked(code, "xa_2021.csv", bytes).shows(Shows::Nothing);
    vec![
        bytes("table/broken-utf-16", b"\xff\xfeM\0\xe3\0,\0a"),
        bytes("table/nul-byte", b"code,name\n25294,\0\n"),
        bytes("table/not-utf-8", b"Stra\xdfe;Gr\xf6\xdfe\nM\xfcllerstra\xdfe;sch\xf6n\n"),
        bytes("table/uncertain-letters", b"code;poor_2021;name\n25294;100;X\xb7 L\xe9c Th\xb5nh\n"),
        checked("table/wrong-encoding", "xa_2021.csv", COMMUNES)
            .argument("--encoding")
            .argument("windows-1258")
            .shows(Shows::Command),
        bytes(
            "table/windows-1258",
            b"Ma\xde \xf0\xf5n vi\xf2,T\xean \xf0\xf5n vi\xf2,H\xf4\xf2 ngh\xe8o\n1,\xd0\xf4\xccng Ph\xfa,3\n2,Ch\xf5n Th\xe0nh,4\n",
        ),
        bytes(
            "table/converted",
            b"M\xb7 \xae\xacn v\xde,T\xaan \xae\xacn v\xde,H\xe9 ngh\xcco\n1,\xa7\xe5ng Ph\xf3,3\n2,Ch\xacn Th\xb5nh,4\n",
        ),
        mixed_letters(),
        bytes(
            "table/odd-letters",
            format!("{}1;X· §¾k ¥;Thµnh phè;®ång bµo\n", COMMUNES.repeat(1_000)).as_bytes(),
        ),
    ]
}

/// Names in a font of TCVN3, one of them typed in Unicode, one a word either way.
fn mixed_letters() -> Way {
    let names = [
        "X· Léc Thµnh",
        "ThÞ trÊn Léc Ninh",
        "HuyÖn Bï §èp",
        "Thị trấn Lộc Ninh",
        "Bé",
    ];
    let text = "Mã thôn|Tên thôn|Số hộ nghèo 2021\nT1||1\nT2||2\nT3||3\nT4||4\nT5||5";
    sheet("table/mixed-letters", "thon.xlsx!Thôn", text, |sheet| {
        let font = Format::new().set_font_name(".VnTime");
        for (row, name) in (1_u32..).zip(names) {
            sheet
                .write_with_format(row, 1, name, &font)
                .expect("written");
        }
    })
}

fn remarks() -> Vec<Way> {
    let text = "Mã thôn|Tên thôn|Số hộ nghèo 2021\nT1|Ấp 1|5";
    vec![
        sheet("table/formulas", "thon.xlsx!Thôn", text, |sheet| {
            let formula = Formula::new("=2+3").set_result("5");
            sheet.write_formula(1, 2, formula).expect("written");
        }),
        days_from_1904(),
    ]
}

fn days_from_1904() -> Way {
    let text = |cell: &str, text: &str| {
        format!("<c r=\"{cell}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
    };
    let rows = format!(
        "<row r=\"1\">{}{}{}</row><row r=\"2\">{}{}<c r=\"C2\" s=\"1\"><v>43464</v></c></row>",
        text("A1", "Mã đơn vị"),
        text("B1", "Loại báo cáo"),
        text("C1", "Ngày gửi"),
        text("A2", "695"),
        text("B2", "annual"),
    );
    let mut parts = workbook_parts(&rows);
    let styles = "<styleSheet><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>";
    parts.push(("xl/styles.xml".to_owned(), styles.into()));
    for (name, bytes) in &mut parts {
        let text = String::from_utf8(bytes.clone()).expect("text");
        if name == "xl/workbook.xml" {
            *bytes = text
                .replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>")
                .replace("name=\"xa\"", "name=\"Báo cáo\"")
                .into();
        }
    }
    checked("table/days-from-1904", "bao-cao.xlsx", zipped(&parts)).shows(Shows::Nothing)
}

fn rows() -> Vec<Way> {
    let text = |code, text: &str| checked(code, "xa.csv", text);
    vec![
        text(
            "table/unclosed-quote",
            "Mã xã,Tên xã\n25294,\"Lộc Thành\n25297,Lộc Thái\n",
        ),
        text(
            "table/long-row",
            &format!("Mã xã,Tên xã\n25294,{}\n", "x".repeat(2 << 20)),
        )
        .shows(Shows::Nothing),
        text(
            "table/wide-row",
            &format!("Mã xã,Tên xã\n{}\n", ",".repeat(16_384)),
        )
        .shows(Shows::Nothing),
    ]
}

/// The smallest workbook with one part added, or instead of its own.
fn with_part(name: &str, text: impl Into<Vec<u8>>) -> Vec<u8> {
    let mut parts = workbook_parts("");
    parts.retain(|(own, _)| own != name);
    parts.push((name.to_owned(), text.into()));
    zipped(&parts)
}

/// The smallest workbook whose worksheet is that XML.
fn with_sheet(xml: &str) -> Vec<u8> {
    with_part("xl/worksheets/sheet1.xml", xml)
}

const CELL: &str = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";

fn broken() -> Vec<Way> {
    let whole = handmade(CELL);
    vec![
        xlsx(
            "table/corrupt",
            with_sheet(&format!("<worksheet><sheetData>{CELL}")),
        ),
        xlsx("table/cut-off", &whole[..whole.len() / 2]),
        xlsx(
            "table/broken-part",
            with_sheet("<worksheet><sheetData><row r=\"1\"><c r=\"A1"),
        ),
    ]
}

/// What is wrong with the files of Excel 97–2003 and what lies in them.
fn older() -> Vec<Way> {
    let one = [Sheet::new("xa", vec![vec![Cell::text("Mã xã")]])];
    let stream = xls::stream(&one);
    let mut loops = compound::Compound::of(&[(xls::STREAM, &stream)]);
    loops.table[1] = 0;
    let mut elsewhere = xls::Book::of(&one);
    elsewhere.list[0].begins_at = Some(1_000_000);
    let mut without_texts = xls::Book::of(&one);
    let not_texts = |record: &xls::Record| record.kind != xls::kind::TEXTS;
    without_texts.after_list.retain(not_texts);
    vec![
        xls_of("table/broken-compound", loops.bytes()),
        xls_of(
            "table/broken-record",
            xls::in_container(&elsewhere.stream()),
        ),
        xls_of(
            "table/two-workbooks",
            compound::file(&[("Book", &stream), (xls::STREAM, &stream)]),
        ),
        xls_of(
            "table/code-page",
            xls_95::workbook(9_999, &[(0, 0, b"M\xb7 x\xb7")]),
        ),
        xls_of(
            "table/absent-text",
            xls::in_container(&without_texts.stream()),
        ),
    ]
}

fn containers() -> Vec<Way> {
    let many: Vec<String> = (0..10_001).map(|n| format!("xl/{n}.xml")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    vec![
        xlsx(
            "table/reader-failed",
            handmade("<row r=\"1\"><c r=\"A99999999999\"><v>1</v></c></row>"),
        ),
        xlsx("table/too-many-parts", zip_of(&many)),
        xlsx("table/same-part", with_part("xl/Worksheets/Sheet1.xml", "")),
        xlsx("table/part-outside", with_part("../xa.xml", "")),
        xlsx("table/overlapping-part", overlapping()),
        xlsx("table/unusual-part", unusual()),
        xlsx(
            "table/zip-bomb",
            with_part("xl/media/image1.xml", " ".repeat(70 << 20)),
        ),
    ]
}

/// A workbook whose directory says of its last part that it is longer than it is.
fn overlapping() -> Vec<u8> {
    let mut bytes = handmade(CELL);
    let last = memchr::memmem::rfind(&bytes, b"PK\x01\x02").expect("a directory");
    bytes[last + 20..last + 24].copy_from_slice(&5_000_u32.to_le_bytes());
    bytes
}

/// A workbook whose texts lie in a part with a name of its own.
fn unusual() -> Vec<u8> {
    let mut parts = workbook_parts("");
    let (_, relations) = &mut parts[2];
    let text = String::from_utf8(relations.clone()).expect("text");
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings";
    let more = format!("<Relationship Id=\"b\" Type=\"{kind}\" Target=\"texts.xml\"/></Rel");
    *relations = text.replace("</Rel", &more).into();
    zipped(&parts)
}

fn contents() -> Vec<Way> {
    let texts = |xml: &str| with_part("xl/sharedStrings.xml", xml);
    vec![
        xlsx(
            "table/xml-entities",
            with_sheet("<!DOCTYPE worksheet [<!ENTITY a \"1\">]><worksheet/>"),
        ),
        xlsx("table/xml-bounds", with_sheet(&"<a>".repeat(1_000))),
        xlsx(
            "table/false-count",
            texts("<sst uniqueCount=\"4000000000\"><si><t>Mã xã</t></si></sst>"),
        ),
        xlsx(
            "table/too-much-text",
            texts(&format!("<sst>{}</sst>", "<si/>".repeat(6_000_000))),
        ),
    ]
}

fn sheets() -> Vec<Way> {
    let sheets = |text: &str| {
        with_part(
            "xl/workbook.xml",
            format!("<workbook><sheets>{text}</sheets></workbook>"),
        )
    };
    let named = |name: &str| format!("<sheet name=\"{name}\" sheetId=\"1\" r:id=\"a\"/>");
    vec![
        xlsx("table/no-sheet", sheets("")),
        xlsx("table/too-many-sheets", sheets(&named("xa").repeat(10_001))),
        xlsx(
            "table/same-sheet",
            sheets(&format!("{}{}", named("Cấp xã"), named("CẤP XÃ"))),
        ),
        piece("table/absent-sheet", || {
            let mut source = table::open(Box::new(Cursor::new(handmade("")))).expect("opened");
            source
                .rows(1)
                .err()
                .expect("absent")
                .at(Place::file("xa.xlsx"))
        }),
    ]
}

/// What a file holds and its reading does not find, or may not.
fn lost() -> Vec<Way> {
    let cell = || vec![vec![Cell::Number(1.0)]];
    let mut unlisted = xls::Book::of(&[Sheet::new("xa", cell()), Sheet::new("huyen", cell())]);
    unlisted.list.pop();
    let unlisted_stream = unlisted.stream();
    let text = "Mã thôn|Tên thôn|Số hộ nghèo 2021\nT1|Ấp 1|5";
    vec![
        xls_of("table/sheets-lost", xls::in_container(&unlisted_stream)),
        xlsx(
            "table/cells-lost",
            handmade("<row r=\"1\"><c r=\"A1\"><v>1</v><v>2</v></c></row>"),
        ),
        sheet("table/perhaps-cut", "thon.xlsx!Thôn", text, |sheet| {
            sheet.write(1_048_575, 0, "T2").expect("written");
        })
        .shows(Shows::Nothing),
    ]
}

fn cells() -> Vec<Way> {
    let rows = |code, rows: &str| xlsx(code, handmade(rows));
    vec![
        rows("table/duplicate-row", &CELL.repeat(2)),
        rows(
            "table/rows-out-of-order",
            &format!("<row r=\"2\"><c r=\"A2\"><v>2</v></c></row>{CELL}"),
        ),
        rows(
            "table/duplicate-cell",
            "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>",
        ),
        rows(
            "table/cells-out-of-order",
            "<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>",
        ),
        rows(
            "table/cell-outside",
            "<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>",
        ),
        // Cells that do not say where they stand, so that nobody can tell where the error is.
        rows(
            "table/unknown-error-cell",
            "<row><c><v>1</v></c><c t=\"e\"><v>Err:502</v></c></row>",
        ),
        rows(
            "table/heavy-row",
            &format!("<row r=\"1\">{}</row>", heavy()),
        ),
        piece("table/too-many-cells", || {
            problem_of(handmade(&far_cells()))
        }),
    ]
}

/// More text than a row may have.
fn heavy() -> String {
    let text = "x".repeat(1 << 20);
    (0..17)
        .map(|_| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>"))
        .collect()
}

/// Rows with a single cell each, in the last column: as many cells as they are wide.
fn far_cells() -> String {
    (1..30_600)
        .map(|row| format!("<row r=\"{row}\"><c r=\"XFD{row}\"><v>1</v></c></row>"))
        .collect()
}
