use super::*;
use crate::diagnostic::Severity;

const BOTH: [Language; 2] = [Language::Vietnamese, Language::English];

fn finding(code: &'static str, arguments: Vec<(&'static str, Argument)>) -> Diagnostic {
    Diagnostic {
        code,
        severity: Severity::Error,
        arguments,
        places: Vec::new(),
        value: None,
    }
}

fn refusal_of(found: Argument) -> Diagnostic {
    finding("cli/not-a-date", vec![("found", found)])
}

#[test]
fn a_finding_is_said_in_the_readers_language_with_what_to_do() {
    let finding = refusal_of("1/11/25".into());
    let vi = Locale::new(Language::Vietnamese);
    assert_eq!(vi.sentence(&finding), "“1/11/25” không phải là ngày.");
    let en = Locale::new(Language::English);
    assert_eq!(en.sentence(&finding), "“1/11/25” is not a date.");
    assert_eq!(
        en.help(&finding).as_deref(),
        Some("Write year-month-day (2025-11-01) or day/month/year (1/11/2025).")
    );
}

#[test]
fn arguments_are_finished_in_the_languages_style() {
    let day = NaiveDate::from_ymd_opt(2025, 11, 1).unwrap();
    let number = Number::from_scaled(12_345_678_912, 7);
    let cases: [(Argument, &str, &str); 5] = [
        (day.into(), "01/11/2025", "1 November 2025"),
        (number.into(), "1.234,567891", "1,234.567891"),
        (vec!["a".to_owned(), "b".to_owned()].into(), "a, b", "a, b"),
        (
            vec!["a, b".to_owned(), "c".to_owned()].into(),
            "a, b; c",
            "a, b; c",
        ),
        (Argument::Label("severity-error"), "lỗi", "error"),
    ];
    for (argument, vi, en) in cases {
        let finding = refusal_of(argument);
        assert!(
            Locale::new(Language::Vietnamese)
                .sentence(&finding)
                .starts_with(&format!("“{vi}”")),
            "{vi}"
        );
        assert!(
            Locale::new(Language::English)
                .sentence(&finding)
                .starts_with(&format!("“{en}”")),
            "{en}"
        );
    }
}

#[test]
fn what_stands_in_a_file_cannot_reach_the_terminal_or_flood_it() {
    let en = Locale::new(Language::English);
    assert!(
        en.sentence(&refusal_of("\u{1b}[2J{ $found }".into()))
            .starts_with("“\\u{1b}[2J{ $found }”")
    );
    let long = en.sentence(&refusal_of("x".repeat(1_000_000).into()));
    assert!(long.contains('…') && long.chars().count() < 110);
    let many = en.sentence(&refusal_of(vec!["x".repeat(1_000); 10_000].into()));
    assert!(many.chars().count() < 3_000);
}

#[test]
fn a_missing_sentence_is_loud_in_tests_and_falls_back_to_the_code_for_users() {
    let unknown = finding(
        "fact/unheard-of",
        vec![
            ("value", "12a".into()),
            ("word", Argument::Label("no-such-word")),
        ],
    );
    for language in BOTH {
        let locale = Locale::new(language);
        assert!(locale.try_sentence(&unknown).is_err());
        assert!(locale.try_help(&unknown).is_err());
        assert_eq!(
            locale.sentence(&unknown),
            "fact/unheard-of value=12a word=Label(\"no-such-word\")"
        );
        assert_eq!(locale.help(&unknown), None);
    }
}

#[test]
fn a_missing_argument_is_loud_in_tests_and_falls_back_to_the_code_for_users() {
    let bare = finding("cli/not-a-date", Vec::new());
    for language in BOTH {
        let locale = Locale::new(language);
        assert!(
            matches!(locale.try_sentence(&bare), Err(Gap::NotFilled(key, _)) if key == "cli-not-a-date")
        );
        assert_eq!(locale.sentence(&bare), "cli/not-a-date");
        assert!(
            locale
                .try_label_with("show-more", &[("count", "3")])
                .is_err()
        );
        assert_eq!(
            locale.label_with("show-more", &[("count", "3")]),
            "show-more count=3"
        );
        assert_eq!(locale.label("no-such-word"), "no-such-word");
    }
}

#[test]
fn a_locale_can_be_shared_between_threads() {
    fn shared<T: Send + Sync>(_: &T) {}
    shared(&Locale::new(Language::English));
}

#[test]
fn entries_found_by_their_lines_are_those_that_the_parser_finds() {
    for source in [include_str!("vi.ftl"), include_str!("en.ftl")] {
        let Ok(whole) = FluentResource::try_new(source.to_owned()) else {
            unreachable!("an entry is broken");
        };
        let found = entries(source);
        let mut bundle = FluentBundle::new_concurrent(Vec::new());
        for entry in found.values() {
            let Ok(resource) = FluentResource::try_new((*entry).to_owned()) else {
                unreachable!("{entry} is broken");
            };
            assert_eq!(resource.entries().count(), 1, "{entry}");
            assert!(bundle.add_resource(resource).is_ok(), "{entry}");
        }
        let of_whole = || {
            let entries = whole.entries();
            entries.filter(|entry| !format!("{entry:?}").contains("Comment {"))
        };
        assert_eq!(of_whole().count(), found.len());
        let shown: Vec<String> = found
            .values()
            .flat_map(|entry| FluentResource::try_new((*entry).to_owned()).ok())
            .flat_map(|one| {
                one.entries()
                    .map(|entry| format!("{entry:?}"))
                    .collect::<Vec<String>>()
            })
            .collect();
        assert!(of_whole().all(|entry| shown.contains(&format!("{entry:?}"))));
        assert!(of_whole().all(|entry| !format!("{entry:?}").contains("MessageReference")));
        assert!(of_whole().all(|entry| !format!("{entry:?}").contains("TermReference")));
    }
}
