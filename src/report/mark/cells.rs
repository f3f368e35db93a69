//! The cells of a sheet: some get another style, some that are not there are put in.
//!
//! In: a sheet's text and what is marked. Out: the text with other styles, byte for byte the same otherwise. Must not know: which
//! styles these are, notes.

use super::Unfit;
use super::xml::{Edits, Kind, Tag, Tags, with_attribute};
use crate::place::CellAddress;
use std::collections::BTreeMap;

/// A cell's number of the style it has, if it is there; of that of its row or column, if it is not.
pub(super) type StyleOf<'a> = &'a mut dyn FnMut(CellAddress, u32) -> u32;

/// Gives each of those cells the style that `style` makes of its own.
pub(super) fn restyled(
    text: &str,
    cells: &[CellAddress],
    style: StyleOf<'_>,
) -> Result<String, Unfit> {
    let mut wanted: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for cell in cells {
        wanted.entry(cell.row).or_default().push(cell.column);
    }
    for columns in wanted.values_mut() {
        columns.sort_unstable();
        columns.dedup();
    }
    let mut pass = Pass {
        style,
        prefix: Tags::root(text)?.prefix().to_owned(),
        edits: Edits::default(),
        columns: Vec::new(),
    };
    pass.sheet(text, wanted)?;
    pass.edits.applied(text)
}

/// Gives every cell that is there the style that `style` makes of its own, where it makes one.
pub(super) fn each_restyled(
    text: &str,
    style: &mut dyn FnMut(CellAddress, u32) -> Option<u32>,
) -> Result<String, Unfit> {
    let prefix = Tags::root(text)?.prefix();
    let (mut tags, mut edits, mut at) = (Tags::of(text), Edits::default(), Counter::default());
    while let Some(tag) = tags.next()? {
        if let Some(Met::Cell(cell)) = at.meet(&tag, prefix)?
            && let Some(style) = style(cell, tag.number("s").unwrap_or(0))
        {
            edits.replace(tag.at..tag.end(), tag.with("s", &style.to_string()));
        }
    }
    edits.applied(text)
}

/// The blocks of merged cells of a sheet, each by its first and its last cell.
pub(super) fn merges(text: &str) -> Result<Vec<(CellAddress, CellAddress)>, Unfit> {
    let prefix = Tags::root(text)?.prefix();
    let (mut tags, mut found) = (Tags::of(text), Vec::new());
    while let Some(tag) = tags.next()? {
        if tag.opens() && tag.is(prefix, "mergeCell") {
            let reference = tag.attribute("ref").unwrap_or("");
            let (first, last) = reference.split_once(':').unwrap_or((reference, reference));
            found.extend(address(first).zip(address(last)));
        }
    }
    Ok(found)
}

/// `F12`, also `$F$12`.
pub(super) fn address(text: &str) -> Option<CellAddress> {
    let text = text.trim().replace('$', "");
    let digits = text.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = text.split_at(digits);
    let mut column: u32 = 0;
    for letter in letters.chars() {
        let letter = letter.to_ascii_uppercase();
        let value = u32::from(letter).checked_sub(u32::from('A'))?;
        column = column.checked_mul(26)?.checked_add(value)?.checked_add(1)?;
    }
    Some(CellAddress {
        row: row.parse().ok().filter(|row| *row > 0)?,
        column: column.checked_sub(1)?,
    })
}

/// Where in a sheet a tag stands.
#[derive(Default)]
struct Counter {
    in_data: bool,
    row: u32,
    column: Option<u32>,
}

/// What a tag of the sheet's cells begins or ends.
enum Met {
    Data(Kind),
    Row(Kind),
    Cell(CellAddress),
}

impl Counter {
    fn meet(&mut self, tag: &Tag<'_>, prefix: &str) -> Result<Option<Met>, Unfit> {
        if tag.depth == 1 && tag.is(prefix, "sheetData") {
            self.in_data = tag.kind == Kind::Open;
            return Ok(Some(Met::Data(tag.kind)));
        }
        if !self.in_data {
            return Ok(None);
        }
        if tag.depth == 2 && tag.is(prefix, "row") {
            if tag.opens() {
                let next = self.row.checked_add(1).ok_or(Unfit::Broken)?;
                let row = tag.number("r").unwrap_or(next);
                if row < next || tag.attribute("r").is_some() && tag.number("r").is_none() {
                    return Err(Unfit::Broken);
                }
                (self.row, self.column) = (row, None);
            }
            return Ok(Some(Met::Row(tag.kind)));
        }
        if tag.depth == 3 && tag.is(prefix, "c") && tag.opens() {
            let next = self.column.map_or(0, |column| column + 1);
            let cell = match tag.attribute("r") {
                None => CellAddress {
                    row: self.row,
                    column: next,
                },
                Some(said) => address(said).ok_or(Unfit::Broken)?,
            };
            if cell.row != self.row || cell.column < next {
                return Err(Unfit::Broken);
            }
            self.column = Some(cell.column);
            return Ok(Some(Met::Cell(cell)));
        }
        Ok(None)
    }
}

