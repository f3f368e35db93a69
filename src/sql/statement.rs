//! Puts the query of one table together: facts, queries over rows, a condition per rule, verdicts, groups, the subject's verdict.
//!
//! In: a table's criteria. Out: the query, each step named after what it holds. Must not know: how formulas are written.

use super::dialect::Dialect;
use super::formula::{Refused, Row, Scene, Writer};
use super::problem::{Problem, Refusal};
use super::query::{Join, Query};
use crate::diagnostic::Diagnostic;
use crate::fact::schema::TableId;
use crate::locale::Locale;
use crate::rule::{
    Condition, Connective, Group, Member, Rule, RuleSet, RuleVerdict, TableCriteria,
};
use std::fmt::Write;

/// The name of the row that is judged.
const SUBJECT: &str = "own";
/// The column of the subject's verdict.
const VERDICT: &str = "verdict";
/// What the columns of groups begin with.
const GROUP: &str = "group ";
/// Bytes of one rule's SQL; years within years can grow beyond what an engine parses.
const LONGEST: usize = 200_000;
/// Digits that every dialect's whole numbers have.
const MOST_DIGITS: usize = 38;

/// A rule's conditions as SQL.
struct Judged<'a> {
    rule: &'a Rule,
    when: Option<String>,
    require: String,
}

/// The whole script: what it is, what must be set, the queries.
pub(super) fn script(
    rules: &RuleSet,
    dialect: &Dialect,
    locale: &Locale,
    queries: &[String],
) -> String {
    let head = locale.label_with(
        "sql-head",
        &[
            (
                "tool",
                concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION")),
            ),
            ("dialect", dialect.name),
            (
                "rules",
                &one_line(&format!("{} {}", rules.id, rules.version)),
            ),
            ("sha256", &rules.sha256),
            ("round", &one_line(&rules.round)),
            ("day", &rules.as_of.to_string()),
        ],
    );
    let mut script = String::new();
    for line in head.lines() {
        script.push_str(format!("-- {line}").trim_end());
        script.push('\n');
    }
    for setting in dialect.settings {
        script.push_str(&format!("{setting};\n"));
    }
    for query in queries {
        script.push('\n');
        script.push_str(query);
    }
    script
}

/// The query of a table, or what of it cannot be written.
pub(super) fn statement(
    rules: &RuleSet,
    criteria: &TableCriteria,
    dialect: &'static Dialect,
    locale: &Locale,
) -> Result<String, Vec<Diagnostic>> {
    let mut query = Query::new(rules, dialect);
    let subject = Scene::at(SUBJECT, criteria.table);
    let keys = query.key_columns(&subject.row);
    let (mut judged, mut refused) = (Vec::new(), Vec::new());
    for (_, rule) in rules.rules_of(criteria.table) {
        let written = named(rule, &query, criteria.table)
            .and_then(|()| conditions(rule, &subject, &mut query));
        match written {
            Ok(conditions) => judged.push(conditions),
            Err(found) => refused.push(problem(rule, found)),
        }
    }
    if !refused.is_empty() {
        return Err(refused);
    }
    let table = &rules.schema.table_at(criteria.table).name;
    let title = one_line(locale.label_with("sql-table", &[("table", table)]).as_str());
    let mut text = format!("-- {title}\nWITH\n");
    add_sources(&query, &mut text);
    add_conditions(&mut query, &subject.row, &keys, &judged, locale, &mut text);
    add_verdicts(&query, criteria.table, &judged, &mut text);
    add_subjects(&query, criteria, &judged, &mut text);
    Ok(text)
}

fn problem(rule: &Rule, found: Refused) -> Diagnostic {
    Problem::NotExpressible {
        rule: rule.clause.id.clone(),
        text: one_line(&found.text),
        reason: found.reason.label(),
    }
    .at(rule.clause.place.clone())
}

