//! The reference of the rule language: its function table is the program's, its rule sets load, its expressions are accepted, its
//! mistakes are found, and what it shows is what the program prints.
//!
//! A comment before a block says what the block is, and the same blocks stand in both languages:
//!
//! - `rules: NAME`: a whole rule set; `NAME.yaml` in what follows. `file: NAME`: a file of data beside it.
//! - `piece: NAME`: sections that extend the rule set `NAME` (one of the page or one that ships) without a mistake.
//! - `expressions: NAME TABLE`: conditions over that table, one a line; with `each year` behind it they may use `y`.
//! - `wrong: CODE NAME …`: as a piece (in YAML) or as expressions, but each gives that code.
//! - `run: COMMAND`, `said`: what the program prints, here or on the mistake before. `UPDATE_EXPECTED=1` rewrites these and what
//!   stands between `functions` and `/functions`.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at what it did not expect"
)]

#[path = "rule_language/functions.rs"]
mod functions;

use assert_cmd::Command;
use functions::{table_of_functions, with_functions};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use tempfile::TempDir;
use thidua::locale::Locale;
use thidua::text::Language;

const PAGES: [(Language, &str); 2] = [
    (Language::English, "rule-language.md"),
    (Language::Vietnamese, "ngon-ngu-quy-tac.md"),
];

/// A block of a page.
struct Block {
    /// What the comment before it says.
    mark: String,
    /// `yaml`, `csv` or nothing.
    kind: String,
    text: String,
}

/// A page in pieces: what stands between blocks, and the blocks.
enum Piece {
    Prose(String),
    Block(Block),
}

fn path(name: &str) -> String {
    format!("{}/docs/{name}", env!("CARGO_MANIFEST_DIR"))
}

fn pieces(name: &str) -> Vec<Piece> {
    let page = fs::read_to_string(path(name)).unwrap();
    let (mut pieces, mut rest) = (Vec::new(), page.as_str());
    while let Some(at) = rest.find("\n```") {
        let (before, fence) = rest.split_at(at + 1);
        let (kind, after) = fence[3..].split_once('\n').unwrap();
        let (text, behind) = if let Some(behind) = after.strip_prefix("```\n") {
            ("", behind)
        } else {
            let end = after.find("\n```\n").expect("a block ends");
            (&after[..=end], &after[end + 5..])
        };
        let last = before.lines().next_back().unwrap_or_default();
        let mark = last
            .strip_prefix("<!-- ")
            .and_then(|line| line.strip_suffix(" -->"))
            .unwrap_or_default();
        pieces.push(Piece::Prose(before.to_owned()));
        pieces.push(Piece::Block(Block {
            mark: mark.to_owned(),
            kind: kind.to_owned(),
            text: text.to_owned(),
        }));
        rest = behind;
    }
    pieces.push(Piece::Prose(rest.to_owned()));
    pieces
}

fn blocks(pieces: &[Piece]) -> Vec<&Block> {
    fn of_piece(piece: &Piece) -> Option<&Block> {
        match piece {
            Piece::Block(block) => Some(block),
            Piece::Prose(_) => None,
        }
    }
    pieces.iter().filter_map(of_piece).collect()
}

/// The words behind the first of a mark, if that is the first.
fn behind<'m>(mark: &'m str, word: &str) -> Option<&'m str> {
    mark.strip_prefix(word)?.strip_prefix(": ")
}

/// A folder with the rule sets and the files of a page.
fn folder(blocks: &[&Block]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for block in blocks {
        let name = match (behind(&block.mark, "rules"), behind(&block.mark, "file")) {
            (Some(name), _) => format!("{name}.yaml"),
            (None, Some(name)) => name.to_owned(),
            (None, None) => continue,
        };
        fs::write(folder.path().join(name), &block.text).unwrap();
    }
    folder
}

struct Ran {
    code: i32,
    out: String,
    err: String,
}

