//! What was found in the data, file by file, and the files that were read.
//!
//! In: findings and accounts of files. Out: the page's rows of them. Must not know: verdicts.

use crate::diagnostic::{Diagnostic, Severity};
use crate::fact::{InputAccount, SheetAccount};
use crate::report::light::Light;
use crate::report::telling::Teller;
use indexmap::IndexMap;

/// What was found in one file.
pub(super) struct OfFile {
    pub(super) name: String,
    pub(super) counts: String,
    /// Whether an error is among it.
    pub(super) is_grave: bool,
    pub(super) found: Vec<Told>,
}

/// One finding.
pub(super) struct Told {
    pub(super) light: Light,
    /// Where in the file.
    pub(super) place: String,
    pub(super) text: String,
    pub(super) code: &'static str,
}

/// A file that was read.
pub(super) struct ReadFile {
    pub(super) path: String,
    pub(super) read: String,
    pub(super) used: String,
    pub(super) skipped: String,
    pub(super) hash: String,
}

/// Errors, then warnings, by the file that each points at first.
pub(super) fn by_file(teller: &Teller<'_>) -> Vec<OfFile> {
    let mut files: IndexMap<String, Vec<&Diagnostic>> = IndexMap::new();
    for severity in [Severity::Error, Severity::Warning] {
        let all = teller.report.diagnostics.iter();
        for found in all.filter(|found| found.severity == severity) {
            let file = found.places.first().map(|place| place.file.to_string());
            files
                .entry(file.unwrap_or_default())
                .or_default()
                .push(found);
        }
    }
    let of_file = |(name, found): (String, Vec<&Diagnostic>)| {
        let of = |severity| found.iter().filter(|one| one.severity == severity).count();
        let (errors, warnings) = (of(Severity::Error), of(Severity::Warning));
        let arguments = [
            ("errors", teller.count(errors)),
            ("warnings", teller.count(warnings)),
        ];
        let arguments = arguments
            .each_ref()
            .map(|(name, text)| (*name, text.as_str()));
        OfFile {
            counts: teller.label("page-found", &arguments),
            is_grave: errors > 0,
            found: found.iter().map(|one| told(teller, one, &name)).collect(),
            name: match name.is_empty() {
                true => teller.locale.label("page-general"),
                false => name,
            },
        }
    };
    files.into_iter().map(of_file).collect()
}

fn told(teller: &Teller<'_>, found: &Diagnostic, file: &str) -> Told {
    let places = found.places.iter().map(|place| {
        let place = place.to_string();
        let within = place.strip_prefix(file).unwrap_or(&place);
        within.trim_start_matches(['!', ':']).to_owned()
    });
    let places: Vec<String> = places.filter(|place| !place.is_empty()).take(3).collect();
    Told {
        light: Light::of_severity(found.severity),
        place: places.join(", "),
        text: teller.sentence(found),
        code: found.code,
    }
}

/// How many notes there are besides.
pub(super) fn notes_count(teller: &Teller<'_>) -> Option<String> {
    let notes = teller.report.diagnostics.count(Severity::Note);
    (notes > 0).then(|| teller.label("report-notes-count", &[("count", &teller.count(notes))]))
}

/// Every file with its rows and its hash.
pub(super) fn inputs(teller: &Teller<'_>) -> Vec<ReadFile> {
    let row = |input: &InputAccount| {
        let sheets: Vec<&SheetAccount> = input.sheets.iter().collect();
        let rows = |count: u64| teller.count(usize::try_from(count).unwrap_or(usize::MAX));
        ReadFile {
            path: input.path.to_string(),
            read: rows(sheets.iter().map(|sheet| sheet.read).sum()),
            used: rows(sheets.iter().map(|sheet| sheet.used).sum()),
            skipped: match input.refused {
                Some(_) => teller.locale.label("files-refused"),
                None => teller.skipped(&sheets).join(", "),
            },
            hash: input.sha256.clone(),
        }
    };
    teller.report.facts().inputs.iter().map(row).collect()
}
