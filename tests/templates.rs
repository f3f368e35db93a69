//! Blank workbooks: what is typed into them arrives, and neither a filled one nor a blank one gives a finding about its shape.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::wildcard_enum_match_arm,
    reason = "a test stops at what it did not expect"
)]

#[path = "templates/filling.rs"]
mod filling;
#[path = "office/zipped.rs"]
#[allow(dead_code, reason = "each test uses its part")]
mod zipped;

use chrono::NaiveDate;
use filling::{Expected, ROWS, Workbook, attribute, header_rows, pieces, row_at};
use serde_json::Value;
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use thidua::cli::{World, run};
use thidua::fact::data::{Absence, Fact};
use thidua::fact::{self, OpenedFile, Overrides, Request};
use thidua::rule::{self, Choice, RuleSet, shipped};
use thidua::table;

const AS_OF: &str = "2025-11-01";

/// Columns of every type, names that no sheet can have, lists with commas and lists too long to stand in a validation.
const EVERYTHING: &str = include_str!("templates/everything.yaml");

struct Ran {
    code: u8,
    out: String,
    err: String,
}

fn ran(arguments: &[&str]) -> Ran {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = run(
        arguments.iter().map(OsString::from),
        &mut World {
            stdout: &mut out,
            stderr: &mut err,
            environment: &|_| None,
            today: NaiveDate::from_ymd_opt(2025, 11, 1).expect("a day"),
            terminal: None,
            stderr_is_terminal: false,
        },
    );
    Ran {
        code: code.number(),
        out: String::from_utf8(out).expect("text"),
        err: String::from_utf8(err).expect("text"),
    }
}

/// A rule set and one of its rounds, with a folder to work in.
struct Case {
    folder: tempfile::TempDir,
    rules: String,
    round: String,
    set: RuleSet,
}

impl Case {
    fn new(rules: &str, text: &str, round: &str) -> Case {
        let choice = Choice {
            round: Some(round),
            as_of: AS_OF.parse().expect("a day"),
            set: &[],
        };
        let (set, findings) = rule::load(rules, text.as_bytes(), &choice, &mut shipped::fetch);
        let set = set.unwrap_or_else(|| panic!("{findings:#?}"));
        Case {
            folder: tempfile::tempdir().expect("a folder"),
            rules: rules.to_owned(),
            round: round.to_owned(),
            set,
        }
    }

    /// Every round of every rule set that ships, and of the one with everything in it.
    fn all() -> Vec<Case> {
        let mut cases = Vec::new();
        for id in shipped::ids() {
            let text = shipped::shipped(id).expect("ships").text;
            for round in rule::rounds(id, text.as_bytes(), &mut shipped::fetch) {
                cases.push(Case::new(id, text, &round));
            }
        }
        assert!(cases.len() >= 6, "rule sets and rounds");
        cases.push(Case::everything());
        cases
    }

    fn everything() -> Case {
        let mut case = Case::new("everything.yaml", EVERYTHING, "only");
        let path = case.path("everything.yaml");
        fs::write(&path, EVERYTHING).expect("written");
        case.rules = path.to_string_lossy().into_owned();
        case
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn asked(&self, command: &str, more: &[&str]) -> Ran {
        let rules = [
            "--rules",
            &self.rules,
            "--round",
            &self.round,
            "--as-of",
            AS_OF,
        ];
        ran(&[&[command], rules.as_slice(), more].concat())
    }

    /// The bytes of its template.
    fn template(&self, more: &[&str]) -> Vec<u8> {
        let path = self.path("mau.xlsx");
        let _ = fs::remove_file(&path);
        let output = ["--output", path.to_str().expect("a name")];
        let ran = self.asked("template", &[&output, more].concat());
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", self.shown());
        assert!(ran.out.contains("mau.xlsx"), "{}", ran.out);
        fs::read(path).expect("the template")
    }

    fn checked(&self, bytes: &[u8]) -> (Value, u8) {
        let path = self.path("mau.xlsx");
        fs::write(&path, bytes).expect("written");
        let more = ["--format", "json", path.to_str().expect("a name")];
        let ran = self.asked("check", &more);
        let report = serde_json::from_str(&ran.out).expect("one JSON document");
        (report, ran.code)
    }

    fn shown(&self) -> String {
        format!("{} {}", self.rules, self.round)
    }
}

fn items<'a>(value: &'a Value, list: &str) -> &'a [Value] {
    value[list].as_array().map_or(&[], Vec::as_slice)
}

