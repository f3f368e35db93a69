//! A folder of many files: read at once, reported in their order, each accounted for.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at what it did not expect"
)]

mod folder;

use folder::{checked, ran};

/// A commune's file for each of so many units, and among them some that cannot be used.
fn files(count: usize) -> Vec<(String, String)> {
    (0..count)
        .map(|at| {
            let text = match at % 10 {
                7 => String::new(),
                8 => "một,hai\n1,2\n".to_owned(),
                _ => format!("code,poor_2021,poor_2022\nT{at},{},{at}\n", at * 2),
            };
            (format!("{:03}/hamlets.csv", count - at), text)
        })
        .collect()
}

#[test]
fn many_files_are_reported_in_their_order_whoever_was_read_first() {
    let files = files(60);
    let files: Vec<(&str, String)> = files
        .iter()
        .map(|(name, text)| (name.as_str(), text.clone()))
        .collect();
    let first = checked("2025-11-01", &files, &[]);
    let paths: Vec<&str> = first.report["inputs"]
        .as_array()
        .unwrap()
        .iter()
        .map(|input| input["path"].as_str().unwrap())
        .map(|path| &path[path.len() - "001/hamlets.csv".len()..])
        .collect();
    assert!(paths.is_sorted() && paths.len() == 60, "{paths:#?}");
    let codes: Vec<&str> = first.report["subjects"]
        .as_array()
        .unwrap()
        .iter()
        .map(|subject| subject["code"].as_str().unwrap())
        .collect();
    assert_eq!((codes.len(), codes[0], codes[47]), (48, "T59", "T0"));
    assert_eq!(first.code, 3);
}

#[test]
fn file_by_file_says_what_became_of_each() {
    let files = [
        (
            "a/hamlets.csv",
            "code,poor_2022\nT1,12a\nT2,3\nTổng cộng,3\n".to_owned(),
        ),
        ("b/hamlets.csv", String::new()),
        ("c/ghi-chu.csv", "một,hai\n1,2\n".to_owned()),
    ];
    let ran = ran("check", &files, &["--by", "file"]);
    let line = |name: &str| {
        let line = ran
            .text
            .lines()
            .find(|line| line.trim_start().starts_with(name));
        let words: Vec<String> = line
            .unwrap()
            .split_whitespace()
            .map(str::to_owned)
            .collect();
        words.join(" ")
    };
    // Of the nine errors one is the cell's; the others are columns the review needs.
    assert_eq!(line("a/hamlets.csv"), "a/hamlets.csv hamlets 4 2 2 9 0");
    assert!(line("b/hamlets.csv").starts_with("b/hamlets.csv không dùng được 0 0 0 1 0"));
    assert!(line("c/ghi-chu.csv").starts_with("c/ghi-chu.csv không thuộc bảng nào 2 0 2 1 0"));
}

#[test]
fn the_same_content_sent_twice_is_noticed_and_the_same_fact_twice_is_no_conflict() {
    let text = "code,poor_2022\nT1,5\n".to_owned();
    let files = [
        ("a/hamlets.csv", text.clone()),
        ("b/hamlets.csv", text.clone()),
        ("c/hamlets.csv", text),
    ];
    let ran = checked("2025-11-01", &files, &[]);
    let twice = ran
        .codes()
        .into_iter()
        .filter(|code| *code == "fact/same-content")
        .count();
    assert_eq!(twice, 2);
    assert!(!ran.codes().contains(&"fact/conflict"));
    assert_eq!(ran.report["subjects"].as_array().unwrap().len(), 1);
}
