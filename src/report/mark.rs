//! Marked copies: what was found in a submitted file, written into a copy of it, to be sent back and corrected.
//!
//! In: the report; a submitted file's bytes. Out: the findings by file; the bytes of the marked copy. Must not know: file systems, how
//! anything was judged.

mod book;
mod cells;
mod collect;
mod earlier;
mod list_sheet;
mod listing;
mod notes;
mod package;
mod patch;
mod relations;
mod shapes;
mod sheet_tail;
mod styles;
mod values;
mod verify;
mod xml;

use super::Report;
use crate::diagnostic::Severity;
use crate::locale::Locale;
use crate::place::{Place, Spot};
use crate::table::{self, Cell, OWN_KEPT_COLUMN, OWN_SHEET, OWN_SHEET_OF_TEXT, OwnSheets, Source};
use crate::text::printable;
use chrono::NaiveDate;
use earlier::Kept;
use indexmap::IndexMap;
use listing::{Listing, severity_key};
use patch::{Mark, Marking, Marks, patched};
use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::Arc;

/// Something to tell whoever sent a file in.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Whether it must be put right or only looked at.
    pub severity: Severity,
    /// Where it stands in the file: the first place is the one to look at.
    pub places: Vec<Place>,
    /// Where else, in other files.
    elsewhere: Vec<Place>,
    /// The finding's code, the check's or the rules' ids.
    code: String,
    /// What stands there.
    found: String,
    sentence: String,
    help: String,
}

/// What stands above each list of findings.
#[derive(Clone, Debug, Default)]
struct Head {
    lines: Vec<String>,
}

/// What was found in the files that were read.
pub struct Findings<'a> {
    locale: &'a Locale,
    head: Head,
    /// The day to write on what is made.
    day: NaiveDate,
    by_file: IndexMap<Arc<str>, Vec<Finding>>,
}

/// Why a copy cannot be made as it should.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// A part is not as the standard has it.
    Broken,
    /// A part is in another encoding than UTF-8.
    Encoding,
    /// What was made does not hold the cells of what it was made of.
    ReadBack,
    /// A sheet cannot hold so much.
    TooLarge,
}

impl Unfit {
    /// Key of what to say of it.
    pub fn label(self) -> &'static str {
        match self {
            Unfit::Broken => "unfit-broken",
            Unfit::Encoding => "unfit-encoding",
            Unfit::ReadBack => "unfit-read-back",
            Unfit::TooLarge => "unfit-too-large",
        }
    }
}

/// A marked copy.
#[derive(Debug)]
pub struct Copy {
    /// The file.
    pub bytes: Vec<u8>,
    /// Whether it is a workbook made anew, so that `.xlsx` is to be put behind the file's name.
    pub is_new_kind: bool,
    /// Why a workbook that might have been marked in kind was made anew, with its values alone.
    pub values_only: Option<Unfit>,
    /// Whether it bears a signature that no longer fits.
    pub is_signed: bool,
}

impl<'a> Findings<'a> {
    /// Gathers them.
    pub fn of(report: &Report<'_>, locale: &'a Locale) -> Self {
        Findings {
            locale,
            head: collect::head(report, locale),
            day: report.rules.as_of,
            by_file: collect::by_file(report, locale),
        }
    }

    /// The files in which something was found.
    pub fn files(&self) -> impl Iterator<Item = &Arc<str>> {
        let found = self.by_file.iter();
        found
            .filter(|(_, all)| !all.is_empty())
            .map(|(file, _)| file)
    }

    /// The marked copy of a file.
    ///
    /// # Errors
    /// If the file cannot be read, or holds more than a workbook can.
    pub fn copy(&self, file: &str, bytes: &[u8], options: &table::Options) -> Result<Copy, Unfit> {
        let findings = self
            .by_file
            .get(file)
            .map(Vec::as_slice)
            .unwrap_or_default();
        let mut source = opened(bytes, options)?;
        let own = OwnSheets::of(source.as_mut());
        let names: Vec<Option<Arc<str>>> = source
            .sheets()
            .iter()
            .map(|sheet| sheet.name.clone())
            .collect();
        let in_kind = self.in_kind(file, bytes, findings, source.as_mut(), &own, options);
        let values_only = match in_kind {
            Some(Ok((bytes, is_signed))) => {
                return Ok(Copy {
                    bytes,
                    is_new_kind: false,
                    values_only: None,
                    is_signed,
                });
            }
            Some(Err(unfit)) => Some(unfit),
            None => None,
        };
        let stem = file.rsplit('/').next().unwrap_or(file);
        let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
        let stem = values::without_years(stem);
        let (plain, new_names) = values::workbook(source.as_mut(), &stem, self.day)?;
        let is_text = names.iter().all(Option::is_none);
        let of_old = names.into_iter().zip(&new_names);
        let of_old: Vec<(Option<Arc<str>>, String)> =
            of_old.map(|(old, new)| (old, new.clone())).collect();
        let name_of = |place: &Place| {
            let known = of_old.iter().find(|(old, _)| *old == place.sheet);
            known.map(|(_, new)| new.clone())
        };
        let own_names: Vec<String> = own
            .sheets
            .iter()
            .filter_map(|at| new_names.get(*at).cloned())
            .collect();
        let marker = match is_text || own.of_text {
            true => OWN_SHEET_OF_TEXT,
            false => OWN_SHEET,
        };
        let kept = Kept::new();
        let (bytes, _) =
            self.patched(file, &plain, findings, marker, &name_of, &own_names, &kept)?;
        Ok(Copy {
            bytes,
            is_new_kind: true,
            values_only,
            is_signed: false,
        })
    }

