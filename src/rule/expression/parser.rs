//! Reads an expression into its syntax tree.
//!
//! In: the text of one expression. Out: its tree, or what is wrong with it and where. Must not know: which names there are.
//!
//! One function per production, from the loosest binding to the tightest; what binds tighter than signs is in `item.rs`. Every token
//! is read once: no production is tried and taken back.

use super::cursor::{Parser, Read, Reported};
use super::lexer;
use super::problem::{Expected, Found, Problem};
use super::syntax::{Comparison, Expression, Kind, Operator, Quantifier, TextSpan};
use super::token::{Mark, TokenKind};

/// How many bytes an expression may have.
pub(super) const MOST_BYTES: usize = 16 * 1024;
/// How many words and signs an expression may have.
pub(super) const MOST_TOKENS: usize = 4_000;
/// How deep a tree may be, `a + b + c` counting one for each sign: whoever walks a tree may do so by recursion.
pub(super) const MOST_LEVELS: usize = 256;

/// Reads one expression.
///
/// # Errors
/// Every problem that one reading finds, in the order of the text; at least one.
pub fn parse(text: &str) -> Result<Expression, Vec<Found>> {
    read(text, |parser, span| parser.whole(span))
}

/// Reads a range of years that stands alone: `2022..2025`.
///
/// # Errors
/// As [`parse`].
pub fn parse_range(text: &str) -> Result<(Expression, Expression), Vec<Found>> {
    read(text, |parser, span| parser.whole_range(span))
}

