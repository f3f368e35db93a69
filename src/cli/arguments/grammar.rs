//! The grammar of the command line, with its help in the reader's language.
//!
//! In: a language and a width. Out: what clap parses by, in which no word of clap's own is left. Must not know: what the values
//! are used for.

use crate::cli::arguments::{By, Choice, DiffFormat, Order, Page, Shell};
use crate::cli::color::Color;
use crate::cli::exit::ExitCode;
use crate::locale::Locale;
use crate::report::{FORMATS, Format};
use crate::sql::Dialect;
use crate::table::Encoding;
use crate::text::Language;
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command, value_parser};
use std::path::PathBuf;

/// Help is not set wider than this, however wide the terminal.
const WIDEST: usize = 100;
/// Nor narrower.
const NARROWEST: usize = 40;

/// Where options that every command has stand among the others.
const LAST: usize = 100;

/// The whole grammar. Arguments are expected with the command's words first and without the program's name.
pub(crate) fn grammar(locale: &Locale, width: usize) -> Command {
    let words = Words {
        locale,
        width: width.clamp(NARROWEST, WIDEST),
    };
    let rules = words
        .page(Page::Rules)
        .subcommand_required(true)
        .subcommand(
            words
                .page(Page::RulesList)
                .arg(words.rule_file())
                .arg(words.rules().conflicts_with("rule_file")),
        )
        .subcommand(
            words
                .page(Page::RulesLint)
                .arg(words.rule_file().required(true)),
        )
        .subcommand(
            words
                .page(Page::RulesTest)
                .arg(words.rule_file())
                .arg(words.rules().conflicts_with("rule_file")),
        )
        .subcommand(
            words
                .page(Page::RulesSql)
                .arg(words.rule_file())
                .args(words.of_sql())
                .args(words.of_rules())
                .mut_arg("rules", |rules| rules.conflicts_with("rule_file")),
        )
        .subcommand(words.page(Page::RulesNew).arg(words.new_file()))
        .subcommand(words.page(Page::RulesSchema));
    words
        .page(Page::Root)
        .no_binary_name(true)
        .version(env!("CARGO_PKG_VERSION"))
        .subcommand_required(true)
        .args(words.everywhere())
        .arg(words.version())
        .subcommand(
            words
                .page(Page::Check)
                .arg(words.data().required(true))
                .args(words.options())
                .arg(words.mark()),
        )
        .subcommand(
            words
                .page(Page::Progress)
                .arg(words.data().required(true))
                .args(words.options()),
        )
        .subcommand(
            words
                .page(Page::Explain)
                .arg(words.what())
                .arg(words.data())
                .args(words.options()),
        )
        .subcommand(
            words
                .page(Page::Template)
                .arg(words.workbook())
                .args(words.of_form())
                .args(words.of_rules()),
        )
        .subcommand(
            words
                .page(Page::Diff)
                .arg(words.report("earlier", "help-before", "help-value-before"))
                .arg(words.report("later", "help-after-report", "help-value-after"))
                .args(words.comparing()),
        )
        .subcommand(rules)
        .subcommand(words.page(Page::Completions).arg(words.shell()))
        .subcommand(words.page(Page::Man))
}

/// The grammar for completions and the manual, in which the options of `check` may also follow the program's name.
pub(crate) fn for_completions(locale: &Locale) -> Command {
    let words = Words {
        locale,
        width: WIDEST,
    };
    grammar(locale, WIDEST).args(words.options())
}

/// Makes pages and arguments, with their words.
struct Words<'a> {
    locale: &'a Locale,
    width: usize,
}

