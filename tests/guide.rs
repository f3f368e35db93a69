//! What the guide for clerks shows is what the program does.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at what it did not expect"
)]

use assert_cmd::Command;
use std::fs;
use std::path::{Path, PathBuf};

/// Of the repository.
const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn guide() -> String {
    fs::read_to_string(Path::new(ROOT).join("docs/huong-dan.md")).expect("the guide is there")
}

/// A command that the guide shows, with what is shown under it. `…` on a line of its own stands for lines left out.
struct Step {
    command: String,
    shown: String,
}

/// The commands, in the order in which a reader meets them.
fn steps(guide: &str) -> Vec<Step> {
    let mut found: Vec<Step> = Vec::new();
    let mut block = None;
    for line in guide.lines() {
        match (line.strip_prefix("```"), block) {
            (Some(language), None) => block = Some(language),
            (Some(_), Some(_)) => block = None,
            (None, Some("")) if line.starts_with("thidua ") => found.push(Step {
                command: line.to_owned(),
                shown: String::new(),
            }),
            (None, Some("")) => {
                let step = found.last_mut().expect("a block begins with a command");
                step.shown.push_str(line);
                step.shown.push('\n');
            }
            (None, Some(_) | None) => {}
        }
    }
    found
}

/// The words of a command as a command window takes them apart.
fn words(command: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for letter in command.chars() {
        match letter {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            other => {
                if let Some(word) = words.last_mut() {
                    word.push(other);
                }
            }
        }
    }
    words
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("copied");
        }
    }
}

/// What the guide says that a district sent in after the first run.
fn the_answer_comes_in(submissions: &Path) {
    let file = submissions.join("ho-gia-dinh/ho-gia-dinh.csv");
    let before = fs::read_to_string(&file).expect("the households");
    let after = before.replace("HO12;Hộ số 12;25408;;", "HO12;Hộ số 12;25408;Hộ nghèo;");
    assert_ne!(before, after, "the example has no gap for HO12");
    fs::write(file, after).expect("written");
}

/// What is wrong with a step, if anything is.
fn fault(step: &Step, folder: &Path) -> Option<String> {
    let output = Command::new(env!("CARGO_BIN_EXE_thidua"))
        .current_dir(folder)
        .env_remove("THIDUA_LANG")
        .args(words(&step.command).into_iter().skip(1))
        .output()
        .expect("the program runs");
    let printed = String::from_utf8(output.stdout).expect("text");
    if !matches!(output.status.code(), Some(0..=2)) {
        let said = String::from_utf8_lossy(&output.stderr);
        return Some(format!(
            "{}: {:?}\n{printed}{said}",
            step.command, output.status
        ));
    }
    let mut rest = printed.as_str();
    for piece in step.shown.split("…\n") {
        match rest.find(piece) {
            Some(at) => rest = &rest[at + piece.len()..],
            None => return Some(format!("{}: not printed:\n{piece}", step.command)),
        }
    }
    None
}

