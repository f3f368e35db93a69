//! Files that a run writes: whole or not at all, never over what is read, never read as data themselves.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at what it did not expect"
)]

use assert_cmd::Command;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use thidua::report::FORMATS;

/// Two communes and no more.
const COMMUNES: &str =
    "code,name,poor_2021,poor_2025\n25294,Xã Lộc Thành,100,50\n25297,Xã Lộc Thái,90,10\n";

fn thidua() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_thidua"));
    command.env_remove("THIDUA_LANG");
    command
}

/// A folder with data in it, and a folder for results beside.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("xa")).unwrap();
        fs::create_dir(folder.path().join("ket-qua")).unwrap();
        fs::write(folder.path().join("xa/communes.csv"), COMMUNES).unwrap();
        Desk { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// `check xa` with more arguments, run in the folder.
    fn check(&self, more: &[&str]) -> Command {
        let mut command = thidua();
        command
            .current_dir(self.folder.path())
            .args(["check", "xa", "--as-of", "2025-11-01"])
            .args(more);
        command
    }

    fn names(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.path(folder)).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

fn code_of(command: &mut Command) -> i32 {
    command.output().unwrap().status.code().unwrap()
}

#[test]
fn every_form_is_written_and_nothing_else_is_left_behind() {
    let desk = Desk::new();
    let mut command = desk.check(&["-q"]);
    for format in FORMATS {
        command.args(["-o", &format!("ket-qua/a.{}", format.ending)]);
    }
    command.assert().code(2).stderr("");
    let mut expected: Vec<String> = FORMATS
        .iter()
        .map(|format| format!("a.{}", format.ending))
        .collect();
    expected.sort();
    assert_eq!(desk.names("ket-qua"), expected);
}

#[test]
fn an_output_that_is_read_is_refused_before_anything_is_written() {
    let desk = Desk::new();
    let refused = [
        "xa/communes.csv",
        "./xa/../xa/communes.csv",
        "ket-qua/../xa/communes.csv",
    ];
    for output in refused {
        desk.check(&["-o", "ket-qua/a.html", "-o", output])
            .assert()
            .code(4);
        assert_eq!(
            fs::read_to_string(desk.path("xa/communes.csv")).unwrap(),
            COMMUNES
        );
        assert!(desk.names("ket-qua").is_empty());
    }
}

#[cfg(unix)]
#[test]
fn a_link_to_what_is_read_is_what_is_read() {
    let desk = Desk::new();
    std::os::unix::fs::symlink(desk.path("xa/communes.csv"), desk.path("ket-qua/a.csv")).unwrap();
    desk.check(&["-o", "ket-qua/a.csv"]).assert().code(4);
    assert_eq!(
        fs::read_to_string(desk.path("xa/communes.csv")).unwrap(),
        COMMUNES
    );
}

#[test]
fn the_files_of_a_rule_set_are_read_too() {
    let desk = Desk::new();
    for file in ["binh-phuoc-2021-2025.yaml", "binh-phuoc-units.csv"] {
        fs::copy(Path::new("rules").join(file), desk.path(file)).unwrap();
    }
    let before = fs::read(desk.path("binh-phuoc-units.csv")).unwrap();
    desk.check(&[
        "-r",
        "binh-phuoc-2021-2025.yaml",
        "-o",
        "binh-phuoc-units.csv",
    ])
    .assert()
    .code(4);
    assert_eq!(fs::read(desk.path("binh-phuoc-units.csv")).unwrap(), before);
}

#[test]
fn a_report_in_the_folder_of_the_data_is_replaced_and_never_read() {
    let desk = Desk::new();
    let outputs: Vec<String> = FORMATS
        .iter()
        .map(|format| format!("xa/bao-cao.{}", format.ending))
        .collect();
    let run = || {
        let mut command = desk.check(&["-q"]);
        for output in &outputs {
            command.args(["-o", output]);
        }
        command.assert().code(2);
        let read = |output: &String| fs::read(desk.path(output)).unwrap();
        outputs.iter().map(read).collect::<Vec<_>>()
    };
    let (first, second) = (run(), run());
    let told = desk.check(&["--format", "json"]).output().unwrap().stdout;
    let told: serde_json::Value = serde_json::from_slice(&told).unwrap();
    assert_eq!(
        told["inputs"].as_array().unwrap().len(),
        1,
        "the data alone"
    );
    // The second report lists the first among what was left aside; the list of subjects is the same.
    let list = FORMATS
        .iter()
        .position(|format| format.name == "csv")
        .unwrap();
    assert_eq!(first[list], second[list]);
}

#[test]
fn a_file_that_cannot_be_written_keeps_no_other_from_being_written() {
    let desk = Desk::new();
    fs::create_dir(desk.path("ket-qua/thu-muc.html")).unwrap();
    let output = desk
        .check(&[
            "-q",
            "-o",
            "khong-co/a.html",
            "-o",
            "ket-qua/thu-muc.html",
            "-o",
            "ket-qua/a.csv",
        ])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(5));
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(said.matches("cli/file-not-written").count(), 2, "{said}");
    assert!(
        said.contains("khong-co/a.html") && said.contains("thu-muc.html"),
        "{said}"
    );
    assert_eq!(desk.names("ket-qua"), ["a.csv", "thu-muc.html"]);
}

