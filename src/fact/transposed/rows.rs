//! The rows of a transposed sheet: each is an indicator of the unit above or beside it, or skipped with a reason, and counted.
//!
//! In: rows, and how the sheet is to be read. Out: staged facts with their cells, the account of rows, findings. Must not know: other
//! sheets, rules.

use super::entries::Entries;
use super::label::{Label, Numbering, split_number};
use super::{Transposed, Whose};
use crate::diagnostic::{Diagnostics, Severity};
use crate::fact::body::{are_column_numbers, is_total};
use crate::fact::convert::{text_of, year_of};
use crate::fact::header::block::Matched;
use crate::fact::header::caption::Caption;
use crate::fact::header::heading::is_harmless;
use crate::fact::header::index::HeaderIndex;
use crate::fact::layout::{BoundYear, Refusal, bind};
use crate::fact::problem::Problem;
use crate::fact::schema::{ColumnType, Schema, Slot, TableSchema};
use crate::fact::units::Units;
use crate::fact::{BuiltInCheck, DataFault, SheetAccount, SkipReason, TableNeeds};
use crate::place::{CellAddress, Place, Spot};
use crate::table::{Cell, Row};
use rustc_hash::FxHashSet;
use std::sync::Arc;

/// A transposed sheet whose rows are being read.
pub(in crate::fact) struct Indicators<'s> {
    pub(super) schema: &'s Schema,
    pub(super) table: &'s TableSchema,
    pub(super) layout: Arc<Transposed>,
    pub(super) needed: Option<&'s TableNeeds>,
    pub(super) place: Place,
    index: &'s HeaderIndex,
    pub(super) units: Option<Units<'s>>,
    pub(super) account: SheetAccount,
    pub(super) findings: Diagnostics,
    pub(super) faults: Vec<DataFault>,
    /// Units that could not be used and have been said to be so, by code and name.
    pub(super) refused: FxHashSet<(String, String)>,
    /// The unit that rows are about, as a heading or the whole sheet says.
    pub(super) unit: About,
    /// The unit above, as a heading says.
    pub(super) above: Option<String>,
    /// A row of words above the row at hand, and whether it is surely an indicator that nobody filled in.
    pub(super) heading: Option<(Label, bool)>,
    pub(super) entries: Entries<'s>,
    pub(super) unknown: Vec<String>,
    /// Rows that were used, with their units.
    pub(super) used: Vec<(u32, usize)>,
    /// Units that may be new ones of other territory, and whether some unit is one beyond doubt.
    pub(super) possibly_new: Vec<(usize, Problem, CellAddress)>,
    pub(super) has_new_units: bool,
}

/// A column with the year of its figures, if they have one.
type YearCell = (u32, Option<i32>);

/// What rows are about.
#[derive(Clone, Debug)]
pub(super) enum About {
    /// Nothing has been said.
    Nobody,
    Unit(usize),
    /// A unit that cannot be used, which has been said already.
    SetAside(SkipReason),
}

/// What a row's label means.
enum Meaning {
    Column(Matched),
    /// It stands under a heading that may change what it means.
    Doubtful(Problem),
    Unknown,
}

impl<'s> Indicators<'s> {
    pub(in crate::fact) fn new(
        schema: &'s Schema,
        layout: Arc<Transposed>,
        needed: Option<&'s TableNeeds>,
        place: Place,
        index: &'s HeaderIndex,
        account: SheetAccount,
    ) -> Self {
        let table = schema.table_at(layout.table);
        let mut indicators = Indicators {
            schema,
            table,
            needed,
            place,
            index,
            units: table.roster.as_ref().map(Units::new),
            account,
            findings: Diagnostics::default(),
            faults: Vec::new(),
            refused: FxHashSet::default(),
            unit: About::Nobody,
            above: None,
            heading: None,
            entries: Entries::new(schema, layout.table),
            unknown: Vec::new(),
            used: Vec::new(),
            possibly_new: Vec::new(),
            has_new_units: false,
            layout,
        };
        let layout = Arc::clone(&indicators.layout);
        match &layout.whose {
            Whose::Sheet(unit) | Whose::Headings(Some(unit)) => indicators.begin_sheet(unit),
            Whose::Headings(None) | Whose::Columns(_) => {}
        }
        indicators
    }