/// Engines do not tell names apart by case; one of them cuts long ones.
fn named(rule: &Rule, query: &Query<'_>, table: TableId) -> Result<(), Refused> {
    let id = &rule.clause.id;
    let refuse = |reason| {
        Err(Refused {
            text: id.clone(),
            reason,
        })
    };
    let schema = query.rules.schema.table_at(table);
    if schema.key.is_empty() {
        return refuse(Refusal::NoKey);
    }
    let longest = query.dialect.longest_name.unwrap_or(usize::MAX);
    if when_of(id).len() > longest {
        return refuse(Refusal::LongName);
    }
    let key = schema.key.iter().filter_map(|key| schema.column_at(*key));
    let others = query
        .rules
        .rules_of(table)
        .map(|(_, other)| other.clause.id.as_str())
        .filter(|other| *other != id)
        .chain(key.map(|column| column.name.as_str()))
        .chain([VERDICT]);
    if id.to_lowercase().starts_with(GROUP) {
        return refuse(Refusal::SameName);
    }
    let mut taken = others.map(str::to_lowercase);
    if taken.any(|other| other == id.to_lowercase() || other == when_of(id).to_lowercase()) {
        return refuse(Refusal::SameName);
    }
    Ok(())
}

fn when_of(id: &str) -> String {
    format!("{id} when")
}

fn conditions<'a>(
    rule: &'a Rule,
    subject: &Scene,
    query: &mut Query<'a>,
) -> Result<Judged<'a>, Refused> {
    let mut written = |condition: &'a Condition| {
        let mut writer = Writer {
            query: &mut *query,
            text: &condition.text,
        };
        let sql = writer.truth(&condition.formula, subject)?.sql;
        let refuse = |reason| {
            Err(Refused {
                text: condition.text.clone(),
                reason,
            })
        };
        if sql.len() > LONGEST {
            return refuse(Refusal::TooLong);
        }
        if has_long_number(&sql) {
            return refuse(Refusal::LongNumber);
        }
        Ok(sql)
    };
    Ok(Judged {
        rule,
        when: rule.when.as_ref().map(&mut written).transpose()?,
        require: written(&rule.require)?,
    })
}

/// Whether a literal has more digits than engines compute with; some would take it for a float. Texts that only look so do no harm.
fn has_long_number(sql: &str) -> bool {
    sql.split(|letter: char| !letter.is_ascii_digit())
        .any(|digits| digits.len() > MOST_DIGITS)
}

/// What the tables give, and the queries over their rows.
fn add_sources(query: &Query<'_>, text: &mut String) {
    for table in query.read.keys() {
        let _ = writeln!(
            text,
            "{} AS (\n{}\n),",
            query.facts_of(*table),
            query.facts(*table)
        );
    }
    for (kind, number, sql) in &query.before {
        let name = query.dialect.name(&format!("{kind} {number}"));
        let _ = writeln!(text, "{name} AS (\n{sql}\n),");
    }
}

/// One column a condition, each under its clause.
fn add_conditions(
    query: &mut Query<'_>,
    subject: &Row,
    keys: &[String],
    judged: &[Judged<'_>],
    locale: &Locale,
    text: &mut String,
) {
    let mut select = keys.join(", ");
    for one in judged {
        let clause = &one.rule.clause;
        let says = clause.says.get(locale.language());
        let _ = write!(
            select,
            ",\n    -- {}",
            one_line(&format!("{} ({}): {says}", clause.id, clause.cite))
        );
        if let (Some(when), Some(sql)) = (&one.rule.when, &one.when) {
            let name = query.dialect.name(&when_of(&clause.id));
            let written = one_line(&when.text);
            let _ = write!(select, "\n    --   when: {written}\n    {sql} AS {name},");
        }
        let name = query.dialect.name(&clause.id);
        let written = one_line(&one.rule.require.text);
        let _ = write!(
            select,
            "\n    --   require: {written}\n    {} AS {name}",
            one.require
        );
    }
    let joins: String = query.joins.iter().map(Join::sql).collect();
    let from = query.from(subject);
    let name = query.dialect.name("conditions");
    let _ = writeln!(
        text,
        "{name} AS (\n  SELECT {select}\n  FROM {from}{joins}\n),"
    );
}

/// The verdict of each rule, in the words of the reports.
fn add_verdicts(query: &Query<'_>, table: TableId, judged: &[Judged<'_>], text: &mut String) {
    let dialect = query.dialect;
    let schema = query.rules.schema.table_at(table);
    let key = schema.key.iter().filter_map(|key| schema.column_at(*key));
    let mut columns: Vec<String> = key.map(|column| dialect.name(&column.name)).collect();
    for one in judged {
        let id = &one.rule.clause.id;
        let name = dialect.name(id);
        let applies = match &one.when {
            Some(_) => {
                let when = dialect.name(&when_of(id));
                format!(
                    "WHEN {when} IS NULL THEN {} WHEN NOT {when} THEN {} ",
                    word(RuleVerdict::Insufficient),
                    word(RuleVerdict::NotApplicable)
                )
            }
            None => String::new(),
        };
        columns.push(format!(
            "CASE {applies}WHEN {name} THEN {} WHEN NOT {name} THEN {} ELSE {} END AS {name}",
            word(RuleVerdict::Met),
            word(RuleVerdict::NotMet),
            word(RuleVerdict::Insufficient)
        ));
    }
    let _ = write!(
        text,
        "{} AS (\n  SELECT {}\n  FROM {}\n)",
        dialect.name("verdicts"),
        columns.join(",\n    "),
        dialect.name("conditions")
    );
}

