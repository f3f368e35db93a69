//! What holds for all sheets of an `.xls`: the list of sheets, number formats, fonts, texts, the day that days are counted from.
//!
//! In: the workbook's stream. Out: these; or why it is not read. Must not know: cells.

use super::super::assembly::CellStyle;
use super::super::compound::{u16_at, u32_at};
use super::super::encoding::Font;
use super::super::number_format::{Shown, shown_by, shown_by_number};
use super::super::{Problem, SheetInfo, sheets};
use super::records::{BEGINNING, END, record};
use super::text::{Letters, SharedTexts, broken};
use std::collections::HashMap;

const LOCKED: u16 = 0x002f;
const CODE_PAGE: u16 = 0x0042;
const DAYS_FROM_1904: u16 = 0x0022;
const FONT: u16 = 0x0031;
const NUMBER_FORMAT: u16 = 0x041e;
const CELL_FORMAT: u16 = 0x00e0;
const SHEET: u16 = 0x0085;
const SHARED_TEXTS: u16 = 0x00fc;

const EXCEL_97: u16 = 0x0600;
const EXCEL_5: u16 = 0x0500;
/// What a beginning says of the part before all sheets.
const GLOBALS: u16 = 0x0005;

/// What holds for all sheets.
#[derive(Debug)]
pub(super) struct Globals {
    pub(super) letters: Letters,
    pub(super) epoch_1904: bool,
    /// By cell format.
    pub(super) styles: Vec<CellStyle>,
    pub(super) texts: SharedTexts,
    /// The worksheets in order, and where each begins.
    pub(super) sheets: Vec<(SheetInfo, usize)>,
}

impl Globals {
    pub(super) fn of(stream: &[u8]) -> Result<Self, Problem> {
        let mut found = Found::begin(stream)?;
        let mut at = 0;
        loop {
            let record = record(stream, at).ok_or_else(|| broken(at))?;
            if record.kind == END {
                break;
            }
            found.take(stream, record.kind, record.data, at)?;
            at = record.next;
        }
        found.globals()
    }
}

/// What has been found so far.
struct Found<'a> {
    stream: &'a [u8],
    letters: Letters,
    epoch_1904: bool,
    /// Codes by number.
    number_formats: HashMap<u16, Shown>,
    /// The numbers of each cell format's font and number format.
    cell_formats: Vec<(u16, u16)>,
    texts: SharedTexts,
    /// Where the record of each sheet begins; names are read when the code page is known.
    sheets: Vec<usize>,
    formats: Vec<usize>,
    fonts: Vec<usize>,
}

impl<'a> Found<'a> {
    fn begin(stream: &'a [u8]) -> Result<Self, Problem> {
        let first = record(stream, 0).ok_or_else(|| broken(0))?;
        let version = u16_at(first.data, 0);
        let letters = match (first.kind, version) {
            (BEGINNING, Some(EXCEL_97)) => Letters::Unicode,
            (BEGINNING, Some(EXCEL_5)) => Letters::of_code_page(1252),
            _ => return Err(Problem::OldExcel {}),
        };
        if u16_at(first.data, 2) != Some(GLOBALS) {
            return Err(broken(0));
        }
        Ok(Found {
            stream,
            letters,
            epoch_1904: false,
            number_formats: HashMap::new(),
            cell_formats: Vec::new(),
            texts: SharedTexts::default(),
            sheets: Vec::new(),
            formats: Vec::new(),
            fonts: Vec::new(),
        })
    }

    fn take(&mut self, stream: &[u8], kind: u16, data: &[u8], at: usize) -> Result<(), Problem> {
        match (kind, self.letters) {
            (LOCKED, _) => return Err(Problem::Password {}),
            (CODE_PAGE, Letters::CodePage(..)) => {
                self.letters = Letters::of_code_page(u16_at(data, 0).unwrap_or(1252));
            }
            (DAYS_FROM_1904, _) => self.epoch_1904 = u16_at(data, 0) == Some(1),
            (NUMBER_FORMAT, _) => self.formats.push(at),
            (FONT, _) => self.fonts.push(at),
            (CELL_FORMAT, _) => {
                let number = |from| u16_at(data, from).unwrap_or(0);
                self.cell_formats.push((number(0), number(2)));
            }
            (SHEET, _) => {
                self.sheets.push(at);
                sheets::check_number(self.sheets.len())?;
            }
            (SHARED_TEXTS, Letters::Unicode) => {
                self.texts = SharedTexts::find(stream, at + 4, at + 4 + data.len())?;
            }
            _ => {}
        }
        Ok(())
    }

    fn globals(mut self) -> Result<Globals, Problem> {
        for at in std::mem::take(&mut self.formats) {
            self.number_format(at)?;
        }
        let mut sheets = Vec::new();
        for at in std::mem::take(&mut self.sheets) {
            sheets.extend(self.sheet(at)?);
        }
        let fonts: Result<Vec<Font>, Problem> =
            self.fonts.iter().map(|at| self.font(*at)).collect();
        let fonts = fonts?;
        let styles = self.cell_formats.iter().map(|(font, format)| CellStyle {
            shown: match self.number_formats.get(format) {
                Some(shown) => *shown,
                None => shown_by_number(*format),
            },
            font: fonts.get(font_index(*font)).copied().unwrap_or_default(),
        });
        Ok(Globals {
            letters: self.letters,
            epoch_1904: self.epoch_1904,
            styles: styles.collect(),
            texts: self.texts,
            sheets,
        })
    }

    fn number_format(&mut self, at: usize) -> Result<(), Problem> {
        let record = record(self.stream, at).ok_or_else(|| broken(at))?;
        let number = u16_at(record.data, 0).ok_or_else(|| broken(at))?;
        let short = matches!(self.letters, Letters::CodePage(..));
        let code = self.letters.read(self.stream, at + 6, record.next, short)?;
        self.number_formats.insert(number, shown_by(&code));
        Ok(())
    }

    fn font(&self, at: usize) -> Result<Font, Problem> {
        const NAME: usize = 14;
        let record = record(self.stream, at).ok_or_else(|| broken(at))?;
        let name = self
            .letters
            .read(self.stream, at + 4 + NAME, record.next, true)?;
        Ok(Font::named(&name))
    }

    /// A worksheet; charts, macros and modules are none.
    fn sheet(&self, at: usize) -> Result<Option<(SheetInfo, usize)>, Problem> {
        const WORKSHEET: u8 = 0;
        let record = record(self.stream, at).ok_or_else(|| broken(at))?;
        let (start, [hidden, kind]) = u32_at(record.data, 0)
            .zip(record.data.get(4..6).and_then(|two| two.try_into().ok()))
            .ok_or_else(|| broken(at))?;
        if kind != WORKSHEET {
            return Ok(None);
        }
        let name = self.letters.read(self.stream, at + 10, record.next, true)?;
        let info = SheetInfo {
            name: Some(name.into()),
            visible: hidden & 3 == 0,
        };
        Ok(Some((info, start as usize)))
    }
}

/// Where a font stands in the list: there is none of number 4.
fn font_index(number: u16) -> usize {
    usize::from(if number > 4 { number - 1 } else { number })
}
