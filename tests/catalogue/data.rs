//! Data files for examples: text, workbooks of a few cells, and workbooks written by hand so that they can be wrong.

use crate::rules::FILE;
use crate::way::{Shows, Way, run};
use rust_xlsxwriter::{Workbook, Worksheet};
use std::io::{Cursor, Write as _};
use zip::write::{SimpleFileOptions, ZipWriter};

/// A check of a file with the default rule set.
pub(crate) fn checked(code: &'static str, name: &str, bytes: impl Into<Vec<u8>>) -> Way {
    run(code, &format!("check @{name} --format json"))
        .file(name, bytes)
        .shows(Shows::Files)
}

/// A check of all files of the way with the default rule set.
pub(crate) fn folder(code: &'static str, files: &[(&str, &str)]) -> Way {
    let way = run(code, "check @ --format json").shows(Shows::Files);
    files
        .iter()
        .fold(way, |way, (name, text)| way.file(name, *text))
}

/// A table with a column of every sort, all of them needed.
const CELLS: &str = "\
format: 1
id: vi-du
version: \"1\"
title: Ví dụ
units: { household: hộ }
scales:
  rating: { HT: [Hoàn thành], HTT: [Hoàn thành tốt] }
tables:
  xa:
    key: ma
    columns:
      ma: { type: code, width: 5 }
      huyen: { type: code }
      ho_ngheo: { type: number, unit: household, whole: true }
      diem: { type: number, min: -10 }
      kinh_phi: { type: money, headers: [Kinh phí] }
      ty_le: { type: percent }
      dat: { type: yes_no }
      ngay: { type: date }
      nam: { type: year }
      xep_loai: { type: level, of: rating }
criteria:
  xa:
    id: KH.1
    cite: KH
    says: Ví dụ
    require: >-
      known(huyen) and known(ho_ngheo) and known(diem) and known(kinh_phi) and known(ty_le) and known(dat) and known(ngay)
      and known(nam) and known(xep_loai)
";

fn of_cells(way: Way, name: &str) -> Way {
    way.with(|request| {
        request.arguments = [
            "check",
            &format!("@{name}"),
            "--rules",
            &format!("@{FILE}"),
            "--format",
            "json",
        ]
        .map(Into::into)
        .into();
        request.files.push((FILE.to_owned(), CELLS.into()));
    })
}

/// One cell of text under a header.
pub(crate) fn cell(code: &'static str, header: &str, cell: &str) -> Way {
    rows(code, &format!("ma;{header}\n25294;{cell}\n"))
}

/// Rows of text.
pub(crate) fn rows(code: &'static str, text: &str) -> Way {
    of_cells(checked(code, "xa.csv", text), "xa.csv")
}

/// Cells of a workbook; what cannot be written as text is filled in.
pub(crate) fn cells(code: &'static str, text: &str, fill: impl FnOnce(&mut Worksheet)) -> Way {
    of_cells(sheet(code, "xa.xlsx!xa", text, fill), "xa.xlsx")
}

/// A sheet of texts, one line a row, cells apart by `|`; a cell of digits is a number. What cannot be written as text is filled in.
pub(crate) fn sheet(
    code: &'static str,
    place: &str,
    text: &str,
    fill: impl FnOnce(&mut Worksheet),
) -> Way {
    let (file, name) = place.split_once('!').expect("a file and a sheet");
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name(name).expect("a name");
    for (row, line) in (0_u32..).zip(text.lines()) {
        for (column, cell) in (0_u16..).zip(line.split('|').map(str::trim)) {
            match cell.parse::<f64>() {
                _ if cell.is_empty() => {}
                Ok(number) => {
                    sheet.write_number(row, column, number).expect("written");
                }
                Err(_) => {
                    sheet.write_string(row, column, cell).expect("written");
                }
            }
        }
    }
    fill(sheet);
    let shown = text.replace('|', " | ");
    checked(code, file, book.save_to_buffer().expect("a workbook")).with(|request| {
        request.sheet = Some((place.to_owned(), shown));
    })
}

/// A workbook of that XML of rows.
pub(crate) fn handmade(rows: &str) -> Vec<u8> {
    zipped(&workbook_parts(rows))
}

/// The parts of the smallest workbook around a worksheet's rows.
pub(crate) fn workbook_parts(rows: &str) -> Vec<(String, Vec<u8>)> {
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let related = |kind: &str, target: &str| {
        format!(
            "<Relationships xmlns=\"{package}\"><Relationship Id=\"a\" Type=\"{relations}/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    [
        ("_rels/.rels", related("officeDocument", "xl/workbook.xml")),
        (
            "xl/workbook.xml",
            "<workbook><sheets><sheet name=\"xa\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>"
                .to_owned(),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            related("worksheet", "worksheets/sheet1.xml"),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!("<worksheet><sheetData>{rows}</sheetData></worksheet>"),
        ),
    ]
    .map(|(name, text)| (name.to_owned(), text.into_bytes()))
    .into()
}

/// A zip of those parts.
pub(crate) fn zipped(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name, SimpleFileOptions::default())
            .expect("a part");
        zip.write_all(bytes).expect("written");
    }
    zip.finish().expect("a zip").into_inner()
}

/// Cells of a workbook written by hand.
pub(crate) fn xml_cells(code: &'static str, shown: &str, rows: &str) -> Way {
    of_cells(checked(code, "xa.xlsx", handmade(rows)), "xa.xlsx").with(|request| {
        request.sheet = Some(("xa.xlsx!xa".to_owned(), shown.replace('|', " | ")));
    })
}
