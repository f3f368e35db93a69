//! The rows of a sheet under its header: each is staged as facts or skipped with a reason, and counted.
//!
//! In: rows, and how the sheet's columns are to be read. Out: staged columns, the account of rows, findings. Must not know: other
//! sheets, rules.

mod doubts;
mod finish;
mod key;
mod kind;
mod magnitude;
mod measures;
mod next;
mod plain;
mod staged;
mod totals;
mod unit;
mod words;

pub(super) use doubts::MOST_SHOWN;
pub(super) use key::code_of_name;
pub(super) use magnitude::settle;
pub(super) use plain::{Full, Keep, PlainReader, PlainRows};
pub(super) use staged::{Share, Staged};
pub(super) use words::{are_column_numbers, is_heading_number, is_total, repeats};

use crate::diagnostic::{Argument, Diagnostic, Diagnostics, Severity};
use crate::fact::convert::{Converter, Value, text_of, year_of};
use crate::fact::data::{Absence, Fact};
use crate::fact::layout::{Binding, BoundYear, Layout, Measure};
use crate::fact::problem::Problem;
use crate::fact::roster::Unit;
use crate::fact::schema::{ColumnType, Schema, Slot, TableSchema};
use crate::fact::{BuiltInCheck, DataFault, SheetAccount, SkipReason, TableNeeds};
use crate::place::{CellAddress, Place, Spot};
use crate::table::{Cell, Row};
use doubts::Doubts;
use key::KeyColumns;
use kind::RowKind;
use measures::Measures;
use std::sync::Arc;
use totals::{Hole, TotalRow, Totals};

/// What stays the same for all rows of a sheet.
#[derive(Clone, Debug)]
pub(super) struct Setting<'s> {
    pub(super) schema: &'s Schema,
    pub(super) table: &'s TableSchema,
    pub(super) layout: Arc<Layout>,
    /// What the rules read of this table; a bad cell elsewhere is only a note.
    pub(super) needed: Option<&'s TableNeeds>,
    /// The whole sheet.
    pub(super) place: Place,
}

/// A sheet whose rows are being read.
#[derive(Debug)]
pub(super) struct Body<'s> {
    setting: Setting<'s>,
    converters: Vec<Converter<'s>>,
    staged: Staged,
    account: SheetAccount,
    findings: Diagnostics,
    faults: Vec<DataFault>,
    key: KeyColumns<'s>,
    measures: Option<Measures>,
    /// What the row at hand counts, in a sheet with several rows a unit.
    measure: Option<Measure>,
    /// The unit under whose heading the rows stand.
    heading: Option<&'s Unit>,
    /// Staged rows of bare numbers, by binding.
    bare: Vec<Vec<u32>>,
    /// By binding: codes and days that only their neighbours throw doubt on.
    doubts: Vec<Doubts>,
    totals: Totals,
    /// How many staged rows have cells to the right of the last header, and the first of these cells.
    beyond: (u64, Vec<CellAddress>),
    /// The last row of the header, or of one repeated on a later page, and how many rows were used before it.
    header_above: (u32, u64),
    /// Whether some row's key is as short a number as a column's.
    has_short_codes: bool,
    /// Whether the row at hand is taken for a total by its number alone.
    is_group: bool,
    /// Whether no data stands between the last total and the row at hand.
    is_under_total: bool,
    /// The row at hand may be of a new unit.
    may_be_new: Option<MayBeNew>,
    /// Staged rows of which that is so.
    possibly_new: Vec<PossiblyNew>,
    /// Whether some row is of a new unit beyond doubt.
    has_new_units: bool,
    /// Whether some such row stands under an old district all the same: then its heading tells nothing of the others.
    has_new_under_old: bool,
}

/// Why a row may be of a new unit.
#[derive(Debug)]
struct MayBeNew {
    problem: Problem,
    /// The column whose cell says so.
    column: u32,
    /// The row stands under the district that the old unit belonged to and new ones do not.
    is_under_old: bool,
}

/// A staged row that is of an old unit or of a new one, as the other rows of its sheet are.
#[derive(Debug)]
struct PossiblyNew {
    staged: usize,
    row: u32,
    code: String,
    why: MayBeNew,
}

/// A sheet whose rows have all been read.
#[derive(Debug)]
pub(super) struct Finished {
    pub(super) staged: Staged,
    pub(super) account: SheetAccount,
    pub(super) findings: Diagnostics,
    pub(super) faults: Vec<DataFault>,
}

