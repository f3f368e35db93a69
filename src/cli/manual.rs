//! `completions` and `man`: the command line described for shells and for `man`.
//!
//! In: the grammar. Out: a script, or a page in roff. Must not know: how a request is met.

use crate::cli::ExitCode;
use crate::cli::arguments::{self, Choice, Page, Shell};
use crate::cli::session::Session;
use crate::locale::Locale;
use clap::{Arg, Command};
use clap_complete::{generate, shells};
use clap_mangen::roff::{Inline, Roff, bold, italic, roman};
use std::collections::BTreeSet;
use std::io::{self, Write};

/// The day on which the manual was last changed; the day on which it is printed would make each copy another.
const WRITTEN_ON: &str = "2026-11-28";
/// Bytes of a line of roff that are still read well.
const LINE: usize = 76;

/// The program's name, which the grammar itself leaves to [`Page`].
const PROGRAM: &str = env!("CARGO_PKG_NAME");

/// Prints what makes a shell complete our commands.
pub(crate) fn completions(shell: Shell, session: &mut Session<'_>) -> ExitCode {
    let mut script: Vec<u8> = Vec::new();
    let mut grammar = one_line(arguments::program(&session.locale));
    match shell {
        Shell::Bash => generate(shells::Bash, &mut grammar, PROGRAM, &mut script),
        Shell::Zsh => generate(shells::Zsh, &mut grammar, PROGRAM, &mut script),
        Shell::Fish => generate(shells::Fish, &mut grammar, PROGRAM, &mut script),
        Shell::PowerShell => generate(shells::PowerShell, &mut grammar, PROGRAM, &mut script),
        Shell::Elvish => generate(shells::Elvish, &mut grammar, PROGRAM, &mut script),
    }
    let script = with_files(shell, &String::from_utf8_lossy(&script));
    session.print(&script)
}

/// Where a command is expected, data may stand too (`thidua ho-so/`), which the scripts for two shells leave no room for.
fn with_files(shell: Shell, script: &str) -> String {
    match shell {
        Shell::Zsh => script.replacen(
            r#"":: :_thidua_commands""#,
            r#"":: :{_alternative 'commands::_thidua_commands' 'files::_files'}""#,
            1,
        ),
        Shell::Fish => {
            let shells = Shell::words().join(" ");
            let script = script.replace(
                r#"-n "__fish_thidua_needs_command" -f -a"#,
                r#"-n "__fish_thidua_needs_command" -a"#,
            );
            format!(
                "{script}complete -c thidua -n \"__fish_thidua_using_subcommand completions\" -f -a \"{shells}\"\n"
            )
        }
        Shell::Bash | Shell::PowerShell | Shell::Elvish => script.to_owned(),
    }
}

/// The grammar with the first line of what commands do: a shell shows one.
fn one_line(grammar: Command) -> Command {
    let about = grammar.get_about().map(ToString::to_string);
    let first = about
        .as_deref()
        .and_then(|about| about.lines().next())
        .unwrap_or_default()
        .to_owned();
    let grammar = grammar.about(first).no_binary_name(false);
    grammar.mut_subcommands(one_line)
}

/// Prints the manual.
pub(crate) fn page(session: &mut Session<'_>) -> ExitCode {
    session.write(|out, locale| {
        let manual = Manual {
            locale,
            roff: Roff::new(),
        };
        manual.write(&arguments::program(locale), out)
    });
    ExitCode::Clean
}

/// A page that is being written.
struct Manual<'a> {
    locale: &'a Locale,
    roff: Roff,
}

