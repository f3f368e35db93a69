//! Zips written byte by byte, so that what they say of themselves can be false.
//!
//! In: entries, each with what its two headers say. Out: the bytes of a zip.

use crate::office::zipped::{Entry, zipped};
use std::io::{Cursor, Read};

/// An entry as its own header and the directory describe it.
#[derive(Clone)]
pub(crate) struct Raw {
    /// What the directory calls it, and what its own header does.
    pub(crate) name: Vec<u8>,
    pub(crate) local_name: Vec<u8>,
    pub(crate) flags: u16,
    pub(crate) method: u16,
    pub(crate) crc: u32,
    /// Sizes that both headers tell.
    pub(crate) packed_size: u32,
    pub(crate) size: u32,
    /// What really follows its own header.
    pub(crate) data: Vec<u8>,
    /// Where the directory says that its header begins, if not where it does.
    pub(crate) place: Option<u32>,
    /// Whether it has a header of its own in the file.
    pub(crate) is_written: bool,
}

impl Raw {
    /// A sound one.
    pub(crate) fn of(entry: &Entry) -> Raw {
        let bytes = zipped(std::slice::from_ref(entry));
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
        let mut file = archive.by_index_raw(0).expect("an entry");
        let crc = file.crc32();
        let mut data = Vec::new();
        file.read_to_end(&mut data).expect("in memory");
        Raw {
            name: entry.name.clone().into(),
            local_name: entry.name.clone().into(),
            flags: 0,
            method: if entry.is_packed { 8 } else { 0 },
            crc,
            packed_size: size(data.len()),
            size: size(entry.bytes.len()),
            data,
            place: None,
            is_written: true,
        }
    }

    fn fields(&self) -> Vec<u8> {
        let mut bytes: Vec<u8> = [self.flags, self.method, 0, 0x21]
            .into_iter()
            .flat_map(u16::to_le_bytes)
            .collect();
        let sizes = [self.crc, self.packed_size, self.size];
        bytes.extend(sizes.into_iter().flat_map(u32::to_le_bytes));
        bytes
    }

    /// Its own header.
    pub(crate) fn local_header(&self) -> Vec<u8> {
        let mut bytes = b"PK\x03\x04\x14\0".to_vec();
        bytes.extend(self.fields());
        bytes.extend(short(self.local_name.len()).to_le_bytes());
        bytes.extend(0_u16.to_le_bytes());
        bytes.extend(&self.local_name);
        bytes
    }

    fn listed(&self, place: u32) -> Vec<u8> {
        let mut bytes = b"PK\x01\x02\x14\0\x14\0".to_vec();
        bytes.extend(self.fields());
        bytes.extend(short(self.name.len()).to_le_bytes());
        bytes.resize(bytes.len() + 12, 0);
        bytes.extend(self.place.unwrap_or(place).to_le_bytes());
        bytes.extend(&self.name);
        bytes
    }
}

/// The file.
pub(crate) fn written(entries: &[Raw]) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for entry in entries {
        directory.extend(entry.listed(size(bytes.len())));
        if entry.is_written {
            bytes.extend(entry.local_header());
            bytes.extend(&entry.data);
        }
    }
    let start = size(bytes.len());
    bytes.extend(&directory);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend(short(entries.len()).to_le_bytes());
    bytes.extend(short(entries.len()).to_le_bytes());
    bytes.extend(size(directory.len()).to_le_bytes());
    bytes.extend(start.to_le_bytes());
    bytes.extend(0_u16.to_le_bytes());
    bytes
}

fn size(length: usize) -> u32 {
    u32::try_from(length).expect("below 4 GiB")
}

fn short(length: usize) -> u16 {
    u16::try_from(length).expect("below 64 KiB")
}
