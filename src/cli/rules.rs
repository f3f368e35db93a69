//! `rules`: names the rule sets that ship, looks for mistakes in a rule file, runs its examples.
//!
//! In: the request. Out: a list or the findings. Must not know: how a rule file is read.

use crate::cli::ExitCode;
use crate::cli::arguments::RulesArguments;
use crate::cli::problem::Problem;
use crate::cli::session::Session;

pub(crate) fn list(session: &mut Session<'_>) -> ExitCode {
    session.show(&Problem::NotThereYet {}.diagnostic());
    ExitCode::Request
}

pub(crate) fn lint(_request: &RulesArguments, session: &mut Session<'_>) -> ExitCode {
    session.show(&Problem::NotThereYet {}.diagnostic());
    ExitCode::Request
}

pub(crate) fn test(_request: &RulesArguments, session: &mut Session<'_>) -> ExitCode {
    session.show(&Problem::NotThereYet {}.diagnostic());
    ExitCode::Request
}
