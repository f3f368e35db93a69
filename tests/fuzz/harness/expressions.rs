//! What must hold of any text that stands where a condition is expected.
//!
//! In: bytes. Out: whether they are a condition, or a failed assertion: what reads prints as what reads back the same, and is judged the same; what does
//! not read is refused with its place.

use super::said;
use super::{rules, verdicts};
use thidua::rule::expression::syntax::Expression;
use thidua::rule::expression::{Found, parse, parse_range};

/// What an expression may have in bytes: with the spaces of its print, one that has as many may have more.
const MOST_BYTES: usize = 16 * 1024;

/// A table with a column of each type; the condition of its rule goes behind it, as a text of YAML.
const RULES: &str = "\
format: 1
id: x
version: '1'
title: X
units: { household: hộ }
rounds: { r: { title: R, years: { start: 2021, review: 2023 } } }
default_round: r
constants: { limit: { value: 40% } }
scales: { rating: { LOW: [Thấp], MID: [Vừa], HIGH: [Cao] } }
choices: { kind: { a: [A], b: [B] } }
tables:
  t:
    key: code
    columns:
      code: { type: code }
      unit: { type: code, of: u }
      n: { type: number, min: -1_000_000 }
      h: { type: number, unit: household, whole: true, by: year }
      p: { type: percent }
      m: { type: money }
      f: { type: yes_no }
      d: { type: date }
      since: { type: year }
      level: { type: level, of: rating, by: year }
      sort: { type: choice, of: kind }
      s: { type: text }
    derived: { half: { by: year, is: h / 2 } }
  u:
    key: code
    columns: { code: { type: code }, n: { type: number } }
criteria:
  t: { id: c, cite: K, says: S, require: ";

const DATA: [(&str, &str); 2] = [
    (
        "t.csv",
        "code;unit;n;h_2021;h_2022;h_2023;p;m;f;d;since;level_2021;level_2022;level_2023;sort;s\n\
        1;U;0;10;5;5;50%;100 triệu;có;31/12/2022;2022;LOW;MID;HIGH;a;Lộc Thành\n\
        2;V;-1,5;0;0;;0%;0;không;;2021;HIGH;HIGH;;b;\n\
        3;;1000000;1;2;3;;;;1/1/2021;;;;;;x\n",
    ),
    ("u.csv", "code;n\nU;1\nW;\n"),
];

pub(super) fn hold(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let read = parse(&text);
    assert_eq!(read, parse(&text));
    match &read {
        Ok(expression) => reads_back(expression),
        Err(found) => refused(found, &text),
    }
    match parse_range(&text) {
        Ok((from, to)) => {
            reads_back(&from);
            reads_back(&to);
        }
        Err(found) => refused(&found, &text),
    }
    judged_alike(&text, read.ok())
}

fn reads_back(expression: &Expression) {
    let printed = expression.to_string();
    if printed.len() <= MOST_BYTES {
        assert_eq!(parse(&printed).as_ref(), Ok(expression), "{printed}");
    }
}

fn refused(found: &[Found], text: &str) {
    assert!(!found.is_empty(), "refused without a reason: {text:?}");
    for Found { problem, span } in found {
        assert!(text.get(span.start..span.end).is_some(), "{span:?}");
        said::holds(&problem.clone().diagnostic());
    }
}

/// A condition is loaded if its print is, and both come to the same verdicts.
fn judged_alike(text: &str, read: Option<Expression>) -> bool {
    let Some(verdicts) = judged(text) else {
        return false;
    };
    let printed = read.expect("what is loaded reads").to_string();
    if printed.len() <= MOST_BYTES {
        assert_eq!(judged(&printed), Some(verdicts), "{text}\n{printed}");
    }
    true
}

fn judged(condition: &str) -> Option<Vec<String>> {
    let quoted = serde_json::to_string(condition).expect("a text of JSON is one of YAML");
    let source = format!("{RULES}{quoted} }}\n");
    let (rules, found) = rules::loaded(source.as_bytes(), None);
    found.iter().for_each(said::holds);
    Some(verdicts::words_of(&rules?, &DATA))
}
