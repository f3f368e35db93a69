//! What the sheet of findings says: its head, and a line a finding with the way to its cell.
//!
//! In: a file's findings. Out: texts, line by line. Must not know: how a workbook holds them.

use super::{Finding, Head};
use crate::diagnostic::Severity;
use crate::locale::Locale;
use crate::place::{Place, Spot};
use crate::table::{OWN_COLUMNS, OWN_TRUNCATED};
use crate::text::printable;

/// What the sheet says.
pub(super) struct Listing {
    /// What its first cell says to this program.
    pub(super) marker: &'static str,
    pub(super) head: Vec<String>,
    pub(super) columns: [String; Listing::COLUMNS],
    pub(super) rows: Vec<Row>,
    pub(super) foot: Vec<String>,
}

/// A line of the list.
pub(super) struct Row {
    pub(super) cells: [String; Listing::COLUMNS],
    pub(super) severity: Severity,
    /// Where its place is, as workbooks write it.
    pub(super) link: Option<String>,
}

/// More lines than anybody reads; a sheet has little more.
const MOST_ROWS: usize = 1_000_000;

impl Listing {
    pub(super) const COLUMNS: usize = OWN_COLUMNS.len();

    /// The list of some findings; `sheet_name` says what a sheet is called in the copy.
    pub(super) fn of(
        findings: &[Finding],
        head: &Head,
        file: &str,
        marker: &'static str,
        sheet_name: &dyn Fn(&Place) -> Option<String>,
        locale: &Locale,
    ) -> Self {
        let rows = findings.iter().take(MOST_ROWS).zip(1_u32..);
        let rows = rows
            .map(|(finding, number)| row(finding, number, sheet_name, locale))
            .collect();
        let count = |severity| {
            let of_it = findings
                .iter()
                .filter(|finding| finding.severity == severity);
            let count = u64::try_from(of_it.count()).unwrap_or(u64::MAX);
            locale.number(&i64::try_from(count).unwrap_or(i64::MAX).into(), 0)
        };
        let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
        let mut lines = vec![locale.label("mark-title")];
        lines.push(locale.label_with("mark-file", &[("file", &printable(file))]));
        lines.extend(head.lines.iter().cloned());
        lines.push(locale.label_with(
            "mark-counts",
            &[("errors", &errors), ("warnings", &warnings)],
        ));
        lines.push(locale.label("mark-guide"));
        let more = findings.len().saturating_sub(MOST_ROWS);
        let more_shown = i64::try_from(more).unwrap_or(i64::MAX).into();
        let more_shown = locale.number(&more_shown, 0);
        Listing {
            marker,
            head: lines,
            columns: OWN_COLUMNS.map(|key| locale.label(key)),
            rows,
            foot: (more > 0)
                .then(|| locale.label_with(OWN_TRUNCATED.0, &[("count", &more_shown)]))
                .into_iter()
                .collect(),
        }
    }
}

fn row(
    finding: &Finding,
    number: u32,
    sheet_name: &dyn Fn(&Place) -> Option<String>,
    locale: &Locale,
) -> Row {
    let first = finding.places.first();
    let sheet = first.and_then(sheet_name);
    let place = first.map_or_else(String::new, |place| shown(place, sheet.as_deref(), locale));
    let others = finding.others(locale);
    let sentence = match others {
        Some(others) => format!("{} {others}", finding.sentence),
        None => finding.sentence.clone(),
    };
    Row {
        cells: [
            number.to_string(),
            place,
            locale.label(severity_key(finding.severity)),
            finding.found.clone(),
            sentence,
            finding.help.clone(),
            finding.code.clone(),
        ],
        severity: finding.severity,
        link: first
            .zip(sheet)
            .and_then(|(place, sheet)| link(place, &sheet)),
    }
}

/// Key of a severity's word.
pub(super) fn severity_key(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "mark-error",
        Severity::Warning | Severity::Note => "mark-warning",
    }
}

fn shown(place: &Place, sheet: Option<&str>, locale: &Locale) -> String {
    let sheet = sheet.map(printable).unwrap_or_default();
    match &place.spot {
        Spot::Cell(cell) => format!("{sheet}!{cell}"),
        Spot::Row(row) => {
            let row = row.to_string();
            locale.label_with("mark-place-row", &[("sheet", &sheet), ("row", &row)])
        }
        Spot::Excerpt(excerpt) => {
            let row = excerpt.line.to_string();
            locale.label_with("mark-place-row", &[("sheet", &sheet), ("row", &row)])
        }
        Spot::Whole if sheet.is_empty() => locale.label("mark-place-file"),
        Spot::Whole => sheet,
    }
}

/// A place within the workbook; none for the whole of it.
fn link(place: &Place, sheet: &str) -> Option<String> {
    let cell = match &place.spot {
        Spot::Cell(cell) => cell.to_string(),
        Spot::Row(row) => format!("A{row}"),
        Spot::Excerpt(excerpt) => format!("A{}", excerpt.line),
        Spot::Whole => "A1".to_owned(),
    };
    Some(format!("'{}'!{cell}", sheet.replace('\'', "''")))
}
