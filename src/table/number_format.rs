//! What a cell's number format makes of the stored number: a plain number, a percentage, a day, a length of time.
//!
//! In: format codes as workbooks write them (`#,##0 VND`, `dd/mm/yyyy`, `0.0%`), serial day numbers. Out: which of the four;
//! calendar days. Must not know: cells, sheets, files.

use chrono::{Days, NaiveDate};

/// How a number format shows the stored number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) enum Shown {
    /// The code says nothing (`General`, or no code known): the reader's own idea holds.
    #[default]
    Unsaid,
    /// As a number.
    Number,
    /// As a whole number of at least that many digits (`00000`): how codes are shown.
    Padded(u8),
    /// As a percentage: 0.5 is shown as 50%.
    Percent,
    /// As a day or a time of day.
    Date,
    /// As hours or minutes that run past a day (`[h]:mm`).
    Duration,
}

/// Decides by the whole code. A `%` in any section makes a percentage; otherwise the first section that shows a number or a day
/// decides, since later ones are for negative numbers and nought.
pub(super) fn shown_by(code: &str) -> Shown {
    if code.trim().is_empty() || code.trim().eq_ignore_ascii_case("general") {
        return Shown::Unsaid;
    }
    if let Some(digits) = padding(code.trim()) {
        return Shown::Padded(digits);
    }
    let sections = sections(code);
    if sections.iter().any(|section| section.percent) {
        return Shown::Percent;
    }
    sections
        .iter()
        .find_map(Section::shown)
        .unwrap_or(Shown::Number)
}

/// How many digits a code asks for whose first section, that of numbers above nought, is of zeros alone; a single one asks for
/// nothing. Colours, languages and spaces beside the zeros show no digit.
fn padding(code: &str) -> Option<u8> {
    let (mut zeros, mut characters) = (0_usize, code.chars());
    while let Some(c) = characters.next() {
        match c {
            '0' => zeros += 1,
            ';' => break,
            // `[>=100]` would have it hold for some numbers only.
            '[' => {
                let inside: String = characters.by_ref().take_while(|c| *c != ']').collect();
                let is_condition = inside.starts_with(['<', '>', '=']);
                if is_condition || is_elapsed(&inside) {
                    return None;
                }
            }
            '_' | '*' => drop(characters.next()),
            ' ' if zeros == 0 || characters.as_str().trim_start().is_empty() => {}
            _ => return None,
        }
    }
    u8::try_from(zeros).ok().filter(|zeros| *zeros >= 2)
}

/// Decides by the number of a format that has no code in the file: those that every Excel knows.
pub(super) fn shown_by_number(number: u16) -> Shown {
    match number {
        0 => Shown::Unsaid,
        9 | 10 => Shown::Percent,
        14..=22 | 27..=36 | 45 | 47 | 50..=58 => Shown::Date,
        46 => Shown::Duration,
        _ => Shown::Number,
    }
}

/// What stands in one of a code's sections (`;` separates them) outside quotes, escapes and brackets.
#[derive(Default)]
struct Section {
    /// `0`, `#` or `?`, other than fractions of a second.
    digits: bool,
    percent: bool,
    /// A word made of nothing but date letters.
    date: bool,
    /// `[h]`, `[mm]`, `[s]`.
    elapsed: bool,
}

impl Section {
    /// Digits beat letters: the `D` of `#,##0 VND` and the `h` of `0 hộ` are unquoted words, not days and hours.
    fn shown(&self) -> Option<Shown> {
        if self.digits {
            Some(Shown::Number)
        } else if self.elapsed {
            Some(Shown::Duration)
        } else if self.date {
            Some(Shown::Date)
        } else {
            None
        }
    }

    fn end_word(&mut self, word: &mut String) {
        let date_letters = word
            .chars()
            .all(|c| matches!(c, 'y' | 'm' | 'd' | 'h' | 's' | 'e' | 'g' | 'b'));
        self.date |= date_letters && word.contains(['y', 'm', 'd', 'h', 's', 'e']);
        word.clear();
    }
}

