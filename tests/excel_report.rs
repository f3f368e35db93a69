//! The Excel report, read back: every verdict where it belongs, numbers as numbers, days as days, texts as texts.

#![allow(
    clippy::wildcard_enum_match_arm,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at what it did not expect"
)]

use assert_cmd::Command;
use calamine::{Data, Range, Reader, Xlsx};
use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;
use thidua::locale::Locale;
use thidua::text::Language;

const EXAMPLE: &str = "examples/binh-phuoc-2025";
const LANGUAGES: [Language; 2] = [Language::Vietnamese, Language::English];

/// The report on some data as a workbook and as JSON.
struct Written {
    bytes: Vec<u8>,
    json: Json,
    locale: Locale,
}

impl Written {
    fn of(data: &Path, language: Language, more: &[&str]) -> Written {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str| folder.path().join(name);
        Command::new(env!("CARGO_BIN_EXE_thidua"))
            .arg("check")
            .arg(data)
            .args([
                "--as-of",
                "2025-11-01",
                "--quiet",
                "--lang",
                language.code(),
            ])
            .args(more)
            .arg("-o")
            .arg(file("ket-qua.xlsx"))
            .arg("-o")
            .arg(file("ket-qua.json"))
            .output()
            .unwrap();
        Written {
            bytes: fs::read(file("ket-qua.xlsx")).expect("the workbook is written"),
            json: serde_json::from_slice(&fs::read(file("ket-qua.json")).unwrap()).unwrap(),
            locale: Locale::new(language),
        }
    }

    fn book(&self) -> Xlsx<Cursor<&[u8]>> {
        Xlsx::new(Cursor::new(self.bytes.as_slice())).expect("a workbook")
    }

    fn sheet(&self, key: &str) -> Range<Data> {
        let name = self.locale.label(key);
        self.book()
            .worksheet_range(&name)
            .expect("the sheet is there")
    }

    fn heading(&self, key: &str) -> String {
        self.locale.label(key)
    }

    /// The parts of the archive as text.
    fn parts(&self) -> BTreeMap<String, String> {
        let mut archive = zip::ZipArchive::new(Cursor::new(&self.bytes)).unwrap();
        let mut parts = BTreeMap::new();
        for at in 0..archive.len() {
            let mut part = archive.by_index(at).unwrap();
            let mut text = String::new();
            part.read_to_string(&mut text).expect("UTF-8");
            parts.insert(part.name().unwrap().into_owned(), text);
        }
        parts
    }
}

fn list<'a>(json: &'a Json, key: &str) -> &'a Vec<Json> {
    json[key].as_array().unwrap()
}

fn words(json: &Json) -> &str {
    json.as_str().unwrap()
}

/// A list's rows by their headings, below the row that has that heading.
fn rows(sheet: &Range<Data>, heading: &str) -> Vec<BTreeMap<String, Data>> {
    let is_heading = |row: &&[Data]| row.iter().any(|cell| *cell == *heading);
    let mut all = sheet.rows().skip_while(|row| !is_heading(row));
    let headings: Vec<String> = all
        .next()
        .expect("headings")
        .iter()
        .map(heading_of)
        .collect();
    all.map(|row| headings.iter().cloned().zip(row.iter().cloned()).collect())
        .collect()
}

/// Of a criterion, its id.
fn heading_of(cell: &Data) -> String {
    cell.to_string().lines().next().unwrap_or("").to_owned()
}

/// `✗ không đạt` without its sign.
fn without_sign(cell: &Data) -> String {
    let text = cell.to_string();
    let (sign, word) = text.split_once(' ').unwrap_or(("", &text));
    assert!(["✓", "✗", "?", "·", "…", "!"].contains(&sign), "{text}");
    word.to_owned()
}

fn verdict_key(word: &str) -> String {
    format!("verdict-{}", word.replace('_', "-"))
}

/// The sheets of subjects: those with codes and reasons.
fn subject_rows(written: &Written) -> Vec<BTreeMap<String, Data>> {
    let code = written.heading("workbook-column-code");
    let number = written.heading("workbook-column-number");
    let mut book = written.book();
    let mut all = Vec::new();
    for name in book.sheet_names() {
        let sheet = book.worksheet_range(&name).unwrap();
        let heads: BTreeSet<String> = sheet
            .rows()
            .take(3)
            .flatten()
            .map(Data::to_string)
            .collect();
        let of_nominations = sheet
            .rows()
            .flatten()
            .any(|cell| cell.to_string() == number);
        if heads.contains(&code) && !of_nominations && !heads.contains("SHA-256") {
            all.extend(rows(&sheet, &code));
        }
    }
    all
}

