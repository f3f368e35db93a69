//! Columns: their types, what they refer to, and the headers that mean them.
//!
//! In: columns as written. Out: columns of a schema. Must not know: data.

use crate::diagnostic::Argument;
use crate::fact::schema::{
    ColumnId, ColumnSchema, ColumnType, Header, Reference, Schema, TableId, UnitId, Vocabulary,
    VocabularyId,
};
use crate::number::Number;
use crate::rule::Problem;
use crate::rule::declare::headers;
use crate::rule::declare::rounds::known_unit;
use crate::rule::declare::vocabularies::{VND, unit};
use crate::rule::declare::{has, keys};
use crate::rule::file::{RuleFile, WrittenColumn, WrittenTable, WrittenTerms};
use crate::rule::yaml::{Findings, Named, Span, Written};
use indexmap::IndexMap;

/// The types that a column can have.
#[derive(Clone, Copy, PartialEq, Eq)]
enum TypeWord {
    Code,
    Text,
    Number,
    Percent,
    Money,
    YesNo,
    Date,
    Year,
    Level,
    Choice,
}

/// Each type's word, and the keys that only some types have.
const TYPES: [(&str, TypeWord, &[&str]); 10] = [
    ("code", TypeWord::Code, &["of", "width"]),
    ("text", TypeWord::Text, &[]),
    (
        "number",
        TypeWord::Number,
        &["unit", "whole", "min", "digits"],
    ),
    ("percent", TypeWord::Percent, &["digits"]),
    ("money", TypeWord::Money, &[]),
    ("yes_no", TypeWord::YesNo, &[]),
    ("date", TypeWord::Date, &[]),
    ("year", TypeWord::Year, &[]),
    ("level", TypeWord::Level, &["of"]),
    ("choice", TypeWord::Choice, &["of"]),
];

/// Whether `by` is there. Anything but `year` in it is reported where the column is declared.
pub(super) fn is_series(by: Option<&Written<String>>) -> bool {
    by.is_some()
}

/// The columns of a table.
pub(super) fn columns(
    file: &RuleFile,
    table: &Written<String>,
    written: &WrittenTable,
    schema: &Schema,
    findings: &mut Findings,
) -> IndexMap<String, ColumnSchema> {
    let none = Named::new();
    let named = written.columns.as_ref().unwrap_or(&none);
    if written.columns.as_ref().is_some_and(Vec::is_empty) {
        findings.add(
            Problem::NoColumns {
                table: table.value.clone(),
            },
            table.span,
        );
    }
    headers::check(named, findings);
    for derived in written
        .derived
        .iter()
        .filter_map(|(_, derived)| derived.by.as_ref())
    {
        check_by(derived, findings);
    }
    let mut declaration = Declaration {
        file,
        columns: named,
        schema,
        findings,
    };
    named
        .iter()
        .map(|(name, column)| (name.value.clone(), declaration.column(name, column)))
        .collect()
}

fn check_by(by: &Written<String>, findings: &mut Findings) {
    if by.value != "year" {
        findings.add(
            Problem::ByNotYear {
                value: by.value.clone(),
            },
            by.span,
        );
    }
}

/// What a column's declaration may refer to.
struct Declaration<'d, 's> {
    file: &'d RuleFile,
    columns: &'d Named<WrittenColumn>,
    schema: &'d Schema,
    findings: &'d mut Findings<'s>,
}

