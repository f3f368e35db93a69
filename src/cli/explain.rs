//! `explain`: shows how one verdict came about, or what one rule says.
//!
//! In: the request. Out: an explanation on standard output. Must not know: how anything is judged or laid out.

use crate::cli::ExitCode;
use crate::cli::arguments::ExplainArguments;
use crate::cli::problem::Problem;
use crate::cli::session::Session;

pub(crate) fn run(_request: &ExplainArguments, session: &mut Session<'_>) -> ExitCode {
    session.show(&Problem::NotThereYet {}.diagnostic());
    ExitCode::Request
}
