//! Every production, and what binds tighter than what.

use super::super::is_name;
use super::super::syntax::{Kind, TextSpan};
use super::{parse, tree};
use crate::number::Number;

fn reads(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(tree(text), *expected, "{text}");
    }
}

#[test]
fn items_are_numbers_texts_truth_values_and_names() {
    reads(&[
        ("0", "0"),
        ("007", "7"),
        ("100_000_000", "100000000"),
        ("0.96", "96e-2"),
        ("1_000.2_5", "100025e-2"),
        ("'HTTNV'", "<HTTNV>"),
        ("\"HTTNV\"", "<HTTNV>"),
        ("''", "<>"),
        ("\"it's\"", "<it's>"),
        ("'nói \"có\"'", "<nói \"có\">"),
        ("true", "true"),
        ("false", "false"),
        ("poor", "poor"),
        ("_1", "_1"),
        ("hộ_nghèo2021", "hộ_nghèo2021"),
        ("district.plan_reduction", "district.plan_reduction"),
        ("district . plan_reduction", "district.plan_reduction"),
        ("own.code", "own.code"),
        ("(poor)", "poor"),
        ("((poor))", "poor"),
    ]);
}

#[test]
fn a_percent_number_has_a_hundredth_of_its_digits_as_value() {
    for text in ["50%", "50 %"] {
        let read = parse(text).unwrap();
        let value = Number::ratio(1, 2).unwrap();
        assert_eq!(
            read.kind,
            Kind::Number {
                value,
                percent: true
            }
        );
    }
    reads(&[("2.5%", "25e-3%"), ("a > 50%", "(> a 5e-1%)")]);
}

#[test]
fn numbers_may_be_longer_than_a_machine_word_and_stay_exact() {
    let half = Number::from(1_234_567_890);
    let whole = &(&half * &Number::from(10_000_000_000_i64)) + &half;
    let value_of = |text: &str| {
        let Kind::Number {
            value,
            percent: false,
        } = parse(text).unwrap().kind
        else {
            panic!("{text} is no plain number")
        };
        value
    };
    assert_eq!(value_of("12_345_678_901_234_567_890"), whole);
    assert_eq!(
        value_of("0.12345678901234567890"),
        &whole * &Number::from_scaled(1, 20)
    );
}

#[test]
fn the_words_of_the_language_are_no_names() {
    for name in [
        "poor",
        "_",
        "hộ_nghèo",
        "ho\u{302}\u{323}_nghe\u{300}o",
        "đợt1",
        "Every",
        "counted",
    ] {
        assert!(is_name(name), "{name}");
    }
    for other in [
        "", "1a", "a-b", "a b", "every", "count", "own", "for", "a.b", "poor[1]", "x²",
    ] {
        assert!(!is_name(other), "{other}");
    }
}

#[test]
fn decomposed_names_and_texts_are_read_as_composed_ones() {
    reads(&[
        ("ho\u{302}\u{323}_nghe\u{300}o > 0", "(> hộ_nghèo 0)"),
        ("'Lo\u{323}\u{302}c Ninh'", "<Lộc Ninh>"),
        ("a =\u{338} b", "(!= a b)"),
    ]);
}

#[test]
fn a_year_in_brackets_may_follow_any_item() {
    reads(&[
        ("poor[start]", "(at poor start)"),
        ("poor[y - 1]", "(at poor (- y 1))"),
        ("(poor + near_poor)[start]", "(at (+ poor near_poor) start)"),
        ("own.poor[y]", "(at own.poor y)"),
        ("district.poverty_rate[y]", "(at district.poverty_rate y)"),
        ("(a[b])[c]", "(at (at a b) c)"),
        ("-poor[y]", "(neg (at poor y))"),
    ]);
}

