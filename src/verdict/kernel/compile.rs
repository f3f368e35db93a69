//! From a checked formula to a program over one row's columns.
//!
//! In: a rule. Out: its program, or nothing: then the interpreter judges every row. Must not know: facts.
//!
//! Follows `verdict/evaluate.rs` step by step, but for reasons and bounds: a kernel says only whether something is missing.

use super::lanes::{FALSE, OPEN, TRUE};
use super::program::{Cut, Draft, OneMissing, Op, Register};
use crate::fact::data::Kind;
use crate::fact::schema::{ColumnId, Slot, TableId};
use crate::number::Number;
use crate::rule::RuleSet;
use crate::rule::expression::syntax::{Aggregate, Comparison, Operator, Quantifier};
use crate::rule::formula::{Formula, Owner, Range, Step, Type};
use crate::rule::functions::Function;
use chrono::Datelike;
use num_traits::ToPrimitive;

/// A compilation in progress: the operations so far, and what names mean at this point.
pub(super) struct Compiler<'a> {
    rules: &'a RuleSet,
    table: TableId,
    pub(super) draft: Draft,
    /// Bound years, outermost first.
    years: Vec<i32>,
    /// The year at which a series is read.
    year: Option<i32>,
}

impl<'a> Compiler<'a> {
    pub(super) fn new(rules: &'a RuleSet, table: TableId) -> Self {
        Compiler {
            rules,
            table,
            draft: Draft::default(),
            years: Vec::new(),
            year: None,
        }
    }

    /// A condition, or another truth.
    pub(super) fn truth(&mut self, formula: &'a Formula) -> Option<Register> {
        match &formula.step {
            Step::Boolean(flag) => self.constant(*flag),
            Step::Fact {
                owner,
                table,
                column,
                series,
            } => {
                let slot = self.slot(*owner, *table, *column, *series)?;
                self.draft.add(Op::LoadTruths(slot))
            }
            Step::Derived { owner, index } => self.derived(*owner, *index, Self::truth),
            Step::At { series, year } => self.at(series, year, Self::truth),
            Step::Not(inner) => {
                let inner = self.truth(inner)?;
                self.draft.add(Op::Not(inner))
            }
            Step::And(parts) => self.combined(parts, Quantifier::Every, Self::truth),
            Step::Or(parts) => self.combined(parts, Quantifier::Some, Self::truth),
            Step::Compare(comparison, left, right) => self.compared(*comparison, left, right),
            Step::Between(item, low, high) => {
                let above = self.compared(Comparison::AtLeast, item, low)?;
                let below = self.compared(Comparison::AtMost, item, high)?;
                self.draft.add(Op::And(above, below))
            }
            Step::In {
                item,
                negated,
                list,
            } => self.one_of(item, *negated, list),
            Step::If(condition, yes, no) => {
                let condition = self.truth(condition)?;
                let (yes, no) = (self.truth(yes)?, self.truth(no)?);
                self.draft.add(Op::ChooseTruth(condition, yes, no))
            }
            Step::Quantified {
                quantifier,
                over,
                body,
            } => self.quantified(*quantifier, over, body),
            Step::Known(inner) => self.known(inner),
            // The functions that give a truth look at texts.
            Step::Call(..) => None,
            Step::Number(_) | Step::Text(_) | Step::Year(_) | Step::Date(_) | Step::Rank(_) => None,
            Step::BoundYear(_) | Step::Negate(_) | Step::Arithmetic(..) => None,
            Step::Aggregate { .. } => None,
        }
    }

    fn compared(
        &mut self,
        comparison: Comparison,
        left: &'a Formula,
        right: &'a Formula,
    ) -> Option<Register> {
        let [on_left, on_right] = comparison.settles_no_year();
        let left = self.side(left, on_left)?;
        let right = self.side(right, on_right)?;
        self.draft.add(Op::Compare(comparison, left, right))
    }

    /// A side of a comparison, which may be settled where that side has no year.
    fn side(&mut self, formula: &'a Formula, settles_no_year: bool) -> Option<Register> {
        match settles_no_year && formula.is_column_of_years() {
            true => self.years_settled(formula),
            false => self.number(formula),
        }
    }

