//! Headers that must not be believed: years or headings that would be lost, and with them what the figures mean.
//!
//! In: a block and the rows about it. Out: nothing, or the refusal. Must not know: values.

use super::{Refusal, is_title_line};
use crate::fact::header::block::{Block, MOST_HEADER_ROWS, Matched};
use crate::fact::header::head::{Head, HeadCell, HeadRow};
use crate::fact::header::heading::is_harmless;
use crate::fact::problem::Problem;
use crate::fact::schema::{ColumnType, Schema};
use std::ops::Range;

pub(super) fn check(block: &Block, head: &Head, schema: &Schema) -> Result<(), Box<Refusal>> {
    let Some(last) = head.rows.get(block.rows.end - 1) else {
        return Ok(());
    };
    if let Some(matched) = block.matched.iter().find(|matched| matched.years.len() > 1) {
        return Err(Refusal::at(
            Problem::TwoYears {
                header: matched.text.clone(),
            },
            last.number,
            matched.at,
        ));
    }
    if let Some((header, heading)) = &block.unclear {
        let problem = Problem::GroupHeader {
            heading: heading.clone(),
            header: header.clone(),
        };
        return Err(Refusal::at(
            problem,
            last.number,
            block.matched.first().map_or(0, |matched| matched.at),
        ));
    }
    if head.header_row.is_none() {
        heading_above(block, head, schema)?;
    }
    heading_below(block, head, schema)
}

/// `Đầu kỳ` above `Hộ nghèo` is part of the header. If it is not known, `Hộ nghèo` alone would be another figure.
fn heading_above(block: &Block, head: &Head, schema: &Schema) -> Result<(), Box<Refusal>> {
    let Some((top, above)) = adjacent(head, block.rows.start.checked_sub(1), block.rows.start)
    else {
        return Ok(());
    };
    let first = block
        .matched
        .iter()
        .map(|matched| matched.at)
        .min()
        .unwrap_or(0);
    for matched in figures(block, schema) {
        let Some(heading) = top.cell(matched.at).map(|cell| cell.caption()) else {
            continue;
        };
        let covers_all = (block.columns.start..=first).any(|column| {
            top.cell(column)
                .is_some_and(|cell| cell.caption().whole == heading.whole)
        });
        let is_heading = !covers_all
            && !is_title_line(heading)
            && !is_harmless(heading)
            && !heading.is_year_alone()
            && !heading.is_unit_alone();
        if is_heading && heading.whole.chars().any(char::is_alphabetic) {
            let problem = Problem::GroupHeader {
                heading: heading.shown.clone(),
                header: matched.text.clone(),
            };
            return Err(Refusal::at(problem, above, matched.at));
        }
    }
    Ok(())
}

/// Words under the header, where figures should be, are the header's next row.
fn heading_below(block: &Block, head: &Head, schema: &Schema) -> Result<(), Box<Refusal>> {
    let merged = merged_rows(block, head, schema);
    let Some(last) = head.rows.get(block.rows.end - 1) else {
        return Ok(());
    };
    let near = head.rows[block.rows.end..]
        .iter()
        .take_while(|row| row.number - last.number <= MOST_HEADER_ROWS as u32);
    for (at, row) in (block.rows.end..).zip(near) {
        let is_merged = at < merged.end;
        if !is_merged && names_a_row(row, last, block, schema) {
            return Ok(());
        }
        let is_sub_header = |column: u32| {
            let own = row.cell(column).filter(|_| !is_one(row, last, column));
            own.filter(|cell| is_merged || says_more(cell))
        };
        // Beside merged headers nothing is data; elsewhere an answer or a day may be that of a row without a code.
        let of_figures = figures(block, schema).filter(|_| !is_merged);
        let found = of_figures
            .chain(values(block, schema).filter(|_| is_merged))
            .find_map(|matched| Some((matched, is_sub_header(matched.at)?.caption())));
        let Some((matched, caption)) = found else {
            continue;
        };
        let mut headings = vec![caption.shown.clone()];
        let same_header = block
            .columns
            .clone()
            .take_while(|column| *column < head.width())
            .filter(|column| is_same_cell(last.cell(*column), last.cell(matched.at)));
        for cell in same_header.filter_map(is_sub_header) {
            if !headings.contains(&cell.caption().shown) {
                headings.push(cell.caption().shown.clone());
            }
        }
        let problem = Problem::SubHeader {
            headings,
            header: matched.text.clone(),
        };
        return Err(Refusal::at(problem, row.number, matched.at));
    }
    Ok(())
}