impl<'s> Body<'s> {
    pub(super) fn new(setting: Setting<'s>, account: SheetAccount) -> Self {
        let bindings = key::bindings(&setting);
        let key = KeyColumns::new(&setting, &bindings);
        let measures = Measures::new(&setting, &bindings);
        let columns: Vec<_> = bindings
            .iter()
            .filter_map(|binding| setting.table.column_at(binding.column))
            .collect();
        let kinds: Vec<&ColumnType> = columns.iter().map(|column| &column.kind).collect();
        let personal = setting.table.personal;
        Body {
            converters: columns
                .iter()
                .zip(&bindings)
                .map(|(column, binding)| Converter::new(setting.schema, column, binding, personal))
                .collect(),
            bare: vec![Vec::new(); bindings.len()],
            doubts: vec![Doubts::default(); bindings.len()],
            staged: Staged::new(
                bindings,
                &kinds,
                setting.table.key.len(),
                measures
                    .as_ref()
                    .map(|measures| measures.of_bindings.clone()),
            ),
            measures,
            measure: None,
            header_above: (setting.layout.last_header_row(), 0),
            has_short_codes: false,
            setting,
            account,
            findings: Diagnostics::default(),
            faults: Vec::new(),
            key,
            heading: None,
            totals: Totals::default(),
            beyond: (0, Vec::new()),
            is_group: false,
            is_under_total: false,
            may_be_new: None,
            possibly_new: Vec::new(),
            has_new_units: false,
            has_new_under_old: false,
        }
    }

    /// Stages a row that is not blank, or skips it. Gives whether it has data, or belongs to the table's head.
    pub(super) fn row(&mut self, row: Row<'_>) -> bool {
        self.account.read += 1;
        if row.number <= self.setting.layout.last_header_row() {
            let reason = if row.number < self.setting.layout.first_row() {
                SkipReason::Title
            } else {
                SkipReason::Header
            };
            self.account.skip(reason, row.number);
            return true;
        }
        let kind = self.kind_of(row);
        self.is_group = matches!(kind, RowKind::GroupTotal);
        let reason = match kind {
            RowKind::Data => {
                self.is_under_total = false;
                self.stage(row);
                return true;
            }
            RowKind::SetAside(reason, problem, column) => {
                self.set_aside(row, reason, *problem, column);
                return true;
            }
            RowKind::Skipped(reason) => {
                if reason == SkipReason::Group
                    && let Some((problem, column)) = self.words_over_figures(row)
                {
                    self.set_aside(row, SkipReason::NoKey, problem, column);
                    return true;
                }
                if reason == SkipReason::Group {
                    self.totals.boundaries.push(self.staged.len());
                }
                reason
            }
            RowKind::Heading(unit) => {
                self.heading = Some(unit);
                let has_data = self.has_data(row);
                if !has_data && let Some((problem, column)) = self.words_over_figures(row) {
                    self.set_aside(row, SkipReason::NoKey, problem, column);
                    return true;
                }
                self.boundary(row, has_data);
                match has_data {
                    true => SkipReason::Total,
                    false => SkipReason::Group,
                }
            }
            RowKind::Total | RowKind::GroupTotal => {
                self.is_under_total = true;
                self.boundary(row, true);
                SkipReason::Total
            }
            RowKind::PartOfTotal => {
                self.is_under_total = true;
                SkipReason::Total
            }
        };
        if reason == SkipReason::Header {
            self.header_above = (row.number, self.account.used);
        }
        self.account.skip(reason, row.number);
        reason != SkipReason::Group
    }

    /// Words in a column of figures above the first data may say what these are: such a row is no mere heading.
    fn words_over_figures(&mut self, row: Row<'_>) -> Option<(Problem, u32)> {
        // Not what is staged: rows may have been drained.
        if self.account.used > 0 {
            return None;
        }
        let bindings = &self.staged.bindings;
        let mut figures = self
            .converters
            .iter_mut()
            .zip(bindings)
            .filter(|(converter, _)| is_figure(&converter.column.kind));
        figures.find_map(|(converter, binding)| {
            let cell = row.cell(binding.at);
            if cell == Cell::Empty || converter.is_empty(cell) {
                return None;
            }
            let problem = Problem::SubHeader {
                headings: vec![text_of(cell).into_owned()],
                header: binding.header.clone(),
            };
            Some((problem, binding.at))
        })
    }

