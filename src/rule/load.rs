//! From the bytes of a rule file to a checked rule set, for one round: every problem of the file in one run.
//!
//! In: bytes, the choice of round, day and overrides, and a function that fetches what the file names. Out: a rule set, or every
//! problem with its line. Must not know: data.

use crate::diagnostic::{Diagnostic, Severity};
use crate::fact::schema::{ColumnSchema, Slot, TableId};
use crate::place::Place;
use crate::rule::check::{self, Constant, Names};
use crate::rule::declare::{Declarations, Round, declare};
use crate::rule::example::ExampleCell;
use crate::rule::expression::parse;
use crate::rule::expression::syntax::{Expression, TextSpan};
use crate::rule::extend::{self, Whole};
use crate::rule::fetch::{Fetch, sha256};
use crate::rule::file::{
    ExampleValue, Gives, Member as WrittenMember, RuleFile, WrittenExample, WrittenRule,
};
use crate::rule::formula::{Derived, Formula, Measure, Show};
use crate::rule::source::SourceText;
use crate::rule::yaml::{Amount, Findings, Scalar, Span, Written};
use crate::rule::{
    Condition, Example, Group, Member, Note, Problem, Rule, RuleIndex, RuleSet, RuleVerdict,
    TableCriteria,
};
use crate::text::{Wording, meant};
use chrono::NaiveDate;
use indexmap::IndexMap;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// What a run chooses.
#[derive(Clone, Copy, Debug)]
pub struct Choice<'a> {
    /// The round; the file's default, if none.
    pub round: Option<&'a str>,
    /// The day as of which everything is judged.
    pub as_of: NaiveDate,
    /// Names set for this run only.
    pub set: &'a [(String, String)],
}

/// Loads a rule set. There is one only if no diagnostic is an error.
pub fn load(
    name: &str,
    bytes: &[u8],
    choice: &Choice<'_>,
    fetch: &mut Fetch<'_>,
) -> (Option<RuleSet>, Vec<Diagnostic>) {
    let (whole, mut diagnostics) = extend::read(name, bytes, fetch);
    let Some(Whole { source, file, base }) = whole else {
        return (None, diagnostics);
    };
    let (declarations, of_declarations) = declare(&file, &source, fetch);
    diagnostics.extend(of_declarations);
    let mut findings = Findings::new(&source);
    let set = assemble(&file, &declarations, choice, &source, &mut findings);
    diagnostics.extend(findings.into_diagnostics());
    let whole = diagnostics
        .iter()
        .all(|diagnostic| diagnostic.severity != Severity::Error);
    let set = set.filter(|_| whole).map(|set| RuleSet {
        sha256: sha256(bytes),
        extends: base,
        ..set
    });
    (set, diagnostics)
}

/// The rounds of a rule file and its base, the default first; empty if one of them cannot be read.
pub fn rounds(name: &str, bytes: &[u8], fetch: &mut Fetch<'_>) -> Vec<String> {
    let (Some(Whole { file, .. }), _) = extend::read(name, bytes, fetch) else {
        return Vec::new();
    };
    let default = file.default_round.map(|round| round.value);
    let mut all: Vec<String> = file
        .rounds
        .into_iter()
        .map(|(round, _)| round.value)
        .collect();
    all.sort_by_key(|round| Some(round) != default.as_ref());
    all
}

fn assemble(
    file: &RuleFile,
    declared: &Declarations,
    choice: &Choice<'_>,
    source: &SourceText,
    findings: &mut Findings<'_>,
) -> Option<RuleSet> {
    let (round_id, round) = chosen_round(declared, choice, findings)?;
    let mut names = names(declared, &round, choice.as_of);
    let overrides = apply_overrides(&mut names, choice.set, findings);
    check_derived(file, &mut names, findings);
    let rules = file.rules().filter_map(|(table, written)| {
        let (table, _) = declared.schema.table(&table.value)?;
        Some(
            Checking {
                declared,
                names: &names,
                table,
                round: (&round_id, &round),
                source,
            }
            .rule(written, findings),
        )
    });
    let rules: Option<Vec<Rule>> = rules.collect();
    report_unused(file, &names, findings);
    report_not_in_force(file, choice.as_of, findings);
    let rules = rules?;
    let mut index = 0;
    let criteria = file.criteria.iter().filter_map(|(table, root)| {
        let (table, _) = declared.schema.table(&table.value)?;
        Some(TableCriteria {
            table,
            root: group(root, &mut index),
        })
    });
    Some(RuleSet {
        id: file.id.value.clone(),
        version: file.version.value.clone(),
        title: file.title.clone(),
        sha256: String::new(),
        extends: None,
        sources: declared.sources.clone(),
        round: round_id.clone(),
        round_title: round.title.clone(),
        as_of: choice.as_of,
        overrides,
        needed: needed(&rules, &names.derived),
        criteria: criteria.collect(),
        rules,
        notes: notes(file),
        derived: names.derived,
        schema: declared.schema.clone(),
    })
}

