//! From the bytes of a delimited text to its letters: which encoding they are in, and whether the letters stand for others.
//!
//! In: an input, and what the user says of it. Out: UTF-8 to read from, with the way to read its letters; or why it is refused.
//! Must not know: separators, rows. UTF-8 is read as it stands and never held as a whole; everything else is, up to a limit.

mod decision;
mod letters;
mod reading;
mod syllable;
mod tcvn3;
#[cfg(test)]
mod tests;
mod utf16;
mod vni;

pub(super) use letters::{Font, Letters};
pub(super) use reading::is_suspicious;
#[cfg(test)]
pub(super) use {tcvn3::written as in_tcvn3, vni::written as in_vni};

use super::{BEGINNING, BYTE_ORDER_MARK, Input, Problem, digest, foreign};
use crate::text::nfc;
use decision::Words;
use encoding_rs::{WINDOWS_1252, WINDOWS_1258};
use reading::Reading;
use std::io::{Cursor, Read as _};
use std::str::from_utf8;
use unicode_normalization::char::is_combining_mark;

/// Text that is not UTF-8 is held in memory, up to this many MiB.
const LARGEST: u64 = 256;
/// How much of a text is looked at to decide what its bytes are.
const SAMPLE: usize = 1 << 20;

/// An encoding of delimited text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// What most programs write today.
    Utf8,
    /// What Excel calls Unicode text.
    Utf16,
    /// Windows' own for Vietnamese.
    Windows1258,
    /// Letters for `.VnTime` and its kin, also called ABC.
    Tcvn3,
    /// Letters for `VNI-Times` and its kin.
    Vni,
}

impl Encoding {
    /// Every encoding by the name that users type.
    pub const ALL: &'static [(&'static str, Encoding)] = &[
        ("utf-8", Encoding::Utf8),
        ("utf-16", Encoding::Utf16),
        ("windows-1258", Encoding::Windows1258),
        ("tcvn3", Encoding::Tcvn3),
        ("vni", Encoding::Vni),
    ];
}

/// A delimited text that can be read as UTF-8.
pub(super) struct Text {
    pub(super) input: Box<dyn Input>,
    /// The digest of the file's own bytes, where they have all been seen.
    pub(super) digest: Option<String>,
    pub(super) letters: Letters,
    /// What there is to say about the encoding.
    pub(super) notes: Vec<Problem>,
}

/// Finds the encoding, or takes the user's word for it.
pub(super) fn text(
    input: Box<dyn Input>,
    head: &[u8],
    encoding: Option<Encoding>,
) -> Result<Text, Problem> {
    match encoding {
        None => found(input, head),
        Some(Encoding::Utf8) => Ok(as_it_stands(input, Letters::always(Reading::AsIs))),
        Some(Encoding::Utf16) if !head.contains(&0) && from_utf8(whole_letters(head)).is_ok() => {
            Err(Problem::WrongEncoding {
                encoding: "utf-16".to_owned(),
            })
        }
        Some(Encoding::Utf16) => {
            let order = utf16::marked(head).or_else(|| utf16::by_nuls(head));
            utf_16(input, order.unwrap_or(utf16::Order::LittleEndian))
        }
        Some(Encoding::Windows1258) => {
            let bytes = whole(input)?;
            if !bytes.is_ascii() && from_utf8(&bytes).is_ok() {
                return Err(Problem::WrongEncoding {
                    encoding: "windows-1258".to_owned(),
                });
            }
            of_windows_1258(&bytes)
        }
        Some(Encoding::Tcvn3) => standing_for_others(input, Reading::Tcvn3),
        Some(Encoding::Vni) => standing_for_others(input, Reading::Vni),
    }
}

fn found(input: Box<dyn Input>, head: &[u8]) -> Result<Text, Problem> {
    if let Some(order) = utf16::marked(head).or_else(|| utf16::by_nuls(head)) {
        return utf_16(input, order);
    }
    if head.contains(&0) {
        return Err(Problem::NulByte {
            line: line_breaks(head.split(|byte| *byte == 0).next().unwrap_or_default()) + 1,
        });
    }
    match from_utf8(whole_letters(head)) {
        Ok(text) => Ok(as_it_stands(input, decided(text)?)),
        Err(_) => of_bytes(input),
    }
}

/// Bytes of one letter each, or nothing that is known.
fn of_bytes(input: Box<dyn Input>) -> Result<Text, Problem> {
    let bytes = whole(input)?;
    let sample = bytes.get(..SAMPLE).unwrap_or(&bytes);
    let latin = WINDOWS_1252.decode_without_bom_handling(sample).0;
    let reading = if is_mixed(sample) {
        None
    } else {
        Words::of(&latin).of_bytes().settled()?
    };
    match reading {
        Some(Reading::Windows1258) => {
            let mut text = of_windows_1258(&bytes)?;
            text.notes.push(Problem::Windows1258 {});
            Ok(text)
        }
        Some(reading @ (Reading::Tcvn3 | Reading::Vni)) => of_letters(&bytes, reading),
        Some(Reading::AsIs) | None => Err(not_utf8(&bytes)),
    }
}

