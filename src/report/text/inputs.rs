//! The head of the text report: what was read, what is not there.
//!
//! In: what is told of the files. Out: lines. Must not know: verdicts.

use super::Page;
use std::io;

impl Page<'_, '_> {
    pub(super) fn inputs(&mut self) -> io::Result<()> {
        let mut lines = vec![self.teller.read()];
        lines.extend(self.teller.refused());
        lines.extend(self.teller.absent());
        lines.extend(self.teller.not_checked());
        self.lines("", 2, &lines)
    }
}
