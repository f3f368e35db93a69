//! What can be wrong with an expression that is well formed.
//!
//! In: nothing. Out: the problems that the checker reports. Must not know: any language.

use crate::number::Number;
use crate::problems;

problems! {
    /// Why an expression cannot mean anything in its place.
    pub enum Problem {
        /// No column, constant or year has that name.
        "rule/unknown-name" Error UnknownName { name: String, table: String, near: String },
        /// The same, and nothing looks like it.
        "rule/unknown-name-alone" Error UnknownNameNoNear { name: String, table: String },
        /// The table has no such column.
        "rule/unknown-column" Error UnknownColumn { name: String, table: String, near: String },
        /// The same, and nothing looks like it.
        "rule/unknown-column-alone" Error UnknownColumnNoNear { name: String, table: String },
        /// No table has that name.
        "rule/unknown-table" Error UnknownTable { name: String, near: String },
        /// The same, and nothing looks like it.
        "rule/unknown-table-alone" Error UnknownTableNoNear { name: String },
        /// No function has that name.
        "rule/unknown-function" Error UnknownFunction { name: String, near: String },
        /// The same, and nothing looks like it.
        "rule/unknown-function-alone" Error UnknownFunctionNoNear { name: String },
        /// No term of the scale or choices has that name.
        "rule/unknown-term" Error UnknownTerm { term: String, near: String, known: Vec<String> },
        /// The same, and nothing looks like it.
        "rule/unknown-term-alone" Error UnknownTermNoNear { term: String, known: Vec<String> },
        /// A value of another type is needed.
        "rule/wrong-type" Error WrongType { expected: String, found: String },
        /// The two sides have different units.
        "rule/units-differ" Error UnitsDiffer { left: String, right: String },
        /// These two cannot be added, multiplied or divided.
        "rule/no-arithmetic" Error NoArithmetic { left: String, right: String },
        /// These two cannot be compared.
        "rule/cannot-compare" Error CannotCompare { left: String, right: String },
        /// Only equality makes sense here.
        "rule/not-ordered" Error NotOrdered { found: String },
        /// A series stands where one value is needed.
        "rule/series-needs-year" Error SeriesNeedsYear { text: String },
        /// Something that is no series has an index.
        "rule/not-a-series" Error NotASeries { text: String },
        /// A derived column declared by year has no value by year.
        "rule/derived-not-series" Error DerivedNotSeries {},
        /// A year moves by whole literals only.
        "rule/year-shift" Error YearShift {},
        /// The literal is no year.
        "rule/not-a-year" Error NotAYear {},
        /// The bounds of a range depend on data.
        "rule/years-not-fixed" Error YearsNotFixed {},
        /// The range has no year.
        "rule/empty-years" Error EmptyYears { from: String, to: String },
        /// The range has more years than a plan spans.
        "rule/too-many-years" Error TooManyYears { most: u64 },
        /// A bound name hides another.
        "rule/hides-name" Error HidesName { name: String },
        /// A condition over rows stands inside another.
        "rule/nested-rows" Error NestedRows {},
        /// `own.` outside of an aggregate.
        "rule/own-outside" Error OwnOutside { name: String },
        /// The column before the point is not a code of a table.
        "rule/not-a-reference" Error NotAReference { name: String },
        /// Division by the literal 0.
        "rule/division-by-zero" Error DivisionByZero {},
        /// A function takes another number of arguments.
        "rule/argument-count" Error ArgumentCount { name: String, expected: u64, found: u64 },
        /// The argument must be a whole literal within bounds.
        "rule/literal-argument" Error LiteralArgument { low: Number, high: Number },
        /// The day does not exist in every year.
        "rule/no-such-day" Error NoSuchDay {},
        /// `known` looks at a column.
        "rule/known-needs-column" Error KnownNeedsColumn {},
    }
}
