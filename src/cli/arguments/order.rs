//! Brings the command to the front: `thidua DATA…` means `check`, options may stand before the command, and `help` is a word too.
//!
//! In: arguments as typed. Out: the same arguments, the command's words first. Must not know: what options mean, other than whether
//! a value follows them.

use crate::cli::arguments::{Page, UsageFault};
use crate::cli::problem::Problem;
use crate::text::nearest;
use std::ffi::{OsStr, OsString};
use std::path::Path;

/// The word that asks for help where a command is expected.
const HELP_WORD: &str = "help";
/// The options that are answered without a command.
const ANSWERED_ALONE: [&str; 4] = ["-h", "--help", "-V", "--version"];

/// The arguments with the command's words first.
///
/// # Errors
/// If the first word is a misspelt command rather than a file.
pub(crate) fn command_first(
    mut arguments: Vec<OsString>,
    grammar: &clap::Command,
) -> Result<Vec<OsString>, UsageFault> {
    if let Some(at) = word_position(&arguments, 0, grammar)
        && arguments[at] == HELP_WORD
    {
        arguments.remove(at);
        if word_position(&arguments, 0, grammar)
            .is_some_and(|at| !is_command(Page::Root, &arguments[at]))
        {
            return Err(unknown(&arguments, grammar));
        }
        arguments.push("--help".into());
    }
    let Some(at) = word_position(&arguments, 0, grammar) else {
        let alone = arguments.is_empty()
            || arguments
                .iter()
                .any(|a| ANSWERED_ALONE.iter().any(|known| a == known));
        if !alone {
            arguments.insert(0, Page::Check.name().into());
        }
        return Ok(arguments);
    };
    if !is_command(Page::Root, &arguments[at]) {
        refuse_misspelt(&arguments, at)?;
        arguments.insert(0, Page::Check.name().into());
        return Ok(arguments);
    }
    arguments[..=at].rotate_right(1);
    bring_second_word(&mut arguments, grammar);
    Ok(arguments)
}

/// `rules --lang en list` is `rules list --lang en`.
fn bring_second_word(arguments: &mut [OsString], grammar: &clap::Command) {
    let page = Page::of(arguments);
    if let Some(at) = word_position(arguments, 1, grammar)
        && is_command(page, &arguments[at])
    {
        arguments[1..=at].rotate_right(1);
    }
}

fn is_command(above: Page, word: &OsStr) -> bool {
    above.below().any(|page| word == page.name())
}

/// Where the first argument from there on stands that is neither an option nor an option's value.
fn word_position(arguments: &[OsString], from: usize, grammar: &clap::Command) -> Option<usize> {
    let mut at = from;
    while let Some(argument) = arguments.get(at) {
        let text = argument.to_string_lossy();
        if text == "--" {
            return None;
        }
        if !text.starts_with('-') || text == "-" {
            return Some(at);
        }
        at += if wants_next(&text, grammar) { 2 } else { 1 };
    }
    None
}

/// Whether the option's value is the next argument.
fn wants_next(option: &str, grammar: &clap::Command) -> bool {
    if let Some(long) = option.strip_prefix("--") {
        return !long.contains('=')
            && takes_value(grammar, &|argument| argument.get_long() == Some(long));
    }
    let mut letters = option.chars().skip(1);
    let valued = letters
        .by_ref()
        .find(|letter| takes_value(grammar, &|argument| argument.get_short() == Some(*letter)));
    valued.is_some() && letters.next().is_none()
}

fn takes_value(command: &clap::Command, is_meant: &dyn Fn(&clap::Arg) -> bool) -> bool {
    command
        .get_arguments()
        .any(|argument| is_meant(argument) && argument.get_action().takes_values())
        || command
            .get_subcommands()
            .any(|below| takes_value(below, is_meant))
}

fn refuse_misspelt(arguments: &[OsString], at: usize) -> Result<(), UsageFault> {
    let Some(word) = arguments[at]
        .to_str()
        .filter(|word| word.chars().all(char::is_alphabetic))
    else {
        return Ok(());
    };
    let commands = Page::Root.below().map(Page::name).chain([HELP_WORD]);
    match nearest(word, commands) {
        Some(near) if !Path::new(word).exists() => {
            let problem = Problem::NeitherCommandNorFile {
                found: word.to_owned(),
                near: near.to_owned(),
            };
            Err(UsageFault {
                problem: problem.diagnostic(),
                page: Page::Root,
            })
        }
        Some(_) | None => Ok(()),
    }
}

fn unknown(arguments: &[OsString], grammar: &clap::Command) -> UsageFault {
    let found = word_position(arguments, 0, grammar).and_then(|at| arguments.get(at));
    let problem = Problem::UnknownCommand {
        found: found
            .map(|word| word.to_string_lossy().into_owned())
            .unwrap_or_default(),
        commands: Page::Root
            .below()
            .map(|page| page.name().to_owned())
            .collect(),
    };
    UsageFault {
        problem: problem.diagnostic(),
        page: Page::Root,
    }
}
