//! What facts were and are, in words.
//!
//! In: changed facts and a language. Out: texts that are safe to print, numbers in the language's style. Must not know: what they
//! changed.

use super::change::{FactChange, FactValue, Measured};
use super::keys::judge_key;
use super::words::Words;
use crate::number::Number;
use crate::rule::Judge;
use crate::text::printable;
use chrono::NaiveDate;

/// Decimal places of a number that its report shows in another language.
const DIGITS: u8 = 6;
/// So many where two numbers would else look alike.
const MOST_DIGITS: u8 = 18;

impl Words<'_> {
    pub(super) fn fact(&self, fact: &FactChange) -> String {
        let name = self.fact_name(fact);
        let how = match (&fact.before, &fact.after) {
            (Some(before), Some(after)) if fact.text.is_worded() => {
                let [before, after] = [before, after].map(|value| self.worded(&fact.text, value));
                format!("{before} → {after}")
            }
            (Some(before), Some(after)) => self.values(before, after),
            (None, Some(after)) => self.label("diff-new", &[("state", &self.value(after, DIGITS))]),
            (Some(before), None) => {
                self.label("diff-gone", &[("state", &self.value(before, DIGITS))])
            }
            (None, None) => String::new(),
        };
        match &fact.place {
            Some(place) => format!("{name}: {how} ({})", printable(place)),
            None => format!("{name}: {how}"),
        }
    }

    fn fact_name(&self, fact: &FactChange) -> String {
        let key = match &fact.text {
            Measured::Fact(text) => return printable(fact.title.as_ref().unwrap_or(text)),
            Measured::Measure(Some(year)) => {
                return self.label("diff-measured-year", &[("year", &year.to_string())]);
            }
            Measured::Measure(None) => "diff-measured",
            Measured::Limit => "diff-limit",
            Measured::Due => "diff-due",
            Measured::Done => "diff-done",
            Measured::Name => "diff-name",
            Measured::Priority => "diff-priority",
            Measured::SubmittedBy => "diff-submitted-by",
            Measured::Decision => "diff-decision",
            Measured::Until => "diff-until",
            Measured::Judge => "diff-judge",
            Measured::Eligible => "diff-eligible",
            Measured::Whole => "diff-of",
        };
        self.label(key, &[])
    }

    /// What is text as it stands, whatever it looks like, or a word of a closed set.
    fn worded(&self, measured: &Measured, value: &FactValue) -> String {
        if *measured == Measured::Priority {
            return match value.exact.as_deref() {
                Some("true") => self.label("yes", &[]),
                Some(_) => self.label("no", &[]),
                None => self.label("diff-unclear", &[]),
            };
        }
        let Some(exact) = &value.exact else {
            return self.missing(value);
        };
        let mut judges = Judge::WORDS.iter().filter(|_| *measured == Measured::Judge);
        match judges.find(|(word, _)| word == exact) {
            Some((_, judge)) => self.label(judge_key(*judge), &[]),
            None => printable(exact),
        }
    }

    /// `110 → 98 hộ`
    fn values(&self, before: &FactValue, after: &FactValue) -> String {
        let is_number = |value: &FactValue| {
            let exact = value.exact.as_deref();
            exact.is_some_and(|exact| Number::parse_exact(exact).is_some())
        };
        let are_numbers = is_number(before) && is_number(after);
        let shown = [before, after].map(|value| self.value(value, DIGITS));
        let [before, after] = if shown[0] == shown[1] {
            [before, after].map(|value| {
                let bare = FactValue {
                    language: String::new(),
                    ..value.clone()
                };
                self.value(&bare, MOST_DIGITS)
            })
        } else {
            shown
        };
        let unit = |text: &str| text.split_once(' ').map(|(_, unit)| unit.to_owned());
        match (unit(&before), unit(&after)) {
            (Some(old), Some(new)) if old == new && are_numbers => {
                let bare = before.strip_suffix(&old).unwrap_or(&before).trim_end();
                format!("{bare} → {after}")
            }
            _ => format!("{before} → {after}"),
        }
    }

    fn value(&self, value: &FactValue, digits: u8) -> String {
        let Some(exact) = &value.exact else {
            return self.missing(value);
        };
        let is_ours = value.language == self.locale.language().code();
        if is_ours && !value.shown.is_empty() {
            return printable(&value.shown);
        }
        match exact.as_str() {
            "true" => return self.label("yes", &[]),
            "false" => return self.label("no", &[]),
            _ => {}
        }
        if let Some((low, high)) = exact.split_once("..") {
            return format!(
                "{}–{}",
                self.number(low, "", digits),
                self.number(high, "", digits)
            );
        }
        self.number(exact, &value.shown, digits)
    }

    /// A number in the language's style with the unit that its report shows; anything else as it is.
    fn number(&self, exact: &str, shown: &str, digits: u8) -> String {
        // A code or a year is shown as it is; a number of four digits is not.
        let is_word = shown == exact && exact.bytes().all(|byte| byte.is_ascii_digit());
        let Some(number) = Number::parse_exact(exact).filter(|_| !is_word) else {
            let words = if shown.is_empty() { exact } else { shown };
            return self.text_or_day(&printable(if is_day(exact) { exact } else { words }));
        };
        let unit = shown.split_once(' ').map_or("", |(_, unit)| unit);
        let points = self.label("percentage-points", &[("number", "")]);
        let is_share = unit == "%" || unit == points.trim();
        let number = if is_share {
            &number * &Number::from(100)
        } else {
            number
        };
        let text = self.locale.number(&number, digits);
        if unit.is_empty() {
            text
        } else {
            format!("{text} {}", printable(unit))
        }
    }

    fn missing(&self, value: &FactValue) -> String {
        let key = |word: &String| format!("missing-{}", word.replace('_', "-"));
        let known = value
            .reason
            .as_ref()
            .and_then(|word| self.locale.try_label_with(&key(word), &[]).ok());
        match known {
            Some(known) => known,
            None if value.shown.is_empty() => self.label("diff-none", &[]),
            None => printable(&value.shown),
        }
    }

    /// A day in the language's style; anything else as it is.
    pub(super) fn text_or_day(&self, text: &str) -> String {
        let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok();
        day.map_or_else(|| text.to_owned(), |day| self.locale.date(day))
    }
}

impl Measured {
    /// Whether it is told in words, and never as a number or a range.
    fn is_worded(&self) -> bool {
        match self {
            Measured::Name
            | Measured::Priority
            | Measured::SubmittedBy
            | Measured::Decision
            | Measured::Judge => true,
            Measured::Fact(_)
            | Measured::Measure(_)
            | Measured::Limit
            | Measured::Due
            | Measured::Done
            | Measured::Until
            | Measured::Eligible
            | Measured::Whole => false,
        }
    }
}

fn is_day(text: &str) -> bool {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").is_ok()
}