/// Codes of the findings that are more than notes.
fn codes(report: &Value) -> BTreeSet<String> {
    let all = items(report, "diagnostics").iter();
    all.map(|finding| {
        assert!(finding["message"].is_string(), "{finding}");
        format!(
            "{}: {}",
            finding["code"].as_str().unwrap_or_default(),
            finding["message"]
        )
    })
    .collect()
}

fn as_text(fact: &Fact<'_>, case: &Case, column: &fact::schema::ColumnSchema) -> String {
    use thidua::fact::schema::ColumnType;
    match fact {
        Fact::Number(number) => number.to_exact(),
        Fact::Text(text) => (*text).to_owned(),
        Fact::YesNo(flag) => if *flag { "yes" } else { "no" }.to_owned(),
        Fact::Date(day) => day.to_string(),
        Fact::Year(year) => year.to_string(),
        Fact::Term(rank) => match column.kind {
            ColumnType::Level(terms) | ColumnType::Choice(terms) => {
                case.set.schema.vocabulary_at(terms).code(*rank).to_owned()
            }
            _ => "a term of nothing".to_owned(),
        },
        Fact::Missing(Absence::Empty) => String::new(),
        Fact::Missing(other) => format!("{other:?}"),
    }
}

/// Reads the workbook and compares every cell that was filled in.
fn assert_arrives(case: &Case, bytes: &[u8], expected: &Expected) {
    let request = Request {
        schema: &case.set.schema,
        needed: &case.set.needed,
        assignments: &[],
        overrides: &Overrides::default(),
        digests: false,
    };
    let open = |bytes: Vec<u8>| OpenedFile {
        name: "mau.xlsx".into(),
        source: table::open(Box::new(Cursor::new(bytes))),
    };
    let (facts, _) = fact::read(&request, vec![bytes.to_vec()], open, &mut || {});
    let mut different = Vec::new();
    for ((table, row, slot), expected) in expected {
        let schema = case.set.schema.table_at(*table);
        let column = schema.column_at(slot.column).expect("a column");
        let held = facts.tables[usize::from(table.0)].as_ref();
        let held = held.unwrap_or_else(|| panic!("{}: no {}", case.shown(), schema.name));
        let got = as_text(&held.get(*row, *slot), case, column);
        if got != *expected {
            different.push((&schema.name, row, &column.name, slot.year, expected, got));
        }
    }
    assert!(different.is_empty(), "{}: {different:#?}", case.shown());
}

#[test]
fn what_is_typed_into_a_template_arrives_without_a_finding_about_its_shape() {
    for case in Case::all() {
        let (bytes, expected) = Workbook::open(&case.template(&[])).filled(&case.set);
        assert!(expected.len() > 10, "{}", case.shown());
        let (report, code) = case.checked(&bytes);
        assert_eq!(codes(&report), BTreeSet::new(), "{}", case.shown());
        assert!([0, 1, 2].contains(&code), "{}: {code}", case.shown());
        assert_eq!(items(&report, "absent").len(), 0, "{}", case.shown());
        assert_eq!(items(&report, "not_checked").len(), 0, "{}", case.shown());
        for sheet in items(&report["inputs"][0], "sheets") {
            let Some(table) = sheet["table"].as_str() else {
                continue;
            };
            let (_, schema) = case.set.schema.table(table).expect("a table");
            let rows = schema.roster.as_ref().map_or(ROWS as usize, |level| {
                level.roster.level(&level.level).count()
            });
            assert_eq!(sheet["rows"]["used"], rows, "{}: {table}", case.shown());
        }
        assert_arrives(&case, &bytes, &expected);
    }
}

