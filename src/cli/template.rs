//! `template`: a workbook to be filled in.
//!
//! In: the request. Out: a new `.xlsx` file, and what is in it. Must not know: how the workbook looks.

use crate::cli::ExitCode;
use crate::cli::arguments::TemplateArguments;
use crate::cli::problem::Problem;
use crate::cli::ruleset;
use crate::cli::session::Session;
use crate::cli::writing;
use crate::diagnostic::Diagnostic;
use crate::rule::RuleSet;
use crate::template::{Known, Template, Wanted, known_units};
use crate::text::{meant, printable};
use std::fs;
use std::path::Path;

/// Writes the workbook. A file that is there already may be one that somebody has filled in: it stays as it is.
pub(crate) fn run(request: &TemplateArguments, session: &mut Session<'_>) -> ExitCode {
    let (rules, findings) = ruleset::load(&request.options, session.today);
    for finding in &findings {
        session.show(finding);
    }
    let Some(rules) = rules else {
        return ExitCode::Request;
    };
    let file = &request.output;
    let template = wanted(request, &rules).and_then(|wanted| {
        if fs::symlink_metadata(file).is_ok() {
            return Err(vec![Problem::FileExists {}.at(writing::place(file))]);
        }
        made(&wanted, &rules)
    });
    let template = match template {
        Ok(template) => template,
        Err(findings) => {
            for finding in &findings {
                session.show(finding);
            }
            return ExitCode::Request;
        }
    };
    match writing::replace(file, |out| template.write(&session.locale, out)) {
        Ok(()) => session.print(&said(&template, file, session)),
        Err(finding) => {
            session.show(&finding);
            ExitCode::Unwritten
        }
    }
}

/// The tables and units that are asked for.
fn wanted(request: &TemplateArguments, rules: &RuleSet) -> Result<Wanted, Vec<Diagnostic>> {
    let (mut wanted, mut findings) = (Wanted::default(), Vec::new());
    for name in &request.tables {
        match rules.schema.table(name) {
            Some((table, _)) => wanted.tables.push(table),
            None => {
                let known = meant(name, rules.schema.tables.keys().map(String::as_str));
                let table = name.clone();
                findings.push(Problem::UnknownTable { table, known }.diagnostic());
            }
        }
    }
    for unit in &request.units {
        match known_units(&rules.schema, unit) {
            Known::Unit => wanted.units.push(unit.clone()),
            Known::Not(known) => {
                let unit = unit.clone();
                findings.push(Problem::UnknownUnit { unit, known }.diagnostic());
            }
        }
    }
    if findings.is_empty() {
        Ok(wanted)
    } else {
        Err(findings)
    }
}

/// The template, unless a table that was asked for has nothing to fill in.
fn made<'r>(wanted: &Wanted, rules: &'r RuleSet) -> Result<Template<'r>, Vec<Diagnostic>> {
    let template = Template::new(rules, wanted);
    let is_there = |table| template.sheets().any(|sheet| sheet.table == table);
    let absent: Vec<&str> = wanted
        .tables
        .iter()
        .filter(|table| !is_there(**table))
        .map(|table| rules.schema.table_at(*table).name.as_str())
        .collect();
    if absent.is_empty() && template.sheets().next().is_some() {
        return Ok(template);
    }
    let name = |table| rules.schema.table_at(table).name.clone();
    let all = Template::new(rules, &Wanted::default());
    let finding = Problem::NothingToFill {
        tables: if absent.is_empty() {
            rules.id.clone()
        } else {
            absent.join(", ")
        },
        round: rules.round.clone(),
        known: all.sheets().map(|sheet| name(sheet.table)).collect(),
    };
    Err(vec![finding.diagnostic()])
}

fn said(template: &Template<'_>, file: &Path, session: &Session<'_>) -> String {
    let locale = &session.locale;
    let sheets: Vec<String> = template
        .sheets()
        .map(|sheet| match sheet.units {
            Some(units) => locale.label_with(
                "template-sheet-of-units",
                &[("sheet", sheet.name), ("count", &units.to_string())],
            ),
            None => sheet.name.to_owned(),
        })
        .collect();
    let arguments = [
        ("file", printable(&file.to_string_lossy())),
        ("sheets", sheets.join("; ")),
    ];
    let arguments = arguments
        .each_ref()
        .map(|(name, text)| (*name, text.as_str()));
    format!("{}\n", locale.label_with("template-written", &arguments))
}
