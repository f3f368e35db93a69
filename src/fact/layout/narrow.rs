//! Titles of some of the poor households only, over headers that say nothing of it: `Hộ nghèo dân tộc thiểu số`.
//!
//! In: the texts about a table and its headers. Out: nothing, or the refusal. Must not know: values.

use super::title::{Phrases, Words, holds, phrases};
use super::{Refusal, Surroundings};
use crate::fact::header::block::Block;
use crate::fact::problem::Problem;
use crate::fact::schema::{ColumnType, Schema};
use crate::place::Spot;
use crate::text::nfc;
use std::sync::LazyLock;

phrases! {
    MINORITIES = ["dân tộc thiểu số", "DTTS"];
    RISEN = ["thoát nghèo", "thoát cận nghèo"];
    FALLEN_AGAIN = ["tái nghèo"];
    ARISEN = ["phát sinh"];
    POOR = ["hộ nghèo", "hộ cận nghèo"];
    HOUSEHOLDS = ["hộ"];
    POOR_WORDS = ["nghèo", "cận nghèo"];
    FILLERS = ["là", "người", "thuộc", "đồng bào", "đã", "mới", "được"];
    REDUCTION = ["giảm nghèo"];
    // What may stand beside a group's name that is a whole title.
    BESIDE = ["tổng hợp", "danh sách", "số hộ", "số", "hộ", "biểu", "kết quả", "trong năm", "cuối năm", "năm"];
}

/// Refuses plain headers of poor households under a title that speaks of some of them only.
pub(super) fn check(
    block: &Block,
    surroundings: &Surroundings,
    schema: &Schema,
) -> Result<(), Box<Refusal>> {
    let table = schema.table_at(block.table);
    let counts_poor = block.matched.iter().find(|matched| {
        let column = table.column_at(matched.column);
        let is_number =
            column.is_some_and(|column| matches!(column.kind, ColumnType::Number { .. }));
        is_number && holds(&matched.text, &POOR)
    });
    let Some(matched) = counts_poor else {
        return Ok(());
    };
    let headers = block.texts();
    for text in lines(surroundings) {
        let text = nfc(&text);
        let Some((group, words)) = narrowed(&text) else {
            continue;
        };
        // A column of the group itself is what the title speaks of.
        if !headers.iter().any(|header| holds(header, group)) {
            return Err(Box::new(Refusal {
                problem: Problem::TitleOfSome {
                    text,
                    words,
                    header: matched.text.clone(),
                },
                spot: Spot::Whole,
            }));
        }
    }
    Ok(())
}

/// The names and titles, and titles that are broken over two lines as one.
fn lines(surroundings: &Surroundings) -> impl Iterator<Item = String> {
    let titles = &surroundings.own;
    let names = surroundings.sheet.iter().chain([&surroundings.file]);
    let pairs = titles.windows(2).map(|pair| pair.join(" "));
    names.chain(titles).cloned().chain(pairs)
}

fn groups() -> [&'static Phrases; 4] {
    [&*MINORITIES, &*RISEN, &*FALLEN_AGAIN, &*ARISEN]
}

