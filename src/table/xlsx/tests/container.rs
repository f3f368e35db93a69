//! Zips that are no workbook, or none that may be unpacked.

use super::*;

fn archive(parts: &[&str]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for part in parts {
        zip.start_file(*part, SimpleFileOptions::default()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn zips_that_are_no_workbook_are_named() {
    let kind = |kind: &str| Some(Problem::NotAWorkbook { kind: kind.into() });
    assert_eq!(
        problem_of(&archive(&[
            "[Content_Types].xml",
            "_rels/.rels",
            "word/document.xml"
        ])),
        kind("Word")
    );
    assert_eq!(
        problem_of(&archive(&["_rels/.rels", "ppt/presentation.xml"])),
        kind("PowerPoint")
    );
    assert_eq!(
        problem_of(&archive(&["_rels/.rels", "xl/workbook.bin"])),
        Some(Problem::BinaryWorkbook {})
    );
    assert_eq!(
        problem_of(&archive(&["Index/Document.iwa"])),
        Some(Problem::AppleNumbers {})
    );
    assert_eq!(
        problem_of(&archive(&["xa.xlsx", "huyen.xlsx"])),
        Some(Problem::Archive { kind: "ZIP".into() })
    );
    assert_eq!(
        problem_of(&archive(&[])),
        Some(Problem::Archive { kind: "ZIP".into() })
    );
}

#[test]
fn parts_that_differ_only_in_case_are_refused() {
    let bytes = handmade("", &[("xl/Worksheets/Sheet1.xml", "")]);
    assert_eq!(
        problem_of(&bytes),
        Some(Problem::SamePart {
            part: "xl/worksheets/sheet1.xml".into()
        })
    );
}

#[test]
fn a_part_that_unpacks_beyond_reason_is_refused() {
    let zeros = " ".repeat(70 << 20);
    let bytes = handmade("", &[("xl/media/a.xml", &zeros)]);
    assert_eq!(
        problem_of(&bytes),
        Some(Problem::ZipBomb {
            part: "xl/media/a.xml".into()
        })
    );
}

#[test]
fn more_parts_than_any_workbook_has_are_refused() {
    let names: Vec<String> = (0..10_001).map(|n| format!("xl/{n}.xml")).collect();
    let bytes = archive(&names.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(
        problem_of(&bytes),
        Some(Problem::TooManyParts {
            parts: 10_001,
            limit: 10_000
        })
    );
}

#[test]
fn a_false_count_of_texts_is_refused_before_memory_is_asked_for() {
    let strings = "<sst uniqueCount='4000000000'><si><t>a</t></si></sst>";
    let bytes = handmade("", &[("xl/sharedStrings.xml", strings)]);
    assert_eq!(
        problem_of(&bytes),
        Some(Problem::FalseCount {
            part: "xl/sharedstrings.xml".into(),
            promised: 4_000_000_000,
            found: 1
        })
    );
}
