//! Which unit the rows of a transposed sheet are about: by their own columns, by the heading above them, or by the whole sheet.
//!
//! In: rows. Out: units, each once, or why a row is about none that can be used. Must not know: figures.

use super::entries::Subject;
use super::label::Label;
use super::rows::{About, Indicators};
use super::{KeyCells, SheetUnit, Whose};
use crate::fact::SkipReason;
use crate::fact::convert::{code_text, text_of};
use crate::fact::problem::Problem;
use crate::fact::units::Identity;
use crate::place::{CellAddress, Spot};
use crate::table::{Cell, Row};
use std::borrow::Cow;

impl<'s> Indicators<'s> {
    pub(super) fn begin_sheet(&mut self, unit: &SheetUnit) {
        let cell = unit.code_cell.or(unit.name_cell);
        let place = match cell {
            Some(cell) => self.place.at(Spot::Cell(cell)),
            None => self.place.clone(),
        };
        if let Some((problem, reason)) = &unit.refused {
            self.findings.push(problem.clone().at(place.clone()));
            if *reason == SkipReason::CodeName {
                self.fail_code_name(unit.code.clone(), place);
            }
            self.unit = About::SetAside(*reason);
            return;
        }
        if let Some(remark) = &unit.remark {
            self.findings.push(remark.clone().at(place));
        }
        self.unit = About::Unit(self.entries.subject(Subject {
            code: unit.code.clone(),
            name: Some(unit.name.clone()).filter(|name| !name.is_empty()),
            code_cell: cell,
            name_cell: unit.name_cell,
            row: cell.map_or_else(|| self.last_header_row(), |cell| cell.row),
        }));
    }

    /// Whether a heading names a unit, known or not; the rows below it are that one's.
    pub(super) fn begin_unit(&mut self, row: Row<'_>, label: &Label) -> bool {
        let Some(units) = self.units.as_ref() else {
            return false;
        };
        let name = label.shown();
        let about = self.layout.unit_above.as_deref();
        let identity = units.by_name(&name, self.above.as_deref(), about);
        let at = self.label_column(row);
        match identity {
            Identity::Unknown(Problem::UnknownName { .. }) => return false,
            Identity::Above(unit) => {
                self.above = Some(unit.code.clone());
                if matches!(self.layout.whose, Whose::Headings(_)) {
                    self.unit = About::Nobody;
                }
            }
            identity @ (Identity::Own(_)
            | Identity::Disagrees(_)
            | Identity::New(_)
            | Identity::Unknown(_)) => {
                let cells = KeyCells {
                    name: Some(at),
                    ..KeyCells::default()
                };
                self.unit = match self.subject_of(identity, row, cells, Some(name)) {
                    Ok(subject) => About::Unit(subject),
                    Err(reason) => About::SetAside(reason),
                };
            }
        }
        self.heading = None;
        true
    }

    /// The unit that a row is about, or why it is about none that could be used.
    pub(super) fn subject(&mut self, row: Row<'_>) -> Result<usize, SkipReason> {
        let key = match self.layout.whose {
            Whose::Columns(key) => key,
            Whose::Headings(_) | Whose::Sheet(_) => {
                return match self.unit {
                    About::Unit(subject) => Ok(subject),
                    About::SetAside(reason) => Err(reason),
                    About::Nobody => {
                        let at = self.label_column(row);
                        self.find(self.no_key(), row.number, at);
                        Err(SkipReason::NoKey)
                    }
                };
            }
        };
        let text = |column: Option<u32>| {
            let cell = row.cell(column?);
            (cell != Cell::Empty).then(|| text_of(cell).into_owned())
        };
        let code = key
            .code
            .and_then(|column| code_text(row.cell(column)))
            .map(Cow::into_owned);
        let (name, parent) = (text(key.name), text(key.parent));
        let identity = match (self.units.as_ref(), &code, &name) {
            (Some(units), Some(code), name) => match units.by_code(code, name.as_deref()) {
                Some(identity) => identity,
                None => return self.unknown_code(row, key, code.clone(), name.clone(), parent),
            },
            (Some(units), None, Some(name)) => {
                let about = self.layout.unit_above.as_deref();
                units.by_name(name, parent.as_deref().or(self.above.as_deref()), about)
            }
            (None, Some(code), name) => {
                return Ok(self.known_subject(row, key, code.clone(), name.clone()));
            }
            (Some(_), None, None) | (None, None, _) => {
                self.find(
                    self.no_key(),
                    row.number,
                    key.code.or(key.name).unwrap_or(0),
                );
                return Err(SkipReason::NoKey);
            }
        };
        self.subject_of(identity, row, key, name)
    }