#[test]
fn a_request_that_cannot_be_met_leaves_older_reports_as_they_are() {
    let desk = Desk::new();
    fs::write(desk.path("ket-qua/a.html"), "older").unwrap();
    desk.check(&[
        "--round",
        "khong-co",
        "-o",
        "ket-qua/a.html",
        "-o",
        "ket-qua/a.json",
    ])
    .assert()
    .code(4);
    assert_eq!(
        fs::read_to_string(desk.path("ket-qua/a.html")).unwrap(),
        "older"
    );
    let document = fs::read(desk.path("ket-qua/a.json")).unwrap();
    let document: serde_json::Value = serde_json::from_slice(&document).unwrap();
    assert_eq!(
        (&document["exit_code"], &document["complete"]),
        (&4.into(), &true.into())
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_standard_output_does_not_keep_files_from_being_written() {
    let desk = Desk::new();
    let full = fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_thidua"))
        .current_dir(desk.folder.path())
        .args([
            "check",
            "xa",
            "--as-of",
            "2025-11-01",
            "-o",
            "ket-qua/a.html",
        ])
        .stdout(full)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(5));
    assert!(
        String::from_utf8(output.stderr)
            .unwrap()
            .contains("cli/not-written")
    );
    assert!(
        fs::read_to_string(desk.path("ket-qua/a.html"))
            .unwrap()
            .ends_with("</html>")
    );
}

/// The system lets the writer have a few kilobytes and no more, as a full disk or a quota does.
#[cfg(unix)]
#[test]
fn a_full_disk_leaves_the_older_file_and_no_part_of_the_newer() {
    for format in FORMATS.iter().filter(|format| format.name != "csv") {
        let desk = Desk::new();
        let name = format!("ket-qua/a.{}", format.ending);
        fs::write(desk.path(&name), "older").unwrap();
        let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/binh-phuoc-2025");
        let script = format!(
            "trap '' XFSZ; ulimit -f 8; exec '{}' check '{}' --as-of 2025-11-01 -q --show all -o '{name}'",
            env!("CARGO_BIN_EXE_thidua"),
            example.display()
        );
        let output = std::process::Command::new("bash")
            .args(["-c", &script])
            .current_dir(desk.folder.path())
            .stdout(Stdio::null())
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(5), "{}", format.name);
        assert_eq!(fs::read_to_string(desk.path(&name)).unwrap(), "older");
        assert_eq!(desk.names("ket-qua").len(), 1, "{}", format.name);
    }
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_is_said_to_be_so() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    let locked = desk.path("ket-qua");
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o555)).unwrap();
    // An administrator may write even there, but nobody may in the system's own folder of processes.
    let is_locked = fs::write(locked.join("thu"), "").is_err();
    let output = if is_locked {
        "ket-qua/a.html"
    } else {
        "/proc/a.html"
    };
    assert_eq!(code_of(&mut desk.check(&["-q", "-o", output])), 5);
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o755)).unwrap();
}

/// The program is stopped as hard as can be while its unfinished file stands there.
#[cfg(unix)]
#[test]
fn a_kill_before_the_move_leaves_the_older_file() {
    let desk = Desk::new();
    let mut many = "code,name,commune\n".to_owned();
    for number in 0..20_000 {
        many.push_str(&format!("T{number},Ấp {number},25294\n"));
    }
    fs::write(desk.path("xa/hamlets.csv"), many).unwrap();
    fs::write(desk.path("ket-qua/a.html"), "older").unwrap();
    let mut running = std::process::Command::new(env!("CARGO_BIN_EXE_thidua"))
        .current_dir(desk.folder.path())
        .args([
            "check",
            "xa",
            "--as-of",
            "2025-11-01",
            "-q",
            "-o",
            "ket-qua/a.html",
        ])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    while desk.names("ket-qua").len() < 2 {
        assert!(
            running.try_wait().unwrap().is_none(),
            "it writes beside the file first"
        );
    }
    running.kill().unwrap();
    running.wait().unwrap();
    assert_eq!(
        fs::read_to_string(desk.path("ket-qua/a.html")).unwrap(),
        "older"
    );
    let left: Vec<String> = desk.names("ket-qua");
    assert!(left[0].starts_with(".thidua-"), "{left:?}");
    // What is left behind is hidden, so it is never read as data.
    fs::write(desk.path("ket-qua/communes.csv"), COMMUNES).unwrap();
    thidua()
        .current_dir(desk.folder.path())
        .args(["check", "ket-qua", "--as-of", "2025-11-01", "-q"])
        .assert()
        .code(2);
}
