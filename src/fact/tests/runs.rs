//! Rows that are read many at once give what they give one by one.

use super::*;
use crate::table::{Hidden, Lines, Merge, Row, Rows, SheetInfo, Source};
use proptest::prelude::*;
use std::fmt::Write as _;

/// A file that gives its rows singly.
struct Singly(Box<dyn Source>);

struct SingleRows<'a>(Box<dyn Rows + 'a>);

impl Rows for SingleRows<'_> {
    fn next_row(&mut self) -> Result<Option<Row<'_>>, table::Problem> {
        self.0.next_row()
    }

    fn next_lines(&mut self, _: Vec<u8>) -> Result<Option<Lines>, table::Problem> {
        Ok(None)
    }
}

impl Source for Singly {
    fn sheets(&self) -> &[SheetInfo] {
        self.0.sheets()
    }

    fn rows(&mut self, sheet: usize) -> Result<Box<dyn Rows + '_>, table::Problem> {
        Ok(Box::new(SingleRows(self.0.rows(sheet)?)))
    }

    fn merges(&mut self, sheet: usize) -> Result<Vec<Merge>, table::Problem> {
        self.0.merges(sheet)
    }

    fn notes(&self, sheet: usize) -> Vec<table::Problem> {
        self.0.notes(sheet)
    }

    fn hidden(&mut self, sheet: usize) -> Result<Hidden, table::Problem> {
        self.0.hidden(sheet)
    }

    fn will_be_digested(&mut self) {
        self.0.will_be_digested();
    }

    fn sha256(&mut self) -> Result<String, table::Problem> {
        self.0.sha256()
    }
}

/// All that is known of a file's only table, cell by cell, with every finding.
fn told(text: &str, singly: bool) -> String {
    let mut file = csv("things.csv", text);
    if singly {
        file.source = file
            .source
            .map(|source| Box::new(Singly(source)) as Box<dyn Source>);
    }
    let outcome = run(vec![file]);
    let mut told = String::new();
    if let Some(facts) = outcome.facts.tables[5].as_ref() {
        for row in 0..facts.len() {
            let _ = write!(told, "{} {:?}:", facts.code(row), facts.row_places(row));
            for slot in facts.slots() {
                let _ = write!(told, " {}", short(&facts.get(row, slot)));
            }
            told.push('\n');
        }
    }
    let _ = writeln!(told, "{:#?}", outcome.facts.inputs);
    let _ = writeln!(told, "{:#?}", outcome.facts.faults);
    let _ = writeln!(told, "{:#?}", outcome.findings);
    told
}

/// Where the two ways differ, if they do.
fn difference(text: &str) -> Option<String> {
    let (runs, singly) = (told(text, false), told(text, true));
    let mut lines = runs.lines().zip(singly.lines());
    let differs = lines.find(|(runs, singly)| runs != singly);
    match differs {
        Some((runs, singly)) => {
            let same = runs
                .chars()
                .zip(singly.chars())
                .take_while(|(one, other)| one == other);
            let same = same.count().saturating_sub(40);
            let end = |line: &str| line.chars().skip(same).collect::<String>();
            Some(format!("at once: {}\nsingly:  {}", end(runs), end(singly)))
        }
        None => (runs != singly).then(|| "one is longer".to_owned()),
    }
}

const HEADER: &str = "code,count,pure,money,percent,flag,day,year,level,note,dashed";