    /// A column of years with its noughts.
    fn years_settled(&mut self, formula: &'a Formula) -> Option<Register> {
        if let Step::At { series, year } = &formula.step {
            return self.at(series, year, Self::years_settled);
        }
        let Step::Fact {
            owner,
            table,
            column,
            series,
        } = &formula.step
        else {
            return None;
        };
        let slot = self.slot(*owner, *table, *column, *series)?;
        self.draft.add(Op::LoadYears(slot))
    }

    /// A number, a day, a year, a term, or a truth as 1 or 0.
    fn number(&mut self, formula: &'a Formula) -> Option<Register> {
        if formula.kind == Type::Boolean {
            let truth = self.truth(formula)?;
            return self.draft.add(Op::OfTruth(truth));
        }
        match &formula.step {
            Step::Number(number) => {
                let (numerator, denominator) = number.numerator_and_denominator();
                self.draft
                    .add(Op::Number(numerator.to_i64()?, denominator.to_i64()?))
            }
            Step::Year(year) => self.whole(i64::from(*year)),
            Step::Date(day) => self.whole(i64::from(day.num_days_from_ce())),
            Step::Rank(rank) => self.whole(i64::from(*rank)),
            Step::BoundYear(depth) => match self.years.get(*depth) {
                Some(year) => self.whole(i64::from(*year)),
                None => self.draft.add(Op::NoNumber),
            },
            Step::Fact {
                owner,
                table,
                column,
                series,
            } => {
                let slot = self.slot(*owner, *table, *column, *series)?;
                let kind = kept_as(formula.kind)?;
                self.draft.add(Op::LoadNumbers(slot, kind))
            }
            Step::Derived { owner, index } => self.derived(*owner, *index, Self::number),
            Step::At { series, year } => self.at(series, year, Self::number),
            Step::Negate(inner) => {
                let inner = self.number(inner)?;
                self.draft.add(Op::Negate(inner))
            }
            Step::Arithmetic(operator, left, right) => {
                let is_year = formula.kind == Type::Year;
                let (left, right) = (self.number(left)?, self.number(right)?);
                let result = self.arithmetic(*operator, left, right)?;
                if is_year {
                    self.draft.add(Op::AsYear(result))
                } else {
                    Some(result)
                }
            }
            Step::If(condition, yes, no) => {
                let condition = self.truth(condition)?;
                let (yes, no) = (self.number(yes)?, self.number(no)?);
                self.draft.add(Op::ChooseNumber(condition, yes, no))
            }
            Step::Call(function, arguments) => self.call(function, arguments),
            Step::Aggregate {
                aggregate,
                over,
                body,
            } => self.aggregate(*aggregate, over, body.as_deref()),
            Step::Text(_) => None,
            Step::Boolean(_) | Step::Not(_) | Step::And(_) | Step::Or(_) | Step::Compare(..) => {
                None
            }
            Step::Between(..) | Step::In { .. } | Step::Quantified { .. } | Step::Known(_) => None,
        }
    }

    fn constant(&mut self, flag: bool) -> Option<Register> {
        self.draft.add(Op::Truth(if flag { TRUE } else { FALSE }))
    }

    fn whole(&mut self, number: i64) -> Option<Register> {
        self.draft.add(Op::Number(number, 1))
    }

    // ---- facts ----

    /// A column of the row at hand; other rows are the interpreter's.
    fn slot(&self, owner: Owner, table: TableId, column: ColumnId, series: bool) -> Option<Slot> {
        let year = if series { self.year } else { None };
        match owner {
            Owner::Row if table == self.table => Some(Slot { column, year }),
            Owner::Row | Owner::Own | Owner::Through { .. } => None,
        }
    }

