//! Explains one rule, or one subject with every verdict and its arithmetic written out.
//!
//! In: a rule of a rule set; or a report and a subject. Out: text for people. Must not know: JSON.

use super::arithmetic::{Words, table_title};
use super::text::{marked, subject_key, subject_name};
use super::wrap::write_wrapped;
use super::{Paper, Report, Subject};
use crate::fact::schema::{ColumnSchema, ColumnType, Slot};
use crate::locale::Locale;
use crate::number::Number;
use crate::rule::{CitedSource, ExampleCell, Rule, RuleSet, RuleVerdict};
use crate::text::printable;
use std::io::{self, Write};

const INDENT: usize = 4;

/// A rule: what it says, its clause, its reading, its formula and its examples.
pub fn explain_rule(
    rules: &RuleSet,
    rule: &Rule,
    locale: &Locale,
    paper: &Paper,
    out: &mut dyn Write,
) -> io::Result<()> {
    let language = locale.language();
    let mut line = |first: &str, text: &str| write_wrapped(out, paper.width, first, INDENT, text);
    line(
        "",
        &format!("{}  {}", rule.clause.id, rule.clause.says.get(language)),
    )?;
    line(
        "  ",
        &locale.label_with("explain-cite", &[("cite", &rule.clause.cite)]),
    )?;
    for (name, source) in &rules.sources {
        if rule.clause.cite.split_whitespace().next() == Some(name) {
            line("    ", &source_name(source, locale))?;
        }
    }
    line(
        "  ",
        &locale.label_with(
            "explain-table",
            &[("table", table_title(&rules.schema, rule.table, locale))],
        ),
    )?;
    if let Some(when) = &rule.when {
        line(
            "  ",
            &locale.label_with("explain-when", &[("condition", when.text.trim())]),
        )?;
    }
    line(
        "  ",
        &locale.label_with(
            "explain-require",
            &[("condition", rule.require.text.trim())],
        ),
    )?;
    if let Some(reading) = &rule.clause.reading {
        let key = if reading.confirm {
            "explain-reading-confirm"
        } else {
            "explain-reading"
        };
        line(
            "  ",
            &locale.label_with(key, &[("reading", reading.text.get(language))]),
        )?;
    }
    if !rule.examples.is_empty() {
        line("  ", &locale.label("explain-examples"))?;
    }
    for example in &rule.examples {
        line(
            "    ",
            &format!(
                "{} → {}",
                example_cells(rules, rule, example),
                locale.label(super::text::rule_key(example.gives))
            ),
        )?;
    }
    Ok(())
}

fn example_cells(rules: &RuleSet, rule: &Rule, example: &crate::rule::Example) -> String {
    let schema = rules.schema.table_at(rule.table);
    let cell = |(slot, cell): &(Slot, ExampleCell)| {
        let column = schema.column_at(slot.column);
        let (name, text) = (
            column.map_or("", |column| column.name.as_str()),
            column.map_or_else(String::new, |c| cell_text(rules, c, cell)),
        );
        match slot.year {
            Some(year) => format!("{name}[{year}] = {text}"),
            None => format!("{name} = {text}"),
        }
    };
    example
        .cells
        .iter()
        .map(cell)
        .collect::<Vec<_>>()
        .join(", ")
}

/// A cell as the rule's author writes it.
fn cell_text(rules: &RuleSet, column: &ColumnSchema, cell: &ExampleCell) -> String {
    match cell {
        ExampleCell::Empty => "–".to_owned(),
        ExampleCell::Number(number) if column.kind == ColumnType::Percent => {
            format!("{}%", (number * &Number::from(100)).to_exact())
        }
        ExampleCell::Number(number) => number.to_exact(),
        ExampleCell::Text(text) => text.clone(),
        ExampleCell::YesNo(flag) => if *flag { "yes" } else { "no" }.to_owned(),
        ExampleCell::Date(day) => day.to_string(),
        ExampleCell::Year(year) => year.to_string(),
        ExampleCell::Term(rank) => match &column.kind {
            ColumnType::Level(vocabulary) | ColumnType::Choice(vocabulary) => rules
                .schema
                .vocabulary_at(*vocabulary)
                .code(*rank)
                .to_owned(),
            ColumnType::Code { .. }
            | ColumnType::Text
            | ColumnType::Number { .. }
            | ColumnType::Percent
            | ColumnType::Money { .. } => rank.to_string(),
            ColumnType::YesNo | ColumnType::Date | ColumnType::Year => rank.to_string(),
        },
    }
}

