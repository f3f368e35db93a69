//! Marked copies: every cell with a finding is coloured and noted, a first sheet lists the findings, and nothing else changes; checked
//! again, a copy gives the same verdicts.

#![allow(
    clippy::duplicate_mod,
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at what it did not expect"
)]

#[path = "one_data_set/data.rs"]
mod data;
#[path = "office/encoded.rs"]
mod encoded;
#[path = "marked_copies/handmade.rs"]
mod handmade;
mod judged;
#[path = "one_data_set/libreoffice.rs"]
mod libreoffice;
#[path = "marked_copies/names.rs"]
mod names;
mod office;
#[path = "one_data_set/paper.rs"]
mod paper;
#[path = "marked_copies/returned.rs"]
mod returned;
#[path = "marked_copies/rich.rs"]
mod rich;
#[path = "one_data_set/shapes.rs"]
#[allow(dead_code, reason = "its counts are for another test")]
mod shapes;

use judged::strip;
use office::zipped::{Entry, entries, zipped};
use serde_json::Value;
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::Path;
use thidua::cli::{World, run};

const LIST: &str = "Kết quả kiểm tra";

/// What a run printed, and how it ended.
struct Ran {
    out: String,
    err: String,
    code: u8,
}

fn ran(arguments: &[&str]) -> Ran {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut world = World {
        stdout: &mut out,
        stderr: &mut err,
        environment: &|_| None,
        today: chrono::NaiveDate::from_ymd_opt(2025, 11, 1).unwrap(),
        terminal: None,
        stderr_is_terminal: false,
    };
    let code = run(arguments.iter().map(OsString::from), &mut world);
    Ran {
        out: String::from_utf8(out).unwrap(),
        err: String::from_utf8(err).unwrap(),
        code: code.number(),
    }
}

fn path(folder: &Path, name: &str) -> String {
    folder.join(name).to_string_lossy().into_owned()
}

fn written(folder: &Path, name: &str, bytes: &[u8]) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

/// The marked copy of one file.
fn marked(name: &str, bytes: &[u8], copy: &str) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    written(folder.path(), &format!("data/{name}"), bytes);
    let (data, marks) = (path(folder.path(), "data"), path(folder.path(), "marks"));
    let ran = ran(&["check", &data, "--mark", &marks]);
    assert!(
        ran.err.contains("bản sao đánh dấu của 1 trong 1 tệp"),
        "{}",
        ran.err
    );
    fs::read(folder.path().join("marks").join(copy)).unwrap()
}

fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let entries = entries(bytes, 1 << 30).expect("a zip").into_iter();
    entries
        .map(|entry| {
            (
                entry.name,
                String::from_utf8_lossy(&entry.bytes).into_owned(),
            )
        })
        .collect()
}

/// Everything that was judged, without where it stood, and the codes of all findings.
fn judged(data: &str) -> (String, Vec<String>) {
    let ran = ran(&["check", data, "--format", "json"]);
    let mut report: Value = serde_json::from_str(&ran.out).unwrap();
    let found = report["diagnostics"].as_array().unwrap().iter();
    // That a list was set aside is all that there is to say of a copy and not of its file.
    let found = found.filter(|one| one["code"] != "fact/findings-sheet");
    let codes = found.map(|one| one["code"].to_string()).collect();
    let lists = [
        "subjects",
        "nominations",
        "quotas",
        "targets",
        "deadlines",
        "checks",
        "summary",
        "absent",
        "exit_code",
    ];
    let mut judged = Value::from(lists.map(|part| report[part].take()).to_vec());
    strip(&mut judged);
    (serde_json::to_string_pretty(&judged).unwrap(), codes)
}

/// The style of a cell, by the sheet's text.
fn style_of<'a>(sheet: &'a str, cell: &str) -> &'a str {
    let (_, from) = sheet
        .split_once(&format!("<c r=\"{cell}\""))
        .expect("the cell");
    let (tag, _) = from.split_once('>').unwrap();
    let (_, style) = tag.split_once("s=\"").unwrap_or(("", "0\""));
    style.split('"').next().unwrap()
}

