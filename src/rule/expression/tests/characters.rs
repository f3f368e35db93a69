//! Problems of single characters, numbers and texts: all of them are found, with what to write instead, and nothing that only follows from them.

use super::super::problem::Problem;
use super::{only, problems};

fn other_sign(found: &str, instead: &str) -> Problem {
    Problem::OtherSign {
        found: found.into(),
        instead: instead.into(),
    }
}

fn smart_quote(found: &str, instead: &str) -> Problem {
    Problem::SmartQuote {
        found: found.into(),
        instead: instead.into(),
    }
}

fn bad_character(found: &str) -> Problem {
    Problem::BadCharacter {
        found: found.into(),
    }
}

fn bad_number(found: &str) -> Problem {
    Problem::BadNumber {
        found: found.into(),
    }
}

#[test]
fn signs_of_other_languages_are_named_with_ours() {
    only("a == b", other_sign("==", "="), "==");
    only("a === b", other_sign("===", "="), "===");
    only("a <> b", other_sign("<>", "!="), "<>");
    only("a => b", other_sign("=>", ">="), "=>");
    only("a =< b", other_sign("=<", "<="), "=<");
    only("a && b", other_sign("&&", "and"), "&&");
    only("a || b", other_sign("||", "or"), "||");
    only("!a", other_sign("!", "not"), "!");
    only("!(a and b)", other_sign("!", "not"), "!");
    only("a – b", other_sign("–", "-"), "–");
    only("a \u{2212} b", other_sign("\u{2212}", "-"), "\u{2212}");
    only("a × b", other_sign("×", "*"), "×");
    only("a ÷ b", other_sign("÷", "/"), "÷");
    only("every y in a…b satisfies c", other_sign("…", ".."), "…");
    only(
        "every y in 1...2 satisfies c",
        other_sign("...", ".."),
        "...",
    );
}

#[test]
fn smart_quotes_are_named_with_straight_ones() {
    let open = smart_quote("“", "\"");
    let close = smart_quote("”", "\"");
    assert_eq!(
        problems("a = “Tốt” and b"),
        [(open.clone(), "“"), (close.clone(), "”")]
    );
    assert_eq!(
        problems("a = ‘Tốt’"),
        [(smart_quote("‘", "'"), "‘"), (smart_quote("’", "'"), "’")]
    );
    only("a = “Tốt\"", open, "“");
    only("a = \"Tốt”", close.clone(), "”");
    only("a = \"Tốt” and b = \"Khá\"", close, "”");
    only("a = 'Tốt’", smart_quote("’", "'"), "’");
}

#[test]
fn smart_quotes_in_pairs_and_apostrophes_may_stand_inside_a_text() {
    for (text, tree) in [
        ("\"Xã “nông thôn mới”\"", "<Xã “nông thôn mới”>"),
        ("'Ea H’leo'", "<Ea H’leo>"),
        ("\"Ea H’leo\"", "<Ea H’leo>"),
        ("'‘a’ và ‘b’'", "<‘a’ và ‘b’>"),
    ] {
        assert_eq!(super::tree(text), tree);
    }
}

#[test]
fn a_text_ends_on_its_line() {
    only("a = 'Tốt", Problem::UnclosedText {}, "'Tốt");
    only("a = \"Tốt' ", Problem::UnclosedText {}, "\"Tốt'");
    assert_eq!(
        problems("a = 'Tốt\nand b = \"Khá"),
        [
            (Problem::UnclosedText {}, "'Tốt"),
            (Problem::UnclosedText {}, "\"Khá")
        ]
    );
}

#[test]
fn spaces_that_only_look_plain_are_found_everywhere() {
    let problem = Problem::NoBreakSpace {};
    only("a\u{a0}and b", problem.clone(), "\u{a0}");
    only("a \u{202f}\u{a0}+ b", problem.clone(), "\u{202f}\u{a0}");
    only("a = 'hộ\u{a0}nghèo'", problem.clone(), "\u{a0}");
    assert_eq!(
        problems("a\u{a0}+\u{a0}b"),
        [(problem.clone(), "\u{a0}"), (problem, "\u{a0}")]
    );
}

#[test]
fn every_bad_character_is_found_and_nothing_that_follows_from_it() {
    only("a # b", bad_character("#"), "#");
    only("#", bad_character("#"), "#");
    only("a in #", bad_character("#"), "#");
    only("a;", bad_character(";"), ";");
    assert_eq!(
        problems("{a} b"),
        [(bad_character("{"), "{"), (bad_character("}"), "}")]
    );
    assert_eq!(problems("a # b $ c ? d").len(), 3);
    only("poor\u{200b} > 0", bad_character("U+200B"), "\u{200b}");
    only("a = 'x\u{202e}y'", bad_character("U+202E"), "\u{202e}");
    only("x\u{302} = 1", bad_character("U+0302"), "x\u{302}");
    only("x² = 1", bad_character("²"), "²");
}

#[test]
fn what_begins_as_a_number_must_be_one() {
    for number in [
        "5.",
        ".5",
        "1_",
        "1__0",
        "1._5",
        "1.5_",
        "2x",
        "1e5",
        "1.234.567",
        "100triệu",
        "15.11.2022",
    ] {
        only(&format!("a = {number}"), bad_number(number), number);
    }
    only("a.5", bad_number(".5"), ".5");
    only("a 1_", bad_number("1_"), "1_");
    only("a = 1_ and b = c", bad_number("1_"), "1_");
}

#[test]
fn problems_of_one_text_come_in_its_order() {
    let pieces: Vec<&str> = problems("a == “x” and (b c) && d == 1_")
        .into_iter()
        .map(|(_, p)| p)
        .collect();
    assert_eq!(pieces, ["==", "“", "”", "c", "&&", "==", "1_"]);
}
