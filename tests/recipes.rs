//! The recipes for bash run as they stand, on the example, with a stub where mail would be sent.
//!
//! A block that opens with ```` ```bash run ```` runs in a folder that the document's earlier blocks worked in; `run=1` says how it
//! ends, `needs=jq` what must be there.
#![cfg(unix)]
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test stops at what it did not expect"
)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const DOCUMENTS: [&str; 2] = ["docs/kich-ban.md", "docs/scripts.md"];

struct Block {
    text: String,
    code: i32,
    needs: Option<String>,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn blocks(document: &str) -> Vec<Block> {
    let text = fs::read_to_string(root().join(document)).expect("the document");
    let mut found = Vec::new();
    let mut rest = text.as_str();
    while let Some((_, after)) = rest.split_once("\n```bash run") {
        let (marks, after) = after.split_once('\n').expect("a line ends");
        let (text, after) = after.split_once("\n```\n").expect("a block ends");
        let code = marks.strip_prefix('=').and_then(|rest| rest.get(..1));
        found.push(Block {
            text: text.to_owned(),
            code: code.map_or(0, |code| code.parse().expect("a code")),
            needs: marks
                .split_once("needs=")
                .map(|(_, program)| program.trim().to_owned()),
        });
        rest = after;
    }
    found
}

fn is_there(program: &str) -> bool {
    let paths = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&paths).any(|folder| folder.join(program).is_file())
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let (from, to) = {
            let entry = entry.unwrap();
            (entry.path(), to.join(entry.file_name()))
        };
        if from.is_dir() {
            copy(&from, &to);
        } else {
            fs::copy(&from, &to).unwrap();
        }
    }
}

/// A folder with the example, programs of its own, and a report of an earlier day.
struct Office(tempfile::TempDir);

impl Office {
    fn new() -> Office {
        let office = Office(tempfile::tempdir().unwrap());
        copy(
            &root().join("examples/binh-phuoc-2025"),
            &office.path("ho-so"),
        );
        fs::create_dir(office.path("programs")).unwrap();
        let program = Path::new(env!("CARGO_BIN_EXE_thidua"));
        std::os::unix::fs::symlink(program, office.path("programs/thidua")).unwrap();
        let stub = "#!/bin/sh\nprintf '%s\\n' \"$@\" >> mutt.log\ncat >> mutt.log\n";
        fs::write(office.path("programs/mutt"), stub).unwrap();
        let may_run = fs::Permissions::from_mode(0o755);
        fs::set_permissions(office.path("programs/mutt"), may_run).unwrap();
        office.keep_earlier_report();
        office
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_default()
    }

    /// Of a day on which the last nominations had not come yet.
    fn keep_earlier_report(&self) {
        let (list, aside) = (
            self.path("ho-so/de-nghi/01-huyen-loc-ninh.xlsx"),
            self.path("aside.xlsx"),
        );
        fs::rename(&list, &aside).unwrap();
        let output = self.run("thidua check ho-so --format json");
        fs::rename(&aside, &list).unwrap();
        fs::create_dir(self.path("bao-cao")).unwrap();
        fs::write(self.path("bao-cao/2025-01-01.json"), output.stdout).unwrap();
    }

    fn run(&self, script: &str) -> Output {
        let programs = self.path("programs");
        let others = std::env::var("PATH").unwrap_or_default();
        Command::new("bash")
            .args(["--norc", "-c", script])
            .current_dir(self.0.path())
            .env_remove("THIDUA_LANG")
            .env("PATH", format!("{}:{others}", programs.display()))
            .output()
            .expect("bash runs")
    }
}

#[test]
fn the_recipes_for_bash_run_as_they_stand() {
    if !is_there("bash") {
        return;
    }
    for document in DOCUMENTS {
        let office = Office::new();
        let blocks = blocks(document);
        assert_eq!(blocks.len(), 8, "{document}");
        for block in &blocks {
            if block
                .needs
                .as_deref()
                .is_some_and(|needed| !is_there(needed))
            {
                continue;
            }
            let output = office.run(&block.text);
            let said = String::from_utf8_lossy(&output.stderr);
            assert_eq!(
                output.status.code(),
                Some(block.code),
                "{}\n{said}",
                block.text
            );
            assert!(!said.contains("command not found"), "{said}");
        }
        let mail = office.read("mutt.log");
        assert!(mail.contains("-a\nthay-doi.md\n--\n"), "{document}: {mail}");
        assert!(mail.contains("Xã Lộc Thành (communes/25294)"), "{mail}");
        assert!(office.read("thay-doi.md").starts_with("# So sánh"));
        assert_eq!(fs::read_dir(office.path("bao-cao")).unwrap().count(), 2);
        if is_there("jq") {
            assert!(
                office
                    .read("khong-dat.tsv")
                    .contains("communes\t25294\tineligible")
            );
            assert!(office.read("dem.tsv").contains("communes\t"));
            assert!(
                office
                    .read("xau-di.tsv")
                    .contains("nomination\t25294\tnull -> ineligible")
            );
            assert!(
                office
                    .read("khong-dat.csv")
                    .contains("\"communes\",\"25294\"")
            );
        }
    }
}

#[test]
fn both_documents_have_the_same_recipes() {
    let heads = DOCUMENTS.map(|document| {
        let text = fs::read_to_string(root().join(document)).unwrap();
        let fences = text.lines().filter(|line| line.starts_with("```"));
        fences.map(str::to_owned).collect::<Vec<_>>()
    });
    assert!(heads[0].len() > 30);
    assert_eq!(heads[0], heads[1]);
}
