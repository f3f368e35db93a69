//! What a plan says beside criteria: nominations, quotas, targets, deadlines, data checks, each resolved and checked.
//!
//! In: sections as written. Out: checked ones; what cannot be checked is left out and reported. Must not know: criteria.

use super::condition::condition;
use crate::fact::schema::{ColumnId, Schema, TableId};
use crate::rule::check::{self, Found, Names, Scope, join};
use crate::rule::expression::parse_range;
use crate::rule::expression::syntax::Expression;
use crate::rule::file::{
    RuleFile, WrittenCheck, WrittenClause, WrittenDeadline, WrittenFind, WrittenNominations,
    WrittenPriority, WrittenQuota, WrittenTarget,
};
use crate::rule::formula::{Formula, Measure, Range, Show, Type};
use crate::rule::source::SourceText;
use crate::rule::yaml::{Amount, Findings, Scalar, Written};
use crate::rule::{
    Check, CheckedTable, Clause, Condition, Deadline, First, Goal, NominationList, Priority,
    Problem, Published, Quota, Target, Who,
};
use crate::text::meant;

/// The name of the year that targets, deadlines and yearly checks bind.
const YEAR: &str = "y";
/// A number of any unit.
const NUMBER: Type = Type::Number(Measure::Literal, Show::Plain);

/// What the sections are checked against.
pub(super) struct Sections<'c, 'd, 's, 'f> {
    pub(super) names: &'c Names<'d>,
    pub(super) source: &'c SourceText,
    pub(super) findings: &'c mut Findings<'f>,
    /// The years that a yearly check is tried with: those of the round.
    pub(super) years: &'s [i32],
}

impl Sections<'_, '_, '_, '_> {
    fn schema(&self) -> &Schema {
        self.names.schema
    }

    fn clause(&self, written: &WrittenClause) -> Clause {
        Clause {
            id: written.id.value.clone(),
            cite: written.cite.clone(),
            says: written.says.clone(),
            reading: written.reading.clone(),
            place: self
                .source
                .place(written.id.span.start, written.id.span.end),
        }
    }

    /// The table of that name; reported if there is none.
    fn table(&mut self, name: &Written<String>) -> Option<TableId> {
        let found = self.schema().table(&name.value).map(|(table, _)| table);
        if found.is_none() {
            let known = meant(&name.value, self.schema().tables.keys().map(String::as_str));
            self.findings.add(
                Problem::UnknownTable {
                    value: name.value.clone(),
                    known,
                },
                name.span,
            );
        }
        found
    }

    /// The column of that name that has one value a row; reported if there is none.
    fn column(&mut self, table: TableId, name: &Written<String>) -> Option<ColumnId> {
        let schema = self.schema().table_at(table);
        match schema.column(&name.value) {
            Some((column, declared)) if !declared.series => Some(column),
            Some(_) => {
                let problem = Problem::SeriesNeedsYear {
                    text: name.value.clone(),
                };
                self.findings.add(problem, name.span);
                None
            }
            None => {
                let known = meant(&name.value, schema.columns.keys().map(String::as_str));
                let problem = Problem::UnknownColumn {
                    name: name.value.clone(),
                    table: schema.name.clone(),
                    known,
                };
                self.findings.add(problem, name.span);
                None
            }
        }
    }

    /// A table whose absent units leave a sum open: it needs an official list.
    fn complete(&mut self, name: &Written<String>) -> Option<TableId> {
        let table = self.table(name)?;
        if self.schema().table_at(table).roster.is_none() {
            let problem = Problem::CompleteWithoutRoster {
                table: name.value.clone(),
            };
            self.findings.add(problem, name.span);
            return None;
        }
        Some(table)
    }

    fn expression(
        &mut self,
        written: &Written<Scalar>,
        scope: Scope<'_>,
        wanted: Type,
    ) -> Option<Condition> {
        let names = self.names;
        let checked =
            |expression: &Expression| check::expression_of(names, scope, wanted, expression);
        condition(written, checked, self.findings)
    }

    /// An expression that may be absent: the outer option is none if it is there and wrong.
    fn optional(
        &mut self,
        written: Option<&Written<Scalar>>,
        scope: Scope<'_>,
        wanted: Type,
    ) -> Option<Option<Condition>> {
        match written {
            None => Some(None),
            Some(written) => self.expression(written, scope, wanted).map(Some),
        }
    }

    fn years(&mut self, written: &Written<Scalar>) -> Option<Vec<i32>> {
        let (from, to) = match parse_range(&written.value.text) {
            Ok(range) => range,
            Err(found) => {
                for one in found {
                    let span = written.value.span(one.span.start, one.span.end);
                    self.findings.add_diagnostic(one.problem.diagnostic(), span);
                }
                return None;
            }
        };
        let years = check::years(self.names, &from, &to);
        self.take(years, written)
    }

