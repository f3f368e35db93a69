//! Reads a marked workbook back, to be sure that it holds what it was made of.
//!
//! In: the file and its copy. Out: nothing, or that they differ. Must not know: marks.

use super::{Unfit, opened};
use crate::table::{self, OwnSheets, OwnedRow, Row, Rows, Source};

/// Whether each sheet of the file, but the lists of findings, has the same cells in its copy.
pub(super) fn same_cells(
    source: &mut dyn Source,
    copy: &[u8],
    own: &OwnSheets,
    options: &table::Options,
) -> Result<(), Unfit> {
    let mut copy = opened(copy, options).map_err(|_| Unfit::ReadBack)?;
    let own_of_copy = OwnSheets::of(copy.as_mut());
    if own_of_copy.sheets.len() != 1 {
        return Err(Unfit::ReadBack);
    }
    let data = |source: &dyn Source, own: &OwnSheets| -> Vec<usize> {
        let sheets = 0..source.sheets().len();
        sheets.filter(|sheet| !own.contains(*sheet)).collect()
    };
    let (left, right) = (data(source, own), data(copy.as_ref(), &own_of_copy));
    if left.len() != right.len() {
        return Err(Unfit::ReadBack);
    }
    for (left, right) in left.into_iter().zip(right) {
        let name =
            |source: &dyn Source, at: usize| source.sheets().get(at).and_then(|it| it.name.clone());
        let (left_name, right_name) = (name(source, left), name(copy.as_ref(), right));
        // A sheet that could not be read before is among the findings and need not be readable now.
        let same = match (source.rows(left), copy.rows(right)) {
            (Ok(left), Ok(right)) => same_rows(left, right),
            (Err(_), _) => true,
            (Ok(_), Err(_)) => false,
        };
        if !same || left_name != right_name {
            return Err(Unfit::ReadBack);
        }
    }
    Ok(())
}

fn same_rows<'a>(mut left: Box<dyn Rows + 'a>, mut right: Box<dyn Rows + 'a>) -> bool {
    let (mut one, mut other) = (OwnedRow::default(), OwnedRow::default());
    loop {
        match (next(&mut *left, &mut one), next(&mut *right, &mut other)) {
            // What cannot be read of the file is among its findings.
            (Ok(false), Ok(false)) | (Err(_), _) => return true,
            (Ok(true), Ok(true)) if is_same(one.row(), other.row()) => {}
            (Ok(_), _) => return false,
        }
    }
}

/// Takes the next row with anything in it; false at the end.
fn next(rows: &mut dyn Rows, held: &mut OwnedRow) -> Result<bool, table::Problem> {
    while let Some(row) = rows.next_row()? {
        if !row.is_empty() {
            held.refill(row, &(0..u32::MAX));
            return Ok(true);
        }
    }
    Ok(false)
}

fn is_same(one: Row<'_>, other: Row<'_>) -> bool {
    one.number == other.number && one.cells().eq(other.cells())
}
