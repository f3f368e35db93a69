//! Names of copies: no copy is written over another.

use super::office::zipped::zipped;
use super::{handmade, path, ran, written};
use std::fs;
use std::path::Path;

const COMMUNES: &str = "code,name,poor_2021\n25294,Lộc Thành,12a\n";
const OTHERS: &str = "code,name,poor_2022\n25276,Lộc An,12a\n";

fn workbook() -> Vec<u8> {
    zipped(&handmade::entries(handmade::Way::default()))
}

fn copies(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder.join("marks"))
        .map(|all| {
            all.map(|one| one.unwrap().file_name().into_string().unwrap())
                .collect()
        })
        .unwrap_or_default();
    names.sort_unstable();
    names
}

#[test]
fn files_whose_copies_would_have_one_name_are_refused_before_anything_is_read() {
    let pairs = [
        ("communes.csv", "communes.csv.xlsx"),
        ("Communes.csv", "communes.CSV.xlsx"),
        ("communes.csv", "COMMUNES.csv"),
    ];
    for (one, other) in pairs {
        let folder = tempfile::tempdir().unwrap();
        let bytes = match other.ends_with(".xlsx") {
            true => workbook(),
            false => OTHERS.as_bytes().to_vec(),
        };
        written(folder.path(), &format!("data/{one}"), COMMUNES.as_bytes());
        written(folder.path(), &format!("data/{other}"), &bytes);
        if fs::read_dir(folder.path().join("data")).unwrap().count() < 2 {
            continue;
        }
        let (data, marks) = (path(folder.path(), "data"), path(folder.path(), "marks"));
        let ran = ran(&["check", &data, "--mark", &marks, "--format", "json"]);
        assert_eq!(ran.code, 4, "{one} {other}: {}", ran.err);
        assert!(ran.out.contains("cli/copies-of-one-name"), "{one} {other}");
        assert!(copies(folder.path()).is_empty(), "{one} {other}");
    }
}

#[test]
fn of_two_folders_such_copies_lie_in_two() {
    let folder = tempfile::tempdir().unwrap();
    written(folder.path(), "a/communes.csv", COMMUNES.as_bytes());
    written(folder.path(), "b/Communes.csv.xlsx", &workbook());
    let (a, b) = (path(folder.path(), "a"), path(folder.path(), "b"));
    let ran = ran(&["check", &a, &b, "--mark", &path(folder.path(), "marks")]);
    assert!(ran.err.contains("của 2 trong 2 tệp"), "{}", ran.err);
    for copy in ["a/communes.csv.xlsx", "b/Communes.csv.xlsx"] {
        assert!(folder.path().join("marks").join(copy).is_file(), "{copy}");
    }
}

#[test]
fn a_file_that_is_not_what_its_name_says_does_not_cost_another_its_copy() {
    let folder = tempfile::tempdir().unwrap();
    // Text under a workbook's name, whose copy would be `communes.xlsx.xlsx`.
    written(folder.path(), "data/communes.xlsx", COMMUNES.as_bytes());
    written(folder.path(), "data/communes.xlsx.xlsx", &workbook());
    let (data, marks) = (path(folder.path(), "data"), path(folder.path(), "marks"));
    let ran = ran(&["check", &data, "--mark", &marks]);
    assert!(ran.err.contains("của 2 trong 2 tệp"), "{}", ran.err);
    let names = copies(folder.path());
    assert_eq!(
        names,
        ["communes.xlsx.xlsx", "communes.xlsx.xlsx.xlsx"],
        "{}",
        ran.err
    );
}
