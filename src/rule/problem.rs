//! What can go wrong while a rule file is read and its declarations are checked.
//!
//! In: nothing. Out: the problems of a rule file's text, shape, names and declarations. Must not know: any language.
//!
//! `known` is what the author may have meant: the nearest known name if one is near, else all of them.

use crate::diagnostic::Argument;
use crate::number::Number;
use crate::problems;
use chrono::NaiveDate;

problems! {
    /// Why a rule file cannot be used as it is written.
    pub enum Problem {
        /// Bytes that are no Unicode text.
        "rule/not-utf8" Error NotUtf8 { line: u64, offset: u64 },
        /// More bytes than a rule file may have.
        "rule/too-large" Error TooLarge { size: u64, limit: u64 },
        /// Nothing stands in the file.
        "rule/empty-file" Error EmptyFile {},
        /// Not YAML; `detail` is what the YAML parser says, in English.
        "rule/yaml-syntax" Error YamlSyntax { detail: String },
        /// A tab where YAML wants spaces.
        "rule/tab" Error Tab {},
        /// A text that YAML misreads without quotes; `quoted` is how to write it.
        "rule/needs-quotes" Error NeedsQuotes { quoted: String },
        /// A text in braces that a comma cuts in two.
        "rule/comma-needs-quotes" Error CommaNeedsQuotes { text: String },
        /// A second document after `---` or `...`.
        "rule/several-documents" Error SeveralDocuments {},
        /// The same key twice in one mapping.
        "rule/duplicate-key" Error DuplicateKey { key: String },
        /// A key that is a list, a mapping or nothing.
        "rule/key-not-text" Error KeyNotText {},
        /// `<<`.
        "rule/merge-key" Error MergeKey {},
        /// `!tag`.
        "rule/tag" Error Tag { tag: String },
        /// `*name` without `&name` before it.
        "rule/unknown-alias" Error UnknownAlias { name: String },
        /// `*name` within what `&name` marks.
        "rule/alias-loop" Error AliasLoop { name: String },
        /// Aliases that grow beyond measure.
        "rule/alias-bomb" Error AliasBomb { limit: u64 },
        /// `&name` that no alias uses: probably meant as text.
        "rule/unused-anchor" Warning UnusedAnchor { name: String },
        /// Nested too deeply.
        "rule/too-nested" Error TooNested { limit: u64 },
        /// A list or a mapping with too many entries.
        "rule/too-many" Error TooMany { limit: u64 },
        /// Findings past the bound were not kept.
        "rule/more-problems" Error MoreProblems { count: u64 },

        /// A list where a text is due, and the like.
        "rule/wrong-shape" Error WrongShape { expected: Argument, found: Argument },
        /// A key that must be there is not.
        "rule/missing-key" Error MissingKey { key: String },
        /// A key that nobody reads.
        "rule/unknown-key" Error UnknownKey { key: String, known: Vec<String> },
        /// A text without a letter.
        "rule/empty-value" Error EmptyValue {},
        /// Neither `true` nor `false`.
        "rule/not-a-boolean" Error NotABoolean { value: String },
        /// Not a number as rule files write them.
        "rule/not-a-number" Error NotANumber { value: String },
        /// Not a whole number within bounds.
        "rule/not-in-range" Error NotInRange { value: String, low: String, high: String },
        /// Not a day as `2022-09-16`.
        "rule/not-a-date" Error NotADate { value: String },

        /// A format that this program does not read.
        "rule/unknown-format" Error UnknownFormat { value: String },
        /// A cited source with neither title nor number.
        "rule/unnamed-source" Error UnnamedSource {},
        /// Valid up to a day before the first.
        "rule/empty-validity" Error EmptyValidity {},
        /// A group that also has another group's or a rule's keys.
        "rule/mixed-group" Error MixedGroup { keys: Vec<String> },
        /// A group or a table's criteria without a rule.
        "rule/empty-group" Error EmptyGroup {},
        /// No rule in the whole file.
        "rule/no-rules" Error NoRules {},
        /// None of several keys of which one must be there.
        "rule/missing-one-of" Error MissingOneOf { keys: Vec<String> },
        /// Several keys of which only one may be there.
        "rule/only-one-of" Error OnlyOneOf { keys: Vec<String> },
        /// Not one of the words that may stand here.
        "rule/unknown-word" Error UnknownWord { value: String, known: Vec<String> },
        /// An example that gives none of the verdicts.
        "rule/unknown-verdict" Error UnknownVerdict { value: String, known: Vec<String> },
        /// The same id twice.
        "rule/duplicate-id" Error DuplicateId { id: String },

        /// The rule set that this one extends cannot be had.
        "rule/base-missing" Error BaseMissing { base: String, reason: Argument, known: Vec<String> },
        /// A rule set that extends itself.
        "rule/extends-itself" Error ExtendsItself { base: String },
        /// A base that extends another rule set.
        "rule/base-extends" Error BaseExtends { base: String, other: String },
        /// A rule set with the id of its base.
        "rule/base-same-id" Error BaseSameId { id: String },
        /// A table's criteria joined by another word than in the base.
        "rule/joined-otherwise" Error JoinedOtherwise { table: String, here: String, base: String },
        /// An entry to be dropped that the base does not have.
        "rule/unknown-drop" Error UnknownDrop { id: String, known: Vec<String> },
        /// `drop` beside something else than an id, or other than `true`.
        "rule/drop-not-alone" Error DropNotAlone {},
        /// `drop` where nothing can be dropped.
        "rule/drop-out-of-place" Error DropOutOfPlace {},

        /// A name that conditions could not write.
        "rule/bad-name" Error BadName { name: String },
        /// A word of the language used as a name.
        "rule/reserved-name" Error ReservedName { name: String },
        /// Two things of one name that conditions could not tell apart.
        "rule/name-hides" Error NameHides { name: String, here: Argument, there: Argument },
        /// A table without columns.
        "rule/no-columns" Error NoColumns { table: String },
        /// A column type that does not exist.
        "rule/unknown-type" Error UnknownType { value: String, known: Vec<String> },
        /// A key that columns of that type do not have.
        "rule/key-not-for-type" Error KeyNotForType { key: String, kind: String },
        /// `of` of a code that is neither a table nor a column.
        "rule/unknown-reference" Error UnknownReference { value: String, known: Vec<String> },
        /// `of` of a code that is a column, but not one of choices.
        "rule/reference-not-choice" Error ReferenceNotChoice { column: String },
        /// A choice that should name a table and does not.
        "rule/choice-not-table" Error ChoiceNotTable { term: String, known: Vec<String> },
        /// `of` of a code that is a table whose rows have no single code.
        "rule/reference-without-key" Error ReferenceWithoutKey { table: String },
        /// `of` of a level that is no scale.
        "rule/unknown-scale" Error UnknownScale { value: String, known: Vec<String> },
        /// `of` of a choice that is no set of choices.
        "rule/unknown-choices" Error UnknownChoices { value: String, known: Vec<String> },
        /// A unit that is not declared.
        "rule/unknown-unit" Error UnknownUnit { value: String, known: Vec<String> },
        /// `by` something else than year.
        "rule/by-not-year" Error ByNotYear { value: String },
        /// A key column that the table does not have.
        "rule/unknown-key-column" Error UnknownKeyColumn { value: String, known: Vec<String> },
        /// A key column with a value a year.
        "rule/key-by-year" Error KeyByYear { column: String },
        /// The same column twice in a key.
        "rule/key-twice" Error KeyTwice { column: String },
        /// A header that means two columns of one table.
        "rule/header-twice" Error HeaderTwice { header: String, column: String, other: String },
        /// A sheet name that means two tables.
        "rule/sheet-twice" Error SheetTwice { sheet: String, table: String, other: String },
        /// A name that means two terms of one vocabulary.
        "rule/term-twice" Error TermTwice { name: String, term: String, other: String },
        /// A scale or choices without a term.
        "rule/no-terms" Error NoTerms { name: String },
        /// A roster file that cannot be fetched.
        "rule/roster-unreadable" Error RosterUnreadable { file: String, reason: Argument },
        /// A row of a roster file that cannot be read.
        "rule/roster-row" Error RosterRow { file: String, line: u64 },
        /// A roster file without a column that it needs.
        "rule/roster-column" Error RosterColumn { file: String, column: String },
        /// A validity in the roster that is no day.
        "rule/roster-day" Error RosterDay { file: String, line: u64, column: String, value: String },
        /// Two entries of one code of which neither is the newer.
        "rule/roster-same-code" Error RosterSameCode { file: String, line: u64, code: String },
        /// A unit of the roster that belongs to none of it.
        "rule/roster-parent" Error RosterParent { file: String, code: String, parent: String },
        /// A roster without units.
        "rule/roster-empty" Error RosterEmpty { file: String },
        /// A level that the roster does not have.
        "rule/unknown-level" Error UnknownLevel { value: String, known: Vec<String> },
        /// A table with a roster whose key is not one code column.
        "rule/roster-key" Error RosterKey { table: String },
        /// Rounds that set different names.
        "rule/rounds-differ" Error RoundsDiffer { round: String, other: String, names: Vec<String> },
        /// A round that is not declared.
        "rule/unknown-round" Error UnknownRound { value: String, known: Vec<String> },
        /// Several rounds, none of which is the default or was asked for.
        "rule/round-not-chosen" Error RoundNotChosen { rounds: Vec<String> },
        /// A percentage with a unit.
        "rule/percent-with-unit" Error PercentWithUnit { name: String },
        /// Criteria of a table that is not declared.
        "rule/unknown-table" Error UnknownTable { value: String, known: Vec<String> },

        /// No column, constant or year has that name.
        "rule/unknown-name" Error UnknownName { name: String, table: String, known: Vec<String> },
        /// The table has no such column.
        "rule/unknown-column" Error UnknownColumn { name: String, table: String, known: Vec<String> },
        /// No function has that name.
        "rule/unknown-function" Error UnknownFunction { name: String, known: Vec<String> },
        /// No term of the scale or choices has that name.
        "rule/unknown-term" Error UnknownTerm { term: String, known: Vec<String> },
        /// A value of another type is needed.
        "rule/wrong-type" Error WrongType { expected: Argument, found: Argument },
        /// The two sides have different units.
        "rule/units-differ" Error UnitsDiffer { left: Argument, right: Argument },
        /// These two cannot be added, multiplied or divided.
        "rule/no-arithmetic" Error NoArithmetic { left: Argument, right: Argument },
        /// These two cannot be compared.
        "rule/cannot-compare" Error CannotCompare { left: Argument, right: Argument },
        /// Only equality makes sense here.
        "rule/not-ordered" Error NotOrdered { found: Argument },
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
        /// A constant that no condition uses.
        "rule/unused-constant" Warning UnusedConstant { name: String },
        /// `complete` of a table without an official list.
        "rule/complete-without-roster" Error CompleteWithoutRoster { table: String },
        /// A list of nominations whose key names no subject.
        "rule/not-a-list" Error NotAList { table: String },
        /// From where on a goal is exceeded, without a goal.
        "rule/exceeds-without-goal" Error ExceedsWithoutGoal {},
        /// A waiver that does not say all it must.
        "rule/waiver-incomplete" Error WaiverIncomplete { part: String },
        /// Two waivers for one rule and subject.
        "rule/waiver-twice" Error WaiverTwice { rule: String },
        /// A waiver of a rule that there is not.
        "rule/waiver-unknown-rule" Error WaiverOfUnknownRule { rule: String, known: Vec<String> },
        /// A waiver for something that is no `table/code`.
        "rule/waiver-unknown-subject" Error WaiverOfUnknownSubject { subject: String },
        /// A waiver of a rule for a subject that the rule does not judge.
        "rule/waiver-other-table" Error WaiverOfOtherTable { rule: String, table: String },
        /// A waiver that ends before it begins.
        "rule/waiver-without-day" Error WaiverWithoutDay { from: NaiveDate, until: NaiveDate },
        /// A name set for a run that nobody declared.
        "rule/unknown-override" Error UnknownOverride { name: String, known: Vec<String> },
        /// A value set for a run that does not fit its name.
        "rule/bad-override" Error BadOverride { name: String, value: String },
        /// A year of an example that is neither a number nor a name of the round.
        "rule/unknown-year" Error UnknownYear { name: String, known: Vec<String> },
        /// A cell of an example that does not fit its column.
        "rule/bad-example-cell" Error BadExampleCell { value: String, column: String },
        /// A cited document that is not in force on the day of judgement.
        "rule/not-in-force" Warning NotInForce { source: String, day: NaiveDate },
    }
}
