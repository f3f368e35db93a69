//! Headers that must not be believed: years or headings that would be lost, and with them what the figures mean.
//!
//! In: a block and the rows about it. Out: nothing, or the refusal. Must not know: values.

use super::{Refusal, is_title_line};
use crate::fact::header::block::{Block, Matched};
use crate::fact::header::caption::Caption;
use crate::fact::header::head::{Head, HeadRow};
use crate::fact::header::heading::is_harmless;
use crate::fact::problem::Problem;
use crate::fact::schema::{ColumnType, Schema};

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
        let Some(heading) = top.cell(matched.at).map(|cell| cell.caption.as_ref()) else {
            continue;
        };
        let covers_all = (block.columns.start..=first).any(|column| {
            top.cell(column)
                .is_some_and(|cell| cell.caption.whole == heading.whole)
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

/// A row of words right under the header, where figures should be, is the header's second row.
fn heading_below(block: &Block, head: &Head, schema: &Schema) -> Result<(), Box<Refusal>> {
    let Some((below, number)) = adjacent(head, Some(block.rows.end), block.rows.end - 1) else {
        return Ok(());
    };
    let table = schema.table_at(block.table);
    let names_a_row = |matched: &&Matched| {
        let is_label = table.column_at(matched.column).is_some_and(|column| {
            matches!(column.kind, ColumnType::Text | ColumnType::Code { .. })
        });
        is_label && below.cell(matched.at).is_some()
    };
    if block.matched.iter().any(|matched| names_a_row(&matched)) {
        return Ok(());
    }
    let words: Vec<(&Matched, &Caption)> = figures(block, schema)
        .filter_map(|matched| Some((matched, below.cell(matched.at)?)))
        .filter(|(_, cell)| !cell.typed)
        .map(|(matched, cell)| (matched, cell.caption.as_ref()))
        .collect();
    match words
        .into_iter()
        .find(|(_, caption)| caption.whole.chars().filter(|c| c.is_alphabetic()).count() >= 2)
    {
        Some((matched, caption)) => {
            let problem = Problem::SubHeader {
                heading: caption.shown.clone(),
                header: matched.text.clone(),
            };
            Err(Refusal::at(problem, number, matched.at))
        }
        None => Ok(()),
    }
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
