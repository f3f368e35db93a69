//! A checked expression: every name resolved to a column, a constant or a year, every type and unit settled.
//!
//! In: built by `check` alone. Out: a tree that can be evaluated without a name lookup, and the slots it reads.
//! Must not know: data.

use crate::fact::schema::{ColumnId, Slot, TableId, UnitId, VocabularyId};
use crate::number::Number;
use crate::rule::expression::syntax::{Aggregate, Comparison, Operator, Quantifier, TextSpan};
use crate::rule::functions::Function;
use chrono::NaiveDate;

/// A checked expression.
#[derive(Clone, Debug)]
pub struct Formula {
    /// What is computed.
    pub step: Step,
    /// What comes out.
    pub kind: Type,
    /// The piece of the condition's text.
    pub span: TextSpan,
}

/// The type of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// True or false.
    Boolean,
    /// A number.
    Number(Measure, Show),
    /// A code or a text.
    Text,
    /// A day.
    Date,
    /// A year.
    Year,
    /// A term of a scale or of choices.
    Term(VocabularyId),
}

/// The unit of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// A literal: takes the other side's unit.
    Literal,
    /// No unit: ratios, percents, counts.
    Pure,
    /// That unit.
    Unit(UnitId),
}

/// How a pure number is shown to people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Show {
    /// As a number.
    Plain,
    /// As a percentage.
    Percent,
    /// A difference of percentages, in points.
    Points,
}

/// Whose column is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// The row at hand.
    Row,
    /// The row outside of the table that is being run over.
    Own,
    /// The row that the row at hand points to by a code column.
    Through {
        /// The table of the row at hand.
        from: TableId,
        /// The code column.
        column: ColumnId,
    },
}

/// What a formula computes.
#[derive(Clone, Debug)]
pub enum Step {
    /// A literal or a constant; the name of a constant is kept for explanations.
    Number(Number),
    /// A literal text.
    Text(String),
    /// A literal.
    Boolean(bool),
    /// A literal year, a year of the round.
    Year(i32),
    /// The day as of which everything is judged.
    Date(NaiveDate),
    /// A term of a scale or of choices.
    Rank(u16),
    /// A year bound by `every y in …`, by its depth.
    BoundYear(usize),
    /// A column's fact; for a series, of the year at hand.
    Fact {
        /// Whose.
        owner: Owner,
        /// Of which table.
        table: TableId,
        /// Which column.
        column: ColumnId,
        /// Whether it is read at the year at hand.
        series: bool,
    },
    /// A derived column, by its index in the rule set.
    Derived {
        /// Whose.
        owner: Owner,
        /// Index in [`crate::rule::RuleSet::derived`].
        index: usize,
    },
    /// One year of a series.
    At {
        /// The series.
        series: Box<Formula>,
        /// The year.
        year: Box<Formula>,
    },
    /// `-x`.
    Negate(Box<Formula>),
    /// `not x`.
    Not(Box<Formula>),
    /// `x + y` and the like; also year ± number and year − year.
    Arithmetic(Operator, Box<Formula>, Box<Formula>),
    /// All hold.
    And(Vec<Formula>),
    /// At least one holds.
    Or(Vec<Formula>),
    /// `x >= y` and the like.
    Compare(Comparison, Box<Formula>, Box<Formula>),
    /// Both ends included.
    Between(Box<Formula>, Box<Formula>, Box<Formula>),
    /// One of a list of literals.
    In {
        /// What is looked for.
        item: Box<Formula>,
        /// Whether it must not be there.
        negated: bool,
        /// The literals.
        list: Vec<Formula>,
    },
    /// `if c then a else b`.
    If(Box<Formula>, Box<Formula>, Box<Formula>),
    /// `every`/`some` over years or rows.
    Quantified {
        /// Which.
        quantifier: Quantifier,
        /// Over what.
        over: Range,
        /// The condition.
        body: Box<Formula>,
    },
    /// A function of the table in [`crate::rule::functions`].
    Call(&'static Function, Vec<Formula>),
    /// Whether a fact has a value.
    Known(Box<Formula>),
    /// `count`, `sum`, `min`, `max`, `mean`.
    Aggregate {
        /// Which.
        aggregate: Aggregate,
        /// Over what.
        over: Range,
        /// What is summed; none for `count`.
        body: Option<Box<Formula>>,
    },
}

/// What a quantifier or an aggregate runs over.
#[derive(Clone, Debug)]
pub enum Range {
    /// Years, both ends included; the bound year's depth is the number of years bound outside.
    Years {
        /// The name in the text.
        name: String,
        /// First year.
        from: Box<Formula>,
        /// Last year.
        to: Box<Formula>,
    },
    /// The rows of a table.
    Rows {
        /// Which table.
        table: TableId,
        /// Which of its rows.
        condition: Option<Box<Formula>>,
        /// A column of `table` that the condition requires to equal a formula of the outer row: answered from an index.
        joined_by: Option<(ColumnId, Box<Formula>)>,
    },
}

impl Formula {
    /// Whether it is a column of years as it stands, also in a year that no row tells: there a nought says that there is no year.
    pub fn is_column_of_years(&self) -> bool {
        let is_column = |formula: &Formula| matches!(formula.step, Step::Fact { .. });
        let is_one_of_series = || {
            if let Step::At { series, year } = &self.step {
                is_column(series) && year.tells_its_year()
            } else {
                false
            }
        };
        self.kind == Type::Year && (is_column(self) || is_one_of_series())
    }

