//! Files that a run writes: whole or not at all.
//!
//! In: a name and something that writes. Out: a file of that name, made beside it and moved into place, so that an older one
//! survives a full disk, a kill, and an office program that has it open. Must not know: what is written.

use crate::cli::problem::Problem;
use crate::diagnostic::Diagnostic;
use crate::place::Place;
use std::ffi::OsStr;
use std::fs;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// How unfinished files begin; a folder's hidden files are never read as data.
const UNFINISHED: &str = ".thidua-";

/// Writes the file, or leaves an older one of that name as it is.
///
/// # Errors
/// A finding that names the file and says why it could not be written.
pub(crate) fn replace(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), Diagnostic> {
    let mut unfinished = Unfinished::begin(path)?;
    write(&mut unfinished).map_err(|error| not_written(path, &error))?;
    unfinished.finish()
}

/// A file being written beside the one of its name.
pub(crate) struct Unfinished {
    out: BufWriter<NamedTempFile>,
    path: PathBuf,
    target: PathBuf,
}

impl Unfinished {
    /// Begins to write a file; what is not finished is gone.
    ///
    /// # Errors
    /// A finding that names the file and says why it cannot be written.
    pub(crate) fn begin(path: &Path) -> Result<Self, Diagnostic> {
        let begun = || {
            let target = behind_links(path)?;
            let mut builder = tempfile::Builder::new();
            builder.prefix(UNFINISHED);
            allow_as_new(&mut builder);
            let out = BufWriter::new(builder.tempfile_in(folder_of(&target))?);
            Ok(Unfinished {
                out,
                path: path.to_owned(),
                target,
            })
        };
        begun().map_err(|error: io::Error| not_written(path, &error))
    }

    /// The name of the file.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Puts the file in the place of its name.
    ///
    /// # Errors
    /// A finding that names the file and says why it could not be written.
    pub(crate) fn finish(self) -> Result<(), Diagnostic> {
        let path = self.path.clone();
        self.moved().map_err(|error| not_written(&path, &error))
    }

    fn moved(self) -> io::Result<()> {
        let unfinished = self.out.into_inner();
        let unfinished = unfinished.map_err(io::IntoInnerError::into_error)?;
        unfinished.as_file().sync_all()?;
        if let Ok(older) = fs::metadata(&self.target) {
            // Whoever could read the older file can read the newer one.
            let _ = unfinished.as_file().set_permissions(older.permissions());
        }
        unfinished
            .persist(&self.target)
            .map_err(|failure| failure.error)?;
        Ok(())
    }
}

impl Write for Unfinished {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// What there is to say of a file that could not be written.
pub(crate) fn not_written(path: &Path, error: &io::Error) -> Diagnostic {
    let reason = error.into();
    Problem::FileNotWritten { reason }.at(place(path))
}

/// Where a file that is named to be written stands.
pub(crate) fn place(path: &Path) -> Place {
    Place::file(path.to_string_lossy())
}

/// A link stays a link: what it leads to is written. What is neither a file nor to be made (a folder, a pipe) is refused.
fn behind_links(path: &Path) -> io::Result<PathBuf> {
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => Err(ErrorKind::IsADirectory.into()),
        Ok(found) if !found.is_file() => Err(ErrorKind::InvalidInput.into()),
        Ok(found) if found.permissions().readonly() => Err(ErrorKind::PermissionDenied.into()),
        Ok(_) => fs::canonicalize(path),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(path.to_owned()),
        Err(error) => Err(error),
    }
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        Some(_) | None => Path::new("."),
    }
}

/// A file made this way is else readable by its owner alone.
#[cfg(unix)]
fn allow_as_new(builder: &mut tempfile::Builder<'_, '_>) {
    use std::os::unix::fs::PermissionsExt;
    builder.permissions(fs::Permissions::from_mode(0o666));
}

#[cfg(not(unix))]
fn allow_as_new(_: &mut tempfile::Builder<'_, '_>) {}

/// The one real name of a file that is there or is to be made: two names of one file have the same.
pub(crate) fn real_name(path: &Path) -> PathBuf {
    if let Ok(real) = fs::canonicalize(path) {
        return real;
    }
    let name = path.file_name().unwrap_or(OsStr::new(""));
    match fs::canonicalize(folder_of(path)) {
        Ok(folder) => folder.join(name),
        Err(_) => path.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::expect_used,
        clippy::unwrap_used,
        reason = "a test stops at what it did not expect"
    )]

    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let name = |entry: io::Result<fs::DirEntry>| entry.unwrap().file_name();
        let mut names: Vec<String> = entries
            .map(|entry| name(entry).to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_is_replaced_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        fs::write(&path, "older").unwrap();
        replace(&path, |out| out.write_all(b"newer")).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "newer");
        assert_eq!(names(folder.path()), ["a.csv"]);
    }

    #[test]
    fn what_fails_half_way_leaves_the_older_file_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        fs::write(&path, "older").unwrap();
        let failed = replace(&path, |out| {
            out.write_all(&[b'x'; 100_000])?;
            Err(ErrorKind::StorageFull.into())
        });
        assert_eq!(failed.unwrap_err().code, "cli/file-not-written");
        assert_eq!(fs::read_to_string(&path).unwrap(), "older");
        assert_eq!(names(folder.path()), ["a.csv"]);
    }

    #[test]
    fn a_folder_is_no_file_to_write() {
        let folder = tempfile::tempdir().unwrap();
        assert!(replace(folder.path(), |_| Ok(())).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link() {
        let folder = tempfile::tempdir().unwrap();
        let (path, link) = (folder.path().join("a.csv"), folder.path().join("b.csv"));
        fs::write(&path, "older").unwrap();
        std::os::unix::fs::symlink(&path, &link).unwrap();
        assert_eq!(real_name(&path), real_name(&link));
        replace(&link, |out| out.write_all(b"newer")).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "newer");
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    }
}