/// Which of the styles fill with that colour.
fn fills_with(styles: &str, style: &str, colour: &str) -> bool {
    let list = |name: &str, item: &str| -> Vec<String> {
        let (_, from) = styles.split_once(&format!("<{name} ")).unwrap();
        let (list, _) = from.split_once(&format!("</{name}>")).unwrap();
        let begin = format!("<{item}");
        list.split(&begin).skip(1).map(str::to_owned).collect()
    };
    let format = list("cellXfs", "xf ").swap_remove(style.parse().unwrap());
    let (_, fill) = format.split_once("fillId=\"").unwrap();
    let fill: usize = fill.split('"').next().unwrap().parse().unwrap();
    list("fills", "fill>")[fill].contains(colour)
}

#[test]
fn nothing_but_the_marks_changes_in_a_workbook_with_everything_in_it() {
    let before = rich::workbook();
    let after = parts(&marked("xa.xlsx", &before, "xa.xlsx"));
    let before = parts(&before);
    let changed: Vec<&str> = before
        .iter()
        .filter(|(name, text)| after.get(*name) != Some(text))
        .map(|(name, _)| name.as_str())
        .collect();
    let expected = [
        "[Content_Types].xml",
        "xl/_rels/workbook.xml.rels",
        "xl/comments1.xml",
        "xl/drawings/vmlDrawing1.vml",
        "xl/styles.xml",
        "xl/workbook.xml",
        "xl/worksheets/sheet1.xml",
    ];
    assert_eq!(changed, expected);
    let new: Vec<&String> = after
        .keys()
        .filter(|name| !before.contains_key(*name))
        .collect();
    assert_eq!(new, ["xl/worksheets/sheet4.xml"]);
    let (old, sheet) = (
        &before["xl/worksheets/sheet1.xml"],
        &after["xl/worksheets/sheet1.xml"],
    );
    let apart = |sheet: &str| -> (String, String) {
        let (head, rest) = sheet.split_once("<sheetData>").unwrap();
        let (_, tail) = rest.split_once("</sheetData>").unwrap();
        (head.to_owned(), tail.to_owned())
    };
    assert_eq!(apart(old), apart(sheet));
    for kept in [
        "<f>50+50</f>",
        "<hyperlinks>",
        "<sheetProtection",
        "<dataValidations",
        "<legacyDrawing",
    ] {
        assert!(old.contains(kept) && sheet.contains(kept), "{kept}");
    }
    // The list of styles grows at its end alone.
    let formats = |styles: &str| {
        let (_, from) = styles.split_once("<cellXfs ").unwrap();
        let (_, list) = from.split_once('>').unwrap();
        list.split("</cellXfs>").next().unwrap().to_owned()
    };
    assert!(formats(&after["xl/styles.xml"]).starts_with(&formats(&before["xl/styles.xml"])));
}

#[test]
fn cells_with_findings_are_coloured_and_noted_also_empty_and_absent_ones() {
    let after = parts(&marked("xa.xlsx", &rich::workbook(), "xa.xlsx"));
    let (sheet, styles) = (&after["xl/worksheets/sheet1.xml"], &after["xl/styles.xml"]);
    let notes = &after["xl/comments1.xml"];
    for cell in ["I4", "I5", "I6", "I7", "C4", "C6"] {
        assert!(
            fills_with(styles, style_of(sheet, cell), "FFFFC7CD"),
            "{cell}"
        );
        assert!(
            notes.contains(&format!("<comment ref=\"{cell}\"")),
            "{cell}"
        );
    }
    assert!(!fills_with(styles, style_of(sheet, "D4"), "FFFFC7CD"));
    assert!(
        notes.contains("Cột “poor_2022” cần một số")
            || notes.contains("cần một số, nhưng ô ghi “=HYPERLINK"),
        "{notes}"
    );
    assert!(notes.contains("để trống"), "{notes}");
    // Somebody else's note keeps its words and is added to.
    let own = notes.split("<comment ref=\"I4\"").nth(1).unwrap();
    let own = own.split("</comment>").next().unwrap();
    assert!(
        own.contains("Nhờ phòng Lao động xem giúp.") && own.contains("———— thidua ————"),
        "{own}"
    );
    assert_eq!(notes.matches("<comment ref=\"I4\"").count(), 1);
    assert!(notes.contains("Tên cũ: xem quyết định."));
    let drawn = &after["xl/drawings/vmlDrawing1.vml"];
    assert_eq!(
        drawn.matches("<v:shape ").count(),
        notes.matches("<comment ").count()
    );
}

