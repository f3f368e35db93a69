//! What there is to say about an input or a rule file, without a sentence.
//!
//! In: a problem of some stage. Out: its stable code, its severity, its named arguments and its places; [`crate::locale`] makes
//! the sentence. Must not know: any language.

use crate::number::Number;
use crate::place::Place;
use crate::text::Wording;
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::io::{self, ErrorKind};

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Something could not be used as it stands.
    Error,
    /// It was used, but somebody should look.
    Warning,
    /// For the record.
    Note,
}

impl Severity {
    /// The word of the JSON report.
    pub fn word(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

/// A value put into a sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Argument {
    /// A text as it was found.
    Text(String),
    /// An exact number, printed in the language's style.
    Number(Number),
    /// Several texts, joined by commas.
    List(Vec<String>),
    /// A day, printed in the language's style.
    Date(NaiveDate),
    /// A key of the `.ftl` files: a word that differs by language.
    Label(&'static str),
    /// A name that the rule set gives, in the reader's language where it does.
    Wording(Box<Wording>),
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Argument::Text(text)
    }
}
impl From<Box<Wording>> for Argument {
    fn from(name: Box<Wording>) -> Self {
        Argument::Wording(name)
    }
}
impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Argument::Text(text.to_owned())
    }
}
impl From<Number> for Argument {
    fn from(number: Number) -> Self {
        Argument::Number(number)
    }
}
impl From<u64> for Argument {
    fn from(count: u64) -> Self {
        Argument::Number(Number::from(i64::try_from(count).unwrap_or(i64::MAX)))
    }
}
impl From<Vec<String>> for Argument {
    fn from(list: Vec<String>) -> Self {
        Argument::List(list)
    }
}
impl From<NaiveDate> for Argument {
    fn from(date: NaiveDate) -> Self {
        Argument::Date(date)
    }
}
/// What the system says, in the reader's words where it is a common case.
impl From<&io::Error> for Argument {
    fn from(error: &io::Error) -> Self {
        #[expect(
            clippy::wildcard_enum_match_arm,
            reason = "the system's set of errors is open; the rest speak for themselves"
        )]
        match error.kind() {
            ErrorKind::NotFound => Argument::Label("reason-not-found"),
            ErrorKind::IsADirectory => Argument::Label("reason-folder"),
            ErrorKind::NotADirectory => Argument::Label("reason-no-folder"),
            ErrorKind::PermissionDenied => Argument::Label("reason-no-permission"),
            ErrorKind::StorageFull => Argument::Label("reason-disk-full"),
            _ => Argument::Text(error.to_string()),
        }
    }
}

/// Key of what stands in the place of a text that is not told.
pub const REDACTED: &str = "redacted";

/// The arguments that hold what stood in a cell, or a name from the official list.
const FROM_CELLS: [&str; 13] = [
    "value",
    "name",
    "official",
    "nearest",
    "unit",
    "units",
    "text",
    "texts",
    "first",
    "second",
    "meant",
    "other_text",
    "from",
];

/// One finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// Stable code, `stage/what`: scripts rely on it.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What the sentence names.
    pub arguments: Vec<(&'static str, Argument)>,
    /// Where: the first place is the one to look at.
    pub places: Vec<Place>,
    /// The offending value as it was found.
    pub value: Option<String>,
}

impl Diagnostic {
    /// Adds a place.
    pub fn at(mut self, place: Place) -> Self {
        self.places.push(place);
        self
    }

    /// Adds the offending value as it was found.
    pub fn found(mut self, value: impl Into<String>) -> Self {
        self.value = Some(value.into());
        self
    }

    /// The same finding without what stood in cells, where names may stand: its code, its places, its numbers and days stay.
    pub fn redacted(&self) -> Self {
        let hidden = |name: &str, argument: &Argument| match argument {
            Argument::Text(_) | Argument::List(_) => FROM_CELLS.contains(&name),
            Argument::Number(_) | Argument::Date(_) | Argument::Label(_) | Argument::Wording(_) => {
                false
            }
        };
        let arguments =
            self.arguments
                .iter()
                .map(|(name, argument)| match hidden(name, argument) {
                    true => (*name, Argument::Label(REDACTED)),
                    false => (*name, argument.clone()),
                });
        Diagnostic {
            arguments: arguments.collect(),
            value: None,
            places: self.places.iter().map(Place::without_text).collect(),
            ..self.clone()
        }
    }

    /// The argument of that name, if the finding has it.
    pub fn argument(&self, name: &str) -> Option<&Argument> {
        self.arguments
            .iter()
            .find(|(n, _)| *n == name)
            .map(|(_, a)| a)
    }
}

