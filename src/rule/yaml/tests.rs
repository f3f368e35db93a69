use super::*;
use crate::rule::source::SourceText;
use crate::rule::testing::described;
use proptest::prelude::*;

/// Code and place of everything that is wrong with the text as YAML, one a line.
fn problems(text: &str) -> Vec<String> {
    let source = SourceText::new("t.yaml", text);
    let mut findings = Findings::new(&source);
    parse(&mut findings);
    findings
        .into_diagnostics()
        .iter()
        .map(|found| {
            described(found)
                .split(' ')
                .take_while(|word| !word.contains('='))
                .collect::<Vec<_>>()
                .join(" ")
        })
        .collect()
}

fn assert_problems(text: &str, expected: &[&str]) {
    assert_eq!(problems(text), expected, "in:\n{text}");
}

#[test]
fn well_formed_yaml_has_no_problems() {
    for text in [
        "a: 1",
        "{a: [1, 2], b: {c: d}}",
        "# c\na:\n  - x\n  - y: |\n      z\n...\n",
        "\u{feff}a: b\r\nc: d\r\n",
        "---\na: b",
        "a: &x [1]\nb: *x",
        "a: ~\nb:\n",
        "'a': \"b\"\n",
    ] {
        assert_problems(text, &[]);
    }
}

#[test]
fn what_is_not_yaml_is_refused_at_its_place() {
    assert_problems("a: \"abc\nb: c\n", &["yaml-syntax 1:4"]);
    assert_problems("a: {says: x\n", &["yaml-syntax 1:4"]);
    assert_problems("a: x\n b: y\n", &["yaml-syntax 2:3"]);
    assert_problems("a:\n  - x\n - y\n", &["yaml-syntax 3:2"]);
    assert_problems("%YAML 1.2\n---\na: b\n", &["yaml-syntax 1:1"]);
    assert_problems("a: { b: \"x\" c: d }\n", &["yaml-syntax 1:13"]);
    assert_problems("", &["empty-file"]);
    assert_problems("# nothing\n", &["empty-file"]);
    assert_problems("~\n", &["empty-file"]);
}

#[test]
fn tabs_are_named_as_such() {
    assert_problems("a:\n\tb: c\n", &["tab 2:1"]);
    assert_problems("a: |\n x\n\ty\n", &["tab 3:1"]);
}

#[test]
fn a_value_that_needs_quotes_is_told_so() {
    assert_problems("a: Hộ: nghèo # x\n", &["needs-quotes 1:4+9"]);
    assert_problems("a: { says: Hộ: nghèo, b: c }\n", &["needs-quotes 1:12+9"]);
    assert_problems(
        "rate: { by: year, is: poor[y] / households[y] }\n",
        &["needs-quotes 1:23+23"],
    );
    assert_problems("a:\n  - require: [start] > 5\n", &["needs-quotes 2:14+11"]);
    assert_problems("a: [start] + 5\n", &["needs-quotes 1:4+11"]);
    assert_problems("a: %foo\n", &["needs-quotes 1:4+4"]);
    assert_problems("a: @foo\n", &["needs-quotes 1:4+4"]);
    assert_problems("a: `foo\n", &["needs-quotes 1:4+4"]);
    assert_problems("a: *một hai\n", &["needs-quotes 1:4+8"]);
    assert_problems("a: & b\n", &["needs-quotes 1:4+3"]);
    assert_problems("a: > 5\n", &["needs-quotes 1:4+3"]);
    assert_problems("a: - x\n", &["needs-quotes 1:4+3"]);
    assert_problems("a: 'x' y\n", &["needs-quotes 1:4+5"]);
    assert_problems("a: x #5\n  y\n", &["needs-quotes 1:4"]);
}

#[test]
fn the_quoted_form_can_be_copied() {
    let quoted = |text: &str| {
        let source = SourceText::new("t.yaml", text);
        let mut findings = Findings::new(&source);
        parse(&mut findings);
        findings
            .into_diagnostics()
            .remove(0)
            .argument("quoted")
            .cloned()
    };
    assert_eq!(quoted("a: Hộ: nghèo\n"), Some("\"Hộ: nghèo\"".into()));
    assert_eq!(
        quoted("a: { is: b = \"x\" or c[y] = 'd' }\n"),
        Some("'b = \"x\" or c[y] = ''d'''".into())
    );
}

#[test]
fn every_duplicate_key_is_named_with_both_places() {
    assert_problems(
        "a: 1\nb: {x: 1, x: 2}\na: 2\na: 3\n",
        &[
            "duplicate-key 2:11 2:5",
            "duplicate-key 3:1 1:1",
            "duplicate-key 4:1 1:1",
        ],
    );
    // The same letter, composed and not.
    assert_problems("\u{e0}: 1\na\u{300}: 2\n", &["duplicate-key 2:1+2 1:1"]);
}

#[test]
fn keys_are_texts_and_nothing_is_merged() {
    assert_problems("? [a]\n: b\n", &["key-not-text 1:3+3"]);
    assert_problems("? {a: b}\n: c\n", &["key-not-text 1:3+6"]);
    assert_problems("~: b\n", &["key-not-text 1:1"]);
    assert_problems("a: &x {b: c}\nd:\n  <<: *x\n", &["merge-key 3:3+2"]);
    assert_problems("\"<<\": 1\n", &[]);
}

