//! What dropdowns offer: within the validation itself while it has room, else on a hidden sheet.
//!
//! In: words. Out: validations that offer them, and the hidden sheet. Must not know: columns.

use rust_xlsxwriter::{DataValidation, Formula, Worksheet, XlsxError};

/// A list within a validation has no room for more, and its members stand apart by commas.
const MOST_CHARACTERS: usize = 255;

/// The lists of a workbook.
pub(super) struct Lists {
    sheet: String,
    /// One below the other, so that no header is seen in them.
    rows: Vec<String>,
    /// The words of a list, and the cells that they stand in.
    placed: Vec<(Vec<String>, String)>,
}

impl Lists {
    pub(super) fn new(sheet: String) -> Self {
        Lists {
            sheet,
            rows: Vec::new(),
            placed: Vec::new(),
        }
    }

    /// Whether nothing needs a hidden sheet.
    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// A validation that allows those words.
    pub(super) fn offering(&mut self, words: &[String]) -> Result<DataValidation, XlsxError> {
        let characters: usize = words.iter().map(|word| word.encode_utf16().count()).sum();
        let fits = characters + words.len() <= MOST_CHARACTERS;
        if fits && !words.iter().any(|word| word.contains([',', '"'])) {
            return DataValidation::new().allow_list_strings(words);
        }
        let cells = self.cells(words);
        Ok(DataValidation::new().allow_list_formula(Formula::new(cells)))
    }

    fn cells(&mut self, words: &[String]) -> String {
        if let Some((_, cells)) = self.placed.iter().find(|(held, _)| held == words) {
            return cells.clone();
        }
        let first = self.rows.len() + 1;
        self.rows.extend_from_slice(words);
        let last = self.rows.len();
        let sheet = self.sheet.replace('\'', "''");
        let cells = format!("='{sheet}'!$A${first}:$A${last}");
        self.placed.push((words.to_vec(), cells.clone()));
        cells
    }

    pub(super) fn draw(&self, worksheet: &mut Worksheet) -> Result<(), XlsxError> {
        worksheet.set_name(&self.sheet)?.set_hidden(true).protect();
        for (row, word) in (0_u32..).zip(&self.rows) {
            worksheet.write_string(row, 0, word)?;
        }
        Ok(())
    }
}