struct Pass<'a> {
    style: StyleOf<'a>,
    prefix: String,
    edits: Edits,
    /// Runs of columns with a style of their own.
    columns: Vec<(u32, u32, u32)>,
}

impl Pass<'_> {
    fn sheet(&mut self, text: &str, mut wanted: BTreeMap<u32, Vec<u32>>) -> Result<(), Unfit> {
        let (mut tags, mut at) = (Tags::of(text), Counter::default());
        // The row at hand, and its cells that have not come yet.
        let mut row: Option<Tag<'_>> = None;
        let mut open: Vec<u32> = Vec::new();
        let prefix = self.prefix.clone();
        let mut ended = false;
        while let Some(tag) = tags.next()? {
            if tag.opens() && tag.depth == 2 && tag.is(&prefix, "col") {
                self.column_run(&tag);
            }
            match at.meet(&tag, &prefix)? {
                None => {}
                Some(Met::Data(Kind::Open)) => {}
                Some(Met::Data(Kind::Empty)) => {
                    ended = true;
                    let rows = self.new_rows(std::mem::take(&mut wanted));
                    let name = tag.name();
                    if !rows.is_empty() {
                        let open = tag.text.trim_end_matches('>').trim_end_matches('/');
                        let whole = format!("{}>{rows}</{name}>", open.trim_end());
                        self.edits.replace(tag.at..tag.end(), whole);
                    }
                }
                Some(Met::Data(Kind::Close)) => {
                    ended = true;
                    let rows = self.new_rows(std::mem::take(&mut wanted));
                    self.edits.insert(tag.at, rows);
                }
                Some(Met::Row(Kind::Close)) => {
                    if let Some(begun) = row.take() {
                        let cells = self.new_cells(at.row, &std::mem::take(&mut open), &begun);
                        self.edits.insert(tag.at, cells);
                    }
                }
                Some(Met::Row(kind)) => {
                    let later = wanted.split_off(&at.row);
                    let before = std::mem::replace(&mut wanted, later);
                    let has_number = tag.attribute("r").is_some();
                    let mut changed = tag.text.to_owned();
                    if !before.is_empty() && !has_number {
                        changed = with_attribute(&changed, "r", &at.row.to_string());
                    }
                    let rows = self.new_rows(before);
                    open = wanted.remove(&at.row).unwrap_or_default();
                    changed = widened(&changed, &open);
                    if kind == Kind::Empty && !open.is_empty() {
                        let cells = self.new_cells(at.row, &std::mem::take(&mut open), &tag);
                        let begin = changed.trim_end_matches('>').trim_end_matches('/');
                        changed = format!("{}>{cells}</{prefix}row>", begin.trim_end());
                    }
                    if changed != tag.text || !rows.is_empty() {
                        self.edits.replace(tag.at..tag.end(), rows + &changed);
                    }
                    row = Some(tag).filter(|_| kind == Kind::Open);
                }
                Some(Met::Cell(cell)) => {
                    if let Some(begun) = row {
                        self.cell(&tag, cell, &mut open, &begun);
                    }
                }
            }
        }
        ended.then_some(()).ok_or(Unfit::Broken)
    }

    fn cell(&mut self, tag: &Tag<'_>, cell: CellAddress, open: &mut Vec<u32>, row: &Tag<'_>) {
        if open.first().is_none_or(|first| *first > cell.column) {
            return;
        }
        let later = open.split_off(open.partition_point(|column| *column < cell.column));
        let before = std::mem::replace(open, later);
        let mut changed = tag.text.to_owned();
        if !before.is_empty() && tag.attribute("r").is_none() {
            changed = with_attribute(&changed, "r", &cell.to_string());
        }
        if open.first() == Some(&cell.column) {
            open.remove(0);
            let style = (self.style)(cell, tag.number("s").unwrap_or(0));
            changed = with_attribute(&changed, "s", &style.to_string());
        }
        let cells = self.new_cells(cell.row, &before, row);
        self.edits.replace(tag.at..tag.end(), cells + &changed);
    }

    fn new_rows(&mut self, rows: BTreeMap<u32, Vec<u32>>) -> String {
        let mut text = String::new();
        for (row, columns) in rows {
            let cells: String = columns
                .into_iter()
                .map(|column| self.new_cell(CellAddress { row, column }, None))
                .collect();
            let p = &self.prefix;
            text.push_str(&format!("<{p}row r=\"{row}\">{cells}</{p}row>"));
        }
        text
    }

    fn new_cells(&mut self, row: u32, columns: &[u32], tag: &Tag<'_>) -> String {
        let has_style = matches!(tag.attribute("customFormat"), Some("1" | "true"));
        let of_row = tag.number("s").filter(|_| has_style);
        columns
            .iter()
            .map(|column| {
                let column = *column;
                self.new_cell(CellAddress { row, column }, of_row)
            })
            .collect()
    }

    fn new_cell(&mut self, cell: CellAddress, of_row: Option<u32>) -> String {
        let of_column = || {
            let runs = self.columns.iter();
            let mut runs = runs.filter(|(first, last, _)| (*first..=*last).contains(&cell.column));
            runs.next().map(|(_, _, style)| *style)
        };
        let plain = of_row.or_else(of_column).unwrap_or(0);
        let style = (self.style)(cell, plain);
        format!("<{}c r=\"{cell}\" s=\"{style}\"/>", self.prefix)
    }

    fn column_run(&mut self, tag: &Tag<'_>) {
        let bounds = tag.number("min").zip(tag.number("max"));
        if let Some(((first, last), style)) = bounds.zip(tag.number("style")) {
            let (first, last) = (first.saturating_sub(1), last.saturating_sub(1));
            self.columns.push((first, last, style));
        }
    }
}

