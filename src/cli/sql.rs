//! `rules sql`: a rule set's row criteria as SQL.
//!
//! In: the request. Out: a script, on standard output or in a file. Must not know: how a rule is written as SQL.

use crate::cli::ExitCode;
use crate::cli::arguments::SqlArguments;
use crate::cli::problem::Problem;
use crate::cli::ruleset;
use crate::cli::session::Session;
use crate::cli::writing::{place, real_name, replace};
use crate::diagnostic::Diagnostic;
use crate::fact::schema::TableId;
use crate::rule::RuleSet;
use crate::sql;
use crate::text::meant;
use std::path::{Path, PathBuf};

/// Writes the script whole, or says what stands in its way.
pub(crate) fn run(request: &SqlArguments, session: &mut Session<'_>) -> ExitCode {
    let (rules, findings, files) = ruleset::load_with_files(&request.options, session.today);
    for finding in &findings {
        session.show(finding);
    }
    let Some(rules) = rules else {
        return ExitCode::Request;
    };
    let script = tables(&rules, &request.tables)
        .and_then(|tables| sql::queries(&rules, &tables, request.dialect, &session.locale));
    let script = match script {
        Ok(script) => script,
        Err(findings) => {
            for finding in &findings {
                session.show(finding);
            }
            return ExitCode::Request;
        }
    };
    let Some(file) = &request.output else {
        return session.print(&script);
    };
    if is_input(file, request, &files) {
        session.show(&Problem::OutputIsInput {}.at(place(file)));
        return ExitCode::Request;
    }
    match replace(file, |out| out.write_all(script.as_bytes())) {
        Ok(()) => ExitCode::Clean,
        Err(finding) => {
            session.show(&finding);
            ExitCode::Unwritten
        }
    }
}

fn is_input(file: &Path, request: &SqlArguments, fetched: &[PathBuf]) -> bool {
    let mut inputs = request.options.rules.iter().chain(fetched);
    inputs.any(|input| real_name(input) == real_name(file))
}

fn tables(rules: &RuleSet, names: &[String]) -> Result<Vec<TableId>, Vec<Diagnostic>> {
    let (mut tables, mut findings) = (Vec::new(), Vec::new());
    for name in names {
        match rules.schema.table(name) {
            Some((table, _)) => tables.push(table),
            None => {
                let known = meant(name, rules.schema.tables.keys().map(String::as_str));
                let table = name.clone();
                findings.push(Problem::UnknownTable { table, known }.diagnostic());
            }
        }
    }
    if findings.is_empty() {
        Ok(tables)
    } else {
        Err(findings)
    }
}