/// One line of a stage's catalogue of problems.
#[derive(Clone, Copy, Debug)]
pub struct CatalogueEntry {
    /// Stable code.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// The names that its sentence may use.
    pub arguments: &'static [&'static str],
}

/// Declares what can go wrong in a stage: one enum, its codes and severities, and the catalogue that tests and reference pages walk.
///
/// `"stage/code" Severity Variant { field: Type }`; the fields are the sentence's arguments.
#[macro_export]
macro_rules! problems {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$doc:meta])* $code:literal $severity:ident $variant:ident { $($field:ident : $type:ty),* $(,)? },)* }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq)]
        pub enum $name {
            $($(#[$doc])* #[allow(missing_docs)] $variant { $($field: $type),* },)*
        }
        impl $name {
            /// Every problem of this stage.
            pub const CATALOGUE: &'static [$crate::diagnostic::CatalogueEntry] = &[
                $($crate::diagnostic::CatalogueEntry {
                    code: $code,
                    severity: $crate::diagnostic::Severity::$severity,
                    arguments: &[$(stringify!($field)),*],
                }),*
            ];

            /// Its stable code.
            pub fn code(&self) -> &'static str {
                match self {
                    $($name::$variant { .. } => $code,)*
                }
            }

            /// The finding, yet without a place.
            pub fn diagnostic(self) -> $crate::diagnostic::Diagnostic {
                match self {
                    $($name::$variant { $($field),* } => $crate::diagnostic::Diagnostic {
                        code: $code,
                        severity: $crate::diagnostic::Severity::$severity,
                        arguments: vec![$((stringify!($field), $field.into())),*],
                        places: Vec::new(),
                        value: None,
                    },)*
                }
            }

            /// The finding at its place.
            pub fn at(self, place: $crate::place::Place) -> $crate::diagnostic::Diagnostic {
                self.diagnostic().at(place)
            }
        }
    };
}

/// How many findings of one code are kept; the rest are counted.
pub const KEPT_OF_A_CODE: u64 = 1_000;

/// The findings of a run in the order they were made, bounded per code.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    kept: Vec<Diagnostic>,
    counts: BTreeMap<&'static str, u64>,
}

impl Diagnostics {
    /// Adds a finding, or counts it when there are enough of its code.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        let count = self.counts.entry(diagnostic.code).or_insert(0);
        *count += 1;
        if *count <= KEPT_OF_A_CODE {
            self.kept.push(diagnostic);
        }
    }

    /// Counts findings of a code that are not kept, because enough of it are.
    pub fn count_more(&mut self, code: &'static str, more: u64) {
        *self.counts.entry(code).or_insert(0) += more;
    }

    /// The codes of which no further finding is kept.
    pub fn full_codes(&self) -> impl Iterator<Item = &'static str> + '_ {
        let counts = self.counts.iter();
        counts
            .filter(|(_, count)| **count >= KEPT_OF_A_CODE)
            .map(|(code, _)| *code)
    }

    /// Adds all of another stage's findings.
    pub fn append(&mut self, other: Diagnostics) {
        for diagnostic in other.kept {
            self.push(diagnostic);
        }
        for (code, count) in other.counts {
            let dropped = count.saturating_sub(KEPT_OF_A_CODE);
            if dropped > 0 {
                *self.counts.entry(code).or_insert(0) += dropped;
            }
        }
    }

    /// The findings that were kept.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.kept.iter()
    }

    /// Codes of which more were found than kept, with the number left out.
    pub fn left_out(&self) -> impl Iterator<Item = (&'static str, u64)> + '_ {
        self.counts
            .iter()
            .filter(|(_, n)| **n > KEPT_OF_A_CODE)
            .map(|(code, n)| (*code, n - KEPT_OF_A_CODE))
    }

    /// How many findings of that severity were kept.
    pub fn count(&self, severity: Severity) -> usize {
        self.kept.iter().filter(|d| d.severity == severity).count()
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }
}

impl Diagnostics {
    /// The same findings without what stood in cells.
    pub fn redacted(&self) -> Self {
        Diagnostics {
            kept: self.kept.iter().map(Diagnostic::redacted).collect(),
            counts: self.counts.clone(),
        }
    }
}

impl Extend<Diagnostic> for Diagnostics {
    fn extend<T: IntoIterator<Item = Diagnostic>>(&mut self, findings: T) {
        findings.into_iter().for_each(|d| self.push(d));
    }
}

impl FromIterator<Diagnostic> for Diagnostics {
    fn from_iter<T: IntoIterator<Item = Diagnostic>>(findings: T) -> Self {
        let mut all = Diagnostics::default();
        all.extend(findings);
        all
    }
}
