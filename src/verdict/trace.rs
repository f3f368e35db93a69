//! The record of an evaluation: every step with its answer, and the facts it read.
//!
//! In: what the evaluator tells. Out: a tree to explain from, and the missing facts that keep it open. Must not know: languages.

use crate::fact::Facts;
use crate::fact::data::{Fact, TableFacts};
use crate::fact::schema::{Slot, TableId};
use crate::place::Place;
use crate::rule::formula::{Formula, Step};
use crate::verdict::answer::{Answer, Reason};
use crate::verdict::evaluate::{FactAt, Recorder, Scene};

/// One step of an evaluation.
#[derive(Clone, Debug)]
pub struct Trace<'a> {
    /// What was computed.
    pub formula: &'a Formula,
    /// What came out.
    pub answer: Answer<'a>,
    /// The steps inside, in the order they were taken.
    pub parts: Vec<Trace<'a>>,
    /// Bound years at this step, outermost first.
    pub years: Vec<i32>,
    /// The year at which series were read.
    pub year: Option<i32>,
    /// The row at hand.
    pub row: (TableId, u32),
    /// The fact this step read, if it is one.
    pub fact: Option<ReadFact>,
}

/// A fact that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadFact {
    /// Its table.
    pub table: TableId,
    /// Its row; none where there is no such row.
    pub row: Option<u32>,
    /// Its column and year.
    pub slot: Slot,
}

impl ReadFact {
    /// The cells it comes from.
    pub fn places(&self, facts: &Facts) -> Vec<Place> {
        match (
            facts
                .tables
                .get(usize::from(self.table.0))
                .and_then(Option::as_ref),
            self.row,
        ) {
            (Some(table), Some(row)) => table.places(row, self.slot),
            (None, _) | (_, None) => Vec::new(),
        }
    }
}

/// A fact whose absence keeps a condition open.
#[derive(Clone, Debug, PartialEq)]
pub struct MissingFact {
    /// The fact; none where a whole table or range has no row.
    pub fact: Option<ReadFact>,
    /// The code of its row.
    pub code: String,
    /// Why it has no value.
    pub reason: Reason,
    /// The cells that should hold it.
    pub places: Vec<Place>,
}

/// Builds the tree while the evaluator goes.
#[derive(Debug, Default)]
pub(super) struct Recording<'a> {
    open: Vec<(Vec<Trace<'a>>, Option<FactAt>)>,
    finished: Option<Trace<'a>>,
}

impl<'a> Recorder<'a> for Recording<'a> {
    const COMPLETE: bool = true;

    fn enter(&mut self) {
        self.open.push((Vec::new(), None));
    }

    fn read(&mut self, fact: FactAt) {
        if let Some((_, read)) = self.open.last_mut() {
            *read = Some(fact);
        }
    }

    fn leave(&mut self, formula: &'a Formula, scene: &Scene, answer: &Answer<'a>) {
        let Some((parts, fact)) = self.open.pop() else {
            return;
        };
        let fact = fact.map(|f| ReadFact {
            table: f.table,
            row: f.row,
            slot: f.slot,
        });
        let (years, row) = (scene.years.clone(), (scene.table, scene.row));
        let trace = Trace {
            formula,
            answer: answer.clone(),
            parts,
            years,
            year: scene.year,
            row,
            fact,
        };
        match self.open.last_mut() {
            Some((siblings, _)) => siblings.push(trace),
            None => self.finished = Some(trace),
        }
    }
}

impl<'a> Recording<'a> {
    /// The finished tree of that formula.
    pub(super) fn finish(self, formula: &'a Formula) -> Trace<'a> {
        self.finished.unwrap_or(Trace {
            formula,
            answer: Answer::Missing(Reason::NoRows),
            parts: Vec::new(),
            years: Vec::new(),
            year: None,
            row: (TableId(0), 0),
            fact: None,
        })
    }
}

impl Trace<'_> {
    /// The facts that keep this open, in the order read, each once; nothing from branches that are decided.
    pub fn missing(&self, facts: &Facts) -> Vec<MissingFact> {
        let mut found = Vec::new();
        self.collect_missing(facts, &mut found);
        found
    }

    fn collect_missing(&self, facts: &Facts, found: &mut Vec<MissingFact>) {
        if !self.answer.is_open() {
            return;
        }
        let before = found.len();
        for part in &self.parts {
            part.collect_missing(facts, found);
        }
        let inside_explains =
            found.len() > before || self.parts.iter().any(|part| part.answer.is_open());
        if inside_explains {
            return;
        }
        let missing = self.missing_here(facts);
        if !found.contains(&missing) {
            found.push(missing);
        }
    }

    fn missing_here(&self, facts: &Facts) -> MissingFact {
        let reason = self.answer.reason();
        // A division by zero is explained by the figure that is 0.
        let fact = self
            .fact
            .or_else(|| self.zero_divisor().and_then(|divisor| divisor.first_fact()));
        let row = fact
            .and_then(|f| f.row.map(|row| (f.table, row)))
            .unwrap_or(self.row);
        let table: Option<&TableFacts> = facts
            .tables
            .get(usize::from(row.0.0))
            .and_then(Option::as_ref);
        let places = fact.map(|f| f.places(facts)).unwrap_or_default();
        MissingFact {
            fact,
            code: table.map(|t| t.code(row.1)).unwrap_or_default(),
            reason,
            places,
        }
    }

    /// The part that was divided by, where that made this missing.
    fn zero_divisor(&self) -> Option<&Trace<'_>> {
        let zero = |part: &&Trace<'_>| {
            part.answer
                .as_number()
                .is_some_and(crate::number::Number::is_zero)
        };
        if let Step::Arithmetic(..) = &self.formula.step {
            return self.parts.last().filter(zero);
        }
        self.parts.iter().find(zero)
    }

    fn first_fact(&self) -> Option<ReadFact> {
        self.fact
            .or_else(|| self.parts.iter().find_map(Trace::first_fact))
    }

    /// Whether a fact read somewhere inside has that state.
    pub fn any_fact(&self, facts: &Facts, wanted: &dyn Fn(&Fact<'_>) -> bool) -> bool {
        let here = self.fact.is_some_and(|read| {
            match (
                facts
                    .tables
                    .get(usize::from(read.table.0))
                    .and_then(Option::as_ref),
                read.row,
            ) {
                (Some(table), Some(row)) => wanted(&table.get(row, read.slot)),
                (None, _) | (_, None) => false,
            }
        });
        here || self.parts.iter().any(|part| part.any_fact(facts, wanted))
    }
}
