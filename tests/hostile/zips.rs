//! Zips that would do harm or say false things of themselves (items 35, 41, 42).

use super::case::{Case, Expected::Refused, case, rows};
use super::handmade::{self, CELL, SHEET};
use super::raw_zip::{self, Raw};
use crate::office::zipped::{Entry, zipped};

const READ: &str = "1: =1";
const MIB: usize = 1 << 20;

pub(crate) fn cases() -> Vec<Case> {
    let mut cases = bombs();
    cases.extend(overlaps());
    cases.extend(sizes());
    cases.extend(names());
    cases.extend(sound());
    cases
}

fn raw(rows: &str) -> Vec<Raw> {
    handmade::parts(rows).iter().map(Raw::of).collect()
}

/// The workbook with its worksheet's entry changed.
fn changed(change: impl Fn(&mut Raw)) -> Vec<u8> {
    let mut entries = raw(CELL);
    change(&mut entries[3]);
    raw_zip::written(&entries)
}

fn bombs() -> Vec<Case> {
    let bomb = || Refused("table/zip-bomb");
    let blown_up = |name: &str| handmade::part(name, " ".repeat(70 * MIB));
    vec![
        case(
            41,
            "a part a thousand times as large",
            "xa.xlsx",
            bomb(),
            move || blown_up("xl/media/image1.emf"),
        ),
        case(
            41,
            "a worksheet a thousand times as large",
            "xa.xlsx",
            bomb(),
            move || {
                handmade::sheet(format!(
                    "<worksheet>{}</worksheet>",
                    format!("<a/>{}", " ".repeat(1_000)).repeat(70 * 1_100)
                ))
            },
        ),
        case(
            41,
            "parts that are each just small enough",
            "xa.xlsx",
            bomb(),
            || {
                let mut entries = handmade::parts(CELL);
                let part = " ".repeat(60 * MIB);
                let name = |number: i32| format!("xl/media/image{number}.emf");
                entries.extend((0..6).map(|number| Entry::packed(&name(number), part.clone())));
                zipped(&entries)
            },
        ),
        case(
            41,
            "an ods a thousand times as large",
            "xa.ods",
            bomb(),
            || {
                let entries = crate::office::ods::entries(&super::kinds::sheets());
                zipped(&handmade::with(
                    entries,
                    "Thumbnails/thumbnail.png",
                    vec![0; 70 * MIB],
                ))
            },
        ),
        case(
            41,
            "a bomb within an embedded zip is never unpacked",
            "xa.xlsx",
            rows(READ),
            || {
                let bomb = zipped(&[Entry::packed("a", vec![0; 100 * MIB])]);
                handmade::part("xl/embeddings/a.zip", bomb)
            },
        ),
        case(
            41,
            "more parts than any workbook has",
            "xa.xlsx",
            Refused("table/too-many-parts"),
            || {
                let name = |number: i32| format!("xl/{number}.xml");
                let entries: Vec<Entry> =
                    (0..10_001).map(|n| Entry::packed(&name(n), "")).collect();
                zipped(&entries)
            },
        ),
    ]
}

fn overlaps() -> Vec<Case> {
    let overlapping = || Refused("table/overlapping-part");
    vec![
        case(
            41,
            "many names for one place",
            "xa.xlsx",
            Refused("table/broken-part"),
            || {
                let mut entries = raw(CELL);
                for number in 0..100 {
                    let mut again = entries[0].clone();
                    again.name = format!("xl/media/{number}").into();
                    again.is_written = false;
                    again.place = Some(0);
                    entries.push(again);
                }
                raw_zip::written(&entries)
            },
        ),
        // Each part's packed bytes begin with the next part's header, quoted as a piece of the text: the bytes serve all of them.
        case(
            41,
            "parts that quote the next one's header",
            "xa.xlsx",
            overlapping(),
            quoted,
        ),
        case(
            41,
            "a part that reaches into the directory",
            "xa.xlsx",
            overlapping(),
            || changed(|entry| entry.packed_size = 100_000),
        ),
    ]
}

/// Two stored parts, the second within the first.
fn quoted() -> Vec<u8> {
    let mut entries = raw(CELL);
    let before: usize = entries
        .iter()
        .map(|entry| entry.local_header().len() + entry.data.len())
        .sum();
    let inner = Raw::of(&Entry::stored("xl/media/b", vec![b'x'; 1_000]));
    let content = [inner.local_header(), inner.data.clone()].concat();
    let outer = Raw::of(&Entry::stored("xl/media/a", content));
    let place = before + outer.local_header().len();
    entries.push(outer);
    entries.push(Raw {
        place: u32::try_from(place).ok(),
        is_written: false,
        ..inner
    });
    raw_zip::written(&entries)
}

