//! Recorded decisions that lift one criterion for one subject: from a YAML file or the rows of a table to checked waivers.
//!
//! In: the text of a YAML file, or facts of the table that [`schema`] describes; a rule set. Out: waivers whose rule and table exist,
//! or every problem with its place. Must not know: verdicts.

use crate::diagnostic::Diagnostic;
use crate::fact::TableNeeds;
use crate::fact::data::{Fact, TableFacts};
use crate::fact::schema::{
    ColumnId, ColumnSchema, ColumnType, Header, Schema, Slot, TableId, TableSchema,
};
use crate::place::{Place, Spot};
use crate::rule::source::SourceText;
use crate::rule::yaml::{self, Fields, Findings, Node};
use crate::rule::{Problem, RuleIndex, RuleSet};
use crate::text::{Wording, meant};
use chrono::NaiveDate;
use indexmap::IndexMap;

/// A decision that lifts one criterion for one subject.
#[derive(Clone, Debug)]
pub struct Waiver {
    /// The criterion.
    pub rule: RuleIndex,
    /// The subject's table.
    pub table: TableId,
    /// The subject's code.
    pub code: String,
    /// Why.
    pub reason: String,
    /// The decision's number and date.
    pub decision: String,
    /// Who decided.
    pub approved_by: String,
    /// The first day on which it holds.
    pub from: NaiveDate,
    /// The last day on which it holds.
    pub until: NaiveDate,
    /// Where it stands.
    pub place: Place,
}

/// What a waiver states, all of it needed; in a table, the column's headers besides its name.
const COLUMNS: [(&str, &[&str]); 7] = [
    ("rule", &["Mã tiêu chuẩn", "Tiêu chuẩn", "Điều khoản"]),
    (
        "subject",
        &["Đối tượng", "Đối tượng được miễn xét", "Bảng/mã"],
    ),
    ("reason", &["Lý do", "Lý do miễn xét"]),
    (
        "decision",
        &["Số quyết định", "Quyết định", "Văn bản", "Số, ngày văn bản"],
    ),
    (
        "approved_by",
        &[
            "Người quyết định",
            "Cơ quan quyết định",
            "Người phê duyệt",
            "Cấp quyết định",
        ],
    ),
    ("from", &["Từ ngày", "Có hiệu lực từ"]),
    ("until", &["Đến ngày", "Có hiệu lực đến", "Đến hết ngày"]),
];

/// Names of sheets or files that hold waivers.
const SHEETS: [&str; 3] = ["waivers", "Miễn xét", "mien-xet"];

/// A waiver as it was found; a part that is absent is none.
struct Found {
    place: Place,
    rule: Option<(String, Place)>,
    subject: Option<(String, Place)>,
    reason: Option<String>,
    decision: Option<String>,
    approved_by: Option<String>,
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
}

/// The table that holds waivers in a workbook or a CSV file: its only table.
pub fn schema() -> Schema {
    let columns: IndexMap<String, ColumnSchema> = COLUMNS
        .iter()
        .map(|(name, headers)| ((*name).to_owned(), column(name, headers)))
        .collect();
    let table = TableSchema {
        name: SHEETS[0].to_owned(),
        title: Wording {
            vi: SHEETS[1].to_owned(),
            en: None,
        },
        sheets: SHEETS.map(str::to_owned).to_vec(),
        key: vec![ColumnId(0), ColumnId(1)],
        columns,
        ..TableSchema::default()
    };
    Schema {
        tables: IndexMap::from([(table.name.clone(), table)]),
        ..Schema::default()
    }
}

