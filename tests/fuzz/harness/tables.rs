//! What must hold of any file that is opened as a table.
//!
//! In: bytes. Out: whether all of it was read, or a failed assertion: rows come in order and the same each time, a refusal is final and can be said,
//! the digest is that of the bytes.

use super::said;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::Cursor;
use thidua::diagnostic::Severity;
use thidua::table::{Cell, Encoding, Hidden, Merge, Options, Problem, Row, Source, open_with};

/// The last column that a spreadsheet can have is XFD.
const MOST_COLUMNS: u32 = 16_384;

/// Opens, reads and reads again.
pub(super) fn hold(bytes: &[u8]) -> bool {
    hold_with(bytes, &Options::default())
}

/// The same, with the user's word for the encoding: one of them each, so that a run stays short.
pub(super) fn hold_in_an_encoding(bytes: &[u8]) {
    let (_, encoding) = Encoding::ALL[bytes.len() % Encoding::ALL.len()];
    hold_with(
        bytes,
        &Options {
            encoding: Some(encoding),
        },
    );
}

fn hold_with(bytes: &[u8], options: &Options) -> bool {
    let first = opened(bytes, options);
    let again = opened(bytes, options);
    let (mut first, mut again) = match (first, again) {
        (Ok(first), Ok(again)) => (first, again),
        (Err(problem), again) => {
            said::problem(&problem, &[Severity::Error]);
            assert_eq!(again.err(), Some(problem), "opened the second time");
            return false;
        }
        (Ok(_), Err(problem)) => panic!("refused the second time: {problem:?}"),
    };
    let digest = sha256(bytes);
    assert_eq!(first.sha256().as_ref(), Ok(&digest), "before reading");
    let count = first.sheets().len();
    assert!(count > 0, "a file that is not refused has a sheet");
    let sheets: Vec<Sheet> = (0..count).map(|at| sheet(&mut *first, at)).collect();
    // Neither what was read before nor the order in which sheets are read makes a difference.
    let mut others: Vec<Sheet> = (0..count).rev().map(|at| sheet(&mut *again, at)).collect();
    others.reverse();
    assert_eq!(sheets, others, "sheets in another order");
    assert_eq!(
        sheets.last(),
        Some(&sheet(&mut *first, count - 1)),
        "the last sheet once more"
    );
    assert_eq!(first.sha256(), Ok(digest), "after reading");
    assert!(first.rows(count).is_err(), "a sheet that is not there");
    sheets.iter().all(|sheet| sheet.ended_by.is_none())
}

fn opened(bytes: &[u8], options: &Options) -> Result<Box<dyn Source>, Problem> {
    open_with(Box::new(Cursor::new(bytes.to_vec())), options)
}

/// All that a sheet says, its rows as a number that other rows would hardly have.
#[derive(Debug, PartialEq)]
struct Sheet {
    name: Option<String>,
    is_visible: bool,
    merges: Result<Vec<Merge>, Problem>,
    hidden: Result<Hidden, Problem>,
    rows: u64,
    content: u64,
    ended_by: Option<Problem>,
    notes: Vec<Problem>,
}

fn sheet(source: &mut dyn Source, at: usize) -> Sheet {
    let info = source.sheets()[at].clone();
    let merges = source.merges(at);
    merges_hold(&merges);
    let hidden = source.hidden(at);
    hidden_holds(&hidden);
    let read = rows(source, at);
    assert_eq!(rows(source, at), read, "read from the first row again");
    let (rows, content, ended_by) = read;
    if let Some(problem) = &ended_by {
        said::problem(problem, &[Severity::Error]);
    }
    let notes = source.notes(at);
    for note in &notes {
        said::problem(note, &[Severity::Note, Severity::Warning]);
    }
    Sheet {
        name: info.name.as_deref().map(str::to_owned),
        is_visible: info.visible,
        merges,
        hidden,
        rows,
        content,
        ended_by,
        notes,
    }
}

/// How many rows there are, what they hold, and what ended them before their end.
fn rows(source: &mut dyn Source, at: usize) -> (u64, u64, Option<Problem>) {
    let (mut count, mut content, mut before) = (0, DefaultHasher::new(), 0);
    let mut rows = match source.rows(at) {
        Ok(rows) => rows,
        Err(problem) => return (0, 0, Some(problem)),
    };
    let ended_by = loop {
        match rows.next_row() {
            Ok(Some(row)) => {
                assert!(row.number > before, "{} after {before}", row.number);
                before = row.number;
                count += 1;
                row_holds(row, &mut content);
            }
            Ok(None) => break None,
            Err(problem) => break Some(problem),
        }
    };
    // The end stays the end, and a problem stays: what follows it may be anything.
    match (&ended_by, rows.next_row()) {
        (None, Ok(None)) => {}
        (Some(before), Err(problem)) => assert_eq!(problem, *before),
        (_, other) => panic!("{ended_by:?}, then {:?}", other.map(|row| row.is_some())),
    }
    (count, content.finish(), ended_by)
}

fn row_holds(row: Row<'_>, content: &mut DefaultHasher) {
    assert!(row.len() <= MOST_COLUMNS, "{} cells", row.len());
    row.number.hash(content);
    let mut filled = false;
    for cell in row.cells() {
        filled |= cell != Cell::Empty;
        match cell {
            Cell::Empty => 0_u8.hash(content),
            Cell::Text(text) => {
                assert!(!text.is_empty() && text.trim() == text, "{text:?}");
                (1_u8, text).hash(content);
            }
            Cell::Number { value, percent } => {
                assert!(value.is_finite(), "a number that is none");
                (2_u8, value.to_bits(), percent).hash(content);
            }
            Cell::YesNo(flag) => (3_u8, flag).hash(content),
            Cell::Date(day) => (4_u8, day).hash(content),
            Cell::Error(shown) => (5_u8, shown).hash(content),
        }
    }
    assert_eq!(row.is_empty(), !filled);
    assert_eq!(row.cell(row.len()), Cell::Empty, "behind the last cell");
}

fn merges_hold(merges: &Result<Vec<Merge>, Problem>) {
    match merges {
        Err(problem) => said::problem(problem, &[Severity::Error]),
        Ok(merges) => {
            for Merge { rows, columns } in merges {
                assert!(rows.0 > 0 && rows.0 <= rows.1, "{rows:?}");
                assert!(
                    columns.0 <= columns.1 && columns.1 < MOST_COLUMNS,
                    "{columns:?}"
                );
            }
        }
    }
}

/// Runs in order, apart from one another.
fn hidden_holds(hidden: &Result<Hidden, Problem>) {
    match hidden {
        Err(problem) => said::problem(problem, &[Severity::Error]),
        Ok(Hidden { rows, columns }) => {
            assert!(rows.first().is_none_or(|run| run.0 > 0), "{rows:?}");
            for runs in [rows, columns] {
                assert!(runs.iter().all(|run| run.0 <= run.1), "{runs:?}");
                assert!(runs.windows(2).all(|two| two[0].1 < two[1].0), "{runs:?}");
            }
        }
    }
}

fn sha256(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").expect("written to memory");
        text
    })
}