#[test]
fn every_command_of_the_guide_runs_in_turn_and_prints_what_is_shown() {
    let steps = steps(&guide());
    assert!(steps.len() >= 12, "the guide shows its commands");
    let folder = tempfile::tempdir().expect("a folder");
    let submissions = folder.path().join("ho-so");
    copy(
        &Path::new(ROOT).join("examples/binh-phuoc-2025"),
        &submissions,
    );
    let mut faults = Vec::new();
    for step in &steps {
        if step.command.contains("-o lan-2.json") {
            the_answer_comes_in(&submissions);
        }
        faults.extend(fault(step, folder.path()));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

#[test]
fn what_the_guide_says_will_be_written_is_written_by_its_commands() {
    let guide = guide();
    let written: Vec<String> = steps(&guide)
        .iter()
        .flat_map(|step| {
            let words = words(&step.command);
            words
                .windows(2)
                .filter(|pair| pair[0] == "-o" || pair[0] == "--mark")
                .map(|pair| pair[1].clone())
                .collect::<Vec<_>>()
        })
        .collect();
    for name in ["ket-qua.html", "ket-qua.xlsx", "mau-nhap.xlsx", "tra-lai"] {
        assert!(written.iter().any(|one| one == name), "{name}: {written:?}");
    }
}

/// Where the links of a page lead.
fn links(page: &str) -> Vec<String> {
    page.split("](")
        .skip(1)
        .filter_map(|rest| rest.split_once(')'))
        .map(|(target, _)| target.to_owned())
        .collect()
}

/// The anchors of a page, as they are made of its headings.
fn anchors(page: &str) -> Vec<String> {
    page.lines()
        .filter(|line| line.starts_with('#'))
        .map(|line| {
            line.trim_start_matches('#')
                .trim()
                .to_lowercase()
                .chars()
                .filter(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '_'))
                .map(|letter| if letter == ' ' { '-' } else { letter })
                .collect()
        })
        .collect()
}

#[test]
fn every_link_of_the_guide_leads_somewhere() {
    let guide = guide();
    let docs = Path::new(ROOT).join("docs");
    let mut astray = Vec::new();
    for link in links(&guide) {
        let (file, anchor) = link.split_once('#').unwrap_or((&link, ""));
        let path: PathBuf = if file.is_empty() {
            docs.join("huong-dan.md")
        } else {
            docs.join(file)
        };
        let leads = path.exists()
            && (anchor.is_empty()
                || anchors(&fs::read_to_string(&path).expect("a page"))
                    .iter()
                    .any(|one| one == anchor));
        if !leads {
            astray.push(link);
        }
    }
    assert!(astray.is_empty(), "{astray:#?}");
}

#[test]
fn every_picture_of_the_guide_says_in_words_what_it_shows() {
    let guide = guide();
    let pictures: Vec<&str> = guide
        .lines()
        .filter(|line| line.starts_with("!["))
        .collect();
    assert_eq!(pictures.len(), 5);
    for picture in pictures {
        let words = picture.split(']').next().unwrap_or_default();
        assert!(words.split_whitespace().count() >= 12, "{picture}");
    }
}

/// The names that the guide gives to parts of pages and workbooks.
const LABELS: [&str; 22] = [
    "page-first",
    "page-subjects",
    "page-search",
    "page-verdict",
    "page-above",
    "page-in-the-way",
    "page-why",
    "page-readings",
    "template-guide-sheet",
    "mark-sheet",
    "files-not-used",
    "workbook-sheet-summary",
    "workbook-sheet-nominations",
    "workbook-sheet-targets",
    "workbook-sheet-charts",
    "workbook-sheet-deadlines",
    "workbook-sheet-checks",
    "workbook-sheet-findings",
    "workbook-sheet-inputs",
    "workbook-column-reasons",
    "workbook-column-remark",
    "quota-warning-only",
];

#[test]
fn parts_are_called_in_the_guide_what_they_are_called_on_the_page() {
    let guide = guide().split_whitespace().collect::<Vec<_>>().join(" ");
    let sentences = fs::read_to_string(Path::new(ROOT).join("src/locale/vi.ftl")).expect("there");
    let mut wrong = Vec::new();
    for key in LABELS {
        let label = sentences
            .lines()
            .find_map(|line| line.strip_prefix(&format!("{key} = ")))
            .map(|label| label.trim_matches(['(', ')']));
        if !label.is_some_and(|label| guide.contains(&format!("*{label}"))) {
            wrong.push((key, label));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_guide_has_the_exit_codes_of_the_help() {
    let output = Command::new(env!("CARGO_BIN_EXE_thidua"))
        .env_remove("THIDUA_LANG")
        .arg("--help")
        .output()
        .expect("the program runs");
    let help = String::from_utf8(output.stdout).expect("text");
    let guide = guide().to_lowercase();
    let codes: Vec<(&str, &str)> = help
        .lines()
        .skip_while(|line| !line.starts_with("Mã thoát"))
        .filter_map(|line| line.trim().split_once("  "))
        .filter(|(number, _)| number.parse::<u8>().is_ok())
        .collect();
    assert_eq!(codes.len(), 8, "{help}");
    for (number, meaning) in codes {
        let row = format!("| {number} | {} |", meaning.trim_end_matches('.')).to_lowercase();
        assert!(guide.contains(&row), "{row}");
    }
}
