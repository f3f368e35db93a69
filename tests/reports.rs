//! One report in every form: harmless whatever stands in the data, silent about names when asked, true to the verdicts.

#![allow(
    clippy::wildcard_enum_match_arm,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at what it did not expect"
)]

use assert_cmd::Command;
use serde_json::Value as Json;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use thidua::report::FORMATS;

const EXAMPLE: &str = "examples/binh-phuoc-2025";

fn thidua() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_thidua"));
    command.env_remove("THIDUA_LANG");
    command
}

/// The report on some data in every form, by the form's name.
fn reports(data: &Path, more: &[&str]) -> Vec<(&'static str, Vec<u8>)> {
    let folder = tempfile::tempdir().unwrap();
    let file = |ending: &str| folder.path().join(format!("ket-qua.{ending}"));
    let mut command = thidua();
    command
        .arg("check")
        .arg(data)
        .args(["--as-of", "2025-11-01", "--quiet"])
        .args(more);
    for format in FORMATS {
        command.arg("-o").arg(file(format.ending));
    }
    command.output().unwrap();
    let written = FORMATS.iter().map(|format| {
        let bytes =
            fs::read(file(format.ending)).unwrap_or_else(|_| panic!("{} is written", format.name));
        (format.name, bytes)
    });
    written.collect()
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).expect("UTF-8")
}

// ---- hostile content ----

/// Texts that do harm where they are not taken as texts.
const HOSTILE: [&str; 14] = [
    "=HYPERLINK(\"http://a.example\",\"x\")",
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1+9)",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"><b>'",
    "]]> <!-- --> <![CDATA[",
    "\u{1b}[31mđỏ\u{1b}[0m",
    "\u{202e}nược\u{202c}\u{2066}",
    "a\u{1}b\u{7}\u{8}\u{c}",
    "\u{ffff}\u{fffe}",
    "| a | b |\n# tiêu đề\n[x](http://a.example) ``` $x$",
    "{{ x }} {% x %}",
];

/// A folder in which these texts stand wherever a text can: names, wrong values, headers, titles, nominations, names of files.
fn hostile_folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let long = "Ệ".repeat(40_000);
    let texts: Vec<&str> = HOSTILE.into_iter().chain([long.as_str()]).collect();
    let cell = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let mut hamlets = format!(
        "code,name,commune,programme_effective,{}\n",
        cell("<i>cột lạ</i> =1+1")
    );
    let mut list = "no,subject,code,name,class,submitted_by\n".to_owned();
    for (at, text) in texts.iter().enumerate() {
        hamlets.push_str(&format!(
            "T{at},{name},25294,{value},{name}\n",
            name = cell(text),
            value = cell(text)
        ));
        list.push_str(&format!(
            "{at},hamlets,T{at},{name},collective,{name}\n",
            name = cell(text)
        ));
    }
    fs::write(folder.path().join("hamlets.csv"), hamlets).unwrap();
    fs::write(folder.path().join("nominations.csv"), list).unwrap();
    let name = if cfg!(windows) {
        "la_&';.csv"
    } else {
        "=la_<b>&\"'|`;.csv"
    };
    fs::write(folder.path().join(name), "một,hai\n1,2\n").unwrap();
    folder
}

#[test]
fn hostile_content_is_harmless_in_every_form() {
    let folder = hostile_folder();
    for language in ["vi", "en"] {
        for (form, bytes) in reports(folder.path(), &["--lang", language]) {
            match form {
                "text" | "md" => is_plain_text(form, &text(bytes)),
                "json" => is_one_document(&text(bytes)),
                "jsonl" => is_lines_of_documents(&text(bytes)),
                "csv" => holds_no_formula(&bytes),
                "html" => runs_nothing(&text(bytes)),
                "junit" => is_sound_xml(&text(bytes)),
                "xlsx" => holds_texts_alone(&bytes),
                other => panic!("{other} has no check of its own here"),
            }
        }
    }
}

