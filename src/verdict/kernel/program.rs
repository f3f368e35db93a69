//! What a kernel does, operation by operation, each over all lanes of its registers.
//!
//! In: operations as the compiler adds them. Out: the program, in which the same is never computed twice and registers are used
//! anew. Must not know: formulas, how an operation is carried out.

use crate::fact::data::Kind;
use crate::fact::schema::Slot;
use crate::rule::expression::syntax::{Comparison, Operator};

/// The place of what an operation gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Register(pub(super) usize);

/// How a fraction is cut to decimal places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cut {
    /// Downwards.
    Floor,
    /// Upwards.
    Ceiling,
    /// To the nearest, half away from nought.
    Round,
    /// Towards nought.
    Truncate,
}

/// What comes out where one of two numbers is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum OneMissing {
    /// Nothing, as of a function.
    Missing,
    /// A bound, as of an aggregate: only the interpreter keeps these.
    Bound,
}

/// An operation.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Op {
    /// A number that is the same in every lane.
    Number(i64, i64),
    /// No number in any lane.
    NoNumber,
    /// A truth that is the same in every lane.
    Truth(u8),
    /// A column of numbers, days, years or terms.
    LoadNumbers(Slot, Kind),
    /// A column of years, with 0 for those cells that say there is none.
    LoadYears(Slot),
    /// A column of yes and no.
    LoadTruths(Slot),
    /// Whether the column has a value.
    LoadKnown(Slot),
    /// 1 for true, 0 for false.
    OfTruth(Register),
    /// `-x`.
    Negate(Register),
    /// `|x|`.
    Absolute(Register),
    /// `x + y` and the like.
    Arithmetic(Operator, Register, Register),
    /// The greater or the less of two.
    Extreme {
        greatest: bool,
        one_missing: OneMissing,
        of: (Register, Register),
    },
    /// Cut to decimal places.
    Cut(Cut, u8, Register),
    /// The day of that month and number in each year.
    Day {
        month: u32,
        day: u32,
        year: Register,
    },
    /// The year of a day.
    YearOf(Register),
    /// A year moved by a number: only what is still counted as a year.
    AsYear(Register),
    /// One number or the other.
    ChooseNumber(Register, Register, Register),
    /// `not x`.
    Not(Register),
    /// Both hold.
    And(Register, Register),
    /// At least one holds.
    Or(Register, Register),
    /// `x >= y` and the like.
    Compare(Comparison, Register, Register),
    /// One truth or the other.
    ChooseTruth(Register, Register, Register),
}

impl Op {
    /// The same operation on registers renamed in reading order.
    fn renamed(&self, mut name: impl FnMut(Register) -> Register) -> Op {
        match self {
            Op::Number(..)
            | Op::NoNumber
            | Op::Truth(_)
            | Op::LoadNumbers(..)
            | Op::LoadYears(_)
            | Op::LoadTruths(_)
            | Op::LoadKnown(_) => self.clone(),
            Op::OfTruth(of) => Op::OfTruth(name(*of)),
            Op::Negate(of) => Op::Negate(name(*of)),
            Op::Absolute(of) => Op::Absolute(name(*of)),
            Op::Arithmetic(operator, a, b) => Op::Arithmetic(*operator, name(*a), name(*b)),
            Op::Extreme {
                greatest,
                one_missing,
                of: (a, b),
            } => Op::Extreme {
                greatest: *greatest,
                one_missing: *one_missing,
                of: (name(*a), name(*b)),
            },
            Op::Cut(cut, places, of) => Op::Cut(*cut, *places, name(*of)),
            Op::Day { month, day, year } => Op::Day {
                month: *month,
                day: *day,
                year: name(*year),
            },
            Op::YearOf(of) => Op::YearOf(name(*of)),
            Op::AsYear(of) => Op::AsYear(name(*of)),
            Op::ChooseNumber(c, a, b) => Op::ChooseNumber(name(*c), name(*a), name(*b)),
            Op::Not(of) => Op::Not(name(*of)),
            Op::And(a, b) => Op::And(name(*a), name(*b)),
            Op::Or(a, b) => Op::Or(name(*a), name(*b)),
            Op::Compare(comparison, a, b) => Op::Compare(*comparison, name(*a), name(*b)),
            Op::ChooseTruth(c, a, b) => Op::ChooseTruth(name(*c), name(*a), name(*b)),
        }
    }