impl Words<'_> {
    fn page(&self, page: Page) -> Command {
        let heading = self.locale.label("help-heading-usage");
        let mut below = self.locale.label(page.after_key());
        if matches!(page, Page::Root | Page::Check | Page::Progress) {
            below = format!("{below}\n\n{}", self.exit_codes());
        }
        Command::new(page.name())
            .about(self.locale.label(page.about_key()))
            .override_usage(self.locale.label(page.usage_key()).replace('\n', "\n  "))
            .help_template(format!(
                "{{about}}\n\n{heading}:\n  {{usage}}\n\n{{all-args}}{{after-help}}\n"
            ))
            .after_help(below)
            .subcommand_help_heading(self.locale.label("help-heading-commands"))
            .disable_help_flag(true)
            .disable_help_subcommand(true)
            .disable_version_flag(true)
            .term_width(self.width)
    }

    fn exit_codes(&self) -> String {
        let mut lines = vec![format!("{}:", self.locale.label("help-heading-exit"))];
        lines.extend(ExitCode::ALL.map(|code| {
            format!(
                "  {:>2}  {}",
                code.number(),
                self.locale.label(code.meaning())
            )
        }));
        lines.join("\n")
    }

    fn data(&self) -> Arg {
        self.positional("data", "help-data", "help-value-data")
            .num_args(1..)
            .value_parser(value_parser!(PathBuf))
    }

    fn what(&self) -> Arg {
        self.positional("what", "help-what", "help-value-what")
            .required(true)
    }

    fn rule_file(&self) -> Arg {
        self.positional("rule_file", "help-rule-file", "help-value-rules")
            .value_parser(value_parser!(PathBuf))
    }

    fn new_file(&self) -> Arg {
        self.positional("new_file", "help-new-file", "help-value-file")
            .value_parser(value_parser!(PathBuf))
    }

    fn report(&self, id: &'static str, help: &str, value: &str) -> Arg {
        self.positional(id, help, value)
            .required(true)
            .value_parser(value_parser!(PathBuf))
    }

    fn shell(&self) -> Arg {
        self.positional("shell", "help-shell", "help-value-shell")
            .required(true)
            .value_parser(PossibleValuesParser::new(Shell::words()))
            .hide_possible_values(true)
    }

    fn comparing(&self) -> Vec<Arg> {
        vec![
            self.show("help-show-diff"),
            self.choice::<DiffFormat>("format", "help-format-diff"),
            self.showing("output", "help-output-diff")
                .short('o')
                .value_name(self.locale.label("help-value-file"))
                .value_parser(value_parser!(PathBuf))
                .action(ArgAction::Append),
            self.quiet(),
        ]
    }

    fn show(&self, help: &str) -> Arg {
        self.showing("show", help)
            .value_name("all")
            .value_parser(PossibleValuesParser::new(["all"]))
            .hide_possible_values(true)
    }

    fn quiet(&self) -> Arg {
        self.showing("quiet", "help-quiet")
            .short('q')
            .action(ArgAction::SetTrue)
    }

    fn rules(&self) -> Arg {
        self.judging("rules", "help-rules", "help-value-rules")
            .short('r')
            .value_parser(value_parser!(PathBuf))
    }

    /// The workbook to write.
    fn workbook(&self) -> Arg {
        self.judging("output", "help-template-output", "help-value-file")
            .short('o')
            .help_heading(self.locale.label("help-heading-data"))
            .required(true)
            .value_parser(value_parser!(PathBuf))
    }

    /// What stands in it.
    fn of_form(&self) -> [Arg; 2] {
        let words = [
            ("table", "help-template-table", "help-value-table"),
            ("district", "help-template-district", "help-value-id"),
        ];
        words.map(|(id, help, value)| {
            self.judging(id, help, value)
                .help_heading(self.locale.label("help-heading-data"))
                .action(ArgAction::Append)
        })
    }

    /// For which engine, of which tables, where to.
    fn of_sql(&self) -> [Arg; 3] {
        let heading = self.locale.label("help-heading-data");
        [
            self.choice::<&'static Dialect>("dialect", "help-sql-dialect")
                .required(true)
                .help_heading(heading.clone()),
            self.judging("table", "help-sql-table", "help-value-table")
                .help_heading(heading.clone())
                .action(ArgAction::Append),
            self.judging("output", "help-sql-output", "help-value-file")
                .short('o')
                .help_heading(heading)
                .value_parser(value_parser!(PathBuf)),
        ]
    }

    /// Which rules, for which round.
    fn of_rules(&self) -> [Arg; 4] {
        [
            self.rules(),
            self.judging("round", "help-round", "help-value-id"),
            self.judging("as-of", "help-as-of", "help-value-date"),
            self.judging("set", "help-set", "help-value-setting")
                .action(ArgAction::Append),
        ]
    }

    fn options(&self) -> Vec<Arg> {
        let judging = self.of_rules().into_iter();
        judging.chain(self.of_data()).collect()
    }

    fn of_data(&self) -> Vec<Arg> {
        vec![
            self.judging("table", "help-table", "help-value-table-choice")
                .action(ArgAction::Append),
            self.judging("encoding", "help-encoding", "help-value-encoding")
                .value_parser(PossibleValuesParser::new(Encoding::words()))
                .hide_possible_values(true),
            self.judging("sheet", "help-sheet", "help-value-sheet")
                .action(ArgAction::Append),
            self.judging("header-row", "help-header-row", "help-value-header-row")
                .action(ArgAction::Append),
            self.judging("waivers", "help-waivers", "help-value-file")
                .value_parser(value_parser!(PathBuf)),
            self.judging_flag("no-waivers", "help-no-waivers")
                .conflicts_with("waivers"),
            self.judging("only", "help-only", "help-value-selector")
                .action(ArgAction::Append),
            self.show("help-show"),
            self.choice::<By>("by", "help-by"),
            self.choice::<Order>("order", "help-order"),
            self.choice::<&'static Format>("format", "help-format"),
            self.showing("output", "help-output")
                .help(self.output_help())
                .short('o')
                .value_name(self.locale.label("help-value-file"))
                .action(ArgAction::Append)
                .value_parser(value_parser!(PathBuf)),
            self.showing("columns", "help-columns")
                .value_name(self.locale.label("help-value-columns"))
                .action(ArgAction::Append),
            self.quiet(),
            self.showing("redact", "help-redact")
                .action(ArgAction::SetTrue),
        ]
    }

    fn mark(&self) -> Arg {
        self.showing("mark", "help-mark")
            .value_name(self.locale.label("help-value-folder"))
            .value_parser(value_parser!(PathBuf))
    }

    fn output_help(&self) -> String {
        let endings: Vec<String> = FORMATS
            .iter()
            .map(|format| format!(".{}", format.ending))
            .collect();
        self.locale
            .label_with("help-output", &[("endings", &endings.join(", "))])
    }

    fn everywhere(&self) -> Vec<Arg> {
        vec![
            self.choice::<Language>("lang", "help-lang")
                .global(true)
                .display_order(LAST),
            self.choice::<Color>("color", "help-color")
                .global(true)
                .display_order(LAST),
            self.showing("help", "help-help")
                .short('h')
                .action(ArgAction::HelpShort)
                .global(true)
                .display_order(LAST),
        ]
    }

    fn version(&self) -> Arg {
        self.showing("version", "help-version")
            .short('V')
            .action(ArgAction::Version)
            .display_order(LAST)
    }

    fn positional(&self, id: &'static str, help: &str, value: &str) -> Arg {
        Arg::new(id)
            .help(self.locale.label(help))
            .value_name(self.locale.label(value))
            .help_heading(self.locale.label("help-heading-data"))
    }

    fn judging(&self, id: &'static str, help: &str, value: &str) -> Arg {
        Arg::new(id)
            .long(id)
            .help(self.locale.label(help))
            .value_name(self.locale.label(value))
            .help_heading(self.locale.label("help-heading-judging"))
    }

    fn judging_flag(&self, id: &'static str, help: &str) -> Arg {
        Arg::new(id)
            .long(id)
            .help(self.locale.label(help))
            .help_heading(self.locale.label("help-heading-judging"))
            .action(ArgAction::SetTrue)
    }

    fn showing(&self, id: &'static str, help: &str) -> Arg {
        Arg::new(id)
            .long(id)
            .help(self.locale.label(help))
            .help_heading(self.locale.label("help-heading-showing"))
    }

    fn choice<T: Choice>(&self, id: &'static str, help: &str) -> Arg {
        self.showing(id, help)
            .value_name(T::words().join("|"))
            .value_parser(PossibleValuesParser::new(T::words()))
            .hide_possible_values(true)
    }
}
