//! Rule sets as their authors work with them: one that extends another, its examples, a new one, the schema for editors.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop where it finds something missing"
)]

use assert_cmd::Command;
use serde_json::Value;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// What a run came to, and what it wrote on its two outputs.
struct Ran {
    code: i32,
    out: String,
    err: String,
}

fn thidua(folder: &Path, arguments: &[&str]) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_thidua"));
    command.env_remove("THIDUA_LANG").current_dir(folder);
    let output = command.args(arguments).output().unwrap();
    Ran {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A folder with those files.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

const PROVINCE: &str = "\
format: 1
id: tinh-moi
version: '0.2'
title: { vi: Tỉnh mới, en: A new province }
extends: binh-phuoc-2021-2025
criteria:
  enterprises:
    all:
      - { id: V.2.7.b, drop: true }
      - id: V.2.7.d
        cite: NQ 1
        says: { vi: Có xác nhận, en: Confirmed }
        require: known(state_bank_confirmation)
        examples: [{ state_bank_confirmation: x, gives: met }]
";

const ENTERPRISES: &str = "code,name,kind,contribution,credit_policy,state_bank_confirmation\n1,A,Doanh nghiệp,100000000,,x\n";

#[test]
fn a_rule_set_extends_one_that_ships_by_its_id() {
    let folder = folder(&[("tinh.yaml", PROVINCE), ("enterprises.csv", ENTERPRISES)]);
    let lint = thidua(folder.path(), &["rules", "lint", "tinh.yaml"]);
    assert_eq!(lint.code, 0, "{}", lint.err);
    let check = [
        "check",
        "-r",
        "tinh.yaml",
        "enterprises.csv",
        "--lang",
        "en",
    ];
    let text = thidua(folder.path(), &check);
    assert_eq!(text.code, 0, "{}{}", text.out, text.err);
    let named = "tinh-moi extends the rule set binh-phuoc-2021-2025 1.0.0";
    assert!(text.out.contains(named), "{}", text.out);
    let report = thidua(folder.path(), &[&check[..], &["--format", "json"]].concat());
    let report: Value = serde_json::from_str(&report.out).unwrap();
    let base = &report["ruleset"]["extends"];
    assert_eq!(base["id"], "binh-phuoc-2021-2025");
    assert_eq!(base["sha256"].as_str().unwrap().len(), 64);
    assert_ne!(base["sha256"], report["ruleset"]["sha256"]);
    let ids = report["subjects"][0]["rules"].as_array().unwrap().iter();
    let ids: Vec<&str> = ids.map(|rule| rule["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["V.2.7.a", "V.2.7.c", "V.2.7.d"]);
    let schema = include_str!("../docs/report.schema.json");
    let schema: Value = serde_json::from_str(schema).unwrap();
    assert!(jsonschema::is_valid(&schema, &report));
}

#[test]
fn a_rule_set_extends_a_file_beside_it_whose_roster_is_beside_that() {
    let base = "format: 1\nid: goc\nversion: '1'\ntitle: G\ntables:\n  t:\n    key: code\n    roster: { file: ds.csv, level: commune }\n    columns: { code: { type: code }, x: { type: number } }\ncriteria:\n  t: { id: a, cite: K, says: S, require: x > 0 }\n";
    let own = "format: 1\nid: moi\nversion: '1'\ntitle: M\nextends: goc/goc.yaml\n";
    let units = "code,name,type,level,parent\n1,A,Xã,commune,\n";
    let folder = folder(&[
        ("moi.yaml", own),
        ("goc/goc.yaml", base),
        ("goc/ds.csv", units),
    ]);
    let lint = thidua(folder.path(), &["rules", "lint", "moi.yaml"]);
    assert_eq!(lint.code, 0, "{}", lint.err);
    fs::write(
        folder.path().join("goc/goc.yaml"),
        base.replace("x > 0", "z > 0"),
    )
    .unwrap();
    let broken = thidua(folder.path(), &["rules", "lint", "moi.yaml"]);
    assert_eq!(broken.code, 4);
    assert!(broken.err.contains("goc.yaml:11:42\n"), "{}", broken.err);
    assert!(broken.err.contains("require: z > 0"), "{}", broken.err);
}
