//! The zip around a workbook: whether it is one, and whether it may be unpacked.
//!
//! In: a file's bytes. Out: nothing, or the problem. Must not know: sheets, cells. It trusts the sizes that the zip declares.

use super::Problem;
use std::collections::HashSet;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Parts that no workbook made by an office program comes near.
const MOST_PARTS: usize = 10_000;
/// What all parts may come to, unpacked.
const MOST_UNPACKED: u64 = 4 << 30;
/// Below this a part may be packed however tightly: columns of equal numbers are.
const GRACE: u64 = 64 << 20;
/// How many times larger than packed a part beyond the grace may be.
const MOST_RATIO: u64 = 200;

/// A part as the zip's directory declares it.
struct Part {
    /// Lower case, `/` between folders: the form in which parts are looked up.
    name: String,
    packed: u64,
    unpacked: u64,
}

/// Refuses what is no `.xlsx` or `.xlsm`, by the names of its parts, and what would be unsafe to unpack.
pub(super) fn check_workbook(bytes: &[u8]) -> Result<(), Problem> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(corrupt)?;
    if archive.len() > MOST_PARTS {
        return Err(Problem::TooManyParts {
            parts: archive.len() as u64,
            limit: MOST_PARTS as u64,
        });
    }
    let parts = parts(&archive)?;
    check_kind(&parts)?;
    check_names(&parts, archive.has_duplicate_names())?;
    check_sizes(&parts)?;
    for (index, part) in parts
        .iter()
        .enumerate()
        .filter(|(_, part)| part.name.ends_with("sharedstrings.xml"))
    {
        check_string_count(&mut archive, index, part)?;
    }
    Ok(())
}

fn corrupt(error: zip::result::ZipError) -> Problem {
    Problem::Corrupt {
        detail: error.to_string(),
    }
}

fn parts(archive: &ZipArchive<Cursor<&[u8]>>) -> Result<Vec<Part>, Problem> {
    let part = |index| {
        let entry = archive.by_index_data(index).map_err(corrupt)?;
        let name = entry
            .name()
            .map_err(corrupt)?
            .replace('\\', "/")
            .to_lowercase();
        Ok(Part {
            name,
            packed: entry.compressed_size(),
            unpacked: entry.size(),
        })
    };
    (0..archive.len()).map(part).collect()
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
    ("content.xml", || Problem::OpenDocument {}),
];

fn check_kind(parts: &[Part]) -> Result<(), Problem> {
    let has = |name: &str| parts.iter().any(|part| part.name == name);
    if has("xl/workbook.xml") {
        return Ok(());
    }
    if let Some((_, problem)) = KINDS.iter().find(|(name, _)| has(name)) {
        return Err(problem());
    }
    // A workbook may lie elsewhere in the zip; its relations say where, and the reader follows them.
    if has("_rels/.rels") {
        Ok(())
    } else {
        Err(Problem::Archive {
            kind: "ZIP".to_owned(),
        })
    }
}

/// Two parts of one name: which of them a program reads is chance, so one could show what another does not.
fn check_names(parts: &[Part], duplicates: bool) -> Result<(), Problem> {
    let mut seen = HashSet::new();
    match parts.iter().find(|part| !seen.insert(&part.name)) {
        Some(part) => Err(Problem::SamePart {
            part: part.name.clone(),
        }),
        None if duplicates => Err(Problem::SamePart {
            part: "?".to_owned(),
        }),
        None => Ok(()),
    }
}

fn check_sizes(parts: &[Part]) -> Result<(), Problem> {
    let mut total = 0_u64;
    for part in parts {
        total = total.saturating_add(part.unpacked);
        let tight = part.unpacked > GRACE && part.unpacked / MOST_RATIO > part.packed;
        if tight || total > MOST_UNPACKED {
            return Err(Problem::ZipBomb {
                part: part.name.clone(),
            });
        }
    }
    Ok(())
}

/// The table of texts says how many it holds, and the reader reserves memory for that many at once: a false number would end the
/// program. Each takes at least the five bytes of `<si/>`.
fn check_string_count(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    index: usize,
    part: &Part,
) -> Result<(), Problem> {
    const LOOKED_AT: u64 = 1 << 16;
    let mut head = Vec::new();
    let read = archive
        .by_index(index)
        .map_err(corrupt)?
        .take(LOOKED_AT)
        .read_to_end(&mut head);
    read.map_err(|error| Problem::Corrupt {
        detail: error.to_string(),
    })?;
    let head = String::from_utf8_lossy(&head);
    let counts = head.split("uniqueCount").skip(1).filter_map(|rest| {
        let digits = rest.trim_start_matches([' ', '\t', '\r', '\n', '=', '"', '\'']);
        let end = digits
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(digits.len());
        digits
            .get(..end)
            .filter(|digits| !digits.is_empty())
            .map(|digits| digits.parse().unwrap_or(u64::MAX))
    });
    let promised = counts.max().unwrap_or(0);
    if promised > part.unpacked / 5 || !(head.contains("sst") || head.is_empty()) {
        return Err(Problem::Corrupt {
            detail: part.name.clone(),
        });
    }
    Ok(())
}
