//! `check`: judges what the data holds.
//!
//! In: the request. Out: a report on standard output. Must not know: how anything is judged or laid out.

use crate::cli::ExitCode;
use crate::cli::arguments::CheckArguments;
use crate::cli::problem::Problem;
use crate::cli::session::Session;
use crate::cli::walk::walk;

/// How many findings of a code are shown, unless all are asked for.
const SHOWN_OF_A_CODE: usize = 20;

pub(crate) fn run(request: &CheckArguments, session: &mut Session<'_>) -> ExitCode {
    let walk = walk(&request.data);
    for finding in &walk.refused {
        session.show(finding);
    }
    session.show_all(
        &walk.left_aside,
        if request.options.show_all {
            usize::MAX
        } else {
            SHOWN_OF_A_CODE
        },
    );
    session.show(&Problem::NotThereYet {}.diagnostic());
    ExitCode::Request
}
