//! The example folders and what is expected of them: both are built here from typed rows.
//!
//! In: the rows of `example/data.rs` and of the smaller examples. Out: the files, compared byte for byte with those in `examples/`, and
//! the tables of what must come out; with `UPDATE_EXPECTED=1` both are written instead. Must not know: the program under test.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a table that is wrong here ought to stop the test"
)]

#[path = "example/bac_ninh.rs"]
mod bac_ninh;
#[path = "example/commune_sheets.rs"]
mod commune_sheets;
#[path = "example/communes.rs"]
mod communes;
#[path = "example/data.rs"]
mod data;
#[path = "example/dates.rs"]
mod dates;
#[path = "example/districts.rs"]
mod districts;
#[path = "example/expected.rs"]
mod expected;
#[path = "example/faults.rs"]
mod faults;
#[path = "example/filings.rs"]
mod filings;
#[path = "example/goals.rs"]
mod goals;
#[path = "example/loc_ninh.rs"]
mod loc_ninh;
#[path = "example/logic.rs"]
mod logic;
#[path = "example/movement.rs"]
mod movement;
#[path = "example/nominations.rs"]
mod nominations;
#[path = "example/other_sheets.rs"]
mod other_sheets;
#[path = "example/paper.rs"]
mod paper;
#[path = "example/people.rs"]
mod people;
#[path = "example/places.rs"]
mod places;
#[path = "example/preamble.rs"]
mod preamble;
#[path = "example/provincial.rs"]
mod provincial;
#[path = "example/quotas.rs"]
mod quotas;
#[path = "example/units.rs"]
mod units;
#[path = "example/waiver.rs"]
mod waiver;
#[path = "example/whole_sheets.rs"]
mod whole_sheets;
#[path = "example/words.rs"]
mod words;
#[path = "example/workbooks.rs"]
mod workbooks;

use calamine::{Data, DataType, Range, Reader, Xlsx};
use expected::Verdict;
use std::collections::{HashMap, HashSet};
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use unicode_normalization::is_nfc;

const EXAMPLES: [&str; 4] = [
    "binh-phuoc-2025",
    "binh-phuoc-2016-2020",
    "binh-phuoc-loc-ninh",
    "bac-ninh-2022-2025",
];

#[test]
fn the_example_folders_can_be_rebuilt() {
    let province = data::province();
    let [main, preamble, loc_ninh, bac_ninh] = EXAMPLES;
    let mut built = Vec::new();
    let mut add = |example: &str, files: Files, expected: &[(&str, String)]| {
        for (name, bytes) in files {
            built.push((format!("examples/{example}/{name}"), bytes));
        }
        for (part, text) in expected {
            let name = format!("tests/expected/{example}{part}.csv");
            built.push((name, text.clone().into_bytes()));
        }
    };
    let files = workbooks::files(&province).unwrap();
    add(main, files, &expectations(&province));
    let targets = ("-targets", preamble::targets_as_csv());
    add(preamble, preamble::files(), &[targets]);
    add(
        loc_ninh,
        loc_ninh::files(),
        &loc_ninh::expectations(&province),
    );
    add(
        bac_ninh,
        bac_ninh::files().unwrap(),
        &bac_ninh::expectations(),
    );

    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        write_all(repository, &built);
    }
    let rebuilt = tempfile::tempdir().unwrap();
    write_all(rebuilt.path(), &built);
    assert_eq!(
        names(&rebuilt.path().join("examples")),
        names(&repository.join("examples")),
        "the folders have other files than are built"
    );
    for (name, _) in &built {
        let (old, new) = (
            fs::read(repository.join(name)).unwrap(),
            fs::read(rebuilt.path().join(name)).unwrap(),
        );
        assert!(
            old == new,
            "{name} differs from what is built; UPDATE_EXPECTED=1 writes it"
        );
    }
}

