//! What the tests of rule files share.
//!
//! In: pieces of rule files. Out: whole ones, and diagnostics as short lines. Must not know: what is tested.

use crate::diagnostic::{Argument, Diagnostic};
use crate::place::{Place, Spot};

/// A diagnostic as `code line:column+width … name=value …`; a width of one is left out.
pub(super) fn described(diagnostic: &Diagnostic) -> String {
    let code = diagnostic
        .code
        .strip_prefix("rule/")
        .unwrap_or(diagnostic.code);
    let places = diagnostic.places.iter().map(place);
    let arguments = diagnostic
        .arguments
        .iter()
        .map(|(name, value)| format!(" {name}={}", argument(value)));
    std::iter::once(code.to_owned())
        .chain(places)
        .chain(arguments)
        .collect()
}

fn place(place: &Place) -> String {
    match &place.spot {
        Spot::Excerpt(at) if at.width > 1 => format!(" {}:{}+{}", at.line, at.column, at.width),
        Spot::Excerpt(at) => format!(" {}:{}", at.line, at.column),
        Spot::Whole | Spot::Row(_) | Spot::Cell(_) => String::new(),
    }
}

fn argument(argument: &Argument) -> String {
    match argument {
        Argument::Text(text) => text.clone(),
        Argument::Number(number) => number.to_exact(),
        Argument::List(list) => list.join(","),
        Argument::Date(day) => day.to_string(),
        Argument::Label(key) => (*key).to_owned(),
        Argument::Wording(name) => name.vi.clone(),
    }
}

/// A rule file with these lines in its head (or instead of those that it has of that key).
pub(super) fn with_head(lines: &str) -> String {
    let mut head = ["format: 1", "id: t", "version: '1'", "title: T"];
    if lines.starts_with("format:") {
        head[0] = lines;
        return format!("{}\n{TABLES}{CRITERIA}", head.join("\n"));
    }
    format!("{}\n{lines}\n{TABLES}{CRITERIA}", head.join("\n"))
}

/// A rule file with these tables (indented by two), which begin in line 6.
pub(super) fn with_tables(tables: &str) -> String {
    format!("format: 1\nid: t\nversion: '1'\ntitle: T\ntables:\n{tables}{CRITERIA}")
}

/// A rule file with these criteria (indented by two), which begin in line 9.
pub(super) fn with_criteria(criteria: &str) -> String {
    format!("format: 1\nid: t\nversion: '1'\ntitle: T\n{TABLES}criteria:\n{criteria}")
}

const TABLES: &str = "tables:\n  t:\n    columns: { x: { type: number } }\n";
const CRITERIA: &str = "criteria:\n  t: { id: r, cite: K, says: S, require: x > 0 }\n";

/// Takes the marks `«…»` out of a text; gives the place of each as `line:column+width`, in the order in which they open.
pub(super) fn unmarked(text: &str) -> (String, Vec<String>) {
    let (mut clean, mut open, mut places) = (String::new(), Vec::new(), Vec::new());
    for c in text.chars() {
        match c {
            '«' => {
                let line = clean.matches('\n').count() + 1;
                let column = clean
                    .rsplit('\n')
                    .next()
                    .map_or(0, |line| line.chars().count())
                    + 1;
                open.push((places.len(), clean.chars().count()));
                places.push(format!("{line}:{column}"));
            }
            '»' => {
                let (mark, start) = open.pop().expect("an opening mark");
                let width = clean.chars().count() - start;
                if width > 1 {
                    places[mark].push_str(&format!("+{width}"));
                }
            }
            other => clean.push(other),
        }
    }
    (clean, places)
}

/// Asserts that exactly these problems are found in a text with marks; `@1` in them stands for the place of its first mark.
#[track_caller]
pub(super) fn assert_found(
    marked: &str,
    find: impl Fn(&str) -> Vec<Diagnostic>,
    expected: &[&str],
) {
    let (text, places) = unmarked(marked);
    let expected: Vec<String> = expected
        .iter()
        .map(|line| {
            places
                .iter()
                .enumerate()
                .fold((*line).to_owned(), |line, (n, place)| {
                    line.replace(&format!("@{}", n + 1), place)
                })
        })
        .collect();
    let found: Vec<String> = find(&text).iter().map(described).collect();
    assert_eq!(found, expected, "in:\n{text}");
}
