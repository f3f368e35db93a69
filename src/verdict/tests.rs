//! Strong Kleene logic, held against tables written by hand from the definition.

use super::*;
use crate::fact::data::{Absence, Fact, Origin, Part, TableFacts};
use crate::fact::schema::{Slot, TableId};
use crate::number::Number;
use crate::rule::{Choice, load};
use chrono::NaiveDate;

/// Two tables: `items`, whose first row is judged, and `others`, whose rows are run over.
const TABLES: &str = r#"
format: 1
id: test
version: "1"
title: Test
units: { household: hộ }
scales: { rating: { LOW: [Thấp], MID: [Vừa], HIGH: [Cao] } }
rounds: { r: { title: R, years: { start: 2021, review: 2023 } } }
default_round: r
tables:
  items:
    title: Items
    sheets: [items]
    key: code
    columns:
      code: { type: code }
      p: { type: yes_no }
      q: { type: yes_no }
      n: { type: number }
      m: { type: number }
      h: { type: number, unit: household, whole: true, by: year }
      rate: { type: percent, by: year }
      level: { type: level, of: rating }
      boss: { type: code, of: items }
      since: { type: year }
      until: { type: year }
      seen: { type: year, by: year }
    derived:
      double: { by: year, is: h * 2 }
  others:
    title: Others
    sheets: [others]
    key: id
    columns:
      id: { type: code }
      owner: { type: code, of: items }
      flag: { type: yes_no }
      v: { type: number }
"#;

/// `y`, `n`, a number, a level, a year as `y2021`, or `?` for an empty cell.
fn fact(text: &str) -> Fact<'_> {
    match text {
        "y" => Fact::YesNo(true),
        "n" => Fact::YesNo(false),
        "?" => Fact::Missing(Absence::Empty),
        "!" => Fact::Missing(Absence::Unreadable),
        "LOW" => Fact::Term(0),
        "MID" => Fact::Term(1),
        "HIGH" => Fact::Term(2),
        "y0" => Fact::Missing(Absence::NoYear),
        "y2021" => Fact::Year(2021),
        "y2023" => Fact::Year(2023),
        _ => Number::parse_plain(text).map_or(Fact::Text(text), Fact::Number),
    }
}

fn rules(criteria: &str) -> RuleSet {
    let text = format!("{TABLES}criteria:\n  items:\n{criteria}");
    let choice = Choice {
        round: None,
        as_of: NaiveDate::from_ymd_opt(2025, 11, 1).unwrap(),
        set: &[],
    };
    let (rules, diagnostics) = load("test.yaml", text.as_bytes(), &choice, &mut |_| {
        Err("".into())
    });
    rules.unwrap_or_else(|| panic!("{diagnostics:#?}\n{text}"))
}

/// Fills a table from rows of `name=value` or `name[year]=value`; every other cell of a named column is empty.
fn fill(rules: &RuleSet, table: &str, rows: &[&str]) -> TableFacts {
    let (id, schema) = rules.schema.table(table).unwrap();
    let mut facts = TableFacts::new(id, schema.key.clone());
    let part = facts.add_part(Part {
        file: "t.csv".into(),
        sheet: None,
        columns: Default::default(),
    });
    for (number, cells) in (1_u32..).zip(rows) {
        let code = number.to_string();
        let row = facts.row_for(&[&code], Origin { part, row: number });
        let (key, _) = schema
            .column(if table == "items" { "code" } else { "id" })
            .unwrap();
        facts.set(
            row,
            Slot {
                column: key,
                year: None,
            },
            &Fact::Text(&code),
        );
        for cell in cells.split_whitespace() {
            let (name, value) = cell.split_once('=').unwrap();
            let (name, year) = match name.split_once('[') {
                Some((name, year)) => (name, Some(year.trim_end_matches(']').parse().unwrap())),
                None => (name, None),
            };
            let (column, declared) = schema.column(name).unwrap_or_else(|| panic!("{name}"));
            let is_code = matches!(declared.kind, crate::fact::schema::ColumnType::Code { .. });
            let value = if is_code && value != "?" {
                Fact::Text(value)
            } else {
                fact(value)
            };
            facts.set(row, Slot { column, year }, &value);
        }
    }
    facts
}

