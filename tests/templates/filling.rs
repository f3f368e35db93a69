//! Fills a template in as a clerk would: types into its own blank cells what their validation allows.
//!
//! In: the bytes of a template and its rule set. Out: the same workbook with values in it, and what reading must make of each.

use crate::zipped::{Entry, entries, zipped};
use calamine::{Data, Range, Reader, Xlsx, open_workbook_from_rs};
use std::collections::BTreeMap;
use std::io::Cursor;
use thidua::fact::roster::Unit;
use thidua::fact::schema::{ColumnSchema, ColumnType, Reference, Slot, TableId, TableSchema};
use thidua::rule::RuleSet;

/// Rows that are filled in on sheets without units.
pub(crate) const ROWS: u32 = 7;

/// What reading must make of the cells that were filled in.
pub(crate) type Expected = BTreeMap<(TableId, u32, Slot), String>;

pub(crate) struct Workbook {
    parts: Vec<Entry>,
    sheets: Vec<(String, Range<Data>)>,
}

/// A sheet of data, as its own XML says it.
struct Sheet<'a> {
    table: TableId,
    schema: &'a TableSchema,
    header_rows: u32,
    /// The slot of each column.
    slots: Vec<Slot>,
    /// The first and last column of each validation, with its XML.
    validations: Vec<(u32, u32, String)>,
}

impl Workbook {
    pub(crate) fn open(bytes: &[u8]) -> Workbook {
        let mut xlsx: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).expect("a workbook");
        Workbook {
            parts: entries(bytes, u64::MAX).expect("an archive"),
            sheets: xlsx.worksheets(),
        }
    }

    pub(crate) fn part(&self, name: &str) -> String {
        let part = self.parts.iter().find(|part| part.name == name);
        String::from_utf8(part.expect("the part").bytes.clone()).expect("text")
    }

    /// The XML of each sheet, by its place in the workbook.
    pub(crate) fn xml(&self, at: usize) -> String {
        self.part(&format!("xl/worksheets/sheet{}.xml", at + 1))
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.sheets.iter().map(|(name, _)| name.as_str())
    }

    /// The workbook with every blank cell filled in.
    pub(crate) fn filled(mut self, rules: &RuleSet) -> (Vec<u8>, Expected) {
        let mut expected = Expected::new();
        for at in 0..self.sheets.len() {
            let xml = self.xml(at);
            let Some(sheet) = self.sheet(at, &xml, rules) else {
                continue;
            };
            let xml = sheet.fill(&xml, self.cells(at), rules, &self, &mut expected);
            let name = format!("xl/worksheets/sheet{}.xml", at + 1);
            let part = self.parts.iter_mut().find(|part| part.name == name);
            part.expect("the part").bytes = xml.into_bytes();
        }
        (zipped(&self.parts), expected)
    }

    fn cells(&self, at: usize) -> &Range<Data> {
        &self.sheets[at].1
    }

    fn text(&self, at: usize, row: u32, column: u32) -> String {
        let cell = self.cells(at).get_value((row, column));
        cell.map(ToString::to_string).unwrap_or_default()
    }

    /// The sheet of data at that place; none for the guide and the lists.
    fn sheet<'r>(&self, at: usize, xml: &str, rules: &'r RuleSet) -> Option<Sheet<'r>> {
        let name = self.sheets[at].0.as_str();
        let (table, schema) = rules
            .schema
            .table_ids()
            .map(|id| (id, rules.schema.table_at(id)))
            .find(|(_, table)| {
                table
                    .sheets
                    .iter()
                    .chain([&table.name])
                    .any(|own| own == name)
            })?;
        let header_rows = header_rows(xml);
        let (mut slots, mut header) = (Vec::new(), String::new());
        for column in 0..u32::try_from(self.cells(at).width()).expect("few") {
            let own = self.text(at, 0, column);
            if !own.is_empty() {
                header = own;
            }
            let year = self.text(at, 1, column).parse().ok();
            slots.push(Slot {
                column: column_of(&header, schema),
                year: year.filter(|_| header_rows == 2),
            });
        }
        let validations = pieces(xml, "<dataValidation ", "</dataValidation>");
        let validations = validations.map(|piece| {
            let cells = attribute(piece, "sqref");
            let (first, last) = cells.split_once(':').unwrap_or((cells, cells));
            (column_at(first), column_at(last), piece.to_owned())
        });
        Some(Sheet {
            table,
            schema,
            header_rows,
            slots,
            validations: validations.collect(),
        })
    }

    /// What the dropdown of a validation offers.
    fn offered(&self, validation: &str) -> Vec<String> {
        let source = between(validation, "<formula1>", "</formula1>");
        if let Some(words) = source
            .strip_prefix('"')
            .and_then(|rest| rest.strip_suffix('"'))
        {
            return words.split(',').map(str::to_owned).collect();
        }
        let (sheet, cells) = source.split_once("!$A$").expect("cells of a list");
        let (first, last) = cells.split_once(":$A$").expect("a first and a last one");
        let at = self
            .names()
            .position(|name| name == sheet.trim_matches('\''));
        let rows = first.parse::<u32>().expect("a row")..=last.parse().expect("a row");
        rows.map(|row| self.text(at.expect("the sheet of lists"), row - 1, 0))
            .collect()
    }
}

