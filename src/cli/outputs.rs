//! The files that a report is written to.
//!
//! In: a report, and the files that were asked for. Out: these files, or why one could not be written. Must not know: what is drawn.

use crate::cli::ExitCode;
use crate::cli::arguments::{Options, OutputFile};
use crate::cli::problem::Problem;
use crate::cli::session::Session;
use crate::cli::writing::{place, real_name, replace};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::report::{Format, Paper, Report, refusal};
use std::collections::HashSet;
use std::path::PathBuf;

/// Files hold no colours and are as wide as a printed page.
pub(crate) const PAPER: Paper = Paper {
    width: 100,
    colour: false,
};

/// Writes the report to every file. One that fails keeps no other from being written.
pub(crate) fn write(report: &Report<'_>, options: &Options, session: &mut Session<'_>) -> ExitCode {
    let whole = report.whole();
    let mut code = ExitCode::Clean;
    for output in &options.outputs {
        if report.verdicts.is_empty() && !tells_of_nothing(output.format) {
            session.show(&Problem::NothingToWrite {}.at(place(&output.path)));
            continue;
        }
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

/// Whether a form is for programs, which must hear that nothing was judged; for people, an older report is worth more.
fn tells_of_nothing(format: &Format) -> bool {
    ["json", "jsonl", "junit"].contains(&format.name)
}

/// Whether a form is the document that also says that nothing was checked.
pub(crate) fn is_document(format: &Format) -> bool {
    format.name == "json"
}

/// The files to write that are read as well, or would be read as data next time: a list is known as ours by its columns.
pub(crate) fn among_inputs(
    options: &Options,
    data: &[PathBuf],
    read: &HashSet<PathBuf>,
) -> Vec<Diagnostic> {
    let folders: Vec<&PathBuf> = data.iter().filter(|named| named.is_dir()).collect();
    let holder = |output: &OutputFile| {
        let real = real_name(&output.path);
        let is_list = output.format.name == "csv" && !options.columns.is_empty();
        let mut holding = folders.iter().filter(|_| is_list);
        holding.find(|folder| real.starts_with(real_name(folder)))
    };
    let clash = |output: &OutputFile| {
        if read.contains(&real_name(&output.path)) {
            return Some(Problem::OutputIsInput {}.at(place(&output.path)));
        }
        let read = holder(output)?.to_string_lossy().into_owned();
        Some(Problem::ListAmongData { read }.at(place(&output.path)))
    };
    options.outputs.iter().filter_map(clash).collect()
}
