use super::*;
use crate::cli::problem::Problem;
use crate::place::CellAddress;
use crate::text::Language;

fn in_rules(line: u32, column: u32, width: u32, text: &str, first: u32) -> Place {
    let excerpt = Excerpt {
        line,
        column,
        width,
        text: text.into(),
        first,
    };
    Place {
        file: "rules.yaml".into(),
        sheet: None,
        spot: Spot::Excerpt(excerpt),
    }
}

fn shown_in(language: Language, finding: &Diagnostic) -> String {
    rendered(finding, &Locale::new(language), 100, false)
}

fn not_a_date() -> Diagnostic {
    Problem::NotADate {
        found: "12a".to_owned(),
    }
    .diagnostic()
}

#[test]
fn a_finding_in_a_rule_file_shows_its_line_with_a_mark() {
    let finding = not_a_date().at(in_rules(12, 9, 3, "  giảm: 12a > 5", 1));
    let expected = "\
lỗi[cli/not-a-date]: “12a” không phải là ngày.
  --> rules.yaml:12:9
   |
12 |   giảm: 12a > 5
   |         ^^^
   |
   = cách sửa: Viết ngày là năm-tháng-ngày (2025-11-01) hoặc ngày/tháng/năm (1/11/2025).";
    assert_eq!(shown_in(Language::Vietnamese, &finding), expected);
}

#[test]
fn a_finding_in_a_table_names_its_cell() {
    let sheet = Place {
        file: "xa.xlsx".into(),
        sheet: Some("Cấp xã".into()),
        spot: Spot::Whole,
    };
    let finding = not_a_date()
        .at(sheet.at(Spot::Cell(CellAddress { row: 12, column: 5 })))
        .at(sheet.at(Spot::Row(3)));
    let expected = "\
error[cli/not-a-date]: xa.xlsx!Cấp xã!F12: “12a” is not a date.
  = see also: xa.xlsx!Cấp xã!3:3
  = help: Write year-month-day (2025-11-01) or day/month/year (1/11/2025).";
    assert_eq!(shown_in(Language::English, &finding), expected);
}

#[test]
fn the_column_counts_from_the_lines_beginning_where_that_is_left_out() {
    let text = shown_in(
        Language::English,
        &not_a_date().at(in_rules(3, 1_005, 3, "abcd12a", 1_001)),
    );
    assert!(text.contains("rules.yaml:3:1005"), "{text}");
    assert!(text.contains("12a") && text.contains("^^^"), "{text}");
}

#[test]
fn a_place_that_lies_beyond_its_line_is_shown_all_the_same() {
    for (column, width) in [(9, 1), (u32::MAX, u32::MAX), (0, 0), (1, 0)] {
        let text = shown_in(
            Language::English,
            &not_a_date().at(in_rules(1, column, width, "ăâđ", 1)),
        );
        assert!(text.contains("ăâđ"), "{text}");
    }
}

#[test]
fn names_and_lines_cannot_send_commands_to_the_terminal() {
    let mut place = in_rules(1, 1, 1, "a\u{1b}[2Jb\u{202e}", 1);
    place.file = "x\u{1b}]0;y\u{7}.yaml".into();
    let cell = Place::file("x\u{1b}[2J.xlsx");
    for finding in [not_a_date().at(place), not_a_date().at(cell)] {
        let text = shown_in(Language::English, &finding);
        assert!(!text.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{text:?}");
    }
}

#[test]
fn colours_come_only_when_asked_for() {
    let places = [in_rules(1, 1, 1, "a", 1), Place::file("a.csv")];
    for place in places {
        let finding = not_a_date().at(place);
        let locale = Locale::new(Language::English);
        assert!(rendered(&finding, &locale, 100, true).contains("\u{1b}["));
        assert!(!rendered(&finding, &locale, 100, false).contains('\u{1b}'));
    }
}

#[test]
fn of_each_code_so_many_are_shown_and_the_rest_counted() {
    let mut findings: Diagnostics = (0..1_500).map(|_| not_a_date()).collect();
    findings.push(Problem::NotAFile {}.diagnostic());
    let (shown, hidden) = chosen(&findings, 20);
    assert_eq!(shown.len(), 21);
    assert_eq!(
        hidden.into_iter().collect::<Vec<_>>(),
        [("cli/not-a-date", 1_480)]
    );
    let (shown, hidden) = chosen(&findings, usize::MAX);
    assert_eq!(
        (shown.len(), hidden.get("cli/not-a-date")),
        (1_001, Some(&500))
    );
}
