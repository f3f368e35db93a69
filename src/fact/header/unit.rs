//! Unit words: `(hộ)`, `(%)`, `(triệu đồng)`, `ĐVT: 1.000 đồng`.
//!
//! In: what stands in parentheses in a header, or behind "ĐVT". Out: what it multiplies by and what it counts. Must not know: rows.

use crate::fact::schema::{ColumnSchema, ColumnType, Schema, UnitId};
use crate::number::{Number, scale_word};
use crate::text::{fold, folded};
use rustc_hash::FxHashMap;
use std::collections::HashSet;
use std::sync::LazyLock;

/// A unit as a header writes it.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::fact) struct UnitWord {
    /// As found.
    pub(in crate::fact) text: String,
    /// What numbers under it are multiplied by, if not by 1.
    pub(in crate::fact) scale: Option<Number>,
    noun: Noun,
}

/// What is counted.
#[derive(Clone, Debug, PartialEq)]
enum Noun {
    /// A scale alone: `(nghìn)`.
    Unsaid,
    Percent,
    Money,
    /// A declared unit.
    Unit(UnitId),
    /// `hộ` or `người` where the rule set declares no such unit.
    Other,
}

/// The unit words that are known.
#[derive(Debug, Default)]
pub(in crate::fact) struct UnitWords {
    nouns: FxHashMap<String, Noun>,
}

const PERCENT: [&str; 7] = [
    "%",
    "điểm",
    "điểm %",
    "điểm phần trăm",
    "phần trăm",
    "percent",
    "percentage points",
];
const MONEY: [&str; 5] = ["đồng", "vnđ", "vnd", "đ", "₫"];
const PEOPLE: [&str; 2] = ["hộ", "người"];
const SCALES: [&str; 9] = [
    "nghìn", "ngàn", "triệu", "tỷ", "tỉ", "tr", "thousand", "million", "billion",
];

/// What stands before units in a line above a table; the English ones only with a colon, `unit` being a column's name as well.
const REMARKS: [(&str, bool); 4] = [
    ("đvt", false),
    ("đơn vị tính", false),
    ("unit", true),
    ("units", true),
];

static FOLDED_REMARKS: LazyLock<Vec<(String, usize, bool)>> = LazyLock::new(|| {
    let remarks = REMARKS.iter();
    remarks
        .map(|(remark, needs_colon)| (fold(remark), remark.chars().count(), *needs_colon))
        .collect()
});

static FOLDED_SCALES: LazyLock<HashSet<String>> = LazyLock::new(|| folded(&SCALES));

impl UnitWords {
    pub(in crate::fact) fn new(schema: &Schema) -> Self {
        let mut nouns = FxHashMap::default();
        for (index, (name, wording)) in (0_u16..).zip(&schema.units) {
            for text in [Some(name), Some(&wording.vi), wording.en.as_ref()]
                .into_iter()
                .flatten()
            {
                nouns.entry(fold(text)).or_insert(Noun::Unit(UnitId(index)));
            }
        }
        nouns.extend(MONEY.into_iter().map(|word| (fold(word), Noun::Money)));
        nouns.extend(PERCENT.into_iter().map(|word| (fold(word), Noun::Percent)));
        for word in PEOPLE {
            nouns.entry(fold(word)).or_insert(Noun::Other);
        }
        UnitWords { nouns }
    }

    /// The unit that the whole text is, if it is one.
    pub(in crate::fact) fn word(&self, text: &str) -> Option<UnitWord> {
        let text = without_remark(text).unwrap_or(text).trim();
        let found = |scale, noun| {
            Some(UnitWord {
                text: text.to_owned(),
                scale,
                noun,
            })
        };
        if let Some(noun) = self.nouns.get(&fold(text)) {
            return found(None, noun.clone());
        }
        if let Some(scale) = scale_word(text) {
            return found(
                Some(scale),
                if is_scale_alone(text) {
                    Noun::Unsaid
                } else {
                    Noun::Money
                },
            );
        }
        let words: Vec<&str> = text.split_whitespace().collect();
        (1..words.len()).rev().find_map(|at| {
            let (scale, noun) = words.split_at(at);
            let noun = self.nouns.get(&fold(&noun.join(" ")))?;
            found(Some(scale_word(&scale.join(" "))?), noun.clone())
        })
    }

