//! The files that a report is written to.
//!
//! In: a report, and the files that were asked for. Out: these files, or why one could not be written. Must not know: what is drawn.

use crate::cli::ExitCode;
use crate::cli::arguments::Options;
use crate::cli::problem::Problem;
use crate::cli::session::Session;
use crate::cli::writing::{place, real_name, replace};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::report::{Format, Paper, Report, refusal};
use std::collections::HashSet;
use std::path::PathBuf;

/// Files hold no colours and are as wide as a printed page.
const PAPER: Paper = Paper {
    width: 100,
    colour: false,
};

/// Writes the report to every file. One that fails keeps no other from being written.
pub(crate) fn write(report: &Report<'_>, options: &Options, session: &mut Session<'_>) -> ExitCode {
    let whole = report.whole();
    let mut code = ExitCode::Clean;
    for output in &options.outputs {
        let locale = &session.locale;
        let written = replace(&output.path, |out| {
            output.format.write(&whole, locale, &PAPER, out)
        });
        if let Err(failure) = written {
            session.show(&failure);
            code = ExitCode::Unwritten;
        }
    }
    code
}

/// Where nothing was checked, the documents for programs say so; every other file stays as it is.
pub(crate) fn write_refusal(
    found: &Diagnostics,
    options: &Options,
    session: &mut Session<'_>,
) -> ExitCode {
    let mut code = ExitCode::Request;
    let documents = options.outputs.iter();
    for output in documents.filter(|output| is_document(output.format)) {
        let locale = &session.locale;
        let number = ExitCode::Request.number();
        let written = replace(&output.path, |out| refusal(found, locale, number, out));
        if let Err(failure) = written {
            session.show(&failure);
            code = code.or(ExitCode::Unwritten);
        }
    }
    code
}

/// Whether a form is the document that also says that nothing was checked.
pub(crate) fn is_document(format: &Format) -> bool {
    format.name == "json"
}

/// The files to write that are read as well.
pub(crate) fn among_inputs(options: &Options, read: &HashSet<PathBuf>) -> Vec<Diagnostic> {
    let outputs = options.outputs.iter().map(|output| &output.path);
    let clashing = outputs.filter(|path| read.contains(&real_name(path)));
    clashing
        .map(|path| Problem::OutputIsInput {}.at(place(path)))
        .collect()
}
