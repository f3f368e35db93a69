//! What is to be said of each submitted file: findings, failed checks, and the facts that rules lack.
//!
//! In: the report. Out: findings by file, in the order of their places. Must not know: workbooks' insides.

use super::{Finding, Head};
use crate::diagnostic::{Argument, Diagnostic, Severity};
use crate::fact::data::Absence;
use crate::fact::schema::{ColumnId, ColumnType, TableId};
use crate::locale::Locale;
use crate::place::{Place, Spot};
use crate::report::Report;
use crate::report::arithmetic::{Words, collect_decisive};
use crate::rule::RuleVerdict;
use crate::text::{printable, shortened};
use crate::verdict::{FailedCheck, MissingFact, ReadFact, Reason, Trace};
use indexmap::IndexMap;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// Cells marked for one failed check.
const MOST_PLACES: usize = 50;

/// What stands above every list: the program, the rule set, the round, the day.
pub(super) fn head(report: &Report<'_>, locale: &Locale) -> Head {
    let (rules, language) = (report.rules, locale.language());
    let tool = format!("{} {}", env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"));
    let (title, round) = (rules.title.get(language), rules.round_title.get(language));
    let day = locale.date(rules.as_of);
    let rule_set = [
        ("title", title),
        ("id", rules.id.as_str()),
        ("version", &rules.version),
    ];
    Head {
        lines: vec![
            locale.label_with("mark-rules", &rule_set),
            locale.label_with(
                "mark-round",
                &[("round", round), ("id", &rules.round), ("date", &day)],
            ),
            locale.label_with("mark-tool", &[("tool", &tool)]),
        ],
    }
}

/// The findings of every file that was read and not refused, in the order of the files.
pub(super) fn by_file(report: &Report<'_>, locale: &Locale) -> IndexMap<Arc<str>, Vec<Finding>> {
    let mut gathering = Gathering {
        report,
        locale,
        all: Vec::new(),
        wrong: HashSet::new(),
    };
    gathering.diagnostics();
    gathering.faults();
    gathering.checks();
    gathering.missing();
    gathering.finish()
}

/// A finding not yet given to files.
struct Said {
    severity: Severity,
    places: Vec<Place>,
    code: String,
    found: String,
    sentence: String,
    help: String,
}

struct Gathering<'a> {
    report: &'a Report<'a>,
    locale: &'a Locale,
    all: Vec<Said>,
    /// Places of errors.
    wrong: HashSet<Place>,
}

