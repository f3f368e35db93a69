//! The one year of a sheet whose headers name none: in its name, its title rows or its file's name.
//!
//! In: those texts. Out: the year, or a refusal. Must not know: values.

use super::{Refusal, Surroundings, needs_year};
use crate::fact::header::block::Block;
use crate::fact::header::caption::year;
use crate::fact::problem::Problem;
use crate::fact::schema::Schema;
use crate::place::Spot;
use crate::text::fold;

/// None if every column by year names its year.
pub(super) fn find(
    block: &Block,
    surroundings: &Surroundings,
    schema: &Schema,
) -> Result<Option<i32>, Box<Refusal>> {
    let without: Vec<String> = needs_year(block, schema)
        .map(|matched| matched.text.clone())
        .collect();
    if without.is_empty() {
        return Ok(None);
    }
    match surroundings.only(years_of) {
        Some(year) => Ok(Some(year)),
        None => Err(Box::new(Refusal {
            problem: Problem::YearMissing { headers: without },
            spot: Spot::Whole,
        })),
    }
}

/// The years in a text, each once. The day of a covering letter (`ngày 05/01/2023`) and the number of a decree (`07/2021/NĐ-CP`) say
/// nothing of the figures; the last day of a year does.
fn years_of(text: &str) -> Vec<i32> {
    let mut years = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..]
        .find(|c: char| c.is_ascii_digit())
        .map(|start| at + start)
    {
        let end = text[start..]
            .find(|c: char| !c.is_ascii_digit())
            .map_or(text.len(), |length| start + length);
        if let Some(year) = year(&text[start..end])
            && !is_in_a_date(&text[..start])
            && !years.contains(&year)
        {
            years.push(year);
        }
        at = end;
    }
    years
}

/// Whether what stands before a year makes it part of another day than the year's last, or of a decree's number.
fn is_in_a_date(before: &str) -> bool {
    if before.ends_with(['/', '.', '-']) {
        let before_separator = &before[..before.len() - 1];
        let is_last_day = ["31/12", "31.12", "31-12"]
            .iter()
            .any(|day| before_separator.ends_with(day));
        let month = before_separator
            .rsplit(|c: char| !c.is_ascii_digit())
            .next()
            .unwrap_or_default();
        // `2021-2025` is a span of years; `NQ-2021` is no date.
        return (1..=2).contains(&month.len()) && !is_last_day;
    }
    let folded = fold(before);
    let words: Vec<&str> = folded.split(' ').collect();
    let month = fold("tháng");
    matches!(words.as_slice(), [.., word, number, _year_word] if *word == month && number.parse::<u8>().is_ok_and(|n| n != 12))
        || matches!(words.as_slice(), [.., word, _number] if *word == month)
}
