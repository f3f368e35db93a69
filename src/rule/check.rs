//! Checks an expression completely: names, types, units, years, terms. What comes through can be evaluated without a doubt.
//!
//! In: a syntax tree, and the names it may use. Out: a formula, or every problem found with its place in the text.
//! Must not know: data, YAML.

mod call;
mod compare;
mod entry;
mod number;
mod range;

pub use entry::{Scope, compared, condition, derived, expression_of, years};
pub(super) use range::join;

use crate::diagnostic::Argument;
use crate::fact::schema::{ColumnSchema, ColumnType, Reference, Schema, TableId};
use crate::number::Number;
use crate::rule::Problem;
use crate::rule::expression::syntax::{Expression, Kind, Name, Operator, TextSpan};
use crate::rule::formula::{Derived, Formula, Measure, Owner, Show, Step, Type};
use crate::text::meant;
use chrono::NaiveDate;
use indexmap::IndexMap;
use std::cell::RefCell;
use std::collections::BTreeSet;

/// A named number of the rule set or of its round.
#[derive(Clone, Debug, PartialEq)]
pub struct Constant {
    /// Its exact value.
    pub value: Number,
    /// Its unit.
    pub measure: Measure,
    /// How it is shown.
    pub show: Show,
}

/// The names that expressions may use, for one round.
#[derive(Debug)]
pub struct Names<'a> {
    /// Tables, units, vocabularies.
    pub schema: &'a Schema,
    /// Constants of the rule set and numbers of the round.
    pub constants: IndexMap<String, Constant>,
    /// Years of the round.
    pub years: IndexMap<String, i32>,
    /// The day as of which everything is judged.
    pub as_of: NaiveDate,
    /// Derived columns checked so far.
    pub derived: Vec<Derived>,
    /// Constants and years that some expression used.
    pub used: RefCell<BTreeSet<String>>,
}

/// A problem and its place in the expression's text.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// What is wrong.
    pub problem: Problem,
    /// Which piece of the text.
    pub span: TextSpan,
}

/// A formula, and whether it is still a series: a value for every year.
struct Typed {
    formula: Formula,
    series: bool,
}

struct Checker<'a> {
    names: &'a Names<'a>,
    /// The table whose columns bare names are; none where there is no row.
    table: Option<TableId>,
    /// The table of the outer row, inside an aggregate.
    outer: Option<TableId>,
    /// Whether this is a condition over rows, within which there may be no other.
    in_rows: bool,
    /// Bound years, outermost first, each with the values it takes.
    bound: Vec<(String, Vec<i32>)>,
    found: Vec<Found>,
}

impl<'a> Checker<'a> {
    fn new(names: &'a Names<'a>, scope: Scope<'_>) -> Self {
        let year = scope
            .year
            .map(|(name, years)| (name.to_owned(), years.to_vec()));
        Checker {
            names,
            table: scope.table,
            outer: scope.own,
            in_rows: scope.own.is_some(),
            bound: year.into_iter().collect(),
            found: Vec::new(),
        }
    }

    fn finish(self, formula: Option<Formula>) -> Result<Formula, Vec<Found>> {
        match formula {
            Some(formula) if self.found.is_empty() => Ok(formula),
            Some(_) | None => Err(self.found),
        }
    }

    fn report(&mut self, problem: Problem, span: TextSpan) {
        self.found.push(Found { problem, span });
    }

    fn fail<T>(&mut self, problem: Problem, span: TextSpan) -> Option<T> {
        self.report(problem, span);
        None
    }

    /// A single value of that type.
    fn check_as(&mut self, expression: &Expression, wanted: Type) -> Option<Formula> {
        let formula = self.single(expression)?;
        if same_family(formula.kind, wanted) {
            return Some(formula);
        }
        let problem = Problem::WrongType {
            expected: self.type_word(wanted),
            found: self.type_word(formula.kind),
        };
        self.fail(problem, expression.span)
    }

