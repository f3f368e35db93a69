//! The members of an aggregate, summed up without losing what is open.
//!
//! In: each member's value and whether it surely belongs. Out: the count, sum, mean or extreme, or its bounds. Must not know: rows.

use crate::number::Number;
use crate::rule::expression::syntax::Aggregate;
use crate::verdict::answer::{Answer, Reason};

/// The members of an aggregate: how many surely belong, how many may, and their values.
#[derive(Default)]
pub(super) struct Members {
    sure: i64,
    maybe: i64,
    sum: Number,
    /// Known values of sure members, and of members that may belong.
    sure_values: Vec<Number>,
    maybe_values: Vec<Number>,
    open: Option<Reason>,
}

impl Members {
    pub(super) fn add(&mut self, value: Option<Answer<'_>>, sure: bool) {
        *(if sure {
            &mut self.sure
        } else {
            &mut self.maybe
        }) += 1;
        let Some(value) = value else { return };
        match (value.as_number(), sure) {
            (Some(number), true) => {
                self.sum = &self.sum + number;
                self.sure_values.push(number.clone());
            }
            (Some(number), false) => self.maybe_values.push(number.clone()),
            (None, _) => self.open = self.open.or(Some(value.reason())),
        }
    }

    pub(super) fn aggregate<'a>(self, aggregate: Aggregate) -> Answer<'a> {
        let open = self.open.or((self.maybe > 0).then_some(Reason::NoRows));
        match aggregate {
            Aggregate::Count => {
                let (low, high) = (
                    Number::from(self.sure),
                    Number::from(self.sure + self.maybe),
                );
                Answer::between(Some(low), Some(high), Reason::NoRows)
            }
            Aggregate::Sum => open.map_or(Answer::number(self.sum), Answer::Missing),
            Aggregate::Mean => match open {
                Some(reason) => Answer::Missing(reason),
                None => self
                    .sum
                    .divided_by(&Number::from(self.sure))
                    .map_or(Answer::Missing(Reason::NoRows), Answer::number),
            },
            Aggregate::Min => self.extreme(Number::min, false),
            Aggregate::Max => self.extreme(Number::max, true),
        }
    }

    /// The extreme of the known sure members bounds it on one side; on the other the members that may belong, unless a value is open.
    fn extreme<'a>(self, better: fn(Number, Number) -> Number, greatest: bool) -> Answer<'a> {
        if self.sure == 0 {
            return Answer::Missing(self.open.unwrap_or(Reason::NoRows));
        }
        let surely = self.sure_values.into_iter().reduce(better);
        let possibly = match self.open {
            Some(_) => None,
            None => surely
                .iter()
                .cloned()
                .chain(self.maybe_values)
                .reduce(better),
        };
        let (low, high) = if greatest {
            (surely, possibly)
        } else {
            (possibly, surely)
        };
        Answer::between(low, high, self.open.unwrap_or(Reason::NoRows))
    }
}
