//! What must hold of any file that is checked, beside a sound one, from bytes to report.
//!
//! In: bytes. Out: whether a row of them was used, or a failed assertion: every row is accounted for, both reports are whole and the same each time, a
//! refused file has no part in a verdict.

use super::rules::SHIPPED;
use super::said::{self, LOCALES};
use serde_json::Value;
use std::io::Cursor;
use thidua::diagnostic::Diagnostics;
use thidua::fact::{self, OpenedFile, Overrides, Request};
use thidua::report::{self, Format, Paper, Report, Selection};
use thidua::rule::RuleSet;
use thidua::table;
use thidua::verdict::judge;

/// Files by name.
type Files<'a> = &'a [(&'a str, &'a str)];

/// A sound file of a table that the shipped rules know.
pub(super) const SOUND: Files<'static> = &[(
    "enterprises.csv",
    "code,name,kind,contribution,linkage\n1,A,Doanh nghiệp,100000000,có\n",
)];

pub(super) fn hold(bytes: &[u8]) -> bool {
    let (name, sound) = SOUND[0];
    let both = [("cap-xa.xlsx", bytes), (name, sound.as_bytes())];
    let reports = reports(&SHIPPED, &both);
    assert_eq!(reports, self::reports(&SHIPPED, &both), "checked again");
    let report: Value = serde_json::from_slice(&reports[0]).expect("JSON");
    let inputs = report["inputs"].as_array().expect("a list");
    assert_eq!(inputs.len(), 2);
    if !inputs[0]["refused"].is_null() {
        let alone = self::reports(&SHIPPED, &both[1..]);
        let alone: Value = serde_json::from_slice(&alone[0]).expect("JSON");
        for part in ["subjects", "nominations", "quotas", "targets", "summary"] {
            assert_eq!(report[part], alone[part], "{part} beside a refused file");
        }
    }
    let sheets = inputs[0]["sheets"].as_array().expect("a list");
    sheets.iter().any(|sheet| sheet["rows"]["used"] != 0)
}

/// What must hold of these files, whatever the rules are.
pub(super) fn judged_hold(rules: &RuleSet, files: Files<'_>) {
    reports(rules, &bytes_of(files));
}

/// The verdict on each subject, as the JSON report has it.
pub(super) fn words_of(rules: &RuleSet, files: Files<'_>) -> Vec<String> {
    let reports = reports(rules, &bytes_of(files));
    let report: Value = serde_json::from_slice(&reports[0]).expect("JSON");
    let subjects = report["subjects"].as_array().expect("a list").iter();
    subjects
        .map(|subject| format!("{} {}", subject["code"], subject["rules"][0]["verdict"]))
        .collect()
}

fn bytes_of<'a>(files: Files<'a>) -> Vec<(&'a str, &'a [u8])> {
    let bytes = |(name, text): &(&'a str, &'a str)| (*name, text.as_bytes());
    files.iter().map(bytes).collect()
}

/// JSON and text in both languages, and the pages of `progress` and `explain`.
fn reports(rules: &RuleSet, files: &[(&str, &[u8])]) -> Vec<Vec<u8>> {
    let request = Request {
        schema: &rules.schema,
        needed: &rules.needed,
        assignments: &[],
        overrides: &Overrides::default(),
        digests: false,
    };
    let open = |(name, bytes): (&str, &[u8])| OpenedFile {
        name: name.into(),
        source: table::open(Box::new(Cursor::new(bytes.to_vec()))),
    };
    let (facts, mut found) = fact::read(&request, files.to_vec(), open, &mut || {});
    accounts_hold(&facts);
    let (verdicts, more) = judge(rules, &facts, &[]);
    found.append(more);
    found.iter().for_each(said::holds);
    let report = Report {
        rules,
        verdicts: &verdicts,
        diagnostics: &found,
        selection: Selection {
            all: true,
            ..Selection::default()
        },
        exit_code: 0,
    };
    written(&report, &found)
}

fn written(report: &Report<'_>, found: &Diagnostics) -> Vec<Vec<u8>> {
    let paper = Paper {
        width: 80,
        colour: false,
    };
    let format = |name: &str| Format::named(name).expect("a format");
    let (mut json, mut texts) = (Vec::new(), Vec::new());
    for locale in &*LOCALES {
        let mut bytes = Vec::new();
        let drawn = format("json").write(report, locale, &paper, &mut bytes);
        drawn.expect("written to memory");
        let document: Value = serde_json::from_slice(&bytes).expect("JSON");
        assert_eq!(document["complete"], true);
        let shown = document["diagnostics"].as_array().expect("a list").len();
        assert!(shown >= found.iter().count(), "findings are left out");
        json.push(bytes);
        let mut text = Vec::new();
        let mut drawn = format("text").write(report, locale, &paper, &mut text);
        drawn = drawn.and_then(|()| report::progress(report, locale, &paper, &mut text));
        drawn = drawn.and_then(|()| report::explain_on_data(report, locale, &paper, &mut text));
        drawn.expect("written to memory");
        let shown = std::str::from_utf8(&text).expect("text");
        assert!(said::is_harmless(shown), "{shown:?}");
        texts.push(text);
    }
    json.extend(texts);
    json
}

/// Rows read are rows used and rows skipped; a refused file has neither.
fn accounts_hold(facts: &fact::Facts) {
    for input in &facts.inputs {
        if let Some(refused) = &input.refused {
            said::holds(refused);
            assert!(input.sheets.is_empty(), "{}", input.path);
        }
        for sheet in &input.sheets {
            let skipped: u64 = sheet.skipped.iter().map(|skipped| skipped.count).sum();
            assert_eq!(sheet.read, sheet.used + skipped, "{sheet:?}");
            for skipped in &sheet.skipped {
                assert!(skipped.count >= skipped.rows.len() as u64, "{sheet:?}");
                assert!(skipped.rows.is_sorted(), "{sheet:?}");
            }
            if let Some(refused) = &sheet.refused {
                said::holds(refused);
            }
        }
    }
}
