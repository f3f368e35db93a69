//! Rules as SQL, run by the engines they are written for: verdict for verdict what the program gives on the same data.
//!
//! DuckDB and Spark come from tests/sql/requirements.txt, PostgreSQL from the system. Where one is not installed its tests say so
//! and pass; with `THIDUA_SQL=required` DuckDB and Spark must be there.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test stops at what it did not expect, and says what it left out"
)]

#[path = "sql/chance.rs"]
mod chance;
#[path = "sql/conditions.rs"]
mod conditions;
#[path = "sql/data.rs"]
mod data;
#[path = "sql/edges.rs"]
mod edges;
#[path = "sql/engines.rs"]
mod engines;
#[path = "sql/planned.rs"]
mod planned;
#[path = "sql/refusals.rs"]
mod refusals;

use chance::Chance;
use chrono::NaiveDate;
use conditions::{Conditions, HEAD, Place};
use data::{Manner, Table, tables};
use engines::{Case, Outcome, Trial, run};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::Path;
use thidua::cli::World;
use thidua::locale::Locale;
use thidua::rule::{self, Choice, RuleSet, shipped};
use thidua::sql::{DIALECTS, Dialect, queries};
use thidua::text::Language;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 11, 1).unwrap()
}

/// What a run came to, and what it wrote on its two outputs.
struct Ran {
    code: i32,
    out: String,
    err: String,
}

fn thidua(arguments: &[&str]) -> Ran {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut world = World {
        stdout: &mut out,
        stderr: &mut err,
        environment: &|_| None,
        today: today(),
        terminal: None,
        stderr_is_terminal: false,
    };
    let code = thidua::cli::run(arguments.iter().map(OsString::from), &mut world);
    Ran {
        code: i32::from(code.number()),
        out: String::from_utf8(out).unwrap(),
        err: String::from_utf8(err).unwrap(),
    }
}

fn loaded(text: &str) -> Option<RuleSet> {
    let choice = Choice {
        round: None,
        as_of: today(),
        set: &[],
    };
    let mut fetch = |wanted: rule::Wanted<'_>| shipped::fetch(wanted);
    rule::load("t.yaml", text.as_bytes(), &choice, &mut fetch).0
}

fn script(rules: &RuleSet, table: &str, dialect: &str) -> Result<String, String> {
    let (table, _) = rules.schema.table(table).unwrap();
    let dialect = Dialect::named(dialect).unwrap();
    let locale = Locale::new(Language::English);
    queries(rules, &[table], dialect, &locale).map_err(|found| {
        let said = found.iter().map(|found| locale.sentence(found));
        said.collect::<Vec<_>>().join("\n")
    })
}

/// The program's verdicts on one table: by code, the subject's and each rule's.
struct Judged {
    /// The column of the code.
    key: String,
    subjects: BTreeMap<String, BTreeMap<String, String>>,
    /// Codes of subjects that fail a data check, which SQL knows nothing of.
    faulty: Vec<String>,
}

/// The program's report on those tables.
fn report(rules: &str, tables: &[Table], folder: &Path) -> Value {
    let data = folder.join("data");
    std::fs::create_dir_all(&data).unwrap();
    for table in tables {
        table.write(&data);
    }
    let ran = thidua(&[
        "check",
        &data.to_string_lossy(),
        "-r",
        rules,
        "--format",
        "json",
    ]);
    let report: Value = serde_json::from_str(&ran.out).expect(&ran.err);
    assert_eq!(report["complete"], true, "{}", ran.err);
    report
}

fn judged(report: &Value, rules: &RuleSet, table: &str) -> Judged {
    let (_, schema) = rules.schema.table(table).unwrap();
    let key = schema.column_at(schema.key[0]).unwrap().name.clone();
    let of_table = |value: &&Value| value["table"] == table;
    let code = |value: &Value| value["code"].as_str().unwrap_or_default().to_owned();
    let verdicts = |subject: &Value| {
        let rules = subject["rules"].as_array().unwrap().iter();
        let word = |value: &Value| value.as_str().unwrap().to_owned();
        rules
            .map(|rule| (word(&rule["id"]), word(&rule["verdict"])))
            .chain([("verdict".to_owned(), word(&subject["verdict"]))])
            .collect()
    };
    let subjects = report["subjects"].as_array().unwrap().iter();
    let checks = report["checks"].as_array().unwrap().iter();
    Judged {
        key,
        subjects: subjects
            .filter(of_table)
            .map(|subject| (code(subject), verdicts(subject)))
            .collect(),
        faulty: checks.filter(of_table).map(code).collect(),
    }
}

