# Everything the program says in English. vi.ftl has the same ids, attributes and arguments.

## Severity and layout

severity-error = error
severity-warning = warning
severity-note = note
show-help = help
show-also = see also
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
help-value-id = ID
help-value-date = DATE
help-value-setting = NAME=VALUE
help-value-table-choice = FILE[!SHEET]=TABLE
help-value-selector = ID

## Help: arguments

help-data = Excel files (.xlsx, .xlsm, .xls, .ods), CSV files or whole folders; as many as you like
help-what = The id of a rule (V.2.3.e), or a subject written table/code (communes/25195)
help-rule-file = A YAML file, or the id of a rule set that ships (see “thidua rules list”)
help-rules = The rule set: a YAML file, or the id of one that ships [default: that of Bình Phước]
help-round = The round, such as so-ket-2023 or tong-ket-2025 [default: as the rule set says]
help-as-of = Judge as of this day, written 2025-11-01 or 1/11/2025 (day first) [default: today]
help-set = Replace a constant of the rule set; repeatable; shown at the head of the report
help-table = Say which table a file or sheet holds, such as xa.xlsx!Sheet1=communes; repeatable
help-only = Judge only this: the id of a rule (with * if you like), a table, or table/code; repeatable
help-show = Show everything: what is in order too, and lists in full
help-lang = Language: vi (Vietnamese) or en (English) [default: the variable THIDUA_LANG, else vi]
help-format = The report: text for people, json for programs [default: text]
help-quiet = Print only the counts and the result line
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

help-explain-about = Explains a rule, or how the verdict on a subject came about.
help-explain-usage = thidua explain [OPTIONS] ID [DATA…]
help-explain-after =
    Examples:
      thidua explain V.2.3.e                        what this rule says
      thidua explain communes/25195 ho-so/          why commune 25195 got its verdict

    Exit codes: see “thidua --help”.

help-rules-about = Works with rule sets: lists them, looks for mistakes, runs their examples.
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

help-rules-test-about = Runs the examples written in a rule set and compares them with the verdicts they give.
help-rules-test-usage = thidua rules test [FILE|ID]
help-rules-test-after =
    Examples:
      thidua rules test
      thidua rules test rules.yaml

    Exit codes: 0 if every example holds, 1 if one does not; for the others see “thidua --help”.

usage-hint = Type “{ $command }” for all there is.

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
cli-unknown-language = The environment variable THIDUA_LANG is “{ $found }”, which is no language of the program; using Vietnamese.
    .help = Set THIDUA_LANG to vi or en.

## Files and folders

cli-no-such-file = There is no such file or folder.
    .help = Check its name and path.
cli-no-permission = There is no permission to read it.
    .help = Close it if another program has it open, or ask your administrator for permission.
cli-unreadable = The operating system cannot read it: { $reason }.
    .help = Copy the file somewhere else and run again.
cli-not-a-file = This is neither a file nor a folder.
    .help = Name an Excel file, a CSV file or a folder.
cli-nothing-in-folder = This folder holds no data files.
    .help = Check the folder's name; what was left aside, if anything, is listed with its reason.
cli-left-aside = Not read: { $reason }.
    .help = If this is data to be judged, name the file itself on the command line.

reason-disk-full = the disk is full
reason-no-permission = there is no permission

## The end of a run

cli-not-written = The result could not be written to standard output: { $reason }.
    .help = Check the free space and the permission to write, and run again.
cli-program-fault = The program met a fault of its own (at { $at }); no result of this run can be used.
    .help = Send this line and the command line you typed to whoever looks after the program.
cli-not-there-yet = This command cannot be used yet.
    .help = Wait for the next version.

## Reading files

table-unreadable = The file cannot be read: { $reason }.
    .help = Open the file in Excel, save it again and run again.