    /// A value that is not a series.
    fn single(&mut self, expression: &Expression) -> Option<Formula> {
        let typed = self.check(expression)?;
        if typed.series {
            return self.fail(
                Problem::SeriesNeedsYear {
                    text: expression.to_string(),
                },
                expression.span,
            );
        }
        Some(typed.formula)
    }

    fn check(&mut self, expression: &Expression) -> Option<Typed> {
        let span = expression.span;
        let single = |step, kind| {
            Some(Typed {
                formula: Formula { step, kind, span },
                series: false,
            })
        };
        match &expression.kind {
            Kind::Number { value, percent } => {
                let kind = if *percent {
                    Type::Number(Measure::Pure, Show::Percent)
                } else {
                    Type::Number(Measure::Literal, Show::Plain)
                };
                single(Step::Number(value.clone()), kind)
            }
            Kind::Text(text) => single(Step::Text(text.clone()), Type::Text),
            Kind::Boolean(flag) => single(Step::Boolean(*flag), Type::Boolean),
            Kind::Name(name) => self.name(name),
            Kind::Path(pointer, column) => self.path(pointer, column, span),
            Kind::Own(name) => self.own(name, span),
            Kind::Index(series, year) => self.index(series, year, span),
            Kind::Negate(inner) => self.negate(inner, span),
            Kind::Not(inner) => {
                let inner = self.check_as(inner, Type::Boolean)?;
                single(Step::Not(Box::new(inner)), Type::Boolean)
            }
            Kind::Arithmetic(operator, left, right) => {
                self.arithmetic(*operator, left, right, span)
            }
            Kind::And(parts) => {
                let parts = self.conditions(parts)?;
                single(Step::And(parts), Type::Boolean)
            }
            Kind::Or(parts) => {
                let parts = self.conditions(parts)?;
                single(Step::Or(parts), Type::Boolean)
            }
            Kind::Compare(comparison, left, right) => self.compare(*comparison, left, right, span),
            Kind::Between(item, low, high) => self.between(item, low, high, span),
            Kind::In {
                item,
                negated,
                list,
            } => self.one_of(item, *negated, list, span),
            Kind::If(condition, yes, no) => self.choose(condition, yes, no, span),
            Kind::Quantified {
                quantifier,
                over,
                body,
            } => self.quantified(*quantifier, over, body, span),
            Kind::Call(name, arguments) => self.call(name, arguments, span),
            Kind::Aggregate {
                aggregate,
                body,
                over,
            } => self.aggregate(*aggregate, body.as_deref(), over, span),
        }
    }

    /// All are checked even if the first is wrong, so that one run names every problem.
    fn conditions(&mut self, parts: &[Expression]) -> Option<Vec<Formula>> {
        let checked: Vec<Option<Formula>> = parts
            .iter()
            .map(|part| self.check_as(part, Type::Boolean))
            .collect();
        checked.into_iter().collect()
    }

    // ---- names ----

    fn name(&mut self, name: &Name) -> Option<Typed> {
        let span = name.span;
        let single = |step, kind| {
            Some(Typed {
                formula: Formula { step, kind, span },
                series: false,
            })
        };
        if let Some(depth) = self
            .bound
            .iter()
            .rposition(|(bound, _)| *bound == name.text)
        {
            return single(Step::BoundYear(depth), Type::Year);
        }
        if let Some(table) = self.table
            && let Some(typed) = self.column(Owner::Row, table, name, span)
        {
            return Some(typed);
        }
        if let Some(constant) = self.names.constants.get(&name.text) {
            self.names.used.borrow_mut().insert(name.text.clone());
            return single(
                Step::Number(constant.value.clone()),
                Type::Number(constant.measure, constant.show),
            );
        }
        if let Some(year) = self.names.years.get(&name.text) {
            self.names.used.borrow_mut().insert(name.text.clone());
            return single(Step::Year(*year), Type::Year);
        }
        if name.text == "as_of" {
            return single(Step::Date(self.names.as_of), Type::Date);
        }
        let problem = self.unknown_name(&name.text);
        self.fail(problem, span)
    }

