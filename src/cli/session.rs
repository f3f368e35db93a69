//! What one run has at hand: its language, its outputs, the day.
//!
//! In: the arguments, for what must be known before they are understood, and the world. Out: texts on the right output, and the
//! final exit code. Must not know: the commands.

use crate::cli::color::Color;
use crate::cli::output::Output;
use crate::cli::problem::Problem;
use crate::cli::{ExitCode, World, arguments, show};
use crate::diagnostic::{Argument, Diagnostic, Diagnostics};
use crate::locale::Locale;
use crate::report::Paper;
use chrono::NaiveDate;
use std::ffi::OsString;
use std::io::{self, Write};
use std::sync::Arc;

/// The width to write for where there is no terminal.
const USUAL_WIDTH: usize = 100;

/// What one run has at hand.
pub(crate) struct Session<'a> {
    /// The reader's language.
    pub(crate) locale: Arc<Locale>,
    /// Today's date.
    pub(crate) today: NaiveDate,
    /// How many columns texts may take.
    pub(crate) width: usize,
    /// Whether results are coloured.
    pub(crate) colored: bool,
    /// Whether messages go to a terminal.
    pub(crate) messages_on_terminal: bool,
    messages_colored: bool,
    results: Output<'a>,
    messages: Output<'a>,
}

impl<'a> Session<'a> {
    /// Finds the language and the colours, which even a wrong command line is answered in.
    pub(crate) fn open(arguments: &[OsString], world: &'a mut World<'_>) -> Self {
        let (language, warning) = arguments::early::language(arguments, world.environment);
        let color = Color::chosen(arguments);
        let mut session = Session {
            locale: Arc::new(Locale::new(language)),
            today: world.today,
            width: world.terminal.unwrap_or(USUAL_WIDTH),
            colored: color.wanted(world.terminal.is_some(), world.environment),
            messages_on_terminal: world.stderr_is_terminal,
            messages_colored: color.wanted(world.stderr_is_terminal, world.environment),
            results: Output::new(world.stdout),
            messages: Output::new(world.stderr),
        };
        if let Some(warning) = warning {
            session.show(&warning);
        }
        session
    }

    /// Writes a result.
    pub(crate) fn print(&mut self, text: &str) -> ExitCode {
        self.results.text(text);
        ExitCode::Clean
    }

    /// Writes a result piece by piece.
    pub(crate) fn write(&mut self, draw: impl FnOnce(&mut dyn Write, &Locale) -> io::Result<()>) {
        let locale = &self.locale;
        self.results.attempt(|out| draw(out, locale));
    }

    /// What results are drawn on.
    pub(crate) fn paper(&self) -> Paper {
        const LEAST_WIDTH: usize = 80;
        Paper {
            width: self.width.max(LEAST_WIDTH),
            colour: self.colored,
        }
    }

    /// Writes a line that is not a result.
    pub(crate) fn say(&mut self, line: &str) {
        self.messages.text(line);
        self.messages.text("\n");
    }

    /// Writes a finding.
    pub(crate) fn show(&mut self, finding: &Diagnostic) {
        let text = show::rendered(finding, &self.locale, self.width, self.messages_colored);
        self.say(&text);
    }

    /// Writes findings, of each code at most so many, and how many more there are.
    pub(crate) fn show_all(&mut self, findings: &Diagnostics, most_of_a_code: usize) {
        let (shown, hidden) = show::chosen(findings, most_of_a_code);
        for finding in shown {
            self.show(finding);
        }
        for (code, count) in hidden {
            let count = self.locale.number(&count.into(), 0);
            let line = self
                .locale
                .label_with("show-more", &[("count", &count), ("code", code)]);
            self.say(&line);
        }
    }

    /// Writes what is held back. A result that could not be written outweighs what it would have said.
    pub(crate) fn close(mut self, code: ExitCode) -> ExitCode {
        let failure = self.results.finish().map(Argument::from);
        let code = match failure {
            Some(reason) => {
                self.show(&Problem::NotWritten { reason }.diagnostic());
                code.or(ExitCode::Unwritten)
            }
            None => code,
        };
        self.messages.finish();
        code
    }
}
