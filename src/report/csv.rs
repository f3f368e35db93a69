//! The list of subjects for other programs: one row a subject, one column a rule, in the English words of the JSON report.
//!
//! In: the report. Out: CSV in UTF-8 with a byte order mark, which Excel and PowerShell need to read Vietnamese. Must not know:
//! languages, arithmetic.

use super::format::Listing;
use super::{Paper, Report, matches_id, name_at};
use crate::fact::schema::Slot;
use crate::locale::Locale;
use crate::rule::{RuleIndex, RuleSet, RuleVerdict};
use crate::text::{is_plainly_printable, printable};
use crate::verdict::TableVerdicts;
use std::borrow::Cow;
use std::io::{self, Write};

/// The mark by which Excel and PowerShell know UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";
/// What a text begins with that a spreadsheet would take for a formula.
const FORMULA: [u8; 4] = *b"=+-@";

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
        let cells = columns
            .iter()
            .map(|(_, column)| Cell::of(*column, report, table));
        let cells: Vec<Cell<'_>> = cells.collect();
        for subject in report.subjects(table) {
            for cell in &cells {
                match *cell {
                    Cell::Word(word) => list.write_field(word)?,
                    Cell::Code => {
                        list.write_field(&*inert(subject.facts.code_text(subject.row)))?
                    }
                    Cell::Name(slot) => {
                        let name = name_at(subject.facts, subject.row, slot).unwrap_or_default();
                        list.write_field(&*inert(Cow::Borrowed(name)))?;
                    }
                    Cell::Verdict => list.write_field(subject.verdict.word())?,
                    Cell::Rule(at) => {
                        let verdict = subject.verdicts().nth(at);
                        list.write_field(verdict.map_or("", RuleVerdict::word))?;
                    }
                }
            }
            list.write_record(None::<&[u8]>)?;
        }
    }
    list.flush()
}

/// What a column holds in the rows of one table.
enum Cell<'a> {
    /// The same word in each.
    Word(&'a str),
    Code,
    Name(Slot),
    Verdict,
    /// What the rule at that place says, of those of the table.
    Rule(usize),
}

impl<'a> Cell<'a> {
    fn of(column: Column, report: &Report<'a>, table: &TableVerdicts) -> Self {
        let nothing = Cell::Word("");
        match column {
            Column::Table => Cell::Word(&report.rules.schema.table_at(table.table).name),
            Column::Code => Cell::Code,
            Column::Name => report.name_slot(table.table).map_or(nothing, Cell::Name),
            Column::Verdict => Cell::Verdict,
            Column::Rule(index) => {
                let at = table.rules.iter().position(|of_table| *of_table == index);
                at.map_or(nothing, Cell::Rule)
            }
        }
    }
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

/// A text that shows all it has and that no spreadsheet takes for a formula: an apostrophe stands before one that it would.
fn inert(text: Cow<'_, str>) -> Cow<'_, str> {
    let text = match is_plainly_printable(&text) {
        true => text,
        false => Cow::Owned(printable(&text)),
    };
    let first = text.as_bytes().first();
    match first.is_some_and(|first| FORMULA.contains(first)) {
        true => Cow::Owned(format!("'{text}")),
        false => text,
    }
}
