//! The program run on a file with little memory and time.
//!
//! In: a file or folder. Out: how the run ended and what it said.

use serde_json::Value;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Addresses that the program may take, in KiB: 512 MiB to work in, the rest for its own text and the stacks of threads, which are
/// asked for and not used.
const ADDRESSES: u64 = 768 << 10;

/// Whether the system holds a program to so many addresses.
pub(crate) const IS_LIMITED: bool = cfg!(target_os = "linux");

/// How a run ended.
pub(crate) struct Run {
    /// None if a signal ended it, or it took too long.
    code: Option<i32>,
    out: String,
    err: String,
}

/// Checks it with the default rules.
pub(crate) fn check(path: &Path, longest: Duration) -> Run {
    let folder = tempfile::tempdir().expect("a folder");
    let [out, err] = ["out", "err"].map(|name| folder.path().join(name));
    let to = |path: &Path| Stdio::from(std::fs::File::create(path).expect("a file"));
    let program = Path::new(env!("CARGO_BIN_EXE_thidua"));
    let mut command = match IS_LIMITED {
        true => Command::new("sh"),
        false => Command::new(program),
    };
    if IS_LIMITED {
        let limited = format!("ulimit -v {ADDRESSES}; exec \"$0\" \"$@\"");
        command.arg("-c").arg(limited).arg(program);
    }
    let mut run = command
        .arg("check")
        .arg(path)
        .args(["--format", "json"])
        // Each thread would reserve addresses for memory of its own.
        .env("MALLOC_ARENA_MAX", "1")
        .env("RAYON_NUM_THREADS", "2")
        .env("THIDUA_LANG", "vi")
        .stdin(Stdio::null())
        .stdout(to(&out))
        .stderr(to(&err))
        .spawn()
        .expect("a shell");
    let began = Instant::now();
    let status = loop {
        match run.try_wait().expect("waited for") {
            Some(status) => break status,
            None if began.elapsed() > longest => {
                run.kill().expect("ended");
                break run.wait().expect("waited for");
            }
            None => sleep(Duration::from_millis(5)),
        }
    };
    let text = |path: &Path| std::fs::read_to_string(path).expect("text");
    Run {
        code: status.code(),
        out: text(&out),
        err: text(&err),
    }
}

impl Run {
    /// Code and file of all that was said.
    pub(crate) fn findings(&self) -> Vec<(String, String)> {
        let report: Value = serde_json::from_str(&self.out).unwrap_or_default();
        let findings = report["diagnostics"]
            .as_array()
            .cloned()
            .unwrap_or_default();
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        findings
            .iter()
            .map(|finding| (text(&finding["code"]), text(&finding["places"][0]["file"])))
            .collect()
    }

    /// What is wrong with the end of the run, if something is: it must say the code if there is one, and end as it does on its own.
    pub(crate) fn difference(&self, expected: Option<&str>) -> Option<String> {
        const FAULT: i32 = 70;
        let Run { code, err, .. } = self;
        let findings = self.findings();
        let said = |code| findings.iter().any(|(said, _)| said == code);
        let is_sound = code.is_some_and(|code| code < FAULT) && expected.is_none_or(said);
        (!is_sound).then(|| format!("ended with {code:?}, said {findings:?}\n{err}"))
    }
}