/// What may stand in each column, and further down in any.
const CELLS: [&[&str]; 11] = [
    &["A01", "B-2", "012", "x_9", "0a0", "317"],
    &[
        "0",
        "7",
        "12",
        "1500",
        "007",
        "123456789012345",
        "1.500",
        "-4",
    ],
    &[
        "0", "2", "1.5", "2,50", "0.85", "10.0", "1.500", "-3", "12.",
    ],
    &["5000000", "5 triệu", "1.000.000", "0"],
    &["12%", "12.5%", "0", "50%"],
    &["yes", "no", "Có", "không", "x"],
    &["31/12/2022", "2022-12-31", "5/6/2022", "1/2/22"],
    &["2022", "1899", "2200", "22", "0", "Năm 2021"],
    &["HTT", "HTXSNV", "Hoàn thành tốt", "KHT"],
    &[
        "Xã Lộc Thành",
        "a\u{301}",
        "m²",
        "ghi chú",
        "#N/A",
        "#1",
        " rộng ",
    ],
    &["3", "-", "Chưa", "14"],
];
const ANYWHERE: [&str; 14] = [
    "",
    " ",
    "12a",
    "n/a",
    "??",
    "\"a, b\"",
    "\"hai\ndòng\"",
    "\"\"\"\"",
    "#REF!",
    "Tổng cộng",
    "12,5",
    "0",
    "\u{a0}7",
    "1E+5",
];
/// Lines that are no data, or none of this table.
const LINES: [&str; 11] = [
    "",
    ",,,,,,,,,,",
    "Tổng cộng,5,,,,,,,,,",
    "123,1,2,3,,,,,,,",
    "1,2,3,4,5,6,7,8,9,10,11",
    "A,1,2,3",
    HEADER,
    "II,,,,,,,,,,",
    ",4,,,,,,,,,",
    "A99,1,2,3,4,5,6,7,8,9,10,11,12,13",
    "Hé nghÌo §¶ng,1,,,,,,,,,",
];

fn cell(column: usize) -> impl Strategy<Value = String> {
    let own = prop::sample::select(CELLS[column]);
    prop_oneof![30 => own, 1 => prop::sample::select(&ANYWHERE[..])].prop_map(str::to_owned)
}

