//! What is said of a change, whatever it is drawn as.
//!
//! In: changes and a language. Out: lines, each as deep as it belongs; safe to print. Must not know: paper, Markdown, JSON.

use super::change::{Change, Difference, Direction, Key, Kind, RuleAnswer, RuleChange, State};
use super::head::HeadPart;
use super::keys::{deadline_key, head_key, kind_key, waiver_key};
use crate::locale::Locale;
use crate::report::light::{Light, rule_key, subject_key, target_key};
use crate::text::printable;

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
    pub(super) fn label(&self, key: &str, arguments: &[(&str, &str)]) -> String {
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
        if self.difference.names_in_one {
            lines.push(line(0, self.label("diff-names-in-one", &[])));
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
            HeadPart::Only if text.is_empty() => self.label("diff-everything", &[]),
            _ if text.is_empty() => self.label("diff-none", &[]),
            HeadPart::Content => text.chars().take(CHECKSUM).collect(),
            HeadPart::Day => self.text_or_day(&text),
            HeadPart::Redacted => match text.as_str() {
                "true" => self.label("yes", &[]),
                _ => self.label("no", &[]),
            },
            HeadPart::Tool
            | HeadPart::Language
            | HeadPart::RuleSet
            | HeadPart::Version
            | HeadPart::Base
            | HeadPart::Rosters
            | HeadPart::Round
            | HeadPart::Overrides
            | HeadPart::Only => text,
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
        let part = shown(&key.part_title).or_else(|| shown(&key.part));
        let id = shown(&key.id);
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
            (Some(before), None) if matches!(change.kind, Kind::Check | Kind::Finding) => {
                self.label("diff-unseen", &[("state", &words(before))])
            }
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
            State::Waiver(state) => self.label(waiver_key(*state), &[]),
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
}

fn line(depth: usize, text: String) -> Line {
    Line { depth, text }
}
