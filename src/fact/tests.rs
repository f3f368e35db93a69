//! Files in, facts out: the whole stage, with a small rule set's tables.

mod heads;
mod joins;
mod layouts;
mod measures;
mod overrides;
mod rosters;
mod rows;
mod runs;
mod sheets;
mod titles;
mod transposed;
mod values;

use super::*;
use crate::diagnostic::{Argument, Severity};
use crate::fact::data::{Absence, Fact};
use crate::fact::roster::{Roster, Unit};
use crate::fact::schema::{
    ColumnSchema, ColumnType, Header, Reference, RosterLevel, TableSchema, UnitId, Vocabulary,
    VocabularyId,
};
use crate::number::Number;
use crate::text::Wording;
use rust_xlsxwriter::{Workbook, Worksheet};
use std::io::Cursor;

const HOUSEHOLD: ColumnType = ColumnType::Number {
    unit: Some(UnitId(0)),
    whole: true,
    min: Number::ZERO,
};

fn code_of(schema_table: u16) -> ColumnType {
    ColumnType::Code {
        of: Some(Reference::Table(TableId(schema_table))),
        width: None,
    }
}

const CODE: ColumnType = ColumnType::Code {
    of: None,
    width: None,
};

fn column(name: &str, kind: ColumnType, series: bool, headers: &[&str]) -> ColumnSchema {
    ColumnSchema {
        name: name.to_owned(),
        kind,
        series,
        headers: headers
            .iter()
            .map(|text| Header {
                text: (*text).to_owned(),
                year_shift: 0,
            })
            .collect(),
        empty: Vec::new(),
        optional: false,
        digits: None,
    }
}

fn table(name: &str, sheets: &[&str], keys: &[&str], columns: Vec<ColumnSchema>) -> TableSchema {
    let mut table = TableSchema {
        name: name.to_owned(),
        sheets: sheets.iter().map(|s| (*s).to_owned()).collect(),
        ..TableSchema::default()
    };
    table.columns = columns
        .into_iter()
        .map(|column| (column.name.clone(), column))
        .collect();
    table.key = keys
        .iter()
        .map(|key| table.column(key).unwrap().0)
        .collect();
    table
}

fn unit(code: &str, kind: &str, name: &str, level: &str, parent: &str) -> Unit {
    Unit {
        code: code.into(),
        name: name.into(),
        kind: kind.into(),
        level: level.into(),
        parent: parent.into(),
    }
}

fn roster() -> Arc<Roster> {
    let units = vec![
        unit("70", "Tỉnh", "Bình Phước", "province", ""),
        unit("689", "Thành phố", "Đồng Xoài", "district", "70"),
        unit("692", "Huyện", "Lộc Ninh", "district", "70"),
        unit("695", "Huyện", "Đồng Phú", "district", "70"),
        unit("25195", "Phường", "Tân Phú", "commune", "689"),
        unit("25270", "Thị trấn", "Lộc Ninh", "commune", "692"),
        unit("25276", "Xã", "Lộc Thạnh", "commune", "692"),
        unit("25294", "Xã", "Lộc Thành", "commune", "692"),
        unit("25363", "Thị trấn", "Tân Phú", "commune", "695"),
        unit("25222", "Xã", "Đak Ơ", "commune", "692"),
    ];
    Arc::new(Roster::new("units.csv".into(), String::new(), units))
}

