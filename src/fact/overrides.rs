//! What the user says about sheets, over what would be found in them.
//!
//! In: the user's words. Out: whether a sheet is read and where its header begins; which words met nothing. Must not know: rows.

use crate::fact::TableId;
use crate::fact::problem::Problem;
use crate::fact::recognise::{SheetName, base_name};
use crate::text::{fold, meant};
use std::collections::BTreeSet;

/// A sheet's table as the user gives it: `--table 'PATH[!SHEET]=TABLE'`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// The file, by its whole name or without its folders.
    pub path: String,
    /// The sheet, if not every one of the file is meant.
    pub sheet: Option<String>,
    /// The table.
    pub table: TableId,
}

/// What the user says about sheets besides their tables.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overrides {
    /// Names of the sheets to read; every sheet if there is none. Delimited text has no sheets and is always read.
    pub sheets: Vec<String>,
    /// Where headers begin, whatever stands above.
    pub header_rows: Vec<HeaderRow>,
}

/// Where a header begins: `--header-row '[PATH[!SHEET]=]ROW'`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeaderRow {
    /// The file, by its whole name or without its folders; every file if there is none.
    pub path: Option<String>,
    /// The sheet, if not every one of the file is meant.
    pub sheet: Option<String>,
    /// The header's first row.
    pub row: u32,
}

/// Which words met a sheet.
#[derive(Clone, Debug, Default)]
pub(super) struct Met {
    pub(super) assignments: BTreeSet<usize>,
    sheets: BTreeSet<usize>,
    header_rows: BTreeSet<usize>,
    /// Names of all sheets.
    names: BTreeSet<String>,
}

impl Assignment {
    pub(super) fn meets(&self, name: SheetName<'_>) -> bool {
        is_meant(&self.path, self.sheet.as_deref(), name)
    }
}

impl HeaderRow {
    fn meets(&self, name: SheetName<'_>) -> bool {
        let path = self.path.as_deref();
        path.is_none_or(|path| is_meant(path, self.sheet.as_deref(), name))
    }
}

impl Overrides {
    /// Whether a sheet is to be read.
    pub(super) fn read(&self, sheet: Option<&str>) -> bool {
        self.sheets.is_empty()
            || sheet.is_none_or(|name| self.sheets.iter().any(|wanted| fold(wanted) == fold(name)))
    }

    /// Where the header of a sheet begins; what is said of one file goes before what is said of all.
    pub(super) fn header_row(&self, name: SheetName<'_>) -> Option<&HeaderRow> {
        let meeting = || self.header_rows.iter().filter(|row| row.meets(name));
        meeting()
            .find(|row| row.path.is_some())
            .or_else(|| meeting().next())
    }
}

impl Met {
    /// Takes a sheet.
    pub(super) fn sheet(&mut self, overrides: &Overrides, name: SheetName<'_>) {
        if let Some(sheet) = name.sheet {
            self.names.insert(sheet.to_owned());
            let wanted = overrides.sheets.iter().enumerate();
            let met = wanted.filter(|(_, wanted)| fold(wanted) == fold(sheet));
            self.sheets.extend(met.map(|(at, _)| at));
        }
        if overrides.read(name.sheet) {
            let rows = overrides.header_rows.iter().enumerate();
            let met = rows.filter(|(_, row)| row.meets(name));
            self.header_rows.extend(met.map(|(at, _)| at));
        }
    }

    /// Takes what another file's sheets met.
    pub(super) fn append(&mut self, other: Met) {
        self.assignments.extend(other.assignments);
        self.sheets.extend(other.sheets);
        self.header_rows.extend(other.header_rows);
        self.names.extend(other.names);
    }

    /// What met nothing.
    pub(super) fn problems(&self, overrides: &Overrides) -> Vec<Problem> {
        let sheets = overrides.sheets.iter().enumerate();
        let sheets = sheets.filter(|(at, _)| !self.sheets.contains(at));
        let mut problems: Vec<Problem> = sheets
            .map(|(_, sheet)| Problem::UnmetSheet {
                sheet: sheet.clone(),
                known: meant(sheet, self.names.iter().map(String::as_str)),
            })
            .collect();
        let rows = overrides.header_rows.iter().enumerate();
        problems.extend(rows.filter_map(|(at, row)| {
            let path = row.path.as_ref()?;
            (!self.header_rows.contains(&at)).then(|| Problem::UnmetHeaderRow {
                path: shown(path, row.sheet.as_deref()),
                row: row.row.to_string(),
            })
        }));
        problems
    }
}

/// A file or a sheet of it, as the user types it.
pub(super) fn shown(path: &str, sheet: Option<&str>) -> String {
    match sheet {
        Some(sheet) => format!("{path}!{sheet}"),
        None => path.to_owned(),
    }
}

fn is_meant(path: &str, sheet: Option<&str>, name: SheetName<'_>) -> bool {
    let same_file = path == name.file || path == base_name(name.file);
    let same_sheet = match (sheet, name.sheet) {
        (None, _) => true,
        (Some(wanted), Some(sheet)) => fold(wanted) == fold(sheet),
        (Some(_), None) => false,
    };
    same_file && same_sheet
}