#[test]
fn the_first_sheet_lists_the_findings_with_links() {
    let after = parts(&marked("xa.xlsx", &rich::workbook(), "xa.xlsx"));
    let (book, list) = (
        &after["xl/workbook.xml"],
        &after["xl/worksheets/sheet4.xml"],
    );
    let (_, sheets) = book.split_once("<sheets>").unwrap();
    assert!(
        sheets.starts_with(&format!("<sheet name=\"{LIST}\"")),
        "{sheets}"
    );
    assert!(book.contains("activeTab=\"1\""), "{book}");
    assert!(book.contains("name=\"Vung\" localSheetId=\"1\""), "{book}");
    for words in [
        "location=\"'Cấp xã'!I4\"",
        "location=\"'Cấp xã'!C4\"",
        "thidua/findings/1",
        "binh-phuoc-2021-2025",
        "tong-ket-2025",
        "01/11/2025",
        "fact/not-a-number",
        "xa.xlsx",
    ] {
        assert!(list.contains(words), "{words}: {list}");
    }
    assert!(!list.contains('\u{1}') && !list.contains('\u{b}'));
}

#[test]
fn checked_again_a_marked_copy_gives_the_same_and_nobody_minds_its_list() {
    let folder = tempfile::tempdir().unwrap();
    let bytes = rich::workbook();
    written(folder.path(), "a/xa.xlsx", &bytes);
    written(
        folder.path(),
        "b/xa.xlsx",
        &marked("xa.xlsx", &bytes, "xa.xlsx"),
    );
    let (before, after) = (
        judged(&path(folder.path(), "a")),
        judged(&path(folder.path(), "b")),
    );
    assert_eq!(before, after);
    assert!(before.0.contains("undetermined"));
}

#[test]
fn marks_are_replaced_and_not_heaped_up() {
    let bytes = rich::workbook();
    let folder = tempfile::tempdir().unwrap();
    let (data, marks) = (path(folder.path(), "data"), path(folder.path(), "marks"));
    let mark = || fs::read(folder.path().join("marks/xa.xlsx")).unwrap();
    written(folder.path(), "data/xa.xlsx", &bytes);
    ran(&["check", &data, "--mark", &marks]);
    let first = mark();
    written(folder.path(), "data/xa.xlsx", &first);
    ran(&["check", &data, "--mark", &marks]);
    let (first, second) = (parts(&first), parts(&mark()));
    for (name, text) in &first {
        assert_eq!(Some(text), second.get(name), "{name}");
    }
    assert_eq!(first.len(), second.len());
}

#[test]
fn what_was_corrected_loses_its_mark() {
    let folder = tempfile::tempdir().unwrap();
    let (data, marks) = (path(folder.path(), "data"), path(folder.path(), "marks"));
    let first = marked("xa.xlsx", &rich::workbook(), "xa.xlsx");
    let corrected: Vec<Entry> = entries(&first, 1 << 30)
        .unwrap()
        .into_iter()
        .map(|mut entry| {
            if entry.name == "xl/worksheets/sheet1.xml" {
                let text = String::from_utf8(entry.bytes).unwrap();
                let style = style_of(&text, "I5").to_owned();
                let (before, from) = text.split_once("<c r=\"I5\"").unwrap();
                let (_, after) = from.split_once("</c>").unwrap();
                let cell = format!("<c r=\"I5\" s=\"{style}\"><v>7</v></c>");
                entry.bytes = format!("{before}{cell}{after}").into_bytes();
            }
            entry
        })
        .collect();
    written(folder.path(), "data/xa.xlsx", &zipped(&corrected));
    ran(&["check", &data, "--mark", &marks]);
    let after = parts(&fs::read(folder.path().join("marks/xa.xlsx")).unwrap());
    let (sheet, styles) = (&after["xl/worksheets/sheet1.xml"], &after["xl/styles.xml"]);
    assert!(fills_with(styles, style_of(sheet, "I4"), "FFFFC7CD"));
    // The fill that the cell had before is back.
    assert!(fills_with(styles, style_of(sheet, "I5"), "FFDDEEFF"));
    assert!(!after["xl/comments1.xml"].contains("ref=\"I5\""));
    let was = parts(&rich::workbook());
    assert_eq!(
        style_of(&was["xl/worksheets/sheet1.xml"], "I5"),
        style_of(sheet, "I5")
    );
}