/// A cited document: its number and title, its issuer and day.
fn source_name(source: &CitedSource, locale: &Locale) -> String {
    let language = locale.language();
    let title = source
        .title
        .as_ref()
        .map(|title| title.get(language).to_owned());
    let issuer = source
        .issuer
        .as_ref()
        .map(|issuer| issuer.get(language).to_owned());
    let issued = source.issued.map(|day| locale.date(day));
    [source.number.clone(), title, issuer, issued]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ")
}

/// A subject with every verdict, its clause, its arithmetic and its cells; none if the data hold no such subject.
pub fn explain_subject(
    report: &Report<'_>,
    table: &str,
    code: &str,
    locale: &Locale,
    paper: &Paper,
    out: &mut dyn Write,
) -> io::Result<bool> {
    let found = report
        .tables()
        .iter()
        .flat_map(|judged| report.subjects(judged));
    let mut found = found.filter(|subject| {
        report.rules.schema.table_at(subject.table.table).name == table && subject.code() == code
    });
    let Some(subject) = found.next() else {
        return Ok(false);
    };
    Sheet {
        report,
        locale,
        paper,
        out,
    }
    .subject(&subject)?;
    Ok(true)
}

struct Sheet<'a, 'w> {
    report: &'a Report<'a>,
    locale: &'a Locale,
    paper: &'a Paper,
    out: &'w mut dyn Write,
}

impl Sheet<'_, '_> {
    fn line(&mut self, indent: usize, text: &str) -> io::Result<()> {
        write_wrapped(
            self.out,
            self.paper.width,
            &" ".repeat(indent),
            indent + 2,
            text,
        )
    }

    fn subject(&mut self, subject: &Subject<'_>) -> io::Result<()> {
        let (rules, locale) = (self.report.rules, self.locale);
        let mark = marked(subject.verdict, self.paper.colour);
        let title = table_title(&rules.schema, subject.table.table, locale);
        let verdict = locale.label(subject_key(subject.verdict));
        let head = format!(
            "{title}: {} — {verdict}",
            subject_name(subject, self.report)
        );
        write_wrapped(self.out, self.paper.width, &format!("{mark} "), 2, &head)?;
        let places: Vec<String> = subject
            .facts
            .row_places(subject.row)
            .iter()
            .map(|place| printable(&place.to_string()))
            .collect();
        self.line(
            2,
            &locale.label_with("explain-rows", &[("places", &places.join(", "))]),
        )?;
        for index in subject.table.rules.clone() {
            let rule = rules.rule(index);
            if self.report.selection.includes_rule(rules, &rule.clause.id) {
                self.rule(rule, index, subject.row)?;
            }
        }
        for fault in self.report.facts().faults.iter().filter(|f| {
            f.table == subject.table.table && f.code.as_deref() == Some(&subject.code())
        }) {
            let places: Vec<String> = fault
                .places
                .iter()
                .map(|place| printable(&place.to_string()))
                .collect();
            self.line(
                2,
                &locale.label_with(
                    "report-fault-at",
                    &[("check", fault.check.id()), ("places", &places.join(", "))],
                ),
            )?;
        }
        Ok(())
    }

    fn rule(&mut self, rule: &Rule, index: crate::rule::RuleIndex, row: u32) -> io::Result<()> {
        let explanation = self.report.verdicts.explain(index, row);
        let words = Words {
            rules: self.report.rules,
            facts: self.report.facts(),
            locale: self.locale,
        };
        let language = self.locale.language();
        writeln!(self.out)?;
        self.line(
            2,
            &format!(
                "{}  {} — {}",
                rule.clause.id,
                rule.clause.says.get(language),
                words.outcome(&explanation)
            ),
        )?;
        self.line(
            INDENT + 2,
            &self
                .locale
                .label_with("explain-cite", &[("cite", &rule.clause.cite)]),
        )?;
        self.line(
            INDENT + 2,
            &self.locale.label_with(
                "explain-condition",
                &[("condition", explanation.condition.text.trim())],
            ),
        )?;
        for line in words.lines(&explanation.trace) {
            self.line(INDENT + 2, &line.text)?;
            for source in line.sources {
                self.line(INDENT + 4, &source)?;
            }
        }
        if explanation.verdict == RuleVerdict::Insufficient {
            for missing in &explanation.missing {
                self.line(INDENT + 4, &words.missing(missing))?;
            }
        }
        if let Some(reading) = rule.clause.reading.as_ref() {
            let key = if reading.confirm {
                "explain-reading-confirm"
            } else {
                "explain-reading"
            };
            self.line(
                INDENT + 2,
                &self
                    .locale
                    .label_with(key, &[("reading", reading.text.get(language))]),
            )?;
        }
        Ok(())
    }
}
