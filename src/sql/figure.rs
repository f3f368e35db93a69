//! Figures that are settled, and figures of which only bounds are known: `count` and `min` over rows that may not belong.
//!
//! In: fractions as SQL. Out: the same combined, as `verdict::evaluate` combines answers. Must not know: rules, columns.

use super::number::{Fraction, Sign, Whole, common};
use super::truth::Truth;
use crate::rule::expression::syntax::Comparison;
use num_bigint::BigInt;
use num_traits::Zero;

/// A number as SQL.
#[derive(Clone, Debug)]
pub(super) enum Figure {
    /// A value, or NULL.
    Settled(Fraction),
    /// The least and the greatest it can be, over one denominator: the same where it is settled, NULL where there is no bound.
    Bounded {
        low: Whole,
        high: Whole,
        bottom: Whole,
    },
}

impl Figure {
    pub(super) fn whole(top: Whole) -> Self {
        Figure::Settled(Fraction::whole(top))
    }

    fn parts(&self) -> (Whole, Whole, Whole) {
        match self {
            Figure::Settled(Fraction { top, bottom }) => (top.clone(), top.clone(), bottom.clone()),
            Figure::Bounded { low, high, bottom } => (low.clone(), high.clone(), bottom.clone()),
        }
    }

    /// The value where it is settled, else NULL.
    pub(super) fn settled(&self) -> Fraction {
        match self {
            Figure::Settled(fraction) => fraction.clone(),
            Figure::Bounded { low, high, bottom } => Fraction {
                top: Whole::closed(
                    format!("CASE WHEN {} = {} THEN {} END", low.sql, high.sql, low.sql),
                    low.sign,
                ),
                bottom: bottom.clone(),
            },
        }
    }

    pub(super) fn negated(&self) -> Figure {
        match self {
            Figure::Settled(fraction) => Figure::Settled(fraction.negated()),
            Figure::Bounded { low, high, bottom } => {
                let zero = Whole::literal(BigInt::zero());
                Figure::Bounded {
                    low: zero.minus(high),
                    high: zero.minus(low),
                    bottom: bottom.clone(),
                }
            }
        }
    }

    pub(super) fn plus(&self, other: &Figure) -> Figure {
        if let (Figure::Settled(left), Figure::Settled(right)) = (self, other) {
            return Figure::Settled(left.plus(right));
        }
        let ((a, b, left), (c, d, right)) = (self.parts(), other.parts());
        let (left, right, bottom) = common(&left, &right);
        Figure::Bounded {
            low: a.times(&left).plus(&c.times(&right)),
            high: b.times(&left).plus(&d.times(&right)),
            bottom,
        }
    }

    pub(super) fn minus(&self, other: &Figure) -> Figure {
        match (self, other) {
            (Figure::Settled(left), Figure::Settled(right)) => Figure::Settled(left.minus(right)),
            (Figure::Settled(_) | Figure::Bounded { .. }, _) => self.plus(&other.negated()),
        }
    }

    /// None for two that are both open: their product has no bounds that this program would know either way.
    pub(super) fn times(&self, other: &Figure) -> Option<Figure> {
        match (self, other) {
            (Figure::Settled(left), Figure::Settled(right)) => {
                Some(Figure::Settled(left.times(right)))
            }
            (Figure::Settled(factor), open @ Figure::Bounded { .. })
            | (open @ Figure::Bounded { .. }, Figure::Settled(factor)) => Some(open.scaled(factor)),
            (Figure::Bounded { .. }, Figure::Bounded { .. }) => None,
        }
    }

    /// A negative factor turns the bounds round.
    fn scaled(&self, factor: &Fraction) -> Figure {
        let (low, high, bottom) = self.parts();
        let (low, high) = (low.times(&factor.top), high.times(&factor.top));
        let (low, high) = match (factor.top.sign, &factor.top.constant) {
            (Sign::Any, Some(_)) => (high, low),
            (Sign::Any, None) => {
                let chosen = |below: &Whole, otherwise: &Whole| {
                    Whole::closed(
                        format!(
                            "CASE WHEN {} < 0 THEN {} ELSE {} END",
                            factor.top.sql, below.sql, otherwise.sql
                        ),
                        Sign::Any,
                    )
                };
                (chosen(&high, &low), chosen(&low, &high))
            }
            (Sign::NotNegative | Sign::Positive, _) => (low, high),
        };
        Figure::Bounded {
            low,
            high,
            bottom: bottom.times(&factor.bottom),
        }
    }