#[test]
fn every_shape_of_data_gives_the_same_once_it_is_marked() {
    let units = data::units();
    for shape in shapes::all(&units) {
        let folder = tempfile::tempdir().unwrap();
        for (name, bytes) in &shape.files {
            written(folder.path(), &format!("a/{name}"), bytes);
            written(folder.path(), &format!("b/{name}"), bytes);
        }
        let (a, b, marks) = (
            path(folder.path(), "a"),
            path(folder.path(), "b"),
            path(folder.path(), "marks"),
        );
        let ran = ran(&["check", &a, "--mark", &marks]);
        assert!(ran.code < 4, "{}: {}", shape.name, ran.err);
        let mut replaced = 0;
        for (name, _) in &shape.files {
            for copy in [name.clone(), format!("{name}.xlsx")] {
                if let Ok(bytes) = fs::read(folder.path().join("marks").join(&copy)) {
                    fs::remove_file(folder.path().join("b").join(name)).unwrap();
                    written(folder.path(), &format!("b/{copy}"), &bytes);
                    replaced += 1;
                }
            }
        }
        assert!(replaced > 0, "{}: {}", shape.name, ran.err);
        let ((before, _), (after, found)) = (judged(&a), judged(&b));
        assert_eq!(before, after, "{} {found:#?}", shape.name);
    }
}

#[test]
fn text_that_begins_like_a_formula_stays_text() {
    let text = "code,name,poor_2021,households_2021\n25294,=1+1,12a,@x\n";
    let copy = parts(&marked(
        "communes.csv",
        text.as_bytes(),
        "communes.csv.xlsx",
    ));
    let sheet = &copy["xl/worksheets/sheet1.xml"];
    assert!(!sheet.contains("<f>"), "{sheet}");
    let texts = &copy["xl/sharedStrings.xml"];
    assert!(texts.contains("=1+1") && texts.contains("@x"), "{texts}");
    assert!(
        copy.values()
            .any(|part| part.contains("location=\"'communes'!A2\""))
    );
}

#[test]
fn copies_never_lie_among_the_data_nor_over_it() {
    let folder = tempfile::tempdir().unwrap();
    let text = "code,name,poor_2021\n25294,Lộc Thành,12a\n";
    written(folder.path(), "data/communes.csv", text.as_bytes());
    written(folder.path(), "data/xa.xlsx", &rich::workbook());
    let data = path(folder.path(), "data");
    for marks in [
        "data",
        "data/marks",
        "data/new/marks",
        "other/../data/marks",
    ] {
        let ran = ran(&[
            "check",
            &data,
            "--mark",
            &path(folder.path(), marks),
            "--format",
            "json",
        ]);
        assert_eq!(ran.code, 4, "{marks}: {}", ran.err);
        assert!(ran.out.contains("cli/mark-folder-is-read"), "{marks}");
        assert!(!folder.path().join("data/marks").exists());
    }
    let file = path(folder.path(), "data/xa.xlsx");
    let before = fs::read(&file).unwrap();
    let over = ran(&["check", &file, "--mark", &data]);
    assert_eq!(over.code, 4, "{}", over.err);
    assert!(over.err.contains("cli/output-is-input"), "{}", over.err);
    assert_eq!(fs::read(&file).unwrap(), before);
}

