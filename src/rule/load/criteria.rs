//! Criteria: the trees of groups, the rules in them, derived columns and examples.
//!
//! In: criteria as written. Out: checked ones. Must not know: the other sections of a plan.

use super::condition::{condition, parsed, reported};
use crate::fact::schema::{ColumnSchema, Slot, TableId};
use crate::place::Place;
use crate::rule::check::{self, Names};
use crate::rule::declare::{Declarations, Round};
use crate::rule::example::ExampleCell;
use crate::rule::file::{
    ExampleValue, Gives, Member as WrittenMember, RuleFile, WrittenExample, WrittenRule,
};
use crate::rule::formula::Derived;
use crate::rule::source::SourceText;
use crate::rule::yaml::{Findings, Scalar, Span, Written};
use crate::rule::{
    Clause, Condition, Connective, Example, Group, Member, Problem, Rule, RuleIndex, RuleVerdict,
};
use crate::text::meant;

pub(super) fn check_derived(file: &RuleFile, names: &mut Names<'_>, findings: &mut Findings<'_>) {
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
                    formula,
                });
            }
        }
    }
}

pub(super) fn group(written: &WrittenMember, index: &mut usize) -> Group {
    match member(written, index) {
        Member::Group(group) => group,
        rule @ Member::Rule(_) => Group {
            combines: Connective::All,
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

/// What a rule is checked against.
pub(super) struct Checking<'c, 'd> {
    pub(super) declared: &'c Declarations,
    pub(super) names: &'c Names<'d>,
    pub(super) table: TableId,
    pub(super) round: (&'c str, &'c Round),
    pub(super) source: &'c SourceText,
}

impl Checking<'_, '_> {
    /// The checked rule; none if a condition could not be checked.
    pub(super) fn rule(&self, written: &WrittenRule, findings: &mut Findings<'_>) -> Option<Rule> {
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
            clause: Clause {
                id: written.clause.id.value.clone(),
                cite: written.clause.cite.clone(),
                says: written.clause.says.clone(),
                reading: written.clause.reading.clone(),
                place: self.place(written.clause.id.span),
            },
            table: self.table,
            when,
            require: require?,
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
        let checked = |expression: &_| check::condition(self.names, self.table, expression);
        condition(written, checked, findings)
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
