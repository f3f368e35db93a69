//! What is no report that can be compared is refused in a sentence.

use crate::example;
use crate::world::{Folder, run};
use serde_json::Value;

fn report() -> String {
    example::report("bac-ninh-2022-2025", "examples/bac-ninh-2022-2025")
}

#[test]
fn each_kind_of_unusable_document_has_its_finding_and_ends_with_3() {
    let good = report();
    let without = |key: &str| {
        let mut document: Value = serde_json::from_str(&good).unwrap();
        document.as_object_mut().unwrap().remove(key);
        document.to_string()
    };
    let with = |key: &str, value: Value| {
        let mut document: Value = serde_json::from_str(&good).unwrap();
        document[key] = value;
        document.to_string()
    };
    let cases = [
        ("not JSON", "Mã;Tên\n".to_owned(), "cli/not-json"),
        ("nothing", String::new(), "cli/report-broken"),
        (
            "cut off",
            good[..good.len() / 2].to_owned(),
            "cli/report-broken",
        ),
        ("trailing", format!("{good}x"), "cli/not-json"),
        ("a list", "[1]".to_owned(), "cli/not-a-report"),
        (
            "another document",
            "{\"a\": 1}".to_owned(),
            "cli/not-a-report",
        ),
        (
            "another program's",
            with("format", "x/1".into()),
            "cli/not-a-report",
        ),
        (
            "a later format",
            with("format", "thidua/report/2".into()),
            "cli/other-report",
        ),
        (
            "a comparison",
            with("format", "thidua/diff/1".into()),
            "cli/not-a-report",
        ),
        ("not complete", without("complete"), "cli/report-incomplete"),
        (
            "a false end",
            with("complete", false.into()),
            "cli/report-incomplete",
        ),
        (
            "nothing checked",
            without("ruleset"),
            "cli/report-of-nothing",
        ),
        ("no subjects", without("subjects"), "cli/not-a-report"),
        (
            "edited",
            good.replace("\"undetermined\"", "\"maybe\""),
            "cli/not-a-report",
        ),
        (
            "too deep",
            format!("{{\"x\": {}", "[".repeat(100_000)),
            "cli/not-a-report",
        ),
    ];
    for (what, text, code) in cases {
        let folder = Folder::new();
        folder.write("good.json", &good);
        folder.write("bad.json", &text);
        for order in [["good.json", "bad.json"], ["bad.json", "good.json"]] {
            let ran = run(&folder, "diff", &order);
            assert_eq!(ran.code, 3, "{what}: {}", ran.err);
            assert!(
                ran.err.contains(&format!("[{code}]: bad.json")),
                "{what}: {}",
                ran.err
            );
            assert_eq!(ran.out, "", "{what}");
        }
    }
}

#[test]
fn a_report_that_is_not_there_ends_with_3() {
    let folder = Folder::new();
    folder.write("good.json", report());
    let ran = run(&folder, "diff", &["good.json", "none.json"]);
    assert_eq!(ran.code, 3);
    assert!(ran.err.contains("cli/no-such-file"), "{}", ran.err);
}

#[test]
fn reports_that_windows_powershell_wrote_as_utf_16_are_read() {
    let good = report();
    let mut bytes = vec![0xff, 0xfe];
    bytes.extend(good.encode_utf16().flat_map(u16::to_le_bytes));
    let folder = Folder::new();
    folder.write("good.json", &good);
    folder.write("utf16.json", bytes);
    folder.write("marked.json", format!("\u{feff}{good}"));
    for other in ["utf16.json", "marked.json"] {
        let ran = run(&folder, "diff", &["good.json", other]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        assert!(ran.out.contains("không có kết luận nào thay đổi"));
    }
}