/// A rule set without rounds has one without a name, years or numbers.
fn chosen_round(
    declared: &Declarations,
    choice: &Choice<'_>,
    findings: &mut Findings<'_>,
) -> Option<(String, Round)> {
    let Some(wanted) = choice
        .round
        .map(str::to_owned)
        .or_else(|| declared.default_round.clone())
    else {
        let nameless = Round {
            title: Wording::default(),
            years: IndexMap::new(),
            set: IndexMap::new(),
        };
        if declared.rounds.is_empty() {
            return Some((String::new(), nameless));
        }
        let rounds = declared.rounds.keys().cloned().collect();
        findings.add_to_file(Problem::RoundNotChosen { rounds });
        return None;
    };
    if let Some(round) = declared.rounds.get(&wanted) {
        return Some((wanted, round.clone()));
    }
    let known = meant(&wanted, declared.rounds.keys().map(String::as_str));
    findings.add_to_file(Problem::UnknownRound {
        value: wanted,
        known,
    });
    None
}

fn names<'d>(declared: &'d Declarations, round: &Round, as_of: NaiveDate) -> Names<'d> {
    let mut constants = IndexMap::new();
    for (name, constant) in &declared.constants {
        let measure = constant.unit.map_or(Measure::Pure, Measure::Unit);
        let show = if constant.percent {
            Show::Percent
        } else {
            Show::Plain
        };
        constants.insert(
            name.clone(),
            Constant {
                value: constant.value.clone(),
                measure,
                show,
            },
        );
    }
    for (name, amount) in &round.set {
        let show = if amount.percent {
            Show::Percent
        } else {
            Show::Plain
        };
        constants.insert(
            name.clone(),
            Constant {
                value: amount.value.clone(),
                measure: Measure::Pure,
                show,
            },
        );
    }
    let years = round.years.clone();
    Names {
        schema: &declared.schema,
        constants,
        years,
        as_of,
        derived: Vec::new(),
        used: RefCell::default(),
    }
}

/// Sets names for this run only. A name that nobody declared is an error, as is a value that does not fit.
fn apply_overrides(
    names: &mut Names<'_>,
    set: &[(String, String)],
    findings: &mut Findings<'_>,
) -> IndexMap<String, String> {
    let mut applied = IndexMap::new();
    for (name, value) in set {
        let fits = if let Some(year) = names.years.get_mut(name) {
            value
                .parse()
                .ok()
                .filter(|y| (1900..=2200).contains(y))
                .map(|y| *year = y)
                .is_some()
        } else if let Some(constant) = names.constants.get_mut(name) {
            Amount::read(value)
                .map(|amount| constant.value = amount.value)
                .is_some()
        } else {
            let known = meant(
                name,
                names
                    .constants
                    .keys()
                    .chain(names.years.keys())
                    .map(String::as_str)
                    .collect::<Vec<_>>(),
            );
            findings.add_to_file(Problem::UnknownOverride {
                name: name.clone(),
                known,
            });
            continue;
        };
        if !fits {
            findings.add_to_file(Problem::BadOverride {
                name: name.clone(),
                value: value.clone(),
            });
        }
        applied.insert(name.clone(), value.clone());
    }
    applied
}