impl Manual<'_> {
    fn write(mut self, grammar: &Command, out: &mut dyn Write) -> io::Result<()> {
        let version = format!("{PROGRAM} {}", env!("CARGO_PKG_VERSION"));
        self.roff
            .control("TH", ["THIDUA", "1", WRITTEN_ON, version.as_str()]);
        let about = self.locale.label(Page::Root.about_key());
        let (name, below) = about.split_once('\n').unwrap_or((&about, ""));
        let what = name.split_once(" – ").map_or(name, |(_, what)| what);
        self.section("man-name");
        self.filled(&format!("{PROGRAM} - {what}"));
        self.section("man-synopsis");
        self.example(&self.locale.label(Page::Root.usage_key()));
        self.section("man-description");
        self.filled(below);
        self.section("man-commands");
        let mut described = BTreeSet::new();
        for page in Page::ALL {
            if page != Page::Root {
                self.command(page, grammar, &mut described);
            }
        }
        self.section("man-options");
        let everywhere = grammar.get_arguments();
        let everywhere: Vec<&Arg> = everywhere
            .filter(|argument| !described.contains(argument.get_id().as_str()))
            .collect();
        self.arguments(&everywhere);
        self.section("man-exit");
        for code in ExitCode::ALL {
            let meaning = self.locale.label(code.meaning());
            self.tagged([bold(code.number().to_string())], &meaning);
        }
        self.rest();
        self.roff.to_writer(out)
    }

    fn rest(&mut self) {
        self.section("man-files");
        self.tagged(
            [italic("mien-xet.yaml")],
            &self.locale.label("man-files-waivers"),
        );
        self.section("man-environment");
        for (name, key) in [
            ("THIDUA_LANG", "man-environment-lang"),
            ("NO_COLOR", "man-environment-color"),
            ("TERM", "man-environment-term"),
        ] {
            self.tagged([bold(name)], &self.locale.label(key));
        }
        self.section("man-examples");
        self.example(&self.locale.label("man-examples-all"));
    }

    fn command(&mut self, page: Page, grammar: &Command, described: &mut BTreeSet<String>) {
        let mut command = grammar;
        for word in page.words() {
            let Some(below) = command.find_subcommand(word) else {
                return;
            };
            command = below;
        }
        let name = format!("{PROGRAM} {}", page.words().join(" "));
        self.roff.control("SS", [name.as_str()]);
        self.filled(&self.locale.label(page.about_key()));
        self.roff.control("PP", []);
        self.example(&self.locale.label(page.usage_key()));
        let all: Vec<&Arg> = command.get_arguments().collect();
        let key = |argument: &Arg| {
            let help = argument.get_help().map(ToString::to_string);
            format!("{} {}", argument.get_id(), help.unwrap_or_default())
        };
        let is_known =
            |argument: &&Arg| argument.get_long().is_some() && described.contains(&key(argument));
        let (known, new): (Vec<&Arg>, Vec<&Arg>) = all.into_iter().partition(is_known);
        self.arguments(&new);
        if !known.is_empty() {
            self.paragraph(&self.locale.label("man-same-options"));
        }
        self.roff.control("PP", []);
        self.example(&self.locale.label(page.after_key()));
        for argument in new {
            described.insert(key(argument));
            described.insert(argument.get_id().to_string());
        }
    }

    fn arguments(&mut self, all: &[&Arg]) {
        for argument in all {
            let names = [
                argument.get_short().map(|short| format!("-{short}")),
                argument.get_long().map(|long| format!("--{long}")),
            ];
            let names: Vec<String> = names.into_iter().flatten().collect();
            let value = argument.get_value_names().and_then(<[_]>::first);
            let takes = names.is_empty() || argument.get_action().takes_values();
            let value = value.filter(|_| takes).map(ToString::to_string);
            let mut tag: Vec<Inline> = Vec::new();
            if !names.is_empty() {
                tag.push(bold(names.join(", ")));
            }
            if let Some(value) = value {
                if !tag.is_empty() {
                    tag.push(roman(" "));
                }
                tag.push(italic(value));
            }
            let help = argument.get_help().map(ToString::to_string);
            self.tagged(tag, &help.unwrap_or_default());
        }
    }

    fn section(&mut self, key: &str) {
        let heading = self.locale.label(key);
        self.roff.control("SH", [heading.as_str()]);
    }

    fn text(&mut self, inlines: impl Into<Vec<Inline>>) {
        self.roff.text(inlines);
    }

    fn paragraph(&mut self, text: &str) {
        self.roff.control("PP", []);
        self.filled(text);
    }

    /// A text in lines that are short where they stand; whoever shows the page sets them anew.
    fn filled(&mut self, text: &str) {
        let (mut line, mut used) = (String::new(), 0);
        for word in text.split_whitespace() {
            let needed: usize = word.chars().map(bytes_in_roff).sum();
            if !line.is_empty() && used + 1 + needed > LINE {
                self.text([roman(std::mem::take(&mut line))]);
                used = 0;
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
            used += needed + 1;
        }
        self.text([roman(line)]);
    }

    fn tagged(&mut self, tag: impl Into<Vec<Inline>>, text: &str) {
        self.roff.control("TP", []);
        self.text(tag);
        self.filled(text);
    }

    /// Lines as they stand.
    fn example(&mut self, text: &str) {
        self.roff.control("nf", []);
        for line in text.lines() {
            self.text([roman(line)]);
        }
        self.roff.control("fi", []);
    }
}

/// What is no ASCII stands as `\[u1EA1]`, and some signs behind a backslash.
fn bytes_in_roff(character: char) -> usize {
    match character {
        '-' | '\\' | '\'' | '.' => 2,
        _ if character.is_ascii() => 1,
        _ => 8,
    }
}
