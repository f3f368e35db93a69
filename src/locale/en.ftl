# Everything the program says in English. vi.ftl has the same ids, attributes and arguments.

## Severity and layout

severity-error = error
severity-warning = warning
severity-note = note
show-help = help
show-also = see also
shown-empty = (empty)
show-more = … and { $count } more of { $code }.

## Exit codes

exit-clean = Everything was checked and nothing is against the rules.
exit-against = Something is: an ineligible nomination, a quota, wrong data, a missed deadline.
exit-undecided = Nothing is, but something could not be decided for lack of data.
exit-refused = An input was refused, rows were unusable, or there was nothing to judge.
exit-request = The rule set or the request is wrong; nothing was checked.
exit-unwritten = An output could not be written; an older file of that name is intact.
exit-usage = The command line is wrong.
exit-fault = A fault of the program itself.

## Help: headings and names of values

help-heading-usage = Usage
help-heading-commands = Commands
help-heading-data = Data
help-heading-judging = How to judge
help-heading-showing = What to show
help-heading-exit = Exit codes (for scripts; the same for every command)
help-value-data = DATA
help-value-what = ID
help-value-rules = FILE|ID
help-value-file = FILE
help-value-id = ID
help-value-date = DATE
help-value-setting = NAME=VALUE
help-value-table = TABLE
help-value-table-choice = FILE[!SHEET]=TABLE
help-value-encoding = ENCODING
help-value-sheet = SHEET
help-value-header-row = [FILE[!SHEET]=]ROW
help-value-folder = FOLDER
help-value-selector = ID
help-value-before = OLD.json
help-value-after = NEW.json
help-value-shell = SHELL

## Help: arguments

help-data = Excel files (.xlsx, .xlsm, .xls, .ods), CSV files or whole folders; as many as you like
help-what = The id of a rule (V.2.3.e), or a subject written table/code (communes/25195)
help-rule-file = A YAML file, or the id of a rule set that ships (see “thidua rules list”)
help-new-file = The file to write; it must not be there yet [default, or “-”: standard output]
help-template-output = The Excel file to write, its name ending in .xlsx; it must not be there yet
help-template-table = Only a sheet for this table, such as communes; may be repeated [default: every table that the round needs]
help-template-district = Only the unit of this code and those below it, such as 692, a district; may be repeated
help-sql-dialect = The engine that will run the SQL
help-sql-table = Only this table, such as communes; may be repeated [default: every table that has row criteria]
help-sql-output = The file to write [default: standard output]
help-rules = The rule set: a YAML file, or the id of one that ships [default: that of Bình Phước]
help-round = The round, such as so-ket-2023 or tong-ket-2025 [default: as the rule set says]
help-as-of = Judge as of this day, written 2025-11-01 or 1/11/2025 (day first) [default: today]
help-set = Replace a constant of the rule set; repeatable; shown at the head of the report
help-table = Say which table a file or sheet holds, such as xa.xlsx!Sheet1=communes; repeatable
help-encoding = The encoding of CSV files: utf-8, utf-16, windows-1258, tcvn3, vni [else: found by content]
help-sheet = Read only sheets of this name; may be repeated; CSV files have no sheets and are read all the same
help-header-row = The row in which the header begins, as 5 or xa.xlsx!Sheet1=5; may be repeated [else: found]
help-waivers = File of waivers (YAML or a table) [default: mien-xet.yaml right in the folder, if it is there]
help-no-waivers = Leave all waivers aside, to see the bare verdicts
help-by = Count by: table, or file as well (rows read, used and skipped, errors) [default: table]
help-order = Order of nominations: list (as listed), priority (those that the plan puts first) [default: list]
help-only = List only this: the id of a rule (with * if you like), a table, or table/code; counts and the exit code are still those of everything; repeatable
help-show = Show everything: what is in order too, and lists in full
help-before = The older report, as “thidua check --format json” writes it
help-after-report = The newer report, to hold against the older one
help-show-diff = List facts that changed no verdict too, and lists in full
help-format-diff = The result: text for people, md (Markdown) for mails, json for programs [default: text]
help-output-diff = Write a .txt, .md or .json file as well; may be repeated
help-shell = bash, zsh, fish, powershell or elvish
help-lang = Language: vi (Vietnamese) or en (English) [default: the variable THIDUA_LANG, else vi]
help-format = The form of the report on standard output: text and html for people, md for messages, json, jsonl and csv for programs, junit for build servers [default: text]
help-mark = Write a copy of each file with findings to this folder: cells coloured and noted, with a sheet that lists them
help-quiet = Print only the counts and the result line
help-redact = Leave names out of every report and show codes alone; counts and hashes stay
help-output = Write the report to a file, in the form that its name ends in: { $endings } (may be repeated)
help-columns = The columns of a .csv list, with commas between: table, code, name, verdict, ids of rules (* may be used)
help-value-columns = COLUMN,COLUMN…
help-color = Colours: auto (on a terminal), always, never [default: auto]
help-help = Print this help
help-version = Print the version

## Help: the commands

help-about = thidua – checks emulation award nominations against the official plan.
    Reads the Excel and CSV tables that units send in; says who is eligible, who is not, who cannot be judged yet, and why.
help-usage =
    thidua DATA… [OPTIONS]
    thidua COMMAND [OPTIONS]
help-after =
    Examples:
      thidua ho-so/                           judge every file of the folder ho-so
      thidua xa-2025.xlsx de-nghi.xlsx        judge two files
      thidua explain V.2.3.e                  explain one rule
      thidua check --help                     all options of judging

    The tool only proposes; the Board decides.

help-check-about = Judges eligibility, nominations, quotas, targets, deadlines; checks the data.
help-check-usage =
    thidua check [OPTIONS] DATA…
    thidua DATA…
help-check-after =
    Examples:
      thidua ho-so/
      thidua check ho-so/ --round so-ket-2023 --as-of 2023-10-15
      thidua check xa.xlsx --only communes/25195 --show all
      thidua check xa.xlsx --table xa.xlsx!Sheet1=communes
      thidua check ho-so/ --format json > result.json

    In a folder, lock files (~$…), hidden files, links, documents and pictures are left aside and listed.
    Results go to standard output, messages and errors to standard error.

help-progress-about = Show how far the targets are, year by year, and what is still lacking.
help-progress-usage = thidua progress [OPTIONS] DATA…
help-progress-after =
    Examples:
      thidua progress files/
      thidua progress province.xlsx --as-of 15/10/2024

help-explain-about = Explains a rule, or how the verdict on a subject came about.
help-explain-usage = thidua explain [OPTIONS] ID [DATA…]
help-explain-after =
    Examples:
      thidua explain V.2.3.e                        what this rule says
      thidua explain communes/25195 ho-so/          why commune 25195 got its verdict

    Exit codes: see “thidua --help”.

help-template-about = Makes a workbook to be filled in: the tables, columns and years that the rule set needs.
help-template-usage = thidua template -o FILE.xlsx [OPTIONS]
help-template-after =
    Examples:
      thidua template -o form.xlsx                             every table that the round needs
      thidua template -o communes.xlsx --table communes --district 692
      thidua template -o form-2023.xlsx --round so-ket-2023 --rules rules.yaml

    A file that is there already is left as it is (exit code 4), so that nothing filled in is lost; for other codes see “thidua --help”.
help-diff-about = Compares two JSON reports: whose verdict changed, and which facts changed it.
help-diff-usage = thidua diff [OPTIONS] OLD.json NEW.json
help-diff-after =
    Examples:
      thidua check files/ --format json > today.json
      thidua diff yesterday.json today.json
      thidua diff yesterday.json today.json -o changes.md

    Matched by the ids of rules and subjects, never by row. Best first:
      subjects, nominations  eligible, undetermined, ineligible
      rules, quotas          met (waived), insufficient, not met
      targets                met, on track, behind, insufficient, not met
      deadlines              met, pending, unclear, late, overdue
    What appears against the rules is worse; what is withdrawn is neither better nor worse.

    Exit codes: 1 if anything got worse, 0 if not, 3 if a file cannot be compared;
    for the others see “thidua --help”.

help-rules-about = Works with rule sets: lists them, looks for mistakes, runs their examples, begins new ones.
help-rules-usage = thidua rules COMMAND
help-rules-after =
    Exit codes: see “thidua --help”.

help-rules-list-about = Lists the rule sets that ship, each with its rounds.
help-rules-list-usage = thidua rules list
help-rules-list-after =
    Exit codes: see “thidua --help”.

help-rules-lint-about = Looks for mistakes in a rule file; points at each and says how to correct it.
help-rules-lint-usage = thidua rules lint FILE|ID
help-rules-lint-after =
    Examples:
      thidua rules lint rules.yaml

    Exit codes: 0 if there are no mistakes, 4 if there are; for the others see “thidua --help”.

help-rules-test-about = Runs the examples written in a rule set; names verdicts and limits that none of them shows.
help-rules-test-usage = thidua rules test [FILE|ID]
help-rules-test-after =
    Examples:
      thidua rules test
      thidua rules test rules.yaml

    Exit codes: 0 if every example holds, 1 if one does not; for the others see “thidua --help”.

help-rules-sql-about = Writes the row criteria of a rule set as SQL: one query a table, with the same verdict for every rule and subject.
help-rules-sql-usage = thidua rules sql [FILE|ID] --dialect duckdb|spark|postgres [OPTIONS]
help-rules-sql-after =
    Examples:
      thidua rules sql --dialect duckdb --table communes -o communes.sql
      thidua rules sql rules.yaml --dialect spark --round so-ket-2023

    The tables and their columns have the names of the rule set, a series one column a year (poor_2021); NULL is a missing figure.
    Waivers and failed data checks are not part of it. docs/sql.md says more.
    Exit codes: 4 if a criterion cannot be written as SQL (nothing is written then); for the others see “thidua --help”.

help-rules-new-about = Writes a small rule set with explanations, to begin with.
help-rules-new-usage = thidua rules new [FILE]
help-rules-new-after =
    Examples:
      thidua rules new rules.yaml
      thidua rules new > rules.yaml

    Exit codes: 4 if the file is there already (it stays as it is); for the others see “thidua --help”.

help-rules-schema-about = Prints the JSON Schema of rule files: editors suggest keys and point at mistakes with it.
help-rules-schema-usage = thidua rules schema
help-rules-schema-after =
    Examples:
      thidua rules schema > ruleset.schema.json

    Then put this line first in a rule file: # yaml-language-server: $schema=ruleset.schema.json
    Exit codes: see “thidua --help”.

usage-hint = Type “{ $command }” for all there is.

help-completions-about = Prints a script with which a shell completes commands, options and names of files.
help-completions-usage = thidua completions SHELL
help-completions-after =
    How to use it:
      bash        thidua completions bash > ~/.local/share/bash-completion/completions/thidua
      zsh         thidua completions zsh > ~/.zfunc/_thidua
                  (~/.zshrc needs fpath+=~/.zfunc before compinit)
      fish        thidua completions fish > ~/.config/fish/completions/thidua.fish
      powershell  add this line to the file that $PROFILE names (“notepad $PROFILE” opens it):
                  thidua completions powershell | Out-String | Invoke-Expression
      elvish      thidua completions elvish > ~/.config/elvish/lib/thidua.elv
                  (then add “use thidua” to rc.elv)

    Exit codes: see “thidua --help”.

help-man-about = Prints the manual page for man.
help-man-usage = thidua man
help-man-after =
    Examples:
      thidua man | man -l -
      thidua man > ~/.local/share/man/man1/thidua.1

    Exit codes: see “thidua --help”.

## The manual page (man)

man-name = NAME
man-synopsis = SYNOPSIS
man-description = DESCRIPTION
man-commands = COMMANDS
man-options = OPTIONS OF EVERY COMMAND
man-same-options = The other options are as with the commands above.
man-exit = EXIT STATUS
man-files = FILES
man-files-waivers = Waivers; read where it stands right in a named folder, unless --waivers or --no-waivers is given.
man-environment = ENVIRONMENT
man-environment-lang = The language: vi or en; the option --lang goes before it.
man-environment-color = If it has a value, nothing is coloured, unless --color always is given.
man-environment-term = If it is “dumb”, nothing is coloured.
man-examples = EXAMPLES
man-examples-all =
    thidua files/
    thidua check files/ --round tong-ket-2025 --as-of 2025-11-01
    thidua progress files/
    thidua explain communes/25195 files/
    thidua check files/ --format json > today.json
    thidua diff yesterday.json today.json

