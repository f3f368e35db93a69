//! Header blocks: up to four rows whose texts, read top-down, are the headers of a table's columns.
//!
//! In: the head of a sheet and the accepted headers. Out: the best block per table. Must not know: the rows below, values.

use crate::fact::header::caption::Caption;
use crate::fact::header::head::{Head, HeadCell, HeadRow};
use crate::fact::header::index::{HeaderIndex, Meaning, PERCENT_WORDS};
use crate::fact::header::unit::UnitWord;
use crate::fact::schema::{ColumnId, ColumnType, Schema, TableId};
use rustc_hash::FxHashSet;
use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

/// Most rows that a header takes.
pub(in crate::fact) const MOST_HEADER_ROWS: usize = 4;

/// A sheet's column whose header is known.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::fact) struct Matched {
    /// The sheet's column, from 0.
    pub(in crate::fact) at: u32,
    pub(in crate::fact) column: ColumnId,
    /// The years that the header names: none, one, or one too many.
    pub(in crate::fact) years: Vec<i32>,
    pub(in crate::fact) year_shift: i32,
    pub(in crate::fact) units: Vec<UnitWord>,
    /// The header as found, top-down.
    pub(in crate::fact) text: String,
    /// A percent column's header says so: `Tỷ lệ %`.
    pub(in crate::fact) percent: bool,
}

/// A header of a table.
#[derive(Clone, Debug)]
pub(in crate::fact) struct Block {
    pub(in crate::fact) table: TableId,
    /// Indices of its rows in the head.
    pub(in crate::fact) rows: Range<usize>,
    /// The sheet's columns that were looked at.
    pub(in crate::fact) columns: Range<u32>,
    pub(in crate::fact) matched: Vec<Matched>,
    /// Columns under the whole of their left neighbours' headers that hold nothing of their own in the first rows.
    pub(in crate::fact) covered: Vec<u32>,
    /// Columns with a header that is not known, and that header.
    pub(in crate::fact) unmatched: Vec<(u32, String)>,
    /// A column whose header means one thing by itself and another under its left neighbour's heading.
    pub(in crate::fact) unclear: Option<(String, String)>,
}

/// Higher is better; the derived order goes by the fields from the first on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Score {
    has_key: bool,
    columns: usize,
    /// Columns that mean what another one means: a row below may tell them apart.
    doubles: Reverse<usize>,
    years: usize,
    /// `%` without parentheses counts too.
    units: usize,
    rows: Reverse<usize>,
    first_row: Reverse<usize>,
}

impl Block {
    fn score(&self, schema: &Schema) -> Score {
        let distinct: FxHashSet<(ColumnId, Option<i32>)> = self
            .matched
            .iter()
            .map(|matched| {
                (
                    matched.column,
                    matched.years.first().map(|year| year + matched.year_shift),
                )
            })
            .collect();
        Score {
            has_key: self.has_key(schema),
            columns: distinct.len(),
            doubles: Reverse(self.matched.len() - distinct.len()),
            years: self
                .matched
                .iter()
                .filter(|matched| !matched.years.is_empty())
                .count(),
            units: self
                .matched
                .iter()
                .map(|matched| matched.units.len() + usize::from(matched.percent))
                .sum(),
            rows: Reverse(self.rows.len()),
            first_row: Reverse(self.rows.start),
        }
    }

    pub(in crate::fact) fn has(&self, column: ColumnId) -> bool {
        self.matched.iter().any(|matched| matched.column == column)
    }

    /// Whether rows can be told apart: by the key's columns, or by names where a roster leads from names to codes.
    pub(in crate::fact) fn has_key(&self, schema: &Schema) -> bool {
        let table = schema.table_at(self.table);
        let by_name = table.roster.is_some()
            && table.key.len() == 1
            && table.column("name").is_some_and(|(name, _)| self.has(name));
        by_name || table.key.iter().all(|key| self.has(*key))
    }

    /// Whether nobody can doubt that this is a header: rows can be told apart, and there is something to say of them. Where rows need
    /// no key, most of the columns must be there: `Mã đơn vị` and `Năm` stand in many a sheet.
    pub(in crate::fact) fn is_clear(&self, schema: &Schema) -> bool {
        let table = schema.table_at(self.table);
        let found = self.distinct_columns();
        let required = || table.columns.values().filter(|column| !column.optional);
        let is_enough = !table.key.is_empty() || 3 * found >= 2 * required().count();
        found >= 2 && is_enough && self.has_key(schema)
    }

