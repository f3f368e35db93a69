//! Three-valued logic and exact comparisons on whole numbers, written once more so that nothing of the program decides here.
//!
//! In: optional truths and counts. Out: optional truths, exact fractions. Must not know: tables, rules.

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

/// An exact fraction with a positive denominator, in lowest terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fraction {
    above: i128,
    below: i128,
}

impl Fraction {
    /// `above / below`; none if that is a division by zero.
    pub(crate) fn of(above: i128, below: i128) -> Option<Fraction> {
        let shared = common_divisor(above.abs(), below.abs());
        (below != 0).then(|| Fraction {
            above: above * below.signum() / shared,
            below: below.abs() / shared,
        })
    }

    /// A whole number.
    pub(crate) fn whole(number: i128) -> Fraction {
        Fraction {
            above: number,
            below: 1,
        }
    }

    pub(crate) fn plus(self, other: Fraction) -> Fraction {
        let above = self.above * other.below + other.above * self.below;
        Fraction::of(above, self.below * other.below).expect("no denominator is zero")
    }

    pub(crate) fn minus(self, other: Fraction) -> Fraction {
        self.plus(other.times(-1))
    }

    pub(crate) fn times(self, number: i128) -> Fraction {
        Fraction::of(self.above * number, self.below).expect("no denominator is zero")
    }

    /// Divided by a number that is not zero.
    pub(crate) fn over(self, number: i128) -> Fraction {
        Fraction::of(self.above, self.below * number).expect("a number that is not zero")
    }

    /// The greatest whole number that is not above it.
    pub(crate) fn floor(self) -> Fraction {
        Fraction::whole(self.above.div_euclid(self.below))
    }

    /// A decimal if it ends, else `n/d`.
    pub(crate) fn exact(self) -> String {
        let mut places = 0;
        let mut scaled = self;
        while scaled.below != 1 && places < 18 {
            scaled = scaled.times(10);
            places += 1;
        }
        match (scaled.below, places) {
            (1, 0) => scaled.above.to_string(),
            (1, _) => {
                let digits = format!("{:0width$}", scaled.above.abs(), width = places + 1);
                let (whole, rest) = digits.split_at(digits.len() - places);
                let sign = if self.above < 0 { "-" } else { "" };
                format!("{sign}{whole}.{rest}")
            }
            _ => format!("{}/{}", self.above, self.below),
        }
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Fraction) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Fraction) -> Ordering {
        (self.above * other.below).cmp(&(other.above * self.below))
    }
}

fn common_divisor(a: i128, b: i128) -> i128 {
    if b == 0 {
        a.max(1)
    } else {
        common_divisor(b, a % b)
    }
}