type Files = Vec<(&'static str, Vec<u8>)>;

/// What must come out, a file a part.
fn expectations(province: &data::Province) -> [(&'static str, String); 8] {
    let subjects = expected::expected(province);
    let targets = goals::outcomes(province);
    [
        ("", expected::as_csv(&subjects)),
        ("-waived", expected::waived_as_csv(&subjects)),
        (
            "-nominations",
            quotas::nominations_as_csv(&province.lists, province, &subjects),
        ),
        (
            "-quotas",
            quotas::as_csv(&quotas::of_the_province(province), &subjects),
        ),
        ("-targets", goals::as_csv(&targets)),
        ("-target-years", goals::years_as_csv(&targets)),
        ("-deadlines", dates::as_csv(&dates::standings(province))),
        ("-checks", faults::as_csv(&faults::faults(province))),
    ]
}

fn write_all(root: &Path, files: &[(String, Vec<u8>)]) {
    for (name, bytes) in files {
        let path = root.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

/// The files under a folder, each by its path in it, sorted.
fn names(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path)
            } else {
                found.push(path.strip_prefix(folder).unwrap().to_owned())
            }
        }
    }
    found.sort();
    found
}

#[test]
fn every_rule_comes_out_in_every_way_it_can() {
    let mut seen: HashMap<&str, HashSet<Verdict>> = HashMap::new();
    for subject in expected::expected(&data::province()) {
        for (rule, verdict) in subject.rules {
            seen.entry(rule).or_default().insert(verdict);
        }
    }
    assert_eq!(seen.len(), 32);
    let with_when = [
        "V.2.5.a", "V.2.5.b1", "V.2.5.b2", "V.2.5.b3", "V.2.5.b4", "V.2.6.b", "V.2.7.a", "V.2.7.b",
        "V.2.7.c",
    ];
    for (rule, verdicts) in seen {
        for verdict in [Verdict::Met, Verdict::NotMet, Verdict::Insufficient] {
            assert!(verdicts.contains(&verdict), "{rule} is never {verdict:?}");
        }
        assert_eq!(
            verdicts.contains(&Verdict::NotApplicable),
            with_when.contains(&rule),
            "{rule}"
        );
    }
}

#[test]
fn targets_and_deadlines_come_out_in_every_way() {
    let province = data::province();
    let statuses: HashSet<goals::Status> = goals::outcomes(&province)
        .iter()
        .map(|outcome| outcome.status)
        .collect();
    assert_eq!(statuses.len(), 6);
    let standings = dates::as_csv(&dates::standings(&province));
    for status in ["met", "late", "overdue", "pending", "insufficient"] {
        assert!(standings.contains(&format!(",{status},")), "{status}");
    }
    let quotas = quotas::of_the_province(&province);
    let quotas = quotas::as_csv(&quotas, &expected::expected(&province));
    for verdict in ["met", "not_met", "insufficient", "not_applicable"] {
        assert!(quotas.contains(&format!(",{verdict},")), "{verdict}");
    }
}

#[test]
fn the_workbooks_hold_composed_text_and_totals_that_add_up() {
    let mut totals = 0;
    for (name, bytes) in workbooks::files(&data::province()).unwrap() {
        if !name.ends_with(".xlsx") {
            let text = String::from_utf8(bytes).unwrap();
            assert!(is_nfc(&text), "{name}");
            continue;
        }
        let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
        for sheet in book.sheet_names() {
            let range = book.worksheet_range(&sheet).unwrap();
            assert!(
                range
                    .rows()
                    .flatten()
                    .filter_map(DataType::get_string)
                    .all(is_nfc),
                "{name}!{sheet}"
            );
            totals += check_totals(&range);
        }
    }
    assert_eq!(totals, 15 + 1 + 2 + 20 + 9 + 9);
}

/// Compares the row `Tổng cộng` with the sums of the rows between the header and it, and tells how many sums it holds.
fn check_totals(range: &Range<Data>) -> usize {
    let rows: Vec<&[Data]> = range.rows().collect();
    let starts = |word: &str| {
        rows.iter()
            .position(|row| row[0].get_string() == Some(word))
    };
    let Some(total) = starts("Tổng cộng") else {
        return 0;
    };
    let first = rows
        .iter()
        .position(|row| row[0].get_float() == Some(1.0))
        .unwrap();
    let mut sums = 0;
    for column in 1..range.width() {
        let Some(sum) = rows[total][column].get_float() else {
            continue;
        };
        assert_eq!(
            rows[first..total]
                .iter()
                .filter_map(|row| as_number(&row[column]))
                .sum::<f64>(),
            sum
        );
        sums += 1;
    }
    sums
}

/// A number, or a text that is one with thousands separators.
fn as_number(cell: &Data) -> Option<f64> {
    cell.get_float()
        .or_else(|| cell.get_string()?.replace([' ', '.'], "").parse().ok())
}
