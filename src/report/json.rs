//! The JSON report: one document, always valid, ending in `"complete": true`.
//!
//! In: the report. Out: JSON as `docs/report.schema.json` describes it; exact numbers are strings. Must not know: display styles.

mod plan;
mod subjects;

use self::subjects::Subjects;
use super::format::Listing;
use super::{Paper, Report};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::fact::schema::{Schema, TableId};
use crate::fact::{InputAccount, SheetAccount, Skipped};
use crate::locale::Locale;
use crate::place::{Place, Spot};
use crate::rule::{RuleSet, RuleVerdict};
use crate::verdict::{SubjectVerdict, TableVerdicts};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::{Map, Value as Json, json};
use std::io::{self, Write};

/// What the document calls itself.
pub(super) const FORMAT: &str = "thidua/report/1";
/// What the last of the lines calls them.
const LINES: &str = "thidua/report-lines/1";

/// Writes the report; subjects are streamed, so that a large one is never held as a tree.
pub(super) fn write(
    report: &Report<'_>,
    locale: &Locale,
    _: &Paper,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut serializer = serde_json::Serializer::pretty(&mut *out);
    let mut document = serializer.serialize_map(None)?;
    head(&mut document, FORMAT, report, locale)?;
    document.serialize_entry(
        "inputs",
        &inputs(&report.facts().inputs, &report.rules.schema, locale),
    )?;
    document.serialize_entry("absent", &absent(report))?;
    document.serialize_entry("not_checked", &not_checked(report))?;
    document.serialize_entry("diagnostics", &diagnostics(report.diagnostics, locale))?;
    document.serialize_entry("subjects", &Subjects::of(report, locale))?;
    document.serialize_entry("nominations", &plan::nominations(report, locale))?;
    document.serialize_entry("quotas", &plan::quotas(report))?;
    document.serialize_entry("targets", &plan::targets(report, locale))?;
    document.serialize_entry("deadlines", &plan::deadlines(report))?;
    document.serialize_entry("checks", &plan::checks(report))?;
    document.serialize_entry("waivers", &plan::waivers(report))?;
    document.serialize_entry("summary", &summary(report))?;
    document.serialize_entry("exit_code", &report.exit_code)?;
    document.serialize_entry("complete", &true)?;
    SerializeMap::end(document)?;
    writeln!(out)
}

/// The lines piece by piece.
pub(super) const LISTING: Listing = Listing {
    is_long: true,
    begin: |_, _, _, _| Ok(()),
    subjects: subject_lines,
    end: last_line,
};

/// Writes one subject a line and, as the last line, what the run comes to.
pub(super) fn write_lines(
    report: &Report<'_>,
    locale: &Locale,
    paper: &Paper,
    out: &mut dyn Write,
) -> io::Result<()> {
    subject_lines(report, locale, paper, out)?;
    last_line(report, locale, paper, out)
}

fn subject_lines(
    report: &Report<'_>,
    locale: &Locale,
    _: &Paper,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut line = Vec::new();
    for subject in Subjects::of(report, locale).entries() {
        line.clear();
        serde_json::to_writer(&mut line, &subject)?;
        line.push(b'\n');
        out.write_all(&line)?;
    }
    Ok(())
}

fn last_line(
    report: &Report<'_>,
    locale: &Locale,
    _: &Paper,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut serializer = serde_json::Serializer::new(&mut *out);
    let mut last = serializer.serialize_map(None)?;
    head(&mut last, LINES, report, locale)?;
    last.serialize_entry("diagnostics", &diagnostics(report.diagnostics, locale))?;
    last.serialize_entry("summary", &summary(report))?;
    last.serialize_entry("exit_code", &report.exit_code)?;
    last.serialize_entry("complete", &true)?;
    SerializeMap::end(last)?;
    writeln!(out)
}

