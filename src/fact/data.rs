//! Typed facts in columns: what stands in the submitted tables, each value with the way back to its cell.
//!
//! In: values set by reading (or by a rule's examples). Out: a fact per row and slot, and its places on request.
//! Must not know: how cells were found or converted; rules.

mod column;
mod keys;
mod view;

pub(in crate::fact) use column::Column;
pub(crate) use column::Kind;
pub(crate) use view::{ColumnView, Stored, ViewedWords};

use crate::fact::body::{Staged, slot};
use crate::fact::schema::{ColumnId, Slot, TableId};
use crate::number::Number;
use crate::place::{CellAddress, Place, Spot};
use chrono::NaiveDate;
use keys::Keys;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::sync::Arc;

/// One typed value, or why there is none.
#[derive(Clone, Debug, PartialEq)]
pub enum Fact<'a> {
    /// A number, a ratio or an amount of money.
    Number(Number),
    /// A code or a text.
    Text(&'a str),
    /// Yes or no.
    YesNo(bool),
    /// A day.
    Date(NaiveDate),
    /// A year.
    Year(i32),
    /// A term of a scale or of choices, by its rank.
    Term(u16),
    /// No value.
    Missing(Absence),
}

/// Why a fact has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Absence {
    /// The cell is empty.
    Empty,
    /// The cell cannot be read as its column's type.
    Unreadable,
    /// Two cells give different values for this one fact.
    Conflict,
    /// No sheet has the column (or that year of it).
    NoColumn,
    /// The sheet that has the column has no such row.
    NoRow,
    /// The cell of a year holds a nought: there is no year, which settles some comparisons
    /// ([`crate::rule::expression::syntax::Comparison::settles_no_year`]).
    NoYear,
}

impl Absence {
    const ALL: [Absence; 6] = [
        Absence::Empty,
        Absence::Unreadable,
        Absence::Conflict,
        Absence::NoColumn,
        Absence::NoRow,
        Absence::NoYear,
    ];

    /// The first state that is no value.
    const FIRST_STATE: u8 = 250;

    fn of_state(state: u8) -> Option<Absence> {
        state
            .checked_sub(Self::FIRST_STATE)
            .and_then(|at| Self::ALL.get(usize::from(at)))
            .copied()
    }

    fn state(self) -> u8 {
        match self {
            Absence::Empty => Self::FIRST_STATE,
            Absence::Unreadable => Self::FIRST_STATE + 1,
            Absence::Conflict => Self::FIRST_STATE + 2,
            Absence::NoColumn => Self::FIRST_STATE + 3,
            Absence::NoRow => Self::FIRST_STATE + 4,
            Absence::NoYear => Self::FIRST_STATE + 5,
        }
    }
}

/// A sheet (or one year of a long sheet) that gave rows to a table, and which of its columns holds which slot.
#[derive(Clone, Debug)]
pub struct Part {
    /// The file's name.
    pub file: Arc<str>,
    /// The sheet, for workbooks.
    pub sheet: Option<Arc<str>>,
    /// The column (from 0) of each slot.
    pub columns: FxHashMap<Slot, u32>,
}

/// A row of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Index of the part.
    pub part: u32,
    /// Row in the file, from 1.
    pub row: u32,
}

/// The facts of one table: typed columns, joined over all the sheets that hold some of them.
#[derive(Clone, Debug)]
pub struct TableFacts {
    /// Which table.
    pub table: TableId,
    parts: Vec<Part>,
    /// The row of each slot, in parts whose cells do not all stand in the row of their origin.
    scattered: FxHashMap<u32, FxHashMap<Slot, u32>>,
    columns: FxHashMap<Slot, Column>,
    /// The row's first origin; further ones stand in `more_origins`.
    origins: Vec<Origin>,
    more_origins: FxHashMap<u32, Vec<Origin>>,
    /// Cells that do not come from the first origin that has their slot.
    moved: FxHashMap<(u32, Slot), Vec<Origin>>,
    keys: Keys,
    key: Vec<ColumnId>,
}