/// The rows under a header that its last row's cells are merged down over: they are header rows, whatever stands in them. A row with
/// a key of its own is data, even if a cell of remarks is merged over it.
pub(super) fn merged_rows(block: &Block, head: &Head, schema: &Schema) -> Range<usize> {
    let start = block.rows.end;
    let Some(last) = head.rows.get(start - 1) else {
        return start..start;
    };
    let is_header = |row: &&HeadRow| {
        let columns = block.columns.start..block.columns.end.min(head.width());
        row.number - last.number < MOST_HEADER_ROWS as u32
            && columns
                .into_iter()
                .any(|column| row.cell(column).is_some() && is_one(row, last, column))
            && !names_a_row(row, last, block, schema)
    };
    start..start + head.rows[start..].iter().take_while(is_header).count()
}

/// Whether a row has a code or a name of its own, not one merged down from the header.
fn names_a_row(row: &HeadRow, header: &HeadRow, block: &Block, schema: &Schema) -> bool {
    let table = schema.table_at(block.table);
    let labels = block.matched.iter().filter(|matched| {
        table
            .column_at(matched.column)
            .is_some_and(|column| matches!(column.kind, ColumnType::Text | ColumnType::Code { .. }))
    });
    labels
        .filter(|matched| row.cell(matched.at).is_some())
        .any(|matched| !is_one(row, header, matched.at))
}

/// Whether two rows have one merged cell in that column.
fn is_one(row: &HeadRow, other: &HeadRow, column: u32) -> bool {
    is_same_cell(row.cell(column), other.cell(column))
}

fn is_same_cell(one: Option<&HeadCell>, other: Option<&HeadCell>) -> bool {
    one.zip(other)
        .is_some_and(|(one, other)| one.is_one_with(other))
}

/// Whether a cell that need not be the header's cannot be a figure either: words, `%`, a day.
fn says_more(cell: &HeadCell) -> bool {
    let caption = cell.caption();
    let is_day = !caption.years.is_empty() && caption.shown.contains('/');
    let is_word = || {
        let letters = caption.whole.chars().filter(|c| c.is_alphabetic());
        letters.count() >= 2 || caption.shown.trim_matches(['(', ')', ' ']) == "%"
    };
    is_day || !cell.typed && is_word()
}

/// Matched columns that say something of a unit: all but its code and names.
fn values<'a>(block: &'a Block, schema: &'a Schema) -> impl Iterator<Item = &'a Matched> {
    let table = schema.table_at(block.table);
    block.matched.iter().filter(move |matched| {
        table.column_at(matched.column).is_some_and(|column| {
            !matches!(column.kind, ColumnType::Text | ColumnType::Code { .. })
        })
    })
}

/// Matched columns of figures: a heading over `Tên đơn vị` changes nothing.
fn figures<'a>(block: &'a Block, schema: &'a Schema) -> impl Iterator<Item = &'a Matched> {
    let table = schema.table_at(block.table);
    let is_figure = |kind: &ColumnType| {
        matches!(
            kind,
            ColumnType::Number { .. } | ColumnType::Percent | ColumnType::Money { .. }
        )
    };
    block.matched.iter().filter(move |matched| {
        table
            .column_at(matched.column)
            .is_some_and(|column| is_figure(&column.kind))
    })
}

/// The row of that index, if it stands right beside the row of the other index.
fn adjacent(head: &Head, index: Option<usize>, beside: usize) -> Option<(&HeadRow, u32)> {
    let row = head.rows.get(index?)?;
    (row.number.abs_diff(head.rows.get(beside)?.number) == 1).then_some((row, row.number))
}
