//! Random conditions by the grammar of the rule language, nearly all of them over one row.

use proptest::prelude::*;
use proptest::sample::select;

/// A rule set without criteria: a column of every type, some of them in strange states (see `facts.rs`).
pub(super) const HEAD: &str = r#"format: 1
id: test
version: "1"
title: Test
scales: { rating: { LOW: [Thấp], MID: [Vừa], HIGH: [Cao] } }
choices: { sort: { rural: [Nông thôn], urban: [Đô thị] } }
rounds: { r: { title: R, years: { start: 2021, review: 2023 } } }
default_round: r
tables:
  items:
    title: Items
    sheets: [items]
    key: code
    columns:
      code: { type: code }
      word: { type: text }
      boss: { type: code, of: items }
      a: { type: number, whole: true }
      b: { type: number }
      c: { type: number }
      share: { type: percent }
      gone: { type: number }
      short: { type: number }
      odd: { type: number }
      p: { type: yes_no }
      q: { type: yes_no }
      sort: { type: choice, of: sort }
      day: { type: date }
      founded: { type: year }
      seen: { type: year, by: year }
      x: { type: number, whole: true, by: year }
      y: { type: number, whole: true, by: year }
      z: { type: number, by: year }
      level: { type: level, of: rating, by: year }
    derived:
      rate: { by: year, is: x / y }
      twice: { is: a * 2 }
      sound: { is: p and not q }
      whole: { is: "sum(x[m] for m in start..review)" }
  others:
    title: Others
    sheets: [others]
    key: id
    columns:
      id: { type: code }
      owner: { type: code, of: items }
      v: { type: number }
criteria:
"#;

fn one_of(texts: &[&str]) -> BoxedStrategy<String> {
    let texts: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
    select(texts).boxed()
}

/// True, false or open.
pub(super) fn condition(depth: u32) -> BoxedStrategy<String> {
    truth(depth, None)
}

fn year(bound: Option<u32>) -> BoxedStrategy<String> {
    let fixed = one_of(&["start", "review", "2022", "start + 1", "2030"]);
    match bound {
        Some(depth) => {
            let bound = select(vec![format!("n{depth}"), format!("n{depth} - 1")]);
            prop_oneof![4 => bound, 1 => fixed].boxed()
        }
        None => fixed,
    }
}

fn figure(bound: Option<u32>) -> BoxedStrategy<String> {
    let literals = one_of(&["0", "1", "2", "10", "0.5", "1.25", "50%", "12.345", "3"]);
    let large = one_of(&[
        "9_223_372_036_854_775_807",
        "1_000_000_000_000",
        "0.000_000_001",
    ]);
    let columns = one_of(&[
        "a", "b", "c", "a", "b", "c", "share", "twice", "whole", "gone", "short", "odd",
    ]);
    let series = one_of(&["x", "y", "z", "rate", "(x + y)", "x", "y"]);
    let series = (series, year(bound)).prop_map(|(series, year)| format!("{series}[{year}]"));
    let of_days = one_of(&[
        "days(day, as_of)",
        "(founded - 2020)",
        "days(date(founded, 2, 28), day)",
    ]);
    prop_oneof![3 => literals, 1 => large, 8 => columns, 8 => series, 1 => of_days].boxed()
}

