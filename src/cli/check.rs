//! `check`: judges what the data holds.
//!
//! In: the request. Out: a report on standard output, marked copies where they are asked for. Must not know: how anything is judged or laid out.

use crate::cli::ExitCode;
use crate::cli::arguments::CheckArguments;
use crate::cli::judging::{Rows, refuse, with_rows};
use crate::cli::mark::Plan;
use crate::cli::session::Session;

pub(crate) fn run(request: &CheckArguments, session: &mut Session<'_>) -> ExitCode {
    let marking = match Plan::of(request) {
        Ok(marking) => marking,
        Err(wrong) => return refuse(&wrong, &request.options, session),
    };
    let format = request.options.format;
    let rows = match &marking {
        Some(_) => Rows::Kept,
        None => Rows::Passing,
    };
    with_rows(
        &request.options,
        &request.data,
        rows,
        session,
        |report, session| {
            let paper = session.paper();
            session.write(|out, locale| format.write(report, locale, &paper, out));
            match &marking {
                Some(marking) => marking.carry_out(report, request, session),
                None => ExitCode::Clean,
            }
        },
    )
}
