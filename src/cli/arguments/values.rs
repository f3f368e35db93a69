//! From clap's matches to a typed request.
//!
//! In: arguments that fit the grammar. Out: a [`Command`], or the value that is not what it ought to be. Must not know: help.

use crate::cli::arguments::{
    By, CheckArguments, Choice, Command, DiffArguments, DiffFormat, ExplainArguments,
    HeaderRowChoice, NewArguments, Options, Order, OutputFile, Page, RulesArguments, Setting,
    Shell, SqlArguments, TableChoice, TemplateArguments,
};
use crate::cli::problem::Problem;
use crate::cli::writing::real_name;
use crate::report::{FORMATS, Format};
use crate::sql::{DIALECTS, Dialect};
use crate::table::{Encoding, MOST_ROWS};
use chrono::{Datelike, NaiveDate};
use clap::ArgMatches;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// What stands for standard output where a file is asked for.
const STANDARD_OUTPUT: &str = "-";
/// How the names of workbooks end that can be written.
const WORKBOOK: &str = "xlsx";

/// The request.
///
/// # Errors
/// If a date, a setting or a table's file is not written as one.
pub(crate) fn command(matches: &ArgMatches) -> Result<Command, Problem> {
    let mut words = Vec::new();
    let mut inner = matches;
    while let Some((word, below)) = inner.subcommand() {
        words.push(word);
        inner = below;
    }
    let page = Page::ALL
        .into_iter()
        .find(|page| page.words() == words)
        .unwrap_or(Page::Root);
    Ok(match page {
        Page::Root | Page::Rules => return Err(missing_command(page)),
        Page::Check => Command::Check(CheckArguments {
            data: paths(inner, "data"),
            mark: path(inner, "mark"),
            options: options(inner)?,
        }),
        Page::Progress => Command::Progress(CheckArguments {
            data: paths(inner, "data"),
            mark: None,
            options: options(inner)?,
        }),
        Page::Explain => Command::Explain(ExplainArguments {
            what: text(inner, "what").unwrap_or_default(),
            data: paths(inner, "data"),
            options: options(inner)?,
        }),
        Page::Template => Command::Template(TemplateArguments {
            output: workbook(inner)?,
            tables: texts(inner, "table"),
            units: texts(inner, "district"),
            options: of_rules(inner)?,
        }),
        Page::Diff => Command::Diff(diff(inner)?),
        Page::Completions => Command::Completions(
            text(inner, "shell")
                .and_then(|word| Shell::from_word(&word))
                .unwrap_or_default(),
        ),
        Page::Man => Command::Man,
        Page::RulesList => Command::RulesList(RulesArguments {
            rules: path(inner, "rule_file").or_else(|| path(inner, "rules")),
        }),
        Page::RulesLint => Command::RulesLint(RulesArguments {
            rules: path(inner, "rule_file"),
        }),
        Page::RulesTest => Command::RulesTest(RulesArguments {
            rules: path(inner, "rule_file").or_else(|| path(inner, "rules")),
        }),
        Page::RulesSql => Command::RulesSql(SqlArguments {
            dialect: text(inner, "dialect")
                .and_then(|word| <&Dialect>::from_word(&word))
                .unwrap_or(&DIALECTS[0]),
            tables: texts(inner, "table"),
            output: path(inner, "output").filter(|file| file != Path::new(STANDARD_OUTPUT)),
            options: Options {
                rules: path(inner, "rule_file").or_else(|| path(inner, "rules")),
                ..of_rules(inner)?
            },
        }),
        Page::RulesSchema => Command::RulesSchema,
        Page::RulesNew => Command::RulesNew(NewArguments {
            file: path(inner, "new_file").filter(|file| file != Path::new(STANDARD_OUTPUT)),
        }),
    })
}

/// The finding that a command's own command is missing.
pub(crate) fn missing_command(page: Page) -> Problem {
    let commands = page.below().map(|below| below.name().to_owned()).collect();
    if page == Page::Root {
        Problem::NothingAsked { commands }
    } else {
        Problem::MissingCommand { commands }
    }
}

fn diff(matches: &ArgMatches) -> Result<DiffArguments, Problem> {
    let outputs = paths(matches, "output").into_iter().map(|file| {
        let format = DiffFormat::of_file(&file);
        let found = file.to_string_lossy().into_owned();
        let known = DiffFormat::extensions();
        Ok((file, format.ok_or(Problem::UnknownEnding { found, known })?))
    });
    Ok(DiffArguments {
        before: path(matches, "earlier").unwrap_or_default(),
        after: path(matches, "later").unwrap_or_default(),
        show_all: text(matches, "show").is_some(),
        format: text(matches, "format")
            .and_then(|word| DiffFormat::from_word(&word))
            .unwrap_or_default(),
        outputs: outputs.collect::<Result<_, _>>()?,
        quiet: matches.get_flag("quiet"),
    })
}

/// The name of a workbook to write.
fn workbook(matches: &ArgMatches) -> Result<PathBuf, Problem> {
    let output = path(matches, "output").unwrap_or_default();
    let ending = output.extension().and_then(OsStr::to_str);
    if ending.is_some_and(|ending| ending.eq_ignore_ascii_case(WORKBOOK)) {
        return Ok(output);
    }
    let found = output.to_string_lossy().into_owned();
    Err(Problem::NotXlsx { found })
}

/// Which rules, for which round.
fn of_rules(matches: &ArgMatches) -> Result<Options, Problem> {
    Ok(Options {
        rules: path(matches, "rules"),
        round: text(matches, "round"),
        as_of: text(matches, "as-of").map(date).transpose()?,
        settings: settings(texts(matches, "set"))?,
        ..Options::default()
    })
}

