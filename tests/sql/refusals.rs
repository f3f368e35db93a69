//! What has no SQL is refused by name, and then nothing is written.

use crate::conditions::HEAD;
use crate::thidua;
use std::fs;

/// Conditions over communes or districts, with words of the reason.
const REFUSED: [(&str, &str, &str); 9] = [
    (
        "communes",
        "contains(word, \"lộc\")",
        "without regard to case",
    ),
    ("communes", "poor[founded] > 1", "chooses the column"),
    (
        "districts",
        "sum(rate[2022] for communes where district = own.code) > 1",
        "another denominator in every row",
    ),
    (
        "districts",
        "max(rate[2022] for communes) > 1",
        "another denominator in every row",
    ),
    (
        "communes",
        "sum(members for districts) > 1",
        "runs over rows for each of other rows",
    ),
    (
        "communes",
        "district.members > 1",
        "runs over rows for each of other rows",
    ),
    (
        "districts",
        "count(communes where open) * count(communes where done) > 4",
        "only bounds may be known",
    ),
    (
        "communes",
        "price * 0.000000000001 * 0.000000000001 * 0.000000000001 > 1",
        "more than 38 digits",
    ),
    (
        "communes",
        "every a in start..review satisfies (every b in start..review satisfies (every c in start..review satisfies (every d in start..review satisfies (every e in start..review satisfies (every f in start..review satisfies (every g in start..review satisfies (rate[a] + rate[b] + rate[c] + rate[d] > 0)))))))",
        "too long for an engine",
    ),
];

fn rules(table: &str, id: &str, require: &str) -> String {
    let require = require.replace('\'', "''");
    format!(
        "{HEAD}  {table}:\n    all:\n      - id: {id}\n        cite: X\n        says: X\n        require: '{require}'\n"
    )
}

pub(crate) fn are_named_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let (file, output) = (folder.path().join("r.yaml"), folder.path().join("r.sql"));
    let (file, output) = (file.to_string_lossy(), output.to_string_lossy());
    for (table, require, reason) in REFUSED {
        fs::write(&*file, rules(table, "r", require)).unwrap();
        let ran = thidua(&[
            "rules",
            "sql",
            &file,
            "--dialect",
            "duckdb",
            "-o",
            &output,
            "--lang",
            "en",
        ]);
        assert_eq!(ran.code, 4, "{require}: {}", ran.err);
        assert!(
            ran.err.contains("error[sql/not-expressible]"),
            "{}",
            ran.err
        );
        assert!(ran.err.contains(reason), "{require}: {}", ran.err);
        assert!(ran.err.contains("r.yaml:"), "{}", ran.err);
        assert!(ran.err.contains("Rule r cannot"), "{}", ran.err);
        assert_eq!(ran.out, "");
        assert!(!fs::exists(&*output).unwrap());
    }
}

pub(crate) fn names_that_an_engine_would_confuse() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("r.yaml");
    let file = file.to_string_lossy();
    let long = "dài".repeat(20);
    for (id, dialect, expected) in [
        ("CODE", "duckdb", "another column of the result"),
        ("verdict", "spark", "another column of the result"),
        ("Group 1", "duckdb", "another column of the result"),
        (&long, "postgres", "cuts names after 63 bytes"),
    ] {
        fs::write(&*file, rules("communes", id, "open")).unwrap();
        let ran = thidua(&["rules", "sql", &file, "--dialect", dialect, "--lang", "en"]);
        assert_eq!((ran.code, ran.out.as_str()), (4, ""));
        assert!(ran.err.contains(expected), "{}", ran.err);
    }
    fs::write(&*file, rules("communes", &long, "open")).unwrap();
    let ran = thidua(&["rules", "sql", &file, "--dialect", "duckdb"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let keyless =
        rules("communes", "r", "open").replacen("  communes:\n    key: code\n", "  communes:\n", 1);
    let keyless = keyless.replace(
        "      members: { is: \"count(communes where district = own.code and open)\" }\n",
        "",
    );
    fs::write(&*file, keyless).unwrap();
    let ran = thidua(&["rules", "sql", &file, "--dialect", "duckdb", "--lang", "en"]);
    assert_eq!(ran.code, 4, "{}", ran.err);
    assert!(ran.err.contains("the table has no key"), "{}", ran.err);
}

pub(crate) fn tables_and_files_are_as_asked() {
    let folder = tempfile::tempdir().unwrap();
    let (file, output) = (folder.path().join("r.yaml"), folder.path().join("r.sql"));
    let (file, output) = (file.to_string_lossy(), output.to_string_lossy());
    fs::write(&*file, rules("communes", "r", "open")).unwrap();
    let ask =
        |more: &[&str]| thidua(&[&["rules", "sql", &file, "--dialect", "duckdb"], more].concat());
    let printed = ask(&[]);
    assert_eq!((printed.code, printed.err.as_str()), (0, ""));
    let written = ask(&["--table", "communes", "-o", &output]);
    assert_eq!((written.code, written.out.as_str()), (0, ""));
    assert_eq!(fs::read_to_string(&*output).unwrap(), printed.out);
    let without = ask(&["--table", "districts", "--lang", "en"]);
    assert_eq!((without.code, without.out.as_str()), (4, ""));
    assert!(
        without.err.contains("no row criteria for districts"),
        "{}",
        without.err
    );
    let unknown = ask(&["--table", "commune", "--lang", "en"]);
    assert_eq!(unknown.code, 4);
    assert!(unknown.err.contains("cli/unknown-table"), "{}", unknown.err);
    let over = ask(&["-o", &file]);
    assert_eq!(over.code, 4);
    assert!(over.err.contains("cli/output-is-input"), "{}", over.err);
    assert_eq!(
        fs::read_to_string(&*file).unwrap(),
        rules("communes", "r", "open")
    );
    let nowhere = ask(&["-o", &format!("{output}/x.sql")]);
    assert_eq!(nowhere.code, 5, "{}", nowhere.err);
}
