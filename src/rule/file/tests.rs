use super::*;
use crate::rule::testing::{assert_found, with_criteria, with_head, with_tables};
use proptest::prelude::*;

fn find(text: &str) -> Vec<Diagnostic> {
    RuleFile::read(&SourceText::new("t.yaml", text)).1
}

fn read(text: &str) -> RuleFile {
    let (file, diagnostics) = RuleFile::read(&SourceText::new("t.yaml", text));
    assert_eq!(diagnostics, [], "in:\n{text}");
    file.unwrap()
}

#[test]
fn a_whole_rule_file_is_read_as_written() {
    let file = read(include_str!("tests/whole.yaml"));
    assert_eq!(
        (file.id.value.as_str(), file.version.value.as_str()),
        ("vi-du", "1.0")
    );
    assert_eq!(
        (file.title.vi.as_str(), file.title.en.as_deref()),
        ("Ví dụ", Some("Example"))
    );
    let (_, source) = &file.sources[0];
    assert_eq!(
        source.valid.from.map(|day| day.to_string()).as_deref(),
        Some("2022-09-16")
    );
    assert_eq!(file.sources[1].1.number.as_deref(), Some("226/KH-UBND"));
    let (name, round) = &file.rounds[1];
    assert_eq!(name.value, "tong-ket-2025");
    assert_eq!(
        round
            .years
            .iter()
            .map(|(name, year)| (name.value.as_str(), year.value))
            .collect::<Vec<_>>(),
        [("start", 2021), ("review", 2025)]
    );
    assert_eq!(round.set[0].1.value.value, 10.into());
    assert_eq!(
        file.constants[0].1.value.as_ref().unwrap().value.value,
        100_000_000.into()
    );
    assert_eq!(file.scales[0].1[2].1[1].value, "Tốt");
    let (_, communes) = &file.tables[1];
    assert_eq!(communes.key[0].value, "code");
    let poor = &communes.columns.as_ref().unwrap()[3].1;
    assert_eq!(
        poor.headers[1].year_shift.as_ref().map(|shift| shift.value),
        Some(-1)
    );
    assert_eq!(
        communes.derived[0].1.is.as_ref().unwrap().value.text,
        "poor / households"
    );
    assert_eq!(file.notes[0].reason.vi, "Không có số liệu");
}

#[test]
fn criteria_keep_their_groups_and_examples() {
    let file = read(include_str!("tests/whole.yaml"));
    let Member::Group(root) = &file.criteria[0].1 else {
        panic!("not a group")
    };
    assert_eq!((root.connective, root.members.len()), (Connective::All, 2));
    let Member::Group(inner) = &root.members[1] else {
        panic!("not a group")
    };
    assert_eq!(
        (
            inner.connective,
            inner.id.as_ref().map(|id| id.value.as_str())
        ),
        (Connective::Any, Some("V.2.3.g"))
    );
    let ids: Vec<&str> = file
        .rules()
        .map(|(_, rule)| rule.clause.id.value.as_str())
        .collect();
    assert_eq!(ids, ["V.2.3.e", "V.2.3.f", "V.2.3.h", "V.2.2.a"]);
    let rule = file.rules().next().unwrap().1;
    assert!(rule.clause.reading.as_ref().unwrap().confirm);
    let example = &rule.examples[0];
    assert_eq!(example.gives.as_ref().unwrap().value, Gives::Met);
    assert_eq!(example.round.as_ref().unwrap().value, "so-ket-2023");
    let ExampleValue::ByYear(years) = &example.values[0].1 else {
        panic!("not by year")
    };
    assert_eq!(
        years
            .iter()
            .map(|(year, cell)| (year.value.as_str(), cell.value.as_deref()))
            .collect::<Vec<_>>(),
        [("start", Some("100")), ("2022", None)]
    );
}

#[test]
fn a_condition_in_a_folded_block_leads_back_to_its_line() {
    let text = with_criteria(
        "  t:\n    id: a\n    cite: K\n    says: S\n    require: >-\n      x > 0 and\n      sai > 1\n",
    );
    let source = SourceText::new("t.yaml", &text);
    let file = read(&text);
    let condition = file.rules().next().unwrap().1.require.as_ref().unwrap();
    assert_eq!(condition.value.text, "x > 0 and sai > 1");
    let at = condition.value.text.find("sai").unwrap();
    let span = condition.value.span(at, at + 3);
    let line = text.lines().position(|line| line.contains("sai")).unwrap() + 1;
    assert_eq!(
        source.place(span.start, span.end).to_string(),
        format!("t.yaml:{line}:7")
    );
}

#[test]
fn everything_that_a_file_must_have_is_asked_for_at_once() {
    assert_found(
        "«unit»: {}\n",
        find,
        &[
            "missing-key @1 key=format",
            "missing-key @1 key=id",
            "missing-key @1 key=version",
            "missing-key @1 key=title",
            "missing-key @1 key=tables",
            "no-rules @1",
            "unknown-key @1 key=unit known=units",
        ],
    );
    assert_found(
        "«- a»\n",
        find,
        &["wrong-shape @1 expected=rule-shape-mapping found=rule-shape-list"],
    );
    assert_found(
        &with_head("format: «2»"),
        find,
        &["unknown-format @1 value=2"],
    );
}

