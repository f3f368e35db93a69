//! What happens at edges, in each engine: figures longer than 64 bits and longer than any type, values that a column does not allow,
//! rows that would count twice.

use crate::conditions::HEAD;
use crate::engines::{Case, Outcome, Trial};
use crate::{loaded, script};
use serde_json::{Value, json};

/// A column, what the engine is told of its type, and its value.
type Fact = (&'static str, &'static str, Option<&'static str>);

/// One commune and one district, every fact of which is there but those given otherwise.
fn given(commune: &[Fact]) -> Value {
    let mut columns = vec![json!(["code", "text"])];
    let mut row = vec![json!("c1")];
    for (column, kind, value) in commune {
        columns.push(json!([column, kind]));
        row.push(json!(value));
    }
    json!({
        "communes": { "columns": columns, "rows": [row] },
        "districts": { "columns": [["code", "text"]], "rows": [["d1"]] },
    })
}

fn rule(require: &str, engine: &str) -> String {
    let require = require.replace('\'', "''");
    let text = format!(
        "{HEAD}  communes:\n    all:\n      - {{ id: r, cite: X, says: X, require: '{require}' }}\n"
    );
    let rules = loaded(&text).expect(&require);
    script(&rules, "communes", engine).unwrap()
}

fn verdict(outcome: &Outcome) -> &str {
    match outcome {
        Ok(rows) => rows[0]["r"].as_str().unwrap(),
        Err(error) => error,
    }
}

const TRILLION: Option<&str> = Some("1000000000000");

/// Conditions on figures, with the verdict that each must give.
const FIGURES: [(&str, &[Fact], &str); 14] = [
    (
        "goal * goal >= 1_000_000_000_000_000_000_000_000",
        &[("goal", "whole", TRILLION)],
        "met",
    ),
    (
        "goal * goal > 1_000_000_000_000_000_000_000_000",
        &[("goal", "whole", TRILLION)],
        "not_met",
    ),
    (
        "balance * balance * balance = -1_000_000_000_000_000_000_000_000_000_000_000_000",
        &[("balance", "whole", Some("-1000000000000"))],
        "met",
    ),
    (
        "goal / price >= 1 / 3",
        &[
            ("goal", "whole", Some("1")),
            ("price", "decimal", Some("3")),
        ],
        "met",
    ),
    (
        "goal / balance <= -1 / 3",
        &[
            ("goal", "whole", Some("1")),
            ("balance", "whole", Some("-3")),
        ],
        "met",
    ),
    (
        "goal / balance < -1 / 3",
        &[
            ("goal", "whole", Some("1")),
            ("balance", "whole", Some("-3")),
        ],
        "not_met",
    ),
    (
        "1 / balance = 0 or goal = 1",
        &[
            ("goal", "whole", Some("1")),
            ("balance", "whole", Some("0")),
        ],
        "met",
    ),
    (
        "1 / balance = 0",
        &[("balance", "whole", Some("0"))],
        "insufficient",
    ),
    (
        "share - 0.289999 = 0.000001",
        &[("share", "decimal", Some("0.29"))],
        "met",
    ),
    (
        "round(price, 1) = -0.3",
        &[("price", "decimal", Some("-0.25"))],
        "met",
    ),
    (
        "floor(price) = -3 and ceiling(price) = -2 and truncate(price, 0) = -2",
        &[("price", "decimal", Some("-2.5"))],
        "met",
    ),
    (
        "goal > 5 or known(goal)",
        &[("goal", "whole", None)],
        "insufficient",
    ),
    (
        "min(poor[y] for y in start..review) < 5",
        &[
            ("poor_2021", "whole", Some("4")),
            ("poor_2022", "whole", None),
            ("poor_2023", "whole", Some("9")),
        ],
        "met",
    ),
    (
        "min(poor[y] for y in start..review) >= 5",
        &[
            ("poor_2021", "whole", Some("9")),
            ("poor_2022", "whole", None),
            ("poor_2023", "whole", Some("9")),
        ],
        "insufficient",
    ),
];

/// What must end a query instead of giving a verdict, with what the engine then says; by PostgreSQL, whose figures have no end, a
/// product gives the verdict.
const ENDED: [(&str, &[Fact], &str); 9] = [
    (
        "signed < as_of",
        &[("signed", "day", Some("1822-06-01"))],
        "communes.signed",
    ),
    (
        "founded > 2000",
        &[("founded", "year", Some("22"))],
        "communes.founded",
    ),
    (
        "goal * goal * goal * goal >= 1",
        &[("goal", "whole", TRILLION)],
        "overflow",
    ),
    (
        "price / (1 + price) > 0",
        &[("price", "wide", Some("0.0000001"))],
        "communes.price",
    ),
    (
        "price > 0",
        &[("price", "decimal", Some("-1001"))],
        "communes.price",
    ),
    (
        "goal > 0",
        &[("goal", "decimal", Some("0.5"))],
        "communes.goal",
    ),
    (
        "share > 0",
        &[("share", "decimal", Some("1.01"))],
        "communes.share",
    ),
    (
        "sort = \"rural\"",
        &[("sort", "text", Some("Nông thôn"))],
        "communes.sort",
    ),
    (
        "rating[2022] >= \"HT\"",
        &[("rating_2022", "text", Some("tốt"))],
        "communes.rating_2022",
    ),
];

pub(crate) fn figures_are_exact(engine: &'static str) -> Trial {
    let cases = FIGURES.iter().map(|(require, commune, _)| Case {
        tables: Some(given(commune)),
        script: rule(require, engine),
    });
    Trial {
        cases: cases.collect(),
        judge: Box::new(move |outcomes| {
            for ((require, _, expected), outcome) in FIGURES.iter().zip(outcomes) {
                assert_eq!(verdict(outcome), *expected, "{engine}: {require}");
            }
        }),
    }
}

pub(crate) fn what_cannot_be_judged_ends_the_query(engine: &'static str) -> Trial {
    let mut cases: Vec<Case> = ENDED
        .iter()
        .map(|(require, commune, _)| Case {
            tables: Some(given(commune)),
            script: rule(require, engine),
        })
        .collect();
    let twice = json!([["c1", 1], ["c1", 2]]);
    let nameless = json!([["c1", 1], [null, 2]]);
    let blank = json!([["c1", 1], ["", 2]]);
    for rows in [&twice, &nameless, &blank] {
        let mut tables = given(&[]);
        let rows = rows.as_array().unwrap().iter();
        let rows: Vec<Value> = rows
            .map(|row| json!([row[0], row[1].to_string()]))
            .collect();
        tables["communes"] =
            json!({ "columns": [["code", "text"], ["goal", "whole"]], "rows": rows });
        tables["districts"]["columns"] = json!([["code", "text"]]);
        cases.push(Case {
            tables: Some(tables.clone()),
            script: rule("goal > 0", engine),
        });
        // Seen from another table, whose verdict would rest on them.
        cases.push(Case {
            tables: Some(tables),
            script: rule("count(communes) > 0", engine),
        });
    }
    if engine == "spark" {
        // A query that is copied without the settings before it.
        for setting in ["SET spark.sql.ansi", "SET spark.sql.decimal"] {
            let script = rule("goal > 0", engine);
            let lines = script.lines().filter(|line| !line.starts_with(setting));
            cases.push(Case {
                tables: None,
                script: lines.collect::<Vec<_>>().join("\n"),
            });
        }
    }
    Trial {
        cases,
        judge: Box::new(move |outcomes| are_ended(engine, outcomes)),
    }
}

fn are_ended(engine: &str, outcomes: &[Outcome]) {
    let expected = ENDED.iter().map(|(_, _, said)| *said);
    let expected = expected.chain(["communes (code)"; 6]);
    let expected = expected.chain(["set spark.sql.ansi.enabled=true"; 2]);
    for (at, (said, outcome)) in expected.zip(outcomes).enumerate() {
        if engine == "postgres" && said == "overflow" {
            assert_eq!(verdict(outcome), "met");
            continue;
        }
        let error = outcome.as_ref().expect_err(said).to_lowercase();
        let is_said = error.contains(said)
            || said == "overflow"
                && (error.contains("cannot be represented") || error.contains("out of range"));
        assert!(is_said, "{engine}, case {at}: {error}");
    }
}

/// A table with a key of two columns, and one without a key whose rows it looks at.
const POSTS: &str = r#"format: 1
id: tram
version: "1"
title: Trạm
tables:
  posts: { key: [unit, code], columns: { unit: { type: code }, code: { type: code }, goal: { type: number, whole: true } } }
  reports: { columns: { unit: { type: code }, sent: { type: date } } }
criteria:
  posts:
    all:
      - { id: a, cite: X, says: X, require: "count(reports where unit = own.unit) >= 2" }
      - { id: b, cite: X, says: X, require: "every row of reports where unit = own.unit satisfies sent >= date(2022, 1, 1)" }
      - { id: c, cite: X, says: X, require: "count(posts where unit = own.unit and goal > own.goal) = 0" }
"#;

/// What the program gives: a report of nobody may be of anybody.
const OF_POSTS: [(&str, &str, [&str; 3]); 4] = [
    ("u1", "1", ["met", "met", "not_met"]),
    ("u1", "2", ["met", "met", "met"]),
    ("u2", "1", ["insufficient", "not_met", "insufficient"]),
    ("u3", "1", ["not_met", "insufficient", "met"]),
];

pub(crate) fn keys_of_several_columns_and_of_none(engine: &'static str) -> Trial {
    let posts = json!({
        "columns": [["unit", "text"], ["code", "text"], ["goal", "whole"]],
        "rows": [["u1", "1", "5"], ["u1", "2", "7"], ["u2", "1", null], ["u3", "1", "2"]],
    });
    let reports = json!({
        "columns": [["unit", "text"], ["sent", "day"]],
        "rows": [["u1", "2022-02-01"], ["u1", "2022-02-01"], ["u2", "2021-02-01"], [null, "2022-05-05"]],
    });
    let rules = loaded(POSTS).unwrap();
    let case = Case {
        tables: Some(json!({ "posts": posts, "reports": reports })),
        script: script(&rules, "posts", engine).unwrap(),
    };
    Trial {
        cases: vec![case],
        judge: Box::new(|outcomes| {
            let rows = outcomes[0].as_ref().unwrap();
            assert_eq!(rows.len(), OF_POSTS.len());
            for (unit, code, verdicts) in OF_POSTS {
                let row = rows
                    .iter()
                    .find(|row| row["unit"] == unit && row["code"] == code);
                let row = row.unwrap();
                let given = ["a", "b", "c"].map(|id| row[id].as_str().unwrap());
                assert_eq!(given, verdicts, "{unit} {code}");
            }
        }),
    }
}
