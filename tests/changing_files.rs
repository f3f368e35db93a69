//! Files that change, end or fail while they are read: what is judged is what the digest in the report is of, or the file is refused.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test stops at what it did not expect"
)]

mod office;

use assert_cmd::Command;
use office::{Cell, Sheet, encoded, ods, xls, xlsx};
use serde_json::Value;
use std::io::{self, Cursor, ErrorKind, Read, Seek, SeekFrom};
use thidua::table::{self, Problem, Source};

/// What a file is written in, and whether all of it is held from the moment it is opened.
type Kind = (&'static str, fn(&[Vec<String>]) -> Vec<u8>);

/// Kinds that are held in memory as they are opened.
const HELD: &[Kind] = &[
    ("xlsx", |rows| xlsx::workbook(&[sheet(rows)])),
    ("ods", |rows| ods::workbook(&[sheet(rows)])),
    ("xls", |rows| xls::workbook(&[sheet(rows)])),
    ("UTF-16", |rows| {
        encoded::utf_16(&lines(rows), u16::to_le_bytes)
    }),
    ("Windows-1258", |rows| encoded::windows_1258(&lines(rows))),
];

/// Kinds that are read as they come.
const STREAMED: &[Kind] = &[("UTF-8", |rows| lines(rows).into_bytes())];

fn sheet(rows: &[Vec<String>]) -> Sheet {
    let text = |row: &Vec<String>| row.iter().map(|text| Cell::text(text)).collect();
    Sheet::new("a", rows.iter().map(text).collect())
}

fn lines(rows: &[Vec<String>]) -> String {
    rows.iter().map(|row| row.join(";") + "\n").collect()
}

/// A table of two columns whose every row tells which version of the file it is of.
fn rows(version: &str, count: usize) -> Vec<Vec<String>> {
    let header = vec!["Mã xã".to_owned(), "Tên xã".to_owned()];
    let row = |number: usize| vec![number.to_string(), format!("Xã Lộc {version} {number}")];
    std::iter::once(header).chain((1..count).map(row)).collect()
}

/// A file that holds something else each time that it is read from its beginning: the first version so many times, then the second.
struct Changing {
    versions: [Cursor<Vec<u8>>; 2],
    /// Readings of the first version that are left.
    left: usize,
    has_read: bool,
}

impl Changing {
    fn new(versions: [&[u8]; 2], left: usize) -> Changing {
        Changing {
            versions: versions.map(|bytes| Cursor::new(bytes.to_vec())),
            left,
            has_read: false,
        }
    }

    fn now(&mut self) -> &mut Cursor<Vec<u8>> {
        &mut self.versions[usize::from(self.left == 0)]
    }
}

impl Read for Changing {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.has_read = true;
        self.now().read(buffer)
    }
}

impl Seek for Changing {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        if to == SeekFrom::Start(0) && self.has_read {
            self.left = self.left.saturating_sub(1);
            self.has_read = false;
        }
        self.now().seek(to)
    }
}

/// A file that gives an error in the place of the byte at `good`.
struct Failing {
    bytes: Cursor<Vec<u8>>,
    good: u64,
    error: ErrorKind,
}

impl Read for Failing {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = self.good.saturating_sub(self.bytes.position());
        if left == 0 {
            return Err(self.error.into());
        }
        let most = buffer.len().min(usize::try_from(left).unwrap());
        self.bytes.read(&mut buffer[..most])
    }
}

impl Seek for Failing {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.bytes.seek(to)
    }
}

/// A slow file: one byte at a time, and now and then nothing yet.
struct Slow {
    bytes: Cursor<Vec<u8>>,
    reads: usize,
}

impl Read for Slow {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.reads += 1;
        if self.reads.is_multiple_of(7) {
            return Err(ErrorKind::Interrupted.into());
        }
        let most = buffer.len().min(1);
        self.bytes.read(&mut buffer[..most])
    }
}

impl Seek for Slow {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.bytes.seek(to)
    }
}

/// What was read of a file: its digest, and its rows up to the problem that ended them.
#[derive(Debug, PartialEq)]
struct Whole {
    sha256: String,
    rows: Vec<String>,
    ended_by: Option<Problem>,
}

/// Reads in the order of a run: digest first, then rows.
fn read(input: impl table::Input + 'static) -> Result<Whole, Problem> {
    let mut source = table::open(Box::new(input))?;
    let sha256 = source.sha256()?;
    let (rows, ended_by) = rows_of(&mut *source);
    assert_eq!(source.sha256().as_ref(), Ok(&sha256), "afterwards");
    Ok(Whole {
        sha256,
        rows,
        ended_by,
    })
}

