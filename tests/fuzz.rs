//! Whatever bytes come in, nothing falls over and the same thing comes out each time: a bounded, fixed run of what the fuzzers do
//! without end.
//!
//! `WRITE_SEEDS=1` writes the inputs that it begins with where the fuzzers look for them, to `tests/fuzz/corpus/`.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at what it did not expect"
)]

#[path = "fuzz/harness/mod.rs"]
mod harness;
#[path = "fuzz/mutate.rs"]
mod mutate;
mod office;
#[path = "fuzz/seeds.rs"]
mod seeds;

use harness::TARGETS;
use mutate::{Dice, mutated};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Once;

static QUIET: Once = Once::new();

/// Runs a target on its seeds and on that many changed ones; what stops it is kept. At least so many of the changed ones must be
/// taken: were they all refused at the door, the run would say little.
fn run(name: &str, changes: u64, least_taken: usize) {
    QUIET.call_once(harness::keep_quiet_about_libraries);
    let target = harness::target(name);
    let seeds: Vec<Vec<u8>> = seeds::of(name)
        .into_iter()
        .map(|(_, bytes)| bytes)
        .collect();
    for (seed, bytes) in seeds::of(name) {
        hold(target, &bytes, seed);
    }
    let mut taken = 0;
    for number in 0..changes {
        let mut dice = Dice::new(number);
        let seed = &seeds[dice.below(seeds.len())];
        let changed = mutated(seed, &seeds, &mut dice);
        taken += usize::from(hold(target, &changed, &format!("change {number}")));
    }
    assert!(taken >= least_taken, "{name}: {taken} of {changes} taken");
}

fn hold(target: &harness::Target, bytes: &[u8], what: &str) -> bool {
    let held = catch_unwind(AssertUnwindSafe(|| (target.run)(bytes)));
    held.unwrap_or_else(|_| {
        let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{}-input", target.name));
        fs::write(&kept, bytes).unwrap();
        panic!(
            "{} does not hold for {what}, kept in {}",
            target.name,
            kept.display()
        )
    })
}

#[test]
fn delimited_text_holds() {
    run("csv", 2_000, 500);
}

#[test]
fn workbooks_of_excel_hold() {
    run("xlsx", 1_500, 500);
}

#[test]
fn workbooks_of_old_excel_hold() {
    run("xls", 1_500, 500);
}

#[test]
fn workbooks_of_open_document_hold() {
    run("ods", 1_500, 500);
}

#[test]
fn rule_files_hold() {
    run("yaml", 200, 10);
}

#[test]
fn conditions_hold() {
    run("expression", 600, 30);
}

#[test]
fn checks_hold() {
    run("check", 50, 12);
}

#[test]
fn every_target_has_seeds_and_a_fuzzer() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz");
    for target in TARGETS {
        let fuzzer = format!("fuzz_targets/{}.rs", target.name);
        assert!(folder.join(&fuzzer).is_file(), "{fuzzer}");
        let seeds = seeds::of(target.name);
        assert!(!seeds.is_empty(), "{}", target.name);
        if std::env::var_os("WRITE_SEEDS").is_some() {
            let corpus = folder.join("corpus").join(target.name);
            fs::create_dir_all(&corpus).unwrap();
            for (number, (_, bytes)) in seeds.iter().enumerate() {
                fs::write(corpus.join(format!("seed-{number}")), bytes).unwrap();
            }
        }
    }
}

#[test]
fn the_same_change_is_made_each_time() {
    for target in TARGETS {
        let seeds: Vec<Vec<u8>> = seeds::of(target.name)
            .into_iter()
            .map(|(_, bytes)| bytes)
            .collect();
        let change = |number| mutated(&seeds[0], &seeds, &mut Dice::new(number));
        let different = (0..20).filter(|number| change(*number) != seeds[0]).count();
        assert!(different >= 10, "{}: {different} of 20", target.name);
        assert!((0..20).all(|number| change(number) == change(number)));
    }
}