    /// Whether it has anything but what rows are told apart by.
    pub(in crate::fact) fn has_values(&self, schema: &Schema) -> bool {
        let table = schema.table_at(self.table);
        self.matched.iter().any(|matched| {
            let is_label = table.column_at(matched.column).is_none_or(|column| {
                matches!(column.kind, ColumnType::Code { .. } | ColumnType::Text)
            });
            !is_label
        })
    }

    /// How many of the table's columns stand in it.
    pub(in crate::fact) fn distinct_columns(&self) -> usize {
        self.matched
            .iter()
            .map(|matched| matched.column)
            .collect::<FxHashSet<ColumnId>>()
            .len()
    }

    /// Every header as found.
    pub(in crate::fact) fn texts(&self) -> Vec<String> {
        let mut texts: Vec<(u32, &String)> = self
            .matched
            .iter()
            .map(|matched| (matched.at, &matched.text))
            .collect();
        texts.extend(self.unmatched.iter().map(|(at, text)| (*at, text)));
        texts.sort_unstable();
        texts.into_iter().map(|(_, text)| text.clone()).collect()
    }
}

/// Where headers are looked for.
#[derive(Clone, Copy, Debug)]
pub(in crate::fact) struct Search<'a> {
    pub(in crate::fact) head: &'a Head,
    pub(in crate::fact) index: &'a HeaderIndex,
    pub(in crate::fact) schema: &'a Schema,
    /// Where they are not, a heading may stand for the empty cells to its right.
    pub(in crate::fact) merges_are_known: bool,
}

impl Search<'_> {
    /// The best block of each table of which anything was found, among those that begin in these rows.
    pub(in crate::fact) fn best_blocks(
        self,
        columns: &Range<u32>,
        starts: Range<usize>,
    ) -> BTreeMap<TableId, Block> {
        let mut best: BTreeMap<TableId, (Score, Block)> = BTreeMap::new();
        for block in starts
            .flat_map(|start| self.windows(start))
            .flat_map(|rows| self.blocks_of_rows(rows, columns))
        {
            let score = block.score(self.schema);
            if best.get(&block.table).is_none_or(|(held, _)| score > *held) {
                best.insert(block.table, (score, block));
            }
        }
        best.into_iter()
            .map(|(table, (_, block))| (table, block))
            .collect()
    }

    /// The rows of the first header that is clear for some table; fewer than the whole header may be enough for that.
    pub(in crate::fact) fn first_clear(self, columns: &Range<u32>) -> Option<Range<usize>> {
        (0..self.head.rows.len())
            .flat_map(|start| self.windows(start))
            .find(|rows| {
                self.blocks_of_rows(rows.clone(), columns)
                    .iter()
                    .any(|block| block.is_clear(self.schema))
            })
    }

    /// Runs of rows from that one on that a header may take.
    fn windows(self, start: usize) -> impl Iterator<Item = Range<usize>> {
        let rows = &self.head.rows;
        let may_begin = |at: &usize| {
            let begins = self.head.header_row;
            begins.is_none_or(|row| rows[*at].number == row)
        };
        let last = Some(start)
            .filter(may_begin)
            .map_or(start, |start| (start + MOST_HEADER_ROWS).min(rows.len()));
        (start + 1..=last)
            // Rows without any cell are left out of the head, and a header has none of those but by merges.
            .take_while(move |end| {
                rows[end - 1].number - rows[start].number < 2 * MOST_HEADER_ROWS as u32
            })
            .map(move |end| start..end)
    }

    fn blocks_of_rows(self, rows: Range<usize>, columns: &Range<u32>) -> Vec<Block> {
        let may_mean = |column| may_mean(&self.head.rows[rows.clone()], column);
        if !(columns.start..columns.end.min(self.head.width())).any(may_mean) {
            return Vec::new();
        }
        let mut blocks: BTreeMap<TableId, Block> = BTreeMap::new();
        let mut unclear: Vec<(TableId, String, String)> = Vec::new();
        let width = columns.end.min(self.head.width());
        let (covered, own): (Vec<u32>, Vec<u32>) =
            (columns.start..width).partition(|column| self.is_covered(&rows, *column, columns));
        let all: Vec<Over<'_>> = own
            .into_iter()
            .filter_map(|column| {
                self.over(&self.head.rows[rows.clone()], column, columns, &mut unclear)
            })
            .collect();
        for table in all
            .iter()
            .flat_map(|over| over.matched.iter().map(|(table, _)| *table))
        {
            blocks.entry(table).or_insert_with(|| Block {
                table,
                rows: rows.clone(),
                columns: columns.clone(),
                matched: vec![],
                covered: covered.clone(),
                unmatched: vec![],
                unclear: None,
            });
        }
        for over in all {
            for block in blocks.values_mut() {
                match over.matched.iter().find(|(table, _)| *table == block.table) {
                    Some((_, matched)) => block.matched.push(Matched {
                        at: over.column,
                        ..matched.clone()
                    }),
                    None => block.unmatched.push((over.column, shown(&over.captions))),
                }
            }
        }
        for (table, by_itself, under_left) in unclear {
            if let Some(block) = blocks.get_mut(&table) {
                block.unclear.get_or_insert((by_itself, under_left));
            }
        }
        blocks.into_values().collect()
    }

    /// Whether a column is the right part of its left neighbour: their headers are the same merged cells, and below they hold nothing
    /// or the same merged cells again.
    fn is_covered(self, header: &Range<usize>, column: u32, columns: &Range<u32>) -> bool {
        if column == columns.start {
            return false;
        }
        let is_shared =
            |row: &HeadRow, at_least: bool| match (row.cell(column - 1), row.cell(column)) {
                (Some(left), Some(own)) => left.is_one_with(own),
                (_, None) => !at_least,
                (None, Some(_)) => false,
            };
        let rows = &self.head.rows;
        rows[header.clone()].iter().all(|row| is_shared(row, true))
            && rows[header.end..].iter().all(|row| is_shared(row, false))
    }

    /// What stands over a column and what it means; none if nothing does.
    fn over<'s>(
        self,
        rows: &'s [HeadRow],
        column: u32,
        columns: &Range<u32>,
        unclear: &mut Vec<(TableId, String, String)>,
    ) -> Option<Over<'s>>
    where
        Self: 's,
    {
        let own = cells(rows, column, None);
        let captions: Vec<&Caption> = own.iter().map(|cell| cell.caption()).collect();
        if own.is_empty() {
            return None;
        }
        if !may_mean(rows, column) {
            return Some(Over {
                column,
                captions,
                matched: Cow::default(),
            });
        }
        let alone = match own.as_slice() {
            [cell] => cell.candidate(),
            _ => None,
        };
        let mut matched = match alone {
            Some(candidate) => Cow::from(candidate.meanings(self.index, self.schema)),
            None => Cow::from(matches(&captions, column, self.index, self.schema)),
        };
        if !self.merges_are_known {
            let carried = cells(rows, column, Some(columns.start));
            let carried: Vec<&Caption> = carried.iter().map(|cell| cell.caption()).collect();
            for (table, under_left) in matches(&carried, column, self.index, self.schema) {
                match matched.iter().find(|(other, _)| *other == table) {
                    None => matched.to_mut().push((table, under_left)),
                    Some((_, by_itself)) if by_itself.column == under_left.column => {}
                    Some((_, by_itself)) => {
                        unclear.push((table, by_itself.text.clone(), under_left.text))
                    }
                }
            }
        }
        Some(Over {
            column,
            captions,
            matched,
        })
    }
}

