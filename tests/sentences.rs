//! Every sentence stands in both languages, says only what its finding knows, and none stands in the code.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop where it finds something missing"
)]

mod scan;

use scan::fluent::{self, Entry};
use scan::rust::{self, Piece};
use std::collections::{BTreeMap, BTreeSet};
use thidua::cli::problem::catalogues;
use thidua::diagnostic::{Argument, CatalogueEntry, Diagnostic};
use thidua::locale::Locale;
use thidua::text::{Language, nfc};

const LANGUAGES: [Language; 2] = [Language::Vietnamese, Language::English];

/// Files and folders of `src` whose Vietnamese words are looked for in what offices send, not said to people.
const WORDS_OF_INPUTS: [&str; 6] = [
    "table/encoding/",
    "fact/",
    "rule/waiver.rs",
    "number/amount.rs",
    "rule/yaml/amount.rs",
    "rule/declare/vocabularies.rs",
];
/// The folder of `src` in which words in capitals are those of SQL.
const WORDS_OF_SQL: &str = "sql/";
/// How many words such a text has at most; a longer one is a sentence.
const WORDS_OF_A_HEADING: usize = 6;

fn texts(language: Language) -> String {
    std::fs::read_to_string(format!(
        "{}/src/locale/{}.ftl",
        env!("CARGO_MANIFEST_DIR"),
        language.code()
    ))
    .unwrap()
}

fn entries(language: Language) -> BTreeMap<String, Entry> {
    fluent::entries(&texts(language)).unwrap()
}

fn catalogue() -> impl Iterator<Item = &'static CatalogueEntry> {
    catalogues().into_iter().flatten()
}

fn key(code: &str) -> String {
    code.replace('/', "-")
}

#[test]
fn both_files_are_well_formed() {
    for language in LANGUAGES {
        let text = texts(language);
        let read = fluent_bundle::FluentResource::try_new(text.clone())
            .map_err(|(_, errors)| errors)
            .unwrap();
        let messages = entries(language).len();
        let comments = text.lines().filter(|line| line.starts_with('#')).count();
        assert!(
            messages <= read.entries().count() && read.entries().count() <= messages + comments
        );
        assert_eq!(nfc(&text), text, "{language:?} is not in composed form");
    }
}

#[test]
fn both_languages_have_the_same_ids_attributes_and_arguments() {
    let (vi, en) = (entries(Language::Vietnamese), entries(Language::English));
    for id in vi.keys().chain(en.keys()) {
        assert_eq!(vi.get(id), en.get(id), "{id}");
    }
}

#[test]
fn every_finding_of_every_stage_has_a_sentence_and_a_help_that_say_only_what_it_knows() {
    for language in LANGUAGES {
        let locale = Locale::new(language);
        for entry in catalogue() {
            let finding = Diagnostic {
                code: entry.code,
                severity: entry.severity,
                arguments: entry
                    .arguments
                    .iter()
                    .map(|name| (*name, Argument::from(format!("<{name}>"))))
                    .collect(),
                places: Vec::new(),
                value: None,
            };
            let sentence = locale.try_sentence(&finding).unwrap();
            assert!(
                sentence.ends_with(['.', '?', '!']),
                "{}: {sentence}",
                entry.code
            );
            let help = locale.try_help(&finding).unwrap();
            assert!(help.ends_with(['.', '?', '!']), "{}: {help}", entry.code);
        }
    }
}

#[test]
fn codes_are_unique_and_name_their_stage() {
    let mut seen = BTreeSet::new();
    for entry in catalogue() {
        assert!(
            entry
                .code
                .split_once('/')
                .is_some_and(|(stage, what)| !stage.is_empty() && !what.is_empty())
        );
        assert!(seen.insert(entry.code), "{} stands twice", entry.code);
    }
}

#[test]
fn no_text_is_unused() {
    let codes: BTreeSet<String> = catalogue().map(|entry| key(entry.code)).collect();
    let literals: BTreeSet<String> = rust::sources()
        .iter()
        .flat_map(|source| source.literals())
        .collect();
    for id in entries(Language::Vietnamese).keys() {
        assert!(
            codes.contains(id)
                || literals.contains(id)
                || labels_of_the_page().contains(id.as_str()),
            "nothing says {id}"
        );
    }
}

/// The labels that the HTML report's template names.
fn labels_of_the_page() -> BTreeSet<&'static str> {
    const CALL: &str = "self.label(\"";
    let calls = include_str!("../src/report/html/page.html").split(CALL);
    let label = |call: &'static str| call.split('"').next();
    calls.skip(1).filter_map(label).collect()
}

#[test]
fn every_label_that_the_code_names_is_there() {
    let known = entries(Language::Vietnamese);
    for label in labels_of_the_page() {
        assert!(known.contains_key(label), "page.html: no text {label}");
    }
    for source in rust::sources() {
        for pair in source.pieces.windows(2) {
            if let [Piece::Code(before), Piece::Literal(literal)] = pair
                && ["label(", "label_with(", "Label("]
                    .iter()
                    .any(|call| before.ends_with(call))
            {
                assert!(
                    known.contains_key(literal),
                    "{}: no text {literal}",
                    source.name
                );
            }
        }
    }
}

#[test]
fn no_sentence_stands_in_the_code() {
    for source in rust::sources() {
        let looked_for = WORDS_OF_INPUTS
            .iter()
            .any(|place| source.name.starts_with(place));
        for literal in source.literals() {
            let vietnamese = literal.chars().any(|c| c.is_alphabetic() && !c.is_ascii());
            let heading = looked_for && literal.split_whitespace().count() <= WORDS_OF_A_HEADING;
            let said = if source.name.starts_with(WORDS_OF_SQL) {
                without_capitals(&literal)
            } else {
                literal.clone()
            };
            let sentence = (vietnamese && !heading) || has_english_sentence(&said);
            assert!(
                !sentence,
                "{}: {literal:?} belongs into the .ftl files",
                source.name
            );
        }
    }
}

/// A mark for every word in capitals.
fn without_capitals(literal: &str) -> String {
    let is_capital = |word: &&str| word.chars().all(|letter| !letter.is_ascii_lowercase());
    let words = literal.split_whitespace();
    let words = words.map(|word| if is_capital(&word) { "…" } else { word });
    words.collect::<Vec<_>>().join(" ")
}

/// Whether three words follow one another.
fn has_english_sentence(literal: &str) -> bool {
    let is_word = |part: &str| {
        let word = part.trim_matches(['.', ',', ';', ':', '!', '?', '(', ')', '"']);
        !word.is_empty() && word.chars().all(|c| c.is_ascii_alphabetic() || c == '\'')
    };
    let words: Vec<bool> = literal.split_whitespace().map(is_word).collect();
    words
        .windows(3)
        .any(|three| three.iter().all(|is_word| *is_word))
}
