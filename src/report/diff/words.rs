//! What is said of a change, whatever it is drawn as.
//!
//! In: changes and a language. Out: lines, each as deep as it belongs; safe to print. Must not know: paper, Markdown, JSON.

use super::change::{
    Change, Difference, Direction, FactChange, FactValue, Key, Kind, Measured, RuleAnswer,
    RuleChange, State,
};
use super::past::HeadPart;
use crate::locale::Locale;
use crate::number::Number;
use crate::report::text::{Light, rule_key, subject_key};
use crate::text::printable;
use crate::verdict::{DeadlineStatus, TargetStatus};
use chrono::NaiveDate;

/// Decimal places of a number that its report shows in another language.
const DIGITS: u8 = 6;
/// So many where two numbers would else look alike.
const MOST_DIGITS: u8 = 18;
/// Characters of a checksum that people compare.
const CHECKSUM: usize = 8;
/// Entries of a kind that are shown unless all are asked for.
const MOST: usize = 20;

/// A line, and how deep it stands below the change it belongs to.
pub(super) struct Line {
    pub(super) depth: usize,
    pub(super) text: String,
}

/// Changes of one direction.
pub(super) struct Section {
    pub(super) direction: Direction,
    pub(super) heading: String,
    pub(super) entries: Vec<Vec<Line>>,
    /// How many of a kind are not shown.
    pub(super) more: Vec<String>,
}

impl Direction {
    const SHOWN: [Direction; 4] = [
        Direction::Worse,
        Direction::Better,
        Direction::Other,
        Direction::Same,
    ];

    pub(super) fn light(self) -> Light {
        match self {
            Direction::Worse => Light::Bad,
            Direction::Better => Light::Good,
            Direction::Other => Light::Attention,
            Direction::Same => Light::Quiet,
        }
    }

    fn heading(self) -> &'static str {
        match self {
            Direction::Worse => "diff-worse",
            Direction::Better => "diff-better",
            Direction::Other => "diff-other",
            Direction::Same => "diff-same",
        }
    }
}

/// Says what is to be said in one language.
pub(super) struct Words<'a> {
    pub(super) locale: &'a Locale,
    pub(super) difference: &'a Difference,
}

