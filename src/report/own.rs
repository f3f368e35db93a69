//! Knows the reports that this program has written, so that none is read as data.
//!
//! In: a file's bytes. Out: whether it is a report in one of the forms that data come in too. Must not know: file names.

use super::csv;
use std::io::{Read, Seek};
use zip::ZipArchive;

/// What reports call themselves among a workbook's properties.
pub(super) const CATEGORY: &str = "thidua/report/1";
/// The part of a workbook in which its properties stand.
const PROPERTIES: &str = "docProps/core.xml";
/// More properties than this are not ours.
const MOST_PROPERTIES: u64 = 16 * 1024;

/// Whether these are the bytes of a list of subjects or a workbook that reports are drawn in.
pub fn is_own(mut file: impl Read + Seek) -> bool {
    let mut beginning = Vec::new();
    let length = csv::BEGINNING.len() as u64;
    if (&mut file)
        .take(length)
        .read_to_end(&mut beginning)
        .is_err()
    {
        return false;
    }
    beginning == csv::BEGINNING || beginning.starts_with(b"PK") && is_own_workbook(file)
}

fn is_own_workbook(file: impl Read + Seek) -> bool {
    let Ok(mut archive) = ZipArchive::new(file) else {
        return false;
    };
    let Ok(part) = archive.by_name(PROPERTIES) else {
        return false;
    };
    let mut properties = String::new();
    let read = part.take(MOST_PROPERTIES).read_to_string(&mut properties);
    read.is_ok() && properties.contains(&format!("<cp:category>{CATEGORY}</cp:category>"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    #[test]
    fn a_list_of_subjects_is_known_by_its_beginning() {
        let list = b"\xef\xbb\xbftable,code,name,verdict,V.2.3.e\r\n";
        assert!(is_own(Cursor::new(list)));
        assert!(!is_own(Cursor::new(b"table,code\r\n")));
        assert!(!is_own(Cursor::new(b"PK")));
        assert!(!is_own(Cursor::new(b"")));
    }
}
