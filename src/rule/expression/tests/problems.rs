//! Problems of grammar, with the exact piece of text each is about, and no problem that only follows from another.

use super::super::problem::{Expected, Problem, Seen};
use super::super::syntax::TextSpan;
use super::{found, only, problems};

fn unexpected(found: &str, expected: Expected) -> Problem {
    Problem::Unexpected {
        found: Seen::Text(found.into()),
        expected,
    }
}

fn one_of(words: &[&'static str]) -> Expected {
    Expected::OneOf(words.to_vec())
}

#[test]
fn nothing_but_spaces_is_an_empty_expression() {
    only("", Problem::EmptyExpression {}, "");
    only(" \n ", Problem::EmptyExpression {}, " \n ");
}

#[test]
fn a_comma_in_a_number_is_told_from_one_between_arguments() {
    let problem = |found: &str| Problem::CommaInNumber {
        found: found.into(),
    };
    only("a > 0,5", problem("0,5"), "0,5");
    only("a > (0,5 + b)", problem("0,5"), "0,5");
    only("a > 1,000,000", problem("1,000"), "1,000");
    only("a, b", unexpected(",", Expected::Operator), ",");
    only("1, 2", unexpected(",", Expected::Operator), ",");
}

#[test]
fn what_cannot_go_on_or_begin_is_unexpected() {
    only("a b", unexpected("b", Expected::Operator), "b");
    only("a 'x'", unexpected("'x'", Expected::Operator), "'x'");
    only("a + * b", unexpected("*", Expected::Value), "*");
    only("* a", unexpected("*", Expected::Value), "*");
    only("a and and b", unexpected("and", Expected::Value), "and");
    only("(a b)", unexpected("b", one_of(&[")"])), "b");
    only("f(a b)", unexpected("b", one_of(&[",", ")"])), "b");
    only("f(a,)", unexpected(")", Expected::Value), ")");
    only("()", unexpected(")", Expected::Value), ")");
    only("a[]", unexpected("]", Expected::Value), "]");
    only("a[b c]", unexpected("c", one_of(&["]"])), "c");
    only("a[b > c]", unexpected(">", one_of(&["]"])), ">");
    only("own + 1", unexpected("+", one_of(&["."])), "+");
    only("a.(b)", unexpected("(", Expected::Name), "(");
    only("a % b", unexpected("%", Expected::Operator), "%");
    only("a not b", unexpected("not", Expected::Operator), "not");
    only("a..b", unexpected("..", Expected::Operator), "..");
    only("a between 1, 2", unexpected(",", one_of(&["and"])), ",");
    only("a < = b", unexpected("=", Expected::Value), "=");
    only(
        "if a then b",
        Problem::Unexpected {
            found: Seen::End,
            expected: one_of(&["else"]),
        },
        "",
    );
    only("if a, b", unexpected(",", one_of(&["then"])), ",");
    only(
        "every y in a satisfies b",
        unexpected("satisfies", one_of(&[".."])),
        "satisfies",
    );
    only(
        "every y of a satisfies b",
        unexpected("of", one_of(&["in"])),
        "of",
    );
    only(
        "every 5 in a..b satisfies b",
        unexpected("5", Expected::Name),
        "5",
    );
    only(
        "every row communes satisfies b",
        unexpected("communes", one_of(&["of"])),
        "communes",
    );
    only(
        "every row of a, b",
        unexpected(",", one_of(&["satisfies"])),
        ",",
    );
    only("count(a b)", unexpected("b", one_of(&["where", ")"])), "b");
    only("count(a, b)", unexpected(",", one_of(&["where", ")"])), ",");
    only("sum(a)", unexpected(")", one_of(&["for"])), ")");
    only("sum(a, b)", unexpected(",", one_of(&["for"])), ",");
    only("min(a)", unexpected(")", one_of(&["for", ","])), ")");
    only("min()", unexpected(")", Expected::Value), ")");
    only("sum(a for 5)", unexpected("5", Expected::Name), "5");
    only("sum(a for y in b)", unexpected(")", one_of(&[".."])), ")");
}

#[test]
fn a_missing_end_is_shown_behind_the_last_word() {
    let problem = Problem::Unexpected {
        found: Seen::End,
        expected: Expected::Value,
    };
    for text in ["a +", "a + \n ", "a =", "(a or "] {
        let found = found(text);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].problem, problem);
        let end = text.trim_end().len();
        assert_eq!(found[0].span, TextSpan { start: end, end });
    }
}