#[test]
fn every_verdict_of_the_workbook_is_that_of_the_document() {
    for language in LANGUAGES {
        let written = Written::of(Path::new(EXAMPLE), language, &[]);
        let code = written.heading("workbook-column-code");
        let verdict = written.heading("workbook-column-verdict");
        let found: BTreeMap<String, BTreeMap<String, Data>> = subject_rows(&written)
            .into_iter()
            .filter(|row| row.contains_key(&verdict))
            .map(|row| (row[&code].to_string(), row))
            .collect();
        let subjects = list(&written.json, "subjects");
        assert_eq!(found.len(), subjects.len());
        let mut compared = 0;
        for subject in subjects {
            let row = &found[words(&subject["code"])];
            let label = |word: &Json| written.locale.label(&verdict_key(words(word)));
            assert_eq!(without_sign(&row[&verdict]), label(&subject["verdict"]));
            for rule in list(subject, "rules") {
                let cell = &row[words(&rule["id"])];
                assert_eq!(without_sign(cell), label(&rule["verdict"]), "{subject}");
                compared += 1;
            }
        }
        assert!(compared > 800, "{compared}");
    }
}

#[test]
fn who_is_not_eligible_has_a_reason_that_can_be_filtered() {
    let written = Written::of(Path::new(EXAMPLE), Language::Vietnamese, &[]);
    let verdict = written.heading("workbook-column-verdict");
    let reasons = written.heading("workbook-column-reasons");
    let mut unfit = 0;
    for row in subject_rows(&written)
        .iter()
        .filter(|row| row.contains_key(&reasons))
    {
        let is_eligible = without_sign(&row[&verdict]) == written.locale.label("verdict-eligible");
        unfit += usize::from(!is_eligible);
        assert!(
            is_eligible || !row[&reasons].to_string().is_empty(),
            "{row:?}"
        );
    }
    assert!(unfit > 100);
    let notes = written.parts();
    let notes: String = notes
        .iter()
        .filter(|(name, _)| name.starts_with("xl/comments"))
        .map(|(_, text)| text.as_str())
        .collect();
    // The arithmetic and its cells stand in the notes.
    assert!(notes.contains("((100 + 114) − (50 + 57)) / (100 + 114) = 50 %"));
    assert!(notes.contains("01-ho-ngheo-can-ngheo.xlsx!Cấp xã: I53 = 100 hộ"));
}

#[test]
fn counts_are_numbers_with_a_total() {
    let written = Written::of(Path::new(EXAMPLE), Language::Vietnamese, &[]);
    let sheet = written.sheet("workbook-sheet-summary");
    let all = written.heading("report-column-all");
    let counts = rows(&sheet, &all);
    let total = written.heading("workbook-total");
    let table = written.heading("report-column-table");
    let number = |row: &BTreeMap<String, Data>, key: &str| match &row[key] {
        Data::Float(number) => *number,
        other => panic!("{key}: {other:?} is no number"),
    };
    let summary = written.json["summary"]["subjects"].as_object().unwrap();
    let of_tables: Vec<_> = counts
        .iter()
        .take_while(|row| row[&table].to_string() != total)
        .collect();
    assert_eq!(of_tables.len(), summary.len());
    let total = counts
        .iter()
        .find(|row| row[&table].to_string() == total)
        .unwrap();
    for (verdict, sign) in [
        ("eligible", "✓"),
        ("ineligible", "✗"),
        ("undetermined", "?"),
    ] {
        let key = format!("{sign} {}", written.locale.label(&verdict_key(verdict)));
        let expected: Vec<f64> = summary
            .values()
            .map(|one| one[verdict].as_f64().unwrap())
            .collect();
        let mut got: Vec<f64> = of_tables.iter().map(|row| number(row, &key)).collect();
        assert_eq!(number(total, &key), expected.iter().sum::<f64>());
        let mut expected = expected;
        expected.sort_by(f64::total_cmp);
        got.sort_by(f64::total_cmp);
        assert_eq!(got, expected);
    }
    assert_eq!(
        number(total, &all),
        list(&written.json, "subjects").len() as f64
    );
}

