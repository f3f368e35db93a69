//! Judges many rows at once by rules that look at one row each.
//!
//! In: a rule; then typed columns, batch by batch. Out: for each row the verdict that the interpreter would give; where it must be, it
//! is asked. Must not know: other rows, explanations.
//!
//! A kernel is right or silent: what it cannot compute exactly in 64 bits, and what it does not know, it leaves to
//! `verdict/evaluate.rs`, a rule at compilation, a row at its lane.

mod arithmetic;
mod compile;
mod lanes;
mod load;
mod number;
mod program;
#[cfg(test)]
mod tests;
mod truth;

use crate::fact::data::TableFacts;
use crate::rule::{Rule, RuleSet, RuleVerdict};
use compile::Compiler;
use lanes::{BATCH, FALSE, Lanes, OPEN, REGISTERS, TRUE};
use load::Batch;
use program::{Op, Program, Register};

/// A rule compiled for the columns of one row.
#[derive(Debug)]
pub(super) struct Kernel {
    program: Program,
    /// Whether the rule applies; it always does, if none.
    when: Option<Register>,
    require: Register,
}

impl Kernel {
    /// The rule's kernel; none for a rule that looks at other rows, at texts, or is too long.
    pub(super) fn compile(rules: &RuleSet, rule: &Rule) -> Option<Self> {
        let mut compiler = Compiler::new(rules, rule.table);
        let require = compiler.truth(&rule.require.formula)?;
        let mut results = vec![require];
        if let Some(when) = &rule.when {
            results.push(compiler.truth(&when.formula)?);
        }
        let (program, results) = compiler.draft.finish(&results)?;
        Some(Kernel {
            program,
            when: results.get(1).copied(),
            require: *results.first()?,
        })
    }

    /// Judges as many rows as there are verdicts to fill, from that row on. Where only the interpreter can tell, it is asked.
    pub(super) fn judge(
        &self,
        facts: &TableFacts,
        first: u32,
        verdicts: &mut [RuleVerdict],
        ask: impl Fn(u32) -> RuleVerdict,
    ) {
        REGISTERS
            .with_borrow_mut(|registers| self.judge_in(registers, facts, first, verdicts, ask));
    }

    fn judge_in(
        &self,
        registers: &mut Vec<Lanes>,
        facts: &TableFacts,
        first: u32,
        verdicts: &mut [RuleVerdict],
        ask: impl Fn(u32) -> RuleVerdict,
    ) {
        if registers.len() < self.program.registers {
            registers.resize_with(self.program.registers, Lanes::default);
        }
        let nowhere = Batch {
            first: 0,
            length: BATCH,
        };
        for (place, op) in &self.program.constants {
            carry_out(op, *place, registers, facts, nowhere);
        }
        for (verdicts, first) in verdicts.chunks_mut(BATCH).zip((first..).step_by(BATCH)) {
            let batch = Batch {
                first: first as usize,
                length: verdicts.len(),
            };
            for (place, op) in &self.program.steps {
                carry_out(op, *place, registers, facts, batch);
            }
            let require = &registers[self.require.0].bytes[..batch.length];
            let has_untold = match self.when {
                None => tell(verdicts, require.iter().map(|require| (TRUE, *require))),
                Some(when) => {
                    let when = &registers[when.0].bytes[..batch.length];
                    tell(verdicts, when.iter().copied().zip(require.iter().copied()))
                }
            };
            if has_untold {
                for (lane, (row, verdict)) in (first..).zip(verdicts).enumerate() {
                    let when = self.when.map_or(TRUE, |when| registers[when.0].bytes[lane]);
                    if is_untold(when, registers[self.require.0].bytes[lane]) {
                        *verdict = ask(row);
                    }
                }
            }
        }
    }
}

