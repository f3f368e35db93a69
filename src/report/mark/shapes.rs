//! The boxes in which the notes of a sheet are drawn, in the old drawing language that every office program reads notes by.
//!
//! In: the part's text. Out: the text with boxes put in or taken out. It is no well-formed XML where Excel writes pictures' texts, so
//! it is cut by its words. Must not know: what notes say.

use super::Unfit;
use crate::place::CellAddress;
use std::collections::HashSet;
use std::fmt::Write as _;

/// The last column of a sheet.
const LAST_COLUMN: u32 = 16_383;
/// Columns that a box reaches over.
const WIDTH: u32 = 4;
/// Letters in a line of a box, about; a box takes at least and at most so many rows.
const LINE: usize = 42;
const LEAST_ROWS: usize = 4;
const MOST_ROWS: usize = 28;

/// A part without boxes; numbers of drawings differ between sheets.
pub(super) fn empty(number: u32) -> String {
    format!(
        "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" \
         xmlns:x=\"urn:schemas-microsoft-com:office:excel\">\
         <o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"{number}\"/></o:shapelayout></xml>"
    )
}

const KIND: &str = "<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\">\
    <v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>";

/// The namespaces that our boxes are written in.
const NAMESPACES: [&str; 3] = [
    "xmlns:v=\"urn:schemas-microsoft-com:vml\"",
    "xmlns:o=\"urn:schemas-microsoft-com:office:office\"",
    "xmlns:x=\"urn:schemas-microsoft-com:office:excel\"",
];

/// Puts boxes in, each for a cell and a note of so many letters.
pub(super) fn with_shapes(text: &str, notes: &[(CellAddress, usize)]) -> Result<String, Unfit> {
    let end = text.rfind("</xml>").ok_or(Unfit::Broken)?;
    let head = text.get(..text.find("<v:").unwrap_or(end)).unwrap_or("");
    let is_declared =
        |namespace: &&str| head.contains(*namespace) || head.contains(&namespace.replace('"', "'"));
    let own: String = NAMESPACES
        .iter()
        .filter(|namespace| !is_declared(namespace))
        .map(|namespace| format!(" {namespace}"))
        .collect();
    let mut added = String::new();
    if !text.contains("id=\"_x0000_t202\"") && !text.contains("id='_x0000_t202'") {
        added.push_str(&KIND.replacen("<v:shapetype", &format!("<v:shapetype{own}"), 1));
    }
    let first = next_number(text);
    for (number, (cell, length)) in (first..).zip(notes) {
        shape(&mut added, number, *cell, *length, &own);
    }
    let (before, after) = text.split_at(end);
    Ok(format!("{before}{added}{after}"))
}

