//! What can go wrong between the command line and the first byte read, and the list of everything that can go wrong at all.
//!
//! In: nothing. Out: the problems of the command line; the catalogues of all stages. Must not know: any language.

use crate::diagnostic::{Argument, CatalogueEntry};
use crate::{fact, problems, rule, sql, table, verdict};

problems! {
    /// Why a request is not understood, a named file is not read or a result is not written.
    pub enum Problem {
        /// There is no such option.
        "cli/unknown-option" Error UnknownOption { option: String },
        /// There is no such option, but one with a similar name.
        "cli/misspelt-option" Error MisspeltOption { option: String, near: String },
        /// An option came without its value.
        "cli/missing-value" Error MissingValue { option: String },
        /// A flag came with a value.
        "cli/value-too-many" Error ValueTooMany { option: String },
        /// A value that is not one of those allowed.
        "cli/value-not-allowed" Error ValueNotAllowed { option: String, found: String, allowed: Vec<String> },
        /// An option that can stand only once stands twice.
        "cli/option-twice" Error OptionTwice { option: String },
        /// Two options that exclude each other.
        "cli/options-together" Error OptionsTogether { option: String, other: String },
        /// Something that a command cannot do without.
        "cli/missing-argument" Error MissingArgument { missing: Vec<String> },
        /// A word too many.
        "cli/unexpected-argument" Error UnexpectedArgument { found: String },
        /// Nothing was asked for.
        "cli/nothing-asked" Error NothingAsked { commands: Vec<String> },
        /// A command's own command is missing.
        "cli/missing-command" Error MissingCommand { commands: Vec<String> },
        /// No such command.
        "cli/unknown-command" Error UnknownCommand { found: String, commands: Vec<String> },
        /// No such command, but one with a similar name.
        "cli/misspelt-command" Error MisspeltCommand { found: String, near: String },
        /// No such command and no such file, but a command with a similar name.
        "cli/neither-command-nor-file" Error NeitherCommandNorFile { found: String, near: String },
        /// An argument is not Unicode.
        "cli/not-unicode" Error NotUnicode { },
        /// The command line is wrong in a way that has no sentence of its own.
        "cli/wrong-usage" Error WrongUsage { },
        /// A date is not one.
        "cli/not-a-date" Error NotADate { found: String },
        /// `--set` without a name or a value.
        "cli/not-a-setting" Error NotASetting { found: String },
        /// One name is set twice.
        "cli/set-twice" Error SetTwice { name: String },
        /// `--table` without a file or a table.
        "cli/not-a-table-choice" Error NotATableChoice { found: String },
        /// One file or sheet is given to two tables.
        "cli/table-twice" Error TableTwice { file: String },
        /// `--header-row` without a row.
        "cli/not-a-header-row" Error NotAHeaderRow { found: String },
        /// One file or sheet is given two header rows.
        "cli/header-row-twice" Error HeaderRowTwice { found: String },
        /// A file to write ends in no known form.
        "cli/unknown-ending" Error UnknownEnding { found: String, known: Vec<String> },
        /// One file is to be written twice.
        "cli/output-twice" Error OutputTwice { found: String },
        /// A form that is to be written under another name than a workbook's.
        "cli/not-xlsx" Error NotXlsx { found: String },
        /// `THIDUA_LANG` names no language.
        "cli/unknown-language" Warning UnknownLanguage { found: String },
        /// A named file or folder is not there.
        "cli/no-such-file" Error NoSuchFile { },
        /// The system does not let us look.
        "cli/no-permission" Error NoPermission { },
        /// The system cannot read it.
        "cli/unreadable" Error Unreadable { reason: Argument },
        /// A named file is a report of this program.
        "cli/own-report" Error OwnReport { },
        /// A report of this program stands among the data.
        "cli/own-report-aside" Warning OwnReportAside { },
        /// A named thing is neither a file nor a folder.
        "cli/not-a-file" Error NotAFile { },
        /// A named folder holds nothing that can be data.
        "cli/nothing-in-folder" Error NothingInFolder { },
        /// Something in a folder was left aside.
        "cli/left-aside" Note LeftAside { reason: Argument },
        /// Standard output could not be written.
        "cli/not-written" Error NotWritten { reason: Argument },
        /// A file that was to be made is there already.
        "cli/file-exists" Error FileExists { },
        /// A file could not be written.
        "cli/file-not-written" Error FileNotWritten { reason: Argument },
        /// A list of chosen columns would stand among the data and be read as data next time.
        "cli/list-among-data" Error ListAmongData { read: String },
        /// A file to write is one that is read.
        "cli/output-is-input" Error OutputIsInput { },
        /// A report to compare is not JSON.
        "cli/not-json" Error NotJson { line: u64, column: u64 },
        /// A report to compare ends in the middle.
        "cli/report-broken" Error ReportBroken { },
        /// A file to compare is JSON, but no report.
        "cli/not-a-report" Error NotAReport { line: u64 },
        /// A report to compare has a format that this version does not know.
        "cli/other-report" Error OtherReport { found: String },
        /// A report to compare was not written to its end.
        "cli/report-incomplete" Error ReportIncomplete { },
        /// A report to compare is of a run that checked nothing.
        "cli/report-of-nothing" Error ReportOfNothing { },
        /// Two reports are of different rule sets.
        "cli/other-rule-set" Warning OtherRuleSet { before: String, after: String },
        /// The folder for marked copies is among what is read.
        "cli/mark-folder-is-read" Error MarkFolderIsRead { read: String },
        /// Two files whose marked copies would be one.
        "cli/copies-of-one-name" Error CopiesOfOneName { },
        /// A file is no longer what was judged.
        "cli/copy-of-changed" Error CopyOfChanged { },
        /// A file of which no marked copy can be made.
        "cli/copy-not-made" Error CopyNotMade { reason: Argument },
        /// A marked copy that holds the values alone.
        "cli/copy-of-values" Warning CopyOfValues { reason: Argument },
        /// A marked copy whose signature no longer fits.
        "cli/copy-signed" Warning CopySigned { },
        /// The program stopped where it should not have.
        "cli/program-fault" Error ProgramFault { at: String },
        /// A rule file that is neither a file nor a rule set that ships.
        "cli/no-such-rules" Error NoSuchRules { reason: Argument, known: Vec<String> },
        /// A selector that can match nothing.
        "cli/unknown-selector" Error UnknownSelector { selector: String },
        /// A column that no list of subjects has.
        "cli/unknown-column" Error UnknownColumn { column: String, known: Vec<String> },
        /// Columns are chosen of a list that nobody asks for.
        "cli/columns-of-no-list" Error ColumnsOfNoList {},
        /// `--table` names a table that the rule set does not have.
        "cli/unknown-table" Error UnknownTable { table: String, known: Vec<String> },
        /// `--district` names no unit.
        "cli/unknown-unit" Error UnknownUnit { unit: String, known: Vec<String> },
        /// Tables or units for which there is nothing to fill in.
        "cli/nothing-to-fill" Error NothingToFill { tables: String, round: String, known: Vec<String> },
        /// A second file of waivers.
        "cli/waivers-not-used" Warning WaiversNotUsed { used: String },
        /// A file of waivers without a table of them.
        "cli/no-waivers" Error NoWaivers {},
        /// No subject in all of the data.
        "cli/nothing-judged" Error NothingJudged {},
        /// A report of nothing, which would only take an older one's place.
        "cli/nothing-to-write" Warning NothingToWrite {},
        /// No rule has that id.
        "cli/unknown-rule" Error UnknownRule { id: String, known: Vec<String> },
        /// Several subjects have that name.
        "cli/several-subjects" Error SeveralSubjects { name: String, subjects: Vec<String> },
        /// The data hold no such subject.
        "cli/unknown-subject" Error UnknownSubject { table: String, code: String },
        /// A subject can only be explained from data.
        "cli/subject-without-data" Error SubjectWithoutData { table: String, code: String },
        /// No example of a rule gives these verdicts.
        "cli/verdict-unseen" Warning VerdictUnseen { rule: String, verdicts: Vec<String> },
        /// No example of a rule lies on that side of a comparison.
        "cli/threshold-unseen" Warning ThresholdUnseen { rule: String, comparison: String, side: Argument },
        /// A rule of which examples can show little.
        "cli/examples-one-row" Note ExamplesOneRow { rule: String },
        /// An example gave another verdict than its author expects.
        "cli/example-failed" Error ExampleFailed { rule: String, round: String, expected: String, got: String },
    }
}

/// Every stage's problems, in the order of the stages: what tests and reference pages walk.
pub fn catalogues() -> Vec<&'static [CatalogueEntry]> {
    vec![
        table::Problem::CATALOGUE,
        fact::Problem::CATALOGUE,
        rule::Problem::CATALOGUE,
        rule::expression::Problem::CATALOGUE,
        sql::Problem::CATALOGUE,
        verdict::Problem::CATALOGUE,
        Problem::CATALOGUE,
    ]
}
