//! What data can bring about at all, so that nobody is asked for an example that cannot be: a count below 0, a level above the
//! highest.
//!
//! In: formulas. Out: bounds of their values, never narrower than they are. Must not know: data.

use super::{Side, Threshold, derived_index, inside};
use crate::fact::schema::{ColumnId, ColumnType, TableId, VocabularyId};
use crate::number::Number;
use crate::rule::RuleSet;
use crate::rule::expression::syntax::{Aggregate, Operator};
use crate::rule::formula::{Formula, Step};

/// Whether a formula can be without a value in an example, whose cells are filled or empty.
pub(super) fn may_be_open(formula: &Formula, rules: &RuleSet) -> bool {
    match &formula.step {
        Step::Fact { .. } => true,
        // An empty cell is not known, and that is an answer.
        Step::Known(_) => false,
        Step::Number(_) | Step::Text(_) | Step::Boolean(_) | Step::Year(_) => false,
        Step::Date(_) | Step::Rank(_) | Step::BoundYear(_) => false,
        Step::Derived { .. } | Step::At { .. } | Step::Negate(_) | Step::Not(_) => {
            any_inside(formula, rules)
        }
        Step::Arithmetic(..) | Step::And(_) | Step::Or(_) | Step::Compare(..) => {
            any_inside(formula, rules)
        }
        Step::Between(..) | Step::In { .. } | Step::If(..) | Step::Call(..) => {
            any_inside(formula, rules)
        }
        Step::Quantified { .. } | Step::Aggregate { .. } => any_inside(formula, rules),
    }
}

fn any_inside(formula: &Formula, rules: &RuleSet) -> bool {
    inside(formula, rules).any(|part| may_be_open(part, rules))
}

/// Whether the left side of a threshold can lie on that side of its right one.
pub(super) fn can_lie(threshold: &Threshold<'_>, side: Side, rules: &RuleSet) -> bool {
    let difference = bounds(threshold.left, rules).minus(&bounds(threshold.right, rules));
    let may_be_less = difference.low.as_ref().is_none_or(Number::is_negative);
    let may_be_more = difference.high.as_ref().is_none_or(is_positive);
    match side {
        Side::Below => may_be_less,
        Side::At => {
            difference.low.as_ref().is_none_or(|low| !is_positive(low))
                && difference
                    .high
                    .as_ref()
                    .is_none_or(|high| !high.is_negative())
        }
        Side::Above => may_be_more,
    }
}

fn is_positive(number: &Number) -> bool {
    !number.is_negative() && !number.is_zero()
}

/// The least and the greatest value; none is without bound. A term counts by its rank.
#[derive(Clone, Debug, Default, PartialEq)]
struct Bounds {
    low: Option<Number>,
    high: Option<Number>,
}

impl Bounds {
    fn exactly(number: Number) -> Self {
        Bounds {
            low: Some(number.clone()),
            high: Some(number),
        }
    }

    fn from(low: Number) -> Self {
        Bounds {
            low: Some(low),
            high: None,
        }
    }

    fn negated(&self) -> Self {
        let turned = |bound: &Option<Number>| bound.as_ref().map(|number| &Number::ZERO - number);
        Bounds {
            low: turned(&self.high),
            high: turned(&self.low),
        }
    }

    fn plus(&self, other: &Bounds) -> Self {
        let sum = |a: &Option<Number>, b: &Option<Number>| Some(a.as_ref()? + b.as_ref()?);
        Bounds {
            low: sum(&self.low, &other.low),
            high: sum(&self.high, &other.high),
        }
    }

    fn minus(&self, other: &Bounds) -> Self {
        self.plus(&other.negated())
    }

    fn is_never_negative(&self) -> bool {
        self.low.as_ref().is_some_and(|low| !low.is_negative())
    }

    /// A product, a quotient or a sum of several: its sign is all that is known.
    fn sign(all_never_negative: bool) -> Self {
        if all_never_negative {
            Bounds::from(Number::ZERO)
        } else {
            Bounds::default()
        }
    }

    fn or(self, other: Bounds) -> Self {
        Bounds {
            low: self.low.zip(other.low).map(|(a, b)| a.min(b)),
            high: self.high.zip(other.high).map(|(a, b)| a.max(b)),
        }
    }
}

fn bounds(formula: &Formula, rules: &RuleSet) -> Bounds {
    match &formula.step {
        Step::Number(number) => Bounds::exactly(number.clone()),
        Step::Rank(rank) => Bounds::exactly(Number::from(i64::from(*rank))),
        Step::Fact { table, column, .. } => of_column(*table, *column, rules),
        Step::Derived { .. } => derived_index(formula)
            .and_then(|index| rules.derived.get(index))
            .map_or(Bounds::default(), |derived| bounds(&derived.formula, rules)),
        Step::At { series, .. } => bounds(series, rules),
        Step::Negate(inner) => bounds(inner, rules).negated(),
        Step::Arithmetic(operator, left, right) => {
            let (left, right) = (bounds(left, rules), bounds(right, rules));
            match operator {
                Operator::Add => left.plus(&right),
                Operator::Subtract => left.minus(&right),
                Operator::Multiply | Operator::Divide => {
                    Bounds::sign(left.is_never_negative() && right.is_never_negative())
                }
            }
        }
        Step::If(_, yes, no) => bounds(yes, rules).or(bounds(no, rules)),
        Step::Aggregate {
            aggregate, body, ..
        } => of_aggregate(*aggregate, body.as_deref(), rules),
        Step::Text(_) | Step::Boolean(_) | Step::Year(_) | Step::Date(_) => Bounds::default(),
        Step::BoundYear(_) | Step::Not(_) | Step::And(_) | Step::Or(_) => Bounds::default(),
        Step::Compare(..) | Step::Between(..) | Step::In { .. } => Bounds::default(),
        Step::Quantified { .. } | Step::Call(..) | Step::Known(_) => Bounds::default(),
    }
}

fn of_aggregate(aggregate: Aggregate, body: Option<&Formula>, rules: &RuleSet) -> Bounds {
    let body = body.map(|body| bounds(body, rules)).unwrap_or_default();
    match aggregate {
        Aggregate::Count => Bounds::from(Number::ZERO),
        Aggregate::Sum => Bounds::sign(body.is_never_negative()),
        Aggregate::Mean | Aggregate::Min | Aggregate::Max => body,
    }
}

/// What reading lets into a column.
fn of_column(table: TableId, column: ColumnId, rules: &RuleSet) -> Bounds {
    let Some(column) = rules.schema.table_at(table).column_at(column) else {
        return Bounds::default();
    };
    match &column.kind {
        ColumnType::Number { min, .. } => Bounds::from(min.clone()),
        ColumnType::Money { .. } => Bounds::from(Number::ZERO),
        ColumnType::Percent => Bounds {
            low: Some(Number::ZERO),
            high: Some(Number::ONE),
        },
        ColumnType::Level(vocabulary) | ColumnType::Choice(vocabulary) => {
            of_terms(*vocabulary, rules)
        }
        ColumnType::Code { .. } | ColumnType::Text | ColumnType::YesNo => Bounds::default(),
        ColumnType::Date | ColumnType::Year => Bounds::default(),
    }
}

fn of_terms(vocabulary: VocabularyId, rules: &RuleSet) -> Bounds {
    let terms = rules.schema.vocabulary_at(vocabulary).terms.len();
    let highest = i64::try_from(terms).unwrap_or(i64::MAX) - 1;
    Bounds {
        low: Some(Number::ZERO),
        high: Some(Number::from(highest)),
    }
}
