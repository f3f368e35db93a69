//! The zip around a workbook, of which some parts are changed and all others are copied as they are packed.
//!
//! In: a file's bytes. Out: the texts of its parts; the same file with some parts changed, added and left out. Must not know: sheets,
//! cells.

use super::Unfit;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// No part that has to be changed is larger, unpacked.
const LARGEST: u64 = 1 << 30;

/// A zip and what is to become of its parts.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Names as they stand in the zip, by the form in which they are looked up.
    names: BTreeMap<String, (usize, String)>,
    changed: BTreeMap<usize, String>,
    left_out: BTreeSet<usize>,
    added: Vec<(String, String)>,
}

/// Whether the bytes are a workbook of parts that may be changed one by one.
pub(super) fn is_workbook(bytes: &[u8]) -> bool {
    Package::open(bytes).is_ok_and(|package| package.has("_rels/.rels"))
}

/// The form in which parts are looked up.
fn key(name: &str) -> String {
    name.replace('\\', "/")
        .trim_start_matches('/')
        .to_lowercase()
}

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Unfit> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unfit::Broken)?;
        let mut names = BTreeMap::new();
        for index in 0..archive.len() {
            let entry = archive.by_index_raw(index).map_err(|_| Unfit::Broken)?;
            let name = entry.name().map_err(|_| Unfit::Broken)?.into_owned();
            names.insert(key(&name), (index, name));
        }
        Ok(Package {
            archive,
            names,
            changed: BTreeMap::new(),
            left_out: BTreeSet::new(),
            added: Vec::new(),
        })
    }

    /// Whether there is a part of that name.
    pub(super) fn has(&self, name: &str) -> bool {
        let name = key(name);
        let is_there = |(index, _): &(usize, String)| !self.left_out.contains(index);
        self.names.get(&name).is_some_and(is_there)
            || self.added.iter().any(|(added, _)| key(added) == name)
    }

    /// A part's name as it stands in the zip.
    pub(super) fn real_name(&self, name: &str) -> Option<&str> {
        self.names.get(&key(name)).map(|(_, name)| name.as_str())
    }

    /// Names of the zip's parts in the form in which they are looked up.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.names.keys().map(String::as_str)
    }

    /// A part's text as it now stands.
    pub(super) fn text(&mut self, name: &str) -> Result<String, Unfit> {
        let wanted = key(name);
        if let Some((_, text)) = self.added.iter().find(|(added, _)| key(added) == wanted) {
            return Ok(text.clone());
        }
        let (index, _) = self.names.get(&wanted).ok_or(Unfit::Broken)?;
        if let Some(text) = self.changed.get(index) {
            return Ok(text.clone());
        }
        let entry = self.archive.by_index(*index).map_err(|_| Unfit::Broken)?;
        let mut bytes = Vec::new();
        let read = entry.take(LARGEST + 1).read_to_end(&mut bytes);
        read.map_err(|_| Unfit::Broken)?;
        if bytes.len() as u64 > LARGEST {
            return Err(Unfit::Broken);
        }
        let text = String::from_utf8(bytes).map_err(|_| Unfit::Encoding)?;
        match is_utf_8(&text) {
            true => Ok(text),
            false => Err(Unfit::Encoding),
        }
    }

    /// Sets the text of a part, new or not.
    pub(super) fn set(&mut self, name: &str, text: String) {
        let wanted = key(name);
        match self.names.get(&wanted) {
            Some((index, _)) => {
                self.left_out.remove(index);
                self.changed.insert(*index, text);
            }
            None => match self
                .added
                .iter_mut()
                .find(|(added, _)| key(added) == wanted)
            {
                Some((_, held)) => *held = text,
                None => self.added.push((name.to_owned(), text)),
            },
        }
    }

    /// Leaves a part out.
    pub(super) fn leave_out(&mut self, name: &str) {
        let wanted = key(name);
        if let Some((index, _)) = self.names.get(&wanted) {
            self.left_out.insert(*index);
        }
        self.added.retain(|(added, _)| key(added) != wanted);
    }

    /// The first of `before1after`, `before2after`, … that no part is called.
    pub(super) fn free_name(&self, before: &str, after: &str) -> String {
        let names = (1_u32..).map(|number| format!("{before}{number}{after}"));
        names
            .into_iter()
            .find(|name| !self.has(name))
            .unwrap_or_default()
    }

    /// The file as changed.
    pub(super) fn finish(mut self) -> Result<Vec<u8>, Unfit> {
        let broken = |_| Unfit::Broken;
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for index in 0..self.archive.len() {
            if self.left_out.contains(&index) {
                continue;
            }
            let entry = self.archive.by_index_raw(index).map_err(broken)?;
            let Some(text) = self.changed.get(&index) else {
                writer.raw_copy_file(entry).map_err(broken)?;
                continue;
            };
            let mut options = SimpleFileOptions::default().compression_method(entry.compression());
            if let Some(time) = entry.last_modified() {
                options = options.last_modified_time(time);
            }
            let name = entry.name().map_err(broken)?.into_owned();
            drop(entry);
            writer.start_file(name, options).map_err(broken)?;
            let written = writer.write_all(text.as_bytes());
            written.map_err(|_| Unfit::Broken)?;
        }
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        for (name, text) in &self.added {
            writer.start_file(name.as_str(), options).map_err(broken)?;
            let written = writer.write_all(text.as_bytes());
            written.map_err(|_| Unfit::Broken)?;
        }
        Ok(writer.finish().map_err(broken)?.into_inner())
    }
}

/// Whether a text says nothing else of its encoding.
fn is_utf_8(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}');
    let Some(declaration) = text
        .strip_prefix("<?xml")
        .and_then(|it| it.split("?>").next())
    else {
        return true;
    };
    let Some((_, said)) = declaration.split_once("encoding") else {
        return true;
    };
    let said = said.to_lowercase();
    said.contains("utf-8") || said.contains("utf8") || said.contains("us-ascii")
}