fn judged(
    rules: &RuleSet,
    items: &[&str],
    others: Option<&[&str]>,
) -> (Vec<RuleVerdict>, Vec<SubjectVerdict>) {
    let mut facts = Facts {
        tables: vec![None, None],
        ..Facts::default()
    };
    facts.tables[0] = Some(fill(rules, "items", items));
    facts.tables[1] = others.map(|rows| fill(rules, "others", rows));
    let (verdicts, _) = judge(rules, &facts, &[]);
    // What explains must agree with what judges.
    for (at, index) in verdicts.tables[0].rules.iter().enumerate() {
        for row in 0..items.len() as u32 {
            assert_eq!(
                verdicts.explain(*index, row).verdict,
                verdicts.tables[0].of(row).nth(at).unwrap()
            );
        }
    }
    (
        verdicts.tables[0].of(0).collect::<Vec<_>>(),
        verdicts.tables[0].subjects().to_vec(),
    )
}

fn requirement(condition: &str) -> String {
    format!(
        "    all:\n      - {{ id: R, cite: C, says: S, require: '{}' }}\n",
        condition.replace('\'', "''")
    )
}

fn truth(condition: &str, item: &str, others: Option<&[&str]>) -> Option<bool> {
    let rules = rules(&requirement(condition));
    match judged(&rules, &[item], others).0[0] {
        RuleVerdict::Met => Some(true),
        RuleVerdict::NotMet => Some(false),
        RuleVerdict::Insufficient => None,
        other @ (RuleVerdict::NotApplicable | RuleVerdict::Waived) => panic!("{other:?}"),
    }
}

