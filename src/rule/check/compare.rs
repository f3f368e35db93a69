//! Comparisons: both sides brought to one type, terms and years recognised in literals.
//!
//! In: the two sides of a comparison, or a list. Out: a checked comparison, or a problem. Must not know: arithmetic, ranges.

use super::{Checker, Typed};
use crate::fact::schema::VocabularyId;
use crate::rule::Problem;
use crate::rule::expression::syntax::{Comparison, Expression, TextSpan};
use crate::rule::formula::{Formula, Measure, Step, Type};
use crate::text::meant;

impl Checker<'_> {
    pub(super) fn compare(
        &mut self,
        comparison: Comparison,
        left: &Expression,
        right: &Expression,
        span: TextSpan,
    ) -> Option<Typed> {
        let (left_formula, right_formula) = (self.single(left), self.single(right));
        let (left_formula, right_formula) = self.comparable(left_formula?, right_formula?, span)?;
        let ordered = match comparison {
            Comparison::Equal | Comparison::NotEqual => true,
            Comparison::Less | Comparison::AtMost | Comparison::Greater | Comparison::AtLeast => {
                self.is_ordered(left_formula.kind)
            }
        };
        if !ordered {
            let problem = Problem::NotOrdered {
                found: self.type_word(left_formula.kind),
            };
            return self.fail(problem, span);
        }
        let step = Step::Compare(comparison, Box::new(left_formula), Box::new(right_formula));
        Some(Typed {
            formula: Formula {
                step,
                kind: Type::Boolean,
                span,
            },
            series: false,
        })
    }

    pub(super) fn between(
        &mut self,
        item: &Expression,
        low: &Expression,
        high: &Expression,
        span: TextSpan,
    ) -> Option<Typed> {
        let (item, low, high) = (self.single(item), self.single(low), self.single(high));
        let (item, low, high) = (item?, low?, high?);
        let (item, low) = self.comparable(item, low, span)?;
        let (item, high) = self.comparable(item, high, span)?;
        // The upper bound may have told what the item is, and so what the lower one is: `2021 between 2020 and since`.
        let (item, low) = self.comparable(item, low, span)?;
        if !self.is_ordered(item.kind) {
            let problem = Problem::NotOrdered {
                found: self.type_word(item.kind),
            };
            return self.fail(problem, span);
        }
        let step = Step::Between(Box::new(item), Box::new(low), Box::new(high));
        Some(Typed {
            formula: Formula {
                step,
                kind: Type::Boolean,
                span,
            },
            series: false,
        })
    }

    pub(super) fn one_of(
        &mut self,
        item: &Expression,
        negated: bool,
        list: &[Expression],
        span: TextSpan,
    ) -> Option<Typed> {
        let mut item = self.single(item)?;
        let mut literals = Vec::new();
        for literal in list {
            let checked = self.single(literal)?;
            let (new_item, checked) = self.comparable(item.clone(), checked, literal.span)?;
            item = new_item;
            literals.push(checked);
        }
        let step = Step::In {
            item: Box::new(item),
            negated,
            list: literals,
        };
        Some(Typed {
            formula: Formula {
                step,
                kind: Type::Boolean,
                span,
            },
            series: false,
        })
    }

    /// Brings both sides to one type: a literal takes the other side's unit, a text literal becomes a term, a whole literal a year.
    pub(super) fn comparable(
        &mut self,
        left: Formula,
        right: Formula,
        span: TextSpan,
    ) -> Option<(Formula, Formula)> {
        match (left.kind, right.kind) {
            (Type::Term(vocabulary), Type::Text) => {
                let right = self.term(right, vocabulary)?;
                Some((left, right))
            }
            (Type::Text, Type::Term(vocabulary)) => {
                let left = self.term(left, vocabulary)?;
                Some((left, right))
            }
            (Type::Year, Type::Number(Measure::Literal, _)) => {
                let right = self.literal_year(right)?;
                Some((left, right))
            }
            (Type::Number(Measure::Literal, _), Type::Year) => {
                let left = self.literal_year(left)?;
                Some((left, right))
            }
            (Type::Number(a, _), Type::Number(b, _)) => {
                self.same_unit(a, b, span)?;
                Some((left, right))
            }
            (Type::Term(a), Type::Term(b)) if a == b => Some((left, right)),
            (Type::Boolean, Type::Boolean) | (Type::Text, Type::Text) => Some((left, right)),
            (Type::Date, Type::Date) | (Type::Year, Type::Year) => Some((left, right)),
            (
                Type::Boolean
                | Type::Text
                | Type::Date
                | Type::Year
                | Type::Number(..)
                | Type::Term(_),
                _,
            ) => {
                let problem = Problem::CannotCompare {
                    left: self.type_word(left.kind),
                    right: self.type_word(right.kind),
                };
                self.fail(problem, span)
            }
        }
    }

    pub(super) fn term(&mut self, literal: Formula, vocabulary: VocabularyId) -> Option<Formula> {
        let Step::Text(text) = &literal.step else {
            let problem = Problem::CannotCompare {
                left: self.type_word(Type::Term(vocabulary)),
                right: self.type_word(literal.kind),
            };
            return self.fail(problem, literal.span);
        };
        let words = self.names.schema.vocabulary_at(vocabulary);
        if let Some(rank) = words.rank(text) {
            return Some(Formula {
                step: Step::Rank(rank),
                kind: Type::Term(vocabulary),
                span: literal.span,
            });
        }
        let codes = words.terms.keys().map(String::as_str);
        let names = words.terms.values().flatten().map(String::as_str);
        let known = meant(text, codes.chain(names).collect::<Vec<_>>());
        self.fail(
            Problem::UnknownTerm {
                term: text.clone(),
                known,
            },
            literal.span,
        )
    }

    pub(super) fn literal_year(&mut self, literal: Formula) -> Option<Formula> {
        let number = if let Step::Number(number) = &literal.step {
            number.to_i64()
        } else {
            None
        };
        match number
            .and_then(|n| i32::try_from(n).ok())
            .filter(|year| (1000..=9999).contains(year))
        {
            Some(year) => Some(Formula {
                step: Step::Year(year),
                kind: Type::Year,
                span: literal.span,
            }),
            None => self.fail(Problem::NotAYear {}, literal.span),
        }
    }

    pub(super) fn is_ordered(&self, kind: Type) -> bool {
        match kind {
            Type::Number(..) | Type::Date | Type::Year => true,
            Type::Term(vocabulary) => self.names.schema.vocabulary_at(vocabulary).ordered,
            Type::Boolean | Type::Text => false,
        }
    }
}
