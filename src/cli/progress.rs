//! `progress`: how far the targets are.
//!
//! In: the request. Out: the targets year by year on standard output. Must not know: how anything is judged or laid out.

use crate::cli::ExitCode;
use crate::cli::arguments::CheckArguments;
use crate::cli::judging::with_report;
use crate::cli::session::Session;
use crate::report::{self, Format};

pub(crate) fn run(request: &CheckArguments, session: &mut Session<'_>) -> ExitCode {
    let format = request.options.format;
    with_report(
        &request.options,
        &request.data,
        session,
        |report, session| {
            let paper = session.paper();
            session.write(|out, locale| match format == <&Format>::default() {
                true => report::progress(report, locale, &paper, out),
                false => format.write(report, locale, &paper, out),
            });
            ExitCode::Clean
        },
    )
}
