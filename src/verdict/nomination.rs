//! Nominations: each takes its subject's verdict.
//!
//! In: the list's rows and the verdicts on subjects. Out: a verdict for each entry, in the list's order, and what somebody should know
//! about the list. Must not know: languages.

use crate::diagnostic::Diagnostic;
use crate::fact::data::{Fact, TableFacts};
use crate::fact::schema::{ColumnId, ColumnType, Slot, TableId};
use crate::place::Place;
use crate::rule::{Condition, NominationList};
use crate::text::fold;
use crate::verdict::evaluate::{Evaluator, Scene};
use crate::verdict::{Problem, SubjectVerdict, TableVerdicts};
use rustc_hash::{FxHashMap, FxHashSet};

/// The list of nominations with its verdicts.
#[derive(Debug)]
pub struct Nominations {
    /// The list's table.
    pub table: TableId,
    /// Its entries, one a row.
    pub entries: Vec<Nomination>,
}

/// One nomination.
#[derive(Clone, Debug)]
pub struct Nomination {
    /// Its row in the list.
    pub row: u32,
    /// The table that it names, if that can be read.
    pub subject_table: Option<TableId>,
    /// The code that it names.
    pub code: String,
    /// Its subject's row, if the data has it.
    pub subject_row: Option<u32>,
    /// Whether the entry names somebody else than its code does. Which of the two is meant, nobody can say.
    pub misnamed: bool,
    /// Its subject's verdict; undetermined where there is no subject, where the entry itself fails a check, or where it is misnamed.
    pub verdict: SubjectVerdict,
    /// Whether it goes first; none where that cannot be said.
    pub first: Option<bool>,
}

/// Judges the list. `faulty` are its rows that fail a check of severity error.
pub(super) fn judge(
    evaluator: Evaluator<'_, '_>,
    list: &NominationList,
    tables: &[TableVerdicts],
    faulty: &FxHashSet<u32>,
) -> Option<(Nominations, Vec<Diagnostic>)> {
    let rows = evaluator.table(list.table)?;
    let mut findings = Vec::new();
    let entries: Vec<Nomination> = (0..rows.len())
        .map(|row| {
            let (subject_table, code) = subject(evaluator, list, rows, row);
            let subject_row = subject_table
                .and_then(|table| evaluator.table(table))
                .and_then(|subjects| subjects.find(&[&code]));
            let own = subject_table.zip(subject_row).and_then(|(table, row)| {
                let judged = tables.iter().find(|judged| judged.table == table)?;
                judged.subjects().get(row as usize).copied()
            });
            let name = list.name.and_then(|column| text(rows, row, column));
            let differing = subject_table
                .zip(name)
                .and_then(|(table, name)| name_differs(evaluator, table, &code, subject_row, name));
            let misnamed = differing.is_some();
            if let Some((place, name)) = differing.zip(name) {
                let problem = Problem::NomineeMisnamed {
                    name: name.to_owned(),
                    subject: rows.code(row),
                };
                let mut finding = at_row(problem.diagnostic(), rows, &[row]);
                finding.places.extend(place);
                findings.push(finding);
            }
            let verdict = match own {
                _ if misnamed => SubjectVerdict::Undetermined,
                Some(SubjectVerdict::Ineligible) => SubjectVerdict::Ineligible,
                Some(SubjectVerdict::Eligible) if !faulty.contains(&row) => {
                    SubjectVerdict::Eligible
                }
                Some(SubjectVerdict::Eligible | SubjectVerdict::Undetermined) | None => {
                    SubjectVerdict::Undetermined
                }
            };
            if let Some(table) = subject_table.filter(|table| evaluator.table(*table).is_none()) {
                let table = evaluator.rules.schema.table_at(table).name.clone();
                let subject = format!("{table}/{code}");
                let problem = Problem::NomineeWithoutData { subject, table };
                findings.push(at_row(problem.diagnostic(), rows, &[row]));
            }
            let first = match subject_table {
                Some(table) => goes_first(evaluator, list, table, subject_row),
                None => None,
            };
            Nomination {
                row,
                subject_table,
                code,
                subject_row,
                misnamed,
                verdict,
                first,
            }
        })
        .collect();
    findings.extend(alike(evaluator, list, rows, &entries));
    let nominations = Nominations {
        table: list.table,
        entries,
    };
    Some((nominations, findings))
}