fn check_derived(file: &RuleFile, names: &mut Names<'_>, findings: &mut Findings<'_>) {
    for (table_name, table) in &file.tables {
        let Some((id, _)) = names.schema.table(&table_name.value) else {
            continue;
        };
        for (name, written) in &table.derived {
            let Some(is) = &written.is else { continue };
            let series = written.by.is_some();
            let checked = parsed(is, findings)
                .and_then(|e| reported(check::derived(names, id, series, &e), is, findings));
            if let Some(formula) = checked {
                names.derived.push(Derived {
                    table: id,
                    name: name.value.clone(),
                    series,
                    text: is.value.text.clone(),
                    formula,
                });
            }
        }
    }
}

fn parsed(written: &Written<Scalar>, findings: &mut Findings<'_>) -> Option<Expression> {
    match parse(&written.value.text) {
        Ok(expression) => Some(expression),
        Err(found) => {
            for one in found {
                findings.add_diagnostic(one.problem.diagnostic(), span_of(written, one.span));
            }
            None
        }
    }
}

fn reported(
    checked: Result<Formula, Vec<check::Found>>,
    written: &Written<Scalar>,
    findings: &mut Findings<'_>,
) -> Option<Formula> {
    match checked {
        Ok(formula) => Some(formula),
        Err(found) => {
            for one in found {
                findings.add(one.problem, span_of(written, one.span));
            }
            None
        }
    }
}

/// The piece of the file that a piece of the condition's text was written as.
fn span_of(written: &Written<Scalar>, span: TextSpan) -> Span {
    written.value.span(span.start, span.end)
}

/// A constant that nothing uses is probably misspelt somewhere.
fn report_unused(file: &RuleFile, names: &Names<'_>, findings: &mut Findings<'_>) {
    let used = names.used.borrow();
    for (name, _) in &file.constants {
        if !used.contains(&name.value) {
            findings.add(
                Problem::UnusedConstant {
                    name: name.value.clone(),
                },
                name.span,
            );
        }
    }
}

fn report_not_in_force(file: &RuleFile, day: NaiveDate, findings: &mut Findings<'_>) {
    for (name, source) in &file.sources {
        let early = source.valid.from.is_some_and(|from| day < from);
        let late = source.valid.to.is_some_and(|to| day > to);
        if early || late {
            findings.add(
                Problem::NotInForce {
                    source: name.value.clone(),
                    day,
                },
                name.span,
            );
        }
    }
}

fn group(written: &WrittenMember, index: &mut usize) -> Group {
    match member(written, index) {
        Member::Group(group) => group,
        rule @ Member::Rule(_) => Group {
            combines: crate::rule::Connective::All,
            members: vec![rule],
        },
    }
}

fn member(written: &WrittenMember, index: &mut usize) -> Member {
    match written {
        WrittenMember::Group(group) => Member::Group(Group {
            combines: group.connective,
            members: group.members.iter().map(|m| member(m, index)).collect(),
        }),
        WrittenMember::Rule(_) => {
            *index += 1;
            Member::Rule(RuleIndex(*index - 1))
        }
    }
}

fn notes(file: &RuleFile) -> Vec<Note> {
    let note = |written: &crate::rule::file::WrittenNote| Note {
        id: written
            .id
            .as_ref()
            .map(|id| id.value.clone())
            .unwrap_or_default(),
        cite: written.cite.clone(),
        says: written.says.clone(),
        reason: written.reason.clone(),
    };
    file.notes.iter().map(note).collect()
}

fn needed(rules: &[Rule], derived: &[Derived]) -> BTreeMap<TableId, BTreeSet<Slot>> {
    let mut needed: BTreeMap<TableId, BTreeSet<Slot>> = BTreeMap::new();
    for condition in rules
        .iter()
        .flat_map(|rule| rule.when.iter().chain([&rule.require]))
    {
        condition.formula.each_slot(derived, &mut |table, slot| {
            needed.entry(table).or_default().insert(slot);
        });
    }
    needed
}

/// What a rule is checked against.
struct Checking<'c, 'd> {
    declared: &'c Declarations,
    names: &'c Names<'d>,
    table: TableId,
    round: (&'c str, &'c Round),
    source: &'c SourceText,
}

