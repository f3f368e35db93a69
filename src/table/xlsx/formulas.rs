//! Formulas whose result was never saved: a cell that shows a figure in Excel and holds none in the file.
//!
//! In: a workbook's bytes, the stream of a sheet's cells. Out: how many formulas there are, and which have no result; without this
//! look such a cell would pass for an empty one. Must not know: values.

use super::{Bytes, refusal};
use crate::place::CellAddress;
use crate::table::Problem;
use calamine::{DataRef, XlsxCellReader};
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The formulas of a sheet.
#[derive(Clone, Debug, Default)]
pub(super) struct Formulas {
    /// How many have a result.
    pub(super) saved: u64,
    /// Those without, in order.
    unsaved: Vec<CellAddress>,
}

impl Formulas {
    /// Reads all cells of a sheet.
    pub(super) fn of(mut cells: XlsxCellReader<'_, Cursor<Bytes>>) -> Result<Self, Problem> {
        let mut formulas = Formulas::default();
        while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(refusal)? {
            match (cell.formula, cell.value) {
                (Some(_), DataRef::Empty) => formulas.unsaved.push(CellAddress {
                    row: cell.pos.0.saturating_add(1),
                    column: cell.pos.1,
                }),
                (Some(_), _) => formulas.saved += 1,
                (None, _) => {}
            }
        }
        formulas.unsaved.sort_unstable();
        Ok(formulas)
    }

    /// Whether that empty cell is a formula.
    pub(super) fn has_unsaved(&self, address: CellAddress) -> bool {
        self.unsaved.binary_search(&address).is_ok()
    }
}

/// Whether any worksheet may hold a formula: most lists do not, and looking for the tag is far cheaper than reading cells twice.
pub(super) fn may_have_formulas(bytes: &[u8]) -> bool {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return true;
    };
    (0..archive.len()).any(|index| {
        archive.by_index(index).map_or(true, |part| {
            let is_sheet = part.name().is_ok_and(|name| {
                let name = name.to_ascii_lowercase();
                name.contains("sheet") && name.ends_with(".xml")
            });
            is_sheet && has_formula(part)
        })
    })
}

/// Whether an element `f` begins somewhere, with or without a prefix.
fn has_formula(mut part: impl Read) -> bool {
    let mut buffer = vec![0; 1 << 16];
    let mut kept = 0;
    loop {
        let read = match part.read(buffer.get_mut(kept..).unwrap_or_default()) {
            Ok(0) => return false,
            Ok(read) => kept + read,
            Err(_) => return true,
        };
        let filled = buffer.get(..read).unwrap_or_default();
        let begins = |three: &[u8]| {
            matches!(
                three,
                [
                    b'<' | b':',
                    b'f',
                    b'>' | b'/' | b' ' | b'\t' | b'\r' | b'\n'
                ]
            )
        };
        if filled.windows(3).any(begins) {
            return true;
        }
        // The tag may begin in this piece and end in the next.
        kept = read.min(2);
        buffer.copy_within(read - kept..read, 0);
    }
}