    /// Takes back a row without data, which turned out to be a title of the next table.
    pub(super) fn give_back(&mut self, row: u32) {
        self.account.take_back(SkipReason::Group, row);
    }

    /// Keeps the figures of a total, to be compared when all rows are known.
    fn boundary(&mut self, row: Row<'_>, is_total: bool) {
        let at = self.staged.len();
        self.totals.boundaries.push(at);
        let year = self
            .setting
            .layout
            .year_column
            .map(|column| year_of(row.cell(column)));
        // A total over all the years of a sheet with a year column says nothing.
        if !is_total || year == Some(None) {
            return;
        }
        let mut figures = Vec::new();
        for (index, converter) in self.converters.iter_mut().enumerate() {
            let cell = row.cell(self.staged.bindings[index].at);
            let is_figure = matches!(
                converter.column.kind,
                ColumnType::Number { .. } | ColumnType::Money { .. }
            );
            if is_figure
                && gives(&self.measures, index, self.measure)
                && !converter.is_empty(cell)
                && let Ok(figure) = converter.number(cell)
            {
                figures.push((index, figure));
            }
        }
        self.totals.rows.push(TotalRow {
            row: row.number,
            at,
            year: year.flatten(),
            is_group: self.is_group,
            figures,
        });
    }

    fn set_aside(&mut self, row: Row<'_>, reason: SkipReason, problem: Problem, column: u32) {
        self.totals.holes.push(Hole {
            row: row.number,
            at: self.staged.len(),
        });
        if reason == SkipReason::CodeName {
            self.fail_code_name(row.number, column, self.key.shown());
        }
        self.findings
            .push(problem.at(self.cell(row.number, column)));
        self.account.skip(reason, row.number);
    }

    /// A row without a code is none of a known subject.
    fn fail_code_name(&mut self, row: u32, column: u32, code: String) {
        self.faults.push(DataFault {
            check: BuiltInCheck::CodeName,
            table: self.setting.layout.table,
            code: Some(code).filter(|code| !code.is_empty()),
            slot: None,
            places: vec![self.cell(row, column)],
        });
    }

    fn stage(&mut self, row: Row<'_>) {
        let year = match self.setting.layout.year_column {
            None => None,
            Some(column) => match year_of(row.cell(column)) {
                Some(year) => Some(year),
                None => {
                    let value = match text_of(row.cell(column)) {
                        text if text.is_empty() => Argument::Label("shown-empty"),
                        text => format!("“{text}”").into(),
                    };
                    let problem = Problem::NoYear { value };
                    return self.set_aside(row, SkipReason::NoKey, problem, column);
                }
            },
        };
        if let Some(why) = self.may_be_new.take() {
            self.possibly_new.push(PossiblyNew {
                staged: self.staged.len(),
                row: row.number,
                code: self.key.shown(),
                why,
            });
        }
        self.has_short_codes |= self.key.parts.iter().any(|part| is_short_code(part));
        self.look_into_covered(row);
        self.look_beyond_headers(row);
        self.staged
            .begin_row(row.number, &self.key.parts, year, self.measure);
        for index in 0..self.converters.len() {
            self.stage_cell(index, row, year);
        }
        self.account.used += 1;
        for (problem, column) in std::mem::take(&mut self.key.remarks) {
            self.findings
                .push(problem.at(self.cell(row.number, column)));
        }
    }

    /// A figure in a column that has its header from its left neighbour would be lost.
    fn look_into_covered(&mut self, row: Row<'_>) {
        let layout = Arc::clone(&self.setting.layout);
        for &at in layout
            .covered
            .iter()
            .filter(|at| row.cell(**at) != Cell::Empty)
        {
            let value = text_of(row.cell(at)).into_owned();
            let left = layout.bindings.iter().rev().find(|binding| binding.at < at);
            let column = left.map_or(String::new(), |binding| binding.header.clone());
            let problem = Problem::UnderNeighbour { column, value };
            self.findings.push(problem.at(self.cell(row.number, at)));
        }
    }

    /// A row with more cells than headers may have slipped sideways: then its figures stand under wrong ones.
    fn look_beyond_headers(&mut self, row: Row<'_>) {
        let layout = &self.setting.layout;
        let mut columns = layout.headers_end..row.len().min(layout.columns.end);
        let Some(column) = columns.find(|at| row.cell(*at) != Cell::Empty) else {
            return;
        };
        let (rows, cells) = &mut self.beyond;
        *rows += 1;
        if cells.len() < MOST_SHOWN {
            let row = row.number;
            cells.push(CellAddress { row, column });
        }
    }

