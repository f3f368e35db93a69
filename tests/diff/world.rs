//! Folders, runs, and reports of the examples.

use serde_json::Value;
use std::path::Path;
use thidua::cli::World;

pub(crate) struct Folder(tempfile::TempDir);

impl Folder {
    pub(crate) fn new() -> Folder {
        Folder(tempfile::tempdir().expect("a folder"))
    }

    pub(crate) fn path(&self, name: &str) -> String {
        self.0.path().join(name).to_string_lossy().into_owned()
    }

    pub(crate) fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.0.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).expect("a folder");
        std::fs::write(path, text).expect("written");
    }

    pub(crate) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).expect("a file")
    }

    /// What was printed, without the folder's own name.
    pub(crate) fn bare(&self, text: impl Into<Vec<u8>>) -> String {
        let text = String::from_utf8(text.into()).expect("text");
        text.replace(&self.path(""), "")
    }
}

pub(crate) struct Ran {
    pub(crate) code: u8,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// Runs a command; arguments that look like files are those of the folder.
pub(crate) fn run(folder: &Folder, command: &str, arguments: &[&str]) -> Ran {
    let placed = arguments.iter().map(|argument| {
        let is_file = [".json", ".md", ".txt", ".yaml", "data"].iter().any(|end| {
            argument.ends_with(end) && argument.len() > end.len() || *argument == "data"
        });
        if is_file {
            folder.path(argument)
        } else {
            (*argument).to_owned()
        }
    });
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut world = World {
        stdout: &mut out,
        stderr: &mut err,
        environment: &|_| None,
        today: chrono::NaiveDate::from_ymd_opt(2025, 11, 1).unwrap(),
        terminal: None,
        stderr_is_terminal: false,
    };
    let all = std::iter::once(command.to_owned()).chain(placed);
    let code = thidua::cli::run(all.map(Into::into), &mut world).number();
    Ran {
        code,
        out: folder.bare(out),
        err: folder.bare(err),
    }
}

/// Checks the folder's data and keeps the report without the folder's own name.
pub(crate) fn reports_of(folder: &Folder, name: &str, more: &[&str]) -> u8 {
    let asked = [
        &["data", "--rules", "rules.yaml", "--format", "json"][..],
        more,
    ]
    .concat();
    let ran = run(folder, "check", &asked);
    folder.write(name, &ran.out);
    ran.code
}

pub(crate) fn json_of(folder: &Folder, arguments: &[&str]) -> Value {
    let ran = run(folder, "diff", &[arguments, &["--format", "json"]].concat());
    let document = serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{}", ran.err));
    valid(&document);
    document
}

/// Holds a document against the schema.
pub(crate) fn valid(document: &Value) {
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/diff.schema.json");
    let schema = std::fs::read_to_string(schema).expect("the schema");
    let schema = serde_json::from_str(&schema).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let faults: Vec<String> = validator
        .iter_errors(document)
        .map(|fault| format!("{}: {fault}", fault.instance_path()))
        .collect();
    assert_eq!(faults, [""; 0]);
}

pub(crate) fn changes(document: &Value) -> &[Value] {
    document["changes"].as_array().expect("a list")
}

pub(crate) struct Compared {
    pub(crate) document: Value,
    pub(crate) out: String,
    pub(crate) code: u8,
}

/// Compares the reports of two states of one table. A first further argument `text` or `md` asks for that form.
pub(crate) fn compared(rules: &str, old: &str, new: &str, more: &[&str]) -> Compared {
    let folder = Folder::new();
    folder.write("rules.yaml", rules);
    folder.write("data/communes.csv", old);
    reports_of(&folder, "old.json", &[]);
    folder.write("data/communes.csv", new);
    reports_of(&folder, "new.json", &[]);
    let (form, more) = match more.split_first() {
        Some((form @ (&"text" | &"md"), rest)) => (Some(*form), rest),
        Some(_) | None => (None, more),
    };
    let asked = [&["old.json", "new.json"][..], more].concat();
    match form {
        Some(form) => {
            let ran = run(&folder, "diff", &[&asked[..], &["--format", form]].concat());
            Compared {
                document: Value::Null,
                out: ran.out,
                code: ran.code,
            }
        }
        None => Compared {
            document: json_of(&folder, &asked),
            out: String::new(),
            code: run(&folder, "diff", &asked).code,
        },
    }
}

pub(crate) mod example {
    use super::*;

    /// Rule sets and the folders that are judged by them.
    pub(crate) const ALL: [(&str, &str); 4] = [
        ("binh-phuoc-2021-2025", "examples/binh-phuoc-2025"),
        ("bac-ninh-2022-2025", "examples/bac-ninh-2022-2025"),
        ("binh-phuoc-2016-2020", "examples/binh-phuoc-2016-2020"),
        ("binh-phuoc-loc-ninh", "examples/binh-phuoc-loc-ninh"),
    ];

    pub(crate) fn report(rules: &str, source: &str) -> String {
        report_with(rules, source, &[])
    }

    pub(crate) fn report_with(rules: &str, source: &str, more: &[&str]) -> String {
        let folder = Folder::new();
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join(source);
        let source = source.to_string_lossy().into_owned();
        let asked = [&source, "--rules", rules, "--format", "json"];
        run(&folder, "check", &[&asked, more].concat()).out
    }
}
