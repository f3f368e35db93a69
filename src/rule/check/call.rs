//! Calls of functions: how many arguments, of which types, and what comes out.
//!
//! In: a call as written. Out: a checked call, or a problem. Must not know: what functions compute.

use super::{Checker, Typed, same_family, wider};
use crate::number::Number;
use crate::rule::Problem;
use crate::rule::expression::syntax::{Expression, Name, TextSpan};
use crate::rule::formula::{Formula, Measure, Show, Step, Type};
use crate::rule::functions::{FUNCTIONS, Parameter, Returns, function};
use crate::text::meant;
use chrono::NaiveDate;

impl Checker<'_> {
    pub(super) fn call(
        &mut self,
        name: &Name,
        arguments: &[Expression],
        span: TextSpan,
    ) -> Option<Typed> {
        if name.text == "known" {
            return self.known(arguments, span);
        }
        let Some(function) = function(&name.text) else {
            let names: Vec<&str> = FUNCTIONS
                .iter()
                .map(|f| f.name)
                .chain(["known", "count", "sum", "mean"])
                .collect();
            let known = meant(&name.text, names);
            return self.fail(
                Problem::UnknownFunction {
                    name: name.text.clone(),
                    known,
                },
                name.span,
            );
        };
        let wanted = function.parameters.len();
        if arguments.len() < wanted || (arguments.len() > wanted && !function.variadic) {
            let problem = Problem::ArgumentCount {
                name: name.text.clone(),
                expected: wanted as u64,
                found: arguments.len() as u64,
            };
            return self.fail(problem, span);
        }
        let last = function
            .parameters
            .last()
            .copied()
            .unwrap_or(Parameter::Number);
        let parameters = function
            .parameters
            .iter()
            .copied()
            .chain(std::iter::repeat(last));
        let checked: Vec<Option<Typed>> = arguments
            .iter()
            .zip(parameters)
            .map(|(a, p)| self.argument(a, p))
            .collect();
        let checked: Vec<Typed> = checked.into_iter().collect::<Option<_>>()?;
        let series = checked.iter().any(|t| t.series);
        let formulas: Vec<Formula> = checked.into_iter().map(|t| t.formula).collect();
        let kind = self.result_of(function.returns, function.parameters, &formulas, span)?;
        if function.name == "date" {
            self.day_exists(&formulas, span)?;
        }
        if function.name == "reduction"
            && matches!(&formulas[0].step, Step::Number(n) if n.is_zero())
        {
            return self.fail(Problem::DivisionByZero {}, formulas[0].span);
        }
        Some(Typed {
            formula: Formula {
                step: Step::Call(function, formulas),
                kind,
                span,
            },
            series,
        })
    }

    pub(super) fn argument(
        &mut self,
        argument: &Expression,
        parameter: Parameter,
    ) -> Option<Typed> {
        let typed = self.check(argument)?;
        let wanted = match parameter {
            Parameter::Number => Type::Number(Measure::Literal, Show::Plain),
            Parameter::Literal(low, high) => {
                let fits = matches!(&typed.formula.step, Step::Number(n) if n.to_i64().is_some_and(|n| (low..=high).contains(&n)));
                if !fits {
                    return self.fail(
                        Problem::LiteralArgument {
                            low: Number::from(low),
                            high: Number::from(high),
                        },
                        argument.span,
                    );
                }
                return Some(typed);
            }
            Parameter::Text => Type::Text,
            Parameter::Date => Type::Date,
            Parameter::Year if matches!(typed.formula.kind, Type::Number(Measure::Literal, _)) => {
                return Some(Typed {
                    formula: self.literal_year(typed.formula)?,
                    series: false,
                });
            }
            Parameter::Year => Type::Year,
        };
        if same_family(typed.formula.kind, wanted) {
            return Some(typed);
        }
        let problem = Problem::WrongType {
            expected: self.type_word(wanted),
            found: self.type_word(typed.formula.kind),
        };
        self.fail(problem, argument.span)
    }

    pub(super) fn result_of(
        &mut self,
        returns: Returns,
        parameters: &[Parameter],
        arguments: &[Formula],
        span: TextSpan,
    ) -> Option<Type> {
        let mut shared: Option<(Measure, Show)> = None;
        let repeated = parameters
            .iter()
            .copied()
            .chain(std::iter::repeat(Parameter::Number));
        for (formula, parameter) in arguments.iter().zip(repeated) {
            if let (Type::Number(measure, show), Parameter::Number) = (formula.kind, parameter) {
                shared = Some(match shared {
                    None => (measure, show),
                    Some((other, other_show)) => (
                        self.same_unit(other, measure, span)?,
                        wider(other_show, show),
                    ),
                });
            }
        }
        Some(match returns {
            Returns::SameUnit => {
                let (measure, show) = shared.unwrap_or((Measure::Pure, Show::Plain));
                Type::Number(measure, show)
            }
            Returns::Ratio => Type::Number(Measure::Pure, Show::Percent),
            Returns::Pure => Type::Number(Measure::Pure, Show::Plain),
            Returns::Boolean => Type::Boolean,
            Returns::Date => Type::Date,
            Returns::Year => Type::Year,
        })
    }

    /// The day must exist in every year, so that no deadline vanishes in some.
    pub(super) fn day_exists(&mut self, arguments: &[Formula], span: TextSpan) -> Option<()> {
        let part = |index: usize| {
            let Step::Number(number) = &arguments.get(index)?.step else {
                return None;
            };
            number.to_i64().and_then(|n| u32::try_from(n).ok())
        };
        const COMMON_YEAR: i32 = 2023;
        match NaiveDate::from_ymd_opt(COMMON_YEAR, part(1)?, part(2)?) {
            Some(_) => Some(()),
            None => self.fail(Problem::NoSuchDay {}, span),
        }
    }

    pub(super) fn known(&mut self, arguments: &[Expression], span: TextSpan) -> Option<Typed> {
        let [argument] = arguments else {
            let problem = Problem::ArgumentCount {
                name: "known".to_owned(),
                expected: 1,
                found: arguments.len() as u64,
            };
            return self.fail(problem, span);
        };
        let formula = self.single(argument)?;
        let looked_at = if let Step::At { series, .. } = &formula.step {
            series
        } else {
            &formula
        };
        let fact = matches!(looked_at.step, Step::Fact { .. });
        if !fact {
            return self.fail(Problem::KnownNeedsColumn {}, argument.span);
        }
        Some(Typed {
            formula: Formula {
                step: Step::Known(Box::new(formula)),
                kind: Type::Boolean,
                span,
            },
            series: false,
        })
    }
}