/// Tables by index: 0 communes, 1 districts, 2 hamlets, 3 nominations, 4 reports, 5 things (a column of every type).
fn schema() -> Schema {
    let mut schema = Schema::default();
    for (name, vi) in [("household", "hộ"), ("VND", "đồng"), ("person", "người")] {
        schema.units.insert(
            name.into(),
            Wording {
                vi: vi.into(),
                en: None,
            },
        );
    }
    let terms = |terms: &[(&str, &[&str])]| {
        terms
            .iter()
            .map(|(code, names)| {
                (
                    (*code).to_owned(),
                    names.iter().map(|n| (*n).to_owned()).collect(),
                )
            })
            .collect()
    };
    let rating = terms(&[
        ("HTNV", &["Hoàn thành nhiệm vụ"]),
        ("HTTNV", &["Hoàn thành tốt nhiệm vụ", "Tốt"]),
    ]);
    schema
        .vocabularies
        .insert("rating".into(), Vocabulary::new(true, rating));
    let subject = terms(&[("communes", &["Xã"]), ("hamlets", &["Ấp"])]);
    schema
        .vocabularies
        .insert("subject".into(), Vocabulary::new(false, subject));
    let figures = || {
        let mut poor = column("poor", HOUSEHOLD, true, &["Hộ nghèo", "Số hộ nghèo"]);
        poor.headers.push(Header {
            text: "Số hộ nghèo đầu năm".into(),
            year_shift: -1,
        });
        vec![
            column("code", CODE, false, &["Mã đơn vị", "Mã"]),
            column("name", ColumnType::Text, false, &["Tên đơn vị", "Tên"]),
            column("households", HOUSEHOLD, true, &["Tổng số hộ"]),
            poor,
            column("near_poor", HOUSEHOLD, true, &["Hộ cận nghèo"]),
        ]
    };
    let mut communes = figures();
    communes.push(column(
        "district",
        code_of(1),
        false,
        &["Mã huyện", "Huyện"],
    ));
    communes.push(column("rate", ColumnType::Percent, true, &["Tỷ lệ"]));
    let mut communes = table("communes", &["Cấp xã"], &["code"], communes);
    communes.roster = Some(RosterLevel {
        roster: roster(),
        level: "commune".into(),
    });
    let mut districts = table("districts", &["Cấp huyện"], &["code"], figures());
    districts.roster = Some(RosterLevel {
        roster: roster(),
        level: "district".into(),
    });
    let mut hamlets = figures();
    hamlets.push(column("commune", code_of(0), false, &["Mã xã"]));
    let hamlets = table("hamlets", &["Thôn, ấp"], &["code"], hamlets);
    let named = ColumnType::Code {
        of: Some(Reference::NamedBy(ColumnId(0))),
        width: None,
    };
    let nominations = vec![
        column(
            "subject",
            ColumnType::Choice(VocabularyId(1)),
            false,
            &["Đối tượng"],
        ),
        column("code", named, false, &["Mã"]),
        column("name", ColumnType::Text, false, &["Tên"]),
        column("leader", ColumnType::YesNo, false, &["Lãnh đạo"]),
    ];
    let nominations = table(
        "nominations",
        &["Danh sách đề nghị"],
        &["subject", "code"],
        nominations,
    );
    let reports = vec![
        column("unit", CODE, false, &["Đơn vị"]),
        column("year", ColumnType::Year, false, &["Năm"]),
        column("submitted", ColumnType::Date, false, &["Ngày gửi"]),
    ];
    let reports = table("reports", &["Báo cáo"], &[], reports);
    for table in [communes, districts, hamlets, nominations, reports, things()] {
        schema.tables.insert(table.name.clone(), table);
    }
    schema
}

/// A table with a column of every type.
fn things() -> TableSchema {
    let mut dashed = column("dashed", HOUSEHOLD, false, &[]);
    dashed.empty = vec!["-".into(), "Chưa".into()];
    let columns = vec![
        column(
            "code",
            ColumnType::Code {
                of: None,
                width: Some(3),
            },
            false,
            &["Mã"],
        ),
        column("count", HOUSEHOLD, false, &["Số hộ"]),
        column(
            "pure",
            ColumnType::Number {
                unit: None,
                whole: false,
                min: Number::from(-10),
            },
            false,
            &["Điểm"],
        ),
        column(
            "money",
            ColumnType::Money { unit: UnitId(1) },
            false,
            &["Kinh phí"],
        ),
        column("percent", ColumnType::Percent, false, &["Tỷ lệ"]),
        column("flag", ColumnType::YesNo, false, &["Đạt"]),
        column("day", ColumnType::Date, false, &["Ngày"]),
        column("year", ColumnType::Year, false, &["Năm"]),
        column(
            "level",
            ColumnType::Level(VocabularyId(0)),
            false,
            &["Xếp loại"],
        ),
        column("note", ColumnType::Text, false, &[]),
        dashed,
    ];
    table("things", &["Mọi thứ"], &["code"], columns)
}

use crate::fact::schema::ColumnId;

/// What was read.
struct Outcome {
    schema: Schema,
    facts: Facts,
    findings: Diagnostics,
}

/// Opened files for [`read`].
fn csv(name: &str, text: &str) -> OpenedFile {
    OpenedFile {
        name: name.into(),
        source: table::open(Box::new(Cursor::new(text.as_bytes().to_vec()))),
    }
}

fn workbook(name: &str, fill: impl FnOnce(&mut Workbook)) -> OpenedFile {
    let mut workbook = Workbook::new();
    fill(&mut workbook);
    let bytes = workbook.save_to_buffer().unwrap();
    OpenedFile {
        name: name.into(),
        source: table::open(Box::new(Cursor::new(bytes))),
    }
}

