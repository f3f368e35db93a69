//! Exact arithmetic as text: every number is a whole numerator over a whole denominator above 0, so that nothing is ever divided.
//!
//! In: pieces of SQL that give whole numbers. Out: pieces of SQL for sums, products, remainders. A figure is missing where its
//! numerator or its denominator is NULL. Must not know: rules, columns.

use num_bigint::{BigInt, Sign as BigSign};
use num_integer::Integer;
use num_traits::{One, Signed, Zero};

/// What is known of a whole number's sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// Nothing.
    Any,
    /// Not below 0.
    NotNegative,
    /// Above 0.
    Positive,
}

/// A piece of SQL that gives a whole number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Whole {
    pub(super) sql: String,
    /// Whether it must stand in parentheses beside `*` and `-`.
    loose: bool,
    pub(super) constant: Option<BigInt>,
    pub(super) sign: Sign,
}

impl Whole {
    /// A column, a function's value, a CASE: whatever binds more closely than any operator.
    pub(super) fn closed(sql: String, sign: Sign) -> Self {
        Whole {
            sql,
            loose: false,
            constant: None,
            sign,
        }
    }

    pub(super) fn literal(value: BigInt) -> Self {
        Whole {
            sql: value.to_string(),
            loose: value.is_negative(),
            sign: match value.sign() {
                BigSign::Minus => Sign::Any,
                BigSign::NoSign => Sign::NotNegative,
                BigSign::Plus => Sign::Positive,
            },
            constant: Some(value),
        }
    }

    pub(super) fn one() -> Self {
        Whole::literal(BigInt::one())
    }

    pub(super) fn is_one(&self) -> bool {
        self.constant.as_ref().is_some_and(One::is_one)
    }

    /// As it stands beside `*` or to the right of `-`.
    pub(super) fn tight(&self) -> String {
        if self.loose {
            format!("({})", self.sql)
        } else {
            self.sql.clone()
        }
    }

    pub(super) fn times(&self, other: &Whole) -> Whole {
        if let (Some(a), Some(b)) = (&self.constant, &other.constant) {
            return Whole::literal(a * b);
        }
        if self.is_one() {
            return other.clone();
        }
        if other.is_one() {
            return self.clone();
        }
        Whole {
            sql: format!("{} * {}", self.tight(), other.tight()),
            loose: false,
            constant: None,
            sign: match (self.sign, other.sign) {
                (Sign::Positive, Sign::Positive) => Sign::Positive,
                (Sign::Any, _) | (_, Sign::Any) => Sign::Any,
                (Sign::NotNegative | Sign::Positive, Sign::NotNegative | Sign::Positive) => {
                    Sign::NotNegative
                }
            },
        }
    }

    pub(super) fn plus(&self, other: &Whole) -> Whole {
        self.joined("+", other, |a, b| a + b)
    }

    pub(super) fn minus(&self, other: &Whole) -> Whole {
        self.joined("-", other, |a, b| a - b)
    }

    fn joined(&self, sign: &str, other: &Whole, fold: fn(&BigInt, &BigInt) -> BigInt) -> Whole {
        if let (Some(a), Some(b)) = (&self.constant, &other.constant) {
            return Whole::literal(fold(a, b));
        }
        Whole {
            sql: format!("{} {sign} {}", self.sql, other.tight()),
            loose: true,
            constant: None,
            sign: match (sign, self.sign, other.sign) {
                ("-", _, _) | (_, Sign::Any, _) | (_, _, Sign::Any) => Sign::Any,
                (_, Sign::Positive, _) | (_, _, Sign::Positive) => Sign::Positive,
                (_, Sign::NotNegative, Sign::NotNegative) => Sign::NotNegative,
            },
        }
    }

    /// The remainder of a division by what is above 0; its sign is that of the dividend, in every dialect.
    pub(super) fn remainder(&self, divisor: &Whole) -> Whole {
        Whole::closed(format!("(({}) % ({}))", self.sql, divisor.sql), self.sign)
    }

    pub(super) fn magnitude(&self) -> Whole {
        match (&self.constant, self.sign) {
            (Some(constant), _) => Whole::literal(constant.abs()),
            (None, Sign::Any) => Whole::closed(format!("ABS({})", self.sql), Sign::NotNegative),
            (None, Sign::NotNegative | Sign::Positive) => self.clone(),
        }
    }

    /// −1 or 1. Literals alone would be counted in 32 bits.
    fn direction(&self, kind: &str) -> Whole {
        Whole::closed(
            format!(
                "CAST(CASE WHEN {} < 0 THEN -1 ELSE 1 END AS {kind})",
                self.sql
            ),
            Sign::Any,
        )
    }

    /// As a value of the type that everything is computed in.
    pub(super) fn typed(&self, kind: &str) -> String {
        match self.constant {
            Some(_) => format!("CAST({} AS {kind})", self.sql),
            None => self.sql.clone(),
        }
    }
}

/// A number: a numerator over a denominator above 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fraction {
    pub(super) top: Whole,
    pub(super) bottom: Whole,
}