impl Words<'_> {
    fn label(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        self.locale.label_with(key, arguments)
    }

    fn count(&self, count: usize) -> String {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        self.locale.number(&count.into(), 0)
    }

    /// What is compared.
    pub(super) fn title(&self) -> String {
        let [before, after] = self.difference.names.each_ref().map(|name| printable(name));
        self.label("diff-title", &[("before", &before), ("after", &after)])
    }

    /// How it was judged, what differs in that, and what may have been mixed up.
    pub(super) fn head(&self) -> Vec<Line> {
        let [rule_set, version, round, day] =
            self.difference.head.each_ref().map(|text| printable(text));
        let day = self.text_or_day(&day);
        let judged = self.label(
            "diff-head",
            &[
                ("ruleset", &rule_set),
                ("version", &version),
                ("round", &round),
                ("date", &day),
            ],
        );
        let mut lines = vec![line(0, judged)];
        if !self.difference.heads.is_empty() {
            lines.push(line(0, self.label("diff-heads", &[])));
        }
        for change in &self.difference.heads {
            let [before, after] =
                [&change.before, &change.after].map(|text| self.head_value(change.part, text));
            let name = self.label(head_key(change.part), &[]);
            lines.push(line(1, format!("{name}: {before} → {after}")));
        }
        for (key, rules) in [
            ("diff-rules-gone", &self.difference.rules_gone),
            ("diff-rules-added", &self.difference.rules_added),
        ] {
            if !rules.is_empty() {
                let list: Vec<String> = rules.iter().map(|id| printable(id)).collect();
                lines.push(line(0, self.label(key, &[("list", &list.join(", "))])));
            }
        }
        lines.extend(self.doubts());
        lines
    }

    fn doubts(&self) -> Vec<Line> {
        let all = self.difference.doubts.iter();
        let said = all.map(|doubt| {
            let kind = self.label(kind_key(doubt.kind), &[]);
            let table = printable(&doubt.table);
            let (before, after) = (self.count(doubt.before), self.count(doubt.after));
            let mut arguments = vec![
                ("kind", kind.as_str()),
                ("table", &table),
                ("before", &before),
                ("after", &after),
            ];
            let text = match doubt.key.as_deref().map(printable) {
                Some(key) => {
                    arguments.push(("key", &key));
                    self.label("diff-doubt", &arguments)
                }
                None => self.label("diff-doubt-nameless", &arguments),
            };
            line(0, text)
        });
        said.collect()
    }

    fn head_value(&self, part: HeadPart, text: &str) -> String {
        let text = printable(text);
        match part {
            _ if text.is_empty() => self.label("diff-none", &[]),
            HeadPart::Content => text.chars().take(CHECKSUM).collect(),
            HeadPart::Day => self.text_or_day(&text),
            HeadPart::Tool
            | HeadPart::Language
            | HeadPart::RuleSet
            | HeadPart::Version
            | HeadPart::Base
            | HeadPart::Rosters
            | HeadPart::Round
            | HeadPart::Overrides => text,
        }
    }

    /// The changes, worse first.
    pub(super) fn sections(&self) -> Vec<Section> {
        let all = Direction::SHOWN.into_iter();
        all.filter_map(|direction| self.section(direction))
            .collect()
    }

    fn section(&self, direction: Direction) -> Option<Section> {
        let of: Vec<&Change> = self
            .difference
            .changes
            .iter()
            .filter(|change| change.direction == direction)
            .collect();
        let first = of.first()?;
        let heading = self.label(direction.heading(), &[("count", &self.count(of.len()))]);
        let (mut entries, mut more) = (Vec::new(), Vec::new());
        let (mut kind, mut shown, mut hidden) = (first.kind, 0, 0);
        for change in of {
            if change.kind != kind {
                more.extend(self.and_more(kind, hidden));
                (kind, shown, hidden) = (change.kind, 0, 0);
            }
            if shown < MOST || self.difference.wanted.all {
                shown += 1;
                entries.push(self.change(change));
            } else {
                hidden += 1;
            }
        }
        more.extend(self.and_more(kind, hidden));
        Some(Section {
            direction,
            heading,
            entries,
            more,
        })
    }

    fn and_more(&self, kind: Kind, hidden: usize) -> Option<String> {
        let kind = self.label(kind_key(kind), &[]);
        let more = self.label("report-and-more", &[("count", &self.count(hidden))]);
        (hidden > 0).then(|| format!("{kind}: {more}"))
    }

    /// What it all comes to.
    pub(super) fn result(&self) -> Vec<String> {
        let mut lines = Vec::new();
        if self.difference.facts_alone > 0 {
            let count = self.count(self.difference.facts_alone);
            let arguments = [("count", count.as_str())];
            lines.push(match self.difference.wanted.all {
                true => self.label("diff-facts-alone-listed", &arguments),
                false => self.label("diff-facts-alone", &arguments),
            });
        }
        let of = |direction| self.count(self.difference.count(direction));
        let arguments = [
            ("worse", of(Direction::Worse)),
            ("better", of(Direction::Better)),
            ("other", of(Direction::Other)),
        ];
        let arguments = arguments
            .each_ref()
            .map(|(name, text)| (*name, text.as_str()));
        let got_worse = self.difference.got_worse();
        lines.push(match (got_worse, self.difference.changes.is_empty()) {
            (true, _) => self.label("diff-result-worse", &arguments),
            (false, true) => self.label("diff-result-nothing", &[]),
            (false, false) => self.label("diff-result", &arguments),
        });
        lines
    }

    fn change(&self, change: &Change) -> Vec<Line> {
        let kind = self.label(kind_key(change.kind), &[]);
        let who = self.who(change.kind, &change.key);
        let how = self.passage(change);
        let mut lines = vec![line(0, format!("{kind}: {who}: {how}"))];
        for rule in &change.rules {
            lines.push(line(1, self.rule(rule)));
            if let Some([before, after]) = &rule.texts {
                let (before, after) = (printable(before), printable(after));
                let arguments = [("before", before.as_str()), ("after", &after)];
                lines.push(line(2, self.label("diff-text", &arguments)));
            } else if rule.facts.is_empty() && change.kind == Kind::Subject {
                lines.push(line(2, self.label("diff-no-fact", &[])));
            }
            lines.extend(rule.facts.iter().map(|fact| line(2, self.fact(fact))));
        }
        lines.extend(change.facts.iter().map(|fact| line(1, self.fact(fact))));
        if change.rules.is_empty() && change.facts.is_empty() && change.after.is_some() {
            let shown = change.places.iter().take(3);
            lines.extend(shown.map(|place| line(1, printable(place))));
        }
        lines
    }

    fn who(&self, kind: Kind, key: &Key) -> String {
        let shown = |text: &Option<String>| text.as_deref().map(printable);
        let unit = [shown(&key.table), shown(&key.code)];
        let unit = unit.into_iter().flatten().collect::<Vec<_>>().join("/");
        let unit = Some(unit).filter(|unit| !unit.is_empty());
        let name = shown(&key.name);
        let (id, part) = (shown(&key.id), shown(&key.part));
        if kind == Kind::Sheet {
            return [id, part]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join("!");
        }
        let unit = match (name, unit) {
            (Some(name), _) if kind == Kind::Input => {
                Some(self.label("diff-was", &[("name", &name)]))
            }
            (Some(name), Some(unit)) => Some(format!("{name} ({unit})")),
            (name, unit) => name.or(unit),
        };
        let year = key
            .year
            .map(|year| self.label("diff-year", &[("year", &year.to_string())]));
        let parts = [id, unit, part, year].into_iter().flatten();
        parts.collect::<Vec<_>>().join(", ")
    }

    fn passage(&self, change: &Change) -> String {
        let words = |state: &State| self.state(change.kind, state);
        match (&change.before, &change.after) {
            (Some(before), Some(after)) if before == after => {
                self.label("diff-still", &[("state", &words(after))])
            }
            (Some(before), Some(after)) => format!("{} → {}", words(before), words(after)),
            (None, Some(after)) => self.label("diff-new", &[("state", &words(after))]),
            (Some(before), None) => self.label("diff-gone", &[("state", &words(before))]),
            (None, None) => String::new(),
        }
    }

    fn state(&self, kind: Kind, state: &State) -> String {
        match state {
            State::Subject(verdict) => self.label(subject_key(*verdict), &[]),
            State::Rule(verdict) => self.label(rule_key(*verdict), &[]),
            State::Target(status, exceeded) => {
                let status = self.label(target_key(*status), &[]);
                if *exceeded {
                    format!("{status}, {}", self.label("target-exceeded", &[]))
                } else {
                    status
                }
            }
            State::Deadline(status) => self.label(deadline_key(*status), &[]),
            State::Waiver(word) => {
                let key = format!("diff-waiver-{}", word.replace('_', "-"));
                let known = self.locale.try_label_with(&key, &[]);
                known.unwrap_or_else(|_| printable(word))
            }
            State::Present => self.label("diff-present", &[]),
            State::Absent => self.label("diff-absent", &[]),
            State::Used if kind == Kind::Section => self.label("diff-checked", &[]),
            State::NotUsed if kind == Kind::Section => self.label("diff-not-checked", &[]),
            State::Used => self.label("diff-read", &[]),
            State::NotUsed => self.label("diff-refused", &[]),
            State::Changed => self.label("diff-content", &[]),
            State::Count(count) => {
                let count = self.count(usize::try_from(*count).unwrap_or(usize::MAX));
                self.label("diff-failures", &[("count", &count)])
            }
        }
    }

    fn rule(&self, rule: &RuleChange) -> String {
        let id = printable(&rule.id);
        let answer = |answer: RuleAnswer| {
            let verdict = self.label(rule_key(answer.verdict), &[]);
            if answer.own == answer.verdict {
                return verdict;
            }
            let own = self.label(rule_key(answer.own), &[]);
            self.label("diff-waived", &[("verdict", &verdict), ("own", &own)])
        };
        let sides = [rule.before, rule.after].into_iter().flatten().map(answer);
        format!("{id}: {}", sides.collect::<Vec<_>>().join(" → "))
    }

    // ---- facts ----

    fn fact(&self, fact: &FactChange) -> String {
        let name = match &fact.text {
            Measured::Fact(text) => printable(text),
            Measured::Measure(None) => self.label("diff-measured", &[]),
            Measured::Measure(Some(year)) => {
                self.label("diff-measured-year", &[("year", &year.to_string())])
            }
            Measured::Limit => self.label("diff-limit", &[]),
            Measured::Due => self.label("diff-due", &[]),
            Measured::Done => self.label("diff-done", &[]),
        };
        let how = match (&fact.before, &fact.after) {
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

    /// `110 → 98 hộ`
    fn values(&self, before: &FactValue, after: &FactValue) -> String {
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
            (Some(old), Some(new)) if old == new && starts_with_digit(&before, &after) => {
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
        let is_year = exact.len() == 4 && (shown == exact || shown.is_empty());
        let Some(number) = Number::parse_exact(exact).filter(|_| !is_year) else {
            let words = if shown.is_empty() { exact } else { shown };
            return self.text_or_day(&printable(if is_day(exact) { exact } else { words }));
        };
        let unit = shown.split_once(' ').map_or("", |(_, unit)| unit);
        let is_share = unit == "%";
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

    fn text_or_day(&self, text: &str) -> String {
        let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok();
        day.map_or_else(|| text.to_owned(), |day| self.locale.date(day))
    }
}

fn is_day(text: &str) -> bool {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").is_ok()
}

fn starts_with_digit(before: &str, after: &str) -> bool {
    let digit = |text: &str| text.starts_with(|c: char| c.is_ascii_digit() || c == '-');
    digit(before) && digit(after)
}

fn line(depth: usize, text: String) -> Line {
    Line { depth, text }
}

fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Nomination => "diff-kind-nomination",
        Kind::Subject => "diff-kind-subject",
        Kind::Quota => "diff-kind-quota",
        Kind::Target => "diff-kind-target",
        Kind::Deadline => "diff-kind-deadline",
        Kind::Check => "diff-kind-check",
        Kind::Waiver => "diff-kind-waiver",
        Kind::Unit => "diff-kind-unit",
        Kind::Section => "diff-kind-section",
        Kind::Input => "diff-kind-input",
        Kind::Sheet => "diff-kind-sheet",
        Kind::Finding => "diff-kind-finding",
    }
}

fn head_key(part: HeadPart) -> &'static str {
    match part {
        HeadPart::Tool => "diff-head-tool",
        HeadPart::Language => "diff-head-language",
        HeadPart::RuleSet => "diff-head-ruleset",
        HeadPart::Version => "diff-head-version",
        HeadPart::Content => "diff-head-content",
        HeadPart::Base => "diff-head-base",
        HeadPart::Rosters => "diff-head-rosters",
        HeadPart::Round => "diff-head-round",
        HeadPart::Day => "diff-head-day",
        HeadPart::Overrides => "diff-head-overrides",
    }
}

fn target_key(status: TargetStatus) -> &'static str {
    match status {
        TargetStatus::Met => "target-met",
        TargetStatus::NotMet => "target-not-met",
        TargetStatus::OnTrack => "target-on-track",
        TargetStatus::Behind => "target-behind",
        TargetStatus::Insufficient => "target-insufficient",
        TargetStatus::NotApplicable => "target-not-applicable",
        TargetStatus::Information => "target-information",
    }
}

pub(in crate::report) fn deadline_key(status: DeadlineStatus) -> &'static str {
    match status {
        DeadlineStatus::Met => "diff-deadline-met",
        DeadlineStatus::Late => "diff-deadline-late",
        DeadlineStatus::Overdue => "diff-deadline-overdue",
        DeadlineStatus::Pending => "diff-deadline-pending",
        DeadlineStatus::Insufficient => "diff-deadline-insufficient",
    }
}