/// Letters that stand for others because the user says so: bytes of one letter each, or saved in Unicode as they seemed.
fn standing_for_others(input: Box<dyn Input>, reading: Reading) -> Result<Text, Problem> {
    let bytes = whole(input)?;
    let digest = digest::of_bytes(&bytes);
    match String::from_utf8(bytes) {
        Ok(text) => decoded(digest, text, Letters::always(reading)),
        Err(error) => of_letters(error.as_bytes(), reading),
    }
}

/// Bytes as the letters that they seem to be in an old font.
fn of_letters(bytes: &[u8], reading: Reading) -> Result<Text, Problem> {
    let text = WINDOWS_1252
        .decode_without_bom_handling(bytes)
        .0
        .into_owned();
    decoded(digest::of_bytes(bytes), text, Letters::always(reading))
}

fn of_windows_1258(bytes: &[u8]) -> Result<Text, Problem> {
    let text = nfc(&WINDOWS_1258.decode_without_bom_handling(bytes).0);
    decoded(
        digest::of_bytes(bytes),
        text,
        Letters::always(Reading::AsIs),
    )
}

fn utf_16(input: Box<dyn Input>, order: utf16::Order) -> Result<Text, Problem> {
    let bytes = whole(input)?;
    let text = utf16::text(&bytes, order)?;
    let letters = decided(beginning_of(&text))?;
    decoded(digest::of_bytes(&bytes), text, letters)
}

/// The reading of Unicode letters, by the beginning of the text.
fn decided(beginning: &str) -> Result<Letters, Problem> {
    let mut letters = Letters::default();
    letters.sample(Font::Other, beginning);
    letters.decide()?;
    Ok(letters)
}

fn as_it_stands(input: Box<dyn Input>, letters: Letters) -> Text {
    Text {
        input,
        digest: None,
        letters,
        notes: Vec::new(),
    }
}

/// A text that is held in memory. Once it can be read, it may prove to be of another kind: a web page in UTF-16.
fn decoded(digest: String, text: String, letters: Letters) -> Result<Text, Problem> {
    let mut input = Cursor::new(text.into_bytes());
    let head = super::beginning(&mut input)?;
    if foreign::recognises(&head) {
        return Err(foreign::refusal(&head));
    }
    Ok(Text {
        input: Box::new(input),
        digest: Some(digest),
        letters,
        notes: Vec::new(),
    })
}

fn whole(mut input: Box<dyn Input>) -> Result<Vec<u8>, Problem> {
    input.rewind()?;
    let mut bytes = Vec::new();
    input.take((LARGEST << 20) + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST << 20 {
        return Err(Problem::TooLarge { limit: LARGEST });
    }
    Ok(bytes)
}

/// The head without a letter that its end cuts in two.
fn whole_letters(head: &[u8]) -> &[u8] {
    match from_utf8(head) {
        Err(error) if error.error_len().is_none() && head.len() == BEGINNING => {
            head.get(..error.valid_up_to()).unwrap_or(head)
        }
        Err(_) | Ok(_) => head,
    }
}

fn beginning_of(text: &str) -> &str {
    let mut end = BEGINNING.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or(text)
}

/// Whether several lines are UTF-8 where the whole is not: files put together from several, of which no one reading is right.
fn is_mixed(bytes: &[u8]) -> bool {
    let lines = bytes.split(|byte| *byte == b'\n');
    let of_utf_8 = lines.filter(|line| !line.is_ascii() && from_utf8(line).is_ok());
    of_utf_8.take(2).count() == 2
}

fn not_utf8(bytes: &[u8]) -> Problem {
    let start = if bytes.starts_with(BYTE_ORDER_MARK) {
        BYTE_ORDER_MARK.len()
    } else {
        0
    };
    let rest = bytes.get(start..).unwrap_or_default();
    let at = start + from_utf8(rest).err().map_or(0, |error| error.valid_up_to());
    Problem::NotUtf8 {
        line: line_breaks(bytes.get(..at).unwrap_or_default()) + 1,
        byte: at as u64,
    }
}

/// Whether a character means itself whatever the letters stand for: ASCII and signs.
fn stays(c: char) -> bool {
    c.is_ascii() || c == 'º' || !(c.is_alphabetic() || is_combining_mark(c))
}

/// Line breaks as a text editor counts them.
fn line_breaks(bytes: &[u8]) -> u64 {
    let (mut count, mut after_return) = (0, false);
    for byte in bytes {
        count += u64::from(*byte == b'\r' || (*byte == b'\n' && !after_return));
        after_return = *byte == b'\r';
    }
    count
}