    fn unknown_name(&self, name: &str) -> Problem {
        let table = self
            .table
            .map(|table| &self.names.schema.table_at(table).name);
        let known = self.bound.iter().map(|(bound, _)| bound.as_str());
        let known = known
            .chain(
                self.table
                    .into_iter()
                    .flat_map(|table| self.columns_of(table)),
            )
            .chain(self.names.constants.keys().map(String::as_str));
        let known: Vec<&str> = known
            .chain(self.names.years.keys().map(String::as_str))
            .chain(["as_of"])
            .collect();
        Problem::UnknownName {
            name: name.to_owned(),
            table: table.cloned().unwrap_or_else(|| "—".to_owned()),
            known: meant(name, known),
        }
    }

    fn columns_of(&self, table: TableId) -> impl Iterator<Item = &'a str> + use<'a> {
        let columns = self
            .names
            .schema
            .table_at(table)
            .columns
            .keys()
            .map(String::as_str);
        columns.chain(
            self.names
                .derived
                .iter()
                .filter(move |d| d.table == table)
                .map(|d| d.name.as_str()),
        )
    }

    /// The column or derived column of that name, if the table has one.
    fn column(
        &mut self,
        owner: Owner,
        table: TableId,
        name: &Name,
        span: TextSpan,
    ) -> Option<Typed> {
        if let Some((column, declared)) = self.names.schema.table_at(table).column(&name.text) {
            let step = Step::Fact {
                owner,
                table,
                column,
                series: declared.series,
            };
            return Some(Typed {
                formula: Formula {
                    step,
                    kind: column_type(declared),
                    span,
                },
                series: declared.series,
            });
        }
        let index = self
            .names
            .derived
            .iter()
            .position(|d| d.table == table && d.name == name.text)?;
        let derived = &self.names.derived[index];
        let formula = Formula {
            step: Step::Derived { owner, index },
            kind: derived.formula.kind,
            span,
        };
        Some(Typed {
            formula,
            series: derived.series,
        })
    }

    fn column_or_report(
        &mut self,
        owner: Owner,
        table: TableId,
        name: &Name,
        span: TextSpan,
    ) -> Option<Typed> {
        if let Some(typed) = self.column(owner, table, name, span) {
            return Some(typed);
        }
        let table_name = self.names.schema.table_at(table).name.clone();
        let known = meant(&name.text, self.columns_of(table).collect::<Vec<_>>());
        self.fail(
            Problem::UnknownColumn {
                name: name.text.clone(),
                table: table_name,
                known,
            },
            name.span,
        )
    }

    /// `district.plan_reduction`
    fn path(&mut self, pointer: &Name, column: &Name, span: TextSpan) -> Option<Typed> {
        let found = self.table.and_then(|table| {
            let (column, declared) = self.names.schema.table_at(table).column(&pointer.text)?;
            Some((table, column, declared))
        });
        let Some((from, pointing, declared)) = found else {
            let problem = self.unknown_name(&pointer.text);
            return self.fail(problem, pointer.span);
        };
        let ColumnType::Code {
            of: Some(Reference::Table(target)),
            ..
        } = declared.kind
        else {
            return self.fail(
                Problem::NotAReference {
                    name: pointer.text.clone(),
                },
                pointer.span,
            );
        };
        let owner = Owner::Through {
            from,
            column: pointing,
        };
        self.column_or_report(owner, target, column, span)
    }

    /// `own.code`
    fn own(&mut self, name: &Name, span: TextSpan) -> Option<Typed> {
        match self.outer {
            Some(outer) => self.column_or_report(Owner::Own, outer, name, span),
            None => self.fail(
                Problem::OwnOutside {
                    name: name.text.clone(),
                },
                span,
            ),
        }
    }

