//! Whether a sheet is transposed: a row of years, and below it rows whose labels are a table's columns.
//!
//! In: the head of a sheet. Out: how each table would read it. Must not know: figures.

use super::label::{Label, split_number};
use super::{KeyCells, Transposed, Whose, whose};
use crate::fact::header::block::Search;
use crate::fact::header::caption::Caption;
use crate::fact::header::head::{HeadRow, texts};
use crate::fact::header::heading::is_harmless;
use crate::fact::header::likeness::is_label_header;
use crate::fact::layout::{Refusal, Surroundings, is_title_line};
use crate::fact::problem::Problem;
use crate::fact::recognise::SheetName;
use crate::fact::schema::{ColumnId, ColumnType, Reference, TableId};
use crate::place::{CellAddress, ColumnLetters, Spot};
use rustc_hash::FxHashSet;
use std::ops::Range;

/// A table that such a sheet may be of.
pub(in crate::fact) struct Candidate {
    pub(in crate::fact) layout: Transposed,
    /// How many of the table's columns are indicators of the sheet.
    pub(in crate::fact) indicators: usize,
    /// How many times the sheet's first rows say which unit they are about.
    pub(in crate::fact) units: usize,
}

/// Rows of a header above its years.
const MOST_ROWS_ABOVE_YEARS: usize = 2;
/// So many rows with years are looked at before a sheet is taken for another kind.
const MOST_FRAMES: usize = 8;

/// The rows and columns of a transposed sheet, whatever its table.
struct Frame {
    /// Indices of header rows in the head; the last one has the years.
    header: Range<usize>,
    years: Vec<(u32, i32)>,
    /// Columns left of the years with words in them.
    words: Vec<u32>,
    /// Those of them in which a word is a header of some table: no codes or names stand there.
    speaking: Vec<u32>,
    unit_words: Option<u32>,
}

/// Whether the header of a transposed table takes that row of the head.
pub(in crate::fact) fn begins_with(search: Search<'_>, columns: &Range<u32>, row: usize) -> bool {
    let rows = row..search.head.rows.len().min(row + 1 + MOST_ROWS_ABOVE_YEARS);
    rows.filter_map(|year_row| frame(search, columns, year_row))
        .filter(|frame| frame.header.contains(&row))
        .any(|frame| tables(search, &frame).iter().any(|(_, found)| *found >= 2))
}

/// The tables that the sheet may be of; none if it is not transposed, and a refusal if its years are in doubt. One column is enough
/// for a table that the sheet's name means.
pub(in crate::fact) fn candidates(
    search: Search<'_>,
    columns: &Range<u32>,
    name: SheetName<'_>,
    named: Option<TableId>,
) -> Result<Vec<Candidate>, Box<Refusal>> {
    let frames = (0..search.head.rows.len()).filter_map(|row| frame(search, columns, row));
    for frame in frames.take(MOST_FRAMES) {
        let mut found = tables(search, &frame);
        found.retain(|(table, columns)| *columns >= 2 || *columns == 1 && named == Some(*table));
        if found.is_empty() {
            continue;
        }
        check(search, columns, &frame)?;
        let surroundings = Surroundings::new(frame.header.start, columns, search.head, name);
        let candidate = |(table, indicators)| {
            candidate(search, columns, &frame, &surroundings, table, indicators)
        };
        return Ok(found.into_iter().map(candidate).collect());
    }
    Ok(Vec::new())
}

/// Tables' columns that are meant by some label.
type Meant = FxHashSet<(TableId, ColumnId)>;

/// Each table that could be transposed, with how many of its columns are indicators here.
fn tables(search: Search<'_>, frame: &Frame) -> Vec<(TableId, usize)> {
    let mut known: Vec<(Vec<u32>, Meant)> = Vec::new();
    let mut found = Vec::new();
    for table in eligible(search) {
        let labels = labels(frame, key_cells(search, frame, table));
        if known.iter().all(|(held, _)| *held != labels) {
            let indicators = indicators(search, frame, &labels);
            known.push((labels.clone(), indicators));
        }
        let of_labels = known.iter().find(|(held, _)| *held == labels);
        let count = of_labels.map_or(0, |(_, indicators)| {
            indicators.iter().filter(|(of, _)| *of == table).count()
        });
        found.push((table, count));
    }
    found
}

/// Tables whose rows have one code: only these can be told apart by a unit that is said once for many cells.
fn eligible(search: Search<'_>) -> impl Iterator<Item = TableId> {
    search.schema.table_ids().filter(move |id| {
        let table = search.schema.table_at(*id);
        let key = table.key.as_slice();
        matches!(key, [key] if table.column_at(*key).is_some_and(|column| matches!(column.kind, ColumnType::Code { .. })))
    })
}