#[test]
fn copies_keep_the_way_down_from_what_was_named() {
    let folder = tempfile::tempdir().unwrap();
    let text = "code,name,poor_2021\n25294,Lộc Thành,12a\n";
    for name in ["a/x/communes.csv", "b/x/communes.csv", "b/y/communes.csv"] {
        written(folder.path(), name, text.as_bytes());
    }
    let (a, b) = (path(folder.path(), "a"), path(folder.path(), "b"));
    ran(&["check", &a, &b, "--mark", &path(folder.path(), "marks/new")]);
    for copy in [
        "a/x/communes.csv.xlsx",
        "b/x/communes.csv.xlsx",
        "y/communes.csv.xlsx",
    ] {
        assert!(
            folder.path().join("marks/new").join(copy).is_file(),
            "{copy}"
        );
    }
}

#[test]
fn what_cannot_be_written_does_not_keep_the_others_from_being_so() {
    let folder = tempfile::tempdir().unwrap();
    let text = "code,name,poor_2021\n25294,Lộc Thành,12a\n";
    written(folder.path(), "data/a/communes.csv", text.as_bytes());
    written(folder.path(), "data/b/communes_2022.csv", text.as_bytes());
    written(folder.path(), "marks/a", b"a file where a folder should be");
    let marks = path(folder.path(), "marks");
    let ran = ran(&["check", &path(folder.path(), "data"), "--mark", &marks]);
    assert_eq!(ran.code, 5, "{}", ran.err);
    assert!(ran.err.contains("cli/file-not-written"), "{}", ran.err);
    assert!(
        folder
            .path()
            .join("marks/b/communes_2022.csv.xlsx")
            .is_file()
    );
}

const RULES: &str = "\
format: 1
id: vi-du
version: '1'
title: Ví dụ
tables:
  units:
    sheets: [units]
    key: code
    columns:
      code: { type: code }
      models: { type: number }
criteria:
  units: { id: A, cite: KH, says: Ví dụ, require: models > 1 }
";

#[test]
fn a_file_without_findings_has_no_copy() {
    let folder = tempfile::tempdir().unwrap();
    written(folder.path(), "rules.yaml", RULES.as_bytes());
    written(
        folder.path(),
        "data/a/units.csv",
        b"code,models\n1,5\n2,0\n",
    );
    written(folder.path(), "data/b/units.csv", b"code,models\n3,\n");
    let marks = path(folder.path(), "marks");
    let (data, rules) = (
        path(folder.path(), "data"),
        path(folder.path(), "rules.yaml"),
    );
    let loud = ran(&["check", &data, "--rules", &rules, "--mark", &marks]);
    assert!(loud.err.contains("của 1 trong 2 tệp"), "{}", loud.err);
    assert!(!folder.path().join("marks/a").exists());
    assert!(folder.path().join("marks/b/units.csv.xlsx").is_file());
    let quiet = ran(&[
        "check", &data, "--rules", &rules, "--mark", &marks, "--quiet",
    ]);
    assert_eq!(quiet.err, "");
}

fn handmade(way: handmade::Way) -> BTreeMap<String, String> {
    let bytes = zipped(&handmade::entries(way));
    parts(&marked("communes.xlsm", &bytes, "communes.xlsm"))
}

#[test]
fn workbooks_are_marked_in_whatever_way_they_are_written() {
    let plain = handmade::Way::default();
    let ways = [
        plain,
        handmade::Way {
            prefix: "x:",
            ..plain
        },
        handmade::Way {
            is_strict: true,
            ..plain
        },
        handmade::Way {
            is_bare: true,
            ..plain
        },
        handmade::Way {
            without_styles: true,
            ..plain
        },
        handmade::Way {
            prefix: "x:",
            is_strict: true,
            is_bare: true,
            ..plain
        },
    ];
    for way in ways {
        let p = way.prefix;
        let copy = handmade(way);
        let sheet = &copy["xl/worksheets/sheet1.xml"];
        assert!(sheet.contains(&format!("<{p}c r=\"F2\" s=\"")), "{sheet}");
        let drawing = format!("<{p}legacyDrawing rel:id=\"rIdThidua2\"/></{p}worksheet>");
        assert!(sheet.contains(&drawing), "{sheet}");
        let notes = &copy["xl/comments1.xml"];
        assert_eq!(notes.matches("<comment ").count(), 2, "{notes}");
        assert!(
            notes.contains("ref=\"D2\"") && notes.contains("ref=\"F2\""),
            "{notes}"
        );
        assert_eq!(notes.contains("purl.oclc.org"), way.is_strict);
        let styles = &copy["xl/styles.xml"];
        assert!(
            styles.contains(&format!("<{p}fgColor rgb=\"FFFFC7CD\"/>")),
            "{styles}"
        );
    }
}