    /// Whether this is a year whatever the row: a literal, a bound one, or one moved by a literal.
    fn tells_its_year(&self) -> bool {
        if let Step::Arithmetic(_, left, right) = &self.step {
            return left.tells_its_year() && right.whole().is_some();
        }
        matches!(self.step, Step::Year(_) | Step::BoundYear(_))
    }

    /// Calls `read` with every fact this formula reads, for every year it runs over; a series in a year that only a row's own facts
    /// tell is read without one. `bound` are the years bound around it.
    pub fn each_slot(
        &self,
        derived: &[Derived],
        bound: &[i32],
        read: &mut dyn FnMut(TableId, Slot),
    ) {
        SlotWalk {
            derived,
            years: bound.to_vec(),
            year: None,
            read,
        }
        .walk(self);
    }

    /// The constant year of a formula, given the bound years.
    pub fn year(&self, bound: &[i32]) -> Option<i32> {
        match &self.step {
            Step::Year(year) => Some(*year),
            Step::BoundYear(depth) => bound.get(*depth).copied(),
            Step::Arithmetic(operator, left, right) => {
                let shift = right.whole()?;
                match operator {
                    Operator::Add => left.year(bound)?.checked_add(shift),
                    Operator::Subtract => left.year(bound)?.checked_sub(shift),
                    Operator::Multiply | Operator::Divide => None,
                }
            }
            Step::Number(_)
            | Step::Text(_)
            | Step::Boolean(_)
            | Step::Date(_)
            | Step::Rank(_)
            | Step::Fact { .. } => None,
            Step::Derived { .. }
            | Step::At { .. }
            | Step::Negate(_)
            | Step::Not(_)
            | Step::And(_)
            | Step::Or(_) => None,
            Step::Compare(..)
            | Step::Between(..)
            | Step::In { .. }
            | Step::If(..)
            | Step::Quantified { .. } => None,
            Step::Call(..) | Step::Known(_) | Step::Aggregate { .. } => None,
        }
    }

    fn whole(&self) -> Option<i32> {
        let Step::Number(number) = &self.step else {
            return None;
        };
        number.to_i64().and_then(|n| i32::try_from(n).ok())
    }