impl TableFacts {
    /// A table without rows.
    pub fn new(table: TableId, key: Vec<ColumnId>) -> Self {
        TableFacts {
            table,
            parts: Vec::new(),
            scattered: FxHashMap::default(),
            columns: FxHashMap::default(),
            origins: Vec::new(),
            more_origins: FxHashMap::default(),
            moved: FxHashMap::default(),
            keys: Keys::default(),
            key,
        }
    }

    /// The rows of one sheet as they were staged, their keys known to differ from one another or never asked for.
    pub(in crate::fact) fn of_batch(
        table: TableId,
        key: Vec<ColumnId>,
        part: Part,
        mut staged: Staged,
    ) -> Self {
        let mut facts = TableFacts::new(table, key);
        let slots = staged.bindings.iter().map(|binding| slot(binding, None));
        let slots: Vec<Slot> = slots.collect();
        let part = facts.add_part(part);
        match staged.take_simple_keys() {
            Some((text, ends)) => facts.keys = Keys::of_texts(text, ends),
            None => (0..staged.len()).for_each(|row| facts.keys.add(staged.key(row))),
        }
        let origin = |row: &u32| Origin { part, row: *row };
        facts.origins = staged.rows.iter().map(origin).collect();
        facts.columns.extend(slots.into_iter().zip(staged.columns));
        facts
    }

    /// Adds a sheet that will give rows.
    pub fn add_part(&mut self, part: Part) -> u32 {
        for slot in part.columns.keys() {
            // A column that a sheet has is there even before its first row is.
            self.columns
                .entry(*slot)
                .or_insert_with(|| Column::new(Kind::Text));
        }
        self.parts.push(part);
        u32::try_from(self.parts.len() - 1).unwrap_or(u32::MAX)
    }

    /// Adds a unit's part of a sheet in which its cells stand in several rows.
    pub(in crate::fact) fn add_scattered_part(
        &mut self,
        part: Part,
        rows: FxHashMap<Slot, u32>,
    ) -> u32 {
        let part = self.add_part(part);
        self.scattered.insert(part, rows);
        part
    }

    /// The row with that key, made if there is none; the origin is added to it. A table without a key gets a new row each time.
    pub fn row_for(&mut self, key: &[&str], origin: Origin) -> u32 {
        let next = u32::try_from(self.origins.len()).unwrap_or(u32::MAX);
        if !key.is_empty()
            && let Some(row) = self.keys.find_or_add(key)
        {
            self.more_origins.entry(row).or_default().push(origin);
            return row;
        }
        if key.is_empty() && !self.key.is_empty() {
            self.keys.skip_row();
        }
        self.origins.push(origin);
        next
    }

    /// Sets a fact that comes from the row's first origin with that slot, or from no file at all.
    pub fn set(&mut self, row: u32, slot: Slot, fact: &Fact<'_>) {
        self.columns
            .entry(slot)
            .or_insert_with(|| Column::new(Kind::Text))
            .set(row, fact);
    }

    /// Says which cells a fact comes from, where that is not the first origin with its slot (or where two cells disagree).
    pub fn set_origins(&mut self, row: u32, slot: Slot, origins: Vec<Origin>) {
        self.moved.insert((row, slot), origins);
    }

    /// Takes over a column whose rows are the table's rows from the first on, if the table holds nothing of that slot yet.
    pub(in crate::fact) fn adopt(&mut self, slot: Slot, column: &mut Column) -> bool {
        let held = self
            .columns
            .entry(slot)
            .or_insert_with(|| Column::new(Kind::Text));
        let adopted = held.len() == 0;
        if adopted {
            std::mem::swap(held, column);
        }
        adopted
    }

    /// Adds a column of further rows, of which that one is the first; false if one of them holds something of that slot already.
    pub(in crate::fact) fn append(&mut self, slot: Slot, column: &Column, first: u32) -> bool {
        let held = self.columns.entry(slot).or_insert_with(|| column.emptied());
        let is_free = held.len() <= first as usize;
        if is_free {
            held.leave_out_to(first as usize);
            held.append(column, 0..column.len());
        }
        is_free
    }