#[test]
fn arithmetic_reads_from_the_left_and_products_bind_tighter() {
    reads(&[
        ("a - b - c", "(- (- a b) c)"),
        ("a - (b - c)", "(- a (- b c))"),
        ("a / b / c", "(/ (/ a b) c)"),
        ("a + b * c - d / e", "(- (+ a (* b c)) (/ d e))"),
        ("(a + b) * c", "(* (+ a b) c)"),
        ("-a * b", "(* (neg a) b)"),
        ("-(a * b)", "(neg (* a b))"),
        ("a * -b", "(* a (neg b))"),
        ("a - -b", "(- a (neg b))"),
        ("--a", "(neg (neg a))"),
    ]);
}

#[test]
fn comparisons_are_looser_than_sums() {
    reads(&[
        ("a + 1 = b * 2", "(= (+ a 1) (* b 2))"),
        ("a != b", "(!= a b)"),
        ("a ≠ b", "(!= a b)"),
        ("a < b", "(< a b)"),
        ("a <= b", "(<= a b)"),
        ("a ≤ b", "(<= a b)"),
        ("a > b", "(> a b)"),
        ("a >= b", "(>= a b)"),
        ("a≥b", "(>= a b)"),
        ("a>=-1", "(>= a (neg 1))"),
        ("(a < b) = c", "(= (< a b) c)"),
        (
            "y between start + 1 and review",
            "(between y (+ start 1) review)",
        ),
    ]);
}

#[test]
fn the_and_of_between_is_not_the_connecting_one() {
    reads(&[
        ("a between 1 and 2 and b", "(and (between a 1 2) b)"),
        ("a between 1 and 2 or b", "(or (between a 1 2) b)"),
    ]);
}

#[test]
fn lists_hold_literals() {
    reads(&[
        ("a in [1]", "(in a 1)"),
        ("a in ['x', \"y\"]", "(in a <x> <y>)"),
        ("a not in [1, -2, 50%, true]", "(not-in a 1 -2 5e-1% true)"),
        ("not a in [1]", "(not (in a 1))"),
        ("not a not in [1]", "(not (not-in a 1))"),
        ("a + b in [1]", "(in (+ a b) 1)"),
    ]);
}

#[test]
fn not_takes_a_whole_comparison() {
    reads(&[
        ("not a = b", "(not (= a b))"),
        ("not a and b", "(and (not a) b)"),
        ("not not a", "(not (not a))"),
        ("a and not b", "(and a (not b))"),
        ("(not a) = b", "(= (not a) b)"),
    ]);
}

#[test]
fn and_and_or_chains_are_flat_and_keep_their_parentheses() {
    reads(&[
        ("a and b and c", "(and a b c)"),
        ("a or b or c", "(or a b c)"),
        ("(a and b) and c", "(and (and a b) c)"),
        ("a or (b and c)", "(or a (and b c))"),
        ("(a or b) and c", "(and (or a b) c)"),
        ("a = 1 and b = 2", "(and (= a 1) (= b 2))"),
    ]);
}

#[test]
fn quantifiers_run_over_years_or_rows_and_take_everything_to_the_right() {
    reads(&[
        (
            "every y in 2022..2025 satisfies a[y] > 0",
            "(every {y 2022 2025} (> (at a y) 0))",
        ),
        (
            "some y in start+1..review satisfies a and b",
            "(some {y (+ start 1) review} (and a b))",
        ),
        (
            "every row of communes satisfies a or b",
            "(every {communes} (or a b))",
        ),
        (
            "some row of communes where a = own.code and b satisfies c > 0",
            "(some {communes | (and (= a own.code) b)} (> c 0))",
        ),
        (
            "every y in a..b satisfies some z in c..d satisfies e",
            "(every {y a b} (some {z c d} e))",
        ),
        (
            "x and (every y in a..b satisfies c)",
            "(and x (every {y a b} c))",
        ),
    ]);
}

#[test]
fn conditions_take_everything_to_the_right_too() {
    reads(&[
        ("if a then b else c", "(if a b c)"),
        (
            "if a or b then c + 1 else d + 2",
            "(if (or a b) (+ c 1) (+ d 2))",
        ),
        ("if a then if b then c else d else e", "(if a (if b c d) e)"),
        ("if a then b else if c then d else e", "(if a b (if c d e))"),
        (
            "if a then every y in b..c satisfies d else e",
            "(if a (every {y b c} d) e)",
        ),
        ("(if a then b else c) > 0", "(> (if a b c) 0)"),
    ]);
}

