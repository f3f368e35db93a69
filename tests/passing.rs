//! Rows that are judged as they pass by come to what they come to when all of them are kept.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test stops at what it did not expect"
)]

use assert_cmd::Command;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

const RULES: &str = r#"
format: 1
id: thu
version: "1"
title: Thử
units: { household: { vi: hộ, en: households } }
rounds: { r: { title: R, years: { start: 2021, review: 2025 } } }
default_round: r
scales: { rating: { HTNV: [Hoàn thành nhiệm vụ], HTTNV: [Hoàn thành tốt nhiệm vụ] } }
tables:
  communes:
    title: Xã
    sheets: [communes]
    key: code
    columns:
      code: { type: code, headers: [Mã] }
      name: { type: text, headers: [Tên] }
      note: { type: text, headers: [Ghi chú] }
      households: { type: number, unit: household, whole: true, by: year, headers: [Số hộ] }
      poor: { type: number, unit: household, whole: true, by: year, headers: [Hộ nghèo] }
      spent: { type: money, headers: [Kinh phí] }
      rated: { type: level, of: rating, headers: [Xếp loại], empty: [chưa] }
      settled: { type: yes_no, headers: [Quyết toán] }
      since: { type: year, headers: [Từ năm] }
      day: { type: date, headers: [Ngày] }
      near: { type: number, unit: household, whole: true, by: year, headers: [Hộ cận nghèo] }
      moved: { type: year, headers: [Chuyển năm] }
    derived:
      share: { is: "poor[review] / households[review]" }
criteria:
  communes:
    all:
      - { id: A, cite: x, says: Giảm, require: "reduction(poor[start], poor[review]) > 50%" }
      - { id: B, cite: x, says: Tốt, when: "known(rated)", require: "rated >= 'HTTNV' and settled" }
      - { id: C, cite: x, says: Năm, require: "since between 2021 and review and share < 10%" }
      - { id: D, cite: x, says: Ngày, require: "day <= date(2025, 12, 31)" }
      - { id: E, cite: x, says: Năm của hàng, require: "near[moved] > 30" }
"#;

const HEADER: &str = "Mã,Tên,Ghi chú,Số hộ 2025,Hộ nghèo 2021,Hộ nghèo 2025,Kinh phí,Xếp loại,Quyết toán,Từ năm,Ngày,Hộ cận nghèo 2021,Hộ cận nghèo 2025,Chuyển năm";

/// A small generator, the same each time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (self.0 >> 33) % sides
    }

    fn pick<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.roll(of.len() as u64) as usize]
    }
}

fn row(code: &str, dice: &mut Dice) -> String {
    let (households, poor) = (200 + dice.roll(300), 20 + dice.roll(60));
    let mut cells = vec![
        code.to_owned(),
        dice.pick(&["Xã Lộc An", "\"An, xã\"", "=1+1", "", "Xã Lộc Hòa"])
            .to_owned(),
        dice.pick(&["", "ghi chú", "\"hai\ndòng\"", "m²"])
            .to_owned(),
        households.to_string(),
        poor.to_string(),
        (poor * dice.roll(100) / 100).to_string(),
        dice.pick(&["0", "1500000", "1.500.000", "5 triệu"])
            .to_owned(),
        dice.pick(&["HTTNV", "HTNV", "Hoàn thành tốt nhiệm vụ", "chưa", "HTT"])
            .to_owned(),
        dice.pick(&["có", "không", "x", "yes", ""]).to_owned(),
        dice.pick(&["2021", "2025", "2019", "0"]).to_owned(),
        dice.pick(&["31/12/2025", "2026-01-01", "1/2/2025", "hôm qua"])
            .to_owned(),
        (10 + dice.roll(60)).to_string(),
        (10 + dice.roll(60)).to_string(),
        dice.pick(&["2021", "2025", "2019", ""]).to_owned(),
    ];
    if dice.roll(10) == 0 {
        let at = 3 + dice.roll(11) as usize;
        cells[at] = dice
            .pick(&["12a", "", "#REF!", "-4", " 7 ", "1.234"])
            .to_owned();
    }
    cells.join(",")
}

fn table(rows: usize, dice: &mut Dice) -> String {
    let mut text = format!("{HEADER}\n");
    for at in 0..rows {
        let _ = writeln!(text, "{}", row(&format!("X{at:05}"), dice));
    }
    text
}