fn line() -> impl Strategy<Value = String> {
    let cells: Vec<_> = (0..11).map(cell).collect();
    let data = (cells, 0..1000_u32).prop_map(|(mut cells, number)| {
        if number > 20 && cells[0] == "A01" {
            cells[0] = format!(
                "{}{:02}",
                char::from(b'A' + (number / 40) as u8),
                number % 40
            );
        }
        cells.join(",")
    });
    prop_oneof![60 => data, 1 => prop::sample::select(&LINES[..]).prop_map(str::to_owned)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn rows_read_at_once_are_those_read_one_by_one(
        lines in prop::collection::vec(line(), 0..400),
        ending in prop::sample::select(&["\n", "\r\n", "\r"][..]),
        is_ended in any::<bool>(),
    ) {
        let mut text = format!("{HEADER}{ending}{}", lines.join(ending));
        if is_ended {
            text.push_str(ending);
        }
        if let Some(differs) = difference(&text) {
            return Err(TestCaseError::fail(differs));
        }
    }
}

/// Line breaks of one character, and none but within quotes for long.
#[test]
fn a_run_may_end_anywhere() {
    for ending in ["\r", "\r\n"] {
        for rows in [80, 150, 300, 600] {
            let mut text = lines_of(rows).replace('\n', ending);
            text = text.replacen("Xã Lộc Thành", "\"hai\ndòng\"", 20);
            assert_eq!(difference(&text), None, "{rows} rows");
        }
    }
}

/// The same where every kind of row is met in a file that is long enough for many runs.
#[test]
fn a_long_file_is_the_same_either_way() {
    let mut text = format!("{HEADER}\n");
    for at in 0..3_000 {
        let letter = char::from(b'A' + (at / 100) as u8 % 26);
        let _ = writeln!(
            text,
            "{letter}{:02},{at},1.5,2000,5%,yes,{}/12/2022,2022,HTT,Xã Lộc Thành,-",
            at % 100,
            at % 28 + 1
        );
        if at % 500 == 499 {
            let _ = writeln!(text, "{}", LINES[at / 500 % 4]);
        }
    }
    assert_eq!(difference(&text), None);
    assert!(told(&text, false).contains("used: 300"));
}

/// Keeps what passes by: codes and facts of the asked columns, in file order.
struct Kept {
    table: TableId,
    rows_at_once: usize,
    batches: std::sync::Mutex<std::collections::BTreeMap<usize, String>>,
}

impl Passing for Kept {
    fn table(&self) -> TableId {
        self.table
    }

    fn asks_names(&self) -> bool {
        true
    }

    fn rows_at_once(&self) -> usize {
        self.rows_at_once
    }

    fn take(&self, number: usize, batch: &Facts) {
        let facts = batch.tables[usize::from(self.table.0)].as_ref().unwrap();
        let told = (0..facts.len()).map(|row| row_told(facts, row));
        self.batches.lock().unwrap().insert(number, told.collect());
    }
}

fn row_told(facts: &data::TableFacts, row: u32) -> String {
    let mut told = format!("{} {:?}:", facts.code(row), facts.row_places(row));
    for slot in facts.slots() {
        let _ = write!(told, " {}", short(&facts.get(row, slot)));
    }
    told + "\n"
}

/// What passes by of a table of things, in how many batches; none if all must be kept.
fn passed(text: &str) -> Option<(usize, String)> {
    passed_by(text, usize::MAX)
}

/// The same where so many rows are taken at once.
fn passed_by(text: &str, rows_at_once: usize) -> Option<(usize, String)> {
    let schema = schema();
    let (table, declared) = schema.table("things").unwrap();
    let columns = (0..declared.columns.len() as u16).map(ColumnId);
    let needs = TableNeeds {
        columns: columns.collect(),
        ..TableNeeds::default()
    };
    let needed = Needed::from([(table, needs)]);
    let request = Request {
        schema: &schema,
        needed: &needed,
        assignments: &[],
        overrides: &Overrides::default(),
        digests: true,
    };
    let kept = Kept {
        table,
        rows_at_once,
        batches: std::sync::Mutex::default(),
    };
    let passed = read_passing(&request, csv("things.csv", text), &kept)?;
    let rows = passed.facts.tables[usize::from(table.0)].as_ref();
    assert_eq!(passed.has_passed, rows.is_none_or(|rows| rows.is_empty()));
    let batches = kept.batches.into_inner().unwrap();
    Some((batches.len(), batches.into_values().collect()))
}

fn lines_of(rows: usize) -> String {
    let mut text = format!("{HEADER}\n");
    for at in 0..rows {
        let letter = char::from(b'A' + (at / 100) as u8);
        let _ = writeln!(
            text,
            "{letter}{:02},{at},1.5,2000,5%,yes,3/12/2022,2022,HTTNV,Xã Lộc Thành,-",
            at % 100
        );
    }
    text
}

#[test]
fn rows_that_pass_by_are_those_that_would_be_kept() {
    let text = lines_of(2_500);
    let (batches, told) = passed(&text).unwrap();
    assert!(batches > 10, "{batches}");
    let kept = run(vec![csv("things.csv", &text)]);
    let kept = kept.table("things");
    let kept: String = (0..kept.len()).map(|row| row_told(kept, row)).collect();
    assert_eq!(told.lines().count(), 2_500);
    assert!(told == kept);
    // Whatever takes only a few rows at once is given the same.
    let (batches, told) = passed_by(&text, 7).unwrap();
    assert!(batches > 350, "{batches}");
    assert!(told == kept);
}

#[test]
fn rows_do_not_pass_by_where_the_whole_table_must_tell() {
    let text = lines_of(1_000);
    for end in [
        "A07,1,2,3,5%,yes,,,,,\n",
        "Tổng cộng,1,,,,,,,,,\n",
        "A,1,2,3,0.5,yes,,,,,\nB99,1,2,3,0.5,yes,,,,,\n",
        "Mã,Số hộ,Xếp loại\nB99,1,\n",
        "B99,\"1,2\n",
    ] {
        assert_eq!(passed(&format!("{text}{end}")), None, "{end}");
    }
    // Rows that are no data, or that nobody can be said to own, change none of the others.
    assert!(
        passed(&format!(
            "{text},,\n,5,2,3,5%,yes,,,,,\nZ99,x,2,3,5%,yes,,,,,\n"
        ))
        .is_some()
    );
}

/// Under a header that is repeated, numbers count columns, however long they are.
#[test]
fn long_column_numbers_are_column_numbers() {
    let text = lines_of(50) + HEADER + "\n100001,100002,100003\nZ99,1\n";
    assert_eq!(difference(&text), None);
    assert!(told(&text, false).contains("ColumnNumbers"));
}

/// Files put one behind the other keep their marks; what stands behind one is no quote that opens a cell.
#[test]
fn a_byte_order_mark_before_a_row_changes_no_row() {
    for row in ["\"Z99\",1", "Z99,\"1\""] {
        let text = format!("{}\u{feff}{row}\nZ98,2\n", lines_of(50));
        assert_eq!(difference(&text), None, "{row}");
    }
}