#[test]
fn a_thread_keeps_its_words() {
    let copy = handmade(handmade::Way {
        has_thread: true,
        ..handmade::Way::default()
    });
    let notes = &copy["xl/comments1.xml"];
    assert_eq!(notes.matches("ref=\"D2\"").count(), 1);
    assert!(
        notes.contains("<text><t>[Threaded comment]</t></text>"),
        "{notes}"
    );
    assert!(notes.contains("ref=\"F2\""), "{notes}");
}

/// Marks a workbook with its parts changed; gives what was said and the copy.
fn with_parts(change: impl Fn(&mut Vec<Entry>)) -> (String, Option<BTreeMap<String, String>>) {
    let folder = tempfile::tempdir().unwrap();
    let mut entries = handmade::entries(handmade::Way::default());
    change(&mut entries);
    written(folder.path(), "data/communes.xlsx", &zipped(&entries));
    let marks = path(folder.path(), "marks");
    let ran = ran(&["check", &path(folder.path(), "data"), "--mark", &marks]);
    let copies = ["communes.xlsx", "communes.xlsx.xlsx"];
    let copy = copies
        .iter()
        .find_map(|name| fs::read(folder.path().join("marks").join(name)).ok());
    (ran.err, copy.map(|bytes| parts(&bytes)))
}

#[test]
fn a_workbook_that_cannot_be_marked_as_it_is_comes_with_its_values_alone() {
    let (said, copy) = with_parts(|entries| {
        let styles = entries
            .iter_mut()
            .find(|entry| entry.name == "xl/styles.xml")
            .unwrap();
        let text = String::from_utf8(styles.bytes.clone()).unwrap();
        styles.bytes = text.replace("<fonts><font/></fonts>", "").into_bytes();
    });
    assert!(said.contains("cli/copy-of-values"), "{said}");
    let copy = copy.unwrap();
    assert!(
        copy.values()
            .any(|part| part.contains("location=\"'communes'!D2\""))
    );
    assert!(copy["xl/comments1.xml"].contains("ref=\"D2\""));
}

#[test]
fn a_signature_is_left_and_said_to_hold_no_longer() {
    let signature = "_xmlsignatures/sig1.xml";
    let (said, copy) = with_parts(|entries| entries.push(Entry::packed(signature, "<Signature/>")));
    assert!(said.contains("cli/copy-signed"), "{said}");
    assert_eq!(copy.unwrap()[signature], "<Signature/>");
}

#[test]
fn parts_are_found_behind_a_byte_order_mark_and_under_other_names() {
    let (said, copy) = with_parts(|entries| {
        for entry in entries.iter_mut() {
            if entry.name.ends_with("sheet1.xml") || entry.name == "xl/workbook.xml" {
                entry.bytes.splice(0..0, "\u{feff}".bytes());
            }
            if entry.name == "xl/_rels/workbook.xml.rels" {
                let text = String::from_utf8(entry.bytes.clone()).unwrap();
                entry.bytes = text
                    .replace("worksheets/sheet1", "/xl/WORKSHEETS/sheet1")
                    .into_bytes();
            }
        }
    });
    assert!(!said.contains("cli/copy"), "{said}");
    let sheet = &copy.unwrap()["xl/worksheets/sheet1.xml"];
    assert!(
        sheet.starts_with("\u{feff}<?xml") && sheet.contains("legacyDrawing"),
        "{sheet}"
    );
}
