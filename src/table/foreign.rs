//! Files that are no tables we can read, told apart so that each is refused with its own way out.
//!
//! In: a file's first bytes, or what stands in a compound file. Out: the problem that names its kind. Must not know: how tables are
//! read.

use super::compound::Compound;
use super::{BYTE_ORDER_MARK, Problem};

/// Whether a file that begins so is some known kind other than plain text.
pub(super) fn recognises(head: &[u8]) -> bool {
    kind(head).is_some()
}

/// Why it is refused; to be asked of what is recognised.
pub(super) fn refusal(head: &[u8]) -> Problem {
    kind(head).unwrap_or(Problem::OtherKind {
        kind: "?".to_owned(),
    })
}

fn kind(head: &[u8]) -> Option<Problem> {
    if let Some((_, kind)) = SIGNATURES
        .iter()
        .find(|(signature, _)| head.starts_with(signature))
    {
        return Some(Problem::OtherKind {
            kind: (*kind).to_owned(),
        });
    }
    if head.starts_with(b"%PDF-") {
        return Some(Problem::Pdf {});
    }
    if BEFORE_COMPOUND
        .iter()
        .any(|signature| head.starts_with(signature))
    {
        return Some(Problem::OldExcel {});
    }
    markup(head)
}

/// Kinds known by their first bytes that only need a name.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"{\\rtf", "RTF"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"SQLite format 3\0", "SQLite"),
    (b"\xff\xfe\0\0", "UTF-32"),
    (b"\0\0\xfe\xff", "UTF-32"),
    (b"\x00\x00\x02\x00\x06\x04", "Lotus 1-2-3"),
    (b"\x00\x00\x1a\x00", "Lotus 1-2-3"),
    (b"\xff\x00\x02\x00\x04\x04", "Microsoft Works"),
];

/// The first record of Excel 2, 3 and 4 files, which were not yet compound files.
const BEFORE_COMPOUND: &[&[u8]] = &[
    b"\x09\x00\x04\x00",
    b"\x09\x02\x06\x00",
    b"\x09\x04\x06\x00",
];

/// Web pages and XML, which many web systems send under the name `.xls`.
fn markup(head: &[u8]) -> Option<Problem> {
    let text = head
        .strip_prefix(BYTE_ORDER_MARK)
        .unwrap_or(head)
        .trim_ascii_start();
    let text = text.get(..text.len().min(4096))?.to_ascii_lowercase();
    let holds = |word: &[u8]| text.windows(word.len()).any(|part| part == word);
    let begins = |words: &[&[u8]]| words.iter().any(|word| text.starts_with(word));
    if begins(&[b"<?xml", b"<workbook"])
        && (holds(b"urn:schemas-microsoft-com:office:spreadsheet") || holds(b"excel.sheet"))
    {
        return Some(Problem::SpreadsheetXml {});
    }
    let page: &[&[u8]] = &[
        b"<!doctype html",
        b"<html",
        b"<head",
        b"<body",
        b"<table",
        b"<meta",
        b"<style",
        b"<div",
        b"<script",
    ];
    if begins(&[b"mime-version:"]) || (begins(&[b"from:"]) && holds(b"mime-version:")) {
        return Some(Problem::WebArchive {});
    }
    if begins(page) || (begins(&[b"<?xml", b"<!--", b"<!doctype"]) && holds(b"<html")) {
        return Some(Problem::WebPage {});
    }
    begins(&[b"<?xml"]).then(|| Problem::OtherKind {
        kind: "XML".to_owned(),
    })
}

