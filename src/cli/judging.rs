//! The way from a request to a report: rules, files, facts, verdicts, and what they mean for a script.
//!
//! In: options and names of files. Out: a report, or the exit code of a request that cannot be done. Must not know: how anything is
//! read, judged or drawn.

use crate::cli::ExitCode;
use crate::cli::arguments::{By, HeaderRowChoice, Options, Order};
use crate::cli::outcome::exit_code;
use crate::cli::outputs;
use crate::cli::passing::PassingRows;
use crate::cli::problem::Problem;
use crate::cli::progress_bar::ProgressBar;
use crate::cli::ruleset;
use crate::cli::session::Session;
use crate::cli::waivers;
use crate::cli::walk::{NamedFile, Walk, walk};
use crate::cli::writing::real_name;
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::fact::{Assignment, Facts, HeaderRow, InputAccount, OpenedFile, Overrides, Request};
use crate::report::{Report, Selection, refusal};
use crate::rule::RuleSet;
use crate::text::meant;
use crate::verdict::judge;
use crate::{fact, table};
use std::collections::HashSet;
use std::fs::File;
use std::path::PathBuf;
use std::sync::Arc;

/// Whether some form of the report says by a digest which content a file had.
fn shows_digests(options: &Options) -> bool {
    let files = options.outputs.iter().map(|output| output.format);
    files
        .chain([options.format])
        .any(|format| format.shows_digests)
}

/// How many files of a kind that were left aside are listed.
const SHOWN_OF_A_CODE: usize = 20;

/// Judges the data and hands the report on.
pub(crate) fn with_report(
    options: &Options,
    data: &[PathBuf],
    session: &mut Session<'_>,
    then: impl FnOnce(&Report<'_>, &mut Session<'_>) -> ExitCode,
) -> ExitCode {
    with_rows(options, data, Rows::Kept, session, then)
}

/// Whether rows may be asked for more than once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rows {
    /// Every fact is there when the report is drawn, and of every file its digest.
    Kept,
    /// Where that is possible, rows are judged as they pass by, and only counts are left; digests are taken where a form shows them.
    Passing,
}

/// The same, where counts may be enough.
pub(crate) fn with_rows(
    options: &Options,
    data: &[PathBuf],
    rows: Rows,
    session: &mut Session<'_>,
    then: impl FnOnce(&Report<'_>, &mut Session<'_>) -> ExitCode,
) -> ExitCode {
    let mut diagnostics = Diagnostics::default();
    let Some(asked) = asked(options, session, &mut diagnostics) else {
        return refuse(&diagnostics, options, session);
    };
    let rules = &asked.rules;
    let found = walk(data);
    let waivers = waivers::load(options, &found, rules, &mut diagnostics);
    if diagnostics.count(Severity::Error) > 0 {
        return refuse(&diagnostics, options, session);
    }
    let read = found
        .read()
        .chain(options.rules.iter())
        .chain(options.waivers.iter());
    let mut read: HashSet<PathBuf> = read.map(|path| real_name(path)).collect();
    read.extend(asked.rule_files.iter().map(|path| real_name(path)));
    let clashes = outputs::among_inputs(options, data, &read);
    if !clashes.is_empty() {
        diagnostics.extend(clashes);
        return refuse(&diagnostics, options, session);
    }
    show_left_aside(&found, options, session);
    diagnostics.extend(found.refused.iter().cloned());
    diagnostics.append(found.left_aside);
    let request = Request {
        schema: &rules.schema,
        needed: &rules.needed,
        assignments: &asked.assignments,
        overrides: &overrides(options),
        digests: rows == Rows::Kept || found.files.len() > 1 || shows_digests(options),
    };
    let for_tables = table::Options {
        encoding: options.encoding,
    };
    let open = |file: &NamedFile| opened(file, &for_tables);
    let bar = ProgressBar::new(found.files.len(), session);
    let locale = Arc::clone(&session.locale);
    let passed = match (rows, found.files.as_slice()) {
        (Rows::Passing, [file]) => {
            PassingRows::wanted(options, rules, &waivers, &asked.selection, &locale).and_then(
                |passing| {
                    let passed = fact::read_passing(&request, open(file), &passing)?;
                    let rows = passed.has_passed.then(|| passing.finish());
                    Some((passed.facts, passed.findings, rows))
                },
            )
        }
        (Rows::Passing | Rows::Kept, _) => None,
    };
    let (mut facts, of_facts, passed) = passed.unwrap_or_else(|| {
        let files = found.files.iter().collect();
        let (facts, findings) = fact::read(&request, files, open, &mut || bar.advance());
        (facts, findings, None)
    });
    bar.finish();
    diagnostics.append(of_facts);
    if options.redacted {
        redact(&mut facts);
    }
    let (mut verdicts, of_verdicts) = judge(rules, &facts, &waivers);
    if let Some(passed) = &passed {
        verdicts.count_passed(passed.table, passed.tally.clone());
    }
    diagnostics.append(of_verdicts);
    if verdicts.is_empty() {
        diagnostics.push(Problem::NothingJudged {}.diagnostic());
    }
    let absent = asked.selection.absent(&verdicts);
    let code = match absent.is_empty() {
        true => exit_code(&verdicts, &found.refused),
        false => exit_code(&verdicts, &found.refused).or(ExitCode::Refused),
    };
    diagnostics.extend(
        absent
            .into_iter()
            .map(|(table, code)| Problem::UnknownSubject { table, code }.diagnostic()),
    );
    if options.redacted {
        diagnostics = diagnostics.redacted();
    }
    let report = Report {
        rules,
        verdicts: &verdicts,
        diagnostics: &diagnostics,
        selection: asked.selection,
        exit_code: code.number(),
    };
    let shown = then(&report, session);
    let written = match passed {
        Some(passed) => passed.write(&report, options, session),
        None => outputs::write(&report, options, session),
    };
    shown.or(written).or(code)
}