/// Fills in the verdicts that follow from the truths of `when` and `require`; says whether there are lanes that only the interpreter
/// can tell.
fn tell(verdicts: &mut [RuleVerdict], truths: impl Iterator<Item = (u8, u8)>) -> bool {
    let mut has_untold = false;
    for (verdict, (when, require)) in verdicts.iter_mut().zip(truths) {
        *verdict = told(when, require);
        has_untold |= is_untold(when, require);
    }
    has_untold
}

/// As the interpreter's: an undecided `when` leaves the rule undecided.
fn told(when: u8, require: u8) -> RuleVerdict {
    // Choices and no jumps: which verdict comes next is nothing that a processor could guess.
    let unless_met = if require == FALSE {
        RuleVerdict::NotMet
    } else {
        RuleVerdict::Insufficient
    };
    let required = if require == TRUE {
        RuleVerdict::Met
    } else {
        unless_met
    };
    let otherwise = if when == FALSE {
        RuleVerdict::NotApplicable
    } else {
        RuleVerdict::Insufficient
    };
    if when == TRUE { required } else { otherwise }
}

/// Whether one of them is untold that counts.
fn is_untold(when: u8, require: u8) -> bool {
    let is_told = |truth: u8| (truth == TRUE) | (truth == FALSE) | (truth == OPEN);
    !is_told(when) | ((when == TRUE) & !is_told(require))
}

/// Fills a register. No operation writes where it reads.
fn carry_out(op: &Op, place: Register, registers: &mut [Lanes], facts: &TableFacts, batch: Batch) {
    let mut result = std::mem::take(&mut registers[place.0]);
    let (out, length) = (&mut result, batch.length);
    let of = |register: &Register| &registers[register.0];
    match op {
        Op::Number(numerator, denominator) => {
            let (numerators, states) = out.sharing(*denominator);
            numerators.fill(*numerator);
            states.fill(lanes::KNOWN);
        }
        Op::NoNumber => {
            let (numerators, states) = out.sharing(1);
            numerators.fill(0);
            states.fill(lanes::MISSING);
        }
        Op::Truth(truth) => out.truths().fill(*truth),
        Op::LoadNumbers(slot, kind) => {
            load::numbers(facts.view(*slot).as_ref(), *kind, batch, out);
        }
        Op::LoadYears(slot) => load::years(facts.view(*slot).as_ref(), batch, out),
        Op::LoadTruths(slot) => load::truths(facts.view(*slot).as_ref(), batch, out),
        Op::LoadKnown(slot) => load::known(facts.view(*slot).as_ref(), batch, out),
        Op::OfTruth(truth) => number::of_truths(of(truth), out, length),
        Op::Negate(number) => number::turned(of(number), false, out, length),
        Op::Absolute(number) => number::turned(of(number), true, out, length),
        Op::Arithmetic(operator, left, right) => {
            arithmetic::arithmetic(*operator, of(left), of(right), out, length);
        }
        Op::Extreme {
            greatest,
            one_missing,
            of: (left, right),
        } => number::extreme(*greatest, *one_missing, (of(left), of(right)), out, length),
        Op::Cut(cut, places, number) => number::cut(*cut, *places, of(number), out, length),
        Op::Day { month, day, year } => number::days(*month, *day, of(year), out, length),
        Op::YearOf(days) => number::years_of(of(days), out, length),
        Op::AsYear(number) => number::as_years(of(number), out, length),
        Op::ChooseNumber(condition, yes, no) => {
            number::chosen(of(condition), (of(yes), of(no)), out, length);
        }
        Op::Not(truth) => truth::not(of(truth), out, length),
        Op::And(left, right) => truth::and(of(left), of(right), out, length),
        Op::Or(left, right) => truth::or(of(left), of(right), out, length),
        Op::Compare(comparison, left, right) => {
            truth::compare(*comparison, of(left), of(right), out, length);
        }
        Op::ChooseTruth(condition, yes, no) => {
            truth::chosen(of(condition), (of(yes), of(no)), out, length);
        }
    }
    registers[place.0] = result;
}
