//! Why clap refused a command line, in our own words.
//!
//! In: clap's error. Out: the help that was asked for, or the problem. Must not know: any language.

use crate::cli::arguments::values::missing_command;
use crate::cli::arguments::{Command, Page, UsageFault};
use crate::cli::problem::Problem;
use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

/// The help or the version that was asked for.
///
/// # Errors
/// If neither was: what is wrong.
pub(crate) fn command_or_fault(
    error: &Error,
    page: Page,
    colored: bool,
) -> Result<Command, UsageFault> {
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "every other kind of clap's is a refusal"
    )]
    match error.kind() {
        ErrorKind::DisplayHelp if colored => Ok(Command::Help(error.render().ansi().to_string())),
        ErrorKind::DisplayHelp => Ok(Command::Help(error.render().to_string())),
        ErrorKind::DisplayVersion => Ok(Command::Version),
        _ => Err(UsageFault {
            problem: problem(error, page).diagnostic(),
            page,
        }),
    }
}

fn problem(error: &Error, page: Page) -> Problem {
    let option = one(error, ContextKind::InvalidArg);
    let found = one(error, ContextKind::InvalidValue);
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "clap's set of errors is open, and the rest cannot arise from this grammar"
    )]
    match error.kind() {
        ErrorKind::UnknownArgument if option.starts_with('-') => {
            match many(error, ContextKind::SuggestedArg).pop() {
                Some(near) => Problem::MisspeltOption { option, near },
                None => Problem::UnknownOption { option },
            }
        }
        ErrorKind::UnknownArgument => Problem::UnexpectedArgument { found: option },
        ErrorKind::InvalidValue if found.is_empty() => Problem::MissingValue { option },
        ErrorKind::InvalidValue => Problem::ValueNotAllowed {
            option,
            found,
            allowed: many(error, ContextKind::ValidValue),
        },
        ErrorKind::TooManyValues => Problem::ValueTooMany { option },
        ErrorKind::ArgumentConflict => match many(error, ContextKind::PriorArg).pop() {
            Some(other) if other != option => Problem::OptionsTogether { option, other },
            Some(_) | None => Problem::OptionTwice { option },
        },
        ErrorKind::MissingRequiredArgument => Problem::MissingArgument {
            missing: many(error, ContextKind::InvalidArg),
        },
        ErrorKind::MissingSubcommand => missing_command(page),
        ErrorKind::InvalidSubcommand => unknown_command(error, page),
        ErrorKind::InvalidUtf8 => Problem::NotUnicode {},
        _ => Problem::WrongUsage {},
    }
}

fn unknown_command(error: &Error, page: Page) -> Problem {
    let found = one(error, ContextKind::InvalidSubcommand);
    match many(error, ContextKind::SuggestedSubcommand).pop() {
        Some(near) => Problem::MisspeltCommand { found, near },
        None => Problem::UnknownCommand {
            found,
            commands: page.below().map(|below| below.name().to_owned()).collect(),
        },
    }
}

fn one(error: &Error, kind: ContextKind) -> String {
    many(error, kind).into_iter().next().unwrap_or_default()
}

fn many(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![plain(text)],
        Some(ContextValue::Strings(texts)) => texts.iter().map(|text| plain(text)).collect(),
        _ => Vec::new(),
    }
}

/// Without clap's marks: `<DATA>...` is required and may be several, `[FILE]` may be left out, `--round <ID>` takes a value.
fn plain(name: &str) -> String {
    if let Some((option, _)) = name.split_once(" <").filter(|_| name.starts_with('-')) {
        return option.to_owned();
    }
    let marked = name
        .strip_prefix(['<', '['])
        .and_then(|rest| rest.split_once(['>', ']']));
    match marked {
        Some((name, "...")) => format!("{name}…"),
        Some((name, "")) => name.to_owned(),
        Some(_) | None => name.to_owned(),
    }
}