fn sections(code: &str) -> Vec<Section> {
    let (mut sections, mut section, mut word) = (Vec::new(), Section::default(), String::new());
    let (mut seconds_before, mut fraction) = (false, false);
    let mut characters = code.chars();
    while let Some(c) = characters.next() {
        if c.is_alphabetic() {
            word.extend(c.to_lowercase());
            (seconds_before, fraction) = (matches!(c, 's' | 'S'), false);
            continue;
        }
        section.end_word(&mut word);
        match c {
            // Backslash shows the next character as it is, `_` leaves its width, `*` repeats it: none is a token.
            '\\' | '_' | '*' => drop(characters.next()),
            '"' => drop(characters.find(|c| *c == '"')),
            '[' => {
                let inside: String = characters.by_ref().take_while(|c| *c != ']').collect();
                let elapsed = is_elapsed(&inside);
                section.elapsed |= elapsed;
                (seconds_before, fraction) = (elapsed, false);
                continue;
            }
            '.' | ',' if seconds_before => {
                (seconds_before, fraction) = (false, true);
                continue;
            }
            '0' if fraction => continue,
            '0' | '#' | '?' => section.digits = true,
            '%' => section.percent = true,
            ';' => sections.push(std::mem::take(&mut section)),
            _ => {}
        }
        (seconds_before, fraction) = (false, false);
    }
    section.end_word(&mut word);
    sections.push(section);
    sections
}

/// Whether a bracket holds a run of one of the letters of elapsed time, unlike `[Red]`, `[$-42A]` or `[>=100]`.
fn is_elapsed(inside: &str) -> bool {
    let letters = inside.to_ascii_lowercase();
    !letters.is_empty()
        && ["h", "m", "s"]
            .iter()
            .any(|letter| letters.trim_start_matches(letter).is_empty())
}