/// No control or invisible character but the line break; in Markdown no markup from the data either.
fn is_plain_text(form: &str, text: &str) {
    for c in text.chars() {
        let invisible = matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}');
        assert!(c == '\n' || !c.is_control() && !invisible, "{form}: {c:?}");
    }
    if form == "md" {
        assert!(!text.contains('<'), "{form}");
        assert!(!text.contains("](http:") && !text.contains("```"), "{form}");
        let headings = text.lines().filter(|line| line.starts_with('#'));
        assert!(headings.clone().all(|line| !line.contains("tiêu đề")));
        assert!(headings.count() > 3);
    }
}

fn is_one_document(text: &str) {
    let document: Json = serde_json::from_str(text).expect("JSON");
    assert_eq!(document["complete"], true);
    // A document for programs holds the text as it is.
    let names: BTreeSet<&str> = document["subjects"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|subject| subject["name"].as_str())
        .collect();
    assert!(names.contains("-2+3"), "{names:?}");
}

fn is_lines_of_documents(text: &str) {
    let lines: Vec<Json> = text
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert_eq!(lines.len(), HOSTILE.len() + 2);
    assert_eq!(lines.last().unwrap()["complete"], true);
}

fn holds_no_formula(bytes: &[u8]) {
    let mut list = csv::Reader::from_reader(bytes.strip_prefix(b"\xef\xbb\xbf").expect("a mark"));
    let mut rows = 0;
    for row in list.records() {
        rows += 1;
        for cell in row.unwrap().iter() {
            assert!(
                !cell.starts_with(['=', '+', '-', '@', '\t', '\r']),
                "{cell}"
            );
            assert!(!cell.contains(char::is_control), "{cell:?}");
        }
    }
    assert_eq!(rows, HOSTILE.len() + 1);
}

/// The only elements that could run or fetch anything are the page's own, and the policy lets nothing else run.
fn runs_nothing(page: &str) {
    assert!(page.contains("default-src &#39;none&#39;; style-src &#39;sha256-"));
    let scripts: Vec<&str> = page.split("<script").skip(1).collect();
    let plain = scripts
        .iter()
        .filter(|script| script.starts_with('>'))
        .count();
    assert_eq!(plain, 1, "one script of the page's own");
    assert!(
        scripts
            .iter()
            .all(|script| script.starts_with('>')
                || script.starts_with(" type=\"application/json\""))
    );
    for harm in [
        "<img",
        "<b>",
        "<i>",
        "onerror=alert(1)>",
        "<![CDATA",
        "src=\"",
        "href=\"http",
        "\u{1b}",
        "\u{202e}",
        "\u{0}",
    ] {
        assert!(!page.contains(harm), "{harm:?}");
    }
}

fn is_sound_xml(text: &str) {
    let mut reader = quick_xml::Reader::from_str(text);
    let mut cases = 0;
    loop {
        match reader.read_event().expect("sound XML") {
            quick_xml::events::Event::Eof => break,
            quick_xml::events::Event::Start(tag) | quick_xml::events::Event::Empty(tag) => {
                for attribute in tag.attributes() {
                    attribute.expect("a sound attribute");
                }
                cases += usize::from(tag.name().as_ref() == "testcase");
            }
            _ => {}
        }
    }
    assert!(cases > HOSTILE.len());
    let is_allowed = |c: char| matches!(c, '\n' | '\t' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    assert!(text.chars().all(is_allowed));
}

/// No formula, and every cell that looks like one is a text.
fn holds_texts_alone(bytes: &[u8]) {
    use calamine::{Data, Reader, Xlsx};
    let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes)).expect("a workbook");
    let mut texts = 0;
    for sheet in book.sheet_names() {
        let formulas = book.worksheet_formula(&sheet).expect("read");
        assert!(formulas.used_cells().next().is_none(), "{sheet}");
        let cells = book.worksheet_range(&sheet).expect("read");
        let hostile = cells.used_cells().filter(|(_, _, cell)| matches!(cell, Data::String(text) if text.starts_with(['=', '+', '-', '@'])));
        texts += hostile.count();
    }
    assert!(texts > 0, "the texts are there, as texts");
}