    /// The copy of a workbook that can be marked as it is; none of another kind of file.
    fn in_kind(
        &self,
        file: &str,
        bytes: &[u8],
        findings: &[Finding],
        source: &mut dyn Source,
        own: &OwnSheets,
        options: &table::Options,
    ) -> Option<Result<(Vec<u8>, bool), Unfit>> {
        if !package::is_workbook(bytes) {
            return None;
        }
        let own_names: Vec<String> = own
            .sheets
            .iter()
            .filter_map(|at| source.sheets().get(*at)?.name.as_deref().map(str::to_owned))
            .collect();
        let kept = kept(source, own);
        let marker = match own.of_text {
            true => OWN_SHEET_OF_TEXT,
            false => OWN_SHEET,
        };
        let name_of = |place: &Place| place.sheet.as_deref().map(str::to_owned);
        let made = self.patched(file, bytes, findings, marker, &name_of, &own_names, &kept);
        Some(made.and_then(|(made, is_signed)| {
            verify::same_cells(source, &made, own, options)?;
            Ok((made, is_signed))
        }))
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "all of them differ between the two ways that lead here"
    )]
    fn patched(
        &self,
        file: &str,
        bytes: &[u8],
        findings: &[Finding],
        marker: &'static str,
        name_of: &dyn Fn(&Place) -> Option<String>,
        own: &[String],
        kept: &Kept,
    ) -> Result<(Vec<u8>, bool), Unfit> {
        let listing = Listing::of(findings, &self.head, file, marker, name_of, self.locale);
        let marking = Marking {
            marks: &self.marks(findings, name_of),
            listing: &listing,
            title: &self.locale.label("mark-sheet"),
            own,
            kept,
        };
        patched(bytes, &marking)
    }

    /// What each cell is marked with.
    fn marks(&self, findings: &[Finding], name_of: &dyn Fn(&Place) -> Option<String>) -> Marks {
        let mut marks = Marks::new();
        let mut said: BTreeMap<(String, crate::place::CellAddress), Vec<String>> = BTreeMap::new();
        for finding in findings {
            let words = finding.words(self.locale);
            for place in &finding.places {
                let (Spot::Cell(cell), Some(sheet)) = (&place.spot, name_of(place)) else {
                    continue;
                };
                let of_cell = said.entry((sheet.clone(), *cell)).or_default();
                if of_cell.contains(&words) {
                    continue;
                }
                of_cell.push(words.clone());
                let mark = marks
                    .entry(sheet)
                    .or_default()
                    .entry(*cell)
                    .or_insert(Mark {
                        severity: finding.severity,
                        words: String::new(),
                    });
                mark.severity = mark.severity.min(finding.severity);
                mark.words = of_cell.join("\n\n");
            }
        }
        marks
    }
}

impl Finding {
    /// The note's words.
    fn words(&self, locale: &Locale) -> String {
        let severity = locale.label(severity_key(self.severity));
        let arguments = [
            ("severity", severity.as_str()),
            ("sentence", &self.sentence),
        ];
        let mut words = locale.label_with("mark-note", &arguments);
        if !self.help.is_empty() {
            words = format!("{words}\n→ {}", self.help);
        }
        match self.others(locale) {
            Some(others) => format!("{words}\n{others}"),
            None => words,
        }
    }

    /// The places besides the first, in words.
    fn others(&self, locale: &Locale) -> Option<String> {
        const SHOWN: usize = 12;
        let places = self.places.iter().skip(1).chain(&self.elsewhere);
        let mut others: Vec<String> = places
            .take(SHOWN + 1)
            .map(|place| printable(&place.to_string()))
            .collect();
        if others.len() > SHOWN {
            others.truncate(SHOWN);
            others.push("…".to_owned());
        }
        let also = locale.label("show-also");
        (!others.is_empty()).then(|| format!("({also}: {})", others.join(", ")))
    }
}

fn opened(bytes: &[u8], options: &table::Options) -> Result<Box<dyn Source>, Unfit> {
    table::open_with(Box::new(Cursor::new(bytes.to_vec())), options).map_err(|_| Unfit::Broken)
}

/// What an earlier list of findings kept.
fn kept(source: &mut dyn Source, own: &OwnSheets) -> Kept {
    let mut kept = Kept::new();
    for sheet in own.sheets.iter().chain(&own.added_to) {
        let Ok(mut rows) = source.rows(*sheet) else {
            continue;
        };
        while let Ok(Some(row)) = rows.next_row() {
            if let Cell::Text(line) = row.cell(OWN_KEPT_COLUMN) {
                kept.extend(earlier::kept_of_line(line));
            }
        }
    }
    kept
}