/// Each group of the tree gets a step of its own, named as its column is; the last is the whole tree.
fn add_subjects(
    query: &Query<'_>,
    criteria: &TableCriteria,
    judged: &[Judged<'_>],
    text: &mut String,
) {
    let dialect = query.dialect;
    let mut groups = Groups {
        query,
        steps: Vec::new(),
    };
    let root = groups.verdict(&criteria.root);
    groups.steps.push(root);
    let mut from = dialect.name("verdicts");
    for (at, step) in groups.steps.iter().enumerate() {
        let name = dialect.name(&format!("{GROUP}{}", at + 1));
        let _ = write!(
            text,
            ",\n{name} AS (\n  SELECT {from}.*, {step} AS {name}\n  FROM {from}\n)"
        );
        from = name;
    }
    let schema = query.rules.schema.table_at(criteria.table);
    let key = schema.key.iter().filter_map(|key| schema.column_at(*key));
    let keys: Vec<String> = key.map(|column| dialect.name(&column.name)).collect();
    let ids: Vec<String> = judged
        .iter()
        .map(|one| dialect.name(&one.rule.clause.id))
        .collect();
    let _ = writeln!(
        text,
        "\nSELECT {},\n  CASE {from} WHEN {} THEN 'eligible' WHEN {} THEN 'ineligible' ELSE 'undetermined' END AS {},\n  {}\nFROM {from};",
        keys.join(", "),
        word(RuleVerdict::Met),
        word(RuleVerdict::NotMet),
        dialect.name(VERDICT),
        ids.join(", "),
    );
}

struct Groups<'q, 'a> {
    query: &'q Query<'a>,
    steps: Vec<String>,
}

impl Groups<'_, '_> {
    fn verdict(&mut self, group: &Group) -> String {
        let members: Vec<String> = group
            .members
            .iter()
            .map(|member| match member {
                Member::Rule(index) => {
                    let rule = self.query.rules.rule(*index);
                    self.query.dialect.name(&rule.clause.id)
                }
                Member::Group(inner) => {
                    let inner = self.verdict(inner);
                    self.steps.push(inner);
                    let name = format!("{GROUP}{}", self.steps.len());
                    self.query.dialect.name(&name)
                }
            })
            .collect();
        let members = members.join(", ");
        let order = match group.combines {
            Connective::All => [
                RuleVerdict::NotMet,
                RuleVerdict::Insufficient,
                RuleVerdict::Met,
            ],
            Connective::Any => [
                RuleVerdict::Met,
                RuleVerdict::Insufficient,
                RuleVerdict::NotMet,
            ],
        };
        let first = order.map(|verdict| {
            let word = word(verdict);
            format!("WHEN {word} IN ({members}) THEN {word}\n    ")
        });
        let otherwise = word(RuleVerdict::NotApplicable);
        format!("CASE {}ELSE {otherwise} END", first.concat())
    }
}

fn word(verdict: RuleVerdict) -> String {
    format!("'{}'", verdict.word())
}

/// A text that stays within its comment.
fn one_line(text: &str) -> String {
    let visible: String = text
        .chars()
        .map(|letter| {
            if letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}') {
                ' '
            } else {
                letter
            }
        })
        .collect();
    let words: Vec<&str> = visible.split_whitespace().collect();
    words.join(" ")
}
