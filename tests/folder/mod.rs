//! Runs the program in process on a folder of files that the test writes.
#![allow(dead_code, unreachable_pub, reason = "each test uses its part")]

use serde_json::Value;
use std::ffi::OsString;
use thidua::cli::{World, run};

/// What a run printed and how it ended.
pub struct Ran {
    pub report: Value,
    pub code: u8,
    pub text: String,
}

/// Writes files into a folder of their own and checks it as of that day, with further arguments.
pub fn checked(as_of: &str, files: &[(&str, String)], more: &[&str]) -> Ran {
    let mut arguments = vec!["--as-of", as_of, "--format", "json"];
    arguments.extend(more);
    let ran = ran("check", files, &arguments);
    Ran {
        report: serde_json::from_str(&ran.text).expect("one JSON document"),
        ..ran
    }
}

pub fn ran(command: &str, files: &[(&str, String)], more: &[&str]) -> Ran {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).expect("a folder");
        std::fs::write(path, text).expect("written");
    }
    let place = |text: &&str| text.replace("FOLDER", &folder.path().to_string_lossy());
    let arguments = [
        command.to_owned(),
        folder.path().to_string_lossy().into_owned(),
    ]
    .into_iter()
    .chain(more.iter().map(place))
    .map(OsString::from);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = run(
        arguments,
        &mut World {
            stdout: &mut out,
            stderr: &mut err,
            environment: &|_| None,
            today: chrono::NaiveDate::from_ymd_opt(2025, 11, 1).unwrap(),
            terminal: None,
            stderr_is_terminal: false,
        },
    );
    Ran {
        report: Value::Null,
        code: code.number(),
        text: String::from_utf8(out).expect("text"),
    }
}

impl Ran {
    /// The items of a list of the report that have that id.
    pub fn of(&self, list: &str, id: &str) -> Vec<&Value> {
        let items = self.report[list].as_array().expect("a list").iter();
        items.filter(|item| item["id"] == id).collect()
    }

    #[track_caller]
    pub fn only(&self, list: &str, id: &str) -> &Value {
        let found = self.of(list, id);
        let [only] = found.as_slice() else {
            panic!("{list} {id}: {found:#?}\n{:#}", self.report["diagnostics"]);
        };
        only
    }

    pub fn codes(&self) -> Vec<&str> {
        let found = self.report["diagnostics"]
            .as_array()
            .expect("a list")
            .iter();
        found
            .filter_map(|finding| finding["code"].as_str())
            .collect()
    }
}