## Why something in a folder is not read

aside-lock = a lock file: the file beside it is open
aside-hidden = a hidden file or folder
aside-system = a file of the operating system
aside-link-outside = a link that leaves the folder or leads nowhere
aside-link-inside = a link to something else in the same folder
aside-special = not a regular file
aside-twice = already read under another name
aside-document = a document, not a table
aside-picture = a picture, film or recording, not a table
aside-archive = an archive, to be unpacked first
aside-for-programs = a file for programs, not a table

## The command line

cli-unknown-option = There is no option “{ $option }”.
    .help = Leave it out, or choose one of the command's options.
cli-misspelt-option = There is no option “{ $option }”.
    .help = Did you mean “{ $near }”?
cli-missing-value = A value must follow “{ $option }”, but there is none.
    .help = Write the value right after the option.
cli-value-too-many = “{ $option }” takes no value.
    .help = Leave out the “=” and what follows it.
cli-value-not-allowed = “{ $option }” does not take the value “{ $found }”.
    .help = Choose one of: { $allowed }.
cli-option-twice = “{ $option }” may stand only once, but stands twice.
    .help = Keep one of them.
cli-options-together = “{ $option }” and “{ $other }” cannot be used together.
    .help = Keep one of the two.
cli-missing-argument = Missing: { $missing }.
    .help = Write what is missing at the end of the command line.
cli-unexpected-argument = “{ $found }” is too many: this command takes no more arguments.
    .help = Leave it out; if a file's name has spaces, put the name in double quotes.
cli-nothing-asked = It is not said what to do.
    .help = Name files or folders to judge, or one of the commands: { $commands }.
cli-missing-command = It is not said what to do.
    .help = Name one of the commands: { $commands }.
cli-unknown-command = There is no command “{ $found }”.
    .help = Name one of the commands: { $commands }.
cli-misspelt-command = There is no command “{ $found }”.
    .help = Did you mean “{ $near }”?
cli-neither-command-nor-file = There is no command, file or folder “{ $found }”.
    .help = Did you mean the command “{ $near }”? If it is a file, check its name.
cli-not-unicode = The command line has characters that are not Unicode.
    .help = Type it again; only names of files and folders may have such characters.
cli-wrong-usage = The command line is wrong.
    .help = Compare it with the usage below.
cli-not-a-date = “{ $found }” is not a date.
    .help = Write year-month-day (2025-11-01) or day/month/year (1/11/2025).
cli-not-a-setting = NAME=VALUE must follow “--set”, but there is “{ $found }”.
    .help = Write the constant's name, “=” and the value without spaces, such as --set max_leaders=30%.
cli-set-twice = The constant “{ $name }” is set twice.
    .help = Keep one of the two.
cli-not-a-table-choice = FILE=TABLE or FILE!SHEET=TABLE must follow “--table”, but there is “{ $found }”.
    .help = Write, for example, --table xa.xlsx!Sheet1=communes; in quotes if there are spaces.
cli-table-twice = “{ $file }” is given two tables.
    .help = Keep one of the two.
cli-not-a-header-row = A row, or FILE=ROW or FILE!SHEET=ROW, must follow “--header-row”, but there is “{ $found }”.
    .help = Write, for example, --header-row 5 or --header-row "xa.xlsx!Sheet1=5"; rows count from 1.
cli-header-row-twice = Two header rows for one place: “{ $found }” is the second.
    .help = Keep one of the two.
cli-unknown-ending = The form of the report in the file “{ $found }” is not known: its name must end in { $known }.
    .help = Give the file one of these endings.
cli-output-twice = The file “{ $found }” is asked for twice.
    .help = Name each file once after -o.
cli-not-xlsx = -o { $found }: the form must be an Excel file whose name ends in “.xlsx”.
    .help = Write “-o form.xlsx”, for example.
cli-unknown-language = The environment variable THIDUA_LANG is “{ $found }”, which is no language of the program; using Vietnamese.
    .help = Set THIDUA_LANG to vi or en.

## Files and folders

cli-no-such-file = There is no such file or folder.
    .help = Check its name and path.
cli-no-permission = There is no permission to read it.
    .help = Close it if another program has it open, or ask your administrator for permission.
cli-unreadable = The operating system cannot read it: { $reason }.
    .help = Check the path; if it is right, copy the file somewhere else and run again.
cli-own-report = This file is a report written by this program, not data.
    .help = Name the file with data that the unit sent.
cli-own-report-aside = This file was written by the program (a report), so it is not read as data.
    .help = If a unit's data stand in this file, copy these sheets to a new workbook and run again.
cli-not-a-file = This is neither a file nor a folder.
    .help = Name an Excel file, a CSV file or a folder.
cli-nothing-in-folder = This folder holds no data files.
    .help = Check the folder's name; what was left aside, if anything, is listed with its reason.
cli-left-aside = Not read: { $reason }.
    .help = If this is data to be judged, name the file itself on the command line.

reason-not-found = there is no such file or folder
reason-folder = it is a folder, not a file
reason-no-folder = a file stands on the path where a folder should
reason-changed = it was changed while it was being read
reason-disk-full = the disk is full
reason-no-permission = there is no permission

## The end of a run

cli-not-written = The result could not be written to standard output: { $reason }.
    .help = Check the free space and the permission to write, and run again.
cli-file-exists = There is a file of this name already; it was left as it is.
    .help = Choose another name, or move the old file away first.
cli-file-not-written = The file could not be written: { $reason }.
    .help = Close the file if it is open in Excel; check the folder's name, the free space and the permission to write, and run again. An older file of this name, if there was one, is intact.
cli-list-among-data = A list of chosen columns would stand in { $read }, which is read, and might be taken for data next time; nothing was written.
    .help = Write the list to another folder, or leave --columns out.
cli-output-is-input = The file to write is also one that is read; writing it would lose the data, so nothing was written.
    .help = Give the result another name, or write it to another folder.
cli-not-json = This file is not JSON (line { $line }, column { $column }), so it is no report to compare.
    .help = Name a file that “thidua check … --format json” wrote.
cli-report-broken = This report is cut off: it ends in the middle.
    .help = Run “thidua check … --format json” again and let it finish.
cli-not-a-report = This file is no JSON report of thidua, or it was edited (line { $line }).
    .help = Name a file that “thidua check … --format json” wrote, and leave it as it is.
cli-other-report = This report has the format { $found }; this version reads thidua/report/1 only.
    .help = Use the version of thidua that wrote the report, or update thidua.
cli-report-incomplete = This report was not written to its end: it lacks "complete": true.
    .help = Run “thidua check … --format json” again and let it finish.
cli-report-of-nothing = This report holds findings alone: its run checked nothing (exit code 4), so there is nothing to compare.
    .help = Correct what the report says is wrong, then run “thidua check” again.
cli-other-rule-set = The reports are of two rule sets: { $before } and { $after }.
    .help = Only rules of the same id can be compared; better judge both by one rule set.
cli-mark-folder-is-read = The folder for marked copies lies in { $read }, which is read; next time the copies would be read as data, so nothing was checked.
    .help = Give --mark a folder outside the data, such as --mark to-return.
cli-copies-of-one-name = The marked copies of these files would have one name, so nothing was checked.
    .help = Rename one of the files, or run folder by folder, each with its own --mark.
cli-copy-of-changed = The file was changed while it was being checked, so no marked copy of it was written.
    .help = Run again when nobody is changing the file.
cli-copy-not-made = No marked copy could be made: { $reason }.
    .help = See the findings of this file in the report; open it in Excel, save it as .xlsx and run again.
cli-copy-of-values = The workbook could not be marked as it is: { $reason }. This copy holds the values of its cells alone, without formats, formulas and drawings.
    .help = For a full copy, open the file in Excel, save it as .xlsx and run again.
cli-copy-signed = The workbook bears a digital signature, which does not hold for the marked copy.
    .help = The signature of the file itself is untouched. Once corrected, the file has to be signed again.
cli-program-fault = The program met a fault of its own (at { $at }); no result of this run can be used.
    .help = Send this line and the command line you typed to whoever looks after the program.

## Reading files


## Checking the conditions of a rule set

type-boolean = true/false
type-percent = a percentage
type-number = a number without unit
type-text = text
type-date = a date
type-year = a year

rule-unknown-name = Nothing is named “{ $name }” for table “{ $table }”: no column, constant or year.
    .help = Did you mean: { $known }?
rule-unknown-column = Table “{ $table }” has no column “{ $name }”.
    .help = Did you mean: { $known }?
rule-unknown-function = There is no function “{ $name }”.
    .help = Did you mean: { $known }?
rule-unknown-term = “{ $term }” is not in this scale or list of choices.
    .help = Did you mean: { $known }?
rule-wrong-type = { $expected } is needed here, but this is { $found }.
    .help = Change the expression so that it gives what is needed.
rule-units-differ = The two sides have different units: { $left } and { $right }.
    .help = Add, subtract and compare numbers of one unit only; give a constant its unit if it lacks one.
rule-no-arithmetic = { $left } and { $right } cannot be combined like this.
    .help = A number with a unit is multiplied or divided by a pure number, or divided by one of the same unit.
rule-cannot-compare = { $left } cannot be compared with { $right }.
    .help = Both sides of a comparison must be of one type.
rule-not-ordered = A value of { $found } has no order, so it can only be compared by = or !=.
    .help = Use =, !=, or in [ … ].
rule-series-needs-year = “{ $text }” has a value for every year; one value is needed here.
    .help = Add the year in brackets, such as { $text }[review].
rule-not-a-series = “{ $text }” has no values by year, so it takes no year in brackets.
    .help = Drop the brackets, or declare the column with by: year.
rule-derived-not-series = This derived column is declared by year, but its expression gives no value by year.
    .help = Drop by: year, or use a column by year in the expression.
rule-year-shift = A year moves only by a whole number written out.
    .help = Write y - 1 or start + 1, for example.
rule-not-a-year = A year is needed here, such as 2022.
    .help = Write the year with four digits, or use a year name of the round.
rule-years-not-fixed = A range of years must follow from the rule set alone, not from data.
    .help = Use years written out, years of the round, or a year bound outside.
rule-empty-years = The range { $from }..{ $to } holds no year.
    .help = The first year must not be after the last; look at the years of the round.
rule-too-many-years = The range has more than { $most } values.
    .help = Look at both ends of the range.
rule-hides-name = The name “{ $name }” already means something else, which this would hide.
    .help = Choose another name for the year.
rule-nested-rows = Computing over rows cannot stand inside computing over rows.
    .help = Make two rules of it, or a derived column.
rule-own-outside = “own.{ $name }” is used only inside a computation over another table's rows.
    .help = Write { $name } without own.
rule-not-a-reference = Column “{ $name }” is not a code that points to a table.
    .help = Before the point there must be a code column with of: TABLE.
rule-division-by-zero = Division by 0.
    .help = Correct the divisor.
rule-argument-count = Function “{ $name }” takes { $expected } values, but got { $found }.
    .help = Add or remove values in the parentheses.
rule-literal-argument = A whole number from { $low } to { $high } must be written out here.
    .help = Put a whole number of that range here.
rule-no-such-day = This day does not exist in every year.
    .help = Choose a day that every year has.
rule-known-needs-column = known(…) looks at a column, or at a column by year with its year.
    .help = Write known(column) or known(column[year]).
rule-unused-constant = No condition uses the constant “{ $name }”.
    .help = Remove it, or look at the names in the conditions.
rule-unknown-override = --set: there is no constant or year named “{ $name }”.
    .help = Did you mean: { $known }?
rule-bad-override = --set { $name }: “{ $value }” is not a valid value.
    .help = Write a number (such as 2_000, 40%, 100 triệu) or a year.
rule-unknown-year = “{ $name }” is neither a year nor a year name of the round.
    .help = Did you mean: { $known }?
rule-bad-example-cell = “{ $value }” does not fit the type of column “{ $column }”.
    .help = Write a value of its type: a number (decimal point), yes/no, a day as 2022-10-14, or a code of the scale.
rule-not-in-force = The document “{ $source }” is not in force on { $day }.
    .help = Look at --as-of, or use the rule set of the document in force.