/// Takes what stood in cells out of the reasons for which files and sheets were refused.
fn redact(facts: &mut Facts) {
    let of_sheets = |input: &mut InputAccount| {
        for sheet in &mut input.sheets {
            sheet.refused = sheet.refused.as_ref().map(Diagnostic::redacted);
        }
    };
    for input in &mut facts.inputs {
        input.refused = input.refused.as_ref().map(Diagnostic::redacted);
        of_sheets(input);
    }
}

/// What is asked of the data, in the rule set's own terms.
struct Asked {
    rules: RuleSet,
    /// The files that the rules were read from.
    rule_files: Vec<PathBuf>,
    assignments: Vec<Assignment>,
    selection: Selection,
}

/// None (and every problem) if the rule set or the request is wrong.
fn asked(options: &Options, session: &Session<'_>, diagnostics: &mut Diagnostics) -> Option<Asked> {
    let (rules, of_rules, rule_files) = ruleset::load_with_files(options, session.today);
    diagnostics.extend(of_rules);
    let rules = rules?;
    let assignments = assignments(options, &rules, diagnostics);
    let selection = Selection {
        only: options.only.clone(),
        all: options.show_all,
        quiet: options.quiet,
        by_file: options.by == By::File,
        priority_first: options.order == Order::Priority,
        redacted: options.redacted,
        columns: options.columns.clone(),
    };
    diagnostics.extend(
        selection
            .unknown(&rules)
            .map(|selector| Problem::UnknownSelector { selector }.diagnostic()),
    );
    let unknown = selection.unknown_columns(&rules);
    diagnostics.extend(
        unknown
            .into_iter()
            .map(|(column, known)| Problem::UnknownColumn { column, known }.diagnostic()),
    );
    let mut formats = options.outputs.iter().map(|output| output.format);
    let has_list = options.format.name == "csv" || formats.any(|format| format.name == "csv");
    if !options.columns.is_empty() && !has_list {
        diagnostics.push(Problem::ColumnsOfNoList {}.diagnostic());
    }
    let is_right = diagnostics.count(Severity::Error) == 0;
    is_right.then_some(Asked {
        rules,
        rule_files,
        assignments,
        selection,
    })
}

fn show_left_aside(found: &Walk, options: &Options, session: &mut Session<'_>) {
    if !options.quiet {
        session.show_all(&found.left_aside, SHOWN_OF_A_CODE);
    }
    for finding in &found.refused {
        session.show(finding);
    }
}

/// Nothing was checked: the findings alone, as a document where one was asked for.
pub(crate) fn refuse(
    diagnostics: &Diagnostics,
    options: &Options,
    session: &mut Session<'_>,
) -> ExitCode {
    for finding in diagnostics.iter() {
        session.show(finding);
    }
    if outputs::is_document(options.format) {
        let number = ExitCode::Request.number();
        session.write(|out, locale| refusal(diagnostics, locale, number, out));
    }
    outputs::write_refusal(diagnostics, options, session)
}

fn assignments(
    options: &Options,
    rules: &RuleSet,
    diagnostics: &mut Diagnostics,
) -> Vec<Assignment> {
    let mut all = Vec::new();
    for choice in &options.tables {
        match rules.schema.table(&choice.table) {
            Some((table, _)) => {
                let (path, sheet) = file_and_sheet(&choice.place);
                all.push(Assignment { path, sheet, table });
            }
            None => {
                let known = meant(
                    &choice.table,
                    rules.schema.tables.keys().map(String::as_str),
                );
                diagnostics.push(
                    Problem::UnknownTable {
                        table: choice.table.clone(),
                        known,
                    }
                    .diagnostic(),
                );
            }
        }
    }
    all
}

fn overrides(options: &Options) -> Overrides {
    let header_row = |choice: &HeaderRowChoice| {
        let (path, sheet) = choice.place.as_deref().map(file_and_sheet).unzip();
        HeaderRow {
            path,
            sheet: sheet.flatten(),
            row: choice.row,
        }
    };
    Overrides {
        sheets: options.sheets.clone(),
        header_rows: options.header_rows.iter().map(header_row).collect(),
    }
}

/// `xa.xlsx!Cấp xã` is a sheet of a file; a `!` without a file's ending before it belongs to the file's name.
fn file_and_sheet(place: &str) -> (String, Option<String>) {
    match place.rsplit_once('!') {
        Some((file, sheet)) if file.contains('.') => (file.to_owned(), Some(sheet.to_owned())),
        Some(_) | None => (place.to_owned(), None),
    }
}

fn opened(file: &NamedFile, options: &table::Options) -> OpenedFile {
    let source = File::open(&file.path)
        .map_err(table::Problem::from)
        .and_then(|input| table::open_with(Box::new(input), options));
    OpenedFile {
        name: file.shown.clone(),
        source,
    }
}
