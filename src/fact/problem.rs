//! What can go wrong while sheets are turned into facts.
//!
//! In: nothing. Out: the problems of stage 2. Must not know: any language.

use crate::diagnostic::Argument;
use crate::number::Number;
use crate::problems;
use crate::text::Wording;
use chrono::NaiveDate;

problems! {
    /// Why a cell, a row, a column or a sheet could not be used, or what somebody should know about it.
    pub enum Problem {
        // Cells
        /// A cell of a number, money or percent column that is no number.
        "fact/not-a-number" Error NotANumber { column: String, value: String },
        /// A text that means one number in Vietnamese style and another in English style.
        "fact/two-readings" Error TwoReadings { column: String, value: String, thousands: Number, decimal: Number },
        /// A fraction where only whole numbers make sense.
        "fact/fraction" Error Fraction { column: String, value: String },
        /// A negative number where none makes sense.
        "fact/negative" Error Negative { column: String, value: String },
        /// A number below the least that the column allows.
        "fact/below-minimum" Error BelowMinimum { column: String, value: String, minimum: Number },
        /// An amount with a scale word under a header that scales too.
        "fact/scaled-twice" Error ScaledTwice { column: String, value: String, unit: String },
        /// A number shown as a percentage in a column that holds counts or amounts.
        "fact/percent-in-number" Error PercentInNumber { column: String, value: String },
        /// More than the whole.
        "fact/above-100-percent" Error AbovePercent { column: String, value: String },
        /// A formula error.
        "fact/error-cell" Error ErrorCell { column: String, value: String },
        /// A formula whose result was never saved.
        "fact/formula-without-value" Error FormulaWithoutValue { column: String },
        /// Infinite, or no number at all, though stored as one.
        "fact/not-finite" Error NotFinite { column: String, value: String },
        /// A number that its date format cannot show.
        "fact/no-day-number" Error NoDayNumber { column: String, value: String },
        /// A day where a number is expected: mostly a number with the wrong format.
        "fact/day-in-number" Error DayInNumber { column: String, value: String },
        /// A number where a day is expected: mostly a day with the wrong format.
        "fact/number-in-date" Error NumberInDate { column: String, value: String, day: String },
        /// A text like a day, but of no calendar.
        "fact/no-such-day" Error NoSuchDay { column: String, value: String },
        /// A day whose year has two digits.
        "fact/short-year" Error ShortYear { column: String, value: String },
        /// A day of a year that cannot be meant.
        "fact/year-outside" Error YearOutside { column: String, value: String, first: String, last: String },
        /// Not a day.
        "fact/not-a-date" Error NotADate { column: String, value: String },
        /// Not a year.
        "fact/not-a-year" Error NotAYear { column: String, value: String },
        /// Neither yes nor no.
        "fact/not-yes-no" Error NotYesNo { column: String, value: String },
        /// No term of the scale or choices.
        "fact/unknown-term" Error UnknownTerm { column: String, value: String, known: Vec<String> },
        /// No term, but nearly one.
        "fact/misspelt-term" Error MisspeltTerm { column: String, value: String, nearest: String },
        /// A cell that cannot be a code.
        "fact/not-a-code" Error NotACode { column: String, value: String },
        /// A code that is too short or too long.
        "fact/width" Error Width { column: String, value: String, width: u64 },
        /// A code that a spreadsheet has shortened to powers of ten.
        "fact/scientific-code" Error ScientificCode { column: String, value: String },
        /// A code stored as a number with more digits than are kept.
        "fact/long-code" Error LongCode { column: String, value: String },
        /// A code stored as a number, beside codes of more digits that begin with 0.
        "fact/leading-zero" Error LeadingZero { column: String, value: String, width: u64 },

        // Columns
        /// Bare numbers in a percent column that may be ratios or percents.
        "fact/percent-scale" Error PercentScale { column: String, value: Number, percent: Number, other_percent: Number, cells: u64 },
        /// A column that the rules read and that no sheet has.
        "fact/missing-column" Error MissingColumn { table: Box<Wording>, columns: Vec<String>, headers: Vec<String>, found: Vec<String> },
        /// Codes stored as numbers got back the zeros they begin with.
        "fact/padded" Note Padded { column: String, cells: u64 },
        /// Cells of a column of years that hold a nought.
        "fact/nought-for-year" Warning NoughtForYear { column: String, cells: u64 },
        /// Cells to the right of the last header, in rows that are used.
        "fact/beyond-headers" Warning BeyondHeaders { rows: u64 },
        /// Days of a column of text and real days that may have day and month the wrong way round.
        "fact/day-month-doubt" Warning DayMonthDoubt { column: String, cells: u64, value: String, other: String },
        /// Headers that are not known.
        "fact/extra-columns" Warning ExtraColumns { columns: Vec<String> },
        /// Numbers were multiplied as the header's unit says.
        "fact/scaled" Note Scaled { columns: Vec<String>, factor: Number },
        /// A line above says that all figures are of another unit than the column's.
        "fact/other-unit" Error OtherUnit { text: String, header: String },
        /// Two scales for one column.
        "fact/two-units" Error TwoUnits { column: String, first: String, second: String },
        /// Two columns for one fact.
        "fact/two-columns" Error TwoColumns { column: String, first: String, second: String },
        /// A cell in the right part of a column whose header is merged over both, and that is empty elsewhere.
        "fact/under-neighbour" Error UnderNeighbour { column: String, value: String },
        /// A header with two years.
        "fact/two-years" Error TwoYears { header: String },
        /// Columns by year, and no year to be found.
        "fact/year-missing" Error YearMissing { headers: Vec<String> },
        /// Columns by year, and several years in the title or name that should name theirs.
        "fact/several-years" Error SeveralYears { headers: Vec<String>, years: Vec<String>, texts: Vec<String> },
        /// Columns by year, and a title or name that says of its year that figures are planned, estimated or of a part of it.
        "fact/year-doubt" Error YearDoubt { headers: Vec<String>, text: String, words: String },
        /// Columns by year, and two years for them in the sheet's name and its title.
        "fact/years-differ" Error YearsDiffer { headers: Vec<String>, year: String, text: String, other_year: String, other_text: String },
        /// The file's name has another year than the sheet's name or title, which was taken.
        "fact/file-year-differs" Warning FileYearDiffers { year: String, text: String, other_year: String, file: String },
        /// Headers of poor households under a title of some of them only.
        "fact/title-of-some" Error TitleOfSome { text: String, words: String, header: String },
        /// Columns by year of which the rules read other years only.
        "fact/years-unused" Warning YearsUnused { headers: Vec<String>, years: Vec<String>, needed: Vec<String> },
        /// A heading over the header that is part of it and is not known.
        "fact/group-header" Error GroupHeader { heading: String, header: String },
        /// A header within the table, over figures that the header above it says are others, and no table of its own.
        "fact/second-header" Error SecondHeader { first: String, second: String },
        /// A second header row below that is not known; all that stands under one merged header.
        "fact/sub-header" Error SubHeader { headings: Vec<String>, header: String },

        // Sheets
        /// The sheet may be of several tables.
        "fact/two-tables" Error TwoTables { tables: Vec<String>, option: String },
        /// The sheet is of no known table.
        "fact/unknown-sheet" Note UnknownSheet { headers: Vec<String> },
        /// The sheet is of no known table, and holds rows of figures.
        "fact/unused-figures" Warning UnusedFigures { rows: u64, headers: Vec<String> },
        /// A file of which no sheet is of a known table.
        "fact/nothing-used" Error NothingUsed { headers: Vec<String> },
        /// A file in which no sheet has a row.
        "fact/no-rows" Error NoRows {},
        /// A file whose tables have headers and no row of data.
        "fact/nothing-filled-in" Warning NothingFilledIn {},
        /// The sheet's headers have question marks for letters.
        "fact/lost-letters" Error LostLetters { headers: Vec<String> },
        /// The sheet is named like a table but has no header of it.
        "fact/no-header" Error NoHeader { table: Box<Wording>, headers: Vec<String> },
        /// Indicators and years, and nothing that says of which unit they are.
        "fact/no-unit" Error NoUnit { table: Box<Wording> },
        /// Indicators and years of one unit, and several that they may be of.
        "fact/sheet-of-several" Error SheetOfSeveral { units: Vec<String> },
        /// Rows of a transposed sheet that are no columns of its table.
        "fact/extra-rows" Warning ExtraRows { rows: Vec<String> },
        /// Two cells in a row of a transposed sheet for a column that has one value.
        "fact/one-value" Error OneValue { column: String, first: String, second: String },
        /// A header without the key.
        "fact/no-key-column" Error NoKeyColumn { table: Box<Wording>, key: Vec<String>, found: Vec<String> },
        /// The sheet is hidden and was read all the same.
        "fact/hidden-sheet" Note HiddenSheet {},
        /// The sheet lists what an earlier check found and was set aside.
        "fact/findings-sheet" Note FindingsSheet {},
        /// Rows that the sheet hides were read all the same.
        "fact/hidden-rows" Note HiddenRows { count: u64 },
        /// Columns that the sheet hides were read all the same.
        "fact/hidden-columns" Note HiddenColumns { columns: Vec<String> },
        /// Names or codes merged over several rows were taken for each of them.
        "fact/filled-down" Note FilledDown { columns: Vec<String>, count: u64 },
        /// Numbers with more than the 15 digits that a spreadsheet shows.
        "fact/more-digits" Note MoreDigits { count: u64 },
        /// No header begins where the user says.
        "fact/no-header-at-row" Error NoHeaderAtRow { row: String, found: Vec<String> },
        /// A `--sheet` that meets no sheet.
        "fact/unmet-sheet" Error UnmetSheet { sheet: String, known: Vec<String> },
        /// A `--header-row` that meets no file or sheet.
        "fact/unmet-header-row" Error UnmetHeaderRow { path: String, row: String },
        /// A `--table` that meets no sheet.
        "fact/unmet-assignment" Error UnmetAssignment { path: String, table: Box<Wording> },

        // Rows
        /// Data without a key.
        "fact/no-key" Error NoKey { key: Vec<String> },
        /// Data without a key, and the name is not in the roster.
        "fact/unknown-name" Error UnknownName { name: String, roster: String },
        /// Data without a key, and the name is nearly one of the roster.
        "fact/misspelt-name" Error MisspeltName { name: String, nearest: Vec<String> },
        /// Data without a key, and several units have the name.
        "fact/several-units" Error SeveralUnits { name: String, units: Vec<String> },
        /// A row of a sheet by year without a year.
        "fact/no-year" Error NoYear { value: Argument },
        /// Data in a sheet with several rows a unit, without the word that tells which of them it is.
        "fact/no-measure" Error NoMeasure { column: String },
        /// Rows of a sheet with several rows a unit that count what no column of the table holds.
        "fact/other-measure" Note OtherMeasure { used: Vec<String>, left_out: Vec<String> },
        /// Code and name are of different units.
        "fact/code-name" Error CodeName { code: String, name: String, official: String },
        /// The row is of a unit that was formed of several others and uses the code or the name of one of them again.
        "fact/new-unit" Error NewUnit { code: String, name: String, formed: NaiveDate, from: Vec<String> },
        /// The code is of no unit, the name is.
        "fact/code-unknown" Error CodeUnknown { code: String, name: String, official_code: String },
        /// The code is of a unit of another level.
        "fact/wrong-level" Error WrongLevel { code: String, unit: String },
        /// Neither code nor name are in the roster.
        "fact/unknown-unit" Error UnknownUnit { code: String, roster: String },
        /// The name differs from the official one by its accents.
        "fact/name-spelling" Warning NameSpelling { name: String, official: String },
        /// The unit belongs to another one by the roster.
        "fact/parent-differs" Warning ParentDiffers { value: String, official: String },
        /// The same key twice in one sheet.
        "fact/duplicate-key" Error DuplicateKey { code: String },
        /// A total that is not the sum.
        "fact/total-differs" Error TotalDiffers { column: String, found: Number, expected: Number },

        // Joins
        /// A file with the bytes of another one.
        "fact/same-content" Warning SameContent { other: String },
        /// Two cells disagree.
        "fact/conflict" Error Conflict { table: Box<Wording>, code: String, column: String, first: String, second: String },
        /// Facts that two sheets give alike.
        "fact/same-facts" Note SameFacts { count: u64, other: String },
        /// A code that points to no row.
        "fact/dangling" Error Dangling { column: String, code: String, table: Box<Wording> },
    }
}
