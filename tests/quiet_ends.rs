//! Every command with outputs that fail: readers that go away early end it quietly, a full disk with 5 and a sentence.
#![cfg(unix)]
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test stops at what it did not expect"
)]

use std::io::Read;
use std::process::{Command, Output, Stdio};

const DATA: &str = "examples/bac-ninh-2022-2025";
const RULES: &str = "bac-ninh-2022-2025";

/// A line for each command, and whether standard output holds more than a pipe does at once.
fn commands(report: &str) -> Vec<Vec<String>> {
    let judged = ["--rules", RULES, "--as-of", "2025-11-01"];
    let data = |command: &str, more: &[&str]| {
        let all = [&[command, DATA][..], &judged, more].concat();
        all.into_iter().map(str::to_owned).collect()
    };
    let plain = |all: &[&str]| all.iter().map(|word| (*word).to_owned()).collect();
    vec![
        data("check", &[]),
        data("check", &["--format", "json"]),
        data("check", &["--quiet"]),
        data("progress", &[]),
        data("progress", &["--format", "json"]),
        plain(&["explain", "V.2.3.e"]),
        plain(&["diff", report, report]),
        plain(&["diff", report, report, "--format", "md"]),
        plain(&["diff", report, report, "--format", "json"]),
        plain(&["rules", "list"]),
        plain(&["rules", "lint", RULES]),
        plain(&["rules", "test", RULES]),
        plain(&["rules", "new"]),
        plain(&["rules", "schema"]),
        plain(&["completions", "bash"]),
        plain(&["completions", "zsh"]),
        plain(&["man"]),
        plain(&["--help"]),
        plain(&["--version"]),
    ]
}

fn thidua(arguments: &[String]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_thidua"));
    command
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_remove("THIDUA_LANG")
        .args(arguments);
    command
}

/// A report to compare, in a folder that lives as long as the test.
fn report() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report.json").display().to_string();
    let all = [
        "check",
        DATA,
        "--rules",
        RULES,
        "--as-of",
        "2025-11-01",
        "--format",
        "json",
    ];
    let output = thidua(&all.map(str::to_owned)).output().unwrap();
    std::fs::write(&path, output.stdout).unwrap();
    (folder, path)
}

fn is_without_fault(output: &Output, arguments: &[String]) {
    let text = String::from_utf8_lossy(&output.stderr);
    assert_ne!(output.status.code(), Some(70), "{arguments:?}: {text}");
    assert!(output.status.code().is_some(), "{arguments:?} was killed");
    assert!(!text.contains("panicked"), "{arguments:?}: {text}");
}

#[test]
fn quiet_prints_counts_and_the_result_and_names_nobody() {
    let data = "examples/binh-phuoc-2025";
    let cases: [(&[&str], &str); 4] = [
        (&["check", data], "Kết quả: "),
        (&["progress", data], "Chỉ tiêu: "),
        (&["explain", "V.2.3.e", data], "V.2.3.e: "),
        (&["explain", "communes/25216", data], "không đủ điều kiện"),
    ];
    for (command, expected) in cases {
        let all: Vec<String> = command
            .iter()
            .chain(&["--as-of", "2025-11-01", "--quiet"])
            .map(|word| (*word).to_owned())
            .collect();
        let output = thidua(&all).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(text.contains(expected), "{command:?}: {text}");
        for detail in ["II.1.0a", "VI.2.collectives", "25294", "Căn cứ", ".xlsx!"] {
            assert!(!text.contains(detail), "{command:?}: {detail} in {text}");
        }
        let loud: Vec<String> = all[..all.len() - 1].to_vec();
        let loud = thidua(&loud).output().unwrap();
        assert_eq!(loud.status.code(), output.status.code(), "{command:?}");
    }
}

#[test]
fn a_reader_that_is_gone_ends_every_command_quietly() {
    let (_folder, report) = report();
    for arguments in commands(&report) {
        let usual = thidua(&arguments).output().unwrap();
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output = thidua(&arguments).stdout(writer).output().unwrap();
        is_without_fault(&output, &arguments);
        assert_eq!(output.status.code(), usual.status.code(), "{arguments:?}");
        assert_eq!(output.stderr, usual.stderr, "{arguments:?}");
    }
}

#[test]
fn a_reader_that_takes_the_first_line_alone_ends_every_command_quietly() {
    let (_folder, report) = report();
    for arguments in commands(&report) {
        let usual = thidua(&arguments).output().unwrap();
        let mut child = thidua(&arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut first = [0];
        let mut out = child.stdout.take().unwrap();
        let count = out.read(&mut first).unwrap();
        drop(out);
        let output = child.wait_with_output().unwrap();
        is_without_fault(&output, &arguments);
        assert_eq!(count, first.len().min(usual.stdout.len()), "{arguments:?}");
        assert_eq!(output.status.code(), usual.status.code(), "{arguments:?}");
    }
}

#[test]
fn messages_that_nobody_reads_stop_no_command() {
    let (_folder, report) = report();
    let mut all = commands(&report);
    all.push(vec!["--xyzzy".to_owned()]);
    all.push(vec!["check".to_owned(), "khong-co".to_owned()]);
    for arguments in all {
        let usual = thidua(&arguments).output().unwrap();
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output = thidua(&arguments).stderr(writer).output().unwrap();
        is_without_fault(&output, &arguments);
        assert_eq!(output.status.code(), usual.status.code(), "{arguments:?}");
        assert_eq!(output.stdout, usual.stdout, "{arguments:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_ends_every_command_with_5_and_a_sentence() {
    let full = || {
        let mut options = std::fs::OpenOptions::new();
        options.write(true).open("/dev/full").unwrap()
    };
    let (_folder, report) = report();
    for arguments in commands(&report) {
        let usual = thidua(&arguments).output().unwrap();
        if usual.stdout.is_empty() {
            continue;
        }
        let output = thidua(&arguments).stdout(full()).output().unwrap();
        is_without_fault(&output, &arguments);
        assert_eq!(output.status.code(), Some(5), "{arguments:?}");
        let text = String::from_utf8_lossy(&output.stderr);
        assert!(text.contains("cli/not-written"), "{arguments:?}: {text}");
        let both = thidua(&arguments).stdout(full()).stderr(full()).output();
        assert_eq!(both.unwrap().status.code(), Some(5), "{arguments:?}");
    }
}
