//! The list of subjects for other programs: one row a subject, one column a rule, in the English words of the JSON report.
//!
//! In: the report. Out: CSV in UTF-8 with a byte order mark, which Excel and PowerShell need to read Vietnamese. Must not know:
//! languages, arithmetic.

use super::format::Listing;
use super::{Paper, Report, Subject, matches_id};
use crate::locale::Locale;
use crate::rule::{RuleIndex, RuleSet};
use crate::text::{is_plainly_printable, printable};
use std::borrow::Cow;
use std::io::{self, Write};

/// The mark by which Excel and PowerShell know UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";
/// What a text begins with that a spreadsheet would take for a formula.
const FORMULA: [char; 4] = ['=', '+', '-', '@'];

/// How every list begins that has all columns: a folder's own lists are known by it.
pub(super) const BEGINNING: &[u8] = b"\xef\xbb\xbftable,code,name,verdict,";

/// What a column holds.
#[derive(Clone, Copy)]
enum Column {
    Table,
    Code,
    Name,
    Verdict,
    Rule(RuleIndex),
}

/// The columns that are no rules, with their names.
const OF_SUBJECT: [(&str, Column); 4] = [
    ("table", Column::Table),
    ("code", Column::Code),
    ("name", Column::Name),
    ("verdict", Column::Verdict),
];

/// The list piece by piece.
pub(super) const LISTING: Listing = Listing {
    is_long: false,
    begin,
    subjects,
    end: |_, _, _, _| Ok(()),
};

/// Writes the list, one subject at a time.
pub(super) fn write(
    report: &Report<'_>,
    locale: &Locale,
    paper: &Paper,
    out: &mut dyn Write,
) -> io::Result<()> {
    begin(report, locale, paper, out)?;
    subjects(report, locale, paper, out)
}

fn begin(report: &Report<'_>, _: &Locale, _: &Paper, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(BYTE_ORDER_MARK)?;
    let mut list = lines(out);
    list.write_record(columns(report).iter().map(|(name, _)| name))?;
    list.flush()
}

fn subjects(report: &Report<'_>, _: &Locale, _: &Paper, out: &mut dyn Write) -> io::Result<()> {
    let columns = columns(report);
    let mut list = lines(out);
    for table in report.tables() {
        for subject in report.subjects(table) {
            for (_, column) in &columns {
                match cell(report, &subject, *column) {
                    Cow::Borrowed(word) => list.write_field(word)?,
                    Cow::Owned(text) if is_plainly_printable(&text) => {
                        list.write_field(inert(text))?;
                    }
                    Cow::Owned(text) => list.write_field(inert(printable(&text)))?,
                }
            }
            list.write_record(None::<&[u8]>)?;
        }
    }
    list.flush()
}

fn lines(out: &mut dyn Write) -> csv::Writer<&mut dyn Write> {
    csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(out)
}

/// Those that were asked for, in that order; else all.
fn columns<'a>(report: &Report<'a>) -> Vec<(&'a str, Column)> {
    let rules = report.rules;
    let judged = report.tables().iter().flat_map(|table| &table.rules);
    let ids = judged.map(|index| (rules.rule(*index).clause.id.as_str(), Column::Rule(*index)));
    let of_rules = ids.filter(|(id, _)| report.selection.includes_rule(rules, id));
    let all: Vec<(&str, Column)> = OF_SUBJECT.into_iter().chain(of_rules).collect();
    let wanted = &report.selection.columns;
    if wanted.is_empty() {
        return all;
    }
    let named = |pattern: &String| {
        let fits = all.iter().filter(|(name, _)| matches_id(pattern, name));
        fits.copied().collect::<Vec<_>>()
    };
    wanted.iter().flat_map(named).collect()
}

/// The columns that a list can have by these rules.
pub(super) fn possible_columns(rules: &RuleSet) -> Vec<String> {
    let of_subject = OF_SUBJECT.into_iter().map(|(name, _)| name);
    let of_rules = rules.rules.iter().map(|rule| rule.clause.id.as_str());
    of_subject.chain(of_rules).map(str::to_owned).collect()
}

/// What stands in a column: a word of this program, or a text of the data.
fn cell<'a>(report: &Report<'a>, subject: &Subject<'_>, column: Column) -> Cow<'a, str> {
    let rules = report.rules;
    match column {
        Column::Table => Cow::Owned(rules.schema.table_at(subject.table.table).name.clone()),
        Column::Code => Cow::Owned(subject.code()),
        Column::Name => Cow::Owned(report.subject_name(subject).unwrap_or_default()),
        Column::Verdict => Cow::Borrowed(subject.verdict.word()),
        Column::Rule(index) => {
            let mut verdicts = subject.table.rules.iter().zip(subject.verdicts());
            let verdict = verdicts.find(|(of, _)| **of == index);
            Cow::Borrowed(verdict.map_or("", |(_, verdict)| verdict.word()))
        }
    }
}

/// A text that no spreadsheet takes for a formula: an apostrophe stands before one that it would.
fn inert(text: String) -> String {
    match text.starts_with(FORMULA) {
        true => format!("'{text}"),
        false => text,
    }
}
