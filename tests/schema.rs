//! The schema of rule files for editors, held against the reader: what it allows, what it refuses, and its words.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test may stop where it finds something missing"
)]

use chrono::NaiveDate;
use jsonschema::Validator;
use serde_json::{Map, Number, Value};
use std::collections::BTreeSet;
use thidua::diagnostic::{Argument, Diagnostic, Severity};
use thidua::rule::source::SourceText;
use thidua::rule::yaml::{self, Findings, Node, NodeKind};
use thidua::rule::{self, Choice, shipped};

/// A rule file with every key. A place `@name ` in it is one where a key can be put in.
const WHOLE: &str = include_str!("schema/whole.yaml");
/// One that extends another, with whatever only such a file can say.
const EXTENDING: &str = include_str!("schema/extending.yaml");

fn schema() -> Value {
    serde_json::from_str(shipped::SCHEMA).unwrap()
}

fn validator() -> Validator {
    jsonschema::draft202012::new(&schema()).unwrap()
}

/// A rule file as an editor sees it.
fn json(text: &str) -> Value {
    let source = SourceText::new("t.yaml", text);
    let mut findings = Findings::new(&source);
    let tree = yaml::parse(&mut findings);
    tree.map_or(Value::Null, |tree| value(&tree))
}

/// Numbers, booleans and nothing are told from texts as YAML 1.2 does it.
fn value(node: &Node) -> Value {
    match &node.kind {
        NodeKind::Scalar(scalar) if scalar.is_nothing() => Value::Null,
        NodeKind::Scalar(scalar) if scalar.plain => match scalar.text.as_str() {
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            text => text
                .parse::<Number>()
                .map_or_else(|_| Value::from(text), Value::Number),
        },
        NodeKind::Scalar(scalar) => Value::from(scalar.text.as_str()),
        NodeKind::Sequence(items) => items.iter().map(value).collect(),
        NodeKind::Mapping(entries) => {
            let pairs = entries.iter().map(|(key, inner)| {
                let NodeKind::Scalar(key) = &key.kind else {
                    panic!("a key that is no text")
                };
                (key.text.clone(), value(inner))
            });
            Value::Object(pairs.collect::<Map<_, _>>())
        }
    }
}

/// The file without its places; with something put in at one of them, if asked for.
fn with(text: &str, place: &str, added: &str) -> String {
    let mut clean = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('@') {
        clean.push_str(&rest[..at]);
        let end = at + rest[at..].find(' ').unwrap();
        if &rest[at + 1..end] == place {
            clean.push_str(added);
        }
        rest = &rest[end + 1..];
    }
    clean + rest
}

fn whole() -> String {
    with(WHOLE, "", "")
}

fn errors(text: &str) -> Vec<Diagnostic> {
    let choice = Choice {
        round: None,
        as_of: NaiveDate::default(),
        set: &[],
    };
    let (_, mut found) = rule::load("t.yaml", text.as_bytes(), &choice, &mut shipped::fetch);
    found.retain(|finding| finding.severity == Severity::Error);
    found
}

#[track_caller]
fn assert_allowed(text: &str) {
    let found: Vec<String> = validator()
        .iter_errors(&json(text))
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(found.is_empty(), "{found:#?}\n{text}");
}

#[test]
fn every_rule_file_at_hand_is_allowed() {
    let shipped = shipped::SHIPPED.iter().filter(|file| file.id.is_some());
    for text in shipped.map(|file| file.text).chain([shipped::BEGINNING]) {
        assert_allowed(text);
    }
    assert_allowed(include_str!("../src/rule/file/tests/whole.yaml"));
    for text in [&whole(), EXTENDING] {
        assert_allowed(text);
        assert_eq!(errors(text), []);
    }
}

#[test]
fn what_the_reader_allows_is_allowed() {
    for (from, to) in [
        ("format: 1", "format: '1'"),
        ("version: '1'", "version: 1.0"),
        ("title: { vi: T, en: T }", "title: T"),
        ("id: c.1", "id: 1"),
        ("require: n > limit", "require: true"),
        ("value: 40%", "value: 2_000.5"),
        ("value: 40%", "value: 1.5 tỷ"),
        ("value: 40%", "value: -3"),
        ("key: code", "key: [code]"),
        ("at_most: least", "at_most: 5"),
        ("at_most: least", "at_least: 40%"),
        ("at_least: 2_000", "more_than: 0"),
        (
            "    before: date(y, 11, 15)",
            "    on_or_before: date(y, 11, 15)",
        ),
        ("years: 2021..2022", "years: start..review"),
        ("who: [t]", "who: t"),
        ("table: t # check", "table: [t]"),
        ("severity: warning", "severity: error"),
        ("n: 3,", "n: null,"),
    ] {
        assert!(whole().contains(from), "{from}");
        let text = whole().replacen(from, to, 1);
        assert_allowed(&text);
        assert_eq!(errors(&text), [], "{to}");
    }
}

