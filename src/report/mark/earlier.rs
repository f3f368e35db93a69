//! Takes out what an earlier marking put into a workbook, so that marks are replaced and not heaped up.
//!
//! In: a package and which of its sheets list findings. Out: the package without them, their notes and their colours. Must not know:
//! the new findings.

use super::Unfit;
use super::book::Book;
use super::cells::each_restyled;
use super::package::Package;
use super::relations::Relations;
use super::styles::Styles;
use super::{notes, shapes};
use crate::place::CellAddress;
use std::collections::BTreeMap;

/// Fills that marked cells had before, by sheet and cell.
pub(super) type Kept = BTreeMap<(String, CellAddress), String>;

/// A text for the unseen column of the sheet of findings.
pub(super) fn kept_line(sheet: &str, cell: CellAddress, fill: &str) -> String {
    format!("{fill}|{cell}|{sheet}")
}

/// What such a text says.
pub(super) fn kept_of_line(line: &str) -> Option<((String, CellAddress), String)> {
    let (fill, rest) = line.split_once('|')?;
    let (cell, sheet) = rest.split_once('|')?;
    let cell = super::cells::address(cell)?;
    let is_fill = fill.starts_with("<fill>") && fill.ends_with("</fill>");
    is_fill.then(|| ((sheet.to_owned(), cell), fill.to_owned()))
}

/// Takes everything out.
pub(super) fn remove(
    package: &mut Package<'_>,
    book: &mut Book,
    styles: &mut Styles,
    own: &[String],
    kept: &Kept,
) -> Result<(), Unfit> {
    while let Some(at) = book
        .sheets
        .iter()
        .position(|sheet| own.contains(&sheet.name))
    {
        book.remove(package, at)?;
    }
    for sheet in book.sheets.clone() {
        if !package.has(&sheet.part) {
            continue;
        }
        remove_notes(package, &sheet.part)?;
        if styles.has_marks() {
            let text = package.text(&sheet.part)?;
            let changed = each_restyled(&text, &mut |cell, style| {
                let fill = kept.get(&(sheet.name.clone(), cell));
                styles.unmarked(style, fill.map(String::as_str))
            })?;
            if changed != text {
                package.set(&sheet.part, changed);
            }
        }
    }
    Ok(())
}

fn remove_notes(package: &mut Package<'_>, sheet: &str) -> Result<(), Unfit> {
    let relations = Relations::of(package, sheet)?;
    let Some(part) = relations.first("comments").map(|it| it.part.clone()) else {
        return Ok(());
    };
    let text = package.text(&part)?;
    let (changed, gone) = notes::without_notes(&text)?;
    if changed == text {
        return Ok(());
    }
    package.set(&part, changed);
    if let Some(drawing) = relations.first("vmlDrawing").map(|it| it.part.clone()) {
        let text = package.text(&drawing)?;
        package.set(&drawing, shapes::without_shapes(&text, &gone));
    }
    Ok(())
}
