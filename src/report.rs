//! Stage 5: verdicts → text, JSON, HTML, Excel, … Draws one report; computes no verdict, no sum that a verdict rests on.
//!
//! [`telling`] says everything once, in the reader's language; what is for people draws it, each form in a file of its own, one line of
//! [`FORMATS`]. JSON, its lines and the list of subjects are for programs and draw the verdicts themselves.
//!
//! In: the verdicts with their facts, and what was found on the way. Out: bytes in the asked format.
//! Must not know: how anything was read or judged.

mod arithmetic;
mod csv;
pub mod diff;
mod explain;
mod format;
mod html;
mod json;
mod junit;
mod light;
mod list;
pub mod mark;
mod markdown;
mod own;
mod parts;
mod table;
mod telling;
mod text;
mod workbook;
mod wrap;

pub use explain::{explain_rule, explain_subject};
pub use format::{FORMATS, Format, Listing};
pub use json::refusal;
pub use list::list_rules;
pub use own::is_own;
pub use text::{explain_on_data, progress};

use crate::diagnostic::Diagnostics;
use crate::fact::Facts;
use crate::fact::data::{Fact, TableFacts};
use crate::fact::schema::{ColumnId, ColumnType, Reference, Slot, TableId};
use crate::rule::{RuleSet, RuleVerdict};
use crate::text::meant;
use crate::verdict::{SubjectVerdict, TableVerdicts, Verdicts};
use parts::{Entry, cell_words};

/// Everything that a report shows.
pub struct Report<'a> {
    /// The rule set, for its head, ids and words.
    pub rules: &'a RuleSet,
    /// The verdicts, with the facts and their accounts.
    pub verdicts: &'a Verdicts<'a>,
    /// Everything that was found on the way, in order.
    pub diagnostics: &'a Diagnostics,
    /// Which subjects are listed.
    pub selection: Selection,
    /// What the command will say to scripts.
    pub exit_code: u8,
}

/// Which rules and subjects a report lists; counts and the result are always of all.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// Each a `table`, a `table/code`, or a rule id with `*`; everything, if none.
    pub only: Vec<String>,
    /// Whether long lists are shown whole.
    pub all: bool,
    /// Whether only counts and the result are shown.
    pub quiet: bool,
    /// Whether rows and findings are counted file by file.
    pub by_file: bool,
    /// Whether nominations that the plan puts first are listed first.
    pub priority_first: bool,
    /// Whether names are left out and codes alone are told.
    pub redacted: bool,
    /// The columns of a list of subjects, each a name or a rule id with `*`; all, if none.
    pub columns: Vec<String>,
}

/// What text is drawn on.
#[derive(Clone, Copy, Debug)]
pub struct Paper {
    /// Columns, at least 80.
    pub width: usize,
    /// Whether colours may be used.
    pub colour: bool,
}

/// One subject of a report.
struct Subject<'a> {
    table: &'a TableVerdicts,
    facts: &'a TableFacts,
    row: u32,
    verdict: SubjectVerdict,
}