impl Gathering<'_> {
    fn diagnostics(&mut self) {
        for found in self.report.diagnostics.iter() {
            match found.severity {
                Severity::Error | Severity::Warning => self.diagnostic(found),
                Severity::Note => {}
            }
        }
    }

    fn diagnostic(&mut self, found: &Diagnostic) {
        if found.severity == Severity::Error {
            self.wrong.extend(found.places.iter().cloned());
        }
        self.all.push(Said {
            severity: found.severity,
            places: found.places.clone(),
            code: found.code.to_owned(),
            found: value(found)
                .map(|text| shortened(&printable(text), 200))
                .unwrap_or_default(),
            sentence: self.locale.sentence(found),
            help: self.locale.help(found).unwrap_or_default(),
        });
    }

    /// The built-in checks, where no finding says the same.
    fn faults(&mut self) {
        for fault in &self.report.facts().faults {
            let is_said = fault.places.iter().all(|place| self.wrong.contains(place));
            if is_said {
                continue;
            }
            let id = fault.check.id();
            self.all.push(Said {
                severity: Severity::Error,
                places: fault.places.clone(),
                code: id.to_owned(),
                found: String::new(),
                sentence: self.locale.label_with("report-fault", &[("check", id)]),
                help: self.locale.label("mark-check-help"),
            });
        }
    }

    fn checks(&mut self) {
        for at in self.report.failed_checks() {
            let failed = self.report.verdicts.checks.failed.get(at);
            let said = failed.and_then(|failed| self.check(failed));
            self.all.extend(said);
        }
    }

    fn check(&self, failed: &FailedCheck) -> Option<Said> {
        let check = self.report.rules.checks.get(failed.check)?;
        let trace = self.report.verdicts.explain_check(failed)?;
        let name = self.report.row_name(failed.table, failed.row);
        let year = failed.year.map_or_else(String::new, |year| {
            self.locale
                .label_with("check-year", &[("year", &year.to_string())])
        });
        let says = check.clause.says.get(self.locale.language());
        let lines: Vec<String> = self
            .words()
            .lines(&trace)
            .into_iter()
            .map(|line| line.text)
            .collect();
        Some(Said {
            severity: check.severity,
            places: self.cells_of(&trace),
            code: check.clause.id.clone(),
            found: String::new(),
            sentence: format!("{name}{year}: {says} {}", lines.join("; "))
                .trim()
                .to_owned(),
            help: self.locale.label("mark-check-help"),
        })
    }

    /// The cells behind what failed, each once.
    fn cells_of(&self, trace: &Trace<'_>) -> Vec<Place> {
        fn collect(trace: &Trace<'_>, facts: &mut Vec<ReadFact>) {
            facts.extend(trace.fact);
            for part in &trace.parts {
                collect(part, facts);
            }
        }
        let (mut decisive, mut facts) = (Vec::new(), Vec::new());
        collect_decisive(trace, &mut decisive);
        for part in decisive {
            collect(part, &mut facts);
        }
        let mut places: Vec<Place> = Vec::new();
        for place in facts
            .iter()
            .flat_map(|fact| fact.places(self.report.facts()))
        {
            if places.len() < MOST_PLACES && !places.contains(&place) {
                places.push(place);
            }
        }
        places
    }

    /// What keeps rules undecided: each fact once, with all the rules that lack it; years that one row lacks together.
    fn missing(&mut self) {
        let mut lacking: IndexMap<Lack, Lacking> = IndexMap::new();
        let (report, rules) = (self.report, self.report.rules);
        for judged in report.tables() {
            for subject in report.subjects(judged) {
                let undecided = judged.rules.iter().zip(subject.verdicts());
                for (index, _) in undecided.filter(|(_, one)| *one == RuleVerdict::Insufficient) {
                    let id = &rules.rule(*index).clause.id;
                    if !report.selection.includes_rule(rules, id) {
                        continue;
                    }
                    for missing in report.verdicts.explain(*index, subject.row).missing {
                        if let Some((lack, fact)) = self.lack(&missing) {
                            let held = lacking.entry(lack).or_default();
                            add_once(&mut held.facts, fact);
                            add_once(&mut held.rules, id.clone());
                        }
                    }
                }
            }
        }
        for (lack, lacking) in lacking {
            let said = self.lacking(lack, &lacking);
            self.all.push(said);
        }
    }

    /// Where a fact is missing; none where no file can be pointed at, or where that is said anyway.
    fn lack(&self, missing: &MissingFact) -> Option<(Lack, ReadFact)> {
        let fact = missing.fact?;
        let (places, row) = match missing.reason {
            // That no sheet has a column is a finding of its own.
            Reason::Fact(Absence::NoColumn) | Reason::NoRows => return None,
            Reason::Fact(Absence::NoRow) => (vec![self.sheet_of(fact)?], fact.row),
            Reason::Fact(
                Absence::Empty | Absence::Unreadable | Absence::Conflict | Absence::NoYear,
            )
            | Reason::Dangling
            | Reason::ZeroBaseline => (missing.places.clone(), None),
        };
        let is_said = places.iter().all(|place| self.wrong.contains(place));
        let lack = Lack {
            table: fact.table,
            column: fact.slot.column,
            row,
            reason: missing.reason,
            places,
        };
        (!is_said).then_some((lack, fact))
    }

    /// The first sheet in which other rows have that fact.
    fn sheet_of(&self, fact: ReadFact) -> Option<Place> {
        let rows = self.report.table_facts(fact.table)?;
        let mut places = (0..rows.len()).flat_map(|row| rows.places(row, fact.slot));
        places.next().map(|place| place.at(Spot::Whole))
    }

    fn lacking(&self, lack: Lack, lacking: &Lacking) -> Said {
        let names = lacking
            .facts
            .iter()
            .map(|fact| self.words().fact_title(*fact));
        let names = names.collect::<Vec<String>>().join(", ");
        let reason = self.words().reason(lack.reason);
        let fact = [("name", names.as_str()), ("reason", &reason)];
        let mut missing = self.locale.label_with("missing-fact", &fact);
        if let Some(row) = lack.row {
            missing = format!("{}: {missing}", self.report.row_name(lack.table, row));
        }
        let rules = lacking.rules.join(", ");
        let arguments = [("missing", missing.as_str()), ("rules", &rules)];
        let (severity, help) = match lack.reason {
            Reason::Fact(Absence::Empty) if self.is_counted(&lack) => {
                (Severity::Error, "mark-empty-help")
            }
            Reason::Fact(Absence::Empty) => (Severity::Error, "mark-unsaid-help"),
            Reason::Fact(Absence::NoRow) => (Severity::Error, "mark-no-row-help"),
            Reason::Fact(
                Absence::Unreadable | Absence::Conflict | Absence::NoColumn | Absence::NoYear,
            )
            | Reason::Dangling
            | Reason::NoRows => (Severity::Error, "mark-check-help"),
            Reason::ZeroBaseline => (Severity::Warning, "mark-zero-help"),
        };
        Said {
            severity,
            places: lack.places,
            found: match lack.reason {
                Reason::Fact(Absence::Empty) => self.locale.label("shown-empty"),
                Reason::Fact(Absence::NoYear) => "0".to_owned(),
                Reason::Fact(
                    Absence::Unreadable | Absence::Conflict | Absence::NoColumn | Absence::NoRow,
                )
                | Reason::Dangling
                | Reason::NoRows
                | Reason::ZeroBaseline => String::new(),
            },
            sentence: self.locale.label_with("mark-missing", &arguments),
            help: self.locale.label(help),
            code: rules,
        }
    }

    /// Whether 0 says that there is none.
    fn is_counted(&self, lack: &Lack) -> bool {
        let table = self.report.rules.schema.table_at(lack.table);
        table
            .column_at(lack.column)
            .is_some_and(|column| match column.kind {
                ColumnType::Number { .. } | ColumnType::Percent | ColumnType::Money { .. } => true,
                ColumnType::Code { .. }
                | ColumnType::Text
                | ColumnType::YesNo
                | ColumnType::Date
                | ColumnType::Year
                | ColumnType::Level(_)
                | ColumnType::Choice(_) => false,
            })
    }

    fn words(&self) -> Words<'_> {
        Words {
            rules: self.report.rules,
            facts: self.report.facts(),
            locale: self.locale,
            redacted: self.report.selection.redacted,
        }
    }

    /// Gives every file its own, in the order of sheets, rows and columns.
    fn finish(self) -> IndexMap<Arc<str>, Vec<Finding>> {
        let inputs = &self.report.facts().inputs;
        let mut by_file: IndexMap<Arc<str>, Vec<Finding>> = inputs
            .iter()
            .filter(|input| input.refused.is_none())
            .map(|input| (input.path.clone(), Vec::new()))
            .collect();
        for said in self.all {
            let mut files: Vec<&Arc<str>> = Vec::new();
            for place in &said.places {
                if !files.contains(&&place.file) {
                    files.push(&place.file);
                }
            }
            for file in files {
                if let Some(all) = by_file.get_mut(file) {
                    all.push(said.for_file(file, self.report.selection.redacted));
                }
            }
        }
        for input in inputs {
            let order: HashMap<Option<&str>, usize> = input
                .sheets
                .iter()
                .enumerate()
                .map(|(at, sheet)| (sheet.sheet.as_deref(), at + 1))
                .collect();
            if let Some(all) = by_file.get_mut(&input.path) {
                all.sort_by_cached_key(|finding| {
                    let place = finding.places.first();
                    let sheet = place.and_then(|place| order.get(&place.sheet.as_deref()));
                    let spot = place.map_or((0, 0), |place| spot_order(&place.spot));
                    (sheet.copied().unwrap_or(0), spot)
                });
                all.dedup();
            }
        }
        by_file
    }
}

