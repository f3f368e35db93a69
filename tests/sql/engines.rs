//! Runs queries in the engines they are written for, by the Python program beside this file.
//!
//! In: cases of tables and a query. Out: the rows, or why there are none; nothing at all where the engine is not installed.

use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A query over some tables; none where the tables are those of the case before.
pub(crate) struct Case {
    pub(crate) tables: Option<Value>,
    pub(crate) script: String,
}

/// What a query came to: rows by column, or the engine's error.
pub(crate) type Outcome = Result<Vec<Value>, String>;

/// What is to be said of outcomes.
type Judge = Box<dyn FnOnce(&[Outcome])>;

/// Cases, and what is to be said of their outcomes.
pub(crate) struct Trial {
    pub(crate) cases: Vec<Case>,
    pub(crate) judge: Judge,
}

/// Runs the trials one after the other in one session: some engines are slow to start.
pub(crate) fn run(engine: &str, trials: Vec<Trial>) {
    let (mut cases, mut judges) = (Vec::new(), Vec::new());
    for trial in trials {
        judges.push((trial.cases.len(), trial.judge));
        cases.extend(trial.cases);
    }
    let Some(outcomes) = outcomes(engine, cases) else {
        return;
    };
    let mut rest = outcomes.as_slice();
    for (count, judge) in judges {
        let (own, others) = rest.split_at(count);
        judge(own);
        rest = others;
    }
}

/// The outcomes in the order of the cases; none if the engine is not installed and the tests may do without it.
fn outcomes(engine: &str, cases: Vec<Case>) -> Option<Vec<Outcome>> {
    let Some(python) = python(engine) else {
        assert!(
            engine == "postgres" || std::env::var("THIDUA_SQL").as_deref() != Ok("required"),
            "{engine} is not installed; see tests/sql/requirements.txt"
        );
        eprintln!(
            "skipped: {engine} is not installed; see tests/sql/requirements.txt, and the system for PostgreSQL"
        );
        return None;
    };
    let folder = tempfile::tempdir().unwrap();
    let (job, result) = (
        folder.path().join("job.json"),
        folder.path().join("result.json"),
    );
    let cases: Vec<Value> = cases
        .into_iter()
        .map(|case| json!({ "tables": case.tables, "script": case.script }))
        .collect();
    std::fs::write(&job, serde_json::to_string(&cases).unwrap()).unwrap();
    let ran = Command::new(python)
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sql/engine.py"))
        .arg(engine)
        .args([&job, &result])
        .output()
        .unwrap();
    assert!(
        ran.status.success(),
        "{engine}: {}",
        String::from_utf8_lossy(&ran.stderr)
    );
    let results: Vec<Value> = serde_json::from_slice(&std::fs::read(&result).unwrap()).unwrap();
    assert_eq!(results.len(), cases.len());
    Some(results.iter().map(outcome).collect())
}

fn outcome(result: &Value) -> Outcome {
    match result["error"].as_str() {
        Some(error) => Err(error.to_owned()),
        None => Ok(result["rows"].as_array().unwrap().clone()),
    }
}

/// A Python that has the engine: of the folder that `.ci/run` makes, else of the path.
fn python(engine: &str) -> Option<PathBuf> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/sql/bin/python");
    let named = std::env::var_os("THIDUA_SQL_PYTHON").map(PathBuf::from);
    let test = match engine {
        "duckdb" => "import duckdb",
        "spark" => {
            "import pyspark, shutil, sys, os; sys.exit(not (shutil.which('java') or os.environ.get('JAVA_HOME')))"
        }
        _ => {
            "import shutil, os, sys; sys.exit(not (shutil.which('psql') and (shutil.which('initdb') or os.path.isdir('/usr/lib/postgresql'))))"
        }
    };
    let has_it = |python: &PathBuf| {
        let tried = Command::new(python).args(["-c", test]).output();
        tried.is_ok_and(|tried| tried.status.success())
    };
    named
        .into_iter()
        .chain([own, PathBuf::from("python3")])
        .find(has_it)
}