/// Each line: a condition, the cells, and `T`, `F` or `-` for open.
fn check_lines(lines: &str, others: Option<&[&str]>) {
    let mut wrong = Vec::new();
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let parts: Vec<&str> = line.split('|').map(str::trim).collect();
        let [condition, cells, expected] = parts.as_slice() else {
            panic!("{line}")
        };
        let expected = match *expected {
            "T" => Some(true),
            "F" => Some(false),
            "-" => None,
            other => panic!("{other}"),
        };
        let got = truth(condition, cells, others);
        if got != expected {
            wrong.push(format!(
                "{condition} with {cells}: got {got:?}, not {expected:?}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn and_or_not_follow_the_strong_kleene_tables() {
    check_lines(
        "p and q | p=y q=y | T
         p and q | p=y q=n | F
         p and q | p=n q=y | F
         p and q | p=n q=n | F
         p and q | p=y q=? | -
         p and q | p=? q=y | -
         p and q | p=n q=? | F
         p and q | p=? q=n | F
         p and q | p=? q=? | -
         p or q | p=y q=y | T
         p or q | p=y q=n | T
         p or q | p=n q=y | T
         p or q | p=n q=n | F
         p or q | p=y q=? | T
         p or q | p=? q=y | T
         p or q | p=n q=? | -
         p or q | p=? q=n | -
         p or q | p=? q=? | -
         not p | p=y | F
         not p | p=n | T
         not p | p=? | -
         not (p and q) | p=? q=n | T
         not (p and q) | p=? q=y | -
         not (p or q) | p=? q=y | F
         not (p or q) | p=? q=n | -
         not not p | p=? | -
         (p and q) or not q | p=? q=n | T
         (p and q) or not q | p=? q=y | -
         p and not p | p=? | -
         p or not p | p=? | -",
        None,
    );
}

#[test]
fn a_comparison_with_a_missing_side_is_open() {
    let mut lines = String::new();
    // Operator, then its truth for 1 ∘ 2, 2 ∘ 2, 3 ∘ 2.
    for (operator, truths) in [
        ("=", "FTF"),
        ("!=", "TFT"),
        ("<", "TFF"),
        ("<=", "TTF"),
        (">", "FFT"),
        (">=", "FTT"),
    ] {
        for (n, expected) in ["1", "2", "3"].iter().zip(truths.chars()) {
            lines.push_str(&format!("n {operator} m | n={n} m=2 | {expected}\n"));
        }
        for missing in ["n=? m=2", "n=2 m=?", "n=? m=?", "n=! m=2"] {
            lines.push_str(&format!("n {operator} m | {missing} | -\n"));
        }
        lines.push_str(&format!("not n {operator} m | n=? m=2 | -\n"));
        lines.push_str(&format!("n {operator} n | n=? | -\n"));
    }
    check_lines(&lines, None);
}

#[test]
fn between_is_two_comparisons_and_in_is_a_chain_of_equals() {
    check_lines(
        "n between 1 and 3 | n=1 | T
         n between 1 and 3 | n=3 | T
         n between 1 and 3 | n=4 | F
         n between 1 and 3 | n=? | -
         n between m and 3 | n=4 m=? | F
         n between m and 3 | n=2 m=? | -
         n between 1 and m | n=0 m=? | F
         n in [1, 2] | n=2 | T
         n in [1, 2] | n=3 | F
         n in [1, 2] | n=? | -
         n not in [1, 2] | n=3 | T
         n not in [1, 2] | n=1 | F
         n not in [1, 2] | n=? | -
         level >= 'MID' | level=MID | T
         level >= 'MID' | level=LOW | F
         level > 'Vừa' | level=HIGH | T
         level >= 'MID' | level=? | -
         level in ['LOW', 'HIGH'] | level=HIGH | T",
        None,
    );
}

#[test]
fn arithmetic_is_exact_and_hands_missing_sides_on() {
    check_lines(
        "2.30 - 1.34 >= 0.96 | p=y | T
         (1 / 3) * 3 >= 1 | p=y | T
         0.29 / 0.01 >= 29 | p=y | T
         n / 3 * 3 = n | n=1 | T
         n + m = 5 | n=2 m=3 | T
         n - m = -1 | n=2 m=3 | T
         -n = m | n=2 m=-2 | T
         n * m = 6 | n=2 m=3 | T
         n + m = 5 | n=2 m=? | -
         n * 0 = 0 | n=? | -
         n / m > 0 | n=1 m=0 | -
         n / m > 0 | n=? m=0 | -
         n / m > 0 or p | n=1 m=0 p=y | T
         reduction(n, m) > 50% | n=100 m=50 | F
         reduction(n, m) > 50% | n=100 m=49 | T
         reduction(n, m) > 50% | n=0 m=0 | -
         abs(n) = 2 | n=-2 | T
         min(n, m) = 1 | n=1 m=2 | T
         max(n, m) = 2 | n=1 m=2 | T
         max(n, m) = 2 | n=2 m=? | -
         round(n, 1) = 0.3 | n=0.25 | T
         round(n, 1) = -0.3 | n=-0.25 | T
         truncate(n, 1) = 0.2 | n=0.29 | T
         floor(n) = -1 | n=-0.5 | T
         ceiling(n) = 1 | n=0.5 | T",
        None,
    );
}

/// A nought is none of the years that are sought, and not one from some year on; whatever else is asked of it stays open.
#[test]
fn no_year_settles_only_what_no_year_could_change() {
    check_lines(
        "since >= 2021 | since=y0 | F
         since > 2021 | since=y0 | F
         since = 2021 | since=y0 | F
         since != 2021 | since=y0 | T
         since in [2021, 2022] | since=y0 | F
         since not in [2021, 2022] | since=y0 | T
         since between start and review | since=y0 | F
         since between start and review | since=y2023 | T
         since between start and review | since=? | -
         2022 <= since | since=y0 | F
         2022 = since | since=y0 | F
         seen[2021] >= 2021 | seen[2021]=y0 | F
         seen[start + 1] in [2021, 2022] | seen[2022]=y0 | F
         every y in start..review satisfies seen[y] > 2020 | seen[2021]=y0 seen[2022]=y2021 seen[2023]=y2023 | F
         seen[2021] <= 2021 | seen[2021]=y0 | -
         seen[until] >= 2021 | seen[2021]=y2023 until=y0 | -
         2021 between 2020 and since | since=y2023 | T
         2021 between 2022 and since | since=y2023 | F
         2021 between since and 2022 | since=y2021 | T
         'MID' between 'LOW' and level | level=HIGH | T
         since <= 2021 | since=y0 | -
         since < 2021 | since=y0 | -
         2022 > since | since=y0 | -
         since = until | since=y0 until=y2021 | F
         since = until | since=y0 until=y0 | T
         since >= until | since=y2021 until=y0 | -
         since <= until | since=y2021 until=y0 | F
         since + 1 >= 2021 | since=y0 | -
         until - since >= 2 | since=y0 until=y2023 | -
         (if p then since else until) >= 2021 | p=y since=y0 until=y2023 | -
         date(since, 12, 31) <= as_of | since=y0 | -
         known(since) | since=y0 | F",
        None,
    );
}

#[test]
fn known_tells_an_empty_cell_from_an_unreadable_one() {
    check_lines(
        "known(n) | n=1 | T
         known(n) | n=? | F
         known(n) | n=! | -
         known(h[2021]) | h[2021]=? | F
         known(h[2021]) | h[2022]=1 | -
         not known(n) | n=? | T",
        None,
    );
}

#[test]
fn if_with_an_open_condition_is_open_unless_both_branches_agree() {
    check_lines(
        "if p then q else not q | p=y q=y | T
         if p then q else not q | p=n q=y | F
         if p then q else q | p=? q=y | T
         if p then q else not q | p=? q=y | -
         (if p then n else m) = 1 | p=? n=1 m=1 | T
         (if p then n else m) = 1 | p=? n=1 m=2 | -
         (if p then n else m) = 1 | p=y n=1 m=? | T",
        None,
    );
}

#[test]
fn years_are_chains_of_and_and_or() {
    check_lines(
        "every y in start..review satisfies h[y] > 0 | h[2021]=1 h[2022]=1 h[2023]=1 | T
         every y in start..review satisfies h[y] > 0 | h[2021]=1 h[2022]=0 h[2023]=? | F
         every y in start..review satisfies h[y] > 0 | h[2021]=1 h[2022]=? h[2023]=1 | -
         every y in start..review satisfies h[y] > 0 | h[2021]=1 h[2022]=1 | -
         some y in start..review satisfies h[y] > 0 | h[2021]=0 h[2022]=? h[2023]=1 | T
         some y in start..review satisfies h[y] > 0 | h[2021]=0 h[2022]=0 h[2023]=0 | F
         some y in start..review satisfies h[y] > 0 | h[2021]=0 h[2022]=? h[2023]=0 | -
         every y in start+1..review satisfies h[y-1] > h[y] | h[2021]=3 h[2022]=2 h[2023]=1 | T
         sum(h[y] for y in 2021..2023) = 6 | h[2021]=1 h[2022]=2 h[2023]=3 | T
         sum(h[y] for y in 2021..2023) = 6 | h[2021]=1 h[2022]=? h[2023]=3 | -
         mean(h[y] for y in 2021..2023) = 2 | h[2021]=1 h[2022]=2 h[2023]=3 | T
         min(h[y] for y in 2021..2023) < 2 | h[2021]=1 h[2022]=? h[2023]=3 | T
         min(h[y] for y in 2021..2023) < 1 | h[2021]=1 h[2022]=? h[2023]=3 | -
         max(h[y] for y in 2021..2023) >= 3 | h[2021]=1 h[2022]=? h[2023]=3 | T
         (h + h)[2021] = 4 | h[2021]=2 | T
         double[2021] = 4 | h[2021]=2 | T
         every y in start..review satisfies double[y] = h[y] + h[y] | h[2021]=1 h[2022]=2 h[2023]=3 | T",
        None,
    );
}

#[test]
fn a_path_that_dangles_is_open() {
    check_lines(
        "boss.n = 5 | boss=1 n=5 | T
         boss.n = 5 | boss=1 n=4 | F
         boss.n = 5 | boss=9 n=5 | -
         boss.n = 5 | boss=? n=5 | -
         boss.double[2021] = 2 | boss=1 h[2021]=1 | T",
        None,
    );
}

#[test]
fn rows_count_between_their_sure_and_their_possible_members() {
    // Row 3 may or may not be flagged; row 4 surely is and has no value.
    let others: &[&str] = &[
        "owner=1 flag=y v=1",
        "owner=1 flag=n v=2",
        "owner=1 flag=? v=3",
        "owner=2 flag=y v=?",
    ];
    check_lines(
        "count(others) = 4 | p=y | T
         count(others where flag) >= 2 | p=y | T
         count(others where flag) >= 3 | p=y | -
         count(others where flag) <= 3 | p=y | T
         count(others where flag) > 3 | p=y | F
         count(others where flag) = 4 | p=y | F
         count(others where flag) != 4 | p=y | T
         count(others where flag) * 2 <= 6 | p=y | T
         10 - count(others where flag) >= 7 | p=y | T
         10 - count(others where flag) >= 8 | p=y | -
         count(others where owner = own.code) = 3 | p=y | T
         sum(v for others where owner = own.code) = 6 | p=y | T
         sum(v for others) = 6 | p=y | -
         sum(v for others where flag and owner = own.code) = 1 | p=y | -
         sum(v for others where owner = 'nobody') = 0 | p=y | T
         count(others where owner = 'nobody') = 0 | p=y | T
         mean(v for others where owner = own.code) = 2 | p=y | T
         mean(v for others where owner = 'nobody') = 0 | p=y | -
         min(v for others where owner = 'nobody') = 0 | p=y | -
         min(v for others where flag) <= 1 | p=y | T
         min(v for others where flag) < 1 | p=y | -
         max(v for others where owner = own.code) = 3 | p=y | T
         every row of others where owner = own.code satisfies v > 0 | p=y | T
         every row of others where owner = own.code satisfies v > 1 | p=y | F
         every row of others satisfies v > 0 | p=y | -
         every row of others satisfies v > 1 | p=y | F
         every row of others where flag and owner = own.code satisfies v = 1 | p=y | -
         every row of others where flag and owner = own.code satisfies v > 0 | p=y | T
         every row of others where owner = 'nobody' satisfies v > 0 | p=y | -
         some row of others where owner = 'nobody' satisfies v > 0 | p=y | F
         some row of others satisfies v = 2 | p=y | T
         some row of others satisfies v = 9 | p=y | -
         some row of others where owner = own.code satisfies v = 9 | p=y | F
         some row of others where flag and owner = own.code satisfies v = 3 | p=y | -",
        Some(others),
    );
}

#[test]
fn an_empty_table_and_an_absent_one_are_told_apart() {
    let conditions = "count(others) = 0 | p=y | T
         sum(v for others) = 0 | p=y | T
         mean(v for others) = 0 | p=y | -
         every row of others satisfies v > 0 | p=y | -
         some row of others satisfies v > 0 | p=y | F";
    check_lines(conditions, Some(&[]));
    check_lines(
        "count(others) = 0 | p=y | -
         sum(v for others) = 0 | p=y | -
         every row of others satisfies v > 0 | p=y | -
         some row of others satisfies v > 0 | p=y | -",
        None,
    );
}

#[test]
fn when_and_require_give_the_five_verdicts() {
    use RuleVerdict::{Insufficient, Met, NotApplicable, NotMet};
    let rules = rules("    all:\n      - { id: R, cite: C, says: S, when: p, require: q }\n");
    for (cells, expected) in [
        ("p=y q=y", Met),
        ("p=y q=n", NotMet),
        ("p=y q=?", Insufficient),
        ("p=n q=y", NotApplicable),
        ("p=n q=n", NotApplicable),
        ("p=n q=?", NotApplicable),
        ("p=? q=y", Insufficient),
        ("p=? q=n", Insufficient),
        ("p=? q=?", Insufficient),
    ] {
        assert_eq!(judged(&rules, &[cells], None).0, [expected], "{cells}");
    }
}

#[test]
fn groups_combine_members_as_the_definition_says() {
    use SubjectVerdict::{Eligible, Ineligible, Undetermined};
    // Two rules, each met, not met, insufficient or not applicable.
    let member = |id: &str, column: &str| {
        format!("{{ id: {id}, cite: C, says: S, when: '{column} < 9', require: '{column} > 0' }}")
    };
    let group = |word: &str| {
        format!(
            "    {word}:\n      - {}\n      - {}\n",
            member("A", "n"),
            member("B", "m")
        )
    };
    let (all, any) = (rules(&group("all")), rules(&group("any")));
    // 1 is met, 0 not met, ? insufficient, 9 not applicable.
    let table = [
        ("1", "1", Eligible, Eligible),
        ("1", "0", Ineligible, Eligible),
        ("1", "?", Undetermined, Eligible),
        ("1", "9", Eligible, Eligible),
        ("0", "0", Ineligible, Ineligible),
        ("0", "?", Ineligible, Undetermined),
        ("0", "9", Ineligible, Ineligible),
        ("?", "?", Undetermined, Undetermined),
        ("?", "9", Undetermined, Undetermined),
        ("9", "9", Undetermined, Undetermined),
    ];
    for (a, b, of_all, of_any) in table {
        for (n, m) in [(a, b), (b, a)] {
            let cells = format!("n={n} m={m}");
            assert_eq!(judged(&all, &[&cells], None).1, [of_all], "all: {cells}");
            assert_eq!(judged(&any, &[&cells], None).1, [of_any], "any: {cells}");
        }
    }
}

#[test]
fn groups_nest() {
    let rules = rules(
        "    all:\n      - { id: A, cite: C, says: S, require: p }\n      - any:\n          - { id: B, cite: C, says: S, require: q }\n          - { id: D, cite: C, says: S, require: n > 0 }\n",
    );
    let subject = |cells: &str| judged(&rules, &[cells], None).1[0];
    assert_eq!(subject("p=y q=n n=1"), SubjectVerdict::Eligible);
    assert_eq!(subject("p=y q=n n=0"), SubjectVerdict::Ineligible);
    assert_eq!(subject("p=y q=n n=?"), SubjectVerdict::Undetermined);
    assert_eq!(subject("p=n q=y n=1"), SubjectVerdict::Ineligible);
}

#[test]
fn missing_facts_are_those_of_undecided_branches_in_reading_order() {
    let rules = rules(&requirement(
        "(p or n > 0) and (q or m > 0) and (every y in start..review satisfies h[y] > 0)",
    ));
    let mut facts = Facts {
        tables: vec![None, None],
        ..Facts::default()
    };
    facts.tables[0] = Some(fill(
        &rules,
        "items",
        &["p=y n=? q=? m=? h[2021]=1 h[2022]=? h[2023]=2"],
    ));
    let (verdicts, _) = judge(&rules, &facts, &[]);
    let missing = verdicts.explain(RuleIndex(0), 0).missing;
    let schema = rules.schema.table_at(TableId(0));
    let names: Vec<(String, Option<i32>)> = missing
        .iter()
        .map(|m| {
            m.fact
                .map(|f| {
                    (
                        schema.column_at(f.slot.column).unwrap().name.clone(),
                        f.slot.year,
                    )
                })
                .unwrap()
        })
        .collect();
    let expected =
        [("q", None), ("m", None), ("h", Some(2022))].map(|(name, year)| (name.to_owned(), year));
    assert_eq!(names, expected, "n is not asked for: p decides its branch");
}

#[test]
fn a_zero_baseline_is_named_as_such() {
    let rules = rules(&requirement("reduction(h[start], h[review]) > 50%"));
    let mut facts = Facts {
        tables: vec![None, None],
        ..Facts::default()
    };
    facts.tables[0] = Some(fill(&rules, "items", &["h[2021]=0 h[2023]=0"]));
    let (verdicts, _) = judge(&rules, &facts, &[]);
    let missing = verdicts.explain(RuleIndex(0), 0).missing;
    assert_eq!(missing.len(), 1);
    assert_eq!(missing[0].reason, Reason::ZeroBaseline);
    assert_eq!(missing[0].fact.and_then(|f| f.slot.year), Some(2021));
}

#[test]
fn a_shortfall_counts_whole_households() {
    let rules = rules(&requirement("reduction(h[start], h[review]) > 50%"));
    let lacking = |cells: &str| {
        let mut facts = Facts {
            tables: vec![None, None],
            ..Facts::default()
        };
        facts.tables[0] = Some(fill(&rules, "items", &[cells]));
        let (verdicts, _) = judge(&rules, &facts, &[]);
        verdicts.explain(RuleIndex(0), 0).shortfall
    };
    let amount = |cells: &str| match lacking(cells) {
        Some(Shortfall::Amount { amount, .. }) => amount.to_exact(),
        Some(Shortfall::AtTheLimit) | None => panic!("{cells}"),
    };
    // Above 50 % of 214 means at most 106 left; of 215, at most 107.
    assert_eq!(amount("h[2021]=214 h[2023]=107"), "1");
    assert_eq!(amount("h[2021]=215 h[2023]=108"), "1");
    assert_eq!(amount("h[2021]=214 h[2023]=110"), "4");
    assert!(
        lacking("h[2021]=215 h[2023]=107").is_none(),
        "that one is met"
    );
}
