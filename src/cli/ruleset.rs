//! Finds the rule set that was asked for and loads it.
//!
//! In: a file name or an id, and what the run chooses. Out: a checked rule set, or its problems. Must not know: data.

use crate::cli::arguments::Options;
use crate::cli::problem::Problem;
use crate::diagnostic::Diagnostic;
use crate::place::Place;
use crate::rule::{self, Choice, RuleSet, shipped};
use chrono::NaiveDate;
use std::fs;
use std::path::{Path, PathBuf};

/// A rule file's bytes, and where files that it names are looked for.
pub(crate) struct RuleSource {
    /// As the user named it.
    pub(crate) name: String,
    /// Its bytes.
    pub(crate) bytes: Vec<u8>,
    /// Its folder; none for one that ships.
    folder: Option<PathBuf>,
}

impl RuleSource {
    /// The rule file of that name; else the rule set of that id; the default one, if none is named.
    pub(crate) fn find(wanted: Option<&Path>) -> Result<Self, Diagnostic> {
        let Some(wanted) = wanted else {
            return Ok(Self::embedded(shipped::DEFAULT));
        };
        let name = wanted.to_string_lossy().into_owned();
        match fs::read(wanted) {
            Ok(bytes) => Ok(RuleSource {
                name,
                bytes,
                folder: Some(wanted.parent().map(Path::to_owned).unwrap_or_default()),
            }),
            Err(error) => match shipped::shipped(&name) {
                Some(found) => Ok(Self::embedded(found)),
                None => {
                    let known = shipped::SHIPPED
                        .iter()
                        .filter_map(|s| s.id)
                        .map(str::to_owned)
                        .collect();
                    Err(Problem::NoSuchRules {
                        reason: error.to_string(),
                        known,
                    }
                    .at(Place::file(name)))
                }
            },
        }
    }

    fn embedded(found: &shipped::Shipped) -> Self {
        RuleSource {
            name: found.file.to_owned(),
            bytes: found.text.as_bytes().to_vec(),
            folder: None,
        }
    }

    /// Loads it for one round.
    pub(crate) fn load(&self, choice: &Choice<'_>) -> (Option<RuleSet>, Vec<Diagnostic>) {
        rule::load(&self.name, &self.bytes, choice, &mut |file| {
            self.fetch(file)
        })
    }

    fn fetch(&self, file: &str) -> Result<Vec<u8>, String> {
        match &self.folder {
            Some(folder) => fs::read(folder.join(file)).map_err(|error| error.to_string()),
            None => shipped::fetch(file).ok_or_else(String::new),
        }
    }
}

/// Loads the rule set that the options ask for.
pub(crate) fn load(options: &Options, today: NaiveDate) -> (Option<RuleSet>, Vec<Diagnostic>) {
    let set: Vec<(String, String)> = options
        .settings
        .iter()
        .map(|setting| (setting.name.clone(), setting.value.clone()))
        .collect();
    let choice = Choice {
        round: options.round.as_deref(),
        as_of: options.as_of.unwrap_or(today),
        set: &set,
    };
    match RuleSource::find(options.rules.as_deref()) {
        Ok(source) => source.load(&choice),
        Err(diagnostic) => (None, vec![diagnostic]),
    }
}
