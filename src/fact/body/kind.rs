//! What a row under the header is: data with its key, a heading, a total, or data that cannot be used.
//!
//! In: a row. Out: its kind; the key's parts are left in the sheet's key columns. Must not know: values of other columns.

use super::key::code_of_name;
use super::measures::Counted;
use super::{Body, words};
use crate::fact::SkipReason;
use crate::fact::convert::{Value, text_of};
use crate::fact::problem::Problem;
use crate::fact::roster::{Lookup, Unit};
use crate::fact::schema::{ColumnSchema, ColumnType, Reference, RosterLevel};
use crate::table::{Cell, Row};

/// What a row is.
#[derive(Debug)]
pub(super) enum RowKind<'s> {
    Data,
    Skipped(SkipReason),
    /// A unit above the table's own: a heading, and a total if it has figures.
    Heading(&'s Unit),
    Total,
    /// Figures without a key in a row that is numbered like a heading: the total of a group.
    GroupTotal,
    /// A share of a total, of which nothing says which rows it is the sum of, or an average.
    PartOfTotal,
    /// Data that cannot be used, because of the cell in that column.
    SetAside(SkipReason, Box<Problem>, u32),
}

/// A part of a row's key.
pub(super) enum Part {
    Present,
    Absent,
    Bad(Problem, u32),
}

/// Rows of column numbers stand right under the header.
const MOST_ROWS_TO_COLUMN_NUMBERS: u32 = 3;