fn rows_of(source: &mut dyn Source) -> (Vec<String>, Option<Problem>) {
    let mut all = Vec::new();
    let mut rows = match source.rows(0) {
        Ok(rows) => rows,
        Err(problem) => return (all, Some(problem)),
    };
    loop {
        match rows.next_row() {
            Ok(Some(row)) => all.push(format!("{:?}", row.cells().collect::<Vec<_>>())),
            Ok(None) => return (all, None),
            Err(problem) => return (all, Some(problem)),
        }
    }
}

fn of_bytes(bytes: &[u8]) -> Whole {
    let whole = read(Cursor::new(bytes.to_vec())).unwrap();
    assert_eq!(whole.ended_by, None);
    whole
}

#[test]
fn a_file_that_is_overwritten_while_it_is_read_is_one_of_the_two_or_refused() {
    for (name, written) in HELD.iter().chain(STREAMED) {
        let before = written(&rows("Thành", 50));
        // As long as before; longer; cut off at its end.
        for after in [rows("Thạnh", 50), rows("Thịnh", 200), rows("Thành", 20)] {
            let after = written(&after);
            let versions = [of_bytes(&before), of_bytes(&after)];
            for readings in 0..6 {
                let read = read(Changing::new([&before, &after], readings));
                let is_one = |whole: &Whole| whole.ended_by.is_some() || versions.contains(whole);
                assert!(
                    read.as_ref().map_or(true, is_one),
                    "{name}, changed after {readings} readings: {read:?}"
                );
            }
        }
    }
}

#[test]
fn a_file_that_fails_midway_never_passes_for_a_shorter_one() {
    for (name, written) in HELD.iter().chain(STREAMED) {
        let bytes = written(&rows("Thành", 50));
        let whole = of_bytes(&bytes);
        let length = bytes.len() as u64;
        for good in [0, 1, 2, 3, 8, length / 2, length - 1] {
            let failing = Failing {
                bytes: Cursor::new(bytes.clone()),
                good,
                error: ErrorKind::Other,
            };
            match read(failing) {
                Err(problem) => assert!(
                    matches!(problem, Problem::Unreadable { .. }),
                    "{name}, {good}: {problem:?}"
                ),
                Ok(read) => assert_eq!(read, whole, "{name}, {good}"),
            }
        }
    }
}

#[test]
fn a_slow_file_is_read_to_its_end() {
    for (name, written) in HELD.iter().chain(STREAMED) {
        let bytes = written(&rows("Thành", 50));
        let slow = Slow {
            bytes: Cursor::new(bytes.clone()),
            reads: 0,
        };
        assert_eq!(read(slow), Ok(of_bytes(&bytes)), "{name}");
    }
}

const SOUND: &str = "code,name,kind,contribution,linkage\n1,A,Doanh nghiệp,100000000,có\n";

#[test]
fn what_cannot_be_read_is_refused_and_the_rest_is_checked() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("a.xlsx")).unwrap();
    std::fs::write(folder.path().join("enterprises.csv"), SOUND).unwrap();
    let mut names = vec![folder.path().join("a.xlsx")];
    // A file like any other to look at, that gives an error to whoever reads it.
    if cfg!(target_os = "linux") {
        names.push("/proc/self/mem".into());
    }
    let count = names.len();
    names.push(folder.path().join("enterprises.csv"));
    let output = Command::cargo_bin("thidua")
        .unwrap()
        .args(["check", "--format", "json", "--as-of", "2025-11-01"])
        .args(&names)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(3));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let subjects = report["subjects"].as_array().unwrap();
    let [only] = subjects.as_slice() else {
        unreachable!("{subjects:#?}");
    };
    assert_eq!(only["verdict"], "eligible");
    for name in names.iter().take(count) {
        let findings = report["diagnostics"].as_array().unwrap().iter();
        let file = name.to_str().unwrap();
        let of_file = findings.filter(|finding| finding["places"][0]["file"] == file);
        assert_eq!(of_file.count(), 1, "{file}: {:#}", report["diagnostics"]);
    }
    let refused = report["inputs"].as_array().unwrap().iter();
    let refused = refused.filter(|input| !input["refused"].is_null());
    for input in refused {
        assert_eq!(input["sha256"], "", "{input}");
        assert_eq!(input["sheets"], Value::from(Vec::<Value>::new()), "{input}");
    }
}