/// A sheet of texts, one line a row, cells apart by `|`; a cell of digits is a number.
fn fill<'a>(workbook: &'a mut Workbook, name: &str, text: &str) -> &'a mut Worksheet {
    let sheet = workbook.add_worksheet().set_name(name).unwrap();
    for (row, line) in (0_u32..).zip(text.lines()) {
        for (column, cell) in (0_u16..).zip(line.split('|').map(str::trim)) {
            match cell.parse::<f64>() {
                _ if cell.is_empty() => {}
                Ok(number) => drop(sheet.write_number(row, column, number).unwrap()),
                Err(_) => drop(sheet.write_string(row, column, cell).unwrap()),
            }
        }
    }
    sheet
}

fn run(files: Vec<OpenedFile>) -> Outcome {
    run_with(files, &[])
}

fn run_with(files: Vec<OpenedFile>, assignments: &[Assignment]) -> Outcome {
    run_in(schema(), files, assignments)
}

fn run_in(schema: Schema, files: Vec<OpenedFile>, assignments: &[Assignment]) -> Outcome {
    run_asked(schema, files, assignments, &Overrides::default())
}

fn run_asked(
    schema: Schema,
    files: Vec<OpenedFile>,
    assignments: &[Assignment],
    overrides: &Overrides,
) -> Outcome {
    // Every slot of a column that any file has is taken for needed, so that bad cells are errors; one missing column is asked for.
    let mut needed = Needed::new();
    for id in schema.table_ids() {
        for (at, column) in (0_u16..).zip(schema.table_at(id).columns.values()) {
            let years: Vec<Option<i32>> = if column.series {
                (2021..=2022).map(Some).collect()
            } else {
                vec![None]
            };
            needed
                .entry(id)
                .or_default()
                .slots
                .extend(years.into_iter().map(|year| Slot {
                    column: ColumnId(at),
                    year,
                }));
        }
    }
    let request = Request {
        schema: &schema,
        needed: &needed,
        assignments,
        overrides,
        digests: true,
    };
    let (facts, findings) = read(&request, files, |file| file, &mut || {});
    for sheet in facts.inputs.iter().flat_map(|input| &input.sheets) {
        let skipped: u64 = sheet.skipped.iter().map(|skipped| skipped.count).sum();
        assert_eq!(sheet.read, sheet.used + skipped, "{sheet:?}");
    }
    Outcome {
        schema,
        facts,
        findings,
    }
}

impl Outcome {
    fn table(&self, name: &str) -> &data::TableFacts {
        let (id, _) = self.schema.table(name).unwrap();
        self.facts.tables[usize::from(id.0)]
            .as_ref()
            .unwrap_or_else(|| panic!("no {name}: {:#?}", self.findings))
    }

    fn slot(&self, table: &str, column: &str) -> Slot {
        let (name, year) = match column.rsplit_once('_') {
            Some((name, year)) if year.parse::<i32>().is_ok() => (name, year.parse().ok()),
            _ => (column, None),
        };
        Slot {
            column: self.schema.table(table).unwrap().1.column(name).unwrap().0,
            year,
        }
    }

    /// A fact in short: `12`, `a text`, `yes`, `2022-12-31`, or `!Empty`.
    fn get(&self, table: &str, key: &str, column: &str) -> String {
        let facts = self.table(table);
        let key: Vec<&str> = key.split('/').collect();
        let Some(row) = facts.find(&key) else {
            return "!no such row".into();
        };
        short(&facts.get(row, self.slot(table, column)))
    }

    fn places(&self, table: &str, key: &str, column: &str) -> Vec<String> {
        let facts = self.table(table);
        let row = facts.find(&[key]).unwrap();
        facts
            .places(row, self.slot(table, column))
            .iter()
            .map(ToString::to_string)
            .collect()
    }

    /// Codes of findings with their first places, of that severity or graver, `fact/missing-column` left out.
    fn found(&self, least: Severity) -> Vec<String> {
        let findings = self
            .findings
            .iter()
            .filter(|d| d.severity <= least && d.code != "fact/missing-column");
        findings
            .map(|d| {
                format!(
                    "{} {}",
                    d.code,
                    d.places
                        .first()
                        .map(ToString::to_string)
                        .unwrap_or_default()
                )
                .trim()
                .to_owned()
            })
            .collect()
    }

    fn errors(&self) -> Vec<String> {
        self.found(Severity::Error)
    }

    fn sheet(&self, input: usize, sheet: usize) -> &SheetAccount {
        &self.facts.inputs[input].sheets[sheet]
    }

