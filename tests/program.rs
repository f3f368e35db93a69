//! The program itself, as scripts meet it: outputs that fail, readers that go away.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop where it finds something missing"
)]

use assert_cmd::Command;

fn thidua() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_thidua"));
    command.env_remove("THIDUA_LANG");
    command
}

#[test]
fn version_and_help_go_to_standard_output() {
    thidua()
        .arg("--version")
        .assert()
        .success()
        .stdout(concat!("thidua ", env!("CARGO_PKG_VERSION"), "\n"))
        .stderr("");
    thidua()
        .args(["--help", "--lang", "en"])
        .assert()
        .success()
        .stderr("");
}

#[test]
fn a_wrong_command_line_ends_with_64() {
    thidua().arg("--xyzzy").assert().code(64).stdout("");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_ends_with_5() {
    let full = std::fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let status = std::process::Command::new(env!("CARGO_BIN_EXE_thidua"))
        .arg("--help")
        .stdout(full)
        .stderr(std::process::Stdio::null())
        .status()
        .unwrap();
    assert_eq!(status.code(), Some(5));
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_thidua"))
        .arg("--help")
        .stdout(writer)
        .output()
        .unwrap();
    assert_eq!(
        (output.status.code(), output.stderr.as_slice()),
        (Some(0), &b""[..])
    );
}