    /// The units named by a line such as `ĐVT: hộ, triệu đồng`; none if it is no such line.
    pub(in crate::fact) fn remark(&self, text: &str) -> Option<Vec<UnitWord>> {
        let inside = text.trim().trim_start_matches('(').trim_end_matches(')');
        let units = without_remark(inside)?;
        let separated = units.replace(", ", ";");
        Some(
            separated
                .split([';', '/'])
                .filter_map(|unit| self.word(unit))
                .collect(),
        )
    }
}

/// What stands behind `ĐVT:`.
fn without_remark(text: &str) -> Option<&str> {
    let text = text.trim();
    // By characters, because folding changes lengths.
    FOLDED_REMARKS
        .iter()
        .find_map(|(folded, length, needs_colon)| {
            let end = text
                .char_indices()
                .nth(*length)
                .map_or(text.len(), |(at, _)| at);
            let (start, rest) = text.split_at(end);
            let ends_here = rest.trim_start().starts_with(':')
                || !needs_colon && (rest.is_empty() || rest.starts_with(' '));
            (ends_here && fold(start) == *folded).then(|| rest.trim_start_matches([':', ' ']))
        })
}

fn is_scale_alone(text: &str) -> bool {
    let folded = fold(text);
    folded
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | ' '))
        || folded
            .split(' ')
            .all(|word| FOLDED_SCALES.contains(word.trim_end_matches('.')))
}

impl UnitWord {
    /// Whether a header with this unit can mean that column: a rate of poor households is not their number.
    pub(in crate::fact) fn fits(&self, column: &ColumnSchema, schema: &Schema) -> bool {
        match (&column.kind, &self.noun) {
            (ColumnType::Percent, noun) => *noun == Noun::Percent,
            (ColumnType::Money { .. }, noun) => {
                matches!(noun, Noun::Money | Noun::Unsaid) || self.is_currency_unit(schema)
            }
            (
                ColumnType::Number {
                    unit: Some(unit), ..
                },
                Noun::Unit(named),
            ) => unit == named,
            (
                ColumnType::Number {
                    unit: Some(unit), ..
                },
                Noun::Money,
            ) => is_currency(*unit, schema),
            (ColumnType::Number { unit: Some(_), .. }, noun) => *noun == Noun::Unsaid,
            (ColumnType::Number { unit: None, .. }, noun) => {
                !matches!(noun, Noun::Percent | Noun::Money)
            }
            (
                ColumnType::Code { .. }
                | ColumnType::Text
                | ColumnType::YesNo
                | ColumnType::Date
                | ColumnType::Year
                | ColumnType::Level(_)
                | ColumnType::Choice(_),
                _,
            ) => false,
        }
    }

    /// Whether this says that numbers are percents or percentage points.
    pub(in crate::fact) fn is_percent(&self) -> bool {
        self.noun == Noun::Percent
    }

    /// Whether it says what is counted in words that can be told from others.
    pub(in crate::fact) fn is_named(&self) -> bool {
        !matches!(self.noun, Noun::Unsaid | Noun::Other)
    }

    fn is_currency_unit(&self, schema: &Schema) -> bool {
        matches!(self.noun, Noun::Unit(unit) if is_currency(unit, schema))
    }
}

/// Whether a unit is the built-in VND.
fn is_currency(unit: UnitId, schema: &Schema) -> bool {
    schema
        .units
        .get_index(usize::from(unit.0))
        .is_some_and(|(name, _)| name == "VND")
}