    /// Decided where it comes out the same all over the bounds.
    pub(super) fn compared(&self, comparison: Comparison, other: &Figure) -> Truth {
        if let (Figure::Settled(left), Figure::Settled(right)) = (self, other) {
            let (left, right) = left.crossed(right);
            return Truth::compared(&left.sql, comparison, &right.sql);
        }
        let ((a, b, left), (c, d, right)) = (self.parts(), other.parts());
        let (left, right) = match (&left.constant, &right.constant) {
            (Some(_), Some(_)) => {
                let (left, right, _) = common(&left, &right);
                (left, right)
            }
            (Some(_) | None, _) => (right, left),
        };
        let (low, high) = (a.times(&left).sql, b.times(&left).sql);
        let (other_low, other_high) = (c.times(&right).sql, d.times(&right).sql);
        let always_less = format!("{high} < {other_low}");
        let never_greater = format!("{high} <= {other_low}");
        let always_greater = format!("{low} > {other_high}");
        let never_less = format!("{low} >= {other_high}");
        let apart = format!("{always_less} OR {always_greater}");
        let same = format!("{low} = {other_high} AND {high} = {other_low}");
        match comparison {
            Comparison::Less => Truth::decided(&always_less, &never_less),
            Comparison::AtMost => Truth::decided(&never_greater, &always_greater),
            Comparison::Greater => Truth::decided(&always_greater, &never_greater),
            Comparison::AtLeast => Truth::decided(&never_less, &always_less),
            Comparison::Equal => Truth::decided(&same, &apart),
            Comparison::NotEqual => Truth::decided(&apart, &same),
        }
    }

    /// `if condition then yes else no`; an undecided condition does not matter between equal values.
    pub(super) fn chosen(condition: &Truth, yes: &Figure, no: &Figure, kind: &str) -> Figure {
        let (yes_value, no_value) = (
            Figure::Settled(yes.settled()),
            Figure::Settled(no.settled()),
        );
        let equal = yes_value.compared(Comparison::Equal, &no_value);
        let case = |yes: &Whole, no: &Whole| {
            if yes == no && yes.constant.is_some() {
                return yes.clone();
            }
            let sign = match (yes.sign, no.sign) {
                (Sign::Positive, Sign::Positive) => Sign::Positive,
                (Sign::Any, _) | (_, Sign::Any) => Sign::Any,
                (Sign::NotNegative | Sign::Positive, Sign::NotNegative | Sign::Positive) => {
                    Sign::NotNegative
                }
            };
            Whole::closed(
                condition.case(&yes.typed(kind), &no.typed(kind), &equal),
                sign,
            )
        };
        let ((a, b, left), (c, d, right)) = (yes.parts(), no.parts());
        let bottom = case(&left, &right);
        match (yes, no) {
            (Figure::Settled(_), Figure::Settled(_)) => Figure::Settled(Fraction {
                top: case(&a, &c),
                bottom,
            }),
            (Figure::Settled(_) | Figure::Bounded { .. }, _) => Figure::Bounded {
                low: case(&a, &c),
                high: case(&b, &d),
                bottom,
            },
        }
    }
}

/// The least or greatest of figures.
pub(super) struct Extreme {
    pub(super) value: Whole,
    /// The condition that one of them is missing.
    pub(super) missing: String,
    pub(super) bottom: Whole,
}

/// Brings the fractions over one denominator and takes the least or greatest of those that are known.
pub(super) fn extreme(function: &str, figures: &[Fraction], kind: &str) -> Extreme {
    let bottoms: Vec<Whole> = figures.iter().map(|f| never_null(&f.bottom)).collect();
    let mut bottom = Whole::one();
    for one in &bottoms {
        (_, _, bottom) = common(&bottom, one);
    }
    let tops: Vec<Whole> = figures
        .iter()
        .map(|figure| match figure.bottom.constant {
            Some(_) => figure.top.clone(),
            None => Whole::closed(
                format!(
                    "CASE WHEN {} IS NOT NULL THEN {} END",
                    figure.bottom.sql, figure.top.sql
                ),
                figure.top.sign,
            ),
        })
        .collect();
    let shared = bottoms.iter().all(|one| *one == bottom);
    let over: Vec<String> = (0..tops.len())
        .map(|at| {
            let factor = if shared {
                Whole::one()
            } else {
                factor_of(&bottoms, at, &bottom)
            };
            tops[at].times(&factor).typed(kind)
        })
        .collect();
    let value = match over.as_slice() {
        [only] => format!("({only})"),
        several => format!("{function}({})", several.join(", ")),
    };
    let signs_known = tops.iter().all(|top| top.sign != Sign::Any);
    let missing: Vec<String> = tops
        .iter()
        .map(|top| format!("{} IS NULL", top.tight()))
        .collect();
    Extreme {
        value: Whole::closed(
            value,
            if signs_known {
                Sign::NotNegative
            } else {
                Sign::Any
            },
        ),
        missing: missing.join(" OR "),
        bottom,
    }
}

/// The common denominator over one of those it was made of.
fn factor_of(bottoms: &[Whole], at: usize, all: &Whole) -> Whole {
    if let (Some(own), Some(all)) = (&bottoms[at].constant, &all.constant) {
        return Whole::literal(all / own);
    }
    let mut factor = Whole::one();
    for (other, bottom) in bottoms.iter().enumerate() {
        if other != at {
            factor = factor.times(bottom);
        }
    }
    factor
}

fn never_null(bottom: &Whole) -> Whole {
    match bottom.constant {
        Some(_) => bottom.clone(),
        None => Whole::closed(format!("COALESCE({}, 1)", bottom.sql), Sign::Positive),
    }
}
