//! The exit codes, the same for every command.
//!
//! In: what a run came to. Out: a number for scripts and its meaning for help texts. Must not know: the commands.

/// What a run came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ExitCode {
    /// Everything was checked and nothing is against the rules.
    Clean,
    /// Something is against the rules.
    Against,
    /// Nothing is, but something could not be decided for lack of data.
    Undecided,
    /// An input was refused, or nothing at all could be judged.
    Refused,
    /// The rule set or the request itself is wrong; nothing was checked.
    Request,
    /// An output could not be written.
    Unwritten,
    /// The command line was not understood.
    Usage,
    /// A fault of the program.
    Fault,
}

/// A line of the table of exit codes.
struct Line {
    /// What scripts see; never renumbered.
    number: u8,
    /// Which of two outcomes a run reports: the one with the greater weight.
    weight: u8,
    /// Key of its meaning in the `.ftl` files.
    meaning: &'static str,
}

impl ExitCode {
    /// All of them, by number.
    pub const ALL: [ExitCode; 8] = [
        ExitCode::Clean,
        ExitCode::Against,
        ExitCode::Undecided,
        ExitCode::Refused,
        ExitCode::Request,
        ExitCode::Unwritten,
        ExitCode::Usage,
        ExitCode::Fault,
    ];

    /// The table that everything else reads.
    const fn line(self) -> Line {
        let (number, weight, meaning) = match self {
            ExitCode::Clean => (0, 0, "exit-clean"),
            ExitCode::Against => (1, 2, "exit-against"),
            ExitCode::Undecided => (2, 1, "exit-undecided"),
            ExitCode::Refused => (3, 3, "exit-refused"),
            ExitCode::Request => (4, 4, "exit-request"),
            ExitCode::Unwritten => (5, 5, "exit-unwritten"),
            ExitCode::Usage => (64, 6, "exit-usage"),
            ExitCode::Fault => (70, 7, "exit-fault"),
        };
        Line {
            number,
            weight,
            meaning,
        }
    }

    /// What scripts see.
    pub const fn number(self) -> u8 {
        self.line().number
    }

    /// Key of its meaning in the `.ftl` files.
    pub const fn meaning(self) -> &'static str {
        self.line().meaning
    }

    /// The one of two outcomes that a run reports.
    pub fn or(self, other: ExitCode) -> ExitCode {
        if other.line().weight > self.line().weight {
            other
        } else {
            self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_are_those_that_scripts_rely_on() {
        assert_eq!(
            ExitCode::ALL.map(ExitCode::number),
            [0, 1, 2, 3, 4, 5, 64, 70]
        );
    }

    #[test]
    fn five_beats_three_beats_one_beats_two_beats_nought() {
        let falling = [
            ExitCode::Unwritten,
            ExitCode::Refused,
            ExitCode::Against,
            ExitCode::Undecided,
            ExitCode::Clean,
        ];
        for (index, worse) in falling.into_iter().enumerate() {
            for better in falling.into_iter().skip(index) {
                assert_eq!(worse.or(better), worse);
                assert_eq!(better.or(worse), worse);
            }
        }
    }
}
