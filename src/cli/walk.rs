//! From the files and folders that the user named to the files to read.
//!
//! In: names. Out: files in a fixed order, each named as the user knows it; what was left aside and why; what could not be found.
//! Must not know: what stands in the files.

mod aside;

pub use aside::Reason;

use crate::cli::problem::Problem;
use crate::cli::waivers::is_waiver_file;
use crate::diagnostic::{Argument, Diagnostic, Diagnostics};
use crate::place::Place;
use crate::report::is_own;
use crate::text::nfc;
use rayon::prelude::*;
use std::collections::HashSet;
use std::fs::{self, DirEntry, File, FileType};
use std::io::{self, BufReader, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A file to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedFile {
    /// Where the system finds it.
    pub path: PathBuf,
    /// Its name as the user knows it: what was typed, and the way down from there, with `/`.
    pub shown: Arc<str>,
}

/// What the named files and folders come to.
#[derive(Clone, Debug, Default)]
pub struct Walk {
    /// The files to read: as named, and in a folder by name.
    pub files: Vec<NamedFile>,
    /// What was named, or stands in a named folder, and cannot be read.
    pub refused: Vec<Diagnostic>,
    /// What was left aside, each with its reason.
    pub left_aside: Diagnostics,
    /// Files of waivers at the top of named folders.
    pub waivers: Vec<NamedFile>,
    /// The named folder that is being walked.
    top: PathBuf,
    /// The real paths of the files to read, so that each is read once.
    known: HashSet<PathBuf>,
}

/// Looks for the files behind the names, in the order given.
pub fn walk(names: &[PathBuf]) -> Walk {
    let mut walk = Walk::default();
    for name in names {
        walk.named(name);
    }
    walk
}

impl Walk {
    /// Every file that is read: data and waivers.
    pub fn read(&self) -> impl Iterator<Item = &PathBuf> {
        self.files
            .iter()
            .chain(&self.waivers)
            .map(|file| &file.path)
    }

    fn named(&mut self, name: &Path) {
        let shown = shown(name);
        match fs::metadata(name) {
            Err(error) => self.refuse(&shown, refusal(&error)),
            Ok(found) if found.is_dir() => self.named_folder(name, &shown),
            Ok(found) if found.is_file() && is_own_report(name) => {
                self.refuse(&shown, Problem::OwnReport {});
            }
            Ok(found) if found.is_file() => self.file(name.to_owned(), &shown),
            Ok(_) => self.refuse(&shown, Problem::NotAFile {}),
        }
    }

    fn named_folder(&mut self, name: &Path, shown: &str) {
        self.top = name.to_owned();
        let before = (self.known.len(), self.refused.len(), self.twice());
        match fs::canonicalize(name) {
            Ok(root) => self.folder(name, shown, &root),
            Err(error) => self.refuse(shown, refusal(&error)),
        }
        if before == (self.known.len(), self.refused.len(), self.twice()) {
            self.refuse(shown, Problem::NothingInFolder {});
        }
    }

    /// How many files were named again: a folder of such files alone is not an empty one.
    fn twice(&self) -> usize {
        let again = Argument::Label(Reason::Twice.label());
        self.left_aside
            .iter()
            .filter(|finding| finding.argument("reason") == Some(&again))
            .count()
    }

    fn folder(&mut self, path: &Path, shown: &str, root: &Path) {
        let entries = match sorted_entries(path) {
            Ok(entries) => entries,
            Err(error) => return self.refuse(shown, refusal(&error)),
        };
        let entries: Vec<Entry> = entries
            .iter()
            .map(|entry| self.entry(entry, shown, root))
            .collect();
        // Each file has to be opened for that.
        let own: Vec<bool> = match entries.len() {
            0 | 1 => entries.iter().map(Entry::is_own_report).collect(),
            _ => entries.par_iter().map(Entry::is_own_report).collect(),
        };
        for (Entry { path, shown, kind }, is_own) in entries.into_iter().zip(own) {
            match kind {
                Kind::Unknown(error) => self.refuse(&shown, refusal(&error)),
                Kind::Waivers => self.waivers.push(NamedFile {
                    path,
                    shown: shown.into(),
                }),
                Kind::Aside(reason) => self.leave_aside(&shown, reason),
                Kind::Folder => self.folder(&path, &shown, root),
                Kind::File if is_own => self
                    .left_aside
                    .push(Problem::OwnReportAside {}.at(Place::file(&*shown))),
                Kind::File => self.file(path, &shown),
            }
        }
    }

    fn entry(&self, entry: &DirEntry, folder: &str, root: &Path) -> Entry {
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = entry.path();
        let is_at_top = path.parent() == Some(self.top.as_path());
        let kind = match entry.file_type() {
            Err(error) => Kind::Unknown(error),
            Ok(kind) if is_at_top && kind.is_file() && is_waiver_file(&path) => Kind::Waivers,
            Ok(kind) => match reason(&name, kind, &path, root) {
                Some(reason) => Kind::Aside(reason),
                None if kind.is_dir() => Kind::Folder,
                None => Kind::File,
            },
        };
        Entry {
            shown: below(folder, &name),
            path,
            kind,
        }
    }

    fn file(&mut self, path: PathBuf, shown: &str) {
        match fs::canonicalize(&path) {
            Ok(real) if self.known.contains(&real) => self.leave_aside(shown, Reason::Twice),
            Ok(real) => {
                self.known.insert(real);
                self.files.push(NamedFile {
                    path,
                    shown: shown.into(),
                });
            }
            Err(error) => self.refuse(shown, refusal(&error)),
        }
    }

    fn refuse(&mut self, shown: &str, problem: Problem) {
        self.refused.push(problem.at(Place::file(shown)));
    }

    fn leave_aside(&mut self, shown: &str, reason: Reason) {
        self.left_aside.push(
            Problem::LeftAside {
                reason: Argument::Label(reason.label()),
            }
            .at(Place::file(shown)),
        );
    }
}

/// What stands in a folder.
struct Entry {
    path: PathBuf,
    shown: String,
    kind: Kind,
}

/// What becomes of it, as far as names tell.
enum Kind {
    Unknown(io::Error),
    Waivers,
    Aside(Reason),
    Folder,
    File,
}

impl Entry {
    fn is_own_report(&self) -> bool {
        matches!(self.kind, Kind::File) && is_own_report(&self.path)
    }
}

/// Whether the file is a report that this program has written.
fn is_own_report(path: &Path) -> bool {
    File::open(path).is_ok_and(|file| is_own(BufReader::new(file)))
}

/// Why something in a folder is left aside, if it is.
fn reason(name: &str, kind: FileType, path: &Path, root: &Path) -> Option<Reason> {
    if let Some(reason) = Reason::of_name(name) {
        return Some(reason);
    }
    if kind.is_symlink() {
        let inside = fs::canonicalize(path).is_ok_and(|target| target.starts_with(root));
        return Some(if inside {
            Reason::LinkInside
        } else {
            Reason::LinkOutside
        });
    }
    match (kind.is_dir(), kind.is_file()) {
        (true, _) => None,
        (false, true) => Reason::of_kind(name),
        (false, false) => Some(Reason::Special),
    }
}

/// Sorted by the composed form of the names, so that every system gives the same order.
fn sorted_entries(folder: &Path) -> io::Result<Vec<DirEntry>> {
    let mut entries = fs::read_dir(folder)?.collect::<io::Result<Vec<DirEntry>>>()?;
    entries
        .sort_by_cached_key(|entry| (nfc(&entry.file_name().to_string_lossy()), entry.file_name()));
    Ok(entries)
}

/// A name as the user knows it, with `/`.
pub(crate) fn shown(path: &Path) -> String {
    let text = path.to_string_lossy();
    if cfg!(windows) {
        text.replace('\\', "/")
    } else {
        text.into_owned()
    }
}

/// The name of something in a folder; what stands in `.` needs no folder before it.
fn below(folder: &str, name: &str) -> String {
    match folder {
        "." | "./" => name.to_owned(),
        _ => format!("{}/{name}", folder.trim_end_matches('/')),
    }
}

/// Why the system refuses something that was named.
pub(crate) fn refusal(error: &io::Error) -> Problem {
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the system's set of errors is open; the rest speak for themselves"
    )]
    match error.kind() {
        ErrorKind::NotFound => Problem::NoSuchFile {},
        ErrorKind::PermissionDenied => Problem::NoPermission {},
        _ => Problem::Unreadable {
            reason: error.into(),
        },
    }
}

#[cfg(test)]
mod tests;
