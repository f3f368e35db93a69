use super::*;
use crate::rule::{Choice, load};
use crate::verdict::try_examples;
use chrono::NaiveDate;

const HEAD: &str = r#"
format: 1
id: test
version: "1"
title: Test
scales: { rating: { LOW: [Thấp], MID: [Vừa], HIGH: [Cao] } }
rounds:
  r1: { title: R, years: { start: 2021, review: 2022 }, set: { limit: 2 } }
  r2: { title: R, years: { start: 2021, review: 2023 }, set: { limit: 3 } }
default_round: r1
tables:
  t:
    key: code
    columns:
      code: { type: code, of: t }
      p: { type: yes_no }
      n: { type: number }
      free: { type: number, min: -5 }
      h: { type: number, by: year }
      share: { type: percent }
      worth: { type: money }
      level: { type: level, of: rating, by: year }
      day: { type: date }
      year: { type: year }
    derived:
      twice: { is: n * 2 }
      many: { is: "  n >= 7" }
criteria:
  t:
"#;

/// The keys of a rule, with `; ` between them.
fn rounds(rule: &str) -> Vec<RuleSet> {
    let rule = format!("id: r; cite: K; says: S; {rule}");
    let text = format!("{HEAD}    {}\n", rule.replace("; ", "\n    "));
    let round = |round| {
        let choice = Choice {
            round: Some(round),
            as_of: NaiveDate::default(),
            set: &[],
        };
        let (set, found) = load("t.yaml", text.as_bytes(), &choice, &mut |_| Err("".into()));
        set.unwrap_or_else(|| panic!("{found:#?}\n{rule}"))
    };
    ["r1", "r2"].map(round).into()
}

/// What no example shows: `met`, `not_met` and `insufficient`, comparisons as `n > 1 <` (below), `=` (at) and `>` (above).
fn unseen_of(rule: &str, examples: &str) -> Vec<String> {
    let rounds = rounds(&format!("{rule}; examples: [{examples}]"));
    let outcomes: Vec<ExampleOutcome<'_>> = rounds.iter().flat_map(try_examples).collect();
    assert!(outcomes.iter().all(ExampleOutcome::passed), "{outcomes:#?}");
    let found = unseen(&rounds, &outcomes).into_iter();
    let described = |what| match what {
        Unseen::Verdicts(verdicts) => verdicts.iter().map(|v| v.word().to_owned()).collect(),
        Unseen::Side(comparison, Side::Below) => vec![format!("{comparison} <")],
        Unseen::Side(comparison, Side::At) => vec![format!("{comparison} =")],
        Unseen::Side(comparison, Side::Above) => vec![format!("{comparison} >")],
        Unseen::OtherRows => vec!["other rows".to_owned()],
    };
    found.flat_map(|(_, what)| described(what)).collect()
}

