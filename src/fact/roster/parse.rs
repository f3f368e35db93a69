//! The roster's CSV: `code,name,type,level,parent,valid_from,valid_to`.
//!
//! In: the text. Out: units, or the first thing that is wrong with its line. Must not know: sheets, rules.

use crate::diagnostic::Diagnostic;
use crate::fact::roster::{Roster, Unit};
use crate::place::{Place, Spot};
use crate::problems;
use crate::text::nfc;
use chrono::NaiveDate;
use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

problems! {
    /// What can be wrong with a roster.
    pub enum RosterProblem {
        /// It is no CSV, or a line has too many or too few cells.
        "roster/unreadable" Error Unreadable { reason: String },
        /// A column is missing from its header.
        "roster/missing-column" Error MissingColumn { column: String },
        /// A unit without code, name or level.
        "roster/incomplete" Error Incomplete { column: String },
        /// A validity that is no day.
        "roster/not-a-day" Error NotADay { column: String, value: String },
        /// A parent that the roster does not have.
        "roster/unknown-parent" Error UnknownParent { code: String, parent: String },
        /// Two entries of one code that are valid from the same day.
        "roster/same-code" Error SameCode { code: String },
        /// No unit at all.
        "roster/empty" Error Empty {},
    }
}

/// A unit of that code as it was called and ranked for a while.
struct Entry {
    unit: Unit,
    valid_from: Option<NaiveDate>,
    line: u32,
}

const COLUMNS: [&str; 7] = [
    "code",
    "name",
    "type",
    "level",
    "parent",
    "valid_from",
    "valid_to",
];

pub(super) fn parse(file: &str, text: &str) -> Result<Roster, Diagnostic> {
    let whole = Place::file(file);
    let entries = entries(&whole, text.strip_prefix('\u{feff}').unwrap_or(text))?;
    if entries.is_empty() {
        return Err(RosterProblem::Empty {}.at(whole));
    }
    let (current, former) = newest_of_each_code(&whole, entries)?;
    let roster = Roster::new(file.to_owned(), sha256(text), current).with_former_names(former);
    match roster
        .units
        .iter()
        .find(|unit| !unit.parent.is_empty() && roster.unit(&unit.parent).is_none())
    {
        Some(unit) => Err(RosterProblem::UnknownParent {
            code: unit.code.clone(),
            parent: unit.parent.clone(),
        }
        .at(whole)),
        None => Ok(roster),
    }
}

fn entries(whole: &Place, text: &str) -> Result<Vec<Entry>, Diagnostic> {
    let unreadable = |error: csv::Error| {
        let line = error.position().map_or(1, csv::Position::line);
        RosterProblem::Unreadable {
            reason: error.to_string(),
        }
        .at(whole.at(Spot::Row(u32::try_from(line).unwrap_or(u32::MAX))))
    };
    let mut reader = csv::ReaderBuilder::new()
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let headers = reader.headers().map_err(unreadable)?.clone();
    let mut at = [0; COLUMNS.len()];
    for (index, column) in COLUMNS.into_iter().enumerate() {
        let found = headers.iter().position(|header| header == column);
        at[index] = found.ok_or_else(|| {
            RosterProblem::MissingColumn {
                column: column.to_owned(),
            }
            .at(whole.at(Spot::Row(1)))
        })?;
    }
    let mut entries = Vec::new();
    for record in reader.records() {
        let record = record.map_err(unreadable)?;
        let line = record.position().map_or(0, |position| {
            u32::try_from(position.line()).unwrap_or(u32::MAX)
        });
        let cell = |index: usize| nfc(record.get(at[index]).unwrap_or_default());
        entries.push(entry(cell, line).map_err(|problem| problem.at(whole.at(Spot::Row(line))))?);
    }
    Ok(entries)
}

fn entry(cell: impl Fn(usize) -> String, line: u32) -> Result<Entry, RosterProblem> {
    if let Some(column) = [0, 1, 3]
        .into_iter()
        .find(|column| cell(*column).is_empty())
    {
        return Err(RosterProblem::Incomplete {
            column: COLUMNS[column].to_owned(),
        });
    }
    let day = |index: usize| -> Result<Option<NaiveDate>, RosterProblem> {
        let value = cell(index);
        match NaiveDate::parse_from_str(&value, "%Y-%m-%d") {
            Ok(day) => Ok(Some(day)),
            Err(_) if value.is_empty() => Ok(None),
            Err(_) => Err(RosterProblem::NotADay {
                column: COLUMNS[index].to_owned(),
                value,
            }),
        }
    };
    let valid_from = day(5)?;
    day(6)?;
    let unit = Unit {
        code: cell(0),
        name: cell(1),
        kind: cell(2),
        level: cell(3),
        parent: cell(4),
    };
    Ok(Entry {
        unit,
        valid_from,
        line,
    })
}

/// The newest entry of each code, in the list's order, and the older ones: names that files of earlier years still write.
fn newest_of_each_code(
    whole: &Place,
    entries: Vec<Entry>,
) -> Result<(Vec<Unit>, Vec<Unit>), Diagnostic> {
    let mut newest: FxHashMap<String, Option<NaiveDate>> = FxHashMap::default();
    for entry in &entries {
        let held = newest
            .entry(entry.unit.code.clone())
            .or_insert(entry.valid_from);
        *held = (*held).max(entry.valid_from);
    }
    let (mut current, mut former): (Vec<Unit>, Vec<Unit>) = (Vec::new(), Vec::new());
    let mut taken = rustc_hash::FxHashSet::default();
    for Entry {
        unit,
        valid_from,
        line,
    } in entries
    {
        if newest.get(&unit.code) != Some(&valid_from) {
            former.push(unit);
        } else if taken.insert(unit.code.clone()) {
            current.push(unit);
        } else {
            return Err(RosterProblem::SameCode { code: unit.code }.at(whole.at(Spot::Row(line))));
        }
    }
    Ok((current, former))
}

fn sha256(text: &str) -> String {
    Sha256::digest(text.as_bytes())
        .iter()
        .fold(String::new(), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })
}