    /// The formulas directly inside this one, in reading order.
    pub fn parts(&self) -> Vec<&Formula> {
        match &self.step {
            Step::Number(_)
            | Step::Text(_)
            | Step::Boolean(_)
            | Step::Year(_)
            | Step::Date(_)
            | Step::Rank(_) => Vec::new(),
            Step::BoundYear(_) | Step::Fact { .. } | Step::Derived { .. } => Vec::new(),
            Step::At { series, year } => vec![series, year],
            Step::Negate(inner) | Step::Not(inner) | Step::Known(inner) => vec![inner],
            Step::Arithmetic(_, left, right) | Step::Compare(_, left, right) => vec![left, right],
            Step::And(parts) | Step::Or(parts) | Step::Call(_, parts) => parts.iter().collect(),
            Step::Between(item, low, high) => vec![item, low, high],
            Step::In { item, list, .. } => std::iter::once(&**item).chain(list).collect(),
            Step::If(condition, yes, no) => vec![condition, yes, no],
            Step::Quantified { over, body, .. } => {
                over.parts().into_iter().chain([&**body]).collect()
            }
            Step::Aggregate { over, body, .. } => {
                over.parts().into_iter().chain(body.as_deref()).collect()
            }
        }
    }
}

impl Range {
    fn parts(&self) -> Vec<&Formula> {
        match self {
            Range::Years { from, to, .. } => vec![from, to],
            Range::Rows { condition, .. } => condition.as_deref().into_iter().collect(),
        }
    }
}

/// A derived column: a formula over the row it belongs to.
#[derive(Clone, Debug)]
pub struct Derived {
    /// Its table.
    pub table: TableId,
    /// Its name.
    pub name: String,
    /// Whether it has one value a year.
    pub series: bool,
    /// How it is computed, as written.
    pub text: String,
    /// How it is computed.
    pub formula: Formula,
}

struct SlotWalk<'a> {
    derived: &'a [Derived],
    years: Vec<i32>,
    year: Option<i32>,
    read: &'a mut dyn FnMut(TableId, Slot),
}

impl SlotWalk<'_> {
    fn walk(&mut self, formula: &Formula) {
        match &formula.step {
            Step::Fact {
                table,
                column,
                series,
                owner,
            } => {
                self.read_pointer(*owner);
                let year = if *series { self.year } else { None };
                (self.read)(
                    *table,
                    Slot {
                        column: *column,
                        year,
                    },
                );
            }
            Step::Derived { index, owner } => {
                let derived = self.derived;
                if let Some(column) = derived.get(*index) {
                    self.read_pointer(*owner);
                    let outer = std::mem::take(&mut self.years);
                    self.walk(&column.formula);
                    self.years = outer;
                }
            }
            Step::At { series, year } => {
                let outer = self.year;
                let fixed = year.year(&self.years);
                if fixed.is_none() {
                    // The row itself says which year.
                    self.walk(year);
                }
                self.year = fixed;
                self.walk(series);
                self.year = outer;
            }
            Step::Quantified { over, body, .. } => self.walk_range(over, Some(body)),
            Step::Aggregate { over, body, .. } => self.walk_range(over, body.as_deref()),
            Step::Number(_)
            | Step::Text(_)
            | Step::Boolean(_)
            | Step::Year(_)
            | Step::Date(_)
            | Step::Rank(_) => {}
            Step::BoundYear(_) => {}
            Step::Negate(_)
            | Step::Not(_)
            | Step::Arithmetic(..)
            | Step::And(_)
            | Step::Or(_)
            | Step::Compare(..) => self.walk_parts(formula),
            Step::Between(..)
            | Step::In { .. }
            | Step::If(..)
            | Step::Call(..)
            | Step::Known(_) => self.walk_parts(formula),
        }
    }

    fn walk_parts(&mut self, formula: &Formula) {
        for part in formula.parts() {
            self.walk(part);
        }
    }

    /// A path also reads the code column that leads to its row.
    fn read_pointer(&mut self, owner: Owner) {
        match owner {
            Owner::Through { from, column } => (self.read)(from, Slot { column, year: None }),
            Owner::Row | Owner::Own => {}
        }
    }

    fn walk_range(&mut self, over: &Range, body: Option<&Formula>) {
        match over {
            Range::Years { from, to, .. } => {
                let (Some(from), Some(to)) = (from.year(&self.years), to.year(&self.years)) else {
                    return;
                };
                for year in from..=to {
                    self.years.push(year);
                    if let Some(body) = body {
                        self.walk(body);
                    }
                    self.years.pop();
                }
            }
            Range::Rows { condition, .. } => {
                for part in condition.as_deref().into_iter().chain(body) {
                    self.walk(part);
                }
            }
        }
    }
}
