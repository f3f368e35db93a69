//! Compound files (MS-CFB): a small file system in sectors. `.xls` are such, and every Office file with a password.
//!
//! In: a file's bytes. Out: the streams that stand in its root, whole. Must not know: what stands in the streams. It trusts no length
//! and no chain: each sector must lie within the file and come once.

use super::Problem;

/// How such a file begins.
pub(super) const SIGNATURE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

const END_OF_CHAIN: u32 = 0xffff_fffe;
/// Sector numbers from here on mean something else.
const FIRST_RESERVED: u32 = 0xffff_fffa;
const NO_ENTRY: u32 = 0xffff_ffff;
const ENTRY: usize = 128;
const SMALL_SECTOR: usize = 64;
/// Streams shorter than this lie in small sectors.
const SMALL: usize = 4096;
const ROOT: u8 = 5;
const STREAM: u8 = 2;

/// An opened compound file.
pub(super) struct Compound<'a> {
    sectors: Sectors<'a>,
    /// By sector, which is next in its chain.
    next: Vec<u32>,
    entries: Vec<Entry>,
    small_next: Vec<u32>,
    small: Vec<u8>,
}

/// An entry of the directory.
struct Entry {
    name: String,
    kind: u8,
    /// Left and right in the tree of a folder, then the folder's own tree.
    others: [u32; 3],
    start: u32,
    length: usize,
}

impl<'a> Compound<'a> {
    /// Reads header, sector table and directory.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Problem> {
        Self::read(bytes).ok_or(Problem::BrokenCompound {})
    }

    fn read(bytes: &'a [u8]) -> Option<Self> {
        let size = match u16_at(bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let sectors = Sectors { bytes, size };
        let next = table_of_sectors(bytes, &sectors)?;
        let directory = sectors.chain(&next, u32_at(bytes, 48)?, None)?;
        let entries: Option<Vec<Entry>> = directory
            .chunks_exact(ENTRY)
            .map(|entry| Entry::of(entry, size == 512))
            .collect();
        let entries = entries?;
        let root = entries.first().filter(|root| root.kind == ROOT)?;
        let (mut small_next, mut small) = (Vec::new(), Vec::new());
        if u32_at(bytes, 64)? > 0 {
            small = sectors.chain(&next, root.start, Some(root.length))?;
            let table = sectors.chain(&next, u32_at(bytes, 60)?, None)?;
            small_next = numbers(&table).collect();
        }
        Some(Compound {
            sectors,
            next,
            entries,
            small_next,
            small,
        })
    }

    /// The streams of that name, in whatever case, which stand in the root and not in an embedded document.
    pub(super) fn streams(&self, name: &str) -> Result<Vec<Vec<u8>>, Problem> {
        let broken = || Problem::BrokenCompound {};
        let root = self.in_root().ok_or_else(broken)?;
        let named = root
            .into_iter()
            .filter(|entry| entry.kind == STREAM && entry.name.eq_ignore_ascii_case(name));
        named
            .map(|entry| self.stream(entry).ok_or_else(broken))
            .collect()
    }

    /// Whether something of that name stands in the root.
    pub(super) fn has(&self, name: &str) -> bool {
        let root = self.in_root().unwrap_or_default();
        root.iter().any(|entry| entry.name == name)
    }

    /// Goes through the tree of the root folder; none if it loops.
    fn in_root(&self) -> Option<Vec<&Entry>> {
        let mut seen = vec![false; self.entries.len()];
        let (mut found, mut ahead) = (Vec::new(), vec![self.entries.first()?.others[2]]);
        while let Some(index) = ahead.pop() {
            if index == NO_ENTRY {
                continue;
            }
            let index = index as usize;
            if std::mem::replace(seen.get_mut(index)?, true) {
                return None;
            }
            let entry = self.entries.get(index)?;
            ahead.extend(&entry.others[..2]);
            found.push(entry);
        }
        Some(found)
    }

    fn stream(&self, entry: &Entry) -> Option<Vec<u8>> {
        if entry.length >= SMALL {
            return self
                .sectors
                .chain(&self.next, entry.start, Some(entry.length));
        }
        let small = Sectors {
            bytes: &self.small,
            size: SMALL_SECTOR,
        };
        small.chain_from(&self.small_next, entry.start, Some(entry.length), 0)
    }
}

