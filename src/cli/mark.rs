//! `check --mark`: marked copies of the files in which something was found, to be sent back to whoever filled them in.
//!
//! In: the report, the files that were read, a folder. Out: copies in that folder, and how many; what could not be copied. Must not
//! know: how a copy is marked.

use crate::cli::ExitCode;
use crate::cli::arguments::CheckArguments;
use crate::cli::problem::Problem;
use crate::cli::session::Session;
use crate::cli::walk::{NamedFile, walk};
use crate::cli::writing::{place, real_name, replace};
use crate::diagnostic::{Argument, Diagnostic, Diagnostics};
use crate::place::Place;
use crate::report::Report;
use crate::report::mark::{Copy, Findings};
use crate::table;
use crate::text::nfc;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ffi::OsStr;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// What a copy ends in that is of another kind than its file.
const NEW_KIND: &str = ".xlsx";
/// How names of files end, in lower case, whose copies are of the same kind, unless they hold something else than their names say.
const KEEP_KIND: [&str; 2] = ["xlsx", "xlsm"];

/// Which copy each file would get.
#[derive(Debug)]
pub(crate) struct Plan {
    folder: PathBuf,
    /// By the file's shown name: where it is, and where its copy would be.
    files: HashMap<String, (PathBuf, PathBuf)>,
}

impl Plan {
    /// Decides it before anything is read; none if no copies are asked for.
    ///
    /// # Errors
    /// If copies would come to lie among the files that are read, over one of them, or over each other.
    pub(crate) fn of(request: &CheckArguments) -> Result<Option<Plan>, Diagnostics> {
        let Some(folder) = &request.mark else {
            return Ok(None);
        };
        let mut wrong = Diagnostics::default();
        let real_folder = real(folder);
        for named in request.data.iter().filter(|named| named.is_dir()) {
            if real_folder.starts_with(real(named)) {
                let named = named.to_string_lossy().into_owned();
                let problem = Problem::MarkFolderIsRead { read: named };
                wrong.push(problem.at(place(folder)));
            }
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let plan = Plan {
            files: targets(&request.data, folder),
            folder: folder.clone(),
        };
        wrong.extend(plan.clashes(request));
        match wrong.is_empty() {
            true => Ok(Some(plan)),
            false => Err(wrong),
        }
    }

    /// Copies that would be written over a file that is read, or over another copy.
    fn clashes(&self, request: &CheckArguments) -> Vec<Diagnostic> {
        let others = request.options.waivers.iter().chain(&request.options.rules);
        let of_data = self.files.values().map(|(path, _)| path);
        let read: HashSet<PathBuf> = of_data.chain(others).map(|path| real_name(path)).collect();
        let mut by_target: BTreeMap<String, Vec<&String>> = BTreeMap::new();
        let mut wrong = Vec::new();
        let mut sorted: Vec<(&String, &(PathBuf, PathBuf))> = self.files.iter().collect();
        sorted.sort();
        for (shown, (_, target)) in sorted {
            by_target
                .entry(key(&expected(target)))
                .or_default()
                .push(shown);
            for target in [target.clone(), of_new_kind(target)] {
                if read.contains(&real_name(&target)) {
                    wrong.push(Problem::OutputIsInput {}.at(place(&target)));
                }
            }
        }
        let twice = by_target.into_values().filter(|shown| shown.len() > 1);
        wrong.extend(twice.map(|shown| {
            let mut finding = Problem::CopiesOfOneName {}.diagnostic();
            finding.places = shown
                .into_iter()
                .map(|shown| Place::file(shown.as_str()))
                .collect();
            finding
        }));
        wrong
    }

    /// Makes the copies, and says how many.
    pub(crate) fn carry_out(
        &self,
        report: &Report<'_>,
        request: &CheckArguments,
        session: &mut Session<'_>,
    ) -> ExitCode {
        let options = table::Options {
            encoding: request.options.encoding,
        };
        let (mut said, mut made, mut code) = (Vec::new(), 0_u64, ExitCode::Clean);
        let inputs = &report.verdicts.facts().inputs;
        let findings = Findings::of(report, &session.locale);
        let mut taken = self.inputs();
        for file in findings.files() {
            let account = inputs.iter().find(|input| input.path == *file);
            let sha256 = account.map_or("", |account| &account.sha256);
            match self.copy(file, sha256, &findings, &options, &mut taken) {
                Ok(notes) => {
                    made += 1;
                    said.extend(notes);
                }
                Err(finding) => {
                    code = ExitCode::Unwritten;
                    said.push(finding);
                }
            }
        }
        let read = u64::try_from(inputs.len()).unwrap_or(u64::MAX);
        drop(findings);
        for finding in &said {
            session.show(finding);
        }
        if !request.options.quiet {
            self.say(made, read, session);
        }
        code
    }

    /// The files that were read, none of which a copy may replace.
    fn inputs(&self) -> HashSet<String> {
        let read = self.files.values().map(|(path, _)| path);
        read.map(|path| key(&real_name(path))).collect()
    }

    fn say(&self, made: u64, read: u64, session: &mut Session<'_>) {
        let count = |count: u64| {
            let count = i64::try_from(count).unwrap_or(i64::MAX).into();
            session.locale.number(&count, 0)
        };
        let (made, read) = (count(made), count(read));
        let folder = self.folder.to_string_lossy();
        let arguments = [
            ("made", made.as_str()),
            ("read", &read),
            ("folder", &folder),
        ];
        let line = session.locale.label_with("mark-done", &arguments);
        session.say(&line);
    }

    /// Makes one copy; gives what there is to say about it.
    fn copy(
        &self,
        file: &str,
        sha256: &str,
        findings: &Findings<'_>,
        options: &table::Options,
        taken: &mut HashSet<String>,
    ) -> Result<Vec<Diagnostic>, Diagnostic> {
        let at = || Place::file(file);
        let changed = || Problem::CopyOfChanged {}.at(at());
        let (path, target) = self.files.get(file).ok_or_else(changed)?;
        let bytes = fs::read(path).map_err(|error| {
            let reason = (&error).into();
            Problem::Unreadable { reason }.at(at())
        })?;
        if table::sha256(&bytes) != sha256 {
            return Err(changed());
        }
        let copy = findings.copy(file, &bytes, options).map_err(|unfit| {
            let reason = Argument::Label(unfit.label());
            Problem::CopyNotMade { reason }.at(at())
        })?;
        let mut target = match copy.is_new_kind {
            true => of_new_kind(target),
            false => target.clone(),
        };
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder).map_err(|error| {
                let reason = (&error).into();
                Problem::FileNotWritten { reason }.at(place(&target))
            })?;
        }
        // A file that holds something else than its name says may get a name that another's copy has.
        while !taken.insert(key(&real_name(&target))) {
            target = of_new_kind(&target);
        }
        replace(&target, |out| out.write_all(&copy.bytes))?;
        Ok(notes(&copy, &target))
    }
}