// ---- names ----

#[test]
fn redacted_reports_hold_codes_and_no_name() {
    let plain = reports(Path::new(EXAMPLE), &[]);
    let (_, document) = plain.iter().find(|(form, _)| *form == "json").unwrap();
    let document: Json = serde_json::from_slice(document).unwrap();
    let names = names_in(&document);
    assert!(names.len() > 100, "{}", names.len());
    let plain_text = |form: &str| {
        let (_, bytes) = plain.iter().find(|(name, _)| *name == form).unwrap();
        String::from_utf8_lossy(bytes).into_owned()
    };
    assert!(plain_text("text").contains("UBND huyện Lộc Ninh"));
    for (form, bytes) in reports(Path::new(EXAMPLE), &["--redact"]) {
        let text = match form {
            "xlsx" => workbook_text(&bytes),
            _ => String::from_utf8_lossy(&bytes).into_owned(),
        };
        for name in &names {
            assert!(!text.contains(name.as_str()), "{form}: {name}");
        }
        assert!(text.contains("25294") || form == "junit", "{form}");
        if form == "json" {
            let redacted: Json = serde_json::from_str(&text).unwrap();
            assert_eq!(redacted["redacted"], true);
            let schema: Json =
                serde_json::from_str(include_str!("../docs/report.schema.json")).unwrap();
            let faults: Vec<String> = jsonschema::draft202012::new(&schema)
                .unwrap()
                .iter_errors(&redacted)
                .map(|fault| fault.to_string())
                .collect();
            assert!(faults.is_empty(), "{faults:#?}");
            assert_eq!(redacted["summary"], document["summary"]);
            assert_eq!(
                redacted["inputs"][0]["sha256"],
                document["inputs"][0]["sha256"]
            );
        }
    }
}

/// The names of subjects, nominees, units that nominate and those who approve waivers, long enough to be nothing else.
fn names_in(document: &Json) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let lists = [
        ("subjects", "name"),
        ("nominations", "name"),
        ("nominations", "submitted_by"),
        ("absent", "name"),
        ("waivers", "approved_by"),
    ];
    for (list, key) in lists {
        for one in document[list].as_array().unwrap() {
            names.extend(one[key].as_str().map(str::to_owned));
        }
    }
    names.retain(|name| name.chars().count() > 6);
    names
}

fn workbook_text(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        std::io::Read::read_to_string(&mut part, &mut text).ok();
    }
    text
}

// ---- true to the verdicts ----

#[test]
fn two_runs_write_the_same_bytes_in_every_form() {
    assert_eq!(
        reports(Path::new(EXAMPLE), &[]),
        reports(Path::new(EXAMPLE), &[])
    );
}

#[test]
fn forms_that_show_which_content_was_read_show_it_of_a_single_file_too() {
    let folder = tempfile::tempdir().unwrap();
    let data = Path::new("examples/binh-phuoc-2025/ho-gia-dinh/ho-gia-dinh.csv");
    let digest: String = Sha256::digest(fs::read(data).unwrap())
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    for format in FORMATS {
        let written = folder.path().join(format!("ket-qua.{}", format.ending));
        let mut command = thidua();
        command.arg("check").arg(data).args(["--quiet", "-o"]);
        command.arg(&written).output().unwrap();
        let bytes = fs::read(&written).unwrap();
        let text = match format.is_text {
            true => text(bytes),
            false => workbook_text(&bytes),
        };
        assert_eq!(
            text.contains(&digest),
            format.shows_digests,
            "{}",
            format.name
        );
    }
}

