//! Rows and columns that a worksheet hides; the reading library does not tell.
//!
//! In: the workbook's bytes and a sheet's name. Out: runs of hidden rows and columns; none where the zip is laid out in a way
//! that is not followed here, since they are only worth a note. Must not know: cells.

use super::super::Hidden;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::io::{BufRead, BufReader, Cursor, Read};
use zip::ZipArchive;
use zip::read::ZipFile;

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// What the sheet of that name hides.
pub(super) fn hidden(bytes: &[u8], sheet: &str) -> Hidden {
    ZipArchive::new(Cursor::new(bytes))
        .ok()
        .and_then(|mut archive| {
            let part = part_of_sheet(&mut archive, sheet)?;
            // Most sheets hide nothing, and looking for one word is far cheaper than reading XML.
            holds(open(&mut archive, &part)?, b"hidden").then_some(())?;
            scan(open(&mut archive, &part)?)
        })
        .unwrap_or_default()
}

fn open<'a, 'b>(
    archive: &'a mut Archive<'b>,
    part: &str,
) -> Option<BufReader<ZipFile<'a, Cursor<&'b [u8]>>>> {
    let is_meant = |index: &usize| {
        archive.by_index_data(*index).is_ok_and(|entry| {
            entry
                .name()
                .is_ok_and(|name| name.eq_ignore_ascii_case(part))
        })
    };
    let index = (0..archive.len()).find(is_meant)?;
    Some(BufReader::new(archive.by_index(index).ok()?))
}

/// The part that holds a sheet: the workbook gives its relation, the relations give its part.
fn part_of_sheet(archive: &mut Archive<'_>, sheet: &str) -> Option<String> {
    let relation = find(open(archive, "xl/workbook.xml")?, "sheet", |element| {
        (attribute(element, "name")? == sheet).then(|| attribute(element, "id"))?
    })?;
    let relations = open(archive, "xl/_rels/workbook.xml.rels")?;
    let target = find(relations, "relationship", |element| {
        (attribute(element, "id")? == relation).then(|| attribute(element, "target"))?
    })?;
    Some(match target.strip_prefix('/') {
        Some(from_root) => from_root.to_owned(),
        None => format!("xl/{target}"),
    })
}

/// What the first element of that name gives that gives anything.
fn find<T>(
    part: impl BufRead,
    name: &str,
    give: impl Fn(&BytesStart<'_>) -> Option<T>,
) -> Option<T> {
    let mut found = None;
    elements(part, |element| {
        if element.local_name().as_ref().eq_ignore_ascii_case(name) {
            found = give(element);
        }
        found.is_none()
    })?;
    found
}

/// Hands over every element until told to stop.
fn elements(part: impl BufRead, mut take: impl FnMut(&BytesStart<'_>) -> bool) -> Option<()> {
    let mut reader = Reader::from_reader(part);
    let mut buffer = Vec::new();
    loop {
        #[expect(
            clippy::wildcard_enum_match_arm,
            reason = "text and comments hide nothing"
        )]
        match reader.read_event_into(&mut buffer).ok()? {
            Event::Start(element) | Event::Empty(element) if !take(&element) => return Some(()),
            Event::Eof => return Some(()),
            _ => {}
        }
        buffer.clear();
    }
}

/// The value of an attribute, whatever prefix and case its name has.
fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = element
        .attributes()
        .with_checks(false)
        .flatten()
        .find(|attribute| {
            let key = attribute.key.local_name();
            key.as_ref().eq_ignore_ascii_case(name)
        })?;
    Some(
        attribute
            .normalized_value(XmlVersion::Explicit1_0)
            .ok()?
            .into_owned(),
    )
}

fn scan(part: impl BufRead) -> Option<Hidden> {
    let mut hidden = Hidden::default();
    let mut row = 0_u32;
    elements(part, |element| {
        let number = |name| attribute(element, name).and_then(|value| value.parse::<u32>().ok());
        let is_hidden =
            || attribute(element, "hidden").is_some_and(|flag| flag == "1" || flag == "true");
        match element.local_name().as_ref() {
            "row" => {
                row = number("r").unwrap_or_else(|| row.saturating_add(1));
                if is_hidden() {
                    hide(&mut hidden.rows, row, row);
                }
            }
            "col" if is_hidden() => {
                if let (Some(first @ 1..), Some(last @ 1..)) = (number("min"), number("max")) {
                    hide(&mut hidden.columns, first - 1, last - 1);
                }
            }
            _ => {}
        }
        true
    })?;
    Some(hidden)
}

/// Adds to the runs, joined to the last one where it goes on.
fn hide(runs: &mut Vec<(u32, u32)>, first: u32, last: u32) {
    match runs.last_mut() {
        Some((_, end)) if end.saturating_add(1) == first => *end = last,
        Some(_) | None => runs.push((first, last)),
    }
}

/// Whether those bytes stand somewhere in the part.
fn holds(mut part: impl Read, wanted: &[u8]) -> bool {
    let mut buffer = vec![0; 1 << 16];
    let mut kept = 0;
    loop {
        match part.read(&mut buffer[kept..]) {
            Ok(0) | Err(_) => return false,
            Ok(read) => {
                let filled = kept + read;
                if buffer[..filled]
                    .windows(wanted.len())
                    .any(|bytes| bytes == wanted)
                {
                    return true;
                }
                // The word may begin in this piece and end in the next.
                kept = filled.min(wanted.len() - 1);
                buffer.copy_within(filled - kept..filled, 0);
            }
        }
    }
}