fn number(depth: u32, bound: Option<u32>) -> BoxedStrategy<String> {
    let leaf = figure(bound);
    if depth == 0 {
        return leaf;
    }
    let one = number(depth - 1, bound);
    let two = || (one.clone(), one.clone());
    let sign = one_of(&["+", "-", "*", "/", "/", "-"]);
    let arithmetic = (two(), sign).prop_map(|((a, b), sign)| format!("({a} {sign} {b})"));
    let turned = (one_of(&["-", "abs", "floor", "ceiling"]), one.clone())
        .prop_map(|(sign, a)| format!("{sign}({a})"));
    let cut = (one_of(&["round", "truncate"]), one.clone(), 0..19_u8)
        .prop_map(|(function, a, places)| format!("{function}({a}, {places})"));
    let function = (one_of(&["min", "max", "reduction"]), two())
        .prop_map(|(function, (a, b))| format!("{function}({a}, {b})"));
    let choice = (truth(depth - 1, bound), two())
        .prop_map(|(condition, (a, b))| format!("(if {condition} then {a} else {b})"));
    let over_years = (
        one_of(&["sum", "min", "max", "mean"]),
        number(depth - 1, Some(depth)),
    )
        .prop_map(move |(aggregate, body)| {
            format!("{aggregate}({body} for n{depth} in start..review)")
        });
    let of_rows = one_of(&["count(others where owner = own.code)", "boss.a"]);
    prop_oneof![
        20 => leaf,
        50 => arithmetic,
        8 => turned,
        5 => cut,
        12 => function,
        6 => choice,
        8 => over_years,
        1 => of_rows,
    ]
    .boxed()
}

fn fact(bound: Option<u32>) -> BoxedStrategy<String> {
    let of_years = year(bound).prop_flat_map(|year| {
        select(vec![
            format!("level[{year}] >= 'MID'"),
            format!("level[{year}] between 'LOW' and 'MID'"),
            format!("level[{year}] = 'HIGH'"),
            format!("known(x[{year}])"),
            format!("known(level[{year}])"),
        ])
    });
    let others = one_of(&[
        "p",
        "q",
        "sound",
        "p = q",
        "p != sound",
        "true",
        "false",
        "sort = 'rural'",
        "sort not in ['urban', 'rural']",
        "known(a)",
        "known(gone)",
        "known(short)",
        "known(word)",
        "known(day)",
        "p in [true]",
        "day <= as_of",
        "date(founded, 12, 31) < day",
        "year(day) = founded",
        "founded between start and review",
        "founded + 1 > 2021",
        "founded >= 2021",
        "founded < 2021",
        "2020 >= founded",
        "founded != start",
        "founded = founded",
        "founded not in [2020, 2021]",
        "known(founded)",
        "2021 between 2020 and founded",
        "2021 between founded and 2023",
        "seen[2021] >= 2021",
        "seen[2022] in [2021, 2022]",
        "seen[2021] = founded",
        "known(seen[2023])",
        "founded - 1 in [2020, 2021]",
    ]);
    let refused = one_of(&["word = 'A'", "boss.p"]);
    prop_oneof![20 => of_years, 60 => others, 1 => refused].boxed()
}

fn truth(depth: u32, bound: Option<u32>) -> BoxedStrategy<String> {
    let leaf = fact(bound);
    if depth == 0 {
        return leaf;
    }
    let (one, figure) = (truth(depth - 1, bound), number(depth - 1, bound));
    let sign = one_of(&["=", "!=", "<", "<=", ">", ">="]);
    let comparison =
        (figure.clone(), sign, figure.clone()).prop_map(|(a, sign, b)| format!("{a} {sign} {b}"));
    let both = (one.clone(), one_of(&["and", "or"]), one.clone())
        .prop_map(|(a, word, b)| format!("(({a}) {word} ({b}))"));
    let not = one.clone().prop_map(|a| format!("(not ({a}))"));
    let between = (figure.clone(), figure.clone(), figure.clone())
        .prop_map(|(a, b, c)| format!("{a} between {b} and {c}"));
    let list = (figure, one_of(&["in", "not in"]))
        .prop_map(|(a, word)| format!("{a} {word} [0, 1, -0.5, 50%, 10]"));
    let choice =
        (one.clone(), one.clone(), one).prop_map(|(c, a, b)| format!("(if {c} then {a} else {b})"));
    let over_years = (one_of(&["every", "some"]), truth(depth - 1, Some(depth))).prop_map(
        move |(word, body)| format!("({word} n{depth} in start + 1 .. review satisfies ({body}))"),
    );
    prop_oneof![
        2 => leaf,
        8 => comparison,
        3 => both,
        2 => not,
        2 => between,
        1 => list,
        1 => choice,
        3 => over_years,
    ]
    .boxed()
}