impl Sheet<'_> {
    fn fill(
        &self,
        xml: &str,
        cells: &Range<Data>,
        rules: &RuleSet,
        book: &Workbook,
        expected: &mut Expected,
    ) -> String {
        let mut pieces = xml.split("<c r=\"");
        let mut out = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            out.push_str("<c r=\"");
            let address = piece.split('"').next().unwrap_or_default();
            let (row, column) = (row_at(address), column_at(address));
            let Some((head, rest)) = piece
                .split_once("\"/>")
                .filter(|(head, _)| !head.contains('>'))
            else {
                self.expect_given(row, column, cells, expected);
                out.push_str(piece);
                continue;
            };
            let is_filled = row >= self.header_rows
                && (self.schema.roster.is_some() || row < self.header_rows + ROWS);
            match is_filled.then(|| self.value(row - self.header_rows, column, rules, book)) {
                Some((typed, meant)) => {
                    expected.insert(self.slot_at(row, column), meant);
                    out.push_str(&format!("{head}\"{typed}</c>{rest}"));
                }
                None => out.push_str(piece),
            }
        }
        out
    }

    fn slot_at(&self, row: u32, column: u32) -> (TableId, u32, Slot) {
        (
            self.table,
            row - self.header_rows,
            self.slots[column as usize],
        )
    }

    /// What stands in the template already must arrive, too.
    fn expect_given(&self, row: u32, column: u32, cells: &Range<Data>, expected: &mut Expected) {
        if row >= self.header_rows {
            let text = cells.get_value((row, column)).expect("a cell").to_string();
            expected.insert(self.slot_at(row, column), text);
        }
    }

    /// What is typed into a cell, and what is meant by it.
    fn value(&self, row: u32, column: u32, rules: &RuleSet, book: &Workbook) -> (String, String) {
        let slot = self.slots[column as usize];
        let declared = self.schema.column_at(slot.column).expect("a column");
        let validation = self
            .validations
            .iter()
            .find(|(first, last, _)| (*first..=*last).contains(&column))
            .map(|(_, _, xml)| xml.as_str());
        let validation = || validation.expect("a validation");
        let bound = |name: &str| -> f64 {
            let text = between(validation(), &format!("<{name}>"), &format!("</{name}>"));
            text.parse().expect("a bound")
        };
        match &declared.kind {
            ColumnType::YesNo | ColumnType::Level(_) | ColumnType::Choice(_) => {
                let words = book.offered(validation());
                let is_key = self.schema.key.contains(&slot.column);
                let at = if is_key { row } else { row + column } as usize % words.len();
                (text(&words[at]), chosen(at, declared, rules))
            }
            ColumnType::Number { whole: true, .. } => {
                let value = bound("formula1").ceil() + f64::from(100 * row + column);
                (number(value), value.to_string())
            }
            ColumnType::Number { whole: false, .. } => {
                let value = bound("formula1") + 0.25 + f64::from(row);
                (number(value), value.to_string())
            }
            ColumnType::Money { .. } => {
                let value = 150_000_000 + u64::from(row);
                (number(value), value.to_string())
            }
            ColumnType::Percent => {
                // Less than one percent, which must not be taken for sixty-five.
                assert_eq!((bound("formula1"), bound("formula2")), (0.0, 100.0));
                (number("0.65"), "0.0065".to_owned())
            }
            ColumnType::Date => {
                assert!(bound("formula1") <= 45_000.0 && 45_000.0 <= bound("formula2"));
                (number(45_000), "2023-03-15".to_owned())
            }
            ColumnType::Year => {
                assert!(bound("formula1") <= 2022.0 && 2022.0 <= bound("formula2"));
                (number(2022), "2022".to_owned())
            }
            ColumnType::Code { of, width } => {
                let code = self.code(row, *of, *width, rules);
                (text(&code), code)
            }
            ColumnType::Text => {
                let name = self.nominee(row, slot, rules);
                let words = name.unwrap_or_else(|| format!("Mục {}", row + 1));
                (text(&words), words)
            }
        }
    }

    fn code(
        &self,
        row: u32,
        of: Option<Reference>,
        width: Option<usize>,
        rules: &RuleSet,
    ) -> String {
        let unit = of.and_then(|of| self.unit(row, of, rules));
        unit.map_or_else(|| code(row, width), |unit| unit.code.clone())
    }

    /// The unit that a code leads to, if it leads to one of an official list.
    fn unit<'r>(&self, row: u32, of: Reference, rules: &'r RuleSet) -> Option<&'r Unit> {
        let table = match of {
            Reference::Table(table) => table,
            Reference::NamedBy(chooser) => {
                let chooser = self.schema.column_at(chooser).expect("a column");
                let ColumnType::Choice(choices) = chooser.kind else {
                    panic!("{} chooses nothing", chooser.name);
                };
                let terms = &rules.schema.vocabulary_at(choices).terms;
                let (name, _) = terms.get_index(row as usize % terms.len()).expect("a term");
                rules.schema.table(name).expect("a table").0
            }
        };
        let level = rules.schema.table_at(table).roster.as_ref()?;
        level.roster.level(&level.level).next()
    }

    /// The name of the unit that a row of the list of nominations is about.
    fn nominee(&self, row: u32, slot: Slot, rules: &RuleSet) -> Option<String> {
        let list = rules.nominations.as_ref()?;
        if list.table != self.table || list.name != Some(slot.column) {
            return None;
        }
        let unit = self.unit(row, Reference::NamedBy(list.subject), rules)?;
        Some(unit.full_name())
    }
}