#[test]
fn without_criteria_the_other_sections_are_rules_enough() {
    let text = whole();
    let (before, criteria) = text.split_once("criteria:\n").unwrap();
    let (_, after) = criteria.split_once("nominations:").unwrap();
    let text = format!("{before}nominations:{after}");
    assert_allowed(&text);
    assert_eq!(errors(&text), []);
}

#[test]
fn what_the_reader_refuses_for_its_shape_is_refused() {
    let cases: &[(&str, &str)] = &[
        ("format: 1", "format: 2"),
        ("id: whole\n", ""),
        ("title: { vi: T, en: T }", "title: { en: T }"),
        ("title: { vi: T, en: T }", "title: [T]"),
        ("title: { vi: T, en: T }", "title:"),
        ("title: S", "tilte: S"),
        ("from: 2021-01-01", "from: 1/1/2021"),
        ("start: 2021", "start: 21"),
        ("value: 40%", "value: nhiều"),
        ("value: 40%", "value: 40,5%"),
        ("value: 40%", "cite: K"),
        ("code: { type: code, width: 5 }", "code: { type: cod }"),
        ("code: { type: code, width: 5 }", "code: { width: 5 }"),
        (
            "code: { type: code, width: 5 }",
            "code: { type: code, width: năm }",
        ),
        (
            "code: { type: code, width: 5 }",
            "code: { type: code, by: month }",
        ),
        ("level: { type: level, of: rating", "level: { type: level"),
        (
            "level: { type: level, of: rating",
            "level: { type: level, of: rating, whole: true",
        ),
        ("optional: true", "optional: \"true\""),
        ("year: -1", "year: trước"),
        ("level: commune", "cấp: commune"),
        ("is: n * 2", "by: year"),
        ("gives: met", "gives: đạt"),
        ("gives: met", "give: met"),
        ("id: c.1, ", ""),
        ("require: n > limit", "when: n > limit"),
        ("require: n > limit", "require: [n > limit]"),
        ("all:", "al:"),
        ("any: [", "any: [], all: ["),
        ("any: [", "any: [{ id: gone, drop: true }, "),
        ("- { id: n.1", "- { id: n.2, drop: true }\n  - { id: n.1"),
        ("confirm: true", "confirm: có"),
        ("first: [{ table: t", "first: [{ tabel: t"),
        ("id: q.1, cite: K, says: S, ", "id: q.1, says: S, "),
        ("at_most: least", "per: name"),
        ("at_most: least", "at_most: least, at_least: 1"),
        ("severity: warning", "severity: nặng"),
        ("judge: mean", "judge: median"),
        ("judge: mean, ", ""),
        ("at_least: 2_000", "at_least: 2_000, more_than: 1"),
        ("years: 2021..2022, measure", "measure"),
        ("    before: date(y, 11, 15)\n", ""),
        (
            "    before: date(y, 11, 15)\n",
            "    before: date(y, 11, 15)\n    on_or_before: date(y, 11, 15)\n",
        ),
        ("in: u, ", ""),
        ("each_year: true", "each_year: mỗi năm"),
        ("reason: R", "reasons: R"),
    ];
    let validator = validator();
    for (from, to) in cases {
        assert!(whole().contains(from), "{from}");
        let text = whole().replacen(from, to, 1);
        assert!(
            !errors(&text).is_empty(),
            "the reader allows {to:?}\n{text}"
        );
        assert!(!validator.is_valid(&json(&text)), "{to:?} in\n{text}");
    }
    let none = "format: 1\nid: t\nversion: '1'\ntitle: T\ntables: { t: { columns: { n: { type: number } } } }\n";
    for (added, allowed) in [
        ("", false),
        ("criteria: {}\n", false),
        ("notes: []\n", false),
        (
            "checks: [{ id: c, cite: K, says: S, table: t, require: n > 0 }]\n",
            true,
        ),
    ] {
        let text = format!("{none}{added}");
        assert_eq!(errors(&text).is_empty(), allowed, "{text}");
        assert_eq!(validator.is_valid(&json(&text)), allowed, "{text}");
    }
}

#[test]
fn an_extension_drops_and_leaves_out_but_not_anywhere() {
    let validator = validator();
    for (from, to) in [
        ("drop: true }", "drop: false }"),
        ("drop: true }", "drop: true, cite: K }"),
        ("{ id: V.2.3.f, drop: true }", "{ drop: true }"),
        ("- any: [", "- any: [{ id: V.2.3.d, drop: true }, "),
        ("extends: binh-phuoc-2021-2025\n", ""),
        (
            "extends: binh-phuoc-2021-2025",
            "extends: [binh-phuoc-2021-2025]",
        ),
        ("version: '1'\n", ""),
    ] {
        assert!(EXTENDING.contains(from), "{from}");
        let text = EXTENDING.replacen(from, to, 1);
        assert!(!errors(&text).is_empty(), "the reader allows {to:?}");
        assert!(!validator.is_valid(&json(&text)), "{to:?} in\n{text}");
    }
}