cli-no-such-rules = This rule file cannot be read ({ $reason }), and no rule set of that name ships with the program.
    .help = Check the path, or use one that ships: { $known }.
cli-unknown-selector = --only { $selector }: there is no such table or rule.
    .help = Use a table (communes), a table/code (communes/25195) or a rule id (V.2.3.*). See: thidua rules list.
cli-unknown-column = The list has no column “{ $column }”.
    .help = Columns most like it: { $known }. There are table, code, name, verdict and the ids of the criteria.
cli-columns-of-no-list = --columns chooses the columns of a CSV list, but this command writes no CSV list.
    .help = Add -o list.csv or --format csv, or leave --columns out.
cli-unknown-table = --table: the rule set has no table “{ $table }”.
    .help = Did you mean: { $known }?
cli-unknown-unit = --district { $unit }: no unit of the official list has this code.
    .help = Use the code of a unit of the list. You may mean: { $known }.
cli-nothing-to-fill = There is nothing to fill in for { $tables }: round { $round } does not use it, or none of its units belongs to those named.
    .help = Name another table with --table, leave --district out, or choose another round. Tables to fill in: { $known }.
cli-waivers-not-used = This file of waivers is not used, because { $used } is.
    .help = Put all waivers into one file, or name the one to use by --waivers.
cli-no-waivers = The file has no table of waivers.
    .help = The table needs the columns: rule, subject, reason, decision, approved_by, from, until.
cli-nothing-judged = There is nothing to judge: no file holds a table that the rule set needs.
    .help = Check the folder, the names of sheets and the headers; or say it with --table "FILE!SHEET=TABLE".
cli-nothing-to-write = Nothing was judged, so this file was not written; an older one of this name, if there was one, is intact.
    .help = Check the names of the files and folders, and run again.
cli-unknown-rule = The rule set has no rule “{ $id }”.
    .help = Did you mean: { $known }?
cli-several-subjects = Several subjects are called “{ $name }”.
    .help = Name one of them: { $subjects }.
cli-unknown-subject = The data hold no subject “{ $table }/{ $code }” among those judged.
    .help = Check the table and the code; see the list with: thidua check … --show all.
cli-subject-without-data = Explaining “{ $table }/{ $code }” needs data.
    .help = Add a file or a folder: thidua explain { $table }/{ $code } FOLDER.
cli-verdict-unseen = No example of { $rule } gives: { $verdicts }.
    .help = Add one to its “examples” for each, with “gives: …”.
cli-threshold-unseen = In no example of { $rule } is the left side of “{ $comparison }” { $side }.
    .help = Add an example whose values make it so: mistakes sit at the limit.
cli-examples-one-row = Examples cannot show { $rule } fully: it looks at other rows, and an example is one row.
    .help = Try this rule with data: thidua check … --only { $rule } --show all.
side-below = less than the right one
side-at = exactly equal to the right one
side-above = more than the right one
cli-example-failed = The example of { $rule } (round { $round }) must give { $expected }, but gives { $got }.
    .help = Look at the condition or at the example's values.

rule-empty-expression = An expression is expected here, but there is none.
    .help = Write a condition or a calculation, for example: poor[start] > 0.
rule-too-long = The expression is longer than { $most } bytes.
    .help = Split it into several derived columns or several criteria.
rule-too-many-words = The expression has more than { $most } words and signs.
    .help = Split it into several derived columns or several criteria.
rule-too-deep = The expression is nested or chained more than { $most } levels deep (each pair of brackets and each operation in a row is one level).
    .help = Make the inner part a derived column and use that column's name.
rule-bad-character = The character “{ $found }” cannot be used here.
    .help = Delete it, or put it in quotation marks if it belongs to a text. A character shown as U+… is invisible: delete and retype that spot.
rule-smart-quote = A quotation mark must be the straight { $instead }, but this is the curly { $found }.
    .help = Replace { $found } by { $instead }.
rule-no-break-space = Here is a special space (usually copied from Word or a web page) that looks like a plain space and is not one.
    .help = Delete it and type a plain space.
rule-other-sign = The sign “{ $found }” is not part of this language; write “{ $instead }” here.
    .help = Replace “{ $found }” by “{ $instead }”.
rule-unclosed-text = A text begins with a quotation mark here and has no closing one up to the end of the line.
    .help = Put the same quotation mark at the end of the text.
rule-bad-number = “{ $found }” is not a number written the right way.
    .help = Write digits; a decimal point needs digits on both sides (0.5); groups of digits are separated by a single underscore (100_000_000).
rule-long-number = This number has more than { $most } digits.
    .help = Write a shorter number.
rule-comma-in-number = “{ $found }” has a comma between digits; numbers in a rule set have none.
    .help = Write decimals after a point (0.5) and separate thousands by an underscore (1_000).
rule-unexpected = Found { $found } where { $expected } is expected.
    .help = Look at this spot: a sign, a bracket or a word may be missing or too many right before it.
rule-word-of-the-language = A name is expected here, but “{ $word }” is a word of the language and cannot be a name.
    .help = Declare and use another name, for example { $word }_1.
rule-word-case = The word “{ $found }” must be in small letters: “{ $instead }”.
    .help = Replace “{ $found }” by “{ $instead }”.
rule-unclosed-bracket = The bracket “{ $bracket }” is opened here and never closed.
    .help = Add the closing bracket after what belongs inside.
rule-unopened-bracket = The bracket “{ $bracket }” closes here, but nothing was opened before.
    .help = Delete this bracket, or add the opening one further left.
rule-and-or = “and” stands beside “or” without parentheses, which can be read in two ways: { $first } or { $second }.
    .help = Write one of the two with its parentheses.
rule-comparison-chain = A comparison has two sides, but here is one comparison more.
    .help = Write “x between a and b” if x lies from a to b (both included), or join two comparisons by “and”.
rule-needs-parentheses = What begins with “{ $word }” stands inside another expression and must be in parentheses.
    .help = Put all of it in parentheses: ({ $word } …).
rule-list-literal = The list after “in” holds only numbers, quoted texts, true or false, but here is “{ $found }”.
    .help = If this is a code or a label, put it in quotation marks; if it is a value to work out, compare with “=” and join by “or”.
rule-in-needs-list = After “in” a list in square brackets is expected, but found { $found }.
    .help = Write x in ["a", "b"]; for a range write x between a and b.
rule-second-index = Only one year in square brackets may follow a column, but here is a second bracket.
    .help = Remove one pair of brackets; calculate with years inside one pair: poor[y - 1].
rule-second-step = From a code column only one step leads to another table (a.b), but here is a second one.
    .help = Declare a derived column in the table between and use that column's name.

rule-seen-end = the end of the expression
rule-expected-value = a value (a name, a number, a quoted text or an opening parenthesis)
rule-expected-name = a name
rule-expected-literal = a number, a quoted text, true or false
rule-expected-operator = an operator such as +, = or and; or the end of the expression

## Report

report-head = { $title } · { $round } · as of { $date } · rule set { $version }
report-extends = { $id } extends the rule set { $base } { $version }
report-overrides = Values set for this run only: { $list }
report-read = Read { $files } files, { $sheets } sheets: { $rows } rows = { $used } used + { $skipped } skipped
report-refused = Could not be used: { $what }
report-absent = No data yet from: { $list }
report-not-checked = Not judged because the data hold no such table: { $list }
report-column-table = Subjects
report-column-all = All
report-heading = { $table } — { $verdict }: { $count }
report-and-more = and { $count } more (see all: --show all)
report-fault = The data fail the check { $check }: { $says }
report-errors = ERRORS IN THE DATA: { $count }
report-warnings = TO BE LOOKED AT: { $count }
report-notes = NOTES: { $count }
report-notes-count = { $count } notes on the data (see them: --show all)
report-readings = READINGS THAT THE BOARD MUST CONFIRM
files-head = FILE BY FILE { $folder }
files-column-file = File
files-column-table = Table
files-column-read = Rows
files-column-used = Used
files-column-skipped = Skipped
files-column-errors = Errors
files-column-warnings = Warnings
files-refused = could not be used
files-not-used = of no table
nominations-head = NOMINATIONS: { $count } = { $eligible } eligible + { $ineligible } ineligible + { $undetermined } undetermined
nomination-number = no. { $number }
nomination-first = goes first
nomination-first-unknown = not known whether it goes first
nomination-by = submitted by { $unit }
nomination-without-subject = The data has no such subject, so it cannot be judged yet.
nomination-misnamed = The name in the list is not that of this code: it cannot be said who is nominated
quotas-head = QUOTAS
quota-number = { $measured }, limit { $limit }
quota-share = { $measured } of { $of } = { $share }, limit { $limit }
quota-share-open = { $measured } of { $of }, limit { $limit }
quota-eligible = { $count } eligible
quota-excess = Over the limit by { $count }.
quota-lacking = Short of the limit by { $count }.
quota-ineligible = Ineligible anyway: { $list }
quota-undetermined = Undetermined: { $list }
quota-undecided = Not known whether these count: { $list }
quota-set-aside = Rows of the list that name nobody that can be read, and may count too: { $count }.
quota-warning-only = (a reminder, no breach)
targets-head = TARGETS (year by year: thidua progress)
target-met = met
target-not-met = not met
target-on-track = on track
target-behind = behind
target-insufficient = not enough data
target-not-applicable = nothing to measure
target-information = for information
target-exceeded = exceeded
target-mean = average { $measured }
target-total = total { $measured }
target-latest = latest { $measured }
target-worst = worst year { $measured }
target-bar = { $bar } { $share }
target-room-in-all = At most { $needed } more in the { $years } years that remain.
target-room-a-year = At most { $needed } in each of the { $years } years that remain.
target-room-at-last = At most { $needed } in the last year.
target-nothing-needed = The remaining years need bring no more.
target-needed-in-all = { $needed } still lacking over the remaining years ({ $years }).
target-needed-a-year = Each of the remaining years ({ $years }) must bring { $needed }.
target-needed-at-last = The last year must bring { $needed }; years left: { $years }.
year-left-out = not counted
year-to-come = to come
published-exact = The published figure { $published } equals the calculated one.
published-rounded = The published figure { $published } is { $exact }, rounded.
published-truncated = The published figure { $published } is { $exact } cut off; rounded it would be { $rounded }.
published-truncated-or-rounded = The published figure { $published } is { $exact } cut off; rounding gives the same.
published-different = The published figure { $published } does not fit: calculated { $exact }.
progress-bar = Reading files
progress-none = There is no target to show: the data lacks the tables that the targets need.
progress-errors = There are { $count } errors in the data; thidua check shows each of them.
deadlines-head = DEADLINES
deadline-met = { $count } in time
deadline-late = { $count } late
deadline-overdue = { $count } overdue
deadline-pending = { $count } not yet due
deadline-open = { $count } unclear
deadline-late-by = { $name } filed on { $date }, late by { $days } days
deadline-late-list = last day { $due }, late: { $list }
deadline-overdue-list = last day { $due }, overdue by { $days } days: { $list }
deadline-pending-list = last day { $due }, { $days } days left, not filed yet: { $list }
deadline-open-list = last day { $due }, a record whose day, kind or year is missing or cannot be read: { $list }
deadlines-silent = Nothing filed at all: { $list }
checks-head = DATA CHECKS: { $made } made, { $failed } failed
check-year = {" "}in { $year }
report-waivers-file = Waivers are taken from { $file } (decisions: { $count }, applied: { $applied }).
verdict-waived-by = waived by { $decision } ({ $reason }); without the waiver: { $own }
result-nothing = nothing wrong
result-nominations-ineligible = { $count } nominations ineligible
result-nominations-undetermined = { $count } nominations undetermined
result-subjects-ineligible = { $count } subjects ineligible
result-subjects-undetermined = { $count } subjects undetermined
result-quotas-broken = { $count } quotas exceeded
result-quotas-open = { $count } quotas undecided
result-checks-failed = { $count } failed data checks
result-deadlines-late = { $count } late reports
result-deadlines-overdue = { $count } overdue reports
result-deadlines-open = { $count } deadlines undecided
result-clean = Result: { $found } (exit code { $code }). The tool proposes; the Board decides.
result-against = Result: { $found } (exit code { $code }). The tool proposes; the Board decides.
result-open = Result: nothing is against the rules, but { $found } (exit code { $code }). Add the figures and run again.
result-refused = Result: some data could not be used, so this is not the whole; of what was judged: { $found } (exit code { $code }). Mend the files named above and run again.