    /// `used` and the skipped rows by reason: `2 used, title 1, header 2`.
    fn account(&self, input: usize, sheet: usize) -> String {
        let account = self.sheet(input, sheet);
        let skipped = account
            .skipped
            .iter()
            .map(|s| format!(", {} {:?}", s.reason.word(), s.rows));
        format!("{} used{}", account.used, skipped.collect::<String>())
    }

    fn faults(&self) -> Vec<String> {
        let shown = |fault: &DataFault| {
            let places: Vec<String> = fault.places.iter().map(ToString::to_string).collect();
            format!(
                "{} {} {}",
                fault.check.id(),
                fault.code.as_deref().unwrap_or("-"),
                places.join(" ")
            )
        };
        self.facts.faults.iter().map(shown).collect()
    }
}

fn short(fact: &Fact<'_>) -> String {
    match fact {
        Fact::Number(number) => number.to_exact(),
        Fact::Text(text) => (*text).to_owned(),
        Fact::YesNo(flag) => if *flag { "yes" } else { "no" }.to_owned(),
        Fact::Date(day) => day.to_string(),
        Fact::Year(year) => year.to_string(),
        Fact::Term(rank) => format!("#{rank}"),
        Fact::Missing(absence) => format!("!{absence:?}"),
    }
}

#[test]
fn a_plain_file_of_canonical_names_gives_its_facts() {
    let outcome = run(vec![csv(
        "communes.csv",
        "code,name,poor_2021,poor_2022\n25294,Lộc Thành,100,49\n25276,Xã Lộc Thạnh,12,\n",
    )]);
    assert_eq!(outcome.get("communes", "25294", "poor_2022"), "49");
    assert_eq!(outcome.get("communes", "25276", "poor_2021"), "12");
    assert_eq!(outcome.get("communes", "25276", "poor_2022"), "!Empty");
    assert_eq!(outcome.get("communes", "25276", "poor_2023"), "!NoColumn");
    assert_eq!(
        outcome.places("communes", "25294", "poor_2022"),
        ["communes.csv!D2"]
    );
    assert_eq!(outcome.account(0, 0), "2 used, header [1]");
    assert!(outcome.errors().is_empty(), "{:?}", outcome.errors());
    assert_eq!(
        outcome
            .table("communes")
            .get(0, outcome.slot("communes", "code")),
        Fact::Text("25294")
    );
    assert_eq!(
        outcome
            .table("communes")
            .get(9, outcome.slot("communes", "code")),
        Fact::Missing(Absence::NoRow)
    );
}

#[test]
fn a_file_that_cannot_be_opened_is_refused_and_the_others_are_read() {
    let outcome = run(vec![
        csv("empty.csv", ""),
        csv("communes.csv", "code,poor_2021\n25294,1\n"),
    ]);
    assert!(outcome.facts.inputs[0].refused.is_some());
    assert_eq!(outcome.get("communes", "25294", "poor_2021"), "1");
}

#[test]
fn a_column_that_rules_read_and_no_sheet_has_is_one_error_with_its_years() {
    let outcome = run(vec![csv(
        "communes.csv",
        "code,poor_2021,Hộ ngheo\n25294,1,2\n",
    )]);
    let missing: Vec<_> = outcome
        .findings
        .iter()
        .filter(|d| d.code == "fact/missing-column")
        .collect();
    let of = |columns: &[&str]| {
        let columns: Vec<String> = columns.iter().map(|name| (*name).to_owned()).collect();
        let columns = Argument::from(columns);
        missing
            .iter()
            .find(|d| d.argument("columns") == Some(&columns))
            .unwrap()
    };
    let near_poor = of(&["Hộ cận nghèo 2021", "Hộ cận nghèo 2022"]);
    assert_eq!(
        near_poor.argument("found"),
        Some(&vec!["code".to_owned(), "poor_2021".into(), "Hộ ngheo".into()].into())
    );
    of(&["Hộ nghèo 2022"]);
    assert_eq!(
        outcome.found(Severity::Warning),
        ["fact/extra-columns communes.csv"]
    );
}

#[test]
fn a_bad_cell_that_no_rule_reads_is_only_a_note() {
    let outcome = run(vec![csv(
        "communes.csv",
        "code,poor_2021,poor_2030\n25294,1,x\n",
    )]);
    assert!(outcome.errors().is_empty());
    assert_eq!(
        outcome.found(Severity::Note),
        ["fact/not-a-number communes.csv!C2"]
    );
    assert_eq!(outcome.get("communes", "25294", "poor_2030"), "!Unreadable");
}
