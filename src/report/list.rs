//! Lists a rule set: every rule with its clause, and the clauses that are not checked with the reason.
//!
//! In: a rule set. Out: text for people. Must not know: verdicts, data.

use super::Paper;
use super::arithmetic::table_title;
use super::wrap::write_wrapped;
use crate::locale::Locale;
use crate::rule::RuleSet;
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
            let open = rule
                .clause
                .reading
                .as_ref()
                .is_some_and(|reading| reading.confirm);
            let confirm = if open {
                format!(" {}", locale.label("list-to-confirm"))
            } else {
                String::new()
            };
            let text = format!(
                "{} [{}]{confirm}",
                rule.clause.says.get(language),
                rule.clause.cite
            );
            write_wrapped(
                out,
                paper.width,
                &format!("  {:<9} ", rule.clause.id),
                12,
                &text,
            )?;
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
