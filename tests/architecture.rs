//! Holds the walls of the house: which module may use which, who may touch the world outside, how every file opens.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test stops at what it did not expect"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// A module uses only what stands before it.
const ORDER: [&str; 13] = [
    "place",
    "text",
    "number",
    "diagnostic",
    "locale",
    "table",
    "fact",
    "rule",
    "sql",
    "template",
    "verdict",
    "report",
    "cli",
];

/// What only `cli` (and `main`, which hands it the real world) may touch.
const WORLD: [&str; 12] = [
    "println!",
    "eprintln!",
    "print!(",
    "eprint!(",
    "std::env",
    "std::fs",
    "File::open",
    "SystemTime",
    "Utc::now",
    "Local::now",
    "is_terminal",
    "std::process",
];

struct SourceFile {
    path: PathBuf,
    /// The top-level module it belongs to; `lib` and `main` for these two.
    module: String,
    text: String,
}

fn source_files() -> Vec<SourceFile> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("src can be listed") {
            let path = entry.expect("src can be listed").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let relative = path.strip_prefix(&root).expect("below src");
                let first = relative
                    .components()
                    .next()
                    .expect("not empty")
                    .as_os_str()
                    .to_string_lossy()
                    .into_owned();
                let module = first.trim_end_matches(".rs").to_owned();
                files.push(SourceFile {
                    module,
                    text: fs::read_to_string(&path).expect("is text"),
                    path,
                });
            }
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(files.len() > 20, "the walk found the source");
    files
}

/// Code without comments, and without what is compiled for tests only.
fn code(file: &SourceFile) -> String {
    if file.path.components().any(|c| c.as_os_str() == "tests") || file.path.ends_with("tests.rs") {
        return String::new();
    }
    let mut lines: Vec<&str> = Vec::new();
    let mut source = file.text.lines().peekable();
    while let Some(line) = source.next() {
        let inline_tests = line.trim() == "#[cfg(test)]"
            && source
                .peek()
                .is_some_and(|next| next.trim_start().starts_with("mod") && next.contains('{'));
        if inline_tests {
            break;
        }
        lines.push(line.split("//").next().unwrap_or(""));
    }
    lines.join("\n")
}

#[test]
fn a_module_uses_only_what_stands_before_it() {
    let mut breaches = Vec::new();
    for file in source_files() {
        let Some(own) = ORDER.iter().position(|module| *module == file.module) else {
            assert!(
                ["lib", "main"].contains(&file.module.as_str()),
                "{} is in no known module",
                file.path.display()
            );
            continue;
        };
        let text = code(&file);
        for (at, _) in text.match_indices("crate::") {
            let used: String = text[at + 7..]
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect();
            let allowed = ORDER
                .iter()
                .position(|module| *module == used)
                .is_none_or(|position| position <= own);
            let of_the_crate_itself = used == "problems" || used == "VERSION";
            if !allowed
                || (!ORDER.contains(&used.as_str()) && !of_the_crate_itself && file.module != "cli")
            {
                breaches.push(format!("{}: crate::{used}", file.path.display()));
            }
        }
    }
    assert!(breaches.is_empty(), "{breaches:#?}");
}

#[test]
fn only_the_command_line_touches_the_world() {
    let mut breaches = Vec::new();
    for file in source_files()
        .iter()
        .filter(|file| file.module != "cli" && file.module != "main")
    {
        let text = code(file);
        breaches.extend(
            WORLD
                .iter()
                .filter(|word| text.contains(*word))
                .map(|word| format!("{}: {word}", file.path.display())),
        );
    }
    assert!(breaches.is_empty(), "{breaches:#?}");
}

#[test]
fn rules_know_no_tables_and_facts_know_no_rules() {
    for file in source_files() {
        let text = code(&file);
        match file.module.as_str() {
            "rule" => assert!(
                !text.contains("crate::table"),
                "{}: rules read no files",
                file.path.display()
            ),
            // A marked copy is made of the submitted file itself.
            "report" => assert!(
                !text.contains("crate::table")
                    || file.path.to_string_lossy().contains("report/mark"),
                "{}: reports read no files",
                file.path.display()
            ),
            "verdict" => assert!(
                !text.contains("crate::table") && !text.contains("crate::locale"),
                "{}",
                file.path.display()
            ),
            _ => {}
        }
    }
}

#[test]
fn no_float_stands_between_a_cell_and_a_verdict() {
    let mut breaches = Vec::new();
    for file in source_files() {
        // A workbook stores floats: stage 1 hands them on, `Number::from_float` makes them exact, and nothing else sees one.
        let hands_on = ["table", "number"].contains(&file.module.as_str())
            || file.path.ends_with("fact/convert/number.rs");
        let text = code(&file);
        let found = text
            .split(|c: char| !c.is_alphanumeric() && c != '_')
            .any(|word| word == "f64" || word == "f32");
        if found && !hands_on {
            breaches.push(file.path.display().to_string());
        }
    }
    assert!(breaches.is_empty(), "{breaches:#?}");
}

#[test]
fn every_file_opens_with_what_comes_in_and_what_goes_out() {
    let mut breaches = Vec::new();
    for file in source_files()
        .iter()
        .filter(|file| !["lib", "main"].contains(&file.module.as_str()))
    {
        if file.path.ends_with("tests.rs")
            || file.path.components().any(|c| c.as_os_str() == "tests")
        {
            continue;
        }
        let opening: Vec<&str> = file
            .text
            .lines()
            .take_while(|line| line.starts_with("//!"))
            .collect();
        let opening = opening.join(" ").replace(" //! ", " ");
        if !(opening.contains("In:")
            && opening.contains("Out:")
            && opening.contains("ust not know"))
        {
            breaches.push(file.path.display().to_string());
        }
    }
    assert!(breaches.is_empty(), "{breaches:#?}");
}

#[test]
fn no_file_outgrows_a_reader() {
    const MOST_LINES: usize = 600;
    for file in source_files() {
        let lines = code(&file).lines().count();
        assert!(
            lines <= MOST_LINES,
            "{} has {lines} lines",
            file.path.display()
        );
    }
}
