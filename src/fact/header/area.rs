//! Where tables begin on a sheet: the first clear header, alone or with others to its right, each with columns of its own.
//!
//! In: the head of a sheet, or of what is left of it. Out: areas with the best block of each table in them. Must not know: names of
//! sheets, values.

use crate::fact::header::block::{Block, Search};
use crate::fact::schema::TableId;
use std::collections::BTreeMap;
use std::ops::Range;

/// A part of a sheet's columns that holds at most one table.
#[derive(Clone, Debug)]
pub(in crate::fact) struct Area {
    pub(in crate::fact) columns: Range<u32>,
    pub(in crate::fact) blocks: BTreeMap<TableId, Block>,
}

impl Area {
    /// Whether a clear header takes that row of the head.
    pub(in crate::fact) fn begins_with(&self, row: usize, search: Search<'_>) -> bool {
        self.blocks
            .values()
            .any(|block| block.is_clear(search.schema) && block.rows.contains(&row))
    }

    /// The rows of the head that its headers take.
    pub(in crate::fact) fn rows(&self) -> Option<Range<usize>> {
        let start = self.blocks.values().map(|block| block.rows.start).min()?;
        let end = self.blocks.values().map(|block| block.rows.end).max()?;
        Some(start..end)
    }
}

/// The areas of those columns, from left to right; together they are all of them. If no header is clear there is one area, with
/// what comes nearest to a header.
pub(in crate::fact) fn areas(search: Search<'_>, columns: &Range<u32>) -> Vec<Area> {
    let Some(first) = search.first_clear(columns) else {
        return vec![Area {
            columns: columns.clone(),
            blocks: search.best_blocks(columns, 0..search.head.rows.len()),
        }];
    };
    let groups = groups(search, columns, first.clone());
    // Of one group there is no other to be told apart from.
    let starts: Vec<u32> = groups
        .iter()
        .filter(|_| groups.len() > 1)
        .filter(|group| search.first_clear(group).is_some())
        .map(|group| group.start)
        .collect();
    if starts.len() < 2 {
        return vec![area(search, columns.clone(), first)];
    }
    apart(&starts, columns)
        .map(|columns| {
            let first = search.first_clear(&columns);
            area(search, columns, first.unwrap_or(0..search.head.rows.len()))
        })
        .collect()
}

/// A header overlaps the rows that made it clear; one that begins below them is another table's.
fn area(search: Search<'_>, columns: Range<u32>, first: Range<usize>) -> Area {
    Area {
        blocks: search.best_blocks(&columns, first),
        columns,
    }
}

/// Columns between columns that are empty from the header down to the next blank row.
fn groups(search: Search<'_>, columns: &Range<u32>, header: Range<usize>) -> Vec<Range<u32>> {
    let rows = &search.head.rows;
    let is_followed = |at: usize| {
        rows.get(at + 1)
            .is_some_and(|next| next.number == rows[at].number + 1)
    };
    let end = (header.end - 1..rows.len())
        .find(|at| !is_followed(*at))
        .map_or(rows.len(), |at| at + 1);
    let rows = &rows[header.start..end];
    let is_empty = |column: &u32| rows.iter().all(|row| row.cell(*column).is_none());
    let mut groups: Vec<Range<u32>> = Vec::new();
    for column in
        (columns.start..columns.end.min(search.head.width())).filter(|column| !is_empty(column))
    {
        match groups.last_mut() {
            Some(group) if group.end == column => group.end = column + 1,
            Some(_) | None => groups.push(column..column + 1),
        }
    }
    groups
}

/// The columns cut before each start but the first: what is no table of its own goes with the table to its left.
fn apart(starts: &[u32], columns: &Range<u32>) -> impl Iterator<Item = Range<u32>> {
    let cuts: Vec<u32> = [columns.start]
        .into_iter()
        .chain(starts.iter().skip(1).copied())
        .chain([columns.end])
        .collect();
    (1..cuts.len()).map(move |at| cuts[at - 1]..cuts[at])
}
