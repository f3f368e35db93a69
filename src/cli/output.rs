//! An output that never stops the command that writes to it.
//!
//! In: text. Out: the same text on the real output, and the first failure for the end of the run. Must not know: what is written.

use std::io::{self, ErrorKind, Write};

/// An output and how it fares.
pub(crate) struct Output<'a> {
    target: &'a mut dyn Write,
    state: State,
}

enum State {
    Open,
    /// The reader has gone (`| head`): it wants no more, and that is no failure.
    Unread,
    Failed(io::Error),
}

impl<'a> Output<'a> {
    /// Takes the real output.
    pub(crate) fn new(target: &'a mut dyn Write) -> Self {
        Output {
            target,
            state: State::Open,
        }
    }

    /// Writes the text, unless an earlier one could not be written.
    pub(crate) fn text(&mut self, text: &str) {
        self.attempt(|target| target.write_all(text.as_bytes()));
    }

    /// Writes what is still held back, and tells the first failure.
    pub(crate) fn finish(&mut self) -> Option<&io::Error> {
        self.attempt(|target| target.flush());
        match &self.state {
            State::Failed(error) => Some(error),
            State::Open | State::Unread => None,
        }
    }

    /// Lets something write, unless an earlier text could not be written.
    pub(crate) fn attempt(&mut self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) {
        if let State::Open = self.state
            && let Err(error) = write(self.target)
        {
            self.state = if error.kind() == ErrorKind::BrokenPipe {
                State::Unread
            } else {
                State::Failed(error)
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Failing(ErrorKind);
    impl Write for Failing {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Err(self.0.into())
        }
    }

    #[test]
    fn a_reader_that_has_gone_is_no_failure() {
        let mut gone = Failing(ErrorKind::BrokenPipe);
        let mut output = Output::new(&mut gone);
        output.text("a");
        assert!(output.finish().is_none());
    }

    #[test]
    fn a_full_disk_is_told_at_the_end() {
        let mut full = Failing(ErrorKind::StorageFull);
        let mut output = Output::new(&mut full);
        output.text("a");
        output.text("b");
        assert_eq!(
            output.finish().map(io::Error::kind),
            Some(ErrorKind::StorageFull)
        );
    }
}