    pub(in crate::fact) fn layout(&self) -> Arc<Transposed> {
        Arc::clone(&self.layout)
    }

    pub(in crate::fact) fn header_texts(&self) -> &[Vec<(u32, String)>] {
        &self.layout.header_texts
    }

    /// Whether a row belongs to the table's own head.
    pub(in crate::fact) fn is_plainly_data(&self, row: Row<'_>) -> bool {
        row.number <= self.last_header_row()
    }

    /// Other years over the same columns.
    pub(in crate::fact) fn contradiction(&self, row: Row<'_>) -> Option<(Problem, u32)> {
        let other = self.layout.years.iter().find(|(at, year)| {
            let found = year_of(row.cell(*at));
            found.is_some_and(|found| found != *year)
        });
        let are_years =
            |(at, _): &(u32, i32)| row.cell(*at) == Cell::Empty || year_of(row.cell(*at)).is_some();
        let (at, year) = other.filter(|_| self.layout.years.iter().all(are_years))?;
        let is_indicator = self
            .label(row)
            .is_some_and(|label| self.matched(&label, None).is_some());
        let shown =
            |row: u32, text: String| format!("{text} ({})", CellAddress { row, column: *at });
        (!is_indicator).then(|| {
            let problem = Problem::SecondHeader {
                first: shown(self.last_header_row(), year.to_string()),
                second: shown(row.number, text_of(row.cell(*at)).into_owned()),
            };
            (problem, *at)
        })
    }

    pub(in crate::fact) fn give_back(&mut self, row: u32) {
        self.account.take_back(SkipReason::Group, row);
    }

    /// Takes a row that is not blank. Gives whether it has data, or belongs to the table's head.
    pub(in crate::fact) fn row(&mut self, row: Row<'_>) -> bool {
        self.account.read += 1;
        match self.reason_to_skip(row) {
            Some(reason) => {
                self.account.skip(reason, row.number);
                reason != SkipReason::Group
            }
            None => {
                self.account.used += 1;
                true
            }
        }
    }

    pub(super) fn last_header_row(&self) -> u32 {
        self.layout.header_rows.last().copied().unwrap_or(0)
    }

    /// None for a row that was used.
    fn reason_to_skip(&mut self, row: Row<'_>) -> Option<SkipReason> {
        let first = self.layout.header_rows.first().copied().unwrap_or(0);
        if row.number <= self.last_header_row() {
            return Some(if row.number < first {
                SkipReason::Title
            } else {
                SkipReason::Header
            });
        }
        if self.repeats_header(row) {
            return Some(SkipReason::Header);
        }
        if self.entries.is_empty() && are_column_numbers(row) {
            return Some(SkipReason::ColumnNumbers);
        }
        let has_figures = self.figures(row).next().is_some();
        let Some(label) = self.label(row) else {
            return Some(if has_figures {
                self.unknown_row(row, String::new())
            } else {
                SkipReason::Group
            });
        };
        if has_figures {
            self.indicator(row, &label)
        } else {
            self.words(row, label)
        }
    }

    fn repeats_header(&self, row: Row<'_>) -> bool {
        let texts = &self.layout.header_texts;
        texts
            .iter()
            .any(|header| crate::fact::body::repeats(row, header))
    }