fn column(name: &str, headers: &[&str]) -> ColumnSchema {
    let kind = match name {
        "rule" | "subject" => ColumnType::Code {
            of: None,
            width: None,
        },
        "from" | "until" => ColumnType::Date,
        _ => ColumnType::Text,
    };
    ColumnSchema {
        name: name.to_owned(),
        kind,
        series: false,
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

/// All of it is needed.
pub fn needs() -> TableNeeds {
    let columns = (0_u16..).zip(COLUMNS).map(|(at, _)| Slot {
        column: ColumnId(at),
        year: None,
    });
    TableNeeds {
        slots: columns.collect(),
        ..TableNeeds::default()
    }
}

/// The waivers of a YAML file: a list under `waivers`. There are some only if no diagnostic is an error.
pub fn from_yaml(name: &str, bytes: &[u8], rules: &RuleSet) -> (Vec<Waiver>, Vec<Diagnostic>) {
    let source = match SourceText::from_bytes(name, bytes) {
        Ok(source) => source,
        Err(diagnostic) => return (Vec::new(), vec![diagnostic]),
    };
    let mut findings = Findings::new(&source);
    let found = yaml::parse(&mut findings)
        .and_then(|tree| list(&tree, &mut findings))
        .unwrap_or_default();
    let mut diagnostics = findings.into_diagnostics();
    let waivers = checked(found, rules, &mut diagnostics);
    (waivers, diagnostics)
}

fn list(tree: &Node, findings: &mut Findings<'_>) -> Option<Vec<Found>> {
    let mut fields = Fields::of(tree, findings)?;
    let list = fields.required("waivers", findings, |node, findings| {
        yaml::list(node, findings, waiver)
    });
    fields.finish(findings);
    list
}

/// Keys that are missing are reported here, so that the rest of the way need not name them again.
fn waiver(node: &Node, findings: &mut Findings<'_>) -> Option<Found> {
    let mut fields = Fields::of(node, findings)?;
    let source = findings.source();
    let place =
        |written: &yaml::Written<String>| source.place(written.span.start, written.span.end);
    let head = source.place(fields.head.start, fields.head.end);
    let mut text = |key, findings: &mut Findings<'_>| fields.required(key, findings, yaml::text);
    let (rule, subject) = (text("rule", findings), text("subject", findings));
    let (reason, decision) = (text("reason", findings), text("decision", findings));
    let approved_by = text("approved_by", findings);
    let from = fields.required("from", findings, yaml::date);
    let until = fields.required("until", findings, yaml::date);
    fields.finish(findings);
    let placed = |written: yaml::Written<String>| (written.value.clone(), place(&written));
    Some(Found {
        place: head,
        rule: rule.map(placed),
        subject: subject.map(placed),
        reason: reason.map(|text| text.value),
        decision: decision.map(|text| text.value),
        approved_by: approved_by.map(|text| text.value),
        from: from.map(|day| day.value),
        until: until.map(|day| day.value),
    })
}

/// The waivers of a table that was read by [`schema`]. There are some only if no diagnostic is an error.
pub fn from_table(rows: &TableFacts, rules: &RuleSet) -> (Vec<Waiver>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let found = (0..rows.len()).map(|row| found_in(rows, row, &mut diagnostics));
    let found = found.collect();
    let waivers = checked(found, rules, &mut diagnostics);
    (waivers, diagnostics)
}

fn found_in(rows: &TableFacts, row: u32, diagnostics: &mut Vec<Diagnostic>) -> Found {
    let mut places = rows.row_places(row);
    if places.len() > 1 {
        let mut twice = Problem::WaiverTwice {
            rule: rows.code(row),
        }
        .diagnostic();
        twice.places = places.clone();
        diagnostics.push(twice);
    }
    let place = places.swap_remove(0);
    let cell = |at: usize| {
        let column = ColumnId(u16::try_from(at).unwrap_or(u16::MAX));
        Slot { column, year: None }
    };
    let mut text = |at: usize| match rows.get(row, cell(at)) {
        Fact::Text(text) => Some(text.to_owned()),
        Fact::Date(_) | Fact::Number(_) | Fact::YesNo(_) | Fact::Year(_) | Fact::Term(_) => None,
        Fact::Missing(_) => {
            diagnostics.push(missing(COLUMNS[at].0, &place));
            None
        }
    };
    let (rule, subject) = (text(0), text(1));
    let (reason, decision, approved_by) = (text(2), text(3), text(4));
    let mut day = |at: usize| match rows.get(row, cell(at)) {
        Fact::Date(day) => Some(day),
        Fact::Text(_) | Fact::Number(_) | Fact::YesNo(_) | Fact::Year(_) | Fact::Term(_) => None,
        Fact::Missing(_) => {
            diagnostics.push(missing(COLUMNS[at].0, &place));
            None
        }
    };
    let (from, until) = (day(5), day(6));
    let at = |at: usize| {
        let first = rows.places(row, cell(at)).into_iter().next();
        first.unwrap_or_else(|| place.clone())
    };
    Found {
        rule: rule.map(|text| (text, at(0))),
        subject: subject.map(|text| (text, at(1))),
        reason,
        decision,
        approved_by,
        from,
        until,
        place,
    }
}

fn missing(column: &str, place: &Place) -> Diagnostic {
    Problem::WaiverIncomplete {
        part: column.to_owned(),
    }
    .at(place.clone())
}

/// Resolves rules and tables; two waivers for one rule and subject contradict each other even where they say the same.
fn checked(found: Vec<Found>, rules: &RuleSet, diagnostics: &mut Vec<Diagnostic>) -> Vec<Waiver> {
    let mut waivers: Vec<Waiver> = Vec::new();
    for one in found {
        let Some(waiver) = resolved(one, rules, diagnostics) else {
            continue;
        };
        let same = |other: &&Waiver| {
            (other.rule, other.table, &other.code) == (waiver.rule, waiver.table, &waiver.code)
        };
        match waivers.iter().find(same) {
            Some(other) => diagnostics.push(
                Problem::WaiverTwice {
                    rule: rules.rule(waiver.rule).clause.id.clone(),
                }
                .at(waiver.place.clone())
                .at(other.place.clone()),
            ),
            None => waivers.push(waiver),
        }
    }
    waivers
}

fn resolved(found: Found, rules: &RuleSet, diagnostics: &mut Vec<Diagnostic>) -> Option<Waiver> {
    let rule = found.rule.as_ref().and_then(|(id, place)| {
        let rule = rules.find(id);
        if rule.is_none() {
            let known = meant(id, rules.rules.iter().map(|rule| rule.clause.id.as_str()));
            let problem = Problem::WaiverOfUnknownRule {
                rule: id.clone(),
                known,
            };
            diagnostics.push(problem.at(place.clone()));
        }
        rule
    });
    let subject = found.subject.as_ref().and_then(|(subject, place)| {
        let subject_found = subject.split_once('/').and_then(|(table, code)| {
            let (table, _) = rules.schema.table(table.trim())?;
            Some((table, code.trim().to_owned()))
        });
        if subject_found.is_none() {
            let problem = Problem::WaiverOfUnknownSubject {
                subject: subject.clone(),
            };
            diagnostics.push(problem.at(place.clone()));
        }
        subject_found
    });
    let ((index, rule), (table, code)) = (rule?, subject?);
    if rule.table != table {
        let problem = Problem::WaiverOfOtherTable {
            rule: rule.clause.id.clone(),
            table: rules.schema.table_at(rule.table).name.clone(),
        };
        diagnostics.push(problem.at(found.place.clone()));
        return None;
    }
    let (from, until) = (found.from?, found.until?);
    if from > until {
        diagnostics.push(Problem::WaiverWithoutDay { from, until }.at(found.place.clone()));
        return None;
    }
    Some(Waiver {
        rule: index,
        table,
        code,
        reason: found.reason?,
        decision: found.decision?,
        approved_by: found.approved_by?,
        from,
        until,
        place: found.place,
    })
}

impl Waiver {
    /// The file that it stands in.
    pub fn file(&self) -> Place {
        self.place.at(Spot::Whole)
    }
}
