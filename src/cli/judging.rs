//! The way from a request to a report: rules, files, facts, verdicts, and what they mean for a script.
//!
//! In: options and names of files. Out: a report, or the exit code of a request that cannot be done. Must not know: how anything is
//! read, judged or drawn.

use crate::cli::ExitCode;
use crate::cli::arguments::{Format, Options};
use crate::cli::problem::Problem;
use crate::cli::ruleset;
use crate::cli::session::Session;
use crate::cli::walk::{NamedFile, walk};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::fact::{Assignment, Facts, OpenedFile, Request, SkipReason};
use crate::report::{Report, Selection, refusal};
use crate::rule::RuleSet;
use crate::text::meant;
use crate::verdict::{SubjectVerdict, Verdicts, judge};
use crate::{fact, table};
use std::fs::File;
use std::path::PathBuf;

/// How many files of a kind that were left aside are listed.
const SHOWN_OF_A_CODE: usize = 20;

/// Judges the data and hands the report on.
pub(crate) fn with_report(
    options: &Options,
    data: &[PathBuf],
    session: &mut Session<'_>,
    then: impl FnOnce(&Report<'_>, &mut Session<'_>) -> ExitCode,
) -> ExitCode {
    let (rules, of_rules) = ruleset::load(options, session.today);
    let mut diagnostics: Diagnostics = of_rules.into_iter().collect();
    let assignments = rules
        .as_ref()
        .map(|rules| assignments(options, rules, &mut diagnostics))
        .unwrap_or_default();
    let selection = Selection {
        only: options.only.clone(),
        all: options.show_all,
        quiet: options.quiet,
    };
    if let Some(rules) = &rules {
        diagnostics.extend(
            selection
                .unknown(rules)
                .map(|selector| Problem::UnknownSelector { selector }.diagnostic()),
        );
    }
    let Some(rules) = rules.filter(|_| diagnostics.count(Severity::Error) == 0) else {
        return refuse(&diagnostics, options, session);
    };
    let found = walk(data);
    if !options.quiet {
        session.show_all(&found.left_aside, SHOWN_OF_A_CODE);
    }
    found
        .refused
        .iter()
        .for_each(|finding| session.show(finding));
    diagnostics.extend(found.refused.iter().cloned());
    diagnostics.append(found.left_aside);
    let needed = &rules.needed;
    let request = Request {
        schema: &rules.schema,
        needed,
        assignments: &assignments,
    };
    let (facts, of_facts) = fact::read(&request, found.files.iter().map(opened));
    diagnostics.append(of_facts);
    let verdicts = judge(&rules, &facts);
    if verdicts
        .tables
        .iter()
        .all(|table| table.subjects().is_empty())
    {
        diagnostics.push(Problem::NothingJudged {}.diagnostic());
    }
    let code = exit_code(&facts, &verdicts, &found.refused);
    let report = Report {
        rules: &rules,
        verdicts: &verdicts,
        diagnostics: &diagnostics,
        selection,
        exit_code: code.number(),
    };
    then(&report, session).or(code)
}

/// Nothing was checked: the findings alone, as a document where one was asked for.
fn refuse(diagnostics: &Diagnostics, options: &Options, session: &mut Session<'_>) -> ExitCode {
    for finding in diagnostics.iter() {
        session.show(finding);
    }
    match options.format {
        Format::Text => {}
        Format::Json => session
            .write(|out, locale| refusal(diagnostics, locale, ExitCode::Request.number(), out)),
    }
    ExitCode::Request
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

/// `xa.xlsx!Cấp xã` is a sheet of a file; a `!` without a file's ending before it belongs to the file's name.
fn file_and_sheet(place: &str) -> (String, Option<String>) {
    match place.rsplit_once('!') {
        Some((file, sheet)) if file.contains('.') => (file.to_owned(), Some(sheet.to_owned())),
        Some(_) | None => (place.to_owned(), None),
    }
}

fn opened(file: &NamedFile) -> OpenedFile {
    let source = File::open(&file.path)
        .map_err(table::Problem::from)
        .and_then(|input| table::open(Box::new(input)));
    OpenedFile {
        name: file.shown.clone(),
        source,
    }
}

/// What the verdicts and the state of the data mean for a script.
fn exit_code(facts: &Facts, verdicts: &Verdicts<'_>, not_found: &[Diagnostic]) -> ExitCode {
    let mut code = ExitCode::Clean;
    let subjects = || verdicts.tables.iter().flat_map(|table| table.subjects());
    if subjects().any(|verdict| *verdict == SubjectVerdict::Ineligible) || !facts.faults.is_empty()
    {
        code = code.or(ExitCode::Against);
    }
    if subjects().any(|verdict| *verdict == SubjectVerdict::Undetermined) {
        code = code.or(ExitCode::Undecided);
    }
    let sheets = || facts.inputs.iter().flat_map(|input| &input.sheets);
    let refused = facts.inputs.iter().any(|input| input.refused.is_some())
        || sheets().any(|sheet| sheet.refused.is_some());
    let without_key = sheets().any(|sheet| sheet.skipped_for(SkipReason::NoKey) > 0);
    if refused || without_key || !not_found.is_empty() || subjects().next().is_none() {
        code = code.or(ExitCode::Refused);
    }
    code
}