    /// Whether it gives the same whatever the rows.
    fn is_constant(&self) -> bool {
        match self {
            Op::Number(..) | Op::NoNumber | Op::Truth(_) => true,
            Op::LoadNumbers(..) | Op::LoadYears(_) | Op::LoadTruths(_) | Op::LoadKnown(_) => false,
            Op::OfTruth(_) | Op::Negate(_) | Op::Absolute(_) | Op::Arithmetic(..) => false,
            Op::Extreme { .. } | Op::Cut(..) | Op::Day { .. } | Op::YearOf(_) | Op::AsYear(_) => {
                false
            }
            Op::ChooseNumber(..)
            | Op::Not(_)
            | Op::And(..)
            | Op::Or(..)
            | Op::Compare(..)
            | Op::ChooseTruth(..) => false,
        }
    }
}

/// Operations in the making: each one's register is its own index.
#[derive(Debug, Default)]
pub(super) struct Draft(Vec<Op>);

/// A longer program is a rule that no person wrote for one row: it is left to the interpreter.
const MOST_OPERATIONS: usize = 2_000;
/// As few as leave the registers small beside the facts.
const MOST_REGISTERS: usize = 200;

impl Draft {
    /// What the operation gives, computed once however often it is asked for; none if there are too many.
    pub(super) fn add(&mut self, op: Op) -> Option<Register> {
        if let Some(at) = self.0.iter().position(|known| *known == op) {
            return Some(Register(at));
        }
        self.0.push(op);
        (self.0.len() <= MOST_OPERATIONS).then(|| Register(self.0.len() - 1))
    }

    /// The operation that gives a register.
    pub(super) fn op(&self, register: Register) -> Option<&Op> {
        self.0.get(register.0)
    }

    /// The program whose results are these, the registers of what is no longer read being used anew; none if it needs too many.
    pub(super) fn finish(self, results: &[Register]) -> Option<(Program, Vec<Register>)> {
        let mut last_read = vec![0; self.0.len()];
        for (at, op) in self.0.iter().enumerate() {
            op.renamed(|read| {
                last_read[read.0] = at;
                read
            });
        }
        // What is filled once, or told in the end, is read for ever.
        for (op, last_read) in self.0.iter().zip(&mut last_read) {
            if op.is_constant() {
                *last_read = usize::MAX;
            }
        }
        for result in results {
            last_read[result.0] = usize::MAX;
        }
        let mut program = Program::default();
        let mut places: Vec<Register> = Vec::with_capacity(self.0.len());
        let mut free = Vec::new();
        for (at, op) in self.0.iter().enumerate() {
            // What is filled once shares its register with nothing.
            let used = if op.is_constant() { None } else { free.pop() };
            let place = used.unwrap_or_else(|| {
                program.registers += 1;
                Register(program.registers - 1)
            });
            places.push(place);
            let mut done = Vec::new();
            let step = op.renamed(|read| {
                let place = places[read.0];
                if last_read[read.0] == at && !done.contains(&place) {
                    done.push(place);
                }
                place
            });
            // Only now: an operation never writes where it reads.
            free.extend(done);
            if op.is_constant() {
                program.constants.push((place, step));
            } else {
                program.steps.push((place, step));
            }
        }
        let results = results.iter().map(|result| places[result.0]).collect();
        (program.registers <= MOST_REGISTERS).then_some((program, results))
    }
}

/// A finished program.
#[derive(Debug, Default)]
pub(super) struct Program {
    /// How many registers it needs.
    pub(super) registers: usize,
    /// What is filled once, each in a register of its own.
    pub(super) constants: Vec<(Register, Op)>,
    /// What is done for each batch, in order.
    pub(super) steps: Vec<(Register, Op)>,
}