/// A name, and what to say of a file that holds it.
type Kind = (&'static str, fn() -> Problem);

/// Names in a compound file's directory, and what they tell. A workbook with a password is a compound file around the locked one.
const DIRECTORY: &[Kind] = &[
    ("EncryptedPackage", || Problem::Password {}),
    ("Workbook", || Problem::BrokenCompound {}),
    ("Book", || Problem::BrokenCompound {}),
    ("WordDocument", || Problem::NotAWorkbook {
        kind: "Word".to_owned(),
    }),
    ("PowerPoint Document", || Problem::NotAWorkbook {
        kind: "PowerPoint".to_owned(),
    }),
    ("WksSSWorkBook", || Problem::OtherKind {
        kind: "Microsoft Works".to_owned(),
    }),
];

/// What a compound file is that is no workbook.
pub(super) fn other_compound(compound: &Compound<'_>) -> Problem {
    let known = DIRECTORY.iter().find(|(name, _)| compound.has(name));
    known.map_or_else(
        || Problem::OtherKind {
            kind: "OLE".to_owned(),
        },
        |(_, problem)| problem(),
    )
}

/// What a compound file is whose sectors cannot be followed, if some directory entry tells: 128 bytes that begin with a name in
/// UTF-16, at a multiple of 128.
pub(super) fn broken_compound(bytes: &[u8]) -> Option<Problem> {
    let names: Vec<Vec<u8>> = DIRECTORY.iter().map(|(name, _)| utf16(name)).collect();
    let first = bytes
        .chunks(128)
        .filter_map(|entry| names.iter().position(|name| entry.starts_with(name)))
        .min()?;
    DIRECTORY.get(first).map(|(_, problem)| problem())
}

/// The name as a directory stores it, with its closing zero, so that `Book` does not find `Bookmarks`.
fn utf16(name: &str) -> Vec<u8> {
    name.encode_utf16()
        .chain([0])
        .flat_map(u16::to_le_bytes)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::compound::SIGNATURE;
    use super::super::{open, tests::open_bytes};
    use super::*;
    use std::io::{Cursor, Read, SeekFrom};

    fn refused(bytes: &[u8]) -> Problem {
        open_bytes(bytes)
            .err()
            .unwrap_or_else(|| panic!("was read: {bytes:?}"))
    }

    /// A compound file whose sectors lead nowhere, with those names in what is left of its directory.
    fn compound(names: &[&str]) -> Vec<u8> {
        let mut bytes = SIGNATURE.to_vec();
        bytes.resize(70_016 / 128 * 128, 0);
        for name in names {
            let end = bytes.len() + 128;
            bytes.extend(utf16(name));
            bytes.resize(end, 0);
        }
        bytes
    }

    #[test]
    fn an_empty_file_is_said_to_be_empty() {
        assert_eq!(refused(b""), Problem::EmptyFile {});
    }

    #[test]
    fn what_a_broken_compound_file_was_is_told_by_its_directory() {
        assert_eq!(
            refused(&compound(&["Root Entry", "Workbook"])),
            Problem::BrokenCompound {}
        );
        assert_eq!(
            refused(&compound(&["Root Entry", "Book"])),
            Problem::BrokenCompound {}
        );
        assert_eq!(
            refused(&compound(&["EncryptionInfo", "EncryptedPackage"])),
            Problem::Password {}
        );
        assert_eq!(
            refused(&compound(&["WordDocument"])),
            Problem::NotAWorkbook {
                kind: "Word".into()
            }
        );
        assert_eq!(
            refused(&compound(&["Bookmarks"])),
            Problem::BrokenCompound {}
        );
    }

    #[test]
    fn workbooks_before_compound_files_are_too_old() {
        assert_eq!(refused(b"\x09\x02\x06\x00\x00\x00"), Problem::OldExcel {});
    }

    #[test]
    fn web_pages_and_xml_under_any_name_are_recognised() {
        assert_eq!(
            refused(b"\n <TABLE border=1><tr><td>1</td></tr></TABLE>"),
            Problem::WebPage {}
        );
        assert_eq!(
            refused(b"\xef\xbb\xbf<!DOCTYPE html><html></html>"),
            Problem::WebPage {}
        );
        assert_eq!(
            refused(b"<?xml version=\"1.0\"?><html xmlns=\"x\"/>"),
            Problem::WebPage {}
        );
        assert_eq!(
            refused(b"MIME-Version: 1.0\r\nContent-Type: multipart/related"),
            Problem::WebArchive {}
        );
        let workbook =
            b"<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook/>";
        assert_eq!(refused(workbook), Problem::SpreadsheetXml {});
        assert_eq!(
            refused(b"<?xml version=\"1.0\"?><a/>"),
            Problem::OtherKind { kind: "XML".into() }
        );
    }

    #[test]
    fn documents_pictures_and_other_encodings_are_named() {
        assert_eq!(refused(b"%PDF-1.7\n"), Problem::Pdf {});
        assert_eq!(
            refused(b"\xff\xfe\0\0m\0\0\0"),
            Problem::OtherKind {
                kind: "UTF-32".into()
            }
        );
        assert_eq!(
            refused(b"\x89PNG\r\n\x1a\n..."),
            Problem::OtherKind { kind: "PNG".into() }
        );
    }

    #[test]
    fn text_that_merely_mentions_markup_is_text() {
        assert!(open_bytes("mã,ghi chú\n1,<b>x</b>\n".as_bytes()).is_ok());
        assert!(open_bytes(b"PK,name\n1,x\n").is_ok());
    }

    #[test]
    fn what_the_system_does_not_let_us_read_is_said_so() {
        struct Broken(Cursor<Vec<u8>>);
        impl Read for Broken {
            fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
                Err(std::io::Error::other("bad sector"))
            }
        }
        impl std::io::Seek for Broken {
            fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
                self.0.seek(to)
            }
        }
        let problem = open(Box::new(Broken(Cursor::new(Vec::new())))).err();
        assert_eq!(
            problem,
            Some(Problem::Unreadable {
                reason: "bad sector".into()
            })
        );
    }
}
