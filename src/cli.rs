//! The command line: what the user asked for, done in a world that is handed in.
//!
//! In: arguments and a [`World`]. Out: text on the world's two outputs and an exit code. The only part that knows file names, the
//! clock, the environment and the terminal. Must not know: how anything is read, judged or laid out.

pub mod arguments;
mod authoring;
mod check;
mod color;
mod diff;
pub mod exit;
mod explain;
pub mod fault;
mod judging;
mod manual;
mod mark;
mod outcome;
mod output;
mod outputs;
mod passing;
pub mod problem;
mod progress;
mod progress_bar;
mod rules;
mod ruleset;
mod session;
mod show;
mod sql;
mod template;
mod waivers;
pub mod walk;
mod writing;

pub use exit::ExitCode;

use crate::cli::arguments::{Command, UsageFault};
use crate::cli::session::Session;
use chrono::NaiveDate;
use std::ffi::OsString;
use std::io::Write;

/// What a run can see and touch besides the files that are named to it.
pub struct World<'a> {
    /// Where results go.
    pub stdout: &'a mut dyn Write,
    /// Where everything else goes.
    pub stderr: &'a mut dyn Write,
    /// Looks an environment variable up.
    pub environment: &'a dyn Fn(&str) -> Option<String>,
    /// Today's date.
    pub today: NaiveDate,
    /// The width of the terminal that standard output is, if it is one.
    pub terminal: Option<usize>,
    /// Whether standard error is a terminal.
    pub stderr_is_terminal: bool,
}

/// Does what the arguments (without the program's name) ask for.
pub fn run(arguments: impl Iterator<Item = OsString>, world: &mut World<'_>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.collect();
    let mut session = Session::open(&arguments, world);
    let code = match fault::guarded(|| obey(arguments, &mut session)) {
        Ok(code) => code,
        Err(fault) => {
            session.show(&fault);
            return ExitCode::Fault;
        }
    };
    session.close(code)
}

fn obey(arguments: Vec<OsString>, session: &mut Session<'_>) -> ExitCode {
    match arguments::understood(arguments, session) {
        Ok(command) => perform(command, session),
        Err(fault) => refuse(&fault, session),
    }
}

fn perform(command: Command, session: &mut Session<'_>) -> ExitCode {
    match command {
        Command::Check(request) => check::run(&request, session),
        Command::Progress(request) => progress::run(&request, session),
        Command::Explain(request) => explain::run(&request, session),
        Command::Template(request) => template::run(&request, session),
        Command::Diff(request) => diff::run(&request, session),
        Command::RulesList(request) => rules::list(&request, session),
        Command::RulesLint(request) => rules::lint(&request, session),
        Command::RulesTest(request) => rules::test(&request, session),
        Command::RulesSql(request) => sql::run(&request, session),
        Command::RulesNew(request) => authoring::begin(&request, session),
        Command::RulesSchema => authoring::schema(session),
        Command::Completions(shell) => manual::completions(shell, session),
        Command::Man => manual::page(session),
        Command::Help(text) => session.print(&text),
        Command::Version => session.print(&format!(
            "{} {}\n",
            env!("CARGO_PKG_NAME"),
            env!("CARGO_PKG_VERSION")
        )),
    }
}

fn refuse(fault: &UsageFault, session: &mut Session<'_>) -> ExitCode {
    session.show(&fault.problem);
    let usage = session.locale.label(fault.page.usage_key());
    let hint = session
        .locale
        .label_with("usage-hint", &[("command", &fault.page.help_command())]);
    let heading = session.locale.label("help-heading-usage");
    let lines: Vec<String> = usage.lines().map(|line| format!("  {line}")).collect();
    session.say(&format!("\n{heading}:\n{}\n\n{hint}", lines.join("\n")));
    ExitCode::Usage
}

#[cfg(test)]
mod tests;