fn thidua(folder: &Path, language: Language, arguments: &[&str]) -> Ran {
    let output = Command::new(env!("CARGO_BIN_EXE_thidua"))
        .current_dir(folder)
        .env("THIDUA_LANG", language.code())
        .args(arguments)
        .output()
        .unwrap();
    Ran {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Looks for mistakes in a text beside the page's rule sets.
fn lint(folder: &Path, language: Language, text: &str) -> Ran {
    fs::write(folder.join("them.yaml"), text).unwrap();
    thidua(folder, language, &["rules", "lint", "them.yaml"])
}

/// What extends the page's rule set of that name, or one that ships.
fn extending(folder: &Path, name: &str, sections: &str) -> String {
    let file = format!("{name}.yaml");
    let base = if folder.join(&file).exists() {
        &file
    } else {
        name
    };
    format!("format: 1\nid: them\nversion: '1'\ntitle: T\nextends: {base}\n{sections}")
}

/// The lines of a block as conditions over a table, each a check of its own.
fn conditions(lines: &[&str], table: &str, each_year: bool) -> String {
    let mut sections = "checks:\n".to_owned();
    for (at, line) in lines.iter().enumerate() {
        let line = line.replace('\'', "''");
        let _ = writeln!(
            sections,
            "  - {{ id: them.{at}, cite: K, says: S, table: {table}, each_year: {each_year}, require: '{line}' }}"
        );
    }
    sections
}

/// Rule set, table and whether a year is bound, of `NAME TABLE each year`.
fn place(words: &str) -> (&str, &str, bool) {
    let (name, table) = words.split_once(' ').unwrap_or((words, ""));
    let table_alone = table.strip_suffix(" each year");
    (name, table_alone.unwrap_or(table), table_alone.is_some())
}

/// The sections that a block adds to a rule set: its own, or its lines as conditions.
fn sections(block: &Block, words: &str) -> String {
    if block.kind == "yaml" {
        return block.text.clone();
    }
    let (_, table, each_year) = place(words);
    let lines: Vec<&str> = block.text.lines().collect();
    conditions(&lines, table, each_year)
}

/// The sentence and the help of each finding, without the places in a file that the reader does not have.
fn said(err: &str) -> String {
    let mut said = String::new();
    for line in err.lines() {
        let help = line.trim_start().strip_prefix("= ");
        if !line.starts_with(char::is_whitespace) && line.contains("[rule/") {
            let _ = writeln!(said, "{line}");
        } else if let Some(help) = help {
            let _ = writeln!(said, "  {help}");
        }
    }
    said
}

#[test]
fn the_pages_show_what_the_program_says() {
    for (language, name) in PAGES {
        let pieces = pieces(name);
        let all = blocks(&pieces);
        let folder = folder(&all);
        let mut mistake = String::new();
        let mut page = String::new();
        for piece in &pieces {
            match piece {
                Piece::Prose(text) => page.push_str(&with_functions(text, language)),
                Piece::Block(block) => {
                    if let Some(words) = behind(&block.mark, "wrong") {
                        mistake = findings(block, words, folder.path(), language);
                    }
                    let text = if let Some(command) = behind(&block.mark, "run") {
                        ran(command, folder.path(), language)
                    } else if block.mark == "said" {
                        mistake.clone()
                    } else {
                        block.text.clone()
                    };
                    let _ = write!(page, "```{}\n{text}```\n", block.kind);
                }
            }
        }
        compare(name, &page);
    }
}

/// What the program says of a mistake.
fn findings(block: &Block, words: &str, folder: &Path, language: Language) -> String {
    let (_, words) = words.split_once(' ').unwrap();
    let (rules, ..) = place(words);
    let text = extending(folder, rules, &sections(block, words));
    said(&lint(folder, language, &text).err)
}

/// What a command prints, the messages first.
fn ran(command: &str, folder: &Path, language: Language) -> String {
    let arguments: Vec<&str> = command.split_whitespace().skip(1).collect();
    let ran = thidua(folder, language, &arguments);
    let lines = format!("{}{}", ran.err, ran.out);
    lines
        .lines()
        .map(|line| format!("{}\n", line.trim_end()))
        .collect()
}

#[test]
fn the_rule_sets_of_the_pages_load_and_their_examples_are_right() {
    for (language, name) in PAGES {
        let pieces = pieces(name);
        let blocks = blocks(&pieces);
        let folder = folder(&blocks);
        let mut found = 0;
        for rules in blocks.iter().filter_map(|b| behind(&b.mark, "rules")) {
            found += 1;
            for command in ["lint", "test"] {
                let file = format!("{rules}.yaml");
                let ran = thidua(folder.path(), language, &["rules", command, &file]);
                assert_eq!(
                    (ran.code, ran.err.as_str()),
                    (0, ""),
                    "{name}: {command} {rules}"
                );
            }
        }
        assert!(found > 0, "{name}");
    }
}

#[test]
fn the_pieces_and_expressions_of_the_pages_are_accepted() {
    let (language, name) = PAGES[0];
    let pieces = pieces(name);
    let blocks = blocks(&pieces);
    let folder = folder(&blocks);
    let mut found = 0;
    for block in &blocks {
        let words = behind(&block.mark, "piece").or(behind(&block.mark, "expressions"));
        let Some(words) = words else {
            continue;
        };
        found += 1;
        let text = extending(folder.path(), place(words).0, &sections(block, words));
        let ran = lint(folder.path(), language, &text);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "in:\n{text}");
    }
    assert!(found > 0);
}

#[test]
fn the_mistakes_of_the_pages_give_their_codes() {
    let pieces = pieces(PAGES[0].1);
    let blocks = blocks(&pieces);
    let folder = folder(&blocks);
    let mut found = 0;
    for block in &blocks {
        let Some(words) = behind(&block.mark, "wrong") else {
            continue;
        };
        let (code, words) = words.split_once(' ').unwrap();
        found += 1;
        let text = extending(folder.path(), place(words).0, &sections(block, words));
        let ran = lint(folder.path(), Language::English, &text);
        let said = ran.err.contains(&format!("[{code}]"));
        assert!(said, "{code}:\n{text}\n{}", ran.err);
    }
    assert!(found > 0);
}

#[test]
fn every_block_of_rules_is_checked_and_stands_in_both_languages() {
    let shown = PAGES.map(|(_, name)| {
        let pieces = pieces(name);
        let all = blocks(&pieces);
        for block in &all {
            assert!(
                !block.mark.is_empty(),
                "{name}: a block without a mark:\n{}",
                block.text
            );
        }
        let printed = |mark: &str| mark == "said" || mark.starts_with("run: ");
        let same = all.iter().map(|block| {
            let text = if printed(&block.mark) {
                ""
            } else {
                block.text.as_str()
            };
            (block.mark.clone(), block.kind.clone(), text.to_owned())
        });
        same.collect::<Vec<_>>()
    });
    let [english, vietnamese] = &shown;
    for (one, other) in english.iter().zip(vietnamese) {
        assert_eq!(one, other);
    }
    assert_eq!(english.len(), vietnamese.len());
}

#[test]
fn the_pages_name_every_key_of_a_rule_file() {
    let schema = include_str!("../docs/ruleset.schema.json");
    let schema: serde_json::Value = serde_json::from_str(schema).unwrap();
    let parts = schema["$defs"].as_object().unwrap().values();
    let keys: Vec<&String> = std::iter::once(&schema)
        .chain(parts)
        .filter_map(|part| part["properties"].as_object())
        .flat_map(|properties| properties.keys())
        .collect();
    assert!(keys.len() > 60, "{keys:?}");
    for (_, name) in PAGES {
        let page = pieces(name);
        let named: BTreeSet<&str> = page.iter().flat_map(words_of_code).collect();
        for key in &keys {
            assert!(
                named.contains(key.as_str()),
                "{name} says nothing of `{key}`"
            );
        }
    }
}

/// The words between backticks, outside of blocks.
fn words_of_code(piece: &Piece) -> Vec<&str> {
    let Piece::Prose(text) = piece else {
        return Vec::new();
    };
    let spans = text
        .lines()
        .flat_map(|line| line.split('`').skip(1).step_by(2));
    spans
        .flat_map(|span| span.split(|c: char| !(c.is_alphanumeric() || c == '_')))
        .collect()
}

#[test]
fn the_pages_hold_the_table_of_functions() {
    for (language, name) in PAGES {
        let page = fs::read_to_string(path(name)).unwrap();
        let table = table_of_functions(&Locale::new(language));
        assert!(
            page.contains(&table) || std::env::var_os("UPDATE_EXPECTED").is_some(),
            "{name}"
        );
    }
}

fn compare(name: &str, page: &str) {
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(path(name), page).unwrap();
    }
    let there = fs::read_to_string(path(name)).unwrap();
    let different = there.lines().zip(page.lines()).find(|(a, b)| a != b);
    assert!(
        there == page,
        "docs/{name} is not what the program says; UPDATE_EXPECTED=1 rewrites it. First difference: {different:#?}"
    );
}
