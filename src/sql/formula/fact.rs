//! Facts as columns: of the row at hand, of the outer row, of the row that a code points to.
//!
//! In: whose column is read, at which year. Out: the column as SQL; what must be joined for it is told to the query.
//! Must not know: how the columns are read.

use super::{Row, Scene, Value, Writer, Written};
use crate::fact::schema::{ColumnId, ColumnType, Reference, Slot, TableId};
use crate::rule::formula::{Formula, Owner, Step};
use crate::sql::facts;
use crate::sql::figure::Figure;
use crate::sql::number::{Fraction, Whole};
use crate::sql::problem::Refusal;
use crate::sql::truth::Truth;

impl<'a> Writer<'_, 'a> {
    pub(super) fn fact(
        &mut self,
        owner: Owner,
        column: ColumnId,
        series: bool,
        scene: &Scene,
    ) -> Value {
        let Some(sql) = self.written(owner, column, series, scene) else {
            return Value::Plain("NULL".to_owned());
        };
        match self.kind(owner, column, scene) {
            Some(
                kind @ (ColumnType::Number { .. } | ColumnType::Percent | ColumnType::Money { .. }),
            ) => {
                let scale = facts::scale(kind);
                Value::Figure(Figure::Settled(Fraction {
                    top: Whole::closed(sql, facts::sign(kind)),
                    bottom: Whole::literal(scale),
                }))
            }
            Some(ColumnType::YesNo) => Value::Truth(Truth::closed(sql)),
            Some(ColumnType::Year) => Value::Plain(facts::known_year(&sql)),
            Some(
                ColumnType::Code { .. }
                | ColumnType::Text
                | ColumnType::Date
                | ColumnType::Level(_)
                | ColumnType::Choice(_),
            )
            | None => Value::Plain(sql),
        }
    }

    /// A fact's column as it stands in the facts.
    pub(super) fn written(
        &mut self,
        owner: Owner,
        column: ColumnId,
        series: bool,
        scene: &Scene,
    ) -> Option<String> {
        let row = self.row(owner, scene)?;
        let year = if series { scene.year } else { None };
        Some(self.query.column(&row, Slot { column, year }))
    }

    fn kind(&mut self, owner: Owner, column: ColumnId, scene: &Scene) -> Option<&'a ColumnType> {
        let row = self.row(owner, scene)?;
        let table = self.query.rules.schema.table_at(row.table);
        table.column_at(column).map(|column| &column.kind)
    }

    /// The row that an owner means; a join brings it in where the row at hand points to it.
    fn row(&mut self, owner: Owner, scene: &Scene) -> Option<Row> {
        match owner {
            Owner::Row => Some(scene.row.clone()),
            Owner::Own => scene.own.clone(),
            Owner::Through { from, column } => {
                let target = self.target(from, column)?;
                Some(self.query.pointed_to(&scene.row, column, target))
            }
        }
    }

    fn target(&self, from: TableId, column: ColumnId) -> Option<TableId> {
        let declared = self.query.rules.schema.table_at(from).column_at(column)?;
        match declared.kind {
            ColumnType::Code {
                of: Some(Reference::Table(target)),
                ..
            } => Some(target),
            ColumnType::Code { .. }
            | ColumnType::Text
            | ColumnType::Number { .. }
            | ColumnType::Percent
            | ColumnType::Money { .. }
            | ColumnType::YesNo
            | ColumnType::Date
            | ColumnType::Year
            | ColumnType::Level(_)
            | ColumnType::Choice(_) => None,
        }
    }

    /// Evaluated for the row it belongs to; years bound outside mean nothing in it.
    pub(super) fn derived(&mut self, owner: Owner, index: usize, scene: &Scene) -> Written<Value> {
        let rules = self.query.rules;
        let (Some(derived), Some(row)) = (rules.derived.get(index), self.row(owner, scene)) else {
            return Ok(Value::Plain("NULL".to_owned()));
        };
        let inner = Scene {
            row,
            own: None,
            years: Vec::new(),
            year: scene.year,
        };
        let outer = std::mem::replace(&mut self.text, &derived.text);
        let within = self.query.nested;
        self.query.nested = within || !is_at_hand(owner, scene);
        let value = self.value(&derived.formula, &inner);
        self.text = outer;
        self.query.nested = within;
        value
    }

    /// What is read of a series in a year, and the scene in that year; of anything else itself and its own scene.
    pub(super) fn in_its_year(
        &self,
        formula: &'a Formula,
        scene: &Scene,
    ) -> Written<(&'a Formula, Scene)> {
        let mut scene = scene.clone();
        let Step::At { series, year } = &formula.step else {
            return Ok((formula, scene));
        };
        match year.year(&scene.years) {
            Some(year) => {
                scene.year = Some(year);
                Ok((series, scene))
            }
            None => self.refuse(formula, Refusal::YearFromData),
        }
    }

    /// NULL is an empty cell: a row that is there knows its facts to be there or not.
    pub(super) fn known(&mut self, formula: &'a Formula, scene: &Scene) -> Written<Truth> {
        let (fact, scene) = self.in_its_year(formula, scene)?;
        let Step::Fact {
            owner,
            column,
            series,
            ..
        } = &fact.step
        else {
            return Ok(Truth::closed("NULL".to_owned()));
        };
        let written = self.written(*owner, *column, *series, &scene);
        let (Some(row), Some(written)) = (self.row(*owner, &scene), written) else {
            return Ok(Truth::closed("NULL".to_owned()));
        };
        let there = match fact.is_column_of_years() {
            true => format!("{} IS NOT NULL", facts::known_year(&written)),
            false => format!("{written} IS NOT NULL"),
        };
        Ok(match owner {
            Owner::Row | Owner::Own => Truth::comparison(there),
            Owner::Through { .. } => {
                let key = self.query.key_columns(&row).into_iter().next();
                let key = key.unwrap_or_else(|| "NULL".to_owned());
                Truth::closed(format!("CASE WHEN {key} IS NOT NULL THEN {there} END"))
            }
        })
    }
}

/// Whether a derived column stands at the row of the query that the subject is.
fn is_at_hand(owner: Owner, scene: &Scene) -> bool {
    scene.own.is_none() && matches!(owner, Owner::Row)
}
