//! The catalogue of everything the program may say: each code has a way to it, and the two reference pages show what it says there.
//!
//! A new code needs an entry in the file of its stage under `catalogue/`, in the catalogue's order; `UPDATE_EXPECTED=1` then
//! rewrites `docs/thong-bao.md` and `docs/diagnostics.md`.
#![cfg(unix)]
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at what it did not expect"
)]

#[path = "catalogue/cli.rs"]
mod cli;
#[path = "catalogue/data.rs"]
mod data;
#[path = "catalogue/document.rs"]
mod document;
#[path = "catalogue/expression.rs"]
mod expression;
#[path = "catalogue/fact.rs"]
mod fact;
#[path = "office/mod.rs"]
mod office;
#[path = "catalogue/rule.rs"]
mod rule;
#[path = "catalogue/rules.rs"]
mod rules;
#[path = "catalogue/said.rs"]
mod said;
#[path = "catalogue/sql.rs"]
mod sql;
#[path = "catalogue/table.rs"]
mod table;
#[path = "catalogue/verdict.rs"]
mod verdict;
#[path = "catalogue/way.rs"]
mod way;

use rayon::prelude::*;
use said::{Said, said};
use std::path::Path;
use thidua::cli::problem::catalogues;
use thidua::text::Language;
use way::{Reach, Way};

/// The ways to the codes of each stage, in the order of [`catalogues`].
fn ways() -> Vec<Vec<Way>> {
    vec![
        table::ways(),
        fact::ways(),
        rule::ways(),
        expression::ways(),
        sql::ways(),
        verdict::ways(),
        cli::ways(),
    ]
}

#[test]
fn every_code_has_a_way_to_it() {
    let (ways, catalogues) = (ways(), catalogues());
    assert_eq!(ways.len(), catalogues.len(), "stages");
    for (ways, catalogue) in ways.iter().zip(catalogues) {
        let mut of_ways = ways.iter().map(|way| way.code);
        for entry in catalogue {
            assert_eq!(
                of_ways.next(),
                Some(entry.code),
                "the next way of its stage, and the next code of the catalogue"
            );
        }
        assert_eq!(of_ways.next(), None, "a way to a code that there is not");
    }
}

#[test]
fn the_program_says_every_code_and_the_documents_show_it() {
    let stages: Vec<Vec<(Way, Option<Said>)>> = ways()
        .into_iter()
        .map(|stage| {
            let said_of = |way: Way| {
                let said = said(&way);
                (way, said)
            };
            stage.into_par_iter().map(said_of).collect()
        })
        .collect();
    let silent: Vec<&str> = stages
        .iter()
        .flatten()
        .filter(|(way, said)| said.is_none() && !matches!(way.reach, Reach::Not(..)))
        .map(|(way, _)| way.code)
        .collect();
    assert_eq!(silent, [""; 0], "not said on the way to them");
    for language in [Language::Vietnamese, Language::English] {
        let (name, text) = document::written(&stages, language);
        compare(name, &text);
    }
}

fn compare(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("docs")
        .join(name);
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        std::fs::write(&path, text).expect("written");
    }
    let there = std::fs::read_to_string(&path).unwrap_or_default();
    let different = there.lines().zip(text.lines()).find(|(a, b)| a != b);
    assert!(
        there == text,
        "docs/{name} is not what the program says; UPDATE_EXPECTED=1 rewrites it. First difference: {different:#?}"
    );
}