#[test]
fn figures_of_targets_are_numbers_and_a_missing_year_is_blank() {
    let written = Written::of(Path::new(EXAMPLE), Language::English, &[]);
    let sheet = written.sheet("workbook-sheet-targets");
    let id = written.heading("workbook-column-id");
    let shown = rows(&sheet, &id);
    let (mut numbers, mut blanks) = (0, 0);
    for target in list(&written.json, "targets") {
        let row = shown.iter().find(|row| row[&id] == *words(&target["id"]));
        let row = row.expect("the target has a row");
        for year in list(target, "years") {
            let cell = &row[&year["year"].to_string()];
            match year["value"].as_str() {
                Some(exact) => {
                    assert_eq!(*cell, Data::Float(float(exact)), "{target}");
                    numbers += 1;
                }
                None => {
                    assert_eq!(*cell, Data::Empty, "{target}");
                    blanks += 1;
                }
            }
        }
    }
    assert!(numbers > 30 && blanks > 5, "{numbers} {blanks}");
    let charts = written.parts();
    let charts = charts
        .keys()
        .filter(|name| name.starts_with("xl/charts/chart"));
    assert_eq!(charts.count(), list(&written.json, "targets").len());
}

/// Of a decimal or a fraction.
fn float(exact: &str) -> f64 {
    match exact.split_once('/') {
        Some((over, under)) => over.parse::<f64>().unwrap() / under.parse::<f64>().unwrap(),
        None => exact.parse().unwrap(),
    }
}

#[test]
fn days_are_days() {
    let written = Written::of(Path::new(EXAMPLE), Language::Vietnamese, &[]);
    let sheet = written.sheet("workbook-sheet-deadlines");
    let due = written.heading("workbook-column-due");
    let done = written.heading("workbook-column-done");
    let filings = rows(&sheet, &due);
    let expected = list(&written.json, "deadlines");
    assert_eq!(filings.len(), expected.len());
    let day = |cell: &Data| match cell {
        Data::DateTime(day) => day.as_datetime().unwrap().date().to_string(),
        Data::Empty => String::new(),
        other => panic!("{other:?} is no day"),
    };
    let got = filings
        .iter()
        .map(|row| (day(&row[&due]), day(&row[&done])));
    let mut got: Vec<(String, String)> = got.collect();
    let text = |json: &Json| json.as_str().unwrap_or("").to_owned();
    let expected = expected
        .iter()
        .map(|one| (text(&one["due"]), text(&one["done"])));
    let mut expected: Vec<(String, String)> = expected.collect();
    got.sort();
    expected.sort();
    assert_eq!(got, expected);
    assert!(got.iter().any(|(_, done)| done.is_empty()));
}

#[test]
fn nominations_are_numbered_by_class_and_can_be_signed() {
    let written = Written::of(Path::new(EXAMPLE), Language::Vietnamese, &[]);
    let sheet = written.sheet("workbook-sheet-nominations");
    let number = written.heading("workbook-column-number");
    let listed = rows(&sheet, &number);
    let code = written.heading("workbook-column-code");
    let verdict = written.heading("workbook-column-verdict");
    let mut expected_number = 0.0;
    let mut found = BTreeMap::new();
    for row in &listed {
        match &row[&number] {
            Data::Float(number) => {
                expected_number += 1.0;
                assert_eq!(*number, expected_number);
                found.insert(row[&code].to_string(), without_sign(&row[&verdict]));
            }
            // A class begins again with 1.
            Data::String(_) => expected_number = 0.0,
            _ => {}
        }
    }
    let nominations = list(&written.json, "nominations");
    assert_eq!(found.len(), nominations.len());
    for one in nominations {
        let code = format!("{}/{}", words(&one["subject"]), words(&one["code"]));
        let label = written.locale.label(&verdict_key(words(&one["verdict"])));
        assert_eq!(found[&code], label, "{code}");
    }
    let texts: Vec<String> = sheet.rows().flatten().map(Data::to_string).collect();
    for key in [
        "workbook-proposes",
        "workbook-sign-clerk",
        "workbook-sign-board",
    ] {
        assert!(texts.contains(&written.locale.label(key)), "{key}");
    }
}

#[test]
fn findings_stand_errors_first_with_place_and_remedy() {
    let written = Written::of(Path::new(EXAMPLE), Language::Vietnamese, &[]);
    let sheet = written.sheet("workbook-sheet-findings");
    let severity = written.heading("workbook-column-severity");
    let found = rows(&sheet, &severity);
    let expected = list(&written.json, "diagnostics");
    assert_eq!(found.len(), expected.len());
    let order = ["severity-error", "severity-warning", "severity-note"]
        .map(|key| written.locale.label(key));
    let ranks: Vec<usize> = found
        .iter()
        .map(|row| {
            order
                .iter()
                .position(|word| *word == without_sign(&row[&severity]))
                .unwrap()
        })
        .collect();
    assert!(ranks.is_sorted() && ranks[0] == 0);
    let cell = written.heading("workbook-column-cell");
    assert!(found.iter().any(|row| row[&cell] == *"F8"), "{found:?}");
    for key in ["workbook-column-remedy", "workbook-column-code-of-finding"] {
        let key = written.heading(key);
        assert!(found.iter().all(|row| !row[&key].to_string().is_empty()));
    }
}