    fn index(&mut self, series: &Expression, year: &Expression, span: TextSpan) -> Option<Typed> {
        let inner = self.check(series);
        let year = self.year_bound(year);
        let (inner, year) = (inner?, year?);
        if !inner.series {
            return self.fail(
                Problem::NotASeries {
                    text: series.to_string(),
                },
                series.span,
            );
        }
        let kind = inner.formula.kind;
        let step = Step::At {
            series: Box::new(inner.formula),
            year: Box::new(year),
        };
        Some(Typed {
            formula: Formula { step, kind, span },
            series: false,
        })
    }

    fn choose(
        &mut self,
        condition: &Expression,
        yes: &Expression,
        no: &Expression,
        span: TextSpan,
    ) -> Option<Typed> {
        let condition = self.check_as(condition, Type::Boolean);
        let (yes, no) = (self.check(yes), self.check(no));
        let (condition, yes, no) = (condition?, yes?, no?);
        let series = yes.series || no.series;
        let (yes, no) = self.comparable(yes.formula, no.formula, span)?;
        let kind = match (yes.kind, no.kind) {
            (Type::Number(Measure::Literal, _), other) => other,
            (one, _) => one,
        };
        let step = Step::If(Box::new(condition), Box::new(yes), Box::new(no));
        Some(Typed {
            formula: Formula { step, kind, span },
            series,
        })
    }

    /// The word for a type in a message: a unit, a scale, or a word that differs by language.
    fn type_word(&self, kind: Type) -> Argument {
        let schema = self.names.schema;
        let name_at = |name: Option<&String>| Argument::Text(name.cloned().unwrap_or_default());
        match kind {
            Type::Boolean => Argument::Label("type-boolean"),
            Type::Number(Measure::Unit(unit), _) => name_at(
                schema
                    .units
                    .get_index(usize::from(unit.0))
                    .map(|(name, _)| name),
            ),
            Type::Number(Measure::Pure, Show::Percent | Show::Points) => {
                Argument::Label("type-percent")
            }
            Type::Number(Measure::Pure | Measure::Literal, _) => Argument::Label("type-number"),
            Type::Text => Argument::Label("type-text"),
            Type::Date => Argument::Label("type-date"),
            Type::Year => Argument::Label("type-year"),
            Type::Term(vocabulary) => name_at(
                schema
                    .vocabularies
                    .get_index(usize::from(vocabulary.0))
                    .map(|(name, _)| name),
            ),
        }
    }
}

/// The type of a column's facts.
pub fn column_type(column: &ColumnSchema) -> Type {
    match &column.kind {
        ColumnType::Code { .. } | ColumnType::Text => Type::Text,
        ColumnType::Number { unit, .. } => {
            Type::Number(unit.map_or(Measure::Pure, Measure::Unit), Show::Plain)
        }
        ColumnType::Percent => Type::Number(Measure::Pure, Show::Percent),
        ColumnType::Money { unit } => Type::Number(Measure::Unit(*unit), Show::Plain),
        ColumnType::YesNo => Type::Boolean,
        ColumnType::Date => Type::Date,
        ColumnType::Year => Type::Year,
        ColumnType::Level(vocabulary) | ColumnType::Choice(vocabulary) => Type::Term(*vocabulary),
    }
}

/// Whether two types are of one family, units apart.
fn same_family(a: Type, b: Type) -> bool {
    matches!((a, b), (Type::Number(..), Type::Number(..))) || a == b
}

/// How the result of adding or choosing between two numbers is shown.
fn wider(a: Show, b: Show) -> Show {
    match (a, b) {
        (Show::Plain, other) | (other, Show::Plain) => other,
        (Show::Points, _) | (_, Show::Points) => Show::Points,
        (Show::Percent, Show::Percent) => Show::Percent,
    }
}

/// Whether an arithmetic operator may divide by a literal 0.
fn divides_by_zero(operator: Operator, right: &Formula) -> bool {
    operator == Operator::Divide && matches!(&right.step, Step::Number(number) if number.is_zero())
}
