//! Files that would do harm, or that are not what they say: each is refused with its own sentence, or read to its last cell.
//!
//! The numbers of the cases are those of a list of what goes wrong in input files; 35 to 54 are broken and hostile containers. Of these,
//! names and kinds of files in a folder (50–53) are tried in `src/cli/walk/tests.rs`.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test stops at what it did not expect, and says what it does not try"
)]

#[path = "hostile/case.rs"]
mod case;
#[path = "hostile/child.rs"]
mod child;
#[path = "hostile/compounds.rs"]
mod compounds;
#[path = "hostile/documents.rs"]
mod documents;
#[path = "hostile/handmade.rs"]
mod handmade;
#[path = "hostile/kinds.rs"]
mod kinds;
#[path = "office/mod.rs"]
mod office;
#[path = "hostile/raw_zip.rs"]
mod raw_zip;
#[path = "hostile/records.rs"]
mod records;
#[path = "hostile/texts.rs"]
mod texts;
#[path = "hostile/xml.rs"]
mod xml;
#[path = "hostile/zips.rs"]
mod zips;

use case::{Case, read};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::sync::mpsc::channel;
use std::time::Duration;
use thidua::table;

/// What reading any file may take.
const LONGEST: Duration = Duration::from_secs(20);

fn cases() -> Vec<Case> {
    let mut cases = kinds::cases();
    cases.extend(zips::cases());
    cases.extend(xml::cases());
    cases.extend(compounds::cases());
    cases.extend(records::cases());
    cases.extend(documents::cases());
    cases.extend(texts::cases());
    cases
}

#[test]
fn every_file_is_refused_with_its_code_or_read_to_its_last_cell() {
    let differences: Vec<String> = cases()
        .into_par_iter()
        .filter_map(|case| {
            let (bytes, (done, found)) = (case.bytes(), channel());
            std::thread::spawn(move || done.send(read(bytes)).is_ok());
            match found.recv_timeout(LONGEST) {
                Ok(found) => case.difference(&found),
                Err(error) => Some(format!("{} {}: {error}", case.item, case.name)),
            }
        })
        .collect();
    assert!(differences.is_empty(), "{}", differences.join("\n\n"));
}

#[test]
fn no_two_cases_have_one_name() {
    let mut seen = BTreeSet::new();
    for case in cases() {
        assert!(seen.insert((case.file, case.name)), "{}", case.name);
    }
}

/// The program itself, with so little memory that a file which asks for more ends it.
#[test]
fn the_program_holds_out_against_every_file_in_little_memory() {
    if !child::IS_LIMITED {
        eprintln!("not tried: this system sets no limits to a program's memory");
        return;
    }
    let differences: Vec<String> = cases()
        .into_par_iter()
        .filter_map(|case| {
            let folder = tempfile::tempdir().expect("a folder");
            let path = folder.path().join(case.file);
            std::fs::write(&path, case.bytes()).expect("written");
            let expected = match &case.expected {
                case::Expected::Refused(code) => Some(*code),
                case::Expected::Rows(_) | case::Expected::Cells(_) => None,
            };
            let difference = child::check(&path, LONGEST).difference(expected);
            difference.map(|it| format!("{} {}: {it}", case.item, case.name))
        })
        .collect();
    assert!(differences.is_empty(), "{}", differences.join("\n\n"));
}

/// The files of all formats that hold the same cells.
fn sound_files() -> [(&'static str, Vec<u8>); 4] {
    let sheets = kinds::sheets();
    let old = office::xls_95::workbook(1_252, &[(0, 0, b"ma"), (1, 0, b"xa")]);
    [
        ("xlsx", office::xlsx::workbook(&sheets)),
        ("ods", office::ods::workbook(&sheets)),
        ("xls", office::xls::workbook(&sheets)),
        ("xls of Excel 95", old),
    ]
}

/// Item 35. What is missing may be nothing that matters; then all cells are there.
#[test]
fn files_cut_off_anywhere_are_refused_or_read_whole() {
    for (format, bytes) in sound_files() {
        let whole = read(bytes.clone());
        assert!(whole.problem.is_none(), "{format}");
        for length in (0..bytes.len()).step_by(7) {
            let found = read(bytes[..length].to_vec());
            assert!(
                found.problem.is_some() || found.rows == whole.rows,
                "{format}, {length} bytes: {}",
                found.rows
            );
        }
    }
}

/// Item 49. Changed bytes may change what a cell holds, but stop nothing.
#[test]
fn files_with_changed_bytes_are_refused_or_read() {
    let mut random = 1_u64;
    let mut next = |below: usize| {
        random = random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(random >> 33).expect("31 bits") % below
    };
    for (format, bytes) in sound_files() {
        for _ in 0..600 {
            let mut changed = bytes.clone();
            for _ in 0..=next(4) {
                let at = next(changed.len());
                changed[at] = match next(4) {
                    0 => 0,
                    1 => 0xff,
                    _ => u8::try_from(next(256)).expect("a byte"),
                };
            }
            let read = std::panic::catch_unwind(|| read(changed));
            assert!(read.is_ok(), "{format}");
        }
    }
}

/// Item 54. A workbook that is written anew between two looks at it: what was read is what was hashed.
#[test]
fn a_workbook_is_read_once() {
    struct Changing(Cursor<Vec<u8>>, u64);
    impl Read for Changing {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            self.0.read(buffer)
        }
    }
    impl Seek for Changing {
        fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
            self.1 += 1;
            // Looked at to tell its kind, and how long it is; then read.
            if self.1 > 3 {
                self.0.get_mut().fill(b'x');
            }
            self.0.seek(to)
        }
    }
    for (format, bytes) in sound_files() {
        let mut unchanged = table::open(Box::new(Cursor::new(bytes.clone()))).expect("opened");
        let changing = Changing(Cursor::new(bytes), 0);
        let mut source = table::open(Box::new(changing)).expect("opened");
        let mut rows = source.rows(0).expect("rows");
        rows.next_row().expect("a row");
        drop(rows);
        assert_eq!(source.sha256(), unchanged.sha256(), "{format}");
    }
}

/// Items 38, 50, 53. What lies in a folder is told by its content, and what is no data is left aside by name.
#[test]
fn a_folder_is_read_whatever_its_files_are_called() {
    let folder = tempfile::tempdir().expect("a folder");
    let sheets = kinds::sheets();
    // The second name is in decomposed form, as some systems store names.
    let read = [
        (
            "xls named as the newer.xlsx",
            office::xls::workbook(&sheets),
        ),
        (
            "Xa\u{303} Lo\u{323}\u{302}c Tha\u{300}nh (ba\u{309}n 2).xls",
            office::xlsx::workbook(&sheets),
        ),
        ("ods named as text.csv", office::ods::workbook(&sheets)),
    ];
    let left = ["~$xa.xlsx", ".~lock.xa.ods#", "Thumbs.db", "desktop.ini"];
    for (name, bytes) in &read {
        std::fs::write(folder.path().join(name), bytes).expect("written");
    }
    for name in left {
        std::fs::write(folder.path().join(name), b"no data").expect("written");
    }
    let run = child::check(folder.path(), LONGEST);
    let findings = run.findings();
    let aside = |name: &str| {
        findings
            .iter()
            .any(|(code, file)| code == "cli/left-aside" && file.ends_with(name))
    };
    assert!(left.iter().all(|name| aside(name)), "{findings:?}");
    assert!(
        !findings.iter().any(|(code, _)| code.starts_with("table/")),
        "{findings:?}"
    );
    assert!(!read.iter().any(|(name, _)| aside(name)), "{findings:?}");
}