fn frame(search: Search<'_>, columns: &Range<u32>, row: usize) -> Option<Frame> {
    let rows = &search.head.rows;
    let years: Vec<(u32, i32)> = rows[row]
        .filled()
        .filter(|(at, _)| columns.contains(at))
        .map(|(at, cell)| (at, cell.caption()))
        .filter(|(_, caption)| caption.is_year_alone() && caption.years.len() == 1)
        .map(|(at, caption)| (at, caption.years[0]))
        .collect();
    let (first, _) = *years.first()?;
    let below = &rows[row + 1..];
    let texts_of = |column: u32| {
        below
            .iter()
            .filter_map(move |row| row.cell(column))
            .map(|cell| cell.caption().shown.as_str())
    };
    let is_unit = |column: &u32| {
        let mut texts = texts_of(*column).peekable();
        texts.peek().is_some() && texts.all(|text| search.index.words.word(text).is_some())
    };
    let has_words = |column: &u32| {
        texts_of(*column).any(|text| split_number(text).1.chars().any(char::is_alphabetic))
    };
    let unit_words = (columns.start..first).rev().find(is_unit);
    let words: Vec<u32> = (columns.start..first)
        .filter(|column| Some(*column) != unit_words)
        .filter(has_words)
        .collect();
    let speaks = |column: &u32| {
        texts_of(*column).any(|text| {
            let caption = Caption::new(split_number(text).1, &search.index.words);
            !search.index.meanings_of(&caption).is_empty()
        })
    };
    let speaking: Vec<u32> = words.iter().copied().filter(speaks).collect();
    Some(Frame {
        header: header(search, columns.start..first, row, &speaking)..row + 1,
        years,
        words,
        speaking,
        unit_words,
    })
}

/// The first row of the header: rows right above the years belong to it where they head columns left of them.
fn header(search: Search<'_>, left: Range<u32>, row: usize, speaking: &[u32]) -> usize {
    let rows = &search.head.rows;
    let heads_labels = |at: usize| {
        left.clone().any(|column| {
            let caption = rows[at].cell(column).map(|cell| cell.caption());
            caption.is_some_and(|caption| {
                is_label_header(caption)
                    || !speaking.contains(&column) && search.index.knows(caption)
            })
        })
    };
    let mut start = row;
    while start > 0
        && row - start < MOST_ROWS_ABOVE_YEARS
        && rows[start].number - rows[start - 1].number == 1
        && heads_labels(start - 1)
    {
        start -= 1;
    }
    start
}

/// Tables' columns that are indicators in the first rows, beside codes and names.
fn indicators(search: Search<'_>, frame: &Frame, labels: &[u32]) -> Meant {
    let mut found = Meant::default();
    let mut heading: Option<Label> = None;
    for row in &search.head.rows[frame.header.end..] {
        let Some(label) = label_of(row, labels, frame.unit_words, search) else {
            continue;
        };
        let alone = label.meanings(None, 0, search.index, search.schema);
        let below = label.meanings(heading.as_ref(), 0, search.index, search.schema);
        let meant = alone.into_iter().chain(below);
        found.extend(meant.map(|(table, matched)| (table, matched.column)));
        if frame.years.iter().all(|(at, _)| row.cell(*at).is_none()) {
            heading = Some(label);
        }
    }
    found.retain(|(table, column)| {
        let declared = search.schema.table_at(*table).column_at(*column);
        declared.is_some_and(|column| {
            !matches!(column.kind, ColumnType::Code { .. } | ColumnType::Text)
        })
    });
    found
}

pub(super) fn label_of(
    row: &HeadRow,
    labels: &[u32],
    unit_words: Option<u32>,
    search: Search<'_>,
) -> Option<Label> {
    let text = |column: &u32| row.cell(*column).map(|cell| cell.caption().shown.as_str());
    let unit = unit_words.as_ref().and_then(text);
    Label::new(labels.iter().filter_map(text), unit, &search.index.words)
}

/// Columns left of the years whose headers are the table's code, name or the unit that its units belong to.
fn key_cells(search: Search<'_>, frame: &Frame, table: TableId) -> KeyCells {
    let declared = search.schema.table_at(table);
    let name = declared.column("name").map(|(name, _)| name);
    let is_parent = |column: ColumnId| {
        let kind = declared.column_at(column).map(|column| &column.kind);
        let above = declared
            .roster
            .as_ref()
            .and_then(|level| level.roster.level_above(&level.level));
        match kind {
            Some(ColumnType::Code {
                of: Some(Reference::Table(of)),
                ..
            }) => {
                let roster = search.schema.table_at(*of).roster.as_ref();
                above.is_some() && roster.map(|level| level.level.as_str()) == above
            }
            Some(_) | None => false,
        }
    };
    let first_year = frame.years.first().map_or(0, |(at, _)| *at);
    let mut cells = KeyCells::default();
    for row in &search.head.rows[frame.header.clone()] {
        let left = row.filled().filter(|(at, _)| *at < first_year);
        for (at, cell) in left.filter(|(at, _)| !frame.speaking.contains(at)) {
            let meanings = search.index.meanings_of(cell.caption()).iter();
            for meaning in meanings.filter(|meaning| meaning.table == table) {
                if declared.key.contains(&meaning.column) {
                    cells.code.get_or_insert(at);
                } else if name == Some(meaning.column) && frame.unit_words != Some(at) {
                    cells.name.get_or_insert(at);
                } else if is_parent(meaning.column) {
                    cells.parent.get_or_insert(at);
                }
            }
        }
    }
    cells
}

