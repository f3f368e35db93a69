//! What may be typed into a column's cells, and what is said to whoever types something else.
//!
//! In: a column. Out: a validation, none where anything goes. Must not know: where the cells are.

use super::excel_day;
use super::list::Lists;
use crate::fact::schema::{ColumnSchema, ColumnType, Schema, Vocabulary, VocabularyId};
use crate::locale::Locale;
use crate::number::Number;
use crate::rule::RuleSet;
use crate::text::fold;
use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, Formula, XlsxError,
};

/// Days and years that can be meant.
#[derive(Clone, Copy)]
struct Period {
    first: NaiveDate,
    last: NaiveDate,
}

/// The validation of a column's cells.
pub(super) fn validation(
    column: &ColumnSchema,
    rules: &RuleSet,
    words: &Locale,
    lists: &mut Lists,
) -> Result<Option<DataValidation>, XlsxError> {
    let period = Period::of(rules);
    let (validation, message) = match &column.kind {
        ColumnType::YesNo | ColumnType::Level(_) | ColumnType::Choice(_) => {
            let offered = offered(column, &rules.schema, words);
            (
                lists.offering(&offered)?,
                words.label("template-error-list"),
            )
        }
        ColumnType::Number { whole, min, .. } => figure(*whole, min, words),
        ColumnType::Money { .. } => figure(true, &Number::ZERO, words),
        ColumnType::Percent => (
            // Below a header with `%`, 0,65 is 0,65 %. In a cell that Excel formats as a percentage it might be taken for 65 %.
            DataValidation::new().allow_decimal_number(DataValidationRule::Between(0.0, 100.0)),
            words.label("template-error-percent"),
        ),
        ColumnType::Date => (
            DataValidation::new().allow_date(DataValidationRule::Between(
                excel_day(period.first)?,
                excel_day(period.last)?,
            )),
            period.message("template-error-date", words, |day| words.date(day)),
        ),
        ColumnType::Year => (
            DataValidation::new().allow_whole_number(DataValidationRule::Between(
                period.first.year(),
                period.last.year(),
            )),
            period.message("template-error-year", words, |day| day.year().to_string()),
        ),
        ColumnType::Code {
            width: Some(width), ..
        } => (
            DataValidation::new().allow_text_length(DataValidationRule::EqualTo(
                u32::try_from(*width).unwrap_or(u32::MAX),
            )),
            words.label_with("template-error-width", &[("width", &width.to_string())]),
        ),
        ColumnType::Code { width: None, .. } | ColumnType::Text => return Ok(None),
    };
    // A year may be far from those that rules look at, or be 0 for "no year": then the cell may be filled all the same.
    let style = match matches!(column.kind, ColumnType::Year) {
        true => DataValidationErrorStyle::Warning,
        false => DataValidationErrorStyle::Stop,
    };
    let validation = validation
        .set_error_style(style)
        .set_error_title(words.label("template-error-title"))?
        .set_error_message(message)?;
    Ok(Some(validation))
}

/// Numbers from the least one allowed on.
fn figure(whole: bool, least: &Number, words: &Locale) -> (DataValidation, String) {
    const SHOWN_DIGITS: u8 = 6;
    let rule = DataValidationRule::GreaterThanOrEqualTo(Formula::new(least.to_exact()));
    let shown = words.number(least, SHOWN_DIGITS);
    let arguments = [("least", shown.as_str())];
    if whole {
        (
            DataValidation::new().allow_whole_number_formula(rule),
            words.label_with("template-error-whole", &arguments),
        )
    } else {
        (
            DataValidation::new().allow_decimal_number_formula(rule),
            words.label_with("template-error-number", &arguments),
        )
    }
}

/// What the dropdown of a column offers, in the order of its scale: words of each term by which reading knows it, and the first of
/// the column's spellings of "no value".
pub(super) fn offered(column: &ColumnSchema, schema: &Schema, words: &Locale) -> Vec<String> {
    let mut offered = match &column.kind {
        ColumnType::YesNo => vec![words.label("template-yes"), words.label("template-no")],
        ColumnType::Level(vocabulary) | ColumnType::Choice(vocabulary) => {
            terms(*vocabulary, schema)
        }
        ColumnType::Code { .. }
        | ColumnType::Text
        | ColumnType::Number { .. }
        | ColumnType::Percent
        | ColumnType::Money { .. }
        | ColumnType::Date
        | ColumnType::Year => return Vec::new(),
    };
    let is_no_value = |word: &String| column.empty.iter().any(|empty| fold(empty) == fold(word));
    offered.retain(|word| !is_no_value(word));
    offered.extend(column.empty.first().cloned());
    offered
}

/// The words of every term.
pub(super) fn terms(vocabulary: VocabularyId, schema: &Schema) -> Vec<String> {
    let vocabulary: &Vocabulary = schema.vocabulary_at(vocabulary);
    let terms = (0_u16..).zip(&vocabulary.terms);
    terms
        .map(|(rank, (code, names))| {
            let name = names
                .iter()
                .find(|name| vocabulary.rank(name) == Some(rank));
            name.unwrap_or(code).clone()
        })
        .collect()
}

impl Period {
    /// From the year before the first one that rules read to the year after the last one.
    fn of(rules: &RuleSet) -> Self {
        let slots = rules.needed.values().flat_map(|needs| &needs.slots);
        let years = slots.filter_map(|slot| slot.year);
        let years: Vec<i32> = years
            .chain(rules.review)
            .chain([rules.as_of.year()])
            .collect();
        let first = years.iter().min().map_or(0, |year| year - 1);
        let last = years.iter().max().map_or(0, |year| year + 1);
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day);
        Period {
            first: day(first, 1, 1).unwrap_or(rules.as_of),
            last: day(last, 12, 31).unwrap_or(rules.as_of),
        }
    }

    fn message(self, key: &str, words: &Locale, shown: impl Fn(NaiveDate) -> String) -> String {
        let (first, last) = (shown(self.first), shown(self.last));
        words.label_with(key, &[("first", &first), ("last", &last)])
    }
}