    /// Years bound outside mean nothing in a derived column.
    fn derived(
        &mut self,
        owner: Owner,
        index: usize,
        inside: impl FnOnce(&mut Self, &'a Formula) -> Option<Register>,
    ) -> Option<Register> {
        let derived = self.rules.derived.get(index)?;
        match owner {
            Owner::Row if derived.table == self.table => {
                let outer = std::mem::take(&mut self.years);
                let result = inside(self, &derived.formula);
                self.years = outer;
                result
            }
            Owner::Row | Owner::Own | Owner::Through { .. } => None,
        }
    }

    fn at(
        &mut self,
        series: &'a Formula,
        year: &Formula,
        inside: impl FnOnce(&mut Self, &'a Formula) -> Option<Register>,
    ) -> Option<Register> {
        let year = year.year(&self.years)?;
        let outer = self.year.replace(year);
        let result = inside(self, series);
        self.year = outer;
        result
    }

    /// The checker lets this ask for a column only.
    fn known(&mut self, inner: &'a Formula) -> Option<Register> {
        if let Step::At { series, year } = &inner.step {
            return self.at(series, year, Self::known);
        }
        let Step::Fact {
            owner,
            table,
            column,
            series,
        } = &inner.step
        else {
            return None;
        };
        let slot = self.slot(*owner, *table, *column, *series)?;
        self.draft.add(Op::LoadKnown(slot))
    }

    // ---- logic ----

    /// All of them for `every`, at least one for `some`; the interpreter's answer for none at all is another.
    fn combined<T>(
        &mut self,
        members: impl IntoIterator<Item = T>,
        quantifier: Quantifier,
        mut inside: impl FnMut(&mut Self, T) -> Option<Register>,
    ) -> Option<Register> {
        let mut combined = self.constant(quantifier == Quantifier::Every)?;
        for (at, member) in members.into_iter().enumerate() {
            let member = inside(self, member)?;
            combined = match quantifier {
                Quantifier::Every | Quantifier::Some if at == 0 => member,
                Quantifier::Every => self.draft.add(Op::And(combined, member))?,
                Quantifier::Some => self.draft.add(Op::Or(combined, member))?,
            };
        }
        Some(combined)
    }

    fn one_of(
        &mut self,
        item: &'a Formula,
        negated: bool,
        list: &'a [Formula],
    ) -> Option<Register> {
        let found = self.combined(list, Quantifier::Some, |compiler, literal| {
            compiler.compared(Comparison::Equal, item, literal)
        })?;
        if negated {
            self.draft.add(Op::Not(found))
        } else {
            Some(found)
        }
    }

    // ---- years ----

    /// The years of a range, if it is one of years.
    fn years(&self, over: &Range) -> Option<Vec<i32>> {
        match over {
            Range::Years { from, to, .. } => {
                let (from, to) = (from.year(&self.years), to.year(&self.years));
                Some(match (from, to) {
                    (Some(from), Some(to)) => (from..=to).collect(),
                    (None, _) | (_, None) => Vec::new(),
                })
            }
            Range::Rows { .. } => None,
        }
    }

    fn in_year(
        &mut self,
        year: i32,
        inside: impl FnOnce(&mut Self) -> Option<Register>,
    ) -> Option<Register> {
        self.years.push(year);
        let result = inside(self);
        self.years.pop();
        result
    }

    fn quantified(
        &mut self,
        quantifier: Quantifier,
        over: &Range,
        body: &'a Formula,
    ) -> Option<Register> {
        let years = self.years(over)?;
        match quantifier {
            Quantifier::Every if years.is_empty() => self.draft.add(Op::Truth(OPEN)),
            Quantifier::Every | Quantifier::Some => {
                self.combined(years, quantifier, |compiler, year| {
                    compiler.in_year(year, |compiler| compiler.truth(body))
                })
            }
        }
    }

    fn aggregate(
        &mut self,
        aggregate: Aggregate,
        over: &Range,
        body: Option<&'a Formula>,
    ) -> Option<Register> {
        let years = self.years(over)?;
        let count = i64::try_from(years.len()).ok()?;
        let mut members = Vec::new();
        if let Some(body) = body {
            for year in years {
                members.push(self.in_year(year, |compiler| compiler.number(body))?);
            }
        }
        match aggregate {
            Aggregate::Count => self.whole(count),
            Aggregate::Sum => self.sum(&members),
            Aggregate::Mean if count == 0 => self.draft.add(Op::NoNumber),
            Aggregate::Mean => {
                let (sum, count) = (self.sum(&members)?, self.whole(count)?);
                self.arithmetic(Operator::Divide, sum, count)
            }
            Aggregate::Min => self.extreme(&members, false, OneMissing::Bound),
            Aggregate::Max => self.extreme(&members, true, OneMissing::Bound),
        }
    }

    // ---- numbers ----

    fn sum(&mut self, members: &[Register]) -> Option<Register> {
        let Some((first, others)) = members.split_first() else {
            return self.whole(0);
        };
        others.iter().try_fold(*first, |sum, member| {
            self.draft.add(Op::Arithmetic(Operator::Add, sum, *member))
        })
    }

    fn extreme(
        &mut self,
        members: &[Register],
        greatest: bool,
        one_missing: OneMissing,
    ) -> Option<Register> {
        let Some((first, others)) = members.split_first() else {
            return self.draft.add(Op::NoNumber);
        };
        others.iter().try_fold(*first, |best, member| {
            self.draft.add(Op::Extreme {
                greatest,
                one_missing,
                of: (best, *member),
            })
        })
    }

    /// Division by a literal is multiplication, which keeps the denominator common to all lanes.
    fn arithmetic(
        &mut self,
        operator: Operator,
        left: Register,
        right: Register,
    ) -> Option<Register> {
        let inverse = match (operator, self.draft.op(right)) {
            (Operator::Divide, Some(Op::Number(numerator, denominator))) if *numerator > 0 => {
                Some(Op::Number(*denominator, *numerator))
            }
            (
                Operator::Add | Operator::Subtract | Operator::Multiply | Operator::Divide,
                Some(_) | None,
            ) => None,
        };
        let (operator, right) = match inverse {
            Some(inverse) => (Operator::Multiply, self.draft.add(inverse)?),
            None => (operator, right),
        };
        self.draft.add(Op::Arithmetic(operator, left, right))
    }

    /// Functions by name: one that is not known here is the interpreter's.
    fn call(&mut self, function: &Function, arguments: &'a [Formula]) -> Option<Register> {
        let cut = |compiler: &mut Self, cut: Cut| {
            let places = match arguments.get(1) {
                Some(places) => u8::try_from(literal(places)?).ok()?,
                None => 0,
            };
            let of = compiler.number(arguments.first()?)?;
            compiler.draft.add(Op::Cut(cut, places, of))
        };
        match (function.name, arguments) {
            ("reduction", [from, to]) => {
                let (from, to) = (self.number(from)?, self.number(to)?);
                let fall = self.arithmetic(Operator::Subtract, from, to)?;
                self.arithmetic(Operator::Divide, fall, from)
            }
            ("abs", [of]) => {
                let of = self.number(of)?;
                self.draft.add(Op::Absolute(of))
            }
            ("min" | "max", all) => {
                let all: Option<Vec<Register>> = all.iter().map(|of| self.number(of)).collect();
                self.extreme(&all?, function.name == "max", OneMissing::Missing)
            }
            ("floor", [_]) => cut(self, Cut::Floor),
            ("ceiling", [_]) => cut(self, Cut::Ceiling),
            ("round", [_, _]) => cut(self, Cut::Round),
            ("truncate", [_, _]) => cut(self, Cut::Truncate),
            ("date", [year, month, day]) => {
                let month = u32::try_from(literal(month)?).ok()?;
                let day = u32::try_from(literal(day)?).ok()?;
                let year = self.number(year)?;
                self.draft.add(Op::Day { month, day, year })
            }
            ("year", [day]) => {
                let day = self.number(day)?;
                self.draft.add(Op::YearOf(day))
            }
            ("days", [from, to]) => {
                let (from, to) = (self.number(from)?, self.number(to)?);
                self.arithmetic(Operator::Subtract, to, from)
            }
            _ => None,
        }
    }
}

fn literal(formula: &Formula) -> Option<i64> {
    let Step::Number(number) = &formula.step else {
        return None;
    };
    Number::to_i64(number)
}

/// How a column of that type is kept; none for texts, which kernels do not compare.
fn kept_as(kind: Type) -> Option<Kind> {
    match kind {
        Type::Boolean => Some(Kind::YesNo),
        Type::Number(..) => Some(Kind::Number),
        Type::Date => Some(Kind::Date),
        Type::Year => Some(Kind::Year),
        Type::Term(_) => Some(Kind::Term),
        Type::Text => None,
    }
}
