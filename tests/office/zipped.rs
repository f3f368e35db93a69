//! Zip archives.
//!
//! In: entries, in order. Out: an archive of them; or the entries of an archive, to be changed and put together again.

use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// A file in an archive.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Entry {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
    pub(crate) is_packed: bool,
}

impl Entry {
    pub(crate) fn packed(name: &str, bytes: impl Into<Vec<u8>>) -> Entry {
        Entry {
            name: name.to_owned(),
            bytes: bytes.into(),
            is_packed: true,
        }
    }

    /// As it is: `mimetype` of OpenDocument must be, so that a program can tell the kind from the first bytes.
    pub(crate) fn stored(name: &str, bytes: impl Into<Vec<u8>>) -> Entry {
        Entry {
            is_packed: false,
            ..Entry::packed(name, bytes)
        }
    }
}

/// An archive of those entries.
///
/// # Panics
/// If two have one name: such archives are made by changing bytes.
pub(crate) fn zipped(entries: &[Entry]) -> Vec<u8> {
    try_zipped(entries).expect("an archive")
}

/// The same; none if two have one name.
pub(crate) fn try_zipped(entries: &[Entry]) -> Option<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for entry in entries {
        let method = match entry.is_packed {
            true => CompressionMethod::Deflated,
            false => CompressionMethod::Stored,
        };
        let options = SimpleFileOptions::default().compression_method(method);
        zip.start_file(&*entry.name, options).ok()?;
        zip.write_all(&entry.bytes).ok()?;
    }
    Some(zip.finish().ok()?.into_inner())
}

/// The entries of an archive whose parts are each at most `largest` bytes; none if it is no such archive.
pub(crate) fn entries(bytes: &[u8], largest: u64) -> Option<Vec<Entry>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut entries = Vec::new();
    for index in 0..archive.len() {
        let file = archive.by_index(index).ok()?;
        let name = file.name().ok()?.into_owned();
        let is_packed = file.compression() != CompressionMethod::Stored;
        let mut bytes = Vec::new();
        file.take(largest).read_to_end(&mut bytes).ok()?;
        entries.push(Entry {
            name,
            bytes,
            is_packed,
        });
    }
    Some(entries)
}