    fn unknown_code(
        &mut self,
        row: Row<'_>,
        key: KeyCells,
        code: String,
        name: Option<String>,
        parent: Option<String>,
    ) -> Result<usize, SkipReason> {
        let units = self.units.as_ref();
        let disagrees = name
            .as_deref()
            .and_then(|name| units?.by_unknown_code(&code, name, parent.as_deref()));
        if let Some(identity) = disagrees {
            return self.subject_of(identity, row, key, name);
        }
        let roster = units.map_or_else(String::new, |units| units.roster.file.clone());
        if self
            .refused
            .insert((code.clone(), name.unwrap_or_default()))
        {
            let problem = Problem::UnknownUnit { code, roster };
            self.find(problem, row.number, key.code.unwrap_or(0));
        }
        Err(SkipReason::UnknownUnit)
    }

    fn subject_of(
        &mut self,
        identity: Identity<'s>,
        row: Row<'_>,
        key: KeyCells,
        name: Option<String>,
    ) -> Result<usize, SkipReason> {
        let at = key.code.or(key.name).unwrap_or(0);
        let (problem, reason) = match identity {
            Identity::Own(own) => {
                let is_first = self.entries.known(&own.unit.code).is_none();
                if let Some(problem) = own.spelling.filter(|_| is_first) {
                    self.find(problem, row.number, key.name.unwrap_or(at));
                }
                let subject = self.known_subject(row, key, own.unit.code.clone(), name);
                if let Some(problem) = own.may_be_new.filter(|_| is_first) {
                    let cell = CellAddress {
                        row: row.number,
                        column: at,
                    };
                    self.possibly_new.push((subject, problem, cell));
                }
                return Ok(subject);
            }
            // The row of a district among communes is a total, which nothing here is summed up to.
            Identity::Above(_) => return Err(SkipReason::Total),
            Identity::Disagrees(problem) => (problem, SkipReason::CodeName),
            Identity::New(problem) => {
                self.has_new_units = true;
                (problem, SkipReason::CodeName)
            }
            Identity::Unknown(problem) => (problem, SkipReason::NoKey),
        };
        let code = key.code.and_then(|column| code_text(row.cell(column)));
        let code = code.map(Cow::into_owned).unwrap_or_default();
        if !self
            .refused
            .insert((code.clone(), name.unwrap_or_default()))
        {
            return Err(reason);
        }
        if reason == SkipReason::CodeName {
            let cell = CellAddress {
                row: row.number,
                column: at,
            };
            let place = self.place.at(Spot::Cell(cell));
            self.fail_code_name(code, place);
        }
        self.find(problem, row.number, at);
        Err(reason)
    }

    fn known_subject(
        &mut self,
        row: Row<'_>,
        key: KeyCells,
        code: String,
        name: Option<String>,
    ) -> usize {
        let cell = |column: u32| CellAddress {
            row: row.number,
            column,
        };
        self.entries.subject(Subject {
            code,
            name,
            code_cell: key.code.or(key.name).map(cell),
            name_cell: key.name.map(cell),
            row: row.number,
        })
    }

    fn no_key(&self) -> Problem {
        let key = self.table.key.iter();
        let names = key.filter_map(|key| Some(self.table.column_at(*key)?.usual_header()));
        Problem::NoKey {
            key: names.collect(),
        }
    }
}
