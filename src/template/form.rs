//! What is to be filled in: which tables, which of their columns, for which years and units.
//!
//! In: a checked rule set, and which of its tables and units are wanted. Out: forms. Must not know: workbooks, languages.

use super::Wanted;
use super::name::sheet_names;
use super::units::wanted_units;
use crate::fact::TableNeeds;
use crate::fact::roster::Unit;
use crate::fact::schema::{ColumnId, ColumnSchema, ColumnType, TableId, TableSchema};
use crate::rule::RuleSet;
use std::collections::BTreeSet;

/// A table to be filled in.
pub(super) struct Form<'a> {
    pub(super) table: TableId,
    pub(super) schema: &'a TableSchema,
    /// The sheet's name, by which reading knows the table.
    pub(super) sheet: String,
    pub(super) columns: Vec<FormColumn<'a>>,
    /// The units to stand in it, if the table has an official list; at least one.
    pub(super) units: Option<Vec<&'a Unit>>,
}

/// A column to be filled in.
pub(super) struct FormColumn<'a> {
    pub(super) id: ColumnId,
    pub(super) schema: &'a ColumnSchema,
    /// The years of a series, each with a column of the sheet; none for a column that is no series.
    pub(super) years: Vec<i32>,
    /// Whether rows are told apart by it.
    pub(super) is_key: bool,
}

impl FormColumn<'_> {
    /// How many columns of the sheet it takes.
    pub(super) fn span(&self) -> usize {
        self.years.len().max(1)
    }

    /// Whether it says what a row is about, and no figure of it.
    pub(super) fn is_label(&self) -> bool {
        self.is_key || matches!(self.schema.kind, ColumnType::Code { .. } | ColumnType::Text)
    }

    /// Whether a row cannot be judged without it.
    pub(super) fn is_required(&self) -> bool {
        self.is_key || !self.schema.optional
    }
}

impl Form<'_> {
    pub(super) fn has_series(&self) -> bool {
        self.columns.iter().any(|column| !column.years.is_empty())
    }

    /// Whether a column tells whom a row is about, and is not asked of them.
    pub(super) fn tells_whom(&self, column: &FormColumn<'_>) -> bool {
        let leading = self.columns.iter().take(self.labels());
        column.is_key
            || matches!(column.schema.kind, ColumnType::Code { .. })
            || leading.into_iter().any(|label| label.id == column.id)
    }

    /// How many of the first columns stay in sight: those up to the name, or to the key where there is no name.
    pub(super) fn labels(&self) -> usize {
        let leading = self.columns.iter().take_while(|column| column.is_label());
        let leading: Vec<&FormColumn<'_>> = leading.take(MOST_LABELS).collect();
        let is_name = |column: &&FormColumn<'_>| {
            !column.is_key && matches!(column.schema.kind, ColumnType::Text)
        };
        let name = leading.iter().rposition(is_name);
        let last = name.or_else(|| leading.iter().rposition(|column| column.is_key));
        last.map_or(0, |last| last + 1)
    }
}

/// More columns than these would leave no room for the others.
const MOST_LABELS: usize = 4;

/// The forms, in the rule set's order.
pub(super) fn forms<'a>(rules: &'a RuleSet, wanted: &Wanted) -> Vec<Form<'a>> {
    let tables = rules.schema.table_ids().filter(|table| {
        let is_wanted = wanted.tables.is_empty() || wanted.tables.contains(table);
        is_wanted && takes_data(*table, rules)
    });
    let forms = tables.filter_map(|table| {
        let schema = rules.schema.table_at(table);
        let units = schema
            .roster
            .as_ref()
            // Else a unit's code is not the whole key of a row.
            .filter(|_| schema.key.len() == 1)
            .map(|level| wanted_units(level, &wanted.units));
        if units.as_ref().is_some_and(Vec::is_empty) {
            return None;
        }
        Some(Form {
            table,
            schema,
            sheet: String::new(),
            columns: columns(table, rules),
            units,
        })
    });
    let mut forms: Vec<Form<'a>> = forms.collect();
    let schemas: Vec<&TableSchema> = forms.iter().map(|form| form.schema).collect();
    let names = sheet_names(&schemas, &rules.schema);
    for (form, name) in forms.iter_mut().zip(names) {
        form.sheet = name;
    }
    forms
}

/// Whether some rule of the round reads the table or counts its rows.
fn takes_data(table: TableId, rules: &RuleSet) -> bool {
    let needs = rules.needed.get(&table);
    needs.is_some_and(|needs| !needs.slots.is_empty() || !needs.columns.is_empty())
        || rules.rules_of(table).next().is_some()
        || rules.nominations.iter().any(|list| list.table == table)
        || rules.quotas.iter().any(|quota| quota.table == table)
        || rules.deadlines.iter().any(|deadline| {
            deadline.records == table || deadline.who.iter().any(|who| who.table == table)
        })
        || rules
            .targets
            .iter()
            .any(|target| [target.table, target.complete].contains(&Some(table)))
        || rules
            .checks
            .iter()
            .any(|check| check.complete == Some(table) || check.of(table).is_some())
}

/// Columns that say what a row is about, and those that rules read.
fn columns<'a>(table: TableId, rules: &'a RuleSet) -> Vec<FormColumn<'a>> {
    let schema = rules.schema.table_at(table);
    let none = TableNeeds::default();
    let needs = rules.needed.get(&table).unwrap_or(&none);
    let columns = (0_u16..).map(ColumnId).zip(schema.columns.values());
    let columns = columns.map(|(id, column)| FormColumn {
        id,
        schema: column,
        years: if column.series {
            years(id, needs, rules)
        } else {
            Vec::new()
        },
        is_key: schema.key.contains(&id),
    });
    columns
        .filter(|column| {
            let is_read = needs.columns.contains(&column.id)
                || needs.slots.iter().any(|slot| slot.column == column.id);
            let is_listed = is_of_list(table, column.id, rules);
            let has_years = !column.schema.series || !column.years.is_empty();
            (column.is_label() || is_read || is_listed) && has_years
        })
        .collect()
}

/// Whether nominations are told apart by the column in reports.
fn is_of_list(table: TableId, column: ColumnId, rules: &RuleSet) -> bool {
    let list = rules.nominations.iter().filter(|list| list.table == table);
    let mut columns = list.flat_map(|list| [list.class, list.submitted_by, list.name]);
    columns.any(|of_list| of_list == Some(column))
}

/// The years that rules read of a series. What is only looked at in whatever year is asked for in those of the other columns.
fn years(column: ColumnId, needs: &TableNeeds, rules: &RuleSet) -> Vec<i32> {
    let years_of = |needs: &TableNeeds| -> BTreeSet<i32> {
        needs.slots.iter().filter_map(|slot| slot.year).collect()
    };
    let own = needs.slots.iter().filter(|slot| slot.column == column);
    let mut years: BTreeSet<i32> = own.filter_map(|slot| slot.year).collect();
    if years.is_empty() && needs.columns.contains(&column) {
        years = years_of(needs);
        if years.is_empty() {
            years = rules.needed.values().flat_map(years_of).collect();
        }
        if years.is_empty() {
            years.extend(rules.review);
        }
    }
    years.into_iter().collect()
}
