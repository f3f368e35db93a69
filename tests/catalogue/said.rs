//! What the program says on the way to a code.

use crate::way::{Around, Reach, Request, Way};
use serde_json::Value;
use std::cell::Cell;
use std::ffi::OsString;
use std::io::{self, ErrorKind, Write};
use std::path::Path;
use thidua::cli::{World, run};
use thidua::diagnostic::{Diagnostic, Severity};
use thidua::locale::Locale;
use thidua::text::Language;

/// What the program says with a code, as it would on a terminal.
pub(crate) struct Said {
    vietnamese: String,
    english: String,
}

impl Said {
    pub(crate) fn in_language(&self, language: Language) -> &str {
        match language {
            Language::Vietnamese => &self.vietnamese,
            Language::English => &self.english,
        }
    }
}

/// What the program says with that code on the way to it; none if it does not say it.
pub(crate) fn said(way: &Way) -> Option<Said> {
    let in_both = |say: &dyn Fn(Language) -> Option<String>| {
        Some(Said {
            vietnamese: say(Language::Vietnamese)?,
            english: say(Language::English)?,
        })
    };
    match &way.reach {
        Reach::Not(..) => None,
        Reach::Run(request) => in_both(&|language| spoken(request, language, way.code)),
        Reach::Piece(say) => {
            let finding = Some(say()).filter(|finding| finding.code == way.code)?;
            in_both(&|language| Some(written(&finding, &Locale::new(language))))
        }
    }
}

fn written(finding: &Diagnostic, locale: &Locale) -> String {
    let places = finding.places.iter().map(ToString::to_string).collect();
    let help = locale.help(finding).unwrap_or_default();
    lines(locale, finding, (places, locale.sentence(finding), help))
}

fn spoken(request: &Request, language: Language, code: &str) -> Option<String> {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, bytes) in &request.files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, bytes).expect("written");
    }
    let (out, err) = printed(request, language, folder.path());
    let locale = Locale::new(language);
    let found = in_report(&out, code, &locale).or_else(|| in_messages(&err, code));
    let prefix = format!("{}/", folder.path().display());
    found.map(|text| text.replace(&prefix, ""))
}

/// Standard output and standard error of the run.
fn printed(request: &Request, language: Language, folder: &Path) -> (String, String) {
    let path = |argument: &OsString| match argument.to_str().and_then(|a| a.strip_prefix('@')) {
        Some(name) => folder.join(name).into_os_string(),
        None => argument.clone(),
    };
    let arguments: Vec<OsString> = request.arguments.iter().map(path).collect();
    let named = match request.world {
        Around::Language(other) => other,
        Around::Usual | Around::FullDisk | Around::Fault => language.code(),
    };
    let mut out = Outside {
        text: Vec::new(),
        world: request.world,
        met: Cell::new(false),
    };
    let mut err = Vec::new();
    run(
        arguments.into_iter(),
        &mut World {
            stdout: &mut out,
            stderr: &mut err,
            environment: &|name| (name == "THIDUA_LANG").then(|| named.to_owned()),
            today: chrono::NaiveDate::from_ymd_opt(2025, 11, 1).expect("a day"),
            terminal: None,
            stderr_is_terminal: false,
        },
    );
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
    (text(out.text), text(err))
}

/// Standard output, as the world has it.
struct Outside {
    text: Vec<u8>,
    world: Around,
    met: Cell<bool>,
}

impl Write for Outside {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self.world {
            Around::FullDisk => return Err(ErrorKind::StorageFull.into()),
            Around::Fault if !self.met.replace(true) => panic!("a fault on purpose"),
            Around::Usual | Around::Fault | Around::Language(_) => {}
        }
        self.text.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The first finding with that code in a JSON report, written as messages are.
fn in_report(out: &str, code: &str, locale: &Locale) -> Option<String> {
    let report: Value = serde_json::from_str(out).ok()?;
    let findings = report["diagnostics"].as_array()?;
    let found = findings.iter().find(|finding| finding["code"] == code)?;
    let text = |key: &str| found[key].as_str().unwrap_or_default().to_owned();
    let severity = match found["severity"].as_str()? {
        "error" => Severity::Error,
        "warning" => Severity::Warning,
        _ => Severity::Note,
    };
    let finding = Diagnostic {
        code: thidua::cli::problem::catalogues()
            .into_iter()
            .flatten()
            .find(|entry| entry.code == code)?
            .code,
        severity,
        arguments: Vec::new(),
        places: Vec::new(),
        value: None,
    };
    let places = found["places"].as_array()?.iter().map(place).collect();
    Some(lines(
        locale,
        &finding,
        (places, text("message"), text("help")),
    ))
}

fn place(place: &Value) -> String {
    let text = |key: &str| place[key].as_str().unwrap_or_default();
    let mut shown = text("file").to_owned();
    if !text("sheet").is_empty() {
        shown.push_str(&format!("!{}", text("sheet")));
    }
    if !text("cell").is_empty() {
        shown.push_str(&format!("!{}", text("cell")));
    } else if let Some(row) = place["row"].as_u64() {
        shown.push_str(&format!("!{row}:{row}"));
    } else if let Some(line) = place["line"].as_u64() {
        shown.push_str(&format!(":{line}:{}", place["column"]));
    }
    shown
}

/// Places, sentence and help, as a terminal shows them.
fn lines(
    locale: &Locale,
    finding: &Diagnostic,
    (places, sentence, help): (Vec<String>, String, String),
) -> String {
    let severity = locale.label(&format!("severity-{}", finding.severity.word()));
    let first = places.first().map(|place| format!("{place}: "));
    let mut text = format!(
        "{severity}[{}]: {}{sentence}",
        finding.code,
        first.unwrap_or_default()
    );
    for place in places.iter().skip(1) {
        text.push_str(&format!("\n  = {}: {place}", locale.label("show-also")));
    }
    text.push_str(&format!("\n  = {}: {help}", locale.label("show-help")));
    text
}

/// The first message with that code on standard error, as it stands there.
fn in_messages(err: &str, code: &str) -> Option<String> {
    let mut lines = err
        .lines()
        .skip_while(|line| !line.contains(&format!("[{code}]: ")));
    let mut text = lines.next()?.to_owned();
    for line in lines.take_while(|line| {
        line.starts_with([' ', '|', '.']) || line.starts_with(|c: char| c.is_ascii_digit())
    }) {
        text.push('\n');
        text.push_str(line.trim_end());
    }
    Some(text)
}