/// What a text becomes in a cell, where it is not itself.
const HOSTILE: [(&str, &str); 9] = [
    ("=1+1", "=1+1"),
    ("+cmd|' /C calc'!A0", "+cmd|' /C calc'!A0"),
    ("-2", "-2"),
    ("@x", "@x"),
    ("<b>&amp;</b>", "<b>&amp;</b>"),
    ("_x0041_", "_x0041_"),
    ("\u{1b}[31mx", "\\u{1b}[31mx"),
    ("\u{202e}x", "\\u{202e}x"),
    ("a\u{ffff}\u{fffe}", "a\\u{ffff}\\u{fffe}"),
];

#[test]
fn hostile_names_come_back_as_texts() {
    let folder = tempfile::tempdir().unwrap();
    let long = "Ệ".repeat(40_000);
    let shortened = format!("{}…", "Ệ".repeat(32_766));
    let texts = HOSTILE
        .into_iter()
        .chain([(long.as_str(), shortened.as_str())]);
    let texts: Vec<(&str, &str)> = texts.collect();
    let mut hamlets = "code,name,commune,programme_effective\n".to_owned();
    for (at, (text, _)) in texts.iter().enumerate() {
        hamlets.push_str(&format!("T{at},\"{text}\",25294,{at}\n"));
    }
    fs::write(folder.path().join("hamlets.csv"), hamlets).unwrap();
    for language in LANGUAGES {
        let written = Written::of(folder.path(), language, &[]);
        let code = written.heading("workbook-column-code");
        let name = written.heading("workbook-column-name");
        let subjects = subject_rows(&written);
        for (at, (_, expected)) in texts.iter().enumerate() {
            let code_here = format!("T{at}");
            let row = subjects
                .iter()
                .find(|row| row[&code].to_string() == code_here);
            let cell = &row.unwrap_or_else(|| panic!("{expected}"))[&name];
            assert_eq!(*cell, Data::String((*expected).to_owned()));
        }
        for (name, part) in written.parts() {
            is_sound_xml(&name, &part);
            assert!(!part.contains("<f>"), "{name} holds a formula");
        }
    }
}

fn is_sound_xml(name: &str, text: &str) {
    let mut reader = quick_xml::Reader::from_str(text);
    loop {
        match reader.read_event() {
            Ok(quick_xml::events::Event::Eof) => break,
            Ok(_) => {}
            Err(error) => panic!("{name}: {error}"),
        }
    }
    let is_allowed = |c: char| matches!(c, '\n' | '\r' | '\t' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    assert!(text.chars().all(is_allowed), "{name}");
}

#[test]
fn names_of_sheets_are_valid_and_differ() {
    for language in LANGUAGES {
        let written = Written::of(Path::new(EXAMPLE), language, &[]);
        let names = written.book().sheet_names();
        assert!(names.len() > 12, "{names:?}");
        let lower: BTreeSet<String> = names.iter().map(|name| name.to_lowercase()).collect();
        assert_eq!(lower.len(), names.len());
        for name in &names {
            assert!(name.encode_utf16().count() <= 31, "{name}");
            assert!(
                !name.contains(['*', '?', ':', '[', ']', '\\', '/']),
                "{name}"
            );
        }
    }
}

#[test]
fn where_reasons_are_too_many_for_notes_they_stand_in_a_column() {
    let folder = tempfile::tempdir().unwrap();
    let mut hamlets = "code,name,commune,programme_effective\n".to_owned();
    for at in 0..1_000 {
        hamlets.push_str(&format!("T{at:04},Ấp {at},25294,\n"));
    }
    fs::write(folder.path().join("hamlets.csv"), hamlets).unwrap();
    let written = Written::of(folder.path(), Language::Vietnamese, &["--only", "hamlets"]);
    let whole = written.heading("workbook-column-reasons-whole");
    let subjects = subject_rows(&written);
    assert_eq!(subjects.len(), 1_000);
    assert!(
        subjects
            .iter()
            .all(|row| row[&whole].to_string().lines().count() > 5)
    );
    let texts = written.parts();
    let notes = texts
        .iter()
        .filter(|(name, _)| name.starts_with("xl/comments"));
    let notes: usize = notes
        .map(|(_, text)| text.matches("<comment ").count())
        .sum();
    // Those of the headings, the clauses.
    assert!(notes < 10, "{notes}");
    assert!(texts["xl/sharedStrings.xml"].contains(&written.heading("workbook-reasons-beside")));
}
