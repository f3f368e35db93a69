//! Kernels held against the interpreter: the same verdict for every row, or none.

mod conditions;
mod facts;

use super::lanes::BATCH;
use super::*;
use crate::fact::Facts;
use crate::fact::schema::TableId;
use crate::rule::{Choice, load, shipped};
use crate::verdict::judge;
use chrono::NaiveDate;
use conditions::{HEAD, condition};
use facts::{Chance, Manner, fill};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use std::cell::Cell;
use std::ops::Range;

fn rules(text: &str) -> Option<RuleSet> {
    let choice = Choice {
        round: None,
        as_of: NaiveDate::from_ymd_opt(2022, 6, 1).unwrap(),
        set: &[],
    };
    let (rules, _) = load("test.yaml", text.as_bytes(), &choice, &mut shipped::fetch);
    rules
}

/// A rule set with one criterion.
fn criterion(when: Option<&str>, require: &str) -> String {
    let quoted = |text: &str| format!("'{}'", text.replace('\'', "''"));
    let when = when.map_or(String::new(), |when| format!(", when: {}", quoted(when)));
    let require = quoted(require);
    format!(
        "{HEAD}  items:\n    all:\n      - {{ id: R, cite: C, says: S, require: {require}{when} }}\n"
    )
}

/// How often what happened.
#[derive(Default)]
struct Seen {
    rules: Cell<usize>,
    refused: Cell<usize>,
    lanes: Cell<usize>,
    asked: Cell<usize>,
    verdicts: [Cell<usize>; 4],
}

fn count(cell: &Cell<usize>) {
    cell.set(cell.get() + 1);
}

impl Seen {
    /// Every rule's kernel on every row, against the interpreter.
    fn compare(&self, rules: &RuleSet, facts: &Facts) {
        let (verdicts, _) = judge(rules, facts, &[]);
        for table in &verdicts.tables {
            let rows = facts.tables[usize::from(table.table.0)].as_ref().unwrap();
            for (at, index) in table.rules.iter().enumerate() {
                let rule = rules.rule(*index);
                count(&self.rules);
                let Some(kernel) = Kernel::compile(rules, rule) else {
                    count(&self.refused);
                    continue;
                };
                // What it is told to say where it asks, so that nothing but its own judgement is compared.
                let untold = RuleVerdict::Waived;
                let mut told = vec![RuleVerdict::Waived; rows.len() as usize];
                kernel.judge(rows, 0, &mut told, |_| untold);
                for (row, verdict) in (0..).zip(told) {
                    let asked = verdicts.rule_verdict(rule, row);
                    let written = || {
                        let when = rule.when.as_ref().map(|when| &when.text);
                        format!("{} when {when:?} in row {row}", rule.require.text)
                    };
                    let is_asked = verdict == untold;
                    assert!(is_asked || verdict == asked, "{}", written());
                    assert_eq!(table.of(row).nth(at), Some(asked), "{}", written());
                    count(&self.lanes);
                    if is_asked {
                        count(&self.asked);
                    }
                    match asked {
                        RuleVerdict::Met => count(&self.verdicts[0]),
                        RuleVerdict::NotMet => count(&self.verdicts[1]),
                        RuleVerdict::Insufficient => count(&self.verdicts[2]),
                        RuleVerdict::NotApplicable => count(&self.verdicts[3]),
                        RuleVerdict::Waived => panic!("nothing is waived"),
                    }
                }
            }
        }
    }

    /// Fails if so much was refused or asked for that the comparison says little, or if a verdict hardly came out.
    fn assert_telling(&self, most_asked_in_a_hundred: usize) {
        let (rules, refused) = (self.rules.get(), self.refused.get());
        let (lanes, asked) = (self.lanes.get(), self.asked.get());
        assert!(rules > 0 && refused * 5 < rules, "{refused} of {rules}");
        assert!(
            lanes > 0 && asked * 100 <= lanes * most_asked_in_a_hundred,
            "{asked} of {lanes}"
        );
        for verdict in &self.verdicts {
            assert!(verdict.get() * 100 > lanes, "{:?}", self.verdicts);
        }
    }
}

/// A random rule over random rows, again and again.
fn differential(manner: Manner, most_asked_in_a_hundred: usize) {
    let (seen, loaded) = (Seen::default(), Cell::new(0_usize));
    let config = Config {
        cases: 600,
        failure_persistence: None,
        ..Config::default()
    };
    let rule = (proptest::option::of(condition(2)), condition(3));
    let outcome = TestRunner::new(config).run(&(rule, any::<u64>()), |((when, require), seed)| {
        if let Some(rules) = rules(&criterion(when.as_deref(), &require)) {
            count(&loaded);
            let facts = fill(&rules, manner, 60, &mut Chance(seed));
            seen.compare(&rules, &facts);
        }
        Ok(())
    });
    if let Err(failure) = outcome {
        panic!("{failure}");
    }
    assert!(loaded.get() > 400, "{} rules load", loaded.get());
    seen.assert_telling(most_asked_in_a_hundred);
}

#[test]
fn kernels_say_what_the_interpreter_says_of_ordinary_figures() {
    differential(Manner::Ordinary, 20);
}