/// A code that begins with a zero.
fn code(row: u32, width: Option<usize>) -> String {
    let width = width.unwrap_or(4);
    format!("{:0>width$}", row + 1)
}

/// The term at that place of a dropdown; what stands behind the terms is no value.
fn chosen(at: usize, column: &ColumnSchema, rules: &RuleSet) -> String {
    match column.kind {
        ColumnType::Level(vocabulary) | ColumnType::Choice(vocabulary) => {
            let terms = &rules.schema.vocabulary_at(vocabulary).terms;
            let term = terms.get_index(at);
            term.map(|(code, _)| code.clone()).unwrap_or_default()
        }
        _ => ["yes", "no", ""][at].to_owned(),
    }
}

fn number(value: impl ToString) -> String {
    format!("><v>{}</v>", value.to_string())
}

fn text(value: &str) -> String {
    assert!(
        !value.contains(['<', '&']),
        "{value} stands in XML as it is"
    );
    format!(" t=\"inlineStr\"><is><t>{value}</t></is>")
}

/// The column that a header names: behind the mark by its own name, before it as offices call it.
fn column_of(header: &str, schema: &TableSchema) -> thidua::fact::schema::ColumnId {
    let (usual, name) = header.split_once("\n/ ").unwrap_or((header, ""));
    let is_meant = |column: &ColumnSchema| {
        let is_usual = |text: &str| usual == text || usual.starts_with(&format!("{text} ("));
        column.name == name
            || column.name == usual
            || name.is_empty() && column.headers.iter().any(|header| is_usual(&header.text))
    };
    let found = schema.columns.values().find(|column| is_meant(column));
    let name = &found.unwrap_or_else(|| panic!("no column {header}")).name;
    schema.column(name).expect("a column").0
}

/// A second row holds years; other headers are merged over both.
pub(crate) fn header_rows(xml: &str) -> u32 {
    1 + u32::from(xml.contains("<mergeCell ref=\"A1:A2\"/>"))
}

/// The row of an address, from 0.
pub(crate) fn row_at(address: &str) -> u32 {
    let digits = address.trim_start_matches(|c: char| c.is_ascii_uppercase());
    digits.parse::<u32>().expect("a row") - 1
}

/// The column of an address, from 0.
fn column_at(address: &str) -> u32 {
    let letters = address.bytes().take_while(u8::is_ascii_uppercase);
    let number = letters.fold(0, |number, letter| {
        26 * number + u32::from(letter - b'A') + 1
    });
    number - 1
}

pub(crate) fn pieces<'x>(xml: &'x str, from: &str, to: &str) -> impl Iterator<Item = &'x str> {
    let (from, to) = (from.to_owned(), to.to_owned());
    let mut rest = xml;
    std::iter::from_fn(move || {
        let start = rest.find(&from)?;
        let end = start + rest[start..].find(&to)? + to.len();
        let piece = &rest[start..end];
        rest = &rest[end..];
        Some(piece)
    })
}

fn between<'x>(text: &'x str, from: &str, to: &str) -> &'x str {
    let start = text.find(from).expect("a beginning") + from.len();
    &text[start..start + text[start..].find(to).expect("an end")]
}

pub(crate) fn attribute<'x>(xml: &'x str, name: &str) -> &'x str {
    between(xml, &format!("{name}=\""), "\"")
}
