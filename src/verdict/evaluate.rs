//! Evaluates a formula for one row: strong Kleene logic over exact numbers.
//!
//! In: a checked formula, a scene (which row, which years) and the facts. Out: an answer; every step on the way is told to a
//! recorder, so that judging and explaining run the same code. Must not know: verdicts, groups, languages.

mod arithmetic;
mod comparison;
mod members;
mod scene;

pub(super) use scene::Scene;

use arithmetic::{arithmetic, subtract};
use members::Members;

use crate::fact::Facts;
use crate::fact::data::{Absence, Fact, TableFacts};
use crate::fact::schema::{ColumnId, Slot, TableId};
use crate::number::Number;
use crate::rule::RuleSet;
use crate::rule::expression::syntax::{Aggregate, Comparison, Quantifier};
use crate::rule::formula::{Formula, Owner, Range, Step};
use crate::rule::functions::{Function, Operand};
use crate::verdict::answer::{Answer, Conjunction, Reason, Value, negation};
use crate::verdict::index::Indexes;
use std::borrow::Cow;

/// A fact that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FactAt {
    pub(super) table: TableId,
    /// None where no row could be found.
    pub(super) row: Option<u32>,
    pub(super) slot: Slot,
}

/// What is told of every step.
pub(super) trait Recorder<'a> {
    /// Whether every part is evaluated, also those that can no longer change the outcome.
    const COMPLETE: bool;
    /// A formula begins.
    fn enter(&mut self);
    /// The fact that the formula at hand reads.
    fn read(&mut self, fact: FactAt);
    /// The formula ends with that answer.
    fn leave(&mut self, formula: &'a Formula, scene: &Scene, answer: &Answer<'a>);
}

/// Judging needs no record.
impl<'a> Recorder<'a> for () {
    const COMPLETE: bool = false;
    fn enter(&mut self) {}
    fn read(&mut self, _: FactAt) {}
    fn leave(&mut self, _: &'a Formula, _: &Scene, _: &Answer<'a>) {}
}

/// What a formula is evaluated against.
#[derive(Clone, Copy)]
pub(super) struct Evaluator<'a, 'i> {
    pub(super) rules: &'a RuleSet,
    pub(super) facts: &'a Facts,
    pub(super) indexes: &'i Indexes,
    /// Whether a nought for a year settles nothing: data may be wrong and records be missed for want of that year.
    pub(super) leaves_noughts_open: bool,
}