verdict-eligible = eligible
verdict-ineligible = ineligible
verdict-undetermined = undetermined
verdict-met = met
verdict-not-met = not met
verdict-insufficient = insufficient data
verdict-not-applicable = not applicable
verdict-waived = waived

skipped-title = { $count } title
skipped-header = { $count } header
skipped-column-numbers = { $count } column numbers
skipped-group = { $count } group
skipped-total = { $count } total
skipped-other-measure = { $count } counting something else
skipped-no-key = { $count } without a code
skipped-unknown-unit = { $count } with an unknown code
skipped-code-name = { $count } code and name disagree
skipped-not-used = { $count } outside any table
skipped-findings = { $count } of an earlier check's findings

## Excel report

workbook-font = Times New Roman
workbook-page = Page &P of &N
workbook-sheet-summary = Summary
workbook-sheet-nominations = Nominations
workbook-sheet-targets = Targets
workbook-sheet-charts = Charts of targets
workbook-sheet-deadlines = Deadlines
workbook-sheet-checks = Data checks
workbook-sheet-findings = Findings
workbook-sheet-inputs = Files
workbook-as-of = { $round } (as of { $date })
workbook-rule-set = Rule set { $id }, version { $version }, SHA-256 { $hash }; thidua { $tool }
workbook-counts = RESULTS BY KIND OF SUBJECT
workbook-total = Total
workbook-targets-head = TARGETS
workbook-subjects-title = { $table }: { $count } subjects, as of { $date }
workbook-reasons-beside = There are too many reasons for a note on each cell: they stand in the last column.
workbook-nominations-title = LIST OF NOMINATIONS FOR AWARDS
workbook-class = { $class }: { $count } nominated
workbook-proposes = These results come from comparing the data with the criteria; the tool only proposes, the Board decides.
workbook-sign-day = Place …………………, date ………………
workbook-sign-clerk = PREPARED BY
workbook-sign-board = FOR THE EMULATION AND REWARDS BOARD
workbook-sign-chair = CHAIR
workbook-sign-by-name = (Signature and full name)
workbook-sign-by-seal = (Signature, seal and full name)
workbook-targets-title = TARGETS YEAR BY YEAR, as of { $date }
workbook-charts-title = CHARTS OF TARGETS
workbook-charts-most = { $shown } of { $count } targets are drawn; the figures of all stand on the sheet of targets.
workbook-figure-actual = Actual
workbook-figure-planned = Goal
workbook-figure-total = All years so far
workbook-figure-path = Even path to the goal
workbook-axis-year = Year
workbook-axis-figure = Figure
workbook-deadlines-title = DEADLINES UNIT BY UNIT, as of { $date }
workbook-findings-title = FINDINGS IN THE DATA: { $errors } errors, { $warnings } warnings, { $notes } notes
workbook-left-out = Not listed here: { $count } more of { $code }.
workbook-column-number = No.
workbook-column-code = Code
workbook-column-name = Name
workbook-column-unit-above = Belongs to
workbook-column-class = Class
workbook-column-submitted-by = Submitted by
workbook-column-verdict = Verdict
workbook-column-reasons = Reasons
workbook-column-reasons-whole = Reasons with arithmetic and cells
workbook-column-remark = Remarks of the Board
workbook-column-quota = Quota
workbook-column-measured = Result
workbook-column-limit = Limit
workbook-column-target = Target
workbook-column-goal = Goal
workbook-column-status = Status
workbook-column-id = Id
workbook-column-figure = Figures
workbook-column-progress = Progress
workbook-column-notes = Notes
workbook-column-unit = Unit
workbook-column-year = Year
workbook-column-deadline = What is due
workbook-column-due = Due
workbook-column-done = Filed on
workbook-column-days-late = Days late
workbook-column-records = Where it stands
workbook-column-severity = Severity
workbook-column-check = Check
workbook-column-found = What was found
workbook-column-figures = Figures and cells
workbook-column-clause = Clause
workbook-column-file = File
workbook-column-sheet = Sheet
workbook-column-cell = Cell
workbook-column-remedy = What to do
workbook-column-code-of-finding = Code
workbook-column-table = Table
workbook-column-why-skipped = Why skipped
workbook-column-hash = SHA-256
filing-met = in time
filing-late = late
filing-overdue = overdue
filing-pending = not yet due
filing-insufficient = not known

## Arithmetic

yes = yes
no = no
percent = { $number }%
percentage-points = { $number } percentage points
column-of-year = { $name } { $year }
arithmetic-count = count
arithmetic-sum = sum
arithmetic-min = least
arithmetic-max = greatest
arithmetic-mean = mean
arithmetic-year = { $year }:{" "}
arithmetic-fact = { $name }: { $value }
arithmetic-needs = { $measured }, { $needed }
arithmetic-bounds = { $low } to { $high }
needs-equal = must equal { $limit }
needs-other-than = must not equal { $limit }
needs-less-than = must be below { $limit }
needs-at-most = must be at most { $limit }
needs-more-than = must be above { $limit }
needs-at-least = must be at least { $limit }
needs-between = must be from { $low } to { $high }
needs-one-of = must be one of: { $list }
needs-none-of = must be none of: { $list }
shortfall-amount = short by { $amount }
shortfall-at-limit = exactly at the limit, which must be passed

missing-empty = empty
missing-unreadable = cannot be read
missing-conflict = sheets disagree
missing-no-column = no table has this column
missing-no-row = the unit has no row in the table with this column
missing-dangling = the code points to a row that is not in the data
missing-no-year = is 0, so there is no year
missing-no-rows = there is no row to look at
missing-zero-baseline = the baseline is 0, so nothing can be divided by it
missing-fact = { $name }: { $reason }
missing-fact-at = { $name }: { $reason } ({ $places })

## Explanations

explain-cite = Clause: { $cite }
explain-table = Applies to: { $text }
explain-when = Only if: { $text }
explain-require = Condition: { $text }
explain-count = Counts rows with: { $text }
explain-of = As a share of rows with: { $text }
explain-limit = Limit: { $text }
explain-measure = Measured in each year y: { $text }
explain-years = Years: { $text }
explain-find = Looks for records with: { $text }
explain-from = Not counted before: { $text }
explain-before = Must be filed before: { $text }
explain-on-or-before = Must be filed no later than: { $text }
explain-condition = Condition: { $condition }
explain-reading = Reading: { $reading }
explain-reading-confirm = Reading (to be confirmed by the Board): { $reading }
explain-not-checked = Not checked from data: { $reason }
explain-examples = Examples:
explain-rows = Data at: { $places }

## List of rules

list-head = { $id } { $version } — { $title }
list-to-confirm = (reading to be confirmed)
list-priority = First in the list of nominations:
list-quotas = Quotas:
list-targets = Targets:
list-deadlines = Deadlines:
list-checks = Data checks:
list-notes = Not checked from data:
rules-lint-clean = No errors: { $rules } rules, { $rounds } rounds.
rules-new-written = A rule set to begin with is in { $file }. Change it, then run: thidua rules lint { $file }
rules-test-result = { $passed } examples right, { $failed } wrong; shown by no example: { $unseen }.

## The workbook to be filled in

template-written = The form is in { $file }: { $sheets }. When it is filled in, run: thidua check { $file }
template-sheet-of-units = { $sheet } ({ $count } units)
template-font = Times New Roman
template-guide-sheet = Guide
template-lists-sheet = Lựa chọn
template-guide-title = Data entry form: { $title }
template-guide-rules = Rule set
template-guide-round = Round
template-guide-years = Figures of the years
template-guide-as-of = As of
template-guide-set = Constants changed
template-guide-sheets = Sheets to fill in
template-guide-of-units = { $title }. { $count } units stand there already, one to a row.
template-guide-of-rows = { $title }. One entry to a row; { $count } rows are drawn, and further ones may follow below.
template-guide-colours = What the colours mean
template-guide-label = What a row is about: code, name, the unit above.
template-guide-asked = To be filled in: without it a unit cannot be judged.
template-guide-optional = May be left empty.
template-guide-fixed = Stands there already, from the official list; not to be changed.
template-guide-how = How to fill it in
template-guide-empty = Empty is not 0: An empty cell means that the figure is not known, and the unit cannot be judged. If there are no households, write 0.
template-guide-cells = Where to write: In white cells only. Headers and grey cells are locked (without a password) so that the table keeps its shape; columns and rows can still be resized.
template-guide-lists = Cells with a list: Click the arrow to the right of the cell and choose; do not type anything else.
template-guide-numbers = Numbers and money: Digits only, without “hộ”, “đồng”, “triệu”. The unit stands in parentheses in the header; money is in đồng, with all its zeros.
template-guide-percents = Percentages: Type 1.5 for 1.5%, 0.65 for 0.65% (the header says %). Percentage points are typed alike.
template-guide-dates = Days: Day/month/year, for example 31/12/2025.
template-guide-codes = Codes: Keep leading zeros; the cells are formatted as text.
template-guide-notes = Notes of headers: Point at a header with a red corner to see what the column means, its unit and the clauses that use it.
template-guide-shape = Keep the shape: Do not rename sheets, insert columns, or add rows of titles or totals. Leave sheets that are not yours empty.
template-yes = Yes
template-no = No
template-error-title = Not a valid value
template-error-list = Please choose from the cell's list. Leave it empty if the value is not known.
template-error-whole = Only a whole number from { $least } on, without words. Leave it empty if it is not known.
template-error-number = Only a number from { $least } on, without words. Leave it empty if it is not known.
template-error-percent = Only a number from 0 to 100, for example 1.5 for 1.5%. Leave it empty if it is not known.
template-error-date = A day as day/month/year, from { $first } to { $last }.
template-error-year = A year of four digits, from { $first } to { $last }.
template-error-width = The code must have exactly { $width } characters, leading zeros included.
template-kind-code = A code as in the records, with its leading zeros.
template-kind-code-width = A code of { $width } characters, with its leading zeros.
template-kind-code-of = The code of a row of the table “{ $sheet }”.
template-kind-code-of-subject = The subject's code, as in the table of that kind of subject.
template-kind-text = Text.
template-kind-whole = A whole number from { $least } on. Unit: { $unit }.
template-kind-number = A number from { $least } on, fractions allowed. Unit: { $unit }.
template-kind-percent = A percentage from 0% to 100%: type 1.5 for 1.5%, 0.65 for 0.65%.
template-kind-words = One of: { $words }.
template-kind-level = One level, from low to high: { $words }.
template-kind-date = A day, as day/month/year.
template-kind-year = A year of four digits.
template-unit-none = none
template-unit-of-header = as in the header
template-note-years = One column a year: { $years }.
template-note-empty = Where it does not apply: leave it empty or write { $words }.
template-note-optional = May be left empty.
template-note-unread = No rule reads this column; it tells what the row is about.
template-note-clauses = Read by:
template-note-clause = • { $id } ({ $cite }): { $says }
template-note-more = … and { $count } more: { $ids }

table-unreadable = The file cannot be read: { $reason }.
    .help = Check that it is still there and may be read; if it is open in Excel, close it and run again.
table-empty-file = The file is empty.
    .help = It may have been copied or downloaded only in part. Ask the sender for it again.
table-too-large = The file is larger than { $limit } MB and is not read.
    .help = Remove pictures and sheets that are not needed, or save the table as CSV UTF-8, and run again.
table-password = The file has a password and cannot be opened.
    .help = Open it in Excel, remove the password (File → Info → Protect Workbook), save it and run again.
table-old-excel = The file is in the format of Excel 4 or older, too old to be read.
    .help = Open it in Excel, choose Save As “Excel Workbook (.xlsx)” and run again with the new file.
table-binary-workbook = The file is an Excel binary workbook (.xlsb), which cannot be read.
    .help = Open it in Excel, choose Save As “Excel Workbook (.xlsx)” and run again with the new file.
table-numbers = The file is an Apple Numbers spreadsheet, which cannot be read.
    .help = Open it in Numbers, choose Export To Excel (.xlsx) and run again with the new file.
table-not-a-workbook = A workbook was expected, but this is a { $kind } document.
    .help = Copy the table from the document into Excel, save it as .xlsx and run again with the new file.
table-archive = The file is a { $kind } archive, not a workbook.
    .help = Unpack it and run with the files inside.
