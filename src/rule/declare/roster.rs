//! The official list of units that a table names.
//!
//! In: a file name and the function that fetches it. Out: the roster. Must not know: tables.

use crate::fact::roster::{Roster, Unit};
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
    let bytes = match fetch(Wanted::File(origin, &file.value)) {
        Ok(fetched) => fetched.bytes,
        Err(reason) => {
            findings.add(
                Problem::RosterUnreadable {
                    file: file.value.clone(),
                    reason,
                },
                file.span,
            );
            return None;
        }
    };
    match parse_roster(&file.value, &bytes) {
        Ok(roster) => Some(roster),
        Err(problem) => {
            findings.add(problem, file.span);
            None
        }
    }
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
