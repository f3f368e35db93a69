//! What must hold of any bytes whatever. The fuzzers and `cargo test` call the same functions, one a target.
//!
//! In: bytes. Out: whether they were taken; where something does not hold, an assertion stops the run. A refusal is always right, if
//! it can be said.
#![allow(
    unreachable_pub,
    clippy::expect_used,
    clippy::panic,
    reason = "the fuzzers have it from a library, and a run stops at what must not be"
)]

mod expressions;
mod rules;
mod said;
mod tables;
mod verdicts;

use std::ffi::OsStr;
use std::panic::{self, Location};
use std::path::Path;

/// A kind of input, and what must hold of it.
pub struct Target {
    pub name: &'static str,
    /// Whether the input was taken; a refusal is as right.
    pub run: fn(&[u8]) -> bool,
}

/// Every target; one of the same name in `fuzz_targets/` each.
pub const TARGETS: &[Target] = &[
    Target {
        name: "csv",
        run: csv,
    },
    Target {
        name: "xlsx",
        run: tables::hold,
    },
    Target {
        name: "xls",
        run: tables::hold,
    },
    Target {
        name: "ods",
        run: tables::hold,
    },
    Target {
        name: "yaml",
        run: rules::hold,
    },
    Target {
        name: "expression",
        run: expressions::hold,
    },
    Target {
        name: "check",
        run: verdicts::hold,
    },
];

/// The target of that name.
pub fn target(name: &str) -> &'static Target {
    let found = TARGETS.iter().find(|target| target.name == name);
    found.unwrap_or_else(|| panic!("no target {name}"))
}

/// Keeps quiet about what stops in a library that we read with: whoever calls it must answer for that, and if nobody does, the run
/// stops.
pub fn keep_quiet_about_libraries() {
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |fault| {
        let is_of_a_library = |at: &Location<'_>| {
            let mut parts = Path::new(at.file()).components();
            parts.any(|part| {
                ["registry", "rustc", "vendor"]
                    .map(OsStr::new)
                    .contains(&part.as_os_str())
            })
        };
        if !fault.location().is_some_and(is_of_a_library) {
            before(fault);
        }
    }));
}

/// Delimited text, by what it seems and by what the user may say that it is.
fn csv(bytes: &[u8]) -> bool {
    tables::hold_in_an_encoding(bytes);
    rules::roster_holds(bytes);
    tables::hold(bytes)
}