/// Takes out the boxes of those cells' notes.
pub(super) fn without_shapes(text: &str, cells: &[CellAddress]) -> String {
    let cells: HashSet<CellAddress> = cells.iter().copied().collect();
    let (mut kept, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = begin_of_shape(rest) {
        let (before, from) = rest.split_at(at);
        let Some(end) = from.find("</v:shape>").map(|end| end + "</v:shape>".len()) else {
            break;
        };
        let (shape, after) = from.split_at(end);
        kept.push_str(before);
        let is_gone = cell_of(shape).is_some_and(|cell| cells.contains(&cell));
        kept.push_str(if is_gone { "" } else { shape });
        rest = after;
    }
    kept + rest
}

fn begin_of_shape(text: &str) -> Option<usize> {
    let mut found = text.match_indices("<v:shape");
    found
        .find(|(at, name)| {
            let next = text.as_bytes().get(at + name.len());
            next.is_some_and(u8::is_ascii_whitespace)
        })
        .map(|(at, _)| at)
}

/// The cell whose note a box draws.
fn cell_of(shape: &str) -> Option<CellAddress> {
    let value = |name: &str| -> Option<u32> {
        let (_, after) = shape.split_once(&format!("<x:{name}>"))?;
        after.split('<').next()?.trim().parse().ok()
    };
    let is_note = shape.contains("ObjectType=\"Note\"") || shape.contains("ObjectType='Note'");
    let cell = CellAddress {
        row: value("Row")?.checked_add(1)?,
        column: value("Column")?,
    };
    is_note.then_some(cell)
}

/// A number that no box has yet. Each drawing has a thousand of its own.
fn next_number(text: &str) -> u64 {
    const OF_A_DRAWING: u64 = 1024;
    const NAME: &str = "_x0000_s";
    let digits = |from: usize| -> Option<u64> {
        let rest = text.get(from..)?;
        let end = rest.find(|c: char| !c.is_ascii_digit())?;
        rest.get(..end)?.parse().ok()
    };
    let drawing = text
        .find("data=")
        .and_then(|at| digits(at + "data=".len() + 1));
    let taken = text.match_indices(NAME);
    let highest = taken.filter_map(|(at, _)| digits(at + NAME.len())).max();
    let first = drawing.unwrap_or(1).saturating_mul(OF_A_DRAWING);
    highest.unwrap_or(0).max(first).saturating_add(1)
}

fn shape(out: &mut String, number: u64, cell: CellAddress, length: usize, own: &str) {
    let rows = (length / LINE + 2).clamp(LEAST_ROWS, MOST_ROWS);
    let height = rows * 15;
    let rows = u32::try_from(rows).unwrap_or(0);
    let row = cell.row.saturating_sub(1);
    let left = match cell.column + 1 + WIDTH > LAST_COLUMN {
        true => cell.column.saturating_sub(WIDTH + 1),
        false => cell.column + 1,
    };
    let top = row.saturating_sub(1);
    let (right, bottom) = (left + WIDTH, top + rows);
    // Writing to a string cannot fail.
    let _ = write!(
        out,
        "<v:shape{own} id=\"_x0000_s{number}\" type=\"#_x0000_t202\" \
         style='position:absolute;margin-left:59.25pt;margin-top:1.5pt;width:240pt;height:{height}pt;z-index:1;visibility:hidden' \
         fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/><v:shadow color=\"black\" obscured=\"t\"/>\
         <v:path o:connecttype=\"none\"/><v:textbox style='mso-direction-alt:auto'><div style='text-align:left'></div></v:textbox>\
         <x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/>\
         <x:Anchor>{left}, 15, {top}, 10, {right}, 15, {bottom}, 4</x:Anchor><x:AutoFill>False</x:AutoFill>\
         <x:Row>{row}</x:Row><x:Column>{}</x:Column></x:ClientData></v:shape>",
        cell.column
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_go_in_and_come_out_again() {
        let cell = |row, column| CellAddress { row, column };
        let others = "<xml xmlns:v='urn:schemas-microsoft-com:vml'\r\n xmlns:o=\"urn:schemas-microsoft-com:office:office\">\
            <v:shapetype id=\"_x0000_t202\"/><v:shape id=\"_x0000_s3090\"><br><x:ClientData ObjectType=\"Note\"><x:Row>1</x:Row>\
            <x:Column>2</x:Column></x:ClientData></v:shape></xml>";
        let notes = [(cell(5, 1), 10), (cell(1, LAST_COLUMN), 9_000)];
        let marked = with_shapes(others, &notes).unwrap();
        assert!(marked.contains("_x0000_s3091") && marked.contains("_x0000_s3092"));
        assert!(marked.contains("<v:shape xmlns:x=\"urn:schemas-microsoft-com:office:excel\" id="));
        assert_eq!(
            marked.matches("shapetype").count(),
            others.matches("shapetype").count()
        );
        assert_eq!(
            without_shapes(&marked, &notes.map(|(cell, _)| cell)),
            others
        );
        let without_others = without_shapes(others, &[cell(2, 2)]);
        assert!(!without_others.contains("_x0000_s3090"));
        let made = with_shapes(&empty(3), &notes).unwrap();
        assert!(made.contains("_x0000_s3073") && made.contains("_x0000_t202"));
        assert!(with_shapes("<html/>", &notes).is_err());
    }
}