#[test]
fn calls_take_any_number_of_arguments() {
    reads(&[
        ("now()", "(now())"),
        ("known(a)", "(known() a)"),
        ("reduction(a[s], b + c)", "(reduction() (at a s) (+ b c))"),
        ("date(y, 11, 15)", "(date() y 11 15)"),
        ("f(a and b)", "(f() (and a b))"),
        ("f((if a then b else c))", "(f() (if a b c))"),
        ("f(g(h(1)))", "(f() (g() (h() 1)))"),
        ("min(a, b)", "(min() a b)"),
        ("max(a, b, 0)", "(max() a b 0)"),
    ]);
}

#[test]
fn aggregates_run_over_rows_or_years() {
    reads(&[
        ("count(communes)", "(count {communes})"),
        (
            "count(communes where a or b)",
            "(count {communes | (or a b)})",
        ),
        ("sum(poor[y] for communes)", "(sum (at poor y) {communes})"),
        (
            "sum(poor[y] for communes where district = own.code)",
            "(sum (at poor y) {communes | (= district own.code)})",
        ),
        ("mean(x for y in a..b)", "(mean x {y a b})"),
        (
            "min(x + 1 for communes where z)",
            "(min (+ x 1) {communes | z})",
        ),
        ("max(x for y in a + 1..b)", "(max x {y (+ a 1) b})"),
        (
            "sum((if a then 1 else 0) for communes)",
            "(sum (if a 1 0) {communes})",
        ),
        (
            "count(a) * 2 >= count(b)",
            "(>= (* (count {a}) 2) (count {b}))",
        ),
    ]);
}

#[test]
fn two_points_between_digits_are_a_range() {
    reads(&[
        (
            "every y in 2022..2025 satisfies a",
            "(every {y 2022 2025} a)",
        ),
        (
            "every y in 1.5..2.5 satisfies a",
            "(every {y 15e-1 25e-1} a)",
        ),
        (
            "every y in 2022 .. 2025 satisfies a",
            "(every {y 2022 2025} a)",
        ),
    ]);
}

#[test]
fn spaces_tabs_and_line_breaks_only_separate() {
    reads(&[("  a\r\n\tand\nb ", "(and a b)"), ("a+b", "(+ a b)")]);
}

#[test]
fn an_expression_knows_its_piece_of_the_text() {
    let source = " (poor + near)[start] > 50% and not x in [1, 2]";
    let read = parse(source).unwrap();
    assert_eq!(
        read.span,
        TextSpan {
            start: 1,
            end: source.len()
        }
    );
    let texts = |e: &super::Expression| -> Vec<String> {
        e.parts()
            .iter()
            .map(|p| p.text(source).to_owned())
            .collect()
    };
    assert_eq!(
        texts(&read),
        ["(poor + near)[start] > 50%", "not x in [1, 2]"]
    );
    assert_eq!(texts(read.parts()[0]), ["(poor + near)[start]", "50%"]);
    assert_eq!(
        texts(read.parts()[0].parts()[0]),
        ["(poor + near)", "start"]
    );
    assert_eq!(texts(read.parts()[1].parts()[0]), ["x", "1", "2"]);
    assert_eq!(read.text("another text"), "");
}

#[test]
fn the_spans_of_calls_quantifiers_and_aggregates_reach_to_their_ends() {
    for source in [
        "reduction(a, b)",
        "min(a, b)",
        "sum(poor[y] for communes where district = own.code)",
        "count(communes)",
        "every y in a..b satisfies (c)",
        "if a then b else c[d]",
        "a between b and c",
        "a not in ['x']",
        "district.plan",
        "own.code",
        "- a",
    ] {
        assert_eq!(parse(source).unwrap().text(source), source);
    }
}
