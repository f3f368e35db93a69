//! The way to a code: what must be given to the program so that it says it.

use std::ffi::OsString;
use thidua::diagnostic::Diagnostic;

/// A code and the smallest thing that brings it about.
pub(crate) struct Way {
    pub(crate) code: &'static str,
    pub(crate) reach: Reach,
}

/// How a code is brought about.
pub(crate) enum Reach {
    /// A run of the program.
    Run(Request),
    /// A piece of the program, where a whole run would need a broken disk or hours.
    Piece(fn() -> Diagnostic),
    /// Not by a test: why, in Vietnamese and in English.
    Not(&'static str, &'static str),
}

/// What a run is given.
pub(crate) struct Request {
    /// The arguments; `@name` is a file or folder that the run is given.
    pub(crate) arguments: Vec<OsString>,
    /// Files by name.
    pub(crate) files: Vec<(String, Vec<u8>)>,
    /// A workbook's sheet as text, for the document.
    pub(crate) sheet: Option<(String, String)>,
    pub(crate) world: Around,
    pub(crate) shows: Shows,
}

/// What is around the program.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Around {
    Usual,
    /// Standard output takes nothing more.
    FullDisk,
    /// Standard output stops the program where it should not.
    Fault,
    /// The environment names another language.
    Language(&'static str),
}

/// What of the input stands in the document.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Shows {
    /// The files, where they are short texts.
    Files,
    /// The command.
    Command,
    /// The command and the files.
    Both,
    /// Nothing: what the program says shows the line.
    Nothing,
    /// Not even what the program says.
    NoExample,
}

/// A run of that command.
pub(crate) fn run(code: &'static str, command: &str) -> Way {
    Way {
        code,
        reach: Reach::Run(Request {
            arguments: command.split_whitespace().map(OsString::from).collect(),
            files: Vec::new(),
            sheet: None,
            world: Around::Usual,
            shows: Shows::Command,
        }),
    }
}

pub(crate) fn piece(code: &'static str, say: fn() -> Diagnostic) -> Way {
    let reach = Reach::Piece(say);
    Way { code, reach }
}

pub(crate) fn not(code: &'static str, vi: &'static str, en: &'static str) -> Way {
    let reach = Reach::Not(vi, en);
    Way { code, reach }
}

impl Way {
    pub(crate) fn with(mut self, change: impl FnOnce(&mut Request)) -> Self {
        if let Reach::Run(request) = &mut self.reach {
            change(request);
        }
        self
    }

    pub(crate) fn file(self, name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.with(|request| {
            request.files.retain(|(known, _)| known != name);
            request.files.push((name.to_owned(), bytes.into()));
        })
    }

    /// One more argument, which may hold spaces.
    pub(crate) fn argument(self, argument: impl Into<OsString>) -> Self {
        self.with(|request| request.arguments.push(argument.into()))
    }

    pub(crate) fn around(self, world: Around) -> Self {
        self.with(|request| request.world = world)
    }

    pub(crate) fn shows(self, shows: Shows) -> Self {
        self.with(|request| request.shows = shows)
    }
}
