//! The note of a header: what the column holds, in which unit and form, and which clauses read it.
//!
//! In: a column and the rules that read it. Out: a text. Must not know: cells.

use super::entry::{offered, terms};
use super::form::{Form, FormColumn};
use super::header::usual;
use crate::fact::schema::{ColumnType, Reference, UnitId};
use crate::locale::Locale;
use crate::number::Number;
use crate::rule::{Clause, RuleSet};
use crate::text::shortened;

/// How many clauses are named, and how much of what each says.
const MOST_CLAUSES: usize = 6;
const MOST_CHARACTERS: usize = 150;

/// What notes are written from.
pub(super) struct Notes<'a> {
    pub(super) rules: &'a RuleSet,
    pub(super) form: &'a Form<'a>,
    /// All forms of the workbook, for what is said of other sheets.
    pub(super) forms: &'a [Form<'a>],
    pub(super) locale: &'a Locale,
    /// The language of the cells.
    pub(super) words: &'a Locale,
}

impl Notes<'_> {
    /// The note of a column.
    pub(super) fn of(&self, column: &FormColumn<'_>) -> String {
        let mut lines = vec![self.title(column)];
        lines.extend(self.meaning(column));
        lines.push(self.kind(column));
        if !column.years.is_empty() {
            let years: Vec<String> = column.years.iter().map(ToString::to_string).collect();
            let years = years.join(", ");
            lines.push(
                self.locale
                    .label_with("template-note-years", &[("years", &years)]),
            );
        }
        if !column.schema.empty.is_empty() {
            let empty = quoted(&column.schema.empty);
            lines.push(
                self.locale
                    .label_with("template-note-empty", &[("words", &empty)]),
            );
        }
        if !column.is_required() {
            lines.push(self.locale.label("template-note-optional"));
        }
        lines.extend(self.clauses(column));
        lines.join("\n")
    }

    fn title(&self, column: &FormColumn<'_>) -> String {
        let (header, name) = (usual(column.schema), &column.schema.name);
        if *name == header {
            header
        } else {
            format!("{header} – {name}")
        }
    }

    /// What the rule file says that the column is.
    fn meaning(&self, column: &FormColumn<'_>) -> Option<String> {
        let titles = &self.rules.column_titles;
        let title = titles.get(&(self.form.table, column.id))?;
        Some(title.get(self.locale.language()).to_owned())
    }

    fn kind(&self, column: &FormColumn<'_>) -> String {
        let said = |key: &str| self.locale.label(key);
        let with = |key: &str, name, value: &str| self.locale.label_with(key, &[(name, value)]);
        match &column.schema.kind {
            ColumnType::Code {
                of: Some(Reference::Table(table)),
                ..
            } => {
                let form = self.forms.iter().find(|form| form.table == *table);
                let title = &self.rules.schema.table_at(*table).title;
                let title = title.get(self.locale.language());
                let sheet = form.map_or(title, |form| &form.sheet);
                with("template-kind-code-of", "sheet", sheet)
            }
            ColumnType::Code {
                of: Some(Reference::NamedBy(_)),
                ..
            } => said("template-kind-code-of-subject"),
            ColumnType::Code {
                of: None,
                width: Some(width),
            } => with("template-kind-code-width", "width", &width.to_string()),
            ColumnType::Code { .. } => said("template-kind-code"),
            ColumnType::Text => said("template-kind-text"),
            ColumnType::Number { unit, whole, min } => {
                let key = if *whole {
                    "template-kind-whole"
                } else {
                    "template-kind-number"
                };
                self.figure(key, *unit, min, column)
            }
            ColumnType::Money { unit } => {
                self.figure("template-kind-whole", Some(*unit), &Number::ZERO, column)
            }
            ColumnType::Percent => said("template-kind-percent"),
            ColumnType::YesNo => {
                let words = offered(column.schema, &self.rules.schema, self.words);
                with("template-kind-words", "words", &words.join(" · "))
            }
            ColumnType::Date => said("template-kind-date"),
            ColumnType::Year => said("template-kind-year"),
            ColumnType::Level(scale) => {
                let terms = terms(*scale, &self.rules.schema);
                with("template-kind-level", "words", &terms.join(" < "))
            }
            ColumnType::Choice(choices) => {
                let terms = terms(*choices, &self.rules.schema);
                with("template-kind-words", "words", &terms.join(" · "))
            }
        }
    }

    /// A header with words in parentheses may say another unit, which reading then goes by.
    fn figure(
        &self,
        key: &str,
        unit: Option<UnitId>,
        least: &Number,
        column: &FormColumn<'_>,
    ) -> String {
        const SHOWN_DIGITS: u8 = 6;
        let units = &self.rules.schema.units;
        let wording = unit.and_then(|unit| units.get_index(usize::from(unit.0)));
        let unit = match wording {
            _ if usual(column.schema).contains('(') => self.locale.label("template-unit-of-header"),
            Some((_, wording)) => wording.get(self.locale.language()).to_owned(),
            None => self.locale.label("template-unit-none"),
        };
        let least = self.locale.number(least, SHOWN_DIGITS);
        self.locale
            .label_with(key, &[("unit", &unit), ("least", &least)])
    }

    fn clauses(&self, column: &FormColumn<'_>) -> Vec<String> {
        let ids = self.rules.uses.get(&(self.form.table, column.id));
        let ids = ids.map(Vec::as_slice).unwrap_or_default();
        let clause = |id: &String| self.rules.clauses().find(|clause| clause.id == *id);
        let clauses: Vec<&Clause> = ids.iter().filter_map(clause).collect();
        if clauses.is_empty() {
            return vec![self.locale.label("template-note-unread")];
        }
        let mut lines = vec![self.locale.label("template-note-clauses")];
        lines.extend(clauses.iter().take(MOST_CLAUSES).map(|clause| {
            let says = clause.says.get(self.locale.language());
            let says = shortened(says, MOST_CHARACTERS);
            let arguments = [
                ("id", clause.id.as_str()),
                ("cite", &clause.cite),
                ("says", &says),
            ];
            self.locale.label_with("template-note-clause", &arguments)
        }));
        if let Some(more) = clauses.len().checked_sub(MOST_CLAUSES).filter(|n| *n > 0) {
            let ids: Vec<&str> = clauses[MOST_CLAUSES..]
                .iter()
                .map(|clause| clause.id.as_str())
                .collect();
            let arguments = [("count", more.to_string()), ("ids", ids.join(", "))];
            let arguments = arguments
                .each_ref()
                .map(|(name, text)| (*name, text.as_str()));
            lines.push(self.locale.label_with("template-note-more", &arguments));
        }
        lines
    }
}

fn quoted(words: &[String]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("“{word}”")).collect();
    quoted.join(", ")
}