    /// The cells of figures that hold anything, with their years.
    fn figures<'r>(
        &self,
        row: Row<'r>,
    ) -> impl Iterator<Item = (u32, i32, Cell<'r>)> + use<'r, 's> {
        let years = self.layout.years.clone();
        years
            .into_iter()
            .map(move |(at, year)| (at, year, row.cell(at)))
            .filter(|(_, _, cell)| *cell != Cell::Empty)
    }

    fn label(&self, row: Row<'_>) -> Option<Label> {
        let texts: Vec<String> = self
            .layout
            .labels
            .iter()
            .map(|column| text_of(row.cell(*column)).into_owned())
            .collect();
        let unit = self
            .layout
            .unit_words
            .map(|column| text_of(row.cell(column)).into_owned())
            .filter(|unit| !unit.is_empty());
        let mut label = Label::new(
            texts.iter().map(String::as_str),
            unit.as_deref(),
            &self.index.words,
        )?;
        if label.numbering == Numbering::None {
            label.numbering = self.numbering(row);
        }
        Some(label)
    }

    /// Where a row's label begins.
    pub(super) fn label_column(&self, row: Row<'_>) -> u32 {
        let labels = &self.layout.labels;
        let begins = |column: &&u32| {
            let text = text_of(row.cell(**column));
            !split_number(&text).1.is_empty()
        };
        labels
            .iter()
            .find(begins)
            .or(labels.first())
            .copied()
            .unwrap_or(0)
    }

    /// The number of a row in a column of its own.
    fn numbering(&self, row: Row<'_>) -> Numbering {
        let first_year = self.layout.years.first().map_or(0, |(at, _)| *at);
        let own = (self.layout.columns.start..first_year)
            .filter(|column| !self.layout.labels.contains(column))
            .map(|column| row.cell(column))
            .find(|cell| *cell != Cell::Empty);
        own.map_or(Numbering::None, |cell| split_number(&text_of(cell)).0)
    }

    /// A row without figures: an indicator that nobody filled in, the heading of a unit, or any other heading.
    fn words(&mut self, row: Row<'_>, label: Label) -> Option<SkipReason> {
        let matched = self.matched(&label, None);
        if self.has_key(row) {
            return self.indicator(row, &label);
        }
        let mut skipped = Some(SkipReason::Group);
        match &matched {
            Some(_) if !matches!(self.unit, About::Nobody) => {
                skipped = self.indicator(row, &label);
            }
            None if self.begin_unit(row, &label) => return skipped,
            Some(_) | None => {}
        }
        // `Hộ cận nghèo` without figures may head its own `Tổng số`; what has a unit, or is answered in words, heads nothing.
        let is_surely_indicator = matched.is_some_and(|matched| {
            !self.is_figure(&matched) || label.captions.iter().any(Caption::is_unit_alone)
        });
        self.heading = Some((label, is_surely_indicator));
        skipped
    }

    fn has_key(&self, row: Row<'_>) -> bool {
        match self.layout.whose {
            Whose::Columns(key) => [key.code, key.name]
                .into_iter()
                .flatten()
                .any(|column| row.cell(column) != Cell::Empty),
            Whose::Headings(_) | Whose::Sheet(_) => false,
        }
    }

    /// A row with figures, or one that would have some.
    fn indicator(&mut self, row: Row<'_>, label: &Label) -> Option<SkipReason> {
        let matched = match self.meaning(label) {
            Meaning::Column(matched) => matched,
            Meaning::Doubtful(problem) => {
                let at = self.label_column(row);
                self.find(problem, row.number, at);
                return Some(SkipReason::NotUsed);
            }
            Meaning::Unknown if is_total(&label.shown()) => return Some(SkipReason::Total),
            Meaning::Unknown => return Some(self.unknown_row(row, label.shown())),
        };
        if self.is_key(&matched) {
            // It has been read already.
            return None;
        }
        let subject = match self.subject(row) {
            Ok(subject) => subject,
            Err(reason) => return Some(reason),
        };
        let skipped = self.stage(row, subject, &matched);
        if skipped.is_none() {
            self.used.push((row.number, subject));
        }
        skipped
    }

    fn unknown_row(&mut self, row: Row<'_>, label: String) -> SkipReason {
        let cell = CellAddress {
            row: row.number,
            column: self.label_column(row),
        };
        let shown = format!("{label} ({cell})").trim().to_owned();
        self.unknown.push(shown);
        SkipReason::NotUsed
    }

    fn is_key(&self, matched: &Matched) -> bool {
        let is_name = self
            .table
            .column("name")
            .is_some_and(|(name, _)| name == matched.column);
        self.table.key.contains(&matched.column) || is_name
    }

    fn matched(&self, label: &Label, heading: Option<&Label>) -> Option<Matched> {
        label
            .meanings(heading, 0, self.index, self.schema)
            .into_iter()
            .find(|(table, _)| *table == self.layout.table)
            .map(|(_, matched)| matched)
    }

    /// Words above a row are part of its label if together they are known. If they are not, the row alone may mean something else.
    fn meaning(&mut self, label: &Label) -> Meaning {
        if let Some((heading, _)) = &self.heading
            && heading.numbering != Numbering::None
            && heading.numbering == label.numbering
        {
            self.heading = None;
        }
        let alone = self.matched(label, None);
        let Some((heading, is_indicator)) = &self.heading else {
            return alone.map_or(Meaning::Unknown, Meaning::Column);
        };
        if let Some(both) = self.matched(label, Some(heading)) {
            return Meaning::Column(both);
        }
        match alone {
            Some(matched)
                if *is_indicator
                    || !self.is_figure(&matched)
                    || heading.captions.iter().all(is_harmless) =>
            {
                Meaning::Column(matched)
            }
            Some(_) => Meaning::Doubtful(Problem::GroupHeader {
                heading: heading.shown(),
                header: label.shown(),
            }),
            None => Meaning::Unknown,
        }
    }

    fn is_figure(&self, matched: &Matched) -> bool {
        self.table.column_at(matched.column).is_some_and(|column| {
            matches!(
                column.kind,
                ColumnType::Number { .. } | ColumnType::Percent | ColumnType::Money { .. }
            )
        })
    }

    /// Reads a row's cells into the entries of its unit.
    fn stage(&mut self, row: Row<'_>, subject: usize, matched: &Matched) -> Option<SkipReason> {
        let (layout, year) = (Arc::clone(&self.layout), BoundYear::None);
        let bound = bind(matched, year, &layout.remarks, self.schema, layout.table);
        let found = bound.and_then(|binding| Ok((binding, self.cells(row, matched)?)));
        let (binding, cells) = match found {
            Ok(found) => found,
            Err(refusal) => {
                let Refusal { problem, spot } = *refusal;
                let cell = match spot {
                    Spot::Cell(cell) => cell,
                    Spot::Whole | Spot::Row(_) | Spot::Excerpt(_) => CellAddress {
                        row: row.number,
                        column: self.label_column(row),
                    },
                };
                self.find(problem, cell.row, cell.column);
                return Some(SkipReason::NotUsed);
            }
        };
        let indicator = self.entries.indicator(binding);
        for (at, year) in cells {
            let cell = CellAddress {
                row: row.number,
                column: at,
            };
            let slot = Slot {
                column: matched.column,
                year,
            };
            let added = self
                .entries
                .add(indicator, subject, slot, cell, row.cell(at));
            if let Err(problem) = added {
                self.find_in(problem, slot, row.number, at);
            }
        }
        None
    }

    /// The cells of an indicator with their years; one cell for a column without years, the first if none is filled in.
    fn cells(&self, row: Row<'_>, matched: &Matched) -> Result<Vec<YearCell>, Box<Refusal>> {
        let years = &self.layout.years;
        let Some(column) = self.table.column_at(matched.column) else {
            return Ok(Vec::new());
        };
        if column.series {
            let shifted = |(at, year): &(u32, i32)| (*at, Some(year + matched.year_shift));
            return Ok(years.iter().map(shifted).collect());
        }
        let filled: Vec<u32> = self.figures(row).map(|(at, _, _)| at).collect();
        if let [first, second, ..] = filled.as_slice() {
            let shown = |column: u32| {
                let row = row.number;
                CellAddress { row, column }.to_string()
            };
            let problem = Problem::OneValue {
                column: column.usual_header(),
                first: shown(*first),
                second: shown(*second),
            };
            return Err(Refusal::at(problem, row.number, *second));
        }
        let only = filled.first().or(years.first().map(|(at, _)| at));
        Ok(only.map(|at| (*at, None)).into_iter().collect())
    }

    pub(super) fn fail_code_name(&mut self, code: String, place: Place) {
        self.faults.push(DataFault {
            check: BuiltInCheck::CodeName,
            table: self.layout.table,
            code: Some(code).filter(|code| !code.is_empty()),
            slot: None,
            places: vec![place],
        });
    }

    pub(super) fn find(&mut self, problem: Problem, row: u32, column: u32) {
        let spot = Spot::Cell(CellAddress { row, column });
        self.findings.push(problem.at(self.place.at(spot)));
    }

    /// A finding in a cell of figures: only a note where no rule reads it.
    pub(super) fn find_in(&mut self, problem: Problem, slot: Slot, row: u32, column: u32) {
        let spot = Spot::Cell(CellAddress { row, column });
        let mut finding = problem.at(self.place.at(spot));
        if !self.needed.is_some_and(|needed| needed.contains(&slot)) {
            finding.severity = Severity::Note;
        }
        self.findings.push(finding);
    }
}
