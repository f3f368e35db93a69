//! The commands and their pages of help: one line each, which the grammar, the help and the usage errors read.
//!
//! In: nothing. Out: words, and keys of the `.ftl` files. Must not know: arguments' values.

use std::ffi::OsString;

/// A page of help: the program, a command, or a command of a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// The program itself.
    Root,
    /// `check`
    Check,
    /// `progress`
    Progress,
    /// `explain`
    Explain,
    /// `template`
    Template,
    /// `diff`
    Diff,
    /// `rules`
    Rules,
    /// `rules list`
    RulesList,
    /// `rules lint`
    RulesLint,
    /// `rules test`
    RulesTest,
    /// `rules sql`
    RulesSql,
    /// `rules new`
    RulesNew,
    /// `rules schema`
    RulesSchema,
    /// `completions`
    Completions,
    /// `man`
    Man,
}

/// What is said on a page.
struct Line {
    /// The words that lead to it.
    words: &'static [&'static str],
    /// Keys of what it does, how it is written, and what stands below the options.
    about: &'static str,
    usage: &'static str,
    after: &'static str,
}

impl Page {
    /// All of them, each after the one above it.
    pub const ALL: [Page; 15] = [
        Page::Root,
        Page::Check,
        Page::Progress,
        Page::Explain,
        Page::Template,
        Page::Diff,
        Page::Rules,
        Page::RulesList,
        Page::RulesLint,
        Page::RulesTest,
        Page::RulesSql,
        Page::RulesNew,
        Page::RulesSchema,
        Page::Completions,
        Page::Man,
    ];

    /// The table that everything else reads.
    const fn line(self) -> Line {
        let (words, about, usage, after): (&[&str], _, _, _) = match self {
            Page::Root => (&[], "help-about", "help-usage", "help-after"),
            Page::Check => (
                &["check"],
                "help-check-about",
                "help-check-usage",
                "help-check-after",
            ),
            Page::Progress => (
                &["progress"],
                "help-progress-about",
                "help-progress-usage",
                "help-progress-after",
            ),
            Page::Explain => (
                &["explain"],
                "help-explain-about",
                "help-explain-usage",
                "help-explain-after",
            ),
            Page::Template => (
                &["template"],
                "help-template-about",
                "help-template-usage",
                "help-template-after",
            ),
            Page::Diff => (
                &["diff"],
                "help-diff-about",
                "help-diff-usage",
                "help-diff-after",
            ),
            Page::Rules => (
                &["rules"],
                "help-rules-about",
                "help-rules-usage",
                "help-rules-after",
            ),
            Page::RulesList => (
                &["rules", "list"],
                "help-rules-list-about",
                "help-rules-list-usage",
                "help-rules-list-after",
            ),
            Page::RulesLint => (
                &["rules", "lint"],
                "help-rules-lint-about",
                "help-rules-lint-usage",
                "help-rules-lint-after",
            ),
            Page::RulesTest => (
                &["rules", "test"],
                "help-rules-test-about",
                "help-rules-test-usage",
                "help-rules-test-after",
            ),
            Page::RulesSql => (
                &["rules", "sql"],
                "help-rules-sql-about",
                "help-rules-sql-usage",
                "help-rules-sql-after",
            ),
            Page::RulesNew => (
                &["rules", "new"],
                "help-rules-new-about",
                "help-rules-new-usage",
                "help-rules-new-after",
            ),
            Page::RulesSchema => (
                &["rules", "schema"],
                "help-rules-schema-about",
                "help-rules-schema-usage",
                "help-rules-schema-after",
            ),
            Page::Completions => (
                &["completions"],
                "help-completions-about",
                "help-completions-usage",
                "help-completions-after",
            ),
            Page::Man => (
                &["man"],
                "help-man-about",
                "help-man-usage",
                "help-man-after",
            ),
        };
        Line {
            words,
            about,
            usage,
            after,
        }
    }

    /// The page that the first words lead to, as far as they lead.
    pub(crate) fn of(arguments: &[OsString]) -> Page {
        let mut found = Page::Root;
        for page in Page::ALL {
            let words = page.words();
            if words.len() <= arguments.len()
                && words
                    .iter()
                    .zip(arguments)
                    .all(|(word, argument)| argument == word)
            {
                found = page;
            }
        }
        found
    }

    /// The pages right below this one.
    pub(crate) fn below(self) -> impl Iterator<Item = Page> {
        Page::ALL.into_iter().filter(move |page| {
            page.words()
                .split_last()
                .is_some_and(|(_, above)| above == self.words())
        })
    }

    /// The words that lead to it.
    pub fn words(self) -> &'static [&'static str] {
        self.line().words
    }

    /// The last of the words, or the program's name.
    pub fn name(self) -> &'static str {
        self.words()
            .last()
            .copied()
            .unwrap_or(env!("CARGO_PKG_NAME"))
    }

    /// What it does.
    pub fn about_key(self) -> &'static str {
        self.line().about
    }

    /// How it is written.
    pub fn usage_key(self) -> &'static str {
        self.line().usage
    }

    /// Examples and whatever else stands below the options.
    pub fn after_key(self) -> &'static str {
        self.line().after
    }

    /// The command that prints the page.
    pub fn help_command(self) -> String {
        let mut words = vec![env!("CARGO_PKG_NAME")];
        words.extend(self.words());
        words.push("--help");
        words.join(" ")
    }
}