impl<'a> Report<'a> {
    /// The same report with everything that is selected told whole, as files hold it.
    pub fn whole(&self) -> Report<'a> {
        Report {
            selection: Selection {
                all: true,
                quiet: false,
                ..self.selection.clone()
            },
            ..*self
        }
    }

    fn facts(&self) -> &'a Facts {
        self.verdicts.facts()
    }

    fn table_facts(&self, table: TableId) -> Option<&'a TableFacts> {
        self.facts()
            .tables
            .get(usize::from(table.0))
            .and_then(Option::as_ref)
    }

    /// The listed subjects of a table, in input order.
    fn subjects(&self, table: &'a TableVerdicts) -> impl Iterator<Item = Subject<'a>> {
        let facts = self.table_facts(table.table);
        let rows = (0_u32..)
            .zip(table.subjects())
            .filter_map(move |(row, verdict)| {
                Some(Subject {
                    table,
                    facts: facts?,
                    row,
                    verdict: *verdict,
                })
            });
        rows.filter(|subject| self.selection.includes(self.rules, subject))
    }

    /// The subject's name, unless the table is about persons or names are left out.
    fn subject_name(&self, subject: &Subject<'_>) -> Option<String> {
        self.name_of(subject.facts, subject.row)
    }

    /// The unit above a subject, by name where names are told: the row that its first column of another table's codes points to.
    fn above(&self, subject: &Subject<'_>) -> Option<String> {
        let schema = self.rules.schema.table_at(subject.facts.table);
        let pointed = schema
            .columns
            .values()
            .zip(0_u16..)
            .find_map(|(column, index)| {
                let ColumnType::Code {
                    of: Some(Reference::Table(table)),
                    ..
                } = column.kind
                else {
                    return None;
                };
                Some((ColumnId(index), table))
            });
        let (column, table) = pointed?;
        let Fact::Text(code) = subject.facts.get(subject.row, Slot { column, year: None }) else {
            return None;
        };
        let rows = self.table_facts(table);
        let row = rows.and_then(|rows| Some((rows, rows.find(&[code])?)));
        let name = row.and_then(|(rows, row)| self.name_of(rows, row));
        let listed = || {
            let level = self.rules.schema.table_at(table).roster.as_ref()?;
            let unit = level.roster.unit(code)?;
            (!self.selection.redacted).then(|| unit.full_name())
        };
        Some(name.or_else(listed).unwrap_or_else(|| code.to_owned()))
    }

    /// The name in a row, unless the table is about persons or names are left out.
    fn name_of(&self, rows: &TableFacts, row: u32) -> Option<String> {
        name_at(rows, row, self.name_slot(rows.table)?).map(str::to_owned)
    }

    /// Where the names of a table's rows are, unless it is about persons or names are left out.
    fn name_slot(&self, table: TableId) -> Option<Slot> {
        let schema = self.rules.schema.table_at(table);
        let column = schema.name_column()?;
        let is_told = !schema.personal && !self.selection.redacted;
        is_told.then_some(Slot { column, year: None })
    }

    fn tables(&self) -> &'a [TableVerdicts] {
        &self.verdicts.tables
    }
}

/// What stands there for a name.
fn name_at(rows: &TableFacts, row: u32, slot: Slot) -> Option<&str> {
    match rows.get(row, slot) {
        Fact::Text(name) => Some(name),
        Fact::Missing(_)
        | Fact::Number(_)
        | Fact::YesNo(_)
        | Fact::Date(_)
        | Fact::Year(_)
        | Fact::Term(_) => None,
    }
}

impl Subject<'_> {
    fn code(&self) -> String {
        self.facts.code(self.row)
    }

    /// Of each rule of its table, in their order.
    fn verdicts(&self) -> impl Iterator<Item = RuleVerdict> {
        self.table.of(self.row)
    }

    fn is_waived(&self) -> bool {
        self.verdicts()
            .any(|verdict| verdict == RuleVerdict::Waived)
    }
}

impl Selection {
    fn includes(&self, rules: &RuleSet, subject: &Subject<'_>) -> bool {
        let table = &rules.schema.table_at(subject.table.table).name;
        let fits = |only: &String| match only.split_once('/') {
            Some((wanted, code)) => wanted == table && code == subject.code(),
            None => {
                only == table
                    || subject
                        .table
                        .rules
                        .iter()
                        .any(|index| matches_id(only, &rules.rule(*index).clause.id))
            }
        };
        self.only.is_empty() || self.only.iter().any(fits)
    }

    /// Whether a rule is listed: selectors of tables and subjects list all of theirs.
    fn includes_rule(&self, rules: &RuleSet, id: &str) -> bool {
        let of_rules = |only: &&String| {
            !only.contains('/') && !rules.schema.tables.contains_key(only.as_str())
        };
        let mut selectors = self.only.iter().filter(of_rules).peekable();
        selectors.peek().is_none() || selectors.any(|only| matches_id(only, id))
    }

