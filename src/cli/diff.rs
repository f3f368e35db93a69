//! `diff`: what changed between two reports.
//!
//! In: the request. Out: the differences on standard output and in files. Must not know: how reports are compared or drawn.

use crate::cli::ExitCode;
use crate::cli::arguments::DiffArguments;
use crate::cli::problem::Problem;
use crate::cli::session::Session;
use crate::cli::walk;
use crate::cli::writing;
use crate::diagnostic::Diagnostic;
use crate::locale::Locale;
use crate::place::Place;
use crate::report::diff::{Named, PastReport, Symbols, Unusable, Wanted, compare, read};
use encoding_rs::{Decoder, UTF_8};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

pub(crate) fn run(request: &DiffArguments, session: &mut Session<'_>) -> ExitCode {
    if let Some(refused) = overwritten(request) {
        session.show(&refused);
        return ExitCode::Request;
    }
    let mut symbols = Symbols::default();
    let [before, after] = [&request.before, &request.after].map(|path| {
        let read = report(path, &mut symbols);
        read.map_err(|finding| session.show(&finding)).ok()
    });
    let (Some(before), Some(after)) = (before, after) else {
        return ExitCode::Refused;
    };
    if before.rule_set() != after.rule_set() {
        let warning = Problem::OtherRuleSet {
            before: before.rule_set().to_owned(),
            after: after.rule_set().to_owned(),
        };
        session.show(&warning.diagnostic());
    }
    let wanted = Wanted {
        all: request.show_all,
        quiet: request.quiet,
    };
    let named = |path: &Path, report| Named {
        name: walk::shown(path),
        report,
    };
    let difference = compare(
        named(&request.before, &before),
        named(&request.after, &after),
        &symbols,
        wanted,
    );
    let paper = session.paper();
    if let Some(format) = request.format.drawn() {
        session.write(|out, locale| format.write(&difference, locale, &paper, out));
    }
    let mut code = match difference.got_worse() {
        true => ExitCode::Against,
        false => ExitCode::Clean,
    };
    for (path, format) in &request.outputs {
        let locale = Locale::new(session.locale.language());
        let plain = crate::report::Paper {
            colour: false,
            ..paper
        };
        let written = writing::replace(path, |out| match format.drawn() {
            Some(format) => format.write(&difference, &locale, &plain, out),
            None => Ok(()),
        });
        if let Err(finding) = written {
            session.show(&finding);
            code = code.or(ExitCode::Unwritten);
        }
    }
    code
}

/// A file to write that is read too.
fn overwritten(request: &DiffArguments) -> Option<Diagnostic> {
    let read = [&request.before, &request.after].map(|path| writing::real_name(path));
    let mut outputs = request.outputs.iter().map(|(path, _)| path);
    let both = outputs.find(|path| read.contains(&writing::real_name(path)))?;
    Some(Problem::OutputIsInput {}.at(writing::place(both)))
}

fn report(path: &Path, symbols: &mut Symbols) -> Result<PastReport, Diagnostic> {
    let place = Place::file(walk::shown(path));
    let refused = |problem: Problem| problem.at(place.clone());
    let found = fs::metadata(path).map_err(|error| refused(walk::refusal(&error)))?;
    if found.is_dir() {
        return Err(refused(Problem::NotAReport { line: 1 }));
    }
    let file = File::open(path).map_err(|error| refused(walk::refusal(&error)))?;
    let mut text = Text::new(file);
    read(&mut text, symbols).map_err(|unusable| refused(problem(unusable)))
}

fn problem(unusable: Unusable) -> Problem {
    match unusable {
        Unusable::Unread(error) => walk::refusal(&error),
        Unusable::NotJson(line, column) => Problem::NotJson { line, column },
        Unusable::Broken => Problem::ReportBroken {},
        Unusable::NotAReport(line) => Problem::NotAReport { line },
        Unusable::OtherFormat(found) => Problem::OtherReport { found },
        Unusable::Incomplete => Problem::ReportIncomplete {},
        Unusable::NothingChecked => Problem::ReportOfNothing {},
    }
}

/// A text as UTF-8 without a byte order mark: `>` of Windows PowerShell writes UTF-16.
struct Text {
    file: File,
    decoder: Decoder,
    read: Vec<u8>,
    used: usize,
    at_end: bool,
}

impl Text {
    fn new(file: File) -> Text {
        Text {
            file,
            decoder: UTF_8.new_decoder(),
            read: Vec::new(),
            used: 0,
            at_end: false,
        }
    }

    fn refill(&mut self) -> io::Result<()> {
        const PIECE: usize = 64 * 1024;
        let mut piece = vec![0; PIECE];
        let count = self.file.read(&mut piece)?;
        self.at_end = count == 0;
        let source = piece.get(..count).unwrap_or(&piece);
        let needed = self.decoder.max_utf8_buffer_length(count);
        let mut text = String::with_capacity(needed.unwrap_or(4 * PIECE));
        // The buffer holds the longest that the piece can come to.
        let _ = self
            .decoder
            .decode_to_string(source, &mut text, self.at_end);
        self.read = text.into_bytes();
        self.used = 0;
        Ok(())
    }
}

impl Read for Text {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        while self.used == self.read.len() && !self.at_end {
            self.refill()?;
        }
        let rest = self.read.get(self.used..).unwrap_or(&[]);
        let count = rest.len().min(out.len());
        if let (Some(to), Some(from)) = (out.get_mut(..count), rest.get(..count)) {
            to.copy_from_slice(from);
        }
        self.used += count;
        Ok(count)
    }
}
