//! What tables a rule set expects: their columns with types, headers and keys.
//!
//! In: declarations of a checked rule set. Out: the schema that reading follows. Must not know: rules.

use crate::fact::roster::Roster;
use crate::number::Number;
use crate::text::{Wording, fold};
use indexmap::IndexMap;
use std::ops::RangeInclusive;
use std::sync::Arc;

/// Years that are taken for years.
pub const YEARS: RangeInclusive<i32> = 1900..=2200;

/// All tables of a rule set, and the words its columns share.
#[derive(Clone, Debug, Default)]
pub struct Schema {
    /// Tables by name, in the rule set's order; a [`TableId`] is an index here.
    pub tables: IndexMap<String, TableSchema>,
    /// Units by name; a [`UnitId`] is an index here.
    pub units: IndexMap<String, Wording>,
    /// Scales and choices by name; a [`VocabularyId`] is an index here.
    pub vocabularies: IndexMap<String, Vocabulary>,
}

/// Index of a table in its schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TableId(pub u16);

/// Index of a column in its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ColumnId(pub u16);

/// Index of a unit in its schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UnitId(pub u16);

/// Index of a scale or a set of choices in its schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct VocabularyId(pub u16);

/// A column, or one year of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Slot {
    /// The column.
    pub column: ColumnId,
    /// The year, for a series.
    pub year: Option<i32>,
}

/// An ordered scale (low to high) or a set of choices, with the spellings that files use.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    /// Whether the order means something: a scale compares by rank.
    pub ordered: bool,
    /// Code and accepted names of each term; a term's index is its rank.
    pub terms: IndexMap<String, Vec<String>>,
    /// Folded code or name → rank.
    ranks: std::collections::HashMap<String, u16>,
}

impl Vocabulary {
    /// A vocabulary of those terms.
    pub fn new(ordered: bool, terms: IndexMap<String, Vec<String>>) -> Self {
        let mut ranks = std::collections::HashMap::new();
        for (rank, (code, names)) in (0_u16..).zip(&terms) {
            for name in std::iter::once(code).chain(names) {
                ranks.entry(fold(name)).or_insert(rank);
            }
        }
        Vocabulary {
            ordered,
            terms,
            ranks,
        }
    }

    /// The rank of a term by its code or any of its names, however spelt.
    pub fn rank(&self, text: &str) -> Option<u16> {
        self.ranks
            .get(text)
            .or_else(|| self.ranks.get(&fold(text)))
            .copied()
    }

    /// The code of a rank.
    pub fn code(&self, rank: u16) -> &str {
        self.terms
            .get_index(usize::from(rank))
            .map_or("", |(code, _)| code)
    }
}

/// A table: one kind of subject, or a list.
#[derive(Clone, Debug, Default)]
pub struct TableSchema {
    /// Canonical name.
    pub name: String,
    /// What people call it.
    pub title: Wording,
    /// Names of sheets or files that mean this table.
    pub sheets: Vec<String>,
    /// The key's columns; none for a table whose rows are not joined.
    pub key: Vec<ColumnId>,
    /// The official list of units, if the table has one.
    pub roster: Option<RosterLevel>,
    /// Columns by canonical name; a [`ColumnId`] is an index here.
    pub columns: IndexMap<String, ColumnSchema>,
    /// Whether rows are about persons: names and values are masked outside nominations.
    pub personal: bool,
}

impl TableSchema {
    /// The column of that name.
    pub fn column(&self, name: &str) -> Option<(ColumnId, &ColumnSchema)> {
        let (index, _, column) = self.columns.get_full(name)?;
        Some((ColumnId(u16::try_from(index).ok()?), column))
    }

    /// The column by which people know a row: `name`, else the first text in the table's own words.
    pub fn name_column(&self) -> Option<ColumnId> {
        let named = self.column("name").map(|(column, _)| column);
        named.or_else(|| {
            let mut columns = (0_u16..).zip(self.columns.values());
            let first = columns.find(|(_, column)| column.kind == ColumnType::Text);
            first.map(|(index, _)| ColumnId(index))
        })
    }

