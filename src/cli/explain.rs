//! `explain`: what a rule says, or how the verdicts on one subject came about.
//!
//! In: a rule id, or a subject and data. Out: an explanation on standard output. Must not know: how anything is judged or laid out.

use crate::cli::ExitCode;
use crate::cli::arguments::{ExplainArguments, Options};
use crate::cli::judging::with_report;
use crate::cli::problem::Problem;
use crate::cli::ruleset;
use crate::cli::session::Session;
use crate::diagnostic::Severity;
use crate::report::{self, explain_rule, explain_subject};
use crate::text::meant;
use std::io::{self, Write};

pub(crate) fn run(request: &ExplainArguments, session: &mut Session<'_>) -> ExitCode {
    match request.what.split_once('/') {
        Some((table, code)) if request.data.is_empty() => {
            session.show(
                &Problem::SubjectWithoutData {
                    table: table.to_owned(),
                    code: code.to_owned(),
                }
                .diagnostic(),
            );
            ExitCode::Request
        }
        Some((table, code)) => subject(request, table, code, session),
        None => rule(request, session),
    }
}

fn rule(request: &ExplainArguments, session: &mut Session<'_>) -> ExitCode {
    let (rules, diagnostics) = ruleset::load(&request.options, session.today);
    for finding in diagnostics
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
    {
        session.show(finding);
    }
    let Some(rules) = rules else {
        return ExitCode::Request;
    };
    let paper = session.paper();
    let mut found = false;
    let counts_alone = request.options.quiet && !request.data.is_empty();
    session.write(|out, locale| {
        let out: &mut dyn Write = if counts_alone { &mut io::sink() } else { out };
        found = explain_rule(&rules, &request.what, locale, &paper, out)?;
        Ok(())
    });
    if !found {
        let ids: Vec<&str> = rules
            .clauses()
            .map(|clause| clause.id.as_str())
            .chain(rules.notes.iter().map(|note| note.id.as_str()))
            .collect();
        let known = meant(&request.what, ids);
        session.show(
            &Problem::UnknownRule {
                id: request.what.clone(),
                known,
            }
            .diagnostic(),
        );
        return ExitCode::Request;
    }
    if request.data.is_empty() {
        ExitCode::Clean
    } else {
        on_data(request, session)
    }
}

/// What a rule comes to on the data, with all its arithmetic.
fn on_data(request: &ExplainArguments, session: &mut Session<'_>) -> ExitCode {
    let options = Options {
        only: vec![request.what.clone()],
        show_all: true,
        ..request.options.clone()
    };
    if !options.quiet {
        session.print("\n");
    }
    with_report(&options, &request.data, session, |report, session| {
        let paper = session.paper();
        let is_target = report
            .rules
            .targets
            .iter()
            .any(|target| target.clause.id == request.what);
        session.write(|out, locale| {
            if is_target {
                report::progress(report, locale, &paper, out)
            } else {
                report::explain_on_data(report, locale, &paper, out)
            }
        });
        ExitCode::Clean
    })
}

fn subject(
    request: &ExplainArguments,
    table: &str,
    code: &str,
    session: &mut Session<'_>,
) -> ExitCode {
    with_report(
        &request.options,
        &request.data,
        session,
        |report, session| {
            let paper = session.paper();
            let mut found = false;
            session.write(|out, locale| {
                found = explain_subject(report, table, code, locale, &paper, out)?;
                Ok(())
            });
            if found {
                return ExitCode::Clean;
            }
            session.show(
                &Problem::UnknownSubject {
                    table: table.to_owned(),
                    code: code.to_owned(),
                }
                .diagnostic(),
            );
            ExitCode::Refused
        },
    )
}
