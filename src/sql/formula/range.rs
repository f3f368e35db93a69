//! Conditions and figures over years, which are written out, and over rows, which get a query of their own.
//!
//! In: what is run over, and what is asked of each. Out: a condition or a figure; the query over rows is told to the query around.
//! Must not know: how rows are gathered.

use super::{Row, Scene, Value, Writer, Written};
use crate::fact::schema::{Slot, TableId};
use crate::rule::expression::syntax::{Aggregate, Quantifier};
use crate::rule::formula::{Formula, Owner, Range, Step};
use crate::sql::figure::{Figure, extreme};
use crate::sql::number::{Fraction, Whole};
use crate::sql::problem::Refusal;
use crate::sql::rows::{Asked, Members};
use crate::sql::truth::Truth;
use num_bigint::BigInt;

/// The name of a row that is run over.
const MEMBER: &str = "member";

impl<'a> Writer<'_, 'a> {
    pub(super) fn quantified(
        &mut self,
        formula: &'a Formula,
        quantifier: Quantifier,
        over: &'a Range,
        body: &'a Formula,
        scene: &Scene,
    ) -> Written<Truth> {
        match over {
            Range::Years { from, to, .. } => {
                let mut each = Vec::new();
                for inner in years(from, to, scene) {
                    each.push(self.truth(body, &inner)?);
                }
                Ok(match quantifier {
                    Quantifier::Every => Truth::all(each),
                    Quantifier::Some => Truth::any(each),
                })
            }
            Range::Rows { table, .. } => {
                let asked = match quantifier {
                    Quantifier::Every => Asked::Every,
                    Quantifier::Some => Asked::Some,
                };
                let members = self.members(formula, (over, *table), Some(body), scene)?;
                Ok(self.query.over_rows(members, asked).condition())
            }
        }
    }

    pub(super) fn aggregate(
        &mut self,
        formula: &'a Formula,
        aggregate: Aggregate,
        over: &'a Range,
        body: Option<&'a Formula>,
        scene: &Scene,
    ) -> Written<Figure> {
        match over {
            Range::Years { from, to, .. } => {
                let mut each = Vec::new();
                if let Some(body) = body {
                    for inner in years(from, to, scene) {
                        each.push(self.figure(body, &inner)?.settled());
                    }
                }
                Ok(self.of_years(aggregate, &each))
            }
            Range::Rows {
                table, condition, ..
            } => {
                let members = self.members(formula, (over, *table), body, scene)?;
                let asked = match aggregate {
                    Aggregate::Count if condition.is_none() => Asked::Number,
                    Aggregate::Count => Asked::Count,
                    Aggregate::Sum => Asked::Sum,
                    Aggregate::Mean => Asked::Mean,
                    Aggregate::Min => Asked::Least,
                    Aggregate::Max => Asked::Greatest,
                };
                Ok(self.query.over_rows(members, asked).figure())
            }
        }
    }

    fn of_years(&self, aggregate: Aggregate, each: &[Fraction]) -> Figure {
        let kind = self.query.dialect.whole;
        let sum = || {
            let zero = Fraction::whole(Whole::literal(BigInt::ZERO));
            each.iter()
                .cloned()
                .reduce(|sum, one| sum.plus(&one))
                .unwrap_or(zero)
        };
        let number = Whole::literal(each.len().into());
        match aggregate {
            Aggregate::Count => Figure::whole(number),
            Aggregate::Sum => Figure::Settled(sum()),
            Aggregate::Mean => Figure::Settled(sum().times(&Fraction::whole(number).inverse(kind))),
            Aggregate::Min | Aggregate::Max => {
                let least = aggregate == Aggregate::Min;
                let found = extreme(if least { "LEAST" } else { "GREATEST" }, each, kind);
                let whole = format!(
                    "CASE WHEN {} THEN NULL ELSE {} END",
                    found.missing, found.value.sql
                );
                let whole = Whole::closed(whole, found.value.sign);
                let (low, high) = if least {
                    (whole, found.value)
                } else {
                    (found.value, whole)
                };
                Figure::Bounded {
                    low,
                    high,
                    bottom: found.bottom,
                }
            }
        }
    }

    /// What a query over rows needs: which rows, which of them belong, what is asked of each.
    fn members(
        &mut self,
        formula: &'a Formula,
        (over, table): (&'a Range, TableId),
        body: Option<&'a Formula>,
        scene: &Scene,
    ) -> Written<Members> {
        if self.query.nested {
            return self.refuse(formula, Refusal::RowsWithinRows);
        }
        let row = Row {
            alias: MEMBER.to_owned(),
            table,
        };
        let inner = Scene {
            row: row.clone(),
            own: Some(scene.row.clone()),
            ..scene.clone()
        };
        let outer_joins = std::mem::take(&mut self.query.joins);
        self.query.nested = true;
        let written = self.of_member(formula, over, body, &inner);
        self.query.nested = false;
        let joins = std::mem::replace(&mut self.query.joins, outer_joins);
        let (belongs, value, bottom, join) = written?;
        let is_about_own = over_condition(over).into_iter().chain(body).any(reads_own);
        if is_about_own
            && self
                .query
                .rules
                .schema
                .table_at(scene.row.table)
                .key
                .is_empty()
        {
            return self.refuse(formula, Refusal::NoKey);
        }
        Ok(Members {
            row,
            own: is_about_own.then(|| scene.row.clone()),
            join,
            joins,
            belongs,
            value,
            bottom,
        })
    }

    #[expect(
        clippy::type_complexity,
        reason = "four pieces of one SELECT, named where they are taken apart"
    )]
    fn of_member(
        &mut self,
        formula: &'a Formula,
        over: &'a Range,
        body: Option<&'a Formula>,
        inner: &Scene,
    ) -> Written<(String, Option<String>, Whole, Option<(String, String)>)> {
        let belongs = match over_condition(over) {
            Some(condition) => self.truth(condition, inner)?.sql,
            None => "TRUE".to_owned(),
        };
        let mut bottom = Whole::one();
        let value = match body {
            None => None,
            Some(body) => Some(match self.value(body, inner)? {
                Value::Truth(truth) => truth.sql,
                Value::Plain(sql) => sql,
                Value::Figure(figure) => {
                    let fraction = figure.settled();
                    if fraction.bottom.constant.is_none() {
                        return self.refuse(formula, Refusal::FractionsOverRows);
                    }
                    bottom = fraction.bottom;
                    fraction.top.typed(self.query.dialect.whole)
                }
            }),
        };
        let join = match over {
            Range::Rows {
                joined_by: Some((column, other)),
                ..
            } => {
                let slot = Slot {
                    column: *column,
                    year: None,
                };
                let own = self.plain_own(other, inner);
                own.map(|own| (self.query.column(&inner.row, slot), own))
            }
            Range::Rows {
                joined_by: None, ..
            }
            | Range::Years { .. } => None,
        };
        Ok((belongs, value, bottom, join))
    }

    fn plain_own(&mut self, other: &Formula, inner: &Scene) -> Option<String> {
        let Step::Fact { column, .. } = &other.step else {
            return None;
        };
        match self.fact(Owner::Own, *column, false, inner) {
            Value::Plain(sql) => Some(sql),
            Value::Truth(_) | Value::Figure(_) => None,
        }
    }
}

fn years(from: &Formula, to: &Formula, scene: &Scene) -> Vec<Scene> {
    let (Some(from), Some(to)) = (from.year(&scene.years), to.year(&scene.years)) else {
        return Vec::new();
    };
    (from..=to)
        .map(|year| {
            let mut inner = scene.clone();
            inner.years.push(year);
            inner
        })
        .collect()
}

fn over_condition(over: &Range) -> Option<&Formula> {
    match over {
        Range::Rows { condition, .. } => condition.as_deref(),
        Range::Years { .. } => None,
    }
}

/// Whether a formula reads the outer row.
fn reads_own(formula: &Formula) -> bool {
    let is_own = matches!(
        &formula.step,
        Step::Fact {
            owner: Owner::Own,
            ..
        } | Step::Derived {
            owner: Owner::Own,
            ..
        }
    );
    is_own || formula.parts().into_iter().any(reads_own)
}