impl Checking<'_, '_> {
    /// The checked rule; none if a condition could not be checked.
    fn rule(&self, written: &WrittenRule, findings: &mut Findings<'_>) -> Option<Rule> {
        let when = written
            .when
            .as_ref()
            .map(|when| self.condition(when, findings));
        let require = written
            .require
            .as_ref()
            .and_then(|require| self.condition(require, findings));
        let examples = written
            .examples
            .iter()
            .filter_map(|example| self.example(example, findings))
            .collect();
        let when = match when {
            Some(checked) => Some(checked?),
            None => None,
        };
        Some(Rule {
            id: written.id.value.clone(),
            table: self.table,
            cite: written.cite.clone(),
            says: written.says.clone(),
            reading: written.reading.clone(),
            when,
            require: require?,
            place: self.place(written.id.span),
            examples,
        })
    }

    fn place(&self, span: Span) -> Place {
        self.source.place(span.start, span.end)
    }

    fn condition(
        &self,
        written: &Written<Scalar>,
        findings: &mut Findings<'_>,
    ) -> Option<Condition> {
        let expression = parsed(written, findings)?;
        let formula = reported(
            check::condition(self.names, self.table, &expression),
            written,
            findings,
        )?;
        Some(Condition {
            text: written.value.text.clone(),
            formula,
        })
    }

    /// The checked example, if it is one of this round.
    fn example(&self, written: &WrittenExample, findings: &mut Findings<'_>) -> Option<Example> {
        let round = written
            .round
            .as_ref()
            .map(|round| round.value.as_str())
            .or(self.declared.default_round.as_deref());
        if round.is_some_and(|round| round != self.round.0) {
            return None;
        }
        let schema = self.declared.schema.table_at(self.table);
        let mut cells = Vec::new();
        for (name, value) in &written.values {
            let Some((column, declared)) = schema.column(&name.value) else {
                let known = meant(&name.value, schema.columns.keys().map(String::as_str));
                findings.add(
                    Problem::UnknownColumn {
                        name: name.value.clone(),
                        table: schema.name.clone(),
                        known,
                    },
                    name.span,
                );
                continue;
            };
            match value {
                ExampleValue::One(cell) if !declared.series => {
                    cells.extend(self.cell(declared, Slot { column, year: None }, cell, findings));
                }
                ExampleValue::One(cell) => findings.add(
                    Problem::SeriesNeedsYear {
                        text: name.value.clone(),
                    },
                    cell.span,
                ),
                ExampleValue::ByYear(years) if declared.series => {
                    for (year, cell) in years {
                        let year = self.year(year, findings);
                        cells.extend(year.and_then(|year| {
                            self.cell(
                                declared,
                                Slot {
                                    column,
                                    year: Some(year),
                                },
                                cell,
                                findings,
                            )
                        }));
                    }
                }
                ExampleValue::ByYear(_) => findings.add(
                    Problem::NotASeries {
                        text: name.value.clone(),
                    },
                    name.span,
                ),
            }
        }
        let gives = match written.gives.as_ref()?.value {
            Gives::Met => RuleVerdict::Met,
            Gives::NotMet => RuleVerdict::NotMet,
            Gives::Insufficient => RuleVerdict::Insufficient,
            Gives::NotApplicable => RuleVerdict::NotApplicable,
        };
        Some(Example {
            cells,
            gives,
            place: self.place(written.span),
        })
    }

    /// A year by number or by the round's name for it.
    fn year(&self, written: &Written<String>, findings: &mut Findings<'_>) -> Option<i32> {
        let named = self.round.1.years.get(&written.value).copied();
        let year = named.or_else(|| {
            written
                .value
                .parse()
                .ok()
                .filter(|year| (1900..=2200).contains(year))
        });
        if year.is_none() {
            let known = meant(
                &written.value,
                self.round.1.years.keys().map(String::as_str),
            );
            findings.add(
                Problem::UnknownYear {
                    name: written.value.clone(),
                    known,
                },
                written.span,
            );
        }
        year
    }

    fn cell(
        &self,
        column: &ColumnSchema,
        slot: Slot,
        cell: &Written<Option<String>>,
        findings: &mut Findings<'_>,
    ) -> Option<(Slot, ExampleCell)> {
        let Some(text) = &cell.value else {
            return Some((slot, ExampleCell::Empty));
        };
        let read = ExampleCell::read(&self.declared.schema, column, text);
        if read.is_none() {
            findings.add(
                Problem::BadExampleCell {
                    value: text.clone(),
                    column: column.name.clone(),
                },
                cell.span,
            );
        }
        read.map(|read| (slot, read))
    }
}
