//! The roster's CSV: `code,name,type,level,parent`, and `valid_from,valid_to` if it has them.
//!
//! In: its bytes. Out: units, or the first thing that is wrong with its line. Must not know: sheets, rules.

use crate::fact::roster::{Roster, Unit};
use crate::text::nfc;
use chrono::NaiveDate;
use rustc_hash::{FxHashMap, FxHashSet};

/// The first thing that is wrong with a roster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RosterFault {
    /// This column is missing from its header.
    NoColumn(&'static str),
    /// This line is no CSV, or has no code, no name or no level.
    Line(u64),
    /// A validity that is no day.
    NotADay {
        /// The line.
        line: u64,
        /// `valid_from` or `valid_to`.
        column: &'static str,
        /// What stands there.
        value: String,
    },
    /// Two entries of one code that are valid from the same day.
    SameCode {
        /// The second one's line.
        line: u64,
        /// The code.
        code: String,
    },
    /// A parent that the roster does not have.
    UnknownParent {
        /// The unit.
        code: String,
        /// Its parent.
        parent: String,
    },
    /// No unit at all.
    Empty,
}

/// A unit of that code as it was called and ranked for a while.
struct Entry {
    unit: Unit,
    valid_from: Option<NaiveDate>,
    line: u64,
}

/// Columns that a roster must have.
const COLUMNS: [&str; 5] = ["code", "name", "type", "level", "parent"];

/// Columns that it may have.
const VALIDITY: [&str; 2] = ["valid_from", "valid_to"];

pub(super) fn parse(file: &str, sha256: String, bytes: &[u8]) -> Result<Roster, RosterFault> {
    let entries = entries(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes))?;
    if entries.is_empty() {
        return Err(RosterFault::Empty);
    }
    let (current, former) = newest_of_each_code(entries)?;
    let roster = Roster::new(file.to_owned(), sha256, current).with_former_names(former);
    match roster
        .units
        .iter()
        .find(|unit| !unit.parent.is_empty() && roster.unit(&unit.parent).is_none())
    {
        Some(unit) => Err(RosterFault::UnknownParent {
            code: unit.code.clone(),
            parent: unit.parent.clone(),
        }),
        None => Ok(roster),
    }
}

fn entries(bytes: &[u8]) -> Result<Vec<Entry>, RosterFault> {
    let mut reader = csv::ReaderBuilder::new()
        .trim(csv::Trim::All)
        .from_reader(bytes);
    let headers = reader.headers().map_err(|_| RosterFault::Line(1))?.clone();
    let position = |column: &str| headers.iter().position(|header| header == column);
    let mut at = [0; COLUMNS.len()];
    for (at, column) in at.iter_mut().zip(COLUMNS) {
        *at = position(column).ok_or(RosterFault::NoColumn(column))?;
    }
    let validity = VALIDITY.map(|column| position(column).map(|at| (column, at)));
    let mut entries = Vec::new();
    for (record, next) in reader.records().zip(2_u64..) {
        let record = record.map_err(|error| {
            RosterFault::Line(error.position().map_or(next, csv::Position::line))
        })?;
        let line = record.position().map_or(next, csv::Position::line);
        let cell = |at: usize| nfc(record.get(at).unwrap_or_default());
        let day = |column: Option<(&'static str, usize)>| {
            let Some((column, value)) = column
                .map(|(column, at)| (column, cell(at)))
                .filter(|(_, value)| !value.is_empty())
            else {
                return Ok(None);
            };
            match NaiveDate::parse_from_str(&value, "%Y-%m-%d") {
                Ok(day) => Ok(Some(day)),
                Err(_) => Err(RosterFault::NotADay {
                    line,
                    column,
                    value,
                }),
            }
        };
        let [code, name, kind, level, parent] = at.map(cell);
        if code.is_empty() || name.is_empty() || level.is_empty() {
            return Err(RosterFault::Line(line));
        }
        let [from, to] = validity;
        let valid_from = day(from)?;
        day(to)?;
        entries.push(Entry {
            unit: Unit {
                code,
                name,
                kind,
                level,
                parent,
            },
            valid_from,
            line,
        });
    }
    Ok(entries)
}

/// The newest entry of each code, in the list's order, and the older ones: names that files of earlier years still write.
fn newest_of_each_code(entries: Vec<Entry>) -> Result<(Vec<Unit>, Vec<Unit>), RosterFault> {
    let mut newest: FxHashMap<String, Option<NaiveDate>> = FxHashMap::default();
    for entry in &entries {
        let held = newest
            .entry(entry.unit.code.clone())
            .or_insert(entry.valid_from);
        *held = (*held).max(entry.valid_from);
    }
    let (mut current, mut former): (Vec<Unit>, Vec<Unit>) = (Vec::new(), Vec::new());
    let mut taken = FxHashSet::default();
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
            return Err(RosterFault::SameCode {
                line,
                code: unit.code,
            });
        }
    }
    Ok((current, former))
}