/// What was compared, and what was not the same.
#[derive(Default)]
struct Compared {
    verdicts: usize,
    by_word: BTreeMap<String, usize>,
    loud: Vec<String>,
    differences: Vec<String>,
}

impl Compared {
    fn add(&mut self, what: &str, judged: &Judged, outcome: &Outcome) {
        let rows = match outcome {
            Ok(rows) => rows,
            Err(error) => {
                self.loud.push(format!("{what}: {error}"));
                return;
            }
        };
        if rows.len() != judged.subjects.len() {
            let (ours, theirs) = (judged.subjects.len(), rows.len());
            self.differences
                .push(format!("{what}: {ours} subjects, {theirs} rows"));
        }
        for row in rows {
            let code = row[&judged.key].as_str().unwrap();
            let Some(subject) = judged.subjects.get(code) else {
                self.differences
                    .push(format!("{what}: {code} is no subject"));
                continue;
            };
            for (id, ours) in subject {
                let theirs = row[id].as_str().unwrap_or("nothing");
                let is_check = id == "verdict" && theirs == "eligible" && ours == "undetermined";
                if ours != theirs && !(is_check && judged.faulty.iter().any(|one| one == code)) {
                    self.differences
                        .push(format!("{what}: {code} {id}: {ours}, by SQL {theirs}"));
                }
                self.verdicts += 1;
                *self.by_word.entry(ours.clone()).or_default() += 1;
            }
        }
    }

    fn finish(self, what: &str) {
        eprintln!(
            "{what}: {} verdicts compared, {:?}; {} queries ended by their engine, {} differences",
            self.verdicts,
            self.by_word,
            self.loud.len(),
            self.differences.len()
        );
        let first: Vec<&String> = self.differences.iter().take(20).collect();
        assert!(first.is_empty(), "{first:#?}");
    }
}

/// A rule set of random conditions that the checker takes and that has SQL, and how many were refused for lack of it.
fn random_rules(chance: &mut Chance, each: usize) -> (String, Vec<String>) {
    let (mut text, mut refused) = (HEAD.to_owned(), Vec::new());
    for (table, place) in [
        ("communes", Place::Communes),
        ("districts", Place::Districts),
    ] {
        let mut rules = Vec::new();
        while rules.len() < each {
            let id = format!("{}{}", &table[..1], rules.len());
            let rule = random_rule(&id, place, chance);
            let alone = format!("{HEAD}  {table}:\n    all:\n{rule}");
            let Some(set) = loaded(&alone) else { continue };
            match script(&set, table, "duckdb") {
                Ok(_) => rules.push(rule),
                Err(reason) => refused.push(reason),
            }
        }
        // Groups within a group, one way and the other, so that subjects come to every verdict.
        let (root, inner) = [("all", "any"), ("any", "all")][chance.index(2)];
        text += &format!("  {table}:\n    {root}:\n");
        for members in rules.chunks(each.div_ceil(3)) {
            text += &format!("      - {inner}:\n");
            for line in members.concat().lines() {
                text += &format!("    {line}\n");
            }
        }
    }
    (text, refused)
}

fn random_rule(id: &str, place: Place, chance: &mut Chance) -> String {
    let mut conditions = Conditions { chance };
    let depth = 1 + u32::try_from(conditions.chance.below(3)).unwrap();
    let require = conditions.condition(depth, place, None);
    let when = match conditions.chance.below(4) {
        0 => format!(
            "        when: {}\n",
            quoted(&conditions.condition(1, place, None))
        ),
        _ => String::new(),
    };
    format!(
        "      - id: {id}\n        cite: X\n        says: X\n{when}        require: {}\n",
        quoted(&require)
    )
}

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

fn no_codes(_: &str) -> Vec<String> {
    Vec::new()
}

