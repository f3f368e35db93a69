//! A small commune workbook written by hand, in the ways that programs differ: names of namespaces, prefixes, addresses left out.
//!
//! In: the way. Out: entries of a zip.

use super::office::zipped::Entry;

/// In which way a workbook is written.
#[derive(Clone, Copy, Default)]
pub(crate) struct Way {
    /// With its colon.
    pub(crate) prefix: &'static str,
    /// The namespaces of the standard's strict form.
    pub(crate) is_strict: bool,
    /// Rows and cells without addresses.
    pub(crate) is_bare: bool,
    pub(crate) without_styles: bool,
    /// A thread stands at the cell that is wrong.
    pub(crate) has_thread: bool,
}

/// One unit, whose figure of 2022 stands in D2 and is none.
pub(crate) fn entries(way: Way) -> Vec<Entry> {
    let p = way.prefix;
    let (main, ids) = match way.is_strict {
        true => (
            "http://purl.oclc.org/ooxml/spreadsheetml/main",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        ),
        false => (
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        ),
    };
    let of_prefix = p.trim_end_matches(':');
    let names = match of_prefix {
        "" => format!("xmlns=\"{main}\" xmlns:rel=\"{ids}\""),
        prefix => format!("xmlns:{prefix}=\"{main}\" xmlns:rel=\"{ids}\""),
    };
    let relations = |lines: &str| {
        format!(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{lines}</Relationships>"
        )
    };
    let relation = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"{ids}/{kind}\" Target=\"{target}\"/>")
    };
    let kind = |part: &str, kind: &str| {
        format!(
            "<Override PartName=\"{part}\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.{kind}+xml\"/>"
        )
    };
    let mut kinds =
        kind("/xl/workbook.xml", "sheet.main") + &kind("/xl/worksheets/sheet1.xml", "worksheet");
    let mut of_book = relation("rId1", "worksheet", "worksheets/sheet1.xml");
    let mut more = Vec::new();
    if !way.without_styles {
        kinds += &kind("/xl/styles.xml", "styles");
        of_book += &relation("rId2", "styles", "styles.xml");
        let styles = format!(
            "<{p}styleSheet {names}><{p}fonts><{p}font/></{p}fonts><{p}fills><{p}fill><{p}patternFill patternType=\"none\"/></{p}fill></{p}fills>\
             <{p}borders><{p}border/></{p}borders><{p}cellXfs><{p}xf/></{p}cellXfs></{p}styleSheet>"
        );
        more.push(Entry::packed("xl/styles.xml", styles));
    }
    if way.has_thread {
        kinds += &kind("/xl/comments1.xml", "comments");
        let of_sheet = relation("rId1", "comments", "/xl/comments1.xml");
        more.push(Entry::packed(
            "xl/worksheets/_rels/sheet1.xml.rels",
            relations(&of_sheet),
        ));
        let notes = format!(
            "<{p}comments {names}><{p}authors><{p}author>tc={{1}}</{p}author></{p}authors><{p}commentList>\
             <{p}comment ref=\"D2\" authorId=\"0\"><{p}text><{p}t>[Threaded comment]</{p}t></{p}text></{p}comment></{p}commentList></{p}comments>"
        );
        more.push(Entry::packed("xl/comments1.xml", notes));
    }
    let mut entries = vec![
        Entry::packed(
            "[Content_Types].xml",
            format!(
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
                 <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>{kinds}</Types>"
            ),
        ),
        Entry::packed(
            "_rels/.rels",
            relations(&relation("rId1", "officeDocument", "xl/workbook.xml")),
        ),
        Entry::packed(
            "xl/workbook.xml",
            format!(
                "<{p}workbook {names}><{p}sheets><{p}sheet name=\"communes\" sheetId=\"1\" rel:id=\"rId1\"/></{p}sheets></{p}workbook>"
            ),
        ),
        Entry::packed("xl/_rels/workbook.xml.rels", relations(&of_book)),
        Entry::packed("xl/worksheets/sheet1.xml", sheet(way, &names)),
    ];
    entries.extend(more);
    entries
}

fn sheet(way: Way, names: &str) -> String {
    let p = way.prefix;
    let cell = |row: usize, (at, text): (usize, &&str)| {
        let address = match way.is_bare {
            true => String::new(),
            false => format!(
                " r=\"{}{row}\"",
                char::from(b'A' + u8::try_from(at).unwrap())
            ),
        };
        match text.parse::<u32>() {
            Ok(number) if at > 0 => format!("<{p}c{address}><{p}v>{number}</{p}v></{p}c>"),
            Ok(_) | Err(_) => {
                format!("<{p}c{address} t=\"inlineStr\"><{p}is><{p}t>{text}</{p}t></{p}is></{p}c>")
            }
        }
    };
    let rows: [&[&str]; 2] = [
        &[
            "code",
            "name",
            "poor_2021",
            "poor_2022",
            "households_2021",
            "households_2022",
        ],
        &["25294", "Lộc Thành", "100", "12a", "2000"],
    ];
    let rows: String = (1..)
        .zip(rows)
        .map(|(row, cells)| {
            let cells: String = cells.iter().enumerate().map(|one| cell(row, one)).collect();
            match way.is_bare {
                true => format!("<{p}row>{cells}</{p}row>"),
                false => format!("<{p}row r=\"{row}\" spans=\"1:5\">{cells}</{p}row>"),
            }
        })
        .collect();
    format!(
        "<?xml version=\"1.0\"?>\r\n<{p}worksheet {names}>\r\n<{p}sheetData>{rows}</{p}sheetData>\r\n</{p}worksheet>\r\n"
    )
}
