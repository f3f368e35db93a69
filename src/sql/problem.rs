//! What can go wrong while rules are written as SQL.
//!
//! In: nothing. Out: the problems of this stage. Must not know: any language.

use crate::diagnostic::Argument;
use crate::problems;

problems! {
    /// Why there is no SQL.
    pub enum Problem {
        /// A criterion that SQL could not judge as this program does; `text` is the piece that stands in the way.
        "sql/not-expressible" Error NotExpressible { rule: String, text: String, reason: Argument },
        /// No row criteria, of these tables or at all.
        "sql/no-criteria" Error NoCriteria { tables: String, known: Vec<String> },
    }
}

/// Why a piece of a condition has no SQL that gives the same verdicts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// Texts compared without regard to case and accents' spelling.
    FoldedText,
    /// A year that stands in the data chooses the column.
    YearFromData,
    /// Rows whose fractions have denominators of their own.
    FractionsOverRows,
    /// Rows within rows.
    RowsWithinRows,
    /// The outer table has no key to bring the rows back to.
    NoKey,
    /// A product of two counts that are both open.
    OpenProduct,
    /// A number with more digits than engines compute with.
    LongNumber,
    /// More text than an engine should be given.
    TooLong,
    /// A name that the engine would cut.
    LongName,
    /// A name that another column of the result has.
    SameName,
}

impl Refusal {
    /// The key of what is said of it.
    pub(super) fn label(self) -> Argument {
        Argument::Label(match self {
            Refusal::FoldedText => "sql-refusal-folded-text",
            Refusal::YearFromData => "sql-refusal-year-from-data",
            Refusal::FractionsOverRows => "sql-refusal-fractions-over-rows",
            Refusal::RowsWithinRows => "sql-refusal-rows-within-rows",
            Refusal::NoKey => "sql-refusal-no-key",
            Refusal::OpenProduct => "sql-refusal-open-product",
            Refusal::LongNumber => "sql-refusal-long-number",
            Refusal::TooLong => "sql-refusal-too-long",
            Refusal::LongName => "sql-refusal-long-name",
            Refusal::SameName => "sql-refusal-same-name",
        })
    }
}