/// Random rule sets over random data, by one engine.
fn random_rule_sets(engine: &'static str, sets: u64, each: usize) -> Trial {
    let (mut cases, mut expected, mut refused) = (Vec::new(), Vec::new(), 0);
    // More of them than fit a usual run, on request.
    let more = std::env::var("THIDUA_SQL_SETS").ok();
    let sets = more.and_then(|sets| sets.parse().ok()).unwrap_or(sets);
    for seed in 0..sets {
        let mut chance = Chance(seed);
        let (text, without_sql) = random_rules(&mut chance, each);
        refused += without_sql.len();
        let rules = loaded(&text).expect("each rule was taken alone");
        let districts = if seed % 7 == 6 { 0 } else { 6 };
        let manner = Manner {
            rows: &|table| if table == "districts" { districts } else { 40 },
            codes: &no_codes,
            years: 2021..=2023,
            empty: [12, 30, 3][usize::try_from(seed % 3).unwrap()],
            greatest: [200, 10, 5000, 5_000_000][usize::try_from(seed % 4).unwrap()],
        };
        let tables = tables(&rules, &manner, &mut chance);
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("t.yaml");
        std::fs::write(&file, &text).unwrap();
        let report = report(&file.to_string_lossy(), &tables, folder.path());
        let mut given = Some(Value::Object(
            tables.iter().map(Table::json).collect::<Map<_, _>>(),
        ));
        for table in ["communes", "districts"] {
            cases.push(Case {
                tables: given.take(),
                script: script(&rules, table, engine).unwrap(),
            });
            expected.push((
                format!("set {seed}, {table}"),
                judged(&report, &rules, table),
            ));
        }
    }
    Trial {
        cases,
        judge: Box::new(move |outcomes| {
            let mut compared = Compared::default();
            for ((what, judged), outcome) in expected.iter().zip(outcomes) {
                compared.add(what, judged, outcome);
            }
            let loud = compared.loud.clone();
            eprintln!("{refused} random conditions have no SQL");
            compared.finish(&format!("{engine}, {sets} random rule sets"));
            assert!(loud.iter().all(|error| is_overflow(error)), "{loud:#?}");
            assert!(loud.len() <= outcomes.len() / 4, "{loud:#?}");
        }),
    }
}

fn is_overflow(error: &str) -> bool {
    let error = error.to_lowercase();
    error.contains("overflow") || error.contains("cannot be represented")
}

/// Official codes of the units of a table.
fn official_codes(table: &str) -> Vec<String> {
    let level = match table {
        "communes" => "commune",
        "districts" => "district",
        "province" => "province",
        _ => return Vec::new(),
    };
    let units = include_str!("../rules/binh-phuoc-units.csv").lines();
    let fields = units.map(|line| line.split(',').collect::<Vec<_>>());
    let of_level = fields.filter(|fields| fields[3] == level);
    of_level.map(|fields| fields[0].to_owned()).collect()
}

/// The shipped rule sets over data of their own schema.
fn shipped_sets(engine: &'static str, rows: usize) -> Trial {
    let (mut cases, mut expected) = (Vec::new(), Vec::new());
    for id in shipped::ids() {
        let shipped = shipped::shipped(id).unwrap();
        let rules = loaded(shipped.text).unwrap();
        let mut chance = Chance(2025);
        let manner = Manner {
            rows: &|_| rows,
            codes: if id.starts_with("binh-phuoc") {
                &official_codes
            } else {
                &no_codes
            },
            years: 2021..=2025,
            empty: 3,
            greatest: 200,
        };
        let tables = tables(&rules, &manner, &mut chance);
        let folder = tempfile::tempdir().unwrap();
        let report = report(id, &tables, folder.path());
        let mut given = Some(Value::Object(
            tables.iter().map(Table::json).collect::<Map<_, _>>(),
        ));
        for criteria in &rules.criteria {
            let table = &rules.schema.table_at(criteria.table).name;
            cases.push(Case {
                tables: given.take(),
                script: script(&rules, table, engine).unwrap(),
            });
            expected.push((format!("{id}, {table}"), judged(&report, &rules, table)));
        }
    }
    Trial {
        cases,
        judge: Box::new(move |outcomes| {
            let mut compared = Compared::default();
            for ((what, judged), outcome) in expected.iter().zip(outcomes) {
                compared.add(what, judged, outcome);
            }
            assert!(compared.loud.is_empty(), "{:#?}", compared.loud);
            compared.finish(&format!("{engine}, shipped rule sets"));
        }),
    }
}

