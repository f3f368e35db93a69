//! Lists a rule set: every rule with its clause, and the clauses that are not checked with the reason.
//!
//! In: a rule set. Out: text for people. Must not know: verdicts, data.

use super::Paper;
use super::arithmetic::table_title;
use super::wrap::write_wrapped;
use crate::locale::Locale;
use crate::rule::{Clause, RuleSet};
use std::io::{self, Write};

/// Writes the list.
pub fn list_rules(
    rules: &RuleSet,
    locale: &Locale,
    paper: &Paper,
    out: &mut dyn Write,
) -> io::Result<()> {
    let language = locale.language();
    let head = [
        ("id", rules.id.as_str()),
        ("version", &rules.version),
        ("title", rules.title.get(language)),
    ];
    write_wrapped(
        out,
        paper.width,
        "",
        2,
        &locale.label_with("list-head", &head),
    )?;
    if let Some(base) = &rules.extends {
        let base = [
            ("id", rules.id.as_str()),
            ("base", &base.id),
            ("version", &base.version),
        ];
        let text = locale.label_with("report-extends", &base);
        write_wrapped(out, paper.width, "", 2, &text)?;
    }
    for criteria in &rules.criteria {
        writeln!(out)?;
        write_wrapped(
            out,
            paper.width,
            "",
            2,
            table_title(&rules.schema, criteria.table, locale),
        )?;
        for (_, rule) in rules.rules_of(criteria.table) {
            clause(&rule.clause, locale, paper, out)?;
        }
    }
    for (key, clauses) in sections(rules) {
        if !clauses.is_empty() {
            writeln!(out)?;
            write_wrapped(out, paper.width, "", 2, &locale.label(key))?;
        }
        for one in clauses {
            clause(one, locale, paper, out)?;
        }
    }
    if !rules.notes.is_empty() {
        writeln!(out)?;
        write_wrapped(out, paper.width, "", 2, &locale.label("list-notes"))?;
    }
    for note in &rules.notes {
        let text = format!(
            "{} [{}] — {}",
            note.says.get(language),
            note.cite,
            note.reason.get(language)
        );
        write_wrapped(out, paper.width, &format!("  {:<9} ", note.id), 12, &text)?;
    }
    Ok(())
}

/// The sections of a plan beside criteria, each with the key of its heading.
fn sections(rules: &RuleSet) -> [(&'static str, Vec<&Clause>); 5] {
    let priority = rules
        .nominations
        .iter()
        .filter_map(|list| list.priority.as_ref());
    [
        (
            "list-priority",
            priority.map(|priority| &priority.clause).collect(),
        ),
        (
            "list-quotas",
            rules.quotas.iter().map(|quota| &quota.clause).collect(),
        ),
        (
            "list-targets",
            rules.targets.iter().map(|target| &target.clause).collect(),
        ),
        (
            "list-deadlines",
            rules.deadlines.iter().map(|one| &one.clause).collect(),
        ),
        (
            "list-checks",
            rules.checks.iter().map(|check| &check.clause).collect(),
        ),
    ]
}

fn clause(clause: &Clause, locale: &Locale, paper: &Paper, out: &mut dyn Write) -> io::Result<()> {
    let open = clause
        .reading
        .as_ref()
        .is_some_and(|reading| reading.confirm);
    let confirm = if open {
        format!(" {}", locale.label("list-to-confirm"))
    } else {
        String::new()
    };
    let says = clause.says.get(locale.language());
    let text = format!("{says} [{}]{confirm}", clause.cite);
    write_wrapped(out, paper.width, &format!("  {:<9} ", clause.id), 12, &text)
}
