//! What the user asks for: the command line as a typed request.
//!
//! In: arguments. Out: a [`Command`], or what is wrong with them and the page of help to read. Must not know: how a request is met.

pub(crate) mod early;
mod grammar;
mod order;
mod pages;
mod refusal;
mod tools;
mod values;

pub use pages::Page;
pub use tools::{DiffArguments, DiffFormat, Shell};

use crate::cli::session::Session;
use crate::diagnostic::Diagnostic;
use crate::locale::Locale;
use crate::report::{FORMATS, Format};
use crate::sql::{DIALECTS, Dialect};
use crate::table::Encoding;
use crate::text::Language;
use chrono::NaiveDate;
use std::ffi::OsString;
use std::path::PathBuf;

/// A request.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Judge what the data holds.
    Check(CheckArguments),
    /// Show how far the targets are.
    Progress(CheckArguments),
    /// Show how one verdict came about, or what one rule says.
    Explain(ExplainArguments),
    /// Make a workbook to be filled in.
    Template(TemplateArguments),
    /// Tell what changed between two reports.
    Diff(DiffArguments),
    /// Name the rule sets that ship with the program.
    RulesList(RulesArguments),
    /// Look for mistakes in a rule file.
    RulesLint(RulesArguments),
    /// Run a rule set's examples.
    RulesTest(RulesArguments),
    /// Write a rule set as SQL.
    RulesSql(SqlArguments),
    /// Begin a rule set.
    RulesNew(NewArguments),
    /// Print the schema of rule files.
    RulesSchema,
    /// Print what makes a shell complete our commands.
    Completions(Shell),
    /// Print the manual.
    Man,
    /// Print this help.
    Help(String),
    /// Print the program's version.
    Version,
}

/// What `check` and `progress` are asked.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckArguments {
    /// Files and folders, at least one.
    pub data: Vec<PathBuf>,
    /// The folder for marked copies, if these are asked for.
    pub mark: Option<PathBuf>,
    /// How to judge and what to show.
    pub options: Options,
}

/// What `explain` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct ExplainArguments {
    /// The id of a rule, or `table/code` of a subject.
    pub what: String,
    /// Files and folders, possibly none.
    pub data: Vec<PathBuf>,
    /// How to judge and what to show.
    pub options: Options,
}

/// What `template` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct TemplateArguments {
    /// The workbook to write, its name ending in `.xlsx`.
    pub output: PathBuf,
    /// Tables to make sheets for, by name; all that the round needs, if none is named.
    pub tables: Vec<String>,
    /// Codes of units: only they and those below them; all, if none is named.
    pub units: Vec<String>,
    /// Which rules, for which round.
    pub options: Options,
}

/// What `rules lint` and `rules test` are asked.
#[derive(Clone, Debug, PartialEq)]
pub struct RulesArguments {
    /// A rule file or the id of a rule set that ships; none for the one that is used by default.
    pub rules: Option<PathBuf>,
}

/// What `rules sql` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct SqlArguments {
    /// The engine.
    pub dialect: &'static Dialect,
    /// Tables to judge, by name; all that have row criteria, if none is named.
    pub tables: Vec<String>,
    /// The file to write; standard output, if none.
    pub output: Option<PathBuf>,
    /// Which rules, for which round.
    pub options: Options,
}

/// What `rules new` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct NewArguments {
    /// The file to write; standard output, if none.
    pub file: Option<PathBuf>,
}

/// How to judge and what to show.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Options {
    /// A rule file or the id of a rule set that ships; none for the one that is used by default.
    pub rules: Option<PathBuf>,
    /// The round; none for the rule set's own default.
    pub round: Option<String>,
    /// The day on which the report looks back; none for today.
    pub as_of: Option<NaiveDate>,
    /// Constants to replace, in the order given, each name once.
    pub settings: Vec<Setting>,
    /// Which table a file or sheet holds, each file or sheet once.
    pub tables: Vec<TableChoice>,
    /// The encoding of delimited text; none where it is to be found.
    pub encoding: Option<Encoding>,
    /// Names of the sheets to read. Empty: every sheet.
    pub sheets: Vec<String>,
    /// Where headers begin, each file or sheet once.
    pub header_rows: Vec<HeaderRowChoice>,
    /// Recorded decisions that lift criteria: a YAML file or a table.
    pub waivers: Option<PathBuf>,
    /// Whether waivers are left aside, wherever they stand.
    pub no_waivers: bool,
    /// What to judge: ids of rules with `*`, tables, or `table/code`. Empty: everything.
    pub only: Vec<String>,
    /// Whether to show what is in order too, and all of a kind.
    pub show_all: bool,
    /// What rows and findings are counted by, besides the subjects' tables.
    pub by: By,
    /// In which order nominations are listed.
    pub order: Order,
    /// The form of the report on standard output.
    pub format: &'static Format,
    /// Files to write the report to, each once.
    pub outputs: Vec<OutputFile>,
    /// The columns of a list of subjects: names, or ids of rules with `*`. Empty: all.
    pub columns: Vec<String>,
    /// Whether to print the counts and the result alone.
    pub quiet: bool,
    /// Whether names are left out of every report.
    pub redacted: bool,
}