impl Fraction {
    pub(super) fn whole(top: Whole) -> Self {
        Fraction {
            top,
            bottom: Whole::one(),
        }
    }

    pub(super) fn times(&self, other: &Fraction) -> Fraction {
        Fraction {
            top: self.top.times(&other.top),
            bottom: self.bottom.times(&other.bottom),
        }
    }

    pub(super) fn negated(&self) -> Fraction {
        Fraction {
            top: Whole::literal(BigInt::zero()).minus(&self.top),
            bottom: self.bottom.clone(),
        }
    }

    /// One over it: NULL where it is 0. `kind` is the type that everything is computed in.
    pub(super) fn inverse(&self, kind: &str) -> Fraction {
        let top = &self.top;
        if let Some(constant) = &top.constant {
            if constant.is_zero() {
                let never = Whole::closed(format!("CAST(NULL AS {kind})"), Sign::Positive);
                return Fraction {
                    top: self.bottom.clone(),
                    bottom: never,
                };
            }
            let sign = Whole::literal(constant.signum());
            return Fraction {
                top: self.bottom.times(&sign),
                bottom: Whole::literal(constant.abs()),
            };
        }
        let not_zero = match top.sign {
            Sign::Positive => top.clone(),
            Sign::NotNegative => Whole::closed(format!("NULLIF({}, 0)", top.sql), Sign::Positive),
            Sign::Any => Whole::closed(format!("ABS(NULLIF({}, 0))", top.sql), Sign::Positive),
        };
        let over = match top.sign {
            Sign::Any => self.bottom.times(&top.direction(kind)),
            Sign::NotNegative | Sign::Positive => self.bottom.clone(),
        };
        Fraction {
            top: over,
            bottom: not_zero,
        }
    }

    pub(super) fn plus(&self, other: &Fraction) -> Fraction {
        self.joined(other, Whole::plus)
    }

    pub(super) fn minus(&self, other: &Fraction) -> Fraction {
        self.joined(other, Whole::minus)
    }

    fn joined(&self, other: &Fraction, join: fn(&Whole, &Whole) -> Whole) -> Fraction {
        let (left, right, bottom) = common(&self.bottom, &other.bottom);
        Fraction {
            top: join(&self.top.times(&left), &other.top.times(&right)),
            bottom,
        }
    }

    /// Both numerators over one denominator, for a comparison. A denominator that is NULL stays in one of them.
    pub(super) fn crossed(&self, other: &Fraction) -> (Whole, Whole) {
        let constants = self.bottom.constant.is_some() && other.bottom.constant.is_some();
        if constants {
            let (left, right, _) = common(&self.bottom, &other.bottom);
            return (self.top.times(&left), other.top.times(&right));
        }
        (self.top.times(&other.bottom), other.top.times(&self.bottom))
    }

    pub(super) fn magnitude(&self) -> Fraction {
        Fraction {
            top: self.top.magnitude(),
            bottom: self.bottom.clone(),
        }
    }

    /// Cut off after so many places.
    pub(super) fn truncated(&self, places: u32) -> Fraction {
        let power = Whole::literal(BigInt::from(10).pow(places));
        let scaled = self.top.times(&power);
        Fraction {
            top: scaled.minus(&scaled.remainder(&self.bottom)),
            bottom: self.bottom.times(&power),
        }
    }

    /// To so many places, halves away from 0.
    pub(super) fn rounded(&self, places: u32, kind: &str) -> Fraction {
        let power = Whole::literal(BigInt::from(10).pow(places));
        let two = Whole::literal(BigInt::from(2));
        let doubled = self.bottom.times(&two);
        let scaled = self.top.times(&power).magnitude().times(&two);
        let raised = scaled.plus(&self.bottom);
        let rounded = raised.minus(&raised.remainder(&doubled));
        let top = match self.top.sign {
            Sign::Any => rounded.times(&self.top.direction(kind)),
            Sign::NotNegative | Sign::Positive => rounded,
        };
        Fraction {
            top,
            bottom: doubled.times(&power),
        }
    }

    /// The greatest whole number not above it.
    pub(super) fn floor(&self) -> Fraction {
        let bottom = &self.bottom;
        let above = self.top.remainder(bottom).plus(bottom).remainder(bottom);
        Fraction {
            top: self.top.minus(&above),
            bottom: bottom.clone(),
        }
    }
}

/// What each of two fractions is multiplied by to come over one denominator, and that denominator.
pub(super) fn common(left: &Whole, right: &Whole) -> (Whole, Whole, Whole) {
    if left == right {
        return (Whole::one(), Whole::one(), left.clone());
    }
    if let (Some(a), Some(b)) = (&left.constant, &right.constant) {
        let least = a.lcm(b);
        let (of_left, of_right) = (&least / a, &least / b);
        return (
            Whole::literal(of_left),
            Whole::literal(of_right),
            Whole::literal(least),
        );
    }
    (right.clone(), left.clone(), left.times(right))
}