/// A year may be none of those that rules look at, or 0 for "no year": Excel asks, and lets it be. Nothing else is let be.
#[test]
fn only_years_may_be_other_than_asked_for() {
    let case = Case::everything();
    let book = Workbook::open(&case.template(&[]));
    let mut styles = BTreeSet::new();
    for at in 0..book.names().count() {
        for validation in book.xml(at).split("<dataValidation ").skip(1) {
            let is_asked = validation.contains("errorStyle=\"warning\"");
            let is_year = ["năm", "year"].iter().any(|word| validation.contains(word));
            assert!(!is_asked || is_year, "{validation}");
            styles.insert(is_asked);
        }
    }
    assert_eq!(styles, BTreeSet::from([false, true]));
}

#[test]
fn a_template_that_nobody_has_touched_says_only_what_is_missing() {
    for case in Case::all() {
        let (report, _) = case.checked(&case.template(&["--lang", "en"]));
        let codes = codes(&report);
        let says_missing = ["cli/nothing-judged", "fact/nothing-filled-in"];
        let is_meant = |code: &String| says_missing.iter().any(|meant| code.starts_with(meant));
        assert!(codes.iter().all(is_meant), "{}: {codes:#?}", case.shown());
        let mut used_of_all = 0;
        for sheet in items(&report["inputs"][0], "sheets") {
            let skipped = items(&sheet["rows"], "skipped").iter();
            let skipped: usize = skipped.map(|skipped| items(skipped, "rows").len()).sum();
            let used = sheet["rows"]["used"].as_u64().expect("a count");
            assert_eq!(sheet["rows"]["read"], used + skipped as u64, "{sheet}");
            used_of_all += used;
        }
        let mut blank = codes.iter().filter(|code| code.starts_with("fact/"));
        assert_eq!(blank.next().is_some(), used_of_all == 0, "{codes:#?}");
        assert!(
            items(&report, "deadlines")
                .iter()
                .all(|deadline| deadline["status"] != "overdue"),
            "{}: an empty sheet is no list of nobody",
            case.shown()
        );
        assert!(
            items(&report, "subjects")
                .iter()
                .all(|subject| subject["verdict"] == "undetermined"),
            "{}",
            case.shown()
        );
    }
}

#[test]
fn only_blank_cells_can_be_typed_into() {
    for case in Case::all() {
        let book = Workbook::open(&case.template(&[]));
        let styles = book.part("xl/styles.xml");
        let styles: Vec<bool> = pieces(&styles, "<cellXfs", "</cellXfs>")
            .flat_map(|styles| styles.split("<xf ").skip(1))
            .map(|style| style.contains("locked=\"0\""))
            .collect();
        for at in 0..book.names().count() {
            let xml = book.xml(at);
            assert!(
                xml.contains("<sheetProtection sheet=\"1\""),
                "{}",
                case.shown()
            );
            let header_rows = header_rows(&xml);
            for cell in xml.split("<c ").skip(1) {
                let cell = cell.split_inclusive('>').next().unwrap_or_default();
                let is_below_header = row_at(attribute(cell, "r")) >= header_rows;
                let is_blank = cell.ends_with("/>") && is_below_header && at > 0;
                let style = cell.contains(" s=\"").then(|| attribute(cell, " s"));
                let style: usize = style.unwrap_or("0").parse().expect("a style");
                assert_eq!(styles[style], is_blank, "{}: {cell}", case.shown());
            }
        }
    }
}

#[test]
fn the_same_request_gives_the_same_bytes() {
    let case = Case::new(
        shipped::DEFAULT.id.expect("an id"),
        shipped::DEFAULT.text,
        "so-ket-2023",
    );
    assert!(case.template(&[]) == case.template(&[]));
    let (vi, en) = (case.template(&[]), case.template(&["--lang", "en"]));
    let names = |bytes: &[u8]| -> Vec<String> {
        let book = Workbook::open(bytes);
        book.names().map(str::to_owned).collect()
    };
    assert_eq!(
        (names(&vi)[0].as_str(), names(&en)[0].as_str()),
        ("Hướng dẫn", "Guide")
    );
    assert_eq!(
        names(&vi)[1..],
        names(&en)[1..],
        "only the guide and the notes differ"
    );
}

