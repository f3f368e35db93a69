//! Finds the rule set that was asked for and loads it.
//!
//! In: a file name or an id, and what the run chooses. Out: a checked rule set, or its problems. Must not know: data.

use crate::cli::arguments::Options;
use crate::cli::problem::Problem;
use crate::diagnostic::{Argument, Diagnostic};
use crate::place::Place;
use crate::rule::source::Origin;
use crate::rule::{self, Choice, Fetched, RuleSet, Wanted, shipped};
use chrono::NaiveDate;
use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};

/// A rule file's bytes, and where files that it names are looked for.
pub(crate) struct RuleSource {
    /// As the user named it.
    name: String,
    bytes: Vec<u8>,
    shelf: Shelf,
    /// The files that were fetched, besides its own.
    fetched: RefCell<Vec<PathBuf>>,
}

/// Where a rule file stands, and so the files beside it.
enum Shelf {
    /// In that folder.
    Folder(PathBuf),
    /// Among those that ship.
    Program,
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
                shelf: Shelf::of(wanted),
                fetched: RefCell::default(),
            }),
            Err(error) => match shipped::shipped(&name) {
                Some(found) => Ok(Self::embedded(found)),
                None => {
                    let known = shipped::ids().map(str::to_owned).collect();
                    Err(Problem::NoSuchRules {
                        reason: (&error).into(),
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
            shelf: Shelf::Program,
            fetched: RefCell::default(),
        }
    }

    /// Loads it for one round.
    pub(crate) fn load(&self, choice: &Choice<'_>) -> (Option<RuleSet>, Vec<Diagnostic>) {
        rule::load(&self.name, &self.bytes, choice, &mut self.library())
    }

    fn file(&self, shelf: &Shelf, file: &str) -> Result<Fetched, Argument> {
        self.fetched.borrow_mut().extend(shelf.path(file));
        shelf.file(file)
    }

    /// Its rounds, the default first.
    pub(crate) fn rounds(&self) -> Vec<String> {
        rule::rounds(&self.name, &self.bytes, &mut self.library())
    }

    /// Fetches what it refers to, and what its base refers to from where the base was found.
    fn library(&self) -> impl FnMut(Wanted<'_>) -> Result<Fetched, Argument> {
        let mut of_base = None;
        move |wanted| match wanted {
            Wanted::Base(reference) => {
                let (found, shelf) = self.shelf.rule_set(reference)?;
                self.fetched.borrow_mut().extend(self.shelf.path(reference));
                of_base = Some(shelf);
                Ok(found)
            }
            Wanted::File(Origin::Own, file) => self.file(&self.shelf, file),
            Wanted::File(Origin::Base, file) => {
                self.file(of_base.as_ref().unwrap_or(&self.shelf), file)
            }
        }
    }
}

impl Shelf {
    /// Where that file stands.
    fn of(file: &Path) -> Self {
        Shelf::Folder(file.parent().map(Path::to_owned).unwrap_or_default())
    }

    /// Where the system finds a file beside the rule file.
    fn path(&self, file: &str) -> Option<PathBuf> {
        match self {
            Shelf::Folder(folder) => Some(folder.join(file)),
            Shelf::Program => None,
        }
    }

    fn file(&self, file: &str) -> Result<Fetched, Argument> {
        let Shelf::Folder(folder) = self else {
            return shipped::fetch(Wanted::File(Origin::Own, file));
        };
        let bytes = fs::read(folder.join(file)).map_err(|error| Argument::from(&error))?;
        Ok(Fetched {
            name: file.to_owned(),
            bytes,
        })
    }

    /// A rule file beside this one; else the one of that id that ships. A file comes first, as on the command line.
    fn rule_set(&self, reference: &str) -> Result<(Fetched, Shelf), Argument> {
        let reason = match self {
            Shelf::Folder(folder) => {
                let path = folder.join(reference);
                match fs::read(&path) {
                    Ok(bytes) => {
                        let name = path.to_string_lossy().into_owned();
                        return Ok((Fetched { name, bytes }, Shelf::of(&path)));
                    }
                    Err(error) => Argument::from(&error),
                }
            }
            Shelf::Program => shipped::ABSENT,
        };
        match shipped::fetch(Wanted::Base(reference)) {
            Ok(found) => Ok((found, Shelf::Program)),
            Err(_) => Err(reason),
        }
    }
}

/// Loads the rule set that the options ask for.
pub(crate) fn load(options: &Options, today: NaiveDate) -> (Option<RuleSet>, Vec<Diagnostic>) {
    let (rules, found, _) = load_with_files(options, today);
    (rules, found)
}

/// Loads the rule set that the options ask for, and names the files that were read for it, besides the rule file.
pub(crate) fn load_with_files(
    options: &Options,
    today: NaiveDate,
) -> (Option<RuleSet>, Vec<Diagnostic>, Vec<PathBuf>) {
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
        Ok(source) => {
            let (rules, found) = source.load(&choice);
            (rules, found, source.fetched.take())
        }
        Err(diagnostic) => (None, vec![diagnostic], Vec::new()),
    }
}
