//! Compound files: the little file system that `.xls` files lie in (\[MS-CFB\]).
//!
//! In: streams with names. Out: a [`Compound`] whose header, table of sectors and directory a test may change before it becomes
//! bytes. Every stream is filled up with zeros to at least 4,096 bytes, so that none goes into the mini stream.

use std::iter;

/// Bytes of a sector.
pub(crate) const SECTOR: usize = 512;
/// In the table of sectors: the last of a chain; a sector of the table itself; not used.
pub(crate) const END_OF_CHAIN: u32 = 0xffff_fffe;
pub(crate) const TABLE_SECTOR: u32 = 0xffff_fffd;
pub(crate) const FREE: u32 = 0xffff_ffff;
/// In the directory: no entry.
pub(crate) const NO_ENTRY: u32 = 0xffff_ffff;

/// Smaller streams would belong into the mini stream.
const LEAST: usize = 4_096;
/// Table sectors that the header has room for; a file of more than 7 MB would need further ones.
const MOST_TABLE_SECTORS: usize = 109;

/// A compound file before it becomes bytes: sectors in the order streams, directory, table.
#[derive(Clone, Debug)]
pub(crate) struct Compound {
    /// What stands in the header, in the units that it counts in.
    pub(crate) header: Header,
    /// The next sector of each.
    pub(crate) table: Vec<u32>,
    /// The root first.
    pub(crate) directory: Vec<Entry>,
    /// The streams' sectors, one after the other.
    pub(crate) content: Vec<u8>,
}

/// The header's fields that say where the rest lies.
#[derive(Clone, Debug)]
pub(crate) struct Header {
    /// 9 for sectors of 512 bytes.
    pub(crate) sector_shift: u16,
    pub(crate) first_directory_sector: u32,
    pub(crate) table_sectors: Vec<u32>,
    /// Where the table of sectors goes on, if the header has no room for all of its sectors.
    pub(crate) first_further_sector: u32,
    pub(crate) further_sectors: u32,
}

/// An entry of the directory.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) name: String,
    /// 5 for the root, 2 for a stream, 1 for a folder.
    pub(crate) kind: u8,
    pub(crate) left: u32,
    pub(crate) right: u32,
    pub(crate) child: u32,
    pub(crate) first_sector: u32,
    pub(crate) length: u64,
}

/// A compound file of those streams.
pub(crate) fn file(streams: &[(&str, &[u8])]) -> Vec<u8> {
    Compound::of(streams).bytes()
}

impl Compound {
    /// A sound one. A directory is a tree sorted by length and letters; here a list of right neighbours in that order.
    pub(crate) fn of(streams: &[(&str, &[u8])]) -> Compound {
        let mut streams = streams.to_vec();
        streams.sort_by_key(|(name, _)| (name.encode_utf16().count(), name.to_uppercase()));
        let mut directory = vec![Entry {
            name: "Root Entry".to_owned(),
            kind: 5,
            left: NO_ENTRY,
            right: NO_ENTRY,
            child: if streams.is_empty() { NO_ENTRY } else { 1 },
            first_sector: END_OF_CHAIN,
            length: 0,
        }];
        let (mut content, mut table) = (Vec::new(), Vec::new());
        let last = streams.len();
        for (at, (name, bytes)) in (1..).zip(&streams) {
            let first_sector = number(table.len());
            content.extend_from_slice(bytes);
            let length = bytes.len().max(LEAST);
            content.resize(content.len() + length - bytes.len(), 0);
            content.resize(content.len().next_multiple_of(SECTOR), 0);
            chain(&mut table, content.len() / SECTOR);
            directory.push(Entry {
                name: (*name).to_owned(),
                kind: 2,
                left: NO_ENTRY,
                right: if at == last { NO_ENTRY } else { number(at + 1) },
                child: NO_ENTRY,
                first_sector,
                length: length as u64,
            });
        }
        let first_directory_sector = number(table.len());
        let directory_end = table.len() + directory.len().div_ceil(SECTOR / 128);
        chain(&mut table, directory_end);
        let entries = SECTOR / 4;
        let count = (1..)
            .find(|count| (table.len() + count).div_ceil(entries) == *count)
            .expect("enough table sectors");
        assert!(count <= MOST_TABLE_SECTORS, "the streams are too large");
        let table_sectors = (table.len()..).take(count).map(number).collect();
        table.extend(iter::repeat_n(TABLE_SECTOR, count));
        Compound {
            header: Header {
                sector_shift: 9,
                first_directory_sector,
                table_sectors,
                first_further_sector: END_OF_CHAIN,
                further_sectors: 0,
            },
            table,
            directory,
            content,
        }
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut bytes = self.header.bytes();
        bytes.extend_from_slice(&self.content);
        for entry in &self.directory {
            bytes.extend(entry.bytes());
        }
        bytes.resize(bytes.len().next_multiple_of(SECTOR), 0);
        bytes.extend(self.table.iter().copied().flat_map(u32::to_le_bytes));
        while !bytes.len().is_multiple_of(SECTOR) {
            bytes.extend(FREE.to_le_bytes());
        }
        bytes
    }
}