/// Reads a whole text.
fn read<T>(
    text: &str,
    whole: impl FnOnce(&mut Parser<'_>, TextSpan) -> Read<T>,
) -> Result<T, Vec<Found>> {
    let span = TextSpan {
        start: 0,
        end: text.len(),
    };
    if text.len() > MOST_BYTES {
        let most = MOST_BYTES as u64;
        let problem = Problem::TooLong { most };
        return Err(vec![Found { problem, span }]);
    }
    let mut parser = Parser::new(text, lexer::lex(text));
    let result = whole(&mut parser, span);
    let mut found = parser.found;
    found.sort_by_key(|f| f.span.start);
    match result {
        Ok(read) if found.is_empty() => Ok(read),
        Ok(_) | Err(_) => Err(found),
    }
}

const COMPARISONS: [(Mark, Comparison); 6] = [
    (Mark::Equal, Comparison::Equal),
    (Mark::NotEqual, Comparison::NotEqual),
    (Mark::Less, Comparison::Less),
    (Mark::AtMost, Comparison::AtMost),
    (Mark::Greater, Comparison::Greater),
    (Mark::AtLeast, Comparison::AtLeast),
];
const SUM: [(Mark, Operator); 2] = [
    (Mark::Plus, Operator::Add),
    (Mark::Minus, Operator::Subtract),
];
const PRODUCT: [(Mark, Operator); 2] = [
    (Mark::Times, Operator::Multiply),
    (Mark::Over, Operator::Divide),
];

fn meaning<T: Copy>(table: &[(Mark, T)], mark: Option<Mark>) -> Option<T> {
    table
        .iter()
        .find(|(m, _)| Some(*m) == mark)
        .map(|(_, meaning)| *meaning)
}

fn expression(kind: Kind, span: TextSpan) -> Expression {
    Expression { kind, span }
}

impl Parser<'_> {
    pub(super) fn whole(&mut self, span: TextSpan) -> Read<Expression> {
        self.begin(span)?;
        let whole = self.expression()?;
        self.end(&whole)?;
        Ok(whole)
    }

    fn whole_range(&mut self, span: TextSpan) -> Read<(Expression, Expression)> {
        self.begin(span)?;
        let (from, to) = self.year_range()?;
        self.end(&from)?;
        self.end(&to)?;
        Ok((from, to))
    }

    fn begin(&mut self, span: TextSpan) -> Read<()> {
        if self.peek().kind == TokenKind::End {
            if self.found.is_empty() {
                self.report(Problem::EmptyExpression {}, span);
            }
            return Err(Reported);
        }
        if let Some(first_over) = self.token_at(MOST_TOKENS) {
            let most = MOST_TOKENS as u64;
            self.report(Problem::TooManyWords { most }, first_over);
            return Err(Reported);
        }
        Ok(())
    }

    fn end(&mut self, whole: &Expression) -> Read<()> {
        if self.peek().kind != TokenKind::End {
            return Err(self.fail(Expected::Operator));
        }
        if is_too_deep(whole) {
            let most = MOST_LEVELS as u64;
            self.report(Problem::TooDeep { most }, whole.span);
        }
        Ok(())
    }

    /// `expr`: `every`, `some` and `if` without parentheses, or what binds tighter.
    pub(super) fn expression(&mut self) -> Read<Expression> {
        match self.mark() {
            Some(Mark::Every) => self.quantified(Quantifier::Every),
            Some(Mark::Some) => self.quantified(Quantifier::Some),
            Some(Mark::If) => self.conditional(),
            _ => self.connected(),
        }
    }

    fn quantified(&mut self, quantifier: Quantifier) -> Read<Expression> {
        let start = self.advance().span;
        let over = self.binder()?;
        self.expect(Mark::Satisfies)?;
        let body = self.body()?;
        let span = start.to(body.span);
        let body = Box::new(body);
        Ok(expression(
            Kind::Quantified {
                quantifier,
                over,
                body,
            },
            span,
        ))
    }

    fn conditional(&mut self) -> Read<Expression> {
        let start = self.advance().span;
        let condition = self.body()?;
        self.expect(Mark::Then)?;
        let then = self.body()?;
        self.expect(Mark::Else)?;
        let other = self.body()?;
        let span = start.to(other.span);
        Ok(expression(
            Kind::If(Box::new(condition), Box::new(then), Box::new(other)),
            span,
        ))
    }

    fn body(&mut self) -> Read<Expression> {
        let at = self.peek().span;
        self.nested(at, Self::expression)
    }

    /// `or` and `and` of the grammar at once, since they may not stand side by side.
    pub(super) fn connected(&mut self) -> Read<Expression> {
        let first = self.negated()?;
        let Some(word @ (Mark::And | Mark::Or)) = self.mark() else {
            return Ok(first);
        };
        let mut operands = vec![first];
        let mut words = Vec::new();
        while let Some(word @ (Mark::And | Mark::Or)) = self.mark() {
            self.advance();
            words.push(word);
            operands.push(self.negated()?);
        }
        let span = span_of(&operands);
        if words.iter().any(|w| *w != word) {
            let first = self.reading(&operands, &words, Mark::And);
            let second = self.reading(&operands, &words, Mark::Or);
            self.report(Problem::AndOr { first, second }, span);
        }
        let kind = if word == Mark::And {
            Kind::And(operands)
        } else {
            Kind::Or(operands)
        };
        Ok(expression(kind, span))
    }

    /// The chain with parentheses around what `tighter` joins.
    fn reading(&self, operands: &[Expression], words: &[Mark], tighter: Mark) -> String {
        let mut reading = String::new();
        for (at, operand) in operands.iter().enumerate() {
            let joined_before = at > 0 && words[at - 1] == tighter;
            let joined_behind = words.get(at) == Some(&tighter);
            if joined_behind && !joined_before {
                reading.push('(');
            }
            let lines = self.slice(operand.span).lines().map(str::trim);
            reading.push_str(&lines.collect::<Vec<&str>>().join(" "));
            if joined_before && !joined_behind {
                reading.push(')');
            }
            if let Some(word) = words.get(at) {
                reading.push(' ');
                reading.push_str(word.text());
                reading.push(' ');
            }
        }
        reading
    }

    fn negated(&mut self) -> Read<Expression> {
        let Some(start) = self.take(Mark::Not) else {
            return self.compared();
        };
        let inner = self.nested(start, Self::negated)?;
        let span = start.to(inner.span);
        Ok(expression(Kind::Not(Box::new(inner)), span))
    }

    /// `compare`. A second comparison behind the first is reported once and read like the first, so that faults in it are found too.
    fn compared(&mut self) -> Read<Expression> {
        let mut left = self.sum()?;
        let mut comparisons = 0;
        while self.at_comparison() {
            comparisons += 1;
            if comparisons == 2 {
                let span = self.peek().span;
                self.report(Problem::ComparisonChain {}, span);
            }
            left = self.comparison(left)?;
        }
        Ok(left)
    }

    fn at_comparison(&self) -> bool {
        match self.mark() {
            Some(Mark::Between | Mark::In) => true,
            Some(Mark::Not) => self.mark_at(1) == Some(Mark::In),
            mark => meaning(&COMPARISONS, mark).is_some(),
        }
    }

    fn comparison(&mut self, left: Expression) -> Read<Expression> {
        let sign = meaning(&COMPARISONS, self.mark());
        let word = self.mark();
        self.advance();
        if let Some(sign) = sign {
            let right = self.sum()?;
            let span = left.span.to(right.span);
            return Ok(expression(
                Kind::Compare(sign, Box::new(left), Box::new(right)),
                span,
            ));
        }
        if word == Some(Mark::Between) {
            let low = self.sum()?;
            self.expect(Mark::And)?;
            let high = self.sum()?;
            let span = left.span.to(high.span);
            return Ok(expression(
                Kind::Between(Box::new(left), Box::new(low), Box::new(high)),
                span,
            ));
        }
        let negated = word == Some(Mark::Not);
        if negated {
            self.expect(Mark::In)?;
        }
        let (list, end) = self.list()?;
        let span = left.span.to(end);
        let item = Box::new(left);
        Ok(expression(
            Kind::In {
                item,
                negated,
                list,
            },
            span,
        ))
    }

    pub(super) fn sum(&mut self) -> Read<Expression> {
        self.arithmetic(&SUM, Self::product)
    }

    fn product(&mut self) -> Read<Expression> {
        self.arithmetic(&PRODUCT, Self::unary)
    }

    fn arithmetic(
        &mut self,
        operators: &[(Mark, Operator)],
        operand: impl Fn(&mut Self) -> Read<Expression>,
    ) -> Read<Expression> {
        let mut left = operand(self)?;
        while let Some(operator) = meaning(operators, self.mark()) {
            self.advance();
            let right = operand(self)?;
            let span = left.span.to(right.span);
            left = expression(
                Kind::Arithmetic(operator, Box::new(left), Box::new(right)),
                span,
            );
        }
        Ok(left)
    }

    fn unary(&mut self) -> Read<Expression> {
        let start = self.peek().span;
        match self.mark() {
            Some(Mark::Minus) => {
                self.advance();
                let inner = self.nested(start, Self::unary)?;
                let span = start.to(inner.span);
                Ok(expression(Kind::Negate(Box::new(inner)), span))
            }
            Some(word @ (Mark::Every | Mark::Some | Mark::If | Mark::Not)) => {
                let word = word.text().to_owned();
                self.report(Problem::NeedsParentheses { word }, start);
                if self.mark() == Some(Mark::Not) {
                    self.nested(start, Self::negated)
                } else {
                    self.body()
                }
            }
            _ => self.indexed(),
        }
    }
}

fn span_of(operands: &[Expression]) -> TextSpan {
    match operands {
        [first, .., last] => first.span.to(last.span),
        [only] => only.span,
        [] => TextSpan::default(),
    }
}

fn is_too_deep(whole: &Expression) -> bool {
    let mut level = vec![whole];
    for _ in 0..MOST_LEVELS {
        level = level.into_iter().flat_map(Expression::parts).collect();
    }
    !level.is_empty()
}
