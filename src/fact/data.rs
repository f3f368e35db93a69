//! Typed facts in columns: what stands in the submitted tables, each value with the way back to its cell.
//!
//! In: values set by reading (or by a rule's examples). Out: a fact per row and slot, and its places on request.
//! Must not know: how cells were found or converted; rules.

use crate::fact::schema::{ColumnId, Slot, TableId};
use crate::number::Number;
use crate::place::{CellAddress, Place, Spot};
use chrono::{Datelike, NaiveDate};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
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
}

impl Absence {
    const ALL: [Absence; 5] = [Absence::Empty, Absence::Unreadable, Absence::Conflict, Absence::NoColumn, Absence::NoRow];

    fn state(self) -> u8 {
        match self {
            Absence::Empty => 251,
            Absence::Unreadable => 252,
            Absence::Conflict => 253,
            Absence::NoColumn => 254,
            Absence::NoRow => 255,
        }
    }
}

/// How the words of a column are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Number,
    Text,
    YesNo,
    Date,
    Year,
    Term,
}

/// A cell is nine bytes: a word and a state. A state up to 18 is a value (for numbers, the decimal places of the word);
/// [`BIG`] keeps the number aside; the states of [`Absence`] say why there is none.
#[derive(Clone, Debug)]
struct Column {
    kind: Kind,
    words: Vec<i64>,
    states: Vec<u8>,
    text: String,
    big: BTreeMap<u32, Number>,
}

const BIG: u8 = 200;

impl Column {
    fn new(kind: Kind) -> Self {
        Column { kind, words: Vec::new(), states: Vec::new(), text: String::new(), big: BTreeMap::new() }
    }

    fn set(&mut self, row: u32, fact: &Fact<'_>) {
        let at = row as usize;
        if self.states.len() <= at {
            self.words.resize(at + 1, 0);
            self.states.resize(at + 1, Absence::NoRow.state());
        }
        let (word, state) = match fact {
            Fact::Missing(absence) => (0, absence.state()),
            Fact::Number(number) => match number.to_scaled() {
                Some(scaled) => scaled,
                None => {
                    self.big.insert(row, number.clone());
                    (0, BIG)
                }
            },
            Fact::Text(text) => (self.keep_text(text), 0),
            Fact::YesNo(flag) => (i64::from(*flag), 0),
            Fact::Date(day) => (i64::from(day.num_days_from_ce()), 0),
            Fact::Year(year) => (i64::from(*year), 0),
            Fact::Term(rank) => (i64::from(*rank), 0),
        };
        self.words[at] = word;
        self.states[at] = state;
    }

    /// Start and length of the text in this column's one long text, in one word.
    fn keep_text(&mut self, text: &str) -> i64 {
        let start = self.text.len() as i64;
        self.text.push_str(text);
        start << 20 | text.len().min((1 << 20) - 1) as i64
    }

    fn get(&self, row: u32) -> Fact<'_> {
        let at = row as usize;
        let Some((&state, &word)) = self.states.get(at).zip(self.words.get(at)) else { return Fact::Missing(Absence::NoRow) };
        if let Some(absence) = Absence::ALL.into_iter().find(|a| a.state() == state) {
            return Fact::Missing(absence);
        }
        match self.kind {
            Kind::Number if state == BIG => Fact::Number(self.big.get(&row).cloned().unwrap_or_default()),
            Kind::Number => Fact::Number(Number::from_scaled(word, state)),
            Kind::Text => {
                let (start, length) = ((word >> 20) as usize, (word & ((1 << 20) - 1)) as usize);
                Fact::Text(self.text.get(start..start + length).unwrap_or(""))
            }
            Kind::YesNo => Fact::YesNo(word != 0),
            Kind::Date => NaiveDate::from_num_days_from_ce_opt(word as i32).map_or(Fact::Missing(Absence::Unreadable), Fact::Date),
            Kind::Year => Fact::Year(word as i32),
            Kind::Term => Fact::Term(word as u16),
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
    columns: FxHashMap<Slot, Column>,
    /// The row's first origin; further ones stand in `more_origins`.
    origins: Vec<Origin>,
    more_origins: FxHashMap<u32, Vec<Origin>>,
    /// Cells that do not come from the first origin that has their slot.
    moved: FxHashMap<(u32, Slot), Vec<Origin>>,
    keys: FxHashMap<Vec<String>, u32>,
    key: Vec<ColumnId>,
}

impl TableFacts {
    /// A table without rows.
    pub fn new(table: TableId, key: Vec<ColumnId>) -> Self {
        TableFacts {
            table,
            parts: Vec::new(),
            columns: FxHashMap::default(),
            origins: Vec::new(),
            more_origins: FxHashMap::default(),
            moved: FxHashMap::default(),
            keys: FxHashMap::default(),
            key,
        }
    }