fn options(matches: &ArgMatches) -> Result<Options, Problem> {
    Ok(Options {
        tables: table_choices(texts(matches, "table"))?,
        encoding: text(matches, "encoding").and_then(|word| Encoding::from_word(&word)),
        sheets: texts(matches, "sheet"),
        header_rows: header_rows(texts(matches, "header-row"))?,
        waivers: path(matches, "waivers"),
        no_waivers: matches.get_flag("no-waivers"),
        only: texts(matches, "only"),
        show_all: text(matches, "show").is_some(),
        by: text(matches, "by")
            .and_then(|word| By::from_word(&word))
            .unwrap_or_default(),
        order: text(matches, "order")
            .and_then(|word| Order::from_word(&word))
            .unwrap_or_default(),
        format: text(matches, "format")
            .and_then(|word| <&Format>::from_word(&word))
            .unwrap_or_default(),
        outputs: outputs(paths(matches, "output"))?,
        columns: texts(matches, "columns")
            .iter()
            .flat_map(|list| list.split(','))
            .map(str::trim)
            .filter(|column| !column.is_empty())
            .map(str::to_owned)
            .collect(),
        quiet: matches.get_flag("quiet"),
        redacted: matches.get_flag("redact"),
        ..of_rules(matches)?
    })
}

/// Files to write, each in a form that there is and each once.
fn outputs(written: Vec<PathBuf>) -> Result<Vec<OutputFile>, Problem> {
    let mut outputs: Vec<OutputFile> = Vec::new();
    for path in written {
        let found = path.to_string_lossy().into_owned();
        let Some(format) = Format::of_file(&found) else {
            let known = FORMATS
                .iter()
                .map(|format| format!(".{}", format.ending))
                .collect();
            return Err(Problem::UnknownEnding { found, known });
        };
        let is_same = |earlier: &OutputFile| real_name(&earlier.path) == real_name(&path);
        if outputs.iter().any(is_same) {
            return Err(Problem::OutputTwice { found });
        }
        outputs.push(OutputFile { path, format });
    }
    Ok(outputs)
}

/// A day, written `2025-11-01` or `1/11/2025`.
fn date(found: String) -> Result<NaiveDate, Problem> {
    let read = |style| NaiveDate::parse_from_str(&found, style).ok();
    let four_digits = |date: &NaiveDate| (1000..=9999).contains(&date.year());
    read("%Y-%m-%d")
        .or_else(|| read("%d/%m/%Y"))
        .filter(four_digits)
        .ok_or(Problem::NotADate { found })
}

fn settings(written: Vec<String>) -> Result<Vec<Setting>, Problem> {
    let mut settings: Vec<Setting> = Vec::new();
    for found in written {
        let Some((name, value)) = found.split_once('=').and_then(both_filled) else {
            return Err(Problem::NotASetting { found });
        };
        if settings.iter().any(|earlier| earlier.name == name) {
            return Err(Problem::SetTwice { name });
        }
        settings.push(Setting { name, value });
    }
    Ok(settings)
}

fn table_choices(written: Vec<String>) -> Result<Vec<TableChoice>, Problem> {
    let mut choices: Vec<TableChoice> = Vec::new();
    for found in written {
        let Some((place, table)) = found.rsplit_once('=').and_then(both_filled) else {
            return Err(Problem::NotATableChoice { found });
        };
        let place = with_slashes(place);
        if choices.iter().any(|earlier| earlier.place == place) {
            return Err(Problem::TableTwice { file: place });
        }
        choices.push(TableChoice { place, table });
    }
    Ok(choices)
}

/// `5`, or `xa.xlsx=5`, or `xa.xlsx!Cấp xã=5`.
fn header_rows(written: Vec<String>) -> Result<Vec<HeaderRowChoice>, Problem> {
    let mut choices: Vec<HeaderRowChoice> = Vec::new();
    for found in written {
        let (place, row) = match found.rsplit_once('=').map(both_filled) {
            None => (None, Some(found.trim().to_owned())),
            Some(parts) => (
                parts.as_ref().map(|(place, _)| with_slashes(place.clone())),
                parts.map(|(_, row)| row),
            ),
        };
        let row = row.and_then(|row| row.parse().ok());
        let Some(row) = row.filter(|row| (1..=MOST_ROWS).contains(row)) else {
            return Err(Problem::NotAHeaderRow { found });
        };
        if choices.iter().any(|earlier| earlier.place == place) {
            return Err(Problem::HeaderRowTwice { found });
        }
        choices.push(HeaderRowChoice { place, row });
    }
    Ok(choices)
}

/// As files are shown.
fn with_slashes(place: String) -> String {
    if cfg!(windows) {
        place.replace('\\', "/")
    } else {
        place
    }
}

fn both_filled((left, right): (&str, &str)) -> Option<(String, String)> {
    let (left, right) = (left.trim(), right.trim());
    (!left.is_empty() && !right.is_empty()).then(|| (left.to_owned(), right.to_owned()))
}

fn text(matches: &ArgMatches, id: &str) -> Option<String> {
    matches.get_one::<String>(id).cloned()
}

fn texts(matches: &ArgMatches, id: &str) -> Vec<String> {
    matches
        .get_many::<String>(id)
        .into_iter()
        .flatten()
        .cloned()
        .collect()
}

fn path(matches: &ArgMatches, id: &str) -> Option<PathBuf> {
    matches.get_one::<PathBuf>(id).cloned()
}

fn paths(matches: &ArgMatches, id: &str) -> Vec<PathBuf> {
    matches
        .get_many::<PathBuf>(id)
        .into_iter()
        .flatten()
        .cloned()
        .collect()
}
