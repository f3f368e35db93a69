//! What `every`, `some` and the aggregates run over: years that must not be empty, rows of another table.
//!
//! In: a range as written. Out: a checked range with the names it binds. Must not know: evaluation.

use super::{Checker, Typed};
use crate::diagnostic::Argument;
use crate::fact::schema::{ColumnId, TableId};
use crate::rule::Problem;
use crate::rule::expression::syntax::{
    Aggregate, Comparison, Expression, Name, Over, Quantifier, TextSpan,
};
use crate::rule::formula::{Formula, Measure, Owner, Range, Show, Step, Type};
use crate::text::meant;

/// More years than any plan spans: a range beyond is a slip of the pen.
const MOST_YEARS: i64 = 200;
/// Combinations of bound years for which a range is tried.
const MOST_COMBINATIONS: usize = 40_000;

impl Checker<'_> {
    pub(super) fn quantified(
        &mut self,
        quantifier: Quantifier,
        over: &Over,
        body: &Expression,
        span: TextSpan,
    ) -> Option<Typed> {
        let (over, body) = self.within(over, |checker| checker.check_as(body, Type::Boolean))?;
        let step = Step::Quantified {
            quantifier,
            over,
            body: Box::new(body),
        };
        Some(Typed {
            formula: Formula {
                step,
                kind: Type::Boolean,
                span,
            },
            series: false,
        })
    }

    pub(super) fn aggregate(
        &mut self,
        aggregate: Aggregate,
        body: Option<&Expression>,
        over: &Over,
        span: TextSpan,
    ) -> Option<Typed> {
        let number = Type::Number(Measure::Pure, Show::Plain);
        let (over, body) = self.within(over, |checker| match body {
            Some(body) => checker.check_as(body, number).map(Some),
            None => Some(None),
        })?;
        let kind = match (&body, aggregate) {
            (
                Some(body),
                Aggregate::Sum
                | Aggregate::Min
                | Aggregate::Max
                | Aggregate::Mean
                | Aggregate::Count,
            ) => body.kind,
            (None, _) => number,
        };
        let step = Step::Aggregate {
            aggregate,
            over,
            body: body.map(Box::new),
        };
        Some(Typed {
            formula: Formula { step, kind, span },
            series: false,
        })
    }

    /// Checks the range, then whatever stands inside it with the names it binds.
    fn within<T>(
        &mut self,
        over: &Over,
        inside: impl FnOnce(&mut Self) -> Option<T>,
    ) -> Option<(Range, T)> {
        match over {
            Over::Years { name, from, to } => self.within_years(name, from, to, inside),
            Over::Rows { table, condition } => {
                self.within_rows(table, condition.as_deref(), inside)
            }
        }
    }

    fn within_years<T>(
        &mut self,
        name: &Name,
        from: &Expression,
        to: &Expression,
        inside: impl FnOnce(&mut Self) -> Option<T>,
    ) -> Option<(Range, T)> {
        let span = TextSpan {
            start: from.span.start,
            end: to.span.end,
        };
        self.name_is_free(name);
        let (from, to, values) = self.range(from, to, span)?;
        self.bound.push((name.text.clone(), values));
        let inner = inside(self);
        self.bound.pop();
        let range = Range::Years {
            name: name.text.clone(),
            from: Box::new(from),
            to: Box::new(to),
        };
        Some((range, inner?))
    }

    fn range(
        &mut self,
        from: &Expression,
        to: &Expression,
        span: TextSpan,
    ) -> Option<(Formula, Formula, Vec<i32>)> {
        let (from, to) = (self.year_bound(from), self.year_bound(to));
        let (from, to) = (from?, to?);
        let values = self.values(&from, &to, span)?;
        Some((from, to, values))
    }

    /// The years of a range that stands alone.
    pub(super) fn fixed_years(&mut self, from: &Expression, to: &Expression) -> Option<Vec<i32>> {
        let span = from.span.to(to.span);
        self.range(from, to, span).map(|(.., years)| years)
    }

    pub(super) fn year_bound(&mut self, bound: &Expression) -> Option<Formula> {
        let formula = self.single(bound)?;
        if let Type::Number(Measure::Literal, _) = formula.kind {
            return self.literal_year(formula);
        }
        if formula.kind == Type::Year {
            return Some(formula);
        }
        let problem = Problem::WrongType {
            expected: Argument::Label("type-year"),
            found: self.type_word(formula.kind),
        };
        self.fail(problem, bound.span)
    }

    /// Every year that the bound name takes. The range must not be empty for any value of the years bound outside.
    fn values(&mut self, from: &Formula, to: &Formula, span: TextSpan) -> Option<Vec<i32>> {
        let outer: Vec<Vec<i32>> = self
            .bound
            .iter()
            .map(|(_, values)| values.clone())
            .collect();
        if outer.iter().map(Vec::len).product::<usize>() > MOST_COMBINATIONS {
            return self.fail(
                Problem::TooManyYears {
                    most: MOST_COMBINATIONS as u64,
                },
                span,
            );
        }
        let mut years = std::collections::BTreeSet::new();
        for bound in combinations(&outer) {
            let (Some(first), Some(last)) = (from.year(&bound), to.year(&bound)) else {
                return self.fail(Problem::YearsNotFixed {}, span);
            };
            if first > last {
                return self.fail(
                    Problem::EmptyYears {
                        from: first.to_string(),
                        to: last.to_string(),
                    },
                    span,
                );
            }
            if i64::from(last) - i64::from(first) >= MOST_YEARS {
                return self.fail(
                    Problem::TooManyYears {
                        most: MOST_YEARS as u64,
                    },
                    span,
                );
            }
            years.extend(first..=last);
        }
        Some(years.into_iter().collect())
    }

    /// A bound name must not hide a column, a constant or an outer bound name.
    fn name_is_free(&mut self, name: &Name) {
        let taken = self.bound.iter().any(|(bound, _)| *bound == name.text)
            || self
                .table
                .is_some_and(|table| self.columns_of(table).any(|column| column == name.text))
            || self.names.constants.contains_key(&name.text)
            || self.names.years.contains_key(&name.text)
            || name.text == "as_of";
        if taken {
            self.report(
                Problem::HidesName {
                    name: name.text.clone(),
                },
                name.span,
            );
        }
    }

    fn within_rows<T>(
        &mut self,
        table: &Name,
        condition: Option<&Expression>,
        inside: impl FnOnce(&mut Self) -> Option<T>,
    ) -> Option<(Range, T)> {
        if self.in_rows {
            return self.fail(Problem::NestedRows {}, table.span);
        }
        let Some((id, _)) = self.names.schema.table(&table.text) else {
            let known = meant(
                &table.text,
                self.names.schema.tables.keys().map(String::as_str),
            );
            return self.fail(
                Problem::UnknownTable {
                    value: table.text.clone(),
                    known,
                },
                table.span,
            );
        };
        let outer = self.table.replace(id);
        (self.outer, self.in_rows) = (outer, true);
        let condition = condition.map(|condition| self.check_as(condition, Type::Boolean));
        let inner = inside(self);
        (self.outer, self.in_rows) = (None, false);
        self.table = outer;
        let condition = match condition {
            Some(checked) => Some(Box::new(checked?)),
            None => None,
        };
        let joined_by = condition.as_deref().and_then(|c| join(c, id));
        Some((
            Range::Rows {
                table: id,
                condition,
                joined_by,
            },
            inner?,
        ))
    }
}

