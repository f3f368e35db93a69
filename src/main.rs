//! The program: hands the real world to the command line.
//!
//! In: the process's arguments, environment, clock and terminal. Out: its outputs and exit code. Must not know: anything else.

use std::io::{self, BufWriter, IsTerminal as _};
use terminal_size::Width;
use thidua::cli::{self, World};

fn main() -> std::process::ExitCode {
    cli::fault::keep_quiet();
    let mut world = World {
        stdout: &mut BufWriter::new(io::stdout().lock()),
        stderr: &mut io::stderr().lock(),
        environment: &|name| std::env::var(name).ok(),
        today: chrono::Local::now().date_naive(),
        terminal: terminal_size::terminal_size_of(io::stdout())
            .map(|(Width(columns), _)| usize::from(columns)),
        stderr_is_terminal: io::stderr().is_terminal(),
    };
    cli::run(std::env::args_os().skip(1), &mut world)
        .number()
        .into()
}