/// What is missing where it should stand.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Lack {
    table: TableId,
    column: ColumnId,
    /// The row that a sheet does not have.
    row: Option<u32>,
    reason: Reason,
    places: Vec<Place>,
}

/// What is missing there, and which rules lack it.
#[derive(Debug, Default)]
struct Lacking {
    facts: Vec<ReadFact>,
    rules: Vec<String>,
}

fn add_once<T: PartialEq>(list: &mut Vec<T>, one: T) {
    if !list.contains(&one) {
        list.push(one);
    }
}

impl Said {
    /// Where it stands in other files is not told with names left out: files are called after units.
    fn for_file(&self, file: &Arc<str>, redacted: bool) -> Finding {
        let (places, mut elsewhere): (Vec<Place>, Vec<Place>) = self
            .places
            .iter()
            .cloned()
            .partition(|place| place.file == *file);
        elsewhere.retain(|_| !redacted);
        Finding {
            severity: self.severity,
            places,
            elsewhere,
            code: self.code.clone(),
            found: self.found.clone(),
            sentence: self.sentence.clone(),
            help: self.help.clone(),
        }
    }
}

/// What stands in the cell, where the finding says it.
fn value(found: &Diagnostic) -> Option<&str> {
    match (&found.value, found.argument("value")) {
        (Some(value), _) | (None, Some(Argument::Text(value))) => Some(value),
        (
            None,
            None
            | Some(
                Argument::Number(_)
                | Argument::List(_)
                | Argument::Date(_)
                | Argument::Label(_)
                | Argument::Wording(_),
            ),
        ) => None,
    }
}

fn spot_order(spot: &Spot) -> (u32, u32) {
    match spot {
        Spot::Whole => (0, 0),
        Spot::Row(row) => (*row, 0),
        Spot::Cell(cell) => (cell.row, cell.column + 1),
        Spot::Excerpt(excerpt) => (excerpt.line, 0),
    }
}
