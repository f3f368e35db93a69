//! What `diff` and `completions` are asked.
//!
//! In: nothing. Out: typed requests and the words for them. Must not know: how a request is met.

use super::Choice;
use crate::report::diff::{DIFFERENCE_FORMATS, DifferenceFormat};
use std::path::{Path, PathBuf};

/// What `diff` is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct DiffArguments {
    /// The older report.
    pub before: PathBuf,
    /// The newer report.
    pub after: PathBuf,
    /// Whether facts that changed no verdict are listed, and long lists whole.
    pub show_all: bool,
    /// The form of what is printed.
    pub format: DiffFormat,
    /// Files to write, each in its form.
    pub outputs: Vec<(PathBuf, DiffFormat)>,
    /// Whether to print the counts and the result alone.
    pub quiet: bool,
}

/// The form in which differences are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum DiffFormat {
    /// For people.
    #[default]
    Text,
    /// For mails and tickets.
    Markdown,
    /// For programs.
    Json,
}

impl Choice for DiffFormat {
    const ALL: &'static [(&'static str, DiffFormat)] = &[
        ("text", DiffFormat::Text),
        ("md", DiffFormat::Markdown),
        ("json", DiffFormat::Json),
    ];
}

impl DiffFormat {
    /// What draws it.
    pub(crate) fn drawn(self) -> Option<&'static DifferenceFormat> {
        let word = Self::ALL.iter().find(|(_, format)| *format == self);
        let word = word.map(|(word, _)| *word);
        DIFFERENCE_FORMATS
            .iter()
            .find(|format| Some(format.name) == word)
    }

    /// The form that a file's name asks for.
    pub(crate) fn of_file(file: &Path) -> Option<DiffFormat> {
        let extension = file.extension()?.to_str()?.to_lowercase();
        let mut known = DIFFERENCE_FORMATS.iter();
        DiffFormat::from_word(known.find(|format| format.extension == extension)?.name)
    }

    /// How names of files to write end.
    pub(crate) fn extensions() -> Vec<String> {
        let all = DIFFERENCE_FORMATS.iter();
        all.map(|format| format!(".{}", format.extension)).collect()
    }
}

/// A shell that completes commands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Shell {
    /// bash
    #[default]
    Bash,
    /// zsh
    Zsh,
    /// fish
    Fish,
    /// PowerShell
    PowerShell,
    /// elvish
    Elvish,
}

impl Choice for Shell {
    const ALL: &'static [(&'static str, Shell)] = &[
        ("bash", Shell::Bash),
        ("zsh", Shell::Zsh),
        ("fish", Shell::Fish),
        ("powershell", Shell::PowerShell),
        ("elvish", Shell::Elvish),
    ];
}
