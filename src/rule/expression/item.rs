//! Reads what stands between the signs of an expression: names, numbers, texts, calls, aggregates, lists, and what `every` runs over.
//!
//! In: tokens. Out: their syntax tree. Must not know: which names there are, nor which functions.

use super::cursor::{Parser, Read, Reported};
use super::problem::{Expected, Problem};
use super::syntax::{Aggregate, Expression, Kind, Name, Over, TextSpan};
use super::token::{Mark, Token, TokenKind};
use crate::number::Number;
use crate::text::shortened;

/// Stands in a tree that is not handed on, because something in it has been reported.
const UNREAD: Kind = Kind::Boolean(false);

const AGGREGATES: [(Mark, Aggregate); 5] = [
    (Mark::Count, Aggregate::Count),
    (Mark::Sum, Aggregate::Sum),
    (Mark::Min, Aggregate::Min),
    (Mark::Max, Aggregate::Max),
    (Mark::Mean, Aggregate::Mean),
];

impl Parser<'_> {
    /// An item and the year in brackets behind it.
    pub(super) fn indexed(&mut self) -> Read<Expression> {
        let item = self.item()?;
        if self.mark() != Some(Mark::OpenBracket) {
            return Ok(item);
        }
        let (year, mut brackets) = self.within(&[], Self::sum)?;
        let span = item.span.to(brackets);
        if self.mark() == Some(Mark::OpenBracket) {
            let second = self.peek().span;
            self.report(Problem::SecondIndex {}, second);
        }
        while self.mark() == Some(Mark::OpenBracket) {
            (_, brackets) = self.within(&[], Self::sum)?;
        }
        let kind = year.map_or(UNREAD, |year| Kind::Index(Box::new(item), Box::new(year)));
        Ok(Expression {
            kind,
            span: span.to(brackets),
        })
    }

    fn item(&mut self) -> Read<Expression> {
        if let Some(mark) = self.mark() {
            return self.marked_item(mark);
        }
        let Token { kind, span } = self.peek().clone();
        match kind {
            TokenKind::Number(value) => {
                self.advance();
                Ok(self.number(value.unwrap_or_default(), span))
            }
            TokenKind::Text(text) => {
                self.advance();
                Ok(Expression {
                    kind: Kind::Text(text),
                    span,
                })
            }
            TokenKind::Name(text) => {
                self.advance();
                self.named(Name { text, span })
            }
            TokenKind::Mark(_) | TokenKind::Unreadable | TokenKind::End => {
                Err(self.fail(Expected::Value))
            }
        }
    }

    fn marked_item(&mut self, mark: Mark) -> Read<Expression> {
        let span = self.peek().span;
        if let Some((_, aggregate)) = AGGREGATES.iter().find(|(m, _)| *m == mark) {
            return self.aggregate(*aggregate);
        }
        if let Mark::True | Mark::False = mark {
            self.advance();
            return Ok(Expression {
                kind: Kind::Boolean(mark == Mark::True),
                span,
            });
        }
        if mark == Mark::OpenParenthesis {
            let (inside, span) = self.within(&[], Self::expression)?;
            let kind = inside.map_or(UNREAD, |inside| inside.kind);
            return Ok(Expression { kind, span });
        }
        if mark == Mark::Own {
            self.advance();
            self.expect(Mark::Point)?;
            let name = self.name()?;
            let span = span.to(name.span);
            self.refuse_second_step();
            return Ok(Expression {
                kind: Kind::Own(name),
                span,
            });
        }
        let could_be_meant_as_name = matches!(mark, Mark::Row | Mark::Of);
        Err(self.fail(if could_be_meant_as_name {
            Expected::Name
        } else {
            Expected::Value
        }))
    }

    /// A number whose digits have been read, and its `%`.
    fn number(&mut self, written: Number, span: TextSpan) -> Expression {
        match self.take(Mark::Percent) {
            Some(end) => {
                let value = &written * &Number::from_scaled(1, 2);
                Expression {
                    kind: Kind::Number {
                        value,
                        percent: true,
                    },
                    span: span.to(end),
                }
            }
            None => Expression {
                kind: Kind::Number {
                    value: written,
                    percent: false,
                },
                span,
            },
        }
    }

    /// A name that has been read, and the step or the arguments behind it.
    fn named(&mut self, name: Name) -> Read<Expression> {
        let start = name.span;
        if self.mark() == Some(Mark::OpenParenthesis) {
            let (arguments, brackets) = self.within(&[Mark::Comma], Self::arguments)?;
            let kind = arguments.map_or(UNREAD, |arguments| Kind::Call(name, arguments));
            return Ok(Expression {
                kind,
                span: start.to(brackets),
            });
        }
        if self.take(Mark::Point).is_none() {
            return Ok(Expression {
                kind: Kind::Name(name),
                span: start,
            });
        }
        let column = self.name()?;
        let span = start.to(column.span);
        self.refuse_second_step();
        Ok(Expression {
            kind: Kind::Path(name, column),
            span,
        })
    }

    /// `a.b.c`: reported, and stepped over.
    fn refuse_second_step(&mut self) {
        if self.mark() != Some(Mark::Point) {
            return;
        }
        let point = self.peek().span;
        self.report(Problem::SecondStep {}, point);
        while self.take(Mark::Point).is_some() {
            if let TokenKind::Name(_) = self.peek().kind {
                self.advance();
            }
        }
    }

    fn name(&mut self) -> Read<Name> {
        let Token { kind, span } = self.peek().clone();
        if let TokenKind::Name(text) = kind {
            self.advance();
            return Ok(Name { text, span });
        }
        Err(self.fail(Expected::Name))
    }

    fn arguments(&mut self) -> Read<Vec<Expression>> {
        if self.mark() == Some(Mark::CloseParenthesis) {
            return Ok(Vec::new());
        }
        let first = self.connected()?;
        self.further_arguments(first)
    }

    fn further_arguments(&mut self, first: Expression) -> Read<Vec<Expression>> {
        let mut arguments = vec![first];
        while self.take(Mark::Comma).is_some() {
            arguments.push(self.connected()?);
        }
        Ok(arguments)
    }

    fn aggregate(&mut self, aggregate: Aggregate) -> Read<Expression> {
        let word = self.advance().span;
        if self.mark() != Some(Mark::OpenParenthesis) {
            self.report(
                Problem::WordOfTheLanguage {
                    word: aggregate.word().to_owned(),
                },
                word,
            );
            return Ok(Expression {
                kind: UNREAD,
                span: word,
            });
        }
        let or: &[Mark] = match aggregate {
            Aggregate::Count => &[Mark::Where],
            Aggregate::Sum | Aggregate::Min | Aggregate::Max | Aggregate::Mean => &[],
        };
        let (kind, brackets) = self.within(or, |parser| parser.aggregated(aggregate, word))?;
        Ok(Expression {
            kind: kind.unwrap_or(UNREAD),
            span: word.to(brackets),
        })
    }

    /// What stands in the parentheses of an aggregate; `min(a, b)` and `max(a, b)` are calls.
    fn aggregated(&mut self, aggregate: Aggregate, word: TextSpan) -> Read<Kind> {
        let called = match aggregate {
            Aggregate::Count => {
                let table = self.name()?;
                return Ok(Kind::Aggregate {
                    aggregate,
                    body: None,
                    over: self.rows(table)?,
                });
            }
            Aggregate::Min | Aggregate::Max => true,
            Aggregate::Sum | Aggregate::Mean => false,
        };
        let first = self.connected()?;
        if self.take(Mark::For).is_some() {
            let name = self.name()?;
            let over = if self.take(Mark::In).is_some() {
                self.years(name)?
            } else {
                self.rows(name)?
            };
            return Ok(Kind::Aggregate {
                aggregate,
                body: Some(Box::new(first)),
                over,
            });
        }
        if called && self.mark() == Some(Mark::Comma) {
            let name = Name {
                text: aggregate.word().to_owned(),
                span: word,
            };
            return Ok(Kind::Call(name, self.further_arguments(first)?));
        }
        let expected = if called {
            vec![Mark::For.text(), Mark::Comma.text()]
        } else {
            vec![Mark::For.text()]
        };
        Err(self.fail(Expected::OneOf(expected)))
    }

    /// What `every` and `some` run over.
    pub(super) fn binder(&mut self) -> Read<Over> {
        if self.take(Mark::Row).is_some() {
            self.expect(Mark::Of)?;
            let table = self.name()?;
            return self.rows(table);
        }
        let name = self.name()?;
        self.expect(Mark::In)?;
        self.years(name)
    }

    fn years(&mut self, name: Name) -> Read<Over> {
        let (from, to) = self.year_range()?;
        Ok(Over::Years {
            name,
            from: Box::new(from),
            to: Box::new(to),
        })
    }

    /// `2022..2025`
    pub(super) fn year_range(&mut self) -> Read<(Expression, Expression)> {
        let from = self.sum()?;
        self.expect(Mark::Range)?;
        Ok((from, self.sum()?))
    }

    fn rows(&mut self, table: Name) -> Read<Over> {
        let condition = match self.take(Mark::Where) {
            Some(_) => Some(Box::new(self.connected()?)),
            None => None,
        };
        Ok(Over::Rows { table, condition })
    }

    /// The list behind `in`, and its brackets.
    pub(super) fn list(&mut self) -> Read<(Vec<Expression>, TextSpan)> {
        if self.mark() == Some(Mark::OpenBracket) {
            let (list, brackets) = self.within(&[Mark::Comma], Self::literals)?;
            return Ok((list.unwrap_or_default(), brackets));
        }
        if self.peek().kind != TokenKind::Unreadable {
            let (found, span) = (self.seen(), self.peek().span);
            self.report(Problem::InNeedsList { found }, span);
        }
        if self.mark() != Some(Mark::OpenParenthesis) {
            return Err(Reported);
        }
        let (_, brackets) = self.within(&[], |_| Read::<()>::Err(Reported))?;
        Ok((Vec::new(), brackets))
    }

    fn literals(&mut self) -> Read<Vec<Expression>> {
        let mut literals = vec![self.literal()?];
        while self.take(Mark::Comma).is_some() {
            literals.push(self.literal()?);
        }
        Ok(literals)
    }

    /// One member of a list. A negative number is one literal here.
    fn literal(&mut self) -> Read<Expression> {
        if self.mark() == Some(Mark::CloseBracket) {
            return Err(self.fail(Expected::Literal));
        }
        let Expression { kind, span } = self.sum()?;
        if let Kind::Number { .. } | Kind::Text(_) | Kind::Boolean(_) = kind {
            return Ok(Expression { kind, span });
        }
        if let Kind::Negate(inner) = &kind
            && let Kind::Number { value, percent } = &inner.kind
            && !value.is_negative()
        {
            return Ok(Expression {
                kind: Kind::Number {
                    value: -value,
                    percent: *percent,
                },
                span,
            });
        }
        let found = shortened(self.slice(span), 40);
        self.report(Problem::ListLiteral { found }, span);
        Ok(Expression { kind: UNREAD, span })
    }
}
