cli-no-such-rules = This rule file cannot be read ({ $reason }), and no rule set of that name ships with the program.
    .help = Check the path, or use one that ships: { $known }.
cli-unknown-selector = --only { $selector }: there is no such table or rule.
    .help = Use a table (communes), a table/code (communes/25195) or a rule id (V.2.3.*). See: thidua rules list
cli-unknown-table = --table: the rule set has no table “{ $table }”.
    .help = Did you mean: { $known }?
cli-nothing-judged = There is nothing to judge: no file holds a table that the rule set needs.
    .help = Check the folder, the names of sheets and the headers; or say it with --table 'FILE!SHEET=TABLE'.
cli-unknown-rule = The rule set has no rule “{ $id }”.
    .help = Did you mean: { $known }?
cli-unknown-subject = The data hold no subject “{ $table }/{ $code }” among those judged.
    .help = Check the table and the code; see the list with: thidua check … --show all
cli-subject-without-data = Explaining “{ $table }/{ $code }” needs data.
    .help = Add a file or a folder: thidua explain { $table }/{ $code } FOLDER
cli-example-failed = The example of { $rule } (round { $round }) must give { $expected }, but gives { $got }.
    .help = Look at the condition or at the example's values.
