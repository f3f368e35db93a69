//! OpenDocument spreadsheets: `.ods`.
//!
//! In: an input. Out: its sheets, hidden ones too. Must not know: other formats.
//!
//! All sheets lie in one part, so they are read at once, into little more than their cells.

mod census;
mod content;
mod fonts;
mod store;
#[cfg(test)]
mod tests;

use super::container::{self, Container};
use super::manner::{InManners, Manner};
use super::memory::{Bytes, whole};
use super::xml::Token;
use super::{
    Format, Hidden, Input, MOST_ROWS, Merge, Options, Problem, Rows, SheetInfo, Source, digest,
    sheets,
};
use census::Census;
use fonts::Fonts;
use std::io::BufReader;
use store::{StoredRows, StoredSheet};

/// Spreadsheets of LibreOffice and others.
pub(super) const FORMAT: Format = Format {
    name: "OpenDocument",
    extensions: &["ods"],
    recognises: |head| container::is_zip(head) && kind(head).is_some(),
    open,
};

/// The part with all sheets, and the part with the styles that are not only theirs.
const CONTENT: &str = "content.xml";
const STYLES: &str = "styles.xml";
/// How the kind of an OpenDocument file begins.
const KIND: &[u8] = b"application/vnd.oasis.opendocument.";
const SPREADSHEET: &[u8] = b"spreadsheet";

/// What kind of OpenDocument the head of a zip says it is: its first part holds it unpacked. A zip that was packed anew may hold it
/// otherwise; then the name of the part with the content tells that it is some OpenDocument.
fn kind(head: &[u8]) -> Option<&[u8]> {
    let declared = container::entries(head)
        .filter(|(name, _)| *name == b"mimetype")
        .find_map(|(_, bytes)| bytes.strip_prefix(KIND));
    let mut names = container::entries(head).map(|(name, _)| name);
    declared.or_else(|| {
        names
            .any(|name| name == CONTENT.as_bytes())
            .then_some(SPREADSHEET)
    })
}

fn open(mut input: Box<dyn Input>, _: &Options) -> Result<Box<dyn Source>, Problem> {
    let bytes = whole(&mut *input)?;
    let (counted, fonts) = survey(&bytes)?;
    let mut stored = read(&bytes, &fonts)?;
    if stored.len() != counted.len() {
        return Err(Problem::SheetsLost {
            read: stored.len() as u64,
            found: counted.len() as u64,
        });
    }
    for (sheet, counted) in stored.iter().zip(&counted) {
        if sheet.values() != *counted {
            return Err(Problem::CellsLost {
                read: sheet.values(),
                found: *counted,
            });
        }
    }
    stored.retain(|sheet| !is_copy_of_another_file(&sheet.name));
    let infos: Vec<SheetInfo> = stored
        .iter()
        .map(|sheet| SheetInfo {
            name: Some(sheet.name.as_str().into()),
            visible: sheet.visible,
        })
        .collect();
    sheets::check(&infos)?;
    Ok(Box::new(Spreadsheet {
        sha256: digest::of_bytes(bytes.as_ref()),
        manners: stored
            .iter()
            .map(|sheet| Manner::new(sheet.formulas))
            .collect(),
        stored,
        sheets: infos,
    }))
}

/// Unpacks every part once and counts what the sheets hold; finds the fonts on the way.
fn survey(bytes: &Bytes) -> Result<(Vec<u64>, Fonts), Problem> {
    let mut container = Container::open(bytes)?;
    check_kind(&mut container, bytes)?;
    let content = container.find(CONTENT).ok_or_else(|| broken(CONTENT))?;
    let styles = container.find(STYLES);
    let (mut census, mut fonts) = (Census::default(), Fonts::default());
    for index in 0..container.len() {
        if index == content || Some(index) == styles {
            container.each_token(index, |token, _| {
                if let Token::Open(tag) = token {
                    fonts.take(tag);
                }
                if index == content {
                    census.take(token);
                }
                sheets::check_number(census.sheets.len())
            })?;
        } else {
            container.drain(index)?;
        }
    }
    let all = census.sheets.iter().copied();
    if all.fold(0, u64::saturating_add) > store::MOST_CELLS {
        return Err(Problem::TooManyCells {
            limit: store::MOST_CELLS,
        });
    }
    Ok((census.sheets, fonts))
}

