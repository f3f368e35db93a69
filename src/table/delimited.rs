//! Delimited text: comma, semicolon or tab separated, in UTF-8.
//!
//! In: an input. Out: one sheet without a name whose rows are given as they stand, ragged ones too. Must not know: other formats.

mod records;
#[cfg(test)]
mod tests;

use super::separator::{Layout, layout};
use super::{Format, Input, Merge, Problem, Rows, SheetInfo, Source, digest, foreign};
use records::Records;
use std::io::SeekFrom;

/// Delimited text: what is not recognised as anything else.
pub(super) const FORMAT: Format = Format {
    name: "CSV",
    extensions: &["csv", "tsv", "txt"],
    recognises: |head| !foreign::recognises(head),
    open,
};

fn open(mut input: Box<dyn Input>) -> Result<Box<dyn Source>, Problem> {
    let head = super::beginning(&mut *input)?;
    let whole = head.len() < super::BEGINNING;
    let sheets = [SheetInfo {
        name: None,
        visible: true,
    }];
    Ok(Box::new(Delimited {
        layout: layout(&head, whole),
        sheets,
        digest: None,
        input,
    }))
}

struct Delimited {
    input: Box<dyn Input>,
    layout: Layout,
    sheets: [SheetInfo; 1],
    /// Known once all bytes have passed by.
    digest: Option<String>,
}

impl Source for Delimited {
    fn sheets(&self) -> &[SheetInfo] {
        &self.sheets
    }

    fn rows(&mut self, sheet: usize) -> Result<Box<dyn Rows + '_>, Problem> {
        if sheet != 0 {
            return Err(Problem::AbsentSheet {});
        }
        Ok(Box::new(Records::new(
            &mut *self.input,
            self.layout,
            &mut self.digest,
        )?))
    }

    fn merges(&mut self, _sheet: usize) -> Result<Vec<Merge>, Problem> {
        Ok(Vec::new())
    }

    fn sha256(&mut self) -> Result<String, Problem> {
        if let Some(known) = &self.digest {
            return Ok(known.clone());
        }
        self.input.seek(SeekFrom::Start(0))?;
        let found = digest::of_reader(&mut self.input)?;
        self.digest = Some(found.clone());
        Ok(found)
    }
}