    /// Adds the row's fact of a binding.
    fn stage_cell(&mut self, index: usize, row: Row<'_>, year: Option<i32>) {
        if !self.gives(index) {
            return self.staged.push(index, &Fact::Missing(Absence::NoRow));
        }
        if let Some(code) = self.key.found_code(index) {
            return self.staged.push(index, &Fact::Text(code));
        }
        let column = self.staged.bindings[index].at;
        let cell = row.cell(column);
        let converted = self.converters[index].convert(cell);
        if let Ok(value) = &converted
            && is_doubted(&self.converters[index].column.kind)
        {
            self.doubts[index].see(row.number, cell, value);
        }
        match converted {
            Ok(Value::Text(text)) => {
                let code = self.key.referenced(index, &text, self.setting.schema);
                self.staged.push(index, &Fact::Text(code.unwrap_or(&text)));
            }
            Ok(value) => {
                if matches!(value, Value::Bare(_)) {
                    let last = self.staged.len() - 1;
                    self.bare[index].push(u32::try_from(last).unwrap_or(u32::MAX));
                }
                self.staged.push(index, &value.fact());
            }
            Err(problem) => {
                self.staged.push(index, &Fact::Missing(Absence::Unreadable));
                let finding = self.finding(problem, index, row.number, year);
                self.findings.push(finding);
            }
        }
    }

    /// Whether the row at hand gives that binding.
    fn gives(&self, binding: usize) -> bool {
        gives(&self.measures, binding, self.measure)
    }

    /// A finding in a cell: only a note where no rule reads it.
    fn finding(&self, problem: Problem, binding: usize, row: u32, year: Option<i32>) -> Diagnostic {
        let binding = &self.staged.bindings[binding];
        let mut diagnostic = problem.at(self.cell(row, binding.at));
        let is_needed = self
            .setting
            .needed
            .is_some_and(|needed| needed.contains(&slot(binding, year)));
        if !is_needed && !self.setting.table.key.contains(&binding.column) {
            diagnostic.severity = Severity::Note;
        }
        diagnostic
    }

    fn cell(&self, row: u32, column: u32) -> Place {
        self.setting
            .place
            .at(Spot::Cell(CellAddress { row, column }))
    }

    /// Whether a row has figures or answers, beside names and codes.
    fn has_data(&mut self, row: Row<'_>) -> bool {
        let bindings = &self.staged.bindings;
        self.converters
            .iter_mut()
            .zip(bindings)
            .any(|(converter, binding)| {
                let is_label = matches!(
                    converter.column.kind,
                    ColumnType::Code { .. } | ColumnType::Text
                );
                match row.cell(binding.at) {
                    _ if is_label => false,
                    Cell::Empty => false,
                    Cell::Number { .. } | Cell::YesNo(_) | Cell::Date(_) | Cell::Error(_) => true,
                    // The words of a signature under a table are no data; a misspelt figure is.
                    cell @ Cell::Text(text) => {
                        let begins_as_figure = text
                            .trim_start_matches(['-', '+', '('])
                            .starts_with(|c: char| c.is_ascii_digit());
                        begins_as_figure
                            || !matches!(converter.convert(cell), Ok(Value::Empty) | Err(_))
                    }
                }
            })
    }
}

fn is_figure(kind: &ColumnType) -> bool {
    matches!(
        kind,
        ColumnType::Number { .. } | ColumnType::Percent | ColumnType::Money { .. }
    )
}

/// Whether a key is as short a number as a column's.
fn is_short_code(part: &str) -> bool {
    part.len() <= 3 && part.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a column's cells may be doubtful beside each other.
fn is_doubted(kind: &ColumnType) -> bool {
    matches!(
        kind,
        ColumnType::Code { .. } | ColumnType::Date | ColumnType::Year
    )
}

fn gives(measures: &Option<Measures>, binding: usize, measure: Option<Measure>) -> bool {
    match (measures, measure) {
        (Some(measures), Some(measure)) => measures.gives(binding, measure),
        (None, _) | (_, None) => true,
    }
}

/// The slot of a binding in a row of that year.
pub(super) fn slot(binding: &Binding, row_year: Option<i32>) -> Slot {
    let year = match binding.year {
        BoundYear::None => None,
        BoundYear::Fixed(year) => Some(year),
        BoundYear::OfRow(shift) => row_year.map(|year| year + shift),
    };
    Slot {
        column: binding.column,
        year,
    }
}
