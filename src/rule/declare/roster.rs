//! The official list of units that a table names.
//!
//! In: a file name and the function that fetches it. Out: the roster. Must not know: tables.

use crate::fact::roster::{Roster, RosterFault, SuccessorFault};
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
    Roster::parse(&file.value, sha256(&bytes), &bytes)
        .map_err(|fault| findings.add(problem(file.value.clone(), fault), file.span))
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

fn problem(file: String, fault: RosterFault) -> Problem {
    match fault {
        RosterFault::NoColumn(column) => Problem::RosterColumn {
            file,
            column: column.to_owned(),
        },
        RosterFault::Line(line) => Problem::RosterRow { file, line },
        RosterFault::NotADay {
            line,
            column,
            value,
        } => Problem::RosterDay {
            file,
            line,
            column: column.to_owned(),
            value,
        },
        RosterFault::SameCode { line, code } => Problem::RosterSameCode { file, line, code },
        RosterFault::UnknownParent { code, parent } => Problem::RosterParent { file, code, parent },
        RosterFault::Empty => Problem::RosterEmpty { file },
    }
}