    /// Of a list that names subjects: the key's choice column that names a subject's table, and its column of the subject's code.
    pub fn subject_key(&self) -> Option<(ColumnId, ColumnId)> {
        self.key.iter().find_map(|code| {
            let ColumnType::Code {
                of: Some(Reference::NamedBy(subject)),
                ..
            } = self.column_at(*code)?.kind
            else {
                return None;
            };
            self.key.contains(&subject).then_some((subject, *code))
        })
    }

    /// The column's declaration.
    pub fn column_at(&self, id: ColumnId) -> Option<&ColumnSchema> {
        self.columns
            .get_index(usize::from(id.0))
            .map(|(_, column)| column)
    }
}

/// A roster, and which of its levels a table holds.
#[derive(Clone, Debug)]
pub struct RosterLevel {
    /// The list.
    pub roster: Arc<Roster>,
    /// The level, e.g. `commune`.
    pub level: String,
}

/// A declared column.
#[derive(Clone, Debug)]
pub struct ColumnSchema {
    /// Canonical name, always accepted as a header.
    pub name: String,
    /// What its cells mean.
    pub kind: ColumnType,
    /// Whether it has one value a year.
    pub series: bool,
    /// Accepted headers, besides the canonical name.
    pub headers: Vec<Header>,
    /// Spellings of "no value".
    pub empty: Vec<String>,
    /// Whether the column may be absent.
    pub optional: bool,
    /// Decimal places shown, if the rule set says so.
    pub digits: Option<u8>,
}

impl ColumnSchema {
    /// What people call it: the header that offices use, or its name where there is none.
    pub fn usual_header(&self) -> String {
        let header = self.headers.first().map(|header| &header.text);
        header.unwrap_or(&self.name).clone()
    }
}

/// An accepted header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// The text, compared folded.
    pub text: String,
    /// Added to the year that the header stands under: `Số hộ nghèo đầu năm` 2022 is the figure of 2021.
    pub year_shift: i32,
}

/// What the cells of a column mean.
#[derive(Clone, Debug, PartialEq)]
pub enum ColumnType {
    /// An identifying text; leading zeros count.
    Code {
        /// The table it points to.
        of: Option<Reference>,
        /// How many characters it has.
        width: Option<usize>,
    },
    /// Any text.
    Text,
    /// A number.
    Number {
        /// Its unit, none for a pure number.
        unit: Option<UnitId>,
        /// Whether fractions are refused.
        whole: bool,
        /// The least value allowed.
        min: Number,
    },
    /// A ratio; `50%` is stored as 1/2.
    Percent,
    /// Whole đồng.
    Money {
        /// The built-in unit VND.
        unit: UnitId,
    },
    /// Yes or no.
    YesNo,
    /// A day.
    Date,
    /// A year.
    Year,
    /// A term of an ordered scale.
    Level(VocabularyId),
    /// A term of a set of choices.
    Choice(VocabularyId),
}

/// What a code column points to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reference {
    /// Rows of that table.
    Table(TableId),
    /// Rows of the table that a choice column of the same row names.
    NamedBy(ColumnId),
}

impl Schema {
    /// The table of that name.
    pub fn table(&self, name: &str) -> Option<(TableId, &TableSchema)> {
        let (index, _, table) = self.tables.get_full(name)?;
        Some((TableId(u16::try_from(index).ok()?), table))
    }

    /// The table's declaration.
    ///
    /// # Panics
    /// Never for an id of this schema.
    pub fn table_at(&self, id: TableId) -> &TableSchema {
        &self.tables[usize::from(id.0)]
    }

    /// The vocabulary's terms.
    ///
    /// # Panics
    /// Never for an id of this schema.
    pub fn vocabulary_at(&self, id: VocabularyId) -> &Vocabulary {
        &self.vocabularies[usize::from(id.0)]
    }

    /// All table ids in order.
    pub fn table_ids(&self) -> impl Iterator<Item = TableId> + use<> {
        (0..u16::try_from(self.tables.len()).unwrap_or(u16::MAX)).map(TableId)
    }
}