    /// Whether a quota, target, deadline or check is listed: by its id, or by a table of its own.
    fn includes_part(&self, rules: &RuleSet, id: &str, tables: &[TableId]) -> bool {
        let fits = |only: &String| {
            let of_table = |table: &TableId| rules.schema.table_at(*table).name == *only;
            matches_id(only, id) || tables.iter().any(of_table)
        };
        self.only.is_empty() || self.only.iter().any(fits)
    }

    /// Subjects, as table and code, that neither the data nor the list of nominations has.
    pub fn absent(&self, verdicts: &Verdicts<'_>) -> Vec<(String, String)> {
        let rows_of = |table: TableId| {
            let rows = verdicts.facts().tables.get(usize::from(table.0));
            rows.and_then(Option::as_ref)
        };
        let list = verdicts.nominations.as_ref();
        let nominated = list.and_then(|list| rows_of(list.table));
        let is_there = |table: &str, code: &str, subject: &str| {
            let found = verdicts.rules().schema.table(table);
            let subjects = found.and_then(|(table, _)| rows_of(table));
            [(subjects, code), (nominated, subject)]
                .into_iter()
                .any(|(rows, code)| {
                    rows.is_some_and(|rows| (0..rows.len()).any(|row| rows.code(row) == code))
                })
        };
        let subjects = self
            .only
            .iter()
            .filter_map(|only| Some((only, only.split_once('/')?)));
        subjects
            .filter(|(only, (table, code))| !is_there(table, code, only))
            .map(|(_, (table, code))| (table.to_owned(), code.to_owned()))
            .collect()
    }

    /// Columns that no list of subjects has by this rule set, each with the known ones most like it.
    pub fn unknown_columns(&self, rules: &RuleSet) -> Vec<(String, Vec<String>)> {
        let known = csv::possible_columns(rules);
        let unknown = self
            .columns
            .iter()
            .filter(|column| !known.iter().any(|name| matches_id(column, name)));
        unknown
            .map(|column| {
                (
                    column.clone(),
                    meant(column, known.iter().map(String::as_str)),
                )
            })
            .collect()
    }

    /// Selectors that can match nothing in this rule set: an error, never a green result.
    pub fn unknown(&self, rules: &RuleSet) -> impl Iterator<Item = String> {
        let known = |only: &String| match only.split_once('/') {
            Some((table, _)) => rules.schema.tables.contains_key(table),
            None => {
                rules.schema.tables.contains_key(only)
                    || rules.clauses().any(|clause| matches_id(only, &clause.id))
            }
        };
        self.only
            .iter()
            .filter(|only| !known(only))
            .cloned()
            .collect::<Vec<_>>()
            .into_iter()
    }
}

/// Whether an id fits a pattern in which `*` stands for any characters.
fn matches_id(pattern: &str, id: &str) -> bool {
    let mut pieces = pattern.split('*');
    let first = pieces.next().unwrap_or("");
    let Some(mut rest) = id.strip_prefix(first) else {
        return false;
    };
    let mut pieces = pieces.peekable();
    if pieces.peek().is_none() {
        return rest.is_empty();
    }
    while let Some(piece) = pieces.next() {
        if pieces.peek().is_none() {
            return rest.ends_with(piece);
        }
        match rest.find(piece) {
            Some(at) => rest = &rest[at + piece.len()..],
            None => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::matches_id;

    #[test]
    fn a_star_stands_for_any_characters() {
        assert!(matches_id("V.2.3.e", "V.2.3.e"));
        assert!(matches_id("V.2.*", "V.2.3.e"));
        assert!(matches_id("*.e", "V.2.3.e"));
        assert!(matches_id("V.*.e", "V.2.3.e"));
        assert!(!matches_id("V.2.3", "V.2.3.e"));
        assert!(!matches_id("V.*.f", "V.2.3.e"));
    }
}