table-html = The file is a web page (HTML), even if its name says Excel.
    .help = Open it in Excel, choose Save As “Excel Workbook (.xlsx)” and run again with the new file.
table-mhtml = The file is a web page in a single file (MHTML), even if its name says Excel.
    .help = Open it in Excel, choose Save As “Excel Workbook (.xlsx)” and run again with the new file.
table-spreadsheet-xml = The file is an Excel 2003 XML spreadsheet, which cannot be read.
    .help = Open it in Excel, choose Save As “Excel Workbook (.xlsx)” and run again with the new file.
table-pdf = The file is a PDF, not a table.
    .help = Ask the sender for the original Excel file; figures are not read from PDF.
table-other-kind = An Excel or CSV table was expected, but the file is of the kind { $kind }.
    .help = Ask the sender for the table as .xlsx or CSV UTF-8.
table-broken-utf-16 = The UTF-16 text is damaged: a letter is cut in two.
    .help = Open it in Excel, choose Save As “CSV UTF-8” (or .xlsx) and run again with the new file.
table-nul-byte = Line { $line } has a NUL byte, so the file is not UTF-8 text.
    .help = Open it in Excel, choose Save As “CSV UTF-8” (or .xlsx) and run again; if it surely is UTF-16, add --encoding utf-16.
table-not-utf-8 = Line { $line } has a letter that is not UTF-8 (byte { $byte }, counted from 0).
    .help = Open it in Excel, convert it to Unicode with Unikey, save it as “CSV UTF-8” and run again; if you know its encoding, add --encoding tcvn3, vni or windows-1258.
table-uncertain-letters = The letters look like { $encoding } (“{ $example }” would be “{ $read_as }”), but not beyond doubt, so nothing was read.
    .help = Open it in Excel, convert it to Unicode with Unikey, save it (a CSV file as “CSV UTF-8”) and run again; if you know the encoding of a CSV file, add --encoding.
table-wrong-encoding = The file is not in { $encoding }, which --encoding names: it is UTF-8.
    .help = Leave out --encoding so that the encoding is found, or run only with files in that encoding.
table-windows-1258 = The file is in Windows-1258 and was converted to Unicode.
    .help = Look at a few names; if they are wrong, name the right encoding with --encoding.
table-converted = { $cells } cells are in { $encoding } and were converted to Unicode.
    .help = Look at a few names. Capitals with tones of the font .VnTimeH may have become small letters; names are compared regardless of case.
table-mixed-letters = Cells in Unicode stand among letters of { $encoding }, so it is not certain what { $cells } cells are: “{ $example }” was read as “{ $read_as }”.
    .help = Check those cells; converting the whole sheet to Unicode and running again makes it certain.
table-odd-letters = { $words } words look like { $encoding } in a table that is in Unicode, such as “{ $example }”; they were left as they are.
    .help = Open it in Excel, find these cells, convert them to Unicode with Unikey and save it.
table-formulas = { $cells } cells are formulas; the results saved in the file were used.
    .help = If the file takes figures from other files, open it in Excel, let it calculate and save it before you run.
table-days-from-1904 = The file counts days from 1904 (Excel on a Mac); { $cells } cells were read that way.
    .help = Compare a few dates with Excel; if they are four years off, the figures were copied from a file that counts from 1900.
table-unclosed-quote = The quote opened in line { $line } is not closed where it should be, so the lines after it fall into one cell.
    .help = Open the file in a text editor, mend the quote in line { $line } and run again. No line of this file has been used.
table-long-row = Line { $line } is longer than { $limit } KB and cannot be a row of a table.
    .help = Check that the file is CSV and has line breaks between its rows.
table-wide-row = Line { $line } has more than { $limit } cells, more than a spreadsheet can hold.
    .help = Check that the file is CSV and has line breaks between its rows.
table-corrupt = The Excel file is damaged (its reader says: { $detail }).
    .help = Open it in Excel to repair and save it, or ask the sender for it again. No figure of this file has been used.
table-cut-off = The file is damaged (zip): its end is missing, cut off in the part “{ $part }”.
    .help = It may have been copied or downloaded only in part. Ask the sender for it again. No figure of this file has been used.
table-broken-part = The file is damaged (zip): the part “{ $part }” inside is missing, cut off or has wrong contents.
    .help = Open it in Excel to repair and save it, or ask the sender for it again. No figure of this file has been used.
table-broken-compound = The file is damaged (.xls): its parts do not join up or are cut off.
    .help = Open it in Excel to repair it and save it as .xlsx, or ask the sender for it again. No figure of this file has been used.
table-broken-record = The file is damaged (.xls): wrong contents at byte { $byte } of the workbook.
    .help = Open it in Excel to repair it and save it as .xlsx, or ask the sender for it again. No figure of this file has been used.
table-two-workbooks = The .xls file holds two workbooks, so it cannot be told which is right.
    .help = Open it in Excel, check the figures and save it as a new .xlsx file.
table-code-page = The .xls file has text in the code page { $page }, which is not known, so it cannot be read.
    .help = Open it in Excel, choose Save As “Excel Workbook (.xlsx)” and run again with the new file.
table-absent-text = The cell { $cell } refers to a text that the file does not have.
    .help = Open the file in Excel, check the cell { $cell } and save it as a new .xlsx file.
table-reader-failed = The Excel file is so damaged that the reader had to stop ({ $detail }).
    .help = Open it in Excel and save it as a new .xlsx file, or ask the sender for it again.
table-too-many-parts = The file has { $parts } parts inside, over the limit of { $limit }; for safety it is not opened.
    .help = Ask the sender; copy the figures into a new workbook and save it as .xlsx.
table-same-part = The file has two parts named “{ $part }” inside, so it cannot be told which is right.
    .help = Open it in Excel, check the figures and save it as a new .xlsx file.
table-part-outside = The file has a part named “{ $part }” that points outside it; for safety it is not opened.
    .help = Ask the sender; copy the figures into a new workbook and save it as .xlsx.
table-overlapping-part = The part “{ $part }” of the file overlaps another; for safety it is not opened.
    .help = Ask the sender; copy the figures into a new workbook and save it as .xlsx.
table-unusual-part = The Excel file keeps the part “{ $part }” in an unusual place, so that figures could be read wrongly.
    .help = Open it in Excel, save it as a new .xlsx file and run again.
table-zip-bomb = The part “{ $part }” of the file grows beyond reason when unpacked; for safety it is not opened.
    .help = Ask the sender; if the file is genuine, copy the figures into a new workbook and save it as .xlsx.
table-xml-entities = The part “{ $part }” of the file declares entities (DTD); for safety it is not opened.
    .help = Open it in Excel and save it as a new .xlsx file; if it does not open, ask the sender.
table-xml-bounds = The part “{ $part }” of the file is nested too deep or has a stretch that is too long; for safety it is not opened.
    .help = Open it in Excel and save it as a new .xlsx file; if it does not open, ask the sender.
table-false-count = The part “{ $part }” of the file says that it has { $promised } texts, but has only { $found }.
    .help = Open it in Excel, check the figures and save it as a new .xlsx file.
table-too-much-text = The texts of the file take up more than { $limit } MB of memory, too much to read.
    .help = Remove sheets and columns that are not needed, or split the table into several files.
table-no-sheet = The file has no worksheet.
    .help = Check the file or ask the sender for it again.
table-too-many-sheets = The file has more than { $limit } sheets; for safety it is not opened.
    .help = Ask the sender; copy the figures into a new workbook and save it as .xlsx.
table-same-sheet = The file has two sheets named “{ $sheet }”.
    .help = Open it in Excel, rename one of them and save it.
table-absent-sheet = The file does not have the sheet that was asked for.
    .help = Check the sheet name you gave.
table-sheets-lost = The file has { $found } sheets, but only { $read } could be read.
    .help = Open it in Excel, check the figures and save it as a new .xlsx file. No figure of this file has been used.
table-cells-lost = Counted separately the sheet has { $found } values, but { $read } were read, so the figures cannot be trusted.
    .help = Open the file in Excel, check the figures and save it as a new .xlsx file. No figure of this sheet has been used.
table-perhaps-cut = The sheet is filled to row { $rows }, the last that such a file can have; figures may have been cut off.
    .help = Check whether the original table has more rows; if so, split it into several files.
table-duplicate-row = Row { $row } stands twice in the sheet, so it cannot be told which is right.
    .help = Open the file in Excel, check row { $row } and save it as a new .xlsx file.
table-rows-out-of-order = Row { $row } is out of order in the sheet, so the file cannot be trusted.
    .help = Open it in Excel, check the figures and save it as a new .xlsx file.
table-duplicate-cell = The cell { $cell } stands twice in the sheet, so it cannot be told which value is right.
    .help = Open the file in Excel, check the cell { $cell } and save it as a new .xlsx file.
table-cells-out-of-order = The cell { $cell } is out of order in the sheet, so the file cannot be trusted.
    .help = Open it in Excel, check the figures and save it as a new .xlsx file.
table-cell-outside = The sheet has a cell in row { $row }, column number { $column }, beyond the last cell XFD1048576.
    .help = Open it in Excel, check the figures and save it as a new .xlsx file.
table-unknown-error-cell = The sheet has a cell with the unknown error “{ $literal }”, in the cell { $from } or a later one.
    .help = Open the file, find and mend that cell, save it and run again.
table-heavy-row = Row { $row } holds more than { $limit } MB of text and cannot be a row of a table.
    .help = Check that row, remove the surplus text and save the file.
table-too-many-cells = The file has more than { $limit } cells, too many to read.
    .help = Delete surplus rows and columns outside the table, or split it into several files.

## Rule files: how they are written, and what they declare

rule-not-utf8 = The file is not Unicode text (UTF-8): line { $line }, byte { $offset }.
    .help = Save the file again in UTF-8.
rule-too-large = The file has { $size } bytes; { $limit } is the most.
    .help = Leave out what is not needed, or make several rule sets of it.
rule-empty-file = There is nothing in the file.
    .help = Write the rule set into it, beginning with “format: 1”.
rule-yaml-syntax = This is not YAML.
    .help = Look at the indentation, colons, brackets and quotes of this line and the one above (the YAML parser says: { $detail }).
rule-tab = This line is indented with a tab; YAML takes spaces only.
    .help = Put two spaces in place of each tab.
rule-needs-quotes = This line needs quotes: YAML misreads the value without them.
    .help = Write { $quoted } and run again.
rule-comma-needs-quotes = The comma cuts “{ $text }” off from the text before it.
    .help = Put the whole text that holds the comma in quotes. Decimals take a point.
rule-several-documents = The file holds more than one YAML document; the second begins here.
    .help = A file holds one rule set: take out the line “---” or “...” and what follows it.
rule-duplicate-key = The key “{ $key }” stands here twice.
    .help = Keep one of them; the first is at the second place given.
rule-key-not-text = A key must be a text, but this is a list, a group of keys or nothing.
    .help = Write a word as the key, then a colon.
rule-merge-key = “<<” (merging keys) has no use in a rule set.
    .help = Copy the keys that you need to this place.
rule-tag = “{ $tag }” is a YAML type tag; rule sets have none.
    .help = Take it out. If the “!” belongs to the text, put the whole value in quotes.
rule-unknown-alias = “*{ $name }” points to “&{ $name }”, but there is none before it.
    .help = Correct the name. If the “*” belongs to the text, put the whole value in quotes.
rule-alias-loop = “*{ $name }” stands within the very part that “&{ $name }” marks.
    .help = Take this reference to itself out.
rule-alias-bomb = What is reused by “*” grows to more than { $limit } entries.
    .help = Use fewer “*” within one another.
rule-unused-anchor = “&{ $name }” is used nowhere, and is no part of the text after it.
    .help = Take it out. If the “&” belongs to the text, put the whole value in quotes.
rule-too-nested = This is nested more than { $limit } levels deep.
    .help = Use fewer levels of brackets or indentation.
rule-too-many = A list or a group of keys has more than { $limit } entries.
    .help = Leave some out, or divide it.
rule-more-problems = There are { $count } more problems that are not shown.
    .help = Correct those shown and run again.

rule-wrong-shape = This must be { $expected }, but it is { $found }.
    .help = Write { $expected } here.
rule-missing-key = The key “{ $key }” is missing.
    .help = Add “{ $key }: …” here.
