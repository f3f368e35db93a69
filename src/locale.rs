//! Sentences, labels, numbers and dates in the reader's language.
//!
//! In: diagnostics and keys of `locale/vi.ftl` and `locale/en.ftl`. Out: text that is safe to print. Must not know: where it is
//! printed, and which stage has something to say.

use crate::diagnostic::{Argument, Diagnostic};
use crate::number::Number;
use crate::text::{Language, printable, shortened};
use chrono::NaiveDate;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentMessage, FluentResource};
use rustc_hash::FxHashMap;
use std::fmt::Write as _;
use std::sync::{PoisonError, RwLock};

/// How many characters of a text from a file stand in a sentence.
const SHOWN_CHARACTERS: usize = 80;
/// How many members of a list stand in a sentence.
const SHOWN_MEMBERS: usize = 30;
/// How many decimal places of a number stand in a sentence.
const SHOWN_DIGITS: u8 = 6;

/// Everything that is said in one language. An entry is parsed when it is first asked for: a run says little of what there is to say.
pub struct Locale {
    language: Language,
    /// Each key's entry as it is written, with its attributes. No entry refers to another.
    entries: FxHashMap<&'static str, &'static str>,
    /// The entries that were asked for.
    bundle: RwLock<FluentBundle<FluentResource>>,
}

/// Why a text could not be made: a fault of the `.ftl` files or of their caller, never of the user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gap {
    /// There is no such key, or no such attribute of it.
    NoMessage(String),
    /// The text names an argument that was not given, or is not well formed.
    NotFilled(String, Vec<FluentError>),
}

impl Locale {
    /// Reads the texts of that language.
    pub fn new(language: Language) -> Self {
        let source = match language {
            Language::Vietnamese => include_str!("locale/vi.ftl"),
            Language::English => include_str!("locale/en.ftl"),
        };
        let mut bundle =
            FluentBundle::new_concurrent(vec![language.code().parse().unwrap_or_default()]);
        bundle.set_use_isolating(false);
        Locale {
            language,
            entries: entries(source),
            bundle: RwLock::new(bundle),
        }
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// What was found, in a sentence.
    pub fn sentence(&self, diagnostic: &Diagnostic) -> String {
        self.try_sentence(diagnostic)
            .unwrap_or_else(|_| self.bare(diagnostic))
    }

    /// What to do about it.
    pub fn help(&self, diagnostic: &Diagnostic) -> Option<String> {
        self.try_help(diagnostic).ok()
    }

    /// A word or text by its key.
    pub fn label(&self, key: &str) -> String {
        self.label_with(key, &[])
    }

    /// A text by its key, with what it names. The arguments are printed as they are.
    pub fn label_with(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        self.try_label_with(key, arguments).unwrap_or_else(|_| {
            let mut bare = key.to_owned();
            for (name, value) in arguments {
                let _ = write!(bare, " {name}={value}");
            }
            bare
        })
    }

    /// A number in the language's style with at most that many decimal places.
    pub fn number(&self, number: &Number, digits: u8) -> String {
        number.shown(self.language, digits)
    }

    /// A day: `01/11/2025` or `1 November 2025`.
    pub fn date(&self, date: NaiveDate) -> String {
        let style = match self.language {
            Language::Vietnamese => "%d/%m/%Y",
            Language::English => "%-d %B %Y",
        };
        date.format(style).to_string()
    }

    /// As [`Locale::sentence`].
    ///
    /// # Errors
    /// If the sentence is missing or names what the diagnostic does not have.
    pub fn try_sentence(&self, diagnostic: &Diagnostic) -> Result<String, Gap> {
        let key = message_key(diagnostic.code);
        self.formatted(&key, None, &self.filled(diagnostic)?)
    }

    /// As [`Locale::help`].
    ///
    /// # Errors
    /// If the help is missing or names what the diagnostic does not have.
    pub fn try_help(&self, diagnostic: &Diagnostic) -> Result<String, Gap> {
        let key = message_key(diagnostic.code);
        self.formatted(&key, Some("help"), &self.filled(diagnostic)?)
    }

    /// As [`Locale::label_with`].
    ///
    /// # Errors
    /// If the text is missing or names what was not given.
    pub fn try_label_with(&self, key: &str, arguments: &[(&str, &str)]) -> Result<String, Gap> {
        self.formatted(key, None, &arguments.iter().copied().collect())
    }

    fn formatted(
        &self,
        key: &str,
        attribute: Option<&str>,
        arguments: &FluentArgs<'_>,
    ) -> Result<String, Gap> {
        self.prepare(key);
        let bundle = self.bundle.read().unwrap_or_else(PoisonError::into_inner);
        let message = bundle.get_message(key);
        let pattern = message
            .as_ref()
            .and_then(|found: &FluentMessage<'_>| match attribute {
                Some(name) => found.get_attribute(name).map(|a| a.value()),
                None => found.value(),
            });
        let Some(pattern) = pattern else {
            return Err(Gap::NoMessage(
                attribute.map_or_else(|| key.to_owned(), |name| format!("{key}.{name}")),
            ));
        };
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(arguments), &mut errors);
        if errors.is_empty() {
            Ok(text.into_owned())
        } else {
            Err(Gap::NotFilled(key.to_owned(), errors))
        }
    }

    /// Parses an entry, if it is there and was not asked for before.
    fn prepare(&self, key: &str) {
        let bundle = self.bundle.read().unwrap_or_else(PoisonError::into_inner);
        if bundle.has_message(key) {
            return;
        }
        drop(bundle);
        if let Some(entry) = self.entries.get(key) {
            // A test parses all entries; what a broken one would have said falls back to its key.
            let text = FluentResource::try_new((*entry).to_owned())
                .unwrap_or_else(|(readable, _)| readable);
            let mut bundle = self.bundle.write().unwrap_or_else(PoisonError::into_inner);
            bundle.add_resource_overriding(text);
        }
    }

    fn filled(&self, diagnostic: &Diagnostic) -> Result<FluentArgs<'static>, Gap> {
        diagnostic
            .arguments
            .iter()
            .map(|(name, argument)| Ok((*name, self.finished(argument)?)))
            .collect()
    }

    /// An argument as it stands in a sentence.
    fn finished(&self, argument: &Argument) -> Result<String, Gap> {
        Ok(match argument {
            Argument::Text(text) => harmless(text),
            Argument::Number(number) => self.number(number, SHOWN_DIGITS),
            Argument::List(members) => listed(members),
            Argument::Date(date) => self.date(*date),
            Argument::Label(key) => self.try_label_with(key, &[])?,
            Argument::Wording(name) => harmless(name.get(self.language)),
        })
    }

    /// The code and its arguments: all there is to say where a sentence is missing.
    fn bare(&self, diagnostic: &Diagnostic) -> String {
        let mut bare = diagnostic.code.to_owned();
        for (name, argument) in &diagnostic.arguments {
            let value = self
                .finished(argument)
                .unwrap_or_else(|_| format!("{argument:?}"));
            let _ = write!(bare, " {name}={value}");
        }
        bare
    }
}