/// A row's tag, whose hint at how far its cells reach takes in those columns too.
fn widened(tag: &str, columns: &[u32]) -> String {
    let (Some(first), Some(last)) = (columns.first(), columns.last()) else {
        return tag.to_owned();
    };
    let spans = Tag {
        kind: Kind::Open,
        text: tag,
        at: 0,
        depth: 0,
    }
    .attribute("spans")
    .and_then(|spans| {
        let (from, to) = spans.trim().split_once(':')?;
        Some((from.parse::<u32>().ok()?, to.parse::<u32>().ok()?))
    });
    match spans {
        Some((from, to)) if first + 1 < from || last + 1 > to => {
            let (from, to) = (from.min(first + 1), to.max(last + 1));
            with_attribute(tag, "spans", &format!("{from}:{to}"))
        }
        Some(_) | None => tag.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(inside: &str, cells: &[&str]) -> String {
        let text = format!("<w>{inside}</w>");
        let cells: Vec<CellAddress> = cells.iter().map(|cell| address(cell).unwrap()).collect();
        let changed = restyled(&text, &cells, &mut |_, style| style + 100).unwrap();
        changed.replace("<w>", "").replace("</w>", "")
    }

    #[test]
    fn cells_that_are_there_change_their_style_alone() {
        let text =
            "<sheetData><row r='2'><c r='A2' s='3' t='s'><v>1</v></c><c r='B2'/></row></sheetData>";
        let expected = text
            .replace("s='3'", "s='103'")
            .replace("<c r='B2'/>", "<c r='B2' s=\"100\"/>");
        assert_eq!(marked(text, &["B2", "A2", "A2"]), expected);
    }

    #[test]
    fn cells_and_rows_that_are_not_there_are_put_in_in_order() {
        let text = "<cols><col min='5' max='6' style='7'/></cols><sheetData><row r='2' spans='2:3'><c r='B2'/></row>\
            <row r='5' s='9' customFormat='1'/></sheetData>";
        let expected = "<cols><col min='5' max='6' style='7'/></cols><sheetData><row r=\"1\"><c r=\"A1\" s=\"100\"/></row>\
            <row r='2' spans='1:6'><c r=\"A2\" s=\"100\"/><c r='B2'/><c r=\"F2\" s=\"107\"/></row>\
            <row r=\"4\"><c r=\"A4\" s=\"100\"/></row>\
            <row r='5' s='9' customFormat='1'><c r=\"E5\" s=\"109\"/></row>\
            <row r=\"6\"><c r=\"A6\" s=\"100\"/></row></sheetData>";
        assert_eq!(
            marked(text, &["A1", "A2", "F2", "A4", "E5", "A6"]),
            expected
        );
    }

    #[test]
    fn a_sheet_without_cells_takes_them() {
        let expected = "<sheetData><row r=\"3\"><c r=\"C3\" s=\"100\"/></row></sheetData>";
        assert_eq!(marked("<sheetData/>", &["C3"]), expected);
        assert_eq!(marked("<sheetData></sheetData>", &["C3"]), expected);
    }

    #[test]
    fn where_addresses_are_left_out_they_are_counted_and_given_where_something_comes_before() {
        let text = "<sheetData><row><c><v>1</v></c><c r='D1'/><c/></row><row/></sheetData>";
        let expected = "<sheetData><row><c s=\"100\"><v>1</v></c><c r=\"B1\" s=\"100\"/><c r='D1'/><c s=\"100\"/></row>\
            <row><c r=\"B2\" s=\"100\"/></row></sheetData>";
        assert_eq!(marked(text, &["A1", "B1", "E1", "B2"]), expected);
        let text = "<sheetData><row r='3'><c r='B3'/></row><row><c/></row></sheetData>";
        assert_eq!(
            marked(text, &["A4"]),
            "<sheetData><row r='3'><c r='B3'/></row><row><c s=\"100\"/></row></sheetData>"
        );
    }

    #[test]
    fn cells_out_of_order_are_no_sheet_to_mark() {
        for rows in [
            "<row r='2'/><row r='1'/>",
            "<row r='1'><c r='B1'/><c r='A1'/></row>",
            "<row r='1'><c r='B2'/></row>",
            "<row r='x'/>",
        ] {
            let text = format!("<w><sheetData>{rows}</sheetData></w>");
            let cell = CellAddress { row: 1, column: 0 };
            assert!(
                restyled(&text, &[cell], &mut |_, style| style).is_err(),
                "{rows}"
            );
        }
        assert!(restyled("<w/>", &[], &mut |_, style| style).is_err());
    }
}