#[test]
fn tables_and_units_can_be_chosen() {
    let case = Case::new(
        shipped::DEFAULT.id.expect("an id"),
        shipped::DEFAULT.text,
        "tong-ket-2025",
    );
    let units = |more: &[&str]| -> Vec<(String, u64)> {
        let (report, _) = case.checked(&case.template(more));
        let sheets = items(&report["inputs"][0], "sheets").iter();
        let of_tables = sheets.filter_map(|sheet| {
            let table = sheet["table"].as_str()?.to_owned();
            Some((table, sheet["rows"]["used"].as_u64()?))
        });
        of_tables.filter(|(_, used)| *used > 0).collect()
    };
    let counted = |counts: &[(&str, u64)]| -> Vec<(String, u64)> {
        let counts = counts.iter();
        counts
            .map(|(table, used)| ((*table).to_owned(), *used))
            .collect()
    };
    assert_eq!(
        units(&["--district", "692"]),
        counted(&[("districts", 1), ("communes", 16)])
    );
    assert_eq!(
        units(&[
            "--table",
            "communes",
            "--district",
            "692",
            "--district",
            "25195"
        ]),
        counted(&[("communes", 17)])
    );
    assert_eq!(units(&["--district", "70"]).len(), 3, "the whole province");
}

#[test]
fn what_is_not_known_is_said_with_what_may_be_meant() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("mau.xlsx");
    let output = path.to_str().expect("a name");
    for (more, finding, meant) in [
        (["--table", "comunes"], "cli/unknown-table", "communes"),
        (
            ["--district", "Lộc Nin"],
            "cli/unknown-unit",
            "692 (Huyện Lộc Ninh)",
        ),
        (["--district", "2529x"], "cli/unknown-unit", "25291 ("),
        (
            ["--district", "không có đâu"],
            "cli/unknown-unit",
            "70 (Tỉnh Bình Phước)",
        ),
        (
            ["--round", "so-ket-2024"],
            "rule/unknown-round",
            "so-ket-2023",
        ),
    ] {
        let ran = ran(&["template", "-o", output, more[0], more[1]]);
        assert_eq!(ran.code, 4, "{more:?}");
        assert!(
            ran.err.contains(finding) && ran.err.contains(meant),
            "{}",
            ran.err
        );
        assert!(!path.exists(), "{more:?}");
    }
    let nothing = [
        "template",
        "-o",
        output,
        "--table",
        "province",
        "--district",
        "692",
    ];
    let refused = ran(&nothing);
    assert_eq!(refused.code, 4);
    assert!(
        refused.err.contains("cli/nothing-to-fill"),
        "{}",
        refused.err
    );
    for wrong in [["template", "-o", "mau.xls"].as_slice(), &["template"]] {
        assert_eq!(ran(wrong).code, 64, "{wrong:?}");
    }
}

#[test]
fn a_file_that_is_there_may_be_filled_in_and_stays() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("mau.xlsx");
    fs::write(&path, "of yesterday").expect("written");
    let said = ran(&["template", "-o", path.to_str().expect("a name")]);
    assert_eq!(said.code, 4);
    assert!(said.err.contains("cli/file-exists"), "{}", said.err);
    assert_eq!(
        fs::read_to_string(&path).expect("still there"),
        "of yesterday"
    );
    let absent = folder.path().join("chua-co/mau.xlsx");
    let said = ran(&["template", "-o", absent.to_str().expect("a name")]);
    assert_eq!(said.code, 5, "{}", said.err);
    assert_eq!(files(folder.path()), 1);
}

fn files(folder: &Path) -> usize {
    fs::read_dir(folder).expect("a folder").count()
}
