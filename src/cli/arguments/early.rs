//! What must be known before the arguments are understood, because even a wrong command line is answered in the right language.
//!
//! In: raw arguments and the environment. Out: a language, and the value of an option that may yet prove wrong. Must not know: the
//! commands.

use crate::cli::arguments::Choice;
use crate::cli::problem::Problem;
use crate::diagnostic::Diagnostic;
use crate::text::Language;
use std::ffi::{OsStr, OsString};

/// The environment variable that chooses the language.
const LANGUAGE_VARIABLE: &str = "THIDUA_LANG";

/// The language to answer in, and a warning if the environment asks for one that there is not.
pub(crate) fn language(
    arguments: &[OsString],
    environment: &dyn Fn(&str) -> Option<String>,
) -> (Language, Option<Diagnostic>) {
    if let Some(language) = value(arguments, "--lang").and_then(Language::from_word) {
        return (language, None);
    }
    match environment(LANGUAGE_VARIABLE).filter(|word| !word.is_empty()) {
        None => (Language::default(), None),
        Some(word) => match Language::from_word(&word) {
            Some(language) => (language, None),
            None => (
                Language::default(),
                Some(Problem::UnknownLanguage { found: word }.diagnostic()),
            ),
        },
    }
}

/// The value of an option that stands as `--name value` or `--name=value`.
pub(crate) fn value<'a>(arguments: &'a [OsString], option: &str) -> Option<&'a str> {
    let mut options = arguments
        .iter()
        .map(OsString::as_os_str)
        .take_while(|argument| *argument != OsStr::new("--"));
    while let Some(argument) = options.next() {
        match argument.to_str().and_then(|text| text.strip_prefix(option)) {
            Some("") => return options.next().and_then(OsStr::to_str),
            Some(rest) if rest.starts_with('=') => return rest.get(1..),
            Some(_) | None => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(arguments: &[&str], variable: Option<&str>) -> (Language, bool) {
        let arguments: Vec<OsString> = arguments.iter().map(OsString::from).collect();
        let environment = |name: &str| {
            variable
                .filter(|_| name == "THIDUA_LANG")
                .map(str::to_owned)
        };
        let (language, warning) = language(&arguments, &environment);
        (language, warning.is_some())
    }

    #[test]
    fn the_option_beats_the_environment_which_beats_vietnamese() {
        assert_eq!(chosen(&[], None), (Language::Vietnamese, false));
        assert_eq!(chosen(&["x"], Some("en")), (Language::English, false));
        assert_eq!(
            chosen(&["x", "--lang", "vi"], Some("en")),
            (Language::Vietnamese, false)
        );
        assert_eq!(
            chosen(&["--lang=en", "x"], None),
            (Language::English, false)
        );
        assert_eq!(
            chosen(&["--", "--lang=en"], None),
            (Language::Vietnamese, false)
        );
    }

    #[test]
    fn an_environment_that_names_no_language_is_warned_about() {
        assert_eq!(chosen(&[], Some("fr")), (Language::Vietnamese, true));
        assert_eq!(
            chosen(&["--lang", "en"], Some("fr")),
            (Language::English, false)
        );
        assert_eq!(chosen(&[], Some("")), (Language::Vietnamese, false));
    }
}