    fn take<T>(&mut self, checked: Result<T, Vec<Found>>, written: &Written<Scalar>) -> Option<T> {
        match checked {
            Ok(value) => Some(value),
            Err(found) => {
                for one in found {
                    let span = written.value.span(one.span.start, one.span.end);
                    self.findings.add(one.problem, span);
                }
                None
            }
        }
    }

    // ---- nominations ----

    /// The declared list, or else the table whose key is a subject: its table's name and its code.
    pub(super) fn nominations(&mut self, file: &RuleFile) -> Option<NominationList> {
        let nothing = WrittenNominations::default();
        let written = file.nominations.as_ref().unwrap_or(&nothing);
        let table = match &written.table {
            Some(name) => self.table(name)?,
            None => self
                .schema()
                .table_ids()
                .find(|table| self.schema().table_at(*table).subject_key().is_some())?,
        };
        let Some((subject, code)) = self.schema().table_at(table).subject_key() else {
            let name = written.table.as_ref()?;
            let problem = Problem::NotAList {
                table: name.value.clone(),
            };
            self.findings.add(problem, name.span);
            return None;
        };
        let mut role = |name: Option<&Written<String>>, canonical: &str| match name {
            Some(name) => self.column(table, name),
            None => {
                let schema = self.names.schema.table_at(table);
                schema.column(canonical).map(|(column, _)| column)
            }
        };
        Some(NominationList {
            table,
            subject,
            code,
            number: role(written.number.as_ref(), "no"),
            name: role(written.name.as_ref(), "name"),
            class: role(written.class.as_ref(), "class"),
            submitted_by: role(written.submitted_by.as_ref(), "submitted_by"),
            priority: written
                .priority
                .as_ref()
                .and_then(|priority| self.priority(priority)),
        })
    }

    fn priority(&mut self, written: &WrittenPriority) -> Option<Priority> {
        let mut all = Vec::new();
        for first in &written.first {
            let table = first.table.as_ref().and_then(|table| self.table(table))?;
            let when = self.optional(first.when.as_ref(), Scope::rows(table), Type::Boolean)?;
            all.push(First { table, when });
        }
        Some(Priority {
            clause: self.clause(&written.clause),
            first: all,
        })
    }

    // ---- quotas ----

    pub(super) fn quota(&mut self, written: &WrittenQuota) -> Option<Quota> {
        let table = self.table(written.table.as_ref()?)?;
        let rows = Scope::rows(table);
        let per = match &written.per {
            Some(per) => Some(self.column(table, per)?),
            None => None,
        };
        let count = written
            .count
            .as_ref()
            .and_then(|count| self.expression(count, rows, Type::Boolean));
        let of = self.optional(written.of.as_ref(), rows, Type::Boolean);
        let (comparison, limit) = written.limit.as_ref()?;
        let pure = Type::Number(Measure::Pure, Show::Plain);
        let limit = self
            .expression(limit, NOWHERE, pure)
            .filter(|checked| self.is_pure(checked, limit));
        Some(Quota {
            clause: self.clause(&written.clause),
            table,
            per,
            count: count?,
            of: of?,
            comparison: *comparison,
            limit: limit?,
            severity: written.severity,
        })
    }

    /// Rows are counted without a unit, so that a limit has none either.
    fn is_pure(&mut self, checked: &Condition, written: &Written<Scalar>) -> bool {
        let row_count = Formula {
            kind: Type::Number(Measure::Pure, Show::Plain),
            ..checked.formula.clone()
        };
        let outcome = check::compared(self.names, &row_count, &checked.formula);
        self.take(outcome, written).is_some()
    }

    // ---- targets ----

    pub(super) fn target(&mut self, written: &WrittenTarget) -> Option<Target> {
        let table = match &written.table {
            Some(table) => Some(self.table(table)?),
            None => None,
        };
        let years = self.years(written.years.as_ref()?)?;
        let row = Scope { table, ..NOWHERE };
        let yearly = Scope {
            year: Some((YEAR, &years)),
            ..row
        };
        let when = self.optional(written.when.as_ref(), yearly, Type::Boolean);
        let measure = self.expression(written.measure.as_ref()?, yearly, NUMBER)?;
        let goal = self.goal(written, row, &measure)?;
        let complete = match &written.complete {
            Some(complete) => Some(self.complete(complete)?),
            None => None,
        };
        let published = match &written.published {
            Some(figure) => Some(self.published(figure)?),
            None => None,
        };
        Some(Target {
            clause: self.clause(&written.clause),
            table,
            when: when?,
            measure,
            judge: written
                .judge
                .as_ref()
                .map_or(crate::rule::Judge::Latest, |judge| judge.value),
            goal,
            complete,
            published,
            years,
        })
    }

