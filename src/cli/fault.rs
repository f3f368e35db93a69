//! A fault of the program ends in a sentence and its own exit code, never in a stack of English.
//!
//! In: work that might stop where it should not. Out: what it gives, or where it stopped. Must not know: the work.

use crate::cli::problem::Problem;
use crate::diagnostic::Diagnostic;
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::sync::Mutex;

/// How many parts of a source file's path are shown.
const KEPT_PARTS: usize = 4;

/// Where the last fault stood, in the program's own source.
static LAST: Mutex<Option<String>> = Mutex::new(None);

/// Keeps the standard report of a fault off the terminal. For `main`: it acts on the whole process.
pub fn keep_quiet() {
    panic::set_hook(Box::new(remember));
}

fn remember(fault: &PanicHookInfo<'_>) {
    if let Ok(mut last) = LAST.lock() {
        *last = fault
            .location()
            .map(|at| format!("{}:{}:{}", end_of_path(at.file()), at.line(), at.column()));
    }
}

/// The last parts of a source file's path: enough to know it by, and nothing of the machine that built it.
fn end_of_path(path: &str) -> String {
    let parts: Vec<&str> = path.split(['/', '\\']).collect();
    parts[parts.len().saturating_sub(KEPT_PARTS)..].join("/")
}

/// Does the work; its outputs are not used further than to say that it failed.
///
/// # Errors
/// If the program has a fault there.
pub(crate) fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, Diagnostic> {
    panic::catch_unwind(AssertUnwindSafe(work)).map_err(|_| {
        let at = LAST.lock().ok().and_then(|mut last| last.take());
        Problem::ProgramFault {
            at: at.unwrap_or_else(|| "?".to_owned()),
        }
        .diagnostic()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_placed_without_the_machine_that_built_the_program() {
        assert_eq!(
            end_of_path("/opt/registry/src/index/calamine-0.38.0/src/xls.rs"),
            "index/calamine-0.38.0/src/xls.rs"
        );
        assert_eq!(end_of_path("src\\cli.rs"), "src/cli.rs");
    }

    #[test]
    fn a_fault_becomes_a_finding() {
        let fault = guarded(|| [0][std::hint::black_box(1)]).map(|_: i32| ());
        assert_eq!(fault.map_err(|d| d.code), Err("cli/program-fault"));
        assert_eq!(guarded(|| 1), Ok(1));
    }
}