/// Plans that are met to the household.
fn planned_communes(engine: &'static str) -> Trial {
    let rules = loaded(planned::RULES).unwrap();
    let (csv, tables) = planned::communes(400);
    let folder = tempfile::tempdir().unwrap();
    let (file, data) = (
        folder.path().join("r.yaml"),
        folder.path().join("communes.csv"),
    );
    std::fs::write(&file, planned::RULES).unwrap();
    std::fs::write(&data, csv).unwrap();
    let (file, data) = (file.to_string_lossy(), data.to_string_lossy());
    let ran = thidua(&["check", &data, "-r", &file, "--format", "json"]);
    let report: Value = serde_json::from_str(&ran.out).expect(&ran.err);
    let case = Case {
        tables: Some(tables),
        script: script(&rules, "communes", engine).unwrap(),
    };
    let judged = judged(&report, &rules, "communes");
    Trial {
        cases: vec![case],
        judge: Box::new(move |outcomes| {
            let mut compared = Compared::default();
            compared.add("communes", &judged, &outcomes[0]);
            assert!(compared.loud.is_empty(), "{:#?}", compared.loud);
            assert_eq!(compared.verdicts, 1600);
            compared.finish(&format!("{engine}, plans met to the household"));
        }),
    }
}

/// Everything that an engine is tried with: so many random rule sets with so many rules each, tables of so many rows.
fn trials(engine: &'static str, sets: u64, each: usize, rows: usize) -> Vec<Trial> {
    vec![
        edges::figures_are_exact(engine),
        edges::what_cannot_be_judged_ends_the_query(engine),
        edges::keys_of_several_columns_and_of_none(engine),
        planned_communes(engine),
        shipped_sets(engine, rows),
        random_rule_sets(engine, sets, each),
    ]
}

#[test]
fn duckdb_comes_to_the_same_verdicts_or_stops() {
    run("duckdb", trials("duckdb", 40, 15, 100));
}

#[test]
fn postgres_comes_to_the_same_verdicts_or_stops() {
    run("postgres", trials("postgres", 20, 15, 60));
}

#[test]
fn spark_comes_to_the_same_verdicts_or_stops() {
    run("spark", trials("spark", 6, 12, 40));
}

#[test]
fn what_has_no_sql_is_named_and_nothing_is_written() {
    refusals::are_named_and_nothing_is_written();
}

#[test]
fn names_that_an_engine_would_confuse_are_refused() {
    refusals::names_that_an_engine_would_confuse();
}

#[test]
fn tables_and_files_are_as_asked() {
    refusals::tables_and_files_are_as_asked();
}

#[test]
fn the_sql_of_the_shipped_rule_sets_is_as_written_down() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sql/written");
    for id in shipped::ids() {
        if loaded(shipped::shipped(id).unwrap().text)
            .unwrap()
            .criteria
            .is_empty()
        {
            continue;
        }
        for dialect in &DIALECTS {
            let asked = [
                "rules",
                "sql",
                id,
                "--dialect",
                dialect.name,
                "--lang",
                "en",
            ];
            let ran = thidua(&asked);
            assert_eq!((ran.code, ran.err.as_str()), (0, ""));
            let path = folder.join(format!("{id}.{}.sql", dialect.name));
            if std::env::var_os("UPDATE_EXPECTED").is_some() {
                std::fs::create_dir_all(&folder).unwrap();
                std::fs::write(&path, &ran.out).unwrap();
            }
            let there = std::fs::read_to_string(&path).unwrap_or_default();
            let different = there.lines().zip(ran.out.lines()).find(|(a, b)| a != b);
            assert!(
                there == ran.out,
                "{} is not what is written; UPDATE_EXPECTED=1 rewrites it. First difference: {different:#?}",
                path.display()
            );
        }
    }
}

#[test]
fn the_words_in_the_sql_are_those_of_the_reader() {
    let asked = |language| {
        thidua(&[
            "rules",
            "sql",
            "--dialect",
            "spark",
            "--table",
            "communes",
            "--lang",
            language,
        ])
    };
    let (vi, en) = (asked("vi").out, asked("en").out);
    assert!(vi.contains("-- Bảng communes\n"), "{vi}");
    assert!(en.contains("-- Table communes\n"), "{en}");
    let bare = |text: &str| -> Vec<String> {
        let lines = text
            .lines()
            .filter(|line| !line.trim_start().starts_with("--"));
        lines.map(str::to_owned).collect()
    };
    assert_eq!(bare(&vi), bare(&en));
    assert!(en.contains("SET spark.sql.ansi.enabled=true;\n"), "{en}");
}
