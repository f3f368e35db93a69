//! What a sheet of an `.xls` says beside its cells: which are merged, which rows and columns it does not show.
//!
//! In: the workbook's stream and the sheet's beginning. Out: blocks, runs. Must not know: cells.

use super::super::compound::u16_at;
use super::super::{Hidden, Merge, Problem, hide, sheets};
use super::records::SheetRecords;

const MERGES: u16 = 0x00e5;
const ROW: u16 = 0x0208;
const COLUMNS: u16 = 0x007d;

/// The merged blocks of a sheet.
pub(super) fn merges(stream: &[u8], start: usize) -> Result<Vec<Merge>, Problem> {
    let mut records = SheetRecords::new(stream, start);
    let mut blocks = Vec::new();
    while let Some((record, _)) = records.next()? {
        if record.kind == MERGES {
            for block in record.data.get(2..).unwrap_or_default().chunks_exact(8) {
                let at = |index| u32::from(u16_at(block, index).unwrap_or(0));
                blocks.push(sheets::merge((at(0), at(2)), (at(4), at(6)))?);
            }
        }
    }
    Ok(blocks)
}

/// What a sheet does not show.
pub(super) fn hidden(stream: &[u8], start: usize) -> Result<Hidden, Problem> {
    const HIDDEN_ROW: u16 = 1 << 5;
    const HIDDEN_COLUMNS: u16 = 1;
    let mut records = SheetRecords::new(stream, start);
    let mut hidden = Hidden::default();
    while let Some((record, _)) = records.next()? {
        let at = |index| u16_at(record.data, index).unwrap_or(0);
        match record.kind {
            ROW if at(12) & HIDDEN_ROW != 0 => {
                let number = u32::from(at(0)) + 1;
                hide(&mut hidden.rows, number, number);
            }
            COLUMNS if at(8) & HIDDEN_COLUMNS != 0 => {
                hide(&mut hidden.columns, at(0).into(), at(2).into());
            }
            _ => {}
        }
    }
    Ok(hidden)
}