impl<'s> Body<'s> {
    pub(super) fn kind_of(&mut self, row: Row<'_>) -> RowKind<'s> {
        self.key.begin_row();
        self.measure = None;
        self.may_be_new = None;
        let counted = self.measures.as_mut().map(|measures| measures.counted(row));
        match counted {
            Some(Counted::Other) => return RowKind::Skipped(SkipReason::OtherMeasure),
            Some(Counted::Used(measure)) => self.measure = Some(measure),
            Some(Counted::Unsaid) | None => {}
        }
        if let Some(kind) = self.kind_by_words(row) {
            return kind;
        }
        match (self.kind_by_content(row), &self.measures) {
            (RowKind::Data, Some(measures)) if self.measure.is_none() => {
                let (problem, column) = measures.unsaid();
                RowKind::SetAside(SkipReason::NoKey, Box::new(problem), column)
            }
            (kind, _) => kind,
        }
    }

    fn kind_by_content(&mut self, row: Row<'_>) -> RowKind<'s> {
        if self.setting.table.key.is_empty() {
            return if self.has_data(row) {
                RowKind::Data
            } else {
                RowKind::Skipped(SkipReason::Group)
            };
        }
        if self.key.roster.is_some() {
            self.kind_by_roster(row)
        } else {
            self.kind_by_key(row)
        }
    }

    /// Rows that are no data whatever the table is. A row whose key is a code is looked at no further.
    fn kind_by_words(&self, row: Row<'_>) -> Option<RowKind<'s>> {
        let layout = &self.setting.layout;
        if self.are_column_numbers(row) {
            return Some(RowKind::Skipped(SkipReason::ColumnNumbers));
        }
        let label = match self.key.cell(0, row, &self.staged.bindings) {
            Cell::Text(text) if words::is_code(text) => return None,
            Cell::Text(text) => Some(text),
            Cell::Empty => words::label(row),
            Cell::Number { .. } | Cell::YesNo(_) | Cell::Date(_) | Cell::Error(_) => return None,
        };
        if layout
            .header_texts
            .iter()
            .any(|header| words::repeats(row, header))
        {
            return Some(RowKind::Skipped(SkipReason::Header));
        }
        let label = label?;
        if words::is_total(label) {
            return Some(RowKind::Total);
        }
        let is_part = words::is_part_of_total(label)
            || self.is_under_total && words::is_item(label)
            || self.is_average(row, label);
        is_part.then_some(RowKind::PartOfTotal)
    }

    /// Whether a row is of averages. `Trung Bình` may be a unit's name, in a row with its running number or on the official list, and
    /// a rating.
    fn is_average(&self, row: Row<'_>, label: &str) -> bool {
        let bound = |column: u32| {
            let bindings = &self.staged.bindings;
            bindings.iter().position(|binding| binding.at == column)
        };
        let at = (0..row.len()).find(|column| row.cell(*column) == Cell::Text(label));
        let is_rating = at.and_then(bound).is_some_and(|index| {
            let kind = &self.converters[index].column.kind;
            !matches!(kind, ColumnType::Code { .. } | ColumnType::Text)
        });
        let is_running_number = |column: u32| {
            let text = text_of(row.cell(column));
            let digits = text.trim_end_matches('.');
            bound(column).is_none()
                && !digits.is_empty()
                && digits.bytes().all(|byte| byte.is_ascii_digit())
        };
        let is_unit = || {
            let roster = self.key.roster.as_ref();
            roster.is_some_and(|roster| {
                let found = roster.units.roster.find(roster.units.level, label, None);
                !matches!(found, Lookup::None { .. })
            })
        };
        words::is_average(label)
            && !is_rating
            && !(0..at.unwrap_or(0)).any(is_running_number)
            && !is_unit()
    }

    /// Under a header, repeated or not, a few numbers are enough. Where a page ends within the data they are column numbers if their
    /// marks say so, or if one of them stands where a name or a code does that it cannot be.
    fn are_column_numbers(&self, row: Row<'_>) -> bool {
        let (header, used) = self.header_above;
        if self.account.used == used && row.number <= header + MOST_ROWS_TO_COLUMN_NUMBERS {
            return words::are_column_numbers(row);
        }
        if !words::are_column_numbers_anywhere(row) {
            return false;
        }
        let is_no_code = || match &self.key.roster {
            Some(roster) => {
                let code = text_of(self.key.cell(0, row, &self.staged.bindings));
                roster.units.roster.unit(&code).is_none()
            }
            None => !self.has_short_codes,
        };
        words::has_marked_numbers(row)
            || match self.key.name {
                Some(_) => self.key.name_cell(row).is_some(),
                None => is_no_code(),
            }
    }

    /// Whether a row is numbered like a heading: in a column that the table does not know, or before its name.
    pub(super) fn is_numbered_as_heading(&self, row: Row<'_>) -> bool {
        let is_bound = |column| {
            let bindings = &self.setting.layout.bindings;
            bindings.iter().any(|binding| binding.at == column)
        };
        (0..row.len()).any(|column| match row.cell(column) {
            Cell::Text(text) if Some(column) == self.key.name => words::begins_as_heading(text),
            Cell::Text(text) => !is_bound(column) && words::is_heading_number(text),
            Cell::Empty | Cell::Number { .. } | Cell::YesNo(_) | Cell::Date(_) | Cell::Error(_) => {
                false
            }
        })
    }

    /// A table without a roster: what stands in the key cells is the key.
    pub(super) fn kind_by_key(&mut self, row: Row<'_>) -> RowKind<'s> {
        let mut absent = false;
        for part in 0..self.key.parts.len() {
            match self.read_part(part, row) {
                Part::Present => {}
                Part::Absent => absent = absent || !self.find_part_by_name(part, row),
                Part::Bad(problem, column) if self.has_data(row) => {
                    return RowKind::SetAside(SkipReason::NoKey, Box::new(problem), column);
                }
                Part::Bad(..) => return RowKind::Skipped(SkipReason::Group),
            }
        }
        if absent {
            self.without_key(row)
        } else {
            self.data_or_signature(row)
        }
    }

    /// Data without a key is an error; without data, the row is a heading or the text under the table.
    pub(super) fn without_key(&mut self, row: Row<'_>) -> RowKind<'s> {
        if !self.has_data(row) {
            return RowKind::Skipped(SkipReason::Group);
        }
        if self.is_numbered_as_heading(row) {
            return RowKind::GroupTotal;
        }
        let (problem, column) = self.no_key();
        RowKind::SetAside(SkipReason::NoKey, Box::new(problem), column)
    }

    /// What there is to say of data without a key, and at which column.
    pub(super) fn no_key(&self) -> (Problem, u32) {
        let table = self.setting.table;
        let key = table.key.iter().filter_map(|key| table.column_at(*key));
        let problem = Problem::NoKey {
            key: key.map(ColumnSchema::usual_header).collect(),
        };
        let first = self.key.bindings.first();
        let column = first.map_or(0, |binding| self.staged.bindings[*binding].at);
        (problem, column)
    }

    /// `NGƯỜI LẬP BIỂU` or `Năm 2022` in the column of codes is no code.
    pub(super) fn data_or_signature(&mut self, row: Row<'_>) -> RowKind<'s> {
        let is_words = self.key.parts.iter().any(|part| part.contains(' '));
        if is_words && self.key.name_cell(row).is_none() && !self.has_data(row) {
            return RowKind::Skipped(SkipReason::Group);
        }
        RowKind::Data
    }

    /// Reads a part of the key into its place.
    pub(super) fn read_part(&mut self, part: usize, row: Row<'_>) -> Part {
        let Some(&binding) = self.key.bindings.get(part) else {
            return Part::Absent;
        };
        let cell = self.key.cell(part, row, &self.staged.bindings);
        let converter = &mut self.converters[binding];
        let column = self.staged.bindings[binding].at;
        let value = match converter.convert(cell) {
            Ok(Value::Empty) => return Part::Absent,
            Ok(value) => value,
            Err(problem) => return Part::Bad(problem, column),
        };
        let text = match &value {
            Value::Text(text) => {
                let code = self
                    .reference_roster(binding, row)
                    .and_then(|level| code_of_name(level, text));
                if code.is_some() {
                    self.key.found = Some((binding, part));
                }
                code.unwrap_or(text).to_owned()
            }
            Value::Term(rank) => self.term_code(binding, *rank).to_owned(),
            Value::Year(year) => year.to_string(),
            Value::Date(day) => day.to_string(),
            Value::YesNo(flag) => if *flag { "yes" } else { "no" }.to_owned(),
            Value::Number(number) | Value::Bare(number) => number.to_exact(),
            Value::Empty => return Part::Absent,
            // "No year" tells no row from another.
            Value::NoYear => {
                let problem = converter.not_a_year(cell);
                return Part::Bad(problem, column);
            }
        };
        self.key.parts[part] = text;
        Part::Present
    }

    /// A key part that points to units is found by the row's name, where it is not given.
    fn find_part_by_name(&mut self, part: usize, row: Row<'_>) -> bool {
        let Some(&binding) = self.key.bindings.get(part) else {
            return false;
        };
        let Some((_, name)) = self.key.name_cell(row) else {
            return false;
        };
        let found = self
            .reference_roster(binding, row)
            .and_then(|level| code_of_name(level, &text_of(name)));
        if let Some(code) = found {
            self.key.parts[part] = code.to_owned();
            self.key.found = Some((binding, part));
        }
        found.is_some()
    }

    /// The list of the units that a code column points to.
    fn reference_roster(&mut self, binding: usize, row: Row<'_>) -> Option<&'s RosterLevel> {
        let schema = self.setting.schema;
        match self.key.references.get(binding).copied()?? {
            Reference::Table(table) => schema.table_at(table).roster.as_ref(),
            Reference::NamedBy(column) => {
                let chooser = self
                    .staged
                    .bindings
                    .iter()
                    .position(|binding| binding.column == column)?;
                let Ok(Value::Term(rank)) =
                    self.converters[chooser].convert(row.cell(self.staged.bindings[chooser].at))
                else {
                    return None;
                };
                schema
                    .table(self.term_code(chooser, rank))?
                    .1
                    .roster
                    .as_ref()
            }
        }
    }

    fn term_code(&self, binding: usize, rank: u16) -> &'s str {
        match &self.converters[binding].column.kind {
            ColumnType::Level(vocabulary) | ColumnType::Choice(vocabulary) => {
                self.setting.schema.vocabulary_at(*vocabulary).code(rank)
            }
            ColumnType::Code { .. }
            | ColumnType::Text
            | ColumnType::Number { .. }
            | ColumnType::Percent
            | ColumnType::Money { .. }
            | ColumnType::YesNo
            | ColumnType::Date
            | ColumnType::Year => "",
        }
    }
}