rule-unknown-key = There is no key “{ $key }” here.
    .help = Perhaps you meant: { $known }.
rule-empty-value = The value is empty.
    .help = Write something, or take the key out if it is not required.
rule-not-a-boolean = This must be true or false, but it is “{ $value }”.
    .help = Write true or false, without quotes.
rule-not-a-number = This must be a number, but it is “{ $value }”.
    .help = Write it like 2000, 2_000, 0.96, 40%, 100 triệu (million) or 1.5 tỷ (billion): a point for decimals, no comma, no leading 0.
rule-not-in-range = This must be a whole number from { $low } to { $high }, but it is “{ $value }”.
    .help = Correct the number.
rule-not-a-date = This must be a date, but it is “{ $value }”.
    .help = Write year-month-day, such as 2022-09-16.

rule-unknown-format = This program reads “format: 1”, but the file has “format: { $value }”.
    .help = Write “format: 1”, or use a version of the program that reads this format.
rule-unnamed-source = This source has neither a title nor a number.
    .help = Add “title” or “number”.
rule-empty-validity = The last day of validity is before the first.
    .help = Correct “from” or “to”.
rule-mixed-group = A group has “all” or “any” and nothing else, but this one has: { $keys }.
    .help = Divide it: one group for “all”, one for “any”, and each rule an item of its own.
rule-missing-one-of = One of these keys must be here: { $keys }.
    .help = Add exactly one of them.
rule-only-one-of = These keys do not go together: { $keys }.
    .help = Keep one of them.
rule-unknown-word = There is no value “{ $value }” here.
    .help = Use one of these values: { $known }.
rule-complete-without-roster = The table “{ $table }” has no official list of units, so nobody knows when it is complete.
    .help = Give that table a roster, or take complete out.
rule-not-a-list = The key of the table “{ $table }” names no subject, so it is no list of nominations.
    .help = The key of a list is a choice column that names a table and a code column that points to it (of).
rule-exceeds-without-goal = There is a figure from which the goal is exceeded, but no goal.
    .help = Add at_least, at_most, more_than or less_than; or take exceeds out.
rule-empty-group = There is no rule in this group.
    .help = Add a rule, or take the group out.
rule-no-rules = The rule set has no rule.
    .help = Add at least one to “criteria”.
rule-unknown-verdict = “{ $value }” is no verdict of a rule.
    .help = Perhaps you meant: { $known }.
rule-duplicate-id = The id “{ $id }” is used for two things.
    .help = Change one of them; the other is at the second place given.

rule-base-missing = The rule set “{ $base }” that this one extends cannot be read from a file beside it ({ $reason }), nor does one of that id ship with the program.
    .help = Put the file beside this one, or write an id that ships: { $known }.
rule-extends-itself = This rule set extends itself: “{ $base }” is this very file.
    .help = Name another rule set after “extends”, or take the key out.
rule-base-extends = “{ $base }” itself extends “{ $other }”; a rule set may extend only one that extends none.
    .help = Extend “{ $other }” and copy here what you need of “{ $base }”.
rule-base-same-id = This rule set has the id of the one that it extends, “{ $id }”; a report could not tell the two apart.
    .help = Give this rule set an id of its own.
rule-joined-otherwise = The criteria of “{ $table }” are joined by “{ $here }” here, but by “{ $base }” in the rule set that this one extends.
    .help = Write “{ $base }”; a group joined otherwise is an item within it: - { $here }: […].
rule-unknown-drop = “{ $id }” cannot be dropped: the rule set that this one extends has no such entry in this place.
    .help = Perhaps you meant: { $known }.
rule-drop-not-alone = What drops an entry is “id” and “drop: true” and nothing else.
    .help = Write {"{ id: …, drop: true }"}, or take “drop” out.
rule-drop-out-of-place = There is nothing to drop here.
    .help = “drop: true” stands directly in a list or a table's criteria of a rule set that extends another, not within a group. Take the entry out.

rule-bad-name = “{ $name }” cannot be a name.
    .help = A name consists of letters, digits and “_” and does not begin with a digit; it has no spaces and no hyphens.
rule-reserved-name = “{ $name }” is a reserved word and cannot be a name.
    .help = Choose another name.
rule-name-hides = “{ $name }” is both { $here } and { $there }; a condition cannot tell them apart.
    .help = Rename one of them.
rule-name-column = a column
rule-name-derived = a computed column
rule-name-constant = a constant
rule-name-year = a year of the round
rule-name-set = a number of the round
rule-name-table = a table
rule-name-scale = a scale
rule-name-choices = a set of choices
rule-no-columns = The table “{ $table }” has no columns.
    .help = Declare them in “columns”.
rule-unknown-type = There is no column type “{ $value }”.
    .help = Perhaps you meant: { $known }.
rule-key-not-for-type = A column of type “{ $kind }” has no key “{ $key }”.
    .help = Take the key out, or change the type.
rule-unknown-reference = “{ $value }” is neither a table nor a column of this table.
    .help = Perhaps you meant: { $known }.
rule-reference-not-choice = The column “{ $column }” is not one of type choice, so it cannot say to which table a code belongs.
    .help = Point to a column of type choice whose choices are tables' names, or to a table.
rule-choice-not-table = The choice “{ $term }” must be the name of a table, since a column of codes follows it.
    .help = Perhaps you meant: { $known }.
rule-reference-without-key = Codes cannot point to the table “{ $table }”, because its key is not exactly one column.
    .help = Declare one column of codes as that table's “key”, or take “of” out.
rule-unknown-scale = There is no scale “{ $value }”.
    .help = Perhaps you meant: { $known }. Scales are declared in “scales”.
rule-unknown-choices = There is no set of choices “{ $value }”.
    .help = Perhaps you meant: { $known }. Choices are declared in “choices”.
rule-unknown-unit = There is no unit “{ $value }”.
    .help = Perhaps you meant: { $known }. Units are declared in “units”.
rule-by-not-year = “by” takes “year” only (one value a year), but it is “{ $value }”.
    .help = Write “by: year”, or take “by” out.
rule-unknown-key-column = The table has no column “{ $value }” for its key.
    .help = Perhaps you meant: { $known }.
rule-key-by-year = The column “{ $column }” has a value for each year and cannot be in the key.
    .help = Choose another column, or take “by: year” out of this one.
rule-key-twice = The table's key names the column “{ $column }” twice.
    .help = Take one out.
rule-header-twice = The header “{ $header }” of the column “{ $column }” is also one of the column “{ $other }”.
    .help = A header leads to one column of a table: change one of them or take it out.
rule-sheet-twice = The sheet name “{ $sheet }” of the table “{ $table }” is also one of the table “{ $other }”.
    .help = A sheet's name leads to one table: change one of them or take it out.
rule-term-twice = The name “{ $name }” of “{ $term }” is also one of “{ $other }”.
    .help = A name leads to one level or choice: change one of them or take it out.
rule-no-terms = “{ $name }” has no levels or choices.
    .help = Declare at least one, as “CODE: [name, other name]”.
rule-roster-unreadable = The list of units “{ $file }” cannot be read: { $reason }.
    .help = Put the file beside the rule set, under the name written here.
rule-roster-row = Line { $line } of the list of units “{ $file }” cannot be read, or has no code or no name.
    .help = Correct the line; the file is CSV in UTF-8, with as many cells in each line as in the first.
rule-roster-column = The list of units “{ $file }” has no column “{ $column }”.
    .help = Add “{ $column }” to its first line, and its value to every line.
rule-roster-day = Line { $line } of the list of units “{ $file }”: “{ $value }” in the column “{ $column }” is no day.
    .help = Write it as 2022-10-01, or leave it empty.
rule-roster-same-code = Line { $line } of the list of units “{ $file }” repeats the code { $code }, and neither entry is the newer one.
    .help = Take one line out; if the unit was renamed, give the new line its first day in the column “valid_from”.
rule-roster-parent = In the list of units “{ $file }”, unit { $code } belongs to { $parent }, a code that the list does not have.
    .help = Mend the column “parent”, or add unit { $parent }.
rule-roster-empty = The list of units “{ $file }” has no unit.
    .help = Write one line for each unit below the header.
rule-unknown-level = The list of units has no level “{ $value }”.
    .help = Perhaps you meant: { $known }.
rule-roster-key = The table “{ $table }” has a list of units, but its key is not exactly one column of codes.
    .help = Declare a column of type code as “key”.
rule-rounds-differ = The rounds “{ $round }” and “{ $other }” do not set the same names: { $names }.
    .help = Set each of these in both rounds, as a year in both or as a number in both.
rule-unknown-round = There is no round “{ $value }”.
    .help = Perhaps you meant: { $known }.
rule-round-not-chosen = The rule set has several rounds and none of them is chosen: { $rounds }.
    .help = Choose one with --round, or write “default_round” in the rule set.
rule-percent-with-unit = The constant “{ $name }” is a percentage and has no unit.
    .help = Take “unit” out, or the “%”.
rule-unknown-table = There is no table “{ $value }”.
    .help = Perhaps you meant: { $known }. Tables are declared in “tables”.

rule-shape-text = a text
rule-shape-list = a list
rule-shape-mapping = a group of keys
rule-shape-nothing = nothing
rule-shape-wording = a text or a group of the keys vi and en
rule-shape-expression = an expression
rule-shape-boolean = true or false
rule-shape-number = a number
rule-shape-date = a date
rule-shape-cell = one value or a group of values by year

## Reading data

fact-not-a-number = Column “{ $column }” needs a number, but the cell says “{ $value }”.
    .help = Make the cell a number and run again.
fact-two-readings = Column “{ $column }”: “{ $value }” can be read in two ways: { $thousands } if the sign groups thousands, { $decimal } if it stands before decimals.
    .help = Store the cell as a number, or write its decimals so that one reading is left.
fact-fraction = Column “{ $column }” takes whole numbers only, but the cell says “{ $value }”.
    .help = Make the cell a whole number.
fact-negative = Column “{ $column }” takes no negative number, but the cell says “{ $value }”.
    .help = Make the cell 0 or more.
fact-below-minimum = Column “{ $column }” needs at least { $minimum }, but the cell says “{ $value }”.
    .help = Correct the cell.
fact-scaled-twice = Column “{ $column }”: the cell says “{ $value }” while the whole column is in { $unit }.
    .help = Give the unit once, in the header or in the cell.
fact-percent-in-number = Column “{ $column }” needs a number, not a percentage, but the cell says “{ $value }”.
    .help = Write the number without the percent sign.
fact-above-100-percent = Column “{ $column }”: “{ $value }” is above 100%.
    .help = Check the rate, above all its decimal sign.
fact-error-cell = Column “{ $column }”: the cell shows the error “{ $value }”.
    .help = Open the file in Excel, correct the formula and save.
fact-formula-without-value = Column “{ $column }”: the cell is a formula that was never calculated; the file holds no result.
    .help = Open the file in Excel so that it calculates, save it and run again.
fact-not-finite = Column “{ $column }”: the cell holds “{ $value }”, which is no number.
    .help = Put a number into the cell; the program that wrote the file is mostly at fault.
fact-no-day-number = Column “{ $column }”: the cell is formatted as a date, but the number “{ $value }” is no day.
    .help = Open the file in Excel, change the cell's format or write the day again.
fact-day-in-number = Column “{ $column }” needs a number, but the cell shows the day { $value }.
    .help = Open the file in Excel and change the cell's format from date to number.
fact-number-in-date = Column “{ $column }” needs a day, but the cell holds the number { $value }.
    .help = If it is { $day }, change the cell's format to date; if not, write day/month/year again.
fact-no-such-day = Column “{ $column }”: no calendar has the day “{ $value }”.
    .help = Write day/month/year in this order and check how many days the month has.
fact-short-year = Column “{ $column }”: the year in “{ $value }” has two digits only, so it is not clear.
    .help = Write the year with four digits, for example 31/12/2022.
fact-year-outside = Column “{ $column }”: the year in “{ $value }” is not between { $first } and { $last }.
    .help = Correct the year.
fact-not-a-date = Column “{ $column }” needs a date such as 31/12/2022, but the cell says “{ $value }”.
    .help = Write the date as day/month/year.
fact-not-a-year = Column “{ $column }” needs a year such as 2022, but the cell says “{ $value }”.
    .help = Write the year with four digits.