/// The entries of a file by their keys. One begins where a line begins with a letter, and goes on to the next or to a comment.
fn entries(source: &'static str) -> FxHashMap<&'static str, &'static str> {
    const MANY: usize = 2_048;
    let mut entries = FxHashMap::with_capacity_and_hasher(MANY, Default::default());
    let mut open: Option<(&'static str, usize)> = None;
    let mut at = 0;
    for line in source.split_inclusive('\n') {
        let begins = line.as_bytes().first();
        if begins.is_some_and(|first| first.is_ascii_alphabetic() || *first == b'#') {
            if let Some((key, start)) = open.take() {
                entries.insert(key, source.get(start..at).unwrap_or_default());
            }
            let key = line.split([' ', '=']).next().unwrap_or_default();
            open = (begins != Some(&b'#')).then_some((key, at));
        }
        at += line.len();
    }
    if let Some((key, start)) = open {
        entries.insert(key, source.get(start..).unwrap_or_default());
    }
    entries
}

/// The key of a code's sentence: Fluent allows no slash.
fn message_key(code: &str) -> String {
    code.replace('/', "-")
}

fn harmless(text: &str) -> String {
    printable(&shortened(text, SHOWN_CHARACTERS))
}

/// Members apart by commas; by semicolons where a member has a comma of its own.
fn listed(members: &[String]) -> String {
    let mut shown: Vec<String> = members
        .iter()
        .take(SHOWN_MEMBERS)
        .map(|member| harmless(member))
        .collect();
    if members.len() > SHOWN_MEMBERS {
        shown.push('…'.to_string());
    }
    let are_plain = shown.iter().all(|member| !member.contains(','));
    shown.join(if are_plain { ", " } else { "; " })
}

#[cfg(test)]
mod tests;