#[test]
fn what_is_wrong_in_the_head_is_found() {
    let all = "format,id,version,title,extends,sources,units,rounds,default_round,constants,scales,choices,tables,notes,criteria,nominations,quotas,targets,deadlines,checks";
    for (head, expected) in [
        (
            "«awards»: []",
            format!("unknown-key @1 key=awards known={all}").as_str(),
        ),
        (
            "«constant»: {}",
            "unknown-key @1 key=constant known=constants",
        ),
        (
            "units: { model: { vi: mô hình, «gia đình» } }",
            "comma-needs-quotes @1 text=gia đình",
        ),
        (
            "units: { model: «[]» }",
            "wrong-shape @1 expected=rule-shape-wording found=rule-shape-list",
        ),
        ("units: { model: «''» }", "empty-value @1"),
        (
            "sources: { K: { issued: «2022-9-16», title: K } }",
            "not-a-date @1 value=2022-9-16",
        ),
        (
            "sources: { K: { issued: «2022-02-30», title: K } }",
            "not-a-date @1 value=2022-02-30",
        ),
        ("sources: { K: «{ issuer: UBND }» }", "unnamed-source @1"),
        (
            "sources: { K: { title: K, valid: { from: «2022-01-02», to: «2022-01-01» } } }",
            "empty-validity @2 @1",
        ),
        (
            "rounds: { r: { title: R, years: { start: «1899» } } }",
            "not-in-range @1 value=1899 low=1900 high=2200",
        ),
        (
            "rounds: { r: { title: R, years: { start: «2021.5» } } }",
            "not-in-range @1 value=2021.5 low=1900 high=2200",
        ),
        ("rounds: { r: «{ years: {} }» }", "missing-key @1 key=title"),
        (
            "rounds: { r: { title: R, set: { a: «1e3» } } }",
            "not-a-number @1 value=1e3",
        ),
        (
            "rounds: { r: { title: R, set: { a: «012» } } }",
            "not-a-number @1 value=012",
        ),
        (
            "constants: { c: { value: 1,«5» } }",
            "comma-needs-quotes @1 text=5",
        ),
        (
            "constants: { c: { value: «\"1,5\"» } }",
            "not-a-number @1 value=1,5",
        ),
        (
            "constants: { c: { «vlue»: 1, value: 2 } }",
            "unknown-key @1 key=vlue known=value",
        ),
        (
            "constants: { c: «5» }",
            "wrong-shape @1 expected=rule-shape-mapping found=rule-shape-text",
        ),
        (
            "scales: { s: «[a, b]» }",
            "wrong-shape @1 expected=rule-shape-mapping found=rule-shape-list",
        ),
        (
            "default_round: «[a]»",
            "wrong-shape @1 expected=rule-shape-text found=rule-shape-list",
        ),
        (
            "default_round: «~»",
            "wrong-shape @1 expected=rule-shape-text found=rule-shape-nothing",
        ),
        (
            "notes: [«{ id: n, cite: K, says: S }»]",
            "missing-key @1 key=reason",
        ),
    ] {
        assert_found(&with_head(head), find, &[expected]);
    }
}

#[test]
fn what_is_wrong_in_a_table_is_found() {
    for (table, expected) in [
        ("t: «{ key: code }»", "missing-key @1 key=columns"),
        (
            "t: { columns: { a: «text» } }",
            "wrong-shape @1 expected=rule-shape-mapping found=rule-shape-text",
        ),
        (
            "t: { columns: { a: «{ of: b }» } }",
            "missing-key @1 key=type",
        ),
        (
            "t: { columns: { a: { type: text, «header»: [A] } } }",
            "unknown-key @1 key=header known=headers",
        ),
        (
            "t: { columns: { a: { type: text, headers: «A» } } }",
            "wrong-shape @1 expected=rule-shape-list found=rule-shape-text",
        ),
        (
            "t: { columns: { a: { type: text, headers: [{ text: A, «years»: 1 }] } } }",
            "unknown-key @1 key=years known=year",
        ),
        (
            "t: { columns: { a: { type: number, whole: «yes» } } }",
            "not-a-boolean @1 value=yes",
        ),
        (
            "t: { columns: { a: { type: number, whole: «'true'» } } }",
            "not-a-boolean @1 value=true",
        ),
        (
            "t: { columns: { a: { type: code, width: «0» } } }",
            "not-in-range @1 value=0 low=1 high=100",
        ),
        (
            "t: { columns: { a: { type: text } }, roster: «{ file: u.csv }» }",
            "missing-key @1 key=level",
        ),
        (
            "t: { columns: { a: { type: text } }, derived: { b: «{ by: year }» } }",
            "missing-key @1 key=is",
        ),
        (
            "t: { columns: { a: { type: text } }, «sheet»: [] }",
            "unknown-key @1 key=sheet known=sheets",
        ),
    ] {
        assert_found(&with_tables(&format!("  {table}\n")), find, &[expected]);
    }
}

