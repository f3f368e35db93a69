//! `progress`: how far the targets are.
//!
//! In: the request. Out: the targets year by year on standard output. Must not know: how anything is judged or laid out.

use crate::cli::ExitCode;
use crate::cli::arguments::{CheckArguments, Format};
use crate::cli::judging::with_report;
use crate::cli::session::Session;
use crate::report;

pub(crate) fn run(request: &CheckArguments, session: &mut Session<'_>) -> ExitCode {
    with_report(
        &request.options,
        &request.data,
        session,
        |report, session| {
            let paper = session.paper();
            match request.options.format {
                Format::Text => {
                    session.write(|out, locale| report::progress(report, locale, &paper, out));
                }
                Format::Json => {
                    if let Some(format) = report::Format::named(Format::Json.word()) {
                        session.write(|out, locale| format.write(report, locale, &paper, out));
                    }
                }
            }
            ExitCode::Clean
        },
    )
}