#[test]
fn the_list_of_subjects_says_what_the_document_says() {
    let reports = reports(Path::new(EXAMPLE), &[]);
    let of = |form: &str| &reports.iter().find(|(name, _)| *name == form).unwrap().1;
    let document: Json = serde_json::from_slice(of("json")).unwrap();
    let mut list = csv::Reader::from_reader(&of("csv")[3..]);
    let header = list.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = list.records().map(Result::unwrap).collect();
    let subjects = document["subjects"].as_array().unwrap();
    assert_eq!(rows.len(), subjects.len());
    for (row, subject) in rows.iter().zip(subjects) {
        let cell = |name: &str| &row[header.iter().position(|column| column == name).unwrap()];
        assert_eq!(cell("code"), subject["code"].as_str().unwrap());
        assert_eq!(cell("verdict"), subject["verdict"].as_str().unwrap());
        for rule in subject["rules"].as_array().unwrap() {
            assert_eq!(
                cell(rule["id"].as_str().unwrap()),
                rule["verdict"].as_str().unwrap()
            );
        }
    }
    let lines = text(of("jsonl").clone());
    let of_lines: Vec<Json> = lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(&of_lines[..of_lines.len() - 1], subjects.as_slice());
    assert_eq!(of_lines.last().unwrap()["summary"], document["summary"]);
}

#[test]
fn a_list_has_the_columns_that_were_asked_for() {
    thidua()
        .args(["check", EXAMPLE, "--as-of", "2025-11-01", "--format", "csv"])
        .args([
            "--only",
            "communes/25294",
            "--columns",
            "code,verdict,V.2.3.e",
        ])
        .assert()
        .stdout("\u{feff}code,verdict,V.2.3.e\r\n25294,ineligible,not_met\r\n");
}

#[test]
fn what_counts_as_a_failure_for_a_build_server_is_what_the_exit_code_counts() {
    let reports = reports(Path::new(EXAMPLE), &[]);
    let of = |form: &str| &reports.iter().find(|(name, _)| *name == form).unwrap().1;
    let document: Json = serde_json::from_slice(of("json")).unwrap();
    let count = |list: &str, fits: &dyn Fn(&Json) -> bool| {
        document[list]
            .as_array()
            .unwrap()
            .iter()
            .filter(|one| fits(one))
            .count()
    };
    let is = |key: &'static str, wanted: &'static str| move |one: &Json| one[key] == wanted;
    let failures = count("nominations", &is("verdict", "ineligible"))
        + count("quotas", &|one| {
            one["verdict"] == "not_met" && one["severity"] == "error"
        })
        + count("checks", &|one| one["severity"] == "error")
        + count("deadlines", &|one| {
            one["status"] == "late" || one["status"] == "overdue"
        });
    let undecided = count("nominations", &is("verdict", "undetermined"))
        + count("quotas", &|one| {
            one["verdict"] == "insufficient" && one["severity"] == "error"
        })
        + count("deadlines", &is("status", "insufficient"));
    let head = text(of("junit").clone()).lines().nth(1).unwrap().to_owned();
    assert!(
        head.contains(&format!(r#"failures="{failures}" errors="{undecided}""#)),
        "{head}"
    );
}

// ---- found by trial, and never again ----

/// A folder of these files, checked with these options: what it says and how it ends.
fn checked(files: &[(&str, &str)], more: &[&str]) -> (String, i32) {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("so")).unwrap();
    for (name, text) in files {
        fs::write(folder.path().join("so").join(name), text).unwrap();
    }
    let output = thidua()
        .current_dir(folder.path())
        .args(["check", "so", "--as-of", "2025-11-01"])
        .args(more)
        .output()
        .unwrap();
    (text(output.stdout), output.status.code().unwrap())
}

const AGENCIES: &str = "Mã cơ quan,Tên cơ quan,tasks_on_time,resources_mobilised,outreach,rating_2021,rating_2022,rating_2023,rating_2024,rating_2025\nCQ01,Sở A,có,có,có,HTTNV,HTTNV,HTTNV,HTTNV,HTTNV\n";

#[test]
fn a_register_without_an_entry_says_that_nobody_has_filed() {
    let register = "Mã đơn vị,Loại báo cáo,Năm,Ngày gửi\n";
    let (said, code) = checked(
        &[("agencies.csv", AGENCIES), ("reports.csv", register)],
        &[],
    );
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("quá hạn chưa gửi"), "{said}");
    let (said, code) = checked(&[("agencies.csv", AGENCIES)], &[]);
    assert_eq!(code, 0, "{said}");
}