fn notes(copy: &Copy, target: &Path) -> Vec<Diagnostic> {
    let values_only = copy.values_only.map(|unfit| {
        let reason = Argument::Label(unfit.label());
        Problem::CopyOfValues { reason }
    });
    let signed = copy.is_signed.then_some(Problem::CopySigned {});
    let all = values_only.into_iter().chain(signed);
    all.map(|problem| problem.at(place(target))).collect()
}

/// Where the copy of each file would be: below the folder as the file is below what was named. Where two would be one, below the name
/// of what was named too.
fn targets(data: &[PathBuf], folder: &Path) -> HashMap<String, (PathBuf, PathBuf)> {
    let mut below: Vec<(NamedFile, PathBuf, PathBuf)> = Vec::new();
    for file in walk(data).files {
        let named = data.iter().find(|named| is_below(&file.path, named));
        let (short, long) = named_below(&file.path, named.map(PathBuf::as_path));
        below.push((file, short, long));
    }
    let mut count: HashMap<String, usize> = HashMap::new();
    for (_, short, _) in &below {
        *count.entry(key(&expected(short))).or_default() += 1;
    }
    let target = |(file, short, long): (NamedFile, PathBuf, PathBuf)| {
        let name = match count.get(&key(&expected(&short))) {
            Some(1) => short,
            Some(_) | None => long,
        };
        (file.shown.to_string(), (file.path, folder.join(name)))
    };
    below.into_iter().map(target).collect()
}

/// What names have in common that some system takes for one.
fn key(path: &Path) -> String {
    nfc(&path.to_string_lossy()).to_lowercase()
}

/// The name that a copy gets if its file holds what the name says.
fn expected(target: &Path) -> PathBuf {
    let extension = target.extension().map(OsStr::to_ascii_lowercase);
    match extension.is_some_and(|it| KEEP_KIND.iter().any(|kept| it == *kept)) {
        true => target.to_owned(),
        false => of_new_kind(target),
    }
}

fn is_below(path: &Path, named: &Path) -> bool {
    path == named || named.is_dir() && path.starts_with(named)
}

/// A file's way down from what was named, and the same with the name of the folder above.
fn named_below(path: &Path, named: Option<&Path>) -> (PathBuf, PathBuf) {
    let name = PathBuf::from(path.file_name().unwrap_or(OsStr::new("?")));
    let (short, above) = match named {
        Some(named) if named != path => {
            let short = path.strip_prefix(named).map_or(name, Path::to_owned);
            (short, Some(named.to_owned()))
        }
        Some(_) | None => (name, path.parent().map(Path::to_owned)),
    };
    let above = above.map(|above| real(&above));
    let above = above.as_deref().and_then(Path::file_name);
    let long = Path::new(above.unwrap_or(OsStr::new(""))).join(&short);
    (short, long)
}

fn of_new_kind(target: &Path) -> PathBuf {
    let mut name = target.as_os_str().to_owned();
    name.push(NEW_KIND);
    PathBuf::from(name)
}

/// The one name of a folder that need not be there yet, nor the folders above it.
fn real(path: &Path) -> PathBuf {
    let mut known = PathBuf::new();
    let start = match path.is_absolute() {
        true => PathBuf::new(),
        false => fs::canonicalize(".").unwrap_or_default(),
    };
    known.push(start);
    for step in path.components() {
        match step {
            Component::CurDir => {}
            Component::ParentDir => drop(known.pop()),
            Component::Prefix(_) | Component::RootDir | Component::Normal(_) => known.push(step),
        }
        if let Ok(real) = fs::canonicalize(&known) {
            known = real;
        }
    }
    known
}
