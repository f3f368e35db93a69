//! Delimited text: comma, semicolon or tab separated.
//!
//! In: an input. Out: one sheet without a name whose rows are given as they stand, ragged ones too. Must not know: other formats.

pub(super) mod lines;
mod quotes;
mod records;
#[cfg(test)]
mod tests;

use super::encoding::{self, Letters};
use super::separator::{Layout, layout};
use super::{Format, Input, Merge, Options, Problem, Rows, SheetInfo, Source, digest, foreign};
use records::{Records, Seen};
use std::io::SeekFrom;

/// Delimited text: what is not recognised as anything else.
pub(super) const FORMAT: Format = Format {
    name: "CSV",
    extensions: &["csv", "tsv", "txt"],
    recognises: |head| !foreign::recognises(head),
    open,
};

fn open(mut input: Box<dyn Input>, options: &Options) -> Result<Box<dyn Source>, Problem> {
    let head = super::beginning(&mut *input)?;
    let mut text = encoding::text(input, &head, options.encoding)?;
    let head = super::beginning(&mut *text.input)?;
    let whole = head.len() < super::BEGINNING;
    let layout = layout(&head, whole);
    let sheets = [SheetInfo {
        name: None,
        visible: true,
    }];
    Ok(Box::new(Delimited {
        layout,
        sheets,
        input: text.input,
        beginning: if text.digest.is_some() {
            Vec::new()
        } else {
            head
        },
        is_held: text.digest.is_some(),
        digest: text.digest,
        is_digested: false,
        letters: text.letters,
        notes: text.notes,
    }))
}

struct Delimited {
    input: Box<dyn Input>,
    layout: Layout,
    sheets: [SheetInfo; 1],
    /// Whether the text is held in memory, decoded: then the digest is of other bytes, those of the file.
    is_held: bool,
    /// Known once it was asked for, or all bytes have passed by; what is read after that must be of the same file.
    digest: Option<String>,
    /// Whether bytes are digested as they pass by.
    is_digested: bool,
    /// The first bytes of the file, by which a header was found: what is read after them must be of the same file.
    beginning: Vec<u8>,
    letters: Letters,
    notes: Vec<Problem>,
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
            (!self.is_held).then_some(Seen {
                digest: self.is_digested.then_some(&mut self.digest),
                beginning: &mut self.beginning,
            }),
            &mut self.letters,
        )?))
    }

    fn merges(&mut self, _sheet: usize) -> Result<Vec<Merge>, Problem> {
        Ok(Vec::new())
    }

    fn notes(&self, _sheet: usize) -> Vec<Problem> {
        let mut notes = self.notes.clone();
        notes.extend(self.letters.notes());
        notes
    }

    fn will_be_digested(&mut self) {
        self.is_digested = true;
    }

    fn sha256(&mut self) -> Result<String, Problem> {
        self.is_digested = true;
        if let Some(known) = &self.digest {
            return Ok(known.clone());
        }
        self.input.seek(SeekFrom::Start(0))?;
        let found = digest::of_reader(&mut self.input)?;
        self.digest = Some(found.clone());
        Ok(found)
    }
}
