//! The texts of an `.xls`: as bytes of a code page in older files, as Unicode of one or two bytes in newer ones, where a text may go on
//! in the record that continues its own.
//!
//! In: the stream and a place in it. Out: text. Must not know: cells.

use super::super::Problem;
use super::super::compound::{u16_at, u32_at};
use super::records::{CONTINUED, record};
use crate::text::nfc;
use encoding_rs::{Encoding, WINDOWS_1252};

/// How texts are stored.
#[derive(Clone, Copy, Debug)]
pub(super) enum Letters {
    /// Excel 5 and 95: bytes of that code page, unknown ones without an encoding.
    CodePage(u16, Option<&'static Encoding>),
    /// Excel 97 and later.
    Unicode,
}

impl Letters {
    /// The letters of an older file by its code page.
    pub(super) fn of_code_page(page: u16) -> Self {
        let encoding = match page {
            // Excel's own number for it; plain ASCII is within it.
            0x8001 | 367 => Some(WINDOWS_1252),
            0x8000 => codepage::to_encoding(10_000),
            page => codepage::to_encoding(page),
        };
        Letters::CodePage(page, encoding)
    }

    /// A text whose length (in one or two bytes) stands there, in a record that ends there.
    pub(super) fn read(
        self,
        stream: &[u8],
        at: usize,
        end: usize,
        short: bool,
    ) -> Result<String, Problem> {
        let mut cursor = Cursor { stream, at, end };
        let broken = || broken(at);
        let length = if short { cursor.byte() } else { cursor.two() };
        let length = length.ok_or_else(broken)?;
        match self {
            Letters::Unicode => cursor.unicode(length).ok_or_else(broken),
            Letters::CodePage(page, encoding) => {
                let bytes = cursor.bytes(length).ok_or_else(broken)?;
                decoded(&bytes, page, encoding)
            }
        }
    }
}

/// What is wrong at that byte.
pub(super) fn broken(at: usize) -> Problem {
    Problem::BrokenRecord { byte: at as u64 }
}

fn decoded(
    bytes: &[u8],
    page: u16,
    encoding: Option<&'static Encoding>,
) -> Result<String, Problem> {
    match encoding {
        Some(encoding) => Ok(nfc(&encoding.decode_without_bom_handling(bytes).0)),
        None if bytes.is_ascii() => Ok(String::from_utf8_lossy(bytes).into_owned()),
        None => Err(Problem::CodePage { page: page.into() }),
    }
}

/// The table of texts that cells refer to: where each stands, so that none is held twice.
#[derive(Clone, Debug, Default)]
pub(super) struct SharedTexts(Vec<(u32, u32)>);

/// More texts than an `.xls` can refer to from all cells of some sheets.
const MOST_TEXTS: usize = 8_000_000;

impl SharedTexts {
    /// Finds the texts in the record that begins there. How many there are said to be is not trusted.
    pub(super) fn find(stream: &[u8], at: usize, end: usize) -> Result<Self, Problem> {
        let mut cursor = Cursor {
            stream,
            at: at + 8,
            end,
        };
        let promised = u32_at(stream, at + 4).unwrap_or(0);
        let mut places = Vec::new();
        while (places.len() as u64) < u64::from(promised) && cursor.enter().is_some() {
            let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
            places.push((place(cursor.at), place(cursor.end)));
            if cursor.unicode_or_skip(None).is_none() {
                return Err(broken(cursor.at));
            }
            if places.len() > MOST_TEXTS {
                return Err(Problem::TooMuchText {
                    limit: (stream.len() >> 20) as u64,
                });
            }
        }
        Ok(SharedTexts(places))
    }

    /// The text of that number.
    pub(super) fn get(&self, stream: &[u8], index: u32) -> Option<String> {
        let (at, end) = *self.0.get(index as usize)?;
        let mut cursor = Cursor {
            stream,
            at: at as usize,
            end: end as usize,
        };
        let mut text = Vec::new();
        cursor.unicode_or_skip(Some(&mut text))?;
        Some(String::from_utf16_lossy(&text))
    }
}

/// A place in a record, which goes on in those that continue it.
struct Cursor<'a> {
    stream: &'a [u8],
    at: usize,
    /// Where the record's data ends.
    end: usize,
}

impl Cursor<'_> {
    /// Makes sure that there is a byte here, in the next record if need be.
    fn enter(&mut self) -> Option<()> {
        while self.at >= self.end {
            let next = record(self.stream, self.end).filter(|next| next.kind == CONTINUED)?;
            self.at = self.end + 4;
            self.end = next.next;
        }
        Some(())
    }

    fn byte(&mut self) -> Option<u16> {
        self.enter()?;
        let byte = *self.stream.get(self.at)?;
        self.at += 1;
        Some(byte.into())
    }

    fn two(&mut self) -> Option<u16> {
        Some(self.byte()? | self.byte()? << 8)
    }

    fn skip(&mut self, mut length: u64) -> Option<()> {
        while length > 0 {
            self.enter()?;
            let step = length.min((self.end - self.at) as u64);
            self.at += usize::try_from(step).ok()?;
            length -= step;
        }
        Some(())
    }

    fn bytes(&mut self, length: u16) -> Option<Vec<u8>> {
        let start = self.at;
        self.at = start.checked_add(length.into())?;
        (self.at <= self.end)
            .then(|| self.stream.get(start..self.at))?
            .map(<[u8]>::to_vec)
    }

    fn unicode(&mut self, length: u16) -> Option<String> {
        let mut text = Vec::new();
        self.characters(length, &mut Some(&mut text))?;
        Some(String::from_utf16_lossy(&text))
    }

    fn unicode_or_skip(&mut self, mut text: Option<&mut Vec<u16>>) -> Option<()> {
        let length = self.two()?;
        self.characters(length, &mut text)
    }

    /// Flags, the lengths of what follows the characters, the characters, and what follows: runs of fonts, phonetic signs.
    fn characters(&mut self, length: u16, text: &mut Option<&mut Vec<u16>>) -> Option<()> {
        let flags = self.byte()?;
        let runs = if flags & 8 == 0 { 0 } else { self.two()? };
        let phonetic = match flags & 4 {
            0 => 0,
            _ => u64::from(self.two()?) | u64::from(self.two()?) << 16,
        };
        let (mut left, mut wide) = (usize::from(length), flags & 1 == 1);
        while left > 0 {
            if self.at >= self.end {
                // A text that goes on says anew how wide its characters are.
                wide = self.byte()? & 1 == 1;
            }
            let width = if wide { 2 } else { 1 };
            let here = left.min((self.end - self.at) / width);
            let bytes = self.stream.get(self.at..self.at + here * width)?;
            if here == 0 {
                return None;
            }
            if let Some(text) = text {
                text.extend(bytes.chunks_exact(width).map(|unit| {
                    u16_at(unit, 0).unwrap_or_else(|| unit.first().copied().unwrap_or(0).into())
                }));
            }
            self.at += here * width;
            left -= here;
        }
        self.skip(u64::from(runs) * 4)?;
        self.skip(phonetic)
    }
}
