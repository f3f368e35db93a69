//! The declarations of a rule set: from names as written to tables, columns, vocabularies, rounds and constants that exist.
//!
//! In: a rule file as written and a function that fetches the rosters it names. Out: the schema that reading follows and what
//! conditions may name, with every problem of a declaration. Must not know: the language of conditions, data.

mod columns;
mod headers;
mod names;
mod roster;
mod rounds;
mod tables;
mod vocabularies;

use crate::diagnostic::Diagnostic;
use crate::fact::schema::{ColumnId, Schema, TableId, UnitId};
use crate::number::Number;
use crate::place::Place;
use crate::rule::file::{CitedSource, RuleFile};
use crate::rule::source::SourceText;
use crate::rule::yaml::{Amount, Findings, Named};
use crate::rule::{Fetch, Problem};
use crate::text::Wording;
use indexmap::IndexMap;
use std::collections::HashMap;

/// What a rule set declares.
#[derive(Clone, Debug, Default)]
pub struct Declarations {
    /// Tables, units, scales and choices. Computed columns are not in it: their types follow from their expressions.
    pub schema: Schema,
    /// What people call a column, where the rule set says so.
    pub column_titles: HashMap<(TableId, ColumnId), Wording>,
    /// What the rules cite.
    pub sources: IndexMap<String, CitedSource>,
    /// Rounds by id; all of them set the same names.
    pub rounds: IndexMap<String, Round>,
    /// The round that is taken unless another is asked for: the declared one, or the only one.
    pub default_round: Option<String>,
    /// Constants by name.
    pub constants: IndexMap<String, Constant>,
}

/// A review with its own years and numbers.
#[derive(Clone, Debug)]
pub struct Round {
    /// What people call it.
    pub title: Wording,
    /// Its years by name.
    pub years: IndexMap<String, i32>,
    /// Its numbers by name.
    pub set: IndexMap<String, Amount>,
}

/// A number with a name.
#[derive(Clone, Debug)]
pub struct Constant {
    /// Its value; 2/5 for `40%`.
    pub value: Number,
    /// Its unit; none for a pure number.
    pub unit: Option<UnitId>,
    /// Whether it was written with `%`.
    pub percent: bool,
    /// The clause that it comes from.
    pub cite: Option<String>,
    /// What it is.
    pub says: Option<Wording>,
    /// Where it is declared.
    pub place: Place,
}

/// Checks the declarations of a rule file. The declarations are whole only if no diagnostic is an error; where there is one,
/// something harmless stands in for what is wrong, so that conditions can be checked in the same run.
pub fn declare(
    file: &RuleFile,
    source: &SourceText,
    fetch: &mut Fetch<'_>,
) -> (Declarations, Vec<Diagnostic>) {
    let mut findings = Findings::new(source);
    names::check(file, &mut findings);
    let mut schema = Schema {
        units: vocabularies::units(file),
        vocabularies: vocabularies::vocabularies(file, &mut findings),
        tables: IndexMap::new(),
    };
    schema.tables = tables::tables(file, &schema, fetch, &mut findings);
    let declarations = Declarations {
        constants: rounds::constants(file, &schema, &mut findings),
        rounds: rounds::rounds(file, &mut findings),
        default_round: rounds::default_round(file, &mut findings),
        sources: file
            .sources
            .iter()
            .map(|(name, source)| (name.value.clone(), source.clone()))
            .collect(),
        column_titles: column_titles(file),
        schema,
    };
    check_criteria(file, &mut findings);
    (declarations, findings.into_diagnostics())
}

fn column_titles(file: &RuleFile) -> HashMap<(TableId, ColumnId), Wording> {
    let mut titles = HashMap::new();
    for (table, (_, written)) in (0_u16..).zip(&file.tables) {
        for (column, (_, written)) in (0_u16..).zip(written.columns.iter().flatten()) {
            if let Some(title) = &written.title {
                titles.insert((TableId(table), ColumnId(column)), title.clone());
            }
        }
    }
    titles
}

/// The tables and rounds that criteria name.
fn check_criteria(file: &RuleFile, findings: &mut Findings) {
    for (table, _) in &file.criteria {
        if !has(&file.tables, &table.value) {
            let known = findings.meant(&table.value, keys(&file.tables));
            findings.add(
                Problem::UnknownTable {
                    value: table.value.clone(),
                    known,
                },
                table.span,
            );
        }
    }
    for round in file
        .rules()
        .flat_map(|(_, rule)| &rule.examples)
        .filter_map(|example| example.round.as_ref())
    {
        rounds::check_known(round, file, findings);
    }
}

/// The names of a mapping.
fn keys<T>(named: &Named<T>) -> impl Iterator<Item = &str> + Clone {
    named.iter().map(|(name, _)| name.value.as_str())
}

fn has<T>(named: &Named<T>, name: &str) -> bool {
    keys(named).any(|key| key == name)
}

#[cfg(test)]
mod tests;