impl<'a> Evaluator<'a, '_> {
    /// The formula's answer in that scene.
    pub(super) fn answer<R: Recorder<'a>>(
        self,
        formula: &'a Formula,
        scene: &mut Scene,
        record: &mut R,
    ) -> Answer<'a> {
        record.enter();
        let answer = self.step(formula, scene, record);
        record.leave(formula, scene, &answer);
        answer
    }

    fn step<R: Recorder<'a>>(
        self,
        formula: &'a Formula,
        scene: &mut Scene,
        record: &mut R,
    ) -> Answer<'a> {
        match &formula.step {
            Step::Number(number) => Answer::number(number.clone()),
            Step::Text(text) => Answer::Known(Value::Text(Cow::Borrowed(text))),
            Step::Boolean(flag) => Answer::boolean(*flag),
            Step::Year(year) => Answer::Known(Value::Year(*year)),
            Step::Date(day) => Answer::Known(Value::Date(*day)),
            Step::Rank(rank) => Answer::Known(Value::Term(*rank)),
            Step::BoundYear(depth) => scene
                .years
                .get(*depth)
                .map_or(Answer::Missing(Reason::NoRows), |y| {
                    Answer::Known(Value::Year(*y))
                }),
            Step::Fact {
                owner,
                table,
                column,
                series,
            } => self.fact(*owner, *table, *column, *series, scene, record),
            Step::Derived { owner, index } => self.derived(*owner, *index, scene, record),
            Step::At { series, year } => self.at(series, year, scene, record),
            Step::Negate(inner) => {
                let inner = self.answer(inner, scene, record);
                subtract(&Answer::number(Number::ZERO), &inner)
            }
            Step::Not(inner) => negation(self.answer(inner, scene, record)),
            Step::Arithmetic(operator, left, right) => {
                let (left, right) = (
                    self.answer(left, scene, record),
                    self.answer(right, scene, record),
                );
                arithmetic(*operator, &left, &right)
            }
            Step::And(parts) => self.all(parts, scene, record),
            Step::Or(parts) => self.any(parts, scene, record),
            Step::Compare(comparison, left, right) => {
                let (a, b) = (
                    self.answer(left, scene, record),
                    self.answer(right, scene, record),
                );
                self.compared(*comparison, (left, &a), (right, &b))
            }
            Step::Between(item, low, high) => {
                let x = self.answer(item, scene, record);
                let (a, b) = (
                    self.answer(low, scene, record),
                    self.answer(high, scene, record),
                );
                let mut both = Conjunction::default();
                both.add(&self.compared(Comparison::AtLeast, (item, &x), (low, &a)));
                both.add(&self.compared(Comparison::AtMost, (item, &x), (high, &b)));
                both.answer()
            }
            Step::In {
                item,
                negated,
                list,
            } => self.one_of(item, *negated, list, scene, record),
            Step::If(condition, yes, no) => self.choose(condition, yes, no, scene, record),
            Step::Quantified {
                quantifier,
                over,
                body,
            } => self.quantified(*quantifier, over, body, scene, record),
            Step::Call(function, arguments) => self.call(function, arguments, scene, record),
            Step::Known(inner) => known(&self.answer(inner, scene, record)),
            Step::Aggregate {
                aggregate,
                over,
                body,
            } => self.aggregate(*aggregate, over, body.as_deref(), scene, record),
        }
    }

    fn all<R: Recorder<'a>>(
        self,
        parts: &'a [Formula],
        scene: &mut Scene,
        record: &mut R,
    ) -> Answer<'a> {
        let mut all = Conjunction::default();
        for part in parts {
            if all.add(&self.answer(part, scene, record)) && !R::COMPLETE {
                break;
            }
        }
        all.answer()
    }

    /// `a or b` is `not (not a and not b)`.
    fn any<R: Recorder<'a>>(
        self,
        parts: &'a [Formula],
        scene: &mut Scene,
        record: &mut R,
    ) -> Answer<'a> {
        let mut none = Conjunction::default();
        for part in parts {
            if none.add(&negation(self.answer(part, scene, record))) && !R::COMPLETE {
                break;
            }
        }
        negation(none.answer())
    }

    fn one_of<R: Recorder<'a>>(
        self,
        item: &'a Formula,
        negated: bool,
        list: &'a [Formula],
        scene: &mut Scene,
        record: &mut R,
    ) -> Answer<'a> {
        let sought = self.answer(item, scene, record);
        let mut none = Conjunction::default();
        for literal in list {
            // Literals are no step of an explanation.
            let one = self.answer(literal, scene, &mut ());
            let is_it = self.compared(Comparison::Equal, (item, &sought), (literal, &one));
            none.add(&negation(is_it));
        }
        let none = none.answer();
        if negated { none } else { negation(none) }
    }

    fn choose<R: Recorder<'a>>(
        self,
        condition: &'a Formula,
        yes: &'a Formula,
        no: &'a Formula,
        scene: &mut Scene,
        record: &mut R,
    ) -> Answer<'a> {
        let condition = self.answer(condition, scene, record);
        match condition.truth() {
            Some(true) => self.answer(yes, scene, record),
            Some(false) => self.answer(no, scene, record),
            None => {
                let (yes, no) = (
                    self.answer(yes, scene, record),
                    self.answer(no, scene, record),
                );
                if yes.value().is_some() && yes == no {
                    yes
                } else {
                    Answer::Missing(condition.reason())
                }
            }
        }
    }

    // ---- facts ----

    pub(super) fn table(self, table: TableId) -> Option<&'a TableFacts> {
        self.facts.tables.get(usize::from(table.0))?.as_ref()
    }

    fn fact<R: Recorder<'a>>(
        self,
        owner: Owner,
        table: TableId,
        column: ColumnId,
        series: bool,
        scene: &Scene,
        record: &mut R,
    ) -> Answer<'a> {
        let slot = Slot {
            column,
            year: if series { scene.year } else { None },
        };
        match self.row(owner, scene) {
            Ok((table, row)) => {
                record.read(FactAt {
                    table,
                    row: Some(row),
                    slot,
                });
                self.table(table)
                    .map_or(Answer::Missing(Reason::NoRows), |facts| {
                        answer_of(facts.get(row, slot))
                    })
            }
            Err(Some(pointer)) => {
                record.read(pointer);
                Answer::Missing(Reason::Dangling)
            }
            Err(None) => {
                record.read(FactAt {
                    table,
                    row: None,
                    slot,
                });
                Answer::Missing(Reason::NoRows)
            }
        }
    }

    /// The row that an owner means; else the pointer that leads nowhere.
    fn row(self, owner: Owner, scene: &Scene) -> Result<(TableId, u32), Option<FactAt>> {
        match owner {
            Owner::Row => Ok((scene.table, scene.row)),
            Owner::Own => scene.own.ok_or(None),
            Owner::Through { from, column } => {
                let slot = Slot { column, year: None };
                let pointer = FactAt {
                    table: from,
                    row: Some(scene.row),
                    slot,
                };
                self.indexes
                    .target(self.rules, self.facts, from, scene.row, column)
                    .ok_or(Some(pointer))
            }
        }
    }

    /// A derived column is its formula, evaluated for the row it belongs to; years bound outside mean nothing in it.
    fn derived<R: Recorder<'a>>(
        self,
        owner: Owner,
        index: usize,
        scene: &mut Scene,
        record: &mut R,
    ) -> Answer<'a> {
        let Some(derived) = self.rules.derived.get(index) else {
            return Answer::Missing(Reason::NoRows);
        };
        match self.row(owner, scene) {
            Ok((table, row)) => {
                let mut inner = Scene {
                    table,
                    row,
                    own: None,
                    years: Vec::new(),
                    year: scene.year,
                };
                self.answer(&derived.formula, &mut inner, record)
            }
            Err(pointer) => {
                if let Some(pointer) = pointer {
                    record.read(pointer);
                }
                Answer::Missing(Reason::Dangling)
            }
        }
    }

    fn at<R: Recorder<'a>>(
        self,
        series: &'a Formula,
        year: &'a Formula,
        scene: &mut Scene,
        record: &mut R,
    ) -> Answer<'a> {
        let fixed = year.year(&scene.years);
        let year = match fixed {
            Some(year) => Answer::Known(Value::Year(year)),
            None => self.answer(year, scene, record),
        };
        let Answer::Known(Value::Year(year)) = year else {
            return Answer::Missing(year.reason());
        };
        let outer = scene.year.replace(year);
        let answer = self.answer(series, scene, record);
        scene.year = outer;
        answer
    }

    // ---- ranges ----

    /// Evaluates `inside` for every year of the range, in order, until it says stop.
    fn each_year(
        self,
        from: &Formula,
        to: &Formula,
        scene: &mut Scene,
        mut inside: impl FnMut(&mut Scene) -> bool,
    ) {
        let (Some(from), Some(to)) = (from.year(&scene.years), to.year(&scene.years)) else {
            return;
        };
        for year in from..=to {
            scene.years.push(year);
            let stop = inside(scene);
            scene.years.pop();
            if stop {
                break;
            }
        }
    }

    /// The column of a range's rows that must equal what the answer says of the outer row.
    pub(super) fn joined(
        self,
        range: &'a Range,
        own: (TableId, u32),
    ) -> Option<(ColumnId, Answer<'a>)> {
        let Range::Rows {
            table,
            joined_by: Some((column, other)),
            ..
        } = range
        else {
            return None;
        };
        let mut outer = Scene {
            table: *table,
            row: 0,
            own: Some(own),
            years: Vec::new(),
            year: None,
        };
        Some((*column, self.answer(other, &mut outer, &mut ())))
    }

    /// Evaluates `inside` for every row that the condition does not surely leave out; it is told whether the row surely belongs.
    pub(super) fn each_row<R: Recorder<'a>>(
        self,
        range: &'a Range,
        scene: &mut Scene,
        record: &mut R,
        mut inside: impl FnMut(&mut Scene, &mut R, bool) -> bool,
    ) -> Result<(), Reason> {
        let Range::Rows {
            table, condition, ..
        } = range
        else {
            return Ok(());
        };
        let facts = self.table(*table).ok_or(Reason::NoRows)?;
        let key = self.joined(range, (scene.table, scene.row));
        let candidates = self.indexes.candidates(facts, *table, key.as_ref());
        let outer = (scene.table, scene.row, scene.own);
        scene.own = Some((scene.table, scene.row));
        scene.table = *table;
        for row in candidates {
            scene.row = row;
            let sure = match condition {
                None => true,
                Some(condition) => match self.answer(condition, scene, &mut ()).truth() {
                    Some(false) => continue,
                    Some(true) => true,
                    None => {
                        // Only an undecided membership is a step of the explanation.
                        self.answer(condition, scene, record);
                        false
                    }
                },
            };
            if inside(scene, record, sure) {
                break;
            }
        }
        (scene.table, scene.row, scene.own) = outer;
        Ok(())
    }

    fn quantified<R: Recorder<'a>>(
        self,
        quantifier: Quantifier,
        over: &'a Range,
        body: &'a Formula,
        scene: &mut Scene,
        record: &mut R,
    ) -> Answer<'a> {
        // `some` is `not every not`; only an empty range tells them apart.
        let turned = |answer: Answer<'a>| match quantifier {
            Quantifier::Every => answer,
            Quantifier::Some => negation(answer),
        };
        let mut every = Conjunction::default();
        let (mut sure_members, mut open_members) = (0_u32, 0_u32);
        match over {
            Range::Years { from, to, .. } => {
                self.each_year(from, to, scene, |scene| {
                    sure_members += 1;
                    every.add(&turned(self.answer(body, scene, record))) && !R::COMPLETE
                });
            }
            Range::Rows { .. } => {
                let walked = self.each_row(over, scene, record, |scene, record, sure| {
                    let holds = turned(self.answer(body, scene, record));
                    if sure {
                        sure_members += 1;
                        return every.add(&holds) && !R::COMPLETE;
                    }
                    open_members += 1;
                    // A row that may not belong counts as `not where or body`: true if the body holds, else open.
                    if holds.truth() != Some(true) {
                        every.add(&Answer::Missing(holds.reason()));
                    }
                    false
                });
                if let Err(reason) = walked {
                    return Answer::Missing(reason);
                }
            }
        }
        let answer = turned(every.answer());
        match (quantifier, sure_members, open_members) {
            (Quantifier::Every, 0, _) => Answer::Missing(Reason::NoRows),
            (Quantifier::Some, 0, 0) => Answer::boolean(false),
            (Quantifier::Every | Quantifier::Some, _, _) => answer,
        }
    }

    fn aggregate<R: Recorder<'a>>(
        self,
        aggregate: Aggregate,
        over: &'a Range,
        body: Option<&'a Formula>,
        scene: &mut Scene,
        record: &mut R,
    ) -> Answer<'a> {
        let mut members = Members::default();
        match over {
            Range::Years { from, to, .. } => self.each_year(from, to, scene, |scene| {
                members.add(body.map(|body| self.answer(body, scene, record)), true);
                false
            }),
            Range::Rows { .. } => {
                let walked = self.each_row(over, scene, record, |scene, record, sure| {
                    members.add(body.map(|body| self.answer(body, scene, record)), sure);
                    false
                });
                if let Err(reason) = walked {
                    return Answer::Missing(reason);
                }
            }
        }
        members.aggregate(aggregate)
    }

    fn call<R: Recorder<'a>>(
        self,
        function: &'a Function,
        arguments: &'a [Formula],
        scene: &mut Scene,
        record: &mut R,
    ) -> Answer<'a> {
        let answers: Vec<Answer<'a>> = arguments
            .iter()
            .map(|argument| self.answer(argument, scene, record))
            .collect();
        let mut operands = Vec::with_capacity(answers.len());
        for answer in &answers {
            match answer.value() {
                Some(value) => operands.push(operand(value)),
                None => return Answer::Missing(answer.reason()),
            }
        }
        match (function.apply)(&operands) {
            Some(result) => Answer::Known(value(result)),
            None => Answer::Missing(Reason::ZeroBaseline),
        }
    }
}

