//! Three-valued logic and exact comparisons on whole numbers, written once more so that nothing of the program decides here.
//!
//! In: optional truths and counts. Out: optional truths. Must not know: tables, rules.

use std::cmp::Ordering;

/// True, false, or (`None`) not decided.
pub(crate) type Answer = Option<bool>;

/// False as soon as one is false, else undecided as soon as one is.
pub(crate) fn all(answers: impl IntoIterator<Item = Answer>) -> Answer {
    let answers: Vec<Answer> = answers.into_iter().collect();
    if answers.contains(&Some(false)) {
        Some(false)
    } else if answers.contains(&None) {
        None
    } else {
        Some(true)
    }
}

/// True as soon as one is true, else undecided as soon as one is.
pub(crate) fn any(answers: impl IntoIterator<Item = Answer>) -> Answer {
    not(all(answers.into_iter().map(not)))
}

/// The opposite, where there is one.
pub(crate) fn not(answer: Answer) -> Answer {
    answer.map(|answer| !answer)
}

/// A share of a whole, such as poor households of all households; none if the whole is nothing.
#[derive(Clone, Copy)]
pub(crate) struct Share {
    part: i128,
    whole: i128,
}

impl Share {
    /// The share, if both figures are known.
    pub(crate) fn of(part: Option<i128>, whole: Option<i128>) -> Option<Share> {
        let (part, whole) = (part?, whole?);
        (whole > 0).then_some(Share { part, whole })
    }

    /// How the fall from this share to a later one compares with so many hundredths of a percentage point.
    pub(crate) fn fall_against(self, later: Share, hundredths: i128) -> Ordering {
        let fall = self.part * later.whole - later.part * self.whole;
        (fall * 10_000).cmp(&(hundredths * self.whole * later.whole))
    }
}