/// What stands over a column.
struct Over<'s> {
    column: u32,
    captions: Vec<&'s Caption>,
    matched: Cow<'s, [(TableId, Matched)]>,
}

/// Whether what stands over a column may be a header: no cell of it holds words that no header has.
fn may_mean(rows: &[HeadRow], column: u32) -> bool {
    let mut cells = rows.iter().filter_map(|row| row.cell(column)).peekable();
    cells.peek().is_some() && cells.all(|cell| cell.candidate().is_some())
}

/// The cells over a column, top-down, without repeats. A heading from that column on may be carried to the empty cells to its right,
/// as far as something stands below them.
fn cells(rows: &[HeadRow], column: u32, carried_from: Option<u32>) -> Vec<&HeadCell> {
    let mut cells: Vec<&HeadCell> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let own = row.cell(column);
        let stands_over_something = || {
            rows[at + 1..]
                .iter()
                .any(|below| below.cell(column).is_some())
        };
        let cell = match own {
            None if stands_over_something() => {
                carried_from.and_then(|from| (from..column).rev().find_map(|left| row.cell(left)))
            }
            own => own,
        };
        let says_the_same =
            |held: &HeadCell, cell: &HeadCell| held.caption().whole == cell.caption().whole;
        if let Some(cell) = cell
            && !cells.iter().any(|held| says_the_same(held, cell))
        {
            cells.push(cell);
        }
    }
    cells
}