fn subject(
    evaluator: Evaluator<'_, '_>,
    list: &NominationList,
    rows: &TableFacts,
    row: u32,
) -> (Option<TableId>, String) {
    let schema = &evaluator.rules.schema;
    let chooser = schema.table_at(list.table).column_at(list.subject);
    let table = match (rows.get(row, slot(list.subject)), chooser.map(|c| &c.kind)) {
        (Fact::Term(rank), Some(ColumnType::Choice(vocabulary))) => {
            let name = schema.vocabulary_at(*vocabulary).code(rank);
            schema.table(name).map(|(table, _)| table)
        }
        _ => None,
    };
    let code = text(rows, row, list.code).unwrap_or_default().to_owned();
    (table, code)
}

/// Where the data gives the code's owner another name than the list does (nowhere, if the official list alone says so); none if the
/// names may be of one. Of two names outside the official list, one may say more than the other: `Ông Nguyễn Văn An`, `Nguyễn Văn An`.
fn name_differs(
    evaluator: Evaluator<'_, '_>,
    table: TableId,
    code: &str,
    row: Option<u32>,
    name: &str,
) -> Option<Vec<Place>> {
    let declared = evaluator.rules.schema.table_at(table);
    let official = declared.roster.as_ref();
    let agrees = official.and_then(|level| level.roster.may_be_named(code, name));
    if let Some(agrees) = agrees {
        return (!agrees).then(Vec::new);
    }
    let (column, _) = declared.column("name")?;
    let (rows, row) = (evaluator.table(table)?, row?);
    let own = words(text(rows, row, column)?);
    let given = words(name);
    let is_within = own.contains(&given) || given.contains(&own);
    (!is_within).then(|| rows.places(row, slot(column)))
}

/// Folded words between single spaces, with a space at either end so that only whole words are found in it.
fn words(name: &str) -> String {
    let spaced = name.replace(|c: char| c.is_ascii_punctuation(), " ");
    format!(" {} ", fold(&spaced))
}

/// True if any of the conditions surely holds, none if that cannot be said.
fn goes_first(
    evaluator: Evaluator<'_, '_>,
    list: &NominationList,
    table: TableId,
    row: Option<u32>,
) -> Option<bool> {
    let first = list.priority.iter().flat_map(|priority| &priority.first);
    let holds = |when: &Condition| {
        let mut scene = Scene::new(table, row?);
        evaluator.answer(&when.formula, &mut scene, &mut ()).truth()
    };
    let truths: Vec<Option<bool>> = first
        .filter(|first| first.table == table)
        .map(|first| first.when.as_ref().map_or(Some(true), holds))
        .collect();
    match truths {
        truths if truths.contains(&Some(true)) => Some(true),
        truths if truths.contains(&None) => None,
        _ => Some(false),
    }
}

/// Entries that may be of one subject although their codes differ: codes that fold to the same, persons of one name.
fn alike(
    evaluator: Evaluator<'_, '_>,
    list: &NominationList,
    rows: &TableFacts,
    entries: &[Nomination],
) -> Vec<Diagnostic> {
    let mut seen: FxHashMap<(TableId, bool, String), u32> = FxHashMap::default();
    let mut findings = Vec::new();
    for entry in entries {
        let Some(table) = entry.subject_table else {
            continue;
        };
        let is_person = evaluator.rules.schema.table_at(table).personal;
        let name = list.name.and_then(|column| text(rows, entry.row, column));
        let by_code = Some((table, true, fold(&entry.code)));
        let by_name = name
            .filter(|_| is_person)
            .map(|name| (table, false, fold(name)));
        let other = by_code
            .into_iter()
            .chain(by_name)
            .filter_map(|key| match seen.get(&key) {
                Some(other) => Some(*other),
                None => {
                    seen.insert(key, entry.row);
                    None
                }
            })
            .min();
        if let Some(other) = other {
            let problem = Problem::NominatedAlike {
                first: rows.code(other),
                second: rows.code(entry.row),
                name: name.unwrap_or_default().to_owned(),
            };
            findings.push(at_row(problem.diagnostic(), rows, &[entry.row, other]));
        }
    }
    findings
}

fn at_row(mut finding: Diagnostic, rows: &TableFacts, at: &[u32]) -> Diagnostic {
    finding.places = at.iter().flat_map(|row| rows.row_places(*row)).collect();
    finding
}

fn slot(column: ColumnId) -> Slot {
    Slot { column, year: None }
}

fn text(rows: &TableFacts, row: u32, column: ColumnId) -> Option<&str> {
    match rows.get(row, slot(column)) {
        Fact::Text(text) => Some(text),
        Fact::Number(_)
        | Fact::YesNo(_)
        | Fact::Date(_)
        | Fact::Year(_)
        | Fact::Term(_)
        | Fact::Missing(_) => None,
    }
}