#[test]
fn every_verdict_and_every_side_of_a_threshold_is_asked_for() {
    let cases: &[(&str, &str, &[&str])] = &[
        // verdicts
        ("require: p", "", &["met", "not_met", "insufficient"]),
        (
            "require: p",
            "{ p: yes, gives: met }",
            &["not_met", "insufficient"],
        ),
        (
            "require: p",
            "{ p: yes, gives: met }, { p: no, gives: not_met }, { gives: insufficient }",
            &[],
        ),
        // another round's example counts, too
        (
            "require: p",
            "{ p: yes, gives: met }, { p: no, gives: not_met, round: r2 }, { gives: insufficient }",
            &[],
        ),
        // an example cannot leave open what asks for a known cell
        (
            "require: known(n)",
            "{ n: 1, gives: met }, { gives: not_met }",
            &[],
        ),
        // thresholds
        (
            "require: n > 5",
            "{ n: 6, gives: met }, { gives: insufficient }",
            &["not_met", "n > 5 <", "n > 5 ="],
        ),
        (
            "require: n > 5",
            "{ n: 6, gives: met }, { n: 5, gives: not_met }, { n: 4, gives: not_met }, { gives: insufficient }",
            &[],
        ),
        (
            "require: 5 > n",
            "{ n: 4, gives: met }, { n: 5, gives: not_met }, { gives: insufficient }",
            &["5 > n <"],
        ),
        (
            "require: n = 5",
            "{ n: 5, gives: met }, { n: 4, gives: not_met }, { gives: insufficient }",
            &[],
        ),
        (
            "require: n between 2 and 4",
            "{ n: 3, gives: met }, { n: 5, gives: not_met }, { gives: insufficient }",
            &["n >= 2 <", "n >= 2 =", "n <= 4 ="],
        ),
        // of several years one is enough
        (
            "require: every y in start..review satisfies h[y] >= 4",
            "{ h: { 2021: 4, 2022: 3 }, gives: not_met }, { h: { 2021: 4, 2022: 5 }, gives: met }, { gives: insufficient }",
            &[],
        ),
        // a decided branch is evaluated all the same
        (
            "require: p or n > 5",
            "{ p: yes, n: 5, gives: met }, { p: no, n: 4, gives: not_met }, { p: no, n: 6, gives: met }, { p: no, gives: insufficient }",
            &[],
        ),
        // what does not apply is not looked at
        (
            "when: p; require: n > 5",
            "{ p: no, n: 6, gives: not_applicable }",
            &[
                "met",
                "not_met",
                "insufficient",
                "n > 5 <",
                "n > 5 =",
                "n > 5 >",
            ],
        ),
        (
            "when: n > 5; require: p",
            "{ n: 6, p: yes, gives: met }, { n: 6, p: no, gives: not_met }, { n: 4, gives: not_applicable }, { gives: insufficient }",
            &["n > 5 ="],
        ),
        // a limit that differs by round is one threshold
        (
            "require: n >= limit",
            "{ n: 2, gives: met }, { n: 1, gives: not_met }, { n: 4, round: r2, gives: met }, { gives: insufficient }",
            &[],
        ),
        (
            "require: day < date(2022, 5, 1)",
            "{ day: 2022-04-30, gives: met }, { day: 2022-05-02, gives: not_met }, { gives: insufficient }",
            &["day < date(2022, 5, 1) ="],
        ),
        // a computed column has its own text
        (
            "require: many",
            "{ n: 7, gives: met }, { n: 6, gives: not_met }, { gives: insufficient }",
            &["n >= 7 >"],
        ),
        (
            "require: \"  n\\n  >  5 and p\"",
            "{ n: 5, p: no, gives: not_met }",
            &["met", "insufficient", "n > 5 <", "n > 5 >"],
        ),
    ];
    for (rule, examples, expected) in cases {
        assert_eq!(unseen_of(rule, examples), *expected, "{rule}: {examples}");
    }
}

#[test]
fn nobody_is_asked_for_what_cannot_be() {
    let cases: &[(&str, &[&str])] = &[
        ("n > 0", &["=", ">"]),
        ("n >= 0", &["=", ">"]),
        ("0 < n", &["<", "="]),
        ("free > 0", &["<", "=", ">"]),
        ("free > -5", &["=", ">"]),
        ("free > -6", &[">"]),
        ("twice > 0", &["=", ">"]),
        ("worth + worth * n > 0", &["=", ">"]),
        ("n - share > 0", &["<", "=", ">"]),
        ("n / share < 0", &["=", ">"]),
        ("-n < 0", &["<", "="]),
        ("share < 100%", &["<", "="]),
        ("share <= 90%", &["<", "=", ">"]),
        ("worth > 0", &["=", ">"]),
        ("level[start] >= \"LOW\"", &["=", ">"]),
        ("level[start] >= \"MID\"", &["<", "=", ">"]),
        ("level[start] >= \"HIGH\"", &["<", "="]),
        ("(if p then n else 3) > 0", &["=", ">"]),
        ("(sum(h[y] for y in start..review)) > 0", &["=", ">"]),
        ("abs(n) > 0", &["<", "=", ">"]),
        ("year > 2000", &[]),
    ];
    for (condition, expected) in cases {
        let rounds = rounds(&format!("require: '{condition}'"));
        let mut found = Vec::new();
        each_threshold(
            &rounds[0].rules[0].require.formula,
            "",
            &rounds[0],
            &mut |threshold| {
                let sides = Side::ALL.into_iter().zip(["<", "=", ">"]);
                let lies =
                    |(side, sign)| reach::can_lie(threshold, side, &rounds[0]).then_some(sign);
                found.extend(sides.filter_map(lies));
            },
        );
        assert_eq!(found, *expected, "{condition}");
    }
}

#[test]
fn a_rule_that_looks_at_other_rows_is_named_and_no_more() {
    for condition in [
        "count(t) > 1",
        "code.n > 1",
        "every row of t where p satisfies n > 1",
        "n > 1 and code.many",
    ] {
        let found = unseen_of(&format!("require: {condition}"), "");
        assert_eq!(found, ["other rows"], "{condition}");
    }
}