#[test]
fn tags_and_second_documents_are_refused() {
    assert_problems("a: !!int 1\nb: !x [c]\n", &["tag 1:4+5", "tag 2:4+2"]);
    assert_problems("a: 1\n---\nb: 2\n", &["several-documents 2:1+3"]);
    assert_problems("a: 1\n...\nb: 2\n", &["several-documents 3:1"]);
}

#[test]
fn aliases_stand_for_their_anchors_within_bounds() {
    assert_problems("a: *b\nc: d\n", &["unknown-alias 1:4+2"]);
    assert_problems("a: &x [1, *x]\n", &["alias-loop 1:11+2"]);
    assert_problems("a: &Rau sạch\n", &["unused-anchor 1:4+4"]);
    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..10 {
        let inner = vec![format!("*a{}", level - 1); 10].join(", ");
        bomb.push_str(&format!("a{level}: &a{level} [{inner}]\n"));
    }
    bomb.push_str("b: *a9\n");
    let found = problems(&bomb);
    assert!(
        found.len() == 1 && found[0].starts_with("alias-bomb"),
        "{found:?}"
    );
}

#[test]
fn an_alias_gives_a_copy_with_the_places_of_the_original() {
    let source = SourceText::new("t.yaml", "a: &x\n  - một\nb: *x\n");
    let mut findings = Findings::new(&source);
    let tree = parse(&mut findings).unwrap();
    let NodeKind::Mapping(entries) = &tree.kind else {
        panic!("not a mapping")
    };
    let NodeKind::Sequence(items) = &entries[1].1.kind else {
        panic!("not a list")
    };
    assert_eq!(
        source.place(items[0].start, items[0].end).to_string(),
        "t.yaml:2:5"
    );
}

#[test]
fn depth_size_and_number_of_entries_are_bounded() {
    let nested = |depth: usize| format!("{}x{}", "[".repeat(depth), "]".repeat(depth));
    assert_problems(&nested(MOST_DEPTH), &[]);
    assert_problems(&nested(MOST_DEPTH + 1), &["too-nested 1:33"]);
    for bomb in [
        nested(100_000),
        "- ".repeat(100_000),
        "{a: ".repeat(100_000),
        "? ".repeat(100_000),
    ] {
        let found = problems(&bomb);
        assert!(
            found.len() == 1 && found[0].starts_with("too-nested"),
            "{found:?}"
        );
    }
    assert_problems(
        &format!("[{}]", "1,".repeat(MOST_ENTRIES + 1)),
        &["too-many 1:1+200"],
    );
    assert_problems(&"#".repeat(MOST_BYTES + 1), &["too-large"]);
}

#[test]
fn of_a_great_many_problems_the_rest_is_counted() {
    let text: String = (0..1_500).map(|n| format!("- !t{n} x\n")).collect();
    let source = SourceText::new("t.yaml", &text);
    let mut findings = Findings::new(&source);
    parse(&mut findings);
    let diagnostics = findings.into_diagnostics();
    assert_eq!(diagnostics.len(), 1_001);
    assert_eq!(diagnostics[1_000].argument("count"), Some(&500_u64.into()));
}

/// Texts made of what YAML finds special.
fn yaml_like() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "a", "đ", " ", "  ", "\n", "\r\n", "\t", ": ", ":", "- ", "-", "[", "]", "{", "}", ",",
        "\"", "'", "''", "|\n", ">-\n", "#", " #", "&x ", "*x", "!t ", "%", "@", "? ", "---\n",
        "...\n", "\\", "\\u0041", "~", "<<", "\u{feff}", "\u{85}", "\0",
    ]);
    prop::collection::vec(pieces, 0..60).prop_map(|pieces| pieces.concat())
}

/// Reads the text, and looks at every position of every scalar.
fn walk(text: &str) {
    fn visit(node: &Node, source: &SourceText) {
        assert!(node.start <= node.end && node.end <= source.text.len());
        match &node.kind {
            NodeKind::Scalar(scalar) => {
                for offset in 0..=scalar.text.len() {
                    let at = scalar.position(offset);
                    assert!(at <= source.text.len() + 1);
                    let span = scalar.span(offset, scalar.text.len());
                    source.place(span.start, span.end);
                }
            }
            NodeKind::Sequence(items) => items.iter().for_each(|item| visit(item, source)),
            NodeKind::Mapping(entries) => entries.iter().for_each(|(key, value)| {
                visit(key, source);
                visit(value, source);
            }),
        }
    }
    let source = SourceText::new("t.yaml", text);
    let mut findings = Findings::new(&source);
    let tree = parse(&mut findings);
    let found = findings.into_diagnostics();
    assert!(
        tree.is_some() || !found.is_empty(),
        "neither a tree nor a problem"
    );
    if let Some(tree) = tree {
        visit(&tree, &source);
    }
}

proptest! {
    #[test]
    fn no_text_makes_the_parser_panic(text in ".*") {
        walk(&text);
    }

    #[test]
    fn no_yaml_like_text_makes_the_parser_panic(text in yaml_like()) {
        walk(&text);
    }
}
