//! What names a row of a transposed sheet: the texts left of its figures, without their numbers.
//!
//! In: cells of a row. Out: captions that are matched as a header's are, top-down. Must not know: figures.

use crate::fact::header::block::{Matched, matches};
use crate::fact::header::caption::Caption;
use crate::fact::header::index::HeaderIndex;
use crate::fact::header::unit::UnitWords;
use crate::fact::schema::{Schema, TableId};

/// A row's label.
#[derive(Clone, Debug)]
pub(super) struct Label {
    pub(super) captions: Vec<Caption>,
    pub(super) numbering: Numbering,
}

/// How a row is numbered: rows numbered alike are of one rank.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Numbering {
    #[default]
    None,
    /// `- Hộ nghèo`
    Item,
    /// `I` or `A`
    Heading,
    /// `1`, `1.2`: how many numbers it has.
    Figures(usize),
    /// `a)`
    Letter,
}

impl Label {
    /// The label that those cells make, from left to right; none if there is no word in them. `unit` is the cell of the row's unit.
    pub(super) fn new<'c>(
        cells: impl Iterator<Item = &'c str>,
        unit: Option<&str>,
        words: &UnitWords,
    ) -> Option<Label> {
        let mut numbering = Numbering::None;
        let mut captions: Vec<Caption> = Vec::new();
        for cell in cells {
            let (number, text) = split_number(cell);
            if numbering == Numbering::None {
                numbering = number;
            }
            if !text.is_empty() {
                captions.push(Caption::new(text, words));
            }
        }
        if captions.is_empty() {
            return None;
        }
        captions.extend(unit.map(|unit| Caption::new(&format!("({unit})"), words)));
        Some(Label {
            captions,
            numbering,
        })
    }

    /// As found.
    pub(super) fn shown(&self) -> String {
        let texts: Vec<&str> = self
            .captions
            .iter()
            .filter(|caption| !caption.is_unit_alone())
            .map(|caption| caption.shown.as_str())
            .collect();
        texts.join(" / ")
    }

    /// What it means in each table, below that heading if there is one. A year in it would be another than its column's.
    pub(super) fn meanings(
        &self,
        heading: Option<&Label>,
        at: u32,
        index: &HeaderIndex,
        schema: &Schema,
    ) -> Vec<(TableId, Matched)> {
        let above = heading.into_iter().flat_map(|heading| &heading.captions);
        let captions: Vec<&Caption> = above
            .filter(|caption| !caption.is_unit_alone())
            .chain(&self.captions)
            .collect();
        let mut found = matches(&captions, at, index, schema);
        found.retain(|(_, matched)| matched.years.is_empty());
        found
    }
}

/// A text without the number before it: `1.2. Hộ nghèo`, `II) Hộ nghèo`, `- Hộ nghèo`. All of a numbering is a number.
pub(super) fn split_number(text: &str) -> (Numbering, &str) {
    let text = text.trim();
    let item = text.trim_start_matches(['-', '+', '–', '•', '*']);
    if item.len() < text.len() {
        return (Numbering::Item, item.trim());
    }
    let first = text.split(' ').next().unwrap_or_default();
    let rest = text[first.len()..].trim();
    let number = first.trim_end_matches(['.', ')', '/', ':']);
    let figures = number.split('.').all(|figure| {
        !figure.is_empty() && figure.len() <= 3 && figure.bytes().all(|byte| byte.is_ascii_digit())
    });
    if figures {
        return (Numbering::Figures(number.split('.').count()), rest);
    }
    let is_marked = number.len() < first.len() || rest.is_empty();
    let is_letter = number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_lowercase());
    if is_marked && is_letter {
        return (Numbering::Letter, rest);
    }
    if is_marked && crate::fact::body::is_heading_number(number) {
        return (Numbering::Heading, rest);
    }
    (Numbering::None, text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_before_a_label_are_no_part_of_it() {
        for (text, numbering, rest) in [
            ("Hộ nghèo", Numbering::None, "Hộ nghèo"),
            ("1. Hộ nghèo", Numbering::Figures(1), "Hộ nghèo"),
            ("1.2 Hộ nghèo", Numbering::Figures(2), "Hộ nghèo"),
            ("2/ Hộ nghèo", Numbering::Figures(1), "Hộ nghèo"),
            ("II. Hộ nghèo", Numbering::Heading, "Hộ nghèo"),
            ("b) Hộ nghèo", Numbering::Letter, "Hộ nghèo"),
            ("- Hộ nghèo", Numbering::Item, "Hộ nghèo"),
            ("I", Numbering::Heading, ""),
            ("3", Numbering::Figures(1), ""),
            ("X Lộc Thành", Numbering::None, "X Lộc Thành"),
        ] {
            assert_eq!(split_number(text), (numbering, rest), "{text}");
        }
    }
}