/// What the reader knows in a place where it meets something that it does not know.
fn known(text: &str, code: &str) -> BTreeSet<String> {
    let found = errors(text);
    let finding = found.iter().find(|finding| finding.code == code);
    let finding = finding.unwrap_or_else(|| panic!("no {code} in {found:#?}\n{text}"));
    match finding.argument("known") {
        Some(Argument::List(known)) => known.iter().cloned().collect(),
        other => panic!("{other:?}"),
    }
}

fn words(node: &Value) -> BTreeSet<String> {
    let list = node.as_array().unwrap().iter();
    list.map(|word| word.as_str().unwrap().to_owned()).collect()
}

fn keys(node: &Value) -> BTreeSet<String> {
    node["properties"]
        .as_object()
        .unwrap()
        .keys()
        .cloned()
        .collect()
}

#[test]
fn the_keys_of_every_mapping_are_those_that_the_reader_knows() {
    let schema = schema();
    let places = WHOLE.split('@').skip(1);
    let places: BTreeSet<&str> = places.map(|rest| rest.split(' ').next().unwrap()).collect();
    assert!(places.len() > 20, "{places:?}");
    for place in &places {
        let separator = if *place == "root" { "\n" } else { ", " };
        let text = with(WHOLE, place, &format!("zzzzzzzz: 1{separator}"));
        let mut expected = known(&text, "rule/unknown-key");
        if *place == "rule" {
            // What makes a group of a rule is told as if it were misspelt.
            expected.retain(|key| key != "all" && key != "any");
        }
        let node = match *place {
            "root" => &schema,
            name => &schema["$defs"][name],
        };
        assert_eq!(keys(node), expected, "{place}");
    }
    // Every mapping with fixed keys has its place; groups differ only in who may stand in them.
    let named = schema["$defs"].as_object().unwrap().iter();
    for (name, node) in named.filter(|(_, node)| node["additionalProperties"] == false) {
        let is_group =
            name.contains("_a") && (name.starts_with("root") || name.starts_with("group"));
        let tried = places.contains(name.as_str()) || is_group || name == "drop";
        assert!(tried, "{name}: {node}");
    }
}

#[test]
fn the_words_are_those_of_the_code() {
    let (schema, whole) = (schema(), whole());
    let words_at = |from: &str, to: &str, code| known(&whole.replacen(from, to, 1), code);
    let defs = &schema["$defs"];
    assert_eq!(
        words(&defs["column"]["properties"]["type"]["enum"]),
        words_at("type: text", "type: zzzzzzzz", "rule/unknown-type")
    );
    assert_eq!(
        words(&defs["verdict"]["enum"]),
        words_at("gives: met", "gives: zzzzzzzz", "rule/unknown-verdict")
    );
    assert_eq!(
        words(&defs["target"]["properties"]["judge"]["enum"]),
        words_at("judge: mean", "judge: zzzzzzzz", "rule/unknown-word")
    );
    assert_eq!(
        words(&defs["severity"]["enum"]),
        words_at(
            "severity: warning",
            "severity: zzzzzzzz",
            "rule/unknown-word"
        )
    );
    let described = defs["expression"]["description"].as_str().unwrap();
    let functions = described
        .split("Hàm: ")
        .nth(1)
        .unwrap()
        .trim_end_matches('.');
    assert_eq!(
        functions
            .split(", ")
            .map(str::to_owned)
            .collect::<BTreeSet<_>>(),
        words_at(
            "require: n > limit",
            "require: zzzzzzzz(n) > limit",
            "rule/unknown-function"
        )
    );
}

#[test]
fn a_column_has_the_keys_that_its_type_allows() {
    let validator = validator();
    let types = words(&schema()["$defs"]["column"]["properties"]["type"]["enum"]);
    let given = [
        ("of", "of: u"),
        ("unit", "unit: household"),
        ("whole", "whole: true"),
        ("min", "min: 1"),
        ("width", "width: 5"),
        ("digits", "digits: 1"),
    ];
    for kind in &types {
        for (key, written) in given {
            let column = format!("type: {kind}, {written}");
            let text = whole().replacen("type: text", &column, 1);
            let refused = errors(&text)
                .iter()
                .any(|finding| finding.code == "rule/key-not-for-type");
            let of_is_due = ["level", "choice"].contains(&kind.as_str()) && key != "of";
            let allowed = !refused && !of_is_due;
            assert_eq!(validator.is_valid(&json(&text)), allowed, "{column}");
        }
    }
}
