//! One file and what must become of it.
//!
//! In: bytes and an expectation. Out: cases in a list, what was found in a file, and whether that is what was expected.

use std::fmt::Write as _;
use std::io::Cursor;
use thidua::diagnostic::Diagnostic;
use thidua::locale::Locale;
use thidua::place::Place;
use thidua::table::{self, Cell, Problem, Row};
use thidua::text::Language;

/// A file that may do harm.
pub(crate) struct Case {
    /// Its number in the list of what goes wrong in input files.
    pub(crate) item: u32,
    pub(crate) name: &'static str,
    /// How its file is called.
    pub(crate) file: &'static str,
    build: Box<dyn Fn() -> Vec<u8> + Send + Sync>,
    pub(crate) expected: Expected,
}

/// What must become of a file.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Expected {
    /// Not read, with that code.
    Refused(&'static str),
    /// Read: its rows, each as its number and its cells, as [`Found`] writes them.
    Rows(String),
    /// Read: so many cells that hold something.
    Cells(u64),
}

pub(crate) fn case(
    item: u32,
    name: &'static str,
    file: &'static str,
    expected: Expected,
    build: impl Fn() -> Vec<u8> + Send + Sync + 'static,
) -> Case {
    Case {
        item,
        name,
        file,
        build: Box::new(build),
        expected,
    }
}

pub(crate) fn rows(rows: &str) -> Expected {
    Expected::Rows(rows.to_owned())
}

/// What was found in a file.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// One line a row: `2: a|=5|!#REF!`.
    pub(crate) rows: String,
    /// Cells that hold something.
    pub(crate) cells: u64,
    /// The first problem, which ends everything.
    pub(crate) problem: Option<Diagnostic>,
    /// What is said of what was read.
    pub(crate) notes: Vec<Diagnostic>,
}

/// More rows are counted, not written down.
const MOST_WRITTEN: usize = 100_000;

impl Case {
    pub(crate) fn bytes(&self) -> Vec<u8> {
        (self.build)()
    }

    /// The difference between what became of the file and what should have, none if there is none.
    pub(crate) fn difference(&self, found: &Found) -> Option<String> {
        let code = found.problem.as_ref().map(|problem| problem.code);
        let as_expected = match &self.expected {
            Expected::Refused(expected) => code == Some(*expected),
            Expected::Rows(rows) => code.is_none() && found.rows.trim_end() == rows.trim_end(),
            Expected::Cells(cells) => code.is_none() && found.cells == *cells,
        };
        let unsaid = [Language::Vietnamese, Language::English].map(|language| {
            let locale = Locale::new(language);
            let said = found.notes.iter().chain(&found.problem);
            let empty = |finding: &&Diagnostic| locale.sentence(finding).trim().is_empty();
            said.filter(empty).count()
        });
        (!as_expected || unsaid != [0, 0]).then(|| {
            let Case { item, name, .. } = self;
            let rows: String = found.rows.chars().take(300).collect();
            let cells = found.cells;
            format!(
                "{item} {name}: expected {:?}; {code:?}, {cells} cells:\n{rows}",
                self.expected
            )
        })
    }
}

/// Reads all there is in a file: rows, merged blocks, what is hidden, notes.
pub(crate) fn read(bytes: Vec<u8>) -> Found {
    let mut found = Found::default();
    if let Err(problem) = found.read(bytes) {
        found.problem = Some(problem.at(Place::file("xa.xlsx")));
    }
    found
}

impl Found {
    fn read(&mut self, bytes: Vec<u8>) -> Result<(), Problem> {
        let mut source = table::open(Box::new(Cursor::new(bytes)))?;
        for sheet in 0..source.sheets().len() {
            let mut rows = source.rows(sheet)?;
            while let Some(row) = rows.next_row()? {
                self.take(row);
            }
            drop(rows);
            source.merges(sheet)?;
            source.hidden(sheet)?;
            let notes = source.notes(sheet).into_iter();
            self.notes
                .extend(notes.map(|note| note.at(Place::file("xa.xlsx"))));
        }
        source.sha256()?;
        Ok(())
    }

    fn take(&mut self, row: Row<'_>) {
        let filled = row.cells().filter(|cell| *cell != Cell::Empty).count();
        self.cells += filled as u64;
        if self.rows.len() < MOST_WRITTEN {
            let cells: Vec<String> = row.cells().take(50).map(written).collect();
            let _ = writeln!(self.rows, "{}: {}", row.number, cells.join("|"));
        }
    }
}

/// A cell as people would write it: numbers after `=`, errors after `!`.
fn written(cell: Cell<'_>) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.to_owned(),
        Cell::Number { value, percent } => format!("={value}{}", if percent { "%" } else { "" }),
        Cell::YesNo(flag) => flag.to_string(),
        Cell::Date(day) => day.to_string(),
        Cell::Error(literal) => format!("!{literal}"),
    }
}
