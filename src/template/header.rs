//! The header of a column: as offices write it with its unit, and by its name in the rule set, which reading knows as one.
//!
//! In: a column. Out: the two texts. Must not know: where they stand.

use crate::fact::schema::{ColumnSchema, ColumnType, Schema, UnitId};
use crate::number::scale_word;
use crate::text::fold;

/// A header in two languages.
pub(super) struct HeaderText {
    /// As offices write it.
    pub(super) usual: String,
    /// The same by the column's name, if that is another language's: with the mark between the two, on a line of its own.
    pub(super) other: Option<String>,
}

impl HeaderText {
    pub(super) fn of(column: &ColumnSchema, schema: &Schema) -> Self {
        let usual = usual(column);
        let is_other = column.name.is_ascii() && fold(&column.name) != fold(&usual);
        HeaderText {
            other: is_other.then(|| format!("\n/ {}", column.name)),
            usual: match unit(column, &usual, schema) {
                Some(unit) => format!("{usual} ({unit})"),
                None => usual,
            },
        }
    }

    /// All of it.
    pub(super) fn whole(&self) -> String {
        format!(
            "{}{}",
            self.usual,
            self.other.as_deref().unwrap_or_default()
        )
    }
}

/// The first accepted header whose figures are those of the year that it stands under, and are written out whole.
pub(super) fn usual(column: &ColumnSchema) -> String {
    let headers = &mut column.headers.iter();
    let header = headers.find(|header| header.year_shift == 0 && !is_scaled(&header.text));
    header.map_or_else(|| column.name.clone(), |header| header.text.clone())
}

/// Whether a header says that its figures are thousands or millions: `Kinh phí (triệu đồng)`.
fn is_scaled(header: &str) -> bool {
    let inside = header.split(['(', ')']).skip(1).step_by(2);
    let says = |text: &str| {
        let words: Vec<&str> = text.split_whitespace().collect();
        (1..=words.len()).any(|most| scale_word(&words[..most].join(" ")).is_some())
    };
    inside.into_iter().any(says)
}

/// What stands in parentheses behind the header, where reading takes it for the column's own unit and the header says none itself.
fn unit(column: &ColumnSchema, header: &str, schema: &Schema) -> Option<String> {
    if header.contains(['(', '%']) {
        return None;
    }
    match &column.kind {
        ColumnType::Number {
            unit: Some(unit), ..
        }
        | ColumnType::Money { unit } => unit_word(*unit, schema),
        ColumnType::Percent => Some("%".to_owned()),
        ColumnType::Number { unit: None, .. }
        | ColumnType::Code { .. }
        | ColumnType::Text
        | ColumnType::YesNo
        | ColumnType::Date
        | ColumnType::Year
        | ColumnType::Level(_)
        | ColumnType::Choice(_) => None,
    }
}

/// The unit's Vietnamese name, unless another unit has it too.
fn unit_word(unit: UnitId, schema: &Schema) -> Option<String> {
    let (_, wording) = schema.units.get_index(usize::from(unit.0))?;
    let word = fold(&wording.vi);
    let bearers = schema.units.iter().filter(|(name, wording)| {
        let names = [Some(*name), Some(&wording.vi), wording.en.as_ref()];
        names.into_iter().flatten().any(|name| fold(name) == word)
    });
    (bearers.count() == 1 && !word.contains(['(', ')'])).then(|| wording.vi.clone())
}
