//! What is to be said of each submitted file: findings, failed checks, and the facts that rules lack.
//!
//! In: the report. Out: findings by file, in the order of their places. Must not know: workbooks' insides.

use super::{Finding, Head};
use crate::diagnostic::{Diagnostic, Severity};
use crate::fact::data::Absence;
use crate::fact::schema::Slot;
use crate::fact::schema::TableId;
use crate::locale::Locale;
use crate::place::{Place, Spot};
use crate::report::Report;
use crate::report::arithmetic::Words;
use crate::rule::RuleVerdict;
use crate::text::printable;
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
            found: found.value.as_deref().map(printable).unwrap_or_default(),
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

    /// The cells that a trace read, each once.
    fn cells_of(&self, trace: &Trace<'_>) -> Vec<Place> {
        fn collect(trace: &Trace<'_>, facts: &mut Vec<ReadFact>) {
            facts.extend(trace.fact);
            for part in &trace.parts {
                collect(part, facts);
            }
        }
        let mut facts = Vec::new();
        collect(trace, &mut facts);
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

    /// What keeps rules undecided: each fact once, with all the rules that lack it.
    fn missing(&mut self) {
        let mut lacking: IndexMap<Lack, Vec<String>> = IndexMap::new();
        let mut facts: HashMap<Lack, MissingFact> = HashMap::new();
        let (report, rules) = (self.report, self.report.rules);
        for judged in report.tables() {
            for subject in report.subjects(judged) {
                let undecided = judged.rules.iter().zip(subject.verdicts());
                for (index, _) in undecided.filter(|(_, one)| **one == RuleVerdict::Insufficient) {
                    let id = &rules.rule(*index).clause.id;
                    if !report.selection.includes_rule(rules, id) {
                        continue;
                    }
                    for missing in report.verdicts.explain(*index, subject.row).missing {
                        let Some(lack) = self.lack(&missing) else {
                            continue;
                        };
                        let ids = lacking.entry(lack.clone()).or_default();
                        if !ids.contains(id) {
                            ids.push(id.clone());
                        }
                        facts.entry(lack).or_insert(missing);
                    }
                }
            }
        }
        for (lack, ids) in lacking {
            if let Some(missing) = facts.remove(&lack) {
                let said = self.lacking(lack, missing, &ids);
                self.all.push(said);
            }
        }
    }

    /// Where a fact is missing; none where no file can be pointed at, or where the cell is said to be wrong anyway.
    fn lack(&self, missing: &MissingFact) -> Option<Lack> {
        let fact = missing.fact?;
        let of_row = || -> Option<Place> {
            let table = self.report.table_facts(fact.table)?;
            table.row_places(fact.row?).into_iter().next()
        };
        let places = match missing.reason {
            Reason::Fact(Absence::NoColumn) => vec![of_row()?.at(Spot::Whole)],
            Reason::Fact(
                Absence::Empty | Absence::Unreadable | Absence::Conflict | Absence::NoRow,
            )
            | Reason::Dangling
            | Reason::ZeroBaseline
            | Reason::NoRows => match missing.places.is_empty() {
                false => missing.places.clone(),
                true => vec![of_row()?],
            },
        };
        let is_said = places.iter().all(|place| self.wrong.contains(place));
        (!is_said).then_some(Lack {
            table: fact.table,
            slot: fact.slot,
            reason: missing.reason,
            places,
        })
    }

    fn lacking(&self, lack: Lack, missing: MissingFact, ids: &[String]) -> Said {
        let bare = MissingFact {
            places: Vec::new(),
            ..missing
        };
        let words = self.words().missing(&bare);
        let rules = ids.join(", ");
        let arguments = [("missing", words.as_str()), ("rules", &rules)];
        let (severity, help) = match lack.reason {
            Reason::Fact(Absence::Empty) => (Severity::Error, "mark-empty-help"),
            Reason::Fact(Absence::NoColumn) => (Severity::Error, "mark-no-column-help"),
            Reason::Fact(Absence::NoRow) | Reason::NoRows => (Severity::Error, "mark-no-row-help"),
            Reason::Fact(Absence::Unreadable | Absence::Conflict) | Reason::Dangling => {
                (Severity::Error, "mark-check-help")
            }
            Reason::ZeroBaseline => (Severity::Warning, "mark-zero-help"),
        };
        let is_empty = lack.reason == Reason::Fact(Absence::Empty);
        Said {
            severity,
            places: lack.places,
            code: rules.clone(),
            found: is_empty
                .then(|| self.locale.label("shown-empty"))
                .unwrap_or_default(),
            sentence: self.locale.label_with("mark-missing", &arguments),
            help: self.locale.label(help),
        }
    }

    fn words(&self) -> Words<'_> {
        Words {
            rules: self.report.rules,
            facts: self.report.facts(),
            locale: self.locale,
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
                    all.push(said.for_file(file));
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

/// What is missing, and where it should stand.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Lack {
    table: TableId,
    slot: Slot,
    reason: Reason,
    places: Vec<Place>,
}

impl Said {
    fn for_file(&self, file: &Arc<str>) -> Finding {
        let (places, elsewhere) = self
            .places
            .iter()
            .cloned()
            .partition(|place| place.file == *file);
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

fn spot_order(spot: &Spot) -> (u32, u32) {
    match spot {
        Spot::Whole => (0, 0),
        Spot::Row(row) => (*row, 0),
        Spot::Cell(cell) => (cell.row, cell.column + 1),
        Spot::Excerpt(excerpt) => (excerpt.line, 0),
    }
}
