//! The zip around a workbook: what parts it has, and whether they may be unpacked.
//!
//! In: a file's bytes. Out: its parts by name, each unpacked under a budget that counts what really comes out; or the problem. Must not
//! know: sheets, cells. It does not trust the sizes that the zip declares.

use super::memory::Bytes;
use super::xml::{Fault, Tokens};
use super::{Problem, xml};
use std::collections::HashSet;
use std::io::{self, Cursor, Read};
use std::ops::Range;
use zip::ZipArchive;
use zip::read::ZipFile;

/// Parts that no workbook made by an office program comes near.
const MOST_PARTS: usize = 10_000;
/// What all parts may come to, unpacked: so much, and so many times the file. Sheets of equal numbers reach 40.
const UNPACKED_GRACE: u64 = 256 << 20;
const UNPACKED_RATIO: u64 = 40;
/// Below this a part may be packed however tightly.
const PART_GRACE: u64 = 64 << 20;
/// How many times larger than packed a part beyond the grace may be.
const PART_RATIO: u64 = 200;
/// How the entry of a part begins.
const ENTRY: &[u8] = b"PK\x03\x04";

/// Whether a file that begins so is a zip.
pub(super) fn is_zip(head: &[u8]) -> bool {
    head.starts_with(ENTRY) || head.starts_with(b"PK\x05\x06")
}

/// The names of the parts that begin in the head of a zip, and what follows each: its bytes, if it is not packed.
pub(super) fn entries(head: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    memchr::memmem::find_iter(head, ENTRY).filter_map(|at| {
        let length = |from: usize| {
            let bytes = head.get(at + from..at + from + 2)?;
            Some(usize::from(u16::from_le_bytes(bytes.try_into().ok()?)))
        };
        let name = head.get(at + 30..at + 30 + length(26)?)?;
        Some((name, head.get(at + 30 + name.len() + length(28)?..)?))
    })
}

/// An opened zip.
pub(super) struct Container {
    archive: ZipArchive<Cursor<Bytes>>,
    parts: Vec<Part>,
    /// How many bytes may still be unpacked.
    left: u64,
}

/// A part as the zip's directory declares it.
struct Part {
    /// Lower case, `/` between folders: the form in which parts are looked up.
    name: String,
    /// What it takes up in the file.
    packed: u64,
    /// What it says to be when it is unpacked.
    unpacked: u64,
}

