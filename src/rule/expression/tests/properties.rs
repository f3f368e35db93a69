//! Whatever tree the parser can make prints as text that reads back as that tree; and no text makes the parser fall over.

use super::super::lexer::can_stand_between;
use super::super::syntax::{
    Aggregate, Comparison, Expression, Kind, Name, Operator, Over, Quantifier, TextSpan,
};
use super::super::{is_name, syntax};
use super::parse;
use crate::number::Number;
use crate::text::nfc;
use proptest::prelude::*;
use proptest::sample::select;

fn expression(kind: Kind) -> Expression {
    Expression {
        kind,
        span: TextSpan::default(),
    }
}

fn boxed(expression: Expression) -> Box<Expression> {
    Box::new(expression)
}

fn name() -> impl Strategy<Value = Name> {
    let known = select(vec![
        "poor",
        "y",
        "hộ_nghèo",
        "đợt_xét",
        "Ấp1",
        "_x",
        "min1",
        "IF",
        "x2025",
    ]);
    let any = "[a-zA-Zà-ỹĐđ_][a-zA-Z0-9à-ỹĐđ_]{0,8}";
    prop_oneof![known.prop_map(str::to_owned), any.prop_map(|n| nfc(&n))]
        .prop_filter("a word of the language", |n| is_name(n))
        .prop_map(|text| Name {
            text,
            span: TextSpan::default(),
        })
}

fn number() -> impl Strategy<Value = (Number, bool)> {
    let digits = prop_oneof![0..3_000_i64, 0..1_000_000_000_000_000_i64];
    (digits, 0..8_u8, any::<bool>())
        .prop_map(|(digits, scale, percent)| (Number::from_scaled(digits, scale), percent))
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ -~]{0,12}",
        "[a-z “”‘’'\"à-ỹ]{0,10}",
        "[\u{21}-\u{7e}\u{3b1}-\u{3c9}\u{4e00}-\u{4e20}]{0,6}"
    ]
    .prop_map(|t| nfc(&t))
    .prop_filter("cannot be written", |t| {
        can_stand_between('"', t) || can_stand_between('\'', t)
    })
}

fn literal() -> impl Strategy<Value = Kind> {
    prop_oneof![
        number().prop_map(|(value, percent)| Kind::Number { value, percent }),
        text().prop_map(Kind::Text),
        any::<bool>().prop_map(Kind::Boolean),
    ]
}

fn list_member() -> impl Strategy<Value = Expression> {
    let negative = number().prop_map(|(value, percent)| Kind::Number {
        value: -&value,
        percent,
    });
    prop_oneof![3 => literal(), 1 => negative].prop_map(expression)
}

fn leaf() -> impl Strategy<Value = Expression> {
    prop_oneof![
        literal(),
        name().prop_map(Kind::Name),
        (name(), name()).prop_map(|(reference, column)| Kind::Path(reference, column)),
        name().prop_map(Kind::Own),
    ]
    .prop_map(expression)
}

fn over(inner: impl Strategy<Value = Expression> + Clone) -> impl Strategy<Value = Over> {
    prop_oneof![
        (name(), inner.clone(), inner.clone()).prop_map(|(name, from, to)| Over::Years {
            name,
            from: boxed(from),
            to: boxed(to)
        }),
        rows(inner),
    ]
}

fn rows(inner: impl Strategy<Value = Expression>) -> impl Strategy<Value = Over> {
    (name(), proptest::option::of(inner)).prop_map(|(table, condition)| Over::Rows {
        table,
        condition: condition.map(boxed),
    })
}

fn arithmetic() -> impl Strategy<Value = Operator> {
    select(vec![
        Operator::Add,
        Operator::Subtract,
        Operator::Multiply,
        Operator::Divide,
    ])
}

fn comparison() -> impl Strategy<Value = Comparison> {
    use Comparison::{AtLeast, AtMost, Equal, Greater, Less, NotEqual};
    select(vec![Equal, NotEqual, Less, AtMost, Greater, AtLeast])
}

fn tree() -> impl Strategy<Value = Expression> {
    leaf().prop_recursive(6, 40, 4, |inner| {
        prop_oneof![signs(inner.clone()), words(inner)].prop_map(expression)
    })
}

fn signs(inner: BoxedStrategy<Expression>) -> BoxedStrategy<Kind> {
    let one = || inner.clone().prop_map(boxed);
    let list = prop::collection::vec(list_member(), 1..4);
    prop_oneof![
        (one(), one()).prop_map(|(item, year)| Kind::Index(item, year)),
        one().prop_map(Kind::Negate),
        (arithmetic(), one(), one()).prop_map(|(sign, a, b)| Kind::Arithmetic(sign, a, b)),
        (comparison(), one(), one()).prop_map(|(sign, a, b)| Kind::Compare(sign, a, b)),
        (one(), any::<bool>(), list).prop_map(|(item, negated, list)| Kind::In {
            item,
            negated,
            list
        }),
    ]
    .boxed()
}