fn sizes() -> Vec<Case> {
    let broken = || Refused("table/broken-part");
    vec![
        case(
            41,
            "a size that says too much",
            "xa.xlsx",
            rows(READ),
            || changed(|entry| entry.size = 0xffff_fff0),
        ),
        case(
            41,
            "a size that says too little",
            "xa.xlsx",
            broken(),
            || changed(|entry| entry.size = 10),
        ),
        case(
            41,
            "a bomb that says it is small",
            "xa.xlsx",
            broken(),
            || {
                let mut entries = raw(CELL);
                let mut bomb = Raw::of(&Entry::packed("xl/media/a", vec![0; 70 * MIB]));
                bomb.size = 10;
                entries.push(bomb);
                raw_zip::written(&entries)
            },
        ),
        case(
            35,
            "fewer packed bytes than there are",
            "xa.xlsx",
            broken(),
            || changed(|entry| entry.packed_size -= 10),
        ),
        case(35, "a false check sum", "xa.xlsx", broken(), || {
            changed(|entry| entry.crc ^= 1)
        }),
        case(
            35,
            "a way of packing that nobody uses",
            "xa.xlsx",
            broken(),
            || changed(|entry| entry.method = 14),
        ),
        case(
            35,
            "a part that is not packed as it says",
            "xa.xlsx",
            broken(),
            || changed(|entry| entry.data.fill(0xff)),
        ),
        case(
            35,
            "a header that is not there",
            "xa.xlsx",
            broken(),
            || changed(|entry| entry.place = Some(7)),
        ),
        case(35, "a header beyond the end", "xa.xlsx", broken(), || {
            changed(|entry| entry.place = Some(0x7fff_ffff))
        }),
    ]
}

fn names() -> Vec<Case> {
    let with = |name: &'static str| {
        move || {
            let mut entries = raw(CELL);
            let mut again = entries[3].clone();
            (again.name, again.local_name) = (name.into(), name.into());
            entries.push(again);
            raw_zip::written(&entries)
        }
    };
    let same = || Refused("table/same-part");
    let outside = || Refused("table/part-outside");
    vec![
        case(42, "two parts of one name", "xa.xlsx", same(), with(SHEET)),
        case(
            42,
            "names that differ in case",
            "xa.xlsx",
            same(),
            with("xl/Worksheets/Sheet1.xml"),
        ),
        case(
            42,
            "names that differ in slashes",
            "xa.xlsx",
            same(),
            with("xl\\worksheets\\sheet1.xml"),
        ),
        case(
            42,
            "a name that leaves the zip",
            "xa.xlsx",
            outside(),
            with("../../.bashrc"),
        ),
        case(
            42,
            "a name that leaves a folder",
            "xa.xlsx",
            outside(),
            with("xl/../../a"),
        ),
        case(
            42,
            "a name that begins at the root",
            "xa.xlsx",
            outside(),
            with("/etc/passwd"),
        ),
        case(
            42,
            "a name on a drive",
            "xa.xlsx",
            outside(),
            with("C:\\a.xml"),
        ),
        case(
            42,
            "headers that name a part differently",
            "xa.xlsx",
            Refused("table/broken-part"),
            || changed(|entry| entry.local_name = b"xl/worksheets/sheet2.xml".to_vec()),
        ),
    ]
}

/// What looks odd and is sound.
fn sound() -> Vec<Case> {
    vec![
        case(
            41,
            "sizes behind the part, as programs write that do not know them before",
            "xa.xlsx",
            rows(READ),
            || {
                let mut bytes = changed(|entry| {
                    let sizes = [entry.crc, entry.packed_size, entry.size];
                    entry.flags = 8;
                    entry.data.extend(b"PK\x07\x08");
                    entry
                        .data
                        .extend(sizes.into_iter().flat_map(u32::to_le_bytes));
                });
                let header = memchr::memmem::rfind(&bytes, b"PK\x03\x04").expect("a header");
                bytes[header + 14..header + 26].fill(0);
                bytes
            },
        ),
        case(
            35,
            "something behind the zip",
            "xa.xlsx",
            rows(READ),
            || {
                let mut bytes = handmade::rows(CELL);
                bytes.extend([0; 300]);
                bytes
            },
        ),
    ]
}