fn labels(frame: &Frame, key: KeyCells) -> Vec<u32> {
    let is_key = |column: u32| [key.code, key.name, key.parent].contains(&Some(column));
    frame
        .words
        .iter()
        .copied()
        .filter(|column| !is_key(*column))
        .collect()
}

/// Two columns of one year, or a heading over a year that is no part of a title, would be lost, and with them what figures mean.
fn check(search: Search<'_>, columns: &Range<u32>, frame: &Frame) -> Result<(), Box<Refusal>> {
    let rows = &search.head.rows;
    let year_row = rows[frame.header.end - 1].number;
    for (at, (column, year)) in frame.years.iter().enumerate() {
        if let Some((first, _)) = frame.years[..at].iter().find(|(_, other)| other == year) {
            let shown = |column: u32| format!("{year} ({})", ColumnLetters(column));
            let problem = Problem::TwoColumns {
                column: year.to_string(),
                first: shown(*first),
                second: shown(*column),
            };
            return Err(Refusal::at(problem, year_row, *column));
        }
    }
    let first_year = frame.years.first().map_or(0, |(at, _)| *at);
    let above = frame.header.start.saturating_sub(1)..frame.header.end - 1;
    for (at, (column, year)) in above.flat_map(|at| frame.years.iter().map(move |year| (at, *year)))
    {
        let row = &rows[at];
        let Some(heading) = row.cell(column).map(|cell| cell.caption()) else {
            continue;
        };
        let is_title = is_title_line(heading)
            || (columns.start..first_year).any(|left| {
                row.cell(left)
                    .is_some_and(|cell| cell.caption().whole == heading.whole)
            });
        let is_pair = || at < frame.header.start && is_pair(row, columns.start..first_year, search);
        let is_heading = heading.whole.chars().any(char::is_alphabetic) && !is_harmless(heading);
        let is_adjacent = year_row - row.number < 3;
        if is_adjacent && is_heading && !is_title && !is_pair() {
            let problem = Problem::GroupHeader {
                heading: heading.shown.clone(),
                header: year.to_string(),
            };
            let spot = Spot::Cell(CellAddress {
                row: row.number,
                column,
            });
            return Err(Box::new(Refusal { problem, spot }));
        }
    }
    Ok(())
}

/// `Tên xã | Lộc Thành` above the header: a text behind what it is.
fn is_pair(row: &HeadRow, left: Range<u32>, search: Search<'_>) -> bool {
    left.filter_map(|column| row.cell(column)).any(|cell| {
        let text = cell.caption().shown.trim_end_matches([':', ' ']);
        let caption = Caption::new(text, &search.index.words);
        !search.index.meanings_of(&caption).is_empty()
    })
}

fn candidate(
    search: Search<'_>,
    columns: &Range<u32>,
    frame: &Frame,
    surroundings: &Surroundings,
    table: TableId,
    indicators: usize,
) -> Candidate {
    let rows = &search.head.rows;
    let header_rows = &rows[frame.header.clone()];
    let key = key_cells(search, frame, table);
    let roster = search.schema.table_at(table).roster.as_ref();
    let unit_above = roster.and_then(|roster| surroundings.unit_above(roster));
    let header = header_rows
        .iter()
        .flat_map(|row| row.filled())
        .map(|(_, cell)| cell.caption().shown.as_str());
    let mut layout = Transposed {
        table,
        columns: columns.clone(),
        header_rows: header_rows.iter().map(|row| row.number).collect(),
        header_texts: texts(header_rows),
        years: frame.years.clone(),
        labels: labels(frame, key),
        unit_words: frame.unit_words,
        remarks: surroundings.remarks(header, search.index),
        whose: Whose::Columns(key),
        unit_above: unit_above.map(|unit| unit.code.clone()),
        extra: extra(search, columns, frame),
    };
    let units = whose::find(&mut layout, key, frame.header.clone(), surroundings, search);
    Candidate {
        layout,
        indicators,
        units,
    }
}

/// Headers right of the first year that are no years.
fn extra(search: Search<'_>, columns: &Range<u32>, frame: &Frame) -> Vec<String> {
    let first_year = frame.years.first().map_or(0, |(at, _)| *at);
    let last = &search.head.rows[frame.header.end - 1];
    last.filled()
        .filter(|(at, _)| columns.contains(at) && *at > first_year)
        .filter(|(at, _)| frame.years.iter().all(|(year, _)| year != at))
        .map(|(at, cell)| format!("{} ({})", cell.caption().shown, ColumnLetters(at)))
        .collect()
}