    /// The origin that a fact of that slot comes from unless told otherwise: the row's first one whose sheet has the slot.
    pub(in crate::fact) fn first_origin(&self, row: u32, slot: Slot) -> Option<Origin> {
        self.origins(row).find(|origin| {
            self.parts
                .get(origin.part as usize)
                .is_some_and(|part| part.columns.contains_key(&slot))
        })
    }

    /// The origins that a fact comes from.
    pub(in crate::fact) fn origins_of(&self, row: u32, slot: Slot) -> Vec<Origin> {
        match self.moved.get(&(row, slot)) {
            Some(origins) => origins.clone(),
            None => self.first_origin(row, slot).into_iter().collect(),
        }
    }

    /// The sheets that gave rows.
    pub(in crate::fact) fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// How many rows there are.
    pub fn len(&self) -> u32 {
        u32::try_from(self.origins.len()).unwrap_or(u32::MAX)
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.origins.is_empty()
    }

    /// The fact of a row.
    pub fn get(&self, row: u32, slot: Slot) -> Fact<'_> {
        self.columns
            .get(&slot)
            .map_or(Fact::Missing(Absence::NoColumn), |column| column.get(row))
    }

    /// Whether some sheet has that column (or that year of it).
    pub fn has(&self, slot: Slot) -> bool {
        self.columns.contains_key(&slot)
    }

    /// The slots that some sheet has, in order.
    pub fn slots(&self) -> Vec<Slot> {
        let mut slots: Vec<Slot> = self.columns.keys().copied().collect();
        slots.sort_unstable();
        slots
    }

    /// The row with that key. A part is a code's text, a term's code, a number in its exact form, a year or `2022-12-31`.
    pub fn find(&self, key: &[&str]) -> Option<u32> {
        self.keys.find(key)
    }

    /// The row's key, its parts joined by `/`; empty for a table without a key.
    pub fn code(&self, row: u32) -> String {
        self.keys.code(row).into_owned()
    }

    /// As [`TableFacts::code`], copied only if it must be.
    pub fn code_text(&self, row: u32) -> Cow<'_, str> {
        self.keys.code(row)
    }

    /// The key's columns.
    pub fn key(&self) -> &[ColumnId] {
        &self.key
    }

    /// Every origin of a row, the first first.
    pub fn origins(&self, row: u32) -> impl Iterator<Item = Origin> + '_ {
        let more = self
            .more_origins
            .get(&row)
            .map(Vec::as_slice)
            .unwrap_or_default();
        self.origins
            .get(row as usize)
            .copied()
            .into_iter()
            .chain(more.iter().copied())
    }

    /// The places of a row, one per sheet it stands in.
    pub fn row_places(&self, row: u32) -> Vec<Place> {
        self.origins(row)
            .filter_map(|origin| self.place(origin, None))
            .collect()
    }

    /// The cells that a fact comes from: none for a column that no sheet has, two or more for a conflict.
    pub fn places(&self, row: u32, slot: Slot) -> Vec<Place> {
        self.origins_of(row, slot)
            .into_iter()
            .filter_map(|origin| self.place(origin, Some(slot)))
            .collect()
    }

    fn row_of(&self, origin: Origin, slot: Slot) -> u32 {
        let rows = self.scattered.get(&origin.part);
        rows.and_then(|rows| rows.get(&slot))
            .copied()
            .unwrap_or(origin.row)
    }

    pub(in crate::fact) fn place(&self, origin: Origin, slot: Option<Slot>) -> Option<Place> {
        let part = self.parts.get(origin.part as usize)?;
        let spot = match slot {
            None => Spot::Row(origin.row),
            Some(slot) => Spot::Cell(CellAddress {
                row: self.row_of(origin, slot),
                column: *part.columns.get(&slot)?,
            }),
        };
        Some(Place {
            file: part.file.clone(),
            sheet: part.sheet.clone(),
            spot,
        })
    }
}

impl TableFacts {
    /// The column of that slot as it lies in memory; none if no sheet has it ([`Absence::NoColumn`]).
    pub(crate) fn view(&self, slot: Slot) -> Option<ColumnView<'_>> {
        self.columns.get(&slot).map(Column::view)
    }
}
