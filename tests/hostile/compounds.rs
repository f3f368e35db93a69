//! Compound files whose sectors do not join up (item 46; 35).

use super::case::{Case, Expected::Refused, case, rows};
use super::kinds::{ROWS, sheets};
use crate::office::compound::{Compound, END_OF_CHAIN, NO_ENTRY, file};
use crate::office::xls;

/// The compound file of a workbook with something changed before it becomes bytes.
fn changed(change: impl Fn(&mut Compound)) -> Vec<u8> {
    let stream = xls::stream(&sheets());
    let mut compound = Compound::of(&[(xls::STREAM, &stream)]);
    change(&mut compound);
    compound.bytes()
}

pub(crate) fn cases() -> Vec<Case> {
    let mut cases = chains();
    cases.extend(directories());
    cases
}

fn chains() -> Vec<Case> {
    let broken = |name, change: fn(&mut Compound)| {
        case(
            46,
            name,
            "xa.xls",
            Refused("table/broken-compound"),
            move || changed(change),
        )
    };
    vec![
        broken("a chain of sectors that loops", |it| it.table[2] = 0),
        broken("a sector that is its own next", |it| it.table[0] = 0),
        broken("a sector beyond the end", |it| it.table[3] = 1_000_000),
        broken("a chain that ends too soon", |it| {
            it.table[1] = END_OF_CHAIN
        }),
        broken("a directory that loops", |it| {
            let first = it.header.first_directory_sector;
            it.table[first as usize] = first;
        }),
        broken("a directory beyond the end", |it| {
            it.header.first_directory_sector = 0x00ff_ffff
        }),
        broken("a table of sectors that lies beyond the end", |it| {
            it.header.table_sectors = vec![70_000]
        }),
        broken("no table of sectors", |it| it.header.table_sectors.clear()),
        broken("further sectors of the table that loop", |it| {
            // The first sector of the stream, filled up so that its last number is its own.
            it.content[..512].fill(0);
            (it.header.first_further_sector, it.header.further_sectors) = (0, u32::MAX);
        }),
        broken("further sectors of the table beyond the end", |it| {
            it.header.first_further_sector = 0x0fff_ffff
        }),
        broken("sectors of one byte", |it| it.header.sector_shift = 0),
        broken("sectors of two gigabytes", |it| it.header.sector_shift = 31),
        broken("a stream longer than the file", |it| {
            it.directory[1].length = 0xffff_fff0
        }),
        broken("a stream of no sector", |it| {
            it.directory[1].first_sector = END_OF_CHAIN
        }),
        broken("small sectors where there are none", |it| {
            it.directory[1].length = 1_000
        }),
        case(
            46,
            "a header and nothing else",
            "xa.xls",
            Refused("table/broken-compound"),
            || changed(|_| {})[..612].to_vec(),
        ),
        case(
            46,
            "a header that ends early",
            "xa.xls",
            Refused("table/broken-compound"),
            || changed(|_| {})[..60].to_vec(),
        ),
        case(
            46,
            "a table of small sectors that loops",
            "xa.xls",
            Refused("table/broken-compound"),
            || {
                let mut bytes = changed(|_| {});
                // Its first sector and how many: the stream's own first, whose numbers lead anywhere.
                bytes[60..68].copy_from_slice(&[0, 0, 0, 0, 1, 0, 0, 0]);
                let entry = bytes.len() - 1_024;
                bytes[entry + 116..entry + 124].copy_from_slice(&[0, 0, 0, 0, 0, 16, 0, 0]);
                let start = entry + 128 + 120;
                bytes[start..start + 4].copy_from_slice(&1_000_u32.to_le_bytes());
                bytes[512..1_024].fill(0);
                bytes
            },
        ),
        case(
            46,
            "counts of sectors that are not so",
            "xa.xls",
            rows(ROWS),
            || {
                let mut bytes = changed(|_| {});
                bytes[44..48].fill(0xff);
                bytes
            },
        ),
    ]
}

fn directories() -> Vec<Case> {
    let stream = || xls::stream(&sheets());
    vec![
        case(
            46,
            "no root",
            "xa.xls",
            Refused("table/broken-compound"),
            || changed(|it| it.directory[0].kind = 2),
        ),
        case(
            46,
            "a tree of entries that loops",
            "xa.xls",
            Refused("table/broken-compound"),
            || changed(|it| it.directory[1].right = 1),
        ),
        case(
            46,
            "an entry that is not there",
            "xa.xls",
            Refused("table/broken-compound"),
            || changed(|it| it.directory[1].left = 500),
        ),
        case(
            46,
            "a root without entries",
            "xa.xls",
            Refused("table/other-kind"),
            || changed(|it| it.directory[0].child = NO_ENTRY),
        ),
        case(
            46,
            "two workbooks",
            "xa.xls",
            Refused("table/two-workbooks"),
            move || {
                let other = xls::stream(&[]);
                file(&[("Book", &other), (xls::STREAM, &stream())])
            },
        ),
        case(
            46,
            "two workbooks whose names differ in case",
            "xa.xls",
            Refused("table/two-workbooks"),
            move || file(&[("WORKBOOK", &stream()), (xls::STREAM, &stream())]),
        ),
        case(
            46,
            "a workbook within an embedded document is none of the file's",
            "xa.xls",
            rows(ROWS),
            move || {
                let mut compound = Compound::of(&[
                    ("MBD0018D4CE", &[]),
                    (xls::STREAM, &stream()),
                    ("workbook", &stream()),
                ]);
                let place = |name: &str| {
                    let found = compound
                        .directory
                        .iter()
                        .position(|entry| entry.name == name);
                    u32::try_from(found.expect("an entry")).expect("few")
                };
                let [folder, own, within] = ["MBD0018D4CE", xls::STREAM, "workbook"].map(place);
                compound.directory[0].child = own;
                for (at, right) in [(own, folder), (folder, NO_ENTRY), (within, NO_ENTRY)] {
                    compound.directory[at as usize].right = right;
                }
                let folder = &mut compound.directory[folder as usize];
                (folder.kind, folder.child) = (1, within);
                compound.bytes()
            },
        ),
    ]
}
