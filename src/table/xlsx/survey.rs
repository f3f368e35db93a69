//! The look through a workbook before the reading library sees it: every part is unpacked once, what is unsafe refuses the file, what
//! the sheets hold is counted, and what is written plainly is kept.
//!
//! In: the zip. Out: a census of each sheet. Must not know: the reading library.

use super::super::Problem;
use super::super::container::Container;
use super::super::xml::Token;
use super::census::{SheetCensus, StyleCensus, TextCensus, most_cells};
use super::plain::{KeptCells, PlainData};
use super::relations::Relations;
use super::texts::{self, PlainTexts};
use std::collections::{HashMap, HashSet};

/// What the table of texts may take up in memory: so much, and so many times the file.
const TEXT_GRACE: u64 = 192 << 20;
const TEXT_RATIO: u64 = 3;
/// What the table of styles may take up.
const STYLE_MEMORY: u64 = 128 << 20;

/// Of all sheets together no more bytes are kept.
const MOST_KEPT_OF_ALL: usize = 4 << 20;

/// Goes through all parts; the result is in the order of the workbook's list of sheets.
/// With them, the texts that are known.
pub(super) fn survey(
    container: &mut Container,
    length: u64,
    most_kept: usize,
) -> Result<(Vec<SheetCensus>, PlainTexts), Problem> {
    let relations = Relations::of(container)?;
    let limit = most_cells(length);
    let of_sheets: HashSet<&String> = relations.sheets.iter().collect();
    let mut sheets: HashMap<String, SheetCensus> = HashMap::new();
    let (mut known_texts, mut cells) = (0, 0);
    let (mut plain_texts, mut kept) = (PlainTexts::default(), 0);
    for index in 0..container.len() {
        let name = container.name(index).to_owned();
        if of_sheets.contains(&name) {
            let may_be_kept = most_kept.min(MOST_KEPT_OF_ALL - kept);
            let census = sheet(container, index, limit, may_be_kept)?;
            kept += census.kept.as_ref().map_or(0, |kept| kept.text.len());
            cells += census.cells;
            if cells > limit {
                return Err(Problem::TooManyCells { limit });
            }
            sheets.insert(name, census);
        } else if name == relations.strings {
            known_texts = texts(container, index, length, &mut plain_texts)?;
        } else if name == relations.styles {
            styles(container, index)?;
        } else if relations.others.contains(&name) {
            container.each_token(index, |_, _| Ok(()))?;
        } else {
            container.drain(index)?;
        }
    }
    let census = |part: &String| match sheets.remove(part) {
        Some(mut census) => {
            census.check_texts(known_texts);
            census
        }
        // Its part is not there, or is another sheet's, so that the same cells would be read twice.
        None => SheetCensus::refused(relations.broken(part)),
    };
    Ok((relations.sheets.iter().map(census).collect(), plain_texts))
}

fn sheet(
    container: &mut Container,
    index: usize,
    limit: u64,
    may_be_kept: usize,
) -> Result<SheetCensus, Problem> {
    let (census, is_sure) = look_through(container, index, limit, may_be_kept, true)?;
    match is_sure {
        true => Ok(census),
        false => Ok(look_through(container, index, limit, may_be_kept, false)?.0),
    }
}

/// Counts what a sheet holds. The tags of cells that are written plainly may be passed over; not sure is it then if what looked like the
/// data proves to be a comment, or not all of the rows, or no text.
fn look_through(
    container: &mut Container,
    index: usize,
    limit: u64,
    may_be_kept: usize,
    may_pass_over: bool,
) -> Result<(SheetCensus, bool), Problem> {
    let (mut census, mut data) = (SheetCensus::new(limit, index), None);
    let known = |part: &[u8]| {
        let part = Some(part).filter(|_| may_pass_over);
        data = part.and_then(PlainData::of);
        data.as_ref().map_or(0..0, PlainData::known)
    };
    let look = |token: Token<'_>, at| {
        census.take(token, at);
        Ok(())
    };
    let part = container.each_token_kept(index, may_be_kept, known, look)?;
    let text = part.and_then(|part| String::from_utf8(part).ok());
    let is_sure = match (text, data) {
        (Some(text), Some(data)) if census.agrees_with(&data) => {
            census.keep(KeptCells { text, data });
            true
        }
        (_, data) => data.is_none_or(|data| data.end.is_none()),
    };
    Ok((census.finish(), is_sure))
}

/// How many texts there are. The reader makes room for as many as are promised: a false number would end the program.
fn texts(
    container: &mut Container,
    index: usize,
    length: u64,
    plain: &mut PlainTexts,
) -> Result<u64, Problem> {
    const SLIP: u64 = 100_000;
    let mut census = TextCensus::default();
    let part = container.each_token_kept(
        index,
        texts::MOST_KEPT,
        |_| 0..0,
        |token, at| {
            census.take(token, at);
            Ok(())
        },
    )?;
    *plain = PlainTexts::of(part);
    if census.promised > census.texts.saturating_add(SLIP) {
        return Err(Problem::FalseCount {
            part: container.name(index).to_owned(),
            promised: census.promised,
            found: census.texts,
        });
    }
    let limit = TEXT_GRACE.saturating_add(length.saturating_mul(TEXT_RATIO));
    if census.memory() > limit {
        return Err(Problem::TooMuchText { limit: limit >> 20 });
    }
    Ok(census.texts)
}

fn styles(container: &mut Container, index: usize) -> Result<(), Problem> {
    let mut census = StyleCensus::default();
    container.each_token(index, |token, _| {
        census.take(token);
        Ok(())
    })?;
    if census.memory() > STYLE_MEMORY {
        return Err(Problem::XmlBounds {
            part: container.name(index).to_owned(),
        });
    }
    Ok(())
}
