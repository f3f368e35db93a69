//! Whether an output is coloured.
//!
//! In: the user's choice, the environment, whether the output is a terminal. Out: yes or no. Must not know: colours.

use crate::cli::arguments::{Choice, early};
use std::ffi::OsString;

/// When outputs are coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) enum Color {
    /// On a terminal, unless the environment asks for none.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl Choice for Color {
    const ALL: &'static [(&'static str, Color)] = &[
        ("auto", Color::Auto),
        ("always", Color::Always),
        ("never", Color::Never),
    ];
}

impl Color {
    /// The choice as it stands among the arguments, before they are understood.
    pub(crate) fn chosen(arguments: &[OsString]) -> Self {
        early::value(arguments, "--color")
            .and_then(Color::from_word)
            .unwrap_or_default()
    }

    /// Whether to colour.
    pub(crate) fn wanted(
        self,
        is_terminal: bool,
        environment: &dyn Fn(&str) -> Option<String>,
    ) -> bool {
        let set = |name: &str| environment(name).is_some_and(|value| !value.is_empty());
        match self {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => {
                is_terminal && !set("NO_COLOR") && environment("TERM").as_deref() != Some("dumb")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn automatic_colour_needs_a_terminal_and_an_environment_that_allows_it() {
        let nothing = |_: &str| None;
        let no_color = |name: &str| (name == "NO_COLOR").then(|| "1".to_owned());
        let empty = |name: &str| (name == "NO_COLOR").then(String::new);
        let dumb = |name: &str| (name == "TERM").then(|| "dumb".to_owned());
        assert!(Color::Auto.wanted(true, &nothing));
        assert!(Color::Auto.wanted(true, &empty));
        assert!(!Color::Auto.wanted(false, &nothing));
        assert!(!Color::Auto.wanted(true, &no_color));
        assert!(!Color::Auto.wanted(true, &dumb));
        assert!(Color::Always.wanted(false, &no_color));
        assert!(!Color::Never.wanted(true, &nothing));
    }
}
