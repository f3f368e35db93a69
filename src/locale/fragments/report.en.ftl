## Report

report-head = { $title } · { $round } · as of { $date } · rule set { $version }
report-overrides = Values set for this run only: { $list }
report-read = Read { $files } files, { $sheets } sheets: { $rows } rows = { $used } used + { $skipped } skipped
report-refused = Could not be used: { $what }
report-absent = No data yet from: { $list }
report-not-checked = Not judged because the data hold no such table: { $list }
report-column-table = Subjects
report-column-all = All
report-heading = { $table } — { $verdict }: { $count }
report-and-more = and { $count } more (see all: --show all)
report-fault = The data fail the check { $check }
report-fault-at = The data fail the check { $check }: { $places }
report-errors = ERRORS IN THE DATA: { $count }
report-warnings = TO BE LOOKED AT: { $count }
report-notes = NOTES: { $count }
report-notes-count = { $count } notes on the data (see them: --show all)
report-readings = READINGS THAT THE BOARD MUST CONFIRM
result-clean = Result: every subject is eligible (exit code { $code }). The tool proposes; the Board decides.
result-against = Result: { $ineligible } subjects ineligible, { $undetermined } undetermined (exit code { $code }). The tool proposes; the Board decides.
result-open = Result: nothing is against the rules, but { $undetermined } subjects are undetermined (exit code { $code }). Add the missing data and run again.
result-refused = Result: some data could not be used, so this is not the whole answer; of what was judged, { $ineligible } subjects are ineligible, { $undetermined } undetermined (exit code { $code }). Correct the files named above and run again.

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
skipped-no-key = { $count } without a code
skipped-code-name = { $count } code and name disagree
skipped-not-used = { $count } outside any table

## Arithmetic

yes = yes
no = no
percent = { $number }%
percentage-points = { $number } percentage points
column-of-year = { $name } { $year }
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
missing-no-rows = there is no row to look at
missing-zero-baseline = the baseline is 0, so nothing can be divided by it
missing-fact = { $name }: { $reason }
missing-fact-at = { $name }: { $reason } ({ $places })

## Explanations

explain-cite = Clause: { $cite }
explain-table = Applies to: { $table }
explain-when = Only if: { $condition }
explain-require = Condition: { $condition }
explain-condition = Condition: { $condition }
explain-reading = Reading: { $reading }
explain-reading-confirm = Reading (to be confirmed by the Board): { $reading }
explain-examples = Examples:
explain-rows = Data at: { $places }

## List of rules

list-head = { $id } { $version } — { $title }
list-to-confirm = (reading to be confirmed)
list-notes = Not checked from data:
rules-lint-clean = No errors: { $rules } rules, { $rounds } rounds.
rules-test-result = { $passed } examples right, { $failed } wrong.