#[test]
fn kernels_say_what_the_interpreter_says_at_the_edges_of_64_bits() {
    differential(Manner::Edges, 50);
}

/// Of each of them a person might write one.
const CONDITIONS: &[&str] = &[
    "reduction((x + y)[start], (x + y)[review]) > 50%",
    "every n in start + 1 .. review satisfies (x[n - 1] / y[n - 1] - x[n] / y[n]) * 100 >= z[n]",
    "some n in start..review satisfies level[n] >= 'MID' and x[n] > 0",
    "max(x[n] for n in start..review) - min(y[n] for n in start..review) > a",
    "mean(rate[n] for n in start..review) < share",
    "day between date(founded, 2, 1) and as_of",
    "year(day) - founded > 0 or known(gone)",
    "days(date(founded, 1, 1), day) < 400",
    "if p then round(b, 1) = truncate(b, 2) else floor(b) < ceiling(b)",
    "sort in ['rural'] and not (p = q)",
    "short > 3 or known(short)",
    "odd > 3",
    "founded + 1 > 2021",
    "a / 12 * 100 - b / 7 >= -share",
    "abs(a - b) <= max(a, b, 2) * 10%",
    "twice / a = 2",
    "every n in start..review satisfies x[n] < whole",
];

#[test]
fn what_people_write_is_compiled() {
    let seen = Seen::default();
    let mut chance = Chance(7);
    for condition in CONDITIONS {
        for when in [None, Some("p or a > 10"), Some("known(b)")] {
            let rules = rules(&criterion(when, condition)).expect(condition);
            let rule = &rules.rules[0];
            assert!(Kernel::compile(&rules, rule).is_some(), "{condition}");
            for manner in [Manner::Ordinary, Manner::Edges] {
                seen.compare(&rules, &fill(&rules, manner, 200, &mut chance));
            }
        }
    }
    seen.assert_telling(40);
}

#[test]
fn batches_and_what_is_left_of_them_are_judged_row_by_row() {
    let seen = Seen::default();
    let rows = 2 * BATCH as u32 + 7;
    for condition in CONDITIONS {
        let rules = rules(&criterion(Some("p or a > 10"), condition)).expect(condition);
        let facts = fill(&rules, Manner::Ordinary, rows, &mut Chance(3));
        seen.compare(&rules, &facts);
        let table = facts.tables[0].as_ref().unwrap();
        let kernel = Kernel::compile(&rules, &rules.rules[0]).unwrap();
        let judged = |rows: Range<u32>| {
            let mut told = vec![RuleVerdict::Waived; rows.len()];
            let asked = |_| RuleVerdict::Waived;
            kernel.judge(table, rows.start, &mut told, asked);
            told
        };
        let parts = [0..1000, 1000..1001, 1001..1001, 1001..rows];
        let in_parts: Vec<_> = parts.into_iter().flat_map(judged).collect();
        assert_eq!(in_parts, judged(0..rows));
    }
    seen.assert_telling(20);
}

#[test]
fn rules_that_look_beyond_their_row_are_refused() {
    for condition in [
        "word = 'A'",
        "starts_with(word, 'A')",
        "boss.a > 1",
        "count(others where owner = own.code) > 1",
        "every row of others where owner = own.code satisfies v > own.a",
        "some n in 1900..2099 satisfies (some m in 1900..2099 satisfies x[n] * 3 > x[m] + 1)",
    ] {
        let rules = rules(&criterion(None, condition)).expect(condition);
        assert!(
            Kernel::compile(&rules, &rules.rules[0]).is_none(),
            "{condition}"
        );
    }
}

/// Their official lists of units do not matter here: rows come from nowhere.
#[test]
fn kernels_say_what_the_interpreter_says_by_the_shipped_rule_sets() {
    let seen = Seen::default();
    for id in shipped::ids() {
        let shipped = shipped::shipped(id).unwrap();
        let rules = rules(shipped.text).unwrap();
        for seed in 0..3 {
            let facts = fill(&rules, Manner::Ordinary, 40, &mut Chance(seed));
            seen.compare(&rules, &facts);
        }
    }
    let (rules, refused) = (seen.rules.get(), seen.refused.get());
    let (lanes, asked) = (seen.lanes.get(), seen.asked.get());
    assert!(refused * 2 < rules, "{refused} of {rules}");
    assert!(asked * 20 < lanes, "{asked} of {lanes}");
}

#[test]
fn the_same_figure_is_computed_once_and_registers_are_used_anew() {
    let rules = rules(&criterion(None, CONDITIONS[1])).unwrap();
    let kernel = Kernel::compile(&rules, &rules.rules[0]).unwrap();
    let loads = kernel.program.steps.iter();
    let loads = loads.filter(|(_, op)| matches!(op, Op::LoadNumbers(..)));
    // Three years of two series, two years of the third.
    assert_eq!(loads.count(), 8);
    assert!(
        kernel.program.registers <= 10,
        "{}",
        kernel.program.registers
    );
    assert_eq!(rules.rules[0].table, TableId(0));
}