impl Container {
    /// Opens a zip and checks its directory.
    pub(super) fn open(bytes: &Bytes) -> Result<Self, Problem> {
        let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes.clone())) else {
            return Err(cut_off(bytes.as_ref()));
        };
        if archive.len() > MOST_PARTS {
            return Err(Problem::TooManyParts {
                parts: archive.len() as u64,
                limit: MOST_PARTS as u64,
            });
        }
        let parts = parts(&mut archive, bytes.as_ref())?;
        if archive.has_duplicate_names() {
            return Err(same_part(bytes.as_ref()));
        }
        let left = (bytes.as_ref().len() as u64).saturating_mul(UNPACKED_RATIO);
        Ok(Container {
            archive,
            parts,
            left: UNPACKED_GRACE.saturating_add(left),
        })
    }

    /// How many parts there are.
    pub(super) fn len(&self) -> usize {
        self.parts.len()
    }

    /// The name of a part, in lower case and with `/` between folders.
    pub(super) fn name(&self, index: usize) -> &str {
        self.parts.get(index).map_or("?", |part| &part.name)
    }

    /// Where the part of that name is.
    pub(super) fn find(&self, name: &str) -> Option<usize> {
        self.parts.iter().position(|part| part.name == name)
    }

    /// What kind of file this is, if it has parts that only another kind has.
    pub(super) fn other_kind(&self) -> Option<Problem> {
        let (_, problem) = KINDS.iter().find(|(name, _)| self.find(name).is_some())?;
        Some(problem())
    }

    /// Unpacks a part whole, to nothing.
    pub(super) fn drain(&mut self, index: usize) -> Result<(), Problem> {
        self.unpack(index, |mut bytes| {
            io::copy(&mut bytes, &mut io::sink()).map_err(|_| Fault::Broken)
        })?;
        Ok(())
    }

    /// Goes through the tags and texts of a part to its end.
    pub(super) fn each_token(
        &mut self,
        index: usize,
        look: impl FnMut(xml::Token<'_>, u64) -> Result<(), Problem>,
    ) -> Result<(), Problem> {
        self.unpack(index, |bytes| each_token(bytes, look))?
    }

    /// The same; then the part, if it is shorter than that. Of such a part those bytes are passed over that are known already.
    pub(super) fn each_token_kept(
        &mut self,
        index: usize,
        most: usize,
        known: impl FnOnce(&[u8]) -> Range<usize>,
        look: impl FnMut(xml::Token<'_>, u64) -> Result<(), Problem>,
    ) -> Result<Option<Vec<u8>>, Problem> {
        let told = self.parts.get(index).map_or(0, |part| part.unpacked);
        let told = usize::try_from(told).unwrap_or(most);
        self.unpack(index, |mut bytes| {
            let mut kept = Vec::with_capacity(told.saturating_add(1).min(most));
            // What cannot be read cannot be read again either: that is said below, at its place among all else.
            let read = (&mut bytes).take(most as u64).read_to_end(&mut kept);
            let is_whole = read.is_ok_and(|read| read < most);
            let known = if is_whole { known(&kept) } else { 0..0 };
            let (before, rest) = kept.split_at(known.start);
            let (_, behind) = rest.split_at(known.len());
            let seen = each_token(before.chain(behind).chain(bytes), look)?;
            Ok(seen.map(|()| is_whole.then_some(kept)))
        })?
    }

    /// Unpacks a part again from one of its bytes on; none if that cannot be. To be asked only for a part that was gone through to its
    /// end, so within the budget.
    pub(super) fn part_from(&mut self, index: usize, at: u64) -> Option<Box<dyn Read + Send + '_>> {
        let mut part = self.archive.by_index(index).ok()?;
        let passed = io::copy(&mut (&mut part).take(at), &mut io::sink()).ok()?;
        (passed == at).then(|| Box::new(part) as Box<dyn Read + Send>)
    }

    /// Reads a part as it is unpacked.
    pub(super) fn read<T>(
        &mut self,
        index: usize,
        look: impl FnOnce(&mut dyn Read) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        self.unpack(index, |bytes| Ok(look(bytes)))?
    }

    fn unpack<T>(
        &mut self,
        index: usize,
        look: impl FnOnce(&mut dyn Read) -> Result<T, Fault>,
    ) -> Result<T, Problem> {
        let part = self.name(index).to_owned();
        let packed = self.parts.get(index).map_or(0, |part| part.packed);
        let allowed = self
            .left
            .min(PART_GRACE.max(packed.saturating_mul(PART_RATIO)));
        let opened = self.archive.by_index(index);
        let inner = opened.map_err(|_| Problem::BrokenPart { part: part.clone() })?;
        let mut counted = Counted {
            inner,
            left: allowed,
            exceeded: false,
        };
        let seen = look(&mut counted);
        self.left -= allowed - counted.left;
        match seen {
            _ if counted.exceeded => Err(Problem::ZipBomb { part }),
            Ok(seen) => Ok(seen),
            Err(Fault::Broken) => Err(Problem::BrokenPart { part }),
            Err(Fault::Entities) => Err(Problem::XmlEntities { part }),
            Err(Fault::Unreasonable) => Err(Problem::XmlBounds { part }),
        }
    }
}

fn each_token(
    bytes: impl Read,
    mut look: impl FnMut(xml::Token<'_>, u64) -> Result<(), Problem>,
) -> Result<Result<(), Problem>, Fault> {
    let mut tokens = Tokens::new(bytes);
    loop {
        let passed = tokens.passed();
        match tokens.next()? {
            None => return Ok(Ok(())),
            Some(token) => match look(token, passed) {
                Ok(()) => {}
                Err(problem) => return Ok(Err(problem)),
            },
        }
    }
}

/// A part being unpacked, as far as it may be.
struct Counted<'a> {
    inner: ZipFile<'a, Cursor<Bytes>>,
    left: u64,
    exceeded: bool,
}

impl Read for Counted<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        match self.left.checked_sub(read as u64) {
            Some(left) => {
                self.left = left;
                Ok(read)
            }
            None => {
                self.exceeded = true;
                self.left = 0;
                Err(io::ErrorKind::QuotaExceeded.into())
            }
        }
    }
}