impl Header {
    fn bytes(&self) -> Vec<u8> {
        const MINOR_VERSION: u16 = 0x3e;
        const MAJOR_VERSION: u16 = 3;
        const LITTLE_ENDIAN: u16 = 0xfffe;
        const MINI_SECTOR_SHIFT: u16 = 6;
        let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
        bytes.resize(24, 0);
        let halves = [
            MINOR_VERSION,
            MAJOR_VERSION,
            LITTLE_ENDIAN,
            self.sector_shift,
            MINI_SECTOR_SHIFT,
        ];
        bytes.extend(halves.into_iter().flat_map(u16::to_le_bytes));
        bytes.resize(44, 0);
        let words = [
            number(self.table_sectors.len()),
            self.first_directory_sector,
            0,
            number(LEAST),
            END_OF_CHAIN,
            0,
            self.first_further_sector,
            self.further_sectors,
        ];
        let table = self.table_sectors.iter().copied();
        let rest = iter::repeat(FREE);
        let table = table.chain(rest).take(MOST_TABLE_SECTORS);
        bytes.extend(words.into_iter().chain(table).flat_map(u32::to_le_bytes));
        bytes
    }
}

impl Entry {
    fn bytes(&self) -> Vec<u8> {
        const BLACK: u8 = 1;
        const NAME: usize = 64;
        let mut bytes: Vec<u8> = self
            .name
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let length = u16::try_from(bytes.len() + 2).expect("a short name");
        bytes.resize(NAME, 0);
        bytes.extend(length.to_le_bytes());
        bytes.extend([self.kind, BLACK]);
        let links = [self.left, self.right, self.child];
        bytes.extend(links.into_iter().flat_map(u32::to_le_bytes));
        bytes.resize(116, 0);
        bytes.extend(self.first_sector.to_le_bytes());
        bytes.extend(self.length.to_le_bytes());
        bytes
    }
}

/// Where the content of a stream lies in a file of [`file`], whose sectors follow one another; none if there is no such stream.
pub(crate) fn range_of(bytes: &[u8], name: &str) -> Option<std::ops::Range<usize>> {
    let name: Vec<u8> = name
        .encode_utf16()
        .chain([0])
        .flat_map(u16::to_le_bytes)
        .collect();
    let entry = bytes
        .chunks(128)
        .find(|entry| entry.len() == 128 && entry.starts_with(&name))?;
    let word = |at: usize| {
        let word = entry.get(at..at + 4)?.try_into().ok()?;
        usize::try_from(u32::from_le_bytes(word)).ok()
    };
    let start = word(116)?.checked_add(1)?.checked_mul(SECTOR)?;
    let end = start.checked_add(word(120)?)?;
    (end <= bytes.len()).then_some(start..end)
}

fn chain(table: &mut Vec<u32>, end: usize) {
    table.extend((table.len() + 1..end).map(number).collect::<Vec<u32>>());
    table.push(END_OF_CHAIN);
}

fn number(count: usize) -> u32 {
    u32::try_from(count).expect("a small file")
}