impl Entry {
    fn of(bytes: &[u8], short_lengths: bool) -> Option<Self> {
        let units = bytes.get(..64)?.chunks_exact(2);
        let units = units.map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
        let name: Vec<u16> = units.take_while(|unit| *unit != 0).collect();
        let low = u32_at(bytes, 120)? as usize;
        let high = u32_at(bytes, 124)? as usize;
        Some(Entry {
            name: String::from_utf16_lossy(&name),
            kind: *bytes.get(66)?,
            others: [u32_at(bytes, 68)?, u32_at(bytes, 72)?, u32_at(bytes, 76)?],
            start: u32_at(bytes, 116)?,
            length: if short_lengths { low } else { high << 32 | low },
        })
    }
}

/// Bytes cut into sectors of one size. The first of a file is its header, and has no number.
struct Sectors<'a> {
    bytes: &'a [u8],
    size: usize,
}

impl Sectors<'_> {
    fn chain(&self, next: &[u32], start: u32, length: Option<usize>) -> Option<Vec<u8>> {
        self.chain_from(next, start, length, self.size)
    }

    /// The bytes of a chain up to that length, else to its end; none if it loops, leaves the file or ends too soon.
    fn chain_from(
        &self,
        next: &[u32],
        start: u32,
        length: Option<usize>,
        first: usize,
    ) -> Option<Vec<u8>> {
        if length.is_some_and(|length| length > self.bytes.len()) {
            return None;
        }
        let mut seen = vec![false; self.bytes.len() / self.size + 1];
        let mut chain = Vec::with_capacity(length.unwrap_or(0));
        let mut sector = start;
        let left = |chain: &Vec<u8>| length.map(|length| length - chain.len());
        while sector != END_OF_CHAIN && left(&chain) != Some(0) {
            if std::mem::replace(seen.get_mut(sector as usize)?, true) {
                return None;
            }
            let bytes = self.sector(sector, first)?;
            let wanted = left(&chain).unwrap_or(self.size).min(bytes.len());
            chain.extend_from_slice(bytes.get(..wanted)?);
            sector = *next.get(sector as usize)?;
        }
        match left(&chain) {
            None | Some(0) => Some(chain),
            Some(_) => None,
        }
    }

    /// A sector; the last of a file may be short.
    fn sector(&self, number: u32, first: usize) -> Option<&[u8]> {
        let start = (number as usize)
            .checked_mul(self.size)?
            .checked_add(first)?;
        let end = start.checked_add(self.size)?.min(self.bytes.len());
        self.bytes.get(start..end).filter(|bytes| !bytes.is_empty())
    }
}

/// The table that tells of each sector which is next. Where its own sectors lie is told by the header, and by a chain of further
/// sectors whose last number each names the next.
fn table_of_sectors(bytes: &[u8], sectors: &Sectors<'_>) -> Option<Vec<u32>> {
    let most = bytes.len() / sectors.size + 1;
    let mut places: Vec<u32> = numbers(bytes.get(76..512)?).collect();
    let (mut more, mut steps) = (u32_at(bytes, 68)?, 0);
    while more < FIRST_RESERVED {
        steps += 1;
        if steps > most {
            return None;
        }
        let mut further: Vec<u32> = numbers(sectors.sector(more, sectors.size)?).collect();
        more = further.pop()?;
        places.extend(further);
    }
    let mut table = Vec::new();
    for place in places.into_iter().filter(|place| *place < FIRST_RESERVED) {
        // More numbers than sectors are of no use, and could fill the memory.
        if table.len() > most {
            break;
        }
        table.extend(numbers(sectors.sector(place, sectors.size)?));
    }
    Some(table)
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> + '_ {
    let four = bytes.chunks_exact(4);
    four.map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
}

/// Two bytes as a number, the lower first.
pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let two = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes(two.try_into().ok()?))
}

/// Four bytes as a number, the lowest first.
pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(four.try_into().ok()?))
}
