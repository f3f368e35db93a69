//! The page's table of subjects, row by row, and the reasons that a row unfolds.
//!
//! In: verdicts on subjects. Out: rows in words; reasons as JSON for the page's script, in chunks. Must not know: how rows are drawn.

use super::Page;
use crate::report::arithmetic::table_title;
use crate::report::light::{Light, subject_key};
use crate::report::telling::Teller;
use crate::report::{Report, Subject};
use crate::rule::RuleVerdict;
use crate::text::{printable, shortened};
use serde_json::{Value as Json, json};

/// Subjects whose reasons are read together.
pub(super) const CHUNK: usize = 250;
/// Letters of a name that a row shows.
const MOST_LETTERS: usize = 200;

/// A row of the table.
pub(super) struct Row {
    /// Its place among all rows, by which the script finds its reasons.
    pub(super) index: usize,
    pub(super) table: String,
    pub(super) code: String,
    pub(super) name: String,
    /// The unit above it.
    pub(super) above: String,
    pub(super) light: Light,
    pub(super) outcome: String,
    /// Place of the verdict when sorted: what asks for action first.
    pub(super) order: u8,
    /// The ids of the rules that stand in its way.
    pub(super) in_the_way: String,
}

impl Page<'_> {
    /// Every listed subject.
    pub(super) fn subjects(&self) -> impl Iterator<Item = Row> {
        let all = all_subjects(self.teller.report).enumerate();
        all.map(|(index, subject)| row(&self.teller, index, &subject))
    }

    /// The rules by which subjects are judged, as the reasons refer to them: id, what it says, clause.
    pub(super) fn rules_told(&self) -> String {
        let rules = self.teller.report.rules;
        let language = self.teller.locale.language();
        let told = rules.rules.iter().map(|rule| {
            let clause = &rule.clause;
            json!([clause.id, clause.says.get(language), clause.cite])
        });
        embedded(&Json::from_iter(told))
    }

    /// The reasons of all subjects, in the rows' order, a chunk of so many at a time.
    pub(super) fn reasons(&self) -> impl Iterator<Item = String> {
        let mut subjects = all_subjects(self.teller.report).peekable();
        std::iter::from_fn(move || {
            subjects.peek()?;
            let chunk = subjects.by_ref().take(CHUNK);
            let told = chunk.map(|subject| reasons_of(&self.teller, &subject));
            Some(embedded(&Json::from_iter(told)))
        })
    }
}

fn all_subjects<'a>(report: &'a Report<'_>) -> impl Iterator<Item = Subject<'a>> {
    let tables = report.tables().iter();
    tables.flat_map(|table| report.subjects(table))
}

/// The units above the subjects, each once, in the order of the data.
pub(super) fn aboves(report: &Report<'_>) -> Vec<String> {
    let mut aboves = indexmap::IndexSet::new();
    for subject in all_subjects(report) {
        aboves.extend(report.above(&subject));
    }
    aboves.into_iter().map(|above| printable(&above)).collect()
}

fn row(teller: &Teller<'_>, index: usize, subject: &Subject<'_>) -> Row {
    let report = teller.report;
    let rules = report.rules;
    let verdicts = subject.table.rules.iter().zip(subject.verdicts());
    let in_the_way = verdicts
        .filter(|(_, verdict)| matches!(verdict, RuleVerdict::NotMet | RuleVerdict::Insufficient));
    let ids: Vec<&str> = in_the_way
        .map(|(index, _)| rules.rule(*index).clause.id.as_str())
        .collect();
    let light = Light::of_subject(subject.verdict);
    Row {
        index,
        table: table_title(&rules.schema, subject.table.table, teller.locale).to_owned(),
        code: shortened(&subject.code(), MOST_LETTERS),
        name: shortened(
            &report.subject_name(subject).unwrap_or_default(),
            MOST_LETTERS,
        ),
        above: report.above(subject).unwrap_or_default(),
        light,
        outcome: teller.locale.label(subject_key(subject.verdict)),
        order: match light {
            Light::Bad => 1,
            Light::Open => 2,
            Light::Good | Light::Coming | Light::Attention | Light::Quiet => 3,
        },
        in_the_way: ids.join(", "),
    }
}

fn reasons_of(teller: &Teller<'_>, subject: &Subject<'_>) -> Json {
    let rules = teller.report.rules;
    let places = subject.facts.row_places(subject.row);
    let places: Vec<String> = places
        .iter()
        .map(|place| printable(&place.to_string()))
        .collect();
    let place = teller.label("explain-rows", &[("places", &places.join(", "))]);
    let told = teller.rules_of(subject);
    let told = told.iter().filter_map(|rule| {
        let (index, _) = rules.find(&rule.id)?;
        let lines = rule.lines.iter().map(|line| {
            let sources = line.sources.iter().map(|source| printable(source));
            json!([printable(&line.text), sources.collect::<Vec<_>>()])
        });
        let light = rule.light();
        let lines: Vec<Json> = lines.collect();
        Some(json!([
            index.0,
            light.word(),
            light.sign(),
            printable(&rule.outcome),
            lines
        ]))
    });
    let faults = teller.faults_of(subject.facts, subject.row);
    json!([place, faults, told.collect::<Vec<Json>>()])
}

/// JSON within a page: no `<` that could end its element.
fn embedded(json: &Json) -> String {
    json.to_string().replace('<', "\\u003c")
}
