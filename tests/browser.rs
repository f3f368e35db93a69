//! The HTML report in a browser, as clerks meet it: search, filters, order, reasons, keyboard, paper, a telephone, hostile data.
//!
//! The reports are made here through the program; `tests/browser/page.mjs` opens them in a headless Chromium. That needs node, the
//! modules that `npm ci` installs in `tests/browser`, and Chromium. Where one of these is absent nothing is tried, unless
//! `THIDUA_BROWSER=required` stands in the environment. The reports stay in `target/tmp/browser`.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test stops at what it did not expect, and says what it does not try"
)]

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

const CHROMIUM: [&str; 4] = [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/snap/bin/chromium",
];

/// Subjects of the largest page.
const MANY: usize = 10_000;

#[test]
fn the_page_does_in_a_browser_what_it_is_for() {
    let modules = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser");
    let chromium = match browser(&modules) {
        Ok(chromium) => chromium,
        Err(absent) => {
            let is_required = std::env::var_os("THIDUA_BROWSER").is_some_and(|it| it == "required");
            assert!(!is_required, "{absent}");
            eprintln!("not tried in a browser: {absent}");
            return;
        }
    };
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser");
    if folder.exists() {
        std::fs::remove_dir_all(&folder).expect("removed");
    }
    std::fs::create_dir_all(&folder).expect("a folder");
    make_reports(&folder);
    let output = Command::new("node")
        .arg(modules.join("page.mjs"))
        .arg(&folder)
        .arg(chromium)
        .stdin(Stdio::null())
        .output()
        .expect("node runs");
    let said = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}\n{errors}");
    for line in said.lines().filter(|line| line.contains("subjects:")) {
        eprintln!("{line}");
    }
}

/// The browser's path, or what is absent.
fn browser(modules: &Path) -> Result<&'static str, String> {
    let node = Command::new("node")
        .arg("--version")
        .stdout(Stdio::null())
        .status();
    if !node.is_ok_and(|status| status.success()) {
        return Err("node is not installed".to_owned());
    }
    for module in ["playwright-core", "axe-core"] {
        if !modules.join("node_modules").join(module).is_dir() {
            return Err(format!("{module} is absent; run npm ci in tests/browser"));
        }
    }
    let found = CHROMIUM.into_iter().find(|path| Path::new(path).exists());
    found.ok_or_else(|| format!("Chromium is at none of {CHROMIUM:?}"))
}

/// Every report that the browser opens, beside its JSON where that is compared.
fn make_reports(folder: &Path) {
    let example = ["examples/binh-phuoc-2025"];
    report(folder, "vi", &example);
    report(folder, "en", &["examples/binh-phuoc-2025", "--lang", "en"]);
    report(
        folder,
        "redacted",
        &["examples/binh-phuoc-2025", "--redact"],
    );
    let many = folder.join("many.csv");
    std::fs::write(&many, hamlets()).expect("written");
    let many = many.to_string_lossy();
    report(
        folder,
        "many",
        &[&many, "--table", &format!("{many}=hamlets")],
    );
    let rules = folder.join("rules.yaml");
    std::fs::write(&rules, hostile_rules()).expect("written");
    let data = folder.join("hostile");
    std::fs::create_dir(&data).expect("a folder");
    std::fs::write(data.join("hamlets.csv"), hostile_hamlets()).expect("written");
    std::fs::write(data.join(HOSTILE_FILE), hostile_nominations()).expect("written");
    let table = format!("{HOSTILE_FILE}=nominations");
    let arguments = ["hostile", "--rules", "rules.yaml", "--table", &table];
    report(folder, "hostile", &arguments);
}

fn report(folder: &Path, name: &str, arguments: &[&str]) {
    let from = match name {
        "hostile" => folder,
        _ => Path::new(env!("CARGO_MANIFEST_DIR")),
    };
    let mut command = Command::new(env!("CARGO_BIN_EXE_thidua"));
    command
        .env_remove("THIDUA_LANG")
        .current_dir(from)
        .arg("check")
        .args(arguments)
        .args(["--as-of", "2025-11-01", "--quiet", "-o"])
        .arg(folder.join(format!("{name}.html")));
    if name != "many" {
        command.arg("-o").arg(folder.join(format!("{name}.json")));
    }
    let output = command.output().expect("the program runs");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        matches!(output.status.code(), Some(0..=3)),
        "{name}: {said}"
    );
}

/// Hamlets with every column that their criteria read; all figures are made up.
fn hamlets() -> String {
    let mut text = String::from(
        "code,name,commune,programme_effective,living_conditions_improved,models_built",
    );
    for year in 2021..=2025 {
        let _ = write!(
            text,
            ",households_{year},poor_{year},near_poor_{year},relapsed_{year},party_rating_{year}"
        );
    }
    for row in 0..MANY {
        let _ = write!(text, "\nT{row:06},Ấp {row},25195,yes,yes,{}", row % 3);
        for year in 0..5 {
            let poor = 60 - year * (row % 12);
            let near_poor = 20 - year * 3;
            let _ = write!(text, ",{},{poor},{near_poor},0,HTTNV", 200 + row % 50);
        }
    }
    text
}

/// What would run, draw or reorder something if a page took it for more than text.
const HOSTILE: [&str; 8] = [
    "</script><script>ran=1;alert(1)</script>",
    "<img src=x onerror=ran=1>",
    "\"\"><b>đậm</b>",
    "'><i onmouseover='ran=1'>",
    "ấp \u{202e}nược\u{202c} \u{2066}1\u{2069}",
    "ấp \u{1b}[31mđỏ\u{1b}[0m\u{7}",
    "{{7*7}} ${ran} &lt;b&gt; <!-- -->",
    "javascript:ran=1//",
];
const HOSTILE_FILE: &str = "<img src=x onerror=ran=1>\"><b>.csv";

fn hostile_hamlets() -> String {
    let mut text = String::from("code,name,commune,poor_2021,poor_2025\n");
    let long = "ươ".repeat(20_000);
    for (row, name) in HOSTILE.into_iter().chain([long.as_str()]).enumerate() {
        let _ = writeln!(text, "T{row},\"{name}\",\"{name}\",\"{name}\",{row}");
    }
    text
}

fn hostile_nominations() -> String {
    let mut text = String::from("no,subject,code,name,class,submitted_by\n");
    for (row, name) in HOSTILE.into_iter().enumerate() {
        let _ = writeln!(
            text,
            "{row},hamlets,T{row},\"{name}\",collective,\"{name}\""
        );
    }
    text
}

/// The shipped rules with a title, a criterion and a clause that hold markup.
fn hostile_rules() -> String {
    let markup = "</script><script>ran=1</script><b title=\\\"x\\\">đậm</b>";
    format!(
        r#"format: 1
id: hostile
version: "1"
title: "Thử {markup}"
extends: binh-phuoc-2021-2025
sources:
  THU: {{ title: "{markup}" }}
criteria:
  hamlets:
    all:
      - id: THU.1
        cite: "THU {markup}"
        says: "{markup}"
        require: poor[review] < poor[start]
        reading: {{ vi: "{markup}", en: "{markup}", confirm: true }}
        examples:
          - {{ poor: {{ start: 2, review: 1 }}, gives: met }}
          - {{ poor: {{ start: 1, review: 1 }}, gives: not_met }}
"#
    )
}
