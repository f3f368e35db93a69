//! Names of copies: no copy is written over another, and with `--redact` no name of another unit stands in one.

use super::office::zipped::zipped;
use super::{data, handmade, parts, path, ran, shapes, written};
use std::collections::BTreeSet;
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

/// Everything that was added to the cells: the list and the notes.
fn added(copy: &[u8]) -> String {
    let parts = parts(copy);
    let is_added = |name: &str, text: &str| {
        name.starts_with("xl/comments") || text.contains("thidua/findings/1")
    };
    let added = parts
        .into_iter()
        .filter(|(name, text)| is_added(name, text));
    added.map(|(_, text)| text).collect()
}

/// The marks of all copies of a folder of data; with what each copy's own sheets are called.
fn all_added(files: &[(String, Vec<u8>)], options: &[&str]) -> Vec<(String, String)> {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        written(folder.path(), &format!("data/{name}"), bytes);
    }
    let (data, marks) = (path(folder.path(), "data"), path(folder.path(), "marks"));
    ran(&[&["check", &data, "--mark", &marks], options].concat());
    let of_file = |(name, _): &(String, Vec<u8>)| {
        let marks = folder.path().join("marks");
        let names = [marks.join(name), marks.join(format!("{name}.xlsx"))];
        let bytes = names.iter().find_map(|name| fs::read(name).ok())?;
        let book = parts(&bytes).remove("xl/workbook.xml").unwrap();
        Some((added(&bytes), format!("{name} {book}")))
    };
    files.iter().filter_map(of_file).collect()
}

#[test]
fn with_names_left_out_no_note_and_no_list_holds_one() {
    let units = data::units();
    let names: BTreeSet<&str> = units.iter().map(|unit| unit.name.as_str()).collect();
    for shape in shapes::all(&units) {
        let copies = all_added(&shape.files, &["--redact"]);
        assert!(!copies.is_empty(), "{}", shape.name);
        for (text, own) in copies {
            // File and sheet keep their names, and where something was found must be told.
            let mut others = names.iter().filter(|name| !own.contains(**name));
            let told = others.find(|name| text.contains(**name));
            assert_eq!(told, None, "{}", shape.name);
        }
    }
}

#[test]
fn with_names_left_out_no_finding_about_a_name_tells_it() {
    let table = "code,name,poor_2021,poor_2022\n\
        25294,Lộc Hòa,1,1\n\
        ,Lộc Thàn,1,1\n\
        ,Lộc Thiện Thuận,1,1\n\
        25222,,12a,\n\
        99999,Lộc Tấn,1,1\n\
        ,Lộc Hưng,1,1\n\
        25291,Lộc Hưng,2,2\n";
    let files = [("communes.csv".to_owned(), table.as_bytes().to_vec())];
    let told = |options: &[&str]| {
        let copies = all_added(&files, options);
        assert_eq!(copies.len(), 1);
        let words = ["Lộc", "Thàn", "Hòa", "Hưng", "Tấn", "Thiện"];
        let told = words.iter().filter(|word| copies[0].0.contains(**word));
        (told.count(), copies)
    };
    assert!(told(&[]).0 > 3);
    let (count, copies) = told(&["--redact"]);
    assert_eq!(count, 0, "{}", copies[0].0);
}

#[test]
fn with_names_left_out_no_other_file_is_named() {
    let again = COMMUNES.replace("12a", "7");
    let files = [
        (
            "xã Lộc Hòa/communes.csv".to_owned(),
            COMMUNES.as_bytes().to_vec(),
        ),
        ("xã Lộc Thành/communes.csv".to_owned(), again.into_bytes()),
    ];
    let of_last = |options: &[&str]| all_added(&files, options).pop().unwrap().0;
    assert!(of_last(&[]).contains("Lộc Hòa"));
    let text = of_last(&["--redact"]);
    assert!(!text.contains("Lộc Hòa"), "{text}");
}