/// All ways to choose one value from each list.
fn combinations(lists: &[Vec<i32>]) -> Vec<Vec<i32>> {
    let mut all = vec![Vec::new()];
    for list in lists {
        all = all
            .into_iter()
            .flat_map(|chosen| {
                list.iter()
                    .map(move |value| [chosen.as_slice(), &[*value]].concat())
            })
            .collect();
    }
    all
}

/// `column = own.column` standing alone or in an `and`: the rows that can match are found by an index.
pub(in crate::rule) fn join(
    condition: &Formula,
    table: TableId,
) -> Option<(ColumnId, Box<Formula>)> {
    if let Step::And(parts) = &condition.step {
        return parts.iter().find_map(|part| join(part, table));
    }
    let Step::Compare(Comparison::Equal, left, right) = &condition.step else {
        return None;
    };
    if left.kind != Type::Text {
        return None;
    }
    key_of(left, right, table).or_else(|| key_of(right, left, table))
}

fn key_of(column: &Formula, other: &Formula, table: TableId) -> Option<(ColumnId, Box<Formula>)> {
    match (&column.step, &other.step) {
        (
            Step::Fact {
                owner: Owner::Row,
                table: of,
                column,
                series: false,
            },
            Step::Fact {
                owner: Owner::Own,
                series: false,
                ..
            },
        ) if *of == table => Some((*column, Box::new(other.clone()))),
        _ => None,
    }
}