/// The group that a title is about, with its words: its households are said to be of that group, and never named without it.
fn narrowed(text: &str) -> Option<(&'static Phrases, String)> {
    let words = Words::new(text);
    let group_at = |at: usize| {
        let mut groups = groups().into_iter();
        groups.find_map(|group| Some((group, words.at(at, group)?)))
    };
    let mut plain: Vec<usize> = Vec::new();
    let mut found: Vec<(Option<usize>, &'static Phrases, String)> = Vec::new();
    let mut at = 0;
    while at < words.tokens.len() {
        let poor = words.at(at, &POOR);
        let Some(noun) = poor.or_else(|| words.at(at, &HOUSEHOLDS)) else {
            at += 1;
            continue;
        };
        let mut end = at + noun;
        while let Some(filler) = words.at(end, &FILLERS) {
            end += filler;
        }
        match (group_at(end), poor) {
            (Some((group, length)), _) => {
                end += length;
                // `Hộ dân tộc thiểu số nghèo` are `hộ nghèo` too.
                let behind = words.at(end, &POOR_WORDS);
                let noun = poor.or(behind.map(|length| length + 1));
                end += behind.unwrap_or(0);
                let is_of_poor = noun.is_some() || !std::ptr::eq(group, &*MINORITIES);
                if is_of_poor {
                    found.push((noun, group, words.shown(at..end)));
                }
            }
            (None, Some(noun)) => {
                plain.push(noun);
                end = at + noun;
            }
            (None, None) => end = at + noun,
        }
        at = end;
    }
    let is_narrowed = |noun: &Option<usize>| match noun {
        Some(noun) => !plain.contains(noun),
        None => plain.is_empty() && !holds(text, &REDUCTION),
    };
    let found = found.into_iter().find(|(noun, ..)| is_narrowed(noun));
    found
        .map(|(_, group, words)| (group, words))
        .or_else(|| alone(&words))
}

/// The group whose name is the whole text, years apart: `DTTS`, `Thoát nghèo 2025`.
fn alone(words: &Words<'_>) -> Option<(&'static Phrases, String)> {
    let mut found = None;
    let mut at = 0;
    while at < words.tokens.len() {
        let mut groups = groups().into_iter();
        if let Some((group, length)) = groups.find_map(|group| Some((group, words.at(at, group)?)))
        {
            found.get_or_insert_with(|| (group, words.shown(at..at + length)));
            at += length;
        } else if let Some(length) = words.at(at, &BESIDE) {
            at += length;
        } else if words.is_of_letters(at) {
            return None;
        } else {
            at += 1;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_of_a_group_if_its_households_are_never_named_without_it() {
        for (title, expected) in [
            (
                "HỘ NGHÈO DÂN TỘC THIỂU SỐ NĂM 2025",
                "HỘ NGHÈO DÂN TỘC THIỂU SỐ",
            ),
            (
                "TỔNG HỢP HỘ NGHÈO LÀ ĐỒNG BÀO DTTS",
                "HỘ NGHÈO LÀ ĐỒNG BÀO DTTS",
            ),
            ("HỘ DÂN TỘC THIỂU SỐ NGHÈO", "HỘ DÂN TỘC THIỂU SỐ NGHÈO"),
            (
                "HỘ NGHÈO, HỘ CẬN NGHÈO DÂN TỘC THIỂU SỐ",
                "HỘ CẬN NGHÈO DÂN TỘC THIỂU SỐ",
            ),
            (
                "HỘ NGHÈO THOÁT NGHÈO TRONG NĂM 2025",
                "HỘ NGHÈO THOÁT NGHÈO",
            ),
            ("DANH SÁCH HỘ THOÁT NGHÈO", "HỘ THOÁT NGHÈO"),
            ("ho_ngheo_dtts_2025", "ho_ngheo_dtts"),
            ("HỘ TÁI NGHÈO", "HỘ TÁI NGHÈO"),
            ("DTTS", "DTTS"),
            ("Thoát nghèo 2025", "Thoát nghèo"),
            ("HỘ NGHÈO, HỘ NGHÈO DTTS, HỘ CẬN NGHÈO", ""),
            ("HỘ NGHÈO, CẬN NGHÈO, THOÁT NGHÈO", ""),
            ("HỘ NGHÈO, HỘ CẬN NGHÈO, HỘ THOÁT NGHÈO", ""),
            ("KẾT QUẢ GIẢM NGHÈO, SỐ HỘ THOÁT NGHÈO", ""),
            ("HỘ NGHÈO VÙNG ĐỒNG BÀO DÂN TỘC THIỂU SỐ VÀ MIỀN NÚI", ""),
            ("HỘ DÂN TỘC THIỂU SỐ", "DÂN TỘC THIỂU SỐ"),
            ("HỘ NGHÈO NĂM 2025", ""),
            ("Phong trào thoát nghèo", ""),
        ] {
            let found = narrowed(title).map(|(_, words)| words);
            assert_eq!(found.unwrap_or_default(), expected, "{title}");
        }
    }
}