fact-not-yes-no = Column “{ $column }” needs yes or no, but the cell says “{ $value }”.
    .help = Write yes or no (Có or Không).
fact-unknown-term = Column “{ $column }” has no term “{ $value }”.
    .help = Use one of: { $known }.
fact-misspelt-term = Column “{ $column }” has no term “{ $value }”.
    .help = Is it “{ $nearest }”? Then correct the cell.
fact-not-a-code = Column “{ $column }” needs a code, but the cell says “{ $value }”.
    .help = Write the code as text, with all of its digits.
fact-width = Column “{ $column }” needs codes of { $width } characters, but the cell says “{ $value }”.
    .help = Leading zeros may be lost; format the column as text and write the code again.
fact-scientific-code = Column “{ $column }”: the code was shortened to “{ $value }” and has lost digits.
    .help = Take the code from the original; format the column as Text before writing codes and saving CSV.
fact-long-code = Column “{ $column }”: the code “{ $value }” is stored as a number of more than 15 digits and has lost its last ones.
    .help = Format the column as Text and write the code again from the papers.
fact-leading-zero = Column “{ $column }”: the code { $value } is stored as a number, while others begin with 0 and have { $width } digits, so it may have lost a 0.
    .help = Format the column as Text and write the code with all its zeros.
fact-percent-scale = Column “{ $column }”: { $value } can be read as { $percent }% or as { $other_percent }%; { $cells } such cells.
    .help = Add % to the header, or format the cells as percentages.
fact-missing-column = Table “{ $table }” lacks a column: { $columns }. Headers found: { $found }.
    .help = Add it under one of these headers (with the year, if it is a column by year): { $headers }.
fact-padded = Column “{ $column }”: { $cells } codes stored as numbers got back the zeros they begin with.
    .help = To be sure, format the column as Text.
fact-nought-for-year = Column “{ $column }”: { $cells } cells hold 0, which is taken as “no year”: it is none of the years that a rule asks for, and comes after none.
    .help = If 0 stands for a year that is not known, leave the cell empty.
fact-beyond-headers = { $rows } rows have a cell that is not empty to the right of the last header; these cells are not used. If such a row has slipped sideways, its figures were read under other headers.
    .help = Look at these cells: if the row has a cell or a separator too many (like the comma in “1,090”), put its cells under their headers; if it is a remark, give it a header.
fact-day-month-doubt = Column “{ $column }” has both days as text and days of Excel; { $cells } days such as { $value } may have been { $other }.
    .help = An English Excel reads the month first. Compare these cells with the papers; if they are right, nothing need be done.
fact-extra-columns = These columns belong to no table and are not used: { $columns }.
    .help = If one is needed, correct its header; else ignore this.
fact-scaled = The columns { $columns } are multiplied by { $factor }, as the table's unit remark says.
    .help = Check the unit remark if the figures look wrong.
fact-other-unit = Above the table stands “{ $text }”, but the column “{ $header }” is not counted in that unit, so it is not clear what its numbers are.
    .help = Correct the line of units, or write the unit into each header, such as “{ $header } (hộ)”.
fact-two-units = Column “{ $column }” has two unit remarks: “{ $first }” and “{ $second }”.
    .help = Keep one.
fact-two-columns = Two columns mean “{ $column }”: “{ $first }” and “{ $second }”.
    .help = Remove or rename one of them.
fact-under-neighbour = This cell says “{ $value }” below the right part of the merged header “{ $column }”, so it is not clear what it is; it is not used.
    .help = Move the value into the column to the left, or give both columns headers of their own.
fact-two-years = The header “{ $header }” names two years.
    .help = Keep one year in the header.
fact-year-missing = It is not clear of which year these columns are: { $headers }.
    .help = Name the year in the header, the sheet's name, the title or the file's name.
fact-several-years = It is not clear of which year these columns are: { $headers }. “{ $texts }” names several years: { $years }.
    .help = Name the figures' year in the headers, or leave only one year in the sheet's name or title.
fact-year-doubt = “{ $text }” says “{ $words }”, so its year is not taken for the columns: { $headers }.
    .help = If these are actual figures at the end of the year, write the year into each header (such as “Số hộ nghèo năm 2025”) or correct the title, the sheet's or the file's name; if they are not, take the sheet out.
fact-years-differ = The sheet's name and its title have different years: “{ $text }” says { $year }, “{ $other_text }” says { $other_year }; it is not clear of which year these columns are: { $headers }.
    .help = Make them agree, or write the year into each header.
fact-file-year-differs = The file's name “{ $file }” says { $other_year }, but in the sheet “{ $text }” says { $year }: { $year } was taken.
    .help = Check of which year the figures are; if it is not { $year }, correct the title or the sheet's name.
fact-title-of-some = “{ $text }” speaks of “{ $words }” only, but the header says “{ $header }”: it is not clear whether the column counts all households.
    .help = If it is only “{ $words }”, say so in the header; if it is all of them, correct the title, the sheet's or the file's name.
fact-years-unused = The figures of { $years } are not used (columns: { $headers }): of these columns the round needs { $needed }.
    .help = Check the year in the headers, the title, the sheet's and the file's name; if it is { $years }, the sheet need not be sent.
fact-group-header = The header “{ $header }” stands under “{ $heading }”, so it is not clear which column it means.
    .help = Write the header in one cell; if the text above is only a title, name the header's row with --header-row.
fact-second-header = Another header stands within the table: “{ $second }”, while the header above says “{ $first }”, so it is not clear what the figures below are; nothing from this row on is used.
    .help = If another table begins here, write its whole header (with the column of codes or names); else correct the cell.
fact-sub-header = “{ $headings }” stands below the header “{ $header }”, so it is not clear what the figures are.
    .help = Remove the row of words if it is not needed; if it is, write both in one header cell.
fact-two-tables = This sheet may be one of the tables: { $tables }.
    .help = Say which with { $option }.
fact-unknown-sheet = This sheet is no table of the rule set and is not used. Its headers: { $headers }.
    .help = If it is needed, correct the sheet's name or headers, or say it with --table.
fact-unused-figures = This sheet has { $rows } rows of figures that are not used, since it is no table of the rule set. Its headers: { $headers }.
    .help = If the figures are needed, correct the headers or say which table it is with --table; otherwise remove the sheet.
fact-nothing-used = Nothing of this file can be used: none of its sheets is a table of the rule set. Headers: { $headers }.
    .help = Correct the headers or say which table it is with --table; if the file holds no data, take it out of the folder.
fact-no-rows = This file has no row.
    .help = Ask the sender for the file with its data; if it is not needed, take it out of the folder.
fact-nothing-filled-in = The tables in this file have no row of data.
    .help = If the sender forgot to fill it in, ask for the file again; if there is indeed nothing to report, nothing needs to be done.
fact-lost-letters = The Vietnamese letters of the headers are lost, only question marks are left: { $headers }. The sheet is not used.
    .help = Open the original that still has its letters, save it as .xlsx or CSV UTF-8, and run again.
fact-no-header = No header row of “{ $table }” was found. Its columns are: { $headers }.
    .help = Write the headers by their names in one row, or name that row with --header-row.
fact-no-key-column = Table “{ $table }” has no code column. Headers found: { $found }.
    .help = Add the code column under one of the headers: { $key }.
fact-no-unit = This sheet has indicators down and years across, but does not say of which unit of table “{ $table }” they are.
    .help = Name the unit in the title (such as Xã Lộc Thành, huyện Lộc Ninh), in the sheet's name, or in a row with its code.
fact-sheet-of-several = This sheet has the indicators of one unit, but its titles and its name name several: { $units }.
    .help = Keep one unit in the titles and the sheet's name, or add a row with the unit's code.
fact-extra-rows = These rows are no indicators of the table and are not used: { $rows }.
    .help = If one is needed, correct its label; else ignore this.
fact-one-value = “{ $column }” has one value, not one a year, but this row has several cells: { $first }, { $second }.
    .help = Keep the value in one cell.
fact-hidden-sheet = This sheet is hidden; it was read all the same.
    .help = Delete the sheet if it is not needed.
fact-findings-sheet = This sheet lists what an earlier check found, so it was not read as data.
    .help = There is nothing to do; data must stand in the other sheets of the workbook.
fact-hidden-rows = { $count } hidden (or filtered) rows of this sheet were read all the same.
    .help = Show the rows to check them; delete them if they are not needed.
fact-hidden-columns = These hidden columns were read all the same: { $columns }.
    .help = Show the columns to check them; delete them if they are not needed.
fact-filled-down = { $count } cells inside cells merged over several rows were taken from these, in the columns: { $columns }.
    .help = Nothing to do, if each merged cell is about all the rows beside it.
fact-more-digits = { $count } cells have more than 15 digits; the 15 that Excel keeps were taken.
    .help = Nothing to do, unless those cells must be more exact.
fact-no-header-at-row = Row { $row } is no header, though --header-row says so. It holds: { $found }.
    .help = Check the number of the row (titles and blank rows count), or leave out --header-row so that the header is found.
fact-unmet-sheet = --sheet: no file has a sheet “{ $sheet }”.
    .help = Is it one of these: { $known }?
fact-unmet-header-row = --header-row: there is no file or sheet “{ $path }” to read a header from in row { $row }.
    .help = Check the names of the file and the sheet.
fact-unmet-assignment = --table: no file or sheet is “{ $path }”, which should be table “{ $table }”.
    .help = Check the names of file and sheet.
fact-no-key = This row has data but no code, so it was skipped.
    .help = Write the code into column { $key }.
fact-unknown-name = The name “{ $name }” is not in the roster { $roster }, so the row was skipped.
    .help = Correct the name or write the unit's code.
fact-misspelt-name = The name “{ $name }” is not in the roster, so the row was skipped.
    .help = It may be: { $nearest }. If so, correct the name or write the code.
fact-several-units = The name “{ $name }” belongs to several units: { $units }.
    .help = Write the unit's code, or add a column with the unit above.
fact-no-year = It is not clear of which year this row is; its cell for the year: { $value }.
    .help = Write the year with four digits.
fact-no-measure = Each unit has several rows (households, people), but this one does not say in column “{ $column }” which it is, so it was skipped.
    .help = Write Hộ (households) or Nhân khẩu (people) into that column.
fact-other-measure = Each unit has several rows: the rows { $used } were used, the rows { $left_out } skipped, since the table has no column that counts so.
    .help = Nothing to do.
fact-code-name = Code { $code } is that of { $official }, but the row is named “{ $name }”, so it was skipped.
    .help = Make code and name agree.
fact-new-unit = “{ $name }” (code { $code }) is a unit formed on { $formed } from { $from }; its territory is another, so its figures cannot be compared and the row was skipped.
    .help = Send the figures of each of the old units above, under its old code and name.
fact-code-unknown = Code { $code } is not in the roster, while “{ $name }” has the code { $official_code }, so the row was skipped.
    .help = Make code and name agree.
fact-wrong-level = Code { $code } is that of { $unit }, which is not of this table's level, so the row was skipped.
    .help = Move the row to its table or correct the code.
fact-unknown-unit = Code { $code } is not in the roster { $roster }, so the row was skipped.
    .help = Correct the code as the roster has it; write one unit in a row.
fact-name-spelling = The name “{ $name }” is spelt differently from the official { $official }.
    .help = Check that it is this unit.
fact-parent-differs = The unit above is given as “{ $value }”, but by the roster it is { $official }.
    .help = Check the unit above.
fact-duplicate-key = Code { $code } has more than one row in this sheet.
    .help = Join the rows or delete one.
fact-total-differs = The total of column “{ $column }” says { $found }, but the rows add up to { $expected }.
    .help = Check the rows and the total.
fact-same-content = This file is the very same as { $other }.
    .help = If it was sent twice, take one out; if they are of two years, check the figures.
fact-conflict = “{ $column }” of { $table } { $code } has two different values: “{ $first }” and “{ $second }”.
    .help = Make both agree and run again; until then the figure counts as missing.
fact-same-facts = { $count } figures stand likewise in { $other }.
    .help = Nothing to do.
fact-dangling = Column “{ $column }”: code { $code } has no row in table “{ $table }”.
    .help = Correct the code, or add that row to the table.

## Waivers

rule-waiver-incomplete = The waiver lacks “{ $part }”.
    .help = State all of: rule, subject, reason, decision, approved_by, from, until.
