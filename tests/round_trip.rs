//! Whatever communes say, every format says it alike: the facts are what was written, and the verdicts are the same to the byte.
//!
//! A further format is one more line of [`formats::FORMATS`].

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test stops at what it did not expect"
)]

#[path = "round_trip/communes.rs"]
mod communes;
#[path = "round_trip/formats.rs"]
mod formats;
mod judged;
mod office;

use communes::{HEADERS, RULES, Row};
use formats::FORMATS;
use judged::strip;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{RngSeed, TestRunner};
use serde_json::Value;
use std::collections::BTreeSet;
use std::io::Cursor;
use std::sync::LazyLock;
use thidua::diagnostic::Diagnostics;
use thidua::fact::schema::Slot;
use thidua::fact::{self, Facts, OpenedFile, Overrides, Request};
use thidua::locale::Locale;
use thidua::report::{Format, Paper, Report, Selection};
use thidua::rule::{Choice, RuleSet, load, shipped};
use thidua::table;
use thidua::text::Language;
use thidua::verdict::judge;

static RULE_SET: LazyLock<RuleSet> = LazyLock::new(|| {
    let choice = Choice {
        round: None,
        as_of: chrono::NaiveDate::from_ymd_opt(2025, 11, 1).unwrap(),
        set: &[],
    };
    let (rules, found) = load("x.yaml", RULES.as_bytes(), &choice, &mut shipped::fetch);
    rules.unwrap_or_else(|| unreachable!("{found:#?}"))
});

static LOCALE: LazyLock<Locale> = LazyLock::new(|| Locale::new(Language::Vietnamese));

/// The tables are the same in every run.
fn config() -> ProptestConfig {
    ProptestConfig {
        cases: 40,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(2_021),
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_format_gives_the_facts_that_were_written(rows in communes::tables()) {
        for (name, format) in FORMATS {
            let (facts, _) = read(format(&rows));
            prop_assert_eq!(understood(&facts), meant(&rows), "{}", name);
            let account = &facts.inputs[0].sheets[0];
            prop_assert_eq!((account.read, account.used), (rows.len() as u64 + 1, rows.len() as u64), "{}", name);
        }
    }

    #[test]
    fn every_format_gives_the_same_verdicts(rows in communes::tables()) {
        let mut verdicts = FORMATS.iter().map(|(name, format)| (name, verdicts(format(&rows))));
        let (first, expected) = verdicts.next().unwrap();
        for (name, verdicts) in verdicts {
            prop_assert_eq!(&verdicts, &expected, "{} and {}", name, first);
        }
    }
}

fn read(bytes: Vec<u8>) -> (Facts, Diagnostics) {
    let request = Request {
        schema: &RULE_SET.schema,
        needed: &RULE_SET.needed,
        assignments: &[],
        overrides: &Overrides::default(),
        digests: false,
    };
    // The name says nothing of the format: the content decides.
    let open = |bytes| OpenedFile {
        name: "communes".into(),
        source: table::open(Box::new(Cursor::new(bytes))),
    };
    fact::read(&request, vec![bytes], open, &mut || {})
}

/// The facts of every row by their headers, row by row.
fn understood(facts: &Facts) -> Vec<Vec<String>> {
    let (id, schema) = RULE_SET.schema.table("communes").unwrap();
    let rows = facts.tables[usize::from(id.0)].as_ref().unwrap();
    let slot = |header: &str| {
        let (name, year) = match header.rsplit_once('_') {
            Some((name, year)) if year.parse::<i32>().is_ok() => (name, year.parse().ok()),
            Some(_) | None => (header, None),
        };
        let (column, _) = schema.column(name).unwrap();
        Slot { column, year }
    };
    let facts = |row| {
        HEADERS
            .map(|header| format!("{:?}", rows.get(row, slot(header))))
            .to_vec()
    };
    (0..rows.len()).map(facts).collect()
}

fn meant(rows: &[Row]) -> Vec<Vec<String>> {
    let facts = |row: &Row| {
        row.iter()
            .map(|said| format!("{:?}", said.meant()))
            .collect()
    };
    rows.iter().map(facts).collect()
}

/// Were all of them alike, little would be shown.
#[test]
fn every_rule_comes_out_each_way() {
    let mut runner = TestRunner::new(config());
    let mut ways = BTreeSet::new();
    for _ in 0..100 {
        let rows = communes::tables().new_tree(&mut runner).unwrap().current();
        let (_, format) = FORMATS[0];
        let judged: Value = serde_json::from_str(&verdicts(format(&rows))).unwrap();
        for subject in judged[0].as_array().unwrap() {
            for rule in subject["rules"].as_array().unwrap() {
                ways.insert(format!("{} {}", rule["id"], rule["verdict"]).replace('"', ""));
            }
        }
    }
    for rule in &RULE_SET.rules {
        for verdict in ["met", "not_met"] {
            assert!(
                ways.contains(&format!("{} {verdict}", rule.clause.id)),
                "{verdict}: {ways:?}"
            );
        }
    }
}

/// Everything that was judged, without where it stood and how it was worked out.
fn verdicts(bytes: Vec<u8>) -> String {
    let (facts, found) = read(bytes);
    let (verdicts, _) = judge(&RULE_SET, &facts, &[]);
    let report = Report {
        rules: &RULE_SET,
        verdicts: &verdicts,
        diagnostics: &found,
        selection: Selection::default(),
        exit_code: 0,
    };
    let paper = Paper {
        width: 80,
        colour: false,
    };
    let (format, mut json) = (Format::named("json").unwrap(), Vec::new());
    format.write(&report, &LOCALE, &paper, &mut json).unwrap();
    let mut report: Value = serde_json::from_slice(&json).unwrap();
    let judged = ["subjects", "checks", "summary"].map(|part| report[part].take());
    let mut judged = Value::from(judged.to_vec());
    strip(&mut judged);
    serde_json::to_string_pretty(&judged).unwrap()
}
