//! Explains one rule, or one subject with every verdict and its arithmetic written out.
//!
//! In: a rule of a rule set; or a report and a subject. Out: text for people. Must not know: JSON.

use super::arithmetic::{Words, table_title};
use super::light::{Light, rule_key, subject_key};
use super::telling::Teller;
use super::wrap::write_wrapped;
use super::{Paper, Report, Subject};
use crate::fact::schema::{ColumnSchema, ColumnType, Slot, TableId};
use crate::locale::Locale;
use crate::number::Number;
use crate::rule::{CitedSource, Condition, ExampleCell, LastDay, Rule, RuleSet, RuleVerdict};
use crate::text::printable;
use std::io::{self, Write};

const INDENT: usize = 4;

/// A rule of whatever section: what it says, its clause, its reading, how it is computed, its examples. False if there is none of
/// that id.
pub fn explain_rule(
    rules: &RuleSet,
    id: &str,
    locale: &Locale,
    paper: &Paper,
    out: &mut dyn Write,
) -> io::Result<bool> {
    let Some(clause) = rules.clauses().find(|clause| clause.id == id) else {
        return explain_note(rules, id, locale, paper, out);
    };
    let language = locale.language();
    let mut line = |first: &str, text: &str| write_wrapped(out, paper.width, first, INDENT, text);
    line("", &format!("{}  {}", clause.id, clause.says.get(language)))?;
    line(
        "  ",
        &locale.label_with("explain-cite", &[("cite", &clause.cite)]),
    )?;
    for (name, source) in &rules.sources {
        if clause.cite.split_whitespace().next() == Some(name) {
            line("    ", &source_name(source, locale))?;
        }
    }
    for (key, text) in how(rules, id, locale) {
        line("  ", &locale.label_with(key, &[("text", &text)]))?;
    }
    if let Some(reading) = &clause.reading {
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
    let Some((_, rule)) = rules.find(id).filter(|(_, rule)| !rule.examples.is_empty()) else {
        return Ok(true);
    };
    line("  ", &locale.label("explain-examples"))?;
    for example in &rule.examples {
        line(
            "    ",
            &format!(
                "{} → {}",
                example_cells(rules, rule, example),
                locale.label(rule_key(example.gives))
            ),
        )?;
    }
    Ok(true)
}

/// A clause that is not checked, and why. False if there is none of that id.
fn explain_note(
    rules: &RuleSet,
    id: &str,
    locale: &Locale,
    paper: &Paper,
    out: &mut dyn Write,
) -> io::Result<bool> {
    let Some(note) = rules.notes.iter().find(|note| note.id == id) else {
        return Ok(false);
    };
    let language = locale.language();
    let cite = locale.label_with("explain-cite", &[("cite", &note.cite)]);
    let reason = note.reason.get(language);
    let why = locale.label_with("explain-not-checked", &[("reason", reason)]);
    let says = format!("{}  {}", note.id, note.says.get(language));
    for (first, text) in [("", says), ("  ", cite), ("  ", why)] {
        write_wrapped(out, paper.width, first, INDENT, &text)?;
    }
    Ok(true)
}

/// How a rule is computed: keys of labels, each with the text that it introduces.
fn how(rules: &RuleSet, id: &str, locale: &Locale) -> Vec<(&'static str, String)> {
    let titles = |tables: &[TableId]| {
        let titles: Vec<&str> = tables
            .iter()
            .map(|table| table_title(&rules.schema, *table, locale))
            .collect();
        ("explain-table", titles.join(", "))
    };
    let written = |key, condition: &Condition| (key, condition.text.trim().to_owned());
    let optional = |key, condition: &Option<Condition>| condition.as_ref().map(|c| written(key, c));
    if let Some((_, rule)) = rules.find(id) {
        let mut lines = vec![titles(&[rule.table])];
        lines.extend(optional("explain-when", &rule.when));
        lines.push(written("explain-require", &rule.require));
        return lines;
    }
    if let Some(quota) = rules.quotas.iter().find(|quota| quota.clause.id == id) {
        let mut lines = vec![
            titles(&[quota.table]),
            written("explain-count", &quota.count),
        ];
        lines.extend(optional("explain-of", &quota.of));
        let sign = quota.comparison.sign();
        lines.push((
            "explain-limit",
            format!("{sign} {}", quota.limit.text.trim()),
        ));
        return lines;
    }
    if let Some(target) = rules.targets.iter().find(|target| target.clause.id == id) {
        let mut lines: Vec<_> = target
            .table
            .map(|table| titles(&[table]))
            .into_iter()
            .collect();
        lines.extend(optional("explain-when", &target.when));
        lines.push(written("explain-measure", &target.measure));
        if let (Some(first), Some(last)) = (target.years.first(), target.years.last()) {
            lines.push(("explain-years", format!("{first}–{last}")));
        }
        if let Some(goal) = &target.goal {
            let (judge, sign) = (target.judge.word(), goal.comparison.sign());
            lines.push((
                "explain-limit",
                format!("{judge} {sign} {}", goal.value.text.trim()),
            ));
        }
        return lines;
    }
    if let Some(one) = rules.deadlines.iter().find(|one| one.clause.id == id) {
        let who: Vec<TableId> = one.who.iter().map(|who| who.table).collect();
        let mut lines = vec![titles(&who)];
        lines.extend(
            one.who
                .first()
                .map(|who| ("explain-find", who.text.clone())),
        );
        lines.extend(optional("explain-from", &one.from));
        lines.push(match one.last_day {
            LastDay::Before => written("explain-before", &one.limit),
            LastDay::On => written("explain-on-or-before", &one.limit),
        });
        return lines;
    }
    if let Some(check) = rules.checks.iter().find(|check| check.clause.id == id) {
        let tables: Vec<TableId> = check.tables.iter().map(|checked| checked.table).collect();
        let mut lines = vec![titles(&tables)];
        if let Some(checked) = check.tables.first() {
            lines.extend(optional("explain-when", &checked.when));
            lines.push(written("explain-require", &checked.require));
        }
        return lines;
    }
    Vec::new()
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
        let mark = Light::of_subject(subject.verdict).drawn(self.paper.colour);
        let title = table_title(&rules.schema, subject.table.table, locale);
        let verdict = locale.label(subject_key(subject.verdict));
        let name = Teller::whole(self.report, locale).subject_name(subject);
        let head = format!("{title}: {name} — {verdict}");
        write_wrapped(self.out, self.paper.width, &format!("{mark} "), 2, &head)?;
        if self.report.selection.quiet {
            return Ok(());
        }
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
        for check in self.report.faults_of(subject.facts, subject.row) {
            let fault = Teller::whole(self.report, locale).fault(&check);
            self.line(2, &fault)?;
        }
        Ok(())
    }

    fn rule(&mut self, rule: &Rule, index: crate::rule::RuleIndex, row: u32) -> io::Result<()> {
        let explanation = self.report.verdicts.explain(index, row);
        let words = Words {
            rules: self.report.rules,
            facts: self.report.facts(),
            locale: self.locale,
            redacted: self.report.selection.redacted,
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
        if explanation.own_verdict == RuleVerdict::Insufficient {
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