    /// Adds a sheet that will give rows.
    pub fn add_part(&mut self, part: Part) -> u32 {
        for slot in part.columns.keys() {
            // A column that a sheet has is there even before its first row is.
            self.columns.entry(*slot).or_insert_with(|| Column::new(Kind::Text));
        }
        self.parts.push(part);
        u32::try_from(self.parts.len() - 1).unwrap_or(u32::MAX)
    }

    /// The row with that key, made if there is none; the origin is added to it. A table without a key gets a new row each time.
    pub fn row_for(&mut self, key: &[&str], origin: Origin) -> u32 {
        let next = u32::try_from(self.origins.len()).unwrap_or(u32::MAX);
        if !key.is_empty() {
            let key: Vec<String> = key.iter().map(|k| (*k).to_owned()).collect();
            if let Some(row) = self.keys.get(&key) {
                self.more_origins.entry(*row).or_default().push(origin);
                return *row;
            }
            self.keys.insert(key, next);
        }
        self.origins.push(origin);
        next
    }

    /// Sets a fact that comes from the row's first origin with that slot, or from no file at all.
    pub fn set(&mut self, row: u32, slot: Slot, fact: &Fact<'_>) {
        let kind = match fact {
            Fact::Number(_) => Some(Kind::Number),
            Fact::Text(_) => Some(Kind::Text),
            Fact::YesNo(_) => Some(Kind::YesNo),
            Fact::Date(_) => Some(Kind::Date),
            Fact::Year(_) => Some(Kind::Year),
            Fact::Term(_) => Some(Kind::Term),
            Fact::Missing(_) => None,
        };
        let column = self.columns.entry(slot).or_insert_with(|| Column::new(kind.unwrap_or(Kind::Text)));
        if let Some(kind) = kind {
            column.kind = kind;
        }
        column.set(row, fact);
    }

    /// Says which cells a fact comes from, where that is not the first origin with its slot (or where two cells disagree).
    pub fn set_origins(&mut self, row: u32, slot: Slot, origins: Vec<Origin>) {
        self.moved.insert((row, slot), origins);
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
        self.columns.get(&slot).map_or(Fact::Missing(Absence::NoColumn), |column| column.get(row))
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

    /// The row with that key.
    pub fn find(&self, key: &[&str]) -> Option<u32> {
        let key: Vec<String> = key.iter().map(|k| (*k).to_owned()).collect();
        self.keys.get(&key).copied()
    }

    /// The row's key, its parts joined by `/`; empty for a table without a key.
    pub fn code(&self, row: u32) -> String {
        let parts: Vec<String> = self.key.iter().map(|column| match self.get(row, Slot { column: *column, year: None }) {
            Fact::Text(text) => text.to_owned(),
            Fact::Number(number) => number.to_exact(),
            Fact::Year(year) => year.to_string(),
            Fact::Term(rank) => rank.to_string(),
            Fact::YesNo(_) | Fact::Date(_) | Fact::Missing(_) => String::new(),
        }).collect();
        parts.join("/")
    }

    /// Every origin of a row, the first first.
    pub fn origins(&self, row: u32) -> impl Iterator<Item = Origin> + '_ {
        let more = self.more_origins.get(&row).map(Vec::as_slice).unwrap_or_default();
        self.origins.get(row as usize).copied().into_iter().chain(more.iter().copied())
    }

    /// The places of a row, one per sheet it stands in.
    pub fn row_places(&self, row: u32) -> Vec<Place> {
        self.origins(row).filter_map(|origin| self.place(origin, None)).collect()
    }

    /// The cells that a fact comes from: none for a column that no sheet has, two or more for a conflict.
    pub fn places(&self, row: u32, slot: Slot) -> Vec<Place> {
        if let Some(origins) = self.moved.get(&(row, slot)) {
            return origins.iter().filter_map(|origin| self.place(*origin, Some(slot))).collect();
        }
        self.origins(row).find_map(|origin| self.place(origin, Some(slot))).into_iter().collect()
    }

    fn place(&self, origin: Origin, slot: Option<Slot>) -> Option<Place> {
        let part = self.parts.get(origin.part as usize)?;
        let spot = match slot {
            None => Spot::Row(origin.row),
            Some(slot) => Spot::Cell(CellAddress { row: origin.row, column: *part.columns.get(&slot)? }),
        };
        Some(Place { file: part.file.clone(), sheet: part.sheet.clone(), spot })
    }
}