    fn goal(
        &mut self,
        written: &WrittenTarget,
        row: Scope<'_>,
        measure: &Condition,
    ) -> Option<Option<Goal>> {
        let Some((comparison, value)) = &written.goal else {
            if let Some(exceeds) = &written.exceeds {
                self.findings
                    .add(Problem::ExceedsWithoutGoal {}, exceeds.span);
                return None;
            }
            return Some(None);
        };
        let value = self.limit_of(value, row, measure)?;
        let exceeds = match &written.exceeds {
            Some(exceeds) => Some(self.limit_of(exceeds, row, measure)?),
            None => None,
        };
        Some(Some(Goal {
            comparison: *comparison,
            value,
            exceeds,
        }))
    }

    /// A number in the measure's unit.
    fn limit_of(
        &mut self,
        written: &Written<Scalar>,
        row: Scope<'_>,
        measure: &Condition,
    ) -> Option<Condition> {
        let limit = self.expression(written, row, NUMBER)?;
        let outcome = check::compared(self.names, &measure.formula, &limit.formula);
        self.take(outcome, written)?;
        Some(limit)
    }

    fn published(&mut self, written: &Written<Scalar>) -> Option<Published> {
        let text = &written.value.text;
        let Some(amount) = Amount::read(text) else {
            let problem = Problem::NotANumber {
                value: text.clone(),
            };
            self.findings.add(problem, written.span);
            return None;
        };
        let decimals = text.split_once('.').map_or(0, |(_, decimals)| {
            decimals.chars().take_while(char::is_ascii_digit).count()
        });
        Some(Published {
            value: amount.value,
            factor: if amount.percent { 100 } else { 1 }.into(),
            digits: u8::try_from(decimals).unwrap_or(u8::MAX),
        })
    }

    // ---- deadlines ----

    pub(super) fn deadline(&mut self, written: &WrittenDeadline) -> Option<Deadline> {
        let years = match &written.years {
            Some(years) => Some(self.years(years)?),
            None => None,
        };
        let yearly = Scope {
            year: years.as_deref().map(|years| (YEAR, years)),
            ..NOWHERE
        };
        let find = written.find.as_ref()?;
        let records = self.table(find.table.as_ref()?)?;
        let date = self.expression(find.date.as_ref()?, Scope::rows(records), Type::Date);
        let (last_day, limit) = written.limit.as_ref()?;
        let limit = self.expression(limit, yearly, Type::Date);
        let from = self.optional(written.from.as_ref(), yearly, Type::Date);
        let mut who = Vec::new();
        for name in &written.who {
            let table = self.table(name)?;
            who.push(self.who(table, records, find, yearly)?);
        }
        Some(Deadline {
            clause: self.clause(&written.clause),
            who,
            records,
            date: date?,
            last_day: *last_day,
            limit: limit?,
            from: from?,
            years,
        })
    }

    fn who(
        &mut self,
        table: TableId,
        records: TableId,
        find: &WrittenFind,
        yearly: Scope<'_>,
    ) -> Option<Who> {
        let scope = Scope {
            table: Some(records),
            own: Some(table),
            ..yearly
        };
        let Condition { text, formula } =
            self.expression(find.condition.as_ref()?, scope, Type::Boolean)?;
        let joined_by = join(&formula, records);
        Some(Who {
            table,
            find: Range::Rows {
                table: records,
                condition: Some(Box::new(formula)),
                joined_by,
            },
            text,
        })
    }

    // ---- checks ----

    pub(super) fn check(&mut self, written: &WrittenCheck) -> Option<Check> {
        let complete = match &written.complete {
            Some(complete) => Some(self.complete(complete)?),
            None => None,
        };
        let years = self.years;
        let year = written.each_year.then_some((YEAR, years));
        let mut tables = Vec::new();
        for name in &written.tables {
            let table = self.table(name)?;
            let scope = Scope {
                year,
                ..Scope::rows(table)
            };
            let when = self.optional(written.when.as_ref(), scope, Type::Boolean)?;
            let require = self.expression(written.require.as_ref()?, scope, Type::Boolean)?;
            tables.push(CheckedTable {
                table,
                when,
                require,
            });
        }
        Some(Check {
            clause: self.clause(&written.clause),
            tables,
            each_year: written.each_year,
            complete,
            severity: written.severity,
        })
    }
}

/// Where there is no row.
const NOWHERE: Scope<'static> = Scope {
    table: None,
    own: None,
    year: None,
};
