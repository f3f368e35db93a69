//! Communes that meet their plan to the household, which floats get wrong: made for the test, all names and figures invented.

use crate::chance::Chance;
use serde_json::{Value, json};
use std::fmt::Write;

/// The rule set: every year the rate falls by the target or more; poor and near-poor halved.
pub(crate) const RULES: &str = r#"format: 1
id: muc-tieu
version: "1"
title: Mức tiêu
rounds:
  dot: { title: Đợt, years: { start: 2021, review: 2025 } }
default_round: dot
tables:
  communes:
    key: code
    columns:
      code: { type: code }
      households: { type: number, whole: true, by: year }
      poor: { type: number, whole: true, by: year }
      target: { type: number, by: year }
criteria:
  communes:
    all:
      - id: a
        cite: X
        says: X
        require: "reduction(poor[start], poor[review]) > 50%"
      - id: b
        cite: X
        says: X
        require: "every y in start + 1 .. review satisfies (poor[y - 1] / households[y - 1] - poor[y] / households[y]) * 100 >= target[y]"
      - id: c
        cite: X
        says: X
        require: "mean(poor[y] / households[y] for y in start..review) <= (poor[start] / households[start] + poor[review] / households[review]) / 2"
"#;

/// The table as a file for the program and as an engine is to have it.
pub(crate) fn communes(count: usize) -> (String, Value) {
    let mut chance = Chance(7);
    let mut columns = vec![json!(["code", "text"])];
    for year in 2021..=2025 {
        columns.push(json!([format!("households_{year}"), "whole"]));
        columns.push(json!([format!("poor_{year}"), "whole"]));
        columns.push(json!([format!("target_{year}"), "decimal"]));
    }
    let names: Vec<&str> = columns
        .iter()
        .map(|column| column[0].as_str().unwrap())
        .collect();
    let (mut csv, mut rows) = (names.join(";") + "\n", Vec::new());
    for number in 0..count {
        let households = chance.pick(&[300, 500, 700, 800, 999, 1200, 3000]);
        let mut poor = households / 4;
        let mut row = vec![Some(format!("x{number}"))];
        for _ in 2021..=2025 {
            // Hundredths of a point that are whole households, or nearly.
            let fall = chance.pick(&[1, 2, 5, 10]);
            let points = fall * 10_000 / households;
            poor = (poor - fall).max(0);
            let there = chance.below(40) > 0;
            row.push(Some(households.to_string()));
            row.push(there.then(|| poor.to_string()));
            row.push(Some(format!("{}.{:02}", points / 100, points % 100)));
        }
        let cells: Vec<&str> = row
            .iter()
            .map(|cell| cell.as_deref().unwrap_or_default())
            .collect();
        let _ = writeln!(csv, "{}", cells.join(";"));
        rows.push(json!(row));
    }
    (
        csv,
        json!({ "communes": { "columns": columns, "rows": rows } }),
    )
}
