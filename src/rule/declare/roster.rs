//! The official list of units that a table names.
//!
//! In: a file name and the function that fetches it. Out: the roster. Must not know: tables.

use crate::fact::roster::{Roster, SuccessorFault, Unit};
use crate::rule::Problem;
use crate::rule::fetch::{Fetch, Wanted, sha256};
use crate::rule::source::Origin;
use crate::rule::yaml::{Findings, Written};

/// Levels that lists of units in this country have, for suggestions.
const LEVELS: [&str; 4] = ["province", "district", "commune", "hamlet"];

/// The roster of that file; none (and a problem) if it cannot be fetched or is no list of units.
pub(super) fn fetched(
    file: &Written<String>,
    origin: Origin,
    fetch: &mut Fetch<'_>,
    findings: &mut Findings,
) -> Option<Roster> {
    let bytes = bytes_of(file, origin, fetch, findings)?;
    parse_roster(&file.value, &bytes)
        .map_err(|problem| findings.add(problem, file.span))
        .ok()
}

/// The roster with the units that took the place of its own, by the list in that file.
pub(super) fn with_successors(
    roster: &Roster,
    file: &Written<String>,
    origin: Origin,
    fetch: &mut Fetch<'_>,
    findings: &mut Findings,
) -> Option<Roster> {
    let bytes = bytes_of(file, origin, fetch, findings)?;
    let name = file.value.clone();
    let problem = match std::str::from_utf8(&bytes) {
        Ok(text) => match roster.clone().with_successors(text) {
            Ok(roster) => return Some(roster),
            Err(SuccessorFault::NoColumn(column)) => Problem::RosterColumn {
                file: name,
                column: column.to_owned(),
            },
            Err(SuccessorFault::Line(line)) => Problem::RosterRow { file: name, line },
        },
        Err(error) => {
            let before = &bytes[..error.valid_up_to()];
            let line = 1 + before.iter().filter(|byte| **byte == b'\n').count() as u64;
            Problem::RosterRow { file: name, line }
        }
    };
    findings.add(problem, file.span);
    None
}

fn bytes_of(
    file: &Written<String>,
    origin: Origin,
    fetch: &mut Fetch<'_>,
    findings: &mut Findings,
) -> Option<Vec<u8>> {
    let unreadable = |reason| Problem::RosterUnreadable {
        file: file.value.clone(),
        reason,
    };
    fetch(Wanted::File(origin, &file.value))
        .map(|fetched| fetched.bytes)
        .map_err(|reason| findings.add(unreadable(reason), file.span))
        .ok()
}

/// The levels that the roster has.
pub(super) fn levels(roster: &Roster) -> Vec<&'static str> {
    LEVELS
        .into_iter()
        .filter(|level| roster.level(level).next().is_some())
        .collect()
}

/// Reads `code,name,type,level,parent` (further columns are of no use here).
fn parse_roster(file: &str, bytes: &[u8]) -> Result<Roster, Problem> {
    let wrong = |line: u64| Problem::RosterRow {
        file: file.to_owned(),
        line,
    };
    let mut reader = csv::ReaderBuilder::new()
        .trim(csv::Trim::All)
        .from_reader(without_mark(bytes));
    let headers = reader.headers().map_err(|_| wrong(1))?.clone();
    let column = |name: &str| {
        let missing = || Problem::RosterColumn {
            file: file.to_owned(),
            column: name.to_owned(),
        };
        headers
            .iter()
            .position(|header| header == name)
            .ok_or_else(missing)
    };
    let (code, name, kind) = (column("code")?, column("name")?, column("type")?);
    let (level, parent) = (column("level")?, column("parent")?);
    let mut units = Vec::new();
    for (record, line) in reader.records().zip(2_u64..) {
        let record =
            record.map_err(|error| wrong(error.position().map_or(line, csv::Position::line)))?;
        let text = |index: usize| record.get(index).unwrap_or_default().to_owned();
        let unit = Unit {
            code: text(code),
            name: text(name),
            kind: text(kind),
            level: text(level),
            parent: text(parent),
        };
        if unit.code.is_empty() || unit.name.is_empty() {
            return Err(wrong(record.position().map_or(line, csv::Position::line)));
        }
        units.push(unit);
    }
    Ok(Roster::new(file.to_owned(), sha256(bytes), units))
}

fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}