/// A zip without its directory, which stands at the end: the last part that begins in it is the one that was cut.
fn cut_off(bytes: &[u8]) -> Problem {
    let last = entries(bytes).last();
    let part = last.map_or("?".into(), |(name, _)| String::from_utf8_lossy(name));
    Problem::CutOff {
        part: part.into_owned(),
    }
}

/// Two parts of one name, of which the directory keeps one: the name that begins twice.
fn same_part(bytes: &[u8]) -> Problem {
    let mut seen = HashSet::new();
    let twice = entries(bytes).find(|(name, _)| !seen.insert(*name));
    let part = twice.map_or("?".into(), |(name, _)| String::from_utf8_lossy(name));
    Problem::SamePart {
        part: part.into_owned(),
    }
}

fn parts(archive: &mut ZipArchive<Cursor<Bytes>>, bytes: &[u8]) -> Result<Vec<Part>, Problem> {
    let (mut parts, mut seen, mut places) = (Vec::new(), HashSet::new(), Vec::new());
    for index in 0..archive.len() {
        let (part, place) = part(archive, index, bytes)?;
        if leads_outside(&part.name) {
            return Err(Problem::PartOutside { part: part.name });
        }
        if !seen.insert(part.name.clone()) {
            return Err(Problem::SamePart { part: part.name });
        }
        places.push((place, index));
        parts.push(part);
    }
    places.sort_unstable();
    let ends = places.iter().skip(1).map(|(place, _)| place.0);
    for ((place, index), next) in places.iter().zip(ends.chain([bytes.len() as u64])) {
        if place.1 > next {
            let part = parts.get(*index).map(|part: &Part| part.name.clone());
            return Err(Problem::OverlappingPart {
                part: part.unwrap_or_default(),
            });
        }
    }
    Ok(parts)
}

/// Whether a name means a place of the system's and not of the zip: `../a`, `/a`, `c:/a`.
fn leads_outside(name: &str) -> bool {
    let mut folders = name.split('/');
    let first = name.split('/').next().unwrap_or_default();
    first.is_empty() || first.ends_with(':') || folders.any(|folder| folder == "..")
}

/// A part, and where in the file it begins and ends.
fn part(
    archive: &mut ZipArchive<Cursor<Bytes>>,
    index: usize,
    bytes: &[u8],
) -> Result<(Part, (u64, u64)), Problem> {
    let unknown = |_| Problem::BrokenPart {
        part: (index + 1).to_string(),
    };
    let raw = archive.by_index_raw(index).map_err(unknown)?;
    let name = raw
        .name()
        .map_err(unknown)?
        .replace('\\', "/")
        .to_lowercase();
    if raw.encrypted() {
        return Err(Problem::Password {});
    }
    // Programs differ in which of the two names they go by.
    let own = usize::try_from(raw.header_start()).ok();
    let own = own.and_then(|at| entries(bytes.get(at..)?).next());
    if own.map(|(own, _)| own) != Some(raw.name_raw()) {
        return Err(Problem::BrokenPart { part: name });
    }
    let packed = raw.compressed_size();
    let start = raw.data_start().unwrap_or(raw.header_start());
    let place = (raw.header_start(), start.saturating_add(packed));
    let unpacked = raw.size();
    Ok((
        Part {
            name,
            packed,
            unpacked,
        },
        place,
    ))
}

/// A name, and what to say of a file that holds it.
type Kind = (&'static str, fn() -> Problem);

/// Parts that only one kind of zip has.
const KINDS: &[Kind] = &[
    ("xl/workbook.bin", || Problem::BinaryWorkbook {}),
    ("word/document.xml", || Problem::NotAWorkbook {
        kind: "Word".to_owned(),
    }),
    ("ppt/presentation.xml", || Problem::NotAWorkbook {
        kind: "PowerPoint".to_owned(),
    }),
    ("index/document.iwa", || Problem::AppleNumbers {}),
    ("index.zip", || Problem::AppleNumbers {}),
    ("content.xml", || Problem::NotAWorkbook {
        kind: "OpenDocument".to_owned(),
    }),
];