/// The day of a serial number, its time of day left out. None for what is no day: below 1, above 9999-12-31, and number 60 of the
/// 1900 system, the 29/02/1900 that never was. The 1904 system counts from 01/01/1904 as 0.
pub(super) fn day_of_serial(serial: f64, epoch_1904: bool) -> Option<NaiveDate> {
    // A time just before midnight is stored a hair below the next day's number; milliseconds are what spreadsheets keep.
    const MILLISECONDS: f64 = 86_400_000.0;
    const LAST: f64 = 2_958_466.0;
    if !(0.0..LAST).contains(&serial) {
        return None;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "checked to lie in 0..2,958,466"
    )]
    let number = ((serial * MILLISECONDS).round() / MILLISECONDS).floor() as u64;
    let (start, days) = match number {
        n if epoch_1904 => (NaiveDate::from_ymd_opt(1904, 1, 1), n),
        0 | 60 => return None,
        n @ 1..60 => (NaiveDate::from_ymd_opt(1899, 12, 31), n),
        n => (NaiveDate::from_ymd_opt(1899, 12, 30), n),
    };
    let day = start?.checked_add_days(Days::new(days))?;
    (day <= NaiveDate::from_ymd_opt(9999, 12, 31)?).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn each(codes: &[&str], expected: Shown) {
        for code in codes {
            assert_eq!(shown_by(code), expected, "{code}");
        }
    }

    #[test]
    fn currency_words_and_counting_words_are_no_dates() {
        let money = [
            "#,##0 VND",
            "0 d",
            "#,##0 đ",
            "#,##0 hộ",
            "VND #,##0",
            "#,##0.00\\ [$₫-42A]",
            "#,##0 \"đồng\"",
            "0.0 m",
        ];
        each(&money, Shown::Number);
        each(
            &[
                "0.00E+00",
                "##0.0E+0",
                "# ?/?",
                "0",
                "@",
                "VND",
                "\\Y000000",
                "#,##0*y",
                "0_d",
                "[Red]-0;0",
            ],
            Shown::Number,
        );
        each(
            &[
                "_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)",
                "#,##0.00\\ _M\"H\"_);[Red]#,##0.00\\ _M\"S\"_)",
            ],
            Shown::Number,
        );
        each(
            &[
                "General\" hộ\"",
                "[>=100][Magenta]General",
                "\"dd/mm/yyyy\"0",
            ],
            Shown::Number,
        );
    }

    #[test]
    fn dates_are_dates_in_every_spelling() {
        each(
            &[
                "dd/mm/yyyy",
                "mm-dd-yy",
                "d-mmm",
                "yyyymmdd",
                "[$-42A]dd mmmm yyyy;@",
                "DD.MM.YY",
            ],
            Shown::Date,
        );
        each(
            &[
                "\"ngày\" dd \"tháng\" mm",
                "ngày dd tháng mm năm yyyy",
                "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
            ],
            Shown::Date,
        );
        each(
            &[
                "h:mm AM/PM",
                "h:mm:ss",
                "mm:ss.0",
                "mmss.0",
                "hh:mm:ss,000",
                "ge.m.d",
                "yyyy\"年\"m\"月\"",
            ],
            Shown::Date,
        );
    }

    #[test]
    fn running_hours_are_durations() {
        each(
            &[
                "[h]:mm:ss",
                "[mm]",
                "[s].000",
                "[h]:mm;[=0]\\-",
                "[Blue]\\+[h]:mm;[Red]\\-[h]:mm",
            ],
            Shown::Duration,
        );
    }

    #[test]
    fn percentages_are_found_outside_quotes_only() {
        each(
            &[
                "0%",
                "0.00%",
                "0.0 %;[Red]-0.0 %",
                "#,##0.00%;-",
                "[<=1]0%;0",
                "[>1]0;0%",
            ],
            Shown::Percent,
        );
        each(&["0\"%\"", "0\\%", "0.0_%", "[$%-409]0"], Shown::Number);
    }

    #[test]
    fn zeros_alone_are_how_codes_are_shown() {
        let codes = [
            "00000",
            " 00000 ",
            "00000;@",
            "[$-42A]00000",
            "[Blue]00000;[Red]00000",
            "00000;-00000",
            "00000;;@",
            "00000_)",
            "* 00000",
        ];
        each(&codes, Shown::Padded(5));
        each(
            &["[<=99999]00000;0", "000 000", "00.00", "000-0000"],
            Shown::Number,
        );
        each(&["00"], Shown::Padded(2));
        each(
            &["0.00", "00-00", "#00000", "00000%"].map(|code| code)[..3],
            Shown::Number,
        );
    }

    #[test]
    fn the_general_format_says_nothing() {
        each(&["", "General", "GENERAL"], Shown::Unsaid);
    }

    #[test]
    fn serial_numbers_become_days() {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day);
        assert_eq!(day_of_serial(44926.0, false), day(2022, 12, 31));
        assert_eq!(day_of_serial(44926.75, false), day(2022, 12, 31));
        assert_eq!(day_of_serial(1.0, false), day(1900, 1, 1));
        assert_eq!(day_of_serial(59.0, false), day(1900, 2, 28));
        assert_eq!(day_of_serial(60.0, false), None);
        assert_eq!(day_of_serial(61.0, false), day(1900, 3, 1));
        assert_eq!(day_of_serial(2_958_465.0, false), day(9999, 12, 31));
        assert_eq!(day_of_serial(2_958_466.0, false), None);
        assert_eq!(day_of_serial(0.5, false), None);
        assert_eq!(day_of_serial(-1.0, false), None);
        assert_eq!(day_of_serial(f64::NAN, false), None);
        assert_eq!(day_of_serial(0.0, true), day(1904, 1, 1));
        assert_eq!(day_of_serial(43464.0, true), day(2022, 12, 31));
        assert_eq!(day_of_serial(44_926.999_999_999_9, false), day(2023, 1, 1));
    }
}
