//! A marked workbook made of a submitted one: only the parts that must change are changed, and only where they must.
//!
//! In: a workbook's bytes, the marks of its cells, the list of findings. Out: the bytes of the marked workbook; or why it had better
//! not be touched. Must not know: rules, file systems.

use super::Unfit;
use super::book::{Book, SheetPart, namespace};
use super::earlier::{self, Kept, kept_line};
use super::listing::Listing;
use super::package::Package;
use super::relations::{Relations, say_kind};
use super::styles::Styles;
use super::{cells, list_sheet, notes, shapes, sheet_tail};
use crate::diagnostic::Severity;
use crate::place::CellAddress;
use std::collections::BTreeMap;

const COMMENTS: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
const DRAWING: &str = "application/vnd.openxmlformats-officedocument.vmlDrawing";
/// Where a signature of the whole file begins.
const SIGNATURE: &str = "_xmlsignatures/";

/// The mark of a cell: the worst of its findings, and all that they say.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    pub(super) severity: Severity,
    pub(super) words: String,
}

/// Marks by sheet and cell.
pub(super) type Marks = BTreeMap<String, BTreeMap<CellAddress, Mark>>;

/// What is put into a workbook.
pub(super) struct Marking<'a> {
    pub(super) marks: &'a Marks,
    pub(super) listing: &'a Listing,
    /// The name that the sheet of findings is to have, if it is free.
    pub(super) title: &'a str,
    /// Sheets of an earlier marking, and what they kept.
    pub(super) own: &'a [String],
    pub(super) kept: &'a Kept,
}

/// The marked workbook, and whether it bears a signature that no longer fits.
pub(super) fn patched(bytes: &[u8], marking: &Marking<'_>) -> Result<(Vec<u8>, bool), Unfit> {
    let mut package = Package::open(bytes)?;
    let mut book = Book::of(&mut package)?;
    let styles_part = book.styles(&mut package)?;
    let mut styles = Styles::of(package.text(&styles_part)?)?;
    earlier::remove(
        &mut package,
        &mut book,
        &mut styles,
        marking.own,
        marking.kept,
    )?;
    let (ids, sheets) = (book.ids()?, book.sheets.clone());
    let mut kept = Vec::new();
    for (number, sheet) in (1..).zip(&sheets) {
        if let Some(marks) = marking.marks.get(&sheet.name) {
            let mut marked = SheetMarking {
                package: &mut package,
                styles: &mut styles,
                sheet,
                number,
                ids: &ids,
                kept: &mut kept,
            };
            marked.mark(marks)?;
        }
    }
    let first = sheets.iter().find(|sheet| package.has(&sheet.part));
    let namespace = namespace(&package.text(&first.ok_or(Unfit::Broken)?.part)?)?;
    let list = list_sheet::sheet(marking.listing, &styles.for_list(), &namespace, &kept);
    let name = book.free_name(marking.title);
    book.add_first(&mut package, &name, list)?;
    package.set(&styles_part, styles.finish()?);
    book.save(&mut package);
    let is_signed = package.keys().any(|key| key.starts_with(SIGNATURE));
    Ok((package.finish()?, is_signed))
}

struct SheetMarking<'a, 'p> {
    package: &'a mut Package<'p>,
    styles: &'a mut Styles,
    sheet: &'a SheetPart,
    number: u32,
    ids: &'a str,
    kept: &'a mut Vec<String>,
}

impl SheetMarking<'_, '_> {
    fn mark(&mut self, marks: &BTreeMap<CellAddress, Mark>) -> Result<(), Unfit> {
        let part = &self.sheet.part;
        let text = self.package.text(part)?;
        let marks = shown(&text, marks)?;
        let wanted: Vec<CellAddress> = marks.keys().copied().collect();
        let (styles, kept) = (&mut *self.styles, &mut *self.kept);
        let mut style = |cell: CellAddress, style: u32| {
            if let Some(fill) = styles.fill_to_remember(style) {
                kept.push(kept_line(&self.sheet.name, cell, fill));
            }
            let severity = marks
                .get(&cell)
                .map_or(Severity::Error, |mark| mark.severity);
            styles.twin(style, severity)
        };
        let text = cells::restyled(&text, &wanted, &mut style)?;
        let text = self.with_notes(text, &marks)?;
        self.package.set(&self.sheet.part, text);
        Ok(())
    }

