//! `Kiem-tra.cmd`, which a folder is dropped on in Windows: held here as far as it can be without Windows.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at what it did not expect"
)]

use assert_cmd::Command;
use std::fs;
use std::path::Path;
use unicode_normalization::is_nfc;

/// Of the repository.
const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn script() -> String {
    let path = Path::new(ROOT).join("docs/windows/Kiem-tra.cmd");
    String::from_utf8(fs::read(path).expect("the file is there")).expect("UTF-8")
}

#[test]
fn every_line_ends_as_cmd_exe_wants_it() {
    let script = script();
    assert!(script.ends_with("\r\n"));
    assert_eq!(
        script.matches('\n').count(),
        script.matches("\r\n").count(),
        "a bare line feed"
    );
    assert!(!script.replace("\r\n", "").contains('\r'));
}

#[test]
fn no_letter_beyond_ascii_stands_before_the_console_is_told_of_utf_8() {
    let script = script();
    assert!(!script.starts_with('\u{feff}'));
    assert!(is_nfc(&script));
    let (before, after) = script.split_once("\r\nchcp 65001 ").expect("chcp");
    assert!(before.is_ascii());
    assert!(after.contains("Kết quả"));
}

#[test]
fn nothing_jumps_to_a_label_among_letters_of_several_bytes() {
    for line in script().lines().map(|line| line.trim().to_lowercase()) {
        let is_remark = line.starts_with("rem ");
        assert!(
            is_remark
                || !(line.starts_with(':') || line.contains("goto") || line.contains("call ")),
            "{line}"
        );
    }
}

#[test]
fn what_it_runs_is_understood_and_writes_both_files_beside_the_folder() {
    let folder = tempfile::tempdir().expect("a folder");
    let beside = format!("{}/", folder.path().display());
    let script = script();
    let line = script
        .lines()
        .map(str::trim)
        .find(|line| line.starts_with("\"!PROGRAM!\" "))
        .expect("the line that runs the program");
    let arguments: Vec<String> = line
        .split_whitespace()
        .skip(1)
        .map(|word| {
            word.trim_matches('"')
                .replace("!BESIDE!", &beside)
                .replace("!ARGUMENTS!", "examples/binh-phuoc-2025")
        })
        .collect();
    let output = Command::new(env!("CARGO_BIN_EXE_thidua"))
        .current_dir(ROOT)
        .args(&arguments)
        .output()
        .expect("the program runs");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        matches!(output.status.code(), Some(0..=3)),
        "{arguments:?}\n{said}"
    );
    for name in ["ket-qua.html", "ket-qua.xlsx"] {
        assert!(folder.path().join(name).exists(), "{name}");
    }
}

#[test]
fn the_guide_says_how_to_use_it() {
    let guide = fs::read_to_string(Path::new(ROOT).join("docs/huong-dan.md")).expect("the guide");
    for said in [
        "windows/Kiem-tra.cmd",
        "thidua.exe",
        "ket-qua.html",
        "ket-qua.xlsx",
        "THIDUA_NO_PAUSE",
    ] {
        assert!(guide.contains(said), "{said}");
    }
}