/// The document of a run in which nothing was checked: the diagnostics alone.
pub fn refusal(
    found: &Diagnostics,
    locale: &Locale,
    exit_code: u8,
    out: &mut dyn Write,
) -> io::Result<()> {
    let document = json!({
        "format": FORMAT,
        "tool": tool(),
        "lang": locale.language().code(),
        "diagnostics": diagnostics(found, locale),
        "exit_code": exit_code,
        "complete": true,
    });
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

fn tool() -> Json {
    json!({ "name": env!("CARGO_PKG_NAME"), "version": env!("CARGO_PKG_VERSION") })
}

fn head<M: SerializeMap>(
    document: &mut M,
    format: &str,
    report: &Report<'_>,
    locale: &Locale,
) -> Result<(), M::Error> {
    let rules = report.rules;
    document.serialize_entry("format", format)?;
    document.serialize_entry("tool", &tool())?;
    document.serialize_entry("lang", locale.language().code())?;
    let extends = rules
        .extends
        .as_ref()
        .map(|base| json!({ "id": base.id, "version": base.version, "sha256": base.sha256 }));
    let rosters: Vec<Json> = rosters(rules);
    document.serialize_entry(
        "ruleset",
        &json!({ "id": rules.id, "version": rules.version, "sha256": rules.sha256, "extends": extends, "rosters": rosters }),
    )?;
    document.serialize_entry("round", &rules.round)?;
    document.serialize_entry("as_of", &rules.as_of.to_string())?;
    let overrides: Map<String, Json> = rules
        .overrides
        .iter()
        .map(|(name, value)| (name.clone(), Json::from(value.as_str())))
        .collect();
    document.serialize_entry("overrides", &overrides)?;
    document.serialize_entry("only", &report.selection.only)?;
    document.serialize_entry("redacted", &report.selection.redacted)
}

fn rosters(rules: &RuleSet) -> Vec<Json> {
    let mut seen = Vec::new();
    for level in rules
        .schema
        .tables
        .values()
        .filter_map(|table| table.roster.as_ref())
    {
        let roster = json!({ "file": level.roster.file, "sha256": level.roster.sha256 });
        if !seen.contains(&roster) {
            seen.push(roster);
        }
    }
    seen
}

fn inputs(accounts: &[InputAccount], schema: &Schema, locale: &Locale) -> Vec<Json> {
    accounts
        .iter()
        .map(|input| {
            json!({
                "path": &*input.path,
                "sha256": input.sha256,
                "refused": input.refused.as_ref().map(|found| diagnostic(found, locale)),
                "sheets": input.sheets.iter().map(|account| sheet(account, schema, locale)).collect::<Vec<_>>(),
            })
        })
        .collect()
}

fn sheet(account: &SheetAccount, schema: &Schema, locale: &Locale) -> Json {
    let skipped = |skipped: &Skipped| json!({ "reason": skipped.reason.word(), "count": skipped.count, "rows": skipped.rows });
    json!({
        "sheet": account.sheet.as_deref(),
        "table": account.table.map(|table| &schema.table_at(table).name),
        "header_rows": account.header_rows,
        "refused": account.refused.as_ref().map(|found| diagnostic(found, locale)),
        "rows": {
            "read": account.read,
            "used": account.used,
            "skipped": account.skipped.iter().map(skipped).collect::<Vec<_>>(),
        },
    })
}

fn absent(report: &Report<'_>) -> Vec<Json> {
    let table = |id: TableId| &report.rules.schema.table_at(id).name;
    let units = report.facts().absent.iter();
    let told = |name: &str| (!report.selection.redacted).then(|| name.to_owned());
    units
        .map(|unit| json!({ "table": table(unit.table), "code": unit.code, "name": told(&unit.name), "parent": told(&unit.parent) }))
        .collect()
}

fn not_checked(report: &Report<'_>) -> Vec<Json> {
    let left_out = report.verdicts.not_checked.iter();
    let table = |id: TableId| &report.rules.schema.table_at(id).name;
    left_out
        .map(|one| json!({ "section": one.section, "table": table(one.table) }))
        .collect()
}

fn diagnostics(found: &Diagnostics, locale: &Locale) -> Vec<Json> {
    let mut all: Vec<Json> = found.iter().map(|d| diagnostic(d, locale)).collect();
    all.extend(
        found
            .left_out()
            .map(|(code, more)| json!({ "code": code, "more": more })),
    );
    all
}

fn diagnostic(found: &Diagnostic, locale: &Locale) -> Json {
    json!({
        "code": found.code,
        "severity": found.severity.word(),
        "message": locale.sentence(found),
        "help": locale.help(found),
        "places": found.places.iter().map(At).collect::<Vec<_>>(),
        "value": found.value,
    })
}

/// A place as its parts.
struct At<'a>(&'a Place);

impl Serialize for At<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut json = serializer.serialize_map(None)?;
        json.serialize_entry("file", &*self.0.file)?;
        if let Some(sheet) = &self.0.sheet {
            json.serialize_entry("sheet", &**sheet)?;
        }
        match &self.0.spot {
            Spot::Whole => {}
            Spot::Row(row) => json.serialize_entry("row", row)?,
            Spot::Cell(cell) => {
                json.serialize_entry("cell", &cell.to_string())?;
                json.serialize_entry("row", &cell.row)?;
            }
            Spot::Excerpt(excerpt) => {
                json.serialize_entry("line", &excerpt.line)?;
                json.serialize_entry("column", &excerpt.column)?;
                json.serialize_entry("text", &*excerpt.text)?;
            }
        }
        json.end()
    }
}

fn summary(report: &Report<'_>) -> Json {
    let (mut subjects, mut rules) = (Map::new(), Map::new());
    for table in report.tables() {
        subjects.insert(
            report.rules.schema.table_at(table.table).name.clone(),
            subject_counts(table),
        );
        for (at, index) in table.rules.iter().enumerate() {
            rules.insert(
                report.rules.rule(*index).clause.id.clone(),
                rule_counts(table, at),
            );
        }
    }
    json!({
        "subjects": subjects,
        "rules": rules,
        "nominations": plan::nomination_counts(report),
        "quotas": plan::quota_counts(report),
        "targets": plan::target_counts(report),
        "deadlines": plan::deadline_counts(report),
        "checks": plan::check_counts(report),
    })
}

fn subject_counts(table: &TableVerdicts) -> Json {
    let count = |verdict: SubjectVerdict| {
        (
            verdict.word().to_owned(),
            Json::from(table.count_of(verdict)),
        )
    };
    let counts = SubjectVerdict::ALL.map(count);
    Json::Object(counts.into_iter().collect())
}

fn rule_counts(table: &TableVerdicts, at: usize) -> Json {
    let counts = RuleVerdict::ALL.map(|verdict| {
        (
            verdict.word().to_owned(),
            Json::from(table.count(at, verdict)),
        )
    });
    Json::Object(counts.into_iter().collect())
}
