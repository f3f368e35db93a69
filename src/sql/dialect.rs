//! How the engines differ, in one table: everything else writes the SQL that they share.
//!
//! In: names, texts, numbers. Out: how an engine writes them. Must not know: rules.

/// An engine's SQL.
#[derive(Debug)]
pub struct Dialect {
    /// The word that users type.
    pub name: &'static str,
    /// What must be set before the first query, for a figure that is too long to be an error rather than a missing one.
    pub(super) settings: &'static [&'static str],
    /// What must come out so if these are set: whoever copies a query alone must not get other verdicts.
    pub(super) probe: Option<(&'static str, &'static str)>,
    /// What stands around names.
    quote: char,
    /// Whether a backslash in a text must be written twice.
    backslash_escapes: bool,
    /// The longest whole numbers that it computes with exactly.
    pub(super) whole: &'static str,
    /// The type of a text.
    text: &'static str,
    /// How many bytes a name may have; a longer one is silently cut.
    pub(super) longest_name: Option<usize>,
    /// How a query is stopped with a text in the place of a value of that type.
    stop: fn(text: &str, kind: &str) -> String,
    /// The days from the first date to the second.
    pub(super) days: fn(from: &str, to: &str) -> String,
    /// The year as the function that makes a date takes it, and a date's year as that function gives it, brought to the years of
    /// calendars that have a year 0.
    pub(super) years: [fn(year: &str) -> String; 2],
}

/// All of them; a [`Dialect`] is one of these.
pub const DIALECTS: [Dialect; 3] = [
    Dialect {
        name: "duckdb",
        settings: &[],
        probe: None,
        quote: '"',
        backslash_escapes: false,
        whole: "HUGEINT",
        text: "VARCHAR",
        longest_name: None,
        stop: |text, _| format!("error({text})"),
        days: |from, to| format!("({to} - {from})"),
        years: [str::to_owned, str::to_owned],
    },
    Dialect {
        name: "spark",
        settings: &[
            "SET spark.sql.ansi.enabled=true",
            // Else the places of a product that do not fit are cut off without a word.
            "SET spark.sql.decimalOperations.allowPrecisionLoss=false",
        ],
        probe: Some((
            "concat(typeof(coalesce(1, '1')), typeof(CAST(1 AS DECIMAL(38,18)) * CAST(1 AS DECIMAL(38,18))))",
            "bigintdecimal(38,36)",
        )),
        quote: '`',
        backslash_escapes: true,
        whole: "DECIMAL(38,0)",
        text: "STRING",
        longest_name: None,
        stop: |text, _| format!("raise_error({text})"),
        days: |from, to| format!("datediff({to}, {from})"),
        years: [str::to_owned, str::to_owned],
    },
    Dialect {
        name: "postgres",
        settings: &[],
        probe: None,
        quote: '"',
        backslash_escapes: false,
        whole: "NUMERIC",
        text: "TEXT",
        longest_name: Some(63),
        // It has no function that fails; a text that is no number does.
        stop: |text, kind| match kind {
            "TEXT" => format!("CAST(CAST({text} AS NUMERIC) AS TEXT)"),
            kind => format!("CAST({text} AS {kind})"),
        },
        days: |from, to| format!("({to} - {from})"),
        // The year before 1 is −1 there.
        years: [
            |year| format!("CASE WHEN {year} < 1 THEN {year} - 1 ELSE {year} END"),
            |year| format!("CASE WHEN {year} < 1 THEN {year} + 1 ELSE {year} END"),
        ],
    },
];

impl PartialEq for Dialect {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Dialect {
    /// The dialect of that name.
    pub fn named(name: &str) -> Option<&'static Dialect> {
        DIALECTS.iter().find(|dialect| dialect.name == name)
    }

    /// A name, whatever letters it has.
    pub(super) fn name(&self, name: &str) -> String {
        let quote = self.quote;
        let inside = name.replace(quote, &format!("{quote}{quote}"));
        format!("{quote}{inside}{quote}")
    }

    /// A literal text.
    pub(super) fn text(&self, text: &str) -> String {
        if self.backslash_escapes {
            let inside = text.replace('\\', "\\\\").replace('\'', "\\'");
            return format!("'{inside}'");
        }
        format!("'{}'", text.replace('\'', "''"))
    }

    /// What ends the query in the place of a value of that type; it says the text and the value found.
    pub(super) fn stop(&self, text: &str, found: &str, kind: Stopped) -> String {
        let found = format!("COALESCE(CAST({found} AS {}), 'NULL')", self.text);
        let text = format!("concat({}, {found})", self.text(&format!("{text}: ")));
        let kind = match kind {
            Stopped::Whole => self.whole,
            Stopped::Text => self.text,
            Stopped::Rank => "INTEGER",
            Stopped::Day => "DATE",
            Stopped::Truth => "BOOLEAN",
        };
        (self.stop)(&text, kind)
    }
}

/// The type of the value in whose place a query is stopped.
#[derive(Clone, Copy)]
pub(super) enum Stopped {
    /// A number.
    Whole,
    /// A text.
    Text,
    /// A place on a scale.
    Rank,
    /// A date.
    Day,
    /// True or false.
    Truth,
}
