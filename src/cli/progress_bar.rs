//! A bar on the terminal while many files are read.
//!
//! In: how many files there are, and each one that is done. Out: a bar on standard error, if that is a terminal and the work takes
//! long enough to wonder. Must not know: what is read.

use crate::cli::session::Session;
use indicatif::{ProgressBar as Bar, ProgressDrawTarget, ProgressStyle};
use std::time::{Duration, Instant};

/// Work that is done sooner needs no bar.
const PATIENCE: Duration = Duration::from_millis(500);

/// A bar, or none.
pub(crate) struct ProgressBar {
    bar: Option<Bar>,
    begun: Instant,
}

impl ProgressBar {
    /// A bar for so many files, yet unseen.
    pub(crate) fn new(files: usize, session: &Session<'_>) -> Self {
        let bar = session.messages_on_terminal.then(|| {
            let template = format!(
                "{} {{bar:30}} {{pos}}/{{len}}",
                session.locale.label("progress-bar")
            );
            let bar = Bar::with_draw_target(Some(files as u64), ProgressDrawTarget::hidden());
            match ProgressStyle::with_template(&template) {
                Ok(style) => bar.with_style(style),
                Err(_) => bar,
            }
        });
        ProgressBar {
            bar,
            begun: Instant::now(),
        }
    }

    /// One more file is done.
    pub(crate) fn advance(&self) {
        let Some(bar) = &self.bar else { return };
        bar.inc(1);
        if bar.is_hidden() && self.begun.elapsed() >= PATIENCE {
            bar.set_draw_target(ProgressDrawTarget::stderr());
        }
    }

    /// All files are done: the bar leaves nothing behind.
    pub(crate) fn finish(self) {
        if let Some(bar) = self.bar {
            bar.finish_and_clear();
        }
    }
}
