//! The table by file: rows read, used and skipped, and what was found in each.
//!
//! In: the accounts of files and the findings. Out: lines. Must not know: verdicts.

use super::Page;
use crate::diagnostic::Severity;
use crate::fact::InputAccount;
use crate::text::printable;
use comfy_table::{CellAlignment, ContentArrangement, Table, presets};
use std::collections::BTreeMap;
use std::io;

/// Errors and warnings of a file.
type Counts = (u64, u64);

impl Page<'_, '_> {
    /// One line a file, in the order in which they were read.
    pub(super) fn files(&mut self) -> io::Result<()> {
        if !self.report.selection.by_file {
            return Ok(());
        }
        let inputs = &self.report.facts().inputs;
        let folder = common_folder(inputs);
        let head = self.label("files-head", &[("folder", &printable(folder))]);
        self.heading_line(&head)?;
        let mut table = Table::new();
        table.load_style(presets::NOTHING);
        table
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_width(u16::try_from(self.paper.width).unwrap_or(u16::MAX));
        table.set_header(COLUMNS.map(|key| self.locale.label(key)));
        let found = self.found_by_file();
        for input in inputs {
            let counts = found.get(&*input.path).copied().unwrap_or_default();
            table.add_row(self.file_row(input, folder, counts));
        }
        for column in table.column_iter_mut().skip(2) {
            column.set_cell_alignment(CellAlignment::Right);
        }
        writeln!(self.out, "{}", table.trim_fmt())
    }

    fn file_row(
        &self,
        input: &InputAccount,
        folder: &str,
        (errors, warnings): Counts,
    ) -> Vec<String> {
        let schema = &self.report.rules.schema;
        let mut tables: Vec<&str> = Vec::new();
        for table in input.sheets.iter().filter_map(|sheet| sheet.table) {
            let name = schema.table_at(table).name.as_str();
            if !tables.contains(&name) {
                tables.push(name);
            }
        }
        let is_refused =
            input.refused.is_some() || input.sheets.iter().any(|sheet| sheet.refused.is_some());
        let held = match (is_refused, tables.is_empty()) {
            (true, _) => self.locale.label("files-refused"),
            (false, true) => self.locale.label("files-not-used"),
            (false, false) => tables.join(", "),
        };
        let read: u64 = input.sheets.iter().map(|sheet| sheet.read).sum();
        let used: u64 = input.sheets.iter().map(|sheet| sheet.used).sum();
        let figures = [read, used, read.saturating_sub(used), errors, warnings];
        let name = input.path.strip_prefix(folder).unwrap_or(&input.path);
        [printable(name), held]
            .into_iter()
            .chain(figures.map(|figure| {
                self.teller
                    .count(usize::try_from(figure).unwrap_or(usize::MAX))
            }))
            .collect()
    }

    /// A finding counts for the file that it points at first.
    fn found_by_file(&self) -> BTreeMap<String, Counts> {
        let mut found: BTreeMap<String, Counts> = BTreeMap::new();
        for finding in self.report.diagnostics.iter() {
            let Some(place) = finding.places.first() else {
                continue;
            };
            let counts = found.entry(place.file.to_string()).or_default();
            match finding.severity {
                Severity::Error => counts.0 += 1,
                Severity::Warning => counts.1 += 1,
                Severity::Note => {}
            }
        }
        found
    }
}

/// The folder, with its last slash, that all files stand in; empty if there is none.
fn common_folder(inputs: &[InputAccount]) -> &str {
    let Some(first) = inputs.first() else {
        return "";
    };
    let mut folder = first.path.rfind('/').map_or("", |at| &first.path[..=at]);
    while !inputs.iter().all(|input| input.path.starts_with(folder)) {
        let without_slash = folder.trim_end_matches('/');
        folder = without_slash.rfind('/').map_or("", |at| &folder[..=at]);
    }
    folder
}

/// Keys of the columns' headings.
const COLUMNS: [&str; 7] = [
    "files-column-file",
    "files-column-table",
    "files-column-read",
    "files-column-used",
    "files-column-skipped",
    "files-column-errors",
    "files-column-warnings",
];