/// A file to write the report to.
#[derive(Clone, Debug, PartialEq)]
pub struct OutputFile {
    /// Its name.
    pub path: PathBuf,
    /// The form that its name ends in.
    pub format: &'static Format,
}

/// A constant of the rule set and the value to use instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The constant.
    pub name: String,
    /// Its value, written as in a rule file.
    pub value: String,
}

/// The table that a file or sheet holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableChoice {
    /// A file as it is shown (`xa.xlsx`), or a sheet of it (`xa.xlsx!Cấp xã`). Both parts may hold `!`, so this is compared whole.
    pub place: String,
    /// The table's id.
    pub table: String,
}

/// The row in which a header begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeaderRowChoice {
    /// A file or a sheet of it, as in [`TableChoice::place`]; none for every one.
    pub place: Option<String>,
    /// The row, from 1.
    pub row: u32,
}

/// What rows and findings are counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum By {
    /// The tables that the rule set declares.
    #[default]
    Table,
    /// The files that were read.
    File,
}

impl Choice for By {
    const ALL: &'static [(&'static str, By)] = &[("table", By::Table), ("file", By::File)];
}

/// In which order nominations are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Order {
    /// As the list has them.
    #[default]
    List,
    /// Those that the plan puts first, then the others, each as the list has them.
    Priority,
}

impl Choice for Order {
    const ALL: &'static [(&'static str, Order)] =
        &[("list", Order::List), ("priority", Order::Priority)];
}

/// A closed set of values with the words that users type for them.
pub(crate) trait Choice: Copy + 'static {
    /// The words and what they mean.
    const ALL: &'static [(&'static str, Self)];

    /// The value of a word.
    fn from_word(word: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .find(|(known, _)| *known == word)
            .map(|(_, value)| *value)
    }

    /// The words.
    fn words() -> Vec<&'static str> {
        Self::ALL.iter().map(|(word, _)| *word).collect()
    }
}

/// How many forms of a report are text, which standard output can take.
const TEXTS: usize = {
    let (mut count, mut at) = (0, 0);
    while at < FORMATS.len() {
        count += FORMATS[at].is_text as usize;
        at += 1;
    }
    count
};

impl Choice for &'static Format {
    const ALL: &'static [(&'static str, &'static Format)] = &{
        let mut all = [(FORMATS[0].name, &FORMATS[0]); TEXTS];
        let (mut at, mut to) = (0, 0);
        while at < FORMATS.len() {
            if FORMATS[at].is_text {
                all[to] = (FORMATS[at].name, &FORMATS[at]);
                to += 1;
            }
            at += 1;
        }
        all
    };
}

impl Choice for &'static Dialect {
    const ALL: &'static [(&'static str, &'static Dialect)] = &[
        (DIALECTS[0].name, &DIALECTS[0]),
        (DIALECTS[1].name, &DIALECTS[1]),
        (DIALECTS[2].name, &DIALECTS[2]),
    ];
}

impl Choice for Encoding {
    const ALL: &'static [(&'static str, Encoding)] = Encoding::ALL;
}

impl Choice for Language {
    const ALL: &'static [(&'static str, Language)] =
        &[("vi", Language::Vietnamese), ("en", Language::English)];
}

/// A command line that is not understood.
#[derive(Clone, Debug, PartialEq)]
pub struct UsageFault {
    /// What is wrong.
    pub problem: Diagnostic,
    /// The page of help that says what would be right.
    pub page: Page,
}

/// The grammar as the manual shows it and as shells complete it.
pub(crate) fn program(locale: &Locale) -> clap::Command {
    grammar::for_completions(locale)
}

/// Understands the arguments.
///
/// # Errors
/// If they ask for nothing that there is.
pub(crate) fn understood(
    arguments: Vec<OsString>,
    session: &Session<'_>,
) -> Result<Command, UsageFault> {
    let grammar = grammar::grammar(&session.locale, session.width);
    let arguments = order::command_first(arguments, &grammar)?;
    let page = Page::of(&arguments);
    match grammar.try_get_matches_from(arguments) {
        Ok(matches) => values::command(&matches).map_err(|problem| UsageFault {
            problem: problem.diagnostic(),
            page,
        }),
        Err(error) => refusal::command_or_fault(&error, page, session.colored),
    }
}

#[cfg(test)]
mod tests;