    fn with_notes(
        &mut self,
        text: String,
        marks: &BTreeMap<CellAddress, Mark>,
    ) -> Result<String, Unfit> {
        let mut relations = Relations::of(self.package, &self.sheet.part)?;
        let words = marks.iter().map(|(cell, mark)| (*cell, mark.words.clone()));
        let words: BTreeMap<CellAddress, String> = words.collect();
        let part = self.comments(&mut relations, &text)?;
        let (comments, new) = notes::with_notes(&self.package.text(&part)?, &words)?;
        self.package.set(&part, comments);
        let length = |cell: &CellAddress| words.get(cell).map_or(0, |text| text.chars().count());
        let new: Vec<(CellAddress, usize)> = new.iter().map(|cell| (*cell, length(cell))).collect();
        if new.is_empty() {
            relations.save(self.package);
            return Ok(text);
        }
        let (text, drawing) = self.drawing(&mut relations, text)?;
        let drawn = shapes::with_shapes(&self.package.text(&drawing)?, &new)?;
        self.package.set(&drawing, drawn);
        relations.save(self.package);
        Ok(text)
    }

    /// The part with the sheet's notes, made if there is none.
    fn comments(&mut self, relations: &mut Relations, text: &str) -> Result<String, Unfit> {
        if let Some(known) = relations.first("comments") {
            return Ok(known.part.clone());
        }
        let part = self.package.free_name(&self.beside("comments"), ".xml");
        relations.add(&format!("{}/comments", self.ids), &part)?;
        say_kind(self.package, &part, COMMENTS)?;
        self.package.set(&part, notes::empty(&namespace(text)?));
        Ok(part)
    }

    /// The part with the boxes of the sheet's notes, made and named by the sheet if there is none.
    fn drawing(
        &mut self,
        relations: &mut Relations,
        text: String,
    ) -> Result<(String, String), Unfit> {
        if let Some(id) = sheet_tail::drawing(&text)? {
            let part = relations.part(&id).ok_or(Unfit::Broken)?.to_owned();
            return Ok((text, part));
        }
        let name = self.beside("drawings/vmlDrawing");
        let part = self.package.free_name(&name, ".vml");
        let id = relations.add(&format!("{}/vmlDrawing", self.ids), &part)?;
        say_kind(self.package, &part, DRAWING)?;
        self.package.set(&part, shapes::empty(self.number));
        Ok((sheet_tail::with_drawing(&text, &id, self.ids)?, part))
    }

    /// The name of a part in the folder above the sheets'.
    fn beside(&self, name: &str) -> String {
        let folder = self
            .sheet
            .part
            .rfind('/')
            .and_then(|at| self.sheet.part.get(..at));
        let above = folder.and_then(|folder| Some(folder.get(..=folder.rfind('/')?)?.to_owned()));
        format!("{}{name}", above.unwrap_or_default())
    }
}

/// The marks as they can be seen: of merged cells only the first shows.
fn shown(
    text: &str,
    marks: &BTreeMap<CellAddress, Mark>,
) -> Result<BTreeMap<CellAddress, Mark>, Unfit> {
    let merges = cells::merges(text)?;
    let mut seen: BTreeMap<CellAddress, Mark> = BTreeMap::new();
    for (cell, mark) in marks {
        let block = merges.iter().find(|(first, last)| {
            (first.row..=last.row).contains(&cell.row)
                && (first.column..=last.column).contains(&cell.column)
        });
        let cell = block.map_or(*cell, |(first, _)| *first);
        match seen.get_mut(&cell) {
            None => drop(seen.insert(cell, mark.clone())),
            Some(held) => {
                held.severity = held.severity.min(mark.severity);
                if !held.words.contains(&mark.words) {
                    held.words = format!("{}\n\n{}", held.words, mark.words);
                }
            }
        }
    }
    Ok(seen)
}
