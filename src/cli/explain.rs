//! `explain`: what a rule says, or how the verdicts on one subject came about.
//!
//! In: a rule id, or a subject and data. Out: an explanation on standard output. Must not know: how anything is judged or laid out.

use crate::cli::ExitCode;
use crate::cli::arguments::ExplainArguments;
use crate::cli::judging::with_report;
use crate::cli::problem::Problem;
use crate::cli::ruleset;
use crate::cli::session::Session;
use crate::diagnostic::Severity;
use crate::report::{explain_rule, explain_subject};
use crate::text::meant;

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
    match rules.find(&request.what) {
        Some((_, rule)) => {
            session.write(|out, locale| explain_rule(&rules, rule, locale, &paper, out))
        }
        None => {
            let known = meant(
                &request.what,
                rules.rules.iter().map(|rule| rule.clause.id.as_str()),
            );
            session.show(
                &Problem::UnknownRule {
                    id: request.what.clone(),
                    known,
                }
                .diagnostic(),
            );
            return ExitCode::Request;
        }
    }
    ExitCode::Clean
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