fn words(inner: BoxedStrategy<Expression>) -> BoxedStrategy<Kind> {
    let one = || inner.clone().prop_map(boxed);
    let many = |least: usize| prop::collection::vec(inner.clone(), least..4);
    let quantifier = select(vec![Quantifier::Every, Quantifier::Some]);
    let aggregate = select(vec![
        Aggregate::Sum,
        Aggregate::Min,
        Aggregate::Max,
        Aggregate::Mean,
    ]);
    let min_or_max = select(vec!["min", "max"]).prop_map(|text| Name {
        text: text.to_owned(),
        span: TextSpan::default(),
    });
    prop_oneof![
        one().prop_map(Kind::Not),
        many(2).prop_map(Kind::And),
        many(2).prop_map(Kind::Or),
        (one(), one(), one()).prop_map(|(a, b, c)| Kind::Between(a, b, c)),
        (one(), one(), one()).prop_map(|(a, b, c)| Kind::If(a, b, c)),
        (quantifier, over(inner.clone()), one()).prop_map(|(quantifier, over, body)| {
            Kind::Quantified {
                quantifier,
                over,
                body,
            }
        }),
        (name(), many(0)).prop_map(|(name, arguments)| Kind::Call(name, arguments)),
        (min_or_max, many(2)).prop_map(|(name, arguments)| Kind::Call(name, arguments)),
        (aggregate, one(), over(inner.clone())).prop_map(|(aggregate, body, over)| {
            Kind::Aggregate {
                aggregate,
                body: Some(body),
                over,
            }
        }),
        rows(inner.clone()).prop_map(|over| Kind::Aggregate {
            aggregate: Aggregate::Count,
            body: None,
            over
        }),
    ]
    .boxed()
}

/// Words, signs and characters in any order.
fn soup() -> impl Strategy<Value = String> {
    let pieces = vec![
        "every",
        "some",
        "in",
        "satisfies",
        "row",
        "of",
        "where",
        "if",
        "then",
        "else",
        "or",
        "and",
        "not",
        "between",
        "true",
        "own",
        "count",
        "sum",
        "min",
        "for",
        "a",
        "hộ",
        "y",
        "1",
        "0.5",
        "2022..2025",
        "1_",
        "'x'",
        "\"y\"",
        "'",
        "“",
        "”",
        "+",
        "-",
        "*",
        "/",
        "%",
        "=",
        "!=",
        "==",
        "<",
        ">=",
        "(",
        ")",
        "[",
        "]",
        ",",
        ".",
        "..",
        "#",
        "\u{a0}",
        "\n",
    ];
    prop::collection::vec(select(pieces), 0..40).prop_map(|pieces| pieces.join(" "))
}

/// What must hold of any text.
fn check(source: &str) {
    match parse(source) {
        Ok(read) => {
            let printed = read.to_string();
            assert_eq!(
                parse(&printed).as_ref(),
                Ok(&read),
                "{source} printed as {printed}"
            );
            check_spans(&read, source);
        }
        Err(found) => {
            assert!(!found.is_empty(), "refused without a reason: {source}");
            for f in &found {
                assert!(
                    source.get(f.span.start..f.span.end).is_some(),
                    "{source}: {f:?}"
                );
            }
            assert!(found.is_sorted_by_key(|f| f.span.start));
        }
    }
}

/// Each part's piece of the text lies within its whole's, and reads as that part by itself.
fn check_spans(whole: &syntax::Expression, source: &str) {
    for part in whole.parts() {
        assert!(whole.span.start <= part.span.start && part.span.end <= whole.span.end);
        if !matches!(part.kind, Kind::Number { .. }) {
            assert_eq!(parse(part.text(source)).as_ref(), Ok(part));
        }
        check_spans(part, source);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]


    #[test]
    fn a_tree_prints_as_text_that_reads_back_as_that_tree(tree in tree()) {
        let printed = tree.to_string();
        prop_assert_eq!(parse(&printed), Ok(tree), "{}", printed);
    }

    #[test]
    fn leaving_out_any_parentheses_of_a_print_changes_or_breaks_it(tree in tree()) {
        let printed = tree.to_string();
        for (open, _) in printed.match_indices('(') {
            let Some(shorter) = without_parentheses(&printed, open) else { continue };
            prop_assert_ne!(parse(&shorter), Ok(tree.clone()), "{} needs no parentheses at {}", printed, open);
        }
    }

    #[test]
    fn any_text_is_read_or_refused_with_a_reason(source in ".{0,60}") {
        check(&source);
    }

    #[test]
    fn any_ascii_text_is_read_or_refused_with_a_reason(source in "[ -~]{0,40}") {
        check(&source);
    }

    #[test]
    fn any_words_and_signs_are_read_or_refused_with_a_reason(source in soup()) {
        check(&source);
    }

    #[test]
    fn a_text_with_something_missing_is_read_or_refused_with_a_reason(tree in tree(), from in 0..200_usize, to in 0..200_usize) {
        let mut cut: Vec<char> = tree.to_string().chars().collect();
        let (from, to) = (from.min(cut.len()), to.min(cut.len()));
        cut.drain(from.min(to)..to);
        check(&cut.into_iter().collect::<String>());
    }
}

/// The print without the pair of parentheses that opens there; none if a name stands before it, or quotes confuse the search.
fn without_parentheses(printed: &str, open: usize) -> Option<String> {
    if printed.contains(['"', '\''])
        || printed[..open].ends_with(|c: char| c.is_alphanumeric() || c == '_')
    {
        return None;
    }
    let mut depth = 0;
    for (at, c) in printed[open..].char_indices() {
        depth += match c {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        if depth == 0 {
            let close = open + at;
            return Some(format!(
                "{} {} {}",
                &printed[..open],
                &printed[open + 1..close],
                &printed[close + 1..]
            ));
        }
    }
    None
}