fn shown(captions: &[&Caption]) -> String {
    captions
        .iter()
        .map(|caption| caption.shown.as_str())
        .collect::<Vec<&str>>()
        .join(" / ")
}

/// What a column's header means, at most once per table.
pub(in crate::fact) type Matches = Vec<(TableId, Matched)>;

/// What the captions over one column mean.
pub(in crate::fact) fn matches(
    captions: &[&Caption],
    at: u32,
    index: &HeaderIndex,
    schema: &Schema,
) -> Matches {
    let units: Vec<UnitWord> = captions
        .iter()
        .flat_map(|caption| caption.units.iter().cloned())
        .collect();
    let mut years: Vec<i32> = captions
        .iter()
        .flat_map(|caption| caption.years.iter().copied())
        .collect();
    years.sort_unstable();
    years.dedup();
    let mut found: Vec<(TableId, Matched)> = Vec::new();
    let mut before = String::new();
    for form in Form::ALL {
        let text = form.text(captions);
        // What a longer form did not allow, a shorter one of the same text does not either.
        if text == before {
            continue;
        }
        for spelling in [Some(text.as_str()), without_percent(&text)]
            .into_iter()
            .flatten()
        {
            let percent = spelling.len() != text.len();
            let meanings = index.meanings(spelling).iter();
            for meaning in meanings.chain(index.meanings_of_both(spelling)) {
                if found.iter().all(|(table, _)| *table != meaning.table)
                    && form.allows(meaning, captions, &units, percent, schema)
                {
                    let matched = Matched {
                        at,
                        column: meaning.column,
                        years: if is_series(meaning, schema) {
                            years.clone()
                        } else {
                            Vec::new()
                        },
                        year_shift: meaning.year_shift,
                        units: units.clone(),
                        text: shown(captions),
                        percent: percent || text.contains('%'),
                    };
                    found.push((meaning.table, matched));
                }
            }
        }
        before = text;
    }
    found
}

fn is_series(meaning: &Meaning, schema: &Schema) -> bool {
    schema
        .table_at(meaning.table)
        .column_at(meaning.column)
        .is_some_and(|column| column.series)
}

/// `tỷ lệ %` without its sign.
fn without_percent(text: &str) -> Option<&str> {
    // Folded once: this is asked of every column under every row that a header may begin with.
    static WORDS: LazyLock<[String; 3]> = LazyLock::new(|| PERCENT_WORDS.map(crate::text::fold));
    WORDS.iter().find_map(|word| {
        let before = text.strip_suffix(word.as_str())?;
        before.ends_with(' ').then(|| before.trim_end())
    })
}

/// How much of the captions is taken for the header's text.
#[derive(Clone, Copy)]
enum Form {
    /// All of it: the rule set may name a header with its year or its unit.
    Whole,
    /// Without units.
    Unitless,
    /// Without units and years.
    Bare,
    /// Without the word `năm` before years either.
    Shorter,
}

impl Form {
    const ALL: [Form; 4] = [Form::Whole, Form::Unitless, Form::Bare, Form::Shorter];

    fn text(self, captions: &[&Caption]) -> String {
        // A year over the whole table stands over columns that know no years, too.
        let parts = captions
            .iter()
            .filter(|caption| !caption.is_year_alone())
            .map(|caption| match self {
                Form::Whole => caption.whole.as_str(),
                Form::Unitless => caption.unitless(),
                Form::Bare => caption.bare(),
                Form::Shorter => caption.shorter(),
            });
        parts
            .filter(|part| !part.is_empty())
            .collect::<Vec<&str>>()
            .join(" ")
    }

    /// Whether what this form leaves out may be left out for that column.
    fn allows(
        self,
        meaning: &Meaning,
        captions: &[&Caption],
        units: &[UnitWord],
        percent: bool,
        schema: &Schema,
    ) -> bool {
        let Some(column) = schema.table_at(meaning.table).column_at(meaning.column) else {
            return false;
        };
        let is_label = matches!(column.kind, ColumnType::Code { .. } | ColumnType::Text);
        if !column.series && !is_label && captions.iter().any(|caption| caption.is_year_alone()) {
            return false;
        }
        if percent && !matches!(column.kind, ColumnType::Percent) {
            return false;
        }
        let units_fit = || units.iter().all(|unit| unit.fits(column, schema));
        match self {
            Form::Whole => true,
            Form::Unitless => units_fit(),
            Form::Bare | Form::Shorter => {
                units_fit()
                    && (column.series
                        || captions
                            .iter()
                            .all(|caption| caption.years.is_empty() || caption.is_year_alone()))
            }
        }
    }
}