impl<'d> Declaration<'d, '_> {
    fn column(&mut self, name: &Written<String>, written: &WrittenColumn) -> ColumnSchema {
        if let Some(by) = &written.by {
            check_by(by, self.findings);
        }
        let headers = written.headers.iter().map(|header| Header {
            text: header.text.value.clone(),
            year_shift: header
                .year_shift
                .as_ref()
                .and_then(|shift| i32::try_from(shift.value).ok())
                .unwrap_or(0),
        });
        ColumnSchema {
            name: name.value.clone(),
            kind: self.kind(name, written),
            series: is_series(written.by.as_ref()),
            headers: headers.collect(),
            empty: written
                .empty
                .iter()
                .map(|spelling| spelling.value.clone())
                .collect(),
            optional: written.optional,
            digits: written
                .digits
                .as_ref()
                .and_then(|digits| u8::try_from(digits.value).ok()),
        }
    }

    /// The type; text stands in for one that is wrong.
    fn kind(&mut self, name: &Written<String>, written: &WrittenColumn) -> ColumnType {
        let Some(kind) = &written.kind else {
            return ColumnType::Text;
        };
        let Some((_, word, keys)) = TYPES.into_iter().find(|(known, ..)| *known == kind.value)
        else {
            let known = self
                .findings
                .meant(&kind.value, TYPES.iter().map(|(known, ..)| *known));
            self.findings.add(
                Problem::UnknownType {
                    value: kind.value.clone(),
                    known,
                },
                kind.span,
            );
            return ColumnType::Text;
        };
        self.check_keys(written, kind, keys);
        match word {
            TypeWord::Code => ColumnType::Code {
                of: written.of.as_ref().and_then(|of| self.reference(of)),
                width: written
                    .width
                    .as_ref()
                    .and_then(|width| usize::try_from(width.value).ok()),
            },
            TypeWord::Text => ColumnType::Text,
            TypeWord::Number => ColumnType::Number {
                unit: written
                    .unit
                    .as_ref()
                    .and_then(|unit| known_unit(unit, self.schema, self.findings)),
                whole: written.whole.as_ref().is_some_and(|whole| whole.value),
                min: written
                    .min
                    .as_ref()
                    .map_or(Number::ZERO, |min| min.value.value.clone()),
            },
            TypeWord::Percent => ColumnType::Percent,
            TypeWord::Money => ColumnType::Money {
                unit: unit(&self.schema.units, VND).unwrap_or(UnitId(0)),
            },
            TypeWord::YesNo => ColumnType::YesNo,
            TypeWord::Date => ColumnType::Date,
            TypeWord::Year => ColumnType::Year,
            TypeWord::Level => self
                .term(name, written, true)
                .map_or(ColumnType::Text, ColumnType::Level),
            TypeWord::Choice => self
                .term(name, written, false)
                .map_or(ColumnType::Text, ColumnType::Choice),
        }
    }

    fn check_keys(&mut self, written: &WrittenColumn, kind: &Written<String>, allowed: &[&str]) {
        let given = [
            ("of", written.of.as_ref().map(|of| of.span)),
            ("unit", written.unit.as_ref().map(|unit| unit.span)),
            ("whole", written.whole.as_ref().map(|whole| whole.span)),
            ("min", written.min.as_ref().map(|min| min.span)),
            ("width", written.width.as_ref().map(|width| width.span)),
            ("digits", written.digits.as_ref().map(|digits| digits.span)),
        ];
        for (key, span) in given {
            if let Some(span) = span.filter(|_| !allowed.contains(&key)) {
                let problem = Problem::KeyNotForType {
                    key: key.to_owned(),
                    kind: kind.value.clone(),
                };
                self.findings.add(problem, span);
            }
        }
    }

    /// The scale of a level or the choices of a choice.
    fn term(
        &mut self,
        name: &Written<String>,
        written: &WrittenColumn,
        ordered: bool,
    ) -> Option<VocabularyId> {
        let Some(of) = &written.of else {
            self.findings.add(
                Problem::MissingKey {
                    key: "of".to_owned(),
                },
                name.span,
            );
            return None;
        };
        let fits = |vocabulary: &Vocabulary| vocabulary.ordered == ordered;
        match self.schema.vocabularies.get_full(&of.value) {
            Some((index, _, vocabulary)) if fits(vocabulary) => {
                Some(VocabularyId(u16::try_from(index).ok()?))
            }
            Some(_) | None => {
                let fitting = self
                    .schema
                    .vocabularies
                    .iter()
                    .filter(|(_, vocabulary)| fits(vocabulary));
                let known = self
                    .findings
                    .meant(&of.value, fitting.map(|(name, _)| name.as_str()));
                let value = of.value.clone();
                let problem = if ordered {
                    Problem::UnknownScale { value, known }
                } else {
                    Problem::UnknownChoices { value, known }
                };
                self.findings.add(problem, of.span);
                None
            }
        }
    }

    /// The table whose codes a column holds, or the column that names the table.
    fn reference(&mut self, of: &Written<String>) -> Option<Reference> {
        let table = self
            .file
            .tables
            .iter()
            .position(|(name, _)| name.value == of.value);
        let column = self
            .columns
            .iter()
            .position(|(name, _)| name.value == of.value);
        match (table, column) {
            (Some(index), None) => {
                self.check_referable(&of.value, of.span);
                Some(Reference::Table(TableId(u16::try_from(index).ok()?)))
            }
            (None, Some(index)) => self.named_by(index, of),
            (Some(_), Some(_)) => {
                let (here, there) = (
                    Argument::Label("rule-name-table"),
                    Argument::Label("rule-name-column"),
                );
                self.findings.add(
                    Problem::NameHides {
                        name: of.value.clone(),
                        here,
                        there,
                    },
                    of.span,
                );
                None
            }
            (None, None) => {
                let choices = self
                    .columns
                    .iter()
                    .filter(|(_, column)| is_choice(column))
                    .map(|(name, _)| name.value.as_str());
                let known = self
                    .findings
                    .meant(&of.value, keys(&self.file.tables).chain(choices));
                self.findings.add(
                    Problem::UnknownReference {
                        value: of.value.clone(),
                        known,
                    },
                    of.span,
                );
                None
            }
        }
    }

    /// A row of a table can be found by one code only if the table has one.
    fn check_referable(&mut self, table: &str, span: Span) {
        let written = self
            .file
            .tables
            .iter()
            .find(|(name, _)| name.value == table);
        if written.is_some_and(|(_, written)| written.key.len() != 1) {
            self.findings.add(
                Problem::ReferenceWithoutKey {
                    table: table.to_owned(),
                },
                span,
            );
        }
    }

    fn named_by(&mut self, index: usize, of: &Written<String>) -> Option<Reference> {
        let (_, column) = self.columns.get(index)?;
        if !is_choice(column) {
            self.findings.add(
                Problem::ReferenceNotChoice {
                    column: of.value.clone(),
                },
                of.span,
            );
            return None;
        }
        for (term, _) in self.terms_of(column).into_iter().flatten() {
            if has(&self.file.tables, &term.value) {
                self.check_referable(&term.value, of.span);
            } else {
                let known = self.findings.meant(&term.value, keys(&self.file.tables));
                self.findings.add_both(
                    Problem::ChoiceNotTable {
                        term: term.value.clone(),
                        known,
                    },
                    term.span,
                    of.span,
                );
            }
        }
        Some(Reference::NamedBy(ColumnId(u16::try_from(index).ok()?)))
    }

    fn terms_of(&self, column: &WrittenColumn) -> Option<&'d WrittenTerms> {
        let of = column.of.as_ref()?;
        self.file
            .choices
            .iter()
            .find(|(name, _)| name.value == of.value)
            .map(|(_, terms)| terms)
    }
}

fn is_choice(column: &WrittenColumn) -> bool {
    column
        .kind
        .as_ref()
        .is_some_and(|kind| kind.value == "choice")
}
