//! Units that took the place of the roster's: they use old codes and names again, for other territories.
//!
//! In: a CSV text that says into which new unit each old one went. Out: the new units. Must not know: sheets, rules.

use super::{Roster, type_word};
use crate::text::{fold, nfc};
use chrono::NaiveDate;

/// A unit formed of units of the roster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Successor {
    /// Its code, which may have been that of another unit.
    pub code: String,
    /// Its name with its type word.
    pub name: String,
    /// The codes of the units that it was formed of.
    pub from: Vec<String>,
    /// The day on which it was formed.
    pub formed: NaiveDate,
    type_word: Option<&'static str>,
    bare: String,
}

/// What is wrong with a list of successors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SuccessorFault {
    /// It has no column of that name.
    NoColumn(&'static str),
    /// A line that cannot be read, from 1.
    Line(u64),
}

const COLUMNS: [&str; 4] = ["old_code", "new_code", "new_name", "formed"];

impl Roster {
    /// The roster with the units that came after: CSV with the columns `old_code,new_code,new_name,formed`, one line an old unit.
    ///
    /// # Errors
    /// The first thing that is wrong with the text.
    pub fn with_successors(mut self, text: &str) -> Result<Self, SuccessorFault> {
        let mut reader = csv::ReaderBuilder::new()
            .trim(csv::Trim::All)
            .from_reader(text.strip_prefix('\u{feff}').unwrap_or(text).as_bytes());
        let headers = reader
            .headers()
            .map_err(|_| SuccessorFault::Line(1))?
            .clone();
        let mut at = [0; COLUMNS.len()];
        for (index, column) in COLUMNS.into_iter().enumerate() {
            let found = headers.iter().position(|header| header == column);
            at[index] = found.ok_or(SuccessorFault::NoColumn(column))?;
        }
        for (record, line) in reader.records().zip(2_u64..) {
            let wrong = SuccessorFault::Line(line);
            let record = record.map_err(|_| wrong.clone())?;
            let [old, code, name, formed] =
                at.map(|column| nfc(record.get(column).unwrap_or_default()));
            let formed =
                NaiveDate::parse_from_str(&formed, "%Y-%m-%d").map_err(|_| wrong.clone())?;
            if old.is_empty() || code.is_empty() || name.is_empty() {
                return Err(wrong);
            }
            self.add_successor(old, code, name, formed);
        }
        Ok(self)
    }

    fn add_successor(&mut self, old: String, code: String, name: String, formed: NaiveDate) {
        let known = self
            .successors
            .iter_mut()
            .find(|successor| successor.code == code);
        if let Some(known) = known {
            known.from.push(old);
            return;
        }
        let folded = fold(&name);
        let (type_word, bare) = type_word::split(&folded);
        let bare = bare.to_owned();
        self.successors.push(Successor {
            code,
            name,
            from: vec![old],
            formed,
            type_word,
            bare,
        });
    }

    /// The successor that a name means, with that code if there is one.
    pub(in crate::fact) fn successor(&self, code: Option<&str>, name: &str) -> Option<&Successor> {
        if self.successors.is_empty() {
            return None;
        }
        let folded = fold(name);
        let (type_word, bare) = type_word::split(&folded);
        self.successors.iter().find(|successor| {
            code.is_none_or(|code| code == successor.code)
                && successor.bare == bare
                && (type_word.is_none() || type_word == successor.type_word)
        })
    }
}

impl Successor {
    /// Whether a name gives the successor's type word, and that is not the old unit's.
    pub(in crate::fact) fn has_other_type(&self, name: &str, old_kind: &str) -> bool {
        let folded = fold(name);
        let written = type_word::split(&folded).0;
        written.is_some() && written == self.type_word && written != Some(fold(old_kind).as_str())
    }

    /// Whether it is an old unit under a new law: the same territory, so that figures may be compared.
    pub(in crate::fact) fn is_unchanged(&self, code: &str) -> bool {
        self.from == [code]
    }
}