/// Refuses other OpenDocument files and locked ones.
fn check_kind(container: &mut Container, bytes: &Bytes) -> Result<(), Problem> {
    let kind = kind(bytes.as_ref()).unwrap_or_default();
    if !kind.starts_with(SPREADSHEET) {
        return Err(Problem::NotAWorkbook {
            kind: "OpenDocument".to_owned(),
        });
    }
    if container.find("encrypted-package").is_some() {
        return Err(Problem::Password {});
    }
    if let Some(manifest) = container.find("meta-inf/manifest.xml") {
        let mut locked = false;
        container.each_token(manifest, |token, _| {
            if let Token::Open(tag) = token {
                locked |= tag.name == b"encryption-data";
            }
            Ok(())
        })?;
        if locked {
            return Err(Problem::Password {});
        }
    }
    Ok(())
}

/// Reads the sheets: a look of its own, with a budget of its own.
fn read(bytes: &Bytes, fonts: &Fonts) -> Result<Vec<StoredSheet>, Problem> {
    let mut container = Container::open(bytes)?;
    let content = container.find(CONTENT).ok_or_else(|| broken(CONTENT))?;
    container.read(content, |part| content::read(BufReader::new(part), fonts))
}

/// How often something is said to stand there: once if that is no number, or none above it.
fn times(written: &[u8]) -> u64 {
    match written.iter().all(u8::is_ascii_digit) {
        true => written.iter().fold(0_u64, |times, digit| {
            times
                .saturating_mul(10)
                .saturating_add(u64::from(digit - b'0'))
        }),
        false => 1,
    }
    .max(1)
}

/// Cells of other files that formulas refer to are kept as tables of their own, named after the file and its sheet.
fn is_copy_of_another_file(name: &str) -> bool {
    let scheme = |address: &str| {
        let scheme = address.split_once(':').map(|(scheme, _)| scheme);
        let is_of_scheme = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '.' | '-');
        scheme.is_some_and(|scheme| !scheme.is_empty() && scheme.chars().all(is_of_scheme))
    };
    name.strip_prefix('\'').is_some_and(scheme) && name.contains("'#")
}

fn broken(part: &str) -> Problem {
    Problem::BrokenPart {
        part: part.to_owned(),
    }
}

struct Spreadsheet {
    sha256: String,
    stored: Vec<StoredSheet>,
    /// By sheet.
    manners: Vec<Manner>,
    sheets: Vec<SheetInfo>,
}

impl Spreadsheet {
    fn stored(&self, sheet: usize) -> Result<&StoredSheet, Problem> {
        self.stored.get(sheet).ok_or(Problem::AbsentSheet {})
    }
}

impl InManners for Spreadsheet {
    type SheetRows<'a> = StoredRows<'a>;

    fn sheet_rows(&mut self, sheet: usize) -> Result<StoredRows<'_>, Problem> {
        let stored = self.stored.get(sheet).ok_or(Problem::AbsentSheet {})?;
        let manner = self.manners.get_mut(sheet).ok_or(Problem::AbsentSheet {})?;
        Ok(stored.rows(manner))
    }

    fn manner(&mut self, sheet: usize) -> Result<&mut Manner, Problem> {
        self.manners.get_mut(sheet).ok_or(Problem::AbsentSheet {})
    }
}

impl Source for Spreadsheet {
    fn sheets(&self) -> &[SheetInfo] {
        &self.sheets
    }

    fn rows(&mut self, sheet: usize) -> Result<Box<dyn Rows + '_>, Problem> {
        self.decided_rows(sheet)
    }

    fn merges(&mut self, sheet: usize) -> Result<Vec<Merge>, Problem> {
        Ok(self.stored(sheet)?.merges.clone())
    }

    fn notes(&self, sheet: usize) -> Vec<Problem> {
        let last = self.stored(sheet).map_or(0, StoredSheet::last_row);
        sheets::notes(last, MOST_ROWS, self.manners.get(sheet))
    }

    fn hidden(&mut self, sheet: usize) -> Result<Hidden, Problem> {
        Ok(self.stored(sheet)?.hidden.clone())
    }

    fn sha256(&mut self) -> Result<String, Problem> {
        Ok(self.sha256.clone())
    }
}
