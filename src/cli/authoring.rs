//! `rules new` and `rules schema`: what an author of rule sets begins with.
//!
//! In: the request. Out: an embedded text, on standard output or in a new file. Must not know: what the text says.

use crate::cli::ExitCode;
use crate::cli::arguments::NewArguments;
use crate::cli::problem::Problem;
use crate::cli::session::Session;
use crate::place::Place;
use crate::rule::shipped;
use crate::text::printable;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

/// Hands out a small rule set. A file that is there already is somebody's work and stays as it is.
pub(crate) fn begin(request: &NewArguments, session: &mut Session<'_>) -> ExitCode {
    let Some(file) = &request.file else {
        return session.print(shipped::BEGINNING);
    };
    let name = file.to_string_lossy().into_owned();
    match create(file, shipped::BEGINNING) {
        Ok(()) => {
            let text = session
                .locale
                .label_with("rules-new-written", &[("file", &printable(&name))]);
            session.print(&format!("{text}\n"))
        }
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            session.show(&Problem::FileExists {}.at(Place::file(name)));
            ExitCode::Request
        }
        Err(error) => {
            let reason = (&error).into();
            session.show(&Problem::FileNotWritten { reason }.at(Place::file(name)));
            ExitCode::Unwritten
        }
    }
}

/// Hands out the schema by which editors help while a rule file is typed.
pub(crate) fn schema(session: &mut Session<'_>) -> ExitCode {
    session.print(shipped::SCHEMA)
}

/// Writes a file that is not there yet; none is left behind if it cannot be written whole.
fn create(path: &Path, text: &str) -> io::Result<()> {
    let mut file = File::create_new(path)?;
    let written = file
        .write_all(text.as_bytes())
        .and_then(|()| file.sync_all());
    drop(file);
    if written.is_err() {
        // The failure to write is what the user must hear of.
        let _ = fs::remove_file(path);
    }
    written
}