/// Standard output, messages and code of a check, and what it wrote.
fn checked(folder: &Path, outputs: &[&str]) -> (String, String, Option<i32>, Vec<String>) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_thidua"));
    command
        .current_dir(folder)
        .args(["check", "communes.csv", "--rules", "thu.yaml"]);
    command.args(["--as-of", "2025-12-31", "--quiet"]);
    for output in outputs {
        command.args(["-o", output]);
    }
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let lists =
        ["a.csv", "a.jsonl"].map(|name| fs::read_to_string(folder.join(name)).unwrap_or_default());
    (
        text(output.stdout),
        text(output.stderr),
        output.status.code(),
        lists.to_vec(),
    )
}

/// What both ways say of a table.
fn both(text: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("thu.yaml"), RULES).unwrap();
    fs::write(folder.path().join("communes.csv"), text).unwrap();
    let passing = checked(folder.path(), &["a.csv", "a.jsonl"]);
    for name in ["a.csv", "a.jsonl"] {
        fs::remove_file(folder.path().join(name)).unwrap();
    }
    // A whole document needs every row more than once.
    let kept = checked(folder.path(), &["a.csv", "a.jsonl", "a.json"]);
    assert_eq!(passing, kept, "{text}");
    assert!(passing.3[0].len() > 50, "{passing:?}");
    passing.0
}

#[test]
fn rows_that_pass_by_come_to_what_kept_rows_come_to() {
    let mut dice = Dice(7);
    for rows in [1, 2, 5, 40, 400] {
        for _ in 0..4 {
            both(&table(rows, &mut dice));
        }
    }
    let said = both(&table(6_000, &mut dice));
    assert!(said.contains("6.000"), "{said}");
}

#[test]
fn what_only_the_whole_table_can_tell_is_told() {
    let mut dice = Dice(11);
    let twice = table(3_000, &mut dice) + &row("X00007", &mut dice) + "\n";
    let said = both(&twice);
    assert!(said.contains("1 "), "{said}");
    let total = table(3_000, &mut dice) + "Tổng cộng,,,9,9,9,,,,,\n";
    both(&total);
    let group = table(100, &mut dice) + "II,,,,,,,,,,\n" + &table(100, &mut dice).replace('X', "Y");
    both(&group);
    let no_key =
        table(500, &mut dice) + ",Xã,,1,2,3,,,,,\n" + &table(5, &mut dice).replace('X', "Z");
    both(&no_key);
    let other = table(50, &mut dice) + "\nMã,Tên,Hộ nghèo 2021\nY1,Xã,4\n";
    both(&other);
    let unclosed = table(900, &mut dice) + "Y1,\"Xã,4\n" + &table(5, &mut dice).replace('X', "Z");
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("thu.yaml"), RULES).unwrap();
    fs::write(folder.path().join("communes.csv"), unclosed).unwrap();
    let (_, messages, code, lists) = checked(folder.path(), &["a.csv", "a.jsonl"]);
    assert_eq!(code, Some(3), "{messages}");
    assert_eq!(lists[0], "", "no list of a table that could not be read");
}

#[test]
fn a_list_that_cannot_be_written_is_said_and_leaves_the_older_one() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("thu.yaml"), RULES).unwrap();
    fs::write(folder.path().join("communes.csv"), table(50, &mut Dice(3))).unwrap();
    let (_, messages, code, lists) = checked(folder.path(), &["khong-co/a.csv", "a.jsonl"]);
    assert_eq!(code, Some(5), "{messages}");
    assert!(messages.contains("a.csv"), "{messages}");
    assert_eq!(lists[1].lines().count(), 51, "the other list is written");
    let names = fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(names, 3, "nothing unfinished is left");
}

/// Words over figures are a heading only where data stand above it, also if these have passed by: here one begins a run of lines.
#[test]
fn a_heading_at_the_beginning_of_a_run_is_one() {
    // The first run takes what is left of the first piece that was read, and the second piece.
    const RUN: usize = 2 << 18;
    const ROW: usize = 1 << 11;
    let mut text = format!("{HEADER}\n");
    while text.len() < RUN {
        let row = format!("X{:06},An,,9,9,3,1,HTNV,có,2021,1/2/2025\n", text.len());
        let length = ROW - text.len() % ROW;
        let note = "n".repeat(length.saturating_sub(row.len()));
        text.push_str(&row.replacen(",,", &format!(",{note},"), 1));
    }
    assert_eq!(text.len(), RUN);
    text.push_str(",Khu vực II,,,,,triệu đồng,,,,\n");
    text.push_str(&table(20, &mut Dice(13))[HEADER.len() + 1..].replace('X', "Y"));
    both(&text);
}