#[test]
fn words_of_the_language_are_not_taken_for_names() {
    let problem = |word: &str| Problem::WordOfTheLanguage { word: word.into() };
    for word in ["count", "sum", "min", "max", "mean", "row", "of"] {
        only(&format!("a = {word}"), problem(word), word);
    }
    assert_eq!(
        problems("count + 1 > b c"),
        [
            (problem("count"), "count"),
            (unexpected("c", Expected::Operator), "c")
        ]
    );
    only("own.count", problem("count"), "count");
    only("district.for", problem("for"), "for");
    only("count(row)", problem("row"), "row");
    only("every in in a..b satisfies c", problem("in"), "in");
}

#[test]
fn words_in_capitals_are_named_in_small_letters() {
    let problem = |found: &str, instead: &str| Problem::WordCase {
        found: found.into(),
        instead: instead.into(),
    };
    only("a AND b", problem("AND", "and"), "AND");
    only(
        "every y in a..b Satisfies c",
        problem("Satisfies", "satisfies"),
        "Satisfies",
    );
}

#[test]
fn brackets_come_in_pairs() {
    let unclosed = |bracket: &str| Problem::UnclosedBracket {
        bracket: bracket.into(),
    };
    let unopened = |bracket: &str| Problem::UnopenedBracket {
        bracket: bracket.into(),
    };
    only("(a + b", unclosed("("), "(");
    only("((a + b) * c", unclosed("("), "(");
    only("((a", unclosed("("), "(");
    only("f(a, b", unclosed("("), "(");
    only("a[b", unclosed("["), "[");
    only("a in ['x'", unclosed("["), "[");
    only("count(a", unclosed("("), "(");
    only("a)", unopened(")"), ")");
    only("a]", unopened("]"), "]");
    only("(a] + b)", unexpected("]", one_of(&[")"])), "]");
    let first = found("((a");
    assert_eq!(
        first[0].span.start, 1,
        "the inner bracket is the one that misses its end first"
    );
}

#[test]
fn a_fault_in_brackets_does_not_hide_one_behind_them() {
    assert_eq!(
        problems("(a b) and f(c d) or g[1 2]"),
        [
            (
                Problem::AndOr {
                    first: "((a b) and f(c d)) or g[1 2]".into(),
                    second: "(a b) and (f(c d) or g[1 2])".into(),
                },
                "(a b) and f(c d) or g[1 2]",
            ),
            (unexpected("b", one_of(&[")"])), "b"),
            (unexpected("d", one_of(&[",", ")"])), "d"),
            (unexpected("2", one_of(&["]"])), "2"),
        ]
    );
    only(
        "(1 (b [c) d]) + e) > 1",
        unexpected("(", one_of(&[")"])),
        "(",
    );
}

#[test]
fn and_beside_or_shows_both_readings() {
    let problem = |first: &str, second: &str| Problem::AndOr {
        first: first.into(),
        second: second.into(),
    };
    only(
        "a and b or c",
        problem("(a and b) or c", "a and (b or c)"),
        "a and b or c",
    );
    only(
        "a or b and c",
        problem("a or (b and c)", "(a or b) and c"),
        "a or b and c",
    );
    only(
        "a and b or c and d or e",
        problem("(a and b) or (c and d) or e", "a and (b or c) and (d or e)"),
        "a and b or c and d or e",
    );
    only(
        "x > 1 and not y\n   or (z  or 'a  b' = c)",
        problem(
            "(x > 1 and not y) or (z  or 'a  b' = c)",
            "x > 1 and (not y or (z  or 'a  b' = c))",
        ),
        "x > 1 and not y\n   or (z  or 'a  b' = c)",
    );
    only(
        "count(t where a and b or c)",
        problem("(a and b) or c", "a and (b or c)"),
        "a and b or c",
    );
}

