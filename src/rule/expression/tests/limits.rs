//! Bombs: whatever the text, reading takes a bounded number of steps and no deep recursion.

use super::super::cursor::{MOST_NESTED, Parser};
use super::super::lexer;
use super::super::parser::{MOST_BYTES, MOST_LEVELS, MOST_TOKENS};
use super::super::problem::Problem;
use super::super::syntax::TextSpan;
use super::{found, parse, problems};

fn only_problem(text: &str) -> Problem {
    let mut found = found(text);
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0).problem
}

#[test]
fn sixty_four_brackets_are_read_and_one_more_is_too_deep() {
    let brackets = |depth: usize| format!("{}a{}", "(".repeat(depth), ")".repeat(depth));
    assert!(parse(&brackets(MOST_NESTED)).is_ok());
    let found = found(&brackets(MOST_NESTED + 1));
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].problem, Problem::TooDeep { most: 64 });
    assert_eq!(found[0].span, TextSpan { start: 64, end: 65 });
}

#[test]
fn every_way_to_nest_is_bounded() {
    for (open, inside, close) in [
        ("(", "a", ")"),
        ("not ", "a", ""),
        ("-", "a", ""),
        ("f(", "a", ")"),
        ("a[", "b", "]"),
        ("min(0, ", "a", ")"),
        ("sum(", "a", " for t)"),
        ("count(t where ", "a", ")"),
        ("every y in a..b satisfies ", "c", ""),
        ("if a then b else ", "c", ""),
        ("if ", "a", " then b else c"),
        ("a and (", "c", ")"),
    ] {
        let nested =
            |depth: usize| format!("{}{inside}{}", open.repeat(depth), close.repeat(depth));
        assert!(parse(&nested(MOST_NESTED)).is_ok(), "{open}");
        assert_eq!(
            only_problem(&nested(MOST_NESTED + 1)),
            Problem::TooDeep { most: 64 },
            "{open}"
        );
        let longest = MOST_BYTES / (open.len() + close.len()) - 1;
        let many = longest.min(MOST_TOKENS / 10);
        assert_eq!(
            only_problem(&nested(many)),
            Problem::TooDeep { most: 64 },
            "{open}"
        );
    }
}

#[test]
fn unclosed_brackets_without_end_are_one_problem() {
    for bracket in ["(", "[", "a[", "f(", "1 in [", "count(t where "] {
        let text = bracket.repeat(300);
        assert_eq!(found(&text).len(), 1, "{bracket}");
    }
}

#[test]
fn a_long_sum_makes_no_tree_that_is_too_deep_to_walk() {
    let sum = |terms: usize| vec!["a"; terms].join(" + ");
    assert!(parse(&sum(MOST_LEVELS)).is_ok());
    assert_eq!(
        only_problem(&sum(MOST_LEVELS + 1)),
        Problem::TooDeep { most: 256 }
    );
    assert_eq!(only_problem(&sum(2_000)), Problem::TooDeep { most: 256 });
    let chain = vec!["a"; 1_900].join(" and ");
    assert!(parse(&chain).is_ok(), "a chain of `and` is flat");
}

#[test]
fn the_number_of_words_and_the_length_are_bounded() {
    let chain = |operands: usize| vec!["a"; operands].join(" or ");
    // 2,000 names and 1,999 words between them.
    assert!(parse(&chain(2_000)).is_ok());
    let text = chain(2_001);
    let found = found(&text);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].problem, Problem::TooManyWords { most: 4_000 });
    assert_eq!(
        found[0].span,
        TextSpan {
            start: text.len() - 1,
            end: text.len()
        }
    );

    let spaces = format!("a{}", " ".repeat(MOST_BYTES - 1));
    assert!(parse(&spaces).is_ok());
    let longer = format!("{spaces} ");
    assert_eq!(
        problems(&longer),
        [(Problem::TooLong { most: 16_384 }, longer.as_str())]
    );
}

#[test]
fn the_digits_of_a_number_are_bounded() {
    assert!(parse(&"9".repeat(60)).is_ok());
    assert!(parse(&format!("{}.{}", "9".repeat(30), "9".repeat(30))).is_ok());
    let long = "9".repeat(61);
    assert_eq!(
        problems(&long),
        [(Problem::LongNumber { most: 60 }, long.as_str())]
    );
}

/// How often the parser looks at a token.
fn looks(text: &str) -> (usize, usize) {
    let lexed = lexer::lex(text);
    let tokens = lexed.tokens.len();
    let mut parser = Parser::new(text, lexed);
    let _ = parser.whole(TextSpan {
        start: 0,
        end: text.len(),
    });
    (tokens, parser.looks.get())
}

#[test]
fn reading_looks_at_each_token_a_bounded_number_of_times() {
    let pieces = [
        "a ",
        "( ",
        ") ",
        "[ ",
        "] ",
        "a + ",
        "a and ",
        "a or ",
        "not ",
        "- ",
        "in [ ",
        "count( ",
        "1, ",
        "a.",
        "every y in ",
        "if ",
        "f( ",
        "\"x\" ",
        "# ",
        "a = ",
        "min(a, ",
        "] ( ",
    ];
    for first in pieces {
        for second in pieces {
            let text = format!("{first}{second}").repeat(600);
            let (tokens, looks) = looks(&text);
            assert!(
                looks <= 40 * tokens,
                "{first}{second}: {looks} looks at {tokens} tokens"
            );
        }
    }
}

#[test]
fn both_readings_of_nested_chains_stay_within_a_bound() {
    let depth = MOST_NESTED;
    let text = format!("{}c{}", "a and b or (".repeat(depth), ")".repeat(depth));
    let found = found(&text);
    assert_eq!(found.len(), depth);
    let mut written = 0;
    for f in found {
        let Problem::AndOr { first, second } = f.problem else {
            panic!("{f:?}")
        };
        written += first.len() + second.len();
    }
    assert!(written <= 2 * depth * (text.len() + 10));
}