#[test]
fn what_is_wrong_in_criteria_is_found() {
    for (criteria, expected) in [
        ("t: { «all»: [] }", vec!["empty-group @1"]),
        ("t: { any: [{ «all»: [] }] }", vec!["empty-group @1"]),
        (
            "t: { «all»: [{ RULE, require: x }], «any»: [«{ id: b, cite: K, says: S }»] }",
            vec![
                "mixed-group @2 @1 keys=all,any",
                "missing-key @3 key=require",
            ],
        ),
        (
            "t: { «all»: [{ RULE, require: x }], «require»: y }",
            vec!["mixed-group @2 @1 keys=all,require"],
        ),
        (
            "t: «{ «ail»: [] }»",
            vec![
                "missing-key @1 key=id",
                "missing-key @1 key=cite",
                "missing-key @1 key=says",
                "missing-key @1 key=require",
                "unknown-key @2 key=ail known=all",
            ],
        ),
        (
            "t: { RULE, require«:» }",
            vec!["wrong-shape @1 expected=rule-shape-expression found=rule-shape-nothing"],
        ),
        (
            "t: «{ RULE, «requires»: x }»",
            vec![
                "missing-key @1 key=require",
                "unknown-key @2 key=requires known=require",
            ],
        ),
        (
            "t: { RULE, require: x, reading: { vi: R, confirm: «ja» } }",
            vec!["not-a-boolean @1 value=ja"],
        ),
        (
            "t: { RULE, require: x, examples: [«{ x: 1 }»] }",
            vec!["missing-key @1 key=gives"],
        ),
        (
            "t: { RULE, require: x, examples: [{ x: 1, gives: «mett» }, { x: «[1]», gives: met }] }",
            vec![
                "unknown-verdict @1 value=mett known=met",
                "wrong-shape @2 expected=rule-shape-cell found=rule-shape-list",
            ],
        ),
        (
            "t: { all: [{ id: «b», cite: K, says: S, require: x }, { id: «b», cite: K, says: S, require: y }] }",
            vec!["duplicate-id @2 @1 id=b"],
        ),
        (
            "t: «[]»",
            vec!["wrong-shape @1 expected=rule-shape-mapping found=rule-shape-list"],
        ),
    ] {
        let criteria = criteria.replace("RULE", "id: a, cite: K, says: S");
        assert_found(&with_criteria(&format!("  {criteria}\n")), find, &expected);
    }
    assert_found(
        &with_criteria("  {}\n").replace("criteria", "«criteria»"),
        find,
        &["no-rules @1"],
    );
}

#[test]
fn a_note_may_not_share_its_id_with_a_rule() {
    let text = with_criteria("  t: { id: «a», cite: K, says: S, require: x }\n");
    let text = format!("{text}notes: [{{ id: «a», cite: K, says: S, reason: R }}]\n");
    assert_found(&text, find, &["duplicate-id @2 @1 id=a"]);
}

#[test]
fn problems_come_in_the_order_of_the_file() {
    let text = with_tables("  t: { columns: { a: { type: text, «hedaers»: [] } } }\n");
    let text = text
        .replace("format", "«format»")
        .replace("version:", "«versoin»:");
    assert_found(
        &text,
        find,
        &[
            "missing-key @1 key=version",
            "unknown-key @2 key=versoin known=version",
            "unknown-key @3 key=hedaers known=headers",
        ],
    );
}

/// Rule files that are broken in one place each.
fn broken_rule_file() -> impl Strategy<Value = String> {
    let whole = include_str!("tests/whole.yaml");
    let pieces = prop::sample::select(vec![
        "", "\n", ": ", "- ", "[", "]", "{", "}", ",", "\"", "'", "|", ">", "#", "&a ", "*a ", "!",
        "~", "null", "1,5", "  ", "\t", "all: ",
    ]);
    (0..whole.chars().count(), 0..12_usize, pieces).prop_map(move |(at, cut, piece)| {
        let before = whole.chars().take(at);
        before
            .chain(piece.chars())
            .chain(whole.chars().skip(at + cut))
            .collect()
    })
}

proptest! {
    #[test]
    fn no_broken_rule_file_makes_reading_panic(text in broken_rule_file()) {
        let source = SourceText::new("t.yaml", &text);
        let (file, diagnostics) = RuleFile::read(&source);
        prop_assert!(file.is_some() || !diagnostics.is_empty());
        if let Some(file) = file {
            let mut fetch = |_: crate::rule::Wanted<'_>| Err("none".into());
            crate::rule::declare::declare(&file, &source, &mut fetch);
        }
    }
}
