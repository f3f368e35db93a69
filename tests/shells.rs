//! `completions` and `man`, as shells and `man` take them. What needs a shell that is not there looks at the text alone.
#![cfg(unix)]
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test stops at what it did not expect"
)]

use std::path::Path;
use std::process::{Command, Output, Stdio};

const SHELLS: [&str; 5] = ["bash", "zsh", "fish", "powershell", "elvish"];
const COMMANDS: [&str; 7] = [
    "check",
    "progress",
    "explain",
    "diff",
    "rules",
    "completions",
    "man",
];

fn thidua(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_thidua"))
        .env_remove("THIDUA_LANG")
        .args(arguments)
        .output()
        .expect("the program runs")
}

fn printed(arguments: &[&str]) -> String {
    let output = thidua(arguments);
    assert!(output.status.success() && output.stderr.is_empty());
    String::from_utf8(output.stdout).unwrap()
}

fn is_there(program: &str) -> bool {
    let paths = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&paths).any(|folder| folder.join(program).is_file())
}

/// What a program prints on both outputs for a file.
fn judged_by(program: &str, arguments: &[&str], file: &Path) -> String {
    let output = Command::new(program)
        .args(arguments)
        .arg(file)
        .stdin(Stdio::null())
        .output()
        .expect("it runs");
    let text = [output.stdout, output.stderr].concat();
    String::from_utf8_lossy(&text).into_owned()
}

/// What bash offers behind these words.
fn offered(script: &Path, words: &[&str]) -> Vec<String> {
    let program = r#"
        source "$1"; shift
        complete -p thidua >/dev/null || exit 1
        COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
        _thidua thidua "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
        printf '%s\n' "${COMPREPLY[@]}"
    "#;
    let output = Command::new("bash")
        .args(["--norc", "-c", program, "bash"])
        .arg(script)
        .args(words)
        .output()
        .expect("bash runs");
    assert!(output.status.success(), "{output:?}");
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().map(str::to_owned).collect()
}

#[test]
fn every_shell_has_a_script_that_names_every_command_in_both_languages() {
    for shell in SHELLS {
        for (language, word) in [("vi", "So sánh"), ("en", "Compares")] {
            let script = printed(&["completions", shell, "--lang", language]);
            for command in COMMANDS {
                assert!(script.contains(command), "{shell}: {command}");
            }
            assert!(shell == "bash" || script.contains(word), "{shell}");
        }
    }
}

#[test]
fn another_shell_is_a_wrong_command_line() {
    let output = thidua(&["completions", "tcsh"]);
    assert_eq!(output.status.code(), Some(64));
    let text = String::from_utf8(output.stderr).unwrap();
    assert!(text.contains("cli/value-not-allowed") && text.contains("powershell"));
    assert_eq!(thidua(&["completions"]).status.code(), Some(64));
}

#[test]
fn bash_completes_commands_options_and_values() {
    if !is_there("bash") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let script = folder.path().join("thidua.bash");
    std::fs::write(&script, printed(&["completions", "bash"])).unwrap();
    for (words, expected) in [
        (&["thidua", "ch"][..], &["check"][..]),
        (&["thidua", "check", "--form"], &["--format"]),
        (&["thidua", "check", "--format", ""], &["text", "json"]),
        (&["thidua", "check", "x", "--lang", ""], &["vi", "en"]),
        (&["thidua", "ho-so", "--roun"], &["--round"]),
        (&["thidua", "--lang", "en", "dif"], &["diff"]),
        (&["thidua", "diff", "--format", "m"], &["md"]),
        (&["thidua", "rules", "l"], &["list", "lint"]),
        (&["thidua", "completions", "p"], &["powershell"]),
    ] {
        let offered = offered(&script, words);
        for word in expected {
            assert!(
                offered.contains(&(*word).to_owned()),
                "{words:?}: {offered:?}"
            );
        }
    }
}

#[test]
fn zsh_and_fish_find_no_fault_in_their_scripts() {
    let folder = tempfile::tempdir().unwrap();
    for shell in ["zsh", "fish"] {
        for language in ["vi", "en"] {
            let script = folder.path().join(shell);
            let text = printed(&["completions", shell, "--lang", language]);
            assert!(!text.is_empty());
            std::fs::write(&script, text).unwrap();
            if is_there(shell) {
                assert_eq!(judged_by(shell, &["-n"], &script), "", "{shell}");
            }
        }
    }
}

#[test]
fn the_manual_says_every_command_option_and_exit_code() {
    for language in ["vi", "en"] {
        let page = printed(&["man", "--lang", language]);
        assert!(page.contains(".TH THIDUA 1 "), "{page}");
        for command in COMMANDS {
            assert!(
                page.contains(&format!(".SS \"thidua {command}\"\n")),
                "{command}"
            );
        }
        for word in [
            "THIDUA_LANG",
            "NO_COLOR",
            "\\-\\-as\\-of",
            "\\-\\-lang",
            "64",
            "70",
        ] {
            assert!(page.contains(word), "{word}");
        }
    }
}

#[test]
fn mandoc_and_man_find_no_fault_in_the_manual() {
    let folder = tempfile::tempdir().unwrap();
    for language in ["vi", "en"] {
        let page = folder.path().join("thidua.1");
        let text = printed(&["man", "--lang", language]);
        assert!(text.lines().all(|line| !line.starts_with(".SH \"man-")));
        std::fs::write(&page, text).unwrap();
        if is_there("mandoc") {
            assert_eq!(judged_by("mandoc", &["-Tlint"], &page), "");
        }
        if is_there("groff") {
            let faults = judged_by("groff", &["-Kutf8", "-man", "-Tutf8", "-ww", "-z"], &page);
            assert_eq!(faults, "");
        }
    }
}
