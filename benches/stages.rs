//! Times each stage on a table of communes made in memory, and the way through all of them.

use divan::Bencher;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Cursor;
use thidua::fact::{self, OpenedFile, Overrides, Request};
use thidua::rule::{self, Choice, RuleSet, shipped};
use thidua::table::{self, Cell};
use thidua::verdict::judge;

fn main() {
    divan::main();
}

const ROWS: u32 = 10_000;
const COMMUNES: u32 = 100_000;

/// Hamlets with every column that their criteria read.
fn hamlets() -> Vec<u8> {
    let mut text = String::from(
        "code,name,commune,programme_effective,living_conditions_improved,models_built",
    );
    for year in 2021..=2025 {
        let _ = write!(
            text,
            ",households_{year},poor_{year},near_poor_{year},relapsed_{year},party_rating_{year}"
        );
    }
    for row in 0..ROWS {
        let _ = write!(text, "\nT{row:06},Ấp {row},25195,yes,yes,{}", row % 3);
        for year in 0..5 {
            let _ = write!(
                text,
                ",{},{},{},0,HTTNV",
                200 + row % 50,
                60 - year * (row % 12),
                20 - year * 3
            );
        }
    }
    text.into_bytes()
}

fn rules() -> Option<RuleSet> {
    let choice = Choice {
        round: None,
        as_of: chrono::NaiveDate::default(),
        set: &[],
    };
    rule::load(
        shipped::DEFAULT.file,
        shipped::DEFAULT.text.as_bytes(),
        &choice,
        &mut shipped::fetch,
    )
    .0
}

/// Communes with every column of `communes.yaml`; one cell in two hundred is empty.
fn communes() -> Vec<u8> {
    let mut chance = 20_252_u64;
    let mut below = |most: u64| {
        chance = chance
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (chance >> 33) % most
    };
    let mut text =
        String::from("code,models_built,funds_settled,reports_on_time,relapsed_households");
    for year in 2021..=2025 {
        let _ = write!(text, ",households_{year},poor_{year},near_poor_{year}");
        let _ = write!(text, ",target_reduction_{year},party_rating_{year}");
    }
    for row in 0..COMMUNES {
        let mut cells = vec![below(4).to_string()];
        cells.extend((0..2).map(|_| if below(10) > 0 { "yes" } else { "no" }.to_owned()));
        cells.push(if below(3) > 0 { 0 } else { below(5) }.to_string());
        let (mut households, mut poor) = (1_000 + below(4_000), 200 + below(300));
        for _ in 0..5 {
            households += below(20);
            poor -= below(poor / 3 + 1);
            cells.extend([
                households.to_string(),
                poor.to_string(),
                (poor / 2 + below(20)).to_string(),
            ]);
            cells.push(format!("{}.{}", below(3), below(10)));
            cells.push(["HTNV", "HTTNV", "HTXSNV", "HTTNV"][below(4) as usize].to_owned());
        }
        let _ = write!(text, "\nX{row:07}");
        for cell in cells {
            let _ = write!(text, ",{}", if below(200) > 0 { &cell } else { "" });
        }
    }
    text.into_bytes()
}

fn communes_rules() -> Option<RuleSet> {
    let choice = Choice {
        round: None,
        as_of: chrono::NaiveDate::default(),
        set: &[],
    };
    let text = include_bytes!("communes.yaml");
    rule::load("communes.yaml", text, &choice, &mut shipped::fetch).0
}

fn file(bytes: Vec<u8>) -> OpenedFile {
    OpenedFile {
        name: "hamlets.csv".into(),
        source: table::open(Box::new(Cursor::new(bytes))),
    }
}

#[divan::bench]
fn load_the_rules() -> bool {
    rules().is_some()
}

#[divan::bench]
fn read_cells(bencher: Bencher) {
    let bytes = hamlets();
    bencher.bench(|| {
        let mut cells = 0_u64;
        if let Ok(mut source) = table::open(Box::new(Cursor::new(bytes.clone())))
            && let Ok(mut rows) = source.rows(0)
        {
            while let Ok(Some(row)) = rows.next_row() {
                cells += row.cells().filter(|cell| *cell != Cell::Empty).count() as u64;
            }
        }
        cells
    });
}

#[divan::bench]
fn read_facts(bencher: Bencher) {
    let (bytes, rules) = (hamlets(), rules());
    bencher.bench(|| {
        let rules = rules.as_ref()?;
        let request = Request {
            schema: &rules.schema,
            needed: &rules.needed,
            assignments: &[],
            overrides: &Overrides::default(),
            digests: false,
        };
        Some(
            fact::read(&request, vec![file(bytes.clone())], |file| file, &mut || {})
                .0
                .inputs
                .len(),
        )
    });
}

#[divan::bench]
fn judge_facts(bencher: Bencher) {
    judged(bencher, rules(), file(hamlets()));
}

/// Six criteria on 100 000 rows.
#[divan::bench]
fn judge_communes(bencher: Bencher) {
    let mut file = file(communes());
    file.name = "communes.csv".into();
    judged(bencher, communes_rules(), file);
}

fn judged(bencher: Bencher, rules: Option<RuleSet>, file: OpenedFile) {
    let facts = rules.as_ref().map(|rules| {
        let request = Request {
            schema: &rules.schema,
            needed: &BTreeMap::new(),
            assignments: &[],
            overrides: &Overrides::default(),
            digests: false,
        };
        fact::read(&request, vec![file], |file| file, &mut || {}).0
    });
    bencher.bench(|| Some(judge(rules.as_ref()?, facts.as_ref()?, &[]).0.tables.len()));
}

/// A workbook of a commune's hamlets, as one of many in a folder.
fn workbook() -> Option<Vec<u8>> {
    const ROWS: u32 = 111;
    const FIGURES: u16 = 25;
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for row in 0..ROWS {
        sheet.write(row, 0, format!("T{row:06}")).ok()?;
        sheet.write(row, 1, format!("Ấp {row}")).ok()?;
        for column in 0..FIGURES {
            sheet.write(row, column + 2, row + u32::from(column)).ok()?;
        }
    }
    book.save_to_buffer().ok()
}

#[divan::bench]
fn open_a_workbook(bencher: Bencher) {
    let bytes = workbook();
    bencher.bench(|| {
        table::open(Box::new(Cursor::new(bytes.clone()?)))
            .ok()
            .map(drop)
    });
}

#[divan::bench]
fn read_cells_of_a_workbook(bencher: Bencher) {
    let bytes = workbook();
    bencher.bench(|| {
        let mut source = table::open(Box::new(Cursor::new(bytes.clone()?))).ok()?;
        let mut rows = source.rows(0).ok()?;
        let mut cells = 0;
        while let Ok(Some(row)) = rows.next_row() {
            cells += row.cells().filter(|cell| *cell != Cell::Empty).count();
        }
        Some(cells)
    });
}