rule-waiver-twice = There are two waivers for one criterion and subject ({ $rule }).
    .help = Keep only one of them.
rule-waiver-unknown-rule = There is no criterion “{ $rule }” to waive.
    .help = Perhaps you meant: { $known }.
rule-waiver-unknown-subject = “{ $subject }” does not name a subject.
    .help = Write table/code, such as communes/25294.
rule-waiver-other-table = Criterion { $rule } judges the table “{ $table }” alone, not this subject.
    .help = Correct the criterion's id or the subject.
rule-waiver-without-day = The waiver ends ({ $until }) before it begins ({ $from }).
    .help = Correct from or until.
verdict-waiver-expired = The waiver of { $rule } for { $subject } held until { $until } only, so it was not applied.
    .help = Ask for a new decision, or judge as of an earlier day (--as-of).
verdict-waiver-not-yet = The waiver of { $rule } for { $subject } holds from { $from } only, so it was not applied yet.
    .help = Check its first day, or judge as of a later day (--as-of).
verdict-waiver-no-subject = There is a waiver of { $rule } for { $subject }, but the data has no such subject.
    .help = Check the code in the decision, or add the subject's figures.
verdict-waiver-not-needed = The waiver of { $rule } for { $subject } is not needed: the criterion is met or does not apply.
    .help = Nothing needs to be done.

## The list of nominations

verdict-nominee-without-data = The list nominates { $subject }, but the data has no table “{ $table }”.
    .help = Add the figures of that table and run again.
verdict-nominee-misnamed = The nomination of { $subject } gives the name “{ $name }”, but that code has another name.
    .help = Compare code and name, mend the wrong one and run again; until then nobody can say which subject is meant.
verdict-record-of-nobody = Records of “{ $unit }” count for no unit, because the data has no such code.
    .help = If the code is misspelt, mend it (nearest: { $meant }); if it is right, add the unit's own figures.
verdict-nominated-alike = Two nominations may be the same subject: { $first } and { $second } ({ $name }).
    .help = If they are one, take one out; if they are two, say how they differ.

junit-inputs = Inputs
junit-not-used = Could not be used
junit-nominations = Nominations
junit-quotas = Quotas
junit-checks = Data checks
junit-deadlines = Deadlines

## HTML report
page-skip = Skip to the contents
page-contents = Contents
page-summary = Summary
page-counts = Subjects by verdict
page-first = What needs action first
page-see = See
page-errors = { $count } errors in the data
page-nominations = Nominations
page-number = No.
page-name = Name
page-code = Code
page-class = Class
page-submitted-by = Submitted by
page-verdict = Verdict
page-why = Why
page-quotas = Quotas
page-targets = Targets
page-progress = Progress
page-actual = Actual
page-plan = Plan: { $goal }
page-deadlines = Deadlines
page-subjects = Subjects
page-search = Search by name or code
page-every = All
page-above = Unit above
page-in-the-way = Criteria in the way
page-shown = {"{"}shown{"}"} of {"{"}all{"}"} subjects
page-more = Show more
page-no-script = JavaScript is off in this browser: searching, filters and the reasons of each subject do not work here; the Excel report has all reasons.
page-checks = Data checks
page-findings = Found in the data, by file
page-found = { $errors } errors, { $warnings } warnings
page-general = In general
page-readings = Readings for the Board to confirm
page-inputs = Files read
page-rule-set = Rule set
page-skipped = Skipped
page-footer = The tool only proposes; the Board decides.
redacted = (hidden)
## Counts alone (--quiet)

brief-rule = { $id }: { $list }
brief-quotas = Quotas: { $list }
brief-targets = Targets: { $list }
brief-deadlines = Deadlines: { $list }

## Comparing two reports

diff-title = Compared: { $before } → { $after }
diff-head = { $ruleset } { $version } · { $round } · as of { $date }
diff-heads = They were judged differently, which may explain every change below:
diff-head-tool = Version of thidua
diff-head-language = Language
diff-head-ruleset = Rule set
diff-head-version = Version of the rule set
diff-head-content = Content of the rule set (SHA-256)
diff-head-base = Extends
diff-head-rosters = Official lists
diff-head-round = Round
diff-head-day = As of
diff-head-overrides = Replaced constants
diff-head-only = Listed alone
diff-head-redacted = Names left out
diff-everything = (everything)
diff-names-in-one = One report leaves names out (--redact), so names, units that submit, texts and quotas by group are not compared.
diff-rules-gone = The newer report lacks the rules: { $list }
diff-rules-added = The newer report adds the rules: { $list }
diff-doubt = { $kind } “{ $key }” ({ $table }): { $before } rows of the older report and { $after } of the newer cannot be told apart by code and name, so they are matched in their order.
diff-doubt-nameless = { $kind } without code and name ({ $table }): { $before } rows of the older report and { $after } of the newer are matched in their order.
diff-none = (none)
diff-worse = WORSE: { $count }
diff-better = BETTER: { $count }
diff-other = OTHER CHANGES: { $count }
diff-same = FACTS THAT CHANGED NO VERDICT: { $count }
diff-facts-alone = Facts that changed no verdict: { $count } (list them: --show all)
diff-facts-alone-listed = Facts that changed no verdict: { $count }
diff-result = Result: { $worse } worse, { $better } better, { $other } other changes (exit code 0).
diff-result-worse = Result: { $worse } worse, { $better } better, { $other } other changes (exit code 1).
diff-result-nothing = Result: no verdict changed (exit code 0).
diff-kind-nomination = Nomination
diff-kind-subject = Subject
diff-kind-quota = Quota
diff-kind-target = Target
diff-kind-deadline = Deadline
diff-kind-check = Data check
diff-kind-waiver = Waiver
diff-kind-unit = Unit
diff-kind-section = Section that needs a table
diff-kind-input = File
diff-kind-sheet = Sheet
diff-kind-finding = Errors
diff-was = was { $name }
diff-year = year { $year }
diff-still = still { $state }
diff-new = new: { $state }
diff-gone = gone (was: { $state })
diff-unseen = not known to be mended, as the newer report did not check all of it again (was: { $state })
diff-present = has data
diff-absent = has no data
diff-checked = checked
diff-not-checked = not checked
diff-read = read
diff-refused = refused
diff-content = other content
diff-failures = errors: { $count }
diff-waived = { $verdict } (without the waiver: { $own })
diff-text = the condition reads otherwise: { $before } → { $after }
diff-no-fact = no fact changed
diff-measured = measured
diff-measured-year = measured in { $year }
diff-limit = limit
diff-due = last good day
diff-done = sent
diff-name = name
diff-priority = goes first
diff-submitted-by = submitted by
diff-decision = decision on the waiver
diff-until = waived until
diff-judge = years that count
diff-judge-each = each year
diff-judge-latest = the latest year
diff-judge-mean = the mean of the years
diff-judge-total = the total of the years
diff-unclear = unclear
diff-eligible = eligible
diff-of = whole that the share is of
diff-deadline-met = met
diff-deadline-late = late
diff-deadline-overdue = overdue
diff-deadline-pending = pending
diff-deadline-insufficient = unclear
diff-waiver-applied = applied
diff-waiver-not-needed = not needed
diff-waiver-expired = expired
diff-waiver-not-yet = not yet in force
diff-waiver-no-subject = no such subject
diff-waiver-not-in-data = table not in the data

## Marked copies

mark-sheet = Findings
mark-title = WHAT WAS FOUND IN THE DATA
mark-file = File: { $file }
mark-rules = Rule set: { $title } ({ $id }, version { $version })
mark-round = Round: { $round } ({ $id }), as of { $date }
mark-tool = Program: { $tool }
mark-counts = Errors: { $errors } (red cells, to be corrected or filled in); warnings: { $warnings } (yellow cells, to be looked at)
mark-guide = Correct the data in their own sheets and send this file back. This sheet and the notes may stay: they are passed over when the file is checked again.
mark-column-number = No.
mark-column-place = Place
mark-column-severity = Severity
mark-column-found = As it stands
mark-column-sentence = What was found
mark-column-help = What to do
mark-column-code = Code
mark-place-row = { $sheet }, row { $row }
mark-place-file = (the whole file)
mark-more = … and { $count } more that are not listed here.
mark-error = Error
mark-warning = Warning
mark-note = { $severity }: { $sentence }
mark-missing = { $missing }. Cannot be judged yet: { $rules }.
mark-empty-help = Fill this cell in; if there really is none, write 0.
mark-unsaid-help = Fill this cell in.
mark-no-row-help = Add this unit's row to the table with that column.
mark-zero-help = Check this 0; if it is right, tell the Board.
mark-check-help = Compare with the source figures and correct the wrong cell.
mark-done = Marked copies of { $made } of { $read } files were written to { $folder }.
unfit-broken = its structure is not as the standard has it
unfit-encoding = its parts are not in UTF-8
unfit-read-back = read back, its cells differ from the file
unfit-too-large = it has more rows or columns than a sheet

## Functions of the rule language

function-any-number = number
function-any-date = date
function-any-year = year
function-same-unit = a number of the same unit
function-reduction = By what share it fell from the first to the second: (first − second) / first. A rise gives a negative share; a first of 0 leaves it undecided (zero_baseline).
function-abs = Without its sign.
function-min = The least of two or more numbers of one unit.
function-max = The greatest of two or more numbers of one unit.
function-round = Rounded to that many decimal places, half away from zero.
function-truncate = Cut off after that many decimal places, towards zero.
function-floor = The greatest whole number that is not above it.
function-ceiling = The least whole number that is not below it.
function-date = The day of that year, month and day; month and day are plain numbers, and the day must exist in every year.
function-year = The year of a day.
function-days = How many days from the first day to the second; negative if the second comes first.
function-starts-with = Whether the text begins with the other, apart from capitals and spacing.
function-contains = Whether the other stands somewhere in the text, apart from capitals and spacing.
function-known = Whether the cell of a column has a value: false where it is empty or a year of `0`, undecided where it cannot be read or its row or column is absent.
function-count = How many rows of the table meet the condition; without “where”, how many there are.
function-sum = The sum over those rows; 0 over no row.
function-mean = The average over those rows; undecided over no row.
function-extreme = The least or the greatest over those rows; undecided over no row.
function-over-years = The same over the years from a to b, both included.
junit-run = The run
arithmetic-or = or: { $text }
check-says-total = a total is the sum of its rows
check-says-duplicate = a code has one row
check-says-code-name = code and name are of one unit
check-says-reference = a code that is named is in the data
result-nothing-judged = Result: nothing was judged (exit code { $code }). Check the names of files and folders and the errors above, and run again.

## SQL

sql-not-expressible = Rule { $rule } cannot be written as SQL that gives the same verdicts: { $reason } (in: { $text }).
    .help = Nothing was written. Choose other tables with --table, write the condition without this piece, or judge this rule with “thidua check”.
sql-no-criteria = There are no row criteria for { $tables }, so there is nothing to write as SQL.
    .help = Tables with row criteria: { $known }.
sql-refusal-folded-text = it compares texts without regard to case and spelling of accents, which engines do each in their own way
sql-refusal-year-from-data = a year that stands in the data chooses the column
sql-refusal-fractions-over-rows = it adds or compares fractions that have another denominator in every row
sql-refusal-rows-within-rows = it runs over rows for each of other rows
sql-refusal-no-key = the table has no key, so that verdicts could not be brought back to its rows
sql-refusal-open-product = it multiplies two figures of which only bounds may be known
sql-refusal-long-number = a number in it has more than 38 digits once the denominators are multiplied out
sql-refusal-too-long = written out over its years it is too long for an engine
sql-refusal-long-name = the engine cuts names after 63 bytes, and the rule's id is longer
sql-refusal-same-name = another column of the result has this name; engines do not tell names apart by case
sql-head =
    { $tool }: rule set { $rules }, round { $round }, as of { $day }, for { $dialect }
    SHA-256 of the rule file: { $sha256 }
    One query a table: a verdict per rule (met, not_met, insufficient, not_applicable) and per subject (eligible, ineligible, undetermined).
    Not part of it: waivers, and data checks that would make an eligible subject undetermined.
    Input: tables and columns named as in the rule set, figures as exact numbers (percentages as ratios), NULL where one is missing.
    A row without its key, a key twice, a value its column does not allow, or a product too long for the engine ends the query with an error.
sql-table = Table { $table }