#[test]
fn a_run_that_was_refused_is_no_success_for_a_build_server() {
    let (said, code) = checked(&[("la.csv", "một,hai\n1,2\n")], &["--format", "junit"]);
    assert_eq!(code, 3);
    assert!(said.contains("<failure"), "{said}");
}

#[test]
fn a_mistyped_folder_takes_no_older_report_away() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("ket-qua.html"), "older").unwrap();
    let output = thidua()
        .current_dir(folder.path())
        .args([
            "check",
            "ho-s",
            "-q",
            "-o",
            "ket-qua.html",
            "-o",
            "ket-qua.json",
        ])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(3));
    assert!(text(output.stdout).contains("không có gì được xét"));
    assert!(text(output.stderr).contains("cli/nothing-to-write"));
    assert_eq!(
        fs::read_to_string(folder.path().join("ket-qua.html")).unwrap(),
        "older"
    );
    let document = fs::read(folder.path().join("ket-qua.json")).unwrap();
    let document: Json = serde_json::from_slice(&document).unwrap();
    assert_eq!(document["exit_code"], 3);
}

#[test]
fn a_report_among_the_data_is_named_in_every_report() {
    let list = "\u{feff}table,code,name,verdict,V.2.1.a\r\nagencies,CQ09,Sở B,eligible,met\r\n";
    for form in ["text", "md", "html", "json"] {
        let files = [("agencies.csv", AGENCIES), ("cu.csv", list)];
        let (said, _) = checked(&files, &["--format", form]);
        assert!(said.contains("so/cu.csv"), "{form}: {said}");
        assert!(!said.contains("CQ09"), "{form}");
    }
}

#[test]
fn a_form_with_names_alone_leaves_its_units_absent() {
    let communes = "Mã xã,Tên xã,poor_2021,poor_2025\n25294,Lộc Thành,100,50\n25297,Lộc Thái,,\n";
    let (said, _) = checked(&[("communes.csv", communes)], &["--show", "all"]);
    let absent = said
        .split("Chưa có số liệu")
        .nth(1)
        .expect("some are absent");
    assert!(
        absent.contains("Lộc Thái")
            && !absent.split("\n\n").next().unwrap().contains("Lộc Thành ("),
        "{said}"
    );
}

#[test]
fn a_failed_choice_is_told_as_one() {
    let (said, _) = checked(
        &[(
            "communes.csv",
            "Mã xã,Tên xã,poor_2021,near_poor_2021,households_2021,poor_2022,near_poor_2022,households_2022,council_reduction_2022\n25294,Lộc Thành,100,10,1000,100,10,1000,\"5%\"\n",
        )],
        &["--only", "V.2.3.d", "--round", "so-ket-2023"],
    );
    assert!(said.contains("hoặc: "), "{said}");
}

#[test]
fn texts_from_cells_stay_out_of_redacted_arithmetic() {
    let list = "STT,Đối tượng,Mã,Họ tên,Loại,Chức vụ,Lãnh đạo,Đơn vị trình\n1,Cán bộ,CB1,Nguyễn Văn Thử,cá nhân,Chủ tịch ZZ Nguyễn Thử,không,UBND ZZ\n";
    for form in ["text", "md", "html", "json", "junit"] {
        let (said, _) = checked(
            &[("de-nghi.csv", list)],
            &["--redact", "--format", form, "--show", "all"],
        );
        assert!(
            !said.contains("ZZ") && !said.contains("Thử"),
            "{form}: {said}"
        );
    }
}