#[test]
fn comparisons_do_not_chain() {
    let problem = Problem::ComparisonChain {};
    only("1 < a < 3", problem.clone(), "<");
    assert_eq!(found("1 < a < 3")[0].span.start, 6);
    only("1 <= a = b != c", problem.clone(), "=");
    only("a in [1] = b", problem.clone(), "=");
    only("a = b not in [1]", problem.clone(), "not");
    only(
        "a between 1 and 2 between 3 and 4",
        problem.clone(),
        "between",
    );
    assert_eq!(
        problems("1 < a < b c"),
        [(problem, "<"), (unexpected("c", Expected::Operator), "c")]
    );
}

#[test]
fn what_reaches_to_the_right_needs_parentheses_inside_something_else() {
    let problem = |word: &str| Problem::NeedsParentheses { word: word.into() };
    only(
        "a and every y in b..c satisfies d",
        problem("every"),
        "every",
    );
    only(
        "a and some row of b where c satisfies d or e",
        problem("some"),
        "some",
    );
    only("1 + if a then b else c", problem("if"), "if");
    only("not every y in b..c satisfies d", problem("every"), "every");
    only("f(if a then b else c)", problem("if"), "if");
    only(
        "f(a, every y in b..c satisfies d)",
        problem("every"),
        "every",
    );
    only("sum(if a then b else c for t)", problem("if"), "if");
    only(
        "count(t where every y in b..c satisfies d)",
        problem("every"),
        "every",
    );
    only("a[if b then c else d]", problem("if"), "if");
    only("a = not b", problem("not"), "not");
    only("a + not b = c", problem("not"), "not");
    only(
        "every y in (a)..if b then c else d satisfies e",
        problem("if"),
        "if",
    );
}

#[test]
fn lists_hold_literals_only_and_stand_in_square_brackets() {
    let literal = |found: &str| Problem::ListLiteral {
        found: found.into(),
    };
    let list = |found: &str| Problem::InNeedsList {
        found: Seen::Text(found.into()),
    };
    only("a in [b]", literal("b"), "b");
    assert_eq!(
        problems("a in [poor, 1, near_poor + 1, -b]"),
        [
            (literal("poor"), "poor"),
            (literal("near_poor + 1"), "near_poor + 1"),
            (literal("-b"), "-b"),
        ]
    );
    only("a in []", unexpected("]", Expected::Literal), "]");
    only("a in [1,]", unexpected("]", Expected::Literal), "]");
    only("a in [1 2]", unexpected("2", one_of(&[",", "]"])), "2");
    only("a in [1..3]", unexpected("..", one_of(&[",", "]"])), "..");
    only("a in (poor, near_poor) and b", list("("), "(");
    only("a in b", list("b"), "b");
    only("a not in 'x'", list("'x'"), "'x'");
    only("a in", Problem::InNeedsList { found: Seen::End }, "");
}

#[test]
fn one_year_and_one_step_are_the_most() {
    only("a[b][c]", Problem::SecondIndex {}, "[");
    only("a[b][c][d] + 1", Problem::SecondIndex {}, "[");
    assert_eq!(found("a[b][c]")[0].span.start, 4);
    only("a.b.c", Problem::SecondStep {}, ".");
    only("a.b.c.d[y] > 0", Problem::SecondStep {}, ".");
    only("own.b.c", Problem::SecondStep {}, ".");
    assert_eq!(found("a.b.c")[0].span.start, 3);
}

#[test]
fn a_problem_names_what_stands_there_in_quotation_marks() {
    let diagnostic = unexpected("b", one_of(&[",", ")"])).diagnostic();
    assert_eq!(diagnostic.code, "rule/unexpected");
    assert_eq!(diagnostic.argument("found"), Some(&"“b”".into()));
    let signs = vec!["“,”".to_owned(), "“)”".to_owned()];
    assert_eq!(diagnostic.argument("expected"), Some(&signs.into()));
}