fn answer_of(fact: Fact<'_>) -> Answer<'_> {
    Answer::Known(match fact {
        Fact::Number(number) => Value::Number(number),
        Fact::Text(text) => Value::Text(Cow::Borrowed(text)),
        Fact::YesNo(flag) => Value::Boolean(flag),
        Fact::Date(day) => Value::Date(day),
        Fact::Year(year) => Value::Year(year),
        Fact::Term(rank) => Value::Term(rank),
        Fact::Missing(absence) => return Answer::Missing(Reason::Fact(absence)),
    })
}

/// True for a value, false for an empty cell; an unreadable or absent one might have held something.
fn known<'a>(answer: &Answer<'a>) -> Answer<'a> {
    match answer {
        Answer::Known(_) | Answer::Bounded(..) => Answer::boolean(true),
        Answer::Missing(Reason::Fact(Absence::Empty | Absence::NoYear)) => Answer::boolean(false),
        Answer::Missing(reason) => Answer::Missing(*reason),
    }
}

fn operand(value: &Value<'_>) -> Operand {
    match value {
        Value::Number(number) => Operand::Number(number.clone()),
        Value::Text(text) => Operand::Text(text.to_string()),
        Value::Boolean(flag) => Operand::Boolean(*flag),
        Value::Date(day) => Operand::Date(*day),
        Value::Year(year) => Operand::Year(*year),
        Value::Term(rank) => Operand::Number(Number::from(i64::from(*rank))),
    }
}

fn value<'a>(operand: Operand) -> Value<'a> {
    match operand {
        Operand::Number(number) => Value::Number(number),
        Operand::Text(text) => Value::Text(Cow::Owned(text)),
        Operand::Boolean(flag) => Value::Boolean(flag),
        Operand::Date(day) => Value::Date(day),
        Operand::Year(year) => Value::Year(year),
    }
}
